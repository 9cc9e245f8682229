from __future__ import annotations

import ast
import email
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from esfmodel._version import VERSION
from repository import files

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
APPS = ("portal.py", "house_rule.py")


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command to its end and return what it printed; a failure shows all that it said."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment |= {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def uv() -> str:
    """Return the command uv."""
    found = os.environ.get("UV") or shutil.which("uv")
    assert found, "uv is not on the path; the README says how it is had"
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the archive of the source as it is published, and the wheel that is built from that archive."""
    folder = tmp_path_factory.mktemp("dist")
    run(uv(), "build", "--quiet", "--out-dir", folder)
    (archive,), (wheel,) = folder.glob("esfmodel-*.tar.gz"), folder.glob("esfmodel-*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory, built: tuple[Path, Path]) -> Path:
    """Return the Python of a new environment in which only the built wheel and what it needs are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(uv(), "venv", "--quiet", "--python", sys.executable, folder / "venv")
    made = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(uv(), "pip", "install", "--quiet", "--python", made, built[1])
    return made


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the apps and nothing of this repository."""
    folder = tmp_path_factory.mktemp("apps")
    for app in APPS:
        shutil.copy(HERE / app, folder)
    return folder


def test_the_portal_runs_with_the_wheel_alone(python: Path, elsewhere: Path) -> None:
    """Who installs only the package can read a record, judge it and write it in Swedish."""
    page = run(python, "-W", "error", elsewhere / "portal.py", HERE / "record.txt", "46", cwd=elsewhere)
    assert "Kompetensutveckling AMF" in page
    assert "19 126 097 kr".replace(" ", "\N{NO-BREAK SPACE}") in page


def test_the_house_rule_runs_with_the_wheel_alone(python: Path, elsewhere: Path) -> None:
    """A rule of an app stands in the report among the others, and says that it rests on a policy and on no law."""
    small = elsewhere / "small.txt"
    small.write_text(f"{(HERE / 'record.txt').read_text('utf-8')}Antal deltagare:\n150\n", "utf-8")
    report = run(python, "-W", "error", elsewhere / "house_rule.py", small, cwd=elsewhere)
    assert "Projektet når 150 personer; enligt vår egen policy skriver vi om dem som når minst 200." in report
    unsaid = run(python, "-W", "error", elsewhere / "house_rule.py", HERE / "record.txt", cwd=elsewhere)
    told = next(line for line in unsaid.splitlines() if "NEWS001" in line)
    assert told.endswith("uppgift saknas: planerat antal deltagare")


def test_a_rule_of_an_app_takes_twelve_lines_and_nothing_private() -> None:
    """Its check and its literal are at most twelve lines, with what a rule must say and nothing more."""
    tree = ast.parse((HERE / "house_rule.py").read_text("utf-8"))
    check = next(each for each in tree.body if isinstance(each, ast.FunctionDef))
    literal = next(each.value for each in ast.walk(tree) if isinstance(each, ast.Assign))
    assert isinstance(literal, ast.Call)
    assert sum((each.end_lineno or 0) - each.lineno + 1 for each in (check, literal)) <= 12
    assert {each.arg for each in literal.keywords} == {"code", "severity", "needs", "check", "sv", "en"}
    imported = {each.module or "" for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    assert {each for each in imported if each.startswith("esfmodel")} == {"esfmodel", "esfmodel.rules"}


def test_mypy_checks_the_apps_against_the_wheel(python: Path, elsewhere: Path) -> None:
    """The types that the wheel ships are complete for mypy in strict mode."""
    run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, *APPS, cwd=elsewhere)


def test_pyright_checks_the_apps_against_the_wheel(python: Path, elsewhere: Path) -> None:
    """The types that the wheel ships are complete for pyright in strict mode."""
    (elsewhere / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    run(sys.executable, "-m", "pyright", "--pythonpath", python, *APPS, cwd=elsewhere)


# --- What is published


def test_the_archive_has_all_of_the_repository(built: tuple[Path, Path]) -> None:
    """Whoever has only the archive has the tests and the pages, and nothing that tools left behind."""
    with tarfile.open(built[0]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames() if archive.getmember(name).isfile()}
    ours = {path.relative_to(ROOT).as_posix() for path in files()}
    dotted = {".gitattributes", ".gitignore", ".pre-commit-config.yaml"}
    # The builder adds what it read, and keeps the file that it wrote anew; the tests may run in such an archive too.
    added = {"PKG-INFO", "pyproject.toml.orig"}
    assert held - added == (ours | dotted) - added


def test_the_wheel_has_the_library_and_nothing_else(built: tuple[Path, Path]) -> None:
    """Every module and every file of data is in it, with its types and its licence; no test, and no page."""
    with zipfile.ZipFile(built[1]) as wheel:
        held = {name for name in wheel.namelist() if not name.endswith("/")}
    inside = {path.relative_to(ROOT / "src").as_posix() for path in files() if path.is_relative_to(ROOT / "src")}
    about = f"esfmodel-{VERSION}.dist-info"
    its_own = {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")}
    assert held == inside | its_own
    assert "esfmodel/py.typed" in held


def test_an_index_can_show_what_is_published(built: tuple[Path, Path]) -> None:
    """The metadata says what the README is written in, where the source is, what is needed, and the licence."""
    with zipfile.ZipFile(built[1]) as wheel:
        told = email.message_from_bytes(wheel.read(f"esfmodel-{VERSION}.dist-info/METADATA"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (told["Name"], told["Version"], told["License-Expression"]) == ("esfmodel", VERSION, "MIT")
    assert told["Requires-Python"] == project["requires-python"]
    assert told["Description-Content-Type"] == "text/markdown"
    assert set(told.get_all("Project-URL", ())) == {f"{name}, {url}" for name, url in project["urls"].items()}
    assert set(told.get_all("Provides-Extra", ())) == set(project["optional-dependencies"])
    assert set(told.get_all("Classifier", ())) == set(project["classifiers"])
    needed = [each for each in told.get_all("Requires-Dist", ()) if "extra ==" not in each]
    assert sorted(needed) == sorted(project["dependencies"])


def test_the_extra_of_all_has_each_of_the_others() -> None:
    """`esfmodel[all]` leaves none out but Spark, which is larger than all else together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    (together,) = extras.pop("all")
    del extras["spark"]
    assert together == f"esfmodel[{','.join(extras)}]"
