"""Numbers that words or marks connect, and the unit that is said once for several of them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._prose import made
from esfmodel.text.prose._quantities import CLAUSE_ENDS, LARGE, quantities, starts_a_sentence
from esfmodel.text.words.hedges import (
    BLANK,
    BLANKS,
    LONGEST_SHORT,
    WORD_ENDS,
    any_of,
    hedge_before,
    word_before,
    words_before,
)
from esfmodel.text.words.language import THOUSAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text.prose._prose import Prose
    from esfmodel.text.prose._quantities import Quantity
    from esfmodel.text.prose._words import ProseUnit, ProseWords
    from esfmodel.text.words.language import Language

_LONGEST_JOINT = 60
_MOST_JOINTS = 24
"""Longer chains are read in pieces: only tables have them, and no unit is meant to reach that far."""
_HUNDRED = 100
_YEARS = range(1900, 2101)


class Chain(NamedTuple):
    """Numbers, and the joint between each and the next: the name of a group in `_joint_pattern`."""

    quantities: list[Quantity]
    joints: list[str]


def chains(prose: Prose, language: Language, words: ProseWords, default: str) -> Iterator[Chain]:
    """Yield the numbers of a text in chains, without those that no number with a unit is in; most have one number."""
    chain: Chain | None = None
    bare: list[Quantity] = []
    # All of one step before the next: in turns they would push each other's patterns out of the processor's cache.
    for quantity in list(quantities(prose, language, words, default)):
        if chain is not None:
            last = chain.quantities[-1]
            if quantity.start - last.end == 1 and (total := _added(prose.marked, last, quantity)):
                chain.quantities[-1] = total
                continue
            joint = _joint(prose.parted, last, quantity, words)
            if joint is not None and len(chain.joints) < _MOST_JOINTS:
                chain.joints.append(joint)
                chain.quantities.append(quantity)
                continue
            yield chain
            chain = None
        if quantity.unit is None:
            # Most of these are joined to no unit, so what joins them is read only when a number with a unit follows.
            bare.append(quantity)
        else:
            chain = _chain_up_to(prose, bare, quantity, words)
            bare = []
    if chain is not None:
        yield chain


def _chain_up_to(prose: Prose, bare: list[Quantity], last: Quantity, words: ProseWords) -> Chain | None:
    """Return the chain of a number with the bare ones before it; None where it is part of a word."""
    run, joints = [last], list[str]()
    for quantity in reversed(bare):
        joint = _joint(prose.parted, quantity, run[-1], words)
        if joint is None:
            break
        run.append(quantity)
        joints.append(joint)
    if not joints:
        return None if _is_part_of_a_word(prose.low, last.start) else made(Chain, (run, joints))
    run.reverse()
    joints.reverse()
    first = 0
    while first < len(run):
        if _is_part_of_a_word(prose.low, run[first].start):
            first += 1
        elif len(run) - first > _MOST_JOINTS + 1:
            first += _MOST_JOINTS + 1
        else:
            return Chain(run[first:], joints[first:])
    return None


def _added(marked: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Return the sum of "två miljoner femhundra tusen kronor" with one character between; None where they are two."""
    blank = " \n" if other.is_spoken else " "
    if marked[one.end] not in blank or one.unit is None or other.unit is None:
        return None
    is_one = one.unit.currency is None and not one.unit.is_share and other.unit.currency is not None
    if not is_one or other.number * other.unit.scale >= one.unit.scale or one.step != 1:
        return None
    number = Fraction(one.number * one.unit.scale, other.unit.scale) + other.number
    return other._replace(start=one.start, number=number, hedge=one.hedge)


def _is_part_of_a_word(low: str, start: int) -> bool:
    """Whether a hyphen joins a number to the word before it: "covid-19"."""
    return start > 1 and low[start - 1] == "-" and low[start - 2].isalpha()


class _Joints(NamedTuple):
    """The patterns of what joins two numbers; each is for all between them."""

    begins: re.Pattern[str]
    """How all joints begin, those of items with all that ends an item in a list: most numbers are not joined."""
    joint: re.Pattern[str]
    item: re.Pattern[str]
    before_hedge: re.Pattern[str]
    """What stands between a number and the hedge of the next."""
    last_words: frozenset[str]
    """The words that it can end in, where it does not end in a comma."""


