from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from esfmodel import LAW
from esfmodel.cli import main
from esfmodel.law import PACKS, Law

if TYPE_CHECKING:
    from pathlib import Path

CEILING = "co-financing.ceiling.more-developed"
TIGHTER = """
[[provision]]
key = "co-financing.ceiling.more-developed"
rate = "35%"
programming_period = "2021-2027"
level = "PROGRAMME"
binds = "PRIORITY"
sense = "AT_MOST"
act = "Nationellt program"
article = "avsnitt 2"
start = 2022-01-01
end = 2022-12-31
grade = "C"
source = "https://example.org"
checked = 2026-11-21

[[provision]]
key = "a.b"
number = 3
unit = "kontroller"
level = "NATIONAL"
act = "förordningen"
article = "1 §"
start = 2022-01-01
grade = "B"
source = "https://example.org"
checked = 2026-11-21
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command and give its status, what it printed with single spaces, and what it complained of."""
    status = main(["law", *arguments])
    shown = capsys.readouterr()
    assert all(len(line) <= 100 for line in shown.out.split("\n"))
    return status, " ".join(shown.out.split()), shown.err


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_is_listed(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Every key is there once, in order, with a line for each of its rows: period, days and grade."""
    main(["law", "--lang", language])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == list(LAW.keys)
    assert sum(line.startswith(" ") for line in lines) == len(LAW.provisions)
    for row in LAW.provisions:
        days = f"{row.start}/{'..' if row.end is None else row.end}"
        assert any(line.split()[:3] == [str(row.programming_period), days, row.grade.name] for line in lines)


@pytest.mark.parametrize("key", LAW.keys)
def test_one_value_is_shown_whole(capsys: pytest.CaptureFixture[str], key: str) -> None:
    """With its key one reads act, grade, words, edition, source and day of every row, in both languages."""
    for language in ("sv", "en"):
        status, out, err = run(capsys, key, "--lang", language)
        assert (status, err) == (0, "")
        for row in LAW.history(key):
            told = [row.citation(language), f"{row.grade.name}: ", row.source, row.checked.isoformat(), str(row.start)]
            for text in (*told, row.quote, row.edition, row.note, row.base, row.end and str(row.end)):
                assert " ".join(str(text or "").split()) in out


def test_a_ceiling_says_that_it_binds_the_priority(capsys: pytest.CaptureFixture[str]) -> None:
    """Who asks with a project in mind reads at once that the ceiling is not about one project."""
    _, out, _ = run(capsys, CEILING, "--programming-period", "2021-2027")
    assert "Värde högst 40 % Räknat på" in out
    assert "Binder programområdet som helhet, inte ett enskilt projekt Nivå EU-rätt Lagrum artikel 112.3 e i" in out
    assert "högst 50 %" not in out
    _, out, _ = run(capsys, CEILING, "--on", "2024-05-01", "--lang", "en")
    assert "at most 50%" in out
    assert "at most 40%" in out
    assert "Binds the priority as a whole, not a single project" in out


def test_days_units_and_fractions_are_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    """A day has the name of its month, a number its unit, and a share that never ends is not rounded in silence."""
    assert "Värde 31 december 2030" in run(capsys, "eligibility.extended-end")[1]
    assert "Value 31 December 2030" in run(capsys, "eligibility.extended-end", "--lang", "en")[1]
    assert "Värde 10 år" in run(capsys, "recovery.limit")[1]
    cci = "2021SE05SFPR001"
    _, out, _ = run(capsys, "programme.2021se05sfpr001.a.eu-part", "--pack", cci)
    assert "Värde exakt 20/27 (74,07 %)" in out
    assert "Läsning C: bara en avskrift har lästs" in out


def test_packs_are_added(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A pack is named by its CCI or by a file, and several can be given; the level that decides is told."""
    path = tmp_path / "pack.toml"
    path.write_text(TIGHTER, "utf-8")
    packs = [part for pack in (*PACKS, str(path)) for part in ("--pack", pack)]
    main(["law", *packs])
    lines = capsys.readouterr().out.splitlines()
    whole = LAW
    for pack in (*PACKS.values(), path):
        whole = whole.with_pack(pack)
    assert [line for line in lines if not line.startswith(" ")] == list(whole.keys)
    assert any(line.startswith("  alla ") and line.endswith("B  3 kontroller") for line in lines)
    _, out, _ = run(capsys, "a.b", *packs)
    assert "Värde 3 kontroller Nivå nationell rätt Lagrum 1 § förordningen Programperiod alla programperioder" in out
    period = ("--programming-period", "2021-2027")
    _, out, _ = run(capsys, CEILING, *packs, *period)
    assert "Nivå EU-rätt; det som avgör står närmare projektet" in out
    assert "Nivå programmet; den avgör, eftersom den står närmast projektet" in out
    assert "Gäller från 2022-01-01 till 2022-12-31" in out
    _, out, _ = run(capsys, CEILING, *packs, *period, "--on", "2023-05-01")
    assert "högst 35 %" not in out
    assert "Nivå EU-rätt Lagrum" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["eligibility.perod"], "”eligibility.perod” förekommer inte i det som söks igenom. Menar du eligibility.p"),
        (["z\x1bz"], "”z\\x1bz” finns inte i förteckningen. Se förteckningen med kommandot ”esfmodel law”."),
        (
            ["eligibility.period", "--on", "2010-01-01"],
            "har inget värde för 1 januari 2010. Fråga om från och med 1 januari 2014",
        ),
        (
            ["eligibility.period", "--programming-period", "2007-2013"],
            "har inget värde för 2007–2013. Fråga om 2014–2020, 2021–2027.",
        ),
        (["--programming-period", "2007-2013"], "Ingen bestämmelse gäller då. Utelämna --on"),
        (["--on", "2010-01-01", "--lang", "en"], "Nothing in the law counts then. Leave out --on"),
        (["--programming-period", "2021"], "esfmodel: --programming-period: ”2021” "),
        (["--pack", "none.toml"], "none.toml: finns inte"),
        (["--on", "2024-02-31"], "esfmodel: --on: ”2024-02-31” "),
    ],
)
def test_what_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    """Status 2, nothing on standard output, and what there is instead."""
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert said in err.replace("\N{NO-BREAK SPACE}", " ")


def test_every_unit_has_its_swedish_word(capsys: pytest.CaptureFixture[str]) -> None:
    """A number of the law that ships is not told in the other language."""
    whole: Law = LAW
    for pack in PACKS.values():
        whole = whole.with_pack(pack)
    for row in whole.provisions:
        if row.unit is not None:
            _, out, _ = run(capsys, row.key, *(part for cci in PACKS for part in ("--pack", cci)))
            assert any(
                unit in out for unit in ("dagar", "länder", "timmar", "månader", "veckor", "år", "procentenheter")
            )
