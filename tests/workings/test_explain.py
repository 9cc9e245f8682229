"""Workings as a controller reads them, by budgets that can be worked out by hand."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from esfmodel import (
    LAW,
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    LumpSum,
    Money,
    Rate,
    Rounding,
    Step,
    UnitCost,
    Workings,
    explain,
)
from esfmodel.examples import KOMPETENS_I_KRONOBERG, KOMPETENSKOMPASSEN
from esfmodel.model.budget import base_in
from esfmodel.model.computed import FIGURES
from esfmodel.testing import budgets, workings
from esfmodel.workings import Input

STAFF = Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720))
INDIRECT = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
GRANT = Contribution(Funder(source=FundingSource.EU_AND_STATE))
RAISED = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(500_000))


def told(budget: Budget, figure: str, language: str = "sv", *, programming_period: str | None = None) -> list[str]:
    """Return the lines of the workings, with ordinary spaces."""
    return (
        explain(budget, figure, programming_period=programming_period)
        .text(language)
        .replace("\N{NO-BREAK SPACE}", " ")
        .splitlines()
    )


def test_a_year_of_work() -> None:
    """1 720 hours at 674.80 kr are 1 160 656 kr, as data and as text."""
    step = explain(Budget([STAFF]), "costs[0]").steps[0]
    assert (step.formula, step.result, step.rounding) == ("units * price", Money(1_160_656), Rounding.MINOR_HALF_UP)
    assert step.inputs == (
        Input("units", "budget.costs[0].basis.units", Decimal(1720), unit="hour"),
        Input("price", "budget.costs[0].basis.price", Money("674.80")),
    )
    assert told(Budget([STAFF]), "costs[0]") == ["Kostnadsrad 1, personal: 1 720 timmar × 674,80 kr = 1 160 656 kr"]
    assert told(Budget([STAFF]), "costs[0]", "en") == [
        "Line of cost 1, staff: 1,720 hours × SEK 674.80 = SEK 1,160,656"
    ]


def test_the_share_of_a_project_with_a_flat_rate() -> None:
    """From hours to the own share: every figure stands before it is used, once."""
    assert told(Budget([STAFF, INDIRECT], [GRANT, RAISED]), "own_rate", programming_period="2021-2027") == [
        "Kostnadsrad 1, personal: 1 720 timmar × 674,80 kr = 1 160 656 kr",
        "Kostnadsrad 2, indirekta kostnader: 15 % × 1 160 656 kr = 174 098,40 kr "
        "(artikel 54 b i förordning (EU) 2021/1060)",
        "Summa kostnader: 1 160 656 kr + 174 098,40 kr = 1 334 754,40 kr",
        "Totalkostnad: summa kostnader 1 334 754,40 kr",
        "Stöd: totalkostnad 1 334 754,40 kr − 500 000 kr = 834 754,40 kr",
        "Stödandel: stöd 834 754,40 kr / totalkostnad 1 334 754,40 kr ≈ 62,54 %",
        "Egen andel: 100 % − stödandel 62,54 % ≈ 37,46 %",
    ]


def test_kompetens_i_kronoberg() -> None:
    """3 706 566 of 4 942 088 is 75 per cent, to the last decimal."""
    assert told(KOMPETENS_I_KRONOBERG.budget or Budget(), "support_rate", "en") == [
        "Support: SEK 3,706,566",
        "Sum of financing: SEK 3,706,566 + SEK 1,235,522 = SEK 4,942,088",
        "Total cost: sum of financing SEK 4,942,088",
        "Support rate: support SEK 3,706,566 / total cost SEK 4,942,088 = 75%",
    ]


def test_kompetenskompassen() -> None:
    """Over 12 of nearly 29 million: what is known in part is told in part."""
    lines = told(KOMPETENSKOMPASSEN.budget or Budget(), "support_rate")
    assert "Totalkostnad: under 29 000 000 kr, som angivet" in lines
    assert lines[-1] == (
        "Stödandel: stöd (över 12 000 000 kr men under 29 000 000 kr) av totalkostnad under 29 000 000 kr "
        "= över 41,37 % men högst 100 %"
    )


@pytest.mark.parametrize(
    ("basis", "line"),
    [
        (UnitCost(Money("100.05"), "0.5"), "0,5 timmar × 100,05 kr = 50,03 kr (avrundat till öre)"),
        (UnitCost(Money(100), "1.00"), "1 timme × 100 kr = 100 kr"),
        (UnitCost(Money(100), 3, unit="participant"), "3 deltagare × 100 kr = 300 kr"),
        (UnitCost(Money(100), 3, unit="kursplats"), "3 kursplats × 100 kr = 300 kr"),
        (UnitCost(Money("0.05", "EUR"), "0.5"), "0,5 timmar × 0,05 euro = 0,03 euro (avrundat till cent)"),
        (UnitCost(Money(5, "JPY"), "0.5"), "0,5 timmar × 5 japanska yen = 3 japanska yen (avrundat)"),
        (UnitCost(Money(100), 3, amount=Money(299)), "299 kr, som angivet"),
        (ActualCost(Bounds(Money(5), Money(7))), "5–7 kr, som angivet"),
        (ActualCost(), "okänt belopp"),
        (LumpSum(Money(5)), "5 kr, som angivet"),
        (FlatRate(Rate(Fraction(12, 29)), [CostCategory.TRAVEL]), "12/29 × 0 kr = 0 kr"),
        (FlatRate(Rate.of_percent(15), []), "15 % × okänt belopp = okänt"),
        (FlatRate(Rate.of_percent(15), [CostCategory.STAFF]), "15 % × 10 kr = 1,50 kr"),
        (FlatRate(Rate.of_percent("0.3"), [CostCategory.STAFF]), "0,3 % × 10 kr = 0,03 kr"),
        (
            FlatRate(Rate.of_percent("0.32"), [CostCategory.STAFF, CostCategory.VAT]),
            "0,32 % × (10 kr + 1 kr) = 0,04 kr (avrundat till öre)",
        ),
        (FlatRate(Rate(0), [CostCategory.TRAVEL, CostCategory.PARTICIPANTS]), "0 % × (5–7 kr) = 0 kr"),
    ],
)
def test_a_line_of_cost(basis: ActualCost | UnitCost | FlatRate | LumpSum, line: str) -> None:
    """Each basis is told in its own way."""
    currency = basis.price.currency if isinstance(basis, UnitCost) else "SEK"
    others = [
        Cost(CostCategory.STAFF, ActualCost(Money(10, currency))),
        Cost(CostCategory.VAT, ActualCost(Money(1, currency))),
        Cost(CostCategory.PARTICIPANTS, ActualCost(Bounds(Money(5, currency), Money(7, currency)))),
    ]
    budget = Budget([Cost(CostCategory.OTHER, basis), *others])
    assert told(budget, "costs[0]") == [f"Kostnadsrad 1, övriga kostnader: {line}"]


def test_what_is_open_on_both_sides_is_told() -> None:
    """Of a total of nearly 29 million, an own contribution is what the support leaves, and what its funders bring."""
    raised = attrs.evolve(RAISED, amount=None)
    support = attrs.evolve(GRANT, amount=Bounds.over(Money(12_000_000)))
    budget = Budget(financing=[support, raised], total=Bounds.under(Money(29_000_000)))
    assert told(budget, "own_contribution")[-1] == (
        "Egen medfinansiering: både (totalkostnad under 29 000 000 kr − stöd (över 12 000 000 kr men "
        "under 29 000 000 kr)) och okänt belopp "
        "= minst 0 kr men under 17 000 000 kr"
    )


def test_more_raised_than_the_total_is_told_as_listed() -> None:
    """3 raised of a total of 2: what is raised is as listed, since of what is granted nothing is."""
    raised = attrs.evolve(RAISED, amount=Money(3))
    assert told(Budget(financing=[raised], total=Money(2)), "own_contribution") == ["Egen medfinansiering: 3 kr"]


def test_the_lines_of_another_partner_are_no_base() -> None:
    """A flat rate of one partner is a share of its own costs, and perhaps of those of nobody named."""
    lines = [Cost(CostCategory.STAFF, ActualCost(Money(100)), partner=partner) for partner in ("A", "B", None)]
    flat = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(10), [CostCategory.STAFF]), partner="A")
    (step,) = explain(Budget([*lines, flat]), "costs[3]").steps
    assert step.formula == "rate * (costs[0] + upto(costs[2]))"


@given(budgets())
def test_a_base_is_what_the_labels_say(budget: Budget) -> None:
    """Each line belongs to the base of a flat rate that names the same as it; one that names less, perhaps."""
    for index, line in enumerate(budget.costs):
        if isinstance(line.basis, FlatRate) and line.basis.amount is None:
            certain, perhaps = base_in(budget, index, line.basis)
            for other, cost in enumerate(budget.costs):
                pairs = [
                    (mine, getattr(cost, label))
                    for label in ("partner", "phase", "year")
                    if (mine := getattr(line, label)) is not None
                ]
                is_based = cost.category in line.basis.base
                belongs = is_based and all(mine == theirs for mine, theirs in pairs)
                may_belong = is_based and all(theirs in (None, mine) for mine, theirs in pairs)
                assert (other in certain, other in perhaps) == (belongs, may_belong and not belongs)
            assert certain == sorted(certain)
            assert perhaps == sorted(perhaps)


def test_figures_that_contradict_each_other_are_told_as_they_are() -> None:
    """200 of one's own in a total of 100: what the support leaves is told, though not below nothing."""
    support = attrs.evolve(GRANT, amount=Bounds(Money(50), Money(150)))
    raised = attrs.evolve(RAISED, amount=Money(200))
    assert told(Budget(financing=[support, raised], total=Money(100)), "own_contribution", "en")[-1] == (
        "Own contribution: total cost SEK 100 − support (SEK 50–150), but not below zero, = SEK 0–50"
    )


