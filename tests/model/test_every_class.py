"""What holds for every class of the model, tried on what the strategies draw."""

from __future__ import annotations

import inspect
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import esfmodel.model
import esfmodel.values
from computed import COMPUTED
from esfmodel import FlatRate, InvalidValue
from esfmodel.model import (
    Breakdown,
    BreakdownRow,
    CurrencyTotals,
    PortfolioChange,
    PortfolioGroup,
    PortfolioSum,
    fields,
)

PUBLIC: dict[str, Any] = {name: getattr(esfmodel.model, name) for name in esfmodel.model.__all__}
CLASSES = [kind for kind in PUBLIC.values() if inspect.isclass(kind) and attrs.has(kind)]
NAMES = {
    **PUBLIC,
    **{name: getattr(esfmodel.values, name) for name in esfmodel.values.__all__},
    "Fraction": Fraction,
    "Decimal": Decimal,
}

# What a function of the library gives is made by it alone, and checks nothing again.
GIVEN = {Breakdown, BreakdownRow, CurrencyTotals, PortfolioChange, PortfolioGroup, PortfolioSum}
FIELDS = [(kind, field) for kind in CLASSES if kind not in GIVEN for field in attrs.fields(kind)]
TEXTS = [(kind, field) for kind, field in FIELDS if field.validator in {fields.is_text, fields.is_text_or_unknown}]
OPTIONAL_TEXTS = [(kind, field) for kind, field in TEXTS if field.default is None]
SEVERAL = [
    (kind, field) for kind, field in FIELDS if field.default == () or (kind is FlatRate and field.name == "base")
]

each_class = pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)


def each(fields: list[tuple[Any, Any]]) -> pytest.MarkDecorator:
    """Run a test for each of these fields."""
    named = [pytest.param(kind, field.name, id=f"{kind.__name__}.{field.name}") for kind, field in fields]
    return pytest.mark.parametrize(("kind", "field"), named)


