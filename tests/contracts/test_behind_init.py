"""What fills the fields of an attrs class without its constructor, as msgspec does, makes nothing that breaks."""

from __future__ import annotations

import inspect
from fractions import Fraction
from typing import Any, cast

import attrs
import cattrs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import esfmodel
import esfmodel.model
import esfmodel.values
from computed import COMPUTED
from esfmodel import Bounds, InvalidValue, Money, OpenPeriod, Period, Priority, Rate
from esfmodel.values import Country
from esfmodel.values.dates import Date

PUBLIC = [getattr(package, name) for package in (esfmodel.values, esfmodel.model) for name in package.__all__]


def decoded(kind: Any) -> bool:  # noqa: ANN401
    """Return whether msgspec takes a type at all: it refuses a union of two classes."""
    try:
        msgspec.convert({}, kind)
    except msgspec.ValidationError:
        return True
    except TypeError:
        return False
    return True


CLASSES = [each for each in PUBLIC if inspect.isclass(each) and attrs.has(each)]
KINDS: list[Any] = [each for each in (*CLASSES, Bounds[Money], Bounds[Rate]) if decoded(each)]
TEXTS = ["", " ", "x", "ö\0", "SEK", "XXX", "EUR", "day", "year", "SE", "se", "NO", "232100-0214", "2021SE05SFPR"]
WRONG = st.sampled_from([None, True, -1, 0, 1, 2024, 10**18, Fraction(1, 3), *TEXTS]) | st.text(max_size=3)


def as_fields(thing: object) -> Any:  # noqa: ANN401
    """Return the fields of an object in dicts and lists, without a check."""
    if isinstance(thing, tuple):
        return [as_fields(each) for each in cast("tuple[object, ...]", thing)]
    if not attrs.has(kind := type(thing)):
        return thing
    return {field.name: as_fields(getattr(thing, field.name)) for field in attrs.fields(kind)}


def custom(kind: type, given: object) -> object:
    """Pass what is of the type that msgspec does not know: a day, a fraction."""
    if isinstance(given, kind):
        return given
    raise TypeError(f"{given} is no {kind.__name__}")


@pytest.mark.parametrize("kind", KINDS, ids=str)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(data=st.data())
def test_what_the_constructor_would_refuse_is_refused(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """Fields that are right give an equal object; whatever one of them is changed to, the constructor would take it."""
    right = data.draw(COMPUTED.get(kind, st.from_type(kind)))
    fields = as_fields(right)
    filled = msgspec.convert(fields, kind, dec_hook=custom)
    assert (filled, hash(filled), repr(filled)) == (right, hash(right), repr(right))
    fields[data.draw(st.sampled_from(sorted(fields)))] = data.draw(WRONG)
    try:
        changed = msgspec.convert(fields, kind, dec_hook=custom)
    except (msgspec.ValidationError, TypeError, InvalidValue):
        return
    made = changed.__replace__() if hasattr(changed, "__replace__") else attrs.evolve(changed)
    assert (changed, hash(changed), repr(changed)) == (made, hash(made), repr(made))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Money, {"minor": 500, "currency": "XXX"}),
        (Money, {"minor": 10**18, "currency": "SEK"}),
        (OpenPeriod, {"start": None, "end": None}),
        (Period, {"start": Date(2024, 5, 2), "end": Date(2024, 5, 1), "precision": "day"}),
        (Bounds[Money], dict.fromkeys(["low", "high"]) | dict.fromkeys(["low_included", "high_included"], True)),
        (Country, {"code": "ZZ"}),
        (Priority, {"code": "C", "specific_objectives": [" "]}),
        (
            esfmodel.Call,
            {
                "own_share_by_region": [
                    [{"code": "SE1"}, {"requirement": "exactly", "rate": one}]
                    for one in ({"fraction": Fraction(1, 2)}, {"fraction": Fraction(1, 3)})
                ]
            },
        ),
    ],
    ids=str,
)
def test_examples_of_what_is_refused(kind: Any, fields: dict[str, Any]) -> None:  # noqa: ANN401
    """Msgspec tells our error as its own."""
    given = {**fields, "low_moved": 0, "high_moved": 0} if kind == Bounds[Money] else fields
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(given, kind, dec_hook=custom)


def test_a_bound_cannot_have_moved_backwards() -> None:
    """By how much sums have moved an end is never below zero."""
    fields = as_fields(Bounds.over(Money(5))) | {"low_moved": -1}
    with pytest.raises(msgspec.ValidationError, match="negative"):
        msgspec.convert(fields, Bounds[Money], dec_hook=custom)


@pytest.mark.parametrize("kind", [Money, Bounds])
def test_attrs_and_cattrs_do_not_make_what_is_no_field_of_the_constructor(kind: Any) -> None:  # noqa: ANN401
    """`attrs.evolve` names what to use in its place."""
    value = Money(5) if kind is Money else Bounds.over(Money(5))
    with pytest.raises(TypeError, match="use_copy_replace"):
        attrs.evolve(value)
    with pytest.raises(cattrs.BaseValidationError):
        cattrs.structure(as_fields(value), Money)
