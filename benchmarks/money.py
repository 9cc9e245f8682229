# /// script
# requires-python = ">=3.11"
# dependencies = ["esfmodel", "py-moneyed>=3"]
#
# [tool.uv.sources]
# esfmodel = { path = "..", editable = true }
# ///
"""How long Money takes for what programs do most, as a ratio to py-moneyed and Babel measured in the same run.

Each operation is timed in rounds, ours and theirs in turn, so that a busy machine slows both. The ratio is that of the
medians: below 1 we are faster, above 1 slower.
"""

from __future__ import annotations

import statistics
import sys
from decimal import Decimal
from importlib.metadata import version
from timeit import Timer
from typing import TYPE_CHECKING, Any, TypeAlias

import moneyed
import moneyed.l10n
from babel.numbers import format_currency, parse_decimal

import esfmodel
from esfmodel.text import sv

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
SECONDS_A_ROUND = 0.02

OURS, ANOTHER = esfmodel.Money("3706566.50"), esfmodel.Money("1235522.25")
THEIRS, THEIR_OTHER = moneyed.Money("3706566.50", "SEK"), moneyed.Money("1235522.25", "SEK")
MANY, MANY_OF_THEIRS = [OURS] * 1000, [THEIRS] * 1000
DECIMAL, WHOLE = Decimal("3706566.50"), Decimal(3_706_566)
WHOLE_OF_OURS = esfmodel.Money(3_706_566)
NUMBER = "3\N{NO-BREAK SPACE}706\N{NO-BREAK SPACE}566,50"
WRITTEN = f"{NUMBER}\N{NO-BREAK SPACE}kr"

Pair: TypeAlias = "tuple[Callable[[], Any], Callable[[], Any]]"

BESIDE_BABEL: dict[str, Pair] = {
    "write whole kronor in Swedish": (
        lambda: sv.format_money(WHOLE_OF_OURS),
        lambda: format_currency(WHOLE, "SEK", locale="sv_SE"),
    ),
    "write öre in Swedish": (
        lambda: sv.format_money(OURS),
        lambda: format_currency(DECIMAL, "SEK", locale="sv_SE"),
    ),
    "read strictly, in Swedish": (
        lambda: sv.parse_money(WRITTEN),
        lambda: parse_decimal(NUMBER, locale="sv_SE", strict=True),
    ),
}

BESIDE_MONEYED: dict[str, Pair] = {
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
    sys.stdout.write(f"Python {python}; medians of {ROUNDS} rounds, in ns\n")
    for peer, operations in (("py-moneyed", BESIDE_MONEYED), ("babel", BESIDE_BABEL)):
        sys.stdout.write(f"\n| {'operation':<29} | {'esfmodel':>10} | {f'{peer} {version(peer)}':>14} | ratio |\n")
        sys.stdout.write(f"|{'-' * 31}|{'-' * 11}:|{'-' * 15}:|{'-' * 6}:|\n")
        for name, (ours, theirs) in operations.items():
            mine, others = measured(ours, theirs)
            sys.stdout.write(f"| {name:<29} | {mine:>10.0f} | {others:>14.0f} | {mine / others:>5.2f} |\n")


if __name__ == "__main__":
    main()
