"""Funds, programmes with their priorities, and calls for proposals.

>>> from esfmodel import Call, Priority, Rate
>>> from esfmodel.model import CategoryOfRegion, OwnShare
>>> call = Call("2015/00897", own_share=OwnShare.exactly(Rate.of_percent(25)))
>>> call.own_share.met_by(Rate.of_percent("25.08"))
True
>>> str(Priority("D", category_of_region=CategoryOfRegion.MORE_DEVELOPED))
'D'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_cci,
    as_country,
    as_programming_period,
    check_texts,
    check_type,
    is_a,
    is_positive_or_unknown,
    is_text,
    is_text_or_unknown,
    pairs_of,
    tuple_of,
)
from esfmodel.model.own_share import OwnShare
from esfmodel.values.cci import Cci
from esfmodel.values.condition import Condition
from esfmodel.values.country import Country
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.period import Period
from esfmodel.values.programming_period import ProgrammingPeriod


class CategoryOfRegion(Labelled):
    """The category of region whose ceiling binds a priority; Regulation (EU) 2021/1060, Article 108(2).

    It is stated, of a priority or of a project in it, and never derived from a project's place: in the ESF+,
    expenditure may be allocated to any category of region of the programme (Article 63).

    >>> CategoryOfRegion.TRANSITION.value
    'transition'
    """

    LESS_DEVELOPED = "less developed"
    TRANSITION = "transition"
    MORE_DEVELOPED = "more developed"
    OUTERMOST = "outermost"


class ContributionBase(Labelled):
    """The base of a priority's Union rate; Regulation (EU) 2021/1060, Article 112(2).

    >>> ContributionBase.PUBLIC.value
    'public contribution'
    """

    TOTAL = "total contribution"
    PUBLIC = "public contribution"


def _as_texts(value: Iterable[str]) -> tuple[str, ...]:
    return tuple_of(str, value, "specific_objectives")


DecidedRates = (
    Mapping[CategoryOfRegion, Rate]
    | Mapping[CategoryOfRegion | None, Rate]
    | Iterable[tuple[CategoryOfRegion | None, Rate]]
)


def _as_rates(value: DecidedRates) -> tuple[tuple[CategoryOfRegion | None, Rate], ...]:
    given = cast(
        "Iterable[tuple[CategoryOfRegion | None, Rate]]", value.items() if isinstance(value, Mapping) else value
    )
    pairs = pairs_of(given, "rates")
    for index, (category, rate) in enumerate(pairs):
        if category is not None:
            check_type(category, CategoryOfRegion, f"rates[{index}]")
        check_type(rate, Rate, f"rates[{index}]")
    return tuple(dict.fromkeys(pairs))


@attrs.frozen
class Priority(Replaceable):
    """A priority of a programme (programområde): the level that the ceilings of the CPR bind.

    `eu_rate` is the Union's rate that the decision on the programme sets for it, of `base`, in its
    `category_of_region`. A priority with several categories of region has a rate for each in `rates`, as pairs of
    category and rate; `eu_rate` and its category are one such pair. `dedicated_to` is what a dedicated priority is for,
    where the law allows it a higher rate. `str` is the code, as registers print it.

    Raises `InvalidValue` for two rates of one category, and for a rate of the whole priority beside those of its
    categories.

    >>> str(Priority("A", "Öka möjligheten till ett inkluderande och hållbart arbetsliv för alla"))
    'A'
    >>> rates = {CategoryOfRegion.TRANSITION: Rate.of_percent(60), CategoryOfRegion.MORE_DEVELOPED: Rate.of_percent(40)}
    >>> Priority("A", rates=rates).rate_for(CategoryOfRegion.TRANSITION)
    Rate.of_percent("60")
    """

    code: str = attrs.field(validator=is_text)
    name: str | None = attrs.field(default=None, validator=is_text_or_unknown)
    fund: Fund | None = attrs.field(default=None, validator=is_a(Fund, type(None)), kw_only=True)
    category_of_region: CategoryOfRegion | None = attrs.field(
        default=None, validator=is_a(CategoryOfRegion, type(None)), kw_only=True
    )
    eu_rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)), kw_only=True)
    rates: tuple[tuple[CategoryOfRegion | None, Rate], ...] = attrs.field(default=(), converter=_as_rates, kw_only=True)
    base: ContributionBase | None = attrs.field(
        default=None, validator=is_a(ContributionBase, type(None)), kw_only=True
    )
    specific_objectives: tuple[str, ...] = attrs.field(default=(), converter=_as_texts, kw_only=True)
    dedicated_to: Condition | None = attrs.field(default=None, validator=is_a(Condition, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that the rates do not contradict each other, and that no objective is empty."""
        check_texts(self.specific_objectives, "specific_objectives")
        decided = {} if self.eu_rate is None else {self.category_of_region: self.eu_rate}
        for index, (category, rate) in enumerate(self.rates):
            if decided.setdefault(category, rate) != rate:
                one = decided[category]
                raise InvalidValue("priority.two_rates", f"rates[{index}]", category, one=one, other=rate)
            if None in decided and len(decided) > 1:
                raise InvalidValue("priority.rate_of_the_whole", f"rates[{index}]", category)

    def __str__(self) -> str:
        return self.code

    @property
    def decided_rates(self) -> Mapping[CategoryOfRegion | None, Rate]:
        """Every rate decided for the priority, by its category of region; that of None is for the whole priority.

        >>> Priority("D", category_of_region=CategoryOfRegion.MORE_DEVELOPED, eu_rate=Rate.of_percent(40)).decided_rates
        {<CategoryOfRegion.MORE_DEVELOPED: 'more developed'>: Rate.of_percent("40")}
        """
        own = {} if self.eu_rate is None else {self.category_of_region: self.eu_rate}
        return own | dict(self.rates)

    @property
    def categories_of_region(self) -> tuple[CategoryOfRegion, ...]:
        """The categories of region that the priority states, each once."""
        stated = (self.category_of_region, *(category for category, _ in self.rates))
        return tuple(dict.fromkeys(category for category in stated if category is not None))

    def rate_for(self, category: CategoryOfRegion | None) -> Rate | None:
        """Return the rate decided for a category of region, or else for the whole priority; None where none is stated.

        >>> whole = Priority("A", eu_rate=Rate.of_percent(50))
        >>> whole.rate_for(CategoryOfRegion.TRANSITION)
        Rate.of_percent("50")
        """
        decided = self.decided_rates
        return decided.get(category, decided.get(None))


