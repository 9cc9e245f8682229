"""Convert projects to plain dicts and back with cattrs, in the shape that `schema` describes."""

from __future__ import annotations

import datetime
import difflib
import enum
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import BaseValidationError, ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from esfmodel.errors import InvalidValue
from esfmodel.formats.schema import BASES, Field, fields_of
from esfmodel.model.costs import ActualCost, CostBasis
from esfmodel.model.project import Project
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import Date, as_date
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.money import Money
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

Made = TypeVar("Made")

_CAPITAL = re.compile(r"\B(?=[A-Z])")


def to_plain(project: Project) -> dict[str, object]:
    return cast("dict[str, object]", _converter().unstructure(project))


def from_plain(given: object) -> Project:
    """Return the project in a plain dict. Raises one cattrs group of all errors, each with its place."""
    return _converter().structure(given, Project)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for kind, write in WRITE.items():
        converter.register_unstructure_hook(kind, write)

    def reader(kind: type) -> Callable[[object, object], object]:
        return _object_reader(kind, converter)

    def writer(kind: type) -> Callable[[object], dict[str, Any]]:
        return _object_writer(kind, converter)

    converter.register_structure_hook_factory(attrs.has, reader)
    converter.register_unstructure_hook_factory(_is_of_the_model, writer)
    return converter


