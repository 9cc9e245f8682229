"""Counted things: `1 kommun`, `14 kommuner`, `1 235 522 deltagare`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text._language import SPACE
from esfmodel.text._numbers import spelled, write_number
from esfmodel.text._styles import chosen
from esfmodel.values.dates import check_int

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language

CountStyle: TypeAlias = Literal["figures", "words"]
"""How a number of things is written: in figures, or in words where running text has them."""

_MOST = 10**18


def format_count(count: int | None, one: str, several: str, style: str | None, language: Language) -> str:
    """Write how many there are of something, whose forms for one and for several are given."""
    write = chosen(style, _STYLES, default="figures")
    for place, form in (("one", one), ("several", several)):
        if not isinstance(form, str):
            raise TypeError(f"{place} must be a str, not {type(form).__name__}")
        if not form.strip():
            raise InvalidValue(place, form, "is empty", "give the word for what is counted")
    if count is None:
        return language.not_stated
    if not 0 <= check_int(count, "count") < _MOST:
        wrong = "is below nothing" if count < 0 else "is more than anybody counts"
        raise InvalidValue("count", count, wrong, "give a number of things")
    return write(count, one if count == 1 else several, language)


def _in_figures(count: int, what: str, language: Language) -> str:
    return f"{write_number(count, 0, language)}{SPACE}{what}"


def _in_words(count: int, what: str, language: Language) -> str:
    word = spelled(count, language)
    return f"{word} {what}" if word else _in_figures(count, what, language)


_STYLES: Mapping[str, Callable[[int, str, Language], str]] = MappingProxyType(
    {"figures": _in_figures, "words": _in_words}
)
