from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

from esfmodel import (
    Bounds,
    Budget,
    Cost,
    CostCategory,
    FlatRate,
    FundingSource,
    InvalidValue,
    Money,
    Period,
    Project,
    Rate,
    Reading,
    Rounding,
    UnitCost,
)
from esfmodel.frames import from_frame, to_frame

ROUND = Rounding.MINOR_HALF_UP
NAN = float("nan")


def read(columns: dict[str, Any], **options: Any) -> Reading:  # noqa: ANN401
    """Read a frame of projects whose names are A, B, C."""
    count = len(next(iter(columns.values())))
    frame = pl.DataFrame({"name": list("ABCDEFGHIJ")[:count], **columns}, strict=False)
    given: dict[str, Any] = {"currency": "SEK", **options}
    return from_frame(frame, **given)


def told(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    """Return the codes of the problems, with their rows and columns."""
    return [(problem.code, problem.row, problem.column) for problem in reading.problems]


def totals(reading: Reading) -> list[Any]:
    """Return the total costs."""
    return [None if each.budget is None else each.budget.total_cost for each in reading.projects]


# --- Amounts


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (pl.Series([450_000]), Money(450_000)),
        (pl.Series([Decimal("12.50")]), Money("12.50")),
        (pl.Series(["12.50"]), Money("12.50")),
        (pl.Series(["3,7 mnkr"]), Money(3_700_000)),
        (pl.Series(["12 500 euro"]), None),
        (pl.Series([10**17], dtype=pl.UInt64), None),
    ],
)
def test_an_amount_in_kronor(given: pl.Series, expected: Money | None) -> None:
    """Whole numbers, decimals and text are read as the library reads them; what is no amount of the row is told."""
    reading = read({"total_cost": given})
    assert totals(reading) == [expected]
    assert len(reading.problems) == (expected is None)
    assert len(reading.projects[0].extra) == (expected is None)


def test_floats_are_refused_until_somebody_says_how_they_are_rounded() -> None:
    """A float is the shortest decimal that is read back as it, and is rounded by the policy that is named."""
    with pytest.raises(InvalidValue, match="has floats in the column total_cost"):
        read({"total_cost": [1.5]})
    reading = read({"total_cost": [1.005, 0.1 + 0.2, None]}, floats=ROUND)
    assert totals(reading) == [Money("1.01"), Money("0.30"), None]
    assert totals(read({"total_cost": [1.5]}, floats=Rounding.WHOLE_HALF_UP)) == [Money(2)]


def test_a_float_that_does_not_hold_every_öre_is_refused() -> None:
    """From 10^15 öre, or 10^6 in 32 bits, floats leave amounts out; infinities and NaN are no amounts."""
    large = [10**13, 9_999_999_999_999.99, float("inf"), NAN]
    reading = read({"total_cost": large}, floats=ROUND)
    assert totals(reading) == [None, Money("9999999999999.99"), None, None]
    assert [code for code, _, _ in told(reading)] == ["frame.float_too_large", "number.not_finite", "frame.nan"]
    short = read({"total_cost": pl.Series([9999.99, 10000.0], dtype=pl.Float32)}, floats=ROUND)
    assert totals(short) == [Money("9999.99"), None]
    assert totals(read({"total_cost": [NAN]}, floats=ROUND, nan="unknown")) == [None]


def test_a_short_float_is_the_shortest_decimal_that_is_read_back_as_it() -> None:
    """In 64 bits, 1.005 of 32 is below it, and would be rounded down; among objects it is as short."""
    short = pl.Series([1.005, NAN], dtype=pl.Float32)
    assert totals(read({"total_cost": short}, floats=ROUND, nan="unknown")) == [Money("1.01"), None]
    objects = pd.Series([np.float32(1.005), np.float32(2**24 + 1)], dtype=object)
    reading = from_frame(pd.DataFrame({"name": ["A", "B"], "total_cost": objects}), currency="SEK", floats=ROUND)
    assert totals(reading) == [Money("1.01"), None]
    assert told(reading) == [("frame.float_too_large", 2, "total_cost")]


