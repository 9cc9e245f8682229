r"""Read the text of a project's page in a register: labels with values, in any of the layouts seen so far.

Made for the project bank of Svenska ESF-rådet, whose labels changed in 2014, 2021, 2023 and 2024 and are different
again in its export; pages of Tillväxtverket, Leader, Interreg and Kohesio are read too. Amounts are in the one currency
that the page names; where it names none they are read as kronor, which is reported unless the page is of the project
bank. A value that cannot be read as its label says becomes a problem. It is kept in `extra`, as are values that have
no field. Control characters are removed and reported.

>>> reading = read_record("23-040-S06 - Gröna rum\nAntal deltagare: 0\nNUTS-2 kod: SE12\n", "text")
>>> reading.one().nuts, reading.one().planned_participants
(NutsCode("SE12"), 0)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.labels import FIELDS, Meaning, meaning_by_words
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.formats.record._labels import Label, number_and_name
from esfmodel.formats.record._lines import Entry, Record, record_of
from esfmodel.formats.stated import OF_THE_BUDGET, stated_budget, stated_period
from esfmodel.formats.table.parts import is_not_stated
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Call, Priority
from esfmodel.model.project import Project, SecondaryTheme
from esfmodel.text import en, sv
from esfmodel.text.reading.labels import Stage, label_meaning, letters_of
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.fund import Fund
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.model.budget import Budget
    from esfmodel.values.dates import Date
    from esfmodel.values.money import Money

REGISTER = "Svenska ESF-rådets projektbank"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))
_OF_THE_OWNER = (Meaning.OWNER_NUMBER, Meaning.OWNER_COUNTRY, Meaning.OWNER_POSTAL_CODE, Meaning.OWNER_CITY)
_SCHEMES = ("esf-2014", "esf-2021")


def is_record(text: str) -> bool:
    """Whether some line of a text has a known label."""
    return record_of(text) is not None


def entries_in(text: str) -> int:
    """Return how many labels of a record a text has, each with its value."""
    record = record_of(text)
    return 0 if record is None else len(record.entries)


def read_record(text: str, origin: str, currency: str | None = None) -> Reading:
    """Return the reading of one project's page; `origin` is its name in error messages.

    `currency` is that of amounts that name none.

    Raises `ReadError` for a text without a known label, for the page of a call, and without name and number.
    """
    plain_text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    record = record_of(_CONTROL.sub("", plain_text))
    if record is None:
        raise ReadError("record.no_label", source=origin)
    _check_it_is_a_project(record, origin)
    sheet = Sheet(record.entries)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", plain_text), 1):
        if _CONTROL.search(line):
            sheet.report(Problem("record.control_character", "", line, line=number))
    project = _project(record, sheet, origin, currency)
    counts = Counts(records=1, projects=1, values=sheet.placed, extra=len(project.extra), problems=len(sheet.problems))
    return Reading((project,), sheet.problems, counts, places=KnownPlaces((_places(record, sheet, origin),)))


def _places(record: Record, sheet: Sheet, origin: str) -> dict[str, Evidence]:
    """Return the lines and labels of the values in fields; name and number may stand in the heading of the page."""
    where = {"": Evidence(file=origin)}
    if record.heading is not None:
        heading = Evidence(file=origin, line=record.heading.line, text=record.heading.value)
        where |= dict.fromkeys((FIELDS[Meaning.NAME], FIELDS[Meaning.OPERATION_ID]), heading)
    return where | {
        FIELDS[meaning]: Evidence(file=origin, line=entry.line, column=entry.label.text, text=entry.value)
        for meaning, entry in sheet.used.items()
        if meaning in FIELDS
    }


def _check_it_is_a_project(record: Record, origin: str) -> None:
    for entry in record.entries:
        if entry.label.meaning is Meaning.CALL_BUDGET:
            raise ReadError("record.call", "", entry.label.text, source=origin, line=entry.line)


def _project(record: Record, sheet: Sheet, origin: str, currency: str | None) -> Project:
    heading = heading_of(record.heading, sheet, origin)
    cci = sheet.take(Meaning.CCI, Cci.parse)
    money = PageMoney(sheet, currency)
    budget = printed_budget(sheet, money)
    call = sheet.take(Meaning.CALL, plain)
    for meaning in (Meaning.ADDRESS, Meaning.OTHER_SUMMARY, Meaning.NO_FIELD):
        for entry in sheet.entries(meaning):
            sheet.keep(entry)
    decisions = decisions_of(sheet, budget, money)
    of_the_register = _is_of_the_register(heading, cci, sheet)
    if not of_the_register:
        money.report_what_was_assumed()
    return Project(
        heading.name,
        operation_id=heading.number,
        call=None if call is None else Call(call),
        fund=sheet.take(Meaning.FUND, Fund.parse),
        programming_period=sheet.take(Meaning.PROGRAMMING_PERIOD, ProgrammingPeriod.parse),
        cci=cci,
        priority=sheet.take(Meaning.PRIORITY, priority_in),
        specific_objective=sheet.take(Meaning.SPECIFIC_OBJECTIVE, plain),
        intervention_field=sheet.take(Meaning.INTERVENTION_FIELD, plain),
        secondary_themes=_themes(sheet),
        beneficiary=_beneficiary(sheet),
        planned_participants=sheet.take(Meaning.PARTICIPANTS, count_in),
        period=printed_period(sheet),
        budget=budget,
        decisions=decisions,
        region=sheet.take(Meaning.REGION, plain),
        nuts=sheet.take(Meaning.NUTS, NutsCode.parse),
        country=sheet.take(Meaning.COUNTRY, Country.parse),
        strategic_importance=sheet.take(Meaning.STRATEGIC_IMPORTANCE, yes_in),
        published_eu_rate=sheet.take(Meaning.EU_RATE, sv.parse_rate),
        summary=_summary(record, sheet),
        source=REGISTER if of_the_register else None,
        extra=sheet.extra,
    )


def _beneficiary(sheet: Sheet) -> Organisation | None:
    named = sheet.take(Meaning.OWNER, number_in)
    owner = None if named is None else owner_in(named[0])
    number = sheet.take(Meaning.OWNER_NUMBER, OrganisationNumber.parse) or _number_beside(named, sheet)
    country = sheet.take(Meaning.OWNER_COUNTRY, Country.parse)
    postal_code = sheet.take(Meaning.OWNER_POSTAL_CODE, lambda value: PostalCode(value, country))
    city = sheet.take(Meaning.OWNER_CITY, plain)
    if owner is not None:
        name, unit = owner
        return Organisation(name, number, unit=unit, postal_code=postal_code, city=city, country=country)
    for meaning in _OF_THE_OWNER:
        sheet.withdraw(meaning, Problem("record.owner_unnamed"))
    return None


def _number_beside(named: tuple[str, str | None] | None, sheet: Sheet) -> OrganisationNumber | None:
    """Return the organisation number beside the name of the owner; report one that is wrong."""
    if named is None or named[1] is None:
        return None
    try:
        return OrganisationNumber.parse(named[1])
    except InvalidValue as error:
        entry = sheet.entries(Meaning.OWNER)[0]
        sheet.report(Problem.of(error, place=entry.label.text, given=named[1], line=entry.line))
        return None


def _themes(sheet: Sheet) -> tuple[SecondaryTheme, ...]:
    themes: dict[str, SecondaryTheme] = {}
    for entry in sheet.entries(Meaning.SECONDARY_THEME):
        try:
            theme = _theme(entry)
        except InvalidValue as error:
            sheet.refuse(entry, Problem.of(error))
            continue
        if themes.setdefault(theme.name.casefold(), theme).applies != theme.applies:
            sheet.refuse(entry, Problem("record.answered_otherwise"))
    return tuple(themes.values())


def _theme(entry: Entry) -> SecondaryTheme:
    """Return a theme: its name from the label with the answer as value, or its name alone as value."""
    if entry.label.theme is not None:
        return SecondaryTheme(entry.label.theme, yes_in(entry.value))
    if entry.value.casefold() in ANSWERS:
        raise InvalidValue("record.theme_unnamed", "theme", entry.value)
    return SecondaryTheme(plain(entry.value))


def _summary(record: Record, sheet: Sheet) -> str | None:
    labelled = [entry.value for entry in sheet.entries(Meaning.SUMMARY)]
    return "\n\n".join([*labelled, *([record.summary] if record.summary else [])]) or None


def _is_of_the_register(heading: Heading, cci: Cci | None, sheet: Sheet) -> bool:
    """Whether a record is of the project bank, judged by its number, programme and labels."""
    numbered = heading.number is not None and heading.number.scheme in _SCHEMES
    of_the_programme = cci is not None and (cci.country_code, cci.fund_code) == ("SE", "SF")
    supported = any("esf" in letters_of(entry.label.text) for entry in sheet.entries(Meaning.SUPPORT))
    return numbered or of_the_programme or supported


# --- Name and number, from the heading and the labels


class Heading(NamedTuple):
    """The name and number of a project."""

    name: str
    number: OperationId | None


def heading_of(entry: Entry | None, sheet: Sheet, origin: str) -> Heading:
    """Return name and number. Labels win; a heading that says otherwise is kept in `extra` and reported."""
    number = sheet.take(Meaning.OPERATION_ID, OperationId.parse)
    name = sheet.take(Meaning.NAME, plain)
    if entry is not None:
        above, title = number_and_name(plain(entry.value), number)
        differing = number is not None and above is not None and above != number
        if differing or (name is not None and title is not None and title.casefold() != name.casefold()):
            sheet.refuse(entry, Problem("record.not_the_labels"))
        number, name = number or above, name or title
    if name is None and number is not None:
        name = str(number)
        sheet.report(Problem("record.no_name", line=1))
    if name is None:
        raise ReadError("record.no_name_or_number", source=origin)
    return Heading(name, number)


# --- Amounts: in the currency of the page, and in the unit of their label

_AMOUNTS = (*OF_THE_BUDGET, Meaning.APPLIED)
_DEFAULT_CURRENCY = "SEK"


class PageMoney:
    """Reads the amounts of a page, whose currency is the one that most of its labels and values name."""

    def __init__(self, sheet: Sheet, currency: str | None) -> None:
        """Find the currency of a page; the one given is for a page that names none."""
        self._sheet = sheet
        self._entries = [entry for meaning in _AMOUNTS for entry in sheet.entries(meaning)]
        named = Counter(filter(None, map(_currency_of, self._entries)))
        self._currency = max(named, key=named.__getitem__, default=currency)

    def read(self, entry: Entry) -> Money:
        """Return the amount of a value; raise `InvalidValue` for one in another currency than the page's."""
        meaning = label_meaning(entry.label.text)
        currency = self._currency or _DEFAULT_CURRENCY
        if meaning.currency is not None and meaning.currency != currency:
            raise InvalidValue("money.other_currency", "amount", entry.value, found=meaning.currency, expected=currency)
        amount = _amount_in(entry.value, currency)
        # A unit in the label is that of a bare number; "45 miljoner" has its own.
        is_bare = meaning.unit is not None and not any(map(str.isalpha, entry.value))
        return amount * meaning.unit if is_bare and meaning.unit else amount

    def report_what_was_assumed(self) -> None:
        """Report that the amounts were taken for kronor, where nothing on the page says so."""
        if self._currency is None and self._entries:
            entry = self._entries[0]
            self._sheet.report(
                Problem(
                    "record.currency_assumed",
                    entry.label.text,
                    entry.value,
                    line=entry.line,
                    currency=_DEFAULT_CURRENCY,
                )
            )


