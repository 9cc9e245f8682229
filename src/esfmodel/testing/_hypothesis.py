"""The entry point that Hypothesis calls when it is imported, so that `st.from_type(Project)` draws projects.

Importing Hypothesis must not import the model, and must work when the model is broken. So the types of a package are
registered once the package and Hypothesis are both imported, in either order, and only with the name of a strategy; the
strategy itself is imported when it is drawn from.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

_STRATEGIES = {
    "esfmodel.values": {
        "Bounds": "bounds",
        "Cci": "ccis",
        "Country": "countries",
        "ForeignNumber": "foreign_numbers",
        "Money": "money",
        "NutsCode": "nuts_codes",
        "OpenPeriod": "open_periods",
        "OperationId": "operation_ids",
        "OrganisationNumber": "organisation_numbers",
        "Period": "periods",
        "PostalCode": "postal_codes",
        "ProgrammingPeriod": "programming_periods",
        "Rate": "rates",
    },
    "esfmodel.model": {
        "ActualCost": "actual_costs",
        "AdvancePayment": "advance_payments",
        "Aid": "aids",
        "Allocation": "allocations",
        "Allocations": "tables_of_allocations",
        "Breakdown": "breakdowns",
        "Budget": "budgets",
        "BudgetChange": "budget_changes",
        "Call": "calls",
        "CategoryLimit": "category_limits",
        "Claim": "claims",
        "ClaimedCost": "claimed_costs",
        "Contribution": "contributions",
        "Cost": "costs",
        "Decision": "decisions",
        "ExchangeRate": "exchange_rates",
        "FlatRate": "flat_rates",
        "Funder": "funders",
        "Ledger": "ledgers",
        "Limit": "limits",
        "LumpSum": "lump_sums",
        "Organisation": "organisations",
        "OwnShare": "own_shares",
        "Participation": "participations",
        "Phase": "phases",
        "Portfolio": "portfolios",
        "Priority": "priorities",
        "Programme": "programmes",
        "Project": "projects",
        "ReportingTerms": "reporting_terms",
        "SecondaryTheme": "secondary_themes",
        "UnitCost": "unit_costs",
    },
    "esfmodel.law": {"Law": "laws", "Provision": "provisions"},
    "esfmodel.rules": {
        "Context": "contexts",
        "Rule": "rules",
        "RuleBook": "rule_books",
        "Words": "words",
    },
    "esfmodel.workings": {"Workings": "workings"},
    "esfmodel.formats": {
        "FinanceTable": "finance_tables",
    },
}
"""The strategy of each type; enumerations need none, Hypothesis draws them by itself."""


def register() -> None:
    """Register the types of every imported package; Hypothesis calls this when it has been imported."""
    for layer in _STRATEGIES:
        register_layer(layer)


def register_layer(layer: str) -> None:
    """Register the types of one package, if it is imported; the package calls this when it has been, or a name has."""
    # An error here would break Hypothesis for people who do not use this library. It is not hidden: a type without a
    # strategy fails where it is drawn, and a broken module where it is imported.
    with suppress(Exception):
        _register(layer)


def _register(layer: str) -> None:
    # A package that is still being imported has no `__all__` yet, and registers itself at the end.
    module = sys.modules.get(layer)
    if module is None or not hasattr(module, "__all__"):
        return
    from hypothesis.strategies import register_type_strategy

    for name, strategy in _STRATEGIES.get(layer, {}).items():
        kind = getattr(module, name)
        if _registered.get(name) is not kind:
            register_type_strategy(kind, _drawn_by(strategy))
            _registered[name] = kind


_registered: dict[str, type] = {}


def _drawn_by(strategy: str) -> Callable[[type], SearchStrategy[Any]]:
    """Return a function that imports the strategy when it is drawn from; `Bounds[Money]` draws from `bounds(Money)`."""
    return lambda kind: getattr(import_module("esfmodel.testing"), strategy)(
        *(argument for argument in get_args(kind) if isinstance(argument, type))
    )
