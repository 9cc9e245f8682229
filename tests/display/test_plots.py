from __future__ import annotations

import io
import sys
import xml.etree.ElementTree as ET  # of files that are written here
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from esfmodel.display import plots
from esfmodel.display.plots._paper import Extent, as_written, shortened, style_for
from esfmodel.display.plots._ticks import AmountTicks, ShareTicks, even_steps
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG, KOMPETENSKOMPASSEN
from esfmodel.model import (
    ActualCost,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Organisation,
    Participation,
    Project,
    Role,
)
from esfmodel.model.totals import By, breakdown
from esfmodel.testing import budgets, projects
from esfmodel.text import sv
from esfmodel.values import Bounds, Money
from plotted import bars, heights, places, texts, told, widths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

    from esfmodel.text import MoneyStyle

EU = Funder(source=FundingSource.EU)


def owner(name: str) -> Funder:
    """Return a body that pays of its own."""
    return Funder(Organisation(name), source=FundingSource.OWN_PRIVATE)


@settings(max_examples=12)
@given(budgets())
def test_the_bars_of_a_year_are_its_amounts(budget: Budget) -> None:
    """Heights sum to the exact amount, or reach from the least to the most; what is not known has no bar."""
    try:
        ax = plots.financing(budget)
    except InvalidValue:
        return
    if not budget.financing or budget.currency is None:
        return
    table = breakdown(budget, By.FUNDER, By.YEAR)
    certain, possible = heights(ax), heights(ax, outlined=True)
    for column, amount in enumerate(table.totals[:14]):
        if isinstance(amount, Money):
            assert (certain.get(column, 0), possible.get(column, 0)) == (amount.minor, 0)
        elif amount is None:
            assert column not in possible
        elif amount.low is not None and amount.low.minor >= 0 and amount.high is not None:
            said = amount.as_said
            assert said.low is not None
            assert said.high is not None
            cells = [row.cells[column] for row in table.rows]
            if all(Extent.of(cell).certain >= 0 and Extent.of(cell).below == 0 for cell in cells):
                assert certain.get(column, 0) == said.low.minor
                assert certain.get(column, 0) + possible.get(column, 0) == said.high.minor


@settings(max_examples=5)
@given(projects(), st.sampled_from(["sv", "en"]))
def test_a_plot_is_drawn_of_any_project_or_refused_by_an_error_of_ours(project: Project, language: str) -> None:
    """Every plot of a drawn project has an alternative text that names the project."""
    for draw in (plots.financing, plots.costs, plots.claims, plots.timeline, plots.own_share):
        try:
            ax = cast("Callable[..., Axes]", draw)(project, language=language)
        except EsfModelError:
            continue
        assert " ".join(project.name.split())[:20] in " ".join(plots.alt_text(ax).split())


@pytest.mark.parametrize("draw", [plots.financing, plots.costs, plots.claims, plots.timeline])
def test_a_project_of_which_nothing_is_known(draw: Callable[..., Axes]) -> None:
    """The plot is empty but for a sentence that says what is missing; there is no bar."""
    ax = draw(Project("Framtidskraft"))
    (sentence,) = ax.texts
    assert bars(ax) == []
    assert sentence.get_text() in plots.alt_text(ax)


def test_kompetenskompassen() -> None:
    """One bar to what is surely granted, marked as without an end; the sixteen without an amount are named."""
    ax = plots.financing(KOMPETENSKOMPASSEN)
    assert heights(ax) == {0: 1_200_000_000}
    assert [text.get_text() for text in ax.texts] == ["över 12,0\N{NO-BREAK SPACE}mnkr"]
    assert places(ax, "^") == [0]
    assert "Ånge kommun, Örnsköldsviks kommun och 10 till." in told(ax)
    assert told(ax).endswith("Angiven totalkostnad: under 29 000 000 kr. Stödet är prioriterat, inte beviljat.")


def test_kronoberg_in_english() -> None:
    """Support below, the own contribution on top, and the sum above the bar."""
    ax = plots.financing(KOMPETENS_I_KRONOBERG, language="en")
    assert [int(bar.get_height()) for bar in bars(ax)] == [370_656_600, 123_552_200]
    assert [int(bar.get_y()) for bar in bars(ax)] == [0, 370_656_600]
    assert ax.texts[0].get_text() == "SEK\N{NO-BREAK SPACE}4.9\N{NO-BREAK SPACE}million"