def test_pandas_has_nulls_as_nan() -> None:
    """Among floats NaN asks for a policy; in a column of texts or objects it is how pandas writes a null."""
    frame = pd.DataFrame({"name": ["A", "B"], "total_cost": [1.5, NAN], "fund": ["ESF+", NAN], "region": [NAN, NAN]})
    assert told(from_frame(frame, currency="SEK", floats=ROUND)) == [("frame.nan", 2, "total_cost")]
    reading = from_frame(frame, currency="SEK", floats=ROUND, nan="unknown")
    assert reading.problems == ()
    assert [each.fund and each.fund.value for each in reading.projects] == ["ESF+", None]
    assert totals(reading) == [Money("1.50"), None]


def test_cells_of_objects_are_read_one_by_one() -> None:
    """A column of Python objects may hold anything: what is no amount is told with its row."""
    values = pd.Series(
        [pd.Series([7])[0], 1.5, True, Decimal("Infinity"), datetime.date(2024, 1, 1), None], dtype=object
    )
    reading = from_frame(pd.DataFrame({"name": list("ABCDEF"), "total_cost": values}), currency="SEK")
    assert totals(reading) == [Money(7), None, None, None, None, None]
    assert [code for code, _, _ in told(reading)] == [
        "frame.floats", "value.not_whole", "number.not_finite", "value.not_whole",
    ]  # fmt: skip


def test_whole_numbers_of_the_smallest_unit() -> None:
    """They may be text, decimals, or floats by a policy; anything but a whole number is told."""
    columns = {"total_cost_minor": ["501", "5.5", " "], "planned_participants": [Decimal(3), Decimal("3.5"), None]}
    reading = read(columns)
    assert totals(reading) == [Money("5.01"), None, None]
    assert reading.projects[0].planned_participants == 3
    assert told(reading) == [
        ("value.not_whole", 2, "planned_participants"),
        ("value.not_whole", 2, "total_cost_minor"),
    ]
    reading = read({"planned_participants": [36.0, 36.5, 2.0**53]}, floats=ROUND)
    assert [each.planned_participants for each in reading.projects] == [36, None, None]
    assert [code for code, _, _ in told(reading)] == ["value.not_whole", "frame.float_too_large"]
    large = pl.Series([10**18, 10**18 - 1], dtype=pl.Int64)
    reading = read({"planned_participants": large, "total_cost_minor": large})
    assert totals(reading) == [None, Money.of_minor(10**18 - 1)]
    assert [code for code, _, _ in told(reading)] == ["number.too_long", "money.too_large"]


def test_an_amount_without_a_currency_is_no_amount() -> None:
    """No currency is assumed; that of the row goes before that of the call, and text may name its own."""
    reading = read({"total_cost": [5, 5], "currency": [None, "EUR"]}, currency=None)
    assert totals(reading) == [None, Money(5, "EUR")]
    assert told(reading) == [("frame.no_currency", 1, "total_cost")]
    assert told(read({"total_cost_minor": [5]}, currency=None)) == [("frame.no_currency", 1, "total_cost_minor")]
    assert totals(read({"total_cost": ["5 euro"]}, currency=None)) == [Money(5, "EUR")]
    wrong = read({"total_cost": [5], "support_minor": [5], "currency": ["sek"]})
    assert told(wrong) == [
        ("currency.other_writing", 1, "currency"), ("frame.no_currency", 1, "total_cost"),
        ("frame.no_currency", 1, "support_minor"),
    ]  # fmt: skip
    with pytest.raises(InvalidValue, match="is not a currency code"):
        read({"total_cost": [5]}, currency="kronor")


