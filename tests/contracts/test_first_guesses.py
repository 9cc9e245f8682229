"""What people try before they look anything up: each works, or is refused by words that name the right call."""

from __future__ import annotations

import copy
import datetime
import inspect
import json
import pickle
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import esfmodel
from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    BudgetSide,
    By,
    Call,
    Contribution,
    Cost,
    CostCategory,
    Fund,
    Funder,
    FundingSource,
    InvalidData,
    InvalidValue,
    Money,
    NotInForce,
    Organisation,
    OrganisationNumber,
    Outcome,
    OwnShare,
    Participation,
    Period,
    Portfolio,
    Project,
    Rate,
    Role,
    Rounding,
    Severity,
    SpreadBy,
    breakdown,
    diff,
    from_dict,
    from_json,
    json_schema,
    read_text,
    spread_amount,
    to_dict,
    to_json,
    to_text,
    validate,
)
from esfmodel.text import en, sv
from esfmodel.values.guesses import Guess

if TYPE_CHECKING:
    from collections.abc import Callable

REGION = Organisation("Region Dalarna", number="232100-0180")
COSTS = [
    Cost(CostCategory.STAFF, ActualCost(Money(1_500_000)), year=2026),
    Cost(CostCategory.TRAVEL, ActualCost(Money(300_000)), year=2027),
]
GRANT = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(1_200_000))
OWN = Contribution(Funder(REGION, source=FundingSource.OWN_PUBLIC), Money(600_000))
BUDGET = Budget(COSTS, [GRANT, OWN])
YEARS = Period("2026-01-01", "2027-12-31")
PROJECT = Project("Yrkesvägen", beneficiary=REGION, budget=BUDGET, period=YEARS, programming_period="2021-2027")
CALL = Call(own_share=OwnShare.at_least(Rate.of_percent(40)))

# Any, since what is guessed is often not there for a type checker.
MONEY: Any = Money("18750.50")
SHARE: Any = Rate.of_percent(40)
PERIOD: Any = YEARS
LIBRARY: Any = esfmodel
ENGLISH: Any = en
OVER: Any = Bounds.over(Money(5))


def changed(**changes: Any) -> Project:  # noqa: ANN401
    """Return the project with something else in it."""
    return attrs.evolve(PROJECT, **changes)


def faults_of(form: dict[str, object]) -> list[str]:
    """Return the code of every fault that a form has."""
    with pytest.raises(InvalidData) as caught:
        from_dict(form)
    return [problem.code for problem in caught.value.problems]


