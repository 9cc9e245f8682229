r"""Mappings: how to read the list of any authority without code.

A mapping is a small TOML file: `[file]`, `[defaults]`, `[columns.FIELD]`, `[rows]` and `[absent]`, or `[budget]` for
the budget of one project (`esfmodel.formats.lists.budget_mapping`). A field is named by its path in a project, such as
`name`, `budget.total` or `period.start`; the last part alone will do where it is the only field that ends so (`total`,
`start`).

>>> text = '[columns.total]\nheading = "Gesamtausgaben*"\nnumbers = "12.345,67"\ncurrency = "EUR"\n'
>>> mapping_in(text, "liste.toml").columns["budget.total"].numbers
'12.345,67'
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidData, InvalidValue
from esfmodel.formats._document import TOML, located_in
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.cells.grid import cell_key, letters_of_column
from esfmodel.formats.lists._day_patterns import day_pattern, month_names
from esfmodel.formats.lists._mapping_values import (
    FIELDS_BY_NAME,
    MappingTable,
    checked,
    column_in,
    currency_code,
    field_in,
    member_of,
    unit_in,
)
from esfmodel.formats.lists.budget_mapping import BudgetMapping, budget_in
from esfmodel.formats.lists.decoding import is_encoding
from esfmodel.formats.plain_values import read_member, text_of, whole_number_of
from esfmodel.formats.reading import Problem
from esfmodel.formats.toml import parsed_toml
from esfmodel.model.fields import as_call
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.files import path_name, text_in
from esfmodel.values.format import Labelled
from esfmodel.values.fund import Fund
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator


class RateScale(Labelled):
    """How a column writes shares: 40 or 0.4."""

    PERCENT = "percent"
    FRACTION = "fraction"


class Zero(Labelled):
    """What 0 means in a column: nothing paid, or that the figure is not known."""

    VALUE = "value"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class FileMapping:
    """How the file is written; None is found from the file.

    `heading_row` counts from 1; two numbers where the headings stand in two rows, 0 where there are none. `headings`
    are those that the list must have, by which the wrong list is known. `row` are the fields that a row must state to
    be an operation.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    sheet: str | None = None
    heading_row: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    row: tuple[str, ...] = ()

    __repr__ = as_call


@attrs.frozen(kw_only=True)
class ColumnMapping:
    """Which column holds a field, and how it is written; None is found from the values of the column.

    `heading` may have the wildcard `*`; where several columns have it, or none has one, `column` is the letter. `also`
    are other headings of the same column in other years; `otherwise` are the headings of further columns, which hold
    the field in rows where this one states nothing. `numbers` is how 12345.67 is written there ("12.345,67"). `signs`
    are words beside a value that say no more than the mapping does: "zł" where `currency` is PLN. `unit` is what a
    figure is multiplied by (1000), whatever the heading says.

    `dates` are patterns such as "dd.mm.yyyy", "yyyy", "mm/yyyy" and "q/yyyy", with other words in quotation marks ("d
    'de' mmmm yyyy"); `months` the language of the names of months ("es"); `zone` the time zone of timestamps. `split`
    is a pattern with a group `value`, for cells that hold more than the field; another field may have the same heading
    and another part. `values` are the words of the library for those of the column ("EFRE": "ERDF"); a cell that is not
    among them is read as it is.
    """

    heading: str = ""
    column: str | None = None
    also: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    numbers: str | None = None
    currency: str | None = None
    signs: tuple[str, ...] = ()
    unit: int | None = None
    as_: RateScale | None = None
    dates: tuple[str, ...] = ()
    months: str | None = None
    zone: str | None = None
    split: str | None = None
    zero: Zero | None = None
    values: Dictionary[str, str] = attrs.field(factory=dict[str, str], hash=False)

    __repr__ = as_call


@attrs.frozen(kw_only=True)
class RowsMapping:
    """Which rows are one operation: those that are next to each other and agree in the fields `merge_on`.

    `into` is where what differs goes: `partners`. `filled` are the fields that a row with a body of its own, a partner
    or an owner, has from the row above where its cell is empty, as cells that are merged over several rows are.
    `parted_by` is what stands between the bodies of an operation where all of them are in the cells of one row.
    """

    merge_on: tuple[str, ...] = ()
    into: str | None = None
    filled: tuple[str, ...] = ()
    parted_by: str | None = None

    __repr__ = as_call


