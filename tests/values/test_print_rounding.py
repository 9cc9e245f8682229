from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Money, Rate, Rounding
from esfmodel.values.print_rounding import beyond, explains, printed_step, printed_up_to, rounded_up

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


@given(st.lists(st.fractions(0, 10**6), min_size=1, max_size=8), st.sampled_from(STEPS[:2]))
def test_a_sum_is_never_rounded_up_by_more(exact: list[Fraction], step: Money) -> None:
    """Figures each rounded to kronor or öre sum to at most so much more than the exact ones."""
    lines = [step * Rounding.WHOLE_HALF_UP.to_integer(figure / step.as_fraction()) for figure in exact]
    excess = sum(lines, Money(0)).minor - 100 * sum(exact, Fraction(0))
    # Kronor that all happen to be whole are taken for kronor, so that the limit is never too low.
    assert excess <= rounded_up(lines)


@given(st.integers(0, 9_999), st.integers(1, 3))
def test_a_share_is_printed_as_a_rate_up_to_half_of_its_last_decimal(numerator: int, decimals: int) -> None:
    """With decimals the share may have been rounded down to the rate; a whole per cent is exact."""
    rate = Rate(Fraction(numerator, 100 * 10**decimals))
    percent = 100 * rate.fraction
    shown = next(number for number in range(decimals + 1) if (percent * 10**number).denominator == 1)
    half = Fraction(1, 200 * 10**shown) if shown else 0
    assert printed_up_to(rate).fraction == rate.fraction + half
