"""The English phrases of summaries and funding statements.

Support that is not divided by source is "support from" the fund, since it may hold state money; "EU funds" is money of
the Union alone. Official names are not translated; groups are counted in English where their kind is known.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.decision import DecisionKind
from esfmodel.model.funding import FundingSource
from esfmodel.model.organisation import OrganisationKind
from esfmodel.model.programme import Fund
from esfmodel.text.telling._phrases import Phrases, from_the_fund
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.labels import labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_MONEY: Mapping[tuple[FundingSource, ...], tuple[str, str]] = MappingProxyType(
    {
        (FundingSource.EU,): ("EU funds", "the EU funds"),
        (FundingSource.STATE_GRANT,): ("state support", "the state support"),
        (FundingSource.PARTNER_COUNTRY,): ("support from a partner country", "the support from a partner country"),
    }
)
_IN_PLURAL = "the EU funds"
_PARTS = MappingProxyType(
    {
        FundingSource.EU: "EU funds",
        FundingSource.EU_AND_STATE: "support from the EU and the state",
        FundingSource.STATE_GRANT: "state funds",
        FundingSource.PARTNER_COUNTRY: "funds from a partner country",
    }
)
_PAYERS = MappingProxyType(
    {
        FundingSource.EU: "the European Union",
        FundingSource.STATE_GRANT: "the state",
        FundingSource.PARTNER_COUNTRY: "a partner country",
        FundingSource.OWN_PUBLIC: "public co-funders",
        FundingSource.OWN_PRIVATE: "private co-funders",
        FundingSource.OWN: "the project’s own funders",
    }
)
_OTHERS = MappingProxyType(
    {
        FundingSource.OWN_PUBLIC: "other public co-funders",
        FundingSource.OWN_PRIVATE: "other private co-funders",
        FundingSource.OWN: "other co-funders",
    }
)
_DECISIONS = MappingProxyType(
    {
        DecisionKind.APPLIED: "the application for {project} is for {what}",
        DecisionKind.PRIORITISED: "{project} has been prioritised for {what}",
        DecisionKind.GRANTED: "{project} has been granted {what}",
        DecisionKind.REJECTED: "the application for {what} for {project} has been rejected",
    }
)
_PLURALS = MappingProxyType(
    {
        OrganisationKind.STATE_AUTHORITY: "state authorities",
        OrganisationKind.REGION: "regions",
        OrganisationKind.MUNICIPALITY: "municipalities",
        OrganisationKind.MUNICIPAL_FEDERATION: "municipal federations",
        OrganisationKind.UNIVERSITY: "universities",
        OrganisationKind.FOLK_HIGH_SCHOOL: "folk high schools",
        OrganisationKind.CHAMBER_OF_COMMERCE: "chambers of commerce",
        OrganisationKind.COMPANY: "companies",
        OrganisationKind.ASSOCIATION: "associations",
        OrganisationKind.FOUNDATION: "foundations",
        OrganisationKind.NETWORK: "networks",
    }
)
_FINANCED: Mapping[DecisionKind | None, str] = MappingProxyType(
    {
        DecisionKind.APPLIED: "is to be funded, according to the application,",
        DecisionKind.CLOSED: "has been funded",
    }
)


class English(Phrases):
    """The phrases in English."""

    language = ENGLISH
    funds = MappingProxyType({fund: f"the {name}" for fund, name in labels_of(Fund).en.items()})

    def project(self, name: str, operation_id: str | None) -> str:
        return f"the project ‘{name}’" + (f" ({operation_id})" if operation_id else "")

    def the_project(self) -> str:
        return "the project"

    def group(self, name: str, count: int | None, kind: OrganisationKind | None) -> str:
        several = None if kind is None or name[0].isupper() else _PLURALS.get(kind)
        if several is None and (name[0].isdigit() or name[0].isupper()):
            return name if count is None or name[0].isdigit() else f"{name} ({count})"
        return f"{'a number of' if count is None else self.number(count)} {several or name}"

    def municipalities(self, count: int) -> str:
        return f"{self.number(count)} municipalities"

    def among_others(self, names: Iterable[str]) -> str:
        return f"{self.list_of(names)}, among others"

    def on_day(self, day: str) -> str:
        return f"of {day}"

    def in_year(self, year: str) -> str:
        return f"of {year}"

    def in_month(self, month: str) -> str:
        return f"of {month}"

    def during(self, period: str) -> str:
        return f"during {period}"

    def the_year(self, year: str) -> str:
        return f"the year {year}"

    def the_period(self, period: str) -> str:
        return f"the period {period}"

    def open_time(self, length: str | None, when: str) -> str:
        return f"{length or 'the time'} {when}"

    def length_within(self, length: str, time: str) -> str:
        return f"{length} within {time}"

    def owned(self, project: str, owner: str | None, time: str | None) -> str:
        said = [f"is owned by {owner}"] if owner else []
        said += [f"covers {time}"] if time else []
        return f"{project} {' and '.join(said)}"

    def initiators(self, names: str, *, several: bool) -> str:
        return f"the initiator{'s' if several else ''} {'are' if several else 'is'} {names}"

    def called(self, project: str) -> str:
        return f"this concerns {project}"

    def nothing_more(self, project: str) -> str:
        return f"nothing more is stated about {project}"

    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None) -> str:
        parts = [f"priority {priority}"] if priority else []
        parts += [f"specific objective {objective}"] if objective else []
        where = ", ".join(parts)
        if fund and where:
            return f"{project} belongs to {where}, of {fund}"
        return f"{project} belongs to {fund or where}"

    def money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        name, _ = _MONEY.get(sources, ("support", ""))
        return f"{name} from {fund}" if fund and from_the_fund(sources) else name

    def the_money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        _, name = _MONEY.get(sources, ("", "the support"))
        return f"{name} from {fund}" if fund and from_the_fund(sources) else name

    def amount_of(self, amount: str, money: str) -> str:
        return f"{amount} in {money}"

    def of_which(self, parts: Iterable[tuple[FundingSource, str]]) -> str:
        return f", of which {self.list_of(f'{amount} in {_PARTS[source]}' for source, amount in parts)}"

    def decision(self, kind: DecisionKind, project: str, what: str) -> str:
        return _DECISIONS[kind].format(project=project, what=what)

    def decided(self, body: str | None, when: str | None) -> str:
        said = ["decision", *([f"by {body}"] if body else []), *([when] if when else [])]
        return f" ({' '.join(said)})" if len(said) > 1 else ""

    def unsettled(self, project: str) -> str:
        return f"for {project} there is both a decision on support and a refusal; which came last is not stated"

    def changed_to(self, the_money: str, amount: str) -> str:
        return f"{the_money} {'have' if the_money.startswith(_IN_PLURAL) else 'has'} been changed to {amount}"

    def changed(self) -> str:
        return "the decision on support has been changed"

    def closed(self, project: str, amount: str | None) -> str:
        return f"{project} has been closed" + (f" with final support of {amount}" if amount else "")

    def amounts_to(self, the_money: str, amount: str) -> str:
        verb = "amount" if the_money.startswith(_IN_PLURAL) else "amounts"
        return f"{the_money} {verb} to {amount}"

    def own_funding(self) -> str:
        return "the project’s own funding"

    def total(self, amount: str) -> str:
        return f"the total budget is {amount}"

    def covered(self) -> str:
        return ", all of it covered by the support"

    def shares(self, support: str, own: str, own_by: str | None) -> str:
        whose = f"the co-funding from {own_by}" if own_by else self.own_funding()
        return f", of which the support makes up {support} and {whose} {own}"

    def support_as_budgeted(self, amount: str, rate: str) -> str:
        return f", of which the support makes up {amount} according to the budget ({rate})"

    def financing_missing(self, *, other: bool) -> str:
        return "other financing is not stated" if other else "the financing is not stated"

    def published_rate(self, rate: str) -> str:
        return f"the published Union co-financing rate is {rate}"

    def no_amounts(self) -> str:
        return "no amounts are stated"

    def cofunders(self, names: str, *, several: bool) -> str:
        return f"the co-funder{'s' if several else ''} {'are' if several else 'is'} {names}"

    def cofunders_among_others(self, names: Iterable[str], *, several: bool) -> str:
        return f"{self.list_of(names)} {'are' if several else 'is'} among the co-funders"

    def together_with(self, project: str, names: str) -> str:
        return f"{project} is carried out together with {names}"

    def take_part(self, names: str, *, several: bool) -> str:
        # An English sentence does not begin with a figure.
        if names[0].isdigit():
            return f"the project involves {names}"
        return f"{names} take{'' if several else 's'} part in the project"

    def take_part_too(self, names: str, *, several: bool) -> str:
        return f"{names} also take{'' if several else 's'} part"

    def both(self, one: str, other: str) -> str:
        return f"{one}, and {other}"

    def financed(self, project: str, payers: str, *, after: DecisionKind | None) -> str:
        return f"{project} {_FINANCED.get(after, 'is funded')} by {payers}"

    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str:
        return f"{', '.join(others)} and the co-funding municipalities {self.list_of(municipalities)}"

    def payer(self, source: FundingSource, *, other: bool) -> str:
        return _OTHERS.get(source, _PAYERS[source]) if other else _PAYERS[source]

    def not_confirmed(self, project: str, payers: str) -> str:
        return f"the funding of {project} by {payers} is not confirmed"

    def financing_not_stated(self, project: str, fund: str | None) -> str:
        if fund:
            return f"{project} belongs to {fund}; how it is financed is not stated"
        return f"how {project} is financed is not stated"

    def visible(self, fund: str, *, whole: bool) -> str:
        return f"{'Funded' if whole else 'Co-funded'} by the European Union through {fund}"


PHRASES = English()
