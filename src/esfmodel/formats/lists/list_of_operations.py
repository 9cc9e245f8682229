"""Read a list of operations: any table whose headings the vocabulary or a mapping knows, with one project a row.

Authorities publish such lists by Article 115(2) of Regulation (EU) No 1303/2013 and Article 49(3) of Regulation (EU)
2021/1060, each in its own language and layout. A source is gone through twice: the values of a whole column decide how
it is written, and then each row is held against that. No more than the rows of one operation is held at a time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as Dictionary
from itertools import islice, takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import sheets_called, text_of
from esfmodel.formats.evidence import Evidence, KnownPlaces, Places
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.lists import LIST
from esfmodel.formats.lists._columns import Columns, value_in
from esfmodel.formats.lists._headings import ROWS_LOOKED_AT, find_headings
from esfmodel.formats.lists.budget_draft import holds_budget
from esfmodel.formats.lists.mapping import Mapping
from esfmodel.formats.lists.named import asked_for, layout_of
from esfmodel.formats.lists.rows import project_of
from esfmodel.formats.reading import MOST_PROBLEMS, Counts, Problem, Reading
from esfmodel.model.project import Project
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from esfmodel.formats.cells.grid import Cell, Row, Sheet, Source
    from esfmodel.formats.lists._columns import Column, RowValues
    from esfmodel.formats.lists.named import Layout

_MOST_ROWS_OF_ONE = 5_000
_MOST_IDS = 1_000_000
_SHOWN_ROWS = 20
_SHOWN_TEXT = 400
# So few rows of another length than the rest are a fault of theirs; more have empty columns at the end.
_RARE = 4


_TYPED = AMOUNTS | {"period.start", "period.end", "published_eu_rate"}
_CURRENCY = FIELDS[Meaning.CURRENCY]
_OWNER_NAME = FIELDS[Meaning.OWNER]
_OF_BODIES = ("beneficiary.", "partner.")
_MOST_BODIES = 500
_NUMBER = FIELDS[Meaning.OPERATION_ID]
_BODIES = (FIELDS[Meaning.OWNER], FIELDS[Meaning.PARTNER])
_NAMES = frozenset({"name", _NUMBER})
_OF_A_SUM = AMOUNTS | {"name", "operation_id", "published_eu_rate", _CURRENCY, "planned_participants"}


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
        self._tally = _Tally()
        self._records = self._projects = self._values = self._extra = 0
        self._merged = self._others = self._told = 0
        self.rows_found = 0
        """The number of rows, of the sheets that were gone through so far."""

    def _take(self, mapping: Mapping) -> None:
        """Read what follows by a mapping."""
        self._mapping = mapping
        # The currency is that of columns, and of no project by itself.
        self._defaults = {path: value_in(path, text) for path, text in mapping.defaults.items() if path != _CURRENCY}
        self._keys = mapping.rows.merge_on or (_NUMBER,)

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
        for sheet in sheets_called(self._source.sheets, self._mapping.file.sheet, self._source.name):
            first = tuple(islice(sheet.rows(), ROWS_LOOKED_AT))
            try:
                layout = self._layout_of(first)
                mapping = self._mapping if layout is None else layout.mapping
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
        headings = find_headings(first, self._mapping, self._source.name).texts
        if self._asked_for is None:
            return layout_of(headings)
        return asked_for(self._asked_for, headings, self._source.name)

    # --- One sheet

    def _items(self, sheet: Sheet, columns: Columns) -> Iterator[Item]:
        shape = _Shape.of(sheet, columns, self._source.form)
        runs = _Runs(columns, self._keys)
        for row in _above(sheet, columns):
            columns.see_note(_shown(row))
            if _stated_cells(row) > 1:
                # A title or a note has one cell.
                self._tally.add("list.above_headings", self._place(sheet, row, _shown(row)))
        for row in _sound_rows(self._counted(_below(sheet, columns)), columns, shape):
            for part in self._parts_of(row, columns).rows:
                columns.see(part)
                runs.see(part)
        shape.decide()
        yield from _without_project(columns.settle())
        self._of_partners = frozenset(runs.differing)
        self._sums = _Sums(columns)
        before = self._records + self._others
        yield from self._projects_of(sheet, columns, shape)
        if before == self._records + self._others:
            yield from _without_project((Problem("list.no_rows", sheet=sheet.name),))

    def _counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.rows_found += 1
            yield row

    def _projects_of(self, sheet: Sheet, columns: Columns, shape: _Shape) -> Iterator[Item]:
        group: list[tuple[Row, RowValues]] = []
        seen: set[int] = set()
        above: RowValues | None = None
        needed = self._needed(columns)
        for row in _below(sheet, columns):
            if columns.is_heading(row):
                self._set_aside("list.heading_again", sheet, row)
                continue
            problem = row.problem or shape.problem_of(row)
            if problem is not None:
                self._records += 1
                yield from self._of_row((problem.in_cell(self._place(sheet, row, _shown(row))),))
                continue
            values, *others = self._read(row, columns, sheet)
            if self._is_shifted(values):
                self._records += 1
                where = self._place(sheet, row, _shown(row))
                names = tuple(column.name for column in columns.columns if column.field in values.refused)
                yield from self._of_row((Problem("list.cells_shifted", columns=names).in_cell(where),))
                continue
            above = values = self._filled(values, above)
            values, *others = map(self._completed, (values, *others))
            if group and self._is_continued(group, values):
                group += ((row, each) for each in (values, *others))
                continue
            other = self._other(row, values, needed, shape)
            if other is not None:
                self._set_aside(other, sheet, row)
                continue
            if group:
                yield from self._item(sheet, group, seen)
            group = [(row, each) for each in (values, *others)]
            self._sums.add(values)
        if group:
            yield from self._item(sheet, group, seen)

    def _read(self, row: Row, columns: Columns, sheet: Sheet) -> list[RowValues]:
        """Return what a row says, of each of its bodies where it has several."""
        if self._mapping.rows.parted_by is None:
            return [columns.read(row)]
        parts = self._parts_of(row, columns)
        first, *others = map(columns.read, parts.rows)
        for column, text in parts.uneven:
            where = attrs.evolve(self._place(sheet, row, text), column=column.name)
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
        mark = self._mapping.rows.parted_by
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

    def _set_aside(self, code: str, sheet: Sheet, row: Row) -> None:
        """Count a row that is no operation."""
        self._others += 1
        self._tally.add(code, self._place(sheet, row, _shown(row)))

    def _is_continued(self, group: list[tuple[Row, RowValues]], values: RowValues) -> bool:
        """Whether a row is of the same operation as the row before it."""
        number = self._number_of(values)
        if number is None or len(group) >= _MOST_ROWS_OF_ONE or number != self._number_of(group[-1][1]):
            return False
        # A number that several names share is none of an operation: that of a priority or a call.
        names = {str(each["name"]).casefold() for each in (group[0][1].values, values.values) if "name" in each}
        return bool(self._mapping.rows.merge_on) or len(names) < 2

    def _number_of(self, values: RowValues) -> tuple[object, ...] | None:
        """Return what rows are merged on, the number of the operation as a rule; None for a row that lacks it."""
        stated = values.values
        for key in self._keys:
            if key not in stated:
                return None
        return tuple([stated[key] for key in self._keys])

    def _needed(self, columns: Columns) -> frozenset[str]:
        """Return the fields without which a row is no operation."""
        has_names = any(column.field == "name" and column.reader is not None for _, column in columns.placed())
        return frozenset(self._mapping.file.row or (("name",) if has_names else (_NUMBER,)))

    def _other(self, row: Row, values: RowValues, needed: frozenset[str], shape: _Shape) -> str | None:
        """Return the code of what a row is that is no operation; None for an operation."""
        stated = values.values
        if not needed <= stated.keys() or ("name" not in stated and _NUMBER not in stated):
            return "list.unnamed_rows"
        if not self._mapping.file.row:
            called = [str(stated[path]) for path in ("name", _NUMBER) if path in stated]
            if stated.keys() <= _OF_A_SUM and (all(map(_is_sum, called)) or self._sums.has(values)):
                return "list.sums"
            if shape.is_note(row):
                return "list.notes"
        return None

    def _item(self, sheet: Sheet, group: list[tuple[Row, RowValues]], seen: set[int]) -> Iterator[Item]:
        """Yield the project of a row, or of several of one operation, as an item."""
        self._records += 1
        rows = len({row.number for row, _ in group})
        self._merged += rows - 1
        places = [self._place(sheet, row) for row, _ in group]

        def where() -> Evidence:
            # Of most rows there is nothing to tell, and their text need not be put together.
            return self._place(sheet, group[0][0], _shown(group[0][0]))

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
        if len(group) == 1 and self._sums.others_state_more and _states_only(group[0][1], _NAMES):
            self._tally.add("list.bare_rows", where())
        if self._is_seen(group[0][1], seen):
            self._tally.add("list.operation_again" if self._mapping.rows.merge_on else "list.number_again", where())
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
        if above is None or not self._mapping.rows.filled:
            return values
        bodies = [str(values.values[path]) for path in _BODIES if path in values.values]
        if not bodies or any(map(_is_sum, bodies)):
            return values
        stated = {*values.values, *values.unread}
        taken = [path for path in self._mapping.rows.filled if path not in stated and path in above.values]
        if not taken:
            return values
        return values._replace(
            values={**{path: above.values[path] for path in taken}, **values.values},
            evidence=Places({path: above.evidence[path] for path in taken}, values.evidence),
        )

    def _completed(self, values: RowValues) -> RowValues:
        """Return a row with what the mapping states for all rows, in fields that the row leaves empty."""
        if not self._defaults:
            return values
        stated = {*values.values, *values.unread}
        missing = {path: each for path, each in self._defaults.items() if path not in stated}
        if not missing:
            return values
        where = {path: Evidence(text=self._mapping.defaults[path]) for path in missing}
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

    def _is_seen(self, values: RowValues, seen: set[int]) -> bool:
        """Whether an earlier row that this one does not follow is of the same operation, by what rows are merged on."""
        number = self._number_of(values)
        if number is None:
            return False
        key = hash(number)
        is_seen = key in seen
        if len(seen) < _MOST_IDS:
            seen.add(key)
        return is_seen

    def _place(self, sheet: Sheet, row: Row, text: str = "") -> Evidence:
        return Evidence(file=self._source.name, sheet=sheet.name, row=row.number, line=row.line, text=text)

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


def _below(sheet: Sheet, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a sheet that have a cell with something in it, below the headings."""
    last = max(columns.heading_rows)
    for row in sheet.rows():
        if row.number > last and (row.problem is not None or any(map(str.strip, map(text_of, row.cells)))):
            yield columns.without_apostrophes(row)


