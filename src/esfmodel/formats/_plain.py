"""Values that a parser of JSON or TOML meets and that no field takes, kept with what to say of them.

They stand in the place of the value until the field is known, so that the problem can name it.
"""

from __future__ import annotations

import datetime
import difflib
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_NUMBER = 100
"""The most digits of a whole number."""

MOST_PROBLEMS = 1_000
"""How many problems are listed of one document: whoever has more has another file than they think."""

_LONGEST_WORD = 60
_TEXT_FOR_NUMBERS = 'write it as text: an amount as "12.50 SEK", a share as "12.5%"'


@attrs.frozen
class Unusable:
    """What was written, what is wrong with it, and what to do."""

    written: str
    wrong: str
    advice: str


NULL = Unusable("null", "says nothing", "leave the key out when nobody knows")


class Repeating(dict[str, object]):
    """A JSON object in which keys occur more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        """Take the pairs as they were written."""
        super().__init__(pairs)
        self.repeated = tuple(sorted(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))


def json_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Take the keys and values of a JSON object."""
    usable = [(key, NULL if value is None else value) for key, value in pairs]
    found = dict(usable)
    return found if len(found) == len(usable) else Repeating(usable)


def number_with_a_point(written: str) -> Unusable:
    """Take what JSON and TOML would make a float, which cannot hold öre."""
    return Unusable(written, "is a number with a decimal point or exponent", _TEXT_FOR_NUMBERS)


def no_number(written: str) -> Unusable:
    """Take NaN and the infinities."""
    return Unusable(written, "is no number", "leave the key out when nobody knows")


def whole_number(written: str) -> int | Unusable:
    """Take a whole number, if it can be read in a moment."""
    if len(written.lstrip("-")) > LONGEST_NUMBER:
        return Unusable(written, f"has more than {LONGEST_NUMBER} digits", "check how it was written")
    return int(written)


def invalid(given: object, wanted: str, advice: str) -> InvalidValue:
    """Say that a value is not of the kind that its field takes."""
    if isinstance(given, Unusable):
        return InvalidValue("value", given.written, given.wrong, given.advice)
    shown = str(given) if isinstance(given, (datetime.date, datetime.time)) else given
    return InvalidValue("value", shown, f"is not {wanted}", advice)


def no_such_word(given: object, wanted: str, known: Collection[str]) -> InvalidValue:
    """Say that a value is none of the words that its field takes, and which one may be meant."""
    if isinstance(given, Unusable):
        return InvalidValue("value", given.written, given.wrong, given.advice)
    listed = f"use one of {', '.join(map(repr, known))}"
    if given is None:
        return InvalidValue("value", None, "is missing", listed)
    return InvalidValue("value", given, f"is no {wanted}", meant(given, known) or listed)


def meant(given: object, known: Collection[str]) -> str | None:
    """Say which of the known words may be meant, if one is near."""
    plain = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(given[:_LONGEST_WORD].casefold(), plain, 1) if isinstance(given, str) else []
    return f"write {plain[near[0]]!r}, if that is meant" if near else None
