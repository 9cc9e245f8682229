"""Convert projects to plain dicts and back with cattrs, in the shape that `schema` describes."""

from __future__ import annotations

import contextlib
import datetime
import enum
import re
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import BaseValidationError, ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.formats._parsed import LARGEST, NULL, Repeating, Unusable, refused, whole_text
from esfmodel.formats.schema import BASES, BASIS_NAMES, VALUES, Field, fields_of
from esfmodel.model.costs import ActualCost, CostBasis
from esfmodel.model.project import UnknownKey
from esfmodel.text import en, sv
from esfmodel.text.words.labels import near_name
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import Date, as_date
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.format import LANGUAGES, plain_name
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.syntax import LONGEST_NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from esfmodel.values.format import Labelled

Made = TypeVar("Made")


def to_plain(thing: object) -> dict[str, object]:
    """Return a project, or another object of the model, as a plain dict."""
    return cast("dict[str, object]", _converter().unstructure(thing))


def from_plain(given: object, kind: type[Made]) -> Made:
    """Return the object of a kind in a plain dict. Raises one cattrs group of all errors, each with its place."""
    return _converter().structure(given, kind)


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
            special[field.attribute.name] = override(unstruct_hook=_or_word(field.word, converter))
        elif field.pair is not None:
            special[field.attribute.name] = override(unstruct_hook=_as_pairs(field.pair, converter))
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=True, _cattrs_use_alias=True, **special
    )
    name = next((name for name, basis in BASES.items() if basis is kind), None)
    return write if name is None else lambda basis: {"type": name, **write(basis)}


def _or_word(word: str, converter: Converter) -> Callable[[object], object]:
    return lambda value: word if value is None else converter.unstructure(value)


def _as_pairs(pair: type, converter: Converter) -> Callable[[Iterable[tuple[Any, Any]]], object]:
    keys = [field.name for field in attrs.fields(pair)]
    # The keys that no field takes are put back where they stood: see `put_back`.
    return lambda pairs: [
        converter.unstructure(pair(**dict(zip(keys, both, strict=True))))
        for both in pairs
        if not isinstance(both, UnknownKey)
    ]


# --- reading


def _object_reader(kind: type[Made], converter: Converter) -> Callable[[object, object], Made]:
    special: dict[str, Any] = {
        field.attribute.name: override(struct_hook=_checked(field.attribute, _reader(field, converter)))
        for field in fields_of(kind)
    }
    read: Callable[[Any, Any], Made] = make_dict_structure_fn(kind, converter, _cattrs_use_alias=True, **special)

    def read_object(given: object, _kind: object) -> Made:
        if not isinstance(given, dict):
            raise _no_keys(given, kind)
        found = cast("dict[str, object]", given)
        # Repeated keys are reported together with the other errors of the object.
        repeated = found.repeated if isinstance(found, Repeating) else ()
        twice = [_at(key, InvalidValue("value.given_twice", "value")) for key in repeated]
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


def _at(key: str, error: Exception) -> Exception:
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
    return read if field.word is None else _or_unknown(field.word, read)


def _or_unknown(word: str, read: Callable[[object], object]) -> Callable[[object], object]:
    """Read a word for what is not known; null may mean that, or what leaving the key out means."""

    def read_or_unknown(given: object) -> object:
        if given is NULL:
            raise InvalidValue("value.missing_one_of", "value", choices=(word,))
        return None if given == word else read(given)

    return read_or_unknown


def _items(given: object, read: Callable[[object], Any]) -> list[Any]:
    if not isinstance(given, list):
        raise refused(given, but_decimals=True) or InvalidValue("value.not_a_list", "value", given)
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
        return lambda given: read_member(given, cast("type[enum.Enum]", kind))
    made = cast("type[object]", kind)
    return lambda given: converter.structure(given, made)


def read_member(given: object, kind: type[enum.Enum]) -> enum.Enum:
    """Return a member from its value, its name or its label in any language."""
    if not isinstance(given, str) or not given.strip():
        raise _no_such_word(given, {}, tuple(kind))
    known = _members(kind)
    return known[given] if given in known else sv.parse_label(cast("type[Labelled]", kind), given)


@cache
def _members(kind: type[enum.Enum]) -> Mapping[str, enum.Enum]:
    return {member.value: member for member in kind}


def member_or_word(word: str, kind: type[Labelled]) -> Labelled | str:
    """Return the member of an enumeration that a word means, or the word itself."""
    try:
        return sv.parse_label(kind, word)
    except InvalidValue:
        return word


