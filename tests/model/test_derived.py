"""The derived figures against every possible world, counted out in whole öre.

A world gives each line of cost and each contribution one of the amounts it may have, says whose money each öre of an
undivided grant, of an unnamed rest and of an unlisted payer is, and adds up: the costs, the financing and the stated
total are the same sum. Nothing else is assumed, and nothing is taken from the code under test: amounts are plain
integers here.

A figure is sound when it allows for its value in every world, and tight when each of its ends is the value in some
world, or an excluded end that the values come as near as one likes.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import given, settings
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
    LumpSum,
    Money,
    Project,
    Rate,
    UnitCost,
    exact,
    validate,
)
from esfmodel.testing import budgets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.model import CostBasis
    from esfmodel.values import MoneyLike, RateLike

MONEY_FIGURES = ("total_costs", "total_financing", "total_cost", "support", "eu_support", "own_contribution")
RATE_FIGURES = ("support_rate", "eu_rate", "own_rate")

EU, STATE_GRANT, EU_AND_STATE = FundingSource.EU, FundingSource.STATE_GRANT, FundingSource.EU_AND_STATE
OWN_SOURCES = (FundingSource.OWN, FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE)

STAFF, TRAVEL, INDIRECT, REVENUE = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.INDIRECT, CostCategory.REVENUE
ORDER = (STAFF, REVENUE, TRAVEL, INDIRECT, CostCategory.OTHER)
"""The categories that are drawn; a flat rate is a share of categories before its own."""

Ends = tuple[int | None, int | None]
"""The least and the largest öre that are possible; None where there is no end."""

OFTEN = settings(max_examples=4 * settings().max_examples)
"""Small budgets are counted out at once: five times as many of them are tried."""

BEYOND = 6
"""No gap between sums is wider, so what gets this far past every stated end, and as far again, has no end."""


# --- drawing small budgets


def _few(low: int, high: int) -> st.SearchStrategy[Money]:
    return st.integers(low, high).map(Money.of_minor)


def _between(low: int, high: int) -> st.SearchStrategy[MoneyLike]:
    return st.tuples(_few(low, high), _few(low, high)).map(lambda ends: Bounds(min(ends), max(ends)))


def _half_open(drawn: tuple[Money, Money, bool]) -> Bounds[Money]:
    low, more, low_included = drawn
    return Bounds(low, low + more, low_included=low_included, high_included=not low_included)


def _amounts(largest: int) -> st.SearchStrategy[MoneyLike | None]:
    """Draw a few öre: unknown, exact, or known within bounds, whose ends are possible or not."""
    return st.one_of(
        st.none(),
        _few(0, largest),
        _few(0, largest).map(Bounds.at_least),
        _few(1, largest).map(Bounds.at_most),
        _between(0, largest),
        _few(0, largest).map(Bounds.over),
        _few(1, largest).map(Bounds.under),
        st.tuples(_few(0, largest), _few(1, 3), st.booleans()).map(_half_open),
    )


AMOUNTS, TOTALS = _amounts(4), st.one_of(st.none(), _amounts(9))
LABELS = {"partner": st.sampled_from([None, None, "A", "B"]), "year": st.sampled_from([None, None, None, 2025])}
STATED = st.one_of(
    AMOUNTS.map(ActualCost),
    st.builds(LumpSum, st.one_of(st.none(), _few(0, 4))),
    st.builds(
        UnitCost,
        _few(0, 3),
        st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("1.25")]),
        amount=st.sampled_from([None, None, Money.of_minor(3)]),
    ),
)
SIGNED = st.builds(ActualCost, st.one_of(st.none(), _few(-3, 3), _between(-3, 3)))
RATES = st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(15, 100), Fraction(1), Fraction(0)]).map(Rate)


def _lines(category: CostCategory) -> st.SearchStrategy[Cost]:
    """Draw a line of a few öre on any basis, of one of two partners, of a year, or of neither."""
    stated = SIGNED if category.may_be_negative else STATED
    before = ORDER[: ORDER.index(category)]
    if not before:
        return st.builds(Cost, st.just(category), stated, **LABELS)
    base = st.lists(st.sampled_from(before), min_size=1, max_size=2, unique=True)
    flat_rates = st.builds(FlatRate, RATES, base, amount=st.sampled_from([None, None, None, Money.of_minor(2)]))
    return st.builds(Cost, st.just(category), st.one_of(stated, flat_rates, flat_rates), **LABELS)


def _contributions(*sources: FundingSource | None) -> st.SearchStrategy[list[Contribution]]:
    """Draw what each of a few sources pays; None is the rest."""
    funder = st.sampled_from([source and Funder(source=source) for source in sources])
    return st.lists(st.builds(Contribution, funder, AMOUNTS), max_size=3)


UNDIVIDED, DIVIDED = (EU_AND_STATE, FundingSource.PARTNER_COUNTRY), (EU, STATE_GRANT, FundingSource.PARTNER_COUNTRY)
FINANCING = st.one_of(
    [_contributions(*OWN_SOURCES)]
    + [
        _contributions(*granted, *others)
        for granted in (UNDIVIDED, DIVIDED)
        for others in ((), OWN_SOURCES, (*OWN_SOURCES, None, None))
    ]
)
SMALL_BUDGETS = st.builds(
    Budget,
    st.lists(st.one_of([_lines(category) for category in ORDER]), max_size=3),
    FINANCING,
    total=TOTALS,
    complete=st.sampled_from([False, False, True]),
)
"""Budgets of a few lines of a few öre: one side of the financing, or both, or with a rest."""


# --- counting out the worlds


def ends(amount: MoneyLike | None) -> Ends:
    """Return the least and the largest öre that an amount may be as it is stated."""
    if amount is None:
        return None, None
    if isinstance(amount, Money):
        return amount.minor, amount.minor
    low, high = amount.low, amount.high
    return (
        None if low is None else low.minor + (not amount.low_included),
        None if high is None else high.minor - (not amount.high_included),
    )


def ends_from_zero(amount: MoneyLike | None) -> Ends:
    """Return the ends of an amount that somebody pays, which is from 0 unless its bounds say otherwise."""
    low, high = ends(amount)
    return (0 if low is None and (high is None or high >= 0) else low), high


def counted(ends: Ends, reach: int) -> range:
    """Return every whole number of öre between two ends, and far enough where there is no end."""
    low, high = ends
    if low is None and high is None:
        return range(-2 * reach, 2 * reach + 1)
    return range(-2 * reach if low is None else low, (reach if high is None else high) + 1)


def is_computed(line: Cost) -> bool:
    """Whether the line is a share of others."""
    return isinstance(line.basis, FlatRate) and line.basis.amount is None


def half_up(number: Fraction) -> int:
    """Round to the nearest whole number, halves away from zero."""
    return int(math.copysign(math.floor(abs(number) + Fraction(1, 2)), number))


def ends_of_line(line: Cost) -> Ends:
    """Return the ends of a line that is no share of others."""
    basis = line.basis
    if isinstance(basis, UnitCost) and basis.amount is None:
        minor = half_up(basis.price.minor * Fraction(basis.units))
        return minor, minor
    return ends(basis.amount) if line.category.may_be_negative else ends_from_zero(basis.amount)


def counts_in(flat_rate: Cost, line: Cost) -> bool | None:
    """Whether a flat rate is a share of the line; None where the line leaves out a label that the flat rate names."""
    assert isinstance(flat_rate.basis, FlatRate)
    if line.category not in flat_rate.basis.base:
        return False
    named = [
        (wanted, said)
        for wanted, said in zip(labels(flat_rate), labels(line), strict=True)
        if wanted not in (None, said)
    ]
    if any(said is not None for _, said in named):
        return False
    return None if named else True


def labels(line: Cost) -> tuple[object, object, object]:
    """Return what a line belongs to."""
    return line.partner, line.phase, line.year


def counting(amount: int, counts: bool | None) -> Iterable[int]:
    """Return how much of an amount may count; where nobody says whether it does, any part of it may."""
    if counts is None:
        return range(min(amount, 0), max(amount, 0) + 1)
    return [amount if counts else 0]


def sums_of(costs: Iterable[Cost], reach: int) -> set[int]:
    """Return what the lines of cost may sum to, from -reach to reach.

    What of a line counts for one flat rate says nothing of what counts for another.
    """
    lines = sorted(costs, key=lambda line: ORDER.index(line.category))
    flat_rates = [line for line in lines if is_computed(line)]
    # What the lines so far sum to, and how much of it each flat rate is a share of.
    found: set[tuple[int, ...]] = {(0,) * (1 + len(flat_rates))}
    for line in lines:
        counts = [True, *(counts_in(flat_rate, line) for flat_rate in flat_rates)]
        found = {
            tuple(before + part for before, part in zip(sums, parts, strict=True))
            for sums in found
            for amount in amounts_of(line, sums[1 + flat_rates.index(line)] if is_computed(line) else 0, reach)
            for parts in itertools.product(*(counting(amount, each) for each in counts))
        }
    return {total for total, *_ in found if abs(total) <= reach}


def amounts_of(line: Cost, base: int, reach: int) -> Iterable[int]:
    """Return what a line may come to; `base` is what it is a share of where it is a flat rate."""
    return [share_of(line, base)] if is_computed(line) else counted(ends_of_line(line), reach)


def share_of(line: Cost, base: int) -> int:
    """Return what a flat rate comes to."""
    assert isinstance(line.basis, FlatRate)
    return half_up(line.basis.rate.fraction * base)


ENDLESS = 10**15
"""An amount beside which any other is next to nothing."""


def ends_or_endless(amount: MoneyLike | None) -> tuple[int, int]:
    """Return the ends of an amount that somebody pays; one without a highest is endless."""
    low, high = ends_from_zero(amount)
    return -ENDLESS if low is None else low, ENDLESS if high is None else high


def summed(amounts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the ends of a sum."""
    low, high = (sum(each) for each in zip((0, 0), *amounts, strict=True))
    return endless_again(low, high)


