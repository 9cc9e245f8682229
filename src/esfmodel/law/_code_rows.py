"""The strict reader of code lists: a line is right, or it is refused with its file, its number and what to do.

A file is a CSV file with a heading; each column is a field of `Code`.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import attrs
from attrs.validators import instance_of, optional

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.law.provisions import Grade
from esfmodel.values.dates import Date, as_date
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.values.dates import DateLike


def _as_day(value: DateLike) -> Date:
    return as_date(value, "checked")


def _as_day_or_none(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "start")


def _is_text_or_none(_row: object, field: attrs.Attribute[Any], text: object) -> None:
    if text is not None and not isinstance(text, str):
        raise TypeError(f"{field.name} must be str, not {type(text).__name__}")


def _as_texts(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("funds must be several short names, not one text")
    return tuple(value)


def _is_code(_row: object, _field: attrs.Attribute[Any], code: object) -> None:
    if not isinstance(code, str):
        raise TypeError(f"code must be str, not {type(code).__name__}")
    if not code or code != code.strip():
        raise InvalidValue("code", code, "is no code", "write it without spaces around it")


@attrs.frozen
class Code:
    """One code of a list: what it stands for, where that was read, when and how well.

    `name` is None where nobody has verified it. `parent` is the code that it lies in: the region of a NUTS code, the
    county of a municipality. `group` is the heading under which it stands in its list, `start` the first day it was in
    the list, None from the list's first day on. `climate`, `environment` and `gender_equality` are the coefficients by
    which support under the code counts for those objectives. `grade` and `checked` mean what they mean of a provision.

    >>> from esfmodel.law import codes
    >>> codes.nuts().get("SE231").name
    'Hallands län'
    """

    code: str = attrs.field(validator=_is_code)
    name: str | None = attrs.field(validator=_is_text_or_none)
    grade: Grade = attrs.field(validator=instance_of(Grade), kw_only=True)
    source: str = attrs.field(validator=instance_of(str), kw_only=True)
    checked: Date = attrs.field(converter=_as_day, kw_only=True)
    parent: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    group: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    start: Date | None = attrs.field(default=None, converter=_as_day_or_none, kw_only=True)
    short_name: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    name_sv: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    letter: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    nuts: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    funds: tuple[str, ...] = attrs.field(default=(), converter=_as_texts, kw_only=True)
    climate: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    environment: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    gender_equality: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    note: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)


_COLUMNS = tuple(field.name for field in attrs.fields(Code))
_NEEDED = frozenset({"code", "grade", "source", "checked"})
_RATES = frozenset({"climate", "environment", "gender_equality"})


def read_codes(text: str, name: str) -> tuple[Code, ...]:
    """Read every line of a code list; `name` names the file in errors. Raises `ReadError`, naming file and line."""
    found: dict[tuple[str | None, str], Code] = {}
    for place, filled in _lines(text, name):
        each = _code(filled, place)
        if found.setdefault((each.group, each.code), each) is not each:
            raise ReadError(place, each.code, "is there twice", "leave one out")
    return tuple(found.values())


def _lines(text: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each line below the heading with its place: its filled cells by column."""
    lines = csv.reader(text.splitlines(), strict=True)
    try:
        heading = next(lines, list[str]())
        if not set(heading) <= set(_COLUMNS) or len(set(heading)) < len(heading):
            wrong = "has columns that are no fields of a code, or one twice"
            raise ReadError(name, ",".join(heading), wrong, f"use some of {', '.join(_COLUMNS)}")
        for cells in lines:
            place = f"{name}, line {lines.line_num}"
            if len(cells) != len(heading):
                wrong = f"has {len(cells)} cells under {len(heading)} columns"
                raise ReadError(place, None, wrong, "put quotation marks around a text with a comma")
            yield place, {column: cell for column, cell in zip(heading, cells, strict=True) if cell}
    except csv.Error as error:
        raise ReadError(name, None, f"is not CSV: {error}", "correct the file") from error


def _code(filled: dict[str, str], place: str) -> Code:
    if _NEEDED - filled.keys():
        raise ReadError(place, None, f"lacks {min(_NEEDED - filled.keys())}", "say it, or leave the line out")
    fields: dict[str, Any] = {"name": None, **filled}
    try:
        fields |= {column: Rate.parse(filled[column]) for column in _RATES & filled.keys()}
        fields["grade"] = _grade(filled["grade"])
        fields["funds"] = tuple(filled["funds"].split(", ")) if "funds" in filled else ()
        return Code(**fields)
    except InvalidValue as error:
        raise ReadError(place, None, str(error), "correct the line") from error


def _grade(text: str) -> Grade:
    if text not in Grade.__members__:
        raise InvalidValue("grade", text, "is not one we know", f"use one of {', '.join(Grade.__members__)}")
    return Grade[text]
