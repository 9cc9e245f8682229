from __future__ import annotations

import datetime
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.display import plots
from esfmodel.display.plots._ticks import WHOLE
from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.examples import EXAMPLES, KOMPETENSKOMPASSEN, REGISTER_PROJECTS, VAGLED_KOMPETENS
from esfmodel.model import (
    ActualCost,
    Budget,
    Call,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Ledger,
    OwnShare,
    Phase,
    Portfolio,
    Project,
)
from esfmodel.values import Bounds, Money, NutsCode, OpenPeriod, Period, Rate
from plotted import bars, places, told, widths

EPOCH = datetime.date(1970, 1, 1).toordinal()


def share_of(own: int, of: int) -> Project:
    """Return a project whose own contribution is so much of so much."""
    parts = [(FundingSource.OWN, own), (FundingSource.EU, of - own)]
    return Project("A", budget=Budget(financing=[Contribution(Funder(source=who), Money(much)) for who, much in parts]))


# --- Timelines


def day(text: str) -> int:
    """Return the place of a day, as matplotlib counts days."""
    return datetime.date.fromisoformat(text).toordinal() - EPOCH


WHOLE_STORY = Project(
    "Framtidskraft",
    period=Period("2025-09-01", "2028-08-31"),
    phases=[Phase("Analys", Period("2025-09-01", "2025-11-30")), Phase("Avslut")],
    decisions=[
        Decision(DecisionKind.APPLIED, Period("2025-02", "2025-02", "month")),
        Decision(DecisionKind.GRANTED, "2025-06-19"),
        Decision(DecisionKind.AMENDED),
    ],
    claims=[
        Claim(1, Period("2025-09-01", "2025-10-31"), on="2025-12-15", decided_on="2026-01-20", paid_on="2026-02-02"),
        Claim(2),
    ],
)


def test_a_timeline_has_every_day_where_it_is() -> None:
    """Bars begin on the first day and end after the last; marks are on their days, and what has no time is named."""
    ax = plots.timeline(WHOLE_STORY)
    solid = [(int(bar.get_x()), int(bar.get_width())) for bar in bars(ax)]
    assert solid == [(day("2025-09-01"), 1096), (day("2025-09-01"), 91), (day("2025-09-01"), 61)]
    assert [(int(bar.get_x()), int(bar.get_width())) for bar in bars(ax, outlined=True)] == [(day("2025-02-01"), 28)]
    marks = {"D": "2025-06-19", "o": "2025-12-15", "s": "2026-01-20", "^": "2026-02-02"}
    assert {marker: places(ax, marker) for marker in marks} == {marker: [day(on)] for marker, on in marks.items()}
    assert told(ax).endswith(
        "Ansökan om utbetalning 1: 1 september–31 oktober 2025, inlämnad 15 december 2025, beslutad 20 januari 2026, "
        "utbetald 2 februari 2026. Streckad linje: bara månaden, året eller ena änden är känd. "
        "Utan känd tid: Fas: Avslut, Ändringsbeslut och Ansökan om utbetalning 2."
    )


@pytest.mark.parametrize(("period", "marker"), [(OpenPeriod("2024-10-01"), ">"), (OpenPeriod(end="2024-10-01"), "<")])
def test_an_open_period_is_a_mark_at_its_end(period: OpenPeriod, marker: str) -> None:
    """There is no bar to a day that nobody has stated."""
    ax = plots.timeline(Project("A", period=period), language="en")
    assert (bars(ax), places(ax, marker)) == ([], [day("2024-10-01")])
    assert "1 October 2024" in told(ax)


def test_a_length_without_days_is_told() -> None:
    """Sixteen months of unknown days are no bar, but are named."""
    assert told(plots.timeline(VAGLED_KOMPETENS, language="en")) == (
        "#Vägled – Kompetens: Timeline. Grant: 2021. Dashed line: only the month, the year or one end is known. "
        "Without a known time: Project period (16 months)."
    )


