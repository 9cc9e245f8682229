"""Facts that rules of several families need: programming period, last decision, and values that must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import facts
from esfmodel.model.decision import what_stands
from esfmodel.rules.needs import need_in_words
from esfmodel.text.telling.problems import Place
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.cci import Cci

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.model import Decision, Project
    from esfmodel.rules.words import Words
    from esfmodel.values.money import Money
    from esfmodel.values.programming_period import ProgrammingPeriod

T = TypeVar("T")

PROGRAMMING_PERIOD = (
    "programming_period|programme.programming_period"
    "|cci.programming_period|programme.cci.programming_period|operation_id.cci.programming_period"
)
"""The need of a rule for the programming period."""

FUND = "fund|priority.fund|call.fund|programme.funds"
"""The need of a rule for the fund."""


def programming_period_of(project: Project) -> ProgrammingPeriod:
    """Return the programming period; raise `NotKnown` where it is not known."""
    found = facts.programming_period_of(project)
    return known(found, "programming_period")


def project_place(index: int, project: Project) -> Place:
    """Return the place of a project in a portfolio, with its name."""
    path = f"projects[{index}]"
    return Place(path, {path: project.name})


def last_stated(decisions: Iterable[Decision], stated: Callable[[Decision], T | None]) -> T | None:
    """Return the value in the last decision that states one; raise `NotKnown` where it is unclear which came last."""
    try:
        return what_stands(decisions, stated)
    except NotKnown as error:
        raise NotKnown("rule.no_last") from error


def is_interreg(project: Project) -> bool:
    """Whether the project's programme is one of several countries, by its CCI."""
    return any(cci.country is None for cci in facts.ccis_of(project).values())


def is_programme_of(project: Project, code: str) -> bool:
    """Whether a programme, by its CCI in a key of the law, is the project's; either may lack the serial number."""
    try:
        programme = Cci.parse(code)
    except InvalidValue:
        return False
    return any(programme.same_programme(cci) for cci in facts.ccis_of(project).values())


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
    return NotKnown("rule.lacks", needs=need_in_words(otherwise)) if isinstance(otherwise, str) else NotKnown(otherwise)


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


def difference_of(expected: MoneyLike, found: MoneyLike) -> MoneyLike | None:
    """Return `found` less `expected`; None where they are equal.

    Raises `NotKnown` where their bounds overlap, so that they may be equal.
    """
    low, high = as_bounds(expected), as_bounds(found)
    try:
        equal = not (high < low or high > low)
    except NotKnown as error:
        raise NotKnown("rule.amounts_in_part") from error
    if equal:
        return None
    difference = high - low
    return difference if difference.known is None else difference.known
