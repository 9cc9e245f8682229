"""Workings as a controller writes them: what is computed, with which figures, and what it comes to."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from esfmodel.text.words.language import MINUS, SPACE
from esfmodel.text.writing.numbers import write_number
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.workings._formula import Node, parse
from esfmodel.workings._words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.model.costs import CostCategory
    from esfmodel.values.bounds import MoneyLike, RateLike
    from esfmodel.workings._steps import Input, Step, Workings

_HUNDREDTHS_OF_PERCENT: Final = 10_000
_STATED: Final = ("amount", "total")
_LINE: Final = re.compile(r"costs\[([0-9]+)\]")
_LIMIT: Final = re.compile(r"limits\[([0-9]+)\]")
_SIGNS: Final = {"*": "×", "/": "/"}


def of_workings(workings: Workings, language: str) -> str:
    """Write every step on a line of its own."""
    words = WORDS[language]
    if not workings.steps:
        return f"{_begun(_label(workings.figure, None, words))}: {words.cannot}"
    return "\n".join(of_step(step, language) for step in workings.steps)


def of_step(step: Step, language: str) -> str:
    """Write one step on a line."""
    words = WORDS[language]
    label, node, writer = _begun(_label(step.name, step.category, words)), parse(step.formula), _Writer(step, words)
    if node.kind == "name":
        return f"{label}: {writer.alone(node)}"
    notes = [
        *([_rounding_of(step.result, words)] if _is_rounded(step, node) else []),
        *([step.provision.citation(language)] if step.provision else []),
    ]
    noted = f" ({'; '.join(notes)})" if notes else ""
    return f"{label}: {writer.written(node)} {_result(step.result, words)}{noted}"


def _begun(label: str) -> str:
    return label[:1].upper() + label[1:]


def _label(name: str, category: CostCategory | None, words: Words) -> str:
    limit = _LIMIT.fullmatch(name)
    if limit:
        return words.limit.format(number=int(limit[1]) + 1)
    found = _LINE.fullmatch(name)
    if found is None:
        return words.figures.get(name, name)
    line = words.line.format(number=int(found[1]) + 1)
    return line if category is None else f"{line}, {words.categories[category]}"


def _result(result: MoneyLike | RateLike | None, words: Words) -> str:
    """Write what a step comes to; a share that is shortened is only about equal."""
    if result is None:
        return f"= {words.not_known}"
    is_shortened = isinstance(result, Rate) and (result.fraction * _HUNDREDTHS_OF_PERCENT).denominator > 1
    return f"{'≈' if is_shortened else '='} {format(result, words.code)}"


def _rounding_of(result: MoneyLike | RateLike | None, words: Words) -> str:
    currency = result.currency if isinstance(result, Money) else ""
    return words.rounded_to.get(currency, words.rounded)


def _is_rounded(step: Step, node: Node) -> bool:
    """Whether the result is another amount than what the formula comes to."""
    if step.rounding is None or not isinstance(step.result, Money):
        return False
    exact = _exact(node, {each.name: each.value for each in step.inputs})
    return exact is not None and exact != step.result.minor


def _exact(node: Node, values: Mapping[str, object]) -> Fraction | None:
    """Compute a formula of exact figures, amounts in their smallest unit; None where a figure is not exact."""
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
    """Give an amount, or an end of one that is known within bounds."""
    found = (figure.low or figure.high) if isinstance(figure, Bounds) else figure
    return found if isinstance(found, Money) else None


def _number(value: object) -> Fraction | None:
    if isinstance(value, Money):
        return Fraction(value.minor)
    if isinstance(value, Rate):
        return value.fraction
    return Fraction(value) if isinstance(value, Decimal) else None


class _Writer:
    """Writes the formula of one step with its figures."""

    def __init__(self, step: Step, words: Words) -> None:
        self.step = step
        self.words = words
        self.inputs: Mapping[str, Input] = {each.name: each for each in step.inputs}

    def alone(self, node: Node) -> str:
        """Write a figure that is given as it stands, or that is an earlier one."""
        given = self.inputs[node.text]
        if given.name not in _STATED:
            return self.written(node)
        if given.value is None:
            return self.words.unknown
        return f"{format(given.value, self.words.code)}, {self.words.stated}"

    def written(self, node: Node) -> str:
        """Write a formula."""
        if node.kind == "name":
            return self._named(node.text)
        if node.kind == "number":
            return self._whole_or_nothing(node.text)
        if node.kind == "+":
            return self._sum(node)
        parts = [self.written(node.parts[0])] if node.kind == "from_zero" else [self._part(part) for part in node.parts]
        if node.kind in _SIGNS:
            return f" {_SIGNS[node.kind]} ".join(parts)
        if node.kind == "least":
            return self.words.least.format(", ".join(parts[:-1]), parts[-1])
        return self.words.functions[node.kind, len(parts)].format(*parts)

    def _sum(self, node: Node) -> str:
        text = self.written(node.parts[0])
        for term in node.parts[1:]:
            if term.kind == "-":
                text += f" {MINUS} {self._part(term.parts[0])}"
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

    def _whole_or_nothing(self, number: str) -> str:
        if number == "1":
            return format(Rate(1), self.words.code)
        figures = (self.step.result, *(each.value for each in self.step.inputs))
        currency = next((each.currency for each in map(_money_of, figures) if each is not None), None)
        return number if currency is None else format(Money(0, currency), self.words.code)
