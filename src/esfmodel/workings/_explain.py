"""Explains how a figure of a budget, or the payment for a claim, was computed, step by step.

The steps use the definition that `Budget` itself applied to each figure, and a test computes every step again.
"""

from __future__ import annotations

import re
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotInForce
from esfmodel.law import LAW
from esfmodel.law.provisions import as_programming_period
from esfmodel.model.budget import Budget, base_in, derived_in, is_without_low_end
from esfmodel.model.computed import FIGURES, Definition
from esfmodel.model.costs import Cost, FlatRate, UnitCost
from esfmodel.model.decision import LimitBase
from esfmodel.model.fields import check_type
from esfmodel.model.funding import FundingSource
from esfmodel.model.ledger.ledger import Ledger, claim_entry
from esfmodel.rules.families.sco_rates import flat_rate_keys
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding
from esfmodel.workings._formula import Node, less, name_node, sum_node
from esfmodel.workings._steps import Input, Step, Workings

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.law import Law, Provision
    from esfmodel.model.computed import Derived
    from esfmodel.model.ledger.entries import Entry
    from esfmodel.model.ledger.rows import PaymentLimit
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.dates import DateLike
    from esfmodel.values.programming_period import ProgrammingPeriod

_LINE: Final = re.compile(r"costs\[([0-9]{1,9})\]")


def explain(
    budget: Budget,
    figure: str,
    *,
    programming_period: ProgrammingPeriod | str | None = None,
    on: DateLike | None = None,
    law: Law = LAW,
) -> Workings:
    """Return how a derived figure of a budget was computed: its workings, as data and as text.

    `figure` is the name of one of the budget's figures, such as "support_rate", or a line of cost, such as "costs[0]".
    With `programming_period`, and perhaps the day `on`, a flat rate also has the row of the law that allows it.

    Raises `InvalidValue` for a figure that a budget does not have.

    >>> from esfmodel import Cost, CostCategory, FlatRate, Money, Rate, UnitCost
    >>> staff = Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720))
    >>> indirect = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
    >>> workings = explain(Budget([staff, indirect]), "total_costs", programming_period="2021-2027")
    >>> print(workings.text("sv").replace("\N{NO-BREAK SPACE}", " "))
    Kostnadsrad 1, personal: 1 720 timmar × 674,80 kr = 1 160 656 kr
    Kostnadsrad 2, indirekta kostnader: 15 % × 1 160 656 kr = 174 098,40 kr (artikel 54 b i förordning (EU) 2021/1060)
    Summa kostnader: 1 160 656 kr + 174 098,40 kr = 1 334 754,40 kr
    """
    check_type(budget, Budget, "budget")
    check_type(figure, str, "figure")
    period = as_programming_period(programming_period)
    builder = _BudgetSteps(budget, lambda key: _row(law, key, period, on))
    line = _LINE.fullmatch(figure)
    if line and int(line[1]) < len(budget.costs):
        builder.line(int(line[1]))
    elif figure in FIGURES:
        builder.figure(figure)
    else:
        lines = ("costs[0]",) if budget.costs else ()
        raise InvalidValue("value.not_one_of", "figure", figure, choices=(*FIGURES, *lines))
    return Workings(figure, builder.steps)


def _row(law: Law, key: str, period: ProgrammingPeriod | None, on: DateLike | None) -> Provision | None:
    try:
        rows = law.levels(key, programming_period=period, on=on)
    except NotInForce:
        return None
    closest = [row for row in rows if row.level is rows[-1].level]
    # Where an article was renumbered and its value kept, the last row tells it.
    return rows[-1] if len({(row.programming_period, row.value) for row in closest}) == 1 else None


# --- Figures of a budget

_LISTED: Final = re.compile(r"(costs|financing)\[([0-9]+)\]")
_EU: Final = FundingSource.EU
_UNDIVIDED: Final = FundingSource.EU_AND_STATE
_OTHER_GRANTS: Final = (FundingSource.STATE_GRANT, FundingSource.PARTNER_COUNTRY)
_OWN: Final = tuple(source for source in FundingSource if source.is_own)

_TOTAL_COST: Final = MappingProxyType(
    {
        Definition.STATED: name_node("total"),
        Definition.COSTS: name_node("total_costs"),
        Definition.FINANCING: name_node("total_financing"),
        Definition.COSTS_AND_FINANCING: Node("both", (name_node("total_costs"), name_node("total_financing"))),
    }
)

