"""What `show --by` adds: each project's costs or financing as a table, divided over the years where they name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.display import breakdown_table
from esfmodel.errors import InvalidValue
from esfmodel.model import Budget, BudgetSide, By, SpreadBy, breakdown, breakdowns, spread, spread_amount
from esfmodel.model.breakdown import side_of
from esfmodel.model.facts import fund_of
from esfmodel.rules import Words
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Breakdown, Project

_MOST_KEYS = 2
_ON_BOTH_SIDES = frozenset({By.PARTNER, By.PHASE, By.YEAR, None})

_SPREAD = {
    SpreadBy.MONTHS: Words(
        "Belopp utan år är fördelade efter projektperiodens månader; det sista året bär resten.",
        "Amounts without a year are divided by the months of the project period; the last year takes the remainder.",
    ),
    SpreadBy.DAYS: Words(
        "Belopp utan år är fördelade efter projektperiodens dagar; det sista året bär resten.",
        "Amounts without a year are divided by the days of the project period; the last year takes the remainder.",
    ),
}
_NO_PERIOD = Words(
    "Beloppen är inte fördelade på år: projektperiodens början och slut är inte kända.",
    "The amounts are not divided over years: the beginning and end of the project period are not known.",
)
_ONLY_YEARS = Words(
    "Beloppen är inte fördelade på år: av projektperioden är bara åren kända.",
    "The amounts are not divided over years: of the project period only the years are known.",
)
_NOT_OVER_IT = Words(
    "Beloppen är inte fördelade på år: projektperioden är för lång, eller raderna för många.",
    "The amounts are not divided over years: the project period is too long, or there are too many lines.",
)
_TOO_LARGE = Words(
    "Tabellen visas inte: den har för många rader och kolumner.",
    "The table is not shown: it has too many rows and columns.",
)
_NOT_EXACT = Words(
    "Vad som inte är exakt känt, eller betalas som en klumpsumma, är inte fördelat på år.",
    "What is not exactly known, or is paid as a lump sum, is not divided over years.",
)


@attrs.frozen
class Asked:
    """The table that is asked for: its rows and columns, and the side of the budget."""

    rows: By
    columns: By | None
    side: BudgetSide


def table_asked_for(by: str | None, of: str | None) -> Asked | None:
    """Read what is asked for: "funder,year" is a row for each funder and a column for each year.

    Where both sides of a budget have what is asked for and nobody says which, it is the financing.
    """
    if by is None:
        if of is not None:
            raise InvalidValue("--of", of, "is given without --by", "say what the table is by")
        return None
    rows, columns = _keys_of(by)
    side = None if of is None else BudgetSide(of)
    if side is None and {rows, columns} <= _ON_BOTH_SIDES:
        side = BudgetSide.FINANCING
    return Asked(rows, columns, side_of(rows, columns, side))


def _keys_of(text: str) -> tuple[By, By | None]:
    named = {by.value: by for by in By}
    given = [each.strip() for each in text.split(",")]
    unknown = next((each for each in given if each not in named), None)
    if unknown is not None:
        raise InvalidValue("--by", unknown, "is nothing to break down by", f"use one or two of {', '.join(named)}")
    if len(given) > _MOST_KEYS:
        raise InvalidValue("--by", text, "names more than rows and columns", "name two at most")
    rows, *columns = (named[each] for each in given)
    return rows, columns[0] if columns else None


def tables(project: Project, asked: Asked, language: str) -> Iterator[str]:
    """Give the tables of a project, one for each of its currencies, and then what was done about years."""
    rows, columns, side = asked.rows, asked.columns, asked.side
    notes: list[Words] = []
    try:
        found = breakdowns(project, rows, columns, of=side)
    except InvalidValue:
        yield _TOO_LARGE.text(language)
        return
    if By.YEAR in (rows, columns) and any(map(_lacks_years, found)):
        way = _way(project)
        try:
            found = found if isinstance(way, Words) else breakdowns(_spread(project, way), rows, columns, of=side)
        except InvalidValue:
            way = _NOT_OVER_IT
        if isinstance(way, Words):
            notes.append(way)
        else:
            notes += [_SPREAD[way], *([_NOT_EXACT] if any(map(_lacks_years, found)) else [])]
    for table in found or [breakdown(Budget(), rows, columns, of=side)]:
        yield breakdown_table(table, language, fund=fund_of(project))
    yield from (note.text(language) for note in notes)


def _lacks_years(table: Breakdown) -> bool:
    years = [row.key for row in table.rows] if table.rows_by is By.YEAR else table.columns
    return None in years


def _way(project: Project) -> SpreadBy | Words:
    """Choose how to divide over the project period: by months where those are whole; or say why that cannot be."""
    period = project.period
    if not isinstance(period, Period):
        return _NO_PERIOD
    if period.months is None:
        return _ONLY_YEARS
    try:
        spread_amount(Money(0), [period], by=SpreadBy.MONTHS)
    except InvalidValue:
        return SpreadBy.DAYS
    return SpreadBy.MONTHS


def _spread(project: Project, by: SpreadBy) -> Project:
    """Divide every budget of a project over the years of its period."""

    def over_years(budget: Budget | None) -> Budget | None:
        return spread(budget, project.period, by=by) if budget and isinstance(project.period, Period) else budget

    return attrs.evolve(
        project,
        budget=over_years(project.budget),
        partners=[attrs.evolve(each, budget=over_years(each.budget)) for each in project.partners],
    )
