"""Both sides of every benchmark give the same, and its tables show what was measured. Nothing is timed here."""

from __future__ import annotations

from importlib import import_module
from itertools import count
from operator import eq
from pathlib import Path

import attrs
import pytest

import growth
from machine import Head
from measuring import QUICK, Case, Row, exponent, measured
from table import GENERATED, Results, markdown, renewed

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "speed.md"

# The peer of `money` is installed for a run of the benchmarks alone, which compares both sides too before it times any.
# `imports` starts processes, which give nothing to compare.
TOPICS = ("models", "text", "periods", "ledgers", "lists", "strategies")
SMALL = 16
HEAD = Head("esfmodel 1", "Measured on 2026-01-01.")
CASE = Case("build", "40 lines", "pydantic", dict, dict, alike=eq, most=1.0)
SLOW = attrs.evolve(CASE, most=None, seconds=1e-3)
ROW = Row(CASE, ours=2e-3, theirs=1.6e-3, ratio=1.25, low=1.2, high=1.3)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_sides_give_the_same(topic: str) -> None:
    """Every case runs, and esfmodel and its peer give the same on what they share."""
    cases: list[Case] = list(import_module(f"cases.{topic}").cases(SMALL))
    assert cases
    assert [f"{case.name} beside {case.peer}" for case in cases if not case.agrees()] == []


@pytest.mark.parametrize("curve", growth.curves(), ids=lambda curve: f"{curve.name} over {curve.axis}")
def test_every_curve_runs(curve: growth.Curve) -> None:
    """The operation of each curve can be done on an input of any size."""
    assert curve.make(SMALL)() is not None


def test_what_is_fresh_is_made_for_each_call() -> None:
    """What a case is given is made anew for every call, and never used twice."""
    numbers = count()
    used: list[int] = []
    fresh = Case("x", "y", "z", used.append, lambda: None, given=lambda: next(numbers), alike=None)
    row = measured(fresh, QUICK)
    assert used == sorted(set(used))
    assert row.low <= row.high


def test_nothing_is_measured_that_differs() -> None:
    """A case whose sides do not give the same ends the run."""
    with pytest.raises(SystemExit, match="x, y: esfmodel and z do not give the same"):
        measured(Case("x", "y", "z", lambda: 1, lambda: 2, alike=eq), QUICK)


def test_the_exponent_is_that_of_the_growth() -> None:
    """Time that doubles with the size has exponent 1, and time that grows by its square 2."""
    assert exponent([(size, 3e-6 * size) for size in (10, 20, 40)]) == pytest.approx(1)
    assert exponent([(size, 3e-6 * size**2) for size in (10, 20, 40)]) == pytest.approx(2)


def test_a_goal_is_met_or_not() -> None:
    """A ratio or a time is held to the goal of its row, and a row without one to none."""
    assert ROW.met is False
    assert attrs.evolve(ROW, ratio=1.0).met is True
    assert attrs.evolve(ROW, case=SLOW).met is False
    assert attrs.evolve(ROW, case=attrs.evolve(CASE, most=None)).met is None


def test_the_tables_show_what_was_measured() -> None:
    """A row has both times, the ratio with its quartiles and the goal; a page gets the tables between its marks."""
    curve = growth.Grown("lines", "build", ((100, 1e-3), (200, 2e-3)), 1.0)
    results = Results(HEAD, (ROW, attrs.evolve(ROW, case=attrs.evolve(SLOW, characters=4000))), (curve,))
    tables = markdown(results)
    assert [[cell.strip() for cell in line.split("|")] for line in tables.splitlines() if "40 lines" in line] == [
        ["", "build: 40 lines", "pydantic", "2.00 ms", "1.60 ms", "1.25", "1.20–1.30", "≤ 1", "no", ""],
        ["", "build: 40 lines", "pydantic", "2.00 MB/s", "2.50 MB/s", "1.25", "1.20–1.30", "≥ 4 MB/s", "no", ""],
    ]
    assert "| lines | build | 100–200 |  1.00 ms | 2.00 ms |     1.00 | ≤ 1.1 | yes |" in tables
    assert "1 of 3 goals are met." in tables
    page = "before\n<!-- written by run.py -->\nold\n<!-- end of what run.py writes -->\nafter\n"
    assert renewed(page, results) == page.replace("old\n", f"\n{tables}\n")


def test_the_page_on_speed_has_a_place_for_the_figures() -> None:
    """The page holds the marks that the figures are written between, once."""
    assert len(GENERATED.findall(PAGE.read_text("utf-8"))) == 1
