"""What numbers in running text state: a figure, or a range ("2–3 miljoner", "mellan 40 och 60 procent")."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._chains import chains, units_of
from esfmodel.text._hedges import Hedge, hedge_after, hedge_before, words_before
from esfmodel.text._language import THOUSAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text._chains import Chain
    from esfmodel.text._language import Language
    from esfmodel.text._prose import Prose
    from esfmodel.text._prose_units import Unit
    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._quantities import Quantity

_CLAUSE = 60


class End(NamedTuple):
    """A number in its unit; `step` is one in its last digit."""

    number: Fraction
    step: Fraction


class Statement(NamedTuple):
    """A figure as it is stated, with `high` the upper end of a range or None, and what the words beside it say."""

    start: int
    end: int
    unit: Unit
    low: End
    high: End | None
    hedge: Hedge | None
    low_included: bool = True
    high_included: bool = True


def statements(prose: Prose, language: Language, words: ProseWords) -> Iterator[Statement]:
    """Find everything that is stated of money and shares, in order of place."""
    for chain in chains(prose, language, words):
        if any(quantity.unit for quantity in chain.quantities):
            yield from _stated(prose, chain, words)


def _stated(prose: Prose, chain: Chain, words: ProseWords) -> Iterator[Statement]:
    units, awaits = units_of(prose, chain, words)
    inherited: Hedge | None = None
    is_high = False
    for index, (quantity, unit) in enumerate(zip(chain.quantities, units, strict=True)):
        if is_high or unit is None:
            is_high, inherited = False, None
            continue
        joint = chain.joints[index] if index < len(chain.joints) else ""
        following = units[index + 1] if joint else None
        if following and (both := _range(prose, chain, index, unit, following, words)):
            yield both
            is_high = True
        elif not (awaits[index] and joint == "dash"):
            single = _single(prose.low, quantity, unit, inherited, words)
            yield single
            inherited = single.hedge if awaits[index] and joint in ("and", "or", "comma") else None


def _in_unit(quantity: Quantity, unit: Unit) -> End:
    return End(quantity.number * unit.scale, quantity.step * unit.scale)


def _single(low: str, quantity: Quantity, unit: Unit, inherited: Hedge | None, words: ProseWords) -> Statement:
    hedge, start = hedge_before(low, quantity.start, words.hedges)
    end = quantity.end
    if hedge is None:
        hedge, end = hedge_after(low, end, words.hedges)
    return Statement(start, end, unit, _in_unit(quantity, unit), None, quantity.hedge or hedge or inherited)


def _range(prose: Prose, chain: Chain, index: int, unit: Unit, following: Unit, words: ProseWords) -> Statement | None:
    """Give the range that a number and the next one are the ends of, if they are."""
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
    low, high = _in_unit(one, unit), _in_unit(other, following)
    if one.unit is None and low.number > high.number and one.number >= THOUSAND:
        # "500 000–2 miljoner kronor": only the currency is said once.
        low = _in_unit(one, unit._replace(scale=Fraction(1)))
    if low.number > high.number:
        return None
    if chain.joints[index] == "dash" or before not in (*words.between, *words.since):
        start = one.start
    hedge, start = hedge_before(prose.low, start, words.hedges)
    return Statement(start, other.end, following, low, high, one.hedge or hedge)


def _limited(
    low: str, one: Quantity, other: Quantity, unit: Unit, following: Unit, words: ProseWords
) -> Statement | None:
    """Give the range of "minst 20 000 kr och högst 1 miljon kr", where each end is said to be one."""
    (least, start), (most, _) = hedge_before(low, one.start, words.hedges), hedge_before(low, other.start, words.hedges)
    if least not in (Hedge.OVER, Hedge.AT_LEAST) or most not in (Hedge.UNDER, Hedge.AT_MOST):
        return None
    first, last = _in_unit(one, unit), _in_unit(other, following)
    if (least is Hedge.OVER and most is Hedge.UNDER) or first.number >= last.number:
        return None
    includes = {"low_included": least is Hedge.AT_LEAST, "high_included": most is Hedge.AT_MOST}
    return Statement(start, other.end, following, first, last, None, **includes)


def _is_range(low: str, start: int, before: str, joint: str, one: Quantity, words: ProseWords) -> bool:
    if joint == "to" and (before in words.since or one.unit is not None):
        return not words.changing.search(low, max(0, start - _CLAUSE), start)
    return joint in ("dash", "to") or (joint in ("and", "hedged") and before in words.between)