@cache
def _joints(words: ProseWords) -> _Joints:
    # dash "2–3", to "2 till 3", and "2 och 3", or "2 respektive 3", comma "2, 3", part "2 av de 3", of "3, varav 2",
    # hedged "2 och högst 3", thereof "av de 3 går 2", later "3 från EU och 2", aside "3 (2)". The first that matches
    # everything between the two numbers names the joint, so the particular comes before the general. within "53 ± 2",
    # listed "42 procent av stödet, regionen 38".
    others = rf"(?:{any_of(set(words.conjoined) - set(words.and_words))}|\+)"
    word = rf"{BLANK}(?:(?P<to>{any_of(words.to)})|(?P<and>{any_of(words.and_words)})|(?P<or>{others})){BLANK}"
    part = rf"(?P<part>{BLANK}{words.part_of}{BLANK}(?:{any_of(words.part_of_all)}{BLANK})?)"
    aside = rf"(?P<aside>{BLANK}\()"
    within = rf"(?P<within>{BLANK}?\(?(?:±|\+/[-–−]){BLANK}?)"
    hedge = rf"{any_of(_joining_hedges(words))}{BLANK}"
    parts = _before_a_part(words, f"(?:{hedge})?", hedge)
    joints = (rf"(?P<dash>[ ]?[-–—−]{BLANK}?)", word, rf"(?P<comma>,{BLANK})", part, parts, aside, within)
    first = any_of((*words.to, *words.conjoined, words.part_of, *words.of_which, *words.of_which_verbs))
    ends_item = rf"\)?(?:{BLANK}[^\W\d_]{{1,20}}+){{0,4}}(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}"
    last = (*words.conjoined, *words.of_which, *words.of_which_verbs)
    return _Joints(
        re.compile(rf"[ ]?[-–—−]|{BLANK}?\(?[±+]|{BLANK}(?:\(|{first}{BLANK})|,|{ends_item}"),
        re.compile("|".join(joints)),
        # One pattern for both, since each text that is no joint is searched for what they begin with.
        re.compile(rf"{ends_item}(?:(?P<later>(?:{hedge})?)|(?P<listed>(?:[^\W\d_]{{1,20}}+{BLANK}){{1,3}}\(?))"),
        re.compile(rf"{_before_a_part(words, '', '')}|(?P<later>{ends_item})"),
        frozenset(word.rpartition(" ")[2] for word in last),
    )


def _before_a_part(words: ProseWords, hedge: str, needed: str) -> str:
    of = rf"(?P<of>,?{BLANK}{any_of(words.of_which)}{BLANK}{hedge})"
    hedged = rf"(?P<hedged>(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{needed})"
    return rf"{of}|{hedged}|(?P<thereof>{BLANK}{any_of(words.of_which_verbs)}{BLANK}{hedge})"


@cache
def _joining_hedges(words: ProseWords) -> frozenset[str]:
    """Return the short hedges with a word in them that may join two numbers: "gott och väl"."""
    return frozenset(hedge for hedge in words.hedges.short if not set(words.conjoined).isdisjoint(hedge.split(" ")))


def _joint(parted: str, one: Quantity, other: Quantity, words: ProseWords) -> str | None:
    start, end = one.end, other.start
    if not 0 < end - start <= _LONGEST_JOINT:
        return None
    joints = _joints(words)
    if not joints.begins.match(parted, start, end):
        return None
    found = (
        _before_hedge(parted, start, end, words)
        or joints.joint.fullmatch(parted, start, end)
        or joints.item.fullmatch(parted, start, end)
    )
    return found.lastgroup if found else None


def _before_hedge(parted: str, start: int, end: int, words: ProseWords) -> re.Match[str] | None:
    """Match what joins two numbers where the second has a hedge, which is looked up: there are hundreds of them."""
    if parted[end - 1] not in BLANKS:
        return None
    between = parted[start : end - 1].replace("\n", " ")
    place = between.rfind(" ")
    if between[place + 1 :] not in words.hedges.short_ends:
        return None
    joints = _joints(words)
    for _ in range(LONGEST_SHORT):
        if place < 0:
            return None
        hedge, before = between[place + 1 :], between.rfind(" ", 0, place)
        is_known = hedge in words.hedges.short and hedge not in _joining_hedges(words)
        if is_known and (between[place - 1] == "," or between[before + 1 : place] in joints.last_words):
            found = joints.before_hedge.fullmatch(parted, start, start + place + 1)
            if found:
                return found
        place = before
    return None


def units_of(prose: Prose, chain: Chain, words: ProseWords) -> tuple[list[ProseUnit | None], list[bool]]:
    """Return the unit of each number, and whether it is that of a later one: "40, 50 och 60 procent"."""
    units = [quantity.unit for quantity in chain.quantities]
    awaits = [False] * len(units)
    _carry_signs(prose.low, chain, units)
    # From the end: in "40, 50 och 60" the 40 can have its unit only when the 50 has got its own.
    for index in reversed(range(len(chain.joints))):
        unit, following = units[index], units[index + 1]
        if following is None:
            continue
        if unit is None:
            awaits[index] = _awaits_unit(prose, chain, index, following, awaits[index + 1], words)
            units[index] = following if awaits[index] else None
            if _is_range_of_thousands(prose.low, chain, index, following, words):
                units[index + 1] = None
        elif unit.currency is None and not unit.is_share and chain.joints[index] not in ("aside", "listed"):
            units[index] = unit._replace(currency=following.currency)
    if None in units:
        _carry_forward(prose.low, chain, units, words)
        _carry_from_heading(prose, chain, units)
        _fill_list(prose, chain, units, words)
    return units, awaits


