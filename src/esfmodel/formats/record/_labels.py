"""The known labels of project records, from all register pages and exports seen so far; and project numbers.

Labels are compared by their letters and digits alone: case, spaces, dashes, full stops and a final colon do not matter.
A label in two languages ("Diarienummer / Operation ID") is known when both halves mean the same.
"""

from __future__ import annotations

import enum
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from collections.abc import Mapping


class Meaning(enum.Enum):
    """The meaning of a label."""

    OPERATION_ID = "project number"
    NAME = "name"
    OWNER = "owner"
    OWNER_NUMBER = "organisation number"
    OWNER_POSTAL_CODE = "postal code"
    OWNER_CITY = "city"
    OWNER_COUNTRY = "country of the owner"
    COUNTRY = "country"
    FUND = "fund"
    CCI = "CCI"
    PROGRAMMING_PERIOD = "programming period"
    PRIORITY = "priority"
    SPECIFIC_OBJECTIVE = "specific objective"
    INTERVENTION_FIELD = "intervention field"
    SECONDARY_THEME = "secondary theme"
    STRATEGIC_IMPORTANCE = "strategic importance"
    PARTICIPANTS = "planned participants"
    NUTS = "NUTS code"
    REGION = "region"
    CALL = "call"
    EU_RATE = "rate of the Union"
    PERIOD = "period"
    START = "start"
    END = "end"
    TOTAL = "total cost"
    SUPPORT = "support, undivided"
    EU_SUPPORT = "support of the Union alone"
    SUMMARY = "summary"
    OTHER_SUMMARY = "summary in another language"
    ADDRESS = "address"
    CALL_BUDGET = "budget of a call"
    UNKNOWN = "what nobody here knows"

    @property
    def is_long(self) -> bool:
        """Whether the value may be a text of several lines."""
        return self in {Meaning.SUMMARY, Meaning.OTHER_SUMMARY}

    @property
    def is_free(self) -> bool:
        """Whether the value may be any text, and so may itself begin with what looks like a label."""
        return self.is_long or self is Meaning.NAME


_OWNERS = ("Projektägare", "Projektägarens", "Stödmottagare", "Stödmottagarens")


def _of_owner(*words: str) -> tuple[str, ...]:
    return tuple(f"{owner} {word}" for owner in _OWNERS for word in words)


