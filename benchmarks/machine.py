"""Where and when something was measured: the machine, the versions, the day and the commit."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import attrs

PACKAGES = ("esfmodel", "attrs", "pydantic", "msgspec", "py-moneyed", "Babel", "pendulum", "hypothesis")
ROOT = Path(__file__).parents[1]
PROCESSORS = Path("/proc/cpuinfo")


@attrs.frozen
class Head:
    """What a table and a plot of figures say of themselves."""

    title: str
    text: str


def head() -> Head:
    """Describe the machine, the programs, the day and the commit."""
    day, commit = datetime.now(UTC).date().isoformat(), _commit()
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return Head(
        f"esfmodel {version('esfmodel')}, {day}, {commit}",
        f"Measured on {day}, commit {commit}, on {_processor()} with {os.cpu_count()} cores, {system}, {python}. "
        f"Versions: {versions}.",
    )


def _processor() -> str:
    if PROCESSORS.exists():
        for line in PROCESSORS.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _commit() -> str:
    """Name the commit, and say whether the library differs from it."""
    commit = _git("rev-parse", "--short", "HEAD")
    return f"{commit} with changes" if _git("status", "--porcelain", "--", "src") else commit


def _git(*arguments: str) -> str:
    asked = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return asked.stdout.strip() or ("" if asked.returncode == 0 else "unknown")
