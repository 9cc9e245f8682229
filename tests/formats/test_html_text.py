"""Text in HTML as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.formats.html_text import text_of_html


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Kurser f&ouml;r <b>unga</b>.</p>\n<p>I Alvesta</p>", "Kurser för unga.\nI Alvesta"),
        ("<ul><li>Ett</li><li>Två</li></ul>", "Ett\nTvå"),
        ("Rum 1<br/>Rum 2", "Rum 1\nRum 2"),
        ("R&amp;D\nkurser", "R&D\nkurser"),
        ("&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "R&D"),
        ("<p>a<!-- not shown -->b<script>c</script></p>", "ab"),
        ("a < b > c & d", "a < b > c & d"),
        ("Kurser\n\nför unga", "Kurser\n\nför unga"),
        ("<p></p>", ""),
        ("<p>a</p><!DOCTYPE>b", "a\nb"),
        (f"<p>&#{'9' * 5000};</p>", f"&#{'9' * 5000};"),
    ],
)
def test_a_text_is_as_a_browser_shows_it(text: str, plain: str) -> None:
    """Blocks are lines, entities are characters, and text without either stays as it is."""
    assert text_of_html(text) == plain


@given(st.text(st.sampled_from("ab <>/p&;\n")))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is between less and more, the letters that are no tag stay."""
    found = text_of_html(text)
    assert set(found) <= set(text)
