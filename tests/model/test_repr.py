from __future__ import annotations

import time
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    AdvancePayment,
    Budget,
    BudgetSide,
    By,
    Call,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    Ledger,
    Limit,
    LimitBase,
    Money,
    Organisation,
    OwnShare,
    Participation,
    Phase,
    Portfolio,
    Project,
    Rate,
    Reading,
    Role,
    breakdown,
    diff,
    read_finance_table,
    validate,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_nobody_has_said_is_left_out() -> None:
    """A project of which only the name is known shows its name."""
    assert repr(Project("Framtidskraft")) == "Project('Framtidskraft')"
    assert repr(Funder(source=FundingSource.EU)) == "Funder(source=FundingSource.EU)"


def test_what_comes_after_a_gap_is_named() -> None:
    """The second field has no place where the first is left out."""
    assert repr(Call("2015/00897", "Ung framtid")) == "Call('2015/00897', 'Ung framtid')"
    assert repr(Call(None, "Ung framtid")) == "Call(name='Ung framtid')"


def test_what_is_required_is_shown_although_it_is_nothing() -> None:
    """The rest of a financing has nobody for a funder, and says so."""
    assert repr(Contribution.rest()) == "Contribution(None)"


def test_enumerations_days_and_series_are_shown_as_one_writes_them() -> None:
    """What is shown inside can be pasted back, too."""
    assert repr(Decision(DecisionKind.GRANTED, "2024-06-28")) == "Decision(DecisionKind.GRANTED, '2024-06-28')"
    assert repr(FlatRate(Rate(1), [CostCategory.STAFF])) == 'FlatRate(Rate.of_percent("100"), [CostCategory.STAFF])'
    assert repr(Organisation("kommuner", count=None)) == "Organisation('kommuner', count=None)"
    assert repr(Project("A", extra=[("Fält", "värde")])) == "Project('A', extra=[('Fält', 'värde')])"
    limit = Limit.of_rate(Rate(1), LimitBase.TOTAL_COST)
    assert repr(limit) == 'Limit(rate=Rate.of_percent("100"), base=LimitBase.TOTAL_COST)'
    by_region = Call(own_share_by_region={"SE31": OwnShare.at_most(Rate(1))})
    assert repr(by_region) == (
        'Call(own_share_by_region=[(NutsCode("SE31"), OwnShare(Requirement.AT_MOST, Rate.of_percent("100")))])'
    )


def test_what_is_long_is_shown_over_several_lines() -> None:
    """A call that fits on a line stays there; in one that does not, arguments begin lines of their own."""
    short = Project("A", extra=[("Fält", "värde"), ("Fält", "annat")])
    assert pretty(short) == repr(short)
    long = Project(
        "Kompetens i Kronoberg", secondary_themes=["Jämställdhet", "Likabehandling"], source="Region Kronoberg"
    )
    assert pretty(long) == (
        "Project('Kompetens i Kronoberg',\n"
        "    secondary_themes=[SecondaryTheme('Jämställdhet'),\n"
        "     SecondaryTheme('Likabehandling')],\n"
        "    source='Region Kronoberg')"
    )


def test_a_class_is_shown_by_its_name() -> None:
    """What shows an object does not stumble over its class."""
    assert pretty(Project) == "esfmodel.model.project.Project"


COSTS = tuple(Cost(CostCategory.TRAVEL, ActualCost(Money(1)), year=year) for year in range(1900, 2200))
LARGE = Budget(COSTS, [Contribution(Funder(source=FundingSource.OWN), Money(3))] * 300, total=Money(900))
PROJECT = Project(
    "Ä" * 5_000,
    budget=LARGE,
    partners=[Participation(Organisation("Ånge kommun"), Role.PARTNER)] * 300,
    phases=[Phase("Analys")],
    summary="\x1b\n" * 5_000,
    extra=[("Fält", "värde")] * 300,
)
GRANTED = Decision(DecisionKind.GRANTED, support=Money(400_000), budget=Budget(total=Money(1_000_000)))
TABLE = "".join(["projekt;kr\n", *(f"Projekt {number};{number} 000\n" for number in range(1, 60))])


@pytest.mark.parametrize(
    ("large", "told"),
    [
        (lambda: LARGE, "<Budget: 300 costs, 300 financing, total=Money(900)>"),
        (lambda: PROJECT, "budget=<Budget: 300 costs, 300 financing, total=Money(900)>"),
        (lambda: Portfolio([PROJECT] * 300, name="Program"), "<Portfolio 'Program': 300 projects>"),
        (lambda: Reading([PROJECT] * 300), "<Reading: 300 projects, "),
        (lambda: breakdown(LARGE, By.YEAR, of=BudgetSide.COSTS), "<Breakdown: 0 columns, 300 rows, 0 totals, of=Bud"),
        (lambda: Ledger(GRANTED, [AdvancePayment(Money(1))] * 30), "<Ledger: granted=<Decision: "),
        (lambda: read_finance_table(TABLE), "<FinanceTable: 2 columns, 59 rows, "),
        (lambda: Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(1))] * 300), "300 costs"),
        (lambda: diff(LARGE, Budget()), "BudgetChange"),
        (lambda: LAW, "<law of "),
        (lambda: LAW.provisions[0], f"<provision {LAW.provisions[0].key}: "),
        (lambda: RULES, "<rule book of "),
        (lambda: validate(PROJECT), "<report on 'ÄÄÄ"),
        (lambda: validate(PROJECT).findings[0], "<finding BUD"),
        (lambda: validate(Portfolio([PROJECT] * 3)).result("BUD002"), "RuleResult"),
        (lambda: validate(PROJECT).missing[0], "Need"),
    ],
)
def test_what_is_large_is_summed_up(large: Callable[[], object], told: str) -> None:
    """Type, name and how much there is of what, in a few hundred characters on a printable line."""
    shown = repr(large())
    assert told in shown
    assert len(shown) <= 400
    assert shown.isprintable()


def test_a_summary_takes_no_longer_for_a_larger_object() -> None:
    """A hundred thousand lines are not written, to be cut."""
    huge = attrs.evolve(PROJECT, budget=Budget(financing=LARGE.financing * 1_000))
    began = time.process_time()
    for _ in range(20):
        assert "<Budget: 300000 financing>" in repr(huge)
    assert time.process_time() - began < 1


@given(st.integers(0, 12), st.text("Åb '\"", max_size=80))
def test_what_is_short_is_the_call_and_what_is_long_is_not(lines: int, name: str) -> None:
    """A repr is the code on one line as long as that has at most three hundred characters."""
    project = Project(f"A{name}Z", budget=Budget(financing=LARGE.financing[:1] * lines, total=Money(1)))
    line = Contribution(Funder(source=FundingSource.OWN), Money(3))
    written = f"financing=[{', '.join([repr(line)] * lines)}], " if lines else ""
    code = f"Project({project.name!r}, budget=Budget({written}total=Money(1)))"
    assert (repr(project) == code) == (len(code) <= 300)
    assert repr(project).startswith("<Project ") == (len(code) > 300)
