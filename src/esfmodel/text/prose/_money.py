"""Amounts and shares in running text: "drygt 12 miljoner kronor", "40/60 procent", "hälften".

Four steps, the last one first in this file: `quantities` finds every number, `chains` joins those that a word or a mark
connects, `statements` gives each its unit and joins ranges, `find_money` and `find_rates` make figures of them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.text.prose._prose import UNSURE, prose_number_pattern, read_prose_number
from esfmodel.text.prose._words import (
    YEAR,
    ProseUnit,
    currency_signs,
    heading_pattern,
    prose_currencies,
    prose_units,
    read_heading,
    read_unit,
    unit_pattern,
)
from esfmodel.text.prose.figures import FigureKind, Found
from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words.hedges import (
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
from esfmodel.text.words.language import MILLION, MINUS, THOUSAND, number_word_pattern, read_number_word
from esfmodel.values.bounds import Bounds
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text.prose._prose import Number, Prose
    from esfmodel.text.prose._words import ProseWords
    from esfmodel.text.words.language import Language

_SENTENCE_ENDS = re.compile(r"[.!?][ \n]|\n\n")
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
        only = _only_currency(low, amounts, words)
        carried: str | None = None
        for index, statement in enumerate(amounts):
            currency = statement.unit.currency
            if currency is not None:
                # In "12 miljoner kronor (1 miljon euro), varav 6 miljoner" the last amount is in kronor still.
                carried = carried if carried and _is_aside(low, statement) else currency
            else:
                currency = carried or _named_later(low, amounts, index, words)
                currency = currency or statement.unit.abroad or only or default
            if (figure := _money_figure(statement, currency)) is not None:
                yield figure


def _by_paragraph(low: str, amounts: Iterable[Statement]) -> Iterator[list[Statement]]:
    together: list[Statement] = []
    for statement in amounts:
        if together and low.find("\n\n", together[-1].end, statement.start) >= 0:
            yield together
            together = []
        together.append(statement)
    yield together


def _only_currency(low: str, amounts: list[Statement], words: ProseWords) -> str | None:
    """Return the only currency that a paragraph names, apart from conversions; None where it names none or several."""
    named = {
        statement.unit.currency
        for before, statement in zip([None, *amounts], amounts, strict=False)
        if not _is_converted(low, before.end if before else 0, statement, words)
    } - {None}
    return named.pop() if len(named) == 1 else None


def _is_converted(low: str, end: int, statement: Statement, words: ProseWords) -> bool:
    """Whether an amount is another one in other money: "(3 miljoner euro)", "vilket motsvarar 3 miljoner euro"."""
    since = max(end, statement.start - _CLAUSE)
    return _is_aside(low, statement) or words.in_other_money.search(low, since, statement.start) is not None


def _is_aside(low: str, statement: Statement) -> bool:
    """Whether an amount stands in brackets, as a conversion to another currency does."""
    return low[max(0, statement.start - 1) : statement.start] == "("


def _named_later(low: str, amounts: Sequence[Statement], index: int, words: ProseWords) -> str | None:
    """Return the currency of the next amount in the sentence that names one: "3 av de 12 miljoner euro"."""
    end = amounts[index].end
    for later in amounts[index + 1 : index + 1 + _LOOKAHEAD]:
        if later.start - end > _FURTHEST or _SENTENCE_ENDS.search(low, end, later.start):
            return None
        if later.unit.currency is not None:
            return None if _is_converted(low, end, later, words) else later.unit.currency
    return None


def _money_figure(statement: Statement, currency: str) -> Found | None:
    """Return the amount, or None where it is finer than an öre or too large for `Money`."""
    ends = [_money(end.number, currency) for end in (statement.low, statement.high) if end is not None]
    low, high = ends[0], ends[-1]
    if low is None or high is None:
        return None
    steps = [end.step for end in (statement.low, statement.high) if end is not None]
    # "12,5000 kr" has more decimals than kronor have; its step is then one öre.
    step = Money.of_fraction(min(steps), currency, rounding=Rounding.MINOR_UP)
    stated = low if statement.high is None else statement.stated and _money(statement.stated.number, currency)
    included = {"low_included": statement.low_included, "high_included": statement.high_included}
    value = Bounds(low, high, **included) if statement.high else hedged_value(low, statement.hedge)
    approx = approximation(statement.hedge)
    return Found(FigureKind.MONEY, statement.start, statement.end, stated, approx, value, step)


def _money(amount: Fraction, currency: str) -> Money | None:
    try:
        return Money.of_fraction(amount, currency)
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
    low, high = Rate(statement.low.number), statement.high and Rate(statement.high.number)
    step = Rate(min(statement.low.step, statement.high.step) if statement.high else statement.low.step)
    stated = low if high is None else statement.stated and Rate(statement.stated.number)
    included = {"low_included": statement.low_included, "high_included": statement.high_included}
    value = hedged_value(low, statement.hedge) if high is None else Bounds(low, high, **included)
    return Found(FigureKind.RATE, statement.start, statement.end, stated, approximation(statement.hedge), value, step)


def find_worded_rates(low: str, language: Language, words: ProseWords) -> Iterator[Found]:
    """Find shares in words ("hälften", "en tredjedel", "ingen medfinansiering") and splits ("40/60 procent")."""
    shares = [share for _, share in words.shares]
    for match in _worded_pattern(words).finditer(low):
        # Each share has one group, so the number of the group that matched says which share it is.
        group = match.lastindex or 0
        yield _worded(low, match.start(group), match.end(group), shares[group - 1], None, words)
    for match in _split_pattern(language).finditer(low):
        if int(match[1]) + int(match[2]) == _HUNDRED:
            for group, end in ((1, match.end(1)), (2, match.end())):
                part, step = (Rate(Fraction(number, _HUNDRED)) for number in (int(match[group]), 1))
                yield Found(FigureKind.RATE, match.start(group), end, part, approximation(None), part, step)
    for match in _part_of_crowns(language, words).finditer(low):
        before = words_before(low, match.start(), 1)
        part, whole = (_small_number(word, language) for word in (before[0][0] if before else "", match[1]))
        if part and whole and part < whole <= _LARGEST_WHOLE:
            yield _worded(low, before[0][1], match.end(), Fraction(part, whole), None, words)
    for match in _parts_pattern(language).finditer(low):
        before = words_before(low, match.start(), 2)
        # "en knapp tredjedel": a hedge stands between the count and the part.
        hedge = words.hedges.within.get(before[0][0]) if before else None
        for word, start in before[1:] if hedge else before[:1]:
            if (count := read_number_word(word, language)) is not None:
                share = Fraction(count, language.fractions[match[1]])
                yield _worded(low, start, match.end(), share, hedge, words)


_LARGEST_WHOLE = 10
"""From here on "3 av 20 kronor" may be an amount."""


def _small_number(word: str, language: Language) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 3 else read_number_word(word, language)


@cache
def _part_of_crowns(language: Language, words: ProseWords) -> re.Pattern[str]:
    prefix = rf"(?:{any_of(words.unit_prefixes)}-?)?"
    adjective = rf"(?:[^\W\d_]{{2,15}}{BLANK})?"
    number = rf"({number_word_pattern(language)}|[0-9]{{1,2}})"
    return re.compile(
        rf"(?<![^\W_]){words.part_of}{BLANK}{number}{BLANK}{adjective}{prefix}{any_of(words.whole_crowns)}{WORD_ENDS}"
    )


def _worded(low: str, start: int, end: int, share: Fraction, adjective: Hedge | None, words: ProseWords) -> Found:
    hedge, start = hedge_before(low, start, words.hedges)
    hedge = adjective or hedge
    rate = Rate(share)
    return Found(FigureKind.RATE, start, end, rate, approximation(hedge), hedged_value(rate, hedge), None)


@cache
def _worded_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(pattern for pattern, _ in words.shares)}){WORD_ENDS}")


@cache
def _split_pattern(language: Language) -> re.Pattern[str]:
    percent = any_of(word for word, worth in language.shares_read.items() if worth == Fraction(1, _HUNDRED))
    return re.compile(rf"(?<![\w/.,])([0-9]{{1,3}})/([0-9]{{1,3}}){BLANK}?{percent}{WORD_ENDS}")


@cache
def _parts_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"({any_of(language.fractions)})(?:ar(?:na)?|en)?{WORD_ENDS}")


# --- Statements: a number in its unit, or a range of two

_CLAUSE = 60
"""How many characters before a range are searched for a verb of change ("ökar från 2 till 3 miljoner")."""


class End(NamedTuple):
    """A number in its unit; `step` is one in its last digit."""

    number: Fraction
    step: Fraction


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
    for chain in chains(prose, language, words, default):
        if any(quantity.unit for quantity in chain.quantities):
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
        elif following and joint == "within" and (around := _tolerance(prose.low, quantity, unit, chain.quantities[index + 1], following, words)):
            yield around
            is_high = True
        # A number that has its unit only through a dash, and is no range ("4-2 miljoner"), may be part of a name.
        elif not (awaits[index] and joint == "dash"):
            single = _single(prose.low, quantity, unit, inherited, words)
            yield single
            # "Högst 40 respektive 60 procent": a hedge counts for every number that waits for the same unit.
            inherited = single.hedge if awaits[index] and joint in ("and", "or", "comma") else None


def _as_end(quantity: Quantity, unit: ProseUnit) -> End:
    return End(quantity.number * unit.scale, quantity.step * unit.scale)


def _single(low: str, quantity: Quantity, unit: ProseUnit, inherited: Hedge | None, words: ProseWords) -> Statement:
    hedge, start = hedge_before(low, quantity.start, words.hedges)
    end = quantity.end
    if hedge is None:
        hedge, end = hedge_after(low, end, words.hedges)
    return Statement(start, end, unit, _as_end(quantity, unit), None, quantity.hedge or hedge or inherited)


def _tolerance(
    low: str, one: Quantity, unit: ProseUnit, other: Quantity, following: ProseUnit, words: ProseWords
) -> Statement | None:
    """Return "53 ± 0,5 %" with its limits; None where the tolerance is in another unit."""
    if (unit.is_share, unit.currency) != (following.is_share, following.currency) or one.hedge:
        return None
    middle, most = _as_end(one, unit), _as_end(other, following)
    ends = (End(middle.number + sign * most.number, min(middle.step, most.step)) for sign in (-1, 1))
    hedge, start = hedge_before(low, one.start, words.hedges)
    return Statement(start, other.end, unit, *ends, hedge, stated=middle)


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
        low = _as_end(one, unit._replace(scale=Fraction(1)))
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
    includes = {"low_included": least is Hedge.AT_LEAST, "high_included": most is Hedge.AT_MOST}
    return Statement(start, other.end, following, first, last, None, **includes)


def _is_range(low: str, start: int, before: str, joint: str, one: Quantity, words: ProseWords) -> bool:
    if joint == "to" and (before in words.since or one.unit is not None):
        return not words.changing.search(low, max(0, start - _CLAUSE), start)
    return joint in ("dash", "to") or (joint in ("and", "hedged") and before in words.between)


# --- Chains: numbers that a word or mark connects, and the unit that is said once for several of them

_LONGEST_JOINT = 60
_MOST_JOINTS = 24
"""Longer chains are read in pieces: only tables have them, and no unit is meant to reach that far."""
_YEARS = range(1900, 2101)
_STOPS = (".", "!", "?", ":", "\n", "-", "–", "•")


class Chain(NamedTuple):
    """Numbers, and the joint between each and the next: the name of a group in `_joint_pattern`."""

    quantities: list[Quantity]
    joints: list[str]


def chains(prose: Prose, language: Language, words: ProseWords, default: str) -> Iterator[Chain]:
    """Yield all numbers of a text in chains; most chains have one number."""
    chain = Chain([], [])
    for quantity in quantities(prose, language, words, default):
        if chain.quantities and (total := _added(prose.low, chain.quantities[-1], quantity)):
            chain.quantities[-1] = total
            continue
        joint = _joint(prose.parted, chain.quantities[-1], quantity, words) if chain.quantities else None
        if joint is not None and len(chain.joints) < _MOST_JOINTS:
            chain.joints.append(joint)
        else:
            yield chain
            chain = Chain([], [])
            if _is_part_of_a_word(prose.low, quantity.start):
                continue
        chain.quantities.append(quantity)
    yield chain


def _added(low: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Return the sum of "två miljoner femhundra tusen kronor"; None where two numbers are two."""
    if other.start - one.end != 1 or low[one.end] not in BLANK or one.unit is None or other.unit is None:
        return None
    is_one = one.unit.currency is None and not one.unit.is_share and other.unit.currency is not None
    if not is_one or other.number * other.unit.scale >= one.unit.scale or one.step != 1:
        return None
    number = one.number * one.unit.scale / other.unit.scale + other.number
    return other._replace(start=one.start, number=number, hedge=one.hedge)


