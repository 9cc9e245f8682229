"""Family FIN, limits on support in the call and the decision, advances, and contributions listed twice.

Rules FIN005, FIN006, FIN007 and FIN008.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import Decision, DecisionKind, Fund, FundingSource, Limit, LimitBase, Project
from esfmodel.model.decision import BINDING, last_of
from esfmodel.model.facts import ccis_of, decided_support, fund_of
from esfmodel.rules.finding import ARITHMETIC, Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import (
    PROGRAMMING_PERIOD,
    as_bounds,
    as_exact,
    is_above,
    known,
    known_amount,
    programming_period_of,
)
from esfmodel.rules.shared.figures import (
    amount_over,
    budget_of,
    possibly_in_kind,
    require_one_currency,
    sum_amounts,
    sum_in_kind,
    sum_uncertain,
)
from esfmodel.rules.words import NOTHING, Words
from esfmodel.text.telling.problems import Place
from esfmodel.values.bounds import exact
from esfmodel.values.country import Country
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Budget, Contribution
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import Bounds, MoneyLike

_IN_PART = Words(
    "beloppen är bara delvis kända, så gränsen kan inte bedömas",
    "the amounts are known only in part, so the limit cannot be judged",
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


def _support_as_call(project: Project, context: Context) -> Iterator[Finding]:
    """The support lies between the smallest and the largest that the call offers."""
    call, budget = known(project.call, "call"), budget_of(project)
    support = known_amount(budget.support, "budget.support")
    for limit, requirement in ((call.largest_support, _AT_MOST), (call.smallest_support, _AT_LEAST)):
        if limit is None:
            continue
        require_one_currency(support, limit)
        if is_above(support, limit) if requirement is _AT_MOST else support < limit:
            yield context.finding(
                "budget.financing",
                expected=limit,
                found=as_exact(support),
                difference=amount_over(support, limit),
                requirement=requirement,
            )


def _has_limits(project: Project) -> bool:
    return not project.decisions or any(decision.limits for decision in project.decisions)


def _union_as_decision(project: Project, context: Context) -> Iterator[Finding]:
    """The Union's money is within every limit of the decision, each on its own base.

    A warning where a later decision sets another support without a limit: it may have changed the limits as well.
    """
    for index, decision, budget in _decisions_with_limits(project):
        union = as_bounds(known_amount(budget.eu_support, "budget.eu_support"))
        for number, limit in enumerate(decision.limits):
            whole = None if limit.base is None else _base(budget, limit.base)
            if limit.highest is not None:
                require_one_currency(union, limit.highest)
            if _is_exceeded(limit, union, whole):
                yield context.finding(
                    f"decisions[{index}].limits[{number}]",
                    expected=limit.highest or limit.rate,
                    found=_share_or_amount(union, whole),
                    severity=Severity.WARNING if _may_be_replaced(project, decision) else None,
                    difference=None if limit.highest is None else amount_over(union, limit.highest),
                    of=NOTHING if limit.base is None else _BASES[limit.base],
                )


def _decisions_with_limits(project: Project) -> Iterator[tuple[int, Decision, Budget]]:
    """Yield each decision whose limits count, with its index and the budget that they bind.

    A decision with a budget of its own binds that budget. The project's budget is bound by the last decision alone,
    since a later decision replaces an earlier one. A partnership's ranking binds only while nothing is granted.
    """
    granted = any(decision.kind in BINDING for decision in project.decisions)
    kinds = BINDING if granted else {DecisionKind.PRIORITISED}
    setting = {index: each for index, each in enumerate(project.decisions) if each.limits and each.kind in kinds}
    for index, decision in setting.items():
        if decision.budget is not None:
            yield index, decision, decision.budget
    last = last_of(setting.values())
    if any(decision.budget is None for decision in last):
        # Several decisions may be the last one; that matters only where their limits differ.
        if any((each.limits, each.budget) != (last[0].limits, last[0].budget) for each in last):
            raise NotKnown("rule.no_last")
        yield max(index for index, each in setting.items() if each == last[0]), last[0], budget_of(project)


def _may_be_replaced(project: Project, decision: Decision) -> bool:
    """Whether an amendment sets another support after the decision whose limits bind the project's budget.

    A closure ends the grant within its limits.
    """
    last = last_of(each for each in project.decisions if each.kind in BINDING - {DecisionKind.CLOSED})
    return decision.budget is None and decision not in last and any(decided_support(each) is not None for each in last)


def _base(budget: Budget, base: LimitBase) -> Bounds[Money]:
    if base is LimitBase.PUBLIC_FINANCING:
        unsaid = [part for part in budget.financing if part.source in (None, FundingSource.OWN)]
        public = [part.amount for part in budget.financing if part.source in _PUBLIC]
        return as_bounds(sum_amounts(budget, public)) + sum_uncertain(budget, unsaid)
    cost = as_bounds(known_amount(budget.total_cost, "budget.total_cost"))
    if base is LimitBase.TOTAL_COST:
        return cost
    return cost - sum_in_kind(budget) - sum_uncertain(budget, possibly_in_kind(budget))


def _is_exceeded(limit: Limit, part: Bounds[Money], whole: Bounds[Money] | None) -> bool:
    """Whether a limit is exceeded for every possible amount; raise `NotKnown` where the amounts decide it."""
    # Surely within: the largest part of the smallest whole. Surely exceeded: the smallest part of the largest whole.
    least, most = (None, None) if whole is None else (whole.low, whole.high)
    exact_amount = limit.highest is not None
    if part.high is not None and (exact_amount or least is not None) and not limit.exceeded_by(part.high, least):
        return False
    if part.low is not None and (exact_amount or most is not None) and limit.exceeded_by(part.low, most):
        return True
    raise NotKnown(_IN_PART)


def _share_or_amount(part: Bounds[Money], whole: Bounds[Money] | None) -> object:
    """Return the share of the whole where both are exact and the whole is not zero; else the part itself."""
    if whole is None or part.known is None or whole.known is None or not whole.known.minor:
        return as_exact(part)
    return Rate.of(part.known, whole.known)


# --- FIN008: advances, paid before any cost is shown

ADVANCE: Final = "advance"
"""The key under which the limits on advances lie."""

_NO_COUNTRY = Words(
    "det är inte känt under vilket lands regler förskottet lämnas",
    "it is not known under which country's rules the advance is given",
)
_FUNDS = (None, Fund.ESF_PLUS, Fund.ERDF, Fund.JTF, Fund.ESF, Fund.YEI)
_SWEDEN = Country("SE")
_NOT_GRANTED = (DecisionKind.APPLIED, DecisionKind.PRIORITISED)


def _swedish_advance(project: Project) -> bool:
    if project.decisions and all(decision.advance is None for decision in project.decisions):
        return False
    return fund_of(project) in _FUNDS and _country_of(project) in (None, _SWEDEN)


def _country_of(project: Project) -> Country | None:
    """Return the country whose rules count; None where it is not known, as in a cross-border programme."""
    by_code = [cci.country for cci in ccis_of(project).values()]
    if None in by_code:
        return None
    return by_code[0] if project.country is None and by_code else project.country


def _advance_within_limits(project: Project, context: Context) -> Iterator[Finding]:
    """An advance is at most the share of the support, and at most the amount, that the ordinance allows.

    An advance that is only applied for is a warning, since nothing is granted yet; a refused one is ignored.
    """
    programming_period = programming_period_of(project)
    known(_country_of(project), _NO_COUNTRY)
    share = context.lasting_provision(f"{ADVANCE}.share", programming_period)
    highest = context.lasting_provision(f"{ADVANCE}.amount", programming_period)
    for index, decision in enumerate(project.decisions):
        if decision.advance is None or decision.kind is DecisionKind.REJECTED:
            continue
        is_granted = decision.kind not in _NOT_GRANTED
        support = exact(known_amount(_support(project, decision), "budget.support"))
        part, amount = share.value_as(Rate).apply(support, rounding=Rounding.MINOR_DOWN), highest.value_as(Money)
        # An advance above both limits is one fault: the lower one tells how much is too much.
        limits = [(part, share), *([(amount, highest)] if part.currency == amount.currency else [])]
        most, row = min(limits, key=lambda limit: limit[0].minor)
        require_one_currency(decision.advance, most)
        if is_above(decision.advance, most):
            yield context.finding(
                f"decisions[{index}].advance",
                expected=most,
                found=decision.advance,
                difference=amount_over(decision.advance, most),
                severity=Severity.ERROR if is_granted else Severity.WARNING,
                basis=row,
                support=support,
            )
        else:
            require_one_currency(decision.advance, amount)


def _support(project: Project, decision: Decision) -> MoneyLike | None:
    """Return the support in the decision, or else in its budget, or else in the project's budget."""
    if decision.support is None and decision.budget is None:
        return budget_of(project).support
    return decided_support(decision)


