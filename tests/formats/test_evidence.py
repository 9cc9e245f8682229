"""Tests of the places of values: a mapping like any other, whose evidence is made when it is asked for."""

from __future__ import annotations

import copy
import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.formats.evidence import Evidence, Places

_PATHS = st.sampled_from(("", "name", "budget.total", "period.start"))
_CELLS = st.dictionaries(
    _PATHS,
    st.tuples(st.just("lista.csv"), st.none(), st.integers(1, 9), st.integers(1, 9), st.just("Namn"), st.text()),
)


def _made(cells: dict[str, tuple[str, None, int, int, str, str]]) -> dict[str, Evidence]:
    return {
        path: Evidence(file=file, sheet=sheet, row=row, line=line, column=column, text=text)
        for path, (file, sheet, row, line, column, text) in cells.items()
    }


@settings(max_examples=30)
@given(_CELLS, _CELLS)
def test_places_of_cells_are_those_of_a_dict(
    first: dict[str, tuple[str, None, int, int, str, str]], second: dict[str, tuple[str, None, int, int, str, str]]
) -> None:
    """Places are as equal, ordered and written as the dict of them, and the last that has a path decides."""
    rest = {"": Evidence(row=7)}
    places = Places(Places.of_cells(first), Places.of_cells(second), rest)
    expected = {**_made(first), **_made(second), **rest}
    assert list(places) == list(expected)
    assert repr(places) == repr(expected)
    assert places == expected == pickle.loads(pickle.dumps(places)) == copy.deepcopy(places)  # noqa: S301 - our own


def test_a_place_is_made_once_and_can_be_replaced() -> None:
    """What is asked for again is the same object, and places that were copied do not change with the others."""
    places = Places.of_cells({"name": ("lista.csv", None, 2, 2, "Namn", "Rum")})
    other = Places(places)
    assert places["name"] is places["name"]
    places["name"] = Evidence(row=9)
    del other["name"]
    assert places["name"].row == 9
    assert "name" not in other
    assert not other
