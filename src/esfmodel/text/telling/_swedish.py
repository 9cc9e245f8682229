"""The Swedish phrases of summaries and funding statements.

Support that is not divided by source is "stöd från" the fund, since it may hold state money; "EU-medel" is money of the
Union alone. An authority's grant is "beviljats", a partnership's decision "prioriterats". No phrase puts a name in the
genitive.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.decision import DecisionKind
from esfmodel.model.funding import FundingSource
from esfmodel.model.programme import Fund
from esfmodel.text.telling._phrases import Phrases, from_the_fund
from esfmodel.text.words.labels import labels_of
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.model.organisation import OrganisationKind

_MONEY: Mapping[tuple[FundingSource, ...], tuple[str, str]] = MappingProxyType(
    {
        (FundingSource.EU,): ("EU-medel", "EU-medlen"),
        (FundingSource.STATE_GRANT,): ("statligt stöd", "det statliga stödet"),
        (FundingSource.PARTNER_COUNTRY,): ("stöd från ett partnerland", "stödet från ett partnerland"),
    }
)
_PARTS = MappingProxyType(
    {
        FundingSource.EU: "EU-medel",
        FundingSource.EU_AND_STATE: "stöd från EU och staten",
        FundingSource.STATE_GRANT: "statliga medel",
        FundingSource.PARTNER_COUNTRY: "medel från ett partnerland",
    }
)
_PAYERS = MappingProxyType(
    {
        FundingSource.EU: "Europeiska unionen",
        FundingSource.STATE_GRANT: "staten",
        FundingSource.PARTNER_COUNTRY: "ett partnerland",
        FundingSource.OWN_PUBLIC: "offentliga medfinansiärer",
        FundingSource.OWN_PRIVATE: "privata medfinansiärer",
        FundingSource.OWN: "projektets egna finansiärer",
    }
)
_OTHERS = MappingProxyType(
    {
        FundingSource.OWN_PUBLIC: "andra offentliga medfinansiärer",
        FundingSource.OWN_PRIVATE: "andra privata medfinansiärer",
        FundingSource.OWN: "andra medfinansiärer",
    }
)
_DECISIONS = MappingProxyType(
    {
        DecisionKind.APPLIED: "ansökan för {project} gäller {what}",
        DecisionKind.PRIORITISED: "{project} har prioriterats för {what}",
        DecisionKind.GRANTED: "{project} har beviljats {what}",
        DecisionKind.REJECTED: "ansökan om {what} till {project} har avslagits",
    }
)
_FINANCED: Mapping[DecisionKind | None, str] = MappingProxyType(
    {DecisionKind.APPLIED: "ska enligt ansökan finansieras", DecisionKind.CLOSED: "har finansierats"}
)


class Swedish(Phrases):
    """The phrases in Swedish."""

    language = SWEDISH
    funds = labels_of(Fund).sv

    def project(self, name: str, operation_id: str | None) -> str:
        return f"projektet ”{name}”" + (f" ({operation_id})" if operation_id else "")

    def the_project(self) -> str:
        return "projektet"

    def group(self, name: str, count: int | None, kind: OrganisationKind | None) -> str:  # noqa: ARG002
        if name[0].isdigit():
            return name
        if name[0].isupper():
            return name if count is None else f"{name} ({count})"
        return f"{'ett antal' if count is None else self.number(count)} {name}"

    def municipalities(self, count: int) -> str:
        return f"{self.number(count)} kommuner"

    def among_others(self, names: Iterable[str]) -> str:
        return f"bland andra {self.list_of(names)}"

    def on_day(self, day: str) -> str:
        return f"den {day}"

    def in_year(self, year: str) -> str:
        return year

    def in_month(self, month: str) -> str:
        return f"i {month}"

    def during(self, period: str) -> str:
        return f"under {period}"

    def the_year(self, year: str) -> str:
        return f"år {year}"

    def the_period(self, period: str) -> str:
        return f"perioden {period}"

    def open_time(self, length: str | None, when: str) -> str:
        return f"{length or 'tiden'} {when}"

    def length_within(self, length: str, time: str) -> str:
        return f"{length} under {time}"

    def owned(self, project: str, owner: str | None, time: str | None) -> str:
        said = [f"ägs av {owner}"] if owner else []
        said += [f"omfattar {time}"] if time else []
        return f"{project} {' och '.join(said)}"

    def initiators(self, names: str, *, several: bool) -> str:  # noqa: ARG002
        return f"initiativtagare är {names}"

    def called(self, project: str) -> str:
        return f"detta gäller {project}"

    def nothing_more(self, project: str) -> str:
        return f"om {project} är inget mer angivet"

    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None) -> str:
        parts = [f"programområde {priority}"] if priority else []
        parts += [f"specifikt mål {objective}"] if objective else []
        where = ", ".join(parts)
        if fund and where:
            return f"{project} hör till {where}, inom {fund}"
        return f"{project} hör till {fund or where}"

    def money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        name, _ = _MONEY.get(sources, ("stöd", ""))
        return f"{name} från {fund}" if fund and from_the_fund(sources) else name

    def the_money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        _, name = _MONEY.get(sources, ("", "stödet"))
        return f"{name} från {fund}" if fund and from_the_fund(sources) else name

    def amount_of(self, amount: str, money: str) -> str:
        return f"{amount} i {money}"

    def of_which(self, parts: Iterable[tuple[FundingSource, str]]) -> str:
        (first, amount), *others = parts
        said = [f"{amount} är {_PARTS[first]}", *(f"{amount} {_PARTS[source]}" for source, amount in others)]
        return f", varav {self.list_of(said)}"

    def decision(self, kind: DecisionKind, project: str, what: str) -> str:
        return _DECISIONS[kind].format(project=project, what=what)

    def decided(self, body: str | None, when: str | None) -> str:
        said = ["beslut", *([f"av {body}"] if body else []), *([when] if when else [])]
        return f" ({' '.join(said)})" if len(said) > 1 else ""

    def unsettled(self, project: str) -> str:
        return f"för {project} finns både ett beslut om stöd och ett avslag; vilket som kom sist är inte angivet"

    def changed_to(self, the_money: str, amount: str) -> str:
        return f"{the_money} har ändrats till {amount}"

    def changed(self) -> str:
        return "beslutet om stöd har ändrats"

    def closed(self, project: str, amount: str | None) -> str:
        return f"{project} har avslutats" + (f" med ett slutligt stöd på {amount}" if amount else "")

    def amounts_to(self, the_money: str, amount: str) -> str:
        return f"{the_money} {'är' if amount.startswith('under ') else 'uppgår till'} {amount}"

    def own_funding(self) -> str:
        return "projektets egen finansiering"

    def total(self, amount: str) -> str:
        return f"den totala budgeten är {amount}"

    def covered(self) -> str:
        return " och täcks helt av stödet"

    def shares(self, support: str, own: str, own_by: str | None) -> str:
        whose = f"medfinansieringen från {own_by}" if own_by else self.own_funding()
        return f", varav stödet utgör {support} och {whose} {own}"

    def support_as_budgeted(self, amount: str, rate: str) -> str:
        return f", varav stödet enligt budgeten utgör {amount} ({rate})"

    def financing_missing(self, *, other: bool) -> str:
        return "övrig finansiering är inte angiven" if other else "finansieringen är inte angiven"

    def published_rate(self, rate: str) -> str:
        return f"den publicerade medfinansieringsgraden från EU är {rate}"

    def no_amounts(self) -> str:
        return "inga belopp är angivna"

    def cofunders(self, names: str, *, several: bool) -> str:
        return f"medfinansiär{'er' if several else ''} är {names}"

    def cofunders_among_others(self, names: Iterable[str], *, several: bool) -> str:  # noqa: ARG002
        return f"medfinansiärer är {self.among_others(names)}"

    def together_with(self, project: str, names: str) -> str:
        return f"{project} genomförs tillsammans med {names}"

    def take_part(self, names: str, *, several: bool) -> str:  # noqa: ARG002
        return f"i projektet deltar {names}"

    def take_part_too(self, names: str, *, several: bool) -> str:  # noqa: ARG002
        return f"även {names} medverkar"

    def both(self, one: str, other: str) -> str:
        return f"{one}, och {other}"

    def financed(self, project: str, payers: str, *, after: DecisionKind | None) -> str:
        return f"{project} {_FINANCED.get(after, 'finansieras')} av {payers}"

    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str:
        return f"{', '.join(others)} samt medfinansierande kommuner: {self.list_of(municipalities)}"

    def payer(self, source: FundingSource, *, other: bool) -> str:
        return _OTHERS.get(source, _PAYERS[source]) if other else _PAYERS[source]

    def not_confirmed(self, project: str, payers: str) -> str:
        return f"finansieringen av {project} från {payers} är inte bekräftad"

    def financing_not_stated(self, project: str, fund: str | None) -> str:
        if fund:
            return f"{project} hör till {fund}; hur det finansieras är inte angivet"
        return f"hur {project} finansieras är inte angivet"

    def visible(self, fund: str, *, whole: bool) -> str:
        return f"{'Finansieras' if whole else 'Medfinansieras'} av Europeiska unionen genom {fund}"


PHRASES = Swedish()
