"""Family SCO, what may not be combined, so that no cost is covered twice, once itself and once by a rate.

Rules SCO003 and SCO004. The law data has a table of the options that exclude each other: each key
`combination.<one>.<other>` is a cell, with its article.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import Cost, CostCategory, FlatRate, Project
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import (
    FLAT_RATES,
    NO_COST,
    STAFF,
    TREATMENTS,
    Verdict,
    first_by_labels,
    first_covering,
    flat_rate_lines,
    has_flat_rates,
    last_of,
    law_changed,
    lines_of,
    verdict_of,
)
from esfmodel.rules.shared.facts import PROGRAMMING_PERIOD, counting, programming_period_of
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.shared.cost_lines import CostLines

_TABLE: Final = "combination"
_TWICE: Final = f"{_TABLE}.flat-rate"
_ACTUAL: Final = f"{_TWICE}.actual-costs"

_WHOLE = (CostCategory.INDIRECT, CostCategory.STAFF)
"""The categories that a flat rate covers completely; other categories may have kinds of costs that it does not."""


def _covered_once(project: Project, context: Context) -> Iterator[Finding]:
    """Options may be combined only where each covers a category of its own.

    Different projects of one operation and successive phases may cover the same category, so a line is compared only
    with flat rates that concern its partner, phase and year.
    """
    row = context.lasting_provision(_ACTUAL, programming_period_of(project))
    flat: dict[CostCategory, list[tuple[int, Cost]]] = {}
    for index, cost, _ in flat_rate_lines(project):
        flat.setdefault(cost.category, []).append((index, cost))
    lines = lines_of(project)
    covering = {category: first_by_labels(found) for category, found in flat.items() if category not in NO_COST}
    places = sorted(index for category in covering for index in lines.of_category(category))
    for index, cost in lines.counting(places):
        place = None if isinstance(cost.basis, FlatRate) else first_covering(cost, covering[cost.category])
        if place is not None:
            yield context.finding(
                f"budget.costs[{index}]",
                severity=Severity.ERROR if cost.category in _WHOLE else Severity.WARNING,
                basis=row,
                flat=Place(f"budget.costs[{place}]"),
            )


def _is_of_staff(cost: Cost) -> bool:
    return isinstance(cost.basis, FlatRate) and frozenset(cost.basis.base) == STAFF


def _is_remaining(cost: Cost) -> bool:
    return cost.category is CostCategory.OTHER and _is_of_staff(cost)


def _is_other_cost(cost: Cost) -> bool:
    return not (TREATMENTS[cost.category].is_beside_remaining or _is_remaining(cost))


def _is_staff_at_a_flat_rate(cost: Cost) -> bool:
    return cost.category is CostCategory.STAFF and isinstance(cost.basis, FlatRate)


def _is_indirect_of_staff(cost: Cost) -> bool:
    return cost.category is CostCategory.INDIRECT and _is_of_staff(cost)


def _is_indirect_of_other_costs(cost: Cost) -> bool:
    flat = isinstance(cost.basis, FlatRate)
    return cost.category is CostCategory.INDIRECT and flat and not _is_of_staff(cost)


_OTHERS: Final = "other-costs"

_PARTS: Final[Mapping[str, Callable[[Cost], bool]]] = MappingProxyType(
    {
        "remaining": _is_remaining,
        _OTHERS: _is_other_cost,
        "staff-flat-rate": _is_staff_at_a_flat_rate,
        "indirect-of-staff": _is_indirect_of_staff,
        "indirect-of-other-costs": _is_indirect_of_other_costs,
    }
)
"""Which lines a part of a key stands for."""

_WHY: Final[Mapping[str, Words]] = MappingProxyType(
    {
        _OTHERS: Words(
            ": en schablon för övriga kostnader på enbart personal antas täcka alla kostnader utom personal och det "
            "som deltagare får",
            ": a flat rate for other costs on staff alone is taken to cover all costs but staff and what participants "
            "are paid",
        ),
        "staff-flat-rate": Words(
            ": schablonen får inte tillämpas på personalkostnader som själva beräknas som en schablon",
            ": that flat rate shall not be applied to staff costs calculated on the basis of a flat rate",
        ),
        "indirect-of-other-costs": Words(
            ": de indirekta kostnaderna har en schablon, på ett beräkningsunderlag",
            ": indirect costs have one flat rate, on one base",
        ),
    }
)
"""Why two lines exclude each other, by the second part of the key."""

_ON_A_FLAT_RATE: Final = f"{_TABLE}.remaining.staff-flat-rate"
_OTHER_COSTS: Final = f"{_TABLE}.remaining.{_OTHERS}"
_NOT_READ = Words(
    "om schablonen för övriga kostnader får kombineras med de raderna, eller tillämpas på personalkostnader som själva "
    "beräknas som en schablon, framgår inte av lagdata för den tiden",
    "whether the flat rate for the remaining costs may be combined with those lines, or be applied to staff costs "
    "calculated on the basis of a flat rate, is not in the law data of those days",
)


def _only_what_may_be_combined(project: Project, context: Context) -> Iterator[Finding]:
    """No two lines are of options that exclude each other in the table of combinations.

    A rate for the remaining costs that is applied to staff at a flat rate is one fault: where it falls away, other
    costs may stand beside the staff.
    """
    period, lines = programming_period_of(project), lines_of(project)
    context.lasting_provision(_ACTUAL, period)  # Without it there is no table for the programming period.
    void: set[int] = set()
    changed: list[int] = []
    unread = False
    # What may not be applied comes first. It is asked for without a row too: no row means that the legal text was not
    # read on it, not that it is allowed.
    others = [key for key in context.keys(_TABLE, period) if key.split(".")[1] in _PARTS and key != _ON_A_FLAT_RATE]
    for key in (_ON_A_FLAT_RATE, *others):
        for index, place in _excluding_pairs(key, lines):
            if place in void and key == _OTHER_COSTS:
                continue
            year = lines.costs[index].year or lines.costs[place].year
            parts = counting(context.parts(key, period, year=year), project)
            verdict = verdict_of(parts, lambda _: True)
            if verdict is Verdict.BEYOND:
                if key == _ON_A_FLAT_RATE:
                    void.add(place)
                yield context.finding(
                    f"budget.costs[{index}]",
                    basis=last_of(parts),
                    flat=Place(f"budget.costs[{place}]"),
                    why=_WHY[key.split(".")[-1]],
                )
            elif verdict is Verdict.CHANGED:
                changed.append(index)
            else:
                unread = True
    if changed:
        raise law_changed(project, changed)
    if unread:
        raise NotKnown(_NOT_READ)


def _excluding_pairs(key: str, lines: CostLines) -> Iterator[tuple[int, int]]:
    """Yield the places of each two lines that a cell of the table excludes, the wider one last."""
    _, first, second = key.split(".")
    ones = first_by_labels(_lines_of_part(first, lines))
    for index, cost in _lines_of_part(second, lines) if ones else ():
        place = first_covering(cost, ones)
        if place is not None:
            yield index, place


def _lines_of_part(name: str, lines: CostLines) -> Iterator[tuple[int, Cost]]:
    """Yield the lines that a part of a key stands for; only other costs need not be flat rates."""
    places = range(len(lines.costs)) if name == _OTHERS else lines.on_basis(FlatRate)
    is_one = _PARTS[name]
    return (each for each in lines.counting(places) if is_one(each[1]))


SCO_COMBINATIONS: Final = (
    Rule(
        code="SCO003",
        severity=Severity.ERROR,
        basis=_TWICE,
        reads=(_ACTUAL,),
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=has_flat_rates,
        scope=FLAT_RATES,
        check=_covered_once,
        demand=Words(
            "Kostnader i en kostnadskategori täcks en gång: av en schablon eller på annat sätt.",
            "Costs of a category are covered once: by a flat rate, or otherwise.",
        ),
        sv="Kostnaden ({place}) hör till en kostnadskategori som schablonen ({flat}) redan täcker; {basis} tillåter "
        "det bara för olika kostnadskategorier.",
        en="The cost ({place}) is of a category that the flat rate ({flat}) covers already; {basis} allows that only "
        "for different categories of costs.",
    ),
    Rule(
        code="SCO004",
        severity=Severity.WARNING,
        basis=_TABLE,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=has_flat_rates,
        scope=Words(
            "{flat_rates}; en schablon för övriga kostnader på enbart personal antas täcka alla kostnader utom "
            "personal och det som deltagare får",
            "{flat_rates}; a flat rate for other costs on staff alone is taken to cover all costs but staff and what "
            "participants are paid",
        ).with_values(flat_rates=FLAT_RATES),
        check=_only_what_may_be_combined,
        demand=Words(
            "Beräkningssätt som utesluter varandra kombineras inte.",
            "Options that exclude each other are not combined.",
        ),
        sv="Kostnaden ({place}) kan inte kombineras med schablonen ({flat}) enligt {basis}{why}.",
        en="The cost ({place}) cannot be combined with the flat rate ({flat}) under {basis}{why}.",
    ),
)
