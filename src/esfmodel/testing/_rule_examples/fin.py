"""Examples of family FIN: shares, limits and contributions that the call, the decision or the law does not allow."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import (
    ActualCost,
    Call,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Limit,
    LimitBase,
    Organisation,
    OwnShare,
    Priority,
    Project,
)
from esfmodel.rules import Words, known
from esfmodel.testing._rule_examples.example import (
    RuleExample,
    beyond_rounding,
    budget_of,
    exact_amount,
    money_of,
    with_lines,
)
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.law import Law

_ALL = Rate(1)
_NOTHING = Rate(0)


def _financed(project: Project, parts: Iterable[Contribution]) -> Project:
    return attrs.evolve(project, budget=attrs.evolve(budget_of(project), financing=parts))


def _also_financed(project: Project, *parts: Contribution) -> Project:
    return _financed(project, (*budget_of(project).financing, *parts))


def _support_of(project: Project) -> Money:
    return exact_amount(budget_of(project).support)


def _own_share_unlike_call(project: Project, _law: Law) -> Project:
    call, share = known(project.call), budget_of(project).own_rate
    everything = OwnShare.exactly(_ALL)
    other = OwnShare.exactly(_NOTHING) if isinstance(share, Rate) and everything.met_by(share) else everything
    return attrs.evolve(project, call=attrs.evolve(call, own_share=other, own_share_by_region=()))


def _all_from_the_union(project: Project, _law: Law) -> Project:
    union = Funder(source=FundingSource.EU)
    return _financed(project, [Contribution(union, part.amount) for part in budget_of(project).financing])


def _with_in_kind(project: Project, _law: Law) -> Project:
    """Let the project's own contribution be in kind, and mirror it among the costs."""
    budget = budget_of(project)
    own = [part for part in budget.financing if part.source is not None and part.source.is_own]
    if not own:
        raise NotKnown(Words("det finns ingen egen medfinansiering", "there is no own contribution"))
    amounts = [exact_amount(part.amount) for part in own]
    financing = [
        attrs.evolve(part, form=ContributionForm.IN_KIND) if part in own else part for part in budget.financing
    ]
    return _mirrored(_financed(project, financing), sum(amounts[1:], amounts[0]))


def _mirrored(project: Project, amount: Money) -> Project:
    """Add a line of cost in kind, taken from the other costs, so that the total stays."""
    budget = budget_of(project)
    mirror = Cost(CostCategory.IN_KIND, ActualCost(amount))
    costs = (*budget.costs, mirror, Cost(CostCategory.CORRECTION, ActualCost(-amount)))
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=costs))


def _closed_with_in_kind(project: Project, law: Law) -> Project:
    decisions = (*project.decisions, Decision(DecisionKind.CLOSED))
    return attrs.evolve(_with_in_kind(project, law), decisions=decisions)


def _more_in_kind_than_own(project: Project, _law: Law) -> Project:
    one, own = money_of(budget_of(project), 1), Funder(source=FundingSource.OWN)
    more = _also_financed(
        project,
        Contribution(own, one, form=ContributionForm.IN_KIND),
        Contribution(own, -one, form=ContributionForm.CASH),
    )
    return _mirrored(more, one)


def _in_kind_on_one_side(project: Project, _law: Law) -> Project:
    budget = budget_of(project)
    if not any(cost.category is CostCategory.IN_KIND for cost in budget.costs):
        raise NotKnown(Words("inget bidrag i annat än pengar finns bland kostnaderna", "no cost is said to be in kind"))
    costs = [
        attrs.evolve(cost, category=CostCategory.OTHER) if cost.category is CostCategory.IN_KIND else cost
        for cost in budget.costs
    ]
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=costs))


def _listed_twice(project: Project, _law: Law) -> Project:
    funder = Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC)
    same = Contribution(funder, money_of(budget_of(project), 0))
    return _also_financed(project, same, same)


def _call_offers_it(project: Project, _law: Law) -> Project:
    call, support = known(project.call), _support_of(project)
    return attrs.evolve(project, call=attrs.evolve(call, smallest_support=support, largest_support=support))


def _call_offers_less(project: Project, _law: Law) -> Project:
    call, support = known(project.call), _support_of(project)
    less = support - Money(1, support.currency)
    return attrs.evolve(project, call=attrs.evolve(call, smallest_support=None, largest_support=less))


def _limited_to_what_it_gets(project: Project, _law: Law) -> Project:
    return _limited(project, Limit.of_amount(_union_of(project)), Limit.of_rate(_ALL, LimitBase.TOTAL_COST))


def _limited_to_less(project: Project, _law: Law) -> Project:
    union = _union_of(project)
    return _limited(project, Limit.of_amount(union - Money(1, union.currency)))