def test_columns_that_contradict_each_other_state_nothing() -> None:
    """Of an amount that two columns of a row state differently, none is taken."""
    reading = read({"total_cost": [5, 5, None], "total_cost_minor": [500, 501, None]})
    assert totals(reading) == [Money(5), None, None]
    assert told(reading) == [("frame.contradicts", 2, "total_cost")]
    bounds = {
        "total_cost_low": [1, 9, 3, None],
        "total_cost_high": [2, 1, 3, None],
        "total_cost": [None, None, None, 7],
    }
    reading = read(bounds)
    assert [str(each) for each in totals(reading)] == ["[1 SEK, 2 SEK]", "None", "3 SEK", "7 SEK"]
    assert told(reading) == [("bounds.empty", 2, "total_cost_low")]


def test_a_grant_of_the_state_may_be_of_an_unknown_amount() -> None:
    """The Union pays 5 kr of a support that is 5 kr or more, and 3 are raised: the state pays something, or nothing."""
    columns = {"eu_support_minor": [500], "support_minor_low": [500], "own_contribution_minor": [300]}
    reading = read(columns)
    assert reading.problems == ()
    budget = reading.projects[0].budget
    assert budget is not None
    assert [(each.source, each.amount) for each in budget.financing] == [
        (FundingSource.EU, Money(5)), (FundingSource.STATE_GRANT, None), (FundingSource.OWN, Money(3)),
    ]  # fmt: skip


def test_figures_that_make_no_budget_are_told() -> None:
    """A budget whose figures contradict each other has the first of them, and the others are kept."""
    reading = read(
        {"total_cost": [100, 100], "support": [40, 40], "own_contribution": [60, 50], "eu_support": [30, None]}
    )
    assert told(reading) == [("frame.other_figure", 2, "own_contribution")]
    first, second = (each.budget for each in reading.projects)
    assert first is not None
    assert [each.source for each in first.financing] == [
        FundingSource.EU, FundingSource.STATE_GRANT, FundingSource.OWN,
    ]  # fmt: skip
    assert second is not None
    assert second.own_contribution == Money(60)
    assert reading.projects[1].extra == (("own_contribution", "50"),)
    mixed = read({"total_cost": ["5 euro"], "support": ["5 kr"]}, currency=None)
    assert len(mixed.problems) == 1


# --- Other values


def test_texts_in_their_words_and_days_in_theirs() -> None:
    """Enumerations, funds and days are read in Swedish words as well as in the form of the frame."""
    frame = pd.DataFrame(
        {
            "name": ["A", "B", "C"],
            "status": ["beviljad", None, None],
            "start": [datetime.datetime(2024, 10, 1), datetime.date(2024, 10, 1), "1 oktober 2024"],  # noqa: DTZ001
            "end": pd.Series(["2027-09-30", None, "2027-09-30"], dtype="datetime64[ns]"),
            "strategic_importance": ["ja", "False", None],
            "vat_recoverable": pd.Series([True, None, False], dtype="boolean"),
            "published_eu_rate": ["40 %", None, None],
            "beneficiary": ["X", "Y", None],
            "beneficiary_country": ["Norge", "Sverige", None],
            "beneficiary_number": ["974760673", "232100-0214", None],
        }
    )
    first, second, third = from_frame(frame).projects
    assert first.period == third.period == Period("2024-10-01", "2027-09-30")
    assert second.period is not None
    assert str(second.period) == "2024-10-01/.."
    assert (first.strategic_importance, second.strategic_importance) == (True, False)
    assert (first.vat_recoverable, third.vat_recoverable) == (True, False)
    assert first.published_eu_rate == Rate.of_percent(40)
    assert [str(each.beneficiary and each.beneficiary.number) for each in (first, second)] == [
        "NO 974760673", "232100-0214",
    ]  # fmt: skip


