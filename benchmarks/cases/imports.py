"""How long a program takes to start that imports something and ends: whole processes, their bytecode compiled before.

Some environments forbid the writing of bytecode, and every import then compiles the library; so the processes measured
here have a folder of their own for it. On Linux and macOS alone can one ask for the time of a process that has ended.
"""

from __future__ import annotations

import atexit
import os
import resource
import subprocess
import sys
import tempfile
from functools import cache, partial
from typing import TYPE_CHECKING

from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

PEERS = "import attrs, pendulum"
FIND = 'from esfmodel.text import sv; assert sv.find_figures("Projektet får drygt 12 mkr av 29 miljoner kronor.")'


@cache
def _environment() -> dict[str, str]:
    """Return the environment of a process that may keep its bytecode, in a folder that goes away when this one ends."""
    folder = tempfile.TemporaryDirectory(prefix="bytecode-")
    atexit.register(folder.cleanup)
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {"PYTHONPYCACHEPREFIX": folder.name}


def run(program: str) -> float:
    """Return the processor time of a whole Python process that runs a program, in seconds."""
    before = _of_children()
    subprocess.run([sys.executable, "-c", program], env=_environment(), check=True)  # noqa: S603
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _started(name: str, program: str, peer: str, program_of_peer: str, *, most: float | None = None) -> Case:
    return Case(
        "import",
        name,
        peer,
        partial(run, program),
        partial(run, program_of_peer),
        alike=None,
        measure="seconds",
        most=most,
    )


def cases(_large: int) -> Iterator[Case]:
    """Start a program that needs a part of esfmodel, beside one that imports what esfmodel rests on."""
    yield _started("Money", "from esfmodel import Money", "attrs + pendulum", PEERS)
    yield _started(
        "Project, Budget, Money", "from esfmodel import Project, Budget, Money", "attrs + pendulum", PEERS, most=1.2
    )
    yield _started("validate", "from esfmodel import validate", "attrs + pendulum", PEERS, most=2.0)
    yield _started("all public names", "from esfmodel import *", "attrs + pendulum", PEERS)
    yield _started("find_figures, called once", FIND, "attrs + pendulum", PEERS)
    model = "from pydantic import BaseModel"
    yield _started("Project, Budget, Money", "from esfmodel import Project, Budget, Money", "pydantic", model)
