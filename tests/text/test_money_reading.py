from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.text import en, sv
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from types import ModuleType

SPACES = (" ", "\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")
PIECES = st.sampled_from(
    [*"0123456789", *SPACES, "-", "−", "–", ",", ".", ":-", "kr", "SEK", "€", "miljoner", "million", "mnkr", "över ",
     "٣", "½"]
)  # fmt: skip
SCRAPS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


@given(SCRAPS, st.sampled_from([sv, en]), st.sampled_from([None, "SEK", "KWD", "JPY"]))
def test_arbitrary_text_is_an_amount_or_our_error(text: str, language: ModuleType, currency: str | None) -> None:
    """Whatever the text is, it is read or refused with an error that repeats it."""
    with suppress(EsfModelError):
        assert isinstance(language.parse_money(text, currency=currency), Money)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3 706 566 kr", Money(3_706_566)),
        ("3706566 kr", Money(3_706_566)),
        ("3 706 566,50 kronor", Money("3706566.50")),
        ("500:-", Money(500)),
        ("1 500 :-", Money(1_500)),
        ("1 krona", Money(1)),
        ("−12,50 kr", Money("-12.50")),
        ("-12,5 kr", Money("-12.50")),
        ("–12,5 kr", Money("-12.50")),
        ("SEK 500", Money(500)),
        ("SEK −500", Money(-500)),
        ("500 SEK", Money(500)),
        ("500 sek", Money(500)),
        ("  500 kr\n", Money(500)),
        ("500kr", Money(500)),
        ("82,5 tkr", Money(82_500)),
        ("67 mkr", Money(67_000_000)),
        ("2,6 Mkr", Money(2_600_000)),
        ("3,7 mnkr", Money(3_700_000)),
        ("3,7 MSEK", Money(3_700_000)),
        ("18,653 mnkr", Money(18_653_000)),
        ("18,650 mnkr", Money(18_650_000)),
        ("1 000,500 kr", Money("1000.50")),
        ("1,5 mdkr", Money(1_500_000_000)),
        ("24 milj. kr", Money(24_000_000)),
        ("24 milj. kronor", Money(24_000_000)),
        ("3,7 miljoner kronor", Money(3_700_000)),
        ("11,2 miljoner svenska kronor", Money(11_200_000)),
        ("SEK 3,7 miljoner", Money(3_700_000)),
        ("8,07 miljarder kronor", Money(8_070_000_000)),
        ("100 tusen kronor", Money(100_000)),
        ("12 500 euro", Money(12_500, "EUR")),
        ("€ 12 500", Money(12_500, "EUR")),
        ("12 500 €", Money(12_500, "EUR")),
        ("500 eur", Money(500, "EUR")),
        ("2 MEUR", Money(2_000_000, "EUR")),
        ("2,5 miljoner euro", Money(2_500_000, "EUR")),
        ("3,7 mn euro", Money(3_700_000, "EUR")),
        ("1 norsk krona", Money(1, "NOK")),
        ("12 500 norska kronor", Money(12_500, "NOK")),
        ("1 miljon norska kronor", Money(1_000_000, "NOK")),
        ("1,234 kuwaitiska dinarer", Money("1.234", "KWD")),
        ("1,230 kuwaitiska dinarer", Money("1.230", "KWD")),
    ],
)  # fmt: skip
def test_swedish_amounts(text: str, amount: Money) -> None:
    """An amount is read as stated, however its unit is written."""
    assert sv.parse_money(text) == amount
    for space in SPACES:
        assert sv.parse_money(text.replace(" ", space)) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("SEK 3,706,566", Money(3_706_566)),
        ("EUR 12 500", Money(12_500, "EUR")),
        ("EUR 12,500.50", Money("12500.50", "EUR")),
        ("SEK 3.7 million", Money(3_700_000)),
        ("3.7 million Swedish kronor", Money(3_700_000)),
        ("SEK 3,707 thousand", Money(3_707_000)),
        ("3.7 MSEK", Money(3_700_000)),
        ("1,234,567 MSEK", Money(1_234_567_000_000)),
        ("500 kr", Money(500)),
        ("12,500 euros", Money(12_500, "EUR")),
        ("€5", Money(5, "EUR")),
        ("-SEK 5", Money(-5)),
        ("1 Norwegian krone", Money(1, "NOK")),
    ],
)
def test_english_amounts(text: str, amount: Money) -> None:
    """In English the currency stands before or after the amount, and thousands have a comma or a space."""
    assert en.parse_money(text) == amount


