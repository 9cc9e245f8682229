"""Whether the events of a grant can have come in the order in which they are given, as far as their days are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.model.claims import Claim
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.decision import Decision
    from esfmodel.model.ledger_events import Event
    from esfmodel.values.dates import Date


class _Dated(NamedTuple):
    """The first day on which something can have happened, and where it stands."""

    since: Date
    place: str


def check_order_of_days(granted: Decision, events: Sequence[Event]) -> None:
    """Refuse an event whose day lies before that of one given before it; of what has no known day nothing is said.

    Claims of several partners may cross, so a claim is held against the decisions and advances before it, and a
    decision or an advance against those and the claim it follows.
    """
    last_claim: _Dated | None = None
    latest = None if granted.on is None else _Dated(first_and_last(granted.on)[0], "granted")
    for index, event in enumerate(events):
        if event.on is None:
            continue
        since, until = first_and_last(event.on)
        is_claim = isinstance(event, Claim)
        for before in (latest, None if is_claim else last_claim):
            if before is not None and until < before.since:
                raise InvalidValue(
                    f"events[{index}].on",
                    str(event.on),
                    f"is before {before.place}, {before.since}",
                    "give the events in the order in which they happened",
                )
        if is_claim:
            last_claim = _Dated(since, f"events[{index}]")
        elif latest is None or since > latest.since:
            latest = _Dated(since, f"events[{index}]")
