r"""Read the text of a project's page in a register: labels with values, in any of the layouts seen so far.

Made for the project bank of Svenska ESF-rådet, whose labels changed in 2014, 2021, 2023 and 2024 and are different
again in its export; other pages with such labels are read too. A value that cannot be read as its label says becomes a
problem. It is kept in `extra`, as are values that have no field. Control characters are removed and reported.

>>> reading = read_record("23-040-S06 - Gröna rum\nAntal deltagare: 0\nNUTS-2 kod: SE12\n", "text")
>>> reading.one().nuts, reading.one().planned_participants
(NutsCode("SE12"), 0)
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.formats.record._labels import Meaning, letters_of, number_and_name
from esfmodel.formats.record._lines import Entry, Record, record_of
from esfmodel.formats.table._parts import is_not_stated
from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Call, Fund, Priority
from esfmodel.model.project import Project, SecondaryTheme
from esfmodel.text import sv
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def read_record(text: str, origin: str) -> Reading:
    """Return the reading of one project's page; `origin` is its name in error messages.

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
    project = _project(record, sheet, origin)
    counts = Counts(records=1, projects=1, values=sheet.placed, extra=len(project.extra), problems=len(sheet.problems))
    return Reading((project,), sheet.problems, counts)


def _check_it_is_a_project(record: Record, origin: str) -> None:
    for entry in record.entries:
        if entry.label.meaning is Meaning.CALL_BUDGET:
            raise ReadError("record.call", "", entry.label.text, source=origin, line=entry.line)


def _project(record: Record, sheet: Sheet, origin: str) -> Project:
    heading = heading_of(record.heading, sheet, origin)
    cci = sheet.take(Meaning.CCI, Cci.parse)
    budget = printed_budget(sheet)
    call = sheet.take(Meaning.CALL, plain)
    for meaning in (Meaning.ADDRESS, Meaning.OTHER_SUMMARY):
        for entry in sheet.entries(meaning):
            sheet.keep(entry)
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
        decisions=decisions_of(sheet, budget),
        region=sheet.take(Meaning.REGION, plain),
        nuts=sheet.take(Meaning.NUTS, NutsCode.parse),
        country=sheet.take(Meaning.COUNTRY, Country.parse),
        strategic_importance=sheet.take(Meaning.STRATEGIC_IMPORTANCE, yes_in),
        published_eu_rate=sheet.take(Meaning.EU_RATE, sv.parse_rate),
        summary=_summary(record, sheet),
        source=REGISTER if _is_of_the_register(heading, cci, sheet) else None,
        extra=sheet.extra,
    )


def _beneficiary(sheet: Sheet) -> Organisation | None:
    owner = sheet.take(Meaning.OWNER, owner_in)
    number = sheet.take(Meaning.OWNER_NUMBER, OrganisationNumber.parse)
    country = sheet.take(Meaning.OWNER_COUNTRY, Country.parse)
    postal_code = sheet.take(Meaning.OWNER_POSTAL_CODE, lambda value: PostalCode(value, country))
    city = sheet.take(Meaning.OWNER_CITY, plain)
    if owner is not None:
        name, unit = owner
        return Organisation(name, number, unit=unit, postal_code=postal_code, city=city, country=country)
    for meaning in _OF_THE_OWNER:
        sheet.withdraw(meaning, Problem("record.owner_unnamed"))
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


# --- Budget and period, from several labels


def printed_budget(sheet: Sheet) -> Budget | None:
    """Return the budget; support is EU and state money undivided, unless the Union's part is printed too."""
    total = sheet.take(Meaning.TOTAL, printed_amount)
    support = sheet.take(Meaning.SUPPORT, printed_amount)
    eu_support = sheet.take(Meaning.EU_SUPPORT, printed_amount)
    if support is not None and eu_support is not None and eu_support > support:
        sheet.withdraw(Meaning.EU_SUPPORT, Problem("record.more_than_support", support=support))
        eu_support = None
    if total is None and support is None and eu_support is None:
        return None
    return Budget(financing=_financing(support, eu_support), total=total)


def decisions_of(sheet: Sheet, budget: Budget | None) -> tuple[Decision, ...]:
    """Return a granting decision where the support is printed as granted ("Beviljat ESF-stöd"), else nothing."""
    label = sheet.label_of(Meaning.SUPPORT)
    if budget is None or label is None or not label.casefold().startswith("beviljat"):
        return ()
    return (Decision(DecisionKind.GRANTED, support=budget.support),)


