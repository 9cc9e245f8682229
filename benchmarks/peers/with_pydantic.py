"""A project as models of pydantic."""

# The annotations are read while the program runs.
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

import pydantic

from peers import shared
from peers.shared import CostCategory, Fund, FundingSource

Text = Annotated[str, pydantic.Field(max_length=shared.LONGEST), pydantic.AfterValidator(shared.check_text)]
Year = Annotated[int, pydantic.Field(ge=shared.FIRST_YEAR, le=shared.LAST_YEAR, strict=True)]
Number = Annotated[Decimal, pydantic.Field(max_digits=shared.DIGITS, decimal_places=shared.DECIMALS)]


class Model(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")


class Money(Model):
    amount: Number
    currency: Annotated[str, pydantic.AfterValidator(shared.check_currency)] = "SEK"


class ActualCost(Model):
    kind: Literal["actual"] = "actual"
    amount: Money | None = None


class UnitCost(Model):
    kind: Literal["unit"] = "unit"
    price: Money
    units: Annotated[Decimal, pydantic.Field(ge=0)]


class FlatRate(Model):
    kind: Literal["flat"] = "flat"
    rate: Annotated[Decimal, pydantic.Field(ge=0)]
    base: tuple[CostCategory, ...]


class Cost(Model):
    category: CostCategory
    basis: Annotated[ActualCost | UnitCost | FlatRate, pydantic.Field(discriminator="kind")]
    partner: Text | None = None
    phase: Text | None = None
    year: Year | None = None
    description: Text | None = None


class Organisation(Model):
    name: Text


class Funder(Model):
    organisation: Organisation | None = None
    source: FundingSource


class Contribution(Model):
    funder: Funder | None = None
    amount: Money | None = None
    year: Year | None = None


class Budget(Model):
    costs: tuple[Cost, ...] = ()
    financing: tuple[Contribution, ...] = ()
    total: Money | None = None
    complete: bool = False

    @pydantic.model_validator(mode="after")
    def _adds_up(self) -> Self:
        shared.check_budget(self, ActualCost, UnitCost)
        return self


class Period(Model):
    start: date
    end: date

    @pydantic.model_validator(mode="after")
    def _in_order(self) -> Self:
        shared.check_period(self.start, self.end)
        return self


class Project(Model):
    name: Text
    fund: Fund | None = None
    programming_period: Literal["2014-2020", "2021-2027"] | None = None
    period: Period | None = None
    budget: Budget | None = None
