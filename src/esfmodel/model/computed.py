"""What each line of cost comes to in its budget: flat rates computed on the lines that they are a share of.

The order of the lines means nothing. A flat rate without a stated amount waits for the lines of its base, which may be
flat rates themselves; only lines that wait for each other cannot be computed.

A flat rate that names a partner, a phase or a year is a share of the lines that name the same. A line that does not say
may belong to it, wholly, in part or not at all.
"""

from __future__ import annotations

import enum
from collections import defaultdict, deque
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import Cost, CostCategory, FlatRate
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding
from esfmodel.values.span import NOT_NEGATIVE, Span, share, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction


Spans = tuple[Span, ...]
"""What each line of cost may come to, in their order."""

_Labels = tuple[object, ...]
_Shape = tuple[bool, ...]
_Key = tuple[_Shape, CostCategory, _Labels]

_ANYTHING = Span(None, None)
_NOTHING = Span(0, 0)


def is_computed(cost: Cost) -> bool:
    """Whether the amount of a line is computed from other lines: a flat rate without a stated amount."""
    return isinstance(cost.basis, FlatRate) and cost.basis.amount is None


def span_by_itself(cost: Cost) -> Span:
    """Give what a line may cost."""
    return span_in(cost.category, cost.amount)


def span_in(category: CostCategory, amount: MoneyLike | None) -> Span:
    """Give what an amount of a category may be; nobody knows on which side of 0 an unknown revenue or correction is."""
    return _ANYTHING if amount is None and category.may_be_negative else Span.of(amount)


def as_amount(span: Span, currency: str | None) -> MoneyLike | None:
    """Give the amount; without a currency there is none."""
    return None if currency is None else span.as_money(currency)


def spans_of(costs: tuple[Cost, ...], currency: str) -> Spans:
    """Give what each line may cost, flat rates computed.

    Raises `InvalidValue` naming the lines where flat rates without stated amounts are shares of each other, and the
    line whose flat rate comes to more than any amount.
    """
    waiting = {index: basis for index, basis in _flat_rates(costs) if basis.amount is None}
    spans = [span_by_itself(cost) for cost in costs]
    return _computed(costs, spans, waiting, currency) if waiting else tuple(spans)


def spans_if_computed(costs: tuple[Cost, ...], spans: Spans) -> Spans:
    """Give what each line would cost if it stated no amount and the other lines cost what they do."""
    asking = dict(_flat_rates(costs))
    groups, _ = _grouped(costs, asking)
    for group in groups.values():
        group.add_up(spans)
    found = list(spans)
    for index, basis in asking.items():
        found[index] = _amount_on(basis, _asked(costs[index], basis, groups))
    return tuple(found)


def _flat_rates(costs: Sequence[Cost]) -> Iterator[tuple[int, FlatRate]]:
    for index, cost in enumerate(costs):
        if isinstance(cost.basis, FlatRate):
            yield index, cost.basis


def base_of(costs: Sequence[Cost], index: int, basis: FlatRate) -> tuple[list[int], list[int]]:
    """Give the lines that the flat rate of a line is a share of, and those that may belong to them."""
    labels, certain, perhaps = _labels(costs[index]), list[int](), list[int]()
    for other, cost in enumerate(costs):
        if cost.category in basis.base:
            theirs = _labels(cost)
            if all(label is None or label == their for label, their in zip(labels, theirs, strict=True)):
                certain.append(other)
            elif all(label is None or their in (None, label) for label, their in zip(labels, theirs, strict=True)):
                perhaps.append(other)
    return certain, perhaps


def _possible(span: Span) -> Span:
    """Give the same amounts with ends that are possible themselves: over 5 kronor is at least 5.01."""
    return Span(
        None if span.low is None else span.low + (not span.low_included),
        None if span.high is None else span.high - (not span.high_included),
    )


def _share_of(rate: Fraction, base: Span) -> Span:
    if rate < 0:
        return -_share_of(-rate, base)
    if rate == 0:
        return _NOTHING
    return Span(_end(rate, base.low), _end(rate, base.high))


def _end(rate: Fraction, minor: int | None) -> int | None:
    return None if minor is None else Rounding.MINOR_HALF_UP.to_integer(rate * minor)


def _labels(cost: Cost) -> _Labels:
    return cost.partner, cost.phase, cost.year


# --- many lines at once: each sum that flat rates are a share of is made once, however many ask for it


@attrs.define(eq=False)
class _Group:
    """The lines of one category that name the same, as far as some flat rates ask."""

    members: list[int] = attrs.field(factory=list[int])
    missing: int = 0
    asked_by: list[int] = attrs.field(factory=list[int])
    certain: Span = _NOTHING
    perhaps: Span = _NOTHING

    def add_up(self, spans: Sequence[Span]) -> None:
        """Add up the members, which are all computed."""
        found = [_possible(spans[index]) for index in self.members]
        self.certain, self.perhaps = total(found), total(span.upwards for span in found)


_Base = list[tuple[_Group, bool]]
"""The groups that a flat rate is a share of, and whether they belong to it for certain."""