def _currency_of(entry: Entry) -> str | None:
    """Return the currency that a value or its label names; None when neither does."""
    for expected in ("SEK", "EUR"):
        try:
            _amount_in(entry.value, expected)
        except InvalidValue as error:
            if error.code == "money.other_currency":
                return str(error.params["found"])
    return label_meaning(entry.label.text).currency


def _amount_in(value: str, currency: str) -> Money:
    """Return an amount as Swedish pages write it, else as English ones do."""
    try:
        return sv.parse_money(value, currency=currency)
    except InvalidValue as error:
        # "€450,000" is English, "450,000 kr" may be anything.
        is_english = error.code == "number.two_readings" and not value[:1].isdigit()
        if error.code != "number.thousands_mark" and not is_english:
            raise
        try:
            return en.parse_money(value, currency=currency)
        except InvalidValue as other:
            raise (other if other.code == "money.other_currency" else error) from None


# --- Budget and period, from several labels


def printed_budget(sheet: Sheet, money: PageMoney) -> Budget | None:
    """Return the budget; support is EU and state money undivided, unless the Union's part is printed too."""
    found = {meaning: sheet.take_entry(meaning, money.read) for meaning in OF_THE_BUDGET}
    budget, refused = stated_budget({meaning: amount for meaning, amount in found.items() if amount is not None})
    for meaning, problem in refused.items():
        sheet.withdraw(meaning, problem)
    return budget


