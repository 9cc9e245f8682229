"""A project as structs of msgspec, which checks what it reads and not what a program makes."""

# The annotations are read while the program runs.
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from esfmodel import CostCategory, FundingSource
from peers import checks

Text = Annotated[str, msgspec.Meta(max_length=checks.LONGEST)]
Year = Annotated[int, msgspec.Meta(ge=checks.FIRST_YEAR, le=checks.LAST_YEAR)]


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An amount in a currency."""

    amount: Decimal
    currency: str = "SEK"

    def __post_init__(self) -> None:
        """Check what no annotation of msgspec does."""
        checks.check_currency(self.currency)
        if round(self.amount, checks.DECIMALS) != self.amount:
            raise ValueError("too many decimals")


class ActualCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="actual"):
    """What was paid."""

    amount: Money | None = None


class UnitCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="unit"):
    """A price for each of many units."""

    price: Money
    units: Decimal


class FlatRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="flat"):
    """A share of other lines."""

    rate: Decimal
    base: tuple[CostCategory, ...]


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of costs."""

    category: CostCategory
    basis: ActualCost | UnitCost | FlatRate
    partner: Text | None = None
    phase: Text | None = None
    year: Year | None = None
    description: Text | None = None

    def __post_init__(self) -> None:
        """Check the text."""
        for text in (self.partner, self.phase, self.description):
            if text is not None:
                checks.check_text(text)


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who pays."""

    name: Text

    def __post_init__(self) -> None:
        """Check the text."""
        checks.check_text(self.name)


class Funder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who pays, and whose money it is."""

    source: FundingSource
    organisation: Organisation | None = None


class Contribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of financing."""

    funder: Funder | None = None
    amount: Money | None = None
    year: Year | None = None


class Budget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Costs and what pays for them."""

    costs: tuple[Cost, ...] = ()
    financing: tuple[Contribution, ...] = ()
    total: Money | None = None
    complete: bool = False

    def __post_init__(self) -> None:
        """Check the amounts and sources together."""
        checks.check_budget(self, ActualCost, UnitCost)


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From a day to a day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Check the order."""
        checks.check_period(self.start, self.end)


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A project."""

    name: Text
    fund: Literal["ESF+", "ERDF"] | None = None
    programming_period: Literal["2014-2020", "2021-2027"] | None = None
    period: Period | None = None
    budget: Budget | None = None

    def __post_init__(self) -> None:
        """Check the text."""
        checks.check_text(self.name)
