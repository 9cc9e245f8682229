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
    "argument.nothing_to_list": ("innehåller inget att räkna upp", "skriv med egna ord att det inte finns några"),
    "argument.qualifier_of_other": ("sägs om {means}, men detta är {known}", "utelämna det eller använd {means}"),
    "text.too_long": ("har fler tecken än en enda uppgift kan ha", "skriv bara själva uppgiften"),
    "text.odd_spaces": (
        "innehåller dubbla mellanslag, tabb, radbrytning eller något ovanligt mellanrum",
        "skriv ”{example}”",
    ),
    "text.two_readings": ("kan betyda {example} eller {other}", "skriv det som avses"),
    "figure.not_stated": ("innehåller ingen uppgift", "utelämna fältet om uppgiften saknas"),
    "figure.not_in_digits": ("innehåller inga siffror", "skriv talet med siffror, till exempel ”{example}”"),
    "figure.other_digits": (
        "innehåller andra siffertecken än 0–9",
        "skriv med vanliga siffror, till exempel ”{example}”",
    ),
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
    "date.hedged": (
        "anger ingen bestämd dag (”{word}”)",
        "skriv dagen utan ”{word}” om den är bestämd, annars i en anteckning",
    ),
    "date.with_time": (
        "har ett klockslag, och vilken dag det är beror på tidszonen",
        "ange bara dagen, så som den var där projektet bedrivs",
    ),
    "date.not_one_day": ("är ingen dag med årtal", "skriv till exempel ”{example}” eller ”{other}”"),
    "period.ends_before_start": (
        "slutar innan den börjar",
        "byt plats på början och slutet, eller ange årtal för båda",
    ),
    "period.open_without_day": (
        "anger bara början eller slutet och saknar dag",
        "skriv till exempel ”{example}” eller ”{other}”",
    ),
    "period.short_year": ("är ingen fullständig period", "skriv ”{example}”"),
    "period.not_one_period": ("är ingen period", "skriv till exempel ”{example}” eller ”{other}”"),
    "duration.not_one_length": (
        "anger ingen tid i månader eller år",
        "skriv till exempel ”{example}” eller ”{other}”",
    ),
    "duration.not_whole_months": ("är inte ett helt antal månader", "avrunda, till exempel till ”{example}”"),
    "duration.none": ("är ingen tid alls", "ange minst en månad"),
    "duration.too_long": ("är längre än kalendern räcker", "ange högst 9999 år"),
    "count.too_large": ("är orimligt många", "ange ett rimligt antal"),
    "name.without_genitive": (
        "kan inte få genitiv-s",
        "skriv om med preposition, till exempel ”ägaren till …”",
    ),
    "publicity.refused_support": ("har fått avslag på sin ansökan", "visa ingen text om stöd från EU"),
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
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
}
