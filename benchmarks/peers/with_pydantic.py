"""A project as models of pydantic."""

# The annotations are read while the program runs.
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

import pydantic

from esfmodel import CostCategory, FundingSource
from peers import checks

Text = Annotated[str, pydantic.Field(max_length=checks.LONGEST), pydantic.AfterValidator(checks.check_text)]
Year = Annotated[int, pydantic.Field(ge=checks.FIRST_YEAR, le=checks.LAST_YEAR, strict=True)]
Number = Annotated[Decimal, pydantic.Field(max_digits=checks.DIGITS, decimal_places=checks.DECIMALS)]


class Model(pydantic.BaseModel):
    """What cannot be changed, and takes no unknown field."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")


class Money(Model):
    """An amount in a currency."""

    amount: Number
    currency: Annotated[str, pydantic.AfterValidator(checks.check_currency)] = "SEK"


class ActualCost(Model):
    """What was paid."""

    kind: Literal["actual"] = "actual"
    amount: Money | None = None


class UnitCost(Model):
    """A price for each of many units."""

    kind: Literal["unit"] = "unit"
    price: Money
    units: Annotated[Decimal, pydantic.Field(ge=0)]


class FlatRate(Model):
    """A share of other lines."""

    kind: Literal["flat"] = "flat"
    rate: Annotated[Decimal, pydantic.Field(ge=0)]
    base: tuple[CostCategory, ...]


class Cost(Model):
    """A line of costs."""

    category: CostCategory
    basis: Annotated[ActualCost | UnitCost | FlatRate, pydantic.Field(discriminator="kind")]
    partner: Text | None = None
    phase: Text | None = None
    year: Year | None = None
    description: Text | None = None


class Organisation(Model):
    """Somebody who pays."""

    name: Text


class Funder(Model):
    """Somebody who pays, and whose money it is."""

    organisation: Organisation | None = None
    source: FundingSource


class Contribution(Model):
    """A line of financing."""

    funder: Funder | None = None
    amount: Money | None = None
    year: Year | None = None


class Budget(Model):
    """Costs and what pays for them."""

    costs: tuple[Cost, ...] = ()
    financing: tuple[Contribution, ...] = ()
    total: Money | None = None
    complete: bool = False

    @pydantic.model_validator(mode="after")
    def _adds_up(self) -> Self:
        checks.check_budget(self, ActualCost, UnitCost)
        return self


class Period(Model):
    """From a day to a day."""

    start: date
    end: date

    @pydantic.model_validator(mode="after")
    def _in_order(self) -> Self:
        checks.check_period(self.start, self.end)
        return self


class Project(Model):
    """A project."""

    name: Text
    fund: Literal["ESF+", "ERDF"] | None = None
    programming_period: Literal["2014-2020", "2021-2027"] | None = None
    period: Period | None = None
    budget: Budget | None = None
