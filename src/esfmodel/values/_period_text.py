"""The ends of a period as text (ISO 8601): days, months or years, and what they widen to.

Digits are ASCII and text is measured before it is read.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias, get_args

from esfmodel.errors import InvalidValue
from esfmodel.values._dates import Date, as_date, calendar_date, days_in_month

Precision: TypeAlias = Literal["day", "month", "year"]
"""How finely the ends of a period were stated; from the finest to the coarsest."""

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
OPEN = ".."

_FORMS: dict[Precision, re.Pattern[str]] = {
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "month": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "year": re.compile(r"[0-9]{4}"),
}
_WRITTEN: dict[Precision, str] = {"day": "YYYY-MM-DD", "month": "YYYY-MM", "year": "YYYY"}
_LONGEST = len("2024-10-01/2027-09-30")


def as_precision(value: object) -> Precision:
    """Take one of the three names, or raise."""
    if not isinstance(value, str):
        raise TypeError(f"precision must be text, not {type(value).__name__}")
    for precision in PRECISIONS:
        if value == precision:
            return precision
    raise InvalidValue("precision", value, "is not known", "choose 'day', 'month' or 'year'")


def precision_of(text: str) -> Precision | None:
    """Tell how finely one end is written; None when it is no end of a period."""
    return next((precision for precision, form in _FORMS.items() if form.fullmatch(text)), None)


def boundary(day: Date, precision: Precision, *, last: bool) -> Date:
    """Find the first or the last day of the month or year that `day` lies in."""
    if precision == "day":
        return day
    month = day.month if precision == "month" else 12 if last else 1
    return Date(day.year, month, days_in_month(day.year, month) if last else 1)


def as_end(value: object, precision: Precision, place: str, *, last: bool) -> Date:
    """Take a date or ISO text as an end of a period; text such as 2019-05 is widened to the whole month."""
    stated = precision_of(value) if isinstance(value, str) else None
    if isinstance(value, str) and stated in ("month", "year"):
        if stated != precision:
            advice = f"pass {stated!r} as precision, or write it {_WRITTEN[precision]}"
            raise InvalidValue(place, value, f"is a {stated}, and the precision is {precision!r}", advice)
        month = int(value[5:]) if stated == "month" else 1
        return boundary(calendar_date(int(value[:4]), month, 1, place=place, given=value), precision, last=last)
    day = as_date(value, place)
    whole = boundary(day, precision, last=last)
    if day != whole:
        wrong = f"is not the {'last' if last else 'first'} day of a {precision}"
        raise InvalidValue(place, day.isoformat(), wrong, f"pass {whole.isoformat()}, or 'day' as precision")
    return day


def written(day: Date, precision: Precision) -> str:
    """Write one end as finely as it was stated."""
    return day.isoformat()[: len(_WRITTEN[precision])]


def ends_of(text: object, place: str, example: str) -> tuple[str, str]:
    """Divide text at its one slash."""
    if not isinstance(text, str):
        raise TypeError(f"{place} must be text like {example!r}, not {type(text).__name__}")
    if len(text) > _LONGEST or text.count("/") != 1:
        raise InvalidValue(place, text, "is not two ends with a slash between them", f"write it like {example}")
    start, _, end = text.partition("/")
    return start, end
