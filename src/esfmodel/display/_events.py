"""What pages and plots call the times of a project: its period, and the steps of a claim.

>>> from esfmodel import Claim
>>> steps_of(Claim(1, on="2025-02-01", paid_on="2025-04-01"), "en")
[('handed in', Date(2025, 2, 1)), ('paid', Date(2025, 4, 1))]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from esfmodel.model.ledger.claims import Claim
    from esfmodel.values.dates import Date

PROJECT_PERIOD: Final = Words("projektperiod", "project period")

_STEPS: Final = {
    "on": Words("inlämnad", "handed in"),
    "decided_on": Words("beslutad", "decided"),
    "paid_on": Words("utbetald", "paid"),
}
"""The steps of a claim in their order, by the fields of their days."""


def step_names(language: str) -> list[str]:
    """Return what the steps of a claim are called, in their order."""
    return [words.text(language) for words in _STEPS.values()]


def steps_of(claim: Claim, language: str) -> list[tuple[str, Date]]:
    """Return the steps of a claim that have a day, with that day."""
    days = zip(step_names(language), (getattr(claim, field) for field in _STEPS), strict=True)
    return [(name, day) for name, day in days if day is not None]
