"""Family SCO, hours: how many people the hours of a line are at least, at the hours of a year of full time."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from esfmodel.model import Cost, Project, UnitCost
from esfmodel.rules._cost_lines import has_common_rules
from esfmodel.rules._facts import PROGRAMMING_PERIOD, known, programming_period_of
from esfmodel.rules._figures import budget_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.dates import MONTHS_OF_A_YEAR
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

HOURS: Final = "hours-per-year"
"""The key of the hours of a year of full time."""

_UNITS = frozenset({"hour", "hours", "timme", "timmar"})
_NO_MONTHS = Words(
    "under hur många månader timmarna arbetas är inte känt", "over how many months the hours are worked is not known"
)


def _is_by_the_hour(cost: Cost) -> bool:
    return isinstance(cost.basis, UnitCost) and cost.basis.unit.casefold() in _UNITS


def _reckons_hours(project: Project) -> bool:
    budget = project.budget
    may_have = budget is None or not budget.costs or any(map(_is_by_the_hour, budget.costs))
    return may_have and has_common_rules(project)


def _hours_of_people(project: Project, context: Context) -> Iterator[Finding]:
    """Nobody works more than the hours of a year: what a line has beyond them is the work of several people."""
    budget, period = budget_of(project), programming_period_of(project)
    row = context.provision(HOURS, period)
    for index, cost in enumerate(budget.costs):
        if isinstance(cost.basis, UnitCost) and _is_by_the_hour(cost):
            hours = Fraction(*cost.basis.units.as_integer_ratio())
            full_time = row.value_as(int) * _years(project, cost)
            people = -(-hours // full_time)
            if people > 1:
                yield context.finding(
                    f"budget.costs[{index}]",
                    expected=_written(row.value_as(int)),
                    found=_written(cost.basis.units),
                    basis=row,
                    people=_written(people),
                )


def _written(number: Decimal | int) -> Words:
    """Write a number as each language does, with groups of three and without zeros at the end."""
    whole, _, part = f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    written = [
        f"{int(whole):,}".replace(",", language.group) + (language.decimal + decimals if decimals else "")
        for language in (SWEDISH, ENGLISH)
        for decimals in (part.rstrip("0"),)
    ]
    return Words(*written)


def _years(project: Project, cost: Cost) -> Fraction:
    """Give the time in which the hours of a line are worked: its year, else the whole project."""
    if cost.year is not None:
        return Fraction(1)
    months = project.period.months if isinstance(project.period, Period) else None
    return Fraction(known(months or project.duration_months, _NO_MONTHS), MONTHS_OF_A_YEAR)


IN_HOURS: Final = (
    Rule(
        code="SCO007",
        severity=Severity.INFO,
        basis=HOURS,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=_reckons_hours,
        scope=Words(
            "gäller enhetskostnader per timme, utom i Ejflu och FEAD",
            "concerns unit costs by the hour, save in EAFRD and FEAD",
        ),
        check=_hours_of_people,
        demand=Words(
            "Fler timmar än ett års heltid är flera personers arbete.",
            "More hours than a year of full time are the work of several people.",
        ),
        sv="Timmarna ({place}) är {found}. Med {expected} timmar om året för heltid ({basis}) är det minst {people} "
        "personers arbete.",
        en="There are {found} hours ({place}). At {expected} hours a year of full time ({basis}) that is the work of "
        "at least {people} people.",
    ),
)
"""The rule on hours."""
