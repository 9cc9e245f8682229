from __future__ import annotations

import json
from typing import Any

import pytest

from esfmodel.errors import ReadError
from esfmodel.formats import Problem, Reading, read_text
from esfmodel.formats._document import problems_of

DEEP = 100_000


def document(project: object = None, **head: object) -> str:
    """Write a document with one project in it."""
    whole: dict[str, Any] = {"format": "esfmodel/projects", "version": 1, "projects": [project or {"name": "A"}]}
    return json.dumps({**whole, **head})


def with_value(key: str, value: str) -> Reading:
    """Read a document whose project has one more key, with a value as it is written in JSON."""
    return read_text(document({"name": "A", "X": 0}).replace('"X": 0', f'"{key}": {value}'))


def only_problem(reading: Reading) -> Problem:
    """Return the one problem of a reading in which nothing could be read."""
    assert reading.projects == ()
    (problem,) = reading.problems
    return problem


@pytest.mark.parametrize(
    ("key", "value", "wrong"),
    [
        ("budget", '{"total": 12.5}', "number with a decimal point"),
        ("budget", '{"total": 1e400}', "number with a decimal point"),
        ("budget", '{"total": NaN}', "is no number"),
        ("budget", '{"total": -Infinity}', "is no number"),
        ("budget", '{"total": 5}', "is not an amount as text"),
        ("budget", '{"total": null}', "says nothing"),
        ("budget", '{"total": "5"}', "is not an amount and a currency"),
        ("budget", '{"total": "5 kr"}', "is not a currency code"),
        ("budget", '{"total": "(40%, )"}', "is within bounds of a share"),
        ("budget", '{"total": "[5 SEK; 6 SEK]"}', "is not an interval"),
        ("budget", "[]", "is not an object with keys"),
        ("budget", '{"costs": {}}', "is not a list"),
        ("budget", '{"costs": "staff"}', "is not a list"),
        ("planned_participants", '"5"', "is not a whole number"),
        ("planned_participants", "true", "is not a whole number"),
        ("planned_participants", "1" * 101, "has more than 100 digits"),
        ("planned_participants", "-1", "is negative"),
        ("strategic_importance", '"Nej"', "is not true or false"),
        ("region", "5", "is not text"),
        ("region", '"\\ud83d"', "lone surrogate"),
        ("region", '""', "is empty"),
        ("fund", '"ESF++"', "is no fund"),
        ("fund", "{}", "is no fund"),
        ("fund", "null", "says nothing"),
        ("period", '"2024-02-31/2024-12-31"', "is no day of the calendar"),
        ("period", '"2024-12-31/2024-01-01"', "is before the start"),
        ("period", '"2024"', "is not two days, two months or two years"),
        ("published_eu_rate", '"40"', "is not a share"),
        ("nuts", '"XX1"', "is no country"),
        ("country", "46", "is not a country as text"),
        ("decisions", '[{"kind": "granted", "on": 2021}]', "is not a day as text"),
        ("budget", '{"costs": [{"category": "staff", "basis": 5}]}', "is not an object"),
        ("budget", '{"costs": [{"category": "staff", "basis": {"type": 5}}]}', "is no basis of cost"),
        ("budget", '{"costs": [{"category": "staff", "basis": {"amount": "5 SEK"}}]}', "is missing"),
    ],
)
def test_each_wrong_value_is_told(key: str, value: str, wrong: str) -> None:
    """A value that its field does not take is a problem with its path and what is wrong."""
    problem = only_problem(with_value(key, value))
    assert problem.place.startswith(f"$.projects[0].{key}")
    assert wrong in problem.wrong
    assert problem.advice


@pytest.mark.parametrize("digits", ["1" * 10_000_000, f"-{'9' * 5_000}"])
def test_endless_numbers_are_refused_at_once(digits: str) -> None:
    """A number of millions of digits is never computed."""
    assert "digits" in only_problem(with_value("planned_participants", digits)).wrong


def test_units_are_read_exactly() -> None:
    """A number of units is text with digits and a point; nothing else is read as one."""
    basis = '{"type": "unit cost", "price": "674.80 SEK", "units": "%s"}'
    costs = '{"costs": [{"category": "staff", "basis": %s}]}'
    for wrong in ("1e3", "1 720", "٣", "-1", ""):
        reading = with_value("budget", costs % (basis % wrong))
        assert only_problem(reading).place == "$.projects[0].budget.costs[0].basis.units"
    assert with_value("budget", costs % (basis % "1720.50")).problems == ()


