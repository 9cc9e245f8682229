"""Read what a label of money means: in a table's rows and columns, on a project's page, in a list of operations.

>>> meaning = label_meaning("Beviljat EU-stöd (tkr)")
>>> meaning.side.name, meaning.source.name, meaning.stage.name, meaning.currency, meaning.unit
('FINANCING', 'EU', 'GRANTED', 'SEK', 1000)
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from esfmodel.model.costs import CostCategory
    from esfmodel.model.funding import ContributionForm, FundingSource


class LabelSide(enum.Enum):
    """What the figure or text under a label is."""

    FINANCING = "financing"
    COST = "cost"
    TOTAL = "total"
    SHARE = "share"
    COUNT = "count"
    DATE = "date"
    ID = "id"
    NAME = "name"
    BODY = "body"
    TEXT = "text"
    YEAR = "year"
    REMAINDER = "remainder"
    NOT_OURS = "no amount of the project"
    UNKNOWN = "unknown"


class Stage(enum.Enum):
    """How far an amount has come: from the application to the account."""

    APPLIED = "applied"
    GRANTED = "granted"
    PAID = "paid"
    FORECAST = "forecast"
    BUDGET = "budget"
    OUTCOME = "outcome"


@attrs.frozen
class LabelMeaning:
    """The meaning of a label; a field that the label does not state is None."""

    label: str
    side: LabelSide
    source: FundingSource | None = None
    form: ContributionForm | None = None
    category: CostCategory | None = None
    stage: Stage | None = None
    of_which: bool = False
    currency: str | None = None
    currencies: tuple[str, ...] = ()
    unit: int | None = None
    body: str | None = None
    role: str | None = None
    of: LabelSide | None = None
    subtotal: bool = False
    deduction: bool = False


def label_meaning(label: str, *, within: LabelSide | None = None) -> LabelMeaning:
    """Return the meaning of a label."""
    raise NotImplementedError


def is_note(label: str) -> bool:
    """Whether a line is a note on the table rather than a row of it."""
    raise NotImplementedError
