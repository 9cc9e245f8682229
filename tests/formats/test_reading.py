from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError, printable
from esfmodel.formats import Counts, Problem, Reading
from esfmodel.model import FundingSource, Project
from esfmodel.values import Money

PROBLEM = Problem("date.no_such_day", "period", "2024-02-31", line=4, month="2024-02", days=29)


@given(st.text(), st.one_of(st.none(), st.text()), st.text(), st.text())
def test_a_problem_is_one_line_that_prints(place: str, given_value: str | None, near: str, source: str) -> None:
    """Whatever a source holds, a problem with it never breaks a line or reaches a terminal raw."""
    problem = Problem("value.did_you_mean", place, given_value, near=near, source=source)
    for line in (str(problem), problem.text("sv"), problem.text("en")):
        assert len(line.splitlines()) == 1
        assert all(character.isprintable() or character.isspace() for character in line)
        assert "\x1b" not in line


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_text_that_prints_is_printed_as_it_is(text: str) -> None:
    """Nothing but what does not print is written otherwise."""
    assert printable(text) == text


def test_a_problem_says_where_what_and_what_to_do() -> None:
    """Place, fault, given value and advice are all in the line, and a value that is missing is not shown."""
    assert (
        str(PROBLEM)
        == "line 4, period: is no day of the calendar (found '2024-02-31'); correct the day: 2024-02 has 29 days"
    )
    assert str(Problem("value.missing", "projects[0].name")) == "projects[0].name: is missing; add it"


def test_a_problem_keeps_the_words_of_an_error() -> None:
    """A problem made of an error has its value as text, whatever it was."""
    for value, written in (
        ([1], "[…]"),
        ({"a": None}, "{…}"),
        ("1", "1"),
        (None, None),
        (True, "true"),
        (5, "5"),
        (Money(5), "5 SEK"),
        (FundingSource.EU, "EU"),
    ):
        assert Problem.of(InvalidValue("value.negative", "value", value), place="a").given == written


def test_a_problem_is_data() -> None:
    """Problems compare and hash by what they say, and survive another process; an error among their facts does too."""
    why = InvalidValue("value.negative", "rate", -1)
    one, other = (Problem.of(InvalidValue("reading.unread", unread=1, count=2, first=why)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert one != Problem("reading.unread", unread=1, count=3, first=None)
    assert one.text("sv").startswith("1 av 2 projekt gick inte att läsa, och det första felet är detta: ")


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
    assert one_fails(Reading([])) == "holds no project; correct the source and read it again"
    assert (
        one_fails(Reading([Project("A"), Project("B")]))
        == "holds 2 projects, not one; keep one of them, or read them all"
    )


def test_a_project_that_could_not_be_read_counts() -> None:
    """Where one of two projects was wrong, the other is not the single one, and the problems are named."""
    counts = Counts(records=2, projects=1, values=1, extra=0, problems=7)
    told = one_fails(Reading([Project("A")], [PROBLEM] * 7, counts))
    assert told.startswith(
        "1 of 2 projects could not be read; the first problem: Line 4, period: “2024-02-31” is no day"
    )


def test_a_reading_holds_projects_and_problems_only() -> None:
    """Other things in their place are a wrong type."""
    with pytest.raises(TypeError, match=r"projects\[0\] must be Project"):
        Reading(["A"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match=r"problems\[0\] must be Problem"):
        Reading([], ["A"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
