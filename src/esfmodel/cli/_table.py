"""The command `table`: read a finance table, hold its sums against their parts, and write it as a project file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.cli._sources import mapping_asked, opened
from esfmodel.cli._statuses import ERRORS, FINE
from esfmodel.cli._sums import short_words, show_sums
from esfmodel.cli._targets import beside, check_target, write_file
from esfmodel.cli._terminal import page_width, say, say_heading, say_problems, say_wrapped
from esfmodel.display import breakdown_table, financing_table
from esfmodel.display.columns import one_line
from esfmodel.display.finance_tables import agreements, sums_told
from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import Agreement, TableKind, read_finance_table
from esfmodel.formats.catalogue import format_called
from esfmodel.formats.schema import FORMAT
from esfmodel.formats.table.projects import reading_of
from esfmodel.model import BudgetSide, By, breakdown
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from argparse import Namespace

    from esfmodel.formats import FinanceTable, Reading
    from esfmodel.model import Budget

_HEAD = 1_000
"""How much of a text may stand before what tells a project file."""
_READ_AS = Words("Läst som: {form}. Raderna är: {kind}.", "Read as: {form}. The rows are: {kind}.")
_BESIDE = Words("Vid sidan av tabellen: {text}", "Beside the table: {text}")
_PROJECTS = Words("Antal projekt: {number}", "Number of projects: {number}")


def show_table(arguments: Namespace) -> int:
    """Print the sums of a table, its budget and what was assumed; write its projects if `--output` names a file.

    Where the projects go to standard output, the rest goes to standard error. With `--by` any file of projects is
    summed.
    """
    if arguments.by is not None:
        return show_sums(arguments)
    check_target(arguments, [arguments.file])
    table = _table_of(arguments)
    reading = None if table.kind is TableKind.PROGRAMME else reading_of(table, arguments.file, arguments.column)
    if arguments.output is not None:
        projects = reading_of(table, arguments.file) if reading is None else reading
        write_file(projects, arguments.output, arguments.to, arguments.lang)
    with beside(arguments.output):
        return _say_table(table, reading, arguments)


def _say_table(table: FinanceTable, reading: Reading | None, arguments: Namespace) -> int:
    language: str = arguments.lang
    say_heading(one_line(arguments.file))
    say_wrapped(_READ_AS.filled(language, {"form": table.form, "kind": table.kind}))
    for each in (*table.caption, *table.notes):
        say_wrapped(_BESIDE.filled(language, {"text": each}))
    say("")
    for line in sums_told(table, language):
        say_wrapped(line)
    say("")
    if reading is not None and table.kind is TableKind.DISTRIBUTION:
        say(f"{_PROJECTS.filled(language, {'number': len(reading.projects)})}\n")
    elif reading is not None and (budget := reading.one().budget) is not None:
        say(f"{_budget_table(budget, language)}\n")
    problems = table.problems if reading is None else reading.problems
    # The sums are listed above; a name is asked for only where it is written.
    left_out = {"table.unequal", "table.unnamed"} if arguments.output is None else {"table.unequal"}
    say_problems(arguments.file, [problem for problem in problems if problem.code not in left_out], language)
    return ERRORS if agreements(table) & {Agreement.UNEQUAL} else FINE


def _budget_table(budget: Budget, language: str) -> str:
    """Return who pays, or what it costs where nobody is named."""
    if budget.financing or not budget.costs:
        return financing_table(budget, language, width=page_width())
    rows, columns = By.CATEGORY, None
    if any(cost.partner is not None for cost in budget.costs):
        rows, columns = By.PARTNER, By.CATEGORY
    return breakdown_table(breakdown(budget, rows, columns, of=BudgetSide.COSTS), language, width=page_width())


def _table_of(arguments: Namespace) -> FinanceTable:
    file = opened(arguments.file, arguments, mapping_asked(arguments))
    if file.is_list() and not file.is_of_money():
        raise InvalidValue("command.no_by", source=arguments.file, choices=short_words(arguments.lang))
    text = file.text(format_called("finance_table").largest)
    if FORMAT in text[:_HEAD]:
        raise InvalidValue("command.not_a_table", source=arguments.file)
    try:
        table = read_finance_table(text, currency=arguments.currency, unit=arguments.unit, width=arguments.width)
        if arguments.column is not None:
            table.budget(column=arguments.column)  # raises for a column that there is not
    except ReadError as error:
        raise error.at(error.place, source=arguments.file) from error
    except InvalidValue as error:
        raise error.at(f"--{error.place}") from error
    return table
