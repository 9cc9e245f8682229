"""The labels of project records, by the vocabulary of `esfmodel.text.words.money_labels`; and project numbers.

Labels are compared by their letters and digits alone: case, spaces, dashes, full stops and a final colon do not matter.
A label in two languages ("Diarienummer / Operation ID") is known when both halves mean the same.
"""

from __future__ import annotations

import enum
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelSide, Stage, bare_label, label_meaning, letters_of
from esfmodel.text.words.money_labels import PAGE_LABELS, TEXT_LABELS
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
    STATE_SUPPORT = "support of the state"
    PARTNER_COUNTRY = "support of a partner country"
    OWN_PUBLIC = "own contribution, public"
    OWN_PRIVATE = "own contribution, private"
    OWN = "own contribution"
    APPLIED = "support applied for"
    DECIDED = "day of the decision"
    SUMMARY = "summary"
    OTHER_SUMMARY = "summary in another language"
    ADDRESS = "address"
    CALL_BUDGET = "budget of a call"
    NO_FIELD = "known, but without a field"
    UNKNOWN = "what nobody here knows"

    @property
    def is_long(self) -> bool:
        """Whether the value may be a text of several lines."""
        return self in {Meaning.SUMMARY, Meaning.OTHER_SUMMARY}

    @property
    def is_free(self) -> bool:
        """Whether the value may be any text, and so may itself begin with what looks like a label."""
        return self.is_long or self is Meaning.NAME


LABELS: Mapping[Meaning, tuple[str, ...]] = MappingProxyType(
    {Meaning(held): labels for held, labels in {**TEXT_LABELS, **PAGE_LABELS}.items()}
)
"""The labels that are known wherever they stand; other labels are read by their words, where a colon follows."""


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
    return _MEANINGS.get(letters_of(plain)) or _MEANINGS.get(letters_of(bare_label(plain)))


_BY_SOURCE: Mapping[FundingSource, Meaning] = MappingProxyType(
    {
        FundingSource.EU: Meaning.EU_SUPPORT,
        FundingSource.EU_AND_STATE: Meaning.SUPPORT,
        FundingSource.STATE_GRANT: Meaning.STATE_SUPPORT,
        FundingSource.PARTNER_COUNTRY: Meaning.PARTNER_COUNTRY,
        FundingSource.OWN_PUBLIC: Meaning.OWN_PUBLIC,
        FundingSource.OWN_PRIVATE: Meaning.OWN_PRIVATE,
        FundingSource.OWN: Meaning.OWN,
    }
)
_OF_THE_BUDGET = {None, Stage.GRANTED, Stage.BUDGET}
_BY_ROLE: Mapping[tuple[LabelSide, str | None], Meaning] = MappingProxyType(
    {
        (LabelSide.DATE, "start"): Meaning.START,
        (LabelSide.DATE, "end"): Meaning.END,
        (LabelSide.DATE, "period"): Meaning.PERIOD,
        (LabelSide.DATE, "award"): Meaning.DECIDED,
        (LabelSide.COUNT, "participants"): Meaning.PARTICIPANTS,
        (LabelSide.SHARE, "eu_rate"): Meaning.EU_RATE,
        (LabelSide.BODY, "beneficiary"): Meaning.OWNER,
        (LabelSide.NAME, None): Meaning.NAME,
        (LabelSide.ID, None): Meaning.OPERATION_ID,
    }
)


def meaning_by_words(label: str) -> Meaning:
    """Return the meaning of a label that is not in `LABELS`, by its words; `UNKNOWN` when they say nothing sure.

    >>> meaning_by_words("Stöd från EU (tkr)").name, meaning_by_words("Utbetalt EU-stöd").name
    ('EU_SUPPORT', 'NO_FIELD')
    """
    meaning = label_meaning(label)
    if meaning.side in {LabelSide.FINANCING, LabelSide.TOTAL} and not meaning.of_which:
        if meaning.source is not None:
            if meaning.stage is Stage.APPLIED and meaning.source is FundingSource.EU_AND_STATE:
                return Meaning.APPLIED
            return _BY_SOURCE[meaning.source] if meaning.stage in _OF_THE_BUDGET else Meaning.NO_FIELD
        if meaning.side is LabelSide.TOTAL and not meaning.subtotal:
            return Meaning.TOTAL if meaning.stage in _OF_THE_BUDGET else Meaning.NO_FIELD
    return _BY_ROLE.get((meaning.side, meaning.role), Meaning.UNKNOWN)


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