@settings(max_examples=8)
@given(st.dates(), st.dates())
def test_ticks_lie_on_the_first_of_a_month(one: datetime.date, other: datetime.date) -> None:
    """Of any period there are at most nine ticks, each written as the month or the year that begins there."""
    ax = plots.timeline(Project("A", period=Period(min(one, other), max(one, other))))
    ticks = [datetime.date.fromordinal(int(tick) + EPOCH) for tick in ax.get_xticks()]
    assert len(ticks) <= 9
    for tick, label in zip(ticks, ax.get_xticklabels(), strict=True):
        assert tick.day == 1
        assert label.get_text() in ({f"{tick:%Y-%m}", f"{tick:%Y}"} if tick.month == 1 else {f"{tick:%Y-%m}"})


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2025-02-10", "2025-04-20", ["2025-02", "2025-03", "2025-04"]),
        ("2025-02-10", "2026-04-20", ["2025-01", "2025-04", "2025-07", "2025-10", "2026-01", "2026-04"]),
        ("2021-05-01", "2023-08-31", ["2021-01", "2021-07", "2022-01", "2022-07", "2023-01", "2023-07"]),
        ("2021-05-01", "2027-08-31", ["2021", "2022", "2023", "2024", "2025", "2026", "2027"]),
        ("2015-05-01", "2027-08-31", ["2014", "2016", "2018", "2020", "2022", "2024", "2026"]),
        ("1996-05-01", "2027-08-31", ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
        ("1956-05-01", "2017-08-31", ["1950", "1960", "1970", "1980", "1990", "2000", "2010"]),
        ("1906-05-01", "2017-08-31", ["1900", "1920", "1940", "1960", "1980", "2000"]),
        ("1706-05-01", "2017-08-31", ["1700", "1750", "1800", "1850", "1900", "1950", "2000"]),
        ("1306-05-01", "2017-08-31", ["1300", "1400", "1500", "1600", "1700", "1800", "1900", "2000"]),
        ("0706-05-01", "2017-08-31", ["600", "800", "1000", "1200", "1400", "1600", "1800", "2000"]),
        ("0206-05-01", "2817-08-31", ["500", "1000", "1500", "2000", "2500"]),
        ("0206-05-01", "5817-08-31", ["1000", "2000", "3000", "4000", "5000"]),
        ("0206-05-01", "9817-08-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_ticks_are_of_months_and_of_round_years(start: str, end: str, written: list[str]) -> None:
    """At most eight and one before: each month, quarter, half-year or year, or every second, fifth or tenth year."""
    ax = plots.timeline(Project("A", period=Period(start, end)))
    assert [label.get_text() for label in ax.get_xticklabels()] == written


def test_many_phases_and_claims() -> None:
    """The first of each kind are drawn, and the note says how many are not."""
    days = Period("2025-01-01", "2025-12-31")
    phases = [Phase(f"F{number}", days if number else None) for number in range(10)]
    nameless = [Decision(DecisionKind.AMENDED)] * 8
    claims = [Claim(number, days) for number in range(1, 31)]
    ax = plots.timeline(Project("A", period=days, phases=phases, decisions=nameless, claims=claims))
    assert len(bars(ax)) == 1 + 7 + 16
    assert told(ax).endswith("Ändringsbeslut och 3 till. Visas inte: 16 rader till.")


# --- Claims


def test_claims_are_the_ledger() -> None:
    """Bars are those of the tables: budget and costs by category and in all, and the support granted, due and paid."""
    costs = [
        Cost(CostCategory.STAFF, ActualCost(Money(600_000))),
        Cost(CostCategory.TRAVEL, ActualCost(Money(400_000))),
    ]
    granted = Decision(DecisionKind.GRANTED, "2025-01-15", support=Money(540_000), budget=Budget(costs))
    claim = Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(300_000))])
    project = Project("A", decisions=[granted], claims=[claim])
    ledger, ax = Ledger.of(project), plots.claims(project)
    money = [Money(600_000), Money(300_000), Money(400_000), Money(1_000_000), Money(300_000)]
    support = [ledger.support, ledger.support_so_far, ledger.paid_so_far]
    assert widths(ax) == [amount.minor for amount in [*money, *support]]
    assert told(ax).startswith(
        "A: Budget, upparbetat och utbetalt. Personal: budget 600 000 kr, upparbetat 300 000 kr."
    )
    assert told(ax).endswith("Stöd: beviljat 540 000 kr, för upparbetade kostnader 162 000 kr, utbetalt 162 000 kr.")


def test_a_budget_that_is_not_exact() -> None:
    """What a category may cost is outlined, and one without an amount says that it is not known."""
    costs = [
        Cost(CostCategory.TRAVEL, ActualCost(Bounds(Money(3), Money(5)))),
        Cost(CostCategory.STAFF, ActualCost()),
    ]
    granted = Decision(DecisionKind.GRANTED, support=Money(4), budget=Budget(costs, total=Money(9)))
    ax = plots.claims(Ledger(granted), language="en")
    assert (widths(ax), widths(ax, outlined=True)) == ([300, 900, 400], [200])
    assert "Staff: budget not known, incurred SEK 0." in told(ax)


def test_a_single_category_is_all_costs() -> None:
    """There is no row of all costs beside the only one."""
    budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(9)))])
    ax = plots.claims(Ledger(Decision(DecisionKind.GRANTED, support=Money(4), budget=budget)))
    assert widths(ax) == [900, 400]


