"""The words of Swedish announcements of projects: news, pages of projects and notices of decisions.

Patterns are of text as it is printed; what may be in either case says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from esfmodel.text.words.hedges import any_of


def _any(words: str) -> str:
    """Return the regular expression of one of the words; commas stand between them."""
    return any_of(word.strip() for word in words.replace("\n", " ").split(","))


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any(words)}\b", re.IGNORECASE)


# --- What is about the page and not about a project

_MONTHS = _any(
    "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december, jan, feb, mar, "
    "apr, jun, jul, aug, sep, sept, okt, nov, dec"
)
_DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[ ]{_MONTHS}\.?,?[ ]\d{{4}}|{_MONTHS}\.?[ ]\d{{1,2}},[ ]\d{{4}})"
_CLOCK = r"(?:,?[ ](?:kl\.?[ ])?\d{1,2}[:.]\d{2}(?:[ ]CES?T)?)?"

ABOUT_THE_PAGE: Final = re.compile(
    rf"(?:(?:gå|hoppa|skip)[ ](?:direkt[ ])?(?:till|to)\b.{{0,40}}|.{{0,60}}\bno[ ]comments|by[ ].{{0,60}}"
    rf"|(?:artikeln[ ])?(?:publicerad?e?s?|publicerat|uppdaterad|senast[ ](?:uppdaterad|ändrad|granskad)|skapad|ändrad"
    rf"|sidansvarig|sidan[ ](?:uppdaterad|publicerad)e?s?|granskad|nyhet|pressmeddelande|skriven)\b.{{0,80}}"
    rf"|(?:nyheter|startsida|hem|aktuellt|meny|start){{1,4}}|.*▾.*|(?:top|bottom)[ ]of[ ]page|save[ ]this.*|[ ]*word[ ]+png.*|storlek:.*|transkript|starta[ ]visningen.*|[^|]{{0,30}}(?:[ ][|][ ][^|]{{1,30}}){{2,9}}|{_DAY}{_CLOCK}|(?:nyheter?|pressmeddelanden?)?[ •|]{{0,9}}{_DAY}{_CLOCK}"
    rf"|(?:dela|skriv[ ]ut|tipsa|lyssna|läs[ ]upp|meny|sök|stäng|annons(?:er)?|arkivbild|startsida|hem|kontakt)\b"
    rf"(?:[ ](?:på|det[ ]här|sidan|artikeln|inlägget|med)\b.{{0,40}})?:?"
    rf"|(?:läs[ ](?:mer|också|även)|se[ ]även|taggar|etiketter|kategorier?|ämnen?|dela|foto(?:graf)?|bild(?:text)?|källa"
    rf"|text|skribent|författare|av)\b:.{{0,200}}|läs[ ]mer\b.{{0,60}}|så[ ]jobbar[ ]vi\b.{{0,60}}"
    rf"|(?:facebook|twitter|linkedin|instagram|e-post|x)(?:[ ,|/]{{0,3}}(?:facebook|twitter|linkedin|e-post|x)){{0,5}}"
    rf"|you[ ]must[ ]be.{{0,80}}|©.{{0,200}}|copyright.{{0,200}}|.{{0,200}}\b(?:cookies?|kakor)\b.{{0,400}}"
    rf"|till[ ]toppen|tillbaka(?:[ ]till\b.{{0,40}})?|[^\n]{{0,60}}(?:[ ]/[ ][^\n/]{{1,60}}){{2,9}}"
    rf"|[^\n>›]{{0,60}}(?:[ ][>›»][ ]?[^\n>›]{{1,60}}){{1,9}})",
    re.IGNORECASE,
)
"""Lines about the page: menus, days of publishing, ways to share it, pictures, other pages."""

OTHER_NEWS: Final = re.compile(
    rf"(?:relaterade?|liknande|fler|andra|senaste|mer|aktuella)[ ](?:nyheter|artiklar|aktuellt|pressmeddelanden|innehåll|"
    rf"inlägg|länkar|projekt)\b.{{0,40}}|(?:relaterat|läs[ ]också|läs[ ]även|mer[ ]om[ ]ämnet|kommentarer):?"
    rf"|(?:lämna|skriv)[ ]en[ ]kommentar.{{0,40}}",
    re.IGNORECASE,
)
"""Headings after which a page has only links to other pages."""

CONTACTS: Final = re.compile(
    r"(?:(?:press)?kontakt(?:person(?:er)?|uppgifter|a(?:[ ]oss)?)?|vid[ ]frågor|har[ ]du[ ]frågor|frågor|"
    r"för[ ]mer[ ]information|mer[ ]information|ytterligare[ ]information|projektledare|projektledning)\b[^\n]{0,40}[:?]?\s*\Z",
    re.IGNORECASE,
)
"""Headings of the people to ask."""

CONTACT: Final = re.compile(
    r"\S@\S+\.\w|\b(?:tel(?:efon)?|mobil|växel)\b\.?:?[ ]*[+0-9]|(?:\A|[ ,])0\d{1,3}[ -]?\d{2,3}(?:[ -]?\d{2}){1,3}\Z",
    re.IGNORECASE,
)
"""Addresses and numbers of people to ask."""

SHORTENED: Final = re.compile(
    r"(?:\b(?:[Bb]l\.a|[Tt]\.ex|d\.v\.s|dvs|f\.d|s\.k|p\.g\.a|ev|[Cc]a|c:a|nr|kl|[Ss]t|[Dd]r|prof|resp|inkl|exkl|max|min|"
    r"ung|tel|jan|feb|apr|aug|sept|okt|nov|dec)|\b[A-ZÅÄÖ])\.\Z"
)
"""What a full stop belongs to that ends no sentence."""

# --- Labels that only such pages have; others are known from registers and lists


def _labels(words: Mapping[str, str]) -> Mapping[str, str]:
    found = {label: meaning for meaning, labels in words.items() for label in labels.split(",")}
    return MappingProxyType({"".join(filter(str.isalnum, each.casefold())): meaning for each, meaning in found.items()})


LABELS: Final = _labels(
    {
        "owner": "svensk projektägare, projektägare sverige, svensk samordnande projektägare, ägare, ansvarig organisation, "
        "projektansvarig, projektanordnare, bidragsmottagare, stödmottagande organisation, drivs av, ägs av, "
        "samordnande projektägare, huvudprojektägare, samordnare, huvudsökande, projektägande organisation",
        "partner": "samarbetspartner, samarbetspartners, projektpartner, partner, partners, medsökande, norsk projektägare, finsk projektägare, dansk projektägare, norsk partner, finsk partner, projektpartners, "
        "samarbetsparter, samverkansparter, samverkanspartner, samverkanspartners, samverkande parter, medverkande, "
        "medverkande parter, medverkande organisationer, deltagande parter, deltagande organisationer, deltagande "
        "aktörer, parter, parter i projektet, partner i projektet, partners i projektet, projektparter, övriga parter, "
        "deltagande kommuner, medverkande kommuner, deltagare i projektet, samarbete, samarbetar med, i samarbete med, "
        "i samverkan med, tillsammans med, projektets parter, projektets partners, samverkan",
        "funder": "finansiering, finansiär, finansiärer, medfinansiär, medfinansiärer, finansieras av, medfinansieras av, finansierat av, finansiärer är, medfinansiering från, "
        "projektet finansieras av, projektets finansiärer, övriga finansiärer, övrig finansiering, medfinansiering av",
        "period": "pågår, tidplan, tidsplan, tid, projektet pågår, när, projektlängd och tid, genomförandetid, löptid",
        "duration": "varaktighet, projektets längd, projektlängd, längd",
        "planned participants": "antal deltagare, planerat antal deltagare, deltagare",
        "total cost": "budget, omfattning, budget för projektet, projektets omslutning, omslutning, kostnad, total omslutning",
        "name": "projektets namn, projektnamn, namn på projektet, projekttitel",
        "project number": "projektnummer, projektid, projekt id, ärendenummer, ärendeid, diarienr",
        "fund": "fond, eu fond, stödform",
        "programme": "program, stödprogram, leaderområde",
        "known, but without a field": "målgrupp, syfte, mål, projektmål, målsättning, bakgrund, kontakt, kontaktperson, "
        "projektledare, geografiskt område, resultat, aktiviteter, webbplats, hemsida, mer information, insatser, "
        "status, tema, prioriteringar, målgrupper",
    }
)
"""The labels of pages by their letters, with the meaning that `Meaning` gives them."""


# --- Which project a page tells of

_OF_PROJECT = (
    r"(?:[\w-]{0,40}?(?:projekt(?:et|ets)?|satsning(?:en|ens)?|initiativ(?:et)?|förstudie[nr]?|insats(?:en)?)|studien)"
)
PROJECT: Final = rf"\b{_OF_PROJECT}\b"
"""A noun for a project, in small letters; it may be a compound: "ESF-projektet"."""

CALLED: Final = re.compile(
    rf"(?:(?i:{PROJECT})|\bproject\b)"
    r"(?:,?[ \n](?i:(?:som[ \n])?(?:heter|kallas|kallat|kallad|har[ \n]fått[ \n]namnet|fått[ \n]namnet|med[ \n]namnet|under[ \n]namnet|"
    r"går[ \n]under[ \n]namnet|är[ \n]döpt[ \n]till)[ \n])"
    r"|,[ \n](?=(?P<inset>[^\W\d_a-zåäö][^,\n]{1,80}),[ \n](?:som|är|har|får|fick|ska|drivs|drevs|pågår|syftar|vilket|där|ett|en)\b)"
    r"|(?:(?<=projekt):)?[ \n])(?P<open>[”\"“»«’‘]|'{1,2}|)(?=[^\W_a-zåäö]|#|(?<=[”\"“»«'’‘])\w)"
)
"""What stands before the name of a project: "projektet", "projektet heter"."""

IS_A_PROJECT: Final = re.compile(
    r"[ \n](?:är|var|blir)[ \n](?:namnet[ \n]på[ \n])?(?:ett|en|det)[ \n](?:[\wåäö-]{1,30}[ \n]){0,4}?"
    r"[\w-]{0,40}?(?:projekt|satsning|förstudie)(?:et|en)?\b"
)
"""What stands after the name of a project: "är ett treårigt projekt"."""

IS_ONE_AFTER: Final = re.compile(
    r"[”\"“»«]?,[ \n](?:som[ \n]är[ \n])?(?:ett|en|vårt|kommunens|det)[ \n](?:[\wåäö-]{1,30}[ \n]){0,4}?[\w-]{0,40}?(?:projekt|projektet|satsning|förstudie|etableringsprojekt)\b"
)
"""What stands right after the name of a project, anywhere in a sentence: ", ett treårigt projekt"."""

IT_IS: Final = re.compile(
    r"(?:\A|[.!?][ \n])Det[ \n]är[ \n](?:[\wåäö-]{1,30}[ \n]){0,2}?[”\"“](?P<name>[^”\"“\n]{2,80})[”\"“]"
)
"""What names the project in quotation marks: "Det är ”Gröna rum” som"."""

DOES: Final = re.compile(
    r"[ \n](?:finansieras|medfinansieras|samfinansieras|finansierades|drivs|genomförs|ägs|leds|pågår|pågick|startar|startade|"
    r"syftar[ \n]till|beviljas|beviljades|tilldelas|har[ \n]beviljats|är[ \n]delfinansierat|avslutas|förlängs|ska[ \n]pågå|löper|får[ \n][0-9]|får[ \n]stöd|medfinansieras|fick[ \n]stöd)\b"
)
"""Verbs that a project is the subject of, and hardly anything else."""

ENDS_NAME: Final = frozenset(
    """
    är var har hade ska skall skulle kommer kan får fick fått vill som där vilket vilka beviljades beviljas beviljats beviljat
    tilldelas tilldelades tilldelats startar startade startades startas pågår pågick pågått drivs drevs drivits drivit lett ägt genomfört haft driver leds
    leddes leder ägs ägdes genomförs genomfördes genomförts finansieras finansierades finansierats medfinansieras
    medfinansierades syftar syftade handlar handlade riktar vänder vände omfattar omfattade omsätter kostar kostade innebär
    innebar går gick tar tog ger gav bygger byggde består bestod fokuserar fokuserade arbetar arbetade arbetat samlar erbjuder
    stöttas stöds avslutas avslutades ingår ingick deltar deltog räknar planeras beräknas blir blev bli inom under hos
    tillsammans via genom samt sedan efter innan när om men eller så att inte nu även också mellan från av syfte vid kring
    utan hjälper hjälpte vara hålls hölls söker sökte nådde når lyfter stärker visar visade ökar bidrar bidrog utvecklar
    utvecklade byggs byggdes bygger byggt skapar skapade heter kallas avser eftersom därför medan fortsätter fortsatte avslutat startat ges hos gör
    gjorde möter ställer sätter har's lanseras lanserades uppmärksammas uppgår uppgick utgår förlängs förlängdes stödjer
    ett en det den detta denna tack finns fanns vi drar igång is are was were has have will runs funded started starts ends
    """.split()
)
"""Words that no name goes on with, nor ends with."""

WITHIN_NAME: Final = frozenset(
    "vid kring inom under utan från av genom mellan som samt via hos en ett det den tillsammans".split()
)
"""Those of them that a name may hold all the same, between other words."""

JOINS_NAME: Final = frozenset("i på för och med till mot & – - & of for and in the av om".split())
"""Words that a name may hold, or that may follow it."""

QUOTED: Final = re.compile(
    r"\b(?:till|för|inom|i|med|om|av|projekt\w*)[ \n][”\"“»](?P<name>[^\W\d_a-zåäö][^”\"“»«\n]{2,80})[”\"“«»]"
)
"""A name in quotation marks that may be that of a project."""

SEVERAL: Final = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|[2-9]|[1-9][0-9]{1,3}|flera|många|olika|alla|samtliga|båda|några|"
    r"ytterligare[ \n](?:två|tre|fyra|fem|[0-9]+)|ett[ \n]antal|nya|följande|andra)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?(?:[\w-]{0,30}?projekt|ansökningar)(?![\w])|\b[\w-]{0,30}?projekten\b|\bett[ \n]av[ \n](?:flera|många)[ \n]projekt\b",
    re.IGNORECASE,
)
"""What tells of several projects."""

AMONG_MANY: Final = re.compile(
    r"(?i)\b(?:hela[ \n]landet|i[ \n]landet|i[ \n]sverige|(?:tidigare|andra|liknande|övriga)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?[\w-]{0,30}?projekt\w*|fördela\w*|ett[ \n]av[ \n][\w-]{0,30}?projekten|program\w*)\b"
)
"""What a sentence on several projects says that is about others than that of the page."""
A_PROJECT: Final = re.compile(
    r"(?i)\b(?:ett|nytt|i|detta)[ \n](?:[\wåäö-]{1,20}[ \n]){0,3}?[\w-]{0,30}?projekt(?![\w])"
)

THE_PROJECT: Final = re.compile(r"\b(?:[\w-]{0,30}?projektets?|förstudien|satsningen)\b", re.IGNORECASE)

CALL: Final = re.compile(
    r"\b(?:utlysning(?:en|ar|arna|ens)?|utlyst[ \n]belopp|ansökningsomgång(?:en|ar)?|ansökningsperiod(?:en)?|sista[ \n]ansökningsdag|"
    r"vem[ \n]kan[ \n]söka|vilka[ \n]kan[ \n]söka|kan[ \n]söka[ \n](?:stöd|medel|bidrag|pengar)|söka?[ \n](?:stöd|medel|bidrag)[ \n]ur|ansökan[ \n]ska|din[ \n]ansökan|"
    r"er[ \n]ansökan|så[ \n](?:här[ \n])?ansöker|så[ \n]söker|öppen[ \n]för[ \n]ansökan|sökande[ \n](?:ska|måste|kan)|projekten[ \n](?:ska|kan)|ett[ \n]projekt[ \n](?:ska|kan|får)|"
    r"krav[ \n]på[ \n]medfinansiering(?:en)?|medfinansieringskrav(?:et)?)\b",
    re.IGNORECASE,
)
"""What a call for proposals says."""

GRANTED_BY_UNION: Final = re.compile(r"(?i)\b(?:bevilja\w*|tilldela\w*|godkän\w*)\b")

PROGRAMME: Final = re.compile(r"\b(?:[\w-]{0,30}programmet|programperioden|programmets)\b", re.IGNORECASE)

ELSEWHERE: Final = re.compile(
    r"\b(?:(?:förra|tidigare|föregående|förrförra|liknande|annat|andra|nästa|kommande|avslutade|gamla)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?[\w-]{0,30}?"
    r"(?:projekt(?:et|en)?|satsning(?:en|ar)?|förstudien?|pilotprojekt|pilotstudien?|utlysning(?:en|ar)?)"
    r"|förra[ \n]året|i[ \n]fjol|(?:har|hade)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?tidigare|tidigare[ \n](?:har|hade|fick|fått|beviljades|beviljats|drev|drivit)"
    r"|hela[ \n]landet|i[ \n]sverige[ \n](?:fördelas|satsas)|totalt[ \n]fördela[rs]|sammanlagt[ \n](?:fördela[rs]|har|handlar)"
    r"|till[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?projekt(?![\w])(?![ \n][A-ZÅÄÖ”\"#])"
    r"|utlysning(?:en|ar|arna)?|ansökningsomgång(?:en)?|programmet[ \n](?:har|omfattar|finns|fördelar|pågår|ska|stärker)|programperioden|förbundets[ \n]årliga)\b",
    re.IGNORECASE,
)
"""What a sentence says that is about other projects, calls or programmes."""

LED_BY: Final = re.compile(
    r"[”\"“»«]?,[ \n]som[ \n](?:[A-ZÅÄÖ][^,.;\n]{2,60}?|vi|kommunen|regionen)[ \n](?:har[ \n])?(?:leder|driver|drivit|äger|samordnar|ansvarar[ \n]för)\b"
)
"""What stands right after the name of a project: ", som Sala kommun driver"."""

RUN_IT: Final = re.compile(r"\b(?:driver|leder|äger|pågår|börjar|startar|startade|igång)[ \n](?=[A-ZÅÄÖ#])")
"""What stands before the name of a project that is run, or before any other name."""

TITLE_PREFIX: Final = re.compile(
    r"(?i)\A(?:slutrapport|(?:om[ ])?projekt(?:et)?|välkommen[ ]till|pressmeddelande|förstudie|från[ ]idé[ ]till[ ]projekt|eu-projekt(?:et)?|ansökan[ ]till)(?:[ ]?[-–:][ ]?|[ ]+)"
)
"""What a headline has before the name of a project."""
PLACES: Final = frozenset(
    "Sverige Norge Norden Norrland Svealand Götaland Europa Bergslagen Skåne Gotland Dalarna Värmland Halland Blekinge Småland Öland Närke Västmanland Uppland Sörmland Södermanland Östergötland Västergötland Bohuslän Dalsland Hälsingland Gästrikland Härjedalen Jämtland Medelpad Ångermanland Västerbotten Norrbotten Lappland Kronoberg Skaraborg Västsverige Sydsverige Mellansverige".split()
)

FACTS: Final = frozenset(
    {
        "owner",
        "period",
        "total cost",
        "support, undivided",
        "support of the Union alone",
        "fund",
        "funder",
        "partner",
        "duration",
    }
)
"""The labels, by their meanings, of facts about one project; two of them make a page one about a project."""

NO_TITLE: Final = re.compile(
    r"(?i)(?:ladda[ ]ned.*|ladda[ ]ner.*|(?:top|bottom)[ ]of[ ]page|.*[ ]/[ ].*|.*▾.*|kommun\b.*|om[ ](?:projektet|oss|webbplatsen)|projektet|projekt|fakta|finansiärer|bakgrund|aktuellt|nyheter|startsida|välkommen\b.*|kontakt|medfinansierat[ ].*|hem|start|about\b.*|projects?|finances|"
    r"pressmeddelande|transkript|storlek:?.*|fonden[ ].*|.{0,60}[ ](?:kommun|landsting|län)|region[ ].{1,40})\Z"
)
"""Headlines that are no name of a project."""

GIVES_MANY: Final = re.compile(
    r"\b(?:satsar|satsas|fördelar|fördelas|fördelade|avsätter|avsätts|delar[ \n]ut|delas[ \n]ut|förfogar[ \n]över|betalar[ \n]ut|finns)\b",
    re.IGNORECASE,
)
"""Verbs of a payer that gives money to many."""

EARLIER: Final = re.compile(
    r"\b(?:förra[ \n]året|i[ \n]fjol)\b|\b(?:förra|föregående|tidigare)[ \n](?:[\wåäö-]{1,20}[ \n]){0,1}?[\w-]{0,30}?projekt(?:et)?\b|(?:har|hade)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?tidigare\b"
    r"|\btidigare[ \n](?:har|hade|fick|fått|beviljades|beviljats)\b",
    re.IGNORECASE,
)

UNION: Final = re.compile(
    r"\b(?:EU(?:-\w+|:s|s)?|[Ee]uropeiska|ESF\+?|ERUF|FRO|AMIF|Interreg\w*|Leader\w*|[Ss]trukturfond\w*|[Ss]ocialfonden|[Rr]egionalfonden|Tillväxtverket)(?![\w])"
)
"""The Union and its funds."""

NO_NAME: Final = re.compile(
    r"(?:Europeiska|EU\b|ESF|ERUF|Interreg\Z|Tillväxtverket|Svenska[ ]ESF|Region\b|.{0,60}\b(?:kommun|kommuns|län|läns)\Z|(?:I|Det|Den|Vi|Han|Hon|De|För|Med|Under|Efter|Om)\b)"
)
"""What follows the noun for a project and is no name of it."""

NO_SUBJECT: Final = re.compile(
    r"(?:(?:Sedan|När|Idag|Fonden|Socialfonden|Regionalfonden|Programmet|Utbildningen|Samtidigt|Dessutom|Anställningen|Tjänsten|Europeiska|Interreg|Konferensen|Kursen|Studien|Första|Arbetet|Under|Efter|Projektet|Det|Den|De|Vi|Här|Nu|Insatsen|Satsningen|Syftet|Målet|Stödet|Detta|Arbetet|Budgeten|Finansieringen|Kommunen|Regionen|Region)\b|.{0,60}\b(?:kommun|region|förbund|universitet|högskola)\Z|[A-ZÅÄÖ][a-zåäö]+projektet\Z)"
)
"""What may be the subject of a sentence and is no name of a project."""

# --- Bodies

KINDS: Final = (
    (
        "municipality",
        re.compile(r"(?i)\A(?:staden|köping(?:en)?)[ ]|\b(?:kommun|kommuns|kommune|stad|kommunen|municipality)\Z"),
    ),
    (
        "municipal federation",
        re.compile(
            r"(?i)\b\w*(?:kommunalförbund|samordningsförbund|kommunförbund|utbildningsförbund|samordningsförbundet|kommunalförbundet|utbildningsförbundet|finsam)"
        ),
    ),
    ("region", re.compile(r"\ARegion(?:förbundet)?\b|\bregion\Z|(?i:\A(?:landstinget|regionförbundet)\b)")),
    (
        "state authority",
        re.compile(
            r"(?i)\A(?:länsstyrelse|arbetsförmedling|försäkringskass|migrationsverk|skogsstyrelse|kriminalvård|polis)|\A[\w-]+(?:verket|myndigheten|styrelsen)\b"
        ),
    ),
    ("folk high school", re.compile(r"(?i)folkhögskola")),
    ("university", re.compile(r"(?i)universitet|högskola")),
    ("chamber of commerce", re.compile(r"(?i)handelskammar")),
    ("foundation", re.compile(r"(?i)\b\w*stiftelse")),
    ("company", re.compile(r"\b(?:AB|Ab|Aktiebolag|aktiebolag|HB|Oy|AS|A/S|GmbH|Ltd|Inc)\b")),
    (
        "association",
        re.compile(
            r"(?i)\b(?:\w*förening(?:en)?|rf|ry|riksförbund(?:et)?|idrottsförbund(?:et)?|studieförbund(?:et)?|hela[ ]sverige[ ]ska[ ]leva|\w*klubb(?:en)?|foreningen)\b|hela[ ]bygden"
        ),
    ),
    ("network", re.compile(r"(?i)\bnätverk(?:et)?\b|samverkansarena")),
)
"""By the kind of a body, what its name has; the first that fits is taken."""

_HEADS = (
    r"(?:kommun|stad|län|läns|landsting|unionen|regionala|[a-zåäö]{0,20}fond(?:en)?|region|tekniska|universitet|lantbruksuniversitet|högskola|folkhögskola|ekonomisk|ideell|"
    r"handelskammare|näringslivskontor|science|park|sparbank|hamn|museum|församling|pastorat|stift|gymnasium|"
    r"[\wåäö]{2,30}(?:förbund|förbundet|förening|föreningen|bolag|bolaget|kontor|kontoret|skola|skolan|universitet|högskola|stiftelse|stiftelsen|"
    r"center|centrum|centret|institut|institutet|förvaltning|förvaltningen|nämnd|nämnden|organisation|nätverk|nätverket|råd|rådet|"
    r"förbund|förening|museum|kooperativ|fabrik|byrå|klubb|samfund|samfällighet|organisationen|akademi|akademin|akademien|verk|verket))"
)
_UPPER = r"[A-ZÅÄÖÉÜ](?:[^\s,;:()”\"“»!?]|:(?=[a-zåäö]))*(?<![.])"

BODY: Final = re.compile(
    rf"{_UPPER}(?:[ \n](?:{_UPPER}|&(?=[ \n][A-ZÅÄÖ])|[0-9]{{1,4}}(?![\w]|[,. ]?[0-9]|[ ]?(?:mkr|mnkr|msek|kronor|kr|miljon|tkr|%|procent|tusen))|{_HEADS}(?![\w])|(?!i[ \n]E[Uu]\b)(?:i|för|av|de|the|of|and|på)[ \n]{_UPPER}"
    rf"|förening(?:en)?(?![\w])|-[ \n]och[ \n][\wåäö]{{1,30}}))*"
)
"""The name of a body: words with capitals, and what such names hold besides."""

BODY_START: Final = re.compile(
    r"(?<![\w-])(?=[A-ZÅÄÖÉÜ]|länets[ ]|samtliga[ ]|[0-9]{1,3}[ ]|kommunerna[ ]|regionerna[ ])"
)

_NUMBERS = (
    "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
)
_PLURALS = (
    r"(?:[\wåäö]{0,30}?(?:kommuner(?:na)?|regioner(?:na)?|landsting(?:en)?|folkhögskol(?:a|or|orna)|högskol(?:a|or|orna)|universitet(?:en)?|lärosäten(?:a)?|företag(?:en)?|"
    r"skolor(?:na)?|föreningar(?:na)?|organisationer(?:na)?|parter|myndigheter(?:na)?|samordningsförbund(?:en)?|länsstyrelser(?:na)?|län|partners?|aktörer(?:na)?|stiftelser|"
    r"bolag|studieförbund|museer|församlingar|länder)|kommuner)"
)
GROUP: Final = re.compile(
    rf"(?:(?:totalt|sammanlagt|samtliga|alla|de|länets|regionens)[ \n]){{0,2}}"
    rf"(?P<whole>(?:[A-ZÅÄÖ][\wåäö]+s[ \n])?(?:övriga[ \n]|ytterligare[ \n]|länets[ \n])?"
    rf"(?:(?P<digits>[0-9]{{1,3}})|(?P<vague>(?i:ett[ \n]antal|flera|många|några|båda|bägge|övriga|andra))|(?P<number>(?i:{_NUMBERS})))[ \n]"
    rf"(?:av[ \n](?:[\wåäö]{{1,20}}[ \n]){{0,2}}?(?:[0-9]{{1,3}}|{_NUMBERS})?[ \n]?)?(?:(?!för|i|av|med|till|på|som)[\wåäö-]{{1,20}}[ \n]){{0,2}}?{_PLURALS}(?![\w])(?:[ \n](?:i|från)[ \n](?:[A-ZÅÄÖ][\wåäö-]+(?:[ \n]och[ \n][A-ZÅÄÖ][\wåäö-]+)?(?:[ \n](?:[A-ZÅÄÖ][\wåäö-]+|län))?|länet|regionen))?)"
)
"""A group of bodies that are counted: "fyra andra regioner i Norrland"."""

GENERIC: Final = re.compile(
    r"(?i:näringslivet|facken|arbetsmarknadens[ \n]parter|civilsamhället|(?:länets|regionens|kommunens|lokala)[ \n](?:kommuner|företag|näringsliv)|bägge[ \n]regionerna|båda[ \n]regionerna|nätverket[ \n]för[ \n](?:[\wåäö]{2,30}[ \n]){0,3}?[\wåäö]{2,30}(?=[ \n](?:vilket|som|i|och)\b|[,.]))(?![\w])"
)
"""Bodies that are named by what they are."""

LIST_INTRO: Final = re.compile(
    r"(?:(?:och|samt|även|dels|både|bl\.a\.|bland[ \n]annat|bland[ \n]andra|de|den|det|också|flera|bl[ ]a|t\.ex\.|av|med|mellan|från[ \n](?:Norge|Danmark|Finland|norsk[ \n]sida|svensk[ \n]sida)|från|projektpartners?|medfinansierade|medfinansierande|deltagande|lokala|medverkande|"
    r"totalt|sammanlagt|tillsammans)[ \n]){0,4}"
    r"(?:(?P<kind>kommunerna|kommuner|regionerna|länsstyrelserna|högskolorna|universiteten|folkhögskolorna|städerna|samordningsförbunden|företagen|föreningarna)"
    r"(?:[ \n](?:i|från)[ \n][\wåäö]+[ \n]län)?(?:[:,])?[ \n](?=[A-ZÅÄÖ])|[a-zåäö]{0,20}(?:förbundet|organisationen|organisationerna|föreningen|bolaget|företaget|stiftelsen|nätverket|universitetet|högskolan|klubben|kooperativet|kommunen)[ \n](?=[A-ZÅÄÖ])|(?:[\wåäö-]*partnerna|[\wåäö-]*parterna|organisationerna|medfinansiärerna|aktörerna|myndigheterna|partner|partners|kollegor(?:na)?[ \n]på)[ \n](?=[A-ZÅÄÖ]))?"
)
"""What stands before the names in a list of bodies."""

KIND_OF_LIST: Final = MappingProxyType(
    {
        "kommunerna": "kommun",
        "kommuner": "kommun",
        "städerna": "stad",
        "regionerna": "Region",
        "länsstyrelserna": "Länsstyrelsen",
    }
)
"""By the noun before a list of places, what belongs to each name."""

LIST_JOINT: Final = re.compile(
    r"[ \n]*(?:,[ \n]*(?:(?:och|samt|och[ \n]även|men[ \n]även|även)[ \n])?|[ \n](?:och|samt|&|respektive|liksom|jämte)(?:[ \n]även|[ \n]också)?[ \n]|;[ \n]|[ ]?/[ ]?|[ \n][–-][ \n](?=[A-ZÅÄÖ])|\n)"
)
"""What stands between the bodies of a list."""

AMONG_OTHERS: Final = re.compile(r"(?:m\.?[ ]?fl\.?|med[ \n]flera|mfl\.?|m\.?[ ]?m\.?|etc\.?)(?![\w])")

NO_BODY: Final = re.compile(
    r"(?i)(?:att|länets|regionens|kommunens|staden|byarna|orterna|kommunerna|regionerna|utanför|där|sedan|vad|hur|vem|projektet|projektets|det|den|de|vi|vår|här|nu|när|under|för|med|som|om|efter|genom|målet|syftet|målgruppen|stödet|resten|totalt|bland|utöver|förutom|inom|läs|"
    r"september|januari|februari|mars|april|maj|juni|juli|augusti|oktober|november|december|eu|eu:s?|unionen|europa|sverige|norge|finland|danmark|samt|och|dessutom|även|budgeten|kommunen|regionen|"
    r"arbetet|insatsen|finansieringen|kostnaden|deltagarna|föreningen|kommunstyrelsen|landskapet|hamnen|företaget|bolaget|projektägare|projektägaren|partnerskapet|detta|denna|dessa|varje|alla|flera|i|på|av|till|från)\Z"
)
"""Words with a capital that are no body."""

FUNDS: Final = re.compile(
    r"(?i)(?:\beu\b|\bEU:s\b|europeiska|unionen|\besf\b|esf\+|eruf|interreg|strukturfond|socialfond|regionalfond|utvecklingsfond|amif|asyl|\bfro\b|rättvis[ ]omställning|jordbruksfond|\bleader\b|tillväxtverket|jordbruksverket|esf-rådet|leaderområde|\blag\b|medfinansiärer|partnerskap|sysselsättningsinitiativ|regionala[ ]fond|\bfonden\b|[ ]program\w*\Z)"
)
"""Those who pay the Union's money, and no money of their own."""


