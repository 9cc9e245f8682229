"""Registers of the shape of Kohesio, the Union's list of operations, with the faults that real lists have.

A row has the columns of `esfmodel.frames.COLUMNS["project"]` that a register has. Whatever is drawn for a row is a
function of the seed and the number of the row alone, so that a register of two million rows begins as one of a hundred
does, and is written in chunks. The programmes are real ones, and so are their funds, countries and NUTS codes.

    uv run benchmarks/kohesio.py 2000000 register.parquet [--seed 1]
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
import polars as pl
from polars.io.plugins import register_io_source

from esfmodel.law import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    Texts: TypeAlias = NDArray[np.str_]
    Days: TypeAlias = NDArray[np.datetime64]

CHUNK: Final = 100_000
"""The rows that are drawn at a time."""

ROW_GROUP: Final = 12_500
"""The rows of a row group of a Parquet file: what reads it has some groups in memory at a time."""

FAULTS: Final[dict[str, int]] = {
    "support above total": 4,
    "Union above support": 2,
    "days swapped": 2,
    "days outside": 4,
    "other period": 3,
    "other programme": 3,
    "unknown region": 4,
    "other fund": 3,
    "unknown field": 4,
    "same row twice": 4,
    "other figures": 3,
}
"""What is wrong in a row, and in how many of a thousand rows; no row has two faults."""

UNKNOWN: Final[dict[str, int]] = {
    "beneficiary": 4,
    "beneficiary_number": 80,
    "fund": 5,
    "programming_period": 5,
    "cci": 5,
    "priority": 10,
    "category_of_region": 150,
    "intervention_field": 30,
    "start": 10,
    "end": 40,
    "nuts": 50,
    "operation_id": 3,
}
"""In how many of a thousand rows a value is not known."""

_NO_AMOUNT, _BOUNDS, _PERMILLE = 10, 15, 1000
_BODIES = 80_000


class Programme(NamedTuple):
    """A programme: its CCI, the fund that most of its projects have, and where they lie."""

    cci: str
    fund: str
    other_fund: str
    """The fund of the other programming period, which a faulty row has."""
    country: str
    currency: str
    categories: tuple[str, ...]
    nuts: tuple[str, ...]


_LESS, _TRANSITION, _MORE = "less developed", "transition", "more developed"
_SWEDISH = ("SE110", "SE121", "SE123", "SE125", "SE211", "SE212", "SE224", "SE232", "SE311", "SE313", "SE322", "SE332")
_SOUTH, _WEST, _NORTH = ("SE221", "SE224"), ("SE231", "SE232"), ("SE331", "SE332")
_IRISH = ("IE041", "IE042", "IE051", "IE052", "IE053", "IE061", "IE062", "IE063")
_FINNISH = ("FI193", "FI194", "FI196", "FI1B1", "FI1C1", "FI1D1", "FI1D7", "FI1D9")
_POLISH = ("PL213", "PL224", "PL415", "PL514", "PL613", "PL633", "PL711", "PL811", "PL911", "PL926")
_GERMAN = ("DE111", "DE212", "DE300", "DE600", "DE712", "DEA11", "DEA23", "DED21")
_SPANISH = ("ES111", "ES211", "ES300", "ES511", "ES523", "ES617", "ES618")
_FRENCH = ("FR101", "FRB01", "FRE11", "FRF11", "FRI12", "FRK26", "FRL04")
_CZECH = ("CZ010", "CZ020", "CZ031", "CZ042", "CZ064", "CZ080")
_PORTUGUESE = ("PT11A", "PT111", "PT150", "PT170", "PT16E")

PROGRAMMES: Final = (
    Programme("2014SE05M9OP001", "ESF", "ESF+", "SE", "SEK", (_TRANSITION, _MORE), _SWEDISH),
    Programme("2014SE16RFOP001", "ERDF", "ESF+", "SE", "SEK", (_MORE,), _SOUTH),
    Programme("2014SE16RFOP003", "ERDF", "JTF", "SE", "SEK", (_MORE,), _WEST),
    Programme("2014SE16RFOP008", "ERDF", "JTF", "SE", "SEK", (_TRANSITION,), _NORTH),
    Programme("2021SE05SFPR001", "ESF+", "ESF", "SE", "SEK", (_TRANSITION, _MORE), _SWEDISH),
    Programme("2021SE16JTPR001", "JTF", "YEI", "SE", "SEK", (_TRANSITION, _MORE), ("SE214", "SE232", "SE332")),
    Programme("2021SE16RFPR001", "ERDF", "ESF", "SE", "SEK", (_TRANSITION, _MORE), _SWEDISH),
    Programme("2014IE16RFOP002", "ERDF", "ESF+", "IE", "EUR", (_MORE,), _IRISH),
    Programme("2014FI16M2OP001", "ESF", "ESF+", "FI", "EUR", (_TRANSITION, _MORE), _FINNISH),
    Programme("2021FI16FFPR001", "ERDF", "YEI", "FI", "EUR", (_TRANSITION, _MORE), _FINNISH),
    Programme("2014PL16RFOP001", "ERDF", "JTF", "PL", "PLN", (_LESS, _MORE), _POLISH),
    Programme("2014PL05M9OP001", "ESF", "ESF+", "PL", "PLN", (_LESS, _MORE), _POLISH),
    Programme("2021PL05SFPR001", "ESF+", "ESF", "PL", "PLN", (_LESS, _TRANSITION), _POLISH),
    Programme("2014DE05SFOP002", "ESF", "ESF+", "DE", "EUR", (_TRANSITION, _MORE), _GERMAN),
    Programme("2021DE05SFPR001", "ESF+", "FEAD", "DE", "EUR", (_TRANSITION, _MORE), _GERMAN),
    Programme("2014ES16RFOP002", "ERDF", "JTF", "ES", "EUR", (_LESS, _TRANSITION, _MORE), _SPANISH),
    Programme("2014FR05SFOP001", "ESF", "ESF+", "FR", "EUR", (_TRANSITION, _MORE), _FRENCH),
    Programme("2021FR05SFPR001", "ESF+", "ESF", "FR", "EUR", (_TRANSITION, _MORE), _FRENCH),
    Programme("2014CZ05M9OP001", "ESF", "ESF+", "CZ", "CZK", (_LESS, _MORE), _CZECH),
    Programme("2014PT05SFOP001", "ESF", "ESF+", "PT", "EUR", (_LESS,), _PORTUGUESE),
)
"""Programmes of both programming periods, and nine countries."""

_PRIORITIES = ("1", "2", "3", "4"), ("A", "B", "C", "D", "E")
_PERIODS = ("2014-2020", "2021-2027")
_FIRST_DAY = np.array([np.datetime64("2014-01-01"), np.datetime64("2021-01-01")])
_LAST_DAY = np.array([np.datetime64("2023-12-31"), np.datetime64("2029-12-31")])
_DAYS_TO_START = np.array([2900, 2200])
_NAMES = (
    "Framtidskraft",
    "Gröna rum",
    "New skills",
    "Nowe kompetencje",
    "Wege in Arbeit",
    "Empleo joven",
    "Kestävä työ",
)
_EU_RATES = np.array([40, 50, 60, 70, 85])


class _Draws:
    """Numbers that are drawn for rows: each a function of the seed, of what it is for, and of the row."""

    def __init__(self, seed: int, rows: Numbers) -> None:
        self._state = rows.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + _mixed(np.array([seed], np.uint64))

    def below(self, end: int | Numbers, what: str) -> Numbers:
        """Draw whole numbers from 0 up to, and without, `end`."""
        salt = _mixed(np.array([zlib.crc32(what.encode())], np.uint64))
        return (_mixed(self._state ^ salt) % np.asarray(end, np.uint64)).astype(np.int64)

    def one_of(self, lists: Sequence[Sequence[str]], which: Numbers, what: str) -> Texts:
        """Draw a text of the list of each row."""
        ends = np.array([len(each) for each in lists])
        starts = np.cumsum(ends) - ends
        drawn: Texts = np.concatenate(lists)[starts[which] + self.below(ends[which], what)]
        return drawn


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix the bits of numbers, as SplitMix64 does; products wrap around."""
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))


