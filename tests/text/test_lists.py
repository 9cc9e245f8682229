from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from esfmodel.text import ListStyle


@given(st.lists(st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{0,8}", fullmatch=True), min_size=2))
def test_a_list_holds_every_item_in_its_order(items: list[str]) -> None:
    """Commas part all but the last two, and the word stands once."""
    assert sv.format_list(items).replace(" och ", ", ").split(", ") == items
    assert en.format_list(iter(items)).replace(" and ", ", ").split(", ") == items


@pytest.mark.parametrize(
    ("items", "style", "swedish", "english"),
    [
        (["Berg"], None, "Berg", "Berg"),
        (["Berg", "Bräcke"], None, "Berg och Bräcke", "Berg and Bräcke"),
        (["Berg", "Bräcke", "Krokom"], "and", "Berg, Bräcke och Krokom", "Berg, Bräcke and Krokom"),
        (["Berg", "Bräcke", "Krokom"], "or", "Berg, Bräcke eller Krokom", "Berg, Bräcke or Krokom"),
        (["Berg", "Bräcke"], "as_well_as", "Berg samt Bräcke", "Berg as well as Bräcke"),
        (None, None, "ej angivet", "not stated"),
    ],
)
def test_lists_as_they_are_read_aloud(
    items: list[str] | None, style: ListStyle | None, swedish: str, english: str
) -> None:
    """There is no comma before the last word, in either language."""
    assert (sv.format_list(items, style=style), en.format_list(items, style=style)) == (swedish, english)


def test_what_cannot_be_listed_is_refused() -> None:
    """An empty list is another sentence; one text is no list; an item nobody named is no item."""
    with pytest.raises(InvalidValue, match="hold nothing to list"):
        sv.format_list([])
    with pytest.raises(InvalidValue, match=r"items\[1\] ' ' is empty"):
        sv.format_list(["Berg", " "])
    with pytest.raises(TypeError, match="not one str"):
        sv.format_list("Berg")
    unnamed: Any = ["Berg", None]
    with pytest.raises(TypeError, match=r"items\[1\] must be a str, not NoneType"):
        sv.format_list(unnamed)
