"""The numbers of a running text, each with the unit of money or share that stands beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._prose import PARTED, UNSURE, made, prose_number_pattern, read_digits, read_prose_number
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
from esfmodel.text.prose._years import are_years
from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words.hedges import (
    BLANK,
    BLANKS,
    NO_WORD_BEFORE,
    WORD_ENDS,
    Hedge,
    any_of,
    lower,
    nearest_word,
    word_before,
    words_before,
)
from esfmodel.text.words.language import MILLION, MINUS, VULGAR, number_beginnings
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from esfmodel.text.prose._prose import Number, Prose
    from esfmodel.text.prose._words import ProseWords
    from esfmodel.text.words.language import Language


class Quantity(NamedTuple):
    """A number as it stands in the text, with the unit beside it, if any; `step` is one in its last digit."""

    start: int
    end: int
    number: Fraction | int
    step: Fraction | int
    unit: ProseUnit | None
    hedge: Hedge | None
    is_spoken: bool
    is_headed: bool
    """Whether its unit stands in a heading, and is that of the numbers after it too."""


LARGE = 10_000
"""From here on a bare number is not a year, and more likely kronor than people."""

_YEAR_DIGITS = 4
_MILLION = re.compile(rf"m{WORD_ENDS}")
_DASHES = f"{MINUS}\N{EN DASH}-"  # the minus first


def quantities(prose: Prose, language: Language, words: ProseWords, default: str) -> Iterator[Quantity]:
    """Yield every number from left to right, except those that can be read in two ways."""
    pattern, at = _quantity_pattern(language, words), 0
    # A group is asked for by its number, which is faster than by its name.
    groups = tuple(pattern.groupindex[name] for name in ("number", "sign", "digits"))
    whole, *_ = groups
    plain, low, parted, marked = prose.plain, prose.low, prose.parted, prose.marked
    minus = tuple(f"{words.minus}{blank}" for blank in BLANKS)
    has_minus = words.minus in low
    known_signs = _known_signs(language, words)
    is_headed_elsewhere: bool | None = None
    start = end = 0
    columns: re.Match[str] | None = None
    headings = _HEADING_OF_YEARS.finditer(low)
    heading = next(headings, None)
    # Most of the questions below are about few numbers, so each is asked only where a glance says that it may be one.
    matches, expected = pattern.finditer(parted), 0
    while True:
        if at != expected:
            # A part of the last match is read once more; otherwise one iterator is much faster than many searches.
            matches = pattern.finditer(parted, at)
        if (match := next(matches, None)) is None:
            return
        since, at = at, match.end()
        before, before_end = start, end
        expected = at
        text, signed, digits = match.group(*groups)
        if (text is None or " " in text) and (named := _end_of_name(match, prose, words)) is not None:
            at = named
            continue
        start, number_end = match.span(whole)
        number = read_prose_number(match, language, words) if digits is None else read_digits(digits, language)
        if number is None or (before_end == start - 1 and _is_wrapped(prose, before, before_end, start, words)):
            continue
        value, step, hedge, is_spoken, may_be_thousands = number
        # Where no unit follows a number, its group is the last that closes.
        kind = match.lastgroup
        unit = None if kind == "number" else read_unit(match, plain, language, words, default)
        end = at
        if unit and kind == "currency" and match["scale"] and _is_of_the_next(match, prose):
            unit, at, end = unit._replace(currency=None), match.end("scale"), match.end("scale")
        is_signed = signed is not None and signed.strip() in known_signs
        sign = _sign(match, plain, number, language, words) if is_signed else None
        if unit and digits and len(digits) == _YEAR_DIGITS and not (sign or unit.is_share):
            unit = None if _is_a_year_before(match, prose, words) else unit
        if (
            unit
            and "0" <= marked[expected + 1 : expected + 2] <= "9"
            and marked[expected] == " "
            and (following := _next_with_unit(match, prose, pattern, language, words))
        ):
            if not sign and marked[number_end] not in f"{PARTED}\n":
                # "Projekt 12 MSEK 4,5" may be either.
                at = following.end()
                continue
            unit = None
        if unit is None:
            # The pattern may have matched a unit that is not that of the number after all.
            at = end = number_end
        elif not (unit.currency or unit.is_share) and words.counted.match(low, end):
            # "3 miljoner invånare"
            continue
        if is_spoken and (_is_vague(low, start, language) or _is_a_proper_name(match, plain)):
            continue
        is_headed = False
        mark = low[start - 1 : start]
        is_after_mark = (low[start - 2 : start - 1] if mark in BLANKS else mark) in _AFTER_HEADING
        if sign and (unit is None or (unit.currency is None and not unit.is_share and sign.scale == 1)):
            unit, start = ProseUnit(unit.scale if unit else sign.scale, sign.currency), match.start()
            if _MILLION.match(low, end):
                unit, end = unit._replace(scale=MILLION), end + 1
        elif (is_after_mark or (unit is None and CLAUSE_ENDS.match(low, number_end))) and (
            headed := _headed(match, low, since, unit, language, words, is_after_mark=is_after_mark)
        ):
            unit, is_headed = headed, unit is None
        elif unit is None and value >= LARGE and _is_given(low, start, end, words):
            if is_headed_elsewhere is None:
                is_headed_elsewhere = _lone_unit(language, words, default).search(low) is not None
            # "Alla belopp i tkr": a bare number may be in thousands.
            unit = None if is_headed_elsewhere else ProseUnit(1, None)
        if may_be_thousands and not _is_clear(step, unit):
            continue
        while heading and heading.end() <= start:
            columns, heading = heading, next(headings, None)
        if columns and digits and _may_be_of_columns(digits, start, columns):
            continue
        if signed is not None and match["minus"] is not None:
            value, start = -value, min(start, match.start("minus"))
        elif plain[start - 1 : start] in _DASHES:
            if _may_be_an_item(plain, start):
                continue
            if _has_minus(prose, start):
                value, start = -value, start - 1
        elif has_minus and low.endswith(minus, 0, start) and _has_minus_word(low, start, words):
            value, start = -value, start - len(words.minus) - 1
        yield made(Quantity, (start, end, value, step, unit, hedge, is_spoken, is_headed))


_SUBSCRIBER = "(?:[0-9]{3}[ ][0-9]{3}[ ][0-9]{2}|[0-9]{3}[ ][0-9]{2}[ ][0-9]{2}|[0-9]{2}[ ][0-9]{2}[ ][0-9]{2})"
_REFERENCE = "|".join(
    (
        r"[0-9]{6}(?:[0-9]{2})?-[0-9]{4}",
        r"[0-9]{1,3}(?:[ ][0-9]{2}){1,3}-[0-9]",
        # A telephone number ends where a number of other digits can begin.
        rf"(?:(?:\+|00)[0-9]{{2}}[ ]?(?:\(0\))?[ ]?[1-9][0-9]{{0,2}}[ ]?[-–/]?[ ]?|0[1-9][0-9]{{0,2}}[ ]?[-–/][ ]?)"
        rf"(?:{_SUBSCRIBER}|[0-9]{{3}}[ ][0-9]{{2,3}}|[0-9]{{5,8}})(?![0-9]|[ ]0)",
        rf"0[1-9][0-9]{{0,2}}[ ]{_SUBSCRIBER}(?![0-9]|[ ]0)",
        r"(?:19|20)[0-9]{2}[-–][0-9]{2}(?![0-9-])",
        r"[0-9]{1,8}(?:[-/][0-9]{1,8}){2,5}",
        rf"[1-9][0-9]{{0,2}}(?:[ ][0-9]{{3}}){{0,6}}{UNSURE}[0-9]{{3}}(?:[ ][0-9]{{3}}){{0,6}}",
    )
)
"""Numbers that are no quantities, with all the digits that belong to them: days, telephone and postal numbers."""

_UNCLEAR = r"[0-9]{1,3}[ ][0-9]{1,2}[ ][1-9][0-9]{2}(?:[ ][0-9]{3}){0,6}"
"""Two numbers, of which nobody can tell where the first ends: "100 12 450 kr"."""

_MAY_BE_A_REFERENCE = rf"(?=[+0]|[0-9]{{1,8}}+(?:[-–/]|[ ][0-9]{{1,2}}(?![0-9])|(?:[ ][0-9]{{3}}){{0,6}}{UNSURE}))"
"""How all of these begin, and postal numbers: most numbers are passed over at once."""

_PARTS_REFERENCES = re.compile(r"[\s(),;]")
_LONGEST_REFERENCE = 20


def _end_of_name(match: re.Match[str], prose: Prose, words: ProseWords) -> int | None:
    """Return where a name ends whose last digits look like thousands: "projektnr 7 450 000 kr"; None without one."""
    group = "number" if match["unclear"] is None else "unclear"
    number, start = match[group], match.start(group)
    if number is None:
        return match.end()
    if group == "number" and start > 0 and prose.marked[start - 1] in f"{PARTED}\n":
        # In a cell or a row of its own the number is whole.
        return None
    first, space, _ = number.partition(" ")
    if not space or not first.isdecimal():
        return None
    low, before = prose.low, ""
    if not low[start - 1 : start].isspace():
        *_, before = _PARTS_REFERENCES.split(low[max(0, start - _LONGEST_REFERENCE) : start])
    label, place = nearest_word(low, start - len(before), colon=":")
    label = label.rstrip(".")
    # "dnr RUN 123-7"
    is_code = label.isalpha() and prose.plain.startswith(label.upper(), place)
    is_label, is_numbered = words.is_label(label), words.is_numbered(label)
    labels: list[str] = []
    if before or is_code or is_label:
        labels = [word.rstrip(".") for word, _ in words_before(low, start - len(before), 2, colon=":")]
    if before or is_code:
        is_numbered = any(map(words.is_numbered, labels))
    # "KLM-23-7 450 000 kr", but not "300–450 000 kr".
    is_tail = before.endswith(("-", "/")) and any(map(str.isdecimal, before)) and not before[:-1].isdecimal()
    if is_numbered or is_tail:
        return start + len(first)
    if group == "unclear":
        return match.end()
    # "Etapp 2 450 000 kr" may be either, "egen insats 2 450 000 kr" not.
    is_name = is_label and " ".join(labels[::-1]) not in words.money_nouns
    is_short = len(first) < 3 or number.count(" ") > 1
    return match.end() if is_name and is_short and not number.startswith("0", len(first) + 1) else None


@cache
def _beside_a_year(words: ProseWords) -> re.Pattern[str]:
    dash, joint = r"(?P<dash>[ ]?[-–—][ ]?)", rf"(?:,?[ \n\t]|/|{BLANK}{any_of(words.conjoined)}{BLANK})"
    return re.compile(rf"(?<![0-9])(?P<year>{YEAR.pattern})(?:[ ][a-z]{{2,6}})?(?:{dash}|{joint})\Z")


_LONGEST_BESIDE = 30
_YEAR_AND_UNIT = re.compile(rf"[ \n|]{{1,3}}{YEAR.pattern}[ ][^\W\d_]{{2,6}}(?![^\W_])")
_ROUND = 100
"""A multiple of this is rather an amount than a year: "2000 kr"."""


def _is_a_year_before(match: re.Match[str], prose: Prose, words: ProseWords) -> bool:
    """Whether the number before a unit of money is, or may be, a year: "Utfall 2023 tkr"."""
    start, end = match.span("number")
    if not YEAR.fullmatch(match["number"]):
        return False
    if beside := _beside_a_year(words).search(prose.parted, max(0, start - _LONGEST_BESIDE), start):
        is_listed = beside["dash"] is None or match["dash"] is not None
        return is_listed or are_years(prose.low, beside.start("year"), end, words.periods) is not False
    # A heading of a column.
    is_first = prose.low[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", "\n", "|", ";")
    if is_first and int(match["number"]) % _ROUND and CLAUSE_ENDS.match(prose.low, match.end()):
        return True
    is_followed = _YEAR_AND_UNIT.match(prose.low, match.end()) is not None
    return is_followed or are_years(prose.low, start, end, words.periods) is not False


@cache
def _quantity_pattern(language: Language, words: ProseWords) -> re.Pattern[str]:
    signs = any_of(currency_signs(language))
    sign = rf"(?P<sign>{signs}|(?:[a-z]{{3,5}}|[a-z]{{1,2}}{signs}|{words.crown}){BLANK}(?=[{_DASHES}]?[0-9])){BLANK}?"
    after = "|".join(rf"(?<={word}[ ])" for word in words.postal)
    postal = rf"(?=[1-9][0-9]{{2}}[ ][0-9]{{2}}[ ])(?:{after}|(?<=,[ ])|(?<=\n)|(?<=[ ,]s-)|(?<=se-)).{{6}}(?=[ ][1-9])"
    # What a quantity begins with is tried first, so that most words of a text are passed over at once.
    signed = rf"{signs}|[a-z]{{1,5}}+(?:{signs}|{BLANK}[{_DASHES}]?[0-9])"
    begins = rf"[+0-9{''.join(VULGAR)}]|{signed}|{number_beginnings(language)}"
    # A number begins neither within a word nor after the mark of another number: "B12", "3.12.14".
    return re.compile(
        rf"{NO_WORD_BEFORE}(?={begins})(?<![0-9][.,:/'’])(?:{sign}(?P<minus>[{_DASHES}])?)?"
        rf"(?:{_MAY_BE_A_REFERENCE}(?:{postal}|{_REFERENCE}|(?P<unclear>{_UNCLEAR}))"
        rf"|{prose_number_pattern(language, words)}(?:{unit_pattern(language, words)})?){WORD_ENDS}"
    )


@cache
def _known_signs(language: Language, words: ProseWords) -> frozenset[str]:
    """Return all that `_sign` may read, in lower case; most of what its pattern matches are other words."""
    return frozenset(map(lower, (words.crown, *prose_units(language), *currency_signs(language), *MINOR_DIGITS)))


def _sign(match: re.Match[str], plain: str, number: Number, language: Language, words: ProseWords) -> ProseUnit | None:
    """Return the unit before the number: a sign, or a code in capitals; "kr" only where no year can follow."""
    sign = plain[match.start("sign") : match.end("sign")].strip()
    if sign.lower() == words.crown:
        return ProseUnit(1, prose_currencies(language)[words.crown]) if number.value >= LARGE else None
    scaled = prose_units(language).get(sign.lower())
    if scaled and (sign.isupper() or sign.lower() not in INTERNATIONAL_UNITS) and not YEAR.fullmatch(match["number"]):
        return ProseUnit(*scaled)
    code = currency_signs(language).get(sign) or (sign if sign in MINOR_DIGITS else None)
    return None if code is None else ProseUnit(1, code)


def _next_with_unit(
    match: re.Match[str], prose: Prose, pattern: re.Pattern[str], language: Language, words: ProseWords
) -> re.Match[str] | None:
    """Return the next number, of which a digit is next, where the unit may be before it: "EUR 12 500 SEK 140 000"."""
    unit = prose.plain[max(match.end("number"), match.end("gap")) : match.end()]
    is_crown = unit == words.crown
    is_code = unit.isupper() or is_crown or lower(unit) in prose_units(language) or unit in currency_signs(language)
    is_apart = prose.marked[match.end("number")] in f"{PARTED}\n"
    if not (is_code or is_apart):
        return None
    following = pattern.match(prose.parted, match.end() + 1)
    if following is None or following["digits"] is None or YEAR.fullmatch(following["number"]):
        return None
    if (is_crown and " " not in following["digits"]) or _ITEM.match(prose.low, match.end()):
        return None
    is_bare = following.end() == following.end("number") and CLAUSE_ENDS.match(prose.low, following.end())
    return following if is_bare else None


def _is_of_the_next(match: re.Match[str], prose: Prose) -> bool:
    r"""Whether the currency after a scale stands in the next cell or row, before a number: "2 miljoner\tEUR 450"."""
    start = match.start("currency")
    return prose.marked[start - 1] in f"{PARTED}\n" and _BESIDE.match(prose.marked, match.end()) is not None


_BESIDE = re.compile("[ ][0-9]")
_ITEM = re.compile(r"[ \n][0-9]{1,2}(?:\)|[.][ ][^\W_])")
"""The number of an item in a list: "450 000 kr 2. Berg"."""


def _is_vague(low: str, start: int, language: Language) -> bool:
    """Whether the word before leaves a number word without a value: "några hundra"."""
    words, ends = _vague_words(language)
    return low[start - 2 : start - 1] in ends and word_before(low, start) in words


@cache
def _vague_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return these words, and the letters that they end in."""
    words = frozenset(phrase.rpartition(" ")[2] for phrase in language.vague)
    return words, frozenset(word[-1] for word in words)


