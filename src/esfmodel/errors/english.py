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
    "text.blank": ("is empty", "write it"),
    "amount.finer_than_rounding": (
        "is finer than whole {currency}, which amounts are rounded to here",
        "round it, or choose a rounding to the smallest unit",
    ),
    "amount.not_exact": ("is not known exactly, so that nothing can be computed for a claim", "state the exact amount"),
    "share.not_of_whole": ("is no share of a whole", "give a share from 0 % to 100 %"),
    "units.not_a_number": ("is not a number of units", "give a number from 0"),
    "unit_cost.too_large": ("come to no amount at {price} each", "check price and units"),
    "flat_rate.of_itself": ("is a flat rate of itself", "state its amount, or take it out of its base"),
    "flat_rate.circular": (
        "is a flat rate of itself by way of others, lines {lines} counted from 1",
        "state the amount of one of them, or take it out of the base",
    ),
    "financing.grant_twice": (
        "lists the same grant both undivided and divided into EU and state money",
        "list the grant in one of the two ways",
    ),
    "organisation.more_members": ("are more than the count, {count}", "count the whole group"),
    "role.without_budget": ("is a role without a budget", "leave the budget out, or give a role that has one: {roles}"),
    "argument.missing": ("is not given, and neither is {others}", "give exactly one of them"),
    "plan.costs_differ": ("sum to {costs}, and the plan is for {planned}", "plan for their sum, or leave them out"),
    "plan.own_at_zero": ("is raised at an own share of 0 %", "give the support or the total cost, or another share"),
    "plan.co_funders_at_zero": ("have nothing to pay at an own share of 0 %", "leave them out"),
    "plan.no_support": ("leaves no support to plan with", "give a share that leaves some"),
    "plan.union_exceeds_support": (
        "makes the Union's part {union}, which is more than the support",
        "round it down, or to the unit of the plan",
    ),
    "plan.not_own_money": ("is support and no own contribution", "give an organisation, or a source of own money"),
    "change.other_budget": ("is not what the change starts from", "apply it to the budget it was made of"),
    "argument.not_from_diff": ("does not fit two lists of lines", "let diff() make the changes"),
    "breakdown.not_on_side": ("is not stated of the {side} of a budget", "choose one of {keys}"),
    "breakdown.key_twice": ("is already in the rows", "choose another key, or leave it out"),
    "breakdown.too_large": (
        "makes {rows} rows and {columns} columns, which nobody reads",
        "break down in rows alone, or by another key",
    ),
    "argument.side_missing": (
        "is not given, and both sides of a budget have such lines",
        "give of=BudgetSide.COSTS or of=BudgetSide.FINANCING",
    ),
    "spread.too_many_lines": ("parts make more than a million lines", "divide over fewer"),
    "spread.not_whole_months": ("is not whole calendar months", "divide by days instead"),
    "spread.size_not_known": (
        "is not stated closely enough to divide it {by}",
        "state it more closely, or divide equally",
    ),
    "limit.not_one": (
        "is neither a share of a base nor an amount",
        "give a rate with its base, or a highest amount alone",
    ),
    "decision.order_not_known": (
        "which came last is not stated: {kinds} (days: {days})",
        "state the days",
    ),
    "decision.day_not_known": (
        "whether the decision ({kind}) was made by {on} is not stated (day: {day})",
        "state its day, or ask about another",
    ),
    "claim.day_not_known": (
        "whether claim {number} was handed in by {on} is not stated (day: {day})",
        "state its day, or ask about another",
    ),
    "reporting.not_part_of_year": ("does not divide a year", "give 1, 2, 3, 4, 6 or 12"),
    "reporting.no_working_day": ("leave no working day in the calendar", "give fewer"),
    "claim.unknown": ("is no claim of this grant", "give the number of one of its claims"),
    "claim.corrects_later": ("is no claim before number {number}", "give the number of the earlier claim"),
    "claim.number_not_rising": ("comes after claim {last}", "give each claim its own number, in their order"),
    "claim.covered_by_flat_rate": (
        "is covered by a flat rate alone, and would be paid twice over",
        "leave it out: what the flat rate adds follows from the costs it is a share of",
    ),
    "claim.lists_grant": ("is the grant itself, which follows from the costs", "list what others than the fund paid"),
    "claim.revenue_above_zero": ("is revenue above 0", "give revenue as a negative amount"),
    "claim.overcorrected": (
        "is what is left of {category}: more is corrected than was claimed",
        "correct at most what was claimed",
    ),
    "claim.costs_below_zero": (
        "add up to {total}, which is below zero",
        "correct at most what was claimed, or leave out revenue that exceeds the costs",
    ),
    "claim.no_exchange_rate": (
        "is in another currency than the grant, {currency}, and claim {number} has no rate between them",
        "give the claim the exchange rate of its month",
    ),
    "claim.public_money_not_known": (
        "claim {number} does not say how much public money paid its costs, and a limit of the decision depends on it",
        "state who paid its costs, and how much",
    ),
    "flat_rate.base_not_known": (
        "is a flat rate, and whether all that is claimed belongs to it is not stated",
        "give partner, phase and day of what is claimed as the budget divides them",
    ),
    "lump_sum.not_whole": ("is not the whole of a lump sum: {whole}", "claim it whole when the work is done"),
    "lump_sum.claimed_before": ("is a lump sum that was claimed before", "claim each lump sum once"),
    "lump_sum.not_claimed": ("takes back a lump sum that was not claimed", "take back what was claimed"),
    "lump_sum.not_known": ("claims a lump sum whose amount is not stated", "state the amount in the budget"),
    "exchange_rate.not_a_price": ("is not the price of a currency", "give a number above 0"),
    "exchange_rate.not_one_month": ("is not one month", "write it like {example}"),
    "exchange_rate.same_currency": ("is the currency that is priced", "give two currencies"),
    "exchange_rate.not_of_currency": (
        "is neither {unit} nor {price}, between which the exchange rate converts",
        "give the exchange rate of this currency",
    ),
    "advance.too_large": ("is more than what is left of the grant, {left}", "check it"),
    "decision.grants_nothing": ("grants nothing", "give the decision that grants support"),
    "decision.no_event": ("is no event of a grant", "give only decisions of these kinds: {kinds}"),
    "decision.no_budget": ("holds no budget, so that the share of the costs is not known", "state its budget"),
    "decision.support_not_of_total": ("is no part of the total cost, {total}", "check both"),
    "ledger.no_grant": ("hold none that grants support", "state the decision that grants it"),
    "ledger.several_grants": ("hold {count} that grant support", "make a ledger for each grant"),
    "ledger.too_large": ("are too many with {lines} flat rates and limits", "make a ledger for each partner"),
    "ledger.after_closure": ("comes after the closure", "leave out what follows the last decision"),
    "ledger.not_in_order": (
        "is before {since}, the earliest day of what is listed before it",
        "give the events in the order in which they happened",
    ),
    "ledger.order_not_known": (
        "whether claim {number} (day: {claimed}) came before a change or an advance (day: {other}) is not stated",
        "state the days",
    ),
    "ledger.union_part_not_known": (
        "how much of the support is the Union's money, which the decision limits, is not stated",
        "divide the financing of the budget into the Union's money and the state's",
    ),
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
    "formula.not_readable": ("is no formula", "write names, + - * / and the functions of esfmodel.workings"),
    "formula.unknown_name": ("names {name}, which is no input", "give its value"),
}