def rows_of_evidence(sheet: Sheet, columns: Columns, form: str) -> Iterator[Row]:
    """Yield the rows whose cells show how their columns are written; `form` is that of the source of the sheet."""
    yield from _sound_rows(_below(sheet, columns), columns, _Shape.of(sheet, columns, form))


def _sound_rows(rows: Iterable[Row], columns: Columns, shape: _Shape) -> Iterator[Row]:
    for row in rows:
        if row.problem is not None or columns.is_heading(row):
            continue
        if shape.is_note(row):
            columns.see_note(_shown(row))
            continue
        shape.count(row)
        # A cell under the wrong heading is no evidence of how its column is written.
        if shape.problem_of(row) is None:
            yield row


def _above(sheet: Sheet, columns: Columns) -> Iterator[Row]:
    """Yield the rows above the headings that have a cell with something in it."""
    last = max(columns.heading_rows)
    for row in takewhile(lambda each: each.number <= last, sheet.rows()):
        if row.number not in columns.heading_rows and _stated_cells(row):
            yield row


def _stated_cells(row: Row) -> int:
    return sum(bool(text_of(cell).strip()) for cell in row.cells)


def _shown(row: Row) -> str:
    """Return the text of a row, as far as a problem shows it."""
    shown = ""
    for cell in row.cells:
        text = " ".join(text_of(cell)[:_SHOWN_TEXT].split())
        shown += f"; {text}" if shown and text else text
        if len(shown) >= _SHOWN_TEXT:
            break
    return shown[:_SHOWN_TEXT]


