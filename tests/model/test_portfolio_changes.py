"""What became of a list of projects between two downloads."""

from __future__ import annotations

from collections import Counter

import attrs
import pytest
from hypothesis import given

from esfmodel import Budget, Organisation, Portfolio, Project, diff
from esfmodel.testing import portfolios


@given(portfolios(), portfolios())
def test_every_project_of_both_lists_is_told_of_once(before: Portfolio, after: Portfolio) -> None:
    """Whatever the lists, nothing is lost, and the other way round new and gone change places."""
    change = diff(before, after)
    pairs = [(each.before, each.after) for each in change.changed]
    left = [*change.gone, *change.same, *change.unclear_before, *(one for one, _ in pairs)]
    right = [*change.new, *change.same, *change.unclear_after, *(other for _, other in pairs)]
    assert (Counter(left), Counter(right)) == (Counter(before.projects), Counter(after.projects))
    back = diff(after, before)
    assert (Counter(back.new), Counter(back.gone)) == (Counter(change.gone), Counter(change.new))
    assert all(each.fields for each in change.changed)


@given(portfolios())
def test_a_list_has_not_changed_from_itself(portfolio: Portfolio) -> None:
    """Equal projects are the same, even where a number returns."""
    change = diff(portfolio, portfolio)
    assert Counter(change.same) == Counter(portfolio.projects)
    assert (change.new, change.gone, change.changed, change.unclear_before) == ((), (), (), ())


FALUN, MORA = Organisation("Falu kommun"), Organisation("Mora kommun")
NUMBERED = Project("A", operation_id="23-040-S06", beneficiary=FALUN)


def test_a_project_is_known_by_its_number_or_by_name_and_owner() -> None:
    """Two numbers are two projects; without a number the name and the owner decide."""
    renamed = attrs.evolve(NUMBERED, name="B")
    assert [each.fields for each in diff(Portfolio([NUMBERED]), Portfolio([renamed])).changed] == [("name",)]
    unnumbered = attrs.evolve(NUMBERED, operation_id=None)
    assert [each.fields for each in diff(Portfolio([NUMBERED]), Portfolio([unnumbered])).changed] == [("operation_id",)]
    other = attrs.evolve(NUMBERED, operation_id="23-041-S06")
    change = diff(Portfolio([NUMBERED]), Portfolio([other]))
    assert (change.gone, change.new, change.changed) == ((NUMBERED,), (other,), ())
    elsewhere = attrs.evolve(unnumbered, beneficiary=MORA)
    assert diff(Portfolio([unnumbered]), Portfolio([elsewhere])).new == (elsewhere,)
    assert diff(Portfolio([Project("A")]), Portfolio([Project("a", priority="C")])).changed[0].fields == (
        "name",
        "priority",
    )


def test_several_with_one_number_are_unclear() -> None:
    """Nothing says which of them is which."""
    rows = [attrs.evolve(NUMBERED, summary=text) for text in ("1", "2")]
    change = diff(Portfolio(rows), Portfolio([NUMBERED]))
    assert (change.unclear_before, change.unclear_after) == (tuple(rows), (NUMBERED,))
    assert diff(Portfolio([NUMBERED, NUMBERED]), Portfolio([NUMBERED])).unclear_before == (NUMBERED, NUMBERED)


def test_a_portfolio_is_compared_with_a_portfolio() -> None:
    """A budget is none."""
    with pytest.raises(TypeError, match="after must be Portfolio"):
        diff(Portfolio(), Budget())  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    with pytest.raises(TypeError, match="after must be Budget"):
        diff(Budget(), Portfolio())  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
