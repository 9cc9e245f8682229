from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
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
    InvalidValue,
    Ledger,
    Limit,
    LimitBase,
    Money,
    Rate,
    Rounding,
    explain_claim,
)
from esfmodel.testing import ledgers

if TYPE_CHECKING:
    from esfmodel import Step

HUNDRED = Budget(total=Money(100))
STAFF = CostCategory.STAFF


def budget(eu: int, state: int) -> Budget:
    """Return a budget of 100 kronor of which the support is divided."""
    parts = {FundingSource.EU: eu, FundingSource.STATE_GRANT: state, FundingSource.OWN_PUBLIC: 100 - eu - state}
    return Budget(financing=[Contribution(Funder(source=source), Money(amount)) for source, amount in parts.items()])


def claim(number: int, amount: int | str, category: CostCategory = CostCategory.STAFF) -> Claim:
    """Return a claim of which half is paid by public money of the project."""
    half = Money.of_fraction(Fraction(amount) / 2, "SEK", rounding=Rounding.MINOR_DOWN)
    own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), half)
    return Claim(number, costs=[ClaimedCost(category, Money(amount))], financing=[own])


def as_number(value: object) -> Any:  # noqa: ANN401
    """Return an amount in öre, or a share."""
    return value.minor if isinstance(value, Money) else value.fraction if isinstance(value, Rate) else None


def from_zero(number: Fraction) -> Fraction:
    """Return nothing for what is below it."""
    return max(number, Fraction(0))


def check(step: Step) -> None:
    """Let Python compute a step, with fractions: its formula is an expression of Python too."""
    names: dict[str, Any] = {"least": min, "from_zero": from_zero, "limits": {}}
    for each in step.inputs:
        if each.name.startswith("limits["):
            names["limits"][int(each.name[7:-1])] = as_number(each.value)
        else:
            names[each.name] = Fraction(as_number(each.value))
    computed = Fraction(eval(step.formula, {}, names))  # noqa: S307
    unit = 100 if step.rounding is not None and step.rounding.is_whole else 1
    found = computed if step.rounding is None else unit * step.rounding.to_integer(computed / unit)
    assert found == as_number(step.result), step


def check_all(ledger: Ledger) -> None:
    """Compute all that is paid again; what a step starts from is what earlier steps came to."""
    for row in ledger.claims:
        steps = explain_claim(ledger, row.number or 0).steps
        came_to = {step.name: step.result for step in steps}
        for step in steps:
            check(step)
            assert all(came_to.get(each.name, each.value) == each.value for each in step.inputs)
        assert steps[-1].result == row.paid


@given(ledgers())
def test_what_is_paid_can_be_computed_again(ledger: Ledger) -> None:
    """Every step of every claim comes to what its formula says, and the last one to what was paid."""
    check_all(ledger)


@given(
    st.sampled_from([*LimitBase, None]),
    st.integers(1, 60),
    st.integers(1, 60),
    st.integers(0, 39),
    st.sampled_from([Rounding.MINOR_HALF_UP, Rounding.WHOLE_DOWN]),
    st.sampled_from([LimitBase.TOTAL_COST, LimitBase.ACTUAL_COST]),
)
def test_limits_can_be_computed_again(
    base: LimitBase | None, percent: int, eu: int, state: int, rounding: Rounding, of: LimitBase
) -> None:
    """A limit on the Union's money, on each base, is one on the support of which that money is part."""
    limit = Limit.of_amount(Money(percent)) if base is None else Limit.of_rate(Rate.of_percent(percent), base)
    lines = [Cost(STAFF, ActualCost(Money(99))), Cost(CostCategory.IN_KIND, ActualCost(Money(1)))]
    costs = Budget(lines, budget(eu, state).financing)
    granted = Decision(DecisionKind.GRANTED, support_base=of, budget=costs, limits=[limit])
    revenue = Claim(3, costs=[ClaimedCost(CostCategory.REVENUE, Money(-5))], financing=claim(1, 1).financing)
    claims = [claim(1, "10.01"), claim(2, "33.33", CostCategory.IN_KIND), revenue]
    for advances in ([], [AdvancePayment(Money(1))]):
        check_all(Ledger(granted, [*advances, *claims], rounding=rounding))


def test_a_base_below_nothing_is_nothing() -> None:
    """Where revenue exceeds the actual costs, a limit on them leaves nothing."""
    limit = Limit.of_rate(Rate.of_percent(30), LimitBase.ACTUAL_COST)
    base = LimitBase.TOTAL_COST
    granted = Decision(DecisionKind.GRANTED, support_base=base, budget=budget(40, 10), limits=[limit])
    costs = [ClaimedCost(CostCategory.IN_KIND, Money(20)), ClaimedCost(CostCategory.REVENUE, Money(-5))]
    ledger = Ledger(granted, [Claim(1, costs=costs)])
    check_all(ledger)
    step = explain_claim(ledger, 1).steps[4]
    assert step.formula == "rate * from_zero(base) / eu_share"
    assert step.text("en").replace("\N{NO-BREAK SPACE}", " ") == (
        "Support by EU limit 1: 30% × SEK \N{MINUS SIGN}5, but not below zero, / EU share of the support 80% = SEK 0"
    )


