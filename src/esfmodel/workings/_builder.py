"""The steps that lead to each figure of a budget, each made once and before it is used.

Which of its definitions a figure followed is seen from what it came to, and the formula is that definition.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.model._computed import base_of, spans_in
from esfmodel.model._derived import Shared, parts_of
from esfmodel.model.costs import Cost, CostCategory, FlatRate, UnitCost
from esfmodel.model.funding import FundingSource
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding
from esfmodel.values.span import NOT_NEGATIVE, Span, share
from esfmodel.workings._formula import parse
from esfmodel.workings._steps import Input, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.law import Provision
    from esfmodel.model.budget import Budget

FIGURES: Final = (
    "total_costs",
    "total_financing",
    "total_cost",
    "support",
    "eu_support",
    "own_contribution",
    "support_rate",
    "eu_rate",
    "own_rate",
)
"""The figures that a budget derives."""

_LISTED: Final = re.compile(r"(costs|financing)\[([0-9]+)\]")
_EU: Final = FundingSource.EU
_UNDIVIDED: Final = FundingSource.EU_AND_STATE
_OTHER_GRANTS: Final = (FundingSource.STATE_GRANT, FundingSource.PARTNER_COUNTRY)
_OWN: Final = tuple(source for source in FundingSource if source.is_own)

_FLAT_RATES: Final[Mapping[tuple[CostCategory, bool], tuple[str, ...]]] = MappingProxyType(
    {
        (CostCategory.INDIRECT, True): ("flat-rate.indirect.direct-staff-costs",),
        (CostCategory.INDIRECT, False): (
            "flat-rate.indirect.direct-costs",
            "flat-rate.indirect.direct-costs.calculated",
        ),
        (CostCategory.OTHER, True): ("flat-rate.remaining.direct-staff-costs",),
        (CostCategory.STAFF, False): ("flat-rate.staff.other-direct-costs",),
    }
)
"""Where the law has the rate of a flat rate: by what it covers, and whether it is a share of staff costs alone."""


class Builder:
    """Makes the steps that lead to the figures asked for."""

    def __init__(self, budget: Budget, row: Callable[[str], Provision | None]) -> None:
        """Take the budget, and how to look up a key of the law."""
        self._budget = budget
        self._row = row
        self._lines = spans_in(budget)
        self._parts = parts_of(self._lines, budget.financing, budget.total)
        self._shared = self._parts.shared
        self._steps: dict[str, Step] = {}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps made so far, each after those that it uses."""
        return tuple(self._steps.values())

    def line(self, index: int) -> None:
        """Make the steps that lead to what a line of cost comes to."""
        name, cost = f"costs[{index}]", self._budget.costs[index]
        if name in self._steps or self._budget.currency is None:
            return
        basis, place = cost.basis, f"budget.costs[{index}].basis"
        if isinstance(basis, UnitCost) and basis.amount is None:
            units = Input("units", f"{place}.units", basis.units, unit=basis.unit)
            self._line(index, "units * price", [units, Input("price", f"{place}.price", basis.price)])
        elif isinstance(basis, FlatRate) and basis.amount is None:
            self._flat_rate(index, basis)
        else:
            is_open = _is_open(self._lines[index])
            given = Input("amount", f"{place}.amount", basis.amount, may_be_negative=is_open)
            self._line(index, "amount", [given])

    def figure(self, name: str) -> None:
        """Make the steps that lead to a figure; none where too little is known to compute it from."""
        if name not in self._steps and self._budget.currency is not None:
            formula = self._formula_of(name)
            if formula is not None:
                inputs = self._inputs(formula)
                self._steps[name] = Step(name=name, formula=formula, inputs=inputs, result=getattr(self._budget, name))

    def _flat_rate(self, index: int, basis: FlatRate) -> None:
        place = f"budget.costs[{index}].basis"
        rate = Input("rate", f"{place}.rate", basis.rate)
        if not basis.base:
            self._line(index, "rate * base", [rate, Input("base", f"{place}.base", None)])
            return
        certain, perhaps = base_of(self._budget.costs, index, basis)
        terms = [*(f"costs[{line}]" for line in certain), *(f"upto(costs[{line}])" for line in perhaps)]
        base = _sum(terms) if len(terms) < 2 else f"({_sum(terms)})"
        inputs = [rate, *self._inputs(base)]
        self._line(index, f"rate * {base}", inputs, self._rate_of_law(self._budget.costs[index], basis))

    def _line(self, index: int, formula: str, inputs: list[Input], provision: Provision | None = None) -> None:
        self._steps[f"costs[{index}]"] = Step(
            name=f"costs[{index}]",
            formula=formula,
            inputs=inputs,
            result=self._budget.cost_amounts[index],
            rounding=None if formula == "amount" else Rounding.MINOR_HALF_UP,
            provision=provision,
            category=self._budget.costs[index].category,
        )

    def _rate_of_law(self, cost: Cost, basis: FlatRate) -> Provision | None:
        """Give the row that allows for such a rate; None where the law has none."""
        keys = _FLAT_RATES.get((cost.category, frozenset(basis.base) == {CostCategory.STAFF}), ())
        rows = (self._row(key) for key in keys)
        return next((row for row in rows if row is not None and basis.rate <= row.value_as(Rate)), None)

    # --- what a formula starts from

    def _inputs(self, formula: str) -> list[Input]:
        return [self._input(name) for name in dict.fromkeys(parse(formula).names)]

    def _input(self, name: str) -> Input:
        budget, listed = self._budget, _LISTED.fullmatch(name)
        if name == "total":
            return Input(name, "budget.total", budget.total)
        if listed is None:
            self.figure(name)
            value = getattr(budget, name)
            return Input(name, f"budget.{name}", value, may_be_negative=_is_open(self._span_of(name)))
        index = int(listed[2])
        if listed[1] == "financing":
            return Input(name, f"budget.{name}", budget.financing[index].amount)
        cost = budget.costs[index]
        if isinstance(cost.basis, (UnitCost, FlatRate)):
            self.line(index)
        value = budget.cost_amounts[index]
        return Input(name, f"budget.{name}", value, may_be_negative=_is_open(self._lines[index]))

    def _span_of(self, name: str) -> Span | None:
        shared = self._shared
        if name in ("support", "eu_support", "own_contribution"):
            return (
                None
                if shared is None
                else {"support": shared.support, "eu_support": shared.eu, "own_contribution": shared.own}[name]
            )
        parts = self._parts
        sums = {"total_costs": parts.costs, "total_financing": parts.financed, "total_cost": parts.whole}
        return sums.get(name)

    # --- the definitions of the figures

    def _formula_of(self, name: str) -> str | None:
        if name == "total_costs":
            return _sum([f"costs[{index}]" for index in range(len(self._lines))]) if self._lines else None
        if name == "total_financing":
            return _sum(self._all()) if self._budget.financing else None
        if name == "total_cost":
            return self._total_cost()
        if self._shared is None:
            return None
        if name == "own_rate":
            return "1 - support_rate"
        return self._formula_of_part(name, self._shared)

    def _formula_of_part(self, name: str, shared: Shared) -> str:
        match name:
            case "support":
                return self._support(shared)
            case "eu_support":
                return self._eu_support(shared)
            case "own_contribution":
                return self._own_contribution(shared)
            case "support_rate":
                return self._rate("support", shared.support, self._own(), shared.beside_support)
            case _:
                return self._rate("eu_support", shared.eu, self._beside_eu(), shared.beside_eu)

    def _total_cost(self) -> str:
        parts = self._parts
        if self._budget.total is not None:
            return "total"
        if parts.whole == parts.costs:
            return "total_costs"
        return "total_financing" if parts.whole == parts.financed else "both(total_costs, total_financing)"

    def _support(self, shared: Shared) -> str:
        listed, left = self._granted(), _difference("total_cost", self._own())
        if shared.support == self._parts.sources.support.settled:
            return _sum(listed)
        if shared.support == (shared.whole - self._parts.sources.own).settled:
            return left
        return f"both({_sum(listed)}, {left})"

    def _eu_support(self, shared: Shared) -> str:
        listed = _sum(self._eu())
        if shared.eu == self._parts.sources.eu.settled:
            return listed
        return f"both({listed}, {_difference('support', self._granted_beside_eu())})"

    def _own_contribution(self, shared: Shared) -> str:
        left = shared.whole - shared.support
        if shared.own == left.settled:
            return "total_cost - support"
        if shared.own == (left & self._parts.sources.own).settled:
            return f"both(total_cost - support, {_sum(self._own())})"
        return "from_zero(total_cost - support)"

    def _rate(self, part: str, span: Span, beside: list[str], beside_span: Span) -> str:
        whole = self._parts.whole
        if (
            span.is_exact
            and whole is not None
            and whole.is_exact
            and isinstance(share(span, NOT_NEGATIVE, whole), Rate)
        ):
            return f"{part} / total_cost"
        is_limited = whole is not None and share(span, beside_span, whole) is not None
        if is_limited and beside_span != NOT_NEGATIVE:
            return f"share({part}, {_sum(beside)}, total_cost)"
        return f"share({part}, total_cost)"

    # --- the listed financing, by what the money is

    def _all(self) -> list[str]:
        return [f"financing[{index}]" for index in range(len(self._budget.financing))]

    def _from(self, *sources: FundingSource | None) -> list[str]:
        return [f"financing[{index}]" for index, part in enumerate(self._budget.financing) if part.source in sources]

    def _some_from(self, source: FundingSource | None) -> list[str]:
        listed = self._from(source)
        return [f"upto({_sum(listed)})"] if listed else []

    def _granted(self) -> list[str]:
        return [*self._from(_EU, _UNDIVIDED, *_OTHER_GRANTS), *self._some_from(None)]

    def _own(self) -> list[str]:
        return [*self._from(*_OWN), *self._some_from(None)]

    def _eu(self) -> list[str]:
        unnamed = self._some_from(None) if self._parts.sources.eu_may_be_unnamed else []
        return [*self._from(_EU), *self._some_from(_UNDIVIDED), *unnamed]

    def _granted_beside_eu(self) -> list[str]:
        return [*self._from(*_OTHER_GRANTS), *self._some_from(_UNDIVIDED), *self._some_from(None)]

    def _beside_eu(self) -> list[str]:
        unnamed = self._some_from(None) if self._parts.sources.eu_may_be_unnamed else self._from(None)
        return [*self._from(*_OTHER_GRANTS), *self._some_from(_UNDIVIDED), *self._from(*_OWN), *unnamed]


def _is_open(span: Span | None) -> bool:
    """Whether an amount has no low end, not even 0."""
    return span is not None and span.low is None


def _sum(terms: list[str]) -> str:
    return " + ".join(terms) or "0"


def _difference(whole: str, terms: list[str]) -> str:
    if len(terms) > 1:
        return f"{whole} - ({_sum(terms)})"
    return f"{whole} - {terms[0]}" if terms else whole
