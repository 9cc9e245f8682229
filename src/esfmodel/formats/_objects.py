"""Objects of the model as plain data: how they are written, and how data in which nothing is wrong are read.

How the fields of a class are written and read is found when the class is first met.

>>> from esfmodel.model.budget import Budget
>>> to_plain(object_in({"total": "900 kr"}, Budget))
{'total': '900 SEK'}
>>> object_in({"total": "900"}, Budget) is None
True
"""

from __future__ import annotations

import enum
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_args, get_origin

import attrs

from esfmodel.formats._parsed import NULL
from esfmodel.formats.plain_values import READ, WRITE, basis_called, members_of, read_member
from esfmodel.formats.schema import BASES, Field, fields_of
from esfmodel.model.costs import CostBasis
from esfmodel.model.project import UnknownKey

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

Made = TypeVar("Made")


# --- Writing


def to_plain(thing: object) -> dict[str, object]:
    """Return a project, or another object of the model, as a plain dict."""
    return _write_object(type(thing), thing)


def _write_object(kind: type, thing: object) -> dict[str, object]:
    name, fields = _fields_to_write(kind)
    plain: dict[str, object] = {} if name is None else {"type": name}
    for attribute, default, how in fields:
        value = getattr(thing, attribute)
        # Most values are the very default, None or (): a project has three dozen fields.
        if value is not default:
            key, is_only_default, write = how
            if is_only_default or value != default:
                plain[key] = write(value)
    return plain


class _HowToWrite(NamedTuple):
    """The key of a field, whether no value but the very default is equal to it, and what writes the others."""

    key: str
    is_only_default: bool
    write: Callable[[Any], object]


@cache
def _fields_to_write(kind: type) -> tuple[str | None, Sequence[tuple[str, object, _HowToWrite]]]:
    """Return the name of a basis, and the name, the default and the writing of each field of a class."""
    fields = [
        (each.attribute.name, default, _HowToWrite(each.key, default in (None, attrs.NOTHING), _field_writer(each)))
        for each in fields_of(kind)
        for default in (_default_of(each.attribute),)
    ]
    # What an object cannot be without comes first.
    fields.sort(key=lambda each: each[1] is not attrs.NOTHING)
    return next((name for name, basis in BASES.items() if basis is kind), None), fields


def _default_of(attribute: attrs.Attribute[Any]) -> object:
    """Return the default of a field; a class of one's own may have one that is made."""
    default: Any = attribute.default
    return default.factory() if getattr(default, "takes_self", None) is False else default


def _field_writer(field: Field) -> Callable[[Any], object]:
    if field.pair is not None:
        return partial(_write_pairs, field.pair)
    if get_origin(field.type) is tuple and get_args(field.type)[1:] == (...,):
        write_item = _value_writer(get_args(field.type)[0])
        return lambda values: [write_item(each) for each in values]
    write, word = _value_writer(field.type), field.word
    return write if word is None else lambda value: word if value is None else write(value)


def _value_writer(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401
    if isinstance(kind, frozenset):
        writers = {WRITE.get(get_origin(each) or each, _write_any) for each in cast("frozenset[type]", kind)}
        return writers.pop() if len(writers) == 1 else _write_any
    kind = get_origin(kind) or kind
    if kind in WRITE:
        return WRITE[kind]
    if attrs.has(kind):
        return partial(_write_object, kind)
    # What `value` looks up, at a third of the time.
    return attrgetter("_value_") if isinstance(kind, type) and issubclass(kind, enum.Enum) else _write_any


def _write_any(value: object) -> object:
    """Write a value by its own class, and what a list or dict holds likewise; leave what is none of ours."""
    if type(value) is str:
        return value
    if isinstance(value, (list, tuple)):
        return [_write_any(each) for each in cast("Iterable[object]", value)]
    if isinstance(value, dict):
        return {key: _write_any(each) for key, each in cast("dict[object, object]", value).items()}
    kind: type = type(value)
    writer = _writer_of(kind)
    return value if writer is _write_any else writer(value)


@cache
def _writer_of(kind: type) -> Callable[[Any], object]:
    return _value_writer(next((each for each in kind.__mro__ if each in WRITE), kind))


def _write_pairs(kind: type, pairs: Iterable[tuple[Any, Any]]) -> list[object]:
    keys = [field.name for field in attrs.fields(kind)]
    # The keys that no field takes are put back where they stood: see `put_back`.
    return [
        _write_object(kind, kind(**dict(zip(keys, both, strict=True))))
        for both in pairs
        if not isinstance(both, UnknownKey)
    ]


# --- Reading


class _DoubtError(ValueError):
    """Something is not as in most data: reading again finds whether it is wrong, and what it is."""


def object_in(given: object, kind: type[Made]) -> Made | None:
    """Return the object of a kind in plain data; None where anything may be wrong, or stands in no field.

    Reading stops there, and `_converter` names all that is wrong. Nothing is read in another way here than there, and
    each class checks its values.
    """
    try:
        return cast("Made", _read_object(kind, cast("dict[str, object]", given)))
    # Wrong values, unknown keys and missing ones; and a field whose type is none of ours, in a class of one's own.
    except (ValueError, KeyError, TypeError):
        return None


def _read_object(kind: type, given: dict[str, object]) -> object:
    # A dict with repeated keys is of another type.
    if type(given) is not dict:
        raise _DoubtError
    readers, may_be_left_out = _keys_to_read(kind)
    values: dict[str, object] = {}
    for key, value in given.items():
        if value is not NULL:
            values[key] = readers[key](value)
        elif key not in may_be_left_out:
            raise _DoubtError
    return kind(**values)


@cache
def _keys_to_read(kind: type) -> tuple[Mapping[str, Callable[[Any], object]], Collection[str]]:
    """Return the reader of each key of a class, and the keys that null leaves out."""
    # A private field is for a key that is no longer written, which `Split` moves.
    fields = [each for each in fields_of(kind) if each.attribute.name[0] != "_"]
    return {each.key: _field_reader(each) for each in fields}, {each.key for each in fields if each.may_be_left_out}


def _field_reader(field: Field) -> Callable[[Any], object]:
    if field.pair is not None:
        read_pairs, sides = _items_reader(field.pair), attrgetter(*(each.name for each in attrs.fields(field.pair)))
        return lambda given: tuple(map(sides, read_pairs(given)))
    if get_origin(field.type) is tuple:
        return _items_reader(get_args(field.type)[0])
    read, word = _value_reader(field.type), field.word
    return read if word is None else lambda given: None if given == word else read(given)


def _items_reader(kind: object) -> Callable[[object], tuple[Any, ...]]:
    read = _value_reader(kind)

    def read_items(given: object) -> tuple[Any, ...]:
        if not isinstance(given, list):
            raise _DoubtError
        return tuple([read(each) for each in cast("list[object]", given)])

    return read_items


def _value_reader(kind: object) -> Callable[[Any], object]:
    if kind in READ:
        return READ[kind]
    if kind == frozenset(get_args(CostBasis)):
        return _read_basis
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return partial(_read_member, members_of(kind), kind)
    return partial(_read_object, cast("type", kind))


def _read_member(known: Mapping[str, enum.Enum], kind: type[enum.Enum], given: object) -> enum.Enum:
    return known[given] if isinstance(given, str) and given in known else read_member(given, kind)


def _read_basis(given: dict[str, object]) -> object:
    basis = basis_called(given["type"])
    if basis is None or type(given) is not dict:
        raise _DoubtError
    keys = dict(given)
    del keys["type"]
    return _read_object(basis, keys)
