"""How deep JSON or TOML is nested, how long its numbers are, whether it has comments: found before any parser sees it.

>>> toml_too_deep("a" + ".a" * 100 + " = 1")
True
"""

from __future__ import annotations

import re

from esfmodel.errors import ReadError

# The parsers of JSON and TOML recurse once per level, and the TOML parser needs time in the square of the parts of a
# dotted key and a hundred bytes per digit of a number. A text written to exploit that is refused here. The patterns
# are possessive (`*+`), so that they never backtrack. A group that is repeated so is atomic (`(?>...)`) within: else
# the early releases of Python 3.11, such as 3.11.2, stop too soon.

DEEPEST = 60
"""The most levels of objects and lists, and the most parts of a dotted key."""

# A string without a closing quotation mark ends with the text; otherwise each such mark would be scanned for again.
_JSON_STRING = re.compile(r'"(?:(?>[^"\\]++|\\.?))*+(?:"|\Z)', re.DOTALL)
_TOML_STRING = re.compile(
    # Up to two quotation marks may stand before the three that close a string of several lines.
    r'"""(?:(?>[^"\\]++|\\.?|"(?!"")))*+(?:"{3,5}|\Z)'
    r"|'''(?:(?>[^']++|'(?!'')))*+(?:'{3,5}|\Z)"
    r'|"(?:(?>[^"\\\n]++|\\.?))*+(?:"|\n|\Z)'
    r"|'[^'\n]*+"
    r"(?:'|\n|\Z)"
    r"|#[^\n]*+",
    re.DOTALL,
)
_NO_MARKS = bytes({*range(256)} - {*b'[]{}"\\\0'})
_OTHER = re.compile(r"[^\[\]{}]++")
_DOTTED = re.compile(rf"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")

# Fewer than the 640 digits that Python may be set to stop at, and more than `LONGEST_NUMBER`: those are told by field.
_ENDLESS = re.compile(r"(?<![\w.+-])[+-]?[0-9][\w.+-]{600}", re.ASCII)


def json_too_deep(text: str) -> bool:
    """Whether JSON has more than `DEEPEST` levels of objects and lists."""
    if text.count("{") + text.count("[") <= DEEPEST:
        return False
    # A pattern over all strings takes longer than parsing. So only marks are looked at: brackets, quotation marks and,
    # for what a backslash keeps from being one, a zero; two quotation marks side by side say nothing of what follows.
    plain = text.encode(errors="replace")
    if "\\" in text:
        plain = plain.replace(rb"\\", b"\0").replace(rb"\"", b"\0")
    marks = plain.translate(None, _NO_MARKS).replace(b'""', b"")
    bare = b"".join(marks.split(b'"')[::2]).decode()
    if "\\" in bare or "\0" in bare:  # is no JSON, so that it is open what is a string
        bare = _JSON_STRING.sub("_", text)
    return _brackets_too_deep(bare)


def toml_too_deep(text: str) -> bool:
    """Whether TOML has more than `DEEPEST` levels of brackets or parts of a dotted key."""
    bare = _TOML_STRING.sub("_", text)
    return _brackets_too_deep(bare) or _DOTTED.search(bare) is not None


def line_of_endless_number(text: str) -> int | None:
    """Return the line of a number in TOML that no parser should see, whatever its base; None where all are shorter."""
    if _ENDLESS.search(text) is None:
        return None
    # Strings may be as long as they like. Their lines are kept, or those that follow could not be counted.
    bare = _TOML_STRING.sub(lambda string: "_" + "\n" * string.group().count("\n"), text)
    found = _ENDLESS.search(bare)
    return None if found is None else bare.count("\n", 0, found.start()) + 1


def toml_has_comments(text: str) -> bool:
    """Whether TOML has comments; a hash sign within a string is none.

    >>> toml_has_comments('a = "#1"'), toml_has_comments("a = 1  # one")
    (False, True)
    """
    return any(each[0].startswith("#") for each in _TOML_STRING.finditer(text))


def _brackets_too_deep(bare: str) -> bool:
    depth = 0
    for bracket in _OTHER.sub("", bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def too_deep_to_read(origin: str) -> ReadError:
    """Return the error for a text nested too deep."""
    return ReadError("file.too_deep", source=origin, levels=DEEPEST)
