"""Family SCO, a flat rate is at most the law's rate for what it covers, on the base that the law names.

Rule SCO002.
"""

from __future__ import annotations

from functools import cache, partial, reduce
from operator import add
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Cost, CostCategory, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import (
    FLAT_RATES,
    NO_COST,
    STAFF,
    TREATMENTS,
    LineLabels,
    Verdict,
    computed_amounts,
    covering_labels,
    flat_rate_lines,
    has_flat_rates,
    last_of,
    law_changed,
    lines_of,
    lines_of_cost,
    verdict_of,
)
from esfmodel.rules.shared.facts import (
    PROGRAMMING_PERIOD,
    counting,
    high_end,
    key_for,
    low_end,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, sum_amounts
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.programming_period import ProgrammingPeriod

FLAT_RATE: Final = "flat-rate"
"""The key under which the rates lie."""

INDIRECT_OF_STAFF: Final = f"{FLAT_RATE}.indirect.direct-staff-costs"
REMAINING: Final = f"{FLAT_RATE}.remaining.direct-staff-costs"
_INDIRECT: Final = f"{FLAT_RATE}.indirect.direct-costs"
_CALCULATED: Final = f"{_INDIRECT}.calculated"
_OF_OTHER_POLICIES: Final = f"{_INDIRECT}.union-policies"
_STAFF_RATE: Final = f"{FLAT_RATE}.staff.other-direct-costs"
_NOT_PROCURED: Final = f"{_STAFF_RATE}.not-procured"

_OF_STAFF: Final = MappingProxyType(
    {
        CostCategory.INDIRECT: (INDIRECT_OF_STAFF,),
        CostCategory.OTHER: (REMAINING,),
        CostCategory.TRAVEL: (f"{FLAT_RATE}.travel.direct-staff-costs",),
        CostCategory.OFFICE: (f"{FLAT_RATE}.office.direct-staff-costs",),
    }
)
_OF_OTHERS: Final = MappingProxyType(
    {
        CostCategory.INDIRECT: (_INDIRECT, _CALCULATED),
        CostCategory.STAFF: (_STAFF_RATE,),
    }
)

_COVERED: Final = MappingProxyType(
    {
        CostCategory.INDIRECT: Words("indirekta kostnader", "indirect costs"),
        CostCategory.OTHER: Words("alla övriga kostnader", "all the remaining costs"),
        CostCategory.STAFF: Words("direkta personalkostnader", "direct staff costs"),
        CostCategory.TRAVEL: Words("resor och logi", "travel and accommodation"),
        CostCategory.OFFICE: Words("kontor och administration", "office and administration"),
    }
)
_WITHOUT = Words(
    " utan krav på beräkning; kontrollera att satsen är beräknad",
    " without a calculation; check that this rate was calculated",
)
_EVEN_CALCULATED = Words(
    " av de direkta kostnaderna, också när satsen är beräknad", " of direct costs, even where it is calculated"
)


def flat_rate_keys(category: CostCategory, base: Iterable[CostCategory]) -> tuple[str, ...]:
    """Return the keys of the law's rates for a category of costs, by the base.

    The first is the rate that needs no calculation, the second the ceiling on a calculated rate. The rates for travel
    and office are Interreg's.

    >>> flat_rate_keys(CostCategory.STAFF, [CostCategory.EQUIPMENT])
    ('flat-rate.staff.other-direct-costs',)
    """
    categories = frozenset(base)
    # The rate for staff is one of other direct costs, which indirect costs are not.
    if category is CostCategory.STAFF and CostCategory.INDIRECT in categories:
        return ()
    return (_OF_STAFF if categories == STAFF else _OF_OTHERS).get(category, ())


def _within_lawful_rates(project: Project, context: Context) -> Iterator[Finding]:
    """A flat rate is at most the law's rate for what it covers, on its base; a higher one must have been calculated.

    For indirect costs even a calculated rate has a ceiling. A flat rate for other costs on staff costs alone is taken
    for the one that covers all remaining costs. Lines with the same category and base count as one rate.
    """
    period = programming_period_of(project)
    parts_of = cache(partial(context.parts, programming_period=period))
    direct, procured = _Direct.of(project), _NOT_PROCURED in context.keys(_STAFF_RATE, period, fund_of(project))
    unknown: list[int] = []
    changed: list[int] = []
    perhaps_procured: list[int] = []
    for part in _combined_rates(project):
        year = part.cost.year
        ceilings = parts_of(_CALCULATED, year=year) if part.cost.category is CostCategory.INDIRECT else ()
        key = _key_of(project, context, period, part)
        parts = (None,) if key is None else counting(parts_of(key, year=year), project)
        verdict = verdict_of(parts, partial(_is_above, part))
        if any(ceilings) and all(row and direct.is_exceeded(part, row.value_as(Rate)) for row in ceilings):
            # Where a rate of another policy may be taken, a higher one may be lawful.
            may_be_higher = _OF_OTHER_POLICIES in context.keys(_INDIRECT, period)
            may_be_higher = may_be_higher or _may_be_for_the_rest(context, period, part, direct)
            severity = Severity.WARNING if may_be_higher else Severity.ERROR
            yield _finding(project, context, part, last_of(ceilings), severity, even_calculated=True)
        elif verdict is Verdict.BEYOND:
            yield _finding(project, context, part, last_of(parts), Severity.WARNING)
        elif verdict is Verdict.CHANGED:
            changed.append(part.index)
        elif verdict is Verdict.UNKNOWN:
            unknown.append(part.index)
        elif procured and part.cost.category is CostCategory.STAFF:
            perhaps_procured.append(part.index)
    if changed:
        raise law_changed(project, changed)
    if unknown:
        raise NotKnown(_NO_RATE.with_values(lines=lines_of_cost(project, unknown)))
    if perhaps_procured:
        raise NotKnown(_IF_PROCURED.with_values(lines=lines_of_cost(project, perhaps_procured)))


_NO_RATE = Words(
    "förordningen har ingen sats som får användas utan beräkning för {lines}; hur satsen är beräknad är inte känt",
    "the regulation has no rate that may be applied without a calculation for {lines}; how the rate was calculated is "
    "not known",
)
_IF_PROCURED = Words(
    "i fonden får schablonen för {lines} bara tillämpas på kostnader som inte är upphandlade, och vad som är "
    "upphandlat är inte känt",
    "in this fund the flat rate of {lines} may only be applied to costs not subject to public procurement, and which "
    "those are is not known",
)


def _is_above(part: _CombinedRate, row: Provision) -> bool:
    return part.rate > row.value_as(Rate)


def _key_of(project: Project, context: Context, period: ProgrammingPeriod, part: _CombinedRate) -> str | None:
    """Return the key of the rate that needs no calculation; None where there is no such rate."""
    keys = flat_rate_keys(part.cost.category, part.base)
    return key_for(context, keys[0], project, period) if keys else None


def _may_be_for_the_rest(context: Context, period: ProgrammingPeriod, part: _CombinedRate, direct: _Direct) -> bool:
    """Whether a rate of staff costs for indirect costs may be that for all the remaining costs, if these are all."""
    has_others = any(not TREATMENTS[category].is_beside_remaining for category in direct.categories)
    if part.base != STAFF or has_others:
        return False
    rows = context.parts(REMAINING, period, year=part.cost.year)
    return all(row is not None and not _is_above(part, row) for row in rows)


@attrs.frozen
class _LineGroup:
    """Flat-rate lines that differ only in rate and amount: their places, and the sum of their rates."""

    indexes: tuple[int, ...]
    rate: Rate

    @classmethod
    def of(cls, lines: list[tuple[int, Rate]]) -> _LineGroup:
        indexes, rates = zip(*lines, strict=True)
        return cls(indexes, reduce(add, rates))


@attrs.frozen
class _CombinedRate:
    """All that may be taken of one base for one category: a line, and those that cover its partner, phase and year."""

    cost: Cost
    base: frozenset[CostCategory]
    lines: tuple[_LineGroup, ...]
    rate: Rate
    """The sum of the rates."""

    @property
    def index(self) -> int:
        """The place of the line that names its partner, phase and year most closely; the last of several."""
        return self.lines[0].indexes[-1]

    @property
    def place(self) -> str:
        return f"budget.costs[{self.index}]"

    def least(self, project: Project) -> list[Money]:
        """Return the least amounts that the lines come to, without those that are not known."""
        computed = computed_amounts(project)
        amounts = [computed[index] for lines in self.lines for index in lines.indexes]
        return [low for amount in amounts if amount is not None for low in [low_end(amount)[0]] if low is not None]

    def others(self, project: Project) -> Words:
        """Return the places of the other lines, as a continuation of the sentence."""
        first = sorted({lines.indexes[0] for lines in self.lines} - {self.index})
        if not first:
            return NOTHING
        more = sum(len(lines.indexes) for lines in self.lines) > len(first) + 1
        also = Words(" med flera", " and others") if more else NOTHING
        together = Words(" tillsammans med andra rader ({lines}{also})", " together with other lines ({lines}{also})")
        return together.with_values(lines=lines_of_cost(project, first), also=also)


def _combined_rates(project: Project) -> Iterator[_CombinedRate]:
    """Yield what is taken of each base for each category, in the order of the first lines."""
    lines: dict[tuple[CostCategory, frozenset[CostCategory], LineLabels], list[tuple[int, Rate]]] = {}
    for index, cost, basis in flat_rate_lines(project):
        if cost.category not in NO_COST:
            key = (cost.category, frozenset(basis.base), (cost.partner, cost.phase, cost.year))
            lines.setdefault(key, []).append((index, basis.rate))
    # A line without partner, phase or year concerns every one, so its rate is added to that of each narrower line.
    costs = lines_of(project).costs
    alike = {key: _LineGroup.of(found) for key, found in lines.items()}
    for (category, base, labels), found in alike.items():
        wider = [(category, base, each) for each in covering_labels(*labels) if each != labels]
        groups = (found, *(alike[key] for key in wider if key in alike))
        yield _CombinedRate(costs[found.indexes[-1]], base, groups, reduce(add, (group.rate for group in groups)))


@attrs.frozen
class _Direct:
    """The direct costs of a budget: their categories, and the most they can be."""

    project: Project
    categories: frozenset[CostCategory]
    most: Money | None

    @classmethod
    def of(cls, project: Project) -> _Direct:
        budget, lines = budget_of(project), lines_of(project)
        direct = frozenset(category for category in lines.by_category if TREATMENTS[category].is_direct)
        amounts = [lines.amounts[place] for category in direct for place in lines.of_category(category)]
        return cls(project, direct, None if budget.currency is None else high_end(sum_amounts(budget, amounts))[0])

    def is_exceeded(self, part: _CombinedRate, ceiling: Rate) -> bool:
        """Whether a flat rate comes to more than a share of all direct costs; its base may be only some of them."""
        if part.rate <= ceiling:
            return False
        # Sure in two cases: the base is all direct costs, or the least amount exceeds the share of the most of them.
        is_of_all = (part.cost.partner, part.cost.phase, part.cost.year) == (None, None, None)
        if is_of_all and self.categories and self.categories <= part.base:
            return True
        least = part.least(self.project)
        if not least or self.most is None:
            return False
        return sum(least[1:], least[0]) > ceiling.apply(self.most, rounding=Rounding.MINOR_HALF_UP)


def _finding(
    project: Project,
    context: Context,
    part: _CombinedRate,
    row: Provision,
    severity: Severity,
    *,
    even_calculated: bool = False,
) -> Finding:
    return context.finding(
        part.place,
        expected=row.value_as(Rate),
        found=part.rate,
        severity=severity,
        basis=row,
        what=_COVERED[part.cost.category],
        others=part.others(project),
        limit=_EVEN_CALCULATED if even_calculated else _WITHOUT,
    )


SCO_RATES: Final = (
    Rule(
        code="SCO002",
        severity=Severity.ERROR,
        basis=FLAT_RATE,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=has_flat_rates,
        scope=Words(
            f"{FLAT_RATES.sv}; en schablon för övriga kostnader på enbart personal antas vara den för alla övriga "
            "kostnader",
            f"{FLAT_RATES.en}; a flat rate for other costs on staff alone is taken for the one for all the remaining "
            "costs",
        ),
        check=_within_lawful_rates,
        demand=Words(
            "En schablon är högst förordningens sats för det som den täcker, på sitt beräkningsunderlag.",
            "A flat rate is at most the regulation's rate for what it covers, on its base.",
        ),
        sv="Schablonen för {what} ({place}){others} är {found}; {basis} tillåter högst {expected}{limit}.",
        en="The flat rate for {what} ({place}){others} is {found}; {basis} allows at most {expected}{limit}.",
    ),
)
