"""A project as structs of msgspec, which checks what it reads and not what a program makes."""

# The annotations are read while the program runs.
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from peers import shared
from peers.shared import CostCategory, Fund, FundingSource

Text = Annotated[str, msgspec.Meta(max_length=shared.LONGEST)]
Year = Annotated[int, msgspec.Meta(ge=shared.FIRST_YEAR, le=shared.LAST_YEAR)]


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    amount: Decimal
    currency: str = "SEK"

    def __post_init__(self) -> None:
        shared.check_currency(self.currency)
        if round(self.amount, shared.DECIMALS) != self.amount:
            raise ValueError("too many decimals")


class ActualCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="actual"):
    amount: Money | None = None


class UnitCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="unit"):
    price: Money
    units: Decimal


class FlatRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="flat"):
    rate: Decimal
    base: tuple[CostCategory, ...]


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: CostCategory
    basis: ActualCost | UnitCost | FlatRate
    partner: Text | None = None
    phase: Text | None = None
    year: Year | None = None
    description: Text | None = None

    def __post_init__(self) -> None:
        for text in (self.partner, self.phase, self.description):
            if text is not None:
                shared.check_text(text)


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Text

    def __post_init__(self) -> None:
        shared.check_text(self.name)


class Funder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: FundingSource
    organisation: Organisation | None = None


class Contribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    funder: Funder | None = None
    amount: Money | None = None
    year: Year | None = None


class Budget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    costs: tuple[Cost, ...] = ()
    financing: tuple[Contribution, ...] = ()
    total: Money | None = None
    complete: bool = False

    def __post_init__(self) -> None:
        shared.check_budget(self, ActualCost, UnitCost)


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    start: date
    end: date

    def __post_init__(self) -> None:
        shared.check_period(self.start, self.end)


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Text
    fund: Fund | None = None
    programming_period: Literal["2014-2020", "2021-2027"] | None = None
    period: Period | None = None
    budget: Budget | None = None

    def __post_init__(self) -> None:
        shared.check_text(self.name)