def as_priority(value: Priority | str | None) -> Priority | None:
    """Convert the code of a priority to a `Priority` of which only the code is known."""
    if not isinstance(value, str):
        return value
    try:
        return Priority(value)
    except InvalidValue as error:
        # The code alone was written, where the priority stands.
        raise error.at("priority") from error


def _as_funds(value: Iterable[Fund]) -> tuple[Fund, ...]:
    return tuple_of(Fund, value, "funds")


def _as_priorities(value: Iterable[Priority]) -> tuple[Priority, ...]:
    return tuple_of(Priority, value, "priorities")


@attrs.frozen
class Programme(Replaceable):
    """A programme: its CCI and name, the funds behind it, its programming period and priorities.

    >>> Programme("2021SE05SFPR001", "Nationellt program för ESF+ 2021-2027", funds=[Fund.ESF_PLUS]).cci
    Cci("2021SE05SFPR001")
    """

    cci: Cci | None = attrs.field(default=None, converter=as_cci, validator=is_a(Cci, type(None)))
    name: str | None = attrs.field(default=None, validator=is_text_or_unknown)
    funds: tuple[Fund, ...] = attrs.field(default=(), converter=_as_funds, kw_only=True)
    programming_period: ProgrammingPeriod | None = attrs.field(
        default=None, converter=as_programming_period, validator=is_a(ProgrammingPeriod, type(None)), kw_only=True
    )
    country: Country | None = attrs.field(
        default=None, converter=as_country, validator=is_a(Country, type(None)), kw_only=True
    )
    priorities: tuple[Priority, ...] = attrs.field(default=(), converter=_as_priorities, kw_only=True)
    managing_authority: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


