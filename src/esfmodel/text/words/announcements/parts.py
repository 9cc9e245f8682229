"""Words by which a body owns a project or takes part in it."""

from __future__ import annotations

from typing import Final

from esfmodel.text.words.announcements._notation import pattern

_OWNS = (
    r"(?:projektägare|projektägande organisation|huvudprojektägare|huvudman|huvudsökande|stödmottagare|"
    r"ägare av projektet|"
    r"samordnande projektägare|koordinator|huvudansvarig för projektet|ansvarig för projektet|projektansvarig)"
)

OWNER_AFTER: Final = pattern(
    rf"(?i:\b(?:{_OWNS})(?: för (?:\w+ )?projektet)? (?:är|var|blir) (?:även |alltså )?|"
    rf"\bsom (?:{_OWNS}) (?:har|är|ska|kommer) "
    r"|\b(?:projektet|satsningen|det|den|projekt|insatsen|initiativet|"
    r"förstudien)(?: (?:som )?\"?”?[A-ZÅÄÖ#][^.,;]{1,60}?)? (?:som )?(?:(?:har|kommer att) )?"
    r"(?:ägs|ägas|ägdes|drivs|drivas|drevs|drivits|leds|leddes|letts|samordnas|koordineras|genomförs|"
    r"genomfördes|bedrivs|administreras)(?: och \w+)?(?: (?:(?:under|mellan|"
    r"från) )?[0-9][^.,;]{0,30}?)? (?:idag |i dag |gemensamt )?av )"
)
"""What stands before the owner: "Projektägare är", "projektet ägs av"."""

PASSIVE_OF_NAME: Final = pattern(
    r"\A(?:[”\"]?, som|[”\"]?, finansieras av [^.,;]{2,60} och)?[^.,;]{0,80}? (?:ägs|ägdes|drivs|drevs|leds|"
    r"leddes|samordnas|koordineras|genomförs|"
    r"bedrivs)(?: och \w+)? (?:idag )?av "
)
"""The same where the name of the project is the subject."""

OWNER_BEFORE: Final = pattern(
    rf"(?i: (?:(?:som )?(?:är|var|blir|står som|fungerar som|agerar|(?:fick|får|har) rollen som) (?:också |"
    rf"även )?{_OWNS}\b"
    r"|(?:har|hade) (?:det övergripande ansvaret|huvudansvaret|projektägarskapet)\b"
    r"|\((?:projekt)?ägare\)"
    r"|(?:har lämnat in|lämnar in) sin slutrapport för projektet\b"
    r"|(?:som )?(?:(?:har|kommer att|ska) )?(?:driver|drivit|driva|drev|leder|lett|leda|ledde|äger|ägt|äga|samordnar|"
    r"samordnade|koordinerar|bedriver|bedrivit|ansvarar för|är ansvarig för|startar|startade|genomför|genomfört) "
    r"(?:(?:nu|också|även|just nu|under \d{4}|tillsammans med [^.;]{3,100}?) )?(?:det|ett|sitt|EU-|"
    r"ESF-)? ?(?:[\wåäö-]{1,30} ){0,3}?[\w-]{0,30}?(?:projekt|förstudie|satsning)(?:et|en|n)?\b))"
)
"""What stands after the owner: "är projektägare", "driver projektet"."""

OWNS_NAME: Final = pattern(
    r" (?:(?:har|kommer att|ska) )?(?:driver|drivit|driva|drev|leder|äger|samordnar|koordinerar|bedriver|"
    r"ansvarar för) [”\"]?\Z"
)
"""What stands between the owner and the name of the project."""

OF_OWNER: Final = pattern(r"s (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?projekt [”\"]?\Z")
"""What stands between the owner in the genitive and the name of the project: "Sala kommuns projekt"."""

AS_OWNER: Final = pattern(
    r"\bmed (?=[A-ZÅÄÖ][^.,;\n]{2,60}? som (?:projekt)?(?:ägare|huvudman|huvudsökande|koordinator))"
)