def _is_part_of_a_word(low: str, start: int) -> bool:
    """Whether a hyphen joins a number to the word before it: "covid-19"."""
    return low[max(0, start - 1) : start] == "-" and low[max(0, start - 2) : start - 1].isalpha()


@cache
def _joint_pattern(words: ProseWords) -> re.Pattern[str]:
    # dash "2–3", to "2 till 3", and "2 och 3", or "2 respektive 3", comma "2, 3", part "2 av de 3", of "3, varav 2",
    # hedged "2 och högst 3", thereof "av de 3 går 2", later "3 från EU och 2", aside "3 (2)". The first that matches
    # everything between the two numbers names the joint, so the particular comes before the general. within "53 ± 2",
    # listed "42 procent av stödet, regionen 38".
    others = rf"(?:{any_of(set(words.conjoined) - set(words.and_words))}|\+)"
    hedged = rf"(?:{any_of(words.hedges.short)}{BLANK})?"
    word = rf"{BLANK}(?:(?P<to>{any_of(words.to)})|(?P<and>{any_of(words.and_words)})|(?P<or>{others})){BLANK}"
    part = rf"(?P<part>{BLANK}{words.part_of}{BLANK}(?:{any_of(words.part_of_all)}{BLANK})?)"
    of = rf"(?P<of>,?{BLANK}{any_of(words.of_which)}{BLANK}{hedged})"
    both = rf"(?P<hedged>(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{any_of(words.hedges.short)}{BLANK})"
    thereof = rf"(?P<thereof>{BLANK}{any_of(words.of_which_verbs)}{BLANK}{hedged})"
    later = rf"(?P<later>(?:{BLANK}[^\W\d_]{{1,20}}){{0,4}}(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{hedged})"
    aside = rf"(?P<aside>{BLANK}\()"
    within = rf"(?P<within>{BLANK}?\(?(?:±|\+/[-–−]){BLANK}?)"
    named = rf"(?:[^\W\d_]{{1,20}}{BLANK}){{1,3}}"
    listed = rf"(?P<listed>(?:{BLANK}[^\W\d_]{{1,20}}){{0,4}}(?:,|{BLANK}{any_of(words.conjoined)}){BLANK}{named})"
    joints = (word, rf"(?P<comma>,{BLANK})", part, of, both, thereof, later, aside, within, listed)
    return re.compile(rf"(?P<dash>[ ]?[-–—−]{BLANK}?)|{'|'.join(joints)}")


