"""What numbers and units in running text state together: one figure, a range, or several with one unit between them.

"2–3 miljoner" and "mellan 40 och 60 procent" are ranges, "40 respektive 60 procent" two shares with one sign.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._hedges import hedge_after, hedge_before, words_before
from esfmodel.text._language import THOUSAND
from esfmodel.text._number_grammar import BLANK, any_of
from esfmodel.text._quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language
    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._quantities import Quantity
    from esfmodel.text._unit_grammar import Unit


class Statement(NamedTuple):
    """A figure as it is stated, or the two ends of a range; each quantity has its unit."""

    start: int
    end: int
    low: Quantity
    high: Quantity | None
    unit: Unit
    high_unit: Unit
    hedge: Hedge | None


_LONGEST_JOINT = 40
_LONGEST_CHAIN = 24
_CLAUSE = 60
_YEARS = range(1900, 2101)


class _Chain(NamedTuple):
    """Numbers between which there is nothing but a word or mark that joins them, and how each is joined to the next."""

    quantities: list[Quantity]
    joints: list[str]


def statements(plain: str, language: Language, words: ProseWords) -> Iterator[Statement]:
    """Find everything that is stated of money and shares, in order of place."""
    chain = _Chain([], [])
    for quantity in quantities(plain, language, words):
        joint = _joint(plain, chain.quantities[-1], quantity, words) if chain.quantities else None
        if joint is None or len(chain.joints) == _LONGEST_CHAIN:
            yield from _stated(plain, chain, words)
            chain = _Chain([], [])
            if _is_part_of_a_word(plain, quantity.start):
                continue
        else:
            chain.joints.append(joint)
        chain.quantities.append(quantity)
    yield from _stated(plain, chain, words)


def _is_part_of_a_word(plain: str, start: int) -> bool:
    """Say whether a hyphen joins a number to the word before it: "covid-19"."""
    return plain[max(0, start - 1) : start] == "-" and plain[max(0, start - 2) : start - 1].isalpha()


@cache
def _joint_pattern(words: ProseWords) -> re.Pattern[str]:
    others = any_of(set(words.conjoined) - {words.and_word})
    hedged = rf"(?:{any_of(words.hedges)}{BLANK})?"
    return re.compile(
        rf"(?P<dash>{BLANK}?[-–—−]{BLANK}?)|{BLANK}(?:(?P<to>{any_of(words.to)})|(?P<and>{words.and_word})|(?P<or>{others})){BLANK}"
        rf"|(?P<comma>,{BLANK})|(?P<of>,?{BLANK}{any_of(words.of_which)}{BLANK}{hedged})|(?P<and_hedged>{BLANK}{words.and_word}{BLANK}{hedged})"
    )


def _joint(plain: str, one: Quantity, other: Quantity, words: ProseWords) -> str | None:
    if not 0 < other.start - one.end <= _LONGEST_JOINT:
        return None
    found = _joint_pattern(words).fullmatch(plain, one.end, other.start)
    return found.lastgroup if found else None


def _stated(plain: str, chain: _Chain, words: ProseWords) -> Iterator[Statement]:
    units, is_elided = _units(plain, chain, words)
    inherited: Hedge | None = None
    index = 0
    while index < len(units):
        low, unit = chain.quantities[index], units[index]
        both = _range(plain, chain, units, index, words) if is_elided[index] or index + 1 < len(units) else None
        if both is not None:
            yield both
            index += 2
            continue
        joint = chain.joints[index] if index < len(chain.joints) else ""
        if unit is not None and not (is_elided[index] and joint == "dash"):
            single = _statement(plain, low, unit, words, inherited=inherited)
            yield single
            inherited = single.hedge if is_elided[index] and joint in ("and", "or", "comma") else None
        index += 1


def _statement(
    plain: str, low: Quantity, unit: Unit, words: ProseWords, *, inherited: Hedge | None = None
) -> Statement:
    before, start = hedge_before(plain, low.start, words)
    after, end = (None, low.end) if before else hedge_after(plain, low.end, words)
    return Statement(start, end, low, None, unit, unit, low.hedge or before or after or inherited)


def _units(plain: str, chain: _Chain, words: ProseWords) -> tuple[list[Unit | None], list[bool]]:
    """Give every number its unit, also where it is said of a later one only; and tell which those are."""
    units = [quantity.unit for quantity in chain.quantities]
    is_elided = [False] * len(units)
    for index in reversed(range(len(units) - 1)):
        unit, following = units[index], units[index + 1]
        if following is None:
            continue
        if unit is None:
            if _may_share(plain, chain, index, is_elided, words):
                units[index], is_elided[index] = following, True
        elif unit.currency is None and not unit.is_share and not following.is_share:
            units[index] = unit._replace(currency=following.currency)
    _carry_on(plain, chain, units, words)
    return units, is_elided


def _carry_on(plain: str, chain: _Chain, units: list[Unit | None], words: ProseWords) -> None:
    """Give numbers the unit of an earlier one: "12 miljoner kronor, varav 6 från EU och cirka 2 från kommunen"."""
    carried: Unit | None = None
    for index, joint in enumerate(chain.joints, start=1):
        before = units[index - 1]
        if joint == "of" and before is not None and before.scale > THOUSAND:
            carried = before
        elif joint not in ("and", "and_hedged"):
            carried = None
        if units[index] is not None or not words.goes_on.match(plain, chain.quantities[index].end):
            carried = None
        elif carried is not None:
            units[index] = carried


def _may_share(plain: str, chain: _Chain, index: int, is_elided: list[bool], words: ProseWords) -> bool:
    """Say whether a number without a unit has the one of the next."""
    quantity, joint = chain.quantities[index], chain.joints[index]
    before = [word.lower() for word, _ in words_before(plain, quantity.start, 1)]
    if joint == "dash":
        return index == 0 or chain.joints[index - 1] != "dash"
    if joint == "to" or before == [words.between]:
        return True
    if joint == "comma" and not is_elided[index + 1]:
        return False
    return joint in ("and", "or", "comma") and not _is_a_name(plain, quantity, words)


def _is_a_name(plain: str, quantity: Quantity, words: ProseWords) -> bool:
    """Say whether a number names something rather than counts: "mål 1", "Vux 2", "en", "2021"."""
    if quantity.number == 1 and quantity.is_spoken:
        return True
    if quantity.number in _YEARS and quantity.end - quantity.start == len("2021"):
        return True
    for word, start in words_before(plain, quantity.start, 1):
        follows_a_stop = start == 0 or plain[max(0, start - 2) : start].strip(" ") in (
            "\n",
            "\n\n",
            ".",
            "!",
            "?",
            ":",
            "-",
            "•",
        )
        return word.lower() in words.labels or (word[:1].isupper() and not follows_a_stop)
    return False


def _range(plain: str, chain: _Chain, units: list[Unit | None], index: int, words: ProseWords) -> Statement | None:
    """Give the range that a number and the next one are the ends of, if they are."""
    low, high = chain.quantities[index : index + 2]
    unit, following = units[index : index + 2]
    if unit is None or following is None or unit.is_share != following.is_share or unit.currency != following.currency:
        return None
    before, start = next(iter(words_before(plain, low.start, 1)), ("", low.start))
    joint, opening = chain.joints[index], before.lower()
    if joint == "to" and opening == words.since:
        is_range = not words.changing.search(plain, max(0, start - _CLAUSE), start)
    else:
        is_range = (
            joint == "dash" or (joint == "to" and low.unit is None) or (joint == "and" and opening == words.between)
        )
    scaled = low.number * unit.scale
    if low.unit is None and scaled > high.number * following.scale and low.number >= THOUSAND:
        unit = unit._replace(scale=Fraction(1))
    if not is_range or low.number * unit.scale > high.number * following.scale:
        return None
    begins = start if opening in (words.between, words.since) and joint != "dash" else low.start
    hedge, begins = hedge_before(plain, begins, words)
    return Statement(begins, high.end, low, high, unit, following, low.hedge or hedge)