LABELS: Mapping[Meaning, tuple[str, ...]] = MappingProxyType(
    {
        Meaning.OPERATION_ID: (
            *("Diarienummer", "Projektnummer", "Dnr", "Diarienr", "Projektnr", "Projektets diarienummer"),
            *("Projekt-ID", "Ärende-ID", "Ärendenummer", "Operation ID"),
        ),
        Meaning.NAME: (
            *("Namn", "Projektnamn", "Projektets namn", "Namn på projektet", "Namn på insatsen", "Insatsens namn"),
            *("Projekttitel", "Operation name", "Project name"),
        ),
        Meaning.OWNER: ("Projektägare", "Stödmottagare", "Projektägarens namn", "Stödmottagarens namn", "Beneficiary"),
        Meaning.OWNER_NUMBER: (
            *_of_owner("organisationsnummer", "org.nr.", "org. nr.", "org.nummer"),
            *("Organisationsnummer", "Org.nr.", "Beneficiary ID"),
        ),
        Meaning.OWNER_POSTAL_CODE: (*_of_owner("postnr", "postnummer"), "Postnummer", "Postnr", "Beneficiary postcode"),
        Meaning.OWNER_CITY: (*_of_owner("ort", "postort"), "Ort", "Postort", "Beneficiary city"),
        Meaning.OWNER_COUNTRY: (*_of_owner("land"), "Beneficiary country"),
        Meaning.COUNTRY: ("Land som berörs", "Berört land", "Land", "Country concerned", "Country"),
        Meaning.FUND: (
            *("Berörd fond", "Fond", "EU-fond", "Fund concerned", "EU fund", "Fund"),
            "EU-fond eller -program som beviljat projektmedel",
        ),
        Meaning.CCI: ("Program CCI", "Programmets CCI", "CCI", "CCI-nummer", "CCI-kod"),
        Meaning.PROGRAMMING_PERIOD: ("Programperiod", "Programmeringsperiod", "Programming period"),
        Meaning.PRIORITY: ("Programområde", "Insatsområde", "Prioritering", "Priority"),
        Meaning.SPECIFIC_OBJECTIVE: (
            *("Specifikt mål", "Särskilt mål", "Berört specifikt mål"),
            *("Specific objective concerned", "Specific objective"),
        ),
        Meaning.INTERVENTION_FIELD: (
            "Interventionstyp",
            "Interventionsområde",
            "Interventionskod",
            "Intervention field",
        ),
        Meaning.SECONDARY_THEME: ("Sekundärtema", "Sekundärt tema", "Secondary theme"),
        Meaning.STRATEGIC_IMPORTANCE: ("Insats av strategisk betydelse", "Operation of strategic importance"),
        Meaning.PARTICIPANTS: (
            *("Planerat antal deltagare", "Antal deltagare", "Antal planerade deltagare", "Antal projektdeltagare"),
            "Planned participants",
        ),
        Meaning.NUTS: ("NUTS-2 kod", "NUTS 2", "NUTS-kod", "NUTS", "NUTS-3 kod", "NUTS 2 code"),
        Meaning.REGION: ("Region", "ESF-region"),
        Meaning.CALL: ("Utlysning", "Utlysningens diarienummer", "Utlysningsnummer", "Call"),
        Meaning.EU_RATE: (
            *("Unionens medfinansieringsgrad", "EU:s medfinansieringsgrad", "Union co-financing rate"),
            "EU co-financing rate",
        ),
        Meaning.PERIOD: ("Projektperiod", "Projekttid", "Projektets tidsperiod", "Tidsperiod"),
        Meaning.START: ("Startdatum", "Projektstart", "Start date"),
        Meaning.END: ("Slutdatum", "Projektslut", "End date"),
        Meaning.TOTAL: (
            *("Total projektbudget", "Total budget", "Totalbudget", "Projektbudget", "Projektets totala budget"),
            *("Total budget SEK", "Projektets totala budget (inklusive medfinansiering)"),
        ),
        Meaning.SUPPORT: (
            *(
                "Beviljat ESF-stöd",
                "Beviljat ESF+-stöd",
                "ESF-stöd",
                "ESF+-stöd",
                "Beviljat stöd",
                "Beviljat stöd från ESF",
            ),
            "Beviljat belopp",
        ),
        Meaning.EU_SUPPORT: ("EU-stöd", "EU-stöd i SEK", "Beviljat EU-stöd", "EU contribution", "EU contribution SEK"),
        Meaning.SUMMARY: (
            *("Sammanfattning", "Projektbeskrivning", "Beskrivning", "Sammanfattning av projektet", "Om projektet"),
            "Summary",
        ),
        Meaning.OTHER_SUMMARY: ("Sammanfattning engelsk", "Sammanfattning på engelska", "Summary in English"),
        Meaning.ADDRESS: _of_owner("address", "adress"),
        Meaning.CALL_BUDGET: ("Utlyst belopp",),
    }
)


class Label(NamedTuple):
    """A label as printed, with its meaning; `theme` is the secondary theme that it names, if any."""

    text: str = ""
    meaning: Meaning = Meaning.UNKNOWN
    theme: str | None = None


_LONGEST = 120
_THEME = re.compile(r"(?:sekundärt?[ -]?tema|secondary theme) ?[-\u2010-\u2015] ?(\S[^:]*)", re.IGNORECASE)
_ANSWER = re.compile(r"(?:Ja|Nej)$")
_ANSWERED_THEME = re.compile(r"(Sekundärtema ?[-\u2010-\u2015] ?\S.*?) ?:?(Ja|Nej)")
_GAP = re.compile(r"\t|[ \N{NO-BREAK SPACE}]{2}")
_ENDS_AS_LABEL = re.compile(r"[\w.)]$")
_PARENTHESIS = re.compile(r" ?\((?:i )?(?:SEK|kr|kronor|inkl\.? medfinansiering)\)$", re.IGNORECASE)


