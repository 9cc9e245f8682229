"""Validators, converters and `repr` of the model's attrs classes.

The converters only widen what may be given: a list for a tuple, the text of an identifier for the identifier.
"""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue, shown
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.foreign_number import ForeignNumber

LONGEST_TEXT = 1_000_000
"""The most characters of a text; a summary has some thousands."""

_HALF_A_CHARACTER = re.compile(r"[\ud800-\udfff]")
# NUL ends texts in other programs, and marks of direction show another text than the one that is kept.
_UNUSABLE = re.compile(r"[\0\u202a-\u202e\u2066-\u2069]")

Item = TypeVar("Item")
First = TypeVar("First")
Second = TypeVar("Second")

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_NO_ITEMS: tuple[()] = ()


def as_tuple(given: Iterable[Item], what: str, place: str) -> tuple[Item, ...]:
    """Return the items as a tuple; raise `TypeError` for a single text or object."""
    if isinstance(given, tuple):
        return tuple(given)
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise TypeError(f"{place} takes several {what}, such as a list; not {type(given).__name__}")
    return tuple(given)


def tuple_of(kind: type[Item], given: Iterable[Item], place: str) -> tuple[Item, ...]:
    """Return the items as a tuple; raise `TypeError` for an item of another type."""
    if given is _NO_ITEMS:
        return _NO_ITEMS
    items = as_tuple(given, kind.__name__, place)
    for index, item in enumerate(items):
        if not isinstance(item, kind):
            check_type(item, kind, f"{place}[{index}]")
    return items


def texts_of(given: Iterable[str], place: str) -> tuple[str, ...]:
    """Return the texts as a tuple; raise `InvalidValue` for an empty one."""
    texts = tuple_of(str, given, place)
    check_texts(texts, place)
    return texts


def check_texts(texts: tuple[str, ...], place: str) -> None:
    """Raise `InvalidValue` for an empty text."""
    for index, text in enumerate(texts):
        _check_characters(text, f"{place}[{index}]")
        if not text.strip():
            raise InvalidValue("value.empty", f"{place}[{index}]", text)


def pairs_of(given: Iterable[tuple[First, Second]], place: str) -> tuple[tuple[First, Second], ...]:
    """Return the pairs as a tuple of tuples; raise `TypeError` for anything that is not a pair."""
    pairs = as_tuple(given, "pairs", place)
    for index, pair in enumerate(pairs):
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError(f"{place}[{index}] must be a pair, not {type(pair).__name__}")
    return tuple((first, second) for first, second in pairs)


def check_type(value: object, kind: type, place: str) -> None:
    """Raise `TypeError`, naming the place, for a value of another type."""
    if not isinstance(value, kind):
        raise TypeError(f"{place} must be {kind.__name__}, not {type(value).__name__}")


