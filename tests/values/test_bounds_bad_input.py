from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from hypothesis import given

from esfmodel.errors import InvalidValue
from esfmodel.testing import bounds_of_money
from esfmodel.values.bounds import Bounds, exact
from esfmodel.values.money import Money, Rate

ADD: Callable[[Any, Any], object] = operator.add
SUBTRACT: Callable[[Any, Any], object] = operator.sub
ORDER: tuple[Callable[[Any, Any], object], ...] = (operator.lt, operator.le, operator.gt, operator.ge)

Shape = Callable[[Any], Any]


def itself(figure: object) -> object:
    """Return an exact figure as it is."""
    return figure


SHAPES: dict[str, Shape] = {
    "over": Bounds.over,
    "under": Bounds.under,
    "at least": Bounds.at_least,
    "at most": Bounds.at_most,
}
ANY_SHAPES: dict[str, Shape] = SHAPES | {"exactly": itself}


def refusal(kind: type[Exception], act: Callable[[], object]) -> str:
    """Return the message with which something is refused."""
    with pytest.raises(kind) as caught:
        act()
    return str(caught.value)


def test_bounds_without_an_end_are_refused() -> None:
    """Bounds that say nothing are None, and nothing else."""
    message = "bounds have neither a low nor a high end; give one of them"
    assert refusal(InvalidValue, Bounds) == message
    assert refusal(InvalidValue, lambda: Bounds.parse("(, )")) == message


def test_bounds_the_wrong_way_round_are_refused() -> None:
    """The lower end comes first, and something lies between."""
    advice = "leave no figure between them; give the lower end first, or include both"
    wrong_way = refusal(InvalidValue, lambda: Bounds(Money(10), Money(5)))
    assert wrong_way == f"bounds (Money(10), Money(5)) {advice}"
    nothing = refusal(InvalidValue, lambda: Bounds(Rate(1), Rate(1), low_included=False))
    assert nothing == f'bounds (Rate.of_percent("100"), Rate.of_percent("100")) {advice}'


def test_ends_in_two_currencies_are_refused() -> None:
    """No figure lies between kronor and euro."""
    assert refusal(InvalidValue, lambda: Bounds(Money(1), Money(2, "EUR"))) == (
        "currency 'EUR' is another currency than SEK; convert one of them at a stated rate"
    )


@pytest.mark.parametrize("one", SHAPES)
@pytest.mark.parametrize("other", ANY_SHAPES)
def test_currencies_are_never_mixed(one: str, other: str) -> None:
    """Even where the ends would leave the answer open, two currencies are an error and not a missing fact."""
    kronor, euro = SHAPES[one](Money(1)), ANY_SHAPES[other](Money(1, "EUR"))
    for act in ORDER:
        assert "is another currency than" in refusal(InvalidValue, partial(act, kronor, euro))
    for act in (ADD, SUBTRACT):
        assert "is another currency than" in refusal(InvalidValue, partial(act, kronor, euro))


@pytest.mark.parametrize("one", SHAPES)
@pytest.mark.parametrize("other", ANY_SHAPES)
def test_amounts_and_shares_are_never_mixed(one: str, other: str) -> None:
    """An amount is not compared with a share, nor added to one: that is a wrong type."""
    for act in (*ORDER, ADD, SUBTRACT):
        for a, b in ((Money(1), Rate(1)), (Rate(1), Money(1))):
            refused = refusal(TypeError, partial(act, SHAPES[one](a), ANY_SHAPES[other](b)))
            assert refused.endswith("; use two amounts or two rates")
    assert SHAPES[one](Money(1)) != ANY_SHAPES[other](Rate(1))


@pytest.mark.parametrize("other", [1, 0.5, "5 SEK", None, Fraction(1, 2)], ids=repr)
def test_bounds_are_compared_and_added_like_with_like(other: object) -> None:
    """Bounds are neither numbers nor text: no number is in them, equals them or is added to them."""
    known: Any = Bounds.at_least(Money(0))
    for act in (*ORDER, ADD, SUBTRACT):
        with pytest.raises(TypeError):
            act(known, other)
        with pytest.raises(TypeError):
            act(other, known)
    assert known != other
    assert other not in known


