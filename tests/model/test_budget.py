"""The figures of real budgets, worked out by hand, and budgets that cannot be or contradict themselves."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    LumpSum,
    Money,
    Organisation,
    Rate,
    UnitCost,
)
from esfmodel.testing import budgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.values import MoneyLike

EU, STATE_GRANT, EU_AND_STATE = FundingSource.EU, FundingSource.STATE_GRANT, FundingSource.EU_AND_STATE
PARTNER_COUNTRY, OWN, OWN_PUBLIC = FundingSource.PARTNER_COUNTRY, FundingSource.OWN, FundingSource.OWN_PUBLIC

FIGURES = ("total_cost", "support", "eu_support", "own_contribution", "support_rate", "eu_rate", "own_rate")


def paid(source: FundingSource, amount: MoneyLike | int | None = None) -> Contribution:
    """Return what comes from a source; an int is whole kronor."""
    return Contribution(Funder(source=source), Money(amount) if isinstance(amount, int) else amount)


def cost(amount: MoneyLike | int | None, category: CostCategory = CostCategory.STAFF) -> Cost:
    """Return what a line costs; an int is whole kronor."""
    return Cost(category, ActualCost(Money(amount) if isinstance(amount, int) else amount))


# What the sources print of real projects.


def test_kompetens_i_kronoberg() -> None:
    """3 706 566 of undivided support and 1 235 522 of one's own make 4 942 088: 75 %, 25 %, the Union at most 75 %."""
    budget = Budget(financing=[paid(EU_AND_STATE, 3_706_566), paid(OWN_PUBLIC, 1_235_522)])
    assert budget.total_cost == budget.total_financing == Money(4_942_088)
    assert budget.total_costs is None
    assert budget.support == Money(3_706_566)
    assert budget.own_contribution == Money(1_235_522)
    assert budget.support_rate == Rate.of_percent(75)
    assert budget.own_rate == Rate.of_percent(25)
    assert budget.eu_support == Bounds(Money(0), Money(3_706_566))
    assert budget.eu_rate == Bounds(Rate(0), Rate.of_percent(75))


def test_kompetenskompassen() -> None:
    """Over 12 of nearly 29 million, and nine funders of unknown amounts: support over 12/29, own under 17/29."""
    funders = [paid(OWN_PUBLIC) for _ in range(9)]
    support = Bounds.over(Money(12_000_000))
    budget = Budget(financing=[paid(EU_AND_STATE, support), *funders], total=Bounds.under(Money(29_000_000)))
    assert budget.total_cost == Bounds.under(Money(29_000_000))
    assert budget.support == Bounds(Money(12_000_000), Money(29_000_000), low_included=False, high_included=False)
    assert budget.own_contribution == Bounds(Money(0), Money("16999999.98"))
    assert budget.support_rate == Bounds(Rate(Fraction(12, 29)), Rate(1), low_included=False)
    assert budget.own_rate == Bounds(Rate(0), Rate(Fraction(17, 29)), high_included=False)
    assert budget.eu_support == Bounds(Money(0), Money(29_000_000), high_included=False)
    assert budget.eu_rate is None


def test_vägled() -> None:
    """11 230 000 from the Union and a rest nobody names: the total is at least that, and no share is known."""
    budget = Budget(financing=[paid(EU, 11_230_000), Contribution.rest()])
    assert budget.total_cost == budget.total_financing == Bounds.at_least(Money(11_230_000))
    assert budget.support == Bounds.at_least(Money(11_230_000))
    assert budget.eu_support == Money(11_230_000)
    assert budget.own_contribution is None
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (None, None, None)


def test_24_030_s04() -> None:
    """19 126 097 in three parts: every figure is exact, and the shares are fractions of the total."""
    budget = Budget(
        financing=[paid(EU, 7_648_379), paid(STATE_GRANT, 2_676_933), paid(OWN_PUBLIC, 8_800_785)],
        total=Money(19_126_097),
    )
    assert budget.support == Money(10_325_312)
    assert budget.eu_support == Money(7_648_379)
    assert budget.own_contribution == Money(8_800_785)
    assert budget.support_rate == Rate(Fraction(10_325_312, 19_126_097))
    assert budget.eu_rate == Rate(Fraction(7_648_379, 19_126_097))
    assert budget.own_rate == Rate(Fraction(8_800_785, 19_126_097))


