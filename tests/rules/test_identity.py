from __future__ import annotations

import attrs
import pytest

from esfmodel import Outcome, Programme, Project, validate

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
    assert told == ["cci).", "programme.cci)."]


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
