"""Words by which an amount is the total cost, the support or what somebody pays."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from esfmodel.text.words.announcements._notation import pattern

SOCIAL_FUND: Final = pattern(r"(?i)\bESF\b|\bESF\+|socialfond|\bESF-")
"""A grant of the Union and the state, which Svenska ESF-rådet pays undivided."""

LEADER: Final = pattern(r"(?i)\bleader\w*|\bLAG\b")

EU_MONEY: Final = pattern(
    r"\bEU-(?:medel|stöd|pengar|bidrag|finansiering|miljoner)\w*|\b(?:från|av|ur|genom) (?:EU|"
    r"Europeiska unionen)(?![\w:])|\bHori[sz]on[t]? (?:Europ|2020)|\bLIFE\b|\bErasmus|\bDigital Europe"
)
"""Words by which money is that of the Union alone."""

EU_AND_STATE: Final = pattern(r"(?i)EU-medel (?:samt|och) statliga|(?:EU|unionen) och (?:svenska )?staten")

TOTAL_BEFORE: Final = pattern(
    r"(?i)(?:omsätter|omsluter|kostnadsberäkna[dt]s?(?: till)?|kostnadsberäknat till|budgeterat till|"
    r"kostar(?: (?:hela )?(?:projektet|satsningen|insatsen))?(?: totalt)?|beräknas (?:hela )?(?:projektet |"
    r"satsningen )?kosta|har en (?:total )?budget på|"
    r"projektets (?:totala )?(?:budget|omslutning|kostnad(?:er)?|omfattning) (?:är|på|uppgår till|ligger på|"
    r"beräknas till)|budgeten (?:för [^.,;]{2,60}? )?(?:är(?: på)?|landar på|på|uppgår till|ligger på)|"
    r"omfattar budgeten|total(?:t|a|en|budgeten)? (?:är|på|uppgår till)|omslutning på)"
    r"(?: (?:totalt|sammanlagt|på|till|cirka|ca|omkring|runt|drygt|över|närmare|nästan|knappt)){0,2} \Z"
)
"""What stands before an amount that is the total cost."""

PART_OF_TOTAL: Final = pattern(
    r"(?i)\b(?:steg|fas|etapp|delprojekt|förstudie|del) ?[0-9A-D]?\b|varav|\bper\b|årlig|om året|varje år"
)
"""What makes an amount another than the total of the project."""

FROM_BODY: Final = pattern(
    r"(?:, kommer| som kommer)? (?:(?:i|som) [\wåäö-]{2,30}(?: [\wåäö-]{2,30})? )?(?:från|av|"
    r"via) (?:[a-zåäö]{1,12} )?(?=[A-ZÅÄÖ])"
)
"""What stands between an amount and the body that pays it."""

PAYS: Final = pattern(
    r"(?: (?:(?:också|även|nu|själv|dessutom|har|ska|kommer att) )?(?:bidrar|går in|stöder|stödjer|stöttar|"
    r"medfinansierar|finansierar|satsar|står|svarar|lovat|lovar|skjuter till|betalar|lägger|avsätter|"
    r"förbinder sig att (?:stöda|stödja)|avsatt|finansierat|bidragit|ställer upp|tillskjuter|bidrog|stod|"
    r"medfinansierat)(?: (?:också|även|själva?|(?:i )?projektet|det|in|tillsammans|som medfinansiär))*)?(?: (?:med|"
    r"för))?(?: (?:vardera|sammanlagt|totalt|hela|drygt|cirka|ca))? *[:(]? *\Z"
)
"""What stands between a body that pays and its amount."""

IS_FINANCED: Final = pattern(r"(?i)\A(?:med|sam)?finansiera[sdt]|\A(?:med|sam)?finansierad?e?s")
"""A verb whose subject is what is paid for."""

FINANCED_BY: Final = pattern(
    r"(?i)\b(?:(?:(?:pengarna|medlen|finansieringen|stödet|resten|miljoner|kronor|kr|mkr),? kommer|resten|pengarna|"
    r"medlen)(?: dels)?(?= från )|(?:med|sam)?finansier(?:as|ad|"
    r"at|ades|ats|ing)|finansiärer(?:na)?|medfinansiärer(?:na)?|finansiär)"
    r"(?: (?:är|görs|sker|kommer|också|även|gemensamt|dels|till (?:största )?del(?:en)?|delvis|i övrigt|"
    r"förutom [^,.;]{2,60},?|projektet|i projektet))* (?:(?:av|från|genom|är) )?(?:såväl |både |dels )?"
)
"""What stands before those who pay."""

SHARED_OUT: Final = pattern(r"(?i)\b(?:fördela\w*|delas|går till|får dela)\b[^.:]{0,120}:[^.]{0,400}\Z")
"""What stands before a list of those who get parts of the money."""

THROUGH: Final = pattern(r",? (?:genom|via) (?:[a-zåäö]{1,12} )?")

CASH: Final = pattern(r"(?i)\bkontant")

IN_KIND: Final = pattern(
    r"(?i)\b(?:arbetstid|egen tid|in natura|naturabidrag|ideell tid|ideellt arbete|personaltid|nedlagd tid)"
)

OTHERS_SHARE: Final = pattern(
    r"(?i)\b(?:svensk|norsk|finsk|dansk)a? (?:sida|sidan|del|delen|part|parten)\b|\bI (?:Finland|Norge|Danmark|"
    r"Sverige)\b|\bandel (?:är|av|på)|"
    r"s del (?:av|är|i)\b|av projektets (?:medel|pengar|budget(?! (?:på|om)\b))|till Sverige\b|"
    r"stödet till (?!projekt|satsning|insats|initiativ|det\b|den\b)|budgeten för [\wåäö]+ (?:kommun|stad|län)\b|"
    r"\bvarje (?:deltagande )?(?:kommun|deltagare|företag|part)|"
    r"\bav (?:eu-)?stödet\b|skadestånd|lånat|lån på|utbetalning\w*|delbetalning\w*|förskott\w*|sparar|"
    r"till exempel|ingår en|som kostar|inom projektet kostar|ursprungligen|tidigare"
)
"""What the clause of an amount says that is of a part of the project, or of something else."""

OF_ANOTHER: Final = pattern(
    r"(?i)\A (?:om året |per år |årligen |varje år )?(?:på|till|i) (?!projekt|satsning|egen|kontant|arbets|"
    r"medfinans|finansier|insats|stöd|bidrag|EU|form)"
)
"""What stands after an amount that somebody pays for something else."""


MORE: Final = pattern(
    r"(?i)\b(?:ytterligare|extra|därutöver|dessutom|förprojektering\w*|planeringsfas\w*|mobilisering\w*)\b"
)
"""Words by which an amount is not all of the support."""

_THE_PROJECT = (
    r"(?:(?:det|den|hela|detta|vårt|ett|"
    r"själva) )?(?:[\wåäö]{1,20} )?(?<!syster)(?<!pilot)(?<!\bdel)(?:projekt(?:et|ets)?|satsning(?:en)?|"
    r"insats(?:en)?|initiativet|förstudien?|huvudprojektet|uppdraget)\b"
)
HAS_COSTS: Final = pattern(
    r"(?i)\b(?:kostar|kostade|omsätter|omsluter|har en (?:[\wåäö]{1,20} )?budget|"
    r"hade en (?:[\wåäö]{1,20} )?budget|beräknas kosta)\b"
)
"""Verbs of what something costs, before which or after which it stands."""

COSTS_OF_PROJECT: Final = pattern(
    rf"(?i)(?:\A|[,.;:–(] |\b(?:att|och|men|medan|när|eftersom) )(?:{_THE_PROJECT}[^,.;]{{0,40}}|(?:det|den|"
    rf"vilket|allt|budgeten)"
    rf"(?: [\wåäö]{{1,12}})?|)\W*\Z|{_THE_PROJECT}[^,;]{{0,40}}(?:,[^,;]{{2,90}},|,? som) \Z"
)
"""What stands before such a verb where its subject is the project."""

PROJECT_AFTER: Final = pattern(rf"(?i) (?:[\wåäö]{{1,20}} ){{0,2}}?(?:{_THE_PROJECT}|det\b|den\b|hela)")
"""What stands after it."""

COSTS: Final = pattern(r"(?i)\bkosta[rd]?\w{0,3}\b|\bkostnad\w*\b")
"""Words of cost, which are of the project only where it is named."""

WHOLE: Final = pattern(
    r"(?i)\b(?:total\w*|sammanlag\w*|hela|projekt(?:et|ets)?|satsning\w*|insats\w*|budget\w*|beräkna\w*|kostnaden)\b"
)

OF_TOTAL: Final = pattern(r"(?i)\b(?:miljon\w*|kronor|kr|mkr|euro) av (?:de )?(?:totalt|sammanlagt|totala) \Z")
"""What stands before an amount of which another is part, whatever the whole is."""

HOPED: Final = pattern(
    r"(?i)\b(?:hoppa[ts]\w*|hoppades|skulle stå|räknat med|vill ha|begär\w*|sökte|söker|sökt|ansök\w*|önskat|"
    r"önska[rd]\w*)\b"
)
"""Words by which money has been asked for and not been granted."""

NOT_SO: Final = pattern(
    r"(?i)\?\Z|\b(?:om (?:[\wåäö]{1,20} ){1,5}?(?:går|kommer|säger|får|vill|beviljas?|godkänn\w*|ger)|"
    r"kan komma att|kan det bli|skulle ha|överväger|"
    r"till exempel|exempelvis|enligt (?:ryktet|rykten)|stämmer inte|rekordet|sedan (?:19|20)[0-9]{2}|"
    r"att fördela|kontrakt\w*|entreprenad\w*|upphandl\w*|avtal värt|"
    r"statlig\w* (?:stöd|bidrag|medel) till|år sedan|första (?:året|halvåret)|(?:\w*utbetal|återbetal)\w*|"
    r"betala tillbaka|skadestånd|"
    r"vite\b|böter|lånat?|rekord\w*|"
    r"(?:på|från) (?:svensk|norsk|finsk|dansk) sida)\b"
)
"""Words of a sentence by which an amount is hoped for, is an instalment, or is of something else."""

DENIED: Final = pattern(
    r"(?i)\b(?:inte|inga|nej till|ursprungligen|från början|först var|ville i stället|begärd\w*|"
    r"betald\w*)(?: [^,.;]{0,70})? \Z"
)
"""What stands before an amount, in its clause, that is not paid."""

OF_A_BOARD: Final = pattern(r"(?i)\b(?:\w*styrelsen|\w*nämnden|\w*fullmäktige|utskottet)\b[^.,;]{0,60}\Z")
"""What stands before an amount that a board of a municipality or the like grants."""

THE_SAME: Final = pattern(r"(?i)motsvarande \Z")

TOTAL_AFTER: Final = pattern(
    r"(?i) som (?:hela )?projektet (?:totalt )?(?:kostar|beräknas kosta|omsätter)\b| (?:i allt|totalt|"
    r"sammanlagt|allt som allt)(?:[.,]|\Z)"
)

FINANCES: Final = pattern(
    r"(?:, som)? (?:(?:är|var) (?:också |även )?(?:medfinansiärer?|finansiärer?|med och (?:med|"
    r"sam)?finansierar)|medfinansierar|samfinansierar|"
    r"(?:bidrar|går in) (?:också |även )?med (?:pengar|medel|medfinansiering|arbetstid|finansiering)|"
    r"finansierar (?:projektet|satsningen|resten)|står för (?:medfinansieringen|resten|resterande))"
)
"""What stands after bodies that pay."""

ALSO_PAY: Final = pattern(r"(?i)\b(?:bidrar|medfinansierar) (?:även|också) (?=[A-ZÅÄÖ])")

GIVEN: Final = pattern(r"(?i)\b(?:får|fick|(?:har|har nu) fått|bevilja\w*|tilldela\w*|erhåll\w*) (?:[^.;]{0,90}? )?\Z")
"""What stands before an amount that somebody gets."""

AGREED_EACH: Final = pattern(r"(?i)\b(?:kommunerna|parterna|medfinansiärerna)\b[^.;]{0,40}\Z")

BESIDES: Final = pattern(r"\bFörutom (?=[A-ZÅÄÖ][^.;]{2,120}? (?:bidrar|finansier\w+|medfinansier\w+))")

GRANT_BEFORE: Final = pattern(
    r"(?i)\b(?:stödet|bidraget|eu-stödet|esf-stödet) (?:är|uppgår|ligger)(?: (?:på|till))?(?: (?:drygt|över|"
    r"närmare|knappt|cirka|ca|totalt|sammanlagt))? \Z|\b(?:får|fick|har (?:nu )?fått|beviljas|"
    r"tilldelas) (?:[^.,;]{0,40}? )?(?:stöd|bidrag|EU-stöd) [^.,;]{0,40}?(?:med|på|om) (?:sökta )?\Z"
)
"""What stands before an amount that is granted."""

THE_BODY: Final = pattern(
    r"(?<![\w])(?P<noun>(?i:kommunen|regionen|universitetet|högskolan|föreningen|företaget|landskapet|"
    r"landstinget|länsstyrelsen))(?![\w])"
)
"""A common noun for a body that is named elsewhere."""

NOUNS_OF_BODIES: Final = MappingProxyType(
    {"kommunen": "X kommun", "regionen": "Region X", "universitetet": "X universitet", "högskolan": "X högskola"}
)
"""By a common noun for a body, a name of its kind."""
APPLIED_LABEL: Final = pattern(r"(?i)sök")
"""What the label of money has that was applied for."""


IN_ALL: Final = pattern(r"(?i)(?:totalt|sammanlagt):? ")
"""What stands between a label and its amount, of which it says no more."""

SO_FAR: Final = pattern(r"(?i)\b(?:i år|i fjol|hittills|så här långt|under (?:19|20)[0-9]{2})\b[^.;]*\Z")
"""What stands before what only a part of the time has cost."""

STATE_MONEY: Final = pattern(r"(?i)\bstatlig\w* (?:stöd|bidrag|medel|pengar)")

HEAD_OF_LIST: Final = pattern(r"[^.\n]{1,120}:(?=[ ]*\n)")
"""A line above a list."""

SHARES_OUT: Final = pattern(r"(?i)\b(?:fördela\w*|får|tilldelas|beviljas|går till|delas)\b")
"""What such a line says of those who get the money."""

TOTAL_WORDS: Final = pattern(
    r"(?i)\b(?:[\w-]{0,20}budget\w*|[\w-]{0,20}kostnad\w*|kosta\w*|omsätt\w*|omslut\w*|omfattning\w*|finansiering\w*|"
    r"total\w*|sammanlag\w*)"
)
"""Words by which an amount is the total."""

GRANT_WORDS: Final = pattern(
    r"(?i)\b(?:EU(?:-\w+)?|ESF\+?(?:-\w+)?|\w*fonden|bevilja\w*|tilldela\w*|stöd\w*|bidra\w*|medel|pengar\w*|"
    r"får|fick|fått|"
    r"sök(?:t|er|te)|ansök\w*)\b"
)
"""Words by which an amount is a grant."""

PAYING_WORDS: Final = pattern(
    r"(?i)\b(?:\w*finansi[äe]r\w*|bidra\w*|går in|ställer upp|satsa\w*|stöd\w*|står|svarar|betala\w*|lägger|"
    r"avs[aä]t\w*|"
    r"skjuter till|tillskjut\w*|lova\w*|från|av|via|vardera|var)\b"
)
"""Words by which somebody pays an amount."""

SUPPORT_FROM: Final = pattern(r"(?i:\b(?:stöd|bidrag|pengar|medel) (?:från|av) )(?=[A-ZÅÄÖ])")
"""What stands before who gives the support, before its amount."""

PAYS_NOW: Final = pattern(r"(?i)\b(?:betalar|finansierar|bidrar|står|bekostar) [^.,;]{1,40}\Z")
"""A verb of paying right before an amount, which is then no total."""
PER_TIME: Final = pattern(r"(?i),? (?:per|om året|varje|årligen)\b")
MAY_BE_PROJECT: Final = pattern(
    r"(?i)\b(?:[\w-]{0,40}(?:projekt\w*|satsning\w*|insats\w*|initiativ\w*|förstudie\w*)|det|den|som|och|arbetet)\b"
)
"""What may be the subject of "finansieras" in an announcement of a project."""
