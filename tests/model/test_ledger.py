from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    AdvancePayment,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    LedgerEvent,
    Limit,
    Money,
    NotKnown,
    PaymentLimitKind,
    Rate,
    Rounding,
    Settlement,
)
from esfmodel.testing import ledgers
from grants import GRANTED, HUNDRED, SUPPORT, TOTAL, claim, claims_of, cost

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.model.ledger.rows import Event

STAFF = CostCategory.STAFF
TRAVEL = CostCategory.TRAVEL


# --- the share, and where the last claim lands


def test_two_claims_a_reader_can_check() -> None:
    """Of 100 kronor with 40 in support, 33,33 give 13,33 and the rest the 26,67 that are left."""
    first, second = Ledger(HUNDRED, claims_of([Money("33.33"), Money("66.67")])).claims
    assert (first.support, second.support) == (Money("13.33"), Money("26.67"))
    assert second.support_so_far == Money(40)
    assert second.binding is not None
    assert second.binding.kind is PaymentLimitKind.SHARE


@given(st.lists(st.integers(0, TOTAL.minor), max_size=8))
def test_claims_sum_to_the_grant_however_the_costs_are_split(cuts: list[int]) -> None:
    """Whatever the claims, the last of them lands on the grant when the costs reach the budget."""
    ends = [0, *sorted(cuts), TOTAL.minor]
    amounts = [Money.of_minor(end - start) for start, end in pairwise(ends)]
    rows = Ledger(GRANTED, claims_of(amounts)).claims
    assert sum((row.support for row in rows), Money(0)) == SUPPORT
    assert rows[-1].support_so_far == rows[-1].paid_so_far == SUPPORT


