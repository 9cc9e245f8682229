"""The days of a grant's events: what cannot have come where it is given is refused, as far as the days are known."""

from __future__ import annotations

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    AdvancePayment,
    Budget,
    Claim,
    Decision,
    DecisionKind,
    InvalidValue,
    Ledger,
    Money,
    NotKnown,
    Period,
    Project,
)
from esfmodel.model.ledger.ledger import events_of
from esfmodel.testing import dates
from esfmodel.values.period import first_and_last
from grants import claim

GRANTED = Decision(DecisionKind.GRANTED, "2024-06-28", support=Money(400), budget=Budget(total=Money(1000)))
AMENDED = Decision(DecisionKind.AMENDED, "2025-06-01", support=Money(600))
ADVANCE = AdvancePayment(Money(100), "2025-02-01")
SINCE = datetime.date(2024, 6, 28)


@pytest.mark.parametrize(
    ("events", "place", "since"),
    [
        ([claim(1, "2025-06-01"), ADVANCE], "events[1].on", datetime.date(2025, 6, 1)),
        ([AMENDED, ADVANCE], "events[1].on", datetime.date(2025, 6, 1)),
        ([AMENDED, claim(1, "2025-05-31")], "events[1].on", datetime.date(2025, 6, 1)),
        ([claim(1, "2024-06-27")], "events[0].on", SINCE),
        ([claim(1), claim(2, Period("2024-05", "2024-05", "month"))], "events[1].on", SINCE),
        (
            [claim(1, "2025-03-01"), Decision(DecisionKind.CLOSED, "2025-02-28")],
            "events[1].on",
            datetime.date(2025, 3, 1),
        ),
    ],
)
def test_what_came_before_is_not_given_after(
    events: list[Claim | AdvancePayment | Decision], place: str, since: datetime.date
) -> None:
    """An advance of February is not settled against nothing because it is given after a claim of June."""
    with pytest.raises(InvalidValue, match="give the events in the order in which they happened") as refused:
        Ledger(GRANTED, events)
    assert (refused.value.place, refused.value.params) == (place, {"since": since})


@pytest.mark.parametrize(
    "events",
    [
        [ADVANCE, claim(1, "2025-02-01"), claim(2), AMENDED, claim(3, "2025-06-01")],
        [claim(1, "2025-06-10"), claim(2, "2025-05-10"), AMENDED],
        [claim(1, Period("2024-06", "2024-06", "month")), AdvancePayment(Money(1))],
        [AdvancePayment(Money(1), Period.of_years(2025)), claim(1, "2025-01-15")],
    ],
)
def test_what_may_have_come_in_this_order_stands(events: list[Claim | AdvancePayment | Decision]) -> None:
    """On one day anything goes; claims of several partners may cross; of a day nobody knows nothing is said."""
    assert len(Ledger(GRANTED, events).rows) == len(events)


@given(st.lists(dates(earliest=SINCE), max_size=4), st.lists(dates(earliest=SINCE), max_size=3), dates(earliest=SINCE))
def test_a_project_puts_its_events_in_an_order_that_stands(
    handed_in: list[datetime.date], paid: list[datetime.date], amended: datetime.date
) -> None:
    """Whatever the days of claims, advances and an amendment, `Ledger.of` finds an order of them."""
    decisions = [Decision(DecisionKind.AMENDED, amended, support=Money(600)), GRANTED]
    claims = [claim(number, on) for number, on in enumerate(handed_in, start=1)]
    advances = [AdvancePayment(Money(1), on) for on in paid]
    ledger = Ledger.of(Project("Framtidskraft", decisions=decisions, claims=claims), advances=advances)
    assert len(ledger.rows) == len(claims) + len(advances) + 1


DAYS = st.one_of(
    st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 3, 31)),
    st.sampled_from(
        [Period.of_months(f"2025-0{first}-01", months) for first, months in [(1, 1), (1, 2), (2, 1), (3, 1)]]
    ),
)


@given(st.lists(DAYS, max_size=6), st.none() | DAYS, st.integers(0, 7))
def test_an_amendment_comes_after_the_last_claim_before_it(
    handed_in: list[datetime.date | Period], on: datetime.date | Period | None, without_day: int
) -> None:
    """It is compared with every claim, and where the days leave one of them open, the first such claim is named."""
    claims = [claim(number, None if number == without_day else when) for number, when in enumerate(handed_in, start=1)]
    amended = attrs.evolve(AMENDED, on=on)
    project = Project("Framtidskraft", decisions=[GRANTED, amended], claims=claims)
    days = [(each.on and first_and_last(each.on), amended.on and first_and_last(amended.on)) for each in claims]
    came_before = [bool(claimed and since and claimed[1] < since[0]) for claimed, since in days]
    came_after = [bool(claimed and since and claimed[0] >= since[1]) for claimed, since in days]
    is_open = [not before and not after for before, after in zip(came_before, came_after, strict=True)]
    if any(is_open):
        with pytest.raises(NotKnown) as unknown:
            events_of(project, [])
        assert unknown.value.params["number"] == is_open.index(True) + 1
    else:
        place = max((number for number, before in enumerate(came_before, start=1) if before), default=0)
        assert events_of(project, []) == (*claims[:place], amended, *claims[place:])