def _read_basis(given: object, converter: Converter) -> object:
    if not isinstance(given, dict):
        raise refused(given, but_decimals=True) or InvalidValue(
            "value.not_keys", "value", given, choices=("type", "amount")
        )
    keys = cast("dict[str, object]", given)
    name = keys.get("type")
    basis = basis_called(name)
    if basis is None:
        errors = [_at("type", _no_such_word(name, _BASIS_WORDS, BASIS_NAMES)), *_misread_in_any(keys, converter)]
        raise _object_errors(errors, ActualCost)
    return converter.structure(given, basis)


_BASIS_WORDS = {word: each.value for each in BASIS_NAMES for word in map(each.text, LANGUAGES)}


def basis_called(name: object) -> type[object] | None:
    """Return the class of a basis from its name in any language; None for anything else."""
    value = _BASIS_WORDS.get(plain_name(name)) if isinstance(name, str) and len(name) <= _LONGEST_WORD else None
    return None if value is None else BASES[value]


def _misread_in_any(given: dict[str, object], converter: Converter) -> Iterator[Exception]:
    """Yield the errors of values that no basis takes, whichever is meant."""
    for key, value in given.items():
        fields = [
            field for kind in BASES.values() for field in fields_of(kind) if field.key == key and value is not NULL
        ]
        errors: list[Exception] = []
        for field in fields:
            try:
                _reader(field, converter)(value)
            except (InvalidValue, BaseValidationError) as error:
                errors.append(error)
        if fields and len(errors) == len(fields):
            yield _at(key, errors[0])


def _no_keys(given: object, kind: type) -> InvalidValue:
    fields = fields_of(kind)
    required = tuple(field.key for field in fields if field.attribute.default is attrs.NOTHING)
    keys = required or tuple(field.key for field in fields)
    if given is NULL:
        return InvalidValue("value.not_keys", "value", "null", choices=keys)
    return refused(given, but_decimals=True) or InvalidValue("value.not_keys", "value", given, choices=keys)


MOST_PROBLEMS = 1_000
"""The most problems listed for one document; with more, it is hardly the right file."""

_LONGEST_WORD = 60


def _no_such_word(given: object, words: Mapping[str, object], choices: tuple[object, ...]) -> InvalidValue:
    """Return the error for a value that is none of the `words`; it suggests a near one, or lists the choices."""
    if (error := refused(given)) is not None:
        return error
    if given is None:
        return InvalidValue("value.missing_one_of", "value", choices=choices)
    if isinstance(given, str) and (near := near_name(given, words)) is not None:
        return InvalidValue("value.did_you_mean", "value", given, near=near)
    return InvalidValue("value.not_one_of", "value", given, choices=choices)


# A value is written with `str`, and `parse` reads it. Where a field may hold two kinds, the text tells them apart: an
# interval begins with a bracket, an open period has two dots, a foreign number begins with a country code. What is
# written otherwise is read as people write it in Swedish, and days and periods in English too. A text in the form of
# the file that is wrong is told as such.

_FOREIGN = re.compile(r"[A-Za-z]{2} ")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MAY_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_BARE_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
# A field of a form sends digits as text.
_WHOLE = re.compile(r"[1-9][0-9]{0,17}|0")
_LONGEST_VALUE = 200


def _in_form(text: str, kind: object) -> bool:
    """Whether a text has the form in which the file writes a value of a kind."""
    return re.fullmatch(VALUES[kind]["pattern"][1:-1], text) is not None


def _as_written(text: str, kind: object, parse: Callable[[str], Any], parse_prose: Callable[[str], Any]) -> Any:  # noqa: ANN401
    try:
        return parse(text)
    except InvalidValue:
        if _in_form(text, kind) or len(text) > _LONGEST_VALUE:
            raise
    return parse_prose(text)


def text_of(given: object) -> str:
    return whole_text(_checked_text(given, None))


def whole_number_of(given: object) -> int:
    if isinstance(given, str) and _WHOLE.fullmatch(given):
        return int(given)
    if isinstance(given, bool) or not isinstance(given, int):
        raise refused(given, but_decimals=True) or InvalidValue("value.not_whole", "value", given)
    return writable(given)


def writable(number: int) -> int:
    """Return a number that has few enough digits to be read back."""
    if abs(number) >= LARGEST:
        raise InvalidValue("number.too_long", "value", number, most=LONGEST_NUMBER)
    return number


def truth_of(given: object) -> bool:
    if not isinstance(given, bool):
        raise refused(given, but_decimals=True) or InvalidValue("value.not_true_or_false", "value", given)
    return given


def money_of(given: object) -> Money:
    bare = _bare_number(given)
    if bare is not None:
        raise InvalidValue("number.no_currency", "value", bare, example=f'"{bare} SEK"')
    return _parsed_money(_checked_text(given, "12.50 SEK"))


