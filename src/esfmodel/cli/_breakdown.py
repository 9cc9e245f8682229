"""The command `show --by`: a table that sums in both directions, and why it shows less than was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.cli._sources import naming
from esfmodel.cli._terminal import page_width, paragraph
from esfmodel.display import breakdown_table
from esfmodel.errors import InvalidValue
from esfmodel.model import Budget, BudgetSide, By, Project, SpreadBy, breakdowns, spread, spread_amount
from esfmodel.model.facts import fund_of
from esfmodel.model.totals import side_of
from esfmodel.rules.words import Words
from esfmodel.text import sv
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Breakdown

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


_NO_BUDGET = Words(
    "Projektet har ingen budget, så det finns ingenting att dela in.",
    "The project has no budget, so there is nothing to break down.",
)
_NO_KEY = Words("Ingen rad anger {key}.", "No line states its {key}.")
_OTHER_SIDE = Words(
    "Tabellen visar finansieringen. Skriv --of kostnader för att se kostnaderna.",
    "The table shows the financing. Write --of costs to see the costs.",
)


@attrs.frozen
class TableRequest:
    """A requested breakdown: its rows, its columns and the side of the budget; None for either."""

    rows: By
    columns: By | None
    side: BudgetSide | None


def requested_table(by: str | None, of: str | None) -> TableRequest | None:
    """Return the table requested by `--by` and `--of`: "funder,year" has a row per funder and a column per year.

    Without `--of`, keys that costs and financing share are those of the financing, if it has lines.
    """
    if by is None:
        if of is not None:
            raise InvalidValue("argument.lacks", "--of", of, other="--by")
        return None
    rows, columns = _keys_of(by)
    with naming("--of"):
        # The labels are read in every language: an error tells them in that of the reader.
        side = None if of is None else sv.parse_label(BudgetSide, of)
    is_on_both = side is None and {rows, columns} <= _ON_BOTH_SIDES
    with naming("--by"):
        only = side_of(rows, columns, BudgetSide.FINANCING if is_on_both else side)
    return TableRequest(rows, columns, None if is_on_both else only)


def _keys_of(text: str) -> tuple[By, By | None]:
    with naming("--by"):
        rows, *columns = (sv.parse_label(By, each) for each in text.split(","))
    if len(columns) >= _MOST_KEYS:
        raise InvalidValue("command.too_many_keys", "--by", text)
    return rows, columns[0] if columns else None


def tables(project: Project, request: TableRequest, language: str) -> Iterator[str]:
    """Yield the tables of a project, one per currency, and then notes on what they show, or why there are none."""
    if all(budget is None for budget in (project.budget, *(each.budget for each in project.partners))):
        yield paragraph(_NO_BUDGET.text(language))
        return
    rows, columns = request.rows, request.columns
    try:
        side, side_note = _side(project, request, language)
        found = breakdowns(project, rows, columns, of=side)
    except InvalidValue:
        yield paragraph(_TOO_LARGE.text(language))
        return
    notes: list[Words] = []
    if By.YEAR in (rows, columns) and any(map(_lacks_years, found)):
        # Amounts without a year are spread over the project period; if that fails, the table stays as it was.
        way = _spread_by(project)
        try:
            found = found if isinstance(way, Words) else breakdowns(_over_years(project, way), rows, columns, of=side)
        except InvalidValue:
            way = _NOT_OVER_IT
        if isinstance(way, Words):
            notes.append(way)
        else:
            notes += [_SPREAD[way], *([_NOT_EXACT] if any(map(_lacks_years, found)) else [])]
    for table in found:
        yield breakdown_table(table, language, fund=fund_of(project), width=page_width())
    told = [*side_note, *(note.text(language) for note in notes), *_keys_not_stated(found, rows, columns, language)]
    yield from map(paragraph, told)


def _side(project: Project, request: TableRequest, language: str) -> tuple[BudgetSide, list[str]]:
    """Return the side that is shown, and a note where it was not asked for and the other one has lines too."""
    if request.side is not None:
        return request.side, []
    has_lines = [
        side
        for side in BudgetSide
        if any(table.rows for table in breakdowns(project, request.rows, request.columns, of=side))
    ]
    side = BudgetSide.COSTS if has_lines == [BudgetSide.COSTS] else BudgetSide.FINANCING
    if len(has_lines) < len(BudgetSide):
        return side, []
    return side, [_OTHER_SIDE.text(language)]


def _keys_not_stated(found: tuple[Breakdown, ...], rows: By, columns: By | None, language: str) -> Iterator[str]:
    """Yield that no line states a key; of years it is said why, and a payer who is not named is a rest."""
    keys = {rows: [row.key for table in found for row in table.rows]}
    if columns is not None:
        keys[columns] = [key for table in found for key in table.columns]
    for by, stated in keys.items():
        if by not in (By.YEAR, By.FUNDER) and stated and all(key is None for key in stated):
            yield _NO_KEY.text(language).format(key=format(by, language))


def _lacks_years(table: Breakdown) -> bool:
    years = [row.key for row in table.rows] if table.rows_by is By.YEAR else table.columns
    return None in years


def _spread_by(project: Project) -> SpreadBy | Words:
    """Return how to spread over the project period: by months if they are whole, else by days; or why it cannot be."""
    period = project.period
    if not isinstance(period, Period):
        return _NO_PERIOD
    if period.months is None:
        return _ONLY_YEARS
    try:  # spreading nothing shows whether the period has whole months
        spread_amount(Money(0), [period], by=SpreadBy.MONTHS)
    except InvalidValue:
        return SpreadBy.DAYS
    return SpreadBy.MONTHS


def _over_years(project: Project, by: SpreadBy) -> Project:
    """Return a project with its budget, and those of its partners, spread over the years of its period."""

    def spread_budget(budget: Budget | None) -> Budget | None:
        return spread(budget, project.period, by=by) if budget and isinstance(project.period, Period) else budget

    return attrs.evolve(
        project,
        budget=spread_budget(project.budget),
        partners=[attrs.evolve(each, budget=spread_budget(each.budget)) for each in project.partners],
    )
