r"""Write projects in the CSV format of Kohesio, the Commission's register of projects in all countries.

The columns are those of its validator (ISAITB/validator-resources-kohesio on GitHub), spelt as there. What it has a
column for and a project has no field for, such as the name in English, is taken from `extra`, where reading a list of
Kohesio puts it. Amounts and days that are not known exactly are left empty, and so is the Union's money unless it is in
euro, the currency in which Kohesio has it. The validator also wants a summary, a category of intervention and a place.

>>> from esfmodel import Money, Period, Project
>>> from esfmodel.model import Budget
>>> project = Project("Green rooms", period=Period("2024-10-01", "2027-09-30"), budget=Budget(total=Money(500, "EUR")))
>>> lines = kohesio_text([project]).splitlines()
>>> [cell for cell in lines[1].split(",") if cell]
['Green rooms', '01/10/2024', '30/09/2027', '500.00', 'EUR']
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue
from esfmodel.formats.labels import Meaning
from esfmodel.formats.record.record import plain
from esfmodel.formats.spreadsheet_text import protected
from esfmodel.text.reading.labels import letters_of
from esfmodel.text.words.list_headings import WRITTEN_HEADINGS, YES_OR_NO
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from esfmodel.model.organisation import Organisation
    from esfmodel.model.project import Project
    from esfmodel.values.dates import Date

COLUMNS: Final = (
    "Operation_Unique_Identifier", "CountryID", "Operation_Name_Programme_Language", "Operation_Name_English",
    "Country", "Location_Indicator_Postcode", "Operation_Start_Date", "Operation_Expected_End_Date",
    "Operation_End_Date", "Cofinancing_Rate", "Total_Eligible_Expenditure_amount",
    "Total_Eligible_Expenditure_Currency", "Total_Eligible_Expenditure_Exchange_Rate", "Location_Indicator_NUTS_code",
    "Beneficiary_Name", "Location_Indicator_latitude_longitude", "Category_Of_Intervention", "Fund_Code",
    "Programme_Code", "Operation_Summary_English", "Operation_Summary_Programme_Language", "Programming_Period",
    "Programme_Name", "Program_Priority_Axis_Code", "Program_Priority_Axis_Name", "Program_Specific_Objective_Code",
    "Program_Specific_Objective_Name", "Program_Thematic_Objective_Code", "Program_Thematic_Objective_Name",
    "Fund_Name", "Date_Of_Last_Update", "Beneficiary_Unique_Identifier", "Social_Media_Links",
)  # fmt: skip
"""The columns that the validator knows, in its order."""

FURTHER_COLUMNS: Final = ("Operation_Local_Identifier", "Project_EU_Budget", "Beneficiary_Local_Identifier")
"""Columns that Kohesio's own exports have too: they are written where a project states them."""

_EURO = "EUR"
_LANGUAGE = "en"
_PROTECTED = WRITTEN_HEADINGS[Meaning.PROTECTED.value][_LANGUAGE]
_UNIQUE_NUMBER = "Operation_Unique_Identifier"
_RATE_OF_EXCHANGE = "Total_Eligible_Expenditure_Exchange_Rate"
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,12})?")
_MOST_DECIMALS = 6


def kohesio_text(projects: Iterable[Project]) -> str:
    """Return projects as a list for Kohesio: commas between the cells, a row a project.

    Text that a spreadsheet might compute, such as a name that begins with "=", has an apostrophe before it, and its row
    a "yes" in a further column, by which reading takes it off.

    Raises `InvalidValue` for what the validator refuses: a total in another currency than euro without a rate of
    exchange in `extra`, a negative amount, and a rate of the Union above 100 per cent.
    """
    rows = [_safe(_cells_of(project, f"projects[{index}]")) for index, project in enumerate(projects)]
    further = [column for column in (*FURTHER_COLUMNS, _PROTECTED) if any(column in cells for cells in rows)]
    written = io.StringIO()
    lines = csv.DictWriter(written, [*COLUMNS, *further], restval="", lineterminator="\r\n")
    lines.writeheader()
    lines.writerows(rows)
    return written.getvalue()


_COORDINATES = re.compile(r"-?[0-9.]{1,20}, ?-?[0-9.]{1,20}")


def _safe(cells: Mapping[str, str]) -> Mapping[str, str]:
    """Return cells that no spreadsheet computes; where one has an apostrophe before it, the row says so."""
    # A place west of Greenwich begins with a minus, and Kohesio reads it as a point.
    safe = {column: text if _COORDINATES.fullmatch(text) else protected(text) for column, text in cells.items()}
    return safe if safe == cells else {**safe, _PROTECTED: YES_OR_NO[_LANGUAGE][True]}


