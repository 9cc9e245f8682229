"""Projects as JSON, without loss: `{"format": "esfmodel/projects", "version": 2, "projects": [...]}`.

The keys are called as the fields of the classes; a value is its plain text ("3706566 SEK", "40%", "12/29",
"2024-10-01/2027-09-30"). What is not known is left out. JSON is that of RFC 8259; `project_schema` gives its schema.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.formats._document import document_of, reading_of
from esfmodel.formats._nesting import json_too_deep, too_deep_to_read, too_deep_to_write
from esfmodel.formats._plain import json_object, no_number, number_with_a_point, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.formats.reading import Reading
    from esfmodel.model.project import Project


def read_json(text: str, origin: str) -> Reading:
    """Read a document; `origin` is what the errors call it."""
    if json_too_deep(text):
        raise too_deep_to_read(origin)
    try:
        document = json.loads(
            text,
            object_pairs_hook=json_object,
            parse_float=number_with_a_point,
            parse_int=whole_number,
            parse_constant=no_number,
        )
    except json.JSONDecodeError as error:
        wrong = f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} in column {error.colno}"
        raise ReadError(f"{origin}, line {error.lineno}", None, wrong, "correct it there, or just before") from error
    return reading_of(document, origin)


def write_json(projects: Iterable[Project], name: str | None) -> str:
    """Write a document; raises `InvalidValue` for one that could not be read back."""
    text = json.dumps(document_of(projects, name), indent=2, ensure_ascii=False) + "\n"
    if json_too_deep(text):
        raise too_deep_to_write()
    return text
