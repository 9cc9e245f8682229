"""Projects from data frames, with every fault told by row and column."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from esfmodel.errors import InvalidValue
from esfmodel.formats.evidence import Evidence, KnownPlaces, Places
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.frames._cells import Policy, Table
from esfmodel.frames._row import COSTS, KEYS, Given, Maker, Refused
from esfmodel.frames.columns import COLUMNS, MINOR
from esfmodel.values.money import Money
from esfmodel.values.operation_id import OperationId
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.frames.columns import Level
    from esfmodel.model.project import Project

_PROJECTS, _FINANCING = "projects", "financing"
_MOST_ALIKE = 20
"""So many problems of one kind in one column are told one by one; of the rest, how many they are."""


def from_frame(
    projects: object,
    *,
    costs: object = None,
    financing: object = None,
    currency: str | None = None,
    floats: Rounding | None = None,
    nan: Literal["refuse", "unknown"] = "refuse",
) -> Reading:
    """Return the projects of a data frame with a row for each, of any library that narwhals reads eagerly.

    The columns are those of `COLUMNS`, of which only `name` must be there; a null is what is not known. An amount may
    also stand in kronor or euro, in a column without `_minor` in its name: as a whole number, a decimal, or text as
    people write it. `currency` is that of amounts that name none and have none in their row.

    `costs` and `financing` are frames with the lines of the projects' budgets: with `category` or `source`, and with
    `project` in each frame, or else `operation_id`. Without them, a budget follows from `total_cost`, `support`,
    `eu_support` and `own_contribution`: support is divided where the Union's part is stated, and the own contribution
    has one line without a name.

    What `to_frame` writes of a project comes back equal, with its lines of cost and financing where all three frames
    are given. A `status` becomes a decision of that kind; of the bodies, name, number and kind come back, and of the
    beneficiary its country; bounds that exclude an end come back as equal bounds that include the next amount. Outer
    space of the names of municipalities is left out.

    Floats are refused, since they do not hold every öre, unless `floats` says how each is rounded, such as
    `Rounding.MINOR_HALF_UP`; those too large to hold every öre, and infinities, always are. With `nan="unknown"`, NaN
    among them is a null. Where a column of pandas holds no floats, NaN is one anyway.

    A fault in a value of a project is told as a problem with its row, which counts from 1, and its column; the value is
    kept in `extra`, as are unknown columns. A row without a usable name, or whose lines of cost or financing
    cannot all be read, makes no project; a line whose amount cannot be read has an unknown one. Figures that lines give
    differently are told, and the lines decide.

    Raises `InvalidValue` for what is wrong with whole columns: one that is missing, is there twice, holds another type,
    or holds floats without a policy; and for a key of two projects that have lines. Raises `TypeError` for what is no
    frame, such as a lazy one.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"name": ["Gröna rum", "Framtidskraft"], "total_cost": ["450 000 kr", "1.234"]})
    >>> reading = from_frame(frame, currency="SEK")
    >>> reading.projects[0].budget.total_cost
    Money(450000)
    >>> reading.problems[0].code, reading.problems[0].row, reading.problems[0].column
    ('number.two_readings', 2, 'total_cost')
    """
    if not isinstance(floats, (Rounding, type(None))):
        raise TypeError(f"floats must be a Rounding or None, not {type(floats).__name__}")
    if nan not in NAN:
        raise InvalidValue("value.not_one_of", "nan", nan, choices=NAN)
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    return _Reader(projects, costs, financing, currency, Policy(floats, nan == "unknown")).reading()


NAN = ("refuse", "unknown")


class _Reader:
    """Reads a frame of projects, with the frames of their lines."""

    def __init__(
        self, projects: object, costs: object, financing: object, currency: str | None, policy: Policy
    ) -> None:
        self._projects = Table(projects, _PROJECTS, ["name"], policy)
        self._costs = None if costs is None else Table(costs, COSTS, ["category"], policy)
        self._financing = None if financing is None else Table(financing, _FINANCING, ["source"], policy)
        self._currency = currency
        self._problems: list[Problem] = []
        self._alike: Counter[tuple[str, str | None, str | None]] = Counter()
        self._first: dict[tuple[str, str | None, str | None], Problem] = {}
        self._unknown: dict[str, tuple[str, ...]] = {}
        levels: tuple[tuple[Table | None, Level], ...] = (
            (self._projects, "project"),
            (self._costs, "cost"),
            (self._financing, "financing"),
        )
        for table, level in levels:
            if table is not None:
                self._take_columns(table, level)
        self._lines = self._joined()

    def _take_columns(self, table: Table, level: Level) -> None:
        """Read the columns that are known, and keep the others."""
        known: set[str] = set()
        for column in COLUMNS[level]:
            known.add(column.name)
            if table.has(column.name):
                table.read(column.name, "number" if column.name == "units" else column.kind)
            if MINOR in column.name:
                main = column.name.replace(MINOR, "")
                known.add(main)
                if table.has(main):
                    table.read(main, "amount")
        self._unknown[table.sheet] = table.take_the_rest(known)
        if self._unknown[table.sheet]:
            self._tell(Problem("frame.unknown_columns", table.sheet, columns=self._unknown[table.sheet]))

    # --- The lines of each project

    def _joined(self) -> Mapping[tuple[str, int], list[int]]:
        """Return the rows of lines by their frame and the row of their project, in the order of their lines."""
        tables = [table for table in (self._costs, self._financing) if table is not None]
        lines: dict[tuple[str, int], list[int]] = defaultdict(list)
        if not tables:
            return lines
        key = next((key for key in KEYS if all(table.has(key) for table in (self._projects, *tables))), None)
        if key is None:
            raise InvalidValue("frame.no_key", "projects", None, keys=KEYS)
        row_of: dict[object, int] = {}
        again: dict[object, int] = {}
        for row in range(self._projects.rows):
            value = self._key(self._projects, key, row)
            if value is not None and row_of.setdefault(value, row) != row:
                again.setdefault(value, row)
        for table in tables:
            for row in range(table.rows):
                value = self._key(table, key, row)
                if value in again:
                    rows = f"{row_of[value] + 1}, {again[value] + 1}"
                    raise InvalidValue("frame.key_twice", "projects", value, heading=key, rows=rows)
                if value in row_of:
                    lines[table.sheet, row_of[value]].append(row)
                else:
                    place = Evidence(sheet=table.sheet, row=row + 1, column=key, text=table.written(key, row))
                    self._tell(Problem("frame.no_project").in_cell(place))
        return lines

    @staticmethod
    def _key(table: Table, key: str, row: int) -> object:
        """Return what a project is known by in a row; None where that cannot be read."""
        try:
            if key == "project":
                return table.whole(key, row)
            text = table.text(key, row)
            return None if text is None else OperationId(text)
        except InvalidValue:
            # No line belongs to it: that is told of the lines, and what is wrong with it of the project.
            return None

    # --- The whole

    def reading(self) -> Reading:
        """Return the projects, and what is wrong."""
        made: list[Project] = []
        places: list[Mapping[str, Evidence]] = []
        values = 0
        given = Given(self._projects, (self._costs, self._financing), self._lines, self._unknown, self._currency)
        for row in range(self._projects.rows):
            maker = Maker(given, row)
            try:
                project = maker.project()
            except Refused:
                continue
            finally:
                for problem in maker.problems:
                    self._tell(problem)
            made.append(project)
            places.append(Places.of_cells(maker.cells))
            values += sum(1 for *_, column, _ in maker.cells.values() if column is not None)
        for key, count in self._alike.items():
            if count > _MOST_ALIKE:
                first = self._first[key]
                where = Evidence(sheet=first.sheet, column=first.column)
                more = Problem("frame.more_problems", like=first.code, count=count - _MOST_ALIKE)
                self._problems.append(more.in_cell(where, first.place))
        counts = Counts(
            records=self._projects.rows,
            projects=len(made),
            values=values,
            extra=sum(len(project.extra) for project in made),
            problems=len(self._problems),
        )
        return Reading(made, self._problems, counts, form=self._projects.backend, places=KnownPlaces(tuple(places)))

    def _tell(self, problem: Problem) -> None:
        key = (problem.code, problem.sheet, problem.column)
        self._first.setdefault(key, problem)
        self._alike[key] += 1
        if self._alike[key] <= _MOST_ALIKE:
            self._problems.append(problem)
