from __future__ import annotations

import itertools
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.testing import bounds_of_money, bounds_of_rates, money, rates
from esfmodel.values.bounds import Bounds, exact
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = {"Bounds": Bounds, "Money": Money, "Rate": Rate, "Fraction": Fraction}

# Amounts of a few öre, so that every possible one can be tried: bounds with an end within four öre of nothing, and
# amounts so far beyond on both sides that nothing changes any more.
END = 4
FEW = tuple(Money.of_minor(minor) for minor in range(-3 * END, 3 * END + 1))
ENDS = tuple(Money.of_minor(minor) for minor in range(-END, END + 1))

ONE_THIRD = Fraction(1, 3)
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "less than": operator.lt,
    "at most": operator.le,
    "more than": operator.gt,
    "at least": operator.ge,
}


def possible(low: Money | None, high: Money | None, low_included: bool, high_included: bool) -> frozenset[Money]:
    """Find the amounts between two ends by trying a few."""
    return frozenset(
        amount
        for amount in FEW
        if (low is None or amount > low or (low_included and amount == low))
        and (high is None or amount < high or (high_included and amount == high))
    )


def all_in(bounds: Bounds[Money]) -> frozenset[Money]:
    """Find the amounts within bounds by trying a few."""
    return possible(bounds.low, bounds.high, bounds.low_included, bounds.high_included)


# None first, so that what fails shrinks to one end.
few_ends = st.one_of(st.none(), st.sampled_from(ENDS))
four_facts = st.tuples(few_ends, few_ends, st.booleans(), st.booleans())


def of_facts(facts: tuple[Money | None, Money | None, bool, bool]) -> Bounds[Money]:
    """Make bounds of four facts."""
    low, high, low_included, high_included = facts
    return Bounds(low, high, low_included=low_included, high_included=high_included)


few_bounds = four_facts.filter(lambda facts: facts[:2] != (None, None) and bool(possible(*facts))).map(of_facts)
any_bounds = st.one_of(
    bounds_of_money(), bounds_of_rates(), bounds_of_rates(Rate.of_percent(-300), Rate.of_percent(300))
)


@given(few_bounds, st.sampled_from(FEW))
def test_a_figure_is_in_the_bounds_if_it_may_be_the_one(bounds: Bounds[Money], amount: Money) -> None:
    """An end is possible when it is included, and what lies between always."""
    assert (amount in bounds) == (amount in all_in(bounds))


@given(bounds_of_rates(), rates())
def test_a_share_is_in_the_bounds_if_it_may_be_the_one(bounds: Bounds[Rate], rate: Rate) -> None:
    """An end is possible when it is included, and what lies between always."""
    above = bounds.low is None or rate > bounds.low or (bounds.low_included and rate == bounds.low)
    below = bounds.high is None or rate < bounds.high or (bounds.high_included and rate == bounds.high)
    assert (rate in bounds) == (above and below)


@given(few_bounds, few_bounds)
def test_bounds_are_in_bounds_if_every_figure_is(one: Bounds[Money], other: Bounds[Money]) -> None:
    """Whatever the figure is, it is also possible there."""
    assert (one in other) == (all_in(one) <= all_in(other))


@given(four_facts)
def test_bounds_that_leave_nothing_are_refused(facts: tuple[Money | None, Money | None, bool, bool]) -> None:
    """Bounds are made when some figure lies between their ends, and at least one end is there."""
    if facts[:2] != (None, None) and possible(*facts):
        assert all_in(of_facts(facts)) == possible(*facts)
    else:
        with pytest.raises(InvalidValue):
            of_facts(facts)


@given(few_bounds, few_bounds)
def test_bounds_are_equal_when_the_same_is_known(one: Bounds[Money], other: Bounds[Money]) -> None:
    """Two bounds are equal when the same amounts are possible, however that is said; then they hash alike."""
    assert (one == other) == (all_in(one) == all_in(other))
    assert one != other or hash(one) == hash(other)


