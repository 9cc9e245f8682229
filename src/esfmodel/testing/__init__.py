"""Hypothesis strategies for the types that a program makes, and an example of every rule, kept and broken.

All strategies draw valid objects without filtering, and shrink to the simplest.

>>> from hypothesis import given
>>> from esfmodel import Project
>>> from esfmodel.testing import projects
>>> @given(projects("SEK"))
... def a_title_can_be_made(project: Project) -> None:
...     assert project.name.strip()
>>> a_title_can_be_made()

`st.from_type(Project)` draws the same. The strategies draw what can exist, not what is allowed: a drawn project may
break any rule. What the library computes, such as a report or the rows of a ledger, has no strategy: compute it from
what is drawn, as in `projects().map(validate)`.

A strategy is imported at its first use, so that importing Hypothesis does not import the model. The examples of the
rules (`RULE_EXAMPLES`) do not need Hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esfmodel.testing._assertions import (
        assert_valid,
    )
    from esfmodel.testing._boundaries import (
        Boundary,
        boundaries,
    )
    from esfmodel.testing._budgets import (
        actual_costs,
        balanced_budgets,
        breakdowns,
        budget_changes,
        budgets,
        contributions,
        costs,
        flat_rates,
        funders,
        lump_sums,
        money_like,
        organisations,
        reporting_terms,
        unit_costs,
    )
    from esfmodel.testing._figures import (
        bounds,
        bounds_of_money,
        bounds_of_rates,
        ccis,
        countries,
        currencies,
        dates,
        foreign_numbers,
        money,
        nuts_codes,
        open_periods,
        operation_ids,
        organisation_numbers,
        periods,
        postal_codes,
        programming_periods,
        rates,
    )
    from esfmodel.testing._ledgers import (
        advance_payments,
        category_limits,
        claimed_costs,
        claims,
        decisions,
        exchange_rates,
        ledgers,
        limits,
    )
    from esfmodel.testing._projects import (
        aids,
        allocations,
        calls,
        finance_tables,
        own_shares,
        participations,
        phases,
        portfolios,
        priorities,
        programmes,
        projects,
        secondary_themes,
        tables_of_allocations,
        workings,
    )
    from esfmodel.testing._rule_examples import (
        RULE_EXAMPLES,
        RuleExample,
    )
    from esfmodel.testing._rules import (
        broken_portfolios,
        broken_projects,
        contexts,
        lawful_portfolios,
        lawful_projects,
        laws,
        provisions,
        rule_books,
        rules,
        words,
    )
    from esfmodel.testing._texts import (
        WrittenText,
        announcements,
        records,
        tables,
    )

_MODULES = {
    **dict.fromkeys(
        ("assert_valid",),
        "esfmodel.testing._assertions",
    ),
    **dict.fromkeys(
        (
            "Boundary",
            "boundaries",
        ),
        "esfmodel.testing._boundaries",
    ),
    **dict.fromkeys(
        (
            "WrittenText",
            "announcements",
            "records",
            "tables",
        ),
        "esfmodel.testing._texts",
    ),
    **dict.fromkeys(
        (
            "actual_costs",
            "balanced_budgets",
            "breakdowns",
            "budget_changes",
            "budgets",
            "contributions",
            "costs",
            "flat_rates",
            "funders",
            "lump_sums",
            "money_like",
            "organisations",
            "reporting_terms",
            "unit_costs",
        ),
        "esfmodel.testing._budgets",
    ),
    **dict.fromkeys(
        (
            "bounds",
            "bounds_of_money",
            "bounds_of_rates",
            "ccis",
            "countries",
            "currencies",
            "dates",
            "foreign_numbers",
            "money",
            "nuts_codes",
            "open_periods",
            "operation_ids",
            "organisation_numbers",
            "periods",
            "postal_codes",
            "programming_periods",
            "rates",
        ),
        "esfmodel.testing._figures",
    ),
    **dict.fromkeys(
        (
            "advance_payments",
            "category_limits",
            "claimed_costs",
            "claims",
            "decisions",
            "exchange_rates",
            "ledgers",
            "limits",
        ),
        "esfmodel.testing._ledgers",
    ),
    **dict.fromkeys(
        (
            "aids",
            "allocations",
            "calls",
            "finance_tables",
            "own_shares",
            "participations",
            "phases",
            "portfolios",
            "priorities",
            "programmes",
            "projects",
            "secondary_themes",
            "tables_of_allocations",
            "workings",
        ),
        "esfmodel.testing._projects",
    ),
    **dict.fromkeys(("RULE_EXAMPLES", "RuleExample"), "esfmodel.testing._rule_examples"),
    **dict.fromkeys(
        (
            "broken_portfolios",
            "lawful_portfolios",
            "broken_projects",
            "contexts",
            "lawful_projects",
            "laws",
            "provisions",
            "rule_books",
            "rules",
            "words",
        ),
        "esfmodel.testing._rules",
    ),
}

__all__ = [
    "RULE_EXAMPLES",
    "Boundary",
    "RuleExample",
    "WrittenText",
    "actual_costs",
    "advance_payments",
    "aids",
    "allocations",
    "announcements",
    "assert_valid",
    "balanced_budgets",
    "boundaries",
    "bounds",
    "bounds_of_money",
    "bounds_of_rates",
    "breakdowns",
    "broken_portfolios",
    "broken_projects",
    "budget_changes",
    "budgets",
    "calls",
    "category_limits",
    "ccis",
    "claimed_costs",
    "claims",
    "contexts",
    "contributions",
    "costs",
    "countries",
    "currencies",
    "dates",
    "decisions",
    "exchange_rates",
    "finance_tables",
    "flat_rates",
    "foreign_numbers",
    "funders",
    "lawful_portfolios",
    "lawful_projects",
    "laws",
    "ledgers",
    "limits",
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
    "periods",
    "phases",
    "portfolios",
    "postal_codes",
    "priorities",
    "programmes",
    "programming_periods",
    "projects",
    "provisions",
    "rates",
    "records",
    "reporting_terms",
    "rule_books",
    "rules",
    "secondary_themes",
    "tables",
    "tables_of_allocations",
    "unit_costs",
    "words",
    "workings",
]


def __getattr__(name: str) -> object:
    """Import a strategy at its first use."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found: object = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        told = f"{__name__}.{name} needs Hypothesis, which is not installed: pip install hypothesis"
        raise ModuleNotFoundError(told, name=error.name) from error
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__]
