"""Words that name a project, or that tell of several, of a call or of a programme."""

from __future__ import annotations

import re
from typing import Final

from esfmodel.text.words.announcements._notation import one_of, pattern

_OF_PROJECT = (
    r"(?:[\w-]{0,40}?(?:projekt(?:et|ets)?|satsning(?:en|ens)?|initiativ(?:et)?|förstudie[nr]?|insats(?:en)?)|"
    r"studien)"
)

PROJECT: Final = rf"\b{_OF_PROJECT}\b"
"""A noun for a project, in small letters; it may be a compound: "ESF-projektet"."""

CALLED: Final = pattern(
    rf"(?:(?i:{PROJECT})|\bproject\b)"
    r"(?:,? (?P<called>(?i:(?:som )?(?:heter|kallas|kallat|kallad|har fått namnet|fått namnet|med namnet|"
    r"under namnet|"
    r"går under namnet|är döpt till) ))"
    r"|, (?=(?P<inset>[^\W\d_a-zåäö][^,\n]{1,80}), (?:som|är|har|får|fick|ska|drivs|drevs|pågår|syftar|vilket|"
    r"där|ett|en)\b)"
    r"|(?:(?<=projekt):)? )(?P<open>[”\"“»«’‘]|'{1,2}|)(?=[^\W_a-zåäö]|#|(?<=[”\"“»«'’‘])\w)"
)
"""What stands before the name of a project: "projektet", "projektet heter"."""

IS_A_PROJECT: Final = pattern(
    r" (?:är|var|blir) (?:namnet på )?(?:ett|en|det) (?!del\b)(?:[\wåäö-]{1,30} ){0,4}?"
    r"[\w-]{0,40}?(?:projekt|satsning|förstudie)(?:et|en)?\b"
)
"""What stands after the name of a project: "är ett treårigt projekt"."""

IS_ONE_AFTER: Final = pattern(
    r"[”\"“»«]?, (?:som är )?(?:ett|en|vårt|kommunens|det) (?:[\wåäö-]{1,30} ){0,4}?[\w-]{0,40}?(?:projekt|"
    r"projektet|satsning|förstudie|etableringsprojekt)\b"
)
"""What stands right after the name of a project, anywhere in a sentence: ", ett treårigt projekt"."""

IT_IS: Final = pattern(r"(?:\A|[.!?] )Det är (?:[\wåäö-]{1,30} ){0,2}?[”\"“](?P<name>[^”\"“\n]{2,80})[”\"“]")
"""What names the project in quotation marks: "Det är ”Gröna rum” som"."""

DOES: Final = pattern(
    r" (?:finansieras|medfinansieras|samfinansieras|finansierades|drivs|genomförs|ägs|leds|pågår|pågick|startar|"
    r"startade|kostar|"
    r"syftar till|beviljas|beviljades|tilldelas|har beviljats|är delfinansierat|avslutas|förlängs|ska pågå|"
    r"löper|får [0-9]|får stöd|fick stöd)\b"
)
"""Verbs that a project is the subject of, and hardly anything else."""

UNREAL: Final = pattern(
    r"\A(?:Om|Utan|Hade|Skulle|Blir det|Beviljas|Får vi|Kan) |[?]\Z|"
    r"(?i:\b(?:ryktet?|bekräftas inte|stämmer inte|under förutsättning|överväger|förhoppning\w*|drömmer|"
    r"kräver tillbaka|"
    r"betala tillbaka|återkrav\w*|återbetal\w*|till exempel)\b)"
)
"""What a sentence says of what may be, or is only said to be."""