def drawn(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Draw objects of a class."""
    found: st.SearchStrategy[Any] = COMPUTED[kind] if kind in COMPUTED else st.from_type(kind)
    return found


@cache
def simplest(kind: Any) -> Any:  # noqa: ANN401
    """Return the object of a class of which least is said."""
    return find(drawn(kind), lambda _: True, settings=settings(phases=[Phase.generate], database=None))


few = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@each_class
@few
@given(data=st.data())
def test_one_made_again_is_equal_and_what_failing_tests_show_can_be_pasted_back(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """One made again from its fields is equal to the object, and has its hash.

    What failing tests show is the call that makes the object; so is `repr`, as long as that is short.
    """
    made = data.draw(drawn(kind))
    again = attrs.evolve(made)
    assert again == made
    assert hash(again) == hash(made)
    assert eval(pretty(made), dict(NAMES)) == made  # noqa: S307
    shown = repr(made)
    assert len(shown) <= 300
    if shown.startswith("<"):
        assert len(" ".join(pretty(made).split())) > 250
    else:
        assert eval(shown, dict(NAMES)) == made  # noqa: S307


@each_class
def test_nothing_can_be_changed_or_added(kind: Any) -> None:  # noqa: ANN401
    """Objects are frozen, and have no place for what is no field."""
    made = simplest(kind)
    for field in attrs.fields(kind):
        with pytest.raises(AttributeError):
            setattr(made, field.name, None)
    with pytest.raises(AttributeError):
        made.note = "new"
    assert not hasattr(made, "__dict__")


@each_class
def test_two_fields_at_most_have_a_place(kind: Any) -> None:  # noqa: ANN401
    """From the third field on, and often before, arguments are named."""
    parameters = inspect.signature(kind).parameters.values()
    placed = [each for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]
    assert len(placed) <= 2
    assert all(each.kind is each.KEYWORD_ONLY for each in list(parameters)[len(placed) :])
    with pytest.raises(TypeError):
        kind(None, None, None)


@each(FIELDS)
@pytest.mark.parametrize("wrong", [object(), 0.5, b"bytes"], ids=["object", "float", "bytes"])
def test_a_wrong_type_is_refused(kind: Any, field: str, wrong: object) -> None:  # noqa: ANN401
    """What is of no type that a field takes is a TypeError that names the field."""
    with pytest.raises(TypeError, match=field):
        attrs.evolve(simplest(kind), **{field: wrong})


@each([(kind, field) for kind, field in FIELDS if "bool" not in str(field.type)])
def test_true_is_no_value(kind: Any, field: str) -> None:  # noqa: ANN401
    """True is not one: no number, amount or text is given as a truth."""
    with pytest.raises(TypeError, match=field):
        attrs.evolve(simplest(kind), **{field: True})


@each(TEXTS)
@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\N{NO-BREAK SPACE}"])
def test_text_with_nothing_in_it_is_refused(kind: Any, field: str, empty: str) -> None:  # noqa: ANN401
    """What is not said is None, not an empty text."""
    with pytest.raises(InvalidValue) as refused:
        attrs.evolve(simplest(kind), **{field: empty})
    may_be_left_out = (kind, getattr(attrs.fields(kind), field)) in OPTIONAL_TEXTS
    assert (refused.value.place, refused.value.code) == (field, "value.empty" if may_be_left_out else "text.blank")


@each(SEVERAL)
@few
@given(data=st.data())
def test_lists_become_tuples(kind: Any, field: str, data: st.DataObject) -> None:  # noqa: ANN401
    """Any series of items may be given, and is kept as a tuple."""
    made = data.draw(drawn(kind))
    items: tuple[object, ...] = getattr(made, field)
    assert type(items) is tuple
    for given_as in (list(items), iter(items), (item for item in items)):
        assert attrs.evolve(made, **{field: given_as}) == made


@each(SEVERAL)
@pytest.mark.parametrize("wrong", ["text", None, 1], ids=["text", "None", "one"])
def test_one_is_not_several(kind: Any, field: str, wrong: object) -> None:  # noqa: ANN401
    """A text, nothing and a single thing are no series."""
    with pytest.raises(TypeError, match=f"{field} takes several "):
        attrs.evolve(simplest(kind), **{field: wrong})


@each(SEVERAL)
def test_an_item_of_a_wrong_type_is_named(kind: Any, field: str) -> None:  # noqa: ANN401
    """The TypeError says which item it is."""
    with pytest.raises(TypeError, match=rf"{field}\[0\] must be "):
        attrs.evolve(simplest(kind), **{field: [object()]})


def fields_with(*checks: object) -> list[tuple[Any, Any]]:
    """Name the fields that are checked so."""
    return [(kind, field) for kind, field in FIELDS if field.validator in checks]


@each(fields_with(fields.is_count_or_unknown))
def test_a_negative_count_is_refused(kind: Any, field: str) -> None:  # noqa: ANN401
    """Nothing is counted below zero."""
    with pytest.raises(InvalidValue, match="is negative; give zero or more") as refused:
        attrs.evolve(simplest(kind), **{field: -1})
    assert (refused.value.place, refused.value.given) == (field, -1)


@each(fields_with(fields.is_positive_or_unknown))
@pytest.mark.parametrize("wrong", [0, -1])
def test_a_count_of_none_is_refused(kind: Any, field: str, wrong: int) -> None:  # noqa: ANN401
    """A group has a member and a period a month, or nobody knows."""
    with pytest.raises(InvalidValue, match="is not above zero; give more than zero"):
        attrs.evolve(simplest(kind), **{field: wrong})


@each(fields_with(fields.is_year_or_unknown))
@pytest.mark.parametrize("wrong", [-1, 0, 25, 1899, 3000, 20_250])
def test_a_year_has_four_digits(kind: Any, field: str, wrong: int) -> None:  # noqa: ANN401
    """Years are those of a calendar that a project can see."""
    with pytest.raises(InvalidValue, match="give a whole number from 1900 to 2999"):
        attrs.evolve(simplest(kind), **{field: wrong})
    for year in (1900, 2999, None):
        assert getattr(attrs.evolve(simplest(kind), **{field: year}), field) == year
