"""Show on a terminal how far a long list is read."""

from __future__ import annotations

import sys

from esfmodel.cli._terminal import page_width, say
from esfmodel.display.columns import one_line, width_of, wrapped
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import write_source

_EVERY = 64
"""How many rows are read between two looks at the bar, which take longer than a row."""
_BAR = 20
_LONGEST_NAME = 30

_BEGUN = Words("{name}: går igenom raderna …", "{name}: going through the rows …")
_AT = Words("{name}: {bar} {read} av {found} rader", "{name}: {bar} {read} of {found} rows")


class Progress:
    """A line on standard error that is written over until it is cleared; nothing at all where that is no terminal."""

    def __init__(self, name: str, language: str) -> None:
        [self._name, *_] = wrapped(one_line(write_source(name, language)), _LONGEST_NAME)
        self._language = language
        self._is_shown = sys.stderr.isatty()
        self._width = 0
        self._rows = 0

    def begin(self) -> None:
        """Show that a file is looked through, which comes before its rows are read."""
        self._write(_BEGUN.text(self._language).format(name=self._name))

    def show(self, read: int, found: int) -> None:
        """Show how many rows are read of those that were found."""
        self._rows += 1
        if not self._rows % _EVERY:
            self.show_batch(read, found)

    def show_batch(self, read: int, found: int) -> None:
        """Show it at once, as after many rows that were read together."""
        full = min(_BAR * read // max(found, 1), _BAR)
        bar = f"[{'#' * full}{'.' * (_BAR - full)}]"
        self._write(_AT.text(self._language).format(name=self._name, bar=bar, read=read, found=found))

    def close(self) -> None:
        """Clear the line, for what else is printed."""
        if self._width:
            self._write("")
            self._width = 0

    def _write(self, text: str) -> None:
        if not self._is_shown:
            return
        # A line that is wrapped could not be written over.
        text = text[: page_width() - 1]
        say(f"{text}{' ' * (self._width - width_of(text))}", sys.stderr, end="\r")
        sys.stderr.flush()
        self._width = width_of(text)
