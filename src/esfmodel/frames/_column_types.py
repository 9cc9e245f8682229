"""Which types of columns hold which kind of value; every function that takes whole columns asks here.

Types go by their names, which polars and narwhals share.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.frames.columns import Column, Kind

TYPES: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {
        "text": ("String", "Categorical", "Enum"),
        "whole number": ("Int64", "Int32", "Int16", "Int8", "UInt32", "UInt16", "UInt8"),
        "day": ("Date", "Datetime"),
        "true or false": ("Boolean",),
    }
)
"""The types that a column of each kind may have; the first is the one that `to_frame` writes in polars.

Whole numbers of the other types may be beyond 64 bits.
"""


def is_of(kind: Kind, of_type: object) -> bool:
    """Whether a type holds values of a kind; a time in a zone is no day, since which day it is depends on the zone.

    >>> import polars as pl
    >>> is_of("whole number", pl.UInt8()), is_of("day", pl.Datetime("us", "UTC"))
    (True, False)
    """
    name = getattr(of_type, "__name__", type(of_type).__name__)
    return name in TYPES[kind] and getattr(of_type, "time_zone", None) is None


def another_type(column: Column, of_type: object, place: str = "", source: str | None = None) -> InvalidValue:
    """Return the error that tells of a column of another type, in a frame that is given or in a file."""
    name = getattr(of_type, "__name__", type(of_type).__name__)
    return InvalidValue(
        "frame.column_type", place, name, source=source, heading=column.name, types=TYPES[column.kind][:1]
    )


def has_values(nw: Any, frame: Any, column: Column, of_type: Any, place: str) -> bool:  # noqa: ANN401  # of narwhals
    """Whether a column of a frame of narwhals may hold values; raise `InvalidValue` where their type is another.

    A column without any value may have any type: what is known of it is as much as of one that is missing.
    """
    if is_of(column.kind, of_type):
        return True
    if of_type == nw.Unknown or (isinstance(frame, nw.DataFrame) and frame[column.name].is_null().all()):
        return False
    raise another_type(column, of_type, place)
