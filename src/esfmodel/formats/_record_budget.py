"""The period and the budget of a record: what several of its labels say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.formats._record_labels import Meaning
from esfmodel.formats._record_values import amount_in, day_in, days_in
from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.formats._record_sheet import Sheet
    from esfmodel.values.dates import Date
    from esfmodel.values.money import Money


def budget_of(sheet: Sheet) -> Budget | None:
    """Make the budget of what is printed; support is EU and state money undivided unless the Union's is said too."""
    total = sheet.take(Meaning.TOTAL, amount_in)
    support = sheet.take(Meaning.SUPPORT, amount_in)
    eu_support = sheet.take(Meaning.EU_SUPPORT, amount_in)
    if support is not None and eu_support is not None and eu_support > support:
        sheet.withdraw(Meaning.EU_SUPPORT, f"is more than the support granted, {support}", "correct one of them")
        eu_support = None
    if total is None and support is None and eu_support is None:
        return None
    return Budget(financing=_financing(support, eu_support), total=total)


def decisions_of(sheet: Sheet, budget: Budget | None) -> tuple[Decision, ...]:
    """Give the decision that a record tells of when it prints its support as granted ("Beviljat ESF-stöd")."""
    label = sheet.label_of(Meaning.SUPPORT)
    if budget is None or label is None or not label.casefold().startswith("beviljat"):
        return ()
    return (Decision(DecisionKind.GRANTED, support=budget.support),)


def _financing(support: Money | None, eu_support: Money | None) -> tuple[Contribution, ...]:
    own = Contribution(Funder(source=FundingSource.OWN))
    if eu_support is None:
        return () if support is None else (_from(FundingSource.EU_AND_STATE, support), own)
    if support is None:
        return (_from(FundingSource.EU, eu_support), Contribution.rest())
    state = support - eu_support
    return (
        _from(FundingSource.EU, eu_support),
        *([_from(FundingSource.STATE_GRANT, state)] if state.minor else []),
        own,
    )


def _from(source: FundingSource, amount: Money) -> Contribution:
    return Contribution(Funder(source=source), amount)


def period_of(sheet: Sheet) -> Period | OpenPeriod | None:
    """Bring together the period and its two days; where they differ the days are taken, which are the finer."""
    start, end = sheet.take(Meaning.START, day_in), sheet.take(Meaning.END, day_in)
    if start is not None and end is not None and end < start:
        wrong = "contradicts the other: the end is before the start"
        sheet.withdraw(Meaning.START, wrong, "correct one of them")
        sheet.withdraw(Meaning.END, wrong, "correct one of them")
        start = end = None
    stated = sheet.take(Meaning.PERIOD, days_in)
    days = _of_days(start, end)
    if stated is None or days is None:
        return stated or days
    if _agree(stated, start, end):
        return stated if start is None or end is None else days
    sheet.withdraw(Meaning.PERIOD, f"is not the period that the days give, {days}", "keep the right one")
    return days


def _of_days(start: Date | None, end: Date | None) -> Period | OpenPeriod | None:
    if start is not None and end is not None:
        return Period(start, end)
    return None if start is None and end is None else OpenPeriod(start, end)


def _agree(stated: Period | OpenPeriod, start: Date | None, end: Date | None) -> bool:
    """Whether two days may be the ends of a period that is stated: the same days, or in the same months or years."""
    precision = stated.precision if isinstance(stated, Period) else "day"
    finely = {"day": 10, "month": 7, "year": 4}[precision]
    pairs = ((stated.start, start), (stated.end, end))
    return all(
        one is None or other is None or one.isoformat()[:finely] == other.isoformat()[:finely] for one, other in pairs
    )
