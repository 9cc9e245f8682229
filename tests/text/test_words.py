"""The contract of the words of a language: each stands in one table, and every reader reads it or says why not."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.formats import read_finance_table, read_text
from esfmodel.formats.table.parts import nearness_of
from esfmodel.text import Approximation, FigureKind, en, sv
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.hedges import EVERY_READER, Hedge, HedgeReader, Place, approximation, hedges_at
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from types import ModuleType

    from esfmodel.formats import TableCell
    from esfmodel.text import Figure
    from esfmodel.text.words.hedges import HedgeWord
    from esfmodel.text.words.language import Language

NOTHING_STATED = SWEDISH.nothing_stated | ENGLISH.nothing_stated
LANGUAGES: list[tuple[ModuleType, Language]] = [(sv, SWEDISH), (en, ENGLISH)]


def beside(word: HedgeWord, figure: str, one: str) -> list[str]:
    """Put a hedge where it stands beside a figure; `one` is one of a unit, divided where a word may stand in it."""
    number, unit = one.split(" ", 1)
    texts = {
        Place.BEFORE: f"{word.word} {figure}",
        Place.SIGN: f"{word.word}{figure}",
        Place.AFTER: f"{figure} {word.word}",
        Place.END: f"{figure} {word.word}",
        Place.WITHIN: f"{number} {word.word} {unit}",
    }
    return [text for place, text in texts.items() if place in word.places]


def read_by(reader: HedgeReader, language: Language) -> list[HedgeWord]:
    """List the hedges that a reader understands."""
    return [word for word in language.hedges if reader in word.readers]


def cells_of(texts: list[str], heading: str = "kr") -> list[TableCell]:
    """Read the cells of a column of amounts, in which as many more are plain, and nothing is wrong."""
    rows = [f"EU-stöd\t{text}" for text in [*texts, *("5000" for _ in texts), "6000"]]
    table = read_finance_table("\n".join([f"post\t{heading}", *rows]))
    assert table.problems == ()
    return [row.cells[1] for row in table.rows[: len(texts)]]


def cell_of(text: str, heading: str = "kr") -> TableCell:
    """Read one."""
    [cell] = cells_of([text], heading)
    return cell


def only(text: str, kind: FigureKind) -> Figure:
    """Find the one figure of a text."""
    [figure] = sv.find_figures(text)
    assert figure.kind is kind
    return figure


@pytest.mark.parametrize("language", [SWEDISH, ENGLISH])
def test_a_hedge_stands_once_in_the_table_and_an_exception_has_its_reason(language: Language) -> None:
    """No word has two meanings at one place, and a word that does not count for every reader says why."""
    stands = [(word.word, place) for word in language.hedges for place in word.places]
    assert len(stands) == len(set(stands))
    for word in language.hedges:
        assert bool(word.why) is (word.readers != EVERY_READER), word
        assert word.word == word.word.casefold()


def test_the_languages_agree_on_the_words_that_they_share() -> None:
    """A table may mix the languages, so that a word means the same in both."""
    for place in Place:
        swedish, english = (hedges_at(language.hedges, HedgeReader.TABLES, place) for _, language in LANGUAGES)
        for word in swedish.keys() & english.keys():
            assert swedish[word] is english[word], word


def test_every_hedge_is_read_in_prose() -> None:
    """Beside an amount or a share in running text each says what is known of it."""
    for word in read_by(HedgeReader.PROSE, SWEDISH):
        for figure in ("12 miljoner kronor", "40 %"):
            for text in beside(word, figure, "en miljon kronor"):
                [found] = sv.find_figures(f"Kommunen har {text}.")
                assert (found.text, found.approx) == (text, approximation(word.hedge))


def test_every_hedge_is_read_in_durations() -> None:
    """Beside a length of time each says what is known of it."""
    for word in read_by(HedgeReader.DURATIONS, SWEDISH):
        one = "ett år" if word.word.endswith("t") else "en månad"
        for figure in ("16 månader", "tre år"):
            for text in beside(word, figure, one):
                found = only(f"Arbetet tar {text}.", FigureKind.DURATION)
                assert (found.text, found.approx) == (text, approximation(word.hedge))


@pytest.mark.parametrize("language", [SWEDISH, ENGLISH])
def test_every_hedge_is_read_in_tables(language: Language) -> None:
    """Beside the figure of a cell each is its qualifier, and the amount is known as it says."""
    sides = {Approximation.OVER: (True, False), Approximation.UNDER: (False, True), Approximation.ABOUT: (False, False)}
    words = read_by(HedgeReader.TABLES, language)
    texts = [(word, text) for word in words for text in beside(word, "12 mkr", "1 mkr")]
    cells = cells_of([text for _, text in texts])
    for (word, _), cell in zip(texts, cells, strict=True):
        assert (cell.value, cell.qualifier) == (Decimal(12_000_000), word.word)
        nearness = nearness_of(word.word)
        assert (nearness.below == 0, nearness.above == 0) == sides[approximation(word.hedge)]


@pytest.mark.parametrize(("module", "language"), LANGUAGES)
def test_every_hedge_is_known_to_the_strict_readers(module: ModuleType, language: Language) -> None:
    """A strict reader refuses a hedged figure, and says that it is a bound."""
    for word in read_by(HedgeReader.STRICT, language):
        figures = [("parse_duration", "3 år", "ett år") if module is sv else ("parse_duration", "3 years", "one year")]
        if word.why != "an amount has no length":
            figures += [("parse_money", "12 kr", "en krona"), ("parse_rate", "40 %", "en procent")]
        for reader, figure, one in figures:
            for text in beside(word, figure, one):
                with pytest.raises(InvalidValue, match="says what is known"):
                    getattr(module, reader)(text)


@pytest.mark.parametrize(("module", "language"), LANGUAGES)
def test_every_scale_currency_and_sign_is_read_or_is_an_exception(module: ModuleType, language: Language) -> None:
    """What running text may have beside an amount, a table and a strict reader read, and they agree; or they refuse."""
    scaled = {f"{scale} euro": (word.size, "EUR") for scale, word in language.scales_read.items()}
    named = {name: (1, code) for name, code in language.currencies_read.items()}
    for unit, (size, currency) in {**scaled, **named, **language.units_read}.items():
        text = f"3 {unit}"
        if not {unit, unit.removesuffix(" euro")}.isdisjoint(language.only_in_prose):
            with pytest.raises(InvalidValue, match="is not one amount with a unit"):
                module.parse_money(text)
        else:
            assert module.parse_money(text) == Money(3 * size, currency), unit
            assert cell_of(text, heading="belopp").amount == Money(3 * size, currency)
        if module is sv:
            assert only(f"De har {text} i stöd.", FigureKind.MONEY).value == Money(3 * size, currency)


@pytest.mark.parametrize(("module", "language"), LANGUAGES)
def test_exceptions_are_words_of_the_tables_and_have_a_reason(module: ModuleType, language: Language) -> None:
    """Only what running text reads can be kept from the strict readers."""
    words = {*language.scales_read, *language.currencies_read, *language.units_read, *language.shares_read}
    assert set(language.only_in_prose) <= words
    assert all(language.only_in_prose.values())
    for word, worth in language.shares_read.items():
        if word in language.only_in_prose:
            with pytest.raises(InvalidValue, match="is not one share"):
                module.parse_rate(f"3 {word}")
        else:
            assert module.parse_rate(f"3 {word}").fraction == 3 * worth


@given(st.sampled_from(sorted({**SWEDISH.number_words, **SWEDISH.mixed_numbers}.items())))
def test_every_number_word_is_read_everywhere(stated: tuple[str, int]) -> None:
    """A number in words is the same of money, of shares and of months, in running text and alone."""
    word, number = stated
    amount = Money.of_fraction(Fraction(number) * 1_000_000, "SEK")
    assert only(f"De får {word} miljoner kronor.", FigureKind.MONEY).value == amount
    assert sv.parse_money(f"{word} miljoner kronor") == amount
    assert sv.parse_rate(f"{word} procent").fraction * 100 == number
    if number and number == int(number):
        assert only(f"Det tar {word} månader.", FigureKind.DURATION).value == number
        assert sv.parse_duration(f"{word} månader") == number


@pytest.mark.parametrize("length", sorted(SWEDISH.lengths_read))
def test_a_length_without_a_number_is_read_in_prose_and_alone(length: str) -> None:
    """Both know what half a year is."""
    found = only(f"Förstudien tar {length}.", FigureKind.DURATION)
    assert found.value == sv.parse_duration(length) == SWEDISH.lengths_read[length]


@pytest.mark.parametrize("unit", [*SWEDISH.month_units, *SWEDISH.year_units])
def test_a_unit_of_time_is_read_in_prose_and_alone(unit: str) -> None:
    """Both know every unit."""
    found = only(f"Arbetet tar 3 {unit} i anspråk.", FigureKind.DURATION)
    assert found.value == sv.parse_duration(f"3 {unit}")


def forms_of(word: str) -> list[str]:
    """Write what states nothing as people do: in capitals, in brackets, with a full stop."""
    return [word, word.upper(), f"({word})", *([f"{word}."] if word.isalpha() else [])]


def test_whatever_states_nothing_is_no_figure_and_no_fault_in_a_table() -> None:
    """A cell without a figure is not stated, however that is written; a question mark is a figure not read."""
    words = sorted(word for word in NOTHING_STATED if "?" not in word)
    cells = cells_of([text for word in words for text in forms_of(word)])
    assert {cell.value for cell in cells} == {None}


@given(
    st.sampled_from(sorted(SWEDISH.nothing_stated | ENGLISH.nothing_stated)).flatmap(
        lambda word: st.sampled_from(forms_of(word))
    )
)
def test_whatever_states_nothing_is_no_figure_and_no_fault_in_a_record(text: str) -> None:
    """It is kept, and read as nothing."""
    record = f"Projektnamn: Framtidskraft\nDiarienummer: 2018/00076\nTotal budget: {text}\nBeviljat stöd: 5 kr\n"
    reading = read_text(record, format="projektbanken_record")
    assert reading.problems == ()
    project = reading.one()
    assert project.budget is not None
    assert project.budget.total is None
    # A line without a letter or digit after its label is the label alone.
    assert ("Total budget", text) in project.extra or not any(map(str.isalnum, text))


@pytest.mark.parametrize(("module", "language"), LANGUAGES)
def test_whatever_states_nothing_is_told_by_the_strict_readers(module: ModuleType, language: Language) -> None:
    """They have no figure to return, and say that there is none."""
    for word in language.nothing_stated:
        for parse in (module.parse_money, module.parse_rate, module.parse_date, module.parse_period):
            with pytest.raises(InvalidValue, match="states no figure; leave the field out"):
                parse(word)


@pytest.mark.parametrize(
    "text",
    [
        "saknas", "Uppgift saknas", "uppgift saknas.", "okänt", "Okänd", "ej angiven", "Ej angivna", "n.a", "N.A.",
        "ej tillämpligt", "Ej tillämplig", "inte tillämpligt", "ej tillgängligt", "ej känt", "vet ej",
        "framgår ej", "ej redovisat", "inte redovisad", "ännu ej beslutat", "inga uppgifter", "[saknas]", "(okänt)",
        "#N/A", "...", "---", "belopp saknas", "to be confirmed", "not provided",
    ],
)  # fmt: skip
def test_what_sources_print_where_nothing_is_stated(text: str) -> None:
    """As people write it: a cell without a figure is no fault."""
    assert cell_of(text).amount is None


@pytest.mark.parametrize("text", ["0", "0 kr", "5 äpplen", "ingen", "inga", "noll", "ej", "saknar", "?", "??"])
def test_what_states_something_is_not_passed_over(text: str) -> None:
    """Nought is a figure, "ingen" may be one, and a question mark stands for one: they are told."""
    table = read_finance_table(f"post\tkr\nEU-stöd\t5\nEU-stöd\t6\nEU-stöd\t{text}\nEU-stöd\t7")
    assert (table.rows[2].cells[1].value is not None) is (text[0] == "0")
    assert bool(table.problems) is (text[0] != "0")


@pytest.mark.parametrize(
    ("text", "stated", "approx"),
    [
        ("över två år totalt", "över två år", "OVER"),
        ("i över tre år", "över tre år", "OVER"),
        ("strax under tre år", "strax under tre år", "UNDER"),
        ("gott och väl tre år", "gott och väl tre år", "OVER"),
        ("inte under 16 månader", "inte under 16 månader", "OVER"),
        ("strax över ett halvår", "strax över ett halvår", "OVER"),
        ("en bit över fyra år", "en bit över fyra år", "OVER"),
        ("inte över 18 månader", "inte över 18 månader", "UNDER"),
        ("längre än två år", "längre än två år", "OVER"),
        ("aldrig längre än två år", "aldrig längre än två år", "UNDER"),
        ("kortare än sex månader", "kortare än sex månader", "UNDER"),
        ("inte kortare än sex månader", "inte kortare än sex månader", "OVER"),
        ("ett drygt år", "ett drygt år", "OVER"),
        ("ett knappt halvår", "ett knappt halvår", "UNDER"),
        ("en dryg månad", "en dryg månad", "OVER"),
        ("16 månader eller mer", "16 månader eller mer", "OVER"),
        ("två år eller längre", "två år eller längre", "OVER"),
        ("tre år som längst", "tre år som längst", "UNDER"),
        ("24 månader, dock max", "24 månader", "EXACT"),
        ("max: 24 månader", "max: 24 månader", "UNDER"),
        (">= 24 månader", ">= 24 månader", "OVER"),
        ("~ 3 år", "~ 3 år", "ABOUT"),
        ("i runda tal tre år", "i runda tal tre år", "ABOUT"),
        ("inte mycket mer än två år", "inte mycket mer än två år", "ABOUT"),
        ("på under två år", "under två år", "UNDER"),
        ("på strax under två år", "strax under två år", "UNDER"),
        ("nästan totalt tre år", "nästan totalt tre år", "UNDER"),
        ("så gott som fem år", "så gott som fem år", "UNDER"),
        ("inte fullt fem år", "inte fullt fem år", "UNDER"),
        ("om lag tre år", "om lag tre år", "ABOUT"),
        ("knappa tre år", "knappa tre år", "UNDER"),
        ("under tre år", "tre år", "EXACT"),
        ("under hela tre år", "tre år", "EXACT"),
    ],
)
def test_hedges_of_durations(text: str, stated: str, approx: str) -> None:
    """No hedge of a length of time is lost, and "under tre år" is during three years."""
    figure = only(f"Arbetet pågår {text}.", FigureKind.DURATION)
    assert (figure.text, figure.approx.name) == (stated, approx)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("Satsningen löper över tre år.", "EXACT"),
        ("Satsningen löper över tre år totalt.", "OVER"),
        ("Det är fördelat över tre år.", "EXACT"),
        ("Utbildningen sträcker sig över tre år.", "EXACT"),
        ("Projekttiden är under tre år.", "UNDER"),
        ("Det tar under tre år.", "UNDER"),
        ("Beslutet gäller över treårsperioden.", "EXACT"),
        ("En plan kring treårsperioden.", "EXACT"),
        ("Ett nästan treårigt projekt.", "UNDER"),
        ("Som mest kan projektet pågå i tre år.", "UNDER"),
        ("Projekten får pågå maximalt i tre år.", "UNDER"),
        ("Längsta projekttid är tre år.", "UNDER"),
        ("Kortaste projekttid: tre år.", "OVER"),
        ("Det ska inte pågå i mer än tre år.", "UNDER"),
    ],
)
def test_what_stands_further_from_a_duration(text: str, approx: str) -> None:
    """A preposition is no bound, and a bound may stand earlier in the clause."""
    assert only(text, FigureKind.DURATION).approx.name == approx


@pytest.mark.parametrize("text", ["Kursen börjar om drygt två år.", "Barn strax under tre år.", "Personer över 65 år."])
def test_a_hedge_makes_no_duration_of_an_age_or_a_point_in_time(text: str) -> None:
    """Words between people and their age, or between "om" and a time, do not change what it is."""
    assert sv.find_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("aldrig mer än 5 mkr", Bounds.at_most(Money(5_000_000))),
        ("inte får uppgå till mer än 5 mkr", Bounds.at_most(Money(5_000_000))),
        ("inte uppgå till mer än 5 mkr", Bounds.at_most(Money(5_000_000))),
        ("ej understiga 5 mkr", Bounds.at_least(Money(5_000_000))),
        ("inte mycket mer än 5 mkr", None),
        ("max: 5 mkr", Bounds.at_most(Money(5_000_000))),
        ("<= 5 mkr", Bounds.at_most(Money(5_000_000))),
        ("> 5 mkr", Bounds.over(Money(5_000_000))),
        ("5 mkr max", Bounds.at_most(Money(5_000_000))),
        ("5 mkr ungefär", None),
        ("betydligt mindre än 5 mkr", Bounds.under(Money(5_000_000))),
        ("-> 5 mkr", Money(5_000_000)),
        ("Citat:\n> 5 mkr", Money(5_000_000)),
    ],
)
def test_hedges_of_amounts(text: str, value: object) -> None:
    """Denied comparisons are the opposite bound, and a mark that only looks like a hedge is none."""
    figure = only(text, FigureKind.MONEY)
    assert figure.value == value


def test_a_hedge_earlier_in_the_clause_may_be_broken_over_lines() -> None:
    """Where a line ends makes no difference."""
    figure = only("Som\nmest kan ett projekt få 5 mkr.", FigureKind.MONEY)
    assert figure.value == Bounds.at_most(Money(5_000_000))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5 mrd kr", Money(5_000_000_000)),
        ("3 mio kr", Money(3_000_000)),
        ("3 mio. euro", Money(3_000_000, "EUR")),
        ("12 miljoner dollar", Money(12_000_000, "USD")),
        ("12 US-dollar", Money(12, "USD")),
        ("halvannan miljon kronor", Money(1_500_000)),
        ("tre komma fem miljoner kronor", Money(3_500_000)),
        ("fem hundra tusen kronor", Money(500_000)),
        ("en kvarts miljon euro", Money(250_000, "EUR")),
        ("två och en kvarts miljard kronor", Money(2_250_000_000)),
        ("2 millioner norske kroner", Money(2_000_000, "NOK")),
        ("fire millioner NOK", Money(4_000_000, "NOK")),
        ("5 mill. danske kroner", Money(5_000_000, "DKK")),
        ("5 m euro", Money(5_000_000, "EUR")),
        ("5 meuro", Money(5_000_000, "EUR")),
        ("5 miljkr", Money(5_000_000)),
        ("7 ecu", Money(7, "EUR")),
        ("3 euros", Money(3, "EUR")),
        ("100 svenske kroner", Money(100)),
    ],
)
def test_strict_readers_read_what_running_text_has(text: str, amount: Money) -> None:
    """What is found in a sentence is read alone, and means the same."""
    assert sv.parse_money(text) == amount
    assert only(text, FigureKind.MONEY).value == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("MSEK 4,5", Money(4_500_000)),
        ("KSEK 450", Money(450_000)),
        ("TEUR −250", Money(-250_000, "EUR")),
        ("M€ 2", Money(2_000_000, "EUR")),
    ],
)
def test_a_sign_of_scale_and_currency_may_stand_before_its_number(text: str, amount: Money) -> None:
    """As a strict reader has it, so does running text."""
    assert only(f"Ramen är {text} i år.", FigureKind.MONEY).value == sv.parse_money(text) == amount


@pytest.mark.parametrize("text", ["2 millioner kr", "2 mill. kr", "5 millioner kroner", "5 m", "2 milliarder kr"])
def test_kronor_of_nobody_knows_whom_are_refused(text: str) -> None:
    """The neighbours' words do not say whose kronor they are, and "m" may be metres."""
    with pytest.raises(InvalidValue, match="is not one amount with a unit"):
        sv.parse_money(text)


