"""The name and number of a project: what the heading says and what the labels say, brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import ReadError
from esfmodel.formats._record_labels import Meaning
from esfmodel.formats._record_numbers import number_and_name
from esfmodel.formats._record_values import plain
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from esfmodel.formats._record_entries import Entry
    from esfmodel.formats._record_sheet import Sheet


class Heading(NamedTuple):
    """The name and the number of a project."""

    name: str
    number: OperationId | None


def heading_of(entry: Entry | None, sheet: Sheet, origin: str) -> Heading:
    """Find name and number; a label goes before the heading, and where the two differ the heading is kept."""
    number = sheet.take(Meaning.OPERATION_ID, OperationId.parse)
    name = sheet.take(Meaning.NAME, plain)
    if entry is not None:
        above, title = number_and_name(plain(entry.value), number)
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