ENDS_NAME: Final = frozenset(
    """
    aims alltså anordnar anordnas arbetade arbetar arbetat are att av avser avslutades avslutas avslutat bara begins
    behövde behöver beräknas bestod består besöker besökte betalade betalades betalar beviljade beviljades beviljar
    beviljas beviljat beviljats bidrar bidrog bildades bildas bjuder bjöd blev bli blir brings byggas byggde byggdes
    bygger byggs byggt byter bytte delar delfinansierades delfinansieras deltar deltog den denna dessutom det detta
    drar drevs driftas driver drivit drivits drivs där därför därmed efter eftersom eller en ends erbjuder ett extra
    fanns fick finansierades finansieras finansierats finns firade firar flyttade flyttar flyttat fokuserade
    fokuserar fortlöper fortsatte fortsätter främjar från funded får fått förbereder förlängdes förlängs gav genom
    genomfördes genomförs genomfört genomförts ger ges gets gick gjorde går gör hade haft handlade handlar har has
    have helps helt heter hittade hittar hittills hjälper hjälps hjälpte hoppas hos hålls hölls idag igång ingick
    ingår inleddes inleder inleds innan innebar innebär inom inte invigs is jobbar kallas kan kartlägger kommer
    koordinerar koordineras kostade kostar kring kräver kvar lades lanserades lanseras leddes leder leds letar lett
    lyfter lägger läggs lämnade lämnar lär medan medfinansierades medfinansieras mellan men möjliggör möter nu
    nyligen när nådde når också offers om omfattade omfattar omsätter ordnade ordnar pausas planerar planeras
    presenterade presenterar presenteras provar prövade prövar prövas pågick pågår pågått received receives redan
    redovisar redovisas renoverar renoveras restaurerar riktar runs rustar rustas räknar saknas samarbetade
    samarbetar samfinansieras samlade samlar samlas samordnades samordnar samt samtidigt samverkar satsade satsar
    satsas sedan sin sina sitt sitter ska skall skapade skapar skolar skulle snart som startade startades startar
    startas startat started starts stod stoppades stoppas ställer ställs stärker står stödjer stöds stöttas supports
    syftade syftar syfte sätter så söker söks sökte tack tar testade testar testas that tilldelade tilldelades
    tilldelas tilldelats tillsammans tog tränar under underlättar undersöker undersöks undersökte uppgick uppgår
    uppmärksammas utan utbildade utbildar utgår utmanar utvecklade utvecklar vann var vara vi via vid vilka vilket
    vill vinner visade visar vände vänder väntade väntar väntas växer växte was were which will ägdes äger ägs ägt
    är även åter återupptas ökar
    """.split()
)
"""Words that no name goes on with, nor ends with."""

WITHIN_NAME: Final = frozenset(
    "vid kring inom under utan från av genom mellan som samt via hos en ett det den tillsammans".split()
)
"""Those of them that a name may hold all the same, between other words."""

LAST_OF_NAME: Final = frozenset("tillsammans igen nu vidare framåt ihop".split())
"""Words that a name may end with, where nothing of the sentence follows them."""

JOINS_NAME: Final = frozenset("i på för och med till mot & – - & of for and in the av om".split())
"""Words that a name may hold, or that may follow it."""

QUOTED: Final = pattern(
    r"\b(?:till|för|inom|i|med|om|av|projekt\w*) [”\"“»](?P<name>[^\W\d_a-zåäö][^”\"“»«\n]{2,80})[”\"“«»]"
)
"""A name in quotation marks that may be that of a project."""

SEVERAL: Final = pattern(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|[2-9]|[1-9][0-9]{1,3}|flera|många|olika|alla|"
    r"samtliga|båda|några|"
    r"ytterligare (?:två|tre|fyra|fem|[0-9]+)|ett antal|nya|följande|aktuella|pågående|beviljade|"
    r"andra) (?:[\wåäö-]{1,20} ){0,2}?(?:[\w-]{0,30}?projekt|ansökningar)(?![\w])|\b[\w-]{0,30}?projekten\b|"
    r"\bett av (?:flera|många) projekt\b",
    re.IGNORECASE,
)
"""What tells of several projects."""

AMONG_MANY: Final = pattern(
    r"(?i)\b(?:hela landet|i landet|i sverige|(?:tidigare|andra|liknande|"
    r"övriga) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?projekt\w*|fördela\w*|ett av [\w-]{0,30}?projekten|program\w*)\b"
)
"""What a sentence on several projects says that is about others than that of the page."""

A_PROJECT: Final = pattern(r"(?i)\b(?:ett|nytt|detta) (?:[\wåäö-]{1,20} ){0,3}?[\w-]{0,30}?projekt(?![\w])")

THE_PROJECT: Final = pattern(r"\b(?:[\w-]{0,30}?projektets?|förstudien|satsningen)\b", re.IGNORECASE)

CALL: Final = pattern(
    r"\b(?:utlysning(?:en|ar|arna|ens)?|utlyst belopp|ansökningsomgång(?:en|ar)?|ansökningsperiod(?:en)?|"
    r"sista ansökningsdag|"
    r"att fördela|kan få (?:upp till|högst)|har du en idé|dags att söka|projektägare kan vara|"
    r"får pågå i? ?högst|öppnar i \w+ en|"
    r"vem kan söka|vilka kan söka|kan (?:nu )?söka (?:stöd|medel|bidrag|pengar|en |upp till)|söka? (?:stöd|"
    r"medel|bidrag) ur|"
    r"ansökan ska|din ansökan|"
    r"er ansökan|så (?:här )?skriver (?:du|ni)|en bra ansökan|beskriv projekt\w*|ange (?:budget|projekttid)|"
    r"så (?:här )?ansöker|så söker|öppen för ansökan|sökande (?:ska|måste|kan)|projekten (?:ska|kan)|"
    r"ett projekt (?:ska|kan|får)|"
    r"krav på medfinansiering(?:en)?|medfinansieringskrav(?:et)?)\b",
    re.IGNORECASE,
)
"""What a call for proposals says."""