def _joint(parted: str, one: Quantity, other: Quantity, words: ProseWords) -> str | None:
    if not 0 < other.start - one.end <= _LONGEST_JOINT:
        return None
    found = _joint_pattern(words).fullmatch(parted, one.end, other.start)
    return found.lastgroup if found else None


def units_of(prose: Prose, chain: Chain, words: ProseWords) -> tuple[list[ProseUnit | None], list[bool]]:
    """Return the unit of each number, and whether it is that of a later one: "40, 50 och 60 procent"."""
    units = [quantity.unit for quantity in chain.quantities]
    awaits = [False] * len(units)
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
    _carry_forward(prose.low, chain, units, words)
    _carry_from_heading(prose, chain, units)
    _fill_list(prose, chain, units, words)
    return units, awaits


def _awaits_unit(prose: Prose, chain: Chain, index: int, unit: ProseUnit, next_awaits: bool, words: ProseWords) -> bool:
    """Whether a number without a unit has that of the next, `unit`."""
    quantity, joint = chain.quantities[index], chain.joints[index]
    if joint == "within":
        return True
    if _may_be_in_thousands(quantity, chain.quantities[index + 1], unit):
        return False
    if joint == "aside":
        other = chain.quantities[index + 1]
        return quantity.step == other.step and ")" in prose.low[other.start : other.end]
    if joint == "dash":
        # Three numbers with dashes between them are a date or a reference.
        return index == 0 or chain.joints[index - 1] != "dash"
    if joint == "to" or any(word in words.between for word, _ in words_before(prose.low, quantity.start, 1)):
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
    before = next((word for word, _ in words_before(low, one.start, 1)), "")
    is_range = joint in ("dash", "to") or (joint == "and" and before in words.between)
    return is_range and _may_be_in_thousands(one, other, unit)