def test_a_share_of_the_actual_cost_is_told() -> None:
    """The share is of the cost without what comes in kind, and so is what is due; revenue beyond it leaves nothing."""
    lines = [Cost(STAFF, ActualCost(Money(80))), Cost(CostCategory.IN_KIND, ActualCost(Money(20)))]
    base = LimitBase.ACTUAL_COST
    granted = Decision(DecisionKind.GRANTED, support=Money(40), support_base=base, budget=Budget(lines))
    ledger = Ledger(granted, [claim(1, 10), claim(2, 4, CostCategory.IN_KIND), claim(3, -12, CostCategory.REVENUE)])
    check_all(ledger)
    swedish = [explain_claim(ledger, number).text("sv").replace("\N{NO-BREAK SPACE}", " ") for number in (2, 3)]
    assert swedish[0].split("\n")[:4] == [
        "Beslutad stödandel: beviljat stöd 40 kr / faktiska kostnader 80 kr = 50 %",
        "Kostnader hittills: kostnader tidigare 10 kr + begärt 4 kr + schabloner 0 kr = 14 kr",
        "Faktiska kostnader hittills: kostnader hittills 14 kr − bidrag i annat än pengar hittills 4 kr = 10 kr",
        "Stöd enligt stödandelen: beslutad stödandel 50 % × faktiska kostnader hittills 10 kr = 5 kr",
    ]
    assert "× faktiska kostnader hittills −2 kr, dock inte under noll, = 0 kr" in swedish[1]


def test_limits_of_an_undivided_grant() -> None:
    """Where nobody has divided the support, a limit that does not bind is one on all of it."""
    limits = [
        Limit.of_amount(Money(90)),
        Limit.of_rate(Rate.of_percent(90), LimitBase.TOTAL_COST),
        Limit.of_rate(Rate.of_percent(90), LimitBase.PUBLIC_FINANCING),
    ]
    granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=HUNDRED, limits=limits)
    ledger = Ledger(granted, [claim(1, 10)])
    check_all(ledger)
    assert [step.formula for step in explain_claim(ledger, 1).steps[3:6]] == [
        "highest",
        "rate * base",
        "rate * base / (1 - rate)",
    ]


def test_an_amended_budget_may_keep_the_division() -> None:
    """Where an amendment does not divide the support, its Union part is given, and not computed from the new budget."""
    limit = Limit.of_rate(Rate.of_percent(30), LimitBase.TOTAL_COST)
    granted = Decision(DecisionKind.GRANTED, budget=budget(40, 10), limits=[limit])
    amended = Decision(DecisionKind.AMENDED, support=Money(50), budget=Budget(total=Money(200)))
    ledger = Ledger(granted, [amended, claim(1, 10)])
    check_all(ledger)
    assert "eu_share" not in [step.name for step in explain_claim(ledger, 1).steps]
    assert "EU share of the support 80%" in explain_claim(ledger, 1).text("en").replace("\N{NO-BREAK SPACE}", " ")


def test_a_claim_in_both_languages() -> None:
    """What a controller writes beside a payment: each ground, the least of them, and what is settled."""
    limit = Limit.of_rate(Rate.of_percent(30), LimitBase.TOTAL_COST)
    granted = Decision(DecisionKind.GRANTED, budget=budget(40, 10), limits=[limit])
    found = explain_claim(Ledger(granted, [AdvancePayment(Money(3)), claim(1, 10), claim(2, "20.05")]), 2)
    assert found.text("sv").replace("\N{NO-BREAK SPACE}", " ").split("\n") == [
        "Beslutad stödandel: beviljat stöd 50 kr / totalkostnad 100 kr = 50 %",
        "Kostnader hittills: kostnader tidigare 10 kr + begärt 20,05 kr + schabloner 0 kr = 30,05 kr",
        "Stöd enligt stödandelen: beslutad stödandel 50 % × kostnader hittills 30,05 kr = 15,03 kr (avrundat till öre)",
        "EU-andel av stödet: EU-medel 40 kr / stöd i budgeten 50 kr = 80 %",
        "Stöd enligt EU-tak 1: 30 % × 30,05 kr / EU-andel av stödet 80 % = 11,26 kr (avrundat till öre)",
        "Stöd hittills: det lägsta av stöd enligt stödandelen 15,03 kr, beviljat stöd 50 kr och 11,26 kr = 11,26 kr",
        "Stöd: stöd hittills 11,26 kr − stöd tidigare 3,75 kr = 7,51 kr",
        "Utbetalt: stöd 7,51 kr − avräknat förskott 0 kr = 7,51 kr",
    ]
    assert (found.figure, found.steps[-1].name, found.result) == ("paid", "paid", Money("7.51"))
    assert found.text("en").split("\n")[5].replace("\N{NO-BREAK SPACE}", " ") == (
        "Support so far: the least of support by the share SEK 15.03, support granted SEK 50 and SEK 11.26 = SEK 11.26"
    )


