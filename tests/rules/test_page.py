"""The page of the rule book, written from the rules and the law, and compared with what they say now.

After a change of a rule or of the law that is meant:

    uv run python tests/rules/test_page.py --update
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from esfmodel import LAW, RULES, Law, Portfolio, Project, validate
from esfmodel.law import PACKS
from esfmodel.rules import Ground
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.rule import AnyRule, basis_rows, is_for_projects
from esfmodel.rules.words import label_words
from esfmodel.testing import RULE_EXAMPLES, RuleExample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision

PAGES = Path(__file__).parents[2] / "docs" / "reference"
PAGE = PAGES / "rules.md"

FAMILIES = {
    "BUD": "the figures of a budget against each other",
    "CLM": "claims for payment",
    "DUR": "what lasts after the final payment",
    "ELI": "eligible costs",
    "FIN": "who pays",
    "INT": "what Interreg alone has rules on",
    "PER": "when a project takes place",
    "POR": "many projects together",
    "PRJ": "identifiers against each other",
    "PUB": "what must be published and shown",
    "SCO": "simplified cost options",
    "STA": "State aid",
    "VAT": "value added tax",
}

HEAD = """\
# The rule book

Every rule of the library, written from the rules and the law data themselves. A rule has passed, failed, is not
applicable, or was not evaluated, and then the report says what was missing. A report without errors is no approval.

*Severity*: an error cannot stand, a warning should be looked at by somebody, information says that nothing is wrong. An
error that rests on law rests on a legal text that was read (grade A); on grade B or C a rule can only warn.

`esfmodel rules` lists the same on the command line, `esfmodel rules CODE` shows one rule, and
[a guide](../how-to/write-a-rule.md) tells how to write one.

## All rules

