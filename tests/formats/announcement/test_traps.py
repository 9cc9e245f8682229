"""Sentences about something else, on pages that say little or much of their project: none adds or takes a value."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from announcements import facts_of, read

if TYPE_CHECKING:
    from esfmodel.model import Project

MUCH = (
    "Unga får hjälp\n\nProjektet ”Gröna rum” får 3 miljoner kronor från Europeiska socialfonden plus. Projektägare är "
    "Sala kommun. Projektet genomförs tillsammans med Heby kommun. Projektets totala budget är 5 miljoner kronor. "
    "Projektet pågår 2023–2025. Projektet ska nå 120 deltagare. "
    "Svenska ESF-rådet beviljade projektet stöd den 3 maj 2023."
)
LITTLE = (
    "Unga får hjälp\n\nProjektet ”Gröna rum” handlar om arbete och stöds av EU. I projektet Gröna rum får unga möta "
    "arbetslivet. Projektet är öppet för alla."
)

TRAPS = (
    "Utlysningen hade en budget på 50 miljoner kronor.",
    "I utlysningen fanns totalt 50 miljoner kronor att söka.",
    "Programmet har en budget på 4 miljarder kronor fram till 2027.",
    "Under programperioden 2021–2027 fördelas 9 miljarder kronor i Sverige.",
    "Sedan 2014 har Norrtälje kommun fått 88 miljoner kronor från EU.",
    "Regionen har tidigare drivit projektet Vinterljus med 888 deltagare.",
    "Totalt beviljades sju projekt stöd på sammanlagt 88 miljoner kronor.",
    "Norrtälje kommun satsar dessutom 7 miljoner kronor på en ny skola.",
    "Kommunens budget för 2026 är 3,2 miljarder kronor.",
    "Norrtälje kommun har 64 000 invånare och 5 000 anställda.",
    "Företaget omsätter 700 miljoner kronor om året.",
    "Arbetslösheten i länet är 8 procent.",
    "Varje år lämnar 400 ungdomar skolan utan betyg.",
    "Strategin gäller 2016–2030.",
    "Handlingsplanen antogs den 4 maj 2019.",
    "Konferensen hålls den 4–5 maj 2031 i Norrtälje.",
    "Anmäl dig senast den 4 maj 2031.",
    "Kostnaden för att delta är 1 500 kronor.",
    "Biljetten kostar 300 kronor.",
    "Vid seminariet deltog 120 personer från Norrtälje kommun.",
    "Läs mer på Norrtälje kommuns webbplats.",
    "– Det här är viktigt för Norrtälje, säger Kim Ek (S), kommunalråd i Norrtälje kommun.",
    "– Vi är stolta, säger Kim Ek, projektledare på Norrtälje kommun.",
    "Kim Ek arbetar på Norrtälje kommun.",
    "Frågor besvaras av Norrtälje kommun.",
    "En enkät från Almi visar att 300 företag saknar personal.",
    "Enligt Arbetsförmedlingen saknas 12 000 personer i vården.",
    "Tillväxtverket förvaltar fonden i Sverige.",
    "Europeiska regionala utvecklingsfonden stöder andra slags projekt.",
    "Förstudien Vinterljus kostade 700 000 kronor och pågick 2019–2020.",
    "Pilotprojektet Vinterljus genomfördes av Norrtälje kommun 2019–2020.",
    "I ett tidigare projekt samarbetade Norrtälje kommun med Trosa kommun.",
    "Vinterljus, ett annat projekt i länet, får 9 miljoner kronor.",
    "Systerprojektet Vinterljus drivs av Norrtälje kommun.",
    "Ett liknande projekt i Norge får 9 miljoner euro från EU.",
    "I höst söker Norrtälje kommun 9 miljoner kronor till ett nytt projekt.",
    "Norrtälje kommun fick avslag på sin ansökan i samma utlysning.",
    "Byggandet av skolan beräknas kosta 99 miljoner kronor.",
    "Ett hus kostar 3 miljoner kronor att bygga.",
    "Lönen är 30 000 kronor i månaden.",
    "Deltagarna får 500 kronor om dagen.",
    "Priset på 100 000 kronor gick till Norrtälje kommun.",
    "Norrtälje kommun är en av Sveriges största kommuner.",
    "Kommunfullmäktige i Norrtälje godkände budgeten den 4 maj 2031.",
    "Norrtälje kommun bildades 1971.",
    "Föreningen Vinterljus firar 50 år 2031.",
    "Utbildningen är tre år lång och leds av Uppsala universitet.",
    "Kursen ges i 18 månader för 40 studenter.",
    "Under pandemin 2020–2021 minskade antalet resor.",
    "EU:s budget är 1 800 miljarder euro för 2021–2027.",
    "EU har ett mål om att 60 procent ska delta i utbildning 2030.",
    "I länet finns 15 kommuner och tre folkhögskolor.",
    "Totalt har 23 kommuner i landet samma problem.",
    "Norrtälje kommun och Trosa kommun har samma problem.",
    "Norrtälje kommun har fått ett pris för sitt arbete.",
    "Sedan 2019 driver Norrtälje kommun ett kontor i Bryssel.",
    "Nästa projekt startar 2031 och får 9 miljoner kronor.",
    "Projektet Vinterljus avslutades 2019.",
    "Projektet Vinterljus fick 9 miljoner kronor.",
    "Vinterljus är ett projekt för äldre.",
    "I satsningen Vinterljus ingår Norrtälje kommun.",
    "Norrtälje kommun stöds av ett nätverk.",
    "Boken är skriven i samarbete med Norrtälje kommun.",
    "Hon har arbetat tillsammans med Norrtälje kommun i många år.",
    "Rapporten är framtagen av Norrtälje kommun på uppdrag av Region Stockholm.",
    "Norrtälje kommun leder ligan.",
    "Norrtälje kommun bidrar till en levande landsbygd.",
    "Norrtälje kommun står för en stor del av exporten, 8 miljarder kronor.",
    "Det motsvarar 3 000 kronor per invånare.",
    "Skadorna beräknas till 9 miljoner kronor.",
    "Vinsten blev 9 miljoner kronor.",
    "En minskning med 9 miljoner kronor jämfört med 2019.",
    "Sverige betalar 40 miljarder kronor i avgift till EU.",
    "Ungefär 300 personer väntas till invigningen.",
    "Bussen har 50 platser och går till Norrtälje.",
    "Målet är att länet ska ha 400 000 invånare 2030.",
    "Diarienumret för kommunens beslut är KS 2031/77.",
    "Organisationsnummer 212000-0225.",
    "Kommunstyrelsen har beslutat om en medfinansiering till Vinterljus.",
    "Allmänna arvsfonden beviljar föreningen Vinterljus 2 miljoner kronor.",
    "Postkodstiftelsen ger 2 miljoner kronor till Vinterljus.",
    "Energimyndigheten satsar 2 miljoner kronor på solceller.",
    "Regeringen satsar 2 miljarder kronor på vården.",
    "Kommunen lägger 2 miljoner kronor om året på kultur.",
    "Skolan kostar kommunen 300 miljoner kronor varje år.",
    "Skolans budget är 300 miljoner kronor.",
    "Kommunens totala budget är 3 miljarder kronor.",
    "Omsättningen är 300 miljoner kronor.",
    "Investeringen är på totalt 300 miljoner kronor.",
    "Bron kostar totalt 300 miljoner kronor.",
    "Hela bygget kostar 300 miljoner kronor.",
    "Elpriset var 3 kronor per kilowattimme.",
    "Företaget Vinterljus AB har 300 anställda.",
    "Vinterljus AB ägs av Norrtälje kommun.",
    "Bolaget drivs av Trosa kommun.",
    "Skolan drivs av Trosa kommun.",
    "Biblioteket drivs av Trosa kommun tillsammans med Norrtälje kommun.",
    "Trosa kommun äger fastigheten.",
    "Trosa kommun leder arbetet med skolan.",
    "Trosa kommun ansvarar för vägen.",
    "Mötet leds av Kim Ek från Trosa kommun.",
    "Samtalet leddes av Kim Ek, Trosa kommun.",
    "På plats var Trosa kommun, Gnesta kommun och Region Sörmland.",
    "I nätverket ingår Trosa kommun och Gnesta kommun.",
    "I styrgruppen sitter Trosa kommun och Gnesta kommun.",
    "Juryn består av Trosa kommun och Gnesta kommun.",
    "Länet består av 15 kommuner.",
    "Gnesta kommun ligger mellan Trosa kommun och Nyköpings kommun.",
    "Almi stöder nya företag.",
    "Kim Ek är projektledare på Trosa kommun.",
    "Tidigare projektledare var Kim Ek på Trosa kommun.",
    "Kontakta Trosa kommun för mer information.",
    "Bilden är tagen i Trosa kommun.",
    "Initiativet till mässan togs av Trosa kommun.",
    "Mässan stöttas av Trosa kommun.",
    "Mässan finansieras av Trosa kommun.",
    "Vägen finansieras av Trosa kommun och Region Sörmland.",
    "Stadion medfinansieras av Trosa kommun.",
    "Trosa kommun finansierar en ny väg för 30 miljoner kronor.",
    "Trosa kommun bidrar med lokaler till mässan.",
    "Trosa kommun bidrar med 3 miljoner kronor till vägen.",
    "Trosa kommun står för maten.",
    "Trosa kommun satsar 3 miljoner kronor på lekplatser.",
    "Mässan pågår 4–6 maj 2031.",
    "Mässan pågår till och med den 6 maj 2031.",
    "Utställningen pågår 2030–2031.",
    "Avtalet gäller 2030–2033.",
    "Avtalet löper till 2033.",
    "Mandatperioden är 2026–2030.",
    "Kommunens plan sträcker sig från 2030 till 2033.",
    "Skolan byggs 2030–2031.",
    "Vägen är klar 2033.",
    "Kursen startar i augusti 2031.",
    "Nästa kurs startar den 4 maj 2031 och pågår i 8 månader.",
    "Utbildningen pågår i två år.",
    "Anställningen är på 18 månader.",
    "Praktiken varar i 6 månader.",
    "I två år har Trosa kommun letat efter lokaler.",
    "För tre år sedan startade kursen.",
    "Under 2031 startar en ny kurs för 40 personer.",
    "Kursen har 40 platser och riktar sig till 40 ungdomar.",
    "Mässan väntas dra 3 000 personer.",
    "Mässan ska nå 3 000 personer.",
    "Länet beräknas växa med 3 000 personer.",
    "Företaget planerar att anställa 300 personer.",
    "Företaget söker 300 medarbetare.",
    "Kommunen beviljades bygglov den 4 maj 2031.",
    "Bygglovet godkändes den 4 maj 2031.",
    "Länsstyrelsen beslutade den 4 maj 2031 att stänga vägen.",
    "Länsstyrelsen har beviljat tillstånd till vägen.",
    "Tillväxtverket beslutade den 4 maj 2031 om nya regler.",
    "Ansökan om bygglov fick avslag.",
    "Skolan fick 3 miljoner kronor av en mormor.",
    "Diarienummer för bygglovet: BN 2031/77.",
    "Ring 0156-520 00.",
    "Postnummer 619 80 Trosa.",
    "Bankgiro 123-4567.",
    "ISBN 91-7000-123-4.",
    "Lag (2031:123) gäller.",
    "Enligt förordning 2021/1057 är fonden till för arbete.",
    "Agenda 2030 har 17 mål.",
    "Sedan den 4 maj 2031 är vägen stängd.",
    "Svenska ESF-rådet fördelar pengarna i Sverige.",
    "Fonden för en rättvis omställning finns i tre län.",
    "Läs också om projektet ”Vinterljus” som får 9 miljoner kronor.",
    "Norrtälje kommun får besök av EU-kommissionen.",
    "Under de kommande tre åren ska Norrtälje kommun bygga 300 bostäder.",
    "Region Stockholm ska anställa 300 personer.",
    "Den totala budgeten för Norrtälje kommun är 3 miljarder kronor.",
    "EU-stödet till jordbruket är 700 miljoner kronor.",
    "Trosa kommun deltar i mässan.",
    "Trosa kommun och Gnesta kommun deltar i mässan.",
    "På mötet deltog Trosa kommun och Gnesta kommun.",
    "Trosa kommun samarbetar med Gnesta kommun om vatten.",
    "Trosa kommun ska utbilda 300 personer i hjärt- och lungräddning.",
    "Interreg är EU:s program för samarbete över gränserna.",
    "Ansökan om 99 miljoner kronor till Vinterljus fick avslag.",
    "Norrtälje kommun får 9 miljoner kronor i statsbidrag.",
    "Vinnova har beviljat Norrtälje kommun 2 miljoner kronor.",
    "Norrtälje kommun har beviljats 2 miljoner kronor av Vinnova.",
    "EU-stödet till Polen är 700 miljoner euro.",
    "Regionen delar ut 7 miljoner kronor till föreningar.",
    "Svenska ESF-rådet avslog en ansökan från Vinterljus.",
    "Kim Ek fick pengar av sin mamma.",
)
"""Amounts, times, people and bodies of calls, programmes, other projects, events, towns and companies."""

PAGES = {"little": LITTLE, "much": MUCH}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str, page: str) -> None:
    """The draft is that of the page alone."""
    alone, project = draft_of(PAGES[page]), read(f"{PAGES[page]}\n\n{trap}").one()
    assert facts_of(project) == facts_of(alone)
    assert (project.decisions, project.duration_months) == (alone.decisions, alone.duration_months)
    assert project.programme == alone.programme


@cache
def draft_of(page: str) -> Project:
    """Return the project of a page, which is read once."""
    return read(page).one()
