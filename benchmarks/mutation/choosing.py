"""Which tests can see a change of a line: those that ran it when the tests were recorded, the cheapest first."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".mutants"

_DURATION = re.compile(r"^ *([0-9.]+)s (?:call|setup|teardown) +(\S.*)$")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S.*?)(?: - .*)?$", re.MULTILINE)
# A page of documentation is a story: its blocks are run together, from the first.
_PAGE = re.compile(r"^[^:]+\.md(?=::)")


def record(workers: str, parts: Sequence[str]) -> None:
    """Run the tests once, and keep which lines each of them runs and how long it takes.

    A part, such as tests/law, is added to what is kept, as long as the library has not changed.
    """
    KEPT.mkdir(exist_ok=True)
    # Its name must not begin with that of the data, whose parts are removed: KEPT / "coverage.*".
    settings = KEPT / "settings.toml"
    settings.write_text('[tool.coverage.run]\nsource = ["esfmodel"]\n', "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-vv",
        "-n",
        workers,
        "--durations=0",
        "--cov=esfmodel",
        "--cov-context=test",
    ]
    command += [f"--cov-config={settings}", "--cov-report=", *parts]
    if workers == "0":
        # Else the tests of this process would be taken for those of a worker, and their lines be lost.
        command.append("--dist=no")
    kept: dict[str, Any] = (
        json.loads((KEPT / "tests.json").read_text("utf-8")) if parts and (KEPT / "tests.json").exists() else {}
    )
    digests = _digests()
    if kept:
        command.append("--cov-append")
        if moved := [
            path for path in digests if path.startswith("src/") and kept["digests"].get(path) != digests[path]
        ]:
            sys.exit(f"record all tests anew, since these have changed: {', '.join(moved)}")
    done = subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env={**os.environ, "COVERAGE_FILE": str(KEPT / "coverage")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode > 1:
        sys.exit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}\nthe tests could not be recorded")
    # A test that fails by itself proves nothing of a mutant.
    failed = set(_FAILED.findall(done.stdout))
    sys.stdout.write("".join(f"{test} failed, and is left out\n" for test in sorted(failed)))
    seconds: dict[str, float] = defaultdict(float, kept.get("seconds", {}))
    for line in done.stdout.splitlines():
        if (found := _DURATION.match(line)) and found[2] not in failed:
            seconds[found[2]] += float(found[1])
    (KEPT / "tests.json").write_text(json.dumps({"seconds": seconds, "digests": digests}), "utf-8")


@attrs.frozen
class Recorded:
    """What the recording holds: the lines that each test ran, its seconds, and the files as they were."""

    seconds: dict[str, float]
    digests: dict[str, str]

    @classmethod
    def read(cls) -> Recorded:
        """Read the recording; where the library has changed since, its lines have moved."""
        try:
            kept = json.loads((KEPT / "tests.json").read_text("utf-8"))
        except FileNotFoundError:
            sys.exit("record the tests first: uv run python benchmarks/mutants.py --record")
        recorded = cls(kept["seconds"], kept["digests"])
        if moved := [path for path in recorded.changed if path.startswith("src/")]:
            sys.exit(f"record the tests anew, since these have changed: {', '.join(moved)}")
        return recorded

    @property
    def changed(self) -> list[str]:
        """The files that are new or not as they were."""
        return [path for path, digest in _digests().items() if self.digests.get(path) != digest]

    def cost(self, test: str) -> float:
        """How long a test, or a whole page, takes."""
        return self._pages.get(test, self.seconds.get(test, 0))

    @cached_property
    def _pages(self) -> dict[str, float]:
        pages: dict[str, float] = defaultdict(float)
        for test, seconds in self.seconds.items():
            if page := _PAGE.match(test):
                pages[page[0]] += seconds
        return pages


@attrs.frozen
class Lines:
    """The tests that ran each line of one module."""

    by_line: dict[int, frozenset[str]]

    def at(self, first: int, last: int) -> frozenset[str]:
        """List the tests that ran any of these lines; an empty name stands for what ran while modules were loaded."""
        return frozenset[str]().union(*(self.by_line.get(line, frozenset()) for line in range(first, last + 1)))

    @property
    def every(self) -> frozenset[str]:
        """The tests that ran anything of the module."""
        return frozenset[str]().union(*self.by_line.values()) - {""}


@cache
def lines_of(path: str) -> Lines:
    """Read one module's part of the recording."""
    data = coverage.CoverageData(str(KEPT / "coverage"))
    data.read()
    contexts = data.contexts_by_lineno(str(ROOT / path))
    return Lines({line: frozenset(each.rpartition("|")[0] for each in found) for line, found in contexts.items()})


def importers(modules: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield the paths of the modules that import from these, then of those that import from those, and so on."""
    seen, found = set(modules), frozenset(modules)
    while found:
        asked = re.compile("|".join(map(_importing, sorted(found))), re.MULTILINE)
        paths = frozenset(path for path, text in _sources().items() if asked.search(text))
        found = frozenset(map(module_of, paths)) - seen
        seen |= found
        yield frozenset(path for path in paths if module_of(path) in found)


def _importing(module: str) -> str:
    package, _, name = map(re.escape, module.rpartition("."))
    return rf"^ *(?:(?:from|import) {re.escape(module)}\b|from {package} import (?:\([^)]*\b|.*\b){name}\b)"


def module_of(path: str) -> str:
    """Return the name of the module of a path.

    >>> module_of("src/esfmodel/law/__init__.py")
    'esfmodel.law'
    """
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def _sources() -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py"))}


def cheapest_first(tests: Iterable[str], recorded: Recorded, package: str) -> list[str]:
    """Sort tests by what they cost, those of the package itself first among equals."""
    own = (f"tests/{package}/", f"src/esfmodel/{package}/")
    whole = {page[0] if (page := _PAGE.match(test)) else test for test in tests if test in recorded.seconds}
    return sorted(whole, key=lambda test: (recorded.cost(test), not test.startswith(own), test))


def _digests() -> dict[str, str]:
    paths = [path for folder in ("src", "tests", "docs") for path in (ROOT / folder).rglob("*.*")]
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(paths)
        if path.suffix in {".py", ".md", ".toml"} and "_build" not in path.parts
    }
