from __future__ import annotations

import pytest
from hypothesis.vendor import pretty

from esfmodel import LAW, RULES


@pytest.mark.parametrize("value", [LAW, RULES[0]], ids=["law", "rule"])
def test_what_holds_much_is_printed_by_its_short_name(value: object) -> None:
    """A failing test names the law and the rules, and does not print all that is in them."""
    assert pretty.pretty(value) == repr(value)
    assert len(repr(value)) < 200
