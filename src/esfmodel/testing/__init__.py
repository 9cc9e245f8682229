"""Hypothesis strategies for every public type, and an example of every rule, kept and broken.

What the strategies draw is valid by construction, and shrinks to the simplest.

>>> from hypothesis import given
>>> from esfmodel import Project
>>> from esfmodel.testing import projects
>>> @given(projects("SEK"))
... def a_title_can_be_made(project: Project) -> None:
...     assert project.name.strip()
>>> a_title_can_be_made()

Where Hypothesis is installed, `st.from_type(Project)` draws the same. The strategies draw what can exist, not what is
allowed: a drawn project may break any rule.

A strategy is loaded with its part of the model when it is first used, so that Hypothesis itself loads nothing of it.
The examples of the rules (`RULE_EXAMPLES`) do without Hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esfmodel.testing._breakdowns import (
        breakdown_rows,
        breakdowns,
        currency_totals,
    )
    from esfmodel.testing._budgets import (
        actual_costs,
        balanced_budgets,
        budgets,
        contributions,
        costs,
        flat_rates,
        funders,
        lump_sums,
        money_like,
        unit_costs,
    )
    from esfmodel.testing._changes import (
        budget_changes,
        differences,
        line_changes,
        lists_of_changes,
        reporting_periods,
        reporting_terms,
    )
    from esfmodel.testing._claims import (
        claimed_costs,
        claims,
        exchange_rates,
    )
    from esfmodel.testing._decisions import (
        decisions,
        limits,
    )
    from esfmodel.testing._figures import (
        bounds,
        bounds_of_money,
        bounds_of_rates,
        currencies,
        money,
        rates,
    )
    from esfmodel.testing._formats import (
        counts,
        problems,
        readings,
    )
    from esfmodel.testing._identifiers import (
        ccis,
        countries,
        foreign_numbers,
        nuts_codes,
        operation_ids,
        organisation_numbers,
        postal_codes,
    )
    from esfmodel.testing._law import (
        laws,
        provisions,
    )
    from esfmodel.testing._lawful import (
        broken_projects,
        lawful_projects,
    )
    from esfmodel.testing._ledgers import (
        advance_payments,
        category_outcomes,
        ledger_rows,
        ledgers,
        payment_limits,
    )
    from esfmodel.testing._organisations import (
        organisations,
    )
    from esfmodel.testing._periods import (
        dates,
        open_periods,
        periods,
        programming_periods,
    )
    from esfmodel.testing._programmes import (
        calls,
        own_shares,
        priorities,
        programmes,
    )
    from esfmodel.testing._projects import (
        participations,
        phases,
        portfolio_groups,
        portfolio_sums,
        portfolios,
        projects,
        secondary_themes,
    )
    from esfmodel.testing._rule_examples import (
        RULE_EXAMPLES,
        RuleExample,
    )
    from esfmodel.testing._rules import (
        contexts,
        findings,
        reports,
        rule_results,
        rules,
        words,
    )
    from esfmodel.testing._tables import (
        allocations,
        finance_tables,
        table_cells,
        table_columns,
        table_differences,
        table_rows,
        tables_of_allocations,
    )
    from esfmodel.testing._workings import (
        inputs,
        steps,
        workings,
    )

_HOME = {
    **dict.fromkeys(("breakdown_rows", "breakdowns", "currency_totals"), "esfmodel.testing._breakdowns"),
    **dict.fromkeys(
        (
            "actual_costs",
            "balanced_budgets",
            "budgets",
            "contributions",
            "costs",
            "flat_rates",
            "funders",
            "lump_sums",
            "money_like",
            "unit_costs",
        ),
        "esfmodel.testing._budgets",
    ),
    **dict.fromkeys(
        ("budget_changes", "differences", "line_changes", "lists_of_changes", "reporting_periods", "reporting_terms"),
        "esfmodel.testing._changes",
    ),
    **dict.fromkeys(("claimed_costs", "claims", "exchange_rates"), "esfmodel.testing._claims"),
    **dict.fromkeys(("decisions", "limits"), "esfmodel.testing._decisions"),
    **dict.fromkeys(
        ("bounds", "bounds_of_money", "bounds_of_rates", "currencies", "money", "rates"), "esfmodel.testing._figures"
    ),
    **dict.fromkeys(("counts", "problems", "readings"), "esfmodel.testing._formats"),
    **dict.fromkeys(
        ("ccis", "countries", "foreign_numbers", "nuts_codes", "operation_ids", "organisation_numbers", "postal_codes"),
        "esfmodel.testing._identifiers",
    ),
    **dict.fromkeys(("laws", "provisions"), "esfmodel.testing._law"),
    **dict.fromkeys(("broken_projects", "lawful_projects"), "esfmodel.testing._lawful"),
    **dict.fromkeys(
        ("advance_payments", "category_outcomes", "ledger_rows", "ledgers", "payment_limits"),
        "esfmodel.testing._ledgers",
    ),
    **dict.fromkeys(("organisations",), "esfmodel.testing._organisations"),
    **dict.fromkeys(("dates", "open_periods", "periods", "programming_periods"), "esfmodel.testing._periods"),
    **dict.fromkeys(("calls", "own_shares", "priorities", "programmes"), "esfmodel.testing._programmes"),
    **dict.fromkeys(
        (
            "participations",
            "phases",
            "portfolio_groups",
            "portfolio_sums",
            "portfolios",
            "projects",
            "secondary_themes",
        ),
        "esfmodel.testing._projects",
    ),
    **dict.fromkeys(("RULE_EXAMPLES", "RuleExample"), "esfmodel.testing._rule_examples"),
    **dict.fromkeys(("contexts", "findings", "reports", "rule_results", "rules", "words"), "esfmodel.testing._rules"),
    **dict.fromkeys(
        (
            "allocations",
            "finance_tables",
            "table_cells",
            "table_columns",
            "table_differences",
            "table_rows",
            "tables_of_allocations",
        ),
        "esfmodel.testing._tables",
    ),
    **dict.fromkeys(("inputs", "steps", "workings"), "esfmodel.testing._workings"),
}

__all__ = [
    "RULE_EXAMPLES",
    "RuleExample",
    "actual_costs",
    "advance_payments",
    "allocations",
    "balanced_budgets",
    "bounds",
    "bounds_of_money",
    "bounds_of_rates",
    "breakdown_rows",
    "breakdowns",
    "broken_projects",
    "budget_changes",
    "budgets",
    "calls",
    "category_outcomes",
    "ccis",
    "claimed_costs",
    "claims",
    "contexts",
    "contributions",
    "costs",
    "countries",
    "counts",
    "currencies",
    "currency_totals",
    "dates",
    "decisions",
    "differences",
    "exchange_rates",
    "finance_tables",
    "findings",
    "flat_rates",
    "foreign_numbers",
    "funders",
    "inputs",
    "lawful_projects",
    "laws",
    "ledger_rows",
    "ledgers",
    "limits",
    "line_changes",
    "lists_of_changes",
    "lump_sums",
    "money",
    "money_like",
    "nuts_codes",
    "open_periods",
    "operation_ids",
    "organisation_numbers",
    "organisations",
    "own_shares",
    "participations",
    "payment_limits",
    "periods",
    "phases",
    "portfolio_groups",
    "portfolio_sums",
    "portfolios",
    "postal_codes",
    "priorities",
    "problems",
    "programmes",
    "programming_periods",
    "projects",
    "provisions",
    "rates",
    "readings",
    "reporting_periods",
    "reporting_terms",
    "reports",
    "rule_results",
    "rules",
    "secondary_themes",
    "steps",
    "table_cells",
    "table_columns",
    "table_differences",
    "table_rows",
    "tables_of_allocations",
    "unit_costs",
    "words",
    "workings",
]


def __getattr__(name: str) -> object:
    """Load a strategy from its home when it is first asked for."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the strategies, loaded or not."""
    return sorted({*globals(), *__all__})
