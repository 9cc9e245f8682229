"""Words about a page itself, and the labels of pages that tell of a project."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.text.words.announcements._notation import one_of, pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS = one_of(
    "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december, jan, feb, mar, "
    "apr, jun, jul, aug, sep, sept, okt, nov, dec"
)

_DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {_MONTHS}\.?,? \d{{4}}|{_MONTHS}\.? \d{{1,2}}, \d{{4}})"

_CLOCK = r"(?:,? (?:kl\.? )?\d{1,2}[:.]\d{2}(?: CES?T)?)?"

ABOUT_THE_PAGE: Final = pattern(
    rf"(?:(?:gå|hoppa|skip) (?:direkt )?(?:till|to)\b.{{0,40}}|.{{0,60}}\bno comments|by .{{0,60}}"
    rf"|(?:artikeln )?(?:publicerad?e?s?|publicerat|uppdaterad|senast (?:uppdaterad|ändrad|granskad)|skapad|ändrad"
    rf"|sidansvarig|sidan (?:uppdaterad|publicerad)e?s?|granskad|nyhet|pressmeddelande|skriven)\b.{{0,80}}"
    rf"|(?:nyheter|startsida|hem|aktuellt|meny|start){{1,4}}|.*▾.*|(?:top|bottom) of page|save this.*|"
    rf" *word +png.*|storlek:.*|transkript|starta visningen.*|[^|]{{0,30}}(?: [|] [^|]{{1,30}}){{2,9}}|"
    rf"{_DAY}{_CLOCK}|(?:nyheter?|pressmeddelanden?)?[ •|]{{0,9}}{_DAY}{_CLOCK}"
    rf"|(?:dela|skriv ut|tipsa|lyssna|läs upp|meny|sök|stäng|annons(?:er)?|arkivbild|startsida|hem|kontakt)\b"
    rf"(?: (?:på|det här|sidan|artikeln|inlägget|med)\b.{{0,40}})?:?"
    rf"|(?:läs (?:mer|också|även)|se även|taggar|etiketter|kategorier?|ämnen?|dela|foto(?:graf)?|bild(?:text)?|källa"
    rf"|text|skribent|författare|av)\b:.{{0,200}}|läs mer\b.{{0,60}}|så jobbar vi\b.{{0,60}}"
    rf"|(?:facebook|twitter|linkedin|instagram|e-post|x)(?:[ ,|/]{{0,3}}(?:facebook|twitter|linkedin|e-post|"
    rf"x)){{0,5}}"
    rf"|you must be.{{0,80}}|©.{{0,200}}|copyright.{{0,200}}|.{{0,200}}\b(?:cookies?|kakor)\b.{{0,400}}"
    rf"|till toppen|tillbaka(?: till\b.{{0,40}})?|[^\n]{{0,60}}(?: / [^\n/]{{1,60}}){{2,9}}"
    rf"|[^\n>›»]{{0,60}}(?: [>›»][^\n>›»]{{1,60}}){{1,9}})",
    re.IGNORECASE,
)
"""Lines about the page: menus, days of publishing, ways to share it, pictures, other pages."""

OTHER_NEWS: Final = pattern(
    r"(?:relaterade?|liknande|fler|andra|senaste|mer|aktuella) (?:nyheter|artiklar|aktuellt|pressmeddelanden|"
    r"innehåll|"
    r"inlägg|länkar|projekt)\b.{0,40}|(?:relaterat|läs också|läs även|mer om ämnet|kommentarer):?"
    r"|(?:lämna|skriv) en kommentar.{0,40}",
    re.IGNORECASE,
)
"""Headings after which a page has only links to other pages."""

CONTACTS: Final = pattern(
    r"(?:(?:press)?kontakt(?:person(?:er)?|uppgifter|a(?: oss)?)?|vid frågor|har du frågor|frågor|"
    r"för mer information|mer information|ytterligare information|projektledare|"
    r"projektledning)\b[^\n]{0,40}[:?]?\s*\Z",
    re.IGNORECASE,
)
"""Headings of the people to ask."""

CONTACT: Final = pattern(
    r"\S@\S+\.\w|\b(?:tel(?:efon)?|mobil|växel)\b\.?:? *[+0-9]|(?:\A|[ ,])0\d{1,3}[ -]?\d{2,3}(?:[ -]?\d{2}){1,3}\Z",
    re.IGNORECASE,
)
"""Addresses and numbers of people to ask."""

DENIED: Final = pattern(r"(?i)\b(?:inte|ej|inget|inga|ingen|varken|aldrig)\b")
"""Words by which something is not so."""

SHORTENED: Final = pattern(
    r"(?:\b(?:[Bb]l\.a|[Tt]\.ex|t\.o\.m|fr\.o\.m|d\.v\.s|dvs|f\.d|s\.k|p\.g\.a|ev|[Cc]a|c:a|nr|"
    r"kl|[Ss]t|[Dd]r|prof|resp|inkl|"
    r"exkl|max|min|"
    r"ung|tel|jan|feb|apr|aug|sept|okt|nov|dec)|\b[A-ZÅÄÖ])\.\Z"
)
"""What a full stop belongs to that ends no sentence."""


def _labels(words: Mapping[str, str]) -> Mapping[str, str]:
    found = {label: meaning for meaning, labels in words.items() for label in labels.split(",")}
    return MappingProxyType({"".join(filter(str.isalnum, each.casefold())): meaning for each, meaning in found.items()})


NO_LABEL: Final = pattern(r"(?i)\b(?:användar|för|efter|fil)namn\b")
"""Labels of forms, which are like those of projects."""

LABELS: Final = _labels(
    {
        "owner": "svensk projektägare, projektägare sverige, svensk samordnande projektägare, ägare, "
        "ansvarig organisation, projektansvarig, projektanordnare, bidragsmottagare, "
        "stödmottagande organisation, drivs av, ägs av, samordnande projektägare, huvudprojektägare, "
        "samordnare, huvudsökande, projektägande organisation",
        "partner": "samarbetspartner, samarbetspartners, projektpartner, partner, partners, medsökande, "
        "norsk projektägare, finsk projektägare, dansk projektägare, norsk partner, finsk partner, "
        "projektpartners, samarbetsparter, samverkansparter, samverkanspartner, samverkanspartners, "
        "samverkande parter, medverkande, medverkande parter, medverkande organisationer, deltagande parter, "
        "deltagande organisationer, deltagande aktörer, parter, parter i projektet, partner i projektet, "
        "partners i projektet, projektparter, övriga parter, deltagande kommuner, medverkande kommuner, "
        "deltagare i projektet, samarbete, samarbetar med, i samarbete med, i samverkan med, "
        "tillsammans med, projektets parter, projektets partners, samverkan",
        "funder": "finansiering, finansiär, finansiärer, medfinansiär, medfinansiärer, finansieras av, "
        "medfinansieras av, finansierat av, finansiärer är, medfinansiering från, projektet finansieras av, "
        "projektets finansiärer, övriga finansiärer, övrig finansiering, medfinansiering av",
        "period": "pågår, tidplan, tidsplan, tid, projektet pågår, när, projektlängd och tid, genomförandetid, löptid",
        "duration": "varaktighet, projektets längd, projektlängd, längd",
        "planned participants": "antal deltagare, planerat antal deltagare, deltagare",
        "total cost": "budget, omfattning, budget för projektet, projektets omslutning, omslutning, kostnad, "
        "total omslutning",
        "name": "projektets namn, projektnamn, namn på projektet, projekttitel",
        "project number": "journalnummer, projektnummer, projektid, projekt id, ärendenummer, ärendeid, diarienr",
        "fund": "fond, eu fond, stödform",
        "programme": "program, stödprogram, leaderområde",
        "known, but without a field": "målgrupp, syfte, mål, projektmål, målsättning, bakgrund, kontakt, "
        "kontaktperson, projektledare, "
        "geografiskt område, resultat, aktiviteter, webbplats, hemsida, mer information, insatser, status, "
        "tema, prioriteringar, målgrupper",
    }
)
"""The labels of pages by their letters, with the meaning that `Meaning` gives them."""