def test_what_lies_below_zero_and_what_is_only_possible() -> None:
    """A correction goes down from zero, and an interval is outlined from its least to its most."""
    parts = [
        Contribution(EU, Money(5), year=2025),
        Contribution(owner("A"), Bounds(Money(2), Money(3)), year=2025),
        Contribution(owner("B"), Money(-4), year=2026),
        Contribution(owner("C"), Bounds(Money(-3), Money(-1)), year=2026),
        Contribution(owner("D"), Bounds.at_most(Money(-2)), year=2027),
    ]
    ax = plots.financing(Budget(financing=parts))
    assert heights(ax) == {0: 700, 1: -500, 2: -200}
    assert heights(ax, outlined=True) == {0: 100, 1: -200}
    assert (places(ax, "v"), places(ax, "^")) == ([2], [])
    low, high = ax.get_ylim()
    assert low < -700 < 800 < high


def test_only_what_is_not_confirmed() -> None:
    """What is intended is drawn as listed, and told below the plot."""
    from esfmodel.model import Commitment

    hoped = Contribution(EU, Money(5), commitment=Commitment.INTENDED)
    assert "Varav inte bekräftat: 5 kr." in told(plots.financing(Budget(financing=[hoped], complete=True)))


def test_costs_by_category() -> None:
    """A bar for each category in the order of the tables; what is not known says so, and is no bar."""
    lines = [
        Cost(CostCategory.STAFF, ActualCost(Money(700_000))),
        Cost(CostCategory.TRAVEL, ActualCost(Bounds(Money(300_000), Money(500_000)))),
        Cost(CostCategory.EXTERNAL_SERVICES, ActualCost()),
        Cost(CostCategory.OTHER, ActualCost(Bounds.over(Money(5)))),
        Cost(CostCategory.REVENUE, ActualCost(Money(-9))),
    ]
    ax = plots.costs(Budget(lines), language="en")
    assert widths(ax) == [70_000_000, 30_000_000, 500, -900]
    assert widths(ax, outlined=True) == [20_000_000]
    assert places(ax, ">") == [500]
    named = [label.get_text() for label in ax.get_yticklabels()]
    assert named[:3] == ["Staff", "External services", "Travel"]
    shown = {text.get_text().replace("\N{NO-BREAK SPACE}", " ") for text in ax.texts}
    assert shown >= {"SEK 700 thousand", "SEK 300–500 thousand", "not known"}
    by_year = plots.costs(Budget([Cost(CostCategory.STAFF, ActualCost(Money(7)), year=2025)]), by=By.YEAR)
    assert told(by_year) == "Kostnader per år. 2025 7 kr. Summa 7 kr."


def test_thousands_of_lines() -> None:
    """The largest are drawn and the others as one; nothing of the sum is lost, and the text stays short."""
    parts = [Contribution(owner(f"Bolag {number}"), Money(number), year=2025) for number in range(1, 3_001)]
    ax = plots.financing(Budget(financing=parts, complete=True))
    assert heights(ax) == {0: 100 * sum(range(1, 3_001))}
    assert len(bars(ax)) == 8
    assert "Övriga (2986 st.)" in told(ax)
    assert len(told(ax)) < 2_000


def test_many_years_and_many_categories_of_partners() -> None:
    """From the sixteenth year on they are one bar; what states no year keeps its own."""
    parts = [Contribution(EU, Money(1), year=2000 + number) for number in range(20)]
    ax = plots.financing(Budget(financing=[*parts, Contribution(EU, Money(7))]))
    assert [label.get_text() for label in ax.get_xticklabels()][-3:] == ["2013", "2014–2019", "Inget år angivet"]
    assert heights(ax) == dict.fromkeys(range(14), 100) | {14: 600, 15: 700}
    costs = [Cost(CostCategory.STAFF, ActualCost(Money(number)), partner=f"P{number}") for number in range(1, 21)]
    ax = plots.costs(Budget(costs), by=By.PARTNER)
    assert sum(widths(ax)) == 21_000
    assert [label.get_text() for label in ax.get_yticklabels()][-1] == "Övriga (6 st.)"


