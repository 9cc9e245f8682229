"""The own share that a call demands: exactly, at least or at most, with the tolerance that the call states.

>>> from esfmodel import Rate
>>> from esfmodel.model import OwnShare
>>> OwnShare.exactly(Rate.of_percent(53), tolerance=Rate.of_percent("0.5")).met_by(Rate.of_percent("52.5"))
True
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_count_or_unknown
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled
from esfmodel.values.money import Rate
from esfmodel.values.rounding import Rounding

_MOST_DECIMALS = 20


class Requirement(Labelled):
    """How a demanded share binds.

    >>> Requirement.AT_LEAST.value
    'at least'
    """

    EXACTLY = "exactly"
    AT_LEAST = "at least"
    AT_MOST = "at most"


def _is_a_share(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    if isinstance(value, Rate) and not 0 <= value.fraction <= 1:
        raise InvalidValue("share.not_of_whole", field.name, value)


def _is_rate(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    is_a(Rate)(owner, field, value)
    _is_a_share(owner, field, value)


def _is_rate_or_unknown(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    is_a(Rate, type(None))(owner, field, value)
    _is_a_share(owner, field, value)


@attrs.frozen
class OwnShare(Replaceable):
    """The share of the total cost that a call demands of the project itself (medfinansiering).

    `tolerance` is in percentage points, as the call states it ("+/- 0,5 %"). Without one, a share is exactly the
    demanded one where both round to the same in the decimals that the call prints: 46.04 % is "46 %". A least or a most
    is not rounded: 45.9 % is less than "at least 46 %". `decimals` is how many decimals are printed; None means as many
    as the rate needs.

    >>> OwnShare.exactly(Rate.of_percent(46)).met_by(Rate.of_percent("46.46"))
    True
    >>> OwnShare.at_least(Rate.of_percent(46)).met_by(Rate.of_percent("45.9"))
    False
    """

    requirement: Requirement = attrs.field(validator=is_a(Requirement))
    rate: Rate = attrs.field(validator=_is_rate)
    tolerance: Rate | None = attrs.field(default=None, validator=_is_rate_or_unknown, kw_only=True)
    decimals: int | None = attrs.field(default=None, validator=is_count_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Limit the decimals, so that rounding to them cannot take unlimited time."""
        if self.decimals is not None and self.decimals > _MOST_DECIMALS:
            raise InvalidValue("number.outside", "decimals", self.decimals, low=0, high=_MOST_DECIMALS)

    @classmethod
    def exactly(cls, rate: Rate, *, tolerance: Rate | None = None, decimals: int | None = None) -> OwnShare:
        """Return the demand for exactly a share."""
        return cls(Requirement.EXACTLY, rate, tolerance=tolerance, decimals=decimals)

    @classmethod
    def at_least(cls, rate: Rate, *, tolerance: Rate | None = None, decimals: int | None = None) -> OwnShare:
        """Return the demand for at least a share."""
        return cls(Requirement.AT_LEAST, rate, tolerance=tolerance, decimals=decimals)

    @classmethod
    def at_most(cls, rate: Rate, *, tolerance: Rate | None = None, decimals: int | None = None) -> OwnShare:
        """Return the demand for at most a share."""
        return cls(Requirement.AT_MOST, rate, tolerance=tolerance, decimals=decimals)

    def met_by(self, rate: Rate) -> bool:
        """Whether an own share meets the demand."""
        if not isinstance(rate, Rate):
            raise TypeError(f"rate must be a Rate, not {type(rate).__name__}")
        if self.requirement is Requirement.EXACTLY:
            if self.tolerance is not None:
                return rate.within(self.rate, points=self.tolerance)
            return self._as_printed(rate) == self._as_printed(self.rate)
        slack = Fraction(0) if self.tolerance is None else self.tolerance.fraction
        # Where the call prints its demand milder than it is, an applicant sees the printed one.
        ends = (self.rate.fraction, self.rate.fraction if self.tolerance else self._as_printed(self.rate))
        if self.requirement is Requirement.AT_LEAST:
            return rate.fraction >= min(ends) - slack
        return rate.fraction <= max(ends) + slack

    def _as_printed(self, rate: Rate) -> Fraction:
        """Round to the decimals that the call prints; not at all where the demanded rate is no finite decimal."""
        percent = self.rate.percent
        if self.decimals is None and percent is None:
            return rate.fraction
        printed = self.decimals if self.decimals is not None else _decimals(percent)
        step = 100 * Fraction(10) ** printed
        return Rounding.WHOLE_HALF_UP.to_integer(rate.fraction * step) / step


def _decimals(percent: object) -> int:
    _, _, decimals = f"{percent:f}".partition(".")
    return len(decimals)
