"""What the cells of a column look like, for somebody who writes a mapping: their notation, and which field they may be.

>>> look = Look("Début")
>>> look.see("12/31/2020", 2)
>>> likeness_of(look).fields
('period.start', 'period.end', 'decision.day')
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, product
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.labels import FIELDS, Meaning
from esfmodel.formats.lists._day_column import DayColumn
from esfmodel.formats.lists._day_patterns import day_pattern, month_names
from esfmodel.formats.lists._rate_column import RateColumn
from esfmodel.formats.lists.amount_column import AmountColumn
from esfmodel.formats.lists.column import ColumnFacts, Seen, together
from esfmodel.formats.lists.columns import reader_of
from esfmodel.formats.lists.mapping import ColumnMapping, RateScale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.lists.amount_column import Amount
    from esfmodel.formats.lists.column import ColumnReader

UNSURE: Final = "?"
"""The mark of a figure that may have either, as kinds of amounts have it."""

_MOST_SAMPLES = 3
_LONGEST_SAMPLE = 40
_MOST_REMEMBERED = 200


class Look:
    """The cells of a column: how many, the first of them, and what the readers of each kind make of them."""

    def __init__(self, heading: str) -> None:
        facts = ColumnFacts(heading, ColumnMapping(heading=heading))
        self.heading = heading
        self.count = 0
        self.texts: Counter[str] = Counter()
        """The first different texts, with how often they occur."""
        self.longest = 0
        self.amounts = AmountColumn(facts)
        self.days = DayColumn(facts)
        self.rates = RateColumn(facts)
        self.codes: Mapping[str, ColumnReader[object]] = {field: reader_of(field, facts) for field in _CODES}
        self.periods = reader_of(FIELDS[Meaning.PERIOD], facts)
        self.other_days: dict[str, int] = {}
        """The first different texts that are no days as they stand, with the row of each."""

    def see(self, cell: Cell, row: int) -> None:
        """Take a cell into account that states something."""
        text = " ".join(text_of(cell).split())
        given = cell.strip() if isinstance(cell, str) else cell
        self.count += 1
        self.longest = max(self.longest, len(text))
        if len(self.texts) < _MOST_REMEMBERED or text in self.texts:
            self.texts[text] += 1
        faults = self.days.faulty
        self.amounts.see(given, row)
        self.days.see(given, row)
        self.rates.see(given, row)
        self.periods.see(given, row)
        for reader in self.codes.values():
            reader.see(given, row)
        if self.days.faulty > faults and len(self.other_days) < _MOST_REMEMBERED:
            self.other_days.setdefault(text, row)

    def decide(self) -> None:
        """Decide how the cells are written, once all are seen."""
        for _ in (*self.amounts.decide(), *self.days.decide(), *self.rates.decide()):
            pass

    @property
    def samples(self) -> tuple[str, ...]:
        """The first different texts, each cut to a readable length."""
        first = islice(self.texts, _MOST_SAMPLES)
        return tuple(each if len(each) <= _LONGEST_SAMPLE else f"{each[:_LONGEST_SAMPLE]}…" for each in first)


# --- Which field it may be

_CODES: Final = tuple(FIELDS[each] for each in (Meaning.CCI, Meaning.NUTS, Meaning.COUNTRY, Meaning.FUND))
"""The fields whose cells are known by their form alone."""
_DAYS = tuple(FIELDS[each] for each in (Meaning.START, Meaning.END, Meaning.DECIDED))
_SHARES = (FIELDS[Meaning.EU_RATE],)
_AMOUNTS = tuple(FIELDS[each] for each in (Meaning.TOTAL, Meaning.EU_SUPPORT, Meaning.SUPPORT, Meaning.OWN))
_COUNTS = tuple(FIELDS[each] for each in (Meaning.PRIORITY, Meaning.PARTICIPANTS, Meaning.DURATION))
_NUMBERS = (FIELDS[Meaning.OPERATION_ID],)
_CODES_IN_DIGITS = (FIELDS[Meaning.OWNER_POSTAL_CODE], *_NUMBERS)
_NAMES = tuple(FIELDS[each] for each in (Meaning.NAME, Meaning.OWNER))
_TEXTS = tuple(FIELDS[each] for each in (Meaning.SUMMARY, Meaning.NAME))
_GROUPS = tuple(
    FIELDS[each] for each in (Meaning.OWNER, Meaning.PROGRAMME, Meaning.PRIORITY, Meaning.REGION, Meaning.MUNICIPALITY)
)
_MOSTLY = 60
_ALL_DIFFERENT = 90
_LONG_TEXT = 120
_LONGEST_NUMBER = 30
_LONGEST_FUND = 6
_DIGITS_OF_A_SHARE = 2


class Likeness(NamedTuple):
    """The fields that a column may hold by its cells alone, the likeliest first, and the reader whose kind they are."""

    fields: tuple[str, ...]
    reader: AmountColumn | DayColumn | RateColumn | None = None


def likeness_of(look: Look) -> Likeness:
    """Return what a column may hold by its cells alone.

    >>> look = Look("Tasa")
    >>> look.see("85 %", 2)
    >>> likeness_of(look).fields
    ('published_eu_rate',)
    """
    if not look.count:
        return Likeness(())
    codes = tuple(field for field, reader in look.codes.items() if not reader.faulty)
    if codes:
        return Likeness(codes)
    days = sum(seen.count for kind, seen in look.days.seen.items() if kind.form not in {"serial", "none"})
    if _is_mostly(days, look) or any(_is_mostly(each.fitting.count, look) for each in day_notations(look)):
        return Likeness(_DAYS, look.days)
    if _is_mostly(look.count - look.periods.faulty, look):
        return Likeness((FIELDS[Meaning.PERIOD],))
    with_sign = sum(seen.count for kind, seen in look.rates.seen.items() if kind.has_sign or kind.size == "<1")
    if _is_mostly(with_sign, look):
        return Likeness(_SHARES, look.rates)
    if _is_mostly(look.count - look.amounts.faulty, look):
        kinds = look.amounts.seen
        if all(kind.digits <= _DIGITS_OF_A_SHARE and not kind.decimals for kind in kinds):
            return Likeness((*_SHARES, *_COUNTS))
        # Figures of one length without a sign are those of a code.
        is_code = len({kind.digits for kind in kinds}) == 1 and not any(kind.group or kind.decimals for kind in kinds)
        return Likeness((*_CODES_IN_DIGITS, *_AMOUNTS) if is_code else _AMOUNTS, look.amounts)
    if len(look.texts) * 100 < _ALL_DIFFERENT * min(look.count, _MOST_REMEMBERED):
        return Likeness((FIELDS[Meaning.FUND], *_GROUPS) if look.longest <= _LONGEST_FUND else _GROUPS)
    if look.longest <= _LONGEST_NUMBER and all(any(map(str.isdigit, text)) for text in look.texts):
        return Likeness(_NUMBERS)
    return Likeness(_TEXTS if look.longest > _LONG_TEXT else _NAMES)


def _is_mostly(cells: int, look: Look) -> bool:
    return cells * 100 >= _MOSTLY * look.count


# --- How its figures are written


class Notation(NamedTuple):
    """A way in which a column may be written, as a mapping says it, with the cells that fit and those that do not."""

    form: str
    fitting: Seen
    others: Seen
    months: str | None = None


_MOST_NOTATIONS = 3
_MARKS = frozenset(",.")


def notation_of(column: AmountColumn) -> str | None:
    """Return how a column writes 12345.67, once it is decided; None where nothing is, or there is nothing to say.

    >>> look = Look("Kosten (EUR)")
    >>> look.see("1.234,50", 2)
    >>> look.decide()
    >>> notation_of(look.amounts)
    '12.345,67'
    """
    kinds = [kind for kind in column.seen if not kind.is_typed]
    marks = {kind.mark for kind in kinds} & _MARKS
    refused = {error.code for kind in kinds if (error := column.refusal(kind)) is not None}
    if len(marks) > 1 or "list.two_readings" in refused or any(kind.has_exponent for kind in kinds):
        return None
    mark = next(iter(marks), "")
    groups = {kind.group for kind in kinds if kind.group not in {"", mark}}
    if len(groups) > 1 or not (groups or mark):
        return None
    return _form(next(iter(groups), ""), mark)


def notations(column: AmountColumn) -> tuple[Notation, ...]:
    """Return the ways in which the amounts of a column may be written, those that most cells fit first.

    >>> look = Look("Kosten")
    >>> look.see("1.234", 2)
    >>> [each.form for each in notations(look.amounts)]
    ['12.345', '12345.67']
    """
    kinds = {kind: seen for kind, seen in column.seen.items() if not kind.is_typed}
    unsure = {kind.group for kind in kinds if kind.mark == UNSURE}
    groups = ["", *sorted({kind.group for kind in kinds} - {""})]
    marks = ["", *sorted({kind.mark for kind in kinds} & _MARKS | unsure)]
    found = {
        (group, mark): together(seen for kind, seen in kinds.items() if _fits(kind, group, mark))
        for group, mark in product(groups, marks)
        if not group or group != mark
    }
    # A notation with a sign that no cell needs is not another one.
    needed = [
        (group, mark)
        for (group, mark), seen in found.items()
        if seen.count
        and (not group or found["", mark].count < seen.count)
        and (not mark or found[group, ""].count < seen.count)
    ]
    # "12345" says nothing that the cells do not.
    needed = [signs for signs in needed if any(signs)] if found["", ""].count == column.count else needed
    needed.sort(key=lambda signs: (-found[signs].count, signs[1]))
    return tuple(
        Notation(_form(*signs), found[signs], together(seen for kind, seen in kinds.items() if not _fits(kind, *signs)))
        for signs in needed[:_MOST_NOTATIONS]
    )


def _fits(kind: Amount, group: str, mark: str) -> bool:
    if kind.mark == UNSURE:
        return kind.group in {group, mark}
    return (not kind.mark or kind.mark == mark) and (not kind.group or kind.group == group)


def _form(group: str, mark: str) -> str:
    return f"12{group}345" + (f"{mark}67" if mark else "")


def scale_of(column: RateColumn) -> RateScale | None:
    """Return how a column writes its shares, where all of them are written so without a sign."""
    sizes = {kind.size for kind in column.seen if not kind.has_sign} - {"0"}
    if not sizes or ">100" in sizes or len({kind.has_sign for kind in column.seen}) > 1:
        return None
    if sizes == {">1"}:
        return RateScale.PERCENT
    return RateScale.FRACTION if "<1" in sizes and ">1" not in sizes else None


_ORDERS: Final = ("dd/mm/yyyy", "mm/dd/yyyy")
_PATTERNS: Final = (
    "dd.mm.yy", "dd/mm/yy", "mm/dd/yy", "yyyy.mm.dd.", "d.m.yyyy.", "q/yyyy", "q yyyy", "yyyy/q", "yyyy q",
)  # fmt: skip
_PATTERNS_IN_WORDS: Final = (
    "d mmmm yyyy", "d. mmmm yyyy", "d-mmm-yyyy", "d mmm yy", "d. mmm yy", "d-mmm-yy", "mmmm yyyy", "mmm-yy", "mmm yy",
    "yyyy. mmmm d.", "d 'de' mmmm 'de' yyyy",
)  # fmt: skip
_LANGUAGES: Final = (
    "sv", "en", "da", "nb", "fi", "de", "nl", "fr", "it", "es", "pt", "pl", "cs", "sk", "hu", "ro", "bg", "el", "hr",
    "sl", "et", "lv", "lt", "mt", "ga",
)  # fmt: skip


def day_notations(look: Look) -> tuple[Notation, ...]:
    """Return the patterns of days that a mapping may state: of two orders, or of days that cannot be read as they are.

    >>> look = Look("Inicio")
    >>> look.see("1 de enero de 2020", 2)
    >>> day_notations(look)[0].form, day_notations(look)[0].months
    ("d 'de' mmmm 'de' yyyy", 'es')
    """
    forms = look.days.forms
    if look.days.is_undecided or {"day/month", "month/day"} <= forms.keys():
        fitting = [together(seen for form, seen in forms.items() if form in {"either", each}) for each in _ORDERS_OF]
        return tuple(
            Notation(pattern, seen, together(forms[form] for form in forms.keys() & {other}))
            for pattern, seen, other in zip(_ORDERS, fitting, reversed(_ORDERS_OF), strict=True)
        )
    languages = _languages_of(look.other_days)
    tried = [
        *(_tried(pattern, None, look.other_days) for pattern in _PATTERNS),
        *(_tried(pattern, each, look.other_days) for pattern in _PATTERNS_IN_WORDS for each in languages),
    ]
    most = max(each.fitting.count for each in tried)
    return tuple(each for each in tried if most and each.fitting.count == most)[:_MOST_NOTATIONS]


_ORDERS_OF: Final = ("day/month", "month/day")


_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile("[0-9]")


def _languages_of(texts: Iterable[str]) -> list[str]:
    """Return the languages in which a text with a digit has the name of a month."""
    words = {word for text in texts if _DIGIT.search(text) for word in _LETTERS.findall(text.casefold())}
    return [language for language in _LANGUAGES if not words.isdisjoint(month_names(language))] if words else []


def _tried(pattern: str, months: str | None, texts: Mapping[str, int]) -> Notation:
    """Return how many of some texts are days by a pattern."""
    read = day_pattern(pattern, months)
    fitting, others = Seen(""), Seen("")
    for text, row in texts.items():
        try:
            is_day = read(text) is not None
        except InvalidValue:  # the 31st of June
            is_day = False
        (fitting if is_day else others).add(row)
    return Notation(pattern, fitting, others, months)
