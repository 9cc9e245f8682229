"""The strict reader of law files: a row is right, or it is refused with its file, its number and what to do.

A file holds one `[[provision]]` table per row. The value stands under the name of its kind: `rate`, `money`, `number`,
`period`, `day` or `text`.
"""

from __future__ import annotations

import datetime
import enum
import tomllib
from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.law.provisions import Binds, Grade, Level, Provision, ProvisionValue, Sense
from esfmodel.values.dates import Date, as_date
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

E = TypeVar("E", bound=enum.Enum)

_LARGEST = 10_000_000


def read_rows(text: str, name: str) -> tuple[Provision, ...]:
    """Read every row of a file; `name` names the file in errors and in each row's `place`.

    Raises `ReadError`, naming file and row, for anything that is not a row as it should be.
    """
    if len(text) > _LARGEST:
        raise ReadError(name, None, f"is longer than {_LARGEST} characters", "split the file")
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadError(name, None, f"is not TOML: {error}", "correct the file") from error
    strangers = sorted(tables.keys() - {"provision"})
    if strangers:
        raise ReadError(name, strangers[0], "is no part of a law file", "write only [[provision]] tables")
    rows: object = tables.get("provision", [])
    if not isinstance(rows, list):
        raise ReadError(name, None, "has one [provision] instead of rows", "write [[provision]] before each row")
    return tuple(_row(row, name, number) for number, row in enumerate(cast("list[object]", rows), start=1))


def _row(row: object, name: str, number: int) -> Provision:
    place = f"{name}, provision {number}"
    if not isinstance(row, dict):
        raise ReadError(place, row, "is no table", "write [[provision]] before each row")
    fields = cast("dict[str, object]", row)
    if isinstance(key := fields.get("key"), str):
        place = f"{place} ({key[:80]})"
    try:
        return _provision(fields, place)
    except (InvalidValue, TypeError) as error:
        raise ReadError(place, None, str(error), "correct the row") from error


def _provision(fields: Mapping[str, object], place: str) -> Provision:
    for name in fields:
        if name not in {field.name for field in attrs.fields(Provision)} - {"value", "place"} | _KINDS.keys():
            raise InvalidValue(name, fields[name], "is no field of a provision", "see the neighbouring rows")
    return Provision(
        _text(_required(fields, "key"), "key"),
        _value(fields),
        level=_choice(_required(fields, "level"), "level", Level),
        act=_text(_required(fields, "act"), "act"),
        article=_text(_required(fields, "article"), "article"),
        start=_day(_required(fields, "start"), "start"),
        grade=_choice(_required(fields, "grade"), "grade", Grade),
        source=_text(_required(fields, "source"), "source"),
        checked=_day(_required(fields, "checked"), "checked"),
        end=_day(fields["end"], "end") if "end" in fields else None,
        sense=_choice(fields["sense"], "sense", Sense) if "sense" in fields else None,
        binds=_choice(fields["binds"], "binds", Binds) if "binds" in fields else None,
        language=_text(fields.get("language", "en"), "language"),
        place=place,
        **{name: _text(fields[name], name) for name in _OPTIONAL_TEXTS if name in fields},
    )


def _required(fields: Mapping[str, object], name: str) -> object:
    if name not in fields:
        raise InvalidValue(name, None, "is missing", "say it, or leave the row out")
    return fields[name]


def _value(fields: Mapping[str, object]) -> ProvisionValue:
    named = [kind for kind in _KINDS if kind in fields]
    if len(named) != 1:
        advice = f"give one of {', '.join(_KINDS)}"
        raise InvalidValue("value", named or None, "is given more than once" if named else "is missing", advice)
    return _KINDS[named[0]](fields[named[0]], named[0])


def _text(given: object, name: str) -> str:
    if not isinstance(given, str):
        raise TypeError(f"{name} must be text in quotation marks, not {type(given).__name__}")
    return given


def _number(given: object, name: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise TypeError(f"{name} must be a whole number, not {type(given).__name__}")
    return given


def _day(given: object, name: str) -> Date:
    if not isinstance(given, datetime.date):
        raise TypeError(f"{name} must be a day written 2021-01-01 without quotation marks, not {type(given).__name__}")
    return as_date(given, name)


def _choice(given: object, name: str, kind: type[E]) -> E:
    text = _text(given, name)
    for member in kind:
        if text in (member.name, member.value):
            return member
    raise InvalidValue(name, given, "is not one we know", f"use one of {', '.join(str(m.name) for m in kind)}")


_KINDS: Mapping[str, Callable[[object, str], ProvisionValue]] = {
    "rate": lambda given, name: Rate.parse(_text(given, name)),
    "money": lambda given, name: Money.parse(_text(given, name)),
    "number": _number,
    "period": lambda given, name: Period.parse(_text(given, name)),
    "day": _day,
    "text": _text,
}

_OPTIONAL_TEXTS = ("programming_period", "unit", "base", "quote", "edition", "note")
