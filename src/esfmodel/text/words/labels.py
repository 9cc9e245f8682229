"""Labels of the public enumerations, as a form or a table shows them, in Swedish and English.

They have a small first letter unless they are names, as within a sentence. The languages stand side by side, so that
a new member gets both; a test fails for a public member without a label.

>>> from esfmodel.model import CostCategory
>>> labels_of(CostCategory).sv[CostCategory.TRAVEL]
'resor och logi'
"""

from __future__ import annotations

import difflib
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar, cast

from esfmodel.errors import InvalidValue
from esfmodel.values.format import LANGUAGES, InEachLanguage, Labelled, plain_name
from esfmodel.values.fund import FUND_NAMES, Fund

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language

E = TypeVar("E", bound=Labelled)


def label(member: Labelled | None, language: Language) -> str:
    """Return the label of a member, or the words for what is not stated."""
    if member is None:
        return language.not_stated
    if not isinstance(member, Labelled):
        raise TypeError(f"member must be of an enumeration of this library, not {type(member).__name__}")
    return labels_of(type(member))[language.code][member]


def choices(kind: type[Labelled], language: Language) -> tuple[tuple[str, str], ...]:
    """Return value and label of each member, in the order of the enumeration."""
    return tuple((member.value, text) for member, text in labels_of(kind)[language.code].items())


def labels_of(kind: type[E]) -> InEachLanguage[Mapping[E, str]]:
    """Return the labels of an enumeration by member, in each language."""
    return cast("InEachLanguage[Mapping[E, str]]", _labels(_check_kind(kind)))


def parse_label(kind: type[E], text: str) -> E:
    """Read a member of an enumeration from its value, its name, its label in any language or another usual name."""
    known = members_by_name(kind)
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    plain = plain_name(text) if len(text) <= _LONGEST else ""
    if plain not in known:
        # As it is written: abbreviations are in capitals.
        if plain and (near := near_name(text, known)) is not None:
            raise InvalidValue("value.did_you_mean", "", text, near=known[near])
        raise InvalidValue("value.not_one_of", "", text, choices=tuple(kind))
    return known[plain]


def members_by_name(kind: type[E]) -> Mapping[str, E]:
    """Return the members of an enumeration by every name that is read, as `plain_name` writes it.

    >>> from esfmodel.model import CostCategory
    >>> members_by_name(CostCategory)["moms"].name
    'VAT'
    """
    return cast("Mapping[str, E]", _members_by_name(_check_kind(kind)))


def near_name(name: str, known: Mapping[str, object]) -> str | None:
    """Return the known name nearest to a name, whatever its case; None where none is, or another meaning is as near.

    >>> near_name("statlig medel", {"statliga medel": "state", "kontanta medel": "cash"})
    'statliga medel'
    >>> near_name("stöd", {"EU-stöd": "EU", "ESF-stöd": "EU and state"})
    """
    plain = {each.casefold(): each for each in known}
    word = name[:_COMPARED].casefold()
    near = [plain[each] for each in difflib.get_close_matches(word, plain, _MOST_NEAR)]
    likeness = {each: 100 * difflib.SequenceMatcher(None, each.casefold(), word).ratio() for each in near}
    # Abbreviations share letters by chance: EFRE is ERDF in German, and as like to EAFRD.
    if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
        near = [each for each in near if likeness[each] >= _LIKE_AN_ABBREVIATION]
    # A wrong suggestion is worse than a list: "resekostnader" is about as near to staff as to other costs.
    for other in near:
        if known[other] != known[near[0]] and likeness[near[0]] - likeness[other] < _AS_NEAR:
            return None
    return near[0] if near else None


_LONGEST = 200
_COMPARED = 60
"""By how many letters names are compared, so that a hostile one takes no time."""
_MOST_NEAR = 10
_LONGEST_ABBREVIATION = 5
_LIKE_AN_ABBREVIATION = 75
_AS_NEAR = 10
"""By how many per cent of likeness a name must be nearer than those that mean something else."""


def _check_kind(kind: type[Labelled]) -> type[Labelled]:
    if not isinstance(kind, type) or not issubclass(kind, Labelled) or kind.__name__ not in _LABELS:
        raise TypeError(f"kind must be an enumeration of this library, not {kind!r}")
    return kind


