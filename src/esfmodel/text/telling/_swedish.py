"""The Swedish phrases of summaries and funding statements.

Support is "stöd från" all who give it: undivided support from the fund and the state. "EU-medel" is money of the Union
alone. An authority's grant is "beviljats", a partnership's decision "prioriterats". No phrase puts a name in the
genitive.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.decision import DecisionKind
from esfmodel.model.funding import Commitment, ContributionForm, FundingSource
from esfmodel.text.telling._phrases import Phrases, Tense
from esfmodel.text.words.labels import labels_of
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.fund import Fund

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.model.organisation import OrganisationKind

_MONEY: Mapping[tuple[FundingSource, ...], tuple[str, str]] = MappingProxyType(
    {
        (FundingSource.EU,): ("EU-medel", "EU-medlen"),
        (FundingSource.STATE_GRANT,): ("statligt stöd", "det statliga stödet"),
    }
)
_OWN = MappingProxyType(
    {
        FundingSource.OWN_PUBLIC: ("offentlig medfinansiering", "annan offentlig medfinansiering"),
        FundingSource.OWN_PRIVATE: ("privat medfinansiering", "annan privat medfinansiering"),
        FundingSource.OWN: ("egen finansiering", "annan medfinansiering"),
    }
)
_DECISIONS = MappingProxyType(
    {
        DecisionKind.PRIORITISED: ("{project} har prioriterats för {what}", "{project} prioriterades för {what}"),
        DecisionKind.GRANTED: ("{project} har beviljats {what}", "{project} beviljades {what}"),
        DecisionKind.REJECTED: ("ansökan om {what} till {project} har avslagits",) * 2,
    }
)
_OWNED = ("ägs av", "ägdes av", "ägs av", "ägs av")
_COVERS = ("omfattar", "omfattade", "ska omfatta", "skulle omfatta")
_RUNS = ("pågår", "pågick", "ska pågå", "skulle pågå")
_BELONGS = ("medfinansieras av", "medfinansierades av", "är tänkt att medfinansieras av", "skulle medfinansieras av")
_AMOUNTS = ("uppgår till", "uppgick till", "skulle uppgå till", "skulle uppgå till")
_IS = ("är", "var", "skulle vara", "skulle vara")
_IS_TO_BE = ("är", "var", "ska vara", "skulle vara")
_MAKES_UP = ("utgör", "utgjorde", "skulle utgöra", "skulle utgöra")
_IS_COVERED = ("täcks", "täcktes", "skulle täckas", "skulle täckas")
_COVERS_ALL = ("täcker", "täckte", "skulle täcka", "skulle täcka")
_TAKES_PART = ("deltar", "deltog", "ska delta", "skulle delta")
_JOINS = ("medverkar", "medverkade", "ska medverka", "skulle medverka")
_IS_CARRIED_OUT = ("genomförs", "genomfördes", "ska genomföras", "skulle genomföras")
_STANDS_BEHIND = ("ställer", "ställde", "ställer", "ställde")
_SITS = ("ingår", "ingick", "ska ingå", "skulle ingå")
_IS_EXPECTED = ("beräknas", "beräknades", "beräknas", "skulle")
_IS_FINANCED = ("finansieras", "finansierades", "ska finansieras", "skulle finansieras")
_FINANCED = ("finansieras", "har finansierats", "ska enligt ansökan finansieras", "skulle enligt ansökan finansieras")


class Swedish(Phrases):
    """The phrases in Swedish."""

    language = SWEDISH
    funds = labels_of(Fund).sv
    payer_names = MappingProxyType(
        {
            FundingSource.EU: "Europeiska unionen",
            FundingSource.STATE_GRANT: "staten",
            FundingSource.PARTNER_COUNTRY: "ett annat land",
        }
    )
    commitments = labels_of(Commitment).sv
    forms = MappingProxyType({**labels_of(ContributionForm).sv, ContributionForm.IN_KIND: "bidrag i annat än pengar"})
    union = "EU"
    pronouns = MappingProxyType({"projektet": "det", "stödet": "det", "EU-medlen": "de"})

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
        return f"i {length} {when}" if length else when

    def length_within(self, length: str, time: str) -> str:
        return f"{length} under {time}"

    def owned(self, project: str, owner: str | None, time: str | None, *, is_open: bool, tense: Tense) -> str:
        said = [f"{_OWNED[tense]} {owner}"] if owner else []
        said += [f"{(_RUNS if is_open else _COVERS)[tense]} {time}"] if time else []
        return f"{project} {' och '.join(said)}"

    def initiators(self, names: str, tense: Tense, *, several: bool) -> str:  # noqa: ARG002
        return f"initiativtagare {'var' if tense is Tense.PAST else 'är'} {names}"

    def nothing_more(self, project: str) -> str:
        return f"om {project} är inget mer angivet"

    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None, tense: Tense) -> str:
        parts = [f"programområde {priority}"] if priority else []
        parts += [f"specifikt mål {objective}"] if objective else []
        where = ", ".join(parts)
        if fund:
            return f"{project} {_BELONGS[tense]} {fund}" + (f" inom {where}" if where else "")
        return f"{project} hör till {where}"

    def money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        name, _ = _MONEY.get(sources, ("stöd", ""))
        return f"{name} från {self.list_of(givers)}" if givers else name

    def the_money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        _, name = _MONEY.get(sources, ("", "stödet"))
        return f"{name} från {self.list_of(givers)}" if givers else name

    def amount_of(self, amount: str, money: str) -> str:
        return f"{amount} i {money}"

    def of_which(self, parts: list[tuple[str, str]]) -> str:
        (amount, money), *others = parts
        said = [f"{amount} är {money}", *(f"{amount} {money}" for amount, money in others)]
        return f", varav {self.list_of(said)}"

    def amounts_are(self, parts: list[tuple[str, str]], named: str | None, tense: Tense) -> str:
        (money, amount), *others = parts
        first = f"{money}{_to(named)} {_IS[tense]} {amount}"
        return self.list_of([first, *(f"{money} {amount}" for money, amount in others)])

    def applied(self, what: str, by: str | None, when: str | None, named: str | None) -> str:
        what += _to(named)
        if by:
            return f"{by} ansökte {when} om {what}" if when else f"{by} har ansökt om {what}"
        return f"ansökan om {what} lämnades in {when}" if when else f"ansökan gäller {what}"

    def the_owner(self) -> str:
        return "projektägaren"

    def decision(self, kind: DecisionKind, project: str, what: str, tense: Tense) -> str:
        return _DECISIONS[kind][tense is Tense.PAST].format(project=project, what=what)

    def decided(self, body: str | None, when: str | None) -> str:
        said = ["beslut", *([f"av {body}"] if body else []), *([when] if when else [])]
        return f" ({' '.join(said)})" if len(said) > 1 else ""

    def as_budgeted(self, amount: str) -> str:
        return f", enligt budgeten {amount}"

    def unsettled(self, project: str) -> str:
        return f"för {project} finns både ett beslut om stöd och ett avslag; vilket som kom sist är inte angivet"

    def changed_to(
        self, the_money: str, before: str | None, after: str, named: str | None, tense: Tense, *, up: bool
    ) -> str:
        if before is None:
            verb, to = _AMOUNTS[tense].rsplit(" ", 1)
            return f"{the_money}{_to(named)} {verb} efter en ändring {to} {after}"
        verb = ("höjdes" if up else "sänktes") if tense is Tense.PAST else f"har {'höjts' if up else 'sänkts'}"
        return f"{the_money}{_to(named)} {verb} från {before} till {after}"

    def prolonged(self, end: str, named: str | None, tense: Tense, *, up: bool) -> str:
        stem = "förläng" if up else "förkorta"
        verb = f"{stem}des" if tense is Tense.PAST else f"har {stem}ts"
        return f"projekttiden{_for(named)} {verb} till {'och med ' if up else ''}{end}"

    def changed(self, body: str | None, when: str | None, named: str | None) -> str:
        verb = "ändrades" if when else "har ändrats"
        said = [verb, *([f"av {body}"] if body else []), *([when] if when else [])]
        return f"beslutet om stöd{_to(named)} {' '.join(said)}"

    def closed(self, project: str, amount: str | None, body: str | None, when: str | None) -> str:
        ended = f"avslutades {when}" if when else "avslutades" if amount else "har avslutats"
        said = f"det slutliga stödet blev {amount} när {project} {ended}" if amount else f"{project} {ended}"
        return said + self.decided(body, None)

    def amounts_to(self, the_money: str, amount: str, named: str | None, tense: Tense) -> str:
        verb = _IS if amount.startswith(_LIMITS) else _AMOUNTS
        return f"{the_money}{_to(named)} {verb[tense]} {amount}"

    def own_money(self, own_by: str | None, named: str | None) -> str:
        if own_by:
            return f"medfinansieringen{_of(named)} från {own_by}"
        return f"den egna medfinansieringen{_of(named)}"

    def total(self, amount: str, named: str | None, tense: Tense) -> str:
        budget = f"den totala budgeten{_for(named)}"
        if tense.is_applied_for:
            return f"enligt ansökan skulle {budget} vara {amount}"
        return f"{budget} {_IS[tense]} {amount}"

    def covered(self, tense: Tense) -> str:
        return f"stödet {_COVERS_ALL[tense]} hela budgeten"

    def covered_by(self, money: str, tense: Tense, *, nearly: bool) -> str:
        return f" och {_IS_COVERED[tense]} {'nästan ' if nearly else ''}helt av {money}"

    def halves(self, own: str, tense: Tense) -> str:
        return f", varav stödet och {own} {_MAKES_UP[tense]} hälften var"

    def shares(self, support: str, own: str, own_rate: str, tense: Tense) -> str:
        return f", varav stödet {_MAKES_UP[tense]} {support} och {own} {own_rate}"

    def support_as_budgeted(self, amount: str, rate: str, tense: Tense) -> str:
        return f", varav {amount} ({rate}) {_IS[tense]} stöd"

    def financing_missing(self, named: str | None, *, other: bool) -> str:
        return (
            f"övrig finansiering{_of(named)} är inte angiven"
            if other
            else f"finansieringen{_of(named)} är inte angiven"
        )

    def division_missing(self) -> str:
        return "fördelningen mellan stöd och egen medfinansiering är inte angiven"

    def not_confirmed(self, named: str | None, paying: list[str], kinds: list[str], promise: str | None) -> str:
        is_of_one_kind = len(kinds) == 1 and not paying
        what = kinds[0] if is_of_one_kind else "finansieringen"
        from_whom = "" if is_of_one_kind else f" {self._who('från', paying, kinds)}"
        return f"{what}{_of(named)}{from_whom} är {f'{promise}, ' if promise else ''}inte bekräftad"

    def published_rate(self, rate: str, named: str | None) -> str:
        return f"den publicerade medfinansieringsgraden från EU{_for(named)} är {rate}"

    def no_amounts(self) -> str:
        return "inga belopp är angivna"

    def participants(self, count: int, named: str | None, tense: Tense) -> str:
        people = "en person" if count == 1 else f"{self.number(count)} personer"
        return f"i {named or self.the_project()} {_IS_EXPECTED[tense]} {people} delta"

    def cofunders(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:
        return f"medfinansiär{'er' if several else ''}{_for(named)} {_IS_TO_BE[tense]} {names}"

    def cofunders_among_others(
        self,
        names: Iterable[str],
        named: str | None,
        tense: Tense,
        *,
        several: bool,  # noqa: ARG002
    ) -> str:
        return f"medfinansiärer{_for(named)} {_IS_TO_BE[tense]} {self.among_others(names)}"

    def together_with(self, project: str, names: str, tense: Tense) -> str:
        return f"{project} {_IS_CARRIED_OUT[tense]} tillsammans med {names}"

    def take_part(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:  # noqa: ARG002
        verb, *more = _TAKES_PART[tense].split(" ")
        return " ".join([f"i {named or self.the_project()} {verb}", names, *more])

    def take_part_too(self, names: str, tense: Tense, *, several: bool) -> str:  # noqa: ARG002
        return f"även {names} {_JOINS[tense]}"

    def supporters(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:  # noqa: ARG002
        return f"{names} {_STANDS_BEHIND[tense]} sig bakom {named or self.the_project()}"

    def steering(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str:  # noqa: ARG002
        verb, *more = _SITS[tense].split(" ")
        return " ".join([f"i styrgruppen{_for(named)} {verb}", names, *more])

    def both(self, one: str, other: str) -> str:
        return f"{one}, och {other}"

    def financed(self, project: str, payers: str, tense: Tense, *, whole: bool) -> str:
        return f"{project} {_FINANCED[tense]} {'helt ' if whole else ''}{payers}"

    def payers(self, paying: list[str], kinds: list[str]) -> str:
        return self._who("av", paying, kinds)

    def _who(self, preposition: str, paying: list[str], kinds: list[str]) -> str:
        said = [f"{preposition} {self.list_of(paying)}"] if paying else []
        said += [f"genom {self.kinds(kinds)}"] if kinds else []
        return " samt ".join(said)

    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str:
        return f"av {self.list_of(others)} samt medfinansierande kommuner: {self.list_of(municipalities)}"

    def own_kind(self, source: FundingSource, *, other: bool) -> str:
        return _OWN[source][other]

    def financing_not_stated(self, project: str, fund: str | None, tense: Tense) -> str:
        if fund:
            return f"{project} {_BELONGS[tense]} {fund}; övrig finansiering är inte angiven"
        return f"hur {project} {_IS_FINANCED[tense]} är inte angivet"

    def visible(self, fund: str, *, whole: bool) -> str:
        return f"{'Finansieras' if whole else 'Medfinansieras'} av Europeiska unionen genom {fund}"


_LIMITS = ("under ", "över ", "minst ", "högst ")


def _to(named: str | None) -> str:
    return f" till {named}" if named else ""


def _of(named: str | None) -> str:
    return f" av {named}" if named else ""


def _for(named: str | None) -> str:
    return f" för {named}" if named else ""


PHRASES = Swedish()
