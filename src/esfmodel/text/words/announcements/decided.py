"""Words for decisions, funds, programmes and numbers of projects."""

from __future__ import annotations

from typing import Final

from esfmodel.text.words.announcements._notation import pattern

DECISIONS: Final = (
    (
        "rejected",
        pattern(
            r"(?i)\b(?:ansökan|projektet) (?:fick|får|har fått) avslag\b|\bavslag på (?:projekt)?ansökan|"
            r"\bavslår\b|\bavslogs?\b|\bavslagits?\b"
        ),
    ),
    (
        "prioritised",
        pattern(
            r"(?i)\bprioritera(?:t|ts|de|des|r|s|d)?\b(?! (?:insats|område|mål|fråg))|"
            r"\b(?:strukturfonds)?partnerskapet\b[^.]{0,80}?\b(?:bevilja|god(?:känd|tog)|beslut|"
            r"sa(?:de)? ja)\w*|\bLAG (?:har )?(?:beslutat|beslutade|godkänd|bevilja)\w*"
        ),
    ),
    (
        "granted",
        pattern(
            r"(?i)\b(?:bevilja(?:t|ts|de|des|r|s)|tilldela(?:t|ts|de|des|r|s)|godkän(?:t|ts|de|des|ner|ns)|"
            r"(?:får|fick|har (?:nu )?fått) (?:[^.;]{0,60}? )?(?:stöd|medel|pengar|bidrag|finansiering|kronor|"
            r"mkr|miljoner|euro|leaderstöd)|"
            r"(?:ger|har gett projektet) (?:[^.,;]{0,60}? )?(?:stöd|kronor|miljoner)|grönt ljus|i sitt beslut|"
            r"delar ut (?:[^.;]{0,60}? )?(?:kronor|miljoner|mkr|stöd)|"
            r"beslut\w* (?:[^.;]{0,80}? )?att (?:ge|bevilja|stödja|finansiera) |"
            r"beslutade om (?:finansiering|stöd|bidrag)\w*|beslutat om (?:finansiering|stöd|bidrag)\w*|"
            r"satsar [^.;]{0,60}?(?:på|i) [^.;]{0,40}?projekt\w*|erhållit|erhåller|klartecken|ja till)\b"
        ),
    ),
    (
        "applied",
        pattern(
            r"(?i)\b(?:ansök(?:t|er|te) (?:nu )?om|sökt? (?:nu )?(?:eu-)?(?:stöd|medel|bidrag|finansiering|"
            r"pengar|leaderstöd)|söker (?:nu )?(?:eu-)?(?:stöd|"
            r"medel|bidrag|finansiering|pengar)|ansökan (?:om|till|hos|har (?:lämnats|skickats)|är inlämnad|"
            r"lämnades|skickades)(?! ett huvudprojekt)|"
            r"(?:lämnat|skickat|lämnade|skickade) in (?:en |sin )?ansökan|väntas fatta beslut)\b"
        ),
    ),
)
"""By the kind of a decision, what tells of it; the first kind that a page tells of is taken."""

DECIDES: Final = pattern(
    r"(?<=\bi )(?:[Ss]trukturfonds)?[Pp]artnerskapet\b|"
    r"(?:(?:Svenska )?ESF-rådet|Svenska ESF ?rådet|Rådet för Europeiska socialfonden|Tillväxtverket|"
    r"Jordbruksverket|(?:[Ss]trukturfonds)?[Pp]artnerskapet|LAG\b|Länsstyrelsen(?: i [A-ZÅÄÖ]\w+)?|Migrationsverket|"
    r"Europeiska [Ss]ocialfonden(?: \(ESF\))?|Övervakningskommittén|Interreg(?: [A-ZÅÄÖ][\w–-]+){1,3})"
    r"(?! (?:i [A-ZÅÄÖ]\w+ )?(?:län )?(?:har (?:nu )?(?:bevilja[dt]s|tilldelats|fått)|beviljas|beviljades|får|"
    r"fick|tilldelas)\b)"
)

