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
