"""Public names that go away: each is kept for a year, with a warning that names its replacement.

Nothing is deprecated today. A function is marked by `deprecated`, an argument by `renamed_argument`, and a name of a
package whose names are loaded lazily by the argument `renamed` of `lazy`.

>>> @deprecated("fees_of", "costs_of", since="2027-03-01")
... def fees_of(amount: int) -> int:
...     return amount
>>> import warnings
>>> with warnings.catch_warnings(record=True) as told:
...     warnings.simplefilter("always")
...     fees_of(5)
5
>>> print(told[0].message)
fees_of is deprecated since 2027-03-01; use costs_of; it goes away no earlier than 2028-03-01
"""

from __future__ import annotations

import functools
import sys
import warnings
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

_LIBRARY = __name__.partition(".")[0]


class Renamed(NamedTuple):
    """What an old name stands for: its replacement, and the day from which it is deprecated ("2027-03-01")."""

    replacement: str
    since: str


def warn_of(old: str, renamed: Renamed) -> None:
    """Warn that a name is deprecated, at the line of whoever uses the library."""
    # Loaded for whoever uses an old name alone: every package of the library imports this module.
    import datetime

    since = datetime.date.fromisoformat(renamed.since)
    is_leap_day = (since.month, since.day) == (2, 29)
    until = datetime.date(since.year + 1, 3, 1) if is_leap_day else since.replace(year=since.year + 1)
    warnings.warn(
        f"{old} is deprecated since {since}; use {renamed.replacement}; it goes away no earlier than {until}",
        DeprecationWarning,
        stacklevel=_level_of_the_user(),
    )


def deprecated(old: str, replacement: str, *, since: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let each call of a function warn that it is deprecated."""

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def warned(*args: P.args, **kwargs: P.kwargs) -> R:
            warn_of(old, Renamed(replacement, since))
            return function(*args, **kwargs)

        return warned

    return mark


def renamed_argument(old: str, replacement: str, *, since: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function take a keyword argument by its old name too, with a warning; both at once are a `TypeError`."""

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__qualname__

        @functools.wraps(function)
        def warned(*args: P.args, **kwargs: P.kwargs) -> R:
            if old in kwargs:
                if replacement in kwargs:
                    raise TypeError(
                        f"{name}() got both {replacement} and {old}, its old name; give {replacement} alone"
                    )
                warn_of(f"the argument {old} of {name}", Renamed(replacement, since))
                kwargs[replacement] = kwargs.pop(old)
            return function(*args, **kwargs)

        return warned

    return mark


def renamed_name(package: str, old: str, renamed: Renamed) -> object:
    """Return what an old name of a package stands for, with a warning.

    The package keeps it nowhere: else whoever asks first would be warned, and nobody after that.
    """
    warn_of(f"{package}.{old}", renamed)
    found: object = getattr(sys.modules[package], renamed.replacement.rpartition(".")[2])
    return found


def _level_of_the_user() -> int:
    """Return the `stacklevel` at which the frame of whoever uses the library stands, seen from `warn_of`.

    How many of our own frames stand between depends on the door: `from esfmodel import X` asks the front door, which
    asks a package. `warnings.warn` passes over the frames of Python's own import by itself.
    """
    import inspect

    level, frame = -1, inspect.currentframe()
    while frame is not None and _is_inside(frame.f_globals.get("__name__", ""), frame.f_code.co_filename):
        level += not _is_import(frame.f_code.co_filename)
        frame = frame.f_back
    return level + 1


def _is_inside(module: str, file: str) -> bool:
    return module.partition(".")[0] == _LIBRARY or _is_import(file)


def _is_import(file: str) -> bool:
    return "importlib" in file and "_bootstrap" in file
