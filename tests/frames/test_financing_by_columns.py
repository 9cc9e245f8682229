"""Amounts of registers judged by columns: examples that are checked by hand, and shares of amounts of any size."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import LAW
from esfmodel.frames import check
from esfmodel.frames._rules.fin import LARGEST_WHOLE
from esfmodel.law import Law, Provision
from registers import (
    LEFT_OPEN,
    Row,
    by_columns,
    days,
    is_of_two_programmes,
    judged,
    left_open_for_amounts,
    register,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_contributions_that_are_not_the_total_are_told() -> None:
    """Of 1 000 kr, one project has raised 900; one is granted 1 200 and raises some; one is granted 1 000 by the Union.

    A difference of 50 öre among three figures in whole öre is an error, and one of a krona in whole kronor is none.
    """
    figures = {
        "stated_total_minor": [100_000, 100_000, 100_000, 100_000, 100_000],
        "support_minor": [50_000, 120_000, None, 60_050, 60_100],
        "eu_support_minor": [None, 40_000, 100_000, None, None],
        "own_contribution_minor": [40_000, None, None, 40_000, 40_000],
    }
    checked = check(pl.DataFrame({**figures, "currency": ["SEK"] * 5}), rules=["BUD003"])
    assert checked.outcomes["BUD003"].to_list() == ["failed", "failed", "passed", "failed", "passed"]
    assert checked.findings.select("row", "severity", "expected", "found", "difference_minor").rows() == [
        (0, "error", "100000", "90000", -10_000),
        (1, "error", "100000", "[120000, )", None),
        (3, "error", "100000", "100050", 50),
        (4, "info", "100000", "100100", 100),
    ]


def test_a_total_in_the_row_alone_is_compared_with_contributions() -> None:
    """Without a column for the stated total, the total cost is what the row states."""
    frame = pl.DataFrame({"total_cost_minor": [1_000], "support_minor": [600], "own_contribution_minor": [300]})
    checked = check(frame.with_columns(currency=pl.lit("SEK")), rules=["BUD003"])
    assert checked.findings.select("expected", "found", "difference_minor").rows() == [("1000", "900", -100)]


def test_a_negative_grant_is_told() -> None:
    """Minus 5 kr is granted; of the other, the Union grants nothing."""
    frame = pl.DataFrame({"support_minor": [-500, 0], "eu_support_minor": [None, 0], "currency": ["SEK", "SEK"]})
    checked = check(frame, rules=["BUD007"])
    assert checked.outcomes["BUD007"].to_list() == ["failed", "passed"]
    assert checked.findings.select("row", "severity", "found").rows() == [(0, "warning", "-500")]


def test_an_own_contribution_alone_is_a_list_beside_a_total_or_where_it_is_nothing() -> None:
    """Of 100 kr, 40 are raised; nothing is raised; and 40 are raised of nobody knows what."""
    figures = {"own_contribution_minor": [40, 0, 40], "total_cost_minor": [100, None, None]}
    checked = check(pl.DataFrame({**figures, "currency": ["SEK"] * 3}), rules=["BUD007"])
    assert checked.outcomes["BUD007"].to_list() == ["passed", "passed", "not evaluated"]


def test_a_share_above_the_ceiling_is_told() -> None:
    """The ceiling of more developed regions is 40 %: the Union pays 41 % of one project, and up to 41 % of another."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * 5,
            "programming_period": ["2021-2027"] * 5,
            "category_of_region": ["more developed"] * 5,
            "currency": ["SEK"] * 5,
            "stated_total_minor": [100, 100, 100, None, 100],
            "support_minor": [None, 41, 100, 100, 40],
            "eu_support_minor": [41, None, None, 41, None],
        }
    )
    checked = check(frame, rules=["FIN002"])
    assert checked.outcomes["FIN002"].to_list() == ["passed"] * 5
    assert checked.findings.select("row", "severity", "expected", "found").rows() == [
        (0, "info", "40%", "41/100"),
        (1, "info", "40%", "[0, 41/100]"),
        (2, "info", "40%", None),
        (3, "info", "40%", "(0, 41/100]"),
    ]


