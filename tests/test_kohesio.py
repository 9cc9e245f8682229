"""The drawn registers of the benchmarks: the same for a seed, with each fault that they say, and real codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from esfmodel.frames import COLUMNS, check, from_frame
from esfmodel.law import codes
from esfmodel.values.cci import Cci
from esfmodel.values.nuts import NutsCode
from kohesio import CHUNK, FAULTS, PROGRAMMES, main, register, rows_of
from peers.with_polars import CODES, checked

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 20_000
FRAME = rows_of(1, 0, ROWS)

TOTAL, SUPPORT, EU_SUPPORT = (pl.col(f"{name}_minor") for name in ("total_cost", "support", "eu_support"))
LATER = pl.col("cci").str.starts_with("2021")
OF_THE_EARLIER, OF_THE_LATER = (pl.col("fund").is_in(each) for each in (["ESF", "YEI", "FEAD"], ["ESF+", "JTF"]))
SEEN = {
    "support above total": SUPPORT > TOTAL,
    "Union above support": EU_SUPPORT > SUPPORT,
    "days swapped": pl.col("start") > pl.col("end"),
    "days outside": (pl.col("start").dt.year() < 2000) | (pl.col("end").dt.year() > 2029),
    "other period": pl.col("programming_period").str.starts_with("2021") != LATER,
    "other programme": pl.col("operation_id").str.head(15) != pl.col("cci"),
    "unknown region": pl.col("nuts").is_in([nuts for each in PROGRAMMES for nuts in each.nuts]).not_(),
    "other fund": (LATER & OF_THE_EARLIER) | (LATER.not_() & OF_THE_LATER),
    "unknown field": pl.col("intervention_field").str.contains("^9.{3}"),
}


def test_the_same_seed_gives_the_same_rows() -> None:
    """Rows are those of their number, in whatever parts they are made; another seed gives others."""
    assert rows_of(1, 0, 500).equals(FRAME.head(500))
    assert pl.concat([rows_of(1, 0, 7), rows_of(1, 7, 500)]).equals(FRAME.head(500))
    assert not rows_of(2, 0, 500).equals(FRAME.head(500))
    assert FRAME.row(0)[:6] == (0, "Gröna rum 0", "2021SE16RFPR001_00000000", "ERDF", "2021-2027", "2021SE16RFPR001")


@pytest.mark.parametrize("fault", SEEN)
def test_a_fault_is_in_its_rows_and_in_no_others(fault: str) -> None:
    """Whoever reads the columns sees the fault, but where a value is not known, and sees it nowhere else."""
    seen = FRAME.select("fault", seen=SEEN[fault]).drop_nulls()
    has_it = seen.filter(pl.col("fault") == fault)["seen"]
    assert len(has_it) > ROWS * FAULTS[fault] / 1000 / 2
    assert has_it.all()
    assert set(seen.filter("seen")["fault"]) == {fault}


def test_the_same_operation_is_there_twice() -> None:
    """A repeated row is equal to an earlier one; one with other figures is, but for its total cost."""
    known = FRAME.filter(pl.col("operation_id").is_not_null())
    first = known.filter(pl.col("operation_id").is_first_distinct())
    facts = [name for name in FRAME.columns if name not in {"project", "fault"} and not name.startswith("total_cost")]
    again = known.filter(pl.col("operation_id").is_first_distinct().not_()).join(first, on="operation_id")
    assert set(again["fault"]) == {"same row twice", "other figures"}
    assert all(again[name].eq_missing(again[f"{name}_right"]).all() for name in facts if name != "operation_id")
    difference = again["total_cost_minor"] - again["total_cost_minor_right"]
    assert set(difference.filter(again["fault"] == "same row twice").drop_nulls()) == {0}
    assert set(difference.filter(again["fault"] == "other figures").drop_nulls()) == {100}


def test_codes_are_real_ones() -> None:
    """CCI and NUTS codes have their form, those of Sweden are in their lists, and numbers have their check digits."""
    for each in PROGRAMMES:
        assert str(Cci(each.cci)) == each.cci
        assert {NutsCode(code).country_code for code in each.nuts} == {each.country}
        assert each.country != "SE" or all(code in codes.nuts() for code in each.nuts)
    # A support within bounds is less exact than what follows from the total cost: that is all there is to tell.
    reading = from_frame(
        FRAME.filter(pl.col("fault") == "", pl.col("beneficiary").is_not_null()).head(200).drop("fault")
    )
    assert {problem.code for problem in reading.problems} <= {"frame.narrower_figure", "frame.other_figure"}
    assert {column.name for column in COLUMNS["project"]} > set(FRAME.columns) - {"fault"}


@pytest.mark.parametrize("name", ["register.parquet", "register.csv"])
def test_a_register_is_written_in_parts(tmp_path: Path, name: str) -> None:
    """More rows than one part has are written one after the other; a part of the columns can be read alone."""
    path = tmp_path / name
    main(["120", str(path)])
    read = pl.read_parquet(path) if name.endswith("parquet") else pl.read_csv(path, schema=register(1).collect_schema())
    assert read.equals(FRAME.head(120).drop("fault"))
    asked = register(CHUNK + 20).select("project").filter(pl.col("project") >= CHUNK).collect()
    assert asked["project"].to_list() == list(range(CHUNK, CHUNK + 20))


def test_rules_written_by_hand_find_the_same() -> None:
    """The rules that `check` is measured beside have the same outcomes and findings of these rows."""
    frame = FRAME.drop("fault").lazy()
    found = check(frame, on="2026-01-01", rules=CODES)
    summary, findings, ours, told = pl.collect_all([*checked(frame), found.summary, found.findings])
    names = ("passed", "failed", "not_applicable", "not_evaluated", "findings")
    by_hand: dict[str, dict[str, int]] = summary.row(0, named=True)
    assert by_hand == {row["code"]: {name: row[name] for name in names} for row in ours.rows(named=True)}
    assert findings.equals(told)
    assert len(told) > 400