def is_a(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Return a validator for values of these types; `bool` does not pass for `int`."""
    expected = frozenset(kinds)
    may_be_unknown = type(None) in expected

    def check(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
        # Most fields of a project are not stated.
        if (value is None and may_be_unknown) or type(value) in expected:
            return
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
            members = [f"{kind.__name__}.{each.name}" for kind in kinds if issubclass(kind, enum.Enum) for each in kind]
            advice = f"; write one of {', '.join(members)}" if members else ""
            raise TypeError(f"{field.alias} must be {names}, not {type(value).__name__}{advice}")

    return check


def _text_check(
    blank: Callable[[str, object], InvalidValue], *, may_be_unknown: bool
) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Return a validator for text; `blank` makes the error for text without anything in it."""

    def check(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
        if value is None and may_be_unknown:
            return
        if not isinstance(value, str):
            raise TypeError(f"{field.name} must be str, not {type(value).__name__}")
        if not value.isprintable() or len(value) > LONGEST_TEXT:
            _check_characters(value, field.name)
        if not value.strip():
            raise blank(field.name, value)

    return check


is_text = _text_check(lambda place, given: InvalidValue("text.blank", place, given), may_be_unknown=False)
"""Check that a required field holds text that is not blank."""

is_text_or_unknown = _text_check(lambda place, given: InvalidValue("value.empty", place, given), may_be_unknown=True)
"""Check that a field holds text that is not blank, or None."""


def _check_characters(text: str, place: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise InvalidValue("text.longer_than", place, text, characters=len(text), largest=LONGEST_TEXT)
    if _HALF_A_CHARACTER.search(text):
        raise InvalidValue("text.half_a_character", place, text)
    if _UNUSABLE.search(text):
        raise InvalidValue("text.unprintable", place, text)


def is_count_or_unknown(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check that a field holds a whole number from 0, or None."""
    if value is not None and _whole(field, value) < 0:
        raise InvalidValue("value.negative", field.name, value)


def is_positive_or_unknown(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check that a field holds a whole number from 1, or None."""
    if value is not None and _whole(field, value) < 1:
        raise InvalidValue("number.not_positive", field.name, value)


def is_year_or_unknown(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check that a field holds a calendar year of four digits, or None."""
    if value is not None and not _FIRST_YEAR <= _whole(field, value) <= _LAST_YEAR:
        raise InvalidValue("number.outside", field.name, value, low=_FIRST_YEAR, high=_LAST_YEAR)


def _whole(field: attrs.Attribute[Any], value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{field.name} must be a whole number or None, not {type(value).__name__}")
    return value


def is_money_like_or_unknown(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check that a field holds an amount, exact or within bounds, or None."""
    if value is not None and not isinstance(value, Money) and not _is_bounds_of_money(value):
        raise TypeError(f"{field.name} must be Money, Bounds of Money or None, not {type(value).__name__}")


def _is_bounds_of_money(value: object) -> bool:
    if not isinstance(value, Bounds):
        return False
    bounds = cast("Bounds[Money] | Bounds[Rate]", value)
    return not isinstance(bounds.low, Rate) and not isinstance(bounds.high, Rate)


def as_money_like(value: MoneyLike | None) -> MoneyLike | None:
    """Return the amount; bounds that leave one possible amount become that amount."""
    return value.known or value if isinstance(value, Bounds) else value


def as_cci(value: Cci | str | None) -> Cci | None:
    """Read the text of a programme's CCI."""
    return Cci.parse(value) if isinstance(value, str) else value


def as_country(value: Country | str | None) -> Country | None:
    """Read the text of a country."""
    return Country.parse(value) if isinstance(value, str) else value


def as_nuts(value: NutsCode | str | None) -> NutsCode | None:
    """Read the text of a NUTS code."""
    return NutsCode.parse(value) if isinstance(value, str) else value


def as_operation_id(value: OperationId | str | None) -> OperationId | None:
    """Read the text of an operation's id."""
    return OperationId.parse(value) if isinstance(value, str) else value


def as_organisation_number(
    value: OrganisationNumber | ForeignNumber | str | None,
) -> OrganisationNumber | ForeignNumber | None:
    """Read the text of a Swedish organisation number for the field `number`; a foreign one is a `ForeignNumber`."""
    if not isinstance(value, str):
        return value
    try:
        return OrganisationNumber.parse(value)
    except InvalidValue as error:
        raise error.at("number") from error


def as_postal_code(value: PostalCode | str | None) -> PostalCode | None:
    """Read the text of a postal code."""
    return PostalCode.parse(value) if isinstance(value, str) else value


def as_programming_period(value: ProgrammingPeriod | str | None) -> ProgrammingPeriod | None:
    """Read the text of a programming period."""
    return ProgrammingPeriod.parse(value) if isinstance(value, str) else value


# --- `repr`: the call that makes the object, without the fields that have their default value


class PrettyPrinter(Protocol):
    """The printer that Hypothesis and IPython pass to `_repr_pretty_`."""

    def text(self, obj: str, /) -> None:
        """Write text."""

    def breakable(self) -> None:
        """Write a space, or begin a line."""

    def pretty(self, obj: object, /) -> None:
        """Write an object."""

    def group(self, indent: int, open: str, close: str, /) -> AbstractContextManager[None]:
        """Keep what follows on one line if there is room."""
        ...


_LONGEST = 300
_LONGEST_FACT = 60
"""The most characters of a `repr`, and of an object within it."""


def as_call(self: attrs.AttrsInstance) -> str:
    """Return the call that makes this object, on one line; of a large object a summary in angle brackets.

    >>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money
    >>> own = Contribution(Funder(source=FundingSource.OWN), Money(500))
    >>> Budget(financing=[own])
    Budget(financing=[Contribution(Funder(source=FundingSource.OWN), Money(500))])
    >>> Budget(financing=[own] * 100_000, total=Money(50_000_000))
    <Budget: 100000 financing, total=Money(50000000)>
    """
    return _call_within(self, _LONGEST) or _summary(self, _LONGEST)


def _call_within(self: attrs.AttrsInstance, longest: int) -> str | None:
    written = ""
    # The call of a large object is not written to its end: that would take seconds.
    for piece in _call(self):
        written += piece
        if len(written) > longest:
            return None
    return written


def _call(value: object, brackets: str = "[]") -> Iterator[str]:
    """Yield the code of a value piece by piece."""
    if _has_call(value):
        yield f"{type(value).__name__}("
        for index, (name, argument) in enumerate(_arguments(value)):
            yield f"{', ' if index else ''}{name}"
            yield from _call(argument)
        yield ")"
    elif type(value) is tuple:
        yield brackets[0]
        for index, item in enumerate(cast("Iterable[object]", value)):
            yield ", " if index else ""
            yield from _call(item, "()")
        yield brackets[1]
    else:
        yield _plain(value)


def _has_call(value: object) -> TypeGuard[attrs.AttrsInstance]:
    return type(value).__repr__ is as_call


def _summary(self: attrs.AttrsInstance, longest: int) -> str:
    """Return type, name, what the object consists of, and of its other facts as many as there is room for."""
    known = {field.name: value for field, value in _stated(self)}
    first = "name" if "name" in known else next(iter(known))
    written = f"<{type(self).__name__}"
    if isinstance(known[first], str):
        written = f"{written} {shown(known.pop(first))}"
    facts: list[str] = []
    room = longest - len(f"{written}: , …>")
    for name, value in sorted(known.items(), key=lambda each: not _is_part(each[1])):
        if isinstance(value, tuple):
            fact = f"{len(cast('tuple[object, ...]', value))} {name}"
        else:
            fact = f"{name}={_short(value)}"
        if len(fact) <= room:
            facts.append(fact)
            room -= len(f"{fact}, ")
    if len(facts) < len(known):
        facts.append("…")
    return f"{written}: {', '.join(facts)}>"


def _is_part(value: object) -> bool:
    return isinstance(value, tuple) or _has_call(value)


def _short(value: object) -> str:
    if _has_call(value):
        return _call_within(value, _LONGEST_FACT) or _summary(value, _LONGEST_FACT)
    return _plain(value, shown)


def _on_lines(self: attrs.AttrsInstance) -> Callable[[PrettyPrinter, bool], None]:
    return partial(_print_call, self)


as_call_on_lines = property(_on_lines)
"""The whole call that makes an object, over several lines where it is long, as failing tests show it.

A property, because Hypothesis looks it up on classes too: a plain function would be called there without its object.
"""


def _print_call(self: attrs.AttrsInstance, printer: PrettyPrinter, _cycle: bool) -> None:
    with printer.group(4, f"{type(self).__name__}(", ")"):
        for index, (name, value) in enumerate(_arguments(self)):
            if index:
                printer.text(",")
                printer.breakable()
            printer.text(name)
            _print(value, printer, "[]")


def _print(value: object, printer: PrettyPrinter, brackets: str) -> None:
    if hasattr(value, "_repr_pretty_"):
        printer.pretty(value)
    elif type(value) is tuple:
        with printer.group(1, *brackets):
            for index, item in enumerate(cast("Iterable[object]", value)):
                if index:
                    printer.text(",")
                    printer.breakable()
                _print(item, printer, "()")
    else:
        printer.text(_plain(value))


def _arguments(self: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    """Yield the arguments of the call, each with its name where it must be named."""
    by_name = False
    given = {field.name: value for field, value in _stated(self)}
    for field in attrs.fields(type(self)):
        # After a field that is left out, arguments must be named.
        by_name = by_name or field.kw_only or field.name not in given
        if field.name in given:
            yield f"{field.name}=" if by_name else "", given[field.name]


def _stated(self: attrs.AttrsInstance) -> Iterator[tuple[attrs.Attribute[Any], object]]:
    """Yield the fields that are shown and have not their default value, with their values."""
    for field in attrs.fields(type(self)):
        value, default = getattr(self, field.name), field.default
        if not getattr(default, "takes_self", True):  # attrs makes the default of each object, such as a dict
            default = default.factory()
        if field.repr and value != default:
            yield field, value


def _plain(value: object, write: Callable[[object], str] = repr) -> str:
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, datetime.date):
        return repr(value.isoformat())
    return write(value)
