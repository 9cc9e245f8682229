from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from esfmodel.display import visible
from esfmodel.display.columns import one_line


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]) | st.characters()))
def test_nothing_hidden_is_left(text: str) -> None:
    """What is shown has no control character but line ends, no mark of direction, no half character; and stays so."""
    shown = visible(text)
    assert not {unicodedata.category(each) for each in shown.replace("\n", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_what_is_seen_stays(text: str) -> None:
    """Letters, figures, signs and spaces of every kind are shown as they are."""
    assert visible(text) == text


def test_escapes_can_be_read() -> None:
    """An escape shows which character it was."""
    assert visible("\x1b[2J \N{RIGHT-TO-LEFT OVERRIDE}\ud800\x85") == "\\x1b[2J \\u202e\\ud800\\x85"


def test_a_name_is_one_line() -> None:
    """Line ends in a name become spaces, and no-break spaces stay."""
    assert one_line(" Region\r\n \x85Å\N{NO-BREAK SPACE}B\N{LINE SEPARATOR}") == "Region Å\N{NO-BREAK SPACE}B"
