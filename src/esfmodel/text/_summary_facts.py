"""What is known of a project, as far as a summary or a funding statement may say it.

Only what the project holds, or what follows from it: nothing here knows a language, and nothing here fills a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Commitment, Contribution, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.model.project import Project, Role
from esfmodel.text._summary_amounts import part_worth_saying, worth_saying
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.model.programme import Fund
    from esfmodel.values.programming_period import ProgrammingPeriod

_STANDING = frozenset({DecisionKind.APPLIED, DecisionKind.PRIORITISED, DecisionKind.GRANTED, DecisionKind.REJECTED})

_SUPPORT = (
    FundingSource.EU,
    FundingSource.EU_AND_STATE,
    FundingSource.STATE_GRANT,
    FundingSource.PARTNER_COUNTRY,
)


def one_line(text: str) -> str:
    """Give a name as it stands in a sentence: on one line, with single spaces."""
    return " ".join(text.split())


def official_name(organisation: Organisation) -> str:
    """Give the official name of a body; of regions and municipalities also where a register prints it in capitals.

    >>> official_name(Organisation("REGION ÖREBRO LÄN")), official_name(Organisation("MALUNG-SÄLENS KOMMUN"))
    ('Region Örebro län', 'Malung-Sälens kommun')
    >>> official_name(Organisation("AMF AB"))
    'AMF AB'
    """
    name = one_line(organisation.name)
    words = name.split(" ")
    if name.isupper() and len(words) > 1 and (words[0] == "REGION" or words[-1] == "KOMMUN"):
        return " ".join(word.lower() if word in _SMALL else word.title() for word in words)
    return name


_SMALL = frozenset({"KOMMUN", "LÄN"})


@attrs.frozen
class Support:
    """The support that a budget lists: what kinds of money, how much of each, and how much together."""

    sources: tuple[FundingSource, ...]
    amount: MoneyLike | None
    parts: tuple[tuple[FundingSource, MoneyLike], ...]
    """The parts by kind, when there are several and each is known."""

    @classmethod
    def of(cls, budget: Budget | None) -> Support:
        """Read the support from a budget; without one, nobody has said anything of it."""
        if budget is None:
            return cls((), None, ())
        listed = [part for part in budget.financing if part.source in _SUPPORT]
        sources = tuple(source for source in _SUPPORT if any(part.source is source for part in listed))
        together = _sum_of(listed)
        if not isinstance(together, Money) and not has_rest(budget):
            # What the own contribution leaves of the total may say more than the list does.
            together = part_worth_saying(budget.support, budget.total_cost)
        amounts = [(source, _sum_of(part for part in listed if part.source is source)) for source in sources]
        parts = tuple((source, amount) for source, amount in amounts if amount is not None)
        return cls(sources, together, parts if len(parts) == len(sources) > 1 else ())


def _sum_of(parts: Iterable[Contribution]) -> MoneyLike | None:
    return worth_saying(Budget(financing=parts, complete=True).total_financing)


def has_rest(budget: Budget) -> bool:
    """Whether something may come from sources nobody has named."""
    return any(part.is_rest for part in (*budget.financing, *budget.unlisted))


def standing_decision(project: Project) -> Decision | None:
    """Find the decision that says how the application stands: the last, by its day where every day is known."""
    found = _in_order(decision for decision in project.decisions if decision.kind in _STANDING)
    return found[-1] if found else None


def later_decisions(project: Project) -> list[Decision]:
    """List what became of a grant: the last changes, of its amount and of anything else, and its closing."""
    standing = standing_decision(project)
    if standing is not None and standing.kind is not DecisionKind.GRANTED:
        return []
    found = _in_order(project.decisions)
    start = 0 if standing is None else found.index(standing) + 1
    later = [decision for decision in found[start:] if decision.kind not in _STANDING]
    last = {_matter(decision): decision for decision in later}
    return [decision for decision in later if decision is last[_matter(decision)]]


def _matter(decision: Decision) -> tuple[DecisionKind, bool]:
    return decision.kind, decision.support is None and decision.budget is None


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Set decisions in the order of their days, or as they are listed where a day is missing."""
    found = list(decisions)
    if all(decision.on is not None for decision in found):
        found.sort(key=_last_day)
    return found


