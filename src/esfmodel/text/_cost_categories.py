"""What each category of cost is called, in each language; a name begins small, as inside a sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.model.costs import CostCategory
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping

_SWEDISH: Mapping[CostCategory, str] = MappingProxyType(
    {
        CostCategory.STAFF: "personal",
        CostCategory.EXTERNAL_SERVICES: "externa tjänster",
        CostCategory.TRAVEL: "resor och logi",
        CostCategory.EQUIPMENT: "utrustning",
        CostCategory.INFRASTRUCTURE: "infrastruktur",
        CostCategory.OFFICE: "kontor och administration",
        CostCategory.INDIRECT: "indirekta kostnader",
        CostCategory.PARTICIPANTS: "deltagare",
        CostCategory.IN_KIND: "bidrag i annat än pengar",
        CostCategory.VAT: "mervärdesskatt",
        CostCategory.OTHER: "övriga kostnader",
        CostCategory.REVENUE: "intäkter",
        CostCategory.CORRECTION: "rättelser",
    }
)
_ENGLISH: Mapping[CostCategory, str] = MappingProxyType(
    {category: category.value for category in CostCategory} | {CostCategory.INDIRECT: "indirect costs"}
)

COST_CATEGORIES: Final = InEachLanguage(_SWEDISH, _ENGLISH)
"""The names in each language."""
