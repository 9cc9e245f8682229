from __future__ import annotations

import decimal
import tomllib
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.law import Grade
from esfmodel.law.exchange import MARGIN, kronor_per_euro

DATA: dict[str, Any] = tomllib.loads((files("esfmodel.law") / "data" / "exchange" / "eur-sek.toml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = DATA["year"]
YEARS = [row["year"] for row in ROWS]


def test_the_data_are_of_whole_years_in_order() -> None:
    """Each year has its lowest and highest rate, and the days of them, which lie in that year."""
    assert list(range(YEARS[0], YEARS[-1] + 1)) == YEARS
    assert Grade[DATA["grade"]] is Grade.C
    assert (DATA["unit_currency"], DATA["price_currency"]) == ("EUR", "SEK")
    assert DATA["checked"].year > YEARS[-1]
    for row in ROWS:
        assert {row["low_on"].year, row["high_on"].year} == {row["year"]}
        assert Fraction(row["low"]) < Fraction(row["high"])


@given(st.sampled_from(ROWS), st.integers(0, 3), st.integers(0, 3), st.fractions(0, 1))
def test_bounds_hold_for_every_rate_of_their_years(
    row: dict[str, Any], before: int, after: int, part: Fraction
) -> None:
    """Any rate of any of the years, and one that is 2 % beyond it, lies within the bounds."""
    bounds = kronor_per_euro(row["year"] - before, row["year"] + after)
    low, high = Fraction(row["low"]), Fraction(row["high"])
    rate = low + part * (high - low)
    assert bounds.low <= rate * (1 - MARGIN.fraction)
    assert rate * (1 + MARGIN.fraction) <= bounds.high


def test_bounds_that_a_reader_can_check() -> None:
    """From 11,003 kronor less 2 % to 11,9872 kronor and 2 %, outwards to öre, whatever the caller's decimals."""
    with decimal.localcontext(prec=1):
        bounds = kronor_per_euro(2023, 2024)
    assert (str(bounds.low), str(bounds.high), bounds.first, bounds.last) == ("10.78", "12.23", 2023, 2024)


@pytest.mark.parametrize("years", [(YEARS[0] - 9, YEARS[0] - 1), (YEARS[-1] + 1, YEARS[-1] + 9)])
def test_years_without_rates_are_told(years: tuple[int, int]) -> None:
    """The bounds say which years they are of: those with rates, or all that have any where none of the asked has."""
    found = kronor_per_euro(*years)
    assert (found.first, found.last) == (YEARS[0], YEARS[-1])
    in_part = kronor_per_euro(YEARS[-1], YEARS[-1] + 20)
    assert (in_part.first, in_part.last) == (YEARS[-1], YEARS[-1])
