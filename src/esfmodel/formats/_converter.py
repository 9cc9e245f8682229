"""Objects of the model to plain dicts and back, with cattrs, in the shape that `_shape` tells."""

from __future__ import annotations

import enum
import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import BaseValidationError, ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from esfmodel.errors import InvalidValue
from esfmodel.formats._fields import READ, WRITE
from esfmodel.formats._plain import MOST_PROBLEMS, Repeating, invalid, no_such_word
from esfmodel.formats._shape import BASES, Field, fields_of
from esfmodel.model.costs import ActualCost, CostBasis
from esfmodel.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Made = TypeVar("Made")

_CAPITAL = re.compile(r"\B(?=[A-Z])")


def to_plain(project: Project) -> dict[str, object]:
    """Write a project as a dict of texts, numbers, lists and dicts."""
    return cast("dict[str, object]", _converter().unstructure(project))


def from_plain(given: object) -> Project:
    """Read a project; raises a group of all errors, each of which knows its place."""
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
        twice = [_at(key, _given_twice(key)) for key in found.repeated] if isinstance(found, Repeating) else []
        if kind in BASES.values():
            found = {key: value for key, value in found.items() if key != "type"}
        try:
            made = read(found, kind)
        except ClassValidationError as errors:
            raise _of_object([*twice, *errors.exceptions], kind) from None
        if twice:
            raise _of_object(twice, kind)
        return made

    return read_object


def _given_twice(key: str) -> InvalidValue:
    return InvalidValue("value", key, "is given more than once", "keep one of them")


def _at(key: str, error: InvalidValue) -> InvalidValue:
    """Note at which key of an object an error belongs."""
    error.add_note(AttributeValidationNote(f"at {key}", key, object))
    return error


# The type stubs of exception groups know nothing of the third argument that those of cattrs take.


def _of_object(errors: Sequence[Exception], kind: type) -> ClassValidationError:
    return cast("ClassValidationError", cast("Any", ClassValidationError)(kind.__name__, errors, kind))


def _of_list(errors: Sequence[Exception]) -> IterableValidationError:
    return cast("IterableValidationError", cast("Any", IterableValidationError)("list", errors, list))


def _checked(attribute: attrs.Attribute[Any], read: Callable[[object], object]) -> Callable[[object, object], object]:
    """Check a value as its class will, so that every wrong value of an object is found and not the first alone."""
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
        raise _of_list(errors)
    return items


def _value_reader(kind: object, converter: Converter) -> Callable[[object], object]:
    if kind in READ:
        return READ[kind]
    if kind == frozenset(get_args(CostBasis)):
        return lambda given: _basis(given, converter)
    if isinstance(kind, enum.EnumType):
        return lambda given: _member(given, cast("type[enum.Enum]", kind))
    made = cast("type[object]", kind)
    return lambda given: converter.structure(given, made)


def _member(given: object, kind: type[enum.Enum]) -> enum.Enum:
    known = {member.value: member for member in kind}
    if not isinstance(given, str) or given not in known:
        raise no_such_word(given, _CAPITAL.sub(" ", kind.__name__).lower(), known)
    return known[given]


def _basis(given: object, converter: Converter) -> object:
    if not isinstance(given, dict):
        raise invalid(given, "an object with keys of its own", 'give its "type" and the keys that go with it')
    name = cast("dict[str, object]", given).get("type")
    if not isinstance(name, str) or name not in BASES:
        raise _of_object([_at("type", no_such_word(name, "basis of cost", BASES))], ActualCost)
    basis = cast("type[object]", BASES[name])
    return converter.structure(given, basis)
