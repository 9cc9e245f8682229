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
    r"Europeiska unionen)(?![\w:])"
)
"""Words by which money is that of the Union alone."""

EU_AND_STATE: Final = pattern(r"(?i)EU-medel (?:samt|och) statliga|(?:EU|unionen) och (?:svenska )?staten")

TOTAL_BEFORE: Final = pattern(
    r"(?i)(?:omsätter|omsluter|kostnadsberäkna[dt]s?(?: till)?|kostnadsberäknat till|budgeterat till|"
    r"kostar(?: (?:hela )?(?:projektet|satsningen|insatsen))?(?: totalt)?|beräknas (?:hela )?(?:projektet |satsningen )?kosta|har en (?:total )?budget på|"
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
    r"(?:, kommer| som kommer)? (?:(?:i|som) [\wåäö-]{2,30}(?: [\wåäö-]{2,30})? )?(?:från|av|via) (?:[a-zåäö]{1,12} )?(?=[A-ZÅÄÖ])"
)
"""What stands between an amount and the body that pays it."""

PAYS: Final = pattern(
    r"(?: (?:(?:också|även|nu|själv|dessutom|har|ska|kommer att) )?(?:bidrar|går in|stöder|stödjer|stöttar|"
    r"medfinansierar|finansierar|satsar|står|svarar|lovat|lovar|skjuter till|betalar|lägger|avsätter|"
    r"förbinder sig att (?:stöda|stödja)|avsatt|finansierat|bidragit|ställer upp|tillskjuter|skänker|skänkt|skjuter till|bidrog|stod|"
    r"medfinansierat)(?: (?:också|även|själva?|(?:i )?projektet|det|in|tillsammans|som medfinansiär|varje år|årligen))*)?(?: (?:med|"
    r"för))?(?: (?:vardera|sammanlagt|totalt|hela|drygt|cirka|ca))? *[:(]? *\Z"
)
"""What stands between a body that pays and its amount."""

FINANCED_BY: Final = pattern(
    r"(?i)\b(?:(?:kommer|resten|pengarna|medlen)(?: (?:kommer|dels))?(?= från )|(?:med|sam)?finansier(?:as|ad|"
    r"at|ades|ats|ing)|finansiärer(?:na)?|medfinansiärer(?:na)?|finansiär)"
    r"(?: (?:är|görs|sker|kommer|också|även|gemensamt|dels|till (?:största )?del(?:en)?|delvis|i övrigt|"
    r"förutom [^,.;]{2,60},?|projektet|i projektet))* (?:(?:av|från|genom|är) )?(?:såväl |både |dels )?"
)
"""What stands before those who pay."""

OF_THE_PROJECT: Final = pattern(
    r"(?i)(?:projekt|satsning|insats|initiativ|förstudie|medfinansi|huvudfinans|budget|finansiärer|resten|resterande|"
    r"kostnad|miljon|kronor|\bmkr\b|procent|stöd|medel|pengar)|\A[^\w]*(?:sam)?finansier|\b(?:det|den|detta|allt|som|och|,) (?:\w+ )?(?:sam)?finansier|"
    r"finansier\w* (?:det|den|detta|vi|verksamheten|arbetet)\b|\b(?:arbetet|verksamheten) "
)
"""What a sentence on payers has that tells of the project's money."""

NOT_PAID: Final = pattern(
    r"(?i)\butan (?:(?:stöd|pengar|medel|bidrag) )?\Z|\b(?:inte|aldrig|inga|överväger att|kan komma att) (?:[\wåäö]{1,15} ){0,3}\Z"
)
"""What stands before those who do not pay."""

MONEY_COMES: Final = pattern(
    r"(?i)peng|medel|medlen|finansiering|resten|stöd|bidrag|kronor|miljon|\bmkr\b|\bkr\b|budget|procent|summa|belopp|anslag|del(?:en)?\b"
)
"""What comes from those who pay."""

JOINTLY: Final = pattern(r"(?i)\b(?:tillsammans|gemensamt|ihop|sammanlagt|tillsamman) ")

