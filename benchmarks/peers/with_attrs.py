"""A project as classes of attrs with validators."""

# The annotations are read while the program runs.
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
from attrs import validators

from peers import shared
from peers.shared import CostCategory, Fund, FundingSource

Validator: TypeAlias = Callable[[Any, Any, Any], None]


def _check_text(_instance: object, _field: object, text: str) -> None:
    shared.check_text(text)


def _check_currency(_instance: object, _field: object, code: str) -> None:
    shared.check_currency(code)


def _check_amount(_instance: object, _field: object, amount: Decimal) -> None:
    _sign, digits, exponent = amount.as_tuple()
    if isinstance(exponent, str) or exponent < -shared.DECIMALS or len(digits) + max(exponent, 0) > shared.DIGITS:
        raise ValueError("too many digits")


def _is(*kinds: type) -> Validator:
    check: Validator = validators.instance_of(kinds)
    return check


def _may_be(kind: type) -> Validator:
    return validators.optional(_is(kind))


def _all(kind: type) -> Validator:
    return validators.deep_iterable(_is(kind), _is(tuple))


NAME: Validator = validators.and_(validators.instance_of(str), validators.max_len(shared.LONGEST), _check_text)
TEXT: Validator = validators.optional(NAME)
YEAR: Validator = validators.optional(
    validators.and_(validators.instance_of(int), validators.ge(shared.FIRST_YEAR), validators.le(shared.LAST_YEAR))
)
NOT_NEGATIVE: Validator = validators.and_(validators.instance_of(Decimal), validators.ge(Decimal(0)))


@attrs.frozen
class Money:
    amount: Decimal = attrs.field(converter=Decimal, validator=_check_amount)
    currency: str = attrs.field(default="SEK", validator=_check_currency)


@attrs.frozen
class ActualCost:
    amount: Money | None = attrs.field(default=None, validator=_may_be(Money))


@attrs.frozen
class UnitCost:
    price: Money = attrs.field(validator=_is(Money))
    units: Decimal = attrs.field(validator=NOT_NEGATIVE)


@attrs.frozen
class FlatRate:
    rate: Decimal = attrs.field(validator=NOT_NEGATIVE)
    base: tuple[CostCategory, ...] = attrs.field(validator=_all(CostCategory))


@attrs.frozen
class Cost:
    category: CostCategory = attrs.field(validator=_is(CostCategory))
    basis: ActualCost | UnitCost | FlatRate = attrs.field(validator=_is(ActualCost, UnitCost, FlatRate))
    partner: str | None = attrs.field(default=None, validator=TEXT)
    phase: str | None = attrs.field(default=None, validator=TEXT)
    year: int | None = attrs.field(default=None, validator=YEAR)
    description: str | None = attrs.field(default=None, validator=TEXT)


@attrs.frozen
class Organisation:
    name: str = attrs.field(validator=NAME)


@attrs.frozen(kw_only=True)
class Funder:
    organisation: Organisation | None = attrs.field(default=None, validator=_may_be(Organisation))
    source: FundingSource = attrs.field(validator=_is(FundingSource))


@attrs.frozen
class Contribution:
    funder: Funder | None = attrs.field(default=None, validator=_may_be(Funder))
    amount: Money | None = attrs.field(default=None, validator=_may_be(Money))
    year: int | None = attrs.field(default=None, validator=YEAR)


@attrs.frozen
class Budget:
    costs: tuple[Cost, ...] = attrs.field(default=(), validator=_all(Cost))
    financing: tuple[Contribution, ...] = attrs.field(default=(), validator=_all(Contribution))
    total: Money | None = attrs.field(default=None, validator=_may_be(Money))
    complete: bool = attrs.field(default=False, validator=_is(bool))

    def __attrs_post_init__(self) -> None:
        shared.check_budget(self, ActualCost, UnitCost)


@attrs.frozen
class Period:
    start: date = attrs.field(validator=_is(date))
    end: date = attrs.field(validator=_is(date))

    def __attrs_post_init__(self) -> None:
        shared.check_period(self.start, self.end)


@attrs.frozen
class Project:
    name: str = attrs.field(validator=NAME)
    fund: str | None = attrs.field(default=None, validator=_may_be(Fund))
    programming_period: str | None = attrs.field(
        default=None, validator=validators.optional(validators.in_(("2014-2020", "2021-2027")))
    )
    period: Period | None = attrs.field(default=None, validator=_may_be(Period))
    budget: Budget | None = attrs.field(default=None, validator=_may_be(Budget))
