from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import LAW, RULES
from esfmodel.cli import main
from esfmodel.cli._law import _about, found_by_words
from esfmodel.errors import InvalidValue
from esfmodel.formats import project_schema
from esfmodel.law.topics import TOPICS
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, list[str], str]]

TEXTS = {"a": "Egen medfinansiering\nown co-financing", "b": "EU-medel och förskott\nadvances", "c": "Europa"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command and give its status, the first word of each line that begins one, and what it complained of."""

    def command(*typed: str) -> tuple[int, list[str], str]:
        status = main(typed)
        shown = capsys.readouterr()
        return status, [line.split()[0] for line in shown.out.splitlines() if line[:1].strip()], shown.err

    return command


# --- Words in texts


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("medfinansiering", "a"),
        ("FINANSIERING", "a"),
        ("cofinancing", "a"),
        ("co-financing", "a"),
        ("egen own", "a"),
        ("förskott", "b"),
        ("EU", "b"),
        ("eu-medel", "b"),
        ("euro", "c"),
        ("och", "b"),
        ("advance", "b"),
        ("medel förskott advances", "b"),
    ],
)
def test_all_words_must_be_there(words: str, found: str) -> None:
    """In any language and within other words; a word of three letters or less only where it stands alone."""
    assert "".join(found_by_words(words.split(), TEXTS, "x")) == found


@given(st.lists(st.sampled_from(" ".join(TEXTS.values()).split()), min_size=1))
def test_what_is_found_has_every_word(words: list[str]) -> None:
    """More words never find more, and the order does not matter."""
    alone = [set(found_by_words([word], TEXTS, "x")) for word in words]
    together: set[str] = alone[0].intersection(*alone)
    if together:
        assert set(found_by_words(words, TEXTS, "x")) == together == set(found_by_words(words[::-1], TEXTS, "x"))
    else:
        with pytest.raises(InvalidValue):
            found_by_words(words, TEXTS, "x")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("förskot egen", "”förskot egen” finns inte tillsammans på samma ställe. Sök med färre ord."),
        ("förskotten", "”förskotten” förekommer inte i det som söks igenom. Menar du förskott?"),
        ("advancing", "”advancing” förekommer inte i det som söks igenom. Menar du advances?"),
        ("qzqz", "”qzqz” finns inte i förteckningen. Se förteckningen med kommandot ”x”."),
        ("egen qzqz", "”qzqz” finns inte i förteckningen."),
    ],
)
def test_what_is_not_found_is_told_with_advice(words: str, said: str) -> None:
    """The word that nothing has, with words near it, or that no text has them all."""
    with pytest.raises(InvalidValue) as refused:
        found_by_words(words.split(), TEXTS, "x")
    assert said in refused.value.text("sv")


# --- The commands


@pytest.mark.parametrize("family", RULES.families)
def test_a_family_of_rules_is_listed(run: Run, family: str) -> None:
    """`rules FIN` lists the rules of the family, in order."""
    codes = [rule.code for rule in RULES if rule.code.startswith(family)]
    assert run("rules", family) == run("rules", family.lower()) == (0, codes, "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["medfinansiering"], "FIN001"),
        (["cofinancing"], "POR001"),
        (["förskottet"], "FIN008"),
        (["advance"], "FIN008"),
        (["in-kind"], "FIN003"),
        (["utlysningens", "stöd"], "FIN006"),
        (["högst", "utlysningens"], "FIN006"),
    ],
)
def test_rules_are_found_by_words(run: Run, words: list[str], code: str) -> None:
    """In what they demand, of whom and on what ground, in either language; several words may be one argument."""
    for language in LANGUAGES:
        status, codes, err = run("rules", *words, "--lang", language)
        assert (status, err) == (0, "")
        assert code in codes
        assert len(codes) < len(RULES)
        assert run("rules", " ".join(words), "--lang", language) == (status, codes, err)


def test_several_rules_are_shown_whole(run: Run) -> None:
    """Codes beside each other are shown one after the other; a code beside a word is a word."""
    for codes in (["FIN001", "BUD003"], ["bud003"]):
        first = [line for line in run("rules", *codes)[1] if line.upper() in {code.upper() for code in codes}]
        assert first == [code.upper() for code in codes]
    assert run("rules", "FIN001", "utlysningens")[1] == ["FIN001"]


def test_the_law_is_found_by_the_title_of_a_topic() -> None:
    """The longest word of a title finds every key of the topic, in either language."""
    texts = {key: "\n".join((key, *about)) for key, about in _about(LAW).items()}
    for topic, title in TOPICS.items():
        keys = {key for key in LAW.keys if key.partition(".")[0] == topic}
        for language in LANGUAGES:
            word = max(title[language].split(), key=len).strip(":()")
            assert keys <= set(found_by_words([word], texts, "x"))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["förskott"], "advance.amount"),
        (["förskott", "belopp"], "advance.share"),
        (["moms"], "vat.threshold"),
        (["medfinansiering"], "co-financing.floor"),
        (["schabloner", "indirect"], "flat-rate.indirect.direct-costs"),
        (["återkrav"], "recovery.limit"),
        (["dubbelfinansiering"], "double-funding"),
        (["årsarbetstid"], None),
        (["bidrag", "pengar"], "in-kind.limit"),
        (["artikel 65.2"], "eligibility.period"),
        (["112"], "co-financing.ceiling.transition"),
        (["ansökningar", "utbetalning"], "claim.paid"),
    ],
)
def test_the_law_is_found_by_swedish_words(run: Run, words: list[str], key: str | None) -> None:
    """Keys are English; titles, the rules that read a row and its own words are searched too."""
    status, found, err = run("law", *words, "--lang", "en")
    assert (status == 0) == (key is not None) == (key in found)
    assert bool(err) == (key is None)


@pytest.mark.parametrize("command", ["rules", "law", "errors"])
def test_blank_words_are_refused(run: Run, command: str) -> None:
    """Blanks find nothing, rather than everything."""
    for blank in ("", "  "):
        status, found, err = run(command, blank)
        assert (status, found, err) == (2, [], "esfmodel: ”” är tomt. Fyll i uppgiften eller utelämna den.\n")


# --- The command `schema`


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """That of a file of projects, which is the default; another word is refused."""
    for typed in (["schema"], ["schema", "project"]):
        assert main(typed) == 0
        shown = capsys.readouterr().out
        assert json.loads(shown) == project_schema()
        assert re.search("[åäö]", shown)
    assert main(["schema", "projekt"]) == 2
    assert capsys.readouterr().err == "esfmodel: ”projekt” är inget vi känner till. Menar du project?\n"