def test_24_063_s05() -> None:
    """100 parts granted, 90 of them by the Union and 10 by the state: nothing of one's own."""
    budget = Budget(financing=[paid(EU, 8_812_541), paid(STATE_GRANT, 979_172)], total=Money(9_791_713))
    assert budget.support_rate == Rate(1)
    assert budget.own_rate == Rate(0)
    assert budget.own_contribution == Money(0)
    assert budget.eu_rate == Rate(Fraction(8_812_541, 9_791_713))


# What is known of one figure says something of the next.


def test_a_total_alone_says_nothing_of_who_pays() -> None:
    """Without financing there is no support, no own contribution and no share."""
    budget = Budget(total=Money(4_973_906))
    assert budget.total_cost == Money(4_973_906)
    assert budget.total_financing is None
    assert (budget.support, budget.eu_support, budget.own_contribution) == (None, None, None)
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (None, None, None)


def test_costs_alone_are_the_total() -> None:
    """Without a stated total, the lines of cost are what a project costs."""
    budget = Budget([cost(100), cost(Bounds.at_most(Money(50)))])
    assert budget.total_cost == budget.total_costs == Bounds(Money(100), Money(150))
    assert budget.support is None


def test_financing_tells_of_costs_that_nobody_has_said() -> None:
    """A line of an unknown amount leaves the total at what the financing is known to be."""
    assert Budget([cost(None)], [paid(EU, 60), paid(OWN, 40)]).total_cost == Money(100)
    assert Budget([cost(70), cost(None)], [paid(EU), paid(OWN, Bounds.at_least(Money(90)))]).total_cost == (
        Bounds.at_least(Money(90))
    )


@pytest.mark.parametrize(
    ("total", "support", "expected"),
    [
        (Money(100), None, Money(75)),
        (Money(100), Bounds.at_least(Money(70)), Money(75)),
        (Bounds.at_most(Money(100)), None, Bounds(Money(0), Money(75))),
        (Bounds.over(Money(100)), None, Bounds.over(Money(75))),
    ],
)
def test_support_is_what_the_own_contribution_leaves(
    total: MoneyLike, support: MoneyLike | None, expected: MoneyLike
) -> None:
    """25 of one's own and a known total leave the rest to the grant, even where nobody has said how much it is."""
    budget = Budget(financing=[paid(EU, support), paid(OWN, 25)], total=total)
    assert budget.support == budget.eu_support == expected
    assert budget.own_contribution == Money(25)


def test_own_contribution_is_what_the_support_leaves() -> None:
    """75 granted of 100 leave 25 to funders who have not said how much they pay."""
    budget = Budget(financing=[paid(EU_AND_STATE, 75), paid(OWN), paid(OWN_PUBLIC)], total=Money(100))
    assert budget.own_contribution == Money(25)
    assert budget.own_rate == Rate.of_percent(25)


def test_the_rest_is_money_of_the_union_only_where_the_union_is_not_named() -> None:
    """A rest comes from sources nobody has named, so a named Union has no part in it."""
    named = Budget(financing=[paid(EU, 60), Contribution.rest()], total=Money(100))
    assert named.eu_support == Money(60)
    assert named.eu_rate == Rate.of_percent(60)
    assert named.support_rate == Bounds(Rate.of_percent(60), Rate(1))
    unnamed = Budget(financing=[paid(OWN, 60), Contribution.rest()], total=Money(100))
    assert unnamed.eu_support == unnamed.support == Bounds(Money(0), Money(40))
    assert unnamed.eu_rate == Bounds(Rate(0), Rate.of_percent(40))


def test_a_partner_country_grants_support() -> None:
    """Norwegian Interreg money is support and no money of the Union."""
    budget = Budget(financing=[paid(EU, 50), paid(PARTNER_COUNTRY, 10), paid(OWN, 40)])
    assert budget.support == Money(60)
    assert budget.eu_rate == Rate.of_percent(50)
    assert budget.own_rate == Rate.of_percent(40)


def test_revenue_and_corrections_lessen_the_costs() -> None:
    """A negative line is taken from the sum; one of unknown amount leaves the sum open on both sides."""
    lines = [cost(1_000), cost(-100, CostCategory.REVENUE), cost(-50, CostCategory.CORRECTION)]
    assert Budget(lines).total_cost == Money(850)
    unknown = Budget([cost(1_000), cost(None, CostCategory.CORRECTION)], [paid(EU, Bounds.at_least(Money(1)))])
    assert unknown.total_costs is None
    assert unknown.total_cost == Bounds.at_least(Money(1))