def endless_again(low: int, high: int) -> tuple[int, int]:
    """Return ends as endless where something came to what is endless."""
    return -ENDLESS if low < -ENDLESS // 2 else low, ENDLESS if high > ENDLESS // 2 else high


def ends_of_costs(budget: Budget) -> tuple[int, int]:
    """Return the least and the largest sum of the lines of cost: each is at its own end, and flat rates with them."""
    if not budget.costs:
        return -ENDLESS, ENDLESS
    lines = sorted(budget.costs, key=lambda line: ORDER.index(line.category))
    flat_rates = [line for line in lines if is_computed(line)]
    found: list[int] = []
    for highest, end in ((False, min), (True, max)):
        # All of it, and how much of it each flat rate is a share of.
        sums = [0] * (1 + len(flat_rates))
        for line in lines:
            if is_computed(line):
                amount = share_of(line, sums[1 + flat_rates.index(line)])
            else:
                stated = ends_of_line(line)[highest]
                amount = end(-ENDLESS, ENDLESS) if stated is None else stated
            counts = [True, *(counts_in(flat_rate, line) for flat_rate in flat_rates)]
            sums = [
                before + (end(0, amount) if does is None else amount * does)
                for before, does in zip(sums, counts, strict=True)
            ]
        found.append(sums[0])
    return endless_again(*found)


