from __future__ import annotations

from hypothesis.vendor.pretty import pretty

from esfmodel import (
    Call,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    Limit,
    LimitBase,
    Organisation,
    OwnShare,
    Project,
    Rate,
)


def test_what_nobody_has_said_is_left_out() -> None:
    """A project of which only the name is known shows its name."""
    assert repr(Project("Framtidskraft")) == "Project('Framtidskraft')"
    assert repr(Funder(source=FundingSource.EU)) == "Funder(source=FundingSource.EU)"


def test_what_comes_after_a_gap_is_named() -> None:
    """The second field has no place where the first is left out."""
    assert repr(Call("2015/00897", "Ung framtid")) == "Call('2015/00897', 'Ung framtid')"
    assert repr(Call(None, "Ung framtid")) == "Call(name='Ung framtid')"


def test_what_is_required_is_shown_although_it_is_nothing() -> None:
    """The rest of a financing has nobody for a funder, and says so."""
    assert repr(Contribution.rest()) == "Contribution(None)"


def test_enumerations_days_and_series_are_shown_as_one_writes_them() -> None:
    """What is shown inside can be pasted back, too."""
    assert repr(Decision(DecisionKind.GRANTED, "2024-06-28")) == "Decision(DecisionKind.GRANTED, '2024-06-28')"
    assert repr(FlatRate(Rate(1), [CostCategory.STAFF])) == 'FlatRate(Rate.of_percent("100"), [CostCategory.STAFF])'
    assert repr(Organisation("kommuner", count=None)) == "Organisation('kommuner', count=None)"
    assert repr(Project("A", extra=[("Fält", "värde")])) == "Project('A', extra=[('Fält', 'värde')])"
    limit = Limit.of_rate(Rate(1), LimitBase.TOTAL_COST)
    assert repr(limit) == 'Limit(rate=Rate.of_percent("100"), base=LimitBase.TOTAL_COST)'
    by_region = Call(own_share_by_region={"SE31": OwnShare.at_most(Rate(1))})
    assert repr(by_region) == (
        'Call(own_share_by_region=[(NutsCode("SE31"), OwnShare(Requirement.AT_MOST, Rate.of_percent("100")))])'
    )


def test_what_is_long_is_shown_over_several_lines() -> None:
    """A call that fits on a line stays there; in one that does not, arguments begin lines of their own."""
    short = Project("A", extra=[("Fält", "värde"), ("Fält", "annat")])
    assert pretty(short) == repr(short)
    long = Project(
        "Kompetens i Kronoberg", secondary_themes=["Jämställdhet", "Likabehandling"], source="Region Kronoberg"
    )
    assert pretty(long) == (
        "Project('Kompetens i Kronoberg',\n"
        "    secondary_themes=[SecondaryTheme('Jämställdhet'),\n"
        "     SecondaryTheme('Likabehandling')],\n"
        "    source='Region Kronoberg')"
    )


def test_a_class_is_shown_by_its_name() -> None:
    """What shows an object does not stumble over its class."""
    assert pretty(Project) == "esfmodel.model.project.Project"
