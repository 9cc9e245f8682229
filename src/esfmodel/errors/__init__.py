r"""The errors of this library: all are `ValueError`, and carry their facts as data.

Each has a `code`, which names its kind and stays the same; `params`, what its text is made of; and `place`, the path of
what is wrong. A wrong *value* raises one of these; a wrong *type* is a plain `TypeError`.

>>> from esfmodel import Money
>>> Money("12.345")
Traceback (most recent call last):
    ...
esfmodel.errors.InvalidValue: amount '12.345' has more than two decimals; round it to two decimals
>>> try:
...     Money("12.345")
... except InvalidValue as error:
...     print(error.code, error.place, error.text("sv"), sep="\n")
money.too_fine
amount
Belopp: ”12.345” har fler än två decimaler. Avrunda till två decimaler.
"""

from __future__ import annotations

import copy
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Any

from esfmodel.errors.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

__all__ = [
    "EsfModelError",
    "InvalidData",
    "InvalidValue",
    "NotInForce",
    "NotKnown",
    "ReadError",
    "Told",
    "escaped",
    "printable",
    "shown",
]


def __dir__() -> list[str]:
    return [*__all__]


_SHOWN = 80
_LONGEST_LINE = 1_500


def shown(given: object) -> str:
    """Return the `repr` of `given` for an error message, shortened to about a line.

    >>> shown("Sverige")
    "'Sverige'"
    """
    if isinstance(given, int) and given.bit_length() > 4 * _SHOWN:
        return f"a whole number of {given.bit_length()} bits"
    if isinstance(given, (str, bytes)) and len(given) > _SHOWN:
        return f"{given[: _SHOWN // 2]!r}... ({len(given)} characters)"
    try:
        text = repr(given)
    except (ValueError, RecursionError):
        # Python refuses to write an int of more than 4300 digits, and to recurse into a thousand levels.
        return f"a {type(given).__name__} too large to show"
    return text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]}..."


