"""Registers judged by columns: on every library of frames, and equal to projects judged one by one."""

from __future__ import annotations

import polars as pl

from esfmodel.frames import check


def test_a_region_outside_the_country_is_told() -> None:
    """Of three projects in Sweden, one has a Danish region, and of one the region is not known."""
    frame = pl.DataFrame({"nuts": ["SE32", "DK01", None], "country": ["SE", "SE", "SE"]})
    checked = check(frame, rules=["PRJ009"])
    assert checked.outcomes["PRJ009"].to_list() == ["passed", "failed", "not evaluated"]
    assert checked.findings.select("row", "code", "severity", "expected", "found").rows() == [
        (1, "PRJ009", "warning", "SE", "DK01")
    ]
    assert checked.summary.rows() == [("PRJ009", "warning", 1, 1, 0, 1, 1)]
