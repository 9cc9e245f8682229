"""The computed figures of a budget: flat rates first, then totals, support, own contribution and their shares.

A flat rate that names a partner, a phase or a year is a share of the lines that name the same. A line that names none
may belong to it wholly, in part or not at all. `Budget` is the public face of all this.
"""

from __future__ import annotations

import enum
from collections import defaultdict, deque
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import Cost, CostCategory, FlatRate
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import half_up
from esfmodel.values.span import NOT_NEGATIVE, NOTHING, Span, share, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction


_Labels = tuple[object, ...]
_Shape = tuple[bool, bool, bool]
_Key = tuple[_Shape, CostCategory, _Labels]

_ANYTHING = Span(None, None)


def is_computed(cost: Cost) -> bool:
    """Whether the amount of a line is computed from other lines: a flat rate without a stated amount."""
    return isinstance(cost.basis, FlatRate) and cost.basis.amount is None


def span_in(category: CostCategory, amount: MoneyLike | None) -> Span:
    """Return what an amount of a category may be; an unknown revenue or correction may be below 0."""
    return _ANYTHING if amount is None and category.may_be_negative else Span.of(amount)


def as_amount(span: Span, currency: str | None) -> MoneyLike | None:
    """Return the span as an amount, or None without a currency."""
    return None if currency is None else span.as_money(currency)


def computed_spans(costs: tuple[Cost, ...], currency: str | None) -> Mapping[int, Span]:
    """Return what the lines may cost whose amounts are computed from other lines, by their place in the list.

    Raises `InvalidValue` naming the lines where flat rates without stated amounts are shares of each other, and the
    line whose flat rate comes to more than any amount.
    """
    waiting = _computed_flat_rates(costs)
    # Without a currency there is no amount, so that any currency gives the same answer.
    return _computed(costs, waiting, currency or "SEK") if waiting else {}


def figures_of(
    costs: tuple[Cost, ...], amounts: tuple[MoneyLike | None, ...], computed: Mapping[int, Span]
) -> list[Span | Money]:
    """Return what each line may cost, of which this much is known: its exact amount, or the span of another."""
    return [
        amount
        if isinstance(amount, Money)
        else computed[index]
        if index in computed
        else span_in(costs[index].category, amount)
        for index, amount in enumerate(amounts)
    ]


def spans_if_computed(costs: tuple[Cost, ...], spans: Mapping[int, Span]) -> Mapping[int, Span]:
    """Return what each flat rate would cost if it stated no amount, where `spans` are those that state none."""
    flat_rates = dict(_flat_rates(costs))
    groups, _ = _grouped(costs, flat_rates)
    for group in groups.values():
        group.add_up(costs, spans)
    return {index: _amount_on(basis, _base_groups(costs[index], basis, groups)) for index, basis in flat_rates.items()}


def _flat_rates(costs: Sequence[Cost]) -> Iterator[tuple[int, FlatRate]]:
    for index, cost in enumerate(costs):
        if isinstance(cost.basis, FlatRate):
            yield index, cost.basis


def _computed_flat_rates(costs: Sequence[Cost]) -> dict[int, FlatRate]:
    return {index: basis for index, basis in _flat_rates(costs) if basis.amount is None}


_Interval = tuple[int | None, int | None]
"""The lowest and the highest possible amount, in smallest units; None is no end."""


def interval_of(costs: Sequence[Cost], index: int, computed: Mapping[int, Span]) -> _Interval:
    """Return what a line may cost, by itself or as computed from others."""
    amount = costs[index].amount
    if isinstance(amount, Money):
        return amount.minor, amount.minor
    return _included_ends(computed[index] if index in computed else span_in(costs[index].category, amount))


def _added(intervals: Iterable[_Interval]) -> _Interval:
    """Return the sum of independent amounts."""
    lowest, highest, no_low, no_high = 0, 0, False, False
    for low, high in intervals:
        if low is None:
            no_low = True
        else:
            lowest += low
        if high is None:
            no_high = True
        else:
            highest += high
    return None if no_low else lowest, None if no_high else highest