def _is_sum(name: str) -> bool:
    return label_meaning(name).side is LabelSide.TOTAL


def _states_only(values: RowValues, fields: frozenset[str]) -> bool:
    """Whether a row states nothing but some fields, and figures that have none."""
    is_other = any(where.row is not None for path, where in values.evidence.items() if path not in fields)
    return not is_other and not any(any(map(str.isalpha, text)) for _, text in values.extra)


class _Sums:
    """The sums of the amounts of the rows so far, by which a row of sums is known in any language.

    A sum is of all rows, or of those since the last sum. It has a name and amounts, where other rows state more.
    """

    def __init__(self, columns: Columns) -> None:
        self.others_state_more = len({column.field for column in columns.columns if column.field} - _OF_A_SUM) > 1
        self._fields = [column.field for column in columns.columns if column.field in AMOUNTS]
        self._whole, self._part = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._rows = self._rows_of_part = 0

    def add(self, values: RowValues) -> None:
        """Take an operation into account."""
        for field in self._fields:
            if field is not None and isinstance(amount := values.values.get(field), Money):
                self._whole[field, amount.currency] += amount.minor
                self._part[field, amount.currency] += amount.minor
        self._rows += 1
        self._rows_of_part += 1

    def has(self, values: RowValues) -> bool:
        """Whether the amounts of a row are the sums of those above it, as far as these may be rounded."""
        amounts = {field: each for field, each in values.values.items() if isinstance(each, Money)}
        is_one = self.others_state_more and not values.values.keys() >= _NAMES and _states_only(values, _OF_A_SUM)
        if not is_one or not any(each.minor for each in amounts.values()):
            return False
        for sums, rows in ((self._part, self._rows_of_part), (self._whole, self._rows)):
            most = rows * _HALF_OF_ONE
            if rows > 1 and all(
                abs(sums[field, each.currency] - each.minor) <= most for field, each in amounts.items()
            ):
                self._part.clear()
                self._rows_of_part = 0
                return True
        return False


