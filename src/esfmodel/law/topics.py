"""The topics of the law, by the first word of a key: what a reader knows them as.

>>> TOPICS["advance"].sv
'Förskott'
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping

TOPICS: Final[Mapping[str, InEachLanguage[str]]] = MappingProxyType(
    {
        key: InEachLanguage(swedish, english)
        for key, swedish, english in (
            ("co-financing", "Medfinansiering: vem som betalar hur mycket", "Who pays how much"),
            ("eligibility", "När utgifter är stödberättigande", "When expenditure is eligible"),
            ("simplified-cost", "När kostnader redovisas förenklat", "When costs are simplified"),
            ("flat-rate", "Schabloner", "Flat rates"),
            (
                "combination",
                "Vilka sätt att beräkna kostnader som utesluter varandra",
                "Which ways to reckon costs exclude each other",
            ),
            ("hours-per-year", "Arbetstimmar per år", "Hours of a year"),
            ("lump-sum", "Klumpsummor", "Lump sums"),
            ("interreg", "Kostnader och partner i Interreg", "Costs and partners in Interreg"),
            ("refugee", "Personer med tillfälligt skydd", "People under temporary protection"),
            ("vat", "Mervärdesskatt (moms)", "Value added tax"),
            ("esf-plus", "Kostnader som ESF+ inte stöder", "Costs that the ESF+ does not support"),
            ("revenue", "Intäkter", "Revenue"),
            ("location", "Var en insats genomförs", "Where an operation is carried out"),
            (
                "phased",
                "Insatser i etapper över två programperioder",
                "Operations in phases of two programming periods",
            ),
            ("selection", "Vad som får väljas ut", "What may be selected"),
            ("de-minimis", "Stöd av mindre betydelse (de minimis-stöd)", "De minimis aid"),
            ("durability", "Varaktighet: hur länge en investering ska bestå", "How long an investment lasts"),
            ("documents", "Hur länge handlingar ska bevaras", "How long documents are kept"),
            ("claim", "Ansökningar om utbetalning", "Claims for payment"),
            ("advance", "Förskott", "Advances"),
            ("allocation", "Medel som är avsatta", "Money set aside"),
            ("application", "Ansökningar om stöd", "Applications"),
            (
                "double-funding",
                "Dubbelfinansiering: ingen kostnad betalas två gånger",
                "No cost is paid twice",
            ),
            ("in-kind", "Bidrag i annat än pengar (bidrag in natura)", "Contributions in kind"),
            ("managing-authority", "Förvaltande myndigheter", "Who manages the programmes"),
            ("publication", "Vad en förvaltande myndighet offentliggör", "What a managing authority publishes"),
            ("publicity", "Synlighet: vad en stödmottagare visar", "What a beneficiary shows"),
            ("recovery", "Återkrav", "Recovery"),
        )
    }
)
"""The title of each topic in Swedish and English."""
