"""What the library computes, drawn by computing it from what the strategies draw.

These types have no strategy of their own: a program is given them and does not make them.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from esfmodel import Finding, LedgerRow, Report, RuleResult, reporting_periods, validate
from esfmodel.formats import (
    Counts,
    FinanceTable,
    Mapping,
    Problem,
    Reading,
    TableCell,
    TableColumn,
    TableDifference,
    TableRow,
    from_dict,
    read_text,
    to_dict,
    to_text,
)
from esfmodel.formats.lists.list_of_operations import Item, items_of
from esfmodel.formats.lists.mapping import mapping_in
from esfmodel.model import (
    BreakdownRow,
    By,
    CategoryOutcome,
    CurrencyTotals,
    Difference,
    LineChange,
    LineChanges,
    PaymentLimit,
    Portfolio,
    PortfolioChange,
    PortfolioGroup,
    PortfolioSum,
    ReportingPeriod,
    UnknownKey,
    diff,
    totals_by_currency,
)
from esfmodel.testing import (
    breakdowns,
    budget_changes,
    finance_tables,
    ledgers,
    periods,
    portfolios,
    projects,
    reporting_terms,
    workings,
)
from esfmodel.workings import Input, PortfolioSums, Step, SumsBy, sums_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def one_of(drawn: st.SearchStrategy[Any], parts: Callable[[Any], Iterable[Any]]) -> st.SearchStrategy[Any]:
    """Draw one of the parts of what is drawn, of which there may be none."""
    return drawn.map(lambda whole: tuple(parts(whole))).filter(bool).flatmap(st.sampled_from)


_reports = projects().map(validate)
_NAMELESS = '{"format": "esfmodel/projects", "version": 2, "projects": [{}]}'
_readings = st.one_of(st.just(_NAMELESS), projects().map(lambda project: to_text(project, "project_json"))).map(
    read_text
)
_rows = one_of(finance_tables(), lambda table: table.rows)
_groups = one_of(portfolios(), Portfolio.by_fund)
_MAPPINGS = (
    '[columns.total]\nheading = "Kosten"\nas = "fraction"\nvalues = { EFRE = "ERDF" }\n[defaults]\nfund = "ERDF"\n',
    '[budget.cells]\nname = "B3"\n[budget.costs]\nfirst = 7\namounts = "C"\nnames = { "Lön*" = "staff" }\n',
)
_steps = one_of(workings(), lambda found: found.steps)

COMPUTED: MappingProxyType[type, st.SearchStrategy[Any]] = MappingProxyType(
    {
        BreakdownRow: one_of(breakdowns(), lambda table: table.rows),
        CategoryOutcome: one_of(ledgers(), lambda ledger: ledger.categories),
        Counts: _readings.map(lambda reading: reading.counts),
        CurrencyTotals: one_of(projects(), totals_by_currency),
        Difference: one_of(budget_changes(), lambda change: change.costs_by(By.CATEGORY)),
        Finding: one_of(_reports, lambda report: report.findings),
        Input: one_of(_steps, lambda step: step.inputs),
        Item: one_of(_readings, items_of),
        LedgerRow: one_of(ledgers(), lambda ledger: ledger.rows),
        LineChange: one_of(budget_changes(), lambda change: (*change.costs.lines, *change.financing.lines)),
        LineChanges: budget_changes().map(lambda change: change.costs),
        Mapping: st.sampled_from(_MAPPINGS).map(partial(mapping_in, origin="lista.toml")),
        PaymentLimit: one_of(ledgers(), lambda ledger: (row.binding for row in ledger.claims if row.binding)),
        PortfolioChange: st.builds(diff, portfolios(), portfolios()),
        PortfolioGroup: _groups,
        PortfolioSums: st.builds(sums_by, portfolios(), st.sampled_from(SumsBy)),
        PortfolioSum: _groups.map(lambda group: group.total_cost),
        Problem: one_of(_readings, lambda reading: reading.problems),
        Reading: _readings,
        Report: _reports,
        ReportingPeriod: one_of(st.builds(reporting_periods, periods("day"), reporting_terms()), lambda parts: parts),
        RuleResult: one_of(_reports, lambda report: report.results),
        Step: _steps,
        TableCell: one_of(_rows, lambda row: row.cells),
        TableColumn: one_of(finance_tables(), lambda table: table.columns),
        TableDifference: one_of(finance_tables(), FinanceTable.differences),
        TableRow: _rows,
        UnknownKey: one_of(
            projects().map(lambda project: from_dict({**to_dict(project), "x_ref": "17"})),
            lambda project: (each for each in project.extra if isinstance(each, UnknownKey)),
        ),
    }
)
