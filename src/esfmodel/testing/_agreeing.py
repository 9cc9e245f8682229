"""Budgets in which everything is known and adds up, drawn from few and round figures.

A failing one can then be checked in the head: one line of 100 kr, of which 40 kr are the Union's.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from esfmodel.law import LAW
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate, LumpSum, UnitCost
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.values.bounds import exact
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WAYS_TO_GRANT = (
    (FundingSource.EU_AND_STATE,),
    (FundingSource.EU,),
    (FundingSource.EU, FundingSource.STATE_GRANT),
    (FundingSource.EU, FundingSource.PARTNER_COUNTRY),
)
_OWN = tuple(source for source in FundingSource if source.is_own)
_CATEGORIES = tuple(category for category in CostCategory if not category.may_be_negative)
_FACTORS = st.integers(1, 9_999)
_SCALES_IN_UNITS = (100, 1_000, 10_000, 100_000)
_SCALES_IN_MINOR = (1, 1_234_567)
"""Amounts with öre: small ones, and such as nobody thinks of."""
_LABELS: tuple[Mapping[str, Any], ...] = (
    {},
    {"year": 2024},
    {"phase": "Genomförande", "year": 2025},
    {"description": "Projektledare"},
)
_UNITS_OFF = st.sampled_from((0, 0, 0, -1, 1))
_GRANTS = st.sampled_from(WAYS_TO_GRANT)
_HUNDREDTHS = st.integers(0, 100)
_PAYERS = st.sampled_from(
    [
        *(((source, None),) for source in _OWN),
        *(((source, "Växjö kommun"),) for source in _OWN),
        *(((one, "Almi"), (other, None)) for one, other in product(_OWN, _OWN)),
    ]
)
"""Who raises what is not granted, named or not."""
_IS_STATED = st.booleans()


@cache
def agreeing_budgets(
    currency: str, least: int, most: int, support_near: Rate | None = None
) -> st.SearchStrategy[Budget]:
    """Budgets of exact amounts that add up, with so many lines of costs; one line unless none is allowed."""
    amounts = _amounts(currency)
    any_line, counts = _lines(currency), st.integers(min(max(least, 1), most), most)
    shares = _shares() if support_near is None else st.just(support_near)

    @st.composite
    def drawn(draw: st.DrawFn) -> Budget:
        costs: list[Cost] = []
        for _ in range(draw(counts)):
            line = draw(any_line)
            costs.append(_on_what_is_there(line, costs) if isinstance(line, _FlatLine) else line)
        total = exact(Budget(costs).total_costs) if costs else draw(amounts)
        is_stated = not costs or draw(_IS_STATED)
        return Budget(costs, _financing(draw, total, draw(shares)), total=total if is_stated else None)

    return drawn()


@cache
def _amounts(currency: str) -> st.SearchStrategy[Money]:
    """Amounts above 0: mostly whole hundreds and thousands, from a hundred up."""
    return st.composite(_amount)(_scales(currency), currency)


@cache
def _scales(currency: str) -> st.SearchStrategy[int]:
    per_unit: int = 10 ** MINOR_DIGITS[currency]
    return st.sampled_from((*(scale * per_unit for scale in _SCALES_IN_UNITS), *_SCALES_IN_MINOR))


def _amount(draw: st.DrawFn, scales: st.SearchStrategy[int], currency: str) -> Money:
    # Drawn apart: in one number of both, a smaller number may have another scale, and no figure would shrink far.
    return Money.of_minor(draw(scales) * draw(_FACTORS), currency)


_KINDS = st.sampled_from(
    [
        (basis, category)
        for basis, categories in (
            (ActualCost, _CATEGORIES),
            (LumpSum, _CATEGORIES),
            (FlatRate, (CostCategory.INDIRECT,) * len(_CATEGORIES)),
            (UnitCost, _CATEGORIES),
            (ActualCost, _CATEGORIES),
            (ActualCost, _CATEGORIES),
        )
        for category in categories
    ]
)
_FEW_UNITS = st.integers(1, 200)
_FLAT_RATES = st.sampled_from([Rate.of_percent(percent) for percent in (15, 20, 40, 7)])
_COMMON_LABELS = st.sampled_from((*_LABELS, *(_LABELS[0] for _ in _LABELS)))


class _FlatLine(NamedTuple):
    """A flat rate before it is known which lines stand before it, and an amount for where there are none."""

    category: CostCategory
    rate: Rate
    amount: Money


@cache
def _lines(currency: str) -> st.SearchStrategy[Cost | _FlatLine]:
    """Lines of a known amount; each is drawn by itself, so that Hypothesis leaves out a needless one as a whole."""
    scales = _scales(currency)

    @st.composite
    def line(draw: st.DrawFn) -> Cost | _FlatLine:
        basis, category = draw(_KINDS)
        amount = _amount(draw, scales, currency)
        if basis is FlatRate:
            return _FlatLine(category, draw(_FLAT_RATES), amount)
        labels = draw(_COMMON_LABELS)
        if basis is UnitCost:
            return Cost(category, UnitCost(amount, draw(_FEW_UNITS)), **labels)
        return Cost(category, LumpSum(amount) if basis is LumpSum else ActualCost(amount), **labels)

    return line()


def _on_what_is_there(line: _FlatLine, before: Sequence[Cost]) -> Cost:
    """Return a flat rate on the last of the other costs before it, or actual costs where there are none.

    A flat rate is for indirect costs: no two are shares of each other. It has no labels, since of a phase it would be a
    share of what lies in that phase, which is not always known.
    """
    bases = [cost.category for cost in before if cost.category is not CostCategory.INDIRECT]
    return Cost(line.category, FlatRate(line.rate, bases[-1:]) if bases else ActualCost(line.amount))


def _financing(draw: st.DrawFn, total: Money, share: Rate) -> list[Contribution]:
    """Draw who finances a total: the grant, at the share or one smallest unit off, and others what is left."""
    support = share.apply(total, rounding=Rounding.MINOR_DOWN).minor + draw(_UNITS_OFF)
    granted = Money.of_minor(min(max(support, 0), total.minor), total.currency)
    sources = draw(_GRANTS)
    if len(sources) == 1:
        parts: tuple[Money, ...] = (granted,)
    else:
        of_state = draw(_HUNDREDTHS)
        parts = granted.allocate([100 - of_state, of_state])
    financing = [Contribution(Funder(source=source), part) for source, part in zip(sources, parts, strict=True)]
    # Drawn although nobody may have to pay: else a whole grant would count as simpler than a share with round figures.
    payers, own = draw(_PAYERS), total - granted
    if own.minor > 0:
        financing.extend(
            Contribution(Funder(Organisation(name) if name else None, source=source), part)
            for (source, name), part in zip(payers, own.allocate([1] * len(payers)), strict=True)
        )
    return financing


@cache
def _shares() -> st.SearchStrategy[Rate]:
    """Shares of support: ceilings of the law half of the time, lowest first, else any in hundredths of a per cent."""
    ceilings = sorted({row.value for row in LAW.under("co-financing.ceiling") if isinstance(row.value, Rate)})
    others = 10_000

    def share(number: int) -> Rate:
        half, is_other = divmod(number, 2)
        return Rate.of(half, others) if is_other else ceilings[half % len(ceilings)]

    return st.integers(0, 2 * others + 1).map(share)
