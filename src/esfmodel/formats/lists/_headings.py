"""The headings of a list: what each one means, and in which row or rows they stand.

>>> heading_meaning("4. Projektets startdatum¹ / Start date of the operation (dd/mm/yyyy)").name
'START'
"""

from __future__ import annotations

import fnmatch
import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import ReadError
from esfmodel.formats.cells.grid import TypedCell, text_of
from esfmodel.formats.figures import looks_like_a_figure, unit_of
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning, known_heading, meaning_by_words
from esfmodel.formats.lists.mapping import NO_HEADINGS
from esfmodel.text.reading.labels import bare_label, label_meaning, letters_of
from esfmodel.text.words.list_headings import OTHER_THINGS, SCALE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dictionary

    from esfmodel.formats.cells.grid import Cell, Row
    from esfmodel.formats.lists.mapping import Mapping

ROWS_LOOKED_AT = 30
"""How many rows are searched for the headings: titles, logos and notes stand above them."""

# --- What a heading means

_LONGEST = 300
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))
_FOOTNOTE = re.compile(r"(?:\s?[*†‡\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|\s[0-9]{1,2}\))$")
_NUMBERING = re.compile(r"^\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\)\s*(?=\w)", re.IGNORECASE)
_ACT = re.compile(
    r"[,(]?\s*(?:in accordance with|pursuant to|i enlighet med|enligt artikel|enligt art\.)\s.*$", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PARTING = re.compile(r"[/|;\r\n]+")
_OUTSIDE = re.compile(rf"{_PARTING.pattern}(?![^()\[\]]*[)\]])")
_DAY = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_OF_PROJECT = re.compile(r"^(?:project(?:'s)?|operation(?:'s)?|projektets|insatsens)[ _]+", re.IGNORECASE)
_PER_CENT = re.compile(r"%|\bprocent|\bper ?cent", re.IGNORECASE)
# A year alone: not "2014-2020", nor that of a day or an act.
_OF_ONE_YEAR = re.compile(r"(?<![0-9./\N{EN DASH}-])(?:19|20)[0-9]{2}(?![0-9./\N{EN DASH}-])")
_MONEY = frozenset(meaning for meaning, field in FIELDS.items() if field in AMOUNTS)


def plain_heading(heading: str) -> str:
    """Return a heading on one line, without what is invisible."""
    return " ".join(heading.translate(_INVISIBLE).split())


@lru_cache(maxsize=4096)
def heading_meaning(heading: str) -> Meaning:
    """Return the meaning of a heading in one language or several; `UNKNOWN` where its parts disagree.

    A heading is known as a whole, or by the parts between slashes, bars, line breaks and brackets, or by its words.
    Neither the share of an amount ("EU support (% of total)") nor its part of one year is the amount.
    """
    if len(heading) > _LONGEST:
        return Meaning.UNKNOWN
    meaning = _meaning(heading)
    is_part = meaning in _MONEY and (_PER_CENT.search(heading) or _OF_ONE_YEAR.search(heading))
    return Meaning.UNKNOWN if is_part else meaning


def _meaning(heading: str) -> Meaning:
    lines = heading.translate(_INVISIBLE)
    plain = _bare(plain_heading(lines))
    whole = _known(plain)
    if whole is not None:
        return whole
    outside = [piece for each in _OUTSIDE.split(lines) if (piece := _without_brackets(_bare(plain_heading(each))))]
    inside = [piece for each in _BRACKETS.findall(lines) if (piece := _bare(plain_heading(each)))]
    found = {meaning for piece in (*outside, *inside) if (meaning := _known(piece)) is not None}
    if not found:
        by_words = {meaning for piece in outside if (meaning := _by_words(piece)) is not None}
        if len(outside) == 1 or not by_words:
            return _by_words(plain) or Meaning.UNKNOWN
        return by_words.pop() if len(by_words) == 1 else Meaning.UNKNOWN
    # The words of the other parts may say that it is something else: "EU support / paid out".
    others = {meaning for piece in (*outside, *inside) if (meaning := _known(piece) or _by_words(piece)) is not None}
    return found.pop() if len(found | others) == 1 else Meaning.UNKNOWN


def _bare(piece: str) -> str:
    """Return a heading without the article that it follows, its number, and the sign of a footnote."""
    return _NUMBERING.sub("", _FOOTNOTE.sub("", _ACT.sub("", piece).strip(" :"))).strip()


def _without_brackets(piece: str) -> str:
    """Return a heading without its brackets, unless it is known with them: "Duration (months)"."""
    return piece if _known(piece) is not None else _bare(plain_heading(_BRACKETS.sub(" ", piece)))


def _known(piece: str) -> Meaning | None:
    meaning = known_heading(piece) or known_heading(_OF_PROJECT.sub("", piece))
    # Labels are compared by their letters: "EU-stöd %" has those of an amount.
    return None if meaning in _MONEY and _PER_CENT.search(piece) else meaning


def _by_words(piece: str) -> Meaning | None:
    meaning = meaning_by_words(piece)
    if meaning is Meaning.UNKNOWN or (meaning in _MONEY and _PER_CENT.search(piece)):
        return None
    plain = piece.casefold()
    return None if any(word in plain for word in OTHER_THINGS.get(meaning.value, ())) else meaning


_DAY_FIRST = re.compile(r"\bdd?[/.-]mm?[/.-]yy", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"\bmm?[/.-]dd?[/.-]yy", re.IGNORECASE)


def states_month_first(heading: str) -> bool | None:
    """Whether the heading of days says that the month stands first; None where it says nothing of that.

    >>> states_month_first("Start date (MM/DD/YYYY)"), states_month_first("Start date")
    (True, None)
    """
    if _DAY_FIRST.search(heading):
        return False
    return True if _MONTH_FIRST.search(heading) else None


def is_known_heading(heading: str) -> bool:
    """Whether a cell is a heading that the vocabulary knows, with a field or without one."""
    return heading_meaning(heading) is not Meaning.UNKNOWN


class HeadingUnit(NamedTuple):
    """What a heading says of its amounts: the currency, or several it may mean, and what a figure is multiplied by."""

    currency: str | None = None
    currencies: tuple[str, ...] = ()
    scale: int | None = None


def heading_unit(heading: str) -> HeadingUnit:
    """Return the unit of a heading, in whichever of its parts it stands.

    >>> heading_unit("EU-stöd i tkr / EU support")
    HeadingUnit(currency='SEK', currencies=(), scale=1000)
    """
    if len(heading) > _LONGEST:
        return HeadingUnit()
    heading = _PLURAL.sub(r"\1", heading)
    meanings = [label_meaning(plain_heading(each)) for each in (heading, *_PARTING.split(heading), *heading.split(","))]
    currencies = {each.currency for each in meanings if each.currency}
    several = next((each.currencies for each in meanings if each.currencies), ())
    scale = next((each.unit for each in meanings if each.unit), None)
    if not (currencies or several or scale):
        # Some units are known beside figures rather than in labels: "T€".
        words = heading.split()
        for piece in (*_BRACKETS.findall(heading), " ".join(words[-2:]), *words[-1:]):
            unit = unit_of("", piece)
            if unit is not None and unit.currency is not None:
                return HeadingUnit(unit.currency, (), None if unit.scale == 1 else unit.scale)
    if len(currencies) > 1:
        return HeadingUnit(None, tuple(sorted(currencies)), scale)
    return HeadingUnit(next(iter(currencies), None), several, scale)


_PLURAL = re.compile(r"\b(thousand|million|billion)s(?: of)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = re.compile(r"(?<![0-9])(?:1[\s.,'’]?)?000(?![0-9])")
_LETTER_OF_A_SCALE = re.compile(r"(?<![^\W_])[kmt]\.?\s(\S{1,20})", re.IGNORECASE)
_COUNTED = re.compile(r"[0-9]\s?[^\W\d_]+")


def may_be_scaled(words: str) -> bool:
    """Whether words may say that figures are in thousands or more, in any language of the Union.

    "3 million participants" does not.

    >>> (
    ...     may_be_scaled("Způsobilé výdaje (tis. Kč)"),
    ...     may_be_scaled("Total cost (EUR 1 000)"),
    ...     may_be_scaled("Cost (EUR)"),
    ... )
    (True, True, False)
    """
    if _THOUSANDS.search(words):
        return True
    uncounted = _COUNTED.sub(" ", words)
    if not SCALE_WORDS.isdisjoint(_WORD.findall(uncounted.casefold())):
        return True
    units = (unit_of("", found) for found in _LETTER_OF_A_SCALE.findall(uncounted))
    return any(unit is not None and unit.currency is not None for unit in units)


_OF_AMOUNTS = re.compile(r"belopp|siffror|amount|figures|values", re.IGNORECASE)


def says_scale(note: str) -> bool:
    """Whether a title or a note says that the amounts of a list are in thousands or more.

    >>> says_scale("Lista över insatser, belopp i tkr"), says_scale("Tusen sjöars rike")
    (True, False)
    """
    unit = heading_unit(_COUNTED.sub(" ", note))
    is_of_amounts = unit.currency is not None or _OF_AMOUNTS.search(note) is not None
    return unit.scale is not None or (len(note) <= _LONGEST and is_of_amounts and may_be_scaled(note))


_SWEDISH = re.compile(r"[äö]|namn\b|datum\b|belopp\b|\bkommun\b|\boch\b", re.IGNORECASE)
_NOT_SWEDISH = re.compile(r"[æø]|navn\b|dato\b|\bkommune\b|\bog\b", re.IGNORECASE)


def are_swedish(headings: Iterable[str]) -> bool:
    """Whether headings are in Swedish, with or without English, so that "kr" beside them is Swedish.

    In Norwegian, Danish and English it may be another currency.

    >>> are_swedish(["Projektnamn", "EU-stöd"]), are_swedish(["Projektnavn", "EU-tilskud"]), are_swedish(["Name"])
    (True, False, False)
    """
    pieces = [plain_heading(piece) for heading in headings for piece in _PARTING.split(heading[:_LONGEST])]
    is_abroad = any(
        _NOT_SWEDISH.search(piece) or label_meaning(f"{bare_label(piece)} (kr)").currencies for piece in pieces
    )
    return not is_abroad and any(map(_SWEDISH.search, pieces))


# --- Headings that a mapping names


def is_named(heading: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns of a mapping, which may have the wildcard `*`, is a heading.

    As elsewhere only letters and digits count, in any case.

    >>> is_named("Coût total éligible (€)", ["coût total*"]), is_named("Coût", ["coût total*"])
    (True, False)
    """
    letters = letters_of(heading) or heading.strip()
    return any(
        fnmatch.fnmatchcase(letters, "*".join(map(letters_of, pattern.split("*"))) or pattern.strip())
        for pattern in patterns
    )


# --- In which rows the headings stand


class Headings(NamedTuple):
    """The headings of a list, by column, and the numbers of the rows that they stand in.

    `units` are what a row below them says of columns, by their index: "(SEK)", "tkr", "%".
    """

    texts: tuple[str, ...]
    rows: tuple[int, ...]
    units: Dictionary[int, str] = MappingProxyType({})


def find_headings(rows: Sequence[Row], mapping: Mapping, source: str | None = None) -> Headings:
    """Return the headings: in the row or two that the mapping names, else where the most are known.

    Raises `ReadError` where no row has two headings that are known, and where the rows named are not there.
    """
    patterns = mapping.headings
    if mapping.file.heading_row == NO_HEADINGS:
        return no_headings(rows)
    if mapping.file.heading_row:
        by_number = {row.number: row for row in rows}
        missing = next((number for number in mapping.file.heading_row if number not in by_number), None)
        if missing is not None:
            raise ReadError("list.no_such_row", "", str(missing), source=source)
        return _with_units(_joined([by_number[number] for number in mapping.file.heading_row]), rows)
    candidates = [row for row in rows[:ROWS_LOOKED_AT] if row.problem is None and not _has_figures(row.cells)]
    best, most = None, 1 if len(patterns) != 1 else 0
    for index, row in enumerate(candidates):
        following = candidates[index + 1] if index + 1 < len(candidates) else None
        alone = _joined([row])
        count = _count(alone, patterns)
        if count > most:
            best, most = alone, count
        if following is not None and following.number == row.number + 1 and _may_be_above(row) and _is_wide(following):
            both = _joined([row, following])
            # Data may have words of ours ("Region Kronoberg"): the second row counts where most of what is known stands
            # in it, and it makes more known or says the same in another language.
            beneath = _count(_joined([following]), patterns)
            more = _count(both, patterns)
            if beneath * 2 > more and (more > most or (more == most and best is alone)):
                best, most = both, more
    if best is not None:
        best = _with_groups(best, candidates)
    data = [row for row in rows if best is None or row.number < min(best.rows)]
    if best is None or sum(_has_figures(row.cells) for row in data) > _MOST_FIGURES_ABOVE:
        widest = max(candidates or rows, key=lambda row: sum(map(bool, map(text_of, row.cells))), default=None)
        texts = [] if widest is None else [plain_heading(text_of(cell)) for cell in widest.cells]
        raise ReadError("list.no_headings", source=source, headings=_shortened(filter(None, texts)))
    return _with_units(best, rows)


def _with_groups(headings: Headings, candidates: Sequence[Row]) -> Headings:
    """Return headings with those above them, if these say that an amount is another: "Paid" above "Total cost"."""
    rows = {row.number: row for row in candidates}
    above, own = rows.get(headings.rows[0] - 1), rows[headings.rows[0]]
    if len(headings.rows) > 1 or above is None or not _may_be_above(above):
        return headings
    both = _joined([above, own])
    meanings = zip(map(heading_meaning, headings.texts), map(heading_meaning, both.texts), strict=False)
    is_other = any(alone in _MONEY and grouped not in {alone, Meaning.UNKNOWN} for alone, grouped in meanings)
    return both if is_other else headings


_LONGEST_UNIT = 20
_AROUND_UNITS = "()[] "
_AROUND_NUMBERS = "()[]. \t"
_LEAST_NUMBERED = 3


def _with_units(headings: Headings, rows: Iterable[Row]) -> Headings:
    """Return headings with the units in the row below them, if all that this row states are units.

    A row with the numbers of the columns is one of headings too.
    """
    rows = tuple(rows)
    numbered = next((row for row in rows if row.number == headings.rows[-1] + 1 and _numbers_columns(row)), None)
    if numbered is not None:
        headings = headings._replace(rows=(*headings.rows, numbered.number))
    row = next((row for row in rows if row.number == headings.rows[-1] + 1 and row.problem is None), None)
    cells = () if row is None else row.cells
    units = {index: text for index, cell in enumerate(cells) if (text := text_of(cell).strip())}
    of_money = {index for index, text in units.items() if _is_unit(text)}
    # A column of currencies has them in its cells.
    places = {index for index, text in enumerate(headings.texts) if heading_meaning(text) is not Meaning.CURRENCY}
    if row is None or not of_money or not places >= of_money:
        return headings
    if any(text.strip(_AROUND_UNITS) != "%" for index, text in units.items() if index not in of_money):
        return headings
    return headings._replace(rows=(*headings.rows, row.number), units=units)


def _numbers_columns(row: Row) -> bool:
    """Whether the cells of a row are 1, 2, 3 and so on."""
    numbers = [text.strip(_AROUND_NUMBERS) for cell in row.cells if (text := text_of(cell)).strip()]
    return len(numbers) >= _LEAST_NUMBERED and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _is_unit(text: str) -> bool:
    bare = text.strip(_AROUND_UNITS)
    return len(text) <= _LONGEST_UNIT and heading_unit(f"({bare})") != HeadingUnit()


_MOST_NAMED = 12


def no_headings(rows: Iterable[Row]) -> Headings:
    """Return the empty headings of a list that has none; its columns go by their letters."""
    return Headings(("",) * max((len(row.cells) for row in rows), default=0), NO_HEADINGS)


def likeliest_headings(rows: Sequence[Row]) -> Headings | None:
    """Return the first row without figures that has about as many cells as the widest, of headings that nobody knows.

    A title above the table has fewer cells, and the rows below it have figures.
    """
    sound = [row for row in rows if row.problem is None]
    widest = max((_stated_cells(row) for row in sound), default=0)
    for row in sound:
        if widest > 1 and 2 * _stated_cells(row) > widest and not _has_figures(row.cells):
            return _joined([row])
    return None


def _stated_cells(row: Row) -> int:
    return sum(bool(text_of(cell).strip()) for cell in row.cells)


_MOST_FIGURES_ABOVE = 2
"""With more rows of figures above it, a row with words of ours is one of the data."""


def _shortened(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the first texts, each cut to a readable length."""
    return tuple(text[:60] for text in list(texts)[:_MOST_NAMED])


def _has_figures(cells: Sequence[Cell]) -> bool:
    """Whether cells hold figures with digits: those of rows below the headings. A year may head a column."""
    figures = [
        cell
        for cell in cells
        if isinstance(cell, TypedCell)
        or (len(cell) < 40 and any(map(str.isdigit, cell)) and (_DAY.search(cell) or looks_like_a_figure(cell)))
    ]
    return len(figures) > 1 or (len(figures) == 1 and len(cells) <= 3)


def _may_be_above(row: Row) -> bool:
    """Whether a row may be the first of two with headings; one with a day says when the list is from."""
    return _is_wide(row) and not any(map(_DAY.search, map(text_of, row.cells)))


def _is_wide(row: Row) -> bool:
    """Whether a row has two cells or more: a title has one."""
    return _stated_cells(row) > 1


def _count(headings: Headings, patterns: Iterable[str]) -> int:
    """Return how many fields and headings of the mapping the texts name."""
    patterns = list(patterns)
    known = {meaning for text in headings.texts if (meaning := heading_meaning(text)) is not Meaning.UNKNOWN}
    named = sum(is_named(text, patterns) for text in headings.texts) if patterns else 0
    return len(known) + named


def _joined(rows: Sequence[Row]) -> Headings:
    """Return the headings of one row or two.

    A heading above several columns ("Budget" over "Totalt" and "EU") stands in the first of them and counts for the
    following ones, as far as these have a heading of their own below and none above.
    """
    width = max(len(row.cells) for row in rows)
    above, *below = [[text_of(cell).strip() for cell in row.cells] + [""] * (width - len(row.cells)) for row in rows]
    if not below:
        return Headings(tuple(above), (rows[0].number,))
    under = below[0]
    texts: list[str] = []
    group = ""
    for upper, lower in zip(above, under, strict=True):
        group = upper if upper or not lower else group
        texts.append(_one_heading(group if lower else upper, lower))
    return Headings(tuple(texts), tuple(row.number for row in rows))


def _one_heading(upper: str, lower: str) -> str:
    """Return the heading of a column under two rows: the lower one where it is known by itself, else both."""
    if not upper or not lower or plain_heading(upper) == plain_heading(lower):
        return upper or lower
    meanings = {heading_meaning(upper), heading_meaning(lower)} - {Meaning.UNKNOWN}
    if heading_meaning(lower) is not Meaning.UNKNOWN and len(meanings) == 1:
        return f"{upper} / {lower}"
    together = f"{upper} {lower}"
    return together if heading_meaning(together) is not Meaning.UNKNOWN else f"{upper} / {lower}"
