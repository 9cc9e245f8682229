"""Errors and problems as people read them: places in words, parameters as the language writes them, whole sentences.

>>> print(write_place("budget.costs[2].amount", "sv", {"budget.costs[2]": "Resor"}))
kostnadsrad 3, Resor, belopp
>>> print(write_place("projects[0].period", "en"))
project 1, period
"""

from __future__ import annotations

import datetime
import enum
import re
from typing import TYPE_CHECKING, Any, Final

from esfmodel.errors import Told, printable, shown
from esfmodel.errors.english import ENGLISH
from esfmodel.errors.swedish import SWEDISH
from esfmodel.law.provisions import Provision
from esfmodel.text._languages import TEXTS
from esfmodel.text.telling.facts import share_worth_saying
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import InEachLanguage
from esfmodel.values.money import Money
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEMPLATES: Final = InEachLanguage(SWEDISH, ENGLISH)
"""For each language and code: what is wrong and what to do, with the names of parameters in braces."""

_LONGEST = 200


def told(error: Told, language: str) -> str:
    """Return an error as sentences: where it is, what is there and wrong with it, and what to do.

    >>> from esfmodel import InvalidValue
    >>> print(told(InvalidValue("value.missing", "budget.costs[2].amount"), "sv"))
    Kostnadsrad 3, belopp: saknas. Ange det.
    """
    wrong, advice = texts_of(error, language)
    line = None if error.line is None else f"{_LINE[language]} {error.line}"
    place = write_place(error.place, language, error.names)
    source = error.source and printable(error.source)
    where = ", ".join(filter(None, (source, line, place)))
    said = " ".join(filter(None, (_given(error.given, language), wrong)))
    # A file's name begins as it is written.
    first = f"{where if source else _capital(where)}: {said}" if where else _capital(said)
    return " ".join(_sentence(each) for each in (first, _capital(advice)) if each)


def texts_of(error: Told, language: str) -> tuple[str, str]:
    """Return what is wrong and what to do, with the parameters in them."""
    if error.code == "legacy":  # TRANSITION
        return str(error.params["wrong"]), str(error.params["advice"])
    values = {name: write_value(value, language) for name, value in error.params.items()}
    wrong, advice = TEMPLATES[language][error.code]
    return wrong.format_map(values), advice.format_map(values)


def write_value(value: object, language: str) -> str:
    """Return any value as a language writes it; text is made printable, and cut where it is long.

    >>> print(write_value(("a", "b"), "sv"), write_value(None, "sv"))
    a, b okänt
    """
    said: Any = value
    if value is None:
        return _UNKNOWN[language]
    if isinstance(value, str):
        text = printable(value)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, Provision):
        return value.citation(language)
    if isinstance(value, datetime.date):
        return TEXTS[language].format_date(value)
    if isinstance(value, Bounds) and isinstance(said.low or said.high, Rate):
        return format(share_worth_saying(said), language)
    if isinstance(value, (Money, Rate, Bounds, Period, OpenPeriod, ProgrammingPeriod)):
        return format(said, language)
    if isinstance(value, (tuple, list)):
        return ", ".join(write_value(item, language) for item in said)
    if hasattr(value, "text"):
        text = said.text(language)
        return str(text)
    return shown(value) if isinstance(value, int) else printable(str(value))


def _given(given: object, language: str) -> str:
    if given is None:
        return ""
    if isinstance(given, str):
        text = printable(given)
        cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return _QUOTED[language].format(cut)
    return write_value(given, language)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


_LINE: Final = InEachLanguage("rad", "line")
_UNKNOWN: Final = InEachLanguage("okänt", "unknown")
_QUOTED: Final = InEachLanguage("”{}”", "“{}”")


# --- Places

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")


def write_place(path: str, language: str, names: Mapping[str, object] | None = None) -> str:
    """Return a path in words: "budget.costs[2].amount" is "kostnadsrad 3, belopp".

    `names` are what stands at parts of the path, which follow their words. A word that is not known is kept as it is.
    """
    return ", ".join(_steps(path, language, {} if names is None else names))


def _steps(path: str, language: str, names: Mapping[str, object]) -> Iterator[str]:
    words = _WORDS[language]
    last = len(path)
    for step in _STEP.finditer(path):
        name, index = step[1], step[2]
        one, many = words.get(name, (name, name))
        if index is not None:
            yield f"{one} {int(index) + 1}"
        elif name != "budget" or step.end() == last:
            # Within a budget its lines speak for themselves.
            yield many
        if (said := names.get(path[: step.end()])) is not None:
            yield write_value(said, language)


_WORDS: Final[InEachLanguage[Mapping[str, tuple[str, str]]]] = InEachLanguage(
    {
        "projects": ("projekt", "projekten"),
        "budget": ("budgeten", "budgeten"),
        "costs": ("kostnadsrad", "kostnaderna"),
        "financing": ("finansieringsrad", "finansieringen"),
        "amount": ("belopp", "belopp"),
        "period": ("period", "period"),
    },
    {
        "projects": ("project", "projects"),
        "budget": ("budget", "budget"),
        "costs": ("cost line", "costs"),
        "financing": ("financing line", "financing"),
        "amount": ("amount", "amount"),
        "period": ("period", "period"),
    },
)
"""For each field of a path: one item of a list of them, and the field itself."""
