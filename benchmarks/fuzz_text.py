# /// script
# requires-python = ">=3.11"
# dependencies = ["esfmodel"]
#
# [tool.uv.sources]
# esfmodel = { path = "..", editable = true }
# ///
"""Whether the readers of text stay calm: what nobody would write is read or refused, at once, whatever its length.

    uv run benchmarks/fuzz_text.py [COUNT] [SEED] [--largest CHARACTERS] [--only PART_OF_A_NAME]

Every string goes through each `parse_…` and `find_figures` of both languages. A parser may raise `InvalidValue` and
nothing else; `find_figures` nothing at all. Then texts made to be hard are doubled up to the largest size, and the
time may not grow faster than the text. Ends with status 1 where either fails. The seed makes a run repeatable.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from esfmodel import InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

PIECES = (
    *"0123456789", "12", "500", "000", "2024", "1 234", "3,7", "3.7", "1.234", "1,234,567", "2024-10-01", "40",
    " ", "  ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\t", "\n",
    "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "-", "--", "−", "–", "—", "+", ".", ",", ":", ":-", ",-", "/", "%",
    "(", ")", "~", "½", "٣", "５", "²", "e5", "kr", " kr", "SEK", "SEK ", "€", "£", "tkr", "mkr", " mnkr", "MSEK",
    " milj.", " miljoner", " miljarder", " kronor", " euro", " norska kronor", "en ", "två ", "tjugofem ", "one ",
    " million", " per cent", " procent", "procentenheter", "hälften", "över ", "drygt ", "knappt ", "ca ", "mellan ",
    " och ", " till ", " till och med ", "från och med ", "t.o.m. ", "över 12 ", "oktober", " oktober ", "okt. ",
    "October ", "den ", "1:a ", "kvartal ", "Q", "maj ", "2014–2020", "16 månader", "tre år", "years", "halvår",
    "projekt ", "finansieras ", "dnr ", "EU", "å", "å", "ſ", "K", "İ", "\x00", "\ud800", "\N{GRINNING FACE}",
)  # fmt: skip
FIGURES = (
    "3 706 566 kr", "−12,50 kr", "500:-", "3,7 miljoner kronor", "SEK 3,706,566", "EUR 12 500", "MSEK 3,7",
    "två miljoner norska kronor", "12 500 euro", "15,5 %", "15.5 per cent", "12/29", "fyrtio procent",
    "1 oktober 2024", "den 1:a okt. 2024", "October 1, 2024", "2024-10-01", "1/10 2024", "2014–2020",
    "1 oktober 2024 – 30 september 2027", "maj–juni 2019", "från och med 2024-10-01", "tredje kvartalet 2024",
    "2–3 miljoner kronor", "mellan 40 och 45 procent", "16 månader", "2,5 år", "ett och ett halvt år",
    "Projektet får drygt 2,6 mkr av 29 miljoner kronor under 2023–2025.",
)  # fmt: skip
HARD = (
    *FIGURES, "1", "1 ", "1.", "1,", "1 000 ", "1\N{NO-BREAK SPACE}", "12-", "1–", "2024-", "2024–", "2024-10-", "–",
    " ", "\n", "\n\n", "\N{SOFT HYPHEN}", "kr ", "kr", "en ", "två ", "miljoner ", "mellan ", "mellan 1 och ",
    "drygt ", "från ", "till ", "till och med ", "t.o.m. ", "den ", "1 oktober ", "oktober ", "oktober–", "%", "1/",
    "år ", "ett halvt ", "procent ", "a", "Å", "(", "((1) ", "٣", "SEK ", "SEK", "-", ":-", "1:", "\ud800",
    "2–3 eller ",
)  # fmt: skip
CLASSES = (10, 30, 100, 200, 1_000, 5_000)
FIRST_SIZE = 20_000
MARGIN = 3.0
"""A doubled text may take so many times as long: twice, and what chance adds."""
PATIENCE = 2.0
"""Seconds after which a text is not doubled once more."""
NOTICED = 0.02
"""Seconds below which no growth is told from noise."""


def readers(only: str) -> dict[str, Callable[[str], Any]]:
    """Find every function that takes text in, by its public name, of which `only` is a part."""
    found: dict[str, Callable[[str], Any]] = {}
    for language in (sv, en):
        for name in language.__all__:
            if name.startswith("parse_") or name == "find_figures":
                found[f"{_code(language)}.{name}"] = getattr(language, name)
    return {name: read for name, read in found.items() if only in name}


def _code(language: ModuleType) -> str:
    return language.__name__.rpartition(".")[2]


def strings(count: int, seed: int) -> Iterator[str]:
    """Make text of three kinds: of pieces of figures, of figures with slips, and of any characters at all."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(count):
        kind = chance.random()
        if kind < 0.5:
            yield "".join(chance.choices(PIECES, k=_length(chance)))
        elif kind < 0.9:
            yield _slipped(chance)
        else:
            yield "".join(chr(chance.randrange(0x11_0000)) for _ in range(_length(chance)))


def _length(chance: random.Random) -> int:
    """Choose a number of pieces: few as a rule, now and then hundreds."""
    return chance.randrange(12) if chance.random() < 0.95 else chance.randrange(400)


def _slipped(chance: random.Random) -> str:
    signs = list(chance.choice(FIGURES))
    for _ in range(chance.randrange(4)):
        place = chance.randrange(len(signs) + 1)
        slip = chance.randrange(3)
        if slip == 0:
            signs[place:place] = chance.choice(PIECES)
        elif slip == 1:
            del signs[place : place + 1]
        else:
            signs[place : place + 1] = chance.choice(PIECES)
    return "".join(signs)


