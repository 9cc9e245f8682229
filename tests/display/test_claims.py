from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.display import claims_table
from esfmodel.display.columns import width_of
from esfmodel.errors import InvalidValue
from esfmodel.model import (
    ActualCost,
    AdvancePayment,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Ledger,
    Limit,
    LimitBase,
    Project,
)
from esfmodel.testing import ledgers
from esfmodel.text import en, sv
from esfmodel.values import Money, Period, Rate
from grants import HUNDRED


def claim(number: int, amount: int, on: str | Period | None = None) -> Claim:
    """Return a claim for staff."""
    return Claim(number, costs=[ClaimedCost(CostCategory.STAFF, Money(amount))], on=on)


def lines(subject: Ledger | Project, language: str = "sv") -> list[str]:
    """Return the lines of a table with ordinary spaces, one between columns."""
    shown = claims_table(subject, language).replace("\N{NO-BREAK SPACE}", " ")
    return [" ".join(line.split()) for line in shown.split("\n")]


def limited(limit: Limit, language: str = "sv") -> str:
    """Return the row of a claim that a limit binds."""
    parts = [(FundingSource.EU, 40), (FundingSource.OWN_PUBLIC, 60)]
    financing = [Contribution(Funder(source=source), Money(amount)) for source, amount in parts]
    decision = Decision(DecisionKind.GRANTED, budget=Budget(financing=financing), limits=[limit])
    paid = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(10))
    cost = ClaimedCost(CostCategory.STAFF, Money(100))
    return lines(Ledger(decision, [Claim(1, costs=[cost], financing=[paid])]), language)[2]


@given(ledgers(), st.sampled_from(["sv", "en"]), st.integers(40, 120))
def test_every_amount_paid_is_there(ledger: Ledger, language: str, width: int) -> None:
    """What each event paid, the sums and what is left are in the table, and no line is wider than asked."""
    shown = claims_table(ledger, language, width=width)
    assert all(width_of(line) <= width for line in shown.split("\n"))
    write = (sv if language == "sv" else en).format_money
    # On a narrower page the longest amounts are broken before their currency.
    if ledger.rows and width >= 60:
        left = (ledger.paid_so_far, ledger.support, ledger.support_left)
        for amount in (*(row.paid for row in ledger.rows), *left, *(each.incurred for each in ledger.categories)):
            assert write(amount) in shown
    assert all(line.isprintable() for line in shown.replace("\N{NO-BREAK SPACE}", " ").split("\n"))


def test_a_grant_from_advance_to_closure() -> None:
    """Each event has its day where one is known; what is to be paid back is below 0."""
    closed = Decision(DecisionKind.CLOSED, "2026-12-31")
    amended = Decision(DecisionKind.AMENDED, "2025-06-01", support=Money(20))
    first = claim(1, 25, Period("2025-02", "2025-02", "month"))
    shown = lines(Ledger(HUNDRED, [AdvancePayment(Money(30)), first, amended, closed]))
    assert [line for line in shown if line.strip("-")] == [
        "Händelse Dag Kostnader Stöd Avräknat Utbetalt",
        "Förskott 30 kr",
        "Ansökan 1 februari 2025 25 kr 10 kr 10 kr 0 kr",
        "Ändringsbeslut 2025-06-01 −5 kr 5 kr −10 kr",
        "Slutbeslut 2026-12-31 0 kr 15 kr −15 kr",
        "Summa 25 kr 5 kr 30 kr 5 kr",
        "Beviljat stöd 20 kr",
        "Kvar av stödet 0 kr",
        "Förskott kvar att avräkna 0 kr",
        "Kostnadskategori Budget Upparbetat Kvar",
        "Personal ej känt 25 kr ej känt",
    ]


@pytest.mark.parametrize(
    ("limit", "swedish", "english"),
    [
        (Limit.of_amount(Money(20)), "EU-medel högst 20 kr", "EU money at most SEK 20"),
        (
            Limit.of_rate(Rate.of_percent(30), LimitBase.TOTAL_COST),
            "EU-medel 30 % av totalkostnaden",
            "EU money 30% of the total cost",
        ),
        (
            Limit.of_rate(Rate.of_percent(30), LimitBase.ACTUAL_COST),
            "EU-medel 30 % av faktiska kostnader",
            "EU money 30% of actual costs",
        ),
        (
            Limit.of_rate(Rate.of_percent(30), LimitBase.PUBLIC_FINANCING),
            "EU-medel 30 % av offentliga medel",
            "EU money 30% of public money",
        ),
        (Limit.of_amount(Money(99)), "0 kr 40 kr", "SEK 40"),
    ],
)
def test_what_limits_the_support_is_said(limit: Limit, swedish: str, english: str) -> None:
    """A limit that binds is named, with its base, as one on the Union's money; the decided share is not."""
    assert limited(limit).endswith(swedish)
    assert limited(limit, "en").endswith(english)


@pytest.mark.parametrize(
    ("base", "swedish", "english"),
    [
        (None, "Beviljat stöd", "Support granted"),
        (LimitBase.TOTAL_COST, "Beviljat stöd, andel av totalkostnad", "Support granted, a share of total cost"),
        (
            LimitBase.ACTUAL_COST,
            "Beviljat stöd, andel av faktiska kostnader",
            "Support granted, a share of actual costs",
        ),
    ],
)
def test_what_the_support_is_a_share_of_is_said(base: LimitBase | None, swedish: str, english: str) -> None:
    """Beside the support granted stands the base that the decision names."""
    budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(100)))])
    decision = Decision(DecisionKind.GRANTED, support=Money(40), support_base=base, budget=budget)
    ledger = Ledger(decision, [claim(1, 10)])
    assert f"{swedish} 40 kr" in lines(ledger)
    assert f"{english} SEK 40" in lines(ledger, "en")


def test_a_grant_that_is_used_up_is_said_to_be() -> None:
    """Where the support granted binds, that is said."""
    assert lines(Ledger(HUNDRED, [claim(1, 101)]))[2].endswith("beviljat stöd")


def test_a_project_is_shown_by_its_ledger() -> None:
    """A project's table is that of its ledger, and what remains of each category is that of its budget."""
    budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(100)))])
    project = Project("Framtidskraft", decisions=[HUNDRED], claims=[claim(1, 10)])
    assert claims_table(project) == claims_table(Ledger.of(project))
    of_lines = Ledger(Decision(DecisionKind.GRANTED, support=Money(40), budget=budget), [claim(1, 10)])
    assert lines(of_lines)[-1] == "Personal 100 kr 10 kr 90 kr"


def test_nothing_yet_is_said_in_a_sentence() -> None:
    """A grant under which nothing has happened has no table, and one without costs none of categories."""
    assert claims_table(Ledger(HUNDRED)) == "Inget har utbetalats eller begärts."
    assert claims_table(Ledger(HUNDRED), "en") == "Nothing has been paid or claimed."
    assert "Upparbetat" not in claims_table(Ledger(HUNDRED, [Claim(1)]))


def test_what_has_no_ledger_is_refused() -> None:
    """A budget is no ledger, and a third language none of ours."""
    wrong: Any = Budget()
    with pytest.raises(TypeError, match="subject must be Ledger or Project, not Budget"):
        claims_table(wrong)
    with pytest.raises(InvalidValue, match="is not one we know"):
        claims_table(Ledger(HUNDRED), "de")
