"""The exit statuses of the commands."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
ERRORS: Final = 1
"""A rule of severity error has failed."""
REFUSED: Final = 2
"""Something could not be read or found, or an option is wrong."""
INTERRUPTED: Final = 130
"""Ctrl-C, as shells report it: 128 and the number of the signal."""
