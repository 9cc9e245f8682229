"""Values, enumerations and classes of the model as the types of fields in pydantic."""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Any, Literal, get_args

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

import esfmodel
import esfmodel.model
import esfmodel.values
from esfmodel import (
    Bounds,
    Call,
    CostCategory,
    Money,
    OperationId,
    Organisation,
    Period,
    Project,
    Rate,
    from_dict,
)
from esfmodel.formats.schema import BASES, VALUES, Extra, fields_of, schema_of
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.field_type import FieldType
from references import references

PUBLIC = [getattr(package, name) for package in (esfmodel, esfmodel.values, esfmodel.model) for name in package.__all__]
FIELD_TYPES = [each for each in dict.fromkeys(PUBLIC) if isinstance(each, type) and issubclass(each, FieldType)]
KINDS: list[Any] = [*(each for each in FIELD_TYPES if each is not Bounds), Bounds[Money], Bounds[Rate]]
OBJECTS = [each for each in KINDS if each.__module__.startswith("esfmodel.model") and hasattr(each, "__attrs_attrs__")]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=str)
few = settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401
    """Return what reads and writes a kind."""
    return TypeAdapter(kind)


def drawn(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Draw objects of a kind; bounds of amounts and of shares are told apart by what they are drawn from."""
    return st.from_type(kind)


@each_kind
@few
@given(data=st.data())
def test_json_is_the_inverse(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """What is written is read as an equal object, strictly too; in Python the object stays itself."""
    made = data.draw(drawn(kind))
    types = adapter(kind)
    written = types.dump_json(made)
    assert types.validate_json(written) == made
    assert types.validate_json(written, strict=True) == made
    assert types.validate_python(json.loads(written)) == made
    assert types.dump_python(made, mode="json") == json.loads(written)
    assert types.validate_python(made) is made
    assert types.dump_python(made) is made


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["5 SEK", "40 %", "2024"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "total", "x"]), inner),
    max_leaves=5,
)


@each_kind
@settings(few, max_examples=6)
@given(junk=JUNK)
def test_what_cannot_be_read_is_told_and_nothing_else_happens(kind: Any, junk: object) -> None:  # noqa: ANN401
    """Whatever a client sends, it is a value, or pydantic's error with our codes and texts, which is JSON."""
    try:
        adapter(kind).validate_python(junk)
    except ValidationError as refused:
        for error in refused.errors():
            said = error.get("ctx", {})
            assert said["sv"]
            assert said["en"] == error["msg"]
            json.dumps(said)


class Row(BaseModel):
    """A model that uses types in every way that annotations have."""

    amount: Money
    other: Money | None = None
    limit: Annotated[Rate, Field(description="högst")] = Rate(1)
    parts: list[Money] = []
    sums: dict[str, Money] = {}
    by_project: dict[OperationId, Money] = {}
    asked: MoneyLike = Money(0)
    category: CostCategory = CostCategory.STAFF
    project: Project | None = None
    organisation: Organisation | None = None


rows = st.builds(
    Row,
    amount=st.from_type(Money),
    other=st.none() | st.from_type(Money),
    limit=st.from_type(Rate),
    parts=st.lists(st.from_type(Money), max_size=2),
    sums=st.dictionaries(st.text(max_size=3), st.from_type(Money), max_size=2),
    by_project=st.dictionaries(st.from_type(OperationId), st.from_type(Money), max_size=2),
    asked=st.from_type(Money) | st.from_type(Bounds[Money]),
    category=st.sampled_from(CostCategory),
    project=st.none() | st.from_type(Project),
    organisation=st.none() | st.from_type(Organisation),
)


@few
@given(row=rows)
def test_a_model_comes_back_from_its_json(row: Row) -> None:
    """Alone, optional, in lists, as values and keys of dicts, in unions, with defaults and descriptions."""
    assert Row.model_validate_json(row.model_dump_json()) == row
    assert Row.model_validate(row.model_dump()) == row
    assert Row(**row.model_dump()) == row


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [
        (OperationId, "Dnr 23–067–s04", "operation_id"),
        (Rate, "40 procent", "published_eu_rate"),
        (Period, "oktober 2024–maj 2025", "period"),
        (esfmodel.Fund, "Europeiska socialfonden+", "fund"),
        (esfmodel.NutsCode, "NUTS2-kod SE32", "nuts"),
        (esfmodel.ProgrammingPeriod, "2021 – 2027", "programming_period"),
    ],
    ids=str,
)
def test_what_people_write_is_read_as_in_a_document(kind: Any, text: str, field: str) -> None:  # noqa: ANN401
    """Shares, days and words are read in Swedish too, and identifiers with what stands around them."""
    project = from_dict({"name": "Framtidskraft", field: text})
    assert adapter(kind).validate_python(text) == getattr(project, field)


def problems(kind: Any, given_as: object) -> list[tuple[tuple[object, ...], str]]:  # noqa: ANN401
    """Return the place and the code of each problem."""
    with pytest.raises(ValidationError) as refused:
        adapter(kind).validate_python(given_as)
    return [(error["loc"], error["type"]) for error in refused.value.errors()]


