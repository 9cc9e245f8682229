"""What the words of a language say of times in running text: a table beside that of its marks and numbers."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from esfmodel.text._patterns import BLANK, any_of


@attrs.frozen(kw_only=True, eq=False)
class PeriodWords:
    """The words of one language by which periods are stated. All are in lower case."""

    months: Mapping[str, int]
    """The months as they are read: names, abbreviations without their dot, and the names of the neighbours."""
    month_word: str
    """The word that may follow the name of a month: "december månad"."""
    seasons: tuple[str, ...]
    """Parts of a year without days of their own: they say no more than the year."""
    short_seasons: tuple[str, ...]
    """Terms of which a year of two figures may follow: "ht 24"."""
    year: str
    years: tuple[str, ...]
    """Words that make the numbers after them years."""
    split_years: tuple[str, ...]
    """Words after which 2015/16 is the time from one year into the next, and no reference number."""
    turn_of_year: str
    of_year: str
    """What may follow a year that stands before its noun: "2023 års"."""
    ordinals: Mapping[str, int]
    parts: Mapping[str, int]
    """Parts of a year that are counted, with their months: "andra kvartalet", "kvartal 2", "q2"."""
    part_of: tuple[str, ...]
    article: str
    day_endings: tuple[str, ...]
    """What may stand around a day: "den 13:e maj"."""
    clock: tuple[str, ...]
    """The word before a time of day, which may stand between a day and its year."""

    starting: tuple[str, ...]
    after: tuple[str, ...]
    ending: tuple[str, ...]
    before: tuple[str, ...]
    between: tuple[str, ...]
    about: tuple[str, ...]
    as_of: tuple[str, ...]
    """Words right before a time: it is the first day, lies before it, is the last day, and so on."""
    ahead: tuple[str, ...]
    """Words that may stand before the word for an end: "ända till"."""
    and_words: tuple[str, ...]
    fillers: tuple[str, ...]
    """Words that may stand between any of these and the time, and say nothing of it."""
    vague: tuple[str, ...]
    """Fillers by which a time is somewhere within the year or month that follows: "slutet av"."""
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    """What starts or ends: the time is the first or the last of something."""
    neither: tuple[str, ...]
    """What only happens once: a time after it is neither."""
    onward: tuple[str, ...]
    """Words after a time by which it goes on from there."""
    moves: tuple[str, ...]
    """What moves an end: both times are then ends."""
    lasting: tuple[str, ...]
    """What goes on, before the word for its end: "och pågår till"."""
    barriers: tuple[str, ...]
    """Words that begin a new thought, beyond which nothing is said of the time."""
    auxiliaries: tuple[str, ...]
    throughout: tuple[str, ...]
    """Words before a time that say the whole of it is meant."""

    names: tuple[str, ...]
    """Words that are a name with the year after them: "Agenda 2030"."""
    prepositions: tuple[str, ...]
    """Words by which a capitalised word before a year is a place or a body, and the year no part of a name."""
    counted: tuple[str, ...]
    """What follows a number that only looks like a year."""
    numbering: tuple[str, ...]
    """What stands before a number that only looks like a year."""


def time_of_day(words: PeriodWords) -> str:
    """Give the regular expression of a time of day."""
    return rf"{any_of(words.clock)}{BLANK}?[0-9]{{1,2}}(?:[.:][0-9]{{2}})?"
