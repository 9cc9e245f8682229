from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from esfmodel.cli import main
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG, KOMPETENSFOCUS, PROJECTS
from esfmodel.formats import Problem, Reading, read, read_text, to_text, write
from esfmodel.formats.reading import Counts
from esfmodel.law import LAW, PACKS
from esfmodel.model import CategoryOfRegion, Priority, Project
from esfmodel.rules import RULES
from esfmodel.values import Money, Rate
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command and give its status, what it printed, with ordinary spaces, and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Write a project whose stated total is not the sum of its financing."""
    project = EXAMPLES["24-030-S04"]
    assert project.budget is not None
    path = tmp_path / "wrong.json"
    write(attrs.evolve(project, budget=attrs.evolve(project.budget, total=Money(19_000_000))), path)
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """Write a project in which no rule finds an error."""
    path = tmp_path / "right.toml"
    write(KOMPETENS_I_KRONOBERG, path)
    return path


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_the_examples_are_judged(run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """The main job: a report on each project, within the width of the terminal, and with --verbose what it is about."""
    monkeypatch.setenv("COLUMNS", str(width))
    status, out, err = run("check", "--examples")
    assert (status, err) == (0, "")
    assert out.count("\nFunnet: ") == len(PROJECTS)
    for project in PROJECTS:
        assert project.name in " ".join(out.split())
    assert "Kompetens i Kronoberg\n=====================\nKälla: Region Kronoberg, 2017\n\n" in out
    assert "Projektet ”" not in out
    verbose = run("check", "--examples", "--verbose")[1]
    assert "Projektet ”" in verbose
    assert "Totalkostnad" in verbose.partition("Översikt")[0]
    shown = (out + verbose + run("show", "--examples", "--by", "funder,year")[1]).split("\n")
    assert [line for line in shown if len(line) > width and not line.startswith("Källa: ")] == []


def test_show_tells_and_judges_nothing(run: Run, right: Path) -> None:
    """`show` has summary and financing and no report, in the language asked for."""
    status, out, _ = run("show", right, "--lang", "en")
    assert status == 0
    assert f"Source: {right}; Region Kronoberg, 2017\n" in out
    assert "The project ‘Kompetens i Kronoberg’ is owned by Region Kronoberg;" in out
    assert "Review" not in out


def test_what_could_not_be_judged_is_told_in_full_when_asked_for(run: Run, right: Path) -> None:
    """A report has one line of what could not be judged, and with --verbose what each rule demands."""
    short, full = run("check", right), run("check", right, "--verbose")
    demand = RULES["PER005"].demand.sv.removesuffix(".")
    assert short[0] == full[0] == 0
    assert "PER005" not in short[1]
    assert "Kunde inte bedömas (varken godkänt eller underkänt): " in short[1]
    assert demand in " ".join(full[1].split())


def test_an_error_is_status_1(run: Run, wrong: Path, right: Path) -> None:
    """A finding of severity error gives status 1, whatever else is fine; every file is judged."""
    assert run("check", right)[0] == 0
    assert run("check", wrong)[0] == 1
    status, out, _ = run("check", wrong, right, "--on", "2026-01-01")
    assert status == 1
    assert "\nFel\n  BUD003  " in out
    assert "Kompetens i Kronoberg\n=====" in out
    assert "enligt gällande rätt den 1 januari 2026" in out


def test_what_cannot_be_read_is_status_2(run: Run, wrong: Path, tmp_path: Path) -> None:
    """A file that is not there gives status 2 and a line on standard error; the others are still judged."""
    status, out, err = run("check", wrong, tmp_path / "no\x1b such.json")
    assert status == 2
    assert "Fel\n  BUD003" in out
    assert err.startswith("esfmodel: ")
    assert err.count("no\\x1b such.json: ") == 1
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"\xff\xfe", b"\xe5", b"[" * 100_000, b'{"version": 99}'])
@pytest.mark.parametrize("command", [["check"], ["show"], ["check", "--json"], ["convert", "--to", "json"]])
def test_bad_files_give_no_traceback(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], data: bytes
) -> None:
    """Empty, binary, in another encoding, nested without end, of an unknown version: a sentence and status 2."""
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    typed(monkeypatch, data)
    for name in (path, "-"):
        status, _, err = run(command[0], name, *command[1:])
        assert status == 2
        assert err.count("\n") == 1


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen is standard input, bytes in UTF-8 or text."""
    text = to_text(KOMPETENSFOCUS, "project_json")
    typed(monkeypatch, text.encode())
    assert "Källa: standard in; Svenska ESF-rådet" in run("show", "-")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert "Källa: standard in; Svenska ESF-rådet" in run("show", "-", "--format", "project_json")[1]


