"""The command `rules`: every rule in a list, or all there is to know of one."""

from __future__ import annotations

import functools
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.cli._law import ALL_PERIODS, value_of
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._terminal import WIDTH, say
from esfmodel.display.columns import one_line, wrapped
from esfmodel.law import LAW, PACKS, Law
from esfmodel.rules import RULES, Ground, Words
from esfmodel.rules.finding import level_words
from esfmodel.rules.needs import named
from esfmodel.rules.rule import basis_rows

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.rule import AnyRule

_CODE = 8
_SEVERITY = 13

_HEADINGS = MappingProxyType(
    {
        "scope": Words("Omfattning", "Scope"),
        "needs": Words("Behöver veta", "Needs to know"),
        "basis": Words("Grund", "Basis"),
        "rows": Words("Bestämmelser", "Provisions"),
        "consequences": Words("Bryts ofta samtidigt", "May fail along with it"),
        "text": Words("Anmärkningens text", "Text of a finding"),
    }
)
_GRADE = Words("läsning", "grade")


def show_rules(arguments: Namespace) -> int:
    """List every rule, or show one whole."""
    if arguments.code is None:
        for rule in RULES:
            say("\n".join(_listed(rule, arguments.lang)))
        return FINE
    found = next((rule for rule in RULES if rule.code == arguments.code.upper()), None)
    if found is None:
        codes = ", ".join(rule.code for rule in RULES)
        given = one_line(repr(arguments.code))
        say(f"esfmodel: there is no rule {given}; use one of {codes}", sys.stderr)
        return REFUSED
    say("\n".join(_whole(found, arguments.lang)))
    return FINE


def _listed(rule: AnyRule, language: str) -> Iterator[str]:
    indent = _CODE + _SEVERITY
    severity = rule.severity.words.text(language)
    first, *more = wrapped(f"{rule.demand.text(language)} [{_basis(rule, language)}]", WIDTH - indent)
    yield f"{rule.code:<{_CODE}}{severity:<{_SEVERITY}}{first}"
    yield from (f"{'':{indent}}{line}" for line in more)


def _whole(rule: AnyRule, language: str) -> Iterator[str]:
    yield f"{rule.code} ({rule.severity.words.text(language)})"
    yield from wrapped(rule.demand.text(language), WIDTH)
    yield ""
    needs = "; ".join(named(need).text(language) for need in rule.needs)
    parts = {"scope": rule.scope.text(language), "needs": needs, "basis": _basis(rule, language)}
    # The examples are loaded only when one rule is shown.
    from esfmodel.testing import RULE_EXAMPLES

    consequences = RULE_EXAMPLES[rule.code].consequences
    if consequences:
        parts["consequences"] = ", ".join(consequences)
    parts["text"] = rule.words.text(language)
    for name, text in parts.items():
        yield from _hanging(f"{_HEADINGS[name].text(language)}: {text}")
    rows = basis_rows(rule, functools.reduce(Law.with_pack, PACKS.values(), LAW))
    if rows:
        yield f"{_HEADINGS['rows'].text(language)}:"
        for row in rows:
            yield from _hanging(f"  {_row(row, language)}")


def _hanging(text: str) -> Iterator[str]:
    """Set a paragraph with its later lines farther in."""
    lead = text[: len(text) - len(text.lstrip())]
    first, *more = wrapped(text.lstrip(), WIDTH - len(lead) - 2)
    yield f"{lead}{first}"
    yield from (f"{lead}  {line}" for line in more)


def _basis(rule: AnyRule, language: str) -> str:
    return rule.basis.words.text(language) if isinstance(rule.basis, Ground) else rule.basis


def _row(row: Provision, language: str) -> str:
    period = ALL_PERIODS.text(language) if row.programming_period is None else str(row.programming_period)
    level = level_words(row.level).text(language)
    grade = f"{_GRADE.text(language)} {row.grade.name}"
    return f"{row.key} ({period}): {value_of(row, language)}; {row.citation(language)} ({level}, {grade})"