def _is_a_name(prose: Prose, quantity: Quantity, words: ProseWords) -> bool:
    """Whether a number names something rather than counts: "mål 1", "Vux 2", "2021", the article "en"."""
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


def _carry_forward(low: str, chain: Chain, units: list[ProseUnit | None], words: ProseWords) -> None:
    """Fill in the unit of an earlier number: "12 miljoner kronor, varav 6 från EU och cirka 2 från kommunen"."""
    carried: ProseUnit | None = None
    for index, joint in enumerate(chain.joints, start=1):
        before, one, other = units[index - 1], *chain.quantities[index - 1 : index + 1]
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
        elif chain.joints[index - 1] in ("dash", "to", "within") or (
            chain.joints[index - 1] in _LISTING
            and (_CLAUSE_ENDS.match(prose.low, quantity.end) or index < len(chain.joints))
        ):
            units[index] = unit
        else:
            unit = None


_LISTING = ("and", "or", "comma", "listed")


def _fill_list(prose: Prose, chain: Chain, units: list[ProseUnit | None], words: ProseWords) -> None:
    """Fill in the unit of numbers that stand beside their payers: "EU 42 procent, regionen 38 och kommunen 20"."""
    first = 0
    for index in range(len(chain.quantities)):
        if index == len(chain.joints) or chain.joints[index] not in ("listed", "later"):
            if index > first:
                _fill_one_list(prose, chain, units, range(first, index + 1), words)
            first = index + 1


