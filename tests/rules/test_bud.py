from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Outcome,
    Project,
    Severity,
    validate,
)
from esfmodel.rules import Words

if TYPE_CHECKING:
    from esfmodel import Report
    from esfmodel.values.bounds import MoneyLike

AMOUNTS = st.integers(0, 10**12).map(Money.of_minor)


def cost(amount: MoneyLike | None) -> Cost:
    """A line of cost."""
    return Cost(CostCategory.OTHER, ActualCost(amount))


def paid(source: FundingSource, amount: MoneyLike | None = None) -> Contribution:
    """What a source pays."""
    return Contribution(Funder(source=source), amount)


def judged(
    costs: list[Cost] | None = None, financing: list[Contribution] | None = None, total: MoneyLike | None = None
) -> Report:
    """Judge a project of which only the budget is known."""
    return validate(Project("A", budget=Budget(costs or [], financing or [], total=total, complete=True)))


@given(st.lists(AMOUNTS, min_size=1, max_size=5), st.lists(AMOUNTS, min_size=1, max_size=5), st.integers(-1, 1))
def test_the_difference_is_that_of_the_sums(costs: list[Money], own: list[Money], nudge: int) -> None:
    """BUD001 finds exactly the financing less the costs, and nothing when that is zero to the öre."""
    if nudge == 0:
        own = costs
    report = judged([cost(each) for each in costs], [paid(FundingSource.OWN, each) for each in own])
    difference = sum(each.as_fraction() for each in own) - sum(each.as_fraction() for each in costs)
    found = [finding.difference for finding in report.findings if finding.rule == "BUD001"]
    assert found == ([Money.of_fraction(Fraction(difference), "SEK")] if difference else [])


@given(AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=5))
def test_a_stated_total_is_compared_with_both_sides(total: Money, parts: list[Money]) -> None:
    """With an exact total each side is compared with it, so that one slip is one finding."""
    report = judged([cost(each) for each in parts], [paid(FundingSource.OWN, each) for each in parts], total)
    difference = sum(parts, Money(0)) - total
    assert report.result("BUD001").outcome is Outcome.NOT_APPLICABLE
    for code in ("BUD002", "BUD003"):
        assert [finding.difference for finding in report.result(code).findings] == [difference] * bool(difference.minor)


def test_a_published_table_that_does_not_add_up_is_an_error_of_its_difference() -> None:
    """188 973 and 93 027 are 282 000 kr, and 281 900 kr is printed: 100 kr too little."""
    report = judged(
        financing=[paid(FundingSource.EU_AND_STATE, Money(188_973)), paid(FundingSource.OWN_PUBLIC, Money(93_027))],
        total=Money(281_900),
    )
    (finding,) = report.errors
    assert (finding.rule, finding.place, finding.difference) == ("BUD003", "budget.financing", Money(100))
    assert finding.text("sv").replace("\N{NO-BREAK SPACE}", " ") == (
        "Totalkostnaden anges till 281 900 kr men finansieringens summa är 282 000 kr; skillnaden är 100 kr."
    )


def test_what_is_known_in_part_is_judged_where_it_decides() -> None:
    """Over 30 million of a total under 29 million is an error whatever the figures are; over 12 may be right."""
    total = Bounds.under(Money(29_000_000))
    report = judged(financing=[paid(FundingSource.OWN, Bounds.over(Money(30_000_000)))], total=total)
    assert report.result("BUD003").findings[0].difference == Bounds.over(Money("1000000.01"))
    report = judged(financing=[paid(FundingSource.EU_AND_STATE, Bounds.over(Money(12_000_000)))], total=total)
    result = report.result("BUD003")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason == Words(
        "beloppen är bara delvis kända, så frågan kan inte avgöras",
        "the amounts are known only in part, so the question cannot be decided",
    )
    within = report.result("BUD004")
    assert within.outcome is Outcome.NOT_EVALUATED
    assert within.reason == Words(
        "en uppgift är känd bara inom gränser, så frågan kan inte avgöras",
        "a figure is known only within bounds, so the question cannot be decided",
    )


@pytest.mark.parametrize("code", ["BUD001", "BUD002", "BUD003", "BUD004"])
def test_an_unknown_amount_leaves_the_sum_open(code: str) -> None:
    """A funder of unknown amount, or a line of cost without one, is never counted as nothing."""
    total = None if code == "BUD001" else Money(10)
    report = judged([cost(None)], [paid(FundingSource.EU)], total)
    assert report.result(code).outcome is Outcome.NOT_EVALUATED
    assert report.errors == ()


def test_support_of_the_whole_cost_is_lawful_and_more_is_not() -> None:
    """Care projects are granted 100 %; one krona more than everything cannot be."""
    report = judged([cost(Money(500))], [paid(FundingSource.EU_AND_STATE, Money(500))])
    assert report.result("BUD004").outcome is Outcome.PASSED
    too_much = [paid(FundingSource.EU_AND_STATE, Money(501)), paid(FundingSource.OWN, Money(-1))]
    (finding,) = judged([cost(Money(500))], too_much).result("BUD004").findings
    assert (finding.found, finding.expected, finding.difference) == (Money(501), Money(500), Money(1))


