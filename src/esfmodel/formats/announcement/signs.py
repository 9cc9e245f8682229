"""Signs of what a page tells of: one project, several, or the money of the Union."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.formats.labels import Meaning
from esfmodel.text.words.announcements import subject as words

if TYPE_CHECKING:
    import re

    from esfmodel.formats.announcement.page import Page, Passage


def passages_with(page: Page, pattern: re.Pattern[str]) -> list[Passage]:
    """Return the passage of each match of a pattern."""
    return [each for each in page.passages for _ in pattern.finditer(page.text, each.start, each.end)]


def of_several(page: Page) -> list[Passage]:
    """Return the passages that tell of several projects as what the page is about."""
    return [
        each
        for each in page.passages
        # What a headline says, the page is about.
        for _ in range(2 if each.is_headline and page.told(each).count(" ") > 1 else 1)
        if words.SEVERAL.search(page.text, each.start, each.end) and not words.AMONG_MANY.search(page.told(each))
    ]


def repeats_labels(page: Page) -> bool:
    """Whether the page has the label of an owner, and that of an amount, more than once: a list of projects."""
    labels = {each.label for each in page.passages if each.label is not None}
    meanings = [label.meaning for label in labels]
    owners = meanings.count(Meaning.OWNER) > 1 or meanings.count(Meaning.NAME) > 1
    return owners and any(meanings.count(each) > 1 for each in _LISTED)


_LISTED = (Meaning.SUPPORT, Meaning.EU_SUPPORT, Meaning.TOTAL, Meaning.NAME, Meaning.PERIOD)


def is_granted(page: Page) -> bool:
    """Whether a sentence says that money of the Union has been granted."""
    return any(
        words.GRANTED_BY_UNION.search(told) is not None
        and words.UNION.search(told) is not None
        and words.PROGRAMME.search(told) is None
        for told in map(page.told, page.passages)
    )


def has_facts(page: Page) -> bool:
    """Whether labels state facts about one project."""
    return len({each.label.meaning for each in page.passages if each.label is not None} & _FACTS) > 1


_FACTS = frozenset(map(Meaning, words.FACTS))


def is_paid(page: Page) -> bool:
    """Whether a sentence names the Union's money, or says that money is granted."""
    return any(
        pattern.search(page.text, each.start, each.end)
        for each in page.passages
        for pattern in (words.UNION, words.GRANTED_BY_UNION)
    )
