"""Steps, each of which computes one figure, and their text as a controller writes it, in Swedish and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law import Provision
from esfmodel.model.costs import CostCategory
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text, is_text_or_unknown, tuple_of
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.labels import labels_of
from esfmodel.text.words.language import MINUS, SPACE, Language
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.text.writing.numbers import write_number
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.format import InEachLanguage
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding
from esfmodel.workings._formula import Node, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

_is_figure = is_a(Money, Rate, Bounds, type(None))


def _is_formula(owner: object, field: attrs.Attribute[str], value: str) -> None:
    is_text(owner, field, value)
    parse(value)


@attrs.frozen
class Input:
    """A value that a step starts from, with its name in the formula and the place where it is stated.

    An amount of None is unknown and at least 0; with `may_be_negative` it may be anything. Bounds without a low end
    begin at 0 unless `may_be_negative`. `unit` is what a number counts.

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
    """One computation: the figure's name, a formula, its inputs, and the result.

    `rounding` is how the result is rounded, if it is; `provision` is the row of the law that the step rests on, if any;
    `category` is that of a line of cost. The formula is in the language of `esfmodel.workings`. Raises `InvalidValue`
    for anything that is not a formula, or a formula with a name that is not an input.

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
        """Check that every name in the formula is an input."""
        strangers = set(parse(self.formula).names) - {each.name for each in self.inputs}
        if strangers:
            raise InvalidValue("formula.unknown_name", "formula", self.formula, name=min(strangers))

    def text(self, language: str) -> str:
        """Write the step as a line of a controller's note, in "sv" or "en".

        Raises `InvalidValue` for another language.
        """
        return _write_step(self, language)


def _as_steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return tuple_of(Step, value, "steps")


@attrs.frozen
class Workings:
    """How a figure was computed: steps that use stated values and the results of earlier steps.

    The last step is the figure itself. There are no steps where too little is known to compute it.

    >>> Workings("support").result is None
    True
    """

    figure: str = attrs.field(validator=is_text)
    steps: tuple[Step, ...] = attrs.field(default=(), converter=_as_steps)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def result(self) -> MoneyLike | RateLike | None:
        """The value of the figure: exact, within bounds, or None where it is not known."""
        return self.steps[-1].result if self.steps else None

    def text(self, language: str) -> str:
        """Write the steps as a controller does, one on each line, in "sv" or "en".

        Raises `InvalidValue` for another language.

        >>> print(Workings("support").text("sv"))
        Stöd: går inte att räkna ut, eftersom för lite är känt
        """
        return _write_workings(self, language)


# --- The text of steps

_HUNDREDTHS_OF_PERCENT: Final = 10_000
_STATED: Final = ("amount", "total")
_LINE: Final = re.compile(r"costs\[([0-9]+)\]")
_LIMIT: Final = re.compile(r"limits\[([0-9]+)\]")
_SIGNS: Final = {"*": "×", "/": "/"}


def _write_workings(workings: Workings, language: str) -> str:
    words = WORDS[language]
    if not workings.steps:
        return f"{_capitalised(_label(workings.figure, None, words))}: {words.cannot}"
    return "\n".join(_write_step(step, language) for step in workings.steps)


def _write_step(step: Step, language: str) -> str:
    words = WORDS[language]
    label, node, writer = (
        _capitalised(_label(step.name, step.category, words)),
        parse(step.formula),
        _Writer(step, words),
    )
    if node.kind == "name":
        return f"{label}: {writer.single(node)}"
    notes = [
        *([_rounding_of(step.result, words)] if _is_rounded(step, node) else []),
        *([step.provision.citation(language)] if step.provision else []),
    ]
    noted = f" ({'; '.join(notes)})" if notes else ""
    return f"{label}: {writer.written(node)} {_result(step.result, words)}{noted}"


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]


def _label(name: str, category: CostCategory | None, words: WorkingsWords) -> str:
    limit = _LIMIT.fullmatch(name)
    if limit:
        return words.limit.format(number=int(limit[1]) + 1)
    found = _LINE.fullmatch(name)
    if found is None:
        return words.figures.get(name, name)
    line = words.line.format(number=int(found[1]) + 1)
    return line if category is None else f"{line}, {words.categories[category]}"


def _result(result: MoneyLike | RateLike | None, words: WorkingsWords) -> str:
    """Write the result; "≈" where a share has more decimals than are written."""
    if result is None:
        return f"= {words.not_known}"
    is_shortened = isinstance(result, Rate) and (result.fraction * _HUNDREDTHS_OF_PERCENT).denominator > 1
    return f"{'≈' if is_shortened else '='} {format(result, words.code)}"


def _rounding_of(result: MoneyLike | RateLike | None, words: WorkingsWords) -> str:
    currency = result.currency if isinstance(result, Money) else ""
    return words.rounded_to.get(currency, words.rounded)


def _is_rounded(step: Step, node: Node) -> bool:
    """Whether the result differs from the exact value of the formula."""
    if step.rounding is None or not isinstance(step.result, Money):
        return False
    exact = _exact(node, {each.name: each.value for each in step.inputs})
    return exact is not None and exact != step.result.minor


def _exact(node: Node, values: Mapping[str, object]) -> Fraction | None:
    """Compute a formula, amounts in their smallest unit; None where an input is not exact."""
    if node.kind == "name":
        return _number(values[node.text])
    if node.kind == "number":
        return Fraction(node.text)
    parts = [_exact(part, values) for part in node.parts]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    match node.kind:
        case "+":
            return sum(known, Fraction(0))
        case "-":
            return -known[0]
        case "*":
            return known[0] * known[1]
        case "/":
            return known[0] / known[1] if known[1] else None
        case _:
            return None


def _money_of(figure: MoneyLike | RateLike | Decimal | None) -> Money | None:
    """Return the amount, or an end of its bounds; None where it is no amount."""
    found = (figure.low or figure.high) if isinstance(figure, Bounds) else figure
    return found if isinstance(found, Money) else None


def _number(value: object) -> Fraction | None:
    if isinstance(value, Money):
        return Fraction(value.minor)
    if isinstance(value, Rate):
        return value.fraction
    return Fraction(value) if isinstance(value, Decimal) else None


class _Writer:
    def __init__(self, step: Step, words: WorkingsWords) -> None:
        self.step = step
        self.words = words
        self.inputs: Mapping[str, Input] = {each.name: each for each in step.inputs}

    def single(self, node: Node) -> str:
        """Write a formula that is a single name: a stated value or an earlier figure."""
        given = self.inputs[node.text]
        if given.name not in _STATED:
            return self.written(node)
        if given.value is None:
            return self.words.unknown
        return f"{format(given.value, self.words.code)}, {self.words.stated}"

    def written(self, node: Node) -> str:
        if node.kind == "name":
            return self._named(node.text)
        if node.kind == "number":
            return self._one_or_zero(node.text)
        if node.kind == "+":
            return self._sum(node)
        parts = [self.written(node.parts[0])] if node.kind == "from_zero" else [self._part(part) for part in node.parts]
        if node.kind in _SIGNS:
            return f" {_SIGNS[node.kind]} ".join(parts)
        if node.kind == "least":
            return self.words.least.format(", ".join(parts[:-1]), parts[-1])
        return self.words.functions[node.kind, len(parts)].format(*parts)

    def _sum(self, node: Node) -> str:
        first = self.written(node.parts[0])
        text = f"({first})" if node.parts[0].kind == "both" else first
        for term in node.parts[1:]:
            if term.kind == "-":
                text += f" {MINUS} {self._part(term.parts[0])}"
            # A deduction is a negative amount: "− 500", not "+ −500".
            elif term.kind == "name" and (less := self._below_zero(term.text)):
                text += f" {MINUS} {format(-less, self.words.code)}"
            else:
                text += f" + {self.written(term)}"
        return text

    def _part(self, node: Node) -> str:
        return f"({self.written(node)})" if node.kind == "+" else self.written(node)

    def _below_zero(self, name: str) -> Money | None:
        value = self.inputs[name].value
        return value if isinstance(value, Money) and value.minor < 0 else None

    def _named(self, name: str) -> str:
        given, label = self.inputs[name], self.words.figures.get(name)
        if label is None:
            return self._value(given)
        return f"{label} ({self.words.not_known})" if given.value is None else f"{label} {self._value(given)}"

    def _value(self, given: Input) -> str:
        value = given.value
        if value is None:
            return self.words.unknown
        if isinstance(value, Decimal):
            return self._count(value, given.unit)
        if isinstance(value, Bounds) and value.low is not None and value.high is not None:
            return f"({format(value, self.words.code)})"
        # A stated rate is written as stated; a computed one may have endless decimals.
        is_given_rate = isinstance(value, Rate) and given.name not in self.words.figures
        return format(value, f"{self.words.code}:exact" if is_given_rate else self.words.code)

    def _count(self, number: Decimal, unit: str | None) -> str:
        whole, _, part = f"{number.copy_abs():f}".partition(".")
        decimals = part.rstrip("0")
        text = write_number(int(f"{whole}{decimals}"), len(decimals), self.words.language)
        if unit is None:
            return text
        one, several = self.words.units.get(unit, (unit, unit))
        return f"{text}{SPACE}{one if number == 1 else several}"

    def _one_or_zero(self, number: str) -> str:
        if number == "1":
            return format(Rate(1), self.words.code)
        figures = (self.step.result, *(each.value for each in self.step.inputs))
        currency = next((each.currency for each in map(_money_of, figures) if each is not None), None)
        return number if currency is None else format(Money(0, currency), self.words.code)


# --- The words of each language


@attrs.frozen(kw_only=True, eq=False)
class WorkingsWords:
    """The names of the figures in one language, and how it writes operations on them."""

    code: str
    language: Language
    figures: Mapping[str, str]
    line: str
    limit: str
    least: str
    categories: Mapping[CostCategory, str]
    units: Mapping[str, tuple[str, str]]
    unknown: str
    not_known: str
    cannot: str
    stated: str
    rounded: str
    rounded_to: Mapping[str, str]
    """The words for rounding to the smallest unit, by currency."""
    functions: Mapping[tuple[str, int], str]
    """The words for each function of a formula, by its number of arguments."""


_SWEDISH: Final = WorkingsWords(
    code="sv",
    language=SWEDISH,
    figures=MappingProxyType(
        {
            "total_costs": "summa kostnader",
            "total_financing": "summa finansiering",
            "total_cost": "totalkostnad",
            "total": "totalkostnad",
            "unlisted": "det som inte är listat",
            "support": "stöd",
            "eu_support": "EU-medel",
            "own_contribution": "egen medfinansiering",
            "support_rate": "stödandel",
            "eu_rate": "EU-andel",
            "own_rate": "egen andel",
            "decided_share": "beslutad stödandel",
            "costs_before": "kostnader tidigare",
            "claimed": "begärt",
            "flat_rates": "schabloner",
            "costs_so_far": "kostnader hittills",
            "actual_cost": "faktiska kostnader",
            "in_kind_so_far": "bidrag i annat än pengar hittills",
            "actual_so_far": "faktiska kostnader hittills",
            "due_by_share": "stöd enligt stödandelen",
            "granted": "beviljat stöd",
            "support_before": "stöd tidigare",
            "support_so_far": "stöd hittills",
            "settled": "avräknat förskott",
            "paid": "utbetalt",
            "eu_share": "EU-andel av stödet",
            "budgeted_support": "stöd i budgeten",
        }
    ),
    line="kostnadsrad {number}",
    limit="stöd enligt EU-tak {number}",
    least="det lägsta av {0} och {1}",
    categories=labels_of(CostCategory).sv,
    units=MappingProxyType(
        {
            "hour": ("timme", "timmar"),
            "day": ("dag", "dagar"),
            "week": ("vecka", "veckor"),
            "month": ("månad", "månader"),
            "participant": ("deltagare", "deltagare"),
        }
    ),
    unknown="okänt belopp",
    not_known="okänt",
    cannot="går inte att räkna ut, eftersom för lite är känt",
    stated="som angivet",
    rounded="avrundat",
    rounded_to=MappingProxyType({"SEK": "avrundat till öre", "EUR": "avrundat till cent"}),
    functions=MappingProxyType(
        {
            ("upto", 1): "någon del av {0}",
            ("both", 2): "både {0} och {1}",
            ("from_zero", 1): "{0}, dock inte under noll,",
            ("share", 2): "{0} av {1}",
            ("share", 3): "{0} av {2}, där resten är {1},",
        }
    ),
)

_ENGLISH: Final = WorkingsWords(
    code="en",
    language=ENGLISH,
    figures=MappingProxyType(
        {
            "total_costs": "sum of costs",
            "total_financing": "sum of financing",
            "total_cost": "total cost",
            "total": "total cost",
            "unlisted": "what is not listed",
            "support": "support",
            "eu_support": "EU money",
            "own_contribution": "own contribution",
            "support_rate": "support rate",
            "eu_rate": "EU rate",
            "own_rate": "own rate",
            "decided_share": "decided share",
            "costs_before": "costs before",
            "claimed": "claimed",
            "flat_rates": "flat rates",
            "costs_so_far": "costs so far",
            "actual_cost": "actual cost",
            "in_kind_so_far": "in kind so far",
            "actual_so_far": "actual costs so far",
            "due_by_share": "support by the share",
            "granted": "support granted",
            "support_before": "support before",
            "support_so_far": "support so far",
            "settled": "advance settled",
            "paid": "paid",
            "eu_share": "EU share of the support",
            "budgeted_support": "support in the budget",
        }
    ),
    line="line of cost {number}",
    limit="support by EU limit {number}",
    least="the least of {0} and {1}",
    categories=labels_of(CostCategory).en,
    units=MappingProxyType(
        {
            "hour": ("hour", "hours"),
            "day": ("day", "days"),
            "week": ("week", "weeks"),
            "month": ("month", "months"),
            "participant": ("participant", "participants"),
        }
    ),
    unknown="an unknown amount",
    not_known="unknown",
    cannot="cannot be computed, since too little is known",
    stated="as stated",
    rounded="rounded",
    rounded_to=MappingProxyType({"SEK": "rounded to the öre", "EUR": "rounded to the cent"}),
    functions=MappingProxyType(
        {
            ("upto", 1): "some part of {0}",
            ("both", 2): "both {0} and {1}",
            ("from_zero", 1): "{0}, but not below zero,",
            ("share", 2): "{0} of {1}",
            ("share", 3): "{0} of {2}, where the rest is {1},",
        }
    ),
)

WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
