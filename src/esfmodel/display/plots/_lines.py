"""The lines of a budget as bars: financing by funder and year, and costs by category."""

# The stubs of matplotlib leave what is given by name without a type.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._breakdown import BREAKDOWN_WORDS, key_name
from esfmodel.display._financing import TABLE_WORDS, financing_note, name_of
from esfmodel.display.columns import one_line
from esfmodel.display.plots._paper import (
    FILLS,
    INK,
    Extent,
    amount_text,
    axes_for,
    clear_frame,
    draw_nothing,
    ends_of,
    known,
    label_at,
    name_in_text,
    outline,
    scale_amounts,
    set_alt_text,
    set_legend,
    set_names,
    set_notes,
    set_title,
    shortened,
    style_for,
)
from esfmodel.display.plots._words import PLOT_WORDS
from esfmodel.errors import InvalidValue
from esfmodel.model.budget import Budget
from esfmodel.model.facts import fund_of
from esfmodel.model.funding import Funder
from esfmodel.model.project import Project
from esfmodel.model.totals import Breakdown, BudgetSide, By, breakdown, breakdowns, side_of
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.facts import Figures, amount_not_confirmed
from esfmodel.values.span import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from esfmodel.display.plots._words import PlotWords
    from esfmodel.model.totals import Key
    from esfmodel.text import MoneyStyle
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.fund import Fund

_MOST_SERIES: Final = len(FILLS)
_MOST_ROWS: Final = 15
_MOST_YEARS: Final = 15
_MOST_NAMES: Final = 6


def financing(
    subject: Project | Budget,
    ax: Axes | None = None,
    language: str = "sv",
    *,
    by: By = By.FUNDER,
    currency: str | None = None,
) -> Axes:
    """Draw who finances a project, year by year: a bar for each year, stacked by funder, or by another key.

    Contributions without a year have a bar of their own; `spread` divides a budget over the years first. Every bar has
    its sum above it. An amount known within bounds is drawn to its least, and what may come on top with a dashed
    outline; an amount that is not known is no bar, but is named below the plot. Of many funders the largest are drawn,
    and the others as one; late years are one bar from the sixteenth on. A project with amounts in several currencies
    needs the `currency` to draw: one plot for each.

    Raises `InvalidValue` for several currencies without a choice, one that the project does not have, and a key that
    financing does not have, and `ValueError` of ours where matplotlib is missing.

    >>> from esfmodel.display import plots
    >>> from esfmodel.examples import EXAMPLES
    >>> ax = plots.financing(EXAMPLES["24-063-S05"], language="en")
    >>> sum(int(bar.get_height()) for bars in ax.containers for bar in bars)
    979171300
    >>> EXAMPLES["24-063-S05"].budget.total_cost.minor
    979171300
    """
    ax = axes_for(ax, language, height=5)
    words = PLOT_WORDS[language]
    table = _table(subject, by, By.YEAR, BudgetSide.FINANCING, currency)
    name = subject.name if isinstance(subject, Project) else None
    in_years = table is not None and table.columns != (None,)
    title = words.financing_by_year if in_years else words.financing
    set_title(ax, name, title)
    head = [f"{_lead(name)}{title}."]
    if table is None or not table.rows or table.currency is None:
        return _nothing(ax, head, table, BudgetSide.FINANCING, subject, language)
    names = _names(table, subject, language)
    cells = [[Extent.of(cell) for cell in row.cells] for row in table.rows]
    years, cells, totals = _first_years(table, cells, words.no_year)
    entries = _largest(names, cells, _MOST_SERIES, words.others)
    style = style_for(_reach(_sums(cells)), table.currency)
    series = _stacked(ax, entries, _sums(cells), words)
    unknown = BREAKDOWN_WORDS[language].unknown
    ends: list[int] = []
    for place, amount in enumerate(totals):
        ends += ends_of([row[place] for row in cells])
        label_at(ax, place, ends[-1], _label(amount, unknown, language, style), up=True)
    clear_frame(ax, along_x=False)
    set_names(ax, [shortened(year, 18) for year in years], range(len(years)), down=False)
    ax.set_xlim(-1, len(years))
    scale_amounts(ax, language, table.currency, (min(ends), max(ends)), along_x=False)
    set_legend(ax, series, BREAKDOWN_WORDS[language].keys[by])
    notes = _notes(subject, table, names, language)
    set_notes(ax, notes)
    by_year = _told(years, totals, unknown, language) if in_years else []
    set_alt_text(ax, [*head, *by_year, *_rows_told(table, names, language), *notes])
    return ax


