"""`check --call`: many applications, one call, one table; and the table of many projects without a call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel.cli import main
from esfmodel.examples import EXAMPLES
from esfmodel.formats import write
from esfmodel.model import Call, OwnShare, Project
from esfmodel.rules import Outcome, validate
from esfmodel.values import Rate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

FORTY_SIX = """\
[call]
name = "Framtidens arbetsliv"
own_share = { requirement = "at least", rate = "46 %" }
longest_months = 36
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `check` and give its status, what it printed, with ordinary spaces, and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        status = main(["check", *map(str, arguments)])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


@pytest.fixture
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write three applications, of which one states another call, and the call by which they are judged."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "call.toml").write_text(FORTY_SIX, "utf-8")
    other = Call("25-009", name="Framtidens arbetsliv", own_share=OwnShare.at_least(Rate.of_percent(10)))
    write(EXAMPLES["24-030-S04"], "a.toml")
    write(attrs.evolve(EXAMPLES["24-056-S07"], call=other), "b.toml")
    write(EXAMPLES["25-031-S02"], "c.toml")
    return tmp_path


@pytest.mark.usefixtures("applications")
def test_one_table_and_then_the_gravest_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every application has its row in the order of the files, and its findings below, errors first."""
    monkeypatch.setenv("COLUMNS", "132")
    status, out, err = run("a.toml", "b.toml", "c.toml", "--call", "call.toml")
    assert (status, err) == (1, "")
    table, *sections = out.split("\nKälla: ")
    assert [" ".join(line.split()) for line in table.split("\n")[:6]] == [
        "Prövade mot utlysningen Framtidens arbetsliv",
        "=" * 44,
        "Projekt Totalkostnad Stöd Egen andel Fel Varn. Ej bedömda",
        "-" * 112,
        f"Kompetensutveckling AMF (24-030-S04) 19 126 097 kr 10 325 312 kr 46,01 % 0 0 {silent('24-030-S04')}",
        f"Yrkesvägledning för framtiden (24-056-S07) 11 192 144 kr 5 992 144 kr 46,46 % 0 0 {silent('24-056-S07')}",
    ]
    assert [each.partition(";")[0] for each in sections] == ["c.toml", "a.toml", "b.toml"]
    assert "\nFel\n  FIN001  Den egna andelen är 0 %." in sections[0]
    assert [each.count("\nFel\n") for each in sections] == [1, 0, 0]


def silent(name: str) -> int:
    """Return how many rules cannot be judged of an example by the call."""
    call = Call(name="A", own_share=OwnShare.at_least(Rate.of_percent(46)), longest_months=36)
    report = validate(attrs.evolve(EXAMPLES[name], call=call))
    return sum(result.outcome is Outcome.NOT_EVALUATED for result in report.results)


@pytest.mark.usefixtures("applications")
def test_another_call_is_told(run: Run) -> None:
    """What an application states of its call is not judged by, and is told where it differs from the call."""
    _, out, _ = run("a.toml", "b.toml", "--call", "call.toml")
    assert "\nEn annan utlysning anges av: Yrkesvägledning för framtiden (24-056-S07).\n" in out
    told = "anger en annan utlysning än den som den har prövats mot. Det som skiljer: referens, egen andel."
    assert " ".join(out.split()).count(told) == 1
    assert "another call" not in run("a.toml", "c.toml", "--call", "call.toml", "--lang", "en")[1]
    # The call of one of them, from its own file: nothing differs.
    status, out, _ = run("b.toml", "--call", "b.toml", "--lang", "en")
    assert (status, "another call" in out) == (0, False)
    assert out.startswith("Judged by the call Framtidens arbetsliv\n")


@pytest.mark.usefixtures("applications")
def test_applications_of_one_name_are_told_apart_by_their_files(run: Run) -> None:
    """A plan has the name of every other plan, so its row has the name of its file."""
    for name in ("d.toml", "e.toml"):
        write(Project("Planerat projekt"), name)
    _, out, _ = run("a.toml", "d.toml", "e.toml", "--call", "call.toml")
    rows = [line.split("  ")[0] for line in out.partition("Källa:")[0].split("\n")]
    assert [row for row in rows if row.endswith(".toml")] == ["d.toml", "e.toml"]


@pytest.mark.usefixtures("applications")
def test_an_application_that_cannot_be_read_has_its_row(run: Run) -> None:
    """What is wrong with a file is told, its row says so, and the status is 2."""
    status, out, err = run("a.toml", "nowhere.toml", "--call", "call.toml")
    assert (status, err) == (2, "esfmodel: nowhere.toml: finns inte. Kontrollera sökvägen.\n")
    assert "nowhere.toml inte läst" in " ".join(out.split())
    status, out, _ = run("nowhere.toml", "--call", "call.toml", "--json")
    assert (status, json.loads(out)["sources"][0]["projects"]) == (2, [])


@pytest.mark.usefixtures("applications")
def test_for_programs(run: Run) -> None:
    """The document has the call, and of each application the figures of the table."""
    status, out, _ = run("a.toml", "b.toml", "c.toml", "--call", "call.toml", "--json")
    document = json.loads(out)
    assert document["status"] == status == 1
    assert document["call"]["own_share"] == {"requirement": "at least", "rate": "46%"}
    first, second, third = (source["projects"][0] for source in document["sources"])
    assert first == {
        "name": "Kompetensutveckling AMF",
        "operation_id": "24-030-S04",
        "total_cost": "19126097 SEK",
        "support": "10325312 SEK",
        "own_rate": first["own_rate"],
        "other_terms_of_call": [],
    }
    assert (second["other_terms_of_call"], third["own_rate"]) == (["reference", "own_share"], "0%")
    assert [source["reports"][0]["errors"] for source in document["sources"]] == [0, 0, 1]
    assert json.loads(run("a.toml", "--json")[1])["call"] is None


def test_a_call_that_cannot_be_used(run: Run, applications: Path) -> None:
    """Everything wrong with the call is told on standard error, and nothing is judged by half of it."""
    (applications / "call.toml").write_text("[call]\nlongest_month = 36\nfund = 'XYZ'\n", "utf-8")
    status, out, err = run("a.toml", "--call", "call.toml")
    assert (status, out) == (2, "")
    assert err.startswith("Problem vid läsningen av call.toml\n  Rad ")
    assert "Menar du longest_months?" in " ".join(err.split())
    assert "XYZ" in err
    status, out, err = run("a.toml", "--call", "a.toml", "--lang", "en")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("esfmodel: a.toml: states 0 calls, not one.")


@pytest.mark.usefixtures("applications")
def test_many_projects_end_with_a_table(run: Run) -> None:
    """Of three projects, each judged by its own call, a table in the end tells which has errors; of two none does."""
    write([Project("Ett"), EXAMPLES["24-030-S04"]], "d.toml")
    out = run("a.toml", "d.toml")[1]
    assert "\nÖversikt (3 projekt)\n====================\nProjekt " in out
    assert f" 46,01 % 0 0 {alone('24-030-S04')} --verbose visar" in " ".join(out.split())
    assert "Översikt" not in run("d.toml")[1]
    assert "Overview (2 projects)" in run("a.toml", "b.toml", "nowhere.toml", "--lang", "en")[1]


def alone(name: str) -> int:
    """Return how many rules cannot be judged of an example."""
    return sum(result.outcome is Outcome.NOT_EVALUATED for result in validate(EXAMPLES[name]).results)
