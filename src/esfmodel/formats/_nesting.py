"""How deep a text is nested, found in one pass before any parser is let in.

The parsers of JSON and TOML call themselves once for each level, and that of TOML takes a time that grows with the
square of the length of a dotted key. A text written to exploit that is refused here.
"""

from __future__ import annotations

import re

from esfmodel.errors import InvalidValue, ReadError

DEEPEST = 60
"""The most levels of objects and lists, and the most parts of a dotted key."""

# An end of text stands for a missing quotation mark, so that no text is scanned twice.
_JSON_STRING = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)', re.DOTALL)
_TOML_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.?|"(?!""))*+(?:"""|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'''|\Z)"
    r'|"(?:[^"\\\n]++|\\.?)*+(?:"|\n|\Z)'
    r"|'[^'\n]*+"
    r"(?:'|\n|\Z)"
    r"|#[^\n]*+",
    re.DOTALL,
)
_OTHER = re.compile(r"[^\[\]{}]++")
_DOTTED = re.compile(rf"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


def json_too_deep(text: str) -> bool:
    """Whether JSON is nested too deep."""
    return _brackets_too_deep(_JSON_STRING.sub("_", text))


def toml_too_deep(text: str) -> bool:
    """Whether TOML is nested too deep, in brackets or in dotted keys."""
    bare = _TOML_STRING.sub("_", text)
    return _brackets_too_deep(bare) or _DOTTED.search(bare) is not None


def _brackets_too_deep(bare: str) -> bool:
    depth = 0
    for bracket in _OTHER.sub("", bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def too_deep_to_read(origin: str) -> ReadError:
    """Say that a text is nested too deep."""
    return ReadError(origin, None, f"is nested more than {DEEPEST} levels deep", "check how it was written")


def too_deep_to_write() -> InvalidValue:
    """Say that a project is nested too deep."""
    wrong = f"is nested more than {DEEPEST} levels deep"
    return InvalidValue("members", "an organisation in an organisation", wrong, "list the members side by side")
