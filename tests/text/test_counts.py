from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from types import ModuleType

    from esfmodel.text import CountStyle

LANGUAGES = st.sampled_from([sv, en])


@given(st.integers(0, 10**18 - 1), LANGUAGES)
def test_a_count_is_written_whole_and_held_to_what_is_counted(count: int, language: ModuleType) -> None:
    """All digits are there, no line breaks inside, and one thing alone is in the singular."""
    written = language.format_count(count, "region", "regions")
    number, _, what = written.rpartition("\N{NO-BREAK SPACE}")
    assert int("".join(filter(str.isdigit, number))) == count
    assert what == ("region" if count == 1 else "regions")
    assert " " not in written


@pytest.mark.parametrize(
    ("count", "style", "swedish", "english"),
    [
        (0, None, "0 kommuner", "0 towns"),
        (1, None, "1 kommun", "1 town"),
        (14, None, "14 kommuner", "14 towns"),
        (1_235_522, None, "1 235 522 kommuner", "1,235,522 towns"),
        (1, "words", "1 kommun", "1 town"),
        (2, "words", "två kommuner", "two towns"),
        (12, "words", "tolv kommuner", "12 towns"),
        (13, "words", "13 kommuner", "13 towns"),
        (None, None, "ej angivet", "not stated"),
    ],
)
def test_counts_as_they_are_written(count: int | None, style: CountStyle | None, swedish: str, english: str) -> None:
    """Swedish running text has letters up to twelve, English up to nine."""
    written = (
        sv.format_count(count, "kommun", "kommuner", style=style),
        en.format_count(count, "town", "towns", style=style),
    )
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in written) == (swedish, english)


@pytest.mark.parametrize("language", [sv, en])
def test_what_is_no_count_is_refused(language: ModuleType) -> None:
    """A count is a whole number of things, which have a name for one and for several."""
    for count, why in ((-1, "is negative"), (10**18, "is more than anybody counts"), (10**5000, "more than")):
        with pytest.raises(InvalidValue, match=why):
            language.format_count(count, "region", "regions")
    with pytest.raises(TypeError, match="count must be a whole number"):
        language.format_count(True, "region", "regions")
    with pytest.raises(TypeError, match="several must be a str"):
        language.format_count(1, "region", None)
    with pytest.raises(InvalidValue, match="one ' ' is empty"):
        language.format_count(1, " ", "regions")
    with pytest.raises(InvalidValue, match='use one of "figures", "words"'):
        language.format_count(None, "region", "regions", style="letters")