AUTHORITY: Final = pattern(r"(?i)rådet|verket\b|länsstyrelse")
"""Bodies that decide on support."""

PAYING: Final = pattern(
    r"(?i)\b(?:\w*finansier\w*|stöd\w*|bidra\w*|bevilja\w*|får|fått|ger|pengar\w*|medel|miljon\w*|kronor)\b"
)

NOT_PAYING: Final = pattern(
    r"(?i)\b(?:inga (?:\w+-?)?(?:pengar|medel|stöd|bidrag)|inte (?:\w+ )?(?:möjligt|få|får|fick|fått|bevilja\w*|"
    r"kunnat|söka|sökt|med)|"
    r"utan (?:stöd|pengar|medel|bidrag) från|tidigare (?:har|hade|fick|fått|sökt)|(?:har|hade) tidigare|"
    r"(?:överväger|funderar på|planerar|tänker|vill) (?:nu )?(?:på )?(?:att )?(?:söka|ansöka)|hur man (?:söker|"
    r"ansöker)|sina lokaler|att fördela|finns i|fördelar|förvaltar|är EU:s|till (?:jordbruket|polen|andra länder)|"
    r"avslog en ansökan från|"
    r"har sedan [0-9]{4}|i sverige (?:omfattar|fördelas|finns)|öppnar (?:en ny |en )?utlysning\w*)\b"
)
"""Words of a sentence by which a fund that it names does not pay for the project."""

JUST_GETS: Final = pattern(r"(?i)(?:får|fick|har (?:nu )?fått|ger|delar ut)\b")

AMOUNT: Final = pattern(r"(?i)\b(?:kr|kronor|mkr|mnkr|msek|tkr|miljon\w*|euro|eur)\b")

PUTS_FIRST: Final = pattern(r"(?i)partnerskap|\bLAG\b")
"""Bodies that put applications first, and whose word is not yet the decision."""

FROM_PAYER: Final = pattern(r"\b(?:från|hos|ur|av) (?P<payer>[A-ZÅÄÖ][^.,;]{2,60})")
"""The one with whom an application is made."""

GRANTS: Final = pattern(r"(?i)(?<![\w])(?:beviljat|beviljade|beviljar|tilldelat|tilldelade|tilldelar|ger|delar ut)\b")
"""A verb whose subject gives the money."""

FROM_ANOTHER: Final = pattern(r"\b(?i:ansökan) från (?=[A-ZÅÄÖ])|\b(?i:ansökan om) [^.,;]{1,60}? till (?=[A-ZÅÄÖ])")
"""An application with the one who made it."""

NOT_YET: Final = pattern(
    r"(?i)\?\Z|\b(?:om (?:ansökan|projektet|partnerskapet|vi|det blir|[\wåäö-]{1,30} (?:säger|beviljar|"
    r"godkänner|ger))|"
    r"blir det ja|kan (?:beviljas|ges|få|söka)|väntas|hoppas|under förutsättning|förutsatt att|förbehåll|"
    r"ska ha (?:bevilja|godkän)\w*|"
    r"inte (?:ännu )?(?:har )?(?:bevilja\w*|fått|godkän\w*)|(?:får|fick) inte|skulle ha|(?:norska|svenska|"
    r"finska|danska) sidan|inga (?:\w+-?)?(?:pengar|medel|stöd|bidrag)|"
    r"(?:företag|föreningar|de|den|kommuner) som (?:får|bevilja\w*|tilldela\w*)|"
    r"varje (?:[\wåäö]{1,20} )?(?:kommun|företag|deltagare|part)|"
    r"betala tillbaka|återbetal\w*)\b"
)
"""Words by which nothing has been decided."""