def letters_of(text: str) -> str:
    """Return the letters and digits of a label in lower case, by which labels are compared."""
    return "".join(filter(str.isalnum, text.casefold()))


_MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {letters_of(label): meaning for meaning, labels in LABELS.items() for label in labels}
)


def label_in(text: str) -> Label | None:
    """Return the label if the whole text is one, with or without its colon; else None."""
    plain = " ".join(text.split()).rstrip(":").rstrip() if len(text) <= _LONGEST else ""
    if not _ENDS_AS_LABEL.search(plain):
        return None
    theme = _THEME.fullmatch(plain)
    if theme and not _ANSWER.search(plain) and not _GAP.search(text.strip()):
        return Label(plain, Meaning.SECONDARY_THEME, theme[1])
    meaning = _meaning_of(plain)
    return None if meaning is None else Label(plain, meaning)


def _meaning_of(plain: str) -> Meaning | None:
    """Return the meaning of a label in one language or two, with or without a unit in parentheses; else None."""
    left, slash, right = plain.partition(" / ")
    if slash:
        meaning = _meaning_of(left)
        return meaning if meaning is _meaning_of(right) else None
    return _MEANINGS.get(letters_of(plain)) or _MEANINGS.get(letters_of(_PARENTHESIS.sub("", plain)))


def _label_pattern(label: str) -> str:
    """Return a pattern of a label with ordinary or no-break spaces, and full stops and hyphens optional."""
    return re.escape(label).replace(r"\ ", "[ \N{NO-BREAK SPACE}]").replace(r"\.", r"\.?").replace(r"\-", "[- ]?")


# The longest first: "Projektägarens namn" also begins with "Projektägare".
_ALL_LABELS = sorted((label for labels in LABELS.values() for label in labels), key=len, reverse=True)
_AT_START = re.compile("|".join(map(_label_pattern, _ALL_LABELS)))


def label_at_start(line: str) -> tuple[Label, str] | None:
    """Return the longest label that a line begins with, in its printed case, and the rest of the line; else None."""
    if theme := _ANSWERED_THEME.fullmatch(line):
        label = label_in(theme[1])
        return None if label is None else (label, theme[2])
    found = _AT_START.match(line)
    if found is None:
        return None
    return Label(found.group(), _MEANINGS[letters_of(found.group())]), line[found.end() :]


# --- Project numbers as registers print them

_DASHES = "-\u2010-\u2015\u2212"
_NUMBER = r"(?:20[0-9]{2}[A-Z]{2}[0-9A-Z]{5,9}_)?(?:[0-9]{2}-[0-9]{3}-[Ss][0-9]{2,}|(?:19|20)[0-9]{2}[-/][0-9]{5,8})"
_NUMBERED = re.compile(rf"({_NUMBER})(?:\s*[{_DASHES}:|]\s*|\s+)(\S.*)")
# A number of any other form counts only with a dash after it, and if it cannot be a pair of years.
_NUMBERED_OTHERWISE = re.compile(rf"((?=\S*[0-9]{{3}})[0-9A-Z]+(?:[-/_.][0-9A-Z]+)+|[0-9]{{6,}}) [{_DASHES}] (\S.*)")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?")
_ONLY_NUMBER = re.compile(_NUMBER)
_PARTING = re.compile(rf"^[{_DASHES}\s:|]+")


def is_number(text: str) -> bool:
    """Whether a text is a project number in a form that registers use."""
    return _ONLY_NUMBER.fullmatch(text) is not None


def number_and_name(text: str, number: OperationId | None) -> tuple[OperationId | None, str | None]:
    """Split a heading into number and name, either of which may be missing.

    Names contain dashes and digits too, so `number`, the number from a label, is tried first.
    """
    if number is not None and text.casefold().startswith(number.text.casefold()):
        rest = text[len(number.text) :]
        if not rest[:1].isalnum():
            return number, _PARTING.sub("", rest) or None
    if is_number(text):
        return OperationId(text), None
    found = _NUMBERED.fullmatch(text) or _NUMBERED_OTHERWISE.fullmatch(text)
    if found is None or _YEARS.fullmatch(found[1]):
        return None, text
    try:
        return OperationId(found[1]), found[2]
    except InvalidValue:
        return None, text