def highest_stated(budget: Budget) -> int:
    """Return an amount that no figure exceeds unless it has no end, with room for the widest gap between sums."""

    def most(amounts: Iterable[MoneyLike | None]) -> int:
        return sum(abs(end) for amount in amounts for end in ends(amount) if end is not None)

    spent = most(line.basis.amount if isinstance(line.basis, FlatRate) else line.amount for line in budget.costs)
    for _ in filter(is_computed, budget.costs):
        spent = 2 * spent + 1  # No flat rate is over 100 %.
    return max(spent, most(part.amount for part in budget.financing), most([budget.total]))


Belongs = Callable[[FundingSource | None], bool | None]
"""Whether the money of a source belongs to a part of the financing; None where any part of it may."""


def is_granted(source: FundingSource | None) -> bool | None:
    """Whether money is support; of the rest, any part may be."""
    return None if source is None else source not in OWN_SOURCES


def is_of_the_union_in(budget: Budget) -> Belongs:
    """Whether money is the Union's: of an undivided grant, any part may be.

    The rest comes from sources that nobody has named, so it is the Union's only where the Union is not named.
    """
    is_named = any(part.source in {EU, EU_AND_STATE} for part in budget.financing)
    open_to_all = {EU_AND_STATE} if is_named else {EU_AND_STATE, None}
    return lambda source: None if source in open_to_all else source is EU


