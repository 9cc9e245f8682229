"""The columns of a list: a heading proposes a field, and the values of the whole column dispose.

A list is gone through twice. In the first pass every row is shown (`see`), then each column is decided (`settle`), and
in the second pass the rows are read (`read`). Every cell is accounted for: as the value of a field, or in `extra` under
its heading, where a problem says why it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from decimal import Decimal
from functools import lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import TypedCell, cell_key, letters_of_column, text_of
from esfmodel.formats.evidence import Places
from esfmodel.formats.figures import is_only_kronor, unit_of
from esfmodel.formats.html_text import text_of_html
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning, known_heading
from esfmodel.formats.lists._day_column import DayColumn
from esfmodel.formats.lists._headings import (
    are_swedish,
    find_headings,
    heading_meaning,
    is_named,
    plain_heading,
    says_scale,
)
from esfmodel.formats.lists._place_column import PlaceColumn
from esfmodel.formats.lists._rate_column import RateColumn
from esfmodel.formats.lists.amount_column import UNREADABLE, AmountColumn
from esfmodel.formats.lists.column import ColumnFacts, ColumnReader, Seen, TextColumn
from esfmodel.formats.lists.mapping import LONGEST_SPLIT_CELL, ColumnMapping, Mapping
from esfmodel.formats.reading import Problem
from esfmodel.formats.record.record import ANSWERS, count_in, days_in, plain, priority_in, yes_in
from esfmodel.formats.spreadsheet_text import unprotected
from esfmodel.formats.table.parts import is_not_stated
from esfmodel.model.organisation import OrganisationKind
from esfmodel.text import en, sv
from esfmodel.text.reading.labels import letters_of
from esfmodel.text.telling.problems import Place
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.fund import Fund
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.period import Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from esfmodel.formats.cells.grid import Cell, Row
    from esfmodel.formats.evidence import CellPlace, Evidence
    from esfmodel.values.period import OpenPeriod


class Placed(NamedTuple):
    """A column that is read: the index of its cells, its field, what reads it, and its name in problems."""

    at: int
    column: Column
    field: str
    reader: ColumnReader[object]
    name: str


class RowValues(NamedTuple):
    """What a row of a list says: values by the path of their field, and the evidence of each.

    A day is a `Date`, or a `Period` where only its month or year is stated. `extra` is what stands in no field, with
    its heading; `refused` are the fields whose cells hold something of another kind, as those of a shifted row do, and
    are in `extra` too; `unread` are the fields that the row states and that could not be read. The problems have their
    cell as their place.
    """

    values: Dictionary[str, object]
    extra: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    evidence: Dictionary[str, Evidence]
    refused: tuple[str, ...] = ()
    unread: Collection[str] = ()


@attrs.define
class Column:
    """A column: its letter and heading, the field that it holds (None for none), and how it is read.

    `meaning` is what the heading says, whether or not that has a field. The rest is what a mapping says: `rank` is 0
    unless another column is asked first for the field, and `others` are further fields in the same cells.
    """

    letter: str
    heading: str
    meaning: Meaning
    field: str | None = None
    reader: ColumnReader[object] | None = None
    split: re.Pattern[str] | None = None
    words: Dictionary[str, str] = attrs.field(factory=dict[str, str])
    signs: re.Pattern[str] | None = None
    has_currencies: bool = False
    rank: int = 0
    others: list[Column] = attrs.field(factory=list["Column"])
    shares_cells: bool = False
    stated: int = 0

    @property
    def name(self) -> str:
        """The heading, or the letter of a column without one."""
        return self.heading or self.letter

    @property
    def place(self) -> str:
        """The name in a workbook, where a heading that may itself be a letter is told with its own: "D (EU)"."""
        return f"{self.letter} ({self.heading})" if _LETTERS.fullmatch(self.heading) else self.name


_LETTERS = re.compile("[A-Z]{1,3}")


# --- Single values

_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})


def _period_in(text: str) -> Period | OpenPeriod:
    try:
        period = days_in(text)
    except InvalidValue as error:
        try:
            period = en.parse_period(text)
        except InvalidValue:
            raise error from None
    if isinstance(period, Period) and _is_programming_period(period):
        raise InvalidValue("list.programming_period")
    return period


def _is_programming_period(period: Period) -> bool:
    """Whether a period is written as two years that are those of a programming period since 2000."""
    first, last = period.start.year, period.end.year
    return period.precision == "year" and last - first == 6 and (first - 2000) % 7 == 0


_MONTHS = re.compile(r"[0-9]{1,3}")


def _months_in(text: str, *, of_months: bool) -> int:
    if of_months and _MONTHS.fullmatch(text) and int(text):
        return int(text)
    try:
        return sv.parse_duration(text)
    except InvalidValue as error:
        try:
            return en.parse_duration(text)
        except InvalidValue:
            raise error from None


def currency_in(text: str) -> str:
    """Return the code of a currency that a cell names: "EUR", "€", "kronor".

    >>> currency_in("eur")
    'EUR'
    """
    code = text.strip().upper()
    if code in MINOR_DIGITS:
        return code
    unit = unit_of("", text)
    if unit is None or unit.currency is None or unit.scale != 1:
        raise InvalidValue("list.unknown_currency")
    return unit.currency


_LEADS: Dictionary[str, bool] = MappingProxyType(
    {
        **ANSWERS,
        **dict.fromkeys(("y", "j", "lp", "lead partner", "lead beneficiary"), True),
        **dict.fromkeys(("n", "pp", "partner", "project partner"), False),
    }
)


def _lead_in(text: str) -> bool:
    lead = _LEADS.get(text.strip().casefold())
    return yes_in(text) if lead is None else lead


def _summary_in(text: str) -> str:
    """Return a summary as plain text: registers export those that were written in an editor as HTML."""
    return text_of_html(text).strip()


_PARSERS: Dictionary[str, Callable[[str], object]] = MappingProxyType(
    {
        "operation_id": OperationId.parse,
        "fund": Fund.parse,
        "programming_period": ProgrammingPeriod.parse,
        "cci": Cci.parse,
        "priority": priority_in,
        "beneficiary.country": Country.parse,
        "beneficiary.kind": partial(sv.parse_label, OrganisationKind),
        "planned_participants": count_in,
        "period": _period_in,
        "currency": currency_in,
        "partner.is_lead": _lead_in,
        "nuts": NutsCode.parse,
        "country": Country.parse,
        "strategic_importance": yes_in,
        "summary": _summary_in,
    }
)
_DAYS = frozenset({"period.start", "period.end", "decision.day"})
_RATES = frozenset({"published_eu_rate"})
_PARTS_OF_TOTAL = AMOUNTS - {FIELDS[Meaning.TOTAL], FIELDS[Meaning.PARTNER_TOTAL]}


def value_in(field: str, text: str) -> object:
    """Return the value of a field from the text of a mapping, which states it of all rows.

    >>> value_in("fund", "ESF+").name
    'ESF_PLUS'
    """
    return _PARSERS.get(field, plain)(text)


def reader_of(field: str, facts: ColumnFacts) -> ColumnReader[object]:
    """Return what reads the cells of a field."""
    reader: ColumnReader[object]
    if field in AMOUNTS:
        reader = AmountColumn(facts)  # type: ignore[assignment]
    elif field in _RATES:
        reader = RateColumn(facts)  # type: ignore[assignment]
    elif field in _DAYS:
        reader = DayColumn(facts)  # type: ignore[assignment]
    elif field == "duration_months":
        of_months = re.search(r"m[åo]n", facts.heading, re.IGNORECASE) is not None
        reader = TextColumn(facts, partial(_months_in, of_months=of_months))  # type: ignore[assignment]
    elif field == "municipalities":
        reader = PlaceColumn(facts)  # type: ignore[assignment]
    else:
        is_free = field == "summary" or field not in _PARSERS
        reader = TextColumn(facts, _PARSERS.get(field, plain), is_free=is_free)  # type: ignore[assignment]
    return reader


_PLACEHOLDER = re.compile(r"\s*(?:0+|x+|[KOko]\.? ?[Aa]\.|n\.? ?d\.|s/d|brak)\s*")
_LONGEST_PLACEHOLDER = 10
_OF_TEXT = frozenset(
    FIELDS[meaning]
    for meaning in (
        *(Meaning.OPERATION_ID, Meaning.OWNER, Meaning.OWNER_NUMBER, Meaning.OWNER_POSTAL_CODE, Meaning.OWNER_CITY),
        *(Meaning.PARTNER, Meaning.PROGRAMME, Meaning.CALL, Meaning.SUMMARY),
    )
)
"""The fields in which a "0" or an "x" stands where nothing is known, or where something applies."""
_DIGITS = frozenset("0123456789")
_DIGIT = re.compile("[0-9]")
# Thousands of cells of a list are alike.
_is_not_stated = lru_cache(maxsize=2**13)(is_not_stated)


# --- The columns of a list

_ELIGIBLE = re.compile(r"\beligible|stödberättigande", re.IGNORECASE)
_IN_ENGLISH = re.compile(r"\b(?:EN|ENG|[Ee]nglish|[Ee]ngelska)\b")
_OF_CURRENCY = re.compile(r"[_\s-]*(?:currency|valuta)(?:[_\s-]*(?:code|kod))?$", re.IGNORECASE)
_SHORT_OF_TEXT = 60


class Columns:
    """The columns of a list, and how its rows are read.

    >>> from esfmodel.formats.cells.grid import Row
    >>> rows = [Row(1, 1, ("Projektnamn", "EU-stöd")), Row(2, 2, ("Gröna rum", "450 000 kr"))]
    >>> columns = Columns.of(rows)
    >>> columns.see(rows[1])
    >>> columns.settle()
    ()
    >>> dict(columns.read(rows[1]).values)
    {'name': 'Gröna rum', 'budget.eu_support': Money(450000)}
    """

    def __init__(
        self,
        headings: Sequence[str],
        rows: tuple[int, ...],
        mapping: Mapping,
        currency: str | None,
        file: str | None = None,
        sheet: str | None = None,
        units: Dictionary[int, str] = MappingProxyType({}),
    ) -> None:
        """Propose a field for each heading; `of` finds the headings first.

        Raises `ReadError` where the mapping names a heading that is not there, or that several columns have.
        """
        self.heading_rows = rows
        """The numbers of the rows that the headings stand in."""
        self._headings = tuple(map(plain_heading, headings))
        self.repeated = [_with_first(self._headings)]
        """The headings as a row may repeat them, of the columns or of one of several rows, and how these begin."""
        self._mapping = mapping
        self._currency = currency or mapping.defaults.get("currency")
        self._file, self._sheet = file, sheet
        self._absent = frozenset(text.strip().casefold() for text in mapping.absent)
        self.columns = tuple(
            Column(
                letters_of_column(number),
                plain_heading(heading),
                heading_meaning(heading) if heading else Meaning.UNKNOWN,
            )
            for number, heading in enumerate(headings, 1)
        )
        """The columns that have a place in the heading row, from the left."""
        self._problems: list[Problem] = []
        self._assign({self.columns[index].letter: unit for index, unit in units.items() if index < len(self.columns)})
        self.order: list[Placed] = []
        """The columns that are read, in the order in which their cells are asked; decided by `settle`."""
        self._beyond: Seen | None = None
        self._unit_note: str | None = None
        self._differing: set[str] = set()
        self._protected = next(
            (index for index, column in enumerate(self.columns) if column.meaning is Meaning.PROTECTED), None
        )

    @classmethod
    def of(
        cls,
        rows: Sequence[Row],
        mapping: Mapping | None = None,
        currency: str | None = None,
        *,
        file: str | None = None,
        sheet: str | None = None,
    ) -> Columns:
        """Return the columns of the list that begins with these rows; its headings are in the first thirty of them.

        `currency` is that of amounts that name none.

        Raises `ReadError` for rows without headings that are known, and for a mapping that does not fit them.
        """
        mapping = Mapping() if mapping is None else mapping
        found = find_headings(rows, mapping, file)
        columns = cls(found.texts, found.rows, mapping, currency, file, sheet, found.units)
        if len(found.rows) > 1:
            written = (row.cells for row in rows if row.number in found.rows)
            columns.repeated += (_with_first([plain_heading(text_of(cell)) for cell in cells]) for cells in written)
        return columns

    @property
    def has_absent(self) -> bool:
        """Whether a mapping names texts that state nothing, which may be any."""
        return bool(self._absent)

    @property
    def name_projects_and_amounts(self) -> bool:
        """Whether the headings name both projects and amounts, as those of a list do and those of a budget do not."""
        fields = {FIELDS.get(column.meaning) for column in self.columns}
        return "name" in fields and not fields.isdisjoint(AMOUNTS)

    # --- A field for each column

    def _assign(self, units: Dictionary[str, str]) -> None:
        self._is_swedish = is_swedish = are_swedish(self._headings)
        proposed: dict[str, list[Column]] = {}
        for heading in self._mapping.file.headings:
            self._named("file.headings", (heading,))
        mapped = self._mapped()
        taken = {column.letter for columns in mapped.values() for column in columns}
        for column in self.columns:
            field = FIELDS.get(column.meaning)
            if field is not None and field not in mapped and column.letter not in taken:
                proposed.setdefault(field, []).append(column)
        others = [each for each in self.columns if each.meaning is Meaning.OTHER_NAME and each.letter not in taken]
        if others and "name" not in {*proposed, *mapped}:
            proposed["name"] = others
        chosen = dict(mapped)
        for field, rivals in proposed.items():
            chosen[field] = self._preferred(field, rivals)
        has_currencies = self._currencies_of(chosen.get("currency", []))
        for field, columns in chosen.items():
            for column in columns:
                column.field = field
                mapping = self._mapping.columns.get(field, ColumnMapping(heading=column.heading))
                column.split = None if mapping.split is None else re.compile(mapping.split, re.DOTALL)
                column.words = mapping.values
                column.signs = _signs(mapping.signs)
                column.has_currencies = has_currencies(column)
                facts = ColumnFacts(
                    column.name,
                    mapping,
                    self._currency,
                    has_currencies=column.has_currencies,
                    is_swedish=is_swedish,
                    unit=units.get(column.letter, ""),
                )
                column.reader = reader_of(field, facts)
        self._leave_currencies_to_others([each for columns in chosen.values() for each in columns])
        self._rivals = {
            field: tuple(map(self.columns.index, columns))
            for field, columns in chosen.items()
            if len(columns) > 1 and field not in mapped
        }
        self._shown_to = [
            (column, [(each, each.reader) for each in (column, *column.others) if each.reader is not None])
            for column in self.columns
        ]

    def _mapped(self) -> dict[str, list[Column]]:
        """Return the columns that the mapping names for each field, in the order in which they are asked."""
        found: dict[str, list[Column]] = {}
        taken: set[str] = set()
        for field, mapping in self._mapping.columns.items():
            named = [self._named(field, (mapping.heading, *mapping.also), mapping.column)]
            named += [self._named(field, (heading,)) for heading in mapping.otherwise]
            for rank, column in enumerate(named):
                own = column
                if column.letter in taken:
                    own = Column(column.letter, column.heading, column.meaning)
                    column.others.append(own)
                    column.shares_cells = own.shares_cells = True
                taken.add(own.letter)
                own.rank = rank
                found.setdefault(field, []).append(own)
        return found

    def placed(self) -> Iterator[tuple[int, Column]]:
        """Yield each column with its index, and the others that stand in the same cells."""
        for index, column in enumerate(self.columns):
            yield index, column
            yield from ((index, other) for other in column.others)

    def _named(self, field: str, headings: Sequence[str], letter: str | None = None) -> Column:
        """Return the column that a mapping names for a field by its heading, which may be another in other years.

        A letter decides between columns with the same heading, and stands alone where there is no heading.
        """
        patterns = [heading for heading in headings if heading]
        found = [
            each
            for each in self.columns
            if letter in {None, each.letter} and (not patterns or is_named(each.heading, patterns))
        ]
        exact = [each for each in found if each.heading in patterns]
        if len(exact) == 1:
            # "EU-stöd" rather than "EU-stöd %", which has the same letters.
            found = exact
        if not found:
            raise ReadError(
                "mapping.no_such_heading",
                field,
                headings[0] or letter,
                source=self._file,
                headings=self._headings[:_MOST_NAMED],
            )
        if len(found) > 1:
            letters = tuple(each.letter for each in found)
            raise ReadError("mapping.several_headings", field, headings[0], source=self._file, columns=letters)
        return found[0]

    def _preferred(self, field: str, rivals: list[Column]) -> list[Column]:
        """Return the columns that may hold a field: by two rules one of several, else all of them.

        Of total costs the eligible ones are meant; and a heading that is known as a whole goes before one that only
        has words such as "name" or "number" in it, and before that of the same in English.
        """
        if len(rivals) == 1:
            return rivals
        preferred = rivals
        if field == "budget.total":
            preferred = [each for each in rivals if _ELIGIBLE.search(each.heading)]
        elif field in {"name", "operation_id"}:
            preferred = [each for each in rivals if _is_known_as_a_whole(each)] or rivals
            preferred = [each for each in preferred if not _IN_ENGLISH.search(each.heading)] or preferred
        if len(preferred) != 1 or preferred == rivals:
            return rivals
        others = tuple(each.name for each in rivals if each is not preferred[0])
        self._problems.append(Problem("list.preferred", preferred[0].name, others=others))
        return preferred

    def _currencies_of(self, columns: list[Column]) -> Callable[[Column], bool]:
        """Return whether a column of currencies is of a column of amounts.

        "Total_Eligible_Expenditure_Currency" is that of the total; "Valuta" is that of all amounts, as is a column that
        a mapping names.
        """
        if FIELDS[Meaning.CURRENCY] in self._mapping.columns:
            stems = [""]
        else:
            stems = [letters_of(_OF_CURRENCY.sub("", piece)) for each in columns for piece in each.heading.split(" / ")]
        self._currency_stems = tuple(dict.fromkeys(stems))
        if len(columns) != 1:
            return lambda _: False
        return self._takes_currency

    @staticmethod
    def _leave_currencies_to_others(columns: Iterable[Column]) -> None:
        """Let a column of currencies be that of the amounts whose heading names none, if there are any."""
        amounts = [each for each in columns if each.has_currencies and isinstance(each.reader, AmountColumn)]
        own = [each for each in amounts if isinstance(each.reader, AmountColumn) and each.reader.has_currency]
        if len(own) < len(amounts):
            for each in own:
                each.has_currencies = False

    def _takes_currency(self, column: Column) -> bool:
        return any(not stem or letters_of(column.heading).startswith(stem) for stem in self._currency_stems)

    # --- The first pass

    def without_apostrophes(self, row: Row) -> Row:
        """Return a row of a list that we wrote without the apostrophes of its texts, and without the cell that says so.

        They stand where a spreadsheet would compute the text; any other row is returned as it is.
        """
        index = self._protected
        if index is None or index >= len(row.cells) or not text_of(row.cells[index]).strip():
            return row
        cells = [unprotected(cell) if isinstance(cell, str) else cell for cell in row.cells]
        return row._replace(cells=(*cells[:index], "", *cells[index + 1 :]))

    def is_heading(self, row: Row) -> bool:
        """Whether a row holds the headings, or repeats them as the pages of a printed list do."""
        if row.number in self.heading_rows:
            return True
        for headings, first, sign in self.repeated:
            # Most rows are told apart by the sign that they begin with.
            if first < len(row.cells) and text_of(row.cells[first])[:1] == sign and _are_repeated(headings, row.cells):
                return True
        return False

    def see(self, row: Row) -> None:
        """Take a row into account for how the columns are read."""
        for field, indexes in self.rivals.items():
            self.see_rivals(field, [text_of(row.cells[index]) for index in indexes if index < len(row.cells)])
        for (column, readers), cell in zip(self._shown_to, row.cells, strict=False):
            text = text_of(cell)
            if not text or text.isspace():
                continue
            column.stated += 1
            if not readers or self.is_nothing(column, text):
                continue
            for each, reader in readers:
                try:
                    given = given_in(each, cell)
                except InvalidValue as error:
                    reader.fault(error, text, row.number)
                    continue
                reader.see(given, row.number)
        self.see_beyond(row)

    def see_all(self, index: int, seen: Seen) -> bool:
        """Take cells of a column that are alike into account as `see` does each; return whether they state anything."""
        column, readers = self._shown_to[index]
        column.stated += seen.count
        if self.is_nothing(column, seen.text):
            return False
        for each, reader in readers:
            try:
                given = given_in(each, seen.text)
            except InvalidValue as error:
                reader.fault_all(error, seen)
            else:
                reader.see_all(given, seen)
        return True

    @property
    def rivals(self) -> Dictionary[str, tuple[int, ...]]:
        """The indexes of several columns for one field, by the field, as far as all of their cells agree."""
        return {field: indexes for field, indexes in self._rivals.items() if field not in self._differing}

    def see_rivals(self, field: str, texts: Sequence[str]) -> None:
        """Take the cells of one row under several columns for one field into account."""
        if not self._agree(field, texts):
            self._differing.add(field)

    def see_beyond(self, row: Row) -> None:
        """Take the cells of a row into account that stand beyond the headings."""
        beyond = next((text for cell in row.cells[len(self.columns) :] if (text := text_of(cell)).strip()), None)
        if beyond is not None:
            if self._beyond is None:
                self._beyond = Seen(beyond)
            self._beyond.add(row.number)

    def see_note(self, text: str) -> None:
        """Take a title or a note into account: it may say in what unit the amounts are."""
        if self._unit_note is None and says_scale(text):
            self._unit_note = text

    def _agree(self, field: str, texts: Sequence[str]) -> bool:
        """Whether the cells of several columns for one field state the same; amounts must do so in every column."""
        stated = [text for text in texts if text.strip() and not self.states_nothing(text)]
        parse = _PARSERS.get(field, plain)
        found: set[str] = set()
        for text in stated:
            try:
                found.add(str(parse(text)).casefold())
            except InvalidValue:
                found.add(plain(text).casefold())
        return len(found) <= 1 and (field not in AMOUNTS or len(stated) in {0, len(texts)})

    def states_nothing(self, text: str) -> bool:
        """Whether a cell says that nothing is stated, in words of ours or of the mapping."""
        # No words that state nothing have a digit in them, and most cells of a list begin with one.
        is_number = text[0] in _DIGITS or len(text) >= _SHORT_OF_TEXT
        if not is_number and _DIGIT.search(text) is None and _is_not_stated(text):
            return True
        return bool(self._absent) and text.strip().casefold() in self._absent

    def is_nothing(self, column: Column, text: str) -> bool:
        """Whether a cell of a column that is not blank states nothing."""
        is_placeholder = (
            len(text) <= _LONGEST_PLACEHOLDER and column.field in _OF_TEXT and _PLACEHOLDER.fullmatch(text) is not None
        )
        return is_placeholder or self.states_nothing(text)

    # --- The decisions

    def settle(self) -> tuple[Problem, ...]:
        """Decide how each column is read, and return what the whole list has to be told of."""
        for field, indexes in self._rivals.items():
            stated = [self.columns[index] for index in indexes if _states_something(self.columns[index])]
            if len(stated) > 1 and field in self._differing:
                names = tuple(f"{column.letter} ({column.heading})" for column in stated)
                self._problems.append(
                    Problem("list.several_columns", field=Place(field), columns=names, count=len(names))
                )
                for column in stated:
                    column.reader = None
        self._take_leads()
        self._leave_out_shares()
        readers = [column.reader for _, column in self.placed() if column.reader is not None]
        in_ones = [each for each in readers if isinstance(each, AmountColumn) and not each.states_unit]
        if self._unit_note is not None and in_ones:
            self._problems.append(Problem("list.unit_beside", "", self._unit_note))
            for each in in_ones:
                each.is_unit_open = True
        self._problems += [problem for reader in readers for problem in reader.decide()]
        self._problems += self._order_of_days(readers)
        self._problems += [problem for reader in readers for problem in reader.unread()]
        unknown = [
            column.name
            for column in self.columns
            if column.meaning is Meaning.UNKNOWN and column.stated and not column.field
        ]
        if unknown:
            self._problems.append(Problem("list.unknown_columns", columns=tuple(unknown)))
        if self._beyond is not None:
            seen = self._beyond
            self._problems.append(Problem("list.beyond_headings", "", seen.text, count=seen.count, rows=seen.shown))
        self._take_order()
        return tuple(self._problems)

    def _leave_out_shares(self) -> None:
        """Leave figures open that are shares as likely as amounts: "Union co-financing" may have 50 for 50 %.

        Beside totals that are as small they are amounts.
        """
        found = {column.field: column.reader for column in self.columns if isinstance(column.reader, AmountColumn)}
        total = found.get(FIELDS[Meaning.TOTAL])
        if total is not None and total.are_small:
            return
        for field in _PARTS_OF_TOTAL - self._mapping.columns.keys():
            if field in found:
                found[field].may_be_shares = found[field].are_small

    def _take_order(self) -> None:
        """Put the columns that are read in the order in which their cells are asked."""
        # By rank, since the first cell that states a field is taken for it.
        for index, column in sorted(self.placed(), key=lambda each: each[1].rank):
            if column.reader is not None and column.field is not None:
                name = column.name if self._sheet is None else column.place
                self.order.append(Placed(index, column, column.field, column.reader, name))

    def _take_leads(self) -> None:
        """Take a column "Lead partner" whose cells are all yes or no for what it is: it names no body."""
        lead = FIELDS[Meaning.IS_LEAD]
        for column in self.columns:
            reader = column.reader
            if column.field == FIELDS[Meaning.OWNER] and isinstance(reader, TextColumn) and reader.has_answers_alone:
                is_known = any(each.field == lead for each in self.columns)
                column.field = None if is_known else lead
                column.reader = None if is_known else reader.of(_lead_in)  # type: ignore[assignment]

    def _order_of_days(self, readers: Iterable[ColumnReader[object]]) -> Iterator[Problem]:
        days = [reader for reader in readers if isinstance(reader, DayColumn)]
        orders = {reader.month_first for reader in days} - {None}
        for reader in days:
            if reader.is_undecided and len(orders) == 1:
                yield reader.take_order(month_first=True in orders)

    # --- The second pass

    def read(self, row: Row) -> RowValues:
        """Return what a row says."""
        values: dict[str, object] = {}
        places: dict[str, CellPlace] = {}
        problems: list[Problem] = []
        refused: list[str] = []
        texts = [text_of(cell) for cell in row.cells]
        whole: set[int] = set()
        taken: set[str] = set()
        currency = self._currency_of(row) if self._currency_stems else None
        for index, column, field, reader, name in self.order:
            text = texts[index] if index < len(texts) else ""
            if not text or text.isspace() or field in taken or self.is_nothing(column, text):
                continue
            place = (self._file, self._sheet, row.number, row.line, name, text)
            try:
                given = given_in(column, row.cells[index])
                values[field] = reader.read(given, currency if column.has_currencies else None)
            except InvalidValue as error:
                # What cannot be read is not stated otherwise by another column.
                if error.code not in reader.unstated:
                    taken.add(field)
                if error.code in OF_ANOTHER_KIND:
                    refused.append(field)
                if error.code not in reader.told_together:
                    problems.append(Problem.of(error).in_cell(Places.of_cells({field: place})[field], field))
                continue
            taken.add(field)
            places[field] = place
            if column.split is None:
                whole.add(index)
        extra = [
            (
                self.columns[index].name if index < len(self.columns) else letters_of_column(index + 1),
                text,
            )
            for index, text in enumerate(texts)
            if index not in whole and text and not text.isspace()
        ]
        return RowValues(
            values, tuple(extra), tuple(problems), Places.of_cells(places), tuple(refused), taken - values.keys()
        )

    def _currency_of(self, row: Row) -> str | None:
        for index, column in self.placed():
            if column.field == "currency" and column.reader is not None and index < len(row.cells):
                return self.currency_of_cell(column, row.cells[index])
        return None

    def currency_of_cell(self, column: Column, cell: Cell) -> str | None:
        """Return the currency that a row states for its amounts, `UNREADABLE` for words that are none."""
        text = text_of(cell)
        if not text.strip() or self.states_nothing(text):
            return None
        try:
            words = text_of(given_in(column, cell))
            is_open = is_only_kronor(words) and not self._is_swedish
            return UNREADABLE if is_open else currency_in(words)
        except InvalidValue:
            return UNREADABLE


def _with_first(headings: Sequence[str]) -> tuple[Sequence[str], int, str]:
    """Return headings with the index of the first that is stated, and the sign that it begins with."""
    first = next((index for index, heading in enumerate(headings) if heading), 0)
    return headings, first, headings[first][:1] if headings else ""


def _are_repeated(headings: Sequence[str], cells: Sequence[Cell]) -> bool:
    """Whether all that cells state are the headings of their columns."""
    pairs = [(plain_heading(text_of(cell)), heading) for cell, heading in zip(cells, headings, strict=False)]
    same = sum(bool(text) and text == heading for text, heading in pairs)
    return same > 1 and same == sum(bool(text) for text, _ in pairs)


_MOST_NAMED = 30
OF_ANOTHER_KIND: Final = frozenset(
    {
        "list.no_amount",
        "list.share_in_amounts",
        "list.amount_in_shares",
        "list.not_a_share",
        "list.no_day",
        "list.number_among_days",
    }
)


def _states_something(column: Column) -> bool:
    """Whether a column can be the one of several that holds a field: one of zeros or without cells cannot."""
    return bool(column.stated) and not (isinstance(column.reader, AmountColumn) and column.reader.is_all_zero)


def _is_known_as_a_whole(column: Column) -> bool:
    pieces = re.split(r" */ *| *\| *", column.heading)
    return any(known_heading(piece) is column.meaning for piece in pieces)


def given_in(column: Column, cell: Cell) -> Cell:
    """Return what a cell states: the part that a mapping's pattern takes for the value, in the words of the mapping."""
    given = cell
    if isinstance(cell, str):
        given = cell.strip()
        if given in _ERRORS:
            raise InvalidValue("list.error_value")
        if column.split is not None:
            given = _split(column.split, cell)
        if column.signs is not None:
            given = column.signs.sub("", given).strip()
    else:
        if isinstance(column.reader, TextColumn):
            _check_text(cell)
        if column.shares_cells:
            # One number or day is not the value of two fields.
            raise InvalidValue("list.not_as_split")
    return column.words.get(cell_key(text_of(given)), given) if column.words else given