def _financing(support: Money | None, eu_support: Money | None) -> tuple[Contribution, ...]:
    own = Contribution(Funder(source=FundingSource.OWN))
    if eu_support is None:
        return () if support is None else (_paid_by(FundingSource.EU_AND_STATE, support), own)
    if support is None:
        return (_paid_by(FundingSource.EU, eu_support), Contribution.rest())
    state = support - eu_support
    return (
        _paid_by(FundingSource.EU, eu_support),
        *([_paid_by(FundingSource.STATE_GRANT, state)] if state.minor else []),
        own,
    )


def _paid_by(source: FundingSource, amount: Money) -> Contribution:
    return Contribution(Funder(source=source), amount)


def printed_period(sheet: Sheet) -> Period | OpenPeriod | None:
    """Return the period from its label and from its two days; where they differ, the days win: they are more exact."""
    start, end = sheet.take(Meaning.START, day_in), sheet.take(Meaning.END, day_in)
    if start is not None and end is not None and end < start:
        sheet.withdraw(Meaning.START, Problem("record.end_before_start"))
        sheet.withdraw(Meaning.END, Problem("record.end_before_start"))
        start = end = None
    stated = sheet.take(Meaning.PERIOD, days_in)
    days = _of_days(start, end)
    if stated is None or days is None:
        return stated or days
    if _agree(stated, start, end):
        return stated if start is None or end is None else days
    sheet.withdraw(Meaning.PERIOD, Problem("record.not_the_days", days=days))
    return days


def _of_days(start: Date | None, end: Date | None) -> Period | OpenPeriod | None:
    if start is not None and end is not None:
        return Period(start, end)
    return None if start is None and end is None else OpenPeriod(start, end)


def _agree(stated: Period | OpenPeriod, start: Date | None, end: Date | None) -> bool:
    """Whether two days can be the ends of a stated period, at its precision; an unknown end agrees with any day."""
    precision = stated.precision if isinstance(stated, Period) else "day"
    length = {"day": 10, "month": 7, "year": 4}[precision]  # of the beginning of an ISO date that is compared
    pairs = ((stated.start, start), (stated.end, end))
    return all(
        one is None or other is None or one.isoformat()[:length] == other.isoformat()[:length] for one, other in pairs
    )


# --- The values of a record by the meaning of their labels

Value = TypeVar("Value")


class Sheet:
    """The labelled values of one record: each is read into a field, or kept for `extra`.

    A value that was refused counts as kept, so that `placed` and `extra` together count every value once.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort the values by the meaning of their labels; keep and report those with unknown labels."""
        self._found: defaultdict[Meaning, list[Entry]] = defaultdict(list)
        self._used: dict[Meaning, Entry] = {}
        self._problems: list[Problem] = []
        self._kept: list[Entry] = []
        for entry in entries:
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
        entry = self._used.get(meaning)
        return None if entry is None else entry.label.text

    def entries(self, meaning: Meaning) -> tuple[Entry, ...]:
        """Return the values of one meaning, without those that state nothing, such as a dash."""
        return tuple(self._found[meaning])

    def take(self, meaning: Meaning, read: Callable[[str], Value]) -> Value | None:
        """Return the first value of one meaning that can be read; refuse wrong values and later ones that differ."""
        value: Value | None = None
        for entry in self.entries(meaning):
            try:
                found = read(entry.value)
            except InvalidValue as error:
                self.refuse(entry, Problem.of(error))
                continue
            if meaning not in self._used:
                value, self._used[meaning] = found, entry
            elif str(found).casefold() != str(value).casefold():
                first = self._used[meaning]
                self.refuse(entry, Problem("record.not_the_first", label=first.label.text, first=first.line))
        return value

    def withdraw(self, meaning: Meaning, problem: Problem) -> None:
        """Refuse a value that was taken and turned out to contradict another; do nothing if none was taken."""
        entry = self._used.pop(meaning, None)
        if entry is not None:
            self.refuse(entry, problem)

    def refuse(self, entry: Entry, problem: Problem) -> None:
        """Keep a value for `extra`, and report why it stands in no field; its label is the place."""
        self.keep(entry)
        self.report(problem.located(line=entry.line, place=entry.label.text, given=entry.value))

    def keep(self, entry: Entry) -> None:
        """Keep a value for `extra`."""
        self._kept.append(entry)

    def report(self, problem: Problem) -> None:
        """Add a problem."""
        self._problems.append(problem)


# --- Single values: the whole text must be what the label says, or it is an error

_LONGEST = 100
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


def printed_amount(value: str) -> Money:
    """Return an amount in kronor, with or without its unit."""
    return sv.parse_money(value, currency="SEK")


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
