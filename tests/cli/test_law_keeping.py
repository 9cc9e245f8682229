from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from esfmodel import LAW, Law
from esfmodel.cli import main
from esfmodel.rules.unread import unread

if TYPE_CHECKING:
    from pathlib import Path

ROW = """
[[provision]]
key = "co-financing.ceiling.more-developed"
rate = "45%"
programming_period = "2021-2027"
level = "EU_LAW"
binds = "PRIORITY"
sense = "AT_MOST"
act = "Regulation (EU) 2021/1060"
article = "112(3)(e)"
start = 2041-01-01
end = 2042-12-31
amended_by = "Regulation (EU) 2030/1"
funds = ["ESF+"]
condition = "STEP"
expenditure_from = 2040-07-01
grade = "C"
source = "https://example.org"
checked = 2040-12-01
"""
KEY = "co-financing.ceiling.more-developed"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command and give its status, what it printed with single spaces, and what it complained of."""
    status = main(["law", *arguments])
    shown = capsys.readouterr()
    assert all(len(line) <= 100 for line in shown.out.split("\n"))
    return status, " ".join(shown.out.split()), shown.err


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """Write a pack with one row of an amending act that is only proposed, of a condition of its own."""
    path = tmp_path / "act.toml"
    path.write_text(f"proposal = true\n{ROW.replace(KEY, f'{KEY}.new')}", "utf-8")
    return str(path)


def test_a_pack_without_faults_is_said_to_be_fine(capsys: pytest.CaptureFixture[str]) -> None:
    """By its name, in both languages, with status 0."""
    assert run(capsys, "check", "2021SE05SFPR001") == (0, "2021SE05SFPR001: inga fel", "")
    assert run(capsys, "check", "2021SE05SFPR001", "--lang", "en")[1] == "2021SE05SFPR001: no faults"


def test_each_fault_of_a_pack_is_told_with_row_and_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Status 1, and each fault with the key of its row and what to do."""
    path = tmp_path / "act.toml"
    path.write_text(ROW.replace('"STEP"', '"STEEP"') + ROW.replace("more-developed", "mor-developed"), "utf-8")
    status, out, err = run(capsys, "check", str(path))
    assert (status, err) == (1, "")
    assert f"act.toml, rad 15, bestämmelse 1, {KEY}, condition: ”STEEP” är inget vi känner till. Menar du STEP?" in out
    assert (
        f"act.toml, rad 21, bestämmelse 2, {KEY.replace('more', 'mor')}: är inget vi känner till. Menar du {KEY}?"
        in out
    )


