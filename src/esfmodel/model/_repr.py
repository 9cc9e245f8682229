"""How the model's objects show themselves: as the call that makes them, without what nobody has said.

>>> from esfmodel import Fund, Priority
>>> Priority("A", fund=Fund.ESF_PLUS)
Priority('A', fund=Fund.ESF_PLUS)
"""

from __future__ import annotations

import datetime
import enum
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager


class Printer(Protocol):
    """What Hypothesis gives an object that shows itself over several lines."""

    def text(self, obj: str, /) -> None:
        """Write text."""

    def breakable(self) -> None:
        """Write a space, or begin a line."""

    def pretty(self, obj: object, /) -> None:
        """Write an object."""

    def group(self, indent: int, open: str, close: str, /) -> AbstractContextManager[None]:
        """Keep what follows on one line if there is room."""
        ...


def as_call(self: attrs.AttrsInstance) -> str:
    """Write the call that makes this object."""
    written = (f"{name}{_written(value)}" for name, value in _arguments(self))
    return f"{type(self).__name__}({', '.join(written)})"


def _on_lines(self: attrs.AttrsInstance) -> Callable[[Printer, bool], None]:
    return partial(_print_call, self)


as_call_on_lines = property(_on_lines)
"""The same over several lines where it is long, as failing tests show it.

A property, because Hypothesis asks a class as well, which could not call what it gets.
"""


def _print_call(self: attrs.AttrsInstance, printer: Printer, _cycle: bool) -> None:
    with printer.group(4, f"{type(self).__name__}(", ")"):
        for index, (name, value) in enumerate(_arguments(self)):
            if index:
                printer.text(",")
                printer.breakable()
            printer.text(name)
            _print(value, printer)


def _arguments(self: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    by_name = False
    for field in attrs.fields(type(self)):
        value = getattr(self, field.name)
        by_name = by_name or field.kw_only
        if value == field.default:
            # What comes after a field that is left out has to be named.
            by_name = True
        else:
            yield f"{field.name}=" if by_name else "", value


def _print(value: object, printer: Printer) -> None:
    if isinstance(value, tuple):
        with printer.group(1, "[", "]"):
            for index, item in enumerate(cast("Iterable[object]", value)):
                if index:
                    printer.text(",")
                    printer.breakable()
                _print_item(item, printer)
    else:
        _print_item(value, printer)


def _print_item(value: object, printer: Printer) -> None:
    if hasattr(value, "_repr_pretty_"):
        printer.pretty(value)
    else:
        printer.text(_item(value))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_item, cast('Iterable[object]', value)))}]"
    return _item(value)


def _item(value: object) -> str:
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, datetime.date):
        return repr(value.isoformat())
    if isinstance(value, tuple):
        return f"({', '.join(map(_item, cast('Iterable[object]', value)))})"
    return repr(value)