# --- The rows


def faults_of(seed: int, rows: Numbers) -> Texts:
    """Return what is drawn as wrong in each row; "" for nothing."""
    ends = np.cumsum(list(FAULTS.values()))
    drawn = _Draws(seed, rows).below(_PERMILLE, "fault")
    return np.array([*FAULTS, ""])[np.searchsorted(ends, drawn, side="right")]


def rows_of(seed: int, first: int, last: int) -> pl.DataFrame:
    """Return the rows from `first` up to, and without, `last`, with what is wrong in each as the column `fault`."""
    rows = np.arange(first, last, dtype=np.int64)
    faults = faults_of(seed, rows)
    # A row that repeats another has what is drawn for that one, which lies before it and has no fault of its own.
    before = rows - 1 - _Draws(seed, rows).below(_PERMILLE, "how far before")
    is_repeat = np.isin(faults, ("same row twice", "other figures"))
    is_sound = (before >= 0) & (faults_of(seed, np.maximum(before, 0)) == "")
    faults = np.where(is_repeat & ~is_sound, "", faults)
    source = np.where(is_repeat & is_sound, before, rows)
    draws = _Draws(seed, source)
    is_null = {name: pl.Series(draws.below(_PERMILLE, f"no {name}") < share) for name, share in UNKNOWN.items()}
    frame = _facts(draws, source, faults).hstack(_amounts(draws, faults))
    return frame.with_columns(
        *(pl.when(null).then(None).otherwise(pl.col(name)).alias(name) for name, null in is_null.items()),
        project=pl.Series(rows),
        fault=pl.Series(faults),
    ).select("project", pl.exclude("project"))


