from __future__ import annotations

import pytest
from hypothesis.vendor import pretty

from esfmodel import LAW, RULES
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import near_names
from esfmodel.values.money import Money, Rate


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"{Money(3_706_566)}", "3706566 SEK"),
        (f"{Money(3_706_566):sv}", "3\u00a0706\u00a0566\u00a0kr"),
        (f"{Money(3_706_566):sv:tkr}", "3\u00a0707\u00a0tkr"),
        (f"{Rate.of_percent('15.5'):sv}", "15,5\u00a0%"),
        (f"{Bounds.over(Money(12_000_000)):sv}", "över 12\u00a0000\u00a0000\u00a0kr"),
        (f"{Bounds.at_least(Rate.of_percent(40)):sv}", "minst 40\u00a0%"),
    ],
    ids=ascii,
)
def test_a_figure_is_written_by_its_language(written: str, expected: str) -> None:
    """An f-string names a language, and a style after a second colon."""
    assert written == expected


@pytest.mark.parametrize("spec", [">10", "de", "SV", ",.2f", " sv"])
def test_a_language_that_is_not_ours_is_refused(spec: str) -> None:
    """Neither a number's format nor another language is taken for one of ours."""
    with pytest.raises(InvalidValue) as caught:
        format(Money(1), spec)
    assert str(caught.value) == f"language {spec!r} is not one we know; use one of sv, en"


@pytest.mark.parametrize("figure", [Money(1), Rate(1), Bounds.over(Money(1))], ids=str)
def test_a_style_that_no_language_has_is_refused(figure: Money | Rate | Bounds[Money]) -> None:
    """A misspelt style is one of our errors."""
    with pytest.raises(EsfModelError):
        format(figure, "sv:miljarder-ish")


@pytest.mark.parametrize("value", [LAW, RULES[0]], ids=["law", "rule"])
def test_what_holds_much_is_printed_by_its_short_name(value: object) -> None:
    """A failing test names the law and the rules, and does not print all that is in them."""
    assert pretty.pretty(value) == repr(value)
    assert len(repr(value)) < 200


def test_near_names_leave_out_what_is_clearly_less_near() -> None:
    """One word is proposed where one is meant, and several where they are as near."""
    assert near_names("medfinansering", ["medfinansiering", "finansiering"]) == ("medfinansiering",)
    assert near_names("egen", ["egna", "eget"]) == ("egna", "eget")
    assert near_names("", ["a"]) == ()
