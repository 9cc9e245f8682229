"""The names of projects on a page, and how surely each is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.bodies import is_place, kind_of
from esfmodel.formats.announcement.signs import (
    has_facts,
    is_granted,
    passages_with,
)
from esfmodel.formats.labels import Meaning
from esfmodel.text.reading.labels import letters_of
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import subject as words
from esfmodel.values.format import plain_name
from esfmodel.values.fund import FUND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage

LONGEST_NAME = 120
_MOST_WORDS = 14
_MOST_MENTIONS = 200
_MOST_PLACES = 20
_MOST_PASSAGES = 500
"""How far down a page the project is named at the latest."""


class Mention(NamedTuple):
    """A name where a page calls it a project, and how surely."""

    name: str
    start: int
    end: int
    strength: int


_LABEL, _QUOTED, _CALLED, _IS_ONE, _TITLE, _DOES, _IN_MARKS = 10, 6, 4, 4, 4, 2, 2
"""How surely each way to mention a project names it."""


def is_within_name(one: str, other: str) -> bool:
    """Whether one of two names holds the other."""
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def mentions_of(page: Page) -> Iterator[Mention]:
    """Yield what the page calls a project, with the surest mentions of each place alone."""
    left = _MOST_MENTIONS
    for passage in page.passages[:_MOST_PASSAGES]:
        for each in _mentions_in(page, passage):
            if left == 0:
                return
            left -= 1
            if _is_name(each.name):
                yield each


def titles_of(page: Page, *, again: bool) -> Iterator[Mention]:
    """Yield the title that names the project: one that the text says again, or the one above facts about a project."""
    states_facts = has_facts(page)
    if (
        not states_facts
        and not passages_with(page, words.THE_PROJECT)
        and not passages_with(page, words.A_PROJECT)
        and not is_granted(page)
    ):
        return
    for passage in page.passages:
        told = page.told(passage)
        if (
            passage.label is not None
            or len(told) > LONGEST_NAME
            or told[-1] in ".:?"
            or not (passage.is_headline or told.count(" ") < _MOST_WORDS // 2)
        ):
            continue
        for title in _parts_of_title(told):
            is_again = any(
                title.casefold() in page.told(each).casefold()
                and each.start != passage.start
                and page.told(each) != told
                for each in page.passages
            )
            if is_again or (not again and states_facts and passage.is_headline):
                begins = passage.start + told.index(title)
                yield Mention(title, begins, begins + len(title), _TITLE)
                return


_PART = re.compile(r"[ ][–—-][ ]|:[ ]|(?<=[!?])[ ]")

_CAPITALS = re.compile(r"[^\W\d_a-zåäö][\w.-]*!?(?:[ ](?:[^\W\d_a-zåäö][\w.-]*!?|[0-9.]+))+")

_YEARS_AFTER = re.compile(r"[ ,(]+(?:19|20)[0-9]{2}[)0-9 –-]*\Z")


def without_prefix(title: str) -> str:
    """Return a title without "Projektet" or the like before a name."""
    rest = words.TITLE_PREFIX.sub("", title)
    return rest if rest and not rest[0].islower() else title


def _parts_of_title(title: str) -> Iterator[str]:
    """Yield a title of few words, its parts, and words with capitals that follow each other in it."""
    plain = _YEARS_AFTER.sub("", without_prefix(title)).rstrip(". ")
    for each in dict.fromkeys((plain, *_PART.split(plain), *(found[0] for found in _CAPITALS.finditer(plain)))):
        is_short = 1 < len(each) <= LONGEST_NAME and each.count(" ") < _MOST_WORDS // 2
        if (
            is_short
            and each[0].isupper()
            and not (words.ENDS_NAME - words.WITHIN_NAME) & set(each.split())
            and not is_no_title(each)
        ):
            yield each


def is_no_title(name: str) -> bool:
    """Whether a name is that of a place or a body, or of nothing at all."""
    return (
        words.NO_TITLE.fullmatch(name) is not None
        or bodies_words.FUNDS.search(name) is not None
        or kind_of(name) is not None
        or is_place(name)
        or not _is_name(name)
    )


def _mentions_in(page: Page, passage: Passage) -> Iterator[Mention]:
    text, limit = page.text, passage.end
    if passage.label is not None and passage.label.meaning is Meaning.NAME:
        name = page.told(passage).strip('”"“»«. ')
        yield Mention(name, passage.start, passage.end, _LABEL)
    quoted: set[int] = set()
    for found in words.CALLED.finditer(text, passage.start, limit):
        begins = found.end()
        if found["open"]:
            quoted.add(begins)
            yield from _named(text, begins, _quoted(text, begins, limit), _QUOTED)
        elif found["inset"] is not None:
            yield from _named(text, begins, begins + len(found["inset"]), _CALLED)
        elif found["called"] is not None:
            # What follows "heter" is the name, whatever words it holds.
            yield from _named(text, begins, _end_of_name(text, begins, limit, whole=True), _QUOTED)
        else:
            yield from _named(text, begins, _extended(text, begins, _end_of_name(text, begins, limit), limit), _CALLED)
    for found in words.QUOTED.finditer(text, passage.start, limit):
        if found.start("name") not in quoted:
            yield from _named(text, found.start("name"), found.end("name"), _IN_MARKS)
    for found in words.IT_IS.finditer(text, passage.start, limit):
        yield from _named(text, found.start("name"), found.end("name"), _QUOTED)
    for pattern in (words.IS_ONE_AFTER, words.LED_BY):
        for found in pattern.finditer(text, passage.start, limit):
            first = _start_of_name(text, passage.start, found.start())
            if first is None or words.NO_SUBJECT.match(text[first : found.start()]):
                continue
            name = text[first : found.start()]
            if kind_of(name) is None:
                yield from _named(text, first, found.start(), _IS_ONE)
    for found in words.RUN_IT.finditer(text, passage.start, limit):
        end = _end_of_name(text, found.end(), limit)
        if (
            end is not None
            and kind_of(text[found.end() : end]) is None
            and text.count(text[found.end() : end], 0, _COUNTED) > 1
        ):
            yield from _named(text, found.end(), end, _DOES)
    yield from _subjects(page, passage)


def _start_of_name(text: str, start: int, end: int) -> int | None:
    """Return where the name that ends at a place begins: with a capital, after the last word that no name has."""
    begins = None
    for found in _WORD.finditer(text, max(start, end - LONGEST_NAME), end):
        if found[1] in words.ENDS_NAME and found[1] not in words.WITHIN_NAME:
            begins = None
        elif begins is None and not found[1][0].islower():
            begins = found.start(1)
    return begins


def _subjects(page: Page, passage: Passage) -> Iterator[Mention]:
    """Yield the subject of a sentence that only a project can be the subject of."""
    text = page.text
    begins = passage.start + (text[passage.start] in '”"“»«')
    limit = min(passage.end, begins + 2 * LONGEST_NAME)
    for pattern, strength in ((words.IS_A_PROJECT, _IS_ONE), (words.DOES, _DOES)):
        found = pattern.search(text, begins, limit)
        end = None if found is None else _end_of_name(text, begins, found.start())
        if found is None or end is None or words.NO_SUBJECT.match(text[begins:end]) is not None:
            continue
        name = text[begins:end]
        # "Marken ägs av" is about no project: a lone name has to stand elsewhere too, or beside the fund that pays.
        is_headlined = _is_headlined(page, name)
        is_paid = name.count(" ") < 3 and bodies_words.FUNDS.search(text, found.end(), passage.end) is not None
        if strength == _DOES and not (is_headlined or is_paid or _is_within(page, name, passage)):
            continue
        if text[end : found.start()].strip('”"“»« ') == "" or (strength == _IS_ONE and is_headlined):
            yield Mention(name, begins, end, strength)


def _is_within(page: Page, name: str, passage: Passage) -> bool:
    """Whether a name stands in another passage, within a sentence or in quotation marks."""
    return any(
        page.told(each).find(name) > 0 and each.start != passage.start for each in page.passages[:_MOST_PASSAGES]
    )


def _is_headlined(page: Page, name: str) -> bool:
    return any(each.is_headline and name in page.told(each) for each in page.passages[:_MOST_PASSAGES])


def _named(text: str, begins: int, end: int | None, strength: int) -> Iterator[Mention]:
    if end is not None:
        yield Mention(text[begins:end], begins, end, strength)


_CLOSE = re.compile("[”\"“»«'’‘]")

_WORD = re.compile(r"[ ]*((?:[^\s,.;:!?()”\"“»«]|[.:](?=\w)|,(?=\d))+)")


def _extended(text: str, begins: int, end: int | None, limit: int) -> int | None:
    """Return where a name ends that every mention follows with the same word, as "nu" of "Omställning nu"."""
    following = None if end is None else _WORD.match(text, end, limit)
    if following is None:
        return end
    name = text[begins:end]
    count = text.count(name, 0, _COUNTED)
    fewest = 2 if following[1] in words.ENDS_NAME else 1
    return following.end() if count > fewest and text.count(name + following[0], 0, _COUNTED) == count else end


def _quoted(text: str, begins: int, limit: int) -> int | None:
    for found in _CLOSE.finditer(text, begins, min(limit, begins + LONGEST_NAME)):
        # An apostrophe within a word closes nothing.
        if found.end() >= len(text) or not (text[found.end()].isalnum() and text[found.start() - 1].isalnum()):
            return found.start()
    return None


def _end_of_name(text: str, begins: int, limit: int, *, whole: bool = False) -> int | None:
    """Return where a name without quotation marks ends, at most; None where there is none.

    A name that goes on with "i" or "för" is taken with it where the page has it so more than once.
    """
    at, end, sure = begins, None, None
    amount = words.AMOUNT.search(text, begins, min(limit, begins + LONGEST_NAME))
    limit = limit if amount is None else amount.start()
    ends: list[int] = []
    for index in range(_MOST_WORDS):
        found = _WORD.match(text, at, min(limit, begins + LONGEST_NAME))
        word = "" if found is None else found[1]
        if found is None:
            break
        is_last = word in words.LAST_OF_NAME and text[found.end() : found.end() + 1] in _STOPS
        if index > 0 and word in words.ENDS_NAME and not is_last:
            break
        if word in words.JOINS_NAME and not (whole and word in _WITHIN):
            sure = sure or end
        else:
            end = found.end()
            ends.append(end)
        at = found.end()
    if end is None or sure is None or sure == end or whole or end == limit:
        return end
    return next((each for each in reversed(ends) if each > sure and _is_again(text, begins, each)), sure)


_STOPS = frozenset(",.;:!?\n)")


def _is_again(text: str, begins: int, end: int) -> bool:
    """Whether a page has the words of a place more than once."""
    return len(re.findall(re.escape(text[begins:end]), text[:_COUNTED], re.IGNORECASE)) > 1


_WITHIN = frozenset({"i", "på", "för", "till", "mot", "av", "in", "om", "utan"})
"""Words that end the name after "heter" only if nothing of it follows."""

_COUNTED = 200_000

_YEARS = re.compile(r"[0-9–\-— ]+\Z")


def _is_name(name: str) -> bool:
    plain = plain_name(name)
    return (
        1 < len(name) <= LONGEST_NAME
        and _YEARS.match(name) is None
        and plain not in FUND_NAMES
        and words.NO_NAME.match(name) is None
    )


class Group(NamedTuple):
    """A project with all its mentions: how surely and how often it is named, and where."""

    name: str
    score: int
    mentions: int
    places: list[tuple[int, int]]
    is_headlined: bool
    is_labelled: bool


def surest_of(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that call something a project, where there are any; else all."""
    return [each for each in mentions if each.strength > _DOES] or list(mentions)


