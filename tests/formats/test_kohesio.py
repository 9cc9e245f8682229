"""What is written for Kohesio: its columns, the rules of its validator, and that reading gives the same."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Fund,
    InvalidValue,
    Money,
    OpenPeriod,
    Period,
    Project,
    Rate,
    read,
    read_text,
    write,
)
from esfmodel.formats import to_text
from esfmodel.formats.lists.kohesio import COLUMNS
from esfmodel.model import Contribution, Funder, FundingSource, Organisation, Programme
from esfmodel.values import Country, ForeignNumber

if TYPE_CHECKING:
    from pathlib import Path

RATE_OF_EXCHANGE = "Total_Eligible_Expenditure_Exchange_Rate"


def rows_of(*projects: Project) -> list[dict[str, str]]:
    """Return the rows that are written for projects, by the headings."""
    return list(csv.DictReader(to_text(projects, "kohesio").splitlines()))


def budget(total: Money | None, support: Money | None) -> Budget:
    """Return a budget with a total and what the Union pays."""
    paid = [] if support is None else [Contribution(Funder(source=FundingSource.EU), support), Contribution.rest()]
    return Budget(financing=paid, total=total)


WORDS = st.text(st.sampled_from("abcåäö ,;\"'=+-@\n"), max_size=12).map(lambda text: " ".join(f"{text} A".split()))
DAYS = st.dates(Period.of_years(1990, 1990).start, Period.of_years(2080, 2080).end)
AMOUNTS = st.integers(1, 10**12).map(lambda cents: Money(Decimal(cents) / 100, "EUR"))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Draw a project of what a list of Kohesio carries."""
    start, end = sorted(draw(st.tuples(DAYS, DAYS)))
    periods: st.SearchStrategy[Period | OpenPeriod] = st.sampled_from(
        [Period(start, end), OpenPeriod(start=start), OpenPeriod(end=end)]
    )
    total, support = draw(st.none() | AMOUNTS), draw(st.none() | AMOUNTS)
    country = Country(draw(st.sampled_from(["SE", "FI", "IE"])))
    # A name with several semicolons is that of several bodies.
    names = WORDS.map(lambda text: " ".join(text.replace(";", "").split())).filter(bool)
    owner = draw(st.none() | st.builds(Organisation, names))
    return Project(
        draw(WORDS),
        operation_id=draw(st.uuids().map(str)),
        country=country,
        nuts=draw(st.sampled_from([None, "SE32", "FI1D"])),
        beneficiary=owner,
        period=draw(periods),
        budget=None if total is None and support is None else budget(total, support),
        published_eu_rate=draw(st.none() | st.integers(1, 10_000).map(lambda part: Rate.of(part, 10_000))),
        fund=draw(st.sampled_from([None, Fund.ERDF, Fund.ESF_PLUS])),
        programming_period=draw(st.sampled_from([None, "2014-2020", "2021-2027"])),
        programme=draw(st.none() | st.builds(Programme, name=WORDS)),
        cci=draw(st.sampled_from([None, "2014IE16RFOP002"])),
        intervention_field=draw(st.sampled_from([None, "055"])),
        summary=draw(st.sampled_from([None, "Kurser\nför unga", "R&D, kurser"])),
        extra=draw(st.sampled_from([(), (("Operation_Name_English", "Rooms"),)])),
    )


def test_the_columns_are_those_of_the_validator() -> None:
    """The heading line is exact; further columns follow where a project states them."""
    project = Project("Rooms")
    assert to_text([project], "kohesio").splitlines()[0] == ",".join(COLUMNS)
    numbered = attrs.evolve(project, operation_id="7", extra=(("Operation_Unique_Identifier", "Q7"),))
    assert to_text([numbered], "kohesio").splitlines()[0] == ",".join([*COLUMNS, "Operation_Local_Identifier"])
    assert read_text(to_text([numbered], "kohesio")).one() == numbered


@given(st.lists(projects(), min_size=1, max_size=4))
def test_reading_gives_what_was_written(drawn: list[Project]) -> None:
    """What a list of Kohesio carries is the same after writing and reading, and there is nothing to tell."""
    found = read_text(to_text(drawn, "kohesio"))
    assert (found.format, found.problems) == ("kohesio", ())
    assert list(found.projects) == drawn


_DAY = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])/(?:0[1-9]|1[0-2])/[0-9]{4}")


