"""The references in a JSON Schema or an OpenAPI document."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


def references(part: object) -> Iterator[str]:
    """Yield where each `$ref` in a document points."""
    if isinstance(part, dict):
        for key, value in cast("dict[str, object]", part).items():
            if key == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references(value)
    elif isinstance(part, list):
        for each in cast("list[object]", part):
            yield from references(each)
