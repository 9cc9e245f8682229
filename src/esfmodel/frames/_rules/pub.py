"""Family PUB as columns: what a beneficiary displays and holds for an operation above a size.

Rules PUB002 and PUB003. The law's thresholds are in euro: amounts in kronor are compared at the lowest and the highest
rate of the years of the project, as `exceeds` does. Where the public support counts, and a row states no support, only
a cost that is below the threshold tells something.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.frames._rules.column_rule import NOT_APPLICABLE, NOT_EVALUATED, ColumnRule, Fact, outcome
from esfmodel.frames._rules.facts import ODD, OTHER, UNKNOWN, place_of_fund, place_of_period, years_of_periods
from esfmodel.frames._rules.fin import LARGEST_WHOLE, number_of
from esfmodel.law import Provision
from esfmodel.law.exchange import kronor_per_euro
from esfmodel.model import Budget, Contribution, Fund, Funder, FundingSource, Project
from esfmodel.rules.book import RULES
from esfmodel.rules.engine import validate
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.values.money import Money
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked


# --- The thresholds: by programming period and fund, and by whether the programme is one of Interreg


class _Threshold(NamedTuple):
    """A threshold, and whether it is one of the public support; without an amount, the outcome of all that it is of."""

    amount: Money | None
    is_of_support: bool
    otherwise: int


_UNCLEAR = _Threshold(None, False, NOT_EVALUATED)
_HUGE = Money(10**12, "EUR")
"""More than any threshold."""
_GRANTED = Contribution(Funder(source=FundingSource.EU_AND_STATE), _HUGE)


def _by_threshold(asked: Asked, code: str) -> dict[_Threshold, list[int]]:
    """Return the numbers of the kinds of projects that have each threshold."""
    return asked.once(code, partial(_thresholds, asked, code))


def _thresholds(asked: Asked, code: str) -> dict[_Threshold, list[int]]:
    unclear = asked.unclear_periods(code)
    periods = {place_of_period(each): ProgrammingPeriod.parse(each) for each in years_of_periods()}
    found: dict[_Threshold, list[int]] = {}
    for place, period in {UNKNOWN: None, **periods}.items():
        for fund in (None, *Fund):
            for is_interreg in (False, True) if period is not None else (False,):
                threshold = _threshold(asked, code, period, fund, is_interreg=is_interreg)
                is_unclear = period in unclear and threshold.otherwise != NOT_APPLICABLE
                found.setdefault(_UNCLEAR if is_unclear else threshold, []).append(
                    number_of(place, place_of_fund(fund), int(is_interreg))
                )
    return found


def _threshold(
    asked: Asked, code: str, period: ProgrammingPeriod | None, fund: Fund | None, *, is_interreg: bool
) -> _Threshold:
    """Return the threshold of a kind of project, as the rule tells it of a very large one."""
    project = Project(
        "A",
        fund=fund,
        programming_period=period,
        cci=_OF_INTERREG if is_interreg else None,
        budget=Budget(financing=[_GRANTED], total=_HUGE),
    )
    result = validate(project, on=asked.on, law=asked.law, rules=[RULES[code]]).result(code)
    if not result.findings:
        is_concerned = result.outcome is not Outcome.NOT_APPLICABLE
        return _Threshold(None, False, NOT_EVALUATED if is_concerned else NOT_APPLICABLE)
    (finding,) = result.findings
    is_of_support = isinstance(finding.basis, Provision) and "public support" in (finding.basis.base or "")
    return _Threshold(finding.expected if isinstance(finding.expected, Money) else None, is_of_support, NOT_EVALUATED)


_OF_INTERREG = "2021TC16RFCB033"
"""The CCI of a programme of several countries; the programming period that is stated goes before its own."""


def _kind(asked: Asked) -> Expr:
    period = asked.col("funds_period")
    # A programming period that none is known of is as one that is not stated.
    place = asked.first([(period == OTHER, UNKNOWN)], period)
    is_interreg = asked.col("interreg") & (place != UNKNOWN)
    return number_of(place, asked.col("fund.place"), asked.first([(is_interreg, 1)], 0))


def _threshold_of(code: str) -> dict[str, Fact]:
    """Return the facts of the threshold: its amount in cents, whether it is of support, and who is outside the law."""

    def of_each(asked: Asked, values: dict[_Threshold, object], otherwise: object) -> Expr:
        kind = asked.col("publicity.kind")
        cases = [(kind.is_in(sorted(_by_threshold(asked, code)[each])), value) for each, value in values.items()]
        return asked.first(cases, otherwise)

    def amount(asked: Asked) -> Expr:
        known = {each: each.amount.minor for each in _by_threshold(asked, code) if each.amount is not None}
        # Some libraries would else multiply in 32 bits.
        return of_each(asked, {**known}, 0).cast(asked.nw.Int64)

    def is_of_support(asked: Asked) -> Expr:
        return of_each(asked, {each: 1 for each in _by_threshold(asked, code) if each.is_of_support}, 0)

    def is_outside(asked: Asked) -> Expr:
        outside = {each: 1 for each in _by_threshold(asked, code) if each.otherwise == NOT_APPLICABLE}
        return of_each(asked, {**outside}, 0)

    kind = ("publicity.kind",)
    return {
        f"{code}.threshold": Fact(kind, amount),
        f"{code}.of_support": Fact(kind, is_of_support),
        f"{code}.outside": Fact(kind, is_outside),
    }


# --- What a euro costs, in hundredths of the currency, and the cost as far as it is known


def _rate(asked: Asked, *, is_highest: bool) -> Expr:
    """Return the lowest or the highest price of a euro in the years of a project; 0 where it is not known."""
    years: dict[int, list[int]] = {}
    published = kronor_per_euro(1, 9_999)
    for first in range(published.first, published.last + 1):
        for last in range(first, published.last + 1):
            bounds = kronor_per_euro(first, last)
            price = bounds.high if is_highest else bounds.low
            years.setdefault(int(price * 100), []).append(first * 10_000 + last)
    pair = asked.col("start.year") * 10_000 + asked.col("end.year")
    is_dated = (asked.col("currency") == "SEK") & asked.col("period.whole")
    cases = [(is_dated & pair.is_in(each), price) for price, each in years.items()]
    return asked.first([(asked.col("currency") == "EUR", 100), *cases], 0).cast(asked.nw.Int64)


def _are_known(asked: Asked) -> tuple[Expr, Expr, Expr, Expr]:
    total, support, union, own = map(asked.col, _KNOWN)
    return total, support, union, own


_FIGURES = ("total", "support", "eu_support", "own_contribution")
_KNOWN = tuple(f"{name}.exact" for name in _FIGURES)
_AMOUNTS = tuple(f"{name}.amount" for name in _FIGURES)


def _cost_is_exact(asked: Asked) -> Expr:
    has_total, has_support, has_union, has_own = _are_known(asked)
    # Where the Union grants nothing, the state may grant something.
    return has_total | (has_own & (has_support | (has_union & (asked.col("eu_support.amount") != 0))))


def _least_cost(asked: Asked) -> Expr:
    """Return the cost, or the least that it may be; 0 where nothing is known of it."""
    _, support, union, own = map(asked.col, _AMOUNTS)
    _, has_support, has_union, _ = _are_known(asked)
    granted = asked.first([(has_support, support), (has_union, union + own)], 0)
    return asked.first([(asked.col("cost.exact"), asked.col("union.whole"))], granted)


_COST: dict[str, Fact] = {
    "publicity.kind": Fact(("funds_period", "fund.place", "interreg"), _kind),
    "euro.low": Fact(
        ("currency", "start.year", "end.year", "period.whole"), lambda asked: _rate(asked, is_highest=False)
    ),
    "euro.high": Fact(
        ("currency", "start.year", "end.year", "period.whole"), lambda asked: _rate(asked, is_highest=True)
    ),
    "cost.exact": Fact((*_KNOWN, "eu_support.amount"), _cost_is_exact),
    "cost.least": Fact((*_KNOWN, *_AMOUNTS, "cost.exact", "union.whole"), _least_cost),
}


def _is_odd(asked: Asked) -> Expr:
    """Whether columns do not tell what the budget says of the cost."""
    below_0 = asked.never()
    for name in _AMOUNTS:
        below_0 = below_0 | (asked.col(name) < 0)
    return asked.col("figures.odd") | below_0


def _in_hundredths(asked: Asked, amount: Expr) -> Expr:
    # All larger amounts are above any threshold.
    return asked.first([(amount > LARGEST_WHOLE, LARGEST_WHOLE)], amount) * 100


def _compared(asked: Asked, code: str) -> tuple[Expr, Expr]:
    """Return whether the amount of a threshold is surely above it, and whether it surely is not."""
    threshold, of_support = asked.col(f"{code}.threshold"), asked.col(f"{code}.of_support") == 1
    cost, is_exact = asked.col("cost.least"), asked.col("cost.exact")
    _, has_support, has_union, has_own = _are_known(asked)
    support = asked.col("support.amount")
    low = asked.first([(of_support & has_support, support), (of_support, asked.col("eu_support.amount"))], cost)
    least, most = threshold * asked.col("euro.low"), threshold * asked.col("euro.high")
    is_told = ~of_support | has_support
    is_above = is_told & (cost > 0) & (most > 0) & (_in_hundredths(asked, low) > most)
    is_within = (least > 0) & (_in_hundredths(asked, low) <= least) & (_in_hundredths(asked, cost) <= least)
    is_granted = ~of_support | has_support | has_union | has_own
    return is_above, is_exact & is_granted & (is_within | (cost <= 0))


def _is_unread(asked: Asked) -> Expr:
    unread = (asked.col("fund.place") == ODD) | (asked.col("funds_period") == ODD)
    return unread | asked.col("programmes.odd")


# --- PUB002: a plaque or a poster

_POINT_M = "[mM]\\)?[^0-9A-Za-z(]*$"
"""How an objective may end that is material deprivation: with the letter of its point."""


def _plaque(asked: Asked) -> Expr:
    is_above, is_within = _compared(asked, "PUB002")
    # Where food is given to those most in need, no poster is displayed: that is left open, as the objective is a text.
    is_free = (
        (asked.col("fund.place") == place_of_fund(Fund.ESF_PLUS))
        & asked.col("physical_investment.known")
        & ~asked.col("physical_investment")
        & asked.col("specific_objective").str.contains(_POINT_M)
    )
    return outcome(
        asked,
        unread=_is_unread(asked),
        applies=asked.col("PUB002.outside") == 0,
        unknown=_is_odd(asked) | (asked.col("PUB002.threshold") == 0) | is_free | ~(is_above | is_within),
        breach=is_above,
        level=Severity.INFO,
    )


# --- PUB003: a communication event


def _event(asked: Asked) -> Expr:
    is_above, is_within = _compared(asked, "PUB003")
    is_strategic, is_known = asked.col("strategic_importance"), asked.col("strategic_importance.known")
    return outcome(
        asked,
        unread=_is_unread(asked),
        applies=asked.col("PUB003.outside") == 0,
        unknown=(
            (asked.col("PUB003.threshold") == 0)
            | (~is_strategic & (_is_odd(asked) | ~(is_above | (is_within & is_known))))
        ),
        breach=is_strategic | is_above,
        level=Severity.INFO,
    )


def _threshold_as_text(asked: Asked, code: str) -> Expr:
    amounts = [each.amount for each in _by_threshold(asked, code) if each.amount is not None]
    threshold = asked.col(f"{code}.threshold")
    return asked.first([(threshold == each.minor, str(each)) for each in amounts], "")


def _least_as_text(asked: Asked) -> Expr:
    """Return the cost, or as an interval the least that it may be."""
    least = asked.col("cost.least").cast(asked.nw.String)
    at_least = asked.nw.concat_str(asked.lit("["), least, asked.lit(", )"))
    return asked.first([(asked.col("cost.exact"), least)], at_least)


def _unless_strategic(asked: Asked, told: Expr) -> Expr:
    found: Expr = asked.nw.when(~asked.col("strategic_importance")).then(told)
    return found


def _found_of_plaque(asked: Asked) -> Expr:
    support = asked.col("support.amount").cast(asked.nw.String)
    return asked.first([(asked.col("PUB002.of_support") == 1, support)], _least_as_text(asked))


_OF_ALL = (
    *_KNOWN, *_AMOUNTS, "figures.odd", "cost.exact", "cost.least", "euro.low", "euro.high", "fund.place",
    "funds_period", "programmes.odd",
)  # fmt: skip

PUB: Final = (
    ColumnRule(
        code="PUB002",
        facts=(
            *_OF_ALL,
            *_threshold_of("PUB002"),
            "physical_investment",
            "physical_investment.known",
            "specific_objective",
        ),
        level=_plaque,
        tells=("PUB002.threshold", "PUB002.of_support", "support.amount", "cost.exact", "cost.least"),
        expected=lambda asked: _threshold_as_text(asked, "PUB002"),
        found=_found_of_plaque,
        own={**_COST, **_threshold_of("PUB002")},
    ),
    ColumnRule(
        code="PUB003",
        facts=(*_OF_ALL, *_threshold_of("PUB003"), "strategic_importance", "strategic_importance.known"),
        level=_event,
        tells=("PUB003.threshold", "strategic_importance", "cost.exact", "cost.least"),
        expected=lambda asked: _unless_strategic(asked, _threshold_as_text(asked, "PUB003")),
        found=lambda asked: _unless_strategic(asked, _least_as_text(asked)),
        own={**_COST, **_threshold_of("PUB003")},
    ),
)