def test_the_share_of_the_youth_employment_initiative_is_left_open() -> None:
    """Priority 3 of the Swedish programme from 2014 is of the initiative; the shares of others are compared."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF"] * 4,
            "programming_period": ["2014-2020"] * 4,
            "category_of_region": ["more developed"] * 4,
            "cci": ["2014SE05M9OP001"] * 4,
            "priority": ["3", "REACT-EU", "1", None],
            "currency": ["SEK"] * 4,
            "stated_total_minor": [100] * 4,
            "eu_support_minor": [40] * 4,
        }
    )
    outcomes = check(frame, rules=["FIN002"]).outcomes["FIN002"].to_list()
    assert outcomes == ["not evaluated", "passed", "passed", "passed"]


@given(st.integers(1, 10**18 - 1) | st.integers(LARGEST_WHOLE - 2, LARGEST_WHOLE + 2), st.data())
@settings(max_examples=15)
def test_a_share_of_any_whole_is_compared_exactly_or_left_open(whole: int, data: st.DataObject) -> None:
    """Beside 85 %, one öre matters: of a whole whose products could exceed 64 bits, nothing is said."""
    near = st.integers(-2, 2).map(lambda off: min(max(whole * 85 // 100 + off, 0), whole))
    union = data.draw(st.integers(0, whole) | near)
    frame = pl.DataFrame(
        {
            "fund": ["JTF"],
            "programming_period": ["2021-2027"],
            "category_of_region": ["less developed"],
            "currency": ["SEK"],
            "stated_total_minor": [whole],
            "eu_support_minor": [union],
        }
    )
    checked = check(frame, rules=["FIN002"])
    is_told = Fraction(union, whole) > Fraction(85, 100) and whole <= LARGEST_WHOLE
    assert checked.outcomes["FIN002"].to_list() == ["passed" if whole <= LARGEST_WHOLE else "not evaluated"]
    assert len(checked.findings) == is_told


def test_a_plaque_is_told_of_where_every_rate_of_the_years_says_so() -> None:
    """The threshold is 100 000 euro of the cost: in these years that was from 0.97 to 1.22 million kronor."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * 4,
            "programming_period": ["2021-2027"] * 4,
            "currency": ["SEK", "SEK", "SEK", "EUR"],
            "stated_total_minor": [900_000_00, 1_100_000_00, 1_300_000_00, 100_000_01],
            "start": [datetime.date(2021, 1, 1)] * 4,
            "end": [datetime.date(2023, 12, 31)] * 4,
        }
    )
    checked = check(frame, rules=["PUB002"])
    assert checked.outcomes["PUB002"].to_list() == ["passed", "not evaluated", "passed", "passed"]
    assert checked.findings.select("row", "severity", "expected", "found").rows() == [
        (2, "info", "100000 EUR", "130000000"),
        (3, "info", "100000 EUR", "10000001"),
    ]


def test_a_cost_is_known_by_its_total_or_by_all_that_pays_it() -> None:
    """Of a part of what pays, more may be paid; that the Union pays nothing tells nothing of others."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * 6,
            "programming_period": ["2021-2027"] * 6,
            "currency": ["EUR"] * 6,
            "stated_total_minor": [5, None, None, None, None, None],
            "support_minor": [None, 2, 2, None, None, None],
            "eu_support_minor": [2, None, None, 2, 0, None],
            "own_contribution_minor": [None, 3, None, 3, 3, 3],
        }
    )
    outcomes = check(frame, rules=["PUB002"]).outcomes["PUB002"].to_list()
    assert outcomes == ["passed", "passed", "not evaluated", "passed", "not evaluated", "not evaluated"]


def test_amounts_below_nothing_and_two_grants_of_nothing_are_left_open() -> None:
    """A cost that a negative amount is a part of is not compared; of two grants of nothing, columns tell none."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * 4,
            "programming_period": ["2021-2027"] * 4,
            "currency": ["EUR"] * 4,
            "stated_total_minor": [None, None, 5, None],
            "support_minor": [None, 0, 0, 0],
            "eu_support_minor": [-5, 0, 0, 0],
            "own_contribution_minor": [5, 5, 0, None],
        }
    )
    outcomes = check(frame, rules=["PUB002", "BUD008"]).outcomes
    assert outcomes["PUB002"].to_list()[0] == "not evaluated"
    assert outcomes["BUD008"].to_list() == [*["not evaluated"] * 3, "failed"]


def test_an_event_is_told_of_for_a_strategic_or_a_very_large_operation() -> None:
    """The threshold is 10 million euro, and 5 million in Interreg."""
    frame = pl.DataFrame(
        {
            "cci": ["2021SE05SFPR001", "2021SE05SFPR001", "2021SE05SFPR001", "2021TC16RFCB033"],
            "currency": ["EUR"] * 4,
            "stated_total_minor": [None, 6_000_000_00, 11_000_000_00, 6_000_000_00],
            "strategic_importance": [True, False, None, None],
        }
    )
    checked = check(frame, rules=["PUB003"])
    assert checked.outcomes["PUB003"].to_list() == ["passed"] * 4
    assert checked.findings.select("row", "severity", "expected", "found").rows() == [
        (0, "info", None, None),
        (2, "info", "10000000 EUR", "1100000000"),
        (3, "info", "5000000 EUR", "600000000"),
    ]