def unlisted_in(budget: Budget) -> tuple[Contribution, ...]:
    """Return the contribution that stands for who is not listed, if anybody may be; of a grant, any may be the Union's.

    Beside a list from one side it is the other side that pays what the stated total or the costs leave, or a rest where
    neither says anything. A list that comes to all of one exact amount is the whole.
    """
    sides = {None if part.source is None else part.source in OWN_SOURCES for part in budget.financing}
    if not sides:
        return (Contribution.rest(),)
    if budget.complete or sides not in ({True}, {False}):
        return ()
    told = ends_of_costs(budget) if budget.total is None else ends_or_endless(budget.total)
    if budget.total is None and told[0] <= 0 and told[1] == ENDLESS:
        return (Contribution.rest(),)
    if told[0] == told[1] and told == summed(ends_or_endless(part.amount) for part in budget.financing):
        return ()
    return (Contribution(Funder(source=EU_AND_STATE if sides == {True} else FundingSource.OWN)),)


@attrs.frozen(slots=False)
class Worlds:
    """Every world of a budget."""

    budget: Budget

    @cached_property
    def edge(self) -> int:
        """What goes beyond this has no end."""
        return highest_stated(self.budget) + BEYOND

    @property
    def reach(self) -> int:
        """Worlds are counted out up to this total."""
        return self.edge + BEYOND

    @cached_property
    def costs(self) -> range:
        """What the lines of cost may sum to.

        Shares in whole öre leave gaps: of staff and as much again, every other öre is no sum. A figure may end in one.
        """
        # Deductions take a sum without an end back again, at most by all that is stated.
        sums = sums_of(self.budget.costs, self.reach + highest_stated(self.budget))
        return range(min(sums), max(sums) + 1)

    def _paid(self, belongs: Belongs, financing: Iterable[Contribution]) -> set[tuple[int, int]]:
        """Return what the financing may come to: how much of it belongs to a part, and all of it."""
        found = {(0, 0)}
        for contribution in financing:
            does = belongs(contribution.source)
            found = {
                (part + belonging, total + amount)
                for part, total in found
                for amount in counted(ends_from_zero(contribution.amount), self.reach - total)
                for belonging in counting(amount, does)
            }
        return found

    @property
    def financing(self) -> tuple[Contribution, ...]:
        """Who pays, with those whom nobody has listed."""
        return self.budget.financing + unlisted_in(self.budget)

    @cached_property
    def support(self) -> set[tuple[int, int]]:
        """What is granted and the total cost, in every world."""
        return self._possible(is_granted)

    @cached_property
    def eu_support(self) -> set[tuple[int, int]]:
        """The Union's money and the total cost, in every world."""
        return self._possible(is_of_the_union_in(self.budget))

    def _possible(self, belongs: Belongs) -> set[tuple[int, int]]:
        stated = counted(ends_from_zero(self.budget.total), self.reach)
        return {
            (part, total)
            for part, total in self._paid(belongs, self.financing)
            if total in stated and (total in self.costs or not self.budget.costs)
        }

    def ends_of_sums(self, sums: Iterable[int]) -> Ends:
        """Return the least and the largest of what amounts sum to by themselves."""
        low, high = min(sums), max(sums)
        return None if low < -self.edge else low, None if high > self.edge else high

    def ends_of(self, worlds: Iterable[tuple[int, int]]) -> Ends:
        """Return the least and the largest amount; it has no end where it grows with the total cost to the last."""
        within = [amount for amount, total in worlds if total <= self.edge]
        largest = max(amount for amount, _ in worlds)
        return min(amount for amount, _ in worlds), largest if largest == max(within) else None

    @property
    def figures(self) -> dict[str, Ends]:
        """The least and the largest of each amount; without `support` and what follows from it where nobody pays."""
        found: dict[str, Ends] = {}
        if self.budget.costs:
            found["total_costs"] = self.ends_of_sums(self.costs)
        if self.budget.financing:
            paid = self._paid(lambda _: True, self.financing)
            found["total_financing"] = self.ends_of_sums({total for _, total in paid})
            found["support"] = self.ends_of(self.support)
            found["eu_support"] = self.ends_of(self.eu_support)
            found["own_contribution"] = self.ends_of({(total - part, total) for part, total in self.support})
        if self.budget.total is not None:
            found["total_cost"] = ends(self.budget.total)
        elif self.budget.financing:
            found["total_cost"] = self.ends_of({(total, total) for _, total in self.support})
        elif self.budget.costs:
            found["total_cost"] = found["total_costs"]
        return found

    @property
    def shares(self) -> dict[str, set[Fraction]]:
        """Every share of a total above 0."""
        granted = {Fraction(part, total) for part, total in self.support if total > 0}
        return {
            "support_rate": granted,
            "eu_rate": {Fraction(part, total) for part, total in self.eu_support if total > 0},
            "own_rate": {1 - share for share in granted},
        }