def test_what_lowers_a_sum_is_subtracted() -> None:
    """Revenue is written with a minus, and a flat rate of some lines and of some that may belong with parentheses."""
    lines = [
        Cost(CostCategory.STAFF, ActualCost(Money(100)), year=2025),
        Cost(CostCategory.STAFF, ActualCost(Money(50))),
        Cost(CostCategory.REVENUE, ActualCost(Money(-20))),
        attrs.evolve(INDIRECT, year=2025),
    ]
    assert told(Budget(lines), "total_costs") == [
        "Kostnadsrad 4, indirekta kostnader: 15 % × (100 kr + någon del av 50 kr) = 15–22,50 kr",
        "Summa kostnader: 100 kr + 50 kr − 20 kr + (15–22,50 kr) = 145–152,50 kr",
    ]


def test_where_too_little_is_known_there_are_no_steps() -> None:
    """The text says so, and the result is None as the budget's figure is."""
    for budget in (Budget(), Budget([Cost(CostCategory.STAFF, ActualCost())]), Budget(total=Money(5))):
        assert explain(budget, "own_rate") == Workings("own_rate")
    assert told(Budget(), "own_rate") == ["Egen andel: går inte att räkna ut, eftersom för lite är känt"]
    assert told(Budget([STAFF]), "total_financing", "en") == [
        "Sum of financing: cannot be computed, since too little is known"
    ]
    assert told(Budget([INDIRECT]), "costs[0]", "en") == [
        "Line of cost 1: cannot be computed, since too little is known"
    ]


