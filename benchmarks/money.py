# /// script
# requires-python = ">=3.11"
# dependencies = ["esfmodel", "py-moneyed>=3"]
#
# [tool.uv.sources]
# esfmodel = { path = "..", editable = true }
# ///
"""How long Money takes for what programs do most, as a ratio to py-moneyed measured in the same run.

Each operation is timed in rounds, ours and theirs in turn, so that a busy machine slows both. The ratio is that of the
medians: below 1 we are faster, above 1 slower.
"""

from __future__ import annotations

import statistics
import sys
from decimal import Decimal
from importlib.metadata import version
from timeit import Timer
from typing import TYPE_CHECKING, Any

import moneyed
import moneyed.l10n

import esfmodel

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
SECONDS_A_ROUND = 0.02

OURS, ANOTHER = esfmodel.Money("3706566.50"), esfmodel.Money("1235522.25")
THEIRS, THEIR_OTHER = moneyed.Money("3706566.50", "SEK"), moneyed.Money("1235522.25", "SEK")
MANY, MANY_OF_THEIRS = [OURS] * 1000, [THEIRS] * 1000
DECIMAL = Decimal("3706566.50")

OPERATIONS: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
    "make from a whole number": (
        lambda: esfmodel.Money(3_706_566, "SEK"),
        lambda: moneyed.Money(3_706_566, "SEK"),
    ),
    "make from text": (
        lambda: esfmodel.Money("3706566.50", "SEK"),
        lambda: moneyed.Money("3706566.50", "SEK"),
    ),
    "make from a Decimal": (
        lambda: esfmodel.Money(DECIMAL, "SEK"),
        lambda: moneyed.Money(DECIMAL, "SEK"),
    ),
    "add two": (lambda: OURS + ANOTHER, lambda: THEIRS + THEIR_OTHER),
    "sum a thousand": (
        lambda: sum(MANY, esfmodel.Money(0)),
        lambda: sum(MANY_OF_THEIRS, moneyed.Money(0, "SEK")),
    ),
    "compare two": (lambda: OURS < ANOTHER, lambda: THEIRS < THEIR_OTHER),
    "equal and hash": (lambda: (OURS == ANOTHER, hash(OURS)), lambda: (THEIRS == THEIR_OTHER, hash(THEIRS))),
    "ask for the Decimal": (lambda: OURS.amount, lambda: THEIRS.amount),
    "write in Swedish": (
        lambda: f"{OURS:sv}",
        lambda: moneyed.l10n.format_money(THEIRS, locale="sv_SE"),
    ),
}


def nanoseconds(timer: Timer, times: int) -> float:
    """Time one call, from many of them."""
    return timer.timeit(times) / times * 1e9


def measured(ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[float, float]:
    """Give the median time of one call of each, in nanoseconds, taken in turn."""
    timers = Timer(ours), Timer(theirs)
    times = [max(1, int(SECONDS_A_ROUND / max(timer.timeit(10) / 10, 1e-8))) for timer in timers]
    rounds = [[nanoseconds(timer, number) for timer, number in zip(timers, times, strict=True)] for _ in range(ROUNDS)]
    mine, others = zip(*rounds, strict=True)
    return statistics.median(mine), statistics.median(others)


def main() -> None:
    """Write the table."""
    python = ".".join(map(str, sys.version_info[:3]))
    sys.stdout.write(f"Python {python}, py-moneyed {version('py-moneyed')}; medians of {ROUNDS} rounds, in ns\n\n")
    sys.stdout.write(f"| {'operation':<26} | {'esfmodel':>10} | {'py-moneyed':>10} | ratio |\n")
    sys.stdout.write(f"|{'-' * 28}|{'-' * 11}:|{'-' * 11}:|{'-' * 6}:|\n")
    for name, (ours, theirs) in OPERATIONS.items():
        mine, others = measured(ours, theirs)
        sys.stdout.write(f"| {name:<26} | {mine:>10.0f} | {others:>10.0f} | {mine / others:>5.2f} |\n")


if __name__ == "__main__":
    main()
