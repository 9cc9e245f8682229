"""What rules share: amounts compared with and without bounds, lines of cost by category, and names that labels mean."""

from __future__ import annotations

import copy
import pickle
from itertools import combinations
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import ActualCost, Budget, Cost, CostCategory, Fund, InvalidValue, Money, NotKnown, Portfolio, Project
from esfmodel.rules import Words
from esfmodel.rules.families.por_priorities import OpenQuestions, group_by_priority
from esfmodel.rules.shared.cost_lines import flat_rate_lines, lines_of
from esfmodel.rules.shared.facts import as_bounds, difference_of, is_above, is_negative, is_positive
from esfmodel.rules.shared.later import WordsLater
from esfmodel.testing import budgets, money_like
from esfmodel.text.telling.names import KnownNames, is_called

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.values.bounds import MoneyLike

AMOUNTS = money_like("SEK")


def told(compute: Callable[[], object]) -> object:
    """Return what a comparison says, or the code of what is not known."""
    try:
        return compute()
    except NotKnown as error:
        return error.code


@given(AMOUNTS, AMOUNTS)
def test_an_exact_amount_is_compared_as_bounds_with_equal_ends(one: MoneyLike, other: MoneyLike) -> None:
    """The shorter ways for exact amounts give the answers of the general ones."""
    in_bounds = as_bounds(one), as_bounds(other)
    assert told(lambda: difference_of(one, other)) == told(lambda: difference_of(*in_bounds))
    assert told(lambda: is_above(one, other)) == told(lambda: is_above(*in_bounds))
    assert is_negative(one) == is_negative(in_bounds[0])
    assert is_positive(one) == is_positive(in_bounds[0])


def test_amounts_of_two_currencies_have_no_difference() -> None:
    """They are refused in the same words, exact or not."""
    kronor, euro = Money(5), Money(6, "EUR")
    with pytest.raises(InvalidValue) as exactly:
        difference_of(kronor, euro)
    with pytest.raises(InvalidValue) as within:
        difference_of(as_bounds(kronor), as_bounds(euro))
    assert (str(exactly.value), exactly.value.params) == (str(within.value), within.value.params)


# --- Lines of cost


@given(budgets("SEK"))
def test_lines_are_found_by_category_and_by_basis(budget: Budget) -> None:
    """Every line is at its place, in the order of the budget."""
    lines = lines_of(Project("A", budget=budget))
    assert (lines.costs, lines.amounts) == (budget.costs, budget.cost_amounts)
    for category in CostCategory:
        places = [place for place, cost in enumerate(budget.costs) if cost.category is category]
        assert list(lines.of_category(category)) == places
    for kind in {type(cost.basis) for cost in budget.costs}:
        assert list(lines.on_basis(kind)) == [
            place for place, cost in enumerate(budget.costs) if isinstance(cost.basis, kind)
        ]


def test_a_basis_of_ones_own_is_one_of_its_kind() -> None:
    """Lines with a subclass of a basis stand among the others."""

    @attrs.frozen
    class Invoiced(ActualCost):
        """An actual cost with an invoice."""

    bases = [ActualCost(Money(1)), Invoiced(Money(2)), ActualCost(Money(3))]
    project = Project("A", budget=Budget([Cost(CostCategory.STAFF, basis) for basis in bases]))
    lines = lines_of(project)
    assert (list(lines.on_basis(ActualCost)), list(lines.on_basis(Invoiced))) == ([0, 1, 2], [1])
    assert list(flat_rate_lines(project)) == []


# --- Names


@given(
    st.text("aå1 -s", max_size=6),
    st.lists(st.text("aå1 -s", max_size=8), max_size=5),
)
def test_a_label_is_one_of_several_names_where_it_is_any_of_them(label: str, names: list[str]) -> None:
    """Names that are looked up together mean the same as each by itself."""
    assert KnownNames(names).include(label) == any(is_called(label, [name]) for name in names)


def test_words_put_together_later_are_words_in_all_else() -> None:
    """They equal the plain ones from either side, and are hashed, shown, copied, pickled and written as those."""
    plain = Words("5 år", "5 years")
    for act in (hash, repr, str):
        assert act(WordsLater(_of_years, 5)) == act(plain)
    later = WordsLater(_of_years, 5)
    assert later == plain
    assert plain == later
    assert later != Words("6 år", "6 years")
    assert later != "5 years"
    assert type(copy.deepcopy(later)) is type(pickle.loads(pickle.dumps(later))) is Words  # noqa: S301
    assert later.text("sv") == "5 år"
    assert not hasattr(later, "number")


def _of_years(number: int) -> Words:
    return Words(f"{number} år", f"{number} years")


# --- Priorities of a portfolio

PROJECTS = st.builds(
    Project,
    st.just("Framtidskraft"),
    programming_period=st.sampled_from(["2014-2020", "2021-2027"]),
    cci=st.sampled_from([None, "2021SE05SFPR", "2021SE05SFPR001", "2021SE05SFPR002", "2021SE16RFPR001"]),
    fund=st.sampled_from([None, Fund.ESF_PLUS, Fund.ERDF]),
    priority=st.sampled_from(["A", "B"]),
)


def may_be_of_one_priority(one: Project, other: Project) -> bool:
    """Whether two projects may be of one priority: what one of them leaves out may be what the other states."""
    return (
        (one.programming_period, one.priority) == (other.programming_period, other.priority)
        and (one.cci is None or other.cci is None or one.cci.same_programme(other.cci))
        and (one.fund is None or other.fund is None or one.fund is other.fund)
    )


@given(st.sets(PROJECTS, max_size=8))
def test_a_priority_stated_in_several_ways_has_no_group(projects: set[Project]) -> None:
    """It is found without comparing every two projects, and says the same."""
    pairs = [pair for pair in combinations(projects, 2) if may_be_of_one_priority(*pair)]
    doubtful = {project for pair in pairs for project in pair}
    groups, questions = group_by_priority(Portfolio(projects), (Fund.ESF_PLUS, Fund.ERDF))
    assert {project for group in groups for project in group.projects} == projects - doubtful
    if doubtful:
        with pytest.raises(NotKnown):
            questions.check()
    else:
        questions.check()


def test_only_the_first_open_question_is_put_into_words() -> None:
    """The others are counted, so that thousands cost nothing."""
    questions = OpenQuestions()
    questions.check()
    questions.add(lambda: Words("varför", "why"))
    with pytest.raises(NotKnown, match=r"^why$"):
        questions.check()
    questions.add(lambda: pytest.fail("not told"))
    with pytest.raises(NotKnown, match=r"^why \(and 1 more\)$"):
        questions.check()
