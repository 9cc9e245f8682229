"""What workings are made of: steps, each of which computes one figure from what is given and from earlier steps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law import Provision
from esfmodel.model.costs import CostCategory
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text, is_text_or_unknown, tuple_of
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding
from esfmodel.workings import _text
from esfmodel.workings._formula import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

_is_figure = is_a(Money, Rate, Bounds, type(None))


def _is_formula(owner: object, field: attrs.Attribute[str], value: str) -> None:
    is_text(owner, field, value)
    parse(value)


@attrs.frozen
class Input:
    """What a step starts from: a value under the name that the formula has for it, and the place where it stands.

    An amount of None is not known, and at least 0; with `may_be_negative` it may be anything, and bounds without a low
    end have none. `unit` says what a number counts.

    >>> Input("price", "budget.costs[0].basis.price", Money("674.80")).value
    Money("674.80")
    """

    name: str = attrs.field(validator=is_text)
    place: str = attrs.field(validator=is_text)
    value: MoneyLike | RateLike | Decimal | None = attrs.field(validator=is_a(Money, Rate, Bounds, Decimal, type(None)))
    unit: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    may_be_negative: bool = attrs.field(default=False, validator=is_a(bool), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_inputs(value: Iterable[Input]) -> tuple[Input, ...]:
    return tuple_of(Input, value, "inputs")


@attrs.frozen(kw_only=True)
class Step:
    """One computation: the figure's name, a formula, what the formula starts from, and what it comes to.

    `rounding` says how the result is rounded, if it is; `provision` is the row of the law that the step rests on, where
    the law has one. `category` is what a line of cost is for. The formula is written in the language of
    `esfmodel.workings`. Raises `InvalidValue` for a formula that is none, or with a name that is no input.

    >>> half = Input("rate", "budget.costs[1].basis.rate", Rate.of_percent(50))
    >>> base = Input("costs[0]", "budget.costs[0]", Money(7))
    >>> step = Step(name="costs[1]", formula="rate * costs[0]", inputs=[half, base], result=Money("3.50"))
    >>> print(step.text("en").replace("\N{NO-BREAK SPACE}", " "))
    Line of cost 2: 50% × SEK 7 = SEK 3.50
    """

    name: str = attrs.field(validator=is_text)
    formula: str = attrs.field(validator=_is_formula)
    inputs: tuple[Input, ...] = attrs.field(converter=_as_inputs)
    result: MoneyLike | RateLike | None = attrs.field(validator=_is_figure)
    rounding: Rounding | None = attrs.field(default=None, validator=is_a(Rounding, type(None)))
    provision: Provision | None = attrs.field(default=None, validator=is_a(Provision, type(None)))
    category: CostCategory | None = attrs.field(default=None, validator=is_a(CostCategory, type(None)))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that the formula speaks of the inputs."""
        strangers = set(parse(self.formula).names) - {each.name for each in self.inputs}
        if strangers:
            raise InvalidValue("formula", self.formula, f"names {min(strangers)}, which is no input", "give its value")

    def text(self, language: str) -> str:
        """Write the step as a line of a controller's note, in "sv" or "en".

        Raises `InvalidValue` for another language.
        """
        return _text.of_step(self, language)


def _as_steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return tuple_of(Step, value, "steps")


@attrs.frozen
class Workings:
    """How a figure of a budget was computed: steps of which each uses what is given and what earlier steps came to.

    The last step is the figure itself. Without any step there is nothing to compute it from.

    >>> Workings("support").result is None
    True
    """

    figure: str = attrs.field(validator=is_text)
    steps: tuple[Step, ...] = attrs.field(default=(), converter=_as_steps)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def result(self) -> MoneyLike | RateLike | None:
        """What the figure comes to: exact, within bounds, or None where it is not known."""
        return self.steps[-1].result if self.steps else None

    def text(self, language: str) -> str:
        """Write the steps as a controller would, one on a line, in "sv" or "en".

        Raises `InvalidValue` for another language.

        >>> print(Workings("support").text("sv"))
        Stöd: går inte att räkna ut, eftersom för lite är känt
        """
        return _text.of_workings(self, language)