def test_what_is_in_bounds_is_of_their_kind() -> None:
    """Euro are not in bounds of kronor, nor is a share."""
    assert Money(1, "EUR") not in Bounds.at_least(Money(0))
    assert Rate(1) not in Bounds.at_least(Money(0))
    assert Money(1) not in Bounds.at_least(Rate(0))
    assert Bounds.over(Money(1, "EUR")) not in Bounds.at_least(Money(0))


def test_wrong_types_are_refused_wherever_they_enter() -> None:
    """A wrong type is a TypeError that names the argument."""
    five: Any = 5
    assert refusal(TypeError, lambda: Bounds(five)) == "low must be Money or Rate, not int"
    assert refusal(TypeError, lambda: Bounds.under(five)) == "high must be Money or Rate, not int"
    assert refusal(TypeError, lambda: Bounds.parse(five)) == "text must be a str, not int"
    assert refusal(TypeError, lambda: exact(five)) == "figure must be Money, Rate, Bounds or None, not int"
    assert refusal(TypeError, lambda: Bounds.rounded(five, five)) == "figure must be Money or Rate, not int"
    assert refusal(TypeError, lambda: Bounds.rounded(Money(1), five)) == "step must be Money or Rate, not int"
    mixed: Any = Rate(1)
    assert refusal(TypeError, lambda: Bounds(Money(1), mixed)) == (
        "Money and Rate do not go together; use two amounts or two rates"
    )
    amounts: Any = Bounds.over(Money(1))
    assert (
        refusal(TypeError, lambda: amounts.complement)
        == "Money and Rate do not go together; use two amounts or two rates"
    )


def test_a_figure_that_is_never_printed_is_refused() -> None:
    """24 484 775 is never printed in millions, and no step is zero, below zero or in euro."""
    assert refusal(InvalidValue, lambda: Bounds.rounded(Money(24_484_775), Money(1_000_000))) == (
        "figure Money(24484775) is never printed in steps of SEK\N{NO-BREAK SPACE}1,000,000; "
        "give the figure as it is printed"
    )
    for step in (Money(0), Money(-1)):
        assert refusal(InvalidValue, partial(Bounds.rounded, Money(1), step)) == (
            f"step {step!r} is not above zero; give more than zero"
        )
    assert refusal(InvalidValue, lambda: Bounds.rounded(Money(1), Money(1, "EUR"))) == (
        "currency 'EUR' is another currency than SEK; convert one of them at a stated rate"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "5 SEK",
        "[5 SEK]",
        "5 SEK, 10 SEK",
        "{5 SEK, 10 SEK}",
        "[5 SEK,10 SEK]",
        "[5 SEK, 10 SEK",
        "[5 SEK, 10 SEK]\n",
        "\uff3b5 SEK, 10 SEK]",
        "5" * 10_000_000,
    ],
    ids=lambda text: ascii(text[:12]) + str(len(text)),
)
def test_text_that_is_no_interval_is_refused(text: str) -> None:
    """An interval has two brackets, and a comma and a space between its ends."""
    message = refusal(InvalidValue, lambda: Bounds.parse(text))
    assert message.endswith(" is not an interval; write it like [5 SEK, 10 SEK)")
    assert len(message) < 300


@pytest.mark.parametrize(
    "text",
    [
        "[5 SEK, 10 EUR]",
        "[10 SEK, 5 SEK]",
        "[5 SEK, 40%]",
        "[12/29, 5 SEK]",
        "[5, 10]",
        "[40%, 0.5]",
        "[5 SEK, 6 SEK, 7 SEK]",
        "[\u0665 SEK, )",
        "[\uff14\uff10%, )",
        "(NaN SEK, )",
        "[" + "5" * 10_000_000 + " SEK, )",
        "[" + "5" * 10_000_000 + "%, )",
    ],
    ids=lambda text: ascii(text[:20]) + str(len(text)),
)
def test_an_interval_of_what_are_no_figures_is_refused(text: str) -> None:
    """Both ends are amounts of one currency or both are shares, each in its plain text form."""
    assert len(refusal(InvalidValue, lambda: Bounds.parse(text))) < 300


@given(bounds_of_money())
def test_the_text_of_amounts_is_never_read_as_shares(bounds: Bounds[Money]) -> None:
    """Only shares have a per cent sign or a slash."""
    end = Bounds.parse(str(bounds)).low or Bounds.parse(str(bounds)).high
    assert isinstance(end, Money)
