r"""Write projects as a list of operations, in text with delimiters or as a workbook: one row a project.

The headings are those of Article 49(3) of Regulation (EU) 2021/1060, in Swedish or English, and of what else a project
states in one value. A column is there if some project states it. Costs by category, partners, phases, decisions but the
application, and what has no field are not written: `project_json` keeps all of it.

>>> from esfmodel import Money, Project
>>> from esfmodel.formats.content import Content
>>> from esfmodel.model import Budget
>>> project = Project("Gröna rum", operation_id="23-040-S06", budget=Budget(total=Money(450_000)))
>>> print(list_text(Content((project,))).replace("\r\n", "\n"), end="")
Diarienummer;Insatsens namn;Stödmottagarens namn;Valuta;Insatsens totala kostnad
23-040-S06;Gröna rum;;SEK;450000
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.formats._parsed import encodable
from esfmodel.formats.labels import Meaning
from esfmodel.formats.record.record import plain, priority_in
from esfmodel.formats.spreadsheet_text import DELIMITERS, protected
from esfmodel.formats.xlsx import LONGEST_TEXT, MOST_ROWS, close_workbook, write_text, xlsxwriter_for
from esfmodel.model.decision import DecisionKind
from esfmodel.model.funding import FundingSource
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.problems import capital, write_place, write_position
from esfmodel.text.words.list_headings import WRITTEN_HEADINGS, YES_OR_NO
from esfmodel.values.country import Country
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.format import InEachLanguage, Labelled
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.formats.content import Content
    from esfmodel.formats.evidence import Evidence
    from esfmodel.model.budget import Budget
    from esfmodel.model.organisation import Organisation
    from esfmodel.model.project import Project

Fact: TypeAlias = str | bool | int | date | Money | Rate | Labelled | Country | None
"""What a cell states, before it is text or a typed cell."""

_DECIMAL_MARKS = InEachLanguage(",", ".")


def list_text(content: Content) -> str:
    """Return projects as a list in text with delimiters.

    Swedish lists have semicolons and decimal commas, English ones commas and decimal points. Amounts are bare numbers
    in the currency of their row. Text that a spreadsheet might compute has an apostrophe before it, and its row a
    "ja" or "yes" in a column for that, by which reading takes it off.
    """
    language = content.language
    written = io.StringIO()
    lines = csv.writer(written, delimiter=DELIMITERS[language], lineterminator="\r\n")
    table = _table_of(content)
    are_protected = any(map(_is_protected, table.rows))
    columns = [*table.columns, *([Meaning.PROTECTED.value] if are_protected else [])]
    lines.writerow([WRITTEN_HEADINGS[column][language] for column in columns])
    for row in table.rows:
        cells = [
            protected(fact) if isinstance(fact, str) else _text(fact, row.currency, language) for fact in row.facts
        ]
        if are_protected:
            cells.append(YES_OR_NO[language][True] if _is_protected(row) else "")
        lines.writerow(cells)
    return written.getvalue()


def _is_protected(row: _Row) -> bool:
    return any(isinstance(fact, str) and protected(fact) != fact for fact in row.facts)


# --- The facts of a project, by the keys of their headings


def _facts_of(project: Project) -> Mapping[str, Fact]:
    """Return what a list states of a project; what is not known exactly is not stated."""
    facts: dict[Meaning, Fact] = {
        Meaning.OPERATION_ID: None if project.operation_id is None else project.operation_id.text,
        Meaning.NAME: plain(project.name),
        Meaning.SUMMARY: None if project.summary is None else project.summary.strip(),
        Meaning.FUND: project.fund,
        Meaning.PROGRAMMING_PERIOD: _written(project.programming_period),
        Meaning.PROGRAMME: None if project.programme is None else _plain(project.programme.name),
        Meaning.CCI: _written(project.cci),
        Meaning.SPECIFIC_OBJECTIVE: _plain(project.specific_objective),
        Meaning.EU_RATE: project.published_eu_rate,
        Meaning.REGION: _plain(project.region),
        Meaning.MUNICIPALITY: _places(project.municipalities),
        Meaning.NUTS: _written(project.nuts),
        Meaning.COUNTRY: project.country,
        Meaning.INTERVENTION_FIELD: _plain(project.intervention_field),
        Meaning.CALL: None if project.call is None else _plain(project.call.reference),
        Meaning.PARTICIPANTS: project.planned_participants,
        Meaning.DURATION: project.duration_months,
        Meaning.START: _day(project, "start"),
        Meaning.END: _day(project, "end"),
        Meaning.STRATEGIC_IMPORTANCE: project.strategic_importance,
    }
    if project.priority is not None and priority_in(project.priority.code).code == plain(project.priority.code):
        facts[Meaning.PRIORITY] = plain(project.priority.code)
    if project.beneficiary is not None:
        facts |= _facts_of_owner(project, project.beneficiary)
    if project.budget is not None:
        facts |= _amounts_of(project.budget)
    applied = [each.support for each in project.decisions if each.kind is DecisionKind.APPLIED]
    if len(applied) == 1 and isinstance(applied[0], Money):
        facts[Meaning.APPLIED] = applied[0]
    return {meaning.value: fact for meaning, fact in facts.items() if fact is not None}


def _plain(text: str | None) -> str | None:
    return None if text is None else plain(text)


def _places(names: tuple[str, ...]) -> str | None:
    """Return municipalities with commas between them, unless a name has a mark that parts them."""
    if any(re.search("[,;\n]", name) for name in names):
        return None
    return ", ".join(map(plain, names)) or None


def _written(value: object) -> str | None:
    return None if value is None else str(value)


def _day(project: Project, end: str) -> Fact:
    """Return a day of the period, or its month or year where that is all that is known."""
    day: date | None = getattr(project.period, end, None)
    if day is None or not isinstance(project.period, Period) or project.period.precision == "day":
        return day
    return day.isoformat()[: _LENGTHS[project.period.precision]]


_LENGTHS = MappingProxyType({"month": len("2024-10"), "year": len("2024")})


def _facts_of_owner(project: Project, owner: Organisation) -> dict[Meaning, Fact]:
    """Return what is said of the owner; its number and postal code only where the row says of which country they are.

    Where no country is stated they are written for people, and reading keeps and reports them.
    """
    home = owner.country or project.country or (None if project.cci is None else project.cci.country)
    facts: dict[Meaning, Fact] = {
        Meaning.OWNER: plain(owner.name),
        Meaning.OWNER_KIND: owner.kind,
        Meaning.OWNER_CITY: _plain(owner.city),
        Meaning.OWNER_COUNTRY: owner.country,
    }
    number, code = owner.number, owner.postal_code
    if isinstance(number, ForeignNumber):
        facts[Meaning.OWNER_NUMBER] = number.value if home in {None, number.country} else None
    elif number is not None:
        facts[Meaning.OWNER_NUMBER] = str(number) if home in {None, _SWEDEN} else None
    if code is not None and home in {None, code.country}:
        facts[Meaning.OWNER_POSTAL_CODE] = str(code)
    return facts


_SWEDEN = Country("SE")
_OWN: Mapping[FundingSource, Meaning] = MappingProxyType(
    {
        FundingSource.OWN_PUBLIC: Meaning.OWN_PUBLIC,
        FundingSource.OWN_PRIVATE: Meaning.OWN_PRIVATE,
        FundingSource.OWN: Meaning.OWN,
    }
)


def _amounts_of(budget: Budget) -> dict[Meaning, Fact]:
    """Return the amounts of a budget that are known exactly.

    The own contribution is divided only where all its parts are known: reading takes other sums for the whole.
    """
    total, support, own = budget.total_cost, budget.support, budget.own_contribution
    partner_country = _sum_of(budget, FundingSource.PARTNER_COUNTRY)
    facts: dict[Meaning, Fact] = {Meaning.TOTAL: _exact(total), Meaning.EU_SUPPORT: _exact(budget.eu_support)}
    if isinstance(support, Money) and partner_country is not None:
        # Support has the part of a partner country in it; lists have a column for that of the EU and the state.
        facts[Meaning.SUPPORT] = support - partner_country
        facts[Meaning.PARTNER_COUNTRY] = partner_country if partner_country.minor else None
    if isinstance(total, Money) and Meaning.SUPPORT in facts and isinstance(own, Money) and own.minor > 0:
        parts = {meaning: _sum_of(budget, source) for source, meaning in _OWN.items()}
        known = {meaning: part for meaning, part in parts.items() if part is not None and part.minor}
        facts |= known if sum(known.values(), own * 0) == own else {Meaning.OWN: own}
    return facts


def _exact(amount: object) -> Money | None:
    return amount if isinstance(amount, Money) else None


def _sum_of(budget: Budget, source: FundingSource) -> Money | None:
    """Return the sum of what comes from a source; None where a part of it is not known exactly."""
    amounts = [each.amount for each in budget.financing if each.funder is not None and each.funder.source is source]
    known = [amount for amount in amounts if isinstance(amount, Money)]
    if len(known) < len(amounts) or budget.currency is None:
        return None
    return sum(known, Money(0, budget.currency))


# --- The table


class _Row(NamedTuple):
    """The facts of a row in the order of the columns, and the currency of its amounts that name none."""

    currency: str | None
    facts: tuple[Fact, ...]


class _Table(NamedTuple):
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]


_ALWAYS = (Meaning.OPERATION_ID.value, Meaning.NAME.value, Meaning.OWNER.value)
"""The columns that are there whatever projects state: a list of one column cannot be told from plain text."""


def _table_of(content: Content) -> _Table:
    """Return the table of projects: the columns that some of them fill, in the order of their headings."""
    stated: list[dict[str, Fact]] = []
    for index, project in enumerate(content.projects):
        facts = dict(_facts_of(project))
        amounts = [fact for fact in facts.values() if isinstance(fact, Money)]
        if amounts:
            facts[Meaning.CURRENCY.value] = amounts[0].currency
        where = content.places[index] if index < len(content.places) else None
        evidence = evidence_text(content.evidence[index], content.language) if index < len(content.evidence) else ""
        note = content.notes[index] if index < len(content.notes) else ""
        beside = {key: text for key, text in (("note", note), ("evidence", evidence)) if text}
        stated.append(facts | beside | _source_of(where))
    known = {key for facts in stated for key in facts}
    columns = tuple(key for key in WRITTEN_HEADINGS if key in known or key in _ALWAYS)
    return _Table(
        columns,
        tuple(_Row(_currency_of(facts), tuple(facts.get(column) for column in columns)) for facts in stated),
    )


def _currency_of(facts: Mapping[str, Fact]) -> str | None:
    found = facts.get(Meaning.CURRENCY.value)
    return found if isinstance(found, str) else None


def _source_of(where: Evidence | None) -> dict[str, Fact]:
    """Return where a project stands in its own source."""
    if where is None:
        return {}
    found = {"source file": where.file, "source sheet": where.sheet, "source row": where.row or where.line}
    return {key: fact for key, fact in found.items() if fact is not None}


# --- What a text says of each value

_LONGEST_QUOTE = 160
_QUOTE = InEachLanguage("{place} ({position}): ”{quote}”", "{place} ({position}): “{quote}”")
_BETWEEN = " | "
_CUT = "…"


def evidence_text(values: Mapping[str, Evidence], language: str) -> str:
    """Return where values stand in a text and what stands there; the values that stand in one place share it.

    >>> from esfmodel.formats.evidence import Evidence
    >>> print(evidence_text({"budget.total": Evidence(line=4, spans=((40, 58),), text="3 miljoner kronor")}, "sv"))
    Angiven totalkostnad (rad 4): ”3 miljoner kronor”
    """
    by_place: dict[Evidence, list[str]] = {}
    for path, evidence in values.items():
        if evidence.spans:
            by_place.setdefault(evidence, []).append(write_place(path, language))
    quotes = [
        _QUOTE[language].format(
            place=capital(", ".join(dict.fromkeys(places))),
            position=write_position(evidence, language),
            quote=_shortened(" ".join(evidence.text.split()), _LONGEST_QUOTE),
        )
        for evidence, places in by_place.items()
    ]
    return _shortened(_BETWEEN.join(quotes), LONGEST_TEXT)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - len(_CUT)] + _CUT


# --- Cells of text


def _text(fact: Fact, currency: str | None, language: str) -> str:
    """Return a cell of text; an amount in another currency than that of its row has its code."""
    if isinstance(fact, Money):
        number = _number(fact).replace(".", _DECIMAL_MARKS[language])
        return number if fact.currency == currency else f"{number} {fact.currency}"
    if isinstance(fact, Rate):
        return TEXTS[language].format_rate(fact, style="exact")
    return _words(fact, language)


def _words(fact: str | bool | int | date | Labelled | Country | None, language: str) -> str:
    if isinstance(fact, bool):
        return YES_OR_NO[language][fact]
    if isinstance(fact, Country):
        return fact.name(language)
    if isinstance(fact, Fund):
        return fact.value
    if isinstance(fact, Labelled):
        return format(fact, language)
    return "" if fact is None else fact.isoformat() if isinstance(fact, date) else str(fact)


_UNAMBIGUOUS = 3


def _number(money: Money) -> str:
    """Return an amount with a decimal point, if it is not whole.

    Of three decimals a fourth is written: "1.234" may be a thousand and more.
    """
    digits = MINOR_DIGITS[money.currency]
    whole, part = divmod(abs(money.minor), 10**digits)
    sign = "-" if money.minor < 0 else ""
    decimals = f".{part:0{digits}}" + ("0" if digits == _UNAMBIGUOUS else "") if part else ""
    return f"{sign}{whole}{decimals}"


# --- Typed cells

_MOST_DIGITS = 15
_FIRST_YEAR = 1901
"""Excel has no days before 1900, and takes that year for a leap year."""
_WIDEST = 60


def list_workbook(content: Content) -> bytes:
    """Return projects as a list in a workbook (.xlsx), with days, amounts and shares as typed cells.

    Text is never computed there. An amount or a share that a spreadsheet cannot hold exactly is text. Raises
    `InvalidValue` for more rows or longer text than a sheet takes, and where XlsxWriter is not installed.
    """
    new_workbook = xlsxwriter_for("format", "xlsx").Workbook
    table = _table_of(content)
    _check_that_a_sheet_takes(table)
    written = io.BytesIO()
    # Rows go to a temporary file one by one: a list of a hundred thousand takes hundreds of megabytes otherwise.
    with TemporaryDirectory(prefix="esfmodel-") as folder:
        book = new_workbook(written, {"constant_memory": True, "tmpdir": folder})
        # The day of writing is no part of a list, and the same projects give the same file.
        book.set_properties({"title": content.name or "", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        _Sheet(book, content.language).fill(table)
        close_workbook(book)
    return written.getvalue()


def _check_that_a_sheet_takes(table: _Table) -> None:
    """Raise `InvalidValue` for what XlsxWriter would leave out without a word."""
    if len(table.rows) >= MOST_ROWS:
        raise InvalidValue("workbook.too_many_rows", "projects", len(table.rows), most=MOST_ROWS - 1)
    for index, row in enumerate(table.rows):
        for text in row.facts:
            if isinstance(text, str) and len(encodable(text)) > LONGEST_TEXT:
                raise InvalidValue("workbook.text_too_long", f"projects[{index}]", text, most=LONGEST_TEXT)


class _Sheet:
    """The sheet of a list."""

    def __init__(self, book: Any, language: str) -> None:  # noqa: ANN401
        self._book, self._language = book, language
        self._formats: dict[str, Any] = {}
        self._sheet = book.add_worksheet(_SHEETS[language])

    def fill(self, table: _Table) -> None:
        """Write the headings and the rows."""
        headings = [WRITTEN_HEADINGS[column][self._language] for column in table.columns]
        widths = list(_widths(table, headings, self._language))
        for index, width in enumerate(widths):
            self._sheet.set_column(index, index, width)
        lines = max(-(-len(heading) // (width - _ROOM)) for heading, width in zip(headings, widths, strict=True))
        self._sheet.set_row(0, _LINE_HEIGHT * (lines + 1))
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.autofilter(0, 0, len(table.rows), len(headings) - 1)
        bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for index, heading in enumerate(headings):
            self._sheet.write_string(0, index, heading, bold)
        for row, (currency, facts) in enumerate(table.rows, 1):
            for index, fact in enumerate(facts):
                self._write(row, index, fact, currency)

    def _write(self, row: int, column: int, fact: Fact, currency: str | None) -> None:
        typed = _typed(fact)
        if typed is None:
            text = _text(fact, currency, self._language)
            if text:
                write_text(self._sheet, row, column, text, self._format("General"))
        elif isinstance(typed.value, date):
            self._sheet.write_datetime(row, column, typed.value, self._format(typed.form))
        else:
            self._sheet.write_number(row, column, typed.value, self._format(typed.form))

    def _format(self, form: str) -> Any:  # noqa: ANN401
        if form not in self._formats:
            self._formats[form] = self._book.add_format({"num_format": form})
        return self._formats[form]


_SHEETS = InEachLanguage("Insatser", "Operations")
_A4 = 9


class _Typed(NamedTuple):
    """The value of a typed cell, and its number format."""

    value: Decimal | int | date
    form: str


def _typed(fact: Fact) -> _Typed | None:
    """Return the typed cell of a fact; None where it is text."""
    if isinstance(fact, Money):
        amount = Decimal(_number(fact))
        form = f"#,##0{'' if amount == int(amount) else '.' + '0' * MINOR_DIGITS[fact.currency]} [${fact.currency}]"
        return _Typed(amount, form) if _is_held(amount) else None
    if isinstance(fact, Rate):
        percent = fact.percent
        if percent is None or not _is_held(percent / 100):
            return None
        return _Typed(percent / 100, "0%" if percent == int(percent) else "0.00%")
    if isinstance(fact, date):
        return _Typed(fact, "yyyy-mm-dd") if fact.year >= _FIRST_YEAR else None
    return _Typed(fact, "0") if isinstance(fact, int) and not isinstance(fact, bool) and _is_held(fact) else None


def _is_held(number: Decimal | int) -> bool:
    """Whether a cell holds a number exactly: Excel keeps fifteen digits."""
    return len(Decimal(number).normalize().as_tuple().digits) <= _MOST_DIGITS


def _widths(table: _Table, headings: list[str], language: str) -> Iterator[int]:
    """Yield the width of each column, by its first rows; headings are broken over lines."""
    shown = table.rows[:_ROWS_LOOKED_AT]
    for index, heading in enumerate(headings):
        longest = max((_length(row.facts[index], row.currency, language) for row in shown), default=0)
        yield min(max(longest, *map(len, heading.split())) + _ROOM, _WIDEST)


def _length(fact: Fact, currency: str | None, language: str) -> int:
    """Return the number of characters that a cell shows: of an amount with thousands separators and its currency."""
    return len(f"{Decimal(_number(fact)):,} SEK" if isinstance(fact, Money) else _text(fact, currency, language))


_ROWS_LOOKED_AT = 200
_ROOM = 3
_LINE_HEIGHT = 15
