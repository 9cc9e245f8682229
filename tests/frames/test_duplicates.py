from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Bounds, Budget, ForeignNumber, InvalidValue, Money, Organisation, Project
from esfmodel.frames import duplicates, from_frame, to_frame
from esfmodel.rules.families.por import find_repeated

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

FALUN = Organisation("Falu kommun", "212000-2239")
Row = tuple[Any, ...]

bodies = st.sampled_from(
    [
        None,
        FALUN,
        Organisation("Falun", "212000-2239", country="FI"),
        Organisation("Falu kommun"),
        Organisation("FALU   kommun"),
        Organisation("Straße"),
        Organisation("STRASSE"),
        Organisation("Ερμης"),
        Organisation("ερμησ"),
        Organisation("Turku", ForeignNumber("FI", "0123456-7")),
    ]
)
numbers = st.sampled_from(
    [
        None,
        "1",
        "2021SE05SFPR001_1",
        "2007CB163PO046_1",
        "2021XX05SFPR001_1",
        "2021SE05SFPR_1",
        "2021SE05SFPR001_",
        "1 2",
    ]
)
ccis = st.sampled_from([None, "2021SE05SFPR001", "2021SE05SFPR", "2007CB163PO046"])
amounts = st.sampled_from([None, Money(5), Money(7), Money(5, "EUR"), Bounds.over(Money(5)), Bounds.at_most(Money(5))])


@st.composite
def rows(draw: st.DrawFn) -> Project:
    """Draw a row of a register in which operations return."""
    total = draw(amounts)
    return Project(
        "A",
        operation_id=draw(numbers),
        cci=draw(ccis),
        beneficiary=draw(bodies),
        budget=None if total is None else Budget(total=total),
    )


def figures_agree(one: Project, other: Project) -> bool | None:
    """Return whether two rows have the same figures; None where that is not known."""
    ours, theirs = one.budget, other.budget
    if ours is None or theirs is None or ours.currency != theirs.currency:
        return None
    if ours == theirs:
        return True
    apart = [_are_apart(getattr(ours, name), getattr(theirs, name)) for name in ("total_cost", "support", "eu_support")]
    return False if any(apart) else None


def _are_apart(one: MoneyLike | None, other: MoneyLike | None) -> bool:
    ends: list[tuple[int | None, int | None]] = []
    for figure in (one, other):
        row = to_frame([Project("A", budget=Budget(total=figure))]).row(0, named=True)
        ends.append((row["stated_total_minor_low"], row["stated_total_minor_high"]))
    (low, high), (other_low, other_high) = ends
    above = low is not None and other_high is not None and low > other_high
    return above or (high is not None and other_low is not None and high < other_low)


@settings(max_examples=15)
@given(st.lists(rows(), max_size=8))
def test_pairs_are_those_of_the_rules(projects: list[Project]) -> None:
    """The rows that POR003 and POR004 compare are compared, and with the same answer where there is one."""
    pairs, _ = find_repeated(projects)
    expected = [(pair.second, pair.first, figures_agree(pair.one, pair.other)) for pair in pairs]
    frame = to_frame(projects)
    assert duplicates(frame).select("row", "first_row", "same_figures").rows() == sorted(expected)


@settings(max_examples=5)
@given(st.lists(st.from_type(Project), max_size=4).map(lambda drawn: [*drawn, *drawn]))
def test_any_projects_are_compared_as_objects(projects: list[Project]) -> None:
    """Whatever is drawn, the frame that is written of it has the pairs of the projects that are read from it."""
    frame = to_frame(projects)
    pairs, _ = find_repeated(from_frame(frame).projects)
    assert duplicates(frame).select("row", "first_row").rows() == sorted((pair.second, pair.first) for pair in pairs)


COLUMNS = {
    "project": [7, 8, 9, 10, 11],
    "operation_id": ["2021SE05SFPR001_1", "1", "2", "1", "1"],
    "cci": [None, "2021SE05SFPR", None, "2014SE05M9OP001", "2021SE05SFPR001"],
    "beneficiary": ["Falu kommun", " FALU  kommun", "Mora kommun", "Falu kommun", "Falu kommun"],
    "currency": ["SEK"] * 5,
    "support_minor": [5, 5, 5, 5, 7],
}
FRAME = pl.DataFrame(COLUMNS)


def test_a_small_register_by_hand() -> None:
    """One operation has three rows: the second has the figures of the first, and the third has others."""
    expected = [("1", 8, 7, True), ("1", 11, 7, False)]
    assert duplicates(FRAME).rows() == expected
    assert duplicates(FRAME.lazy()).collect().rows() == expected
    assert [tuple(row) for row in duplicates(pd.DataFrame(COLUMNS)).itertuples(index=False)] == expected
    connection = duckdb.connect()
    connection.execute(
        "create table register (project bigint, operation_id varchar, cci varchar, beneficiary varchar,"
        " currency varchar, support_minor bigint)"
    )
    connection.executemany("insert into register values (?, ?, ?, ?, ?, ?)", FRAME.rows())
    assert duplicates(connection.table("register")).fetchall() == expected
    assert duplicates(FRAME.drop("project")).rows() == [("1", 1, 0, True), ("1", 4, 0, False)]


def test_small_letters_of_one_capital_are_alike() -> None:
    """A sigma at the end of a word is the one within a word; ß is a capital's SS, and a dotted İ is no I."""
    names = ["Ερμης", "ερμησ", "ΕΡΜΗΣ", "Straße", "STRASSE", "İzmir", "i̇zmir", "Izmir"]
    frame = pl.DataFrame({"operation_id": "1", "beneficiary": names})
    found = duplicates(frame).select("row", "first_row").rows()
    assert found == [(1, 0), (2, 0), (4, 3), (6, 5)]


def test_several_lists_by_hand() -> None:
    """An operation in two lists is told by their names, in the order in which they were given."""
    one, other = FRAME.head(1), FRAME.tail(4).drop("project")
    expected = [("1", "other", 0, "one", 7, True), ("1", "other", 3, "one", 7, False)]
    assert duplicates({"one": one, "other": other}).rows() == expected
    assert duplicates({"one": one}).rows() == []


def test_what_cannot_be_compared_is_left_open() -> None:
    """No amount, amounts in two currencies, an amount that only one row has, and bounds that meet, say nothing."""
    amounts = {"support_minor": [None, None, 5, 5, 5, None], "support_minor_low": [None, None, 5, 5, 5, 4]}
    frame = pl.DataFrame(
        {
            "operation_id": list("aabbcc"),
            "beneficiary_number": "212000-2239",
            "currency": ["SEK", "SEK", "SEK", "EUR", "SEK", "SEK"],
            **amounts,
            "eu_support_minor": [None, None, 1, 1, None, None],
        }
    )
    assert duplicates(frame).rows() == [("a", 1, 0, None), ("b", 3, 2, None), ("c", 5, 4, None)]


def test_what_is_wrong_is_told() -> None:
    """A column that is missing, rows without order or number, no list, and lists of two libraries."""
    cases: list[tuple[object, str]] = [
        (FRAME.drop("operation_id"), "frame.no_column"),
        (FRAME.drop("beneficiary"), "frame.no_column"),
        (FRAME.lazy().drop("project"), "frame.no_row"),
        ({}, "value.empty"),
    ]
    for frame, code in cases:
        with pytest.raises(InvalidValue) as told:
            duplicates(frame)
        assert told.value.code == code
    with pytest.raises(TypeError, match="of one library"):
        duplicates({"one": FRAME, "other": pd.DataFrame(COLUMNS)})
