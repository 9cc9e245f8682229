"""The Swedish outputs, code point by code point, and where they differ from Babel's."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from inspect import signature
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, get_currency_name

from esfmodel.text import en, sv
from esfmodel.text._english import ENGLISH
from esfmodel.text._swedish import SWEDISH
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.text._language import Language
    from esfmodel.text._money import MoneyStyle

GOLDEN: list[tuple[Money | Bounds[Money], MoneyStyle, str]] = [
    (Money(3_706_566), "kr", r"3\xa0706\xa0566\xa0kr"),
    (Money("3706566.50"), "kr", r"3\xa0706\xa0566,50\xa0kr"),
    (Money("0.05"), "kr", r"0,05\xa0kr"),
    (Money(0), "kr", r"0\xa0kr"),
    (Money(-1_235_522), "kr", r"\u22121\xa0235\xa0522\xa0kr"),
    (Money(3_706_566), "tkr", r"3\xa0707\xa0tkr"),
    (Money(500), "tkr", r"1\xa0tkr"),
    (Money(-500), "tkr", r"\u22121\xa0tkr"),
    (Money(3_706_566), "mnkr", r"3,7\xa0mnkr"),
    (Money(999_950), "mnkr", r"1,0\xa0mnkr"),
    (Money(3_750_000), "mnkr", r"3,8\xa0mnkr"),
    (Money(3_706_566), "mdkr", r"0,004\xa0mdkr"),
    (Money(9_960_000), "mdkr", r"0,01\xa0mdkr"),
    (Money(0), "mdkr", r"0,0\xa0mdkr"),
    (Money(3_706_566), "words", r"3,7\xa0miljoner\xa0kronor"),
    (Money(12_000_000), "words", r"12\xa0miljoner\xa0kronor"),
    (Money(999_950), "words", r"1\xa0miljon\xa0kronor"),
    (Money(999_949), "words", r"999\xa0949\xa0kronor"),
    (Money(-1_000_000), "words", r"\u22121\xa0miljon\xa0kronor"),
    (Money(999_950_000), "words", r"1\xa0miljard\xa0kronor"),
    (Money(1_500_000_000), "words", r"1,5\xa0miljarder\xa0kronor"),
    (Money(82_500), "words", r"82\xa0500\xa0kronor"),
    (Money(1), "words", r"1\xa0krona"),
    (Money("12.50"), "words", r"12,50\xa0kronor"),
    (Money(12_500, "EUR"), "kr", r"12\xa0500\xa0euro"),
    (Money(12_500, "NOK"), "kr", r"12\xa0500\xa0norska\xa0kronor"),
    (Money(1, "NOK"), "kr", r"1\xa0norsk\xa0krona"),
    (Money("1.234", "KWD"), "kr", r"1,234\xa0kuwaitiska\xa0dinarer"),
    (Money(2_500_000, "EUR"), "words", r"2,5\xa0miljoner\xa0euro"),
    (Money(2_500_000, "EUR"), "tkr", r"2\xa0500\xa0tusen\xa0euro"),
    (Money(2_500_000, "EUR"), "mnkr", r"2,5\xa0mn\xa0euro"),
    (Bounds.over(Money(12_000_000)), "words", r"\xf6ver 12\xa0miljoner\xa0kronor"),
    (Bounds.at_least(Money(12_000_000)), "words", r"minst 12\xa0miljoner\xa0kronor"),
    (Bounds.under(Money(29_000_000)), "words", r"under 29\xa0miljoner\xa0kronor"),
    (Bounds.at_most(Money(29_000_000)), "words", r"h\xf6gst 29\xa0miljoner\xa0kronor"),
    (Bounds(Money(2_000_000), Money(3_000_000)), "words", r"2\u20133\xa0miljoner\xa0kronor"),
]


@pytest.mark.parametrize(("amount", "style", "code_points"), GOLDEN)
def test_swedish_amounts_to_the_code_point(amount: Money | Bounds[Money], style: MoneyStyle, code_points: str) -> None:
    """Groups and units have no-break spaces, the minus is U+2212, a range has an en dash."""
    assert ascii(sv.format_money(amount, style=style)) == f"'{code_points}'"


def test_other_swedish_figures_to_the_code_point() -> None:
    """The per cent sign has a no-break space before it, and a period an unspaced en dash."""
    assert ascii(sv.format_rate(Rate.of_percent("15.5"))) == r"'15,5\xa0%'"
    assert ascii(sv.format_rate(Rate(Fraction(-1, 3)))) == r"'\u221233,33\xa0%'"
    period = Period("2024-10-01", "2027-09-30")
    assert ascii(sv.format_period(period)) == r"'1 oktober 2024\u201330 september 2027'"
    assert ascii(sv.format_period(period, style="short")) == r"'2024-10-01\u20132027-09-30'"
    assert sv.format_list(["A", "B", "C"]) == "A, B och C"


@pytest.mark.parametrize(("language", "locale"), [(SWEDISH, "sv_SE"), (ENGLISH, "en_GB")])
def test_the_tables_agree_with_cldr(language: Language, locale: str) -> None:
    """Marks, months and lists are those of CLDR."""
    cldr = Locale.parse(locale)
    symbols = cldr.number_symbols["latn"]
    assert (symbols["decimal"], symbols["group"]) == (language.decimal, language.group)
    assert tuple(cldr.months["format"]["wide"][number] for number in range(1, 13)) == language.months
    most_and_last = language.conjunctions["and"], language.conjunctions["or"]
    assert tuple(format_list(["A", "B", "C"], style, cldr) for style in ("standard", "or")) == tuple(
        f"A, B {word} C" for word in most_and_last
    )


def test_where_babel_writes_otherwise() -> None:
    """Babel has a hyphen for the minus that CLDR gives Swedish, halves to even, and formal names at home."""
    assert Locale.parse("sv_SE").number_symbols["latn"]["minusSign"] == "\N{MINUS SIGN}"
    assert format_currency(Decimal("-5"), "SEK", locale="sv_SE") == "-5,00\xa0kr"
    assert sv.format_money(Money(-5)) == "\N{MINUS SIGN}5\xa0kr"
    whole = "#,##0\xa0\xa4"
    assert format_currency(Decimal("2.5"), "SEK", whole, "sv_SE", currency_digits=False) == "2\xa0kr"
    assert sv.format_money(Money(2_500), style="tkr") == "3\xa0tkr"
    assert get_currency_name("SEK", count=2, locale="sv") == "svenska kronor"
    assert sv.format_money(Money(2), style="words") == "2\xa0kronor"


def test_both_languages_have_the_same_functions() -> None:
    """What can be done in Swedish can be done in English, by the same call."""
    assert sv.__all__ == en.__all__
    for name in sv.__all__:
        assert signature(getattr(sv, name)) == signature(getattr(en, name))