AS_PARTNER: Final = pattern(
    r"\bmed (?=[A-ZÅÄÖ][^.;\n]{2,90}? som (?:medsökande|partners?|projektpartners?|samarbetspartners?|medverkande)\b)"
)
"""What stands before a body whose part is said after it."""

WHO_LEADS: Final = pattern(
    r"\bsom (?=[A-ZÅÄÖ][^.,;\n]{2,60}? (?:nu )?(?:leder|driver|drivit|äger|samordnar|koordinerar|ansvarar för)\b)"
)
"""What stands before the body in ", som Sala kommun driver"."""

CONTRACTED: Final = pattern(r"(?i)\b(?:kontrakt\w*|entreprenad\w*|upphandl\w*|i uppdrag|avslag)\b")
"""Words by which a body is paid for work, and owns nothing."""

GIVEN_TO: Final = pattern(
    r"\b(?:beviljar|beviljade|tilldelar|tilldelade|har beviljat|beviljat|har tilldelat|"
    r"(?:socialfonden|fonden|utvecklingsfonden|ESF-rådet|Tillväxtverket|Jordbruksverket|EU|AMIF|"
    r"ERUF)(?: \([A-Z+]{2,6}\))? (?:ger|gav|stödjer)|"
    r"(?:stöd|stödet|medel|bidrag|pengar|miljoner|kronor|kr|mkr|euro)(?: (?:från|ur|"
    r"av) [^.,;]{3,60}?,?(?: \w{2,5},)?)? till) (?=[A-ZÅÄÖ])"
)
"""What stands before a body that gets the money."""

IS_GIVEN: Final = pattern(
    r"\b(?:har|hade|har nu) (?=[A-ZÅÄÖ][^.,;\n]{2,80}? (?:nu )?(?:beviljats|fått|tilldelats|erhållit)\b)"
)

ITS_PROJECT: Final = pattern(r"(?<=s) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}projekt(?:et)?(?![\w])")
"""What stands after the owner in the genitive."""

OF_BODY: Final = pattern(r"(?:kommun|stad|region|län|förbund|universitet|högskola|\bRegion [A-ZÅÄÖ][\wåäö]+)s\Z")
"""The end of a body in the genitive."""

INVERTED: Final = pattern(
    r"\b(?:genomför|driver|startar|leder) (?=[A-ZÅÄÖ][^.;]{2,140}?\b[\w-]{0,40}(?:projekt(?:et)?|"
    r"satsning(?:en)?|förstudien?)\b)|"
    r"\b[Bb]akom (?:(?i:projektet|satsningen|förstudien)(?: [”\"]?[A-ZÅÄÖ][^.,;]{1,60}?)?|"
    r"[A-ZÅÄÖ][^.,;]{1,60}?) står (?=[A-ZÅÄÖ])|"
    r"\b(?:är|var|blir) (?=[A-ZÅÄÖ][^.,;\n]{2,60}? projektägare\b)|"
    r"\b[Dd]et är (?=[A-ZÅÄÖ][^.,;\n]{2,60}? som (?:driver|leder|äger|samordnar|genomför|ansvarar för|"
    r"är projektägare) )"
)
"""A verb whose subject, the owner, follows it: "Nu startar Sala kommun projektet"."""

GETS: Final = pattern(
    r" (?:har (?:nu )?(?:beviljats|tilldelats|fått|erhållit|sökt|ansökt om)|beviljas|beviljades|tilldelas|"
    r"tilldelades|får|fick|erhåller|söker) (?!(?:stå|vara|vi|du|man|den|det|de|hjälp|möjlighet|chans|i uppdrag)\b)"
    r"(?=(?:[^.;]{0,60}? )?(?:stöd\w*|bidrag\w*|medel|EU-(?:stöd|medel|pengar|bidrag|miljon|finans)\w*|ESF-\w+|"
    r"pengar\w*|miljon\w*|kronor|kr|mkr|mnkr|"
    r"euro|tkr|finansiering|klartecken|ja till)(?![\w]))"
)
"""What stands after a body that gets the money."""