# --- Who owns a project, and who takes part

_OWNS = (
    r"(?:projektägare|projektägande[ \n]organisation|huvudprojektägare|huvudman|huvudsökande|stödmottagare|ägare[ \n]av[ \n]projektet|"
    r"samordnande[ \n]projektägare|koordinator|huvudansvarig[ \n]för[ \n]projektet|ansvarig[ \n]för[ \n]projektet|projektansvarig)"
)
OWNER_AFTER: Final = re.compile(
    rf"(?i:\b(?:{_OWNS})(?:[ \n]för[ \n](?:\w+[ \n])?projektet)?[ \n](?:är|var|blir)[ \n](?:även[ \n]|alltså[ \n])?"
    r"|\b(?:projektet|satsningen|det|den|projekt|insatsen|initiativet|förstudien)(?:[ \n](?:som[ \n])?\"?”?[A-ZÅÄÖ#][^.,;]{1,60}?)?[ \n](?:som[ \n])?(?:(?:har|kommer[ \n]att)[ \n])?"
    r"(?:ägs|ägas|ägdes|drivs|drivas|drevs|drivits|leds|leddes|letts|samordnas|koordineras|genomförs|genomfördes|bedrivs|administreras)(?:[ \n]och[ \n]\w+)?(?:[ \n](?:(?:under|mellan|från)[ \n])?[0-9][^.,;]{0,30}?)?[ \n](?:idag[ \n]|i[ \n]dag[ \n]|gemensamt[ \n])?av[ \n])"
)
"""What stands before the owner: "Projektägare är", "projektet ägs av"."""

