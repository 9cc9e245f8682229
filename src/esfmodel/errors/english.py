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
