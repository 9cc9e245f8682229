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
    "law.no_such_key": ("is no key of the law", "see the list that the command `esfmodel law` prints"),
    "law.no_value": ("has no value for {when}", "ask about {others}"),
    "law.differs_by_period": ("differs between programming periods", "name one of {periods}"),
    "law.several_values": ("has no single value for all the days", "ask about one day"),
    "law.period_in_some_rows": (
        "has a programming period in one row and none in another",
        "name it in each row, or in none",
    ),
    "law.two_values": ("has two values from {day}: {values}", "give the row that begins on {start} a last day"),
    "law.bad_key": ("is no key", "write lower-case words with points and hyphens between them"),
    "law.not_quoted": ("is missing in a row of grade A", "quote the edition read, or grade it B or C"),
    "law.unit": (
        "does not fit the value; a whole number has a unit, and nothing else has",
        'say what it counts, such as "months", or leave it out',
    ),
    "law.value_missing": ("is missing", "give one of {choices}"),
    "law.no_field": ("is no field of a provision", "see the neighbouring rows"),
    "law.not_text": ("is not text", "write it in quotation marks"),
    "law.not_whole_number": ("is not a whole number", "write it in figures alone, without quotation marks"),
    "law.not_a_day": ("is not written as a day", "write it like 2021-01-01, without quotation marks"),
    "law.no_row": ("is no row of a law file", "write [[provision]] before each row"),
    "law.no_part": ("is no part of a law file", "write only [[provision]] tables"),
    "law.not_toml": ("is not TOML", "look for a missing quotation mark, bracket or equals sign"),
    "pack.level": ("is no level of a pack", "use one of {choices}"),
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
    "code_list.not_csv": ("is not CSV", "look for a missing or misplaced quotation mark"),
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
    "argument.no_rule_about_projects": ("is no rule about projects", "use one of {choices}"),
    "command.no_file": ("no file is named", "name a file, - for standard input, or --examples"),
    "command.not_read_whole": ("holds projects that could not be read, or none", "see the problems that are listed"),
    "command.not_written": ("cannot be written", "check that the folder is there and that you may write in it"),
    "command.too_many_keys": ("names more than rows and columns", "name two at most"),
    "command.nothing_in_force": ("nothing in the law counts then", "leave out --on or --programming-period"),
    "plan.co_funder_without_name": ("names nobody", "write it like {example}"),
    "plan.co_funder_weight": ("has no whole number after the equals sign", "write it like {example}"),
    "command.no_such_error": (
        "is no code of an error, and no topic",
        "see the list that the command `esfmodel errors` prints",
    ),
    "argument.label_style": ("is no style here", "labels have none: write the language only"),
}
