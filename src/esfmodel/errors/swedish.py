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
    "rate.not_plain": ("är ingen andel", "skriv den med procenttecken, till exempel {example}"),
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
    "argument.language": ("är inget av våra språk", "använd något av {choices}"),
    "programming_period.not_plain": ("är inte två år med bindestreck emellan", "skriv till exempel {example}"),
    "programming_period.reversed": ("kommer inte efter det första året {first}", "byt plats på åren eller rätta dem"),
    "programming_period.too_long": ("ger {years} år från {first}", "en programperiod har högst {most}"),
    "programming_period.not_known": ("programperioden för {year} är inte känd", "kända är {known}"),
    "programming_period.fields": ("har andra fält än {fields}", "jämför med de andra raderna"),
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
    "organisation_number.form": ("är inget organisationsnummer", "skriv tio siffror, till exempel {example}"),
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
    "text.blank": ("är tomt", "fyll i det"),
    "amount.finer_than_rounding": (
        "anges i mindre enheter än hela {currency}, som beloppen avrundas till här",
        "avrunda det eller välj avrundning till minsta enhet",
    ),
    "amount.not_exact": (
        "är inte känt exakt, så att inget kan räknas ut för en ansökan om utbetalning",
        "ange det exakta beloppet",
    ),
    "share.not_of_whole": ("är ingen andel av en helhet", "ange en andel från 0 % till 100 %"),
    "units.not_a_number": ("är inget antal enheter", "ange ett tal från 0"),
    "unit_cost.too_large": ("ger inget möjligt belopp till priset {price}", "kontrollera pris och antal"),
    "flat_rate.of_itself": ("är en schablon på sig själv", "ange dess belopp eller ta bort raden ur underlaget"),
    "flat_rate.circular": (
        "är en schablon på sig själv via andra schabloner: kostnadsraderna {lines}",
        "ange beloppet på en av raderna eller ta bort den ur underlaget",
    ),
    "financing.grant_twice": (
        "anger samma stöd både odelat och uppdelat på EU-medel och statliga medel",
        "ange stödet på ett av de två sätten",
    ),
    "organisation.more_members": ("är fler än antalet, {count}", "ange antalet i hela gruppen"),
    "role.without_budget": (
        "kan inte ha en egen budget",
        "utelämna budgeten eller ange en roll som kan ha en: {roles}",
    ),
    "argument.missing": ("anges inte, och inte heller {others}", "ange exakt en av dem"),
    "plan.costs_differ": (
        "summerar till {costs}, och planen gäller {planned}",
        "planera för deras summa eller utelämna dem",
    ),
    "plan.own_at_zero": (
        "kan inte vara egen finansiering när den egna andelen är 0 %",
        "ange stödet eller totalkostnaden, eller en annan andel",
    ),
    "plan.co_funders_at_zero": ("har inget att betala när den egna andelen är 0 %", "utelämna dem"),
    "plan.no_support": ("lämnar inget stöd att planera med", "ange en andel som lämnar något"),
    "plan.union_exceeds_support": (
        "gör EU:s del till {union}, vilket är mer än stödet",
        "avrunda nedåt eller till planens enhet",
    ),
    "plan.not_own_money": ("är stöd och ingen egen medfinansiering", "ange en organisation eller egna medel"),
    "change.other_budget": ("är inte vad ändringen utgår från", "tillämpa den på budgeten som den gjordes för"),
    "argument.not_from_diff": ("passar inte två listor av rader", "låt diff() göra ändringarna"),
    "breakdown.not_on_side": ("finns inte bland uppgifterna om {side}", "välj något av {keys}"),
    "breakdown.key_twice": ("finns redan på raderna", "välj en annan indelning eller utelämna den"),
    "breakdown.too_large": (
        "ger {rows} rader och {columns} kolumner, vilket ingen kan läsa",
        "dela in bara på rader eller på annat sätt",
    ),
    "argument.side_missing": (
        "anges inte, och båda sidorna av en budget har sådana rader",
        "ange of=BudgetSide.COSTS eller of=BudgetSide.FINANCING",
    ),
    "spread.too_many_lines": ("delar ger mer än en miljon rader", "fördela på färre"),
    "spread.not_whole_months": ("är inte hela kalendermånader", "fördela efter dagar i stället"),
    "spread.size_not_known": (
        "är inte angiven tillräckligt noga för att fördelas {by}",
        "ange den närmare eller fördela i lika delar",
    ),
    "limit.not_one": (
        "är varken en andel av ett underlag eller ett belopp",
        "ange en andel med dess underlag, eller bara ett högsta belopp",
    ),
    "decision.order_not_known": (
        "det framgår inte vilket beslut som kom sist: {kinds} (dagar: {days})",
        "ange dagarna",
    ),
    "decision.day_not_known": (
        "det framgår inte om beslutet ({kind}) hade fattats senast {on} (dag: {day})",
        "ange beslutets dag eller fråga om en annan dag",
    ),
    "claim.day_not_known": (
        "det framgår inte om ansökan om utbetalning {number} hade lämnats in senast {on} (dag: {day})",
        "ange ansökans dag eller fråga om en annan dag",
    ),
    "reporting.not_part_of_year": ("delar inte året i lika delar", "ange 1, 2, 3, 4, 6 eller 12"),
    "reporting.no_working_day": ("lämnar ingen arbetsdag i kalendern", "ange färre"),
    "claim.unknown": ("är ingen ansökan om utbetalning under detta stöd", "ange numret på en av ansökningarna"),
    "claim.corrects_later": ("är ingen ansökan före nummer {number}", "ange numret på den tidigare ansökan"),
    "claim.number_not_rising": ("kommer efter ansökan {last}", "ge varje ansökan ett eget nummer i stigande ordning"),
    "claim.covered_by_flat_rate": (
        "täcks enbart av en schablon och skulle betalas två gånger",
        "utelämna kostnaden: schablonen räknas ut på de kostnader som den är en andel av",
    ),
    "claim.lists_grant": ("är själva stödet, som räknas ut på kostnaderna", "ange vad andra än fonden har betalat"),
    "claim.revenue_above_zero": ("är en intäkt över noll", "ange intäkter som negativa belopp"),
    "claim.overcorrected": (
        "är vad som återstår av {category}: mer rättas än vad som har begärts",
        "rätta högst det som har begärts",
    ),
    "claim.costs_below_zero": (
        "summerar till {total}, vilket är under noll",
        "rätta högst det som har begärts, eller utelämna intäkter som överstiger kostnaderna",
    ),
    "claim.no_exchange_rate": (
        "är i en annan valuta än stödet, {currency}, och ansökan {number} saknar växelkurs mellan dem",
        "ange i ansökan växelkursen för dess månad",
    ),
    "claim.public_money_not_known": (
        "ansökan {number} anger inte hur stor del som betalats med offentliga medel, och beslutets tak beror på det",
        "ange vilka som har betalat kostnaderna och hur mycket",
    ),
    "flat_rate.base_not_known": (
        "är en schablon, och det framgår inte om allt som begärs hör till dess underlag",
        "ange partner, fas och dag för det som begärs så som budgeten är indelad",
    ),
    "lump_sum.not_whole": ("är inte en hel klumpsumma: {whole}", "begär den i sin helhet när arbetet är gjort"),
    "lump_sum.claimed_before": ("är en klumpsumma som redan har begärts", "begär varje klumpsumma en gång"),
    "lump_sum.not_claimed": ("tar tillbaka en klumpsumma som inte har begärts", "ta bara tillbaka det som har begärts"),
    "lump_sum.not_known": ("avser en klumpsumma vars belopp inte är angivet", "ange beloppet i budgeten"),
    "exchange_rate.not_a_price": ("är ingen växelkurs", "ange ett tal över noll"),
    "exchange_rate.not_one_month": ("är inte en enda månad", "skriv den som {example}"),
    "exchange_rate.same_currency": ("är samma valuta som kursen gäller", "ange två olika valutor"),
    "exchange_rate.not_of_currency": (
        "är varken {unit} eller {price}, som växelkursen räknar om mellan",
        "ange växelkursen för den valutan",
    ),
    "advance.too_large": ("är mer än vad som återstår av stödet, {left}", "kontrollera beloppet"),
    "decision.grants_nothing": ("beviljar inget stöd", "ange beslutet om stöd"),
    "decision.no_event": ("är ingen händelse efter beslutet om stöd", "ange bara beslut av dessa slag: {kinds}"),
    "decision.no_budget": ("saknar budget, så att stödets andel av kostnaderna inte är känd", "ange dess budget"),
    "decision.support_not_of_total": ("är ingen del av totalkostnaden, {total}", "kontrollera båda beloppen"),
    "ledger.no_grant": ("innehåller inget beslut om stöd", "ange beslutet om stöd"),
    "ledger.several_grants": ("innehåller {count} beslut om stöd", "följ upp varje beslut för sig"),
    "ledger.too_large": (
        "är för många tillsammans med {lines} schabloner och begränsningar",
        "följ upp varje partner för sig",
    ),
    "ledger.after_closure": ("kommer efter slutbeslutet", "utelämna det som följer efter slutbeslutet"),
    "ledger.not_in_order": (
        "är före {since}, den tidigaste dagen för något som anges före det",
        "ange händelserna i den ordning som de inträffade",
    ),
    "ledger.order_not_known": (
        "det framgår inte om ansökan {number} (dag: {claimed}) kom före en ändring eller ett förskott (dag: {other})",
        "ange dagarna",
    ),
    "ledger.union_part_not_known": (
        "det framgår inte hur mycket av stödet som är EU-medel, som beslutet begränsar",
        "dela upp budgetens finansiering på EU-medel och statliga medel",
    ),
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
    "formula.not_readable": ("är ingen formel", "skriv namn, + - * / och funktionerna i esfmodel.workings"),
    "formula.unknown_name": ("nämner {name}, som saknas bland värdena", "ange dess värde"),
}
