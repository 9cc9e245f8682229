from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Call,
    Contribution,
    ContributionForm,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Limit,
    LimitBase,
    Money,
    Outcome,
    Project,
    Rate,
    Severity,
    validate,
)

if TYPE_CHECKING:
    from esfmodel import Report
    from esfmodel.rules import RuleResult
    from esfmodel.values.bounds import MoneyLike

AMOUNTS = st.integers(0, 10**12).map(Money.of_minor)


def paid(source: FundingSource, amount: MoneyLike | None, form: ContributionForm | None = None) -> Contribution:
    """What a source pays."""
    return Contribution(Funder(source=source), amount, form=form)


def offered(support: MoneyLike | None, smallest: Money | None, largest: Money | None) -> RuleResult:
    """What becomes of a call's limits on support."""
    financing = [paid(FundingSource.EU_AND_STATE, support), paid(FundingSource.OWN, Money(5))]
    call = Call(smallest_support=smallest, largest_support=largest)
    return validate(Project("A", call=call, budget=Budget(financing=financing))).result("FIN006")


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_support_lies_between_what_the_call_offers(support: Money, first: Money, second: Money) -> None:
    """FIN006 finds support below the smallest or above the largest, with the difference."""
    smallest, largest = sorted((first, second))
    expected = [support - limit for limit in (largest,) if support > limit]
    expected += [support - limit for limit in (smallest,) if support < limit]
    assert [finding.difference for finding in offered(support, smallest, largest).findings] == expected


def test_the_largest_support_is_told() -> None:
    """7 999 999 kr is within 8 million, and one krona above it is not within 7 999 999 kr."""
    assert offered(Money(7_999_999), None, Money(8_000_000)).outcome is Outcome.PASSED
    (finding,) = offered(Money(8_000_000), None, Money(7_999_999)).findings
    told = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert "Enligt utlysningens villkor ska det vara högst 7 999 999 kr" in told
    (finding,) = offered(Money(1), Money(2), None).findings
    assert "must be at least SEK" in finding.text("en")


def test_support_in_bounds_or_another_currency_is_judged_where_it_decides() -> None:
    """Over 12 million is above 10 and may be below 15; euro and kronor are not compared."""
    over = Bounds.over(Money(12_000_000))
    assert offered(over, None, Money(10_000_000)).findings[0].difference == Bounds.over(Money(2_000_000))
    assert offered(over, None, Money(15_000_000)).outcome is Outcome.NOT_EVALUATED
    assert offered(Money(5), None, Money(5, "EUR")).outcome is Outcome.NOT_EVALUATED
    huge = Money.of_minor(10**18 - 1)
    assert [finding.difference for finding in offered(Money(-1), huge, -huge).findings] == [huge - Money(1), None]


def decided(budget: Budget | None, *decisions: Decision) -> Report:
    """Judge a project with decisions."""
    return validate(Project("A", budget=budget, decisions=decisions))


def granted(*limits: Limit, kind: DecisionKind = DecisionKind.GRANTED, budget: Budget | None = None) -> Decision:
    """A decision that sets limits."""
    return Decision(kind, limits=limits, budget=budget)


def shares(total: str, public: str) -> Decision:
    """A decision that limits the Union's money to a share of the costs and one of the public financing."""
    return granted(
        Limit.of_rate(Rate.of_percent(total), LimitBase.TOTAL_COST),
        Limit.of_rate(Rate.of_percent(public), LimitBase.PUBLIC_FINANCING),
    )


INTERREG = Budget(
    financing=[
        paid(FundingSource.EU, Money(4_000)),
        paid(FundingSource.OWN_PUBLIC, Money(4_000)),
        paid(FundingSource.OWN_PRIVATE, Money(2_000)),
    ]
)


def test_each_limit_is_tried_on_its_own_base() -> None:
    """40 % of the costs is within 57,47 %, and 50 % of the public financing within 50,00 %; not the other way."""
    assert decided(INTERREG, shares("57.47", "50")).result("FIN007").outcome is Outcome.PASSED
    (first,) = decided(INTERREG, shares("39.98", "50")).result("FIN007").findings
    assert (first.place, first.found) == ("decisions[0].limits[0]", Rate.of_percent(40))
    assert "40 % av totalkostnaden" in first.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    (second,) = decided(INTERREG, shares("57.47", "49.9")).result("FIN007").findings
    assert (second.place, second.found) == ("decisions[0].limits[1]", Rate.of_percent(50))
    assert "the terms of the decision allow at most 49.9% of the public financing" in second.text("en")


def test_what_is_in_kind_raises_the_total_and_not_the_actual_cost() -> None:
    """6 149 500 kr is 50.11 % of 12 272 000 kr and 54.18 % of the 11 349 500 kr without what is in kind."""
    budget = Budget(
        financing=[
            paid(FundingSource.EU, Money(6_149_500)),
            paid(FundingSource.OWN_PUBLIC, Money(5_100_000), ContributionForm.CASH),
            paid(FundingSource.OWN_PUBLIC, Money(922_500), ContributionForm.IN_KIND),
            paid(FundingSource.OWN_PRIVATE, Money(100_000), ContributionForm.CASH),
        ]
    )
    limit = Rate.of_percent("50.11")
    report = decided(
        budget, granted(Limit.of_rate(limit, LimitBase.TOTAL_COST), Limit.of_rate(limit, LimitBase.ACTUAL_COST))
    )
    (finding,) = report.result("FIN007").findings
    assert finding.place == "decisions[0].limits[1]"
    assert "54,18 %" in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")


