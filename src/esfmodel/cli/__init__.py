"""The command line `esfmodel`: begin, judge, show, plan and convert projects, sum tables, list rules and law.

    esfmodel check project.json record.txt

Exit status: 0 when no rule found an error, 1 when one did, 2 when something could not be read or written or the command
line is wrong, 130 after Ctrl-C. Status 0 is not an approval: the report says what could not be judged.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from esfmodel.cli import _guard, _line

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; `argv` is what follows the program's name.

    >>> main(["example"])
    kompetenskompassen     Kompetenskompassen
    kompetens-i-kronoberg  Kompetens i Kronoberg
    23-067-S04             Kompetensfocus Jämtland Härjedalen
    vagled-kompetens       #Vägled – Kompetens
    24-030-S04             Kompetensutveckling AMF
    24-056-S07             Yrkesvägledning för framtiden
    24-063-S05             Framtidskraft
    25-031-S02             Uppsalamodell av Allaktivitetshus
    0
    """
    typed = sys.argv[1:] if argv is None else list(argv)
    language = _line.language_of(typed, os.environ)
    return _guard.guarded(lambda: _run(typed, language), language)


def _run(typed: list[str], language: str) -> int:
    arguments = _line.understood(typed, language)
    if isinstance(arguments, int):
        return arguments
    from esfmodel.cli import _commands

    return _commands.run(arguments)
