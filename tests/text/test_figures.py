from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from esfmodel import Bounds, Money, Period, Rate
from esfmodel.errors import InvalidValue
from esfmodel.text import (
    Approximation,
    DateRole,
    DurationRange,
    Figure,
    FigureKind,
    FigureRole,
    FigureStage,
    Per,
    TimePrecision,
    sv,
)
from esfmodel.values.dates import Date

KINDS = (
    Approximation, Bounds, Date, DateRole, DurationRange, Figure, FigureKind, FigureRole, FigureStage, Money, Per,
    Period, Rate, TimePrecision,
)  # fmt: skip
NAMES = {kind.__name__: kind for kind in KINDS}
PARTS = [
    "drygt 2 mkr", "cirka 40 %", "2–3 miljoner euro", "maj 2024", "tre år", "ett till två år", "beslut 3 maj 2024",
    "varav 5 mkr söks från EU per år",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), min_size=1))
def test_a_failing_test_shows_a_figure_as_the_call_that_makes_it(parts: list[str]) -> None:
    """What it prints is the figure again, and a figure is equal to its like."""
    for figure in sv.find_figures("; ".join(parts)):
        assert eval(pretty(figure), dict(NAMES)) == figure  # noqa: S307 - that it evaluates is the law


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "money"),
        ("text", 5),
        ("span", "12"),
        ("span", (1, "2")),
        ("stated", 5),
        ("approx", "over"),
        ("step", 1),
        ("date_of", "published"),
        ("precision", "day"),
        ("per", "year"),
        ("role", "EU"),
        ("stage", "granted"),
        ("of_which", 1),
    ],
)
def test_what_is_no_figure_is_refused(field: str, value: object) -> None:
    """A field of the wrong type is refused by name."""
    given_fields: dict[str, Any] = {"kind": FigureKind.MONEY, "text": "5 kr", "span": (0, 4), field: value}
    with pytest.raises(TypeError, match=field):
        Figure(**given_fields)


def test_a_range_of_durations_has_its_shorter_end_first() -> None:
    """The other way round nothing lies between them."""
    assert (DurationRange(6, 6).low, DurationRange(6, 24).high) == (6, 24)
    with pytest.raises(InvalidValue, match="leave no figure"):
        DurationRange(24, 6)


def test_a_figure_has_words() -> None:
    """A figure without text is none."""
    with pytest.raises(InvalidValue, match="is empty"):
        Figure(FigureKind.MONEY, "", span=(0, 0))


def test_of_about_nothing_exact_is_known() -> None:
    """What is said to be about so much has what was stated, and no value to reckon with."""
    [figure] = sv.find_figures("cirka 5 mkr")
    assert (figure.stated, figure.approx, figure.value) == (Money(5_000_000), Approximation.ABOUT, None)