def test_values_that_cannot_be_read_are_kept_and_told() -> None:
    """Each has its row and column, and the project is made without it."""
    zone = datetime.timezone(datetime.timedelta(hours=1))
    frame = pd.DataFrame(
        {
            "name": ["A", "B", "C", "D"],
            "start": pd.Series(["nu", datetime.datetime(2024, 1, 1, tzinfo=zone), 5, None], dtype=object),
            "strategic_importance": pd.Series(["kanske", 3, None, None], dtype=object),
            "region": pd.Series([None, 7, None, None], dtype=object),
            "beneficiary": [None, "Y", "Z", "a\u202eb"],
            "beneficiary_number": ["232100-0214", "232100-0215", "974760673", "232100-0215"],
            "beneficiary_country": [None, None, "Atlantis", None],
            "municipalities": ["A", "a\u202eb", "a\u202eb; c\u202ed", "A" * 2**18],
            "priority": ["A", "a\u202eb", None, None],
            "published_eu_rate": pd.Series([4, None, None, None], dtype=object),
        }
    )
    reading = from_frame(frame)
    assert reading.counts.projects == 4
    assert [(problem.code, problem.place) for problem in reading.problems if problem.column == "start"] == [
        ("figure.not_in_digits", "period"), ("date.with_time", "period"), ("date.not_plain", "period"),
    ]  # fmt: skip
    assert [problem.place for problem in reading.problems if problem.column == "priority"] == ["priority.code"]
    assert {problem.row for problem in reading.problems} == {1, 2, 3, 4}
    assert {problem.column for problem in reading.problems} >= {
        "start", "strategic_importance", "region", "beneficiary_number", "beneficiary_country", "municipalities",
        "priority", "published_eu_rate",
    }  # fmt: skip
    for problem in reading.problems:
        # Of a name that is missing, there is no column.
        assert problem.text("sv").startswith(f"Rad {problem.row}, " + ("kolumn " if problem.column else ""))
        assert problem.text("en").startswith(f"Row {problem.row}, " + ("column " if problem.column else ""))
    assert ("beneficiary_number", "232100-0214") in reading.projects[0].extra
    assert reading.projects[1].beneficiary is not None
    assert reading.projects[1].beneficiary.number is None
    assert reading.projects[2].municipalities == ()
    assert (reading.projects[2].beneficiary and reading.projects[2].beneficiary.number) is None
    assert reading.projects[3].beneficiary is None
    assert ("beneficiary_number", "232100-0215") in reading.projects[3].extra
    assert reading.projects[1].priority is None


def test_values_of_several_cells_or_parts_have_a_place() -> None:
    """A period stands at its end where it has one, and several municipalities in one cell."""
    days = {"start": ["2024-01-01", None, "2024-01-01"], "end": [None, "2024-01-02", "2024-01-02"]}
    reading = read({**days, "municipalities": ["Falun; Mora", "Falun; a\u202eb", None]})
    places = [reading.where(index, "period") for index in range(3)]
    assert [(place.row, place.column, place.text) for place in places] == [
        (1, "start", "2024-01-01"), (2, "end", "2024-01-02"), (3, "end", "2024-01-02"),
    ]  # fmt: skip
    place = reading.where(0, "municipalities")
    assert (place.row, place.column, place.text) == (1, "municipalities", "Falun; Mora")
    (problem,) = reading.problems
    assert (problem.place, problem.row, problem.column, problem.given) == (
        "municipalities[1]", 2, "municipalities", "Falun; a\u202eb",
    )  # fmt: skip


def test_days_that_make_no_period_are_kept() -> None:
    """An end before its start, and days that are no months, are told at the end, and the cells kept."""
    columns = {"start": ["2024-10-02", "2024-10-02", None], "end": ["2024-10-01", "2024-10-31", "2024-10-31"]}
    reading = read({**columns, "precision": [None, "month", "quarter"]})
    assert [each.period for each in reading.projects] == [None, None, None]
    assert [(row, column) for _, row, column in told(reading)] == [(1, "end"), (2, "end"), (3, "end")]
    assert reading.projects[0].extra == (("start", "2024-10-02"), ("end", "2024-10-01"))
    assert reading.projects[2].extra == (("end", "2024-10-31"), ("precision", "quarter"))
    assert read({"precision": ["day"]}).projects[0].extra == (("precision", "day"),)


