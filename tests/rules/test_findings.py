"""What each rule finds in its example, as data: its place, what it expects, what is there, and the values of its text.

After a change of a rule that is meant:

    uv run python tests/rules/test_findings.py --update
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from esfmodel import LAW, RULES, Portfolio, Provision, validate
from esfmodel.law import PACKS
from esfmodel.rules.rule import is_for_projects
from esfmodel.testing import RULE_EXAMPLES, RuleExample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel import Law, Project
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.rule import AnyRule

TABLE = Path(__file__).with_name("findings.txt")


def law_of(rule: AnyRule) -> Law:
    """Return the law a rule is judged by: with the programmes' own rows where it rests on those."""
    law = LAW
    for pack in PACKS.values() if rule.basis == "programme" else ():
        law = law.with_pack(pack)
    return law


def sample() -> Project:
    """Return the project of the tests, from the file in which it is written."""
    spec = importlib.util.spec_from_file_location("rules_conftest", Path(__file__).with_name("conftest.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Project", module.sample())


def findings_of(rule: AnyRule) -> tuple[Finding, ...]:
    """Break a rule on a project, or on two, and return what it finds."""
    made, one, law = cast("RuleExample[Any]", RULE_EXAMPLES[rule.code]), sample(), law_of(rule)
    other = attrs.evolve(one, name="Kompetens för alla", operation_id="2021SE05SFPR001_24-031-S04", call=None)
    broken = made.breaking(one if is_for_projects(rule) else Portfolio([one, other]), law)
    return validate(broken, rules=[rule], law=law).findings


def lines_of(finding: Finding) -> Iterator[str]:
    """Write a finding: each of its facts on a line."""
    yield f"{finding.rule} {finding.severity.value} at {finding.place!r}"
    basis = finding.basis
    yield (
        f"    basis: {basis.key} {basis.programming_period}" if isinstance(basis, Provision) else "    basis: a ground"
    )
    for name in ("expected", "found", "difference"):
        yield from () if getattr(finding, name) is None else (f"    {name}: {getattr(finding, name)!r}",)
    yield from (f"    {name} = {value!r}" for name, value in finding.values)
    yield from (f"    name of {place}: {name!r}" for place, name in sorted(finding.names.items()))
    yield from (f"    note: {note.en}" for note in finding.notes)


def told(rule: AnyRule) -> str:
    """Write all that a rule finds in its example."""
    return "".join(f"{line}\n" for finding in findings_of(rule) for line in lines_of(finding))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_finding_carries_its_facts(rule: AnyRule) -> None:
    """A program shows a finding beside its place, and sorts by what is there and what should be."""
    lines = TABLE.read_text("utf-8").splitlines(keepends=True)
    of_rule = [index for index, line in enumerate(lines) if line.startswith(rule.code)]
    ends = [index for index, line in enumerate(lines) if index > of_rule[-1] and not line.startswith(" ")]
    assert told(rule) == "".join(lines[of_rule[0] : min(ends, default=len(lines))])


def test_the_table_has_findings_of_the_rules_alone() -> None:
    """They come in the order of the codes."""
    heads = [line[:6] for line in TABLE.read_text("utf-8").splitlines() if not line.startswith(" ")]
    assert list(dict.fromkeys(heads)) == list(RULES.codes)


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    TABLE.write_text("".join(map(told, RULES)), "utf-8")
