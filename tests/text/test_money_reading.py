from __future__ import annotations

import re
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.testing import money
from esfmodel.text import en, sv
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from types import ModuleType

SPACES = (" ", "\N{NO-BREAK SPACE}", "\N{FIGURE SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")
PIECES = st.sampled_from(
    [*"0123456789", *SPACES, "-", "−", "–", "+", ",", ".", ":", ":-", ",-", "kr", " kr", "SEK", "MSEK", "€", "£",
     "miljoner", " million", "mnkr", "över ", "två ", "one ", "1 234", "1.234", "\t", "\n", "٣", "½", "５", "e5", "å"]
)  # fmt: skip
SCALES = {
    "tkr": 10**3, "tusen": 10**3, "thousand": 10**3, "mnkr": 10**6, " mn ": 10**6, "miljon": 10**6, "million": 10**6,
    "mdkr": 10**9, " md ": 10**9, "miljard": 10**9, "billion": 10**9,
}  # fmt: skip
SCRAPS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


@given(SCRAPS, st.sampled_from([sv, en]), st.sampled_from([None, "SEK", "KWD", "JPY"]), st.sampled_from([None, "."]))
def test_arbitrary_text_is_an_amount_or_our_error(
    text: str, language: ModuleType, currency: str | None, thousands: str | None
) -> None:
    """Whatever the text is, it is read or refused with an error that repeats it."""
    with suppress(EsfModelError):
        assert isinstance(language.parse_money(text, currency=currency, thousands=thousands), Money)


@given(money(), st.sampled_from([sv, en]), st.sampled_from(["tkr", "mnkr", "mdkr", "words"]))
def test_what_is_shortened_is_read_to_within_half_of_its_last_digit(
    amount: Money, language: ModuleType, style: str
) -> None:
    """A style that loses digits loses no more than its printed figure says: half a unit of the last digit."""
    written = language.format_money(amount, style=style).replace("\N{NO-BREAK SPACE}", " ")
    read = language.parse_money(written)
    mark = r"\." if language is en else ","
    decimals = re.search(rf"(?<=[0-9]{mark})[0-9]+", written)
    scale = next((size for word, size in SCALES.items() if word in written), 1)
    step = Fraction(scale, 10 ** len(decimals[0]) if decimals else 1)
    assert abs(read.as_fraction() - amount.as_fraction()) <= step / 2


@given(money(), st.sampled_from(SPACES), st.sampled_from("-−–"))
def test_every_space_and_every_minus_is_read(amount: Money, space: str, minus: str) -> None:
    """Which of the spaces parts the thousands, and which of the dashes is the minus, makes no difference."""
    for each in (amount, -amount):
        written = sv.format_money(each).replace("\N{NO-BREAK SPACE}", space).replace("−", minus)
        assert sv.parse_money(written) == each


@given(st.builds(Money.of_minor, st.integers(1 - 10**18, 10**18 - 1)), st.sampled_from([sv, en]))
def test_dots_part_thousands_only_when_the_reader_is_told_so(amount: Money, language: ModuleType) -> None:
    """Told of dots between the thousands, both languages read what is refused without a word."""
    written = sv.format_money(amount).replace("\N{NO-BREAK SPACE}", ".").replace(".kr", " kr")
    assert language.parse_money(written, thousands=".") == amount
    if abs(amount) >= Money(1000):
        with pytest.raises(InvalidValue, match=r"between its thousands|may mean") as refused:
            language.parse_money(written)
        example = refused.value.params["example"]
        assert isinstance(example, str)
        assert language.parse_money(example) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.235.522 kr", Money(1_235_522)),
        ("1.235.522,50 kr", Money("1235522.50")),
        ("1.234 kr", Money(1_234)),
        ("1 234 kr", Money(1_234)),
        ("1.234 tkr", Money(1_234_000)),
        ("12,5 mkr", Money(12_500_000)),
        ("MSEK 1.234", Money(1_234_000_000)),
        ("1,234 MSEK", Money(1_234_000)),
    ],
)
def test_what_dots_and_commas_mean_once_it_is_said(text: str, amount: Money) -> None:
    """With dots between thousands a comma is the decimal mark, and nothing is left to guess."""
    assert sv.parse_money(text, thousands=".") == amount


def test_the_mark_between_thousands_is_a_dot_or_not_said() -> None:
    """A comma cannot be chosen, and the marks of the text must be those that were said."""
    wrong: Any = 3
    comma: Any = ","
    with pytest.raises(InvalidValue, match=re.escape("thousands ',' is not one we know; use one of \".\"")):
        sv.parse_money("1,234 kr", thousands=comma)
    with pytest.raises(TypeError, match="thousands must be a str"):
        sv.parse_money("1,234 kr", thousands=wrong)
    with pytest.raises(InvalidValue, match=r'has "\." before its decimals; write it as "1,5 mkr"'):
        sv.parse_money("1.5 mkr", thousands=".")


