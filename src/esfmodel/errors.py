"""The errors of this library: all are `ValueError`, and carry their facts as attributes.

A wrong *value* raises one of these; a wrong *type* is a plain `TypeError`.

>>> from esfmodel import Money
>>> Money("12.345")
Traceback (most recent call last):
    ...
esfmodel.errors.InvalidValue: amount '12.345' has more than two decimals; pass rounding= to choose
"""

from __future__ import annotations

_SHOWN = 80


def shown(given: object) -> str:
    """Return the `repr` of `given` for an error message, shortened to about a line.

    >>> shown("Sverige")
    "'Sverige'"
    """
    if isinstance(given, int) and given.bit_length() > 4 * _SHOWN:
        return f"a whole number of {given.bit_length()} bits"
    if isinstance(given, (str, bytes)) and len(given) > _SHOWN:
        return f"{given[: _SHOWN // 2]!r}... ({len(given)} characters)"
    try:
        text = repr(given)
    except (ValueError, RecursionError):
        # Python refuses to write an int of more than 4300 digits, and to recurse into a thousand levels.
        return f"a {type(given).__name__} too large to show"
    return text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]}..."


class EsfModelError(ValueError):
    """The base class of all errors of this library."""


class _ErrorWithFacts(EsfModelError):
    """An error that carries where it arose, what was given, what is wrong with it and what to do."""

    def __init__(self, place: str, given: object, wrong: str, advice: str) -> None:
        super().__init__(place, given, wrong, advice)
        self.place = place
        self.given = given
        self.wrong = wrong
        self.advice = advice


class InvalidValue(_ErrorWithFacts):
    """A value that cannot exist: a budget in two currencies, 31 February, a wrong check digit.

    `place` says where (an argument, a field, a path), `given` what was given, `wrong` what is wrong with it and
    `advice` what to do.
    """

    def __str__(self) -> str:
        """Return place, given value, what is wrong and what to do, on one line."""
        return f"{self.place} {shown(self.given)} {self.wrong}; {self.advice}"


class NotKnown(EsfModelError):
    """An exact answer was asked for, but the facts are known only within bounds, or not at all."""


class ReadError(_ErrorWithFacts):
    """Something could not be read: a missing file, bytes that are no text, an unknown format.

    `place` says where (a path, a line), `given` what was found there, `wrong` and `advice` as in `InvalidValue`.
    """

    def __str__(self) -> str:
        """Return place, what is wrong, what was found and what to do, on one line."""
        found = "" if self.given is None else f" (found {shown(self.given)})"
        return f"{self.place}: {self.wrong}{found}; {self.advice}"


class NotInForce(EsfModelError):
    """A provision was asked for outside the days or the programming period in which it has a value."""
