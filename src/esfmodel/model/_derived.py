"""The figures that follow from a budget's costs, financing and stated total.

Written on spans of smallest units, so that what is known in part stays known in part. Where costs, financing and total
agree, the figures are solved together: each holds every amount that is possible beside all the others, and none that
is not. That is exact because one equation ties the parts: they add up to the total cost, so a part is what is listed
of it, as far as it is what the other parts leave of the total. Where they contradict each other, each figure is what
its own definition gives, and the rules say so.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.rate import Rate
from esfmodel.values.span import NOT_NEGATIVE, Span, share, total

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTHING = Span(0, 0)


class Definition(enum.Enum):
    """Which definition of a derived figure applied."""

    STATED = "as stated"
    COSTS = "the sum of the costs"
    FINANCING = "the sum of the financing"
    COSTS_AND_FINANCING = "what both sums allow"
    LISTED = "as listed"
    REMAINDER = "what the other parts leave of the whole"
    LISTED_AND_REMAINDER = "what is listed and what the other parts leave of the whole"
    REMAINDER_FROM_ZERO = "what the other parts leave of the whole, not below 0"
    QUOTIENT = "the part divided by the whole"
    SHARE = "the share that a part within bounds can have"
    SHARE_BESIDE_LISTED = "the share that a part within bounds can have beside what is listed"


@attrs.frozen(kw_only=True)
class Derived:
    """Every derived figure of one budget by its name, and which definition each followed.

    `whole` names the figures that say what the parts of the total cost add up to: each allows for it. `open_below` are
    the amounts that have no lower end, not even 0.
    """

    amounts: Mapping[str, MoneyLike | None] = MappingProxyType({})
    rates: Mapping[str, RateLike | None] = MappingProxyType({})
    definitions: Mapping[str, Definition] = MappingProxyType({})
    open_below: frozenset[str] = frozenset()
    whole: tuple[str, ...] = ("total_cost",)
    unlisted: Contribution | None = None
    """What somebody may pay whom the financing does not list, of an unknown amount; None where the list is whole."""


def derive(
    costs: Sequence[Span],
    financing: tuple[Contribution, ...],
    stated: MoneyLike | None,
    currency: str | None,
    *,
    complete: bool,
) -> Derived:
    """Derive every figure of a budget; without a currency there is no amount, and nothing follows."""
    cost_sum = total(costs).settled if costs else None
    unlisted = None if complete else _unlisted(financing, _known_whole(stated, cost_sum))
    if currency is None:
        return Derived(unlisted=unlisted)
    sources = Sources.of(financing if unlisted is None else (*financing, unlisted))
    financed = sources.everything.settled if financing else None
    spans: dict[str, Span] = {}
    definitions: dict[str, Definition] = {}
    rates: dict[str, RateLike | None] = {}
    names: tuple[str, ...] = ("total_cost",)
    if cost_sum is not None:
        spans["total_costs"] = cost_sum
    if financed is not None:
        spans["total_financing"] = financed
    whole = _whole(stated, cost_sum, financed)
    if whole is not None:
        spans["total_cost"], definitions["total_cost"] = whole
    if whole is not None and financed is not None:
        shared = Shared.of(whole[0], cost_sum, financed, sources)
        spans |= shared.spans
        definitions |= shared.definitions
        rates, names = shared.rates, shared.whole
    return Derived(
        amounts=MappingProxyType({name: span.as_money(currency) for name, span in spans.items()}),
        rates=MappingProxyType(rates),
        definitions=MappingProxyType(definitions),
        open_below=frozenset(name for name, span in spans.items() if span.low is None),
        whole=names,
        unlisted=unlisted,
    )


def _unlisted(financing: tuple[Contribution, ...], whole: Span | None) -> Contribution | None:
    """Return what an open list of financing leaves out; None where the list is the whole.

    A list with money from both sides, granted and raised, is the whole, and so is one that sums to the whole. One with
    money from one side only is open: the other side pays what it leaves of the whole, and anybody may where no whole
    is known. A list with `Contribution.rest()` says itself that it is open.
    """
    sources = {part.source for part in financing}
    sides = {source.is_own for source in sources if source is not None}
    if None in sources or len(sides) != 1:
        return None
    if whole is None:
        return Contribution.rest()
    if whole.is_exact and total(Span.of(part.amount) for part in financing).settled == whole:
        return None
    return Contribution(Funder(source=FundingSource.EU_AND_STATE if True in sides else FundingSource.OWN))


def _known_whole(stated: MoneyLike | None, costs: Span | None) -> Span | None:
    """Return the whole as the total or the costs say it; None where they say no more than that it is from 0."""
    if stated is not None:
        return Span.of(stated).settled
    if costs is None or (costs.high is None and (costs.low is None or costs.low + (not costs.low_included) <= 0)):
        return None
    return costs


def _whole(stated: MoneyLike | None, costs: Span | None, financed: Span | None) -> tuple[Span, Definition] | None:
    """Return the total cost: as stated, else the sum of the costs as far as the financing allows, else that."""
    if stated is not None:
        return Span.of(stated), Definition.STATED
    if costs is None:
        return None if financed is None else (financed, Definition.FINANCING)
    both = costs if financed is None else costs.narrowed(financed).settled
    if both == costs:
        return both, Definition.COSTS
    return both, Definition.FINANCING if both == financed else Definition.COSTS_AND_FINANCING


@attrs.frozen(kw_only=True)
class Shared:
    """How the total cost is shared: the parts, their shares, and which definition each followed."""

    spans: Mapping[str, Span]
    rates: dict[str, RateLike | None]
    definitions: Mapping[str, Definition]
    whole: tuple[str, ...]

    @classmethod
    def of(cls, stated: Span, costs: Span | None, financed: Span, sources: Sources) -> Shared:
        """Share the whole between those who pay it."""
        agree = not (financed & stated).is_empty
        whole, names = _solved_whole(stated, costs, financed, sources) if agree else (stated, ("total_cost",))
        support, support_by = _support(whole, sources) if agree else (sources.support.settled, Definition.LISTED)
        own, own_by = _own(whole, support, sources.own)
        if not agree and support.says_nothing:
            # More is raised than the total, and what is granted is not listed: the raised money is all that is known.
            own, own_by = sources.own.settled, Definition.LISTED
        listed_eu = sources.eu.settled
        eu = sources.eu.narrowed(whole - sources.beside_eu).settled if agree else listed_eu
        # Where the financing contradicts the total, what is listed beside a part says nothing of its share of that.
        support_rate, rate_by = _rate(support, sources.own if agree else NOT_NEGATIVE, whole)
        eu_rate, eu_rate_by = _rate(eu, sources.beside_eu if agree else NOT_NEGATIVE, whole)
        return cls(
            spans={"support": support, "eu_support": eu, "own_contribution": own},
            rates={
                "support_rate": support_rate,
                "eu_rate": eu_rate,
                "own_rate": None if support_rate is None else support_rate.complement,
            },
            definitions={
                "support": support_by,
                "eu_support": Definition.LISTED if eu == listed_eu else Definition.LISTED_AND_REMAINDER,
                "own_contribution": own_by,
                "support_rate": rate_by,
                "eu_rate": eu_rate_by,
                "own_rate": Definition.REMAINDER,
            },
            whole=names,
        )


def _solved_whole(stated: Span, costs: Span | None, financed: Span, sources: Sources) -> tuple[Span, tuple[str, ...]]:
    """Return what the parts may add up to, and the figures that say so.

    The sum of the financing says no more than its parts do, but for a bounded rest: it is shared between those who
    grant and those who raise, so that it counts once in the sum and may count in either part.
    """
    whole, names = stated, ["total_cost"]
    if costs is not None and not (whole & costs).is_empty and whole & costs != whole:
        whole, names = whole & costs, [*names, "total_costs"]
    if sources.unnamed not in (_NOTHING, NOT_NEGATIVE) and not (whole & financed).is_empty:
        whole, names = whole & financed, [*names, "total_financing"]
    return whole.settled, tuple(names)


def _support(whole: Span, sources: Sources) -> tuple[Span, Definition]:
    """Return the support: as listed, as far as the own contribution leaves it of the whole."""
    listed, left = sources.support.settled, (whole - sources.own).settled
    both = listed.narrowed(left).settled
    if both == listed:
        return both, Definition.LISTED
    return both, Definition.REMAINDER if both == left else Definition.LISTED_AND_REMAINDER


def _own(whole: Span, support: Span, listed: Span) -> tuple[Span, Definition]:
    """Return the own contribution: what the support leaves of the total, as narrowly as what is listed says."""
    left = whole - support
    both = left & listed
    own = (left.narrowed(NOT_NEGATIVE) if both.is_empty else both).settled
    if own == left.settled:
        return own, Definition.REMAINDER
    return own, Definition.REMAINDER_FROM_ZERO if both.is_empty else Definition.LISTED_AND_REMAINDER


def _rate(part: Span, rest: Span, whole: Span) -> tuple[RateLike | None, Definition]:
    """Return the share of the whole; where the listed rest contradicts the whole, of the whole alone."""
    found, alone = share(part, rest, whole), share(part, NOT_NEGATIVE, whole)
    if part.is_exact and whole.is_exact and isinstance(alone, Rate):
        return alone, Definition.QUOTIENT
    if found is None or rest == NOT_NEGATIVE:
        return alone, Definition.SHARE
    return found, Definition.SHARE_BESIDE_LISTED


@attrs.frozen
class Sources:
    """The financing, summed by what the money is."""

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
        """Return all of it."""
        return self.divided + self.undivided + self.other_grants + self.raised + self.unnamed

    @property
    def support(self) -> Span:
        """Return what is granted."""
        return self.divided + self.undivided + self.other_grants + self.unnamed.upwards

    @property
    def own(self) -> Span:
        """Return what the project raises itself."""
        return self.raised + self.unnamed.upwards

    @property
    def eu(self) -> Span:
        """Return the Union's money, and what may be."""
        divided = self.divided + self.undivided.upwards
        return divided + self.unnamed.upwards if self.eu_may_be_unnamed else divided

    @property
    def beside_eu(self) -> Span:
        """Return everything beside the Union's money."""
        unnamed = self.unnamed.upwards if self.eu_may_be_unnamed else self.unnamed
        return self.other_grants + self.undivided.upwards + self.raised + unnamed
