"""Family INT, what Interreg alone has rules on: costs that are never eligible, and partners of several countries.

Rules INT001 and INT002. Regulation (EU) 2021/1059, Articles 23 and 38; Regulation (EU) No 1299/2013, Article 12, and
Delegated Regulation (EU) No 481/2014, Article 2. Both warn at most: only a description tells what a cost is, and some
bodies may be the sole partner. Not judged: programmes that ask for partners of three countries, and closed lists of
costs.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import CostCategory, Fund, LumpSum, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import NO_COST, is_zero
from esfmodel.rules.shared.facts import CCI, may_be_interreg, programming_period_of
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.format import LANGUAGES
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.model import Cost
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_SCOPE = Words(
    "gäller Interreg, som känns igen på programmets CCI", "concerns Interreg, known by the CCI of the programme"
)


def _is_concerned(project: Project) -> bool:
    return fund_of(project) in (None, Fund.ERDF) and may_be_interreg(project)


# --- INT001: costs that are never eligible

INELIGIBLE: Final = "interreg.ineligible"
"""The key under which the costs lie that are never eligible."""

_GIFT: Final = "interreg.gift.highest"
_NOT_A_COST = (*NO_COST, CostCategory.IN_KIND)

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fines": """
            böter böterna dagsböter ordningsböter parkeringsböter trafikböter bötesbelopp bötesföreläggande
            bötesförelägganden vite viten vitet avtalsvite avtalsviten förseningsvite förseningsviten vitesbelopp
            vitesföreläggande vitesförelägganden sanktionsavgift sanktionsavgifter straffavgift straffavgifter
            rättegångskostnad rättegångskostnader rättegångsombud rättstvist rättstvister rättsprocess
            rättsprocesser tvistemål tvistekostnader domstolskostnader skiljeförfarande
            fines penalties litigation litigations lawsuit lawsuits
            penalty+payment penalty+payments penalty+fee penalty+fees financial+penalty contractual+penalty
            legal+dispute legal+disputes legal+proceedings court+proceedings court+costs ekonomisk+sanktion
            ekonomiska+sanktioner rättslig+tvist rättsliga+tvister rättsliga+processer
        """,
        "gifts": """
            gåva gåvan gåvor gåvorna gåvokort julgåva julgåvor avskedsgåva avskedsgåvor profilgåva profilgåvor
            presentkort julklapp julklappar presenter+till presenter+åt present+till present+åt
            gifts gift+card gift+cards gift+voucher gift+vouchers gift+for gift+to
        """,
        "exchange": """
            valutakursförlust valutakursförluster växelkursförlust växelkursförluster kursförlust kursförluster
            valutaförlust valutaförluster valutakursdifferens valutakursdifferenser växelkursdifferens
            växelkursdifferenser kursdifferens kursdifferenser valutakursskillnad valutakursskillnader kursskillnad
            kursskillnader växelkursskillnader valutakursförändringar växelkursförändringar valutakursfluktuationer
            exchange+loss exchange+losses exchange+rate+loss exchange+rate+losses exchange+difference
            exchange+differences exchange+rate+difference exchange+rate+differences exchange+rate+fluctuation
            exchange+rate+fluctuations currency+loss currency+losses currency+fluctuation currency+fluctuations
        """,
    }
)
"""The words that name such costs, in Swedish and English, by the last part of the key; a plus stands for a space.

Words that have another meaning as well are left out, such as "fine", "gift", "presenter" and "utgåvor".
"""

_SEPARATED = re.compile(r"(?<!exkl)(?<!excl)\.|[,;:()/\n–—|]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@cache
def _pattern_of(words: str) -> re.Pattern[str]:
    # Compiled with the first cost of Interreg that is judged: no other project needs the patterns.
    terms = sorted((re.escape(word).replace(r"\+", " ") for word in words.split()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(terms)})(?!\w)")


_ACTIVITIES = """
    utbildning kurs kurser seminarium seminarier workshop studie studier analys rapport forskning information kampanj
    försäkring handbok training course courses seminar seminars study studies analysis report research campaign
    insurance handbook
"""
_DENIED_OR_A_TOPIC = """
    inga ingen inget ej inte icke utan utom förutom exkl exklusive undvika undviker undvik förebygga förebyggande
    no not without except excluding excl avoid avoiding prevent preventing prevention
    om kring mot rörande gällande angående about on against concerning regarding
    """ + " ".join(f"{activity}+{word}" for activity in _ACTIVITIES.split() for word in ("av", "i", "of", "in"))
"""Words before such a word by which it is denied, or the topic of an activity and no cost."""

_AND = re.compile(r"(?<!\w)(?:och|samt|and)(?!\w)")

_LEFT_OUT = """
    ingår+ej ingår+inte ej+medräknade inte+medräknade ej+inräknade inte+inräknade exkluderade undantagna not+included
    excluded