@given(st.lists(st.integers(0, TOTAL.minor // 8), max_size=8), st.sampled_from(Rounding))
def test_each_claim_is_within_one_unit_of_its_share(amounts: list[int], rounding: Rounding) -> None:
    """Where nothing caps, a claim gives its share to within one unit of the rounding, as do all claims together."""
    unit = 100 if rounding.is_whole else 1
    share = Fraction(SUPPORT.minor, TOTAL.minor)
    rows = Ledger(GRANTED, claims_of(map(Money.of_minor, amounts)), rounding=rounding).claims
    for row, amount, so_far in zip(rows, amounts, accumulate(amounts), strict=True):
        assert abs(row.support.minor - share * amount) <= unit
        assert row.support_so_far.minor == rounding.to_integer(share * so_far / unit) * unit


def test_costs_beyond_the_budget_give_no_more() -> None:
    """When the grant is used up, it is the grant that binds."""
    row = Ledger(HUNDRED, claims_of([101])).claims[0]
    assert row.support == Money(40)
    assert row.binding is not None
    assert row.binding.kind is PaymentLimitKind.GRANTED
    assert [limit.amount for limit in row.limits] == [Money("40.40"), Money(40)]


@given(ledgers())
def test_what_is_paid_is_what_is_due_and_the_advance_left(ledger: Ledger) -> None:
    """Row by row the sums follow from the figures, and no limit of the row is exceeded."""
    zero = Money(0, ledger.support.currency)
    costs = support = paid = zero
    for row in ledger.rows:
        costs, support, paid = costs + row.costs, support + row.support, paid + row.paid
        assert (row.costs_so_far, row.support_so_far, row.paid_so_far) == (costs, support, paid)
        assert all(zero <= row.support_so_far <= limit.amount for limit in row.limits)
        assert row.advance_left >= zero
        assert row.settled >= zero
        assert (row.binding is None) == (row.event is LedgerEvent.ADVANCE)
    assert (ledger.costs_so_far, ledger.support_so_far, ledger.paid_so_far) == (costs, support, paid)
    assert ledger.paid_so_far <= ledger.support
    assert ledger.support_left == (zero if ledger.is_closed else ledger.support - support)
    assert sum((outcome.incurred for outcome in ledger.categories), zero) == costs


OUT_OF_PLACE: list[Event] = [
    Claim(2),
    Claim(98, costs=[cost(-1, corrects=3)]),
    Claim(99, costs=[cost(Money(5, "EUR"))]),
    AdvancePayment(Money(1), "2025-01-15"),
    Decision(DecisionKind.AMENDED, "2024-12-31", support=Money(0)),
    Decision(DecisionKind.AMENDED, budget=Budget(total=Money(1))),
    Decision(DecisionKind.CLOSED),
]
"""Events that are possible in some places, and in others refused for one reason or another."""


def told(make: Callable[..., Ledger], *given: Any, **facts: Any) -> tuple[object, ...]:  # noqa: ANN401
    """Return all that a ledger says, or the error for which there is none."""
    try:
        ledger = make(*given, **facts)
    except (InvalidValue, NotKnown) as error:
        return type(error), str(error), error.place
    figures = ledger.costs_so_far, ledger.support_so_far, ledger.advance_left, ledger.support, ledger.share
    return ledger, hash(ledger), ledger.rows, ledger.categories, ledger.is_closed, figures


@given(
    ledgers("SEK"), st.lists(st.tuples(st.integers(0, 4), st.sampled_from(OUT_OF_PLACE)), max_size=3), st.integers(1, 5)
)
def test_events_that_come_later_give_the_ledger_of_all(
    ledger: Ledger, others: list[tuple[int, Event]], step: int
) -> None:
    """However the events are divided, the ledger is that of all given at once, or the same event is refused."""
    events = list(ledger.events)
    for place, event in others:
        events.insert(place, event)
    grown = attrs.evolve(ledger, events=())
    for start in range(0, len(events), step):
        before = told(grown.after)
        found = told(grown.after, *events[start : start + step])
        # Other events that go on from the same ledger are not seen by either.
        told(grown.after, Claim(97, costs=[cost(7, TRAVEL)]), Decision(DecisionKind.CLOSED))
        assert found == told(Ledger, ledger.granted, events[: start + step], settlement=ledger.settlement)
        assert told(grown.after) == before
        if not isinstance(found[0], Ledger):
            break
        grown = found[0]
    assert told(pickle.loads, pickle.dumps(grown)) == told(copy.deepcopy, grown) == told(grown.after)


@given(st.sets(st.integers(1, 60)))
def test_a_claim_is_found_by_its_number(numbers: set[int]) -> None:
    """Each claim is found, however many there are, and no other."""
    events = [claim(number) for number in sorted(numbers)]
    ledger = Ledger(HUNDRED, [AdvancePayment(Money(1)), *events, Decision(DecisionKind.CLOSED)])
    for number in range(-1, 62):
        if number in numbers:
            assert ledger.claim(number).number == number
        else:
            with pytest.raises(InvalidValue, match="number"):
                ledger.claim(number)


def test_a_subclass_checks_what_comes_later() -> None:
    """A ledger of one's own kind stays so, with its own fields and checks."""

    @attrs.frozen
    class Small(Ledger):
        """A ledger of few events."""

        most: int = attrs.field(default=1, kw_only=True)

        def __attrs_post_init__(self) -> None:
            super().__attrs_post_init__()
            if len(self.events) > self.most:
                raise OverflowError

    small = Small(HUNDRED, most=2).after(claim(1)).after(claim(2))
    assert isinstance(small, Small)
    assert small.most == 2
    with pytest.raises(OverflowError):
        small.after(claim(3))


# --- advances


def test_an_advance_is_settled_against_the_first_claims_or_the_last() -> None:
    """The advance is used up first, or stands until the grant is used up; the end is the same."""
    advance = AdvancePayment(Money(15), "2024-08-01")
    claims = claims_of([25, 25, 50])
    first = Ledger(HUNDRED, [advance, *claims])
    last = attrs.evolve(first, settlement=Settlement.LAST)
    assert [row.paid for row in first.rows] == [Money(15), Money(0), Money(5), Money(20)]
    assert [row.advance_left for row in first.rows] == [Money(15), Money(5), Money(0), Money(0)]
    assert [row.paid for row in last.rows] == [Money(15), Money(10), Money(10), Money(5)]
    assert [row.settled for row in last.rows] == [Money(0), Money(0), Money(0), Money(15)]
    assert str(first.rows[0].on) == "2024-08-01"


def test_an_advance_is_part_of_the_grant() -> None:
    """No more is advanced than is left of the grant, in its own currency."""
    with pytest.raises(InvalidValue, match=r"is more than what is left of the grant, SEK.30") as refused:
        Ledger(HUNDRED, [*claims_of([25]), AdvancePayment(Money(31))])
    assert refused.value.place == "events[1].amount"
    with pytest.raises(InvalidValue, match="'EUR' is another currency than SEK"):
        Ledger(HUNDRED, [AdvancePayment(Money(1, "EUR"))])
    with pytest.raises(InvalidValue, match="is not above zero"):
        AdvancePayment(Money(0))


# --- corrections


def test_a_correction_takes_back_what_it_gave() -> None:
    """When a correction takes back more than a claim gives, the beneficiary pays back."""
    rows = Ledger(HUNDRED, [*claims_of([50]), Claim(2, costs=[cost(-30, corrects=1), cost(5, TRAVEL)])]).claims
    assert rows[1].paid == Money(-10)
    assert rows[1].support_so_far == Money(10)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=4), st.data())
def test_the_order_of_corrections_does_not_matter(amounts: list[int], data: st.DataObject) -> None:
    """However corrections are spread over the claims that follow, the end is that of the costs that remain."""
    taken = [data.draw(st.integers(0, amount)) for amount in amounts]
    corrections = [cost(-part, corrects=number) for number, part in enumerate(taken, 1)]
    shuffled = data.draw(st.permutations(corrections))
    later = [Claim(10 + number, costs=[each]) for number, each in enumerate(shuffled)]
    at_once = Ledger(HUNDRED, [*claims_of(amounts), Claim(10, costs=corrections)])
    one_by_one = Ledger(HUNDRED, [*claims_of(amounts), *later])
    never = Ledger(HUNDRED, claims_of([sum(amounts) - sum(taken)]))
    assert at_once.support_so_far == one_by_one.support_so_far == never.support_so_far


@pytest.mark.parametrize(
    ("costs", "wrong"),
    [
        ([cost(-51, corrects=1)], "more is corrected than was claimed"),
        ([cost(-1, TRAVEL)], "more is corrected than was claimed"),
        ([cost(-51, CostCategory.REVENUE)], "add up to -?.*, which is below zero"),
        ([cost(Money("0.01"), CostCategory.REVENUE)], "is revenue above 0"),
    ],
)
def test_costs_do_not_fall_below_nothing(costs: list[ClaimedCost], wrong: str) -> None:
    """No more is taken back than was claimed, and revenue does not exceed the costs."""
    with pytest.raises(InvalidValue, match=wrong):
        Ledger(HUNDRED, [*claims_of([50]), Claim(2, costs=costs)])


def test_revenue_and_corrections_reduce_the_costs() -> None:
    """Revenue and corrections without a category of their own are taken off the costs."""
    row = Ledger(
        HUNDRED, [Claim(1, costs=[cost(60), cost(-5, CostCategory.REVENUE), cost(-5, CostCategory.CORRECTION)])]
    )
    assert row.costs_so_far == Money(50)


# --- amendments and closure


def amended(support: int | None = None, total: int | None = None) -> Decision:
    """Return a decision that amends a grant."""
    return Decision(
        DecisionKind.AMENDED,
        support=None if support is None else Money(support),
        budget=None if total is None else Budget(total=Money(total)),
    )


def test_a_lower_grant_takes_back_at_once() -> None:
    """An amended grant that is less than what was due is paid back; what it adds is due with the next claim."""
    ledger = Ledger(HUNDRED, [*claims_of([90]), amended(support=20), amended(support=60), Claim(2)])
    assert [row.paid for row in ledger.rows] == [Money(36), Money(-18), Money(0), Money(36)]
    assert [row.event.value for row in ledger.rows] == ["claim", "amendment", "amendment", "claim"]
    assert ledger.share == Rate.of_percent(60)
    assert ledger.support == Money(60)


def test_a_lower_grant_takes_back_an_advance_it_has_no_room_for() -> None:
    """What was advanced beyond the amended grant is paid back, whichever claims the rest is settled against."""
    for settlement in Settlement:
        ledger = Ledger(HUNDRED, [AdvancePayment(Money(30)), amended(support=20)], settlement=settlement)
        assert ledger.rows[1].paid == Money(-10)
        assert ledger.advance_left == Money(20)


def test_a_new_budget_keeps_the_support() -> None:
    """What an amendment does not say stays as it was, so that more cost with the same support is a lower share."""
    ledger = Ledger(HUNDRED, [amended(total=200), *claims_of([100])])
    assert ledger.share == Rate.of_percent(20)
    assert ledger.support_so_far == Money(20)


def test_the_terms_in_force_are_told() -> None:
    """The budget is that of the last decision; the Union's part is told where a budget has divided the support."""
    ledger = Ledger(HUNDRED)
    assert (ledger.budget, ledger.eu_share) == (HUNDRED.budget, None)
    sources = {FundingSource.EU: 30, FundingSource.STATE_GRANT: 10, FundingSource.OWN: 60}
    divided = Budget(
        financing=[Contribution(Funder(source=source), Money(amount)) for source, amount in sources.items()]
    )
    later = ledger.after(Decision(DecisionKind.AMENDED, budget=divided))
    assert (later.budget, later.eu_share) == (divided, Rate.of_percent(75))


def test_a_closure_settles_everything() -> None:
    """What is left of the advance is paid back, a lower final support too, and nothing more is due."""
    closed = Ledger(HUNDRED, [AdvancePayment(Money(20)), *claims_of([25]), Decision(DecisionKind.CLOSED, "2027-09-30")])
    assert closed.rows[-1].paid == Money(-10)
    assert closed.paid_so_far == closed.support_so_far == Money(10)
    assert (closed.is_closed, closed.support_left) == (True, Money(0))
    lower = Ledger(HUNDRED, [*claims_of([25]), Decision(DecisionKind.CLOSED, support=Money(5))])
    assert (lower.rows[-1].paid, lower.paid_so_far) == (Money(-5), Money(5))


def test_a_closure_may_say_its_support_by_its_budget() -> None:
    """The final support is read from the budget of the decision where only that says it, as for an amendment."""
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(5)),
        Contribution(Funder(source=FundingSource.OWN), Money(20)),
    ]
    final = Decision(DecisionKind.CLOSED, budget=Budget(financing=financing))
    closed = Ledger(HUNDRED, [*claims_of([25]), final])
    assert (closed.rows[-1].paid, closed.paid_so_far) == (Money(-5), Money(5))
    nothing_said = Decision(DecisionKind.CLOSED, budget=Budget(total=Money(25)))
    assert Ledger(HUNDRED, [*claims_of([25]), nothing_said]).paid_so_far == Money(10)