def test_a_share_with_its_highest_amount() -> None:
    """T-Rex: 39,99 % of the costs, but at most 9 984 573 kr; one krona more is above the amount alone."""
    limits = (
        Limit.of_rate(Rate.of_percent("39.99"), LimitBase.TOTAL_COST),
        Limit.of_amount(Money(9_984_573)),
    )

    def budget(union: int) -> Budget:
        return Budget(
            financing=[paid(FundingSource.EU, Money(union)), paid(FundingSource.OWN, Money(24_967_674 - union))]
        )

    assert decided(budget(9_984_573), granted(*limits)).result("FIN007").outcome is Outcome.PASSED
    (finding,) = decided(budget(9_984_574), granted(*limits)).result("FIN007").findings
    assert (finding.place, finding.difference) == ("decisions[0].limits[1]", Money(1))
    assert finding.basis.value == "decision"


@pytest.mark.parametrize(
    ("amended", "severity"),
    [
        (Decision(DecisionKind.AMENDED, support=Money(500)), Severity.WARNING),
        (Decision(DecisionKind.AMENDED), Severity.ERROR),
        (Decision(DecisionKind.CLOSED, support=Money(500)), Severity.ERROR),
    ],
)
def test_a_later_support_may_have_other_limits(amended: Decision, severity: Severity) -> None:
    """Half of the cost where 40 % was granted: no error once a later decision has set the support anew."""
    half = Budget(financing=[paid(FundingSource.EU, Money(500)), paid(FundingSource.OWN_PUBLIC, Money(500))])
    at_most = Limit(rate=Rate.of_percent(40), base=LimitBase.TOTAL_COST)
    (finding,) = decided(half, granted(at_most), amended).result("FIN007").findings
    assert finding.severity is severity


def test_the_last_decision_counts_and_a_ranking_only_before_it() -> None:
    """An amended decision takes the place of the first; a partnership's ranking counts until something is granted."""
    low, high = Limit.of_amount(Money(3_000)), Limit.of_amount(Money(5_000))
    ranked = granted(low, kind=DecisionKind.PRIORITISED)
    first, last = (attrs.evolve(granted(low), on=f"202{year}-06-28") for year in (4, 5))
    assert decided(INTERREG, first, attrs.evolve(last, limits=[high])).result("FIN007").findings == ()
    for places, listed in enumerate(([last, attrs.evolve(first, limits=[high])], [first, granted(low)])):
        (finding,) = decided(INTERREG, *listed).result("FIN007").findings
        assert finding.place == f"decisions[{places}].limits[0]"
    unordered = decided(INTERREG, granted(high), granted(low)).result("FIN007")
    assert (unordered.findings, str(unordered.reason)) == ((), "which decision came last is not known")
    assert decided(INTERREG, ranked).result("FIN007").findings[0].difference == Money(1_000)
    assert decided(INTERREG, ranked, Decision(DecisionKind.GRANTED)).result("FIN007").findings == ()
    own = granted(low, budget=INTERREG)
    assert len(decided(INTERREG, own, granted(high)).result("FIN007").findings) == 1


def test_limits_are_judged_where_what_is_known_decides() -> None:
    """Money of unknown kind may be public; undivided support and a rest leave the Union's part open."""
    half = granted(Limit.of_rate(Rate.of_percent(50), LimitBase.PUBLIC_FINANCING))
    unsaid = Budget(financing=[paid(FundingSource.EU, Money(60)), paid(FundingSource.OWN, Money(60))])
    assert decided(unsaid, half).result("FIN007").outcome is Outcome.NOT_EVALUATED
    too_much = Budget(financing=[paid(FundingSource.EU, Money(60)), paid(FundingSource.OWN, Money(30))])
    (finding,) = decided(too_much, half).result("FIN007").findings
    assert finding.found == Money(60)
    undivided = Budget(financing=[paid(FundingSource.EU_AND_STATE, Money(60)), paid(FundingSource.OWN, Money(40))])
    for highest, outcome in ((Money(60), Outcome.PASSED), (Money(59), Outcome.NOT_EVALUATED)):
        assert decided(undivided, granted(Limit.of_amount(highest))).result("FIN007").outcome is outcome
    euro = granted(Limit.of_amount(Money(60, "EUR")))
    assert decided(undivided, euro).result("FIN007").outcome is Outcome.NOT_EVALUATED
    rest = Budget(financing=[paid(FundingSource.EU, Money(60)), Contribution.rest()])
    whole = granted(Limit.of_rate(Rate.of_percent(50), LimitBase.TOTAL_COST))
    assert decided(rest, whole).result("FIN007").outcome is Outcome.NOT_EVALUATED
    nothing = Budget(financing=[paid(FundingSource.EU, Money(5)), paid(FundingSource.OWN, Money(-5))])
    assert decided(nothing, whole).result("FIN007").findings[0].found == Money(5)


@pytest.mark.parametrize("decisions", [[Decision(DecisionKind.GRANTED)], [Decision(DecisionKind.CLOSED)]])
def test_without_limits_there_is_nothing_to_try(decisions: list[Decision]) -> None:
    """A decision that sets no limit is not judged by any."""
    assert decided(INTERREG, *decisions).result("FIN007").outcome is Outcome.NOT_APPLICABLE
