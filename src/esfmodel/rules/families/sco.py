"""Family SCO, when simplified costs are obligatory, whether stated amounts are computed right, hours, and lump sums.

Rules SCO001, SCO005, SCO006, SCO007 and SCO008. Regulation (EU) 2021/1060, Articles 53 to 56; Regulation (EU) No
1303/2013, Articles 67 to 68b. Not judged in any part: how a rate was calculated, what was procured, which hours one
person works, joint action plans.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.model import (
    ActualCost,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    FundingSource,
    LumpSum,
    Project,
    UnitCost,
)
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import (
    NO_COST,
    OBLIGATORY,
    TREATMENTS,
    Verdict,
    computed_amounts,
    first_by_labels,
    first_covering,
    flat_rate_lines,
    last_of,
    law_changed,
    lines_of,
    verdict_of,
)
from esfmodel.rules.shared.facts import (
    FUND,
    OTHER_ACTS,
    PROGRAMMING_PERIOD,
    country_of,
    difference_of,
    high_end,
    is_under_common_provisions,
    known,
    known_amount,
    law_concerns_fund,
    law_concerns_period,
    low_end,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, difference_finding, exceeds, public_support, sum_amounts
from esfmodel.rules.words import Words
from esfmodel.values.dates import MONTHS_OF_A_YEAR
from esfmodel.values.field_type import kept
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Law, Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.programming_period import ProgrammingPeriod

_OF_SUPPORT: Final = f"{OBLIGATORY}.public-support"

_TOTAL_COST = Words("totalkostnaden", "the total cost")
_PUBLIC_SUPPORT = Words("det offentliga stödet", "the public support")
_IS = Words("är", "is")
_IS_AT_MOST = Words("är högst", "is at most")
_EARLIER = Words(
    "projektet börjar, eller kan börja, innan {basis} gällde, och när förenklade kostnadsalternativ krävdes "
    "dessförinnan står inte i lagdata",
    "the project begins, or may begin, before {basis} was law, and when simplified cost options were required before "
    "that is not in the law data",
)
_LATER = Words(
    "projektet börjar, eller kan börja, innan {basis} gällde; först därefter krävs förenklade kostnadsalternativ",
    "the project begins, or may begin, before {basis} was law; only from then on are simplified cost options required",
)


def _may_be_no_state_aid(project: Project) -> bool:
    return project.state_aid is not True


def _is_obliged_by(project: Project, law: Law) -> bool:
    return law_concerns_fund(law, OBLIGATORY, project)


def _small_projects_simplified(project: Project, context: Context) -> Iterator[Finding]:
    """Up to a size, costs are unit costs, lump sums or flat rates; the base of a flat rate may be actual costs.

    Not where the support is State aid. Research and innovation may be exempted, and in 2014-2020 a programme could
    wait, so it is an error only in the ESF+, where neither is to be expected.
    """
    budget, period, fund = budget_of(project), programming_period_of(project), fund_of(project)
    if not any(True for _ in _actual_costs(project)):
        return
    of_support = _OF_SUPPORT in context.keys(OBLIGATORY, period)
    key = _OF_SUPPORT if of_support else OBLIGATORY
    row = context.lasting_provision(key, period, fund)
    parts = context.parts(key, period, fund)
    # What the ESF asked for before the obligation by support is another act's, which was not read; the ERDF asked for
    # nothing.
    if None in parts and not (of_support and fund is Fund.ERDF):
        raise NotKnown(_EARLIER.with_values(basis=row))
    if row not in parts:
        return
    cost = known_amount(budget.total_cost, "budget.total_cost")
    lowest, highest = public_support(budget) if of_support else (cost, cost)
    if exceeds(context, lowest, highest, row.value_as(Money)):
        return
    if None in parts:
        raise NotKnown(_LATER.with_values(basis=row))
    known(project.state_aid, "state_aid")
    expected_of_all = fund is Fund.ESF_PLUS
    for index in _actual_costs(project):
        yield context.finding(
            f"budget.costs[{index}]",
            expected=row.value,
            found=highest,
            severity=Severity.ERROR if expected_of_all else Severity.WARNING,
            basis=row,
            measure=_PUBLIC_SUPPORT if of_support else _TOTAL_COST,
            most=_IS if lowest == highest or not isinstance(highest, Money) else _IS_AT_MOST,
        )


def _actual_costs(project: Project) -> Iterator[int]:
    """Yield the places of actual costs that no flat rate has in its base, and that may not be actual in any case."""
    bases: dict[CostCategory, list[tuple[int, Cost]]] = {}
    for index, cost, basis in flat_rate_lines(project):
        for category in () if cost.category in NO_COST else basis.base:
            bases.setdefault(category, []).append((index, cost))
    shares = {category: first_by_labels(found) for category, found in bases.items()}
    lines = lines_of(project)
    for place, cost in lines.counting(lines.on_basis(ActualCost)):
        is_covered = cost.category in shares and first_covering(cost, shares[cost.category]) is not None
        if not (TREATMENTS[cost.category].may_be_actual or is_covered):
            yield place


# --- SCO005 and SCO006: stated and computed amounts

_NO_BASE = Words("beloppen i beräkningsunderlaget är inte kända", "the amounts of the base are not known")
_SCOPE = Words("gäller rader med angivet belopp", "concerns lines that state an amount")


def _states(project: Project, kind: type[FlatRate | UnitCost]) -> bool:
    lines = lines_of(project)
    return not lines.costs or any(lines.costs[index].basis.amount is not None for index in lines.on_basis(kind))


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
    lines, computed = lines_of(project), computed_amounts(project)
    for index in lines.on_basis(kind):
        basis = lines.costs[index].basis
        stated = basis.amount if isinstance(basis, kind) else None
        if stated is None:
            continue
        amount = known_amount(computed[index], _NO_BASE)
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

_IN_SWEDEN: Final = f"{HOURS}.declared.esf-sweden"
_SWEDEN = "SE"

_UNITS = frozenset({"hour", "hours", "timme", "timmar"})
_NO_MONTHS = Words(
    "under hur många månader timmarna arbetas är inte känt", "over how many months the hours are worked is not known"
)


def _hours(project: Project) -> Iterator[tuple[int, Cost, UnitCost]]:
    """Yield each line by the hour, with its place."""
    lines = lines_of(project)
    for index in lines.on_basis(UnitCost):
        cost = lines.costs[index]
        if isinstance(cost.basis, UnitCost) and cost.basis.unit.casefold() in _UNITS:
            yield index, cost, cost.basis


def _has_hours(project: Project) -> bool:
    may_have = not lines_of(project).costs or any(True for _ in _hours(project))
    return may_have and is_under_common_provisions(project)


def _hours_of_people(project: Project, context: Context) -> Iterator[Finding]:
    """Nobody works more than the hours of a year: a line with more of them is the work of several people.

    Where the law set no limit to the hours declared, nothing is told. A year of the unit costs of the Swedish ESF has
    hours of its own, more than those of an hourly rate.
    """
    period = programming_period_of(project)
    context.lasting_provision(HOURS, period)
    changed: list[int] = []
    work_of = cache(partial(_Work.of, project, context, period))
    for index, cost, basis in _hours(project):
        work = work_of(cost.year)
        if work.least is None or basis.units <= work.least:
            continue
        if verdict_of(work.parts, partial(work.is_beyond, basis.units), without=Verdict.WITHIN) is Verdict.CHANGED:
            changed.append(index)
        else:
            row = last_of(work.parts)
            yield context.finding(
                f"budget.costs[{index}]",
                expected=_written(row.value_as(int)),
                found=_written(basis.units),
                basis=row,
                people=_written(-(-Fraction(basis.units) // work.hours(row))),  # Rounded up.
            )
    if changed:
        raise law_changed(project, changed)


class _Work(NamedTuple):
    """What one person can work in some years, by each part of the law; None stands for days without a limit."""

    years: Fraction | int
    parts: tuple[Provision | None, ...]
    least: Fraction | int | None
    """The hours by the strictest part; None where no part limits them."""

    @classmethod
    def of(cls, project: Project, context: Context, period: ProgrammingPeriod, year: int | None) -> _Work:
        """Return what one person can work in a year, or in the time of the whole project."""
        years = _years(project) if year is None else 1
        parts = _full_time(project, context, period, year)
        limits = [part.value_as(int) for part in parts if part is not None]
        return cls(years, parts, years * min(limits) if limits else None)

    def hours(self, row: Provision) -> Fraction | int:
        return self.years * row.value_as(int)

    def is_beyond(self, hours: Decimal, row: Provision) -> bool:
        return hours > self.hours(row)


def _full_time(
    project: Project, context: Context, period: ProgrammingPeriod, year: int | None
) -> tuple[Provision | None, ...]:
    """Return the rows with the hours of a full-time year; those of Swedish unit costs where a project may have them."""
    fund, country = fund_of(project), country_of(project)
    if _IN_SWEDEN in context.keys(HOURS, period, fund) and (country is None or country.code == _SWEDEN):
        return (context.lasting_provision(_IN_SWEDEN, period, fund),)
    return context.parts(HOURS, period, year=year)


def _written(number: Decimal | int) -> Words:
    """Write a number in each language, with groups of three and without trailing zeros."""
    # Loaded with the first finding: the words of a language take long.
    from esfmodel.text.words.english import ENGLISH
    from esfmodel.text.words.swedish import SWEDISH

    whole, _, part = f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    written = [
        f"{int(whole):,}".replace(",", language.group) + (language.decimal + decimals if decimals else "")
        for language in (SWEDISH, ENGLISH)
        for decimals in (part.rstrip("0"),)
    ]
    return Words(*written)


def _years(project: Project) -> Fraction:
    """Return the length of the project in years."""
    months = project.period.months if isinstance(project.period, Period) else None
    return Fraction(known(months or project.duration_months, _NO_MONTHS), MONTHS_OF_A_YEAR)


# --- SCO008: lump sums

LUMP_SUM: Final = "lump-sum.highest"
"""The key of the most that a lump sum could be."""

_NO_SUM = Words("klumpsummans belopp är inte känt", "the amount of the lump sum is not known")
_PUBLIC = (
    FundingSource.EU,
    FundingSource.STATE_GRANT,
    FundingSource.EU_AND_STATE,
    FundingSource.OWN_PUBLIC,
)


def _lump_sums(project: Project) -> list[tuple[int, Cost]]:
    lines = lines_of(project)
    return [each for each in lines.counting(lines.on_basis(LumpSum)) if each[1].category not in NO_COST]


def _has_lump_sums(project: Project) -> bool:
    may_have = not lines_of(project).costs or bool(_lump_sums(project))
    return may_have and is_under_common_provisions(project)


def _limits_lump_sums(project: Project, law: Law) -> bool:
    return law_concerns_period(law, LUMP_SUM, project)


def _lump_sums_within_limit(project: Project, context: Context) -> Iterator[Finding]:
    """A lump sum is at most so much of public contribution, where the law has a limit; joint action plans had none."""
    period = programming_period_of(project)
    parts_of = cache(partial(context.parts, LUMP_SUM, period))
    changed: list[int] = []
    doubt: NotKnown | None = None
    for index, cost in _lump_sums(project):
        parts = parts_of(year=cost.year)
        limits = [part for part in parts if part is not None]
        amount = cost.amount
        try:
            highest = known_amount(amount, _NO_SUM)
            if not (limits and exceeds(context, _least_public(project, highest), highest, _limit(limits))):
                continue
        except NotKnown as error:
            doubt = error
            continue
        if None in parts:
            changed.append(index)
        else:
            yield context.finding(f"budget.costs[{index}]", expected=_limit(limits), found=amount, basis=limits[-1])
    if changed:
        raise law_changed(project, changed)
    if doubt is not None:
        raise doubt


def _limit(rows: list[Provision]) -> Money:
    return rows[-1].value_as(Money)


def _least_public(project: Project, amount: MoneyLike) -> MoneyLike:
    """Return the least that public contribution may be of a cost: what is left if all other money goes to it."""
    other, (least, _) = _most_that_is_not_public(project), low_end(amount)
    nothing = Money(0, known(budget_of(project).currency))
    return nothing if other is None or least is None else max(nothing, least - max(nothing, other))


@kept
def _most_that_is_not_public(project: Project) -> Money | None:
    """Return the most that others than public bodies may pay; None where nothing limits it."""
    budget = budget_of(project)
    total, _ = high_end(known_amount(budget.total_cost, "budget.total_cost"))
    public, _ = low_end(sum_amounts(budget, [part.amount for part in budget.financing if part.source in _PUBLIC]))
    return None if total is None or public is None else total - public


SCO: Final = (
    Rule(
        code="SCO001",
        severity=Severity.ERROR,
        basis=OBLIGATORY,
        reads=(OBLIGATORY, _OF_SUPPORT),
        needs=("budget.costs", FUND, PROGRAMMING_PERIOD),
        applies=_may_be_no_state_aid,
        concerned_by=_is_obliged_by,
        scope=Words(
            "gäller stöd som inte är statligt stöd, från de fonder som förordningen nämner för programperioden: Eruf, "
            "ESF, ESF+ och FRO samt, i nyare program, Amif, ISF och BMVI; fel i ESF+, annars en varning, eftersom "
            "undantag kan ha medgetts",
            "concerns support that is no State aid, from the funds that the law names for the programming period: the "
            "ERDF, the ESF, the ESF+ and the JTF and, in newer programmes, the AMIF, the ISF and the BMVI; an error in "
            "the ESF+, else a warning, since an exemption may have been given",
        ),
        check=_small_projects_simplified,
        demand=Words(
            "I små insatser används förenklade kostnadsalternativ: enhetskostnader, klumpsummor eller schablonsatser.",
            "In small operations costs take the form of unit costs, lump sums or flat rates.",
        ),
        sv="Kostnaden ({place}) är en faktisk kostnad, men {basis} kräver förenklade kostnadsalternativ när {measure} "
        "är högst {expected}; {measure} {most} {found}.",
        en="The cost ({place}) is an actual cost, but {basis} requires unit costs, lump sums or flat rates where "
        "{measure} does not exceed {expected}; {measure} {most} {found}.",
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
        reads=(HOURS, _IN_SWEDEN),
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=_has_hours,
        scope=Words("gäller enhetskostnader per timme, {save}", "concerns unit costs by the hour, {save}").with_values(
            save=OTHER_ACTS
        ),
        check=_hours_of_people,
        demand=Words(
            "Fler timmar än ett års heltid är flera personers arbete.",
            "More hours than a year of full time are the work of several people.",
        ),
        sv="Antalet timmar ({place}) är {found}. Med {expected} timmar om året för heltid ({basis}) är det minst "
        "{people} personers arbete.",
        en="There are {found} hours ({place}). At {expected} hours a year of full time ({basis}) that is the work of "
        "at least {people} people.",
    ),
    Rule(
        code="SCO008",
        severity=Severity.WARNING,
        basis=LUMP_SUM,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=_has_lump_sums,
        concerned_by=_limits_lump_sums,
        scope=Words(
            "gäller klumpsummor i programperioder då förordningen har ett tak för dem, {save}",
            "concerns lump sums of programming periods in which the law limits them, {save}",
        ).with_values(save=OTHER_ACTS),
        check=_lump_sums_within_limit,
        demand=Words(
            "En klumpsumma är högst det belopp av offentligt stöd som förordningen anger.",
            "A lump sum is at most the public contribution that the law names.",
        ),
        sv="Klumpsumman ({place}) är {found}; {basis} tillåter högst {expected} i offentligt stöd för en klumpsumma.",
        en="The lump sum ({place}) is {found}; {basis} allows at most {expected} of public contribution to a lump sum.",
    ),
)