def test_a_column_says_its_currency() -> None:
    """Where the heading says the unit, the reader passes it; it must not contradict the text."""
    assert sv.parse_money("118 782 493", currency="SEK") == Money(118_782_493)
    assert sv.parse_money("24 milj.", currency="EUR") == Money(24_000_000, "EUR")
    assert sv.parse_money("5 kr", currency="SEK") == Money(5)
    with pytest.raises(InvalidValue, match="is in SEK, and EUR was expected"):
        sv.parse_money("5 kr", currency="EUR")
    with pytest.raises(InvalidValue, match="is not a currency code"):
        sv.parse_money("5 kr", currency="kr")


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "118 782 493", "names no currency"),
        (sv, "24 milj.", "names no currency"),
        (sv, "1.234", "may mean 1 234 or 1,234"),
        (sv, "1,234", "may mean 1 234 or 1,234"),
        (sv, "1.234 kr", "may mean 1 234 or 1,234"),
        (sv, "1,234 kr", "may mean 1 234 or 1,234"),
        (sv, "1,234 MSEK", "may mean 1 234 or 1,234"),
        (sv, "1,234 KWD", "may mean 1 234 or 1,234"),
        (sv, "500,000 kr", "may mean 500 000 or 500,000"),
        (sv, "12,500 euro", "may mean 12 500 or 12,500"),
        (sv, "1,230 japanska yen", "may mean 1 230 or 1,230"),
        (sv, "1.235.522 kr", "may mean 1 235 522 or 1,235522"),
        (sv, "1,235,522 kr", "may mean 1 235 522 or 1,235522"),
        (en, "1.234", "may mean 1,234 or 1.234"),
        (en, "1.234 SEK", "may mean 1,234 or 1.234"),
        (en, "1,234 MSEK", "may mean 1,234 or 1.234"),
        (en, "EUR 12.500", "may mean 12,500 or 12.500"),
        (en, "SEK 1.235.522", "may mean 1,235,522 or 1.235522"),
        (sv, "12,345678 kr", "is finer than the smallest unit of SEK"),
        (sv, "12,5 japanska yen", "is finer than the smallest unit of JPY"),
        (sv, "12 34,5 kr", "is not a number as it is written in Swedish"),
        (sv, "1 2345 kr", "is not a number as it is written in Swedish"),
        (sv, "1 234\N{NO-BREAK SPACE}567 kr", "has two kinds of space"),
        (en, "SEK 1 234\N{THIN SPACE}567", "has two kinds of space"),
        (sv, "1234.50 kr", "is not a number as it is written in Swedish"),
        (sv, "007 kr", "is not a number as it is written in Swedish"),
        (en, "SEK 12,50", "is not a number as it is written in English"),
        (sv, "1e5", "is not one amount with a unit"),
        (sv, "1e5 kr", "is not one amount with a unit"),
        (sv, "+5 kr", "is not one amount with a unit"),
        (sv, "--5 kr", "is not one amount with a unit"),
        (sv, "−-5 kr", "is not one amount with a unit"),
        (sv, "- 5 kr", "is not one amount with a unit"),
        (sv, "kr 500", "is not one amount with a unit"),
        (sv, "5 kr kr", "is not one amount with a unit"),
        (sv, "−SEK −5", "is not one amount with a unit"),
        (sv, "SEK 5 kr", "is not one amount with a unit"),
        (sv, "XYZ 5", "is not one amount with a unit"),
        (sv, "5 personer", "is not one amount with a unit"),
        (sv, "5 miljoner personer", "is not one amount with a unit"),
        (sv, "5 kr 6 kr", "is not one amount with a unit"),
        (sv, "kr", "has no figure in it"),
        (sv, "", "has no figure in it"),
        (sv, "５００ kr", "has other digits than 0 to 9"),
        (sv, "٥ kr", "has other digits than 0 to 9"),
        (sv, "½ kr", "has other digits than 0 to 9"),
        (sv, "över 12 miljoner kronor", "says what is known of one \\(\"över\"\\)"),
        (sv, "Drygt 2,6 mkr", "says what is known of one"),
        (sv, "högst 5 kr", "says what is known of one"),
        (sv, " max 5 kr", "says what is known of one"),
        (en, "at least SEK 5", "says what is known of one"),
        (sv, "2–3 miljoner kronor", "holds two figures"),
        (sv, "2 kr - 3 kr", "holds two figures"),
        (sv, "5 kr" + " " * 200, "is too long to be one figure"),
        (sv, "9" * 30 + " kr", "'9{30} kr' is 10\\^18 of the smallest unit or more"),
    ],
)  # fmt: skip
def test_what_is_no_single_amount_is_refused_with_the_reason(language: ModuleType, text: str, why: str) -> None:
    """Anything that is not exactly one amount, in one way, is refused by saying why."""
    with pytest.raises(InvalidValue, match=why):
        language.parse_money(text)


def test_ten_megabytes_are_refused_at_once() -> None:
    """The length is looked at before anything else, and the message stays short."""
    for text in ("9" * 10_000_000, " " * 10_000_000, "1 " * 5_000_000):
        with pytest.raises(InvalidValue, match="too long") as refused:
            sv.parse_money(text)
        assert len(str(refused.value)) < 300


def test_what_is_no_text_is_a_type_error() -> None:
    """A number is not read as text."""
    wrong: Any = 5
    with pytest.raises(TypeError, match="text must be a str"):
        sv.parse_money(wrong)
    with pytest.raises(TypeError, match="currency must be"):
        sv.parse_money("5", currency=wrong)


@pytest.mark.parametrize("language", [sv, en])
@pytest.mark.parametrize("currency", sorted(MINOR_DIGITS))
def test_each_currency_has_a_name_that_is_its_own(language: ModuleType, currency: str) -> None:
    """One and several of every currency are written with a name that no other currency has."""
    for amount in (Money(1, currency), Money(5_000_000, currency)):
        assert language.parse_money(language.format_money(amount, style="words")) == amount