def test_a_name_does_not_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters, marks of direction and line ends of a source are shown and not obeyed."""
    path = tmp_path / "nasty.json"
    name = "Kom\x1b[2J\x9b\N{RIGHT-TO-LEFT MARK}pass\nGranskning av\tallt"
    write(Project(name, operation_id="23-067-S04", source=name, region=name), path)
    for arguments in (["check", path], ["show", path], ["check", path, "--json"], ["convert", path, "--to", "json"]):
        status, out, _ = run(*arguments)
        assert status == 0
        assert not {"\x1b", "\x9b", "\N{RIGHT-TO-LEFT MARK}"} & set(out)
        assert "\nGranskning av allt" not in out
    assert "Kom\\x1b[2J\\x9b\\u200fpass Granskning av allt" in run("show", path)[1]


def test_an_unknown_format_names_the_option(run: Run, tmp_path: Path) -> None:
    """Where the format cannot be found out, the message names the option of the command line."""
    path = tmp_path / "press.txt"
    path.write_text("I förra veckan kom beslutet.", "utf-8")
    for language in LANGUAGES:
        said = run("check", path, "--lang", language)[2]
        assert f"{path}: " in said
        assert "project_json" in said


def test_nothing_named_is_no_success(run: Run) -> None:
    """Without a file there is nothing to judge, and that is said."""
    for arguments in (["check"], ["show"], ["check", "--json"]):
        said = "Ingen fil har angetts. Ange en fil, - för standard in, eller --examples."
        assert run(*arguments) == (2, "", f"esfmodel: {said}\n")
        said = "No file is named. Name a file, - for standard input, or --examples."
        assert run(*arguments, "--lang", "en") == (2, "", f"esfmodel: {said}\n")


def halfway(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    """Let every file be read as this."""

    class ReadAsThis:
        is_parquet, size = False, 0

        def __init__(self, *_: object, **__: object) -> None:
            """Take what files are opened with."""

        def is_list(self) -> bool:
            return False

        def read(self, *, strict: bool) -> Reading:
            assert isinstance(strict, bool)
            return reading

    monkeypatch.setattr("esfmodel.cli._sources.InputFile", ReadAsThis)


def test_problems_do_not_vanish(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was wrong with a value is told with the project, and read projects are judged all the same."""
    problem = Problem("value.negative", "projects[0].budget.costs[2].amount", "-1 kr", line=12)
    halfway(monkeypatch, Reading([KOMPETENSFOCUS], [problem]))
    status, out, err = run("check", "record.txt")
    assert (status, err) == (0, "")
    assert f"Problem vid läsningen av record.txt\n  {problem.text('sv')}\n" in out
    told = problem.text("en")
    assert f"Problems in reading record.txt\n  {told}\n" in run("show", "record.txt", "--lang", "en")[1]
    [written] = json.loads(run("check", "record.txt", "--json")[1])["sources"][0]["problems"]
    assert written["text"] == {language: problem.text(language) for language in LANGUAGES}
    assert (written["code"], written["line"], written["given"]) == ("value.negative", 12, "-1 kr")
    status, out, err = run("convert", "record.txt", "--to", "json", "--lang", "en")
    assert (status, err) == (0, f"Problems in reading record.txt\n  {told}\n\n")
    assert read_text(out).one() == KOMPETENSFOCUS


def test_check_refuses_unknown_keys_unless_told_not_to(run: Run, right: Path) -> None:
    """A key of no field may be a fact that was to be judged; `show` and `--no-strict` keep it and tell of it."""
    right.write_text(f"{right.read_text('utf-8')}\n[projects.diary]\nnumber = 7\n", "utf-8")
    status, out, _ = run("check", right)
    assert (status, "diary" in out, "Funnet: " in out, "--no-strict läser" in out) == (2, True, False, True)
    for command in (["check", right, "--no-strict"], ["show", right]):
        status, out, _ = run(*command)
        assert (status, "diary" in out, "Kompetens i Kronoberg\n=====" in out) == (0, True, True)


