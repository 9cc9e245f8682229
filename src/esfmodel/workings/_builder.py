"""The steps that lead to each figure of a budget, each made once and before it is used.

The budget says which definition each of its figures followed; the formula is that definition.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.model.budget import spans_in
from esfmodel.model.computed import Definition, base_of, derive
from esfmodel.model.costs import Cost, FlatRate, UnitCost
from esfmodel.model.funding import FundingSource
from esfmodel.rules.families.sco_rates import flat_rate_keys
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding
from esfmodel.workings._formula import Node, less, named, summed
from esfmodel.workings._steps import Input, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.law import Provision
    from esfmodel.model.budget import Budget
    from esfmodel.values.span import Span

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

_TOTAL_COST: Final = MappingProxyType(
    {
        Definition.STATED: named("total"),
        Definition.COSTS: named("total_costs"),
        Definition.FINANCING: named("total_financing"),
        Definition.COSTS_AND_FINANCING: Node("both", (named("total_costs"), named("total_financing"))),
    }
)

_UNLISTED: Final = "unlisted"
"""The name in a formula for what those pay whom the financing does not list."""


class Builder:
    """Makes the steps that lead to the figures asked for."""

    def __init__(self, budget: Budget, row: Callable[[str], Provision | None]) -> None:
        """Take the budget, and how to look up a key of the law."""
        self._budget = budget
        self._row = row
        self._lines = spans_in(budget)
        self._derived = derive(self._lines, budget.financing, budget.total, budget.currency, complete=budget.complete)
        self._paid = [(part.source, named(f"financing[{index}]")) for index, part in enumerate(budget.financing)]
        if self._derived.unlisted is not None:
            self._paid.append((self._derived.unlisted.source, named(_UNLISTED)))
        self._eu_is_named = any(source in (_EU, _UNDIVIDED) for source, _ in self._paid)
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
                value = getattr(self._budget, name)
                self._steps[name] = Step(name=name, formula=str(formula), inputs=inputs, result=value)

    def _flat_rate(self, index: int, basis: FlatRate) -> None:
        place = f"budget.costs[{index}].basis"
        rate = Input("rate", f"{place}.rate", basis.rate)
        if not basis.base:
            self._line(index, "rate * base", [rate, Input("base", f"{place}.base", None)])
            return
        certain, perhaps = base_of(self._budget.costs, index, basis)
        base = summed([*map(_line, certain), *(Node("upto", (_line(line),)) for line in perhaps)])
        formula = Node("*", (named("rate"), base))
        inputs = [rate, *self._inputs(base)]
        self._line(index, str(formula), inputs, self._rate_of_law(self._budget.costs[index], basis))

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
        """Return the row that allows for such a rate; None where the law has none."""
        rows = map(self._row, flat_rate_keys(cost.category, basis.base))
        return next((row for row in rows if row is not None and basis.rate <= row.value_as(Rate)), None)

    # --- what a formula starts from

    def _inputs(self, formula: Node) -> list[Input]:
        return [self._input(name) for name in dict.fromkeys(formula.names)]

    def _input(self, name: str) -> Input:
        budget, listed = self._budget, _LISTED.fullmatch(name)
        if name == "total":
            return Input(name, "budget.total", budget.total)
        if name == _UNLISTED:
            return Input(name, "budget.financing", None)
        if listed is None:
            self.figure(name)
            value = getattr(budget, name)
            return Input(name, f"budget.{name}", value, may_be_negative=name in self._derived.open_below)
        index = int(listed[2])
        if listed[1] == "financing":
            return Input(name, f"budget.{name}", budget.financing[index].amount)
        if isinstance(budget.costs[index].basis, (UnitCost, FlatRate)):
            self.line(index)
        value = budget.cost_amounts[index]
        return Input(name, f"budget.{name}", value, may_be_negative=_is_open(self._lines[index]))

    # --- the definitions of the figures

    def _formula_of(self, name: str) -> Node | None:
        if name == "total_costs":
            return summed([*map(_line, range(len(self._lines)))]) if self._lines else None
        if name == "total_financing":
            return summed([term for _, term in self._paid]) if self._budget.financing else None
        how = self._derived.definitions.get(name)
        if how is None:
            return None
        if name == "total_cost":
            return _TOTAL_COST[how]
        if name == "own_rate":
            return less(Node("number", text="1"), [named("support_rate")])
        if name.endswith("_rate"):
            part, beside = ("support", self._own()) if name == "support_rate" else ("eu_support", self._beside_eu())
            return self._rate(how, part, beside)
        if name == "own_contribution":
            left = less(self._whole(), [named("support")])
            if how is Definition.LISTED:
                return summed(self._own())
            if how is Definition.REMAINDER_FROM_ZERO:
                return Node("from_zero", (left,))
            return left if how is Definition.REMAINDER else Node("both", (left, summed(self._own())))
        if name == "support":
            listed, left = summed(self._granted()), less(self._whole(), self._own())
        else:
            listed, left = summed(self._eu()), less(self._whole(), self._beside_eu())
        if how is Definition.LISTED_AND_REMAINDER:
            return Node("both", (listed, left))
        return left if how is Definition.REMAINDER else listed

    def _rate(self, how: Definition, part: str, beside: list[Node]) -> Node:
        if how is Definition.QUOTIENT:
            return Node("/", (named(part), self._whole()))
        rest = [summed(beside)] if how is Definition.SHARE_BESIDE_LISTED else []
        return Node("share", (named(part), *rest, self._whole()))

    def _whole(self) -> Node:
        """Return what the parts add up to: the total cost, as far as other sums allow for it."""
        first, *others = map(named, self._derived.whole)
        for other in others:
            first = Node("both", (first, other))
        return first

    # --- the financing, by what the money is

    def _from(self, *sources: FundingSource | None) -> list[Node]:
        """Return what comes from some sources, listed or not; None is the rest, from sources nobody has named."""
        return [term for source, term in self._paid if source in sources]

    def _some_from(self, source: FundingSource | None) -> list[Node]:
        terms = self._from(source)
        return [Node("upto", (summed(terms),))] if terms else []

    def _granted(self) -> list[Node]:
        return [*self._from(_EU, _UNDIVIDED, *_OTHER_GRANTS), *self._some_from(None)]

    def _own(self) -> list[Node]:
        return [*self._from(*_OWN), *self._some_from(None)]

    def _eu(self) -> list[Node]:
        unnamed = [] if self._eu_is_named else self._some_from(None)
        return [*self._from(_EU), *self._some_from(_UNDIVIDED), *unnamed]

    def _beside_eu(self) -> list[Node]:
        unnamed = self._from(None) if self._eu_is_named else self._some_from(None)
        return [*self._from(*_OTHER_GRANTS), *self._some_from(_UNDIVIDED), *self._from(*_OWN), *unnamed]


def _is_open(span: Span) -> bool:
    """Whether an amount has no low end, not even 0."""
    return span.low is None


def _line(index: int) -> Node:
    return named(f"costs[{index}]")
