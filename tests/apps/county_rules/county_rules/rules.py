"""The rules of the county, offered as `county` under the entry point group `esfmodel.rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel import Money, Project, Rule, Severity, programming_period_of
from esfmodel.rules import Context, Finding, Words, known, known_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST = "county.smallest-support"


def large_enough(project: Project, context: Context) -> Iterator[Finding]:
    """The support is at least the smallest that the county decides on."""
    row = context.provision(SMALLEST, known(programming_period_of(project)))
    smallest, support = row.value_as(Money), known_amount(known(project.budget).support)
    if support < smallest:
        yield context.finding("budget", expected=smallest, found=support, difference=smallest - support, basis=row)


RULES = (
    Rule(
        code="COUNTY001",
        severity=Severity.WARNING,
        basis=SMALLEST,
        needs=("budget.support",),
        check=large_enough,
        demand=Words(
            "Stödet är minst det minsta som länet beslutar om.",
            "The support is at least the smallest that the county decides on.",
        ),
        sv="Stödet är {found}; enligt {basis} ska det vara minst {expected}.",
        en="The support is {found}; under {basis} it must be at least {expected}.",
    ),
)
