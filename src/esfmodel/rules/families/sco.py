"""Family SCO, part of three: when simplified costs are obligatory, whether stated amounts are computed right, and
hours.

Rules SCO001, SCO005, SCO006 and SCO007. Regulation (EU) 2021/1060, Articles 53 to 56; Regulation (EU) No 1303/2013,
Articles 67 to 68b. Not judged in any part: how a rate was calculated, what was procured, which hours one person works.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from esfmodel.model import ActualCost, Budget, Cost, CostCategory, FlatRate, Fund, Project, UnitCost
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import (
    NO_COST,
    TREATMENTS,
    first_by_labels,
    first_covering,
    flat_rate_lines,
    has_common_rules,
    is_zero,
)
from esfmodel.rules.shared.facts import (
    FUND,
    PROGRAMMING_PERIOD,
    difference_of,
    known,
    known_amount,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, difference_finding, exceeds, public_support
from esfmodel.rules.words import Words
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.dates import MONTHS_OF_A_YEAR
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

OBLIGATORY: Final = "simplified-cost.obligatory"
"""The key of the size up to which simplified costs are obligatory."""

_OF_SUPPORT: Final = f"{OBLIGATORY}.public-support"
_FUNDS = (Fund.ERDF, Fund.ESF, Fund.YEI, Fund.ESF_PLUS, Fund.JTF, Fund.AMIF, Fund.ISF, Fund.BMVI)

_NO_AID = Words("om stödet är statligt stöd är inte känt", "whether the support is State aid is not known")
_TOTAL_COST = Words("totalkostnaden", "the total cost")
_PUBLIC_SUPPORT = Words("det offentliga stödet", "the public support")


def _may_be_obliged(project: Project) -> bool:
    return fund_of(project) in (None, *_FUNDS) and project.state_aid is not True


def _small_projects_simplified(project: Project, context: Context) -> Iterator[Finding]:
    """Up to a size, costs are unit costs, lump sums or flat rates; the base of a flat rate may be actual costs.

    Not where the support is State aid. Research and innovation may be exempted, and in 2014-2020 a programme could
    wait, so it is an error only in the ESF+, where neither is to be expected.
    """
    budget, period = budget_of(project), programming_period_of(project)
    actual = _actual_costs(budget)
    if not actual:
        return
    of_support = _OF_SUPPORT in context.keys(OBLIGATORY, period)
    row = context.provision(_OF_SUPPORT if of_support else OBLIGATORY, period)
    cost = known_amount(budget.total_cost, "budget.total_cost")
    lowest, highest = public_support(budget) if of_support else (cost, cost)
    if exceeds(context, lowest, highest, row.value_as(Money)):
        return
    known(project.state_aid, _NO_AID)
    expected_of_all = fund_of(project) is Fund.ESF_PLUS
    for index in actual:
        yield context.finding(
            f"budget.costs[{index}]",
            expected=row.value,
            found=cost,
            severity=Severity.ERROR if expected_of_all else Severity.WARNING,
            basis=row,
            measure=_PUBLIC_SUPPORT if of_support else _TOTAL_COST,
        )


def _actual_costs(budget: Budget) -> list[int]:
    flat = [(index, cost, basis.base) for index, cost, basis in flat_rate_lines(budget) if cost.category not in NO_COST]
    shares = {
        category: first_by_labels((index, cost) for index, cost, base in flat if category in base)
        for category in CostCategory
    }
    return [
        index
        for index, cost in enumerate(budget.costs)
        if isinstance(cost.basis, ActualCost)
        and not is_zero(cost.amount)
        and first_covering(cost, shares[cost.category]) is None
        and not TREATMENTS[cost.category].may_be_actual
    ]


# --- SCO005 and SCO006: stated and computed amounts

_NO_BASE = Words("beloppen i beräkningsunderlaget är inte kända", "the amounts of the base are not known")
_SCOPE = Words("gäller rader med angivet belopp", "concerns lines that state an amount")


def _states(project: Project, kind: type[FlatRate | UnitCost]) -> bool:
    budget = project.budget
    if budget is None or not budget.costs:
        return True
    return any(isinstance(cost.basis, kind) and cost.basis.amount is not None for cost in budget.costs)


def _states_flat_rates(project: Project) -> bool:
    return _states(project, FlatRate)


def _states_unit_costs(project: Project) -> bool:
    return _states(project, UnitCost)


def _flat_rates_as_computed(project: Project, context: Context) -> Iterator[Finding]:
    """The stated amount of a flat rate is the rate times the costs it is a share of."""
    return _as_computed(project, context, FlatRate)


def _unit_costs_as_computed(project: Project, context: Context) -> Iterator[Finding]:
    """The stated amount of unit costs is the price times the units."""
    return _as_computed(project, context, UnitCost)


def _as_computed(project: Project, context: Context, kind: type[FlatRate | UnitCost]) -> Iterator[Finding]:
    """Compare stated with computed amounts; rounding to whole kronor is not reported."""
    budget = budget_of(project)
    for index, (cost, computed) in enumerate(zip(budget.costs, budget.computed_amounts, strict=True)):
        stated = cost.basis.amount if isinstance(cost.basis, kind) else None
        if stated is None:
            continue
        amount = known_amount(computed, _NO_BASE)
        difference = difference_of(amount, stated)
        if difference is not None and not _in_whole_units(stated, difference):
            yield difference_finding(context, f"budget.costs[{index}]", amount, stated, difference, [stated])


def _in_whole_units(stated: Money, difference: MoneyLike) -> bool:
    """Whether a stated amount is the computed one rounded, up or down, to whole kronor."""
    one = Money(1, stated.currency)
    return stated.minor % one.minor == 0 and isinstance(difference, Money) and abs(difference) < one


# --- SCO007: hours

HOURS: Final = "hours-per-year"
"""The key of the hours of a full-time year."""

_UNITS = frozenset({"hour", "hours", "timme", "timmar"})
_NO_MONTHS = Words(
    "under hur många månader timmarna arbetas är inte känt", "over how many months the hours are worked is not known"
)


def _is_by_the_hour(cost: Cost) -> bool:
    return isinstance(cost.basis, UnitCost) and cost.basis.unit.casefold() in _UNITS


def _has_hours(project: Project) -> bool:
    budget = project.budget
    may_have = budget is None or not budget.costs or any(map(_is_by_the_hour, budget.costs))
    return may_have and has_common_rules(project)


def _hours_of_people(project: Project, context: Context) -> Iterator[Finding]:
    """Nobody works more than the hours of a year: a line with more of them is the work of several people."""
    budget, period = budget_of(project), programming_period_of(project)
    row = context.provision(HOURS, period)
    for index, cost in enumerate(budget.costs):
        if isinstance(cost.basis, UnitCost) and _is_by_the_hour(cost):
            hours = Fraction(*cost.basis.units.as_integer_ratio())
            full_time = row.value_as(int) * _years(project, cost)
            people = -(-hours // full_time)  # Rounded up.
            if people > 1:
                yield context.finding(
                    f"budget.costs[{index}]",
                    expected=_written(row.value_as(int)),
                    found=_written(cost.basis.units),
                    basis=row,
                    people=_written(people),
                )


def _written(number: Decimal | int) -> Words:
    """Write a number in each language, with groups of three and without trailing zeros."""
    whole, _, part = f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    written = [
        f"{int(whole):,}".replace(",", language.group) + (language.decimal + decimals if decimals else "")
        for language in (SWEDISH, ENGLISH)
        for decimals in (part.rstrip("0"),)
    ]
    return Words(*written)


def _years(project: Project, cost: Cost) -> Fraction:
    """Return the time in which the hours of a line are worked, in years: its year, or else the whole project."""
    if cost.year is not None:
        return Fraction(1)
    months = project.period.months if isinstance(project.period, Period) else None
    return Fraction(known(months or project.duration_months, _NO_MONTHS), MONTHS_OF_A_YEAR)


SCO: Final = (
    Rule(
        code="SCO001",
        severity=Severity.ERROR,
        basis=OBLIGATORY,
        needs=("budget.costs", FUND, PROGRAMMING_PERIOD),
        applies=_may_be_obliged,
        scope=Words(
            "gäller stöd från Eruf, ESF, ESF+, FRO, Amif, ISF och BMVI som inte är statligt stöd; fel i ESF+, annars "
            "en varning, eftersom undantag kan ha medgetts",
            "concerns support from the ERDF, the ESF, the ESF+, the JTF, the AMIF, the ISF and the BMVI that is no "
            "State aid; an error in the ESF+, else a warning, since an exemption may have been given",
        ),
        check=_small_projects_simplified,
        demand=Words(
            "I små insatser används förenklade kostnadsalternativ: enhetskostnader, klumpsummor eller schablonsatser.",
            "In small operations costs take the form of unit costs, lump sums or flat rates.",
        ),
        sv="Kostnaden ({place}) är en faktisk kostnad, men {basis} kräver förenklade kostnadsalternativ när {measure} "
        "är högst {expected}; totalkostnaden är {found}.",
        en="The cost ({place}) is an actual cost, but {basis} requires unit costs, lump sums or flat rates where "
        "{measure} does not exceed {expected}; the total cost is {found}.",
    ),
    Rule(
        code="SCO005",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_flat_rates,
        scope=_SCOPE,
        check=_flat_rates_as_computed,
        demand=Words(
            "Det belopp som anges för en schablon är satsen gånger beräkningsunderlaget.",
            "The amount stated for a flat rate is the rate times its base.",
        ),
        sv="Schablonen ({place}) anges till {found} men blir {expected}; skillnaden är {difference}.{rounding}",
        en="The flat rate ({place}) is stated as {found} but comes to {expected}; the difference is "
        "{difference}.{rounding}",
    ),
    Rule(
        code="SCO006",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_unit_costs,
        scope=_SCOPE,
        check=_unit_costs_as_computed,
        demand=Words(
            "Det belopp som anges för enhetskostnader är priset gånger antalet.",
            "The amount stated for unit costs is the price times the units.",
        ),
        sv="Enhetskostnaden ({place}) anges till {found} men blir {expected}; skillnaden är {difference}.{rounding}",
        en="The unit cost ({place}) is stated as {found} but comes to {expected}; the difference is "
        "{difference}.{rounding}",
    ),
    Rule(
        code="SCO007",
        severity=Severity.INFO,
        basis=HOURS,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=_has_hours,
        scope=Words(
            "gäller enhetskostnader per timme, utom i Ejflu och Fead",
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
