"""Facts that rules of several families need: programming period, last decision, and values that must be known."""

from __future__ import annotations

from functools import lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law import Condition, codes
from esfmodel.law.law import law_concerns
from esfmodel.model import DecisionKind, Fund, facts
from esfmodel.model.decision import what_stands
from esfmodel.model.facts import fund_of
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.cci import Cci
from esfmodel.values.field_type import kept
from esfmodel.values.format import plain_name
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.law import Law, Provision
    from esfmodel.model import Decision, Ledger, Project
    from esfmodel.rules.context import Context
    from esfmodel.values.country import Country
    from esfmodel.values.programming_period import ProgrammingPeriod

T = TypeVar("T")

PROGRAMMING_PERIOD = (
    "programming_period|programme.programming_period"
    "|cci.programming_period|programme.cci.programming_period|operation_id.cci.programming_period"
)
"""The need of a rule for the programming period."""

CCI = "cci|programme.cci|operation_id.cci"
"""The need of a rule for the code of the programme, which tells whether it is one of Interreg."""

is_interreg = facts.is_interreg

_INTERREG = "interreg"
"""The last part of the keys that hold a value of Interreg's own."""

FUND = "fund|priority.fund|call.fund|programme.funds"
"""The need of a rule for the fund."""


def programming_period_of(project: Project) -> ProgrammingPeriod:
    """Return the programming period; raise `NotKnown` where it is not known."""
    found = facts.programming_period_of(project)
    return known(found, "programming_period")


def project_place(index: int, name: str) -> Place:
    """Return the place of a project in a portfolio, with its name."""
    path = f"projects[{index}]"
    return Place(path, {path: name})


def last_stated(decisions: Iterable[Decision], stated: Callable[[Decision], T | None]) -> T | None:
    """Return the value in the last decision that states one; raise `NotKnown` where it is unclear which came last."""
    try:
        return what_stands(decisions, stated)
    except NotKnown as error:
        raise NotKnown("rule.no_last") from error


def ledger_of(project: Project) -> Ledger:
    """Return the ledger of the claims; raise `NotKnown` where claims and decisions do not fit each other."""
    # Loaded with the first claim: most projects have none.
    from esfmodel.model import Ledger

    try:
        return Ledger.of(project)
    except InvalidValue as error:
        raise NotKnown(_NO_LEDGER) from error


def country_of(project: Project) -> Country | None:
    """Return the country that the project, its programme's CCI or its NUTS code names."""
    of_codes = (cci.country for cci in facts.ccis_of(project).values())
    named = (project.country, *of_codes, None if project.nuts is None else project.nuts.country)
    return next((country for country in named if country is not None), None)


def is_refused(project: Project) -> bool:
    """Whether the application was refused; raise `NotKnown` where a grant or the refusal may have come last."""
    decision = facts.standing_decision(project)
    return decision is not None and decision.kind is DecisionKind.REJECTED


@kept
def dedicated_to(project: Project) -> Condition | None:
    """Return what the project's priority is dedicated to: as stated, by the list of the programme's, or by its name.

    Of the names, only that of REACT-EU is known to say it.

    >>> from esfmodel import Priority, Project
    >>> dedicated_to(Project("Omställning", priority=Priority("8", "Insatsområde REACT-EU"))).name
    'REACT_EU'
    """
    priority = project.priority or (None if project.call is None else project.call.priority)
    if priority is None:
        return None
    lists = (codes.priorities(cci.code) for cci in facts.ccis_of(project).values())
    listed = (each.get(priority.code) for each in lists if each is not None)
    by_list = next((entry.condition for entry in listed if entry is not None), None)
    if priority.dedicated_to or by_list:
        return priority.dedicated_to or by_list
    is_named = any("react eu" in plain_name(name) for name in (priority.code, priority.name or ""))
    return Condition.REACT_EU if is_named else None


def may_be_interreg(project: Project) -> bool:
    """Whether the project's programme is, or may be, one of several countries; False only where that is known."""
    return not facts.ccis_of(project) or is_interreg(project)


def is_of_interreg(key: str) -> bool:
    """Whether a key holds a value of Interreg's own beside a general one."""
    return key.endswith(f".{_INTERREG}")


def key_for(context: Context, key: str, project: Project, period: ProgrammingPeriod) -> str:
    """Return the key of Interreg's own value where the project is one of Interreg and the law has it, else the key."""
    own = f"{key}.{_INTERREG}"
    return own if is_interreg(project) and own in context.keys(key, period) else key


def counting(parts: Iterable[Provision | None], project: Project) -> tuple[Provision | None, ...]:
    """Return parts of the law as they count for a project: what is Interreg's alone counts in no other programme."""
    others = is_interreg(project)
    return tuple(row if row is None or others or row.condition is not Condition.INTERREG else None for row in parts)


