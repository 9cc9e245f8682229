"""Project numbers as registers print them, and a heading divided into the number and the name."""

from __future__ import annotations

import re

from esfmodel.errors import InvalidValue
from esfmodel.values.operation_id import OperationId

_DASHES = "-\u2010-\u2015\u2212"
_NUMBER = r"(?:20[0-9]{2}[A-Z]{2}[0-9A-Z]{5,9}_)?(?:[0-9]{2}-[0-9]{3}-[Ss][0-9]{2,}|(?:19|20)[0-9]{2}[-/][0-9]{5,8})"
_NUMBERED = re.compile(rf"({_NUMBER})(?:\s*[{_DASHES}:|]\s*|\s+)(\S.*)")
# Any other number only with its dash, and none that may be a pair of years.
_NUMBERED_OTHERWISE = re.compile(rf"((?=\S*[0-9]{{3}})[0-9A-Z]+(?:[-/_.][0-9A-Z]+)+|[0-9]{{6,}}) [{_DASHES}] (\S.*)")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?")
_ONLY_NUMBER = re.compile(_NUMBER)
_PARTING = re.compile(rf"^[{_DASHES}\s:|]+")


def is_number(text: str) -> bool:
    """Whether a text is a project's number, in a form that registers use."""
    return _ONLY_NUMBER.fullmatch(text) is not None


def number_and_name(text: str, number: OperationId | None) -> tuple[OperationId | None, str | None]:
    """Divide a heading into number and name, either of which may be missing; names have dashes and digits as well.

    `number` is the project's number where a label says it.
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
