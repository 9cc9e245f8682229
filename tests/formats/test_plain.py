"""Projects and budgets as plain data: what is written is read back, and all that is wrong is told at once."""

from __future__ import annotations

import copy
import json
from collections import UserDict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Budget, Call, InvalidData, InvalidValue, Money, Organisation, Project, ReadError
from esfmodel.formats import (
    _parsed,
    from_dict,
    from_json,
    json_schema,
    project_schema,
    read_text,
    to_dict,
    to_json,
    to_text,
)
from esfmodel.formats._converter import converted
from esfmodel.formats._document import plain_data
from esfmodel.formats._objects import object_in
from esfmodel.formats._parsed import DEEPEST_OBJECT, LARGEST, json_text
from esfmodel.formats._unknown_keys import Split
from esfmodel.formats.plain_values import no_such_word, whole_number_of, writable
from esfmodel.formats.schema import fields_of
from esfmodel.model import Cost, CostCategory, UnitCost
from esfmodel.testing import budgets, projects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.errors import Told


def problems(data: Any, kind: type[Project | Budget] = Project, *, strict: bool = False) -> tuple[Told, ...]:  # noqa: ANN401
    """Return what is told of data that is refused."""
    with pytest.raises(InvalidData) as caught:
        from_dict(data, kind, strict=strict)  # pyright: ignore
    return caught.value.problems


def told(data: object, kind: type[Project | Budget] = Project, *, strict: bool = False) -> dict[str, str]:
    """Return the code of each problem by its place."""
    return {problem.place: problem.code for problem in problems(data, kind, strict=strict)}


def with_digits_as_text(data: Any) -> Any:  # noqa: ANN401
    """Return plain data as a form sends it, which has no whole numbers."""
    match data:
        case dict():
            return {key: with_digits_as_text(value) for key, value in cast("dict[str, Any]", data).items()}
        case list():
            return [with_digits_as_text(value) for value in cast("Iterable[Any]", data)]
        case _:
            return str(data) if type(data) is int else data


@settings(max_examples=40)
@given(projects())
def test_a_project_is_read_back(project: Project) -> None:
    """A project is the same after it was a dict and after it was JSON, and both have the shape of a document."""
    data = to_dict(project)
    assert from_dict(data, strict=True) == project
    assert from_dict(with_digits_as_text(data)) == project
    assert from_json(to_json(project, indent=None), strict=True) == project
    assert json.loads(to_text(project, "project_json"))["projects"] == [data]


ODD: tuple[Any, ...] = (
    None,
    True,
    5,
    1.5,
    "",
    "5 kr",
    "1.200 SEK",
    "personal",
    "rest",
    "2024",
    "x",
    [],
    [None],
    {},
    {"type": "x"},
)