def test_a_row_without_a_name_makes_no_project() -> None:
    """It is told and counted as rejected."""
    reading = from_frame(pl.DataFrame({"name": ["A", None, " ", "B"], "region": [None, None, None, "x"]}))
    assert [each.name for each in reading.projects] == ["A", "B"]
    assert (reading.counts.records, reading.counts.read, reading.counts.rejected) == (4, 2, 2)
    assert told(reading) == [("value.missing", 2, None), ("value.missing", 3, None)]
    assert reading.where(1, "region").row == 4
    assert (reading.where(1, "region").column, reading.where(1, "region").text) == ("region", "x")


def test_a_column_that_nobody_knows_is_kept() -> None:
    """Its cells stand in `extra`, and it is told of once."""
    reading = read({"total_costs": [5, None], "note": [1.5, NAN]})
    assert [each.extra for each in reading.projects] == [(("total_costs", "5"), ("note", "1.5")), (("note", "nan"),)]
    assert [problem.code for problem in reading.problems] == ["frame.unknown_columns"]
    assert (reading.counts.values, reading.counts.extra, reading.counts.problems) == (2, 3, 1)


def test_a_problem_of_many_rows_is_counted() -> None:
    """After twenty of one kind in one column, the rest are a number."""
    frame = pl.DataFrame({"name": ["A"] * 50, "total_cost": ["1.234"] * 50})
    problems = from_frame(frame, currency="SEK").problems
    assert len(problems) == 21
    assert (problems[-1].code, problems[-1].column, problems[-1].params["count"]) == (
        "frame.more_problems", "total_cost", 30,
    )  # fmt: skip


# --- Whole columns


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (pl.DataFrame({"title": ["A"]}), "frame.no_column"),
        (pd.DataFrame([["A", "B"]], columns=["name", "name"]), "frame.column_twice"),
        (pd.DataFrame([["A", "B"]], columns=["name", 5]), "value.not_text"),
        (pl.DataFrame({"name": ["A"], "operation_id": [20200940]}), "frame.column_type"),
        (pl.DataFrame({"name": ["A"], "start": [5]}), "frame.column_type"),
        (pl.DataFrame({"name": ["A"], "total_cost": [[5]]}), "frame.column_type"),
        (pl.DataFrame({"name": ["A"], "fund": [1.5]}), "frame.column_type"),
    ],
)
def test_faults_of_whole_columns_are_raised(frame: Any, code: str) -> None:  # noqa: ANN401
    """A column that is missing, twice, unnamed or of another type is no fault of any row."""
    with pytest.raises(InvalidValue) as caught:
        from_frame(frame)
    assert caught.value.code == code


def test_columns_that_are_null_throughout_state_nothing() -> None:
    """Of whatever type they are, and also where a frame has no rows."""
    null = {"fund": [None], "total_cost_minor": [None], "start": pl.Series([None], dtype=pl.Float64), "country": [None]}
    assert read(null).projects == (Project("A"),)
    assert from_frame(to_frame([])).projects == ()


@pytest.mark.parametrize("wrong", [[Project("A")], pl.DataFrame({"name": ["A"]}).lazy(), {"name": ["A"]}])
def test_what_is_no_frame_is_a_wrong_type(wrong: Any) -> None:  # noqa: ANN401
    """A lazy frame is told to be collected."""
    advice = "collect it first" if isinstance(wrong, pl.LazyFrame) else "as of polars or pandas"
    with pytest.raises(TypeError, match=advice):
        from_frame(wrong)


def test_wrong_arguments_of_reading() -> None:
    """A policy is named, and no other word is taken for one."""
    wrong: Any = "half up"
    with pytest.raises(TypeError, match="floats must be a Rounding or None"):
        from_frame(to_frame([]), floats=wrong)
    with pytest.raises(InvalidValue, match="use one of refuse, unknown"):
        from_frame(to_frame([]), nan=wrong)