def test_one_claim_and_one_category_are_one_call() -> None:
    """A claim is found by its number, and what is left of a category by its name, also where nothing was incurred."""
    ledger = Ledger(HUNDRED, claims_of([25, 50]))
    assert ledger.claim(2) == ledger.claims[1]
    assert ledger.outcome(CostCategory.VAT).incurred == Money(0)
    assert [ledger.outcome(outcome.category) for outcome in ledger.categories] == list(ledger.categories)
    with pytest.raises(InvalidValue, match="number 3 is no claim of this grant; give the number of one of its claims"):
        ledger.claim(3)
    with pytest.raises(TypeError, match="number must be int, not str"):
        ledger.claim("2")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="category must be CostCategory, not str"):
        ledger.outcome("travel")  # type: ignore[arg-type]


def test_a_closure_may_set_a_limit() -> None:
    """The last decision's limits bind what is due in the end; without any, those before it stay."""
    union = [
        Contribution(Funder(source=FundingSource.EU), Money(40)),
        Contribution(Funder(source=FundingSource.OWN), Money(60)),
    ]
    decision = Decision(DecisionKind.GRANTED, budget=Budget(financing=union), limits=[Limit.of_amount(Money(30))])
    for limits, paid in (([Limit.of_amount(Money(20))], Money(-10)), ([], Money(0))):
        ledger = Ledger(decision, [*claims_of([100]), Decision(DecisionKind.CLOSED, limits=limits)])
        assert ledger.rows[-1].paid == paid


def test_a_closure_pays_what_an_amendment_added() -> None:
    """What is due for the costs by the last terms is paid when the grant is closed."""
    ledger = Ledger(HUNDRED, [*claims_of([50]), amended(support=60), Decision(DecisionKind.CLOSED)])
    assert [row.paid for row in ledger.rows] == [Money(20), Money(0), Money(10)]
