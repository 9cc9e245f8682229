"""Amounts and shares in running text: "drygt 12 miljoner kronor", "40/60 procent", "hälften".

Four steps: `quantities` finds every number, `chains` joins those that a word or a mark connects, `statements` joins
ranges, `find_money` and `find_rates` make figures of them. The last two are here, the last one first.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.text.prose._chains import chains, units_of
from esfmodel.text.prose._prose import made
from esfmodel.text.prose.figures import Approximation, FigureKind, Found
from esfmodel.text.words.hedges import (
    AFTER_NO_WORD,
    BLANK,
    WORD_ENDS,
    Hedge,
    any_of,
    approximation,
    hedge_after,
    hedge_before,
    hedged_value,
    words_before,
)
from esfmodel.text.words.language import THOUSAND, number_word_pattern, read_number_word
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text.prose._chains import Chain
    from esfmodel.text.prose._prose import Prose
    from esfmodel.text.prose._quantities import Quantity
    from esfmodel.text.prose._words import ProseUnit, ProseWords
    from esfmodel.text.words.language import Language

_SENTENCE_ENDS = re.compile(r"[.!?][ \n]|\n\n")
# A member of an enumeration is looked up slowly on Python 3.11.
_MONEY, _RATE = FigureKind.MONEY, FigureKind.RATE
# How many amounts, and how many characters, are searched for a later currency: keeps the time linear in the text.
_LOOKAHEAD = 3
_FURTHEST = 300


def find_money(low: str, stated: Iterable[Statement], words: ProseWords, default: str) -> Iterator[Found]:
    """Yield the amounts among the statements, except those that no `Money` can hold.

    An amount without a currency has that of the last amount before it in the paragraph, else of the next in the
    sentence, else that of the language of its scale ("millioner" is Norwegian), else the only one of the paragraph,
    else the default.
    """
    for amounts in _by_paragraph(low, (statement for statement in stated if not statement.unit.is_share)):
        for statement, currency in _with_currencies(low, amounts, words, default):
            if (figure := _money_figure(statement, currency)) is not None:
                yield figure


def _with_currencies(
    low: str, amounts: list[Statement], words: ProseWords, default: str
) -> Iterator[tuple[Statement, str]]:
    """Yield the amounts of a paragraph, each with its currency."""
    currencies = [statement.unit.currency for statement in amounts]
    is_named = None not in currencies
    only = None if is_named else _only_currency(low, amounts, words)
    carried: str | None = None
    for index, (statement, currency) in enumerate(zip(amounts, currencies, strict=True)):
        if currency is not None:
            yield statement, currency
            # In "12 miljoner kronor (1 miljon euro), varav 6 miljoner" the last amount is in kronor still.
            if not (is_named or (carried and _is_aside(low, statement))):
                carried = currency
            continue
        later = None if carried else _named_later(low, amounts, index)
        is_converted = later is not None and _is_converted(low, statement.end, later, words)
        named = later.unit.currency if later and not is_converted else None
        currency = carried or named or statement.unit.abroad or only or default
        # "3 miljoner, motsvarande 33 miljoner kronor" are no kronor.
        if not (later and is_converted and currency == later.unit.currency and statement.low.number < later.low.number):
            yield statement, currency


def _by_paragraph(low: str, amounts: Iterable[Statement]) -> Iterator[list[Statement]]:
    together: list[Statement] = []
    for statement in amounts:
        if together and low.find("\n\n", together[-1].end, statement.start) >= 0:
            yield together
            together = []
        together.append(statement)
    yield together


def _only_currency(low: str, amounts: list[Statement], words: ProseWords) -> str | None:
    """Return the only currency that a paragraph names after its first amount, which names none, apart from conversions.

    It is None where it names none or several.
    """
    named = {
        statement.unit.currency
        for before, statement in pairwise(amounts)
        if not _is_converted(low, before.end, statement, words)
    } - {None}
    return named.pop() if len(named) == 1 else None


def _is_converted(low: str, end: int, statement: Statement, words: ProseWords) -> bool:
    """Whether an amount is another one in other money: "(3 miljoner euro)", "vilket motsvarar 3 miljoner euro"."""
    since = max(end, statement.start - _CLAUSE)
    return _is_aside(low, statement) or words.in_other_money.search(low, since, statement.start) is not None


def _is_aside(low: str, statement: Statement) -> bool:
    """Whether an amount stands in brackets, as a conversion to another currency does."""
    return low[max(0, statement.start - 1) : statement.start] == "("


def _named_later(low: str, amounts: list[Statement], index: int) -> Statement | None:
    """Return the next amount in the sentence that names its currency: "3 av de 12 miljoner euro"."""
    end = amounts[index].end
    for later in amounts[index + 1 : index + 1 + _LOOKAHEAD]:
        if later.start - end > _FURTHEST or _SENTENCE_ENDS.search(low, end, later.start):
            return None
        if later.unit.currency is not None:
            return later
    return None


def _money_figure(statement: Statement, currency: str) -> Found | None:
    """Return the amount, or None where it is finer than an öre or too large for `Money`."""
    (number, step), last, hedge = statement.low, statement.high, statement.hedge
    low, approx, value = _hedged_money(number, currency, hedge)
    if low is None:
        return None
    stated: Money | None = low
    if last is not None:
        high = _money(last.number, currency)
        if high is None:
            return None
        step = min(step, last.step)
        stated = statement.stated and _money(statement.stated.number, currency)
        value = Bounds(low, high, low_included=statement.low_included, high_included=statement.high_included)
    return made(
        Found, (_MONEY, statement.start, statement.end, stated, approx, value, _step(step, currency), None, None)
    )


@lru_cache(maxsize=1024)
def _hedged_money(
    number: Fraction | int, currency: str, hedge: Hedge | None
) -> tuple[Money | None, Approximation, Money | Bounds[Money] | None]:
    """Return an amount, or None where no `Money` can hold it, and what its hedge makes of it; amounts often recur."""
    amount = _money(number, currency)
    return amount, approximation(hedge), None if amount is None else hedged_value(amount, hedge)


@lru_cache(maxsize=128)
def _step(step: Fraction | int, currency: str) -> Money:
    # "12,5000 kr" has more decimals than kronor have; its step is then one öre.
    return Money.of_fraction(Fraction(step), currency, rounding=Rounding.MINOR_UP)


def _money(amount: Fraction | int, currency: str) -> Money | None:
    try:
        return Money(amount, currency) if isinstance(amount, int) else Money.of_fraction(amount, currency)
    except InvalidValue:
        return None


# --- Shares

_HUNDRED = 100


def find_rates(stated: Iterable[Statement]) -> Iterator[Found]:
    """Yield the shares that are stated in per cent or per mille."""
    for statement in stated:
        if statement.unit.is_share:
            yield _rate_figure(statement)


def _rate_figure(statement: Statement) -> Found:
    (number, step), last, hedge = statement.low, statement.high, statement.hedge
    low = Rate(number)
    stated: Rate | None = low
    if last is None:
        value = hedged_value(low, hedge)
    else:
        step = min(step, last.step)
        stated = statement.stated and Rate(statement.stated.number)
        included = {"low_included": statement.low_included, "high_included": statement.high_included}
        value = Bounds(low, Rate(last.number), **included)
    return made(
        Found, (_RATE, statement.start, statement.end, stated, approximation(hedge), value, Rate(step), None, None)
    )


def find_worded_rates(low: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find shares in words ("hälften", "en tredjedel", "ingen medfinansiering") and splits ("40/60 procent")."""
    shares = [share for _, _, share in words.shares]
    # Each match begins with the character before the share, which `re` seeks much faster than a place without letters.
    for match in _worded_pattern(words).finditer(f"\n{low}"):
        # Each share has one group, so the number of the group that matched says which share it is.
        group = match.lastindex or 0
        yield _worded(low, match.start(group) - 1, match.end(group) - 1, shares[group - 1], None, words)
    yield from _find_splits(low, language)
    yield from _find_fractions(low, language, words)
    yield from _find_parts_of_crowns(low, language, words)