def _carry_signs(low: str, chain: Chain, units: list[ProseUnit | None]) -> None:
    """Fill in the unit before the first number of a range: "EUR 300 000–400 000"; "€3–4m" is left out."""
    for index, joint in enumerate(chain.joints):
        one, other = chain.quantities[index : index + 2]
        is_signed = units[index] is not None and low[one.end - 1].isdigit() and not one.is_headed
        if joint not in ("dash", "to") or not is_signed or other.unit is not None or other.number <= one.number:
            continue
        if low[other.end : other.end + 1].isalpha():
            units[index] = None
        # "EUR 450–500 per år", but not "EUR 450 till 500 deltagare".
        elif (other.start - one.end == 1 or CLAUSE_ENDS.match(low, other.end)) and not _is_a_year(other):
            units[index + 1] = units[index]


def _awaits_unit(prose: Prose, chain: Chain, index: int, unit: ProseUnit, next_awaits: bool, words: ProseWords) -> bool:
    """Whether a number without a unit has that of the next, `unit`."""
    quantity, joint = chain.quantities[index], chain.joints[index]
    if joint == "within":
        # "450 000 ± 10 %" is no share.
        return not unit.is_share or quantity.number <= _HUNDRED
    if _may_be_in_thousands(quantity, chain.quantities[index + 1], unit):
        return False
    if joint == "aside":
        other = chain.quantities[index + 1]
        return quantity.step == other.step and ")" in prose.low[other.start : other.end]
    if joint == "dash":
        # Three numbers with dashes between them are a date or a reference.
        return index == 0 or chain.joints[index - 1] != "dash"
    if joint == "to" or word_before(prose.low, quantity.start) in words.between:
        return not _is_a_year(quantity) or unit.scale == 1
    if joint == "hedged":
        hedge, _ = hedge_before(prose.low, quantity.start, words.hedges)
        return hedge is not None and quantity.number <= chain.quantities[index + 1].number
    is_listed = joint in ("and", "or", "part") or (joint == "comma" and next_awaits)
    return is_listed and not _is_a_name(prose, quantity, words)


def _may_be_in_thousands(quantity: Quantity, other: Quantity, unit: ProseUnit) -> bool:
    """Whether a number may share the thousands of the next: "10–12 000 kr", "5 eller 10 000 kr"."""
    is_short = 0 < quantity.number < THOUSAND and quantity.step == 1
    return is_short and unit.scale == 1 and not unit.is_share and quantity.number * THOUSAND <= other.number


def _is_range_of_thousands(low: str, chain: Chain, index: int, unit: ProseUnit, words: ProseWords) -> bool:
    one, other, joint = *chain.quantities[index : index + 2], chain.joints[index]
    before = word_before(low, one.start)
    is_range = joint in ("dash", "to") or (joint == "and" and before in words.between)
    return is_range and _may_be_in_thousands(one, other, unit)


def _is_a_name(prose: Prose, quantity: Quantity, words: ProseWords) -> bool:
    """Whether a number names something rather than counts: "mål 1", "Vux 2", "2021", the article "en"."""
    if (quantity.number == 1 and quantity.is_spoken) or _is_a_year(quantity):
        return True
    return any(
        word in words.labels or (prose.plain[start].isupper() and not starts_a_sentence(prose.low, start))
        for word, start in words_before(prose.low, quantity.start, 1)
    )


def _is_a_year(quantity: Quantity) -> bool:
    return quantity.end - quantity.start == len("2021") and quantity.number in _YEARS


def _carry_forward(low: str, chain: Chain, units: list[ProseUnit | None], words: ProseWords) -> None:
    """Fill in the unit of an earlier number: "12 miljoner kronor, varav 6 från EU och cirka 2 från kommunen"."""
    carried: ProseUnit | None = None
    for index, joint in enumerate(chain.joints, start=1):
        before, one, other = units[index - 1], *chain.quantities[index - 1 : index + 1]
        if joint == "within" and units[index] is None:
            units[index] = before
        if before is not None and _is_shared_out(low, joint, one, other, before.scale, words):
            carried = before
        elif joint == "aside" and units[index] is None and _is_compared(low, one, other):
            units[index], carried = before, None
            continue
        elif joint not in ("and", "hedged", "later"):
            carried = None
        # Only before "från", "till", "ska" and the like: in "varav 6 kvinnor" the number counts something else.
        if units[index] is not None or not words.goes_on.match(low, other.end):
            carried = None
        elif carried is not None:
            units[index] = carried


