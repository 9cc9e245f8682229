"""The exit statuses of the commands."""

from __future__ import annotations

import signal
from typing import Final

FINE: Final = 0
ERRORS: Final = 1
"""A rule of severity error has failed; a sum of a table is wrong; a pack has a fault. Never anything else."""
REFUSED: Final = 2
"""Something could not be read, written or found, an option is wrong, or the program itself has a fault."""
STOPPED: Final = 128
"""A signal has ended the program, as shells report it: 128 and the number of the signal."""
INTERRUPTED: Final = STOPPED + signal.SIGINT
"""Ctrl-C."""
