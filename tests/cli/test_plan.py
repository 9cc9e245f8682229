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
    ("arguments", "said"),
    [
        (["--support", "8 miljoner kr", "--own-rate", "55"], "--own-rate '55' may mean"),
        (["--support", "1.234 kr", "--own-rate", "55 %"], "--support '1.234 kr'"),
        (["--total", "5 kr", "--own-rate", "50 %", "--eu-share", "x"], "--eu-share 'x' has no figure in it"),
        (["--total", "5 kr", "--own-rate", "50 %", "--eu-share", "110 %"], "--eu-share '110 %' is no share"),
        (["--total", "5 kr", "--own-rate", "110 %"], "--own-rate '110 %' is no share of a whole"),
        (["--own", "5 kr", "--own-rate", "0 %"], "--own '5 kr' is raised at an own rate of 0 %; give --support or"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a=0"], "--co-funder ['a=0'] hold nothing"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a=0,5"], "has no whole number after the ="),
        (["--own", "9" * 14, "--own-rate", "0,0001 %"], "amount Fraction("),
        (["--support", "8,50 kr", "--own-rate", "55 %"], "round it first, or pass --ore"),
        (["--support", "8 kr", "--own-rate", "100 %"], "leaves no support to plan with"),
        (["--total", "5 kr", "--own-rate", "0 %", "--co-funder", "Falun"], "have nothing to pay"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "Falun=a"], "has no whole number after the ="),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "a", "--co-funder", "a=2"], "is named twice"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "=2"], "--co-funder '=2' names nobody"),
        (["--total", "5 kr", "--own-rate", "50 %", "--co-funder", "\x1b[2J=2a"], r"\x1b[2J=2a"),
    ],
)
def test_what_is_no_plan_is_status_2(run: Run, arguments: list[str], said: str) -> None:
    """What cannot be read or planned is said in one line on standard error."""
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("esfmodel: ")
    assert err.count("\n") == 1
    assert said in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--support", "8 miljoner", "--own-rate", "55 %"],
            'no currency; write one figure, such as "8 000 000 kr" or "8',
        ),
        (["--support", "8 million", "--own-rate", "55%", "--lang", "en"], 'such as "SEK 8,000,000" or "SEK 8 million"'),
        (["--support", "8.000.000 kr", "--own-rate", "55 %"], 'has dots between its thousands; write "8 000 000"\n'),
        (["--support", "", "--own-rate", "55 %"], 'is empty; write one figure, such as "8 000 000 kr"'),
        (["--support", "8 kr", "--own-rate", "minst 55 %"], '("minst"); write one figure, such as "55 %"\n'),
        (
            ["--support", "8 kr", "--own-rate", "x", "--lang", "en"],
            'no figure in it; write one figure, such as "55%"\n',
        ),
        (["--total", "5 kr", "--own-rate", "50 %", "--eu-share", ""], 'is empty; write one figure, such as "40/54"\n'),
    ],
)
def test_advice_is_for_who_types(run: Run, arguments: list[str], said: str) -> None:
    """What is advised can be typed after the option: it is never an argument of a function."""
    status, _, err = run(*arguments)
    assert status == 2
    assert said in err
    assert not any(word in err for word in ("pass ", "None", "Bounds"))


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
    assert "usage: esfmodel plan" in err