def printable(text: str) -> str:
    r"""Return text for one line of a terminal, with what is not printable written as Python does: `\x1b`.

    A text longer than any message is cut.

    >>> print(printable("a\x1b[31m b"))
    a\x1b[31m b
    """
    # Cut before and after: ten megabytes are not looked through, and an escape is longer than its character.
    text = _cut(text)
    return text if text.isprintable() else _cut("".join(map(escaped, text)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"


def escaped(character: str) -> str:
    r"""Return a character as it is shown: itself where it prints or is a space, else as Python writes it.

    >>> print(escaped("\x1b"))
    \x1b
    """
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


class Told:
    """What an error or a problem says, as data and in each language.

    `code` is the kind of fault, `place` the path of what is wrong ("budget.costs[2].amount"; empty where there is
    none), `given` what stands there, and `params` the other facts of the text. `source` and `line` are the file and the
    line in it, where they are known, and `sheet`, `row` and `column` the cell of a table; `names` what stands at parts
    of the path, such as the category of a line of cost.

    >>> InvalidValue("value.missing", "budget.costs[2].amount").wrong
    'is missing'
    """

    __slots__ = ()

    code: str
    place: str
    given: object
    params: Mapping[str, object]
    source: str | None
    line: int | None
    sheet: str | None
    row: int | None
    column: str | None
    names: Mapping[str, object]

    @property
    def wrong(self) -> str:
        """What is wrong, in English."""
        return self._texts("en")[0]

    @property
    def advice(self) -> str:
        """What to do, in English."""
        return self._texts("en")[1]

    def text(self, language: str = "sv") -> str:
        """Return it as sentences for people, in "sv" or "en", with places in words and figures as in prose."""
        return printable(_telling().told(self, language))

    def _located(self) -> str:
        """Return source, line, place, what is wrong, what was found and what to do, on one line."""
        wrong, advice = self._texts("en")
        # In a table people look for a cell, not for a field.
        where = ", ".join(filter(None, (self.source, self._position(), None if self.column else self.place)))
        found = "" if self.given is None else f" (found {shown(self.given)})"
        return printable("; ".join(filter(None, (": ".join(filter(None, (where, f"{wrong}{found}"))), advice))))

    def _position(self) -> str:
        try:
            position: str = _telling().write_position(self, "en")
        except (ImportError, EsfModelError):
            # As in `_texts`: what is at fault then is a law file, which has lines.
            position = "" if self.line is None else f"line {self.line}"
        return position

    def _texts(self, language: str) -> tuple[str, str]:
        try:
            wrong, advice = _telling().texts_of(self, language)
        except (ImportError, EsfModelError):
            # The text layer reads the law, so a fault in the law that ships with the library is told without it.
            wrong, advice = (text.format_map(self.params) for text in ENGLISH[self.code])
        return wrong, advice


def _telling() -> Any:  # noqa: ANN401
    # The text layer stands above this one, so it is imported by name when an error is first written.
    return import_module("esfmodel.text.telling.problems")


class EsfModelError(Told, ValueError):
    """The base class of all errors of this library."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __init__(
        self,
        code: object,
        place: str = "",
        given: object = None,
        /,
        source: str | None = None,
        line: int | None = None,
        names: Mapping[str, object] | None = None,
        **params: object,
    ) -> None:
        super().__init__(code)
        if not isinstance(code, str):
            code, params = "rule.not_decided", {"reason": code}
        self.code = code
        self.place = place
        self.given = given
        self.params = params
        self.source = source
        self.line = line
        self.names = {} if names is None else names

    def __eq__(self, other: object) -> bool:
        """Whether two errors say the same: a pickled one says what it did."""
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        # What was given may have no hash.
        return hash((type(self), self.code, self.place))

    def __reduce__(self) -> tuple[object, ...]:
        """Return what makes an equal error in another process."""
        return _again, (type(self), self.__dict__)

    def at(self, place: str, *, given: object = ..., source: str | None = None, line: int | None = None) -> Self:
        """Return this error as one of another place, such as the path in a whole project."""
        other = copy.copy(self)
        other.place = place
        other.given = self.given if given is ... else given
        other.source = self.source if source is None else source
        other.line = self.line if line is None else line
        return other

    def within(self, prefix: str) -> Self:
        """Return this error with its place below `prefix`: "amount" within "costs[2]" is "costs[2].amount"."""
        inside = self.at(f"{prefix}.{self.place}".strip("."))
        inside.names = {f"{prefix}.{place}".strip("."): name for place, name in self.names.items()}
        return inside

    def __str__(self) -> str:
        """Return place, given value, what is wrong and what to do, on one line, as developers read it."""
        wrong, advice = self._texts("en")
        subject = " ".join(filter(None, (self.place, "" if self.given is None else shown(self.given))))
        return printable("; ".join(filter(None, (f"{subject} {wrong}".lstrip(), advice))))


def _again(kind: type[EsfModelError], facts: dict[str, object]) -> EsfModelError:
    error = kind.__new__(kind, facts["code"])
    error.__dict__.update(facts)
    return error


class InvalidValue(EsfModelError):
    """A value that cannot exist: a budget in two currencies, 31 February, a wrong check digit.

    `place` is an argument, a field or a path, `given` what was given; `wrong` and `advice` are the English for what is
    wrong with it and what to do.
    """


class InvalidData(InvalidValue):
    """Plain data, such as a form or JSON, that makes no project: `problems` are all that is wrong with it.

    The text tells the first of them, and how many more there are.
    """

    def __init__(self, problems: tuple[Told, ...]) -> None:
        super().__init__("document.problems", first=problems[0], count=len(problems))
        self.problems = problems

    def text(self, language: str = "sv") -> str:
        """Return the text of the problem, or of the first of several with their number."""
        return self.problems[0].text(language) if len(self.problems) == 1 else super().text(language)

    def __str__(self) -> str:
        return self.text("en") if len(self.problems) == 1 else super().__str__()


class NotKnown(EsfModelError):
    """An exact answer was asked for, but the facts are known only within bounds, or not at all.

    A rule of your own may raise it with its reason in each language instead of a code: `NotKnown(Words(...))`.
    """


class ReadError(EsfModelError):
    """Something could not be read: a missing file, bytes that are no text, an unknown format.

    `source` names the file, `line` the line in it, and `given` is what was found there.
    """

    @classmethod
    def of(
        cls,
        error: EsfModelError,
        source: str,
        line: int | None = None,
        names: Mapping[str, object] | None = None,
    ) -> Self:
        """Return the error of a value as an error of the file in which the value stands."""
        read = cls.__new__(cls, error.code)
        read.__dict__.update(error.__dict__, source=source, line=line, names=error.names if names is None else names)
        return read

    def __str__(self) -> str:
        return self._located()


class NotInForce(EsfModelError):
    """A provision was asked for outside the days or the programming period in which it has a value."""
