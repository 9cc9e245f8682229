"""Running the tests against mutants, each in a process of its own; no file is written.

A change in the body of a function is tried *warm*: all tests are collected once, and a fork of that process gives the
function its other code. Where that cannot be trusted, because the changed line is also run while modules are loaded,
and for each change outside functions, it is tried *cold*: a fork that has nothing of the library yet imports it with
the other module in its place. A fork may use four times the seconds of its tests and ten more, of its own time of the
processor: how busy the machine is changes nothing.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
from collections import defaultdict
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import zip_longest
from pathlib import Path
from time import perf_counter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

import attrs
import pytest

from mutation.making import Mutant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence


ROOT = Path(__file__).parents[2]

KILLED, TIMEOUT, SURVIVED, UNKNOWN = range(4)

# Tests of the first files seldom fail to kill; the later ones cost more to import than to run.
_BATCHES = (3, 12, 1_000)
# The plugins of pytest are imported before it starts, so that each fork has them. Were it to rewrite assertions, it
# would read the module whose docstrings are run from its file, without the change.
_QUIET = ("-q", "-s", "-x", "-p", "no:cacheprovider", "--assert=plain")


@attrs.frozen
class Task:
    """A mutant, its tests in order, the seconds that these take, and what it can be tried with.

    A test is the identifier that pytest has, or the path of a page, all of whose blocks are run. `sure` says that only
    tests run the changed line, and `new` names files of tests that have changed since the recording.
    """

    mutant: Mutant
    tests: tuple[str, ...]
    seconds: float
    warm: bool
    sure: bool
    new: tuple[str, ...] = ()


@attrs.frozen
class Outcome:
    """How a mutant ended, and after how many seconds."""

    ended: int
    seconds: float


def run(tasks: Sequence[Task], workers: int, known: Collection[str], told: Callable[[int, Outcome], None]) -> None:
    """Try every mutant; what cannot be told warm is tried cold afterwards. Known are the tests that were recorded."""
    left = [number for number, task in enumerate(tasks) if not task.warm]
    warm = [number for number, task in enumerate(tasks) if task.warm]
    if warm:
        for number, outcome in _warm(tasks, warm, workers, known):
            if outcome.ended == UNKNOWN:
                left.append(number)
            else:
                told(number, outcome)
    _preload()
    for number, outcome in _forked(
        left, workers, lambda number: _cold(tasks[number]), lambda number: tasks[number].seconds
    ):
        told(number, outcome)


def _warm(
    tasks: Sequence[Task], warm: list[int], workers: int, known: Collection[str]
) -> Iterator[tuple[int, Outcome]]:
    """Collect the tests that are asked for in one fork, and try the mutants in forks of that."""
    read, write = os.pipe()
    if (server := os.fork()) == 0:
        os.close(read)
        with os.fdopen(write, "w", encoding="utf-8") as told:

            def tell(number: int, outcome: Outcome) -> None:
                told.write(f"{json.dumps([number, outcome.ended, outcome.seconds])}\n")
                told.flush()

            plugin = _Server(tasks, warm, workers, known, tell)
            _silent()
            files = {name.partition("::")[0] for number in warm for name in (*tasks[number].tests, *tasks[number].new)}
            status = pytest.main([*_QUIET, *(str(ROOT / file) for file in sorted(files))], plugins=[plugin])
        os._exit(0 if plugin.done else int(status) or 1)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as lines:
        for line in lines:
            number, ended, seconds = json.loads(line)
            yield number, Outcome(ended, seconds)
    if os.waitpid(server, 0)[1]:
        sys.exit("the tests could not be collected: run them without mutants")


class _Server:
    """A plugin of pytest that tries mutants in the place where it would run the tests."""

    def __init__(
        self,
        tasks: Sequence[Task],
        warm: list[int],
        workers: int,
        known: Collection[str],
        tell: Callable[[int, Outcome], None],
    ) -> None:
        self.tasks, self.warm, self.workers, self.known, self.tell = tasks, warm, workers, known, tell
        self.done = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            return True
        _import_all()
        gc.collect()
        functions = _functions()
        gc.freeze()
        items: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            items[item.nodeid].append(item)
            if (file := item.nodeid.partition("::")[0]).endswith(".md"):
                items[file].append(item)
            elif item.nodeid not in self.known:
                items[f"new in {file}"].append(item)

        def attempt(number: int) -> int:
            task = self.tasks[number]
            if not _swap(task.mutant, functions):
                return UNKNOWN
            names = [*task.tests, *(f"new in {file}" for file in task.new)]
            ended = _run_items(session, [item for name in names for item in items.get(name, ())])
            return UNKNOWN if ended == SURVIVED and not task.sure else ended

        for number, outcome in _forked(self.warm, self.workers, attempt, lambda number: self.tasks[number].seconds):
            self.tell(number, outcome)
        self.done = True
        return True


def _run_items(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    for item, after in zip_longest(items, items[1:]):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            return KILLED
    return SURVIVED


def _swap(mutant: Mutant, functions: dict[tuple[str, str, int], list[FunctionType]]) -> bool:
    """Give the function that is changed its other code, wherever it is; False where that cannot be done."""
    if mutant.function is None:
        return False
    name, first = mutant.function
    path = str(ROOT / mutant.path)
    before = [
        code for code in _codes(compile(mutant.original, path, "exec", dont_inherit=True)) if code.co_qualname == name
    ]
    after = [
        code for code in _codes(compile(mutant.source, path, "exec", dont_inherit=True)) if code.co_qualname == name
    ]
    place = [code.co_firstlineno for code in before].index(first)
    living = functions.get((path, name, first), [])
    try:
        for function in living:
            function.__code__ = after[place]
    except ValueError:  # the change takes a variable of an outer scope away
        return False
    return bool(living) and len(before) == len(after)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Find the functions of the library that are alive, by file, name and first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if type(each) is FunctionType and "esfmodel" in (code := each.__code__).co_filename:
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(each)
    return found


def _import_all() -> None:
    """Import every module of the library, so that none is read from its file in a fork."""
    import esfmodel

    for module in pkgutil.walk_packages(esfmodel.__path__, "esfmodel."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _preload() -> None:
    """Import what the tests need beside the library, so that each fork has it, and nothing of the library itself."""
    # Hypothesis would import the library, to register its strategies; each fork does that later.
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    for name in ("hypothesis.strategies", "attrs", "cattrs", "babel.numbers", "babel.dates", "pendulum", "sybil"):
        importlib.import_module(name)
    del os.environ["HYPOTHESIS_NO_PLUGINS"]


def _cold(task: Task) -> int:
    """Import the library with the changed module in its place, and run the tests in a few batches of files."""
    sys.meta_path.insert(0, _Changed(task.mutant))
    importlib.import_module("hypothesis.entry_points").run()
    files: dict[str, list[str]] = defaultdict(list)
    for test in (*task.tests, *task.new):
        if (file := test.partition("::")[0]) not in task.new or test == file:
            files[file].append(test)
    # Pytest imports a module anew for its docstrings where a test has imported it before: docstrings come first.
    rest = sorted(files.values(), key=lambda tests: not tests[0].startswith("src/"))
    for size in _BATCHES:
        batch, rest = rest[:size], rest[size:]
        if batch and (ended := _session([test for tests in batch for test in tests])) != SURVIVED:
            return ended
    return SURVIVED


def _session(tests: Sequence[str]) -> int:
    """Run tests in a fork of their own: a second session in one process would import some modules twice."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        return os.WEXITSTATUS(status) if os.WIFEXITED(status) else TIMEOUT
    ended = KILLED
    try:
        passed = pytest.main([*_QUIET, *tests]) in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        ended = SURVIVED if passed else KILLED
    finally:
        os._exit(ended)
    raise AssertionError