PASSIVE_OF_NAME: Final = re.compile(
    r"\A[^.,;]{0,80}?[ \n](?:ägs|ägdes|drivs|drevs|leds|leddes|samordnas|koordineras|genomförs|bedrivs)(?:[ \n]och[ \n]\w+)?[ \n](?:idag[ \n])?av[ \n]"
)
"""The same where the name of the project is the subject."""

OWNER_BEFORE: Final = re.compile(
    rf"(?i:[ \n](?:(?:som[ \n])?(?:är|var|blir|står[ \n]som|fungerar[ \n]som|agerar)[ \n](?:också[ \n]|även[ \n])?{_OWNS}\b"
    r"|(?:har|hade)[ \n](?:det[ \n]övergripande[ \n]ansvaret|huvudansvaret|projektägarskapet)\b"
    r"|\((?:projekt)?ägare\)"
    r"|(?:har[ \n]lämnat[ \n]in|lämnar[ \n]in)[ \n]sin[ \n]slutrapport[ \n]för[ \n]projektet\b"
    r"|(?:(?:har|kommer[ \n]att|ska)[ \n])?(?:driver|drivit|driva|drev|leder|lett|leda|ledde|äger|ägt|äga|samordnar|samordnade|koordinerar|bedriver|bedrivit|ansvarar[ \n]för|är[ \n]ansvarig[ \n]för|startar|startade|genomför|genomfört)[ \n]"
    r"(?:(?:nu|också|även|just[ \n]nu|under[ \n]\d{4}|tillsammans[ \n]med[ \n][^.;]{3,100}?)[ \n])?(?:det|ett|sitt|EU-|ESF-)?[ \n]?(?:[\wåäö-]{1,30}[ \n]){0,3}?[\w-]{0,30}?(?:projekt|förstudie|satsning)(?:et|en|n)?\b))"
)
"""What stands after the owner: "är projektägare", "driver projektet"."""

