"""The headings of lists of operations, besides the labels of `esfmodel.text.words.money_labels`.

They are those of Article 115(2) with Annex XII of Regulation (EU) No 1303/2013 and of Article 49(3) of Regulation (EU)
2021/1060, in Swedish and English, those of Kohesio, and what registers in these two languages print. They are apart
from the labels of pages because a line of running text may well begin with "Name" or "Purpose".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping

LIST_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "project number": (
            *("Project number", "Project code", "Project ID", "Project No", "Operation number", "Operation code"),
            *("Operation local identifier", "Local identifier", "Reference number", "Project reference"),
            *("Insatsens diarienummer", "Ärende-nr", "Ärendenr"),
        ),
        "name": (
            *("Name of the operation", "Operation title", "Project title", "Title of the operation", "Title"),
            *(
                "Operation name programme language",
                "Insatsens benämning",
                "Projektets titel",
            ),
            *("Name of operation", "Name of project", "Name of the project", "Title of the project", "Titel"),
        ),
        "name in another language": (
            *(
                "Operation name English",
                "Operation name in English",
                "Project name in English",
                "Project title in English",
            ),
            *("Namn på engelska", "Projektnamn engelska", "Projektnamn på engelska"),
        ),
        "owner": (
            *("Beneficiary name", "Name of beneficiary", "Name of the beneficiary", "Lead partner", "Lead beneficiary"),
            *(
                "Leading partner",
                "Lead partner name",
                "Name of lead partner",
                "Project owner",
                "Name of the lead partner",
            ),
            *("Namn på stödmottagare", "Namn på stödmottagaren", "Samordnande stödmottagare"),
        ),
        "organisation number": (
            *("Beneficiary identifier", "Beneficiary local identifier", "Beneficiary organisation number"),
            *("Beneficiary registration number", "Organisation number", "Y-tunnus"),
        ),
        "postal code": ("Beneficiary postal code", "Postal code of the beneficiary"),
        "city": ("City of the beneficiary", "Beneficiary town", "Stödmottagarens säte"),
        "country of the owner": ("Country of the beneficiary", "Country of beneficiary"),
        "kind of the owner": (
            "Type of beneficiary",
            "Beneficiary type",
            "Type of organisation",
            "Typ av stödmottagare",
        ),
        "partner": ("Partner", "Partners", "Partner name", "Project partner", "Project partners", "Samverkanspart"),
        "total cost of a partner": (
            *("Total eligible expenditure allocated to the beneficiary", "Total budget of the partner"),
            *("Partner total budget", "Partner budget", "Partnerns totala budget", "Partnerns budget"),
        ),
        "support of the Union for a partner": (
            *("ERDF contribution to the partner", "Partner ERDF contribution", "Partner EU contribution"),
            *("Partner's ERDF contribution", "EU-stöd till partnern"),
        ),
        "whether a partner has the lead": (
            *("Has the lead of the operation (Y/N)", "Has the lead of the operation", "Is lead partner"),
            *("Lead partner (Y/N)", "Lead partner (yes/no)", "Lead beneficiary (Y/N)", "Samordnande part (ja/nej)"),
        ),
        "country": ("Country of the operation", "Operation country"),
        "fund": (
            "Fund code",
            "Fund name",
            "Fund",
            "Name of the fund",
            "Fondens namn",
            "Berörd EU-fond",
            "Name of fund",
        ),
        "CCI": ("Programme code", "Programme CCI", "CCI number", "CCI code", "CCI of the programme"),
        "programme": (
            *("Programme", "Programme name", "Name of the programme", "Name of programme", "Operational programme"),
            *("Program", "Programmets namn", "Programnamn", "Namn på programmet", "Operativt program"),
        ),
        "priority": (
            *(
                "Priority axis",
                "Programme priority",
                "Insatsområde nummer",
                "Prioriterat område",
                "Priority of the programme",
            ),
        ),
        "specific objective": (
            *(
                "Programme specific objective",
                "Programme specific objective name",
                "Specific objective of the programme",
            ),
            *("Specifikt mål som berörs", "Berört särskilt mål"),
        ),
        "intervention field": (
            *(
                "Category of intervention",
                "Name of category of intervention for the operation",
                "Categories of intervention",
            ),
            *(
                "Category of intervention for the operation",
                "Type of intervention",
                "Type of intervention for the operation",
            ),
            *(
                "Insatskategori",
                "Namn på insatskategori",
                "Namn på insatskategori för insatsen",
                "Interventionskategori",
            ),
            *("Typ av intervention", "Typ av intervention för insatsen", "Interventionskategori för insatsen"),
            *("Intervention category", "Field of intervention", "Project intervention field"),
        ),
        "strategic importance": ("Strategic importance", "Strategisk betydelse", "Operation of strategic importance"),
        "planned participants": ("Number of participants", "Planned number of participants", "Participants"),
        "NUTS code": (
            "NUTS code",
            "Location indicator NUTS code",
            "NUTS2",
            "NUTS2 code",
            "NUTS3 code",
            "NUTS3",
            "NUTS 3",
            "NUTS code of the operation",
        ),
        "region": ("Region of the operation", "Operation region"),
        "municipality": ("Kommun", "Kommuner", "Municipality", "Municipalities", "Berörda kommuner"),
        "call": ("Project call", "Call for proposals", "Call name", "Call number"),
        "rate of the Union": (
            *("Union co-financing rate, as per priority axis", "Union co-financing rate as per priority axis"),
            *(
                "Union co-financing rate per priority axis",
                "Cofinancing rate",
                "Co-financing rate",
                "EU cofinancing rate",
            ),
            *(
                "Project EU co-financing rate",
                "Union cofinancing rate",
                "Rate of Union co-financing",
            ),
            *("Unionens medfinansieringsgrad per prioriterat område", "Unionens medfinansieringssats"),
            *(
                "Unionens medfinansieringssats per prioriterat område",
                "Unionens medfinansieringsgrad enligt prioriterat område",
            ),
            *("EU-medfinansieringsgrad", "Medfinansieringsgrad från EU"),
        ),
        "period": ("Project period", "Period of implementation", "Implementation period", "Insatsens löptid"),
        "duration": (
            *("Duration in months", "Duration (months)", "Project duration in months", "Längd i månader"),
            *("Antal månader", "Projektlängd i månader"),
        ),
        "start": (
            *("Operation start date", "Start date of the operation", "Project start date", "Project start", "Start"),
            *("Startdatum för insatsen", "Insatsens startdatum", "Date of start", "Starting date", "Begin date"),
            *("Projektets startdatum", "Starting date of the operation"),
        ),
        "end": (
            *("Operation end date", "End date of the operation", "Project end date", "Project end", "End"),
            *("Expected or actual date of completion of the operation", "Date of completion of the operation"),
            *("Expected or actual end date of the operation", "Operation expected end date", "Expected end date"),
            *("Slutdatum för insatsen", "Insatsens slutdatum", "Förväntat eller faktiskt slutdatum för insatsen"),
            *("Projektets slutdatum", "Förväntat slutdatum", "Completion date", "Closing date of the operation"),
        ),
        "summary": (
            *(
                "Operation summary",
                "Operation summary programme language",
                "Summary of the operation",
                "Project summary",
                "Description",
                "Project description",
            ),
            *("Purpose of the operation and its expected or actual achievements", "Purpose of the operation"),
            *("The purpose of the operation and its expected or actual achievements", "Operation description"),
            *("Sammanfattning av insatsen", "Insatsens sammanfattning", "Insatsens syfte", "Beskrivning av insatsen"),
            *("Insatsens syfte och dess förväntade eller faktiska resultat", "Description of the operation"),
            "Insatsens syfte och dess förväntade eller faktiska måluppfyllelse",
        ),
        "summary in another language": ("Operation summary English", "Operation summary in English"),
        "total cost": (
            *(
                "Total eligible expenditure allocated to the operation",
                "Total eligible expenditure",
                "Total eligible costs",
            ),
            *(
                "Total eligible expenditure amount",
                "Total eligible expenditure of the operation",
                "Total eligible budget",
            ),
            *("Total cost of the operation", "Total cost", "Total costs", "Project total budget", "Total expenditure"),
            *("Totala stödberättigande utgifter som tilldelats insatsen", "Totala stödberättigande utgifter"),
            *(
                "Total stödberättigande utgift",
                "Insatsens totala kostnad",
                "Totala kostnader",
                "Total stödberättigande kostnad",
            ),
            *(
                "Totala stödberättigande kostnader",
                "Totala stödberättigande utgifter för insatsen",
                "Total project budget",
            ),
            *("Total cost of operation", "Total amount of eligible expenditure"),
        ),
        "support of the Union alone": (
            *("Project EU budget", "Project's EU funding", "EU support", "Union support", "Union contribution"),
            *(
                "EU contribution to the operation",
                "Union co-financing",
                "EU co-financing",
                "EU grant",
                "ERDF",
                "ESF",
                "ESF+",
            ),
            *("Unionens stöd", "Unionens medfinansiering", "EU budget", "EU amount", "ESF contribution"),
        ),
        "currency": (
            *(
                "Currency",
                "Valuta",
                "Total eligible expenditure currency",
                "Currency code",
                "Valutakod",
                "Currency of amounts",
            ),
        ),
        "protected text": ("Text efter apostrof", "Text after an apostrophe"),
        "known, but without a field": (
            *("Källfil", "Källblad", "Källrad", "Source file", "Source sheet", "Source row"),
            *("Jämfört med listan", "Compared with the list", "Belägg på sidan", "Evidence on the page"),
            *("Operation unique identifier", "Beneficiary unique identifier", "Unique identifier", "Country ID"),
            *(
                "Total eligible expenditure exchange rate",
                "Exchange rate",
                "Date of last update",
                "Last update",
                "Updated",
            ),
            *(
                "Date of last update of the list of operations",
                "Last modified",
                "Uppdateringsdatum",
                "Senast uppdaterad",
            ),
            *("Datum för senaste uppdatering av förteckningen över insatser", "Senaste uppdatering"),
            *("Operation postcode", "Operation postal code", "Location indicator postcode", "Location indicator"),
            *(
                "Operation postcode or other appropriate location indicator",
                "Location",
                "Place",
                "Plats",
                "Adress",
                "Address",
            ),
            *("Insatsens postnummer", "Insatsens postnummer eller annan lämplig lokaliseringsindikator"),
            *("Location indicator latitude longitude", "Latitude", "Longitude", "Coordinates", "Koordinater"),
            *(
                "Location indicator or geolocation",
                "Location indicator or geolocation for the operation",
                "Geolocation",
            ),
            *("Location indicator or geolocation for the operation and country concerned", "Coordinates east"),
            *("Lokaliseringsuppgift eller geolokalisering för insatsen och berört land", "Coordinates north"),
            *("Program priority axis code", "Program priority axis name", "Program specific objective code", "Status"),
            *("Program specific objective name", "Program thematic objective code", "Program thematic objective name"),
            *(
                "Tematiskt mål",
                "Thematic objective",
                "Policy objective",
                "Website",
                "Webbplats",
                "Webbadress",
                "URL",
                "Link",
            ),
            *(
                "Län",
                "County",
                "Område",
                "Anmärkning",
                "Anmärkningar",
                "Kommentar",
                "Comment",
                "Comments",
                "Remarks",
                "Nr",
                "No",
                "Number",
                "Nummer",
                "Löpnummer",
                "Row number",
                "Serial number",
                "City name",
                "Beneficiary name in English",
                "Beneficiary name English",
                "City",
                "Town",
                "Town name",
                "Bynavn",
                "Country code",
                "Theme",
                "Project acronym",
                "Acronym",
                "Akronym",
            ),
        ),
    }
)
"""The headings by what their columns hold."""

WRITTEN_HEADINGS: Final[Mapping[str, InEachLanguage[str]]] = MappingProxyType(
    {
        "project number": InEachLanguage("Diarienummer", "Operation ID"),
        "name": InEachLanguage("Insatsens namn", "Name of the operation"),
        "owner": InEachLanguage("Stödmottagarens namn", "Name of the beneficiary"),
        "organisation number": InEachLanguage("Stödmottagarens organisationsnummer", "Beneficiary organisation number"),
        "kind of the owner": InEachLanguage("Typ av stödmottagare", "Type of beneficiary"),
        "postal code": InEachLanguage("Stödmottagarens postnummer", "Postal code of the beneficiary"),
        "city": InEachLanguage("Stödmottagarens ort", "City of the beneficiary"),
        "country of the owner": InEachLanguage("Stödmottagarens land", "Country of the beneficiary"),
        "summary": InEachLanguage(
            "Insatsens syfte och dess förväntade eller faktiska resultat",
            "Purpose of the operation and its expected or actual achievements",
        ),
        "start": InEachLanguage("Startdatum för insatsen", "Start date of the operation"),
        "end": InEachLanguage(
            "Förväntat eller faktiskt slutdatum för insatsen",
            "Expected or actual date of completion of the operation",
        ),
        "duration": InEachLanguage("Projektlängd i månader", "Duration in months"),
        "currency": InEachLanguage("Valuta", "Currency"),
        "total cost": InEachLanguage("Insatsens totala kostnad", "Total cost of the operation"),
        "support, undivided": InEachLanguage("Stöd från EU och staten", "Support from the EU and the state"),
        "support of the Union alone": InEachLanguage("EU-stöd", "EU support"),
        "support of a partner country": InEachLanguage("Stöd från partnerland", "Support from a partner country"),
        "own contribution, public": InEachLanguage("Offentlig medfinansiering", "Own public contribution"),
        "own contribution, private": InEachLanguage("Privat medfinansiering", "Own private contribution"),
        "own contribution": InEachLanguage("Egen finansiering", "Own contribution"),
        "support applied for": InEachLanguage("Sökt stöd", "Support applied for"),
        "fund": InEachLanguage("Berörd fond", "Fund concerned"),
        "programming period": InEachLanguage("Programperiod", "Programming period"),
        "programme": InEachLanguage("Program", "Programme"),
        "CCI": InEachLanguage("Programmets CCI", "Programme CCI"),
        "priority": InEachLanguage("Insatsområde", "Priority"),
        "specific objective": InEachLanguage("Berört specifikt mål", "Specific objective concerned"),
        "rate of the Union": InEachLanguage("Unionens medfinansieringsgrad", "Union co-financing rate"),
        "region": InEachLanguage("Region", "Region of the operation"),
        "municipality": InEachLanguage("Kommuner", "Municipalities"),
        "NUTS code": InEachLanguage("NUTS-kod", "NUTS code"),
        "country": InEachLanguage("Berört land", "Country concerned"),
        "intervention field": InEachLanguage("Typ av intervention för insatsen", "Type of intervention"),
        "strategic importance": InEachLanguage("Insats av strategisk betydelse", "Operation of strategic importance"),
        "call": InEachLanguage("Utlysning", "Call"),
        "planned participants": InEachLanguage("Planerat antal deltagare", "Planned participants"),
        "note": InEachLanguage("Jämfört med listan", "Compared with the list"),
        "evidence": InEachLanguage("Belägg på sidan", "Evidence on the page"),
        "source file": InEachLanguage("Källfil", "Source file"),
        "source sheet": InEachLanguage("Källblad", "Source sheet"),
        "source row": InEachLanguage("Källrad", "Source row"),
        "protected text": InEachLanguage("Text efter apostrof", "Text after an apostrophe"),
    }
)
"""The headings that are written, in the order of the columns; each is read as what its column holds.