@pytest.mark.parametrize(
    ("kind", "given_as", "expected"),
    [
        (Money, None, [((), "value.missing")]),
        (Money, 5, [((), "number.no_currency")]),
        (Money, 5.5, [((), "number.no_currency")]),
        (Money, float("nan"), [((), "number.not_finite")]),
        (Money, Rate(1), [((), "value.not_text")]),
        (Bounds[Money], Bounds.over(Rate(1)), [((), "value.not_text")]),
        (Bounds[Money], "(40%, )", [((), "amount.bounds_of_share")]),
        (Bounds[Rate], "(5 SEK, )", [((), "bounds.not_plain")]),
        (Bounds[Rate], "40%", [((), "bounds.not_plain")]),
        (esfmodel.OpenPeriod, "2024-10-01/2025-09-30", [((), "period.not_open")]),
        (Period, "2024-10-01/..", [((), "period.open")]),
        (CostCategory, "personel", [((), "value.did_you_mean")]),
        (Call, {"budget": "40", "window": 1}, [(("window",), "value.not_text"), (("budget",), "number.no_currency")]),
        (Project, {"name": "x", "budget": {"total": "5"}}, [(("budget", "total"), "number.no_currency")]),
        (Project, {"name": "x", "operation-id": "1"}, [(("operation-id",), "key.did_you_mean")]),
        (esfmodel.ProgrammingPeriod, 1950, [((), "programming_period.not_plain")]),
        (esfmodel.ProgrammingPeriod, 2016, [((), "period.only_year")]),
    ],
    ids=str,
)
def test_each_problem_has_its_place_and_code(kind: Any, given_as: object, expected: object) -> None:  # noqa: ANN401
    """The place is that of pydantic: names and numbers of a path, within the field."""
    assert problems(kind, given_as) == expected


@pytest.mark.parametrize(
    ("kind", "given_as", "facts"),
    [
        (esfmodel.Commitment, "vet ej", {"choices": ["confirmed", "intended", "conditional"]}),
        (esfmodel.Cost, {"category": "staff", "basis": {"type": "?"}}, {"choices": [*BASES]}),
        (Call, {"own_share": {"requirement": "exactly", "rate": "-5%"}}, {}),
        (Money, "5", {"example": '"5 SEK"'}),
        (esfmodel.Budget, {"total": "5 SEK", "financing": [{"funder": "rest", "amount": "5 EUR"}]}, {"other": "SEK"}),
    ],
    ids=str,
)
def test_the_facts_of_the_text_are_data(kind: Any, given_as: object, facts: dict[str, object]) -> None:  # noqa: ANN401
    """What the text is made of stands beside it as JSON has it."""
    with pytest.raises(ValidationError) as refused:
        adapter(kind).validate_python(given_as)
    (error,) = json.loads(refused.value.json())
    assert {name: fact for name, fact in error["ctx"].items() if name not in {"sv", "en"}} == facts


def test_in_a_union_the_place_names_the_alternative() -> None:
    """As pydantic has it for its own types."""
    places = [place for place, _ in problems(MoneyLike, "12")]
    assert places == [("function-plain[Money()]",), ("function-plain[Bounds[Money]()]",)]


def test_braces_in_what_was_given_stay_as_they_are() -> None:
    """The text of an error is no template for what is in it."""
    with pytest.raises(ValidationError) as refused:
        adapter(Money).validate_python("{sv} {example} kr")
    (error,) = refused.value.errors()
    assert "{sv} {example}" in error["msg"]


def test_an_unknown_key_of_a_project_is_kept() -> None:
    """As in a document: what has no field stays with the project, and is written where it stood."""
    sent = {"name": "Framtidskraft", "budget": {"total": "900 SEK", "projektledare": "Anna"}}
    project = adapter(Project).validate_python(sent)
    assert project.extra == (("budget.projektledare", "Anna"),)
    assert adapter(Project).dump_python(project, mode="json") == sent


def test_bounds_say_what_they_are_of() -> None:
    """A field of bare `Bounds` would not know what its text means."""
    with pytest.raises(TypeError, match=r"Bounds\[Money\] or Bounds\[Rate\]"):
        TypeAdapter(Bounds)  # pyright: ignore[reportUnknownArgumentType]


# --- JSON Schema


MODES: tuple[Literal["validation", "serialization"], ...] = ("validation", "serialization")


@each_kind
@pytest.mark.parametrize("mode", MODES)
def test_every_reference_of_a_schema_is_defined(kind: Any, mode: Literal["validation", "serialization"]) -> None:  # noqa: ANN401
    """A schema is whole, in what is read and in what is written."""
    schema = adapter(list[kind]).json_schema(mode=mode)
    assert set(references(schema)) == {f"#/$defs/{name}" for name in schema.get("$defs", {})}


@pytest.mark.parametrize("kind", OBJECTS, ids=lambda kind: kind.__name__)
def test_the_schema_of_a_class_is_that_of_the_format(kind: Any) -> None:  # noqa: ANN401
    """Pydantic describes the same keys as `schema_of`, with definitions of the same names."""
    ours, theirs = schema_of(kind), adapter(list[kind]).json_schema()
    assert theirs["$defs"][kind.__name__]["properties"].keys() == ours["properties"].keys()
    assert set(theirs["$defs"]) >= set(ours["$defs"]) - {"DecidedRate", "Extra", "RegionalShare"}


def test_every_class_that_documents_have_is_a_field_type() -> None:
    """Nothing that stands in a project is left out."""
    left: list[Any] = [Project]
    found = set[Any]()
    while left:
        kind = left.pop()
        if get_args(kind) or isinstance(kind, frozenset):
            left += get_args(kind) or kind
        elif attrs.has(kind) and kind not in found:
            found.add(kind)
            left += [field.pair or field.type for field in fields_of(kind)] if kind not in VALUES else []
    assert {each for each in found if each.__module__ != Extra.__module__} == {*OBJECTS} | {*VALUES} & found
    assert {each for each in found if each in VALUES} <= {*KINDS}