def _any_part(interval: _Interval) -> _Interval:
    """Return the possible parts of an amount; see `Span.any_part`."""
    low, high = interval
    return 0 if low is not None and low >= 0 else low, 0 if high is not None and high <= 0 else high


def _included_ends(span: Span) -> _Interval:
    """Return the ends that are themselves possible: over 5 kronor is at least 5.01."""
    return (
        None if span.low is None else span.low + (not span.low_included),
        None if span.high is None else span.high - (not span.high_included),
    )


def _share_of(rate: Fraction, base: _Interval) -> Span:
    if rate == 0:
        return NOTHING
    low, high = base if rate > 0 else reversed(base)
    return Span(_end(rate, low), _end(rate, high))


def _end(rate: Fraction, minor: int | None) -> int | None:
    return None if minor is None else half_up(rate.numerator * minor, rate.denominator)


def _labels(cost: Cost) -> _Labels:
    return cost.partner, cost.phase, cost.year


# --- Flat rates in the order in which they depend on each other
# Lines are summed in groups, once for all flat rates: walking all lines for every flat rate takes quadratic time. A
# test has 10 000 lines and 10 000 flat rates of them.


@attrs.define(eq=False)
class _Group:
    """The lines of one category with the same names, as far as some flat rates tell names apart."""

    members: list[int] = attrs.field(factory=list[int])
    missing: int = 0
    """How many members are flat rates not computed yet."""
    used_by: list[int] = attrs.field(factory=list[int])
    """The flat rates of whose base this is a part."""
    certain: _Interval = (0, 0)
    perhaps: _Interval = (0, 0)

    def add_up(self, costs: Sequence[Cost], computed: Mapping[int, Span]) -> None:
        """Sum the members, all of which are computed: with certainty, and where each may belong in part or not."""
        parts = [interval_of(costs, index, computed) for index in self.members]
        self.certain, self.perhaps = _added(parts), _added(map(_any_part, parts))


_Base = list[tuple[_Group, bool]]
"""The groups in the base of a flat rate, and whether they certainly belong to it."""


def _computed(costs: tuple[Cost, ...], waiting: Mapping[int, FlatRate], currency: str) -> dict[int, Span]:
    # A topological sort by counting (Kahn): a flat rate is ready when no group of its base misses a member. Recursion
    # would be shorter, but a chain of a thousand flat rates exceeds Python's limit. What is left at the end is cyclic.
    groups, groups_of_line = _grouped(costs, waiting)
    bases = {index: _base_groups(costs[index], basis, groups) for index, basis in waiting.items()}
    for own_groups in groups_of_line.values():
        for group in own_groups:
            group.missing += 1
    spans: dict[int, Span] = {}
    for group in groups.values():
        if not group.missing:
            group.add_up(costs, spans)
    missing = {index: sum(group.missing > 0 for group, _ in base) for index, base in bases.items()}
    for index, base in bases.items():
        for group, _ in base:
            group.used_by.append(index)
    ready = deque(index for index in waiting if not missing[index])
    left = set(waiting)
    while ready:
        index = ready.popleft()
        left.remove(index)
        spans[index] = _amount_on(waiting[index], bases[index])
        _check_in_reach(spans[index], currency, index)
        for group in groups_of_line[index]:
            group.missing -= 1
            if not group.missing:
                group.add_up(costs, spans)
                for other in group.used_by:
                    missing[other] -= 1
                    if not missing[other]:
                        ready.append(other)
    if left:
        raise _cycle(bases, left)
    return spans


def _grouped(
    costs: Sequence[Cost], flat_rates: Mapping[int, FlatRate]
) -> tuple[dict[_Key, _Group], dict[int, list[_Group]]]:
    """Return the groups of the lines that some flat rate is a share of, and the groups of each flat rate.

    A shape says which of partner, phase and year a flat rate names; the lines are grouped once for each shape in use.
    """
    categories: dict[_Shape, set[CostCategory]] = defaultdict(set)
    for index, basis in flat_rates.items():
        categories[_shape(costs[index])].update(basis.base)
    groups: dict[_Key, _Group] = defaultdict(_Group)
    groups_of_flat_rate: dict[int, list[_Group]] = {index: [] for index in flat_rates}
    for shape, based in categories.items():
        for index, cost in enumerate(costs):
            if cost.category in based:
                group = groups[shape, cost.category, _labels_in_shape(cost, shape)]
                group.members.append(index)
                if index in flat_rates:
                    groups_of_flat_rate[index].append(group)
    return groups, groups_of_flat_rate