_UNLISTED: Final = "unlisted"
"""The name in a formula for contributions of those whom the financing does not list."""


class _BudgetSteps:
    """Collects the steps that lead to the requested figures, each after the steps it uses."""

    def __init__(self, budget: Budget, row: Callable[[str], Provision | None]) -> None:
        self._budget = budget
        self._row = row
        self._steps: dict[str, Step] = {}

    # A line of cost is explained without any of these: each takes time that grows with the budget.

    @cached_property
    def _derived(self) -> Derived:
        return derived_in(self._budget)

    @cached_property
    def _paid(self) -> list[tuple[FundingSource | None, Node]]:
        budget = self._budget
        listed = [(part.source, name_node(f"financing[{index}]")) for index, part in enumerate(budget.financing)]
        return [*listed, *((part.source, name_node(_UNLISTED)) for part in budget.unlisted)]

    @cached_property
    def _eu_is_named(self) -> bool:
        return any(source in (_EU, _UNDIVIDED) for source, _ in self._paid)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps.values())

    def line(self, index: int) -> None:
        """Add the steps that lead to the amount of a line of cost."""
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
            is_open = is_without_low_end(self._budget, index)
            given = Input("amount", f"{place}.amount", basis.amount, may_be_negative=is_open)
            self._line(index, "amount", [given])

    def figure(self, name: str) -> None:
        """Add the steps that lead to a figure; none where too little is known to compute it."""
        # `_inputs` first adds the steps that this one uses, which keeps the dict in the order of computation.
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
        # A line that names no partner, phase or year may be in the base of one that does, wholly or in part.
        certain, perhaps = base_in(self._budget, index, basis)
        base = sum_node([*map(_line, certain), *(Node("upto", (_line(line),)) for line in perhaps)])
        formula = Node("*", (name_node("rate"), base))
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
        """Return the row of the law that allows a flat rate; None where no row does."""
        rows = map(self._row, flat_rate_keys(cost.category, basis.base))
        return next((row for row in rows if row is not None and basis.rate <= row.value_as(Rate)), None)

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
        return Input(name, f"budget.{name}", value, may_be_negative=is_without_low_end(budget, index))

    def _formula_of(self, name: str) -> Node | None:
        if name == "total_costs":
            lines = range(len(self._budget.costs))
            return sum_node([*map(_line, lines)]) if lines else None
        if name == "total_financing":
            return sum_node([term for _, term in self._paid]) if self._budget.financing else None
        how = self._derived.definitions.get(name)
        if how is None:
            return None
        if name == "total_cost":
            return _TOTAL_COST[how]
        if name == "own_rate":
            return less(Node("number", text="1"), [name_node("support_rate")])
        if name.endswith("_rate"):
            part, others = ("support", self._own()) if name == "support_rate" else ("eu_support", self._other_than_eu())
            return self._rate(how, part, others)
        if name == "own_contribution":
            left = less(self._whole(), [name_node("support")])
            if how is Definition.LISTED:
                return sum_node(self._own())
            if how is Definition.REMAINDER_FROM_ZERO:
                return Node("from_zero", (left,))
            return left if how is Definition.REMAINDER else Node("both", (left, sum_node(self._own())))
        if name == "support":
            listed, left = sum_node(self._granted()), less(self._whole(), self._own())
        else:
            listed, left = sum_node(self._eu()), less(self._whole(), self._other_than_eu())
        if how is Definition.LISTED_AND_REMAINDER:
            return Node("both", (listed, left))
        return left if how is Definition.REMAINDER else listed

    def _rate(self, how: Definition, part: str, others: list[Node]) -> Node:
        # Only exact figures are divided: bounds of part and whole vary together, and the quotient of their ends would
        # allow shares that no amounts have.
        if how is Definition.QUOTIENT:
            return Node("/", (name_node(part), self._whole()))
        rest = [sum_node(others)] if how is Definition.SHARE_BESIDE_LISTED else []
        return Node("share", (name_node(part), *rest, self._whole()))

    def _whole(self) -> Node:
        """Return the total cost as a formula: each of its definitions that applies limits it."""
        first, *others = map(name_node, self._derived.whole)
        for other in others:
            first = Node("both", (first, other))
        return first

    # Contributions by source. One of unknown source may be anything, so it counts as `upto` in each sum. But where
    # another contribution is the Union's, it is not the Union's as well.

    def _from(self, *sources: FundingSource | None) -> list[Node]:
        """Return the contributions from some sources, listed or not; None stands for a source that is not stated."""
        return [term for source, term in self._paid if source in sources]

    def _some_from(self, source: FundingSource | None) -> list[Node]:
        terms = self._from(source)
        return [Node("upto", (sum_node(terms),))] if terms else []

    def _granted(self) -> list[Node]:
        return [*self._from(_EU, _UNDIVIDED, *_OTHER_GRANTS), *self._some_from(None)]

    def _own(self) -> list[Node]:
        return [*self._from(*_OWN), *self._some_from(None)]

    def _eu(self) -> list[Node]:
        unnamed = [] if self._eu_is_named else self._some_from(None)
        return [*self._from(_EU), *self._some_from(_UNDIVIDED), *unnamed]

    def _other_than_eu(self) -> list[Node]:
        unnamed = self._from(None) if self._eu_is_named else self._some_from(None)
        return [*self._from(*_OTHER_GRANTS), *self._some_from(_UNDIVIDED), *self._from(*_OWN), *unnamed]