def costs(
    subject: Project | Budget,
    ax: Axes | None = None,
    language: str = "sv",
    *,
    by: By = By.CATEGORY,
    currency: str | None = None,
) -> Axes:
    r"""Draw what a project costs: a bar for each cost category, or for each partner, phase or year.

    Amounts that are not exactly known, many rows and several currencies are drawn as in `financing`; flat rates are
    computed, and revenue lies below zero.

    >>> from esfmodel import ActualCost, Cost, CostCategory, Money
    >>> from esfmodel.display import plots
    >>> ax = plots.costs(Budget([Cost(CostCategory.STAFF, ActualCost(Money(700_000)))]))
    >>> print(plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " "))
    Kostnader per kostnadskategori. Personal 700 000 kr. Summa 700 000 kr.
    """
    words, own = PLOT_WORDS[language], BREAKDOWN_WORDS[language]
    table = _table(subject, by, None, BudgetSide.COSTS, currency)
    ax = axes_for(ax, language, height=2 + min(_MOST_ROWS, 0 if table is None else len(table.rows)) // 2)
    name = subject.name if isinstance(subject, Project) else None
    title = words.costs_by.format(by=format(by, language))
    set_title(ax, name, title)
    head = [f"{_lead(name)}{title}."]
    if table is None or not table.rows or table.currency is None:
        return _nothing(ax, head, table, BudgetSide.COSTS, subject, language)
    names = _names(table, subject, language)
    amounts = dict(enumerate(row.total for row in table.rows))
    cells = [[Extent.of(amount)] for amount in amounts.values()]
    entries = _largest(names, cells, _MOST_ROWS, words.others, keep_empty=True)
    fill = FILLS[2][0]
    handles: dict[str, object] = {}
    ends: list[int] = []
    style = style_for(max(each.cells[0].reach for each in entries), table.currency)
    for place, entry in enumerate(entries):
        extent = entry.cells[0]
        ax.barh([place], [extent.certain], color=fill, edgecolor=INK, label=one_line(entry.name))
        handles |= outline(ax, place, extent, (extent.certain, extent.certain), words, along_x=True)
        ends += ends_of([extent])
        shown = total(amounts[index] for index in entry.rows).as_money(table.currency)
        label_at(ax, ends[-1], place, _label(shown, own.unknown, language, style))
    clear_frame(ax, along_x=True)
    set_names(ax, [shortened(entry.name, 30) for entry in entries], range(len(entries)))
    ax.set_ylim(len(entries), -1)
    scale_amounts(ax, language, table.currency, (min(ends), max(ends)), along_x=True)
    set_legend(ax, [(handle, each) for each, handle in handles.items()])
    notes = _notes(subject, table, names, language)
    set_notes(ax, notes)
    set_alt_text(ax, [*head, *_rows_told(table, names, language), *notes])
    return ax


# --- What is drawn


def _table(
    subject: Project | Budget, rows: By, columns: By | None, side: BudgetSide, currency: str | None
) -> Breakdown | None:
    """Return the breakdown in the one currency, or in that asked for; None where a project has no budget."""
    side_of(rows, columns, side)
    if isinstance(subject, Budget):
        tables: tuple[Breakdown, ...] = (breakdown(subject, rows, columns, of=side),)
    elif isinstance(subject, Project):
        tables = breakdowns(subject, rows, columns, of=side)
    else:
        raise TypeError(f"subject must be Project or Budget, not {type(subject).__name__}")
    tables = tuple(table for table in tables if table.rows) or tables[:1]
    found = tuple(table.currency for table in tables if table.currency is not None)
    if currency is not None and currency not in found:
        raise InvalidValue("value.not_one_of", "currency", currency, choices=found)
    if currency is None and len(found) > 1:
        raise InvalidValue("plot.currencies", "currency", None, currencies=found)
    return next((table for table in tables if currency in (None, table.currency)), None)


@attrs.frozen
class _Entry:
    """A series of bars: its name, its extents by column, and the rows of the table that it holds."""

    name: str
    cells: list[Extent]
    rows: tuple[int, ...]


def _largest(
    names: Sequence[str], cells: Sequence[Sequence[Extent]], most: int, others: str, *, keep_empty: bool = False
) -> list[_Entry]:
    """Return the rows that are drawn, in their order: all, or the largest and the sum of the others as the last."""
    drawn = [row for row, extents in enumerate(cells) if keep_empty or any(each.is_drawn for each in extents)]
    if len(drawn) > most:
        ranked = sorted(drawn, key=lambda row: -sum(each.reach for each in cells[row]))
        kept = set(ranked[: most - 1])
    else:
        kept = set(drawn)
    entries = [_Entry(names[row], list(cells[row]), (row,)) for row in drawn if row in kept]
    rest = tuple(row for row in drawn if row not in kept)
    if rest:
        entries.append(_Entry(others.format(count=len(rest)), _sums([cells[row] for row in rest]), rest))
    return entries


def _sums(cells: Iterable[Sequence[Extent]]) -> list[Extent]:
    """Return the sum of each column."""
    return [sum(column, Extent()) for column in zip(*cells, strict=True)]


def _reach(extents: Iterable[Extent]) -> int:
    return max((each.reach for each in extents), default=0)


def _first_years(
    table: Breakdown, cells: list[list[Extent]], no_year: str
) -> tuple[list[str], list[list[Extent]], list[MoneyLike | None]]:
    """Return the names of the years, the extents and the sums by year, with the last of many years as one."""
    years = [None if key is None else str(key) for key in table.columns]
    names = [no_year if year is None else year for year in years]
    totals = list(table.totals)
    stated = [year for year in years if year is not None]
    if len(stated) > _MOST_YEARS:
        late = slice(_MOST_YEARS - 1, len(stated))
        names[late] = [f"{stated[_MOST_YEARS - 1]}\N{EN DASH}{stated[-1]}"]
        totals[late] = [None if table.currency is None else total(totals[late]).as_money(table.currency)]
        cells = [[*row[: late.start], sum(row[late], Extent()), *row[late.stop :]] for row in cells]
    return names, cells, totals


def _stacked(ax: Axes, entries: Sequence[_Entry], sums: Sequence[Extent], words: PlotWords) -> list[tuple[object, str]]:
    """Stack the entries in each column, those below zero downwards; return the series of the legend, from the top.

    `sums` are those of all rows: a row that is not known has no bar, but leaves open how high the others go.
    """
    columns = len(sums)
    up, down = [0] * columns, [0] * columns
    series: list[tuple[object, str]] = []
    for number, entry in enumerate(entries):
        fill, hatch = FILLS[number]
        heights = [each.certain for each in entry.cells]
        bottoms = [up[at] if height >= 0 else down[at] for at, height in enumerate(heights)]
        bars = ax.bar(
            range(columns), heights, bottom=bottoms, color=fill, hatch=hatch, edgecolor=INK, label=one_line(entry.name)
        )
        series.append((bars, entry.name))
        for at, height in enumerate(heights):
            up[at], down[at] = up[at] + max(height, 0), down[at] + min(height, 0)
    handles: dict[str, object] = {}
    for at, extent in enumerate(sums):
        handles |= outline(ax, at, extent, (down[at], up[at]), words, along_x=False)
    return [*((handle, name) for name, handle in handles.items()), *reversed(series)]


# --- What is written


def _lead(name: str | None) -> str:
    return "" if name is None else f"{name_in_text(name)}: "


def _names(table: Breakdown, subject: Project | Budget, language: str) -> list[str]:
    fund = fund_of(subject) if isinstance(subject, Project) else None
    return [_name(row.key, table.rows_by, fund, language) for row in table.rows]


def _name(key: Key, by: By, fund: Fund | None, language: str) -> str:
    words = TABLE_WORDS[language]
    return words.rest if key is None and by is By.FUNDER else key_name(key, fund, words, BREAKDOWN_WORDS[language])


def _label(amount: MoneyLike | None, unknown: str, language: str, style: MoneyStyle) -> str:
    return amount_text(known(amount), unknown, language, style)


def _told(names: Sequence[str], amounts: Sequence[MoneyLike | None], unknown: str, language: str) -> list[str]:
    """Return a sentence with each name and its amount in full."""
    pairs = zip(names, amounts, strict=True)
    return ["; ".join(f"{name_in_text(name)} {_label(each, unknown, language, 'kr')}" for name, each in pairs) + "."]


def _rows_told(table: Breakdown, names: Sequence[str], language: str) -> list[str]:
    """Return sentences with the rows of which something is known, the largest of many, and the sum of all."""
    words, own = PLOT_WORDS[language], BREAKDOWN_WORDS[language]
    amounts = [row.total for row in table.rows]
    stated = [row for row, amount in enumerate(amounts) if known(amount) is not None]
    extents = [[Extent.of(amounts[row])] for row in stated]
    entries = _largest([names[row] for row in stated], extents, _MOST_ROWS, words.others, keep_empty=True)
    sums: list[MoneyLike | None] = []
    for entry in entries:
        parts = [amounts[stated[row]] for row in entry.rows]
        sums.append(None if table.currency is None else total(parts).as_money(table.currency))
    told = _told([entry.name for entry in entries], sums, own.unknown, language) if entries else []
    return [*told, f"{words.sum} {_label(table.total, own.unknown, language, 'kr')}."]


def _notes(subject: Project | Budget, table: Breakdown, names: Sequence[str], language: str) -> list[str]:
    """Return what is not known, and what the amounts are not."""
    words, tables, text = PLOT_WORDS[language], TABLE_WORDS[language], TEXTS[language]
    notes: list[str] = []
    fund = fund_of(subject) if isinstance(subject, Project) else None
    hidden = [
        # That it is own co-funding, say, need not be repeated for each.
        name_of(row.key, fund, tables) if isinstance(row.key, Funder) and row.key.organisation else name
        for name, row in zip(names, table.rows, strict=True)
        if known(row.total) is None
    ]
    if hidden:
        more = [words.and_more.format(count=len(hidden) - _MOST_NAMES)] if len(hidden) > _MOST_NAMES else []
        listed = text.format_list([name_in_text(name) for name in hidden[:_MOST_NAMES]] + more)
        notes.append(words.amount_not_known.format(names=listed))
    budget = subject.budget if isinstance(subject, Project) else subject
    if budget is not None and budget.currency == table.currency:
        stated = Figures.of(budget).total
        if budget.total is not None and stated not in (None, table.total):
            notes.append(words.stated_total.format(amount=text.format_money(stated)))
        hoped = amount_not_confirmed(budget) if table.of is BudgetSide.FINANCING else None
        if hoped is not None:
            notes.append(words.not_confirmed.format(amount=text.format_money(hoped)))
    if note := financing_note(subject, language):
        notes.append(note)
    return notes


def _nothing(
    ax: Axes, head: list[str], table: Breakdown | None, side: BudgetSide, subject: Project | Budget, language: str
) -> Axes:
    """Draw nothing, and say why: no line is stated, or no line has an amount."""
    sentence = BREAKDOWN_WORDS[language].nothing[side]
    notes: list[str] = []
    if table is not None and table.rows:
        notes = _notes(subject, table, _names(table, subject, language), language)
        sentence = notes[0]
    draw_nothing(ax, sentence)
    set_notes(ax, notes[1:])
    set_alt_text(ax, [*head, *chain([] if notes else [sentence], notes)])
    return ax
