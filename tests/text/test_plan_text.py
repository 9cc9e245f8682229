from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.examples import EXAMPLES, KOMPETENSKOMPASSEN, VAGLED_KOMPETENS
from esfmodel.model import Budget, Contribution, Funder, FundingSource
from esfmodel.testing import budgets
from esfmodel.text import en, sv
from esfmodel.text.telling.facts import write_amount
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values import Bounds, Money, Rate, exact

PLAN = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))


def swedish(budget: Budget | None) -> str:
    """Return the plan in Swedish, with ordinary spaces."""
    assert budget is not None
    return sv.financing_plan(budget).replace("\N{NO-BREAK SPACE}", " ")


def english(budget: Budget) -> str:
    """Return the plan in English, with ordinary spaces."""
    return en.financing_plan(budget).replace("\N{NO-BREAK SPACE}", " ")


@given(budgets())
def test_it_is_one_sentence(budget: Budget) -> None:
    """Whatever is known of a budget, it is one sentence: a capital first, a full stop last, on one line."""
    for said in (sv.financing_plan(budget), en.financing_plan(budget)):
        assert said[0].isupper()
        assert said.endswith(".")
        assert said.replace("\N{NO-BREAK SPACE}", " ").isprintable()
        assert "None" not in said


@given(st.integers(100, 10**12), st.integers(1, 99))
def test_it_has_every_amount_of_a_plan(amount: int, percent: int) -> None:
    """Total, support and own contribution stand in the sentence to the krona."""
    plan = Budget.plan(total=Money(amount), own_rate=Rate.of_percent(percent))
    for figure in (plan.total_cost, plan.support, plan.own_contribution):
        assert write_amount(exact(figure), SWEDISH) in sv.financing_plan(plan)


def test_what_must_we_raise() -> None:
    """The answer is one sentence, in kronor and per cent."""
    assert swedish(PLAN) == (
        "Totalkostnaden är 17 777 778 kronor, varav 8 miljoner kronor (45 procent) är stöd och "
        "9 777 778 kronor (55 procent) egen medfinansiering."
    )
    assert english(PLAN) == (
        "The total cost is 17,777,778 Swedish kronor, of which 8 million Swedish kronor (45 per cent) is support and "
        "9,777,778 Swedish kronor (55 per cent) the project’s own contribution."
    )


def test_the_unions_part_and_full_cover() -> None:
    """Where the support is divided its EU part is told, and where it covers everything that is what is said."""
    assert swedish(EXAMPLES["24-063-S05"].budget) == (
        "Totalkostnaden är 9 791 713 kronor och täcks helt av stödet; av stödet är 8 812 541 kronor EU-medel."
    )
    assert swedish(EXAMPLES["24-030-S04"].budget).endswith("; av stödet är 7 648 379 kronor EU-medel.")


def test_within_bounds() -> None:
    """What is over or under is said so; a share that may be anything is not, nor that an amount is from nothing."""
    assert swedish(KOMPETENSKOMPASSEN.budget) == (
        "Totalkostnaden är under 29 miljoner kronor, varav över 12 miljoner kronor (över 41 procent) är stöd och "
        "under 17 miljoner kronor (under 59 procent) egen medfinansiering."
    )
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.at_most(Money(40))),
        Contribution(Funder(source=FundingSource.OWN), Bounds.at_most(Money(60))),
    ]
    assert swedish(Budget(financing=financing)) == (
        "Totalkostnaden är högst 100 kronor, varav högst 40 kronor är stöd och högst 60 kronor egen medfinansiering."
    )


def test_two_amounts_within_the_same_bounds_are_not_the_same_amount() -> None:
    """Support over 12 kr of a total over 12 kr does not cover it."""
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.over(Money(12))),
        Contribution(Funder(source=FundingSource.OWN), Bounds.at_most(Money(5))),
    ]
    assert swedish(Budget(financing=financing, total=Bounds.over(Money(12)))).startswith(
        "Totalkostnaden är över 12 kronor, varav över 12 kronor"
    )


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (
            VAGLED_KOMPETENS.budget,
            "Både totalkostnaden och stödet är minst 11 230 000 kronor; uppgift om den egna medfinansieringen saknas; "
            "av stödet är 11 230 000 kronor EU-medel.",
        ),
        (
            Budget(total=Money(5)),
            "Totalkostnaden är 5 kronor; uppgift om stödet och den egna medfinansieringen saknas.",
        ),
        (Budget(), "Uppgift om totalkostnaden, stödet och den egna medfinansieringen saknas."),
    ],
)
def test_what_is_not_known_is_said_not_to_be(budget: Budget, said: str) -> None:
    """Nothing is left out in silence, and nothing is invented."""
    assert swedish(budget) == said


def test_a_budget_is_asked_for() -> None:
    """A project has no plan but that of its budget."""
    with pytest.raises(TypeError, match="budget must be a Budget, not Project"):
        sv.financing_plan(cast("Budget", KOMPETENSKOMPASSEN))