@attrs.frozen(kw_only=True)
class Mapping:
    """How to read a list: its file, the columns by field, what all rows share, and the texts that state nothing.

    Made by `read_mapping`, which checks what it says. `defaults` are texts by field, and `currency`. With `budget` the
    file is the budget of one project and no list.

    >>> Mapping(columns={"name": ColumnMapping(heading="Vorhaben")}).headings
    ('Vorhaben',)
    """

    name: str | None = None
    file: FileMapping = FileMapping()
    defaults: Dictionary[str, str] = attrs.field(factory=dict[str, str], hash=False)
    columns: Dictionary[str, ColumnMapping] = attrs.field(factory=dict[str, ColumnMapping], hash=False)
    rows: RowsMapping = RowsMapping()
    absent: tuple[str, ...] = ()
    budget: BudgetMapping | None = None

    __repr__ = as_call

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that are named, by which the heading row is found."""
        named = ((each.heading, *each.also, *each.otherwise) for each in self.columns.values())
        of_columns = (heading for headings in named for heading in headings if heading)
        return tuple(dict.fromkeys((*of_columns, *self.file.headings)))


# --- Reading

_LONGEST = 500_000
_KEYS = ("name", "file", "defaults", "columns", "rows", "absent", "budget")


def read_mapping(path: str | os.PathLike[str]) -> Mapping:
    """Return the mapping in a TOML file, for `mapping=` of `read`, `read_text` and `stream`.

    Raises `InvalidData` with everything that is wrong with it, each with its line, and `ReadError` for a file that is
    missing, no text or no TOML.

    >>> read_mapping("no such file.toml")
    Traceback (most recent call last):
        ...
    esfmodel.errors.ReadError: no such file.toml: is not there; check the path
    """
    name = path_name(path)
    return mapping_in(text_in(name, _LONGEST), name)


def mapping_in(text: str, origin: str) -> Mapping:
    """Return the mapping in a TOML text; `origin` is its name in messages.

    Raises `InvalidData` with everything that is wrong with it, each with its line, and `ReadError` for what is no TOML.
    """
    document = parsed_toml(text, origin)
    problems: list[Problem] = []
    table = MappingTable(document, "", _KEYS, problems)
    found = Mapping(
        name=table.text("name"),
        file=_file(table.table("file", _FILE_KEYS)),
        defaults=_defaults(table.table("defaults", (*_DEFAULTS, _PERIOD))),
        columns=_columns(table.keys.get("columns", {}), problems),
        rows=_rows(table.table("rows", _ROWS_KEYS)),
        absent=table.table("absent", ("texts",)).texts("texts"),
        budget=budget_in(table) if "budget" in table.keys else None,
    )
    if problems:
        raise InvalidData(tuple(located_in(problems, document, text, TOML))).at("", source=origin)
    return found


# --- The tables

_FILE_KEYS = tuple(field.name for field in attrs.fields(FileMapping))
_LAST_HEADING_ROW = 1_000
NO_HEADINGS: Final = (0,)
"""The row of the headings of a list that has none."""


def _file(table: MappingTable) -> FileMapping:
    found = FileMapping(
        encoding=table.value("encoding", checked(_check_encoding)),
        delimiter=table.value("delimiter", _mark),
        # A file whose cells stand in no quotation marks says so with an empty text.
        quote=table.value("quote", lambda given: "" if given == "" else _mark(given)),
        sheet=table.text("sheet"),
        heading_row=table.values("heading_row", whole_number_of),
        headings=table.texts("headings"),
        row=table.values("row", field_in),
    )
    rows = found.heading_row
    are_rows = all(0 < row <= _LAST_HEADING_ROW for row in rows) and len(rows) <= 2 and list(rows) == sorted(set(rows))
    if not are_rows and rows != NO_HEADINGS:
        given = ", ".join(map(str, rows))
        table.note(InvalidValue("mapping.heading_row", "", given, most=_LAST_HEADING_ROW), "heading_row")
    if found.quote and found.quote == found.delimiter:
        table.note(InvalidValue("mapping.same_marks", "", found.delimiter), "delimiter")
    return found


def _check_encoding(name: str) -> None:
    if not is_encoding(name):
        raise InvalidValue("mapping.encoding", "", name, example="utf-8, cp1252, cp1250, iso-8859-7")


def _mark(given: object) -> str:
    mark = text_of(given)
    if len(mark) != 1 or mark.isalnum() or mark in "\r\n":
        raise InvalidValue("mapping.mark", "", mark, example=";")
    return mark


_PERIOD = "period"
_DEFAULTS: Dictionary[str, Callable[[str], object]] = MappingProxyType(
    {
        "currency": currency_code,
        "country": Country,
        "beneficiary.country": Country,
        "fund": partial(read_member, kind=Fund),
        "programming_period": ProgrammingPeriod.parse,
        "programme": str,
        "cci": Cci.parse,
        "priority": str,
        "specific_objective": str,
        "region": str,
        "call": str,
    }
)
"""What all projects of a list may share, and what checks its text."""


def _defaults(table: MappingTable) -> Dictionary[str, str]:
    found: dict[str, str] = {}
    for key in table.keys:
        # All projects of a list are of one programming period; no list has one period of all its projects.
        field = "programming_period" if key == _PERIOD else key
        text = table.text(key)
        if text is None or field not in _DEFAULTS:
            continue
        if field in found:
            table.note(InvalidValue("value.given_twice"), key)
        table.value(key, cast("Callable[[object], object]", _DEFAULTS[field]))
        found[field] = text
    return found


_ROWS_KEYS = tuple(field.name for field in attrs.fields(RowsMapping))


def _rows(table: MappingTable) -> RowsMapping:
    return RowsMapping(
        merge_on=table.values("merge_on", field_in),
        into=table.value("into", _into),
        filled=table.values("filled", field_in),
        parted_by=table.value("parted_by", _mark),
    )


_INTO = "partners"


def _into(given: object) -> str:
    if given != _INTO:
        raise InvalidValue("mapping.into", "", text_of(given), right=_INTO)
    return _INTO


# --- Columns

_COLUMN_KEYS = tuple(field.name.rstrip("_") for field in attrs.fields(ColumnMapping))


def _columns(given: object, problems: list[Problem]) -> Dictionary[str, ColumnMapping]:
    """Return the columns by the path of their field: a key is the path in quotation marks, or tables within tables."""
    found: dict[str, ColumnMapping] = {}
    if not isinstance(given, dict):
        problems.append(Problem("value.not_keys", "columns", choices=_EXAMPLES_OF_FIELDS))
        return found
    for key, each in cast("dict[str, object]", given).items():
        for field, table in _tables_of(each, at_key("columns", key), key, problems):
            if field in found:
                table.note(InvalidValue("value.given_twice"))
            found[field] = _column(table, field)
    return found


_EXAMPLES_OF_FIELDS = ("name", "budget.total", "period.start")


def _tables_of(given: object, place: str, path: str, problems: list[Problem]) -> Iterator[tuple[str, MappingTable]]:
    """Yield the fields at and below a key, each with its table."""
    keys = cast("dict[str, object]", given) if isinstance(given, dict) else {}
    below: dict[str, object] = {
        key: each for key, each in keys.items() if isinstance(each, dict) and key not in _COLUMN_KEYS
    }
    for key, each in below.items():
        yield from _tables_of(each, at_key(place, key), f"{path}.{key}", problems)
    if below and len(below) == len(keys):
        return
    field = FIELDS_BY_NAME.get(path)
    if field is None:
        problems.append(Problem.of(unknown_key(path, "columns", FIELDS_BY_NAME), place=place))
    else:
        own = {key: each for key, each in keys.items() if key not in below}
        table = MappingTable(own if isinstance(given, dict) else given, place, _COLUMN_KEYS, problems)
        if isinstance(given, dict) and own.keys().isdisjoint({"heading", "column"}):
            table.note(InvalidValue("value.missing"), "heading")
        yield field, table


def _column(table: MappingTable, field: str) -> ColumnMapping:
    return ColumnMapping(
        heading=table.text("heading") or "",
        column=table.value("column", _letters),
        also=table.texts("also"),
        otherwise=table.texts("otherwise"),
        numbers=table.value("numbers", checked(number_form)),
        currency=table.value("currency", currency_code),
        signs=table.texts("signs"),
        unit=table.value("unit", unit_in),
        as_=table.value("as", member_of(RateScale)),
        dates=table.values("dates", checked(_check_date)),
        months=table.value("months", checked(month_names)),
        zone=table.value("zone", checked(_check_zone)),
        split=table.value("split", checked(_check_split)),
        zero=table.value("zero", member_of(Zero)),
        values=_words(table, field),
    )


def _words(table: MappingTable, field: str) -> Dictionary[str, str]:
    """Return the texts that stand for those of cells, by `cell_key`; the field says which it takes, where it can."""
    given = table.keys.get("values", {})
    # Any text of a cell may be a key.
    known = tuple(cast("dict[str, object]", given)) if isinstance(given, dict) else _EXAMPLES_OF_WORDS
    words = table.table("values", known)
    found: dict[str, str] = {}
    for key in words.keys:
        text = words.text(key)
        if text is None:
            continue
        if field in _DEFAULTS:
            words.value(key, cast("Callable[[object], object]", _DEFAULTS[field]))
        if cell_key(key) in found:
            words.note(InvalidValue("value.given_twice"), key)
        found[cell_key(key)] = text
    return found


_EXAMPLES_OF_WORDS = ("EFRE", "FEDER")


def _letters(given: object) -> str:
    return letters_of_column(column_in(given))


def _check_date(pattern: str) -> None:
    day_pattern(pattern, None)


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A folder of zones, such as Europe, is an error of the operating system.
        raise InvalidValue("mapping.zone", "", name, example="Europe/Stockholm") from None


# --- Numbers


class NumberForm(NamedTuple):
    """How a mapping writes a number: its decimal mark ("" for none), and a pattern of numbers written so."""

    mark: str
    pattern: re.Pattern[str]


_EXAMPLE = re.compile(r"12(?P<group>[ .,'’\u00a0\u2009\u202f]?)345(?:(?P<mark>[.,])67)?")


def number_form(example: str) -> NumberForm:
    """Return the form in which a mapping writes 12345.67 ("12.345,67") or 12345 ("12.345").

    Raises `InvalidValue` for any other text.

    >>> form = number_form("12.345,67")
    >>> form.mark, bool(form.pattern.fullmatch("1.000")), bool(form.pattern.fullmatch("1,000.5"))
    (',', True, False)
    """
    found = _EXAMPLE.fullmatch(example)
    if found is None or (found["group"] and found["group"] == found["mark"]):
        raise InvalidValue("mapping.numbers", "", example, example="12.345,67")
    group, mark = found["group"] or "", found["mark"] or ""
    spaces = r"[ \u00a0\u202f\u2009]" if group.isspace() or group in "'’" else re.escape(group)
    grouped = rf"[0-9]{{1,3}}(?:{spaces}[0-9]{{3}})+|" if group else ""
    rest = rf"(?:{re.escape(mark)}[0-9]+)?" if mark else ""
    return NumberForm(mark, re.compile(rf"(?:{grouped}[0-9]+){rest}"))


# --- Patterns that split cells
#
# Python's patterns may take time without end: (a+)+ is twice as slow for each further character, and so is a row of a?.
# So a repetition is of single characters alone, there are few of them and of choices, and long cells are not split.

_LONGEST_SPLIT = 200
_MOST_REPEATED = 3
_CHOICES_OF_A_REPETITION = 4
"""So many question marks and bars, each of which may double the time, count as a repetition."""
LONGEST_SPLIT_CELL: Final = 200
"""The longest cell that is split."""

_PATTERN_PART = re.compile(
    r"\\[^0-9]|\[\^?\]?(?:\\.|(?!--|&&|~~|\|\|)[^\\\[\]])*\]|[^\\(){}?\[\]+*|]"
    r"|(?P<choice>\|)|(?P<group>\((?:\?P<value>|\?:|(?!\?)))|(?P<end>\))"
    r"|(?P<repeat>[*+]|\{[0-9]{0,3},[0-9]{0,3}\})|(?P<times>\{[0-9]{1,3}\})|(?P<maybe>\?)"
)
# What may stand before a quantifier: a character, and before a question mark also a group or a repetition.
_BEFORE = MappingProxyType({"repeat": {""}, "times": {""}, "maybe": {"", "end", "repeat"}})
_COSTS = MappingProxyType({"repeat": _CHOICES_OF_A_REPETITION, "maybe": 1, "choice": 1})


def _check_split(pattern: str) -> None:
    if not _is_linear(pattern) or not _has_value(pattern):
        raise InvalidValue(
            "mapping.split",
            "",
            pattern,
            most=_MOST_REPEATED,
            choices=_CHOICES_OF_A_REPETITION,
            example="(?P<value>[0-9 ]+) kr.*",
        )


def _is_linear(pattern: str) -> bool:
    if len(pattern) > _LONGEST_SPLIT:
        return False
    cost, at, before = 0, 0, ""
    while at < len(pattern):
        part = _PATTERN_PART.match(pattern, at)
        if part is None:
            return False
        kind = part.lastgroup or ""
        # A question mark behind a repetition only makes it short.
        cost += 0 if before == "repeat" else _COSTS.get(kind, 0)
        if before not in _BEFORE.get(kind, {before}):
            return False
        at, before = part.end(), kind
    return cost <= _MOST_REPEATED * _CHOICES_OF_A_REPETITION


def _has_value(pattern: str) -> bool:
    try:
        return "value" in re.compile(pattern).groupindex
    except (re.error, OverflowError):
        return False
