"""Words by which a time is that of the project, and a number that of its participants."""

from __future__ import annotations

from typing import Final

from esfmodel.text.words.announcements._notation import pattern

PLANNED: Final = pattern(
    r"(?i)\b(?:ska|skall|kommer (?:\w{1,20} )?att|räknar med|planera[rs]|målet|målsättning|mål är|beräknas|"
    r"väntas|tänkt|"
    r"riktar sig till|vänder sig till|omfattar|erbjuder|når|nå|får|"
    r"kan|möjlighet|syftar|deltar|avser|förväntas|skulle|planen)\b"
)
"""Words by which a number of participants is planned."""

HAPPENED: Final = pattern(
    r"(?i)\b(?:har (?:[\wåäö]{1,20} ){0,2}?(?:nått|deltagit|gått|fått|utbildats|genomgått|hjälpt|nåtts|"
    r"medverkat|skrivits)|deltog|nådde|gick|fick|utbildades|hittills|resulterade|medverkade|ordnades|hölls|"
    r"skrevs in)\b"
)
"""Words by which it is an outcome."""

PARTICIPANTS: Final = pattern(
    r"(?i)(?<![\w.,–-])(?P<number>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6}) (?:av )?"
    r"(?:(?!procent|år\b|månad|vecko|dag|tim|miljon|miljard|tusen|mkr|kr\b|kronor|kommuner|"
    r"och\b)[\wåäö-]{1,20} ){0,2}?"
    r"(?:deltagare|projektdeltagare|personer|individer|ungdomar|unga|elever|föräldrar|medarbetare|anställda|"
    r"kvinnor|män|arbetssökande|arbetslösa|nyanlända|studenter|kursdeltagare|"
    r"långtidsarbetslösa)(?![\w-])(?! (?:per|i varje|om året|årligen)\b)"
)

NO_PARTICIPANTS: Final = pattern(
    r"\A(?:Region [A-ZÅÄÖ]\w+|[A-ZÅÄÖ]\w+ (?:kommun|stad|län)|Kommunen|Regionen|Staden) "
    r"(?:ska|planerar|räknar|väntas|beräknas)\b(?![^.]*(?:projekt|satsning|insats))|"
    r"(?i:\?\Z|\b(?:av deltagarna|inte|om (?:projektet|ansökan|pengarna|stödet)|till exempel|exempelvis|"
    r"åt gången|konferens\w*|seminari\w*|föreläsning\w*|anmäla?n? |(?:har|finns) [0-9]|invånare|bor |"
    r"inom hela landet|"
    r"arbetstillfällen|jobb skapas|per år|årligen|varje år|anställda (?:i kommunen|totalt)|arbetar (?:idag|i dag)))"
)

RUNS: Final = pattern(
    r"(?i)\bstarten\b|\bfrån start\b|\b(?:[\w-]{0,20}?projekt(?:et|ets|s|tid\w*|period\w*)?|(?:satsning|insats|"
    r"förstudie)\w*|pågå[rt]?|pågick|pågått|löper|löpt|startar?|startade|startat|inled\w+|avsluta[ds]?\w*|"
    r"genomför\w*|bedriv\w*|driv[seit]\w*|drevs|projekttid\w*|projektperiod\w*|"
    r"sträcker sig|varar|fortgår|slutar|slutade|upphör\w*|igång|går i mål|kör igång|drar igång|start|slut)\b"
)
"""Words by which a time is that of the project."""

_VERBS = (
    r"(?:har|hade|ska|skall|kommer|är|var|blir|pågår|pågick|löper|startar|startade|startas|inleds|inleddes|avslutas|"
    r"avslutades|genomförs|genomfördes|bedrivs|drivs|drevs|sträcker|varar|kör|drar|drog|upphör|slutar|håller)"
)
ITS_SUBJECT: Final = pattern(
    r"(?i)(?<!syster)(?<!pilot)(?<!moder)(?<!\bdel)(?<!\bför)(?:projekt(?!il|or|led|kontor|ör)\w*|satsning\w*|"
    r"insats\w*|"
    r"initiativ\w*|arbetet|verksamheten|aktiviteterna|programmet|samarbetet|samverkan|stödet|pengarna|medlen|"
    r"finansieringen|budgeten|uppdraget|genomförande\w*|huvudprojekt\w*|\bstart(?:en|datum|år|tid)?\b|"
    r"\bslut(?:et|datum|år)?\b|tidsperiod\w*|period(?:en)?\b)|"
    rf"\b(?:det|den|detta|vi|man|allt) {_VERBS}\b|\b{_VERBS} (?:det|den|detta|vi|man|allt)\b|\A[^\w]*{_VERBS}\b|"
    rf"[,(–] {_VERBS}\b|(?:\A|\b(?:ska|kommer) (?:[\wåäö,]{{1,30}} ){{0,12}})under (?:de (?:närmaste |"
    rf"kommande )?)?[\wåäö]{{1,12}} (?:år|månader)(?:en)?\b"
)
"""What a sentence has that tells when the project runs: a noun or a pronoun for it, or a verb without one."""

