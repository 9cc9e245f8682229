"""All errors of one object as problems, each with its path and with the words of the error itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from esfmodel.errors import InvalidValue
from esfmodel.formats._plain import meant
from esfmodel.formats.reading import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LONGEST_KEY = 60


def problems_of(error: Exception, place: str) -> Iterator[Problem]:
    """List the problems that an error stands for, in the order in which they were met."""
    if isinstance(error, ClassValidationError):
        placed, others = error.group_exceptions()
        for inner, key in placed:
            yield from problems_of(inner, at_key(place, key.name))
        for inner in others:
            yield from _problems_of_object(inner, place, error.cl)
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from problems_of(inner, f"{place}[{item.index}]")
    elif isinstance(error, KeyError):
        yield Problem(place, None, "is missing", "add it")
    elif isinstance(error, InvalidValue):
        yield Problem.of(place, error)
    else:
        raise error


def _problems_of_object(error: Exception, place: str, kind: type) -> Iterator[Problem]:
    """List the problems of an object as a whole: keys it does not have, and fields that contradict each other."""
    known = {field.name for field in attrs.fields(kind)}
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(key, place, known)
    elif isinstance(error, InvalidValue) and error.place.partition("[")[0].partition(".")[0] in known:
        yield Problem.of(f"{place}.{error.place}", error)
    else:
        yield from problems_of(error, place)


def unknown_key(key: str, place: str, known: Collection[str]) -> Problem:
    """Say that an object has no such key, and which one may be meant."""
    advice = meant(key, known) or f"use one of {', '.join(sorted(known))}"
    return Problem(at_key(place, key), key, "is no key here", advice)


def at_key(place: str, key: str) -> str:
    """Name the place of a key in an object."""
    if key.isidentifier() and key.isascii() and len(key) <= _LONGEST_KEY:
        return f"{place}.{key}"
    shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}..."
    return f"{place}[{json.dumps(shown)}]"
