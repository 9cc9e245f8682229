"""Lists of names in running text: "A, B och C"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text._styles import chosen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.text._language import Language

ListStyle: TypeAlias = Literal["and", "or", "as_well_as"]
"""The word before the last item: och, eller, samt."""


def format_list(items: Iterable[str] | None, style: str | None, language: Language) -> str:
    """Write the items with commas, and a word before the last."""
    conjunction = chosen(style, language.conjunctions, default="and")
    if items is None:
        return language.not_stated
    if isinstance(items, str):
        raise TypeError("items must be several texts, not one str; wrap it in a list")
    listed = [_checked(item, index) for index, item in enumerate(items)]
    if not listed:
        raise InvalidValue("items", (), "hold nothing to list", "say in your own words that there are none")
    *most, last = listed
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def _checked(item: object, index: int) -> str:
    if not isinstance(item, str):
        raise TypeError(f"items[{index}] must be a str, not {type(item).__name__}")
    if not item.strip():
        raise InvalidValue(f"items[{index}]", item, "is empty", "leave it out")
    return item