def _limited(project: Project, *limits: Limit) -> Project:
    others = (decision for decision in project.decisions if not decision.limits)
    return attrs.evolve(project, decisions=(*others, Decision(DecisionKind.GRANTED, limits=limits)))


def _union_of(project: Project) -> Money:
    return exact_amount(budget_of(project).eu_support)


def _no_advance(project: Project, _law: Law) -> Project:
    return _with_advance(project, Money(0, _support_of(project).currency))


def _all_in_advance(project: Project, _law: Law) -> Project:
    support = _support_of(project)
    return _with_advance(project, support + Money(1, support.currency))


def _with_advance(project: Project, advance: Money) -> Project:
    granted = Decision(DecisionKind.GRANTED, support=_support_of(project), advance=advance)
    return attrs.evolve(project, decisions=(*project.decisions, granted))


def _rate_of_figures(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, published_eu_rate=Rate.of(_union_of(project), _whole_of(project)))


def _rate_unlike_figures(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, published_eu_rate=_NOTHING if _union_of(project).minor else _ALL)


def _whole_of(project: Project) -> Money:
    return exact_amount(budget_of(project).total_cost)


def _nearly_all_own(project: Project, _law: Law) -> Project:
    """Let the state pay one krona, of which the Union's part is cut to zero, and the project the rest."""
    whole = _whole_of(project)
    one = Money(1, whole.currency)
    parts = ((FundingSource.EU, one - one), (FundingSource.STATE_GRANT, one), (FundingSource.OWN, whole - one))
    financed = _financed(project, [Contribution(Funder(source=source), amount) for source, amount in parts])
    return attrs.evolve(financed, call=Call(own_share=OwnShare.at_least(_NOTHING)))


def _union_without_state(project: Project, _law: Law) -> Project:
    budget = budget_of(project)
    more = beyond_rounding(budget, [part.amount for part in budget.financing])
    return _also_financed(
        project,
        Contribution(Funder(source=FundingSource.EU), more),
        Contribution(Funder(source=FundingSource.OWN), -more),
    )


def _all_support(project: Project, _law: Law) -> Project:
    """Let the state pay everything, in the area that demands no own share."""
    financed = _financed(project, [Contribution(Funder(source=FundingSource.STATE_GRANT), _whole_of(project))])
    return attrs.evolve(financed, call=None, priority=Priority("C"), specific_objective=None)


def _nothing_granted(project: Project, _law: Law) -> Project:
    return _financed(project, [Contribution(Funder(source=FundingSource.OWN), _whole_of(project))])


def _participants_paid(project: Project, _law: Law) -> Project:
    """Make the own contribution one to the participants, with a cost of the same amount."""
    parts = [
        attrs.evolve(part, form=ContributionForm.PARTICIPANT_REMUNERATION)
        if part.source and part.source.is_own
        else part
        for part in budget_of(project).financing
    ]
    own = exact_amount(budget_of(project).own_contribution)
    return with_lines(_financed(project, parts), Cost(CostCategory.PARTICIPANTS, ActualCost(own)))


def _participants_cost_less(project: Project, _law: Law) -> Project:
    budget = budget_of(project)
    krona = money_of(budget, 1)
    costs = [
        attrs.evolve(cost, basis=ActualCost(exact_amount(amount) - krona))
        if cost.category is CostCategory.PARTICIPANTS
        else cost
        for cost, amount in zip(budget.costs, budget.cost_amounts, strict=True)
    ]
    lines = (*costs, Cost(CostCategory.CORRECTION, ActualCost(krona)))
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=lines))


FIN: Final = MappingProxyType(
    {
        "FIN001": RuleExample(broken=_own_share_unlike_call),
        "FIN002": RuleExample(broken=_all_from_the_union, consequences=("FIN001",)),
        "FIN003": RuleExample(ok=_closed_with_in_kind, broken=_more_in_kind_than_own),
        "FIN004": RuleExample(ok=_with_in_kind, broken=_in_kind_on_one_side),
        "FIN005": RuleExample(broken=_listed_twice),
        "FIN006": RuleExample(ok=_call_offers_it, broken=_call_offers_less),
        "FIN007": RuleExample(ok=_limited_to_what_it_gets, broken=_limited_to_less),
        "FIN008": RuleExample(ok=_no_advance, broken=_all_in_advance),
        "FIN009": RuleExample(ok=_rate_of_figures, broken=_rate_unlike_figures),
        "FIN010": RuleExample(ok=_nearly_all_own, broken=_union_without_state),
        "FIN011": RuleExample(ok=_all_support, broken=_nothing_granted),
        "FIN012": RuleExample(ok=_participants_paid, broken=_participants_cost_less),
    }
)
