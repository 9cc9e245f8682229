"""What a rule needs to know, as attribute paths, and whether it is known of a subject.

>>> from esfmodel import Phase, Project
>>> missing(Project("A", phases=[Phase("Analys")]), "phases[].period")
True
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place, listed
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

_OWN_SHARE = Words("utlysningens krav på medfinansiering", "the call's own share")
_PROGRAMMING_PERIOD = Words("programperiod", "programming period")

_NAMES: Mapping[str, Words] = MappingProxyType(
    {
        "budget.currency": Words("budgetens valuta", "the budget's currency"),
        "call.fund": Words("utlysningens fond", "the call's fund"),
        "call.largest_support": Words("högsta stöd i utlysningen", "the call's largest support"),
        "call.longest_months": Words("längsta projekttid i utlysningen", "the call's longest project period"),
        "call.own_share": _OWN_SHARE,
        "call.own_share_by_region": _OWN_SHARE,
        "call.smallest_support": Words("lägsta stöd i utlysningen", "the call's smallest support"),
        "call.start_window": Words("starttid i utlysningen", "the call's start window"),
        "claims[].paid_on": Words("betalningsdag för varje ansökan", "the day of payment of each claim"),
        "cci": Words("projektets CCI", "the project's CCI"),
        "cci.programming_period": _PROGRAMMING_PERIOD,
        "operation_id.cci": Words("projektnumrets CCI", "the CCI of the project's number"),
        "operation_id.cci.programming_period": _PROGRAMMING_PERIOD,
        "period": Words("projektperiod", "project period"),
        "phases[].period": Words("fasernas perioder", "the periods of the phases"),
        "priority.fund": Words("programområdets fond", "the priority's fund"),
        "priority.specific_objectives": Words("programområdets specifika mål", "the priority's specific objectives"),
        "programme.cci": Words("programmets CCI", "the programme's CCI"),
        "programme.cci.programming_period": _PROGRAMMING_PERIOD,
        "programme.country": Words("programmets land", "the programme's country"),
        "programme.funds": Words("programmets fonder", "the programme's funds"),
        "programme.priorities": Words("programmets programområden", "the programme's priorities"),
        "programme.programming_period": _PROGRAMMING_PERIOD,
    }
)


def need_in_words(need: str) -> Words:
    """Return a need in words; a field that stands alone is called as in a place.

    >>> print(need_in_words("budget.total|budget.costs"))
    stated total cost or costs
    """
    paths = [_NAMES.get(path, Place(path)) for path in need.split("|")]
    texts = {language: dict.fromkeys(path.text(language) for path in paths) for language in LANGUAGES}
    return Words(**{language: listed([*alike], language, either=True) for language, alike in texts.items()})


def missing(subject: object, need: str) -> bool:
    """Whether nothing is known at a path: it has None or an empty tuple, raises `NotKnown`, or lies under such a value.

    Of alternatives, "cci|programme.cci", one is enough; after "[]" every item must have what follows.
    """
    return all(_is_missing(subject, path) for path in _paths(need))


@cache
def _paths(need: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(path.split(".")) for path in need.split("|"))


def _is_missing(value: object, names: tuple[str, ...]) -> bool:
    for place, name in enumerate(names):
        if value is None or value == ():
            return True
        if name.endswith("[]"):
            items = cast("tuple[object, ...]", _attribute(value, name.removesuffix("[]")))
            return not items or any(_is_missing(item, names[place + 1 :]) for item in items)
        try:
            value = _attribute(value, name)
        except NotKnown:
            return True
    return value is None or value == ()


def _attribute(value: object, name: str) -> object:
    # A misspelt need would otherwise count as missing, and the rule would never be judged.
    try:
        return cast("object", getattr(value, name))
    except AttributeError as error:
        raise InvalidValue("argument.rule_need", "needs", name, kind=type(value).__name__) from error
