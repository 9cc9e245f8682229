"""What a reader sees of each plot: texts, places, colours, hatches and marks, kept in Swedish and in English.

After a change of a plot that is meant:

    uv run python tests/display/test_kept_plots.py --update
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from esfmodel.display import plots
from esfmodel.model import (
    ActualCost,
    Budget,
    Call,
    Claim,
    ClaimedCost,
    Commitment,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Ledger,
    Organisation,
    OwnShare,
    Phase,
    Project,
)
from esfmodel.model.totals import By
from esfmodel.values import Bounds, Fund, Money, OpenPeriod, Period, Rate
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

sys.path.append(str(Path(__file__).parents[1] / "helpers"))
from plotted import drawn

TABLE = Path(__file__).with_name("kept_plots.txt")

EU, OWN = Funder(source=FundingSource.EU), Funder(Organisation("Sala kommun"), source=FundingSource.OWN_PUBLIC)
LONG = "Kompetensutveckling för anställda i små och medelstora företag i Sala, Heby och Enköping"


def financed() -> Project:
    """Return a project with support, an own contribution within bounds, a correction, and what is not known."""
    firm = Funder(Organisation("Bolag A"), source=FundingSource.OWN_PRIVATE)
    parts = [
        Contribution(EU, Money(600_000), year=2025),
        Contribution(EU, Money(900_000), year=2026),
        Contribution(OWN, Bounds(Money(200_000), Money(300_000)), year=2025),
        Contribution(OWN, Bounds.over(Money(100_000)), year=2026),
        Contribution(firm, Money(-50_000), year=2026, commitment=Commitment.INTENDED),
        Contribution(Funder(Organisation("Heby kommun"), source=FundingSource.OWN_PUBLIC)),
    ]
    return Project("Gröna rum", fund=Fund.ESF_PLUS, budget=Budget(financing=parts, total=Money(2_000_000)))


def without_amounts() -> Project:
    """Return a project that has priority, of which the funders are known but no amount."""
    parts = [Contribution(EU), Contribution(OWN)]
    first = [Decision(DecisionKind.PRIORITISED, "2025-06-19")]
    return Project("Gröna rum", fund=Fund.ESF_PLUS, budget=Budget(financing=parts), decisions=first)


def budget() -> Budget:
    """Return costs of each degree of being known, and revenue."""
    lines = {
        CostCategory.STAFF: Money(700_000),
        CostCategory.TRAVEL: Bounds(Money(300_000), Money(500_000)),
        CostCategory.EXTERNAL_SERVICES: None,
        CostCategory.OTHER: Bounds.over(Money(50_000)),
        CostCategory.REVENUE: Money(-90_000),
    }
    return Budget([Cost(category, ActualCost(amount)) for category, amount in lines.items()])


def of_many() -> Project:
    """Return a project with more partners and phases than are drawn, whose support is only hoped for."""
    costs = [Cost(CostCategory.STAFF, ActualCost(Money(1_000 * number)), partner=f"P{number}") for number in range(17)]
    hoped = Contribution(EU, Money(50_000), commitment=Commitment.INTENDED)
    unknown = [Contribution(Funder(Organisation(f"Bolag {at}"), source=FundingSource.OWN_PRIVATE)) for at in range(9)]
    phases = [Phase(f"Fas {number}", Period.of_years(2025) if number == 7 else None) for number in range(11)]
    return Project("Vattenvägar", budget=Budget(costs, [hoped, *unknown]), phases=phases)


def claimed() -> Ledger:
    """Return a grant with a claim that is paid."""
    costs = [
        Cost(CostCategory.STAFF, ActualCost(Money(600_000))),
        Cost(CostCategory.TRAVEL, ActualCost(Bounds(Money(300_000), Money(400_000)))),
    ]
    granted = Decision(DecisionKind.GRANTED, support=Money(540_000), budget=Budget(costs, total=Money(1_000_000)))
    return Ledger(granted, [Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(300_000))])])


def in_time() -> Project:
    """Return a project with times that are known to the day, to the month and not at all."""
    claim = Claim(1, Period("2025-09-01", "2025-12-31"), on="2026-01-15", decided_on="2026-02-20", paid_on="2026-03-02")
    return Project(
        LONG,
        period=Period("2025-09-01", "2027-08-31"),
        phases=[Phase("Analys", Period("2025-09-01", "2025-11-30")), Phase("Avslut")],
        decisions=[
            Decision(DecisionKind.APPLIED, Period("2025-02", "2025-02", "month")),
            Decision(DecisionKind.GRANTED, "2025-06-19"),
            Decision(DecisionKind.AMENDED),
        ],
        claims=[claim, Claim(2, paid_on=Period("2026-06", "2026-06", "month"))],
    )


def shares(count: int) -> list[Project]:
    """Return projects whose own share is exactly known, within bounds that hold the demand, and not at all."""
    own, within = Contribution(OWN, Money(26)), Contribution(OWN, Bounds(Money(20), Money(60)))
    rest = Contribution(EU, Money(74))
    known = Project(LONG, budget=Budget(financing=[own, rest]))
    others = [Project("Gröna rum", budget=Budget(financing=[within, rest])), Project("Öppet"), Project("Inget")]
    return [known, *others][:count]


def demand(own_share: OwnShare) -> Call:
    """Return a call that demands an own share."""
    return Call(own_share=own_share)


EXACTLY = demand(OwnShare.exactly(Rate.of_percent(25), tolerance=Rate.of_percent("0.5")))

DRAWN: dict[str, Callable[[str], Axes]] = {
    "financing": lambda language: plots.financing(financed(), language=language),
    "financing without amounts": lambda language: plots.financing(without_amounts(), language=language),
    "costs": lambda language: plots.costs(budget(), language=language),
    "financing with many unknown": lambda language: plots.financing(of_many(), language=language),
    "costs of many": lambda language: plots.costs(of_many(), language=language, by=By.PARTNER),
    "timeline of many": lambda language: plots.timeline(of_many(), language=language),
    "claims": lambda language: plots.claims(claimed(), language=language),
    "no claims": lambda language: plots.claims(Project("Gröna rum"), language=language),
    "timeline": lambda language: plots.timeline(in_time(), language=language),
    "open end": lambda language: plots.timeline(
        Project("Gröna rum", period=OpenPeriod("2024-10-01")), language=language
    ),
    "no timeline": lambda language: plots.timeline(Project("Gröna rum", duration_months=6), language=language),
    "no shares": lambda language: plots.own_share([], language=language),
    "own share": lambda language: plots.own_share(shares(1), language=language, call=EXACTLY),
    "own share of two": lambda language: plots.own_share(shares(2), language=language),
    "own shares": lambda language: plots.own_share(shares(4), language=language, call=EXACTLY),
    "own shares and demands": lambda language: plots.own_share(
        [
            Project(LONG, budget=shares(1)[0].budget, call=demand(OwnShare.at_least(Rate.of_percent(30)))),
            *shares(4)[1:],
        ],
        language=language,
    ),
}


def seen(name: str, language: str) -> str:
    """Write what is seen of a plot below its name."""
    return "\n".join([f"== {name}, {language}", *drawn(DRAWN[name](language))])


@pytest.mark.others_data
@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plot_is_seen_as_it_is_kept(name: str, language: str) -> None:
    """Bars and marks lie where the amounts and days are, and look as the legend says."""
    parts = TABLE.read_text("utf-8").split("== ")[1:]
    kept = {each.partition("\n")[0]: f"== {each}".rstrip("\n") for each in parts}
    assert seen(name, language) == kept[f"{name}, {language}"]


def test_only_what_is_drawn_is_kept() -> None:
    """The table has a part for each plot in each language, and no other."""
    heads = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("== ")]
    assert heads == [f"== {name}, {language}" for name in DRAWN for language in LANGUAGES]


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    plots_seen = [seen(name, language) for name in DRAWN for language in LANGUAGES]
    TABLE.write_text("\n\n".join(plots_seen) + "\n", "utf-8")