_HALF_OF_ONE = 50
"""Half a krona, in öre: by so much a printed amount may have been rounded."""

_PARTED_NUMBER = re.compile(r"[^0-9,]*[0-9]{1,3}(?:,[0-9]{3}(?:\.[0-9]+)?|,[0-9]{2})[^0-9,]*|[0-9]+,[0-9]{2}")


class _Parts(NamedTuple):
    """A row for each of the bodies in a row, what stands between them, and the cells with more or fewer parts."""

    rows: tuple[Row, ...]
    mark: str = ""
    uneven: tuple[tuple[Column, str], ...] = ()


class _Shape:
    """The number of cells in the rows of a table, by which a row whose cells stand under other headings is known.

    In a workbook, which has no `delimiter`, each cell has its column; in a text a delimiter too many or too few moves
    all that follow.
    """

    def __init__(self, headings: list[str], delimiter: str | None) -> None:
        self._columns = len(headings)
        # Without any heading each column is one of the list.
        self._width = max((index for index, heading in enumerate(headings, 1) if heading), default=len(headings))
        self._is_text = delimiter is not None
        without = [index for index, heading in enumerate(headings) if index and not heading]
        self._may_be_parts = without if delimiter == "," else []
        self._lengths: Counter[int] = Counter()
        self._rare: frozenset[int] = frozenset()

    @classmethod
    def of(cls, sheet: Sheet, columns: Columns, form: str) -> _Shape:
        """Return the shape of a sheet of which no row has been counted; `form` is that of its source."""
        delimiter = "," if form.startswith("commas") else ";"
        return cls([column.heading for column in columns.columns], delimiter if sheet.name is None else None)

    def count(self, row: Row) -> None:
        """Take a row into account for the number of cells that rows usually have."""
        self._lengths[len(row.cells)] += 1

    def decide(self) -> None:
        """Decide which numbers of cells are rare: an empty cell too many at the end is harmless if it is a habit."""
        rows = self._lengths.total()
        self._rare = frozenset(
            length for length, times in self._lengths.items() if times == 1 or times * _RARE < rows
        ) - {self._columns}

    def problem_of(self, row: Row) -> Problem | None:
        """Return the problem of a row whose cells may stand under other headings than their own; else None."""
        cells = len(row.cells)
        if self._has_parted_number(row):
            return Problem("list.cells_too_many", cells=cells, headings=self._width)
        if not self._is_text or cells == self._width or self.is_note(row):
            return None
        if cells < self._width:
            return Problem("list.cells_missing", cells=cells, headings=self._width)
        beyond = any(text_of(cell).strip() for cell in row.cells[self._columns :])
        if beyond or (cells > self._columns and cells in self._rare):
            return Problem("list.cells_too_many", cells=cells, headings=self._width)
        return None

    def _has_parted_number(self, row: Row) -> bool:
        """Whether a comma that is part of a number seems to part two cells: "1,234" under one heading."""
        pairs = [row.cells[index - 1 : index + 1] for index in self._may_be_parts if index < len(row.cells)]
        return any(_PARTED_NUMBER.fullmatch(",".join(map(text_of, pair))) for pair in pairs)

    def is_note(self, row: Row) -> bool:
        """Whether a row has but one cell with something in it, and is a note or the heading of a section."""
        stated = 0
        for cell in row.cells:
            if text_of(cell).strip():
                stated += 1
                if stated > 1:
                    return False
        return stated == 1 and (self._width > 2 or len(row.cells) < self._width)


