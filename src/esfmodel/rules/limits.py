"""Family FIN, limits on support: those that the call sets, and those of the decision, each on its own base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import Decision, DecisionKind, FundingSource, Limit, LimitBase, Project
from esfmodel.model.decision import BINDING, last_of
from esfmodel.rules._facts import NO_LAST, as_bounds, known, known_amount
from esfmodel.rules._figures import (
    budget_of,
    check_one_currency,
    in_kind,
    over,
    perhaps,
    perhaps_in_kind,
    summed,
)
from esfmodel.rules._missing import NO_CALL, NO_SUPPORT, NO_TOTAL, NO_UNION
from esfmodel.rules.finding import Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Budget
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import Bounds, MoneyLike
    from esfmodel.values.money import Money

_IN_PART = Words(
    "beloppen är bara delvis kända, så gränsen kan inte prövas",
    "the amounts are known only in part, so the limit cannot be tried",
)
_AT_MOST = Words("högst", "at most")
_AT_LEAST = Words("minst", "at least")
_PUBLIC = (
    FundingSource.EU,
    FundingSource.STATE_GRANT,
    FundingSource.EU_AND_STATE,
    FundingSource.PARTNER_COUNTRY,
    FundingSource.OWN_PUBLIC,
)
_BASES = {
    LimitBase.TOTAL_COST: Words(" av totalkostnaden", " of the total cost"),
    LimitBase.ACTUAL_COST: Words(" av kostnaden utan bidrag i annat än pengar", " of the cost less what is in kind"),
    LimitBase.PUBLIC_FINANCING: Words(" av den offentliga finansieringen", " of the public financing"),
}
_AMOUNT = Words("", "")


def _support_as_call(project: Project, context: Context) -> Iterator[Finding]:
    """The support lies between the smallest and the largest that the call offers."""
    call, budget = known(project.call, NO_CALL), budget_of(project)
    support = as_bounds(known_amount(budget.support, NO_SUPPORT))
    for limit, requirement in ((call.largest_support, _AT_MOST), (call.smallest_support, _AT_LEAST)):
        if limit is None:
            continue
        check_one_currency(support, limit)
        if support > limit if requirement is _AT_MOST else support < limit:
            yield context.finding(
                "budget.financing",
                expected=limit,
                found=support.known or support,
                difference=over(support, limit),
                requirement=requirement,
            )


def _has_limits(project: Project) -> bool:
    return not project.decisions or any(decision.limits for decision in project.decisions)


def _union_as_decision(project: Project, context: Context) -> Iterator[Finding]:
    """The Union's money is within every limit of the decision, each on its own base."""
    for index, decision, budget in _limited(project):
        union = as_bounds(known_amount(budget.eu_support, NO_UNION))
        for number, limit in enumerate(decision.limits):
            whole = None if limit.base is None else _base(budget, limit.base)
            if limit.highest is not None:
                check_one_currency(union, limit.highest)
            if _is_exceeded(limit, union, whole):
                yield context.finding(
                    f"decisions[{index}].limits[{number}]",
                    expected=limit.highest or limit.rate,
                    found=_share(union, whole),
                    difference=None if limit.highest is None else over(union, limit.highest),
                    of=_AMOUNT if limit.base is None else _BASES[limit.base],
                )


def _limited(project: Project) -> Iterator[tuple[int, Decision, Budget]]:
    """Give each decision that sets limits, and the budget they bind.

    A decision with a budget of its own binds that; the project's budget is bound by the last decision alone, since a
    later one takes the place of an earlier. A partnership's ranking binds only while nothing is granted.
    """
    granted = any(decision.kind in BINDING for decision in project.decisions)
    kinds = BINDING if granted else {DecisionKind.PRIORITISED}
    setting = {index: each for index, each in enumerate(project.decisions) if each.limits and each.kind in kinds}
    for index, decision in setting.items():
        if decision.budget is not None:
            yield index, decision, decision.budget
    last = last_of(setting.values())
    if any(decision.budget is None for decision in last):
        if any((each.limits, each.budget) != (last[0].limits, last[0].budget) for each in last):
            raise NotKnown(NO_LAST)
        yield max(index for index, each in setting.items() if each == last[0]), last[0], budget_of(project)


def _base(budget: Budget, base: LimitBase) -> Bounds[Money]:
    if base is LimitBase.PUBLIC_FINANCING:
        unsaid = [part for part in budget.financing if part.source in (None, FundingSource.OWN)]
        public = [part.amount for part in budget.financing if part.source in _PUBLIC]
        return summed(budget, public) + perhaps(budget, unsaid)
    cost = as_bounds(known_amount(budget.total_cost, NO_TOTAL))
    if base is LimitBase.TOTAL_COST:
        return cost
    return cost - in_kind(budget) - perhaps(budget, perhaps_in_kind(budget))


def _is_exceeded(limit: Limit, part: Bounds[Money], whole: Bounds[Money] | None) -> bool:
    """Whether a limit is exceeded, whatever the amounts are; `NotKnown` when that depends."""
    least, most = (None, None) if whole is None else (whole.low, whole.high)
    exact_amount = limit.highest is not None
    if part.high is not None and (exact_amount or least is not None) and not limit.exceeded_by(part.high, least):
        return False
    if part.low is not None and (exact_amount or most is not None) and limit.exceeded_by(part.low, most):
        return True
    raise NotKnown(_IN_PART)


def _share(part: Bounds[Money], whole: Bounds[Money] | None) -> object:
    """Give the share of the whole where both are exact and there is a whole; else the part itself."""
    if whole is None or part.known is None or whole.known is None or not whole.known.minor:
        return _known(part)
    return Rate.of(part.known, whole.known)


def _known(amount: Bounds[Money]) -> MoneyLike:
    return amount.known or amount


LIMITS: Final = (
    Rule(
        code="FIN006",
        severity=Severity.ERROR,
        basis=Ground.CALL,
        needs=("call.largest_support|call.smallest_support", "budget.financing"),
        check=_support_as_call,
        demand=Words(
            "Stödet ligger mellan utlysningens lägsta och högsta stöd.",
            "The support lies between the call's smallest and largest support.",
        ),
        sv="Stödet är {found}. Enligt {basis} ska det vara {requirement} {expected}; skillnaden är {difference}.",
        en="The support is {found}. Under {basis} it must be {requirement} {expected}; the difference is {difference}.",
    ),
    Rule(
        code="FIN007",
        severity=Severity.ERROR,
        basis=Ground.DECISION,
        needs=("decisions", "budget.financing"),
        applies=_has_limits,
        scope=Words("gäller projekt vars beslut sätter gränser", "concerns projects whose decision sets limits"),
        check=_union_as_decision,
        demand=Words(
            "Unionens stöd ryms inom varje gräns i beslutet, var och en på sin egen bas.",
            "The Union's support is within each limit of the decision, each on its own base.",
        ),
        sv="Unionens stöd är {found}{of}, men {basis} tillåter högst {expected}{of}.",
        en="The Union's support is {found}{of}, but {basis} allow at most {expected}{of}.",
    ),
)
"""The rules on limits of support."""
