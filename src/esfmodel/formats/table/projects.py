r"""Read a finance table as projects: one for each row, or the one whose budget it is.

>>> read_table("projekt;EU-stöd, kr\nGröna rum;450 000\nMatvägen;500 000\n", "lista.csv").projects[1].name
'Matvägen'
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.formats.record.record import is_record
from esfmodel.formats.table._budgets import Sheet, cells_of_budget
from esfmodel.formats.table._forms import TableForm, is_caption, table_in
from esfmodel.formats.table.finance_table import FinanceTable, read_finance_table
from esfmodel.formats.table.parts import Agreement, TableKind
from esfmodel.model.project import Project
from esfmodel.text.reading.labels import LabelSide, label_meaning

if TYPE_CHECKING:
    from esfmodel.formats.table._forms import Grid

_OF_A_PROJECT = frozenset({LabelSide.NAME, LabelSide.ID, LabelSide.BODY, LabelSide.TEXT, LabelSide.DATE})
_OF_MONEY = frozenset({LabelSide.FINANCING, LabelSide.COST, LabelSide.TOTAL, LabelSide.SHARE, LabelSide.NOT_OURS})
_OF_TEXTS = frozenset({TableForm.TABS, TableForm.SPACES, TableForm.LABELLED_LINES})
"""The forms in which the page of a project may be copied, with a label and its value on each line."""


def is_table(text: str) -> bool:
    """Whether a text is a finance table rather than the page of a project."""
    grid = table_in(text)
    return grid is not None and not (_may_be_a_page(grid) and is_record(text))


def _may_be_a_page(grid: Grid) -> bool:
    """Whether the lines may be labels and values: the first of them, or what stands above, tells of a project."""
    if grid.form not in _OF_TEXTS or any(len(line.cells) > 2 for line in grid.lines):
        return False
    if grid.heading is None:
        above = any(not is_caption(line.cells[0]) and not line.cells[0].endswith(":") for line in grid.caption)
        return above or any(label_meaning(line.cells[0]).side in {LabelSide.NAME, LabelSide.ID} for line in grid.lines)
    label, value = map(label_meaning, grid.heading.cells[:2])
    heads_money = value.side in _OF_MONEY or value.currency is not None
    if label.side not in _OF_A_PROJECT or label.role == "funder" or heads_money:
        return False
    known = sum(label_meaning(line.cells[0]).side is not LabelSide.UNKNOWN for line in grid.lines)
    return 2 * known >= len(grid.lines)


def read_table(text: str, origin: str, currency: str | None = None) -> Reading:
    """Return the projects of a finance table; `origin` is its name in error messages.

    Raises `ReadError` for a text that is no table, and for a table of programmes.
    """
    try:
        table = read_finance_table(text, currency=currency)
    except ReadError as error:
        raise error.at(error.place, source=origin) from error
    return reading_of(table, origin)


def reading_of(table: FinanceTable, origin: str, column: str | None = None) -> Reading:
    """Return the projects of a table that was read; `column` is the heading of the amounts of a budget.

    A budget has no name in it: the caption stands for it, else the name of the file, and a problem says so. A sum that
    is not that of its parts is a problem too.
    """
    if table.kind is TableKind.PROGRAMME:
        raise ReadError("table.programmes", source=origin)
    problems = [*table.problems, *_problems_of_sums(table)]
    if table.kind is TableKind.DISTRIBUTION:
        projects = table.portfolio().projects
    else:
        project, more = _project_of(table, origin, column)
        projects = (project,)
        problems += more
    counts = Counts(
        records=len(projects),
        projects=len(projects),
        values=sum(cell.value is not None for row in table.rows for cell in row.cells),
        extra=sum(len(project.extra) for project in projects),
        problems=len(problems),
    )
    return Reading(projects, problems, counts, places=TablePlaces(origin, table, column))


@attrs.frozen
class TablePlaces:
    """Where the values of the projects of a table stand: the cells of a budget, the rows of several projects.

    They are looked for when they are asked for; `column` is the heading of the amounts of a budget.
    """

    file: str
    table: FinanceTable = attrs.field(repr=False)
    column: str | None = None

    def find(self, index: int, path: str) -> Evidence:
        """Return the place of a value, else that of what holds it."""
        return self._known.find(index, path)

    @cached_property
    def _known(self) -> KnownPlaces:
        table, whole = self.table, Evidence(file=self.file)
        sheet = Sheet.of(table.kind, table.columns, table.rows)
        if table.kind is TableKind.DISTRIBUTION:
            return KnownPlaces(tuple([{"": attrs.evolve(whole, line=row.line)} for row, _ in sheet.listed()]))
        try:
            found = cells_of_budget(sheet, table.kind, self.column)
        except InvalidValue:  # the table makes no budget
            found = {}
        places = {"": whole}
        for path, (row, column) in found.items():
            place = attrs.evolve(whole, line=row.line)
            if column is not None:
                place = attrs.evolve(place, column=table.columns[column].heading, text=row.cells[column].text)
            places[f"budget.{path}"] = place
        return KnownPlaces((places,))


def _project_of(table: FinanceTable, origin: str, column: str | None) -> tuple[Project, list[Problem]]:
    name, *captions = [*table.caption, PurePath(origin).stem or origin]
    problems = [Problem("table.unnamed", "name", name)]
    extra = [("", text) for text in (*captions[:-1], *table.notes)]
    try:
        return Project(name, budget=table.budget(column=column), extra=extra), problems
    except InvalidValue as error:
        # The rows are kept as they are printed.
        extra += [(row.label, "; ".join(cell.text for cell in row.cells[1:])) for row in table.rows]
        return Project(name, extra=extra), [*problems, Problem.of(error)]


def _problems_of_sums(table: FinanceTable) -> list[Problem]:
    return [
        Problem(
            "table.unequal",
            ", ".join(filter(None, (each.label, each.column))),
            line=each.line,
            stated=each.stated,
            computed=each.computed,
        )
        for each in table.differences()
        if each.agreement is Agreement.UNEQUAL
    ]
