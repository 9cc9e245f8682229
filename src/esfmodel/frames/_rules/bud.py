"""Family BUD as columns: the figures that a row states of a budget agree with each other.

Rules BUD003, BUD004, BUD007 and BUD008. They judge the budget that `from_frame` makes of the figures of a row. Where
those contradict each other, several budgets are as good, and which one it takes is too much for a column: such rows are
left open, as those where an amount is stated within bounds. Bounds that follow from exact figures say nothing more than
these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.column_rule import LEVELS, ColumnRule, Fact, outcome
from esfmodel.frames._rules.facts import KNOWN, any_of
from esfmodel.frames._writing import MOST
from esfmodel.frames.columns import HIGH, LOW, MINOR
from esfmodel.model import DecisionKind
from esfmodel.rules.finding import Severity
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.print_rounding import THOUSAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked


def _minor_per_unit(asked: Asked) -> Expr:
    """Return how many smallest units a krona or a euro has; 0 where the currency is none, or is not known."""
    by_digits: dict[int, list[str]] = {}
    for code, digits in MINOR_DIGITS.items():
        by_digits.setdefault(digits, []).append(code)
    currency = asked.col("currency")
    usual = [(currency == code, 10 ** MINOR_DIGITS[code]) for code in _USUAL]
    other = asked.only(~any_of(asked, (is_usual for is_usual, _ in usual)), currency)
    return asked.first([*usual, *((asked.among(other, each), 10**digits) for digits, each in by_digits.items())], 0)


_USUAL = ("EUR", "SEK")


_FIGURES = ("total_cost", "support", "eu_support", "own_contribution", "stated_total")
_KNOWN_FIGURES = tuple(f"{name}.{part}" for name in ("total", *_FIGURES[1:4]) for part in ("amount", "exact"))


# --- Figures: each as an amount, 0 where none is known, whether it is known, and whether it is known otherwise


def _ends(asked: Asked, figure: str) -> Iterator[tuple[Expr, Expr]]:
    for end in ("", LOW, HIGH):
        name = f"{figure}{MINOR}{end}"
        yield asked.col(name), asked.col(f"{name}{KNOWN}")


def _needs(figure: str) -> tuple[str, ...]:
    names = tuple(f"{figure}{MINOR}{end}" for end in ("", LOW, HIGH))
    return (*names, *(f"{name}{KNOWN}" for name in names), "currency", "unit")


def _is_given(asked: Asked, figure: str) -> bool:
    """Whether a column holds amounts of a figure, or bounds."""
    return any(f"{figure}{MINOR}{end}" not in asked.same for end in ("", LOW, HIGH))


def _is_exact(asked: Asked, figure: str) -> Expr | bool:
    if not _is_given(asked, figure):
        return False
    (exact, is_stated), (low, has_low), (high, has_high) = _ends(asked, figure)
    amount = asked.first([(is_stated, exact)], low)
    are_ends = has_low & has_high & (low == amount) & (high == amount)
    is_amount = (amount < MOST) & (amount > -MOST) & (asked.col("unit") > 0)
    return is_amount & (are_ends | (is_stated & ~has_low & ~has_high))


def _amount(asked: Asked, figure: str) -> Expr | int:
    if not _is_given(asked, figure):
        return 0
    (exact, is_stated), (low, _), _ = _ends(asked, figure)
    stated = asked.first([(is_stated, exact)], low)
    return asked.first([(asked.col(f"{figure}.exact"), stated)], 0)


def _is_odd(asked: Asked, figure: str) -> Expr | bool:
    """Whether an amount is stated, and is not known exactly; without a currency none is known at all."""
    if not _is_given(asked, figure):
        return False
    (_, is_stated), (_, has_low), (_, has_high) = _ends(asked, figure)
    is_any = (is_stated | has_low | has_high) & ~asked.col(f"{figure}.exact") & (asked.col("currency") != "")
    return is_any & ~_follows(asked, figure) if figure in _FIGURES[:4] else is_any


def _follows(asked: Asked, figure: str) -> Expr:
    """Whether bounds are those that follow from what is known exactly, as `to_frame` writes them."""
    (_, is_stated), (low, has_low), (high, has_high) = _ends(asked, figure)
    total, support, union, _ = _amounts(asked)
    has_total, has_support, has_union, has_own = _are_known(asked)
    is_from_0 = has_low & (low == 0)
    if figure == "total_cost":
        paid = asked.first([(has_support, support)], union)
        found = ~has_total & (has_support | has_union) & has_low & (low == paid) & ~has_high
    elif figure == "support":
        is_at_most_all = asked.first([(has_total & (union <= total), has_high & (high == total))], ~has_high)
        found = has_union & ~has_own & has_low & (low == union) & is_at_most_all
    elif figure == "eu_support":
        found = has_support & is_from_0 & has_high & (high == support)
    else:
        is_at_least_0 = asked.first([(union <= total, is_from_0)], ~has_low)
        found = has_total & has_union & ~has_support & has_high & (high == total - union) & is_at_least_0
    return found & ~is_stated


def _facts_of(figure: str) -> dict[str, Fact]:
    needs = _needs(figure)
    return {
        f"{figure}.exact": Fact(needs, lambda asked: _is_exact(asked, figure)),
        f"{figure}.amount": Fact((*needs, f"{figure}.exact"), lambda asked: _amount(asked, figure)),
        f"{figure}.odd": Fact((*needs, f"{figure}.exact", *_KNOWN_FIGURES), lambda asked: _is_odd(asked, figure)),
    }


# --- The budget that has the figures


def _has_odd_figures(asked: Asked) -> Expr:
    found = asked.col("complete")
    for figure in _FIGURES:
        found = found | asked.col(f"{figure}.odd")
    total, support, union, own = _amounts(asked)
    has_total, has_support, has_union, has_own = _are_known(asked)
    # Of two totals, each is added up with who pays.
    is_too_large = (
        asked.col("total_cost.amount").abs() + total.abs() + support.abs() + union.abs() * 2 + own.abs() >= MOST
    )
    is_too_much = has_support & has_union & (union > support)
    # With an own contribution, what is negative or above the whole may be paid by anybody.
    is_below_0 = (total < 0) | (support < 0) | (union < 0) | (own < 0)
    is_the_rest = has_total & has_support & (own == total - support) & (total >= 0) & (support >= 0) & (union >= 0)
    is_open = has_own & ~is_the_rest & (is_below_0 | (has_total & (own > total)))
    return found | is_too_large | is_too_much | is_open


def _amounts(asked: Asked) -> tuple[Expr, Expr, Expr, Expr]:
    total, support, union, own = (asked.col(f"{name}.amount") for name in ("total", *_FIGURES[1:4]))
    return total, support, union, own


def _are_known(asked: Asked) -> tuple[Expr, Expr, Expr, Expr]:
    total, support, union, own = (asked.col(f"{name}.exact") for name in ("total", *_FIGURES[1:4]))
    return total, support, union, own


def _total(asked: Asked) -> Expr:
    """Return the total that the budget states: its own, or else the total cost."""
    is_stated, stated = asked.col("stated_total.exact"), asked.col("stated_total.amount")
    return asked.first([(is_stated, stated)], asked.col("total_cost.amount"))


def _total_is_known(asked: Asked) -> Expr:
    return asked.col("stated_total.exact") | asked.col("total_cost.exact")


_FIGURES_OF_ALL = {name: fact for figure in _FIGURES for name, fact in _facts_of(figure).items()}
_BUDGET: dict[str, Fact] = {
    **_FIGURES_OF_ALL,
    "total.exact": Fact(("stated_total.exact", "total_cost.exact"), _total_is_known),
    "total.amount": Fact(("stated_total.exact", "stated_total.amount", "total_cost.amount"), _total),
    "figures.odd": Fact(
        ("complete", *(f"{figure}.odd" for figure in _FIGURES), *_KNOWN_FIGURES, "total_cost.amount"),
        _has_odd_figures,
    ),
    "unit": Fact(("currency",), _minor_per_unit),
    "step": Fact((*_KNOWN_FIGURES, "unit"), lambda asked: _step(asked)),
    "status.odd": Fact(("status",), lambda asked: (asked.col("status") != "") & ~_is_status(asked)),
}


def _is_status(asked: Asked) -> Expr:
    return asked.among(asked.col("status"), [kind.value for kind in DecisionKind])


# --- BUD004: the support is at most the total cost


def _support(asked: Asked) -> Expr:
    """Return the support that is stated, or else the Union's, which is a part of it."""
    return asked.first([(asked.col("support.exact"), asked.col("support.amount"))], asked.col("eu_support.amount"))


