from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel.cli import main
from esfmodel.cli._options import KEYS
from esfmodel.examples import EXAMPLES
from esfmodel.formats import write
from esfmodel.model import (
    ActualCost,
    Budget,
    By,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    LumpSum,
    Organisation,
    Participation,
    Project,
    Role,
)
from esfmodel.values import Money, OpenPeriod, Period
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `show` and give its status, its lines with single spaces, and what it complained of."""

    def command(*arguments: object) -> tuple[int, list[str], str]:
        status = main(["show", *map(str, arguments)])
        shown = capsys.readouterr()
        lines = shown.out.replace("\N{NO-BREAK SPACE}", " ").split("\n")
        return status, [" ".join(line.split()) for line in lines], shown.err

    return command


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[Project], Path]:
    """Write a project to a file."""

    def written(project: Project) -> Path:
        path = tmp_path / "project.json"
        write(project, path)
        return path

    return written


def test_the_keys_of_the_help_are_those_there_are() -> None:
    """What --by offers, without loading the model, is what a budget is broken down by."""
    for language in LANGUAGES:
        assert KEYS.text(language).split(", ") == [format(by, language) for by in By]


def test_a_published_plan_by_funder_and_year(run: Run, file_of: Callable[[Project], Path]) -> None:
    """Amounts without a year are divided by the months of the period, and that is said."""
    path = file_of(EXAMPLES["24-030-S04"])
    status, lines, err = run(path, "--by", "funder,year")
    assert (status, err) == (0, "")
    assert lines[-6:] == [
        "-" * 106,
        "Summa 5 312 803 kr 6 375 365 kr 6 375 365 kr 1 062 564 kr 19 126 097 kr",
        "",
        "Belopp utan år är fördelade efter projektperiodens månader; det sista året bär resten.",
        "",
        "",
    ]
    _, lines, _ = run(path, "--by", "year", "--lang", "en")
    assert "Year Amount" in lines
    assert "Amounts without a year are divided by the months of the project period;" in " ".join(lines)


def test_a_key_is_named_as_it_is_told(run: Run) -> None:
    """A key may be written as the tables and the errors have it, in either language and in any case."""
    assert run("--examples", "--by", "funder,year") == run("--examples", "--by", "Finansiär, år")
    for language in LANGUAGES:
        for key in By:
            assert run("--examples", "--by", format(key, language)) == run("--examples", "--by", key.value)


def test_days_where_months_are_not_whole(run: Run, file_of: Callable[[Project], Path]) -> None:
    """A project from 4 September to 4 March is divided by days."""
    _, lines, _ = run(file_of(EXAMPLES["25-031-S02"]), "--by", "year,source")
    assert "Summa 4 476 515 kr 497 391 kr 4 973 906 kr" in lines
    assert "Belopp utan år är fördelade efter projektperiodens dagar; det sista året bär resten." in lines


def test_the_examples_say_why_not(run: Run) -> None:
    """Where nobody has said when a project begins and ends, or only its years, the amounts stay in no year."""
    status, lines, _ = run("--examples", "--by", "source,year")
    assert status == 0
    why = "Beloppen är inte fördelade på år: "
    assert [line.removeprefix(why) for line in lines if line.startswith(why)] == [
        "av projektperioden är bara åren kända.",
        "projektperiodens början och slut är inte kända.",
        "projektperiodens början och slut är inte kända.",
    ]


@pytest.mark.parametrize("project", EXAMPLES.values(), ids=lambda project: project.name)
def test_what_is_shown_is_as_wide_as_the_terminal(
    file_of: Callable[[Project], Path],
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Lines are wrapped within a narrow window."""
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["show", str(file_of(project))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > 60 and not line.startswith("Källa: ")] == []


def test_what_is_not_divided_is_said(run: Run, file_of: Callable[[Project], Path]) -> None:
    """A lump sum stays in no year, and so does what is not exactly known; an open period has no years."""
    budget = Budget(
        [Cost(CostCategory.STAFF, ActualCost(Money(12))), Cost(CostCategory.OTHER, LumpSum(Money(5)))],
        [Contribution(Funder(source=FundingSource.EU), Money(17), year=2025)],
    )
    project = Project("A", budget=budget, period=Period("2025-07-01", "2026-06-30"))
    _, lines, _ = run(file_of(project), "--by", "category,year")
    assert lines[-7:-2] == [
        "Summa 6 kr 6 kr 5 kr 17 kr",
        "",
        "Belopp utan år är fördelade efter projektperiodens månader; det sista året bär resten.",
        "",
        "Vad som inte är exakt känt, eller betalas som en klumpsumma, är inte fördelat på år.",
    ]
    _, lines, _ = run(file_of(project), "--by", "year", "--of", "finansiering")
    assert lines[-3] == "Summa 17 kr"
    _, lines, _ = run(file_of(project), "--by", "year", "--of", "costs")
    assert "Ej angivet 5 kr" in lines
    _, lines, _ = run(file_of(attrs.evolve(project, period=OpenPeriod("2025-07-01"))), "--by", "category,year")
    assert lines[-3] == "Beloppen är inte fördelade på år: projektperiodens början och slut är inte kända."


