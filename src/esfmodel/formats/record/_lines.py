"""How a record is laid out: which lines are labels, which are values, and which are neither.

A label and its value stand on two lines or on one, parted by a colon, a tab, spaces, or nothing at all. The layout is
found from the record as a whole, because single lines are ambiguous: "Region Kronoberg" may be a label with its value,
or the name of an owner.
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
# Prose may have two spaces in it as well, so a gap parts a label only from a short value.
_UNKNOWN_GAP = rf"\s{{2,}}(?=.{{1,{_LONGEST_UNKNOWN}}}\Z)"
_UNKNOWN_PAIR = re.compile(rf"(\w[^:\t.!?]{{0,{_LONGEST_UNKNOWN}}}?)(?:\t\s*|:\s+|{_UNKNOWN_GAP})(\S.*)", re.DOTALL)


class Kind(enum.Enum):
    """What a line is, as far as it tells itself."""

    BLANK = enum.auto()
    LABEL = enum.auto()
    PAIR = enum.auto()
    OTHER_LABEL = enum.auto()
    OTHER_PAIR = enum.auto()
    TEXT = enum.auto()

    @property
    def is_known(self) -> bool:
        """Whether the line has a label that we know."""
        return self in {Kind.LABEL, Kind.PAIR}


class RecordLine(NamedTuple):
    """A line of a record: its number, its text, what it is, and the label and value on it."""

    number: int
    text: str
    kind: Kind
    label: Label = Label()
    value: str = ""


class Layout(NamedTuple):
    """How a record is laid out as a whole.

    `stacked` is whether most values stand below their labels, `airy` whether an empty line stands between the two.
    """

    stacked: bool
    airy: bool


def record_lines(text: str) -> tuple[tuple[RecordLine, ...], Layout]:
    """Divide a record into lines and find its layout."""
    texts = (line.strip() for line in re.split(r"\r\n|\r|\n", text))
    certain = _with_values_below([line for number, text in enumerate(texts, 1) for line in _lines_in(number, text)])
    starts = [_start(line) for line in certain]
    stacked = _with_a_value_below(certain, starts)
    paired = sum(line.kind is Kind.PAIR for line in certain)
    spaced = sum(found is not None and found[1][:1].isspace() for found in starts)
    run = [index for index, found in enumerate(starts) if found and _runs_on(found[1])]
    runs_together = bool(run) and len(run) >= stacked
    # Next to lines that surely run together a value may go on in lower case as well ("Namnvård i världsklass").
    among = range(run[0] - 1, run[-1] + 2) if runs_together else range(0)
    by_space = spaced > max(stacked, paired, len(run), _FEW)
    lines = tuple(
        _paired(line, found, run_together=index in among, by_space=by_space)
        for index, (line, found) in enumerate(zip(certain, starts, strict=True))
    )
    return lines, Layout(stacked=stacked > max(paired, len(run)), airy=_is_airy(lines))


def _with_values_below(lines: list[RecordLine]) -> list[RecordLine]:
    """Take lines that look like a label with its value for values, where all of them stand below a label.

    A value may begin with a label itself, as a name does: "Region: en resa". Were it a label, others would be too.
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


def _with_a_value_below(lines: Sequence[RecordLine], starts: Sequence[tuple[Label, str] | None]) -> int:
    """Count the labels that surely have their value below them: what is there is no label, nor begins with one.

    A label without a value tells nothing of the layout: it stands alone on its line in all of them.
    """
    filled = [index for index, line in enumerate(lines) if line.kind is not Kind.BLANK]
    return sum(
        lines[index].kind is Kind.LABEL and not lines[below].kind.is_known and starts[below] is None
        for index, below in itertools.pairwise(filled)
    )


def _lines_in(number: int, text: str) -> Iterator[RecordLine]:
    """Take a line apart where the value of a label would be another label with its colon: the first has no value."""
    line = _certain(number, text)
    while line.kind is Kind.PAIR and len(line.value) <= _LONGEST_PAIR and not line.label.meaning.is_free:
        value = _certain(number, line.value)
        if not value.kind.is_known or ":" not in line.value:
            break
        yield RecordLine(number, text, Kind.LABEL, line.label)
        line = value
    yield line


def _certain(number: int, line: str) -> RecordLine:
    """Take a line for what it is beyond doubt."""
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
    """List the places where a line may be divided into label and value, from the surest on."""
    for sign in "\t:":
        at = line.find(sign, 0, _LONGEST_LABEL)
        while at > 0:
            yield line[:at], line[at + 1 :].strip()
            at = line.find(sign, at + 1, _LONGEST_LABEL)
    if gap := _WIDE_GAP.search(line, 0, _LONGEST_LABEL):
        yield line[: gap.start()], line[gap.end() :]


def _start(line: RecordLine) -> tuple[Label, str] | None:
    """Find the label that a line begins with, unless it is known already what the line is."""
    return None if line.kind.is_known or len(line.text) > _LONGEST_PAIR else label_at_start(line.text)


def _runs_on(rest: str) -> bool:
    """Whether what follows a label surely begins a value: no word of Swedish goes on with a capital or a digit."""
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in {"#", '"', "”", "“", "("}


def _paired(line: RecordLine, found: tuple[Label, str] | None, *, run_together: bool, by_space: bool) -> RecordLine:
    """Take a line that begins with a label for a pair, where the layout is such."""
    if found is None or not found[1]:
        return line
    label, rest = found
    sure = run_together and _runs_on(rest)
    likely = (by_space if rest[0].isspace() else run_together) and not rest.endswith(".")
    return RecordLine(line.number, line.text, Kind.PAIR, label, rest.strip()) if sure or likely else line


def _is_airy(lines: Sequence[RecordLine]) -> bool:
    """Whether more values stand after an empty line than right below their label; the last label does not count."""
    direct = parted = 0
    labels = [index for index, line in enumerate(lines) if line.kind is Kind.LABEL]
    for index, following in itertools.pairwise(labels):
        between = lines[index + 1 : min(following, index + 4)]
        kinds = [line.kind for line in between if line.kind is not Kind.BLANK]
        if kinds and not kinds[0].is_known:
            direct += between[0].kind is not Kind.BLANK
            parted += between[0].kind is Kind.BLANK
    return parted > direct


# What a record says: its heading, its labels with values, its free text. Every line ends up in one of them.

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
    lines, layout = record_lines(text)
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

    def __init__(self, lines: Sequence[RecordLine], layout: Layout) -> None:
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
