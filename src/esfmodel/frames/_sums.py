"""Sums of a frame by fund, priority, category of region, county or year, in one pass over the rows."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from esfmodel.errors import InvalidValue
from esfmodel.frames import _keys
from esfmodel.frames._wide import Wide
from esfmodel.frames.columns import FIGURES, HIGH, LOW, MINOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.frames._wide import Expression

SumsKey: TypeAlias = Literal[
    "fund", "programming_period", "cci", "priority", "category_of_region", "county", "year", "country"
]
"""What a frame is summed by."""

_KEYS: Mapping[str, tuple[tuple[str, ...], Callable[[Wide], Expression]]] = MappingProxyType(
    {
        "programming_period": (("programming_period", "cci", "operation_id"), _keys.programming_period),
        "county": (("nuts",), _keys.county),
        "year": (("start",), _keys.year),
    }
)
"""The keys that are made of columns, with the names of those."""

_PARTS: Final = 10**9
_MOST_PARTS: Final = 2**63 // _PARTS - 1
_ENDS: Final = MappingProxyType({"exact": "", "low": LOW, "high": HIGH})
"""The ends of a figure, by what the names of their columns end in."""

KNOWN: Final = "_known"
"""The end of the name of the sum of the amounts that are known exactly."""


def sums(frame: object, by: SumsKey | Iterable[SumsKey] = ()) -> Any:  # noqa: ANN401  # a frame of the library given
    """Return the sums of a frame with a row for each project, in a frame of the same library; a lazy one stays lazy.

    `by` is what a row of the result is of: "fund", "programming_period", "cci" (the programme), "priority",
    "category_of_region", "country", "county" (the NUTS code, where it is of level 3) and "year" (of the first day), any
    of them or several; without them, all is one sum. A null among them is what is not stated. Each currency has a row
    of its own. By county or year, each programming period has too, as in `sums_by`: what a register prints changes with
    it. Projects without a currency, which have no amounts, belong to the only currency of their group, and have a row
    of their own where it has several.

    `projects` is the number of projects. Of each figure that the frame has, `total_cost_minor` is the exact sum, null
    unless every amount is known; `total_cost_minor_low` and `total_cost_minor_high` are the lowest and the highest that
    it may be, null where nothing limits it: as in `PortfolioSum`, an unknown amount is at least 0.
    `total_cost_minor_known` is the sum of the amounts that are known, and `total_cost_unknown` how many are not. A sum
    beyond 64 bits is null.

    Raises `InvalidValue` for an unknown key, a column that is missing or holds another type; `TypeError` for what is no
    frame.

    >>> import polars as pl
    >>> columns = {"fund": ["ESF", "ESF", "ERDF"], "currency": ["SEK", None, "EUR"], "support_minor": [500, None, 70]}
    >>> result = sums(pl.DataFrame(columns), by="fund")
    >>> result.select("fund", "currency", "projects", "support_minor", "support_minor_known", "support_unknown").rows()
    [('ERDF', 'EUR', 1, 70, 70, 0), ('ESF', 'SEK', 2, None, 500, 1)]
    """
    keys = _checked(by)
    read = {key: _KEYS[key][0] if key in _KEYS else (key,) for key in keys}
    wide = Wide(frame, (*chain.from_iterable(read.values()), *Wide.columns_of(FIGURES)))
    nw = wide.nw
    for key in keys:
        if key != "programming_period":
            wide.need(*read[key])
    plain = [key for key in (*keys, "currency") if key not in _KEYS]
    texts = dict(zip(plain, wide.texts(*plain), strict=True))
    figures = wide.figures(FIGURES)
    groups = {key: texts[key] if key in texts else _KEYS[key][1](wide) for key in (*keys, "currency")}
    columns: dict[str, Expression] = {}
    for name, ends in figures.items():
        # An unknown amount is at least 0, also where only its highest is stated, unless that is below.
        low = nw.coalesce(ends.low, nw.when(ends.high.is_null() | (ends.high > 0)).then(nw.lit(0, nw.Int64)))
        for end, amount in (("exact", ends.exact), ("low", low), ("high", ends.high)):
            columns[f"{name} {end}"] = amount
    rows = wide.frame.select(**groups, **columns)
    # No engine adds beyond 64 bits without a fault of its own, so that amounts are added in two parts.
    high_parts = {f"{name} high part": nw.col(name) // _PARTS for name in columns}
    low_parts = {f"{name} low part": nw.col(name) - nw.col(f"{name} high part") * _PARTS for name in columns}
    counted = {f"{name} missing": nw.col(name).is_null().cast(nw.Int64) for name in columns}
    rows = rows.with_columns(projects=nw.lit(1, nw.Int64), **counted, **high_parts)
    rows = rows.with_columns(**low_parts) if low_parts else rows
    partial = rows.group_by(*groups).agg(nw.col("projects", *counted, *high_parts, *low_parts).sum())
    return wide.given_back(_finished(nw, partial, keys, tuple(figures)))


def _checked(by: SumsKey | Iterable[SumsKey]) -> tuple[str, ...]:
    keys: tuple[str, ...] = (by,) if isinstance(by, str) else tuple(by)
    for key in keys:
        if key not in get_args(SumsKey):
            raise InvalidValue("value.not_one_of", "by", key, choices=get_args(SumsKey))
    if {"county", "year"} & set(keys):
        keys = ("programming_period", *keys)
    return tuple(dict.fromkeys(keys))


def _finished(nw: Any, partial: Any, keys: tuple[str, ...], figures: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Return sums of groups, whose amounts are added in parts, as whole amounts in order of the groups."""
    # Projects without a currency belong to the only currency of their group.
    group = (*keys, "all")
    low, high = (getattr(nw.col("currency"), end)().over(*group) for end in ("min", "max"))
    only = nw.when(low == high).then(low)
    partial = partial.with_columns(all=nw.lit(1)).with_columns(currency=nw.coalesce("currency", only))
    values = [name for name in partial.collect_schema().names() if name not in {*group, "currency"}]
    whole = partial.group_by(*group, "currency").agg(nw.col(*values).sum())
    result: dict[str, Expression] = {}
    for name in figures:
        missing = {end: nw.col(f"{name} {end} missing") for end in _ENDS}
        for end, suffix in _ENDS.items():
            result[f"{name}{MINOR}{suffix}"] = nw.when(missing[end] == 0).then(_amount(nw, f"{name} {end}"))
        result[f"{name}{MINOR}{KNOWN}"] = _amount(nw, f"{name} exact")
        result[f"{name}_unknown"] = missing["exact"]
    order = [*keys, "currency"]
    # DuckDB adds up to numbers of 128 bits.
    result = {name: amount.cast(nw.Int64) for name, amount in {"projects": nw.col("projects"), **result}.items()}
    return whole.select(*order, **result).sort(*order, nulls_last=True)


def _amount(nw: Any, name: str) -> Expression:  # noqa: ANN401  # the module
    """Return the sum of a column from the sums of its parts; null where it could exceed 64 bits."""
    high, low = nw.col(f"{name} high part"), nw.col(f"{name} low part")
    parts = high + low // _PARTS
    return nw.when((parts < _MOST_PARTS) & (parts > -_MOST_PARTS)).then(high * _PARTS + low)
