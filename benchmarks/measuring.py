"""How an operation is timed: ours and the peer's in turn, so that a busy machine slows both.

A case is one operation on two sides that do the same work. Times are processor time, which other programs do not
lengthen; a row has the median of each side, and the median ratio of the rounds with its quartiles.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from time import perf_counter, process_time
from timeit import Timer
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

Measure: TypeAlias = Literal["calls", "seconds", "bytes"]
"""What a side gives: something to be timed, or the seconds or bytes that it has measured itself."""


@attrs.frozen
class Case:
    """One operation of a topic, and the peer it is measured beside."""

    topic: str
    name: str
    peer: str
    ours: Callable[..., Any]
    theirs: Callable[..., Any]
    alike: Callable[[Any, Any], bool] | None = attrs.field(kw_only=True)
    """Whether both gave the same; None where the peer is a yardstick and not the same work."""
    given: Callable[[], Any] | None = attrs.field(default=None, kw_only=True)
    """Makes what `ours` is called with, anew for each call and outside its time."""
    measure: Measure = attrs.field(default="calls", kw_only=True)
    times: int = attrs.field(default=1, kw_only=True)
    """How many operations one call is, of both sides."""
    characters: int = attrs.field(default=0, kw_only=True)
    """The length of the text that is read, where the speed is of interest."""
    most: float | None = attrs.field(default=None, kw_only=True)
    """The goal: the largest ratio."""
    seconds: float | None = attrs.field(default=None, kw_only=True)
    """The goal: the most seconds an operation may take."""

    def agrees(self) -> bool:
        """Run both sides once and compare what they give."""
        ours = self.ours() if self.given is None else self.ours(self.given())
        theirs = self.theirs()
        return self.alike is None or self.alike(ours, theirs)


@attrs.frozen
class Row:
    """What was measured of a case: seconds or bytes of one operation, the median ratio and its quartiles."""

    case: Case
    ours: float
    theirs: float
    ratio: float
    low: float
    high: float

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        if self.case.most is not None:
            return self.ratio <= self.case.most
        return None if self.case.seconds is None else self.ours <= self.case.seconds


@attrs.frozen
class Effort:
    """How long a run takes care."""

    rounds: int
    """The rounds of each case, in which its sides take turns."""
    seconds: float
    """The time of one side in a round: it is called as often as this has room for, and at least once."""
    patience: float
    """Seconds after which no further round is begun, nor a larger size tried."""
    large: int
    """The most lines of a project, and a measure of all else that is large."""


FULL = Effort(rounds=15, seconds=0.05, patience=10.0, large=1600)
QUICK = Effort(rounds=3, seconds=0.003, patience=0.2, large=400)
LEAST = 2
"""Rounds of whatever takes long; of one alone there are no quartiles."""


def in_rounds(sides: Sequence[Callable[[], float]], effort: Effort) -> list[list[float]]:
    """Let the sides take turns; return what each gives, round by round."""
    began = perf_counter()
    taken: list[list[float]] = []
    while len(taken) < effort.rounds and (len(taken) < LEAST or perf_counter() - began < effort.patience):
        taken.append([side() for side in sides])
    return taken


def measured(case: Case, effort: Effort) -> Row:
    """Measure both sides of a case in turn."""
    if not case.agrees():
        raise SystemExit(f"{case.topic}, {case.name}: esfmodel and {case.peer} do not give the same")
    sides = [case.ours, case.theirs]
    if case.measure == "calls":
        sides = [called(case.ours, effort, given=case.given), called(case.theirs, effort)]
    taken = [[amount / case.times for amount in amounts] for amounts in in_rounds(sides, effort)]
    ours, theirs = (statistics.median(side) for side in zip(*taken, strict=True))
    low, ratio, high = statistics.quantiles([mine / other for mine, other in taken], n=4, method="inclusive")
    return Row(case, ours, theirs, ratio, low, high)


def called(call: Callable[..., Any], effort: Effort, *, given: Callable[[], Any] | None = None) -> Callable[[], float]:
    """Return a function that times one call, from as many as a round has room for."""

    def seconds(times: int) -> float:
        if given is None:
            return Timer(call, timer=process_time).timeit(times) / times
        things = iter([given() for _ in range(times)])
        return Timer(lambda: call(next(things)), timer=process_time).timeit(times) / times

    times = _room(effort, seconds(1))
    if times > 1:  # one call alone says little of so short a time
        times = _room(effort, seconds(min(times, 100)))
    return lambda: seconds(times)


def _room(effort: Effort, seconds: float) -> int:
    return max(1, round(effort.seconds / max(seconds, 1e-8)))


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Fit seconds = c · size^exponent by least squares of the logarithms: 1 is linear, 2 quadratic."""
    sizes = [math.log(size) for size, _ in points]
    return statistics.linear_regression(sizes, [math.log(seconds) for _, seconds in points]).slope