def test_a_record_that_was_not_read_is_status_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a source tells of more projects than could be read, or of none, the status says so."""
    counts = Counts(records=2, projects=1, values=5, extra=0, problems=1)
    problem = Problem("value.missing", "projects[1].name")
    halfway(monkeypatch, Reading([KOMPETENSFOCUS], [problem], counts))
    for arguments in (["check"], ["show"], ["check", "--json"], ["convert", "--to", "toml"]):
        status, _, err = run(arguments[0], "a.json", *arguments[1:])
        assert status == 2
        said = "a.json: innehåller projekt som inte gick att läsa, eller inga projekt. Se de problem som redovisas."
        assert f"esfmodel: {said}\n" in err
    halfway(monkeypatch, Reading([]))
    assert run("check", "a.json")[0] == 2
    assert run("convert", "a.json", "--to", "json")[:2] == (2, "")


def over_the_ceiling(name: str) -> Project:
    """Make a project whose Union money alone is above the ceiling of its priority."""
    project = EXAMPLES["24-063-S05"]
    assert project.budget is not None
    priority = Priority("A", category_of_region=CategoryOfRegion.MORE_DEVELOPED, eu_rate=Rate.of_percent(40))
    return attrs.evolve(project, name=name, priority=priority)


def test_projects_of_one_file_are_judged_together(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, right: Path
) -> None:
    """The ceilings bind a priority: a file that is said to hold all of it is summed, and no other file is."""
    monkeypatch.chdir(tmp_path)
    path = "list.json"
    write([over_the_ceiling("Ett"), over_the_ceiling("Två")], path)
    status, out, _ = run("check", path, right, "--together")
    assert "Alla projekt i list.json tillsammans (2)\n======" in out
    assert out.count("Alla ") == 2
    assert "POR001  " in out.partition("tillsammans (2)")[2]
    assert status == 1
    assert f"All projects of {path} together (2)\n" in run("check", path, "--lang", "en", "--together")[1]
    status, out, _ = run("check", path)
    assert status == 0
    assert "tillsammans (" not in out


@pytest.mark.parametrize("rate", ["EUR=11,20@2024-03-01", "eur=11.20@2024-03-01"])
def test_a_rate_is_told_as_the_users(run: Run, right: Path, rate: str) -> None:
    """With a comma or a point: the report is stamped with it, for people and for programs."""
    stamp = "enligt användarens kurs 1 euro = 11,20 kronor (1 mars 2024, utan angiven källa)"
    assert stamp in " ".join(run("check", right, "--rate", rate)[1].split())
    (source,) = json.loads(run("check", right, "--rate", rate, "--json")[1])["sources"]
    assert [each["rate"] for each in source["reports"][0]["rates"]] == ["11.20"]


@pytest.mark.parametrize(
    ("rates", "told"),
    [
        (["11,20"], "”11,20” är ingen växelkurs. Skriv till exempel EUR=11,20"),
        (["EUR=1.111,20"], "”EUR=1.111,20” är ingen växelkurs. Skriv"),
        (["EUR=-11"], "”EUR=-11” är ingen växelkurs. Skriv"),
        (["EUR=0,0"], "”EUR=0,0” är ingen växelkurs. Skriv"),
        (["SEK=1"], "”SEK=1” är samma valuta som kursen gäller."),
        (["EUR=11@2024-02-30"], "”EUR=11@2024-02-30” finns inte i kalendern"),
        (["EUR=11@9998-01-01"], "så kursen är inte känd än. Ange en kurs som var publicerad då."),
        (["EUR=11", "EUR=12"], "”EUR=12” är en kurs till mellan EUR och SEK. Ange bara en av dem."),
    ],
)
def test_a_rate_that_cannot_be_used_is_named(run: Run, right: Path, rates: list[str], told: str) -> None:
    """The option is named with what was typed for it, and what to write instead."""
    options = [each for rate in rates for each in ("--rate", rate)]
    status, out, err = run("check", right, *options)
    assert (status, out) == (2, "")
    assert err.startswith("esfmodel: --rate: ”")
    assert told in err.replace("\N{NO-BREAK SPACE}", " ")


def test_a_rule_to_ignore_that_is_none_is_named(run: Run, right: Path) -> None:
    """By the option, with the families that there are."""
    status, out, err = run("check", right, "--ignore", "PUB", "--ignore", "ZZ")
    assert (status, out) == (2, "")
    assert err.startswith("esfmodel: --ignore: ”ZZ” är ingen regel eller regelfamilj här. Familjerna här är BUD, ")


def test_for_programs(run: Run, wrong: Path, right: Path, tmp_path: Path) -> None:
    """With --json everything `check` knows is one document, and the exit status stands in it."""
    both = tmp_path / "both.json"
    write([over_the_ceiling("Ett"), over_the_ceiling("Två")], both)
    status, out, _ = run("check", wrong, right, both, tmp_path / "missing.json", "--json", "--together")
    document: dict[str, Any] = json.loads(out)
    assert (document["format"], document["version"], document["status"]) == ("esfmodel check", 1, status)
    assert status == 2
    first, second, third, missing = document["sources"]
    assert (first["source"], first["whole"], first["error"]) == (str(wrong), True, None)
    assert first["reports"][0]["errors"] == 1
    assert (second["reports"][0]["errors"], second["together"]["errors"]) == (0, 0)
    assert third["together"]["errors"] == 1
    assert (missing["whole"], missing["reports"]) == (False, [])
    assert str(tmp_path / "missing.json") in missing["error"]["text"]["sv"]
    assert missing["error"]["text"].keys() == set(LANGUAGES)
    assert json.loads(run("check", both, "--json", "--together")[1])["status"] == 1
    assert json.loads(run("check", both, "--json")[1])["sources"][0]["together"] is None
    examples = json.loads(run("check", "--examples", "--json", "--on", "2026-01-01")[1])["sources"]
    assert [each["source"] for each in examples] == [None]
    assert {report["on"] for report in examples[0]["reports"]} == {"2026-01-01"}


def test_convert(run: Run, right: Path, wrong: Path, tmp_path: Path) -> None:
    """Projects are written as JSON or TOML, to a file or to standard output, and read back the same."""
    target = tmp_path / "all.toml"
    assert run("convert", right, wrong, "--to", "toml", "-o", target) == (0, "", "")
    assert read(target).projects == (*read(right).projects, *read(wrong).projects)
    assert read_text(run("convert", target, "--to", "json")[1]).projects == read(target).projects


def test_what_cannot_be_written(run: Run, right: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place where nothing can be written, and a project no file can hold, are status 2 and a sentence."""
    status, _, err = run("convert", right, "--to", "json", "-o", tmp_path / "no such folder" / "a.json")
    assert (status, err.count("\n")) == (2, 1)
    assert "a.json: ligger i en mapp som inte finns. Skapa mappen, eller ange en annan." in err
    with monkeypatch.context() as half_a_letter:
        halfway(half_a_letter, Reading([Project("A", planned_participants=10**100)]))
        status, out, err = run("convert", "a.json", "--to", "json")
        assert (status, out, err.count("\n")) == (2, "", 1)