def test_paths_lead_to_the_place() -> None:
    """Keys, lists, keys that are missing and fields that contradict each other all have the path where they stand."""
    funder = {"source": "EU"}
    financing = [
        {"funder": funder, "amount": "5 SEK"},
        {"funder": funder, "amount": "5 EUR"},
        {"amount": "5 SEK"},
    ]
    budget = {"financing": financing[:2], "costs": [{"category": "staff", "basis": {"type": "unit cost"}}]}
    assert [problem.place for problem in read_text(document({"name": "A", "budget": budget})).problems] == [
        "$.projects[0].budget.costs[0].basis.price",
        "$.projects[0].budget.costs[0].basis.units",
    ]
    contradicting = only_problem(read_text(document({"name": "A", "budget": {"financing": financing[:2]}})))
    assert (contradicting.place, contradicting.given) == ("$.projects[0].budget.financing[1]", "EUR")
    missing = only_problem(read_text(document({"name": "A", "budget": {"financing": financing[2:]}})))
    assert str(missing) == "$.projects[0].budget.financing[0].funder: is missing; add it"
    limit = {"kind": "granted", "limits": [{"rate": "40%"}]}
    assert only_problem(read_text(document({"name": "A", "decisions": [limit]}))).place == (
        "$.projects[0].decisions[0].limits[0]"
    )


def test_unknown_keys_are_refused_with_what_may_be_meant() -> None:
    """A misspelt key never vanishes: its path is told, and the key that is near or those there are."""
    near = only_problem(with_value("sumary", '"B"'))
    assert str(near) == "$.projects[0].sumary: is no key here (found 'sumary'); write 'summary', if that is meant"
    far = only_problem(with_value("å 1", '"B"'))
    assert far.place == '$.projects[0]["\\u00e5 1"]'
    assert far.advice.startswith("use one of beneficiary, budget,")
    assert only_problem(with_value("k" * 1000, "0")).place == f'$.projects[0]["{"k" * 60}..."]'


def test_a_word_that_is_none_is_refused_with_what_may_be_meant() -> None:
    """Of the words that a field takes the near one is told, whatever its case, or all that there are."""
    near = only_problem(with_value("decisions", '[{"kind": "Grantd"}]'))
    assert (near.wrong, near.advice) == ("is no decision kind", "write 'granted', if that is meant")
    assert only_problem(with_value("fund", '"esf+"')).advice == "write 'ESF+', if that is meant"
    far = only_problem(with_value("partners", '[{"organisation": {"name": "B"}, "role": "x"}]'))
    assert (far.wrong, far.advice[:26]) == ("is no role", "use one of 'owner', 'partn")
    basis = only_problem(with_value("budget", '{"costs": [{"category": "staff", "basis": {"type": "actual"}}]}'))
    assert (basis.wrong, basis.advice) == ("is no basis of cost", "write 'actual cost', if that is meant")


def test_a_key_given_twice_is_refused() -> None:
    """Where JSON would keep the last of two values in silence, both are told, with all else that is wrong."""
    twice = with_value("name", '"B"')
    assert str(only_problem(twice)) == "$.projects[0].name: is given more than once (found 'name'); keep one of them"
    reading = with_value("name", '"B", "naam": "C"')
    assert [problem.place for problem in reading.problems] == ["$.projects[0].name", "$.projects[0].naam"]
    reading = read_text('{"format": "esfmodel/projects", "version": 1, "version": 1, "projects": []}')
    assert [problem.place for problem in reading.problems] == ["$.version"]