def test_each_currency_has_its_table(run: Run, file_of: Callable[[Project], Path]) -> None:
    """A Swedish and a Norwegian partner's budgets are two tables."""

    def partner(name: str, amount: Money) -> Participation:
        budget = Budget(financing=[Contribution(Funder(source=FundingSource.OWN), amount)], complete=True)
        return Participation(Organisation(name), Role.PARTNER, budget=budget)

    partners = [partner("Åre kommun", Money(7)), partner("Trøndelag", Money(9, "NOK"))]
    project = Project("Gränslös", partners=partners, period=Period("2025-01-01", "2025-12-31"))
    _, lines, _ = run(file_of(project), "--by", "partner,year")
    assert "Åre kommun 7 kr 7 kr" in lines
    assert "Trøndelag 9 norska kronor 9 norska kronor" in lines


def test_what_cannot_be_shown_is_said(run: Run, file_of: Callable[[Project], Path]) -> None:
    """Years before any budget, and a table of a million cells, are told of and no crash."""
    own = Funder(source=FundingSource.OWN)
    old = Project(
        "A", budget=Budget(financing=[Contribution(own, Money(5))]), period=Period("1850-01-01", "1950-12-31")
    )
    status, lines, _ = run(file_of(old), "--by", "funder,year")
    assert status == 0
    assert lines[-3].startswith("Beloppen är inte fördelade på år: projektperioden är för lång")
    parts = [Contribution(own, Money(1), phase=str(number), partner=str(number)) for number in range(1_001)]
    _, lines, _ = run(file_of(Project("A", budget=Budget(financing=parts))), "--by", "phase,partner")
    assert lines[-3] == "Tabellen visas inte: den har för många rader och kolumner."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--by", "zzz"],
            "esfmodel: --by: ”zzz” är inget vi känner till. Använd något av kostnadskategori, partner, fas, år,",
        ),
        (["--by", "year,funder,form"], "--by: ”year,funder,form” anger mer än rader och kolumner. Ange högst två."),
        (["--by", "year,year"], "--by: "),
        (["--by", "category,funder"], "--by: "),
        (["--by", "funder", "--of", "costs"], "--by: "),
        (["--of", "costs"], "--of: ”costs” anges utan --by. Ange båda eller ingendera."),
    ],
)
def test_what_has_no_table_is_status_2(run: Run, arguments: list[str], said: str) -> None:
    """A table that there is not is refused before anything is shown."""
    status, lines, err = run("--examples", *arguments)
    assert (status, lines) == (2, [""])
    assert said in err


EU = Contribution(Funder(source=FundingSource.EU), Money(5))
STAFF = Cost(CostCategory.STAFF, ActualCost(Money(5)))
THE_OTHER = "Tabellen visar finansieringen. Skriv --of kostnader för att se kostnaderna."


@pytest.mark.parametrize(
    ("budget", "by", "said", "not_said"),
    [
        (None, "partner", "Projektet har ingen budget, så det finns ingenting att dela in.", "Ingen rad"),
        (Budget([STAFF]), "funder", "Ingen finansiering är angiven.", "Ingen rad"),
        (Budget(financing=[EU]), "category", "Inga kostnader är angivna.", "Ingen rad"),
        (Budget([STAFF]), "fas", "Ingen rad anger fas.", THE_OTHER),
        (Budget([STAFF], [EU]), "fas", THE_OTHER, "Inga kostnader"),
        (Budget([STAFF], [EU]), "form,fas", "Ingen rad anger form.", THE_OTHER),
        (Budget([STAFF], [EU]), "form,fas", "Ingen rad anger fas.", THE_OTHER),
        (Budget([STAFF], [EU]), "category,partner", "Ingen rad anger partner.", THE_OTHER),
        (Budget([STAFF]), "partner", "Summa 5 kr", "Ingen finansiering är angiven."),
        (Budget([attrs.evolve(STAFF, phase="A")]), "fas", "A 5 kr", "Ingen rad"),
        (Budget(), "phase", "Ingen finansiering är angiven.", "Ingen rad"),
        (Budget(financing=[Contribution.rest()]), "funder", "Summa", "Ingen rad"),
    ],
)
def test_why_a_table_shows_little(
    run: Run, file_of: Callable[[Project], Path], budget: Budget | None, by: str, said: str, not_said: str
) -> None:
    """No budget, no lines of the side, no line with the key, and that there is another side: each is told."""
    status, lines, err = run(file_of(Project("A", budget=budget)), "--by", by)
    assert (status, err) == (0, "")
    shown = lines[lines.index("Om projektet ”A” är inget mer angivet.") if budget is None else 0 :]
    assert any(said in line for line in shown)
    assert not any(not_said in line for line in shown[-6:])
