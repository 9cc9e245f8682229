from __future__ import annotations

import copy
import inspect
import json
import pickle
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import esfmodel
from esfmodel import RULES, InvalidValue, Outcome, Portfolio, Project, Severity, validate
from esfmodel.cli import main
from esfmodel.examples import VAGLED_KOMPETENS
from esfmodel.rules import RuleBook
from esfmodel.testing import projects, rule_books

MINE = attrs.evolve(RULES["PUB001"], code="APP001")
MORE = [MINE]
MILDER = [attrs.evolve(RULES["FIN001"], severity=Severity.WARNING)]


@given(rule_books())
def test_a_book_is_a_tuple_of_its_rules(book: RuleBook) -> None:
    """It has the places, the order and the equality of a tuple, and a slice of it is a book."""
    assert book == tuple(book)
    assert hash(book) == hash(tuple(book))
    assert [book[index] for index in range(len(book))] == list(book)
    assert isinstance(book[1:], RuleBook)
    assert book[:2] + book[2:] == book == list(book[:2]) + book[2:] == tuple(book[:2]) + book[2:]
    assert copy.copy(book) == book
    assert isinstance(pickle.loads(pickle.dumps(book[:0])), RuleBook)  # noqa: S301
    assert len(repr(book)) < 200
    assert pretty(book) == repr(book)


@given(rule_books())
def test_a_rule_is_found_by_its_code_and_a_family_by_its_letters(book: RuleBook) -> None:
    """A code finds its rule; the families hold every rule once."""
    assert [book[code] for code in book.codes] == list(book)
    # A checker of types takes a text for no item of a tuple of rules.
    names: list[object] = [*book, *book.codes]
    assert all(name in book for name in names)
    assert sorted(code for letters in book.families for code in book.family(letters).codes) == sorted(book.codes)
    for rule in RULES:
        name: object = rule.code
        assert (rule in book) == (name in book)
        if rule not in book:
            with pytest.raises(InvalidValue):
                book[rule.code]


def test_a_name_that_is_none_is_told_with_what_is_near() -> None:
    """Small letters, a missing figure and a swapped letter; what is like nothing is told with the families."""
    near = {
        "fin003": "FIN003?",
        "FIN03": "FIN003?",
        "FNI003": "FIN003?",
        "VAT999": "VAT001?",
        "BUD": "BUD008, BUD007 or BUD006?",
    }
    for code, told in near.items():
        with pytest.raises(InvalidValue) as caught:
            RULES[code]
        assert str(caught.value) == f"code '{code}' is not one we know; did you mean {told}"
    with pytest.raises(InvalidValue, match=r"did you mean PUB\?"):
        RULES.family("pub")
    with pytest.raises(InvalidValue, match="'FIN1' is not one we know; did you mean FIN"):
        RULES.family("FIN1")
    with pytest.raises(InvalidValue, match="'€' is no rule or family of rules here; the families here are BUD, CLM"):
        RULES.family("€")
    with pytest.raises(InvalidValue, match="the families here are none"):
        RuleBook()["BUD001"]


def test_one_code_is_that_of_one_rule() -> None:
    """A rule is added once, and takes the place of another only when that is asked for."""
    assert (RULES + MORE).codes[-1] == "APP001"
    assert (MORE + RULES).codes[0] == "APP001"
    assert validate(Project("A"), rules=RULES + MORE).result("APP001").rule is MINE
    for rules, more in ((RULES, MILDER), (MILDER, RULES), ((), MILDER * 2)):
        with pytest.raises(InvalidValue, match="'FIN001' is the code of two rules"):
            _ = RuleBook(rules) + more
    with pytest.raises(InvalidValue, match="'FIN001' is the code of two rules"):
        _ = MILDER + RULES
    book = RULES.replace(*MILDER)
    assert book.codes == RULES.codes
    assert book["FIN001"] is MILDER[0]
    assert [rule for rule in book if rule.code != "FIN001"] == [rule for rule in RULES if rule.code != "FIN001"]
    with pytest.raises(InvalidValue, match="code 'APP001' is no rule or family"):
        RULES.replace(MINE)


ANY: Any = RULES
BOOK: Any = RuleBook


