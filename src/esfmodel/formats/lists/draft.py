r"""Write the draft of a mapping: which column holds which field, with the evidence of its cells as comments.

What the reader decides by itself stands in the draft as it is; what has to be asked about stands behind a `#`: several
columns for one field, headings that nobody knows, figures and days that may be read in two ways. So a list is read with
its draft as without one, until somebody takes a `#` away.
"""

from __future__ import annotations

import io
import os
import textwrap
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue, ReadError, escaped
from esfmodel.formats.cells.grid import sheets_called, text_of
from esfmodel.formats.labels import FIELDS, Meaning
from esfmodel.formats.lists._day_column import DayColumn
from esfmodel.formats.lists._headings import ROWS_LOOKED_AT, find_headings, is_named, likeliest_headings, no_headings
from esfmodel.formats.lists._looks import UNSURE, Look, day_notations, likeness_of, notation_of, notations, scale_of
from esfmodel.formats.lists._rate_column import RateColumn
from esfmodel.formats.lists.amount_column import AmountColumn
from esfmodel.formats.lists.budget_draft import draft_budget
from esfmodel.formats.lists.column import Seen, together
from esfmodel.formats.lists.columns import Columns
from esfmodel.formats.lists.list_of_operations import rows_of_evidence
from esfmodel.formats.lists.mapping import FileMapping, Mapping, RateScale
from esfmodel.formats.lists.sources import open_source
from esfmodel.formats.toml import inline_value
from esfmodel.text.telling.problems import write_place
from esfmodel.values.files import Spool, path_name
from esfmodel.values.format import InEachLanguage, check_language
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.formats.cells.grid import Sheet, Source
    from esfmodel.formats.lists._headings import Headings
    from esfmodel.formats.lists._looks import Notation
    from esfmodel.formats.lists.column import ColumnReader
    from esfmodel.formats.lists.columns import Column


def draft_mapping(
    source: str | os.PathLike[str] | bytes,
    language: str = "en",
    *,
    currency: str | None = None,
    sheet: str | None = None,
) -> str:
    r"""Return the draft of a mapping for a list, by its path or its bytes, as TOML with comments in "sv" or "en".

    The budget of one project is known from a list, and its draft has the part `[budget]`. `currency` is that of amounts
    that name none. `sheet` is the sheet of a workbook, by default the first that holds a list.

    Raises `ReadError` for what is no list: a file without columns.

    >>> draft = draft_mapping(b"Projekt;Stopa\nGood food;85 %\n")
    >>> print(draft[draft.index('# heading = "Stopa"') :], end="")
    # heading = "Stopa"
    ## 1 cell, signs of per cent; such as "85 %"
    ## May be published_eu_rate (published EU rate).
    """
    check_language(language)
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    if isinstance(source, bytes):
        opened, encodings = _opened(Spool(io.BytesIO(source), "text", len(source)), "text", sheet)
    else:
        opened, encodings = _opened(source, path_name(source), sheet)
    budget = draft_budget(opened, language)
    if budget is not None:
        return budget
    return "\n".join(_Draft(_table_of(opened, currency), language, currency, encodings).lines()) + "\n"


def _opened(source: str | os.PathLike[str] | Spool, name: str, sheet: str | None) -> tuple[Source, tuple[str, ...]]:
    """Open a list; where it does not tell its encoding, in the likeliest, and return all that it may be."""
    wanted = FileMapping(sheet=sheet)
    found: tuple[str, ...] = ()
    try:
        opened = open_source(source, name, Mapping(file=wanted))
    except ReadError as error:
        if error.code != "list.unknown_encoding":
            raise
        found = cast("tuple[str, ...]", error.params["candidates"])
        opened = open_source(source, name, Mapping(file=attrs.evolve(wanted, encoding=found[0])))
    return opened._replace(sheets=tuple(sheets_called(opened.sheets, sheet, name))), found


# --- The table that the draft is of


class _Table(NamedTuple):
    """A sheet of a source, whose rows have all been seen; `is_known` is whether any of its headings is.

    `others` are the names of further sheets that hold a list.
    """

    source: Source
    sheet: Sheet
    columns: Columns
    looks: tuple[Look, ...]
    rows: int
    is_known: bool
    others: tuple[str, ...]


