"""How many small faults the tests notice: mutants of one package, a sample of them drawn by a seed.

    uv run python benchmarks/mutants.py --record
    uv run python benchmarks/mutants.py values --sample 300 --seed 1

Each mutant is the library with one small change. The tests that ran the changed line when they were recorded are run
against it, the cheapest first, until one fails. What survives is printed as a difference; `mutation/explained.toml` has
those that no test can see, with the reason. `mutation/making.py` tells which changes are made.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from mutation.choosing import KEPT, ROOT, Recorded, cheapest_first, importers, lines_of, module_of, record
from mutation.making import Change, Mutant, mutants
from mutation.running import KILLED, SURVIVED, TIMEOUT, Outcome, Task, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# These look at classes and signatures, and run next to nothing of them.
INSPECTING = ("tests/contracts/test_signatures.py",)
_ENOUGH = 20
"""So many tests run a module's lines, for a change of what runs as it loads; else those of what imports it do too."""
_THREADED = frozenset({"frames"})
"""The packages whose tests wait for threads, which a fork of a process that has them lacks: they are tried cold."""
EXPLAINED = Path(__file__).parent / "mutation" / "explained.toml"


def main(argv: Sequence[str] | None = None) -> int:
    """Record, or try the mutants that are asked for; 1 where one survives that nothing explains."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", nargs="?", help="a package of the library, such as values, or a file of it")
    parser.add_argument(
        "--record", nargs="*", metavar="TESTS", help="run all tests once, or a part, and keep which lines each runs"
    )
    parser.add_argument("--sample", type=int, default=300, metavar="N", help="how many mutants (300)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (1)")
    parser.add_argument("--at-most", type=float, default=60, metavar="SECONDS", help="of tests for each mutant (60)")
    parser.add_argument("--workers", default="1", metavar="N", help="how many at a time (1)")
    parser.add_argument("--again", action="store_true", help="only those that survived the last time")
    asked = parser.parse_args(argv)
    if asked.record is not None:
        record(asked.workers, asked.record)
    if asked.package is None:
        return 0
    return tried(asked.package, asked.sample, asked.seed, asked.at_most, int(asked.workers), again=asked.again)


def tried(package: str, size: int, seed: int, at_most: float, workers: int, *, again: bool) -> int:
    """Try a sample of the mutants of a package, and print what survived and the score."""
    recorded = Recorded.read()
    drawn = sample(package, size, seed)
    kept = KEPT / f"survived-{package.replace('/', '-')}-{size}-{seed}.json"
    if again:
        survived = json.loads(kept.read_text("utf-8"))
        drawn = [mutant for mutant in drawn if [mutant.path, mutant.line, *map(list, mutant.lines)] in survived]
    tasks = [chosen(mutant, recorded, package, at_most) for mutant in drawn]
    began = perf_counter()
    reasons = explained()
    ended: dict[int, Outcome] = {}

    def told(number: int, outcome: Outcome) -> None:
        ended[number] = outcome
        mark = {KILLED: ".", TIMEOUT: "t", SURVIVED: "S"}.get(outcome.ended, "?")
        sys.stderr.write(mark + ("\n" if len(ended) % 100 == 0 else ""))
        sys.stderr.flush()
        if outcome.ended not in (KILLED, TIMEOUT):
            mutant = drawn[number]
            sys.stdout.write(difference(mutant, reasons.get((mutant.path, *mutant.lines)), len(tasks[number].tests)))
            sys.stdout.flush()

    run(tasks, workers, recorded.seconds.keys(), told)
    seconds = perf_counter() - began
    survivors = [drawn[number] for number, outcome in sorted(ended.items()) if outcome.ended not in (KILLED, TIMEOUT)]
    unexplained = [mutant for mutant in survivors if (mutant.path, *mutant.lines) not in reasons]
    kept.write_text(json.dumps([[mutant.path, mutant.line, *mutant.lines] for mutant in unexplained]), "utf-8")
    killed = len(drawn) - len(survivors)
    without = len(drawn) - len(survivors) + len(unexplained)
    late = sum(outcome.ended == TIMEOUT for outcome in ended.values())
    sys.stdout.write(
        f"\n{package}, seed {seed}: {killed} of {len(drawn)} mutants killed, {percent(killed, len(drawn))}; "
        f"{late} of them by time.\n{len(survivors) - len(unexplained)} that survived are explained: without them "
        f"{percent(killed, without)}. {seconds * 1000 / max(len(drawn), 1):.0f} ms for each mutant.\n"
    )
    return int(bool(unexplained))


def sample(package: str, size: int, seed: int) -> list[Mutant]:
    """Draw mutants of a package, or of one file of it: the same for the same seed."""
    folder = ROOT / "src" / "esfmodel" / package
    paths = [folder.with_suffix(".py")] if not folder.is_dir() else sorted(folder.rglob("*.py"))
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    every = [change for path, text in texts.items() for change in mutants(path, text)]
    random.Random(seed).shuffle(every)  # noqa: S311
    return list(_made(every, texts, size))


def _made(every: list[Change], texts: dict[str, str], size: int) -> Iterator[Mutant]:
    left = size
    for change in every:
        if left and (mutant := change.mutant(texts[change.path])) is not None:
            left -= 1
            yield mutant


def chosen(mutant: Mutant, recorded: Recorded, package: str, at_most: float) -> Task:
    """Choose the tests of a mutant, the cheapest first, up to some seconds."""
    lines = lines_of(mutant.path)
    at = lines.at(mutant.line, mutant.last_line)
    # What runs while modules are loaded, and is kept, runs in no test.
    outside = mutant.function is None or "" in at
    tests = lines.every if outside else at - {""}
    if outside:
        # What a class has may be looked at by a test that runs no line of its module.
        path = Path(mutant.path)
        own = Path("tests", *path.parts[2:-1], f"test_{path.name.lstrip('_')}").as_posix()
        tests |= {test for test in recorded.seconds if test.startswith(f"{own}::")}
    for paths in importers([module_of(mutant.path)]) if outside else ():
        if len(tests) >= _ENOUGH:
            break
        tests = tests.union(*(lines_of(path).every for path in paths))
    ordered: list[str] = [*INSPECTING] if outside else []
    seconds = 0.0
    for test in cheapest_first(tests, recorded, package):
        seconds += recorded.cost(test)
        if ordered and seconds > at_most:
            break
        ordered.append(test)
    files = {test.partition("::")[0] for test in tests}
    is_warm = not outside and package.partition("/")[0] not in _THREADED
    new = [path for path in recorded.changed if path in files or path.startswith(f"tests/{package}/test_")]
    return Task(mutant, tuple(ordered), min(seconds, at_most), warm=is_warm, sure="" not in at, new=tuple(new))


def explained() -> dict[tuple[str, tuple[str, ...], tuple[str, ...]], str]:
    """Read why some mutants cannot be seen by any test."""
    return {
        (each["file"], tuple(each["before"]), tuple(each["after"])): each["reason"]
        for each in tomllib.loads(EXPLAINED.read_text("utf-8"))["survivor"]
    }


def difference(mutant: Mutant, reason: str | None, tests: int) -> str:
    """Write what survived as a difference."""
    before, after = mutant.lines
    head = f"\n{mutant.path}:{mutant.line}, {tests} tests" + (f" (explained: {reason})" if reason else "")
    return "\n".join([head, *(f"- {line}" for line in before), *(f"+ {line}" for line in after), ""])


def percent(part: int, whole: int) -> str:
    """Write a share as per cent with one decimal."""
    return f"{1000 * part // max(whole, 1) / 10} %"


if __name__ == "__main__":
    sys.exit(main())
