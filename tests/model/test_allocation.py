from __future__ import annotations

import pytest
from hypothesis import given

from esfmodel import Allocation, Allocations, InvalidValue, Money
from esfmodel.testing import allocations, tables_of_allocations

MEASURES = ("eu", "national", "partner_country", "total")


def minor(amount: Money | None) -> int:
    """Count an amount in its smallest units; none is nothing."""
    return 0 if amount is None else amount.minor


@given(allocations())
def test_the_parts_less_the_total_are_the_difference(allocation: Allocation) -> None:
    """A row's difference is the sum of its parts less its total, where both are stated, and nothing else."""
    parts = [allocation.eu, allocation.national, allocation.partner_country]
    assert minor(allocation.parts) == sum(map(minor, parts))
    assert (allocation.parts is None) == all(part is None for part in parts)
    if allocation.parts is None or allocation.total is None:
        assert allocation.difference is None
    else:
        assert minor(allocation.difference) == minor(allocation.parts) - minor(allocation.total)


@given(tables_of_allocations())
def test_columns_sum_whatever_the_order(table: Allocations) -> None:
    """Each column's sum is that of its stated amounts, in any order of the rows; so are the differences."""
    for measure in MEASURES:
        stated = [row.of(measure) for row in table.rows]
        assert minor(table.sums.of(measure)) == sum(map(minor, stated))
        assert (table.sums.of(measure) is None) == all(amount is None for amount in stated)
        if table.differences is not None and table.differences.of(measure) is not None:
            assert table.stated is not None
            assert minor(table.differences.of(measure)) == sum(map(minor, stated)) - minor(table.stated.of(measure))
    assert (table.differences is None) == (table.stated is None)
    assert Allocations(reversed(table.rows), stated=table.stated).sums == table.sums


def test_the_regional_programmes_of_2021() -> None:
    """Nine programmes miss the printed totals by 18, 9 and 23 million kronor, and three rows by 1 or 2."""
    million = 1_000_000
    figures = [
        (1823, 2734, 4557), (1320, 1990, 3310), (1255, 1255, 2511), (595, 893, 1488), (316, 474, 790),
        (478, 717, 1196), (558, 846, 1404), (520, 781, 1303), (1138, 1706, 2844),
    ]  # fmt: skip
    rows = [
        Allocation(str(index), eu=Money(eu * million), national=Money(own * million), total=Money(total * million))
        for index, (eu, own, total) in enumerate(figures)
    ]
    stated = Allocation(
        "Totalt", eu=Money(8_021 * million), national=Money(11_405 * million), total=Money(19_426 * million)
    )
    table = Allocations(rows, stated=stated)
    assert [minor(row.difference) // (100 * million) for row in rows] == [0, 0, -1, 0, 0, -1, 0, -2, 0]
    assert table.differences == Allocation(
        "difference", eu=Money(-18 * million), national=Money(-9 * million), total=Money(-23 * million)
    )
    assert stated.difference == Money(0)


def test_two_currencies_are_two_tables() -> None:
    """Amounts, rows and stated sums of another currency are refused, with their place."""
    with pytest.raises(InvalidValue, match="total 'EUR' is another currency than SEK"):
        Allocation("A", eu=Money(1), total=Money(1, "EUR"))
    with pytest.raises(InvalidValue, match=r"rows\[1\] 'EUR' is another currency than SEK"):
        Allocations([Allocation("A", eu=Money(1)), Allocation("B", eu=Money(1, "EUR"))])
    with pytest.raises(InvalidValue, match="stated 'NOK' is another currency"):
        Allocations([Allocation("A", eu=Money(1))], stated=Allocation("B", total=Money(1, "NOK")))
    assert Allocations([Allocation("A")], stated=Allocation("B", eu=Money(1, "NOK"))).currency == "NOK"


def test_only_its_own_amounts_have_a_name() -> None:
    """An amount that an allocation has not is refused by name."""
    with pytest.raises(InvalidValue, match="measure 'name' is not one we know; use one of eu, national"):
        Allocation("A").of("name")
