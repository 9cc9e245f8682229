"""Named tasks, the same on every system: `uv run nox --list` names them, `uv run nox -s NAME` runs one.

The steps of `check` are those of `.ci/run` and the commands of `renew` those of CONTRIBUTING, and are read there.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import nox

ROOT = Path(__file__).parent
STEP = re.compile(r"^step (uv run .+)$", re.MULTILINE)
RENEWAL = re.compile(r"\| `(uv run python \S+ --update)` \|$", re.MULTILINE)

# uv makes every environment; nox only gives the commands their names.
nox.options.default_venv_backend = "none"
nox.options.sessions = ["check"]


@nox.session
def check(session: nox.Session) -> None:
    """Run all that a change must pass, as .ci/run does."""
    for step in STEP.findall((ROOT / ".ci" / "run").read_text("utf-8")):
        session.run(*shlex.split(step))


@nox.session
def fix(session: nox.Session) -> None:
    """Mend what ruff can mend, and format."""
    session.run("uv", "run", "ruff", "check", "--fix")
    session.run("uv", "run", "ruff", "format")


@nox.session
def renew(session: nox.Session) -> None:
    """Write every generated file anew."""
    for command in RENEWAL.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        session.run(*shlex.split(command))


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest releases that pyproject.toml allows; name tests to run only those."""
    session.run("uv", "run", "--isolated", "--resolution", "lowest-direct", *_tests(session))


@nox.session
def newest(session: nox.Session) -> None:
    """Run the tests with the newest releases there are, whatever day is pinned; name tests to run only those."""
    # A day that never comes: uv has no option that takes the pinned one away.
    session.run("uv", "run", "--isolated", "--upgrade", "--exclude-newer", "9000-01-01", *_tests(session))


def _tests(session: nox.Session) -> list[str]:
    return ["pytest", "-n", "auto", "-m", "not others_data", *session.posargs]