GRANTED_BY_UNION: Final = pattern(r"(?i)\b(?:bevilja\w*|tilldela\w*|godkän\w*)\b")

PROGRAMME: Final = pattern(
    r"\b(?:programförslag\w*|[\w-]{0,30}programmet|programperioden|programmets)\b", re.IGNORECASE
)

ELSEWHERE: Final = pattern(
    r"\b(?:(?:förra|tidigare|föregående|förrförra|liknande|annat|andra|nästa|kommande|avslutade|"
    r"gamla) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?"
    r"(?:projekt(?:et|en)?|satsning(?:en|ar)?|förstudien?|pilotprojekt|pilotstudien?|utlysning(?:en|ar)?)"
    r"|förra året|i fjol|rekordet|sedan (?:19|20)[0-9]{2} (?:har|fick)|för [\wåäö]{2,8} år sedan|ursprungligen|"
    r"föregångare\w*|(?:har|hade) (?:[\wåäö-]{1,20} ){0,2}?tidigare|tidigare (?:har|hade|fick|fått|"
    r"beviljades|beviljats|drev|drivit)"
    r"|hela landet|i sverige (?:fördelas|satsas)|totalt fördela[rs]|sammanlagt (?:fördela[rs]|har|handlar)"
    r"|till (?:[\wåäö-]{1,20} ){0,2}?projekt(?![\w])(?! [A-ZÅÄÖ”\"#])"
    r"|utlysning(?:en|ar|arna)?|ansökningsomgång(?:en)?|programmet (?:har|omfattar|finns|fördelar|pågår|ska|"
    r"stärker)|programperioden|förbundets årliga)\b",
    re.IGNORECASE,
)
"""What a sentence says that is about other projects, calls or programmes."""

LED_BY: Final = pattern(
    r"[”\"“»«]?, som (?:[A-ZÅÄÖ][^,.;\n]{2,60}?|vi|kommunen|regionen) (?:har )?(?:leder|driver|drivit|äger|"
    r"samordnar|ansvarar för)\b"
)
"""What stands right after the name of a project: ", som Sala kommun driver"."""

RUN_IT: Final = pattern(r"\b(?:driver|leder|äger|pågår|börjar|startar|startade|igång) (?=[A-ZÅÄÖ#])")
"""What stands before the name of a project that is run, or before any other name."""

TITLE_PREFIX: Final = pattern(
    r"(?i)\A(?:slutrapport|(?:om )?projekt(?:et)?|välkommen till|pressmeddelande|förstudie|"
    r"från idé till projekt|eu-projekt(?:et)?|ansökan till)(?: ?[-–:] ?| +)"
)
"""What a headline has before the name of a project."""

OPINION: Final = pattern(r"(?i)\A(?:krönika|debatt|insändare|ledare|replik|slutreplik)\b")
"""How a text begins that argues, and announces nothing."""

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

NO_TITLE: Final = pattern(
    r"(?i)(?:(?:fler|senaste|relaterade|aktuella) .*|ladda ned.*|ladda ner.*|(?:top|bottom) of page|.* / .*|"
    r".*▾.*|kommun\b.*|om (?:projektet|oss|"
    r"webbplatsen)|projektet|projekt|fakta|finansiärer|bakgrund|aktuellt|nyheter|startsida|välkommen\b.*|"
    r"kontakt|medfinansierat .*|hem|start|about\b.*|projects?|finances|"
    r"pressmeddelande|transkript|storlek:?.*|fonden .*|.{0,60} (?:kommun|landsting|län)|region .{1,40})\Z"
)
"""Headlines that are no name of a project."""

ANOTHER: Final = pattern(
    r"\b(?:(?:förra|tidigare|föregående|förrförra|liknande|annat|andra|nästa|"
    r"systerprojektet) (?:[\wåäö-]{1,20} ){0,2}?"
    r"[\w-]{0,30}?(?:projekt(?:et)?|satsning(?:en)?|förstudien?)|förra året|i fjol|till exempel|"
    r"tidigare (?:har|hade|fick|fått|beviljades|beviljats|drev|drivit)|samtidigt (?:beviljade|får|fick)\w*|"
    r"även (?:grannkommun\w*|grannregion\w*)|systerprojekt\w*|föregångare\w*|förra gången|i våras avslutades|"
    r"läs (?:också|även|mer) om)\b",
    re.IGNORECASE,
)
"""What a sentence says that names another project than that of the page."""

