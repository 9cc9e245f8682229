"""What each kind of error says in Swedish: what is wrong, and what to do. `english.py` has the same codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SWEDISH: Final[Mapping[str, tuple[str, str]]] = {
    "legacy": ("{wrong}", "{advice}"),
    # --- Any value
    "value.missing": ("saknas", "ange det"),
    "value.empty": ("är tomt", "fyll i det eller utelämna fältet"),
    "value.given_twice": ("anges mer än en gång", "behåll en av uppgifterna"),
    "value.not_one_of": ("är inget vi känner till", "använd något av {choices}"),
    "value.did_you_mean": ("är inget vi känner till", "menar du {near}?"),
    "value.negative": ("är negativt", "ange noll eller mer"),
    "argument.too_many": ("anges tillsammans med {other}", "ange bara en av uppgifterna"),
    "argument.lacks": ("anges utan {other}", "ange båda eller ingen"),
    # --- Values: money, rates, dates, periods, identifiers
    "number.not_plain": ("är inget tal i siffror", "skriv det med siffror och punkt, till exempel {example}"),
    "number.not_finite": ("är inget tal", "ange ett tal"),
    "number.too_long": ("har fler än {most} siffror", "kontrollera talet och avrunda det om det stämmer"),
    "number.outside": ("ligger inte mellan {low} och {high}", "ange ett heltal från {low} till {high}"),
    "number.not_positive": ("är inte större än noll", "ange mer än noll"),
    "money.not_plain": ("är inte ett belopp och en valuta", "skriv till exempel {example}"),
    "money.too_fine": ("har fler än två decimaler", "avrunda till två decimaler"),
    "money.too_fine_for": ("har fler decimaler än {currency} har", "avrunda till den minsta enheten i {currency}"),
    "money.too_large": ("är 10^18 av valutans minsta enhet eller mer", "kontrollera i vilken enhet beloppet anges"),
    "currency.unknown": ("är ingen valutakod", "skriv valutakoden enligt ISO 4217, till exempel {example}"),
    "currency.other_writing": ("är ingen valutakod", "skriv {right}"),
    "currency.mixed": ("är en annan valuta än {other}", "räkna om det ena beloppet till en angiven kurs"),
    "weights.all_zero": ("ger inget att fördela efter", "ange minst en vikt som är större än noll"),
    "rate.not_plain": ("är inte skrivet som en andel", "skriv den med procenttecken, till exempel {example}"),
    "rate.of_zero": ("är noll, och ingenting kan vara en andel av noll", "ange en helhet som inte är noll"),
    "bounds.no_end": ("saknar både nedre och övre gräns", "ange en av dem"),
    "bounds.empty": ("lämnar inget värde emellan", "ange den lägre gränsen först, eller räkna in båda"),
    "bounds.not_plain": ("är inget intervall", "skriv till exempel {example}"),
    "bounds.sum_unknown": ("summan av {first} och {second} kan vara vad som helst", "summera de gränser som behövs"),
    "bounds.not_comparable": (
        "det är inte känt vilket som är störst av {first} och {second}",
        "jämför med den nedre eller övre gränsen",
    ),
    "figure.not_exact": ("är känt bara inom gränser", "använd den nedre eller övre gränsen"),
    "figure.not_printed": ("skrivs aldrig i steg om {step}", "ange värdet som det skrivs"),
    "date.not_plain": ("är ingen dag skriven ÅÅÅÅ-MM-DD", "skriv till exempel {example}"),
    "date.year": ("har året {year}", "ange ett år från 0001 till 9999"),
    "date.month": ("har månaden {month}", "ange en månad från 01 till 12"),
    "date.no_such_day": ("är ingen dag i kalendern", "{month} har {days} dagar"),
    "period.reversed": ("ligger före starten {start}", "byt plats på datumen eller rätta ett av dem"),
    "period.not_plain": (
        "är inte två dagar, två månader eller två år med snedstreck emellan",
        "skriv till exempel {example}",
    ),
    "period.open": ("har en öppen ände", "ange både start och slut, till exempel {example}"),
    "period.not_open": ("har inte en öppen ände och en angiven", "skriv till exempel {example}"),
    "period.no_end": ("saknar både start och slut", "ange ett av dem"),
    "period.beyond_calendar": ("från {start} går bortom år 9999", "ange färre månader"),
    "period.only_years": ("av perioden {period} är bara åren kända", "ange månaderna eller dagarna"),
    "argument.precision": (
        "har precisionen {stated!r}, men perioden {precision!r}",
        "ange {stated!r} som precision, eller skriv till exempel {example}",
    ),
    "argument.precision_of_day": (
        "är inte en början eller ett slut med precisionen {precision!r}",
        "ange {whole}, eller 'day' som precision",
    ),
    "argument.month_end": (
        "har ingen motsvarighet i {month}, som har {days} dagar",
        "välj MonthEnd.CLIP eller MonthEnd.OVERFLOW",
    ),
    "argument.language": ("är inget av våra språk", "skriv ”sv” eller ”en”"),
    "programming_period.not_plain": ("är inte två år med bindestreck emellan", "skriv till exempel {example}"),
    "programming_period.reversed": ("kommer inte efter det första året {first}", "byt plats på åren eller rätta dem"),
    "programming_period.too_long": ("ger {years} år från {first}", "en programperiod har högst {most}"),
    "programming_period.not_known": ("programperioden för {year} är inte känd", "kända är {known}"),
    "programming_period.fields": ("är andra fält än {fields}", "jämför med de andra raderna"),
    "programming_period.order": ("kommer inte efter {earlier}", "rätta åren"),
    "identifier.too_long": ("är längre än {longest} tecken", "skriv till exempel {example}"),
    "identifier.unprintable": ("har tecknet {character}, som inte syns", "skriv utan det tecknet"),
    "identifier.digit": ("har siffran {character}", "skriv med siffrorna 0–9"),
    "identifier.with_name": ("har ett namn bredvid koden", "utelämna namnet och skriv {right}"),
    "identifier.no_country": ("har {letters}, som inte är något land", "kontrollera bokstäverna för landet"),
    "identifier.country_letters": ("har {letters} för landet, som här skrivs {letters_here}", "skriv {right}"),
    "country.unknown": (
        "är inget land vi känner till",
        "skriv landskoden enligt ISO 3166-1, till exempel {example}, eller namnet på svenska eller engelska",
    ),
    "organisation_number.form": (
        "är inte skrivet som ett organisationsnummer",
        "skriv tio siffror, till exempel {example}",
    ),
    "organisation_number.zeros": ("består bara av nollor", "utelämna numret om det inte är känt"),
    "organisation_number.personal": (
        "har {digit} som tredje siffra, men en juridisk person har minst 2",
        "utelämna personnumret för en enskild firma; jämför en juridisk persons nummer med registret",
    ),
    "organisation_number.check_digit": (
        "har kontrollsiffran {digit}, men de nio första siffrorna ger {right}",
        "jämför med registret: den sista siffran ska vara {right}, om ingen annan siffra är fel",
    ),
    "postal_code.form": (
        "är inget svenskt postnummer",
        "skriv fem siffror, till exempel {example}; ett utländskt skrivs som {foreign}",
    ),
    "postal_code.foreign_form": (
        "är inte skrivet som ett postnummer",
        "skriv 2 till 12 bokstäver A–Z, siffror, mellanslag och bindestreck, till exempel {example}",
    ),
    "postal_code.two_countries": ("börjar med {written}, men landet är {named}", "utelämna ett av de två länderna"),
    "postal_code.country_twice": ("har landets bokstäver två gånger", "skriv dem en gång"),
    "nuts.form": (
        "är ingen NUTS-kod",
        "skriv två bokstäver för landet och upp till tre bokstäver eller siffror, till exempel {example}",
    ),
    "nuts.no_region": ("är ingen region i Sverige", "skriv koden för en region, till exempel {example}"),
    "cci.form": (
        "är ingen programkod",
        "skriv år, land, politikområde, fond, typ och löpnummer i följd, till exempel {example}",
    ),
    "foreign_number.no_country": (
        "anger inget land",
        "skriv landskoden, ett mellanslag och numret, till exempel {example}",
    ),
    "foreign_number.swedish": ("är ett svenskt nummer", "ange det som organisationsnummer, utan land"),
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    "rule.not_stated": ("uppgift saknas", ""),
    "rule.lacks": ("uppgift saknas: {needs}", ""),
    "rule.within_bounds": ("en uppgift är känd bara inom gränser, så frågan kan inte avgöras", ""),
    "rule.amounts_in_part": ("beloppen är bara delvis kända, så frågan kan inte avgöras", ""),
    "rule.two_currencies": ("beloppen är i olika valutor ({between}), och ingen kurs är känd", ""),
    "rule.threshold_currency": ("beloppet är i {found} och gränsen i {threshold}; ingen växelkurs är lag här", ""),
    "rule.period_depends_on_day": ("av perioden {period} framgår inte om den ryms i {window}", ""),
    "rule.period_depends_on_length": ("av perioden {period} framgår inte om den är längre än {months} månader", ""),
    "rule.no_amount": ("beloppet är inte känt", ""),
    "rule.no_budget": ("budget saknas", ""),
    "rule.no_call": ("utlysningen är inte känd", ""),
    "rule.no_demand": ("utlysningens krav skiljer sig mellan regioner, och projektets region är inte känd", ""),
    "rule.no_fund": ("fonden är inte känd", ""),
    "rule.no_last": ("vilket beslut som kom sist är inte känt", ""),
    "rule.no_place": ("NUTS-koden är inte känd", ""),
    "rule.no_priority": ("programområdet är inte känt", ""),
    "rule.no_programming_period": ("programperioden är inte känd", ""),
    "rule.no_projects": ("portföljen har inga projekt", ""),
    "rule.no_support": ("stödet är inte känt", ""),
    "rule.no_total": ("totalkostnaden är inte känd", ""),
    "rule.no_union": ("unionens stöd är inte känt", ""),
    "rule.no_single_value": ("lagdata har inget entydigt värde för {key}, {period}", ""),
    "rule.no_reporting_terms": (
        "varken beslut eller lagdata anger när projektet ska redovisa",
        "lägg till villkoren i ett beslut, eller lagdata för programmet",
    ),
    "rule.programme_without_terms": (
        "programmet anger inte när projektet ska redovisa",
        "lägg till villkoren i ett beslut",
    ),
    "rule.errors_found": ("har fel: {errors}", "rätta felen och granska på nytt"),
    "argument.rule_code": ("är ingen regelkod", "skriv familjens bokstäver och ett nummer"),
    "argument.rule_text": (
        "är ingen text med namn inom klammer ({why})",
        "skriv en klammer som ska stå kvar två gånger",
    ),
    "argument.rule_basis": ("är ingen nyckel till en bestämmelse", "skriv en sådan nyckel eller utelämna grunden"),
    "argument.rule_languages": ("anger olika uppgifter: {only}", "namnge uppgiften på båda språken eller på inget"),
    "argument.rule_twice": ("är kod för två regler", "ge varje regel en egen kod"),
    "argument.rule_unknown": ("är ingen regel i granskningen", "den har {codes}"),
    "argument.rule_need": ("är inget som {kind} har", "skriv en sökväg, till exempel ”budget.total”"),
    "argument.finding_value": (
        "har en plats i texten för {rule} men inget värde",
        "ange det med namn: context.finding(..., {name}=...)",
    ),
    "argument.finding_basis": ("saknas i en anmärkning från {rule}", "ange den bestämmelse som tillämpas"),
    "argument.finding_key": ("är inget som {rule} vilar på", "fråga under regelns egen grund"),
    # --- Workings, the testing kit and the command line
}
