"""What a decision grants, as the ledger needs it: the support, its share of the costs and the limits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Limit, LimitBase
from esfmodel.model.facts import decided_support
from esfmodel.model.ledger_rows import PaymentLimit, PaymentLimitKind
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from esfmodel.model._claimed import Tally
    from esfmodel.model.decision import Decision
    from esfmodel.values.bounds import MoneyLike

_OUT_OF_REACH = 10**13


@attrs.frozen(kw_only=True)
class Terms:
    """A grant as it stands: after the decision that granted it, or after the last that amended or closed it."""

    support: Money
    share: Rate
    budget: Budget
    union: Fraction | None
    """The Union's part of the support, where a budget has told it."""
    limits: tuple[Limit, ...]
    rounding: Rounding

    @classmethod
    def of(cls, decision: Decision, before: Terms | None, rounding: Rounding, place: str) -> Terms:
        """Read the terms from a decision that grants or amends; what a later one does not say stays as it was."""
        budget = decision.budget or (before.budget if before else None)
        if budget is None:
            raise NotKnown(f"{place} holds no budget, so that the share of the costs is not known")
        support = decided_support(decision)
        if support is None and before is not None:
            support = before.support
        known = _known(support, f"the support of {place}")
        union = _union_share(budget)
        terms = cls(
            support=known,
            share=_share(known, budget, place),
            budget=budget,
            union=before.union if union is None and before is not None else union,
            limits=decision.limits or (before.limits if before else ()),
            rounding=rounding,
        )
        terms._check(place)
        return terms

    def closed_by(self, decision: Decision, place: str) -> Terms:
        """Read the terms of the closure: the support it settles for and its limits; the share stays as decided."""
        support = decided_support(decision)
        known = self.support if support is None else _known(support, f"the support of {place}")
        terms = attrs.evolve(self, support=known, limits=decision.limits or self.limits)
        terms._check(place)
        return terms

    def _check(self, place: str) -> None:
        highest = [limit.highest for limit in self.limits if limit.highest is not None]
        for found in (self.budget.currency or self.support.currency, *(amount.currency for amount in highest)):
            if found != self.support.currency:
                raise InvalidValue(
                    place, found, f"is another currency than that of the support, {self.support.currency}", "use one"
                )
        if self.support.minor < 0:
            raise InvalidValue(f"{place}.support", self.support, "is below 0", "check it")
        if self.support.rounded(self.rounding) != self.support:
            raise InvalidValue(
                f"{place}.support", self.support, f"is finer than {self.rounding.value}", "choose a finer rounding="
            )

    def limits_on(self, costs: dict[CostCategory, Money], tally: Tally) -> tuple[PaymentLimit, ...]:
        """Give the most support that can be due for all costs so far, on each ground: the least of them binds."""
        zero = Money(0, self.support.currency)
        total = sum(costs.values(), zero)
        certain = [
            PaymentLimit(PaymentLimitKind.SHARE, self.share.apply(total, rounding=self.rounding), base=total),
            PaymentLimit(PaymentLimitKind.GRANTED, self.support),
        ]
        bases = {
            LimitBase.TOTAL_COST: total,
            LimitBase.ACTUAL_COST: total - costs.get(CostCategory.IN_KIND, zero),
            LimitBase.PUBLIC_FINANCING: tally.public,
        }
        least = min(limit.amount for limit in certain)
        for limit in self.limits:
            found = self._most_under(limit, bases, tally, least)
            if found is not None:
                base = None if limit.base is None else bases[limit.base]
                certain.append(PaymentLimit(PaymentLimitKind.LIMIT, found, base=base, limit=limit))
        return tuple(certain)

    def _most_under(self, limit: Limit, bases: dict[LimitBase, Money], tally: Tally, least: Money) -> Money | None:
        """Give the most support under a limit on the Union's money; None where no support would exceed it."""
        union = self.union
        found = self._support_under(limit, Fraction(1) if union is None else union, bases, tally)
        if union is None and found is not None and found < least:
            raise NotKnown(
                "how much of the support is the Union's money, which the decision limits, is not known; "
                "divide the financing of the budget into EU and STATE_GRANT"
            )
        return found

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
        # The support is public itself, so that what it may be at most of all public money grows with it.
        if union <= limit.rate.fraction:
            return None
        if tally.public_unknown is not None:
            raise NotKnown(f"{tally.public_unknown}, and the decision limits the Union's share of public money")
        return self._down(most / (union - limit.rate.fraction))

    def _down(self, amount: Fraction) -> Money | None:
        """Round down, so that no payment exceeds the limit; what is out of all reach limits nothing."""
        if amount >= _OUT_OF_REACH:
            return None
        down = Rounding.WHOLE_DOWN if self.rounding.is_whole else Rounding.MINOR_DOWN
        return Money.of_fraction(amount, self.support.currency, rounding=down)


def _union_share(budget: Budget) -> Fraction | None:
    """Give the Union's part of the support, where the budget divides it out."""
    union, support = budget.eu_support, budget.support
    if isinstance(union, Money) and isinstance(support, Money) and support.minor > 0:
        return Rate.of(union, support).fraction
    return None


def _share(support: Money, budget: Budget, place: str) -> Rate:
    """Give the decided share: the support of the total cost."""
    total = _known(budget.total_cost, "the total cost of the budget")
    share = Rate.of(support, total) if total.minor > 0 and total.currency == support.currency else None
    if share is None or share > Rate(1):
        raise InvalidValue(f"{place}.support", support, f"is no part of the total cost, {total}", "check both")
    return share


def _known(amount: MoneyLike | None, what: str) -> Money:
    if not isinstance(amount, Money):
        raise NotKnown(f"{what} is not known exactly, so that nothing can be reckoned for a claim")
    return amount