_NOT_OTHER = (
    "Kommun, Region, Universitet, Högskol, Förening, Förbund, Stiftels, Myndighet, Länsstyrels, Landskap, "
    "Landsting, Organisation, Part, Bolag, Handelskammar, Arbetsförmedling, Jordbruks, Tillväxt, Skogs, "
    "Strukturfond, Samordning, Hushållning, Stad, Styr, By, Stöd, Bidrag, Budget, Finans, Medfinans, Medel, Medl, "
    "Peng, Resurs, Kostnad, Ansök, Beslut, Satsning, Insats, Initiativ, Studi, Förstudi, Projekt, Arbet, "
    "Verksamhet, Samarbet, Samverk, Aktivitet, Mål, Syft, Plan, Tank, Idé, Start, Slut, Tid, Period, Deltag, Ung, "
    "Elev, Kvinn, Män, Person, Företagen, Huvud, Total, Sum, Led, Genomför, Uppdrag, Program, Rest, Hälft, "
    "Mellan, Övrig, Tillsamman, Äntlig, Svensk, Norsk, Finsk, Dansk, Europeisk"
)
OTHER_SUBJECT: Final = pattern(
    rf"\W*(?:Hon|Han|(?!(?:{one_of(_NOT_OTHER)}|[A-ZÅÄÖ][a-zåäö-]*(?:projekt|fond|stöd|råd|fund|sällskap)))"
    r"[A-ZÅÄÖ][a-zåäö-]+(?:(?:en|et|an|na)(?=,? [a-zåäö])|s(?= (?:budget|kostnad|omsättning))))"
)
"""A sentence that begins with a person, or with a noun for something else than a project, its money or its people."""

AMOUNT: Final = pattern(r" [0-9][0-9 .,]*(?:miljon|miljard|mkr|mnkr|msek|tkr|kr\b|kronor|euro|procent|%)")
"""What ends a name: an amount."""

OF_A_PROJECT: Final = pattern(r"(?i)\b(?:\w*finansi|projekt|satsning|förstudie)\w*")
"""Words of a project and its money, whatever the subject of the sentence."""

GIVES_MANY: Final = pattern(
    r"\b(?:satsar|satsas|fördelar|fördelas|fördelade|avsätter|avsätts|delar ut|delas ut|förfogar över|"
    r"betalar ut|finns)\b",
    re.IGNORECASE,
)
"""Verbs of a payer that gives money to many."""

EARLIER: Final = pattern(
    r"\b(?:förra året|i fjol)\b|\b(?:förra|föregående|tidigare) (?:[\wåäö-]{1,20} "
    r"){0,1}?[\w-]{0,30}?projekt(?:et)?\b|(?:har|hade) (?:[\wåäö-]{1,20} ){0,2}?tidigare\b"
    r"|\btidigare (?:har|hade|fick|fått|beviljades|beviljats)\b",
    re.IGNORECASE,
)

UNION: Final = pattern(
    r"\b(?:EU(?:-\w+|:s|s)?|[Ee]uropeiska|ESF\+?|ERUF|FRO|AMIF|Interreg\w*|Leader\w*|[Ss]trukturfond\w*|"
    r"[Ss]ocialfonden|[Rr]egionalfonden|Tillväxtverket)(?![\w])"
)
"""The Union and its funds."""

NO_NAME: Final = pattern(
    r"(?:Europeiska|EU\b|ESF|ERUF|Interreg\Z|Tillväxtverket|Svenska ESF|Region\b|.{0,40}programmet\Z|"
    r".{0,60}\b(?:kommun|kommuns|län|"
    r"läns)\Z|[0-9][0-9 .,]*(?:miljon|mkr|mnkr|msek|tkr|kr\b|kronor|euro|procent|%|deltagare|år\b|månader|\Z)|"
    r"(?:I|Det|Den|Vi|Han|Hon|De|För|Med|Under|Efter|Om)\b)"
)
"""What follows the noun for a project and is no name of it."""

NO_SUBJECT: Final = pattern(
    r"(?:(?:Så|Hur|Därför|Varför|Vad|Vem|Var|Fler|Flera|Många|Alla|Nya|Både|Även|Också|Sedan|När|Idag|Fonden|"
    r"Socialfonden|Regionalfonden|Programmet|Utbildningen|Metoden|Samtidigt|Dessutom|"
    r"Anställningen|Tjänsten|Europeiska|Interreg|Konferensen|Kursen|Studien|Första|Arbetet|Under|Efter|"
    r"Projektet|Det|Den|De|Vi|Här|Nu|Insatsen|Satsningen|Syftet|Målet|Stödet|Detta|Budgeten|"
    r"Finansieringen|Kommunen|Regionen|Region)\b|.{0,60}\b(?:kommun|region|förbund|universitet|högskola)\Z|"
    r"[A-ZÅÄÖ][a-zåäö]+projektet\Z)"
)
"""What may be the subject of a sentence and is no name of a project."""
