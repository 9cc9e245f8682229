from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esfmodel import Money, Rate, testing
from esfmodel.text import Approximation, Figure, FigureKind, sv
from esfmodel.text.prose._find import without_overlaps
from esfmodel.text.prose._swedish import SWEDISH_PROSE
from esfmodel.text.prose.figures import Found
from esfmodel.text.words.hedges import approximation, hedged_value

if TYPE_CHECKING:
    from esfmodel.text import MoneyStyle, RateStyle

HEDGES = SWEDISH_PROSE.hedges.before
PIECES = st.sampled_from(
    [
        *"0123456789", *" \n\t\xa0\xad,.:;-–−()/½٣²İ", "\n\n", "12", "100", "2 000 000", "en", "två", "en dryg ",
        "och en halv ", " och ", " till ", " mellan ", " från ", ", varav ", " respektive ", " kr", " kronor",
        " miljoner", " Miljoner", " milj.", " svenska", " norska kronor", "€", "SEK ", " euro", ":-", " mkr", "M€", "%",
        " procent", "-procentig", "-miljonersprojekt", " hälften", " en tredjedel", " ingen medfinansiering",
        "finansieras helt", " drygt ", " högst ", "(kr): ", " som mest kan få ", " eller mer", " invånare", " maj 2024",
        " månader", "treårs",
    ]
)  # fmt: skip
SCRAPS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\t ", " \N{SOFT HYPHEN}"])


@given(SCRAPS)
@example("1 kr 1 kr")
def test_figures_stand_apart_and_in_order_where_they_say(text: str) -> None:
    """Whatever the text is, figures are ordered, do not overlap, and are what the text has at their place."""
    end = 0
    for figure in sv.find_figures(text):
        assert end <= figure.span[0] < figure.span[1]
        assert text[slice(*figure.span)] == figure.text
        end = figure.span[1]


def test_a_sign_before_a_minus_belongs_to_the_figure() -> None:
    """The place of "€-9" begins at the sign, not at the minus."""
    [figure] = sv.find_figures("Saldot är €-9 i maj.")
    assert (figure.text, figure.value) == ("€-9", Money(-9, "EUR"))


@given(testing.money(), st.sampled_from(["kr", "tkr", "mnkr", "mdkr", "words"]))
@example(Money("-0.01"), "mdkr")
@example(Money(10**15 - 1, "KWD"), "kr")
def test_every_amount_that_is_written_is_found(money: Money, style: MoneyStyle) -> None:
    """An amount in any currency and style, in the middle of a sentence, is found whole and as the reader reads it."""
    written = sv.format_money(money, style=style)
    before = "Bidraget till föreningen är "
    [figure] = sv.find_figures(f"{before}{written} enligt beslutet.")
    assert (figure.kind, figure.text) == (FigureKind.MONEY, written)
    assert figure.span == (len(before), len(before) + len(written))
    assert figure.stated == figure.value == sv.parse_money(written)
    assert figure.approx is Approximation.EXACT


@given(st.decimals(-10_000, 10_000, places=6), st.sampled_from(["percent", "exact", "words"]))
@example(Decimal(0), "words")
def test_every_share_that_is_written_is_found(percent: Decimal, style: RateStyle) -> None:
    """A share in any style, in the middle of a sentence, is found whole and as the reader reads it."""
    written = sv.format_rate(Rate.of_percent(percent), style=style)
    [figure] = sv.find_figures(f"Andelen är {written} av alltihop.")
    assert (figure.kind, figure.text) == (FigureKind.RATE, written)
    assert figure.stated == figure.value == sv.parse_rate(written)


@given(st.sampled_from(sorted(HEDGES)), st.sampled_from(["12 miljoner kronor", "en miljon euro", "40 %", "1.500 kr"]))
@example("up to", "en miljon euro")
def test_words_before_a_figure_say_what_is_known_of_it(words: str, figure_text: str) -> None:
    """A word of approximation belongs to the figure after it, and leaves what is stated as it is."""
    [plain] = sv.find_figures(figure_text)
    [hedged] = sv.find_figures(f"Det är {words} {figure_text}.")
    assert hedged.text == f"{words} {figure_text}"
    assert (hedged.stated, hedged.step) == (plain.stated, plain.step)
    assert hedged.approx is approximation(HEDGES[words])
    stated = plain.stated
    if isinstance(stated, Money):
        assert hedged.value == hedged_value(stated, HEDGES[words])
    else:
        assert isinstance(stated, Rate)
        assert hedged.value == hedged_value(stated, HEDGES[words])


@given(st.lists(BLANKS, min_size=12, max_size=12))
def test_how_the_lines_are_broken_does_not_matter(blanks: list[str]) -> None:
    """Line breaks, wide spaces and hyphens that nobody sees leave every figure as it is."""
    words = "De får drygt 12\xa0345\xa0678 kronor eller närmare en halv miljon, dvs. 40 procent.".split(" ")
    parted = "".join(word + blank for word, blank in zip(words, [*blanks, *blanks], strict=False))
    assert list(map(what_is_known, sv.find_figures(parted))) == list(
        map(what_is_known, sv.find_figures(" ".join(words)))
    )


def what_is_known(figure: Figure) -> tuple[object, ...]:
    """Return all of a figure except its text and place."""
    return figure.kind, figure.stated, figure.approx, figure.value, figure.step


def test_text_is_text() -> None:
    """Figures are looked for in a str, and nothing else is taken for one."""
    with pytest.raises(TypeError, match="text must be a str, not bytes"):
        sv.find_figures(cast("str", b"12 kr"))


def test_of_figures_that_overlap_the_longest_is_kept() -> None:
    """Of overlapping figures the longest stays, and whatever of the others stands apart from it."""
    found = [Found(FigureKind.DURATION, start, end, None, Approximation.EXACT, 1, None) for start, end in SPANS]
    assert [(each.start, each.end) for each in without_overlaps(found)] == [(0, 2), (2, 8), (8, 9), (10, 12)]


SPANS = [(10, 12), (0, 2), (1, 4), (2, 8), (7, 10), (8, 9), (3, 5)]


def test_a_long_text_is_read_as_its_parts() -> None:
    """Figures of one paragraph do not depend on what stands in another."""
    paragraph = "Av 12 miljoner euro går 3 miljoner till Åland, 40 respektive 60 procent.\n\n"
    one = [what_is_known(figure) for figure in sv.find_figures(paragraph)]
    assert [what_is_known(figure) for figure in sv.find_figures(paragraph * 50)] == one * 50
