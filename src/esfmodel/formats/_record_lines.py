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

from esfmodel.formats._record_labels import Label, label_at_start, label_in

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


class Line(NamedTuple):
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


def lines_of(text: str) -> tuple[tuple[Line, ...], Layout]:
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


def _with_values_below(lines: list[Line]) -> list[Line]:
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


def _with_a_value_below(lines: Sequence[Line], starts: Sequence[tuple[Label, str] | None]) -> int:
    """Count the labels that surely have their value below them: what is there is no label, nor begins with one.

    A label without a value tells nothing of the layout: it stands alone on its line in all of them.
    """
    filled = [index for index, line in enumerate(lines) if line.kind is not Kind.BLANK]
    return sum(
        lines[index].kind is Kind.LABEL and not lines[below].kind.is_known and starts[below] is None
        for index, below in itertools.pairwise(filled)
    )


def _lines_in(number: int, text: str) -> Iterator[Line]:
    """Take a line apart where the value of a label would be another label with its colon: the first has no value."""
    line = _certain(number, text)
    while line.kind is Kind.PAIR and len(line.value) <= _LONGEST_PAIR and not line.label.meaning.is_free:
        value = _certain(number, line.value)
        if not value.kind.is_known or ":" not in line.value:
            break
        yield Line(number, text, Kind.LABEL, line.label)
        line = value
    yield line


def _certain(number: int, line: str) -> Line:
    """Take a line for what it is beyond doubt."""
    if not line:
        return Line(number, line, Kind.BLANK)
    if label := label_in(line):
        return Line(number, line, Kind.LABEL, label)
    for left, right in _divisions(line):
        if label := label_in(left):
            return Line(number, line, Kind.PAIR, label, right)
    if line.endswith(":") and len(line) <= _LONGEST_UNKNOWN:
        return Line(number, line, Kind.OTHER_LABEL, Label(line.rstrip(": ")))
    if pair := _UNKNOWN_PAIR.fullmatch(line):
        return Line(number, line, Kind.OTHER_PAIR, Label(pair[1].strip()), pair[2])
    return Line(number, line, Kind.TEXT)


def _divisions(line: str) -> Iterator[tuple[str, str]]:
    """List the places where a line may be divided into label and value, from the surest on."""
    for sign in "\t:":
        at = line.find(sign, 0, _LONGEST_LABEL)
        while at > 0:
            yield line[:at], line[at + 1 :].strip()
            at = line.find(sign, at + 1, _LONGEST_LABEL)
    if gap := _WIDE_GAP.search(line, 0, _LONGEST_LABEL):
        yield line[: gap.start()], line[gap.end() :]


def _start(line: Line) -> tuple[Label, str] | None:
    """Find the label that a line begins with, unless it is known already what the line is."""
    return None if line.kind.is_known or len(line.text) > _LONGEST_PAIR else label_at_start(line.text)


def _runs_on(rest: str) -> bool:
    """Whether what follows a label surely begins a value: no word of Swedish goes on with a capital or a digit."""
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in {"#", '"', "”", "“", "("}


def _paired(line: Line, found: tuple[Label, str] | None, *, run_together: bool, by_space: bool) -> Line:
    """Take a line that begins with a label for a pair, where the layout is such."""
    if found is None or not found[1]:
        return line
    label, rest = found
    sure = run_together and _runs_on(rest)
    likely = (by_space if rest[0].isspace() else run_together) and not rest.endswith(".")
    return Line(line.number, line.text, Kind.PAIR, label, rest.strip()) if sure or likely else line


def _is_airy(lines: Sequence[Line]) -> bool:
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
