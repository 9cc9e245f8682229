"""A figure found in running text: where it stands, and what is known of it.

`esfmodel.text.sv.find_figures` finds them.

>>> from esfmodel.text import sv
>>> [figure] = sv.find_figures("Projektet får drygt 12 miljoner kronor.")
>>> figure.text, figure.stated, figure.value
('drygt 12 miljoner kronor', Money(12000000), Bounds.over(Money(12000000)))
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import as_call, as_call_on_lines, as_tuple, is_a, is_text
from esfmodel.values.bounds import Bounds
from esfmodel.values.dates import Date, DateLike, as_date
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class FigureKind(Labelled):
    """What a figure measures."""

    MONEY = "money"
    RATE = "rate"
    PERIOD = "period"
    DURATION = "duration"
    DATE = "date"


class Approximation(Labelled):
    """What the words beside a figure make of it.

    `OVER` is "drygt", "över", "minst"; `UNDER` is "närmare", "knappt", "upp till", "högst"; `ABOUT` is "cirka". A
    figure without such a word is `EXACT`, although it may have been rounded (see `Figure.step`).
    """

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class DateRole(Labelled):
    """What happens at a time, where the words beside it say so."""

    PUBLISHED = "published"
    UPDATED = "updated"
    DECIDED = "decided"
    MEETING = "meeting"
    OPENS = "opens"
    CLOSES = "closes"
    DUE = "due"
    STARTS = "starts"
    ENDS = "ends"
    AS_OF = "as of"


class TimePrecision(Labelled):
    """How finely a text states a time; a quarter and another part of a year are stated in months."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


@attrs.frozen
class DurationRange:
    """The two ends of a range of durations in months; raises `InvalidValue` when the first is the longer.

    >>> from esfmodel.text import sv
    >>> [figure] = sv.find_figures("Projekten pågår i ett till två år.")
    >>> figure.value, figure.value.low
    (DurationRange(12, 24), 12)
    """

    low: int = attrs.field(validator=is_a(int))
    high: int = attrs.field(validator=is_a(int))

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise InvalidValue("bounds.empty", "bounds", (self.low, self.high))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


FigureValue: TypeAlias = (
    Money | Rate | Bounds[Money] | Bounds[Rate] | Date | Period | OpenPeriod | int | DurationRange | None
)
"""What a figure may have as its value."""


def _as_value(value: FigureValue | DateLike) -> FigureValue:
    return as_date(value, "value") if isinstance(value, (str, datetime.date)) else value


class Per(Labelled):
    """What an amount or a share is paid or counted for, time and again.

    `EACH` is each of several ("vardera", "styck"), and anything that has no member of its own ("per företag"). Where
    two are stated, as in "per deltagare och månad", it is the first. Figures with a `per` are not to be summed.
    """

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    PARTICIPANT = "participant"
    MUNICIPALITY = "municipality"
    PROJECT = "project"
    PARTNER = "partner"
    EACH = "each"


class FigureRole(Labelled):
    """Whose money an amount is, or is a share of the whole.

    `TOTAL` is the total cost, budget or financing; `SUPPORT` the support, where its payer is not stated, or undivided
    as in "ESF-stöd"; `EU` the Union's money; `STATE` the state's; `OWN` the project's own contribution
    (medfinansiering); `FUNDER` money of another payer that is stated, such as a municipality.
    """

    TOTAL = "total"
    SUPPORT = "support"
    EU = "EU"
    STATE = "state"
    OWN = "own"
    FUNDER = "funder"


class FigureStage(Labelled):
    """How far an amount has come, from the application to the account."""

    APPLIED = "applied"
    GRANTED = "granted"
    PAID = "paid"


def _as_span(span: Iterable[int]) -> tuple[int, int]:
    start, end = as_tuple(span, "offsets", "span")
    return start, end


def _is_a_span(_figure: object, field: attrs.Attribute[Any], span: tuple[int, int]) -> None:
    start, end = span
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"{field.name} must be two whole numbers")


