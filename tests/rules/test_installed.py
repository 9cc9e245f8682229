from __future__ import annotations

import pickle
import sys
import tomllib
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel import (
    LAW,
    RULES,
    Budget,
    Contribution,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    Outcome,
    Project,
    ReadError,
    Report,
    from_json,
    to_json,
    validate,
    write,
)
from esfmodel.cli import main
from esfmodel.law import packs
from esfmodel.rules import RuleBook, installed, installed_rules, offered_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTY = Path(__file__).parents[1] / "apps" / "county_rules"
SMALL = Project(
    "Framtidskraft",
    programming_period="2021-2027",
    budget=Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(100_000)),
            Contribution(Funder(source=FundingSource.OWN), Money(100_000)),
        ]
    ),
)
DAY = "2026-06-01"


def install(folder: Path, package: str, version: str, offered: dict[str, dict[str, str]]) -> None:
    """Write what an installer leaves of a package in a folder: its name, version and entry points."""
    about = folder / f"{package.replace('-', '_')}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", "utf-8")
    groups = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in names.items())
        for group, names in offered.items()
    ]
    (about / "entry_points.txt").write_text("\n".join(groups), "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder that packages are installed in; what is imported from it is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def county(site: Path) -> Path:
    """Install the package of the county as its own `pyproject.toml` has it."""
    project = tomllib.loads((COUNTY / "pyproject.toml").read_text("utf-8"))["project"]
    install(site, project["name"], project["version"], project["entry-points"])
    return site


def offer(site: Path, text: str, *, package: str = "others-rules", name: str = "others") -> None:
    """Install a package that offers `RULES` of a module with this text."""
    module = package.replace("-", "_")
    (site / f"{module}.py").write_text(text, "utf-8")
    install(site, package, "2.1", {installed.GROUP: {name: f"{module}:RULES"}})


# --- In Python


@pytest.mark.usefixtures("county")
def test_installed_rules_judge_only_when_they_are_named() -> None:
    """What is installed changes no report; named, its rules are judged and the report names the package."""
    assert offered_rules()["county"] == "county-rules 1.0"
    law = LAW.with_pack("county-example")
    silent = validate(SMALL, on=DAY, law=law)
    assert silent.rule_packages == ()
    assert [each.rule.code for each in silent.results] == list(RULES.codes)
    rules = installed_rules("county")
    assert (rules.codes, rules[0].package) == (("COUNTY001",), "county-rules 1.0")
    report = validate(SMALL, on=DAY, law=law, rules=RULES + rules)
    assert report.result("COUNTY001").outcome is Outcome.FAILED
    assert report.rule_packages == ("county-rules 1.0",)
    assert "med county-example.toml, med regler från county-rules 1.0, enligt" in report.text()
    assert "with county-example.toml, with rules of county-rules 1.0, by" in report.text("en")


@pytest.mark.usefixtures("county")
def test_a_report_on_installed_rules_survives() -> None:
    """As JSON and pickled it is equal, and names the packages that it was judged with."""
    rules = installed_rules("county")
    report = validate(SMALL, on=DAY, rules=rules)
    again = from_json(to_json(report), Report, rules=rules)
    assert (again, again.rule_packages) == (report, ("county-rules 1.0",))
    # A later version of the package, or the rule by itself, does not change what the report was made with.
    later = RuleBook(attrs.evolve(rule, package="county-rules 9.0") for rule in rules)
    assert from_json(to_json(report), Report, rules=later).rule_packages == ("county-rules 1.0",)
    (pickled,) = pickle.loads(pickle.dumps(rules))  # noqa: S301 - its own
    assert (pickled, pickled.package) == (rules[0], "county-rules 1.0")


@pytest.mark.usefixtures("county")
def test_a_name_is_one_package(site: Path) -> None:
    """A near name is suggested, a name twice is loaded once, and which of two packages is meant is not guessed."""
    with pytest.raises(InvalidValue, match=r"rules 'contry' is no name of rules that are installed; .* one of: county"):
        installed_rules("contry")
    with pytest.raises(TypeError, match="must be str, not list"):
        installed_rules(["county"])  # type: ignore[arg-type]  # what is refused
    assert installed_rules("county", "county").codes == ("COUNTY001",)
    offer(site, "RULES = ()", name="county")
    assert offered_rules()["county"] == "county-rules 1.0, others-rules 2.1"
    with pytest.raises(InvalidValue, match=r"of several packages: county-rules 1\.0, others-rules 2\.1; uninstall"):
        installed_rules("county")


def test_where_nothing_is_installed_the_advice_is_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any package there is no name to suggest."""
    monkeypatch.setattr(installed, "_entry_points", EntryPoints)
    with pytest.raises(InvalidValue, match="install the package that offers them, or use one of: none") as refused:
        installed_rules("county")
    assert refused.value.text().endswith("eller ange ett av: inget.")


BROKEN = {
    "raise RuntimeError('no \\x1b[31m')": r"others-rules 2.1, which cannot be loaded \(RuntimeError: no .x1b",
    "raise SystemExit(3)": r"others-rules 2.1, which cannot be loaded \(SystemExit: 3\)",
    "import nothing_of_the_kind": "cannot be loaded .ModuleNotFoundError: No module named 'nothing_of_the_kind'",
    "rules = ()": "cannot be loaded .AttributeError: .*RULES",
    "RULES = (1 / each for each in [0])": "cannot be loaded .ZeroDivisionError",
    "RULES = ()": "its others_rules:RULES gives tuple, and no rules; let the entry point name a Rule",
    "def RULES(): return ()": "gives function, and no rules",
    "RULES = ['COUNTY001']": "gives str, and no rules",
    "from esfmodel import RULES": "one of which has the code BUD001 of a rule of esfmodel",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_package_is_named(site: Path, county: Path, text: str) -> None:
    """Whatever a package does, the error names it; other packages and the library's own rules go on."""
    assert county == site
    offer(site, text)
    with pytest.raises(InvalidValue, match=BROKEN[text]) as refused:
        installed_rules("county", "others")
    assert "others-rules 2.1" in refused.value.text()
    assert "\x1b" not in refused.value.text()
    assert installed_rules("county").codes == ("COUNTY001",)


@pytest.mark.usefixtures("county")
def test_two_packages_may_not_have_one_code(site: Path) -> None:
    """No rule takes the place of another in silence, whichever package comes first."""
    offer(site, "from county_rules.rules import RULES as OTHERS\nRULES = OTHERS[0]")
    assert installed_rules("others")[0].package == "others-rules 2.1"
    with pytest.raises(InvalidValue, match=r"others-rules 2\.1, .* code COUNTY001 of a rule of county-rules"):
        installed_rules("county", "others")


def test_an_entry_point_of_no_package_is_named_by_its_value() -> None:
    """Where Python does not know the package, what it loads is told."""
    assert installed._package_of(EntryPoint("county", "county_rules.rules:RULES", installed.GROUP)) == (
        "county_rules.rules:RULES"
    )


@pytest.mark.parametrize("text", ["raise RuntimeError('no')", "raise SystemExit(3)"])
def test_a_broken_package_of_a_pack_is_named(site: Path, text: str) -> None:
    """A package that cannot be imported is told with the name of the pack, and is no crash."""
    (site / "others_packs.py").write_text(text, "utf-8")
    install(site, "others-packs", "2.1", {packs.GROUP: {"others-pack": "others_packs"}})
    with pytest.raises(ReadError, match="others-pack: is offered by the package others_packs, which has no such file"):
        LAW.with_pack("others-pack")


# --- On the command line


@pytest.mark.usefixtures("county")
def test_check_and_report_add_rules_by_their_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--rules` adds them, with `--pack` what they read; without it the package changes nothing."""
    file = tmp_path / "project.json"
    write(SMALL, file)
    check = ["check", str(file), "--on", DAY, "--pack", "county-example", "--lang", "sv"]
    assert main(check) == 0
    assert "COUNTY001" not in capsys.readouterr().out
    assert main([*check, "--rules", "county"]) == 0
    printed = capsys.readouterr().out
    assert "COUNTY001" in printed
    assert "med regler från county-rules 1.0" in " ".join(printed.split())
    assert main([*check, "--rules", "county", "--ignore", "COUNTY"]) == 0
    assert "Utelämnas på begäran: COUNTY001" in capsys.readouterr().out
    page = tmp_path / "report.html"
    assert main(["report", *check[1:], "--rules", "county", "-o", str(page)]) == 0
    assert "med regler från county-rules 1.0" in page.read_text("utf-8")


@pytest.mark.usefixtures("county")
def test_rules_shows_those_of_a_package(capsys: pytest.CaptureFixture[str]) -> None:
    """With `--rules` a rule of a package is listed, found and shown, with its package."""
    assert main(["rules", "COUNTY001", "--rules", "county", "--lang", "en"]) == 0
    assert "Package: county-rules 1.0" in capsys.readouterr().out
    assert main(["rules", "COUNTY", "--rules", "county", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("COUNTY001")
    assert main(["rules", "--rules", "contry", "--lang", "sv"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "--rules: ”contry” är inget namn på regler som är installerade. Installera" in told
