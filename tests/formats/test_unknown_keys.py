"""The keys of a document that no field takes: kept with their path and value, told, and put back where they stood."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esfmodel import Budget, InvalidData, Organisation, Project, UnknownKey
from esfmodel.formats import _unknown_keys, from_dict, from_json, read_text, to_dict, to_json, to_text
from esfmodel.formats._parsed import PlainData, as_python, value_in, value_text
from esfmodel.testing import projects

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN = ("project_json", "project_toml")
UNKNOWN = ("note", "id", "handläggare", "x y", "_", "sista ändring", 'a"b', "Å.[0]", "k" * 70, "\t", "")
TEXTS = st.one_of(
    st.sampled_from(["12", "[" * 100, "null", '"a"', "[1]", "NaN", " ", "true", "a\nb"]), st.text(max_size=9)
).filter(lambda text: not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in text))
NUMBERS = st.one_of(st.booleans(), st.integers(), st.floats(allow_nan=False))
KEYS = st.one_of(st.sampled_from(UNKNOWN), TEXTS)


def values(scalars: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return plain values with dicts and lists in them."""
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
    )


IN_TOML = values(TEXTS | NUMBERS)
IN_JSON = values(TEXTS | NUMBERS | st.none())


def items_of(value: object) -> list[object]:
    """Return the items of a list; none of another value."""
    return cast("list[object]", value) if isinstance(value, list) else []


