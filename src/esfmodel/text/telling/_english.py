"""What is said of a project in English.

Undivided support is "support from" the fund, because it holds state money; "EU funds" is the Union's alone.
Official names stay in their own language; groups are counted in English where their kind is known.
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_MONEY: Mapping[tuple[FundingSource, ...], tuple[str, str]] = MappingProxyType(
    {
        (FundingSource.EU,): ("EU funds", "the EU funds"),
        (FundingSource.STATE_GRANT,): ("state support", "the state support"),
        (FundingSource.PARTNER_COUNTRY,): ("support from a partner country", "the support from a partner country"),
    }
)
_SEVERAL = "the EU funds"
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
    funds = MappingProxyType(
        {
            Fund.ESF: "the European Social Fund",
            Fund.ESF_PLUS: "the European Social Fund Plus",
            Fund.YEI: "the Youth Employment Initiative",
            Fund.FEAD: "the Fund for European Aid to the Most Deprived",
            Fund.ERDF: "the European Regional Development Fund",
            Fund.COHESION_FUND: "the Cohesion Fund",
            Fund.JTF: "the Just Transition Fund",
            Fund.EAFRD: "the European Agricultural Fund for Rural Development",
            Fund.EMFF: "the European Maritime and Fisheries Fund",
            Fund.EMFAF: "the European Maritime, Fisheries and Aquaculture Fund",
            Fund.AMIF: "the Asylum, Migration and Integration Fund",
            Fund.ISF: "the Internal Security Fund",
            Fund.BMVI: "the Instrument for Financial Support for Border Management and Visa Policy",
        }
    )

    def project(self, name: str, operation_id: str | None) -> str:
        """Name the project, with its number."""
        return f"the project ‘{name}’" + (f" ({operation_id})" if operation_id else "")

    def the_project(self) -> str:
        """Speak of the project that has been named."""
        return "the project"

    def group(self, name: str, count: int | None, kind: OrganisationKind | None) -> str:
        """Count a group, by its kind where that is known: "23 municipalities"."""
        several = None if kind is None or name[0].isupper() else _PLURALS.get(kind)
        if several is None and (name[0].isdigit() or name[0].isupper()):
            return name if count is None or name[0].isdigit() else f"{name} ({count})"
        return f"{'a number of' if count is None else self.number(count)} {several or name}"

    def municipalities(self, count: int) -> str:
        """Count municipalities that are not named."""
        return f"{self.number(count)} municipalities"

    def among_others(self, names: Iterable[str]) -> str:
        """List names that are not all there are."""
        return f"{self.list_of(names)}, among others"

    def on_day(self, day: str) -> str:
        """Say on which day."""
        return f"of {day}"

    def in_year(self, year: str) -> str:
        """Say in which year."""
        return f"of {year}"

    def in_month(self, month: str) -> str:
        """Say in which month."""
        return f"of {month}"

    def during(self, period: str) -> str:
        """Say in which time."""
        return f"during {period}"

    def the_year(self, year: str) -> str:
        """Name a year."""
        return f"the year {year}"

    def the_period(self, period: str) -> str:
        """Name a period."""
        return f"the period {period}"

    def open_time(self, length: str | None, when: str) -> str:
        """Name a time of which one end is known."""
        return f"{length or 'the time'} {when}"

    def length_within(self, length: str, time: str) -> str:
        """Say how long within which years."""
        return f"{length} within {time}"

    def owned(self, project: str, owner: str | None, time: str | None) -> str:
        """Say who owns the project and what time it covers."""
        said = [f"is owned by {owner}"] if owner else []
        said += [f"covers {time}"] if time else []
        return f"{project} {' and '.join(said)}"

    def initiators(self, names: str, *, several: bool) -> str:
        """Say who started it."""
        return f"the initiator{'s' if several else ''} {'are' if several else 'is'} {names}"

    def called(self, project: str) -> str:
        """Name a project when nothing else of it can open the text."""
        return f"this concerns {project}"

    def nothing_more(self, project: str) -> str:
        """Say that a name is all there is."""
        return f"nothing more is stated about {project}"

    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None) -> str:
        """Say what the project is granted under."""
        parts = [f"priority {priority}"] if priority else []
        parts += [f"specific objective {objective}"] if objective else []
        where = ", ".join(parts)
        if fund and where:
            return f"{project} belongs to {where}, of {fund}"
        return f"{project} belongs to {fund or where}"

    def money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        """Name the money: EU funds only where it is the Union's alone."""
        name, _ = _MONEY.get(sources, ("support", ""))
        return f"{name} from {fund}" if fund and from_the_fund(sources) else name

    def the_money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        """Name the money that is known."""
        _, name = _MONEY.get(sources, ("", "the support"))
        return f"{name} from {fund}" if fund and from_the_fund(sources) else name

    def amount_of(self, amount: str, money: str) -> str:
        """Say how much of what."""
        return f"{amount} in {money}"

    def of_which(self, parts: Iterable[tuple[FundingSource, str]]) -> str:
        """Divide the support."""
        return f", of which {self.list_of(f'{amount} in {_PARTS[source]}' for source, amount in parts)}"

    def decision(self, kind: DecisionKind, project: str, what: str) -> str:
        """Say what was decided of what."""
        return _DECISIONS[kind].format(project=project, what=what)

    def decided(self, body: str | None, when: str | None) -> str:
        """Say who decided, and when."""
        said = ["decision", *([f"by {body}"] if body else []), *([when] if when else [])]
        return f" ({' '.join(said)})" if len(said) > 1 else ""

    def unsettled(self, project: str) -> str:
        """Say that a grant and a refusal are known, and not which came last."""
        return f"for {project} there is both a decision on support and a refusal; which came last is not stated"

    def changed_to(self, the_money: str, amount: str) -> str:
        """Say how much it has become."""
        return f"{the_money} {'have' if the_money.startswith(_SEVERAL) else 'has'} been changed to {amount}"

    def changed(self) -> str:
        """Say that the decision was changed."""
        return "the decision on support has been changed"

    def closed(self, project: str, amount: str | None) -> str:
        """Say that the project is closed."""
        return f"{project} has been closed" + (f" with final support of {amount}" if amount else "")

    def amounts_to(self, the_money: str, amount: str) -> str:
        """Say how much it is."""
        verb = "amount" if the_money.startswith(_SEVERAL) else "amounts"
        return f"{the_money} {verb} to {amount}"

    def total(self, amount: str) -> str:
        """Say what the project costs."""
        return f"the total budget is {amount}"

    def covered(self) -> str:
        """Say that nothing is left for the project to pay."""
        return ", all of it covered by the support"

    def shares(self, support: str, own: str, own_by: str | None) -> str:
        """Say the shares of the total."""
        whose = f"the co-funding from {own_by}" if own_by else "the project’s own funding"
        return f", of which the support makes up {support} and {whose} {own}"

    def support_as_budgeted(self, amount: str, rate: str) -> str:
        """Say the support of a budget that is another than was decided."""
        return f", of which the support makes up {amount} according to the budget ({rate})"

    def financing_missing(self, *, other: bool) -> str:
        """Say that not all of the financing is known, or nothing of it."""
        return "other financing is not stated" if other else "the financing is not stated"

    def published_rate(self, rate: str) -> str:
        """Say the Union's rate that the register prints, as the nominal figure it is."""
        return f"the published Union co-financing rate is {rate}"

    def no_amounts(self) -> str:
        """Say that there are no amounts."""
        return "no amounts are stated"

    def cofunders(self, names: str, *, several: bool) -> str:
        """Say who pays beside the support."""
        return f"the co-funder{'s' if several else ''} {'are' if several else 'is'} {names}"

    def cofunders_among_others(self, names: Iterable[str], *, several: bool) -> str:
        """Name some of those who pay beside the support."""
        return f"{self.list_of(names)} {'are' if several else 'is'} among the co-funders"

    def together_with(self, project: str, names: str) -> str:
        """Say who the owner carries the project out with."""
        return f"{project} is carried out together with {names}"

    def take_part(self, names: str, *, several: bool) -> str:
        """Say who takes part; a sentence does not begin with a figure."""
        if names[0].isdigit():
            return f"the project involves {names}"
        return f"{names} take{'' if several else 's'} part in the project"

    def take_part_too(self, names: str, *, several: bool) -> str:
        """Say who takes part beside those already named."""
        return f"{names} also take{'' if several else 's'} part"

    def both(self, one: str, other: str) -> str:
        """Join two clauses."""
        return f"{one}, and {other}"

    def financed(self, project: str, payers: str, *, after: DecisionKind | None) -> str:
        """Say who finances the project."""
        return f"{project} {_FINANCED.get(after, 'is funded')} by {payers}"

    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str:
        """List those who pay, the municipalities last and by their official names."""
        return f"{', '.join(others)} and the co-funding municipalities {self.list_of(municipalities)}"

    def payer(self, source: FundingSource, *, other: bool) -> str:
        """Name a source of money that no body is named for."""
        return _OTHERS.get(source, _PAYERS[source]) if other else _PAYERS[source]

    def not_confirmed(self, project: str, payers: str) -> str:
        """Say whose money is not promised yet."""
        return f"the funding of {project} by {payers} is not confirmed"

    def financing_not_stated(self, project: str, fund: str | None) -> str:
        """Say that nobody has said who pays."""
        if fund:
            return f"{project} belongs to {fund}; how it is financed is not stated"
        return f"how {project} is financed is not stated"

    def visible(self, fund: str, *, whole: bool) -> str:
        """Refer to the Union and to the fund."""
        return f"{'Funded' if whole else 'Co-funded'} by the European Union through {fund}"


PHRASES = English()