def _is_given(low: str, start: int, end: int, words: ProseWords) -> bool:
    """Whether the words around a bare number make it money: "900 000 i EU-stöd", "beviljas 900 000 till"."""
    if words.money_after.match(low, end):
        return True
    verb = word_before(low, start, colon=":")
    if verb in words.money_nouns:
        return CLAUSE_ENDS.match(low, end) is not None
    following = words.goes_on.match(low, end) if verb in words.giving else None
    return following is not None and not low[following.end() + 1 : following.end() + 2].isdigit()


@cache
def _lone_unit(language: Language, words: ProseWords, default: str) -> re.Pattern[str]:
    """Return the pattern of a unit without a number of its own, other than one of the default currency."""
    scaled = (name for name, (scale, _) in prose_units(language).items() if scale > 1)
    others = (name for name, code in prose_currencies(language).items() if code != default)
    scales = any_of({*language.scales_read, *words.scales_in_headings})
    alone = rf"(?<![^\W_])(?<![0-9])(?<![0-9½¼¾)][ \n]){any_of({*scaled, *others})}{WORD_ENDS}"
    return re.compile(rf"{alone}|(?:(?<![^\W_]){words.in_unit}{BLANK}|[(\[]){scales}{WORD_ENDS}")


def _is_a_proper_name(match: re.Match[str], plain: str) -> bool:
    """Whether a currency after a number in words has a capital letter, as the team "Tre Kronor" has."""
    return match["scale"] is None and plain[match.start("currency") : match.end("currency")].istitle()