def _computed(costs: tuple[Cost, ...], spans: list[Span], waiting: dict[int, FlatRate], currency: str) -> Spans:
    groups, homes = _grouped(costs, waiting)
    bases = {index: _asked(costs[index], basis, groups) for index, basis in waiting.items()}
    for home in (homes[index] for index in waiting):
        for group in home:
            group.missing += 1
    for group in groups.values():
        if not group.missing:
            group.add_up(spans)
    missing = {index: sum(group.missing > 0 for group, _ in base) for index, base in bases.items()}
    for index, base in bases.items():
        for group, _ in base:
            group.asked_by.append(index)
    ready = deque(index for index in waiting if not missing[index])
    left = set(waiting)
    while ready:
        index = ready.popleft()
        left.remove(index)
        spans[index] = _amount_on(waiting[index], bases[index])
        _check_in_reach(spans[index], currency, index)
        for group in homes[index]:
            group.missing -= 1
            if not group.missing:
                group.add_up(spans)
                for other in group.asked_by:
                    missing[other] -= 1
                    if not missing[other]:
                        ready.append(other)
    if left:
        raise _cycle(bases, left)
    return tuple(spans)


def _grouped(costs: Sequence[Cost], asking: Iterable[int]) -> tuple[dict[_Key, _Group], list[list[_Group]]]:
    """Group the lines by category and by what they name, once for each choice of labels that is asked for."""
    groups: dict[_Key, _Group] = defaultdict(_Group)
    shapes = {_shape(costs[index]) for index in asking}
    homes: list[list[_Group]] = []
    for index, cost in enumerate(costs):
        labels = _labels(cost)
        home = [groups[shape, cost.category, _asked_of(labels, shape)] for shape in shapes]
        for group in home:
            group.members.append(index)
        homes.append(home)
    return groups, homes


def _asked_of(labels: _Labels, shape: _Shape) -> _Labels:
    return tuple(label if asked else None for label, asked in zip(labels, shape, strict=True))


def _shape(cost: Cost) -> _Shape:
    return tuple(label is not None for label in _labels(cost))


def _asked(cost: Cost, basis: FlatRate, groups: Mapping[_Key, _Group]) -> _Base:
    labels, shape = _labels(cost), _shape(cost)
    named = list(product(*((label,) if label is None else (label, None) for label in labels)))
    keys = [(shape, category, names) for category in dict.fromkeys(basis.base) for names in named]
    return [(groups[key], key[2] == labels) for key in keys if key in groups]


def _amount_on(basis: FlatRate, base: _Base) -> Span:
    found = total(group.certain if certain else group.perhaps for group, certain in base)
    # Where nobody has said what it is a share of, its base is not known.
    return _share_of(basis.rate.fraction, found if basis.base else NOT_NEGATIVE)


def _check_in_reach(span: Span, currency: str, index: int) -> None:
    try:
        span.as_money(currency)
    except InvalidValue as error:
        raise InvalidValue(f"costs[{index}]", error.given, error.wrong, "check the rate and its base") from error


def _cycle(bases: Mapping[int, _Base], left: set[int]) -> InvalidValue:
    """Name the lines of one circle among those that wait for each other."""
    awaited: dict[_Group, int | None] = {}

    def first_awaited(group: _Group) -> int | None:
        if group not in awaited:
            awaited[group] = next((member for member in group.members if member in left), None)
        return awaited[group]

    path: dict[int, None] = {}
    index = min(left)
    while index not in path:
        path[index] = None
        found = (first_awaited(group) for group, _ in bases[index])
        index = next(member for member in found if member is not None)
    circle = list(path)[list(path).index(index) :]
    wrong = "is a flat rate of itself" if len(circle) == 1 else "are flat rates of each other"
    names = " and ".join(f"costs[{member}]" for member in circle)
    return InvalidValue("costs", names, wrong, "state the amount of one of them, or take it out of the base")


# The figures that follow from a budget's costs, financing and stated total. Written on spans of smallest units, so
# that what is known in part stays known in part. Where costs, financing and total agree, the figures are solved
# together: each holds every amount that is possible beside all the others, and none that is not. That is exact
# because one equation ties the parts: they add up to the total cost, so a part is what is listed of it, as far as it
# is what the other parts leave of the total. Where they contradict each other, each figure is what its own definition
# gives, and the rules say so.


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
    whole, definitions["total_cost"] = _whole(stated, cost_sum, financed)
    spans["total_cost"] = whole
    if financed is not None:
        shared = Shared.of(whole, cost_sum, financed, sources)
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


def _whole(stated: MoneyLike | None, costs: Span | None, financed: Span | None) -> tuple[Span, Definition]:
    """Return the total cost: as stated, else the sum of the costs as far as the financing allows, else that."""
    if stated is not None:
        return Span.of(stated), Definition.STATED
    if costs is None:
        return NOT_NEGATIVE if financed is None else financed, Definition.FINANCING
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
    if costs is not None and not (whole & costs & financed).is_empty and whole & costs != whole:
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