def test_projects_that_are_none_are_told() -> None:
    """Something else in the place of a project is a problem of its own, and the others are read."""
    reading = read_text('{"format": "esfmodel/projects", "version": 1, "projects": [5, null, {"name": "A"}, []]}')
    assert [project.name for project in reading.projects] == ["A"]
    assert [problem.place for problem in reading.problems] == ["$.projects[0]", "$.projects[1]", "$.projects[3]"]


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        (document(version=3), "text, $.version", "has a version that is not known here, where 1 and 2 is"),
        (document(version=True), "text, $.version", "has a version"),
        (document(version=1.0), "text, $.version", "has a version"),
        (document(version=None), "text, $.version", "has a version"),
        (document(format="geojson"), "text", "is no document of the format 'esfmodel/projects'"),
        ('{"projects": []}', "text", "is no document"),
        ('{"format": "esfmodel/projects", "version": 1}', "text", "has no projects"),
        (document(projects={}), "text, $.projects", "is not a list"),
        ('{"format": "esfmodel/projects",\n "version": 1,\n "projects": [}', "text, line 3", "is not JSON: "),
        ('{"a": "b\nc"}', "text, line 1", "is not JSON: invalid control character"),
        ('{"a": 1} x', "text, line 1", "is not JSON: extra data"),
        ("[" * DEEP, "text", "is nested more than 60 levels deep"),
        ('{"a":' * DEEP, "text", "is nested more than 60 levels deep"),
        (f'{{"a": "{"[" * DEEP}', "text, line 1", "is not JSON: unterminated string"),
        ('{"a": "\\"' + '[\\"' * DEEP, "text, line 1", "is not JSON: unterminated string"),
        ("[]", "text", "is no document"),
        ("null", "text", "is no document"),
    ],
)
def test_what_is_no_document_is_not_read(text: str, place: str, wrong: str) -> None:
    """Without the right head there is nothing to read: one error says where and why."""
    with pytest.raises(ReadError) as caught:
        read_text(text, "project_json")
    assert caught.value.place == place
    assert caught.value.wrong.startswith(wrong)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (document(projects=[5] * 100_000), "$.projects[999]"),
        (document({"name": "A", "extra": [5] * 100_000}), "$.projects[0]"),
        (document({"name": "A", **{f"key {number}": 0 for number in range(100_000)}}), "$.projects[0]"),
        (document(**{f"key {number}": 0 for number in range(100_000)}), "$"),
    ],
    ids=["projects", "items", "keys", "head"],
)
def test_reading_stops_when_enough_is_wrong(text: str, place: str) -> None:
    """A thousand problems are listed, and a last one that says where reading stopped."""
    reading = read_text(text)
    assert len(reading.problems) == 1001
    assert (reading.problems[-1].place, reading.projects) == (place, ())
    assert reading.problems[-1].wrong == "is where reading stopped, after 1000 problems"


def test_the_name_of_a_collection() -> None:
    """The name is text; another value and unknown keys beside it are problems, and the projects are read."""
    assert read_text(document(name="Ansökningar 2026")).name == "Ansökningar 2026"
    reading = read_text(document(name=5, titel="B"))
    assert (reading.name, len(reading.projects)) == (None, 1)
    assert [(problem.place, problem.given) for problem in reading.problems] == [("$.titel", "titel"), ("$.name", "5")]
    assert read_text(document(name=" ")).problems[0].place == "$.name"


def test_an_error_of_the_library_is_not_hidden() -> None:
    """What goes wrong for another reason than the document is never told as a problem of it."""
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError(), "$"))


@pytest.mark.parametrize(("version", "complete"), [(1, True), (2, False)])
def test_a_list_of_version_1_is_the_whole(version: int, complete: bool) -> None:
    """What was written when a list was the whole is read as the whole, wherever a budget may stand."""
    budget = {"financing": [{"funder": {"source": "EU"}, "amount": "5 SEK"}]}
    project = {
        "name": "A",
        "budget": budget,
        "partners": [{"organisation": {"name": "B"}, "role": "partner", "budget": budget}],
        "phases": [{"name": "Analys", "budget": budget}],
        "decisions": [{"kind": "granted", "budget": budget}],
    }
    read = read_text(json.dumps({"format": "esfmodel/projects", "version": version, "projects": [project]})).one()
    found = [
        read.budget,
        *(each.budget for each in read.partners),
        *(each.budget for each in read.phases),
        *(each.budget for each in read.decisions),
    ]
    assert [each and each.complete for each in found] == [complete] * 4
    both = [{"funder": {"source": source}, "amount": "5 SEK"} for source in ("EU", "own")]
    two_sided = read_text(document({"name": "A", "budget": {"financing": both}})).one().budget
    assert two_sided is not None
    assert not two_sided.complete