def _last_day(decision: Decision) -> str:
    on = decision.on.end if isinstance(decision.on, Period) else decision.on
    return "" if on is None else on.isoformat()


def decided_support(decision: Decision, project: Project) -> Support:
    """Give what was decided on: the decision's own figures, and the kinds of money that the project's budget names."""
    own = Support.of(decision.budget)
    budget = decision.budget if own.sources else project.budget
    listed = Support.of(budget)
    amount = own.amount if decision.support is None else worth_saying(decision.support)
    sources = listed.sources
    open_list = budget is not None and has_rest(budget)
    if open_list and sources == (FundingSource.EU,) and amount not in (None, listed.amount):
        # Of what is granted beside the Union's part nobody has said whose money it is.
        sources = (FundingSource.EU, FundingSource.EU_AND_STATE)
    return Support(sources, amount, own.parts if amount == own.amount else ())


def fund_of(project: Project) -> Fund | None:
    """Find the fund, where the project or what it was granted under names one alone."""
    if project.fund is not None:
        return project.fund
    for level in (project.priority, project.call):
        if level is not None and level.fund is not None:
            return level.fund
    funds = project.programme.funds if project.programme else ()
    return funds[0] if len(funds) == 1 else None


def programming_period_of(project: Project) -> ProgrammingPeriod | None:
    """Find the programming period, as the project, its programme or a CCI says."""
    programme, number = project.programme, project.operation_id
    ccis = (
        project.cci,
        None if programme is None else programme.cci,
        None if number is None else number.cci,
    )
    stated = (project.programming_period, None if programme is None else programme.programming_period)
    found = (*stated, *(cci.programming_period for cci in ccis if cci is not None))
    return next((period for period in found if period is not None), None)


@attrs.frozen
class Payer:
    """One who pays: a body, or a source of money that no body is named for."""

    source: FundingSource
    organisation: Organisation | None
    confirmed: bool = True


def payers(budget: Budget) -> tuple[Payer, ...]:
    """List those who pay, each once: the Union, the state, partner countries, then the others as they are listed.

    A contribution known to be nothing, or a correction, makes nobody a payer. A payer is confirmed when any of what it
    pays is promised without reserve.
    """
    found: dict[Payer, bool] = {}
    for part in budget.financing:
        if part.funder is None or (isinstance(part.amount, Money) and part.amount.minor <= 0):
            continue
        source, organisation = part.funder.source, part.funder.organisation
        if source in {FundingSource.EU, FundingSource.EU_AND_STATE}:
            source, organisation = FundingSource.EU, None
        payer = Payer(source, organisation)
        firm = part.commitment in {None, Commitment.CONFIRMED}
        found[payer] = found.get(payer, False) or firm
    order = {source: index for index, source in enumerate(_SUPPORT)}
    listed = sorted(found, key=lambda payer: order.get(payer.source, len(order)))
    return tuple(attrs.evolve(payer, confirmed=found[payer]) for payer in listed)


def owner_of(project: Project) -> Organisation | None:
    """Find the project owner, named as beneficiary or among those who take part."""
    if project.beneficiary is not None:
        return project.beneficiary
    owners = in_role(project, Role.OWNER)
    return owners[0] if len(owners) == 1 else None


def in_role(project: Project, role: Role) -> list[Organisation]:
    """List the organisations in a role, each once."""
    return list(dict.fromkeys(part.organisation for part in project.partners if part.role is role))


def is_municipality(organisation: Organisation) -> bool:
    """Tell whether this is one municipality, by its kind or by its official name."""
    if organisation.is_group:
        return False
    if organisation.kind is None:
        return official_name(organisation).endswith(" kommun")
    return organisation.kind is OrganisationKind.MUNICIPALITY


def whole_share(rate: object) -> Rate | None:
    """Give a share that is known exactly, else None: a share within bounds is no figure for a summary."""
    return rate if isinstance(rate, Rate) else None
