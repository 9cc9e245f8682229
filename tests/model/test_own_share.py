from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import InvalidValue, OwnShare, Rate, Requirement
from esfmodel.testing import own_shares, rates

if TYPE_CHECKING:
    from collections.abc import Callable

PERCENTS = st.decimals(0, 100, places=3)
"""Shares in per cent, as finely as anybody reckons them."""


def rounded(percent: Decimal, decimals: int) -> Decimal:
    """Round as people do on paper, halves up."""
    return percent.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=50))


@given(PERCENTS, PERCENTS, st.integers(0, 3))
def test_without_tolerance_only_exactly_is_rounded(demanded: Decimal, share: Decimal, decimals: int) -> None:
    """Exactly is what looks alike in the decimals that the call prints; a least or most is what it says in print."""
    printed = rounded(demanded, decimals)
    rate, found = Rate.of_percent(demanded), Rate.of_percent(share)
    assert OwnShare.exactly(rate, decimals=decimals).met_by(found) == (rounded(share, decimals) == printed)
    assert OwnShare.at_least(rate, decimals=decimals).met_by(found) == (share >= min(demanded, printed))
    assert OwnShare.at_most(rate, decimals=decimals).met_by(found) == (share <= max(demanded, printed))


@given(own_shares(), rates(), rates())
def test_more_is_enough_and_less_is_not_too_much(own_share: OwnShare, one: Rate, other: Rate) -> None:
    """If a share meets a least, so does any greater one; if it meets a most, so does any smaller one."""
    smaller, greater = sorted((one, other), key=lambda rate: rate.fraction)
    least, most = (attrs.evolve(own_share, requirement=each) for each in (Requirement.AT_LEAST, Requirement.AT_MOST))
    assert least.met_by(smaller) <= least.met_by(greater)
    assert most.met_by(greater) <= most.met_by(smaller)


@given(PERCENTS, PERCENTS, st.decimals(0, 5, places=2))
def test_a_tolerance_is_in_points_on_either_side(demanded: Decimal, share: Decimal, points: Decimal) -> None:
    """A printed tolerance counts as it stands, and what just reaches it is within."""
    rate, found, tolerance = Rate.of_percent(demanded), Rate.of_percent(share), Rate.of_percent(points)
    assert OwnShare.exactly(rate, tolerance=tolerance).met_by(found) == (abs(share - demanded) <= points)
    assert OwnShare.at_least(rate, tolerance=tolerance).met_by(found) == (share >= demanded - points)
    assert OwnShare.at_most(rate, tolerance=tolerance).met_by(found) == (share <= demanded + points)


@given(own_shares(), rates())
def test_what_is_at_least_and_at_most_is_exactly(own_share: OwnShare, rate: Rate) -> None:
    """A share that meets both the least and the most meets the exact demand; with a tolerance, no other share does."""
    least, most, exactly = (
        OwnShare(requirement, own_share.rate, tolerance=own_share.tolerance, decimals=own_share.decimals).met_by(rate)
        for requirement in (Requirement.AT_LEAST, Requirement.AT_MOST, Requirement.EXACTLY)
    )
    assert (least and most) <= exactly
    assert own_share.tolerance is None or exactly == (least and most)


@given(own_shares())
def test_what_is_demanded_meets_the_demand(own_share: OwnShare) -> None:
    """The demanded share itself is always enough."""
    assert own_share.met_by(own_share.rate)


@pytest.mark.parametrize(
    ("share", "exactly", "at_least", "at_most"),
    [
        ("45.49", False, False, True),
        ("45.5", True, False, True),
        ("45.999", True, False, True),
        ("46", True, True, True),
        ("46.04", True, True, False),
        ("46.49", True, True, False),
        ("46.5", False, True, False),
    ],
)
def test_a_call_that_prints_46_percent(share: str, exactly: bool, at_least: bool, at_most: bool) -> None:
    """Exactly 46 % is whatever rounds to 46: from 45.5 up to, but not including, 46.5; a least or most is 46."""
    demanded, found = Rate.of_percent(46), Rate.of_percent(share)
    assert OwnShare.exactly(demanded).met_by(found) is exactly
    assert OwnShare.at_least(demanded).met_by(found) is at_least
    assert OwnShare.at_most(demanded).met_by(found) is at_most


@pytest.mark.parametrize(("share", "met"), [("52.49", False), ("52.5", True), ("53.5", True), ("53.51", False)])
def test_a_call_that_prints_53_percent_give_or_take_half_a_point(share: str, met: bool) -> None:
    """53 % with a tolerance of 0.5 points is met from 52.5 to 53.5, both included."""
    own_share = OwnShare.exactly(Rate.of_percent(53), tolerance=Rate.of_percent("0.5"))
    assert own_share.met_by(Rate.of_percent(share)) is met


def test_the_decimals_are_those_of_the_demand() -> None:
    """A call that prints 33.25 % is not met by 33.2 %; one that prints it as 33 % is."""
    demanded, found = Rate.of_percent("33.25"), Rate.of_percent("33.2")
    assert not OwnShare.exactly(demanded).met_by(found)
    assert OwnShare.exactly(demanded, decimals=0).met_by(found)
    assert OwnShare.exactly(demanded).met_by(Rate.of_percent("33.2549"))


def test_a_third_is_met_by_a_third() -> None:
    """A share that no decimals write to the end is compared exactly, unless the call says how it is printed."""
    third = Rate(Fraction(1, 3))
    assert OwnShare.exactly(third).met_by(third)
    assert not OwnShare.exactly(third).met_by(Rate.of_percent("33.33"))
    assert OwnShare.exactly(third, decimals=2).met_by(Rate.of_percent("33.33"))


def test_a_share_far_from_the_whole_can_be_asked_about() -> None:
    """What contradictory figures give, below nothing or above everything, meets or misses a demand like any share."""
    own_share = OwnShare.at_least(Rate.of_percent(46))
    assert not own_share.met_by(Rate.of_percent(-20))
    assert own_share.met_by(Rate.of_percent(120))


@pytest.mark.parametrize("field", ["rate", "tolerance"])
@pytest.mark.parametrize("percent", [-1, 101])
def test_what_is_no_share_of_a_whole_is_refused(field: str, percent: int) -> None:
    """Nobody demands less than nothing or more than everything."""
    figures: dict[str, Any] = {field: Rate.of_percent(percent)}
    with pytest.raises(InvalidValue, match="is no share of a whole; give a share from 0 % to 100 %") as refused:
        attrs.evolve(OwnShare.exactly(Rate.of_percent(46)), **figures)
    assert refused.value.place == field


def test_a_rate_is_asked_about() -> None:
    """An amount or a number is no share."""
    met_by = cast("Callable[[object], bool]", OwnShare.exactly(Rate.of_percent(46)).met_by)
    with pytest.raises(TypeError, match="rate must be a Rate, not int"):
        met_by(46)


def test_decimals_without_end_are_refused() -> None:
    """Nobody prints a hundred decimals, and nothing is reckoned with them."""
    with pytest.raises(InvalidValue, match="give a whole number from 0 to 20"):
        OwnShare.exactly(Rate.of_percent(46), decimals=10**9)
    with pytest.raises(InvalidValue, match="give a whole number from 0 to 20"):
        OwnShare.exactly(Rate.of_percent(46), decimals=21)
    assert OwnShare.exactly(Rate.of_percent(46), decimals=20).met_by(Rate.of_percent(46))
