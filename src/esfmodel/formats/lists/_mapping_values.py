"""The values of the keys of a mapping, and what is wrong with them."""

from __future__ import annotations

import enum
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar, cast

from esfmodel.errors import InvalidValue
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.cells.grid import MOST_COLUMNS, number_of_column
from esfmodel.formats.labels import FIELDS
from esfmodel.formats.plain_values import no_such_word, read_member, text_of, whole_number_of
from esfmodel.formats.reading import Problem
from esfmodel.values.money import Money
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Mapping as Dictionary

T = TypeVar("T")
EnumT = TypeVar("EnumT", bound=enum.Enum)


class MappingTable:
    """A table of the document: gives the value of a key where it is one, and else notes what is wrong with it."""

    def __init__(self, given: object, place: str, known: Sequence[str], problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self.keys: dict[str, object] = {}
        if isinstance(given, dict):
            self.keys = cast("dict[str, object]", given)
        else:
            self.note(InvalidValue("value.not_keys", "", given, choices=tuple(known)))
        problems += (unknown_key(key, place, known) for key in self.keys if key not in known)

    def note(self, error: InvalidValue, key: str | None = None) -> None:
        """Note what is wrong with the value of a key, or with the whole table."""
        self.problems.append(Problem.of(error, place=self.place if key is None else at_key(self.place, key)))

    def table(self, key: str, known: Sequence[str]) -> MappingTable:
        """Return the table in a key, which may be left out."""
        return MappingTable(self.keys.get(key, {}), at_key(self.place, key), known, self.problems)

    def value(self, key: str, read: Callable[[object], T]) -> T | None:
        """Return the value of a key as a function reads it; None where it is not given, or wrong."""
        if key not in self.keys:
            return None
        try:
            return read(self.keys[key])
        except InvalidValue as error:
            self.note(error, key)
            return None

    def text(self, key: str) -> str | None:
        """Return a text that is not empty."""
        return self.value(key, filled)

    def values(self, key: str, read: Callable[[object], T]) -> tuple[T, ...]:
        """Return the values of a list; one alone needs no brackets."""
        given = self.keys.get(key, [])
        listed = cast("list[object]", given) if isinstance(given, list) else [given]
        place = at_key(self.place, key)
        found: list[T] = []
        for index, each in enumerate(listed):
            try:
                found.append(read(each))
            except InvalidValue as error:
                self.problems.append(Problem.of(error, place=f"{place}[{index}]" if listed is given else place))
        return tuple(found)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return self.values(key, filled)


def checked(check: Callable[[str], object]) -> Callable[[object], str]:
    """Return what reads a text that is not blank, and that a function does not refuse."""

    def read(given: object) -> str:
        text = filled(given)
        check(text)
        return text

    return read


def member_of(kind: type[EnumT]) -> Callable[[object], EnumT]:
    """Return what reads a member of an enumeration."""
    return lambda given: cast("EnumT", read_member(text_of(given), kind))


def filled(given: object) -> str:
    """Return a text that is not blank. Raises `InvalidValue` for any other value."""
    text = text_of(given)
    if not text.strip():
        raise InvalidValue("value.empty", "", text)
    return text


# --- Fields


def _by_ending() -> Dictionary[str, str]:
    """Return the path of each field by the names that it goes by: its path, and its last part where that is enough."""
    fields = set(FIELDS.values())
    # "total" is that of the project: what is of a partner is named in full.
    of_the_project = [field for field in fields if not field.startswith("partner.")]
    endings = [field.rpartition(".")[2] for field in of_the_project]
    short = {field.rpartition(".")[2]: field for field in of_the_project}
    return {end: field for end, field in short.items() if endings.count(end) == 1} | {each: each for each in fields}


FIELDS_BY_NAME: Final = MappingProxyType(_by_ending())
"""The path of a field by the names that it goes by in a mapping."""


def field_in(given: object) -> str:
    """Return the path of a field that a mapping names."""
    name = text_of(given)
    if name not in FIELDS_BY_NAME:
        raise no_such_word(name, FIELDS_BY_NAME, tuple(sorted(set(FIELDS_BY_NAME.values()))))
    return FIELDS_BY_NAME[name]


# --- Columns, currencies and units

_LETTERS = re.compile("[A-Za-z]{1,3}")


def column_in(given: object) -> int:
    """Return the number of a column that is given by its letters."""
    text = filled(given).strip()
    number = number_of_column(text.upper()) if _LETTERS.fullmatch(text) else 0
    if not 0 < number <= MOST_COLUMNS:
        raise InvalidValue("mapping.column", "", text, example="D")
    return number


def currency_code(given: object) -> str:
    """Return the code of a currency."""
    return Money(0, filled(given)).currency


_LARGEST_UNIT = 10**9


def unit_in(given: object) -> int:
    """Return what each figure is multiplied by: a power of ten."""
    unit = whole_number_of(given)
    if not 1 <= unit <= _LARGEST_UNIT or str(unit).strip("0") != "1":
        raise InvalidValue("mapping.unit", "", unit)
    return unit