def _fill_one_list(
    prose: Prose, chain: Chain, units: list[ProseUnit | None], places: range, words: ProseWords
) -> None:
    given = {units[place] for place in places} - {None}
    unit = given.pop() if given else None
    if given or unit is None or not all(_ends_item(prose, chain, units, place, words) for place in places):
        return
    numbers = [chain.quantities[place] for place in places]
    if not unit.is_share and unit.scale == 1 and any(LARGE > number.number for number in numbers) and (
        max(number.number for number in numbers) >= LARGE
    ):
        return
    is_whole = unit.is_share and sum(number.number for number in numbers) * unit.scale == 1
    is_fine = numbers[0].step < 1 and len({number.step for number in numbers}) == 1
    is_between = units[places[0]] is not None and units[places[-1]] is not None
    if is_whole or is_fine or is_between or all(_has_payer(prose.low, number, words) for number in numbers):
        for place in places:
            units[place] = units[place] or unit


def _ends_item(
    prose: Prose, chain: Chain, units: list[ProseUnit | None], place: int, words: ProseWords
) -> bool:
    """Whether a number may be an item of a list without its unit: nothing that it counts follows it."""
    quantity = chain.quantities[place]
    if units[place] is not None:
        return True
    before = next((word for word, _ in words_before(prose.low, quantity.start, 1)), "")
    if _is_a_year(quantity) or quantity.is_spoken or before in words.labels or before in words.numbered:
        return False
    return _item_end_pattern(words).match(prose.low, quantity.end) is not None


@cache
def _item_end_pattern(words: ProseWords) -> re.Pattern[str]:
    return re.compile(rf"{_CLAUSE_ENDS.pattern}|{BLANK}{any_of(words.conjoined)}{BLANK}")


def _has_payer(low: str, quantity: Quantity, words: ProseWords) -> bool:
    return any(word in words.payers for word, _ in words_before(low, quantity.start, 3))


def _is_shared_out(low: str, joint: str, one: Quantity, other: Quantity, scale: Fraction, words: ProseWords) -> bool:
    """Whether parts of an amount follow: "varav 6 från", "av de 97 miljonerna går 41 till"."""
    if joint == "of":
        # "50 000 kronor, varav 6 från" is no six kronor.
        return scale > THOUSAND or other.number * scale >= LARGE
    before = [word for word, _ in words_before(low, one.start, 2)]
    return joint == "thereof" and before[1:] == [words.part_of] and before[0] in words.part_of_all


def _is_compared(low: str, one: Quantity, other: Quantity) -> bool:
    """Whether a number in brackets is the same figure for another year, with as many decimals: "4,1 mnkr (3,9)"."""
    return low[other.end : other.end + 1] == ")" and one.step == other.step < 1