@pytest.mark.parametrize(
    ("category", "base", "percent", "key"),
    [
        (CostCategory.INDIRECT, [CostCategory.STAFF], "15", "flat-rate.indirect.direct-staff-costs"),
        (CostCategory.INDIRECT, [CostCategory.STAFF], "15.01", None),
        (CostCategory.INDIRECT, [CostCategory.STAFF, CostCategory.TRAVEL], "7", "flat-rate.indirect.direct-costs"),
        (CostCategory.INDIRECT, [CostCategory.TRAVEL], "25", "flat-rate.indirect.direct-costs.calculated"),
        (CostCategory.OTHER, [CostCategory.STAFF], "40", "flat-rate.remaining.direct-staff-costs"),
        (CostCategory.STAFF, [CostCategory.TRAVEL], "20", "flat-rate.staff.other-direct-costs"),
        (CostCategory.STAFF, [CostCategory.TRAVEL, CostCategory.INDIRECT], "20", None),
        (CostCategory.TRAVEL, [CostCategory.STAFF], "15", "flat-rate.travel.direct-staff-costs"),
        (CostCategory.OFFICE, [CostCategory.STAFF], "15", "flat-rate.office.direct-staff-costs"),
        (CostCategory.EQUIPMENT, [CostCategory.STAFF], "1", None),
    ],
)
def test_a_flat_rate_rests_on_the_law(
    category: CostCategory, base: list[CostCategory], percent: str, key: str | None
) -> None:
    """The row is that of what is covered and of the base, where it allows for such a rate."""
    flat = Cost(category, FlatRate(Rate.of_percent(percent), base))
    paid = Cost(CostCategory.PARTICIPANTS, ActualCost(Money(1)))
    asked: dict[str, Any] = {"programming_period": "2021-2027", "on": "2026-01-01"}
    row = explain(Budget([flat, paid]), "costs[0]", **asked).steps[0].provision
    assert row == (None if key is None else LAW.provision(key, **asked))


