"""Read a workbook that we have written, and people have filled in or changed: by its keys, cell by cell.

What formulas compute is no input: it is computed anew, and compared. What has no key is kept in `extra` and told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._document import JSON, is_enough, reading_of
from esfmodel.formats._unknown_keys import steps_in
from esfmodel.formats.cells.grid import letters_of_column, text_of
from esfmodel.formats.cells.workbook import open_workbook
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.plain_values import money_like_of
from esfmodel.formats.reading import Problem, Reading
from esfmodel.formats.schema import FORMAT, REST, VERSIONS
from esfmodel.formats.spreadsheet._cells import is_amount, is_not_stated, number_in_cell, plain_value
from esfmodel.formats.spreadsheet._layout import (
    ACTUAL_COST,
    AMOUNT,
    BASE,
    BASIS_TYPE,
    CHOICES,
    COSTS,
    CURRENCY,
    EXAMPLE,
    FINANCING,
    FINDINGS,
    FLAT_RATE,
    FUNDER,
    FUNDER_SOURCE,
    OTHERS,
    SUM,
    SUM_LABEL,
    SUMMARY,
    TABLES,
    UNIT_COST,
    YEAR,
    Table,
    kind_at,
)
from esfmodel.formats.spreadsheet._summary import FIGURES
from esfmodel.formats.spreadsheet._tree import Tree
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.values.format import LANGUAGES
from esfmodel.values.money import Money
from esfmodel.values.nesting import DEEPEST

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from esfmodel.formats.cells.grid import Cell, Row, Sheet, Source
    from esfmodel.model.budget import Budget
    from esfmodel.values.bounds import MoneyLike

ROWS_LOOKED_AT: Final = 10
_MOST_CELLS: Final = 200_000
"""The most cells of a sheet: more than any budget has, and few enough to hold."""
_MOST_LINES: Final = 20_000
_YEAR: Final = re.compile(r"(?:19|2[0-9])[0-9]{2}")
_YEAR_IN: Final = re.compile(rf"(?<![0-9]){_YEAR.pattern}(?![0-9])")
_YEAR_TITLE: Final = re.compile(rf"(?:(?:år|year) )?({_YEAR.pattern})", re.IGNORECASE)
_AMOUNT_KEY: Final = re.compile(rf"{AMOUNT}(?: ({_YEAR.pattern}))?")
_MARK: Final = re.compile(rf"{FORMAT} ([0-9]+)")
_LONGEST_MARK: Final = 40


def is_budget(source: Source) -> bool:
    """Whether a workbook is one of ours: a sheet has the mark above its keys."""
    return any(
        _mark_in(cell) for sheet in source.sheets for row in islice(sheet.rows(), ROWS_LOOKED_AT) for cell in row.cells
    )


def open_budget(given: str | os.PathLike[str] | bytes, name: str) -> Source:
    """Return a workbook as `read_budget` takes it; `name` is what messages call it."""
    return open_workbook(given, name, keeps_formulas=True)


def read_budget(source: Source, currency: str | None, *, strict: bool) -> Reading:
    """Return the project of a workbook.

    `currency` is that of amounts that name none, where the workbook states none. Raises `ReadError` for a workbook that
    is none of ours, or of an unknown version.
    """
    return _Reader(source, currency, strict=strict).reading()


class _Place(NamedTuple):
    """A cell that is not empty, with its row and column, counted from 1."""

    row: int
    column: int
    cell: Cell

    @property
    def text(self) -> str:
        """What stands there, without space around it."""
        return text_of(self.cell).strip()

    @property
    def is_formula(self) -> bool:
        """Whether a formula stands there."""
        return not isinstance(self.cell, str) and self.cell.is_formula


class _Column(NamedTuple):
    """A column of a table: its key, and the year of its amounts."""

    key: str
    year: int | None = None

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts or their sums."""
        return self.key in {AMOUNT, SUM}


