"""The exit statuses of the commands, as scripts ask for them."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
ERRORS: Final = 1
"""A rule of severity error has failed."""
REFUSED: Final = 2
"""What was asked for cannot be read, or is not there."""
INTERRUPTED: Final = 130