def test_a_correction_of_a_grant() -> None:
    """A negative contribution lessens what is granted; of an undivided one, a part of it may be the Union's."""
    budget = Budget(financing=[paid(EU_AND_STATE, 100), paid(EU_AND_STATE, -20), paid(OWN, 20)])
    assert budget.support == Money(80)
    assert budget.support_rate == Rate.of_percent(80)
    alone = Budget(financing=[paid(EU_AND_STATE, -20)], complete=True)
    assert alone.eu_support == Bounds(Money(-20), Money(0))
    assert alone.support_rate is None


def test_amounts_on_every_basis_are_summed() -> None:
    """Stated amounts count on whatever basis, else what it computes; a line of neither costs something or nothing."""
    lines = [
        Cost(CostCategory.STAFF, UnitCost(Money(500), 2, amount=Money(1_000))),
        Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF], amount=Money(150))),
        Cost(CostCategory.OTHER, LumpSum(Money(50))),
    ]
    assert Budget(lines).total_cost == Money(1_200)
    assert Budget([*lines, Cost(CostCategory.TRAVEL, UnitCost(Money(10), 3))]).total_cost == Money(1_230)
    assert Budget([*lines, Cost(CostCategory.TRAVEL, LumpSum())]).total_cost == Bounds.at_least(Money(1_200))


# What is listed is not the whole.


@pytest.mark.parametrize("source", list(FundingSource))
def test_a_list_from_one_side_only_is_open(source: FundingSource) -> None:
    """A grant alone, or own money alone, says nothing of what others pay: it is at least that much, and no share."""
    alone = Budget(financing=[paid(source, 500_000)])
    rest = Budget(financing=[paid(source, 500_000), Contribution.rest()])
    assert alone.is_open
    assert alone.total_cost == alone.total_financing == Bounds.at_least(Money(500_000))
    for name in FIGURES:
        assert getattr(alone, name) == getattr(rest, name), name
    assert (alone.support_rate, alone.own_rate) == (None, None)


def test_a_grant_is_not_the_whole_cost() -> None:
    """An article on 7.7 million from the ESF tells neither the total nor that nobody else pays."""
    budget = Budget(financing=[paid(EU_AND_STATE, 7_700_000)])
    assert budget.support == Bounds.at_least(Money(7_700_000))
    assert budget.own_contribution is None
    whole = attrs.evolve(budget, complete=True)
    assert not whole.is_open
    assert (whole.total_cost, whole.own_contribution) == (Money(7_700_000), Money(0))


def test_the_union_and_norway_are_one_side() -> None:
    """Two grants of an Interreg project leave open what the partners raise."""
    budget = Budget(financing=[paid(EU, 50), paid(PARTNER_COUNTRY, 10)])
    assert budget.own_rate is None
    assert attrs.evolve(budget, complete=True).own_rate == Rate(0)


def test_the_other_side_pays_what_a_total_or_costs_leave() -> None:
    """5 granted of 10 leave 5 to the project; 3 raised of 10 leave 7 granted, of which any part is the Union's."""
    wholes: list[dict[str, Any]] = [{"total": Money(10)}, {"costs": [cost(10)]}]
    for whole in wholes:
        granted = Budget(financing=[paid(EU, 5)], **whole)
        assert (granted.support, granted.eu_support, granted.own_contribution) == (Money(5), Money(5), Money(5))
        assert granted.is_open
        raised = Budget(financing=[paid(OWN, 3)], **whole)
        assert (raised.support, raised.own_contribution) == (Money(7), Money(3))
        assert raised.eu_support == Bounds(Money(0), Money(7))
    within = Budget(financing=[paid(EU, 5)], total=Bounds.under(Money(10)))
    assert within.own_contribution == Bounds(Money(0), Money(5), high_included=False)


def test_a_list_that_sums_to_the_whole_is_the_whole() -> None:
    """Where the grant is the whole stated total, or all the costs, nobody else pays."""
    wholes: list[dict[str, Any]] = [{"total": Money(5)}, {"costs": [cost(5)]}]
    for whole in wholes:
        budget = Budget(financing=[paid(EU, 5)], **whole)
        assert not budget.is_open
        assert budget.total_financing == Money(5)
        assert budget.own_rate == Rate(0)