def says(figure: MoneyLike | None, possible: Ends) -> bool:
    """Whether a derived amount is what is possible, no more and no less.

    Where nothing is known but that an amount is from 0, it may be left out.
    """
    return ends(figure) == possible or (figure is None and possible == (0, None))


# --- sound and tight


@OFTEN
@given(SMALL_BUDGETS)
def test_amounts_are_sound_and_tight(budget: Budget) -> None:
    """Each end of a derived amount is its value in some world, and in no world does the value lie outside."""
    worlds = Worlds(budget)
    if not worlds.support:
        return  # The figures contradict each other.
    possible = {} if budget.currency is None else worlds.figures
    for name in MONEY_FIGURES:
        figure: MoneyLike | None = getattr(budget, name)
        assert says(figure, possible.get(name, (None, None))), (name, figure, possible.get(name))


@OFTEN
@given(SMALL_BUDGETS)
def test_shares_are_sound(budget: Budget) -> None:
    """In no world does a share lie outside, and an end that is included is the share in some world."""
    if budget.currency is None or not budget.financing:
        assert all(getattr(budget, name) is None for name in RATE_FIGURES)
        return
    for name, shares in Worlds(budget).shares.items():
        figure: RateLike | None = getattr(budget, name)
        if figure is None or not shares:
            continue
        low, high = ends_of_share(figure)
        assert low <= min(shares), (name, figure, min(shares))
        assert high >= max(shares), (name, figure, max(shares))
        if isinstance(figure, Bounds):
            assert figure.low_included == (low in shares), (name, figure)
            assert figure.high_included == (high in shares), (name, figure)


@OFTEN
@given(SMALL_BUDGETS)
def test_shares_are_tight(budget: Budget) -> None:
    """Each end of a share is approached: with amounts of tens of kronor, an öre more or less is next to nothing."""
    worlds = Worlds(budget)
    if budget.currency is None or not budget.financing or not worlds.shares["support_rate"]:
        return
    larger = scaled(budget)
    for name, (smallest, largest) in limits_of_shares(larger).items():
        figure: RateLike | None = getattr(larger, name)
        low, high = ends_of_share(figure)
        assert abs(low - smallest) < Fraction(1, 100), (name, figure, smallest)
        assert abs(high - largest) < Fraction(1, 100), (name, figure, largest)


def ends_of_share(figure: RateLike | None) -> tuple[Fraction, Fraction]:
    """Return the ends of a share; nothing known is anything from 0 to all."""
    if figure is None:
        return Fraction(0), Fraction(1)
    low, high = (figure.low, figure.high) if isinstance(figure, Bounds) else (figure, figure)
    return Fraction(0) if low is None else low.fraction, Fraction(1) if high is None else high.fraction


def times(amount: MoneyLike | None) -> MoneyLike | None:
    """Return a thousand times an amount."""
    if isinstance(amount, Bounds):
        low, high = (None if end is None else Money.of_minor(1000 * end.minor) for end in (amount.low, amount.high))
        return Bounds(low, high, low_included=amount.low_included, high_included=amount.high_included)
    return None if amount is None else Money.of_minor(1000 * amount.minor)


def scaled(budget: Budget) -> Budget:
    """Return the budget with a thousand times its amounts."""
    bases: list[CostBasis] = []
    for line in budget.costs:
        larger: dict[str, Any] = {
            name: times(getattr(line.basis, name)) for name in ("amount", "price") if hasattr(line.basis, name)
        }
        bases.append(attrs.evolve(line.basis, **larger))
    return attrs.evolve(
        budget,
        costs=[attrs.evolve(line, basis=basis) for line, basis in zip(budget.costs, bases, strict=True)],
        financing=[attrs.evolve(part, amount=times(part.amount)) for part in budget.financing],
        total=times(budget.total),
    )


