"""The project of a row of a data frame, with the lines of its budget, and what is wrong in its cells."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidData, InvalidValue, Told
from esfmodel.formats import from_dict
from esfmodel.formats.evidence import Evidence, KnownPlaces, Places
from esfmodel.formats.reading import Problem
from esfmodel.frames._cells import within_reach
from esfmodel.frames._figures import is_possible, of_figures
from esfmodel.frames._writing import BASES, MOST, SWEDEN
from esfmodel.frames.columns import COLUMNS, DENOMINATOR, FIGURES, HIGH, LOW, MINOR, NUMERATOR
from esfmodel.model.costs import ActualCost, LumpSum
from esfmodel.text import sv
from esfmodel.values.bounds import Bounds
from esfmodel.values.country import Country
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import PRECISIONS, OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from esfmodel.formats.evidence import CellPlace
    from esfmodel.frames._cells import Table
    from esfmodel.frames.columns import Level
    from esfmodel.model.project import Project
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.dates import Date

KEYS = ("project", "operation_id")
"""What lines are joined with their projects by."""
COSTS = "costs"
_NAMING = (".name", ".code", ".reference")


class Refused(Exception):
    """A row that makes no project; its problems are told."""


class _Line(NamedTuple):
    """A line of a budget: what it is in a project file, and its amount."""

    data: dict[str, Any]
    amount: MoneyLike | None = None


class _End(NamedTuple):
    """An amount, or an end of bounds; `included` is whether it is itself possible."""

    amount: Money | None
    included: bool = True


class Given(NamedTuple):
    """What is given with the rows of projects: the frames, the rows of each project's lines, and what has no column.

    `lines` has the rows of lines by the name of their frame and the row of their project; `unknown` the names of
    unknown columns, by the name of the frame.
    """

    projects: Table
    lists: tuple[Table | None, Table | None]
    lines: Mapping[tuple[str, int], list[int]]
    unknown: Mapping[str, tuple[str, ...]]
    currency: str | None

    def rows_of(self, table: Table, row: int) -> list[int]:
        """Return the rows of the lines of the project in a row."""
        return self.lines.get((table.sheet, row), [])


class Maker:
    """Makes the project of a row."""

    def __init__(self, given: Given, row: int) -> None:
        self._given = given
        self._table = given.projects
        self._row = row
        self.problems: list[Problem] = []
        self.cells: dict[str, CellPlace] = {}
        """Where the values stand, by their paths in the project."""
        self._extra: list[tuple[str, str]] = []
        self._currencies: dict[tuple[str, int], str | None] = {}
        self._take_place("", self._table, row, None)

    def project(self) -> Project:
        """Return the project. Raises `Refused` where the row makes none."""
        data = self._facts()
        costs, financing = (self._lines(table) for table in self._given.lists)
        figures = {name: figure for name in FIGURES if (figure := self._figure(name)) is not None}
        stated = self._figure("stated_total")
        if costs is not None or financing is not None:
            budget = self._budget(costs or [], financing or [], stated)
            if budget is not None:
                data["budget"] = budget
        else:
            given = {"total": None if stated is None else str(stated), "complete": self._complete() or None}
            if budget := {name: value for name, value in given.items() if value is not None}:
                data["budget"] = budget
        project = self._made(data)
        tells_stated = self._table.has(f"stated_total{MINOR}")
        whole, others = of_figures(
            project.budget,
            figures,
            pays=financing is None,
            may_state=costs is None and (financing is None or not tells_stated),
            is_derived=tells_stated,
        )
        for name, figure in others.items():
            self._refuse_figure(name, figures[name], figure)
        if whole is not None:
            self._compare_amounts(whole.cost_amounts, costs or [])
        for table in (self._table, *self._given.lists):
            if table is not None:
                self._keep_unknown(table)
        extra = tuple(dict.fromkeys((*project.extra, *self._extra)))
        return attrs.evolve(project, budget=whole, extra=extra)

    def _made(self, data: dict[str, Any]) -> Project:
        """Return the project of plain data; what cannot stand in its field is told, kept, and left out."""
        while True:
            try:
                return from_dict(data, strict=True)
            except InvalidValue as error:
                problems = cast("Sequence[Told]", error.problems if isinstance(error, InvalidData) else (error,))
                self._leave_out(data, problems)

    def _leave_out(self, data: dict[str, Any], problems: Sequence[Told]) -> None:
        """Tell of values that cannot stand in their fields, and leave them out. Raises `Refused` where that is all."""
        paths: set[str] = set()
        for problem in problems:
            self._tell(problem, problem.place)
            path = problem.place.partition("[")[0]
            # A body, a call and a priority are nothing without what they are called.
            paths.add(path.rpartition(".")[0] if path.endswith(_NAMING) else path)
        if any(path in {"", "name"} or path.startswith("budget") for path in paths):
            raise Refused
        for path in paths:
            if not any(path.startswith(f"{other}.") for other in paths):
                self._drop(data, path)

    def _tell(self, problem: Told, path: str) -> None:
        """Tell what is wrong with a value, in its cell, or else in that of the nearest value of which it is a part."""
        found = KnownPlaces((Places.of_cells(self.cells),)).find(0, path)
        self.problems.append(Problem.of(problem, place=path, given=found.text or None, cell=found))

    def _drop(self, data: dict[str, Any], path: str) -> None:
        """Leave a value out of the data, and keep what stands in its cells."""
        *outer, last = path.split(".")
        for step in outer:
            data = data[step]
        del data[last]
        for each in [each for each in self.cells if f"{each}.".startswith(f"{path}.")]:
            *_, column, text = self.cells.pop(each)
            self._extra.append((column, text))

    # --- The facts of the row of the project

    def _facts(self) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for column in COLUMNS["project"]:
            name, path = column.name, column.path
            if name in _APART or not self._table.has(name) or MINOR in name or name.endswith(_PARTS_OF_A_RATE):
                continue
            if column.kind == "text":
                value: object = self._value(name, path, self._table.text)
            elif column.kind == "whole number":
                value = self._value(name, path, self._small)
            else:
                value = self._value(name, path, self._table.truth)
            if value is not None:
                _put(data, path, value)
                self._take_place(path, self._table, self._row, name)
        rate = self._rate(self._table, self._row, "published_eu_rate", "published_eu_rate")
        if rate is not None:
            data["published_eu_rate"] = rate
        self._take_number(data.get("beneficiary", {}))
        period = self._period()
        if period is not None:
            data["period"] = period
        status = self._value("status", "decisions", self._table.text)
        if status is not None:
            data["decisions"] = [{"kind": status}]
            self._take_place("decisions", self._table, self._row, "status")
        municipalities = self._value("municipalities", "municipalities", self._texts)
        if municipalities is not None:
            data["municipalities"] = municipalities
            self._take_place("municipalities", self._table, self._row, "municipalities")
        return data

    @staticmethod
    def _take_number(body: dict[str, Any]) -> None:
        """Put the country of a body before its number, which would else be taken for a Swedish one."""
        number = body.get("number")
        if number is None:
            return
        code = _code_of(body.get("country", SWEDEN))
        if number.startswith(f"{SWEDEN} "):
            body["number"] = number.removeprefix(f"{SWEDEN} ")
        elif code != SWEDEN and not _WITH_COUNTRY.match(number):
            body["number"] = f"{code} {number}"

    def _period(self) -> str | None:
        start, end = (self._value(name, "period", self._table.day) for name in ("start", "end"))
        precision = self._value("precision", "period", self._table.text) or "day"
        if start is None and end is None:
            if text := self._table.written("precision", self._row):
                self._extra.append(("precision", text))
            return None
        column = "start" if end is None else "end"
        self._take_place("period", self._table, self._row, column)
        try:
            return str(_period_of(start, end, precision))
        except InvalidValue as error:
            self._tell(error, "period")
            del self.cells["period"]
            for name in ("start", "end", "precision"):
                if text := self._table.written(name, self._row):
                    self._extra.append((name, text))
            return None

    def _texts(self, name: str, row: int) -> list[str] | None:
        text = self._table.text(name, row)
        return None if text is None else _parted(text)

    def _small(self, name: str, row: int) -> int | None:
        value = self._table.whole(name, row)
        return None if value is None else within_reach(value)

    def _value(self, name: str, path: str, read: Callable[[str, int], Any]) -> Any:  # noqa: ANN401
        """Return a value of the row; one that cannot be read is told and kept."""
        try:
            return read(name, self._row)
        except InvalidValue as error:
            self._refuse(error, path, self._table, self._row, name)
            return None

    # --- Amounts and shares

    def _figure(self, name: str) -> MoneyLike | None:
        path = "budget.total" if name == "stated_total" else f"budget.{name}"
        return self._amount(self._table, self._row, name, path)

    def _amount(self, table: Table, row: int, name: str, path: str) -> MoneyLike | None:
        """Return an amount, by its exact column, its low and high ones, and those in the main unit; None for no known.

        One that cannot be read, or that two columns state differently, is told, kept, and not known.
        """
        found: list[tuple[str, MoneyLike]] = []
        for end in (MINOR, ""):
            columns = [f"{name}{end}", f"{name}{end}{LOW}", f"{name}{end}{HIGH}"]
            amounts: list[_End] = []
            for column in columns:
                try:
                    amounts.append(self._end(table, row, column, minor=end == MINOR))
                except InvalidValue as error:
                    self._refuse(error, path, table, row, column)
                    return None
            exact, low, high = amounts
            if exact.amount is not None:
                found.append((columns[0], exact.amount))
            if low.amount is not None or high.amount is not None:
                column = columns[1] if low.amount is not None else columns[2]
                try:
                    bounds = Bounds(low.amount, high.amount, low_included=low.included, high_included=high.included)
                except InvalidValue as error:
                    self._refuse(error, path, table, row, column)
                    return None
                found.append((column, bounds.known or bounds))
        if not found:
            return None
        first, amount = found[0]
        for column, other in found[1:]:
            if other != amount:
                self._refuse(InvalidValue("frame.contradicts", path, other=first), path, table, row, column)
                return None
        self._take_place(path, table, row, first)
        return amount

    def _end(self, table: Table, row: int, column: str, *, minor: bool) -> _End:
        """Return an exact amount, or an end of bounds."""
        if not table.has(column):
            return _End(None)
        currency = self._currency_of(table, row)
        if not minor:
            return _End(table.money(column, row, currency))
        number = table.whole(column, row)
        if number is None:
            return _End(None)
        if currency is None:
            raise InvalidValue("frame.no_currency", "value", number)
        if number == (-MOST if column.endswith(HIGH) else MOST) and column.endswith((LOW, HIGH)):
            # Only the amounts beyond the largest are above all others: over it is from 10^18, which is no amount.
            return _End(Money.of_minor(number - 1 if number > 0 else number + 1, currency), included=False)
        return _End(Money.of_minor(number, currency))

    def _currency_of(self, table: Table, row: int) -> str | None:
        """Return the currency of a row; one that cannot be read is told once, and is none."""
        at = (table.sheet, row)
        if at not in self._currencies:
            try:
                stated = table.text("currency", row)
                if stated is not None:
                    Money(0, stated)
            except InvalidValue as error:
                self._refuse(error, "currency", table, row, "currency")
                return self._currencies.setdefault(at, None)
            if stated is None and table is not self._table:
                stated = self._currency_of(self._table, self._row)
            self._currencies[at] = self._given.currency if stated is None else stated
        return self._currencies[at]

    def _rate(self, table: Table, row: int, name: str, path: str) -> str | None:
        numerator, denominator = f"{name}{NUMERATOR}", f"{name}{DENOMINATOR}"
        column = name
        try:
            text = table.text(name, row)
            parts = [table.whole(column := part, row) for part in (numerator, denominator)]
            if None not in parts:
                quotient = f"{parts[0]}/{parts[1]}"
                if text is None:
                    text = quotient
                elif _rate_in(text) != Rate.parse(quotient):
                    raise InvalidValue("frame.contradicts", path, other=name)
            elif parts != [None, None]:
                column = numerator if parts[0] is None else denominator
                raise InvalidValue("value.missing")
            elif text is None:
                return None
            else:
                column = name
        except InvalidValue as error:
            self._refuse(error, path, table, row, column)
            return None
        self._take_place(path, table, row, column)
        return text

    def _refuse_figure(self, name: str, stated: MoneyLike, figure: MoneyLike | None) -> None:
        path = f"budget.{name}"
        _, _, row, _, column, text = self.cells.pop(path)
        self._extra.append((column, text))
        found = Evidence(row=row, column=column, text=text)
        self.problems.append(_difference(stated, figure).in_cell(found, path))

    # --- Lines

    def _lines(self, table: Table | None) -> list[_Line] | None:
        """Return the lines of the project in a frame, in their order; None without a frame."""
        if table is None:
            return None
        rows = self._given.rows_of(table, self._row)
        numbers: dict[int, int] = {}
        for row in rows if table.has("line") else ():
            try:
                number = table.whole("line", row)
            except InvalidValue as error:
                self._refuse(error, f"budget.{table.sheet}", table, row, "line")
                raise Refused from None
            if number is not None and numbers.setdefault(number, row) != row:
                self._refuse(InvalidValue("value.given_twice"), f"budget.{table.sheet}", table, row, "line")
                raise Refused
        if len(numbers) == len(rows):
            rows = [numbers[number] for number in sorted(numbers)]
        count = f"{'cost' if table.sheet == COSTS else table.sheet}_lines"
        stated = self._value(count, f"budget.{table.sheet}", self._small) if self._table.has(count) else None
        if stated not in {None, len(rows)}:
            differ = InvalidValue("frame.lines_differ", count, count=len(rows))
            self._refuse(differ, f"budget.{table.sheet}", self._table, self._row, count)
            raise Refused
        read = self._cost if table.sheet == COSTS else self._contribution
        return [read(table, row, f"budget.{table.sheet}[{index}]") for index, row in enumerate(rows)]

    def _cost(self, table: Table, row: int, at: str) -> _Line:
        line = self._line(table, row, at, "cost")
        amount = self._amount(table, row, "amount", f"{at}.amount")
        stated = self._amount(table, row, "stated", f"{at}.basis.amount")
        basis = line.data.setdefault("basis", {})
        named = basis.setdefault("type", BASES[ActualCost])
        if stated is None and named in _GIVEN:
            stated = amount
        if stated is not None:
            basis["amount"] = str(stated)
        if base := basis.get("base"):
            try:
                basis["base"] = _parted(base)
            except InvalidValue as error:
                self._refuse(error, f"{at}.basis.base", table, row, "flat_rate_base")
                raise Refused from None
        rate = self._rate(table, row, "flat_rate", f"{at}.basis.rate")
        if rate is not None:
            basis["rate"] = rate
        price = self._unit_price(table, row, f"{at}.basis.price")
        if price is not None:
            basis["price"] = str(price)
        return line._replace(amount=amount)

    def _unit_price(self, table: Table, row: int, path: str) -> Money | None:
        found: Money | None = None
        for column, minor in (("unit_price_minor", True), ("unit_price", False)):
            try:
                price = self._end(table, row, column, minor=minor).amount
                if found is not None and price not in {None, found}:
                    raise InvalidValue("frame.contradicts", path, other="unit_price_minor")
            except InvalidValue as error:
                self._refuse(error, path, table, row, column)
                raise Refused from None
            if found is None and price is not None:
                found = price
                self._take_place(path, table, row, column)
        return found

    def _contribution(self, table: Table, row: int, at: str) -> _Line:
        line = self._line(table, row, at, "financing")
        funder = line.data.setdefault("funder", "rest")
        if funder != "rest":
            self._take_number(funder.get("organisation", {}))
        amount = self._amount(table, row, "amount", f"{at}.amount")
        if amount is not None:
            line.data["amount"] = str(amount)
        return line._replace(amount=amount)

    def _line(self, table: Table, row: int, at: str, level: Level) -> _Line:
        """Return what the columns of a line say that hold neither amounts nor shares."""
        data: dict[str, Any] = {}
        self._take_place(at, table, row, None)
        for column in COLUMNS[level]:
            name, path = column.name, column.path
            if name in _OF_THE_LINES or not table.has(name) or MINOR in name or name.endswith(_PARTS_OF_A_RATE):
                continue
            try:
                if name == "units":
                    value: object = table.plain_number(name, row)
                elif column.kind == "text":
                    value = table.text(name, row)
                else:
                    value = table.whole(name, row)
            except InvalidValue as error:
                self._refuse(error, f"{at}.{path}", table, row, name)
                raise Refused from None
            if value is not None:
                _put(data, path, value)
                self._take_place(f"{at}.{path}", table, row, name)
        return _Line(data)

    def _budget(self, costs: list[_Line], financing: list[_Line], stated: MoneyLike | None) -> dict[str, Any] | None:
        """Return the budget as plain data; None where the row and the lines state none."""
        complete = self._complete()
        counts = [self._table.cell(name, self._row) for name in ("cost_lines", "financing_lines")]
        if not (costs or financing) and stated is None and complete is None and counts == [None, None]:
            return None
        budget: dict[str, Any] = {}
        if costs:
            budget["costs"] = [line.data for line in costs]
        if financing:
            budget["financing"] = [line.data for line in financing]
        if stated is not None:
            budget["total"] = str(stated)
        if complete:
            budget["complete"] = True
        return budget

    def _complete(self) -> bool | None:
        complete: bool | None = self._value("complete", "budget.complete", self._table.truth)
        return complete

    def _compare_amounts(self, amounts: Sequence[MoneyLike | None], lines: list[_Line]) -> None:
        """Tell the amounts of lines of cost that their basis gives differently."""
        for index, (amount, line) in enumerate(zip(amounts, lines, strict=False)):
            if line.amount is not None and amount != line.amount:
                path = f"budget.costs[{index}].amount"
                _, _, row, _, column, text = self.cells.pop(path)
                found = Evidence(sheet=COSTS, row=row, column=column, text=text)
                self._extra.append((f"budget.costs[{index}].{column}", text))
                self.problems.append(_difference(line.amount, amount).in_cell(found, path))

    # --- What has no field

    def _take_place(self, path: str, table: Table, row: int, column: str | None) -> None:
        text = "" if column is None else table.written(column, row)
        sheet = None if table is self._table else table.sheet
        # A row of a frame has no line of a text, and a project no column.
        self.cells[path] = (None, sheet, row + 1, None, cast("str", column), text)

    def _refuse(self, error: Told, path: str, table: Table, row: int, column: str) -> None:
        """Tell of a cell that is not read, and keep what stands there."""
        sheet = None if table is self._table else table.sheet
        place = Evidence(sheet=sheet, row=row + 1, column=column, text=table.written(column, row))
        self.problems.append(Problem.of(error, place=path, given=place.text or None, cell=place))
        self._extra.append((column if sheet is None else f"{path.partition('].')[0]}].{column}", place.text))

    def _keep_unknown(self, table: Table) -> None:
        is_own = table is self._table
        for index, row in enumerate([self._row] if is_own else self._given.rows_of(table, self._row)):
            for column in self._given.unknown[table.sheet]:
                if text := table.written(column, row):
                    label = column if is_own else f"budget.{table.sheet}[{index}].{column}"
                    self._extra.append((label, text))


# --- Columns that are read together, and texts of several parts

_PARTS_OF_A_RATE = (NUMERATOR, DENOMINATOR)
_APART = frozenset(
    {
        "project", "status", "start", "end", "precision", "municipalities", "published_eu_rate", "currency", "complete",
        "cost_lines", "financing_lines",
    }
)  # fmt: skip
_OF_THE_LINES = frozenset({*KEYS, "line", "currency", "flat_rate"})
_GIVEN = (BASES[ActualCost], BASES[LumpSum])
"""The bases of which the amount is all that is stated."""


_WITH_COUNTRY = re.compile("[A-Za-z]{2} ")


def _code_of(country: str) -> str:
    """Return the code of a country in any of its writings; as it is where that is none, which is told later."""
    try:
        return Country.parse(country).code
    except InvalidValue:
        return country


def _put(data: dict[str, Any], path: str, value: object) -> None:
    *outer, last = path.split(".")
    for step in outer:
        data = data.setdefault(step, {})
    data[last] = value


def _parted(text: str) -> list[str]:
    """Return the texts that `joined` has joined; raise `InvalidValue` where one is too long for a cell of CSV."""
    try:
        # A carriage return alone ends a line too, which the reader of CSV would refuse.
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=";"))
    except csv.Error:
        raise InvalidValue("code_list.not_csv", "value", text) from None
    return [part.strip() for row in rows for part in row if part.strip()]


def _difference(stated: MoneyLike, given: MoneyLike | None) -> Problem:
    """Return what is told of a figure that the rest of a project gives differently, or less exactly."""
    if given is None:
        return Problem("frame.figure_not_given")
    if is_possible(stated, given):
        return Problem("frame.narrower_figure", figure=given)
    return Problem("frame.other_figure", figure=given)


def _rate_in(text: str) -> Rate:
    """Read a share as a frame has it, or as Swedes write it."""
    try:
        return Rate.parse(text)
    except InvalidValue:
        return sv.parse_rate(text)


def _period_of(start: Date | None, end: Date | None, precision: str) -> Period | OpenPeriod:
    if precision not in PRECISIONS:
        raise InvalidValue("value.not_one_of", "period", precision, choices=PRECISIONS)
    if start is None or end is None:
        return OpenPeriod(start, end)
    return Period(start, end, precision)
