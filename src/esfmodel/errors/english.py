"""What each kind of error says in English: what is wrong, and what to do. `swedish.py` has the same codes.

The names in braces are the parameters of the error; each is written as the language has it. What is wrong follows what
was given ("'12.345' has more than two decimals"), or the name of the field where nothing was given ("is missing").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    "legacy": ("{wrong}", "{advice}"),
    # --- Any value
    "value.missing": ("is missing", "add it"),
    "value.empty": ("is empty", "write it, or leave the field out"),
    "value.given_twice": ("is given more than once", "keep one of them"),
    "value.not_one_of": ("is not one we know", "use one of {choices}"),
    "value.did_you_mean": ("is not one we know", "did you mean {near}?"),
    "value.negative": ("is negative", "give zero or more"),
    "argument.too_many": ("is given beside {other}", "give one of them alone"),
    "argument.lacks": ("is given without {other}", "give both, or neither"),
    # --- Values: money, rates, dates, periods, identifiers
    "number.not_plain": ("is not a plain number", "write it with digits and a point, like {example}"),
    "number.not_finite": ("is not a number", "give a number"),
    "number.too_long": ("has more than {most} digits", "check it, and round it if it is right"),
    "number.outside": ("is not from {low} to {high}", "give a whole number from {low} to {high}"),
    "number.not_positive": ("is not above zero", "give more than zero"),
    "money.not_plain": ("is not an amount and a currency", "write it like {example}"),
    "money.too_fine": ("has more than two decimals", "round it to two decimals"),
    "money.too_fine_for": ("has more decimals than {currency} has", "round it to the smallest unit of {currency}"),
    "money.too_large": ("is 10^18 of the smallest unit or more", "check the unit of the amount"),
    "currency.unknown": ("is not a currency code", "write the code of ISO 4217, like {example}"),
    "currency.other_writing": ("is not a currency code", "write {right}"),
    "currency.mixed": ("is another currency than {other}", "convert one of them at a stated rate"),
    "weights.all_zero": ("hold nothing to split by", "give at least one weight above zero"),
    "rate.not_plain": ("is not a share", "write it with the per cent sign, like {example}"),
    "rate.of_zero": ("is zero, and nothing has a share of it", "give a whole that is not zero"),
    "bounds.no_end": ("have neither a low nor a high end", "give one of them"),
    "bounds.empty": ("leave no figure between them", "give the lower end first, or include both"),
    "bounds.not_plain": ("is not an interval", "write it like {example}"),
    "bounds.sum_unknown": ("the sum of {first} and {second} may be anything", "add up the ends you need instead"),
    "bounds.not_comparable": (
        "which of {first} and {second} is the larger is not known",
        "compare a low or high end instead",
    ),
    "figure.not_exact": ("is known only within bounds", "ask for its low or high end instead"),
    "figure.not_printed": ("is never printed in steps of {step}", "give the figure as it is printed"),
    "date.not_plain": ("is not a day written YYYY-MM-DD", "write it like {example}"),
    "date.year": ("has the year {year}", "years go from 0001 to 9999"),
    "date.month": ("has the month {month}", "months go from 01 to 12"),
    "date.no_such_day": ("is no day of the calendar", "{month} has {days} days"),
    "period.reversed": ("is before the start {start}", "swap the two or correct one"),
    "period.not_plain": ("is not two days, two months or two years with a slash between", "write it like {example}"),
    "period.open": ("has an open end", "write both ends, like {example}"),
    "period.not_open": ("does not have exactly one open end", "write it like {example}"),
    "period.no_end": ("has neither a start nor an end", "give one of them"),
    "period.beyond_calendar": ("from {start} reach beyond the year 9999", "give fewer"),
    "period.only_years": ("of the period {period} only the years are known", "give its months or its days"),
    "argument.precision": (
        "is a {stated}, and the precision is {precision!r}",
        "pass {stated!r} as precision, or write it like {example}",
    ),
    "argument.precision_of_day": (
        "is not where a {precision} begins or ends",
        "pass {whole}, or 'day' as precision",
    ),
    "argument.month_end": (
        "has no counterpart in {month}, which has {days} days",
        "choose MonthEnd.CLIP or MonthEnd.OVERFLOW",
    ),
    "argument.language": ("is not one of ours", 'write "sv" or "en"'),
    "programming_period.not_plain": ("is not two years with a hyphen between them", "write it like {example}"),
    "programming_period.reversed": ("is not after the first year {first}", "swap or correct them"),
    "programming_period.too_long": ("makes {years} years from {first}", "a programming period has at most {most}"),
    "programming_period.not_known": ("the programming period of {year} is not known", "known are {known}"),
    "programming_period.fields": ("are other fields than {fields}", "see the other rows"),
    "programming_period.order": ("does not follow {earlier}", "correct the years"),
    "identifier.too_long": ("is longer than {longest} characters", "write it like {example}"),
    "identifier.unprintable": (
        "has the character {character}, which does not print",
        "write it without that character",
    ),
    "identifier.digit": ("has the digit {character}", "write it with the digits 0-9"),
    "identifier.with_name": ("has a name beside the code", "leave the name out and write {right}"),
    "identifier.no_country": ("has {letters}, which is no country", "check the letters of the country"),
    "identifier.country_letters": ("has {letters} for the country, which is {letters_here} here", "write {right}"),
    "country.unknown": (
        "is no country we know",
        "write the ISO 3166-1 code, like {example}, or the Swedish or English name",
    ),
    "organisation_number.form": ("is not written as one", "write ten digits, like {example}"),
    "organisation_number.zeros": ("is a placeholder of zeros", "leave the number out when it is not known"),
    "organisation_number.personal": (
        "has the third digit {digit}, where a legal person has at least 2",
        "leave out the personal number of a sole trader; compare the number of a legal person with the register",
    ),
    "organisation_number.check_digit": (
        "has the check digit {digit}, where its first nine digits ask for {right}",
        "compare it with the register: the last digit would have to be {right}, if no other digit is wrong",
    ),
    "postal_code.form": (
        "is not a Swedish postal code",
        "write five digits, like {example}; a foreign code like {foreign}",
    ),
    "postal_code.foreign_form": (
        "is not written as a postal code",
        "write 2 to 12 letters A-Z, digits, spaces and hyphens, like {example}",
    ),
    "postal_code.two_countries": (
        "begins with {written}, but its country is {named}",
        "leave one of the two countries out",
    ),
    "postal_code.country_twice": ("has the letters of a country twice", "write them once"),
    "nuts.form": (
        "is not written as one",
        "write two letters for the country and up to three letters or digits, like {example}",
    ),
    "nuts.no_region": ("is no region of Sweden", "write the code of a region, like {example}"),
    "cci.form": (
        "is not the code of a programme",
        "write year, country, policy area, fund, type and serial number in one, like {example}",
    ),
    "foreign_number.no_country": (
        "does not say its country",
        "write the ISO code of the country, a space and the number, like {example}",
    ),
    "foreign_number.swedish": ("is a Swedish number", "write it as an organisation number, without a country"),
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    "rule.not_stated": ("not stated", ""),
    "rule.lacks": ("not stated: {needs}", ""),
    "rule.within_bounds": ("a figure is known only within bounds, so the question cannot be decided", ""),
    "rule.amounts_in_part": ("the amounts are known only in part, so the question cannot be decided", ""),
    "rule.two_currencies": ("the amounts are in different currencies ({between}), and no rate is known", ""),
    "rule.threshold_currency": (
        "the amount is in {found} and the threshold in {threshold}; no exchange rate is law here",
        "",
    ),
    "rule.period_depends_on_day": ("the period {period} does not tell whether it lies inside {window}", ""),
    "rule.period_depends_on_length": (
        "the period {period} does not tell whether it is longer than {months} months",
        "",
    ),
    "rule.no_amount": ("the amount is not known", ""),
    "rule.no_budget": ("there is no budget", ""),
    "rule.no_call": ("the call is not known", ""),
    "rule.no_demand": (
        "the call demands different shares in different regions, and the project's region is not known",
        "",
    ),
    "rule.no_fund": ("the fund is not known", ""),
    "rule.no_last": ("which decision came last is not known", ""),
    "rule.no_place": ("the NUTS code is not known", ""),
    "rule.no_priority": ("the priority is not known", ""),
    "rule.no_programming_period": ("the programming period is not known", ""),
    "rule.no_projects": ("the portfolio holds no project", ""),
    "rule.no_support": ("the support is not known", ""),
    "rule.no_total": ("the total cost is not known", ""),
    "rule.no_union": ("the Union's support is not known", ""),
    "rule.no_single_value": ("the law data has no single value for {key}, {period}", ""),
    "rule.no_reporting_terms": (
        "neither a decision nor the law says when to report",
        "add the terms to a decision, or add the law data of the programme",
    ),
    "rule.programme_without_terms": ("the programme does not say when to report", "add the terms to a decision"),
    "rule.errors_found": ("has errors: {errors}", "correct them, and judge it again"),
    "argument.rule_code": ("is no code of a rule", "write the letters of the family and a number"),
    "argument.rule_text": ("is no text with names in braces ({why})", "write a brace that is meant as one twice"),
    "argument.rule_basis": ("is no key of a provision", "write such a key, or leave basis out"),
    "argument.rule_languages": ("differ in what they tell: {only}", "name it in both, or in none"),
    "argument.rule_twice": ("is the code of two rules", "give each rule a code of its own"),
    "argument.rule_unknown": ("is no rule of this report", "it has {codes}"),
    "argument.rule_need": ("is nothing that {kind} has", "write a path such as 'budget.total'"),
    "argument.finding_value": (
        "has a place in the text of {rule} but no value",
        "give it by name: context.finding(..., {name}=...)",
    ),
    "argument.finding_basis": ("is missing in a finding of {rule}", "name the provision applied"),
    "argument.finding_key": ("is not what {rule} rests on", "ask under the rule's own basis"),
    # --- Workings, the testing kit and the command line
}
