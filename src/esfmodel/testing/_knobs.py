"""What the knobs of the strategies may be set to: how much is known, how many lines, and which of the named choices.

>>> how_many("min_costs", 5, "max_costs", 3, usual=6)
Traceback (most recent call last):
    ...
esfmodel.errors.InvalidValue: min_costs 5 is not from 0 to 3; give a whole number from 0 to 3
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from esfmodel.errors import InvalidValue
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

Known: TypeAlias = Literal["everything", "partly"]
"""How well the figures of what is drawn are known: every amount exactly, or only some of them."""

_KNOWN: Final = get_args(Known)
_NOTHING, _WHOLE = Rate(0), Rate(1)
_MOST_LINES: Final = 1_000
"""Above this Hypothesis gives up, since it keeps every choice of an example."""


def check_known(known: object) -> None:
    """Raise `InvalidValue` for anything but "everything", "partly" and None."""
    check_choice("known", known, _KNOWN)


def check_choice(name: str, given: object, choices: Sequence[str]) -> None:
    """Raise `InvalidValue` for what is neither None nor one of the choices."""
    if given is not None and given not in choices:
        raise InvalidValue("value.not_usable", name, given, choices=tuple(choices))


def check_kind(name: str, given: object, kind: type) -> None:
    """Raise `TypeError` for what is neither None nor of the type."""
    # Imported here: who draws amounts alone does not load the model.
    from esfmodel.model.fields import check_type

    if given is not None:
        check_type(given, kind, name)


def how_many(least_name: str, least: int, most_name: str, most: int | None, *, usual: int) -> tuple[int, int]:
    """Return the least and the most of something; `usual` is the most where only a smaller least is given, or none.

    Raises `InvalidValue` for a negative number, one above a thousand, and a least above the most.
    """
    for name, number in ((least_name, least), (most_name, most)):
        if number is None:
            continue
        check_number(name, number)
        if not 0 <= number <= _MOST_LINES:
            raise InvalidValue("number.outside", name, number, low=0, high=_MOST_LINES)
    if most is None:
        return least, max(least, usual)
    if least > most:
        raise InvalidValue("number.outside", least_name, least, low=0, high=most)
    return least, most


def check_number(name: str, number: object) -> None:
    """Raise `TypeError` for what is no whole number."""
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"{name} must be int, not {type(number).__name__}")


def check_share(name: str, rate: Rate) -> None:
    """Raise `InvalidValue` for a share that is not from 0 to 100 %."""
    if not _NOTHING <= rate <= _WHOLE:
        raise InvalidValue("share.not_of_whole", name, rate)


def check_currency(currency: str) -> str:
    """Return the code of a currency; raise `InvalidValue` for what is none."""
    return Money(0, currency).currency