# --- Quantities: every number, with the unit that stands beside it


class Quantity(NamedTuple):
    """A number as it stands in the text, with the unit beside it, if any; `step` is one in its last digit."""

    start: int
    end: int
    number: Fraction
    step: Fraction
    unit: ProseUnit | None
    hedge: Hedge | None
    is_spoken: bool
    is_headed: bool
    """Whether its unit stands in a heading, and is that of the numbers after it too."""


LARGE = 10_000
"""From here on a bare number is not a year, and more likely kronor than people."""

_MILLION = re.compile(rf"m{WORD_ENDS}")
_DASHES = f"{MINUS}\N{EN DASH}-"


def quantities(prose: Prose, language: Language, words: ProseWords, default: str) -> Iterator[Quantity]:
    """Yield every number from left to right, except those that can be read in two ways."""
    pattern, at = _quantity_pattern(language, words), 0
    is_scaled: bool | None = None
    while match := pattern.search(prose.parted, at):
        at = match.end()
        if match["number"] is None:
            continue
        if (named := _end_of_name(match, prose.low, words)) is not None:
            at = named
            continue
        number, start = read_prose_number(match, language, words), match.start("number")
        if number is None:
            continue
        unit, end = read_unit(match, prose.plain, language, words, default), match.end()
        sign = _sign(match, prose.plain, number, language, words)
        if unit and not sign and not unit.is_share and _is_a_year_before(match, prose, unit, words):
            unit = None
        if unit and (following := _next_with_unit(match, prose, pattern, words)):
            if not sign and match["gap"] != "\n":
                # "Projekt 12 MSEK 4,5" may be either.
                at = following.end()
                continue
            unit = None
        if unit is None:
            # The pattern may have matched a unit that is not that of the number after all.
            at = end = number.end
        if number.is_spoken and (_is_vague(prose.low, start, language) or _is_a_proper_name(match, prose.plain)):
            continue
        if unit is not None and _is_of_things(prose.low, end, unit, words):
            continue
        is_headed = False
        if sign and (unit is None or (unit.currency is None and not unit.is_share and sign.scale == 1)):
            unit, start = ProseUnit(unit.scale if unit else sign.scale, sign.currency), match.start()
            if _MILLION.match(prose.low, end):
                unit, end = unit._replace(scale=Fraction(MILLION)), end + 1
        elif match["heading"] and (headed := _headed(match, prose.low, number.end, unit, language, words)):
            unit, is_headed = headed, unit is None
        elif unit is None and number.value >= LARGE and _is_given(prose.low, start, end, words):
            if is_scaled is None:
                is_scaled = words.scaled_heading.search(prose.low) is not None
            # "Alla belopp i tkr": a bare number may be in thousands.
            unit = None if is_scaled else ProseUnit(Fraction(1), None)
        if number.may_be_thousands and not _is_clear(number, unit):
            continue
        value = number.value
        if match["minus"] is not None:
            value, start = -value, min(start, match.start("minus"))
        elif _has_minus(prose.plain, start):
            value, start = -value, start - 1
        yield Quantity(start, end, value, number.step, unit, number.hedge, number.is_spoken, is_headed)


_REFERENCE = "|".join(
    (
        r"[0-9]{6}(?:[0-9]{2})?-[0-9]{4}",
        r"[0-9]{1,3}(?:[ ][0-9]{2}){1,3}-[0-9]",
        # A telephone number ends where a number of other digits can begin.
        r"(?:\+[0-9]{2}[ ]?(?:\(0\))?[ ]?|0)[0-9]{1,3}[ ]?[-–/]?[ ]?(?:[0-9]{3}[ ][0-9]{3}[ ][0-9]{2}"
        r"|[0-9]{3}[ ][0-9]{2}[ ][0-9]{2}|[0-9]{2}[ ][0-9]{2}[ ][0-9]{2}|[0-9]{3}[ ][0-9]{2,3}|[0-9]{5,8})"
        r"(?![0-9]|[ ]0)",
        r"(?:19|20)[0-9]{2}-[0-9]{2}(?![0-9-])",
        r"[0-9]{1,8}(?:[-/][0-9]{1,8}){2,5}",
        r"(?:(?<=,[ ])|(?<=\n)|(?<=-))[0-9]{3}[ ][0-9]{2}(?=[ ][1-9])",
        # Two numbers, of which nobody can tell where the first ends: "100 12 450 kr".
        r"[0-9]{1,3}[ ][0-9]{1,2}[ ][1-9][0-9]{2}(?:[ ][0-9]{3}){0,6}",
        rf"[1-9][0-9]{{0,2}}(?:[ ][0-9]{{3}}){{0,6}}{UNSURE}[0-9]{{3}}(?:[ ][0-9]{{3}}){{0,6}}",
    )
)
"""Numbers that are no quantities, with all the digits that belong to them: days, telephone and postal numbers."""

