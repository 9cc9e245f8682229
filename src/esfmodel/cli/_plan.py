"""The command `plan`: from one amount and one share to who pays what, as a sentence and a table."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._terminal import WIDTH, say, say_source
from esfmodel.display import financing_table
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.formats import to_text
from esfmodel.model import Budget, Organisation, Project
from esfmodel.rules.words import Words
from esfmodel.text._languages import TEXTS
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from esfmodel.values.money import Money
    from esfmodel.values.rate import Rate

_MOST_DIGITS = 100

_AMOUNTS = ("support", "total", "own")
_SHARES = ("own_rate", "support_rate", "eu_share_of_support")
_OPTIONS = MappingProxyType(
    {
        "support": "--support",
        "total": "--total",
        "own": "--own",
        "own_rate": "--own-rate",
        "support_rate": "--support-rate",
        "eu_share_of_support": "--eu-share",
        "co_funders": "--co-funder",
    }
)
_FINER = "rounding=Rounding.MINOR_UP"
_FOR_PROGRAMS = ("pass ", "None", "Bounds")
_LIKE_THIS = MappingProxyType(
    {
        "--eu-share": Words('"40/54"', '"40/54"'),
        _AMOUNTS: Words('"8 000 000 kr" or "8 mnkr"', '"SEK 8,000,000" or "SEK 8 million"'),
        _SHARES: Words('"55 %"', '"55%"'),
    }
)


def show_plan(arguments: Namespace) -> int:
    """Plan the financing, and say and show it."""
    try:
        plan = _plan(arguments)
    except EsfModelError as error:
        say(f"esfmodel: {one_line(_told(error, arguments))}", sys.stderr)
        return REFUSED
    said = TEXTS[arguments.lang].financing_plan(plan)
    if arguments.json:
        document = {"format": "esfmodel plan", "version": 1, "text": said, "budget": _plain(plan)}
        say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    else:
        say("\n".join([*wrapped(said, WIDTH), "", financing_table(plan, arguments.lang)]))
    return FINE


def _told(error: EsfModelError, arguments: Namespace) -> str:
    """Say what is wrong in the words of the command line: its options, and what was typed."""
    if not isinstance(error, InvalidValue) or error.place not in _OPTIONS:
        return str(error)
    typed = getattr(arguments, error.place, arguments.co_funder)
    said = InvalidValue(_OPTIONS[error.place], typed, error.wrong, error.advice)
    return str(said).replace("support= or total=", "--support or --total").replace(_FINER, "--ore")


def _plan(arguments: Namespace) -> Budget:
    given: dict[str, Any] = {}
    for names, read in ((_AMOUNTS, _amount), (_SHARES, _rate)):
        for name in names:
            text = getattr(arguments, name)
            if text is not None:
                given[name] = _read(read, text, _OPTIONS[name], arguments.lang)
    if arguments.co_funder:
        given["co_funders"] = _co_funders(arguments.co_funder)
    if arguments.ore:
        given["rounding"] = Rounding.MINOR_UP
    return Budget.plan(**given)


def _read(read: Callable[[str, str], Money | Rate], text: str, option: str, language: str) -> Money | Rate:
    """Read what was typed after an option, or say which option it was and what to type instead."""
    try:
        return read(text, language)
    except InvalidValue as error:
        # A second way, for programs, is told after the first.
        advice, _, _ = error.advice.partition(", or pass ")
        if any(word in advice for word in _FOR_PROGRAMS):
            like = _LIKE_THIS.get(option) or _LIKE_THIS[_AMOUNTS if read is _amount else _SHARES]
            advice = f"write one figure, such as {like.text(language)}"
        raise InvalidValue(option, text, error.wrong, advice) from error


def _amount(text: str, language: str) -> Money:
    """Read an amount; one that is a bare number is in kronor."""
    is_bare = not any(each.isalpha() or each in "€:" for each in text)
    return TEXTS[language].parse_money(text, currency="SEK" if is_bare else None)


def _rate(text: str, language: str) -> Rate:
    return TEXTS[language].parse_rate(text)


def _co_funders(given: list[str]) -> dict[Organisation, Fraction]:
    """Read names with their weights: "Region Dalarna=2"; without one, a weight of 1."""
    weights: dict[Organisation, Fraction] = {}
    for text in given:
        name, _, weight = text.rpartition("=") if "=" in text else (text, "", "1")
        name, weight = name.strip(), weight.strip()
        if not name:
            raise InvalidValue("--co-funder", text, "names nobody", 'write it as "Region Dalarna=2"')
        funder = Organisation(name)
        if funder in weights:
            raise InvalidValue("--co-funder", name, "is named twice", "give each one weight")
        if not (weight.isascii() and weight.isdecimal() and len(weight) < _MOST_DIGITS):
            raise InvalidValue("--co-funder", text, "has no whole number after the =", 'write it as "Region Dalarna=2"')
        weights[funder] = Fraction(weight)
    return weights


def _plain(plan: Budget) -> object:
    """Write the budget as projects are written."""
    return json.loads(to_text(Project("plan", budget=plan), "project_json"))["projects"][0]["budget"]
