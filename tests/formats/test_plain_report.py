"""A report as plain data: what is made again of it is equal, and what is wrong in it is told."""

from __future__ import annotations

import copy
import datetime
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    Cost,
    CostCategory,
    ExchangeRate,
    Finding,
    Fund,
    InvalidData,
    InvalidValue,
    Law,
    Money,
    Outcome,
    Portfolio,
    Project,
    Report,
    RuleResult,
    Severity,
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
    validate,
)
from esfmodel.law import Grade, Level
from esfmodel.rules import Ground, Place, Words
from esfmodel.rules.rule import is_for_projects
from esfmodel.testing import (
    bounds,
    broken_projects,
    ccis,
    countries,
    dates,
    foreign_numbers,
    money,
    nuts_codes,
    open_periods,
    operation_ids,
    organisation_numbers,
    periods,
    postal_codes,
    programming_periods,
    projects,
    provisions,
    rates,
    words,
)
from esfmodel.text.telling.problems import Numbered
from esfmodel.values.format import LANGUAGES
from json_schema import faults, items_of, keys_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = json_schema(Report)
OF_PROJECTS = [rule.code for rule in RULES if is_for_projects(rule)]
AFTER_IT = st.dates(datetime.date(2024, 4, 1), datetime.date(2030, 12, 31))
RATE = ExchangeRate("EUR", "SEK", rate="11.40", month="2024-03", source="Europeiska kommissionen")


def texts(report: Report) -> list[str]:
    """Write a report, and each finding alone, in each language."""
    told: list[Report | Finding] = [report, *report.findings]
    return [each.text(language) for each in told for language in LANGUAGES]


def check_survives(report: Report) -> None:
    """Check that a report is the same when it is made again of plain data or of JSON, and that the schema allows it."""
    plain = to_dict(report)
    for again in (from_dict(plain, Report), from_json(to_json(report, indent=None), Report)):
        assert again == report
        assert hash(again) == hash(report)
        assert texts(again) == texts(report)
        assert to_dict(again) == plain
    assert json.loads(report.to_json()) == plain
    assert faults(plain, SCHEMA) == []


few = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@few
@given(st.sampled_from(OF_PROJECTS).flatmap(broken_projects), st.none() | AFTER_IT, st.booleans())
def test_a_report_is_made_again_of_plain_data(project: Project, on: datetime.date | None, has_rate: bool) -> None:
    """Every fact of it is the same: values, provisions with their source, places, and the texts of each language."""
    law = LAW.with_pack("2021SE05SFPR001") if has_rate else LAW
    check_survives(validate(project, on=on, law=law, rates=[RATE] if has_rate else [], ignore=["PUB"] if on else []))


@settings(few, max_examples=5)
@given(st.lists(projects(), max_size=2))
def test_a_report_on_a_portfolio_is_made_again(found: list[Project]) -> None:
    """It may have no project, and places below its projects."""
    check_survives(validate(Portfolio(found)))


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "plain": st.none() | st.booleans() | st.integers(-(10**90), 10**90) | st.text("aå\n{}"),
    "money": money(),
    "bounds": bounds(),
    "rate": rates(),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=3),
    "date": dates() | st.dates(),
    "periods": periods() | open_periods() | programming_periods(),
    "codes": ccis() | nuts_codes() | operation_ids() | postal_codes() | countries(),
    "numbers": organisation_numbers() | foreign_numbers() | st.builds(Numbered, st.integers(1, 9)),
    "members": st.sampled_from([*CostCategory, *Fund, *Outcome, *Severity, *Level, *Grade, *Ground]),
    "words": words(),
    "place": st.builds(Place, st.text()),
    "provision": provisions(),
}
"""What a finding may hold, by what it is."""


def report_of(**facts: object) -> Report:
    """Return a report with one finding."""
    given: dict[str, Any] = {"place": "", "basis": Ground.POLICY, "words": Words("{found}", "{found}"), **facts}
    finding = Finding(rule="BUD001", severity=Severity.INFO, **given)
    return Report(subject=None, on=None, law_version="", results=(RuleResult(RULES[0], Outcome.PASSED, (finding,)),))


@pytest.mark.parametrize("kind", VALUES)
@settings(few, max_examples=8)
@given(data=st.data())
def test_every_value_is_of_its_type_again(kind: str, data: st.DataObject) -> None:
    """A share is no text that looks like one, and a period of years no two days."""
    values = st.tuples(VALUES[kind], VALUES[kind])
    expected, found = data.draw(values)
    report = report_of(expected=expected, found=found, values=(("both", (expected, found)), ("none", ())))
    check_survives(attrs.evolve(report, subject="A"))
    again = from_json(to_json(report), Report).findings[0]
    assert type(again.found) is type(found) or isinstance(found, datetime.date)


