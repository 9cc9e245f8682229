from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Money, Rounding
from esfmodel.values.print_rounding import beyond, explains, printed_step

STEPS = (Money.of_minor(1), Money(1), Money(1_000))


@given(st.lists(st.fractions(0, 10**6), min_size=1, max_size=8), st.sampled_from(STEPS))
def test_what_rounding_does_is_explained(exact: list[Fraction], step: Money) -> None:
    """Figures each rounded to a step, beside their rounded sum, never lie further apart than is explained."""

    def printed(figure: Fraction) -> Money:
        return step * Rounding.WHOLE_HALF_UP.to_integer(figure / step.as_fraction())

    lines, total = [printed(figure) for figure in exact], printed(sum(exact, Fraction(0)))
    figures = [*lines, total]
    difference = sum(lines, Money(0)) - total
    assert not difference.minor or explains(printed_step(figures), difference, figures)


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=8), st.integers(0, 10**6), st.integers(0, 2))
def test_what_lies_beyond_is_not_explained(steps: list[Money], times: int, more: int) -> None:
    """A figure beyond the others is a difference that is not explained, and not with a few figures more either."""
    figures = [step * times for step in steps]
    extra = beyond(figures)
    all_figures = [*figures, extra, *figures[:1] * more]
    assert not explains(printed_step(all_figures), extra, all_figures)


def test_what_lies_beyond_a_thousand_figures_is_not_in_thousands() -> None:
    """A thousand kronor might be rounding of a thousand figures in thousands."""
    assert beyond([Money(1_000)] * 996) == Money(1_001)


@pytest.mark.parametrize(
    ("figures", "step"),
    [
        ([Money(5_000), Money(0)], Money(1_000)),
        ([Money(5_000), Money(1)], Money(1)),
        ([Money("5000.01"), Money(1)], Money("0.01")),
        ([Money(7, "JPY")], Money(1, "JPY")),
    ],
)
def test_the_step_is_the_coarsest_that_holds_all(figures: list[Money], step: Money) -> None:
    """Thousands, else kronor, else the smallest unit."""
    assert printed_step(figures) == step