@st.composite
def with_faults(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a plain project with other values at some of its keys, and unknown keys."""
    data = to_dict(draw(projects()))
    for _ in range(draw(st.integers(0, 2))):
        here: Any = data
        while draw(st.booleans()) and (below := [at for at in keys_of(here) if keys_of(here[at])]):
            here = here[draw(st.sampled_from(below))]
        at = draw(st.sampled_from([*keys_of(here), "note"] if "name" in here else keys_of(here)))
        here[at] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return data


def keys_of(value: object) -> list[Any]:
    """Return the keys of a dict, or the indexes of a list; none of another value."""
    match value:
        case dict():
            return list(cast("dict[str, object]", value))
        case list():
            return list(range(len(cast("list[object]", value))))
        case _:
            return []


@given(with_faults())
def test_what_is_read_at_once_has_no_fault(data: dict[str, Any]) -> None:
    """Data are read at once just where all the ways to find a fault find none, and then the project is the same."""
    plain, wrong = plain_data(data)
    split = Split(plain, Project, "", tolerant=True)
    project, found = converted(split.known, Project, "")
    is_right = project is not None and not any((*wrong, *split.problems, *split.kept, *found))
    assert object_in(plain, Project) == (project if is_right else None)


@given(budgets())
def test_a_budget_is_read_back(budget: Budget) -> None:
    """A budget by itself is the same after it was a dict and after it was JSON."""
    assert from_dict(to_dict(budget), Budget) == budget
    assert from_json(to_json(budget), Budget) == budget


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_json_is_written_as_python_writes_it(indent: int | None) -> None:
    """Spaces, line ends and escapes are those of Python's own writer."""
    project = Project('A\t"å"\\\u2028', secondary_themes=["B", "C"], beneficiary=Organisation("D"))
    assert to_json(project, indent=indent) == json.dumps(to_dict(project), ensure_ascii=False, indent=indent)


def test_what_is_equal_to_the_default_is_left_out() -> None:
    """A text that says what leaving the key out means is not written, whichever text it is."""
    line = Cost(CostCategory.STAFF, UnitCost(Money(350), 2, unit="".join(["ho", "ur"])))
    assert to_dict(Budget([line]))["costs"] == [
        {"category": "staff", "basis": {"type": "unit cost", "price": "350 SEK", "units": "2"}}
    ]


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Each wrong value of a form has its own problem, with its path and a text in each language."""
    lines = [
        {"category": "ofice", "basis": {"type": "actual cost", "amount": "tusen kronor"}},
        {"category": "staff", "basis": {"amount": 12.5}, "year": "2025 kr"},
    ]
    data = {"budget": {"costs": lines}, "period": "2025-02-30/2025-12-31", "nuts": "SE9x", "fund": None}
    found = problems(data)
    assert {problem.place: problem.code for problem in found} == {
        "name": "value.missing",
        "period": "date.no_such_day",
        "nuts": "nuts.no_region",
        "budget.costs[0].category": "value.did_you_mean",
        "budget.costs[0].basis.amount": "figure.not_in_digits",
        "budget.costs[1].basis.type": "value.missing_one_of",
        "budget.costs[1].basis.amount": "number.no_currency",
        "budget.costs[1].year": "value.not_whole",
    }
    assert all(problem.text("sv") != problem.text("en") and problem.advice for problem in found)
    with pytest.raises(InvalidData, match=r"faults \(8 in all\); begin with this: Name: is missing"):
        from_dict(data)


def test_fields_that_contradict_each_other_have_their_path() -> None:
    """What is wrong with a whole object has the path of the field in it, at the top and below."""
    money = [{"funder": {"source": "EU"}, "amount": amount} for amount in ("5 SEK", "5 EUR")]
    assert list(told({"financing": money}, Budget)) == ["financing[1]"]
    assert list(told({"name": "A", "budget": {"financing": money}})) == ["budget.financing[1]"]


KINDS = (Project, Budget, Organisation)


def with_none(data: dict[str, Any], kind: type) -> dict[str, Any]:
    """Return data with None for every key that is left out because nobody stated it."""
    unsaid = {field.key for field in fields_of(kind) if field.attribute.default in (None, ()) and field.word is None}
    return {**dict.fromkeys(unsaid), **data}


def test_none_is_what_nobody_has_stated() -> None:
    """The None of a form and the null of JSON mean what leaving the key out does, where that means not stated."""
    data = with_none({"name": "A", "budget": with_none({}, Budget)}, Project)
    data["beneficiary"] = with_none({"name": "B"}, Organisation)
    project = Project("A", budget=Budget(), beneficiary=Organisation("B"))
    assert from_dict(data) == project
    assert from_json(json.dumps(data)) == project
    head = '{"format": "esfmodel/projects", "version": 2, "projects": [%s]}'
    assert read_text(head % json.dumps(data), strict=True).one() == project


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"name": None}, "value.missing"),
        ({"name": "A", "beneficiary": {"name": "B", "count": None}}, "value.missing_one_of"),
        ({"name": "A", "budget": {"financing": [{"funder": None}]}}, "value.missing_one_of"),
        ({"name": "A", "budget": {"complete": None}}, "value.null"),
        ({"name": "A", "secondary_themes": [{"name": "B", "applies": None}]}, "value.null"),
    ],
)
def test_none_that_could_mean_two_things_is_refused(data: object, code: str) -> None:
    """Where leaving the key out means something else than that nobody knows, None is not read as either."""
    assert list(told(data).values()) == [code]


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        ({"name": "A", "budget": {"total": 5.5}}, "budget.total", "number.no_currency"),
        ({"name": "A", "budget": {"total": Decimal("5.5")}}, "budget.total", "number.no_currency"),
        ({"name": "A", "budget": {"total": float("nan")}}, "budget.total", "number.not_finite"),
        ({"name": "A", "fund": 5.5}, "fund", "number.bare_decimal"),
        ({"name": "A", "planned_participants": 5.0}, "planned_participants", "value.not_whole"),
        ({"name": "A", "planned_participants": 10**100}, "planned_participants", "number.too_long"),
        ({"name": "A", "planned_participants": -(10**5000)}, "planned_participants", "number.too_long"),
        ({"name": "A", "planned_participants": True}, "planned_participants", "value.not_whole"),
        ({"name": "A", "claims": {1}}, "claims", "value.not_a_list"),
        ({"name": "A", "claims": {}}, "claims", "value.not_a_list"),
        ({"name": "A", "claims": 5.5}, "claims", "value.not_a_list"),
        ({"name": "A", "call": 5.5}, "call", "value.not_keys"),
        (
            {"name": "A", "budget": {"costs": [{"basis": 5.5, "category": "staff"}]}},
            "budget.costs[0].basis",
            "value.not_keys",
        ),
        ({"name": "A", "vat_recoverable": 5.5}, "vat_recoverable", "value.not_true_or_false"),
        ({"name": "A", "\ud83d": 5}, '["\\ud83d"]', "text.half_a_character"),
        ({"name": "A", "state_aid": "ja"}, "state_aid", "value.not_true_or_false"),
        ({"name": b"A"}, "name", "value.not_text"),
        ({"name": "\ud83d"}, "name", "text.half_a_character"),
        ({"name": "A", "note": "\ud83d"}, "note", "text.half_a_character"),
        ({"name": "A", "note": {1, 2}}, "note", "value.not_text"),
        ({"name": "A", "note": [10**100]}, "note", "number.too_long"),
        ({"name": "A", "note": Decimal("NaN")}, "note", "value.not_text"),
        ({"name": "A", "budget": {5: "total"}}, "budget", "value.not_text"),
        ({"name": "A", None: 5}, "", "value.not_text"),
        ({"name": "A", "note": [{b"a": 5}]}, "note[0]", "value.not_text"),
        ([], "", "value.not_keys"),
        ("{}", "", "value.not_keys"),
        (None, "", "value.not_keys"),
        (Project("A"), "", "value.not_keys"),
    ],
)
def test_what_is_no_plain_data_is_told(data: object, place: str, code: str) -> None:
    """A wrong kind of value or of key is a problem at its place, never an error of Python's own."""
    assert told(data) == {place: code}


@pytest.mark.parametrize(
    ("key", "keys"),
    [("call", tuple(field.key for field in fields_of(Call))), ("priority", ("code",)), ("beneficiary", ("name",))],
)
def test_what_is_no_object_is_answered_with_its_own_keys(key: str, keys: tuple[str, ...]) -> None:
    """Those that must be there, or all of them where none must."""
    with pytest.raises(InvalidData) as refused:
        from_dict({"name": "A", key: 5})
    [problem] = refused.value.problems
    assert problem.params == {"choices": keys}
    assert ", ".join(keys) in problem.text("sv")


@pytest.mark.parametrize("key", [field.key for field in fields_of(Project)])
def test_an_empty_text_is_told_as_such(key: str) -> None:
    """What a form sends for a field that is not filled in is told in the same way, whatever the field holds."""
    assert told({"name": "A", key: ""}) == {key: "text.blank" if key == "name" else "value.empty"}


def test_a_value_without_a_place_is_called_the_value() -> None:
    """What nobody has put at a key yet is told as "value"."""
    for refused in (writable, whole_number_of):
        with pytest.raises(InvalidValue) as caught:
            refused(LARGEST)
        assert (caught.value.code, caught.value.place) == ("number.too_long", "value")
    assert writable(1 - LARGEST) == 1 - LARGEST
    error = no_such_word("xyz", {"staff": 5}, ("staff",))
    assert (error.code, error.place, error.given) == ("value.not_one_of", "value", "xyz")


def test_a_tuple_is_a_list() -> None:
    """A tuple has one meaning, that of a list, as it has when Python writes JSON."""
    assert from_dict({"name": "A", "phases": ({"name": "B"},)}) == from_dict({"name": "A", "phases": [{"name": "B"}]})


def test_other_mappings_and_exact_numbers_are_read() -> None:
    """A mapping that is no dict is read like one, and units may be a Decimal; a negative one keeps its sign."""
    basis = UserDict({"type": "unit cost", "price": "482 SEK", "units": Decimal("1.720")})
    budget = from_dict({"costs": [UserDict({"category": "staff", "basis": basis})]}, Budget)
    assert budget == Budget([Cost(CostCategory.STAFF, UnitCost(Money(482), Decimal("1.720")))])
    for wrong in (Decimal(-1), Decimal("NaN"), Decimal("1E+999999")):
        basis["units"] = wrong
        costs = [{"category": "staff", "basis": basis}]
        assert told({"costs": costs}, Budget) == {"costs[0].basis.units": "number.not_plain"}


def endless() -> dict[str, object]:
    """Return a dict that holds itself."""
    data: dict[str, object] = {"name": "A"}
    data["beneficiary"] = data
    return data


def deep(levels: int) -> object:
    """Return lists within lists."""
    data: object = []
    for _ in range(levels):
        data = [data]
    return data


@pytest.mark.parametrize("value", [endless(), deep(100_000), deep(DEEPEST_OBJECT)], ids=["itself", "deep", "one"])
def test_data_nested_without_end_is_refused(value: object) -> None:
    """What holds itself, and what is nested thousands of levels deep, is one problem at the key that it stands in."""
    assert told({"name": "A", "note": value}) == {"note": "file.too_deep"}
    assert told({"name": "A", "budget": value}) == {"budget": "file.too_deep"}


def test_what_is_read_can_be_written() -> None:
    """As deep as data may be, a document may be with it; organisations nested deeper are refused when written."""
    project = from_dict({"name": "A", "note": deep(DEEPEST_OBJECT - 2)})
    assert read_text(to_text(project, "project_toml")).projects == (project,)
    for levels in (80, 900):
        owner = Organisation("A")
        for _ in range(levels):
            owner = Organisation("A", count=2, members=[owner])
        for write in (to_dict, to_json):
            with pytest.raises(InvalidValue, match="nested more than 60 levels deep"):
                write(Project("A", beneficiary=owner))


def test_data_of_endless_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that hold each other twice are few in memory and without end to read."""
    monkeypatch.setattr(_parsed, "MOST_VALUES", 1_000)
    data: object = []
    for _ in range(50):
        data = [data, data]
    assert told({"name": "A", "note": data}) == {"": "data.too_many"}


def test_a_thousand_problems_are_enough() -> None:
    """A thousand problems are listed, and a last one that says so."""
    found = problems({"name": "A", "claims": [5] * 2_000})
    assert (len(found), found[-1].code) == (1_001, "document.stopped")


@pytest.mark.parametrize("version", [1, 2])
def test_a_whole_document_is_told_as_one(version: int) -> None:
    """A document where one project is asked for is not read as a project of which all keys are unknown."""
    document = {"format": "esfmodel/projects", "version": version, "projects": [{"name": "A"}]}
    assert told(document) == {"": "data.whole_document"}
    assert told({**document, "format": None}, Budget) == {"": "data.whole_document"}


@pytest.mark.parametrize("version", [3, 0, True, 2.5, "2", None])
def test_a_document_from_the_future_is_told(version: object) -> None:
    """A version that this release does not know is told, with those that it knows."""
    document: dict[str, object] = {"format": "esfmodel/projects", "version": version, "projects": []}
    assert told(document) == {"": "data.whole_document", "version": "document.other_version"}


def test_json_is_told_with_its_lines() -> None:
    """What is wrong in JSON has its line; repeated keys are told; what is no JSON is an error with its line."""
    with pytest.raises(InvalidData) as caught:
        from_json('{"name": "A",\n "name": "B",\n "fund": "ESF",\n "nuts": 5}')
    assert [(each.place, each.line, each.code) for each in caught.value.problems] == [
        ("name", 2, "value.given_twice"),
        ("nuts", 4, "value.not_text"),
    ]
    with pytest.raises(ReadError, match="line 2: ") as broken:
        from_json('{"name":\n "A" "B"}')
    assert broken.value.code == "syntax.no_comma"
    with pytest.raises(ReadError, match="is empty"):
        from_json(" \n")
    assert from_json('\ufeff{"name": "A"}') == Project("A")
    with pytest.raises(ReadError, match="more than 60 levels"):
        from_json("[" * 100_000)


def test_wrong_types_are_type_errors() -> None:
    """A programmer who gives something else than a project, a budget or text is told so."""
    with pytest.raises(TypeError, match="to_dict takes"):
        to_dict([Project("A")])  # type: ignore[arg-type]  # pyright: ignore
    with pytest.raises(TypeError, match="to_json takes"):
        to_json({"name": "A"})  # type: ignore[arg-type]  # pyright: ignore
    with pytest.raises(TypeError, match="kind must be"):
        from_dict({}, Organisation)  # type: ignore[type-var]  # pyright: ignore
    with pytest.raises(TypeError, match="text must be str"):
        from_json({"name": "A"})  # type: ignore[call-overload]  # pyright: ignore
    with pytest.raises(InvalidValue, match="lone surrogate"):
        to_json(Project("A", extra=[("a", "\ud83d")]))


@attrs.frozen
class _Own(Project):
    """A project of an application, with fields of its own."""

    paid: list[Money] = attrs.field(factory=list[Money], kw_only=True)
    by_year: dict[str, Money] = attrs.field(factory=dict[str, Money], kw_only=True)
    mark: Any = attrs.field(default=None, kw_only=True)
    colour: Literal["red"] | None = attrs.field(default=None, kw_only=True)


def test_fields_of_ones_own_are_written() -> None:
    """A value of the library is written as in other fields, wherever it stands, and a default is left out."""
    own = _Own("A", paid=[Money(5)], by_year={"2024": Money(6)}, mark=Money(7), colour="red")
    written = {"paid": ["5 SEK"], "by_year": {"2024": "6 SEK"}, "mark": "7 SEK", "colour": "red"}
    assert to_dict(own) == {"name": "A"} | written


def test_a_project_of_ones_own_is_written_as_others_are() -> None:
    """The pairs that a field holds have their keys in a class that inherits it."""
    facts: Any = {"name": "A", "extra": [("Ärende", "5")], "call": Call(priority="C")}
    assert to_json(_Own(**facts)) == to_json(Project(**facts))


@pytest.mark.parametrize("kind", [Project, Budget])
def test_the_schema_of_one_object_is_that_within_a_document(kind: type) -> None:
    """A project and a budget are described alike by themselves and in a document; each has a title."""
    schema, within = json_schema(kind), project_schema()["$defs"][kind.__name__]
    assert {**within, **schema} == schema
    assert (schema["title"], schema["$schema"]) == (kind.__name__, project_schema()["$schema"])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda values: st.lists(values) | st.dictionaries(st.text(), values),
        max_leaves=8,
    )
)
def test_json_on_one_line_is_what_python_writes(value: object) -> None:
    """No text is written in another way."""
    assert json_text(value) == json.dumps(value, ensure_ascii=False)
