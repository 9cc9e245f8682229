"""One column of a list: its cells are counted by kind in a first pass, and read in a second.

A decision about a column rests on all its cells, so that no cell is read before the last one was seen. Of each kind of
cell only the number, the first rows and the first text are kept: the memory of a column does not grow with its list.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.reading import Problem
from esfmodel.formats.record.record import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.lists.mapping import ColumnMapping

Kind = TypeVar("Kind", bound=Hashable)

_MOST_ROWS = 5
MOST_KINDS = 1000
_MOST_REMEMBERED = 2048
_LONGEST_REMEMBERED = 64
_TOLD_BY_CELL = 3
"""Up to so many cells with the same fault are told one by one; more are one problem of the column."""


class ColumnFacts(NamedTuple):
    """What is known of a column before its values are: its heading, and what the mapping and the list say.

    `unit` is what a row below the headings says of the column, such as "(SEK)".
    `currency` is that of amounts that name none, by the mapping or the caller; `has_currencies` is whether
    another column states one for each row. `is_swedish` is whether the headings of the list are, so that "kr" is SEK.
    """

    heading: str
    mapping: ColumnMapping
    currency: str | None = None
    has_currencies: bool = False
    is_swedish: bool = False
    unit: str = ""

    @property
    def heading_and_unit(self) -> str:
        """The heading, with the unit below it in brackets."""
        return f"{self.heading} ({self.unit.strip('()[] ')})" if self.unit else self.heading


@attrs.define
class Seen:
    """The cells of one kind: how many, the first rows, and the first text."""

    text: str
    count: int = 0
    rows: list[int] = attrs.field(factory=list[int])

    def add(self, row: int) -> None:
        """Count a cell."""
        self.count += 1
        if len(self.rows) < _MOST_ROWS:
            self.rows.append(row)

    @property
    def shown(self) -> str:
        """The numbers of the first rows as text: "3, 7, 9 …"."""
        return ", ".join(map(str, self.rows)) + (" …" if self.count > len(self.rows) else "")

    def merge(self, other: Seen) -> None:
        """Count the cells of another kind too."""
        self.count += other.count
        self.rows = sorted({*self.rows, *other.rows})[:_MOST_ROWS]


def together(seen: Iterable[Seen]) -> Seen:
    """Return the cells of several kinds as of one."""
    whole = Seen("")
    for each in seen:
        whole.text = whole.text or each.text
        whole.merge(each)
    return whole


class ColumnReader(ABC, Generic[Kind]):
    """Reads the cells of a column.

    A subclass says of what kind a cell is, decides by the kinds, and says for each kind whether it can be read.
    """

    unstated: frozenset[str] = frozenset()
    """The codes of refusals of cells that state nothing, such as a day that stands for any day."""

    def __init__(self, facts: ColumnFacts) -> None:
        self.facts = facts
        self.seen: dict[Kind, Seen] = {}
        self.faults: dict[str, tuple[Seen, InvalidValue]] = {}
        self.told_together: set[str] = set()
        self._refusals: dict[Kind, InvalidValue | None] = {}
        # The cells of a column are often alike: rates, countries, days.
        self._kind = lru_cache(_MOST_REMEMBERED)(self._kind_or_fault)
        self._value = lru_cache(_MOST_REMEMBERED)(self._value_or_fault)

    @property
    def place(self) -> str:
        """The place of the column's problems."""
        return self.facts.heading

    @abstractmethod
    def kind_of(self, cell: Cell) -> Kind:
        """Return the kind of a cell; raise `InvalidValue` for one that cannot be read whatever the others are."""

    @abstractmethod
    def decide(self) -> Iterator[Problem]:
        """Decide how the cells are read, by their kinds, and yield what is to be told of it."""

    @abstractmethod
    def refusal(self, kind: Kind, /) -> InvalidValue | None:
        """Return why a kind of cell is not read; None where it is."""

    @abstractmethod
    def value(self, cell: Cell, kind: Kind, currency: str | None, /) -> object:
        """Return the value of a cell; `currency` is that which its row states for its amounts."""

    def see(self, cell: Cell, row: int) -> None:
        """Count a cell that states something."""
        text = cell if isinstance(cell, str) else cell.text
        kind = (self._kind if len(text) <= _LONGEST_REMEMBERED else self._kind_or_fault)(cell)
        if isinstance(kind, InvalidValue):
            self.fault(kind, text, row)
        elif (seen := self.seen.get(kind)) is not None:
            seen.add(row)
        elif len(self.seen) < MOST_KINDS:
            self.seen[kind] = Seen(text)
            self.seen[kind].add(row)
        else:
            self.fault(_too_many_kinds(), text, row)

    def see_all(self, cell: Cell, seen: Seen) -> None:
        """Count cells that are alike, of which `seen` has the rows, as `see` counts each of them."""
        text = text_of(cell)
        kind = (self._kind if len(text) <= _LONGEST_REMEMBERED else self._kind_or_fault)(cell)
        if not isinstance(kind, InvalidValue) and kind not in self.seen and len(self.seen) >= MOST_KINDS:
            kind = _too_many_kinds()
        if isinstance(kind, InvalidValue):
            self.fault_all(kind, attrs.evolve(seen, text=text))
        else:
            self.seen.setdefault(kind, Seen(text)).merge(seen)

    def fault_all(self, error: InvalidValue, seen: Seen) -> None:
        """Count cells that are alike and cannot be read whatever the others are."""
        self.faults.setdefault(error.code, (Seen(seen.text), error))[0].merge(seen)

    def fault(self, error: InvalidValue, text: str, row: int) -> None:
        """Count a cell that cannot be read whatever the others are."""
        self.faults.setdefault(error.code, (Seen(text), error))[0].add(row)

    @property
    def faulty(self) -> int:
        """The number of cells that cannot be read whatever the others are."""
        return sum(seen.count for seen, _ in self.faults.values())

    @property
    def count(self) -> int:
        """The number of cells that state something."""
        return sum(each.count for each in self.seen.values()) + self.faulty

    def unread(self) -> Iterator[Problem]:
        """Yield the faults that many cells share, once the column is decided; the others are told with their rows."""
        refused = {code: (Seen(seen.text), error) for code, (seen, error) in self.faults.items()}
        for code, (seen, _) in self.faults.items():
            refused[code][0].merge(seen)
        for kind, seen in self.seen.items():
            if (error := self.refusal(kind)) is not None:
                refused.setdefault(error.code, (Seen(seen.text), error))[0].merge(seen)
        for code, (seen, error) in refused.items():
            if seen.count > _TOLD_BY_CELL or code in self.unstated:
                self.told_together.add(code)
                yield Problem(
                    "list.cells_unread",
                    self.place,
                    seen.text,
                    count=seen.count,
                    of=self.count,
                    rows=seen.shown,
                    first=error.at("", given=None),
                )

    def read(self, cell: Cell, currency: str | None) -> object:
        """Return the value of a cell; raise `InvalidValue` for one that is not read."""
        is_short = len(cell if isinstance(cell, str) else cell.text) <= _LONGEST_REMEMBERED
        value = (self._value if is_short else self._value_or_fault)(cell, currency)
        if isinstance(value, InvalidValue):
            # One error is raised for many cells, and would keep the rows of all of them in its traceback.
            raise value.with_traceback(None)
        return value

    def _kind_or_fault(self, cell: Cell) -> Kind | InvalidValue:
        try:
            return self.kind_of(cell)
        except InvalidValue as error:
            return error

    def _value_or_fault(self, cell: Cell, currency: str | None) -> object:
        kind = self._kind_or_fault(cell)
        if isinstance(kind, InvalidValue):
            return kind
        try:
            refusal = self._refusals[kind]
        except KeyError:
            if kind not in self.seen:
                return _too_many_kinds()
            # By now the column is decided, and a kind is read or refused for all its cells.
            refusal = self._refusals[kind] = self.refusal(kind)
        try:
            return refusal or self.value(cell, kind, currency)
        except InvalidValue as error:
            return error


