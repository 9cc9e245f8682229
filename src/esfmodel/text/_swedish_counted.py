"""What Swedish text counts in millions that is no money: "3 miljoner invånare", "1,5 miljoner ton"."""

from __future__ import annotations

import re

from esfmodel.text._patterns import BLANK, any_of

_ALONE = """
    unga barn män vuxna äldre jobb nya hus djur grisar kor höns fåglar fiskar träd ton kilo kg gram liter meter mil km m
    m² m³ m2 m3 hektar ha tunnland dagar dygn år gånger sidor ord tecken filer rader poäng röster doser kwh mwh gwh twh
    watt byte kalorier fat ljusår mål resor besök tåg personers människors mennesker
""".split()
_AT_THE_END = """
    arbetslösa arbetssökande anställda sysselsatta studerande européer svenskar norrmän danskar ukrainare flyktingar
    medborgare elever kunder gäster nätter patienter familjer hushåll företag jobb tillfällen platser tjänster bostäder
    byggnader fordon bilar kilometer timmar exemplar dokument följare väljare användare deltagare personer ungdomar
    koldioxidekvivalenter timme meter
""".split()
# Such endings have no verb, adverb or preposition that goes on after an amount, but for those named.
_NOUNS = (
    r"(?![^\W\d_]*kronor)[^\W\d_]{3,20}(?:enter|anter|ister|örer|heter|ioner|ingar|or)"
    r"|(?!tidigare|ytterligare|vidare|senare|närmare|billigare|dyrare|snarare)[^\W\d_]{3,20}are"
)
# An adjective in the plural may stand between: "3 miljoner fattiga barn".
_ADJECTIVE = rf"(?!ska |skall |extra |stora |hela |bara |utanför |alla |dessa )[^\W\d_]{{2,20}}[ae]{BLANK}"

COUNTED = re.compile(
    rf"{BLANK}(?:{_ADJECTIVE})?(?:{any_of(_ALONE)}|[^\W\d_]{{0,20}}?{any_of(_AT_THE_END)}|{_NOUNS})(?![^\W_])"
)
