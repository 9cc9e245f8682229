"""Name all that is wrong with the plain data of an object, with cattrs; what is right is read by `_objects`.

>>> from esfmodel.model.budget import Budget
>>> _, problems = converted({"total": "5 kr", "complete": "ja"}, Budget, "budget")
>>> print(*problems)
budget.complete: is not true or false (found 'ja'); write true or false, without quotation marks
"""

from __future__ import annotations

import enum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from esfmodel.errors import InvalidValue
from esfmodel.formats._parsed import NULL, Repeating, refused
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.plain_values import BASIS_WORDS, READ, basis_called, no_such_word, read_member
from esfmodel.formats.reading import MOST_PROBLEMS, Problem
from esfmodel.formats.schema import BASES, BASIS_NAMES, Field, fields_of
from esfmodel.model.costs import ActualCost, CostBasis
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Made = TypeVar("Made")


def converted(given: object, kind: type[Made], place: str) -> tuple[Made | None, Iterator[Problem]]:
    """Return the object of a kind in a plain dict, or None and all that is wrong."""
    try:
        return _converter().structure(given, kind), iter(())
    except (InvalidValue, BaseValidationError) as error:
        return None, problems_of(error, place)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def reader(kind: type) -> Callable[[object, object], object]:
        return _object_reader(kind, converter)

    converter.register_structure_hook_factory(attrs.has, reader)
    return converter


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


def _read_basis(given: object, converter: Converter) -> object:
    if not isinstance(given, dict):
        raise refused(given, but_decimals=True) or InvalidValue(
            "value.not_keys", "value", given, choices=("type", "amount")
        )
    keys = cast("dict[str, object]", given)
    name = keys.get("type")
    basis = basis_called(name)
    if basis is None:
        errors = [_at("type", no_such_word(name, BASIS_WORDS, BASIS_NAMES)), *_misread_in_any(keys, converter)]
        raise _object_errors(errors, ActualCost)
    return converter.structure(given, basis)


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


# --- From cattrs errors to problems with a path


def problems_of(error: Exception, place: str) -> Iterator[Problem]:
    """Yield the problems in a group of errors, in the order of the document; re-raise what is no error of ours."""
    if isinstance(error, ClassValidationError):
        placed, others = error.group_exceptions()
        all_of_object = (problem for inner in others for problem in _problems_of_object(inner, place, error.cl))
        # Reading stops after so many; a hostile object could have a hundred thousand keys, each to be compared.
        of_object = list(islice(all_of_object, MOST_PROBLEMS))
        # A key that is misspelt is told once: not as one that is missing as well.
        misspelt = {problem.params["near"] for problem in of_object if problem.code == "key.did_you_mean"}
        for inner, key in placed:
            if not (isinstance(inner, KeyError) and key.name in misspelt):
                yield from problems_of(inner, at_key(place, key.name.removeprefix("_")))
        yield from of_object
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from problems_of(inner, f"{place}[{item.index}]")
    elif isinstance(error, KeyError):
        yield Problem("value.missing", place)
    elif isinstance(error, InvalidValue):
        yield Problem.of(error, place=place)
    else:
        raise error


def _problems_of_object(error: Exception, place: str, kind: type) -> Iterator[Problem]:
    """Yield the problems of an object as a whole: unknown keys, and fields that contradict each other."""
    known = {field.key for field in fields_of(kind)}
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(key, place, known)
    elif isinstance(error, InvalidValue) and error.place.partition("[")[0].partition(".")[0] in known:
        yield Problem.of(error.within(place))
    else:
        yield from problems_of(error, place)
