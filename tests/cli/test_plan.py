from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from esfmodel.cli import main
from esfmodel.formats import read_text
from esfmodel.model import Budget, Organisation
from esfmodel.values import Money, Rate, Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `plan` and give its status, what it printed, with ordinary spaces, and what it complained of."""

    def command(*arguments: str) -> tuple[int, str, str]:
        status = main(["plan", *arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


def test_what_must_we_raise(run: Run) -> None:
    """One amount and one share give a sentence and a table."""
    status, out, err = run("--support", "8 000 000 kr", "--own-rate", "55 %")
    assert (status, err) == (0, "")
    sentence, table = out.split("\n\n", 1)
    assert " ".join(sentence.split()) == (
        "Totalkostnaden är 17 777 778 kronor, varav 8 miljoner kronor (45 procent) är stöd och "
        "9 777 778 kronor (55 procent) egen medfinansiering."
    )
    assert "egen medfinansiering            9 777 778 kr        55 %\n" in table
    assert all(len(line) <= 100 for line in out.split("\n"))


def test_everything_that_can_be_said(run: Run) -> None:
    """The Union's share, co-funders with weights, öre and another language are as in `Budget.plan`."""
    arguments = ["--total", "EUR 100.01", "--support-rate", "45%", "--eu-share", "40/54", "--ore", "--json"]
    arguments += ["--co-funder", "Region Dalarna = 2", "--co-funder", "Falu kommun", "--lang", "en"]
    status, out, _ = run(*arguments)
    assert status == 0
    document = json.loads(out)
    assert (document["format"], document["version"]) == ("esfmodel plan", 1)
    assert document["text"].startswith("The total cost is 100.01 euros, of which 45 euros (45 per cent) is support")
    project = {"name": "A", "budget": document["budget"]}
    wrapped = json.dumps({"format": "esfmodel/projects", "version": 1, "projects": [project]})
    assert read_text(wrapped).one().budget == Budget.plan(
        total=Money("100.01", "EUR"),
        support_rate=Rate.of_percent(45),
        eu_share_of_support=Rate.parse("40/54"),
        co_funders={Organisation("Region Dalarna"): 2, Organisation("Falu kommun"): 1},
        rounding=Rounding.MINOR_UP,
    )


def test_a_bare_number_is_in_kronor(run: Run) -> None:
    """Who writes no unit means kronor; the own contribution may be what is known."""
    status, out, _ = run("--own", "55", "--own-rate", "55%")
    assert status == 0
    assert out.startswith("Totalkostnaden är 100 kronor, varav 45 kronor (45 procent) är stöd")


@pytest.mark.parametrize(
    ("arguments", "option", "typed"),
    [
        (["--support", "8 kr", "--own-rate", "55"], "--own-rate", "55"),
        (["--support", "1.234 kr", "--own-rate", "55 %"], "--support", "1.234 kr"),
        (["--support", "", "--own-rate", "55 %"], "--support", ""),
        (["--support", "8 miljoner", "--own-rate", "55 %"], "--support", "8 miljoner"),
        (["--support", "8 kr", "--own-rate", "minst 55 %"], "--own-rate", "minst 55 %"),
        (["--total", "5 kr", "--own-rate", "50 %", "--eu-share", "x"], "--eu-share", "x"),
        (["--total", "5 kr", "--own-rate", "50 %", "--eu-share", "110 %"], "--eu-share", "110 %"),
        (["--total", "5 kr", "--own-rate", "110 %"], "--own-rate", "110 %"),
        (["--own", "5 kr", "--own-rate", "0 %"], "--own", "5 kr"),
        (["--support", "8,50 kr", "--own-rate", "55 %"], "--support", "8,50 kr"),
        (["--support", "8 kr", "--own-rate", "100 %"], "--own-rate", "100 %"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a=0,5"], "--co-funder", "a=0,5"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "Falun=a"], "--co-funder", "Falun=a"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a", "--co-funder", "a=2"], "--co-funder", "a"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "=2"], "--co-funder", "=2"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "\x1b[2J=2a"], "--co-funder", r"\x1b[2J=2a"),
    ],
)
def test_what_is_no_plan_is_status_2(run: Run, arguments: list[str], option: str, typed: str) -> None:
    """What cannot be read or planned is told in one line: the option, what was typed, what is wrong and what to do."""
    for language, quoted in (("sv", f"”{typed}”"), ("en", f"“{typed}”")):
        status, out, err = run(*arguments, "--lang", language)
        assert (status, out) == (2, "")
        assert err.startswith(f"esfmodel: {option}: {quoted} ")
        assert err.count("\n") == 1
        assert "\x1b" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a=0"], "--co-funder: a=0 "),
        (["--total", "5 kr", "--own-rate", "0 %", "--co-funder", "Falun"], "--co-funder: Falun "),
        (["--own", "9" * 14, "--own-rate", "0,0001 %"], ""),
    ],
)
def test_what_is_wrong_with_the_plan_as_a_whole_is_status_2(run: Run, arguments: list[str], said: str) -> None:
    """Weights of nothing, co-funders with nothing to pay, and more money than there is."""
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"esfmodel: {said}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("language", "amounts", "share"),
    [("sv", ("8 000 000 kr", "8 mnkr"), "55 %"), ("en", ("SEK 8,000,000", "SEK 8 million"), "55%")],
)
def test_what_is_advised_can_be_typed(run: Run, language: str, amounts: tuple[str, str], share: str) -> None:
    """Both amounts that are given as examples are the same plan, in the language in which they are advised."""
    plans = {
        run("--support", amount, "--own-rate", share, "--eu-share", "40/54", "--lang", language) for amount in amounts
    }
    [(status, _, err)] = plans
    assert (status, err) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--support", "5 kr"],
        ["--own-rate", "55 %"],
        ["--support", "5 kr", "--total", "9 kr", "--own-rate", "55 %"],
        ["--support", "5 kr", "--own-rate", "55 %", "--support-rate", "45 %"],
    ],
)
def test_one_amount_and_one_share(run: Run, arguments: list[str]) -> None:
    """Two amounts, two shares or none are a command that is not understood."""
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "Hjälp: esfmodel plan --help\n" in err