def _too_many_kinds() -> InvalidValue:
    return InvalidValue("list.too_many_kinds", most=MOST_KINDS)


_ANSWER = "answer"


class TextColumn(ColumnReader[str]):
    """A column whose cells are read one by one, whatever the others are: names, numbers of registers, codes.

    `is_free` is whether any text is right, such as in names.
    """

    def __init__(self, facts: ColumnFacts, parse: Callable[[str], object], *, is_free: bool = False) -> None:
        super().__init__(facts)
        # A cell is asked for its kind and then for its value.
        self._parse = parse if is_free else lru_cache(maxsize=16)(parse)
        self._is_free = is_free

    def see(self, cell: Cell, row: int) -> None:
        """Keep a cell among those of its kind; of free texts that are all alike, its row alone."""
        if self._is_free and (seen := self.seen.get("")) is not None:
            seen.add(row)
        else:
            super().see(cell, row)

    def see_all(self, cell: Cell, seen: Seen) -> None:
        """Keep cells of one kind, of free texts that are all alike, their rows alone."""
        if self._is_free and (alike := self.seen.get("")) is not None:
            alike.merge(seen)
        else:
            super().see_all(cell, seen)

    def read(self, cell: Cell, currency: str | None) -> object:
        """Return the value of a cell."""
        # Names and summaries are seldom alike, and need not be remembered.
        return self._parse(text_of(cell)) if self._is_free and "" in self.seen else super().read(cell, currency)

    def kind_of(self, cell: Cell) -> str:
        """Return the text by which a cell is told from others; nothing of a free text that is read as it stands."""
        text = text_of(cell)
        if not self._is_free:
            self._parse(text)
        return _ANSWER if text.casefold() in ANSWERS else ""

    @property
    def has_answers_alone(self) -> bool:
        """Whether each cell that states something says yes or no."""
        return set(self.seen) == {_ANSWER} and not self.faults

    def of(self, parse: Callable[[str], object]) -> TextColumn:
        """Return a reader of the same cells that takes them for something else."""
        other = TextColumn(self.facts, parse)
        other.seen = self.seen
        return other

    def decide(self) -> Iterator[Problem]:
        """Yield nothing: a text is no matter of the column."""
        return iter(())

    def refusal(self, _kind: str) -> InvalidValue | None:
        """Return nothing: a text is refused when it is read."""
        return None

    def value(self, cell: Cell, _kind: str, _currency: str | None) -> object:
        """Return what is parsed in a text."""
        return self._parse(text_of(cell))