class _Runs:
    """The amounts that differ between the rows of one operation anywhere in a list: those of its partners.

    Where two partners have the same amount by chance, it would else be taken for that of the whole operation.
    """

    def __init__(self, columns: Columns, keys: tuple[str, ...]) -> None:
        indexes = [(column.field, index) for index, column in columns.placed() if column.field is not None]
        self._keys = [index for field, index in indexes if field in keys]
        self._amounts = [(field, index) for field, index in indexes if field in AMOUNTS]
        self._last: Row | None = None
        self._key: list[str] = []
        self.differing: set[str] = set()

    def see(self, row: Row) -> None:
        """Compare a row with the row before it."""
        key = [text_of(row.cells[index]).strip() for index in self._keys if index < len(row.cells)]
        if self._last is not None and any(key) and key == self._key:
            before, stated = self._stated(self._last), self._stated(row)
            self.differing |= {field for field, text in stated.items() if before.get(field, text) != text}
        self._key, self._last = key, row

    def _stated(self, row: Row) -> dict[str, str]:
        texts = {field: text_of(row.cells[index]).strip() for field, index in self._amounts if index < len(row.cells)}
        return {field: text for field, text in texts.items() if text}


_ONCE: Dictionary[str, Callable[[int, str, str], Problem]] = MappingProxyType(
    {
        "list.above_headings": lambda count, rows, _: Problem("list.above_headings", count=count, rows=rows),
        "list.bare_rows": lambda count, rows, _: Problem("list.bare_rows", count=count, rows=rows),
        "list.bodies_in_a_row": lambda count, rows, _: Problem("list.bodies_in_a_row", count=count, rows=rows),
        "list.heading_again": lambda count, rows, _: Problem("list.heading_again", count=count, rows=rows),
        "list.merged": lambda count, rows, _: Problem("list.merged", count=count, rows=rows),
        "list.more_problems": lambda count, rows, like: Problem(
            "list.more_problems", count=count, rows=rows, like=like
        ),
        "list.notes": lambda count, rows, _: Problem("list.notes", count=count, rows=rows),
        "list.number_again": lambda count, rows, _: Problem("list.number_again", count=count, rows=rows),
        "list.operation_again": lambda count, rows, _: Problem("list.operation_again", count=count, rows=rows),
        "list.repeated": lambda count, rows, _: Problem("list.repeated", count=count, rows=rows),
        "list.rows_differ": lambda count, rows, _: Problem("list.rows_differ", count=count, rows=rows),
        "list.sums": lambda count, rows, _: Problem("list.sums", count=count, rows=rows),
        "list.unnamed_rows": lambda count, rows, _: Problem("list.unnamed_rows", count=count, rows=rows),
    }
)
"""The problems that are told once, with the number of rows, the first of them, and the kind of further problems."""


@attrs.define
class _Told:
    code: str
    place: str
    like: str | None
    where: Evidence
    rows: list[int]
    count: int = 0


class _Tally:
    """Problems that many rows share, each told once with the number of rows and which they are."""

    def __init__(self) -> None:
        self._told: dict[tuple[object, ...], _Told] = {}

    def add(self, code: str, where: Evidence, *, place: str = "", like: str | None = None) -> None:
        """Count a row; the first one is shown. `like` is the code of further problems that are counted together."""
        told = self._told.setdefault((code, place, like, where.sheet), _Told(code, place, like, where, []))
        # Several rows of one operation may differ from its first, which is the row that is told.
        if where.row is not None and told.rows[-1:] == [where.row]:
            return
        told.count += 1
        if where.row is not None and len(told.rows) < _SHOWN_ROWS:
            told.rows.append(where.row)

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems, with the number of rows as `count` and the first of them as `rows`."""
        return tuple(
            _ONCE[told.code](told.count, _written(told), told.like or "").in_cell(told.where, told.place)
            for told in self._told.values()
        )


def _written(told: _Told) -> str:
    """Return the numbers of rows as people list them ("14-20, 25"), with "…" where there are more."""
    runs: list[list[int]] = []
    for number in told.rows:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    more = ["…"] if told.count > len(told.rows) else []
    return ", ".join(["\N{EN DASH}".join(map(str, run)) for run in runs] + more)