def test_support_that_must_exceed_the_cost_is_found_in_bounds_too() -> None:
    """More than 30 million of a total below 29 million exceeds it by more than a million."""
    report = judged(
        financing=[paid(FundingSource.EU_AND_STATE, Bounds.over(Money(30_000_000)))],
        total=Bounds.under(Money(29_000_000)),
    )
    assert report.result("BUD004").findings[0].difference == Bounds.over(Money("1000000.01"))


@pytest.mark.parametrize(
    ("own", "total", "severity"),
    [
        (("334", "333", "334"), "1000", Severity.INFO),
        (("334", "333", "335"), "1000", Severity.ERROR),
        (("33.33", "33.33", "33.33"), "100", Severity.INFO),
        (("33.33", "33.33", "33.33"), "100.01", Severity.ERROR),
        (("334000", "333000", "334000"), "1000000", Severity.WARNING),
        (("334000", "333000", "335000"), "1000000", Severity.ERROR),
        (("500", "501"), "1000", Severity.INFO),
        (("501",), "500", Severity.ERROR),
    ],
)
def test_what_rounding_explains_is_told_apart(own: tuple[str, ...], total: str, severity: Severity) -> None:
    """Less than half a krona or öre for each figure is rounding; in thousands somebody looks; more is an error."""
    report = judged(
        [cost(Money(each)) for each in own], [paid(FundingSource.OWN, Money(each)) for each in own], Money(total)
    )
    for code in ("BUD002", "BUD003"):
        (finding,) = report.result(code).findings
        assert finding.severity is severity
        assert ("avrundade" in finding.text("sv")) == (severity is not Severity.ERROR)
        assert ("rounding" in finding.text("en")) == (severity is not Severity.ERROR)


def test_costs_and_support_are_compared_with_rounding_too() -> None:
    """Support in two parts, each rounded up, may be a krona more than the costs of a project that is paid in full."""
    grant = [paid(FundingSource.EU, Money(334)), paid(FundingSource.STATE_GRANT, Money(167))]
    report = judged([cost(Money(300)), cost(Money(200))], grant)
    assert [(each.rule, each.severity) for each in report.findings] == [
        ("BUD001", Severity.INFO),
        ("BUD004", Severity.INFO),
    ]
    assert judged([cost(Bounds(Money(499), Money("499.5")))], grant).result("BUD001").findings[0].severity is (
        Severity.ERROR
    )


@pytest.mark.parametrize("category", list(CostCategory))
@given(amount=st.integers(-(10**9), 10**9).map(Money.of_minor))
def test_a_line_below_zero_is_revenue_or_a_correction(category: CostCategory, amount: Money) -> None:
    """BUD005 warns of a negative line just where it is no revenue or correction; BUD006 of revenue above zero."""
    report = judged([Cost(category, ActualCost(amount))])
    may_be = category in {CostCategory.REVENUE, CostCategory.CORRECTION}
    assert bool(report.result("BUD005").findings) == (amount.minor < 0 and not may_be)
    assert bool(report.result("BUD006").findings) == (amount.minor > 0 and category is CostCategory.REVENUE)


@pytest.mark.parametrize("amount", [None, Bounds.under(Money(5)), Bounds(Money(-5), Money(5)), Bounds.over(Money(-1))])
def test_a_line_that_need_not_be_negative_is_not_called_so(amount: MoneyLike | None) -> None:
    """What is not known is not called negative, and revenue of which nothing is known is not called positive."""
    report = judged([cost(amount), Cost(CostCategory.REVENUE, ActualCost(amount))])
    for code in ("BUD005", "BUD006"):
        assert report.result(code).outcome is Outcome.PASSED


def test_a_negative_line_is_told_with_its_place() -> None:
    """Minus 5 000 kr of travel may be meant as a correction, and the finding says which line it is."""
    lines = [cost(Money(9_000)), Cost(CostCategory.TRAVEL, ActualCost(Money(-5_000)))]
    (finding,) = judged(lines).warnings
    assert (finding.rule, finding.place, finding.found) == ("BUD005", "budget.costs[1]", Money(-5_000))
    assert "kostnadsrad 2, resor och logi" in finding.text("sv")


def test_costs_less_revenue_equal_the_financing() -> None:
    """Costs of 1 000 kr less revenue of 100 kr are paid by 900 kr; added instead, they are 200 kr too much."""
    financing = [paid(FundingSource.EU_AND_STATE, Money(500)), paid(FundingSource.OWN, Money(400))]
    revenue = Cost(CostCategory.REVENUE, ActualCost(Money(-100)))
    assert judged([cost(Money(1_000)), revenue], financing).findings == ()
    slip = Cost(CostCategory.REVENUE, ActualCost(Money(100)))
    findings = judged([cost(Money(1_000)), slip], financing).findings
    assert [(each.rule, each.difference) for each in findings] == [("BUD001", Money(-200)), ("BUD006", None)]