def test_a_rate_whose_article_was_renumbered_is_still_named() -> None:
    """Article 68(1)(b) became Article 68(b) in 2018, at the same 15 %; Interreg's rate for travel came only later."""
    steps = explain(Budget([STAFF, INDIRECT]), "costs[1]", programming_period="2014-2020").steps
    assert steps[-1].provision is not None
    assert steps[-1].provision.article == "68(b)"
    travel = Cost(CostCategory.TRAVEL, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
    steps = explain(Budget([STAFF, travel]), "costs[1]", programming_period="2014-2020").steps
    assert steps[-1].provision is None


def test_the_row_is_that_of_the_day() -> None:
    """On a day before the act there is no row to name."""
    ask = Budget([STAFF, INDIRECT])
    named = explain(ask, "costs[1]", programming_period="2021-2027", on="2024-01-01").steps[-1].provision
    assert named is not None
    assert explain(ask, "costs[1]", programming_period="2021-2027", on="2010-01-01").steps[-1].provision is None


@pytest.mark.parametrize("figure", ["total_costs", "total_financing"])
def test_what_is_not_listed_has_no_sum(figure: str) -> None:
    """Where only a total is stated, there are no lines to add up: no step says that their sum is nothing."""
    assert explain(Budget(total=Money(5)), figure).steps == ()


def test_both_of_a_sum_are_in_parentheses() -> None:
    """Two grounds that hold at once are one term, and are written as one."""
    amounts = [Input(name, "plan", Money(number)) for name, number in (("a", 5), ("b", 4), ("c", 1))]
    step = Step(name="left", formula="both(a, b) - c", inputs=amounts, result=Money(3))
    assert step.text("sv").replace("\N{NO-BREAK SPACE}", " ") == "Left: (både 5 kr och 4 kr) − 1 kr = 3 kr"


def test_without_a_programming_period_no_row_is_named() -> None:
    """The rates are in the law of two periods, and nobody has said which."""
    assert explain(Budget([STAFF, INDIRECT]), "costs[1]").steps[-1].provision is None


@given(budgets(), st.sampled_from(["sv", "en"]), st.data())
def test_every_figure_is_told_in_both_languages(budget: Budget, language: str, data: st.DataObject) -> None:
    """Each step is one line that begins with a capital, and no name of a formula is left in it."""
    lines = [f"costs[{index}]" for index in range(len(budget.costs))]
    found = explain(budget, data.draw(st.sampled_from(["support", "eu_rate", "own_contribution", "own_rate", *lines])))
    told_lines = found.text(language).splitlines()
    assert len(told_lines) == max(len(found.steps), 1)
    assert all(re.match(r"[A-Z]", line) for line in told_lines)
    assert not re.search(r"[_\[\]]|None|Money", re.sub(r"× .*", "", found.text(language)))
    assert [step.text(language) for step in found.steps] in ([], told_lines)


@given(workings("EUR"))
def test_workings_can_be_made_again_from_their_parts(found: Workings) -> None:
    """They are data: what is made of the same steps is equal."""
    assert Workings(found.figure, list(found.steps)) == found
    assert [attrs.evolve(step, inputs=list(step.inputs)) for step in found.steps] == list(found.steps)
    assert pretty(found).startswith("Workings(")


@pytest.mark.parametrize(
    "figure", ["costs", "costs[1]", "costs[-1]", "costs[999999999999]", "currency", "", "_derived"]
)
def test_what_is_no_figure_is_refused(figure: str) -> None:
    """The error says what may be asked for."""
    with pytest.raises(InvalidValue, match=r"figure .* is not one we know; use one of total_costs, .*, costs\[0\]$"):
        explain(Budget([STAFF]), figure)


def test_what_a_line_states_is_told_where_it_counts() -> None:
    """A sum of which a line states another amount than its basis computes says which line that is."""
    stated = Cost(CostCategory.OTHER, FlatRate(Rate.of_percent(40), [CostCategory.STAFF], amount=Money(80_000)))
    assert told(Budget([STAFF, stated]), "total_costs")[1:] == [
        "Kostnadsrad 2, övriga kostnader: 80 000 kr, som angivet",
        "Summa kostnader: 1 160 656 kr + 80 000 kr = 1 240 656 kr",
    ]


def test_nothing_of_what_is_known_in_part_is_an_amount() -> None:
    """Where nobody else pays, the rest is 0 kr, also when no amount is exact."""
    over = Cost(CostCategory.TRAVEL, ActualCost(Bounds.over(Money(12_000_000))))
    granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.over(Money(3_000_000)))
    assert told(Budget([over], [granted], complete=True), "support_rate")[-1] == (
        "Stödandel: stöd över 12 000 000 kr av totalkostnad över 12 000 000 kr, där resten är 0 kr, = 100 %"
    )