FOR_OTHER: Final = pattern(
    r"(?i) (?:om året |per år |årligen |varje år )?(?:i (?!projekt|kontant|medfinans|stöd|bidrag|reda|eget)[a-zåäö]{1,20} |)(?:på|till) (?!att\b|projekt|detta\b|det\b|den\b|"
    r"satsning|insats|budget|medfinans|genomför|verksamheten|finansier|en början|(?:[\wåäö]{1,15} ){1,2}(?:projekt|satsning|insats))[a-zåäö]"
)
"""What stands after an amount that is paid for something else."""

THROUGH: Final = pattern(r",? (?:genom|via) (?:[a-zåäö]{1,12} )?")

CASH: Final = pattern(r"(?i)\bkontant")

IN_KIND: Final = pattern(
    r"(?i)\b(?:arbetstid|egen tid|in natura|naturabidrag|ideell tid|ideellt arbete|personaltid|nedlagd tid)"
)

MORE: Final = pattern(
    r"(?i)\b(?:ytterligare|extra|därutöver|dessutom|förprojektering\w*|planeringsfas\w*|mobilisering\w*)\b"
)
"""Words by which an amount is not all of the support."""

_THE_PROJECT = (
    r"(?:(?:det|den|hela|detta|vårt|ett) )?(?:[\wåäö]{1,20} )?(?<!syster)(?<!pilot)(?<!\bdel)(?:projekt(?:et|ets)?|satsning(?:en)?|"
    r"insats(?:en)?|initiativet|förstudien?|huvudprojektet|uppdraget)\b"
)
HAS_COSTS: Final = pattern(
    r"(?i)\b(?:kostar|kostade|omsätter|omsluter|har en (?:[\wåäö]{1,20} )?budget|hade en (?:[\wåäö]{1,20} )?budget|beräknas kosta)\b"
)
"""Verbs of what something costs, before which or after which it stands."""

COSTS_OF_PROJECT: Final = pattern(
    rf"(?i)(?:\A|[,.;:–(] |\b(?:att|och|men) )(?:{_THE_PROJECT}[^,.;]{{0,40}}|(?:det|den|vilket|allt|budgeten)"
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

HOPED: Final = pattern(
    r"(?i)\b(?:hoppa[ts]\w*|hoppades|skulle stå|räknat med|vill ha|begär\w*|sökte|söker|sökt|ansök\w*|önskat|"
    r"önska[rd]\w*)\b"
)
"""Words by which money has been asked for and not been granted."""

NOT_SO: Final = pattern(
    r"(?i)\?\Z|\b(?:om (?:[\wåäö]{1,20} ){1,5}?(?:går|kommer|säger|får|vill|beviljas?|godkänn\w*|ger)|kan komma att|kan det bli|överväger|"
    r"till exempel|exempelvis|enligt (?:ryktet|rykten)|stämmer inte|rekordet|sedan (?:19|20)[0-9]{2}|"
    r"år sedan|första (?:året|halvåret)|(?:\w*utbetal|återbetal)\w*|betala tillbaka|skadestånd|vite\b|böter|lånat?|rekord\w*|"
    r"(?:på|från) (?:svensk|norsk|finsk|dansk) sida)\b"
)
"""Words of a sentence by which an amount is hoped for, is an instalment, or is of something else."""

DENIED: Final = pattern(
    r"(?i)\b(?:inte|inga|nej till|ursprungligen|från början|först var|ville i stället|begärd\w*|betald\w*)(?: [^,.;]{0,70})? \Z"
)
"""What stands before an amount, in its clause, that is not paid."""

THE_SAME: Final = pattern(r"(?i)motsvarande \Z")

TOTAL_AFTER: Final = pattern(r"(?i) som (?:hela )?projektet (?:totalt )?(?:kostar|beräknas kosta|omsätter)\b| (?:i allt|totalt|sammanlagt|allt som allt)(?:[.,]|\Z)")

FINANCES: Final = pattern(
    r"(?:, som)? (?:(?:är|var) (?:också |även )?(?:medfinansiärer?|finansiärer?)|medfinansierar|samfinansierar|"
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
