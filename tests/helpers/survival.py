"""What the test of another process runs there: it is imported by its name, and so is no part of a test file."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, cast

import attrs

from esfmodel import EsfModelError

if TYPE_CHECKING:
    from collections.abc import Mapping


def lost(pickled: Mapping[str, bytes]) -> list[str]:
    """Name what is not equal, or not equally hashed, to what this process makes of the same fields."""
    return [name for name, state in pickled.items() if not _is_whole(pickle.loads(state))]  # noqa: S301


def _is_whole(thing: object) -> bool:
    again = remade(thing)
    return thing == again and hash(thing) == hash(again)


def remade(thing: Any) -> Any:  # noqa: ANN401
    """Make a thing anew of its parts, each of which is made anew."""
    kind = cast("Any", type(thing))
    if isinstance(thing, EsfModelError):
        error = kind.__new__(kind, thing.code)
        error.__dict__.update({name: remade(value) for name, value in thing.__dict__.items()})
        return error
    if kind is tuple:
        return tuple(map(remade, thing))
    if kind is dict:
        return {key: remade(value) for key, value in thing.items()}
    if not attrs.has(kind):
        return thing
    made: Any = kind.__new__(kind)
    # Where a class has a constructor of its own, attrs keeps its own one beside it.
    make = getattr(made, "__attrs_init__", made.__init__)
    make(**{field.alias: remade(getattr(thing, field.name)) for field in attrs.fields(kind) if field.init})
    return made