def test_a_budget_without_lines_has_no_line_to_ask_for() -> None:
    """The advice names what there is."""
    with pytest.raises(InvalidValue, match=r"own_rate$"):
        explain(Budget(total=Money(5)), "costs[0]")


def test_wrong_types_are_refused() -> None:
    """A budget and a name are wanted, and what workings are made of is what it is."""
    ask: Any = explain
    with pytest.raises(TypeError, match="budget must be Budget, not Money"):
        ask(Money(5), "support")
    with pytest.raises(TypeError, match="figure must be str, not int"):
        ask(Budget(), 5)
    with pytest.raises(InvalidValue, match="is not one we know; use one of sv, en"):
        explain(Budget([STAFF]), "total_costs").text("fi")
    with pytest.raises(InvalidValue, match="names price, which is no input; give its value"):
        Step(name="costs[0]", formula="price", inputs=[], result=None)
    given_input: Any = Input
    for value in (10, "10", CostCategory.STAFF):
        with pytest.raises(TypeError, match="value must be Money or Rate or Bounds or Decimal or None, not "):
            given_input("price", "plan", value)
    assert [field.name for field in attrs.fields(Input) if not field.kw_only] == ["name", "place", "value"]
    step: Any = Step
    with pytest.raises(TypeError, match="formula must be str, not int"):
        step(name="costs[0]", formula=5, inputs=[], result=None)


def test_each_field_of_a_step_is_what_it_is_called() -> None:
    """A wrong type is a TypeError that names the field; what names a thing has text in it."""
    step = Step(name="costs[0]", formula="0", inputs=[], result=None)
    every: list[Any] = [Input("price", "plan", Money(1)), step, Workings("support", [step])]
    for made in every:
        for field in attrs.fields(made.__class__):
            with pytest.raises(TypeError, match=rf"^{field.name}\b"):
                attrs.evolve(made, **{field.name: object()})
            if field.type in {"str", str}:
                with pytest.raises(InvalidValue):
                    attrs.evolve(made, **{field.name: " "})


@given(budgets(), st.data())
def test_each_input_has_its_place_in_the_budget(budget: Budget, data: st.DataObject) -> None:
    """The place of an input is where its value stands: a field, the amount of a line, or a figure of the budget."""
    for step in explain(budget, data.draw(st.sampled_from(FIGURES))).steps:
        for each in step.inputs:
            found = eval(each.place, {"budget": budget})  # noqa: S307
            if isinstance(found, Cost):
                found = budget.cost_amounts[budget.costs.index(found)]
            if found is budget.financing:  # what the list leaves out stands nowhere in it
                found = None
            assert (found.amount if isinstance(found, Contribution) else found) == each.value, each.place


def test_a_step_of_ones_own_is_told() -> None:
    """What is no figure of a budget goes by its own name, and a count has no unit where none is said."""
    given_inputs = [Input("persons", "plan", Decimal("2.50")), Input("price", "plan", Money(10))]
    step = Step(name="meals", formula="persons * price", inputs=given_inputs, result=Money(25))
    assert step.text("sv").replace("\N{NO-BREAK SPACE}", " ") == "Meals: 2,5 × 10 kr = 25 kr"
    nothing = Step(name="rest", formula="0 * 1", inputs=[], result=Rate(0))
    assert nothing.text("en") == "Rest: 0 × 100% = 0%"