# --- Lines

PROJECTS = pl.DataFrame({"operation_id": ["1", "2"], "name": ["A", "B"], "currency": ["SEK", "EUR"]})
STAFF = CostCategory.STAFF


def lines(columns: dict[str, Any], projects: pl.DataFrame = PROJECTS, **options: Any) -> Reading:  # noqa: ANN401
    """Read projects with lines of cost, of the first of them unless the columns say otherwise."""
    count = len(next(iter(columns.values())))
    frame = pl.DataFrame({"operation_id": ["1"] * count, "category": ["staff"] * count, **columns}, strict=False)
    return from_frame(projects, costs=frame, **options)


def test_lines_of_a_frame_that_somebody_else_made() -> None:
    """They are joined by the project's number, in the currency of their project, and an amount is an actual cost."""
    reading = lines({"operation_id": ["2", "1", "2"], "amount": [5, 6, 7], "category": ["Personal", "travel", "staff"]})
    assert reading.problems == ()
    assert totals(reading) == [Money(6), Money(12, "EUR")]
    budget = reading.projects[1].budget
    assert budget is not None
    assert [cost.category for cost in budget.costs] == [STAFF, STAFF]
    assert reading.where(1, "budget.costs[1].amount").row == 3
    assert reading.where(1, "budget.costs[1].amount").sheet == "costs"


def test_costs_beside_figures_give_the_rest() -> None:
    """Where no frame lists who pays, that follows from the figures of the row; the lines decide on the total."""
    projects = PROJECTS.with_columns(total_cost=pl.Series([10, 99]), support=pl.Series([4, None]))
    reading = lines({"operation_id": ["1", "2"], "amount": [10, 7]}, projects)
    assert told(reading) == [("frame.other_figure", 2, "total_cost")]
    assert totals(reading) == [Money(10), Money(7, "EUR")]
    assert reading.projects[0].budget is not None
    assert reading.projects[0].budget.own_contribution == Money(6)


def test_financing_alone_leaves_the_total_to_the_row() -> None:
    """Without a frame of costs, the row may state the total, in its own column or as a figure."""
    financing = pl.DataFrame({"operation_id": ["1", "1", "2"], "source": ["EU", None, "EU"], "amount": [4, None, 5]})
    reading = from_frame(PROJECTS.with_columns(total_cost=pl.Series([10, 11])), financing=financing)
    assert reading.problems == ()
    assert totals(reading) == [Money(10), Money(11, "EUR")]
    reading = from_frame(PROJECTS.with_columns(stated_total_minor=pl.Series([1000, None])), financing=financing)
    assert [str(each) for each in totals(reading)] == ["10 SEK", "[5 EUR, )"]
    assert totals(read({"stated_total": [5]})) == [Money(5)]


def test_figures_that_lines_leave_open_are_not_called_wrong() -> None:
    """A total beside a line of unknown amount is stated; other figures that lines do not give are told as that."""
    projects = PROJECTS.with_columns(total_cost=pl.Series([10, 3]), support=pl.Series([4, 1]))
    financing = pl.DataFrame({"operation_id": ["1"], "source": ["EU"], "amount": pl.Series([None], dtype=pl.Int64)})
    costs = pl.DataFrame({"operation_id": ["1", "1"], "category": ["staff", "travel"], "amount": [5, None]})
    reading = from_frame(projects, costs=costs, financing=financing)
    assert [str(each) for each in totals(reading)] == ["10 SEK", "3 EUR"]
    assert told(reading) == [("frame.narrower_figure", 1, "support"), ("frame.figure_not_given", 2, "support")]
    assert reading.problems[0].params["figure"] == Bounds(Money(0), Money(10))