Each code leads to its rule. What is in no rule is told [at the end](#what-is-not-covered).

| Code | Severity | What it demands |
|---|---|---|
"""

FOOT = """\
## What is not covered

- Whether an activity, a cost or a participant is eligible. That is a question for people.
- How a flat rate, a unit cost or a lump sum was calculated, what was procured, and the hours of a single person. A rate
  above those of the law is a warning, since it may have been calculated; only of indirect costs has a calculated rate a
  limit.
- What a flat rate in the category of other costs covers, where it is a share of staff costs alone: it is taken for the
  one that covers all the remaining costs. A flat rate for less has the category that it is for.
- Whether support is State aid, and what follows from it.
- What the law data does not hold, because nobody has read it in the legal text; the rule is then not evaluated.
- Ceilings are judged on a priority of which all projects are given. Of one project they say nothing, and a part of a
  priority's projects is not the priority: the result is about the projects that were given.
- Higher rates that a decision of the Commission has set for single priorities, where `Priority.eu_rate` and
  `Priority.rates` are silent; and to which category of region a project belongs, where nobody states it.
- Fields that are merely empty. No rule finds fault with what nobody has stated.
"""


def page() -> str:
    """Write the whole page."""
    parts = [HEAD + "".join(f"{table_row(rule)}\n" for rule in RULES)]
    for family in dict.fromkeys(rule.family for rule in RULES):
        parts.append(f"## {family}: {FAMILIES[family]}\n")
        parts += ["\n".join(entry(rule)) + "\n" for rule in RULES if rule.family == family]
    return "\n".join([*parts, FOOT])


def table_row(rule: AnyRule) -> str:
    """Write a rule in the table, with a link to its entry."""
    return f"| [{rule.code}](#{anchor(rule.code)}) | {rule.severity.value} | {rule.demand.en} |"


def entry(rule: AnyRule) -> Iterator[str]:
    """Write what there is to know of one rule."""
    yield f"### {rule.code}\n"
    yield f"{rule.demand.en} ({rule.demand.sv})\n"
    yield f"- Severity: {rule.severity.value}"
    yield f"- About: a {rule.subject.__name__.lower()}"
    yield f"- Scope: {rule.scope.en}"
    yield f"- Needs: {'; '.join(f'{need_in_words(need).en} ({paths(need)})' for need in rule.needs)}"
    yield f"- Basis: {rule.basis.words.en}" if isinstance(rule.basis, Ground) else f"- Basis: `{rule.basis}`"
    yield from (f"  - {row_line(row)}" for row in basis_rows(rule, law_of(rule)))
    consequences = RULE_EXAMPLES[rule.code].consequences
    if consequences:
        yield f"- May fail along with it: {', '.join(f'[{code}](#{code.lower()})' for code in consequences)}"
    text = {language: plain(example(rule, language)) for language in ("en", "sv")}
    yield f"- Example: {text['en']}"
    yield f"- Exempel: {text['sv']}"


def law_of(rule: AnyRule) -> Law:
    """Return the law a rule is judged by: with the programmes' own rows where it rests on those."""
    law = LAW
    for pack in PACKS.values() if rule.basis == "programme" else ():
        law = law.with_pack(pack)
    return law


def paths(need: str) -> str:
    """Write the attributes that a need names."""
    return " or ".join(f"`{path}`" for path in need.split("|"))


def row_line(row: Provision) -> str:
    """Write one provision, linked to its entry on the page of the law."""
    period = "" if row.programming_period is None else f" ({row.programming_period})"
    cited = f"{row.citation('en')}, {label_words(row.level).en}, grade {row.grade.name}"
    return f"[{row.key}](law.md#{anchor(row.key)}){period}: {row.value}; {cited}"


def anchor(heading: str) -> str:
    """Name the place of a heading as the pages link to it."""
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")


def example(rule: AnyRule, language: str) -> str:
    """Break the rule on a project that has all it needs, and give what the rule then says."""
    law, made = law_of(rule), cast("RuleExample[Any]", RULE_EXAMPLES[rule.code])
    one = sample()
    other = attrs.evolve(one, name="Kompetens för alla", operation_id="2021SE05SFPR001_24-031-S04", call=None)
    broken = made.breaking(one if is_for_projects(rule) else Portfolio([one, other]), law)
    return validate(broken, rules=[rule], law=law).findings[0].text(language)


def plain(text: str) -> str:
    """Write a sentence so that nothing in it is taken for a mark of the page."""
    return re.sub(r"([*_`\[\]<>])", r"\\\1", text)


def sample() -> Project:
    """Return the project of the tests, from the file in which it is written."""
    spec = importlib.util.spec_from_file_location("rules_conftest", Path(__file__).with_name("conftest.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    project = module.sample()
    assert isinstance(project, Project)
    return project


def test_the_page_is_what_the_rules_say() -> None:
    """Who reads the page reads the rules as they are."""
    assert PAGE.read_text("utf-8") == page(), (
        f"the rules or the law changed; if that is meant, run {Path(__file__).name} --update"
    )


def test_the_table_has_each_rule_once() -> None:
    """The table at the top links to every entry below it, in its order, and has the rule's own sentence."""
    text = PAGE.read_text("utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\(#(\w+)\) \| (\w+) \| (.+) \|$", text, re.MULTILINE)
    assert [code for code, _, _, _ in rows] == list(RULES.codes) == re.findall(r"^### (\w+)$", text, re.MULTILINE)
    for code, place, severity, demand in rows:
        assert (place, severity, demand) == (code.lower(), RULES[code].severity.value, RULES[code].demand.en)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_entry(rule: AnyRule) -> None:
    """Each rule is on the page once, with severity, scope, needs, basis and an example in both languages."""
    text = PAGE.read_text("utf-8")
    assert text.count(f"### {rule.code}\n") == 1
    _, _, rest = text.partition(f"### {rule.code}\n")
    mine, _, _ = rest.partition("\n#")
    for label in ("Severity", "About", "Scope", "Needs", "Basis", "Example", "Exempel"):
        assert mine.count(f"\n- {label}: ") == 1


def test_every_link_to_the_law_leads_somewhere() -> None:
    """Each provision on the page has its own heading on the page of the law."""
    headings = re.findall(r"^#+ `?(.+?)`?$", (PAGES / "law.md").read_text("utf-8"), re.MULTILINE)
    links = set(re.findall(r"\(law\.md#([^)]+)\)", PAGE.read_text("utf-8")))
    assert links <= {anchor(heading) for heading in headings}


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(page(), "utf-8")