def _facts(draws: _Draws, source: Numbers, faults: Texts) -> pl.DataFrame:
    """Return all but the amounts."""
    programme = draws.below(len(PROGRAMMES), "programme")
    other = (programme + 1 + draws.below(len(PROGRAMMES) - 1, "other programme")) % len(PROGRAMMES)
    cci = np.array([each.cci for each in PROGRAMMES])
    later = np.array([each.cci.startswith("2021") for each in PROGRAMMES])[programme].astype(np.int64)
    funds = np.array([[each.fund for each in PROGRAMMES], [each.other_fund for each in PROGRAMMES]])
    country = np.array([each.country for each in PROGRAMMES])[programme]
    nuts = draws.one_of([each.nuts for each in PROGRAMMES], programme, "nuts")
    body = draws.below(_BODIES, "body")
    known_fields = [tuple(each.code for each in codes.intervention_fields(period) or ()) for period in _PERIODS]
    field = draws.one_of(known_fields, later, "field")
    start, end = _days(draws, later, faults)
    frame = pl.DataFrame(
        {
            "name": draws.one_of((_NAMES,), np.zeros_like(source), "name"),
            "number": source,
            "numbered": cci[np.where(faults == "other programme", other, programme)],
            "fund": funds[(faults == "other fund").astype(np.int64), programme],
            "programming_period": np.array(_PERIODS)[np.where(faults == "other period", 1 - later, later)],
            "cci": cci[programme],
            "priority": draws.one_of(_PRIORITIES, later, "priority"),
            "category_of_region": draws.one_of([each.categories for each in PROGRAMMES], programme, "category"),
            "intervention_field": np.where(faults == "unknown field", "9" + np.char.array(field), field),
            "body": body,
            "digits": _organisation_numbers(body),
            "country": country,
            "start": start,
            "end": end,
            "nuts": np.where(faults == "unknown region", _unknown_regions(nuts), nuts),
            "currency": np.array([each.currency for each in PROGRAMMES])[programme],
        },
        schema_overrides={"start": pl.Date, "end": pl.Date},
    )
    digits = pl.col("digits").cast(pl.String)
    swedish = pl.concat_str(digits.str.head(6), digits.str.tail(4), separator="-")
    return frame.select(
        pl.concat_str("name", "number", separator=" ").alias("name"),
        pl.concat_str("numbered", pl.col("number").cast(pl.String).str.zfill(8), separator="_").alias("operation_id"),
        *("fund", "programming_period", "cci", "priority", "category_of_region", "intervention_field"),
        pl.concat_str(pl.lit("Body "), "body").alias("beneficiary"),
        pl.when(pl.col("country") == "SE")
        .then(swedish)
        .otherwise(pl.concat_str("country", digits, separator=" "))
        .alias("beneficiary_number"),
        pl.col("country").alias("beneficiary_country"),
        *("start", "end"),
        pl.lit("day").alias("precision"),
        *("nuts", "country", "currency"),
    )