def _is_of_the_model(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in WRITE


# --- writing


def _object_writer(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    special: dict[str, Any] = {}
    for field in fields_of(kind):
        if field.word is not None:
            special[field.key] = override(unstruct_hook=_or_word(field.word, converter))
        elif field.pair is not None:
            special[field.key] = override(unstruct_hook=_as_pairs(field.pair, converter))
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True, **special
    )
    name = next((name for name, basis in BASES.items() if basis is kind), None)
    return write if name is None else lambda basis: {"type": name, **write(basis)}


def _or_word(word: str, converter: Converter) -> Callable[[object], object]:
    return lambda value: word if value is None else converter.unstructure(value)


def _as_pairs(pair: type, converter: Converter) -> Callable[[Iterable[tuple[Any, Any]]], object]:
    return lambda pairs: [converter.unstructure(pair(*both)) for both in pairs]


# --- reading


def _object_reader(kind: type[Made], converter: Converter) -> Callable[[object, object], Made]:
    special: dict[str, Any] = {
        field.key: override(struct_hook=_checked(field.attribute, _reader(field, converter)))
        for field in fields_of(kind)
    }
    read: Callable[[Any, Any], Made] = make_dict_structure_fn(kind, converter, **special)

    def read_object(given: object, _kind: object) -> Made:
        if not isinstance(given, dict):
            raise invalid(given, "an object with keys of its own", f"give the keys of a {kind.__name__}")
        found = cast("dict[str, object]", given)
        # Repeated keys are reported together with the other errors of the object.
        twice = [_at(key, _given_twice(key)) for key in found.repeated] if isinstance(found, Repeating) else []
        if kind in BASES.values():  # "type" chose the class and is no field of it
            found = {key: value for key, value in found.items() if key != "type"}
        try:
            made = read(found, kind)
        except ClassValidationError as errors:
            raise _object_errors([*twice, *errors.exceptions], kind) from None
        if twice:
            raise _object_errors(twice, kind)
        return made

    return read_object


def _given_twice(key: str) -> InvalidValue:
    return InvalidValue("value", key, "is given more than once", "keep one of them")


def _at(key: str, error: InvalidValue) -> InvalidValue:
    error.add_note(AttributeValidationNote(f"at {key}", key, object))
    return error


# The casts below: cattrs takes a third argument that the type stubs of exception groups do not have.


def _object_errors(errors: Sequence[Exception], kind: type) -> ClassValidationError:
    return cast("ClassValidationError", cast("Any", ClassValidationError)(kind.__name__, errors, kind))


def _list_errors(errors: Sequence[Exception]) -> IterableValidationError:
    return cast("IterableValidationError", cast("Any", IterableValidationError)("list", errors, list))


def _checked(attribute: attrs.Attribute[Any], read: Callable[[object], object]) -> Callable[[object, object], object]:
    """Run the class's own validator on each value while reading.

    The class stops at its first wrong value; this way all of them are reported at once.
    """
    check = attribute.validator

    def read_checked(given: object, _kind: object) -> object:
        value = read(given)
        if check is not None:
            check(None, attribute, value)
        return value

    return read_checked


def _reader(field: Field, converter: Converter) -> Callable[[object], object]:
    if field.pair is not None:
        read_pair = _value_reader(field.pair, converter)
        return lambda given: tuple(attrs.astuple(each, recurse=False) for each in _items(given, read_pair))
    if get_origin(field.type) is tuple:
        read_item = _value_reader(get_args(field.type)[0], converter)
        return lambda given: tuple(_items(given, read_item))
    read = _value_reader(field.type, converter)
    word = field.word
    return read if word is None else lambda given: None if given == word else read(given)


def _items(given: object, read: Callable[[object], Any]) -> list[Any]:
    if not isinstance(given, list):
        raise invalid(given, "a list", "put it in square brackets")
    items: list[Any] = []
    errors: list[Exception] = []
    for index, each in enumerate(cast("list[object]", given)):
        try:
            items.append(read(each))
        except (InvalidValue, BaseValidationError) as error:
            error.add_note(IterableValidationNote(f"at {index}", index, object))
            errors.append(error)
            if len(errors) == MOST_PROBLEMS:
                break
    if errors:
        raise _list_errors(errors)
    return items


def _value_reader(kind: object, converter: Converter) -> Callable[[object], object]:
    if kind in READ:
        return READ[kind]
    if kind == frozenset(get_args(CostBasis)):
        return lambda given: _read_basis(given, converter)
    if isinstance(kind, enum.EnumType):
        return lambda given: _read_member(given, cast("type[enum.Enum]", kind))
    made = cast("type[object]", kind)
    return lambda given: converter.structure(given, made)


def _read_member(given: object, kind: type[enum.Enum]) -> enum.Enum:
    known = {member.value: member for member in kind}
    if not isinstance(given, str) or given not in known:
        raise no_such_word(given, _CAPITAL.sub(" ", kind.__name__).lower(), known)
    return known[given]


def _read_basis(given: object, converter: Converter) -> object:
    if not isinstance(given, dict):
        raise invalid(given, "an object with keys of its own", 'give its "type" and the keys that go with it')
    name = cast("dict[str, object]", given).get("type")
    if not isinstance(name, str) or name not in BASES:
        raise _object_errors([_at("type", no_such_word(name, "basis of cost", BASES))], ActualCost)
    basis = cast("type[object]", BASES[name])
    return converter.structure(given, basis)


# A value is written with `str` and read with `parse`. Where a field may hold two kinds, the text tells them apart:
# an interval begins with a bracket, an open period has two dots, a foreign number begins with a country code.

_FOREIGN = re.compile(r"[A-Za-z]{2} ")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


# Values that the JSON or TOML parser finds and no field takes. The parser does not know the field, so they are kept as
# `Unusable` until the field is read and the problem can name it.

LONGEST_NUMBER = 100
"""The most digits of a whole number: far more than any amount, far fewer than the 4300 that Python refuses."""

MOST_PROBLEMS = 1_000
"""The most problems listed for one document; with more, it is hardly the right file."""

_LONGEST_WORD = 60
_TEXT_FOR_NUMBERS = 'write it as text: an amount as "12.50 SEK", a share as "12.5%"'


@attrs.frozen
class Unusable:
    """A value that no field takes: as written, what is wrong with it, and what to do."""

    written: str
    wrong: str
    advice: str


NULL = Unusable("null", "says nothing", "leave the key out when nobody knows")


class Repeating(dict[str, object]):
    """A JSON object with repeated keys. A plain dict would lose all but the last value in silence."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated = tuple(sorted(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))


def json_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    usable = [(key, NULL if value is None else value) for key, value in pairs]
    found = dict(usable)
    return found if len(found) == len(usable) else Repeating(usable)


def number_with_a_point(written: str) -> Unusable:
    """Refuse what JSON and TOML would read as a float, which is not exact to the öre."""
    return Unusable(written, "is a number with a decimal point or exponent", _TEXT_FOR_NUMBERS)


def no_number(written: str) -> Unusable:
    """Refuse NaN and the infinities."""
    return Unusable(written, "is no number", "leave the key out when nobody knows")


def read_whole_number(written: str) -> int | Unusable:
    if len(written.lstrip("-")) > LONGEST_NUMBER:
        return Unusable(written, f"has more than {LONGEST_NUMBER} digits", "check how it was written")
    return int(written)


def invalid(given: object, wanted: str, advice: str) -> InvalidValue:
    """Return the error for a value of another kind than `wanted`."""
    if isinstance(given, Unusable):
        return InvalidValue("value", given.written, given.wrong, given.advice)
    shown = str(given) if isinstance(given, (datetime.date, datetime.time)) else given
    return InvalidValue("value", shown, f"is not {wanted}", advice)


def no_such_word(given: object, wanted: str, known: Collection[str]) -> InvalidValue:
    """Return the error for a value that is none of the `known` words; it suggests a near one."""
    if isinstance(given, Unusable):
        return InvalidValue("value", given.written, given.wrong, given.advice)
    listed = f"use one of {', '.join(map(repr, known))}"
    if given is None:
        return InvalidValue("value", None, "is missing", listed)
    return InvalidValue("value", given, f"is no {wanted}", suggestion(given, known) or listed)


def suggestion(given: object, known: Collection[str]) -> str | None:
    """Return advice that names the nearest known word, or None if none is near."""
    plain = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(given[:_LONGEST_WORD].casefold(), plain, 1) if isinstance(given, str) else []
    return f"write {plain[near[0]]!r}, if that is meant" if near else None


_LARGEST = 10**LONGEST_NUMBER
_AMOUNT = 'write it as "12.50 SEK", or within bounds as "(12000000 SEK, )"'


def text_of(given: object) -> str:
    """Return text that UTF-8 can hold: a lone surrogate cannot be written to a file."""
    if not isinstance(given, str):
        raise invalid(given, "text", "put it in quotation marks")
    if any("\ud800" <= character <= "\udfff" for character in given):
        raise InvalidValue("value", given, "has half a character (a lone surrogate)", "write the whole of it")
    return given


def whole_number_of(given: object) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise invalid(given, "a whole number", "write digits without quotation marks")
    return writable(given)


def writable(number: int) -> int:
    """Return a number that has few enough digits to be read back."""
    if abs(number) >= _LARGEST:
        raise InvalidValue("value", number, f"has more than {LONGEST_NUMBER} digits", "check it")
    return number


def truth_of(given: object) -> bool:
    if not isinstance(given, bool):
        raise invalid(given, "true or false", "write it without quotation marks")
    return given


def money_of(given: object) -> Money:
    return Money.parse(_checked_text(given, "an amount as text", 'write it as "12.50 SEK"'))


def money_like_of(given: object) -> Money | Bounds[Money]:
    text = _checked_text(given, "an amount as text", _AMOUNT)
    if text[:1] not in ("[", "("):
        return Money.parse(text)
    found = Bounds.parse(text)
    if isinstance(found.low if found.high is None else found.high, Rate):
        raise InvalidValue("value", text, "is within bounds of a share, not of an amount", _AMOUNT)
    return cast("Bounds[Money]", found)


def rate_of(given: object) -> Rate:
    return Rate.parse(_checked_text(given, "a share as text", 'write it as "40%" or "12/29"'))


def read_units(given: object) -> Decimal:
    """Return a number of units with all its digits; unlike `Decimal`, refuse exponents and signs."""
    text = _checked_text(given, "a number of units as text", 'write it as "1720" or "0.5"')
    if not _PLAIN_NUMBER.fullmatch(text):
        raise InvalidValue("value", text, "is not a plain number", 'write it as "1720" or "0.5"')
    return Decimal(text)


def day_of(given: object) -> Date:
    """Return a day, given as text or as a TOML date."""
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return as_date(given, "value")
    return as_date(_checked_text(given, "a day as text", 'write it as "2024-10-01"'), "value")


def day_or_period_of(given: object) -> Date | Period:
    """Return a day, or a period where only the month or year is known."""
    return Period.parse(given) if isinstance(given, str) and "/" in given else day_of(given)


def period_like_of(given: object) -> Period | OpenPeriod:
    text = _checked_text(given, "a period as text", 'write it as "2024-10-01/2027-09-30"')
    return OpenPeriod.parse(text) if ".." in text else Period.parse(text)


def number_of_organisation(given: object) -> OrganisationNumber | ForeignNumber:
    """Return a Swedish organisation number, or a foreign one with its country code in front."""
    text = _checked_text(given, "a number as text", 'write it as "232100-0214" or "NO 974760673"')
    return ForeignNumber.parse(text) if _FOREIGN.match(text) else OrganisationNumber.parse(text)


def _checked_text(given: object, wanted: str, advice: str) -> str:
    if not isinstance(given, str):
        raise invalid(given, wanted, advice)
    return given


def _parsed(parse: Callable[[str], Any], wanted: str, example: str) -> Callable[[object], Any]:
    return lambda given: parse(_checked_text(given, wanted, f'write it as "{example}"'))


READ: Mapping[object, Callable[[object], Any]] = MappingProxyType(
    {
        str: text_of,
        int: whole_number_of,
        bool: truth_of,
        Decimal: read_units,
        Money: money_of,
        frozenset({Money, Bounds[Money]}): money_like_of,
        Rate: rate_of,
        frozenset({Date, Period}): day_or_period_of,
        frozenset({Period, OpenPeriod}): period_like_of,
        frozenset({OrganisationNumber, ForeignNumber}): number_of_organisation,
        Period: _parsed(Period.parse, "a period as text", "2024-10-01/2027-09-30"),
        ProgrammingPeriod: _parsed(ProgrammingPeriod.parse, "a programming period as text", "2021-2027"),
        OperationId: _parsed(OperationId.parse, "a project number as text", "23-067-S04"),
        Cci: _parsed(Cci.parse, "a CCI as text", "2021SE05SFPR001"),
        NutsCode: _parsed(NutsCode.parse, "a NUTS code as text", "SE32"),
        PostalCode: _parsed(PostalCode.parse, "a postal code as text", "831 27"),
        Country: _parsed(Country.parse, "a country as text", "SE"),
    }
)
"""The reader for each field type; a frozenset is the key of a field that takes two types."""


def _plain_units(units: Decimal) -> str:
    # copy_abs drops the sign of a negative zero; abs() would round to the precision of the decimal context.
    return f"{units.copy_abs():f}"


WRITE: Mapping[type, Callable[[Any], object]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                Money,
                Bounds,
                Rate,
                Period,
                OpenPeriod,
                ProgrammingPeriod,
                OrganisationNumber,
                ForeignNumber,
                OperationId,
                Cci,
                NutsCode,
                PostalCode,
            ),
            str,
        ),
        Country: lambda country: country.code,
        Date: lambda day: day.isoformat(),
        Decimal: _plain_units,
        int: writable,
        bool: bool,
    }
)
"""The writer for each field type."""
