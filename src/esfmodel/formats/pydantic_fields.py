"""How pydantic reads, checks, writes and describes values, enumerations and classes of the model.

A field of a pydantic model, or the body of a FastAPI function, is read as the same thing is in a document. This module
alone needs pydantic; `values.field_type` imports it by name when pydantic meets one of our types.

>>> from pydantic import BaseModel
>>> from esfmodel import Money
>>> class Offer(BaseModel):
...     amount: Money
>>> Offer(amount="1 250 000 kr").model_dump_json()
'{"amount":"1250000 SEK"}'
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args, get_origin

import attrs
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, PlainValidator, TypeAdapter
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError, core_schema

import esfmodel.model
from esfmodel.errors import InvalidData, InvalidValue
from esfmodel.formats._document import json_dict_of, read_object
from esfmodel.formats._parsed import number_with_a_point
from esfmodel.formats.plain_values import READ, WRITE, read_member
from esfmodel.formats.reading import Problem
from esfmodel.formats.schema import VALUES, BasisName, Schema, schema_of
from esfmodel.values.bounds import Bounds
from esfmodel.values.field_type import Value
from esfmodel.values.format import LANGUAGES
from esfmodel.values.syntax import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.values.money import Money, Rate


def core_schema_of(kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
    """Return the core schema of a field type: what pydantic builds its validator and serializer from.

    Raises `TypeError` for a type that documents do not have, such as `Bounds` without what it is of.
    """
    origin = get_origin(kind) or kind
    form: _ValueForm | _ObjectForm
    if kind in READ:
        read, write, form = READ[kind], WRITE[origin], _ValueForm(VALUES[kind])
    elif issubclass(origin, enum.Enum):
        read, write, form = _member_reader(origin), _value_of, _ValueForm({"enum": [each.value for each in origin]})
    elif issubclass(origin, Value):
        raise TypeError(f"{kind} is no field type of pydantic; Bounds is one as Bounds[Money] or Bounds[Rate]")
    else:
        read, write, form = _object_reader(kind), json_dict_of, _ObjectForm(kind)
    schema = handler.generate_schema(
        Annotated[Any, PlainValidator(_checked(kind, read)), PlainSerializer(write, when_used="json"), form]
    )
    if isinstance(form, _ObjectForm):
        # Named, so that its JSON Schema is defined once, and may refer to itself.
        cast("dict[str, Any]", schema)["ref"] = form.name
    return schema


def _member_reader(kind: type[enum.Enum]) -> Callable[[object], object]:
    return lambda given: read_member(given, kind)


def _value_of(member: enum.Enum) -> object:
    return member.value


def _object_reader(kind: type[object]) -> Callable[[object], object]:
    return lambda given: read_object(given, kind, strict=False)


def _checked(kind: Any, read: Callable[[object], object]) -> Callable[[object], object]:  # noqa: ANN401
    """Return a reader that passes objects of the kind, and raises pydantic's error for what cannot be read."""
    ends = get_args(kind)
    name = f"Bounds[{ends[0].__name__}]" if ends else kind.__name__

    def is_made(given: object) -> bool:
        return _is_bounds_of(ends, given) if ends else isinstance(given, kind)

    def read_or_refuse(given: object) -> object:
        if is_made(given):
            return given
        try:
            if given is None:
                raise InvalidValue("value.missing", "value")
            return read(number_with_a_point(repr(given)) if isinstance(given, float) else given)
        except InvalidData as error:
            problems = cast("tuple[Problem, ...]", error.problems)
        except InvalidValue as error:
            problems = (Problem.of(error, place=""),)
        raise ValidationError.from_exception_data(name, [_details(each, given) for each in problems])

    # pydantic names the alternatives of a union by it.
    read_or_refuse.__name__ = read_or_refuse.__qualname__ = name
    return read_or_refuse


def _is_bounds_of(ends: tuple[type, ...], given: object) -> bool:
    if not isinstance(given, Bounds):
        return False
    bounds = cast("Bounds[Money] | Bounds[Rate]", given)
    return isinstance(bounds.high if bounds.low is None else bounds.low, ends)


# --- What is wrong, as pydantic tells it


def _details(problem: Problem, given: object) -> InitErrorDetails:
    facts = {name: _plain(each) for name, each in problem.params.items()}
    said = {language: problem.text(language) for language in LANGUAGES}
    error = PydanticCustomError(cast("Any", problem.code), "{en}", {**facts, **said})
    place = tuple(_step(step) for step, _ in steps_of(problem.place))
    return InitErrorDetails(type=error, loc=place, input=given if problem.given is None or not place else problem.given)


def _step(step: str) -> str | int:
    if not step.startswith("["):
        return step
    return cast("str | int", json.loads(step[1:-1]))


def _plain(value: object) -> object:
    """Return a fact of a problem as JSON has it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (enum.Enum, BasisName)):
        return value.value
    return [_plain(each) for each in cast("Iterable[object]", value)] if isinstance(value, Iterable) else str(value)


# --- JSON Schema


@attrs.frozen
class _ValueForm:
    """The JSON Schema of a value, which stands where it is used."""

    schema: Schema

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Schema:
        return dict(self.schema)


@attrs.frozen
class _ObjectForm:
    """The JSON Schema of a class of the model, which refers to those of others as pydantic names them."""

    kind: type

    @property
    def name(self) -> str:
        return f"{self.kind.__module__}.{self.kind.__qualname__}"

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        whole = schema_of(self.kind)
        definitions = cast("dict[str, Schema]", whole.pop("$defs"))
        del whole["$schema"]
        return cast("Schema", self._referring(whole, definitions, handler))

    def _referring(self, part: object, definitions: Mapping[str, Schema], handler: GetJsonSchemaHandler) -> object:
        """Return a part of the schema, with pydantic's references in place of those of a schema by itself."""
        if isinstance(part, list):
            return [self._referring(each, definitions, handler) for each in cast("list[object]", part)]
        if not isinstance(part, dict):
            return part
        found = cast("Schema", part)
        name = found.get("$ref", "").rpartition("/")[2]
        if not name:
            return {key: self._referring(each, definitions, handler) for key, each in found.items()}
        if name not in _classes():
            return self._referring(definitions[name], definitions, handler)
        return handler(_reference(_classes()[name], self.kind))


def _reference(kind: type, within: type) -> CoreSchema:
    """Return a reference to a class, with its definition but where that is being made."""
    reference = core_schema.definition_reference_schema(_ObjectForm(kind).name)
    if kind is within:
        return reference
    return core_schema.definitions_schema(reference, [TypeAdapter(kind).core_schema])


@cache
def _classes() -> Mapping[str, type]:
    """Return the public classes of the model, by their names in a schema."""
    public = ((name, getattr(esfmodel.model, name)) for name in esfmodel.model.__all__)
    return {name: each for name, each in public if isinstance(each, type)}
