"""Hypothesis strategies for organisations, costs, funding, budgets, breakdowns, changes and reporting periods.

`budgets` draws all that can exist, including contradictory and unknown figures; `balanced_budgets` draws budgets in
which everything is known and adds up.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.model.budget import Budget
from esfmodel.model.changes import BudgetChange, diff
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate, LumpSum, UnitCost
from esfmodel.model.funding import Commitment, Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.model.reporting import Counting, NonWorkingDay, ReportingTerms
from esfmodel.model.totals import Breakdown, BudgetSide, By, breakdown
from esfmodel.testing._agreeing import agreeing_budgets
from esfmodel.testing._figures import (
    ENDS,
    bounds_between,
    bounds_of_money,
    countries,
    foreign_numbers,
    in_currency,
    money,
    names,
    organisation_numbers,
    postal_codes,
    rates,
    some_of,
    steps_of_money,
    with_some,
)
from esfmodel.testing._knobs import Known, check_kind, check_known, check_share, how_many
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.costs import CostBasis
    from esfmodel.values.bounds import Bounds, MoneyLike
    from esfmodel.values.country import Country

_USUAL_LINES = 4
_YEARS = st.integers(2000, 2040)
_UNDIVIDED = tuple(source for source in FundingSource if source not in {FundingSource.EU, FundingSource.STATE_GRANT})
_DIVIDED = tuple(source for source in FundingSource if source is not FundingSource.EU_AND_STATE)
_OWN = tuple(source for source in FundingSource if source.is_own)
_MAY_BE_NEGATIVE = tuple(category for category in CostCategory if category.may_be_negative)
_USUAL = tuple(category for category in CostCategory if not category.may_be_negative)
_STAFF_LAST = (*(category for category in _USUAL if category is not CostCategory.STAFF), CostCategory.STAFF)
"""A second order of categories. Drawn flat rates are shares of categories before their own, so that no two depend on
each other; with one order alone, no flat rate could be for staff.
"""


def money_like(currency: str | None = None) -> st.SearchStrategy[MoneyLike]:
    """Amounts from 0, exact or known within bounds.

    >>> from hypothesis import find
    >>> find(money_like("SEK"), lambda amount: True)
    Money(0)
    """
    return in_currency(currency, _known)


def funders() -> st.SearchStrategy[Funder]:
    """Funders, named or not, of every legal kind of money.

    >>> from hypothesis import find
    >>> find(funders(), lambda funder: funder.source.is_own).source
    <FundingSource.OWN_PUBLIC: 'own, public'>
    """
    return st.builds(Funder, st.one_of(st.none(), organisations()), source=st.sampled_from(FundingSource))


def contributions(currency: str | None = None) -> st.SearchStrategy[Contribution]:
    """What one funder pays, or the rest without a named funder; amounts are unknown, exact or within bounds.

    >>> from hypothesis import find
    >>> find(contributions("SEK"), lambda part: True).is_rest
    True
    """
    return in_currency(currency, lambda code: _contributions(code, tuple(FundingSource)))


def actual_costs(currency: str | None = None) -> st.SearchStrategy[ActualCost]:
    """Costs actually incurred, known or not.

    >>> from hypothesis import find
    >>> find(actual_costs(), lambda basis: True)
    ActualCost()
    """
    return in_currency(currency, lambda code: st.builds(ActualCost, _amounts(code)))


def unit_costs(currency: str | None = None) -> st.SearchStrategy[UnitCost]:
    """Unit costs: a price and a number of hours or other units, with up to two decimals.

    >>> from hypothesis import given
    >>> @given(unit_costs("SEK"))
    ... def a_price_is_in_kronor(basis):
    ...     assert basis.price.currency == "SEK"
    >>> a_price_is_in_kronor()
    """
    return in_currency(currency, _unit_costs)


def flat_rates(currency: str | None = None) -> st.SearchStrategy[FlatRate]:
    """Flat rates on the costs of one category or more.

    >>> from hypothesis import given
    >>> @given(flat_rates())
    ... def a_rate_is_of_something(basis):
    ...     assert len(basis.base) > 0
    >>> a_rate_is_of_something()
    """
    return in_currency(currency, _flat_rates)


def lump_sums(currency: str | None = None) -> st.SearchStrategy[LumpSum]:
    """Lump sums.

    >>> from hypothesis import find
    >>> find(lump_sums(), lambda basis: True).amount is None
    True
    """
    return in_currency(currency, _lump_sums)


def costs(currency: str | None = None) -> st.SearchStrategy[Cost]:
    """Cost lines on every basis; only revenue and corrections are negative.

    Any of them can form a budget together: no two flat rates are shares of each other.

    >>> from hypothesis import find
    >>> find(costs("SEK"), lambda cost: True).amount is None
    True
    """
    return in_currency(currency, lambda code: _costs(code, _USUAL))


def budgets(
    currency: str | None = None,
    *,
    known: Known | None = None,
    lines: int | None = None,
    min_lines: int = 0,
    max_lines: int | None = None,
    support_near: Rate | None = None,
) -> st.SearchStrategy[Budget]:
    """Budgets in one currency, by default any: everything that can exist, consistent or not.

    Amounts are unknown, exact or within bounds, and the total is stated or not. Contradictions, such as support above
    the total cost, are drawn too, unless one of the arguments leaves them out:

    - `known="everything"`: every amount is exact, and costs and financing add up to the same total above 0. The share
      of support is often a ceiling of the law, or one smallest unit off.
    - `known="partly"`: the total is stated, exactly or within bounds, and some amount is not known exactly.
    - `lines`, or `min_lines` and `max_lines`: how many lines of costs.
    - `support_near`: everything is known, and the support is this share of the total cost, to the smallest unit
      rounded down, or one unit above or below.

    Raises `InvalidValue` for arguments that contradict each other.

    >>> from hypothesis import find
    >>> find(budgets("SEK", known="everything", lines=1), lambda budget: True).total_cost
    Money(100)
    """
    check_known(known)
    check_kind("support_near", support_near, Rate)
    if lines is not None:
        if min_lines != 0 or max_lines is not None:
            raise InvalidValue("argument.too_many", "lines", lines, other="min_lines or max_lines")
        min_lines = max_lines = lines
    least, most = how_many("min_lines", min_lines, "max_lines", max_lines, usual=_USUAL_LINES)
    if support_near is not None:
        if known == "partly":
            raise InvalidValue("argument.too_many", "support_near", support_near, other="known='partly'")
        check_share("support_near", support_near)
        return in_currency(currency, lambda code: agreeing_budgets(code, least, most, support_near))
    return in_currency(currency, lambda code: budgets_known(code, known, least, most))


@cache
def budgets_known(currency: str, known: Known | None, least: int, most: int) -> st.SearchStrategy[Budget]:
    """Budgets with so many lines of costs, of which everything is known, something, or whatever it may be."""
    if known == "everything":
        return agreeing_budgets(currency, least, most)
    if known == "partly":
        return _partly_known(currency, least, most)
    # Independent amounts hardly ever give a share between 0 and 1, so budgets that agree are drawn as well.
    return st.one_of(_any_budgets(currency, least, most), agreeing_budgets(currency, least, most))


@cache
def small_budgets(currency: str, *, exact: bool = False) -> st.SearchStrategy[Budget]:
    """Budgets of one partner, one phase or one decision: at most a total and one contribution."""
    financing = st.lists(contributions_known(currency, exact=exact), max_size=1)
    return with_some(Budget, financing=financing, total=amounts_known(currency, exact=exact))


def amounts_known(currency: str, *, exact: bool) -> st.SearchStrategy[MoneyLike]:
    """Amounts from 0: exact, or within bounds too."""
    return money(currency, min_amount=0) if exact else _known(currency)


@cache
def contributions_known(currency: str, *, exact: bool) -> st.SearchStrategy[Contribution]:
    """What one funder pays: exactly, or as `contributions` has it."""
    sources = tuple(FundingSource)
    if not exact:
        return _contributions(currency, sources)
    return st.builds(Contribution, _funders(sources), money(currency, min_amount=0))


def balanced_budgets(currency: str | None = None) -> st.SearchStrategy[Budget]:
    """Budgets of exact amounts from 0, in which costs, financing and total are equal.

    >>> from hypothesis import given
    >>> @given(balanced_budgets())
    ... def costs_are_financed(budget):
    ...     assert budget.total_costs == budget.total_financing == budget.support + budget.own_contribution
    >>> costs_are_financed()
    """
    return in_currency(currency, lambda code: agreeing_budgets(code, 1, _USUAL_LINES))


@cache
def _known(currency: str) -> st.SearchStrategy[MoneyLike]:
    return st.one_of(money(currency, min_amount=0), bounds_of_money(currency, min_amount=0))


@cache
def _amounts(currency: str) -> st.SearchStrategy[MoneyLike | None]:
    return st.composite(_amount)(money(currency, min_amount=0))


def _amount(draw: st.DrawFn, exact: st.SearchStrategy[Money]) -> MoneyLike | None:
    """Draw nothing, an amount or bounds."""
    how = draw(_HOW_KNOWN)
    if how is None:
        return None
    return bounds_between(draw, how, exact, steps_of_money) if isinstance(how, tuple) else draw(exact)


_HOW_KNOWN = st.sampled_from((None, Money, *(None for _ in ENDS[::4]), *(Money for _ in ENDS[::3]), *ENDS))
"""Not, exactly, or within bounds with these ends."""


def _exact_or_unknown(currency: str) -> st.SearchStrategy[Money | None]:
    return st.one_of(st.none(), money(currency, min_amount=0))


@cache
def _funders(sources: tuple[FundingSource, ...]) -> st.SearchStrategy[Funder]:
    return st.builds(Funder, st.one_of(st.none(), plain_organisations()), source=st.sampled_from(sources))


@cache
def _contributions(currency: str, sources: tuple[FundingSource, ...]) -> st.SearchStrategy[Contribution]:
    # A negative contribution is a correction, and always known.
    amounts = st.one_of(_amounts(currency), _amounts(currency), money(currency, max_amount=0))
    named = with_some(
        Contribution,
        _funders(sources),
        amounts,
        form=st.sampled_from(ContributionForm),
        partner=names(),
        phase=names(),
        year=_YEARS,
        commitment=st.sampled_from(Commitment),
        reference=names(),
    )
    return st.one_of(st.builds(Contribution.rest), named)


@cache
def _unit_costs(currency: str) -> st.SearchStrategy[UnitCost]:
    return with_some(
        UnitCost,
        money(currency, min_amount=0, max_amount=100_000),
        _UNITS,
        unit=names(),
        code=names(),
        region=names(),
        year=_YEARS,
        amount=money(currency, min_amount=0),
    )


def _units(number: int) -> int | Decimal:
    """Return a whole number for an even one, hundredths for an odd one."""
    return number // 2 if number % 2 == 0 else Decimal(number // 2).scaleb(-2)


_UNITS = st.integers(0, 2 * 10_000 * 100 + 1).map(_units)


@cache
def _flat_rates(currency: str) -> st.SearchStrategy[FlatRate]:
    return with_some(FlatRate, rates(), _bases(_USUAL), amount=money(currency, min_amount=0))


def _bases(categories: Sequence[CostCategory]) -> st.SearchStrategy[tuple[CostCategory, ...]]:
    """Draw one of the categories, or up to three in any order."""
    count = len(categories)

    def base(number: int) -> tuple[CostCategory, ...]:
        number, has_several = divmod(number, 2)
        number, first = divmod(number, count)
        others = divmod(number, count + 1) if has_several else ()
        return tuple(dict.fromkeys([categories[first], *(categories[other - 1] for other in others if other)]))

    return st.integers(0, 2 * count * (count + 1) ** 2 - 1).map(base)


@cache
def _lump_sums(currency: str) -> st.SearchStrategy[LumpSum]:
    return with_some(LumpSum, _exact_or_unknown(currency), description=names())


_LABELS = {"partner": names(), "phase": names(), "year": _YEARS, "description": names()}
_FEW_LABELS: tuple[dict[str, Any], ...] = tuple(
    {name: label for name, label in zip(_LABELS, labels, strict=True) if label is not None}
    for labels in product((None, "A", "B", "Region Kronoberg"), (None, "A"), (None, 2024, 2025, 2000), (None, "A"))
)
_NO_LABELS: dict[str, Any] = {}
_COMMON_LABELS = st.sampled_from(
    (*_FEW_LABELS, *(_NO_LABELS for _ in _FEW_LABELS[::8]), *(None for _ in _FEW_LABELS[::2]))
)
"""Labels that lines have in common, or None for any labels.

