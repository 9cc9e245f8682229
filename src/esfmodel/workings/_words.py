"""The words of workings, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.model.costs import CostCategory
from esfmodel.text.telling.facts import COST_CATEGORIES
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.language import Language
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class Words:
    """What a language calls the figures, and how it writes the operations on them."""

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
    """How it is rounded where the smallest unit of the currency has a name."""
    functions: Mapping[tuple[str, int], str]
    """How each function of a formula is written, by the number of figures that it takes."""


_SWEDISH: Final = Words(
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
    categories=COST_CATEGORIES.sv,
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

_ENGLISH: Final = Words(
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
    categories=COST_CATEGORIES.en,
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