Groups = Mapping[_Key, _Group]


def groups_of(costs: Sequence[Cost]) -> Groups:
    """Return the groups of lines that are the bases of the flat rates without stated amounts; see `base_of`."""
    groups, _ = _grouped(costs, _computed_flat_rates(costs))
    return groups


def base_of(cost: Cost, basis: FlatRate, groups: Groups) -> tuple[list[int], list[int]]:
    """Return the lines that certainly belong to the base of a line's flat rate, and those that may."""
    certain, perhaps = list[int](), list[int]()
    for group, is_certain in _base_groups(cost, basis, groups):
        (certain if is_certain else perhaps).extend(group.members)
    return sorted(certain), sorted(perhaps)


def _labels_in_shape(cost: Cost, shape: _Shape) -> _Labels:
    partner, phase, year = shape
    return cost.partner if partner else None, cost.phase if phase else None, cost.year if year else None


def _shape(cost: Cost) -> _Shape:
    return cost.partner is not None, cost.phase is not None, cost.year is not None


def _base_groups(cost: Cost, basis: FlatRate, groups: Groups) -> _Base:
    labels, shape = _labels(cost), _shape(cost)
    # Each label as named, or not named at all: only the first of these combinations belongs to the base for certain.
    named = list(product(*((label,) if label is None else (label, None) for label in labels)))
    keys = [(shape, category, names) for category in dict.fromkeys(basis.base) for names in named]
    return [(groups[key], key[2] == labels) for key in keys if key in groups]


def _amount_on(basis: FlatRate, base: _Base) -> Span:
    found = _added(group.certain if certain else group.perhaps for group, certain in base)
    # A flat rate without base categories is a share of an unknown amount.
    return _share_of(basis.rate.fraction, found if basis.base else (0, None))


def _check_in_reach(span: Span, currency: str, index: int) -> None:
    try:
        span.as_money(currency)
    except InvalidValue as error:
        raise error.at(f"costs[{index}]") from error


def _cycle(bases: Mapping[int, _Base], left: set[int]) -> InvalidValue:
    """Return the error that names the lines of one cycle in the bases of the lines that are left."""
    awaited: dict[_Group, int | None] = {}

    def first_awaited(group: _Group) -> int | None:
        if group not in awaited:
            awaited[group] = next((member for member in group.members if member in left), None)
        return awaited[group]

    # Every line left waits for another line left, so that following them must come back to a line already visited.
    path: dict[int, None] = {}
    index = min(left)
    while index not in path:
        path[index] = None
        members = (first_awaited(group) for group, _ in bases[index])
        index = next(member for member in members if member is not None)
    circle = list(path)[list(path).index(index) :]
    place = f"costs[{circle[0]}]"
    if len(circle) == 1:
        return InvalidValue("flat_rate.of_itself", place)
    return InvalidValue("flat_rate.circular", place, lines=tuple(member + 1 for member in circle))


# --- The figures that follow from costs, financing and stated total
# They are computed on spans of smallest units, so that partial knowledge is kept. Where costs, financing and total
# agree, each figure holds every amount that is possible together with the others, and no other. Intersecting once is
# enough for that, because one equation ties the parts: they add up to the total cost. So a part lies both in what is
# listed of it and in what the other parts leave of the total. Where the three contradict each other, each figure
# follows its own definition alone, and the rules report the contradiction.


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


FIGURES: Final = (
    "total_costs",
    "total_financing",
    "total_cost",
    "support",
    "eu_support",
    "own_contribution",
    "support_rate",
    "eu_rate",
    "own_rate",
)
"""The names of the derived figures of a budget, which its workings explain."""


