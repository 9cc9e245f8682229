"""What `f"{value:sv}"` does: the one place where a value asks the text layer to write it.

A spec is a language, or a language and a style with a colon between: "sv", "sv:mnkr", "en:words".
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from esfmodel.values._languages import check_language


def formatted(value: object, spec: str, kind: str) -> str:
    """Write `value` by `format_<kind>` of the language that `spec` names; an empty spec is the plain text form."""
    if not spec:
        return str(value)
    language, _, style = spec.partition(":")
    check_language(language, or_write=', or "sv:<style>"')
    text: Any = import_module(f"esfmodel.text.{language}")
    write = getattr(text, f"format_{kind}")
    written: str = write(value, style=style) if style else write(value)
    return written
