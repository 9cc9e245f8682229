"""Errors and problems as people read them: places in words, parameters as the language writes them, whole sentences.

>>> print(write_place("budget.costs[2].amount", "sv", {"budget.costs[2]": "Resor"}))
kostnadsrad 3, Resor, belopp
>>> print(write_place("projects[0].period", "en"))
project 1, period
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import attrs

from esfmodel.errors import Told, printable
from esfmodel.errors.english import ENGLISH
from esfmodel.errors.swedish import SWEDISH
from esfmodel.law.provisions import Provision
from esfmodel.model.costs import Cost
from esfmodel.model.decision import Decision
from esfmodel.model.funding import Contribution
from esfmodel.model.ledger.claims import Claim, ClaimedCost
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Priority
from esfmodel.model.project import Participation, Phase, Project, SecondaryTheme
from esfmodel.text.telling.names import name_in_a_sentence, official_name
from esfmodel.text.telling.worth_saying import share_worth_saying
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import InEachLanguage, Labelled, check_language
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEMPLATES: Final = InEachLanguage(SWEDISH, ENGLISH)
"""For each language and code: what is wrong and what to do, with the names of parameters in braces."""

_LONGEST = 200


def told(error: Told, language: str) -> str:
    """Return an error as sentences: where it is, what is there and wrong with it, and what to do.

    >>> from esfmodel import InvalidValue
    >>> print(told(InvalidValue("value.missing", "budget.costs[2].amount"), "sv"))
    Kostnadsrad 3, belopp: saknas. Ange uppgiften.
    """
    # A file's name begins as it is written.
    first = said(error, language) if error.source else capital(said(error, language))
    _, advice = texts_of(error, language)
    return " ".join(_sentence(each) for each in (first, capital(advice)) if each)


def said(error: Told, language: str) -> str:
    """Return where it is, what is there and wrong with it, as a part of a sentence: without capital and full stop.

    >>> from esfmodel import InvalidValue
    >>> print(said(InvalidValue("value.missing", "budget.costs[2].amount"), "sv"))
    kostnadsrad 3, belopp: saknas
    """
    wrong, _ = texts_of(error, language)
    # In a table people look for a cell, not for a field.
    place = "" if error.column else write_place(error.place, language, error.names, of=error.code.partition(".")[0])
    source = error.source and write_source(error.source, language)
    where = ", ".join(filter(None, (source, write_position(error, language), place)))
    what = " ".join(filter(None, (_given(error.given, language), wrong)))
    return f"{where}: {what}" if where else what


class Position(Protocol):
    """Where something stands in a source: a problem, an error, or the evidence of a value."""

    @property
    def sheet(self) -> str | None:
        """The sheet of a workbook."""
        ...

    @property
    def row(self) -> int | None:
        """The row of a table, from 1."""
        ...

    @property
    def column(self) -> str | None:
        """The heading of a column, or its letter."""
        ...

    @property
    def line(self) -> int | None:
        """The line of a text, from 1."""
        ...


def write_position(error: Position, language: str) -> str:
    """Return the line, or the sheet, row and column, of what an error or a problem tells; "" where none is known.

    A row is counted as a spreadsheet does; where it begins on another line of the text, that is told too. A column of a
    sheet that goes by its letter makes a cell with its row.

    >>> from esfmodel.formats import Problem
    >>> write_position(Problem("value.missing", row=14, column="Totalt belopp"), "sv")
    'rad 14, kolumn Totalt belopp'
    >>> write_position(Problem("value.missing", sheet="Kostnader", row=7, column="D"), "sv")
    'blad Kostnader, cell D7'
    """
    sheet = None if error.sheet is None else f"{_SHEET[language]} {_cut(error.sheet)}"
    row = None if error.row is None else f"{_ROW[language]} {error.row}"
    column = None if error.column is None else f"{_COLUMN[language]} {_cut(' '.join(error.column.split()))}"
    if error.line is not None and row is None:
        row = f"{_LINE[language]} {error.line}"
    elif error.line not in {None, error.row}:
        row = f"{row} ({_LINE_OF_TEXT[language]} {error.line})"
    elif sheet and row and error.column and _LETTERS.fullmatch(error.column):
        row, column = f"{_CELL[language]} {error.column}{error.row}", None
    return ", ".join(filter(None, (sheet, row, column)))


def texts_of(error: Told, language: str) -> tuple[str, str]:
    """Return what is wrong and what to do, with the parameters in them."""
    # Who raises an error of their own, without a code of ours, says what is wrong in its place.
    if error.code not in TEMPLATES[language]:
        return error.code, ""
    values = {name: write_value(value, language) for name, value in error.params.items()}
    near = error.params.get("near")
    if isinstance(near, tuple):
        # Of what is like a word, one is meant.
        values["near"] = listed(
            [write_value(each, language) for each in cast("tuple[object, ...]", near)], language, either=True
        )
    for name, value in error.params.items():
        if name.endswith("rows") and isinstance(value, str):
            values[name] = _in_rows(value, error, language)
    if "places" in values:
        values["places"] = _with_number(values["places"], error, language)
    wrong, advice = TEMPLATES[language][error.code]
    return wrong.format_map(values), advice.format_map(values)


def _in_rows(rows: str, error: Told, language: str) -> str:
    """Return the rows that share a problem in brackets; nothing for the one row that is told before the problem."""
    if rows in {"", str(error.row)}:
        return ""
    word = (_ROW if rows.isdecimal() else _ROWS)[language]
    return f" ({word} {_with_number(rows, error, language)})"


def _with_number(places: str, error: Told, language: str) -> str:
    """Return a list of places, with their number where not all of them are listed."""
    is_cut = places.endswith("…") and "count" in error.params
    return f"{places}; {_IN_ALL[language].format(error.params['count'])}" if is_cut else places


def write_value(value: object, language: str) -> str:
    """Return any value as a language writes it; text is made printable, and cut where it is long.

    >>> print(write_value(("a", "b"), "sv"), write_value(None, "sv"))
    a, b okänt
    """
    any_value: Any = value
    if value is None:
        return _UNKNOWN[language]
    if isinstance(value, str):
        return _cut(value)
    if isinstance(value, Provision):
        return value.citation(language)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        # Loaded with the first day: most reports have none, and a language takes longer than all that is here.
        from esfmodel.text.languages import TEXTS

        return TEXTS[language].format_date(value)
    if isinstance(value, Decimal):
        return _cut(str(value).replace(".", _DECIMAL_MARK[language]))
    if isinstance(value, Bounds) and isinstance(any_value.low or any_value.high, Rate):
        return format(share_worth_saying(any_value) or any_value, language)
    if isinstance(value, (Labelled, Money, Rate, Bounds, Period, OpenPeriod, ProgrammingPeriod)):
        return format(any_value, language)
    if isinstance(value, (tuple, list)):
        return ", ".join(write_value(item, language) for item in any_value)
    # An identifier has a text that is no function.
    if callable(getattr(value, "text", None)):
        text = any_value.text(language)
        return str(text)
    try:
        # Python refuses to write a number of more than 4300 digits.
        return _cut(str(value))
    except (ValueError, RecursionError):
        return _TOO_LONG[language]


def _given(given: object, language: str) -> str:
    if given is None:
        return ""
    written = write_value(given, language)
    return _QUOTED[language].format(written) if isinstance(given, str) else written


def _cut(text: str) -> str:
    # Cut first: escapes of a hostile text of any length take no time.
    safe = printable(text[: _LONGEST + 1])
    return safe if len(safe) <= _LONGEST else f"{safe[:_LONGEST]}…"


def sentences_of(error: Told, language: str) -> tuple[str, str]:
    """Return what is wrong and what to do as sentences, without the place and without what is given there.

    >>> from esfmodel import InvalidValue
    >>> sentences_of(InvalidValue("value.missing", "budget.costs[2].amount"), "sv")
    ('Saknas.', 'Ange uppgiften.')
    """
    wrong, advice = (_sentence(capital(text)) if text else "" for text in texts_of(error, language))
    return wrong, advice


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def capital(text: str) -> str:
    """Return a text with a capital letter first."""
    return f"{text[:1].upper()}{text[1:]}"


def write_source(source: str, language: str) -> str:
    """Return the name of a file, or the words for what is read without one.

    >>> write_source("-", "sv"), write_source("a.toml", "sv")
    ('standard in', 'a.toml')
    """
    return VALUES[source][language] if source in _WRITTEN else _cut(source)


# What is read without a file has one of these for its source.
_WRITTEN: Final = frozenset({"-", "table", "text"})
_LINE: Final = InEachLanguage("rad", "line")
_LINE_OF_TEXT: Final = InEachLanguage("textrad", "line")
_SHEET: Final = InEachLanguage("blad", "sheet")
_ROW: Final = InEachLanguage("rad", "row")
_ROWS: Final = InEachLanguage("rad", "rows")
_IN_ALL: Final = InEachLanguage("totalt {}", "{} in all")
_COLUMN: Final = InEachLanguage("kolumn", "column")
_CELL: Final = InEachLanguage("cell", "cell")
_LETTERS = re.compile("[A-Z]{1,3}")
_DECIMAL_MARK: Final = InEachLanguage(",", ".")
_UNKNOWN: Final = InEachLanguage("okänt", "unknown")
_TOO_LONG: Final = InEachLanguage("ett mycket långt värde", "a very long value")
_QUOTED: Final = InEachLanguage("”{}”", "“{}”")


# --- Places

_MOST_NAMES = 5
"""So many names of items a place lists; with more of them it has only their numbers."""

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d{1,9}(?:,\d{1,9})*)\])?")


@attrs.frozen
class Place:
    """A path that a text names in words; `str` is the path itself, for programs.

    >>> place = Place("budget.costs[2]", {"budget.costs[2]": "Resor"})
    >>> place.text("sv"), str(place)
    ('kostnadsrad 3, Resor', 'budget.costs[2]')
    """

    path: str
    names: Mapping[str, object] = attrs.field(factory=dict[str, object], eq=False, repr=False)

    def text(self, language: str) -> str:
        """Return the path in words."""
        return write_place(self.path, language, self.names)

    def __str__(self) -> str:
        return self.path


def write_place(path: str, language: str, names: Mapping[str, object] | None = None, *, of: str = "") -> str:
    """Return a path in words: "budget.costs[2].amount" is "kostnadsrad 3, belopp".

    `names` are what stands at the items of lists on the path, which follow their words. A word that is not known is
    kept as it is. `of` is the field of what the path begins in, since the rate of an exchange rate is no share.
    Several items of one list may stand together, each with its name where the path ends in them: "budget.costs[2,4,6]"
    is "kostnadsrad 3, 5 och 7", or "kostnadsrad 3 och 5, Resor; kostnadsrad 7, Lokaler".
    """
    check_language(language)
    return ", ".join(_steps(path, language, {} if names is None else names, of))


def _steps(path: str, language: str, names: Mapping[str, object], of: str) -> Iterator[str]:
    if path.startswith(_OF_A_MAPPING) or _OF_A_BUDGET_SHEET.match(path):
        yield _cut(path)
        return
    last, is_key = len(path), of == "key"
    for step in _STEP.finditer(path):
        name, indexes = step[1], step[2]
        # The keys of a law file and of a report are told as they stand in it.
        is_written = step.start() and path.startswith(("provision[", "results["))
        tables = () if is_written else (FIELDS, VALUES) if indexes is None else (ITEMS, FIELDS, VALUES)
        found = (table.get(each) for each in (f"{of}.{name}", name) for table in tables)
        words = next(filter(None, found), None)
        of = name
        said = _cut(name) if words is None else words[language]
        if indexes is not None:
            before = path[: step.start(2)]
            yield _items(said, indexes.split(","), before, language, names, is_last=step.end() == last)
        elif name != "budget" or step.end() == last or (is_key and "." not in path[step.end() + 1 :]):
            # Within a budget its lines speak for themselves; a key that is none there may be one of the project.
            yield said


# The keys of a mapping are told as they stand in it.
_OF_A_MAPPING = ("file.", "defaults.", "columns.", "columns[", "rows.", "absent.", "budget.cells")
_OF_A_BUDGET_SHEET = re.compile(
    r"budget\.(?:costs|financing)(?:\.|\[[0-9]+\]\.(?:first|last|sheet|heading|labels|amounts|axis|total|"
    r"year_column|partner_column|currency|unit|names|others|skip))"
)


def _items(
    said: str, indexes: list[str], before: str, language: str, names: Mapping[str, object], *, is_last: bool
) -> str:
    """Return the items of a list by their numbers, those of one name together: "kostnadsrad 3 och 5, Resor"."""
    by_name: dict[str, list[str]] = {}
    for index in indexes:
        name = names.get(f"{before}{index}]")
        by_name.setdefault("" if name is None else write_value(name, language), []).append(str(int(index) + 1))
    # What follows would seem to belong to the last name alone, and many names hide the numbers.
    if len(by_name) > (_MOST_NAMES if is_last else 1):
        by_name = {"": [str(int(index) + 1) for index in indexes]}
    items = ((f"{said} {listed(numbers, language)}", name) for name, numbers in by_name.items())
    return "; ".join(", ".join(filter(None, item)) for item in items)


def listed(texts: Sequence[str], language: str, *, either: bool = False) -> str:
    """Return texts as a list within a sentence, also where one is empty.

    >>> listed(["3", "5", "7"], "sv"), listed(["3", "5"], "sv", either=True)
    ('3, 5 och 7', '3 eller 5')
    """
    *most, last = texts
    return f"{', '.join(most)} {(_OR if either else _AND)[language]} {last}" if most else last


def names_along(subject: object, path: str) -> dict[str, object]:
    """Return what stands at each item of a list along a path, such as what a line of cost is for, by its own path.

    >>> from esfmodel import Phase, Project
    >>> names_along(Project("Framtidskraft", phases=[Phase("Analys")]), "phases[0].period")
    {'phases[0]': 'Analys'}
    """
    names: dict[str, object] = {}
    here: object = subject
    for fields, indexes in _lists_along(path):
        for field in fields:
            here = getattr(here, field, None)
        items = cast("tuple[object, ...]", here) if isinstance(here, tuple) else ()
        here = None
        for place, own_path in indexes:
            if place < len(items):
                name = _name_of(items[place], place)
                if name is not None:
                    names[own_path] = name
                # What lies below several items at once is not named.
                here = items[place] if len(indexes) == 1 else None
    return names


@lru_cache(maxsize=1_000)
def _lists_along(path: str) -> list[tuple[list[str], list[tuple[int, str]]]]:
    """Return for each list along a path the fields that lead to it, and the indexes in it with the path of each."""
    lists: list[tuple[list[str], list[tuple[int, str]]]] = []
    fields: list[str] = []
    for step in _STEP.finditer(path, 0, path.rfind("]") + 1):
        fields.append(step[1])
        if step[2] is not None:
            before = path[: step.start(2)]
            lists.append((fields, [(int(index), f"{before}{index}]") for index in step[2].split(",")]))
            fields = []
    return lists


def _name_of(item: object, index: int) -> object:
    """Return what an item of a list is called; None where it has no name of its own."""
    if isinstance(item, (Cost, ClaimedCost)):
        # An official knows a line by the words in which it was written.
        return item.category if item.description is None else name_in_a_sentence(item.description[: _LONGEST + 1])
    if isinstance(item, Participation):
        return official_name(item.organisation)
    if isinstance(item, Organisation):
        return official_name(item)
    if isinstance(item, Contribution):
        payer = None if item.funder is None else item.funder.organisation
        return item.source if payer is None else official_name(payer)
    if isinstance(item, Decision):
        return item.kind
    if isinstance(item, (Project, Phase, SecondaryTheme)):
        return item.name
    if isinstance(item, Priority):
        return item.code
    if isinstance(item, Claim) and item.number != index + 1:
        return Numbered(item.number)
    return None


@attrs.frozen
class Numbered:
    """The number of a claim, where that is not its place in the list."""

    number: int

    def text(self, language: str) -> str:
        """Write it after the word for what is numbered, in "sv" or "en"."""
        return f"{_NUMBERED[language]} {self.number}"


_AND: Final = InEachLanguage("och", "and")
_OR: Final = InEachLanguage("eller", "or")
_NUMBERED: Final = InEachLanguage("nummer", "number")


def _words_by_name(*rows: tuple[str, str, str]) -> Mapping[str, InEachLanguage[str]]:
    """Return a table of words from rows of name, Swedish and English."""
    return MappingProxyType({name: InEachLanguage(swedish, english) for name, swedish, english in rows})


FIELDS: Final[Mapping[str, InEachLanguage[str]]] = _words_by_name(
    ("advance", "förskott", "advance"),
    ("aid", "uppgift om statligt stöd", "whether the support is State aid"),
    ("amount", "belopp", "amount"),
    ("applies", "uppgift om huruvida temat gäller", "whether the theme applies"),
    ("base", "beräkningsunderlag", "base"),
    ("basis", "beräkningsgrund", "basis"),
    ("beneficiary", "stödmottagare", "beneficiary"),
    ("body", "beslutsfattare", "deciding body"),
    ("budget", "budget", "budget"),
    ("call", "utlysning", "call"),
    ("category", "kostnadskategori", "category"),
    ("category_limits", "gränser för kostnadskategorier", "limits of categories"),
    ("category_of_region", "regionkategori", "category of region"),
    ("cci", "CCI", "CCI"),
    ("city", "ort", "city"),
    ("claims", "ansökningar om utbetalning", "claims for payment"),
    ("code", "kod", "code"),
    ("commitment", "hur säkert löftet är", "how firm the promise is"),
    ("complete", "uppgift om huruvida alla som betalar finns med", "whether all who pay are listed"),
    ("computed_amounts", "kostnadernas beräknade belopp", "the computed amounts of the costs"),
    ("conferred_on", "dag då rätten till stödet gavs", "day when the right to the aid was conferred"),
    ("corrects", "ansökan som rättas", "claim that is corrected"),
    ("cost_amounts", "kostnadernas belopp", "the amounts of the costs"),
    ("costs", "kostnader", "costs"),
    ("count", "antal", "number of bodies"),
    ("counting", "sätt att räkna månader", "how months are counted"),
    ("country", "land", "country"),
    ("day", "dag", "day"),
    ("decided_on", "beslutsdag", "day of the decision"),
    ("decimals", "antal decimaler", "number of decimals"),
    ("decisions", "beslut", "decisions"),
    ("dedicated_to", "särskilt ändamål", "dedicated purpose"),
    ("description", "beskrivning", "description"),
    ("due_months", "månader till redovisning", "months until a report is due"),
    ("duration_months", "längd i månader", "length in months"),
    ("eu_rate", "EU-stödets andel", "the Union's share"),
    ("eu_support", "EU-stöd", "the Union's support"),
    ("every_months", "månader mellan redovisningar", "months between reports"),
    ("exchange_rate", "växelkurs", "exchange rate"),
    ("exchange_rate.rate", "kurs", "rate"),
    ("applied_support", "sökt stöd", "support applied for"),
    ("decision", "beslut", "decision"),
    ("extra", "övriga uppgifter", "other particulars"),
    ("financing", "finansiering", "financing"),
    ("form", "bidragets form", "form of the contribution"),
    ("fund", "fond", "fund"),
    ("funder", "finansiär", "funder"),
    ("funds", "fonder", "funds"),
    ("highest", "högsta belopp", "highest amount"),
    ("incurred_on", "dag då kostnaden uppkom", "day when it was incurred"),
    ("intervention_field", "interventionsområde", "intervention field"),
    ("invoice", "faktura", "invoice"),
    ("is_open", "uppgift om huruvida fler betalar", "whether others pay as well"),
    ("kind", "slag", "kind"),
    ("largest_support", "högsta stöd", "largest support"),
    ("limits", "gränser", "limits"),
    ("longest_months", "längsta projekttid", "longest project period"),
    ("managing_authority", "förvaltande myndighet", "managing authority"),
    ("members", "medlemmar", "members"),
    ("month", "månad", "month"),
    ("municipalities", "kommuner", "municipalities"),
    ("municipality", "kommun", "municipality"),
    ("name", "namn", "name"),
    ("non_working_day", "redovisningsdag som är helgdag", "due day that is a holiday"),
    ("number", "nummer", "number"),
    ("nuts", "NUTS-kod", "NUTS code"),
    ("on", "datum", "date"),
    ("operation_id", "projektets nummer", "the project's number"),
    ("organisation", "organisation", "organisation"),
    ("own_contribution", "egen medfinansiering", "own contribution"),
    ("own_private", "egen privat medfinansiering", "own private contribution"),
    ("own_public", "egen offentlig medfinansiering", "own public contribution"),
    ("own_rate", "egen andel", "own share"),
    ("own_share", "egen andel", "own share"),
    ("own_share_by_region", "egen andel per region", "own share by region"),
    ("paid_on", "betalningsdag", "day of payment"),
    ("partner", "partner", "partner"),
    ("partner_country", "stöd från ett partnerland", "support of a partner country"),
    ("partners", "partner", "partners"),
    ("period", "period", "period"),
    ("phase", "fas", "phase"),
    ("phases", "faser", "phases"),
    ("physical_investment", "uppgift om fysisk investering", "whether there is a physical investment"),
    ("planned_participants", "planerat antal deltagare", "planned number of participants"),
    ("postal_code", "postnummer", "postal code"),
    ("price", "pris per enhet", "price of a unit"),
    ("price_currency", "valuta som kursen anges i", "currency in which the rate is stated"),
    ("priorities", "programområden", "priorities"),
    ("priority", "programområde", "priority"),
    ("programme", "program", "programme"),
    ("programming_period", "programperiod", "programming period"),
    ("projects", "projekt", "projects"),
    ("published_eu_rate", "publicerad EU-andel", "published EU rate"),
    ("rate", "andel", "rate"),
    ("rates", "beslutade satser", "decided rates"),
    ("reference", "referens", "reference"),
    ("region", "region", "region"),
    ("report.complete", "uppgift om huruvida allt har bedömts", "whether all was judged"),
    ("reporting", "villkor för redovisning", "terms of reporting"),
    ("requirement", "krav", "requirement"),
    ("role", "roll", "role"),
    ("secondary_themes", "sekundärteman", "secondary themes"),
    ("smallest_support", "lägsta stöd", "smallest support"),
    ("source", "källa", "source"),
    ("specific_objective", "specifikt mål", "specific objective"),
    ("specific_objectives", "specifika mål", "specific objectives"),
    ("start_window", "starttid", "start window"),
    ("state_aid", "uppgift om statligt stöd", "whether the support is State aid"),
    ("state_support", "stöd från staten", "support of the state"),
    ("strategic_importance", "strategisk betydelse", "strategic importance"),
    ("summary", "sammanfattning", "summary"),
    ("support", "stöd", "support"),
    ("support_base", "beräkningsunderlag för stödet", "base of the support"),
    ("support_rate", "stödets andel", "the share of the support"),
    ("tolerance", "tillåten avvikelse", "tolerance"),
    ("total", "angiven totalkostnad", "stated total cost"),
    ("total_cost", "totalkostnad", "total cost"),
    ("total_costs", "kostnadernas summa", "the sum of the costs"),
    ("total_financing", "finansieringens summa", "the sum of the financing"),
    ("unit", "enhet", "unit"),
    ("unit_currency", "valuta som kursen gäller", "currency that is priced"),
    ("units", "antal enheter", "number of units"),
    ("unlisted", "de som betalar utan att finnas med", "those who pay and are not listed"),
    ("vat_recoverable", "uppgift om huruvida momsen är avdragsgill", "whether the value added tax is recoverable"),
    ("window", "ansökningstid", "application period"),
    ("year", "år", "year"),
)
"""What each field of a project, and each figure of a budget, is called in each language."""

VALUES: Final[Mapping[str, InEachLanguage[str]]] = _words_by_name(
    ("-", "standard in", "standard input"),
    ("advances", "förskott", "advances"),
    ("after", "budgeten efter", "the budget after"),
    ("answer", "svar", "answer"),
    ("backend", "bibliotek", "library"),
    ("bounds", "gränser", "bounds"),
    ("by", "indelning", "grouping"),
    ("caption", "tabellrubrik", "caption"),
    ("cells", "celler", "cells"),
    ("checked", "kontrolldag", "day of the check"),
    ("co_funders", "medfinansiärer", "co-funders"),
    ("codes", "koder", "codes"),
    ("column", "kolumn", "column"),
    ("columns", "kolumner", "columns"),
    ("currency", "valuta", "currency"),
    ("date", "datum", "date"),
    ("decimal", "decimaltecken", "decimal mark"),
    ("difference", "skillnad", "difference"),
    ("duration", "längd", "duration"),
    ("during", "tid", "time"),
    ("end", "slut", "end"),
    ("errors", "antal fel", "number of errors"),
    ("eu_rounding", "avrundning av EU:s del", "rounding of the Union's part"),
    ("eu_share_of_support", "EU:s del av stödet", "the Union's share of the support"),
    ("events", "händelser", "events"),
    ("exchange_rate.rates", "växelkurser", "exchange rates"),
    ("expenditure_from", "utgifternas första dag", "first day of the expenditure"),
    ("expenditure_until", "utgifternas sista dag", "last day of the expenditure"),
    ("family", "regelfamilj", "family of rules"),
    ("figure", "värde", "figure"),
    ("first", "första år", "first year"),
    ("foreign_number", "utländskt organisationsnummer", "foreign registration number"),
    ("format", "format", "format"),
    ("formula", "formel", "formula"),
    ("fraction", "andel", "share"),
    ("grade", "grad", "grade"),
    ("granted", "beslut om stöd", "decision that grants"),
    ("holidays", "helgdagar", "holidays"),
    ("hours", "timmar", "hours"),
    ("ignore", "utelämnade regler", "rules left out"),
    ("infos", "antal upplysningar", "number of pieces of information"),
    ("items", "uppgifter", "items"),
    ("key", "indelning", "key"),
    ("label", "rubrik", "label"),
    ("labels", "rubriker", "labels"),
    ("index", "index", "index"),
    ("language", "språk", "language"),
    ("last", "sista år", "last year"),
    ("limit", "gräns", "limit"),
    ("line", "rad", "line"),
    ("lines", "rader", "lines"),
    ("lists", "listor", "lists"),
    ("level", "nivå", "level"),
    ("measure", "slag av belopp", "kind of amount"),
    ("money", "belopp", "amount"),
    ("months", "antal månader", "number of months"),
    ("nan", "NaN", "NaN"),
    ("organisation_number", "organisationsnummer", "organisation number"),
    ("notes", "anmärkningar", "notes"),
    ("over", "delar att fördela på", "parts to divide over"),
    ("own", "egen medfinansiering", "own contribution"),
    ("part", "del", "part"),
    ("participants", "deltagare", "participants"),
    ("path", "sökväg", "path"),
    ("percent", "procenttal", "per cent"),
    ("periods", "perioder att fördela på", "periods to divide over"),
    ("points", "procentenheter", "percentage points"),
    ("precision", "precision", "precision"),
    ("product", "produkt", "product"),
    ("project", "projekt", "project"),
    ("provision", "bestämmelse", "provision"),
    ("qualifier", "bestämning", "qualifier"),
    ("results", "resultat", "results"),
    ("rows", "rader", "rows"),
    ("rule", "regel", "rule"),
    ("rules", "regler", "rules"),
    ("sheet", "blad", "sheet"),
    ("start", "start", "start"),
    ("stated", "angivna summor", "stated sums"),
    ("step", "steg", "step"),
    ("style", "stil", "style"),
    ("sum", "summa", "sum"),
    ("table", "tabell", "table"),
    ("text", "text", "text"),
    ("theme", "tema", "theme"),
    ("thousands", "tusentalsavgränsare", "thousands separator"),
    ("type", "slag av beräkningsgrund", "kind of basis"),
    ("value", "värde", "value"),
    ("values", "värden", "values"),
    ("version", "version", "version"),
    ("warnings", "antal varningar", "number of warnings"),
    ("weights", "vikter", "weights"),
    ("whole", "helhet", "whole"),
)
"""What a value by itself, and each of its parts, is called where it stands in no field."""

ITEMS: Final[Mapping[str, InEachLanguage[str]]] = _words_by_name(
    ("advances", "förskott", "advance"),
    ("caption", "tabellrubrik", "caption"),
    ("category_limits", "gräns för kostnadskategori", "limit of a category"),
    ("claims", "ansökan om utbetalning", "claim for payment"),
    ("co_funders", "medfinansiär", "co-funder"),
    ("costs", "kostnadsrad", "cost line"),
    ("decisions", "beslut", "decision"),
    ("events", "händelse", "event"),
    ("exchange_rate.rates", "växelkurs", "exchange rate"),
    ("extra", "övrig uppgift", "other particular"),
    ("financing", "finansieringsrad", "financing line"),
    ("funds", "fond", "fund"),
    ("ignore", "utelämnad regel", "rule left out"),
    ("limits", "gräns", "limit"),
    ("members", "medlem", "member"),
    ("municipalities", "kommun", "municipality"),
    ("notes", "anmärkning", "note"),
    ("over", "del", "part"),
    ("own_share_by_region", "egen andel per region", "own share by region"),
    ("partners", "partner", "partner"),
    ("phases", "fas", "phase"),
    ("priorities", "programområde", "priority"),
    ("projects", "projekt", "project"),
    ("provision", "bestämmelse", "provision"),
    ("rates", "beslutad sats", "decided rate"),
    ("results", "resultat", "result"),
    ("rows", "rad", "row"),
    ("secondary_themes", "sekundärtema", "secondary theme"),
    ("specific_objectives", "specifikt mål", "specific objective"),
    ("weights", "vikt", "weight"),
)
"""What one item of a list is called, by the field of the list; an item is followed by its number."""