OWNS_NAME: Final = re.compile(
    r"[ \n](?:(?:har|kommer[ \n]att|ska)[ \n])?(?:driver|drivit|driva|drev|leder|äger|samordnar|koordinerar|bedriver|ansvarar[ \n]för)[ \n][”\"]?\Z"
)
"""What stands between the owner and the name of the project."""

OF_OWNER: Final = re.compile(r"s[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?[\w-]{0,30}?projekt[ \n][”\"]?\Z")
"""What stands between the owner in the genitive and the name of the project: "Sala kommuns projekt"."""

AS_OWNER: Final = re.compile(
    r"\bmed[ \n](?=[A-ZÅÄÖ][^.,;\n]{2,60}?[ \n]som[ \n](?:projekt)?(?:ägare|huvudman|huvudsökande|koordinator))"
)
AS_PARTNER: Final = re.compile(
    r"\bmed[ \n](?=[A-ZÅÄÖ][^.;\n]{2,90}?[ \n]som[ \n](?:medsökande|partners?|projektpartners?|samarbetspartners?|medverkande)\b)"
)
"""What stands before a body whose part is said after it."""
WHO_LEADS: Final = re.compile(
    r"\bsom[ \n](?=[A-ZÅÄÖ][^.,;\n]{2,60}?[ \n](?:nu[ \n])?(?:leder|driver|drivit|äger|samordnar|ansvarar[ \n]för)\b)"
)
"""What stands before the body in ", som Sala kommun driver"."""
GIVEN_TO: Final = re.compile(
    r"\b(?:beviljar|beviljade|tilldelar|tilldelade|ger|gav|har[ \n]beviljat|beviljat|har[ \n]tilldelat|stödjer|till)[ \n](?=[A-ZÅÄÖ])"
)
"""What stands before a body that gets the money."""
IS_GIVEN: Final = re.compile(
    r"\b(?:har|hade|har[ \n]nu)[ \n](?=[A-ZÅÄÖ][^.,;\n]{2,80}?[ \n](?:nu[ \n])?(?:beviljats|fått|tilldelats|erhållit)\b)"
)
ITS_PROJECT: Final = re.compile(r"(?<=s)[ \n](?:[\wåäö-]{1,20}[ \n]){0,2}?[\w-]{0,30}projekt(?:et)?(?![\w])")
"""What stands after the owner in the genitive."""

