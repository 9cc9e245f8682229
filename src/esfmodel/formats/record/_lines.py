"""Split a record into a heading, labels with values, and free text.

A label and its value stand on two lines, or on one with a colon, a tab, spaces or nothing between them. The layout is
found from the whole record, because a single line is ambiguous: "Region Kronoberg" may be a label with its value, or
the name of an owner.
"""

from __future__ import annotations

import enum
import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats.record._labels import Label, is_number, label_at_start, label_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_LABEL = 120
_LONGEST_UNKNOWN = 60
_LONGEST_PAIR = 300
_FEW = 2
_WIDE_GAP = re.compile(r"[ \N{NO-BREAK SPACE}]{2,}")
# Prose may contain two spaces too, so a gap separates an unknown label only from a short value.
_UNKNOWN_GAP = rf"\s{{2,}}(?=.{{1,{_LONGEST_UNKNOWN}}}\Z)"
# A colon within a word belongs to the label: "Stöd från EU:s fonder: 5 kr".
_UNKNOWN_PAIR = re.compile(
    rf"(\w(?:[^:\t.!?]|:(?=[^\W\d])){{0,{_LONGEST_UNKNOWN}}}?)(?:\t\s*|:\s+|{_UNKNOWN_GAP})(\S.*)", re.DOTALL
)


class Kind(enum.Enum):
    """What a line is, judged by itself; OTHER is a label that is not in `LABELS`."""

    BLANK = enum.auto()
    LABEL = enum.auto()
    PAIR = enum.auto()
    OTHER_LABEL = enum.auto()
    OTHER_PAIR = enum.auto()
    TEXT = enum.auto()

    @property
    def is_known(self) -> bool:
        return self in {Kind.LABEL, Kind.PAIR}


class RecordLine(NamedTuple):
    """A line of a record, with the label and value on it."""

    number: int
    text: str
    kind: Kind
    label: Label = Label()
    value: str = ""


class Layout(NamedTuple):
    """The layout of a record: `stacked` if values stand below labels, `airy` if with an empty line between them."""

    stacked: bool
    airy: bool


def record_lines(text: str) -> tuple[tuple[RecordLine, ...], Layout]:
    """Split a record into lines and find its layout.

    Each line is first classified by itself. A line that only begins with a label is ambiguous: it becomes a pair if
    most of the other lines show that labels and values stand on one line, with a space or nothing between them.
    """
    texts = (line.strip() for line in re.split(r"\r\n|\r|\n", text))
    certain = _unpair_below_labels([line for number, text in enumerate(texts, 1) for line in _lines_in(number, text)])
    starts = [_start(line) for line in certain]
    stacked = _count_stacked(certain, starts)
    paired = sum(line.kind is Kind.PAIR for line in certain)
    # A sentence that begins with a label is no pair: "Region och kommuner gör det tillsammans."
    spaced = sum(found is not None and found[1][:1].isspace() and not found[1].endswith(".") for found in starts)
    run = [index for index, found in enumerate(starts) if found and _runs_on(found[1])]
    runs_together = bool(run) and len(run) >= stacked
    # A value in lower case ("Namnvård i världsklass") is taken only next to lines that surely run together.
    among = range(run[0] - 1, run[-1] + 2) if runs_together else range(0)
    by_space = spaced > max(stacked, paired, len(run), _FEW)
    lines = tuple(
        _paired(line, found, run_together=index in among, by_space=by_space)
        for index, (line, found) in enumerate(zip(certain, starts, strict=True))
    )
    return lines, Layout(stacked=stacked > max(paired, len(run)), airy=_is_airy(lines))


def _unpair_below_labels(lines: list[RecordLine]) -> list[RecordLine]:
    """Turn pairs into plain values, if every pair of the record stands below a label.

    A value may itself begin with a label: "Region: en resa" is a name. In a record that has real pairs, some of them
    stand elsewhere than below a label.
    """
    filled = [index for index, line in enumerate(lines) if line.kind is not Kind.BLANK]
    below_labels = [below for index, below in itertools.pairwise(filled) if lines[index].kind is Kind.LABEL]
    values = sum(not lines[index].kind.is_known for index in below_labels)
    pairs = [index for index in filled if lines[index].kind is Kind.PAIR]
    if values <= len(pairs) or not set(below_labels).issuperset(pairs):
        return lines
    for index in pairs:
        lines[index] = lines[index]._replace(kind=Kind.TEXT, label=Label(), value="")
    return lines


def _count_stacked(lines: Sequence[RecordLine], starts: Sequence[tuple[Label, str] | None]) -> int:
    """Count the labels whose value surely stands below: the line there neither is nor begins with a label.

    A label without a value says nothing about the layout: it stands alone on its line in every layout.
    """
    filled = [index for index, line in enumerate(lines) if line.kind is not Kind.BLANK]
    return sum(
        lines[index].kind is Kind.LABEL and not lines[below].kind.is_known and starts[below] is None
        for index, below in itertools.pairwise(filled)
    )


def _lines_in(number: int, text: str) -> Iterator[RecordLine]:
    """Split a line in which a label's value would be another label with a colon: the first label has no value."""
    line = _classified(number, text)
    while line.kind is Kind.PAIR and len(line.value) <= _LONGEST_PAIR and not line.label.meaning.is_free:
        value = _classified(number, line.value)
        if not value.kind.is_known or ":" not in line.value:
            break
        yield RecordLine(number, text, Kind.LABEL, line.label)
        line = value
    yield line


