"""Family POR, the same invoice or cost claimed in two projects.

Rule POR005. Regulation (EU) 2021/1060, Article 63; Regulation (EU) No 1303/2013, Article 65(11). A warning: a cost may
be shared by projects pro rata, and what is stated of a cost need not identify it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.model import Portfolio
from esfmodel.model.facts import owner_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import programming_period_of, project_place
from esfmodel.rules.words import NOTHING, Words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from esfmodel.model import ClaimedCost, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.money import Money

_DOUBLE: Final = "double-funding"

_NOT_IDENTIFIED = Words(
    "ingen faktura är angiven för de kostnader som begärs", "no invoice is stated of the costs that are claimed"
)
_SAME_INVOICE = Words("Fakturan {invoice}", "The invoice {invoice}")
_SAME_COST = Words("Kostnaden ”{description}”", "The cost “{description}”")
_PRO_RATA = Words(
    ", om den inte har fördelats mellan dem pro rata", ", unless it was shared by them on a pro rata basis"
)


class _Claimed(NamedTuple):
    """One invoice or cost in one project: the first place, and what is claimed for it after corrections."""

    project: int
    claim: int
    cost: int
    amounts: dict[str, Money]

    @property
    def place(self) -> str:
        return f"projects[{self.project}].claims[{self.claim}].costs[{self.cost}]"


def _claimed_once(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """Expenditure that is declared for one project is not declared for another, save pro rata."""
    seen: dict[Hashable, list[_Claimed]] = {}
    last: dict[Hashable, ClaimedCost] = {}
    for index, project in enumerate(portfolio.projects):
        for key, number, line, cost in _identified(project):
            last[key] = cost
            of_key = seen.setdefault(key, [])
            if not of_key or of_key[-1].project != index:
                of_key.append(_Claimed(index, number, line, {}))
            amounts = of_key[-1].amounts
            currency = cost.amount.currency
            amounts[currency] = amounts[currency] + cost.amount if currency in amounts else cost.amount
    if not seen:
        raise NotKnown(_NOT_IDENTIFIED)
    for key, of_key in seen.items():
        # What is claimed and wholly taken back was not declared.
        declared = [each for each in of_key if any(amount.minor > 0 for amount in each.amounts.values())]
        for one, other in pairwise(declared):
            yield from _finding(portfolio, context, last[key], one, other)


def _identified(project: Project) -> Iterator[tuple[Hashable, int, int, ClaimedCost]]:
    """Yield each cost that can be told from others, by its invoice or by all that is stated of it, with its place."""
    owner = owner_of(project)
    for number, claim in enumerate(project.claims):
        for line, cost in enumerate(claim.costs):
            if cost.invoice is not None:
                invoice = " ".join(cost.invoice.casefold().split())
                # A bare number may be of another supplier: only one of the same body and amount is the same.
                more = () if any(map(str.isalpha, invoice)) else (owner, abs(cost.amount))
                yield (invoice, *more), number, line, cost
            elif cost.description is not None and cost.paid_on is not None and owner is not None:
                key = (owner, cost.category, abs(cost.amount), cost.incurred_on, cost.paid_on, cost.description)
                yield key, number, line, cost


def _finding(
    portfolio: Portfolio, context: Context, cost: ClaimedCost, one: _Claimed, other: _Claimed
) -> Iterator[Finding]:
    first, second = portfolio.projects[one.project], portfolio.projects[other.project]
    if first == second or (first.operation_id is not None and first.operation_id == second.operation_id):
        # The same operation in two rows is the fault of the list, which is told by another rule.
        return
    period = programming_period_of(second)
    may_share = f"{_DOUBLE}.pro-rata" in context.keys(_DOUBLE, period)
    yield context.finding(
        other.place,
        basis=context.lasting_provision(_DOUBLE, period),
        what=_SAME_COST.with_values(description=cost.description)
        if cost.invoice is None
        else _SAME_INVOICE.with_values(invoice=cost.invoice),
        first=project_place(one.project, first.name),
        second=project_place(other.project, second.name),
        sharing=_PRO_RATA if may_share else NOTHING,
    )


POR_DOUBLE: Final = (
    Rule(
        code="POR005",
        subject=Portfolio,
        severity=Severity.WARNING,
        basis=_DOUBLE,
        needs=("projects",),
        check=_claimed_once,
        demand=Words(
            "Samma faktura eller kostnad begärs inte i två projekt, om den inte fördelas mellan dem.",
            "The same invoice or cost is not claimed in two projects, unless they share it.",
        ),
        sv="{what} finns i två projekt: {first}, och {second}. Enligt {basis} får samma utgift inte tas upp två gånger"
        "{sharing}.",
        en="{what} is in two projects: {first}, and {second}. Under {basis} the same expenditure shall not be declared "
        "twice{sharing}.",
    ),
)