def _carry_from_heading(prose: Prose, chain: Chain, units: list[ProseUnit | None]) -> None:
    """Fill in the unit of a heading, which all the numbers after it have: "Belopp (tkr): 450, 300 och 200"."""
    unit: ProseUnit | None = None
    for index, quantity in enumerate(chain.quantities):
        if quantity.is_headed:
            unit = units[index]
        elif unit is None or units[index] is not None or _is_a_year(quantity):
            unit = None
        elif chain.joints[index - 1] in _LISTING and (
            CLAUSE_ENDS.match(prose.low, quantity.end) or index < len(chain.joints)
        ):
            units[index] = unit
        else:
            unit = None


_LISTING = ("and", "or", "comma", "listed", "dash", "to", "within")


def _fill_list(prose: Prose, chain: Chain, units: list[ProseUnit | None], words: ProseWords) -> None:
    """Fill in the unit of numbers that stand beside their payers: "EU 42 procent, regionen 38 och kommunen 20"."""
    first = 0
    for index in range(len(chain.quantities)):
        if index == len(chain.joints) or chain.joints[index] not in ("listed", "later"):
            if index > first:
                _fill_one_list(prose, chain, units, range(first, index + 1), words)
            first = index + 1


def _fill_one_list(prose: Prose, chain: Chain, units: list[ProseUnit | None], places: range, words: ProseWords) -> None:
    given = {units[place] for place in places} - {None}
    unit = given.pop() if given else None
    if given or unit is None or not all(_ends_item(prose, chain, units, place, words) for place in places):
        return
    numbers = [chain.quantities[place] for place in places]
    smallest, largest = min(number.number for number in numbers), max(number.number for number in numbers)
    if not unit.is_share and unit.scale == 1 and smallest < LARGE <= largest:
        return
    is_whole = unit.is_share and sum(number.number for number in numbers) * unit.scale == 1
    is_fine = len(numbers) > 2 and largest.denominator > 1 and len({number.step for number in numbers}) == 1
    is_between = units[places[0]] is not None and units[places[-1]] is not None
    bare = (number for place, number in zip(places, numbers, strict=True) if units[place] is None)
    if is_whole or is_fine or is_between or all(_has_payer(prose.low, number, words) for number in bare):
        for place in places:
            units[place] = units[place] or unit


def _ends_item(prose: Prose, chain: Chain, units: list[ProseUnit | None], place: int, words: ProseWords) -> bool:
    """Whether a number may be an item of a list without its unit: nothing that it counts follows it."""
    quantity = chain.quantities[place]
    if units[place] is not None:
        return True
    before = word_before(prose.low, quantity.start)
    if _is_a_year(quantity) or quantity.is_spoken or before in words.labels or before in words.numbered:
        return False
    low, end = prose.low, quantity.end
    is_last = CLAUSE_ENDS.match(low, end) or _joins_next(words).match(low, end)
    return is_last is not None or _is_from_payer(low, end, words)


def _is_from_payer(low: str, end: int, words: ProseWords) -> bool:
    """Whether a payer follows: "38 från regionen"."""
    source = _source_pattern(words).match(low, end)
    return source is not None and _payer_pattern(words).match(low, source.end()) is not None


@cache
def _source_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}{any_of(words.since)}{BLANK}")


@cache
def _joins_next(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}{any_of(words.conjoined)}{BLANK}")


@cache
def _payer_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.context.payers.pattern}|(?<![^\W_]){any_of(words.parties)}{WORD_ENDS})")


def _has_payer(low: str, quantity: Quantity, words: ProseWords) -> bool:
    before = words_before(low, quantity.start, 3)
    is_before = before and _payer_pattern(words).search(low, before[-1][1], quantity.start)
    return bool(is_before) or _is_from_payer(low, quantity.end, words)


def _is_shared_out(
    low: str, joint: str, one: Quantity, other: Quantity, scale: Fraction | int, words: ProseWords
) -> bool:
    """Whether parts of an amount follow: "varav 6 från", "av de 97 miljonerna går 41 till"."""
    if joint == "of":
        # "50 000 kronor, varav 6 från" is no six kronor.
        return scale > THOUSAND or other.number * scale >= LARGE
    before = [word for word, _ in words_before(low, one.start, 2)]
    return joint == "thereof" and before[1:] == [words.part_of] and before[0] in words.part_of_all


def _is_compared(low: str, one: Quantity, other: Quantity) -> bool:
    """Whether a number in brackets is the same figure for another year, with as many decimals: "4,1 mnkr (3,9)"."""
    return low[other.end : other.end + 1] == ")" and one.step == other.step < 1
