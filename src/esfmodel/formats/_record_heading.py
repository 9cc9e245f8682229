"""The name and number of a project: what the heading says and what the labels say, brought together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._record_labels import Meaning
from esfmodel.formats._record_values import plain
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from esfmodel.formats._record_entries import Entry
    from esfmodel.formats._record_sheet import Sheet

_DASHES = "-\u2010-\u2015\u2212"
_NUMBER = r"(?:20[0-9]{2}[A-Z]{2}[0-9A-Z]{5,9}_)?(?:[0-9]{2}-[0-9]{3}-[Ss][0-9]{2,}|(?:19|20)[0-9]{2}[-/][0-9]{5,8})"
_NUMBERED = re.compile(rf"({_NUMBER})(?:\s*[{_DASHES}:|]\s*|\s+)(\S.*)")
# Any other number only with its dash, and none that may be a pair of years.
_NUMBERED_OTHERWISE = re.compile(rf"((?=\S*[0-9]{{3}})[0-9A-Z]+(?:[-/_.][0-9A-Z]+)+|[0-9]{{6,}}) [{_DASHES}] (\S.*)")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?")
_ONLY_NUMBER = re.compile(_NUMBER)
_PARTING = re.compile(rf"^[{_DASHES}\s:|]+")


class Heading(NamedTuple):
    """The name and the number of a project."""

    name: str
    number: OperationId | None


def is_number(text: str) -> bool:
    """Whether a text is a project's number, in a form that registers use."""
    return _ONLY_NUMBER.fullmatch(text) is not None


def heading_of(entry: Entry | None, sheet: Sheet, origin: str) -> Heading:
    """Find name and number; a label goes before the heading, and where the two differ the heading is kept."""
    number = sheet.take(Meaning.OPERATION_ID, OperationId.parse)
    name = sheet.take(Meaning.NAME, plain)
    if entry is not None:
        above, title = _divided(plain(entry.value), number)
        differing = number is not None and above is not None and above != number
        if differing or (name is not None and title is not None and title.casefold() != name.casefold()):
            sheet.refuse(entry, "the heading is not what the labels say", "keep the right one")
        number, name = number or above, name or title
    if name is None and number is not None:
        name = str(number)
        sheet.report(1, None, "the record has no name", "the project goes by its number; give it its name")
    if name is None:
        raise ReadError(origin, None, "has neither the name of a project nor its number", "pass the whole page")
    return Heading(name, number)


def _divided(text: str, number: OperationId | None) -> tuple[OperationId | None, str | None]:
    """Divide a heading into number and name, either of which may be missing; names have dashes and digits as well."""
    if number is not None and text.casefold().startswith(number.text.casefold()):
        rest = text[len(number.text) :]
        if not rest[:1].isalnum():
            return number, _PARTING.sub("", rest) or None
    found = _NUMBERED.fullmatch(text) or _NUMBERED_OTHERWISE.fullmatch(text)
    if is_number(text):
        return OperationId(text), None
    if found is None or _YEARS.fullmatch(found[1]):
        return None, text
    try:
        return OperationId(found[1]), found[2]
    except InvalidValue:
        return None, text
