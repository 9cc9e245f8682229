"""Numbers that are joined by a word or a mark, and the unit that is said once for several of them.

In "40, 50 och 60 procent" and in "12 miljoner kronor, varav 6 från EU" one unit is said and every number has it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._hedges import hedge_before, words_before
from esfmodel.text._language import THOUSAND
from esfmodel.text._patterns import BLANK, any_of
from esfmodel.text._quantities import LARGE, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from esfmodel.text._language import Language
    from esfmodel.text._prose import Prose
    from esfmodel.text._prose_units import Unit
    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._quantities import Quantity

_LONGEST_JOINT = 60
_MOST_JOINTS = 24
_YEARS = range(1900, 2101)
_STOPS = (".", "!", "?", ":", "\n", "-", "–", "•")


class Chain(NamedTuple):
    """Numbers, and by what kind of words or mark each is joined to the next: the groups of `_joint_pattern`."""

    quantities: list[Quantity]
    joints: list[str]


def chains(prose: Prose, language: Language, words: ProseWords) -> Iterator[Chain]:
    """Give all numbers of a text with what joins them; most stand alone."""
    chain = Chain([], [])
    for quantity in quantities(prose, language, words):
        joint = _joint(prose.low, chain.quantities[-1], quantity, words) if chain.quantities else None
        if joint is not None and len(chain.joints) < _MOST_JOINTS:
            chain.joints.append(joint)
        else:
            yield chain
            chain = Chain([], [])
            if _is_part_of_a_word(prose.low, quantity.start):
                continue
        chain.quantities.append(quantity)
    yield chain


def _is_part_of_a_word(low: str, start: int) -> bool:
    """Say whether a hyphen joins a number to the word before it: "covid-19"."""
    return low[max(0, start - 1) : start] == "-" and low[max(0, start - 2) : start - 1].isalpha()


@cache
def _joint_pattern(words: ProseWords) -> re.Pattern[str]:
    others = rf"(?:{any_of(set(words.conjoined) - set(words.and_words))}|\+)"
    hedged = rf"(?:{any_of(words.hedges.short)}{BLANK})?"
    word = rf"{BLANK}(?:(?P<to>{any_of(words.to)})|(?P<and>{any_of(words.and_words)})|(?P<or>{others})){BLANK}"
    part = rf"(?P<part>{BLANK}{words.part_of}{BLANK}(?:{any_of(words.part_of_all)}{BLANK})?)"
    of = rf"(?P<of>,?{BLANK}{any_of(words.of_which)}{BLANK}{hedged})"
    both = rf"(?P<hedged>(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{any_of(words.hedges.short)}{BLANK})"
    thereof = rf"(?P<thereof>{BLANK}{any_of(words.of_which_verbs)}{BLANK}{hedged})"
    later = rf"(?P<later>(?:{BLANK}[^\W\d_]{{1,20}}){{0,4}}(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{hedged})"
    aside = rf"(?P<aside>{BLANK}\()"
    joints = (word, rf"(?P<comma>,{BLANK})", part, of, both, thereof, later, aside)
    return re.compile(rf"(?P<dash>{BLANK}?[-–—−]{BLANK}?)|{'|'.join(joints)}")


def _joint(low: str, one: Quantity, other: Quantity, words: ProseWords) -> str | None:
    if not 0 < other.start - one.end <= _LONGEST_JOINT:
        return None
    found = _joint_pattern(words).fullmatch(low, one.end, other.start)
    return found.lastgroup if found else None


def units_of(prose: Prose, chain: Chain, words: ProseWords) -> tuple[list[Unit | None], list[bool]]:
    """Give every number its unit, also where only a later or earlier one has it, and tell which await a later one."""
    units = [quantity.unit for quantity in chain.quantities]
    awaits = [False] * len(units)
    for index in reversed(range(len(chain.joints))):
        unit, following = units[index], units[index + 1]
        if following is None:
            continue
        if unit is None:
            awaits[index] = _awaits_unit(prose, chain, index, following, awaits[index + 1], words)
            units[index] = following if awaits[index] else None
        elif unit.currency is None and not unit.is_share and chain.joints[index] != "aside":
            units[index] = unit._replace(currency=following.currency)
    _carry_on(prose.low, chain, units, words)
    return units, awaits


def _awaits_unit(prose: Prose, chain: Chain, index: int, unit: Unit, next_awaits: bool, words: ProseWords) -> bool:
    """Say whether a number without a unit has the one of the next, `unit`."""
    quantity, joint = chain.quantities[index], chain.joints[index]
    if joint == "aside":
        other = chain.quantities[index + 1]
        return quantity.step == other.step and ")" in prose.low[other.start : other.end]
    if joint == "dash":
        return index == 0 or chain.joints[index - 1] != "dash"
    if joint == "to" or any(word in words.between for word, _ in words_before(prose.low, quantity.start, 1)):
        return not _is_a_year(quantity) or unit.scale == 1
    if joint == "hedged":
        hedge, _ = hedge_before(prose.low, quantity.start, words.hedges)
        return hedge is not None and quantity.number <= chain.quantities[index + 1].number
    is_listed = joint in ("and", "or", "part") or (joint == "comma" and next_awaits)
    return is_listed and not _is_a_name(prose, quantity, words)


def _is_a_name(prose: Prose, quantity: Quantity, words: ProseWords) -> bool:
    """Say whether a number names something rather than counts: "mål 1", "Vux 2", "2021", the article "en"."""
    if (quantity.number == 1 and quantity.is_spoken) or _is_a_year(quantity):
        return True
    return any(
        word in words.labels or (prose.plain[start].isupper() and not _starts_a_sentence(prose.low, start))
        for word, start in words_before(prose.low, quantity.start, 1)
    )


def _is_a_year(quantity: Quantity) -> bool:
    return quantity.number in _YEARS and quantity.end - quantity.start == len("2021")


def _starts_a_sentence(low: str, start: int) -> bool:
    before = low[max(0, start - 2) : start]
    return not before or before.rstrip(" ").endswith(_STOPS)


def _carry_on(low: str, chain: Chain, units: list[Unit | None], words: ProseWords) -> None:
    """Give numbers the unit of an earlier one: "12 miljoner kronor, varav 6 från EU och cirka 2 från kommunen"."""
    carried: Unit | None = None
    for index, joint in enumerate(chain.joints, start=1):
        before, one, other = units[index - 1], *chain.quantities[index - 1 : index + 1]
        if before is not None and _is_shared_out(low, joint, one, other, before.scale, words):
            carried = before
        elif joint == "aside" and units[index] is None and _is_compared(low, one, other):
            units[index], carried = before, None
            continue
        elif joint not in ("and", "hedged", "later"):
            carried = None
        if units[index] is not None or not words.goes_on.match(low, other.end):
            carried = None
        elif carried is not None:
            units[index] = carried


def _is_shared_out(low: str, joint: str, one: Quantity, other: Quantity, scale: Fraction, words: ProseWords) -> bool:
    """Say whether an amount is one of which parts are told: "varav 6 från", "av de 97 miljonerna går 41 till"."""
    if joint == "of":
        return scale > THOUSAND or other.number * scale >= LARGE
    before = [word for word, _ in words_before(low, one.start, 2)]
    return joint == "thereof" and before[1:] == [words.part_of] and before[0] in words.part_of_all


def _is_compared(low: str, one: Quantity, other: Quantity) -> bool:
    """Say whether a number in brackets is the same figure of another year, as finely printed: "4,1 mnkr (3,9)"."""
    return low[other.end : other.end + 1] == ")" and one.step == other.step < 1
