"""The words of the plots, in each language; names of funders, categories and events are those of the tables."""

from __future__ import annotations

from typing import Final

import attrs

from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class PlotWords:
    """Titles, names of series, and sentences below the plots."""

    financing: str
    financing_by_year: str
    costs_by: str
    timeline: str
    claims: str
    own_share: str
    own_shares: str
    no_year: str
    others: str
    possible: str
    no_limit: str
    sum: str
    amount_not_known: str
    and_more: str
    stated_total: str
    not_confirmed: str
    phase: str
    paid: str
    decision: str
    coarse: str
    without_day: str
    not_shown: str
    no_days: str
    budget: str
    incurred: str
    granted: str
    due: str
    budget_or_granted: str
    incurred_or_due: str
    paid_support: str
    all_costs: str
    support: str
    no_grant: str
    demand: str
    no_demand: str
    demand_differs: str
    exact_share: str
    share_within: str
    tolerance: str
    no_shares: str


_SWEDISH = PlotWords(
    financing="Finansiering",
    financing_by_year="Finansiering per år",
    costs_by="Kostnader per {by}",
    timeline="Tidsplan",
    claims="Budget, upparbetat och utbetalt",
    own_share="Egen andel och utlysningens krav",
    own_shares="Egen andel och utlysningens krav, {count} projekt",
    no_year="Inget år angivet",
    others="Övriga ({count} st.)",
    possible="möjligt men inte säkert",
    no_limit="kan vara mer, ingen känd gräns",
    sum="Summa",
    amount_not_known="Belopp ej känt: {names}.",
    and_more="{count} till",
    stated_total="Angiven totalkostnad: {amount}.",
    not_confirmed="Varav inte bekräftat: {amount}.",
    phase="Fas: {name}",
    paid="utbetalt",
    decision="beslut",
    coarse="Streckad linje: bara månaden, året eller ena änden är känd.",
    without_day="Utan känd tid: {names}.",
    not_shown="Visas inte: {count} rader till.",
    no_days="Inga tider är kända.",
    budget="budget",
    incurred="upparbetat",
    granted="beviljat",
    due="för upparbetade kostnader",
    budget_or_granted="budget, beviljat stöd",
    incurred_or_due="upparbetat, stöd för det",
    paid_support="utbetalt stöd",
    all_costs="Alla kostnader",
    support="Stöd",
    no_grant="Inget stöd är beviljat.",
    demand="utlysningens krav",
    no_demand="inget krav angivet",
    demand_differs="kravet beror på del av regionen",
    exact_share="egen andel",
    share_within="egen andel, inom gränser",
    tolerance="± {points} procentenheter",
    no_shares="Inga projekt.",
)

_ENGLISH = PlotWords(
    financing="Financing",
    financing_by_year="Financing by year",
    costs_by="Costs by {by}",
    timeline="Timeline",
    claims="Budget, incurred and paid",
    own_share="Own share and what the call demands",
    own_shares="Own share and what the call demands, {count} projects",
    no_year="No year stated",
    others="Others ({count})",
    possible="possible but not certain",
    no_limit="may be more, no known limit",
    sum="Sum",
    amount_not_known="Amount not known: {names}.",
    and_more="{count} more",
    stated_total="Stated total cost: {amount}.",
    not_confirmed="Of which not confirmed: {amount}.",
    phase="Phase: {name}",
    paid="paid",
    decision="decision",
    coarse="Dashed line: only the month, the year or one end is known.",
    without_day="Without a known time: {names}.",
    not_shown="Not shown: {count} more rows.",
    no_days="No dates are known.",
    budget="budget",
    incurred="incurred",
    granted="granted",
    due="due for costs incurred",
    budget_or_granted="budget, support granted",
    incurred_or_due="incurred, support due for it",
    paid_support="support paid",
    all_costs="All costs",
    support="Support",
    no_grant="No support is granted.",
    demand="what the call demands",
    no_demand="no demand stated",
    demand_differs="the demand depends on the part of the region",
    exact_share="own share",
    share_within="own share, within bounds",
    tolerance="± {points} percentage points",
    no_shares="No projects.",
)

PLOT_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