ROLES: Final = (
    ("partner", pattern(r"\bMed (?:i|på) [^.,;]{2,60}? (?:finns|är) (?:också |även )?")),
    (
        "initiator",
        pattern(
            r"(?i)\b(?:initierat av|initierades av|initiativtagare (?:är|till projektet är|var)|"
            r"på initiativ (?:av|från)|initiativet (?:kommer|kom) från|initiativet togs av) "
        ),
    ),
    ("supporter", pattern(r"(?i)\b(?:stöttas|stöds|stödjs|stöttat|stött) av ")),
    (
        "cooperating",
        pattern(
            r"(?i)\b(?:samverkansparter(?:na)?|samverkanspartners?|samarbetspartners?|samarbetsparter|"
            r"samverkande parter)(?: (?:i|för) projektet)? (?:är|var|i projektet är) "
        ),
    ),
    (
        "cooperating",
        pattern(
            r"(?i)\b(?:i (?:nära )?(?:samverkan|samarbete)|samarbetar|samverkar|samarbetat|samverkat|"
            r"samarbetade|samverkade|samverka|samarbeta|arbetar vi|arbetar|samarbete|samverkan) (?:också |även |"
            r"nära )?med "
        ),
    ),
    (
        "partner",
        pattern(
            r"(?i)\b(?:samarbete|samverkan|samarbetsprojekt|samverkansprojekt|partnerskap|"
            r"samverkansprojektet [^.,;]{2,60}?|projekt) mellan "
        ),
    ),
    ("partner", pattern(r"(?i)\b(?:tillsammans med|ihop med) ")),
    (
        "partner",
        pattern(
            r"(?i)\b(?:(?:projekt)?partners?|projektparter|medsökande|parter|parterna|projektets parter|"
            r"medverkande (?:parter|organisationer|kommuner)|deltagande (?:parter|organisationer|kommuner)|"
            r"övriga (?:parter|partners?|projektparter)|(?:projekt)?partnerna)(?: i projektet)? (?:är|var) "
        ),
    ),
    (
        "partner",
        pattern(
            r"(?i)\b(?:ingår|deltar|medverkar|deltog|medverkade|deltagit|medverkat)(?: även| också|"
            r",? förutom [^.;]{2,90}?,)? (?=(?:totalt|sammanlagt|kommunerna|regionerna|[0-9]|[A-ZÅÄÖ]|en |två|tre|"
            r"fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|samtliga|alla|ett antal))"
        ),
    ),
)
"""By the role of the bodies that follow, what stands before them."""

TAKES_PART: Final = pattern(
    r" (?:(?:ska|kommer att|har|skulle) )?(?:(?:deltar|delta|deltog|deltagit|medverkar|medverka|medverkade|"
    r"ingår|samarbetar|samarbeta|samarbetade|samverkar|samverka|samverkade|"
    r"går (?:nu )?samman|gått ihop|tar ett gemensamt grepp)\b|är (?:också |även )?med(?= (?:i|från|"
    r"och (?!\w*finansierar|betalar)|som partners?|som samarbetspartners?)|[.,]|\Z)|"
    r"följer med som partners?|(?:är|var) (?:de )?(?:partners?|medsökande|samarbetspartners?|projektpartners?|"
    r"samverkansparter?)\b)(?! (?:nätverk|styrgrupp))"
    r"(?! (?:i|på|vid) (?!\w*(?:projekt|satsning|insats|initiativ|arbet|förstudi|samarbet|partnerskap|"
    r"utveckling|genomför))"
    r"[\wåäö]+(?:en|et|an|na)\b)"
)
"""What stands after a list of bodies that take part: "deltar i projektet"."""

STATES_OWNER: Final = pattern(rf"(?i){_OWNS}|övergripande|huvudansvar|projektägarskap|slutrapport")

JOINT_BEFORE: Final = pattern(r"(?:[A-ZÅÄÖ][\wåäö-]*|kommun|högskola|universitet)(?:,| (?:och|samt|&)) \Z")
"""What stands before a body that is listed with others."""

COOPERATES: Final = pattern(r"(?i)samverk|samarb")
"""What a label says of bodies that take part without money of the project."""