@given(st.sampled_from(sorted(SWEDISH.number_words.items())))
def test_numbers_in_words_are_read_with_any_unit(stated: tuple[str, int]) -> None:
    """A number word before a unit is that number of them."""
    word, number = stated
    assert sv.parse_money(f"{word} miljoner kronor") == Money(number * 1_000_000)
    assert sv.parse_money(f"{word.capitalize()} norska kronor") == Money(number, "NOK")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3 706 566 kr", Money(3_706_566)),
        ("3706566 kr", Money(3_706_566)),
        ("3 706 566,50 kronor", Money("3706566.50")),
        ("500:-", Money(500)),
        ("500:–", Money(500)),
        ("500:--", Money(500)),
        ("500,-", Money(500)),
        ("5,- kr", Money(5)),
        ("500:-kr", Money(500)),
        ("SEK 500:-", Money(500)),
        ("12:50 kr", Money("12.50")),
        ("1 250:05 kronor", Money("1250.05")),
        ("-12:50 kr", Money("-12.50")),
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
        ("MSEK 3,7", Money(3_700_000)),
        ("MSEK −3,7", Money(-3_700_000)),
        ("3,7 MNOK", Money(3_700_000, "NOK")),
        ("TEUR 250", Money(250_000, "EUR")),
        ("M€ 2", Money(2_000_000, "EUR")),
        ("2 M€", Money(2_000_000, "EUR")),
        ("sek 500", Money(500)),
        ("Euro 500", Money(500, "EUR")),
        ("£ 5", Money(5, "GBP")),
        ("24 Milj kr", Money(24_000_000)),
        ("1,5 mdr kr", Money(1_500_000_000)),
        ("500 skr", Money(500)),
        ("500 svenska kr", Money(500)),
        ("500 nkr", Money(500, "NOK")),
        ("12 danska kr", Money(12, "DKK")),
        ("18,653 mnkr", Money(18_653_000)),
        ("18,650 mnkr", Money(18_650_000)),
        ("1 000,500 kr", Money("1000.50")),
        ("1,5 mdkr", Money(1_500_000_000)),
        ("24 milj. kr", Money(24_000_000)),
        ("24 milj. kronor", Money(24_000_000)),
        ("24 milj.kr", Money(24_000_000)),
        ("2,5 Milj.kronor", Money(2_500_000)),
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
        ("en krona", Money(1)),
        ("en miljon kronor", Money(1_000_000)),
        ("En miljon norska kronor", Money(1_000_000, "NOK")),
        ("två miljoner kronor", Money(2_000_000)),
        ("tva\N{COMBINING RING ABOVE} miljoner kronor", Money(2_000_000)),
        ("tjugofem tkr", Money(25_000)),
        ("hundra euro", Money(100, "EUR")),
        ("en halv miljon kronor", Money(500_000)),
        ("en och en halv miljon kronor", Money(1_500_000)),
        ("Två och en halv miljoner norska kronor", Money(2_500_000, "NOK")),
        ("tre och en halv krona", Money("3.50")),
        ("½ kr", Money("0.50")),
        ("2½ miljoner kronor", Money(2_500_000)),
        ("2 ½ mkr", Money(2_500_000)),
        ("1¼mnkr", Money(1_250_000)),
        ("¾ miljon", Money(750_000)),
        ("En halv miljard norska kronor", Money(500_000_000, "NOK")),
        ("två miljoner NOK", Money(2_000_000, "NOK")),
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
        ("€2.5m", Money(2_500_000, "EUR")),
        ("EUR 1.2 bn", Money(1_200_000_000, "EUR")),
        ("EUR 500k", Money(500_000, "EUR")),
        ("£3 million", Money(3_000_000, "GBP")),
        ("MSEK 3.7", Money(3_700_000)),
        ("two million Swedish kronor", Money(2_000_000)),
        ("one Norwegian krone", Money(1, "NOK")),
        ("half a million euros", Money(500_000, "EUR")),
        ("one and a half million euros", Money(1_500_000, "EUR")),
        ("Two and a Half billion Swedish kronor", Money(2_500_000_000)),
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
    assert sv.parse_money("118 782 493") == sv.parse_money("118 782 493 kr") == Money(118_782_493)
    assert sv.parse_money("24 milj.") == Money(24_000_000)
    for text, example in (
        ("118 782 493", "118 782 493 kr"),
        ("24 milj.", "24 milj. kr"),
        ("1.200.000", "1 200 000 kr"),
    ):
        with pytest.raises(InvalidValue, match=f'names no currency; add it, as in "{example}"'):
            sv.parse_money(text, currency=None)
    with pytest.raises(InvalidValue, match='names no currency; add it, as in "SEK 118,782"'):
        en.parse_money("118,782")
    assert sv.parse_money("24 milj.", currency="EUR") == Money(24_000_000, "EUR")
    assert sv.parse_money("5 kr", currency="SEK") == Money(5)
    with pytest.raises(InvalidValue, match="is in SEK, and EUR was expected"):
        sv.parse_money("5 kr", currency="EUR")
    with pytest.raises(InvalidValue, match="is not a currency code"):
        sv.parse_money("5 kr", currency="kr")


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "1.234", "may mean 1 234 or 1,234"),
        (sv, "1,234", "may mean 1 234 or 1,234"),
        (sv, "1.234 kr", "may mean 1 234 or 1,234"),
        (sv, "1,234 kr", "may mean 1 234 or 1,234"),
        (sv, "1,234 MSEK", "may mean 1 234 or 1,234"),
        (sv, "1,234 KWD", "may mean 1 234 or 1,234"),
        (sv, "500,000 kr", "may mean 500 000 or 500,000"),
        (sv, "12,500 euro", "may mean 12 500 or 12,500"),
        (sv, "1,230 japanska yen", "may mean 1 230 or 1,230"),
        (sv, "MSEK 1,234", "may mean 1 234 or 1,234"),
        (sv, "1.234 kr", '1,234; write it as "1 234 kr" or "1,23 kr"'),
        (sv, "12,500 kr.", 'may mean 12 500 or 12,500; write it as "12 500 kr." or "12,50 kr."'),
        (sv, "1.234 kr.", 'may mean 1 234 or 1,234; write it as "1 234 kr." or "1,23 kr."'),
        (sv, "1,999 japanska yen", 'write it as "1 999 japanska yen" or "2 japanska yen"'),
        (sv, "1.234 mkr", 'write it as "1 234 mkr" or "1,2340 mkr"'),
        (sv, "1.234 tkr.", "is not one amount with a unit: \"tkr.\" is not read as a unit"),
        (sv, "1.235.522 kr", 'has "." between its thousands; write it as "1 235 522 kr"'),
        (sv, "1.235.522,50 kr", 'has "." between its thousands; write it as "1 235 522,50 kr"'),
        (sv, "1,235,522 kr", 'has "," between its thousands; write it as "1 235 522 kr"$'),
        (sv, "1,235,522.50 kr", 'has "," between its thousands; write it as "1 235 522,50 kr"$'),
        (en, "1.234", "may mean 1 234 or 1.234"),
        (en, "1.234 SEK", "may mean 1 234 or 1.234"),
        (en, "1,234 MSEK", "may mean 1 234 or 1.234"),
        (en, "EUR 12.500", "may mean 12 500 or 12.500"),
        (en, "SEK 1.235.522", 'has "." between its thousands; write it as "SEK 1,235,522"'),
        (en, "MSEK 1,234", "may mean 1 234 or 1.234"),
        (sv, "12,345678 kr", 'is finer than the smallest unit of SEK; round it, as in "12,35 kr"'),
        (sv, "12,5 japanska yen", "is finer than the smallest unit of JPY"),
        (sv, "12 34,5 kr", "is not a well-written number"),
        (sv, "1 2345 kr", "is not a well-written number"),
        (sv, "1 234\N{NO-BREAK SPACE}567 kr", "has two kinds of space"),
        (en, "SEK 1 234\N{THIN SPACE}567", "has two kinds of space"),
        (sv, "8 000\N{THIN SPACE}000 kr", 'two kinds of space in one number; write it as "8 000 000 kr"'),
        (sv, "8  000 000 kr", 'has a double space, .*; write it as "8 000 000 kr"'),
        (sv, "8 000\t000 kr", 'a tab, .*; write it as "8 000 000 kr"'),
        (sv, "8 000 000\n kr", 'a line break .*; write it as "8 000 000 kr"'),
        (sv, "8\N{IDEOGRAPHIC SPACE}000 kr", 'an unusual space in it; write it as "8 000 kr"'),
        (sv, "1234.50 kr", 'has "." before its decimals; write it as "1234,50 kr"'),
        (sv, "007 kr", "is not a well-written number"),
        (en, "SEK 12,50", 'has "," before its decimals; write it as "SEK 12.50"'),
        (sv, "1e5", "is not one amount with a unit"),
        (sv, "1e5 kr", "is not one amount with a unit"),
        (sv, "+5 kr", "is not one amount with a unit"),
        (sv, "--5 kr", "is not one amount with a unit"),
        (sv, "−-5 kr", "is not one amount with a unit"),
        (sv, "- 5 kr", 'has a space after its minus, .*; write it as "-5 kr"'),
        (sv, "\u2212 5 kr", 'write it as "\u22125 kr"'),
        (sv, "- x5 kr", "is not one amount with a unit"),
        (sv, "(500 kr)", 'has brackets, which are a minus to some; write it as "500 kr", with a minus'),
        (sv, "(-500) kr", 'has brackets, .* write it as "500 kr"'),
        (en, "EUR (500)", "has brackets"),
        (sv, "kr 500", 'has "kr" before its number; write it as "500 kr" for Swedish kronor, or .*"NOK 500"'),
        (sv, "Kr. 500", 'has "Kr." before its number'),
        (en, "kr 500", 'has "kr" before its number'),
        (sv, "mkr 3,7", 'has "mkr" before its number; write it as "3,7 mkr"$'),
        (sv, "12:50", "is not one amount with a unit"),
        (sv, "12:50 euro", "is not one amount with a unit"),
        (sv, "12,5:-", "is not one amount with a unit"),
        (sv, "2,- mkr", "is not one amount with a unit"),
        (sv, "5,- euro", "is not one amount with a unit"),
        (en, "5,- kr", "is not one amount with a unit"),
        (sv, "MSEK 3 miljoner", "is not one amount with a unit"),
        (sv, "tre", "has no figure in it"),
        (sv, "en och en halv", "has no figure in it; write the number in digits"),
        (sv, "en och ett halvt miljon kronor", "has no figure in it"),
        (en, "two and half a million euros", "has no figure in it"),
        (sv, "tre personer", "has no figure in it; write the number in digits"),
        (sv, "5 kr kr", "is not one amount with a unit"),
        (sv, "−SEK −5", "is not one amount with a unit"),
        (sv, "SEK 5 kr", "is not one amount with a unit"),
        (sv, "XYZ 5", "is not one amount with a unit"),
        (sv, "5 personer", 'is not one amount with a unit: "personer" is not read as a unit; .*"3 706 566 kr"'),
        (sv, "$5", 'is not one amount with a unit; write it as in "3 706 566 kr", or with the code of .*"500 EUR"'),
        (sv, "5 pund", '"pund" is not read as a unit'),
        (sv, "5\u200bkr", r'"\\u200bkr" is not read as a unit'),
        (sv, "5 kr och 50 öre", "holds two figures; write each of them by itself$"),
        (sv, "5–6 kr", "holds two figures; write each of them by itself"),
        (sv, "5 miljoner personer", "is not one amount with a unit"),
        (sv, "5 kr 6 kr", "holds two figures"),
        (sv, "4 av 5 kr", "holds two figures; write each of them"),
        (sv, "12 miljoner av närmare 29 miljoner", "holds two figures"),
        (sv, "kr", "has no figure in it"),
        (sv, "", "is empty; write it, or leave it out"),
        (sv, " \t", "is empty"),
        (sv, "-", "states no figure; leave the field out"),
        (sv, "N.a.", "states no figure"),
        (sv, "None", "states no figure"),
        (sv, "ej angivet", "states no figure"),
        (en, "not stated", "states no figure"),
        (sv, "５００ kr", "has other digits than 0 to 9"),
        (sv, "٥ kr", "has other digits than 0 to 9"),
        (sv, "⅓ kr", 'has other digits than 0 to 9; write it with plain digits, as in "3 706 566 kr"'),
        (sv, "över 12 miljoner kronor", "says what is known \\(\"över\"\\)"),
        (sv, "Drygt 2,6 mkr", "says what is known"),
        (sv, "högst 5 kr", "says what is known"),
        (sv, " max 5 kr", "says what is known"),
        (sv, "ca 12 mkr", 'says what is known \\("ca"\\); write it alone where it is exact'),
        (sv, "~12 mkr", 'says what is known \\("~"\\)'),
        (sv, "<5 kr", "says what is known"),
        (sv, "en dryg miljon kronor", 'says what is known \\("en dryg"\\)'),
        (sv, "några miljoner kronor", "says what is known"),
        (sv, "mellan 2 och 3 mkr", "says what is known"),
        (en, "at least SEK 5", "says what is known"),
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


@pytest.mark.parametrize("text", ["2 millioner KR", "2 Millioner Kr", "2 mill. KR", "3,5 millioner KR."])
def test_kr_of_a_neighbour_is_refused_in_any_case(text: str) -> None:
    """Capitals do not make the kroner of a neighbour Swedish."""
    with pytest.raises(InvalidValue) as refused:
        sv.parse_money(text)
    assert refused.value.code == "money.unknown_unit"
