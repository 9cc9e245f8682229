"""The columns of the frames, by level: their names, what kind of value they hold, and what that is.

>>> [column.name for column in COLUMNS["cost"]][:5]
['project', 'operation_id', 'line', 'category', 'description']
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from esfmodel.model.fields import as_call

if TYPE_CHECKING:
    from collections.abc import Mapping

Level: TypeAlias = Literal["project", "cost", "financing"]
Kind: TypeAlias = Literal["text", "whole number", "day", "true or false"]


@attrs.frozen
class Column:
    """A column of a frame: its name, the kind of its values, and what they are.

    `kind` is "text", "whole number", "day" or "true or false": `String`, `Int64`, `Date` and `Boolean` in polars;
    `string`, `Int64`, `datetime64[s]` and `boolean` in pandas. Every column may hold nulls, for what is not known.
    `path` is the value in a project file, as places of problems have it: of the project, or of the line.

    >>> COLUMNS["financing"][3]
    Column('source', 'text', 'Whose money it is, as `FundingSource` has it; null for unnamed sources.', 'funder.source')
    """

    name: str
    kind: Kind
    meaning: str
    path: str

    __repr__ = as_call


MINOR: Final = "_minor"
"""The end of the name of an exact amount in the smallest unit of its currency."""

LOW, HIGH = "_low", "_high"
NUMERATOR, DENOMINATOR = "_numerator", "_denominator"


def _text(name: str, meaning: str, path: str | None = None) -> Column:
    return Column(name, "text", meaning, name if path is None else path)


def _number(name: str, meaning: str, path: str | None = None) -> Column:
    return Column(name, "whole number", meaning, name if path is None else path)


def _truth(name: str, meaning: str, path: str | None = None) -> Column:
    return Column(name, "true or false", meaning, name if path is None else path)


def _amount(name: str, meaning: str, path: str) -> tuple[Column, ...]:
    return (
        _number(f"{name}{MINOR}", f"{meaning}, in the smallest unit; null unless it is known exactly.", path),
        _number(f"{name}{MINOR}{LOW}", "The lowest that it may be; null where nothing limits it.", path),
        _number(f"{name}{MINOR}{HIGH}", "The highest that it may be; null where nothing limits it.", path),
    )


def _rate(name: str, meaning: str, path: str) -> tuple[Column, ...]:
    return (
        _text(name, f"{meaning}, as text: `40%` or `12/29`.", path),
        _number(f"{name}{NUMERATOR}", "The share's numerator, in lowest terms; null with more than 18 digits.", path),
        _number(f"{name}{DENOMINATOR}", "Its denominator.", path),
    )


_KEYS = (
    _number("project", "The index of the project among those given, from 0; the same in all three frames.", ""),
    _text("operation_id", "Its number in its register.", "operation_id"),
)
_CURRENCY = _text("currency", "The ISO 4217 code of the currency of every amount in the row.", "")

FIGURES: Final = ("total_cost", "support", "eu_support", "own_contribution")
"""The figures of a budget that a row of a project has."""

_PROJECT = (
    _KEYS[0],
    _text("name", "What the project is called."),
    _KEYS[1],
    _text(
        "status", "The kind of its last decision, as `DecisionKind` has it; null where it is not known.", "decisions"
    ),
    _text("call", "The reference of the call.", "call.reference"),
    _text("fund", "The fund."),
    _text("programming_period", "The programming period, such as `2021-2027`."),
    _text("programme", "The name of the programme.", "programme.name"),
    _text("cci", "The programme's CCI."),
    _text("priority", "The code of the priority.", "priority.code"),
    _text("category_of_region", "The category of region, as `CategoryOfRegion` has it."),
    _text("specific_objective", "The specific objective."),
    _text("intervention_field", "The intervention field."),
    _text("beneficiary", "The name of the project owner.", "beneficiary.name"),
    _text("beneficiary_number", "Its number; a foreign one with its country before it.", "beneficiary.number"),
    _text("beneficiary_kind", "What kind of body it is, as `OrganisationKind` has it.", "beneficiary.kind"),
    _text("beneficiary_country", "The code of its country.", "beneficiary.country"),
    _number("planned_participants", "How many participants are planned."),
    Column("start", "day", "The first day of the period.", "period"),
    Column("end", "day", "The last day of the period.", "period"),
    _text("precision", "Whether the period is stated in days, months or years: `day`, `month`, `year`.", "period"),
    _number("duration_months", "A length in months that is stated without days."),
    _text("region", "The region where it is carried out."),
    _text("nuts", "The NUTS code of that."),
    _text("municipalities", "The municipalities, with semicolons between them.", "municipalities"),
    _text("country", "The code of the country."),
    _truth("strategic_importance", "Whether it is an operation of strategic importance."),
    _truth("vat_recoverable", "Whether value added tax can be recovered."),
    _truth("physical_investment", "Whether something lasting is built or bought."),
    *_rate("published_eu_rate", "The Union's rate as the register prints it", "published_eu_rate"),
    _text("summary", "What it is about."),
    _text("source", "Where the data come from."),
    _CURRENCY,
    *_amount("total_cost", "The total cost", "budget.total_cost"),
    *_amount("support", "What is granted", "budget.support"),
    *_amount("eu_support", "The Union's money", "budget.eu_support"),
    *_amount("own_contribution", "The own contribution", "budget.own_contribution"),
    *_amount("stated_total", "The total cost where the budget states it, beside its lines", "budget.total"),
    _truth("complete", "Whether a list of one-sided financing is declared complete.", "budget.complete"),
    _number("cost_lines", "How many lines of cost the budget has; null where there is no budget.", "budget.costs"),
    _number("financing_lines", "How many contributions it has.", "budget.financing"),
)

_COST = (
    *_KEYS,
    _number("line", "The index of the line in the budget, from 0.", ""),
    _text("category", "What the cost is for, as `CostCategory` has it."),
    _text("description", "What it is called."),
    _text("partner", "The name of the partner."),
    _text("phase", "The name of the phase."),
    _number("year", "The calendar year."),
    _CURRENCY,
    *_amount("amount", "The amount as stated, else computed", "basis.amount"),
    _text("basis", "`actual cost`, `unit cost`, `flat rate` or `lump sum`.", "basis.type"),
    *_amount("stated", "The amount where the line states one", "basis.amount"),
    _number("unit_price_minor", "The price of a unit, in the smallest unit of the currency.", "basis.price"),
    _text("units", "The number of units, such as hours, as text: `1720.5`.", "basis.units"),
    _text("unit", "What is counted, such as `hour`.", "basis.unit"),
    _text("unit_code", "The function, occupation or table row of the price.", "basis.code"),
    _text("unit_region", "The region of the price.", "basis.region"),
    _number("unit_year", "The year of the price.", "basis.year"),
    *_rate("flat_rate", "The flat rate", "basis.rate"),
    _text("flat_rate_base", "The categories that it is a share of, with semicolons between them.", "basis.base"),
    _text("lump_sum", "What the lump sum is for.", "basis.description"),
)

_FINANCING = (
    *_KEYS,
    _number("line", "The index of the contribution in the budget, from 0.", ""),
    _text("source", "Whose money it is, as `FundingSource` has it; null for unnamed sources.", "funder.source"),
    _text("funder", "The name of the body that pays.", "funder.organisation.name"),
    _text("funder_number", "Its number; a foreign one with its country before it.", "funder.organisation.number"),
    _text("funder_kind", "What kind of body it is, as `OrganisationKind` has it.", "funder.organisation.kind"),
    _CURRENCY,
    *_amount("amount", "The amount", "amount"),
    _text("form", "In what form it comes, as `ContributionForm` has it."),
    _text("partner", "The name of the partner."),
    _text("phase", "The name of the phase."),
    _number("year", "The calendar year."),
    _text("commitment", "How firmly it is promised, as `Commitment` has it."),
    _text("reference", "The funder's own id of its decision."),
)

COLUMNS: Final[Mapping[Level, tuple[Column, ...]]] = MappingProxyType(
    {"project": _PROJECT, "cost": _COST, "financing": _FINANCING}
)
"""The columns that a frame of each level has, in their order."""
