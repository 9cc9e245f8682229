"""The values of a record by what their labels mean, taken one by one; what cannot be taken is kept and reported."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.formats._record_labels import Meaning
from esfmodel.formats._table_figures import is_not_stated
from esfmodel.formats.reading import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.formats._record_entries import Entry

Value = TypeVar("Value")


class Sheet:
    """The labelled values of one record, and what became of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort the values by what their labels mean; those of unknown labels are kept and reported."""
        self._found: defaultdict[Meaning, list[Entry]] = defaultdict(list)
        self._used: dict[Meaning, Entry] = {}
        self._problems: list[tuple[int, Problem]] = []
        self._kept: list[Entry] = []
        for entry in entries:
            label = entry.label
            if label.meaning is Meaning.UNKNOWN:
                self.keep(entry)
                what = "is no label we know" if label.text else "stands without a label"
                self.report(entry.line, label.text or entry.value, what, "what it says is kept in extra")
            elif not entry.value:
                continue
            elif is_not_stated(entry.value):
                self.keep(entry)
            else:
                self._found[label.meaning].append(entry)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was reported, in the order of the lines."""
        return tuple(problem for _, problem in sorted(self._problems, key=lambda found: found[0]))

    @property
    def extra(self) -> tuple[tuple[str, str], ...]:
        """What was kept, in the order of the lines."""
        return tuple((entry.label.text, entry.value) for entry in sorted(self._kept, key=lambda entry: entry.line))

    @property
    def placed(self) -> int:
        """How many of the values with a known label stand in a field."""
        kept = set(self._kept)
        return sum(entry not in kept for entries in self._found.values() for entry in entries)

    def label_of(self, meaning: Meaning) -> str | None:
        """Give the label under which the value that was taken is printed."""
        entry = self._used.get(meaning)
        return None if entry is None else entry.label.text

    def entries(self, meaning: Meaning) -> tuple[Entry, ...]:
        """List the values of one meaning; one that stands for nothing, such as a dash, is only kept."""
        return tuple(self._found[meaning])

    def take(self, meaning: Meaning, read: Callable[[str], Value]) -> Value | None:
        """Read the value of one meaning; a value that is wrong, or another than the first, is refused."""
        value: Value | None = None
        for entry in self.entries(meaning):
            try:
                found = read(entry.value)
            except InvalidValue as error:
                self.refuse(entry, error.wrong, error.advice)
                continue
            if meaning not in self._used:
                value, self._used[meaning] = found, entry
            elif str(found).casefold() != str(value).casefold():
                first = self._used[meaning]
                self.refuse(entry, f"is not what {first.label.text!r} says in line {first.line}", "keep the right one")
        return value

    def withdraw(self, meaning: Meaning, wrong: str, advice: str) -> None:
        """Refuse a value that was taken, if there is one: it contradicts another."""
        entry = self._used.pop(meaning, None)
        if entry is not None:
            self.refuse(entry, wrong, advice)

    def refuse(self, entry: Entry, wrong: str, advice: str) -> None:
        """Keep a value and say why it stands in no field."""
        self.keep(entry)
        self.report(entry.line, entry.value, f"{entry.label.text!r} {wrong}" if entry.label.text else wrong, advice)

    def keep(self, entry: Entry) -> None:
        """Keep a value in `extra`."""
        self._kept.append(entry)

    def report(self, line: int, given: str | None, wrong: str, advice: str) -> None:
        """Report a problem of a line."""
        self._problems.append((line, Problem(f"line {line}", given, wrong, advice)))