OTHER_MATTER: Final = pattern(
    r"(?i)\b(?:bygglov\w*|statsbidrag\w*|tillstånd\w*|dispens\w*|kontrakt\w*|entreprenad\w*|upphandl\w*|"
    r"förra gången|år sedan|"
    r"projektet (?:delar ut|beviljar|ger)|"
    r"ansökan om [^.,;]{1,60}? till (?!projekt)[^.,;]{1,60}? fick avslag|"
    r"enligt (?:ryktet|rykten|uppgifter|källor)|bekräftas inte|hur man (?:söker|ansöker)|"
    r"(?:en )?(?:tidigare|första) ansökan|ansökan (?:är|var) öppen|öppen för ansökan|"
    r"till (?:en|ett|sin|sitt) (?:ny |nytt )?(?:förstudie|annat))\b|"
    r"\b(?:(?:kommun|region)?(?:styrelse|fullmäktige)\w*|utskottet|\w*nämnden|"
    r"\w*domstol\w*)(?: i [A-ZÅÄÖ][\wåäö]+)? (?:har )?(?:bevilja|godkän|avslog|avslår)\w*|"
    r"\bbevilja\w* (?:[^.,;]{0,40}? )?medfinansiering\b"
)
"""Words by which a decision is on something else than the support of the project, or on an earlier application."""

FUND_WORDS: Final = (
    ("ESF_PLUS", pattern(r"\bESF\+|\bESF ?plus\b|(?i:socialfonden ?\+|socialfonden plus)")),
    ("JTF", pattern(r"(?i)fonden för (?:en )?rättvis omställning|\bFRO\b|\bJTF\b")),
    (
        "ERDF",
        pattern(
            r"(?i)(?:europeiska )?regionala (?:utvecklings)?fond\w*|fond för regional utveckling|\bERUF\b|"
            r"\bregionalfond\w*|\bERDF\b|European Regional Development"
        ),
    ),
    ("AMIF", pattern(r"(?i)\bAMIF\b|asyl-,? migrations- och integrationsfond\w*")),
    ("EMFAF", pattern(r"(?i)(?:europeiska )?havs-, fiskeri- och vattenbruksfond\w*|\bEHFVF\b")),
    ("EMFF", pattern(r"(?i)(?:europeiska )?havs- och fiskerifond\w*|\bEHFF\b")),
    (
        "EAFRD",
        pattern(
            r"(?i)(?:europeiska )?jordbruksfond\w*(?: för landsbygdsutveckling)?|"
            r"\bEJFLU\b|landsbygdsfond\w*|landsbygdsprogram\w*|\bleader\w*"
        ),
    ),
    ("ESF", pattern(r"(?i)\bESF\b|(?:europeiska )?socialfond\w*|\bESF-\w+|European Social Fund")),
)
"""The funds by their names in `Fund`; of those that a sentence has, the first is taken."""

INTERREG: Final = pattern(
    r"\bInterreg(?:[ -](?:[IVX]+ ?[ABC]?|Europe|[A-ZÅÄÖ][\wåäö]+)(?:[-–][A-ZÅÄÖ][\wåäö]+){0,3}(?: (?:Region|Sea|"
    r"Programme|Atlantic|Baltic|Arctic|Periphery))*)?"
)

IDENTIFIES: Final = pattern(r"(?i)dnr|diarie|projekt|ärende|\bid\b|journal|project")
"""What the label of the number of a project has."""

OPERATION_ID: Final = pattern(r"[A-Za-zÅÄÖåäö]{0,10}[-/ ]?[0-9][\w./:-]{2,30}[\w]")

NUMBERED: Final = pattern(
    r"(?i)\b(?:diarienummer|diarienr\.?|dnr\.?|projektnummer|projektnr\.?|ärendenummer|ärende-id|projekt-?id|"
    r"ärendeid)[ :]{1,3}(?!KS\b|KS[- ]|RS\b|RS[- ])(?P<number>[A-ZÅÄÖ]{0,10}[-/]?[0-9][\w./:-]{2,30}[\w])"
)
"""A number of a project with its word before it."""
