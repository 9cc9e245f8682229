from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import ReadError
from esfmodel.formats import Problem, Reading, read_text, to_text
from esfmodel.formats._converter import problems_of
from esfmodel.model import Budget, Cost, CostCategory, Project, Role, UnitCost
from esfmodel.model.decision import DecisionKind
from esfmodel.values import Money
from esfmodel.values.nesting import DEEPEST, json_too_deep

if TYPE_CHECKING:
    from decimal import Decimal

DEEP = 100_000


def document(project: object = None, **head: object) -> str:
    """Write a document with one project in it."""
    whole: dict[str, Any] = {"format": "esfmodel/projects", "version": 1, "projects": [project or {"name": "A"}]}
    return json.dumps({**whole, **head})


def with_value(key: str, value: str, *, strict: bool = False) -> Reading:
    """Read a document whose project has one more key, with a value as it is written in JSON."""
    return read_text(document({"name": "A", "X": 0}).replace('"X": 0', f'"{key}": {value}'), strict=strict)


def only_problem(reading: Reading) -> Problem:
    """Return the one problem of a reading in which nothing could be read."""
    assert reading.projects == ()
    (problem,) = reading.problems
    return problem


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("budget", '{"total": 12.5}', "number.no_currency"),
        ("budget", '{"total": 1e400}', "number.bare_decimal"),
        ("budget", '{"total": NaN}', "number.not_finite"),
        ("budget", '{"total": -Infinity}', "number.not_finite"),
        ("budget", '{"total": 5}', "number.no_currency"),
        ("budget", '{"total": "5"}', "number.no_currency"),
        ("budget", '{"total": []}', "value.not_text"),
        ("budget", '{"total": "1.200 SEK"}', "number.two_readings"),
        ("budget", '{"total": "12.345 SEK"}', "money.too_fine"),
        ("budget", '{"total": "%s"}' % ("x" * 300), "money.not_plain"),
        ("budget", '{"total": "(40%, )"}', "amount.bounds_of_share"),
        ("budget", '{"total": "[5 SEK; 6 SEK]"}', "bounds.not_plain"),
        ("budget", "[]", "value.not_keys"),
        ("budget", '{"costs": {}}', "value.not_a_list"),
        ("budget", '{"costs": "staff"}', "value.not_a_list"),
        ("budget", '{"complete": null}', "value.null"),
        ("planned_participants", '"05"', "value.not_whole"),
        ("planned_participants", "true", "value.not_whole"),
        ("planned_participants", "1" * 101, "number.too_long"),
        ("planned_participants", "-1", "value.negative"),
        ("strategic_importance", '"Nej"', "value.not_true_or_false"),
        ("region", "5", "value.not_text"),
        ("beneficiary", '{"name": "B", "count": null}', "value.missing_one_of"),
        ("beneficiary", '{"name": null}', "value.missing"),
        ("region", '"\\ud83d"', "text.half_a_character"),
        ("region", '""', "value.empty"),
        ("fund", '"ESF++"', "value.did_you_mean"),
        ("fund", '"x"', "value.not_one_of"),
        ("fund", "{}", "value.not_one_of"),
        ("period", '"2024-02-31/2024-12-31"', "date.no_such_day"),
        ("period", '"2024-12-31/2024-01-01"', "period.reversed"),
        ("programming_period", "2021", "period.only_year"),
        ("published_eu_rate", '"40"', "number.no_percent"),
        ("published_eu_rate", "1", "text.two_readings"),
        ("nuts", '"XX1"', "identifier.no_country"),
        ("country", "46", "value.not_text"),
        ("country", "[]", "value.not_text"),
        ("decisions", '[{"kind": "granted", "on": 2021}]', "value.not_text"),
        ("decisions", '[{"kind": "granted", "on": "2021-13-01"}]', "date.month"),
        ("decisions", '[{"kind": "granted", "on": "1/2/2021"}]', "text.two_readings"),
        ("budget", '{"costs": [{"category": "staff", "basis": 5}]}', "value.not_keys"),
        ("budget", '{"costs": [{"category": "staff", "basis": {"type": 5}}]}', "value.not_one_of"),
        ("budget", '{"costs": [{"category": "staff", "basis": {"amount": "5 SEK"}}]}', "value.missing_one_of"),
        ("call", '{"name": "A", "window": "2024-01-01/.."}', "period.open"),
    ],
)
def test_each_wrong_value_is_told(key: str, value: str, code: str) -> None:
    """A value that its field does not take is a problem with its path and what is wrong, in both languages."""
    problem = only_problem(with_value(key, value))
    assert problem.place.startswith(f"projects[0].{key}")
    assert (problem.code, problem.line) == (code, 1)
    assert problem.advice
    assert problem.text("sv") != problem.text("en")


