from __future__ import annotations

import runpy
import subprocess
import sys

import pytest

from esfmodel.cli import main
from esfmodel.cli._options import FORMATS as OFFERED
from esfmodel.formats import FORMATS

HEAVY = ("babel", "cattrs", "hypothesis", "pendulum", "esfmodel.law", "esfmodel.model")


def test_the_formats_of_the_help_are_those_there_are() -> None:
    """What --format offers, without loading the readers, is what they read."""
    assert OFFERED == FORMATS


def test_help_loads_nothing_heavy() -> None:
    """Who asks for help waits for neither the languages nor the law."""
    code = (
        f"from esfmodel.cli import main\nmain(['--help'])\nimport sys\nprint(sorted(set(sys.modules) & {set(HEAVY)!r}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.endswith("\n[]\n")
    assert "esfmodel" in run.stdout


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), (["--version"], 0), ([], 2), (["judge"], 2)])
def test_usage(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Help and version succeed; a command that is not understood ends with 2 and says so on standard error."""
    assert main(arguments) == status
    shown = capsys.readouterr()
    assert bool(shown.out) == (status == 0)
    assert bool(shown.err) == (status == 2)


def test_what_was_typed_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A control character in an argument is shown, not obeyed; with a letter that is not ASCII, too."""
    assert main(["\x1b[2Jå"]) == 2
    assert "\x1b" not in (shown := capsys.readouterr().err)
    assert "\\x1b[2Jå" in shown.replace("\\\\", "\\")


def test_a_day_is_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    """The 31st of February is refused where it is typed, with the reason."""
    assert main(["check", "--examples", "--on", "2024-02-31"]) == 2
    assert capsys.readouterr().err.startswith("esfmodel: --on: ”2024-02-31” ")


def test_it_runs_as_a_module() -> None:
    """`python -m esfmodel` is the same command, and ends with its status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["esfmodel", "check"])
        with pytest.raises(SystemExit) as stop:
            runpy.run_module("esfmodel", run_name="__main__")
    assert stop.value.code == 2
    assert "main" in runpy.run_module("esfmodel.__main__", run_name="esfmodel.__main__")