@pytest.mark.parametrize(
    "call",
    [
        lambda: ANY + MINE,
        lambda: ANY + RULES.codes,
        lambda: BOOK(MINE),
        lambda: ANY.replace("PUB001"),
        lambda: ANY.family(3),
        lambda: validate(Project("A"), ignore="PUB"),
        lambda: validate(Project("A"), ignore=cast("Any", None)),
        lambda: validate(Project("A"), ignore=cast("Any", [3])),
    ],
    ids=range(8),
)
def test_what_is_no_rule_or_name_is_a_wrong_type(call: Any) -> None:  # noqa: ANN401
    """One rule is not several, and a name is text."""
    with pytest.raises(TypeError, match=r"takes several|must be"):
        call()


# --- Rules that are left out on request


@given(projects(), st.sets(st.sampled_from([*RULES.codes, *RULES.families]), max_size=3))
def test_what_is_ignored_finds_nothing_and_the_report_is_not_complete(project: Project, names: set[str]) -> None:
    """The results of these rules are there, ignored with a reason; the others are as without."""
    report, whole = validate(project, ignore=names), validate(project)
    for result, other in zip(report.results, whole.results, strict=True):
        rule = result.rule
        if {rule.code, rule.family} & names:
            assert (result.outcome, result.findings, result.missing) == (Outcome.IGNORED, (), ())
            assert result.reason is not None
            assert result.reason.sv.removesuffix(" utelämnas på begäran") in names
            assert not result.complete
        else:
            assert result == other
    assert not (names and report.complete)


def test_what_is_ignored_is_told_in_one_line() -> None:
    """In both texts, in the verdict and in the document, of a portfolio too."""
    for subject in (VAGLED_KOMPETENS, Portfolio([VAGLED_KOMPETENS])):
        report = validate(subject, ignore=["PUB", "FIN003"])
        codes = ", ".join(["FIN003", *RULES.family("PUB").codes])
        for text in (report.text(), report.text(verbose=True), report.verdict()):
            assert [line for line in text.splitlines() if "FIN003" in line] == [f"Utelämnas på begäran: {codes}"]
            assert ", 4 utelämnas på begäran." in text
        outcomes = [each["outcome"] for each in json.loads(report.to_json())["results"]]
        assert outcomes.count("ignored") == 4
    assert "utelämnas" not in validate(VAGLED_KOMPETENS).text(verbose=True)


def test_a_review_without_the_ignored_rules_is_not_complete() -> None:
    """Where all other rules pass, the report still approves nothing."""
    rules = RuleBook(result.rule for result in validate(VAGLED_KOMPETENS).results if result.complete)
    assert validate(VAGLED_KOMPETENS, rules=rules).complete
    ignoring = validate(VAGLED_KOMPETENS, rules=rules, ignore=rules.codes[:1])
    assert not ignoring.complete
    assert "innebär inget godkännande" in ignoring.text()
    assert "Kunde inte bedömas" not in ignoring.text()


def test_an_unknown_name_to_ignore_is_refused() -> None:
    """A slip is told with what is near; a name that only other rules of the library have is none."""
    for name, told in {
        "PBU": "did you mean PUB",
        "fin003": "did you mean FIN003",
        "€": "the families here are",
    }.items():
        with pytest.raises(InvalidValue, match=rf"ignore\[1\] '{name}' .*{told}"):
            validate(Project("A"), ignore=["BUD", name])
    report = validate(Project("A"), rules=RULES.family("VAT") + MORE, ignore=["PUB", "APP"])
    assert [each.outcome for each in report.results] == [Outcome.NOT_EVALUATED, Outcome.IGNORED]


def test_the_command_ignores(capsys: pytest.CaptureFixture[str]) -> None:
    """`esfmodel check --ignore` takes codes and families, and tells of an unknown one."""
    assert main(["check", "--examples", "--ignore", "PUB", "--ignore", "FIN003"]) in {0, 1}
    assert "Utelämnas på begäran: FIN003, PUB001" in capsys.readouterr().out
    assert main(["check", "--examples", "--ignore", "PBU"]) == 2
    assert "--ignore: ”PBU” är inget vi känner till. Menar du PUB" in capsys.readouterr().err


# --- Signatures


@pytest.mark.parametrize("name", esfmodel.__all__)
def test_the_signature_of_a_public_name_can_be_read(name: str) -> None:
    """`help` shows no default value that fills the screen."""
    thing = getattr(esfmodel, name)
    if callable(thing):
        for parameter in inspect.signature(thing).parameters.values():
            assert len(repr(parameter.default)) <= 100
    if inspect.isfunction(thing):
        assert len(str(inspect.signature(thing))) <= 500
