"""What a type checker must accept, with the types it must see.

`test_typing.py` gives this file to both checkers and runs it.
"""

from __future__ import annotations

from typing import assert_type

import attrs

import esfmodel
from esfmodel import (
    RULES,
    Bounds,
    Budget,
    Contribution,
    Funder,
    FundingSource,
    Money,
    OpenPeriod,
    Organisation,
    Period,
    Portfolio,
    Project,
    Rate,
    Rounding,
    Rule,
    Severity,
    exact,
    validate,
)
from esfmodel.rules import RuleBook
from esfmodel.text import MoneyStyle, Qualifier, sv

money = Money(3_706_566)
rate = Rate.of_percent("40")

assert_type(money + money, Money)
assert_type(-money, Money)
assert_type(money * 2, Money)
assert_type(2 * money, Money)
assert_type(sum([money, money], Money(0)), Money)
assert_type(money.allocate([1, 2]), tuple[Money, ...])
assert_type(money < Money(1), bool)
assert_type(Money.parse("1 SEK"), Money)

assert_type(rate + rate, Rate)
assert_type(rate.complement, Rate)
assert_type(Rate.of(money, money), Rate)
assert_type(Rate.of(40, 54), Rate)
assert_type(money / money, Rate)

assert_type(Bounds(Money(1), Money(2)), Bounds[Money])
assert_type(Bounds.over(Money(1)), Bounds[Money])
assert_type(Bounds.under(rate), Bounds[Rate])

contribution = Contribution(Funder(source=FundingSource.EU), money)
budget = Budget(financing=[contribution], complete=True)
assert_type(budget.total_cost, Money | Bounds[Money] | None)
assert_type(budget.support_rate, Rate | Bounds[Rate] | None)
assert_type(exact(budget.total_cost), Money)
assert_type(exact(rate if rate < rate.complement else Bounds.at_least(rate)), Rate)

assert_type(Budget.plan(support=money, own_rate=rate), Budget)
assert_type(Budget.plan(total=money, support_rate=rate, eu_share_of_support=rate, eu_rounding=None), Budget)
body = Organisation("Region Dalarna")
assert_type(Budget.plan(own=money, own_rate=rate, co_funders=[body], rounding=Rounding.MINOR_UP), Budget)
assert_type(Budget.plan(own=money, own_rate=rate, co_funders={body: 2, Funder(source=FundingSource.OWN): 1}), Budget)

project = Project("Kompetens", operation_id="23-067-S04", period=Period("2024-10-01", "2027-09-30"), budget=budget)
assert_type(project.period, Period | OpenPeriod | None)
assert_type(validate(project).complete, bool)

assert_type(RULES["FIN001"], Rule[Project] | Rule[Portfolio])
assert_type(RULES[0], Rule[Project] | Rule[Portfolio])
assert_type(RULES[:2], RuleBook)
assert_type(RULES.family("FIN") + RULES[:2], RuleBook)
milder = attrs.evolve(RULES["FIN001"], severity=Severity.WARNING)
assert_type(validate(project, rules=[milder], ignore=["PUB"]).complete, bool)
assert_type(RULES.replace(milder), RuleBook)


def cell(amount: Money | Bounds[Money] | None, style: MoneyStyle = "tkr", qualifier: Qualifier | None = None) -> str:
    """Write a cell of a table, as a wrapper of one's own does."""
    return sv.format_money(amount, style=style, qualifier=qualifier)


assert_type(cell(money), str)

# The packages and the version are there after `import esfmodel`.
assert_type(esfmodel.text.en.format_money(money), str)
assert_type(esfmodel.law.codes.municipalities().find("Falun").code, str)
assert_type(esfmodel.errors.InvalidValue("value.missing").code, str)
assert_type(esfmodel.examples.KOMPETENS_I_KRONOBERG, Project)
assert_type(esfmodel.formats.read_text(esfmodel.to_text([project], "project_json")).projects, tuple[Project, ...])
assert_type(esfmodel.__version__, str)
