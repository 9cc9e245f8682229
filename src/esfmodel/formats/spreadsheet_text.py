"""Text with delimiters for spreadsheets: the delimiter, and text that looks like a formula kept text (CWE-1236).

Such a file has no types: a name such as `=HYPERLINK(...)` is computed when a spreadsheet opens it, unless an apostrophe
stands before it. Text with apostrophes before a sign gets one more, so that taking one off gives what was written.
"""

from __future__ import annotations

import re
from typing import Final

from esfmodel.values.format import InEachLanguage

DELIMITERS: Final = InEachLanguage(";", ",")
"""What parts the cells in each language, where Excel opens them in columns: the decimal comma leaves the semicolon."""

# The last four are the wide forms of the first, which some spreadsheets take for them.
LOOKS_COMPUTED: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How text begins that a spreadsheet might compute."""


def protected(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet might compute it.

    >>> protected("=1+2"), protected("'=1+2"), protected("'t Hof")
    ("'=1+2", "''=1+2", "'t Hof")
    """
    return f"'{text}" if LOOKS_COMPUTED.match(text) else text


def unprotected(text: str) -> str:
    """Return a text that was written by `protected`.

    >>> unprotected("'=1+2"), unprotected("'t Hof")
    ('=1+2', "'t Hof")
    """
    return text[1:] if text[:1] == "'" and LOOKS_COMPUTED.match(text) else text