def _table_of(source: Source, currency: str | None) -> _Table:
    known: list[tuple[Sheet, Headings]] = []
    likely: list[tuple[Sheet, Headings]] = []
    refused: list[ReadError] = []
    for sheet in source.sheets:
        first = tuple(islice(sheet.rows(), ROWS_LOOKED_AT))
        try:
            known.append((sheet, find_headings(first, Mapping(), source.name)))
        except ReadError as error:
            refused.append(error)
            headings = likeliest_headings(first)
            if headings is not None:
                likely.append((sheet, headings))
    if not (known or likely):
        headings = no_headings(islice(source.sheets[0].rows(), ROWS_LOOKED_AT))
        if len(headings.texts) < 2:
            raise refused[0]
        likely = [(source.sheets[0], headings)]
    (sheet, headings), *others = known or likely
    columns = Columns(headings.texts, headings.rows, Mapping(), currency, source.name, sheet.name)
    looks = tuple(Look(column.heading) for column in columns.columns)
    rows = 0
    for row in rows_of_evidence(sheet, columns, source.form):
        rows += 1
        columns.see(row)
        for look, cell in zip(looks, row.cells, strict=False):
            if (text := text_of(cell)).strip() and not columns.states_nothing(text):
                look.see(cell, row.number)
    columns.settle()
    for look in looks:
        look.decide()
    return _Table(source, sheet, columns, looks, rows, bool(known), tuple(each.name or "" for each, _ in others))


# --- The words of the comments

_HEAD: Final = InEachLanguage(
    "Utkast till mappning för {name}, som har {rows} under rubrikerna. Rader som börjar med ## är kommentarer, och de "
    "som börjar med # förslag: ta bort # framför det som stämmer, och stryk resten. Läs listan med: esfmodel check "
    "LISTA --mapping MAPPNING",
    "Draft of a mapping for {name}, which has {rows} below its headings. Lines that begin with ## are comments, and "
    "those that begin with # proposals: take the # away from what is right, and delete the rest. Read it with: "
    "esfmodel check LIST --mapping MAPPING",
)
_ROWS: Final = InEachLanguage[tuple[str, str]](("{count} rad", "{count} rader"), ("{count} row", "{count} rows"))
_CELLS: Final = InEachLanguage[tuple[str, str]](("{count} cell", "{count} celler"), ("{count} cell", "{count} cells"))
_UNFIT: Final = InEachLanguage[tuple[str, str]](
    ("{count} passar inte: rad {rows}", "{count} passar inte: rad {rows}"),
    ("{count} does not fit: row {rows}", "{count} do not fit: rows {rows}"),
)
_FIT: Final = InEachLanguage[tuple[str, str]](
    ("{count} passar: rad {rows}", "{count} passar: rad {rows}"),
    ("{count} fits: row {rows}", "{count} fit: rows {rows}"),
)
_HEADINGS_UNKNOWN: Final = InEachLanguage(
    "Rubrikerna är på inget språk som läses av sig självt. Står de på en annan rad, eller på två, så skriv det här; "
    "0 är en lista utan rubriker.",
    "The headings are in no language that is read without a mapping. If they stand in another row, or in two, write "
    "that here; 0 is a list without headings.",
)
_OTHER_SHEETS: Final = InEachLanguage(
    "Andra blad har också listor, och läses om inget blad anges: {sheets}",
    "Other sheets hold lists too, and are read unless a sheet is stated: {sheets}",
)
_ENCODING: Final = InEachLanguage(
    "Filen visar inte vilken teckenkodning den har; den kan vara {encodings}. Kontrollera några namn.",
    "The file does not say which encoding it has; it may be {encodings}. Check some names.",
)
_DEFAULTS: Final = InEachLanguage(
    "Det som alla rader har gemensamt och ingen kolumn anger.", "What all rows share and no column states."
)
_NO_CURRENCY: Final = InEachLanguage(
    "Valutan anges ingenstans i {columns}; utan den läses inga belopp där.",
    "Nothing says in which currency {columns} is: without it no amount there is read.",
)
_ONE_OF_THESE: Final = InEachLanguage(
    "Flera kolumner kan vara {field} ({meaning}). Välj en; en kolumn som gäller när den första är tom skrivs som "
    "otherwise.",
    "Several columns may be {field} ({meaning}). Choose one; a column for rows where the first is empty is written as "
    "otherwise.",
)
_PREFERRED: Final = InEachLanguage(
    "Kolumn {column} kan också vara {field} ({meaning}).", "Column {column} may be {field} ({meaning}) too."
)
_UNKNOWN: Final = InEachLanguage(
    "Rubriker som inte är kända. Byt ut FIELD mot fältet, eller låt kolumnen vara: då behålls den som den är.",
    "Headings that are not known. Replace FIELD by the field, or leave the column: it is then kept as it is.",
)
_NOT_AS_SAID: Final = InEachLanguage(
    "Enligt rubriken är kolumnen {field} ({meaning}), men ingen cell passar.",
    "The heading says {field} ({meaning}), and no cell is one.",
)
_MAY_BE: Final = InEachLanguage("Kan vara {fields}.", "May be {fields}.")
_NO_FIELD: Final = InEachLanguage(
    "Kolumner som är kända men inte har något fält: {columns}", "Columns that are known and have no field: {columns}"
)
_EMPTY: Final = InEachLanguage("Kolumner utan uppgifter: {columns}", "Columns that state nothing: {columns}")
_SUCH_AS: Final = InEachLanguage("till exempel {samples}", "such as {samples}")
_CLAUSES: Final = InEachLanguage(
    {
        "group.": "punkt mellan tusental", "group,": "komma mellan tusental", "group ": "mellanslag mellan tusental",
        "mark.": "punkt före decimaler", "mark,": "komma före decimaler", "typed": "tal i kalkylblad",
        "sign": "procenttecken", "wide": "månader eller år", "open": "kan läsas på två sätt",
    },
    {
        "group.": "dots group thousands", "group,": "commas group thousands", "group ": "spaces group thousands",
        "mark.": "points before decimals", "mark,": "commas before decimals", "typed": "numbers of a spreadsheet",
        "sign": "signs of per cent", "wide": "months or years", "open": "may be read in two ways",
    },
)  # fmt: skip


