"""Read a list of operations: any table whose headings the vocabulary or a mapping knows, with one project a row.

Authorities publish such lists by Article 115(2) of Regulation (EU) No 1303/2013 and Article 49(3) of Regulation (EU)
2021/1060, each in its own language and layout. A source is gone through twice: the values of a whole column decide how
it is written, and then each row is held against that. No more than the rows of one operation is held at a time.
"""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import sheets_called, text_of
from esfmodel.formats.evidence import Evidence, KnownPlaces, Places
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.lists import LIST
from esfmodel.formats.lists._headings import ROWS_LOOKED_AT, find_headings
from esfmodel.formats.lists._tally import Tally
from esfmodel.formats.lists.budget_draft import holds_budget
from esfmodel.formats.lists.columns import Columns, value_in
from esfmodel.formats.lists.mapping import Mapping
from esfmodel.formats.lists.named import asked_for, layout_of
from esfmodel.formats.lists.rows import project_of
from esfmodel.formats.lists.shape import NAMES, OF_A_SUM, Runs, Shape, Sums, is_sum, shown, stated_cells, states_only
from esfmodel.formats.reading import MOST_PROBLEMS, Counts, Problem, Reading
from esfmodel.model.project import Project
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats.cells.grid import Cell, Row, Sheet, Source
    from esfmodel.formats.lists.columns import Column, RowValues
    from esfmodel.formats.lists.named import Layout

_MOST_ROWS_OF_ONE = 5_000
_MOST_IDS = 1_000_000

_TYPED = AMOUNTS | {"period.start", "period.end", "published_eu_rate"}
_CURRENCY = FIELDS[Meaning.CURRENCY]
_OWNER_NAME = FIELDS[Meaning.OWNER]
_OF_BODIES = ("beneficiary.", "partner.")
_MOST_BODIES = 500
_NUMBER = FIELDS[Meaning.OPERATION_ID]
_BODIES = (FIELDS[Meaning.OWNER], FIELDS[Meaning.PARTNER])


@attrs.frozen
class Item:
    """What `stream` yields: a project, its index, where its values stand by their paths, and the problems of its rows.

    `project` and `index` are None for problems of rows that make no project, and of the whole source. The place of the
    project itself has the path "".

    >>> Item(0, Project("Gröna rum"), evidence={"name": Evidence(row=2)}).evidence["name"].row
    2
    """

    index: int | None
    project: Project | None
    problems: tuple[Problem, ...] = ()
    evidence: Dictionary[str, Evidence] = attrs.field(factory=dict[str, Evidence], hash=False)


def read_list(
    source: Source, mapping: Mapping | None = None, currency: str | None = None, layout: str | None = None
) -> Reading:
    """Return the projects of a list; `layout` is as in `Operations`.

    Raises `ReadError` where no sheet has headings that say what a project is called, or those of the layout.
    """
    operations = Operations(source, mapping, currency, layout)
    projects: list[Project] = []
    places: list[Dictionary[str, Evidence]] = []
    problems: list[Problem] = []
    for item in operations:
        problems += item.problems
        if item.project is not None:
            projects.append(item.project)
            places.append(item.evidence)
    return Reading(
        projects,
        problems,
        operations.counts(len(problems)),
        format=operations.layout,
        form=source.form,
        places=KnownPlaces(tuple(places)),
    )


def items_of(reading: Reading) -> Iterator[Item]:
    """Yield what was read of another format as items: first problems of no project, then each project with its own."""
    # Imported here: lists are read without documents.
    from esfmodel.formats._document import DocumentPlaces

    indexes = reading.places.indexes if isinstance(reading.places, DocumentPlaces) else ()
    own: dict[str, list[Problem]] = {f"projects[{at}]": [] for at in indexes}
    others: list[Problem] = []
    for problem in reading.problems:
        own.get(f"{problem.place.partition(']')[0]}]", others).append(problem)
    yield from _without_project(tuple(others))
    for index, project in enumerate(reading.projects):
        problems = own[f"projects[{indexes[index]}]"] if indexes else ()
        place = None if reading.places is None else reading.places.find(index, "")
        yield Item(index, project, tuple(problems), {} if place is None else {"": place})