def decisions_of(sheet: Sheet, budget: Budget | None, money: PageMoney) -> tuple[Decision, ...]:
    """Return a decision for support printed as applied for and for support printed as granted ("Beviljat ESF-stöd").

    The day of the decision is kept in `extra` where no support is printed as granted: it may be the day of a rejection.
    """
    applied = sheet.take_entry(Meaning.APPLIED, money.read)
    label = sheet.label_of(Meaning.SUPPORT)
    decisions = [] if applied is None else [Decision(DecisionKind.APPLIED, support=applied)]
    if budget is not None and label is not None and label_meaning(label).stage is Stage.GRANTED:
        decided = sheet.take(Meaning.DECIDED, day_in)
        decisions.append(Decision(DecisionKind.GRANTED, decided, support=budget.support))
    else:
        for entry in sheet.entries(Meaning.DECIDED):
            sheet.keep(entry)
    return tuple(decisions)


def printed_period(sheet: Sheet) -> Period | OpenPeriod | None:
    """Return the period from its label and from its two days; where they differ, the days win: they are more exact."""
    period, refused = stated_period(
        sheet.take(Meaning.START, day_in), sheet.take(Meaning.END, day_in), sheet.take(Meaning.PERIOD, days_in)
    )
    for meaning, problem in refused.items():
        sheet.withdraw(meaning, problem)
    return period