def test_a_sum_of_bounds_is_told_as_before() -> None:
    """What additions have moved the ends by is kept: over 12 and over 3 is still written as over 15."""
    total = Bounds.over(Money(12)) + Bounds.over(Money(3))
    report = report_of(found=total, difference=total)
    check_survives(report)
    assert cast("Bounds[Money]", from_dict(to_dict(report), Report).findings[0].found).as_said == total.as_said


@pytest.mark.parametrize(
    "value",
    [0.5, object(), [1], ((1,),), {"a": 1}, datetime.datetime(2024, 1, 1), Budget(total=Money(1)), Law],  # noqa: DTZ001
    ids=lambda value: type(value).__name__,
)
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    """A finding of one's own may hold anything; what could not be read again is not written as something else."""
    with pytest.raises(TypeError, match="has no plain data; let the rule give text, a whole number, a value"):
        to_dict(report_of(found=value))


@pytest.mark.parametrize(("value", "code"), [(Decimal("NaN"), "number.not_finite"), (10**200, "number.too_long")])
def test_a_number_that_cannot_be_read_is_refused(value: object, code: str) -> None:
    """It would not be read again."""
    with pytest.raises(InvalidValue) as told:
        to_dict(report_of(found=value))
    assert told.value.code == code


# --- What is wrong in a report

BROKEN = Project(
    "Hede",
    cci="2021SE05SFPR001",
    duration_months=50,
    budget=Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(4)))], total=Money(5)),
)
PLAIN: dict[str, Any] = to_dict(validate(BROKEN, rates=[RATE], law=LAW.with_pack("2021SE05SFPR001")))
FOUND = next(at for at, result in enumerate(PLAIN["results"]) if result["findings"])
FINDING = ("results", FOUND, "findings", 0)
CITING = next(
    ("results", at, "findings", number)
    for at, result in enumerate(PLAIN["results"])
    for number, finding in enumerate(result["findings"])
    if isinstance(finding["basis"], dict)
)


def with_value(plain: dict[str, Any], way: Sequence[Any], value: object) -> dict[str, Any]:
    """Return plain data with another value at a place."""
    other = copy.deepcopy(plain)
    here: Any = other
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    return other


WRONG: list[tuple[tuple[Any, ...], object, str, str]] = [
    (("format",), "esfmodel/projects", "", "value.not_one_of"),
    (("version",), 1, "", "report.other_version"),
    (("version",), True, "", "report.other_version"),
    (("subject",), 5, "", "value.not_text"),
    (("xyz",), "A", "", "key.unknown"),
    (("result",), [], "", "key.did_you_mean"),
    (("on",), "2024-02-30", "", "date.no_such_day"),
    (("results",), {}, "", "value.not_a_list"),
    (("complete",), "yes", "", "value.not_true_or_false"),
    (("errors",), 9, "", "report.disagrees"),
    (("complete",), True, "", "report.disagrees"),
    (("rates", 0, "rate"), "-1", "", "exchange_rate.not_a_price"),
    (("rates", 0, "rate"), "1e5", "", "number.not_plain"),
    (("packs", 0, "name"), 5, "", "value.not_text"),
    (("results", 0, "rule"), "BUD999", "", "rule.of_another_version"),
    (("results", 0, "own"), True, "results[0].rule", "report.rule_not_given"),
    (("results", 0, "outcome"), "pased", "", "value.did_you_mean"),
    (("results", 0, "reason"), {"sv": "a"}, "results[0].reason.en", "value.missing"),
    (("results", 0, "findings"), [5], "results[0].findings[0]", "value.not_keys"),
    ((*FINDING, "found"), {"kronor": "5"}, "found.kronor", "key.unknown"),
    ((*FINDING, "found"), {}, "", "value.not_keys"),
    ((*FINDING, "found"), {"money": "5 SEK", "rate": "5%"}, "", "value.not_keys"),
    ((*FINDING, "found"), {"money": "5"}, "found.money", "money.not_plain"),
    ((*FINDING, "found"), 0.5, "", "number.bare_decimal"),
    ((*FINDING, "found"), [[]], "found[0]", "value.not_keys"),
    ((*FINDING, "difference"), "5 SEK", "", "value.not_keys"),
    ((*FINDING, "difference"), {"rate": "5%"}, "difference.rate", "key.unknown"),
    ((*FINDING, "basis"), "law", "", "value.not_one_of"),
    ((*FINDING, "basis"), {"key": "a"}, "basis.value", "value.missing"),
    ((*CITING, "basis", "grade"), "D", "", "value.not_one_of"),
    ((*CITING, "basis", "end"), "1900-01-01", "", "period.reversed"),
    ((*FINDING, "names"), [], "", "value.not_keys"),
    ((*FINDING, "names"), {5: "a"}, "", "value.not_text"),
    ((*FINDING, "values"), {"how": {"place": None}}, "values.how.place", "value.null"),
]
"""Where, what is put there, where the problem is told if elsewhere, and its code."""


