"""Family FIN, what is listed twice: the same contribution on two rows is counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.rules._figures import budget_of
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Contribution, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding


def _listed_once(project: Project, context: Context) -> Iterator[Finding]:
    """One decision of one funder is one contribution; another year, phase, partner or reference is another one."""
    seen: dict[object, int] = {}
    for index, part in enumerate(budget_of(project).financing):
        if part.funder is None or part.funder.organisation is None or _is_correction(part):
            continue
        first = seen.setdefault(_identity(part), index)
        if first != index:
            yield context.finding(
                f"budget.financing[{index}]",
                found=part.amount,
                funder=part.funder.organisation.name,
                first=f"budget.financing[{first}]",
            )


def _is_correction(part: Contribution) -> bool:
    return isinstance(part.amount, Money) and part.amount < Money(0, part.amount.currency)


def _identity(part: Contribution) -> object:
    """Say what makes a contribution the same: with the funder's own reference, whatever the amount."""
    same = (part.funder, part.form, part.partner, part.phase, part.year)
    return (*same, part.amount) if part.reference is None else (*same, "reference", part.reference)


REPEATED: Final = (
    Rule(
        code="FIN005",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.financing",),
        check=_listed_once,
        demand=Words("Samma bidrag står bara en gång.", "The same contribution is listed once."),
        sv="{funder} står två gånger med samma bidrag, {found} ({first} och {place}); är det två beslut, ange referens "
        "eller år.",
        en="{funder} is listed twice with the same contribution, {found} ({first} and {place}); if there are two "
        "decisions, state reference or year.",
    ),
)
"""The rule on contributions listed twice."""