def in_two_currencies() -> Project:
    """Return a project of which each partner has a currency."""
    own = [Contribution(EU, Money(7))], [Contribution(EU, Money(9, "NOK"))]
    partners = [
        Participation(Organisation(name), Role.PARTNER, budget=Budget(financing=parts, complete=True))
        for name, parts in zip(("Åre", "Trøndelag"), own, strict=True)
    ]
    return Project("Gränslös", partners=partners)


def test_several_currencies_are_never_added() -> None:
    """One must be chosen; the error names them, and the advice is followed by a plot for each."""
    with pytest.raises(InvalidValue) as caught:
        plots.financing(in_two_currencies())
    assert (caught.value.code, caught.value.params["currencies"]) == ("plot.currencies", ("SEK", "NOK"))
    assert heights(plots.financing(in_two_currencies(), currency="NOK")) == {0: 900}
    with pytest.raises(InvalidValue, match="use one of SEK, NOK"):
        plots.financing(in_two_currencies(), currency="EUR")


def test_no_line_has_an_amount() -> None:
    """The plot is empty, and names who pays."""
    project = Project("A", budget=Budget(financing=[Contribution(EU), Contribution(owner("B"))]))
    assert told(plots.financing(project)) == ("A: Finansiering. Belopp ej känt: Europeiska unionen (EU-medel) och B.")


def test_a_key_of_the_other_side_is_refused() -> None:
    """Financing has no categories, and a wrong type is told by its name."""
    with pytest.raises(InvalidValue) as caught:
        plots.financing(Budget(), by=By.CATEGORY)
    assert caught.value.code == "breakdown.not_on_side"
    for draw in (plots.financing, plots.costs):
        with pytest.raises(TypeError, match="subject must be Project or Budget, not str"):
            cast("Any", draw)("A")


# --- Texts, scales and files

HOSTILE = r"_<script>alert('$x^2$')</script> & \input{/etc/passwd} %s --> ]]>"


def test_no_name_is_taken_for_markup() -> None:
    """No text is read as a formula or by TeX, a name with an underscore is in the legend, and the file is sound XML."""
    project = Project(HOSTILE, budget=Budget(financing=[Contribution(owner(HOSTILE), Money(5)), Contribution(EU)]))
    ax = plots.financing(project)
    for text in texts(ax):
        assert not text.get_parse_math() or "$" not in text.get_text()
    legend = ax.get_legend()
    assert legend is not None
    assert any(text.get_text().startswith("_<script>") for text in legend.get_texts())
    stream = io.BytesIO()
    plots.save(ax, stream, format="svg")
    root = ET.fromstring(stream.getvalue())  # noqa: S314
    assert not any(element.tag.endswith("script") for element in root.iter())
    assert b"passwd" in stream.getvalue()
    assert b"<dc:date>" not in stream.getvalue()


def test_a_text_is_as_it_is_written() -> None:
    """Neither formulas nor TeX, also where a user has switched TeX on."""
    with plt.rc_context({"text.usetex": True}):
        text = as_written(Figure().text(0, 0, "$x$"))
    assert (text.get_usetex(), text.get_parse_math()) == (False, False)


def test_long_names_are_cut() -> None:
    """A name takes at most its lines, and an ellipsis tells that there was more."""
    assert shortened("a" * 10_000, 5) == "aaaaa\naaaaa…"
    assert shortened("ett två", 5) == "ett\ntvå"


@settings(max_examples=30)
@given(st.integers(-8, 8), st.integers(1, 12), st.sampled_from([1, 2, 5]), st.integers(0, 13), st.integers(0, 10**17))
def test_a_tick_is_what_it_says(first: int, count: int, digit: int, power: int, largest: int) -> None:
    """However far somebody zooms, the text of a tick reads back as its place."""
    places = [(first + number) * digit * 10**power for number in range(count)]
    ticks = AmountTicks("sv", "SEK", style_for(largest, "SEK"))
    for place, text in zip(places, ticks.format_ticks(places), strict=True):
        assert sv.parse_money(text) == Money.of_minor(place)
        assert ShareTicks("sv")(500_000) == "50\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("style", "amounts", "written"),
    [
        ("mdkr", [1_500_000_000, 3_000_000_000], ["1,5 mdkr", "3,0 mdkr"]),
        ("mdkr", [1_250_000_000, 3_000_000_000], ["1 250,0 mnkr", "3 000,0 mnkr"]),
        ("mnkr", [1_500_000, 3_000_000], ["1,5 mnkr", "3,0 mnkr"]),
        ("mnkr", [1_250_000, 3_000_000], ["1 250 tkr", "3 000 tkr"]),
        ("tkr", [1_000, 2_000], ["1 tkr", "2 tkr"]),
        ("tkr", [1_500, 2_000], ["1 500 kr", "2 000 kr"]),
        ("mdkr", [1_500], ["1 500 kr"]),
    ],
)
def test_ticks_are_as_short_as_they_are_exact(style: MoneyStyle, amounts: list[int], written: list[str]) -> None:
    """Tenths of a million or of a milliard keep their style; a finer tick makes all of them finer."""
    ticks = AmountTicks("sv", "SEK", style).format_ticks([100 * amount for amount in amounts])
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in ticks] == written