FIGURES = st.builds(
    "{}{} {}".format,
    st.sampled_from(["", "drygt ", "över ", "en ", "två och ", "minst ", "~", "inte under ", "ca "]),
    st.sampled_from(["5", "1,5", "12 500", "tre", "en halv", "halvannan", "fem hundra", "tre komma fem", "1.5", "½"]),
    st.sampled_from(
        [
            "kr", "mkr", "msek", "mio kr", "mrd", "miljoner dollar", "miljon kronor", "millioner kr", "m euro", "%",
            "procent", "promille", "månader", "år", "mån.", "kronorna", "tusen", "mill. NOK", "pund", "personer",
        ]
    ),
)  # fmt: skip


@given(FIGURES)
def test_running_text_and_strict_readers_agree(text: str) -> None:
    """Of a whole text that is one figure both say the same; a hedged one the strict readers refuse."""
    found = [figure for figure in sv.find_figures(text) if figure.text == text]
    for parse in (sv.parse_money, sv.parse_rate, sv.parse_duration):
        with suppress(InvalidValue):
            read: object = parse(text)
            assert [(figure.approx, figure.value) for figure in found] == [(Approximation.EXACT, read)]


def test_a_hedge_says_as_much_as_the_public_word() -> None:
    """Each has its public approximation."""
    assert {approximation(hedge) for hedge in Hedge} == set(Approximation) - {Approximation.EXACT}