Each label has bits of its own in the place of the first ones, so that a needless one is left out when a line shrinks.
"""


@cache
def _costs(currency: str, order: tuple[CostCategory, ...]) -> st.SearchStrategy[Cost]:
    amounts, deductions = money(currency, min_amount=0), money(currency, max_amount=0)
    shares, usual = rates(), _bases(_USUAL)
    lump_sums, unit_costs = _lump_sums(currency), _unit_costs(currency)
    bases = {order[place]: _bases(order[:place]) for place in range(1, len(order))}

    # What a function draws takes less time than what another strategy does.
    def actual(draw: st.DrawFn, _: CostCategory) -> CostBasis:
        return ActualCost(_amount(draw, amounts))

    def lump_sum(draw: st.DrawFn, _: CostCategory) -> CostBasis:
        return draw(lump_sums)

    def stated_flat_rate(draw: st.DrawFn, _: CostCategory) -> CostBasis:
        return FlatRate(draw(shares), draw(usual), amount=draw(amounts))

    def unit_cost(draw: st.DrawFn, _: CostCategory) -> CostBasis:
        return draw(unit_costs)

    def flat_rate(draw: st.DrawFn, category: CostCategory) -> CostBasis:
        return FlatRate(draw(shares), draw(bases[category]))

    def deduction(draw: st.DrawFn, _: CostCategory) -> CostBasis:
        return ActualCost(draw(deductions))

    # By basis, each with the first category first, which is what a line of it shrinks to; some are more common.
    kinds = [
        (category, basis)
        for basis, categories in (
            (actual, _USUAL),
            (lump_sum, _USUAL),
            (flat_rate, bases),
            (stated_flat_rate, _USUAL),
            (unit_cost, _USUAL),
            (deduction, _MAY_BE_NEGATIVE),
            (actual, _USUAL),
            (flat_rate, bases),
            (deduction, _MAY_BE_NEGATIVE),
        )
        for category in categories
    ]
    numbers = st.integers(0, len(kinds) - 1)

    @st.composite
    def line(draw: st.DrawFn) -> Cost:
        category, basis = kinds[draw(numbers)]
        labels = draw(_COMMON_LABELS)
        return Cost(category, basis(draw, category), **(some_of(draw, _LABELS) if labels is None else labels))

    return line()


@cache
def _any_lines(currency: str, least: int, most: int) -> st.SearchStrategy[list[Cost]]:
    orders = (_USUAL, _STAFF_LAST)
    return st.one_of([st.lists(_costs(currency, order), min_size=least, max_size=most) for order in orders])


@cache
def _any_financing(currency: str, least: int = 0) -> st.SearchStrategy[list[Contribution]]:
    # A budget lists the grant undivided or divided, never both: that would list the same money twice.
    kinds = (_UNDIVIDED, _DIVIDED)
    return st.one_of([st.lists(_contributions(currency, kind), min_size=least, max_size=3) for kind in kinds])


@cache
def _any_budgets(currency: str, least: int, most: int) -> st.SearchStrategy[Budget]:
    costs, financing = _any_lines(currency, least, most), _any_financing(currency)
    return with_some(Budget, costs, financing=financing, total=_known(currency), complete=st.booleans())


_USUAL_CATEGORIES = st.sampled_from(_USUAL)


@cache
def _partly_known(currency: str, least: int, most: int) -> st.SearchStrategy[Budget]:
    """Draw budgets with a stated total and a line of costs, or else a contribution, that is not known exactly."""
    amounts, lines, financing = _amounts(currency), max(least, 1) - 1, _any_financing(currency)
    unknown = st.one_of(st.none(), bounds_of_money(currency, min_amount=0))

    @st.composite
    def drawn(draw: st.DrawFn) -> Budget:
        parts: list[Contribution] = []
        costs: list[Cost] = []
        if most == 0:
            parts.append(Contribution(Funder(source=FundingSource.OWN_PUBLIC), _not_exact(draw(unknown))))
        else:
            costs.append(Cost(draw(_USUAL_CATEGORIES), ActualCost(_not_exact(draw(unknown)))))
            for line in draw(st.lists(st.tuples(_USUAL_CATEGORIES, amounts), min_size=lines, max_size=most - 1)):
                category, amount = line
                costs.append(Cost(category, ActualCost(amount)))
        parts.extend(draw(financing))
        return Budget(costs, parts, total=draw(_known(currency)))

    return drawn()


def _not_exact(amount: Bounds[Money] | None) -> Bounds[Money] | None:
    """Return bounds that leave more than one amount, or None for those that do not."""
    return None if amount is None or amount.known is not None else amount


# --- Breakdowns

_COSTS = (By.CATEGORY, By.PARTNER, By.PHASE, By.YEAR)
_FINANCING = (By.FUNDER, By.SOURCE, By.FORM, By.PARTNER, By.PHASE, By.YEAR)


def breakdowns(currency: str | None = None) -> st.SearchStrategy[Breakdown]:
    """Breakdowns of drawn budgets by one or two keys, of either side.

    >>> from hypothesis import given
    >>> @given(breakdowns())
    ... def each_column_has_its_sum(table):
    ...     assert len(table.totals) == len(table.columns)
    >>> each_column_has_its_sum()
    """
    return st.builds(_broken_down, budgets(currency), st.sampled_from(BudgetSide).flatmap(_breakdown_keys))


def _breakdown_keys(side: BudgetSide) -> st.SearchStrategy[tuple[BudgetSide, By, By | None]]:
    of_side = _COSTS if side is BudgetSide.COSTS else _FINANCING
    both = st.lists(st.sampled_from(of_side), min_size=1, max_size=2, unique=True)
    return both.map(lambda keys: (side, keys[0], keys[1] if len(keys) > 1 else None))


def _broken_down(budget: Budget, asked: tuple[BudgetSide, By, By | None]) -> Breakdown:
    side, rows, columns = asked
    return breakdown(budget, rows, columns, of=side)


# --- Changes and reporting periods

Line = TypeVar("Line", Cost, Contribution)

_DIVISORS_OF_A_YEAR = (1, 2, 3, 4, 6, 12)
_LONGEST_MONTHS = 24


def budget_changes(currency: str | None = None) -> st.SearchStrategy[BudgetChange]:
    """Changes from one budget to another in the same currency; the two may share lines.

    >>> from hypothesis import given
    >>> @given(budget_changes())
    ... def twice_turned_round_is_the_same(change):
    ...     assert change.inverse.inverse == change
    >>> twice_turned_round_is_the_same()
    """
    return in_currency(currency, _changes)


def reporting_terms() -> st.SearchStrategy[ReportingTerms]:
    """How often a project reports, and when each report is due.

    >>> from hypothesis import find
    >>> find(reporting_terms(), lambda terms: terms.every_months > 1)
    ReportingTerms(every_months=2, due_months=0)
    """
    return st.builds(
        ReportingTerms,
        every_months=st.sampled_from(_DIVISORS_OF_A_YEAR),
        due_months=st.integers(0, _LONGEST_MONTHS),
        counting=st.sampled_from(Counting),
        non_working_day=st.sampled_from(NonWorkingDay),
    )


@cache
def _changes(currency: str) -> st.SearchStrategy[BudgetChange]:
    return neighbours(currency).map(lambda pair: diff(*pair))


def neighbours(currency: str, count: int = 2) -> st.SearchStrategy[tuple[Budget, ...]]:
    """Budgets made of the same few lines, some of them with another amount."""

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Budget, ...]:
        first = draw(budgets(currency))
        others = [attrs.evolve(line, basis=ActualCost(draw(money_like(currency)))) for line in first.costs]
        raised = [attrs.evolve(part, amount=draw(money_like(currency))) for part in first.financing]
        totals = st.sampled_from([first.total, draw(st.none() | money_like(currency))])
        return tuple(
            Budget(
                draw(_some_lines([*first.costs, *others])),
                draw(_some_lines([*first.financing, *raised])),
                total=draw(totals),
            )
            for _ in range(count)
        )

    return drawn()


def _some_lines(lines: Sequence[Line]) -> st.SearchStrategy[list[Line]]:
    return st.lists(st.sampled_from(lines), max_size=6) if lines else st.just([])


_LARGEST_GROUP = 290
"""The number of municipalities in Sweden."""


def organisations() -> st.SearchStrategy[Organisation]:
    """Bodies, and groups of bodies whose members are named in part, in full or not at all.

    >>> from hypothesis import given
    >>> @given(organisations())
    ... def a_group_holds_its_members(organisation):
    ...     assert organisation.count is None or organisation.count >= len(organisation.members)
    >>> a_group_holds_its_members()
    """
    return st.one_of(_bodies(), st.lists(plain_organisations(), max_size=2).flatmap(_groups_of))


def plain_organisations() -> st.SearchStrategy[Organisation]:
    """Bodies with a name, and perhaps a number and a kind, as funders and members of groups have."""
    return with_some(Organisation, names(), number=organisation_numbers(), kind=st.sampled_from(OrganisationKind))


def _bodies() -> st.SearchStrategy[Organisation]:
    return with_some(
        Organisation,
        names(),
        number=st.one_of(organisation_numbers(), foreign_numbers()),
        kind=st.sampled_from(OrganisationKind),
        unit=names(),
        municipality=names(),
        postal_code=postal_codes(),
        city=names(),
        country=countries(),
    )


def _groups_of(members: list[Organisation]) -> st.SearchStrategy[Organisation]:
    counts = st.one_of(st.none(), st.integers(max(len(members), 2), _LARGEST_GROUP))

    def group(
        name: str, count: int | None, kind: OrganisationKind | None = None, country: Country | None = None
    ) -> Organisation:
        return Organisation(name, kind=kind, count=count, members=members, country=country)

    return with_some(group, names(), counts, kind=st.sampled_from(OrganisationKind), country=countries())