def law_concerns_fund(law: Law, prefix: str, project: Project) -> bool:
    """Whether the law at and under a key may concern a project: by its fund, and by its programming period where known.

    False where the rows of the programming period name other funds alone; without such rows, those of any period count.
    """
    fund = fund_of(project)
    return fund is None or law_concerns(law, prefix, fund, facts.programming_period_of(project))


def of_a_fund_concerned(context: Context, prefix: str) -> Callable[[Project], bool]:
    """Return whether the law by which projects are judged may concern each, under a key that need not be declared."""
    return partial(law_concerns_fund, context.law, prefix)


FUND_CODES: Final[Mapping[str, Fund]] = MappingProxyType(
    {
        "RD": Fund.EAFRD,
        "FM": Fund.FEAD,
        "MF": Fund.EMFAF,
        "JT": Fund.JTF,
        "AM": Fund.AMIF,
        "IS": Fund.ISF,
        "BV": Fund.BMVI,
    }
)
"""The codes in a CCI of those funds whose rules differ from the others'."""

_UNDER_OTHER_ACTS = frozenset({Fund.EAFRD, Fund.FEAD})

_OF_HOME_AFFAIRS = frozenset({Fund.AMIF, Fund.ISF, Fund.BMVI})
"""Funds that the common provisions bind only in the programming periods whose list of funds has them."""

_IN_SWEDISH: Final = MappingProxyType(
    {
        Fund.FEAD: "Fead",
        Fund.ERDF: "Eruf",
        Fund.COHESION_FUND: "Sammanhållningsfonden",
        Fund.JTF: "FRO",
        Fund.EAFRD: "Ejflu",
        Fund.EMFF: "EHFF",
        Fund.EMFAF: "EHFVF",
        Fund.AMIF: "Amif",
    }
)
"""The short names of funds that are others in Swedish."""


def fund_words(*funds: Fund) -> Words:
    """Return the short names of funds as each language has them.

    >>> fund_words(Fund.ESF, Fund.FEAD).sv
    'ESF, Fead'
    """
    return Words(
        ", ".join(_IN_SWEDISH.get(fund, fund.value) for fund in funds), ", ".join(fund.value for fund in funds)
    )


_NO_LEDGER = Words(
    "ansökningarna om utbetalning går inte att stämma av mot beslutet", "the claims cannot be set against the grant"
)

OTHER_ACTS: Final = Words(
    "utom i Ejflu och Fead och i program inom Amif och ISF som den gemensamma förordningen inte omfattar",
    "save in EAFRD and FEAD and in programmes of the AMIF and the ISF that the common provisions do not concern",
)
"""Whom the common provisions do not bind, as a part of the scope of a rule."""

COMMON_PROVISIONS: Final = Words("gäller alla projekt, {save}", "concerns every project, {save}").with_values(
    save=OTHER_ACTS
)
"""The scope of a rule on the common provisions."""


def funds_of(project: Project) -> tuple[Fund, ...]:
    """Return the funds that a project may be of, as it or its programme states, or else its CCI; none where unknown.

    >>> from esfmodel import Project
    >>> funds_of(Project("Förnyad räddningstjänst", cci="2021SE65AMPR001"))
    (<Fund.AMIF: 'AMIF'>,)
    """
    fund = facts.fund_of(project)
    if fund is not None:
        return (fund,)
    if project.programme is not None and project.programme.funds:
        return project.programme.funds
    by_code = {FUND_CODES.get(cci.fund_code) for cci in facts.ccis_of(project).values()}
    return tuple(fund for fund in by_code if fund is not None)


@kept
def is_under_common_provisions(project: Project) -> bool:
    """Whether the common provisions bind a project; False only where its fund is known to lie outside them."""
    funds = funds_of(project)
    if not funds:
        return True
    period = facts.programming_period_of(project)
    return any(_is_under_common_provisions(fund, period) for fund in funds)


def _is_under_common_provisions(fund: Fund, period: ProgrammingPeriod | None) -> bool:
    listed = None if period is None else codes.funds(period)
    if fund in _OF_HOME_AFFAIRS and listed is not None:
        return fund.value in listed
    return fund not in _UNDER_OTHER_ACTS


def law_concerns_period(law: Law, key: str, project: Project) -> bool:
    """Whether the law may have a value for a project's programming period; False only where that is known."""
    period = facts.programming_period_of(project)
    return period is None or any(row.key == key and row.programming_period == period for row in law.under(key))


def is_programme_of(project: Project, code: str) -> bool:
    """Whether a programme, by its CCI in a key of the law, is the project's; either may lack the serial number."""
    programme = programme_of_key(code)
    return programme is not None and any(map(programme.same_programme, facts.ccis_of(project).values()))


@lru_cache
def programme_of_key(code: str) -> Cci | None:
    """Return the CCI of a programme in a key of the law; None for what is none, such as the name of a draft."""
    try:
        return Cci.parse(code)
    except InvalidValue:
        return None