# --- The lines of the draft

_WIDTH: Final = 100
_CURRENCY = 'currency = "EUR"'
_PROPOSED_DEFAULTS = ('country = "SE"', 'fund = "ERDF"', 'period = "2014-2020"')


class _Draft:
    """Writes the lines of a draft."""

    def __init__(self, table: _Table, language: str, currency: str | None, encodings: tuple[str, ...]) -> None:
        self._table = table
        self._language = language
        self._currency = currency
        self._encodings = encodings

    def lines(self) -> Iterator[str]:
        """Yield the lines: the file, what all rows share, the columns that are known, and those to be asked about."""
        table = self._table
        yield from self._comment(
            _HEAD[self._language].format(
                name=os.path.basename(table.source.name),
                rows=self._counted(_ROWS, table.rows),
            )
        )
        yield ""
        yield from self._file()
        yield ""
        yield from self._defaults()
        by_field: dict[str, list[Column]] = {}
        for column in table.columns.columns:
            if column.field is not None:
                by_field.setdefault(column.field, []).append(column)
        for field, columns in by_field.items():
            if columns[0].reader is None:
                yield from ("", *self._rivals(field, columns))
            elif self._is_read(columns[0]):
                yield from ("", *self._column(field, columns))
        yield from self._others()

    def _file(self) -> Iterator[str]:
        table = self._table
        yield "[file]"
        if self._encodings:
            yield from self._comment(_ENCODING[self._language].format(encodings=", ".join(self._encodings)))
            yield f"encoding = {inline_value(self._encodings[0])}"
        if table.sheet.name is not None:
            if table.others:
                yield from self._comment(_OTHER_SHEETS[self._language].format(sheets=", ".join(table.others)))
            yield f"{'# ' if table.others else ''}sheet = {inline_value(table.sheet.name)}"
        if not table.is_known:
            yield from self._comment(_HEADINGS_UNKNOWN[self._language])
        rows = list(table.columns.heading_rows)
        # The rows of the headings may be others in the other sheets.
        yield f"{'# ' if table.others else ''}heading_row = {rows[0] if len(rows) == 1 else inline_value(list(rows))}"

    def _defaults(self) -> Iterator[str]:
        yield "[defaults]"
        yield from self._comment(_DEFAULTS[self._language])
        if self._currency is not None:
            yield f"currency = {inline_value(self._currency)}"
        else:
            without = [column.name for column in self._table.columns.columns if _lacks_currency(column)]
            if without:
                yield from self._comment(_NO_CURRENCY[self._language].format(columns=", ".join(without)))
            if without or not self._table.is_known:
                yield f"# {_CURRENCY}"
        yield from (f"# {each}" for each in _PROPOSED_DEFAULTS)

    # --- Columns with a field

    def _column(self, field: str, columns: Sequence[Column]) -> Iterator[str]:
        first, *others = columns
        yield f"[columns.{field}]"
        yield from self._heading(first)
        named = [each for each in others if not self._needs_letter(each)]
        if named:
            yield f"otherwise = {inline_value([each.heading for each in named])}"
        yield from self._evidence(first)

    def _heading(self, column: Column, start: str = "") -> Iterator[str]:
        if self._is_named(column):
            yield f"{start}heading = {inline_value(column.heading)}"
        if self._needs_letter(column):
            yield f"{start}column = {inline_value(column.letter)}"

    @staticmethod
    def _is_named(column: Column) -> bool:
        return bool(column.heading) and is_named(column.heading, (column.heading,))

    def _needs_letter(self, column: Column) -> bool:
        """Whether the heading of a column is not enough to find it."""
        columns = self._table.columns.columns
        alike = [each for each in columns if is_named(each.heading, (column.heading,))]
        exact = [each for each in alike if each.heading == column.heading]
        return not self._is_named(column) or (len(alike) > 1 and len(exact) > 1)

    @staticmethod
    def _is_read(column: Column) -> bool:
        """Whether any cell of a column is what its heading says, so that it stands in the draft as it is."""
        return column.reader is not None and column.reader.faulty < column.reader.count

    # --- Columns that are asked about

    def _rivals(self, field: str, columns: Sequence[Column]) -> Iterator[str]:
        yield from self._comment(_ONE_OF_THESE[self._language].format(field=field, meaning=self._meaning(field)))
        yield f"# [columns.{field}]"
        for column in columns:
            yield from self._heading(column, "# ")
            yield from self._evidence(column)

    def _others(self) -> Iterator[str]:
        columns = self._table.columns.columns
        unread = [column for column in columns if column.field is None and column.stated]
        misleading = [column for column in columns if column.reader and column.stated and not self._is_read(column)]
        preferred = [column for column in unread if column.meaning in FIELDS]
        for column in preferred:
            field = FIELDS[column.meaning]
            yield ""
            yield from self._comment(
                _PREFERRED[self._language].format(column=column.letter, field=field, meaning=self._meaning(field))
            )
            yield f"# [columns.{field}]"
            yield from self._heading(column, "# ")
            yield from self._evidence(column)
        unknown = [*misleading, *(column for column in unread if column.meaning is Meaning.UNKNOWN)]
        if unknown:
            yield ""
            yield from self._comment(_UNKNOWN[self._language])
        for column in unknown:
            yield ""
            yield "# [columns.FIELD]"
            yield from self._heading(column, "# ")
            if column.field is not None:
                said = _NOT_AS_SAID[self._language]
                yield from self._comment(said.format(field=column.field, meaning=self._meaning(column.field)))
            yield from self._evidence(column)
            fields = [f"{field} ({self._meaning(field)})" for field in likeness_of(self._look(column)).fields]
            if fields:
                yield from self._comment(_MAY_BE[self._language].format(fields=", ".join(fields)))
        known = [column.name for column in unread if column not in (*preferred, *unknown)]
        empty = [column.name for column in columns if not column.stated]
        for names, words in ((known, _NO_FIELD), (empty, _EMPTY)):
            if names:
                yield ""
                yield from self._comment(words[self._language].format(columns=", ".join(names)))

    # --- Evidence

    def _look(self, column: Column) -> Look:
        return self._table.looks[self._table.columns.columns.index(column)]

    def _evidence(self, column: Column) -> Iterator[str]:
        """Yield how many cells of a column state something, how they are written, the first of them, and proposals."""
        look = self._look(column)
        is_read = self._is_read(column)
        reader = column.reader if is_read else likeness_of(look).reader
        told = self._counted(_CELLS, look.count)
        lines: list[str] = []
        if reader is not None:
            clauses, lines = self._notation(reader, look, "" if is_read else "# ")
            unread = _unread(reader)
            told = ", ".join((told, *clauses))
            if unread.count:
                told += f"; {self._counted(_UNFIT, unread.count, rows=unread.shown)}"
        samples = ", ".join(f'"{each}"' for each in look.samples)
        yield from self._comment(f"{told}; {_SUCH_AS[self._language].format(samples=samples)}" if samples else told)
        yield from lines

    def _notation(self, reader: ColumnReader[Any], look: Look, start: str) -> tuple[list[str], list[str]]:
        """Return how the cells of a column are written, in words, and the keys that say so or are proposed."""
        lines: list[str] = []
        if isinstance(reader, AmountColumn):
            form = notation_of(reader)
            if form is not None:
                lines.append(f"{start}numbers = {inline_value(form)}")
            else:
                for notation in notations(reader):
                    lines += [f"# numbers = {inline_value(notation.form)}", *self._fit(notation)]
            return [*self._clauses(_amount_clauses(reader)), *sorted(_currencies(reader))], lines
        if isinstance(reader, DayColumn):
            for notation in day_notations(look):
                lines.append(f"# dates = {inline_value(notation.form)}")
                if notation.months is not None:
                    lines.append(f"# months = {inline_value(notation.months)}")
                lines += self._fit(notation)
            return self._clauses(_day_clauses(reader)), lines
        if isinstance(reader, RateColumn):
            scale = scale_of(reader)
            if scale is not None:
                lines.append(f"{start}as = {inline_value(scale.value)}")
            elif _unread(reader).count:
                lines += [f"# as = {inline_value(each.value)}" for each in RateScale]
            return self._clauses(_share_clauses(reader)), lines
        words = [text for text in look.texts if _is_fault(reader, text)][:_MOST_WORDS]
        if words:
            lines.append(f"# values = {inline_value(dict.fromkeys(words, '…'))}")
        return [], lines

    def _clauses(self, keys: Sequence[str]) -> list[str]:
        return [_CLAUSES[self._language][key] for key in keys]

    def _fit(self, notation: Notation) -> Iterator[str]:
        told = self._counted(_FIT, notation.fitting.count, rows=notation.fitting.shown)
        if notation.others.count:
            told += f"; {self._counted(_UNFIT, notation.others.count, rows=notation.others.shown)}"
        yield from self._comment(told)

    def _meaning(self, field: str) -> str:
        return write_place(field, self._language)

    def _counted(self, words: InEachLanguage[tuple[str, str]], count: int, **values: object) -> str:
        one, several = words[self._language]
        return (one if count == 1 else several).format(count=count, **values)

    @staticmethod
    def _comment(text: str) -> list[str]:
        # A line break in a heading or a sheet's name would end the comment, and TOML has no other signs of control.
        return textwrap.wrap(
            "".join(map(escaped, " ".join(text.split()))),
            _WIDTH,
            initial_indent="## ",
            subsequent_indent="## ",
            break_on_hyphens=False,
        )


