r"""The page of one project in a register, as text: labels with their values, in any of the layouts such pages have.

Made for the project bank of Svenska ESF-rådet, whose labels changed in 2014, 2021, 2023 and 2024 and differ again in
its export, and for pages that say the same in their own words. A value that is not what its label says becomes a
problem, and it stays in `extra` with its label, as does what has no field. Control characters are taken out, and
reported.

>>> reading = read_record("23-040-S06 - Gröna rum\nAntal deltagare: 0\nNUTS-2 kod: SE12\n", "text")
>>> reading.one().nuts, reading.one().planned_participants
(NutsCode("SE12"), 0)
"""

from __future__ import annotations

import re
import unicodedata

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._record_budget import budget_of, decisions_of, period_of
from esfmodel.formats._record_entries import Entry, Record, record_of
from esfmodel.formats._record_heading import Heading, heading_of
from esfmodel.formats._record_labels import Meaning, letters_of
from esfmodel.formats._record_sheet import Sheet
from esfmodel.formats._record_values import ANSWERS, count_in, owner_in, plain, priority_in, yes_in
from esfmodel.formats.reading import Counts, Reading
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Call, Fund
from esfmodel.model.project import Project, SecondaryTheme
from esfmodel.text import sv
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.nuts import NutsCode
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

_HOW = "pass the text of a project's page"
REGISTER = "Svenska ESF-rådets projektbank"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))
_OF_THE_OWNER = (Meaning.OWNER_NUMBER, Meaning.OWNER_COUNTRY, Meaning.OWNER_POSTAL_CODE, Meaning.OWNER_CITY)
_SCHEMES = ("esf-2014", "esf-2021")


def is_record(text: str) -> bool:
    """Whether a text looks like a record: some line has a label that we know."""
    return record_of(text) is not None


def read_record(text: str, origin: str) -> Reading:
    """Read the page of one project; `origin` is what the errors call it.

    Raises `ReadError` for a text without any label that we know, for the page of a call, and when there is neither a
    name nor a number.
    """
    plain_text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    record = record_of(_CONTROL.sub("", plain_text))
    if record is None:
        raise ReadError(origin, None, "has no label that we know, such as Diarienummer", _HOW)
    _check_it_is_a_project(record, origin)
    sheet = Sheet(record.entries)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", plain_text), 1):
        if found := _CONTROL.search(line):
            what = f"holds the control character U+{ord(found.group()):04X}, which was taken out"
            sheet.report(number, line, what, "check what it stood for")
    project = _project(record, sheet, origin)
    counts = Counts(records=1, projects=1, values=sheet.placed, extra=len(project.extra), problems=len(sheet.problems))
    return Reading((project,), sheet.problems, counts)


def _check_it_is_a_project(record: Record, origin: str) -> None:
    for entry in record.entries:
        if entry.label.meaning is Meaning.CALL_BUDGET:
            wrong = "is a label of calls for proposals: this is no project"
            raise ReadError(f"{origin}, line {entry.line}", entry.label.text, wrong, _HOW)


def _project(record: Record, sheet: Sheet, origin: str) -> Project:
    heading = heading_of(record.heading, sheet, origin)
    cci = sheet.take(Meaning.CCI, Cci.parse)
    budget = budget_of(sheet)
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
        period=period_of(sheet),
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
        sheet.withdraw(meaning, "is of an owner who is not named", "name the owner")
    return None


def _themes(sheet: Sheet) -> tuple[SecondaryTheme, ...]:
    themes: dict[str, SecondaryTheme] = {}
    for entry in sheet.entries(Meaning.SECONDARY_THEME):
        try:
            theme = _theme(entry)
        except InvalidValue as error:
            sheet.refuse(entry, error.wrong, error.advice)
            continue
        if themes.setdefault(theme.name.casefold(), theme).applies != theme.applies:
            sheet.refuse(entry, "is answered otherwise before", "keep the right answer")
    return tuple(themes.values())


def _theme(entry: Entry) -> SecondaryTheme:
    """Read a theme: its name in the label and the answer beside it, or its name alone."""
    if entry.label.theme is not None:
        return SecondaryTheme(entry.label.theme, yes_in(entry.value))
    if entry.value.casefold() in ANSWERS:
        raise InvalidValue("theme", entry.value, "does not say which theme", "write the theme")
    return SecondaryTheme(plain(entry.value))


def _summary(record: Record, sheet: Sheet) -> str | None:
    told = [entry.value for entry in sheet.entries(Meaning.SUMMARY)]
    return "\n\n".join([*told, *([record.summary] if record.summary else [])]) or None


def _is_of_the_register(heading: Heading, cci: Cci | None, sheet: Sheet) -> bool:
    """Whether a record is of the project bank: its number, its programme or its labels tell."""
    numbered = heading.number is not None and heading.number.scheme in _SCHEMES
    of_the_programme = cci is not None and (cci.country_code, cci.fund_code) == ("SE", "SF")
    supported = any("esf" in letters_of(entry.label.text) for entry in sheet.entries(Meaning.SUPPORT))
    return numbered or of_the_programme or supported