def objects_in(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a plain object and all those in it."""
    yield data
    for value in data.values():
        for each in items_of(value) or [value]:
            if isinstance(each, dict):
                yield from objects_in(cast("dict[str, Any]", each))


@st.composite
def with_unknown(draw: st.DrawFn, inserted: st.SearchStrategy[Any]) -> tuple[dict[str, Any], int]:
    """Draw a plain project with unknown keys at any depth, and their number."""
    data = to_dict(draw(projects()))
    found = list(objects_in(data))
    number = 0
    for each in draw(st.lists(st.sampled_from(found), max_size=4)):
        key = draw(st.sampled_from(UNKNOWN))
        number += key not in each
        each[key] = draw(inserted)
    return data, number


@settings(max_examples=60)
@given(with_unknown(IN_JSON))
def test_unknown_keys_are_written_back_where_they_stood(drawn: tuple[dict[str, Any], int]) -> None:
    """Data with unknown keys at any depth comes back as it was, as a dict, as JSON and as a document."""
    data, number = drawn
    project = from_dict(data)
    assert to_dict(project) == data
    assert from_json(to_json(project)) == project
    reading = read_text(to_text(project, "project_json"))
    assert reading.projects == (project,)
    assert len(reading.problems) == reading.counts.problems == number
    assert reading.counts.extra == len(project.extra)
    assert sum(isinstance(each, UnknownKey) for each in project.extra) == number
    strict = read_text(to_text(project, "project_json"), strict=True)
    assert len(strict.projects) == (number == 0)
    assert len(strict.problems) == number


@settings(max_examples=40)
@given(with_unknown(IN_TOML))
def test_unknown_keys_stand_in_toml_too(drawn: tuple[dict[str, Any], int]) -> None:
    """TOML holds the same unknown keys, whatever their names and values, and is read back as the same project."""
    data, number = drawn
    project = from_dict(data)
    reading = read_text(to_text(project, "project_toml"))
    assert reading.projects == (project,)
    assert len(reading.problems) == number
    assert to_dict(reading.one()) == data


@given(IN_JSON | TEXTS)
def test_a_value_is_not_lost_in_its_text(value: object) -> None:
    """Each value has a text of its own, and a text is written as it is wherever nothing else is written so."""
    text = value_text(PlainData(value).data)
    assert as_python(value_in(text)) == value
    assert value_text(value_in(text)) == text
    if isinstance(value, str):
        assert text in {value, json.dumps(value, ensure_ascii=False)}


@pytest.mark.parametrize(
    ("json_value", "toml_value", "kept"),
    [
        ("1.50", "1.50", "1.50"),
        ("0.1234567890123456789012345", "0.123_456_7890123456789012345", "0.1234567890123456789012345"),
        ("1e400", "+1e400", "1e400"),
        ("NaN", "nan", "NaN"),
        ("-Infinity", "-inf", "-Infinity"),
        ('"2024-05-01"', "2024-05-01", "2024-05-01"),
        ('["07:30:00"]', "[07:30:00]", '["07:30:00"]'),
        ('"12"', '"12"', '"12"'),
        ("[]", "[]", "[]"),
        ('[1, {"a": 2}]', "[1, { a = 2 }]", '[1, {"a": 2}]'),
        ('{"a b": {}}', '{ "a b" = {} }', '{"a b": {}}'),
    ],
)
def test_numbers_are_kept_as_they_are_written(json_value: str, toml_value: str, kept: str) -> None:
    """No digit of a number is lost, whichever file it comes from; days and times are kept as text."""
    head = '"format": "esfmodel/projects", "version": 2'
    in_json = f'{{{head}, "projects": [{{"name": "A", "note": {json_value}}}]}}'
    in_toml = f'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\nnote = {toml_value}\n'
    for text in (in_json, in_toml):
        (project,) = read_text(text).projects
        assert project.extra == (("note", kept),)
        for form in WRITTEN:
            assert read_text(to_text(project, form)).one() == project


@pytest.mark.parametrize("written", ["1.5", "1e400", "0.1234567890123456789012345", "1E+5", "12"])
def test_a_number_is_as_exact_in_python(written: str) -> None:
    """A number that a float does not hold as it is written is a Decimal in the dict."""
    data: Any = to_dict(from_json(f'{{"name": "A", "note": {written}}}'))
    assert Decimal(repr(data["note"]) if isinstance(data["note"], float) else data["note"]) == Decimal(written)
    assert to_dict(from_dict({"name": "A", "note": Decimal(written)})) == data
    nan: Any = to_dict(from_json('{"name": "A", "note": NaN}'))["note"]
    assert nan != nan


def test_toml_has_no_null() -> None:
    """A value with null in it cannot stand in TOML, so it stands among what has no field."""
    project = from_dict({"name": "A", "note": None, "tags": [{"a": [None]}], "id": 5})
    written = read_text(to_text(project, "project_toml")).one()
    assert set(written.extra) == set(project.extra)
    assert to_dict(written)["id"] == 5


# --- Which keys are misspelt


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("nmae", "name"),
        ("Name", "name"),
        ("namme", "name"),
        ("fnd", "fund"),
        ("budgte", "budget"),
        ("bugdett", "budget"),
        ("operationId", "operation_id"),
        ("operation-id", "operation_id"),
        ("planned participants", "planned_participants"),
        ("benficary", "beneficiary"),
        ("stödmottagre", "beneficiary"),
        ("beslut", "decisions"),
        ("programområden", "priority"),
        ("start", "period"),
        ("End_Date", "period"),
        ("perod", "period"),
        ("CCI", "cci"),
    ],
)
def test_a_misspelt_key_is_refused(key: str, near: str) -> None:
    """A slip of one of our keys, or of the Swedish word for it, is never taken for a key that nobody knows."""
    with pytest.raises(InvalidData) as caught:
        from_dict({"name": "A", key: "B"})
    (problem,) = caught.value.problems
    assert (problem.code, problem.params["near"]) == ("key.did_you_mean", near)


@pytest.mark.parametrize(
    "key",
    "id _id note notes url uuid status titel x no operation kommentar state stage place phone share sort user result "
    "total lang order page post host begin".split(" "),
)
def test_another_key_is_kept(key: str) -> None:
    """A key that is no slip of ours is kept; short words have letters in common by chance."""
    data = {"name": "A", key: "B", "beneficiary": {"name": "C", key: "D"}, "decisions": [{"kind": "granted", key: 5}]}
    assert to_dict(from_dict(data)) == data


def test_a_kept_key_that_is_like_ours_is_told_with_it() -> None:
    """The problem of a kept key names the key that may be meant, where one is like it, and has the key's line."""
    text = 'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\noperation = "B"\nnote = "C"\n'
    near, far = read_text(text).problems
    assert (near.code, near.line, near.params) == ("key.kept_but_near", 5, {"near": "operation_id"})
    assert (far.code, far.line, far.place) == ("key.kept", 6, "projects[0].note")


def test_unknown_keys_of_a_budget_and_of_the_head_have_no_place() -> None:
    """A budget by itself has no place for unknown keys, and neither has a document: they are told, not kept."""
    with pytest.raises(InvalidData, match="is no key here"):
        from_dict({"total": "5 SEK", "note": "A"}, Budget)
    # What is a key of the project is none of its budget, so the place has the budget.
    with pytest.raises(InvalidData, match=r"^Budget, period: “period” is no key here\."):
        from_dict({"name": "A", "budget": {"period": "2025"}}, strict=True)
    text = '{"format": "esfmodel/projects", "version": 2, "projects": [{"name": "A"}], "note": 5}'
    reading = read_text(text)
    assert (reading.one(), [problem.code for problem in reading.problems]) == (Project("A"), ["key.unknown"])


def test_a_project_that_is_not_read_has_its_unknown_keys_told() -> None:
    """Beside a wrong value the unknown keys of a project are told, though it is not kept."""
    text = '{"format": "esfmodel/projects", "version": 2, "projects": [{"name": "", "note": 5}]}'
    assert [(problem.place, problem.code) for problem in read_text(text).problems] == [
        ("projects[0].name", "text.blank"),
        ("projects[0].note", "key.unknown"),
    ]


def test_a_repeated_unknown_key_is_refused() -> None:
    """Of an unknown key that is given twice neither value is dropped in silence."""
    for written in ('"note": 1, "note": 2', '"note": {"a": 1, "a": 2}'):
        with pytest.raises(InvalidData, match="given more than once"):
            from_json(f'{{"name": "A", {written}}}')


# --- Changed projects

LINE = st.sampled_from(["A", "B"])


@given(st.lists(LINE, max_size=5).flatmap(lambda names: st.tuples(st.just(names), orders(len(names)))))
@example((["A", "A"], [0, 0]))
def test_a_key_never_comes_to_stand_in_another_line(drawn: tuple[list[str], list[int]]) -> None:
    """Lines are removed, doubled and moved, equal ones too: no key comes to another line, and none is lost."""
    names, order = drawn
    lines = [{"category": "staff", "basis": {"type": "lump sum", "description": each}} for each in names]
    data = {"name": "P", "budget": {"costs": [{**line, "id": index} for index, line in enumerate(lines)]}}
    project = from_dict(data)
    budget = project.budget
    assert budget is not None
    changed = attrs.evolve(project, budget=attrs.evolve(budget, costs=[budget.costs[index] for index in order]))
    written: Any = to_dict(changed)
    written_lines = written.get("budget", {}).get("costs", [])
    # Lines that are equal and change places leave the project as it was.
    expected = list(range(len(names))) if [names[index] for index in order] == names else order
    assert [line.get("id", index) for line, index in zip(written_lines, expected, strict=True)] == expected
    in_place = {f"budget.costs[{at}].id": str(line["id"]) for at, line in enumerate(written_lines) if "id" in line}
    left = {each["label"]: each["value"] for each in written.get("extra", [])}
    assert {**in_place, **left} == dict(project.extra)
    assert to_dict(from_dict(written)) == written


def orders(length: int) -> st.SearchStrategy[list[int]]:
    """Draw some of the first numbers in any order."""
    return st.lists(st.sampled_from(range(length)), max_size=6) if length else st.just([])


@pytest.mark.parametrize(
    ("changes", "kept"),
    [({"summary": "C"}, True), ({"beneficiary": Organisation("C")}, False), ({"beneficiary": None}, False)],
    ids=["another field", "another body", "no body"],
)
def test_a_key_stays_with_the_object_that_it_stood_in(changes: dict[str, Any], *, kept: bool) -> None:
    """The register's number of one organisation never comes to stand with another; those of the project stay."""
    project = from_dict({"name": "A", "beneficiary": {"name": "B", "id": 17}, "id": 5})
    written: Any = to_dict(attrs.evolve(project, **changes))
    assert written["id"] == 5
    assert (written.get("beneficiary", {}).get("id") == 17) is kept
    assert written.get("extra", []) == ([] if kept else [{"label": "beneficiary.id", "value": "17"}])


@pytest.mark.parametrize(
    ("path", "value", "stands"),
    [
        ("note", "A", True),
        ("note", "[1, 2]", True),
        ("budget.costs[0].note", "A", True),
        ('["x y"]', "A", True),
        ("note", "[1,2]", False),
        ("note", '{"a": 1, "a": 2}', False),
        ("note", "\ud83d", False),
        ("name", "A", False),
        ("summary", "A", False),
        ("sumary", "A", False),
        ("budget.costs[1].note", "A", False),
        ("budget.costs.note", "A", False),
        ("budget.financing[0].note", "A", False),
        ("note.note", "A", False),
        ("name[0]", "A", False),
        ('["note"]', "A", False),
        ('["no\\qte"]', "A", False),
        ("budget.costs[0]", "A", False),
        ("", "A", False),
        ("..", "A", False),
        ("[" + "9" * 5_000 + "]", "A", False),
    ],
)
def test_a_key_made_by_hand_stands_where_reading_finds_it(path: str, value: str, *, stands: bool) -> None:
    """A key that reading would not find again, or find with another value, stands among what has no field."""
    line = {"category": "staff", "basis": {"type": "lump sum"}}
    project = from_dict({"name": "P", "budget": {"costs": [line]}})
    key = UnknownKey(path, value)
    data: Any = to_dict(attrs.evolve(project, extra=[key]))
    assert ("extra" not in data) is stands
    assert data["name"] == "P"
    if stands:
        assert from_dict(data).extra == (key,)
    else:
        assert data == {**to_dict(project), "extra": [{"label": path, "value": value}]}


def test_of_two_keys_with_one_path_none_is_lost() -> None:
    """The second of two keys with the same path stands among what has no field, also where both say the same."""
    for second in ("A", "B"):
        project = Project("P", extra=[("a", "b"), UnknownKey("note", "A"), UnknownKey("note", second)])
        data: Any = to_dict(project)
        assert data["note"] == "A"
        assert data["extra"] == [{"label": "a", "value": "b"}, {"label": "note", "value": second}]


# --- The class


def test_an_unknown_key_is_a_pair() -> None:
    """It is the pair of its texts, comes after what else has no field, and is written as the call that makes it."""
    key = UnknownKey("note", "A")
    project = Project("P", extra=[key, ("b", "c"), UnknownKey("id", "5")])
    assert project.extra == (("b", "c"), ("id", "5"), ("note", "A"))
    assert dict(project.extra)["note"] == key.value
    assert repr(project) == "Project('P', extra=[('b', 'c'), UnknownKey('id', '5'), UnknownKey('note', 'A')])"
    with pytest.raises(TypeError, match="extra must be str"):
        UnknownKey("note", 5)  # type: ignore[arg-type]  # pyright: ignore


def test_an_unknown_key_survives_a_copy() -> None:
    """A copy knows what the key stood in."""
    key = UnknownKey("budget.note", "A", anchor="0123")
    for again in (copy.copy(key), copy.deepcopy(key), *(pickle.loads(pickle.dumps(key, form)) for form in range(6))):  # noqa: S301
        assert (type(again), again, again.anchor) == (UnknownKey, key, "0123")


# --- Size


def test_many_unknown_keys_are_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """All are kept, the first of them are told, and the number of the others."""
    monkeypatch.setattr("esfmodel.formats._document.MOST_PROBLEMS", 10)
    projects = [{"name": "A", **{f"x{number}": number for number in range(8)}}] * 3
    reading = read_text(json.dumps({"format": "esfmodel/projects", "version": 2, "projects": projects}))
    assert (len(reading.projects), reading.counts.extra, reading.counts.problems) == (3, 24, 11)
    assert (reading.problems[-1].code, reading.problems[-1].params) == ("key.more_kept", {"count": 14})


def test_a_project_of_unknown_keys_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another kind is not kept key by key."""
    monkeypatch.setattr(_unknown_keys, "MOST_KEPT", 10)
    with pytest.raises(InvalidData, match="11 in all"):
        from_dict({"name": "A", **{f"x{number}": number for number in range(11)}})
