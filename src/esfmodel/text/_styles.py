"""The choice of a style by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Mapping

S = TypeVar("S")


def chosen(style: str | None, styles: Mapping[str, S], *, default: str, what: str = "style") -> S:
    """Give what the style, or another choice, stands for; None is the default.

    Raises `InvalidValue` for a name that is no style here, `TypeError` for what is no name.
    """
    if style is None:
        return styles[default]
    if not isinstance(style, str):
        raise TypeError(f"{what} must be a str, not {type(style).__name__}")
    if style not in styles:
        raise InvalidValue(what, style, f"is no {what} here", f"choose {_listed(styles)}")
    return styles[style]


def _listed(styles: Mapping[str, object]) -> str:
    *most, last = (f'"{name}"' for name in styles)
    return f"{', '.join(most)} or {last}"