CLAUSE_ENDS = re.compile(r"[ ]?(?:[.,;:!?)\n|\t]|\Z)")


def _headed(
    match: re.Match[str],
    low: str,
    since: int,
    unit: ProseUnit | None,
    language: Language,
    words: ProseWords,
    *,
    is_after_mark: bool,
) -> ProseUnit | None:
    """Return the unit of a number after a heading; None where it has its own, or is itself a heading, of a year.

    `since` is where the number before ends, whose unit is no heading.
    """
    start = match.start("number")
    before = low[max(since, start - _LONGEST_HEADING) : start]
    is_named = is_after_mark or ": " in before or f"{words.in_unit} " in before
    if not is_named or YEAR.fullmatch(match["number"]):
        return None
    heading = heading_pattern(language, words).search(low, max(since, start - _LONGEST_HEADING), start)
    label = word_before(low, start) if heading else ""
    if heading is None or label in words.labels or label in words.numbered:
        return None
    headed = read_heading(heading, language, words)
    if unit is None:
        return headed
    # "Belopp (euro): 4 miljoner": the heading adds the currency.
    has_currency = unit.currency is not None or unit.is_share or headed.is_share or unit.abroad is not None
    return None if has_currency else unit._replace(currency=headed.currency)


_AFTER_HEADING = frozenset(":)]")
_LONGEST_HEADING = 80


