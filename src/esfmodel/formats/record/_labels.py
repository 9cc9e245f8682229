"""The labels of project records, by the vocabulary of `esfmodel.formats.labels`; and project numbers.

A label in two languages ("Diarienummer / Operation ID") is known when both halves mean the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.labels import LABELS, Meaning, known_label, meaning_of
from esfmodel.values.operation_id import OperationId


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
    return known_label(plain)


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
    return Label(found.group(), meaning_of(found.group())), line[found.end() :]


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
