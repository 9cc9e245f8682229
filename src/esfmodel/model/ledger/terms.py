"""The terms of a grant: its support, the share of the costs that is due, and the limits on it.

>>> from esfmodel import Budget, Decision, DecisionKind, Money, Rounding
>>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
>>> Terms.of(granted, None, Rounding.MINOR_HALF_UP, "granted").share
Rate.of_percent("40")
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, Limit, LimitBase
from esfmodel.model.facts import decided_support
from esfmodel.model.funding import ContributionForm
from esfmodel.model.ledger.rows import PaymentLimit, PaymentLimitKind
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.ledger.tally import Tally

# A limit of so many kronor (euro) binds no grant, and is below what `Money` can hold.
_OUT_OF_REACH = 10**13


@attrs.frozen(kw_only=True)
class Terms:
    """The terms in force after the decision that granted, or after the last that amended or closed."""

    support: Money
    base: LimitBase | None
    """What the support is a share of; None where no decision names it."""
    total_cost: Money
    of_total: Rate
    """The support divided by the total cost."""
    actual_cost: Money | None
    """The total cost without what comes in kind; None where the budget does not show what that is."""
    of_actual: tuple[Rate, ...]
    """The support divided by the actual cost: the ends of what it may be, and none where it would exceed that cost."""
    budget: Budget
    place_of_budget: str
    union: Fraction | None
    """The Union's part of the support; None where no budget states it."""
    limits: tuple[Limit, ...]
    rounding: Rounding

    @classmethod
    def of(cls, decision: Decision, before: Terms | None, rounding: Rounding, place: str) -> Terms:
        """Return the terms of a decision that grants or amends; what it does not state stays as in `before`."""
        budget = decision.budget or (before.budget if before else None)
        if budget is None:
            raise NotKnown("decision.no_budget", place)
        support = decided_support(decision)
        if support is None and before is not None:
            support = before.support
        known = _known(support, f"{place}.support")
        total = _known(budget.total_cost, f"{place}.budget.total")
        actual = _actual_cost(budget, total)
        of_total, of_actual = _share(known, total, place), _share_or_none(known, actual)
        # An open list does not divide a support other than its own: the difference is money of an unlisted source.
        union = None if budget.unlisted and known != budget.support else _union_share(budget)
        terms = cls(
            support=known,
            base=decision.support_base or (before.base if before else None),
            total_cost=total,
            of_total=of_total,
            actual_cost=actual,
            of_actual=(of_total, Rate(1)) if actual is None else () if of_actual is None else (of_actual,),
            budget=budget,
            place_of_budget=before.place_of_budget if before and decision.budget is None else f"{place}.budget",
            union=before.union if union is None and before is not None else union,
            limits=decision.limits or (before.limits if before else ()),
            rounding=rounding,
        )
        terms._check(place)
        return terms

    def closed_by(self, decision: Decision, place: str) -> Terms:
        """Return the terms of the closure: its support, base and limits; the share stays as decided before."""
        support = decided_support(decision)
        known = self.support if support is None else _known(support, f"{place}.support")
        base = decision.support_base or self.base
        terms = attrs.evolve(self, support=known, base=base, limits=decision.limits or self.limits)
        terms._check(place)
        return terms

    def _check(self, place: str) -> None:
        highest = [limit.highest for limit in self.limits if limit.highest is not None]
        for currency in (self.budget.currency or self.support.currency, *(amount.currency for amount in highest)):
            if currency != self.support.currency:
                raise InvalidValue("currency.mixed", place, currency, other=self.support.currency)
        if self.support.minor < 0:
            raise InvalidValue("value.negative", f"{place}.support", self.support)
        if self.support.rounded(self.rounding) != self.support:
            raise InvalidValue(
                "amount.finer_than_rounding", f"{place}.support", self.support, currency=self.support.currency
            )
        if self.base is LimitBase.ACTUAL_COST:
            if self.actual_cost is None:
                raise NotKnown("decision.actual_cost_not_known", self.place_of_budget)
            if not self.of_actual:
                raise InvalidValue(
                    "decision.support_not_of_total", f"{place}.support", self.support, total=self.actual_cost
                )

    @property
    def share(self) -> Rate:
        """The share of the costs that is due, of the base that the decision names or else of the total cost."""
        return self.of_actual[0] if self.base is LimitBase.ACTUAL_COST else self.of_total

    @property
    def shared_cost(self) -> Money:
        """The cost in the budget that the share is of."""
        # Terms on the actual cost know it: `_check` sees to that.
        on_actual = self.actual_cost if self.base is LimitBase.ACTUAL_COST else None
        return self.total_cost if on_actual is None else on_actual

    @property
    def eu_share(self) -> Rate | None:
        """The Union's part of the support as a share; None where no budget divides the support."""
        return None if self.union is None else Rate(self.union)

    def limits_on(self, costs: dict[CostCategory, Money], total: Money, tally: Tally) -> tuple[PaymentLimit, ...]:
        """Return every limit on the support due for all costs so far; the least of them binds."""
        bases = {
            LimitBase.TOTAL_COST: total,
            LimitBase.ACTUAL_COST: total - costs.get(CostCategory.IN_KIND, Money(0, total.currency)),
            LimitBase.PUBLIC_FINANCING: tally.public,
        }
        base = bases[self.base or LimitBase.TOTAL_COST]
        certain = [
            PaymentLimit(PaymentLimitKind.SHARE, self._part(self.share, base), base=base),
            PaymentLimit(PaymentLimitKind.GRANTED, self.support),
        ]
        least = min(limit.amount for limit in certain)
        for limit in self.limits:
            most = self._most_under(limit, bases, tally, least)
            if most is not None:
                base_of_limit = None if limit.base is None else bases[limit.base]
                certain.append(PaymentLimit(PaymentLimitKind.LIMIT, most, base=base_of_limit, limit=limit))
        if self.base is None:
            self._check_base_does_not_matter(certain, bases)
        return tuple(certain)

    def _part(self, share: Rate, base: Money) -> Money:
        """Return a share of costs, of which revenue may leave less than nothing."""
        return share.apply(max(base, Money(0, base.currency)), rounding=self.rounding)

    def _check_base_does_not_matter(self, limits: list[PaymentLimit], bases: dict[LimitBase, Money]) -> None:
        """Raise `NotKnown` where the support due on the actual cost may be another than that on the total cost.

        Nothing is taken to come in kind where neither the budget nor the claims have anything of that kind.
        """
        total, actual = bases[LimitBase.TOTAL_COST], bases[LimitBase.ACTUAL_COST]
        if self.actual_cost is None and actual == total:
            return
        by_total, *others = (limit.amount for limit in limits)
        due = min(by_total, *others)
        on_actual = [min(self._part(share, actual), *others) for share in self.of_actual]
        if any(amount != due for amount in on_actual):
            # The place is in the grant, which is where a reader looks for it.
            found = on_actual[0] if len(on_actual) == 1 else Bounds(*on_actual)
            raise NotKnown("ledger.base_not_known", "granted.support_base", on_total=due, on_actual=found)

    def _most_under(self, limit: Limit, bases: dict[LimitBase, Money], tally: Tally, least: Money) -> Money | None:
        """Return the most support under a limit on the Union's money; None where no support would exceed it.

        Where the Union's part is not known, all support is taken as the Union's. If even then the limit does not bind,
        the part does not matter; else the answer is `NotKnown`.
        """
        union = self.union
        most = self._support_under(limit, Fraction(1) if union is None else union, bases, tally)
        if union is None and most is not None and most < least:
            raise NotKnown("ledger.union_part_not_known")
        return most

    def _support_under(
        self, limit: Limit, union: Fraction, bases: dict[LimitBase, Money], tally: Tally
    ) -> Money | None:
        if not union:
            return None
        if limit.rate is None or limit.base is None:
            highest = limit.highest
            return highest if highest is None or union == 1 else self._down(highest.as_fraction() / union)
        most = max(Fraction(0), limit.rate.fraction * bases[limit.base].as_fraction())
        if limit.base is not LimitBase.PUBLIC_FINANCING:
            return self._down(most / union)
        # The base contains the support: union * s <= rate * (own + s), so s <= rate * own / (union - rate); where
        # union <= rate every s satisfies it.
        if union <= limit.rate.fraction:
            return None
        if tally.public_unknown is not None:
            raise NotKnown("claim.public_money_not_known", number=tally.public_unknown)
        return self._down(most / (union - limit.rate.fraction))

    def _down(self, amount: Fraction) -> Money | None:
        """Round down, so that no payment exceeds the limit; None where the limit is too large to bind."""
        if amount >= _OUT_OF_REACH:
            return None
        down = Rounding.WHOLE_DOWN if self.rounding.is_whole else Rounding.MINOR_DOWN
        return Money.of_fraction(amount, self.support.currency, rounding=down)


