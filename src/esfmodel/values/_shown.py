"""How an object shows itself where a printer would take it apart: by its own short name."""

from __future__ import annotations

from typing import Protocol


class Printer(Protocol):
    """What a test or a notebook prints with."""

    def text(self, text: str, /) -> object:
        """Print a text as it is."""


def as_repr(self: object, printer: Printer, _cycle: bool) -> None:
    """Print what `repr` says, and nothing of what is inside."""
    printer.text(repr(self))