def test_claims_without_an_order_are_refused() -> None:
    """What the ledger cannot tell is its error, and a wrong type is told by its name."""
    granted = Decision(DecisionKind.GRANTED, Period.of_years(2025), support=Money(4), budget=Budget(total=Money(9)))
    amended = Decision(DecisionKind.AMENDED, Period.of_years(2025), support=Money(5))
    with pytest.raises(NotKnown):
        plots.claims(Project("A", decisions=[granted, amended], claims=[Claim(1, on="2025-05-05")]))
    for draw in (plots.claims, plots.timeline):
        with pytest.raises(TypeError, match=r"^subject must be .*, not str$"):
            cast("Any", draw)("A")


# --- The own share


def call_for(own_share: OwnShare | None) -> Call:
    """Return a call that demands an own share."""
    return Call(own_share=own_share)


EXACTLY = OwnShare.exactly(Rate.of_percent(46), tolerance=Rate.of_percent("0.5"))


def test_a_share_is_a_mark_and_a_demand_a_line() -> None:
    """Both are where they are in millionths of the whole, and the band is as wide as the tolerance."""
    ax = plots.own_share(EXAMPLES["24-030-S04"], call=call_for(EXACTLY))
    assert places(ax, "D") == [round(8_800_785 * WHOLE / 19_126_097)]
    assert places(ax, "None") == [460_000]
    assert widths(ax) == [10_000]
    assert told(ax) == (
        "Egen andel och utlysningens krav. Kompetensutveckling AMF (24-030-S04): 46,01 %; "
        "utlysningens krav: exakt 46 % ± 0,5 procentenheter."
    )


def test_bounds_are_an_interval() -> None:
    """A share of under 17/29 is no mark: it is an interval that is rounded outward."""
    ax = plots.own_share(KOMPETENSKOMPASSEN, language="en")
    (interval,) = bars(ax, outlined=True)
    assert (int(interval.get_x()), int(interval.get_width())) == (0, -(-17 * WHOLE // 29))
    assert (places(ax, "D"), places(ax, "None")) == ([], [])
    assert told(ax).endswith("under 59%; no demand stated.")
    own, rest = Funder(source=FundingSource.OWN), Funder(source=FundingSource.EU)
    parts = [Contribution(own, Bounds.at_least(Money(1))), Contribution(rest, Money(2))]
    (interval,) = bars(plots.own_share(Project("A", budget=Budget(financing=parts))), outlined=True)
    assert (int(interval.get_x()), int(interval.get_width())) == (333_333, 666_667)


@pytest.mark.parametrize(
    ("demand", "first", "width"),
    [(OwnShare.at_least(Rate.of_percent(25)), 250_000, 750_000), (OwnShare.at_most(Rate.of_percent(25)), 0, 250_000)],
)
def test_a_least_and_a_most_are_bands(demand: OwnShare, first: int, width: int) -> None:
    """The band goes from the least to all, or from nothing to the most."""
    (band,) = bars(plots.own_share(share_of(1, 4), call=call_for(demand)))
    assert (int(band.get_x()), int(band.get_width())) == (first, width)


def test_what_depends_on_the_part_of_a_region_is_not_drawn() -> None:
    """In a region that contains one with a demand of its own, no demand is shown as the project's."""
    call = Call(own_share=EXACTLY, own_share_by_region={"SE32": OwnShare.exactly(Rate.of_percent(40))})
    for nuts in (None, NutsCode("SE3")):
        ax = plots.own_share(Project("A", nuts=nuts, call=call))
        assert (places(ax, "None"), bars(ax)) == ([], [])
        assert told(ax).endswith("A: ej känt; kravet beror på del av regionen.")
    projects = [Project("A", nuts="SE32", call=call), Project("B", nuts="SE11", call=call)]
    assert places(plots.own_share(projects), "None") == [400_000, 460_000]


def test_many_projects() -> None:
    """Of more than forty the first are drawn; of none there is a sentence."""
    ax = plots.own_share(Portfolio([share_of(number, 100) for number in range(1, 51)]))
    assert places(ax, "D") == [number * WHOLE // 100 for number in range(1, 41)]
    assert told(ax).endswith("Visas inte: 10 rader till.")
    assert told(plots.own_share([])) == "Egen andel och utlysningens krav. Inga projekt."
    assert len(places(plots.own_share(iter(REGISTER_PROJECTS)), "D")) == 4


def test_what_is_no_project_is_no_subject() -> None:
    """A wrong type is told by its name, in a list too."""
    for subject, call in (("A", None), ([1], None), (Project("A"), "B")):
        with pytest.raises((TypeError, InvalidValue)):
            plots.own_share(cast("Any", subject), call=cast("Any", call))
