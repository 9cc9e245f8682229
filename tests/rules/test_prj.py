from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Call, Fund, Outcome, Period, Priority, Programme, Project, Severity, validate
from esfmodel.law import codes

PROJECT = Project("A", cci="2021SE05SFPR001", programme=Programme("2021SE05SFPR"), programming_period="2021-2027")


def found(project: Project) -> list[tuple[str, str]]:
    """Name rule and place of each finding."""
    return [(finding.rule, finding.place) for finding in validate(project).findings]


def test_a_code_without_serial_number_is_the_same_programme() -> None:
    """The authority writes 2021SE05SFPR, others 2021SE05SFPR001: no contradiction."""
    assert found(PROJECT) == []
    assert validate(PROJECT).result("PRJ001").outcome is Outcome.PASSED


def test_two_programmes_contradict_each_other() -> None:
    """The project's CCI and its programme's are of one programme."""
    other = attrs.evolve(PROJECT, programme=Programme("2021SE16RFPR001"))
    assert found(other) == [("PRJ001", "cci")]
    assert "2021SE05SFPR001" in validate(other).errors[0].text("sv")


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        ("2021SE05SFPR001_23-017-S01", Outcome.PASSED),
        ("2021SE16RFPR001_23-017-S01", Outcome.FAILED),
        ("23-017-S01", Outcome.NOT_APPLICABLE),
    ],
)
def test_the_programme_in_the_number_is_the_projects(number: str, outcome: Outcome) -> None:
    """Kohesio writes the programme in front of the number; a number without one says nothing."""
    assert validate(attrs.evolve(PROJECT, operation_id=number)).result("PRJ002").outcome is outcome


def test_each_place_that_contradicts_the_number_is_found() -> None:
    """The number is compared with the project's CCI and with the programme's."""
    report = validate(attrs.evolve(PROJECT, operation_id="2021SE16RFPR001_23-017-S01"))
    told = [finding.text("en").partition("(")[2] for finding in report.errors]
    assert told == ["CCI).", "programme, CCI)."]


def test_the_programming_period_is_that_of_the_code() -> None:
    """2016 lies in 2014-2020, wherever the period is stated."""
    project = Project(
        "A", cci="2016FI16RFSM001", programming_period="2021-2027", programme=Programme(programming_period="2014-2020")
    )
    assert found(project) == [("PRJ003", "programming_period")]
    moved = attrs.evolve(project, cci=None, programme=Programme("2014SE05M9OP001", programming_period="2007-2013"))
    assert found(moved) == [("PRJ003", "programming_period"), ("PRJ003", "programme.programming_period")]


def test_a_code_after_2027_tells_no_programming_period() -> None:
    """Nothing is compared with a programming period that has no law yet."""
    later = Project("A", cci="2028SE05SFPR001", programming_period="2021-2027")
    assert validate(later).result("PRJ003").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("fund", "funds", "outcome"),
    [
        (Fund.ESF_PLUS, [Fund.ESF_PLUS], Outcome.PASSED),
        (Fund.YEI, [Fund.ESF], Outcome.PASSED),
        (Fund.ERDF, [Fund.ERDF, Fund.COHESION_FUND], Outcome.PASSED),
        (Fund.ERDF, [Fund.ESF_PLUS], Outcome.FAILED),
        (None, [Fund.ESF_PLUS], Outcome.NOT_EVALUATED),
        (Fund.ERDF, [], Outcome.NOT_EVALUATED),
    ],
)
def test_the_fund_is_one_of_the_programmes(fund: Fund | None, funds: list[Fund], outcome: Outcome) -> None:
    """The youth initiative was part of the ESF programme, so either name will do."""
    assert validate(Project("A", fund=fund, programme=Programme(funds=funds))).result("PRJ004").outcome is outcome