def limits_of_shares(budget: Budget) -> dict[str, tuple[Fraction, Fraction]]:
    """Return the smallest and the largest of each share by formula, or nothing where the figures contradict."""
    financing = (*budget.financing, *unlisted_in(budget))
    paid = [ends_or_endless(part.amount) for part in financing]
    least, most = zip(ends_or_endless(budget.total), ends_of_costs(budget), summed(paid), strict=True)
    if max(least) > min(most):
        return {}
    found: dict[str, tuple[Fraction, Fraction]] = {}
    for name, belongs in (("support_rate", is_granted), ("eu_rate", is_of_the_union_in(budget))):
        theirs, others, shared = (
            summed(ends for ends, part in zip(paid, financing, strict=True) if belongs(part.source) is does)
            for does in (True, False, None)
        )
        total = max(least), min(most)
        found[name] = 1 - largest_share(others, theirs, shared, total), largest_share(theirs, others, shared, total)
    least_granted, most_granted = found["support_rate"]
    return {**found, "own_rate": (1 - most_granted, 1 - least_granted)}


def largest_share(
    theirs: tuple[int, int], others: tuple[int, int], shared: tuple[int, int], total: tuple[int, int]
) -> Fraction:
    """Return the largest share of the total that is theirs: they pay all that they can, the others what that leaves."""
    most = min(theirs[1] + shared[1], total[1] - others[0])
    return Fraction(most, most + max(others[0], total[0] - most)) if most else Fraction(0)


# --- knowing more


ONE_SIDED = st.one_of([_contributions(*sources) for sources in (OWN_SOURCES, UNDIVIDED, DIVIDED)]).filter(bool)
"""Lists with money from one side."""


@OFTEN
@given(ONE_SIDED)
def test_nothing_is_exact_that_nobody_states(financing: list[Contribution]) -> None:
    """A list from one side alone says what its funders pay, and no more than a least amount of anything else.

    The Union's money alone is as stated where the Union is listed: nobody unlisted pays more of it.
    """
    budget = Budget(financing=financing)
    stated = [ends_from_zero(part.amount) for part in financing if part.source in {EU, EU_AND_STATE}]
    most = None if None in {high for _, high in stated} else sum(high or 0 for _, high in stated)
    for name in (*MONEY_FIGURES, *RATE_FIGURES):
        figure: MoneyLike | RateLike | None = getattr(budget, name)
        if figure is not None and not (isinstance(figure, Bounds) and figure.known is None):
            assert stated, (name, figure)
            assert (name, figure) in [("eu_support", Money.of_minor(most or 0)), ("eu_rate", Rate(0))]


@OFTEN
@given(SMALL_BUDGETS, st.data())
def test_knowing_more_narrows(budget: Budget, data: st.DataObject) -> None:
    """An amount known better, as it may be, leaves each figure within what it was."""
    worlds = Worlds(budget)
    known = data.draw(known_better(budget, worlds.reach))
    worlds_left = Worlds(known)
    if not (worlds.support and worlds_left.support):
        return  # The figures contradict each other.
    for name in MONEY_FIGURES:
        (low, high), (least, most) = ends(getattr(budget, name)), ends_from_zero(getattr(known, name))
        assert low is None or (least is not None and low <= least), (name, low, least)
        assert high is None or (most is not None and most <= high), (name, most, high)
    if not worlds_left.shares["support_rate"] or not limits_of_shares(scaled(known)):
        return  # There is no total above 0, or only rounding makes the figures agree.
    for name in RATE_FIGURES:
        # Between two amounts of few öre there are few shares, and many between a thousand times as much.
        larger, smaller = (ends_of_share(getattr(scaled(each), name)) for each in (budget, known))
        assert larger[0] - smaller[0] < Fraction(1, 100), (name, larger, smaller)
        assert smaller[1] - larger[1] < Fraction(1, 100), (name, larger, smaller)