# What is listed is not the whole.


def judged_open(
    financing: list[Contribution], costs: list[Cost] | None = None, total: MoneyLike | None = None
) -> Report:
    """Judge a project whose list of financing says only one side."""
    return validate(Project("A", budget=Budget(costs or [], financing, total=total)))


@pytest.mark.parametrize("source", list(FundingSource))
@pytest.mark.parametrize(
    ("code", "whole"), [("BUD001", {"costs": [cost(Money(10))]}), ("BUD003", {"total": Money(10)})]
)
def test_a_known_whole_is_no_fault_of_an_open_list(source: FundingSource, code: str, whole: dict[str, Any]) -> None:
    """5 of 10 is what one side pays: nobody can say that the other side is missing, only that it is not listed."""
    report = judged_open([paid(source, Money(5))], **whole)
    assert report.errors == ()
    assert report.result(code).outcome is Outcome.NOT_EVALUATED
    reason = report.result(code).reason
    assert reason is not None
    assert "finansieringen är inte fullständigt angiven" in reason.text("sv")
    (error,) = judged_open([paid(source, Money(12))], **whole).errors[:1]
    assert (error.rule, error.found, error.difference) == (code, Money(12), Money(2))
    assert judged_open([paid(source, Money(10))], **whole).result(code).outcome is Outcome.PASSED


def test_an_open_list_below_an_end_that_is_left_out_is_no_fault() -> None:
    """Under 200 of 200 leaves something to others, however little."""
    for source in (FundingSource.EU, FundingSource.OWN):
        under = [paid(source, Bounds.under(Money(200)))]
        assert judged_open(under, total=Money(200)).errors == ()
        assert judged_open(under, [cost(Money(200))]).errors == ()


def from_mora(amount: MoneyLike | None, name: str = "Mora kommun", number: str | None = "2120002239") -> Contribution:
    """What a municipality pays, under one of its names."""
    return Contribution(Funder(Organisation(name, number), source=FundingSource.OWN_PUBLIC), amount)


def test_a_negative_contribution_is_found() -> None:
    """Nobody pays less than nothing: the text says who and where."""
    report = judged(financing=[paid(FundingSource.EU, Money(9)), from_mora(Money(-5))])
    (found,) = report.result("BUD007").findings
    assert (found.place, found.severity, found.found) == ("budget.financing[1]", Severity.WARNING, Money(-5))
    assert found.text("sv").replace("\N{NO-BREAK SPACE}", " ") == (
        "Bidraget (finansieringsrad 2, Mora kommun) är −5 kr; "
        "bara en rättelse av ett större bidrag brukar vara negativ."
    )


@given(st.integers(0, 10), st.integers(1, 10), st.sampled_from([("Mora kommun", None), ("MORA", "2120002239")]))
def test_a_correction_of_a_larger_contribution_is_none(paid_in: int, back: int, under: tuple[str, str | None]) -> None:
    """What one payer is paid back is set against what it pays, whether it is known by its name or its number."""
    parts = [from_mora(Money(paid_in)), from_mora(Money(-back), *under), paid(FundingSource.OWN, Money(100))]
    assert bool(judged(financing=parts).result("BUD007").findings) is (back > paid_in)
    unknown = judged(financing=[*parts, from_mora(None)])
    assert unknown.result("BUD007").findings == ()


def test_a_grant_of_nothing_is_found() -> None:
    """Each line of the support, where all of it is zero; and the decision that grants zero."""
    nothing = [paid(FundingSource.EU, Money(0)), paid(FundingSource.STATE_GRANT, Money(0))]
    report = judged(financing=[*nothing, paid(FundingSource.OWN, Money(0))])
    found = report.result("BUD008").findings
    assert [each.place for each in found] == ["budget.financing[0]", "budget.financing[1]"]
    assert (
        "(finansieringsrad 1, EU-medel; finansieringsrad 2, statliga medel) är 0\N{NO-BREAK SPACE}kr; ange"
        in report.text("sv")
    )
    some = judged(financing=[paid(FundingSource.EU, Money(1)), nothing[1]])
    assert some.result("BUD008").outcome is Outcome.PASSED
    assert judged(financing=[paid(FundingSource.OWN, Money(0))]).result("BUD008").outcome is Outcome.PASSED
    decided = {kind: validate(Project("A", decisions=[Decision(kind, support=Money(0))])) for kind in DecisionKind}
    failed = [kind for kind, each in decided.items() if each.result("BUD008").outcome is Outcome.FAILED]
    assert failed == [DecisionKind.GRANTED]