class _Computed(NamedTuple):
    """A number that the workbook has computed: of a figure of the budget, or of the lines of a list."""

    evidence: Evidence
    number: Decimal
    path: str
    lines: Sequence[int] = ()


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, source: Source, currency: str | None, *, strict: bool) -> None:
        self._source = source
        self._strict = strict
        self._currency = currency
        self._of_budget: str | None = None
        """The currency that the workbook states for its budget."""
        self._problems = [each for each in source.problems if not _is_of_our_choices(each)]
        self._tree = Tree()
        self._sheet: str | None = None
        self._left: list[tuple[str, str]] = []
        self._computed: list[_Computed] = []
        self._asked: dict[str, Evidence] = {}
        """The empty cells that ask for a value, by its path."""

    def reading(self) -> Reading:
        """Return the reading of the whole workbook."""
        sheets: dict[str, tuple[Sheet, Sequence[Row]]] = {}
        for sheet in self._source.sheets:
            role = _role_of([*islice(sheet.rows(), ROWS_LOOKED_AT)])
            if role is None or role in sheets:
                count = sum(1 for _ in sheet.rows())
                self._problems.append(Problem("workbook.sheet_unread", sheet=sheet.name, count=count))
            else:
                sheets[role] = sheet, self._rows_of(sheet)
        if _FACTS not in sheets:
            raise ReadError("workbook.no_budget", source=self._source.name)
        self._sheet = sheets[_FACTS][0].name
        whole = Evidence(file=self._source.name, sheet=self._sheet)
        # The facts come first: they state the currency of the others.
        self._read_facts(sheets[_FACTS][1])
        for table in TABLES:
            if table.name in sheets:
                self._sheet = sheets[table.name][0].name
                self._read_lines(sheets[table.name][1], table)
        for role in (SUMMARY, FINDINGS):
            if role in sheets:
                self._sheet = sheets[role][0].name
                self._read_computed(sheets[role][1], role)
        return self._assembled(whole)

    def _rows_of(self, sheet: Sheet) -> Sequence[Row]:
        rows: list[Row] = []
        cells = 0
        for row in sheet.rows():
            cells += len(row.cells)
            if cells > _MOST_CELLS:
                raise ReadError("workbook.too_many_cells", "", sheet.name, source=self._source.name, most=_MOST_CELLS)
            rows.append(row)
        return rows

    # --- Facts

    def _read_facts(self, rows: Sequence[Row]) -> None:
        at, key_column = next(
            (number, column)
            for number, row in enumerate(rows)
            for column, cell in enumerate(row.cells, start=1)
            if _mark_in(cell)
        )
        self._check_version(rows[at].cells[key_column - 1])
        examples = {place.column for place in _places(rows[at]) if place.text in _EXAMPLES}
        keyed: list[tuple[str, _Place]] = []
        for row in rows[at + 1 :]:
            cells = {place.column: place for place in _places(row) if place.column not in examples}
            # The label is for people.
            label = cells.pop(key_column - 2, None)
            value = cells.pop(key_column - 1, None)
            key = cells.pop(key_column, None)
            for place in cells.values():
                self._leave(place)
            if value is None:
                if key is not None:
                    self._asked[key.text] = self._evidence(_Place(row.number, key_column - 1, ""))
                continue
            if key is not None and key.text == CURRENCY and not value.is_formula:
                self._take_currency(value)
            elif key is not None and _is_path(key.text):
                keyed.append((key.text, value))
            else:
                self._leave(value, label)
        for path, place in keyed:
            self._take(path, kind_at(path), place)

    def _check_version(self, mark: Cell) -> None:
        found = _mark_in(mark)
        if found != str(VERSIONS[-1]):
            raise ReadError("document.other_version", "version", found, source=self._source.name, choices=VERSIONS[-1:])

    def _take_currency(self, place: _Place) -> None:
        code = place.text.upper()
        try:
            self._currency = self._of_budget = Money(0, code).currency
        except InvalidValue as error:
            self._problems.append(Problem.of(error, place=CURRENCY).in_cell(self._evidence(place)))

    # --- Costs and financing

    def _read_lines(self, rows: Sequence[Row], table: Table) -> None:
        at = next(number for number, row in enumerate(rows) if _has_keys_of(table, row))
        columns = self._columns_of(rows[at - 1] if at else None, rows[at])
        taken = _Taken()
        sums: list[_Place] = []
        for row in rows[at + 1 :]:
            places = _places(row)
            if _is_sum(places, columns, table):
                sums = [place for place in places[1:] if self._is_amount(place, columns)]
            elif _is_total(places, columns, table):
                # A sum of somebody's own that is typed: with a category it would be counted twice.
                for place in places:
                    self._leave(place)
            elif places:
                # A sum with lines below it is not that of them all.
                sums = []
                self._read_row(places, columns, table, taken)
        for place in sums:
            every = columns[place.column].key == SUM
            self._note(place, table.path, range(taken.count) if every else taken.by_column[place.column])

    def _columns_of(self, headings: Row | None, keys: Row) -> Mapping[int, _Column]:
        """Return the columns that have keys, and those of years; of two with the same key the first."""
        titles = {} if headings is None else {place.column: place for place in _places(headings)}
        keyed = {place.column: place.text for place in _places(keys)}
        columns: dict[int, _Column] = {}
        for number in sorted(titles.keys() | keyed.keys()):
            title = titles[number].text if number in titles else ""
            column = _column_of(keyed.get(number, ""), title)
            if column is None or column in columns.values():
                continue
            if column.year is not None and {*map(int, _YEAR_IN.findall(title))} - {column.year}:
                # Somebody has changed the year in one of two places.
                problem = Problem("workbook.heading_of_another_year", year=column.year)
                self._problems.append(problem.in_cell(self._evidence(titles[number])))
            else:
                columns[number] = column
        return columns

    def _is_amount(self, place: _Place, columns: Mapping[int, _Column]) -> bool:
        """Whether a cell is below amounts; one that is not has no key in a row of sums."""
        column = columns.get(place.column)
        if column is not None and column.is_amount:
            return True
        self._leave(place)
        return False

    def _read_row(self, places: Sequence[_Place], columns: Mapping[int, _Column], table: Table, taken: _Taken) -> None:
        stated: dict[str, _Place] = {}
        amounts: list[_Place] = []
        formulas: list[_Place] = []
        sums: list[_Place] = []
        for place in places:
            column = columns.get(place.column)
            if column is None:
                self._leave(place)
            elif not column.is_amount:
                stated[column.key] = place
            elif column.key == SUM:
                sums.append(place)
            else:
                (formulas if place.is_formula else amounts).append(place)
        if not stated and not amounts:
            return
        first = taken.count
        is_computed = table is COSTS and not stated.keys().isdisjoint(_COMPUTED_FROM)
        is_stated = False
        # An amount that a formula of somebody's own computes is not known, but its line is there.
        listed = amounts if is_computed else sorted([*amounts, *formulas], key=lambda place: place.column)
        lines: Sequence[_Place | None] = listed or [None]
        for amount in lines:
            path = f"{table.path}[{taken.count}]"
            self._take_line(path, stated, table, places[0])
            if amount is not None and self._take_amount(path, amount, columns[amount.column].year, stated, table):
                taken.by_column[amount.column].append(taken.count)
                is_stated = True
            taken.count += 1
        if taken.count > _MOST_LINES:
            raise ReadError("workbook.too_many_cells", "", self._sheet, source=self._source.name, most=_MOST_LINES)
        for place in sums:
            self._note(place, table.path, range(first, taken.count))
        for place in formulas:
            if is_computed and not is_stated:
                taken.by_column[place.column].append(first)
                self._note(place, table.path, [first])
            elif is_computed:
                self._refuse_formula(place, f"{table.path}[{first}].{table.amount}")

    def _take_line(self, path: str, stated: Mapping[str, _Place], table: Table, first: _Place) -> None:
        """Take what a row states of a line, but for its amount."""
        self._tree.put_row(path, attrs.evolve(self._evidence(first), column=None, text=""))
        for key, place in stated.items():
            evidence = self._evidence(place)
            if place.is_formula:
                self._refuse_formula(place, f"{path}.{key}")
            elif key == BASE and place.text != _NO_ITEMS:
                words = [word.strip() for word in re.split("[,;]", place.text)]
                for index, word in enumerate(filter(None, words)):
                    self._tree.put(f"{path}.{BASE}[{index}]", word, evidence)
            elif key == FUNDER_SOURCE and place.text in _OTHERS:
                self._tree.put(f"{path}.{FUNDER}", REST, evidence)
            else:
                self._take(f"{path}.{key}", kind_at(key, table.kind), place)
        if table is COSTS and BASIS_TYPE not in stated:
            self._tree.put(f"{path}.{BASIS_TYPE}", _basis_of(stated), self._evidence(first))
        if table is COSTS and "basis.rate" in stated and BASE not in stated:
            self._tree.put(f"{path}.{BASE}", [], self._evidence(first))

    def _take_amount(
        self, path: str, amount: _Place, year: int | None, stated: Mapping[str, _Place], table: Table
    ) -> bool:
        """Take the amount of a line; return False where it is in the column of another year than its row states."""
        of_row = stated.get(YEAR)
        if of_row is None and year is not None:
            self._tree.put(f"{path}.{YEAR}", year, self._evidence(amount))
        elif of_row is not None and year is not None and of_row.text != str(year):
            problem = Problem("workbook.two_years", year=of_row.text)
            self._problems.append(problem.in_cell(self._evidence(amount), f"{path}.{table.amount}"))
            return False
        if not is_not_stated(amount.text):
            self._take(f"{path}.{table.amount}", kind_at(table.amount, table.kind), amount)
        return True

    # --- Figures to compare

    def _read_computed(self, rows: Sequence[Row], role: str) -> None:
        """Read a sheet that we have computed: its numbers are compared, and what stands beside its keys is kept."""
        keys = next(place.column for row in rows for place in _places(row) if place.text == role)
        for row in rows:
            places = {place.column: place for place in _places(row)}
            figure, number = places.pop(keys, None), places.get(keys - _FROM_AMOUNT_TO_KEY)
            if figure is not None and number is not None and figure.text in FIGURES:
                self._note(number, figure.text)
            for column, place in places.items():
                if column > keys:
                    self._leave(place)

    def _note(self, place: _Place, path: str, lines: Sequence[int] = ()) -> None:
        number = number_in_cell(place.cell)
        if number is not None:
            self._computed.append(_Computed(self._evidence(place), number, path, lines))

    def _other_sums(self, budget: Budget) -> Iterator[Problem]:
        """Yield the numbers of the workbook that differ from what its cells give."""
        amounts = {
            COSTS.path: budget.cost_amounts,
            FINANCING.path: tuple(part.amount for part in budget.financing),
        }
        for each in self._computed:
            if each.path in FIGURES:
                whole: object = getattr(budget, each.path)
            else:
                summed = [amounts[each.path][line] for line in each.lines]
                whole = _sum_of(summed, budget.currency)
            if isinstance(whole, Money) and not _is_the_same(each.number, whole):
                yield Problem("workbook.other_sum", computed=whole).in_cell(each.evidence, each.path)

    # --- Single cells

    def _take(self, path: str, kind: object, place: _Place) -> None:
        if place.is_formula:
            self._refuse_formula(place, path)
            return
        evidence = self._evidence(place)
        try:
            value = plain_value(place.cell, kind, self._currency)
            if path.startswith(_OF_BUDGET) and is_amount(kind):
                self._check_currency(str(value))
            self._tree.put(path, value, evidence)
        except InvalidValue as error:
            if error.code == "currency.mixed":
                # It is not the number that is wrong.
                evidence = attrs.evolve(evidence, text=str(error.given))
            self._problems.append(Problem.of(error).in_cell(evidence, path))

    def _check_currency(self, amount: str) -> None:
        """Raise `InvalidValue` for an amount of the budget in another currency than the workbook states for it."""
        try:
            found = money_like_of(amount)
        except InvalidValue:
            return
        if isinstance(found, Money) and self._of_budget not in {None, found.currency}:
            raise InvalidValue("currency.mixed", "", found.currency, other=self._of_budget)

    def _refuse_formula(self, place: _Place, path: str) -> None:
        problem = Problem("workbook.formula_unread", value=place.text or None)
        self._problems.append(problem.in_cell(self._evidence(place), path))

    def _leave(self, place: _Place, label: _Place | None = None) -> None:
        self._keep(self._evidence(place), label)

    def _keep(self, evidence: Evidence, label: _Place | None = None) -> None:
        """Keep among other particulars what has no key, by its label or its cell."""
        address = f"{evidence.sheet}!{evidence.column}{evidence.row}"
        self._left.append((address if label is None else label.text, evidence.text))
        self._problems.append(Problem("workbook.no_key").in_cell(evidence, "extra"))

    def _evidence(self, place: _Place) -> Evidence:
        return Evidence(
            file=self._source.name,
            sheet=self._sheet,
            row=place.row,
            column=letters_of_column(place.column),
            text=place.text,
        )

    # --- The project

    def _assembled(self, whole: Evidence) -> Reading:
        plain = self._tree.plain()
        for evidence in self._tree.misplaced:
            self._keep(evidence)
        if self._left:
            extra = plain.setdefault("extra", [])
            extra += [{"label": label, "value": value} for label, value in self._left]
        document = {"format": FORMAT, "version": VERSIONS[-1], "projects": [plain]}
        found = reading_of(document, "", self._source.name, JSON, strict=self._strict)
        places = KnownPlaces(({**self._asked, **self._tree.places, "": whole},))
        problems = [*self._problems, *self._tree.problems]
        problems += [self._in_its_cell(problem, places) for problem in found.problems]
        for project in found.projects:
            if project.budget is not None:
                problems += self._other_sums(project.budget)
        is_enough(problems, "")
        counts = attrs.evolve(found.counts, problems=len(problems))
        return attrs.evolve(found, problems=problems, counts=counts, places=places, form=self._source.form)

    @staticmethod
    def _in_its_cell(problem: Problem, places: KnownPlaces) -> Problem:
        """Return a problem of the whole document with the cell of what it concerns."""
        path = problem.place.removeprefix(_OF_PROJECT).removeprefix(".")
        evidence = places.find(0, path)
        if problem.code == "currency.mixed":
            # It is that of a line, and in its amount.
            amounts = (places.find(0, f"{path}.{table.amount}") for table in TABLES)
            evidence = next((each for each in amounts if each.column), evidence)
        if problem.code.startswith(("key.", "currency.")):
            # It is not the value that is wrong.
            evidence = attrs.evolve(evidence, text=problem.given or "")
        return problem.in_cell(evidence, path)