@cache
def _labels(kind: type[Labelled]) -> InEachLanguage[Mapping[Labelled, str]]:
    texts = _LABELS[kind.__name__]
    sv, en = (
        MappingProxyType({member: texts[member.name][place] for member in kind}) for place in range(len(LANGUAGES))
    )
    return InEachLanguage(sv, en)


@cache
def _members_by_name(kind: type[Labelled]) -> Mapping[str, Labelled]:
    texts = _LABELS[kind.__name__]
    names = {plain_name(name): member for member in kind for name in (member.value, member.name, *texts[member.name])}
    return MappingProxyType({**FUND_NAMES, **names} if kind is Fund else names)


# --- The words
#
# By the names of the enumeration and the member, since the rules and the formats have enumerations of their own, which
# this layer cannot import. First the Swedish and the English label, then other names that are read.

_LABELS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "Agreement": {
            "EQUAL": ("stämmer", "equal"),
            "ROUNDING": ("avrundning", "rounding"),
            "REMAINDER": ("rest", "remainder"),
            "UNEQUAL": ("stämmer inte", "unequal"),
            "NOT_STATED": ("ej angiven", "not stated"),
        },
        "AidBasis": {
            "NONE": ("inget statligt stöd", "no aid"),
            "DE_MINIMIS": ("stöd av mindre betydelse", "de minimis", "de minimis-stöd", "försumbart stöd"),
            "DE_MINIMIS_2013": (
                "stöd av mindre betydelse enligt förordning (EU) nr 1407/2013",
                "de minimis under Regulation 1407/2013",
            ),
            "BLOCK_EXEMPTION": ("gruppundantag", "block exemption", "GBER"),
            "APPROVED": ("godkänt av kommissionen", "approved by the Commission"),
            "STATE_AID": ("statligt stöd", "State aid"),
        },
        "Approximation": {
            "EXACT": ("exakt", "exact"),
            "OVER": ("över", "over"),
            "UNDER": ("under", "under"),
            "ABOUT": ("cirka", "about"),
        },
        "Axis": {
            "YEAR": ("år", "year"),
            "PARTNER": ("partner", "partner"),
        },
        "Binds": {
            "PROGRAMME": ("programmet som helhet", "the programme as a whole"),
            "PRIORITY": ("programområdet som helhet", "the priority as a whole"),
            "ALLOCATION": ("de medel som avsätts", "the money set aside"),
            "OPERATION": ("varje projekt", "each project"),
            "EXPENDITURE": ("utgifterna", "the expenditure"),
        },
        "BudgetSide": {
            "COSTS": ("kostnader", "costs"),
            "FINANCING": ("finansiering", "financing"),
        },
        "By": {
            "CATEGORY": ("kostnadskategori", "category", "kostnadsslag"),
            "PARTNER": ("partner", "partner", "samverkanspart"),
            "PHASE": ("fas", "phase"),
            "YEAR": ("år", "year"),
            "FUNDER": ("finansiär", "funder"),
            "SOURCE": ("medel", "money"),
            "FORM": ("form", "form"),
        },
        "CategoryOfRegion": {
            "LESS_DEVELOPED": ("mindre utvecklad region", "less developed region"),
            "TRANSITION": ("övergångsregion", "transition region"),
            "MORE_DEVELOPED": ("mer utvecklad region", "more developed region"),
            "OUTERMOST": ("yttersta randområde", "outermost region"),
        },
        "Commitment": {
            "CONFIRMED": ("bekräftad", "confirmed"),
            "INTENDED": ("avsedd", "intended"),
            "CONDITIONAL": ("villkorad", "conditional"),
        },
        "Condition": {
            "AMENDED_PROGRAMME": (
                "program som ändrats vid halvtidsöversynen",
                "programmes amended in the mid-term review",
            ),
            "REVIEW_PRIORITY": (
                "särskilda prioriteringar från halvtidsöversynen",
                "dedicated priorities of the mid-term review",
            ),
            "EASTERN_BORDER": ("regioner vid unionens östra gräns", "regions at the eastern border of the Union"),
            "STEP": ("särskilda prioriteringar för Step", "dedicated priorities for STEP"),
            "DISASTER": ("återuppbyggnad efter en naturkatastrof", "reconstruction after a natural disaster"),
            "COMMUNITY_LED": (
                "prioriteringar som helt genomförs genom lokalt ledd utveckling",
                "priorities delivered wholly through community-led local development",
            ),
            "FINANCIAL_INSTRUMENTS": (
                "prioriteringar som helt genomförs genom finansieringsinstrument",
                "priorities delivered wholly through financial instruments",
            ),
            "UNION_INSTRUMENTS": (
                "prioriteringar för unionens finansieringsinstrument",
                "priorities for financial instruments of the Union",
            ),
            "REACT_EU": ("prioriteringar för React-EU", "priorities for REACT-EU"),
            "YOUTH_EMPLOYMENT": (
                "den särskilda tilldelningen till sysselsättningsinitiativet för unga",
                "the specific allocation of the Youth Employment Initiative",
            ),
            "SOCIAL_INNOVATION": ("prioriteringar för social innovation", "priorities for social innovation"),
            "MOST_DEPRIVED": (
                "prioriteringar för dem som har det sämst ställt",
                "priorities for the most deprived persons",
            ),
            "THIRD_COUNTRY_NATIONALS": (
                "prioriteringar för integration av tredjelandsmedborgare",
                "priorities for the integration of third-country nationals",
            ),
            "OUTERMOST": ("yttersta randområden", "outermost regions"),
            "INTERREG": ("Interreg", "Interreg"),
            "SMALL_PROJECT_FUND": ("fonder för små projekt i Interreg", "small project funds of Interreg"),
            "TECHNICAL_ASSISTANCE": ("tekniskt stöd", "technical assistance"),
        },
        "ContributionBase": {
            "TOTAL": ("totalt bidrag", "total contribution"),
            "PUBLIC": ("offentligt bidrag", "public contribution"),
        },
        "ContributionForm": {
            "CASH": ("kontant", "cash", "kontanta medel", "kontanter"),
            "IN_KIND": ("annat än pengar", "in kind", "bidrag i annat än pengar", "in natura", "naturabidrag"),
            "PARTICIPANT_REMUNERATION": ("deltagarersättning", "participant remuneration"),
        },
        "CostCategory": {
            "STAFF": ("personal", "staff", "personalkostnader", "staff costs"),
            "EXTERNAL_SERVICES": ("externa tjänster", "external services", "köpta tjänster"),
            "TRAVEL": ("resor och logi", "travel", "resor"),
            "EQUIPMENT": ("utrustning", "equipment"),
            "INFRASTRUCTURE": ("infrastruktur", "infrastructure"),
            "OFFICE": ("kontor och administration", "office"),
            "INDIRECT": ("indirekta kostnader", "indirect costs"),
            "PARTICIPANTS": ("deltagare", "participants"),
            "IN_KIND": ("bidrag i annat än pengar", "in kind"),
            "VAT": ("mervärdesskatt", "VAT", "moms", "value added tax"),
            "OTHER": ("övriga kostnader", "other", "övrigt", "other costs"),
            "REVENUE": ("intäkter", "revenue"),
            "CORRECTION": ("rättelser", "correction", "rättelse"),
        },
        "Counting": {
            "WHOLE_MONTHS": ("hela månader", "whole months"),
            "SAME_DATE": ("samma datum", "same date"),
        },
        "DateRole": {
            "PUBLISHED": ("publicerad", "published"),
            "UPDATED": ("uppdaterad", "updated"),
            "DECIDED": ("beslutad", "decided"),
            "MEETING": ("möte", "meeting"),
            "OPENS": ("öppnar", "opens"),
            "CLOSES": ("stänger", "closes"),
            "DUE": ("sista dag", "due"),
            "STARTS": ("startar", "starts"),
            "ENDS": ("slutar", "ends"),
            "AS_OF": ("läget per", "as of"),
        },
        "DecisionKind": {
            "APPLIED": ("ansökan", "application"),
            "PRIORITISED": ("prioritering", "ranking"),
            "GRANTED": ("beslut om stöd", "grant", "bifall", "beviljad"),
            "REJECTED": ("avslag", "rejection", "avslagen"),
            "AMENDED": ("ändringsbeslut", "amendment"),
            "CLOSED": ("slutbeslut", "closing decision"),
        },
        "FigureKind": {
            "MONEY": ("belopp", "amount"),
            "RATE": ("andel", "share"),
            "PERIOD": ("period", "period"),
            "DURATION": ("varaktighet", "duration"),
            "DATE": ("datum", "date"),
        },
        "FigureRole": {
            "TOTAL": ("totalt", "total"),
            "SUPPORT": ("stöd", "support"),
            "EU": ("EU-medel", "EU funds"),
            "STATE": ("statliga medel", "state funds"),
            "OWN": ("medfinansiering", "co-funding"),
            "FUNDER": ("annan finansiär", "another funder"),
        },
        "FigureStage": {
            "APPLIED": ("sökt", "applied for"),
            "GRANTED": ("beviljat", "granted"),
            "PAID": ("utbetalt", "paid"),
        },
        "Fund": {
            "ESF": ("Europeiska socialfonden", "European Social Fund"),
            "ESF_PLUS": ("Europeiska socialfonden+", "European Social Fund Plus"),
            "YEI": ("sysselsättningsinitiativet för unga", "Youth Employment Initiative"),
            "FEAD": (
                "Fonden för europeiskt bistånd till dem som har det sämst ställt",
                "Fund for European Aid to the Most Deprived",
            ),
            "ERDF": ("Europeiska regionala utvecklingsfonden", "European Regional Development Fund"),
            "COHESION_FUND": ("Sammanhållningsfonden", "Cohesion Fund"),
            "JTF": ("Fonden för en rättvis omställning", "Just Transition Fund"),
            "EAFRD": (
                "Europeiska jordbruksfonden för landsbygdsutveckling",
                "European Agricultural Fund for Rural Development",
            ),
            "EMFF": ("Europeiska havs- och fiskerifonden", "European Maritime and Fisheries Fund"),
            "EMFAF": (
                "Europeiska havs-, fiskeri- och vattenbruksfonden",
                "European Maritime, Fisheries and Aquaculture Fund",
            ),
            "AMIF": ("Asyl-, migrations- och integrationsfonden", "Asylum, Migration and Integration Fund"),
            "ISF": ("Fonden för inre säkerhet", "Internal Security Fund"),
            "BMVI": (
                "Instrumentet för ekonomiskt stöd för gränsförvaltning och viseringspolitik",
                "Instrument for Financial Support for Border Management and Visa Policy",
            ),
        },
        "FundingSource": {
            "EU": ("EU-medel", "EU funds", "EU-stöd"),
            "STATE_GRANT": ("statliga medel", "state funds", "statlig medfinansiering"),
            "EU_AND_STATE": ("stöd, EU och stat odelat", "support, EU and state undivided", "ESF-stöd"),
            "PARTNER_COUNTRY": ("stöd från partnerland", "support from a partner country"),
            "OWN_PUBLIC": ("offentlig medfinansiering", "public co-funding", "egen offentlig", "egen, offentlig"),
            "OWN_PRIVATE": ("privat medfinansiering", "private co-funding", "egen privat", "egen, privat"),
            "OWN": ("egen medfinansiering", "own co-funding"),
        },
        "Grade": {
            "A": ("lagtexten har lästs", "the legal text was read"),
            "B": (
                "myndighetens egen sida har lästs, inte lagtexten",
                "the authority's own page was read, not the legal text",
            ),
            "C": ("bara en avskrift har lästs", "only a transcript was read"),
        },
        "Ground": {
            "ARITHMETIC": ("uppgifterna motsäger varandra", "what is stated contradicts itself"),
            "CODE_LIST": ("den kodlista som vi har läst", "the code list that we have read"),
            "CALL": ("utlysningens villkor", "the terms of the call"),
            "DECISION": ("beslutets villkor", "the terms of the decision"),
            "POLICY": ("vår egen policy", "our own policy"),
        },
        "LedgerEvent": {
            "ADVANCE": ("förskott", "advance"),
            "CLAIM": ("ansökan om utbetalning", "payment claim"),
            "AMENDMENT": ("ändringsbeslut", "amendment"),
            "CLOSURE": ("slutbeslut", "closure"),
        },
        "Level": {
            "EU_LAW": ("EU-rätt", "EU law"),
            "NATIONAL": ("nationell rätt", "national law"),
            "PROGRAMME": ("programmet", "the programme"),
            "CALL": ("utlysningen", "the call"),
            "DECISION": ("beslutet", "the decision"),
        },
        "LimitBase": {
            "TOTAL_COST": ("totalkostnad", "total cost"),
            "ACTUAL_COST": ("faktiska kostnader", "actual costs"),
            "PUBLIC_FINANCING": ("offentliga medel", "public money"),
        },
        "MonthEnd": {
            "CLIP": ("månadens sista dag", "last day of the month"),
            "OVERFLOW": ("första dagen i nästa månad", "first day of the next month"),
            "REFUSE": ("godtas inte", "not accepted"),
        },
        "NonWorkingDay": {
            "KEPT": ("dagen ändras inte", "day unchanged"),
            "NEXT_WORKING_DAY": ("nästa arbetsdag", "next working day"),
            "WORKING_DAY_BEFORE": ("närmast föregående arbetsdag", "working day before"),
        },
        "OrganisationKind": {
            "STATE_AUTHORITY": ("statlig myndighet", "state authority", "myndighet"),
            "REGION": ("region", "region"),
            "MUNICIPALITY": ("kommun", "municipality"),
            "MUNICIPAL_FEDERATION": ("kommunalförbund", "municipal federation"),
            "UNIVERSITY": ("universitet eller högskola", "university", "universitet", "högskola"),
            "FOLK_HIGH_SCHOOL": ("folkhögskola", "folk high school"),
            "CHAMBER_OF_COMMERCE": ("handelskammare", "chamber of commerce"),
            "COMPANY": ("företag", "company"),
            "ASSOCIATION": ("förening", "association"),
            "FOUNDATION": ("stiftelse", "foundation"),
            "NETWORK": ("nätverk", "network"),
            "OTHER": ("annan organisation", "other organisation", "annan"),
        },
        "Outcome": {
            "PASSED": ("utan anmärkning", "passed"),
            "FAILED": ("med anmärkning", "failed"),
            "NOT_APPLICABLE": ("gäller inte här", "not applicable"),
            "NOT_EVALUATED": ("kunde inte bedömas", "could not be evaluated"),
            "IGNORED": ("utelämnas på begäran", "left out on request"),
        },
        "PaymentLimitKind": {
            "SHARE": ("beslutad andel", "decided share"),
            "GRANTED": ("beviljat stöd", "support granted"),
            "LIMIT": ("gräns i beslutet", "limit of the decision"),
        },
        "Per": {
            "YEAR": ("per år", "per year"),
            "MONTH": ("per månad", "per month"),
            "WEEK": ("per vecka", "per week"),
            "DAY": ("per dag", "per day"),
            "HOUR": ("per timme", "per hour"),
            "PARTICIPANT": ("per deltagare", "per participant"),
            "MUNICIPALITY": ("per kommun", "per municipality"),
            "PROJECT": ("per projekt", "per project"),
            "PARTNER": ("per part", "per partner"),
            "EACH": ("vardera", "each"),
        },
        "RateScale": {
            "PERCENT": ("procent", "per cent", "percent", "%"),
            "FRACTION": ("andel av ett", "fraction of one"),
        },
        "Recognised": {
            "NAMED": ("formatet angavs", "the format was named"),
            "CONTENT": ("innehållet visar formatet", "the content shows the format"),
            "SUFFIX": ("filändelsen visar formatet", "the suffix of the file shows the format"),
        },
        "Remainder": {
            "LARGEST": ("delarna som avrundats mest", "the parts rounded the most"),
            "FIRST": ("de första delarna", "the first parts"),
            "LAST": ("de sista delarna", "the last parts"),
        },
        "Requirement": {
            "EXACTLY": ("exakt", "exactly"),
            "AT_LEAST": ("minst", "at least"),
            "AT_MOST": ("högst", "at most"),
        },
        "Role": {
            "OWNER": ("projektägare", "project owner"),
            "PARTNER": ("samverkanspart", "partner"),
            "COOPERATING": ("medverkande utan budget", "co-operating without a budget"),
            "SUPPORTER": ("aktör som ställer sig bakom projektet", "supporter"),
            "INITIATOR": ("initiativtagare", "initiator"),
            "STEERING": ("representerad i styrgruppen", "represented in the steering group"),
        },
        "Rounding": {
            "MINOR_HALF_UP": ("minsta enhet, halvor uppåt", "smallest unit, half up"),
            "MINOR_HALF_EVEN": ("minsta enhet, halvor till närmaste jämna", "smallest unit, half to even"),
            "MINOR_DOWN": ("minsta enhet, mot noll", "smallest unit, towards zero"),
            "MINOR_UP": ("minsta enhet, från noll", "smallest unit, away from zero"),
            "WHOLE_HALF_UP": ("hela enheter, halvor uppåt", "whole units, half up"),
            "WHOLE_HALF_EVEN": ("hela enheter, halvor till närmaste jämna", "whole units, half to even"),
            "WHOLE_DOWN": ("hela enheter, mot noll", "whole units, towards zero"),
            "WHOLE_UP": ("hela enheter, från noll", "whole units, away from zero"),
        },
        "Sense": {
            "AT_MOST": ("högst", "at most"),
            "AT_LEAST": ("minst", "at least"),
            "EXACTLY": ("exakt", "exactly"),
        },
        "Settlement": {
            "FIRST": ("mot de första ansökningarna", "against the first claims"),
            "LAST": ("mot de sista ansökningarna", "against the last claims"),
        },
        "Severity": {
            "INFO": ("upplysning", "information"),
            "WARNING": ("varning", "warning"),
            "ERROR": ("fel", "error"),
        },
        "SpreadBy": {
            "MONTHS": ("efter månader", "by months"),
            "DAYS": ("efter dagar", "by days"),
            "EQUALLY": ("i lika delar", "in equal parts"),
        },
        "SumsBy": {
            "COUNTY_OF_OWNER": ("länet där ägaren har sitt säte", "county of the owner's seat"),
            "COUNTY_OF_ACTIVITY": ("länet där projektet bedrivs", "county of the activity"),
            "MUNICIPALITY_OF_OWNER": ("kommunen där ägaren har sitt säte", "municipality of the owner's seat"),
            "MUNICIPALITY_OF_ACTIVITY": ("kommunen där projektet bedrivs", "municipality of the activity"),
            "TOWN_OF_OWNER": ("orten i ägarens adress", "town of the owner's address"),
            "YEAR_OF_START": ("startår", "year of the start"),
            "YEAR_OF_END": ("slutår", "year of the end"),
            "YEAR_OF_GRANT": ("beslutsår", "year of the grant"),
            "KIND_OF_OWNER": ("slag av ägare", "kind of owner"),
        },
        "TableColumnKind": {
            "LABEL": ("benämning", "label"),
            "AMOUNT": ("belopp", "amount"),
            "RATE": ("andel", "share"),
            "NUMBER": ("antal", "number"),
        },
        "TableForm": {
            "SEMICOLONS": ("celler åtskilda av semikolon", "cells parted by semicolons"),
            "COMMAS": ("celler åtskilda av kommatecken", "cells parted by commas"),
            "TABS": ("celler åtskilda av tabbar", "cells parted by tabs"),
            "PIPES": ("celler åtskilda av lodstreck", "cells parted by bars"),
            "MARKDOWN": ("tabell i Markdown", "a table in Markdown"),
            "HTML": ("tabell i HTML", "a table in HTML"),
            "SPACES": ("celler åtskilda av flera mellanslag", "cells parted by several spaces"),
            "LABELLED_LINES": ("en benämning och ett belopp per rad", "a label and an amount on each line"),
            "ONE_CELL_A_LINE": ("en cell per rad", "one cell on each line"),
        },
        "TableKind": {
            "FINANCING": ("finansiering", "financing"),
            "COSTS": ("kostnader", "costs"),
            "BUDGET": ("budget", "budget"),
            "PARTNERS": ("samverkansparter", "partners"),
            "DISTRIBUTION": ("fördelning på projekt", "distribution over projects"),
            "PROGRAMME": ("program eller regioner", "programmes or regions"),
        },
        "TableRowKind": {
            "ITEM": ("post", "item"),
            "SUBTOTAL": ("delsumma", "subtotal"),
            "TOTAL": ("slutsumma", "total"),
            "PART": ("del av slutsumman", "part of the total"),
        },
        "TimePrecision": {
            "DAY": ("dag", "day"),
            "MONTH": ("månad", "month"),
            "SEASON": ("årstid", "season"),
            "YEAR": ("år", "year"),
        },
        "Zero": {
            "VALUE": ("noll", "zero"),
            "UNKNOWN": ("inte känt", "not known", "okänt"),
        },
    }
)
