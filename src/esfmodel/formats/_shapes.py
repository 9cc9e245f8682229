"""Shapes: how a class is written as plain data, read again and described by JSON Schema, from one table.

>>> problems = []
>>> several(TEXT).read(["a", 5], "notes", problems) is WRONG
True
>>> print(*problems)
notes[1]: is not text (found '5'); write it as text, such as "5"
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType, NoneType
from typing import TYPE_CHECKING, Any, Final, cast, get_args, get_origin, get_type_hints

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats._parsed import NULL, Repeating, refused
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.plain_values import WRITE, read_member, text_of, truth_of, whole_number_of
from esfmodel.formats.reading import Problem
from esfmodel.formats.schema import VALUES, Schema
from esfmodel.values.dates import Date, as_date
from esfmodel.values.format import Labelled
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    from collections.abc import Mapping

WRONG: Final = object()
"""What a shape reads where something is wrong; what is wrong is among the problems."""


@attrs.frozen
class Shape:
    """How a value is written as plain data, read from it and described.

    `read` takes what is given, its place and the problems found so far; where it adds any, it returns `WRONG`.
    """

    write: Callable[[Any], object]
    read: Callable[[object, str, list[Problem]], Any]
    schema: Schema


def single(write: Callable[[Any], object], make: Callable[[object], Any], schema: Schema) -> Shape:
    """Return the shape of one value, which `make` makes or refuses with `InvalidValue`."""

    def read(given: object, place: str, problems: list[Problem]) -> object:
        try:
            return make(given)
        except InvalidValue as error:
            problems.append(Problem.of(error, place=place))
            return WRONG

    return Shape(write, read, schema)


def _unchanged(value: object) -> object:
    return value


def parsed(kind: Any) -> Shape:  # noqa: ANN401
    """Return the shape of a value that `parse` reads and `str` writes."""
    return single(WRITE[kind], lambda given: kind.parse(text_of(given)), VALUES.get(kind, {"type": "string"}))


def member(kind: type[Labelled]) -> Shape:
    """Return the shape of a member of an enumeration: its value."""
    return single(
        lambda each: each.value, lambda given: read_member(given, kind), {"enum": [each.value for each in kind]}
    )


def member_by_name(kind: type[Labelled]) -> Shape:
    """Return the shape of a member of an enumeration that is written by its name, as in a law file."""
    names = tuple(kind.__members__)

    def make(given: object) -> Labelled:
        name = text_of(given)
        if name not in names:
            raise InvalidValue("value.not_one_of", "value", given, choices=names)
        return kind[name]

    return single(lambda each: each.name, make, {"enum": list(names)})


TEXT: Final = single(_unchanged, text_of, {"type": "string"})
WHOLE: Final = single(WRITE[int], whole_number_of, {"type": "integer"})
TRUTH: Final = single(_unchanged, truth_of, {"type": "boolean"})
DAY: Final = single(WRITE[Date], lambda given: as_date(text_of(given), "value"), VALUES[Date])


def optional(shape: Shape) -> Shape:
    """Return the shape of a value or None."""
    return Shape(
        lambda value: None if value is None else shape.write(value),
        lambda given, place, problems: None if given is None or given is NULL else shape.read(given, place, problems),
        {"anyOf": [shape.schema, {"type": "null"}]},
    )


def several(shape: Shape) -> Shape:
    """Return the shape of a tuple of values."""

    def read(given: object, place: str, problems: list[Problem]) -> object:
        if not isinstance(given, list):
            problems.append(Problem.of(refused(given) or InvalidValue("value.not_a_list", "", given), place=place))
            return WRONG
        items = [shape.read(each, f"{place}[{at}]", problems) for at, each in enumerate(cast("list[object]", given))]
        return WRONG if WRONG in items else tuple(items)

    return Shape(lambda values: [shape.write(each) for each in values], read, {"type": "array", "items": shape.schema})


def named(shape: Shape) -> Shape:
    """Return the shape of values by their names."""

    def read(given: object, place: str, problems: list[Problem]) -> object:
        keys = keys_of(given, place, problems, "...")
        if keys is None:
            return WRONG
        found = {key: shape.read(each, at_key(place, key), problems) for key, each in keys.items()}
        return WRONG if WRONG in found.values() else found

    return Shape(
        lambda values: {name: shape.write(each) for name, each in dict(values).items()},
        read,
        {"type": "object", "additionalProperties": shape.schema},
    )


def keys_of(given: object, place: str, problems: list[Problem], *expected: str) -> dict[str, object] | None:
    """Return the keys and values of an object; None where it is none."""
    if not isinstance(given, dict):
        error = InvalidValue("value.not_keys", "", given, choices=expected)
        problems.append(Problem.of(refused(given) or error, place=place))
        return None
    repeated = given.repeated if isinstance(given, Repeating) else ()
    problems += [Problem("value.given_twice", at_key(place, key)) for key in repeated]
    return None if repeated else cast("dict[str, object]", given)


# --- Classes


@attrs.frozen
class Key:
    """A key of an object: its shape, and `get`, which returns its value of what is written.

    `argument` is the argument of the class that it gives; without one the key is told, and not read.
    """

    shape: Shape
    get: Callable[[Any], object]
    argument: str | None = None


def record(make: Callable[..., Any], keys: Mapping[str, Key]) -> Shape:
    """Return the shape of an object with these keys, which `make` makes of its arguments."""

    def write(whole: object) -> dict[str, object]:
        return {name: key.shape.write(key.get(whole)) for name, key in keys.items()}

    def read(given: object, place: str, problems: list[Problem]) -> object:
        found = keys_of(given, place, problems, *keys)
        if found is None:
            return WRONG
        before = len(problems)
        problems += [unknown_key(key, place, keys) for key in found if key not in keys]
        needed = {name: key for name, key in keys.items() if key.argument is not None}
        problems += [Problem("value.missing", at_key(place, name)) for name in needed if name not in found]
        values = {
            key.argument: key.shape.read(found[name], at_key(place, name), problems)
            for name, key in needed.items()
            if name in found
        }
        if len(problems) > before:
            return WRONG
        try:
            return make(**cast("dict[str, object]", values))
        except InvalidValue as error:
            problems.append(Problem.of(error.within(place) if place else error))
            return WRONG

    return Shape(
        write,
        read,
        {
            "type": "object",
            "properties": {name: key.shape.schema for name, key in keys.items()},
            "required": list(keys),
            "additionalProperties": False,
        },
    )


def keys_of_class(kind: type, shapes: Mapping[str, Shape] = MappingProxyType({})) -> dict[str, Key]:
    """Return a key for each field of a class; `shapes` are those that its annotations do not tell."""
    hints = get_type_hints(kind)
    return {
        field.name: Key(shapes.get(field.name) or _shape_of(hints[field.name]), _getter(field.name), field.alias)
        for field in attrs.fields(kind)
    }


def _getter(name: str) -> Callable[[Any], object]:
    return lambda whole: getattr(whole, name)


def _shape_of(hint: Any) -> Shape:  # noqa: ANN401
    if get_origin(hint) is tuple:
        return several(_shape_of(get_args(hint)[0]))
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if kinds:
        return optional(_shape_of(kinds[0]))
    if hint in _PLAIN:
        return _PLAIN[hint]
    if issubclass(hint, Labelled):
        return member(hint)
    return parsed(hint)


_PLAIN: Mapping[object, Shape] = MappingProxyType({str: TEXT, int: WHOLE, bool: TRUTH, Date: DAY})
