"""Patterns by which a mapping says how days are written: "dd.mm.yyyy", "mmm yyyy", "q/yyyy"."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.values.dates import Date, calendar_date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Read: TypeAlias = "Date | Period"
"""A day, or the month or year that is all a cell states."""


def day_of(year: int, month: int, day: int) -> Date:
    """Return a day; raise `InvalidValue` for one that no calendar has."""
    return calendar_date(year, month, day, place="date", given=f"{year:04}-{month:02}-{day:02}")


def month_of(year: int, month: int) -> Period:
    """Return a whole month."""
    return Period.parse(f"{year:04}-{month:02}/{year:04}-{month:02}")


def year_of(year: int) -> Period:
    """Return a whole year."""
    return Period.parse(f"{year:04}/{year:04}")


_TOKEN = re.compile(r"'[^']+'|yyyy|yy|mmmm|mmm|mm|m|dd|d|q|[^a-z']", re.IGNORECASE)
_TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "yyyy": r"(?P<year>[0-9]{4})", "yy": r"(?P<short>[0-9]{2})", "mm": r"(?P<month>[0-9]{1,2})",
        "m": r"(?P<month>[0-9]{1,2})", "dd": r"(?P<day>[0-9]{1,2})", "d": r"(?P<day>[0-9]{1,2})",
        "q": r"[QqKk]?(?P<quarter>[1-4])",
    }
)  # fmt: skip
_LETTERS = "dmqy"
_ONE_OF = frozenset({"y", "my", "dmy", "qy"})
"""What a pattern states, by the letters of its parts: a year, or a month, a day or a quarter of one."""
_LONGEST_PATTERN = 40
_CENTURY_TURNS = 70


@lru_cache(maxsize=64)
def day_pattern(pattern: str, months: str | None) -> Callable[[str], Read | None]:
    """Return the reader of days written as a pattern of a mapping says; it returns None for other text.

    `d` and `m` are numbers with or without a zero before them, `mmm` the name of a month in the language `months` or
    its abbreviation, `q` a quarter; other words stand in quotation marks ("d 'de' mmmm yyyy"). Raises `InvalidValue`
    for a pattern without a year or with other letters.

    >>> day_pattern("mm/dd/yy", None)("04/25/20"), day_pattern("q/yyyy", None)("2/2019")
    (Date(2020, 4, 25), Period("2019-04-01", "2019-06-30", "month"))
    """
    tokens = _TOKEN.findall(pattern.casefold())
    letters = "".join(sorted(token[0] for token in tokens if token[0] in _LETTERS))
    if "".join(tokens) != pattern.casefold() or letters not in _ONE_OF or len(pattern) > _LONGEST_PATTERN:
        raise InvalidValue("mapping.date", "", pattern, example="dd.mm.yyyy, d mmmm yyyy, mm/yyyy, q/yyyy, yyyy")
    names: Mapping[str, int] = month_names(months) if any(token.startswith("mmm") for token in tokens) else {}
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    named = rf"(?P<name>{words})\.?"
    form = re.compile("".join(_form(token, named, next_to) for token, next_to in _neighbours(tokens)), re.IGNORECASE)

    def read(text: str) -> Read | None:
        found = form.fullmatch(text)
        return None if found is None else _of_groups({**_NO_GROUPS, **found.groupdict()}, names)

    return read


def _neighbours(tokens: Sequence[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each token of a pattern with those before and behind it."""
    for index, token in enumerate(tokens):
        yield token, {*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2]}


def _form(token: str, named: str, next_to: set[str]) -> str:
    if token.startswith("mmm"):
        return named
    form = _TOKENS.get(token)
    if form is None:
        return re.escape(token.strip("'"))
    # Beside other digits a number has all its digits: "2018111" may be two days.
    return form.replace("{1,2}", "{2}") if next_to & _TOKENS.keys() else form


_NO_GROUPS: Mapping[str, str | None] = MappingProxyType(
    dict.fromkeys(("year", "short", "month", "name", "day", "quarter"))
)


def _of_groups(groups: Mapping[str, str | None], names: Mapping[str, int]) -> Read:
    if groups["year"] is not None:
        year = int(groups["year"])
    else:
        short = int(groups["short"] or 0)
        year = short + (2000 if short < _CENTURY_TURNS else 1900)
    if groups["quarter"] is not None:
        last = 3 * int(groups["quarter"])
        return Period.parse(f"{year:04}-{last - 2:02}/{year:04}-{last:02}")
    name = groups["name"]
    month = names[name.casefold()] if name else int(groups["month"] or 0)
    if not month:
        return year_of(year)
    if groups["day"] is None:
        day_of(year, month, 1)
        return month_of(year, month)
    return day_of(year, month, int(groups["day"]))


@lru_cache(maxsize=32)
def month_names(language: str | None) -> Mapping[str, int]:
    """Return the names and abbreviations of the months in a language, in lower case, without a full stop at the end.

    Raises `InvalidValue` for a language that Babel does not know.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse((language or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        raise InvalidValue("mapping.months", "", language, example="de") from None
    names: dict[str, int] = {}
    written: dict[str, dict[str, dict[int, str]]] = {**locale.months}
    for widths in written.values():
        for width in ("wide", "abbreviated"):
            names.update({name.casefold().rstrip("."): number for number, name in widths[width].items()})
    return MappingProxyType(names)
