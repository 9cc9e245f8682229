"""The words of a ledger's table, in each language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.model.decision import LimitBase
from esfmodel.model.ledger.rows import LedgerEvent
from esfmodel.text import en, sv
from esfmodel.values.format import InEachLanguage
from esfmodel.values.period import Period


@attrs.frozen(kw_only=True, eq=False)
class ClaimsWords:
    """What a language calls the rows and columns of a ledger."""

    date: Callable[[datetime.date], str]
    period: Callable[[Period], str]
    header: tuple[str, str, str, str, str, str, str]
    events: Mapping[LedgerEvent, str]
    sum: str
    granted: str
    support_left: str
    advance_left: str
    limit_granted: str
    limit_rate: Mapping[LimitBase, str]
    limit_amount: str
    category_header: tuple[str, str, str, str]
    nothing: str


_SWEDISH = ClaimsWords(
    date=lambda day: sv.format_date(day, style="short"),
    period=sv.format_period,
    header=("Händelse", "Dag", "Kostnader", "Stöd", "Avräknat", "Utbetalt", "Begränsas av"),
    events=MappingProxyType(
        {
            LedgerEvent.ADVANCE: "Förskott",
            LedgerEvent.CLAIM: "Ansökan {number}",
            LedgerEvent.AMENDMENT: "Ändringsbeslut",
            LedgerEvent.CLOSURE: "Avslut",
        }
    ),
    sum="Summa",
    granted="Beviljat stöd",
    support_left="Kvar av stödet",
    advance_left="Förskott kvar att avräkna",
    limit_granted="beviljat stöd",
    limit_rate=MappingProxyType(
        {
            LimitBase.TOTAL_COST: "EU-medel {rate} av totalkostnaden",
            LimitBase.ACTUAL_COST: "EU-medel {rate} av faktiska kostnader",
            LimitBase.PUBLIC_FINANCING: "EU-medel {rate} av offentliga medel",
        }
    ),
    limit_amount="EU-medel högst {amount}",
    category_header=("Kostnadsslag", "Budget", "Upparbetat", "Kvar"),
    nothing="Inget har utbetalats eller begärts.",
)

_ENGLISH = ClaimsWords(
    date=lambda day: en.format_date(day, style="short"),
    period=en.format_period,
    header=("Event", "Day", "Costs", "Support", "Settled", "Paid", "Limited by"),
    events=MappingProxyType(
        {
            LedgerEvent.ADVANCE: "Advance",
            LedgerEvent.CLAIM: "Claim {number}",
            LedgerEvent.AMENDMENT: "Amendment",
            LedgerEvent.CLOSURE: "Closure",
        }
    ),
    sum="Sum",
    granted="Support granted",
    support_left="Support left",
    advance_left="Advance left to settle",
    limit_granted="support granted",
    limit_rate=MappingProxyType(
        {
            LimitBase.TOTAL_COST: "EU money {rate} of the total cost",
            LimitBase.ACTUAL_COST: "EU money {rate} of actual costs",
            LimitBase.PUBLIC_FINANCING: "EU money {rate} of public money",
        }
    ),
    limit_amount="EU money at most {amount}",
    category_header=("Category", "Budget", "Incurred", "Left"),
    nothing="Nothing has been paid or claimed.",
)

CLAIMS_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
"""The words by language."""
