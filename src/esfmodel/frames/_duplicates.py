"""Operations that are in a list twice, or in several lists: pairs of rows, and whether their figures agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from esfmodel.errors import InvalidValue
from esfmodel.frames import _keys
from esfmodel.frames._given import ROW
from esfmodel.frames._wide import Wide
from esfmodel.frames.columns import FIGURES, HIGH, LOW

if TYPE_CHECKING:
    from esfmodel.frames._wide import Expression

_FIGURES: Final = (*FIGURES, "stated_total")
_READ: Final = (
    *("operation_id", "cci", "beneficiary", "beneficiary_number", ROW),
    *Wide.columns_of(_FIGURES),
)
_ENDS: Final = ("", LOW, HIGH)
_KEY, _PLACE, _FIRST, _COUNT = (f"esfmodel {each}" for each in ("key", "place", "first place", "count"))
_OF_FIRST: Final = "first "
_BETWEEN: Final = "\n"
"""What stands between the parts of a key, and in none."""
_ROWS: Final = 2**40
"""More rows than a list has: the number of a list times this, and the row, are the place of a row among all lists."""


def duplicates(lists: object) -> Any:  # noqa: ANN401  # a frame of the library given
    """Return the rows of operations that an earlier row has too, in a frame of the same library; a lazy one stays lazy.

    `lists` is a frame with a row for each project, or several frames of one library by name, such as
    `{"2014-2020": one, "2021-2027": other}`, which are compared with each other and within. As in the rules POR003 and
    POR004, rows are of one operation where they have the same `operation_id`, with or without a CCI in front, the same
    programme, by `cci` or the CCI in front of the number and without its serial number, and the same beneficiary, by
    its number or else its name. Rows without a number or a beneficiary are compared with none.

    `row` is what the column `project` says of the row, else its index from 0, and `first_row` that of the first row of
    the operation; where several frames are given, `list` and `first_list` are the names of theirs. The rows of a lazy
    frame, as of DuckDB or Spark, have no order: `project` must be there, and number them.

    `same_figures` is true where all figures are the same, which POR003 tells of. It is false where one differs, which
    is right for two decisions on one operation, and is else what POR004 tells of; a frame does not hold which decision
    a row is of. It is null where no figure can be compared, or not every one.

    Raises `InvalidValue` where a column is missing or of another type, and `TypeError` for what is no frame.

    >>> import polars as pl
    >>> columns = {"operation_id": ["1", "2", "1"], "beneficiary": "Falu kommun", "support_minor": [5, 5, 7]}
    >>> duplicates(pl.DataFrame(columns).with_columns(currency=pl.lit("SEK"))).rows()
    [('1', 2, 0, False)]
    """
    named = _named(lists)
    named_frames = [(name, Wide(frame, _READ, name or "frame")) for name, frame in named.items()]
    frames = [wide for _, wide in named_frames]
    if not frames:
        raise InvalidValue("value.empty", "lists", "")
    first = frames[0]
    nw = first.nw
    if len({each.library for each in frames}) > 1:
        raise TypeError("lists must all be frames of one library")
    keyed = [_with_keys(wide, order) for order, wide in enumerate(frames)]
    keys = nw.concat([wide.frame.select(_KEY, _PLACE) for wide in frames], how="vertical")
    keys = (
        keys.group_by(_KEY).agg(nw.col(_PLACE).min().alias(_FIRST), nw.len().alias(_COUNT)).filter(nw.col(_COUNT) > 1)
    )
    # Repeated rows are few, so that only of them more is looked up: what they state, and what the first of each states.
    rows = [_repeated(wide, name, row, keys) for (name, wide), row in zip(named_frames, keyed, strict=True)]
    repeated = nw.concat(rows, how="vertical")
    is_first = nw.col(_PLACE) == nw.col(_FIRST)
    if not first.is_loaded:
        # The numbers of rows may be missing or there twice; one row of each operation is the first all the same.
        repeated = repeated.with_columns(nw.lit(1).alias(_COUNT))
        rank = nw.col(_COUNT).cum_sum().over(_KEY, order_by=_PLACE)
        repeated = repeated.with_columns((rank == 1).alias(_COUNT))
        is_first = nw.col(_COUNT)
    given = [name for name in repeated.collect_schema().names() if name not in {_KEY, _FIRST, _COUNT}]
    firsts = {f"{_OF_FIRST}{name}": nw.when(is_first).then(nw.col(name)).max().over(_KEY) for name in given}
    pairs = repeated.with_columns(**firsts).filter(~is_first).sort(_PLACE)
    result = {"operation_id": nw.col("operation_id")}
    for prefix, of in (("", ""), ("first_", _OF_FIRST)):
        if isinstance(lists, Mapping):
            result[f"{prefix}list"] = nw.col(f"{of}list")
        result[f"{prefix}row"] = nw.col(f"{of}row")
    return first.given_back(pairs.select(**result, same_figures=_same_figures(nw)))


def _named(lists: object) -> Mapping[str, object]:
    """Return frames by their names; a frame alone has none."""
    return cast("Mapping[str, object]", lists) if isinstance(lists, Mapping) else {"": lists}


def _with_keys(wide: Wide, order: int) -> Expression:
    """Keep the rows whose operation and body are known, with their key and place; return what they are called."""
    nw = wide.nw
    wide.need("operation_id")
    if not wide.has("beneficiary_number"):
        wide.need("beneficiary")
    row, place = wide.rows()
    # Rows that name no programme are of the same: that of the list.
    number, cci = _keys.operation(wide)
    key = nw.concat_str(number, _keys.without_serial(cci).fill_null(""), _keys.body(wide), separator=_BETWEEN)
    wide.frame = wide.frame.with_columns(key.alias(_KEY), (place + order * _ROWS).alias(_PLACE))
    wide.frame = wide.frame.filter(~nw.col(_KEY).is_null())
    return row


def _repeated(wide: Wide, name: str, row: Expression, keys: Any) -> Any:  # noqa: ANN401  # frames of narwhals
    """Return what is compared of the rows whose operation is there twice."""
    nw = wide.nw
    wide.frame = wide.frame.join(keys.select(_KEY, _FIRST), on=_KEY, how="inner")
    columns: dict[str, Expression] = {"list": nw.lit(name), "row": row}
    columns["operation_id"], columns["currency"] = wide.texts("operation_id", "currency")
    figures = wide.figures(_FIGURES)
    nothing = nw.when(row != row).then(row)
    for figure in _FIGURES:
        for end, amount in zip(_ENDS, figures.get(figure, (nothing,) * 3), strict=True):
            columns[f"{figure}{end}"] = amount
    return wide.frame.select(_KEY, _PLACE, _FIRST, **columns)


def _same_figures(nw: Any) -> Expression:  # noqa: ANN401  # the module
    """Return whether the figures of two rows are the same; null where none, or not every one, can be compared."""
    comparable = (nw.col("currency") == nw.col(f"{_OF_FIRST}currency")).fill_null(False)
    some_known = some_differ = ~comparable & comparable
    all_same = comparable
    for figure in _FIGURES:
        low, high = nw.col(f"{figure}{LOW}"), nw.col(f"{figure}{HIGH}")
        some_differ = some_differ | (low > nw.col(f"{_OF_FIRST}{figure}{HIGH}")).fill_null(False)
        some_differ = some_differ | (high < nw.col(f"{_OF_FIRST}{figure}{LOW}")).fill_null(False)
        for end in _ENDS:
            one, other = nw.col(f"{figure}{end}"), nw.col(f"{_OF_FIRST}{figure}{end}")
            all_same = all_same & ((one == other).fill_null(False) | (one.is_null() & other.is_null()))
            some_known = some_known | ~one.is_null()
    disagrees = nw.when(comparable & some_differ).then(nw.lit(False))
    return nw.coalesce(disagrees, nw.when(all_same & some_known).then(nw.lit(True)))