_BY_LETTERS = {letters_of(column): column for column in (*COLUMNS, *FURTHER_COLUMNS)}


def _cells_of(project: Project, place: str) -> Mapping[str, str]:
    """Return the cells of a project by their columns; those that stay empty may be left out."""
    stated: dict[str, object] = {
        "Operation_Name_Programme_Language": plain(project.name),
        "Country": None if project.country is None else project.country.name(_LANGUAGE),
        "Location_Indicator_NUTS_code": project.nuts,
        "Category_Of_Intervention": project.intervention_field,
        "Fund_Code": None if project.fund is None else project.fund.value,
        "Programme_Code": project.cci,
        "Operation_Summary_Programme_Language": project.summary,
        "Programming_Period": project.programming_period,
        "Programme_Name": None if project.programme is None else project.programme.name,
        "Program_Priority_Axis_Code": None if project.priority is None else project.priority.code,
        "Cofinancing_Rate": _rate(project.published_eu_rate, f"{place}.published_eu_rate"),
        **_days(project),
        **_owner(project),
    }
    kept = {_BY_LETTERS.get(letters_of(label)): text for label, text in reversed(project.extra)}
    cells = {column: text for column, text in kept.items() if column is not None}
    cells |= {column: str(each) for column, each in stated.items() if each is not None}
    if project.operation_id is not None:
        # Kohesio takes any unique number; one that it has given already stays beside the country's own.
        cells["Operation_Local_Identifier" if _UNIQUE_NUMBER in cells else _UNIQUE_NUMBER] = project.operation_id.text
    return cells | _amounts(project, cells.get(_RATE_OF_EXCHANGE, ""), place)


def _days(project: Project) -> dict[str, str]:
    """Return the days of a period, unless only its months or years are known."""
    period = project.period
    if period is None or (isinstance(period, Period) and period.precision != "day"):
        return {}
    days: dict[str, Date | None] = {"Operation_Start_Date": period.start, "Operation_End_Date": period.end}
    return {column: f"{day.day:02}/{day.month:02}/{day.year:04}" for column, day in days.items() if day is not None}


def _rate(rate: Rate | None, place: str) -> str | None:
    """Return a rate in per cent. One of at most 1 has its sign, since a bare 0.5 may be a half."""
    if rate is None:
        return None
    percent = rate.fraction * 100
    if percent > 100:
        raise InvalidValue("list.above_hundred", place, rate)
    shown = _decimal(percent)
    return shown if percent > 1 else f"{shown}%"


def _decimal(number: Fraction) -> str:
    whole, rest = divmod(round(number * 10**_MOST_DECIMALS), 10**_MOST_DECIMALS)
    return f"{whole}.{rest:0{_MOST_DECIMALS}}".rstrip("0").rstrip(".")


def _owner(project: Project) -> dict[str, str | None]:
    """Return the owner; its number only where the row says of which country it is, so that it can be read again."""
    owner = project.beneficiary
    if owner is None:
        return {}
    return {"Beneficiary_Name": plain(owner.name), "Beneficiary_Local_Identifier": _number(owner, project)}


def _number(owner: Organisation, project: Project) -> str | None:
    home = project.country or (None if project.cci is None else project.cci.country)
    if home is None or owner.number is None:
        return None
    if isinstance(owner.number, ForeignNumber):
        return owner.number.value if owner.number.country == home else None
    return str(owner.number) if home.code == "SE" else None


def _amounts(project: Project, rate_of_exchange: str, place: str) -> dict[str, str]:
    """Return the amounts that are known exactly, with the currency of the total."""
    budget = project.budget
    total = None if budget is None else budget.total_cost
    support = None if budget is None else budget.eu_support
    amounts: dict[str, str] = {}
    for name, amount in (("total_cost", total), ("eu_support", support)):
        if isinstance(amount, Money) and amount.minor < 0:
            raise InvalidValue("value.negative", f"{place}.budget.{name}", amount)
    if isinstance(total, Money):
        if total.currency != _EURO and not _NUMBER.fullmatch(rate_of_exchange):
            raise InvalidValue("list.no_exchange_rate", f"{place}.budget.total_cost", total, label=_RATE_OF_EXCHANGE)
        amounts["Total_Eligible_Expenditure_amount"] = f"{total.amount:f}"
        amounts["Total_Eligible_Expenditure_Currency"] = total.currency
    if isinstance(support, Money) and support.currency == _EURO:
        amounts["Project_EU_Budget"] = f"{support.amount:f}"
    return amounts
