"""The sums of a portfolio as tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Portfolio, SumsBy, sums_by
from esfmodel.display.columns import width_of
from esfmodel.display.sums import sums_tables
from esfmodel.testing import portfolios
from esfmodel.values.format import LANGUAGES


@settings(max_examples=20)
@given(portfolios(), st.sampled_from(SumsBy), st.sampled_from(LANGUAGES))
def test_every_project_is_counted_once(portfolio: Portfolio, by: SumsBy, language: str) -> None:
    """The last lines of the tables, which are as many as there are periods and currencies, count all projects."""
    sums = sums_by(portfolio, by)
    sections = sums_tables(sums, language).split("\n\n")[: -1 if portfolio.projects else None]
    last = [section.split("\n")[-1].split("  ") for section in sections if portfolio.projects]
    counted = [next(int(cell) for cell in line[1:] if cell.strip()) for line in last]
    assert sum(counted) == len(portfolio.projects)
    assert len(counted) == len({(group.programming_period, group.currency) for group in sums.groups})
    narrow = sums_tables(sums, language, width=80)
    assert all(width_of(line) <= 80 for line in narrow.split("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_has_no_table(language: str) -> None:
    """No projects, no sums and no share."""
    assert sums_tables(sums_by(Portfolio(), SumsBy.YEAR_OF_END), language) == ""