def _is_clear(step: Fraction | int, unit: ProseUnit | None) -> bool:
    """Whether the unit decides if a mark is decimal or for thousands: "10.000 kr", "1,431 miljarder"."""
    if step == 1:
        return unit is not None and unit.scale == 1
    return unit is not None and (unit.is_share or unit.scale > 1 or _has_three_decimals(unit.currency))


def _has_three_decimals(currency: str | None) -> bool:
    return currency is not None and MINOR_DIGITS[currency] > 2


def _has_minus(prose: Prose, start: int) -> bool:
    """Whether a minus stands before a number: a real one, or a dash that joins nothing before it to the number."""
    before = prose.plain[max(0, start - 3) : start]
    if not before or before[-1] not in _DASHES:
        return False
    if prose.parted[max(0, start - 2) : start - 1] == PARTED:
        return True
    if before.endswith(MINUS):
        return not before[-2:-1].isalnum()
    return before[-2:-1] in (" ", "(") and not before[:1].isdigit()


def _may_be_an_item(plain: str, start: int) -> bool:
    """Whether the dash before a number may begin the item of a list: "-450 000 kr" at the start of a line."""
    return start > 0 and plain[start - 1] in _DASHES[1:] and plain[max(0, start - 2) : start - 1] in ("", "\n")


