from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esfmodel.text.prose._prose import Prose

TEXTS = st.one_of(st.text(), st.text(st.sampled_from("aÖ \n\r\t\xa0\xad​ ̈2")))


@given(TEXTS)
@example("\xad\n")
def test_what_can_be_read_is_in_the_text_where_the_span_says(text: str) -> None:
    """Every sign of the readable text has its own place in the given one, in the same order, the last at its end."""
    prose = Prose(text)
    at = 0
    for place, sign in enumerate(prose.plain):
        start, end = prose.span(place, place + 1)
        if prose.plain[max(0, place - 1) : place + 1] != "\n\n":
            assert at <= start < end
        seen = unicodedata.normalize("NFC", text[start:end])
        assert any(map(str.isspace, seen)) if sign.isspace() else seen == sign or seen.endswith(sign)
        at = end
    assert len(prose.low) == len(prose.plain)


@given(TEXTS)
def test_reading_twice_changes_nothing(text: str) -> None:
    """Readable text is already readable."""
    plain = Prose(text).plain
    assert Prose(plain).plain == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("12\xa0000  kr", "12 000 kr"),
        ("mål\xadgrupp mål\xad\ngrupp", "målgrupp målgrupp"),
        ("ett \r\n två\n \n\ntre", "ett\ntvå\n\ntre"),
        ("na\u0308rmare \ufeff2", "närmare 2"),
        ("a\u2028b\u2009c\td", "a\nb c d"),
    ],
)
def test_spaces_breaks_and_unseen_signs(text: str, plain: str) -> None:
    """Runs of blanks become one space, line break or paragraph break; what nobody sees goes."""
    assert Prose(text).plain == plain