def _excess(asked: Asked) -> Expr:
    return _support(asked) - asked.col("total.amount")


def _support_within_cost(asked: Asked) -> Expr:
    total, _, union, own = _amounts(asked)
    has_total, has_support, has_union, has_own = _are_known(asked)
    follows = has_own & ~asked.col("stated_total.exact") if f"stated_total{MINOR}" in asked.columns else asked.never()
    # Where the total follows from who pays, `from_frame` does not state it beside them.
    is_not_stated = follows & (has_support | (has_union & (union + own == total)))
    # What the Union and the project do not pay, others may.
    may_be_more = has_own & ~has_support & has_union & (union + own < total)
    is_any = has_support | has_union | has_own
    return outcome(
        asked,
        unread=asked.col("figures.odd"),
        unknown=~has_total | ~is_any | is_not_stated | may_be_more,
        breach=_support(asked) > total,
        level=_gravity(asked),
    )


def _is_divided(asked: Asked) -> Expr:
    """Whether the support is listed as the Union's money and the state's."""
    total_cost, cost_is_known = asked.col("total_cost.amount"), asked.col("total_cost.exact")
    _, support, union, own = _amounts(asked)
    _, has_support, has_union, has_own = _are_known(asked)
    # Where the Union's is all of it, the state's nothing is listed beside an own contribution that is not the rest.
    is_one = (support == union) & (~has_own | (cost_is_known & (support + own == total_cost)))
    return has_support & has_union & ~is_one