def test_a_line_without_an_amount_counts_as_its_side() -> None:
    """A municipality that pays nobody knows how much is enough for a list with both sides."""
    budget = Budget(financing=[paid(EU_AND_STATE, 60), paid(OWN_PUBLIC)])
    assert not budget.is_open
    assert budget.support == Money(60)
    unknown = Budget(financing=[paid(EU_AND_STATE, 60), paid(EU_AND_STATE)])
    assert unknown.is_open


def test_more_raised_than_the_total_stays_as_listed() -> None:
    """3 raised of a total of 2 contradict each other: what is raised is still 3, and of support nothing is known."""
    budget = Budget(financing=[paid(OWN, 3)], total=Money(2))
    assert (budget.total_cost, budget.own_contribution, budget.support) == (Money(2), Money(3), None)


# Figures are solved together.


def test_support_is_at_most_what_the_own_contribution_leaves() -> None:
    """Of 10 million, support under 8 and at least 3 raised: the support is at most 7."""
    million = 1_000_000
    financing = [
        paid(EU_AND_STATE, Bounds.under(Money(8 * million))),
        paid(OWN, Bounds.at_least(Money(3 * million))),
    ]
    budget = Budget(financing=financing, total=Money(10 * million))
    assert budget.support == Bounds(Money(0), Money(7 * million))
    assert budget.own_contribution == Bounds(Money(3 * million), Money(10 * million))


def test_support_is_never_above_the_total() -> None:
    """Support of an unknown amount, beside funders of unknown amounts, is at most the total."""
    budget = Budget(financing=[paid(EU_AND_STATE), paid(OWN)], total=Money(100))
    assert budget.support == budget.eu_support == budget.own_contribution == Bounds(Money(0), Money(100))


def test_a_total_within_bounds_is_narrowed_by_the_costs() -> None:
    """Under 29 and costs of 28 in all: what is granted beside 10 raised is 18."""
    budget = Budget([cost(28)], [paid(EU), paid(OWN, 10)], total=Bounds.under(Money(29)))
    assert budget.support == Money(18)
    assert budget.total_cost == Bounds.under(Money(29))


# Figures that contradict each other stay as they are given.


def test_costs_that_agree_with_the_total_alone_narrow_nothing() -> None:
    """At most 100, costs of 90, and 60 and 35 paid: the financing fits the total, so its parts stay as listed."""
    budget = Budget([cost(90)], [paid(EU, 60), paid(OWN, 35)], total=Bounds.at_most(Money(100)))
    assert (budget.support, budget.own_contribution) == (Money(60), Money(35))


def test_support_above_the_total_stays() -> None:
    """120 granted of 100: the own contribution is what that leaves, below zero, and there are no shares."""
    budget = Budget(financing=[paid(EU_AND_STATE, 120)], total=Money(100))
    assert budget.total_cost == Money(100)
    assert budget.support == Money(120)
    assert budget.own_contribution == Money(-20)
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (None, None, None)


def test_a_total_unlike_its_parts_stays() -> None:
    """100 stated, 90 spent, 60 and 30 paid: each figure is what its own definition gives."""
    budget = Budget([cost(90)], [paid(EU, 60), paid(OWN, 30)], total=Money(100))
    assert (budget.total_cost, budget.total_costs, budget.total_financing) == (Money(100), Money(90), Money(90))
    assert (budget.support, budget.eu_support) == (Money(60), Money(60))
    assert budget.own_contribution == Money(40)
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (
        Rate.of_percent(60),
        Rate.of_percent(60),
        Rate.of_percent(40),
    )


def test_costs_unlike_financing_stay() -> None:
    """Without a stated total, exact costs are the total, whatever is paid."""
    budget = Budget([cost(100)], [paid(EU, 60), paid(OWN, 30)])
    assert budget.total_cost == Money(100)
    assert budget.own_contribution == Money(40)


def test_nothing_of_nothing_is_no_share() -> None:
    """A budget of 0 has no shares."""
    budget = Budget(financing=[paid(EU, 0), paid(OWN, 0)])
    assert budget.total_cost == Money(0)
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (None, None, None)


