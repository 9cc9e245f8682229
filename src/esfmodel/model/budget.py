"""Budgets: costs, financing and stated total, the figures that follow from them, and planned financing.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money
>>> budget = Budget(
...     financing=[
...         Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(3_706_566)),
...         Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(1_235_522)),
...     ]
... )
>>> budget.total_cost, budget.support_rate, budget.own_rate
(Money(4942088), Rate.of_percent("75"), Rate.of_percent("25"))
>>> budget.eu_rate
Bounds(Rate.of_percent("0"), Rate.of_percent("75"))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypedDict, TypeVar, cast, overload

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.computed import (
    Derived,
    Groups,
    as_amount,
    base_of,
    computed_spans,
    derive,
    figures_of,
    groups_of,
    interval_of,
    is_computed,
    only_side,
    spans_if_computed,
)
from esfmodel.model.costs import Cost, FlatRate, UnitCost
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    as_tuple,
    check_type,
    is_a,
    is_money_like_or_unknown,
    tuple_of,
)
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.field_type import Keeping, kept
from esfmodel.values.format import as_html
from esfmodel.values.guesses import guessed
from esfmodel.values.money import Money, Rate, below_limit
from esfmodel.values.rounding import Remainder, Rounding
from esfmodel.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Unpack


def _as_costs(value: Iterable[Cost]) -> tuple[Cost, ...]:
    return tuple_of(Cost, value, "costs")


def _as_financing(value: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple_of(Contribution, value, "financing")


@guessed(
    eu="use budget.eu_support",
    own="use budget.own_contribution",
    own_share="use budget.own_rate",
    total_eu="use budget.eu_support",
    total_own="use budget.own_contribution",
    total_support="use budget.support",
)
@attrs.frozen
class Budget(Keeping):
    """What a project costs and who pays it, in one currency, as exactly as it is known.

    `costs` are the lines of cost; revenue is a line with a negative amount. `financing` lists who pays: a funder of
    unknown amount with None, and unnamed sources with `Contribution.rest()`. `total` is the total cost where
    a source states it, exactly or within bounds.

    A list with money from both sides, granted (the Union, the state, a partner country) and raised (own), is complete.
    A list with money from one side only is open, as if `Contribution.rest()` were in it: a grant alone does not give
    the total. Where a total or costs are stated, the side that is not listed pays what they leave. `complete=True`
    declares a one-sided list complete: everything is granted, or nothing.

    Everything else is derived: each figure is a value where only one is possible, `Bounds` where it is known within
    bounds, and None where nothing is known. Figures that contradict each other stay as given; the rules report them.

    Raises `InvalidValue` for two currencies in one budget, for `EU_AND_STATE` together with `EU` or `STATE_GRANT`
    (the same money twice), for flat rates that are shares of each other, and for amounts too large to add up.

    >>> from esfmodel import Funder, Money
    >>> Budget(total=Money(4_973_906)).support is None
    True
    >>> grant = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(7_700_000))
    >>> Budget(financing=[grant]).total_cost, Budget(financing=[grant], complete=True).total_cost
    (Bounds.at_least(Money(7700000)), Money(7700000))
    >>> Budget(financing=[grant], total=Money(10_000_000)).own_contribution
    Money(2300000)
    """

    costs: tuple[Cost, ...] = attrs.field(default=(), converter=_as_costs)
    financing: tuple[Contribution, ...] = attrs.field(default=(), converter=_as_financing)
    total: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    complete: bool = attrs.field(default=False, validator=is_a(bool), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
    _repr_html_ = as_html

    def __attrs_post_init__(self) -> None:
        """Check that there is one currency, and that no money is listed twice."""
        check_amounts(self)
        if len(self.financing) > 1:
            sources = {contribution.source for contribution in self.financing}
            if FundingSource.EU_AND_STATE in sources and not sources.isdisjoint(_PARTS_OF_A_GRANT):
                raise InvalidValue("financing.grant_twice", "financing")

    @overload
    @classmethod
    def plan(cls, *, support: Money, own_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @overload
    @classmethod
    def plan(cls, *, support: Money, support_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @overload
    @classmethod
    def plan(cls, *, total: Money, own_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @overload
    @classmethod
    def plan(cls, *, total: Money, support_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @overload
    @classmethod
    def plan(cls, *, own: Money, own_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @overload
    @classmethod
    def plan(cls, *, own: Money, support_rate: Rate, **options: Unpack[PlanOptions]) -> Budget: ...
    @classmethod
    def plan(
        cls,
        *,
        support: Money | None = None,
        total: Money | None = None,
        own: Money | None = None,
        own_rate: Rate | None = None,
        support_rate: Rate | None = None,
        eu_share_of_support: Rate | None = None,
        co_funders: CoFunders | None = None,
        rounding: Rounding = Rounding.WHOLE_UP,
        eu_rounding: Rounding | None = None,
        remainder: Remainder = Remainder.LARGEST,
        costs: Iterable[Cost] = (),
    ) -> Budget:
        """Plan the financing: "we get 8 million, and the call asks for 55 % of our own; what must we raise?".

        Exactly one amount is given (`support`, `total` or `own`, above zero) and exactly one share of the total cost
        (`own_rate` or `support_rate`). The amount given is kept exactly, and the rest follows in whole kronor, or in
        öre with a `MINOR_` rounding. Every amount adds up: support and own contribution are the total cost.

        - `rounding` is that of the own contribution: `WHOLE_UP`, so that it is never below its share, and less than a
          krona above it. The support is rounded the other way where it is what follows.
        - `eu_share_of_support` divides the support: the Union's part is cut to the plan's unit, as the register has
          it, or rounded as `eu_rounding` says; the state pays the rest. Without it the support stays undivided.
        - `co_funders` raise the own contribution: a dict of organisations or funders and their weights, or a list of
          those who pay equal parts. `remainder` says who gets the kronor left over. The money of an organisation is
          `OWN`; give a `Funder` to say public or private. Without co-funders there is one line without a name.
        - `costs` are kept as given, and must sum to the total cost.

        Raises `InvalidValue` for two amounts, two shares or none, an amount finer than the plan's unit, a share that
        leaves no support, and an `own` contribution at an own rate of 0 %.

        >>> from esfmodel import Money, Rate
        >>> plan = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))
        >>> plan.own_contribution, plan.total_cost
        (Money(9777778), Money(17777778))
        """
        parts, own_share = planned_parts(
            {"support": support, "total": total, "own": own},
            {"own_rate": own_rate, "support_rate": support_rate},
            rounding,
        )
        financing = planned_financing(
            *parts,
            own_share,
            eu_share_of_support=eu_share_of_support,
            eu_rounding=eu_rounding,
            co_funders=co_funders,
            unit=plan_unit(rounding, parts[0].currency),
            remainder=remainder,
        )
        # Planned to the last krona: a list of grants alone pays everything.
        is_one_sided = len({part.source is not None and part.source.is_own for part in financing}) == 1
        planned = cls(costs, financing, complete=is_one_sided)
        if planned.costs and planned.total_costs != planned.total_financing:
            summed, plan = planned.total_costs, planned.total_financing
            raise InvalidValue("plan.costs_differ", "costs", costs=summed, planned=plan)
        return planned

    @property
    def currency(self) -> str | None:
        """The currency of every amount in the budget; None when there is no amount."""
        return _currency_of(self)

    @property
    def cost_amounts(self) -> tuple[MoneyLike | None, ...]:
        """The amount of each line of cost: as stated, else computed; None where nothing is known of it.

        A flat rate is a share of the lines of its base categories; where its line names a partner, a phase or a year,
        of those that name the same. A line that names none may belong to them or not, so that the amount is known
        within bounds. The order of the lines does not matter, and amounts are rounded half up to the smallest unit.

        >>> from esfmodel import CostCategory, FlatRate, Money, Rate, UnitCost
        >>> staff = Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720))
        >>> indirect = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
        >>> Budget([indirect, staff]).cost_amounts
        (Money("174098.40"), Money(1160656))
        """
        return _cost_amounts(self)

    @property
    def computed_amounts(self) -> tuple[MoneyLike | None, ...]:
        """The amount computed from the basis of each line of cost, also where the line states another.

        Flat rates are computed on the other lines' `cost_amounts`. The amount of a line of actual cost or of a lump sum
        is the one stated.
        """
        amounts = [cost.computed for cost in self.costs]
        currency = self.currency
        for index, span in spans_if_computed(self.costs, _computed_spans(self)).items():
            amounts[index] = as_amount(span, currency)
        return tuple(amounts)

    @property
    def is_open(self) -> bool:
        """Whether the financing may leave out a payer: it has a rest, or is an open list of one side.

        >>> from esfmodel import Funder, Money
        >>> Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(11_230_000))]).is_open
        True
        """
        return bool(self.unlisted) or any(part.is_rest for part in self.financing)

    @property
    def unlisted(self) -> tuple[Contribution, ...]:
        """The contribution, of an unknown amount, that an open list leaves out; empty where every payer has a line.

        Its source is the side that is not listed where a total or costs limit what it pays, else it is a rest.

        >>> from esfmodel import Funder, Money
        >>> granted = Contribution(Funder(source=FundingSource.EU), Money(5))
        >>> Budget(financing=[granted]).unlisted
        (Contribution(None),)
        >>> Budget(financing=[granted], total=Money(9)).unlisted
        (Contribution(Funder(source=FundingSource.OWN)),)
        """
        # Most lists have money of both sides, and say without any figure that they are complete.
        if self.complete or only_side(self.financing) is None:
            return ()
        unlisted = derived_in(self).unlisted
        return () if unlisted is None else (unlisted,)

    @property
    def total_costs(self) -> MoneyLike | None:
        """The sum of the lines of cost; None when there are none or nothing is known of it."""
        return derived_in(self).amounts.get("total_costs")

    @property
    def total_financing(self) -> MoneyLike | None:
        """The sum of the contributions, with what an open list leaves out; None when nothing is listed or known."""
        return derived_in(self).amounts.get("total_financing")

    @property
    def total_cost(self) -> MoneyLike | None:
        """The total cost: as stated, else the sum of the costs, else the sum of the financing."""
        return derived_in(self).amounts.get("total_cost") if self.total is None else self.total

    @property
    def support(self) -> MoneyLike | None:
        """What is granted by the Union, the state and partner countries: all but the own contribution."""
        return derived_in(self).amounts.get("support")

    @property
    def eu_support(self) -> MoneyLike | None:
        """The Union's money: `EU` contributions, and anything from none to all of the undivided support."""
        return derived_in(self).amounts.get("eu_support")

    @property
    def own_contribution(self) -> MoneyLike | None:
        """The own contribution (medfinansiering): the total cost less the support."""
        return derived_in(self).amounts.get("own_contribution")

    @property
    def support_rate(self) -> RateLike | None:
        """The share of the total cost that is granted; None when any share is possible, or the figures contradict."""
        return derived_in(self).rates.get("support_rate")

    @property
    def eu_rate(self) -> RateLike | None:
        """The share of the total cost that is the Union's money. No ceiling of the CPR binds it on one project."""
        return derived_in(self).rates.get("eu_rate")

    @property
    def own_rate(self) -> RateLike | None:
        """The share of the total cost that the project raises itself: the complement of `support_rate`."""
        return derived_in(self).rates.get("own_rate")


