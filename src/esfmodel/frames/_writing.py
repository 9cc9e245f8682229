"""Projects as data frames."""

from __future__ import annotations

import csv
import datetime
import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, overload

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.frames.columns import COLUMNS, DENOMINATOR, FIGURES, HIGH, LOW, MINOR, NUMERATOR, Level
from esfmodel.model.costs import ActualCost, FlatRate, LumpSum, UnitCost
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.bounds import Bounds
from esfmodel.values.country import Country
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pandas as pd
    import polars as pl

    from esfmodel.frames.columns import Kind
    from esfmodel.model.budget import Budget
    from esfmodel.model.costs import Cost
    from esfmodel.model.organisation import Organisation
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.money import Rate

Backend: TypeAlias = Literal["polars", "pandas"]
_Row: TypeAlias = "dict[str, object]"
_Columns: TypeAlias = "Mapping[str, tuple[Kind, list[object]]]"

MOST: Final = 10**18
"""Amounts are below this; so are the other whole numbers of a frame, which has 64 bits for each."""

_MOST_DIGITS = 18


@overload
def to_frame(projects: Portfolio | Iterable[Project], level: Level = "project") -> pl.DataFrame: ...
@overload
def to_frame(
    projects: Portfolio | Iterable[Project], level: Level = "project", *, backend: Literal["polars"]
) -> pl.DataFrame: ...
@overload
def to_frame(
    projects: Portfolio | Iterable[Project], level: Level = "project", *, backend: Literal["pandas"]
) -> pd.DataFrame: ...
def to_frame(
    projects: Portfolio | Iterable[Project], level: Level = "project", *, backend: Backend = "polars"
) -> pl.DataFrame | pd.DataFrame:
    """Return projects as a data frame of polars or pandas, with the columns of `COLUMNS`.

    `level` says what has a row: each "project"; each line of "cost" in the projects' own budgets; each contribution to
    their "financing". The column `project` joins the three. Partners, phases, claims, decisions but the kind of the
    last one, and budgets of their own are not held; `from_frame` documents what comes back.

    An amount is exact, in the smallest unit of the currency in its row; bounds that exclude an end are written with the
    nearest amount inside, so that over 5 kronor is from 501 öre.

    Raises `InvalidValue` for an unknown level or backend, for one that is not installed, and for a number of 10^18 or
    more, such as of participants.

    >>> from esfmodel import Bounds, Budget, Money, Project
    >>> frame = to_frame([Project("Gröna rum", budget=Budget(total=Bounds.over(Money(5))))])
    >>> frame.select("total_cost_minor", "total_cost_minor_low", "total_cost_minor_high").row(0)
    (None, 501, None)
    """
    if level not in COLUMNS:
        raise InvalidValue("value.not_one_of", "level", level, choices=tuple(COLUMNS))
    if backend not in _BACKENDS:
        raise InvalidValue("value.not_one_of", "backend", backend, choices=tuple(_BACKENDS))
    given = projects.projects if isinstance(projects, Portfolio) else tuple_of(Project, projects, "projects")
    columns: dict[str, list[object]] = {column.name: [] for column in COLUMNS[level]}
    for row in _ROWS[level](given):
        for name, values in columns.items():
            values.append(row[name])
    return _BACKENDS[backend]({column.name: (column.kind, columns[column.name]) for column in COLUMNS[level]})


# --- The rows of each level


def _project_rows(projects: tuple[Project, ...]) -> Iterator[_Row]:
    return (project_row(index, project) for index, project in enumerate(projects))


