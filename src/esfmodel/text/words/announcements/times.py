"""Words by which a time is that of the project, and a number that of its participants."""

from __future__ import annotations

from typing import Final

from esfmodel.text.words.announcements._notation import pattern

PLANNED: Final = pattern(
    r"(?i)\b(?:ska|skall|kommer (?:\w{1,20} )?att|räknar med|planera[rs]|målet|målsättning|mål är|beräknas|väntas|tänkt|"
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
    r"(?i)(?<![\w.,-])(?P<number>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6}) (?:av )?(?:[\wåäö-]{1,20} ){0,2}?"
    r"(?:deltagare|projektdeltagare|personer|individer|ungdomar|unga|elever|föräldrar|medarbetare|anställda|"
    r"kvinnor|män|arbetssökande|arbetslösa|nyanlända|studenter|kursdeltagare|långtidsarbetslösa)(?![\w-])"
)

NO_PARTICIPANTS: Final = pattern(
    r"(?i)\b(?:åt gången|konferens\w*|seminari\w*|föreläsning\w*|anmäla?n? |invånare|bor |inom hela landet|"
    r"arbetstillfällen|jobb skapas|per år|årligen|varje år|anställda (?:i kommunen|totalt)|arbetar (?:idag|i dag))"
)

RUNS: Final = pattern(
    r"(?i)\bstarten\b|\bfrån start\b|\b(?:[\w-]{0,20}?projekt(?:et|ets|s|tid\w*|period\w*)?|(?:satsning|insats|"
    r"förstudie)\w*|pågå[rt]?|pågick|pågått|löper|löpt|startar?|startade|startat|inled\w+|avsluta[ds]?\w*|"
    r"genomför\w*|bedriv\w*|driv[seit]\w*|drevs|projekttid\w*|projektperiod\w*|"
    r"sträcker sig|varar|fortgår|slutar|slutade|upphör\w*|igång|går i mål|kör igång|drar igång|start|slut)\b"
)
"""Words by which a time is that of the project."""

OTHER_TIME: Final = pattern(
    r"(?i)\b(?:strategi\w*|\w+strategi\w*|handlingsplan\w*|agenda\w*|program\w*|strukturfondsperiod\w*|"
    r"pilotstudi\w*|förstudie[nr]? som|studie\w*|utvärder\w*|seminari\w*|konferens\w*|föreläs\w*|utbildningen|"
    r"kurs\w*|"
    r"om ansökan|om projektet (?:beviljas|godkänns)|vision|mål för år|sedan \d{4}|undersökning\w*|rapport\w*|"
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
    r"ska projektet|kommer projektet|driver|bedrivs)\b"
)
"""What stands after a time at which the project runs."""

LASTS_FOR: Final = pattern(
    r"(?i)\b(?:[\w-]{0,20}?projekt(?:et|ets)?|satsning\w*|pågå[rt]?|pågick|löper|projekttid\w*|sträcker sig|"
    r"varar|under|period\w*|budget\w*|insats\w*|förstudie\w*)\b"
)
"""Words by which a length is that of the project."""

NO_DURATION: Final = pattern(
    r"(?i)\b(?:förra|sedan|utbildning(?:en)?|kurs(?:en)?|praktik|ålder|gammal|hållit på|erfarenhet\w*|per år|"
    r"varje|praktikperiod|fyller|föreläsning\w*|pilot\w*|första året|de senaste|steg \d|tidigare|"
    r"avtal\w*|efter projekt\w*|ansökan|handlägg\w*|högst|minst|får pågå|kan pågå|timmar|veckor)\b"
)

OF_THE_GOAL: Final = pattern(
    r"(?i)\bav (?:målets|planerade|de planerade) (?P<number>[0-9]{1,3}(?:[ .][0-9]{3})*|[0-9]{1,6}) "
)

NUMBER: Final = pattern(r"(?:[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,7})(?![\w,.-]?[0-9])")

NOT_EXACT: Final = pattern(
    r"(?i)\b(?:cirka|ca|omkring|runt|ungefär|upp till|högst|drygt|närmare|över|knappt|uppemot|mer än|fler än|"
    r"tusentals|hundratals)\.? (?:[\wåäö]{1,12} )?\Z"
)
"""What stands before a number of which only about is known."""