def _line(index: int) -> Node:
    return name_node(f"costs[{index}]")


# --- The payment for a claim

_BEFORE_LIMITS: Final = 2
"""The first two limits of a row are the decided share and the granted support; these have steps of their own."""


def explain_claim(ledger: Ledger, number: int) -> Workings:
    """Return how the payment for a claim was computed: its costs, the support due for them, and the advance settled.

    Support is computed on all costs so far, by the terms in force at the claim: the steps show each limit on it, and
    the least is due. Raises `InvalidValue` for a claim that the ledger does not have.

    >>> from esfmodel import AdvancePayment, Budget, Claim, ClaimedCost, CostCategory, Decision, DecisionKind
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(400_000), budget=Budget(total=Money(1_000_000)))
    >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(300_000))])
    >>> workings = explain_claim(Ledger(granted, [AdvancePayment(Money(100_000)), claim]), 1)
    >>> print(workings.text("sv").replace("\N{NO-BREAK SPACE}", " "))
    Beslutad stödandel: beviljat stöd 400 000 kr / totalkostnad 1 000 000 kr = 40 %
    Kostnader hittills: kostnader tidigare 0 kr + begärt 300 000 kr + schabloner 0 kr = 300 000 kr
    Stöd enligt stödandelen: beslutad stödandel 40 % × kostnader hittills 300 000 kr = 120 000 kr
    Stöd hittills: det lägsta av stöd enligt stödandelen 120 000 kr och beviljat stöd 400 000 kr = 120 000 kr
    Stöd: stöd hittills 120 000 kr − stöd tidigare 0 kr = 120 000 kr
    Utbetalt: stöd 120 000 kr − avräknat förskott 100 000 kr = 20 000 kr
    """
    check_type(ledger, Ledger, "ledger")
    return Workings("paid", _ClaimSteps(claim_entry(ledger, number)).all())