def _union_share(budget: Budget) -> Fraction | None:
    """Return the Union's part of the support; None where the budget does not divide the support."""
    union, support = budget.eu_support, budget.support
    if isinstance(union, Money) and isinstance(support, Money) and support.minor > 0:
        return Rate.of(union, support).fraction
    return None


def _share(support: Money, total: Money, place: str) -> Rate:
    """Return the support divided by the total cost, or raise `InvalidValue` where it is more than that cost."""
    share = _share_or_none(support, total)
    if share is None:
        raise InvalidValue("decision.support_not_of_total", f"{place}.support", support, total=total)
    return share


def _share_or_none(support: Money, cost: Money | None) -> Rate | None:
    """Return the support divided by a cost; None where it is no part of it."""
    if cost is None or cost.minor <= 0 or cost.currency != support.currency or support > cost:
        return None
    return Rate.of(support, cost)


def _actual_cost(budget: Budget, total: Money) -> Money | None:
    """Return the total cost without what comes in kind; None where the budget does not show exactly what that is."""
    lines = zip(budget.costs, budget.cost_amounts, strict=True)
    sides = (
        [amount for cost, amount in lines if cost.category is CostCategory.IN_KIND],
        [part.amount for part in budget.financing if part.form is ContributionForm.IN_KIND],
    )
    # What comes in kind is cost and financing at once, so one side is enough; where both state it, they must agree.
    stated = {_exact_sum(side, total.currency) for side in sides if side}
    if not stated:
        return total if budget.costs else None
    in_kind = stated.pop()
    return None if stated or in_kind is None else total - in_kind


def _exact_sum(amounts: Sequence[MoneyLike | None], currency: str) -> Money | None:
    """Return the sum of amounts; None where one of them is not known exactly."""
    exact = [amount for amount in amounts if isinstance(amount, Money)]
    return sum(exact, Money(0, currency)) if len(exact) == len(amounts) else None


def _known(amount: MoneyLike | None, place: str) -> Money:
    if not isinstance(amount, Money):
        raise NotKnown("amount.not_exact", place, amount)
    return amount
