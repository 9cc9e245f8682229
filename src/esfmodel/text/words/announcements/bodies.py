"""Words for organisations, and what stands between them in lists."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from esfmodel.text.words.announcements._notation import pattern

PLACES: Final = frozenset(
    """
    Sverige Norge Norden Norrland Svealand Götaland Europa Bergslagen Skåne Gotland Dalarna Värmland Halland
    Blekinge Småland Öland Närke Västmanland Uppland Sörmland Södermanland Östergötland Västergötland Bohuslän
    Dalsland Hälsingland Gästrikland Härjedalen Jämtland Medelpad Ångermanland Västerbotten Norrbotten Lappland
    Kronoberg Skaraborg Västsverige Sydsverige Mellansverige Danmark Finland Island Estland Lettland Litauen Polen
    Tyskland Nederländerna Belgien Frankrike Spanien Portugal Italien Grekland Irland Österrike Ungern Rumänien
    Bulgarien Tjeckien Slovakien Slovenien Kroatien Ukraina Ryssland Storbritannien Åland Baltikum
    """.split()
)

KINDS: Final = (
    (
        "municipality",
        pattern(r"(?i)\A(?:staden|köping(?:en)?) |\b(?:kommun|kommuns|kommune|stad|kommunen|municipality)\Z"),
    ),
    (
        "municipal federation",
        pattern(
            r"(?i)\b\w*(?:kommunalförbund|samordningsförbund|kommunförbund|utbildningsförbund|"
            r"samordningsförbundet|kommunalförbundet|utbildningsförbundet|finsam)"
        ),
    ),
    ("region", pattern(r"\ARegion(?:förbundet)?\b|\bregion\Z|(?i:\A(?:landstinget|regionförbundet)\b)")),
    ("network", pattern(r"(?i)\bnätverk(?:et)?\b|samverkansarena")),
    ("company", pattern(r"\b(?:AB|Ab|Aktiebolag|aktiebolag|HB|Oy|AS|A/S|GmbH|Ltd|Inc)\b")),
    (
        "state authority",
        pattern(
            r"(?i)\A(?:länsstyrelse|arbetsförmedling|försäkringskass|migrationsverk|skogsstyrelse|kriminalvård|"
            r"polis)|\A[\w-]+(?:verket|myndigheten|styrelsen)\b"
        ),
    ),
    ("folk high school", pattern(r"(?i)folkhögskola")),
    ("university", pattern(r"(?i)universitet|högskola")),
    ("chamber of commerce", pattern(r"(?i)handelskammar")),
    ("foundation", pattern(r"(?i)\b\w*stiftelse")),
    (
        "association",
        pattern(
            r"(?i)\b(?:\w*förening(?:en)?|rf|ry|riksförbund(?:et)?|idrottsförbund(?:et)?|studieförbund(?:et)?|"
            r"hela sverige ska leva|\w*klubb(?:en)?|foreningen)\b|hela bygden"
        ),
    ),
)
"""By the kind of a body, what its name has; the first that fits is taken."""

_HEADS = (
    r"(?:kommun|stad|län|läns|landsting|unionen|regionala|[a-zåäö]{0,20}fond(?:en)?|region|tekniska|universitet|"
    r"lantbruksuniversitet|högskola|folkhögskola|ekonomisk|ideell|"
    r"handelskammare|näringslivskontor|science|park|sparbank|hamn|museum|församling|pastorat|stift|gymnasium|"
    r"[\wåäö]{2,30}(?:förbund|förbundet|förening|föreningen|bolag|bolaget|kontor|kontoret|skola|skolan|"
    r"universitet|högskola|stiftelse|stiftelsen|"
    r"center|centrum|centret|institut|institutet|förvaltning|förvaltningen|nämnd|nämnden|organisation|nätverk|"
    r"nätverket|råd|rådet|"
    r"förbund|förening|museum|kooperativ|fabrik|byrå|klubb|samfund|samfällighet|organisationen|akademi|akademin|"
    r"akademien|verk|verket))"
)

_UPPER = r"[A-ZÅÄÖÉÜ](?:[^\s,;:()”\"“»!?]|:(?=[a-zåäö]))*(?<![.])"

BODY: Final = pattern(
    rf"Fonden för (?:en )?rättvis omställning(?: \(FRO\))?|{_UPPER}(?: (?:{_UPPER}|&(?= [A-ZÅÄÖ])|"
    rf"[0-9]{{1,4}}(?![\w]|[,. ]?[0-9]| ?(?:mkr|mnkr|msek|kronor|kr|"
    rf"miljon|tkr|%|procent|tusen))|{_HEADS}(?![\w])|(?!i E[Uu]\b)(?:i|för|av|de|the|of|and|på) {_UPPER}"
    rf"|förening(?:en)?(?![\w])|- och [\wåäö]{{1,30}}))*"
)
"""The name of a body: words with capitals, and what such names hold besides."""

BODY_START: Final = pattern(
    r"(?<![\w-])(?=[A-ZÅÄÖÉÜ]|länets |samtliga |[0-9]{1,3} (?!miljon|miljard|mkr|kr\b|kronor|procent|%|år\b|"
    r"månader)|kommunerna |regionerna )"
)

_NUMBERS = (
    "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|"
    "(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?"
)

_PLURALS = (
    r"(?:[\wåäö]{0,30}?(?:kommuner(?:na)?|regioner(?:na)?|landsting(?:en)?|folkhögskol(?:a|or|orna)|högskol(?:a|"
    r"or|orna)|universitet(?:en)?|lärosäten(?:a)?|företag(?:en)?|"
    r"skolor(?:na)?|föreningar(?:na)?|organisationer(?:na)?|parter|myndigheter(?:na)?|samordningsförbund(?:en)?|"
    r"länsstyrelser(?:na)?|län|partners?|aktörer(?:na)?|stiftelser|"
    r"bolag|studieförbund|museer|församlingar|länder)|kommuner)"
)

GROUP: Final = pattern(
    rf"(?:(?:totalt|sammanlagt|samtliga|alla|de|länets|regionens) ){{0,2}}"
    rf"(?P<whole>(?:[A-ZÅÄÖ][\wåäö]+s )?(?:övriga |ytterligare |länets )?"
    rf"(?:(?P<digits>[0-9]{{1,3}})|(?P<vague>(?i:ett antal|flera|många|några|båda|bägge|övriga|andra))|"
    rf"(?P<number>(?i:{_NUMBERS}))) "
    rf"(?:av (?:[\wåäö]{{1,20}} ){{0,2}}?(?:[0-9]{{1,3}}|{_NUMBERS})? ?)?(?:(?!för|i|av|med|till|på|"
    rf"som)[\wåäö-]{{1,20}} ){{0,2}}?{_PLURALS}(?![\w])(?: (?:i|"
    rf"från) (?:[A-ZÅÄÖ][\wåäö-]+(?: och [A-ZÅÄÖ][\wåäö-]+)?(?: (?:[A-ZÅÄÖ][\wåäö-]+|län))?|länet|regionen))?)"
)
"""A group of bodies that are counted: "fyra andra regioner i Norrland"."""

GENERIC: Final = pattern(
    r"(?i:näringslivet|facken|arbetsmarknadens parter|civilsamhället|(?:länets|regionens|kommunens|"
    r"lokala) (?:kommuner|företag|näringsliv)|bägge regionerna|båda regionerna|"
    r"nätverket för (?:[\wåäö]{2,30} ){0,3}?[\wåäö]{2,30}(?= (?:vilket|som|i|och)\b|[,.]))(?![\w])"
)
"""Bodies that are named by what they are."""

LIST_INTRO: Final = pattern(
    r"(?:(?:och|samt|även|dels|både|bl\.a\.|bland annat|bland andra|de|den|det|också|flera|bl a|t\.ex\.|av|med|"
    r"mellan|från (?:Norge|Danmark|Finland|norsk sida|svensk sida)|från|projektpartners?|medfinansierade|"
    r"medfinansierande|deltagande|lokala|medverkande|"
    r"totalt|sammanlagt|tillsammans) ){0,4}"
    r"(?:(?P<kind>kommunerna|kommuner|regionerna|länsstyrelserna|högskolorna|universiteten|folkhögskolorna|"
    r"städerna|samordningsförbunden|företagen|föreningarna)"
    r"(?: (?:i|från) [\wåäö]+ län)?(?:[:,])? (?=[A-ZÅÄÖ])|[a-zåäö]{0,20}(?:förbundet|organisationen|"
    r"organisationerna|föreningen|bolaget|företaget|stiftelsen|nätverket|universitetet|högskolan|klubben|"
    r"kooperativet|kommunen) (?=[A-ZÅÄÖ])|(?:[\wåäö-]*partnerna|[\wåäö-]*parterna|organisationerna|"
    r"medfinansiärerna|aktörerna|myndigheterna|partner|partners|kollegor(?:na)? på) (?=[A-ZÅÄÖ]))?"
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

LIST_JOINT: Final = pattern(
    r" *(?:, *(?:(?:och|samt|och även|men även|även) )?| (?:och|samt|&|respektive|liksom|jämte)(?: även|"
    r" också)? |; | ?/ ?| [–-] (?=[A-ZÅÄÖ])|\n)"
)
"""What stands between the bodies of a list."""

NO_BODY: Final = pattern(
    r"(?i)(?:att|länets|regionens|kommunens|staden|byarna|orterna|kommunerna|regionerna|utanför|där|sedan|vad|"
    r"hur|vem|projektet|projektets|det|den|de|vi|vår|här|nu|när|under|för|med|som|om|efter|genom|målet|syftet|"
    r"målgruppen|stödet|resten|totalt|bland|utöver|förutom|inom|läs|"
    r"september|januari|februari|mars|april|maj|juni|juli|augusti|oktober|november|december|eu|eu:s?|unionen|"
    r"europa|sverige|norge|finland|danmark|samt|och|dessutom|även|budgeten|kommunen|regionen|"
    r"arbetet|insatsen|finansieringen|kostnaden|deltagarna|föreningen|kommunstyrelsen|landskapet|hamnen|"
    r"företaget|bolaget|projektägare|projektägaren|partnerskapet|detta|denna|dessa|belopp|summa|andel|"
    r"budget(?:en)?(?: [0-9]{4})?|kostnad(?:er|en)?(?: [0-9]{4})?|stöd|bidrag|medel|ej bestämt|nej|"
    r"(?:ett )?[0-9]+-tal .*|kronor|"
    r"varje|alla|flera|i|på|av|"
    r"till|från)\Z"
)
"""Words with a capital that are no body."""

COUNTY: Final = pattern(r"[A-ZÅÄÖ][\wåäö-]+ län")

FUNDS: Final = pattern(
    r"(?i)(?:\beu\b|\bEU:s\b|europeiska|unionen|\besf\b|esf\+|eruf|interreg|strukturfond|socialfond|"
    r"regionalfond|utvecklingsfond|amif|asyl|\bfro\b|rättvis omställning|jordbruksfond|\bleader\b|"
    r"tillväxtverket|jordbruksverket|esf-rådet|leaderområde|\blag\b|medfinansiärer|partnerskap|"
    r"sysselsättningsinitiativ|regionala fond|\bfonden\b|hori[sz]on[t]? (?:europ|2020)|\blife\b|\blife-|erasmus|"
    r"digital europe| program\w*\Z)"
)
"""Those who pay the Union's money, and no money of their own."""

FIRST_NAMES: Final = frozenset(
    """
    Anna Maria Eva Lena Karin Kristina Sara Emma Malin Jenny Linda Marie Ulrika Susanne Annika Åsa Helena Cecilia
    Johanna Elin Ida Hanna Sofia Katarina Camilla Monica Birgitta Ingrid Elisabeth Lars Anders Per Karl Mikael Johan
    Erik Jan Peter Thomas Daniel Fredrik Andreas Magnus Mats Bo Hans Stefan Nils Bengt Ulf Björn Jonas Martin Henrik
    Mattias Patrik Marcus Niklas Robert Göran Olof Sven David Christer Tomas Kent Ulla Irén Laila Petra Pia Carina
    Kerstin Gunilla Margareta Roger
    """.split()
)
"""The most usual first names, so that a person is not taken for a body."""
