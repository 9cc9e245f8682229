"""What labels of money mean, and that no dress of a label changes it."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esfmodel.model import CostCategory, FundingSource
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage, bare_label, is_note, label_meaning
from esfmodel.text.words._currencies import currency_names
from esfmodel.text.words.labels import labels_of, members_by_name
from esfmodel.text.words.money_labels import CATEGORY_WORDS, MONEY_WORDS, PAGE_LABELS, TEXT_LABELS
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.format import LANGUAGES

_TABLE = Path(__file__).with_name("money_labels.txt").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^([A-Z].*):\n((?: {4}.*\n)+)", re.MULTILINE)


def _rows() -> list[tuple[str, LabelSide | None, str]]:
    """Return each label of the table with the side around it and what it means."""
    found: list[tuple[str, LabelSide | None, str]] = []
    for heading, below in _BLOCK.findall(_TABLE):
        meaning, _, around = heading.partition(" | ")
        within = LabelSide[around] if around else None
        found += [(label, within, meaning) for label in " ".join(below.split()).split("; ")]
    return found


ROWS = _rows()
# Labels of money alone, in one language and without a unit.
PAID = [
    (label, meaning)
    for label, within, text in ROWS
    if text.startswith("FINANCING ")
    and within is None
    and (meaning := label_meaning(label)).source
    and "(" not in label
    if not meaning.currency and not meaning.of_which and "/" not in label
]
of_money = st.sampled_from(PAID)


def told(meaning: LabelMeaning) -> str:
    """Return what a label means as the table writes it."""
    return " ".join(
        (
            meaning.side.name,
            *(each.name for each in (meaning.source, meaning.form, meaning.category) if each is not None),
            *([meaning.stage.value] if meaning.stage else []),
            *([meaning.currency] if meaning.currency else []),
            *([str(meaning.unit)] if meaning.unit else []),
            *(name for name in ("of_which", "subtotal", "deduction") if getattr(meaning, name)),
            *([f"of {meaning.of.value}"] if meaning.of and not meaning.source else []),
            *([meaning.role] if meaning.role else []),
        )
    )


def test_what_labels_mean() -> None:
    """One precedence for all: what is no money, who pays, what is paid, and only then that it is a total or a body."""
    wrong = [
        f"{label!r} {within and within.name}: {told(found)}, not {meaning}"
        for label, within, meaning in ROWS
        if told(found := label_meaning(label, within=within)) != meaning
    ]
    assert not wrong
    assert len(ROWS) > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_this_library_are_read_back(language: str) -> None:
    """A source and, in a table of costs, a category mean themselves in both languages, however they are written."""
    for source, word in labels_of(FundingSource)[language].items():
        assert {label_meaning(each).source for each in (word, word.upper(), f"{word}:")} == {source}
    for category, word in labels_of(CostCategory)[language].items():
        found = label_meaning(word.capitalize(), within=LabelSide.COST)
        assert (found.side, found.category) == (LabelSide.COST, category)
    for name, source in members_by_name(FundingSource).items():
        assert label_meaning(name).source is source


def test_labels_of_pages_mean_what_they_are_listed_under() -> None:
    """The exact labels of registers and the words of the precedence agree."""
    sources = {
        "support, undivided": FundingSource.EU_AND_STATE,
        "support of the Union alone": FundingSource.EU,
        "support of the state": FundingSource.STATE_GRANT,
        "support of a partner country": FundingSource.PARTNER_COUNTRY,
        "own contribution, public": FundingSource.OWN_PUBLIC,
        "own contribution, private": FundingSource.OWN_PRIVATE,
        "own contribution": FundingSource.OWN,
        "support applied for": FundingSource.EU_AND_STATE,
    }
    for held, labels in PAGE_LABELS.items():
        for label in labels:
            found = label_meaning(label)
            if held in sources:
                assert (found.side, found.source) == (LabelSide.FINANCING, sources[held])
                assert (found.stage is Stage.APPLIED) == (held == "support applied for")
            elif held == "total cost":
                assert (found.side, found.source) == (LabelSide.TOTAL, None)
            else:
                assert found.side in {LabelSide.DATE, LabelSide.NOT_OURS}
    for held, labels in TEXT_LABELS.items():
        assert len({attrs.evolve(label_meaning(label), label="") for label in labels}) == 1, held


UNITS = [
    ("SEK", None, ("{} (kr)", "{} i SEK", "{}, kronor", "{} [SEK]", "{} SEK")),
    ("SEK", 1000, ("{} (tkr)", "{}, tkr", "{} i tusental kronor", "{} (tusen kronor)", "{} (1000 kr)", "{} (kSEK)")),
    ("SEK", 1_000_000, ("{} (mnkr)", "{}, MSEK", "{} i miljoner kronor", "{} (milj. kr)")),
    ("EUR", None, ("{} (€)", "{} in EUR", "{}, euro", "{} €", "{}(EUR)")),
    ("EUR", 1000, ("{} (€'000)", "{} in thousand euro", "{} (TEUR)")),
    ("EUR", 1_000_000, ("{} (M€)", "{} (mn euro)", "{}, MEUR", "{} (EUR million)")),
    ("PLN", None, ("{} (PLN)", "{} [zł]")),
    ("ALL", None, ("{} (ALL)", "{} in ALL")),
    (None, 1_000_000, ("{} i miljoner", "{} (miljoner)")),
]


@settings(max_examples=40)
@given(of_money, st.sampled_from([(code, unit, form) for code, unit, forms in UNITS for form in forms]))
def test_a_unit_is_taken_off(paid: tuple[str, LabelMeaning], unit: tuple[str | None, int | None, str]) -> None:
    """A label with a unit in a parenthesis or at its end means the same with that unit."""
    label, meaning = paid
    code, scale, form = unit
    found = label_meaning(form.format(label))
    currencies = {found.currency, *found.currencies}
    assert (found.unit, attrs.evolve(found, label=label, currency=None, currencies=(), unit=None)) == (scale, meaning)
    # "kr" beside Norwegian or Danish words may be their krone.
    assert currencies in ({code}, {None, "NOK", "DKK"})
    assert bare_label(form.format("Medel")) == "Medel"


@settings(max_examples=40)
@given(
    of_money, st.sampled_from(["1. {}", "2.1 {}", "a) {}", "– {}", "{}:", " {} ", "* {}", "{} \u00ad"]), st.booleans()
)
def test_the_dress_of_a_label_does_not_matter(paid: tuple[str, LabelMeaning], form: str, underscores: bool) -> None:
    """Numbering, case, a colon, underscores and soft hyphens change nothing."""
    label, meaning = paid
    dressed = label.replace(" ", "_") if underscores else label
    for each in (dressed, dressed.upper(), dressed.lower()):
        assert attrs.evolve(label_meaning(form.format(each)), label=label, body=None) == attrs.evolve(
            meaning, body=None
        )


@settings(max_examples=40)
@given(of_money, of_money)
def test_two_languages_agree_or_nothing_is_said(one: tuple[str, LabelMeaning], other: tuple[str, LabelMeaning]) -> None:
    """A label in two languages means what both mean; where one is support and the other own money it means neither."""
    found = label_meaning(f"{one[0]} / {other[0]}")
    first, second = one[1], other[1]
    assert first.source is not None
    assert second.source is not None
    if first.source.is_own is not second.source.is_own:
        assert found.source is None
    elif found.source is not None:
        assert found.source.is_own is first.source.is_own
    assert attrs.evolve(label_meaning(f"{one[0]} / {one[0]}"), label="") == attrs.evolve(first, label="")


@settings(max_examples=40)
@given(of_money)
def test_parts_and_totals_of_a_payer(paid: tuple[str, LabelMeaning]) -> None:
    """The word "varav" makes a part and "Summa" a total of the same payer's money, or of nobody's."""
    label, meaning = paid
    part, total = label_meaning(f"varav {label}"), label_meaning(f"Summa {label}")
    assert part.source is None or (part.of_which and part.source is meaning.source)
    assert total.source is None or (total.side is LabelSide.TOTAL and total.subtotal and total.source is meaning.source)


@settings(max_examples=40)
@given(st.text(max_size=400), st.sampled_from([None, *LabelSide]))
@example("och " * 75, None)
@example("(i " * 100, LabelSide.COST)
@example("a / " * 75, None)
@example("inkl. " * 50, LabelSide.FINANCING)
@example("(" * 10_000_000, None)
def test_any_text_has_an_answer(label: str, within: LabelSide | None) -> None:
    """No text is refused, and the label is kept as it is written."""
    assert label_meaning(label, within=within).label == label
    assert is_note(label) in {True, False}


@settings(max_examples=40)
@given(st.from_regex(r"\A[bdfgjkqvwxz]{5,9}( [bdfgjkqvwxz]{5,9}){0,3}\Z"))
def test_words_that_nobody_knows_mean_nothing(label: str) -> None:
    """Unknown words are never the total, own money or a body, except under a heading of bodies or of costs."""
    assert label_meaning(label) == LabelMeaning(label, LabelSide.UNKNOWN)
    assert label_meaning(label, within=LabelSide.FINANCING).side is LabelSide.UNKNOWN
    assert label_meaning(label, within=LabelSide.BODY).body == label
    assert label_meaning(label, within=LabelSide.COST).category is CostCategory.OTHER


def test_an_amount_is_no_unit() -> None:
    """A number with its unit after a label is not the unit of other numbers."""
    for label in ("EU-stöd 2 150 000 kr", "EU-stöd: 1 000 kr", "EU-stöd, 1000 kr"):
        assert (label_meaning(label).unit, bare_label(label)) == (None, label)
    assert label_meaning("Utfall 2024 tkr").unit == label_meaning("Utfall i 1000 kr").unit == 1000


def test_kroner_may_be_of_two_countries() -> None:
    """The word "kr" beside Norwegian or Danish words is left open, as are euro or pounds."""
    found = label_meaning("Egne midler (kr)")
    assert (found.source, found.currency, found.currencies) == (FundingSource.OWN, None, ("NOK", "DKK"))
    assert label_meaning("Project cost (€/£)").currencies == ("EUR", "GBP")


def test_the_body_that_pays_is_named() -> None:
    """A body after "från" is the payer, if it has a name; a municipality is known by its name under a heading."""
    assert label_meaning("Medfinansiering från Region Örebro län").body == "Region Örebro län"
    assert label_meaning("Medfinansiering från kommunen").body is None
    assert label_meaning("Bidrag från Glada Laxen").body is None
    assert label_meaning("Ånge", within=LabelSide.FINANCING).body == "Ånge"
    assert label_meaning("Ånge").side is LabelSide.UNKNOWN


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Källa: beslut i mars", True),
        ("Anm. Beloppen är preliminära", True),
        ("* varav en del i natura", True),
        ("Not: avrundat", True),
        ("1) preliminärt", True),
        ("Källa", False),
        ("Noterat stöd", False),
        ("1. Personal", False),
        ("EU-stöd", False),
    ],
)
def test_notes(line: str, note: bool) -> None:
    """A note names its source or begins with its mark."""
    assert is_note(line) is note


def test_the_words_are_written_as_they_are_compared() -> None:
    """Small letters, single spaces, no hyphens; no word stands twice in a class."""
    for words in (*MONEY_WORDS.values(), *CATEGORY_WORDS.values()):
        assert len(set(words)) == len(words)
        for word in words:
            assert re.fullmatch(r"(?:[^\W_]|[*+&%#/,:]| (?! ))+", word), word
            assert word == word.casefold().strip()
            assert word.count("*") <= 1
    assert list(CATEGORY_WORDS) == [CostCategory(value).value for value in CATEGORY_WORDS]


@pytest.mark.parametrize("form", ["EU-stöd i {}", "EU-stöd ({})", "EU-stöd, {}"])
@pytest.mark.parametrize("code", ["NOK", "DKK", "ISK", "CAD", "AUD", "EGP", "GBP"])
def test_a_country_before_a_currency_is_a_part_of_its_name(form: str, code: str) -> None:
    """Danish kronor are no Swedish ones, and Canadian dollars no American ones."""
    _, several = currency_names(code, SWEDISH)
    found = label_meaning(form.format(several))
    assert (found.source, found.currency) == (FundingSource.EU, code)
    assert label_meaning(form.format(f"tusen {several}")).unit == 1000


@pytest.mark.parametrize("unit", ["tjeckiska kronor", "fantasiska dollar", "slovakiska kronor"])
def test_the_currency_of_a_country_that_we_do_not_know_is_left_open(unit: str) -> None:
    """It is not taken for that of another country."""
    assert label_meaning(f"EU-stöd i {unit}").currency is None
    assert label_meaning(f"EU-stöd ({unit})").currency is None