def project_row(index: int, project: Project) -> dict[str, object]:
    """Return the row of a project, by the columns of its level; raise `InvalidValue` for a number of 10^18 or more."""
    budget = project.budget
    period = project.period
    return {
        **_keys(index, project),
        "name": project.name,
        "status": _status(project),
        "call": None if project.call is None else project.call.reference,
        "fund": None if project.fund is None else project.fund.value,
        "programming_period": _text(project.programming_period),
        "programme": None if project.programme is None else project.programme.name,
        "cci": _text(project.cci),
        "priority": None if project.priority is None else project.priority.code,
        "category_of_region": None if project.category_of_region is None else project.category_of_region.value,
        "specific_objective": project.specific_objective,
        "intervention_field": project.intervention_field,
        **body_cells(project.beneficiary),
        "planned_participants": _whole(project.planned_participants, f"projects[{index}].planned_participants"),
        "start": None if period is None else day_of(period.start),
        "end": None if period is None else day_of(period.end),
        "precision": None if period is None else period.precision if isinstance(period, Period) else "day",
        "duration_months": _whole(project.duration_months, f"projects[{index}].duration_months"),
        "region": project.region,
        "nuts": _text(project.nuts),
        "municipalities": joined(project.municipalities),
        "country": _code(project.country),
        "strategic_importance": project.strategic_importance,
        "vat_recoverable": project.vat_recoverable,
        "physical_investment": project.physical_investment,
        **_rate("published_eu_rate", project.published_eu_rate),
        "summary": project.summary,
        "source": project.source,
        "currency": None if budget is None else budget.currency,
        **{
            name: value
            for figure in FIGURES
            for name, value in _amount(figure, None if budget is None else getattr(budget, figure)).items()
        },
        **_amount("stated_total", None if budget is None else budget.total),
        "complete": None if budget is None else budget.complete,
        "cost_lines": None if budget is None else len(budget.costs),
        "financing_lines": None if budget is None else len(budget.financing),
    }


def _status(project: Project) -> str | None:
    try:
        status = project.status()
    except NotKnown:
        # A grant and a rejection of the same day: which came last is not stated.
        return None
    return None if status is None else status.value


def _cost_rows(projects: tuple[Project, ...]) -> Iterator[_Row]:
    for index, project, budget in _with_budgets(projects):
        for line, (cost, amount) in enumerate(zip(budget.costs, budget.cost_amounts, strict=True)):
            yield {
                **_keys(index, project),
                "line": line,
                "category": cost.category.value,
                "description": cost.description,
                "partner": cost.partner,
                "phase": cost.phase,
                "year": cost.year,
                "currency": budget.currency,
                **_amount("amount", amount),
                **_basis(cost),
            }


def _basis(cost: Cost) -> _Row:
    basis = cost.basis
    unit = basis if isinstance(basis, UnitCost) else None
    flat = basis if isinstance(basis, FlatRate) else None
    return {
        "basis": BASES[type(basis)],
        **_amount("stated", basis.amount),
        "unit_price_minor": None if unit is None else unit.price.minor,
        "units": None if unit is None else f"{unit.units:f}",
        "unit": None if unit is None else unit.unit,
        "unit_code": None if unit is None else unit.code,
        "unit_region": None if unit is None else unit.region,
        "unit_year": None if unit is None else unit.year,
        **_rate("flat_rate", None if flat is None else flat.rate),
        "flat_rate_base": None if flat is None else joined(tuple(each.value for each in flat.base)),
        "lump_sum": basis.description if isinstance(basis, LumpSum) else None,
    }


BASES: Mapping[type, str] = {
    ActualCost: "actual cost",
    UnitCost: "unit cost",
    FlatRate: "flat rate",
    LumpSum: "lump sum",
}
"""What each basis is called in a frame, as in a project file."""


def _financing_rows(projects: tuple[Project, ...]) -> Iterator[_Row]:
    for index, project, budget in _with_budgets(projects):
        for line, part in enumerate(budget.financing):
            yield {
                **_keys(index, project),
                "line": line,
                "source": None if part.source is None else part.source.value,
                **_body("funder", None if part.funder is None else part.funder.organisation),
                "currency": budget.currency,
                **_amount("amount", part.amount),
                "form": None if part.form is None else part.form.value,
                "partner": part.partner,
                "phase": part.phase,
                "year": part.year,
                "commitment": None if part.commitment is None else part.commitment.value,
                "reference": part.reference,
            }


_ROWS = {"project": _project_rows, "cost": _cost_rows, "financing": _financing_rows}


def _with_budgets(projects: tuple[Project, ...]) -> Iterator[tuple[int, Project, Budget]]:
    for index, project in enumerate(projects):
        if project.budget is not None:
            yield index, project, project.budget


