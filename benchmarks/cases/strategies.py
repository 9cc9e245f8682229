"""Drawing a budget of ten lines, beside Hypothesis' own `builds` of attrs classes of like shape."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from esfmodel import Budget, testing
from measuring import Case
from peers import with_attrs
from peers.shared import CostCategory

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = 10
DRAWN = 50
SECONDS = 0.003
"""The goal: the most seconds that a budget of ten lines may take."""


def budgets() -> st.SearchStrategy[Budget]:
    """Draw a budget of ten lines of costs in kronor."""
    return st.builds(Budget, st.lists(testing.costs("SEK"), min_size=LINES, max_size=LINES))


def budgets_of_attrs() -> st.SearchStrategy[with_attrs.Budget]:
    """Draw a budget of ten lines from the classes of attrs, by what Hypothesis has for their fields."""
    text = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
    amounts = st.builds(with_attrs.Money, st.decimals(-1_000_000, 1_000_000, places=2))
    whole = st.decimals(0, 1000, places=2)
    categories = st.sampled_from(CostCategory)
    bases = st.one_of(
        st.builds(with_attrs.ActualCost, st.none() | amounts),
        st.builds(with_attrs.UnitCost, amounts, whole),
        st.builds(with_attrs.FlatRate, st.decimals(Decimal(0), Decimal(1), places=2), st.tuples(categories)),
    )
    lines = st.builds(
        with_attrs.Cost,
        categories,
        bases,
        partner=st.none() | text,
        phase=st.none() | text,
        year=st.none() | st.integers(1900, 2999),
        description=st.none() | text,
    )
    return st.builds(with_attrs.Budget, st.lists(lines, min_size=LINES, max_size=LINES).map(tuple))


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """Draw so many, the same each time."""
    found: list[Any] = []

    @seed(1)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        deadline=None,
    )
    @given(strategy)
    def draw(thing: Any) -> None:
        found.append(thing)

    draw()
    return found


def cases(large: int) -> Iterator[Case]:
    """Draw fifty budgets, or fewer where all is small."""
    count = min(DRAWN, large // 8)
    yield Case(
        "strategies",
        f"draw a budget of {LINES} lines",
        "builds of attrs",
        partial(drawn, budgets(), count),
        partial(drawn, budgets_of_attrs(), count),
        alike=lambda one, other: {len(each.costs) for each in one} == {len(each.costs) for each in other} == {LINES},
        times=count,
        seconds=SECONDS,
    )
