"""State aid: whether support is aid, on what basis it is lawful, when the right to it was conferred, and how much.

Articles 107 and 108 of the Treaty; Regulation (EU) 2023/2831 on de minimis aid, Article 3(3): aid is granted when the
legal right to it is conferred, whenever it is paid.

>>> from esfmodel import Aid, AidBasis, Money
>>> aid = Aid(AidBasis.DE_MINIMIS, "2025-03-14", amount=Money(45_000, "EUR"))
>>> aid.basis.is_state_aid
False
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import as_call, as_call_on_lines, is_a
from esfmodel.values import dates
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money
from esfmodel.values.period import Period, as_when

if TYPE_CHECKING:
    import datetime

    from esfmodel.values.dates import Date


class AidBasis(Labelled):
    """Why support is lawful under the rules on State aid.

    `NONE` is support that is no aid. `DE_MINIMIS` is aid under Regulation (EU) 2023/2831 and `DE_MINIMIS_2013` under
    Regulation (EU) No 1407/2013 before it; neither is State aid. `BLOCK_EXEMPTION` is aid under Regulation (EU) No
    651/2014, `APPROVED` aid that the Commission has approved, `STATE_AID` State aid on a basis that is not stated.

    >>> AidBasis.BLOCK_EXEMPTION.is_state_aid
    True
    """

    NONE = "no aid"
    DE_MINIMIS = "de minimis"
    DE_MINIMIS_2013 = "de minimis of 2013"
    BLOCK_EXEMPTION = "block exemption"
    APPROVED = "approved"
    STATE_AID = "State aid"

    @property
    def is_de_minimis(self) -> bool:
        """Whether it is de minimis aid, under the regulation in force or the one before it."""
        return self in {AidBasis.DE_MINIMIS, AidBasis.DE_MINIMIS_2013}

    @property
    def is_state_aid(self) -> bool:
        """Whether it is State aid; de minimis aid does not meet all criteria of Article 107(1) of the Treaty."""
        return self is not AidBasis.NONE and not self.is_de_minimis


def _as_conferred_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "conferred_on")


@attrs.frozen
class Aid(Replaceable):
    """On what basis support is lawful aid, or that it is no aid.

    `conferred_on` is the day on which the right to the aid was conferred, a `Period` where only the month or year is
    known. `amount` is the aid's value on that day, as a gross grant equivalent; None is not stated, and then the aid is
    the support of the project.

    Raises `InvalidValue` for a day or an amount of support that is no aid, and for an amount below zero.

    >>> Aid(AidBasis.NONE).amount is None
    True
    """

    basis: AidBasis = attrs.field(validator=is_a(AidBasis))
    conferred_on: dates.Date | Period | None = attrs.field(default=None, converter=_as_conferred_on)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that support that is no aid has neither day nor amount of aid, and that an amount is not negative."""
        if self.amount is not None and self.amount.minor < 0:
            raise InvalidValue("value.negative", "amount", self.amount)
        if self.basis is AidBasis.NONE:
            for place, given in (("conferred_on", self.conferred_on), ("amount", self.amount)):
                if given is not None:
                    raise InvalidValue("aid.none", place, given)
