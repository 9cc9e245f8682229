"""The words of breakdowns, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.model.breakdown import BudgetSide, By
from esfmodel.model.costs import CostCategory
from esfmodel.text.telling.facts import COST_CATEGORIES
from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class BreakdownWords:
    """What a language calls the rows and columns of a table of costs or financing."""

    keys: Mapping[By, str]
    categories: Mapping[CostCategory, str]
    amount: str
    sum: str
    not_said: str
    unknown: str
    nothing: Mapping[BudgetSide, str]


_SWEDISH = BreakdownWords(
    keys=MappingProxyType(
        {
            By.CATEGORY: "Kostnadsslag",
            By.PARTNER: "Partner",
            By.PHASE: "Fas",
            By.YEAR: "År",
            By.FUNDER: "Finansiär",
            By.SOURCE: "Medel",
            By.FORM: "Form",
        }
    ),
    categories=COST_CATEGORIES.sv,
    amount="Belopp",
    sum="Summa",
    not_said="Ej angivet",
    unknown="ej känt",
    nothing=MappingProxyType(
        {BudgetSide.COSTS: "Inga kostnader är angivna.", BudgetSide.FINANCING: "Ingen finansiering är angiven."}
    ),
)

_ENGLISH = BreakdownWords(
    keys=MappingProxyType(
        {
            By.CATEGORY: "Category",
            By.PARTNER: "Partner",
            By.PHASE: "Phase",
            By.YEAR: "Year",
            By.FUNDER: "Funder",
            By.SOURCE: "Money",
            By.FORM: "Form",
        }
    ),
    categories=COST_CATEGORIES.en,
    amount="Amount",
    sum="Sum",
    not_said="Not stated",
    unknown="not known",
    nothing=MappingProxyType(
        {BudgetSide.COSTS: "No costs are stated.", BudgetSide.FINANCING: "No financing is stated."}
    ),
)

BREAKDOWN_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
"""The words by language."""
