"""The window of a programming period: when its expenditure is eligible, and in which funds it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotInForce
from esfmodel.model import Fund, Project
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.words import Words
from esfmodel.values.dates import Date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.values.programming_period import ProgrammingPeriod

_WITH_RULES_OF_THEIR_OWN = frozenset({Fund.EAFRD, Fund.FEAD, Fund.AMIF, Fund.ISF, Fund.BMVI})
"""The funds that in one programming period or both have other windows than the common provisions give."""

_THEIR_CODES = frozenset({"RD", "FM", "AM", "IS", "BV"})
"""The same funds as a CCI writes them."""


COMMON_WINDOW: Final = Words(
    "gäller alla projekt utom i Ejflu, FEAD, Amif, ISF och BMVI, som har eller har haft egna tider",
    "concerns every project save those of EAFRD, FEAD, AMIF, ISF and BMVI, which have or had their own times",
)
"""Whom a rule on the common window concerns."""


def has_the_common_window(project: Project) -> bool:
    """Whether the common provisions say when expenditure is eligible; no only where another fund is known."""
    fund = fund_of(project)
    if fund is None:
        return not any(cci.fund_code in _THEIR_CODES for cci in ccis_of(project).values())
    return fund not in _WITH_RULES_OF_THEIR_OWN


def window_of(
    project: Project, context: Context, programming_period: ProgrammingPeriod, begins: Date | None
) -> tuple[Period, Provision]:
    """Give the days on which expenditure may be eligible, and the provision that what begins on a day is held to."""
    provision = context.lasting_provision("eligibility.period", programming_period)
    window = provision.value_as(Period)
    if fund_of(project) is not Fund.YEI:
        return window, provision
    derogation = context.lasting_provision("eligibility.start.yei", programming_period)
    start = derogation.value_as(Date)
    return Period(start, window.end), derogation if begins is not None and begins < start else provision


def may_be_extended(begins: Date | None, context: Context, programming_period: ProgrammingPeriod) -> bool:
    """Whether a day lies before the later end that some amended programmes have."""
    try:
        end = context.lasting_provision("eligibility.extended-end", programming_period).value_as(Date)
    except NotInForce:
        return False
    return begins is not None and begins <= end
