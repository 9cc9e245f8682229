from __future__ import annotations

import pytest

from esfmodel import RULES, Severity
from esfmodel.cli import main
from esfmodel.rules import Ground
from esfmodel.rules.needs import need_in_words


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command and give its status, what it printed on one line, and what it complained of."""
    status = main(["rules", *arguments])
    shown = capsys.readouterr()
    assert all(len(line) <= 100 for line in shown.out.split("\n"))
    return status, " ".join(shown.out.split()), shown.err


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Every rule is there once, in order, with its severity, its demand and its basis."""
    status, out, err = run(capsys, "--lang", language)
    assert (status, err) == (0, "")
    places = [out.index(f"{rule.code} {rule.severity.words.text(language)} ") for rule in RULES]
    assert places == sorted(places)
    for rule in RULES:
        basis = rule.basis.words.text(language) if isinstance(rule.basis, Ground) else rule.basis
        assert f"{rule.demand.text(language)} [{basis}]" in out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_one_rule_is_shown_whole(capsys: pytest.CaptureFixture[str], rule: object) -> None:
    """With a code, in small letters too, one reads what the rule asks, needs and says."""
    ((number, found),) = [(number, each) for number, each in enumerate(RULES) if each is rule]
    language = ("sv", "en")[number % 2]
    status, out, err = run(capsys, found.code.lower(), "--lang", language)
    assert (status, err) == (0, "")
    for words in (found.demand, found.scope, found.words, *map(need_in_words, found.needs)):
        assert " ".join(words.text(language).split()) in out


def test_the_provisions_of_a_rule_are_cited(capsys: pytest.CaptureFixture[str]) -> None:
    """The window of 2014-2020 with its article, its level and how well it was read."""
    _, out, _ = run(capsys, "PER001", "--lang", "en")
    window = "eligibility.period (2014-2020): 1 January 2014\N{EN DASH}31 December 2023; "
    assert f"{window}Article 65(2) of Regulation (EU) No 1303/2013 (EU law, grade A)" in out
    _, out, _ = run(capsys, "PER001")
    assert "artikel 65.2 i förordning (EU) nr 1303/2013 (EU-rätt, läsning A)" in out


def test_the_provisions_of_a_rule_are_told_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The half and the amount of the ordinance on advances, as Swedish and English write them."""
    _, out, _ = run(capsys, "FIN008")
    assert "advance.share (2021-2027): högst 50 %; 2 kap. 9 §" in out
    assert "advance.amount (2021-2027): högst 400 000 kr; 2 kap. 9 §" in out
    _, out, _ = run(capsys, "FIN008", "--lang", "en")
    assert "advance.share (2021-2027): at most 50%; " in out
    assert "advance.amount (2021-2027): at most SEK 400,000; " in out


def test_words_of_the_law_are_not_told_as_a_limit(capsys: pytest.CaptureFixture[str]) -> None:
    """A provision whose value is a phrase is told as the phrase alone, which is not at most anything."""
    phrase = ": does not exceed the total eligible expenditure, excluding contributions in kind; "
    for language in ("sv", "en"):
        assert run(capsys, "FIN003", "--lang", language)[1].count(phrase) == 2


def test_a_rule_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and where the codes are listed."""
    status, out, err = run(capsys, "XYZ\x1b9")
    assert (status, out) == (2, "")
    assert "”XYZ\\x1b9” finns inte i förteckningen. Se förteckningen med kommandot ”esfmodel rules”." in err
    assert {rule.severity for rule in RULES} == set(Severity)