# --- FIN005: contributions listed twice


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
                first=Place(f"budget.financing[{first}]"),
                both=Place(f"budget.financing[{first},{index}]"),
            )


def _is_correction(part: Contribution) -> bool:
    return isinstance(part.amount, Money) and part.amount < Money(0, part.amount.currency)


def _identity(part: Contribution) -> object:
    """Return what identifies a contribution: the funder's reference whatever the amount, or without one the amount."""
    # Two equal amounts without a reference may still be two decisions, so this is a warning.
    same = (part.funder, part.form, part.partner, part.phase, part.year)
    return (*same, part.amount) if part.reference is None else (*same, "reference", part.reference)


FIN_LIMITS: Final = (
    Rule(
        code="FIN005",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.financing",),
        check=_listed_once,
        demand=Words("Samma bidrag tas upp en gång.", "The same contribution is listed once."),
        sv="Samma bidrag, {found}, tas upp två gånger ({both}); är det två beslut, ange referens eller år.",
        en="The same contribution, {found}, is listed twice ({both}); if there are two decisions, state reference or "
        "year.",
    ),
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
        scope=Words(
            "gäller projekt vars beslut anger gränser för stödet", "concerns projects whose decision sets limits"
        ),
        check=_union_as_decision,
        demand=Words(
            "EU-stödet ryms inom varje gräns i beslutet, var och en på sitt eget beräkningsunderlag.",
            "The Union's support is within each limit of the decision, each on its own base.",
        ),
        sv="EU-stödet är {found}{of}, men {basis} tillåter högst {expected}{of}.",
        en="The Union's support is {found}{of}, but {basis} allow at most {expected}{of}.",
    ),
    Rule(
        code="FIN008",
        severity=Severity.ERROR,
        basis=ADVANCE,
        needs=("decisions", PROGRAMMING_PERIOD),
        applies=_swedish_advance,
        scope=Words(
            "gäller svenska projekt med förskott, under ESF+, ESF, Eruf och FRO; en varning för det som bara är sökt",
            "concerns Swedish projects with an advance, under the ESF+, the ESF, the ERDF and the JTF; a warning for "
            "one that is only applied for",
        ),
        check=_advance_within_limits,
        demand=Words(
            "Förskottet är högst den andel av stödet, och högst det belopp, som förordningen tillåter.",
            "The advance is at most the share of the support, and at most the amount, that the ordinance allows.",
        ),
        sv="Förskottet är {found} av stödet {support}, men högst {expected} får lämnas ({basis}); "
        "{difference} för mycket.",
        en="The advance is {found} of the support of {support}, but at most {expected} may be given ({basis}); "
        "{difference} too much.",
    ),
)
