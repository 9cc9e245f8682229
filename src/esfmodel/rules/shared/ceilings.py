"""Ceilings on the Union's share of a priority: the ordinary ones by fund and category of region, and higher ones.

The decision on a programme sets a rate for each priority, and in it for each category of region. The law allows such a
rate by the ordinary ceiling of the category, or by a higher one for dedicated priorities.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.law import Binds, Condition, Grade, Provision, Sense
from esfmodel.model import CategoryOfRegion, Fund
from esfmodel.rules.shared.facts import dedicated_to, is_interreg, known
from esfmodel.rules.words import Words
from esfmodel.values import dates
from esfmodel.values.money import Rate
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.values.dates import Date

CEILING: Final = "co-financing.ceiling"
"""The key under which the ceilings lie."""

INCREASE: Final = "co-financing.increase"
"""The key under which lie the percentage points that are added to an ordinary ceiling."""

ONE_RATE: Final = "co-financing.rate.most-deprived"
"""The key of the one rate of the Union for those most in need."""

WINDOW: Final = "eligibility.period"
"""The key of the days of eligible expenditure."""

CEILING_KEYS: Final = (f"{CEILING}.*", f"{INCREASE}.*", ONE_RATE)
"""The keys that a rule on decided rates reads."""

CEILING_FUNDS: Final = (Fund.ERDF, Fund.ESF, Fund.ESF_PLUS, Fund.JTF, Fund.COHESION_FUND)
"""The funds with a ceiling for each priority."""

CEILING_SCOPE: Final = Words(
    "gäller stöd från Eruf, ESF, ESF+, FRO och Sammanhållningsfonden",
    "concerns support from the ERDF, the ESF, the ESF+, the JTF and the Cohesion Fund",
)

_TEMPORARY: Final = f"{CEILING}.temporary"
_INTERREG: Final = f"{CEILING}.interreg"
_COHESION_FUND: Final = f"{CEILING}.cohesion-fund"
_ALL: Final = "co-financing"
_NO_CATEGORY = Words("regionkategorin är inte känd", "the category of region is not known")


@attrs.frozen
class Scope:
    """What a ceiling depends on: the programming period, the fund, the categories of region, and whether Interreg.

    Without a category any may be meant. `condition` is what the priority is dedicated to, None where that is not known,
    and `ends` are the last days of its projects, as far as they are known.
    """

    programming_period: ProgrammingPeriod
    fund: Fund | None
    categories: tuple[CategoryOfRegion, ...] = ()
    condition: Condition | None = None
    is_interreg: bool = False
    ends: tuple[dates.Date | None, ...] = ()

    @property
    def kind(self) -> tuple[bool, Fund | None, tuple[CategoryOfRegion, ...]]:
        """What tells which keys are those of the ordinary ceilings."""
        return self.is_interreg, self.fund, self.categories


@attrs.frozen
class Ceiling:
    """The highest rate that a provision allows; `only` where it allows no other."""

    rate: Rate
    row: Provision
    only: bool = False

    def allows(self, rate: Rate) -> bool:
        """Whether the decision on a programme may set a rate."""
        return rate == self.rate if self.only else rate <= self.rate

    def covers(self, ends: Iterable[Date | None]) -> bool:
        """Whether the days of the expenditure that the provision concerns last to all these days."""
        until = self.row.expenditure_until
        return until is None or all(end is not None and end <= until for end in ends)


def scope_of(
    projects: Sequence[Project],
    programming_period: ProgrammingPeriod,
    fund: Fund | None,
    categories: tuple[CategoryOfRegion, ...],
) -> Scope:
    """Return the scope of the ceiling of a priority, from what its projects state."""
    return Scope(
        programming_period,
        fund,
        categories,
        next((found for found in map(dedicated_to, projects) if found is not None), None),
        is_interreg(projects[0]),
        tuple(last_day(project) for project in projects),
    )


def last_day(project: Project) -> Date | None:
    """Return the last day of the project's period, as far as it is known."""
    return None if project.period is None else project.period.end


def check_no_special_allocation(scope: Scope) -> None:
    """Raise `NotKnown` for a priority of which a part needs no national co-financing, so that its rate has no ceiling.

    So it is with the specific allocation of the Youth Employment Initiative.
    """
    if scope.condition is Condition.YOUTH_EMPLOYMENT:
        raise NotKnown(
            Words(
                "för en del av stödet krävs ingen nationell medfinansiering, och hur stor den är anges inte",
                "a part of the support needs no national co-financing, and how large it is is not stated",
            )
        )


