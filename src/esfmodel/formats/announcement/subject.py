"""Which project a page tells of, and which of its passages are about it."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.bodies import is_place, kind_of
from esfmodel.formats.announcement.said import Place, Said
from esfmodel.formats.labels import Meaning
from esfmodel.text.reading.labels import letters_of
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import subject as words
from esfmodel.values.format import plain_name
from esfmodel.values.fund import FUND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage

_MOST_MENTIONS = 200
_MOST_PASSAGES = 500
"""How far down a page the project is named at the latest."""
_LONGEST_NAME = 120
_LONGEST_TITLE = 90
_MOST_PLACES = 20
_MOST_WORDS = 14


class Seen(enum.Enum):
    """What a page is that tells of no single project."""

    SEVERAL = "several projects"
    CALL = "a call"
    PROGRAMME = "a programme"
    NOTHING = "no project"


class NoSubject(NamedTuple):
    """What a page is instead, and the passage that says so most clearly."""

    seen: Seen
    passage: Passage | None = None


class Subject(NamedTuple):
    """The project of a page: its name, and the names of other projects on the page.

    `is_headline` is whether the page gives no name, so that its headline stands in.
    """

    name: Said[str]
    others: tuple[str, ...] = ()
    is_headline: bool = False


class _Mention(NamedTuple):
    name: str
    start: int
    end: int
    strength: int


_LABEL, _QUOTED, _CALLED, _IS_ONE, _TITLE, _DOES, _IN_MARKS = 10, 6, 4, 4, 4, 2, 2
"""How surely each way to mention a project names it."""


def subject_of(page: Page) -> Subject | NoSubject:
    """Return the project that a page tells of, or what it is instead."""
    whole = page
    # What is said to be of another project tells nothing of this one.
    page = page._replace(passages=tuple(each for each in page.passages if not words.ANOTHER.search(page.told(each))))
    call = next(
        (each for each in page.passages if each.label is not None and each.label.meaning is Meaning.CALL_BUDGET), None
    )
    if call is not None:
        return NoSubject(Seen.CALL, call)
    if _repeats_labels(page):
        return NoSubject(Seen.SEVERAL, next(each for each in page.passages if each.label is not None))
    calls, several, definite = _found(page, words.CALL), _of_several(page), _found(page, words.THE_PROJECT)
    aside = {each.name for each in _mentions(whole)} - {each.name for each in _mentions(page)}
    mentions = list(_mentions(page))
    surest = [each for each in mentions if each.strength > _DOES]
    titles = list(_titles(page, again=bool(mentions)))
    groups = _groups(page, surest or mentions or titles)
    if not groups:
        found = _without_name(page, several, len(definite), calls)
        return found._replace(others=tuple(aside)) if isinstance(found, Subject) else found
    first, *others = groups
    said = first.mentions + len(definite)
    if len(calls) > said or (len(calls) > 2 and len(calls) >= said - 1):
        return NoSubject(Seen.CALL, calls[0])
    labelled = [each for each in groups if each.is_labelled]
    if len(labelled) == 1 and _has_facts(page):
        # One label names the project, among others that state facts about it.
        name = labelled[0].name
        besides = (each.name for each in groups if not _is_within_name(each.name, name))
        return Subject(Said(name, tuple(labelled[0].places)), (*besides, *aside))
    # Named once, while the headline has another, it is one that the page only mentions.
    is_aside = first.mentions == 1 and not first.is_headlined
    if is_aside and any(
        each.is_headlined and each.mentions > 1 and not _is_within_name(each.name, first.name)
        for each in _groups(page, [*mentions, *titles])
        if not _is_no_title(each.name)
    ):
        return NoSubject(Seen.SEVERAL, _passage_at(page, first.places[0]))
    # Two articles on one page: each has its own headline.
    other = next((each for each in others if each.is_headlined and first.is_headlined), None)
    if other is not None and not _is_within_name(first.name, other.name):
        return NoSubject(Seen.SEVERAL, _passage_at(page, other.places[0]))
    # The first group is the project, if the page says more of it than of others, and of several together.
    if first.score + len(definite) <= 2 * max((each.score for each in others), default=0) or said <= len(several):
        place = next(iter(several), None)
        return NoSubject(Seen.SEVERAL, place or _passage_at(page, others[0].places[0]))
    return Subject(Said(first.name, tuple(first.places)), (*(each.name for each in others), *aside))


def _is_within_name(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _passage_at(page: Page, place: Place) -> Passage | None:
    return next((each for each in page.passages if each.start <= place[0] < each.end), None)


def _found(page: Page, pattern: re.Pattern[str]) -> list[Passage]:
    """Return the passage of each match of a pattern."""
    return [each for each in page.passages for _ in pattern.finditer(page.text, each.start, each.end)]


def _of_several(page: Page) -> list[Passage]:
    """Return the passages that tell of several projects as what the page is about."""
    return [
        each
        for each in page.passages
        # What a headline says, the page is about.
        for _ in range(2 if each.is_headline and page.told(each).count(" ") > 1 else 1)
        if words.SEVERAL.search(page.text, each.start, each.end) and not words.AMONG_MANY.search(page.told(each))
    ]


def _repeats_labels(page: Page) -> bool:
    """Whether the page has the label of an owner, and that of an amount, more than once: a list of projects."""
    labels = {each.label for each in page.passages if each.label is not None}
    meanings = [label.meaning for label in labels]
    owners = meanings.count(Meaning.OWNER) > 1 or meanings.count(Meaning.NAME) > 1
    return owners and any(meanings.count(each) > 1 for each in _LISTED)


_LISTED = (Meaning.SUPPORT, Meaning.EU_SUPPORT, Meaning.TOTAL, Meaning.NAME, Meaning.PERIOD)


def _without_name(page: Page, several: list[Passage], definite: int, calls: list[Passage]) -> Subject | NoSubject:
    if len(calls) > 1 and len(calls) >= definite:
        return NoSubject(Seen.CALL, calls[0])
    if several and len(several) >= definite:
        return NoSubject(Seen.SEVERAL, several[0])
    if not (definite or _has_facts(page) or _found(page, words.A_PROJECT) or _is_granted(page)):
        programme = next(iter(_found(page, words.PROGRAMME)), None)
        return NoSubject(Seen.NOTHING if programme is None else Seen.PROGRAMME, programme)
    # The last headline is the nearest to the text; those before it may be the publisher's.
    headlines = [
        each
        for each in page.passages
        if each.is_headline
        and not words.NO_TITLE.fullmatch(page.told(each))
        # A place before the text of a newspaper.
        and not (page.told(each).isupper() and " " not in page.told(each))
    ]
    headline = next(
        (each for each in reversed(headlines) if each.end - each.start <= _LONGEST_TITLE),
        next(iter(headlines or page.passages), None),
    )
    is_opinion = words.OPINION.match(page.told(page.passages[0])) is not None
    if headline is None or is_opinion or not _is_paid(page):
        return NoSubject(Seen.NOTHING)
    told = _without_prefix(page.told(headline)).rstrip("!. ")
    told = told if len(told) <= _LONGEST_NAME else told.partition(":")[0][:_LONGEST_NAME]
    return Subject(Said(told, ((headline.start, headline.end),)), is_headline=True)


def _is_granted(page: Page) -> bool:
    """Whether a sentence says that money of the Union has been granted."""
    return any(
        words.GRANTED_BY_UNION.search(told) is not None
        and words.UNION.search(told) is not None
        and words.PROGRAMME.search(told) is None
        for told in map(page.told, page.passages)
    )


def _has_facts(page: Page) -> bool:
    """Whether labels state facts about one project."""
    return len({each.label.meaning for each in page.passages if each.label is not None} & _FACTS) > 1


_FACTS = frozenset(map(Meaning, words.FACTS))


def _is_paid(page: Page) -> bool:
    return any(
        pattern.search(page.text, each.start, each.end)
        for each in page.passages
        for pattern in (words.UNION, words.GRANTED_BY_UNION)
    )


# --- Names


def _mentions(page: Page) -> Iterator[_Mention]:
    """Yield what the page calls a project, with the surest mentions of each place alone."""
    left = _MOST_MENTIONS
    for passage in page.passages[:_MOST_PASSAGES]:
        for each in _mentions_in(page, passage):
            if left == 0:
                return
            left -= 1
            if _is_name(each.name):
                yield each


def _titles(page: Page, *, again: bool) -> Iterator[_Mention]:
    """Yield the title that names the project: one that the text says again, or the one above facts about a project."""
    has_facts = _has_facts(page)
    if (
        not has_facts
        and not _found(page, words.THE_PROJECT)
        and not _found(page, words.A_PROJECT)
        and not _is_granted(page)
    ):
        return
    for passage in page.passages:
        told = page.told(passage)
        if (
            passage.label is not None
            or len(told) > _LONGEST_NAME
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
            if is_again or (not again and has_facts and passage.is_headline):
                begins = passage.start + told.index(title)
                yield _Mention(title, begins, begins + len(title), _TITLE)
                return


_PART = re.compile(r"[ ][–—-][ ]|:[ ]|(?<=[!?])[ ]")
_CAPITALS = re.compile(r"[^\W\d_a-zåäö][\w.-]*!?(?:[ ](?:[^\W\d_a-zåäö][\w.-]*!?|[0-9.]+))+")
_YEARS_AFTER = re.compile(r"[ ,(]+(?:19|20)[0-9]{2}[)0-9 –-]*\Z")


def _without_prefix(title: str) -> str:
    """Return a title without "Projektet" or the like before a name."""
    rest = words.TITLE_PREFIX.sub("", title)
    return rest if rest and not rest[0].islower() else title


def _parts_of_title(title: str) -> Iterator[str]:
    """Yield a title of few words, its parts, and words with capitals that follow each other in it."""
    plain = _YEARS_AFTER.sub("", _without_prefix(title)).rstrip(". ")
    for each in dict.fromkeys((plain, *_PART.split(plain), *(found[0] for found in _CAPITALS.finditer(plain)))):
        is_short = 1 < len(each) <= _LONGEST_NAME and each.count(" ") < _MOST_WORDS // 2
        if (
            is_short
            and each[0].isupper()
            and not (words.ENDS_NAME - words.WITHIN_NAME) & set(each.split())
            and not _is_no_title(each)
        ):
            yield each


def _is_no_title(name: str) -> bool:
    """Whether a name is that of a place or a body, or of nothing at all."""
    return (
        words.NO_TITLE.fullmatch(name) is not None
        or bodies_words.FUNDS.search(name) is not None
        or kind_of(name) is not None
        or is_place(name)
        or not _is_name(name)
    )


def _mentions_in(page: Page, passage: Passage) -> Iterator[_Mention]:
    text, limit = page.text, passage.end
    if passage.label is not None and passage.label.meaning is Meaning.NAME:
        name = page.told(passage).strip('”"“»«. ')
        yield _Mention(name, passage.start, passage.end, _LABEL)
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
    for found in _WORD.finditer(text, max(start, end - _LONGEST_NAME), end):
        if found[1] in words.ENDS_NAME and found[1] not in words.WITHIN_NAME:
            begins = None
        elif begins is None and not found[1][0].islower():
            begins = found.start(1)
    return begins


def _subjects(page: Page, passage: Passage) -> Iterator[_Mention]:
    """Yield the subject of a sentence that only a project can be the subject of."""
    text = page.text
    begins = passage.start + (text[passage.start] in '”"“»«')
    limit = min(passage.end, begins + 2 * _LONGEST_NAME)
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
            yield _Mention(name, begins, end, strength)


def _is_within(page: Page, name: str, passage: Passage) -> bool:
    """Whether a name stands in another passage, within a sentence or in quotation marks."""
    return any(
        page.told(each).find(name) > 0 and each.start != passage.start for each in page.passages[:_MOST_PASSAGES]
    )


def _is_headlined(page: Page, name: str) -> bool:
    return any(each.is_headline and name in page.told(each) for each in page.passages[:_MOST_PASSAGES])


def _named(text: str, begins: int, end: int | None, strength: int) -> Iterator[_Mention]:
    if end is not None:
        yield _Mention(text[begins:end], begins, end, strength)


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
    for found in _CLOSE.finditer(text, begins, min(limit, begins + _LONGEST_NAME)):
        # An apostrophe within a word closes nothing.
        if found.end() >= len(text) or not (text[found.end()].isalnum() and text[found.start() - 1].isalnum()):
            return found.start()
    return None


def _end_of_name(text: str, begins: int, limit: int, *, whole: bool = False) -> int | None:
    """Return where a name without quotation marks ends, at most; None where there is none.

    A name that goes on with "i" or "för" is taken with it where the page has it so more than once.
    """
    at, end, sure = begins, None, None
    amount = words.AMOUNT.search(text, begins, min(limit, begins + _LONGEST_NAME))
    limit = limit if amount is None else amount.start()
    ends: list[int] = []
    for index in range(_MOST_WORDS):
        found = _WORD.match(text, at, min(limit, begins + _LONGEST_NAME))
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
        1 < len(name) <= _LONGEST_NAME
        and _YEARS.match(name) is None
        and plain not in FUND_NAMES
        and words.NO_NAME.match(name) is None
    )


class _Group(NamedTuple):
    name: str
    score: int
    mentions: int
    places: list[tuple[int, int]]
    is_headlined: bool
    is_labelled: bool


def _groups(page: Page, mentions: Sequence[_Mention]) -> list[_Group]:
    """Return the projects that are named, the most mentioned first; names that begin alike are one."""
    by_name: dict[str, list[_Mention]] = {}
    for each in mentions:
        by_name.setdefault(letters_of(each.name), []).append(each)
    merged: dict[str, list[_Mention]] = {}
    for key in sorted(by_name, key=len):
        known = next((short for short in merged if key.startswith(short)), key)
        merged.setdefault(known, []).extend(by_name[key])
    groups = [_group(page, found) for found in merged.values()]
    return sorted(groups, key=lambda group: (-group.score, group.places))


def _group(page: Page, found: list[_Mention]) -> _Group:
    first = max(found, key=lambda each: (each.strength, -each.start))
    shortest = min((each.name for each in found if each.strength == first.strength), key=len)
    count = sum(page.told(each).casefold().count(shortest.casefold()) for each in page.passages)
    headlined = any(each.is_headline and shortest.casefold() in page.told(each).casefold() for each in page.passages)
    score = sum(each.strength for each in found) + count + 4 * headlined
    places = [(first.start, first.end), *((each.start, each.end) for each in found), *_occurrences(page, shortest)]
    return _Group(first.name, score, max(count, 1), list(dict.fromkeys(places)), headlined, first.strength == _LABEL)


def _occurrences(page: Page, name: str) -> Iterator[Place]:
    """Yield the first place of a name in each passage, of the first passages that have it."""
    left = _MOST_PLACES
    for each in page.passages:
        begins = page.text.find(name, each.start, each.end)
        if begins >= 0 and left > 0:
            left -= 1
            yield begins, begins + len(name)


# --- What is about the project


def is_about(page: Page, passage: Passage, subject: Subject) -> bool:
    """Whether a passage is about the project of the page, as far as it can be seen."""
    told = page.told(passage)
    has_name = subject.name.value.casefold() in told.casefold()
    if any(other in told for other in subject.others) and not has_name:
        return False
    if has_name:
        return words.EARLIER.search(told) is None and (passage.label is not None or not words.UNREAL.search(told))
    if words.ELSEWHERE.search(told) is not None or (passage.label is None and words.UNREAL.search(told)):
        return False
    if words.THE_PROJECT.search(told) is not None or passage.label is not None:
        return True
    # "Biblioteket drivs av" is about a library, unless the sentence names the money of the project.
    if words.OTHER_SUBJECT.match(told) and not words.UNION.search(told) and not words.OF_A_PROJECT.search(told):
        return False
    is_of_many = words.SEVERAL.search(told) is not None
    return not is_of_many and (words.GIVES_MANY.search(told) is None or bodies_words.FUNDS.search(told) is None)