def known(value: T | None, otherwise: Words | str | None = None) -> T:
    """Return a value that must be known; raise `NotKnown` where it is None, with the path of what lacks or a reason.

    >>> known(36) + 1
    37
    >>> from esfmodel.rules import Words
    >>> known(None, "budget.total_cost")
    Traceback (most recent call last):
        ...
    esfmodel.errors.NotKnown: not stated: total cost
    >>> known(None, Words("längden är inte känd", "the length is not known"))
    Traceback (most recent call last):
        ...
    esfmodel.errors.NotKnown: the length is not known
    """
    if value is None:
        raise not_known(otherwise)
    return value


def not_known(otherwise: Words | str | None) -> NotKnown:
    """Return the error for what must be known: its reason in words, or that what stands at a path is not stated."""
    if otherwise is None:
        return NotKnown("rule.not_stated")
    return NotKnown("rule.lacks", needs=_in_words(otherwise)) if isinstance(otherwise, str) else NotKnown(otherwise)


_in_words = lru_cache(need_in_words)
"""Put a path into words once: many rules lack the same."""


# With `known`, mypy infers `object` for a union of two types, so amounts and shares have functions of their own.
def known_amount(amount: MoneyLike | None, otherwise: Words | str | None = None) -> MoneyLike:
    """Return an amount, exact or within bounds; raise `NotKnown` where it is None.

    >>> from esfmodel import Budget, Money
    >>> known_amount(Budget(total=Money(500_000)).total_cost)
    Money(500000)
    """
    if amount is None:
        raise not_known(otherwise)
    return amount


def known_share(share: RateLike | None, otherwise: Words | str | None = None) -> RateLike:
    """Return a share, exact or within bounds; raise `NotKnown` where it is None.

    >>> from esfmodel import Rate
    >>> known_share(Rate.of_percent(40))
    Rate.of_percent("40")
    """
    if share is None:
        raise not_known(otherwise)
    return share


def as_bounds(amount: MoneyLike) -> Bounds[Money]:
    """Return an amount as bounds, equal ones where it is exact."""
    return amount if isinstance(amount, Bounds) else Bounds(amount, amount)


def low_end(amount: MoneyLike) -> tuple[Money | None, bool]:
    """Return the low end of an amount and whether it is included: of an exact one, the amount itself.

    >>> from esfmodel import Bounds, Money
    >>> low_end(Money(5)), low_end(Bounds.over(Money(5)))
    ((Money(5), True), (Money(5), False))
    """
    return (amount.low, amount.low_included) if isinstance(amount, Bounds) else (amount, True)


def high_end(amount: MoneyLike) -> tuple[Money | None, bool]:
    """Return the high end of an amount and whether it is included: of an exact one, the amount itself."""
    return (amount.high, amount.high_included) if isinstance(amount, Bounds) else (amount, True)


def is_negative(amount: MoneyLike | None) -> bool:
    """Whether an amount is surely below zero; False where it is not known or has no high end.

    >>> from esfmodel import Bounds, Money
    >>> is_negative(Money(-1)), is_negative(Bounds.under(Money(0))), is_negative(Bounds.at_most(Money(0)))
    (True, True, False)
    """
    if not isinstance(amount, Bounds):
        return amount is not None and amount.minor < 0
    high, is_included = high_end(amount)
    return high is not None and (high.minor < 0 or (high.minor == 0 and not is_included))


def is_positive(amount: MoneyLike | None) -> bool:
    """Whether an amount is surely above zero; False where it is not known or has no low end."""
    if not isinstance(amount, Bounds):
        return amount is not None and amount.minor > 0
    low, is_included = low_end(amount)
    return low is not None and (low.minor > 0 or (low.minor == 0 and not is_included))


def is_above(amount: MoneyLike, limit: MoneyLike) -> bool:
    """Whether one amount is above another of its currency; raise `NotKnown` where their bounds allow both answers."""
    if isinstance(amount, Money) and isinstance(limit, Money) and amount.currency == limit.currency:
        return amount.minor > limit.minor
    return (amount if isinstance(limit, Money) else as_bounds(amount)) > limit


def difference_of(expected: MoneyLike, found: MoneyLike) -> MoneyLike | None:
    """Return `found` less `expected`; None where they are equal.

    Raises `NotKnown` where their bounds overlap, so that they may be equal.
    """
    if isinstance(expected, Money) and isinstance(found, Money):
        exactly = found + -expected
        return exactly if exactly.minor else None
    low, high = as_bounds(expected), as_bounds(found)
    try:
        equal = not (high < low or high > low)
    except NotKnown as error:
        raise NotKnown("rule.amounts_in_part") from error
    if equal:
        return None
    return as_exact(high - low)


def as_exact(amount: MoneyLike) -> MoneyLike:
    """Return the amount that bounds leave where they leave only one, else the bounds.

    >>> from esfmodel import Bounds, Money
    >>> as_exact(Bounds(Money(5), Money(5))), as_exact(Bounds.over(Money(5)))
    (Money(5), Bounds.over(Money(5)))
    """
    return amount if isinstance(amount, Money) else amount.known or amount
