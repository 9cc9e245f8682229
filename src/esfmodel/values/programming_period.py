"""Programming periods: the years of an EU budget and its programmes, such as 2021-2027.

`data/periods.toml` lists them with their acts; a new period is a new row there. Projects of a programming period may
continue after its last year.

>>> print(ProgrammingPeriod.parse("2021-2027"))
2021-2027
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TypedDict, cast

import attrs

from esfmodel.errors import InvalidValue, NotKnown, ReadError
from esfmodel.values.field_type import Replaceable
from esfmodel.values.period import Period

__all__ = ["ProgrammingPeriod"]

_EN_DASH = "\u2013"
_TEXT = re.compile(rf"\s*([0-9]{{4}})\s*[-{_EN_DASH}]\s*([0-9]{{4}})\s*")
_LONGEST_TEXT = 40
_LONGEST_YEARS = 10
_FILE = "periods.toml"


class _Row(TypedDict):
    """A row of `data/periods.toml`."""

    first: int
    last: int
    act: str
    source: str


def _year(_instance: ProgrammingPeriod, attribute: attrs.Attribute[int], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} must be a year as a whole number, not {type(value).__name__}")
    if not 1000 <= value <= 9999:
        raise InvalidValue("number.outside", attribute.name, value, low=1000, high=9999)


@attrs.frozen(repr=False)
class ProgrammingPeriod(Replaceable):
    """The first and the last year of a programming period, both included.

    Raises `InvalidValue` for years that do not have four digits, a last year that is not after the first, and more
    than ten years; `TypeError` for what is no whole number.

    >>> ProgrammingPeriod(2021, 2027)
    ProgrammingPeriod(2021, 2027)
    """

    first: int = attrs.field(validator=_year)
    last: int = attrs.field(validator=_year)

    def __attrs_post_init__(self) -> None:
        if self.last <= self.first:
            raise InvalidValue("programming_period.order", "last", self.last, earlier=self.first)
        years = self.last - self.first + 1
        if years > _LONGEST_YEARS:
            most = _LONGEST_YEARS
            raise InvalidValue(
                "programming_period.too_long", "last", self.last, years=years, first=self.first, most=most
            )

    @classmethod
    def parse(cls, text: str) -> ProgrammingPeriod:
        """Read "2021-2027", with hyphen or en dash, with or without spaces.

        >>> ProgrammingPeriod.parse(" 2014 \u2013 2020 ")
        ProgrammingPeriod(2014, 2020)
        """
        if not isinstance(text, str):
            raise TypeError(f"programming period must be text like '2021-2027', not {type(text).__name__}")
        found = _TEXT.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
        if found is None:
            raise InvalidValue("programming_period.not_plain", "programming_period", text, example="2021-2027")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of_year(cls, year: int) -> ProgrammingPeriod:
        """Return the programming period of a year.

        Raises `NotKnown` for a year outside all programming periods whose act is adopted.

        >>> ProgrammingPeriod.of_year(2016)
        ProgrammingPeriod(2014, 2020)
        """
        periods = known_periods()
        for period in periods:
            if period.first <= year <= period.last:
                return period
        raise NotKnown("programming_period.not_known", year=year, known=periods)

    @property
    def period(self) -> Period:
        """The same years as a period.

        >>> print(ProgrammingPeriod(2021, 2027).period)
        2021/2027
        """
        return Period.of_years(self.first, self.last)

    def __str__(self) -> str:
        """Return the years with a hyphen, as registers write them."""
        return f"{self.first}-{self.last}"

    def __repr__(self) -> str:
        return f"ProgrammingPeriod({self.first}, {self.last})"

    def __format__(self, spec: str) -> str:
        """Return the text in a language, as in `f"{programming_period:sv}"`; without one the same as `str`."""
        return format(self.period, spec) if spec else str(self)


@cache
def known_periods() -> tuple[ProgrammingPeriod, ...]:
    """Return the programming periods whose acts are adopted, in order of time."""
    return read_periods(_as_listed())


def _as_listed() -> str:
    # Loaded when a year is first asked about: most programs never ask.
    from importlib.resources import files

    return (files("esfmodel.values") / "data" / _FILE).read_text("utf-8")


def read_periods(text: str) -> tuple[ProgrammingPeriod, ...]:
    """Read programming periods from TOML; raise `ReadError` for a row with other fields, or out of order."""
    import tomllib

    rows = cast("list[_Row]", tomllib.loads(text)["period"])
    fields = tuple(_Row.__annotations__)
    for number, row in enumerate(rows, start=1):
        if sorted(row) != sorted(fields):
            raise ReadError("programming_period.fields", f"period {number}", sorted(row), source=_FILE, fields=fields)
    periods = tuple(ProgrammingPeriod(row["first"], row["last"]) for row in rows)
    for earlier, later in pairwise(periods):
        if later.first <= earlier.last:
            raise ReadError("programming_period.order", "", str(later), source=_FILE, earlier=earlier)
    return periods