@given(any_bounds, any_bounds)
def test_equality_agrees_with_hash(one: Bounds[Money] | Bounds[Rate], other: Bounds[Money] | Bounds[Rate]) -> None:
    """What is equal hashes alike; an amount never equals a share."""
    assert one != other or hash(one) == hash(other)
    assert (one == other) == (other == one)


@given(few_bounds)
def test_bounds_with_one_possible_figure_know_it(bounds: Bounds[Money]) -> None:
    """One possible figure is a figure: equal to it, hashed as it, given by exact. Several are known only in bounds."""
    figures = all_in(bounds)
    if len(figures) == 1:
        (figure,) = figures
        assert bounds.known == exact(bounds) == figure == bounds
        assert hash(bounds) == hash(figure)
        assert len({figure, bounds}) == 1
    else:
        assert bounds.known is None
        assert all(bounds != amount for amount in FEW)
        with pytest.raises(NotKnown):
            exact(bounds)


@given(money(), rates())
def test_equal_ends_collapse_to_the_figure(amount: Money, share: Rate) -> None:
    """Bounds from a figure to itself are that figure, to equality, hash and exact."""
    assert Bounds(amount, amount) == amount == Bounds(amount, amount)
    assert Bounds(share, share) == share == Bounds(share, share)
    assert hash(Bounds(amount, amount)) == hash(amount)
    assert hash(Bounds(share, share)) == hash(share)
    assert exact(Bounds(amount, amount)) == exact(amount) == amount
    assert exact(Bounds(share, share)) == exact(share) == share


def answers(compare: Callable[[Any, Any], bool], one: object, other: object) -> set[bool]:
    """Compare what is known, and give both answers where it does not decide."""
    try:
        return {compare(one, other)}
    except NotKnown:
        return {True, False}


@given(few_bounds, few_bounds, st.sampled_from(sorted(COMPARISONS)))
def test_a_comparison_answers_when_every_figure_gives_the_same_answer(
    one: Bounds[Money], other: Bounds[Money], words: str
) -> None:
    """Tried with every possible amount on both sides: one answer is given, and two are NotKnown."""
    compare = COMPARISONS[words]
    expected = {compare(a, b) for a, b in itertools.product(all_in(one), all_in(other))}
    assert answers(compare, one, other) == expected


@given(few_bounds, st.sampled_from(ENDS), st.sampled_from(sorted(COMPARISONS)))
def test_a_comparison_with_an_amount_answers_alike(bounds: Bounds[Money], amount: Money, words: str) -> None:
    """An exact amount may stand on either side."""
    compare = COMPARISONS[words]
    assert answers(compare, bounds, amount) == {compare(each, amount) for each in all_in(bounds)}
    assert answers(compare, amount, bounds) == {compare(amount, each) for each in all_in(bounds)}


def few_shares(*several: Bounds[Rate]) -> list[Rate]:
    """Return the shares that matter: every end, two in each gap between ends, and two beyond them on both sides."""
    ends = sorted({end.fraction for bounds in several for end in (bounds.low, bounds.high) if end is not None})
    gaps = [
        low + (high - low) * third for low, high in itertools.pairwise(ends) for third in (ONE_THIRD, 2 * ONE_THIRD)
    ]
    return [Rate(number) for number in (ends[0] - 2, ends[0] - 1, *ends, *gaps, ends[-1] + 1, ends[-1] + 2)]


@given(bounds_of_rates(), bounds_of_rates())
def test_bounds_of_shares_compare_as_their_shares_do(one: Bounds[Rate], other: Bounds[Rate]) -> None:
    """Between two shares is always a third, so that ends that touch decide only where one of them is excluded."""
    these = [share for share in few_shares(one, other) if share in one]
    those = [share for share in few_shares(one, other) if share in other]
    for compare in COMPARISONS.values():
        assert answers(compare, one, other) == {compare(a, b) for a, b in itertools.product(these, those)}
    assert (one == other) == (these == those)
    assert (one in other) == (set(these) <= set(those))


