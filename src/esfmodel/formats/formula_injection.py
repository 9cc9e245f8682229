"""Text that a spreadsheet would take for a formula, kept text by an apostrophe before it (CWE-1236).

Lists in text with delimiters have no types: a name such as `=HYPERLINK(...)` is computed when a spreadsheet opens the
file. Text that has such apostrophes already gets one more, so that taking one off always gives what was written.
"""

from __future__ import annotations

import re

# The last four are the wide forms of the first, which some spreadsheets take for them.
_LOOKS_COMPUTED = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def protected(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet might compute it.

    >>> protected("=1+2"), protected("'=1+2"), protected("'t Hof")
    ("'=1+2", "''=1+2", "'t Hof")
    """
    return f"'{text}" if _LOOKS_COMPUTED.match(text) else text


def unprotected(text: str) -> str:
    """Return a text that was written by `protected`.

    >>> unprotected("'=1+2"), unprotected("'t Hof")
    ('=1+2', "'t Hof")
    """
    return text[1:] if text[:1] == "'" and _LOOKS_COMPUTED.match(text) else text