# --- What a budget has derived, for its own properties and for those who ask for more


@kept
def derived_in(budget: Budget) -> Derived:
    """Return every derived figure of a budget, and which definition each followed."""
    lines = figures_of(budget.costs, budget.cost_amounts, _computed_spans(budget))
    return derive(lines, budget.financing, budget.total, budget.currency, complete=budget.complete)


@kept
def _currency_of(budget: Budget) -> str | None:
    return next((currency_in(amount) for amount in _given(budget) if amount is not None), None)


@kept
def _cost_amounts(budget: Budget) -> tuple[MoneyLike | None, ...]:
    amounts = [cost.amount for cost in budget.costs]
    currency = budget.currency
    for index, span in _computed_spans(budget).items():
        amounts[index] = as_amount(span, currency)
    return tuple(amounts)


@kept
def _computed_spans(budget: Budget) -> Mapping[int, Span]:
    return computed_spans(budget.costs, budget.currency)


@kept
def _groups_in(budget: Budget) -> Groups:
    return groups_of(budget.costs)


def spans_in(budget: Budget) -> tuple[Span, ...]:
    """Return what each line of cost may come to."""
    lines = figures_of(budget.costs, budget.cost_amounts, _computed_spans(budget))
    return tuple(Span.of(line) if isinstance(line, Money) else line for line in lines)