# --- What is told of the cells of a column

_OF_CURRENCY = frozenset({"list.no_currency", "list.which_kronor", "list.two_currencies"})
_NOT_OF_FORM = _OF_CURRENCY | {"list.zero_unknown", "list.no_real_day"}


def _unread(reader: ColumnReader[Any]) -> Seen:
    """Return the cells that are not read as they are written; a currency is asked about once, in the defaults."""
    refused = [
        seen
        for kind, seen in reader.seen.items()
        if (error := reader.refusal(kind)) is not None and error.code not in _NOT_OF_FORM
    ]
    return together([*(seen for seen, _ in reader.faults.values()), *refused])


_MOST_WORDS = 8


def _is_fault(reader: ColumnReader[Any], text: str) -> bool:
    try:
        reader.kind_of(text)
    except InvalidValue:
        return True
    return False


def _lacks_currency(column: Column) -> bool:
    if not isinstance(column.reader, AmountColumn):
        return False
    errors = (column.reader.refusal(kind) for kind in column.reader.seen)
    return any(error is not None and error.code in _OF_CURRENCY for error in errors)


def _amount_clauses(reader: AmountColumn) -> list[str]:
    groups = {f"group{kind.group}" for kind in reader.seen if kind.group and kind.mark != UNSURE}
    marks = {f"mark{kind.mark}" for kind in reader.seen if kind.mark not in {"", UNSURE} and kind.decimals}
    others = [
        key
        for key, is_so in (
            ("open", any(kind.mark == UNSURE for kind in reader.seen)),
            ("typed", any(kind.is_typed for kind in reader.seen)),
        )
        if is_so
    ]
    return [*sorted(groups), *sorted(marks), *others]


def _currencies(reader: AmountColumn) -> set[str]:
    return {kind.currency for kind in reader.seen if kind.currency is not None}


def _share_clauses(reader: RateColumn) -> list[str]:
    return ["sign"] if any(kind.has_sign for kind in reader.seen) else []


def _day_clauses(reader: DayColumn) -> list[str]:
    forms = {kind.form for kind in reader.seen}
    return ["wide"] if "wide" in forms else []