@given(st.integers(0, 10**12), st.integers(10, 10**12), st.integers(2, 8))
def test_steps_are_round(low: int, length: int, most: int) -> None:
    """Ticks are 1, 2 or 5 times a power of ten apart, so that a reader counts on from one to the next."""
    places = [round(place) for place in even_steps(most).tick_values(low, low + length)]
    steps = {later - earlier for earlier, later in pairwise(places)}
    assert {str(step).rstrip("0") for step in steps} <= {"1", "2", "5"}
    assert len(steps) == 1
    assert all(place % step == 0 for place in places for step in steps)


def test_one_tick() -> None:
    """Matplotlib asks for single ticks too, as of the place of the pointer; yen have no smaller unit."""
    assert AmountTicks("en", "JPY", "tkr")(2_000) == "JPY\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}thousand"
    assert style_for(2_000_000, "JPY") == "mnkr"


@pytest.mark.parametrize("ending", ["svg", "PNG"])
def test_a_file_has_the_alternative_text(ending: str, tmp_path: Path) -> None:
    """A picture is saved by its ending, with what it shows in words."""
    path = tmp_path / f"bild.{ending}"
    plots.save(plots.financing(Project("Framtidskraft")), path)
    assert b"Framtidskraft" in path.read_bytes()


def test_what_cannot_be_saved() -> None:
    """An unknown ending, a stream without a format, and axes that nothing here has drawn on, are refused."""
    ax = plots.costs(Budget())
    for file in ("bild.jpeg", "bild", io.BytesIO()):
        with pytest.raises(InvalidValue, match="use one of svg, png, pdf"):
            plots.save(ax, file)
    strange = Figure().add_subplot()
    with pytest.raises(InvalidValue) as caught:
        plots.save(strange, io.BytesIO(), format="svg")
    assert caught.value.code == "argument.no_plot"
    ax.remove()
    with pytest.raises(InvalidValue) as caught:
        plots.save(ax, io.BytesIO(), format="svg")
    assert caught.value.code == "argument.no_plot"


def test_a_picture_of_several_plots_tells_of_all() -> None:
    """The axes of a user are drawn on, and a file has the texts of all plots in the figure."""
    figure, panels = plt.subplots(1, 2)
    try:
        for panel, project in zip(panels, ("24-063-S05", "25-031-S02"), strict=True):
            assert plots.financing(EXAMPLES[project], panel) is panel
        stream = io.BytesIO()
        plots.save(panels[0], stream, format="png")
    finally:
        plt.close(figure)
    assert all(name in stream.getvalue() for name in (b"Framtidskraft", b"Uppsalamodell"))


def test_pyplot_knows_of_no_figure() -> None:
    """A plot of its own leaves nothing to be closed."""
    plots.timeline(EXAMPLES["24-063-S05"])
    assert set(dir(plots)) == {"alt_text", "claims", "costs", "financing", "own_share", "save", "timeline"}
    assert plt.get_fignums() == []
    with pytest.raises(TypeError, match="ax must be Axes or None, not str"):
        plots.financing(Budget(), cast("Any", "A"))


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is asked for when something is drawn, with an error in both languages."""
    monkeypatch.setitem(sys.modules, "matplotlib.axes", None)
    with pytest.raises(
        InvalidValue, match="needs matplotlib, which is not installed; install it: pip install"
    ) as caught:
        plots.financing(Budget())
    assert "Installera det: pip install matplotlib" in caught.value.text("sv")
