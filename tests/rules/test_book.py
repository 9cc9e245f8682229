from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import pytest
from hypothesis import given, note, settings

import esfmodel.rules
from esfmodel import (
    LAW,
    RULES,
    Law,
    NotKnown,
    OperationId,
    Outcome,
    Portfolio,
    Project,
    Severity,
    validate,
)
from esfmodel.law import PACKS, Grade
from esfmodel.rules import Ground
from esfmodel.rules.rule import AnyRule, is_for_projects
from esfmodel.rules.shared.facts import COMMON_PROVISIONS, is_under_common_provisions
from esfmodel.testing import RULE_EXAMPLES, RuleExample, lawful_projects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from esfmodel import Report

T = TypeVar("T")

SOURCE = Path(esfmodel.rules.__file__).parent
ANOTHER = OperationId("2021SE05SFPR001_24-030-S05")
WITH_PROGRAMME = LAW.with_pack(PACKS["2021SE05SFPR001"])
# Every rule is judged on each project, so the ordinary run draws fewer of them here; the thorough one still many.
A_FEW = settings(max_examples=max(20, settings().max_examples // 10))
# Here nothing can be judged once for all rules: each breaks the project in its own way.
FEWER = settings(max_examples=max(10, settings().max_examples // 10))
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def fitting(rule: AnyRule, project: Project) -> Project | Portfolio:
    """Return what a rule is about, made of a project, so that the rule is judged and passes."""
    pair = Portfolio([project, attrs.evolve(project, name="Ett till", operation_id=ANOTHER)])
    made: Project | Portfolio = example_of(rule).ok(project if is_for_projects(rule) else pair, law_of(rule))
    return made


def broken(rule: AnyRule, subject: Project | Portfolio) -> Project | Portfolio:
    """Break a rule on what it is about."""
    made: Project | Portfolio = example_of(rule).broken(subject, law_of(rule))
    return made


def example_of(rule: AnyRule) -> RuleExample[Any]:
    """Return the example of a rule, be it about projects or portfolios."""
    return cast("RuleExample[Any]", RULE_EXAMPLES[rule.code])


def without(value: T, need: str) -> T:
    """Take away what a need asks for, at each of its alternative paths."""
    for path in need.split("|"):
        value = cast("T", cleared(value, path.split(".")))
    return value


def cleared(value: object, names: Sequence[str]) -> object:
    """Clear the field at the end of a path; where the end is derived, the nearest field on the way."""
    if value is None:
        return None
    name, *rest = names
    field = name.removesuffix("[]")
    model: Any = value
    if field not in attrs.fields_dict(cast("Any", type(value))):
        return None
    held: object = getattr(value, field)
    if rest and isinstance(held, tuple):
        new: object = tuple(cleared(item, rest) for item in cast("tuple[object, ...]", held))
    elif rest:
        new = cleared(held, rest)
    else:
        new = () if isinstance(held, tuple) else None
    return attrs.evolve(model, **{field: new})


def law_of(rule: AnyRule) -> Law:
    """Return the law a rule is judged by: with the programme's own rows where it rests on those."""
    return WITH_PROGRAMME if rule.basis == "programme" else LAW


def failed(report: Report) -> set[str]:
    """Name the rules that found something on a subject."""
    return {result.rule.code for result in report.results if result.findings}


def test_the_codes_are_unique_and_in_order() -> None:
    """The rule book names each rule once, in the order of the codes, and each has its example."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes)) == list(RULE_EXAMPLES)


def test_a_module_of_a_family_names_its_codes() -> None:
    """Who searches the files for a code finds it in the docstring of the one module that holds its rule."""
    for path in sorted((SOURCE / "families").glob("*.py")):
        text = path.read_text("utf-8")
        named = re.findall(r"\b[A-Z]{3}\d{3}\b", ast.get_docstring(ast.parse(text)) or "")
        assert named == re.findall(r'code="([A-Z]{3}\d{3})"', text), path.name


@every_rule
def test_a_rule_has_a_test_of_its_family(rule: AnyRule) -> None:
    """Who looks for the cases of a rule finds them by the letters of its code."""
    assert list(Path(__file__).parent.glob(f"test_{rule.family.lower()}*.py"))


@every_rule
def test_a_rule_is_whole(rule: AnyRule) -> None:
    """Every rule has a basis, needs, a sentence of law as docstring, and its words in both languages."""
    assert rule.needs
    assert (rule.check.__doc__ or "").strip()
    for words in (rule.demand, rule.scope, rule.words):
        assert words.sv.strip()
        assert words.en.strip()
        assert words.placeholders[0] == words.placeholders[1]
    assert rule.demand.sv.endswith(".")
    assert set(example_of(rule).consequences) <= {each.code for each in RULES} - {rule.code}
    assert rule.code in repr(rule)
    assert rule.code.startswith(rule.family)
    assert rule.family.isalpha()


@every_rule
def test_an_error_that_rests_on_law_rests_on_a_text_that_was_read(rule: AnyRule) -> None:
    """A law-based rule has provisions in the law, and one of severity error some of grade A; on others it warns."""
    if isinstance(rule.basis, Ground):
        return
    rows = [row for row in law_of(rule).provisions if f"{row.key}.".startswith(f"{rule.basis}.")]
    assert rows
    assert rule.severity is not Severity.ERROR or Grade.A in {row.grade for row in rows}


@A_FEW
@given(project=lawful_projects())
def test_nothing_is_found_on_a_lawful_project(project: Project) -> None:
    """Every rule passes on projects that are as they should be; only what it names may have something to tell."""
    reports: dict[tuple[Project | Portfolio, bool], Report] = {}
    for rule in RULES:
        note(rule.code)
        subject, law = fitting(rule, project), law_of(rule)
        # Most rules are about the project as it was drawn.
        if (subject, law is LAW) not in reports:
            reports[subject, law is LAW] = validate(subject, law=law)
        report = reports[subject, law is LAW]
        assert report.result(rule.code).outcome is Outcome.PASSED
        assert {finding.rule for finding in report.findings} <= set(example_of(rule).consequences)
        assert report.errors == report.warnings == ()


@FEWER
@given(project=lawful_projects())
def test_broken_breaks_the_rule_and_no_other(project: Project) -> None:
    """The broken subject fails this rule, and no other but the consequences the rule names."""
    for rule in RULES:
        note(rule.code)
        report = validate(broken(rule, fitting(rule, project)), law=law_of(rule))
        assert rule.code in failed(report)
        assert failed(report) <= {rule.code, *example_of(rule).consequences}
        result = report.result(rule.code)
        assert (result.outcome is Outcome.FAILED) == (rule.severity is not Severity.INFO)
        assert max(finding.severity.rank for finding in result.findings) == rule.severity.rank


@every_rule
def test_a_finding_tells_all_its_text_promises(rule: AnyRule, project: Project) -> None:
    """Every place for a value in the texts is filled, in both languages, and the basis is the rule's."""
    report = validate(broken(rule, fitting(rule, project)), rules=[rule], law=law_of(rule))
    assert report.findings
    for finding in report.findings:
        assert finding.rule == rule.code
        assert finding.level is finding.basis.level
        if finding.severity is Severity.ERROR and not isinstance(finding.basis, Ground):
            assert finding.basis.grade is Grade.A
        assert rule.words.placeholders[0] <= finding.params.keys()
        assert finding.text("sv") != finding.text("en")
        assert not re.search(r"[{}]", finding.text("sv") + finding.text("en"))
        if isinstance(rule.basis, Ground):
            assert finding.basis is rule.basis
        else:
            assert not isinstance(finding.basis, Ground)
            assert finding.basis.key.startswith(rule.basis)


@FEWER
@given(project=lawful_projects())
def test_without_what_it_needs_a_rule_is_not_evaluated(project: Project) -> None:
    """Removing any input in `needs` turns the rule to not evaluated, never to passed, and names the input."""
    for rule in RULES:
        note(rule.code)
        subject = fitting(rule, project)
        for need in rule.needs:
            result = validate(without(subject, need), rules=[rule], law=law_of(rule)).result(rule.code)
            assert result.outcome is Outcome.NOT_EVALUATED
            assert need in result.missing
            assert result.reason is not None
            assert result.reason.sv != result.reason.en


@every_rule
def test_what_is_not_there_cannot_be_broken(rule: AnyRule) -> None:
    """A project of which nothing is known cannot be broken in any way, and no rule makes something up."""
    if is_for_projects(rule):
        with pytest.raises(NotKnown):
            broken(rule, Project("A"))


def test_every_outcome_occurs(project: Project) -> None:
    """One project shows all outcomes, and its report has every rule once, in order."""
    report = validate(attrs.evolve(project, duration_months=30, nuts=None, call=None), ignore=["PUB"])
    assert {result.outcome for result in report.results} == set(Outcome)
    assert [result.rule for result in report.results] == list(RULES)


PERCENT = re.compile(r"\d\s*(?:%|per ?cent|kronor|months)")
HARMLESS = {"0", "1"}
"""Nothing and one are no legal numbers, as figures or as digits in a text."""

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


def module_tree(module: str) -> ast.Module:
    """Parse a module of the rules."""
    path = module.removeprefix("esfmodel.rules.").replace(".", "/")
    return ast.parse((SOURCE / f"{path}.py").read_text("utf-8"))


def definitions(tree: ast.Module) -> dict[str, Definition]:
    """Return what a module defines, by its name."""
    found: dict[str, Definition] = {}
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found |= {target.id: node for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = node
    return found


def origins(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """Return module and name of what a module imports from the rules, by the name it has there."""
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in imported
        if node.module is not None and node.module.startswith("esfmodel.rules.")
        for alias in node.names
    }


@functools.cache
def inside(module: str) -> tuple[dict[str, Definition], dict[str, tuple[str, str]]]:
    """Return what a module of the rules defines and what it imports from the others."""
    tree = module_tree(module)
    return definitions(tree), origins(tree)


def used_by(*functions: Callable[..., object]) -> dict[tuple[str, str], Definition]:
    """Return functions and all that they use of the rules, however far away: functions, classes and constants."""
    found: dict[tuple[str, str], Definition] = {}
    waiting = [(function.__module__, function.__name__) for function in functions]
    while waiting:
        module, name = waiting.pop()
        if (module, name) in found or module in MACHINERY:
            continue
        own, imported = inside(module)
        if name in own:
            found[module, name] = own[name]
            names = {node.id for node in ast.walk(own[name]) if isinstance(node, ast.Name)}
            waiting += [imported.get(each, (module, each)) for each in names]
    return found


MACHINERY = {f"esfmodel.rules.{name}" for name in ("context", "finding", "rule")}
"""What every check is given; it holds no demand."""


def legal_numbers(tree: ast.AST) -> list[object]:
    """List every literal that may be a legal number: in code, in texts and f-strings, in docstrings with a limit."""
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and isinstance(node.body[0], ast.Expr)
    }
    found: list[object] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or isinstance(node.value, (bool, bytes)) or node.value in (None, ...):
            continue
        if id(node) in documented:
            suspect = bool(PERCENT.search(str(node.value).split(">>>")[0]))
        elif isinstance(node.value, str):
            suspect = has_number(node.value)
        else:
            suspect = isinstance(node.value, float) or str(node.value) not in HARMLESS
        if suspect:
            found.append(node.value)
    return found


def has_number(text: str) -> bool:
    """Return whether a text has a number that may be one of the law; the code of a rule is none."""
    return bool({*re.findall(r"\d+", re.sub(r"\b[A-Z]{3}\d{3}\b", "", text))} - HARMLESS)


@every_rule
def test_no_legal_number_is_written_in_a_rule(rule: AnyRule) -> None:
    """Numbers come from the law files: neither a check nor what it uses of the rules has any, and no text of a rule."""
    for place, definition in used_by(rule.check, rule.applies, rule.concerned_by).items():
        assert legal_numbers(definition) == [], place
    for words in (rule.words, rule.demand, rule.scope):
        assert not has_number(words.sv)
        assert not has_number(words.en)


def test_what_a_check_uses_is_read_however_far_away() -> None:
    """Functions of other modules, what they call in turn, and constants are all among what the rule on claims uses."""
    (rule,) = (each for each in RULES if each.code == "CLM001")
    used = {name for _, name in used_by(rule.check, rule.applies, rule.concerned_by)}
    assert {
        "_paid_in_the_window",
        "position_in",
        "earliest_and_latest",
        "window_of",
        "_NOT_SAID_WHEN",
        "FUND_CODES",
    } <= used


SMUGGLED = """
def check():
    "The Union pays at most 40 %, Article 112(3)."
    rate, longest, half = 0.4, 36, -2
    text = f"{rate:.2f} at most 40 %"
    return "0", "1", -1, 0, 1, True, None, "FIN002", f"projects[{longest}]", "Not a docstring: 17."
"""


def test_a_legal_number_is_found_wherever_it_hides() -> None:
    """In a float, in a negative number, in an f-string and its format, in a docstring that states a limit."""
    assert {str(value) for value in legal_numbers(ast.parse(SMUGGLED))} == {
        "0.4",
        "36",
        "2",
        ".2f",
        " at most 40 %",
        "The Union pays at most 40 %, Article 112(3).",
        "Not a docstring: 17.",
    }


def test_rules_on_the_common_provisions_say_whom_these_bind() -> None:
    """One test of whom they bind has one scope in words."""
    concerned = [rule for rule in RULES if rule.applies is is_under_common_provisions]
    assert len(concerned) > 2
    assert {rule.scope for rule in concerned} == {COMMON_PROVISIONS}
