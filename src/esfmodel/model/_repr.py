"""How the model's objects show themselves: as the call that makes them, without what nobody has said.

>>> from esfmodel import Fund, Priority
>>> Priority("A", fund=Fund.ESF_PLUS)
Priority('A', fund=Fund.ESF_PLUS)
"""

from __future__ import annotations

import datetime
import enum
from typing import cast

import attrs


def as_call(self: attrs.AttrsInstance) -> str:
    """Write the call that makes this object."""
    written: list[str] = []
    by_name = False
    for field in attrs.fields(type(self)):
        value = getattr(self, field.name)
        by_name = by_name or field.kw_only
        if value == field.default:
            # What comes after a field that is left out has to be named.
            by_name = True
            continue
        written.append(f"{field.name}={_written(value)}" if by_name else _written(value))
    return f"{type(self).__name__}({', '.join(written)})"


def _written(value: object) -> str:
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, datetime.date):
        return repr(value.isoformat())
    if isinstance(value, tuple):
        return f"[{', '.join(_item(each) for each in cast('tuple[object, ...]', value))}]"
    return repr(value)


def _item(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, cast('tuple[object, ...]', value)))})"
    return _written(value)