OF_BODY: Final = re.compile(r"(?:kommun|stad|region|län|förbund|universitet|högskola|\bRegion[ ][A-ZÅÄÖ][\wåäö]+)s\Z")
"""The end of a body in the genitive."""

INVERTED: Final = re.compile(r"\b(?:genomför|driver|startar|leder)[ \n](?=[A-ZÅÄÖ])")
"""A verb whose subject, the owner, follows it: "Nu startar Sala kommun projektet"."""

GETS: Final = re.compile(
    r"[ \n](?:har[ \n](?:nu[ \n])?(?:beviljats|tilldelats|fått|erhållit|sökt|ansökt[ \n]om)|beviljas|beviljades|tilldelas|tilldelades|får|fick|erhåller|söker)[ \n](?!(?:stå|vara|vi|du|man|den|det|de|hjälp|möjlighet|chans)\b)"
)
"""What stands after a body that gets the money."""

ROLES: Final = (
    ("partner", re.compile(r"\bMed[ \n](?:i|på)[ \n][^.,;]{2,60}?[ \n](?:finns|är)[ \n](?:också[ \n]|även[ \n])?")),
    (
        "initiator",
        re.compile(
            r"(?i)\b(?:initierat[ \n]av|initierades[ \n]av|initiativtagare[ \n](?:är|till[ \n]projektet[ \n]är|var)|på[ \n]initiativ[ \n](?:av|från)|initiativet[ \n](?:kommer|kom)[ \n]från|initiativet[ \n]togs[ \n]av)[ \n]"
        ),
    ),
    ("supporter", re.compile(r"(?i)\b(?:stöttas|stöds|stödjs|stöttat|stött)[ \n]av[ \n]")),
    (
        "cooperating",
        re.compile(
            r"(?i)\b(?:samverkansparter(?:na)?|samverkanspartners?|samarbetspartners?|samarbetsparter|samverkande[ \n]parter)(?:[ \n](?:i|för)[ \n]projektet)?[ \n](?:är|var|i[ \n]projektet[ \n]är)[ \n]"
        ),
    ),
    (
        "cooperating",
        re.compile(
            r"(?i)\b(?:i[ \n](?:nära[ \n])?(?:samverkan|samarbete)|samarbetar|samverkar|samarbetat|samverkat|samarbetade|samverkade|samverka|samarbeta|arbetar[ \n]vi|arbetar|samarbete|samverkan)[ \n](?:också[ \n]|även[ \n]|nära[ \n])?med[ \n]"
        ),
    ),
    (
        "partner",
        re.compile(
            r"(?i)\b(?:samarbete|samverkan|samarbetsprojekt|samverkansprojekt|partnerskap|samverkansprojektet[ \n][^.,;]{2,60}?|projekt)[ \n]mellan[ \n]"
        ),
    ),
    ("partner", re.compile(r"(?i)\b(?:tillsammans[ \n]med|ihop[ \n]med)[ \n]")),
    (
        "partner",
        re.compile(
            r"(?i)\b(?:(?:projekt)?partners?|projektparter|medsökande|parter|parterna|projektets[ \n]parter|medverkande[ \n](?:parter|organisationer|kommuner)|deltagande[ \n](?:parter|organisationer|kommuner)|övriga[ \n](?:parter|partners?|projektparter)|(?:projekt)?partnerna)(?:[ \n]i[ \n]projektet)?[ \n](?:är|var)[ \n]"
        ),
    ),
    (
        "partner",
        re.compile(
            r"(?i)\b(?:ingår|deltar|medverkar|deltog|medverkade|deltagit|medverkat)[ \n](?:även[ \n]|också[ \n]|förutom[ \n][^.,;]{2,60}[ \n])?(?=(?:totalt|sammanlagt|kommunerna|regionerna|[0-9]|[A-ZÅÄÖ]|en[ \n]|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|samtliga|alla|ett[ \n]antal))"
        ),
    ),
)
"""By the role of the bodies that follow, what stands before them."""

