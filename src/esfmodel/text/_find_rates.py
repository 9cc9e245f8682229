"""Shares in running text: per cent, and words such as "hälften", "en tredjedel" and "ingen medfinansiering"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.text._found import Found
from esfmodel.text._hedges import approximation, hedge_before, known
from esfmodel.text._number_grammar import BLANK, WORD_ENDS, any_of
from esfmodel.text._number_words import number_word_pattern, read_number_word
from esfmodel.text.figures import FigureKind
from esfmodel.values.bounds import Bounds
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language
    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._statements import Statement


def find_rates(stated: Iterable[Statement]) -> Iterator[Found]:
    """Give the shares among the statements."""
    for statement in stated:
        if statement.unit.is_share:
            yield _found(statement)


def _found(statement: Statement) -> Found:
    low, high, scale = statement.low, statement.high, statement.unit.scale
    approx = approximation(statement.hedge)
    stated, step = Rate(low.number * scale), Rate(low.step * scale)
    if high is None:
        value = known(stated, statement.hedge)
        return Found(FigureKind.RATE, statement.start, statement.end, stated, approx, value, step)
    above = Rate(high.number * statement.high_unit.scale)
    step = min(step, Rate(high.step * statement.high_unit.scale))
    return Found(FigureKind.RATE, statement.start, statement.end, None, approx, Bounds(stated, above), step)


def find_worded_rates(plain: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find shares that are said in words alone; they have no last digit."""
    for pattern, share in words.shares:
        for match in pattern.finditer(plain):
            yield _worded(plain, match.start(1), match.end(1), share, None, words)
    for match in _parts(language, words).finditer(plain):
        many = read_number_word(match["many"], language)
        share = Fraction(many or 0, words.fractions[match["part"].lower()])
        adjective = words.hedging_adjectives.get((match["adjective"] or "").lower())
        yield _worded(plain, match.start(), match.end(), share, adjective, words)


def _worded(plain: str, start: int, end: int, share: Fraction, adjective: Hedge | None, words: ProseWords) -> Found:
    before, begins = hedge_before(plain, start, words)
    hedge = adjective or before
    rate = Rate(share)
    return Found(FigureKind.RATE, begins, end, rate, approximation(hedge), known(rate, hedge), None)


@cache
def _parts(language: Language, words: ProseWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?P<many>{number_word_pattern(language)}){BLANK}(?:(?P<adjective>{any_of(words.hedging_adjectives)}){BLANK})?"
        rf"(?P<part>{any_of(words.fractions)})(?:ar(?:na)?|en)?{WORD_ENDS}",
        re.IGNORECASE,
    )
