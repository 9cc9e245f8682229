"""Projects as TOML 1.0, for people's hands: the same document as in JSON, without loss."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.formats._document import document_of, reading_of
from esfmodel.formats._nesting import toml_too_deep, too_deep_to_read, too_deep_to_write
from esfmodel.formats._plain import number_with_a_point
from esfmodel.formats._toml import toml_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.formats.reading import Reading
    from esfmodel.model.project import Project


def read_toml(text: str, origin: str) -> Reading:
    """Read a document; `origin` is what the errors call it."""
    if toml_too_deep(text):
        raise too_deep_to_read(origin)
    try:
        document = tomllib.loads(text, parse_float=number_with_a_point)
    except ValueError as error:  # a number of thousands of digits is a plain ValueError
        raise ReadError(origin, None, f"is not TOML: {_uncapitalised(str(error))}", "correct it there") from error
    return reading_of(document, origin)


def write_toml(projects: Iterable[Project], name: str | None) -> str:
    """Write a document; raises `InvalidValue` for one that could not be read back."""
    text = toml_of(document_of(projects, name))
    if toml_too_deep(text):
        raise too_deep_to_write()
    return text


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
