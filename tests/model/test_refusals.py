"""What the model refuses with its facts, and what it answers at the edges: the last day of a month, other money."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    ExchangeRate,
    FlatRate,
    Funder,
    FundingSource,
    Ledger,
    LumpSum,
    Money,
    Period,
    Phase,
    Portfolio,
    Project,
    Rate,
    Rounding,
    UnitCost,
    apply,
    diff,
    spread,
)
from esfmodel.model import LineChange, LineChanges, OwnShare, SpreadBy
from esfmodel.model.budget import derived_in
from esfmodel.model.computed import Definition
from esfmodel.model.known_projects import Contradiction, KnownProjects
from esfmodel.model.project import UnknownKey
from refusals import facts, refused

if TYPE_CHECKING:
    from collections.abc import Callable

STAFF, INDIRECT, REVENUE = CostCategory.STAFF, CostCategory.INDIRECT, CostCategory.REVENUE
OWN = Funder(source=FundingSource.OWN)


def paid(amount: Money | Bounds[Money] | int | None, category: CostCategory = STAFF, **labels: Any) -> Cost:  # noqa: ANN401
    """Return a line of cost."""
    return Cost(category, ActualCost(Money(amount) if isinstance(amount, int) else amount), **labels)


def flat(**labels: Any) -> Cost:  # noqa: ANN401
    """Return a flat rate of 40 % of the cost of staff."""
    return Cost(INDIRECT, FlatRate(Rate.of_percent(40), [STAFF]), **labels)


def own(amount: int) -> Contribution:
    """Return an own contribution."""
    return Contribution(OWN, Money(amount))


OPEN = paid(Bounds(Money(0), Money(100)))


# --- Errors


REFUSED: list[tuple[Any, ...]] = [
    (lambda: UnitCost.hourly_price(Money(1), hours=0), ("number.not_positive", "hours", 0, {})),
    (
        lambda: UnitCost.of_working_time(Money(1), Rate.of_percent(50), hours=-1),
        ("number.not_positive", "hours", -1, {}),
    ),
    (
        lambda: UnitCost.of_working_time(Money(1), Rate.of_percent(50), hours=1720, months=0),
        ("number.not_positive", "months", 0, {}),
    ),
    (
        lambda: apply(diff(Budget([paid(1)]), Budget()), Budget()),
        ("change.other_budget", "costs", 0, {}),
    ),
    (
        lambda: apply(diff(Budget([paid(1)]), Budget()), Budget([paid(2)])),
        ("change.other_budget", "costs[0]", None, {}),
    ),
    (
        lambda: apply(diff(Budget(financing=[own(1)]), Budget()), Budget()),
        ("change.other_budget", "financing", 0, {}),
    ),
    (
        lambda: apply(diff(Budget(financing=[own(1), own(2)]), Budget()), Budget(financing=[own(1), own(3)])),
        ("change.other_budget", "financing[1]", None, {}),
    ),
    (
        lambda: apply(diff(Budget(total=Money(1)), Budget()), Budget(total=Money(2))),
        ("change.other_budget", "total", Money(2), {}),
    ),
    (lambda: apply(diff(Budget(), Budget()), Budget(complete=True)), ("change.other_budget", "complete", None, {})),
    (
        lambda: diff(Budget(total=Money(1)), Budget(total=Money(1, "EUR"))),
        ("currency.mixed", "after", "EUR", {"other": "SEK"}),
    ),
]


@pytest.mark.parametrize(
    ("ask", "expected"),
    REFUSED,
)
def test_what_is_refused_is_told_at_its_place(ask: Callable[[], object], expected: tuple[object, ...]) -> None:
    """The argument or the line, what stands there, and what it should have agreed with."""
    assert facts(refused(ask)) == expected


WRONG_TYPES: list[tuple[Callable[[Any], object], str]] = [
    (lambda wrong: UnitCost.hourly_price(Money(1), hours=wrong), "hours must be a whole number, not str"),
    (
        lambda wrong: UnitCost.of_working_time(Money(1), Rate.of_percent(50), hours=1, months=wrong),
        "months must be a whole number, not str",
    ),
    (lambda wrong: ExchangeRate("EUR", "SEK", rate=11).convert(wrong), "money must be a Money, not str"),
    (lambda wrong: apply(wrong, Budget()), "change must be BudgetChange, not str"),
    (lambda wrong: apply(diff(Budget(), Budget()), wrong), "budget must be Budget, not str"),
    (lambda wrong: diff(wrong, Budget()), "before must be Budget, not str"),
    (lambda wrong: diff(Budget(), wrong), "after must be Budget, not str"),
]


@pytest.mark.parametrize(
    ("ask", "wrong"),
    WRONG_TYPES,
)
def test_a_wrong_type_is_refused_by_the_name_of_the_argument(ask: Callable[[Any], object], wrong: str) -> None:
    """The TypeError says which argument, what it should be and what it is."""
    with pytest.raises(TypeError, match=wrong):
        ask("1")


def test_a_lump_sum_that_is_not_known_is_told_by_its_description() -> None:
    """People know a line by what they wrote beside it, or else by its category."""
    granted = Decision(
        DecisionKind.GRANTED, support=Money(4), budget=Budget([Cost(STAFF, LumpSum())], total=Money(1_000))
    )
    for described, name in (("Förstudie", "Förstudie"), (None, STAFF)):
        claim = Claim(1, costs=[ClaimedCost(STAFF, Money(1), description=described)])
        error = refused(lambda claim=claim: Ledger(granted, [claim]))  # type: ignore[misc]
        assert (error.code, error.place) == ("lump_sum.not_known", "events[0].costs[0]")
        assert error.names == {"events[0].costs[0]": name}


# --- Budgets


@pytest.mark.parametrize("label", ["partner", "phase", "year"])
def test_a_labelled_flat_rate_counts_lines_with_its_label_and_perhaps_those_without(label: str) -> None:
    """A line of another label is never in the base; one without a label may be, which leaves the amount open."""
    this: Any = 2021 if label == "year" else "A"
    other: Any = 2022 if label == "year" else "B"
    lines = [paid(100, **{label: this}), paid(50, **{label: other})]
    assert Budget([*lines, flat(**{label: this})]).cost_amounts[-1] == Money(40)
    assert Budget([*lines, paid(30), flat(**{label: this})]).cost_amounts[-1] == Bounds(Money(40), Money(52))
    assert Budget([*lines, paid(30), flat()]).cost_amounts[-1] == Money(72)


def test_a_flat_rate_of_a_partner_and_a_phase_counts_what_contradicts_neither() -> None:
    """Only a line with both labels is in the base for certain; one that lacks a label, or both, may be."""
    both = paid(100, partner="A", phase="1")
    perhaps = [paid(50, partner="A"), paid(30, phase="1"), paid(10)]
    never = [
        paid(1_000, partner="B", phase="1"),
        paid(2_000, partner="A", phase="2"),
        paid(4_000, partner="B"),
        paid(8_000, phase="2"),
        paid(16_000, CostCategory.TRAVEL, partner="A", phase="1"),
    ]
    budget = Budget([both, *perhaps, *never, flat(partner="A", phase="1")])
    assert budget.cost_amounts[-1] == Bounds(Money(40), Money(76))


def test_a_computed_line_counts_in_what_a_budget_may_come_to() -> None:
    """No sum of a budget is too large for an amount: neither of what is stated nor with what is computed from that."""
    assert Budget([paid(Money.of_minor(7 * 10**17)), flat()]).total_cost == Money.of_minor(98 * 10**16)
    assert refused(lambda: Budget([paid(Money.of_minor(8 * 10**17)), flat()])).code == "money.too_large"


@pytest.mark.parametrize(
    ("costs", "financing", "definition"),
    [
        ([paid(100)], [], Definition.COSTS),
        ([paid(100)], [own(100)], Definition.COSTS),
        ([], [own(150)], Definition.FINANCING),
        ([paid(100), paid(None)], [own(150)], Definition.FINANCING),
        (
            [paid(100), paid(Bounds(Money(0), Money(100)))],
            [own(150), Contribution(OWN)],
            Definition.COSTS_AND_FINANCING,
        ),
    ],
)
def test_the_total_cost_names_the_lines_that_settle_it(
    costs: list[Cost], financing: list[Contribution], definition: Definition
) -> None:
    """The costs where they say all, the financing where it says all that the costs leave open, and else both."""
    assert derived_in(Budget(costs, financing=financing, complete=True)).definitions["total_cost"] is definition


# --- Differences


BUDGETS = st.lists(st.integers(1, 9), max_size=6).map(lambda amounts: Budget([paid(each) for each in amounts]))


@given(BUDGETS, BUDGETS, BUDGETS)
def test_changed_lines_come_in_the_order_of_the_budget(first: Budget, second: Budget, third: Budget) -> None:
    """Those that are there afterwards by their place, and then those that are gone by the place they had."""
    change = diff(first, second)
    for each in (change, change.inverse, change.then(diff(second, third))):
        there = [line.place_after for line in each.costs.lines if line.place_after is not None]
        gone = [line.place_before for line in each.costs.lines if line.place_after is None]
        assert [line.place_after for line in each.costs.lines] == [*there, *(None for _ in gone)]
        assert there == sorted(there)
        assert gone == sorted(place for place in gone if place is not None)


def change_at(before: int | None, after: int | None) -> LineChange[Contribution]:
    """Return a change of one line from a place to another."""
    return LineChange(
        place_before=before,
        before=None if before is None else own(1),
        place_after=after,
        after=None if after is None else own(2),
    )


@pytest.mark.parametrize(
    ("places", "lengths", "fits"),
    [
        ([(0, 0)], (1, 1), True),
        ([(0, None)], (1, 0), True),
        ([(None, 0)], (0, 1), True),
        ([(0, 1), (1, 0)], (2, 2), True),
        ([(0, 0), (0, 1)], (2, 2), False),
        ([(0, 0), (1, 0)], (2, 2), False),
        ([(1, 0)], (1, 1), False),
        ([(0, 1)], (1, 1), False),
        ([(0, 0)], (1, 2), False),
        ([(0, 0)], (2, 1), False),
    ],
)
def test_places_of_changed_lines_are_those_of_two_lists(
    places: list[tuple[int | None, int | None]], lengths: tuple[int, int], *, fits: bool
) -> None:
    """No place is named twice or lies outside its list, and as many lines stayed before as after."""

    def make() -> LineChanges[Contribution]:
        lines = [change_at(*each) for each in places]
        return LineChanges(lines=lines, length_before=lengths[0], length_after=lengths[1])

    if fits:
        assert make().length_after == lengths[1]
    else:
        assert facts(refused(make)) == ("argument.not_from_diff", "lines", None, {})


def test_keys_that_no_field_takes_come_last_in_the_order_of_their_paths() -> None:
    """Other particulars keep their order before them."""
    keys = [UnknownKey("b", "1"), UnknownKey("a", "2")]
    project = Project("A", extra=[keys[0], ("z", "först"), keys[1], ("y", "sedan")])
    assert project.extra == (("z", "först"), ("y", "sedan"), ("a", "2"), ("b", "1"))


# --- Decisions and the ledger


MAY = Period("2024-05", "2024-05", "month")


@pytest.mark.parametrize(("granted", "is_known"), [("2024-05-01", True), ("2024-04-30", False), ("2024-05-10", True)])
def test_a_grant_settles_that_an_application_of_a_month_was_before(granted: str, *, is_known: bool) -> None:
    """It may have been made on the first day of its month, so that a grant of that day follows it, not one before."""
    decisions = [Decision(DecisionKind.APPLIED, MAY), Decision(DecisionKind.GRANTED, granted)]
    project = Project("A", decisions=decisions)
    if is_known:
        assert project.status(on="2024-05-10") is DecisionKind.GRANTED
    else:
        assert facts(refused(lambda: project.status(on="2024-05-10"))) == (
            "decision.day_not_known",
            "",
            None,
            {"kind": DecisionKind.APPLIED, "on": datetime.date(2024, 5, 10), "day": MAY},
        )


@pytest.mark.parametrize(
    ("on", "status"),
    [("2024-04-30", None), ("2024-05-01", "not known"), ("2024-05-30", "not known"), ("2024-05-31", "applied")],
)
def test_a_decision_of_a_month_was_taken_when_the_month_is_over(on: str, status: str | None) -> None:
    """From its first day to the last but one nobody knows; on the last day it was."""
    project = Project("A", decisions=[Decision(DecisionKind.APPLIED, MAY)])
    if status == "not known":
        assert refused(lambda: project.status(on=on)).code == "decision.day_not_known"
    else:
        assert project.status(on=on) is (None if status is None else DecisionKind.APPLIED)


def test_a_ledger_in_euro_computes_flat_rates_in_euro() -> None:
    """The sums under a flat rate are of the currency of the grant."""
    budget = Budget([Cost(STAFF, ActualCost(Money(100, "EUR"))), flat()])
    granted = Decision(DecisionKind.GRANTED, support=Money(70, "EUR"), budget=budget)
    ledger = Ledger(granted, [Claim(1, costs=[ClaimedCost(STAFF, Money(10, "EUR"))])])
    assert ledger.rows[-1].costs == Money(14, "EUR")


def test_an_amendment_in_another_currency_is_refused_at_the_decision() -> None:
    """The currency of the grant is told beside that of the amendment."""
    granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
    amended = Decision(DecisionKind.AMENDED, support=Money(40, "EUR"), budget=Budget(total=Money(100, "EUR")))
    assert facts(refused(lambda: Ledger(granted, [amended]))) == (
        "currency.mixed",
        "events[0]",
        "EUR",
        {"other": "SEK"},
    )
    applied = Decision(DecisionKind.APPLIED, support=Money(40))
    error = refused(lambda: Ledger(granted, [applied]))
    assert facts(error) == (
        "value.not_usable",
        "events[0].kind",
        DecisionKind.APPLIED,
        {"choices": (DecisionKind.AMENDED, DecisionKind.CLOSED)},
    )


CLOSURES: list[tuple[Any, ...]] = [
    (Money(-1), ("value.negative", "events[0].support", Money(-1), {})),
    (Money(40, "EUR"), ("currency.mixed", "events[0]", "SEK", {"other": "EUR"})),
    (
        Money("39.50"),
        ("amount.finer_than_rounding", "events[0].support", Money("39.50"), {"currency": "SEK"}),
    ),
]


@pytest.mark.parametrize(
    ("support", "expected"),
    CLOSURES,
)
def test_the_support_of_a_closure_is_checked_as_that_of_a_grant(support: Money, expected: tuple[object, ...]) -> None:
    """It is not negative, of the currency of the budget, and of whole kronor where payments are."""
    granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
    closed = Decision(DecisionKind.CLOSED, support=support)
    assert facts(refused(lambda: Ledger(granted, [closed], rounding=Rounding.WHOLE_DOWN))) == expected
    assert Ledger(granted, [Decision(DecisionKind.CLOSED, support=Money(0))]).support == Money(0)


def test_revenue_is_claimed_as_a_negative_amount() -> None:
    """An öre above 0 is refused; 0 and less are not."""
    granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))

    def claimed(amount: Money) -> Ledger:
        return Ledger(granted, [Claim(1, costs=[ClaimedCost(STAFF, Money(9)), ClaimedCost(REVENUE, amount)])])

    assert claimed(Money(0)).rows[-1].costs == Money(9)
    assert claimed(Money("-0.01")).rows[-1].costs == Money("8.99")
    assert facts(refused(lambda: claimed(Money("0.01")))) == (
        "claim.revenue_above_zero",
        "events[0].costs",
        Money("0.01"),
        {},
    )


def test_units_are_divided_in_hundredths_and_what_is_finer_goes_to_the_last() -> None:
    """However finely the units are stated, they and their cost are divided without a rest."""
    line = Cost(STAFF, UnitCost(Money("100.10"), "10.125"))
    halves = [
        Phase(name, period=Period(f"2025-{first}", f"2025-{last}", "month"))
        for name, first, last in (("A", "01", "01"), ("B", "02", "02"))
    ]
    spreading = spread(Budget([line]), halves, by=SpreadBy.MONTHS)
    bases = [each.basis for each in spreading.costs if isinstance(each.basis, UnitCost)]
    assert [each.units for each in bases] == [Decimal("5.06"), Decimal("5.065")]
    assert spreading.cost_amounts == (Money("506.51"), Money("507.00"))


def test_own_shares_are_compared_in_twenty_decimals_at_most() -> None:
    """Twenty decimals can be asked for, and one more cannot."""
    assert OwnShare.exactly(Rate.of_percent(46), decimals=20).met_by(Rate.of_percent(46))
    assert facts(refused(lambda: OwnShare.exactly(Rate.of_percent(46), decimals=21))) == (
        "number.outside",
        "decimals",
        21,
        {"low": 0, "high": 20},
    )


# --- Projects that a list has


def test_periods_that_contradict_each_other_are_told_by_their_days() -> None:
    """Each end that differs is a contradiction, with the day that the list has and the one that was read."""
    listed = Project("A", operation_id="23-040-S06", period=Period("2024-01-01", "2025-12-31"))
    read = Project("A", operation_id="23-040-S06", period=Period("2024-02-01", "2026-12-31"))
    assert KnownProjects([listed]).find(read).contradictions == (
        Contradiction("period.start", datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)),
        Contradiction("period.end", datetime.date(2025, 12, 31), datetime.date(2026, 12, 31)),
    )


def test_a_change_of_a_list_tells_what_is_as_it_was() -> None:
    """Each project is new, changed, gone or the same."""
    same, before, gone, new = (Project(name, operation_id=f"23-00{number}-S06") for number, name in enumerate("ABCD"))
    after = attrs.evolve(before, name="Bättre")
    change = diff(Portfolio([same, before, gone]), Portfolio([new, after, same]))
    assert (change.same, change.new, change.gone) == ((same,), (new,), (gone,))
    assert [(each.before, each.after) for each in change.changed] == [(before, after)]