def _find_splits(low: str, language: Language) -> Iterator[Found]:
    """Find "40/60 procent" and "40/35/25 %"."""
    for match in _split_pattern(language).finditer(low) if "/" in low else ():
        parts = match[1].split("/")
        if sum(map(int, parts)) != _HUNDRED:
            continue
        start = match.start()
        for index, number in enumerate(parts, 1):
            part, step = (Rate(Fraction(count, _HUNDRED)) for count in (int(number), 1))
            end = start + len(number) if index < len(parts) else match.end()
            yield Found(_RATE, start, end, part, approximation(None), part, step)
            start = end + 1


def _find_fractions(low: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find "två tredjedelar" and "en knapp tredjedel"."""
    for match in _parts_pattern(language).finditer(low):
        before = words_before(low, match.start(), 2)
        # "en knapp tredjedel": a hedge stands between the count and the part.
        hedge = words.hedges.within.get(before[0][0]) if before else None
        for word, start in before[1:] if hedge else before[:1]:
            if (count := read_number_word(word, language)) is not None:
                share = Fraction(count, language.fractions[match[1]])
                yield _worded(low, start, match.end(), share, hedge, words)


def _find_parts_of_crowns(low: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find "tre av fyra kronor"."""
    for match in _part_of_crowns(language, words).finditer(low):
        whole = _small_number(match[1], language) or 0
        for word, start in words_before(low, match.start(), 1):
            part = _small_number(word, language)
            if part is not None and part < whole <= _LARGEST_WHOLE:
                yield _worded(low, start, match.end(), Fraction(part, whole), None, words)


_LARGEST_WHOLE = 10
"""The part of a larger whole may be an amount: "3 av 20 kronor"."""


def _small_number(word: str, language: Language) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 3 else read_number_word(word, language)


@cache
def _part_of_crowns(language: Language, words: ProseWords) -> re.Pattern[str]:
    prefix = rf"(?:{any_of(words.unit_prefixes)}-?)?"
    adjective = rf"(?:[^\W\d_]{{2,15}}{BLANK})?"
    number = rf"({number_word_pattern(language)}|[0-9]{{1,2}})"
    return re.compile(
        rf"{words.part_of}(?<![^\W_]{words.part_of}){BLANK}{number}{BLANK}{adjective}{prefix}{any_of(words.whole_crowns)}{WORD_ENDS}"
    )


def _worded(low: str, start: int, end: int, share: Fraction, adjective: Hedge | None, words: ProseWords) -> Found:
    hedge, start = hedge_before(low, start, words.hedges)
    hedge = adjective or hedge
    rate = Rate(share)
    return Found(_RATE, start, end, rate, approximation(hedge), hedged_value(rate, hedge), None)


@cache
def _worded_pattern(words: ProseWords) -> re.Pattern[str]:
    begins, patterns, _ = zip(*words.shares, strict=True)
    # What they begin with is tried first, so that most words of a text are passed over at once.
    first = any_of(word for each in begins for word in each)
    return re.compile(rf"{AFTER_NO_WORD}(?={first})(?:{'|'.join(patterns)}){WORD_ENDS}")


@cache
def _split_pattern(language: Language) -> re.Pattern[str]:
    percent = any_of(word for word, worth in language.shares_read.items() if worth == Fraction(1, _HUNDRED))
    return re.compile(rf"([0-9](?<![\w/.,].)[0-9]{{0,2}}(?:/[0-9]{{1,3}}){{1,3}}){BLANK}?{percent}{WORD_ENDS}")


@cache
def _parts_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"({any_of(language.fractions)})(?:ar(?:na)?|en)?{WORD_ENDS}")


