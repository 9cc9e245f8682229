"""The cost lines of a budget as a table: what each is for, how it is computed, and its amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._breakdown import BREAKDOWN_WORDS
from esfmodel.display._financing import TABLE_WORDS, with_capital
from esfmodel.display._table import Table, first_of, more_rows
from esfmodel.display.columns import one_line
from esfmodel.formats.schema import BASES, BASIS_NAMES
from esfmodel.model.budget import spans_in
from esfmodel.model.costs import FlatRate, LumpSum, UnitCost
from esfmodel.text.telling.problems import write_value
from esfmodel.values.format import InEachLanguage
from esfmodel.values.span import total

if TYPE_CHECKING:
    from esfmodel.display._financing import TableWords
    from esfmodel.model.budget import Budget
    from esfmodel.model.costs import Cost

_NAMES: Final = dict(zip(BASES.values(), BASIS_NAMES, strict=True))


def costs_rows(budget: Budget, language: str, most: int | None = None) -> Table | None:
    r"""Return the lines of cost as a table; None where there are none.

    Of more than `most` lines the first are shown, and the others are one row with their sum.

    >>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Money, Rate
    >>> staff = Cost(CostCategory.STAFF, ActualCost(Money(1_000)), description="Projektledare")
    >>> indirect = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
    >>> print(costs_rows(Budget([staff, indirect]), "sv").text().replace("\N{NO-BREAK SPACE}", " "))
    Kategori             Avser          Beräkningsgrund               Belopp
    ------------------------------------------------------------------------
    Personal             Projektledare  faktisk kostnad             1 000 kr
    Indirekta kostnader                 schablon, 15 % av personal    150 kr
    ------------------------------------------------------------------------
    Summa                                                           1 150 kr
    """
    if not budget.costs:
        return None
    words, own = TABLE_WORDS[language], COSTS_WORDS[language]
    amounts = budget.cost_amounts
    shown, others = first_of(budget.costs, most)
    rows = [
        (
            with_capital(BREAKDOWN_WORDS[language].categories[cost.category]),
            one_line(", ".join(_what_for(cost, words))),
            one_line(_basis(cost, own, language)),
            words.figure(amount),
        )
        for cost, amount in zip(shown, amounts, strict=False)
    ]
    if others:
        currency = budget.currency
        amount = None if currency is None else total(spans_in(budget)[len(shown) :]).as_money(currency)
        rows.append((more_rows(len(others), language), "", "", words.figure(amount)))
    sums = [(BREAKDOWN_WORDS[language].sum, "", "", words.amount(budget.total_costs))]
    return Table(own.caption, own.header, rows, sums, amounts={len(own.header) - 1})


def _what_for(cost: Cost, words: TableWords) -> list[str]:
    """Return the description of a line, and the partner, phase and year that it names."""
    basis = cost.basis
    named = [cost.description, basis.description if isinstance(basis, LumpSum) else None]
    partner = None if cost.partner is None else words.partner.format(name=cost.partner)
    phase = None if cost.phase is None else words.phase.format(name=cost.phase)
    return [each for each in (*named, partner, phase, cost.year and str(cost.year)) if each]


def _basis(cost: Cost, own: CostsWords, language: str) -> str:
    """Return how a line is computed, with the price and the number of units or the rate and what it is a share of."""
    basis = cost.basis
    name = _NAMES[type(basis)].text(language)
    if isinstance(basis, UnitCost):
        units, price = write_value(basis.units, language), write_value(basis.price, language)
        return own.units.format(name=name, units=units, price=price)
    if isinstance(basis, FlatRate):
        base = write_value(basis.base, language)
        return own.rate.format(name=name, rate=write_value(basis.rate, language), base=base)
    return name


# --- Words


@attrs.frozen(kw_only=True, eq=False)
class CostsWords:
    caption: str
    header: tuple[str, str, str, str]
    units: str
    rate: str


_SWEDISH = CostsWords(
    caption="Kostnader",
    header=("Kategori", "Avser", "Beräkningsgrund", "Belopp"),
    units="{name}, {units} × {price}",
    rate="{name}, {rate} av {base}",
)

_ENGLISH = CostsWords(
    caption="Costs",
    header=("Category", "For", "Basis", "Amount"),
    units="{name}, {units} × {price}",
    rate="{name}, {rate} of {base}",
)

COSTS_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
