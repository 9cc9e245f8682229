from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
APP = HERE / "portal.py"


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command to its end and return what it printed; a failure shows all that it said."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment |= {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the Python of a new environment in which only the built wheel and what it needs are installed."""
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "uv is not on the path: pip install uv"
    folder = tmp_path_factory.mktemp("portal")
    run(uv, "build", "--wheel", "--quiet", "--out-dir", folder / "dist")
    (wheel,) = (folder / "dist").glob("esfmodel-*.whl")
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "venv")
    made = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(uv, "pip", "install", "--quiet", "--python", made, wheel)
    return made


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds the app and nothing of this repository."""
    folder = tmp_path_factory.mktemp("app")
    shutil.copy(APP, folder)
    return folder


def test_the_app_runs_with_the_wheel_alone(python: Path, elsewhere: Path) -> None:
    """Who installs only the package can read a record, judge it and write it in Swedish."""
    page = run(python, "-W", "error", elsewhere / APP.name, HERE / "record.txt", "46", cwd=elsewhere)
    assert "Kompetensutveckling AMF" in page
    assert "19 126 097 kr".replace(" ", "\N{NO-BREAK SPACE}") in page


def test_mypy_checks_the_app_against_the_wheel(python: Path, elsewhere: Path) -> None:
    """The types that the wheel ships are complete for mypy in strict mode."""
    run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, APP.name, cwd=elsewhere)


def test_pyright_checks_the_app_against_the_wheel(python: Path, elsewhere: Path) -> None:
    """The types that the wheel ships are complete for pyright in strict mode."""
    (elsewhere / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    run(sys.executable, "-m", "pyright", "--pythonpath", python, APP.name, cwd=elsewhere)
