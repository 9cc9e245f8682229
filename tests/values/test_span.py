"""Sums and shares of partly known amounts, against every case counted out on a small grid."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Bounds, Money, Rate
from esfmodel.values.span import NOT_NEGATIVE, Span, share, total

GRID = 12
FINE = 4
"""Open ends are approached in steps of a quarter; what holds on that grid to within a step holds."""


@st.composite
def spans(draw: st.DrawFn) -> Span:
    low = draw(st.integers(0, 6))
    high = draw(st.integers(low, 6))
    if low == high:
        return Span(low, high)
    return Span(low, high, draw(st.booleans()), draw(st.booleans()))


def points(span: Span) -> list[Fraction]:
    return [Fraction(n, FINE) for n in range(GRID * FINE + 1) if Fraction(n, FINE) in span]


@given(spans(), spans())
def test_sums_hold_every_sum_of_points(a: Span, b: Span) -> None:
    """Every point result of a sum or difference lies inside, and each included end is the result of two points."""
    for x, y in itertools.product(points(a), points(b)):
        assert x + y in a + b
        assert x - y in a - b
    assert (a + b).low == (a.low or 0) + (b.low or 0)
    assert (a - b).high == (a.high or 0) - (b.low or 0)


@given(spans(), spans(), spans())
def test_shares_are_sound_and_tight(part: Span, rest: Span, whole: Span) -> None:
    """Every share of points that fit lies inside the bounds, and each end is reached or approached."""
    found = share(part, rest, whole)
    shares = {
        x / (x + y)
        for x, y in itertools.product(points(part), points(rest))
        if x + y > 0 and x + y in whole
    }
    if not shares:
        # Only ends that exclude each other leave nothing on the grid where something is possible between its steps.
        return
    if found is None:
        assert min(shares) <= Fraction(1, 3)
        assert max(shares) >= Fraction(2, 3)
        return
    if isinstance(found, Rate):
        assert shares == {found.fraction}
        return
    assert all(Rate(x) in found for x in shares)
    assert found.low is not None
    assert found.high is not None
    # Inclusion is exact: an end is included just when a point reaches it, and all ends here lie on the grid.
    assert (found.low.fraction in shares) == found.low_included
    assert (found.high.fraction in shares) == found.high_included


@given(st.lists(st.integers(-50, 50)))
def test_total_of_exact_amounts_is_their_sum(amounts: list[int]) -> None:
    """Exact amounts add up to an exact total."""
    assert total(Span(a, a) for a in amounts) == Span(sum(amounts), sum(amounts))


def test_more_than_12_of_less_than_29() -> None:
    """Support over 12 of a total under 29 is a share over 12/29; what is left is under 17/29."""
    support, cost = Span.of(Bounds.over(Money(12))), Span.of(Bounds.under(Money(29)))
    assert share(support, NOT_NEGATIVE, cost) == Bounds(Rate(Fraction(12, 29)), Rate(1), low_included=False)
    assert share(NOT_NEGATIVE, support, cost) == Bounds(Rate(0), Rate(Fraction(17, 29)), high_included=False)


def test_part_without_a_known_rest_has_any_share() -> None:
    """One known amount and a rest nobody knows leave any share possible."""
    assert share(Span(5, 5), NOT_NEGATIVE, NOT_NEGATIVE) is None


def test_contradiction_has_no_share() -> None:
    """120 of 100 is no share, and neither is anything of nothing."""
    assert share(Span(120, 120), NOT_NEGATIVE, Span(100, 100)) is None
    assert share(Span(0, 0), Span(0, 0), Span(0, 0)) is None


@given(st.integers(-6, 6), st.integers(0, 6))
def test_a_part_lies_between_nothing_and_the_whole(low: int, more: int) -> None:
    """What may fall to somebody of a figure is anything from nothing to it, of a correction too."""
    whole = Span(low, low + more)
    assert whole.upwards == Span(min(low, 0), max(low + more, 0))
    assert not whole.upwards.is_empty