class _Taken:
    """The lines of a list that were taken: how many, and which have their amounts in a column."""

    def __init__(self) -> None:
        self.count = 0
        self.by_column: defaultdict[int, list[int]] = defaultdict(list)


_EXAMPLES: Final = frozenset(EXAMPLE[language] for language in LANGUAGES)
_OTHERS: Final = frozenset(OTHERS[language] for language in LANGUAGES)
_SUM_LABELS: Final = frozenset(SUM_LABEL[language] for language in LANGUAGES)
_FACTS: Final = "facts"
_NO_ITEMS: Final = "[]"
_OF_BUDGET: Final = "budget."
_OF_PROJECT: Final = "projects[0]"
_FROM_AMOUNT_TO_KEY: Final = 2
"""In the summary, a share stands between them."""
_COMPUTED_FROM: Final = frozenset({"basis.price", "basis.rate"})


def _basis_of(stated: Mapping[str, object]) -> str:
    """Return the type of a basis whose cell is empty, from what the row states."""
    return UNIT_COST if "basis.price" in stated else FLAT_RATE if "basis.rate" in stated else ACTUAL_COST


def _places(row: Row) -> list[_Place]:
    places = (_Place(row.number, column, cell) for column, cell in enumerate(row.cells, start=1))
    return [place for place in places if place.text or place.is_formula]


