from __future__ import annotations

from fractions import Fraction

import pytest

from esfmodel import LAW, Money, Rounding, UnitCost
from esfmodel.law import PACKS, Grade

WITH_PRICES = LAW.with_pack(PACKS["example-unit-costs-se"])
ROWS = WITH_PRICES.provisions[len(LAW.provisions) :]


def test_every_row_is_an_example() -> None:
    """No price is more than a transcript, and the law that ships has none."""
    assert {row.grade for row in ROWS} == {Grade.C}
    assert all(row.key.startswith("unit-cost.") for row in ROWS)
    assert not any(key.startswith("unit-cost.") for key in LAW.keys)
    assert len(ROWS) == 25


@pytest.mark.parametrize("percent", [15, 40])
def test_a_price_with_a_flat_rate_holds_it(percent: int) -> None:
    """The price "with-40" is the bare price and 40 % on it: a flat rate on top would count twice, as its note says."""
    found = [row for row in ROWS if row.key.endswith(f".with-{percent}")]
    for row in found:
        assert row.note is not None
        assert f"holds a flat rate of {percent} % already" in row.note
        if ".stockholm." not in row.key:
            bare = WITH_PRICES.provision(row.key.rpartition(".")[0]).value_as(Money)
            with_rate = bare.as_fraction() * Fraction(100 + percent, 100)
            assert row.value == Money.of_fraction(with_rate, rounding=Rounding.MINOR_HALF_UP)
    assert len(found) == 10


@pytest.mark.parametrize("function", ["project-worker", "project-administrator", "project-economist"])
def test_stockholm_has_one_bare_price(function: str) -> None:
    """Its prices with 15 and with 40 per cent are those of the same hour."""
    prices = (WITH_PRICES.provision(f"unit-cost.{function}.stockholm.with-{rate}") for rate in (15, 40))
    with_15, with_40 = (row.value_as(Money).as_fraction() for row in prices)
    assert with_15 / Fraction(115, 100) == with_40 / Fraction(140, 100)


def test_a_row_makes_a_unit_cost() -> None:
    """1 720 hours at the price of a project worker are 1 160 656 kr."""
    row = WITH_PRICES.provision("unit-cost.project-worker.with-40", on="2026-10-01")
    assert UnitCost(row.value_as(Money), 1720, code=row.key).computed == Money(1_160_656)