def test_unit_costs_and_flat_rates_of_others() -> None:
    """Hours may be a number or a float, a price in kronor, and a share text; amounts that differ are told."""
    columns = {
        "basis": ["unit cost", "flat rate", "unit cost"],
        "category": ["staff", "indirect", "staff"],
        "unit_price": [Decimal("2.50"), None, Decimal(2)],
        "units": [860.5, None, 10.0],
        "flat_rate": [None, "40 %", None],
        "flat_rate_base": [None, "personal", None],
        "amount": [None, None, Decimal(21)],
    }
    reading = lines(columns, floats=ROUND)
    budget = reading.projects[0].budget
    assert budget is not None
    assert budget.costs[0] == Cost(STAFF, UnitCost(Money("2.50"), "860.5"))
    assert budget.costs[1].basis == FlatRate(Rate.of_percent(40), [STAFF])
    assert told(reading) == [("frame.other_figure", 3, "amount")]
    assert reading.projects[0].extra == (("budget.costs[2].amount", "21"),)
    assert reading.problems[0].sheet == "costs"


def test_a_share_by_its_numerator_and_denominator() -> None:
    """Where no text is there, two whole numbers are a share."""
    numbers = {
        "published_eu_rate": [None, None, None, "40 procent", "50%", "nu", "x"],
        "published_eu_rate_numerator": [2, 2, None, 4, 2, 2, None],
        "published_eu_rate_denominator": [5, 0, 7, 10, 5, 5, None],
    }
    reading = read(numbers)
    forty = Rate.of_percent(40)
    assert [each.published_eu_rate for each in reading.projects] == [forty, None, None, forty, None, None, None]
    assert told(reading) == [
        ("rate.not_plain", 2, "published_eu_rate_denominator"),
        ("value.missing", 3, "published_eu_rate_numerator"),
        ("frame.contradicts", 5, "published_eu_rate_denominator"),
        ("figure.not_in_digits", 6, "published_eu_rate_denominator"),
        ("figure.not_in_digits", 7, "published_eu_rate"),
    ]
    assert told(read({"published_eu_rate_numerator": [2]})) == [("value.missing", 1, "published_eu_rate_denominator")]


def test_an_amount_of_a_line_that_cannot_be_read_is_not_known() -> None:
    """The other lines do not become the whole."""
    reading = lines({"amount": ["5", "1.234"]})
    assert told(reading) == [("number.two_readings", 2, "amount")]
    assert str(totals(reading)[0]) == "[5 SEK, )"
    assert reading.projects[0].extra == (("budget.costs[1].amount", "1.234"),)


@pytest.mark.parametrize(
    ("columns", "column"),
    [
        ({"category": ["stuff"]}, "category"),
        ({"category": [None]}, None),
        ({"year": ["nu"]}, "year"),
        ({"year": [5]}, "year"),
        ({"units": [5]}, "units"),
        ({"line": ["x"]}, "line"),
        ({"line": [0, 0]}, "line"),
        ({"basis": ["unit cost"], "units": ["2"], "unit_price": ["1.234"]}, "unit_price"),
        ({"basis": ["unit cost"], "units": ["2"], "unit_price_minor": [500], "unit_price": [6]}, "unit_price"),
        ({"basis": ["flat rate"], "flat_rate_base": ["staff"], "flat_rate": ["nu"]}, "flat_rate"),
        ({"basis": ["flat rate"], "flat_rate": ["5 %"]}, None),
        ({"basis": ["flat rate"], "flat_rate": ["5 %"], "flat_rate_base": ["A" * 2**18]}, "flat_rate_base"),
    ],
)
def test_a_project_whose_lines_cannot_all_be_read_is_not_made(columns: dict[str, Any], column: str | None) -> None:
    """Its sums would be wrong in silence; the problem has the row of the line, and its frame."""
    reading = lines(columns)
    assert reading.counts.projects == 1
    problem = reading.problems[0]
    assert (problem.sheet, problem.column) == ("costs", column)
    assert problem.row == len(next(iter(columns.values())))


