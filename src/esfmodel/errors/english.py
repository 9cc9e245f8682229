"""What each kind of error says in English: what is wrong, and what to do. `swedish.py` has the same codes.

The names in braces are the parameters of the error; each is written as the language has it. What is wrong follows what
was given ("'12.345' has more than two decimals"), or the name of the field where nothing was given ("is missing").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    # --- Any value
    "value.missing": ("is missing", "add it"),
    "value.empty": ("is empty", "write it, or leave it out"),
    "value.given_twice": ("is given more than once", "keep one of them"),
    "value.not_one_of": ("is not one we know", "use one of {choices}"),
    "value.did_you_mean": ("is not one we know", "did you mean {near}?"),
    "value.not_usable": ("cannot be used here", "use one of {choices}"),
    "value.not_listed": ("is not in the list", "see the list that the command `{command}` prints"),
    "value.negative": ("is negative", "give zero or more"),
    "argument.too_many": ("is given beside {other}", "give one of them alone"),
    "argument.lacks": ("is given without {other}", "give both, or neither"),
    # --- Values: money, rates, dates, periods, identifiers
    "number.not_plain": ("is not a plain number", "write it with digits and a point, like {example}"),
    "number.not_finite": ("is not a number", "give a number, or leave it out"),
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
    "rate.whole_number": (
        "is a whole number, which may be meant in per cent",
        "write Rate.of_percent(...), or Rate(Fraction(...)) for so many times the whole",
    ),
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
    "date.year": ("has the year {year}", "give a year from 0001 to 9999"),
    "date.month": ("has the month {month}", "give a month from 01 to 12"),
    "date.no_such_day": ("is no day of the calendar", "correct the day: {month} has {days} days"),
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
    "programming_period.not_plain": (
        "is not two years of four digits with a hyphen between them",
        "write it like {example}",
    ),
    "programming_period.too_long": (
        "makes {years} years from {first}",
        "correct the years: a programming period has at most {most}",
    ),
    "programming_period.not_known": ("the programming period of {year} is not known", "known are {known}"),
    "programming_period.fields": ("are other fields than {fields}", "see the other rows"),
    "programming_period.order": ("is not after {earlier}", "swap or correct the years"),
    "identifier.too_long": ("is longer than {longest} characters", "write it like {example}"),
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
    "postal_code.no_place": (
        "begins with {digits}, and no Swedish postal code does",
        "compare the digits with the address",
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
    "unit_cost.too_large": ("come to an amount beyond all measure at {price} each", "check price and units"),
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
    "priority.two_rates": ("has two rates, {one} and {other}", "keep the one that the decision on the programme sets"),
    "priority.rate_of_the_whole": (
        "has a rate beside that of the whole priority",
        "give one rate for the whole priority, or one for each category of region",
    ),
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
    "limit.of_nothing": ("is neither a share nor an amount", "give a share, a highest amount, or both"),
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
    "aid.none": ("is stated of support that is no aid", "state the basis of the aid, or leave this out"),
    "aid.contradicts": ("contradicts the basis stated for the aid", "leave this out: the basis of the aid says it"),
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
    "exchange_rate.not_a_price": ("is not the price of a currency", "give a number above 0, like {example}"),
    "exchange_rate.not_one_month": ("is not one month", "write it like {example}"),
    "exchange_rate.not_of_month": (
        "is a day outside the month of the rate, {month}",
        "give the day or the month when the rate counted",
    ),
    "exchange_rate.not_passed": (
        "is after {latest}, so the rate is not known yet",
        "give a rate that was published by then",
    ),
    "exchange_rate.stated_twice": (
        "is a second rate between {unit} and {price}",
        "give only one of them",
    ),
    "exchange_rate.same_currency": ("is the currency that is priced", "give two currencies"),
    "exchange_rate.not_of_currency": (
        "is neither {unit} nor {price}, between which the exchange rate converts",
        "give the exchange rate of this currency",
    ),
    "advance.too_large": ("is more than what is left of the grant, {left}", "check it"),
    "decision.grants_nothing": ("grants nothing", "give the decision that grants support"),
    "decision.no_budget": ("holds no budget, so that the share of the costs is not known", "state its budget"),
    "decision.support_not_of_total": ("is no part of the cost that it is a share of, {total}", "check both"),
    "decision.actual_cost_not_known": (
        "does not show how much of the total cost comes in kind",
        "state the lines of cost, those in kind too",
    ),
    "ledger.base_not_known": (
        "is not stated, and the support due is {on_total} on the total cost and {on_actual} on the actual cost",
        "state what the support is a share of",
    ),
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
    "law.no_value": ("has no value for {when}", "ask about {others}"),
    "law.differs_by_fund": ("differs between funds", "name one of {funds}"),
    "law.differs_by_period": (
        "differs between programming periods",
        'name one of {periods}, as in programming_period="{example}"',
    ),
    "law.several_values": ("has no single value for all the days", "ask about one day"),
    "law.period_in_some_rows": (
        "has a programming period in one row and none in another",
        "name it in each row, or in none",
    ),
    "law.two_values": (
        "has two values from {day}: {values}",
        "give the row that begins on {start} a last day, or delete one of them",
    ),
    "law.other_version": (
        "is law data of another version of the library, which now has {version}",
        "install the version that it comes from, or use the law data of this one",
    ),
    "law.bad_key": ("is no key", "write lower-case words with points and hyphens between them"),
    "law.not_quoted": ("is missing in a row of grade A", "quote the edition read, or grade it B or C"),
    "law.unit": (
        "does not fit the value; a whole number has a unit, and nothing else has",
        'say what it counts, such as "months", or leave it out',
    ),
    "law.not_a_day": ("is not written as a day", "write it like 2021-01-01, without quotation marks"),
    "law.no_row": ("is no row of a law file", "write only rows, each below [[provision]]"),
    "law.not_in_a_row": ("stands in a row", "write it once, above the first [[provision]]"),
    "law.day_with_time": ("is a day with a time", "write {example}"),
    "pack.overlaps": (
        "counts on some of the same days as what {provision} says from {start}: {value}",
        "name the amending act in `amended_by` if it takes its place; otherwise correct key, days or funds",
    ),
    "pack.known": ("is in the law already", "leave the row out"),
    "pack.checked_later": ("is a day to come", "write the day when it was compared with the text"),
    "pack.above_the_whole": ("is more than the whole", "correct it"),
    "pack.other_period": ("is not {period}, that of the programme's code", "correct one of them"),
    "pack.no_end": ("still counts when {provision} begins, on {start}", "give it an `end` before that day"),
    "pack.other_condition": (
        "counts on some of the same days as {provision}, under another condition",
        "give it the same, or a key of its own",
    ),
    "pack.same_day": ("answers the same question from {day} as the row on line {other}", "keep one of the two"),
    "pack.amended_already": (
        "amends from {day} what {provision} has amended from that day already: {value}",
        "keep one of the two",
    ),
    "pack.other_kind": ("is not how values of this key are written", "write it as {choices}"),
    "pack.empty": ("has no row", "write each row below [[provision]], or check that the file was saved"),
    "pack.not_found": ("is no pack we know", "use the name of one, such as {choices}, or the path of a file"),
    "pack.several": ("is the name of several packs: {files}", "give the path of one of them"),
    "pack.not_there": (
        "is offered by the package {package}, which has no such file",
        "install a build of it that holds the file, or give the path of a file",
    ),
    "pack.unread": ("is read by no rule", "correct it, or leave the row for those who look it up"),
    "pack.looser": ("loosens or changes what {provision} says: {value}", "tighten it, or use a key of your own"),
    "pack.stricter": (
        "is tighter than or differs from what {provision} says: {value}",
        "loosen it, or use a key of your own",
    ),
    "code.not_one": ("is no code", "write it without spaces around it"),
    "code_list.columns": ("has columns that are no fields of a code, or one twice", "use some of {columns}"),
    "code_list.cells": ("has {cells} cells under {columns} columns", "put quotation marks around a text with a comma"),
    "code_list.several": ("is the name of several: {codes}", "give the code of one of them"),
    "code_list.no_such_name": ("is no name in the list", "write it as the list has it"),
    "code_list.not_csv": ("cannot be read as CSV", "look for a missing or misplaced quotation mark"),
    # --- Text: what is read from text as people write it
    "argument.nothing_to_list": ("hold nothing to list", "say in your own words that there are none"),
    "argument.qualifier_of_other": ("is said of {means}, and this is {known}", "leave it out, or pass {means}"),
    "text.too_long": ("is too long to be one figure", "give the figure alone"),
    "text.unprintable": ("has a character that does not print", "take it out"),
    "text.odd_spaces": (
        "has a double space, a tab, a line break or an unusual space in it",
        'write it as "{example}"',
    ),
    "text.two_readings": ("may mean {example} or {other}", "write the one that is meant"),
    "figure.not_stated": ("states no figure", "leave the field out where the figure is not known"),
    "figure.not_in_digits": ("has no figure in it", 'write the number in digits, as in "{example}"'),
    "figure.other_digits": ("has other digits than 0 to 9", 'write it with plain digits, as in "{example}"'),
    "figure.hedged": (
        'is not exact but says what is known ("{word}")',
        "write it alone where it is exact, and keep the words in a note",
    ),
    "figure.two": ("holds two figures", "write each of them by itself"),
    "number.two_readings": ("may mean {thousands} or {decimals}", 'write it as "{example}" or "{other}"'),
    "number.in_brackets": (
        "has brackets, which are a minus to some",
        'write it as "{example}", with a minus before it if that is what they mean',
    ),
    "number.spaced_minus": (
        "has a space after its minus, which may be a mark in a list instead",
        'write it as "{example}"',
    ),
    "number.thousands_mark": ('has "{mark}" between its thousands', 'write it as "{example}"'),
    "number.two_spaces": ("has two kinds of space in one number", 'write it as "{example}"'),
    "number.decimal_mark": ('has "{mark}" before its decimals', 'write it as "{example}"'),
    "number.badly_written": ("is not a well-written number", 'write it as in "{example}"'),
    "money.other_currency": ("is in {found}, and {expected} was expected", "write the amount in {expected}"),
    "money.no_currency": ("names no currency", 'add it, as in "{example}"'),
    "money.finer_than_unit": ("is finer than the smallest unit of {currency}", 'round it, as in "{example}"'),
    "money.kronor_first": (
        'has "{sign}" before its number',
        'write it as "{example}" for Swedish kronor, or with the code of another currency, as in "{other}"',
    ),
    "money.unit_first": ('has "{sign}" before its number', 'write it as "{example}"'),
    "money.unknown_unit": (
        'is not one amount with a unit: "{unit}" is not read as a unit',
        'write it as in "{example}", or with the code of its currency, "{other}"',
    ),
    "money.not_one_amount": (
        "is not one amount with a unit",
        'write it as in "{example}", or with the code of its currency, "{other}"',
    ),
    "rate.divided_by_zero": ("divides by zero", "give a share of something"),
    "rate.percentage_points": (
        "is a difference between two shares, and no share",
        "give a share, and keep the difference in a note",
    ),
    "rate.two_parts": (
        "may mean {top} divided by {bottom}, or the parts {example} and {other}",
        "write one share with the per cent sign",
    ),
    "rate.not_one_share": ("is not one share", 'write it as in "{example}", or as a quotient, "{other}"'),
    "date.with_time": (
        "has a time of day, and which day that is depends on the time zone",
        "give the day alone, as it was where the project is",
    ),
    "date.not_one_day": ("is not one day with its year", 'write it as in "{example}" or "{other}"'),
    "period.ends_before_start": ("ends before it starts", "swap the two ends, or write the year of both"),
    "period.open_without_day": (
        "has an open end, and the other is no day",
        'write it as in "{example}" or "{other}"',
    ),
    "period.short_year": ("is not one period", 'write it as "{example}"'),
    "period.not_one_period": ("is not one period", 'write it as in "{example}" or "{other}"'),
    "duration.not_one_length": (
        "is not one length in months or years",
        'write it as in "{example}" or "{other}"',
    ),
    "duration.not_whole_months": ("is not a whole number of months", 'round it, as in "{example}"'),
    "duration.too_long": ("is longer than the calendar", "give 9999 years or less"),
    "count.too_large": ("is more than anybody counts", "give a number of things"),
    "name.without_genitive": (
        "takes no ending",
        'say it with a preposition: "ägaren till …", "of …"',
    ),
    "publicity.refused_support": ("was refused support", "show no statement of the Union's support"),
    "publicity.no_eu_money": (
        "has no money from the Union in its budget",
        "show no statement of the Union's support, or list the Union's money",
    ),
    "publicity.period_not_known": (
        "the programming period is not known, and what stands beside the emblem depends on it",
        "state the programming period",
    ),
    "publicity.fund_not_known": (
        "the fund is not known, and the statement of {period} names it",
        "state the fund",
    ),
    "publicity.not_in_law": (
        "what projects of {fund} show in {period} is not in the law data",
        "follow the instructions of the programme",
    ),
    # --- Formats: files, documents, records, tables
    "file.missing": ("is not there", "check the path"),
    "file.directory": ("is a directory", "give a file in it"),
    "file.cannot_open": ("cannot be opened: {reason}", "check path and permissions"),
    "file.no_permission": ("needs a permission that you lack", "ask its owner, or name another file"),
    "file.no_folder": ("lies in a folder that is not there", "make the folder, or name another"),
    "file.no_room": ("has no room where it is to be written", "make room, or name another place"),
    "file.closed": ("is closed", "open it, or name a file"),
    "file.no_path": ("is no path of a file", "check the path"),
    "file.empty": ("is empty", "check that it was saved"),
    "file.too_large": ("is larger than {largest} bytes", "divide it"),
    "file.too_long": ("has {characters} characters, and {largest} is the most", "divide it"),
    "file.too_deep": ("is nested more than {levels} levels deep", "check how it was written"),
    "file.office": (
        "is a PDF file, or one of a program such as Word or Excel, and not text",
        "save it as text in UTF-8",
    ),
    "file.binary": ("is a binary file, not text", "save it as text in UTF-8"),
    "file.utf_16": ("is text in UTF-16", "save it as text in UTF-8"),
    "file.not_utf_8": ("is not UTF-8 at byte {byte}", "save it as text in UTF-8"),
    "file.unknown_format": (
        "is in no format we know",
        'begin a project file with format = "esfmodel/projects" and version = 2, or name its format: {choices}',
    ),
    "text.longer_than": ("has {characters} characters, and {largest} is the most", "shorten it"),
    "text.half_a_character": ("has half a character (a lone surrogate)", "write the text anew where it stands"),
    "organisation.too_deep": ("are nested more than {levels} levels deep", "list the members side by side"),
    "reading.empty": ("holds no project", "correct the source and read it again"),
    "reading.several": ("holds {count} projects, not one", "keep one of them, or read them all"),
    "reading.not_one_call": (
        "states {count} calls, not one",
        "write the terms of the call below [call], or name a file whose projects have one and the same call",
    ),
    "reading.no_such_project": ("is no index of the {count} projects read", "count from 0"),
    "reading.no_path": ("is no path in a project", "write one like budget.total or partners[0].organisation.name"),
    "reading.not_stated": ("is not stated", "ask for what the project states"),
    "reading.no_evidence": ("has no known place in its source", "look for it in the source"),
    "reading.unread": (
        "{unread} of {count} projects could not be read; the first problem: {first}",
        "correct the source and read it again",
    ),
    "syntax.unclosed_quote": ("has no closing quotation mark", "write {mark} at the end of the text"),
    "syntax.other_quotes": ("has the wrong kind of quotation marks", 'write " before and after the text'),
    "syntax.unquoted": ("is text without quotation marks", "write {example}"),
    "syntax.no_comma": ("stands without a comma before it", "write a comma before it"),
    "syntax.extra_comma": ("has a comma with nothing before it", "take the comma out, or write what stands before it"),
    "syntax.trailing_comma": ("has a comma before a closing bracket", "take the comma out"),
    "syntax.unclosed_bracket": ("has no closing bracket", "write {closing} where it ends"),
    "syntax.unopened_bracket": ("has no opening bracket", "take it out, or write {opening} where it begins"),
    "syntax.no_value": ("has no value", "write the value, or take the line out"),
    "syntax.no_sign": ("has no {sign} between key and value", "write the key, then {sign} and the value"),
    "syntax.key": (
        "is no key",
        "use the letters a-z, digits, hyphen and underscore, or put the key in quotation marks",
    ),
    "syntax.heading": ("is no heading", "write it as [projects.budget], or as [[projects]] for one of several"),
    "syntax.backslash": ("has a backslash that begins nothing we know", "write two backslashes for one"),
    "syntax.no_day": ("is no day of the calendar", "correct the day or the month"),
    "syntax.extra": ("stands after the end of the value", "take it out, or put it on a line of its own"),
    "syntax.unreadable": ("cannot be read as {language}", "correct this line, or the one before it"),
    "document.no_head": ("is missing", "begin the file with {head}"),
    "document.other_format": ("is not the format of a project file", "begin the file with {head}"),
    "document.other_version": ("is no version that is known here", "write one of {choices}, or update esfmodel"),
    "document.no_projects": ("has no projects", "begin each project with {head}"),
    "document.not_an_object": ("is no project file", "begin the file with {head}"),
    "document.problems": ("the data has faults ({count} in all)", "begin with this: {first}"),
    "document.stopped": ("is where reading stopped, after {count} problems", "correct those, and read it again"),
    "key.unknown": ("is no key here", "take it out, or use one of {choices}"),
    "key.did_you_mean": ("is no key here", "did you mean {near}?"),
    "key.kept": (
        "is no key that is read here, and is kept as it is",
        "take it out, or leave it to the program that wrote it",
    ),
    "key.kept_but_near": ("is no key that is read here, and is kept as it is", "use {near} if that is what it means"),
    "key.more_kept": (
        "there are {count} more keys that are not read, and are kept as they are",
        "take them out, or leave them to the program that wrote them",
    ),
    "data.whole_document": (
        "the data is a whole document",
        "give one of its projects, or read the whole of it with read_text",
    ),
    "data.too_many": ("the data has more than {count} values", "check how it was made"),
    "value.missing_one_of": ("is missing", "write one of {choices}"),
    "value.null": ("says nothing", "leave the key out when nobody knows"),
    "value.not_text": ("is not text", "write it as text, such as {example}"),
    "value.not_a_list": ("is not a list", "give a list in square brackets, with commas between the values"),
    "value.not_keys": ("stands where several keys are expected", "give an object (in TOML a table) with {choices}"),
    "value.not_whole": ("is not a whole number", "write it in digits alone"),
    "value.not_true_or_false": ("is not true or false", "write true or false, without quotation marks"),
    "number.bare_decimal": (
        "is a number with a decimal point or exponent",
        "write a whole number, or text in quotation marks",
    ),
    "number.no_currency": ("names no currency", "write it with its currency: {example}"),
    "number.no_percent": ("has no per cent sign", "write it with its sign: {example}"),
    "amount.bounds_of_share": (
        "is within bounds of a share, not of an amount",
        'write it as "12.50 SEK" or "(12000000 SEK, )"',
    ),
    "period.only_year": ("is one year", "write both years: {example}"),
    "partner.did_you_mean": ("is no partner of the project", "did you mean {near}?"),
    # --- Pages saved as PDF
    "pdf.no_reader": (
        "cannot be read, since pypdf is not installed",
        "install it: pip install esfmodel[pdf]; or save the page as text or HTML",
    ),
    "pdf.damaged": ("is damaged or not whole", "fetch the file again, or save the page as text or HTML"),
    "pdf.encrypted": ("is protected by a password", "save it without one, or copy its text to a file"),
    "pdf.no_text": (
        "holds no text, only pictures of it or nothing at all",
        "save the page itself as text or HTML, or run text recognition on the file",
    ),
    "pdf.too_many_pages": (
        "has {pages} pages, more than the {most} that can be read",
        "keep only the pages that tell of the project",
    ),
    # --- Announcements
    "announcement.several": ("tells of several projects", "read the part about each of them by itself"),
    "announcement.call": ("is a call for proposals", "give the page of a project; a call has none"),
    "announcement.programme": ("is about a programme", "give the page of a project"),
    "announcement.no_project": ("tells of no single project that we can see", "give the page of a project"),
    "announcement.headline_as_name": (
        "is the headline, since the page gives the project no name",
        "give the name when you know it",
    ),
    "announcement.about": ("is only about what it is", "left out; give the amount when you know it"),
    "announcement.coarse": (
        "is stated without a day, so that the first or last day of the month or year stands in",
        "give the day when you know it",
    ),
    "announcement.unbound": (
        "is an amount of which the page does not say that it is the project's, or whose",
        "left out; add it where it belongs when you know it",
    ),
    "announcement.contradiction": (
        "is not what is said elsewhere on the page: {other}, line {at}",
        "both are left out; give the one that is right",
    ),
    "record.no_label": ("has no label that we know, such as Diarienummer", "use the text of a project's page"),
    "record.call": ("is a label of calls for proposals: this is no project", "use the text of a project's page"),
    "record.no_name_or_number": ("has neither the name of a project nor its number", "use the whole page"),
    "record.no_name": ("has no name", "add its name; until then the project goes by its number"),
    "record.unknown_label": ("is no label we know", "check the label; what it says is kept among what has no field"),
    "record.unlabelled": (
        "stands without a label",
        "write the label before it; what it says is kept among what has no field",
    ),
    "record.not_the_labels": ("is not what the labels say", "keep the right one"),
    "record.not_the_first": ("is not what {label} says in line {first}", "keep the right one"),
    "record.owner_unnamed": ("is of an owner who is not named", "name the owner"),
    "record.answered_otherwise": ("is answered otherwise before", "keep the right answer"),
    "record.theme_unnamed": ("does not say which theme", "write the theme"),
    "record.more_than_support": ("is more than the support granted, {support}", "correct one of them"),
    "record.not_the_rest": (
        "does not agree with the support, of which {rest} is left for the state",
        "correct one of them",
    ),
    "record.end_before_start": ("contradicts the other day: the end is before the start", "correct one of them"),
    "record.not_the_days": ("is not the period that the days give, {days}", "keep the right one"),
    "record.control_character": (
        "holds a character that does not print, which was taken out",
        "check what it stood for",
    ),
    "record.currency_assumed": (
        "names no currency, and was read as {currency}",
        "write the currency beside the amount",
    ),
    "record.neither_yes_nor_no": ("is neither Ja nor Nej", "write Ja or Nej"),
    "record.no_count": ("is not a whole number", "write it in digits, as 1 200"),
    # --- Columns of lists
    "list.no_headings": (
        "has no headings that we know among its first rows (they may be {headings})",
        "name the columns in a mapping; `esfmodel mapping new LIST` writes a draft of one",
    ),
    "list.budget_sheet": (
        "holds the budget of one project, and no list of projects",
        "write a mapping that says where its figures stand; `esfmodel mapping new` writes a draft of one",
    ),
    "list.no_such_row": ("is no row of the list", "correct heading_row in the mapping"),
    "list.several_columns": (
        "{count} columns may be the {field}, and none of them is read: {columns}",
        "name the right one in a mapping",
    ),
    "list.preferred": ("is read rather than {others}", "name another column in a mapping, if it is the right one"),
    "list.unknown_columns": (
        "unknown headings, whose cells are kept as they are: {columns}",
        "name in a mapping the columns that should be read",
    ),
    "list.beyond_headings": ("stands to the right of the last heading{rows}", "write a heading over each column"),
    "list.cells_unread": ("is not read; so it is with {count} of {of} cells of the column{rows}", "{first}"),
    "list.too_many_kinds": (
        "is not read, since the cells of its column are written in more than {most} ways",
        "write all cells of the column alike",
    ),
    "list.error_value": ("is an error of the spreadsheet", "correct the formula, and save the list again"),
    "list.not_as_split": ("does not fit the pattern of the mapping", "correct the cell, or split in the mapping"),
    "list.unknown_currency": ("is no currency we know", "write its code, like SEK or EUR"),
    "list.programming_period": (
        "may be the programming period or that of the project",
        "name the column programming_period in a mapping, or write the days of the project",
    ),
    "list.no_amount": ("is not one amount", "write the figure alone, and its unit in the heading"),
    "list.other_form": (
        "is not written as the mapping says, like {form}",
        "correct the cell, or numbers in the mapping",
    ),
    "list.two_readings": (
        "may be thousands or have three decimals, and the column does not say which",
        'show in a mapping how the column writes numbers, like numbers = "12,345.67"',
    ),
    "list.two_marks": (
        "is in a column with two decimal marks, commas{comma_rows} and full stops{point_rows}; amounts that may have "
        "either are not read",
        "correct the column, or state numbers in a mapping",
    ),
    "list.thousands_taken": (
        "is read as thousands, as all amounts with a mark have three digits after it{rows}",
        "state numbers in a mapping, if they are decimals",
    ),
    "list.no_currency": (
        "is an amount, and nothing says in which currency",
        "state it when the list is read, in the heading or in a mapping",
    ),
    "list.other_currency": ("is in {currency}, and the column or the row in {other}", "correct one of them"),
    "list.unused_currency": (
        "is the currency of the row, and its amounts are read in {currencies}, as cells, headings or the mapping say",
        "correct what is wrong",
    ),
    "list.not_that_currency": (
        "is in one of {currencies} by its heading, and not in {currency}",
        "state the currency of the column in a mapping",
    ),
    "list.which_kronor": (
        "is in kronor, and may be Norwegian, Danish or Swedish ones",
        "state the currency when the list is read, or in a mapping",
    ),
    "list.two_currencies": ("is in a column of several currencies: {currencies}", "check that each is right"),
    "list.no_unit": ("has no unit, and other amounts of its column do", "write the unit"),
    "list.two_units": (
        "has a currency beside it, so that the unit of the heading, {unit}, may not hold for it",
        "state unit in a mapping: 1 if the figures are in whole kronor or euro",
    ),
    "list.wrong_unit": (
        "is not read: by the heading the unit is {unit}, and other amounts are too large for that",
        "state unit in a mapping: 1 if the figures are in whole kronor or euro",
    ),
    "list.unit_open": (
        "may be in thousands or millions, by its heading, by a note, or since all of the column have three decimals",
        "state unit in a mapping: 1000 for thousands, 1 if the figures are in whole kronor or euro",
    ),
    "list.unit_beside": (
        "says that amounts are in thousands or more, and the headings do not, so that no amount without a unit is read",
        "state unit in a mapping: 1000 for thousands, 1 if the figures are in whole kronor or euro",
    ),
    "list.amount_or_share": (
        "may be a share, since no amount of the column is above 100 and none has a currency",
        "name the currency in the heading or in a mapping, or name the column as that of the shares",
    ),
    "list.unit_in_doubt": (
        "is too large for the unit of the heading, {unit}, so that no amount of the column is read{rows}",
        "state unit in a mapping: 1 if the figures are in whole kronor or euro",
    ),
    "list.rounded": (
        "has more decimals than the currency has, and was rounded{rows}",
        "check that the column holds amounts",
    ),
    "list.exponents": (
        "is written with an exponent, and its last digits may be lost{rows}",
        "save the list with all digits",
    ),
    "list.zero_unknown": (
        "is zero in each row, and was read as not known",
        'state zero = "value" in a mapping, if nothing was paid',
    ),
    "list.share_in_amounts": ("is a share, and the column holds amounts", "name the right column in a mapping"),
    "list.amount_in_shares": ("is an amount, and the column holds shares", "name the right column in a mapping"),
    "list.not_a_share": ("is not one share", "write it like 40 %"),
    "list.no_rate": (
        "is in a column with figures above 100, which holds no shares",
        'name the right column in a mapping, or state as = "percent"',
    ),
    "list.above_hundred": ("is above 100%, and cannot be the Union's share", "correct it"),
    "list.above_one": (
        "is above 1, and the column holds parts of one, 0.4 for 40%",
        "correct it, or as in the mapping",
    ),
    "list.percent_or_parts": (
        "may be per cent or a part of one, and the column does not say which",
        'state as = "percent" or as = "fraction" in a mapping',
    ),
    "list.parts_of_one": (
        "is read as a part of one, 0.4 as 40%, as no share of the column is above 1{rows}",
        'state as = "percent" in a mapping, if they are per cent',
    ),
    "list.no_day": (
        "is no day that we can read",
        'write it like 2024-10-01, or show in a mapping how days are written, like dates = "dd/mm/yyyy"',
    ),
    "list.other_dates": (
        "is not written as the mapping says, like {patterns}",
        "correct the cell, or dates in the mapping",
    ),
    "list.no_real_day": (
        "stands for a day that is not known, and is not read",
        "leave the cell empty where no day is known",
    ),
    "list.day_swapped": (
        "may have its day for its month: the workbook stores only days up to the 12th, and keeps the others as text",
        "store the whole column as text, with the month in the same place",
    ),
    "list.stored_otherwise": (
        "is stored as a day, a time or as true or false, and may not be what was typed",
        "store the column as text in the workbook",
    ),
    "list.digits_lost": (
        "has more than the {most} digits that a spreadsheet keeps of a number",
        "store the column as text in the workbook",
    ),
    "list.day_or_month": (
        "may have its day or its month first, and the column does not say which",
        'state dates in a mapping, like "dd/mm/yyyy" or "mm/dd/yyyy"',
    ),
    "list.two_orders": (
        "is in a column with days first and months first, so that days that may be either are not read{rows}",
        "correct the column, or state dates in a mapping",
    ),
    "list.order_of_others": (
        "is read with its day and month in the order of the other columns of days{rows}",
        "state dates in a mapping, if the order is another",
    ),
    "list.serial_days": (
        "is read as the number of a day in a spreadsheet, as are all cells of the column{rows}",
        "check the days; some spreadsheets begin in 1904",
    ),
    "list.number_among_days": ("is a number among days", "write it as a day, or correct the row"),
    "list.other_zone": (
        "is a time in another time zone, where another day may have begun",
        'state zone in a mapping, like "Europe/Stockholm"',
    ),
    "list.no_sheets": ("is a sheet, which text with delimiters does not have", "leave it out"),
    "list.sheet_left_out": (
        "has no headings that we know, and is not read (number of rows: {count})",
        "name its columns in a mapping, if it is a list",
    ),
    "list.no_country": (
        "is written differently in each country, and none is stated",
        "state the country of the body in the list, or as a default of the mapping",
    ),
    "list.cells_missing": (
        "has only {cells} of {headings} cells, which may stand under the wrong headings: the row is left out",
        "correct the row",
    ),
    "list.cells_too_many": (
        "has {cells} cells under {headings} headings, which may stand under the wrong ones: the row is left out",
        "put quotes around the cells that hold a delimiter",
    ),
    "list.cells_shifted": (
        "has cells that do not fit their columns ({columns}), as if they had moved: the row is left out",
        "move the cells under the right headings",
    ),
    "list.one_end_in_days": (
        "states no day, and the other end of the period is missing or written otherwise",
        "write both ends alike",
    ),
    "list.name_of_figures": ("is no name of a body", "write the name"),
    "list.above_headings": (
        "stands above the headings and is not read{rows}",
        "check that the headings were found, or name heading_row in a mapping",
    ),
    "list.no_rows": ("the list has headings, and no rows below them", "check that the whole list was saved"),
    "list.heading_again": ("is the heading again{rows}", "nothing is lost"),
    "list.unnamed_rows": ("names no operation and is left out{rows}", "write the name, if the row is an operation"),
    "list.sums": ("is a sum and no operation{rows}", "check that it is none"),
    "list.notes": ("is a note or a title and no operation{rows}", "check that it is none"),
    "list.merged": (
        "is the first of several rows of one operation, whose bodies became partners{rows}",
        "check that the rows are of one operation",
    ),
    "list.repeated": (
        "is the first of several rows of one operation, which are read as one{rows}",
        "check that the rows are of one operation",
    ),
    "list.rows_differ": (
        "differs between the rows of one operation{rows}",
        "keep the right one; all are kept among what has no field",
    ),
    "list.another_layout": (
        "is not the layout of the list, which has no columns {headings}",
        "leave the format out, so that it is found by the headings",
    ),
    "list.bare_rows": (
        "states nothing but a name, and may be a heading or a sum{rows}",
        "check that it is an operation",
    ),
    "list.bodies_in_a_row": (
        "holds several bodies in its cells, which are read one by one{rows}",
        "check that the cells have the bodies in the same order",
    ),
    "list.no_exchange_rate": (
        "is not in euro, and Kohesio wants the rate of exchange beside it",
        "state the rate in extra, as {label} (at the command line: --extra {label}=RATE)",
    ),
    "list.several_bodies": (
        "names several bodies with {mark} between them",
        'write parted_by = "{mark}" under [rows] in a mapping, and each is read by itself',
    ),
    "list.uneven_parts": (
        "has another number of parts ({count}) than the row has bodies ({bodies})",
        "write one part for each body, and leave it empty where nothing is stated",
    ),
    "list.unknown_municipalities": (
        "has names that are of no Swedish municipality, and are kept{rows}: {unknown}",
        "check how they are spelt",
    ),
    "list.operation_again": (
        "is of the same operation as earlier rows, which it does not follow{rows}",
        "put the rows of one operation together, and they are read as one",
    ),
    "list.number_again": (
        "has the number of an earlier operation{rows}",
        "put the rows of one operation together, if they are of one",
    ),
    "list.more_problems": (
        "has the problem {like}, which many rows before it have too{rows}",
        "correct the ones told so far and read the list again",
    ),
    "mapping.no_such_heading": ("is no heading of the list, which has {headings}", "correct heading in the mapping"),
    "mapping.several_headings": (
        "fits several columns: {columns}",
        "write the whole heading, or the letter as column, in the mapping",
    ),
    "mapping.needed": ("is read with a mapping", "give one; `esfmodel mapping new` writes a draft of it"),
    "mapping.not_for_format": ("is read without a mapping", "leave the mapping out, or name {choices}"),
    "list.no_encoding": ("is no encoding that we know", "write one such as utf-8, cp1252 or iso-8859-7"),
    "list.marked_encoding": (
        "is not the encoding that the file itself states, which is {encoding}",
        "state {encoding}, or leave the encoding out of the mapping",
    ),
    "list.unknown_encoding": (
        "does not tell in which encoding it is written; read in a wrong one, its names would be wrong",
        "state under [file] in a mapping which it is: {candidates}",
    ),
    "list.encoding_assumed": (
        "the file was read as {encoding}, and may as well be in {others}, with other letters",
        "check some names, and state the encoding under [file] in a mapping",
    ),
    "list.no_delimiter": (
        "has no semicolon, comma, tab or bar that parts its lines into columns",
        "check that it is a list, or state its delimiter under [file] in a mapping",
    ),
    "list.rows_in_quotes": (
        "each row stands within one pair of quotation marks, which were taken away",
        "check some rows",
    ),
    "list.control_characters": (
        "is a character that does not print ({count} in the file)",
        "check what it stands for; it was kept",
    ),
    "list.line_too_long": (
        "is a line of more than {most} characters, and was not read",
        "check that each row ends with a line end",
    ),
    "list.nul": ("holds the character NUL, which no text has; the row was not read", "take it out"),
    "list.undecodable": (
        "holds bytes that are no text in {encoding}; the row was not read",
        "correct the row, or state another encoding under [file] in a mapping",
    ),
    "list.quotation_marks": (
        "has quotation marks that may enclose cells or be part of the text; the row was not read",
        'close or double them, or write quote = "" under [file] in a mapping',
    ),
    "list.too_many_cells": (
        "has {cells} cells, and {most} is the most; the row was not read",
        "check the delimiter",
    ),
    # --- Finance tables
    "table.no_columns": (
        "has no line with two columns",
        "part the columns by tabs or semicolons, write a label, a colon and an amount on each line, "
        "or state how many columns it has with one cell on each line",
    ),
    "table.only_a_line": (
        "has no line with two columns",
        "part the columns by tabs, semicolons or commas, and give the text of a table, not the name of its file",
    ),
    "table.no_rows": ("has no rows (read as: {form})", "check that all of it was copied"),
    "table.too_many_lines": ("has {lines} lines, and {most} is the most that is read", "part the table in several"),
    "table.too_many_columns": (
        "has {columns} columns, and {most} is the most (read as: {form})",
        "leave out those that hold no money",
    ),
    "table.several": ("holds {tables} tables (read as: {form})", "read them one at a time"),
    "table.not_whole_rows": ("has {lines} lines, which are not rows of {columns} cells", "check the number of columns"),
    "table.no_heading": ("has no heading", "write above the table what its columns hold"),
    "table.unequal": ("is {stated}, and its parts come to {computed}", "check the sum and its parts"),
    "table.unnamed": ("stands for the name of the project, which the table does not state", "write the name"),
    "table.programmes": ("is a table of programmes or regions, and holds no project", "read it as a finance table"),
    "table.no_figures": ("has no column of figures", "check the heading, and the marks between the columns"),
    "table.mostly_text": (
        "has figures in {figures} of {stated} cells, and was read as labels",
        "correct the column, or state that it holds labels",
    ),
    "table.mixed_marks": (
        "has decimal commas in some cells and decimal points in others",
        "correct the column, or state which mark its decimals have",
    ),
    "table.two_readings": ("may mean {first} or {second}", "state which mark the decimals have"),
    "table.other_mark": ("is no number with “{mark}” before its decimals", "write all decimals with one mark"),
    "table.no_number": (
        "is not a well-written number",
        "part thousands by one kind of space, and write all decimals with one mark",
    ),
    "table.not_one_figure": ("is not one figure with a unit", "write the figure alone, and the unit in the heading"),
    "table.amount_elsewhere": ("is an amount, and the column holds none", "move it to a column of amounts"),
    "table.share_elsewhere": ("is a share, and the column holds amounts", "move it to a column of shares"),
    "table.no_percent": ("has no per cent sign: 0.85 and 85 may mean the same", "write the sign"),
    "table.shares_of_one": (
        "has no figure above one and no per cent sign, and was read as shares of one: 0.85 as 85%",
        "write the sign if they are per cent",
    ),
    "table.other_currency": ("is in {currency}, and the column in {other}", "give it a column of its own"),
    "table.rounded": (
        "is finer than the smallest unit of {currency}, and was rounded half up",
        "check the amount, which is taken as {amount}",
    ),
    "table.no_label": ("has no label", "write what the figures are; until then the line stands for it"),
    "table.other_number_of_cells": (
        "has {cells} cells, and the heading has {columns}",
        "check which one is too many or too few; cells that are not there count as not stated",
    ),
    "table.cells_of_row": ("are not as many as the columns of the table, {columns}", "give each column its cell"),
    "table.not_one_row": ("is the label of {rows} rows", "use a label of one row as it is printed"),
    "table.not_one_column": ("does not name one column of amounts", "choose one of {choices}"),
    "table.several_costs": ("may each be the costs", "state which heading is meant"),
    "table.no_costs": (
        "does not say whether it holds costs or grants",
        "state which heading is that of the costs, or whose money it is",
    ),
    "table.other_kind": ("is another kind of table", "use {method}, or state that the table is of another kind"),
    "table.currency_assumed": (
        "does not say which currency it is in, and was read in {currency} (unit {unit})",
        "state the currency and the unit if they are others",
    ),
    "table.currency_of_others": (
        "does not say which currency it is in, and was read as the other columns, in {currency} (unit {unit})",
        "state the currency and the unit if they are others",
    ),
    "table.two_currencies": (
        "is in one of {currencies}, and was not read",
        "state which currency is meant",
    ),
    "table.no_unit": ("has no unit, and other amounts of its column do", "write the unit"),
    "table.unknown_label": (
        "does not say whose money or which cost it is, and is counted nowhere",
        "state what it is, or correct the label",
    ),
    "table.applied": (
        "is applied for, and a budget counts it as if it were granted",
        "check whether it was granted",
    ),
    "table.sum_or_name": (
        "may be a sum or a name, and was read as a name because its figures are no sum of those above",
        "state which labels are those of sums",
    ),
    "table.not_counted": (
        "is no part of a budget, and is counted nowhere",
        "correct the label if it is a contribution or a cost",
    ),
    "argument.unit": ("is no unit of tables", "give 1, 1000, 1000000 or another power of ten"),
    "argument.width": ("is no number of columns", "give 2 to {most}"),
    "argument.decimal": ("is no decimal mark", "give ',' or '.'"),
    "argument.floats": ("is not how lists are rounded", "give Rounding.MINOR_HALF_UP"),
    "argument.no_plot": ("show no plot of this library", "give what a function of esfmodel.display.plots returned"),
    # --- Data frames
    "frame.no_column": ("has no column {heading}; it has {columns}", "add it, or rename the column that is meant"),
    "frame.column_twice": ("has two columns {heading}", "keep or rename one of them"),
    "frame.column_type": (
        "is the type of the column {heading}, which is read as {types}",
        "convert the column; where leading zeros or decimals were lost, read its source again as text",
    ),
    "frame.floats": (
        "has floats in the column {heading}, which do not hold every amount",
        "convert them to whole numbers, decimals or text, or name in floats how to round: Rounding.MINOR_HALF_UP",
    ),
    "frame.float_too_large": (
        "is too large for a float to hold every öre or cent",
        "read the source again with whole numbers, decimals or text",
    ),
    "frame.nan": (
        "is NaN, which may be a missing value or a failed computation",
        'replace it by null, or say that it is not known: nan="unknown"',
    ),
    "frame.no_currency": (
        "is an amount, and nothing says in which currency",
        'add the column currency, or say it for all rows: currency="SEK"',
    ),
    "frame.no_row": (
        "has no column {heading}, by which findings tell their row, and the rows of a lazy frame have no numbers",
        "add it with a number for each row, or give a frame that is loaded",
    ),
    "frame.not_covered": ("is not judged by columns", "judge the projects with validate, or name one of {covered}"),
    "frame.no_key": (
        "cannot be joined with their lines: the frames have no column in common",
        "add one of {keys} to each of them",
    ),
    "frame.key_twice": (
        "is {heading} of several projects with lines{rows}",
        "give each project its own, in all the frames",
    ),
    "frame.no_project": ("is a line of no project", "correct it, or add the project"),
    "frame.lines_differ": (
        "is not the number of lines that are given: {count}",
        "give every line of the project, or leave out the column",
    ),
    "frame.contradicts": ("is not what {other} says in the same row", "keep one of them, or give both the same amount"),
    "frame.other_figure": (
        "is not what the rest gives: {figure}",
        "correct the one that is wrong; the figure is kept as it is and not used",
    ),
    "frame.narrower_figure": (
        "is more exact than what the rest gives: {figure}",
        "add what the lines leave open; the figure is kept as it is and not used",
    ),
    "frame.figure_not_given": (
        "does not follow from the rest, which gives no such figure",
        "add the lines that give it; the figure is kept as it is and not used",
    ),
    "frame.unknown_columns": (
        "has unknown columns, whose cells are kept as they are: {columns}",
        "rename those that should be read",
    ),
    "frame.no_list": (
        "is no list of operations but a file of the format {format}",
        'read it with esfmodel.read, and give its projects to to_frame; or say that it is a list: format="{right}"',
    ),
    "frame.columns_left_out": (
        "has columns that a frame of projects does not have, and that are left out: {columns}",
        "rename those that should be read",
    ),
    "frame.cells_missing": (
        "has rows without a value in the column {heading} ({count})",
        "write it in each of them, or leave those rows out",
    ),
    "frame.row_twice": (
        "has rows with the same number in the column {heading}, as where frames were put together",
        "number all rows anew, or leave the column out",
    ),
    "frame.parquet_broken": ("is Parquet that cannot be read to its end", "write it again, or copy it anew"),
    "frame.more_problems": (
        "has the problem {like} in more rows ({count})",
        "correct the ones told so far and read the frame again",
    ),
    # --- Lists: workbooks and mappings
    "plot.currencies": (
        "is not given, and the project has amounts in {currencies}",
        "give one of them, and draw a plot for each",
    ),
    "extra.missing": ("needs {package}, which is not installed", "install it: pip install {package}"),
    "workbook.no_writer": (
        "cannot be written, since XlsxWriter is not installed",
        "install it: pip install XlsxWriter",
    ),
    "workbook.too_many_rows": ("are more rows than a sheet takes ({most})", "write several files, or a .csv"),
    "workbook.text_too_long": (
        "has more than {most} characters, which no cell holds",
        "shorten it, or write the project as TOML or JSON",
    ),
    "workbook.none": ("is no workbook", "save it as .xlsx in Excel or LibreOffice"),
    "workbook.damaged": (
        "is damaged, or not whole",
        "fetch the file again, or open it in Excel or LibreOffice and save it anew",
    ),
    "workbook.encrypted": ("is protected by a password", "open it, and save it without the password"),
    "workbook.old": ("is a workbook of the old kind, .xls, or another file of that time", "save it as .xlsx"),
    "workbook.binary": ("is a binary workbook, .xlsb", "save it as .xlsx"),
    "workbook.opendocument": ("is a file of LibreOffice or OpenOffice", "save it as .xlsx"),
    "workbook.too_many_parts": (
        "is made of {parts} parts, and {most} is the most",
        "copy the list alone into a new workbook",
    ),
    "workbook.unpacks_to_too_much": (
        "unpacks to {size} bytes, which no list of its size does",
        "copy the list alone into a new workbook, or divide it",
    ),
    "workbook.document_type": (
        "holds a document type (DOCTYPE), which no workbook needs and which can be used for an attack",
        "fetch the file from the authority itself",
    ),
    "workbook.no_such_sheet": ("is no sheet of the workbook", "use one of {choices}"),
    "workbook.no_sheets": ("has no sheet with cells", "check that it is the right file"),
    "workbook.too_many_cells": ("has more than {most} cells and other elements", "divide it"),
    "workbook.cell_too_long": ("has more than {most} characters in a cell or a row", "shorten its texts"),
    "workbook.too_wide": (
        "lies beyond the {most} columns that a list may have",
        "delete the cell if it is a slip, or copy the list alone into a new workbook",
    ),
    "workbook.macros": (
        "the workbook has macros, which are never run here",
        "check that the list is right without them",
    ),
    "workbook.hidden_sheet": (
        "is a hidden sheet, and was not read",
        "show the sheet, or name it in a mapping, if it holds the list",
    ),
    "workbook.hidden_rows": (
        "has hidden rows ({places}), which were read as the others",
        "show them, and check that they belong to the list",
    ),
    "workbook.hidden_columns": (
        "has hidden columns ({places}), which were read as the others",
        "show them, and check what they hold",
    ),
    "workbook.merged": (
        "has cells that are merged over several rows ({places}): only the first row has their value",
        "part the cells, and write the value in each row that it is for",
    ),
    "workbook.too_many_columns": (
        "has so many kinds of particulars that they take {count} columns, and {most} is the most",
        "write the project as TOML or JSON",
    ),
    "workbook.one_project": (
        "{count} projects do not go into one budget workbook",
        "write one project, or all of them as a list",
    ),
    "workbook.no_budget": (
        "is no workbook with a budget that we have written",
        "begin with the template of esfmodel new --xlsx, or leave out the format",
    ),
    "workbook.no_currency": (
        "is an amount without a currency",
        "write the currency in the cell, or for the whole workbook on the sheet of the project",
    ),
    "workbook.formula_unread": (
        "is a formula, and formulas are not read; its value is {value}",
        "write the number itself",
    ),
    "workbook.no_key": (
        "has no key beside or above it, and is kept among other particulars",
        "write it where a key says what it is, or delete it",
    ),
    "workbook.two_values": (
        "is given with different values in several cells, and none is read",
        "delete the wrong ones",
    ),
    "workbook.two_years": (
        "stands in the column of another year than its row says ({year}), and is not read",
        "move it, or correct the year",
    ),
    "workbook.heading_of_another_year": (
        "names another year than the key below it ({year}), and the amounts of its column are not read",
        "write the same year in both",
    ),
    "workbook.other_sum": (
        "is not what the cells give, {computed}",
        "let the program compute its formulas anew, or correct the cells",
    ),
    "workbook.sheet_unread": (
        "is no sheet of the budget, and is not read (number of rows: {count})",
        "move what belongs to the budget to the sheets that have its keys",
    ),
    "workbook.not_computed": (
        "has formulas without a computed value ({places}), which were read as empty cells",
        "open the workbook in Excel or LibreOffice, and save it",
    ),
    "workbook.which_sheet": ("is not stated, and the workbook has several", "name one of {choices} in the mapping"),
    "workbook.sheet_not_mapped": (
        "is a sheet that the mapping does not name, and is not read (number of rows: {count})",
        "name it in the mapping, if it is part of the budget",
    ),
    "workbook.empty_cell": ("is empty", "write the value, or correct the cell in the mapping"),
    "workbook.no_year": ("is no year", "write a year like 2026"),
    "workbook.too_many_lines": (
        "has more than {most} rows, which no budget has",
        "state last in the mapping, or keep the budget in a sheet of its own",
    ),
    "workbook.unit_taken": (
        "is taken for the unit of all amounts below it: each is multiplied by {unit}",
        "state unit in the mapping, if that is wrong",
    ),
    "workbook.several_units": (
        "is another unit than the one above it, so that it is not known which one the amounts have",
        "state unit in the mapping",
    ),
    "workbook.sum_differs": (
        "is a sum of {stated}, and what was read comes to {computed}",
        "correct the sheet, or the rows and columns in the mapping",
    ),
    "workbook.sums_taken": (
        "is a sum of the lines below it and not counted{rows}",
        "name its label in names of the mapping, if it is a line",
    ),
    "workbook.sums_in_doubt": (
        "has what the lines below it come to, and is counted as a line{rows}",
        "name its label in skip of the mapping, if it is a sum",
    ),
    "workbook.deducted": (
        "is revenue without a minus, and taken from the costs",
        "write it with a minus, or name its category in the mapping",
    ),
    "workbook.not_amounts": (
        "is the label of a figure that is no amount of the budget, and not read{rows}",
        "name the label in names of the mapping, if it is a line",
    ),
    "workbook.parts_left_out": (
        "is part of the line above it, which is read as a whole{rows}",
        "nothing is counted twice",
    ),
    "workbook.category_unknown": (
        "is a cost whose category no word says, and is read as another cost{rows}",
        "name its category in names of the mapping",
    ),
    "workbook.category_of_words": (
        "has another category by its words than by its group; its words count{rows}",
        "name its category in names of the mapping",
    ),
    "workbook.flat_rate_as_stated": (
        "is a flat rate by its label, read as a cost of the amount that is stated{rows}",
        "state its rate and its base in the project, if it is to be computed",
    ),
    "workbook.of_group": (
        "is read as the heading of its group says, which has no amount itself{rows}",
        "name its label in names of the mapping, if that is wrong",
    ),
    "workbook.no_result": (
        "has formulas that were never computed, so that its amounts are not known{rows}",
        "open the workbook in Excel or LibreOffice, and save it",
    ),
    "workbook.no_lines": ("begins a table in which no line was found", "correct first, last or amounts in the mapping"),
    "workbook.no_cost": (
        "says who pays, among the costs, and is not read",
        "leave it out of the rows in the mapping, or name its category",
    ),
    "workbook.negative_financing": (
        "is paid below zero, and not read{rows}",
        "write what is paid without a minus; accounts write revenue with one",
    ),
    "workbook.source_unknown": (
        "does not say whose money it is, and is not read",
        "name its source in names of the mapping",
    ),
    "workbook.figures_left": (
        "is a figure in no table of the mapping, kept in extra{rows}",
        "correct the rows and columns in the mapping, if it is part of the budget",
    ),
    "mapping.no_year": (
        "is no year, and the mapping says that the columns are years",
        "correct heading or axis in the mapping",
    ),
    "mapping.no_partner": (
        "names no partner, and the mapping says that the columns are partners",
        "correct heading or axis in the mapping",
    ),
    "mapping.budget_or_list": (
        "says that the file is the budget of a project, and [columns] that it is a list",
        "keep one of them",
    ),
    "mapping.cell": ("is no cell", "write it like {example}"),
    "mapping.column_twice": ("is a column that is named twice", "name each column once"),
    "mapping.row": ("is not the number of a row", "give a number from 1 to {most}"),
    "mapping.rows": ("is above the first row, {first}", "give the last row of the table"),
    "mapping.no_axis": ("are several columns, and nothing says what tells them apart", "add axis: {choices}"),
    "mapping.year": ("is no year", "write a year like 2026"),
    "mapping.numbers": ("does not show how numbers are written", "write 12345.67 as the column does, like {example}"),
    "mapping.unit": ("is not 1, 10, 100 or another power of ten", "give what each figure is multiplied by, like 1000"),
    "mapping.date": (
        "is no pattern of a day, a month, a quarter or a year",
        "write it with d, m, q and y, like {example}",
    ),
    "mapping.months": ("is no language we know", "write its code, like {example}"),
    "mapping.zone": ("is no time zone we know", "write its name, like {example}"),
    "mapping.split": (
        "is no pattern that can be used: it has one group named value, no group that is repeated, "
        "and not more than {most} repetitions, of which {choices} signs ? or | count as one",
        "write it like {example}",
    ),
    "mapping.column": ("is no letter of a column", "write one as a spreadsheet has it, like {example}"),
    "mapping.encoding": ("is no encoding of text", "write one like {example}"),
    "mapping.mark": ("is not one sign", "write one sign, like {example}"),
    "mapping.same_marks": ("is the quotation mark too", "give two different signs"),
    "mapping.heading_row": (
        "is not the number of the row of headings, or two numbers in order",
        "give numbers from 1 to {most}, or 0 where there are no headings",
    ),
    "mapping.into": ("is no place for what differs between rows", "write {right}"),
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    "rule.not_stated": ("not stated", ""),
    "rule.lacks": ("not stated: {needs}", ""),
    "rule.within_bounds": ("a figure is known only within bounds, so the question cannot be decided", ""),
    "rule.amounts_in_part": ("the amounts are known only in part, so the question cannot be decided", ""),
    "rule.two_currencies": (
        "the amounts are in different currencies ({between}), which this rule does not convert",
        "",
    ),
    "rule.threshold_currency": (
        "the amount is in {found} and the threshold in {threshold}; {why}; {decides}: state an exchange rate",
        "",
    ),
    "rule.period_depends_on_day": ("the period {period} does not tell whether it lies inside {window}", ""),
    "rule.period_depends_on_length": (
        "the period {period} does not tell whether it is longer than {months} months",
        "",
    ),
    "rule.no_amount": ("the amount is not known well enough", ""),
    "rule.no_last": ("which decision came last is not known", ""),
    "rule.no_projects": ("the portfolio holds no project", ""),
    "rule.no_single_value": ("the law data has no single value for {key}, {period}", ""),
    "rule.no_value": ("the law data has no value for {key}, {period}, on {day}; values apply to {others}", ""),
    "rule.several_values": (
        "the law data has several values for {key}, {period}: {values}; state the day whose law counts (on, --on)",
        "",
    ),
    "rule.no_reporting_terms": (
        "neither a decision nor the law says when to report",
        "add the terms to a decision, or add the law data of the programme",
    ),
    "rule.programme_without_terms": ("the programme does not say when to report", "add the terms to a decision"),
    "rule.errors_found": ("has errors: {errors}", "correct them, and judge it again"),
    "rule.of_another_version": (
        "is no rule of this version of the library, esfmodel {version}",
        "install the version that it comes from, or judge the project again",
    ),
    "rule.not_installed": (
        "is no name of rules that are installed",
        "install the package that offers them, or use one of: {choices}",
    ),
    "rule.installed_twice": (
        "is the name of the rules of several packages: {packages}",
        "uninstall all but one of them",
    ),
    "rule.not_loaded": (
        "are rules of the package {package}, which cannot be loaded ({why})",
        "install another version of it, or judge without its rules",
    ),
    "rule.none_offered": (
        "are offered by the package {package}, but its {value} gives {kind}, and no rules",
        "let the entry point name a Rule, or a tuple of them",
    ),
    "rule.code_taken": (
        "are rules of the package {package}, one of which has the code {code} of a rule of {other}",
        "leave out one of the two, or have the rule renamed",
    ),
    "report.other_version": (
        "is no version of a report that can be read here",
        "judge the project again, or install the version of esfmodel that wrote it",
    ),
    "report.disagrees": (
        "is not what the results of the report say, which is {found}",
        "use the report whole, as it was written",
    ),
    "argument.rule_code": ("is no code of a rule", "write the letters of the family and a number"),
    "argument.rule_text": ("is no text with names in braces ({why})", "write a brace that is meant as one twice"),
    "argument.rule_basis": ("is no key of a provision", "write such a key, or leave basis out"),
    "argument.rule_languages": ("differ in what they tell: {only}", "name it in both, or in none"),
    "argument.rule_unknown": ("is no rule or family of rules here", "the families here are {families}"),
    "argument.rule_twice": ("is the code of two rules", "give each rule a code of its own"),
    "report.rule_not_given": (
        "is no rule of the library, but one of your own",
        "give the rule as well, by the argument rules of from_dict",
    ),
    "argument.rule_function": (
        "of the rule {rule} is a function that another process cannot find by its name",
        "write it with def at the top level of a module",
    ),
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
    "command.incomplete": ("{missing} is missing", "write {usage}"),
    "command.too_much": ("is more than the command takes", "put a text with spaces in quotation marks; write {usage}"),
    "command.no_value": ("has no value", "write {form}"),
    "command.takes_no_value": ("is a value of an option that takes none", "write only {option}"),
    "command.exists": ("exists", "name another file, or add --force to write over it"),
    "command.by_columns": ("is not for Parquet, which is judged by columns", "leave the option out"),
    "command.by_columns_alone": (
        "is Parquet, which is judged by columns, and the other files are judged one project at a time",
        "check it by itself",
    ),
    "command.is_source": (
        "is one of the sources, and is not written over: comments, and what else is not read, would be lost",
        "name another file",
    ),
    "command.no_such_word": ("occurs nowhere in what is searched", "did you mean {near}?"),
    "command.not_together": ("is nowhere all in one place", "search with fewer words"),
    "command.not_a_rate": ("is no exchange rate", "write it like {example}, with a day as {example}@2024-03-01"),
    "command.no_file": ("no file is named", "name a file, - for standard input, or --examples"),
    "command.not_a_pair": ("is no name and text", "write them with an equals sign between"),
    "command.not_a_table": ("is a project file, and no table", "see it with esfmodel show"),
    "command.no_by": ("is a list of operations, and no finance table", "add --by with one of {choices}"),
    "command.not_read_whole": ("holds projects that could not be read, or none", "see the problems that are listed"),
    "command.not_written": ("cannot be written: {reason}", "name another file"),
    "command.not_printed": ("the output could not be written: {reason}", "check where it is sent and that it has room"),
    "command.no_memory": ("the memory of the computer was not enough", "divide what is read, and try again"),
    "command.fault": (
        "unexpected fault in esfmodel",
        "report it with the command, its file, and what is told when it is run as `python -X dev -m esfmodel`",
    ),
    "command.several_projects": (
        "a report is on one project, and {count} are here",
        "name one of them with --project, or a file with that project alone: {choices}",
    ),
    "command.too_many_keys": ("names more than rows and columns", "name two at most"),
    "command.only_together": ("goes with {other}", "give both, or neither"),
    "command.nothing_in_force": ("nothing in the law counts then", "leave out --on or --programming-period"),
    "plan.co_funder_without_name": ("names nobody", "write it like {example}"),
    "plan.co_funder_weight": ("has no whole number after the equals sign", "write it like {example}"),
    "argument.label_style": ("is no style here", "write the language only"),
    # --- Columns of databases, and templates
    "column.too_short": ("has more characters than its column holds, {most}", "make the column longer"),
    "column.inexact_number": ("has more digits than JSON in a database keeps", "write it as text, in quotation marks"),
    "argument.filter_taken": ("is the name of another filter already", "give a prefix, such as {example}"),
}
