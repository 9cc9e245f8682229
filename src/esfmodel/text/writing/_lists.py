"""Writing lists ("A, B och C"), counted things ("14 kommuner") and genitives ("Östersunds")."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text.words.language import SPACE
from esfmodel.text.writing.numbers import choose, spelled, write_number
from esfmodel.values.dates import check_int

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.text.words.language import Language

ListStyle: TypeAlias = Literal["and", "or", "as_well_as"]
"""The word before the last item: och, eller, samt."""


def format_list(items: Iterable[str] | None, style: str | None, language: Language) -> str:
    """Write the items with commas, and a conjunction before the last."""
    conjunction = choose(style, language.conjunctions, default="and")
    if items is None:
        return language.not_stated
    if isinstance(items, str):
        raise TypeError("items must be several texts, not one str; wrap it in a list")
    listed = [_checked_item(item, index) for index, item in enumerate(items)]
    if not listed:
        raise InvalidValue("argument.nothing_to_list", "items")
    *most, last = listed
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def _checked_item(item: object, index: int) -> str:
    if not isinstance(item, str):
        raise TypeError(f"items[{index}] must be a str, not {type(item).__name__}")
    if not item.strip():
        raise InvalidValue("value.empty", f"items[{index}]", item)
    return item


# --- Counted things

CountStyle: TypeAlias = Literal["figures", "words"]
"""How a number of things is written: in figures, or in words up to twelve or so."""

_TOO_MANY = 10**18


def format_count(count: int | None, one: str, several: str, style: str | None, language: Language) -> str:
    """Write how many there are of something, with its form for one or for several."""
    write = choose(style, _COUNT_STYLES, default="figures")
    for place, form in (("one", one), ("several", several)):
        if not isinstance(form, str):
            raise TypeError(f"{place} must be a str, not {type(form).__name__}")
        if not form.strip():
            raise InvalidValue("value.empty", place, form)
    if count is None:
        return language.not_stated
    if check_int(count, "count") < 0:
        raise InvalidValue("value.negative", "count", count)
    if count >= _TOO_MANY:
        raise InvalidValue("count.too_large", "count", count)
    return write(count, one if count == 1 else several, language)


def _count_in_figures(count: int, what: str, language: Language) -> str:
    return f"{write_number(count, 0, language)}{SPACE}{what}"


def _count_in_words(count: int, what: str, language: Language) -> str:
    word = spelled(count, language)
    return f"{word} {what}" if word else _count_in_figures(count, what, language)


_COUNT_STYLES: Mapping[str, Callable[[int, str, Language], str]] = MappingProxyType(
    {"figures": _count_in_figures, "words": _count_in_words}
)


# --- Genitives

_BETWEEN_WORDS = " -\N{NO-BREAK SPACE}"
_ENDS_OF_ABBREVIATIONS = ".+"


def swedish_genitive(name: str) -> str:
    """Add "s", ":s" or nothing to a name: "Östersunds", "EU:s", "Borås"."""
    last = _last_word(name)
    if last.isupper() or not last[-1].isalpha():
        return f"{name}:s"
    return name if last[-1] in "sxz" else f"{name}s"


def english_genitive(name: str) -> str:
    """Add an apostrophe and an s to a name, also to one that ends in s: "Borås’s"."""
    _last_word(name)
    return f"{name}’s"


def _last_word(name: str) -> str:
    """Return the last word; raise `InvalidValue` unless it ends in a letter, a figure, a full stop or a plus sign."""
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not {type(name).__name__}")
    last = name[1 + max(name.rfind(sign) for sign in _BETWEEN_WORDS) :]
    bare = last[:-1] if last[-1:] in _ENDS_OF_ABBREVIATIONS else last
    if not bare[-1:].isalnum():
        raise InvalidValue("name.without_genitive", "name", name)
    return last
