"""Sums and shares of partly known amounts, against every case counted out on a small grid."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Bounds, Money, Rate
from esfmodel.testing import bounds_of_money, money
from esfmodel.values.span import NOT_NEGATIVE, Span, share, total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.values.bounds import MoneyLike

GRID = 48
STEP = 4
"""Ends lie some steps apart, so that between them whole numbers come close to an end that is excluded."""


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw figures between two ends, each included or not."""
    low = STEP * draw(st.integers(0, 6))
    high = STEP * draw(st.integers(low // STEP, 6))
    if low == high:
        return Span(low, high)
    return Span(low, high, draw(st.booleans()), draw(st.booleans()))


def points(span: Span) -> list[int]:
    """Name the numbers that are possible."""
    return [n for n in range(GRID + 1) if n in span]


@given(spans(), spans())
def test_sums_hold_every_sum_of_points(a: Span, b: Span) -> None:
    """The sums and differences of points are just the points of the sum and the difference."""
    pairs = list(itertools.product(points(a), points(b)))
    assert {x + y for x, y in pairs} == set(points(a + b))
    differences = {x - y for x, y in pairs}
    assert differences == {n for n in range(-GRID, GRID + 1) if n in a - b}


def shares_of(pairs: Iterable[tuple[int, int]], part: Span, rest: Span, whole: Span) -> set[Fraction]:
    """Return the shares of those parts and rests that fit."""
    return {Fraction(x, x + y) for x, y in pairs if x + y > 0 and x in part and y in rest and x + y in whole}


@given(spans(), spans(), spans())
def test_shares_are_sound(part: Span, rest: Span, whole: Span) -> None:
    """Every share of whole numbers that fit lies inside, and an end is included just when one of them reaches it."""
    found = share(part, rest, whole)
    shares = shares_of(itertools.product(points(part), points(rest)), part, rest, whole)
    if isinstance(found, Rate):
        assert shares <= {found.fraction}
    elif found is not None:
        assert all(Rate(x) in found for x in shares)
        assert found.low is not None
        assert found.high is not None
        assert (found.low.fraction in shares) == found.low_included
        assert (found.high.fraction in shares) == found.high_included


@given(spans(), spans(), spans())
def test_shares_are_tight(part: Span, rest: Span, whole: Span) -> None:
    """Each end is reached or approached; where nothing is said, the shares go from nothing to everything."""
    part, rest, whole = scaled(part), scaled(rest), scaled(whole)
    x_ends, y_ends, whole_ends = corners(part), corners(rest), corners(whole)
    pairs = {
        *itertools.product(x_ends, y_ends),
        *((x, size - x) for x, size in itertools.product(x_ends, whole_ends)),
        *((size - y, y) for y, size in itertools.product(y_ends, whole_ends)),
    }
    shares = shares_of(pairs, part, rest, whole)
    found = share(part, rest, whole)
    if shares:
        low, high = (found.low, found.high) if isinstance(found, Bounds) else (found or Rate(0), found or Rate(1))
        assert low is not None
        assert high is not None
        assert min(shares) - low.fraction < Fraction(1, 100)
        assert high.fraction - max(shares) < Fraction(1, 100)


def scaled(span: Span) -> Span:
    """Return the same figure in units a thousand times smaller, so that excluded ends can be approached."""
    assert span.low is not None
    assert span.high is not None
    return Span(1000 * span.low, 1000 * span.high, span.low_included, span.high_included)


def corners(span: Span) -> list[int]:
    """Name the numbers at the ends, and those next to them."""
    assert span.low is not None
    assert span.high is not None
    return [span.low, span.low + 1, span.high - 1, span.high]


figures = st.one_of(st.none(), money("SEK"), bounds_of_money("SEK"))


@given(st.lists(figures, max_size=6))
def test_a_total_is_the_sum_of_its_spans(amounts: list[MoneyLike | None]) -> None:
    """Exact amounts are added as numbers, and with what else is listed come to what their spans do, one by one."""
    added = sum(map(Span.of, amounts), Span(0, 0))
    for parts in (amounts, map(Span.of, amounts)):
        found = total(parts)
        assert (found, found.low_moved, found.high_moved) == (added, added.low_moved, added.high_moved)


ENDS = st.none() | st.integers(-3, 3)


@given(ENDS, ENDS, st.tuples(st.booleans(), st.booleans()))
def test_what_is_unlimited_holds_every_amount(low: int | None, high: int | None, included: tuple[bool, bool]) -> None:
    """Unlimited is what begins at 0 or nowhere, and holds every amount from there; what ends below 0 holds none."""
    span = Span(low, high, *included)
    amounts = all(number in span for number in range(9))
    begins_at_nothing = low is None or low + (not included[0]) == 0
    assert span.is_unlimited == (amounts and begins_at_nothing)
    assert span.is_empty == (low is not None and high is not None and not any(n in span for n in range(-9, 9)))


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
    assert whole.any_part == Span(min(low, 0), max(low + more, 0))
    assert not whole.any_part.is_empty


@given(st.integers(-3, 3), st.integers(1, 3), st.booleans(), st.booleans())
def test_a_settled_span_allows_for_the_same_figures(low: int, width: int, with_low: bool, with_high: bool) -> None:
    """Nothing becomes possible or impossible; where one figure is left, it is that figure."""
    span = Span(low, low + width, with_low, with_high)
    figures = [figure for figure in range(-8, 9) if figure in span]
    assert [figure for figure in range(-8, 9) if figure in span.settled] == figures
    assert span.settled.is_exact == (len(figures) == 1)


def test_a_span_with_an_open_end_is_settled() -> None:
    """There is always more than one figure in it."""
    assert Span(5, None, low_included=False).settled == Span(5, None, low_included=False)
    assert Span(None, 5).settled == Span(None, 5)


@given(st.integers(0, 3))
def test_of_one_figure_the_share_is_one(low: int) -> None:
    """More than nothing and less than two öre is one öre: its share of four is a quarter."""
    rest = Span(low, None)
    assert share(Span(0, 2, low_included=False, high_included=False), rest, Span(4, 4)) == Rate(Fraction(1, 4))


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (None, 0, None),
        (Bounds(None, Money(5)), 0, 500),
        (Bounds(None, Money(0)), None, 0),
        (Bounds(None, Money(-5)), None, -500),
        (Bounds(Money(-5), None), -500, None),
        (Money(-5), -500, -500),
    ],
)
def test_an_amount_with_a_high_end_alone_is_not_negative_if_it_can_be_positive(
    figure: MoneyLike | None, low: int | None, high: int | None
) -> None:
    """At most 5 kronor is from 0; at most minus 5 kronor has no low end."""
    assert Span.of(figure) == Span(low, high)