def is_without_low_end(budget: Budget, index: int) -> bool:
    """Whether a line of cost may be below any amount, and not only below 0."""
    low, _ = interval_of(budget.costs, index, _computed_spans(budget))
    return low is None


def base_in(budget: Budget, index: int, basis: FlatRate) -> tuple[list[int], list[int]]:
    """Return the lines that certainly belong to the base of a line's computed flat rate, and those that may."""
    return base_of(budget.costs[index], basis, _groups_in(budget))


# --- The amounts of a budget and their currency

_PARTS_OF_A_GRANT = frozenset({FundingSource.EU, FundingSource.STATE_GRANT})


def check_amounts(budget: Budget) -> None:
    """Raise `InvalidValue` for amounts in two currencies, and for amounts too large to add up.

    The sum of all absolute ends is an upper limit of every sum and difference, so one check covers them all.
    """
    currencies: set[str] = set()
    unknown: list[int] = []
    reach = 0
    for index, amount in enumerate((*map(_amount_of, budget.costs + budget.financing), budget.total)):
        if isinstance(amount, Money):
            currencies.add(amount.currency)
            reach += abs(amount.minor)
        elif amount is not None:
            currencies.add(currency_in(amount))
            reach += _reach(amount)
        else:
            unknown.append(index)
    if len(currencies) > 1:
        (_, currency), (place, other), *_ = _first_of_each_currency(budget)
        raise InvalidValue("currency.mixed", place, other, other=currency)
    for index in unknown:
        if index < len(budget.costs) and is_computed(budget.costs[index]):
            computed = as_amount(_computed_spans(budget)[index], budget.currency)
            reach += 0 if computed is None else _reach(computed)
    below_limit(reach, reach)


