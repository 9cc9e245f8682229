from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("babel", "cattrs", "hypothesis", "pydantic")


@pytest.mark.parametrize(
    "done",
    [
        "import esfmodel",
        "from esfmodel import Money, Period, Project, Rate; Project('Kompetens'); repr(Money(1) + Money(2))",
    ],
)
def test_importing_the_library_loads_nothing_heavy(done: str) -> None:
    """Who imports the model waits neither for languages nor for file formats nor for test tools."""
    code = f"{done}\nimport sys\nprint(*sorted(set(sys.modules) & {set(HEAVY)!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_every_public_name_and_command_is_loaded_without_test_tools_and_converters() -> None:
    """All names of the library can be used where Hypothesis is not wanted, and commands begin without waiting."""
    code = f"from esfmodel import *\nimport esfmodel.cli._commands, sys\nprint(*set(sys.modules) & {set(HEAVY)!r})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
