"""Which project a page tells of, and which of its passages are about it."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.names import (
    LONGEST_NAME,
    groups_of,
    is_no_title,
    is_within_name,
    mentions_of,
    surest_of,
    titles_of,
    without_prefix,
)
from esfmodel.formats.announcement.said import Place, Said
from esfmodel.formats.announcement.signs import (
    has_facts,
    is_granted,
    is_paid,
    of_several,
    passages_with,
    repeats_labels,
)
from esfmodel.formats.labels import Meaning
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import subject as words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from esfmodel.formats.announcement.names import Group
    from esfmodel.formats.announcement.page import Page, Passage


_LONGEST_TITLE = 90


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
    if repeats_labels(page):
        return NoSubject(Seen.SEVERAL, next(each for each in page.passages if each.label is not None))
    calls, several, definite = passages_with(page, words.CALL), of_several(page), passages_with(page, words.THE_PROJECT)
    mentions = list(mentions_of(page))
    aside = {each.name for each in mentions_of(whole)} - {each.name for each in mentions}
    titles = list(titles_of(page, again=bool(mentions)))
    groups = groups_of(page, surest_of(mentions) or titles)
    if not groups:
        found = _without_name(page, several, len(definite), calls)
        return found._replace(others=tuple(aside)) if isinstance(found, Subject) else found
    return _chosen(page, groups, groups_of(page, [*mentions, *titles]), calls, several, len(definite), aside)


def _chosen(
    page: Page,
    groups: Sequence[Group],
    every: Sequence[Group],
    calls: Sequence[Passage],
    several: Sequence[Passage],
    definite: int,
    aside: Collection[str],
) -> Subject | NoSubject:
    """Return the project that is named the most, if the page is on it alone; `every` has the less sure too."""
    first, *others = groups
    said = first.mentions + definite
    if len(calls) > said or (len(calls) > 2 and len(calls) >= said - 1):
        return NoSubject(Seen.CALL, calls[0])
    labelled = [each for each in groups if each.is_labelled]
    if len(labelled) == 1 and has_facts(page):
        # One label names the project, among others that state facts about it.
        name = labelled[0].name
        besides = (each.name for each in groups if not is_within_name(each.name, name))
        return Subject(Said(name, tuple(labelled[0].places)), (*besides, *aside))
    # Named once, while the headline has another, it is one that the page only mentions.
    is_aside = first.mentions == 1 and not first.is_headlined
    if is_aside and any(
        each.is_headlined and each.mentions > 1 and not is_within_name(each.name, first.name)
        for each in every
        if not is_no_title(each.name)
    ):
        return NoSubject(Seen.SEVERAL, _passage_at(page, first.places[0]))
    # Two articles on one page: each has its own headline.
    other = next((each for each in others if each.is_headlined and first.is_headlined), None)
    if other is not None and not is_within_name(first.name, other.name):
        return NoSubject(Seen.SEVERAL, _passage_at(page, other.places[0]))
    # The first group is the project, if the page says more of it than of others, and of several together.
    if first.score + definite <= 2 * max((each.score for each in others), default=0) or said <= len(several):
        place = next(iter(several), None)
        return NoSubject(Seen.SEVERAL, place or _passage_at(page, others[0].places[0]))
    return Subject(Said(first.name, tuple(first.places)), (*(each.name for each in others), *aside))


def _passage_at(page: Page, place: Place) -> Passage | None:
    return next((each for each in page.passages if each.start <= place[0] < each.end), None)


def _without_name(page: Page, several: list[Passage], definite: int, calls: list[Passage]) -> Subject | NoSubject:
    if len(calls) > 1 and len(calls) >= definite:
        return NoSubject(Seen.CALL, calls[0])
    if several and len(several) >= definite:
        return NoSubject(Seen.SEVERAL, several[0])
    if not (definite or has_facts(page) or passages_with(page, words.A_PROJECT) or is_granted(page)):
        programme = next(iter(passages_with(page, words.PROGRAMME)), None)
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
    if headline is None or is_opinion or not is_paid(page):
        return NoSubject(Seen.NOTHING)
    told = without_prefix(page.told(headline)).rstrip("!. ")
    told = told if len(told) <= LONGEST_NAME else told.partition(":")[0][:LONGEST_NAME]
    return Subject(Said(told, ((headline.start, headline.end),)), is_headline=True)


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