def _are_whole(asked: Asked, step: Expr) -> Expr:
    """Whether all figures that are compared are whole numbers of a step."""
    total, _, union, _ = _amounts(asked)
    parts = ~_is_divided(asked) | (union % step == 0)
    return (total % step == 0) & (_support(asked) % step == 0) & parts


def _divisor(asked: Asked) -> Expr:
    """Return how many smallest units a krona or a euro has, by which even rows without a currency can be divided."""
    return asked.first([(asked.col("unit") > 0, asked.col("unit"))], 1)


def _step(asked: Asked) -> Expr:
    """Return the step in which all figures are printed, as `printed_step` has it."""
    unit = _divisor(asked)
    return asked.first([(_are_whole(asked, unit * THOUSAND), unit * THOUSAND), (_are_whole(asked, unit), unit)], 1)


def _gravity(asked: Asked) -> Expr:
    """Return how grave a difference is: rounding of the figures that are compared may explain it."""
    count = asked.first([(_is_divided(asked), 3)], 2)
    explained = asked.col("step") * count > _excess(asked) * 2
    mild = asked.first([(asked.col("step") > asked.col("unit"), LEVELS[Severity.WARNING])], LEVELS[Severity.INFO])
    return asked.first([(explained, mild)], LEVELS[Severity.ERROR])


# --- BUD008: the support is more than zero


def _no_grant_of_nothing(asked: Asked) -> Expr:
    total, support, union, own = _amounts(asked)
    has_total, has_support, has_union, has_own = _are_known(asked)
    # Beside an own contribution that is not all of the rest, the Union's nothing is one of two grants.
    is_all = ~has_own | (has_total & (own == total))
    is_one_of_two = has_support & has_union & (support == 0) & (union == 0) & ~is_all
    is_nothing = (has_support & (support == 0) & (~has_union | (union == 0))) | (
        ~has_support & has_union & (union == 0) & is_all
    )
    return outcome(
        asked,
        unread=asked.col("figures.odd") | asked.col("status.odd") | is_one_of_two,
        unknown=~_is_listed(asked) & (asked.col("status") == ""),
        breach=is_nothing,
        level=Severity.WARNING,
    )


# --- BUD003: the stated total is the sum of the financing


def _listed(asked: Asked) -> Expr:
    """Return the sum of the contributions whose amounts are known."""
    _, _, _, own = _amounts(asked)
    return _support(asked) + own


def _is_open_above(asked: Asked) -> Expr:
    """Whether an own contribution of an unknown amount is listed beside all that is granted."""
    _, has_support, _, has_own = _are_known(asked)
    return has_support & ~has_own


def _total_as_financing(asked: Asked) -> Expr:
    total, support, _, _ = _amounts(asked)
    has_total, has_support, has_union, has_own = _are_known(asked)
    listed = _listed(asked)
    # Others may pay what the Union, or the project, does not.
    may_be_more = (~has_support | ~has_own) & (listed < total)
    # At least nothing is no amount.
    is_in_reach = _is_open_above(asked) & ((support <= total) | (support == 0))
    return outcome(
        asked,
        unread=_may_be_derived(asked),
        unknown=(
            ~has_total
            | ~(has_support | has_union | has_own)
            | total_follows(asked, has_own & (has_support | (has_union & (listed == total))))
            | may_be_more
            | is_in_reach
        ),
        breach=listed != total,
        level=_gravity_of_sum(asked),
    )