TAKES_PART: Final = re.compile(
    r"[ \n](?:(?:ska|kommer[ \n]att|har|skulle)[ \n])?(?:(?:deltar|delta|deltog|deltagit|medverkar|medverka|medverkade|ingår|samarbetar|samarbeta|samarbetade|samverkar|samverka|samverkade|"
    r"går[ \n](?:nu[ \n])?samman|gått[ \n]ihop|tar[ \n]ett[ \n]gemensamt[ \n]grepp)\b|är[ \n](?:också[ \n]|även[ \n])?med(?=[ \n](?:i|från|och)|[.,]|\Z)|"
    r"följer[ \n]med[ \n]som[ \n]partners?|är[ \n](?:partners?|medsökande|samarbetspartners?|projektpartners?|samverkansparter?)\b)(?![ \n](?:nätverk|styrgrupp))"
)
"""What stands after a list of bodies that take part: "deltar i projektet"."""

# --- Who pays

SOCIAL_FUND: Final = re.compile(r"(?i)\bESF\b|\bESF\+|socialfond|\bESF-")
"""A grant of the Union and the state, which Svenska ESF-rådet pays undivided."""
LEADER: Final = re.compile(r"(?i)\bleader\w*|\bLAG\b")
EU_MONEY: Final = re.compile(
    r"\bEU-(?:medel|stöd|pengar|bidrag|finansiering|miljoner)\w*|\b(?:från|av|ur|genom)[ \n](?:EU|Europeiska[ \n]unionen)(?![\w:])"
)
"""Words by which money is that of the Union alone."""
EU_AND_STATE: Final = re.compile(
    r"(?i)EU-medel[ \n](?:samt|och)[ \n]statliga|(?:EU|unionen)[ \n]och[ \n](?:svenska[ \n])?staten"
)

TOTAL_BEFORE: Final = re.compile(
    r"(?i)(?:omsätter|omsluter|kostnadsberäkna[dt]s?(?:[ \n]till)?|kostnadsberäknat[ \n]till|budgeterat[ \n]till|kostar(?:[ \n]totalt)?|beräknas[ \n]kosta|har[ \n]en[ \n](?:total[ \n])?budget[ \n]på|"
    r"projektets[ \n](?:totala[ \n])?(?:budget|omslutning|kostnad(?:er)?|omfattning)[ \n](?:är|på|uppgår[ \n]till|ligger[ \n]på|beräknas[ \n]till)|budgeten[ \n](?:för[ \n][^.,;]{2,60}?[ \n])?(?:är(?:[ \n]på)?|landar[ \n]på|på|uppgår[ \n]till|ligger[ \n]på)|omfattar[ \n]budgeten|total(?:t|a|en|budgeten)?[ \n](?:är|på|uppgår[ \n]till)|omslutning[ \n]på)"
    r"(?:[ \n](?:totalt|sammanlagt|på|till|cirka|ca|omkring|runt|drygt|över|närmare|nästan|knappt)){0,2}[ \n]\Z"
)
"""What stands before an amount that is the total cost."""

PART_OF_TOTAL: Final = re.compile(
    r"(?i)\b(?:steg|fas|etapp|delprojekt|förstudie|del)[ \n]?[0-9A-D]?\b|varav|\bper\b|årlig|om[ \n]året|varje[ \n]år"
)
"""What makes an amount another than the total of the project."""

FROM_BODY: Final = re.compile(
    r"[ \n](?:(?:i|som)[ \n][\wåäö-]{2,30}(?:[ \n][\wåäö-]{2,30})?[ \n])?(?:från|av|via)[ \n](?:[a-zåäö]{1,12}[ \n])?(?=[A-ZÅÄÖ])"
)
"""What stands between an amount and the body that pays it."""

PAYS: Final = re.compile(
    r"(?:[ \n](?:(?:också|även|nu|själv|dessutom|har|ska|kommer[ \n]att)[ \n])?(?:bidrar|går[ \n]in|stöder|stödjer|stöttar|medfinansierar|finansierar|satsar|står|svarar|lovat|lovar|skjuter[ \n]till|betalar|lägger|avsätter|"
    r"förbinder[ \n]sig[ \n]att[ \n](?:stöda|stödja)|avsatt|finansierat|bidragit|ställer[ \n]upp|tillskjuter|bidrog|stod|medfinansierat)(?:[ \n](?:också|även|själva?|projektet|det|in|tillsammans))*)?(?:[ \n](?:med|för))?(?:[ \n](?:sammanlagt|totalt|hela|drygt|cirka|ca))?[ \n]*[:(]?[ \n]*\Z"
)
"""What stands between a body that pays and its amount."""

FINANCED_BY: Final = re.compile(
    r"(?i)\b(?:(?:kommer|resten|pengarna|medlen)(?:[ \n](?:kommer|dels))?(?=[ \n]från[ \n])|(?:med|sam)?finansier(?:as|ad|at|ades|ats|ing)|finansiärer(?:na)?|medfinansiärer(?:na)?|finansiär)"
    r"(?:[ \n](?:är|görs|sker|kommer|också|även|gemensamt|dels|till[ \n](?:största[ \n])?del(?:en)?|delvis|i[ \n]övrigt|förutom[ \n][^,.;]{2,60},?|projektet|i[ \n]projektet))*[ \n](?:(?:av|från|genom|är)[ \n])?(?:såväl[ \n]|både[ \n]|dels[ \n])?"
)
"""What stands before those who pay."""

THROUGH: Final = re.compile(r",?[ \n](?:genom|via)[ \n](?:[a-zåäö]{1,12}[ \n])?")
REST: Final = re.compile(
    r"(?i)(?:står|svarar|betalar|bekostar)[ \n](?:själv(?:a)?[ \n])?(?:för[ \n])?(?:resten|resterande|återstoden|övriga[ \n]kostnader)|resten[ \n](?:står|svarar|betalar|finansieras[ \n]av)"
)
CASH: Final = re.compile(r"(?i)\bkontant")
IN_KIND: Final = re.compile(
    r"(?i)\b(?:arbetstid|egen[ \n]tid|in[ \n]natura|naturabidrag|ideell[ \n]tid|ideellt[ \n]arbete|personaltid|nedlagd[ \n]tid)"
)

# --- What is planned

PLANNED: Final = re.compile(
    r"(?i)\b(?:ska|skall|kommer[ \n]att|räknar[ \n]med|planera[rs]|målet|målsättning|mål[ \n]är|beräknas|väntas|tänkt|riktar[ \n]sig[ \n]till|vänder[ \n]sig[ \n]till|omfattar|erbjuder|når|nå|får|"
    r"kan|möjlighet|syftar|deltar|avser|förväntas|skulle|planen)\b"
)
"""Words by which a number of participants is planned."""
HAPPENED: Final = re.compile(
    r"(?i)\b(?:har[ \n](?:[\wåäö]{1,20}[ \n]){0,2}?(?:nått|deltagit|gått|fått|utbildats|genomgått|hjälpt|nåtts|medverkat|skrivits)|deltog|nådde|gick|fick|utbildades|hittills|resulterade|medverkade|ordnades|hölls|skrevs[ \n]in)\b"
)
"""Words by which it is an outcome."""
PARTICIPANTS: Final = re.compile(
    r"(?i)(?<![\w.,-])(?P<number>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6})[ \n](?:av[ \n])?(?:[\wåäö-]{1,20}[ \n]){0,2}?"
    r"(?:deltagare|projektdeltagare|personer|individer|ungdomar|unga|elever|föräldrar|medarbetare|anställda|kvinnor|män|arbetssökande|arbetslösa|nyanlända|studenter|kursdeltagare|långtidsarbetslösa)(?![\w-])"
)
NO_PARTICIPANTS: Final = re.compile(
    r"(?i)\b(?:åt[ \n]gången|konferens\w*|seminari\w*|föreläsning\w*|anmäla?n?[ \n]|invånare|bor[ \n]|inom[ \n]hela[ \n]landet|arbetstillfällen|jobb[ \n]skapas|per[ \n]år|årligen|varje[ \n]år|anställda[ \n](?:i[ \n]kommunen|totalt)|arbetar[ \n](?:idag|i[ \n]dag))"
)

# --- When it runs