RegionalShares = Mapping[str, OwnShare] | Mapping[NutsCode, OwnShare] | Iterable[tuple[NutsCode | str, OwnShare]]


def _as_regional(value: RegionalShares) -> tuple[tuple[NutsCode, OwnShare], ...]:
    given = cast("Iterable[tuple[NutsCode | str, OwnShare]]", value.items() if isinstance(value, Mapping) else value)
    shares: list[tuple[NutsCode, OwnShare]] = []
    for index, (region, own_share) in enumerate(pairs_of(given, "own_share_by_region")):
        code = NutsCode.parse(region) if isinstance(region, str) else region
        check_type(code, NutsCode, f"own_share_by_region[{index}]")
        check_type(own_share, OwnShare, f"own_share_by_region[{code}]")
        shares.append((code, own_share))
    return tuple(shares)


@attrs.frozen
class Call(Replaceable):
    """A call for proposals (utlysning), with what it demands of a project.

    `own_share` is the share of the total cost that a project must raise itself, `own_share_by_region` the exceptions.
    Applications are accepted during `window`, and projects may start during `start_window`; `longest_months` is how
    long they may last, `smallest_support` and `largest_support` how much they may be granted.

    >>> half = OwnShare.exactly(Rate.of_percent(46))
    >>> call = Call(own_share=half, own_share_by_region={"SE31": OwnShare.exactly(Rate.of_percent(40))})
    >>> call.own_share_for(NutsCode("SE31")).rate, call.own_share_for(NutsCode("SE32")).rate
    (Rate.of_percent("40"), Rate.of_percent("46"))
    """

    reference: str | None = attrs.field(default=None, validator=is_text_or_unknown)
    name: str | None = attrs.field(default=None, validator=is_text_or_unknown)
    programme: Programme | None = attrs.field(default=None, validator=is_a(Programme, type(None)), kw_only=True)
    priority: Priority | None = attrs.field(
        default=None, converter=as_priority, validator=is_a(Priority, type(None)), kw_only=True
    )
    fund: Fund | None = attrs.field(default=None, validator=is_a(Fund, type(None)), kw_only=True)
    own_share: OwnShare | None = attrs.field(default=None, validator=is_a(OwnShare, type(None)), kw_only=True)
    own_share_by_region: tuple[tuple[NutsCode, OwnShare], ...] = attrs.field(
        default=(), converter=_as_regional, kw_only=True
    )
    window: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)), kw_only=True)
    start_window: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)), kw_only=True)
    longest_months: int | None = attrs.field(default=None, validator=is_positive_or_unknown, kw_only=True)
    smallest_support: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    largest_support: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    budget: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that no region has two own shares."""
        shares: dict[NutsCode, OwnShare] = {}
        for index, (region, own_share) in enumerate(self.own_share_by_region):
            if shares.setdefault(region, own_share) != own_share:
                raise InvalidValue("value.given_twice", f"own_share_by_region[{index}]", region)

    def own_share_for(self, nuts: NutsCode | None) -> OwnShare | None:
        """Return the own share that the call demands in a region; None where it demands none.

        None also where the call has regional exceptions and `nuts` is None. In a region that contains one with an
        exception the answer is that of the rest of it; see `differs_within`.
        """
        if nuts is None:
            return None if self.own_share_by_region else self.own_share
        inside = [(region, share) for region, share in self.own_share_by_region if region.contains(nuts)]
        # The smallest region that contains the project decides.
        if inside:
            return max(inside, key=lambda pair: pair[0].level)[1]
        return self.own_share

    def differs_within(self, nuts: NutsCode) -> bool:
        """Whether an exception is about a part of a region, so that what is demanded there depends on the part.

        >>> call = Call(own_share_by_region={"SE32": OwnShare.exactly(Rate.of_percent(40))})
        >>> call.differs_within(NutsCode("SE3")), call.differs_within(NutsCode("SE32"))
        (True, False)
        """
        return any(region != nuts and nuts.contains(region) for region, _ in self.own_share_by_region)
