"""What a record says: its heading, its labels with values, its free text. Every line ends up in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats._record_labels import Label
from esfmodel.formats._record_lines import Kind, Layout, Line, lines_of
from esfmodel.formats._record_numbers import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROSE = 80


class Entry(NamedTuple):
    """A value with its label, and the number of the line that the label is in."""

    line: int
    label: Label
    value: str


@attrs.frozen
class Record:
    """A record taken apart: the heading, what has a label, and the free text by paragraphs."""

    heading: Entry | None
    entries: tuple[Entry, ...]
    summary: str


def record_of(text: str) -> Record | None:
    """Take a record apart; None when no line has a label that we know."""
    lines, layout = lines_of(text)
    known = [index for index, line in enumerate(lines) if line.kind.is_known]
    if not known:
        return None
    taker = _Taker(lines, layout)
    above = [line for line in lines[: known[0]] if line.kind is not Kind.BLANK]
    heading = above[0] if above else None
    if len(above) > 1 and is_number(above[0].text) and above[1].kind is Kind.TEXT:
        heading = above[1]._replace(text=f"{above[0].text} {above[1].text}")
    if heading is not None:
        taker.take_loose(heading.number, known[0])
    at = known[0]
    while at <= known[-1]:
        at = taker.take(at)
    taker.take_rest(at)
    return Record(
        None if heading is None else Entry(heading.number, Label(), heading.text),
        tuple(taker.entries),
        "\n\n".join(taker.free),
    )


class _Taker:
    """Goes through the lines of a record once and hands each to an entry or to the free text."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        self.entries: list[Entry] = []
        self.free: list[str] = []

    def take(self, at: int) -> int:
        """Take the label in line `at` with its value, and the lines after it that have none; give the next label's."""
        line = self.lines[at]
        value, after = self._value_below(at) if line.kind is Kind.LABEL else (line.value, at + 1)
        if line.label.meaning.is_long:
            end = self._next_known(after)
            value = "\n".join([value, *(line.text for line in self.lines[after:end])]).strip("\n")
            after = end
        self.entries.append(Entry(line.number, line.label, value))
        end = self._next_known(after)
        if end < len(self.lines):
            self.take_loose(after, end)
            return end
        return after

    def take_rest(self, at: int) -> None:
        """Take what follows the last label: labels we do not know as long as they go on, then free text."""
        end = self._next_but_text(at)
        texts = [line.text for line in self.lines[at:end]]
        if self.layout.stacked and len(texts) % 2 == 0 and not any(map(_is_prose, texts)):
            self.take_loose(at, end)
        else:
            end = at
        while end < len(self.lines) and self._goes_on(self.lines[end].kind):
            end = self._take_other(end) if self.lines[end].kind is not Kind.BLANK else end + 1
        self._take_free(end, len(self.lines))

    def take_loose(self, at: int, end: int) -> None:
        """Take lines without a label that we know: labels with values, or free text if any of it reads like prose."""
        texts = [line.text for line in self.lines[at:end] if line.kind is Kind.TEXT]
        if any(_is_prose(text) for text in texts):
            self._take_free(at, end)
            return
        stacked = self.layout.stacked and len(texts) % 2 == 0
        while at < end:
            line = self.lines[at]
            below = self._below(at)
            if line.kind is Kind.TEXT and stacked and below < end and self._kind(below) is Kind.TEXT:
                self.entries.append(Entry(line.number, Label(line.text), self.lines[below].text))
                at = below + 1
            elif line.kind is Kind.BLANK:
                at += 1
            else:
                at = self._take_other(at)

    def _take_other(self, at: int) -> int:
        line = self.lines[at]
        below = self._below(at)
        if line.kind is Kind.OTHER_PAIR:
            self.entries.append(Entry(line.number, line.label, line.value))
        elif line.kind is Kind.OTHER_LABEL and self._kind(below) is Kind.TEXT:
            self.entries.append(Entry(line.number, line.label, self.lines[below].text))
            return below + 1
        elif line.kind is Kind.OTHER_LABEL:
            self.entries.append(Entry(line.number, line.label, ""))
        else:
            self.entries.append(Entry(line.number, Label(), line.text))
        return at + 1

    def _take_free(self, at: int, end: int) -> None:
        text = "\n".join(line.text for line in self.lines[at:end]).strip("\n")
        if text:
            self.free.append(text)

    def _value_below(self, at: int) -> tuple[str, int]:
        """Find the value of a label that stands alone on its line, and the line after it."""
        below = self._below(at)
        kind = self._kind(below)
        if below > at + 1 and kind is Kind.TEXT and _is_prose(self.lines[below].text):
            return "", at + 1
        if kind is Kind.TEXT or (kind is Kind.OTHER_PAIR and self.layout.stacked):
            return self.lines[below].text, below + 1
        return "", at + 1

    def _below(self, at: int) -> int:
        """Find the line in which the value of a label stands: the next one, or the next that is not empty."""
        below = at + 1
        while self.layout.airy and self._kind(below) is Kind.BLANK:
            below += 1
        return below

    def _goes_on(self, kind: Kind) -> bool:
        return kind in {Kind.OTHER_LABEL, Kind.OTHER_PAIR} or (kind is Kind.BLANK and self.layout.airy)

    def _kind(self, at: int) -> Kind | None:
        return self.lines[at].kind if at < len(self.lines) else None

    def _next_but_text(self, at: int) -> int:
        while self._kind(at) is Kind.TEXT:
            at += 1
        return at

    def _next_known(self, at: int) -> int:
        while at < len(self.lines) and not self.lines[at].kind.is_known:
            at += 1
        return at


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE or (text.endswith((".", "!", "?")) and " " in text)
