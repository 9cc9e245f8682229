"""The figures that follow from a budget's costs, financing and stated total.

Written on spans of smallest units, so that what is known in part stays known in part. Each figure here is the one the
design of `Budget` names; only what a figure's own definition needs is used, so that figures that contradict each other
stay as given.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.model.funding import FundingSource
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.span import NOT_NEGATIVE, Span, share, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.funding import Contribution


@attrs.frozen(kw_only=True)
class Derived:
    """Every derived figure of one budget."""

    total_costs: MoneyLike | None = None
    total_financing: MoneyLike | None = None
    total_cost: MoneyLike | None = None
    support: MoneyLike | None = None
    eu_support: MoneyLike | None = None
    own_contribution: MoneyLike | None = None
    support_rate: RateLike | None = None
    eu_rate: RateLike | None = None

    @property
    def own_rate(self) -> RateLike | None:
        """The complement of the support rate."""
        rate = self.support_rate
        return None if rate is None else rate.complement


def derive(
    costs: Sequence[Span], financing: tuple[Contribution, ...], stated: MoneyLike | None, currency: str | None
) -> Derived:
    """Derive every figure of a budget; without a currency there is no amount, and nothing follows."""
    if currency is None:
        return Derived()
    parts = parts_of(costs, financing, stated)
    sums = Derived(
        total_costs=_as_money(parts.costs, currency),
        total_financing=_as_money(parts.financed, currency),
        total_cost=_as_money(parts.whole, currency) if stated is None else stated,
    )
    shared = parts.shared
    if shared is None:
        return sums
    return attrs.evolve(
        sums,
        support=shared.support.as_money(currency),
        eu_support=shared.eu.as_money(currency),
        own_contribution=shared.own.as_money(currency),
        support_rate=_share(shared.support, shared.beside_support, shared.whole),
        eu_rate=_share(shared.eu, shared.beside_eu, shared.whole),
    )


@attrs.frozen(kw_only=True)
class Shared:
    """How the total cost is shared, and what is listed beside each part of it."""

    whole: Span
    support: Span
    own: Span
    eu: Span
    beside_support: Span
    beside_eu: Span


@attrs.frozen(kw_only=True)
class Parts:
    """What the figures of a budget are made of; None where nothing is listed."""

    costs: Span | None
    financed: Span | None
    whole: Span | None
    sources: Sources

    @property
    def agree(self) -> bool:
        """Whether the financing may be what pays the total cost."""
        return self.financed is not None and self.whole is not None and not (self.financed & self.whole).is_empty

    @property
    def shared(self) -> Shared | None:
        """How the total cost is shared; None without one, or where nobody has said who pays."""
        whole, sources = self.whole, self.sources
        if whole is None or self.financed is None:
            return None
        support = _support_of(whole, sources.support, sources.own).settled
        # Where the financing contradicts the total, what is listed beside a part says nothing of its share of that.
        return Shared(
            whole=whole,
            support=support,
            own=_own_of(whole, support, sources.own).settled,
            eu=sources.eu.narrowed(support - sources.support_beside_eu).settled,
            beside_support=sources.own if self.agree else NOT_NEGATIVE,
            beside_eu=sources.beside_eu if self.agree else NOT_NEGATIVE,
        )


def parts_of(costs: Sequence[Span], financing: tuple[Contribution, ...], stated: MoneyLike | None) -> Parts:
    """Sum what is listed, and say what the whole of it is."""
    cost_sum = total(costs).settled if costs else None
    sources = Sources.of(financing)
    financed = sources.everything.settled if financing else None
    return Parts(costs=cost_sum, financed=financed, whole=_whole(stated, cost_sum, financed), sources=sources)


def _as_money(span: Span | None, currency: str) -> MoneyLike | None:
    return None if span is None else span.as_money(currency)


def _whole(stated: MoneyLike | None, costs: Span | None, financed: Span | None) -> Span | None:
    """Give the total cost: as stated, else the sum of the costs, as narrowly as the financing says, else that."""
    if stated is not None:
        return Span.of(stated)
    if costs is None:
        return financed
    return costs if financed is None else costs.narrowed(financed).settled


def _support_of(whole: Span, listed: Span, own: Span) -> Span:
    """Give the support: as listed; where that leaves it open, what the own contribution leaves of the total."""
    left = whole - own
    if not listed.is_exact and left.is_exact and Fraction(left.low or 0) in listed:
        return left
    return listed.narrowed(left) if listed.says_nothing else listed


def _own_of(whole: Span, support: Span, listed: Span) -> Span:
    """Give the own contribution: what the support leaves of the total, as narrowly as what is listed says."""
    left = whole - support
    both = left & listed
    return left.narrowed(NOT_NEGATIVE) if both.is_empty else both


def _share(part: Span, rest: Span, whole: Span) -> RateLike | None:
    """Give the share of the whole; where the listed rest contradicts the whole, of the whole alone."""
    found = share(part, rest, whole)
    return share(part, NOT_NEGATIVE, whole) if found is None else found


@attrs.frozen
class Sources:
    """The listed financing, summed by what the money is."""

    divided: Span
    undivided: Span
    other_grants: Span
    raised: Span
    unnamed: Span
    eu_may_be_unnamed: bool

    @classmethod
    def of(cls, financing: tuple[Contribution, ...]) -> Sources:
        """Sum the contributions."""

        def summed(*sources: FundingSource | None) -> Span:
            return total(Span.of(part.amount) for part in financing if part.source in sources)

        named = {part.source for part in financing}
        return cls(
            divided=summed(FundingSource.EU),
            undivided=summed(FundingSource.EU_AND_STATE),
            other_grants=summed(FundingSource.STATE_GRANT, FundingSource.PARTNER_COUNTRY),
            raised=summed(*(source for source in FundingSource if source.is_own)),
            unnamed=summed(None),
            # The rest comes from sources nobody has named, so it holds no money of the Union where that is named.
            eu_may_be_unnamed=not named & {FundingSource.EU, FundingSource.EU_AND_STATE},
        )

    @property
    def everything(self) -> Span:
        """Give all of it."""
        return self.divided + self.undivided + self.other_grants + self.raised + self.unnamed

    @property
    def support(self) -> Span:
        """Give what is granted."""
        return self.divided + self.undivided + self.other_grants + self.unnamed.upwards

    @property
    def own(self) -> Span:
        """Give what the project raises itself."""
        return self.raised + self.unnamed.upwards

    @property
    def eu(self) -> Span:
        """Give the Union's money, and what may be."""
        divided = self.divided + self.undivided.upwards
        return divided + self.unnamed.upwards if self.eu_may_be_unnamed else divided

    @property
    def support_beside_eu(self) -> Span:
        """Give what is granted beside the Union's money."""
        return self.other_grants + self.undivided.upwards + self.unnamed.upwards

    @property
    def beside_eu(self) -> Span:
        """Give everything beside the Union's money."""
        unnamed = self.unnamed.upwards if self.eu_may_be_unnamed else self.unnamed
        return self.other_grants + self.undivided.upwards + self.raised + unnamed
