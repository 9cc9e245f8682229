"""A value that a page states, with the places that state it."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

V_co = TypeVar("V_co", covariant=True)
Place = tuple[int, int]
"""Where a part of a text begins and ends."""


class Said(NamedTuple, Generic[V_co]):
    """A value, where it is said, and the words by which it is that of its field.

    >>> Said("Gröna rum", ((10, 19),), ((0, 9),)).value
    'Gröna rum'
    """

    value: V_co
    places: tuple[Place, ...]
    words: tuple[Place, ...] = ()
