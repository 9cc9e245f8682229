from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Money,
    NotKnown,
    Organisation,
    Outcome,
    Project,
    Severity,
    validate,
)
from esfmodel.testing._rule_examples.fin import FIN

CLOSED = [Decision(DecisionKind.CLOSED)]


def paid(amount: int | None, source: FundingSource, form: ContributionForm | None, name: str = "B") -> Contribution:
    """What a body pays."""
    money = None if amount is None else Money(amount)
    return Contribution(Funder(Organisation(name), source=source), money, form=form)


def project(costs: dict[CostCategory, int], financing: list[Contribution]) -> Project:
    """A project with these costs and financing."""
    lines = [Cost(category, ActualCost(Money(amount))) for category, amount in costs.items()]
    return Project("A", programming_period="2021-2027", budget=Budget(lines, financing))


NYPS = attrs.evolve(
    project(
        {
            CostCategory.STAFF: 283_500,
            CostCategory.EXTERNAL_SERVICES: 70_000,
            CostCategory.INFRASTRUCTURE: 10_800_000,
            CostCategory.OTHER: 196_000,
            CostCategory.IN_KIND: 922_500,
        },
        [
            paid(6_149_500, FundingSource.EU, ContributionForm.CASH),
            paid(650_000, FundingSource.OWN_PUBLIC, ContributionForm.CASH, "Region Gävleborg"),
            paid(2_500_000, FundingSource.OWN_PUBLIC, ContributionForm.CASH, "Länsstyrelsen Dalarna"),
            paid(1_950_000, FundingSource.OWN_PUBLIC, ContributionForm.CASH, "Tierps kommun"),
            paid(822_500, FundingSource.OWN_PUBLIC, ContributionForm.IN_KIND, "Region Dalarna"),
            paid(100_000, FundingSource.OWN_PUBLIC, ContributionForm.IN_KIND, "Länsstyrelsen Dalarna"),
            paid(100_000, FundingSource.OWN_PRIVATE, ContributionForm.CASH, "Mellanskog AB"),
        ],
    ),
    decisions=CLOSED,
)


def test_the_authoritys_own_form_passes() -> None:
    """6 149 500 kr of support is at most 12 272 000 less 922 500 kr in kind, which stands on both sides."""
    report = validate(NYPS)
    for code in ("FIN003", "FIN004", "FIN005"):
        assert report.result(code).outcome is Outcome.PASSED


@given(
    support=st.integers(0, 10**9),
    cash=st.integers(-(10**9), 10**9),
    kind=st.integers(0, 10**9),
    closed=st.booleans(),
)
def test_support_fits_into_the_cost_without_what_is_in_kind(
    support: int, cash: int, kind: int, *, closed: bool
) -> None:
    """Where the figures add up, support is too much just when the own cash is below zero; an error only at the end."""
    financing = [
        paid(support, FundingSource.EU_AND_STATE, None),
        paid(cash, FundingSource.OWN, ContributionForm.CASH),
        paid(kind, FundingSource.OWN, ContributionForm.IN_KIND),
    ]
    subject = Project("A", programming_period="2014-2020", budget=Budget(financing=financing))
    subject = attrs.evolve(subject, decisions=CLOSED if closed else [])
    found = [
        (finding.severity, finding.difference) for finding in validate(subject).findings if finding.rule == "FIN003"
    ]
    severity = Severity.ERROR if closed else Severity.WARNING
    assert found == ([(severity, Money(-cash))] if cash < 0 else [])


def test_the_finding_cites_the_article_of_the_programming_period() -> None:
    """600 kr of support beside 500 kr in kind of 1 000 kr is 100 kr too much, by Article 67(1)(a) or its twin."""
    financing = [
        paid(600, FundingSource.EU, None),
        paid(-100, FundingSource.OWN, ContributionForm.CASH),
        paid(500, FundingSource.OWN, ContributionForm.IN_KIND),
    ]
    subject = project({}, financing)
    (finding,) = validate(subject).warnings
    assert (finding.expected, finding.found, finding.difference) == (Money(500), Money(600), Money(100))
    assert "artikel 67.1 a i förordning (EU) 2021/1060" in finding.text("sv")
    assert "in the budget" in finding.text("en")
    (earlier,) = validate(attrs.evolve(subject, programming_period="2014-2020", decisions=CLOSED)).errors
    assert "artikel 69.1 a i förordning (EU) nr 1303/2013" in earlier.text("sv")
    assert "vid projektets slut" in earlier.text("sv")


def test_a_grant_in_kind_is_no_support_that_is_paid() -> None:
    """Premises lent by a state body are in kind, and not support on top of it."""
    financing = [
        paid(500, FundingSource.EU, None),
        paid(500, FundingSource.STATE_GRANT, ContributionForm.IN_KIND),
        paid(100, FundingSource.OWN, ContributionForm.CASH),
    ]
    assert validate(project({}, financing)).result("FIN003").outcome is Outcome.PASSED


