"""What happens to a grant after it is decided: claims, advances and decisions, and how an advance is settled."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs
import pendulum

from esfmodel.errors import InvalidValue
from esfmodel.model._fields import is_a, several
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.claims import Claim
from esfmodel.model.decision import Decision
from esfmodel.values.money import Money
from esfmodel.values.period import Period, as_when

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from typing import Any


class Settlement(enum.Enum):
    """Against which claims an advance is settled (avräknas): the first ones, or the last ones.

    `FIRST` pays nothing for costs until the advance is used up; `LAST` pays every claim until the grant is, so that the
    advance stands to the end.

    >>> Settlement.FIRST.value
    'against the first claims'
    """

    FIRST = "against the first claims"
    LAST = "against the last claims"

    @property
    def is_first(self) -> bool:
        """Whether the advance is used up before anything is paid for costs."""
        return self is Settlement.FIRST


def _as_on(value: datetime.date | Period | str | None) -> pendulum.Date | Period | None:
    return as_when(value, "on")


def _is_above_nothing(_owner: object, field: attrs.Attribute[Any], value: Money) -> None:
    is_a(Money)(_owner, field, value)
    if value.minor <= 0:
        raise InvalidValue(field.name, value, "is no payment", "give an amount above 0")


@attrs.frozen
class AdvancePayment:
    """An advance (förskott) paid before the costs it is for are shown; `on` is its day, or a `Period`.

    Raises `InvalidValue` for an amount that is not above 0.

    >>> str(AdvancePayment(Money(400_000), "2025-01-15").on)
    '2025-01-15'
    """

    amount: Money = attrs.field(validator=_is_above_nothing)
    on: pendulum.Date | Period | None = attrs.field(default=None, converter=_as_on)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


Event = Claim | AdvancePayment | Decision
"""What happens to a grant after it is decided."""


def as_events(value: Iterable[Event]) -> tuple[Event, ...]:
    """Give the events as a tuple, each of one of these kinds."""
    events = several(value, "Claim, AdvancePayment or Decision", "events")
    for index, event in enumerate(events):
        if not isinstance(event, (Claim, AdvancePayment, Decision)):
            raise TypeError(f"events[{index}] must be Claim, AdvancePayment or Decision, not {type(event).__name__}")
    return events
