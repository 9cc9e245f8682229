"""Figures of a budget for rules on financing: support, contributions in kind, sums, and differences by rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import ContributionForm, CostCategory, FundingSource
from esfmodel.rules.exchange import currency_words, prices, rate_in_words
from esfmodel.rules.finding import Severity
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.facts import as_exact, difference_of, high_end, known, known_amount, low_end
from esfmodel.rules.shared.later import WordsLater
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.money import Money, minor_per_unit
from esfmodel.values.print_rounding import explains, printed_step
from esfmodel.values.span import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from esfmodel.model import Budget, Contribution, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.period import Period

_NO_AMOUNTS = Words("inget belopp är känt i budgeten", "no amount is known in the budget")


def budget_of(project: Project) -> Budget:
    """Return the budget; raise `NotKnown` without one."""
    return known(project.budget, "budget")


def union_is_divided_out(project: Project) -> bool:
    """Whether the financing states the Union's money separately, or is not known at all."""
    financing = () if project.budget is None else project.budget.financing
    return not financing or any(part.source is FundingSource.EU for part in financing)


def known_currency(budget: Budget) -> str:
    """Return the currency of the budget; raise `NotKnown` where no amount has one."""
    return known(budget.currency, _NO_AMOUNTS)


def sum_amounts(budget: Budget, amounts: Iterable[MoneyLike | None]) -> MoneyLike:
    """Sum amounts of the budget; one that is not known is at least 0."""
    return known_amount(sum_in(known_currency(budget), amounts), _NO_AMOUNTS)


def sum_in(currency: str, amounts: Iterable[MoneyLike | None]) -> MoneyLike | None:
    """Sum amounts of a currency; one that is not known is at least 0, and a sum that nothing limits is None."""
    return total(amounts).as_money(currency)


def sum_uncertain(budget: Budget, parts: Iterable[Contribution]) -> Bounds[Money]:
    """Sum contributions that may or may not count: from nothing to all of them."""
    currency, least, most, has_limit = known_currency(budget), 0, 0, True
    for part in parts:
        # Each contribution counts as nothing or as all of it; a negative one, a correction, lowers the sum.
        low, high = (None, None) if part.amount is None else (low_end(part.amount)[0], high_end(part.amount)[0])
        least += 0 if low is None else min(0, low.minor)
        most += 0 if high is None else max(0, high.minor)
        has_limit = has_limit and high is not None
    return Bounds(Money.of_minor(least, currency), Money.of_minor(most, currency) if has_limit else None)


def sum_in_kind(budget: Budget) -> MoneyLike:
    """Sum the contributions stated to be in kind."""
    return sum_amounts(budget, [part.amount for part in budget.financing if part.form is ContributionForm.IN_KIND])


def possibly_in_kind(budget: Budget) -> list[Contribution]:
    """Return the project's own contributions for which it is not stated whether they are in kind."""
    return [part for part in budget.financing if part.form is None and (part.source is None or part.source.is_own)]


def sum_costs(project: Project, category: CostCategory) -> MoneyLike:
    """Sum the lines of cost of a category in the project's budget."""
    lines = lines_of(project)
    return sum_amounts(budget_of(project), [lines.amounts[index] for index in lines.of_category(category)])


def has_in_kind(project: Project) -> bool:
    """Whether anything in the budget is stated to be in kind."""
    financing = () if project.budget is None else project.budget.financing
    contributed = any(part.form is ContributionForm.IN_KIND for part in financing)
    return contributed or bool(lines_of(project).of_category(CostCategory.IN_KIND))


def public_support(budget: Budget) -> tuple[MoneyLike, MoneyLike]:
    """Return the least and the most that the public support may be: what is granted, and all but the private money.

    Granted support is public, and the own contribution may be, unless it is stated to be private.
    """
    cost = known_amount(budget.total_cost, "budget.total_cost")
    private = [part.amount for part in budget.financing if part.source is FundingSource.OWN_PRIVATE]
    public = amount_over(cost, sum_amounts(budget, private)) if private else cost
    return known_amount(budget.support, "budget.support"), cost if public is None else public


def require_one_currency(first: MoneyLike, second: MoneyLike) -> None:
    """Raise `NotKnown` for amounts in two currencies: a rule without a threshold of the law converts none."""
    one, other = _currency(first), _currency(second)
    if one != other:
        raise NotKnown("rule.two_currencies", between=f"{one} / {other}")


def exceeds(
    context: Context,
    lowest: MoneyLike,
    highest: MoneyLike,
    threshold: Money,
    *,
    or_equals: bool = False,
    during: Period | None = None,
) -> bool:
    """Whether an amount, somewhere from `lowest` to `highest`, is above a threshold, or with `or_equals` reaches it.

    An amount in another currency is compared at the caller's exchange rate, or at every rate of the years of `during`,
    by default the project's period; what that rests on is noted in the context. Raises `NotKnown` where amount or rate
    leaves both outcomes open.
    """
    low, high = low_end(lowest), high_end(highest)
    if high[0] is not None and high[0].minor <= 0:
        return False
    currency = known(low[0] or high[0], _NO_AMOUNTS).currency
    found = prices(threshold.currency, currency, context.rates, during or context.during)
    # The threshold in smallest units of the amount's currency, in so many parts of one that their number is whole.
    parts, per_unit = threshold.minor * minor_per_unit(currency), minor_per_unit(threshold.currency)
    limits = [(parts * price.numerator, per_unit * price.denominator) for price in found.ends]
    outcomes = {_is_above(low, high, limit, or_equals=or_equals) for limit in limits}
    outcome = outcomes.pop() if len(outcomes) == 1 else None
    if outcome is not None:
        if found.note is not None:
            context.note(found.note)
        return outcome
    is_decided = any(end is not None and end.minor > 0 for end, _ in (low, high))
    if found.doubt is None or not is_decided or not _may_decide(low, high, threshold, found.ends):
        raise NotKnown("rule.no_amount")
    raise NotKnown(
        "rule.threshold_currency",
        found=currency_words(currency),
        threshold=currency_words(threshold.currency),
        why=found.doubt,
        decides=WordsLater(_deciding_rates, low, high, threshold),
    )


