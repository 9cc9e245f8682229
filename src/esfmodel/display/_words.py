"""The words of tables and reports, in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.model.funding import Commitment, ContributionForm, FundingSource
from esfmodel.text import en, sv
from esfmodel.text.telling import _english, _swedish
from esfmodel.text.telling._phrases import Phrases
from esfmodel.values.bounds import MoneyLike, RateLike
from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class TableWords:
    """What a language calls the columns and rows of a financing table."""

    phrases: Phrases
    money: Callable[[MoneyLike | None], str]
    rate: Callable[[RateLike | None], str]
    header: tuple[str, str, str, str, str]
    sources: Mapping[FundingSource, str]
    payers: Mapping[FundingSource, str]
    """Who pays, where no body is named for the money."""
    forms: Mapping[ContributionForm, str]
    commitments: Mapping[Commitment, str]
    rest: str
    unnamed: str
    phase: str
    partner: str
    total_costs: str
    total_financing: str
    total: str
    support: str
    of_which_eu: str
    own: str
    unknown: str
    nothing: str

    def amount(self, amount: MoneyLike | None) -> str:
        """Write an amount; of one that nobody knows, that it is not known."""
        return self.unknown if amount is None else self.money(amount)


_SWEDISH = TableWords(
    phrases=_swedish.PHRASES,
    money=sv.format_money,
    rate=sv.format_rate,
    header=("Finansiär", "Medel", "Form", "Belopp", "Andel"),
    sources=MappingProxyType(
        {
            FundingSource.EU: "EU-medel",
            FundingSource.STATE_GRANT: "statliga medel",
            FundingSource.EU_AND_STATE: "stöd, EU och stat odelat",
            FundingSource.PARTNER_COUNTRY: "stöd från partnerland",
            FundingSource.OWN_PUBLIC: "offentlig medfinansiering",
            FundingSource.OWN_PRIVATE: "privat medfinansiering",
            FundingSource.OWN: "egen medfinansiering",
        }
    ),
    payers=MappingProxyType(
        {
            FundingSource.EU: "Europeiska unionen",
            FundingSource.STATE_GRANT: "Staten",
            FundingSource.EU_AND_STATE: "Europeiska unionen och staten",
        }
    ),
    forms=MappingProxyType(
        {
            ContributionForm.CASH: "kontant",
            ContributionForm.IN_KIND: "annat än pengar",
            ContributionForm.PARTICIPANT_REMUNERATION: "deltagarersättning",
        }
    ),
    commitments=MappingProxyType({Commitment.INTENDED: "avsedd", Commitment.CONDITIONAL: "villkorad"}),
    rest="Övriga, ej namngivna",
    unnamed="(ej namngiven)",
    phase="fas {name}",
    partner="för {name}",
    total_costs="Summa kostnader",
    total_financing="Summa finansiering",
    total="Totalkostnad",
    support="stöd",
    of_which_eu="varav EU-medel",
    own="egen medfinansiering",
    unknown="ej känt",
    nothing="Ingen finansiering är angiven.",
)

_ENGLISH = TableWords(
    phrases=_english.PHRASES,
    money=en.format_money,
    rate=en.format_rate,
    header=("Funder", "Money", "Form", "Amount", "Share"),
    sources=MappingProxyType(
        {
            FundingSource.EU: "EU funds",
            FundingSource.STATE_GRANT: "state funds",
            FundingSource.EU_AND_STATE: "support, EU and state undivided",
            FundingSource.PARTNER_COUNTRY: "support from a partner country",
            FundingSource.OWN_PUBLIC: "public co-funding",
            FundingSource.OWN_PRIVATE: "private co-funding",
            FundingSource.OWN: "own co-funding",
        }
    ),
    payers=MappingProxyType(
        {
            FundingSource.EU: "European Union",
            FundingSource.STATE_GRANT: "The state",
            FundingSource.EU_AND_STATE: "European Union and the state",
        }
    ),
    forms=MappingProxyType(
        {
            ContributionForm.CASH: "cash",
            ContributionForm.IN_KIND: "in kind",
            ContributionForm.PARTICIPANT_REMUNERATION: "participant remuneration",
        }
    ),
    commitments=MappingProxyType({Commitment.INTENDED: "intended", Commitment.CONDITIONAL: "conditional"}),
    rest="Others, not named",
    unnamed="(not named)",
    phase="phase {name}",
    partner="for {name}",
    total_costs="Sum of costs",
    total_financing="Sum of financing",
    total="Total cost",
    support="support",
    of_which_eu="of which EU funds",
    own="own co-funding",
    unknown="not known",
    nothing="No financing is stated.",
)

TABLE_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
