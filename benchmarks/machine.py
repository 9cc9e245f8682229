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
    """What a table of figures says of itself."""

    on: str
    commit: str
    processor: str
    cores: int
    system: str
    python: str
    versions: dict[str, str]

    @property
    def text(self) -> str:
        """The head in two sentences."""
        versions = ", ".join(f"{name} {number}" for name, number in self.versions.items())
        return (
            f"Measured on {self.on}, commit {self.commit}, on {self.processor} with {self.cores} cores, {self.system}, "
            f"{self.python}. Versions: {versions}."
        )


def head() -> Head:
    """Describe the machine, the programs, the day and the commit."""
    return Head(
        on=datetime.now(UTC).date().isoformat(),
        commit=_commit(),
        processor=_processor(),
        cores=os.cpu_count() or 1,
        system=f"{platform.system()} {platform.release()} ({platform.machine()})",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        versions={name: version(name) for name in PACKAGES},
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
