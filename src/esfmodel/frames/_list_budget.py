"""The figures of budgets by expressions on whole numbers, where a row states a total, a support and the Union's part.

They are what `stated_budget` and the budget that it makes give for the same amounts; a property holds the two equal.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from esfmodel.frames.columns import HIGH, LOW, MINOR

TOTAL, SUPPORT, UNION = "budget.total", "budget.support", "budget.eu_support"
FIELDS: Final = (TOTAL, SUPPORT, UNION)

MOST: Final = 10**17
"""Amounts below it can be added here, as a budget can add them."""


def is_usual() -> pl.Expr:
    """Whether the amounts of a row can be taken together here: they are not too large, and do not contradict."""
    is_small = pl.all_horizontal(pl.col(name).fill_null(0) < MOST for name in FIELDS)
    return is_small & (pl.col(UNION).is_null() | pl.col(SUPPORT).is_null() | (pl.col(UNION) <= pl.col(SUPPORT)))


def figures() -> list[pl.Expr]:
    """Return the columns of a budget of a total, a support and the Union's part, each null where it is not stated."""
    total, support, union = (pl.col(name) for name in FIELDS)
    has_total, has_support, has_union = (pl.col(name).is_not_null() for name in FIELDS)
    has_budget = has_total | has_support | has_union
    whole = pl.lit(None, pl.Int64)
    # Without a support of its own, the Union's part is the least that is granted, and the total the most.
    within = ~has_support & has_union & has_total & (union < total)
    is_all = ~has_support & has_union & has_total & (union == total)
    granted = pl.when(has_support).then(support).when(is_all).then(union)
    least = granted.fill_null(pl.when(has_union).then(_stated(union, within)))
    unions = pl.when(has_union).then(union).when(has_support & (support == 0)).then(support)
    paid = pl.coalesce(support, union)
    own = pl.when(has_total & (has_support | is_all)).then(total - paid)
    raised = has_total & has_union & ~has_support
    has_state = has_support & has_union & (union < support)
    lines = pl.when(has_support | has_union).then(2 + has_state.cast(pl.Int64)).otherwise(0)
    return [
        *_amount("total_cost", total, pl.when(has_total).then(total).otherwise(_stated(paid)), total),
        *_amount("support", granted, least, granted.fill_null(pl.when(within).then(total))),
        *_amount(
            "eu_support",
            unions,
            unions.fill_null(pl.when(has_support).then(0)),
            unions.fill_null(pl.when(has_support).then(support)),
        ),
        *_amount(
            "own_contribution",
            own,
            own.fill_null(pl.when(raised & within).then(0)),
            own.fill_null(pl.when(raised).then(total - union)),
        ),
        *_amount("stated_total", total, total, total),
        pl.when(has_budget).then(pl.lit(value=False)).alias("complete"),
        pl.when(has_budget).then(whole.fill_null(0)).alias("cost_lines"),
        pl.when(has_budget).then(lines).alias("financing_lines"),
    ]


def _stated(amount: pl.Expr, always: pl.Expr | None = None) -> pl.Expr:
    """Return a lower bound, which says nothing at 0 unless there is an upper one beside it."""
    says = amount != 0
    return pl.when(says if always is None else says | always).then(amount)


def _amount(name: str, exact: pl.Expr, low: pl.Expr, high: pl.Expr) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    amounts = (exact, low, high)
    names = (f"{name}{MINOR}", f"{name}{MINOR}{LOW}", f"{name}{MINOR}{HIGH}")
    first, second, third = (
        each.cast(pl.Int64).alias(each_name) for each, each_name in zip(amounts, names, strict=True)
    )
    return first, second, third
