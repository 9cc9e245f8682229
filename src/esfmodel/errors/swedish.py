"""What each kind of error says in Swedish: what is wrong, and what to do. `english.py` has the same codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SWEDISH: Final[Mapping[str, tuple[str, str]]] = {
    # --- Any value
    "value.missing": ("saknas", "ange uppgiften"),
    "value.empty": ("är tomt", "fyll i uppgiften eller utelämna den"),
    "value.given_twice": ("anges mer än en gång", "behåll en av uppgifterna"),
    "value.not_one_of": ("är inget vi känner till", "använd något av {choices}"),
    "value.did_you_mean": ("är inget vi känner till", "menar du {near}?"),
    "value.not_usable": ("kan inte användas här", "använd något av {choices}"),
    "value.not_listed": ("finns inte i förteckningen", "se förteckningen med kommandot ”{command}”"),
    "value.negative": ("är mindre än noll", "ange noll eller mer"),
    "argument.too_many": ("anges tillsammans med {other}", "ange bara en av uppgifterna"),
    "argument.lacks": ("anges utan {other}", "ange båda eller ingendera"),
    # --- Values: money, rates, dates, periods, identifiers
    "number.not_plain": ("är inget tal med siffror och decimalpunkt", "skriv till exempel ”{example}”"),
    "number.not_finite": ("är inget tal", "ange ett tal, eller utelämna uppgiften"),
    "number.too_long": ("har fler än {most} siffror", "kontrollera talet, och avrunda det om det stämmer"),
    "number.outside": ("ligger inte mellan {low} och {high}", "ange ett heltal från {low} till {high}"),
    "number.not_positive": ("är inte större än noll", "ange mer än noll"),
    "money.not_plain": ("är inte skrivet som ett belopp med valuta", "skriv till exempel ”{example}”"),
    "money.too_fine": ("har fler än två decimaler", "avrunda till två decimaler"),
    "money.too_fine_for": ("har fler decimaler än {currency} har", "avrunda till den minsta enheten i {currency}"),
    "money.too_large": ("är minst en triljon av valutans minsta enhet", "kontrollera i vilken enhet beloppet anges"),
    "currency.unknown": ("är ingen valutakod", "skriv valutakoden enligt ISO 4217, till exempel ”{example}”"),
    "currency.other_writing": ("är ingen valutakod", "skriv ”{right}”"),
    "currency.mixed": ("är en annan valuta än {other}", "räkna om det ena beloppet enligt en angiven växelkurs"),
    "weights.all_zero": (
        "är alla noll, så det finns inget att fördela efter",
        "ange minst en vikt som är större än noll",
    ),
    "rate.not_plain": ("är inte skrivet som en andel", "skriv den med procenttecken, till exempel ”{example}”"),
    "rate.whole_number": (
        "är ett heltal, som kan vara menat i procent",
        "skriv Rate.of_percent(...), eller Rate(Fraction(...)) för så många gånger helheten",
    ),
    "rate.of_zero": ("är noll, och ingenting kan vara en andel av noll", "ange en helhet som inte är noll"),
    "bounds.no_end": ("saknar både nedre och övre gräns", "ange en av dem"),
    "bounds.empty": ("lämnar inget värde emellan", "ange den lägre gränsen först, eller räkna in båda"),
    "bounds.not_plain": ("är inget intervall", "skriv till exempel ”{example}”"),
    "bounds.sum_unknown": ("summan av {first} och {second} kan vara vad som helst", "summera de gränser som behövs"),
    "bounds.not_comparable": (
        "det är inte känt vilket av {first} och {second} som är störst",
        "jämför med den nedre eller övre gränsen",
    ),
    "figure.not_exact": ("är känt bara inom gränser", "använd den nedre eller övre gränsen"),
    "figure.not_printed": ("är inte avrundat till jämna {step}", "ange värdet så som det är tryckt"),
    "date.not_plain": ("är inget datum på formen ÅÅÅÅ-MM-DD", "skriv till exempel ”{example}”"),
    "date.year": ("har året {year}", "ange ett år från 0001 till 9999"),
    "date.month": ("har månaden {month}", "ange en månad från 01 till 12"),
    "date.no_such_day": ("finns inte i kalendern", "rätta dagen: {month} har {days} dagar"),
    "period.reversed": ("ligger före starten {start}", "byt plats på datumen, eller rätta ett av dem"),
    "period.not_plain": (
        "är inte två dagar, två månader eller två år med snedstreck emellan",
        "skriv till exempel ”{example}”",
    ),
    "period.open": ("saknar start eller slut", "ange båda, till exempel ”{example}”"),
    "period.not_open": ("är ingen period med bara start eller bara slut", "skriv till exempel ”{example}”"),
    "period.no_end": ("saknar både start och slut", "ange ett av dem"),
    "period.beyond_calendar": ("från {start} slutar efter år 9999", "ange färre månader"),
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
    "programming_period.not_plain": (
        "är inte två årtal med fyra siffror och bindestreck emellan",
        "skriv till exempel ”{example}”",
    ),
    "programming_period.too_long": (
        "ger en period på {years} år från {first}",
        "rätta åren: en programperiod har högst {most}",
    ),
    "programming_period.not_known": ("programperioden för {year} är inte känd", "ange ett år i någon av {known}"),
    "programming_period.fields": ("är andra fält än {fields}", "jämför med de andra raderna"),
    "programming_period.order": ("kommer inte efter {earlier}", "byt plats på åren, eller rätta dem"),
    "identifier.too_long": ("är längre än {longest} tecken", "skriv till exempel ”{example}”"),
    "identifier.with_name": ("har ett namn bredvid koden", "utelämna namnet och skriv ”{right}”"),
    "identifier.no_country": ("har ”{letters}” där landet ska stå", "kontrollera bokstäverna för landet"),
    "identifier.country_letters": ("har {letters} för landet, som här skrivs {letters_here}", "skriv ”{right}”"),
    "country.unknown": (
        "är inget land vi känner till",
        "skriv landskoden enligt ISO 3166-1, till exempel ”{example}”, eller namnet på svenska eller engelska",
    ),
    "organisation_number.form": (
        "är inte skrivet som ett organisationsnummer",
        "skriv tio siffror, till exempel ”{example}”",
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
        "skriv fem siffror, till exempel ”{example}”; ett utländskt skrivs som ”{foreign}”",
    ),
    "postal_code.no_place": (
        "börjar med {digits}, vilket inget svenskt postnummer gör",
        "jämför siffrorna med adressen",
    ),
    "postal_code.foreign_form": (
        "är inte skrivet som ett postnummer",
        "skriv 2 till 12 bokstäver A–Z, siffror, mellanslag och bindestreck, till exempel ”{example}”",
    ),
    "postal_code.two_countries": ("börjar med {written}, men landet är {named}", "utelämna ett av de två länderna"),
    "postal_code.country_twice": ("har landets bokstäver två gånger", "skriv dem en gång"),
    "nuts.form": (
        "är ingen NUTS-kod",
        "skriv två bokstäver för landet och upp till tre bokstäver eller siffror, till exempel ”{example}”",
    ),
    "nuts.no_region": ("är ingen region i Sverige", "skriv koden för en region, till exempel ”{example}”"),
    "cci.form": (
        "är inget CCI-nummer",
        "skriv år, land, politikområde, fond, typ och löpnummer i följd, till exempel ”{example}”",
    ),
    "foreign_number.no_country": (
        "anger inget land",
        "skriv landskoden, ett mellanslag och numret, till exempel ”{example}”",
    ),
    "foreign_number.swedish": ("är ett svenskt nummer", "ange det som organisationsnummer, utan land"),
    # --- Model: budgets, costs, decisions, the ledger
    "text.blank": ("är tomt", "fyll i uppgiften"),
    "amount.finer_than_rounding": (
        "är inget helt antal {currency}, och beloppen avrundas till hela här",
        "avrunda det, eller välj avrundning till minsta enhet",
    ),
    "amount.not_exact": (
        "är inte känt exakt, så att inget kan räknas ut för en ansökan om utbetalning",
        "ange det exakta beloppet",
    ),
    "share.not_of_whole": ("ligger inte mellan 0 % och 100 %", "ange en andel från 0 % till 100 %"),
    "units.not_a_number": ("är inget antal enheter", "ange ett tal från 0"),
    "unit_cost.too_large": ("ger ett orimligt stort belopp till priset {price}", "kontrollera pris och antal"),
    "flat_rate.of_itself": (
        "är en schablon på sig själv",
        "ange radens belopp, eller ta bort raden ur beräkningsunderlaget",
    ),
    "flat_rate.circular": (
        "är en schablon på sig själv via andra schabloner: kostnadsraderna {lines}",
        "ange beloppet på en av raderna, eller ta bort den ur beräkningsunderlaget",
    ),
    "financing.grant_twice": (
        "anger samma stöd både odelat och uppdelat på EU-medel och statliga medel",
        "ange stödet på ett av de två sätten",
    ),
    "organisation.more_members": ("är fler än antalet, {count}", "ange antalet i hela gruppen"),
    "role.without_budget": (
        "kan inte ha en egen budget",
        "utelämna budgeten, eller ange en roll som kan ha en: {roles}",
    ),
    "priority.two_rates": ("har två satser, {one} och {other}", "behåll den som beslutet om programmet anger"),
    "priority.rate_of_the_whole": (
        "har en sats vid sidan av satsen för hela programområdet",
        "ange en sats för hela programområdet, eller en för varje regionkategori",
    ),
    "argument.missing": ("anges inte, och inte heller {others}", "ange exakt en av dem"),
    "plan.costs_differ": (
        "blir sammanlagt {costs}, men planen gäller {planned}",
        "planera för den summan, eller utelämna kostnaderna",
    ),
    "plan.own_at_zero": (
        "kan inte vara egen medfinansiering när den egna andelen är 0 %",
        "ange stödet eller totalkostnaden, eller en annan andel",
    ),
    "plan.co_funders_at_zero": ("har inget att betala när den egna andelen är 0 %", "utelämna medfinansiärerna"),
    "plan.no_support": ("lämnar inget stöd att planera med", "ange en andel som lämnar något"),
    "plan.union_exceeds_support": (
        "gör EU:s del till {union}, vilket är mer än stödet",
        "avrunda nedåt, eller till planens enhet",
    ),
    "plan.not_own_money": ("är stöd och ingen egen medfinansiering", "ange en organisation eller egna medel"),
    "change.other_budget": (
        "stämmer inte med budgeten som ändringen utgår från",
        "tillämpa ändringen på den budget som den gjordes för",
    ),
    "argument.not_from_diff": ("passar inte två följder av rader", "låt diff() göra ändringarna"),
    "breakdown.not_on_side": ("finns inte bland uppgifterna om {side}", "välj något av {keys}"),
    "breakdown.key_twice": ("finns redan på raderna", "välj en annan indelning, eller utelämna den"),
    "breakdown.too_large": (
        "ger {rows} rader och {columns} kolumner, vilket är för många",
        "dela in bara på rader, eller efter något annat",
    ),
    "argument.side_missing": (
        "anges inte, och båda sidorna av en budget har sådana rader",
        "ange of=BudgetSide.COSTS eller of=BudgetSide.FINANCING",
    ),
    "spread.too_many_lines": ("delar ger mer än en miljon rader", "fördela på färre delar"),
    "spread.not_whole_months": ("är inte hela kalendermånader", "fördela efter dagar i stället"),
    "spread.size_not_known": (
        "är inte angiven tillräckligt noga för att fördelas {by}",
        "ange den närmare, eller fördela i lika delar",
    ),
    "limit.of_nothing": ("är varken en andel eller ett belopp", "ange en andel, ett högsta belopp eller båda"),
    "limit.not_one": (
        "är varken en andel av ett beräkningsunderlag eller ett belopp",
        "ange en andel med dess beräkningsunderlag, eller bara ett högsta belopp",
    ),
    "decision.order_not_known": (
        "det framgår inte vilket beslut som kom sist: {kinds} (dagar: {days})",
        "ange dagarna",
    ),
    "decision.day_not_known": (
        "det framgår inte om beslutet ({kind}) hade fattats senast {on} (dag: {day})",
        "ange beslutets dag, eller fråga om en annan dag",
    ),
    "claim.day_not_known": (
        "det framgår inte om ansökan om utbetalning {number} hade lämnats in senast {on} (dag: {day})",
        "ange ansökans dag, eller fråga om en annan dag",
    ),
    "reporting.not_part_of_year": ("delar inte året i lika delar", "ange 1, 2, 3, 4, 6 eller 12"),
    "reporting.no_working_day": ("lämnar ingen arbetsdag i kalendern", "ange färre dagar"),
    "claim.unknown": ("är inte numret på någon ansökan om utbetalning av stödet", "ange numret på en av ansökningarna"),
    "aid.none": ("anges för stöd som inte är statligt stöd", "ange grunden för stödet, eller utelämna uppgiften"),
    "aid.contradicts": ("stämmer inte med grunden för stödet", "utelämna uppgiften: den följer av grunden"),
    "claim.corrects_later": (
        "är inte numret på någon ansökan före nummer {number}",
        "ange numret på den tidigare ansökan",
    ),
    "claim.number_not_rising": ("kommer efter ansökan {last}", "ge varje ansökan ett eget nummer i stigande ordning"),
    "claim.covered_by_flat_rate": (
        "täcks enbart av en schablon och skulle betalas två gånger",
        "utelämna kostnaden: schablonen räknas ut på de kostnader som den är en andel av",
    ),
    "claim.lists_grant": (
        "är själva stödet, som räknas ut på kostnaderna",
        "ange bara vad andra än fonden har betalat",
    ),
    "claim.revenue_above_zero": ("är en intäkt över noll", "ange intäkter som negativa belopp"),
    "claim.overcorrected": (
        "är vad som återstår av {category}: mer rättas än vad som har begärts",
        "rätta högst det som har begärts",
    ),
    "claim.costs_below_zero": (
        "blir sammanlagt {total}, vilket är under noll",
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
        "är en schablon, och det framgår inte om allt som begärs hör till dess beräkningsunderlag",
        "ange partner, fas och dag för det som begärs så som budgeten är indelad",
    ),
    "lump_sum.not_whole": ("är inte hela klumpsumman, {whole}", "begär den i sin helhet när arbetet är gjort"),
    "lump_sum.claimed_before": ("är en klumpsumma som redan har begärts", "begär varje klumpsumma en gång"),
    "lump_sum.not_claimed": ("tar tillbaka en klumpsumma som inte har begärts", "ta bara tillbaka det som har begärts"),
    "lump_sum.not_known": ("avser en klumpsumma vars belopp inte är angivet", "ange beloppet i budgeten"),
    "exchange_rate.not_a_price": ("är ingen växelkurs", "ange ett tal över noll, till exempel ”{example}”"),
    "exchange_rate.not_one_month": ("är inte en enda månad", "skriv till exempel ”{example}”"),
    "exchange_rate.not_of_month": (
        "är en dag utanför kursens månad, {month}",
        "ange den dag eller den månad då kursen gällde",
    ),
    "exchange_rate.not_passed": (
        "är senare än {latest}, så kursen är inte känd än",
        "ange en kurs som var publicerad då",
    ),
    "exchange_rate.stated_twice": (
        "är en kurs till mellan {unit} och {price}",
        "ange bara en av dem",
    ),
    "exchange_rate.same_currency": ("är samma valuta som kursen gäller", "ange två olika valutor"),
    "exchange_rate.not_of_currency": (
        "är varken {unit} eller {price}, som växelkursen räknar om mellan",
        "ange växelkursen för den valutan",
    ),
    "advance.too_large": ("är mer än vad som återstår av stödet, {left}", "kontrollera beloppet"),
    "decision.grants_nothing": ("beviljar inget stöd", "ange beslutet om stöd"),
    "decision.no_budget": ("saknar budget, så att stödets andel av kostnaderna inte är känd", "ange dess budget"),
    "decision.support_not_of_total": (
        "ryms inte i kostnaden som det är en andel av, {total}",
        "kontrollera båda beloppen",
    ),
    "decision.actual_cost_not_known": (
        "visar inte hur mycket av totalkostnaden som är bidrag i annat än pengar",
        "ange kostnadsraderna, även dem för bidrag i annat än pengar",
    ),
    "ledger.base_not_known": (
        "saknas, och stödet blir {on_total} på totalkostnaden men {on_actual} på de faktiska kostnaderna",
        "ange vilka kostnader stödet är en andel av",
    ),
    "ledger.no_grant": ("innehåller inget beslut om stöd", "ange beslutet om stöd"),
    "ledger.several_grants": ("innehåller {count} beslut om stöd", "följ upp varje beslut för sig"),
    "ledger.too_large": (
        "är för många tillsammans med {lines} schabloner och gränser",
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
    "law.no_value": ("har inget värde för {when}", "fråga om {others}"),
    "law.differs_by_fund": ("skiljer sig mellan fonder", "ange någon av {funds}"),
    "law.differs_by_period": (
        "skiljer sig mellan programperioder",
        'ange någon av {periods}, som i programming_period="{example}"',
    ),
    "law.several_values": ("har inte samma värde alla dagarna", "fråga om en viss dag"),
    "law.period_in_some_rows": (
        "har en programperiod i en rad men inte i en annan",
        "ange den i alla rader eller i ingen",
    ),
    "law.two_values": (
        "har två värden från och med {day}: {values}",
        "ange en sista dag i raden som börjar {start}, eller ta bort en av dem",
    ),
    "law.other_version": (
        "är lagdata från en annan version av biblioteket, som nu har {version}",
        "installera den version som de kommer från, eller använd lagdata i den här versionen",
    ),
    "law.bad_key": (
        "kan inte vara namn på en bestämmelse",
        "skriv ord med små bokstäver, med punkt eller bindestreck emellan",
    ),
    "law.not_quoted": ("saknas i en rad med graden A", "citera den utgåva som har lästs, eller ange graden B eller C"),
    "law.unit": (
        "passar inte värdet; ett heltal har en enhet och inget annat har det",
        "ange vad talet räknar, till exempel ”months”, eller utelämna enheten",
    ),
    "law.not_a_day": ("är inte skrivet som ett datum", "skriv som 2021-01-01, utan citattecken"),
    "law.no_row": (
        "hör inte hemma i en fil med bestämmelser",
        "skriv [[provision]] före varje rad, och inget annat än sådana rader",
    ),
    "law.not_in_a_row": ("står i en rad", "skriv det en gång, ovanför första [[provision]]"),
    "law.day_with_time": ("är ett datum med klockslag", "skriv {example}"),
    "pack.overlaps": (
        "gäller några av samma dagar som {provision}, vars värde från {start} är {value}",
        "ange ändringsakten i `amended_by` om den ersätter värdet; rätta annars nyckel, dagar eller fonder",
    ),
    "pack.known": ("finns redan i bestämmelserna", "utelämna raden"),
    "pack.checked_later": ("är ett datum som inte har varit än", "skriv den dag då det jämfördes med texten"),
    "pack.above_the_whole": ("är mer än det hela", "rätta det"),
    "pack.other_period": ("är inte {period}, som programmets kod anger", "rätta en av dem"),
    "pack.no_end": ("gäller fortfarande när {provision} börjar gälla, {start}", "ange ett `end` före den dagen"),
    "pack.other_condition": (
        "gäller några av samma dagar som {provision}, men med ett annat villkor",
        "ange samma villkor, eller ge raden en egen nyckel",
    ),
    "pack.same_day": ("svarar från och med {day} på samma fråga som raden på rad {other}", "behåll en av dem"),
    "pack.amended_already": (
        "ändrar från och med {day} det som {provision} redan har ändrat från samma dag: {value}",
        "behåll en av dem",
    ),
    "pack.other_kind": ("skrivs på annat sätt än värden med den här nyckeln", "skriv det som {choices}"),
    "pack.empty": (
        "innehåller ingen bestämmelse",
        "skriv varje bestämmelse under [[provision]], eller kontrollera att filen har sparats",
    ),
    "pack.not_found": (
        "är inget paket vi känner till",
        "ange namnet på ett, till exempel {choices}, eller sökvägen till en fil",
    ),
    "pack.several": ("är namnet på flera paket: {files}", "ange sökvägen till ett av dem"),
    "pack.not_there": (
        "erbjuds av programpaketet {package}, men filen finns inte där",
        "installera en version av paketet där filen ingår, eller ange sökvägen till en fil",
    ),
    "pack.unread": ("läses inte av någon regel", "rätta nyckeln, eller låt raden stå för den som slår upp den"),
    "pack.looser": (
        "är mindre strängt än {provision}, eller anger något annat: {value}",
        "skärp det, eller använd ett eget namn",
    ),
    "pack.stricter": (
        "är strängare än {provision}, eller anger något annat: {value}",
        "mildra det, eller använd ett eget namn",
    ),
    "code.not_one": ("är ingen kod", "skriv den utan mellanslag omkring"),
    "code_list.columns": (
        "har kolumner som inte hör till en kod, eller samma kolumn två gånger",
        "använd bara kolumnerna {columns}",
    ),
    "code_list.cells": (
        "har {cells} celler under {columns} kolumner",
        "sätt citattecken kring en text med kommatecken",
    ),
    "code_list.several": ("är namnet på flera: {codes}", "ange koden för en av dem"),
    "code_list.no_such_name": ("finns inte i listan", "skriv namnet som det står i listan"),
    "code_list.not_csv": ("går inte att läsa som CSV", "leta efter ett citattecken som saknas eller står fel"),
    # --- Text: what is read from text as people write it
    "argument.nothing_to_list": ("innehåller inget att räkna upp", "skriv med egna ord att det inte finns några"),
    "argument.qualifier_of_other": ("sägs om {means}, men detta är {known}", "utelämna det, eller använd {means}"),
    "text.too_long": ("har fler tecken än en enda uppgift kan ha", "skriv bara själva uppgiften"),
    "text.unprintable": ("innehåller ett tecken som inte syns", "ta bort tecknet"),
    "text.odd_spaces": (
        "innehåller dubbla mellanslag, tabb, radbrytning eller något ovanligt mellanrum",
        "skriv ”{example}”",
    ),
    "text.two_readings": ("kan betyda {example} eller {other}", "skriv det som avses"),
    "figure.not_stated": ("innehåller ingen uppgift", "utelämna fältet om uppgiften saknas"),
    "figure.not_in_digits": ("innehåller inga siffror", "skriv talet med siffror, till exempel ”{example}”"),
    "figure.other_digits": ("innehåller andra siffror än 0–9", "skriv med vanliga siffror, till exempel ”{example}”"),
    "figure.hedged": (
        "är ingen exakt uppgift (”{word}”)",
        "skriv uppgiften utan ”{word}” om den är exakt, annars i en anteckning",
    ),
    "figure.two": ("innehåller två uppgifter", "ange dem var för sig"),
    "number.two_readings": ("kan betyda {thousands} eller {decimals}", "skriv ”{example}” eller ”{other}”"),
    "number.in_brackets": (
        "står inom parentes, vilket ibland betyder minus",
        "skriv ”{example}”, med minustecken framför om det är det som avses",
    ),
    "number.spaced_minus": (
        "har mellanslag efter minustecknet, som också kan vara ett streck i en lista",
        "skriv ”{example}”",
    ),
    "number.thousands_mark": ("har ”{mark}” mellan tusentalen", "skriv ”{example}”"),
    "number.two_spaces": ("har två sorters mellanslag i samma tal", "skriv ”{example}”"),
    "number.decimal_mark": ("har ”{mark}” före decimalerna", "skriv ”{example}”"),
    "number.badly_written": ("är inget rätt skrivet tal", "skriv till exempel ”{example}”"),
    "money.other_currency": ("är i {found}, men beloppet ska vara i {expected}", "ange beloppet i {expected}"),
    "money.no_currency": ("saknar valuta", "lägg till den, till exempel ”{example}”"),
    "money.finer_than_unit": (
        "är angivet noggrannare än den minsta enheten i {currency}",
        "avrunda, till exempel till ”{example}”",
    ),
    "money.kronor_first": (
        "har ”{sign}” före talet",
        "skriv ”{example}” om det är svenska kronor, annars med valutakod, till exempel ”{other}”",
    ),
    "money.unit_first": ("har ”{sign}” före talet", "skriv ”{example}”"),
    "money.unknown_unit": (
        "är inget belopp: ”{unit}” är ingen enhet för belopp",
        "skriv till exempel ”{example}”, eller med valutakod ”{other}”",
    ),
    "money.not_one_amount": (
        "är inget belopp",
        "skriv till exempel ”{example}”, eller med valutakod ”{other}”",
    ),
    "rate.divided_by_zero": ("delas med noll", "ange en andel av något"),
    "rate.percentage_points": (
        "är en skillnad mellan två andelar",
        "ange en andel, och ta med skillnaden i en anteckning",
    ),
    "rate.two_parts": (
        "kan betyda {top} delat med {bottom} eller delarna {example} och {other}",
        "skriv en andel med procenttecken",
    ),
    "rate.not_one_share": ("är ingen andel", "skriv till exempel ”{example}”, eller som en kvot, ”{other}”"),
    "date.with_time": (
        "har ett klockslag, och vilken dag det är beror på tidszonen",
        "ange bara dagen, så som den var där projektet bedrivs",
    ),
    "date.not_one_day": ("är inget datum med årtal", "skriv till exempel ”{example}” eller ”{other}”"),
    "period.ends_before_start": ("slutar innan den börjar", "byt plats på start och slut, eller ange årtal för båda"),
    "period.open_without_day": (
        "anger bara start eller slut, och utan dag",
        "skriv till exempel ”{example}” eller ”{other}”",
    ),
    "period.short_year": ("är ingen fullständig period", "skriv ”{example}”"),
    "period.not_one_period": ("är ingen period", "skriv till exempel ”{example}” eller ”{other}”"),
    "duration.not_one_length": (
        "anger ingen tid i månader eller år",
        "skriv till exempel ”{example}” eller ”{other}”",
    ),
    "duration.not_whole_months": ("är inte ett helt antal månader", "avrunda, till exempel till ”{example}”"),
    "duration.too_long": ("är längre än kalendern räcker", "ange högst 9999 år"),
    "count.too_large": ("är orimligt många", "ange ett rimligt antal"),
    "name.without_genitive": (
        "kan inte få genitiv-s",
        "skriv om med preposition, till exempel ”ägaren till …”",
    ),
    "publicity.refused_support": ("har fått avslag på sin ansökan", "visa ingen text om stöd från EU"),
    "publicity.no_eu_money": (
        "har inga EU-medel i sin budget",
        "visa ingen text om stöd från EU, eller ta upp EU-medlen i budgeten",
    ),
    "publicity.period_not_known": (
        "programperioden är inte känd, och den avgör vad som ska stå bredvid EU-emblemet",
        "ange programperioden",
    ),
    "publicity.fund_not_known": (
        "fonden är inte känd, och texten för {period} nämner den",
        "ange fonden",
    ),
    "publicity.not_in_law": (
        "vad projekt inom {fund} ska visa under {period} framgår inte av de bestämmelser som finns inlagda",
        "följ programmets egna anvisningar",
    ),
    # --- Formats: files, documents, records, tables
    "file.missing": ("finns inte", "kontrollera sökvägen"),
    "file.directory": ("är en mapp", "ange en fil i den"),
    "file.cannot_open": ("går inte att öppna (”{reason}”)", "kontrollera sökväg och behörighet"),
    "file.no_permission": ("kräver en behörighet som du saknar", "be ägaren om den, eller ange en annan fil"),
    "file.no_folder": ("ligger i en mapp som inte finns", "skapa mappen, eller ange en annan"),
    "file.no_room": ("får inte plats där den ska skrivas", "frigör utrymme, eller ange en annan plats"),
    "file.closed": ("är stängd", "öppna den, eller ange en fil"),
    "file.no_path": ("är ingen sökväg till en fil", "kontrollera sökvägen"),
    "file.empty": ("är tom", "kontrollera att innehållet har sparats"),
    "file.too_large": ("är större än {largest} byte", "dela upp filen"),
    "file.too_long": ("har {characters} tecken, och högst {largest} kan läsas", "dela upp texten"),
    "file.too_deep": ("har fler än {levels} nivåer inuti varandra", "kontrollera hur innehållet är uppbyggt"),
    "file.office": (
        "är en PDF-fil, eller en fil från till exempel Word eller Excel, och ingen textfil",
        "spara som text i UTF-8",
    ),
    "file.binary": ("är ingen textfil", "spara som text i UTF-8"),
    "file.utf_16": ("är text i UTF-16", "spara som text i UTF-8"),
    "file.not_utf_8": ("är inte text i UTF-8 (byte {byte})", "spara som text i UTF-8"),
    "file.unknown_format": (
        "har inget format som vi känner till",
        'inled en projektfil med format = "esfmodel/projects" och version = 2, eller ange formatet: {choices}',
    ),
    "text.longer_than": ("har {characters} tecken, och högst {largest} får plats", "korta texten"),
    "text.half_a_character": ("innehåller ett ofullständigt tecken", "skriv texten på nytt där tecknet står"),
    "organisation.too_deep": ("har fler än {levels} nivåer inuti varandra", "räkna upp medlemmarna sida vid sida"),
    "reading.empty": ("innehåller inget projekt", "rätta källan och läs in den igen"),
    "reading.several": ("innehåller {count} projekt, inte ett", "behåll ett av dem, eller läs alla"),
    "reading.not_one_call": (
        "anger {count} utlysningar, inte en",
        "skriv utlysningens villkor under [call], eller ange en fil vars projekt har en och samma utlysning",
    ),
    "reading.no_such_project": ("är inget index bland de {count} projekt som lästs", "räkna från 0"),
    "reading.no_path": (
        "är ingen sökväg i ett projekt",
        "skriv till exempel budget.total eller partners[0].organisation.name",
    ),
    "reading.not_stated": ("har inte angetts", "fråga efter en uppgift som projektet har"),
    "reading.no_evidence": ("har ingen känd plats i källan", "leta upp uppgiften i källan"),
    "reading.unread": (
        "{unread} av {count} projekt gick inte att läsa, och det första felet är detta: {first}",
        "rätta källan och läs in den igen",
    ),
    "syntax.unclosed_quote": ("saknar avslutande citattecken", "skriv {mark} där texten slutar"),
    "syntax.other_quotes": ("har citattecken av fel slag", 'skriv " före och efter texten'),
    "syntax.unquoted": ("står utan citattecken", "skriv {example}"),
    "syntax.no_comma": ("saknar kommatecken framför sig", "skriv ett kommatecken före"),
    "syntax.extra_comma": (
        "har ett kommatecken utan något före",
        "ta bort kommatecknet, eller skriv det som står före",
    ),
    "syntax.trailing_comma": ("har ett kommatecken före en avslutande parentes", "ta bort kommatecknet"),
    "syntax.unclosed_bracket": ("saknar avslutande parentes", "skriv {closing} där den slutar"),
    "syntax.unopened_bracket": ("saknar inledande parentes", "ta bort den, eller skriv {opening} där den börjar"),
    "syntax.no_value": ("saknar värde", "skriv värdet, eller ta bort raden"),
    "syntax.no_sign": ("saknar {sign} mellan uppgiftens namn och värde", "skriv namnet, sedan {sign} och värdet"),
    "syntax.key": (
        "kan inte vara namn på en uppgift",
        "använd bokstäverna a–z, siffror, bindestreck och understreck, eller sätt namnet inom citattecken",
    ),
    "syntax.heading": ("är ingen rubrik", "skriv den som [projects.budget], eller som [[projects]] för en av flera"),
    "syntax.backslash": ("har ett omvänt snedstreck som inte betyder något", "skriv två omvända snedstreck för ett"),
    "syntax.no_day": ("finns inte i kalendern", "rätta dagen eller månaden"),
    "syntax.extra": ("står efter värdets slut", "ta bort det, eller flytta det till en egen rad"),
    "syntax.unreadable": ("går inte att läsa som {language}", "rätta raden eller raden före"),
    "document.no_head": ("saknas", "inled filen med {head}"),
    "document.other_format": ("är inte projektfilens format", "inled filen med {head}"),
    "document.other_version": (
        "är ingen version som är känd här",
        "skriv någon av {choices}, eller uppdatera esfmodel",
    ),
    "document.no_projects": ("innehåller inga projekt", "inled varje projekt med {head}"),
    "document.not_an_object": ("är ingen projektfil", "inled filen med {head}"),
    "document.problems": ("uppgifterna innehåller {count} fel", "börja med detta: {first}"),
    "document.stopped": ("läses inte vidare efter {count} fel", "rätta dem och läs in filen igen"),
    "key.unknown": ("är ingen uppgift som finns här", "ta bort den, eller använd någon av {choices}"),
    "key.did_you_mean": ("är ingen uppgift som finns här", "menar du {near}?"),
    "key.kept": (
        "är ingen uppgift som läses här, men behålls som den är",
        "ta bort den, eller låt den stå för det program som skrev den",
    ),
    "key.kept_but_near": (
        "är ingen uppgift som läses här, men behålls som den är",
        "använd {near} om det är det som avses",
    ),
    "key.more_kept": (
        "här finns ytterligare {count} uppgifter som inte läses men behålls som de är",
        "ta bort dem, eller låt dem stå för det program som skrev dem",
    ),
    "data.whole_document": (
        "uppgifterna är en hel fil med projekt, inte ett projekt",
        "ange ett av projekten i den, eller läs hela filen med read_text",
    ),
    "data.too_many": ("uppgifterna är fler än {count}", "kontrollera hur de har tagits fram"),
    "value.missing_one_of": ("saknas", "ange något av {choices}"),
    "value.null": ("anger ingenting", "utelämna uppgiften när den inte är känd"),
    "value.not_text": ("är inte text", "skriv det som text, till exempel {example}"),
    "value.not_a_list": ("är ingen lista", "ange en lista inom hakparenteser, med kommatecken mellan värdena"),
    "value.not_keys": ("står där flera uppgifter med namn väntas", "ange ett objekt (i TOML en tabell) med {choices}"),
    "value.not_whole": ("är inget heltal", "skriv det med bara siffror"),
    "value.not_true_or_false": (
        "är varken true eller false",
        "skriv true för ja eller false för nej, utan citattecken",
    ),
    "number.bare_decimal": ("är ett tal med decimaler eller exponent", "skriv ett heltal, eller text inom citattecken"),
    "number.no_currency": ("saknar valuta", "skriv beloppet med valuta: {example}"),
    "number.no_percent": ("saknar procenttecken", "skriv andelen med procenttecken: {example}"),
    "amount.bounds_of_share": (
        "anger gränser för en andel, inte för ett belopp",
        'skriv till exempel "12.50 SEK" eller "(12000000 SEK, )"',
    ),
    "period.only_year": ("är bara ett år", "ange båda åren: {example}"),
    "partner.did_you_mean": ("är ingen partner i projektet", "menar du {near}?"),
    # --- Sidor som har sparats som PDF
    "pdf.no_reader": (
        "kan inte läsas, eftersom pypdf inte är installerat",
        "installera det: pip install esfmodel[pdf]; eller spara sidan som text eller HTML",
    ),
    "pdf.damaged": ("är skadad eller inte hel", "hämta filen igen, eller spara sidan som text eller HTML"),
    "pdf.encrypted": ("är skyddad med lösenord", "spara den utan lösenord, eller kopiera texten till en fil"),
    "pdf.no_text": (
        "innehåller ingen text, bara bilder av den eller ingenting alls",
        "spara själva sidan som text eller HTML, eller låt ett program tolka texten i filen",
    ),
    "pdf.too_many_pages": (
        "har {pages} sidor, och högst {most} kan läsas",
        "behåll bara de sidor som handlar om projektet",
    ),
    # --- Tillkännagivanden
    "announcement.several": ("berättar om flera projekt", "läs in det som gäller vart och ett för sig"),
    "announcement.call": ("är en utlysning", "ange sidan om ett projekt; en utlysning har inget"),
    "announcement.programme": ("handlar om ett program", "ange sidan om ett projekt"),
    "announcement.no_project": (
        "berättar inte om något enskilt projekt, såvitt vi kan se",
        "ange sidan om ett projekt",
    ),
    "announcement.headline_as_name": (
        "är rubriken, eftersom sidan inte säger vad projektet heter",
        "ange namnet när du vet det",
    ),
    "announcement.about": ("är bara ungefärligt", "det utelämnas; ange beloppet när du vet det"),
    "announcement.coarse": (
        "är angivet utan dag, så att månadens eller årets första eller sista dag står i stället",
        "ange dagen när du vet den",
    ),
    "announcement.unbound": (
        "är ett belopp som sidan inte säger vems det är, eller om det är projektets",
        "det utelämnas; lägg till det där det hör hemma när du vet det",
    ),
    "announcement.contradiction": (
        "stämmer inte med vad som står på ett annat ställe på sidan: {other}, rad {at}",
        "båda utelämnas; ange den som är rätt",
    ),
    "record.no_label": (
        "har ingen rubrik som vi känner till, till exempel ”Diarienummer”",
        "använd texten från ett projekts sida",
    ),
    "record.call": (
        "är en rubrik för utlysningar, så sidan gäller inget projekt",
        "använd texten från ett projekts sida",
    ),
    "record.no_name_or_number": ("har varken projektets namn eller dess nummer", "använd hela sidan"),
    "record.no_name": ("saknar namn", "lägg till namnet; tills vidare får projektet heta som sitt nummer"),
    "record.unknown_label": (
        "är ingen rubrik som vi känner till",
        "kontrollera rubriken; uppgiften finns kvar bland övriga uppgifter",
    ),
    "record.unlabelled": ("står utan rubrik", "skriv rubriken före; uppgiften finns kvar bland övriga uppgifter"),
    "record.not_the_labels": ("stämmer inte med de övriga uppgifterna", "behåll den rätta uppgiften"),
    "record.not_the_first": ("stämmer inte med {label} på rad {first}", "behåll den rätta uppgiften"),
    "record.owner_unnamed": ("gäller en projektägare som inte är namngiven", "ange projektägaren"),
    "record.answered_otherwise": ("besvaras annorlunda tidigare", "behåll det rätta svaret"),
    "record.theme_unnamed": ("anger inte vilket tema som avses", "skriv temat"),
    "record.more_than_support": ("är mer än det beviljade stödet, {support}", "rätta en av uppgifterna"),
    "record.not_the_rest": ("stämmer inte med stödet; {rest} av det återstår för staten", "rätta ett av beloppen"),
    "record.end_before_start": (
        "stämmer inte med det andra datumet: slutet ligger före starten",
        "rätta ett av datumen",
    ),
    "record.not_the_days": ("stämmer inte med start- och slutdag, {days}", "behåll den rätta uppgiften"),
    "record.control_character": (
        "innehåller ett tecken som inte syns och som har tagits bort",
        "kontrollera vad det stod för",
    ),
    "record.currency_assumed": ("saknar valuta och lästes som {currency}", "skriv valutan efter beloppet"),
    "record.neither_yes_nor_no": ("är varken ”Ja” eller ”Nej”", "skriv ”Ja” eller ”Nej”"),
    "record.no_count": ("är inget heltal", "skriv med siffror, till exempel ”1 200”"),
    # --- Columns of lists
    "list.no_headings": (
        "har inga rubriker som vi känner till bland de första raderna (kanske är rubrikerna {headings})",
        "namnge kolumnerna i en mappning; ”esfmodel mapping new LISTA” skriver ett utkast",
    ),
    "list.budget_sheet": (
        "innehåller budgeten för ett projekt och är ingen projektlista",
        "skriv en mappning som anger var siffrorna står; ”esfmodel mapping new” skriver ett utkast",
    ),
    "list.no_such_row": ("är ingen rad i listan", "rätta heading_row i mappningen"),
    "list.several_columns": (
        "{count} kolumner kan vara {field}, så ingen av dem har lästs: {columns}",
        "ange den rätta i en mappning",
    ),
    "list.preferred": ("har lästs i stället för {others}", "ange en annan kolumn i en mappning om den är den rätta"),
    "list.unknown_columns": (
        "okända rubriker, vars celler har behållits som de är: {columns}",
        "namnge i en mappning de kolumner som ska läsas",
    ),
    "list.beyond_headings": ("står till höger om den sista rubriken{rows}", "skriv en rubrik över varje kolumn"),
    "list.cells_unread": ("har inte lästs; det gäller {count} av {of} celler i kolumnen{rows}", "{first}"),
    "list.too_many_kinds": (
        "har inte lästs, eftersom kolumnens celler är skrivna på fler än {most} sätt",
        "skriv alla celler i kolumnen på samma sätt",
    ),
    "list.error_value": ("är ett felvärde från kalkylprogrammet", "rätta formeln och spara listan på nytt"),
    "list.not_as_split": ("stämmer inte med mönstret i mappningen", "rätta cellen, eller split i mappningen"),
    "list.unknown_currency": ("är ingen valuta som vi känner till", "skriv valutans kod, till exempel SEK eller EUR"),
    "list.programming_period": (
        "kan vara programperioden eller projektperioden",
        "ange kolumnen som programming_period i en mappning, eller skriv projektets start- och slutdatum",
    ),
    "list.no_amount": ("går inte att läsa som ett belopp", "skriv bara siffrorna, och enheten i rubriken"),
    "list.other_form": ("är inte skrivet som mappningen anger ({form})", "rätta cellen, eller numbers i mappningen"),
    "list.two_readings": (
        "kan vara tusental eller ha tre decimaler, och kolumnen visar inte vilket",
        'visa i en mappning hur kolumnen skriver tal, till exempel numbers = "12.345,67"',
    ),
    "list.two_marks": (
        "står i en kolumn med två decimaltecken, komma{comma_rows} och punkt{point_rows}; belopp som kan läsas på "
        "båda sätten har inte lästs",
        "rätta kolumnen, eller ange numbers i en mappning",
    ),
    "list.thousands_taken": (
        "har lästs som tusental, eftersom alla belopp med skiljetecken har tre siffror efter tecknet{rows}",
        "ange numbers i en mappning om det är decimaler",
    ),
    "list.no_currency": (
        "är ett belopp, och ingenting visar i vilken valuta",
        "ange valutan när listan läses, i rubriken eller i en mappning",
    ),
    "list.other_currency": ("är i {currency} men kolumnen eller raden i {other}", "rätta det ena"),
    "list.unused_currency": (
        "anges som radens valuta, men beloppen lästes i {currencies}, enligt celler, rubriker eller mappning",
        "rätta det som är fel",
    ),
    "list.not_that_currency": (
        "är enligt rubriken i någon av valutorna {currencies}, inte i {currency}",
        "ange kolumnens valuta i en mappning",
    ),
    "list.which_kronor": (
        "är i kronor, som kan vara svenska, danska eller norska",
        "ange valutan när listan läses, eller i en mappning",
    ),
    "list.two_currencies": ("står i en kolumn med flera valutor: {currencies}", "kontrollera att alla stämmer"),
    "list.no_unit": ("saknar enhet, medan andra belopp i kolumnen har en", "skriv enheten"),
    "list.two_units": (
        "har en valuta intill sig, så det är oklart om rubrikens enhet {unit} gäller",
        "ange unit i en mappning: 1 om beloppen är i hela kronor eller euro",
    ),
    "list.wrong_unit": (
        "har inte lästs: enligt rubriken är enheten {unit}, men andra belopp är för stora för den",
        "ange unit i en mappning: 1 om beloppen är i hela kronor eller euro",
    ),
    "list.unit_open": (
        "kan vara i tusental eller miljoner, enligt rubriken, en anmärkning eller kolumnens tre decimaler",
        "ange unit i en mappning: 1000 för tusental, 1 om beloppen är i hela kronor eller euro",
    ),
    "list.unit_beside": (
        "säger att beloppen är i tusental eller mer, vilket rubrikerna inte gör, så inget belopp utan enhet läses",
        "ange unit i en mappning: 1000 för tusental, 1 om beloppen är i hela kronor eller euro",
    ),
    "list.amount_or_share": (
        "kan vara en andel, eftersom inget belopp i kolumnen är över 100 och inget har en valuta",
        "ange valutan i rubriken eller i en mappning, eller ange kolumnen som den med andelar",
    ),
    "list.unit_in_doubt": (
        "är för stort för rubrikens enhet {unit}, så inget belopp i kolumnen har lästs{rows}",
        "ange unit i en mappning: 1 om beloppen är i hela kronor eller euro",
    ),
    "list.rounded": (
        "har fler decimaler än valutan har och har avrundats{rows}",
        "kontrollera att kolumnen innehåller belopp",
    ),
    "list.exponents": (
        "är skrivet med exponent, så de sista siffrorna kan saknas{rows}",
        "spara listan med alla siffror",
    ),
    "list.zero_unknown": (
        "är noll på varje rad och har lästs som att uppgiften saknas",
        'ange zero = "value" i en mappning om ingenting har betalats',
    ),
    "list.share_in_amounts": ("är en andel i en kolumn med belopp", "ange den rätta kolumnen i en mappning"),
    "list.amount_in_shares": ("är ett belopp i en kolumn med andelar", "ange den rätta kolumnen i en mappning"),
    "list.not_a_share": ("går inte att läsa som en andel", "skriv den till exempel som 40 %"),
    "list.no_rate": (
        "står i en kolumn med tal över 100, som alltså inte innehåller andelar",
        'ange den rätta kolumnen i en mappning, eller as = "percent"',
    ),
    "list.above_hundred": ("är mer än 100 % och kan inte vara EU:s andel", "rätta andelen"),
    "list.above_one": (
        "är mer än 1, medan kolumnen har delar av ett, 0,4 för 40 %",
        "rätta cellen, eller as i mappningen",
    ),
    "list.percent_or_parts": (
        "kan vara procent eller en del av ett, och kolumnen visar inte vilket",
        'ange as = "percent" eller as = "fraction" i en mappning',
    ),
    "list.parts_of_one": (
        "har lästs som en del av ett, 0,4 som 40 %, eftersom ingen andel i kolumnen är över 1{rows}",
        'ange as = "percent" i en mappning om de är procent',
    ),
    "list.no_day": (
        "är inget datum som går att läsa",
        'skriv till exempel 2024-10-01, eller visa i en mappning hur datum skrivs, till exempel dates = "dd/mm/yyyy"',
    ),
    "list.other_dates": ("är inte skrivet som mappningen anger ({patterns})", "rätta cellen, eller dates i mappningen"),
    "list.no_real_day": ("står för ett okänt datum och har inte lästs", "lämna cellen tom när datumet inte är känt"),
    "list.day_swapped": (
        "kan ha dag och månad omkastade: bara dagar till och med den 12:e är lagrade som datum, resten som text",
        "lagra hela kolumnen som text, med månaden på samma plats",
    ),
    "list.stored_otherwise": (
        "är lagrat som en dag, en tid eller sant eller falskt, och är kanske inte det som skrevs",
        "lagra kolumnen som text i arbetsboken",
    ),
    "list.digits_lost": (
        "har fler än de {most} siffror som ett kalkylprogram behåller av ett tal",
        "lagra kolumnen som text i arbetsboken",
    ),
    "list.day_or_month": (
        "kan ha dagen eller månaden först, och kolumnen visar inte vilket",
        'ange dates i en mappning, till exempel "dd/mm/yyyy" eller "mm/dd/yyyy"',
    ),
    "list.two_orders": (
        "står i en kolumn där ibland dagen och ibland månaden är först, så datum som kan läsas på båda sätten har "
        "inte lästs{rows}",
        "rätta kolumnen, eller ange dates i en mappning",
    ),
    "list.order_of_others": (
        "har lästs med dag och månad i samma ordning som i listans andra kolumner med datum{rows}",
        "ange dates i en mappning om ordningen är en annan",
    ),
    "list.serial_days": (
        "har lästs som kalkylprogrammets nummer på ett datum, liksom alla celler i kolumnen{rows}",
        "kontrollera datumen; somliga kalkylblad räknar från år 1904",
    ),
    "list.number_among_days": ("är ett tal i en kolumn med datum", "skriv ett datum, eller rätta raden"),
    "list.other_zone": (
        "är ett klockslag i en annan tidszon, där det kan vara ett annat datum",
        'ange zone i en mappning, till exempel "Europe/Stockholm"',
    ),
    "list.no_sheets": ("är ett blad, men filen är text och har inga blad", "utelämna uppgiften"),
    "list.sheet_left_out": (
        "har inga rubriker som vi känner till och har inte lästs (antal rader: {count})",
        "namnge kolumnerna i en mappning om bladet är en lista",
    ),
    "list.no_country": (
        "skrivs olika i olika länder, och inget land är angivet",
        "ange organisationens land i listan, eller som standardvärde i mappningen",
    ),
    "list.cells_missing": (
        "har bara {cells} av {headings} celler, som kan stå under fel rubriker: raden har utelämnats",
        "rätta raden",
    ),
    "list.cells_too_many": (
        "har {cells} celler under {headings} rubriker, som kan stå under fel rubriker: raden har utelämnats",
        "sätt citattecken kring de celler som innehåller ett skiljetecken",
    ),
    "list.cells_shifted": (
        "har celler som inte passar i sina kolumner ({columns}), som om de hade flyttats: raden har utelämnats",
        "flytta cellerna till rätt rubriker",
    ),
    "list.one_end_in_days": (
        "anger ingen dag, och periodens andra datum saknas eller är skrivet på annat sätt",
        "skriv båda på samma sätt",
    ),
    "list.name_of_figures": ("är inget namn på en organisation", "skriv namnet"),
    "list.above_headings": (
        "står ovanför rubrikerna och har inte lästs{rows}",
        "kontrollera att rubrikerna hittades, eller ange heading_row i en mappning",
    ),
    "list.no_rows": ("listan har rubriker men inga rader under dem", "kontrollera att hela listan är sparad"),
    "list.heading_again": ("är rubrikraden en gång till{rows}", "inget har gått förlorat"),
    "list.unnamed_rows": ("namnger ingen insats och har utelämnats{rows}", "skriv namnet om raden är en insats"),
    "list.sums": ("är en summa och ingen insats{rows}", "kontrollera att det stämmer"),
    "list.notes": ("är en anmärkning eller en mellanrubrik och ingen insats{rows}", "kontrollera att det stämmer"),
    "list.merged": (
        "är den första av flera rader om samma insats; deras organisationer har blivit partner{rows}",
        "kontrollera att raderna gäller samma insats",
    ),
    "list.repeated": (
        "är den första av flera rader om samma insats, som har lästs som en{rows}",
        "kontrollera att raderna gäller samma insats",
    ),
    "list.rows_differ": (
        "skiljer sig mellan raderna om samma insats{rows}",
        "behåll den rätta uppgiften; alla finns kvar bland övriga uppgifter",
    ),
    "list.another_layout": (
        "passar inte listan, som saknar kolumnerna {headings}",
        "utelämna formatet, så känns det igen på rubrikerna",
    ),
    "list.bare_rows": (
        "anger bara ett namn, och kan vara en mellanrubrik eller en summa{rows}",
        "kontrollera att raden är en insats",
    ),
    "list.bodies_in_a_row": (
        "har flera organisationer i sina celler, som har lästs var för sig{rows}",
        "kontrollera att cellerna har organisationerna i samma ordning",
    ),
    "list.no_exchange_rate": (
        "är inte i euro, och Kohesio kräver växelkursen bredvid",
        "ange kursen i extra, som {label} (på kommandoraden: --extra {label}=KURS)",
    ),
    "list.several_bodies": (
        "anger flera organisationer med {mark} mellan sig",
        'skriv parted_by = "{mark}" under [rows] i en mappning, så läses var och en för sig',
    ),
    "list.uneven_parts": (
        "har inte lika många delar ({count}) som raden har organisationer ({bodies})",
        "skriv en del för varje organisation, och lämna den tom där inget är angivet",
    ),
    "list.unknown_municipalities": (
        "har namn som ingen svensk kommun heter, och de har behållits{rows}: {unknown}",
        "kontrollera stavningen",
    ),
    "list.operation_again": (
        "gäller samma insats som tidigare rader men följer inte på dem{rows}",
        "flytta ihop raderna, så läses de som en insats",
    ),
    "list.number_again": (
        "har samma nummer som en tidigare insats{rows}",
        "flytta ihop raderna om de gäller samma insats",
    ),
    "list.more_problems": (
        "har problemet {like}, som många rader före den också har{rows}",
        "rätta de problem som har redovisats och läs listan igen",
    ),
    "mapping.no_such_heading": ("finns inte bland listans rubriker: {headings}", "rätta heading i mappningen"),
    "mapping.several_headings": (
        "stämmer på flera kolumner: {columns}",
        "skriv hela rubriken, eller bokstaven som column, i mappningen",
    ),
    "mapping.needed": ("läses med en mappning", "ange en; ”esfmodel mapping new” skriver ett utkast"),
    "mapping.not_for_format": ("läses utan mappning", "utelämna mappningen, eller ange {choices}"),
    "list.no_encoding": (
        "är ingen teckenkodning som vi känner till",
        "skriv till exempel utf-8, cp1252 eller iso-8859-7",
    ),
    "list.marked_encoding": (
        "är inte den teckenkodning som filen själv anger, nämligen {encoding}",
        "ange {encoding}, eller utelämna teckenkodningen i mappningen",
    ),
    "list.unknown_encoding": (
        "visar inte vilken teckenkodning som har använts, och i fel kodning skulle namnen bli fel",
        "ange rätt kodning under [file] i en mappning: {candidates}",
    ),
    "list.encoding_assumed": (
        "filen har lästs som {encoding}, men kan lika gärna vara skriven i {others}, med andra bokstäver",
        "kontrollera några namn, och ange teckenkodningen under [file] i en mappning",
    ),
    "list.no_delimiter": (
        "har inget semikolon, komma, tabb eller lodstreck som delar in raderna i kolumner",
        "kontrollera att det är en lista, eller ange skiljetecknet under [file] i en mappning",
    ),
    "list.rows_in_quotes": ("varje rad står inom ett par citattecken, som har tagits bort", "kontrollera några rader"),
    "list.control_characters": (
        "är ett tecken som inte syns (antal i filen: {count})",
        "kontrollera vad det står för; det har behållits",
    ),
    "list.line_too_long": (
        "är en rad med fler än {most} tecken och har inte lästs",
        "kontrollera att varje rad i listan avslutas med en radbrytning",
    ),
    "list.nul": ("innehåller tecknet NUL, som inte hör hemma i text; raden har inte lästs", "ta bort tecknet"),
    "list.undecodable": (
        "innehåller byte som inte är text i {encoding}; raden har inte lästs",
        "rätta raden, eller ange en annan teckenkodning under [file] i en mappning",
    ),
    "list.quotation_marks": (
        "har citattecken som kan omsluta celler eller höra till texten; raden har inte lästs",
        'avsluta eller dubblera dem, eller skriv quote = "" under [file] i en mappning',
    ),
    "list.too_many_cells": (
        "har {cells} celler, och högst {most} kan läsas; raden har inte lästs",
        "kontrollera skiljetecknet",
    ),
    # --- Finance tables
    "table.no_columns": (
        "har ingen rad med två kolumner",
        "skilj kolumnerna åt med tabb eller semikolon, skriv en benämning, ett kolon och ett belopp på varje rad, "
        "eller ange antalet kolumner om varje rad är en cell",
    ),
    "table.only_a_line": (
        "har ingen rad med två kolumner",
        "skilj kolumnerna åt med tabb, semikolon eller komma, och ange tabellens text, inte filens namn",
    ),
    "table.no_rows": ("har inga rader (läst som: {form})", "kontrollera att hela tabellen kom med"),
    "table.too_many_lines": ("har {lines} rader, och högst {most} läses", "dela upp tabellen i flera"),
    "table.too_many_columns": (
        "har {columns} kolumner, och högst {most} kan läsas (läst som: {form})",
        "utelämna dem som inte anger pengar",
    ),
    "table.several": ("innehåller {tables} tabeller (läst som: {form})", "läs dem en i taget"),
    "table.not_whole_rows": (
        "har {lines} rader, som inte går jämnt upp i tabellrader om {columns} celler",
        "kontrollera antalet kolumner",
    ),
    "table.no_heading": ("saknar rubrikrad", "skriv ovanför tabellen vad kolumnerna innehåller"),
    "table.unequal": ("är {stated}, men delarna summerar till {computed}", "kontrollera summan och delarna"),
    "table.unnamed": ("används som projektnamn, eftersom tabellen inte anger något", "skriv namnet"),
    "table.programmes": (
        "är en tabell över program eller regioner och innehåller inget projekt",
        "läs den som finansieringstabell",
    ),
    "table.no_figures": ("har ingen kolumn med siffror", "kontrollera rubrikraden och tecknen mellan kolumnerna"),
    "table.mostly_text": (
        "har siffror i {figures} av {stated} celler och lästes som text",
        "rätta kolumnen, eller ange att den innehåller text",
    ),
    "table.mixed_marks": (
        "har decimalkomma i vissa celler och decimalpunkt i andra",
        "rätta kolumnen, eller ange vilket decimaltecken den har",
    ),
    "table.two_readings": ("kan betyda {first} eller {second}", "ange vilket decimaltecken som används"),
    "table.other_mark": ("är inget tal med decimaltecknet ”{mark}”", "skriv alla decimaler med samma tecken"),
    "table.no_number": (
        "är inget rätt skrivet tal",
        "dela in tusental med ett slags mellanslag, och skriv alla decimaler med samma tecken",
    ),
    "table.not_one_figure": ("är inte ett enda tal med enhet", "skriv talet ensamt och enheten i rubriken"),
    "table.amount_elsewhere": ("är ett belopp, och kolumnen innehåller inga", "flytta det till en kolumn med belopp"),
    "table.share_elsewhere": ("är en andel, och kolumnen innehåller belopp", "flytta den till en kolumn med andelar"),
    "table.no_percent": ("saknar procenttecken: 0,85 och 85 kan betyda samma sak", "skriv procenttecknet"),
    "table.shares_of_one": (
        "har ingen andel över ett och inget procenttecken, och har lästs som delar av ett: 0,85 som 85 %",
        "skriv procenttecknet om det är procent",
    ),
    "table.other_currency": ("är i {currency}, och kolumnen i {other}", "ge beloppet en egen kolumn"),
    "table.rounded": (
        "har fler decimaler än {currency} har och har avrundats",
        "kontrollera beloppet, som räknas som {amount}",
    ),
    "table.no_label": ("saknar rubrik", "skriv vad siffrorna avser; tills vidare får raden stå för dem"),
    "table.other_number_of_cells": (
        "har {cells} celler, och rubrikraden har {columns}",
        "kontrollera vilken som är för mycket eller saknas; celler som saknas räknas som ej angivna",
    ),
    "table.cells_of_row": ("är inte lika många som tabellens {columns} kolumner", "ge varje kolumn sin cell"),
    "table.not_one_row": ("är rubrik på {rows} rader", "använd rubriken på en enda rad, så som den är skriven"),
    "table.not_one_column": ("anger inte en bestämd kolumn med belopp", "välj någon av {choices}"),
    "table.several_costs": ("kan var och en vara kostnaderna", "ange vilken rubrik som avses"),
    "table.no_costs": (
        "visar inte om beloppen är kostnader eller stöd",
        "ange vilken rubrik som gäller kostnaderna, eller vems medel det är",
    ),
    "table.other_kind": (
        "är en tabell av ett annat slag",
        "använd {method}, eller ange att tabellen är av ett annat slag",
    ),
    "table.currency_assumed": (
        "saknar uppgift om valuta, och beloppen har lästs i {currency} (enhet {unit})",
        "ange valuta och enhet om de är fel",
    ),
    "table.currency_of_others": (
        "saknar uppgift om valuta, och beloppen har lästs som de andra kolumnernas, i {currency} (enhet {unit})",
        "ange valuta och enhet om de är fel",
    ),
    "table.two_currencies": (
        "är i någon av valutorna {currencies} och har inte lästs",
        "ange vilken valuta som avses",
    ),
    "table.no_unit": ("saknar enhet, medan andra belopp i kolumnen har en", "skriv enheten"),
    "table.unknown_label": (
        "visar inte vems medel eller vilken kostnad det är, och räknas inte med någonstans",
        "ange vad det är, eller rätta rubriken",
    ),
    "table.applied": (
        "är sökt men räknas i budgeten som beviljat",
        "kontrollera om det har beviljats",
    ),
    "table.sum_or_name": (
        "kan vara en summa eller ett namn, och har lästs som ett namn: beloppet är inte summan av beloppen ovanför",
        "ange vilka rubriker som är summor",
    ),
    "table.not_counted": (
        "ingår inte i en budget, och räknas inte med någonstans",
        "rätta rubriken om det är finansiering eller en kostnad",
    ),
    "argument.unit": ("är ingen enhet för tabeller", "ange 1, 1000, 1000000 eller en annan tiopotens"),
    "argument.width": ("är inget antal kolumner", "ange 2 till {most}"),
    "argument.decimal": ("är inget decimaltecken", "skriv ”,” eller ”.”"),
    "argument.floats": ("är inte hur listor avrundas", "ange Rounding.MINOR_HALF_UP"),
    "argument.no_plot": ("visar inget diagram härifrån", "ange det som en funktion i esfmodel.display.plots gav"),
    # --- Data frames
    "frame.no_column": ("har ingen kolumn {heading}; den har {columns}", "lägg till den, eller döp om den som avses"),
    "frame.column_twice": ("har två kolumner {heading}", "behåll en, eller döp om en av dem"),
    "frame.column_type": (
        "är typen på kolumnen {heading}, som läses som {types}",
        "omvandla kolumnen; har inledande nollor eller decimaler gått förlorade, läs in källan igen som text",
    ),
    "frame.floats": (
        "har flyttal i kolumnen {heading}, som inte rymmer varje belopp",
        "omvandla dem till heltal, decimaltal eller text, eller ange avrundning i floats: Rounding.MINOR_HALF_UP",
    ),
    "frame.float_too_large": (
        "är för stort för att ett flyttal ska rymma varje öre eller cent",
        "läs in källan igen som heltal, decimaltal eller text",
    ),
    "frame.nan": (
        "är NaN, som kan vara ett saknat värde eller en beräkning som misslyckats",
        'ersätt det med null, eller ange att det inte är känt: nan="unknown"',
    ),
    "frame.no_currency": (
        "är ett belopp, och ingenting anger i vilken valuta",
        'lägg till kolumnen currency, eller ange den för alla rader: currency="SEK"',
    ),
    "frame.no_row": (
        "har ingen kolumn {heading}, som anmärkningar anger rad med, och raderna i en lat tabell har inga nummer",
        "lägg till den med ett nummer för varje rad, eller ge en tabell som är inläst",
    ),
    "frame.not_covered": ("bedöms inte med kolumner", "bedöm projekten med validate, eller ange en av {covered}"),
    "frame.no_key": (
        "går inte att koppla till sina rader: tabellerna har ingen gemensam kolumn",
        "lägg till en av {keys} i var och en av dem",
    ),
    "frame.key_twice": (
        "är {heading} för flera projekt med rader{rows}",
        "ge varje projekt ett eget, i alla tabellerna",
    ),
    "frame.no_project": ("är en rad som inte hör till något projekt", "rätta den, eller lägg till projektet"),
    "frame.lines_differ": (
        "är inte det antal rader som finns: {count}",
        "ta med alla projektets rader, eller utelämna kolumnen",
    ),
    "frame.contradicts": (
        "är inte det som {other} anger på samma rad",
        "behåll en av dem, eller ange samma belopp i båda",
    ),
    "frame.other_figure": (
        "är inte det som resten ger: {figure}",
        "rätta det som är fel; uppgiften behålls som den är och används inte",
    ),
    "frame.narrower_figure": (
        "är noggrannare än det som resten ger: {figure}",
        "lägg till det som raderna lämnar öppet; uppgiften behålls som den är och används inte",
    ),
    "frame.figure_not_given": (
        "följer inte av resten, som inte ger någon sådan uppgift",
        "lägg till de rader som ger den; uppgiften behålls som den är och används inte",
    ),
    "frame.unknown_columns": (
        "har okända kolumner, vars celler behålls som de är: {columns}",
        "döp om de kolumner som ska läsas",
    ),
    "frame.no_list": (
        "är ingen lista över insatser utan en fil i formatet {format}",
        'läs den med esfmodel.read och ge dess projekt till to_frame, eller ange att den är en lista: format="{right}"',
    ),
    "frame.columns_left_out": (
        "har kolumner som en tabell med projekt inte har och som utelämnas: {columns}",
        "döp om de kolumner som ska läsas",
    ),
    "frame.cells_missing": (
        "har rader utan värde i kolumnen {heading} ({count})",
        "skriv det på var och en av dem, eller utelämna de raderna",
    ),
    "frame.row_twice": (
        "har rader med samma nummer i kolumnen {heading}, som när tabeller har fogats samman",
        "numrera alla rader på nytt, eller utelämna kolumnen",
    ),
    "frame.parquet_broken": ("är Parquet som inte går att läsa till slutet", "skriv eller kopiera filen på nytt"),
    "frame.more_problems": (
        "har problemet {like} på fler rader ({count})",
        "rätta det som har påpekats hittills och läs in tabellen igen",
    ),
    # --- Listor: arbetsböcker och mappningar
    "plot.currencies": (
        "är inte angiven, och projektet har belopp i {currencies}",
        "ange en av dem, och rita ett diagram för var och en",
    ),
    "extra.missing": ("kräver {package}, som inte är installerat", "installera det: pip install {package}"),
    "workbook.no_writer": (
        "kan inte skrivas, eftersom XlsxWriter inte är installerat",
        "installera det: pip install XlsxWriter",
    ),
    "workbook.too_many_rows": ("är fler rader än ett blad rymmer ({most})", "skriv flera filer, eller en .csv-fil"),
    "workbook.text_too_long": (
        "har fler än {most} tecken, och det ryms inte i en cell",
        "korta texten, eller skriv projektet som TOML eller JSON",
    ),
    "workbook.none": ("är ingen arbetsbok", "spara den som .xlsx i Excel eller LibreOffice"),
    "workbook.damaged": (
        "är skadad eller inte hel",
        "hämta filen igen, eller öppna den i Excel eller LibreOffice och spara den på nytt",
    ),
    "workbook.encrypted": ("är skyddad med lösenord", "öppna den och spara den utan lösenord"),
    "workbook.old": (
        "är en arbetsbok i det gamla formatet .xls, eller en annan fil från den tiden",
        "spara den som .xlsx",
    ),
    "workbook.binary": ("är en binär arbetsbok, .xlsb", "spara den som .xlsx"),
    "workbook.opendocument": ("är en fil från LibreOffice eller OpenOffice", "spara den som .xlsx"),
    "workbook.too_many_parts": (
        "består av {parts} delar, och högst {most} kan läsas",
        "kopiera bara listan till en ny arbetsbok",
    ),
    "workbook.unpacks_to_too_much": (
        "blir {size} byte när den packas upp, mer än någon lista av den storleken",
        "kopiera bara listan till en ny arbetsbok, eller dela upp den",
    ),
    "workbook.document_type": (
        "innehåller en dokumenttyp (DOCTYPE), som ingen arbetsbok behöver och som kan användas för angrepp",
        "hämta filen direkt från myndigheten",
    ),
    "workbook.no_such_sheet": ("är inget blad i arbetsboken", "ange ett av {choices}"),
    "workbook.no_sheets": ("har inget blad med celler", "kontrollera att det är rätt fil"),
    "workbook.too_many_cells": ("har fler än {most} celler och andra element", "dela upp den"),
    "workbook.cell_too_long": ("har fler än {most} tecken i en cell eller en rad", "korta texterna"),
    "workbook.too_wide": (
        "ligger bortom de {most} kolumner som en lista får ha",
        "ta bort cellen om den är ett misstag, eller kopiera bara listan till en ny arbetsbok",
    ),
    "workbook.macros": ("arbetsboken har makron, som aldrig körs här", "kontrollera att listan stämmer utan dem"),
    "workbook.hidden_sheet": (
        "är ett dolt blad och har inte lästs",
        "visa bladet, eller ange det i en mappning, om listan finns där",
    ),
    "workbook.hidden_rows": (
        "har dolda rader ({places}), som har lästs som de andra",
        "visa dem och kontrollera att de hör till listan",
    ),
    "workbook.hidden_columns": (
        "har dolda kolumner ({places}), som har lästs som de andra",
        "visa dem och kontrollera vad de innehåller",
    ),
    "workbook.merged": (
        "har celler som är sammanfogade över flera rader ({places}): bara den första raden har deras värde",
        "dela cellerna och skriv värdet på varje rad som det gäller",
    ),
    "workbook.too_many_columns": (
        "har så många slags uppgifter att de tar {count} kolumner, och {most} är det högsta antalet",
        "skriv projektet som TOML eller JSON",
    ),
    "workbook.one_project": (
        "{count} projekt ryms inte i en budgetarbetsbok",
        "skriv ett projekt, eller alla som en lista",
    ),
    "workbook.no_budget": (
        "är ingen budgetarbetsbok från det här programmet",
        "börja med mallen från esfmodel new --xlsx, eller ange inget format",
    ),
    "workbook.no_currency": (
        "är ett belopp utan valuta",
        "ange valutan i cellen, eller för hela arbetsboken på bladet med projektet",
    ),
    "workbook.formula_unread": ("är en formel, och formler läses inte; dess värde är {value}", "skriv själva talet"),
    "workbook.no_key": (
        "har ingen nyckel bredvid eller ovanför sig och har lagts bland övriga uppgifter",
        "skriv det där en nyckel säger vad det är, eller ta bort det",
    ),
    "workbook.two_values": (
        "är angivet med olika värden i flera celler, och inget av dem har lästs",
        "ta bort dem som är fel",
    ),
    "workbook.two_years": (
        "står i kolumnen för ett annat år än raden anger ({year}) och har inte lästs",
        "flytta beloppet, eller rätta året",
    ),
    "workbook.heading_of_another_year": (
        "anger ett annat år än nyckeln under den ({year}), så kolumnens belopp har inte lästs",
        "skriv samma år på båda ställena",
    ),
    "workbook.other_sum": (
        "stämmer inte med cellerna, som ger {computed}",
        "låt kalkylprogrammet räkna om formlerna, eller rätta cellerna",
    ),
    "workbook.sheet_unread": (
        "är inget av budgetens blad och har inte lästs (antal rader: {count})",
        "flytta det som hör till budgeten till bladen med dess nycklar",
    ),
    "workbook.not_computed": (
        "har formler utan uträknat värde ({places}), som har lästs som tomma celler",
        "öppna arbetsboken i Excel eller LibreOffice och spara den",
    ),
    "workbook.which_sheet": ("är inte angivet, och arbetsboken har flera", "ange ett av {choices} i mappningen"),
    "workbook.sheet_not_mapped": (
        "är ett blad som mappningen inte nämner och har inte lästs (antal rader: {count})",
        "ange bladet i mappningen om det hör till budgeten",
    ),
    "workbook.empty_cell": ("är tom", "fyll i värdet, eller rätta cellen i mappningen"),
    "workbook.no_year": ("är inget årtal", "skriv ett årtal, till exempel 2026"),
    "workbook.too_many_lines": (
        "har fler än {most} rader, vilket ingen budget har",
        "ange last i mappningen, eller lägg budgeten i ett eget blad",
    ),
    "workbook.unit_taken": (
        "har lästs som enheten för alla belopp nedanför: varje belopp har multiplicerats med {unit}",
        "ange unit i mappningen om det är fel",
    ),
    "workbook.several_units": (
        "är en annan enhet än den som står ovanför, så det går inte att veta vilken beloppen har",
        "ange unit i mappningen",
    ),
    "workbook.sum_differs": (
        "är en summa på {stated}, men det som har lästs blir {computed}",
        "rätta bladet, eller raderna och kolumnerna i mappningen",
    ),
    "workbook.sums_taken": (
        "är en summa av raderna under och har inte räknats{rows}",
        "ange radens text under names i mappningen om den är en egen budgetrad",
    ),
    "workbook.sums_in_doubt": (
        "är lika med summan av raderna under men har räknats som en egen budgetrad{rows}",
        "ange radens text under skip i mappningen om den är en summa",
    ),
    "workbook.deducted": (
        "är en intäkt utan minustecken och har dragits av från kostnaderna",
        "skriv den med minustecken, eller ange dess kategori i mappningen",
    ),
    "workbook.not_amounts": (
        "har en siffra som inte är något belopp i budgeten och inte har lästs{rows}",
        "ange radens text under names i mappningen om den är en budgetrad",
    ),
    "workbook.parts_left_out": (
        "är en del av raden ovanför, som har lästs i sin helhet{rows}",
        "inget räknas två gånger",
    ),
    "workbook.category_unknown": (
        "är en kostnad av okänd kategori och har lästs som övrig kostnad{rows}",
        "ange kategorin under names i mappningen",
    ),
    "workbook.category_of_words": (
        "har en annan kategori enligt sin text än enligt sin grupp; texten gäller{rows}",
        "ange kategorin under names i mappningen",
    ),
    "workbook.flat_rate_as_stated": (
        "är en schablon enligt sin text och har lästs som en kostnad med det angivna beloppet{rows}",
        "ange sats och underlag i projektet om den ska räknas ut",
    ),
    "workbook.of_group": (
        "har lästs så som grupprubriken ovanför anger, som inte har något eget belopp{rows}",
        "ange radens text under names i mappningen om det är fel",
    ),
    "workbook.no_result": (
        "har formler utan uträknat värde, så beloppen är inte kända{rows}",
        "öppna arbetsboken i Excel eller LibreOffice och spara den",
    ),
    "workbook.no_lines": (
        "är början på en tabell där ingen rad hittades",
        "rätta first, last eller amounts i mappningen",
    ),
    "workbook.no_cost": (
        "anger vem som betalar men står bland kostnaderna och har inte lästs",
        "utelämna raden i mappningen, eller ange dess kategori",
    ),
    "workbook.negative_financing": (
        "är finansiering med minustecken och har inte lästs{rows}",
        "skriv det som betalas utan minus; i bokföring står intäkter ofta med minus",
    ),
    "workbook.source_unknown": (
        "anger inte vems pengar det är och har inte lästs",
        "ange finansieringskällan under names i mappningen",
    ),
    "workbook.figures_left": (
        "är ett tal utanför mappningens tabeller och finns kvar bland övriga uppgifter{rows}",
        "rätta raderna och kolumnerna i mappningen om talet hör till budgeten",
    ),
    "mapping.no_year": (
        "är inget årtal, och enligt mappningen är kolumnerna år",
        "rätta heading eller axis i mappningen",
    ),
    "mapping.no_partner": (
        "namnger ingen partner, och enligt mappningen är kolumnerna partner",
        "rätta heading eller axis i mappningen",
    ),
    "mapping.budget_or_list": (
        "anger att filen är budgeten för ett projekt, men [columns] att den är en lista",
        "behåll det ena",
    ),
    "mapping.cell": ("är ingen cell", "skriv den till exempel som {example}"),
    "mapping.column_twice": ("är en kolumn som anges två gånger", "ange varje kolumn en gång"),
    "mapping.row": ("är inget radnummer", "ange ett tal från 1 till {most}"),
    "mapping.rows": ("ligger ovanför den första raden, {first}", "ange tabellens sista rad"),
    "mapping.no_axis": ("är flera kolumner, och inget säger vad som skiljer dem åt", "lägg till axis: {choices}"),
    "mapping.year": ("är inget årtal", "skriv ett årtal, till exempel 2026"),
    "mapping.numbers": (
        "visar inte hur tal skrivs",
        "skriv talet 12345,67 så som kolumnen gör, till exempel {example}",
    ),
    "mapping.unit": (
        "är inte 1, 10, 100 eller någon annan tiopotens",
        "ange vad varje siffra ska multipliceras med, till exempel 1000",
    ),
    "mapping.date": (
        "är inget mönster för en dag, en månad, ett kvartal eller ett år",
        "skriv det med d, m, q och y, till exempel {example}",
    ),
    "mapping.months": ("är inget språk vi känner till", "skriv språkets kod, till exempel {example}"),
    "mapping.zone": ("är ingen tidszon vi känner till", "skriv tidszonens namn, till exempel {example}"),
    "mapping.split": (
        "är inget mönster som kan användas: det ska ha en grupp som heter value, ingen grupp som upprepas "
        "och högst {most} upprepningar, där {choices} tecken ? eller | räknas som en",
        "skriv det till exempel som {example}",
    ),
    "mapping.column": ("är ingen kolumnbokstav", "skriv den så som kalkylprogrammet gör, till exempel {example}"),
    "mapping.encoding": ("är ingen teckenkodning för text", "skriv till exempel {example}"),
    "mapping.mark": ("är inte ett enda tecken", "skriv ett tecken, till exempel {example}"),
    "mapping.same_marks": ("är också citattecknet", "ange två olika tecken"),
    "mapping.heading_row": (
        "är inte radnumret för rubrikerna, eller två radnummer i ordning",
        "ange nummer från 1 till {most}, eller 0 där det inte finns några rubriker",
    ),
    "mapping.into": ("är ingen plats för det som skiljer sig mellan raderna", "skriv {right}"),
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    "rule.not_stated": ("uppgift saknas", ""),
    "rule.lacks": ("uppgift saknas: {needs}", ""),
    "rule.within_bounds": ("en uppgift är känd bara inom gränser, så frågan kan inte avgöras", ""),
    "rule.amounts_in_part": ("beloppen är bara delvis kända, så frågan kan inte avgöras", ""),
    "rule.two_currencies": ("beloppen är i olika valutor ({between}), som den här regeln inte räknar om", ""),
    "rule.threshold_currency": (
        "beloppet är i {found} och gränsen i {threshold}; {why}; {decides}: ange en växelkurs",
        "",
    ),
    "rule.period_depends_on_day": ("av perioden {period} framgår inte om den ryms i {window}", ""),
    "rule.period_depends_on_length": ("av perioden {period} framgår inte om den är längre än {months} månader", ""),
    "rule.no_amount": ("beloppet är inte känt tillräckligt noga", ""),
    "rule.no_last": ("vilket beslut som kom sist är inte känt", ""),
    "rule.no_projects": ("portföljen har inga projekt", ""),
    "rule.no_single_value": ("bestämmelserna har inget entydigt värde för {key}, {period}", ""),
    "rule.no_value": ("bestämmelserna har inget värde för {key}, {period}, den {day}; värden finns för {others}", ""),
    "rule.several_values": (
        "bestämmelserna har flera värden för {key}, {period}: {values}; ange den dag vars rätt gäller (on, --on)",
        "",
    ),
    "rule.no_reporting_terms": (
        "varken beslut eller bestämmelser anger när projektet ska redovisa",
        "lägg till villkoren i ett beslut, eller bestämmelserna för programmet",
    ),
    "rule.programme_without_terms": (
        "programmet anger inte när projektet ska redovisa",
        "lägg till villkoren i ett beslut",
    ),
    "rule.errors_found": ("har fel: {errors}", "rätta felen och granska på nytt"),
    "rule.of_another_version": (
        "finns inte bland reglerna i den här versionen av biblioteket, esfmodel {version}",
        "installera den version som regeln kommer från, eller granska projektet på nytt",
    ),
    "rule.not_installed": (
        "är inget namn på regler som är installerade",
        "installera det programpaket som har dem, eller ange ett av: {choices}",
    ),
    "rule.installed_twice": (
        "är namnet på regler i flera programpaket: {packages}",
        "avinstallera alla utom ett av dem",
    ),
    "rule.not_loaded": (
        "är regler i programpaketet {package}, som inte går att ladda ({why})",
        "installera en annan version av det, eller granska utan dess regler",
    ),
    "rule.none_offered": (
        "erbjuds av programpaketet {package}, men dess {value} ger {kind} och inga regler",
        "låt ingångspunkten ange en Rule, eller en lista med flera",
    ),
    "rule.code_taken": (
        "är regler i programpaketet {package}, och en av dem har samma kod, {code}, som en regel i {other}",
        "utelämna det ena av dem, eller be om en annan kod för regeln",
    ),
    "report.other_version": (
        "är en version av granskningar som inte kan läsas här",
        "granska projektet på nytt, eller installera den version av esfmodel som skrev den",
    ),
    "report.disagrees": (
        "stämmer inte med resultaten i granskningen, som ger {found}",
        "använd granskningen hel, som den skrevs",
    ),
    "argument.rule_code": ("är ingen regelkod", "skriv familjens bokstäver och ett nummer"),
    "argument.rule_text": (
        "är ingen text med namn inom klammer ({why})",
        "skriv en klammer som ska stå kvar två gånger",
    ),
    "argument.rule_basis": ("är inget namn på en bestämmelse", "skriv ett sådant namn eller utelämna grunden"),
    "argument.rule_languages": ("anger olika uppgifter: {only}", "namnge uppgiften på båda språken eller på inget"),
    "argument.rule_unknown": ("är ingen regel eller regelfamilj här", "familjerna här är {families}"),
    "argument.rule_twice": ("är kod för två regler", "ge varje regel en egen kod"),
    "report.rule_not_given": (
        "är inte en av bibliotekets regler utan en egen",
        "ange även regeln, med argumentet rules till from_dict",
    ),
    "argument.rule_function": (
        "i regeln {rule} är en funktion som en annan process inte kan hitta med dess namn",
        "skriv den med def högst upp i en modul",
    ),
    "argument.rule_need": ("är inget som {kind} har", "skriv en sökväg, till exempel ”budget.total”"),
    "argument.finding_value": (
        "har en plats i texten för {rule} men inget värde",
        "ange det med namn: context.finding(..., {name}=...)",
    ),
    "argument.finding_basis": ("saknas i en anmärkning från {rule}", "ange den bestämmelse som tillämpas"),
    "argument.finding_key": ("är inget som {rule} vilar på", "fråga under regelns egen grund"),
    # --- Workings, the testing kit and the command line
    "formula.not_readable": ("är ingen formel", "skriv namn, + - * / och funktionerna i esfmodel.workings"),
    "formula.unknown_name": ("nämner ”{name}”, som saknas bland värdena", "ange dess värde"),
    "command.incomplete": ("{missing} saknas", "skriv {usage}"),
    "command.too_much": (
        "är mer än vad kommandot tar emot",
        "sätt en text med mellanslag inom citattecken; skriv {usage}",
    ),
    "command.no_value": ("anges utan värde", "skriv {form}"),
    "command.takes_no_value": ("är ett värde till en flagga som inte har något", "skriv bara {option}"),
    "command.exists": ("finns redan", "ange ett annat namn, eller --force för att skriva över filen"),
    "command.by_columns": ("är inte till för Parquet, som prövas kolumnvis", "utelämna flaggan"),
    "command.by_columns_alone": (
        "är Parquet, som prövas kolumnvis, och de andra filerna prövas ett projekt i taget",
        "granska filen för sig",
    ),
    "command.is_source": (
        "är en av källorna och skrivs inte över: kommentarer och annat som inte läses skulle gå förlorat",
        "ange ett annat namn",
    ),
    "command.no_such_word": ("förekommer inte i det som söks igenom", "menar du {near}?"),
    "command.not_together": ("finns inte tillsammans på samma ställe", "sök med färre ord"),
    "command.not_a_rate": ("är ingen växelkurs", "skriv till exempel {example}, eller med dag {example}@2024-03-01"),
    "command.no_file": ("ingen fil har angetts", "ange en fil, - för standard in, eller --examples"),
    "command.not_a_pair": ("är inte ett namn och en text", "skriv dem med ett likhetstecken mellan"),
    "command.not_a_table": ("är en projektfil, inte en tabell", "visa den med esfmodel show"),
    "command.no_by": (
        "är en lista över insatser och ingen finansieringstabell",
        "lägg till --by med någon av {choices}",
    ),
    "command.not_read_whole": (
        "innehåller projekt som inte gick att läsa, eller inga projekt",
        "se de problem som redovisas",
    ),
    "command.not_written": ("går inte att skriva (”{reason}”)", "ange en annan fil"),
    "command.not_printed": (
        "resultatet gick inte att skriva ut (”{reason}”)",
        "kontrollera vart det skickas och att det finns plats där",
    ),
    "command.no_memory": ("datorns minne räckte inte", "dela upp det som ska läsas, och försök igen"),
    "command.fault": (
        "oväntat fel i esfmodel",
        "rapportera det med kommandot, filen och det som skrivs när det körs som ”python -X dev -m esfmodel”",
    ),
    "command.several_projects": (
        "en rapport handlar om ett projekt, och här finns {count}",
        "ange ett av dem med --project, eller en fil med bara det projektet: {choices}",
    ),
    "command.too_many_keys": ("anger mer än rader och kolumner", "ange högst två"),
    "command.only_together": ("hör ihop med {other}", "ange båda, eller inget av dem"),
    "command.nothing_in_force": ("ingen bestämmelse gäller då", "utelämna --on eller --programming-period"),
    "plan.co_funder_without_name": ("anger ingen finansiär", "skriv till exempel ”{example}”"),
    "plan.co_funder_weight": ("har inget heltal efter likhetstecknet", "skriv till exempel ”{example}”"),
    "argument.label_style": ("är ingen stil här", "skriv bara språket"),
    # --- Kolumner i databaser, och mallar
    "column.too_short": ("har fler tecken än kolumnen rymmer, {most}", "gör kolumnen längre"),
    "column.inexact_number": (
        "har fler siffror än JSON i en databas behåller",
        "skriv talet som text, inom citattecken",
    ),
    "argument.filter_taken": ("är redan namnet på ett annat filter", "ange ett prefix, till exempel {example}"),
}