def _parsed_money(text: str) -> Money:
    found: Money = _as_written(text, Money, Money.parse, lambda prose: sv.parse_money(prose, currency=None))
    # Three decimals may be meant as thousands: "1.200 SEK" is refused as it would be in Swedish text.
    if _THREE_DECIMALS.search(text) and str(found) != text:
        return sv.parse_money(text, currency=None)
    return found


_THREE_DECIMALS = re.compile(r"\.[0-9]{3}(?![0-9])")


def money_like_of(given: object) -> Money | Bounds[Money]:
    if not isinstance(given, str) or given[:1] not in ("[", "("):
        return money_of(given)
    return bounds_of_money_of(given)


def bounds_of_money_of(given: object) -> Bounds[Money]:
    found = Bounds.parse(_checked_text(given, "[5 SEK, 10 SEK)"))
    if isinstance(found.low if found.high is None else found.high, Rate):
        raise InvalidValue("amount.bounds_of_share", "value", given)
    return cast("Bounds[Money]", found)


def bounds_of_rate_of(given: object) -> Bounds[Rate]:
    found = Bounds.parse(_checked_text(given, "[0%, 75%]"))
    if isinstance(found.low if found.high is None else found.high, Money):
        raise InvalidValue("bounds.not_plain", "value", given, example="[0%, 75%]")
    return cast("Bounds[Rate]", found)


def rate_of(given: object) -> Rate:
    bare = _bare_number(given)
    if bare is None:
        return cast("Rate", _as_written(_checked_text(given, "40%"), Rate, Rate.parse, sv.parse_rate))
    number = Decimal(bare)
    if abs(number) > 1:
        raise InvalidValue("number.no_percent", "value", bare, example=f'"{bare}%"')
    raise InvalidValue(
        "text.two_readings", "value", bare, example=f'"{bare}%"', other=f'"{(number * 100).normalize():f}%"'
    )


def _bare_number(given: object) -> str | None:
    """Return a number without a unit as it is written, in quotation marks or not; None for anything else."""
    written = given.written if isinstance(given, Unusable) else given
    if isinstance(written, Decimal):
        written = str(written)
    if isinstance(written, bool) or not isinstance(written, (int, str)):
        return None
    text = str(written) if isinstance(written, str) or abs(written) < LARGEST else ""
    return text if _BARE_NUMBER.fullmatch(text) else None


def read_units(given: object) -> Decimal:
    """Return a number of units with all its digits; unlike `Decimal`, refuse exponents and signs.

    "1.720" may be meant as thousands of hours, so it is refused as it is for amounts; with a fourth decimal it is not.
    """
    text = _digits(given) if isinstance(given, Decimal) else _checked_text(given, "1720")
    if not _PLAIN_NUMBER.fullmatch(text):
        raise InvalidValue("number.not_plain", "value", text, example='"1720"')
    if _MAY_BE_THOUSANDS.fullmatch(text):
        whole = text.replace(".", "")
        raise InvalidValue(
            "number.two_readings", "value", text, thousands=whole, decimals=text, example=whole, other=f"{text}0"
        )
    return Decimal(text)


def _digits(number: Decimal) -> str:
    """Return a Decimal, which Python's own data may hold, as the file writes it; a negative one keeps its sign."""
    if not number.is_finite() or abs(number.adjusted()) >= LONGEST_NUMBER:
        raise InvalidValue("number.not_plain", "value", number, example='"1720"')
    return _plain_units(number) if number >= 0 else str(number)


def day_of(given: object) -> Date:
    """Return a day, given as text or as a TOML date."""
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return as_date(given, "value")
    if isinstance(given, datetime.datetime):
        raise InvalidValue("date.with_time", "value", str(given))
    return cast("Date", _as_written(_checked_text(given, "2024-10-01"), _DAY_OR_PERIOD, _day_in_form, _day_in_words))


def _day_in_form(text: str) -> Date:
    return as_date(text, "value")


def _day_in_words(text: str) -> Date:
    return cast("Date", _in_words(text, sv.parse_date, en.parse_date))


def _period_in_words(text: str) -> Period | OpenPeriod:
    return cast("Period | OpenPeriod", _in_words(text, sv.parse_period, en.parse_period))


def _in_words(text: str, swedish: Callable[[str], object], english: Callable[[str], object]) -> object:
    """Read a day or a period in Swedish, or in English where it is in words; figures mean what they do in Swedish."""
    try:
        return swedish(text)
    except InvalidValue:
        if _WORD.search(text):
            with contextlib.suppress(InvalidValue):
                return english(text)
        raise


_WORD = re.compile(r"[A-Za-z]{3}")


