"""The rows of a portfolio that tell of the same operation, and whether they tell the same.

>>> from esfmodel import Organisation, Project
>>> row = Project("A", operation_id="23-017-S01", beneficiary=Organisation("Alvesta kommun"))
>>> [(each.first, each.second) for each in repeated((row, row))[0]]
[(0, 1)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import (
    Decision,
    Portfolio,
    Project,
)
from esfmodel.model.decision import last_of
from esfmodel.model.facts import ccis_of
from esfmodel.rules._facts import apart, known
from esfmodel.rules._priorities import raise_open
from esfmodel.rules.words import UNKNOWN, Words, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.model import Organisation
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_MEASURES = {
    "total_cost": Words("totalkostnaden", "the total cost"),
    "support": Words("stödet", "the support"),
    "eu_support": Words("EU-stödet", "the Union's money"),
    "own_contribution": Words("den egna insatsen", "the own contribution"),
}


@attrs.frozen
class Repeated:
    """Two rows of one operation and one beneficiary, by their places; `one` and `other` are the projects there."""

    first: int
    second: int
    one: Project
    other: Project

    @property
    def same_figures(self) -> bool:
        """Whether both rows have the same budget, be it none."""
        return self.one.budget == self.other.budget

    @property
    def same_decision(self) -> bool | None:
        """Whether both rows tell of one decision; None when that is not stated."""
        first, second = _last_decision(self.one), _last_decision(self.other)
        if first is None or second is None:
            return None
        return (first.kind, first.on, first.reference) == (second.kind, second.on, second.reference)


def repeated(projects: Sequence[Project]) -> tuple[list[Repeated], list[Words]]:
    """Pair the rows of one operation and one beneficiary, each with the first; beside them, what cannot be compared.

    One operation with several beneficiaries has a row for each partner, which is no repetition.
    """
    first_of: dict[object, int] = {}
    pairs: list[Repeated] = []
    open_questions: list[Words] = []
    for index, project in enumerate(projects):
        if project.operation_id is None:
            open_questions.append(Words(f"projects[{index}] har inget nummer", f"projects[{index}] has no number"))
        elif project.beneficiary is None:
            open_questions.append(
                Words(f"projects[{index}] har ingen stödmottagare", f"projects[{index}] has no beneficiary")
            )
        else:
            key = project.operation_id.local, _programme_of(project), _body(project.beneficiary)
            first = first_of.setdefault(key, index)
            if first != index:
                pairs.append(Repeated(first, index, projects[first], project))
    return pairs, open_questions


def _programme_of(project: Project) -> str | None:
    """Give the CCI without its serial number, which some registers leave out."""
    cci = next(iter(ccis_of(project).values()), None)
    return None if cci is None else cci.code.removesuffix(cci.serial or "")


def _body(organisation: Organisation) -> object:
    """Give what tells one body from another: its number, or else its name."""
    return organisation.number or " ".join(organisation.name.casefold().split())


def _last_decision(project: Project) -> Decision | None:
    """Return the last decision, if it is known and can be told from another one."""
    last = last_of(project.decisions)
    return last[0] if len(last) == 1 and (last[0].on, last[0].reference) != (None, None) else None


def has_rows(portfolio: Portfolio) -> bool:
    """Whether there can be two rows of one project."""
    return len(portfolio.projects) != 1


def no_row_twice(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """No two rows have the same number, the same beneficiary and the same figures."""
    pairs, open_questions = repeated(portfolio.projects)
    for pair in pairs:
        if not pair.same_figures:
            continue
        if pair.one.budget is None:
            open_questions.append(
                Words(
                    f"projects[{pair.second}] har inga belopp att jämföra med projects[{pair.first}]",
                    f"projects[{pair.second}] has no figures to compare with projects[{pair.first}]",
                )
            )
        else:
            yield context.finding(
                f"projects[{pair.second}]",
                found=pair.other.operation_id,
                body=known(pair.other.beneficiary, UNKNOWN).name,
                elsewhere=f"projects[{pair.first}]",
            )
    raise_open(open_questions)


def same_figures_of_one_decision(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """What two rows tell of one decision on one project is the same, measure by measure, in one currency."""
    pairs, open_questions = repeated(portfolio.projects)
    for pair in pairs:
        one, other = pair.one.budget, pair.other.budget
        if pair.same_figures or one is None or other is None or one.currency != other.currency:
            continue
        if pair.same_decision is None:
            open_questions.append(
                Words(
                    f"projects[{pair.first}] och projects[{pair.second}] säger inte vilket beslut deras belopp gäller",
                    f"projects[{pair.first}] and projects[{pair.second}] do not say which decision they are of",
                )
            )
        elif pair.same_decision:
            for measure, name in _MEASURES.items():
                first, second = getattr(one, measure), getattr(other, measure)
                try:
                    difference = None if first is None or second is None else apart(first, second)
                except NotKnown as error:
                    open_questions.append(reason_of(error))
                    continue
                if difference is not None:
                    yield context.finding(
                        f"projects[{pair.second}].budget",
                        expected=first,
                        found=second,
                        difference=difference,
                        number=pair.other.operation_id,
                        measure=name,
                        elsewhere=f"projects[{pair.first}].budget",
                    )
    raise_open(open_questions)