def _organisation_numbers(bodies: Numbers) -> Numbers:
    """Return numbers of ten digits of which the last is right, as that of a Swedish organisation."""
    first_nine = 556_000_000 + bodies
    check = np.zeros_like(bodies)
    for place in range(9):
        product = first_nine // 10 ** (8 - place) % 10 * (2 - place % 2)
        check += product // 10 + product % 10
    return first_nine * 10 + -check % 10


def _unknown_regions(nuts: Texts) -> Texts:
    """Return codes of the form of NUTS that no list has; Swedish ones have digits alone."""
    return np.char.add(nuts.astype("U4"), np.where(np.char.startswith(nuts, "SE"), "9", "Z"))


def _days(draws: _Draws, later: Numbers, faults: Texts) -> tuple[Days, Days]:
    start = _FIRST_DAY[later] + draws.below(_DAYS_TO_START[later], "start")
    end = np.minimum(start + 90 + draws.below(1100, "length"), _LAST_DAY[later])
    outside = draws.below(2, "outside")
    is_outside = faults == "days outside"
    start = np.where(is_outside & (outside == 0), start - 12_000, start)
    end = np.where(is_outside & (outside == 1), end + 12_000, end)
    swapped = faults == "days swapped"
    return np.where(swapped, end, start), np.where(swapped, start, end)


def _amounts(draws: _Draws, faults: Texts) -> pl.DataFrame:
    """Return the total cost, the support and the Union's money: exact, within bounds, or not known."""
    # Four digits and a power of ten, from 1 000 to some 100 million in the main unit.
    total = (1000 + draws.below(9000, "total")) * 10 ** (2 + draws.below(5, "size")) + draws.below(100, "cents")
    rate = _EU_RATES[draws.below(len(_EU_RATES), "rate")]
    national = draws.below(16, "national")
    support, eu_support = total * (rate + national) // 100, total * rate // 100
    total = np.where(faults == "other figures", total + 100, total)
    support = np.where(faults == "support above total", total + 1 + draws.below(10_000_000, "above"), support)
    eu_support = np.where(faults == "Union above support", support + 1 + draws.below(10_000_000, "above"), eu_support)
    columns: dict[str, pl.Series] = {}
    for name, figure in (("total_cost", total), ("support", support), ("eu_support", eu_support)):
        kind = draws.below(_PERMILLE, f"{name} known")
        is_within = (kind >= _NO_AMOUNT) & (kind < _NO_AMOUNT + _BOUNDS)
        exact, low, high = pl.Series(figure), pl.Series(figure - figure % 100_000), pl.Series(figure + 100_000)
        known, within = pl.Series(kind >= _NO_AMOUNT + _BOUNDS), pl.Series(is_within)
        nothing = pl.Series([None], dtype=pl.Int64)
        columns[f"{name}_minor"] = exact.zip_with(known, nothing)
        columns[f"{name}_minor_low"] = low.zip_with(within, columns[f"{name}_minor"])
        columns[f"{name}_minor_high"] = high.zip_with(within, columns[f"{name}_minor"])
    return pl.DataFrame(columns)


# --- Files


def register(rows: int, seed: int = 1) -> pl.LazyFrame:
    """Return a register, of which no more than some chunks are in memory at a time while it is written."""

    def chunks(
        columns: list[str] | None, predicate: pl.Expr | None, most: int | None, _size: int | None
    ) -> Iterator[pl.DataFrame]:
        end = rows if most is None else min(most, rows)
        for first in range(0, end, CHUNK):
            chunk = rows_of(seed, first, min(first + CHUNK, end)).drop("fault")
            chunk = chunk if columns is None else chunk.select(columns)
            yield chunk if predicate is None else chunk.filter(predicate)

    return register_io_source(chunks, schema=rows_of(seed, 0, 1).drop("fault").schema)


def write(rows: int, path: Path, seed: int = 1) -> None:
    """Write a register as CSV where the name of the file ends so, else as Parquet."""
    frame = register(rows, seed)
    if path.suffix == ".csv":
        frame.sink_csv(path)
    else:
        frame.sink_parquet(path, row_group_size=ROW_GROUP)


def main(argv: Sequence[str] | None = None) -> None:
    """Write the register that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("path", type=Path, help="a file that ends in .parquet or .csv")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    write(asked.rows, asked.path, asked.seed)


if __name__ == "__main__":
    main()
