"""What a grant has come to: budget and costs incurred by category, and support granted, due and paid."""

# The stubs of matplotlib leave what is given by name without a type.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._breakdown import BREAKDOWN_WORDS, key_name
from esfmodel.display._financing import TABLE_WORDS
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
    set_title,
    shortened,
    style_for,
)
from esfmodel.display.plots._words import PLOT_WORDS
from esfmodel.model.decision import DecisionKind
from esfmodel.model.ledger.ledger import Ledger
from esfmodel.model.project import Project
from esfmodel.values.bounds import MoneyLike

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from esfmodel.display.plots._words import PlotWords

_PER_ROW: Final = 8
"""The height of a row on the scale: three bars of two and a space, so that the middle of its bars is a whole number."""


def claims(subject: Ledger | Project, ax: Axes | None = None, language: str = "sv") -> Axes:
    r"""Draw the budget against what was claimed and paid: a row for each category, for all costs, and for the support.

    Each category has a bar of its budget and one of the costs incurred, flat rates included; the support has what was
    granted, what is due for the costs so far, and what was paid. A category's budget that is not exactly known is drawn
    as in `financing`. A project is shown by its ledger, which needs the exact cost and support that were granted: see
    `Ledger.of` for what it raises. A project without a grant gives an empty plot that says so.

    >>> from esfmodel import ActualCost, Budget, Claim, ClaimedCost, Cost, CostCategory, Decision, Money
    >>> from esfmodel.display import plots
    >>> budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(1_000_000)))])
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(540_000), budget=budget)
    >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(300_000))])
    >>> ax = plots.claims(Ledger(granted, [claim]), language="en")
    >>> print(plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " ").replace(". ", ".\n"))
    Budget, incurred and paid.
    Staff: budget SEK 1,000,000, incurred SEK 300,000.
    Support: granted SEK 540,000, due for costs incurred SEK 162,000, paid SEK 162,000.
    """
    words = PLOT_WORDS[language]
    if not isinstance(subject, (Ledger, Project)):
        raise TypeError(f"subject must be Ledger or Project, not {type(subject).__name__}")
    name = subject.name if isinstance(subject, Project) else None
    head = f"{'' if name is None else f'{name_in_text(name)}: '}{words.claims}."
    if isinstance(subject, Project) and all(each.kind is not DecisionKind.GRANTED for each in subject.decisions):
        ax = axes_for(ax, language, height=3)
        set_title(ax, name, words.claims)
        draw_nothing(ax, words.no_grant)
        set_alt_text(ax, [head, words.no_grant])
        return ax
    ledger = Ledger.of(subject) if isinstance(subject, Project) else subject
    rows = _rows(ledger, words, language)
    ax = axes_for(ax, language, height=2 + len(rows))
    set_title(ax, name, words.claims)
    set_alt_text(ax, [head, *_draw(ax, rows, ledger.support.currency, words, language)])
    return ax


@attrs.frozen
class _Row:
    """A row of bars: budget or grant, what was incurred or is due, and for the support what was paid."""

    name: str
    said: tuple[str, ...]
    amounts: tuple[MoneyLike | None, ...]


def _rows(ledger: Ledger, words: PlotWords, language: str) -> list[_Row]:
    tables, names = TABLE_WORDS[language], BREAKDOWN_WORDS[language]
    costs, support = (words.budget, words.incurred), (words.granted, words.due, words.paid)
    rows = [
        _Row(key_name(each.category, None, tables, names), costs, (each.budgeted, each.incurred))
        for each in ledger.categories
    ]
    if len(rows) != 1:
        rows.append(_Row(words.all_costs, costs, (ledger.budget.total_cost, ledger.costs_so_far)))
    return [*rows, _Row(words.support, support, (ledger.support, ledger.support_so_far, ledger.paid_so_far))]


def _draw(ax: Axes, rows: list[_Row], currency: str, words: PlotWords, language: str) -> list[str]:
    """Draw the rows, and return a sentence on each."""
    unknown = BREAKDOWN_WORDS[language].unknown
    series = (words.budget_or_granted, words.incurred_or_due, words.paid_support)
    extents = [[Extent.of(amount) for amount in row.amounts] for row in rows]
    style = style_for(max(each.reach for row in extents for each in row), currency)
    handles: dict[str, object] = {}
    ends: list[int] = []
    told: list[str] = []
    for at, (row, parts) in enumerate(zip(rows, extents, strict=True)):
        said: list[str] = []
        for number, (amount, extent) in enumerate(zip(row.amounts, parts, strict=True)):
            place, (fill, hatch) = _PER_ROW * at + 2 * number, (FILLS[2], FILLS[1], FILLS[0])[number]
            bars = ax.barh([place], [extent.certain], height=2, color=fill, hatch=hatch, edgecolor=INK)
            handles.setdefault(series[number], bars)
            ends_of_bar = (extent.certain, extent.certain)
            handles |= outline(ax, place, extent, ends_of_bar, words, along_x=True, thickness=2)
            ends += ends_of([extent])
            shown = known(amount)
            label_at(ax, ends[-1], place, amount_text(shown, unknown, language, style))
            said.append(f"{row.said[number]} {amount_text(shown, unknown, language, 'kr')}")
        told.append(f"{row.name}: {', '.join(said)}.")
    clear_frame(ax, along_x=True)
    places = [_PER_ROW * at + len(row.amounts) - 1 for at, row in enumerate(rows)]
    set_names(ax, [shortened(row.name, 24) for row in rows], places)
    ax.set_ylim(_PER_ROW * len(rows) - 2, -2)
    scale_amounts(ax, language, currency, (min(ends), max(ends)), along_x=True)
    set_legend(ax, [(handle, name) for name, handle in handles.items()])
    return told