@pytest.mark.parametrize("digits", ["1" * 10_000_000, f"-{'9' * 5_000}"])
def test_endless_numbers_are_refused_at_once(digits: str) -> None:
    """A number of millions of digits is never computed."""
    assert only_problem(with_value("planned_participants", digits)).code == "number.too_long"


def test_units_are_read_exactly() -> None:
    """A number of units is text with digits and a point; nothing else is read as one."""
    basis = '{"type": "unit cost", "price": "674.80 SEK", "units": "%s"}'
    costs = '{"costs": [{"category": "staff", "basis": %s}]}'
    for wrong in ("1e3", "1 720", "1.720", "٣", "-1", ""):
        reading = with_value("budget", costs % (basis % wrong))
        assert only_problem(reading).place == "projects[0].budget.costs[0].basis.units"
    for right in ("1720.50", "1720.500", "0.720", "1.7200"):
        assert with_value("budget", costs % (basis % right)).problems == ()


@given(st.decimals(0, 10**6, places=3))
def test_units_with_three_decimals_are_read_back(units: Decimal) -> None:
    """What the library writes is not taken for thousands: it writes a fourth decimal."""
    project = Project("A", budget=Budget([Cost(CostCategory.STAFF, UnitCost(Money(482), units))]))
    assert read_text(to_text(project, "project_json")).one() == project


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
        "projects[0].budget.costs[0].basis.price",
        "projects[0].budget.costs[0].basis.units",
    ]
    contradicting = only_problem(read_text(document({"name": "A", "budget": {"financing": financing[:2]}})))
    assert (contradicting.place, contradicting.given) == ("projects[0].budget.financing[1]", "EUR")
    missing = only_problem(read_text(document({"name": "A", "budget": {"financing": financing[2:]}})))
    assert str(missing) == "line 1, projects[0].budget.financing[0].funder: is missing; add it"
    limit = {"kind": "granted", "limits": [{"rate": "40%"}]}
    assert only_problem(read_text(document({"name": "A", "decisions": [limit]}))).place == (
        "projects[0].decisions[0].limits[0]"
    )


def test_unknown_keys_are_refused_with_what_may_be_meant() -> None:
    """A misspelt key never vanishes: its path is told, and the key that is near or those there are."""
    near = only_problem(with_value("sumary", '"B"'))
    assert str(near) == "line 1, projects[0].sumary: is no key here (found 'sumary'); did you mean summary?"
    far = only_problem(with_value("å 1", '"B"', strict=True))
    assert far.place == 'projects[0]["å 1"]'
    assert far.advice.startswith("take it out, or use one of aid, beneficiary, budget,")
    assert only_problem(with_value("k" * 1000, "0", strict=True)).place == f'projects[0]["{"k" * 60}..."]'


@pytest.mark.parametrize(
    ("key", "meant"), [("namn", "name"), ("stödmottagare", "beneficiary"), ("start", "period"), ("end_date", "period")]
)
def test_a_key_in_other_words_is_refused_with_the_right_one(key: str, meant: str) -> None:
    """A key in Swedish, or one of two that people write for a period, is told with the key that is meant."""
    assert only_problem(with_value(key, '"B"')).params["near"] == meant


def test_a_misspelt_key_is_told_once() -> None:
    """A key that must be there is not told as missing beside the one that was meant to be it."""
    cost = {"kategori": "office", "basis": {"type": "lump sum"}}
    problem = only_problem(read_text(document({"name": "A", "budget": {"costs": [cost]}})))
    assert (problem.code, problem.params["near"]) == ("key.did_you_mean", "category")


def test_a_word_that_is_none_is_refused_with_what_may_be_meant() -> None:
    """Of the words that a field takes the near one is told, whatever its case, or all that there are."""
    near = only_problem(with_value("decisions", '[{"kind": "Grantd"}]'))
    assert (near.code, near.params["near"]) == ("value.did_you_mean", DecisionKind.GRANTED)
    far = only_problem(with_value("partners", '[{"organisation": {"name": "B"}, "role": "x"}]'))
    assert (far.code, far.params["choices"]) == ("value.not_one_of", tuple(Role))
    basis = only_problem(with_value("budget", '{"costs": [{"category": "staff", "basis": {"type": "actual"}}]}'))
    assert (basis.code, basis.params["near"]) == ("value.did_you_mean", "actual cost")