# --- Statements: a number in its unit, or a range of two

_CLAUSE = 60
"""How many characters before a range are searched for a verb of change ("ökar från 2 till 3 miljoner")."""


class End(NamedTuple):
    """A number in its unit; `step` is one in its last digit."""

    number: Fraction | int
    step: Fraction | int


class Statement(NamedTuple):
    """A number in its unit, with the words beside it; `high` is the upper end of a range, else None."""

    start: int
    end: int
    unit: ProseUnit
    low: End
    high: End | None
    hedge: Hedge | None
    low_included: bool = True
    high_included: bool = True
    stated: End | None = None
    """The middle of a range that is stated with its tolerance: "53 ± 0,5 %"."""


def statements(prose: Prose, language: Language, words: ProseWords, default: str) -> Iterator[Statement]:
    """Yield every amount and share, and range of them, in order of place."""
    for chain in list(chains(prose, language, words, default)):
        if not chain.joints and (own := chain.quantities[0].unit):
            yield _single(prose.low, chain.quantities[0], own, None, words)
        else:
            yield from _chain_statements(prose, chain, words)


def _chain_statements(prose: Prose, chain: Chain, words: ProseWords) -> Iterator[Statement]:
    units, awaits = units_of(prose, chain, words)
    inherited: Hedge | None = None
    is_high = False
    for index, (quantity, unit) in enumerate(zip(chain.quantities, units, strict=True)):
        # The upper end of a range has been stated with the lower one.
        if is_high or unit is None:
            is_high, inherited = False, None
            continue
        joint = chain.joints[index] if index < len(chain.joints) else ""
        following = units[index + 1] if joint else None
        if following and (both := _range(prose, chain, index, unit, following, words)):
            yield both
            is_high = True
        elif following and joint == "within" and (around := _tolerance(prose, chain, index, unit, following, words)):
            yield around
            is_high = True
        # A number that has its unit only through a dash, and is no range ("4-2 miljoner"), may be part of a name.
        elif not (awaits[index] and joint == "dash"):
            single = _single(prose.low, quantity, unit, inherited, words)
            yield single
            # "Högst 40 respektive 60 procent": a hedge counts for every number that waits for the same unit.
            inherited = single.hedge if awaits[index] and joint in ("and", "or", "comma") else None