def test_lines_that_are_left_out_are_told() -> None:
    """The number of lines that a project says it has is the number that is given; a line of no project is told."""
    project = Project("A", budget=Budget([Cost(STAFF, UnitCost(Money(5), "1"))] * 3))
    projects, costs = to_frame([project, Project("B")]), to_frame([project], "cost")
    reading = from_frame(projects, costs=costs[:2])
    assert told(reading) == [("frame.lines_differ", 1, "cost_lines")]
    assert [each.name for each in reading.projects] == ["B"]
    orphans = costs.with_columns(project=pl.Series([7, None, 0]))
    reading = from_frame(projects.with_columns(cost_lines=None), costs=orphans)
    assert told(reading) == [("frame.no_project", 1, "project"), ("frame.no_project", 2, "project"),
                             ("frame.other_figure", 1, "total_cost_minor")]  # fmt: skip


def test_lines_in_another_order_come_back_in_theirs() -> None:
    """The number of a line is its place; without numbers, it is the order of the rows."""
    costs = [Cost(STAFF, UnitCost(Money(index), "1")) for index in range(1, 4)]
    project = Project("A", budget=Budget(costs))
    frame = to_frame([project], "cost")
    assert from_frame(to_frame([project]), costs=frame.reverse()).projects == (project,)
    (again,) = from_frame(to_frame([project]), costs=frame.reverse().drop("line")).projects
    assert again.budget == Budget(reversed(costs))


def test_frames_without_a_key_are_not_joined() -> None:
    """Each needs the same column; and no key is that of two projects."""
    costs = pl.DataFrame({"operation_id": ["1"], "category": ["staff"]})
    with pytest.raises(InvalidValue, match="the frames have no column in common"):
        from_frame(pl.DataFrame({"name": ["A"]}), costs=costs)
    with pytest.raises(InvalidValue, match="is operation_id of several projects"):
        from_frame(PROJECTS.with_columns(operation_id=pl.lit("1")), costs=costs)
    assert from_frame(PROJECTS.with_columns(operation_id=pl.lit("2")), costs=costs[:0]).problems == ()


def test_keys_are_read_as_what_they_are() -> None:
    """A number in its register is the same in another writing, and an object that is none belongs to no project."""
    projects = pl.DataFrame({"operation_id": ["23-067-S04", "\u202e"], "name": ["A", "B"], "currency": ["SEK", "SEK"]})
    reading = lines({"operation_id": ["Dnr 23\u2013067\u2013s04", "\u202e"], "amount": [5, 6]}, projects)
    assert totals(reading) == [Money(5), None]
    assert told(reading) == [("frame.no_project", 2, "operation_id"), ("text.unprintable", 2, "operation_id")]
    costs = pd.DataFrame({"project": pd.Series([[5], 0], dtype=object), "category": ["staff", "staff"]})
    reading = from_frame(to_frame([Project("A")]).drop("cost_lines"), costs=costs)
    assert told(reading) == [("frame.no_project", 1, "project")]


def test_a_grant_that_is_declared_to_pay_everything() -> None:
    """The row may declare it without lines too."""
    assert totals(read({"support": [5, 5], "complete": [True, False]})) == [Money(5), Bounds.at_least(Money(5))]


def test_unknown_columns_of_lines_are_kept() -> None:
    """They stand in the `extra` of their project, with the line that they are of."""
    reading = lines({"operation_id": ["2", "1"], "konto": ["5010", "5020"]})
    assert [each.extra for each in reading.projects] == [
        (("budget.costs[0].konto", "5020"),),
        (("budget.costs[0].konto", "5010"),),
    ]


def test_support_too_far_from_the_union_part_to_subtract_is_read() -> None:
    """Of a support below zero and nearly all there is from the Union, no amount is the difference."""
    figures = {"support_minor": [-2399], "eu_support_minor": [10**18 - 1]}
    reading = from_frame(pl.DataFrame({"name": ["A"], "currency": ["SEK"], **figures}))
    assert [project.name for project in reading.projects] == ["A"]