class _Changed(MetaPathFinder):
    """Finds the changed module, with the text that it has in the mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        parts = Path(mutant.path).with_suffix("").parts[1:]
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        if fullname != self.name:
            return None
        place = str(ROOT / self.mutant.path)
        return spec_from_file_location(fullname, place, loader=_Loader(fullname, place, self.mutant.source))


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, source: str) -> None:
        super().__init__(fullname, path)
        self.source = source

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        return compile(self.source, self.path, "exec", dont_inherit=True)


def _forked(
    numbers: Iterable[int], workers: int, attempt: Callable[[int], int], seconds: Callable[[int], float]
) -> Iterator[tuple[int, Outcome]]:
    """Try each in a fork, so many at a time as there are workers."""
    running: dict[int, tuple[int, float]] = {}
    waiting = list(numbers)
    while waiting or running:
        while waiting and len(running) < workers:
            number = waiting.pop(0)
            running[_fork(attempt, number, seconds(number))] = number, perf_counter()
        child, status = os.wait()
        if child in running:
            number, began = running.pop(child)
            ended = os.WEXITSTATUS(status) if os.WIFEXITED(status) else TIMEOUT
            # What waits for ever, as a thread does that a fork has not, has found nothing out.
            waited = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM
            yield number, Outcome(UNKNOWN if waited else ended, perf_counter() - began)


_WAIT = 10
"""How many times longer than its processor time a fork may take, where others share the machine."""


def _fork(attempt: Callable[[int], int], number: int, seconds: float) -> int:
    if child := os.fork():
        return child
    # A mistake in this file must not pass for a test that failed.
    ended = UNKNOWN
    try:
        _silent()
        most = int(10 + 4 * seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_WAIT * most)
        ended = attempt(number)
    finally:
        os._exit(ended)
    raise AssertionError


def _silent() -> None:
    """Let a fork neither write to the terminal nor wait for it."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