def ordinary_ceiling(context: Context, scope: Scope) -> Provision:
    """Return the ordinary ceiling; raise `NotKnown` where it takes a category of region and no single one is stated."""
    if scope.is_interreg:
        return context.provision(_INTERREG, scope.programming_period, Fund.ERDF)
    if scope.fund is Fund.COHESION_FUND:
        return context.provision(_COHESION_FUND, scope.programming_period, scope.fund)
    category = known(scope.categories[0] if len(scope.categories) == 1 else None, _NO_CATEGORY)
    return context.provision(_key(category, scope.fund), scope.programming_period, scope.fund)


def lowest_ceiling(context: Context, scope: Scope) -> Provision:
    """Return the lowest of the ordinary ceilings, for when the category of region is not known."""
    return min(_ordinary_ceilings(context, scope), key=_by_rate).row


def highest_ceiling(context: Context, scope: Scope) -> Ceiling:
    """Return the highest ordinary ceiling, which counts for some regions of the category of region."""
    return max(_ordinary_ceilings(context, scope), key=_by_rate)


def _ordinary_ceilings(context: Context, scope: Scope) -> list[Ceiling]:
    """Return the ordinary ceilings on the day, or throughout the project; raise `NotInForce` where there are none."""
    keys = _ordinary(context.keys(CEILING, scope.programming_period, scope.fund), *scope.kind)
    rows = [context.provision(key, scope.programming_period, scope.fund) for key in keys]
    found = [Ceiling(row.value_as(Rate), row) for row in rows]
    if not found:
        raise NotInForce("rule.no_single_value", key=CEILING, period=scope.programming_period)
    return found


def dedicated_ceiling(context: Context, scope: Scope) -> Ceiling | None:
    """Return the highest ceiling for what the priority is known to be dedicated to; None without one."""
    if scope.condition is None:
        return None
    every = _ceilings(context, scope, _ordinary_ceilings(context, scope), _in_force)
    return max((each for each in every if each.row.condition is not None), key=_by_rate, default=None)


def _by_rate(ceiling: Ceiling) -> Fraction:
    return ceiling.rate.fraction


def allowing(context: Context, scope: Scope, decided: Rate) -> tuple[Ceiling, ...]:
    """Return the ceilings by which the law may allow a decided rate on the day: the least that do, the likeliest first.

    Raises `NotKnown` where nothing in force allows it, with the day from which something does.
    """
    ordinary = _ordinary_ceilings(context, scope)
    allowed = [each for each in _ceilings(context, scope, ordinary, _in_force) if each.allows(decided)]
    # Where it is not known what the priority is dedicated to, a provision for expenditure up to a day counts only if
    # all projects are known to end by then.
    fitting = [each for each in allowed if scope.condition is not None or each.covers(scope.ends)]
    if fitting:
        least = min(fitting, key=lambda each: each.rate.fraction).rate
        return tuple(sorted((each for each in fitting if each.rate == least), key=_likeliest_first))
    later = [each for each in _ceilings(context, scope, ordinary, _later) if each.allows(decided)]
    if later:
        first = min(later, key=lambda each: (each.row.start, each.rate.fraction))
        raise NotKnown(
            Words(
                "den beslutade satsen {rate} har stöd i {row}, som gäller först från och med den {day}",
                "the decided rate {rate} rests on {row}, not in force until {day}",
            ).with_values(rate=decided, row=first.row, day=first.row.start)
        )
    raise NotKnown(
        Words(
            "ingen bestämmelse i lagdata tillåter den beslutade satsen {rate}",
            "no provision of the law data allows the decided rate {rate}",
        ).with_values(rate=decided)
    )


def _likeliest_first(ceiling: Ceiling) -> tuple[bool, bool, Date]:
    """Order ordinary ceilings before those with a condition, and the older before the younger."""
    row = ceiling.row
    return row.condition is not None, row.grade is not Grade.A, row.start


def temporary_ceilings(context: Context, scope: Scope) -> tuple[Provision, ...]:
    """Return the higher ceilings for expenditure declared in some accounting years, in force on the day."""
    keys = context.keys(_TEMPORARY, scope.programming_period, scope.fund)
    return tuple(row for row in (_in_force(context, key, scope) for key in keys) if row is not None)


