"""Write a project as a workbook: its facts, costs and financing, a summary with live sums, and what the rules find."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from esfmodel.formats._document import whole_plain
from esfmodel.formats._parsed import encodable, json_text
from esfmodel.formats.spreadsheet._cells import Typed, amount_format, typed
from esfmodel.formats.spreadsheet._layout import (
    COSTS,
    CURRENCY,
    FINANCING,
    FINDINGS,
    NOT_STATED,
    SHEETS,
    Fact,
    facts_of,
)
from esfmodel.formats.spreadsheet._lines import CostFormulas, Lines, cell_range
from esfmodel.formats.spreadsheet._sheets import (
    COMPUTED,
    HEADING,
    INPUT,
    KEY,
    PLAIN,
    SECTION,
    SUMS,
    VALUE,
    Book,
    Sheet,
    reference_to,
)
from esfmodel.formats.spreadsheet._summary import Figure, Summary
from esfmodel.formats.spreadsheet._tables import (
    VALUE_WIDTH,
    choices_sheet,
    facts_sheet,
    heading_of,
    lines_sheet,
    width_of,
)
from esfmodel.formats.xlsx import LONGEST_TEXT
from esfmodel.model.budget import Budget
from esfmodel.model.project import Project
from esfmodel.rules.engine import validate
from esfmodel.rules.finding import alike, text_of_alike
from esfmodel.rules.report import paragraphs
from esfmodel.values.format import InEachLanguage, check_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.rules.finding import Finding

_CODE: Final = InEachLanguage("Kod", "Code")
_FOUND: Final = InEachLanguage("Vad granskningen säger", "What the rules say")
_TOTAL: Final = "budget.total"
_CELL: Final = InEachLanguage("Cell", "Cell")
_FINDING_WIDTHS: Final = (12, 110, 20, 18)


def workbook_of(project: Project, language: str) -> bytes:
    """Return a project as a workbook, in the words of a language.

    Raises `InvalidValue` for what no workbook holds, such as a text of more than 32 767 characters, and where
    XlsxWriter is not installed.
    """
    check_language(language)
    plain = cast("dict[str, Any]", whole_plain(project))
    encodable(json_text(plain))
    return _Writer(project, plain, language).data()


class _Writer:
    """Writes the sheets of one project; later sheets refer to cells of those before."""

    def __init__(self, project: Project, plain: dict[str, Any], language: str) -> None:
        self._language = language
        self._budget = project.budget or Budget()
        self._book = Book(project.name, header=project.name)
        self._amounts = amount_format(self._budget.currency or "SEK")
        self._figures: dict[str, Figure] = {}
        budget: dict[str, Any] = plain.get("budget", {})
        costs, financing = budget.pop("costs", []), budget.pop("financing", [])
        if not budget and (costs or financing):
            del plain["budget"]
        self._write_facts(plain)
        self._costs = Lines(COSTS, costs, language)
        self._formulas = CostFormulas(self._budget, self._costs)
        self._write_lines(self._costs)
        financing_lines = Lines(FINANCING, financing, language)
        self._write_lines(financing_lines)
        Summary(self._budget, self._figures, financing_lines, self._amounts).write(self._book)
        self._write_findings(project, self._costs, financing_lines)
        choices_sheet(self._book, language)

    def data(self) -> bytes:
        """Return the workbook."""
        return self._book.data()

    # --- Facts

    def _write_facts(self, plain: dict[str, Any]) -> None:
        sheet = facts_sheet(self._book, self._language)
        facts = [*facts_of(plain, Project)]
        if self._budget.currency is not None:
            facts.insert(1, Fact(CURRENCY, str, self._budget.currency))
        for row, fact in enumerate(facts, start=2):
            cell = typed(fact, self._language)
            sheet.put(row, 1, heading_of(fact.path, self._language))
            sheet.put(row, 2, cell, VALUE)
            sheet.put(row, 3, fact.path, KEY)
            if isinstance(cell.value, str):
                sheet.height(row, _lines_of(cell.value, VALUE_WIDTH))
            if fact.path == _TOTAL and isinstance(cell.value, Decimal):
                self._figures[_TOTAL] = Figure(f"{reference_to(sheet.name)}B{row}", cell.value)

    # --- Costs and financing

    def _write_lines(self, lines: Lines) -> None:
        sheet = lines_sheet(self._book, lines, self._amounts, self._budget.currency)
        for number, row in enumerate(lines.rows, start=lines.first_row):
            height = 1
            for key, fact in row.facts.items():
                cell = lines.fact_typed(fact)
                sheet.put(number, lines.keys.index(key) + 1, cell, INPUT)
                if isinstance(cell.value, str):
                    height = max(height, _lines_of(cell.value, width_of(key)))
            sheet.height(number, height)
            for year, line in row.lines.items():
                self._write_amount(sheet, lines, line, number, lines.first_amount + lines.years.index(year))
            numbers = [self._number(lines, line) for line in row.lines.values()]
            if lines.sum_column is not None and None not in numbers:
                first, last = (cell_range(number, number, each) for each in (lines.first_amount, lines.sum_column - 1))
                sheet.compute(number, lines.sum_column, f"=SUM({first}:{last})", _sum(numbers), self._amounts, COMPUTED)
        self._write_sums(sheet, lines)

    def _write_amount(self, sheet: Sheet, lines: Lines, line: int, row: int, column: int) -> None:
        formula = self._formulas.of(line) if lines.table is COSTS else None
        if formula is None:
            sheet.put(row, column, Typed(lines.amount_typed(line).value, self._amounts), INPUT)
        else:
            sheet.compute(row, column, formula.text, formula.value, self._amounts, COMPUTED)

    def _number(self, lines: Lines, line: int) -> Decimal | None:
        """Return the number in the cell of a line, stated or computed; None where it is text."""
        formula = self._formulas.of(line) if lines.table is COSTS else None
        return lines.number_of(line) if formula is None else formula.value

    def _write_sums(self, sheet: Sheet, lines: Lines) -> None:
        """Write the row of sums: of each column of amounts, and of all."""
        summed = [[row.lines[year] for row in lines.rows if year in row.lines] for year in lines.years]
        if lines.sum_column is not None:
            summed.append([line for row in lines.rows for line in row.lines.values()])
        row = lines.sum_row
        for column, each in enumerate(summed, start=lines.first_amount):
            numbers = [self._number(lines, line) for line in each]
            if None in numbers:
                # A formula would pass over what is text, and be wrong.
                sheet.put(row, column, NOT_STATED[self._language], SUMS)
                continue
            cells = cell_range(lines.first_row, row - 1, column)
            sheet.compute(row, column, f"=SUM({cells})", _sum(numbers), self._amounts, SUMS)
            if lines.rows and column == lines.first_amount + len(summed) - 1:
                self._figures[lines.table.path] = Figure(
                    f"{reference_to(sheet.name)}{cell_range(row, row, column)}", _sum(numbers)
                )

    # --- Findings

    def _write_findings(self, project: Project, *tables: Lines) -> None:
        sheet = self._book.sheet(SHEETS[FINDINGS][self._language], _FINDING_WIDTHS, frozen=1)
        for column, words in enumerate((_CODE, _FOUND, _CELL), start=1):
            sheet.put(1, column, words[self._language], HEADING)
        sheet.put(1, len(_FINDING_WIDTHS), FINDINGS, KEY)
        report = validate(project)
        cells = {
            (together[0].rule, text_of_alike(together, self._language)): _cells_of(together, tables)
            for together in alike(report.findings, self._language)
        }
        told = [*paragraphs(report, self._language)]
        sheet.print_only(len(told) + 1, len(_FINDING_WIDTHS) - 1)
        for row, each in enumerate(told, start=2):
            style = SECTION if each.severity is not None and each.code is None else PLAIN
            sheet.put(row, 1, each.code or "", style)
            sheet.put(row, 2, each.text[:LONGEST_TEXT], style)
            where = cells.get((each.code or "", each.text), "")
            sheet.put(row, 3, where, PLAIN)
            sheet.height(row, max(map(_lines_of, (each.text, where), _FINDING_WIDTHS[1:])))


def _cells_of(findings: Iterable[Finding], tables: Iterable[Lines]) -> str:
    """Return the cells of the amounts that findings are about: a line has another number than its row."""
    lines = {f"{lines.table.path}[{line}]": cell for lines in tables for line, cell in enumerate(lines.cells())}
    found = (next((lines[part] for part in lines if each.place.startswith(part)), None) for each in findings)
    return ", ".join(filter(None, found))


def _lines_of(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _sum(numbers: Sequence[Decimal | None]) -> Decimal:
    return sum((number for number in numbers if number is not None), Decimal(0))