"""

_KINDS = MappingProxyType(
    {
        "fines": Words(
            "böter, viten och kostnader för rättstvister",
            "fines, financial penalties and expenditure on legal disputes",
        ),
        "gifts": Words("gåvor", "gifts"),
        "exchange": Words("kostnader för ändrade växelkurser", "costs related to fluctuation of foreign exchange rate"),
    }
)
_SMALL_GIFTS = Words(
    "; det gäller inte gåvor för högst {amount} styck som hör till kommunikation eller information om projektet",
    "; gifts not exceeding {amount} per gift and related to communication or information are excepted",
)


def named_in(description: str) -> dict[str, str]:
    """Return the kinds of costs never eligible in Interreg that a description names, each with its word.

    >>> named_in("Böter och gåvor"), named_in("Utbildning om böter"), named_in("Utgifter för aktiviteten")
    ({'fines': 'böter', 'gifts': 'gåvor'}, {}, {})
    """
    text = description.casefold()
    if _pattern_of(_LEFT_OUT).search(_BETWEEN_WORDS.sub(" ", text)):
        return {}
    found: dict[str, str] = {}
    for clause in map(_plain, _SEPARATED.split(text)):
        for kind, words in _WORDS.items():
            word = _pattern_of(words).search(clause)
            if word and not _is_denied_or_a_topic(clause[: word.start()]):
                found.setdefault(kind, word[0])
    return found


def _is_denied_or_a_topic(before: str) -> bool:
    """Whether the words before, in a clause, say that there is no such cost or that it is what an activity is about."""
    *_, nearest = _AND.split(before)
    return bool(_pattern_of(_DENIED_OR_A_TOPIC).search(before) or _pattern_of(_ACTIVITIES).search(nearest))


def _plain(clause: str) -> str:
    return _BETWEEN_WORDS.sub(" ", clause)


def _descriptions(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the place and the description of each cost that is budgeted or claimed."""
    costs: tuple[Cost, ...] = () if project.budget is None else project.budget.costs
    for index, cost in enumerate(costs):
        texts = [cost.description, cost.basis.description if isinstance(cost.basis, LumpSum) else None]
        if cost.category not in _NOT_A_COST and not is_zero(cost.amount):
            yield f"budget.costs[{index}]", "\n".join(text for text in texts if text)
    for number, claim in enumerate(project.claims):
        for index, claimed in enumerate(claim.costs):
            if claimed.category not in _NOT_A_COST and claimed.amount.minor > 0 and claimed.description:
                yield f"claims[{number}].costs[{index}]", claimed.description


def _no_ineligible_costs(project: Project, context: Context) -> Iterator[Finding]:
    """Fines, costs of disputes, gifts and losses by the exchange rate are not eligible."""
    period = programming_period_of(project)
    small = context.keys(_GIFT, period)
    context.lasting_provision(f"{INELIGIBLE}.fines", period)  # Without it the programming period has no such law.
    for place, text in _descriptions(project):
        for kind, word in named_in(text).items():
            exception = NOTHING
            if small and kind == "gifts":
                exception = _SMALL_GIFTS.with_values(amount=context.lasting_provision(_GIFT, period).value_as(Money))
            row = context.lasting_provision(f"{INELIGIBLE}.{kind}", period)
            yield context.finding(place, found=word, basis=row, what=_KINDS[kind], exception=exception)


# --- INT002: partners of several countries

COUNTRIES: Final = "interreg.partner-countries"
"""The key of the number of countries from which the partners come."""

_SOLE = Words(
    "en enda partner är angiven, och om dess medlemmar kommer från flera länder är inte känt",
    "one partner alone is stated, and whether its members come from several countries is not known",
)
_NO_COUNTRIES = Words(
    "i vilka länder alla partner finns är inte känt", "in which countries all partners are is not known"
)


def _of_several_countries(project: Project, context: Context) -> Iterator[Finding]:
    """The partners of an operation come from several countries; it may be carried out in one."""
    row = context.lasting_provision(COUNTRIES, programming_period_of(project))
    partners = [part.organisation for part in project.partners if part.role.has_budget]
    if project.beneficiary is not None:
        partners.append(project.beneficiary)
    countries = {partner.country for partner in partners if partner.country is not None}
    if len(countries) >= row.value_as(int):
        return
    if any(partner.country is None for partner in partners):
        raise NotKnown(_NO_COUNTRIES)
    if len({partner.name for partner in partners}) == 1:
        raise NotKnown(_SOLE)
    named = (", ".join(sorted(country.name(language) for country in countries)) for language in LANGUAGES)
    yield context.finding("partners", expected=row.value_as(int), found=Words(*named), basis=row)


INTERREG: Final = (
    Rule(
        code="INT001",
        severity=Severity.WARNING,
        basis=INELIGIBLE,
        reads=(f"{INELIGIBLE}.*", _GIFT),
        needs=("budget.costs|claims", CCI),
        applies=_is_concerned,
        scope=_SCOPE,
        check=_no_ineligible_costs,
        demand=Words(
            "I Interreg är böter, kostnader för tvister, gåvor och kursförluster inte stödberättigande.",
            "In Interreg fines, costs of disputes, gifts and losses on foreign exchange are not eligible.",
        ),
        sv="Kostnaden ({place}) beskrivs som ”{found}”: {what} är inte stödberättigande enligt {basis}{exception}.",
        en="The cost ({place}) is described as “{found}”: {what} are not eligible under {basis}{exception}.",
    ),
    Rule(
        code="INT002",
        severity=Severity.WARNING,
        basis=COUNTRIES,
        needs=("partners", CCI),
        applies=_is_concerned,
        scope=_SCOPE,
        check=_of_several_countries,
        demand=Words(
            "En insats inom Interreg har partner från flera länder.",
            "In Interreg the partners of an operation come from several countries.",
        ),
        sv="De partner som är angivna kommer alla från {found}, men {basis} kräver partner från minst {expected} "
        "länder.",
        en="The partners that are stated are all from {found}, but {basis} requires partners from at least {expected} "
        "countries.",
    ),
)