NOT_SO: Final = pattern(
    r"(?i)\?\Z|\binte\b|\b(?:hoppas|hoppades|(?:vill|ville) (?:nu )?(?:att|starta|fortsätta|dra)|önskar|kunna|"
    r"kan (?:[\wåäö]{1,20} ){0,2}?(?:start|förläng|pågå|"
    r"komma)\w*|blir det ja|om (?:projektet|ansökan|det|pengarna|allt|stödet)|hade (?:projektet|det)|sköts upp|"
    r"skjut[se]r? upp|senareläg\w*|"
    r"till exempel|exempelvis|t\.ex|förlänga|överväger)\b"
)
"""Words of a sentence by which something is hoped for, may be or is not."""

OTHER_TIME: Final = pattern(
    r"(?i)\b(?:strategi\w*|\w+strategi\w*|handlingsplan\w*|agenda\w*|program\w*|strukturfondsperiod\w*|"
    r"pilotstudi\w*|förstudie[nr]? som|studie\w*|utvärder\w*|seminari\w*|konferens\w*|föreläs\w*|utbildningen|"
    r"kurs\w*|"
    r"skulle ha (?:[\wåäö]{1,20} ){0,4}\Z|om ansökan|om projektet (?:beviljas|godkänns)|vision\w*|planen?\b|"
    r"öppet|öppen|per år|årligen|tog över efter|mål för år|"
    r"sedan \d{4}|undersökning\w*|rapport\w*|"
    r"val(?:et)? \d{4}|jubileum|grundades|bildades|budgetår|pandemi\w*|ansökan ska|utlysning\w*|"
    r"beslut(?:et)? (?:väntas|fattas|tas))\b"
)
"""Words by which it is that of something else."""

PHASE: Final = pattern(r"(?i)\A(?:steg|fas|etapp|delprojekt|del) ?[0-9A-D]\b")

NOT_OF_PROJECT_AFTER: Final = pattern(
    r"(?i) (?:års|fördelar|fördelas|satsar|satsas|(?:hade|har|omfattar|finns) (?:socialfonden|fonden|svenska|"
    r"esf|programmet|regionen|det))\b"
)

RUNS_AFTER: Final = pattern(
    r"(?i) (?:pågår|pågick|drivs|drevs|genomförs|genomfördes|startar|startade|startas|avslutas|avslutades|"
    r"ska projektet|kommer projektet|kommer [^.,;]{2,40} att (?:driva|arbeta i|genomföra|leda) (?:ett|"
    r"projektet)|driver|bedrivs)\b"
)
"""What stands after a time at which the project runs."""

LASTS_FOR: Final = pattern(
    r"(?i)\b(?:[\w-]{0,20}?projekt(?:et|ets)?|satsning\w*|pågå[rt]?|pågick|löper|projekttid\w*|sträcker sig|"
    r"varar|under|period\w*|budget\w*|insats\w*|förstudie\w*)\b"
)
"""Words by which a length is that of the project."""

NO_DURATION: Final = pattern(
    r"\b(?i:förra|sedan|utbildning(?:en)?|utbildning(?:ar|arna) pågår|kurs(?:en)?|deltagarna är|anställt|"
    r"praktik|ålder|gammal|hållit på|"
    r"erfarenhet\w*|per år|"
    r"varje|praktikperiod|har (?:nu |redan |hittills )?pågått|kvar\b|försök\w*|förläng\w*|återstår|fyller|"
    r"föreläsning\w*|pilot\w*|första året|de senaste|steg \d|tidigare|"
    r"avtal\w*|efter projekt\w*|ansökan|handlägg\w*|högst|minst|får pågå|kan pågå|timmar|veckor)\b|"
    r"(?i:åren|månaderna) ska (?=[A-ZÅÄÖ])"
)

OF_THE_GOAL: Final = pattern(
    r"(?i)\bav (?:målets|planerade|de planerade) (?P<number>[0-9]{1,3}(?:[ .][0-9]{3})*|[0-9]{1,6}) "
)

NUMBER: Final = pattern(r"(?:[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,7})(?![\w,.-]?[0-9])")

AND_MORE: Final = pattern(r"(?i)\b(?:och|samt|plus) [0-9]|[–-][0-9]")
"""What follows one number of several."""

OF_WHICH: Final = pattern(r"(?i)\b(?:varav|däribland|av dem)\b[^.;]*\Z")
"""What stands before a part of the number."""

NOT_EXACT: Final = pattern(
    r"(?i)\b(?:cirka|ca|omkring|runt|ungefär|upp till|högst|drygt|närmare|över|knappt|uppemot|"
    r"mer än|fler än|"
    r"tusentals|hundratals|mellan|[0-9]+ ?(?:och|till|[-–]))\.? (?:[\wåäö]{1,12} )?\Z"
)
"""What stands before a number of which only about is known."""