@attrs.frozen(kw_only=True)
class Derived:
    """Every derived figure of one budget by its name, and which definition each followed.

    `whole` names the figures that limit the total that the parts add up to. `open_below` names the amounts without a
    lower end, not even 0.
    """

    amounts: Mapping[str, MoneyLike | None] = MappingProxyType({})
    rates: Mapping[str, RateLike | None] = MappingProxyType({})
    definitions: Mapping[str, Definition] = MappingProxyType({})
    open_below: frozenset[str] = frozenset()
    whole: tuple[str, ...] = ("total_cost",)
    unlisted: Contribution | None = None
    """The contribution, of an unknown amount, that the list leaves out; None where the list is complete."""


def derive(
    costs: Sequence[Span | Money],
    financing: tuple[Contribution, ...],
    stated: MoneyLike | None,
    currency: str | None,
    *,
    complete: bool,
) -> Derived:
    """Derive every figure of a budget; without a currency there is no amount, and no figure."""
    cost_sum = total(costs).settled if costs else None
    unlisted = None if complete else _unlisted(financing, _known_whole(stated, cost_sum))
    if currency is None:
        return Derived(unlisted=unlisted)
    sources = _FundingSums.of(financing if unlisted is None else (*financing, unlisted)) if financing else None
    financed = None if sources is None else sources.everything
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
    if sources is not None:
        shared = _CostSharing.of(whole, cost_sum, sources)
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
    """Return the contribution that an open list of financing leaves out; None where the list is complete.

    A list with money from both sides, granted and raised, is complete, and so is one that sums to the whole. One with
    money from one side only is open: the other side pays what is left of the whole, or anybody where no whole is known.
    A list with `Contribution.rest()` is open already, and needs no other line.
    """
    is_own = only_side(financing)
    if is_own is None:
        return None
    if whole is None:
        return Contribution.rest()
    if whole.is_exact and total(part.amount for part in financing).settled == whole:
        return None
    return Contribution(Funder(source=FundingSource.EU_AND_STATE if is_own else FundingSource.OWN))


def only_side(financing: tuple[Contribution, ...]) -> bool | None:
    """Return True where all financing is the project's own, False where all is granted; None for both and unknown."""
    sides = {None if part.source is None else part.source.is_own for part in financing}
    return sides.pop() if len(sides) == 1 else None


def _known_whole(stated: MoneyLike | None, costs: Span | None) -> Span | None:
    """Return the whole as the total or the costs state it; None where they leave any amount from 0 possible."""
    if stated is not None:
        return Span.of(stated).settled
    if costs is None or (costs.high is None and (costs.low is None or costs.low + (not costs.low_included) <= 0)):
        return None
    return costs


def _whole(stated: MoneyLike | None, costs: Span | None, financed: Span | None) -> tuple[Span, Definition]:
    """Return the total cost: as stated, else the costs narrowed by the financing, else the financing."""
    if stated is not None:
        return Span.of(stated), Definition.STATED
    if costs is None:
        return NOT_NEGATIVE if financed is None else financed, Definition.FINANCING
    both = costs if financed is None else costs.narrowed(financed).settled
    if both == costs:
        return both, Definition.COSTS
    return both, Definition.FINANCING if both == financed else Definition.COSTS_AND_FINANCING


@attrs.frozen(kw_only=True)
class _CostSharing:
    """How the total cost is shared: the parts, their shares, and which definition each followed."""

    spans: Mapping[str, Span]
    rates: dict[str, RateLike | None]
    definitions: Mapping[str, Definition]
    whole: tuple[str, ...]

    @classmethod
    def of(cls, stated: Span, costs: Span | None, sources: _FundingSums) -> _CostSharing:
        agree = not (sources.everything & stated).is_empty
        whole, names = _solved_whole(stated, costs, sources) if agree else (stated, ("total_cost",))
        support, support_by = _support(whole, sources) if agree else (sources.support.settled, Definition.LISTED)
        own, own_by = _own(whole, support, sources.own)
        if not agree and support.is_unlimited:
            # More is raised than the total and no grant is listed, so that only the raised money is known.
            own, own_by = sources.own.settled, Definition.LISTED
        listed_eu = sources.eu.settled
        eu = sources.eu.narrowed(whole - sources.beside_eu).settled if agree else listed_eu
        # Where the financing contradicts the total, the other listed parts say nothing about a part's share of it.
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