UNIT_OF: Final = pattern(
    r"\A(?P<unit>[^,]{3,80}?)(?:, (?:en del av )?| (?:inom|vid|på|i) )(?P<name>[A-ZÅÄÖ][\wåäö -]{1,60}(?:kommun|"
    r"stad|universitet|högskola)|Region [A-ZÅÄÖ][\wåäö -]{1,60})\Z"
)
"""A part of a body with the body."""

OTHER_WORK: Final = pattern(
    r"(?i)\A(?:på|vid|under) (?!projekt)[\wåäö]+(?:et|en|an|orna)\b|\b(?:i (?:programmet|nätverket|förbundet|"
    r"föreningen|kursen|styrgruppen|referensgruppen|regionen|"
    r"landet)|pilotstudi\w*|förstudien? (?:som|gjordes)|kartläggning\w* som)\b"
)
"""Words by which what follows is about other work than the project."""

BESIDE: Final = pattern(
    r"(?i)\b(?:med|i|på|från|hos|inom|vid|till|mellan|bakom|hela|byarna|orterna|socknarna|bygderna) \Z"
)
"""What stands before a body that is not the subject of the sentence."""

STATE_GRANT: Final = pattern(r"(?i)\bstatsbidrag\w*(?! från [^.]*(?:EU|fond))\b")

NO_ANSWER: Final = pattern(
    r"(?i)(?:nej|ja|ej|inga?|inte|okän[dt]|saknas|se (?:nedan|ovan)|ej (?:bestämt|klart|aktuellt)|-+)\b.{0,20}"
)
"""The value of a label that names nobody."""

GIVEN_BY: Final = pattern(r"\b(?:av|från) (?P<giver>[A-ZÅÄÖ][^.,;]{2,60})")
"""Who gives the money that somebody gets."""

ABOUT_ELSE: Final = pattern(
    r"(?i)\b(?:samarbetar|samverkar|samarbetade|samverkade) (?:med )?[^.;]{3,120} (?:om|kring) (?!att\b|"
    r"[\w-]*projekt|[\w-]*satsning)"
    r"[\wåäö]+\W*\Z"
)
"""A sentence on bodies that work together on another matter."""

OF_PERSONS: Final = pattern(r"(?i)ansvarig|koordinator")
"""Words for an owner that are those of a person too."""

TO_ELSE: Final = pattern(
    r"(?i)[^.,;]{0,80}? (?:till|för) (?:sitt|sin|sina) (?!(?:[\wåäö-]{1,20} ){0,3}?[\w-]{0,30}?(?:projekt|"
    r"satsning|insats|förstudie|initiativ))|"
    r"[^.;]{0,80}? av projektets (?:medel|pengar|budget)|(?:[^.,;]{0,60}? )?(?:avslag\b|av (?:sin|sitt|sina) )"
)
"""What follows money that is for something else than the project, or only a part of its money."""

A_PERSON: Final = pattern(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][\w-]+){1,2}")
"""What may be the name of a person."""

APPOSED: Final = pattern(r", (?:en|ett) ")
"""What follows the name of a body that a page explains."""

OF_MONEY_GOING: Final = pattern(
    r"(?i)\b(?:går|fördelas|av (?:den|det) (?:totala )?(?:budget|stöd|summ)\w*)\b[^.;]{0,120}\Z"
)
"""Words by which money goes to one of several."""

OTHERS_WORK: Final = pattern(
    r"\A(?!(?:[\w-]*[Pp]rojekt|Satsning|Insats|Initiativ|Arbete|Verksamhet|Kommun|Region|Förening|Förbund|"
    r"Universitet|Högskola|"
    r"Stiftelse|Bolag|Företag|Part|Länsstyrelse|Handelskammar)\w*\b)[A-ZÅÄÖ][a-zåäö]+(?:et|en|na) (?:samarbetar|"
    r"samverkar|arbetar|jobbar)\b|"
    r"\A(?i:tillsammans med) [^.;]{3,90}? (?:tillhör|hör|utgör|ligger|är|satsar)\b"
)
"""A sentence on the work of others, or on what is told of several places."""