def test_a_key_given_twice_is_refused() -> None:
    """Where JSON would keep the last of two values in silence, both are told, with all else that is wrong."""
    twice = with_value("name", '"B"')
    assert str(only_problem(twice)) == "line 1, projects[0].name: is given more than once; keep one of them"
    reading = with_value("name", '"B", "naam": "C"')
    assert [problem.place for problem in reading.problems] == ["projects[0].name", "projects[0].naam"]
    reading = read_text('{"format": "esfmodel/projects", "version": 1, "version": 1, "projects": []}')
    assert [problem.place for problem in reading.problems] == ["version"]


def test_projects_that_are_none_are_told() -> None:
    """Something else in the place of a project is a problem of its own, and the others are read."""
    reading = read_text('{"format": "esfmodel/projects", "version": 1, "projects": [5, null, {"name": "A"}, []]}')
    assert [project.name for project in reading.projects] == ["A"]
    assert [problem.place for problem in reading.problems] == ["projects[0]", "projects[1]", "projects[3]"]


@pytest.mark.parametrize(
    ("text", "place", "line", "code"),
    [
        (document(version=3), "version", 1, "document.other_version"),
        (document(version=True), "version", 1, "document.other_version"),
        (document(version=1.0), "version", 1, "document.other_version"),
        (document(version=None), "version", 1, "document.other_version"),
        (document(format="geojson"), "format", 1, "document.other_format"),
        ('{"projects": []}', "format", None, "document.no_head"),
        ('{"format": "esfmodel/projects", "projects": []}', "version", None, "document.no_head"),
        ('{"format": "esfmodel/projects", "version": 1}', "", None, "document.no_projects"),
        (document(projects={}), "projects", 1, "document.no_projects"),
        ("[" * DEEP, "", None, "file.too_deep"),
        ('{"a":' * DEEP, "", None, "file.too_deep"),
        (f'{{"a": "{"[" * DEEP}', "", 1, "syntax.unclosed_quote"),
        ('{"a": "\\"' + '[\\"' * DEEP, "", 1, "syntax.unclosed_quote"),
        ("[]", "", None, "document.not_an_object"),
        ("null", "", None, "document.not_an_object"),
    ],
)
def test_what_is_no_document_is_not_read(text: str, place: str, line: int | None, code: str) -> None:
    """Without the right head there is nothing to read: one error says where and why."""
    with pytest.raises(ReadError) as caught:
        read_text(text, "project_json")
    error = caught.value
    assert (error.source, error.place, error.line, error.code) == ("text", place, line, code)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (document(projects=[5] * 100_000), "projects[999]"),
        (document({"name": "A", "extra": [5] * 100_000}), "projects[0]"),
        (document({"name": "A", **{f"key {number}": 0 for number in range(20_000)}}), "projects[0]"),
        (document(**{f"key {number}": 0 for number in range(20_000)}), ""),
    ],
    ids=["projects", "items", "keys", "head"],
)
def test_reading_stops_when_enough_is_wrong(text: str, place: str) -> None:
    """A thousand problems are listed, and a last one that says where reading stopped."""
    reading = read_text(text)
    assert len(reading.problems) == 1001
    assert (reading.problems[-1].place, reading.projects) == (place, ())
    assert reading.problems[-1].code == "document.stopped"


def test_the_name_of_a_collection() -> None:
    """The name is text; another value and unknown keys beside it are problems, and the projects are read."""
    assert read_text(document(name="Ansökningar 2026")).name == "Ansökningar 2026"
    reading = read_text(document(name=5, titel="B"))
    assert (reading.name, len(reading.projects)) == (None, 1)
    assert [(problem.place, problem.given) for problem in reading.problems] == [("titel", "titel"), ("name", "5")]
    assert read_text(document(name=" ")).problems[0].code == "value.empty"


def is_too_deep(text: str) -> bool:
    """Return whether a text has too many levels, from a walk through its characters."""
    level, is_string, is_escaped = 0, False, False
    for each in text:
        if is_string:
            is_string = is_escaped or each != '"'
            is_escaped = each == "\\" and not is_escaped
        elif each == '"':
            is_string = True
        else:
            level += (each in "[{") - (each in "]}")
        if level > DEEPEST:
            return True
    return False


@given(
    st.lists(
        st.sampled_from(["[" * 40, "]" * 40, "{", '"', '""', "\\", '\\"', '"a\\\\"', "\0", "\ud800"]), max_size=12
    ).map("".join)
)
def test_too_deep_is_seen_from_the_marks(text: str) -> None:
    """Levels are counted outside of strings, in JSON and in what is none."""
    assert json_too_deep(text) == is_too_deep(text)


def test_an_error_of_the_library_is_not_hidden() -> None:
    """What goes wrong for another reason than the document is never told as a problem of it."""
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError(), ""))


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