def test_without_an_amount_there_is_no_currency_and_no_figure() -> None:
    """Funders alone, without a single amount, give no figure, not even 0."""
    budget = Budget([cost(None)], [paid(EU), paid(OWN)])
    assert budget.currency is None
    assert budget.total_cost is None
    assert budget.total_costs is None
    assert budget.own_rate is None
    assert Budget().total_cost is None


# What cannot be.


@pytest.mark.parametrize("divided", [[EU], [STATE_GRANT], [EU, STATE_GRANT]])
def test_the_same_money_twice_is_refused(divided: list[FundingSource]) -> None:
    """An undivided grant beside one of its parts is the same money twice, known amounts or not."""
    with pytest.raises(InvalidValue, match="lists the same grant both undivided and divided") as refused:
        Budget(financing=[paid(EU_AND_STATE, 1), *(paid(source) for source in divided)])
    assert refused.value.place == "financing"


@pytest.mark.parametrize(
    ("place", "arguments"),
    [
        ("costs[1]", {"costs": [cost(1), cost(Money(1, "EUR"))]}),
        (
            "costs[0].basis.price",
            {"costs": [Cost(CostCategory.STAFF, UnitCost(Money(1, "EUR"), 1))], "total": Money(1)},
        ),
        ("financing[0]", {"costs": [cost(1)], "financing": [paid(EU, Money(1, "EUR"))]}),
        ("financing[1]", {"financing": [paid(EU, 1), paid(OWN, Bounds.under(Money(1, "EUR")))]}),
    ],
)
def test_two_currencies_are_refused(place: str, arguments: dict[str, Any]) -> None:
    """A budget is in one currency: the first amount that is in another is named."""
    with pytest.raises(InvalidValue, match="is another currency than SEK") as refused:
        Budget(**arguments)
    assert refused.value.place == place
    assert refused.value.given == "EUR"


def test_amounts_too_large_to_add_up_are_refused() -> None:
    """A budget whose sums would be no amounts cannot be, so that no figure raises when it is asked for."""
    large = Money.of_minor(6 * 10**17)
    assert Budget(total=large).total_cost == large
    with pytest.raises(InvalidValue, match=r"10\^18 of the smallest unit or more"):
        Budget(financing=[paid(EU, large), paid(OWN, Bounds.at_least(-large))])


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"costs": "costs"}, "costs takes several Cost, such as a list; not str"),
        ({"costs": cost(1)}, "costs takes several Cost, such as a list; not Cost"),
        ({"costs": [cost(1), Money(1)]}, r"costs\[1\] must be Cost, not Money"),
        ({"financing": [Money(1)]}, r"financing\[0\] must be Contribution, not Money"),
        ({"complete": 1}, "complete must be bool, not int"),
        ({"complete": None}, "complete must be bool, not NoneType"),
        ({"total": 100}, "total must be Money, Bounds of Money or None, not int"),
        ({"total": Bounds.under(Rate(1))}, "total must be Money, Bounds of Money or None, not Bounds"),
    ],
)
def test_what_is_no_figure_is_refused(arguments: dict[str, Any], match: str) -> None:
    """A wrong type is a TypeError that names the place."""
    with pytest.raises(TypeError, match=match):
        Budget(**arguments)


def test_the_total_is_named() -> None:
    """Two lists may be given in order; what else there is has to be named."""
    make = cast("Callable[..., Budget]", Budget)
    with pytest.raises(TypeError, match="positional arguments"):
        make([], [], Money(1))


@given(budgets(), st.data())
def test_the_order_of_lines_changes_no_figure(budget: Budget, data: st.DataObject) -> None:
    """Whatever order the lines stand in, the figures are the same."""
    shuffled = attrs.evolve(
        budget,
        costs=data.draw(st.permutations(budget.costs)),
        financing=data.draw(st.permutations(budget.financing)),
    )
    for name in FIGURES:
        assert getattr(shuffled, name) == getattr(budget, name)


def test_funders_are_organisations_or_nobody() -> None:
    """A contribution keeps who pays; the rest has nobody."""
    own = Contribution(Funder(Organisation("Region Kronoberg"), source=OWN_PUBLIC), Money(1))
    assert (own.is_rest, own.source) == (False, OWN_PUBLIC)
    assert (Contribution.rest().is_rest, Contribution.rest().source) == (True, None)