def _has_minus_word(low: str, start: int, words: ProseWords) -> bool:
    """Whether the word for a minus stands right before a number; "plus minus" is no minus."""
    before = [word for word, _ in words_before(low, start, 2)]
    return before[:1] == [words.minus] and before[1:] != [words.plus]


_HEADING_OF_YEARS = re.compile(rf"{YEAR.pattern}(?<![0-9].{{4}})(?:[ ]{YEAR.pattern}){{1,6}}[ ]?\n")
_LONGEST_TABLE = 1000


def _may_be_of_columns(digits: str, start: int, columns: re.Match[str]) -> bool:
    r"""Whether a number may be those of all the columns above it: "2023 2024\n450 500 tkr"."""
    groups, count = len(digits.split()), len(columns[0].split())
    return start - columns.end() < _LONGEST_TABLE and groups % count == 0


def _is_wrapped(prose: Prose, start: int, end: int, following: int, words: ProseWords) -> bool:
    r"""Whether a number goes on from the line before, since no row ends in "får 12\n500 kr"."""
    if end != following - 1 or not prose.parted.startswith(PARTED, end) or prose.low[end] != "\n":
        return False
    return word_before(prose.low, start) in words.wrapped


_STOPS = (".", "!", "?", ":", "\n", "-", "–", "•")


def starts_a_sentence(low: str, start: int) -> bool:
    before = low[max(0, start - 2) : start]
    return not before or before.rstrip(" ").endswith(_STOPS)
