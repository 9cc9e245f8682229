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

PEERS = {"attrs + pendulum": "import attrs, pendulum", "pydantic": "from pydantic import BaseModel"}
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


def cases(_large: int) -> Iterator[Case]:
    """Start a program that needs a part of esfmodel, beside one that imports what esfmodel rests on, or pydantic."""
    model = "Project, Budget, Money"
    for name, program, peer, most in (
        ("Money", "from esfmodel import Money", "attrs + pendulum", None),
        (model, f"from esfmodel import {model}", "attrs + pendulum", 1.2),
        ("validate", "from esfmodel import validate", "attrs + pendulum", 2.0),
        ("all public names", "from esfmodel import *", "attrs + pendulum", None),
        ("find_figures, called once", FIND, "attrs + pendulum", None),
        (model, f"from esfmodel import {model}", "pydantic", None),
    ):
        ours, theirs = partial(run, program), partial(run, PEERS[peer])
        yield Case("import", name, peer, ours, theirs, alike=None, measure="seconds", most=most)
