"""The spaces that people write inside figures."""

from __future__ import annotations

SPACES = " \N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
"""The spaces that may stand between the groups of a number, or before its unit."""

_ORDINARY = str.maketrans(dict.fromkeys(SPACES, " "))


def ordinary_spaces(text: str) -> str:
    """Write every kind of space as the ordinary one."""
    return text.translate(_ORDINARY)