def test_call_and_priority_name_the_same_fund() -> None:
    """Each that names another is found, and one that names none says nothing."""
    priority = Priority("A", fund=Fund.ERDF)
    project = Project("A", fund=Fund.ESF_PLUS, call=Call(fund=Fund.JTF), priority=priority)
    report = validate(project)
    assert found(project) == [("PRJ005", "call.fund"), ("PRJ005", "priority.fund")]
    assert report.errors[0].text("sv") == "Projektets fond är ESF+, men utlysningen anger FRO."
    assert report.errors[1].text("en") == "The project's fund is ESF+, but the priority states ERDF."
    silent = attrs.evolve(project, call=Call("24-030", fund=Fund.ESF_PLUS), priority=Priority("A"))
    assert validate(silent).result("PRJ005").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("fund", "period", "outcome"),
    [
        (Fund.ESF, "2014-2020", Outcome.PASSED),
        (Fund.ESF, "2021-2027", Outcome.FAILED),
        (Fund.ESF_PLUS, "2021-2027", Outcome.PASSED),
        (Fund.ESF_PLUS, "2014-2020", Outcome.FAILED),
        (Fund.YEI, "2014-2020", Outcome.PASSED),
        (Fund.JTF, "2014-2020", Outcome.FAILED),
        (Fund.ESF, "2007-2013", Outcome.NOT_EVALUATED),
        (Fund.AMIF, "2014-2020", Outcome.NOT_APPLICABLE),
        (Fund.ERDF, "2021-2027", Outcome.NOT_APPLICABLE),
        (None, "2021-2027", Outcome.NOT_EVALUATED),
    ],
)
def test_the_fund_exists_in_the_period(fund: Fund | None, period: str, outcome: Outcome) -> None:
    """The ESF was followed by the ESF+; of funds that our lists do not know in both periods nothing is said."""
    result = validate(Project("A", fund=fund, programming_period=period)).result("PRJ006")
    assert result.outcome is outcome
    assert all(finding.severity is Severity.WARNING for finding in result.findings)


@pytest.mark.parametrize(
    ("code", "outcome"), [("D", Outcome.PASSED), ("d ", Outcome.PASSED), ("G", Outcome.FAILED), ("DD", Outcome.FAILED)]
)
def test_the_priority_is_one_of_the_programmes(code: str, outcome: Outcome) -> None:
    """Capitals and spaces make no difference."""
    programme = Programme(priorities=[Priority("A"), Priority("D")])
    result = validate(Project("A", priority=code, programme=programme)).result("PRJ007")
    assert result.outcome is outcome
    assert [finding.expected for finding in result.findings] == ["A, D"] * (outcome is Outcome.FAILED)


@pytest.mark.parametrize(
    ("objective", "outcome"),
    [("D1", Outcome.PASSED), ("D1A Stärkt kapacitet", Outcome.PASSED), ("D", Outcome.PASSED), ("A1", Outcome.FAILED)],
)
def test_the_objective_is_one_of_the_priority(objective: str, outcome: Outcome) -> None:
    """The register writes D1 where others write what lies under it; another objective is a warning."""
    priority = Priority("D", specific_objectives=["D1", "D2"])
    project = Project("A", priority=priority, specific_objective=objective)
    assert validate(project).result("PRJ008").outcome is outcome
    assert validate(project).errors == ()


@pytest.mark.parametrize(
    ("nuts", "country", "programme", "outcome"),
    [
        ("SE33", "SE", None, Outcome.PASSED),
        ("EL30", "GR", None, Outcome.PASSED),
        ("SE33", "NO", "SE", Outcome.FAILED),
        ("NO07", None, "SE", Outcome.FAILED),
        ("SE33", None, "SE", Outcome.PASSED),
        ("SE33", None, None, Outcome.NOT_EVALUATED),
    ],
)
def test_the_place_lies_in_the_country(nuts: str, country: str | None, programme: str | None, outcome: Outcome) -> None:
    """The project's own country is asked first, then its programme's; NUTS writes EL for Greece."""
    project = Project("A", nuts=nuts, country=country, programme=Programme(country=programme))
    assert validate(project).result("PRJ009").outcome is outcome


