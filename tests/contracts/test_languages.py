"""A language that is none of ours is refused in one way, by everything that takes a language."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment

import esfmodel
from esfmodel import (
    LAW,
    AdvancePayment,
    Bounds,
    Budget,
    Decision,
    DecisionKind,
    InvalidData,
    InvalidValue,
    Ledger,
    Money,
    OpenPeriod,
    Period,
    ProgrammingPeriod,
    Project,
    Rate,
    breakdown,
    explain,
    to_text,
    validate,
    write,
)
from esfmodel.cli import main
from esfmodel.cli._options import LANGUAGES as OFFERED
from esfmodel.display import breakdown_table, claims_table, financing_table, html, html_report, plots, report_text
from esfmodel.examples import KOMPETENS_I_KRONOBERG
from esfmodel.formats import Reading, draft_mapping
from esfmodel.integrations.jinja import install
from esfmodel.model import By
from esfmodel.rules import Need, Place, Words
from esfmodel.testing import assert_valid
from esfmodel.text.languages import TEXTS
from esfmodel.values import Country
from esfmodel.values.format import LANGUAGES, InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SRC = Path(esfmodel.__file__).parent
PACKAGES = [found.name for found in pkgutil.iter_modules(esfmodel.__path__, "esfmodel.") if "._" not in found.name]
MODULES = [*PACKAGES, "esfmodel.display.plots"]

BUDGET = Budget(total=Money(2))
LEDGER = Ledger(Decision(DecisionKind.GRANTED, support=Money(1), budget=BUDGET), [AdvancePayment(Money(1))])
KRONOBERG = KOMPETENS_I_KRONOBERG.budget or Budget()
AMENDED = next(row for row in LAW.provisions if row.amended_by is not None)
REPORT = validate(Project("A", budget=Budget(financing=KRONOBERG.financing, total=Money(1))))
WORKINGS = explain(KRONOBERG, "total_cost")


def written(language: str) -> str:
    """Return a list that was written to a file, and write a budget to nowhere."""
    write(KOMPETENS_I_KRONOBERG, os.devnull, "budget_workbook", language=language)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lista.csv"
        write(Project("A"), path, language=language)
        return path.read_text("utf-8")


def templated(language: str) -> str:
    """Return an amount as a template of Jinja writes it."""
    environment = Environment(autoescape=True)
    install(environment, language)
    return environment.from_string("{{ amount | money }}").render(amount=Money(1))


def account(language: str) -> str:
    """Return what an assertion says of a project with an error."""
    try:
        assert_valid(Project("A", budget=Budget(financing=KRONOBERG.financing, total=Money(1))), language=language)
    except AssertionError as error:
        return str(error)
    return ""


CALLS: MappingProxyType[str, Callable[[Any], str]] = MappingProxyType(
    {
        "Country.name": Country("SE").name,
        "Finding.text": REPORT.findings[0].text,
        "InvalidData.text": InvalidData((InvalidValue("value.missing", "name"),)).text,
        "Need.text": Need("budget.costs", ("BUD001",)).text,
        "Place.text": Place("budget.costs[2]").text,
        "Provision.amendment": lambda language: str(AMENDED.amendment(language)),
        "Provision.citation": LAW.provisions[0].citation,
        "Report.text": REPORT.text,
        "Report.verdict": REPORT.verdict,
        "Step.text": WORKINGS.steps[0].text,
        "Told.text": InvalidValue("value.missing", "budget.costs[2]").text,
        "Words.filled": lambda language: Words("{a}", "{a}").filled(language, {"a": Money(1)}),
        "Words.text": Words("ja", "yes").text,
        "Workings.text": WORKINGS.text,
        "assert_valid": account,
        "breakdown_table": lambda language: breakdown_table(breakdown(BUDGET, By.SOURCE), language),
        "claims_table": lambda language: claims_table(LEDGER, language),
        "draft_mapping": lambda language: draft_mapping(b"Projekt;Start\nA;2024\n", language),
        "financing_table": lambda language: financing_table(BUDGET, language),
        "claims": lambda language: plots.alt_text(plots.claims(Project("A"), language=language)),
        "costs": lambda language: plots.alt_text(plots.costs(BUDGET, language=language)),
        "financing": lambda language: plots.alt_text(plots.financing(BUDGET, language=language)),
        "own_share": lambda language: plots.alt_text(plots.own_share(Project("A"), language=language)),
        "timeline": lambda language: plots.alt_text(plots.timeline(Project("A"), language=language)),
        "html": lambda language: html(Reading([Project("A")], text="A"), language),
        "html_report": lambda language: html_report(Project("A"), language, rules=()),
        "install": templated,
        "report_text": lambda language: report_text(REPORT, language),
        "to_text": lambda language: to_text(Project("A"), "list_of_operations", language=language),
        "write": written,
    }
)
"""How each public function that takes a language is asked."""

OF_A_SOURCE = frozenset({"Provision"})
"""What has a language of its own to say: that of the edition which a provision quotes, which may be any."""

FORMATTED = (
    REPORT,
    Money(1),
    Rate(1),
    Bounds.over(Money(1)),
    Period("2024-01-01", "2024-12-31"),
    OpenPeriod(start="2024-01-01"),
    ProgrammingPeriod(2021, 2027),
)


def public() -> Iterator[tuple[str, Any]]:
    """Name each public function, class and method once."""
    seen: set[int] = set()
    for module in ["esfmodel", *MODULES, "esfmodel.integrations.jinja"]:
        loaded = importlib.import_module(module)
        for name in getattr(loaded, "__all__", ()):
            value = getattr(loaded, name)
            if id(value) in seen or not callable(value):
                continue
            seen.add(id(value))
            yield name, value
            members = vars(value).items() if inspect.isclass(value) else ()
            for member, function in members:
                if inspect.isfunction(function) and not member.startswith("_"):
                    yield f"{name}.{member}", function


def takes_a_language(function: Callable[..., object]) -> bool:
    """Return whether something has a parameter that is a language."""
    try:
        names = inspect.signature(function).parameters
    except ValueError:  # some of the standard library's own have no signature
        return False
    return not {"language", "lang"}.isdisjoint(names)


def test_each_that_takes_a_language_is_asked() -> None:
    """What is new and takes a language belongs in the list above."""
    assert {name for name, value in public() if takes_a_language(value)} - OF_A_SOURCE == set(CALLS)
    with_format = {name for name, value in public() if inspect.isclass(value) and "__format__" in vars(value)}
    assert with_format == {type(value).__name__ for value in FORMATTED}


@pytest.mark.parametrize("name", CALLS)
def test_each_writes_every_language(name: str) -> None:
    """Both languages are written, and say something."""
    assert all(CALLS[name](language) for language in LANGUAGES)


@pytest.mark.parametrize("language", ["fi", "SV", "sv-SE", "", "svenska", "sv ", "no"])
@pytest.mark.parametrize("name", CALLS)
def test_another_language_is_refused_in_one_way(name: str, language: str) -> None:
    """The error is the same wherever the language was given: none is taken for Swedish or English in silence."""
    with pytest.raises(InvalidValue) as caught:
        CALLS[name](language)
    assert str(caught.value) == f"language {language!r} is not one we know; use one of sv, en"


@pytest.mark.parametrize("name", CALLS)
def test_what_is_no_text_is_no_language(name: str) -> None:
    """None, bytes and lists are another type."""
    for given in (None, b"sv", ["sv"]):
        with pytest.raises(TypeError, match=f"^language must be text, not {type(given).__name__}$"):
            CALLS[name](given)


@pytest.mark.parametrize("value", [*FORMATTED, DecisionKind.GRANTED], ids=lambda value: type(value).__name__)
def test_an_f_string_refuses_alike(value: object) -> None:
    """The language of a format spec is a language, before a style too."""
    for spec in ("fi", "fi:words"):
        with pytest.raises(InvalidValue, match=r"^language \'fi\' is not one we know; use one of sv, en"):
            format(value, spec)


def test_the_command_line_takes_the_same_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """An option that is none of ours ends the program, and says which there are."""
    assert main(["rules", "--lang", "fi"])
    assert OFFERED == LANGUAGES
    told = capsys.readouterr().err
    assert all(language in told for language in ("”fi”", "“fi”", *LANGUAGES))


def test_each_table_has_every_language() -> None:
    """A language is a field, so that none can be forgotten, and the functions of each are those of its module."""
    assert InEachLanguage("ja", "yes")["en"] == "yes"
    assert [TEXTS[language] for language in LANGUAGES] == [
        importlib.import_module(f"esfmodel.text.{language}") for language in LANGUAGES
    ]


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: path.relative_to(SRC).as_posix())
def test_no_code_asks_which_language_it_is(path: Path) -> None:
    """No condition and no dict names a language: what differs is in a table of `InEachLanguage`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Compare):
            named = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            assert not set(named) & set(LANGUAGES), f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert "sv" not in keys, f"{path.name}:{node.lineno}"
        if isinstance(node, ast.MatchValue) and isinstance(node.value, ast.Constant):
            assert node.value.value not in LANGUAGES, f"{path.name}:{node.lineno}"
