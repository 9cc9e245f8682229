"""Copies with other facts: `copy.replace(money, amount=5)`, which is `__replace__`, of values and of the model."""

from __future__ import annotations

import inspect
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import esfmodel.model
import esfmodel.values
from esfmodel import Bounds, Cci, InvalidValue, Money, OpenPeriod, Period, PostalCode, Project, Rate, Rounding
from esfmodel.values.field_type import Replaceable

PUBLIC = [getattr(package, name) for package in (esfmodel.values, esfmodel.model) for name in package.__all__]
KINDS = [each for each in PUBLIC if inspect.isclass(each) and issubclass(each, Replaceable)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_copy_with_nothing_else_is_equal(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """What the constructor made, it takes again."""
    made = data.draw(st.from_type(kind))
    again = made.__replace__()
    assert (again, hash(again), repr(again)) == (made, hash(made), repr(made))
    with pytest.raises(TypeError, match="no_such_fact"):
        made.__replace__(no_such_fact=1)


@given(money=st.from_type(Money), amount=st.integers(-1000, 1000))
def test_the_other_facts_stay(money: Money, amount: int) -> None:
    """An amount is changed in its own currency."""
    assert money.__replace__(amount=amount) == Money(amount, money.currency)


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        (Money("12.50"), {"currency": "EUR"}, Money("12.50", "EUR")),
        (Money(5, "EUR"), {"amount": "1.005", "rounding": Rounding.MINOR_HALF_UP}, Money("1.01", "EUR")),
        (Period("2024-10-01", "2027-09-30"), {"end": "2027-06-30"}, Period("2024-10-01", "2027-06-30")),
        (OpenPeriod("2024-10-01"), {"start": None, "end": "2027-09-30"}, OpenPeriod(end="2027-09-30")),
        (Rate(1), {"fraction": 0}, Rate(0)),
        (Cci("2021SE05SFPR001"), {"text": "2021SE16RFPR001"}, Cci("2021SE16RFPR001")),
        (PostalCode("831 27"), {"value": "65100", "country": "FI"}, PostalCode("FI-65100")),
        (Project("Framtidskraft", priority="C"), {"name": "Kraft"}, Project("Kraft", priority="C")),
        (Bounds.over(Money(5)), {"low": Money(6)}, Bounds.over(Money(6))),
        # An end that was open says nothing of whether the new one is included.
        (Bounds.over(Money(5)), {"high": Money(9)}, Bounds(Money(5), Money(9), low_included=False)),
        (Bounds.at_most(Rate(1)), {"low": Rate(0)}, Bounds(Rate(0), Rate(1))),
    ],
    ids=str,
)
def test_examples(value: Any, changes: dict[str, Any], expected: object) -> None:  # noqa: ANN401
    """The names are the arguments of the constructor."""
    assert value.__replace__(**changes) == expected


@pytest.mark.parametrize(
    ("value", "changes", "code"),
    [
        (Money("12.50"), {"currency": "JPY"}, "money.too_fine_for"),
        (Money(5), {"amount": "1.005"}, "money.too_fine"),
        (Period("2024-10-01", "2027-09-30"), {"end": "2024-09-30"}, "period.reversed"),
        (OpenPeriod("2024-10-01"), {"end": "2027-09-30"}, "argument.too_many"),
        (Bounds.over(Money(5)), {"high": Money(5)}, "bounds.empty"),
        (Project("Framtidskraft"), {"name": " "}, "text.blank"),
    ],
    ids=str,
)
def test_the_constructor_checks_again(value: Any, changes: dict[str, Any], code: str) -> None:  # noqa: ANN401
    """What cannot exist is no copy either."""
    with pytest.raises(InvalidValue) as refused:
        value.__replace__(**changes)
    assert refused.value.code == code


def test_an_end_that_stays_is_written_as_it_was_said() -> None:
    """The öre that a sum adds to an excluded end are remembered for the end that stays alone."""
    total = Bounds.over(Money(12)) + Bounds.over(Money(3))
    assert total.__replace__(high=Money(99)).as_said.low == Money(15)
    assert total.__replace__(low=Money("15.01")).as_said.low == Money("15.01")


def test_only_the_classes_of_the_model_evolve() -> None:
    """`attrs.evolve` has no way to an amount, which is no field; the error names the way there is."""
    assert attrs.evolve(Project("Framtidskraft"), name="Kraft") == Project("Kraft")
    with pytest.raises(TypeError, match="use_copy_replace"):
        attrs.evolve(Money(5), currency="EUR")
    with pytest.raises(TypeError, match="use_copy_replace"):
        attrs.evolve(Bounds.over(Money(5)), high=Money(9))


@given(money=st.from_type(Money))
def test_the_columns_of_an_amount_make_it_again(money: Money) -> None:
    """SQLAlchemy stores an amount as a decimal number and a currency, and gives them to the constructor."""
    amount, currency = money.__composite_values__()
    assert (type(amount), type(currency)) == (Decimal, str)
    assert Money(amount, currency) == money