def _solved_whole(stated: Span, costs: Span | None, sources: _FundingSums) -> tuple[Span, tuple[str, ...]]:
    """Return what the parts may add up to, and the names of the figures that limit it.

    The sum of the financing limits no more than its parts do, except for a bounded rest: it may belong to the support
    or to the own contribution, and counts once in the sum but in both parts.
    """
    financed, whole, names = sources.everything, stated, ["total_cost"]
    if costs is not None and not (whole & costs & financed).is_empty and whole & costs != whole:
        whole, names = whole & costs, [*names, "total_costs"]
    if sources.unnamed not in (NOTHING, NOT_NEGATIVE) and not (whole & financed).is_empty:
        whole, names = whole & financed, [*names, "total_financing"]
    return whole.settled, tuple(names)


def _support(whole: Span, sources: _FundingSums) -> tuple[Span, Definition]:
    """Return the support as listed, narrowed by what the own contribution leaves of the whole."""
    listed, left = sources.support.settled, (whole - sources.own).settled
    both = listed.narrowed(left).settled
    if both == listed:
        return both, Definition.LISTED
    return both, Definition.REMAINDER if both == left else Definition.LISTED_AND_REMAINDER


def _own(whole: Span, support: Span, listed: Span) -> tuple[Span, Definition]:
    """Return what the support leaves of the total, narrowed by the own contribution as listed."""
    left = whole - support
    both = left & listed
    own = (left.narrowed(NOT_NEGATIVE) if both.is_empty else both).settled
    if own == left.settled:
        return own, Definition.REMAINDER
    return own, Definition.REMAINDER_FROM_ZERO if both.is_empty else Definition.LISTED_AND_REMAINDER


def _rate(part: Span, rest: Span, whole: Span) -> tuple[RateLike | None, Definition]:
    """Return the share of the whole; a listed `rest` narrows it unless it contradicts the whole."""
    alone = share(part, NOT_NEGATIVE, whole)
    if part.is_exact and whole.is_exact and isinstance(alone, Rate):
        return alone, Definition.QUOTIENT
    found = share(part, rest, whole)
    if found is None or rest == NOT_NEGATIVE:
        return alone, Definition.SHARE
    return found, Definition.SHARE_BESIDE_LISTED


@attrs.frozen(kw_only=True)
class _FundingSums:
    """The financing, summed by what the money may be."""

    everything: Span
    support: Span
    own: Span
    eu: Span
    """The Union's money: what certainly is, and anything up to what may be."""
    beside_eu: Span
    """All money that is not the Union's."""
    unnamed: Span
    """The rest."""

    @classmethod
    def of(cls, financing: tuple[Contribution, ...]) -> _FundingSums:
        listed: tuple[list[MoneyLike | None], ...] = ([], [], [], [], [])
        unions, unions_or_states, others, own, anybodys = listed
        by_source = {
            FundingSource.EU: unions,
            FundingSource.EU_AND_STATE: unions_or_states,
            FundingSource.STATE_GRANT: others,
            FundingSource.PARTNER_COUNTRY: others,
            None: anybodys,
        }
        for part in financing:
            by_source.get(part.source, own).append(part.amount)
        divided, undivided, other_grants, raised, unnamed = map(total, listed)
        granted = divided + undivided + other_grants
        any_undivided, any_unnamed = undivided.any_part, unnamed.any_part
        eu, beside_eu = divided + any_undivided, other_grants + any_undivided + raised
        # The rest is from sources that the list does not name, so it holds no Union money where the list names it.
        eu_may_be_unnamed = not (unions or unions_or_states)
        return cls(
            everything=(granted + raised + unnamed).settled,
            support=granted + any_unnamed,
            own=raised + any_unnamed,
            eu=eu + any_unnamed if eu_may_be_unnamed else eu,
            beside_eu=beside_eu + (any_unnamed if eu_may_be_unnamed else unnamed),
            unnamed=unnamed,
        )