# --- Values


def _keys(index: int, project: Project) -> _Row:
    return {"project": index, "operation_id": None if project.operation_id is None else project.operation_id.text}


def body_cells(body: Organisation | None) -> dict[str, object]:
    """Return the cells of the owner of a project."""
    country = None if body is None else _code(body.country)
    return {**_body("beneficiary", body), "beneficiary_country": country}


def _body(name: str, body: Organisation | None) -> _Row:
    number = None if body is None else _text(body.number)
    if isinstance(getattr(body, "number", None), OrganisationNumber) and getattr(body, "country", None) not in _HOME:
        # Beside another country, a number alone would be one of that country.
        number = f"{SWEDEN} {number}"
    return {
        name: None if body is None else body.name,
        f"{name}_number": number,
        f"{name}_kind": None if body is None or body.kind is None else body.kind.value,
    }


SWEDEN: Final = "SE"
_HOME = (None, Country(SWEDEN))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _code(country: Country | None) -> str | None:
    # The text of a country is its name in Swedish.
    return None if country is None else country.code


def _whole(value: int | None, place: str) -> int | None:
    if value is not None and value >= MOST:
        raise InvalidValue("number.too_long", place, value, most=_MOST_DIGITS)
    return value


def day_of(day: datetime.date | None) -> datetime.date | None:
    """Return a day as the type that libraries of frames know."""
    return None if day is None else datetime.date(day.year, day.month, day.day)


def _amount(name: str, figure: MoneyLike | None) -> _Row:
    exact, low, high = _ends(figure)
    return {f"{name}{MINOR}": exact, f"{name}{MINOR}{LOW}": low, f"{name}{MINOR}{HIGH}": high}


def _ends(figure: MoneyLike | None) -> tuple[int | None, int | None, int | None]:
    """Return the exact amount, and the lowest and the highest possible: amounts come in whole units, so both exist."""
    if figure is None:
        return None, None, None
    if not isinstance(figure, Bounds):
        return figure.minor, figure.minor, figure.minor
    low = None if figure.low is None else figure.low.minor + (not figure.low_included)
    high = None if figure.high is None else figure.high.minor - (not figure.high_included)
    return None, low, high


def _rate(name: str, rate: Rate | None) -> _Row:
    numerator = denominator = None
    if rate is not None and max(abs(rate.fraction.numerator), rate.fraction.denominator) < MOST:
        numerator, denominator = rate.fraction.numerator, rate.fraction.denominator
    return {name: _text(rate), f"{name}{NUMERATOR}": numerator, f"{name}{DENOMINATOR}": denominator}


def joined(texts: tuple[str, ...]) -> str | None:
    """Return texts with semicolons between them; one that has a semicolon or a quotation mark itself is quoted."""
    if not texts:
        return None
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="").writerow(texts)
    return written.getvalue()


# --- The frames of each library


def _polars(columns: _Columns) -> pl.DataFrame:
    try:
        import polars as pl
    except ImportError:
        raise InvalidValue("extra.missing", "backend", "polars", package="polars") from None
    kinds = {"text": pl.String, "whole number": pl.Int64, "day": pl.Date, "true or false": pl.Boolean}
    return pl.DataFrame([pl.Series(name, values, kinds[kind]) for name, (kind, values) in columns.items()])


def _pandas(columns: _Columns) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError:
        raise InvalidValue("extra.missing", "backend", "pandas", package="pandas") from None
    # Days in seconds reach from the year 1 to 9999, those in nanoseconds from 1678 to 2262.
    kinds = {"text": "string", "whole number": "Int64", "day": "datetime64[s]", "true or false": "boolean"}
    # Its types know an array by a dtype that is written out alone.
    array: Any = pd.array
    return pd.DataFrame({name: array(values, dtype=kinds[kind]) for name, (kind, values) in columns.items()})


_BACKENDS: Mapping[str, Callable[[_Columns], pl.DataFrame | pd.DataFrame]] = MappingProxyType(
    {"polars": _polars, "pandas": _pandas}
)
