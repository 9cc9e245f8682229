"""Show a finance table as it was read, and whether its sums are right."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from esfmodel.display._table import LANGUAGES_OF_NUMBERS, Table, first_of, more_rows
from esfmodel.display.columns import one_line
from esfmodel.formats import Agreement, TableColumnKind
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital
from esfmodel.text.writing.numbers import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from esfmodel.formats.table.finance_table import FinanceTable

_VERDICTS = {
    Agreement.UNEQUAL: Words("Summorna stämmer inte.", "The sums are not right."),
    Agreement.ROUNDING: Words(
        "Summorna avviker från delarna, men inte mer än avrundningen förklarar.",
        "The sums differ from their parts, by no more than rounding explains.",
    ),
    Agreement.REMAINDER: Words(
        "Delarna når inte upp till summorna; en del utan belopp kan vara resten.",
        "The parts come to less than the sums; a part without an amount may be the rest.",
    ),
    Agreement.EQUAL: Words("Summorna stämmer.", "The sums are right."),
}
"""What is said of all sums together: the first that is true of one of them."""
_NO_SUMS = Words("Tabellen anger inga summor.", "The table states no sums.")
_STATED = Words(
    "{stated} angivet, {computed} uträknat, skillnad {difference} ({agreement})",
    "{stated} stated, {computed} computed, difference {difference} ({agreement})",
)
_NOT_STATED = Words("{computed} uträknat, ingen summa angiven", "{computed} computed, no sum stated")
_LINE = Words("rad {line}", "line {line}")


def finance_table_rows(table: FinanceTable, language: str, most: int | None = None) -> Table:
    """Return the rows as they are printed in the source; of more than `most` the first."""
    shown, others = first_of(table.rows, most)
    rows = [tuple(one_line(cell.text) for cell in row.cells) for row in shown]
    if others:
        rows.append((more_rows(len(others), language), *[""] * (len(table.columns) - 1)))
    header = tuple(one_line(column.heading) for column in table.columns)
    amounts = {at for at, column in enumerate(table.columns) if column.kind is not TableColumnKind.LABEL and at}
    return Table(capital(format(table.kind, language)), header, rows, amounts=amounts)


def sums_told(table: FinanceTable, language: str) -> Iterator[str]:
    """Yield whether the sums of a table are right, and then each that does not agree or is not stated."""
    found = agreements(table)
    yield next((words for agreement, words in _VERDICTS.items() if agreement in found), _NO_SUMS).text(language)
    for each in table.differences(equal=False):
        line = () if each.line is None else (_LINE.filled(language, {"line": each.line}),)
        place = ", ".join(filter(None, (*line, each.label, each.column)))
        words = _NOT_STATED if each.stated is None else _STATED
        facts = {name: _number(getattr(each, name), language) for name in ("stated", "computed", "difference")}
        yield f"{place}: {words.filled(language, facts | {'agreement': each.agreement})}"


def _number(number: Decimal | None, language: str) -> str:
    """Return a printed figure as the language writes it, with all its decimals."""
    if number is None:
        return ""
    decimals = max(-int(number.as_tuple().exponent), 0)
    return write_number(int(Fraction(number) * 10**decimals), decimals, LANGUAGES_OF_NUMBERS[language])


def agreements(table: FinanceTable) -> set[Agreement]:
    """Return how the sums of a table agree with their parts."""
    return {each.agreement for each in table.differences()}