def _mark_in(cell: Cell) -> str | None:
    """Return the version in the mark of a workbook of ours; None for any other cell."""
    found = _MARK.fullmatch(cell.strip()) if isinstance(cell, str) and len(cell) < _LONGEST_MARK else None
    return None if found is None else found[1]


def _role_of(rows: Sequence[Row]) -> str | None:
    """Return what a sheet is, by its keys: the facts, the summary, the findings or a table."""
    for row in rows:
        texts = {place.text for place in _places(row)}
        if any(map(_mark_in, row.cells)):
            return _FACTS
        found = texts & {SUMMARY, FINDINGS}
        if found:
            return found.pop()
        table = next((each for each in TABLES if _has_keys_of(each, row)), None)
        if table is not None:
            return table.name
    return None


def _has_keys_of(table: Table, row: Row) -> bool:
    texts = [place.text for place in _places(row)]
    return table.known_by in texts and any(map(_AMOUNT_KEY.fullmatch, texts))


def _is_sum(places: Sequence[_Place], columns: Mapping[int, _Column], table: Table) -> bool:
    """Whether a row is a sum that is computed, by the word that we write or by another one."""
    if places and places[0].text in _SUM_LABELS:
        return True
    amounts = [place for place in places if place.column in columns and columns[place.column].is_amount]
    are_computed = all(place.is_formula or is_not_stated(place.text) for place in amounts)
    return are_computed and _is_total(places, columns, table)