def test_examples_can_be_had(run: Run) -> None:
    """Every example is listed, and written as a file to start from."""
    status, out, _ = run("example")
    assert status == 0
    assert [line.split()[0] for line in out.strip().split("\n")] == list(EXAMPLES)
    for name, project in EXAMPLES.items():
        assert read_text(run("example", name, "--to", "json")[1]).one() == project
    assert 'name = "Kompetenskompassen"' in run("example", "kompetenskompassen")[1]
    status, _, err = run("example", "kompetenskompasen")
    assert status == 2
    assert "”kompetenskompasen” är inget vi känner till. Menar du kompetenskompassen" in err
    status, _, err = run("example", "xyz")
    assert status == 2
    assert "”xyz” är inget vi känner till. Använd något av kompetenskompassen," in err


def test_a_pack_lets_the_rules_of_a_programme_be_judged(run: Run, tmp_path: Path) -> None:
    """With a programme's values the report is by another law, in both forms; a pack that is none ends with 2."""
    path = tmp_path / "project.json"
    write(EXAMPLES["24-030-S04"], path)
    cci = "2021SE05SFPR001"
    by_law, by_pack = LAW.version, LAW.with_pack(PACKS[cci]).version
    for packs, version in (((), by_law), (("--pack", cci), by_pack)):
        assert version in run("check", path, *packs)[1]
        assert version in run("check", path, "--json", *packs)[1]
    status, out, err = run("check", path, "--pack", tmp_path / "none.toml")
    assert (status, out) == (2, "")
    assert "none.toml: finns inte" in err


@pytest.mark.parametrize("arguments", [["check", "--examples"], ["plan", "--total", "5", "--own-rate", "5 %"], ["law"]])
@pytest.mark.parametrize("language", ["de", "", "svenska", "SV", "\x1b[2J\u202e", "\udcff"])
def test_another_language_is_refused_in_every_language(run: Run, arguments: list[str], language: str) -> None:
    """Who asks for German is told in Swedish and in English which languages there are."""
    status, out, err = run(*arguments, "--lang", language)
    assert (status, out) == (2, "")
    swedish, english = err.splitlines()
    assert swedish.endswith(" är inget vi känner till. Använd något av sv, en.")
    assert english.endswith(" is not one we know. Use one of sv, en.")
    assert (swedish + english).isprintable()