_End = tuple[Money | None, bool]
"""An end of an amount, and whether it is included."""


def _is_above(low: _End, high: _End, limit: tuple[int, int], *, or_equals: bool) -> bool | None:
    """Whether the low end is above a limit, or the high end is not; None for neither.

    The limit is so many parts, and how many of them a smallest unit has.
    """
    most, per_unit = limit
    end, is_included = low
    if end is not None:
        parts = end.minor * per_unit
        if parts > most or (parts == most and (or_equals or not is_included)):
            return True
    end, is_included = high
    if end is not None:
        parts = end.minor * per_unit
        if parts < most or (parts == most and not (or_equals and is_included)):
            return False
    return None


def _may_decide(low: _End, high: _End, threshold: Money, ends: Sequence[Fraction]) -> bool:
    """Whether a rate would decide: an end of the amount equals the threshold at one of the rates, if those are known.

    Else it is the amount that is not known well enough.
    """
    deciding = [end.as_fraction() / threshold.as_fraction() for end, _ in (low, high) if end is not None]
    return not ends or any(ends[0] <= rate <= ends[-1] for rate in deciding)


def _deciding_rates(low: _End, high: _End, threshold: Money) -> Words:
    """Return in words at which exchange rates an amount is above or below a threshold; one of its ends is above 0."""
    above, below = (None if end is None or end.minor <= 0 else rate_in_words(end, threshold) for end, _ in (low, high))
    if above == below:
        return _AT_THIS_RATE.with_values(rate=above)
    if below is None:
        return _BELOW_THIS_RATE.with_values(rate=above)
    return (_ABOVE_THIS_RATE if above is None else _OUTSIDE_THESE_RATES).with_values(low=above, rate=below)


_AT_THIS_RATE: Final = Words(
    "kursen {rate} avgör, eftersom beloppet är över gränsen vid en lägre kurs och under den vid en högre",
    "the rate of {rate} decides, since the amount is above the threshold at a lower rate and below it at a higher one",
)
_BELOW_THIS_RATE: Final = Words(
    "vid en lägre kurs än {rate} är beloppet över gränsen", "at a rate below {rate} the amount is above the threshold"
)
_ABOVE_THIS_RATE: Final = Words(
    "vid en högre kurs än {rate} är beloppet under gränsen", "at a rate above {rate} the amount is below the threshold"
)
_OUTSIDE_THESE_RATES: Final = Words(
    "vid en lägre kurs än {low} är beloppet över gränsen, och vid en högre än {rate} under den",
    "at a rate below {low} the amount is above the threshold, and at one above {rate} below it",
)


def amount_over(found: MoneyLike, limit: MoneyLike) -> MoneyLike | None:
    """Return one amount less another; None where that cannot be computed."""
    try:
        return as_exact(found - limit)
    except (InvalidValue, NotKnown):
        # Bounds open in opposite directions: the difference may be anything.
        return None


def _currency(amount: MoneyLike) -> str:
    return known(low_end(amount)[0] or high_end(amount)[0], _NO_AMOUNTS).currency


# --- Differences that rounding explains

_ROUNDED = Words(
    " Så mycket kan bero på att de enskilda beloppen är avrundade.",
    " As much may come from rounding of the single amounts.",
)
_CONTRADICTION = Words(
    "totalkostnaden och finansieringen motsäger varandra", "total cost and financing contradict each other"
)


def exact_of(amounts: Iterable[MoneyLike | None]) -> list[Money]:
    """Return the amounts that are known exactly."""
    return [amount for amount in amounts if isinstance(amount, Money)]


def _by_rounding(difference: MoneyLike, figures: Sequence[MoneyLike | None]) -> Severity | None:
    """Return the severity of a difference that rounding of the figures explains; None where it does not.

    Rounding to kronor or öre is only information. Figures in whole thousands may be exact, so somebody should look.
    """
    exact = exact_of(figures)
    if not isinstance(difference, Money) or len(exact) < len(figures):
        return None
    step = printed_step(exact)
    if not explains(step, difference, exact):
        return None
    return Severity.INFO if step <= Money(1, step.currency) else Severity.WARNING


def check_financing_is_of_the_cost(budget: Budget) -> None:
    """Raise `NotKnown` where financing and total cost contradict each other, so that no share of it can be trusted.

    The rules on sums report the contradiction itself. A difference that rounding explains is no contradiction.
    """
    cost, financing = budget.total_cost, budget.total_financing
    if cost is None or financing is None:
        return
    try:
        difference = difference_of(cost, financing)
    except NotKnown:
        return
    listed = [part.amount for part in budget.financing]
    costs = list(budget.cost_amounts) if budget.total is None else [budget.total]
    if difference is not None and _by_rounding(difference, [*costs, *listed]) is None:
        raise NotKnown(_CONTRADICTION)


def difference_finding(
    context: Context,
    place: str,
    expected: MoneyLike,
    found: MoneyLike,
    difference: MoneyLike,
    figures: Sequence[MoneyLike | None],
) -> Finding:
    """Return a finding on two unequal amounts, milder where rounding of the figures explains the difference."""
    severity = _by_rounding(difference, figures)
    return context.finding(
        place,
        expected=expected,
        found=found,
        difference=difference,
        severity=severity,
        rounding=NOTHING if severity is None else _ROUNDED,
    )