def _signs(words: Sequence[str]) -> re.Pattern[str] | None:
    """Return the pattern of words that a mapping leaves out at the beginning and the end of a cell."""
    if not words:
        return None
    any_of = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    # Not the "m" of "mån": a word ends where the letters do.
    return re.compile(rf"^\s*(?:{any_of})(?![^\W\d_])|(?<![^\W\d_])(?:{any_of})\s*$", re.IGNORECASE)


def _split(pattern: re.Pattern[str], cell: str) -> str:
    """Return the part of a cell that a mapping's pattern takes for the value."""
    found = pattern.search(cell) if len(cell) <= LONGEST_SPLIT_CELL else None
    if found is None or not (found["value"] or "").strip() or _is_cut(found):
        raise InvalidValue("list.not_as_split")
    return str(found["value"]).strip()


_DIGITS_KEPT = 15


def _check_text(cell: TypedCell) -> None:
    """Raise `InvalidValue` for a cell that a spreadsheet made of another text: "1-2" is stored as a day."""
    if isinstance(cell.value, Decimal):
        if abs(cell.value) >= 10**_DIGITS_KEPT:
            raise InvalidValue("list.digits_lost", most=_DIGITS_KEPT)
    elif cell.value is not None:
        raise InvalidValue("list.stored_otherwise")


_FIGURE = re.compile(r"[0-9](?:[0-9.,'’\s]*[0-9])?")
_WITHIN = re.compile(r"[.,'’\s]?[0-9]")


def _is_cut(found: re.Match[str]) -> bool:
    """Whether the value of a match is a part of a word or of a number, such as "12" of "12 345"."""
    value = found["value"].strip()
    before, after = found.string[: found.start("value")], found.string[found.end("value") :]
    if _FIGURE.fullmatch(value) and (_WITHIN.match(after) or _WITHIN.match(before[::-1])):
        return True
    joints = (before[-1:] + value[0], value[-1] + after[:1])
    return any(len(joint) > 1 and (joint.isalpha() or joint.isdigit()) for joint in joints)