_amount_of: Callable[[Cost | Contribution], MoneyLike | None] = attrgetter("amount")


def _reach(amount: MoneyLike) -> int:
    return sum(abs(end.minor) for end in _ends_of(amount))


def _given(budget: Budget) -> Iterator[MoneyLike | None]:
    yield budget.total
    for cost in budget.costs:
        # What a unit cost comes to is in the currency of its price, and so is its stated amount.
        yield cost.amount
    for part in budget.financing:
        yield part.amount


def _first_of_each_currency(budget: Budget) -> list[tuple[str, str]]:
    """Return each currency with the place where it first occurs."""
    amounts: list[tuple[str, MoneyLike | None]] = [("total", budget.total)]
    for index, cost in enumerate(budget.costs):
        price = cost.basis.price if isinstance(cost.basis, UnitCost) else None
        amounts += [(f"costs[{index}]", cost.basis.amount), (f"costs[{index}].basis.price", price)]
    amounts += [(f"financing[{index}]", part.amount) for index, part in enumerate(budget.financing)]
    found: dict[str, str] = {}
    for place, amount in amounts:
        if amount is not None:
            found.setdefault(currency_in(amount), place)
    return [(place, currency) for currency, place in found.items()]


def currency_in(amount: MoneyLike) -> str:
    """Return the currency of an amount."""
    return amount.currency if isinstance(amount, Money) else _ends_of(amount)[0].currency


