"""The budget and the period of a project, from the single amounts and days that a page or a row of a list states.

Amounts and days that contradict each other are refused, each with a problem; the caller knows where they stand.

>>> from esfmodel import Money
>>> budget, refused = stated_budget({Meaning.TOTAL: Money(500), Meaning.EU_SUPPORT: Money(200)})
>>> budget.total, budget.eu_support, refused
(Money(500), Money(200), {})
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.formats.labels import Meaning
from esfmodel.formats.reading import Problem
from esfmodel.model.budget import Budget
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.values.dates import Date
    from esfmodel.values.money import Money

_SOURCES: Mapping[Meaning, FundingSource] = MappingProxyType(
    {
        Meaning.PARTNER_COUNTRY: FundingSource.PARTNER_COUNTRY,
        Meaning.OWN_PUBLIC: FundingSource.OWN_PUBLIC,
        Meaning.OWN_PRIVATE: FundingSource.OWN_PRIVATE,
        Meaning.OWN: FundingSource.OWN,
    }
)
_PAYERS: Mapping[FundingSource, Funder] = MappingProxyType({source: Funder(source=source) for source in FundingSource})
_REST = Contribution.rest()
OF_THE_BUDGET: tuple[Meaning, ...] = (
    Meaning.TOTAL, Meaning.SUPPORT, Meaning.EU_SUPPORT, Meaning.STATE_SUPPORT, *_SOURCES
)  # fmt: skip
"""The meanings of the amounts that make a budget."""


def stated_budget(amounts: Mapping[Meaning, Money]) -> tuple[Budget | None, dict[Meaning, Problem]]:
    """Return the budget of amounts of `OF_THE_BUDGET`, and the problems of those that contradict the support.

    Support is EU and state money undivided, unless the Union's part is stated too. Raises `InvalidValue` for amounts in
    several currencies.
    """
    refused: dict[Meaning, Problem] = {}
    total, support = amounts.get(Meaning.TOTAL), amounts.get(Meaning.SUPPORT)
    eu_support, state = amounts.get(Meaning.EU_SUPPORT), amounts.get(Meaning.STATE_SUPPORT)
    if support is not None and eu_support is not None and eu_support > support:
        refused[Meaning.EU_SUPPORT] = Problem("record.more_than_support", support=support)
        eu_support = None
    if support is not None and state is not None:
        rest = support if eu_support is None else support - eu_support
        if state > rest or (state != rest and eu_support is not None):
            refused[Meaning.STATE_SUPPORT] = Problem("record.not_the_rest", rest=rest)
            state = None
    others = {source: amounts[meaning] for meaning, source in _SOURCES.items() if meaning in amounts}
    if total is None and support is None and eu_support is None and state is None and not others:
        return None, refused
    return Budget(financing=_financing(support, eu_support, state, others, total), total=total), refused


def _financing(
    support: Money | None,
    eu_support: Money | None,
    state: Money | None,
    others: Mapping[FundingSource, Money],
    total: Money | None,
) -> tuple[Contribution, ...]:
    """Return the contributions that are stated, and what stands for those that are not."""
    # What is computed is listed if it is any; what is stated is, though it be nothing, since it would else be unknown.
    if support is not None and eu_support is None and state is not None:
        eu_support = _left(support, state)
    elif support is not None and eu_support is not None and state is None:
        state = _left(support, eu_support)
    if eu_support is None and state is None:
        parts = {FundingSource.EU_AND_STATE: support}
    else:
        parts = {FundingSource.EU: eu_support, FundingSource.STATE_GRANT: state}
    paid = {**{source: amount for source, amount in parts.items() if amount is not None}, **others}
    stated = tuple([Contribution(_PAYERS[source], amount) for source, amount in paid.items()])
    if any(source.is_own for source in others):
        is_all = total is not None and sum(paid.values(), total * 0) == total
        return stated if is_all else (*stated, _REST)
    if support is None and (eu_support is None or state is None):
        return (*stated, _REST) if stated else ()
    return (*stated, Contribution(_PAYERS[FundingSource.OWN]))


def _left(support: Money, part: Money) -> Money | None:
    """Return what a stated part leaves of the support; None for nothing, since nobody has stated a 0."""
    rest = support - part
    return rest if rest.minor else None


def stated_period(
    start: Date | None, end: Date | None, stated: Period | OpenPeriod | None
) -> tuple[Period | OpenPeriod | None, dict[Meaning, Problem]]:
    """Return the period of its two days and of a stated period; where they differ, the days win: they are more exact.

    >>> stated_period(None, None, Period.of_years(2023, 2025))
    (Period("2023-01-01", "2025-12-31", "year"), {})
    """
    refused: dict[Meaning, Problem] = {}
    if start is not None and end is not None and end < start:
        for meaning in (Meaning.START, Meaning.END):
            refused[meaning] = Problem("record.end_before_start")
        start = end = None
    days = _of_days(start, end)
    if stated is None or days is None:
        return stated or days, refused
    if _agree(stated, start, end):
        return (stated if start is None or end is None else days), refused
    refused[Meaning.PERIOD] = Problem("record.not_the_days", days=days)
    return days, refused


def _of_days(start: Date | None, end: Date | None) -> Period | OpenPeriod | None:
    if start is not None and end is not None:
        return Period(start, end)
    return None if start is None and end is None else OpenPeriod(start, end)


def _agree(stated: Period | OpenPeriod, start: Date | None, end: Date | None) -> bool:
    """Whether two days can be the ends of a stated period, at its precision; an unknown end agrees with any day."""
    precision = stated.precision if isinstance(stated, Period) else "day"
    length = {"day": 10, "month": 7, "year": 4}[precision]  # of the beginning of an ISO date that is compared
    pairs = ((stated.start, start), (stated.end, end))
    return all(
        one is None or other is None or one.isoformat()[:length] == other.isoformat()[:length] for one, other in pairs
    )
