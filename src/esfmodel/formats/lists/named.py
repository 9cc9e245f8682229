"""The layouts of lists that have a name: which list has which, and the mapping by which it is read.

Each layout is a mapping in the folder `layouts`, and a list has it where it has all the `headings` that the mapping
names, in any case. What a mapping does not say is found as in any list, so that a list of a known layout may have fewer
columns than others.

>>> layout_of(["PROJEKT", "Operation_Start_Date"]) is None
True
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import ReadError
from esfmodel.formats.lists import LAYOUTS
from esfmodel.formats.lists._headings import is_named
from esfmodel.formats.lists.mapping import ColumnMapping, Mapping, mapping_in

if TYPE_CHECKING:
    from collections.abc import Sequence


class Layout(NamedTuple):
    """The layout of a list: its name, and how a list that has it is read."""

    name: str
    mapping: Mapping


@cache
def layout_called(name: str) -> Layout:
    """Return a layout of `LAYOUTS`.

    >>> layout_called("kohesio").mapping.columns["period.start"].dates
    ('dd/mm/yyyy',)
    """
    file = files("esfmodel.formats.lists") / "layouts" / f"{name}.toml"
    return Layout(name, mapping_in(file.read_text("utf-8"), file.name))


def layout_of(headings: Sequence[str]) -> Layout | None:
    """Return the layout that a list with these headings has, its mapping as far as the list goes; else None."""
    for name in LAYOUTS:
        layout = layout_called(name)
        if not _missing(layout, headings):
            return layout._replace(mapping=_fitted(layout.mapping, headings))
    return None


def asked_for(name: str, headings: Sequence[str], source: str | None = None) -> Layout:
    """Return a layout that was asked for, its mapping as far as the list goes.

    Raises `ReadError` for a list without its headings.
    """
    layout = layout_called(name)
    if missing := _missing(layout, headings):
        raise ReadError("list.another_layout", "format", name, source=source, headings=missing)
    return layout._replace(mapping=_fitted(layout.mapping, headings))


def _missing(layout: Layout, headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        needed
        for needed in layout.mapping.file.headings
        if not any(is_named(heading, (needed,)) for heading in headings)
    )


def _fitted(mapping: Mapping, headings: Sequence[str]) -> Mapping:
    """Return a mapping without the columns that a list does not have."""

    def is_there(pattern: str) -> bool:
        return any(is_named(heading, (pattern,)) for heading in headings)

    columns: dict[str, ColumnMapping] = {}
    for field, column in mapping.columns.items():
        is_first = any(map(is_there, (column.heading, *column.also)))
        others = tuple(filter(is_there, column.otherwise))
        if is_first:
            columns[field] = attrs.evolve(column, otherwise=others)
        elif others:
            columns[field] = attrs.evolve(column, heading=others[0], also=(), otherwise=others[1:])
    return attrs.evolve(mapping, columns=columns)
