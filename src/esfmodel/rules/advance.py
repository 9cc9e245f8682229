"""Family FIN, the advance: how much of the support may be paid before any cost is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import Decision, DecisionKind, Fund, Project
from esfmodel.model.facts import ccis_of, decided_support, fund_of
from esfmodel.rules._facts import PROGRAMMING_PERIOD, as_bounds, known, known_amount, programming_period_of
from esfmodel.rules._figures import budget_of, check_one_currency, over
from esfmodel.rules._missing import NO_SUPPORT
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.bounds import exact
from esfmodel.values.country import Country
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

ADVANCE: Final = "advance"
"""The key under which the limits on advances lie."""

_NO_COUNTRY = Words(
    "det är inte känt under vilket lands regler förskottet lämnas",
    "it is not known under which country's rules the advance is given",
)
_FUNDS = (Fund.ESF_PLUS, Fund.ERDF, Fund.JTF)
_SWEDEN = Country("SE")
_NOT_GRANTED = (DecisionKind.APPLIED, DecisionKind.PRIORITISED)


def _swedish_advance(project: Project) -> bool:
    if fund_of(project) not in (None, *_FUNDS) or _country_of(project) not in (None, _SWEDEN):
        return False
    return not project.decisions or any(decision.advance is not None for decision in project.decisions)


def _country_of(project: Project) -> Country | None:
    """Give the country whose rules count: of a programme of cooperation across borders only its authorities tell."""
    by_code = [cci.country for cci in ccis_of(project).values()]
    if None in by_code:
        return None
    stated = (project.country, *by_code)
    return next((country for country in stated if country is not None), None)


def _advance_within_limits(project: Project, context: Context) -> Iterator[Finding]:
    """An advance is at most the share of the support, and at most the amount, that the ordinance allows.

    One that is only applied for is a warning, since nothing is granted yet; one that was refused is none.
    """
    programming_period = programming_period_of(project)
    known(_country_of(project), _NO_COUNTRY)
    share = context.lasting_provision(f"{ADVANCE}.share", programming_period)
    highest = context.lasting_provision(f"{ADVANCE}.amount", programming_period)
    for index, decision in enumerate(project.decisions):
        if decision.advance is None or decision.kind is DecisionKind.REJECTED:
            continue
        is_granted = decision.kind not in _NOT_GRANTED
        support = exact(known_amount(_support(project, decision), NO_SUPPORT))
        part = share.value_as(Rate).apply(support, rounding=Rounding.MINOR_DOWN)
        for most, row in ((part, share), (highest.value_as(Money), highest)):
            check_one_currency(decision.advance, most)
            if as_bounds(decision.advance) > most:
                yield context.finding(
                    f"decisions[{index}].advance",
                    expected=most,
                    found=decision.advance,
                    difference=over(decision.advance, most),
                    severity=Severity.ERROR if is_granted else Severity.WARNING,
                    basis=row,
                    support=support,
                )


def _support(project: Project, decision: Decision) -> MoneyLike | None:
    """Give the support that was decided: as the decision says, else its budget, else that of the project."""
    if decision.support is None and decision.budget is None:
        return budget_of(project).support
    return decided_support(decision)


IN_ADVANCE: Final = (
    Rule(
        code="FIN008",
        severity=Severity.ERROR,
        basis=ADVANCE,
        needs=("decisions", PROGRAMMING_PERIOD),
        applies=_swedish_advance,
        scope=Words(
            "gäller svenska projekt med förskott, under ESF+, Eruf och FRO; en varning för det som bara är sökt",
            "concerns Swedish projects with an advance, under the ESF+, the ERDF and the JTF; a warning for one that "
            "is only applied for",
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
"""The rule on advances."""
