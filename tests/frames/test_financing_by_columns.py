"""Amounts of registers judged by columns: examples that are checked by hand, and shares of amounts of any size."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.frames import check
from esfmodel.frames._rules.fin import LARGEST_WHOLE


def test_contributions_that_are_not_the_total_are_told() -> None:
    """Of 1 000 kr, one project has raised 900; one is granted 1 200 and raises some; one is granted 1 000 by the Union.

    A difference of 50 öre among three figures in whole öre is an error, and one of a krona in whole kronor is none.
    """
    figures = {
        "stated_total_minor": [100_000, 100_000, 100_000, 100_000, 100_000],
        "support_minor": [50_000, 120_000, None, 60_050, 60_100],
        "eu_support_minor": [None, 40_000, 100_000, None, None],
        "own_contribution_minor": [40_000, None, None, 40_000, 40_000],
    }
    checked = check(pl.DataFrame({**figures, "currency": ["SEK"] * 5}), rules=["BUD003"])
    assert checked.outcomes["BUD003"].to_list() == ["failed", "failed", "passed", "failed", "passed"]
    assert checked.findings.select("row", "severity", "expected", "found", "difference_minor").rows() == [
        (0, "error", "100000", "90000", -10_000),
        (1, "error", "100000", "[120000, )", None),
        (3, "error", "100000", "100050", 50),
        (4, "info", "100000", "100100", 100),
    ]


def test_a_total_in_the_row_alone_is_compared_with_contributions() -> None:
    """Without a column for the stated total, the total cost is what the row states."""
    frame = pl.DataFrame({"total_cost_minor": [1_000], "support_minor": [600], "own_contribution_minor": [300]})
    checked = check(frame.with_columns(currency=pl.lit("SEK")), rules=["BUD003"])
    assert checked.findings.select("expected", "found", "difference_minor").rows() == [("1000", "900", -100)]


def test_a_negative_grant_is_told() -> None:
    """Minus 5 kr is granted; of the other, the Union grants nothing."""
    frame = pl.DataFrame({"support_minor": [-500, 0], "eu_support_minor": [None, 0], "currency": ["SEK", "SEK"]})
    checked = check(frame, rules=["BUD007"])
    assert checked.outcomes["BUD007"].to_list() == ["failed", "passed"]
    assert checked.findings.select("row", "severity", "found").rows() == [(0, "warning", "-500")]


def test_a_share_above_the_ceiling_is_told() -> None:
    """The ceiling of more developed regions is 40 %: the Union pays 41 % of one project, and up to 41 % of another."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * 5,
            "programming_period": ["2021-2027"] * 5,
            "category_of_region": ["more developed"] * 5,
            "currency": ["SEK"] * 5,
            "stated_total_minor": [100, 100, 100, None, 100],
            "support_minor": [None, 41, 100, 100, 40],
            "eu_support_minor": [41, None, None, 41, None],
        }
    )
    checked = check(frame, rules=["FIN002"])
    assert checked.outcomes["FIN002"].to_list() == ["passed"] * 5
    assert checked.findings.select("row", "severity", "expected", "found").rows() == [
        (0, "info", "40%", "41/100"),
        (1, "info", "40%", "[0, 41/100]"),
        (2, "info", "40%", None),
        (3, "info", "40%", "(0, 41/100]"),
    ]


@given(st.integers(1, 10**18 - 1) | st.integers(LARGEST_WHOLE - 2, LARGEST_WHOLE + 2), st.data())
def test_a_share_of_any_whole_is_compared_exactly_or_left_open(whole: int, data: st.DataObject) -> None:
    """Beside 85 %, one öre matters: of a whole whose products could exceed 64 bits, nothing is said."""
    near = st.integers(-2, 2).map(lambda off: min(max(whole * 85 // 100 + off, 0), whole))
    union = data.draw(st.integers(0, whole) | near)
    frame = pl.DataFrame(
        {
            "fund": ["JTF"],
            "programming_period": ["2021-2027"],
            "category_of_region": ["less developed"],
            "currency": ["SEK"],
            "stated_total_minor": [whole],
            "eu_support_minor": [union],
        }
    )
    checked = check(frame, rules=["FIN002"])
    is_told = Fraction(union, whole) > Fraction(85, 100) and whole <= LARGEST_WHOLE
    assert checked.outcomes["FIN002"].to_list() == ["passed" if whole <= LARGEST_WHOLE else "not evaluated"]
    assert len(checked.findings) == is_told
