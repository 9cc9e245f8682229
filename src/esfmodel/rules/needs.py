"""What a rule needs to know, as attribute paths, and whether it is known of a subject.

>>> from esfmodel import Phase, Project
>>> missing(Project("A", phases=[Phase("Analys")]), "phases[].period")
True
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import cast

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.rules.words import Words
from esfmodel.values.format import LANGUAGES

_OWN_SHARE = Words("egen andel i utlysningen", "the call's own share")
_PROGRAMMING_PERIOD = Words("programperiod", "programming period")

_NAMES = MappingProxyType(
    {
        "beneficiary": Words("stödmottagare", "beneficiary"),
        "budget": Words("budget", "budget"),
        "budget.complete": Words("uppgift om alla som betalar är listade", "whether all who pay are listed"),
        "budget.computed_amounts": Words("kostnadernas beräknade belopp", "the computed amounts of the costs"),
        "budget.cost_amounts": Words("kostnadernas belopp", "the amounts of the costs"),
        "budget.costs": Words("kostnader", "costs"),
        "budget.currency": Words("budgetens valuta", "the budget's currency"),
        "budget.eu_rate": Words("EU-stödets andel", "the Union's share"),
        "budget.eu_support": Words("EU-stöd", "the Union's support"),
        "budget.financing": Words("finansiering", "financing"),
        "budget.is_open": Words("uppgift om fler betalar", "whether others pay as well"),
        "budget.own_contribution": Words("egen insats", "own contribution"),
        "budget.own_rate": Words("egen andel", "own share"),
        "budget.support": Words("stöd", "support"),
        "budget.support_rate": Words("stödets andel", "the share of the support"),
        "budget.total": Words("angiven totalkostnad", "stated total cost"),
        "budget.total_cost": Words("totalkostnad", "total cost"),
        "budget.total_costs": Words("kostnadernas summa", "the sum of the costs"),
        "budget.total_financing": Words("finansieringens summa", "the sum of the financing"),
        "budget.unlisted": Words("de som betalar utan att vara listade", "those who pay and are not listed"),
        "call": Words("utlysning", "call"),
        "call.fund": Words("utlysningens fond", "the call's fund"),
        "call.largest_support": Words("högsta stöd i utlysningen", "the call's largest support"),
        "call.longest_months": Words("längsta projekttid i utlysningen", "the call's longest project period"),
        "call.own_share": _OWN_SHARE,
        "call.own_share_by_region": _OWN_SHARE,
        "call.smallest_support": Words("lägsta stöd i utlysningen", "the call's smallest support"),
        "call.start_window": Words("starttid i utlysningen", "the call's start window"),
        "cci": Words("projektets CCI", "the project's CCI"),
        "cci.programming_period": _PROGRAMMING_PERIOD,
        "claims": Words("ansökningar om utbetalning", "claims for payment"),
        "country": Words("land", "country"),
        "decisions": Words("beslut", "decisions"),
        "duration_months": Words("längd i månader", "length in months"),
        "extra": Words("övriga uppgifter", "other particulars"),
        "fund": Words("fond", "fund"),
        "intervention_field": Words("interventionsområde", "intervention field"),
        "name": Words("namn", "name"),
        "nuts": Words("NUTS-kod", "NUTS code"),
        "operation_id": Words("projektets nummer", "the project's number"),
        "operation_id.cci": Words("projektnumrets CCI", "the CCI of the project's number"),
        "operation_id.cci.programming_period": _PROGRAMMING_PERIOD,
        "partners": Words("partner", "partners"),
        "period": Words("projektperiod", "project period"),
        "phases": Words("faser", "phases"),
        "phases[].period": Words("fasernas perioder", "the periods of the phases"),
        "physical_investment": Words("uppgift om fysisk investering", "whether there is a physical investment"),
        "planned_participants": Words("planerat antal deltagare", "planned number of participants"),
        "priority": Words("programområde", "priority"),
        "priority.fund": Words("programområdets fond", "the priority's fund"),
        "priority.specific_objectives": Words("programområdets specifika mål", "the priority's specific objectives"),
        "programme": Words("program", "programme"),
        "programme.cci": Words("programmets CCI", "the programme's CCI"),
        "programme.cci.programming_period": _PROGRAMMING_PERIOD,
        "programme.country": Words("programmets land", "the programme's country"),
        "programme.funds": Words("programmets fonder", "the programme's funds"),
        "programme.priorities": Words("programmets programområden", "the programme's priorities"),
        "programme.programming_period": _PROGRAMMING_PERIOD,
        "programming_period": _PROGRAMMING_PERIOD,
        "projects": Words("projekt", "projects"),
        "published_eu_rate": Words("publicerad EU-andel", "published EU rate"),
        "region": Words("region", "region"),
        "secondary_themes": Words("sekundärteman", "secondary themes"),
        "source": Words("källa", "source"),
        "specific_objective": Words("specifikt mål", "specific objective"),
        "state_aid": Words("uppgift om statligt stöd", "whether the support is State aid"),
        "strategic_importance": Words("strategisk betydelse", "strategic importance"),
        "summary": Words("sammanfattning", "summary"),
        "vat_recoverable": Words("uppgift om momsen kan återfås", "whether the value added tax can be recovered"),
    }
)


def need_in_words(need: str) -> Words:
    """Return a need in words; a path without words is shown as it is.

    >>> print(need_in_words("budget.total|budget.costs"))
    stated total cost or costs
    """
    names = [_NAMES.get(path, Words(path, path)) for path in need.split("|")]
    swedish, english = (dict.fromkeys(name.text(language) for name in names) for language in LANGUAGES)
    return Words(" eller ".join(swedish), " or ".join(english))


def missing(subject: object, need: str) -> bool:
    """Whether nothing is known at a path: it has None or an empty tuple, raises `NotKnown`, or lies under such a value.

    Of alternatives, "cci|programme.cci", one is enough; after "[]" every item must have what follows.
    """
    return all(_is_missing(subject, path) for path in _paths(need))


@cache
def _paths(need: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(path.split(".")) for path in need.split("|"))


def _is_missing(value: object, names: tuple[str, ...]) -> bool:
    if value is None or value == ():
        return True
    if not names:
        return False
    name, rest = names[0], names[1:]
    if not name.endswith("[]"):
        try:
            found = _attribute(value, name)
        except NotKnown:
            return True
        return _is_missing(found, rest)
    items = cast("tuple[object, ...]", _attribute(value, name.removesuffix("[]")))
    return not items or any(_is_missing(item, rest) for item in items)


def _attribute(value: object, name: str) -> object:
    # A misspelt need would otherwise count as missing, and the rule would never be judged.
    try:
        return cast("object", getattr(value, name))
    except AttributeError as error:
        kind = type(value).__name__
        wrong = f"is nothing that {kind} has"
        raise InvalidValue("needs", name, wrong, "write a path such as 'budget.total'") from error