def test_what_is_not_listed_may_be_in_kind() -> None:
    """Beside a grant alone, the costs in kind may be mirrored by a contribution that is not listed."""
    costs = {CostCategory.STAFF: 800, CostCategory.IN_KIND: 200}
    report = validate(project(costs, [paid(800, FundingSource.EU_AND_STATE, None)]))
    assert report.result("FIN004").outcome is Outcome.NOT_EVALUATED
    assert report.warnings == ()


def test_where_only_the_costs_tell_they_are_asked() -> None:
    """A line of cost in kind of which the financing says nothing counts as in kind."""
    costs = {CostCategory.STAFF: 600, CostCategory.IN_KIND: 400}
    financing = [paid(700, FundingSource.EU, None), paid(300, FundingSource.OWN, ContributionForm.CASH)]
    report = validate(project(costs, financing))
    assert report.result("FIN003").findings[0].difference == Money(100)
    (finding,) = report.result("FIN004").findings
    assert (finding.expected, finding.found, finding.difference) == (Money(0), Money(400), Money(400))


def test_what_may_be_in_kind_leaves_the_question_open() -> None:
    """A contribution of unknown form may be the one that the costs mirror, or half of what is lacking."""
    costs = {CostCategory.STAFF: 600, CostCategory.IN_KIND: 400}
    financing = [paid(600, FundingSource.EU, None), paid(400, FundingSource.OWN, None)]
    report = validate(project(costs, financing))
    assert report.result("FIN003").outcome is Outcome.PASSED
    assert report.result("FIN004").outcome is Outcome.NOT_EVALUATED
    short = [paid(600, FundingSource.EU, None), paid(300, FundingSource.OWN, None)]
    assert validate(project(costs, short)).result("FIN004").findings[0].difference == Money(400)
    lacking = [
        paid(600, FundingSource.EU, None),
        paid(100, FundingSource.OWN, ContributionForm.IN_KIND),
        paid(350, FundingSource.OWN, None),
        paid(-50, FundingSource.OWN, ContributionForm.CASH),
    ]
    assert validate(project({}, lacking)).result("FIN003").outcome is Outcome.NOT_EVALUATED


def test_unknown_amounts_leave_the_question_open() -> None:
    """Volunteers whose time nobody has counted, and a rest nobody has named, are not counted as nothing."""
    kind = paid(None, FundingSource.OWN, ContributionForm.IN_KIND)
    rest = Contribution(Funder(source=FundingSource.OWN), Bounds.under(Money(5)))
    for financing in ([paid(600, FundingSource.EU, None), kind], [paid(600, FundingSource.EU, None), kind, rest]):
        subject = project({CostCategory.STAFF: 600, CostCategory.OTHER: 400}, [*financing, Contribution.rest()])
        report = validate(subject)
        assert report.result("FIN003").outcome is Outcome.NOT_EVALUATED
        assert report.result("FIN004").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("costs", "outcome"),
    [
        ({CostCategory.OTHER: 1_000}, Outcome.NOT_APPLICABLE),
        ({CostCategory.OTHER: 1_100, CostCategory.REVENUE: -100}, Outcome.NOT_APPLICABLE),
        ({CostCategory.OTHER: 500, CostCategory.STAFF: 500}, Outcome.FAILED),
        ({CostCategory.OTHER: 600, CostCategory.IN_KIND: 400}, Outcome.PASSED),
    ],
)
def test_one_undivided_line_may_hold_what_is_in_kind(costs: dict[CostCategory, int], outcome: Outcome) -> None:
    """Only costs that are divided by category show whether what is in kind is among them."""
    financing = [paid(600, FundingSource.EU, None), paid(400, FundingSource.OWN, ContributionForm.IN_KIND)]
    assert validate(project(costs, financing)).result("FIN004").outcome is outcome


def test_without_anything_in_kind_the_rules_do_not_apply() -> None:
    """A budget all in cash is not concerned."""
    financing = [paid(600, FundingSource.EU, None), paid(400, FundingSource.OWN, ContributionForm.CASH)]
    report = validate(project({CostCategory.STAFF: 600, CostCategory.OTHER: 400}, financing))
    for code in ("FIN003", "FIN004"):
        assert report.result(code).outcome is Outcome.NOT_APPLICABLE


def test_nothing_in_kind_cannot_be_broken() -> None:
    """What is not there is not made up: no own contribution to come in kind, no mirror to take away."""
    subject = project({CostCategory.STAFF: 600}, [paid(600, FundingSource.EU, None)])
    with pytest.raises(NotKnown):
        FIN["FIN003"].ok(subject, LAW)
    with pytest.raises(NotKnown):
        FIN["FIN004"].broken(subject, LAW)