They have the words of Article 49(3) of Regulation (EU) 2021/1060 where it names the fact.
"""

YES_OR_NO: Final[InEachLanguage[Mapping[bool, str]]] = InEachLanguage(
    {True: "ja", False: "nej"}, {True: "yes", False: "no"}
)
"""The words that are written for what is answered by yes or no."""

SCALE_WORDS: Final = frozenset(
    (
        *("thousand", "thousands", "million", "millions", "billion", "billions", "bn", "mn", "mill", "mln", "mio"),
        *("tusen", "tusental", "tusentals", "miljon", "miljoner", "milj", "miljard", "miljarder"),
        *("tusind", "tusinde", "tusinder", "millioner", "milliarder", "tuhat", "tuhatta", "miljoonaa"),
        *("tsd", "tausend", "millionen", "mld", "mrd", "milliarden", "duizend", "duizenden", "miljoen", "miljoenen"),
        *("millier", "milliers", "milliard", "milliards", "mil", "miles", "millón", "millones", "milhar", "milhares"),
        *("milhão", "milhões", "mila", "migliaia", "milione", "milioni", "mii", "milioane"),
        *("tys", "tysiąc", "tysiące", "tysięcy", "tysiącach", "milion", "miliony", "milionów", "milionach"),
        *("tis", "tisíc", "tisíce", "tisících", "tisícoch", "milionů", "milionech", "milión", "miliónov"),
        *("tisoč", "tisuća", "tisućama", "milijun", "milijuna", "ezer", "eft", "mft", "millió", "milliárd"),
        *("tūkst", "tūkstančiai", "tūkstančių", "tūkstoši", "tūkstošos", "tuh", "tuhandetes", "miljonit"),
        *("хил", "хиляди", "млн", "милиона", "χιλ", "χιλιάδες", "εκατ", "εκατομμύρια"),
    )
)
"""Words for thousands and millions in the languages of the Union, beside which a figure may not be in ones."""

_OF_OTHERS = (
    "partner",
    "beneficiar",
    "stödmottag",
    "contractor",
    "part of",
    "programme",
    "of the call",
    "utlysning",
)
_OF_A_STEP = (
    *("call", "utlysning", "payment", "utbetal", "ansök", "application", "report", "rapport", "contract", "avtal"),
    *("eligibility", "evaluation", "decision", "beslut", "claim", "rekvisition"),
)

OTHER_THINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": (
            *("manager", "contractor", "contact", "kontakt", "person", "ansvarig", "leader", "ledare", "handlägg"),
            *("authority", "myndighet", "body", "file", "fil"),
        ),
        "start": _OF_A_STEP,
        "end": _OF_A_STEP,
        "total cost": (*_OF_OTHERS, "contribut"),
        "support, undivided": _OF_OTHERS,
        "support of the Union alone": _OF_OTHERS,
        "support of the state": _OF_OTHERS,
    }
)
"""Parts of words beside which a heading that is not known as a whole is of something else than the project."""