RUNS: Final = re.compile(
    r"(?i)\bstarten\b|\bfrån[ \n]start\b|\b(?:[\w-]{0,20}?projekt(?:et|ets|s|tid\w*|period\w*)?|(?:satsning|insats|förstudie)\w*|pågå[rt]?|pågick|pågått|löper|löpt|startar?|startade|startat|inled\w+|avsluta[ds]?\w*|genomför\w*|bedriv\w*|driv[seit]\w*|drevs|projekttid\w*|projektperiod\w*|"
    r"sträcker[ \n]sig|varar|fortgår|slutar|slutade|upphör\w*|igång|går[ \n]i[ \n]mål|kör[ \n]igång|drar[ \n]igång|start|slut)\b"
)
"""Words by which a time is that of the project."""
OTHER_TIME: Final = re.compile(
    r"(?i)\b(?:strategi\w*|\w+strategi\w*|handlingsplan\w*|agenda\w*|program\w*|strukturfondsperiod\w*|pilotstudi\w*|förstudie[nr]?[ \n]som|studie\w*|utvärder\w*|seminari\w*|konferens\w*|föreläs\w*|utbildningen|kurs\w*|"
    r"om[ \n]ansökan|om[ \n]projektet[ \n](?:beviljas|godkänns)|vision|mål[ \n]för[ \n]år|sedan[ \n]\d{4}|undersökning\w*|rapport\w*|val(?:et)?[ \n]\d{4}|jubileum|grundades|bildades|budgetår|pandemi\w*|ansökan[ \n]ska|utlysning\w*|beslut(?:et)?[ \n](?:väntas|fattas|tas))\b"
)
"""Words by which it is that of something else."""
LASTS: Final = re.compile(
    r"(?i)\b(?:projekt\w*|satsning\w*|pågå[rt]?|pågick|löper|under|projekttid\w*|sträcker[ \n]sig|varar|för|i|på|över)\b"
)

# --- What has been decided

DECISIONS: Final = (
    (
        "rejected",
        re.compile(
            r"(?i)\b(?:ansökan|projektet)[ \n](?:fick|får|har[ \n]fått)[ \n]avslag\b|\bavslag[ \n]på[ \n](?:projekt)?ansökan|\bavslår[ \n](?:ansökan|projekt)|\bavslogs?\b|\bavslagits\b"
        ),
    ),
    (
        "prioritised",
        re.compile(
            r"(?i)\bprioritera(?:t|ts|de|des|r|s|d)?\b|\b(?:strukturfonds)?partnerskapet\b[^.]{0,80}?\b(?:bevilja|god(?:känd|tog)|beslut|sa(?:de)?[ \n]ja)\w*|\bLAG[ \n](?:har[ \n])?(?:beslutat|beslutade|godkänd|bevilja)\w*"
        ),
    ),
    (
        "granted",
        re.compile(
            r"(?i)\b(?:bevilja(?:t|ts|de|des|r|s)|tilldela(?:t|ts|de|des|r|s)|godkän(?:t|ts|de|des|ner|ns)|(?:får|fick|har[ \n](?:nu[ \n])?fått)[ \n](?:[^.;]{0,60}?[ \n])?(?:stöd|medel|pengar|bidrag|finansiering|kronor|mkr|miljoner|euro|leaderstöd)|"
            r"ger[ \n](?:[^.,;]{0,60}?[ \n])?(?:stöd|kronor|miljoner)|grönt[ \n]ljus|i[ \n]sitt[ \n]beslut|beslutade[ \n]om[ \n](?:finansiering|stöd|bidrag)\w*|beslutat[ \n]om[ \n](?:finansiering|stöd|bidrag)\w*|satsar[ \n][^.;]{0,60}?(?:på|i)[ \n][^.;]{0,40}?projekt\w*|erhållit|erhåller|klartecken|ja[ \n]till)\b"
        ),
    ),
    (
        "applied",
        re.compile(
            r"(?i)\b(?:ansök(?:t|er|te|an)|söker|sökt|lämnat[ \n]in[ \n](?:en[ \n])?ansökan|väntas[ \n]fatta[ \n]beslut)\b"
        ),
    ),
)
"""By the kind of a decision, what tells of it; the first kind that a page tells of is taken."""
DECIDES: Final = re.compile(
    r"(?:(?:Svenska[ \n])?ESF-rådet|Svenska[ \n]ESF[ \n]?rådet|Rådet[ \n]för[ \n]Europeiska[ \n]socialfonden|Tillväxtverket|Jordbruksverket|(?:[Ss]trukturfonds)?[Pp]artnerskapet|LAG\b|Länsstyrelsen(?:[ \n]i[ \n][A-ZÅÄÖ]\w+)?|Migrationsverket|"
    r"Europeiska[ \n][Ss]ocialfonden(?:[ \n]\(ESF\))?|Övervakningskommittén|Interreg[ \n][\w–-]+)"
)
AUTHORITY: Final = re.compile(r"(?i)rådet|verket\b|länsstyrelse")
"""Bodies that decide on support."""
MORE: Final = re.compile(
    r"(?i)\b(?:ytterligare|extra|därutöver|dessutom|förprojektering\w*|planeringsfas\w*|mobilisering\w*)\b"
)
"""Words by which an amount is not all of the support."""

PAYING: Final = re.compile(
    r"(?i)\b(?:\w*finansier\w*|stöd\w*|bidra\w*|bevilja\w*|får|fått|ger|pengar\w*|medel|miljon\w*|kronor)\b"
)

JUST_GETS: Final = re.compile(r"(?i)(?:får|fick|har[ \n](?:nu[ \n])?fått|ger)\b")
AMOUNT: Final = re.compile(r"(?i)\b(?:kr|kronor|mkr|mnkr|msek|tkr|miljon\w*|euro|eur)\b")

PUTS_FIRST: Final = re.compile(r"(?i)partnerskap|\bLAG\b")
"""Bodies that put applications first, and whose word is not yet the decision."""
NOT_YET: Final = re.compile(
    r"(?i)\b(?:om[ \n](?:ansökan|projektet|partnerskapet|vi|det[ \n]blir)|blir[ \n]det[ \n]ja|kan[ \n]beviljas|väntas|hoppas|inte[ \n](?:ännu[ \n])?(?:bevilja|fått))\b"
)
"""Words by which nothing has been decided."""

# --- Funds and programmes

FUND_WORDS: Final = (
    ("ESF_PLUS", re.compile(r"\bESF\+|\bESF[ ]?plus\b|(?i:socialfonden[ ]?\+|socialfonden[ ]plus)")),
    ("JTF", re.compile(r"(?i)fonden[ \n]för[ \n](?:en[ \n])?rättvis[ \n]omställning|\bFRO\b|\bJTF\b")),
    (
        "ERDF",
        re.compile(
            r"(?i)(?:europeiska[ \n])?regionala[ \n](?:utvecklings)?fond\w*|fond[ \n]för[ \n]regional[ \n]utveckling|\bERUF\b|\bregionalfond\w*|\bERDF\b|European[ \n]Regional[ \n]Development"
        ),
    ),
    ("AMIF", re.compile(r"(?i)\bAMIF\b|asyl-,?[ \n]migrations-[ \n]och[ \n]integrationsfond\w*")),
    ("EMFAF", re.compile(r"(?i)havs-,[ \n]fiskeri-[ \n]och[ \n]vattenbruksfond\w*|\bEHFVF\b")),
    ("EMFF", re.compile(r"(?i)havs-[ \n]och[ \n]fiskerifond\w*|\bEHFF\b")),
    ("EAFRD", re.compile(r"(?i)jordbruksfond\w*|\bEJFLU\b|landsbygdsprogram\w*|\bleader\w*")),
    ("ESF", re.compile(r"(?i)\bESF\b|socialfond\w*|\bESF-\w+|European[ \n]Social[ \n]Fund")),
)
"""The funds by their names in `Fund`; of those that a sentence has, the first is taken."""
INTERREG: Final = re.compile(
    r"\bInterreg(?:[ -](?:[IVX]+[ ]?[ABC]?|Europe|[A-ZÅÄÖ][\wåäö]+)(?:[-–][A-ZÅÄÖ][\wåäö]+){0,3}(?:[ ](?:Region|Sea|Programme|Atlantic))?)?"
)