_START_OF_REFERENCE = re.compile(r"[^\s(),;]*\Z")
_LONGEST_REFERENCE = 20


def _end_of_name(match: re.Match[str], low: str, words: ProseWords) -> int | None:
    """Return where a name ends whose last digits look like thousands: "projektnr 7 450 000 kr"; None without one."""
    number, start = match["number"], match.start("number")
    first, space, _ = number.partition(" ")
    if not space or not first.isdecimal():
        return None
    begins = _START_OF_REFERENCE.search(low, max(0, start - _LONGEST_REFERENCE), start)
    before = begins[0] if begins else ""
    labels = [word.rstrip(".") for word, _ in words_before(low, start - len(before), 2, colon=":")]
    is_numbered = any(label in words.numbered or label.endswith(words.numbering) for label in labels[: 1 + bool(before)])
    if is_numbered or (before.endswith(("-", "/")) and any(map(str.isdecimal, before)) and not before[:-1].isdecimal()):
        return start + len(first)
    # "Etapp 2 450 000 kr" may be either.
    return match.end() if labels and labels[0] in words.labels and len(first) < 3 else None


@cache
def _beside_a_year(words: ProseWords) -> re.Pattern[str]:
    joint = rf"(?:,?[ \n\t]|{BLANK}{any_of(words.conjoined)}{BLANK}|[ ]?[-–—/][ ]?)"
    return re.compile(rf"(?<![0-9]){YEAR.pattern}(?:[ ][a-z]{{2,6}})?{joint}\Z")


_LONGEST_BESIDE = 30
_ROUND = 50


def _is_a_year_before(match: re.Match[str], prose: Prose, unit: ProseUnit, words: ProseWords) -> bool:
    """Whether the number before a unit of money is a year: "Utfall 2023 tkr"."""
    start = match.start("number")
    if not YEAR.fullmatch(match["number"]):
        return False
    if _beside_a_year(words).search(prose.parted, max(0, start - _LONGEST_BESIDE), start):
        return True
    word, at = next(iter(words_before(prose.low, start, 1)), ("", start))
    if not word:
        return not prose.low[:start].rstrip(" ").endswith((":", "="))
    if word in words.of_money or word in words.giving:
        return False
    is_round = unit.scale == 1 and int(match["number"]) % _ROUND == 0
    is_heading = prose.plain[at].isupper() and _starts_a_sentence(prose.low, at)
    return word in words.of_years or (not is_round and (is_heading or unit.scale > 1))


@cache
def _quantity_pattern(language: Language, words: ProseWords) -> re.Pattern[str]:
    signs = any_of(currency_signs(language))
    sign = rf"(?P<sign>{signs}|(?:[a-z]{{3,5}}|[a-z]{{1,2}}{signs}|{words.crown}){BLANK}(?=[{_DASHES}]?[0-9])){BLANK}?"
    # A number begins neither within a word nor after the mark of another number: "B12", "3.12.14".
    return re.compile(
        rf"(?<![^\W_])(?<![0-9][.,:/'’])(?:{sign}(?P<minus>[{_DASHES}])?|{heading_pattern(language, words)})?"
        rf"(?:(?:{_REFERENCE})"
        rf"|{prose_number_pattern(language, words)}(?:{unit_pattern(language, words)})?){WORD_ENDS}"
    )


def _sign(match: re.Match[str], plain: str, number: Number, language: Language, words: ProseWords) -> ProseUnit | None:
    """Return the unit before the number: a sign, or a code in capitals; "kr" only where no year can follow."""
    sign = plain[match.start("sign") : match.end("sign")].strip()
    if sign.lower() == words.crown:
        return ProseUnit(Fraction(1), prose_currencies(language)[words.crown]) if number.value >= LARGE else None
    scaled = prose_units(language).get(sign.lower())
    if scaled and (sign.isupper() or sign.lower() not in INTERNATIONAL_UNITS) and not YEAR.fullmatch(match["number"]):
        return ProseUnit(Fraction(scaled[0]), scaled[1])
    code = currency_signs(language).get(sign) or (sign if sign in MINOR_DIGITS else None)
    return None if code is None else ProseUnit(Fraction(1), code)


