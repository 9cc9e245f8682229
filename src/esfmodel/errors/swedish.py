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
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    "law.no_such_key": ("finns inte bland bestämmelserna", "se förteckningen med kommandot ”esfmodel law”"),
    "law.no_value": ("har inget värde för {when}", "fråga om {others}"),
    "law.differs_by_period": ("skiljer sig mellan programperioder", "ange någon av {periods}"),
    "law.several_values": ("har inte samma värde alla dagarna", "fråga om en viss dag"),
    "law.period_in_some_rows": (
        "har en programperiod i en rad men inte i en annan",
        "ange den i alla rader eller i ingen",
    ),
    "law.two_values": ("har två värden från och med {day}: {values}", "ange en sista dag i raden som börjar {start}"),
    "law.bad_key": (
        "kan inte vara namn på en bestämmelse",
        "skriv ord med små bokstäver, med punkt eller bindestreck emellan",
    ),
    "law.not_quoted": ("saknas i en rad med graden A", "citera den utgåva som har lästs, eller ange graden B eller C"),
    "law.unit": (
        "passar inte värdet; ett heltal har en enhet och inget annat har det",
        "ange vad talet räknar, till exempel ”months”, eller utelämna enheten",
    ),
    "law.value_missing": ("saknas", "ange något av {choices}"),
    "law.no_field": ("är inget fält i en bestämmelse", "se raderna intill"),
    "law.not_text": ("är inte text", "skriv det inom citattecken"),
    "law.not_whole_number": ("är inget heltal", "skriv det med enbart siffror, utan citattecken"),
    "law.not_a_day": ("är inte skrivet som ett datum", "skriv som 2021-01-01, utan citattecken"),
    "law.no_row": ("är ingen rad i en fil med bestämmelser", "skriv [[provision]] före varje rad"),
    "law.no_part": ("hör inte hemma i en fil med bestämmelser", "skriv bara tabeller med rubriken [[provision]]"),
    "law.not_toml": ("är inte TOML", "leta efter ett citattecken, en klammer eller ett likhetstecken som saknas"),
    "pack.level": ("är ingen nivå som ett program kan ange", "använd någon av {choices}"),
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
        "använd några av {columns}",
    ),
    "code_list.cells": (
        "har {cells} celler under {columns} kolumner",
        "sätt citattecken kring en text med kommatecken",
    ),
    "code_list.several": ("är namnet på flera: {codes}", "ange koden för en av dem"),
    "code_list.no_such_name": ("finns inte i listan", "skriv namnet som det står i listan"),
    "code_list.not_csv": ("är inte CSV", "leta efter ett citattecken som saknas eller står fel"),
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
    "argument.no_rule_about_projects": ("är ingen regel om projekt", "använd någon av {choices}"),
    "command.no_file": ("ingen fil har angetts", "ange en fil, - för standard in, eller --examples"),
    "command.not_read_whole": (
        "innehåller projekt som inte gick att läsa, eller inga projekt",
        "se de problem som listas",
    ),
    "command.not_written": ("går inte att skriva", "kontrollera att mappen finns och att du får skriva i den"),
    "command.too_many_keys": ("anger mer än rader och kolumner", "ange högst två"),
    "command.nothing_in_force": ("ingenting i lagen gäller då", "utelämna --on eller --programming-period"),
    "plan.co_funder_without_name": ("anger ingen finansiär", "skriv till exempel {example}"),
    "plan.co_funder_weight": ("har inget heltal efter likhetstecknet", "skriv till exempel {example}"),
    "command.no_such_error": ("är ingen felkod", "se förteckningen med kommandot ”esfmodel errors”"),
    "argument.label_style": ("är ingen stil här", "benämningar har ingen: skriv bara språket"),
}