@given(any_bounds)
def test_text_and_repr_give_the_bounds_back(bounds: Bounds[Money] | Bounds[Rate]) -> None:
    """What is written can be read, by parse or by Python, down to which end is included."""
    pasted: Bounds[Money] | Bounds[Rate] = eval(repr(bounds), NAMES)  # noqa: S307 - that it evaluates is the law
    for again in (Bounds.parse(str(bounds)), pasted):
        assert again == bounds
        assert attrs.astuple(again, recurse=False) == attrs.astuple(bounds, recurse=False)
    assert f"{bounds}" == str(bounds)


@pytest.mark.parametrize(
    ("bounds", "text", "call"),
    [
        (Bounds.over(Money(5)), "(5 SEK, )", "Bounds.over(Money(5))"),
        (Bounds.at_least(Money("5.50")), "[5.50 SEK, )", 'Bounds.at_least(Money("5.50"))'),
        (Bounds.under(Money(5, "EUR")), "(, 5 EUR)", 'Bounds.under(Money(5, "EUR"))'),
        (Bounds.at_most(Money(-5)), "(, -5 SEK]", "Bounds.at_most(Money(-5))"),
        (Bounds(Money(-7), Money(5)), "[-7 SEK, 5 SEK]", "Bounds(Money(-7), Money(5))"),
        (
            Bounds(Rate(0), Rate(Fraction(12, 29)), low_included=False),
            "(0%, 12/29]",
            'Bounds(Rate.of_percent("0"), Rate(Fraction(12, 29)), low_included=False)',
        ),
        (
            Bounds(Rate(-1), Rate(1), high_included=False),
            "[-100%, 100%)",
            'Bounds(Rate.of_percent("-100"), Rate.of_percent("100"), high_included=False)',
        ),
    ],
    ids=str,
)
def test_text_and_repr_by_hand(bounds: Bounds[Money] | Bounds[Rate], text: str, call: str) -> None:
    """Text is an interval as in mathematics, and repr says it in the words of the library."""
    assert (str(bounds), repr(bounds)) == (text, call)
    assert Bounds.parse(text) == bounds


def test_more_than_twelve_millions_by_hand() -> None:
    """Over 12 million is over 10, not under 12, and nobody knows whether it is over 13."""
    support = Bounds.over(Money(12_000_000))
    assert support > Money(10_000_000)
    assert not support <= Money(12_000_000)
    with pytest.raises(NotKnown) as caught:
        assert support > Money(13_000_000)
    assert str(caught.value) == (
        "which of over SEK\N{NO-BREAK SPACE}12,000,000 and SEK\N{NO-BREAK SPACE}13,000,000 is the larger is not known; "
        "compare a low or high end instead"
    )


def test_over_five_kronor_is_at_least_five_kronor_and_one_ore() -> None:
    """Amounts go from öre to öre, and bounds are equal when the same amounts are possible."""
    assert Bounds.over(Money(5)) == Bounds.at_least(Money("5.01"))
    assert Bounds(Money(5), Money("5.02"), low_included=False, high_included=False) == Money("5.01")
    assert Bounds.over(Money(5, "JPY")) == Bounds.at_least(Money(6, "JPY"))


def test_exact_asks_for_what_is_known() -> None:
    """An exact figure is given back, and for what is not known the error says what to do."""
    assert exact(Money(5)) == Money(5)
    assert exact(Rate(1)) == Rate(1)
    with pytest.raises(NotKnown) as unknown:
        exact(None)
    assert str(unknown.value) == "figure is missing; add it"
    with pytest.raises(NotKnown) as bounded:
        exact(Bounds.over(Money(5)))
    assert str(bounded.value) == (
        "Bounds.over(Money(5)) is known only within bounds; ask for its low or high end instead"
    )


def test_bounds_cannot_be_changed() -> None:
    """What is known is a value: nothing about it can be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Bounds.over(Money(1)).low = None  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def test_bounds_may_be_made_of_a_named_kind() -> None:
    """Who writes Bounds[Money] in full gets the same."""
    assert Bounds[Money](Money(1)) == Bounds.at_least(Money(1))