class Operations:
    """The projects of a list, row by row; what has been counted so far is in `counts`.

    `layout` is the format that the list must have, where `LIST` is any list; without it, and without a mapping, the
    layout is found by the headings.
    """

    def __init__(
        self,
        source: Source,
        mapping: Mapping | None = None,
        currency: str | None = None,
        layout: str | None = None,
    ) -> None:
        self._source = source
        self._asked_for = layout if mapping is None else LIST
        self._take(Mapping() if mapping is None else mapping)
        self.layout: str | None = None
        """The layout of the list, once its headings are read; None for one without a name, or of several layouts."""
        self._currency = currency
        self._of_partners: frozenset[str] = frozenset()
        self._tally = Tally()
        self._records = self._projects = self._values = self._extra = 0
        self._merged = self._others = self._told = 0
        self.rows_found: int = 0
        """The number of rows, of the sheets that were gone through so far."""

    def _take(self, mapping: Mapping) -> None:
        """Read what follows by a mapping."""
        self.mapping = mapping
        # The currency is that of columns, and of no project by itself.
        self.defaults = {path: value_in(path, text) for path, text in mapping.defaults.items() if path != _CURRENCY}
        self.keys = mapping.rows.merge_on or (_NUMBER,)

    def counts(self, problems: int) -> Counts:
        """Return what was counted, with the number of problems that were yielded."""
        return Counts(
            records=self._records,
            projects=self._projects,
            values=self._values,
            extra=self._extra,
            problems=problems,
            merged=self._merged,
            others=self._others,
        )

    def count_projects(self, projects: int, values: int, extra: int) -> None:
        """Count rows that became projects, a row each, with their values and what is only kept."""
        self._records += projects
        self._projects += projects
        self._values += values
        self._extra += extra

    @property
    def rows_read(self) -> int:
        """The number of rows that were read so far, of `rows_found`."""
        return self._records + self._merged + self._others

    def __iter__(self) -> Iterator[Item]:
        """Yield what is wrong with the whole, then the projects, and in the end what is told once of many rows."""
        tables, problems = self._tables()
        yield from _without_project((*self._source.problems, *problems))
        for sheet, columns, mapping in tables:
            self._take(mapping)
            yield from self._items(sheet, columns)
        yield from _without_project(self._tally.problems())

    def _tables(self) -> tuple[list[tuple[Sheet, Columns, Mapping]], list[Problem]]:
        """Return the sheets that hold a list, with their columns and mappings, and a problem for each of the others."""
        tables: list[tuple[Sheet, Columns, Mapping]] = []
        layouts: set[str | None] = set()
        refused: list[tuple[Sheet, ReadError]] = []
        for sheet in sheets_called(self._source.sheets, self.mapping.file.sheet, self._source.name):
            first = tuple(islice(sheet.rows(), ROWS_LOOKED_AT))
            try:
                layout = self._layout_of(first)
                mapping = self.mapping if layout is None else layout.mapping
                columns = Columns.of(first, mapping, self._currency, file=self._source.name, sheet=sheet.name)
                tables.append((sheet, columns, mapping))
                layouts.add(None if layout is None else layout.name)
            except ReadError as error:
                refused.append((sheet, error))
        if self._asked_for is None and not any(columns.name_projects_and_amounts for _, columns, _ in tables):
            self._check_no_budget()
        if not tables:
            # Of several sheets the one with the most headings is most likely meant.
            _, likeliest = max(refused, key=lambda each: len(_headings_of(each[1])))
            raise likeliest.at(likeliest.place, source=self._source.name)
        self.layout = layouts.pop() if len(layouts) == 1 else None
        return tables, [
            Problem("list.sheet_left_out", sheet=sheet.name, count=sum(1 for _ in sheet.rows())) for sheet, _ in refused
        ]

    def _check_no_budget(self) -> None:
        """Raise `ReadError` for the budget of one project, whose costs would be read as the names of projects."""
        if holds_budget(self._source):
            raise ReadError("list.budget_sheet", source=self._source.name)

    def _layout_of(self, first: Sequence[Row]) -> Layout | None:
        """Return the layout of a list that begins with these rows.

        Raises `ReadError` where another one is asked for.
        """
        if self._asked_for == LIST:
            return None
        headings = find_headings(first, self.mapping, self._source.name).texts
        if self._asked_for is None:
            return layout_of(headings)
        return asked_for(self._asked_for, headings, self._source.name)

    # --- One sheet, whose rows are gone through twice

    def _items(self, sheet: Sheet, columns: Columns) -> Iterator[Item]:
        self._sheet, self._columns = sheet, columns
        self.shape = Shape.of(sheet, columns, self._source.form)
        self.runs = Runs(columns, self.keys)
        for row in _above(sheet, columns):
            columns.see_note(shown(row))
            if stated_cells(row) > 1:
                # A title or a note has one cell.
                self._tally.add("list.above_headings", self._place(row, shown(row)))
        self.see_rows(sheet, columns)
        self.shape.decide()
        yield from _without_project(columns.settle())
        self._of_partners = frozenset(self.runs.differing)
        self.sums = Sums(columns)
        self._group: list[tuple[Row, RowValues]] = []
        self.numbers = _Numbers()
        self._row_above: RowValues | None = None
        has_names = any(column.field == "name" and column.reader is not None for _, column in columns.placed())
        self.needed = frozenset(self.mapping.file.row or (("name",) if has_names else (_NUMBER,)))
        before = self._records + self._others
        yield from self.take_rows(sheet, columns)
        if before == self._records + self._others:
            yield from _without_project((Problem("list.no_rows", sheet=sheet.name),))

    def see_rows(self, sheet: Sheet, columns: Columns) -> None:
        """Show the columns every row that is evidence of how they are written."""
        for row in below(sheet, columns):
            self.rows_found += 1
            if self.is_evidence(row):
                for part in self._parts_of(row, columns).rows:
                    columns.see(part)
                    self.runs.see(part)

    def is_evidence(self, row: Row) -> bool:
        """Whether the cells of a row show how their columns are written; a note is taken into account for its words."""
        return _is_evidence(row, self._columns, self.shape)

    def take_rows(self, sheet: Sheet, columns: Columns) -> Iterator[Item]:
        """Yield the projects of the rows of a sheet whose columns are settled, and what is wrong with the rows."""
        for row in below(sheet, columns):
            yield from self.take(row)
        yield from self.flush()

    def take(self, row: Row) -> Iterator[Item]:
        """Yield the project of the rows before this one, if it is of another, and what is wrong with it."""
        columns = self._columns
        if columns.is_heading(row):
            self._set_aside("list.heading_again", row)
            return
        problem = row.problem or self.shape.problem_of(row)
        if problem is not None:
            self._records += 1
            yield from self._of_row((problem.in_cell(self._place(row, shown(row))),))
            return
        values, *others = self._read(row, columns)
        if self._is_shifted(values):
            self._records += 1
            where = self._place(row, shown(row))
            names = tuple(column.name for column in columns.columns if column.field in values.refused)
            yield from self._of_row((Problem("list.cells_shifted", columns=names).in_cell(where),))
            return
        self._row_above = values = self._filled(values, self._row_above)
        values, *others = map(self._completed, (values, *others))
        if self._group and self._is_continued(self._group, values):
            self._group += ((row, each) for each in (values, *others))
            return
        other = self._other(row, values)
        if other is not None:
            self._set_aside(other, row)
            return
        yield from self.flush()
        self._group = [(row, each) for each in (values, *others)]
        self.sums.add(values)

    def flush(self) -> Iterator[Item]:
        """Yield the project of the rows that were taken last."""
        group, self._group = self._group, []
        if group:
            yield from self._item(group)

    def _read(self, row: Row, columns: Columns) -> list[RowValues]:
        """Return what a row says, of each of its bodies where it has several."""
        if self.mapping.rows.parted_by is None:
            return [columns.read(row)]
        parts = self._parts_of(row, columns)
        first, *others = map(columns.read, parts.rows)
        for column, text in parts.uneven:
            where = attrs.evolve(self._place(row, text), column=column.name)
            problem = Problem("list.uneven_parts", count=text.count(parts.mark) + 1, bodies=len(parts.rows))
            first = first._replace(
                extra=(*first.extra, (column.name, text)),
                problems=(*first.problems, problem.in_cell(where, column.field)),
            )
        # What the bodies share is told of the first of them.
        return [
            first,
            *(
                each._replace(problems=tuple(problem for problem in each.problems if problem not in first.problems))
                for each in others
            ),
        ]

    def _parts_of(self, row: Row, columns: Columns) -> _Parts:
        """Return a row for each body that stands in the cells of a row, as far as the mapping says what parts them."""
        mark = self.mapping.rows.parted_by
        if mark is None:
            return _Parts((row,))
        names = (cell for column, cell in zip(columns.columns, row.cells, strict=False) if column.field == _OWNER_NAME)
        bodies = text_of(next(names, "")).count(mark) + 1
        if not 1 < bodies <= _MOST_BODIES:
            return _Parts((row,))
        parts: list[list[Cell]] = [[] for _ in range(bodies)]
        uneven: list[tuple[Column, str]] = []
        for column, cell in zip(columns.columns, row.cells, strict=False):
            pieces: Sequence[Cell] = [cell] * bodies
            if column.field is not None and column.field.startswith(_OF_BODIES):
                text = text_of(cell)
                pieces = text.split(mark)
                if len(pieces) != bodies:
                    uneven += [(column, text)] if text.strip() else []
                    pieces = [""] * bodies
            for part, piece in zip(parts, pieces, strict=True):
                part.append(piece)
        beyond = row.cells[len(columns.columns) :]
        return _Parts(tuple(row._replace(cells=(*part, *beyond)) for part in parts), mark, tuple(uneven))

    def _set_aside(self, code: str, row: Row) -> None:
        """Count a row that is no operation."""
        self._others += 1
        self._tally.add(code, self._place(row, shown(row)))

    def _is_continued(self, group: list[tuple[Row, RowValues]], values: RowValues) -> bool:
        """Whether a row is of the same operation as the row before it."""
        number = self._number_of(values)
        if number is None or len(group) >= _MOST_ROWS_OF_ONE or number != self._number_of(group[-1][1]):
            return False
        # A number that several names share is none of an operation: that of a priority or a call.
        names = {str(each["name"]).casefold() for each in (group[0][1].values, values.values) if "name" in each}
        return bool(self.mapping.rows.merge_on) or len(names) < 2

    def _number_of(self, values: RowValues) -> tuple[object, ...] | None:
        """Return what rows are merged on, the number of the operation as a rule; None for a row that lacks it."""
        stated = values.values
        for key in self.keys:
            if key not in stated:
                return None
        return tuple([stated[key] for key in self.keys])

    def _other(self, row: Row, values: RowValues) -> str | None:
        """Return the code of what a row is that is no operation; None for an operation."""
        stated = values.values
        if not self.needed <= stated.keys() or ("name" not in stated and _NUMBER not in stated):
            return "list.unnamed_rows"
        if not self.mapping.file.row:
            called = [str(stated[path]) for path in ("name", _NUMBER) if path in stated]
            if stated.keys() <= OF_A_SUM and (all(map(is_sum, called)) or self.sums.has(values)):
                return "list.sums"
            if self.shape.is_note(row):
                return "list.notes"
        return None

    def _item(self, group: list[tuple[Row, RowValues]]) -> Iterator[Item]:
        """Yield the project of a row, or of several of one operation, as an item."""
        self._records += 1
        rows = len({row.number for row, _ in group})
        self._merged += rows - 1
        places = [self._place(row) for row, _ in group]

        def where() -> Evidence:
            # Of most rows there is nothing to tell, and their text need not be put together.
            return self._place(group[0][0], shown(group[0][0]))

        try:
            made = project_of(
                [self._named(group[0][1]), *(values for _, values in group[1:])], places, self._of_partners
            )
        except InvalidValue as error:
            wrong = Problem.of(error).in_cell(where())
            yield from self._of_row((*(problem for _, values in group for problem in values.problems), wrong))
            return
        if len(group) > rows:
            self._tally.add("list.bodies_in_a_row", where())
        if rows > 1:
            self._tally.add("list.merged" if made.project.partners else "list.repeated", where())
        for path in made.differing:
            self._tally.add("list.rows_differ", where(), place=path)
        if len(group) == 1 and self.sums.others_state_more and states_only(group[0][1], NAMES):
            self._tally.add("list.bare_rows", where())
        number = self._number_of(group[0][1])
        if number is not None and self.numbers.take(number):
            self._tally.add("list.operation_again" if self.mapping.rows.merge_on else "list.number_again", where())
        self._values += made.values
        self._extra += len(made.project.extra)
        yield Item(self._projects, made.project, self._within(made.problems), made.evidence)
        self._projects += 1

    @staticmethod
    def _is_shifted(values: RowValues) -> bool:
        """Whether the figures and days of a row stand in other columns than those of the list.

        A text in columns of one kind alone may be a remark: "not yet decided".
        """
        if not values.refused:
            return False
        kinds = {field.partition(".")[0] for field in values.refused}
        return len(kinds) > 1 and not _TYPED & values.values.keys()

    def _filled(self, values: RowValues, above: RowValues | None) -> RowValues:
        """Return a row of a further body with what merged cells state in the row above; a sum has no body."""
        if above is None or not self.mapping.rows.filled:
            return values
        bodies = [str(values.values[path]) for path in _BODIES if path in values.values]
        if not bodies or any(map(is_sum, bodies)):
            return values
        stated = {*values.values, *values.unread}
        taken = [path for path in self.mapping.rows.filled if path not in stated and path in above.values]
        if not taken:
            return values
        return values._replace(
            values={**{path: above.values[path] for path in taken}, **values.values},
            evidence=Places({path: above.evidence[path] for path in taken}, values.evidence),
        )

    def _completed(self, values: RowValues) -> RowValues:
        """Return a row with what the mapping states for all rows, in fields that the row leaves empty."""
        if not self.defaults:
            return values
        stated = {*values.values, *values.unread}
        missing = {path: each for path, each in self.defaults.items() if path not in stated}
        if not missing:
            return values
        where = {path: Evidence(text=self.mapping.defaults[path]) for path in missing}
        return values._replace(values={**values.values, **missing}, evidence=Places(values.evidence, where))

    @staticmethod
    def _named(values: RowValues) -> RowValues:
        """Return a row with a name: the number of the operation stands for one that is not stated."""
        if "name" in values.values:
            return values
        name = {"name": str(values.values[_NUMBER])}
        return values._replace(
            values={**name, **values.values}, evidence=Places({"name": values.evidence[_NUMBER]}, values.evidence)
        )

    def _place(self, row: Row, text: str = "") -> Evidence:
        return Evidence(file=self._source.name, sheet=self._sheet.name, row=row.number, line=row.line, text=text)

    # --- Problems: each of its own while they are few, else counted

    def _of_row(self, problems: tuple[Problem, ...]) -> Iterator[Item]:
        yield from _without_project(self._within(problems))

    def _within(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return the problems of a row that are told by themselves; the rest is told in the end, with its rows."""
        room = max(0, MOST_PROBLEMS - self._told)
        self._told += len(problems)
        for problem in problems[room:]:
            self._tally.add("list.more_problems", _evidence_of(problem), like=problem.code)
        return problems[:room]


def _headings_of(error: ReadError) -> tuple[str, ...]:
    return cast("tuple[str, ...]", error.params.get("headings", ()))


def _without_project(problems: tuple[Problem, ...]) -> Iterator[Item]:
    if problems:
        yield Item(None, None, problems)


def _evidence_of(problem: Problem) -> Evidence:
    return Evidence(sheet=problem.sheet, row=problem.row, line=problem.line, text=problem.given or "")


def below(sheet: Sheet, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a sheet that have a cell with something in it, below the headings."""
    last = max(columns.heading_rows)
    for row in sheet.rows():
        if row.number > last and (row.problem is not None or any(map(str.strip, map(text_of, row.cells)))):
            yield columns.without_apostrophes(row)


def rows_of_evidence(sheet: Sheet, columns: Columns, form: str) -> Iterator[Row]:
    """Yield the rows whose cells show how their columns are written; `form` is that of the source of the sheet."""
    shape = Shape.of(sheet, columns, form)
    return (row for row in below(sheet, columns) if _is_evidence(row, columns, shape))


def _is_evidence(row: Row, columns: Columns, shape: Shape) -> bool:
    if row.problem is not None or columns.is_heading(row):
        return False
    if shape.is_note(row):
        columns.see_note(shown(row))
        return False
    shape.count(row)
    # A cell under the wrong heading is no evidence of how its column is written.
    return shape.problem_of(row) is None


def _above(sheet: Sheet, columns: Columns) -> Iterator[Row]:
    """Yield the rows above the headings that have a cell with something in it."""
    last = max(columns.heading_rows)
    for row in takewhile(lambda each: each.number <= last, sheet.rows()):
        if row.number not in columns.heading_rows and stated_cells(row):
            yield row


class _Parts(NamedTuple):
    """A row for each of the bodies in a row, what stands between them, and the cells with more or fewer parts."""

    rows: tuple[Row, ...]
    mark: str = ""
    uneven: tuple[tuple[Column, str], ...] = ()


class _Numbers:
    """The numbers of the operations so far, as many as are remembered."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def take(self, number: tuple[object, ...]) -> bool:
        """Whether an earlier row is of the same operation, by what rows are merged on."""
        key = hash(tuple(each.text if isinstance(each, OperationId) else each for each in number))
        is_seen = key in self._seen
        if len(self._seen) < _MOST_IDS:
            self._seen.add(key)
        return is_seen

    def take_all(self, texts: Iterable[str]) -> None:
        """Take numbers into account that no earlier row has, by their texts; a row is known by its number alone."""
        room = _MOST_IDS - len(self._seen)
        self._seen.update(hash((text,)) for text in islice(texts, max(0, room)))

    def has(self, text: str) -> bool:
        """Whether an earlier row has a number."""
        return hash((text,)) in self._seen