def _as_end(quantity: Quantity, unit: ProseUnit) -> End:
    number, step, scale = quantity.number, quantity.step, unit.scale
    if unit.is_share:
        return made(End, (_share(number, scale), scale if step == 1 else _share(step, scale)))
    if scale == 1:
        return made(End, (number, step))
    return made(End, (_times(number, scale), _times(step, scale)))


def _share(number: Fraction | int, scale: Fraction | int) -> Fraction | int:
    # Much faster than a product of fractions.
    return Fraction(number.numerator * scale.numerator, number.denominator * scale.denominator)


def _times(number: Fraction | int, scale: Fraction | int) -> Fraction | int:
    # Most amounts are whole, and `int` is much faster than `Fraction`.
    whole, rest = divmod(number.numerator * scale.numerator, number.denominator * scale.denominator)
    return number * scale if rest else whole


def _single(low: str, quantity: Quantity, unit: ProseUnit, inherited: Hedge | None, words: ProseWords) -> Statement:
    hedge, start = hedge_before(low, quantity.start, words.hedges)
    end = quantity.end
    if hedge is None:
        hedge, end = hedge_after(low, end, words.hedges)
    return made(
        Statement,
        (start, end, unit, _as_end(quantity, unit), None, quantity.hedge or hedge or inherited, True, True, None),
    )


def _tolerance(
    prose: Prose, chain: Chain, index: int, unit: ProseUnit, following: ProseUnit, words: ProseWords
) -> Statement | None:
    """Return "53 ± 0,5 %" with its limits; None where the tolerance is in another unit."""
    one, other = chain.quantities[index : index + 2]
    if (unit.is_share, unit.currency) != (following.is_share, following.currency) or one.hedge:
        return None
    middle, most = _as_end(one, unit), _as_end(other, following)
    low, high = (middle._replace(number=middle.number + sign * most.number) for sign in (-1, 1))
    hedge, start = hedge_before(prose.low, one.start, words.hedges)
    return Statement(start, other.end, unit, low, high, hedge, stated=middle)


def _range(
    prose: Prose, chain: Chain, index: int, unit: ProseUnit, following: ProseUnit, words: ProseWords
) -> Statement | None:
    """Return the range from a number to the next one in the chain; None when they are two figures."""
    one, other = chain.quantities[index : index + 2]
    if following.currency is None and not following.is_share:
        following = following._replace(currency=unit.currency)
    if unit.is_share != following.is_share or unit.currency != following.currency:
        return None
    before, start = next(iter(words_before(prose.low, one.start, 1)), ("", one.start))
    if chain.joints[index] == "hedged" and before not in words.between:
        return _limited(prose.low, one, other, unit, following, words)
    if not _is_range(prose.low, start, before, chain.joints[index], one, words):
        return None
    low, high = _as_end(one, unit), _as_end(other, following)
    if one.unit is None and low.number > high.number and one.number >= THOUSAND:
        # "500 000–2 miljoner kronor": they share the currency, not the scale.
        low = _as_end(one, unit._replace(scale=1))
    if low.number > high.number:
        return None
    if chain.joints[index] == "dash" or before not in (*words.between, *words.since):
        start = one.start
    hedge, start = hedge_before(prose.low, start, words.hedges)
    return Statement(start, other.end, following, low, high, one.hedge or hedge)


def _limited(
    low: str, one: Quantity, other: Quantity, unit: ProseUnit, following: ProseUnit, words: ProseWords
) -> Statement | None:
    """Return the range of "minst 20 000 kr och högst 1 miljon kr", where each end has its own hedge."""
    (least, start), (most, _) = hedge_before(low, one.start, words.hedges), hedge_before(low, other.start, words.hedges)
    if least not in (Hedge.OVER, Hedge.AT_LEAST) or most not in (Hedge.UNDER, Hedge.AT_MOST):
        return None
    first, last = _as_end(one, unit), _as_end(other, following)
    # "Över 20 och under 30 procent" may as well be two statements about two things.
    if (least is Hedge.OVER and most is Hedge.UNDER) or first.number >= last.number:
        return None
    return Statement(start, other.end, following, first, last, None, least is Hedge.AT_LEAST, most is Hedge.AT_MOST)


def _is_range(low: str, start: int, before: str, joint: str, one: Quantity, words: ProseWords) -> bool:
    if joint == "to" and (before in words.since or one.unit is not None):
        return not words.changing.search(low, max(0, start - _CLAUSE), start)
    return joint in ("dash", "to") or (joint in ("and", "hedged") and before in words.between)