@pytest.mark.parametrize(("way", "value", "place", "code"), WRONG, ids=str)
def test_what_is_wrong_is_told_with_its_place(way: Sequence[Any], value: object, place: str, code: str) -> None:
    """Each fault of plain data is a problem at its place, and never a report of something else."""
    with pytest.raises(InvalidData) as told:
        from_dict(with_value(PLAIN, way, value), Report)
    last = place or cast("str", way[-1])
    assert [last, code] in [[each.place[-len(last) :], each.code] for each in told.value.problems]


@pytest.mark.parametrize("part", ["results", "version", "complete", "subject"])
def test_a_report_that_was_cut_is_refused(part: str) -> None:
    """Nothing that a report needs may be left out; without its open questions it would seem to approve."""
    with pytest.raises(InvalidData, match="is missing") as told:
        from_dict({key: value for key, value in PLAIN.items() if key != part}, Report)
    assert [each.place for each in told.value.problems] == [part]
    judged = [result for result in PLAIN["results"] if result["outcome"] != "not evaluated"]
    with pytest.raises(InvalidData, match="Use the report whole"):
        from_dict({**PLAIN, "results": judged}, Report)


def test_a_thousand_problems_are_enough() -> None:
    """A thousand problems of a report are listed, and a last one that says so: none is left out in silence."""
    with pytest.raises(InvalidData) as told:
        from_dict({**PLAIN, "results": [5] * 2_000}, Report)
    assert (len(told.value.problems), told.value.problems[-1].code) == (1_001, "document.stopped")


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Faults in several places are all told, in JSON as in dicts."""
    plain = with_value(with_value(PLAIN, ("results", 1, "outcome"), None), ("results", 1, "own"), 0)
    plain |= {"note": 1, "on": "x"}
    with pytest.raises(InvalidData) as of_dict:
        from_dict(plain, Report)
    with pytest.raises(InvalidData) as of_json:
        from_json(json.dumps(plain), Report)
    places = ["note", "on", "results[1].own", "results[1].outcome"]
    assert [each.place for each in of_dict.value.problems] == places
    assert [each.place for each in of_json.value.problems] == places
    own = of_dict.value.problems[2]
    assert (
        own.text("sv")
        == "Resultat 2, own: ”0” är varken true eller false. Skriv true för ja eller false för nej, utan citattecken."
    )
    with pytest.raises(InvalidData, match="Version: is given more than once"):
        from_json('{"format": "esfmodel report", "version": 2, "version": 2}', Report)
    with pytest.raises(InvalidData):
        from_dict(cast("Any", [PLAIN]), Report)


def steps_in(plain: object, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value of a report."""
    inner: dict[Any, object] = {**keys_of(plain), **dict(enumerate(items_of(plain)))}
    return [way for step, value in inner.items() for way in ((*before, step), *steps_in(value, (*before, step)))]


# Two results have every key there is.
SMALL = {**PLAIN, "results": [PLAIN["results"][0], PLAIN["results"][FOUND]]}
JUNK = st.sampled_from([None, True, -1, 0.5, "", "2024-01-01", "5 SEK", [], ["a"], {}, {"money": "1 SEK"}, {"sv": 1}])


@settings(max_examples=150)
@given(st.sampled_from(steps_in(SMALL)), JUNK)
def test_whatever_stands_in_a_report_is_read_or_told(way: tuple[Any, ...], junk: object) -> None:
    """No value in any place does anything but make a report or be told as wrong."""
    try:
        again = from_dict(with_value(SMALL, way, junk), Report)
    except InvalidData as error:
        problems = error.problems
    else:
        assert from_dict(to_dict(again), Report) == again
        return
    assert all(each.text(language) for each in problems for language in LANGUAGES)


def test_every_key_is_in_the_reference() -> None:
    """The page on reports says what each key of a report, a result and a finding means."""
    page = (Path(__file__).parents[2] / "docs/reference/report.md").read_text("utf-8")
    result = PLAIN["results"][FOUND]
    told = set(re.findall(r"`(\w+)`", page))
    assert {*PLAIN, *result, *result["findings"][0]} <= told


# --- Rules of one's own


def test_rules_of_ones_own_are_given() -> None:
    """A report names such a rule by its code and says that it is one's own, also where the library has that code."""
    own = attrs.evolve(RULES[0], severity=Severity.INFO)
    report = validate(BROKEN, rules=[own, *RULES[1:]])
    plain = to_dict(report)
    with pytest.raises(InvalidData, match="no rule of the library, but one of your own"):
        from_dict(plain, Report)
    assert from_dict(plain, Report, rules=[own]) == from_json(to_json(report), Report, rules=[own]) == report
    with pytest.raises(InvalidValue, match="is the code of two rules"):
        from_dict(plain, Report, rules=[own, RULES[0]])


def test_data_without_end_is_refused() -> None:
    """A report that stands in itself is told, and not followed for ever."""
    data = to_dict(validate(Project("Framtidskraft")))
    data["results"] = data
    with pytest.raises(InvalidData) as refused:
        from_dict(data, Report)
    assert [problem.code for problem in refused.value.problems]