@pytest.mark.parametrize(
    ("nuts", "outcome"),
    [
        ("SE", Outcome.PASSED),
        ("SE0", Outcome.PASSED),
        ("SE322", Outcome.PASSED),
        ("SE34", Outcome.FAILED),
        ("NO07", Outcome.NOT_APPLICABLE),
    ],
)
def test_the_region_exists(nuts: str, outcome: Outcome) -> None:
    """The register prints SE0 for national projects, so that is not remarked on; regions abroad are not listed."""
    assert validate(Project("A", nuts=nuts)).result("PRJ010").outcome is outcome


@pytest.mark.parametrize(
    ("field", "period", "outcome"),
    [
        ("175", "2021-2027", Outcome.PASSED),
        ("163", "2021-2027", Outcome.PASSED),
        ("145a", "2021-2027", Outcome.PASSED),
        ("193", "2021-2027", Outcome.PASSED),
        ("185", "2021-2027", Outcome.FAILED),
        ("175", "2014-2020", Outcome.FAILED),
        ("117.0", "2014-2020", Outcome.PASSED),
        ("63 Text", "2014-2020", Outcome.PASSED),
        ("Stöd till vuxenutbildning", "2021-2027", Outcome.NOT_EVALUATED),
        ("117", "2007-2013", Outcome.NOT_EVALUATED),
    ],
)
def test_the_field_exists_in_the_period(field: str, period: str, outcome: Outcome) -> None:
    """175 is lawful in Sweden's sparsely populated north; one we have not read, as 185, is at most a warning."""
    report = validate(Project("A", intervention_field=field, programming_period=period))
    assert report.result("PRJ011").outcome is outcome
    assert report.errors == ()


@given(st.sampled_from(["2014-2020", "2021-2027"]), st.data())
def test_every_listed_code_is_known(period: str, data: st.DataObject) -> None:
    """Each field and theme of a list passes, however its zeros and capitals are written."""
    fields, themes = codes.intervention_fields(period), codes.secondary_themes(period)
    assert fields is not None
    assert themes is not None
    field, theme = data.draw(st.sampled_from([*fields])), data.draw(st.sampled_from([*themes]))
    written = data.draw(st.sampled_from([theme.code, theme.code.lstrip("0"), theme.name or "", theme.name or ""]))
    project = Project("A", programming_period=period, intervention_field=field.code, secondary_themes=[written])
    assert validate(project).findings == ()
    bare = attrs.evolve(project, intervention_field=field.code.lstrip("0").upper())
    assert validate(bare).result("PRJ011").outcome is Outcome.PASSED


def test_a_theme_in_swedish_is_not_judged() -> None:
    """The register prints "Motverka barnfattigdom", and the list that was read is in English; a number is judged."""
    project = Project("A", programming_period="2021-2027", secondary_themes=["Motverka barnfattigdom", "99", "06"])
    result = validate(project).result("PRJ012")
    assert [finding.place for finding in result.findings] == ["secondary_themes[1]"]
    assert result.reason is not None
    assert "Motverka barnfattigdom" in result.reason.sv
    alone = attrs.evolve(project, secondary_themes=["Motverka barnfattigdom"])
    assert validate(alone).result("PRJ012").outcome is Outcome.NOT_EVALUATED


def test_an_unknown_place_says_where_it_is_not() -> None:
    """The texts name the list, not the law."""
    (warning,) = validate(Project("A", nuts="SE34")).warnings
    assert warning.text("sv") == "NUTS-koden SE34 finns inte i den kodlista som vi har läst."
    assert warning.level is None


def test_a_code_of_a_period_that_is_not_known_accuses_nobody() -> None:
    """A CCI of 2028 tells no programming period: what needs one is not judged, and nothing is found against it."""
    unknown = validate(Project("A", cci="2028SE05SFPR001", period=Period("2029-01-01", "2031-12-31")))
    assert str(unknown.result("PER001").reason) == "not stated: programming period"
    stated = validate(Project("A", cci="2028SE05SFPR001", programming_period="2028-2034"))
    assert stated.result("PRJ003").outcome is Outcome.NOT_EVALUATED
    assert str(stated.result("PRJ003").reason) == "the programme's CCI does not tell the programming period"
    for report in (unknown, stated):
        assert report.errors == report.warnings == ()