def _next_with_unit(
    match: re.Match[str], prose: Prose, pattern: re.Pattern[str], words: ProseWords
) -> re.Match[str] | None:
    """Return the next number where the unit between may be before it: "EUR 12 500 SEK 140 000"."""
    unit = prose.plain[max(match.end("number"), match.end("gap")) : match.end()]
    is_code = unit.isupper() or unit == words.crown
    if not is_code or not prose.low[match.end() + 1 : match.end() + 2].isdigit():
        return None
    following = pattern.match(prose.parted, match.end() + 1)
    if following is None or following["digits"] is None or YEAR.fullmatch(following["number"]):
        return None
    return following if following.end() == following.end("number") and _CLAUSE_ENDS.match(prose.low, following.end()) else None


def _is_vague(low: str, start: int, language: Language) -> bool:
    """Whether the word before leaves a number word without a value: "några hundra"."""
    return any(
        phrase.rpartition(" ")[2] == word for word, _ in words_before(low, start, 1) for phrase in language.vague
    )


def _is_given(low: str, start: int, end: int, words: ProseWords) -> bool:
    """Whether the words around a bare number make it money: "900 000 i EU-stöd", "beviljas 900 000 till"."""
    if words.money_after.match(low, end) or (
        words.money_before.search(low, max(0, start - _CLAUSE), start) and _CLAUSE_ENDS.match(low, end)
    ):
        return True
    verb = next((word for word, _ in words_before(low, start, 1)), None)
    following = words.goes_on.match(low, end) if verb in words.giving else None
    return following is not None and not low[following.end() + 1 : following.end() + 2].isdigit()


def _is_of_things(low: str, end: int, unit: ProseUnit, words: ProseWords) -> bool:
    """Whether a bare "miljoner" counts something other than money: "miljoner invånare"."""
    return unit.currency is None and not unit.is_share and words.counted.match(low, end) is not None


def _is_a_proper_name(match: re.Match[str], plain: str) -> bool:
    """Whether a currency after a number in words has a capital letter, as the team "Tre Kronor" has."""
    return plain[match.start("currency") : match.end("currency")].istitle()


_CLAUSE_ENDS = re.compile(rf"[ ]?(?:[.,;:!?)\n|\t]|\Z)")


def _headed(
    match: re.Match[str], low: str, end: int, unit: ProseUnit | None, language: Language, words: ProseWords
) -> ProseUnit | None:
    """Return the unit of a number after a heading; None where it has its own, or is itself a heading, of a year."""
    headed = read_heading(match, language, words)
    if unit is not None:
        # "Belopp (euro): 4 miljoner": the heading adds the currency.
        is_named = unit.currency is not None or unit.is_share or headed.is_share or unit.abroad is not None
        return None if is_named else unit._replace(currency=headed.currency)
    is_bare = match["in_unit"] and match["heading"][-1] in " \n\t" and ":" not in match["heading"]
    if YEAR.fullmatch(match["number"]) or (is_bare and not _CLAUSE_ENDS.match(low, end)):
        return None
    return headed


def _is_clear(number: Number, unit: ProseUnit | None) -> bool:
    """Whether the unit decides if a mark is decimal or for thousands: "10.000 kr", "1,431 miljarder"."""
    if number.step == 1:
        return unit is not None and unit.scale == 1
    return unit is not None and (unit.is_share or unit.scale > 1 or _has_three_decimals(unit.currency))


def _has_three_decimals(currency: str | None) -> bool:
    return currency is not None and MINOR_DIGITS[currency] > 2


def _has_minus(plain: str, start: int) -> bool:
    """Whether a minus stands before a number: a real one, or a dash that joins nothing before it to the number."""
    before = plain[max(0, start - 3) : start]
    if before.endswith(MINUS):
        return not before[-2:-1].isalnum()
    return before[-2:-1] in (" ", "(") and before[-1] in _DASHES and not before[:1].isdigit()
