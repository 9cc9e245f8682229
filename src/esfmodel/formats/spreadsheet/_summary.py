"""The sheet with the figures of the whole budget, as formulas on the other sheets where those can compute them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from esfmodel.formats.spreadsheet._layout import COSTS, FINANCING, NOT_STATED, SHEETS, SUMMARY
from esfmodel.formats.spreadsheet._sheets import COMPUTED, HEADING, HEADING_OF_AMOUNTS, INPUT, KEY, PLAIN, reference_to
from esfmodel.formats.spreadsheet._tables import PERCENT, of_currency
from esfmodel.model.funding import FundingSource
from esfmodel.text import en, sv
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import InEachLanguage
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.formats.spreadsheet._lines import Lines
    from esfmodel.formats.spreadsheet._sheets import Book
    from esfmodel.model.budget import Budget
    from esfmodel.values.bounds import MoneyLike, RateLike

_FIGURE: Final = InEachLanguage("Post", "Figure")
_AMOUNT: Final = InEachLanguage("Belopp", "Amount")
_SHARE: Final = InEachLanguage("Andel av totalkostnaden", "Share of the total cost")
_WIDTHS: Final = (42, 26, 26, 18)

FIGURES: Final[Mapping[str, tuple[InEachLanguage[str], str | None]]] = {
    "total_cost": (InEachLanguage("Totalkostnad", "Total cost"), None),
    "total_costs": (InEachLanguage("Kostnadernas summa", "Sum of the costs"), None),
    "total_financing": (InEachLanguage("Finansieringens summa", "Sum of the financing"), None),
    "support": (
        InEachLanguage("Stöd: EU, stat och partnerland", "Support: EU, state, partner country"),
        "support_rate",
    ),
    "eu_support": (InEachLanguage("varav EU-medel", "of which the Union's money"), "eu_rate"),
    "own_contribution": (InEachLanguage("Egen medfinansiering", "Own contribution"), "own_rate"),
}
"""The figures of a budget by their names, which are the keys of their rows: what each is called, and its share."""

_ROWS: Final = {name: row for row, name in enumerate(FIGURES, start=2)}


def _cell_of(name: str) -> str:
    return f"B{_ROWS[name]}"


class Figure(NamedTuple):
    """A figure of the workbook: what a formula writes for it, and its number."""

    formula: str
    number: Decimal


class Summary:
    """The figures of a budget. A formula is written where it computes what the budget derives; else the figure itself.

    Figures within bounds, or that the open side of a list leaves open, have no formula.
    """

    def __init__(self, budget: Budget, sums: Mapping[str, Figure], financing: Lines, amounts: str) -> None:
        self._budget = budget
        self._sums = sums
        self._financing = financing
        self._amounts = amounts

    def write(self, book: Book) -> None:
        """Write the sheet."""
        language = self._financing.language
        sheet = book.sheet(SHEETS[SUMMARY][language], _WIDTHS, frozen=1)
        sheet.print_only(len(FIGURES) + 1, len(_WIDTHS) - 1)
        sheet.put(1, 1, _FIGURE[language], HEADING)
        sheet.put(1, 2, of_currency(_AMOUNT[language], self._budget.currency), HEADING_OF_AMOUNTS)
        sheet.put(1, 3, _SHARE[language], HEADING_OF_AMOUNTS)
        sheet.put(1, len(_WIDTHS), SUMMARY, KEY)
        found = self._formulas()
        for name, (words, share) in FIGURES.items():
            row, figure, amount = _ROWS[name], found.get(name), getattr(self._budget, name)
            sheet.put(row, 1, words[language], PLAIN)
            sheet.put(row, len(_WIDTHS), name, KEY)
            if figure is None:
                sheet.put(row, 2, _in_words(amount, language), INPUT)
            else:
                sheet.compute(row, 2, f"={figure.formula}", figure.number, self._amounts, COMPUTED)
            rate: RateLike | None = None if share is None else getattr(self._budget, share)
            if figure is not None and "total_cost" in found and isinstance(rate, Rate):
                part = rate.fraction
                number = Decimal(part.numerator) / part.denominator
                formula = f'=IF({_cell_of("total_cost")}=0,"",{_cell_of(name)}/{_cell_of("total_cost")})'
                sheet.compute(row, 3, formula, number, PERCENT, COMPUTED)
            elif share is not None:
                sheet.put(row, 3, _in_words(rate, language), INPUT)

    def _formulas(self) -> dict[str, Figure]:
        """Return the figures that formulas compute, by their names."""
        budget = self._budget
        stated = "budget.total" if budget.total is not None else COSTS.path if budget.costs else FINANCING.path
        total = self._sums.get(stated)
        support = self._of_lines(lambda source: not source.is_own)
        own = self._of_lines(lambda source: source.is_own)
        if not _is(support, budget.support) and own is not None and total is not None:
            support = Figure(f"{_cell_of('total_cost')}-{own.formula}", total.number - own.number)
        left = None
        if total is not None and support is not None and _is(support, budget.support):
            left = Figure(f"{_cell_of('total_cost')}-{_cell_of('support')}", total.number - support.number)
        found = {
            "total_cost": total,
            "total_costs": self._sums.get(COSTS.path),
            "total_financing": self._sums.get(FINANCING.path),
            "support": support,
            "eu_support": self._of_lines(lambda source: source is FundingSource.EU),
            "own_contribution": left,
        }
        sides = {part.source is not None and part.source.is_own for part in budget.financing}
        if budget.is_open or (len(sides) == 1 and not budget.complete):
            # What is not listed, or will not be when a figure changes, would be missing in a sum.
            found |= dict.fromkeys(("total_financing", "support", "eu_support", "own_contribution"))
            if stated == FINANCING.path:
                found["total_cost"] = None
        return {name: each for name, each in found.items() if each and _is(each, getattr(budget, name))}

    def _of_lines(self, belongs: Callable[[FundingSource], bool]) -> Figure | None:
        """Return the sum of the lines of some sources; None where there are none, or one is not a number."""
        parts = enumerate(self._budget.financing)
        lines = [index for index, part in parts if part.source is not None and belongs(part.source)]
        numbers = [number for line in lines if (number := self._financing.number_of(line)) is not None]
        if not lines or len(numbers) < len(lines):
            return None
        sheet = reference_to(SHEETS[FINANCING.name][self._financing.language])
        formula = self._financing.sum_of(lines, sheet)
        return None if formula is None else Figure(formula, sum(numbers, Decimal(0)))


def _is(figure: Figure | None, amount: MoneyLike | None) -> bool:
    return figure is not None and isinstance(amount, Money) and amount.amount == figure.number


def _in_words(figure: MoneyLike | RateLike | None, language: str) -> str:
    if figure is None:
        return NOT_STATED[language]
    end = (figure.high if figure.low is None else figure.low) if isinstance(figure, Bounds) else figure
    write = _RATES if isinstance(end, Rate) else _AMOUNTS
    return write[language](figure)


_AMOUNTS: Final[InEachLanguage[Callable[[Any], str]]] = InEachLanguage(sv.format_money, en.format_money)
_RATES: Final[InEachLanguage[Callable[[Any], str]]] = InEachLanguage(sv.format_rate, en.format_rate)
