"""Where one figure ends and the next begins: cells, rows, wrapped lines, and numbers that are no amounts."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esfmodel.text import FigureKind, sv


def amounts(text: str) -> list[str]:
    """Return the amounts in a text, as they are written there."""
    return [figure.text for figure in sv.find_figures(text) if figure.kind is FigureKind.MONEY]


def grouped(number: int) -> str:
    """Write a number with spaces between thousands."""
    return f"{number:,}".replace(",", " ")


NUMBERS = st.one_of(st.integers(1, 999), st.integers(1_000, 999_999_999)).map(grouped)
GAPS = st.sampled_from(["\t", "  ", " | ", "|", ";", "\t\t", " \t", "\t–\t", "  -  ", "\N{EM SPACE} ", "\t\n"])


@given(NUMBERS, GAPS, NUMBERS, st.sampled_from(["kr", "tkr", "euro"]), st.sampled_from(["", "Sala", "Sala 2"]))
@example("12", "\t", "450 000", "kr", "Sala")
@example("12 000", "\t", "450 000", "kr", "Sala")
@settings(max_examples=40)
def test_digits_of_two_cells_are_never_one_number(one: str, gap: str, other: str, unit: str, name: str) -> None:
    """A tab, several spaces, a bar or a break between two numbers changes neither."""
    assert amounts(f"{name}{gap}{one}{gap}{other} {unit}") == [f"{other} {unit}"]
    assert amounts(f"{name}{gap}{one} {unit}{gap}{other} {unit}") == [f"{one} {unit}", f"{other} {unit}"]


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=3))
@settings(max_examples=30)
def test_each_row_has_its_own_amount(rows: list[tuple[str, str]]) -> None:
    """A number at the end of a row does not go on in the next row."""
    expected = [f"{amount} kr" for _, amount in rows]
    assert amounts("\n".join(f"{amount} kr\nAntal {count}" for count, amount in rows)) == expected
    assert amounts("\n".join(f"Antal {count}\n{amount} kr" for count, amount in rows)) == expected


FIGURES = st.sampled_from(
    (
        "450 000 kr|12 mkr|högst 40 %|2–3 mkr|cirka 300 000 euro|500:-|MSEK 4,5|SEK 450 000|€ 12 500|2024-05-12"
        "|12 maj 2024|1 januari 2023 – 31 december 2025|36 månader|ett år|hälften|en tredjedel|220 kr/h"
        "|minst 200 000 kr|500.000,-|450 000 kr eller mer|1 200 500,50 kr|trehundratusen kronor|Antal 120|12 000"
    ).split("|")
)


@given(FIGURES, st.sampled_from(["\t", "  ", "\n", "\n\n", " | ", ";", "\t\n", "\n- ", ".\n"]), FIGURES)
@example("2 miljoner kr", "\t", "220 kr")
@example("12 mkr", ";", "7")
@settings(max_examples=80)
def test_figures_apart_are_what_they_are_alone(one: str, gap: str, other: str) -> None:
    """No figure takes a word, a sign, a unit or an end from another cell, row or item of a list."""
    alone = [*sv.find_figures(one), *sv.find_figures(other)]
    both = sv.find_figures(f"{one}{gap}{other}")
    assert [(figure.text, figure.value) for figure in both] == [(figure.text, figure.value) for figure in alone]


def written(day: datetime.date, form: str) -> str:
    """Write a day in a form."""
    return form.format(day)


DAYS = st.builds(
    written,
    st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0:%Y-%m-%d}", "{0:%y-%m-%d}", "{0:%Y%m%d}", "{0:%Y-%m}", "{0.day}/{0.month}",
            "{0.day}/{0.month} {0.year}", "{0.day}/{0.month}-{0:%y}", "{0.day}.{0.month}.{0.year}",
            "den {0.day} maj {0.year}", "{0.year}–{0:%y}",
        ]
    ),
)  # fmt: skip
TELEPHONES = st.from_regex(
    r"(?:(?:\+46 ?|0046 |0)(?:8|[1-9][0-9]{1,2})[-/]|070 )"
    r"(?:[1-9]00 [0-9]{3} [0-9]{2}|[1-9]10 [0-9]{2} [0-9]{2}|[1-9]2 [0-9]{2} [0-9]{2})",
    fullmatch=True,
)
REFERENCES = st.from_regex(
    r"(?:(?:dnr|Diarienr|projektnr|Ärende|Ref\.nr) (?:RUN )?(?:[1-9][0-9]{0,2}|2024/[0-9]{1,5}|[1-9][0-9]?-[0-9]{2,4}"
    r"|20[0-9]{2}-[0-9]{1,5}|2[0-9]-[0-9]{3}-[0-9]{1,2}|[1-9]\.[1-9]-[0-9]{1,3}/2024)"
    r"|TRR-[0-9]{2,4}-[0-9]{1,3}|[0-9]{6}-[0-9]{4}|KS2024/[0-9]{3,5}|(?:postnr|,) [1-9][0-9]{2} [0-9]{2})",
    fullmatch=True,
)


@given(st.one_of(DAYS, TELEPHONES, REFERENCES), NUMBERS)
@example("Projektnr 7", "450 000")
@example("dnr RUN 7", "450 000")
@example("TRR-2024-7", "450 000")
@settings(max_examples=100)
def test_nothing_before_an_amount_changes_it(before: str, number: str) -> None:
    """The last digits of a day, a telephone number or a reference never group with those of an amount."""
    assert amounts(f"{before} {number} kr") == [f"{number} kr"]


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999))
@settings(max_examples=30)
def test_a_sentence_goes_on_in_its_next_line(first: int, second: int, third: int) -> None:
    """A number in a sentence may be wrapped; what may be the end of a row is left out, and never read wrongly."""
    sentence = (
        f"Projektet i Härjedalens och Bergs kommuner får sammanlagt {first}|{second:03} {third:03} kronor ur fonden."
    )
    [whole] = amounts(sentence.replace("|", " "))
    assert amounts(sentence.replace("|", "\n")) == [whole.replace(" ", "\n", 1)]
    short = f"Stöd {first}\n{second:03} {third:03} kronor"
    assert amounts(short) == [short.removeprefix("Stöd " if second < 100 else f"Stöd {first}\n")]


@pytest.mark.parametrize(
    "text",
    [
        "Projektet i Härjedalens och Bergs kommuner omfattar 12\n450 000 kr",
        "Etapp 2 450 000 kr och mål 1 200 000 kr.",
        "Sala 100 12 450 kr",
        "10–12 000 kr, mellan 5 och 10 000 kr",
        "Projekt 12 MSEK 4,5",
        "Covid-19 450 000 kr",
        "tre fyra miljoner kronor",
        "Alla belopp i tkr\nBeviljat stöd 400 000",
        "Finansiär\teuro\nBeviljat stöd\t400 000",
        "2023 tkr\t2024 tkr\nSala\t450\t300",
        "Sala\n2024 tkr\nBerg",
        "Sala 12\t|\t2024 tkr | 450",
        "Budget 2021, 2022 och 2023 tkr",
        "Stödet är på 12\n500 kronor.",
        "Delmål 2 450 000 kr, Storgatan 12 450 000 kr och projekt 123 450 000 kr",
        "2023 2024 2025\nLöner 450 500 550 tkr",
        "2023 2024\nLöner 450 500 550 600 tkr",
        "Stödet\n-450 000 kr",
        "Stödet\n–450 000 kr",
    ],
)
def test_what_may_be_read_in_two_ways_is_left_out(text: str) -> None:
    """Where only the author knows which digits belong together, or in which unit they are, nothing is said."""
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Antal 12\n- 450 000 kr", ["450 000 kr"]),
        ("Antal 12\nMSEK 4,5", ["MSEK 4,5"]),
        ("Antal 12\nkr 450 000", ["kr 450 000"]),
        ("Antal 12\nmkr 4,5", ["mkr 4,5"]),
        ("EUR 12 500 SEK 140 000", ["EUR 12 500", "SEK 140 000"]),
        ("450 000 SEK 12 000 EUR", ["450 000 SEK", "12 000 EUR"]),
        ("450 000 SEK 2024", ["450 000 SEK"]),
        ("450 000 kr 12 deltagare", ["450 000 kr"]),
        ("2 miljoner\tEUR 450 000\n3 miljoner\nkronor", ["2 miljoner", "EUR 450 000", "3 miljoner\nkronor"]),
        ("1. 450 000 kr\n2. 300 000 kr\n3. 12 000 kr", ["450 000 kr", "300 000 kr", "12 000 kr"]),
        ("1) Berg 450 000 SEK 2) Sala 300 000 SEK", ["450 000 SEK", "300 000 SEK"]),
        ("Rum 101 200 kr", ["200 kr"]),
        ("Adress 831 45 500 kr", ["500 kr"]),
        ("Projekt 450 000 kr, etapp 2 050 000 kr", ["450 000 kr", "2 050 000 kr"]),
        ("Egen insats 2 450 000 kr", ["2 450 000 kr"]),
        ("2022 2023 2024\nStöd 4 500 kr", ["4 500 kr"]),
        ("Berg: -450 000 kr, minus 12 kr", ["-450 000 kr", "minus 12 kr"]),
        ("Sala\t450 000\t-12 000 kr", ["-12 000 kr"]),
        ("Kontakt: 12\n450 000 kr i stöd", ["450 000 kr"]),
        ("5, 10 och 20 000 kr", ["20 000 kr"]),
        ("Mellan 500 och 1 500 kr, 0–50 000 kr", ["Mellan 500 och 1 500 kr", "0–50 000 kr"]),
    ],
)
def test_each_number_has_its_own_unit(text: str, found: list[str]) -> None:
    """A unit, a minus or a thousand is that of the number which it stands beside."""
    assert amounts(text) == found