@given(st.lists(projects(), min_size=1, max_size=4), st.sampled_from(["EUR", "SEK"]))
def test_what_is_written_passes_the_validator(drawn: list[Project], currency: str) -> None:
    """A rate of exchange beside all but euro, days as dd/mm/yyyy in their order, and rates within 0 and 100."""
    in_currency = [
        attrs.evolve(each, budget=budget(Money(5, currency), None), extra=((RATE_OF_EXCHANGE, "9.52"),))
        for each in drawn
    ]
    for row in rows_of(*in_currency):
        assert row["Total_Eligible_Expenditure_Currency"] == currency
        assert Decimal(row[RATE_OF_EXCHANGE]) > 0
        days = [row["Operation_Start_Date"], row["Operation_End_Date"]]
        assert all(_DAY.fullmatch(day) for day in days if day)
        assert not all(days) or days[0].split("/")[::-1] <= days[1].split("/")[::-1]
        assert 0 <= Decimal(row["Cofinancing_Rate"].rstrip("%") or 0) <= 100


@pytest.mark.parametrize(
    ("project", "place", "code"),
    [
        (Project("A", budget=budget(Money(5), None)), "projects[1].budget.total_cost", "list.no_exchange_rate"),
        (
            Project("A", budget=budget(Money(5), None), extra=((RATE_OF_EXCHANGE, "nio"),)),
            "projects[1].budget.total_cost",
            "list.no_exchange_rate",
        ),
        (Project("A", published_eu_rate=Rate.of_percent(101)), "projects[1].published_eu_rate", "list.above_hundred"),
    ],
)
def test_what_the_validator_refuses_is_not_written(project: Project, place: str, code: str) -> None:
    """The error says in which project what is wrong."""
    with pytest.raises(InvalidValue) as caught:
        to_text([Project("B"), project], "kohesio")
    assert (caught.value.place, caught.value.code) == (place, code)


def test_what_is_not_known_exactly_is_left_empty() -> None:
    """Bounds, years, the Union's money in kronor, and the number of an owner whose country the row does not say."""
    owner = Organisation("Alvesta kommun", number="212000-0639")
    (row,) = rows_of(
        Project(
            "Rooms",
            beneficiary=owner,
            period=Period.of_years(2016, 2018),
            budget=Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(5)), Contribution.rest()]),
        )
    )
    assert {heading: cell for heading, cell in row.items() if cell} == {
        "Operation_Name_Programme_Language": "Rooms",
        "Beneficiary_Name": "Alvesta kommun",
    }
    assert budget(Money(5), None).total_cost == Money(5)
    bounded = Project("Rooms", budget=Budget(financing=[Contribution(None, Bounds.over(Money(5)))]))
    assert rows_of(bounded)[0]["Total_Eligible_Expenditure_amount"] == ""


@pytest.mark.parametrize(
    ("number", "country", "cci", "written"),
    [
        ("212000-0639", "SE", None, "212000-0639"),
        ("212000-0639", None, "2021SE05SFPR001", "212000-0639"),
        ("212000-0639", "FI", None, ""),
        (ForeignNumber(Country("FI"), "0201256-6"), "FI", None, "0201256-6"),
        (ForeignNumber(Country("FI"), "0201256-6"), "SE", None, ""),
    ],
)
def test_a_number_is_written_where_its_country_is_said(
    number: str | ForeignNumber, country: str | None, cci: str | None, written: str
) -> None:
    """Each country has numbers of its own, so that one without a country could not be read."""
    owner = Organisation("A", number=number)
    project = Project("Rooms", beneficiary=owner, country=country, cci=cci)
    assert rows_of(project)[0].get("Beneficiary_Local_Identifier", "") == written


def test_no_cell_is_a_formula_and_a_point_is_a_point() -> None:
    """Text that a spreadsheet might compute has an apostrophe, which reading takes off; a point is left as it is."""
    point = ("Location_Indicator_latitude_longitude", "-9.0491, 53.2744")
    project = Project("=1+2", extra=(("Operation_Name_English", "@A"), point))
    (row,) = rows_of(project)
    assert (row["Operation_Name_Programme_Language"], row["Operation_Name_English"]) == ("'=1+2", "'@A")
    assert row[point[0]] == point[1]
    assert read_text(to_text([project], "kohesio")).one() == project


def test_a_negative_amount_is_refused() -> None:
    """An operation costs nothing below zero."""
    paid = [Contribution(Funder(source=FundingSource.EU), Money(-5, "EUR")), Contribution.rest()]
    with pytest.raises(InvalidValue) as caught:
        to_text([Project("A", budget=Budget(financing=paid))], "kohesio")
    assert (caught.value.code, caught.value.place) == ("value.negative", "projects[0].budget.eu_support")


def test_a_file_is_written_by_its_format(tmp_path: Path) -> None:
    """The suffix alone does not say that a list is for Kohesio."""
    write(Project("Rooms", operation_id="7", country=Country("SE")), tmp_path / "list.csv", "kohesio")
    assert read(tmp_path / "list.csv").one().country == Country("SE")