@st.composite
def known_better(draw: st.DrawFn, budget: Budget, reach: int) -> Budget:
    """Draw the budget with one amount replaced by one that it may be, or by bounds that lie within its own.

    A total is told exactly where none was stated: the total cost is as stated, also where the costs say more.
    """

    def better(ends: Ends, *, is_exact: bool = False) -> MoneyLike:
        minor = counted(ends, reach)
        low, high = sorted(draw(st.sampled_from(minor)) for _ in range(2))
        return Money.of_minor(low) if is_exact else Bounds(Money.of_minor(low), Money.of_minor(high))

    costs, financing = list(budget.costs), list(budget.financing)
    open_costs = [index for index, line in enumerate(costs) if isinstance(line.basis, ActualCost)]
    places = ["total"] + ["costs"] * bool(open_costs) + ["financing"] * bool(financing)
    match draw(st.sampled_from(places)):
        case "costs":
            index = draw(st.sampled_from(open_costs))
            costs[index] = attrs.evolve(costs[index], basis=ActualCost(better(ends_of_line(costs[index]))))
            return attrs.evolve(budget, costs=costs)
        case "financing":
            index = draw(st.sampled_from(range(len(financing))))
            amount = better(ends_from_zero(financing[index].amount))
            financing[index] = attrs.evolve(financing[index], amount=amount)
            return attrs.evolve(budget, financing=financing)
        case _:
            total = better(ends_from_zero(budget.total), is_exact=budget.total is None)
            return attrs.evolve(budget, total=total)


@given(ONE_SIDED, st.data())
def test_a_true_fact_is_no_error(financing: list[Contribution], data: st.DataObject) -> None:
    """What is told of a project beside a list from one side, and agrees with it, adds no error."""
    other = data.draw(st.integers(0, 9))
    total = other + sum(data.draw(st.sampled_from(counted(ends_from_zero(part.amount), 9))) for part in financing)
    other_side = FundingSource.OWN if financing[0].source not in OWN_SOURCES else EU_AND_STATE
    known: st.SearchStrategy[Callable[[Money], MoneyLike]] = st.sampled_from([Bounds.at_least, Bounds.at_most, exact])
    facts = {
        "total": data.draw(known)(Money.of_minor(total)),
        "costs": [Cost(STAFF, ActualCost(data.draw(known)(Money.of_minor(total))))],
        "financing": [*financing, Contribution(Funder(source=other_side), Money.of_minor(other))],
    }
    told: dict[str, Any] = {"financing": financing}
    found = errors(Budget(**told))
    for name in data.draw(st.permutations(sorted(facts))):
        told[name] = facts[name]
        more = errors(Budget(**told))
        assert more <= found, (name, more - found)
        found = more


def errors(budget: Budget) -> set[str]:
    """Return the codes of the rules that find an error in a project with this budget."""
    return {finding.rule for finding in validate(Project("Framtidskraft", budget=budget)).errors}


# --- every budget


def test_what_the_parts_leave_of_the_total_is_solved_together() -> None:
    """Of 10 kronor, with support under 8 and at least 3 of one's own, at most 7 are support."""
    financing = [
        Contribution(Funder(source=EU_AND_STATE), Bounds.under(Money(8))),
        Contribution(Funder(source=FundingSource.OWN), Bounds.at_least(Money(3))),
    ]
    budget = Budget(financing=financing, total=Money(10))
    assert budget.support == budget.eu_support == Bounds(Money(0), Money(7))
    assert budget.own_contribution == Bounds(Money(3), Money(10))


@given(budgets())
def test_figures_are_values_bounds_or_nothing(budget: Budget) -> None:
    """Every figure of every budget can be asked for, and bounds with one possible figure are that figure."""
    for name in (*MONEY_FIGURES, *RATE_FIGURES):
        figure = getattr(budget, name)
        assert figure is None or isinstance(figure, (Money, Rate)) or figure.known is None


@given(budgets())
def test_shares_are_shares(budget: Budget) -> None:
    """A share is one of a whole, and the own share is what the support leaves."""
    for name in RATE_FIGURES:
        figure: RateLike | None = getattr(budget, name)
        if figure is not None:
            assert figure >= Rate(0)
            assert figure <= Rate(1)
    support_rate, own_rate = budget.support_rate, budget.own_rate
    assert (support_rate is None) == (own_rate is None)
    if support_rate is not None and own_rate is not None:
        assert own_rate == support_rate.complement


def test_a_part_not_explained_is_nobodys_money() -> None:
    """Where a total of 25 stands beside a financing of 20, the 5 that are missing are not taken for the Union's."""
    undivided = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(9))
    own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(11))
    budget = Budget(financing=[undivided, own], total=Money(25))
    assert budget.eu_rate == Bounds(Rate(0), Rate(Fraction(9, 25)))
    assert budget.support_rate == Rate(Fraction(9, 25))
    assert budget.own_contribution == Money(16)