def _is_total(places: Sequence[_Place], columns: Mapping[int, _Column], table: Table) -> bool:
    """Whether a row begins with a word for a sum, and does not say what a line is for or who pays it."""
    keys = {columns[place.column].key for place in places[1:] if place.column in columns}
    return bool(places) and table.known_by not in keys and label_meaning(places[0].text).side is LabelSide.TOTAL


def _column_of(key: str, title: str) -> _Column | None:
    """Return what a column of a table holds by its key; who adds a year writes it above the column."""
    amount = _AMOUNT_KEY.fullmatch(key)
    of_title = _YEAR_TITLE.fullmatch(title)
    if of_title is not None and (amount or not key):
        return _Column(AMOUNT, int(of_title[1]))
    if amount is not None:
        return _Column(AMOUNT, int(amount[1]) if amount[1] else None)
    return _Column(key) if key == SUM or _is_path(key) else None


def _is_path(key: str) -> bool:
    steps = steps_in(key)
    return 0 < len(steps) <= DEEPEST and isinstance(steps[0], str)


def _sum_of(amounts: Sequence[MoneyLike | None], currency: str | None) -> Money | None:
    """Return a sum of amounts; None where one is not exact."""
    exact = [amount for amount in amounts if isinstance(amount, Money)]
    return sum(exact, Money(0, currency)) if currency is not None and len(exact) == len(amounts) else None


def _is_the_same(number: Decimal, money: Money) -> bool:
    """Whether a computed number is an amount; what is finer than its smallest unit is an error of doubles."""
    return abs(number - money.amount) * 2 < Money.of_minor(1, money.currency).amount


def _is_of_our_choices(problem: Problem) -> bool:
    return problem.code == "workbook.hidden_sheet" and problem.given in {CHOICES[language] for language in LANGUAGES}
