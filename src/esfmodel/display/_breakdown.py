"""Show a breakdown of a budget as a plain-text table, with the sums of its rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._financing import TABLE_WORDS, name_of, with_capital
from esfmodel.display._table import Table, first_of, more, more_rows
from esfmodel.display.columns import one_line, width_of, wrapped, write_table
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import ContributionForm, Funder, FundingSource
from esfmodel.model.totals import Breakdown, BudgetSide, By
from esfmodel.text.telling.problems import capital, write_place
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import InEachLanguage
from esfmodel.values.span import total as sum_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.display._financing import TableWords
    from esfmodel.model.totals import Key
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.fund import Fund

_WIDEST_NAME = 30
_WIDEST_HEADING = 18
_WIDTH = 110
_GAP = 2


def breakdown_table(table: Breakdown, language: str = "sv", *, fund: Fund | None = None, width: int = _WIDTH) -> str:
    """Return a breakdown as a plain-text table in "sv" or "en": its rows and columns by name, and the sums of both.

    `fund` is shown as the payer of the Union's money. Amounts are exact or bounds, as in the breakdown; the column "Ej
    angivet" holds the lines without a value for that key. A table wider than `width` is transposed if it then fits;
    otherwise it continues below with further columns, the sums last.

    >>> from esfmodel import Budget, Contribution, Money, breakdown
    >>> support = Funder(source=FundingSource.EU_AND_STATE)
    >>> parts = [Contribution(support, Money(400), year=2025), Contribution(support, Money(600), year=2026)]
    >>> own = Contribution(Funder(source=FundingSource.OWN), Money(250), year=2026)
    >>> print(breakdown_table(breakdown(Budget(financing=[*parts, own]), By.SOURCE, By.YEAR)))
    Medel                       2025    2026     Summa
    --------------------------------------------------
    Stöd, EU och stat odelat  400 kr  600 kr  1 000 kr
    Egen medfinansiering        0 kr  250 kr    250 kr
    --------------------------------------------------
    Summa                     400 kr  850 kr  1 250 kr
    """
    rows = breakdown_rows(table, language, fund=fund)
    if rows is None:
        return BREAKDOWN_WORDS[language].nothing[table.of]
    names, *columns = zip(rows.header, *rows.rows, *rows.sums, strict=True)
    blocks = _blocks([names, *columns], width)
    if table.columns_by is not None and len(blocks) > 1 and len(table.rows) < len(table.columns):
        (_, *headings), *others = zip(names, *columns, strict=True)
        transposed = _blocks([[BREAKDOWN_WORDS[language].keys[table.columns_by], *headings], *others], width)
        blocks = transposed if len(transposed) == 1 else blocks
    return "\n\n".join(_block_text(block, width) for block in blocks)


def breakdown_rows(
    table: Breakdown, language: str, *, fund: Fund | None = None, most: int | None = None, widest: int | None = None
) -> Table | None:
    """Return a breakdown as a table; None where it has no rows.

    Of more than `most` rows, or `widest` columns, the first are shown, and the others are one with their sums.
    """
    if not isinstance(table, Breakdown):
        raise TypeError(f"table must be Breakdown, not {type(table).__name__}")
    words, own = TABLE_WORDS[language], BREAKDOWN_WORDS[language]
    if not table.rows:
        return None
    shown, others = first_of(table.rows, most)
    kept, left = first_of(range(len(table.columns)), widest)

    def name(key: Key, by: By | None) -> str:
        return words.rest if key is None and by is By.FUNDER else one_line(key_name(key, fund, words, own))

    def amounts(cells: Sequence[MoneyLike | None], total: MoneyLike | None) -> list[str]:
        listed = [
            *(cells[index] for index in kept),
            *([summed([cells[index] for index in left])] if left else []),
            total,
        ]
        return [words.figure(amount) for amount in listed]

    def summed(listed: Sequence[MoneyLike | None]) -> MoneyLike | None:
        # What may be negative and is not known leaves its sum open.
        is_open = table.currency is None or any(each is None for each in listed)
        return None if is_open else sum_of(listed).as_money(table.currency or "")

    headings = [name(table.columns[index], table.columns_by) for index in kept]
    if left:
        headings.append(more(len(left), language))
    rows = [(name(row.key, table.rows_by), *amounts(row.cells, row.total)) for row in shown]
    if others:
        cells = [summed([row.cells[index] for row in others]) for index in range(len(table.columns))]
        rows.append((more_rows(len(others), language), *amounts(cells, summed([row.total for row in others]))))
    header = (own.keys[table.rows_by], *headings, own.amount if table.columns_by is None else own.sum)
    sums = [(own.sum, *amounts(table.totals, table.total))]
    caption = capital(write_place(table.of.value, language))
    return Table(caption, header, rows, sums, amounts=range(1, len(header)))


def _blocks(grid: Sequence[Sequence[str]], page: int) -> list[list[Sequence[str]]]:
    """Split columns into blocks that fit the page, each with the row names first and at least one column."""
    names, *columns = grid
    names_width = min(max(map(width_of, names)), _WIDEST_NAME)
    blocks: list[list[Sequence[str]]] = []
    used = page
    for column in columns:
        width = _width(column)
        if blocks and used + width <= page:
            blocks[-1].append(column)
            used += width
        else:
            blocks.append([names, column])
            used = names_width + width
    return blocks


def _width(column: Sequence[str]) -> int:
    heading, *cells = column
    return _GAP + max(min(width_of(heading), _WIDEST_HEADING), *map(width_of, cells))


def _block_text(block: Sequence[Sequence[str]], page: int) -> str:
    """Return one block as text, with long names and headings wrapped."""
    names, *columns = block
    headings = [wrapped(column[0], _WIDEST_HEADING) for column in columns]
    header = [
        (names[0] if index == 0 else "", *line) for index, line in enumerate(zip_longest(*headings, fillvalue=""))
    ]
    rows = [(name, *cells) for name, *cells in zip(names[1:], *(column[1:] for column in columns), strict=True)]
    widest = max(_WIDEST_NAME, page - sum(map(_width, columns)))
    return write_table([header, rows[:-1], rows[-1:]], right=range(1, len(columns) + 1), widest=widest, width=page)


def key_name(key: Key, fund: Fund | None, words: TableWords, own: BreakdownWords) -> str:
    """Return the name of a row or a column by its key."""
    if key is None:
        return own.not_said
    if isinstance(key, CostCategory):
        return with_capital(own.categories[key])
    if isinstance(key, FundingSource):
        return with_capital(words.sources[key])
    if isinstance(key, ContributionForm):
        return with_capital(words.forms[key])
    if isinstance(key, Funder):
        source = words.sources[key.source]
        name = name_of(key, fund, words)
        return with_capital(source) if name == words.unnamed else f"{name} ({source})"
    return str(key)


# --- Words


@attrs.frozen(kw_only=True, eq=False)
class BreakdownWords:
    keys: Mapping[By, str]
    categories: Mapping[CostCategory, str]
    amount: str
    sum: str
    not_said: str
    unknown: str
    nothing: Mapping[BudgetSide, str]


_SWEDISH = BreakdownWords(
    keys=MappingProxyType({by: with_capital(name) for by, name in labels_of(By).sv.items()}),
    categories=labels_of(CostCategory).sv,
    amount="Belopp",
    sum="Summa",
    not_said="Ej angivet",
    unknown="ej känt",
    nothing=MappingProxyType(
        {BudgetSide.COSTS: "Inga kostnader är angivna.", BudgetSide.FINANCING: "Ingen finansiering är angiven."}
    ),
)

_ENGLISH = BreakdownWords(
    keys=MappingProxyType({by: with_capital(name) for by, name in labels_of(By).en.items()}),
    categories=labels_of(CostCategory).en,
    amount="Amount",
    sum="Sum",
    not_said="Not stated",
    unknown="not known",
    nothing=MappingProxyType(
        {BudgetSide.COSTS: "No costs are stated.", BudgetSide.FINANCING: "No financing is stated."}
    ),
)

BREAKDOWN_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