FIRST_NAMES: Final = frozenset(
    """
    Anna Maria Eva Lena Karin Kristina Sara Emma Malin Jenny Linda Marie Ulrika Susanne Annika Åsa Helena Cecilia Johanna
    Elin Ida Hanna Sofia Katarina Camilla Monica Birgitta Ingrid Elisabeth Lars Anders Per Karl Mikael Johan Erik Jan Peter
    Thomas Daniel Fredrik Andreas Magnus Mats Bo Hans Stefan Nils Bengt Ulf Björn Jonas Martin Henrik Mattias Patrik Marcus
    Niklas Robert Göran Olof Sven David Christer Tomas Kent Ulla Irén Laila Petra Pia Carina Kerstin Gunilla Margareta Roger
    """.split()
)
"""The most usual first names, so that a person is not taken for a body."""

STATES_OWNER: Final = re.compile(rf"(?i){_OWNS}|övergripande|huvudansvar|projektägarskap|slutrapport")
JOINT_BEFORE: Final = re.compile(r"(?:[A-ZÅÄÖ][\wåäö-]*|kommun|högskola|universitet)(?:,|[ \n](?:och|samt|&))[ \n]\Z")
"""What stands before a body that is listed with others."""
COOPERATES: Final = re.compile(r"(?i)samverk|samarb")
"""What a label says of bodies that take part without money of the project."""

COSTS: Final = re.compile(r"(?i)\bkosta[rd]?\w{0,3}\b|\bkostnad\w*\b")
"""Words of cost, which are of the project only where it is named."""
WHOLE: Final = re.compile(
    r"(?i)\b(?:total\w*|sammanlag\w*|hela|projekt(?:et|ets)?|satsning\w*|insats\w*|budget\w*|beräkna\w*|kostnaden)\b"
)
IDENTIFIES: Final = re.compile(r"(?i)dnr|diarie|projekt|ärende|\bid\b|journal|project")
"""What the label of the number of a project has."""
UNIT_OF: Final = re.compile(
    r"\A(?P<unit>[^,]{3,80}?)(?:,[ ](?:en[ ]del[ ]av[ ])?|[ ](?:inom|vid|på|i)[ ])(?P<name>[A-ZÅÄÖ][\wåäö -]{1,60}(?:kommun|stad|universitet|högskola)|Region[ ][A-ZÅÄÖ][\wåäö -]{1,60})\Z"
)
"""A part of a body with the body."""

HOPED: Final = re.compile(
    r"(?i)\b(?:hoppa[ts]\w*|hoppades|skulle[ \n]stå|räknat[ \n]med|vill[ \n]ha|begär\w*|sökte|söker|sökt|ansök\w*|önskat|önska[rd]\w*)\b"
)
"""Words by which money has been asked for and not been granted."""
THE_SAME: Final = re.compile(r"(?i)motsvarande[ \n]\Z")
TOTAL_AFTER: Final = re.compile(r"(?i)[ \n](?:i[ \n]allt|totalt|sammanlagt|allt[ \n]som[ \n]allt)(?:[.,]|\Z)")
FINANCES: Final = re.compile(
    r"(?:,[ \n]som)?[ \n](?:(?:är|var)[ \n](?:också[ \n]|även[ \n])?(?:medfinansiärer?|finansiärer?)|medfinansierar|samfinansierar|(?:bidrar|går[ \n]in)[ \n](?:också[ \n]|även[ \n])?med[ \n](?:pengar|medel|medfinansiering|arbetstid|finansiering)|"
    r"finansierar[ \n](?:projektet|satsningen|resten)|står[ \n]för[ \n](?:medfinansieringen|resten|resterande))"
)
"""What stands after bodies that pay."""
ALSO_PAY: Final = re.compile(r"(?i)\b(?:bidrar|medfinansierar)[ \n](?:även|också)[ \n](?=[A-ZÅÄÖ])")
TOGETHER: Final = re.compile(r"(?i)[ \n](?:(?:kommunerna|parterna|regionerna|de)[ \n])?\Z")

GIVEN: Final = re.compile(
    r"(?i)\b(?:får|fick|(?:har|har[ \n]nu)[ \n]fått|bevilja\w*|tilldela\w*|erhåll\w*)[ \n](?:[^.;]{0,90}?[ \n])?\Z"
)
"""What stands before an amount that somebody gets."""
AGREED_EACH: Final = re.compile(r"(?i)\b(?:kommunerna|parterna|medfinansiärerna)\b[^.;]{0,40}\Z")
BESIDES: Final = re.compile(r"\bFörutom[ \n](?=[A-ZÅÄÖ][^.;]{2,120}?[ \n](?:bidrar|finansier\w+|medfinansier\w+))")
OTHER_WORK: Final = re.compile(r"(?i)\b(?:pilotstudi\w*|förstudien?[ \n](?:som|gjordes)|kartläggning\w*[ \n]som)\b")
"""Words by which what follows is about other work than the project."""
PHASE: Final = re.compile(r"(?i)\A(?:steg|fas|etapp|delprojekt|del)[ \n]?[0-9A-D]\b")

GRANT_BEFORE: Final = re.compile(
    r"(?i)\b(?:stödet|bidraget|eu-stödet|esf-stödet)[ \n](?:är|uppgår|ligger)(?:[ \n](?:på|till))?(?:[ \n](?:drygt|över|närmare|knappt|cirka|ca|totalt|sammanlagt))?[ \n]\Z|\b(?:får|fick|har[ \n](?:nu[ \n])?fått|beviljas|tilldelas)[ \n](?:[^.,;]{0,40}?[ \n])?(?:stöd|bidrag|EU-stöd)[ \n][^.,;]{0,40}?(?:med|på|om)[ \n](?:sökta[ \n])?\Z"
)
"""What stands before an amount that is granted."""
THE_BODY: Final = re.compile(
    r"(?<![\w])(?P<noun>(?i:kommunen|regionen|universitetet|högskolan|föreningen|företaget|landskapet|landstinget|länsstyrelsen))(?![\w])"
)
"""A common noun for a body that is named elsewhere."""

NOT_OF_PROJECT_AFTER: Final = re.compile(
    r"(?i)[ \n](?:års|fördelar|fördelas|satsar|satsas|(?:hade|har|omfattar|finns)[ \n](?:socialfonden|fonden|svenska|esf|programmet|regionen|det))\b"
)
RUNS_AFTER: Final = re.compile(
    r"(?i)[ \n](?:pågår|pågick|drivs|drevs|genomförs|genomfördes|startar|startade|startas|avslutas|avslutades|ska[ \n]projektet|kommer[ \n]projektet|driver|bedrivs)\b"
)
"""What stands after a time at which the project runs."""
LASTS_FOR: Final = re.compile(
    r"(?i)\b(?:[\w-]{0,20}?projekt(?:et|ets)?|satsning\w*|pågå[rt]?|pågick|löper|projekttid\w*|sträcker[ \n]sig|varar|under|period\w*|budget\w*|insats\w*|förstudie\w*)\b"
)
"""Words by which a length is that of the project."""
NO_DURATION: Final = re.compile(
    r"(?i)\b(?:förra|sedan|utbildning(?:en)?|kurs(?:en)?|praktik|ålder|gammal|hållit[ \n]på|erfarenhet\w*|per[ \n]år|varje|praktikperiod|fyller|föreläsning\w*|pilot\w*|första[ \n]året|de[ \n]senaste|steg[ \n]\d|tidigare|"
    r"avtal\w*|efter[ \n]projekt\w*|ansökan|handlägg\w*|högst|minst|får[ \n]pågå|kan[ \n]pågå|timmar|veckor)\b"
)
OF_THE_GOAL: Final = re.compile(
    r"(?i)\bav[ \n](?:målets|planerade|de[ \n]planerade)[ \n](?P<number>[0-9]{1,3}(?:[ .][0-9]{3})*|[0-9]{1,6})[ \n]"
)
NUMBER: Final = re.compile(r"(?:[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,7})(?![\w,.-]?[0-9])")
NOT_EXACT: Final = re.compile(
    r"(?i)\b(?:cirka|ca|omkring|runt|ungefär|upp[ \n]till|högst|drygt|närmare|över|knappt|uppemot|mer[ \n]än|fler[ \n]än|tusentals|hundratals)\.?[ \n](?:[\wåäö]{1,12}[ \n])?\Z"
)
"""What stands before a number of which only about is known."""
OPERATION_ID: Final = re.compile(r"[A-Za-zÅÄÖåäö]{0,10}[-/ ]?[0-9][\w./:-]{2,30}[\w]")
NUMBERED: Final = re.compile(
    r"(?i)\b(?:diarienummer|diarienr\.?|dnr\.?|projektnummer|projektnr\.?|ärendenummer|ärende-id|projekt-?id|ärendeid)[ :]{1,3}(?P<number>[A-ZÅÄÖ]{0,10}[-/]?[0-9][\w./:-]{2,30}[\w])"
)
"""A number of a project with its word before it."""