_DAY_OR_PERIOD = frozenset({Date, Period})
_PERIOD_OR_OPEN = frozenset({Period, OpenPeriod})


def day_or_period_of(given: object) -> Date | Period:
    """Return a day, or a period where only the month or year is known."""
    if isinstance(given, str) and "/" in given and _in_form(given, Period):
        return Period.parse(given)
    try:
        return day_of(given)
    except InvalidValue:
        if not isinstance(given, str) or _in_form(given, _DAY_OR_PERIOD):
            raise
        with contextlib.suppress(InvalidValue):
            return period_of(given)
        raise


def period_like_of(given: object) -> Period | OpenPeriod:
    text = _checked_text(given, "2024-10-01/2027-09-30")
    return cast("Period | OpenPeriod", _as_written(text, _PERIOD_OR_OPEN, _period_in_form, _period_in_words))


def _period_in_form(text: str) -> Period | OpenPeriod:
    return OpenPeriod.parse(text) if ".." in text else Period.parse(text)


def period_of(given: object) -> Period:
    found = period_like_of(given)
    if isinstance(found, OpenPeriod):
        raise InvalidValue("period.open", "value", given, example="2024-10-01/2027-09-30")
    return found


def open_period_of(given: object) -> OpenPeriod:
    found = period_like_of(given)
    if isinstance(found, Period):
        raise InvalidValue("period.not_open", "period", given, example="2024-10-01/..")
    return found


def programming_period_of(given: object) -> ProgrammingPeriod:
    if isinstance(given, int) and not isinstance(given, bool) and 0 < given <= 9999:
        with contextlib.suppress(NotKnown):
            period = ProgrammingPeriod.of_year(given)
            raise InvalidValue("period.only_year", "value", str(given), example=f'"{period}"')
        # A year of no period that is known.
        given = str(given)
    return ProgrammingPeriod.parse(_checked_text(given, "2021-2027"))


def number_of_organisation(given: object) -> OrganisationNumber | ForeignNumber:
    """Return a Swedish organisation number, or a foreign one with its country code in front."""
    text = _checked_text(given, "232100-0214")
    return ForeignNumber.parse(text) if _FOREIGN.match(text) else OrganisationNumber.parse(text)


def _checked_text(given: object, example: str | None) -> str:
    """Return text; the error for anything else has an example, by default what is given in quotation marks.

    Text that is read as a value, which has an example, is not empty.
    """
    if isinstance(given, str) and (example is None or given.strip()):
        return given
    if isinstance(given, (datetime.date, datetime.time)):
        raise InvalidValue("value.not_text", "value", str(given), example=f'"{example or given}"')
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) < LARGEST:
        raise InvalidValue("value.not_text", "value", given, example=f'"{given}"')
    raise refused(given) or InvalidValue("value.not_text", "value", given, example=f'"{example or "..."}"')


def _parsed(parse: Callable[[str], Any], example: str) -> Callable[[object], Any]:
    return lambda given: parse(_checked_text(given, example))


READ: Mapping[object, Callable[[object], Any]] = MappingProxyType(
    {
        str: text_of,
        int: whole_number_of,
        bool: truth_of,
        Decimal: read_units,
        Money: money_of,
        frozenset({Money, Bounds[Money]}): money_like_of,
        Bounds[Money]: bounds_of_money_of,
        Rate: rate_of,
        Bounds[Rate]: bounds_of_rate_of,
        Date: day_of,
        _DAY_OR_PERIOD: day_or_period_of,
        _PERIOD_OR_OPEN: period_like_of,
        frozenset({OrganisationNumber, ForeignNumber}): number_of_organisation,
        OrganisationNumber: _parsed(OrganisationNumber.parse, "232100-0214"),
        ForeignNumber: _parsed(ForeignNumber.parse, "NO 974760673"),
        Period: period_of,
        OpenPeriod: open_period_of,
        ProgrammingPeriod: programming_period_of,
        OperationId: _parsed(OperationId.parse, "23-067-S04"),
        Cci: _parsed(Cci.parse, "2021SE05SFPR001"),
        NutsCode: _parsed(NutsCode.parse, "SE32"),
        PostalCode: _parsed(PostalCode.parse, "831 27"),
        Country: _parsed(Country.parse, "SE"),
    }
)
"""The reader for each field type; a frozenset is the key of a field that takes two types."""


def _plain_units(units: Decimal) -> str:
    # copy_abs drops the sign of a negative zero; abs() would round to the precision of the decimal context.
    text = f"{units.copy_abs():f}"
    return f"{text}0" if _MAY_BE_THOUSANDS.fullmatch(text) else text


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
