"""How the single values of a record are read, each strictly: the whole value is what its label says, or an error."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.model.programme import Priority
from esfmodel.text import sv
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.values.dates import Date
    from esfmodel.values.money import Money

_LONGEST = 100
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_COUNT = re.compile(rf"([0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:[{_SPACES}]?(?:st|personer|deltagare)\.?)?")
_ISO_DAYS = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?:[-\u2010-\u2015\u2212¿/]{1,2}|till|t\.?o\.?m\.?|to)\s*([0-9].*)"
)
_PRIORITY = re.compile(r"([0-9]+(?:\.[0-9]+)*|[A-Z](?:\.?[0-9]+[A-Z]?)?)(?:\.|:|\s+[-\u2010-\u2015])?\s+(\S.*)")
_BODY = re.compile(
    r"kommun|stad|region|landsting|län|förbund(et)?|universitet(et)?|högskola|högskolan|rådet|verket|myndigheten"
    r"|styrelsen|förmedlingen|kammaren|stiftelsen|ab|aktiebolag",
    re.IGNORECASE,
)
ANSWERS = MappingProxyType({"ja": True, "yes": True, "nej": False, "no": False})


def plain(value: str) -> str:
    """Take a short text: its spaces single and ordinary."""
    return " ".join(value.split())


def amount_in(value: str) -> Money:
    """Read an amount in kronor, with the unit or without."""
    return sv.parse_money(value, currency="SEK")


def count_in(value: str) -> int:
    """Read a number of people, in groups of three or not."""
    found = _COUNT.fullmatch(value) if len(value) <= _LONGEST else None
    if found is None:
        raise InvalidValue("participants", value, "is not a whole number", "write it in digits, as 1 200")
    return int("".join(digit for digit in found[1] if digit not in _SPACES))


def yes_in(value: str) -> bool:
    """Read Ja or Nej."""
    answer = ANSWERS.get(value.casefold())
    if answer is None:
        raise InvalidValue("answer", value, "is neither Ja nor Nej", "write one of them")
    return answer


def days_in(value: str) -> Period | OpenPeriod:
    """Read a period: two days in ISO 8601 with any dash or "till" between them, or as `sv.parse_period` reads it."""
    found = _ISO_DAYS.fullmatch(value) if len(value) <= _LONGEST else None
    return Period(sv.parse_date(found[1]), sv.parse_date(found[2])) if found else sv.parse_period(value)


def day_in(value: str) -> Date:
    """Read a day."""
    return sv.parse_date(value)


def priority_in(value: str) -> Priority:
    """Read a priority: its code, or its code and name."""
    found = _PRIORITY.fullmatch(plain(value))
    return Priority(found[1], found[2]) if found else Priority(plain(value))


def owner_in(value: str) -> tuple[str, str | None]:
    """Divide an owner into its name and the unit that acts, where it is plain which is which.

    It is when the text before its only comma ends in a word that bodies are called by and the text after does not, or
    the two are the same: registers print the owner as its own department.
    """
    name, comma, unit = plain(value).partition(", ")
    if not comma or "," in unit or "," in name:
        return plain(value), None
    is_body = _is_body(name) and not _is_body(unit)
    return (name, unit) if is_body or name.casefold() == unit.casefold() else (plain(value), None)


def _is_body(name: str) -> bool:
    words = name.split()
    return any(_BODY.fullmatch(word) is not None for word in (words[:1] + words[-1:]))
