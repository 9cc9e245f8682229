"""What is written in each style, code point by code point, and where it differs from what Babel writes.

After a change of a style that is meant, or for a new row of kind, value and style:

    uv run python tests/text/test_golden.py --update
"""

from __future__ import annotations

import datetime
import re
import sys
from decimal import Decimal
from html import escape
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, get_currency_name

from esfmodel.text import DateStyle, DurationStyle, MoneyStyle, PeriodStyle, RateStyle, en, sv
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.bounds import Bounds
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from esfmodel.text.words.language import Language

TABLE = Path(__file__).with_name("golden.txt")
LINES = TABLE.read_text("ascii").splitlines()


def is_row(line: str) -> bool:
    """Return whether a line is a row of the table."""
    return bool(line) and not line.startswith("#")


def cells_of(line: str) -> list[str]:
    """Return kind, value and style of a row, and what is written of it in Swedish and in English."""
    return [cell.strip() for cell in line.split("|")]


GOLDEN = [cells_of(line) for line in LINES if is_row(line)]
READ: dict[str, tuple[Callable[[str], Any], str]] = {
    "money": (Money.parse, "money"),
    "rate": (Rate.parse, "rate"),
    "bounds": (Bounds.parse, "bounds"),
    "date": (datetime.date.fromisoformat, "date"),
    "period": (Period.parse, "period"),
    "open period": (OpenPeriod.parse, "period"),
    "duration": (int, "duration"),
}


def value_of(kind: str, text: str) -> tuple[Any, str]:
    """Read the value of a row, and name the function that writes it."""
    read, named = READ[kind]
    value = read(text)
    if named == "bounds":
        return value, "money" if "SEK" in text else "rate"
    return value, named


def as_written(language: ModuleType, kind: str, text: str, style: str) -> str:
    """Write a value in a style, as it stands in the table."""
    value, named = value_of(kind, text)
    return ascii(getattr(language, f"format_{named}")(value, style=style))[1:-1]


def renewed(line: str) -> str:
    """Write a line of the table anew from its kind, value and style."""
    if not is_row(line):
        return line
    asked = cells_of(line)[:3]
    return " | ".join([*asked, *(as_written(language, *asked) for language in (sv, en))])


@pytest.mark.parametrize(("kind", "value", "style", "swedish", "english"), GOLDEN)
def test_every_style_to_the_code_point(kind: str, value: str, style: str, swedish: str, english: str) -> None:
    """Groups, units and dates have no-break spaces, the minus is U+2212, a range has an en dash."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        assert as_written(language, kind, value, style) == expected
        if kind not in ("date", "duration"):
            given, _ = value_of(kind, value)
            assert ascii(format(given, f"{language.__name__[-2:]}:{style}")) == f"'{expected}'"


def test_the_table_is_as_it_would_be_renewed() -> None:
    """`--update` of a table that is right changes nothing."""
    assert [renewed(line) for line in LINES] == LINES


def test_the_table_has_every_style() -> None:
    """A style that is added is written down, of amounts and shares also for bounds."""
    styles = {
        "money": MoneyStyle,
        "rate": RateStyle,
        "date": DateStyle,
        "period": PeriodStyle,
        "duration": DurationStyle,
    }
    for kind, style in styles.items():
        assert {row[2] for row in GOLDEN if row[0] == kind} == set(get_args(style))
    of_bounds = {row[2] for row in GOLDEN if row[0] == "bounds"}
    assert of_bounds | {"tkr"} == {*get_args(MoneyStyle), *get_args(RateStyle)}


def test_what_is_written_means_nothing_else_in_html_and_markdown() -> None:
    """Amounts of every currency and figures in every style have no sign that would have to be escaped."""
    written = [row[column].encode("ascii").decode("unicode_escape") for row in GOLDEN for column in (3, 4)]
    for language in (sv, en):
        for currency, digits in MINOR_DIGITS.items():
            for minor in (10**digits, -25 * 10**digits):
                written += [
                    language.format_money(Money.of_minor(minor, currency), style=style) for style in ("kr", "words")
                ]
    for text in written:
        assert escape(text) == text
        assert not re.search(r"[*_`~\[\]\\#|{}!$^=]", text)
        # A number with a full stop or bracket and a space after it would begin a list; so would a bullet.
        assert not re.match(r"[0-9]+[.)]\s|[+>-]", text)


def test_lists_to_the_code_point() -> None:
    """Lists have a word before their last item, and no comma."""
    assert sv.format_list(["A", "B", "C"]) == "A, B och C"
    assert sv.format_list(["A", "B", "C"], style="as_well_as") == "A, B samt C"
    assert en.format_list(["A", "B", "C"], style="or") == "A, B or C"


@pytest.mark.others_data
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


@pytest.mark.others_data
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
    """What can be done in Swedish can be done in English, by the same call; running text is read in Swedish alone."""
    assert [name for name in sv.__all__ if name != "find_figures"] == en.__all__
    for name in en.__all__:
        swedish, english = (signature(getattr(module, name)).parameters for module in (sv, en))
        # A bare number is kronor in Swedish only, so the parameter of the currency is not the same.
        if name == "parse_money":
            assert list(swedish) == list(english)
        else:
            assert swedish == english


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    TABLE.write_text("\n".join(renewed(line) for line in LINES) + "\n", "ascii")
