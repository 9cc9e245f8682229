from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Call,
    Contribution,
    Funder,
    FundingSource,
    Money,
    Outcome,
    OwnShare,
    Project,
    Rate,
    validate,
)

NEARLY_HALF = OwnShare.exactly(Rate.of_percent(46))


def published(printed: str, demand: OwnShare, union: int, state: int, own: int) -> Project:
    """A project with a published rate and divided support."""
    sources = {FundingSource.EU: union, FundingSource.STATE_GRANT: state, FundingSource.OWN: own}
    financing = [Contribution(Funder(source=source), Money(amount)) for source, amount in sources.items()]
    return Project(
        "A",
        call=Call(own_share=demand),
        published_eu_rate=Rate.of_percent(printed),
        budget=Budget(financing=financing),
    )


def outcome(project: Project) -> Outcome:
    """What becomes of the rule."""
    return validate(project).result("FIN009").outcome


@pytest.mark.parametrize(
    ("printed", "percent", "amounts"),
    [
        ("40", 46, (4_438_625, 1_553_519, 5_200_000)),
        ("40", 46, (7_648_379, 2_676_933, 8_800_785)),
        ("90", 0, (8_812_541, 979_172, 0)),
    ],
)
def test_granted_projects_beside_their_printed_rate(printed: str, percent: int, amounts: tuple[int, int, int]) -> None:
    """24-056-S07 is 39.66 % beside a printed 40 %, 24-030-S04 39.99 %, and 24-063-S05 90 % cut to whole kronor."""
    assert outcome(published(printed, OwnShare.exactly(Rate.of_percent(percent)), *amounts)) is Outcome.PASSED


@given(st.integers(0, 100), st.integers(1, 99), st.integers(10**6, 10**9), st.integers(0, 200))
def test_the_band_is_that_of_the_own_share(own: int, printed: int, total: int, nudge: int) -> None:
    """With support divided as the rates say, the printed rate fits just when the own share meets the demand."""
    demand = OwnShare.exactly(Rate.of_percent(own), tolerance=Rate.of_percent("0.5"))
    support = total * 2 * (100 - own) // 200 + (nudge - 100) * total // 10_000
    union = min(support, support * printed // max(100 - own, 1))
    subject = published(str(printed), demand, max(union, 0), max(support - union, 0), total - max(support, 0))
    if own + printed > 100 or union <= 0:
        return
    share = Rate.of(Money(total - support), Money(total))
    if abs(abs(share.fraction - Rate.of_percent(own).fraction) * 200 - 1) > Rate.of_percent(1).fraction:
        assert (outcome(subject) is Outcome.PASSED) == demand.met_by(share)


def test_a_rate_far_from_the_figures_is_told() -> None:
    """U11: 193 232.26 of 210 308.48 is 91.88 %, not the 50 % of its programme."""
    subject = published("50", OwnShare.at_least(Rate.of_percent(50)), 19_323_226, 0, 1_707_622)
    (finding,) = validate(subject).result("FIN009").findings
    assert (finding.place, finding.found) == ("published_eu_rate", Rate.of_percent(50))
    assert finding.severity.value == "warning"
    assert "91,88 %" in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")


def test_it_is_judged_both_ways() -> None:
    """A printed 40 % is told beside 38 % and beside 42 % where the own share must be 46 %."""
    for union in (38, 42):
        assert outcome(published("40", NEARLY_HALF, union, 54 - union, 46)) is Outcome.FAILED
    for demand in (OwnShare.at_most(Rate.of_percent(46)), OwnShare.at_least(Rate.of_percent(46))):
        found = {union: outcome(published("40", demand, union * 10**6, 0, 10**8 - union * 10**6)) for union in (38, 42)}
        assert sorted(each.name for each in found.values()) == ["FAILED", "PASSED"]


def test_support_that_is_not_divided_is_not_judged() -> None:
    """Care projects: 100 % support beside a printed 50 % says nothing of the Union's part."""
    care = Budget(financing=[Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(2_500_000))])
    subject = attrs.evolve(published("50", NEARLY_HALF, 1, 0, 1), budget=care)
    report = validate(subject)
    assert report.result("FIN009").outcome is Outcome.NOT_APPLICABLE


def test_nothing_beside_something_is_told_and_nothing_beside_nothing_is_not() -> None:
    """A printed 0 % fits just a project without money from the Union; without a cost there is no share."""
    assert outcome(published("0", NEARLY_HALF, 0, 54, 46)) is Outcome.PASSED
    assert outcome(published("0", NEARLY_HALF, 40, 14, 46)) is Outcome.FAILED
    assert outcome(published("40", NEARLY_HALF, 0, 54, 46)) is Outcome.FAILED
    assert outcome(published("40", NEARLY_HALF, 0, 0, 0)) is Outcome.NOT_EVALUATED


def test_a_demand_that_differs_by_region_needs_the_region() -> None:
    """Where another region has another share, a project without a region is not judged."""
    subject = published("40", NEARLY_HALF, 40, 14, 46)
    call = Call(own_share=NEARLY_HALF, own_share_by_region={"SE31": OwnShare.exactly(Rate.of_percent(40))})
    assert outcome(attrs.evolve(subject, call=call)) is Outcome.NOT_EVALUATED
    assert outcome(attrs.evolve(subject, call=call, nuts="SE33")) is Outcome.PASSED


def test_a_rate_that_nobody_can_write_is_not_judged() -> None:
    """A printed rate of next to nothing implies an own share beyond all figures."""
    subject = published("40", NEARLY_HALF, 40, 14, 46)
    tiny = attrs.evolve(subject, published_eu_rate=Rate(Fraction(1, 10**100 - 1)))
    assert outcome(tiny) is Outcome.NOT_EVALUATED