def _classified(number: int, line: str) -> RecordLine:
    """Classify a line by itself; one that only begins with a label stays TEXT until the layout is known."""
    if not line:
        return RecordLine(number, line, Kind.BLANK)
    if label := label_in(line):
        return RecordLine(number, line, Kind.LABEL, label)
    for left, right in _divisions(line):
        if label := label_in(left):
            return RecordLine(number, line, Kind.PAIR, label, right)
    if line.endswith(":") and len(line) <= _LONGEST_UNKNOWN:
        return RecordLine(number, line, Kind.OTHER_LABEL, Label(line.rstrip(": ")))
    if pair := _UNKNOWN_PAIR.fullmatch(line):
        return RecordLine(number, line, Kind.OTHER_PAIR, Label(pair[1].strip()), pair[2])
    return RecordLine(number, line, Kind.TEXT)


def _divisions(line: str) -> Iterator[tuple[str, str]]:
    """Yield the possible splits of a line into label and value, the surest first."""
    for sign in "\t:":
        at = line.find(sign, 0, _LONGEST_LABEL)
        while at > 0:
            yield line[:at], line[at + 1 :].strip()
            at = line.find(sign, at + 1, _LONGEST_LABEL)
    if gap := _WIDE_GAP.search(line, 0, _LONGEST_LABEL):
        yield line[: gap.start()], line[gap.end() :]


def _start(line: RecordLine) -> tuple[Label, str] | None:
    """Return the label that an unclassified line begins with and the rest of the line, or None."""
    return None if line.kind.is_known or len(line.text) > _LONGEST_PAIR else label_at_start(line.text)


def _runs_on(rest: str) -> bool:
    """Whether the text after a label surely begins a value: inside a Swedish word there is no capital or digit."""
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in {"#", '"', "”", "“", "("}


def _paired(line: RecordLine, found: tuple[Label, str] | None, *, run_together: bool, by_space: bool) -> RecordLine:
    """Turn a line that begins with a label into a pair, where the layout allows it."""
    if found is None or not found[1]:
        return line
    label, rest = found
    sure = run_together and _runs_on(rest)
    likely = (by_space if rest[0].isspace() else run_together) and not rest.endswith(".")
    return RecordLine(line.number, line.text, Kind.PAIR, label, rest.strip()) if sure or likely else line


def _is_airy(lines: Sequence[RecordLine]) -> bool:
    """Whether more values stand below an empty line than directly below their label; the last label is left out."""
    direct = parted = 0
    labels = [index for index, line in enumerate(lines) if line.kind is Kind.LABEL]
    for index, following in itertools.pairwise(labels):
        between = lines[index + 1 : min(following, index + 4)]
        kinds = [line.kind for line in between if line.kind is not Kind.BLANK]
        if kinds and not kinds[0].is_known:
            direct += between[0].kind is not Kind.BLANK
            parted += between[0].kind is Kind.BLANK
    return parted > direct


# --- From lines to entries: every line ends up in the heading, an entry or the free text

_PROSE = 80


class Entry(NamedTuple):
    """A value with its label, and the line number of the label."""

    line: int
    label: Label
    value: str


@attrs.frozen
class Record:
    """A record: its heading, its labelled values, and its free text as paragraphs."""

    heading: Entry | None
    entries: tuple[Entry, ...]
    summary: str


def record_of(text: str) -> Record | None:
    """Split a record; return None when no line has a known label."""
    lines, layout = record_lines(text)
    known = [index for index, line in enumerate(lines) if line.kind.is_known]
    if not known:
        return None
    taker = _Taker(lines, layout)
    above = [line for line in lines[: known[0]] if line.kind is not Kind.BLANK]
    heading = above[0] if above else None
    # Some pages print the number on a line of its own above the name.
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
    """Goes through the lines once; each `take` method adds lines to `entries` or `free`."""

    def __init__(self, lines: Sequence[RecordLine], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        self.entries: list[Entry] = []
        self.free: list[str] = []

    def take(self, at: int) -> int:
        """Take the known label at line `at` with its value and the loose lines below; return the next line to take."""
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
        """Take what follows the last known label: first any unknown labels, then free text."""
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
        """Take lines without a known label: as unknown labels with values, or as free text if any line is prose."""
        texts = [line.text for line in self.lines[at:end] if line.kind is Kind.TEXT]
        if any(_is_prose(text) for text in texts):
            self._take_free(at, end)
            return
        stacked = self.layout.stacked and len(texts) % 2 == 0
        while at < end:
            line = self.lines[at]
            if line.kind is Kind.BLANK:
                at += 1
                continue
            below = self._below(at)
            if line.kind is Kind.TEXT and stacked and below < end and self._kind(below) is Kind.TEXT:
                self.entries.append(Entry(line.number, Label(line.text), self.lines[below].text))
                at = below + 1
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
        """Return the value of a label that stands alone on its line, and the index of the line after it."""
        below = self._below(at)
        kind = self._kind(below)
        # Prose after an empty line is the free text of the page rather than a value.
        if below > at + 1 and kind is Kind.TEXT and _is_prose(self.lines[below].text):
            return "", at + 1
        if kind is Kind.TEXT or (kind is Kind.OTHER_PAIR and self.layout.stacked):
            return self.lines[below].text, below + 1
        return "", at + 1

    def _below(self, at: int) -> int:
        """Return the line where a label's value stands: the next, or in airy layouts the next that is not empty."""
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
