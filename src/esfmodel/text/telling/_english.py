"""The English phrases of summaries and funding statements.

Support is "support from" all who give it: undivided support from the fund and the state. "EU funds" is money of the
Union alone. Official names are not translated; groups are counted in English where their kind is known.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.decision import DecisionKind
from esfmodel.model.funding import Commitment, ContributionForm, FundingSource
from esfmodel.model.organisation import OrganisationKind
from esfmodel.text.telling._phrases import Phrases, Tense
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.labels import labels_of
from esfmodel.values.fund import Fund

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_MONEY: Mapping[tuple[FundingSource, ...], tuple[str, str]] = MappingProxyType(
    {
        (FundingSource.EU,): ("EU funds", "the EU funds"),
        (FundingSource.STATE_GRANT,): ("state support", "the state support"),
    }
)
_IN_PLURAL = "the EU funds"
_OWN = MappingProxyType(
    {
        FundingSource.OWN_PUBLIC: ("public co-funding", "other public co-funding"),
        FundingSource.OWN_PRIVATE: ("private co-funding", "other private co-funding"),
        FundingSource.OWN: ("the project’s own funding", "other co-funding"),
    }
)
_DECISIONS = MappingProxyType(
    {
        DecisionKind.PRIORITISED: ("{project} has been prioritised for {what}", "{project} was prioritised for {what}"),
        DecisionKind.GRANTED: ("{project} has been granted {what}", "{project} was granted {what}"),
        DecisionKind.REJECTED: ("the application for {what} for {project} has been rejected",) * 2,
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
_OWNED = ("is owned by", "was owned by", "is owned by", "is owned by")
_COVERS = ("covers", "covered", "is to cover", "was to cover")
_RUNS = ("runs", "ran", "is to run", "was to run")
_BELONGS = ("is co-funded by", "was co-funded by", "is meant to be co-funded by", "was to be co-funded by")
_AMOUNTS = ("amounts to", "amounted to", "would amount to", "would amount to")
_AMOUNT = ("amount to", "amounted to", "would amount to", "would amount to")
_IS = ("is", "was", "would be", "would be")
_IS_TO_BE = ("is", "was", "is to be", "was to be")
_ARE_TO_BE = ("are", "were", "are to be", "were to be")
_ARE = ("are", "were", "would be", "would be")
_MAKES_UP = ("makes up", "made up", "would make up", "would make up")
_MAKE_UP = ("make up", "made up", "would make up", "would make up")
_COVERS_ALL = ("covers", "covered", "would cover", "would cover")
_IS_CARRIED_OUT = ("is carried out", "was carried out", "is to be carried out", "was to be carried out")
_PLANS_FOR = ("plans for", "planned for", "plans for", "planned for")
_WAS = ("has been", "was")
_WERE = ("have been", "were")
_IS_FINANCED = ("is financed", "was financed", "is to be financed", "was to be financed")
_FINANCED = (
    "is funded",
    "has been funded",
    "is to be funded, according to the application,",
    "was, according to the application, to be funded",
)


class English(Phrases):
    """The phrases in English."""

    language = ENGLISH
    funds = MappingProxyType({fund: f"the {name}" for fund, name in labels_of(Fund).en.items()})
    payer_names = MappingProxyType(
        {
            FundingSource.EU: "the European Union",
            FundingSource.STATE_GRANT: "the state",
            FundingSource.PARTNER_COUNTRY: "another country",
        }
    )
    commitments = labels_of(Commitment).en
    forms = labels_of(ContributionForm).en
    union = "the EU"
    pronouns = MappingProxyType({"the project": "it", "the support": "it", "the EU funds": "they"})

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
        return f"for {length} {when}" if length else when

    def length_within(self, length: str, time: str) -> str:
        return f"{length} within {time}"

    def owned(self, project: str, owner: str | None, time: str | None, *, is_open: bool, tense: Tense) -> str:
        said = [f"{_OWNED[tense]} {owner}"] if owner else []
        said += [f"{(_RUNS if is_open else _COVERS)[tense]} {time}"] if time else []
        return f"{project} {' and '.join(said)}"

    def initiators(self, names: str, tense: Tense, *, several: bool) -> str:
        verb = (_ARE if several else _IS)[Tense.PAST if tense is Tense.PAST else Tense.PRESENT]
        return f"the initiator{'s' if several else ''} {verb} {names}"

    def nothing_more(self, project: str) -> str:
        return f"nothing more is stated about {project}"

    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None, tense: Tense) -> str:
        parts = [f"priority {priority}"] if priority else []
        parts += [f"specific objective {objective}"] if objective else []
        where = ", ".join(parts)
        if fund:
            return f"{project} {_BELONGS[tense]} {fund}" + (f" under {where}" if where else "")
        return f"{project} belongs to {where}"

    def money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        name, _ = _MONEY.get(sources, ("support", ""))
        return f"{name} from {self.list_of(givers)}" if givers else name

    def the_money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        _, name = _MONEY.get(sources, ("", "the support"))
        return f"{name} from {self.list_of(givers)}" if givers else name

    def amount_of(self, amount: str, money: str) -> str:
        return f"{amount} in {money}"

    def of_which(self, parts: list[tuple[str, str]]) -> str:
        return f", of which {self.list_of(self.amount_of(*part) for part in parts)}"

    def amounts_are(self, parts: list[tuple[str, str]], named: str | None, tense: Tense) -> str:
        (money, amount), *others = parts
        first = f"{money}{_for(named)} {(_AMOUNT if money.startswith(_IN_PLURAL) else _AMOUNTS)[tense]} {amount}"
        return self.list_of([first, *(f"{money} to {amount}" for money, amount in others)])

    def applied(self, what: str, by: str | None, when: str | None, named: str | None) -> str:
        what += _for(named)
        # "of 13 May 2022" is the day of a decision or of an application.
        if by:
            return f"{by} has applied for {what}" + (f" (application {when})" if when else "")
        return f"the application {when} is for {what}" if when else f"the application is for {what}"

    def the_owner(self) -> str:
        return "the owner"

    def decision(self, kind: DecisionKind, project: str, what: str, tense: Tense) -> str:
        return _DECISIONS[kind][tense is Tense.PAST].format(project=project, what=what)

    def decided(self, body: str | None, when: str | None) -> str:
        said = ["decision", *([f"by {body}"] if body else []), *([when] if when else [])]
        return f" ({' '.join(said)})" if len(said) > 1 else ""

    def as_budgeted(self, amount: str) -> str:
        return f", according to the budget {amount}"

    def unsettled(self, project: str) -> str:
        return f"for {project} there is both a decision on support and a refusal; which came last is not stated"

    def changed_to(
        self, the_money: str, before: str | None, after: str, named: str | None, tense: Tense, *, up: bool
    ) -> str:
        is_plural = the_money.startswith(_IN_PLURAL)
        if before is None:
            return f"{the_money}{_for(named)} {(_ARE if is_plural else _IS)[tense]} {after} after a change"
        verb = (_WERE if is_plural else _WAS)[tense is Tense.PAST]
        return f"{the_money}{_for(named)} {verb} {'raised' if up else 'lowered'} from {before} to {after}"

    def prolonged(self, end: str, named: str | None, tense: Tense, *, up: bool) -> str:
        verb = f"{_WAS[tense is Tense.PAST]} {'extended' if up else 'shortened'}"
        return f"the period of {named or self.the_project()} {verb} to {end}"

    def changed(self, body: str | None, when: str | None, named: str | None) -> str:
        return f"the decision on support{_for(named)} has been changed{self.decided(body, when)}"

    def closed(self, project: str, amount: str | None, body: str | None, when: str | None) -> str:
        ended = f"{project} {'was' if amount or when else 'has been'} closed{self.decided(body, when)}"
        return f"the final support was {amount} when {ended}" if amount else ended

    def amounts_to(self, the_money: str, amount: str, named: str | None, tense: Tense) -> str:
        is_plural, is_limit = the_money.startswith(_IN_PLURAL), amount.startswith(_LIMITS)
        verb = (_ARE if is_plural else _IS) if is_limit else (_AMOUNT if is_plural else _AMOUNTS)
        return f"{the_money}{_for(named)} {verb[tense]} {amount}"

    def own_money(self, own_by: str | None, named: str | None) -> str:
        if own_by:
            return f"the co-funding{_of(named)} from {own_by}"
        return f"the own contribution of {named}" if named else "the project’s own contribution"

    def total(self, amount: str, named: str | None, tense: Tense) -> str:
        budget = f"the total budget{_of(named)}"
        if tense.is_applied_for:
            return f"according to the application {budget} would be {amount}"
        return f"{budget} {_IS[tense]} {amount}"

    def covered(self, tense: Tense) -> str:
        return f"the support {_COVERS_ALL[tense]} the whole budget"

    def covered_by(self, money: str, tense: Tense, *, nearly: bool) -> str:
        return f" and {_IS[tense]} {'almost ' if nearly else ''}wholly covered by {money}"

    def halves(self, own: str, tense: Tense) -> str:
        return f", of which the support and {own} {_MAKE_UP[tense]} half each"

    def shares(self, support: str, own: str, own_rate: str, tense: Tense) -> str:
        return f", of which the support {_MAKES_UP[tense]} {support} and {own} {own_rate}"

    def support_as_budgeted(self, amount: str, rate: str, tense: Tense) -> str:
        return f", of which {amount} ({rate}) {_IS[tense]} support"

    def financing_missing(self, named: str | None, *, other: bool) -> str:
        return f"{'other' if other else 'the'} financing{_of(named)} is not stated"

    def division_missing(self) -> str:
        return "how it is divided between support and own contribution is not stated"

    def not_confirmed(self, named: str | None, paying: list[str], kinds: list[str], promise: str | None) -> str:
        is_of_one_kind = len(kinds) == 1 and not paying
        what = kinds[0] if is_of_one_kind else "the funding"
        by_whom = "" if is_of_one_kind else f" {self.payers(paying, kinds)}"
        return f"{what}{_of(named)}{by_whom} is {f'{promise}, ' if promise else ''}not confirmed"

    def published_rate(self, rate: str, named: str | None) -> str:
        return f"the published Union co-financing rate{_of(named)} is {rate}"

    def no_amounts(self) -> str:
        return "no amounts are stated"

    def participants(self, count: int, named: str | None, tense: Tense) -> str:
        people = "one person" if count == 1 else f"{self.number(count)} people"
        # An English sentence does not begin with a figure.
        return f"{named or self.the_project()} {_PLANS_FOR[tense]} {people} to take part"

    def cofunders(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:
        verb = (_ARE_TO_BE if several else _IS_TO_BE)[tense]
        return f"the co-funder{'s' if several else ''}{_of(named)} {verb} {names}"

    def cofunders_among_others(self, names: Iterable[str], named: str | None, tense: Tense, *, several: bool) -> str:
        verb = (_ARE_TO_BE if several else _IS_TO_BE)[tense]
        return f"{self.list_of(names)} {verb} among the co-funders{_of(named)}"

    def together_with(self, project: str, names: str, tense: Tense) -> str:
        return f"{project} {_IS_CARRIED_OUT[tense]} together with {names}"

    def take_part(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:
        project = named or self.the_project()
        # An English sentence does not begin with a figure.
        if names[0].isdigit():
            return f"{project} {('involves', 'involved', 'is to involve', 'would have involved')[tense]} {names}"
        return f"{names} {_take(tense, several=several)} part in {project}"

    def take_part_too(self, names: str, tense: Tense, *, several: bool) -> str:
        verb = _take(tense, several=several)
        return f"{names} {verb.replace(' to', ' also to') if ' ' in verb else f'also {verb}'} part"

    def supporters(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:
        verb = "endorsed" if tense is Tense.PAST else "endorse" if several else "endorses"
        return f"{names} {verb} {named or self.the_project()}"

    def steering(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:
        verb = "sat" if tense is Tense.PAST else "sit" if several else "sits"
        return f"{names} {verb} in the steering group{_of(named)}"

    def both(self, one: str, other: str) -> str:
        return f"{one}, and {other}"

    def financed(self, project: str, payers: str, tense: Tense, *, whole: bool) -> str:
        return f"{project} {_FINANCED[tense]} {'wholly ' if whole else ''}{payers}"

    def payers(self, paying: list[str], kinds: list[str]) -> str:
        said = [f"by {self.list_of(paying)}"] if paying else []
        said += [f"through {self.kinds(kinds)}"] if kinds else []
        return ", and ".join(said)

    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str:
        return f"by {self.list_of(others)}, and by the co-funding municipalities {self.list_of(municipalities)}"

    def own_kind(self, source: FundingSource, *, other: bool) -> str:
        return _OWN[source][other]

    def financing_not_stated(self, project: str, fund: str | None, tense: Tense) -> str:
        if fund:
            return f"{project} {_BELONGS[tense]} {fund}; other financing is not stated"
        return f"how {project} {_IS_FINANCED[tense]} is not stated"

    def visible(self, fund: str, *, whole: bool) -> str:
        return f"{'Funded' if whole else 'Co-funded'} by the European Union through {fund}"


_LIMITS = ("under ", "over ", "at least ", "at most ")


def _take(tense: Tense, *, several: bool) -> str:
    planned, once = ("are to take", "were to take") if several else ("is to take", "was to take")
    return ("take" if several else "takes", "took", planned, once)[tense]


def _for(named: str | None) -> str:
    return f" for {named}" if named else ""


def _of(named: str | None) -> str:
    return f" of {named}" if named else ""


PHRASES = English()