# --- The values of a record by the meaning of their labels

Value = TypeVar("Value")


class Sheet:
    """The labelled values of one record: each is read into a field, or kept for `extra`.

    A value that was refused counts as kept, so that `placed` and `extra` together count every value once. `used` are
    the values that were taken.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort the values by the meaning of their labels; keep and report those with unknown labels."""
        self._found: defaultdict[Meaning, list[Entry]] = defaultdict(list)
        self.used: dict[Meaning, Entry] = {}
        self._problems: list[Problem] = []
        self._kept: list[Entry] = []
        for entry in map(_with_meaning, entries):
            label = entry.label
            if label.meaning is Meaning.UNKNOWN:
                self.keep(entry)
                if label.text:
                    self.report(Problem("record.unknown_label", "", label.text, line=entry.line))
                else:
                    self.report(Problem("record.unlabelled", "", entry.value, line=entry.line))
            elif not entry.value:
                continue
            elif is_not_stated(entry.value):
                self.keep(entry)
            else:
                self._found[label.meaning].append(entry)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems, in the order of the lines."""
        return tuple(sorted(self._problems, key=lambda problem: problem.line or 0))

    @property
    def extra(self) -> tuple[tuple[str, str], ...]:
        """The kept values with their labels, in the order of the lines."""
        return tuple((entry.label.text, entry.value) for entry in sorted(self._kept, key=lambda entry: entry.line))

    @property
    def placed(self) -> int:
        """The number of values that stand in a field."""
        kept = set(self._kept)
        return sum(entry not in kept for entries in self._found.values() for entry in entries)

    def label_of(self, meaning: Meaning) -> str | None:
        """Return the printed label of the value that was taken; None when none was."""
        entry = self.used.get(meaning)
        return None if entry is None else entry.label.text

    def entries(self, meaning: Meaning) -> tuple[Entry, ...]:
        """Return the values of one meaning, without those that state nothing, such as a dash."""
        return tuple(self._found[meaning])

    def take(self, meaning: Meaning, read: Callable[[str], Value]) -> Value | None:
        """Return the first value of one meaning that can be read; refuse wrong values and later ones that differ."""
        return self.take_entry(meaning, lambda entry: read(entry.value))

    def take_entry(self, meaning: Meaning, read: Callable[[Entry], Value]) -> Value | None:
        """Return the first value of one meaning, as `take` does, where its label is needed to read it."""
        value: Value | None = None
        folded = ""
        for entry in self.entries(meaning):
            try:
                found = read(entry)
            except InvalidValue as error:
                self.refuse(entry, Problem.of(error))
                continue
            if meaning not in self.used:
                value, folded, self.used[meaning] = found, str(found).casefold(), entry
            elif str(found).casefold() != folded:
                first = self.used[meaning]
                self.refuse(entry, Problem("record.not_the_first", label=first.label.text, first=first.line))
        return value

    def withdraw(self, meaning: Meaning, problem: Problem) -> None:
        """Refuse a value that was taken and turned out to contradict another; do nothing if none was taken."""
        entry = self.used.pop(meaning, None)
        if entry is not None:
            self.refuse(entry, problem)

    def refuse(self, entry: Entry, problem: Problem) -> None:
        """Keep a value for `extra`, and report why it stands in no field; its label is the place."""
        self.keep(entry)
        self.report(Problem.of(problem, place=entry.label.text, given=entry.value, line=entry.line))

    def keep(self, entry: Entry) -> None:
        """Keep a value for `extra`."""
        self._kept.append(entry)

    def report(self, problem: Problem) -> None:
        """Add a problem."""
        self._problems.append(problem)


def _with_meaning(entry: Entry) -> Entry:
    """Return an entry with the meaning of its label's words, where the label is not known as a whole."""
    if entry.label.meaning is not Meaning.UNKNOWN or not entry.label.text:
        return entry
    return entry._replace(label=Label(entry.label.text, meaning_by_words(entry.label.text)))


