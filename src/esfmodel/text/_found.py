"""What a recogniser has found in readable text, before it becomes a public figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from esfmodel.text.figures import Approximation, FigureKind
    from esfmodel.values.bounds import Bounds
    from esfmodel.values.money import Money
    from esfmodel.values.period import OpenPeriod, Period
    from esfmodel.values.rate import Rate


class Found(NamedTuple):
    """A figure that stands in `Prose.plain` from `start` up to `end`, its words of approximation included."""

    kind: FigureKind
    start: int
    end: int
    stated: Money | Rate | None
    approx: Approximation
    value: Money | Rate | Bounds[Money] | Bounds[Rate] | Period | OpenPeriod | int | None
    step: Money | Rate | None
