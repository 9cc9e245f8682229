"""The words in labels of money, in classes: who pays, what is paid, how far it has come, and what is no money at all.

The words are in small letters with spaces for hyphens, as `plain_name` writes them, and without the genitive of names
("EU:s" is "eu"); a star stands for any letters of the same word. Swedish, English, Norwegian, Danish and German labels
are covered, and the usual headings of Finnish, French, Spanish and Polish lists. What the classes mean together is
decided in one place, `esfmodel.text.reading.labels`.

>>> "eigenmittel" in MONEY_WORDS["own"]
True
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(","))


# --- Labels known as a whole
#
# By what they hold. From the project bank of Svenska ESF-rådet in its versions of 2014, 2021, 2023 and 2024 and its
# export, the project bank of Tillväxtverket, decisions and lists of Jordbruksverket (Leader) and of the Interreg
# programmes, Kohesio, keep.eu and the lists of operations of other authorities.

_OWNERS = ("Projektägare", "Projektägarens", "Stödmottagare", "Stödmottagarens")


def _of_owner(*words: str) -> tuple[str, ...]:
    return tuple(f"{owner} {word}" for owner in _OWNERS for word in words)


TEXT_LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "project number": (
            *("Diarienummer", "Projektnummer", "Dnr", "Diarienr", "Projektnr", "Projektets diarienummer"),
            *("Projekt-ID", "Ärende-ID", "Ärendenummer", "Operation ID"),
        ),
        "name": (
            *("Namn", "Projektnamn", "Projektets namn", "Namn på projektet", "Namn på insatsen", "Insatsens namn"),
            *("Projekttitel", "Operation name", "Project name"),
        ),
        "owner": ("Projektägare", "Stödmottagare", "Projektägarens namn", "Stödmottagarens namn", "Beneficiary"),
        "organisation number": (
            *_of_owner("organisationsnummer", "org.nr.", "org. nr.", "org.nummer"),
            *("Organisationsnummer", "Org.nr.", "Beneficiary ID"),
        ),
        "postal code": (*_of_owner("postnr", "postnummer"), "Postnummer", "Postnr", "Beneficiary postcode"),
        "city": (*_of_owner("ort", "postort"), "Ort", "Postort", "Beneficiary city"),
        "country of the owner": (*_of_owner("land"), "Beneficiary country"),
        "country": ("Land som berörs", "Berört land", "Land", "Country concerned", "Country"),
        "fund": (
            *("Berörd fond", "Fond", "EU-fond", "Fund concerned", "EU fund", "Fund"),
            "EU-fond eller -program som beviljat projektmedel",
        ),
        "CCI": ("Program CCI", "Programmets CCI", "CCI", "CCI-nummer", "CCI-kod"),
        "programming period": ("Programperiod", "Programmeringsperiod", "Programming period"),
        "priority": ("Programområde", "Insatsområde", "Prioritering", "Priority"),
        "specific objective": (
            *("Specifikt mål", "Särskilt mål", "Berört specifikt mål"),
            *("Specific objective concerned", "Specific objective"),
        ),
        "intervention field": ("Interventionstyp", "Interventionsområde", "Interventionskod", "Intervention field"),
        "secondary theme": ("Sekundärtema", "Sekundärt tema", "Secondary theme"),
        "strategic importance": ("Insats av strategisk betydelse", "Operation of strategic importance"),
        "planned participants": (
            *("Planerat antal deltagare", "Antal deltagare", "Antal planerade deltagare", "Antal projektdeltagare"),
            "Planned participants",
        ),
        "NUTS code": ("NUTS-2 kod", "NUTS 2", "NUTS-kod", "NUTS", "NUTS-3 kod", "NUTS 2 code"),
        "region": ("Region", "ESF-region"),
        "call": ("Utlysning", "Utlysningens diarienummer", "Utlysningsnummer", "Call"),
        "rate of the Union": (
            *("Unionens medfinansieringsgrad", "EU:s medfinansieringsgrad", "Union co-financing rate"),
            "EU co-financing rate",
        ),
        "period": ("Projektperiod", "Projekttid", "Projektets tidsperiod", "Tidsperiod"),
        "start": ("Startdatum", "Projektstart", "Start date", "Starttid", "Projektets starttid"),
        "end": ("Slutdatum", "Projektslut", "End date", "Sluttid", "Projektets sluttid"),
        "summary": (
            *("Sammanfattning", "Projektbeskrivning", "Beskrivning", "Sammanfattning av projektet", "Om projektet"),
            "Summary",
        ),
        "summary in another language": (
            "Sammanfattning engelsk",
            "Sammanfattning på engelska",
            "Summary in English",
        ),
        "address": _of_owner("address", "adress"),
    }
)
"""Labels of text, days and counts, by what they hold."""

PAGE_LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "total cost": (
            *("Total projektbudget", "Total budget", "Totalbudget", "Projektbudget", "Projektets totala budget"),
            *("Total budget SEK", "Projektets totala budget (inklusive medfinansiering)", "Total projektkostnad"),
            *("Totalkostnad", "Total kostnad", "Projektets totalkostnad", "Total finansiering", "Projektomslutning"),
            *("Total project cost", "Total eligible cost"),
        ),
        "support, undivided": (
            *("Beviljat ESF-stöd", "Beviljat ESF+-stöd", "ESF-stöd", "ESF+-stöd", "Beviljat stöd"),
            *("Beviljat stöd från ESF", "Beviljat belopp", "Projektstöd", "Beviljat projektstöd", "Beslutat stöd"),
        ),
        "support of the Union alone": (
            *("EU-stöd", "EU-stöd i SEK", "Beviljat EU-stöd", "EU contribution", "EU contribution SEK", "EU-medel"),
            *("EU-bidrag", "EU-finansiering", "EU funding", "ERDF contribution"),
        ),
        "support of the state": ("Statliga medel", "Statlig medfinansiering", "Statligt stöd"),
        "support of a partner country": ("IR-medel", "Norska IR-medel", "IR-midler"),
        "own contribution, public": ("Offentlig medfinansiering", "Kommunal medfinansiering"),
        "own contribution, private": ("Privat medfinansiering", "Privat finansiering"),
        "own contribution": (
            *("Medfinansiering", "Egen finansiering", "Egenfinansiering", "Egen medfinansiering", "Egen insats"),
            *("Nationell medfinansiering", "National co-financing"),
        ),
        "support applied for": ("Sökt stöd", "Sökt belopp", "Ansökt belopp"),
        "day of the decision": ("Beslutsdatum", "Beslutsdag"),
        "budget of a call": ("Utlyst belopp",),
    }
)
"""Labels of amounts and decisions on the pages of projects; `label_meaning` says the same of them by their words."""

# --- Words by class

_PAYERS: Mapping[str, str] = {
    # The Union: its names and those of its funds; the names of the funds in full are those of `FUND_NAMES`.
    "union": """
        eu, union, unionen, unionens, unions, europeiska unionen, europeiska kommissionen, european union,
        european commission, european commission s, ec, kommissionen, europeiska unionens, europæiske union, ue,
        uniens, eus, europeisk finansiering, european funding, european funds, european contribution, european
        co financing, europeiska medel, financement européen, europäische *, europäischer *, unia europejska,
        european regional *, european social *, europeiska social*, europeiska regional*, europeiska jordbruks*,
        europeiska havs*, eu*fond, eu*fonden, erdf, eruf, feder, fesr, efre, eakr, efrr, fedr, esf, esr, fse,
        efs, ipa, ipa iii, jtf, fro, amif, isf, bmvi, fead, yei, eafrd, ejflu, feader, eler, emff, ehff, emfaf,
        ehfvf, feampa, ndici, interreg, interregmedel, interregstöd, interregbidrag, interregfinansiering,
        interreg medel, strukturfond*, structural fund*, socialfond*, regionalfond*, landsbygdsfond*,
        jordbruksfond*, fiskefond*, havs och fiskerifond*, sammanhållningsfond*, cohesion fund*,
        migrationsfond*, leadermedel, programme co financing, programme contribution, programme funding,
        programmets medfinansiering, programmets finansiering, funduszy europejskich, fundusze europejskie,
        fundusze ue, funduszy ue, środki ue, fondens bidrag, fondens medfinansiering, gemenskapsstöd*,
        gemenskapsmedel, gemenskapsbidrag, eg medel, eg stöd, eg bidrag, unionsmedel, unionsbeitrag,
        unionsmittel, unionsförderung, unionsunterstützung, unionsbeteiligung, unionsstöd, unionsbidrag,
        unionsmidler, unijn*, unii, union européenne, regionala utvecklingsfond*, regional development fund,
        unión europea, unione europea""",
    # In Sweden a grant of the Union and the state, which Svenska ESF-rådet pays undivided.
    "esf grant": """
        esf stöd, esf stödet, esf projektstöd, stöd från esf, stödet från esf, svenska esf rådet, esf rådet,
        svenska esf rådets, esf rådets, rådet för europeiska socialfonden, svenska rådet för europeiska
        socialfonden""",
    # Words with the Union in them that do not say that it pays.
    "not the union": """
        eu projekt*, eu program*, eu ländern, eu länder, eu land, eu lands, eu medlem*, eu member*, europeiska
        program*, eu kod, eu call, european programme, eu policy, eu nivå""",
    "state": """
        stat, staten, statens, statslig, statsmedel, statsbidrag, statsfinansiering, statsstöd, state, the
        state, state s, statlig*, statsanslag, staatlich*, statsmidler, statstilskud, statstilskudd, valtion,
        government, government grant, central government, state budget, statsbudget*, etat, état, budżet
        państwa, stato""",
    "not the state": "state aid*, statsstöd*, member state*, medlemsstat*, state of *, project state, united states",
    "norway": "norsk, norska, norskt, norske, norwegian, norge, norway, norges, noreg",
    "norway's grant": "ir midler, ir medel, ir funding, ir funds, ir tilskudd, ir stöd, ir",
    "partner country": "partnerland, partner country, tredje land, third country, schweizisk*, swiss",
    "match": """
        medfinans*, *medfinansiering, *medfinansieringen, co financ*, cofinanc*, co fund*, cofund*, match, match
        fund*, matching, motfinans*, motprestation*, kofinanz*, mitfinanz*, cofinanziamento, motsvarande
        finansiering, national counterpart, counterpart, counterpart fund*""",
    "national": """
        nationell, nationella, nationellt, national, nationale, nationaler, nationalen, nasjonal*, nationalt,
        kansallinen, nationaux, krajow*, nazional*, nacional*, medlemsland*, medlemsstat*, eu medlemsland*, eu
        medlemsstat*, member state, member states""",
    "country": """
        svensk, svenska, svenskt, svenske, swedish, finsk, finska, finskt, finnish, dansk, danska, danskt,
        danish, tysk, tyska, german, polsk, polska, polish, estnisk, estonian, lettisk, latvian, sverige,
        sweden, finland, danmark""",
    "own": """
        egen, eget, eget kapital, extern medfinansiering, externa medel, egna, egne, extern finansiering,
        external funding, egeninsats, egeninnsats, egeninsatser, egeninsatsen, egenfinans*, egenkapital,
        egenandel, egenmedel, egne midler, own, eigen, eigene, eigenmittel, eigenanteil, eigenbeitrag,
        eigenleistung*, egenbetaling, självfinans*, self financ*, self fund*, tredje part, tredjepart, third
        party, third parties, drittmittel, wkład własny, własn*, propre*, propio*, propri, omarahoit*,
        autofinancement, środki własne, fondos propios, partner contribution*, partners contribution*, partner s
        contribution, partnerns bidrag, beneficiary contribution, beneficiary s contribution, contribution from
        partners, other funders, andra finansiärer, övriga finansiärer, other co financ*, offentliga
        finansiärer, privata finansiärer, partnerskapet""",
    "public sector": """
        offentlig, offentliga, offentligt, offentlige, public, publique, publiques, público, pública, pubblico,
        pubbliche, öffentlich, öffentliche, öffentlicher, öffentlichen, julkinen, julkista, publiczn*""",
    "public": """
        kommunal, kommunala, kommunalt, kommunale, kommunens, kommunernas, kommunmedel, regionmedel,
        regionbidrag, kommunbidrag, kommunfinansiering, regionala, regionalt, regional, regionale, regionens,
        regionernas, landstings*, municipal, municipality s, local authority, county, fylkeskommunal,
        fylkeskommunalt, fylkeskommunale, fylkeskommunens, landesmittel, bundesmittel, kommunalmittel,
        tillväxtmedel, utvecklingsmedel, 1:1 medel, anslag 1:1, 1 1 medel, anslag 1 1, länsmedel, landstingets,
        landskapets, länsstyrelsens, myndigheters, myndighetens, kuntarahoitus, kuntien, kunnan""",
    "private": """
        privat, privata, private, privater, privaten, privés, privée, privé, privado, privada, prywatn*,
        yksityi*, donation, donationer, donations, gåva, gåvor, gåvomedel, sponsor*, näringslivets,
        företagsfinansiering, företagsinsats*, företagens, företagets, foretakenes, industry contribution,
        stiftelsemedel, insamlade medel, insamling, crowdfunding""",
}
_FORMS: Mapping[str, str] = {
    "in kind": """
        annat än pengar, andra medel än pengar, annat än kontanta medel, in kind, inkind, in natura, natura,
        naturabidrag, naturainsats*, naturalinsats*, ideell, ideella, ideellt, ideell tid, volunteer*, voluntary
        work, unpaid work, obetalt arbete, obetald tid, talko*, dugnad, frivilligt arbete, frivilliga insatser,
        oavlönat arbete, frivilligt arbeid, frivilligt arbejde, frivillig innsats, ehrenamt*, sachleistung*,
        unbar*, direktfinans*, resurser från, resurser av, bidrag i arbete, egenarbete, naturaliter, luontois*,
        en nature, en especie, rzeczow*, offentliga resurser, offentlig resurs, privata resurser, icke kontant*,
        non cash, icke monetär*""",
    "own work": "eget arbete, egen arbetstid, egen tid, arbetstid, egen personal, own staff, own work, own labour",
    "participant pay": """
        deltagarersättning, deltagarersättningar, ersättning till deltagare, participant remuneration,
        participant allowance*, deltagarstöd, deltagarnas ersättning*, deltagarlön*, lön till deltagare,
        deltagares löner, deltagarnas löner, aktivitetsstöd, försörjningsstöd, sjukpenning, dagersättning,
        etableringsersättning, aktivitetsersättning, studiestöd, lönebidrag""",
    "cash": """
        kontant, kontanta, kontante, kontanter, kontantinsats, kontantfinansiering, kontantmedel, cash, bar,
        barmittel, likvida, rahana""",
}
_MONEY: Mapping[str, str] = {
    "support words": "stöd, stödet, stödbelopp, support, aid, förderung, förderbetrag, støtte, projektstöd",
    "grant": """
        stöd, stödet, stödbelopp, stödbeloppet, projektstöd, projektstödet, företagsstöd, investeringsstöd,
        utvecklingsstöd, landsbygdsstöd, leaderstöd, fondstöd, programstöd, bidrag, bidraget, bidragen,
        bidragsbelopp, projektbidrag, investeringsbidrag, utvecklingsbidrag, grant, grants, grant amount,
        support, subsidy, subsidies, award, awards, anslag, *støtte, støttebeløp, *tilskudd, tilskuddet,
        *tilskud, tilskuddsbeløp, tilskot, zuwendung*, *zuwendung, *förderung, fördersumme, förderbetrag,
        fördermittel, *zuschuss, subvention*, subvención, ayuda, sovvenzione, dotacja, dotacji, avustus,
        avustuksen, tuki, tukea, projektmedel, stödmedel, bidragsmedel, finansieringsstöd, aid, dofinansowanie,
        dofinansowania, rahoitustuki""",
    "money": """
        *midler, *medel, funds, funding, *finansiering, finansieringen, financing, finance, contribution,
        contributions, money, kapital, mittel, *finanzierung, financement, financiación, *rahoitus, *beitrag,
        *betrag, bidrag, *belopp, beloppet, beløp, beløb, amount, amounts, montant, importe, kwota, wkład,
        contribución, contributo, finansowanie, kr, pengar, ersättning, ersättningar, resources, resurser,
        eigenmittel, eigenanteil, egenfinans*, egeninsats*, egeninnsats*, självfinans*, drittmittel""",
    "financing words": """
        *finansiering, *finansieringen, financing, funding, *finanzierung, financement, *rahoitus, finansowanie""",
    "neutral": """
        belopp, beloppet, beløp, beløb, amount, amounts, betrag, beträge, montant, importe, kwota, summa pengar,
        kr, value, värde, tal, siffra, figure, figures, övrigt, övriga, övrig, other, others, annat, andra,
        andre, sonstige, sonstiges, diverse, misc, miscellaneous, muut, autres, otros, inne, källa, source,
        post, poster, item, items, description, medel, funds, funding, finansiering, financing, contribution,
        contributions, i, in, av, of, för, for, till, to, the, per, ur, på, från, from, annan, annen, annet,
        och, and, samt, &, en, ett, de, den, det, der, die, das, des, dem, du, la, le, les, del, pro, je, zu,
        für, an, auf, von, s, allocated, indicator, ens, respektive, timer, timmar, hours, delen, part, teil,
        som, att, om, ackumulerat, ackumulerad, accumulated, cumulative, hittills, to date, ansvarig, förväntad,
        utlovad, utlovat, utlovade, säkrad, säkrat, säkrade, ej säkrad, preliminär, preliminärt, bekräftad,
        bekräftat, ej bekräftad, confirmed, preliminary, pledged, secured,
        operational, operativt, enligt, according, decision, beslut, m m, mm, etc""",
    "so far": "to date",
    "others": """
        övrig, övriga, övrigt, annan, annat, andra, other, others, øvrige, øvrig, øvrigt, annen, annet, andre,
        anden, andet, sonstige, sonstiges, weitere, muu, muut, autres, autre, otros, pozostałe, further,
        ytterligare, diverse""",
}
_STAGES: Mapping[str, str] = {
    "applied": """
        sökt, sökta, ansökt, ansökta, begärt, begärd, begärda, sökes, söks, applied, applied for, requested,
        request, asked for, ask, søkt, omsøkt, omsøkte, ansøgt, ansøgte, beantragt, beantragte, beantragter,
        beantragten, haettu, haettava, anottu, demandé, demandée, solicitado, solicitada, wnioskowan*,
        richiesto, ansökningsbelopp, ansøkt, äskat, äskade""",
    "granted": """
        beviljat, beviljad, beviljade, beviljats, beslutat, beslutad, beslutade, beslutats, tilldelat,
        tilldelad, tilldelade, awarded, award amount, granted, approved, committed, commitment, contracted,
        innvilget, innvilgede, innvilga, bevilget, bevilgede, bevilliget, bevilligede, tildelt, tilsagn,
        tilsagt, bewilligt, bewilligte, bewilligter, bewilligten, bewilligung, gewährt, gewährte, gewährter,
        gewährten, genehmigt*, myönnetty, myönnetyt, accordé, accordée, concedido, concedida, przyznan*,
        concesso, godkänt, godkänd, godkända, godkjent, godkendt, kontrakterat, sidottu, zatwierdzon*""",
    "paid": """
        utbetalt, utbetald, utbetalda, utbetalat, utbetalning, utbetalningar, utbetalningsdatum,
        utbetalningsdag, utbetalats, betalt, paid, paid out, disbursed, spend, spending, disbursement,
        disbursements, payment, payments, spent, utbetalte, utbetaling, udbetalt, udbetalte, udbetaling,
        ausgezahlt, ausgezahlte, ausgezahlter, auszahlung*, ausbezahlt, maksettu, maksetut, versé, payé, pagado,
        pagada, wypłacon*, erogato, utbetalas""",
    "forecast": "prognos, prognosen, prognose, forecast, förväntat, förväntad, estimated outcome, ennuste, prognoza",
    "outcome": """
        utfall, utfallet, outcome, actual, actuals, upparbetat, upparbetad, upparbetade, redovisat, redovisade,
        redovisad, förbrukat, förbrukad, förbrukade, använt, använda, faktiskt utfall, regnskap, regnskab,
        faktisk, claimed, declared, certified, toteutunut, ist, realised, realized, reported, nedlagda, nyttjat,
        bokfört""",
}
_WHOLES: Mapping[str, str] = {
    "total": """
        total, totalt, totala, totale, totalen, totals, totalsumma, totalsummen, slutsumma, summa, summan, sum,
        sammanlagt, sammanlagd, sammanlagda, tillsammans, i alt, ialt, til sammen, tilsammans, samlet, samlede,
        insgesamt, gesamt, gesamtsumme, gesamtbetrag, summe, grand total, overall, aggregate, hela, yhteensä,
        yht, kokonais*, ensemble, totaal, razem, ogółem, łącznie, suma, totali, delsumma, deltotal, subtotal,
        sub total, sous total, zwischensumme, delsum, alla, all, whole, combined, samtliga, totalbelopp, netto,
        nettokostnad, nettokostnader""",
    "subtotal": """
        delsumma, deltotal, subtotal, sub total, sous total, zwischensumme, delsum, välisumma, suma częściowa""",
    "direct": """
        direkta, direkte, direct, direkter""",
    "budget": """
        budget, budgets, budgeten, budgeterat, budgeterad, budgeterade, budgeted, budsjett, budsjettert,
        budjetti, presupuesto, budżet, plan, planerat, planned, beräknad, beräknade, uppskattad, estimated""",
    "whole": """
        projektomslutning, projektomslutningen, omslutning, totalkostnad, totalkostnader, totalkostnaden,
        totalbudget, totalbudgeten, totalbeløp, totalbelopp, totalfinansiering, totalramme, totalfinansieringen,
        budget, budgeten, projektbudget, projektbudgeten, project budget, project value, prosjektkostnad,
        prosjektkostnader, projektkost*, project cost, project costs, kostnadsbudget, eligible cost*, eligible
        expenditure*, eligible budget, eligible amount, eligible, stödberättigande, stödberättigat belopp,
        förderfähig, stödberättigande kostnad*, stödberättigande utgift*, stödberättigade kostnad*,
        stödgrundande kostnad*, bidragsberättigade kostnad*, godkända kostnad*, kostnadsram, støtteberettigede
        *, støtteberettigede, tilskuddsberettigede kostnader, förderfähige *, förderfähigen *, zuwendungsfähige
        *, gesamtkosten, gesamtausgaben, gesamtfinanzierung, gesamtvolumen, gesamtbudget, projektvolumen,
        contract amount, final contract amount, investment cost, kokonaisbudjetti, kokonaiskustannukset,
        budjetti, coût total, coûts totaux, coût éligible, coût total éligible, coûts éligibles, budget total,
        coste total, coste elegible, wydatki kwalifikowalne, koszty kwalifikowalne, wartość całkowita, wartość
        całkowita projektu, full cost, full costs, costes elegibles, presupuesto, presupuesto total, budżet
        ogółem, budżet, wartość projektu, wartość ogółem, costo totale, total project value, totalinvestering,
        total investering, total investment, koszt całkowity, koszty całkowite, koszt ogółem, koszty ogółem,
        projektets omfattning, projektbelopp, prosjektbudsjett, budsjett, totalbudsjett, totalbudsjettet,
        faktiska kostnader, faktisk kostnad, bruttokostnad, bruttokostnader, actual costs,
        projektsumma, projektets storlek, omfattning""",
    "of costs": """
        *kostnad, *kostnader, *kostnaden, *kostnaderna, utgift, *utgifter, cost, costs, expenditure,
        expenditures, expense, expenses, *kosten, *ausgaben, udgift, udgifter, omkostninger, omkostning,
        kustannus*, *kustannukset, dépenses, coût*, gastos, coste*, koszt*, wydatk*, costo, costi, spese,
        kostnadsslag, kostnadsslagen, kostnadspost, kostnadsposter, utgiftsslag, kostnadskategori, cost
        categor*, budget line*, budgetpost, budgetposter, kostnadstyp, kostnadsart, kostenart*""",
    "financing heading": """
        finansiering, financing, funding, finansieringen, finansieringskälla, finansieringskällor, source of
        funding, sources of funding, funding source, funding sources, finansieringsplan, finansieringsbudget,
        financing plan, finanzierung, finanzierungsquelle*, finansieringsslag, source of financing, sources of
        financing, financing source*, finansieringstyp, finanzierungsplan, rahoitus, rahoituslähde, financement,
        sources de financement, finansowanie, źródło finansowania""",
    "cost heading": """
        kostnad, kostnader, kostnadsslag, kostnadspost, kostnadsposter, kostnadskategori, kostnadskategorier,
        kostnadstyp, kostnadsart, utgift, utgifter, utgiftsslag, cost, costs, cost category, cost categories,
        budget line, budget lines, budgetpost, budgetposter, expenditure, expenses, kosten, kostenart, ausgaben,
        udgifter, omkostninger, kostnadsslagen, type of cost, kustannuslaji, kustannukset, dépenses, coûts,
        gastos""",
    "of which": """
        varav, därav, hvorav, herav, heraf, deraf, derav, of which, thereof, davon, darunter, dont, josta,
        siitä, av vilka, av vilket, di cui, de los cuales, de lo cual, w tym, out of which, including,
        inklusive, inkl, ingår""",
    "minus": """
        avgår, avdrag, minus, less, negativ, negativa, negative, abzüglich, abzgl, fratrukket, fradrag, deduct,
        deducted, deduction, deductions, avräknas, reducerat med, minskat med, vähennetään, à déduire""",
    "remainder": """
        kvar, kvar att finansiera, återstår, återstående, kvarstår, kvarstående, remaining, remainder, remains,
        rest, restbelopp, resterande, saldo, balance, differens, difference, avvikelse, variance, deviation,
        gjenstår, gjenstående, resterer, restbeløb, differenz, verbleibend*, jäljellä, ofinansierat,
        ofinansierad, ej finansierat, icke finansierat, unfunded, underskott, överskott, kvarvarande, reste,
        erotus""",
    "not ours": """
        expenditure to date, costs to date, cost to date, ej stödberättigande, ej stödberättigade, ineligible,
        icke stödberättigande, non eligible, not eligible,
        utlyst, utlysta, utlyses, utlysningsbelopp*, utlysningsbudget*, utlysningsram*, sökbart, sökbara, låne*,
        *lån, loan, loans, *förskott, advance, advances, prefinancing, pre financing, förhandsutbetalning,
        rekvirerat, rekvirerade, återkrav, återbetal*, återkallat, recovered, recovery, borgen, credit,
        darlehen, kredit*, laina, prêt*, préstamo, pożyczk*, forskud, forskudd, vorschuss, ennakko, utlysningens
        *, programmets budget, call budget, programbudget, programme budget, available, tillgängliga,
        tillgängligt, ram, budgetram, medelsram, beslutsram, resultat, omsättning, turnover, timpris,
        timkostnad, enhetskostnad, unit cost, styckkostnad, hourly rate, de minimis, innehållet, avslag,
        avslaget, rejected, withdrawn, indraget, inlösta, allocated to beneficiary, allocated to the
        beneficiary, for the beneficiary, of the beneficiary, projektägarens del, stödmottagarens del, per
        partner, per deltagare, per participant, per person, per timme, per hour, per year, per år, per månad,
        per month, à pris, a pris, styckpris, pris, price, lead partner budget, partner budget, lead partner s
        budget, lead beneficiary budget, max, maximum, maximalt, högst, takbelopp, minimum, minst, garanti,
        guarantee*, statsstöd, state aid, exchange rate, växelkurs""",
    "negated": """
        icke, ej, inte, non, not, utan, exkl, exklusive, excl, excluding, exclusive, utom, utöver, förutom, än,
        except, without, ohne, other than, ekskl, eksklusive, uten, unntatt, uden, paitsi, hors, sin, bez,
        zonder, sauf""",
    "joined": "och, and, samt, +, &, und, og, et, y, ja, oraz, plus, eller, or, /",
}
_NOT_MONEY: Mapping[str, str] = {
    "rate": "rate, rates",
    "support share": "stödandel, stödgrad, stödnivå, støttegrad, støtteprosent, fördersatz, intensity, stödintensitet",
    "planned": "number, beräknad, beräknat, planned, planerade, planerat, planlagte, expected, förväntade, beräknade",
    "updated": """
        modified, updated, uppdaterad, uppdaterat, uppdateringsdatum, update, last update, ändrad, ändrat,
        ändringsdatum, published, publicerad, publiceringsdatum""",
    "share": """
        andel, andelar, andelen, *sandel, *sandelen, stödandel, procentsats, procentandel, percent, percentage,
        per cent, %, rate, rates, share, shares, *sgrad, *sgraden, *sgrader, stödgrad, stödgraden, *ssats,
        *ssatsen, sats, satsen, intensity, intensitet, stödnivå, prosentandel, støttegrad, pct, anteil,
        *santeil, *ssatz, *ssätze, fördersatz, *quote, taux, tasa, porcentaje, poziom, stopa, tasso, *osuus,
        prosentti, *procent, *prosent, fördelning,
        grad, kvot, ratio""",
    "axis": """
        priority axis, prioritätsachse, prioritetsaxel, prioriterat område, priority, prioritetsakse, priorité,
        programområde, toimintalinja, eje prioritario, osi priorytetowej, insatsområde, axe prioritaire""",
    "count": """
        antal, antalet, count, deltagarantal, personantal, number of, no of, nr of, #, nombre de, anzahl, antall,
        lukumäärä, liczba, número de, numero di, lkm, headcount, amount of participants, amount of projects""",
    "participants": """
        deltagarna, *deltagare, participant, participants, deltakere, teilnehmer*, teilnehmende, osallistuj*,
        uczestnik*, personer, persons, people, individer""",
    "projects": "projekt, projekten, projects, project, prosjekter, operations, vorhaben, hankkeet, insatser, projets",
    "people": "kvinnor, män, flickor, pojkar, women, men, female, male, kvinner, menn, frauen, männer",
    "date": """
        *datum, date, dates, *dato, startdag, slutdag, beslutsdag, beslutat den, beviljat den, *starttid,
        *sluttid, projektstart, projektslut, projektbeginn, projektende, alkamispäivä, aloituspvm, päättymispvm,
        päättymispäivä, alkupvm, loppupvm, pvm, fecha*, tidpunkt, timestamp, startmånad, slutmånad, startår,
        slutår, beslutsår, last modified, last updated, senast uppdaterad, senast ändrad, projektperiod,
        projekttid, tidsperiod, genomförandeperiod, genomförandetid, projektlaufzeit, project period,
        prosjektperiode, projektets löptid, implementation period, data rozpoczęcia, data zakończenia, data di
        inizio, data di fine, first day, last day, start day, end day""",
    "weak date": """
        start, startar, slut, slutar, end, begin, beginn, beginning, ende, avslut, påbörjas, avslutas, alku,
        loppu, period, löptid, laufzeit, år, year, tid, début, fin, starts, ends, started, ended, closing,
        avslutad""",
    "start": """
        start, startdatum, *starttid, startar, startdag, projektstart, från och med, first day, påbörjas,
        beginn, beginns, begin, beginning, startdato, oppstart, oppstartsdato, alkamispäivä, aloituspvm,
        alkupvm, startår, projektbeginn, startmånad, commencement, début, inicio, rozpoczęcia, inizio,
        startdate, begynnelsedatum, starts, started, första""",
    "end": """
        slut, slutar, projektende, slutdatum, *sluttid, projektslut, slutdag, end, ends, ended, ende, endes,
        till och med, last day, enddate, sluttdato, slutdato, avslut, avslutas, avslutsdatum, completion,
        päättymispvm, loppupvm, päättymispäivä, slutår, slutmånad, fin, zakończenia, closing, finish, final,
        sista, expiry""",
    "award day": """
        beslutsdatum, beslutsår, beslutsdag, beslutsdato, beslutat den, beviljat den, decision, decided, award,
        awarded, grant, granted, approval, approved, bewilligung*, vedtaksdato, vedtak, beslut, beviljande*,
        tilsagnsdato, bevilling*, godkännande*, signed, kontraktsdatum, contract""",
    "period": """
        projektperiod, projekttid, tidsperiod, period, genomförandeperiod, genomförandetid, löptid, laufzeit,
        prosjektperiode, project period, projektets tidsperiod, implementation period, tidsramme, duration""",
    "id": """
        id, nr, no, dnr, diarienr, diarienummer, projektnummer, projektnr, ärendenummer, ärendenr,
        referensnummer, beslutsnummer, vorhabennummer, operationsnummer, insatsnummer, prosjektnummer,
        prosjektnr, projektid, projectid, ärendeid, operationid, caseid, ref, reference, referens, code, kod,
        koodi, kode, unique identifier, local identifier, unique id, aktenzeichen, *kennzeichen, number,
        identifier, identifierare, nummer, numéro, numer, número, kennung, sid, journalnummer, projektkod,
        ärendekod, sagsnummer, sagsnr, saksnummer, ärendebeteckning, tunnus, hankekoodi, operation code, project
        code""",
    "name": """
        *namn, name, names, title, *titel, *navn, *tittel, *bezeichnung, *nimi, nom, nombre, nazwa, tytuł,
        título, intitulé, titre, rubrik, benämning, nimike, titolo, akronym, acronym""",
    "project": """
        projekt, projektet, projektets, project, projects, operation, operations, insats, insatsen, insatsens,
        insatser, vorhaben, vorhabens, prosjekt, prosjektet, prosjektets, hanke, hankkeen, projet, proyecto,
        opération, projektu, projekta, progetto, ärende, ärendet, case, åtgärd, åtgärden, projektnavn, action,
        operación""",
    "owner": """
        ägare, huvudsökande, grant holder, projektägare, projektägaren, projektägarens, stödmottagare,
        stödmottagaren, stödmottagarens, beneficiary, beneficiaries, bidragsmottagare, mottagare, mottagaren,
        sökande, sökanden, sökandens, sökandes, ansökande, applicant, applicants, recipient, recipients,
        grantee, lead partner, leading partner, lead beneficiary, begünstigter, begünstigten, begünstigte,
        zuwendungsempfänger*, antragsteller*, tilskuddsmottaker, mottaker, søker, prosjekteier, projektejer,
        ansøger, tilskudsmodtager, modtager, kontraktsansvarig*, kontraktansvarlig*, projektansvarig,
        samordnande stödmottagare, toteuttaja, toteuttajan, hakija, tuensaaja, bénéficiaire*, porteur, porteur
        de projet, beneficiario, beneficjent*, koordinator, coordinator, lead organisation, huvudman, promoter""",
    "partner": """
        partner, partners, partnerna, parterna, projektparterna, project partners, associated partners,
        samverkanspart, samverkanspartner, samverkansparter, samarbetspartner, samarbetspartners, medsökande,
        partner name, projektpartner, project partner, kumppani, partenaire, part, aktør, aktör, prosjektpartner""",
    "funder": """
        finansiär, finansiärer, finansiärens, medfinansiär, medfinansiärer, funder, funders, co funder, co
        funders, funding organisation, financier, financiers, finansiør, finansiører, medfinansiør, rahoittaja,
        bidragsgivare, stödgivare, source, källa, kilde, quelle, bailleur, financier name, finansieringskälla,
        funding body""",
    "organisation": """
        organisation, organisations, organization, org, organisationen, aktör, aktörer, company,
        verksamhetsutövare, institution, organisasjon, organisaatio, firma, body, entity""",
    "text": """
        *kod, *nummer, cci, thematic, grant programme, funding programme, grant program, duration, varaktighet,
        *beskrivning, description, summary, sammanfattning, abstract, kurzbeschreibung, syfte, purpose,
        objective, objectives, mål, tematiskt mål, specifikt mål, specific objective, status, tema, teman,
        theme, themes, typ, type, kategori, category, kategorie, interventionskategorie, intervention field,
        category of intervention, field of intervention, ort, city, town, postnr, postcode, postal code, land,
        country, county, län, kommun, kommuner, commune, region, regioner, regions, nuts, nuts1, nuts2, nuts3,
        location, durchführungsort, landkreis, plats, adress, address, website, webbplats, url, link, länk,
        email, e post, telefon, phone, kontakt, kontaktperson, contact, comment, comments, kommentar, note,
        notes, anmärkning, fond, fund, fonds, rahasto, program, programme, programmet, programmes, prioritet,
        priority, priority axis, insatsområde, område, axis, utlysning, call, measure, åtgärd, language, språk,
        currency, valuta, förderrichtlinie, fördergegenstand, sector, sektor, bransch, latitude, longitude,
        coordinates, koordinat, legal form, organisationsform, resultat, results, investment priority, thematic
        priority, viranomainen, tila, programområde, kontaktuppgifter, handläggare, hashtags, keywords,
        nyckelord, logotyp, keep""",
    "not the project's": """
        beneficiary, beneficiaries, partner, partners, organisation, organization, org, organisations, company,
        fund, programme, program, priority, call, nuts, postal, post, axis, category, region, country,
        utlysning, utlysningens, stödmottagare, stödmottagarens, projektägare, projektägarens, sökande,
        sökandes, applicant, recipient, theme, contact, kontaktperson, person, nuts1, nuts2, nuts3, telefon,
        phone, faktura, invoice, account, municipality, kommun, intervention, objective, interventions, fonds,
        fond, bank*, konto*""",
    "languages": """
        english, in english, engelska, på engelska, engelsk, englisch, på svenska, på norsk, programme language,
        original language, local language, national language, own language""",
    "currency word": "currency, valuta, währung, devise, waluta, valuutta, moneda",
    # How a cost is computed: indirect costs, unless other words say what it is for.
    "flat rate": """
        schablonkostnad, schablonkostnader, *schablon, schablonpåslag, schabloner, flat rate, flat rates,
        flatrate, pauschal*, *pauschale, påslag, faste satser""",
    "type": """
        typ, type, typ av, type of, typen, art der, stödform, stödtyp, stödordning, finansieringsform,
        bidragstyp, bidragsform, organisationstyp, organisationsform, kind of, nature of""",
    "half years": "halvår, kvartal, kv, ht, vt, h1, h2, q1, q2, q3, q4, quarter, half year, jan, feb, juni, dec",
}
_CATEGORIES: Mapping[str, str] = {
    "revenue": """
        *intäkt, *intäkter, revenue, revenues, net revenue, net revenues, income, inkomst, *inkomster, inntekt,
        *inntekter, indtægt, *indtægter, *einnahmen, erlöse, tulot, tulo, recettes, ingresos, przychod*""",
    "correction": """
        korrigering, korrigeringar, rättelse, rättelser, correction, corrections, justering, justeringar,
        finansiell korrigering, adjustment, adjustments, korrektur*, korrektioner""",
    "VAT": """
        mervärdesskatt, *moms, vat, value added tax, mva, merverdiavgift, mehrwertsteuer, umsatzsteuer, alv,
        tva, iva, ej avdragsgill moms, podatek vat""",
    "indirect": """
        indirekt, indirekta, indirekte, indirekter, indirect, overhead, overheads, overheadkostnader, oh, oh
        kostnader, oh påslag, *gemeinkosten, gemensamma kostnader, indirekte omkostninger, välilliset, coûts
        indirects, koszty pośrednie, administrativa kostnader""",
    "staff": """
        personal, personalkostnad*, personalen, staff, staff cost*, staffing, lön, lönekostnad*,
        lönebikostnader, *löner, lønn*, løn, lønudgifter, personnel, personalkosten, personalausgaben,
        personale, personalomkostninger, salary, salaries, wages, wage, payroll, henkilöstö*, palkat,
        palkkakustannukset, frais de personnel, personel*, gastos de personal, projektpersonal, projektledning,
        projektledare, project manager, gehälter, löhne, egen personal, arbetskraftskostnader, lönebidrag,
        sociala avgifter, social charges""",
    "travel": """
        resan, *resor, *resa, resekostnad*, logi, boende, travel, travels, travelling, accommodation,
        subsistence, reise, reiser, reisekosten, reisekostnader, reiseutgifter, rejse, rejser, rejseudgifter,
        rejseomkostninger, unterbringung, matkat, matkakustannukset, déplacement*, podróż*, viajes, mat,
        traktamente*, bilersättning, milersättning, reseersättning, körersättning, reisekostnad, trips""",
    "infrastructure": """
        infrastruktur, infrastructure, byggnad, byggnader, byggnation*, bygg, byggkostnad*, works, ombyggnad,
        ombyggnation, anläggning, anläggningar, anläggningsarbete*, construction, building, buildings,
        bauarbeiten, baukosten, mark, fastighet, fastigheter, bygging, anlegg, byggeri, rakentaminen, land
        purchase, real estate, renovering, mark och byggnader, travaux, bau""",
    "equipment": """
        utrustningar, *utrustning, equipment, investering, investeringar, inventarier, maskiner, material,
        materiel, materialkostnad*, undervisningsmaterial, byggmaterial, utstyr, udstyr, ausrüstung,
        ausstattung, laitteet, laite, équipement*, sprzęt, wyposażenie, equipos, avskrivning, avskrivningar,
        depreciation, hardware, it utrustning, datorer, investment, investments, investeringskostnader,
        investeringer, investitionen, machinery, apparatur, fordon, förbrukningsmaterial, förbrukningsmateriel,
        materials, consumables, dator, supplies, vehicles, hankinnat""",
    "external services": """
        köp av tjänster, köp av tjänst, köpta tjänster, köpt tjänst, *tjänster, tjänst, consultancy,
        consultants, consulting, konsult*, extern, externa, externt, extern kompetens, extern sakkunskap,
        external, external expertise*, services, service, subcontract*, sub contract*, underleverantör*,
        inhyrd*, kjøp av tjenester, tjenester, innleid bistand, innleie, innkjøp av tjenester, eksterne,
        ekstern, eksterne tjenester, konsulent*, køb af tjenesteydelser, tjenesteydelser, fremdleistung*,
        externe, externe dienstleistungen, dienstleistungen, ostopalvelut, prestations, sous traitance, usług*,
        servicios externos, information, marknadsföring, marketing, kommunikation, communication,
        communications, publicity, promotion, trycksaker, tryck, annonsering, evaluation, utvärdering, revision,
        revisor, audit, upphandling, föreläsare, expert*, informationskostnader, events, evenemang,
        översättning, kommunikasjon, kommunikationskostnader, eksperter""",
    "office": """
        kontor, kontorsmaterial, kontorskostnad*, kontorsutrymme*, lokal, lokaler, lokalkostnad*, lokalhyra,
        hyra, hyror, lokalhyror, office, premises, rent, administration, administrative, büro*, verwaltung*,
        kontorhold, administrasjon, toimisto*, bureau, frais de bureau, biuro, oficina, telefon, porto, leje,
        lokaleleje, miete, husleie, husleje, drift, kontorist""",
    "participants": """
        deltagare, deltagarkostnad*, deltagarrelaterade *, participant, participants, participant cost*,
        deltaker*, teilnehmerkosten, osallistujat, deltagarnas kostnader""",
    "other": """
        förberedande kostnader, preparatory costs, preparation costs, klumpsumma, klumpsummor, lump sum, lump
        sums, övriga kostnader, övrig kostnad, andra kostnader, other costs, other cost, other expenditure,
        øvrige kostnader, andre kostnader, øvrige omkostninger, øvrige udgifter, sonstige kosten, sonstige
        ausgaben, muut kustannukset, autres dépenses, autres coûts, otros gastos, inne koszty, pozostałe koszty,
        övriga utgifter, övriga direkta kostnader, other direct costs, driftskostnader, driftkostnader,
        driftskostnad, driftsutgifter, operating costs, running costs, diverse kostnader, oförutsett,
        oförutsedda *, contingency, contingencies, uforutsette *, reserv, other expenses, miscellaneous costs""",
}
_BODIES: Mapping[str, str] = {
    "public bodies": """
        kommunerna, *kommun, *kommunen, *kommuner, kommunförbund*, kommunalförbund*, *kommunalförbund, region,
        regionen, regioner, regionerna, *götalandsregionen, regionförbund*, regionkommun*, landstinget,
        *landsting, länsstyrelse*, universitet, universitetet, mittuniversitetet, linnéuniversitetet,
        lantbruksuniversitet*, högskola, högskolan, högskolor, *shögskolan, lärosäten, lärosätet, *verket,
        *myndighet, *myndigheten, *myndigheter, statlig myndighet, statliga myndigheter, statliga verk,
        *styrelsen, arbetsförmedling*, försäkringskassan, samordningsförbund*, gymnasieförbund*,
        utbildningsförbund*, räddningstjänst*, stad, staden, municipality, municipalities, city of, city
        council, county council, municipal council, county administrative board, fylkeskommune*, fylket,
        kommunene, kommunar, *kommune, statsforvalteren, polisen, kriminalvården, sametinget,
        landskapsregering*, landratsamt, landkreis, landeshauptstadt, ministerium, ministry, regionråd*,
        *kaupunki, *kunta, tingsrätt""",
    "bodies": """
        *bolag, *bolaget, *förening, *föreningen, ek för, stiftelse, *stiftelsen, folkhögskolan, *folkhögskola,
        handelskammare, *kammaren, gmbh, ltd, limited, llc, e v, foundation, association, university, college,
        institute, chamber of commerce, coompanion*, almi, science park, hushållningssällskap*, lrf,
        studieförbund*, *församling, kyrka, *kyrkan, kyrkor, nätverk, nätverket, *sällskapet, sällskap,
        *förbund, *förbundet, *museum, *museet, *klubb, klubben, *forening, foreningen, stiftelser, föreningar,
        civilsamhället, idéburna, kooperativ, *institut, institutet, folkuniversitetet, hochschule, universität,
        verein, yhdistys, säätiö, fundacja, stowarzyszenie, fondation, fundación, lag gruppen, leaderområde*,
        lärcentrum""",
    # Only as the first or the last of several words.
    "legal forms": "ab, hb, kb, as, asa, aps, oy, oyj, ry, rf, sa, srl, bv, ev, ag, kg, plc, inc, hf, ks",
    "no body": """
        hantverket, regelverket, ramverket, konstverket, styrelsen, föreningsstyrelsen, bolagsstyrelsen, verket,
        framework, lag styrelsen""",
    "private bodies": """
        näringslivet, näringsliv, företag, företagen, företaget, *sföretag, *sföretagen, bolagen, industrin,
        privatpersoner, private companies, companies, businesses, enterprises, smes, bedrifter, bedriftene,
        næringslivet, næringsliv, virksomheder, unternehmen, wirtschaft, yritykset, entreprises""",
    # These hand on the Union's and the state's money besides their own: whose money a row of theirs holds is not said.
    "authorities": """
        tillväxtverket, leader, jordbruksverket, statens jordbruksverk, boverket, migrationsverket, vinnova,
        energimyndigheten, naturvårdsverket, innovasjon norge, business finland, närings trafik och
        miljöcentralen, ntm centralen, ely keskus, erhvervsstyrelsen, polismyndigheten, förvaltande myndighet,
        förvaltningsmyndigheten, managing authority""",
}

MONEY_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        name: _words(text)
        for classes in (_PAYERS, _FORMS, _MONEY, _STAGES, _WHOLES, _NOT_MONEY, _BODIES)
        for name, text in classes.items()
    }
)
"""The words by class, with a star for any letters."""

CATEGORY_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {value: _words(text) for value, text in _CATEGORIES.items()}
)
"""The words of costs by the value of their category; the first that fits decides, so the narrower come first."""

# --- Units in labels, besides those of amounts

LABEL_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(_words("tusental, tusentals, tsd, tausend, tusind, tys, tuhat, milliers, miles"), 1000),
        **dict.fromkeys(_words("mill, millionen, millones, miljoonaa, mln"), 1_000_000),
    }
)
LABEL_CURRENCIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{code.casefold(): code for code in ("NOK", "DKK", "PLN", "CZK", "GBP", "USD", "HUF", "CHF")},
        **{
            "amerikanska dollar": "USD",
            "american dollars": "USD",
            "zł": "PLN",
            "kč": "CZK",
            "ft": "HUF",
            "ευρώ": "EUR",
            "eurot": "EUR",
            "euroa": "EUR",
        },
    }
)
ABROAD_WORDS: Final = _words(
    "tilskudd, tilskud, midler, innsats, støtte, utgifter til, prosjekt, søkt, innvilget, bevilget, egeninnsats, "
    "kroner, utbetaling, udbetalt, beløp, beløb, prosjektkostnad, kostnader i alt, fylkeskommune"
)
"""Norwegian and Danish words: "kr" beside them may be Norwegian or Danish kroner."""
NOTE_WORDS: Final = _words(
    "källa, källor, anm, anmärkning, anmärkningar, not, noter, note, notes, source, sources, kilde, kilder, merknad, "
    "quelle, quellen, anmerkung, hinweis, obs, förklaring, kommentar, remark, lähde, huom, źródło, uwaga"
)
