"""Every step is computed again in another way: Python reads the formula, and intervals of fractions are computed with.

The evaluator shares nothing with what it checks: neither its reader of formulas nor the spans of the model.
"""

from __future__ import annotations

import ast
import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Money,
    Rate,
    explain,
)
from esfmodel.testing import budgets

if TYPE_CHECKING:
    from decimal import Decimal

    from esfmodel import Step
    from esfmodel.values import MoneyLike, RateLike
    from esfmodel.workings import Input

FIGURES = (
    "total_costs",
    "total_financing",
    "total_cost",
    "support",
    "eu_support",
    "own_contribution",
    "support_rate",
    "eu_rate",
    "own_rate",
)

Number = Fraction | int


@attrs.frozen
class Interval:
    """Every number between two ends, each of which is among them or not; None is no end."""

    low: Number | None
    high: Number | None
    with_low: bool = True
    with_high: bool = True

    def __attrs_post_init__(self) -> None:
        """Return the same of what has no end."""
        object.__setattr__(self, "with_low", self.with_low or self.low is None)
        object.__setattr__(self, "with_high", self.with_high or self.high is None)

    def has(self, number: Number) -> bool:
        """Whether the number is among them."""
        above = self.low is None or number > self.low or (number == self.low and self.with_low)
        return above and (self.high is None or number < self.high or (number == self.high and self.with_high))

    @property
    def whole(self) -> Interval:
        """The whole numbers among them."""
        return Interval(
            None if self.low is None else self.low + (not self.with_low),
            None if self.high is None else self.high - (not self.with_high),
        )

    @property
    def is_contradiction(self) -> bool:
        """Whether no whole number is among them."""
        low, high = self.whole.low, self.whole.high
        return low is not None and high is not None and low > high

    @property
    def settled(self) -> Interval:
        """The one whole number among them from 0 on, or all where there are several."""
        from_zero = self.both(NOT_NEGATIVE)
        return from_zero.whole if from_zero and from_zero.whole.low == from_zero.whole.high else self

    def __neg__(self) -> Interval:
        """Mirror at 0."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.with_high,
            self.with_low,
        )

    def __add__(self, other: Interval) -> Interval:
        """Add any whole number of one to any of the other: where both leave out an end, the next is left out too."""
        neither_low, neither_high = not (self.with_low or other.with_low), not (self.with_high or other.with_high)
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low + neither_low,
            None if self.high is None or other.high is None else self.high + other.high - neither_high,
            self.with_low and other.with_low,
            self.with_high and other.with_high,
        )

    def times(self, factor: Number) -> Interval:
        """Multiply each by a number."""
        if factor == 0:
            return point(0)
        if factor < 0:
            return (-self).times(-factor)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.with_low,
            self.with_high,
        )

    def both(self, other: Interval) -> Interval | None:
        """Return the numbers that are in both; None where there are none."""
        lows = [(each.low, not each.with_low) for each in (self, other) if each.low is not None]
        highs = [(each.high, each.with_high) for each in (self, other) if each.high is not None]
        low, without_low = max(lows, default=(None, False))
        high, with_high = min(highs, default=(None, True))
        if low is not None and high is not None and (low > high or (low == high and (without_low or not with_high))):
            return None
        return Interval(low, high, not without_low, with_high)


NOT_NEGATIVE = Interval(0, None)
POSITIVE = Interval(0, None, with_low=False)
ANY = Interval(None, None)


def point(number: Number) -> Interval:
    """Return one number."""
    return Interval(number, number)


def interval_of(given: Input) -> Interval:
    """Return what an input may be, amounts in their smallest unit."""
    value = given.value
    if value is None:
        unknown = Interval(0, 1) if given.name.endswith("_rate") else NOT_NEGATIVE
        return ANY if given.may_be_negative else unknown
    if isinstance(value, Bounds):
        low, high = (None if end is None else number(end) for end in (value.low, value.high))
        if low is None and high is not None and high > 0 and not given.may_be_negative:
            return Interval(0, high, True, value.high_included)
        return Interval(low, high, value.low_included, value.high_included)
    return point(number(value))


def number(value: Money | Rate | Decimal) -> Number:
    """Return the number of smallest units, the share or the count."""
    if isinstance(value, Money):
        return value.minor
    return value.fraction if isinstance(value, Rate) else Fraction(value)


def computed(step: Step) -> Interval | None:
    """Compute a step again; None where nothing comes of it."""
    known = {each.name: interval_of(each) for each in step.inputs}
    if step.rounding:
        known = {name: each.whole if name not in ("units", "rate") else each for name, each in known.items()}
    found = _value(ast.parse(step.formula, mode="eval").body, known)
    if step.rounding and found is not None:
        low, high = (None if end is None else half_up(Fraction(end)) for end in (found.low, found.high))
        return Interval(low, high)
    return found


def half_up(exact: Fraction) -> int:
    """Round to the nearest whole number, halves away from 0."""
    size = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -size if exact < 0 else size


def _value(node: ast.expr, known: dict[str, Interval]) -> Interval | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return point(node.value)
    if isinstance(node, (ast.Name, ast.Subscript)):
        return known[ast.unparse(node)]
    if isinstance(node, ast.BinOp):
        left, right = _known(node.left, known), _known(node.right, known)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left + -right
        factor = left.low if isinstance(node.op, ast.Mult) else 1 / Fraction(right.low or 0)
        assert factor is not None
        return right.times(factor) if isinstance(node.op, ast.Mult) else left.times(factor)
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    parts = [_known(part, known) for part in node.args]
    match node.func.id:
        case "upto":
            return upto(parts[0])
        case "both":
            return parts[0].both(parts[1])
        case "from_zero":
            return parts[0].both(NOT_NEGATIVE)
        case name:
            assert name == "share"
            return share(parts[0], parts[1] if len(parts) == 3 else NOT_NEGATIVE, parts[-1])


def _known(node: ast.expr, known: dict[str, Interval]) -> Interval:
    found = _value(node, known)
    assert found is not None
    return found


def upto(part: Interval) -> Interval:
    """Return every number from 0 to one of these."""
    low, with_low = (0, True) if part.low is not None and part.low >= 0 else (part.low, part.with_low)
    high, with_high = (0, True) if part.high is not None and part.high <= 0 else (part.high, part.with_high)
    return Interval(low, high, with_low, with_high)


def share(part: Interval, rest: Interval, whole: Interval) -> Interval | None:
    """Return the shares v for which some whole w above 0 has v·w in the part and (1 - v)·w in the rest.

    What is possible is an interval, whose ends lie at a corner of the three. So it is enough to try the corners and
    one share between each two of them.
    """
    part, rest, whole = part.settled, rest.settled, whole.settled
    together = (part + rest).both(whole)
    if together is None or together.is_contradiction:
        return None

    def is_possible(v: Fraction) -> bool:
        wholes = whole.both(POSITIVE)
        for factor, allowed in ((v, part), (1 - v, rest)):
            inside = allowed.both(NOT_NEGATIVE)
            if wholes is None or inside is None:
                return False
            if factor:
                wholes = wholes.both(inside.times(1 / factor))
            elif not inside.has(0):
                return False
        return wholes is not None

    ends = {
        name: [Fraction(end) for end in (each.low, each.high) if end is not None]
        for name, each in (("part", part), ("rest", rest), ("whole", whole))
    }
    corners = {
        Fraction(0),
        Fraction(1),
        *(p / w for p in ends["part"] for w in ends["whole"] if w),
        *(1 - r / w for r in ends["rest"] for w in ends["whole"] if w),
        *(p / (p + r) for p in ends["part"] for r in ends["rest"] if p + r),
    }
    tried = sorted(corner for corner in corners if 0 <= corner <= 1)
    found = [(v, v) for v in tried if is_possible(v)]
    found += [(v, w) for v, w in itertools.pairwise(tried) if is_possible((v + w) / 2)]
    if not found:
        return None
    low, high = min(first for first, _ in found), max(last for _, last in found)
    return Interval(low, high, is_possible(low), is_possible(high))


# --- the laws


def few_amounts() -> st.SearchStrategy[MoneyLike | None]:
    """Draw a few öre: unknown, exact, or within bounds whose ends are possible or not, also below 0."""
    few = st.integers(-3, 6).map(Money.of_minor)
    return st.one_of(
        st.none(),
        few,
        few.map(Bounds.at_least),
        few.map(Bounds.over),
        few.map(Bounds.at_most),
        few.map(Bounds.under),
        st.tuples(few, few).map(lambda ends: Bounds(min(ends), max(ends))),
    )


@st.composite
def open_budgets(draw: st.DrawFn) -> Budget:
    """Draw budgets of a few öre in which much is open, so that every definition of a figure is met."""
    divided = [FundingSource.EU, FundingSource.STATE_GRANT]
    grants = draw(st.sampled_from([[FundingSource.EU_AND_STATE], divided]))
    others = [FundingSource.PARTNER_COUNTRY, FundingSource.OWN, FundingSource.OWN_PUBLIC]
    sources = draw(st.lists(st.sampled_from([None, *grants, *others]), max_size=4))
    categories = st.sampled_from([CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.REVENUE])
    return Budget(
        [Cost(draw(categories), ActualCost(draw(few_amounts()))) for _ in range(draw(st.integers(0, 2)))],
        [Contribution(source and Funder(source=source), draw(few_amounts())) for source in sources],
        total=draw(few_amounts()),
    )


def agree(result: MoneyLike | RateLike | None, found: Interval | None, *, is_rate: bool) -> bool:
    """Whether a result says just what was found: nothing where anything is possible."""
    if is_rate:
        anything = found is None or (found.low, found.high) == (0, 1)
        return anything if result is None else found == ends_of(result)
    if found is None:
        return False
    if result is None:
        return found.whole in (NOT_NEGATIVE, ANY)
    return ends_of(result).whole == found.whole


def ends_of(figure: MoneyLike | RateLike) -> Interval:
    """Return the ends of a figure."""
    if not isinstance(figure, Bounds):
        return point(number(figure))
    low, high = (None if end is None else number(end) for end in (figure.low, figure.high))
    return Interval(low, high, figure.low_included, figure.high_included)


def check(budget: Budget, figure: str) -> None:
    """Check the workings of a figure, step by step."""
    workings = explain(budget, figure)
    expected = budget.cost_amounts[int(figure[6:-1])] if figure.startswith("costs[") else getattr(budget, figure)
    assert workings.figure == figure
    assert workings.result == expected
    results: dict[str, object] = {}
    for step in workings.steps:
        for given_input in step.inputs:
            assert results.get(given_input.name, given_input.value) == given_input.value
        if step.formula in ("amount", "total"):
            assert step.result == step.inputs[0].value
        else:
            assert agree(step.result, computed(step), is_rate=step.name.endswith("_rate")), step
        assert step.name not in results
        results[step.name] = step.result
    assert list(results)[-1:] in ([], [figure])
    assert expected is None or workings.steps


@settings(max_examples=250)
@given(st.one_of(budgets(), open_budgets()), st.sampled_from(FIGURES))
@example(Budget(financing=[Contribution(None, Bounds.over(Money("-0.01")))]), "total_financing")
def test_every_step_can_be_computed_again(budget: Budget, figure: str) -> None:
    """Each step comes to what its formula and inputs say, and the last one to the figure of the budget."""
    check(budget, figure)


@given(budgets().filter(lambda budget: budget.costs), st.data())
def test_every_line_of_cost_can_be_computed_again(budget: Budget, data: st.DataObject) -> None:
    """So it is with lines of cost: price times units, and a flat rate of the lines of its base."""
    check(budget, f"costs[{data.draw(st.integers(0, len(budget.costs) - 1))}]")


def test_the_evaluator_rounds_and_divides_as_people_do() -> None:
    """Half an öre is rounded away from 0; over 12 of under 29 million is over 12/29."""
    assert [half_up(Fraction(number, 2)) for number in (1, 3, -1, -3)] == [1, 2, -1, -2]
    found = share(Interval(12, None, with_low=False), NOT_NEGATIVE, Interval(0, 29, with_high=False))
    assert found == Interval(Fraction(12, 29), Fraction(1), with_low=False)