WORKS: dict[str, tuple[Callable[[], object], object]] = {
    # Amounts, shares and periods
    "an amount as a share of another": (lambda: Money(450) / Money(1_000), Rate.of_percent(45)),
    "a share of two numbers": (lambda: Rate.of(45, 100), Rate.of_percent(45)),
    "a sum of amounts": (lambda: sum([Money(1), Money(2)], Money(0)), Money(3)),
    "the number and the currency": (lambda: (MONEY.amount, MONEY.currency), (Decimal("18750.50"), "SEK")),
    "the greatest of several": (lambda: max(Money(3), Money(5), Money(4)), Money(5)),
    "a length in months": (lambda: PERIOD.months, 24),
    "a day in a period": (lambda: datetime.date(2027, 12, 31) in YEARS, True),
    "the days of two periods": (lambda: YEARS & Period("2027-07-01", "2028-06-30"), Period("2027-07-01", "2027-12-31")),
    "an end from a length": (lambda: Period.of_months("2026-01-01", 24), YEARS),
    "an amount over the years of a period": (
        lambda: spread_amount(Money(900_000), YEARS, by=SpreadBy.EQUALLY),
        (Money(450_000), Money(450_000)),
    ),
    # Budgets and projects
    "a partner's budget": (
        lambda: (
            changed(partners=[Participation(REGION, Role.PARTNER, budget=Budget(total=Money(7)))]).partners[0].budget
        ),
        Budget(total=Money(7)),
    ),
    "rows of a form": (
        lambda: [(line.category.value, line.year, line.amount) for line in BUDGET.costs],
        [("staff", 2026, Money(1_500_000)), ("travel", 2027, Money(300_000))],
    ),
    "one line changed": (
        lambda: attrs.evolve(BUDGET, costs=[COSTS[0], attrs.evolve(COSTS[1], basis=ActualCost(Money(1)))]).total_costs,
        Money(1_500_001),
    ),
    "costs by year": (lambda: breakdown(BUDGET, By.YEAR, of=BudgetSide.COSTS).total, Money(1_800_000)),
    "what a change moved": (lambda: diff(BUDGET, attrs.evolve(BUDGET, costs=COSTS[:1])).is_empty, False),
    "a plan from the support": (
        lambda: Budget.plan(support=Money(600), own_rate=Rate.of_percent(40)).own_contribution,
        Money(400),
    ),
    "a copy, and one that was pickled": (
        lambda: {PROJECT, copy.deepcopy(PROJECT), pickle.loads(pickle.dumps(PROJECT))},  # noqa: S301
        {PROJECT},
    ),
    "the total of a portfolio": (
        lambda: Portfolio([PROJECT, changed(name="B")]).by_currency()[0].total_cost.known,
        Money(3_600_000),
    ),
    # Plain data
    "into a column of a database and out of it": (lambda: from_json(to_json(PROJECT)), PROJECT),
    "into a dict and out of it": (lambda: from_dict(to_dict(PROJECT)), PROJECT),
    "a value of the dict": (lambda: json.loads(to_json(PROJECT))["name"], "Yrkesvägen"),
    "as a document and back": (lambda: read_text(to_text([PROJECT], "json")).one(), PROJECT),
    "every fault of a form": (
        lambda: faults_of({"name": "", "period": "2026-02-30/2027-12-31"}),
        ["text.blank", "date.no_such_day"],
    ),
    "the schema for a form": (lambda: json_schema()["type"], "object"),
    # Text
    "an amount in a template": (lambda: f"{Money(1_250):sv}", "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}kr"),
    "an amount that may be unknown": (lambda: sv.format_money(None), "ej angivet"),
    "a list of names": (lambda: sv.format_list(["Rättvik", "Orsa", "Älvdalen"]), "Rättvik, Orsa och Älvdalen"),
    "what somebody typed": (
        lambda: [sv.parse_money(typed) for typed in ("18 750 kr", "18750:-", "18,75 tkr")],
        [Money(18_750)] * 3,
    ),
    "a day, a period and a share that somebody typed": (
        lambda: (sv.parse_date("3 maj 2026").month, sv.parse_period("2026–2027"), sv.parse_rate("40 %")),
        (5, Period.of_years(2026, 2027), SHARE),
    ),
    "a form's choices": (lambda: dict(sv.choices(Fund))["ESF+"][:9], "Europeisk"),
    "a label": (lambda: f"{CostCategory.STAFF:sv}", sv.label(CostCategory.STAFF)),
    # Identifiers, rules and law
    "a number of an organisation": (lambda: REGION.number, OrganisationNumber("232100-0180")),
    "what is wrong, in Swedish": (lambda: validate(changed(call=CALL)).errors[0].text("sv")[-1], "."),
    "without one rule": (
        lambda: len(validate(PROJECT, rules=[rule for rule in RULES if rule.code != "FIN002"]).results),
        len(RULES) - 1,
    ),
    "a rule by its code": (lambda: RULES["BUD003"].code, "BUD003"),
    "the demand of a rule, in Swedish": (lambda: RULES["FIN001"].demand.sv[:1].isupper(), True),
    "a rule that only warns": (
        lambda: RULES.replace(attrs.evolve(RULES["FIN001"], severity=Severity.WARNING))["FIN001"].severity,
        Severity.WARNING,
    ),
    "one family of rules": (
        lambda: {result.rule.code for result in validate(PROJECT, rules=RULES.family("FIN")).results},
        {rule.code for rule in RULES if rule.code.startswith("FIN")},
    ),
    "without a family": (lambda: validate(PROJECT, ignore=["PUB"]).result("PUB001").outcome, Outcome.IGNORED),
    "what is missing": (lambda: validate(Project("Yrkesvägen"), rules=RULES[:1]).missing[0].path, "budget.costs"),
    "a value of the law": (
        lambda: LAW.provision("advance.amount", programming_period="2021-2027", on="2026-05-01").value,
        Money(400_000),
    ),
    "the municipalities": (
        lambda: [each.short_name for each in LIBRARY.law.codes.municipalities()][:1],
        ["Upplands Väsby"],
    ),
}
"""For each task: how it is guessed, and what that returns."""


