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
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    "argument.nothing_to_list": ("hold nothing to list", "say in your own words that there are none"),
    "argument.qualifier_of_other": ("is said of {means}, and this is {known}", "leave it out, or pass {means}"),
    "text.too_long": ("is too long to be one figure", "give the figure alone"),
    "text.odd_spaces": (
        "has a double space, a tab, a line break or an unusual space in it",
        'write it as "{example}"',
    ),
    "text.two_readings": ("may mean {example} or {other}", "write the one that is meant"),
    "figure.not_stated": ("states no figure", "leave the field out where the figure is not known"),
    "figure.not_in_digits": ("has no figure in it", 'write the number in digits, as in "{example}"'),
    "figure.other_digits": ("has other digits than 0 to 9", 'write it with plain digits, as in "{example}"'),
    "figure.hedged": (
        'is not a figure but says what is known of one ("{word}")',
        "write the figure alone where it is exact, and keep the words in a note",
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
    "rate.percentage_points": ("is a difference between two shares, and no share", "keep it in a note"),
    "rate.two_parts": (
        "may mean {top} divided by {bottom}, or the parts {example} and {other}",
        "write one share with the per cent sign",
    ),
    "rate.not_one_share": ("is not one share", 'write it as in "{example}", or as a quotient, "{other}"'),
    "date.hedged": (
        'says what is known of a day, not which day it is ("{word}")',
        "write the day alone where it is exact, and keep the words in a note",
    ),
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
    "duration.none": ("is no time at all", "give 1 month or more"),
    "duration.too_long": ("is longer than the calendar", "give 9999 years or less"),
    "count.too_large": ("is more than anybody counts", "give a number of things"),
    "name.without_genitive": (
        "takes no ending",
        'say it with a preposition: "ägaren till …", "of …"',
    ),
    "publicity.refused_support": ("was refused support", "show no statement of the Union's support"),
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
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
}
