"""Who pays how much in a financing plan: from one amount and one share to contributions that add up.

Every amount is counted in the plan's unit, whole kronor or öre. The own contribution is rounded as the caller says, the
Union's part of the support as he says, and the rest of the support is the state's: nothing is left over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypedDict, TypeVar, cast

from esfmodel.errors import InvalidValue
from esfmodel.model._fields import is_a_named, several
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Remainder, Rounding

if TYPE_CHECKING:
    from esfmodel.model.costs import Cost

Given = TypeVar("Given", Money, Rate)

Weight: TypeAlias = int | Decimal | Fraction
CoFunder: TypeAlias = Organisation | Funder
CoFunders: TypeAlias = Mapping[CoFunder, Weight] | Iterable[CoFunder]
"""Who raises the own contribution: each with a weight, or several who share alike."""


class PlanOptions(TypedDict, total=False):
    """What every call of `Budget.plan` may say beside its amount and its rate."""

    eu_share_of_support: Rate | None
    co_funders: CoFunders | None
    rounding: Rounding
    eu_rounding: Rounding | None
    remainder: Remainder
    costs: Iterable[Cost]


# What rounds one part of a whole up cuts the other.
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
    """Give support and own contribution, and the own rate, from the one amount and the one rate that are given."""
    is_a_named(rounding, Rounding, "rounding")
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
        raise InvalidValue("own", amount, "is raised at an own rate of 0 %", "give support= or total=, or another rate")
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
    """List who pays support and own contribution; nobody is listed whose share is nothing at all."""
    is_a_named(remainder, Remainder, "remainder")
    if eu_rounding is not None:
        is_a_named(eu_rounding, Rounding, "eu_rounding")
    financing = _support(support, eu_share_of_support, eu_rounding, unit)
    if own_rate.fraction:
        return [*financing, *_own(own, co_funders, unit, remainder)]
    if co_funders is not None:
        raise InvalidValue("co_funders", co_funders, "have nothing to pay at an own rate of 0 %", "leave them out")
    return financing


def unit_of(rounding: Rounding, currency: str) -> Money:
    """Give the unit that a plan is in: a whole krona, or an öre."""
    return Money(1, currency) if rounding.is_whole else Money.of_minor(1, currency)


def _the_one(given: Mapping[str, Given | None], kind: type[Given]) -> tuple[str, Given]:
    """Find the one that is given; none and two are refused."""
    found = [(name, value) for name, value in given.items() if value is not None]
    first, *others = given
    if not found:
        wrong = f"is not given, and neither is {' or '.join(others)}"
        raise InvalidValue(first, None, wrong, "give exactly one of them")
    for name, value in found:
        is_a_named(value, kind, name)
    if len(found) > 1:
        raise InvalidValue(found[1][0], found[1][1], f"is given beside {found[0][0]}", "give exactly one of them")
    return found[0]


def _check_amount(name: str, amount: Money, rounding: Rounding) -> None:
    if amount.minor <= 0:
        raise InvalidValue(name, amount, "is nothing to make a plan of", "give an amount above zero")
    if amount.minor % unit_of(rounding, amount.currency).minor:
        wrong = "is finer than the whole units that the plan is rounded to"
        raise InvalidValue(name, amount, wrong, "round it first, or pass rounding=Rounding.MINOR_UP")


def _own_rate(name: str, rate: Rate) -> Rate:
    own = rate if name == "own_rate" else rate.complement
    if not 0 <= own.fraction <= 1:
        raise InvalidValue(name, rate, "is no share of a whole", "give a share from 0 % to 100 %")
    if own.fraction == 1:
        raise InvalidValue(name, rate, "leaves no support to plan with", "give a rate that leaves some")
    return own


def _support(support: Money, eu_share: Rate | None, eu_rounding: Rounding | None, unit: Money) -> list[Contribution]:
    """List the support: undivided, or the Union's part and what is left of it for the state."""
    if eu_share is None:
        if eu_rounding is not None:
            wrong = "rounds the Union's part of the support, and nobody has said what part that is"
            raise InvalidValue("eu_rounding", eu_rounding, wrong, "give eu_share_of_support= too, or leave it out")
        return [Contribution(Funder(source=FundingSource.EU_AND_STATE), support)]
    union = _union_part(support, eu_share, eu_rounding, unit)
    parts = (
        (FundingSource.EU, union, eu_share),
        (FundingSource.STATE_GRANT, support - union, eu_share.complement),
    )
    return [Contribution(Funder(source=source), amount) for source, amount, share in parts if share.fraction]


def _union_part(support: Money, share: Rate, rounding: Rounding | None, unit: Money) -> Money:
    is_a_named(share, Rate, "eu_share_of_support")
    if not 0 <= share.fraction <= 1:
        raise InvalidValue("eu_share_of_support", share, "is no share of the support", "give one from 0 % to 100 %")
    if share.fraction == 1:
        return support
    cut = Rounding.WHOLE_DOWN if unit == Money(1, unit.currency) else Rounding.MINOR_DOWN
    union = share.apply(support, rounding=cut if rounding is None else rounding)
    if union > support:
        wrong = f"makes the Union's part {union}, which is more than the support"
        raise InvalidValue("eu_rounding", rounding, wrong, "round it down, or to the unit of the plan")
    return union


def _own(own: Money, co_funders: CoFunders | None, unit: Money, remainder: Remainder) -> list[Contribution]:
    """List the own contribution: one line, or each co-funder's part in units of the plan."""
    if co_funders is None:
        return [Contribution(Funder(source=FundingSource.OWN), own)]
    weights = _weights(co_funders)
    units = Money.of_minor(own.minor // unit.minor, own.currency)
    try:
        parts = units.allocate((weight for _, weight in weights), remainder=remainder)
    except InvalidValue as error:
        place = error.place.replace("weights", "co_funders", 1)
        raise InvalidValue(place, error.given, error.wrong, error.advice) from error
    return [Contribution(funder, part * unit.minor) for (funder, _), part in zip(weights, parts, strict=True)]


def _weights(co_funders: CoFunders) -> list[tuple[Funder, Weight]]:
    if isinstance(co_funders, Mapping):
        weighed = cast("Mapping[CoFunder, Weight]", co_funders)
        return [(_co_funder(each, index), weight) for index, (each, weight) in enumerate(weighed.items())]
    return [(_co_funder(each, index), 1) for index, each in enumerate(several(co_funders, "co-funders", "co_funders"))]


def _co_funder(given: CoFunder, index: int) -> Funder:
    if isinstance(given, Organisation):
        return Funder(given, source=FundingSource.OWN)
    if not isinstance(given, Funder):
        raise TypeError(f"co_funders[{index}] must be Organisation or Funder, not {type(given).__name__}")
    if not given.source.is_own:
        wrong = f"pays {given.source.name}, which is support and no own contribution"
        raise InvalidValue(f"co_funders[{index}]", given, wrong, "give an organisation, or a source that begins OWN")
    return given