def _law_with(key: str, change: Callable[[Provision], Provision]) -> Law:
    """Return the law of which one provision of the programming period from 2021 is another one."""
    rows = LAW.provisions
    return Law([change(row) if (row.key, str(row.programming_period)) == (key, "2021-2027") else row for row in rows])


def _proposed(row: Provision) -> Provision:
    return attrs.evolve(row, proposal=True)


def test_what_the_law_changes_within_a_programming_period_is_left_open() -> None:
    """A ceiling with an end, one that is proposed, and a proposed threshold are too much for a column."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF+", "ESF"],
            "programming_period": ["2021-2027", "2014-2020"],
            "category_of_region": ["more developed"] * 2,
            "currency": ["EUR"] * 2,
            "stated_total_minor": [100_000_000_00] * 2,
            "support_minor": [30_000_000_00] * 2,
            "own_contribution_minor": [70_000_000_00] * 2,
        }
    )
    ceiling, threshold = "co-financing.ceiling.more-developed", "publicity.plaque.above.esf-plus"

    def outcomes(code: str, law: Law = LAW, on: str | None = None) -> list[str]:
        return check(frame, law=law, on=on, rules=[code]).outcomes[code].to_list()

    assert outcomes("FIN002") == outcomes("PUB002") == ["passed", "passed"]
    ended = _law_with(ceiling, lambda row: attrs.evolve(row, end="2024-12-31"))
    assert outcomes("FIN002", ended) == ["not evaluated", "passed"]
    assert outcomes("FIN002", ended, "2024-01-01") == ["passed", "passed"]
    assert outcomes("FIN002", _law_with(ceiling, _proposed)) == ["not evaluated", "passed"]
    assert outcomes("PUB002", _law_with(threshold, _proposed)) == ["not evaluated", "passed"]


_CODES = ("BUD003", "BUD007", "FIN002", "PUB002", "PUB003")
_NEAR_THRESHOLDS = st.sampled_from([100_000_00, 500_000_00, 5_000_000_00, 10_000_000_00, 110_000_000_00])


@st.composite
def _rows(draw: st.DrawFn) -> Row:
    """Return a row of a fund and a programming period with ceilings and thresholds, with amounts near to these."""
    row = draw(rows())
    row["fund"] = draw(st.sampled_from(["ESF+", "ERDF", "JTF", "CF", "ESF"]))
    row["programming_period"] = draw(st.sampled_from(["2014-2020", "2021-2027"]))
    row["currency"] = draw(st.sampled_from(["SEK", "EUR"]))
    row["specific_objective"] = draw(st.sampled_from([None, "4.13", "(m)", "ESO4.13 (m)"]))
    whole = draw(_NEAR_THRESHOLDS) + draw(st.integers(-1, 1))
    part = draw(st.integers(0, whole) | st.just(whole * 2 // 5))
    for name, amount in {
        "total_cost": whole,
        "stated_total": draw(st.sampled_from([None, whole])),
        "support": draw(st.sampled_from([None, part, part + 1])),
        "eu_support": draw(st.sampled_from([None, part])),
        "own_contribution": draw(st.sampled_from([None, None, whole - part])),
    }.items():
        row |= {f"{name}_minor": amount, f"{name}_minor_low": amount, f"{name}_minor_high": amount}
    return row


@given(st.lists(_rows(), min_size=1, max_size=8), st.none() | days())
@settings(max_examples=5)
def test_amounts_are_compared_with_the_law_as_those_of_projects(drawn: list[Row], on: datetime.date | None) -> None:
    """Near to ceilings and thresholds, each rule says of a row what it says of its project, and finds the same."""
    frame = register(drawn)
    found_in = by_columns(check(frame, on=on, rules=_CODES), frame)
    for row, found, expected in zip(drawn, found_in, judged(frame, on=on), strict=True):
        may_be_open = {*left_open_for_amounts(row), *(_CODES if is_of_two_programmes(row) else ())}
        # A material objective is a text, by which columns judge nothing.
        may_be_open |= {"PUB002"} if row["physical_investment"] is False else set()
        for code in _CODES:
            assert found[code] == expected[code] or (found[code] == LEFT_OPEN and code in may_be_open)