class _ClaimSteps:
    """The steps that lead to the payment for a claim, by the terms in force at it."""

    def __init__(self, entry: Entry) -> None:
        self._row = entry.row
        self._terms = entry.terms
        self._place = f"ledger.rows[{entry.count - 1}]"

    def all(self) -> list[Step]:
        terms, row = self._terms, self._row
        granted = self._input("granted", terms.support, "ledger.support")
        cost = self._input(
            "actual_cost" if self._is_on_actual else "total_cost", terms.shared_cost, "ledger.shared_cost"
        )
        limits = [self._under(index, row.limits[index]) for index in range(_BEFORE_LIMITS, len(row.limits))]
        by_share = self._by_share(row.limits[0].amount)
        due = [self._due_input(by_share), granted, *map(self._due_input, limits)]
        return [
            Step(name="decided_share", formula=f"granted / {cost.name}", inputs=[granted, cost], result=terms.share),
            self._sum(
                "costs_so_far",
                "costs_before + claimed + flat_rates",
                costs_before=row.costs_so_far - row.costs,
                claimed=row.claimed,
                flat_rates=row.flat_rates,
            ),
            *self._actual(),
            by_share,
            *(self._union() if limits else []),
            *limits,
            Step(
                name="support_so_far",
                formula=f"least({', '.join(each.name for each in due)})",
                inputs=due,
                result=row.support_so_far,
            ),
            self._sum(
                "support",
                "support_so_far - support_before",
                support_so_far=row.support_so_far,
                support_before=row.support_so_far - row.support,
            ),
            self._sum("paid", "support - settled", support=row.support, settled=row.settled),
        ]

    def _sum(self, name: str, formula: str, **given: Money) -> Step:
        inputs = [self._input(each, amount) for each, amount in given.items()]
        return Step(name=name, formula=formula, inputs=inputs, result=getattr(self._row, name))

    @property
    def _is_on_actual(self) -> bool:
        return self._terms.base is LimitBase.ACTUAL_COST

    def _so_far(self) -> Input:
        """Return the costs so far that the decided share is of."""
        base = self._row.limits[0].base
        return self._input(
            "actual_so_far" if self._is_on_actual else "costs_so_far", base, f"{self._place}.limits[0].base"
        )

    def _actual(self) -> list[Step]:
        """Return the step to the actual costs so far, where the support is a share of those."""
        base, costs = self._row.limits[0].base, self._row.costs_so_far
        if not self._is_on_actual or base is None:
            return []
        inputs = [self._input("costs_so_far", costs), self._input("in_kind_so_far", costs - base, self._place)]
        return [Step(name="actual_so_far", formula="costs_so_far - in_kind_so_far", inputs=inputs, result=base)]

    def _by_share(self, due: Money) -> Step:
        so_far = self._so_far()
        return Step(
            name="due_by_share",
            formula=f"decided_share * {_from_zero(so_far)}",
            inputs=[self._input("decided_share", self._terms.share, "ledger.share"), so_far],
            result=due,
            rounding=self._terms.rounding,
        )

    def _union(self) -> list[Step]:
        """Return the step to the Union's part of the support; none where the budget in force does not state it."""
        union, support = self._terms.budget.eu_support, self._terms.budget.support
        if not (isinstance(union, Money) and isinstance(support, Money) and support.minor):
            return []
        inputs = [
            self._input("eu_support", union, "ledger.budget.eu_support"),
            self._input("budgeted_support", support, "ledger.budget.support"),
        ]
        share = self._terms.eu_share
        return [Step(name="eu_share", formula="eu_support / budgeted_support", inputs=inputs, result=share)]

    def _under(self, index: int, found: PaymentLimit) -> Step:
        """Return the step to the highest support under a limit on the Union's money, which is a part of the support."""
        limit, share, place = found.limit, self._terms.eu_share, f"{self._place}.limits[{index}]"
        is_part = share is not None and share != Rate(1)
        union = [self._input("eu_share", share, "ledger.eu_share")] if is_part else []
        part = "eu_share" if is_part else "1"
        if limit is None or limit.rate is None:
            highest = self._input("highest", None if limit is None else limit.highest, f"{place}.limit.highest")
            formula, inputs = ("highest / eu_share" if is_part else "highest"), [highest, *union]
        else:
            base = self._input("base", found.base, f"{place}.base")
            rate = self._input("rate", limit.rate, f"{place}.limit.rate")
            formula, inputs = f"rate * {_from_zero(base)}", [rate, base, *union]
            if limit.base is LimitBase.PUBLIC_FINANCING:
                # The support is itself part of the base: union = rate * (base + support), and union = part * support.
                formula += f" / ({part} - rate)"
            elif is_part:
                formula += " / eu_share"
        # Down, so that no payment exceeds the limit.
        down = Rounding.WHOLE_DOWN if self._terms.rounding.is_whole else Rounding.MINOR_DOWN
        return Step(
            name=f"limits[{index - _BEFORE_LIMITS}]",
            formula=formula,
            inputs=inputs,
            result=found.amount,
            rounding=None if formula == "highest" else down,
        )

    def _due_input(self, step: Step) -> Input:
        return Input(step.name, f"{self._place}.limits", step.result)

    def _input(self, name: str, value: MoneyLike | Rate | None, place: str | None = None) -> Input:
        is_below = isinstance(value, Money) and value.minor < 0
        return Input(name, place or f"{self._place}.{name}", value, may_be_negative=is_below)


def _from_zero(base: Input) -> str:
    """Return the name of a base in a formula; of less than nothing, nothing is due."""
    return f"from_zero({base.name})" if base.may_be_negative else base.name
