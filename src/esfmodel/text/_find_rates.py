"""Shares in running text: per cent, and words such as "hälften", "en tredjedel" and "ingen medfinansiering"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.text._found import Found
from esfmodel.text._hedges import approximation, hedge_before, known, words_before
from esfmodel.text._number_words import read_number_word
from esfmodel.text._patterns import BLANK, WORD_ENDS, any_of
from esfmodel.text.figures import FigureKind
from esfmodel.values.bounds import Bounds
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language
    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._statements import Statement


_HUNDRED = 100


def find_rates(stated: Iterable[Statement]) -> Iterator[Found]:
    """Give the shares among the statements."""
    for statement in stated:
        if statement.unit.is_share:
            yield _found(statement)


def _found(statement: Statement) -> Found:
    low, high = Rate(statement.low.number), statement.high and Rate(statement.high.number)
    step = Rate(min(statement.low.step, statement.high.step) if statement.high else statement.low.step)
    stated = low if high is None else None
    included = {"low_included": statement.low_included, "high_included": statement.high_included}
    value = known(low, statement.hedge) if high is None else Bounds(low, high, **included)
    return Found(FigureKind.RATE, statement.start, statement.end, stated, approximation(statement.hedge), value, step)


def find_worded_rates(low: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find shares that are said in words alone; they have no last digit."""
    shares = [share for _, share in words.shares]
    for match in _worded_pattern(words).finditer(low):
        group = match.lastindex or 0
        yield _worded(low, match.start(group), match.end(group), shares[group - 1], None, words)
    for match in _split_pattern(language).finditer(low):
        if int(match[1]) + int(match[2]) == _HUNDRED:
            for group, end in ((1, match.end(1)), (2, match.end())):
                part, step = (Rate(Fraction(number, _HUNDRED)) for number in (int(match[group]), 1))
                yield Found(FigureKind.RATE, match.start(group), end, part, approximation(None), part, step)
    for match in _parts_pattern(words).finditer(low):
        before = words_before(low, match.start(), 2)
        hedge = words.hedges.within.get(before[0][0]) if before else None
        for word, start in before[1:] if hedge else before[:1]:
            if (count := read_number_word(word, language)) is not None:
                share = Fraction(count, words.fractions[match[1]])
                yield _worded(low, start, match.end(), share, hedge, words)


def _worded(low: str, start: int, end: int, share: Fraction, adjective: Hedge | None, words: ProseWords) -> Found:
    hedge, start = hedge_before(low, start, words.hedges)
    hedge = adjective or hedge
    rate = Rate(share)
    return Found(FigureKind.RATE, start, end, rate, approximation(hedge), known(rate, hedge), None)


@cache
def _worded_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(pattern for pattern, _ in words.shares)}){WORD_ENDS}")


@cache
def _split_pattern(language: Language) -> re.Pattern[str]:
    """Give the regular expression of a whole that is split in two: "40/60 procent"."""
    percent = any_of(word for word, worth in language.shares_read.items() if worth == Fraction(1, _HUNDRED))
    return re.compile(rf"(?<![\w/.,])([0-9]{{1,3}})/([0-9]{{1,3}}){BLANK}?{percent}{WORD_ENDS}")


@cache
def _parts_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"({any_of(words.fractions)})(?:ar(?:na)?|en)?{WORD_ENDS}")