@attrs.frozen
class Figure:
    """A figure in a text: `text` is the part of the text from `span[0]` up to `span[1]`.

    `stated` is the amount or share as printed, without the words beside it; None for a range ("2–3 miljoner"), a time
    and a duration; of a figure with its tolerance ("53 ± 0,5 %") it is the middle. `approx` is what the words beside it
    mean. `value` is what is then known: the amount or share, its bounds, the period, the date, or the duration in
    months; None for "about", except that a range keeps its two ends and a duration or time is what is printed. `step`
    is one in the last printed digit: a million for 24 miljoner, a hundred thousand for 2,6 miljoner, None for a figure
    in words alone ("hälften"). `Bounds.rounded(figure.stated, figure.step)` is what an exact figure may have been
    before it was rounded.

    `per`, `role` and `stage` are what the words beside an amount or a share tell of it, and None where they tell
    nothing or can be read in two ways. `of_which` is whether it is part of an amount before it ("varav").

    >>> from esfmodel.text import sv
    >>> [figure] = sv.find_figures("Stödet är 2,6 mkr.")
    >>> figure.value, figure.step
    (Money(2600000), Money(100000))
    >>> [total, part] = sv.find_figures("Budgeten är 5 mkr, varav 2 mkr beviljas från ERUF.")
    >>> total.role, part.role, part.stage, part.of_which
    (<FigureRole.TOTAL: 'total'>, <FigureRole.EU: 'EU'>, <FigureStage.GRANTED: 'granted'>, True)

    A time that tells how long something lasts is a period; any other is a date: a day, or the `Period` of a month,
    season or year in which it lies. `date_of` is what happens then, or at the stated end of an open period, or at the
    start of one with two ends. `precision` is how finely the time is stated, of two ends the coarser: of a season the
    value holds the whole year, and of an open period that starts in a year the first day of that year.

    >>> [published, period] = sv.find_figures("Publicerad 12 juni 2024. Projektet startade hösten 2023.")
    >>> published.value, published.date_of
    (Date(2024, 6, 12), <DateRole.PUBLISHED: 'published'>)
    >>> period.value, period.precision
    (OpenPeriod(start="2023-01-01"), <TimePrecision.SEASON: 'season'>)
    """

    kind: FigureKind = attrs.field(validator=is_a(FigureKind))
    text: str = attrs.field(validator=is_text)
    span: tuple[int, int] = attrs.field(converter=_as_span, validator=_is_a_span, kw_only=True)
    stated: Money | Rate | None = attrs.field(default=None, validator=is_a(Money, Rate, type(None)), kw_only=True)
    approx: Approximation = attrs.field(default=Approximation.EXACT, validator=is_a(Approximation), kw_only=True)
    value: FigureValue = attrs.field(
        default=None,
        converter=_as_value,
        validator=is_a(Money, Rate, Bounds, Date, Period, OpenPeriod, int, DurationRange, type(None)),
        kw_only=True,
    )
    step: Money | Rate | None = attrs.field(default=None, validator=is_a(Money, Rate, type(None)), kw_only=True)
    date_of: DateRole | None = attrs.field(default=None, validator=is_a(DateRole, type(None)), kw_only=True)
    precision: TimePrecision | None = attrs.field(default=None, validator=is_a(TimePrecision, type(None)), kw_only=True)
    per: Per | None = attrs.field(default=None, validator=is_a(Per, type(None)), kw_only=True)
    role: FigureRole | None = attrs.field(default=None, validator=is_a(FigureRole, type(None)), kw_only=True)
    stage: FigureStage | None = attrs.field(default=None, validator=is_a(FigureStage, type(None)), kw_only=True)
    of_which: bool = attrs.field(default=False, validator=is_a(bool), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


class Found(NamedTuple):
    """A figure in `Prose.plain` from `start` up to `end`, hedges included, before it becomes a `Figure`."""

    kind: FigureKind
    start: int
    end: int
    stated: Money | Rate | None
    approx: Approximation
    value: FigureValue
    step: Money | Rate | None
    date_of: DateRole | None = None
    precision: TimePrecision | None = None
