"""Family PUB, what must be published and displayed: the list of operations, plaques and events.

Rules PUB001, PUB002 and PUB003, all of them information. A managing authority publishes a list of its operations:
Article 49(3) of Regulation (EU) 2021/1060, before it Annex XII to Regulation (EU) No 1303/2013. A beneficiary displays
the Union's support: Article 50, in Interreg Article 36(4) of Regulation (EU) 2021/1059, and the same annex. Not judged:
whether a beneficiary is a natural person, and how often the list is renewed.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Portfolio, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.families.por_priorities import is_material_assistance
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import (
    FUND,
    PROGRAMMING_PERIOD,
    is_interreg,
    is_of_interreg,
    key_for,
    known,
    known_amount,
    law_concerns_fund,
    of_a_fund_concerned,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, exceeds, public_support
from esfmodel.rules.shared.later import WordsLater
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Law, Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.programming_period import ProgrammingPeriod

PLAQUE: Final = "publicity.plaque"
"""The key of what is displayed, and above which size."""

_ABOVE: Final = f"{PLAQUE}.above"
_EVENT: Final = "publicity.event"
_CORRECTION: Final = "publicity.correction"
_SECURITY: Final = "publicity.display.security"
_WORD: Final = "publicity.word"

_SCOPE = Words(
    "gäller stöd från Eruf, Sammanhållningsfonden, ESF, ESF+ och FRO och, i nyare program, EHFVF, Amif, ISF och BMVI",
    "concerns support from the ERDF, the Cohesion Fund, the ESF, the ESF+ and the JTF and, in newer programmes, the "
    "EMFAF, the AMIF, the ISF and the BMVI",
)

_NO_IMPORTANCE = Words(
    "om insatsen är av strategisk betydelse är inte känt",
    "whether the operation is of strategic importance is not known",
)
_TOTAL_COST = Words("Totalkostnaden", "The total cost")
_PUBLIC_SUPPORT = Words("Det offentliga stödet", "The public support")
_IS = Words("är", "is")
_IS_AT_LEAST = Words("är minst", "is at least")
_PLAQUE_OR_POSTER = Words(
    "om insatsen innefattar fysiska investeringar eller inköp av utrustning ska en varaktig skylt om EU-stödet sättas "
    "upp, annars en affisch",
    "where the operation involves physical investment or the purchase of equipment, a durable plaque about the Union's "
    "support shall be displayed, and a poster otherwise",
)
_A_PLAQUE = Words(
    "eftersom insatsen innefattar fysiska investeringar eller inköp av utrustning ska en varaktig skylt om EU-stödet "
    "sättas upp",
    "since the operation involves physical investment or the purchase of equipment, a durable plaque about the Union's "
    "support shall be displayed",
)
_A_POSTER = Words(
    "eftersom insatsen inte innefattar fysiska investeringar eller inköp av utrustning ska en affisch om EU-stödet "
    "sättas upp, men ingen skylt",
    "since the operation involves no physical investment or purchase of equipment, a poster about the Union's support "
    "shall be displayed, but no plaque",
)
_A_PLAQUE_AT_MOST = Words(
    "om insatsen innefattar fysiska investeringar eller inköp av utrustning ska en varaktig skylt om EU-stödet sättas "
    "upp; någon affisch krävs inte för det specifika målet",
    "where the operation involves physical investment or the purchase of equipment, a durable plaque about the Union's "
    "support shall be displayed; the specific objective requires no poster",
)
_DUTIES = MappingProxyType({None: _PLAQUE_OR_POSTER, True: _A_PLAQUE, False: _A_POSTER})
_WITH_THE_WORD = Words(
    "; ordet Interreg ska stå intill EU-emblemet", "; the word Interreg shall be used next to the emblem of the Union"
)
_SAVE_FOR_SECURITY = Words(
    "; villkoren för stödet får säga annat av hänsyn till säkerhet och allmän ordning",
    "; the conditions for support may say otherwise for reasons of security and public order",
)
_OR_CUT = Words(
    " Görs det inte, och rättas det inte till, ska upp till {share} av stödet dras in enligt {article}.",
    " Where that is neither done nor remedied, up to {share} of the support shall be cancelled under {article}.",
)
_ABOVE_THRESHOLD = Words(
    "Totalkostnaden är {cost}, över gränsen {threshold}", "The total cost is {cost}, above the threshold {threshold}"
)
_STRATEGIC = Words("Insatsen är av strategisk betydelse", "The operation is of strategic importance")
_AN_EVENT = Words("ett kommunikationsevenemang", "a communication event")
_AN_EVENT_OR_ACTIVITY = Words(
    "ett kommunikationsevenemang eller en kommunikationsaktivitet", "a communication event or activity"
)


def _plaque_row(project: Project, context: Context) -> Provision:
    period, fund = programming_period_of(project), known(fund_of(project), "fund")
    key = key_for(context, _ABOVE, project, period)
    if key == _ABOVE:
        # A threshold of some funds has a key of its own; the other of a programming period is that of Interreg.
        keys = [each for each in context.keys(_ABOVE, period, fund) if not is_of_interreg(each)]
        key = keys[0] if keys else _ABOVE
    return context.lasting_provision(key, period, fund)


def _or_cut(project: Project, context: Context) -> Words:
    """Return what follows where a duty is not done, as a sentence; empty where the law says nothing of it."""
    period = programming_period_of(project)
    if not context.keys(_CORRECTION, period):
        return NOTHING
    row = context.lasting_provision(key_for(context, _CORRECTION, project, period), period)
    return WordsLater(_cut, row.value_as(Rate), row)


def _cut(share: Rate, article: Provision) -> Words:
    return _OR_CUT.with_values(share=share, article=article)


def _plaque(project: Project, context: Context) -> Iterator[Finding]:
    """Above a threshold a plaque is displayed where anything was built or bought, and a poster otherwise.

    No poster is displayed where food or basic material assistance is given to those most in need.
    """
    budget, row = budget_of(project), _plaque_row(project, context)
    period, fund = programming_period_of(project), fund_of(project)
    built, without_poster = project.physical_investment, is_material_assistance(project)
    if without_poster and built is False:
        return
    duty = _A_PLAQUE_AT_MOST if without_poster and built is None else _DUTIES[built]
    cost = known_amount(budget.total_cost, "budget.total_cost")
    of_support = row.base is not None and "public support" in row.base
    lowest, highest = public_support(budget) if of_support else (cost, cost)
    if exceeds(context, lowest, highest, row.value_as(Money)):
        with_the_word = context.keys(_WORD, period) and is_interreg(project)
        save = context.keys(_SECURITY, period, fund)
        yield context.finding(
            "budget",
            expected=row.value_as(Money),
            found=lowest,
            basis=row,
            measure=_PUBLIC_SUPPORT if of_support else _TOTAL_COST,
            least=_IS if lowest == highest or not isinstance(lowest, Money) else _IS_AT_LEAST,
            duty=duty,
            save=_WITH_THE_WORD if with_the_word else _SAVE_FOR_SECURITY if save else NOTHING,
            cut=_or_cut(project, context),
        )


def _above(cost: MoneyLike, threshold: Money) -> Words:
    return _ABOVE_THRESHOLD.with_values(cost=cost, threshold=threshold)


def _event(project: Project, context: Context) -> Iterator[Finding]:
    """An event is held for an operation of strategic importance, or a very large one."""
    period = programming_period_of(project)
    what = _AN_EVENT if is_interreg(project) else _AN_EVENT_OR_ACTIVITY
    if project.strategic_importance:
        row = context.lasting_provision(key_for(context, f"{_EVENT}.strategic", project, period), period)
        cut = _or_cut(project, context)
        yield context.finding("strategic_importance", basis=row, why=_STRATEGIC, what=what, cut=cut)
        return
    row = context.lasting_provision(key_for(context, f"{_EVENT}.above", project, period), period)
    threshold = row.value_as(Money)
    cost = known_amount(budget_of(project).total_cost, "budget.total_cost")
    if exceeds(context, cost, cost, threshold):
        why, cut = WordsLater(_above, cost, threshold), _or_cut(project, context)
        yield context.finding("budget", expected=threshold, found=cost, basis=row, why=why, what=what, cut=cut)
    elif project.strategic_importance is None:
        raise NotKnown(_NO_IMPORTANCE)


# --- PUB001: the list of operations that a managing authority publishes

LIST: Final = "publication.list"
"""The key under which the law says what a list contains."""


def _has_place(project: Project) -> bool:
    owner = project.beneficiary
    of_owner = owner is not None and any((owner.postal_code, owner.city, owner.municipality))
    return of_owner or project.nuts is not None or project.region is not None


def _has_start(project: Project) -> bool:
    return project.period is not None and project.period.start is not None


def _has_end(project: Project) -> bool:
    return project.period is not None and project.period.end is not None


def _has_total_cost(project: Project) -> bool:
    return project.budget is not None and isinstance(project.budget.total_cost, Money)


def _has_union_rate(project: Project) -> bool:
    of_priority = None if project.priority is None else project.priority.decided_rates or None
    of_budget = None if project.budget is None else project.budget.eu_rate
    return project.published_eu_rate is not None or of_priority is not None or isinstance(of_budget, Rate)


def _has_country(project: Project) -> bool:
    return project.country is not None or project.nuts is not None


def _has_beneficiary(project: Project) -> bool:
    return project.beneficiary is not None


def _has_purpose(project: Project) -> bool:
    return project.summary is not None


def _has_fund(project: Project) -> bool:
    return fund_of(project) is not None


def _has_objective(project: Project) -> bool:
    return project.specific_objective is not None


def _has_field(project: Project) -> bool:
    return project.intervention_field is not None


def _has_number(project: Project) -> bool:
    return project.operation_id is not None


@attrs.frozen
class _Field:
    """What a list states of each operation: its name, its place in a project, and whether a project has it."""

    name: Words
    place: str
    is_stated: Callable[[Project], bool]


_FIELDS: Final = MappingProxyType(
    {
        "beneficiary": _Field(Words("stödmottagarens namn", "the beneficiary's name"), "beneficiary", _has_beneficiary),
        "purpose": _Field(Words("insatsens syfte", "the purpose of the operation"), "summary", _has_purpose),
        "start": _Field(Words("insatsens startdatum", "the start date of the operation"), "period", _has_start),
        "end": _Field(Words("insatsens slutdatum", "the date of completion of the operation"), "period", _has_end),
        "total-cost": _Field(
            Words("insatsens totalkostnad", "the total cost of the operation"), "budget", _has_total_cost
        ),
        "fund": _Field(Words("berörd fond", "the fund concerned"), "fund", _has_fund),
        "specific-objective": _Field(
            Words("berört specifikt mål", "the specific objective concerned"), "specific_objective", _has_objective
        ),
        "union-rate": _Field(
            Words("unionens medfinansieringsgrad", "the Union co-financing rate"), "published_eu_rate", _has_union_rate
        ),
        "location": _Field(Words("insatsens plats", "the location of the operation"), "nuts", _has_place),
        "country": _Field(Words("berört land", "the country concerned"), "country", _has_country),
        "intervention": _Field(
            Words("interventionsområde", "the type of intervention"), "intervention_field", _has_field
        ),
        "code": _Field(Words("insatsens nummer", "the code of the operation"), "operation_id", _has_number),
    }
)
"""What the law demands in a list, by the last part of its key; a project always has a name."""


def some_fund_concerned(portfolio: Portfolio, law: Law) -> bool:
    """Whether the law on publication concerns, or may concern, any project of a list."""
    return not portfolio.projects or any(fund_concerned(project, law) for project in portfolio.projects)


def fund_concerned(project: Project, law: Law) -> bool:
    """Whether the law on publication concerns a project; False only where its fund is known to be another."""
    return law_concerns_fund(law, PLAQUE, project)


def list_tells_all(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """A published list of operations contains what the regulation requires on each operation."""
    by_period: dict[ProgrammingPeriod, list[int]] = {}
    doubt: NotKnown | None = None
    is_concerned = of_a_fund_concerned(context, PLAQUE)
    for index, project in enumerate(portfolio.projects):
        if is_concerned(project):
            try:
                by_period.setdefault(programming_period_of(project), []).append(index)
            except NotKnown as error:
                doubt = error
    for period, indexes in by_period.items():
        for key in context.keys(LIST, period):
            field = _FIELDS.get(key.removeprefix(f"{LIST}."))
            lacking = [index for index in indexes if field and not field.is_stated(portfolio.projects[index])]
            if field and lacking:
                yield context.finding(
                    f"projects[{lacking[0]}].{field.place}",
                    expected=len(indexes),
                    found=len(lacking),
                    basis=context.provision(key, period),
                    field=field.name,
                )
    if doubt is not None:
        raise doubt


PUB: Final = (
    Rule(
        code="PUB001",
        subject=Portfolio,
        severity=Severity.INFO,
        basis=LIST,
        needs=("projects",),
        concerned_by=some_fund_concerned,
        scope=_SCOPE,
        check=list_tells_all,
        demand=Words(
            "Förteckningen över insatser innehåller det som förordningen kräver om varje insats.",
            "The list of operations contains what the regulation requires on each operation.",
        ),
        sv="Enligt {basis} ska förteckningen över insatser innehålla {field}; det saknas för {found} av {expected} "
        "projekt.",
        en="Under {basis} the list of operations shall contain {field}; it is missing for {found} of {expected} "
        "projects.",
    ),
    Rule(
        code="PUB002",
        severity=Severity.INFO,
        basis=PLAQUE,
        reads=(f"{PLAQUE}.*", _CORRECTION, f"{_CORRECTION}.*", _SECURITY, f"{_WORD}.*"),
        needs=("budget", FUND, PROGRAMMING_PERIOD),
        concerned_by=fund_concerned,
        scope=_SCOPE,
        check=_plaque,
        demand=Words(
            "Om EU-stödet sätts en skylt upp för stora insatser med fysiska investeringar eller inköp av utrustning, "
            "för andra en affisch.",
            "A plaque about the Union's support is displayed for large operations involving physical investment or the "
            "purchase of equipment, for others a poster.",
        ),
        sv="{measure} {least} {found}, över gränsen {expected} i {basis}: {duty}{save}.{cut}",
        en="{measure} {least} {found}, above the threshold {expected} in {basis}: {duty}{save}.{cut}",
    ),
    Rule(
        code="PUB003",
        severity=Severity.INFO,
        basis=_EVENT,
        reads=(f"{_EVENT}.*", _CORRECTION, f"{_CORRECTION}.*"),
        needs=("strategic_importance|budget", PROGRAMMING_PERIOD),
        concerned_by=fund_concerned,
        scope=_SCOPE,
        check=_event,
        demand=Words(
            "För insatser av strategisk betydelse och för mycket stora insatser anordnas ett kommunikationsevenemang "
            "eller en kommunikationsaktivitet.",
            "A communication event or activity is organised for operations of strategic importance and very large "
            "ones.",
        ),
        sv="{why}: enligt {basis} ska stödmottagaren anordna {what} och i god tid involvera kommissionen och den "
        "ansvariga förvaltande myndigheten.{cut}",
        en="{why}: under {basis} the beneficiary shall organise {what} and involve the Commission and the responsible "
        "managing authority in a timely manner.{cut}",
    ),
)