def total_follows(asked: Asked, if_not_stated: Expr) -> Expr:
    """Whether `from_frame` leaves the total to what the contributions sum to, as it may where that has a column."""
    has_column = f"stated_total{MINOR}" in asked.columns
    return ~asked.col("stated_total.exact") & if_not_stated if has_column else asked.never()


def _gravity_of_sum(asked: Asked) -> Expr:
    """Return how grave a difference is: rounding of the total and the contributions may explain it."""
    amounts = _amounts(asked)
    # An own contribution that is not known is no figure; without one, the support is of an unknown sum.
    count = asked.first([(_is_divided(asked), 4), (asked.col("own_contribution.exact"), 3)], 2)
    unit = _divisor(asked)
    mild: list[tuple[Expr, object]] = []
    for step, severity in ((unit * THOUSAND, Severity.WARNING), (unit, Severity.INFO), (asked.lit(1), Severity.INFO)):
        explained = (_listed(asked) - amounts[0]).abs() * 2 < step * count
        are_whole = asked.lit(True)
        for amount in amounts:
            are_whole = are_whole & (amount % step == 0)
        mild.append((are_whole & explained & ~_is_open_above(asked), LEVELS[severity]))
    return asked.first(mild, LEVELS[Severity.ERROR])


def _sum_as_text(asked: Asked) -> Expr:
    """Return the sum of the contributions, or the least that it may be, as an interval."""
    at_least = asked.nw.concat_str(asked.lit("["), asked.col("support.amount").cast(asked.nw.String), asked.lit(", )"))
    return asked.first([(_is_open_above(asked), at_least)], _listed(asked).cast(asked.nw.String))


def _difference_of_sum(asked: Asked) -> Expr:
    """Return by how much the contributions are more than the total; null where that is not known exactly."""
    known: Expr = asked.nw.when(~_is_open_above(asked)).then(_listed(asked) - asked.col("total.amount"))
    return known


def _may_be_derived(asked: Asked) -> Expr:
    """Whether figures are odd, or an own contribution is negative: a list may leave it, and nobody have stated it."""
    return asked.col("figures.odd") | (asked.col("own_contribution.amount") < 0)


# --- BUD007: no contribution is negative


def _no_negative_contribution(asked: Asked) -> Expr:
    return outcome(
        asked,
        unread=_may_be_derived(asked),
        unknown=~_is_listed(asked),
        breach=_granted(asked) < 0,
        level=Severity.WARNING,
    )


def _granted(asked: Asked) -> Expr:
    """Return what is listed as granted: by the Union, where that is known, and else by the Union and the state."""
    return asked.first([(asked.col("eu_support.exact"), asked.col("eu_support.amount"))], asked.col("support.amount"))


def _is_listed(asked: Asked) -> Expr:
    """Whether the budget has contributions."""
    has_total, has_support, has_union, has_own = _are_known(asked)
    # Of an own contribution alone, `from_frame` makes no budget, unless there is a total or it is nothing.
    return has_support | has_union | (has_own & (has_total | (asked.col("own_contribution.amount") == 0)))


_OF_SUMS = (*_KNOWN_FIGURES, "figures.odd", "stated_total.exact", "total_cost.amount", "total_cost.exact", "unit")

BUD: Final = (
    ColumnRule(
        code="BUD003",
        facts=_OF_SUMS,
        level=_total_as_financing,
        tells=(*_KNOWN_FIGURES,),
        expected=lambda asked: asked.col("total.amount").cast(asked.nw.String),
        found=_sum_as_text,
        difference=_difference_of_sum,
        own=_BUDGET,
    ),
    ColumnRule(
        code="BUD004",
        facts=(*_OF_SUMS, "step"),
        level=_support_within_cost,
        tells=(*_KNOWN_FIGURES,),
        expected=lambda asked: asked.col("total.amount").cast(asked.nw.String),
        found=lambda asked: _support(asked).cast(asked.nw.String),
        difference=_excess,
        own=_BUDGET,
    ),
    ColumnRule(
        code="BUD007",
        facts=(*_KNOWN_FIGURES, "figures.odd"),
        level=_no_negative_contribution,
        tells=("eu_support.exact", "eu_support.amount", "support.amount"),
        found=lambda asked: _granted(asked).cast(asked.nw.String),
        own=_BUDGET,
    ),
    ColumnRule(
        code="BUD008",
        facts=(*_KNOWN_FIGURES, "figures.odd", "status", "status.odd"),
        level=_no_grant_of_nothing,
        tells=("support.amount",),
        found=lambda asked: asked.lit("0"),
        own=_BUDGET,
    ),
)