def groups_of(page: Page, mentions: Sequence[Mention]) -> list[Group]:
    """Return the projects that are named, the most mentioned first; names that begin alike are one."""
    by_name: dict[str, list[Mention]] = {}
    for each in mentions:
        by_name.setdefault(letters_of(each.name), []).append(each)
    merged: dict[str, list[Mention]] = {}
    for key in sorted(by_name, key=len):
        known = next((short for short in merged if key.startswith(short)), key)
        merged.setdefault(known, []).extend(by_name[key])
    groups = [_group(page, found) for found in merged.values()]
    return sorted(groups, key=lambda group: (-group.score, group.places))


def _group(page: Page, found: list[Mention]) -> Group:
    first = max(found, key=lambda each: (each.strength, -each.start))
    shortest = min((each.name for each in found if each.strength == first.strength), key=len)
    count = sum(page.told(each).casefold().count(shortest.casefold()) for each in page.passages)
    headlined = any(each.is_headline and shortest.casefold() in page.told(each).casefold() for each in page.passages)
    score = sum(each.strength for each in found) + count + 4 * headlined
    places = [
        (first.start, first.end),
        *((each.start, each.end) for each in found),
        *page.places_of(shortest, _MOST_PLACES),
    ]
    return Group(first.name, score, max(count, 1), list(dict.fromkeys(places)), headlined, first.strength == _LABEL)