REFUSED: dict[str, tuple[Callable[[], object], type[Exception], str, tuple[Callable[[], object], object]]] = {
    # Amounts and shares
    "a share times an amount": (
        lambda: SHARE * MONEY,
        TypeError,
        "rate.apply(money, rounding=...)",
        (lambda: SHARE.apply(MONEY, rounding=Rounding.WHOLE_HALF_UP), Money(7_500)),
    ),
    "an amount times a share": (
        lambda: MONEY * SHARE,
        TypeError,
        "rate.apply(",
        (lambda: SHARE.apply(Money(10)), Money(4)),
    ),
    "an amount times a float": (
        lambda: MONEY * 0.4,
        TypeError,
        "rate.apply(",
        (lambda: SHARE.apply(Money(10)), Money(4)),
    ),
    "an amount times a Decimal": (
        lambda: Decimal("0.4") * MONEY,
        TypeError,
        "Rate.of(1, 2)",
        (lambda: Rate.of(2, 5), SHARE),
    ),
    "an amount times a Fraction": (
        lambda: MONEY * Fraction(2, 5),
        TypeError,
        "rate.apply(",
        (lambda: Rate(Fraction(2, 5)), SHARE),
    ),
    "a half of an amount": (
        lambda: MONEY / 2,
        TypeError,
        "money.allocate(weights)",
        (lambda: Money(5).allocate([1, 1]), (Money("2.50"), Money("2.50"))),
    ),
    "a share of what is not exactly known": (
        lambda: Money(1) / OVER,
        TypeError,
        "bounds.low",
        (lambda: Money(1) / OVER.low, Rate.of_percent(20)),
    ),
    "a sum without a start": (
        lambda: sum([MONEY, MONEY]),
        TypeError,
        "sum(xs, Money(0))",
        (lambda: sum([MONEY, MONEY], Money(0)), Money(37_501)),
    ),
    "an amount rounded": (
        lambda: MONEY.round(),
        AttributeError,
        "money.rounded(Rounding.WHOLE_HALF_UP)",
        (lambda: MONEY.rounded(Rounding.WHOLE_HALF_UP), Money(18_751)),
    ),
    "round of an amount": (
        lambda: round(MONEY),
        TypeError,
        "money.rounded(",
        (lambda: MONEY.rounded(Rounding.WHOLE_DOWN), Money(18_750)),
    ),
    "an amount as an int": (lambda: int(MONEY), TypeError, "money.minor", (lambda: MONEY.minor, 1_875_050)),
    "an amount as a float": (
        lambda: float(MONEY),
        TypeError,
        "money.amount",
        (lambda: MONEY.amount, Decimal("18750.50")),
    ),
    "the value of an amount": (
        lambda: MONEY.value,
        AttributeError,
        "money.amount",
        (lambda: Money(1).amount, Decimal(1)),
    ),
    "an amount formatted": (
        lambda: MONEY.format("sv"),
        AttributeError,
        "{money:sv}",
        (lambda: f"{Money(1):sv:words}", "1\N{NO-BREAK SPACE}krona"),
    ),
    "an amount split": (
        lambda: MONEY.split(2),
        AttributeError,
        "money.allocate(",
        (lambda: Money(3).allocate([1, 2]), (Money(1), Money(2))),
    ),
    "a rate from a number": (lambda: Rate(40), InvalidValue, "Rate.of_percent(", (lambda: Rate.of_percent(40), SHARE)),
    "a rate from a float": (
        lambda: LIBRARY.Rate(0.4),
        TypeError,
        "Rate.of_percent",
        (lambda: Rate.of_percent("40"), SHARE),
    ),
    "a rate from per cent": (
        lambda: LIBRARY.Rate.from_percent(40),
        AttributeError,
        "Rate.of_percent(",
        (lambda: Rate.of_percent(40), SHARE),
    ),
    "a rate as a float": (lambda: float(SHARE), TypeError, "rate.fraction", (lambda: SHARE.fraction, Fraction(2, 5))),
    "the least that bounds allow": (lambda: OVER.min, AttributeError, "bounds.low", (lambda: OVER.low, Money(5))),
    "an amount with its unit": (
        lambda: Money("18 750 kr"),
        InvalidValue,
        "1234.50",
        (lambda: sv.parse_money("18 750 kr"), Money(18_750)),
    ),
    "a category by its Swedish name": (
        lambda: CostCategory("personal"),
        InvalidValue,
        "use one of staff, ",
        (lambda: sv.parse_label(CostCategory, "personal"), CostCategory.STAFF),
    ),
    # Periods
    "the overlap of two periods": (
        lambda: PERIOD.overlap(PERIOD),
        AttributeError,
        "period & other",
        (lambda: PERIOD & PERIOD, YEARS),
    ),
    "the years of a period": (
        lambda: PERIOD.years,
        AttributeError,
        "period.split_years()",
        (lambda: len(YEARS.split_years()), 2),
    ),
    "a length of time": (lambda: PERIOD.duration, AttributeError, "period.months", (lambda: PERIOD.months, 24)),
    "a period from its length": (
        lambda: LIBRARY.Period.from_months,
        AttributeError,
        "Period.of_months(",
        (lambda: Period.of_months("2026-01-01", 24), YEARS),
    ),
    # Budgets, projects and portfolios
    "costs by year where money is by year too": (
        lambda: breakdown(BUDGET, By.YEAR),
        InvalidValue,
        "of=BudgetSide.COSTS",
        (lambda: breakdown(BUDGET, By.YEAR, of=BudgetSide.FINANCING).total, Money(1_800_000)),
    ),
    "the Union's total": (
        lambda: LIBRARY.Budget().total_eu,
        AttributeError,
        "budget.eu_support",
        (lambda: Budget(total=Money(5), financing=[OWN]).eu_support, None),
    ),
    "the total of a project": (
        lambda: LIBRARY.Project("A").total,
        AttributeError,
        "project.budget.total_cost",
        (lambda: BUDGET.total_cost, Money(1_800_000)),
    ),
    "the title of a project": (
        lambda: LIBRARY.Project("A").title,
        AttributeError,
        "project.name",
        (lambda: PROJECT.name, "Yrkesvägen"),
    ),
    "a project as a dict": (
        lambda: LIBRARY.Project("A").to_dict(),
        AttributeError,
        "to_dict(project)",
        (lambda: LIBRARY.to_dict(Project("A")), {"name": "A"}),
    ),
    "whether a report is good": (
        lambda: LIBRARY.validate(PROJECT).ok,
        AttributeError,
        "report.errors and report.complete",
        (lambda: LIBRARY.validate(Project("A")).complete, False),
    ),
    "the total of a portfolio": (
        lambda: LIBRARY.Portfolio([PROJECT]).total_cost,
        AttributeError,
        "portfolio.by_currency()",
        (lambda: Portfolio([PROJECT]).by_currency()[0].total_cost.within, Money(1_800_000)),
    ),
    # What has another name, or none in one language
    "the municipalities": (
        lambda: LIBRARY.MUNICIPALITIES,
        AttributeError,
        "esfmodel.law.codes.municipalities()",
        (lambda: len(esfmodel.law.codes.municipalities()), 290),
    ),
    "to save": (lambda: LIBRARY.save, AttributeError, "esfmodel.write", (lambda: LIBRARY.write.__name__, "write")),
    "figures in English prose": (
        lambda: ENGLISH.find_figures,
        AttributeError,
        "sv.find_figures",
        (lambda: len(sv.find_figures("5 kr")), 1),
    ),
    # Law and text
    "a value of the law of a day": (
        lambda: LAW.provision("advance.amount", on="2026-05-01"),
        NotInForce,
        'programming_period="2021-2027"',
        (lambda: LAW.provision("advance.amount", programming_period="2021-2027").value, Money(400_000)),
    ),
    "thousands with full stops": (
        lambda: sv.parse_money("2.750.000"),
        InvalidValue,
        '"2 750 000"',
        (lambda: sv.parse_money("2 750 000"), Money(2_750_000)),
    ),
}
"""For each task: a guess that is refused, with what error, what that names, and that this works."""