def test_each_input_has_its_place_in_the_ledger() -> None:
    """Every figure that a claim is computed from is named with the place where it is found."""
    limits = [Limit.of_rate(Rate.of_percent(30), LimitBase.TOTAL_COST), Limit.of_amount(Money(30))]
    granted = Decision(DecisionKind.GRANTED, budget=budget(40, 10), limits=limits)
    steps = explain_claim(Ledger(granted, [AdvancePayment(Money(3)), claim(1, 10), claim(2, "20.05")]), 2).steps
    assert [(step.name, step.formula, step.rounding) for step in steps] == [
        ("decided_share", "granted / total_cost", None),
        ("costs_so_far", "costs_before + claimed + flat_rates", None),
        ("due_by_share", "decided_share * costs_so_far", Rounding.MINOR_HALF_UP),
        ("eu_share", "eu_support / budgeted_support", None),
        ("limits[0]", "rate * base / eu_share", Rounding.MINOR_DOWN),
        ("limits[1]", "highest / eu_share", Rounding.MINOR_DOWN),
        ("support_so_far", "least(due_by_share, granted, limits[0], limits[1])", None),
        ("support", "support_so_far - support_before", None),
        ("paid", "support - settled", None),
    ]
    assert not any(each.may_be_negative for step in steps for each in step.inputs)
    places = {(each.name, each.place.replace("rows[2]", "row")) for step in steps for each in step.inputs}
    by_name = ("costs_before", "claimed", "flat_rates", "support_so_far", "support_before", "support", "settled")
    assert places == {
        *((name, f"ledger.row.{name}") for name in by_name),
        *((name, "ledger.row.limits") for name in ("due_by_share", "limits[0]", "limits[1]")),
        ("granted", "ledger.support"),
        ("total_cost", "ledger.shared_cost"),
        ("decided_share", "ledger.share"),
        ("eu_share", "ledger.eu_share"),
        ("eu_support", "ledger.budget.eu_support"),
        ("budgeted_support", "ledger.budget.support"),
        ("costs_so_far", "ledger.row.limits[0].base"),
        ("rate", "ledger.row.limits[2].limit.rate"),
        ("base", "ledger.row.limits[2].base"),
        ("highest", "ledger.row.limits[3].limit.highest"),
    }


def test_what_comes_in_kind_has_its_place_too() -> None:
    """Where the share is of the actual cost, what comes in kind is taken off first."""
    granted = Decision(DecisionKind.GRANTED, budget=budget(40, 10), support_base=LimitBase.ACTUAL_COST)
    with_costs = attrs.evolve(granted, budget=attrs.evolve(budget(40, 10), costs=[Cost(STAFF, ActualCost(Money(100)))]))
    steps = explain_claim(Ledger(with_costs, [claim(1, 10)]), 1).steps
    (actual,) = [step for step in steps if step.name == "actual_so_far"]
    assert actual.formula == "costs_so_far - in_kind_so_far"
    assert [(each.name, each.place) for each in actual.inputs] == [
        ("costs_so_far", "ledger.rows[0].costs_so_far"),
        ("in_kind_so_far", "ledger.rows[0]"),
    ]
    (share,) = [step for step in steps if step.name == "decided_share"]
    assert [each.name for each in share.inputs] == ["granted", "actual_cost"]
    (by_share,) = [step for step in steps if step.name == "due_by_share"]
    assert [each.name for each in by_share.inputs] == ["decided_share", "actual_so_far"]


def test_a_limit_on_public_money_is_told() -> None:
    """The support is public itself, so that it is the limit's share of what is left beside the Union's part."""
    limit = Limit.of_rate(Rate.of_percent(30), LimitBase.PUBLIC_FINANCING)
    granted = Decision(DecisionKind.GRANTED, budget=budget(40, 10), limits=[limit])
    line = explain_claim(Ledger(granted, [claim(1, "20.05")]), 1).text("sv").split("\n")[4]
    assert line.replace("\N{NO-BREAK SPACE}", " ") == (
        "Stöd enligt EU-tak 1: 30 % × 10,02 kr / (EU-andel av stödet 80 % − 30 %) = 6,01 kr (avrundat till öre)"
    )


def test_what_is_no_claim_is_refused() -> None:
    """A ledger and the number of one of its claims are wanted."""
    ledger = Ledger(Decision(DecisionKind.GRANTED, support=Money(40), budget=HUNDRED))
    with pytest.raises(InvalidValue, match="is no claim of this grant"):
        explain_claim(ledger, 1)
    ask: Any = explain_claim
    with pytest.raises(TypeError, match="ledger must be Ledger, not Budget"):
        ask(HUNDRED, 1)
