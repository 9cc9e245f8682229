from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError, printable
from esfmodel.formats import Counts, Problem, Reading
from esfmodel.model import Project

PROBLEM = Problem("line 4", "2024-02-31", "is no day of the calendar", "2024-02 has 29 days")


@given(st.text(), st.one_of(st.none(), st.text()), st.text(), st.text())
def test_a_problem_is_one_line_that_prints(place: str, given_value: str | None, wrong: str, advice: str) -> None:
    """Whatever a source holds, a problem with it never breaks a line or reaches a terminal raw."""
    line = str(Problem(place, given_value, wrong, advice))
    assert len(line.splitlines()) == 1
    assert all(character.isprintable() or character.isspace() for character in line)
    assert "\x1b" not in line


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_text_that_prints_is_printed_as_it_is(text: str) -> None:
    """Nothing but what does not print is written otherwise."""
    assert printable(text) == text


def test_a_problem_says_where_what_and_what_to_do() -> None:
    """Place, fault, given value and advice are all in the line, and a value that is missing is not shown."""
    assert str(PROBLEM) == "line 4: is no day of the calendar (found '2024-02-31'); 2024-02 has 29 days"
    assert str(Problem("$.projects[0].name", None, "is missing", "add it")) == "$.projects[0].name: is missing; add it"


def test_a_problem_keeps_the_words_of_an_error() -> None:
    """A problem made of an error has its value as text, whatever it was."""
    assert Problem.of("$.a", InvalidValue("value", [1], "is no text", "quote it")).given == "[1]"
    assert Problem.of("$.a", InvalidValue("value", "1", "is no text", "quote it")).given == "1"
    assert Problem.of("$.a", InvalidValue("value", None, "is no text", "quote it")).given is None


def test_a_reading_counts_what_it_is_given() -> None:
    """Without counts of its own, a reading counts its projects, what they keep, and its problems."""
    reading = Reading([Project("A", extra=[("b", "c")]), Project("D")], [PROBLEM])
    assert reading.counts == Counts(records=2, projects=2, values=0, extra=1, problems=1)
    assert reading.projects[1].name == "D"


def test_the_single_project() -> None:
    """`one` gives the project of a source that holds one."""
    assert Reading([Project("A")], [PROBLEM]).one().name == "A"


def one_fails(reading: Reading) -> str:
    """Return what `one` says."""
    with pytest.raises(ReadError) as caught:
        reading.one()
    return str(caught.value)


def test_none_and_several_are_not_one() -> None:
    """`one` refuses a source without a project and one with several."""
    assert one_fails(Reading([])) == "reading: holds no project; correct the source and read it again"
    assert one_fails(Reading([Project("A"), Project("B")])) == "reading: holds 2 projects, not one; use .projects"


def test_a_project_that_could_not_be_read_counts() -> None:
    """Where one of two projects was wrong, the other is not the single one, and the problems are named."""
    counts = Counts(records=2, projects=1, values=1, extra=0, problems=7)
    told = one_fails(Reading([Project("A")], [PROBLEM] * 7, counts))
    assert "1 of 2 projects could not be read: line 4: is no day" in told
    assert "(and 2 more)" in told


def test_a_reading_holds_projects_and_problems_only() -> None:
    """Other things in their place are a wrong type."""
    with pytest.raises(TypeError, match=r"projects\[0\] must be Project"):
        Reading(["A"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match=r"problems\[0\] must be Problem"):
        Reading([], ["A"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