def _ends_of(amount: MoneyLike) -> list[Money]:
    if isinstance(amount, Money):
        return [amount]
    return [end for end in (amount.low, amount.high) if end is not None]


# --- `Budget.plan`: from one amount and one share to contributions that add up
# Every amount is a whole number of the plan's unit (kronor or öre). The own contribution and the Union's part of the
# support are rounded as the caller says; the state gets the rest of the support, so that nothing is left over.

Given = TypeVar("Given", Money, Rate)

Weight: TypeAlias = int | Decimal | Fraction
CoFunder: TypeAlias = Organisation | Funder
CoFunders: TypeAlias = Mapping[CoFunder, Weight] | Iterable[CoFunder]
"""Who raises the own contribution: a mapping to weights, or several who pay equal parts."""


class PlanOptions(TypedDict, total=False):
    """The options that every overload of `Budget.plan` takes."""

    eu_share_of_support: Rate | None
    co_funders: CoFunders | None
    rounding: Rounding
    eu_rounding: Rounding | None
    remainder: Remainder
    costs: Iterable[Cost]


# Where one part of a whole is rounded up, the other is rounded down.
_OTHER_WAY = MappingProxyType(
    {
        Rounding.MINOR_UP: Rounding.MINOR_DOWN,
        Rounding.MINOR_DOWN: Rounding.MINOR_UP,
        Rounding.WHOLE_UP: Rounding.WHOLE_DOWN,
        Rounding.WHOLE_DOWN: Rounding.WHOLE_UP,
    }
)


def planned_parts(
    amounts: Mapping[str, Money | None], rates: Mapping[str, Rate | None], rounding: Rounding
) -> tuple[tuple[Money, Money], Rate]:
    """Return (support, own contribution) and the own rate, from the one amount and the one rate that are given."""
    check_type(rounding, Rounding, "rounding")
    name, amount = _the_one(amounts, Money)
    _check_amount(name, amount, rounding)
    rate = _own_rate(*_the_one(rates, Rate))
    own_to_support = rate.fraction / (1 - rate.fraction)
    if name == "total":
        own = rate.apply(amount, rounding=rounding)
        return (amount - own, own), rate
    if name == "support":
        return (amount, Rate(own_to_support).apply(amount, rounding=rounding)), rate
    if not own_to_support:
        raise InvalidValue("plan.own_at_zero", "own", amount)
    support = Rate(1 / own_to_support).apply(amount, rounding=_OTHER_WAY.get(rounding, rounding))
    return (support, amount), rate


def planned_financing(
    support: Money,
    own: Money,
    own_rate: Rate,
    *,
    eu_share_of_support: Rate | None,
    eu_rounding: Rounding | None,
    co_funders: CoFunders | None,
    unit: Money,
    remainder: Remainder,
) -> list[Contribution]:
    """Return the contributions to support and own contribution; a source with a share of 0 % gets no line."""
    check_type(remainder, Remainder, "remainder")
    if eu_rounding is not None:
        check_type(eu_rounding, Rounding, "eu_rounding")
    financing = _support_lines(support, eu_share_of_support, eu_rounding, unit)
    if own_rate.fraction:
        return [*financing, *_own_lines(own, co_funders, unit, remainder)]
    if co_funders is not None:
        raise InvalidValue("plan.co_funders_at_zero", "co_funders")
    return financing


def plan_unit(rounding: Rounding, currency: str) -> Money:
    """Return the unit of a plan: one krona (euro), or one öre (cent)."""
    return Money(1, currency) if rounding.is_whole else Money.of_minor(1, currency)