# --- Single values: the whole text must be what the label says, or it is an error

_LONGEST = 100
_LONGEST_OWNER = 300
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_COUNT = re.compile(rf"([0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:[{_SPACES}]?(?:st|personer|deltagare)\.?)?")
_ISO_DAYS = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?:[-\u2010-\u2015\u2212¿/]{1,2}|till|t\.?o\.?m\.?|to)\s*([0-9].*)"
)
_PRIORITY = re.compile(r"([0-9]+(?:\.[0-9]+)*|[A-Z](?:\.?[0-9]+[A-Z]?)?)(?:\.|:|\s+[-\u2010-\u2015])?\s+(\S.*)")
_BODY = re.compile(
    r"kommun|stad|region|landsting|län|förbund(et)?|universitet(et)?|högskola|högskolan|rådet|verket|myndigheten"
    r"|styrelsen|förmedlingen|kammaren|stiftelsen|ab|aktiebolag",
    re.IGNORECASE,
)
ANSWERS = MappingProxyType({"ja": True, "yes": True, "nej": False, "no": False})


def plain(value: str) -> str:
    """Return a text with each run of white space as one ordinary space."""
    return " ".join(value.split())


def count_in(value: str) -> int:
    """Return a number of people, with or without spaces as thousands separators."""
    found = _COUNT.fullmatch(value) if len(value) <= _LONGEST else None
    if found is None:
        raise InvalidValue("record.no_count", "participants", value)
    return int("".join(digit for digit in found[1] if digit not in _SPACES))


def yes_in(value: str) -> bool:
    """Return True for Ja and False for Nej, in Swedish or English."""
    answer = ANSWERS.get(value.casefold())
    if answer is None:
        raise InvalidValue("record.neither_yes_nor_no", "answer", value)
    return answer


def days_in(value: str) -> Period | OpenPeriod:
    """Return a period: two ISO 8601 days with any dash or "till" between them, or what `sv.parse_period` reads."""
    found = _ISO_DAYS.fullmatch(value) if len(value) <= _LONGEST else None
    return Period(sv.parse_date(found[1]), sv.parse_date(found[2])) if found else sv.parse_period(value)


def day_in(value: str) -> Date:
    """Return a day, in any form that `sv.parse_date` reads."""
    return sv.parse_date(value)


def priority_in(value: str) -> Priority:
    """Return a priority from its code, or its code and name."""
    found = _PRIORITY.fullmatch(plain(value))
    return Priority(found[1], found[2]) if found else Priority(plain(value))


_OWNER_NUMBER = re.compile(r"(.*\S) ?[,(] ?((?:16)?[0-9]{6}[-\u2010-\u2015 ]?[0-9]{4})\)?")


def number_in(value: str) -> tuple[str, str | None]:
    """Split an owner into its name and the organisation number behind a comma or in a parenthesis, None without one.

    >>> number_in("Länsstyrelsen i Dalarnas län, 202100-2429")
    ('Länsstyrelsen i Dalarnas län', '202100-2429')
    """
    found = _OWNER_NUMBER.fullmatch(plain(value)) if len(value) <= _LONGEST_OWNER else None
    return (found[1], found[2]) if found else (value, None)


def owner_in(value: str) -> tuple[str, str | None]:
    """Split an owner into its name and its acting unit (None unless it is clear which is which).

    It is clear when the text before the only comma begins or ends with a word for a body ("kommun") and the text after
    it does not, or when the two are equal: registers print an owner as its own department.
    """
    name, comma, unit = plain(value).partition(", ")
    if not comma or "," in unit or "," in name:
        return plain(value), None
    is_body = _is_body(name) and not _is_body(unit)
    return (name, unit) if is_body or name.casefold() == unit.casefold() else (plain(value), None)


def _is_body(name: str) -> bool:
    words = name.split()
    return any(_BODY.fullmatch(word) is not None for word in (words[:1] + words[-1:]))