def outcome(read: Callable[[str], Any], text: str, *, may_refuse: bool) -> str | None:
    """Read the text; say what is wrong when something is."""
    try:
        read(text)
    except InvalidValue as refusal:
        if not may_refuse:
            return f"refused: {refusal}"
        return None if len(str(refusal)) < 600 else "a message of 600 characters or more"
    except Exception as crash:
        return f"{type(crash).__name__}: {crash}"
    return None


def fuzz(count: int, seed: int, reading: dict[str, Callable[[str], Any]]) -> int:
    """Put `count` strings through every reader; give the number of failures."""
    slowest: dict[tuple[str, int], tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    failures = 0
    began = perf_counter()
    for text in strings(count, seed):
        size = next((limit for limit in CLASSES if len(text) < limit), CLASSES[-1])
        for name, read in reading.items():
            start = perf_counter()
            wrong = outcome(read, text, may_refuse=not name.endswith("find_figures"))
            seconds = perf_counter() - start
            if wrong is not None:
                failures += 1
                sys.stdout.write(f"FAILED {name}({text!a}): {wrong}\n")
            if seconds > slowest[name, size][0]:
                slowest[name, size] = seconds, text
    seconds = perf_counter() - began
    sys.stdout.write(
        f"{count} strings, seed {seed}, through {len(reading)} readers: {seconds:.0f} s, "
        f"{count / seconds:.0f} strings/s, {failures} failures\n\n"
    )
    _write_slowest(slowest, reading)
    sys.stdout.flush()
    return failures


def _write_slowest(slowest: dict[tuple[str, int], tuple[float, str]], reading: dict[str, Callable[[str], Any]]) -> None:
    """Show the slowest string of each reader and length, timed once more and alone."""
    sys.stdout.write("slowest string by its length, in microseconds (best of five)\n\n")
    sys.stdout.write(f"| {'reader':<20} |" + "".join(f" {f'< {limit}':>7} |" for limit in CLASSES) + "\n")
    sys.stdout.write(f"|{'-' * 22}|" + f"{'-' * 8}:|" * len(CLASSES) + "\n")
    for name, read in reading.items():
        cells: list[str] = []
        for limit in CLASSES:
            text = slowest[name, limit][1]
            cells.append(f" {min(_seconds(read, text) for _ in range(5)) * 1e6:>7.0f} |")
        sys.stdout.write(f"| {name:<20} |" + "".join(cells) + "\n")


def _seconds(read: Callable[[str], Any], text: str) -> float:
    """Time one reading by the processor's own clock, which other programs do not slow."""
    start = process_time()
    outcome(read, text, may_refuse=True)
    return process_time() - start


def growth(largest: int, reading: dict[str, Callable[[str], Any]]) -> int:
    """Double hard texts up to `largest` characters; give the number of readers whose time grows faster."""
    failures = 0
    sys.stdout.write(
        f"\ngrowth over {len(HARD)} hard texts, doubled while a reading takes less than {PATIENCE:.0f} s\n\n"
    )
    sys.stdout.write(f"| {'reader':<20} | worst doubling | characters at least | slowest, s/MB |\n")
    sys.stdout.write(f"|{'-' * 22}|{'-' * 15}:|{'-' * 20}:|{'-' * 14}:|\n")
    for name, read in reading.items():
        grown = [(*_doubled(read, piece, largest), piece) for piece in HARD]
        ratio, _, _, hardest = max(grown)
        per_megabyte, slowest = max((1e6 * seconds / size, piece) for _, size, seconds, piece in grown)
        least = min(size for _, size, _, _ in grown)
        failures += ratio > MARGIN
        sys.stdout.write(f"| {name:<20} | {ratio:>14.2f} | {least:>19} | {per_megabyte:>13.2f} |")
        sys.stdout.write(f" {f'FAILED for {hardest!a}' if ratio > MARGIN else f'slowest for {slowest!a}'}\n")
        sys.stdout.flush()
    return failures


def _doubled(read: Callable[[str], Any], piece: str, largest: int) -> tuple[float, int, float]:
    """Time a text made of one piece while it doubles: the worst ratio of two times, the last size and its time."""
    worst, before, size = 0.0, 0.0, FIRST_SIZE
    while True:
        size = min(size, largest)
        text = (piece * (size // len(piece) + 1))[:size]
        seconds = _seconds(read, text)
        if before >= NOTICED:
            if seconds / before > MARGIN:
                # Once may be chance, also for the shorter text; what grows too fast does so every time.
                seconds = min(seconds, *(_seconds(read, text) for _ in range(2)))
            worst = max(worst, seconds / before)
        if size == largest or seconds > PATIENCE or worst > MARGIN:
            return worst, size, seconds
        before, size = seconds, size * 2


def main() -> int:
    """Run both parts and write what they found."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("count", nargs="?", type=int, default=100_000, help="how many strings")
    options.add_argument("seed", nargs="?", type=int, default=1)
    options.add_argument("--largest", type=int, default=10_000_000, help="characters of the longest text")
    options.add_argument("--only", default="", help="part of the names of the readers to run, such as find_figures")
    chosen = options.parse_args()
    reading = readers(chosen.only)
    return 1 if fuzz(chosen.count, chosen.seed, reading) + growth(chosen.largest, reading) else 0


if __name__ == "__main__":
    sys.exit(main())