@pytest.mark.parametrize("task", WORKS)
def test_what_is_guessed_works(task: str) -> None:
    """The first guess is the right call."""
    guess, expected = WORKS[task]
    assert guess() == expected


@pytest.mark.parametrize("task", REFUSED)
def test_what_is_refused_names_the_right_call(task: str) -> None:
    """The guess would be a second name, could be read two ways or may not come out even; what to write is told."""
    guess, error, named, (right, expected) = REFUSED[task]
    with pytest.raises(error, match=re.escape(named)):
        guess()
    assert right() == expected


def guesses() -> list[tuple[type, Guess]]:
    """List the guesses that the public classes know."""
    kinds = [value for name in esfmodel.__all__ if inspect.isclass(value := getattr(esfmodel, name))]
    return [(kind, found) for kind in kinds for found in vars(kind).values() if isinstance(found, Guess)]


@pytest.mark.parametrize(("kind", "guess"), guesses(), ids=lambda part: part.__name__)
def test_advice_names_what_is_there(kind: type, guess: Guess) -> None:
    """What the advice says to use is there; what was guessed is not, nor is it offered."""
    called = re.findall(rf"\b{kind.__name__}\.(\w+)", guess.advice, re.IGNORECASE)
    function = re.match(r"use (\w+)\(", guess.advice)
    assert called or function or guess.advice.startswith(("use sv.format", "use period & other", "use day in period"))
    assert function is None or hasattr(esfmodel, function[1])
    assert all(hasattr(kind, name) for name in called)
    assert not hasattr(kind, guess.__name__)
    bare: Any = kind
    assert guess.__name__ not in dir(object.__new__(bare))
    assert guess.advice in (inspect.getdoc(guess) or "")


def test_completion_offers_what_an_amount_has() -> None:
    """The names that `dir` lists of an amount are those of its page, without what attrs or the guesses add."""
    offered = [name for name in dir(MONEY) if not name.startswith("_")]
    assert offered == (
        "allocate amount as_fraction currency digits is_whole is_zero minor of_fraction of_minor parse rounded".split()
    )
    with pytest.raises(AttributeError, match=r"^'Budget' object has no attribute 'eu_sum'$"):
        _ = LIBRARY.Budget().eu_sum


class _OwnProject(Project):
    """A project of an application."""


class _OwnBudget(Budget):
    """A budget of an application."""


@pytest.mark.parametrize(("made", "name"), [(_OwnProject("Framtidskraft"), "title"), (_OwnBudget(), "own")])
def test_a_class_that_keeps_what_it_computed_refuses_a_guess_as_others_do(made: object, name: str) -> None:
    """The error is about the object that was asked, by the name of its own class."""
    kind = type(made).__name__
    with pytest.raises(AttributeError, match=f"^'{kind}' object has no attribute '{name}'; use ") as refused:
        getattr(made, name)
    assert (refused.value.obj, refused.value.name) == (made, name)