def ceiling_of_programmes(context: Context, programming_period: ProgrammingPeriod) -> Provision | None:
    """Return the ceiling of Interreg programmes, where it binds the whole programme; None where it binds priorities."""
    row = context.lasting_provision(_INTERREG, programming_period, Fund.ERDF)
    return row if row.binds is Binds.PROGRAMME else None


def ceiling_of_outermost_programmes(context: Context, programming_period: ProgrammingPeriod) -> Provision:
    """Return the ceiling of Interreg programmes of outermost regions."""
    return context.lasting_provision(f"{_INTERREG}.outermost", programming_period, Fund.ERDF)


# --- Every ceiling that may count

_Asked = Callable[["Context", str, "Scope"], "Provision | None"]


def _ceilings(context: Context, scope: Scope, ordinary: Sequence[Ceiling], ask: _Asked) -> Iterator[Ceiling]:
    """Yield the ordinary ceilings, and those for dedicated priorities of the rows that are asked for."""
    yield from ordinary
    keys = context.keys(_ALL, scope.programming_period, scope.fund)
    for key in keys:
        row = None if key in _ordinary(keys, *scope.kind) else ask(context, key, scope)
        if row is None:
            continue
        if row.condition is None:
            # Of what is declared in some years: the last resort, where nothing is known of the priority.
            if key.startswith(f"{_TEMPORARY}.") and scope.condition is None:
                yield Ceiling(row.value_as(Rate), row)
        elif _may_be_dedicated_to(scope, row.condition):
            if key.startswith(f"{INCREASE}."):
                yield from _raised(row, ordinary)
            else:
                yield Ceiling(row.value_as(Rate), row, only=row.sense is Sense.EXACTLY)


def _raised(row: Provision, ordinary: Iterable[Ceiling]) -> Iterator[Ceiling]:
    """Yield the ordinary ceilings with the percentage points of a row added, up to the whole."""
    points = Rate.of_percent(row.value_as(int)).fraction
    for each in ordinary:
        yield Ceiling(Rate(min(each.rate.fraction + points, Fraction(1))), row)


def _in_force(context: Context, key: str, scope: Scope) -> Provision | None:
    """Return the row in force on the day, or None; without a day, raise `NotInForce` where it has several values."""
    try:
        return context.lasting_provision(key, scope.programming_period, scope.fund)
    except NotInForce:
        if context.on is None:
            raise
        return None


def _later(context: Context, key: str, scope: Scope) -> Provision | None:
    """Return the first row of a key that is in force only after the day that is judged."""
    if context.on is None:
        return None
    rows = context.law.history(key, programming_period=scope.programming_period, fund=scope.fund)
    return next((row for row in rows if row.start > context.on), None)


@lru_cache
def _ordinary(
    keys: tuple[str, ...], is_interreg: bool, fund: Fund | None, categories: tuple[CategoryOfRegion, ...]
) -> tuple[str, ...]:
    """Return the keys of the ceilings of categories of region, and of those that count for some of their regions."""
    if is_interreg:
        return tuple(key for key in keys if key == _INTERREG)
    if fund is Fund.COHESION_FUND:
        return tuple(key for key in keys if key == _COHESION_FUND)
    beginnings = tuple(f"{_key(category, fund)}." for category in categories or CategoryOfRegion)
    return tuple(key for key in keys if f"{key}.".startswith(beginnings))


def _may_be_dedicated_to(scope: Scope, condition: Condition) -> bool:
    if condition in (Condition.INTERREG, Condition.YOUTH_EMPLOYMENT):
        # They have no rate of their own beside those of dedicated priorities.
        return False
    # The act raises the ceiling for both ways of delivery with the same words, in one row.
    stated = Condition.COMMUNITY_LED if scope.condition is Condition.FINANCIAL_INSTRUMENTS else scope.condition
    return stated in (None, condition)


def _key(category: CategoryOfRegion, fund: Fund | None) -> str:
    of_fund = ".jtf" if fund is Fund.JTF else ""
    return f"{CEILING}{of_fund}.{_IN_KEYS[category]}"


_IN_KEYS: Final = MappingProxyType({category: category.value.replace(" ", "-") for category in CategoryOfRegion})