def test_a_pack_is_checked_beside_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With --pack the law has more rows, which the pack must agree with."""
    path = tmp_path / "own.toml"
    path.write_text(
        ROW.replace(KEY, "unit-cost.a")
        .replace("checked = 2040", "checked = 2020")
        .replace('rate = "45%"', 'money = "9 SEK"')
        .replace("amended_by", "note"),
        "utf-8",
    )
    assert run(capsys, "check", str(path))[0] == 0
    status, out, _ = run(capsys, "check", str(path), "--pack", str(path))
    assert status == 1
    assert "”9 SEK” gäller några av samma dagar som artikel 112.3 e i förordning (EU) 2021/1060, vars värde" in out


def test_what_no_rule_reads_is_listed_with_the_reason(capsys: pytest.CaptureFixture[str], pack: str) -> None:
    """Each key once, with its reason, or with the word that there is none."""
    status, out, err = run(capsys, "--unused", "--lang", "en")
    assert (status, err) == (0, "")
    assert out == " ".join(f"{key} {reason or 'nobody has stated why'}" for key, reason in unread())
    path = pack.replace("act.toml", "other.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(ROW.replace(KEY, "a.b"))
    assert "a.b ingen har angett varför" in run(capsys, "--unused", "--pack", path)[1]


def test_what_changed_since_a_day_is_told_in_the_order_of_the_days(
    capsys: pytest.CaptureFixture[str], pack: str
) -> None:
    """What begins, ends and was checked from the day on, with the amending act."""
    status, out, err = run(capsys, "diff", "--since", "2040-12-01", "--checked", "--pack", pack)
    assert (status, err) == (0, "")
    where = "artikel 112.3 e i förordning (EU) 2021/1060 (förslag) (EU-rätt, läsning C)"
    row = f"{KEY}.new (2021-2027): högst 45 %; {where}; endast ESF+,"
    through = "genom förordning (EU) 2030/1"
    assert out == (
        f"2040-12-01 kontrollerad {row} {through} 2041-01-01 börjar gälla {row} {through} "
        f"2042-12-31 gäller sista dagen {row} {through}"
    )
    assert run(capsys, "diff", "--since", "2050-01-01")[1] == "Ingenting har ändrats sedan 2050-01-01."
    since = str(LAW.newest_check)
    assert run(capsys, "diff", "--since", since, "--checked")[1].startswith(f"{since} kontrollerad ")
    assert "esfmodel law diff" in run(capsys, "--checked")[2]
    assert "kontrollerad" not in run(capsys, "diff", "--since", "2040-12-01", "--pack", pack)[1]


def test_one_value_tells_its_scope(capsys: pytest.CaptureFixture[str], pack: str) -> None:
    """Fund, condition, amending act, days of expenditure, and that it is only proposed."""
    _, out, _ = run(capsys, f"{KEY}.new", "--pack", pack)
    assert "Ändrad genom förordning (EU) 2030/1 Utgifter från 2040-07-01 och tills vidare Fonder" in out
    assert "Fonder Europeiska socialfonden+ Villkor" in out
    assert "Ställning förslag, inte gällande rätt; leder aldrig till ett fel" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a", "b"],
        ["check", "a", "--unused"],
        ["check", "a", "--toml"],
        [KEY, "--unused"],
    ],
)
def test_other_words_are_refused(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Status 2, and what can be asked."""
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert "Använd något av check PAKET, diff --since ÅÅÅÅ-MM-DD, --unused." in err


def test_rows_are_written_as_a_law_file_has_them(capsys: pytest.CaptureFixture[str], pack: str) -> None:
    """What is written is read again as the same rows: one's own pack begins with the row that it amends."""
    main(["law", "--toml"])
    assert set(Law.parse(capsys.readouterr().out).provisions) == set(LAW.provisions)
    main(["law", KEY, "--programming-period", "2021-2027", "--toml"])
    assert Law.parse(capsys.readouterr().out).provisions == LAW.history(KEY, programming_period="2021-2027")
    main(["law", f"{KEY}.new", "--pack", pack, "--toml"])
    (row,) = Law.parse(
        capsys.readouterr().out.replace("# A proposal: write ", "").replace(" above the first row.", "")
    ).provisions
    assert row == LAW.with_pack(pack).provision(f"{KEY}.new")


@pytest.mark.parametrize(
    "arguments", [["diff"], ["--since", "2026-01-01"], ["eligibility.period", "--since", "2026-01-01"]]
)
def test_since_goes_with_diff(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Neither is left out in silence."""
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert "hör ihop med esfmodel law diff. Ange båda" in err


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The option is named."""
    assert "--since: ”2026-02-31”" in run(capsys, "diff", "--since", "2026-02-31")[2]


@pytest.mark.parametrize("words", ["50(1)(c)", "plaque", "publicity.plaque", "above"])
def test_values_are_found_by_an_article_or_by_a_part_of_their_key(
    capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """Whoever has the act before them need not know the key; an unknown word is told with what is like it."""
    status, out, err = run(capsys, words)
    assert (status, err) == (0, "")
    assert "publicity.plaque.above.esf-plus 2021-2027" in out
    assert "vat.threshold" not in out
    assert run(capsys, "50(1)(c)(iii)(x)")[0] == 2