def _the_one(given: Mapping[str, Given | None], kind: type[Given]) -> tuple[str, Given]:
    """Return the only argument that is given; raise `InvalidValue` for none or two."""
    found = [(name, value) for name, value in given.items() if value is not None]
    first, *others = given
    if not found:
        raise InvalidValue("argument.missing", first, others=tuple(others))
    for name, value in found:
        check_type(value, kind, name)
    if len(found) > 1:
        raise InvalidValue("argument.too_many", found[1][0], found[1][1], other=found[0][0])
    return found[0]


def _check_amount(name: str, amount: Money, rounding: Rounding) -> None:
    if amount.minor <= 0:
        raise InvalidValue("number.not_positive", name, amount)
    if amount.minor % plan_unit(rounding, amount.currency).minor:
        raise InvalidValue("amount.finer_than_rounding", name, amount, currency=amount.currency)


def _own_rate(name: str, rate: Rate) -> Rate:
    own = rate if name == "own_rate" else rate.complement
    if not 0 <= own.fraction <= 1:
        raise InvalidValue("share.not_of_whole", name, rate)
    if own.fraction == 1:
        raise InvalidValue("plan.no_support", name, rate)
    return own


def _support_lines(
    support: Money, eu_share: Rate | None, eu_rounding: Rounding | None, unit: Money
) -> list[Contribution]:
    """Return the support as one undivided line, or as the Union's part and the state's."""
    if eu_share is None:
        if eu_rounding is not None:
            raise InvalidValue("argument.lacks", "eu_rounding", eu_rounding, other="eu_share_of_support")
        return [Contribution(Funder(source=FundingSource.EU_AND_STATE), support)]
    union = _union_part(support, eu_share, eu_rounding, unit)
    parts = (
        (FundingSource.EU, union, eu_share),
        (FundingSource.STATE_GRANT, support - union, eu_share.complement),
    )
    return [Contribution(Funder(source=source), amount) for source, amount, share in parts if share.fraction]


def _union_part(support: Money, share: Rate, rounding: Rounding | None, unit: Money) -> Money:
    check_type(share, Rate, "eu_share_of_support")
    if not 0 <= share.fraction <= 1:
        raise InvalidValue("share.not_of_whole", "eu_share_of_support", share)
    if share.fraction == 1:
        return support
    cut = Rounding.WHOLE_DOWN if unit == Money(1, unit.currency) else Rounding.MINOR_DOWN
    union = share.apply(support, rounding=cut if rounding is None else rounding)
    if union > support:
        raise InvalidValue("plan.union_exceeds_support", "eu_rounding", rounding, union=union)
    return union


def _own_lines(own: Money, co_funders: CoFunders | None, unit: Money, remainder: Remainder) -> list[Contribution]:
    """Return the own contribution as one line, or as each co-funder's part in units of the plan."""
    if co_funders is None:
        return [Contribution(Funder(source=FundingSource.OWN), own)]
    weights = _co_funder_weights(co_funders)
    units = Money.of_minor(own.minor // unit.minor, own.currency)
    try:
        parts = units.allocate((weight for _, weight in weights), remainder=remainder)
    except InvalidValue as error:
        raise error.at(error.place.replace("weights", "co_funders", 1)) from error
    return [Contribution(funder, part * unit.minor) for (funder, _), part in zip(weights, parts, strict=True)]


def _co_funder_weights(co_funders: CoFunders) -> list[tuple[Funder, Weight]]:
    if isinstance(co_funders, Mapping):
        weighed = cast("Mapping[CoFunder, Weight]", co_funders)
        return [(_co_funder(each, index), weight) for index, (each, weight) in enumerate(weighed.items())]
    return [(_co_funder(each, index), 1) for index, each in enumerate(as_tuple(co_funders, "co-funders", "co_funders"))]


def _co_funder(given: CoFunder, index: int) -> Funder:
    if isinstance(given, Organisation):
        return Funder(given, source=FundingSource.OWN)
    if not isinstance(given, Funder):
        raise TypeError(f"co_funders[{index}] must be Organisation or Funder, not {type(given).__name__}")
    if not given.source.is_own:
        raise InvalidValue("plan.not_own_money", f"co_funders[{index}]", given.source)
    return given
