from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Bounds, Money, Rate
from esfmodel.text import Approximation, sv

FIVE = Money(5_000_000)
MOST, LEAST, MORE, LESS = Bounds.at_most(FIVE), Bounds.at_least(FIVE), Bounds.over(FIVE), Bounds.under(FIVE)

COMPARISONS = st.sampled_from(
    [
        (MORE, "mer än"), (MORE, "större än"), (MORE, "högre belopp än"), (MORE, "överstiga"), (MORE, "överskrida"),
        (LESS, "mindre än"), (LESS, "lägre än"), (LESS, "lägre stöd än"), (LESS, "understiga"), (LESS, "underskrida"),
    ]
)  # fmt: skip
NEGATIONS = st.sampled_from(["inte", "ej", "aldrig", "icke", "under inga omständigheter", "varken", "knappast"])
BETWEEN = st.sampled_from(
    [
        "",
        "vara ",
        "i något fall vara ",
        "enligt beslutet vara ",
        "utan särskilda skäl ",
        "anses möjligt att ",
        "heller ",
    ]
)
OPPOSITE = {str(MORE): MOST, str(LESS): LEAST}


@given(COMPARISONS, NEGATIONS, BETWEEN)
def test_a_negation_in_the_clause_reverses_a_comparison(
    comparison: tuple[Bounds[Money], str], negation: str, between: str
) -> None:
    """Whatever stands between, a negation makes "more than" at most and "less than" at least; two make none."""
    meaning, words = comparison
    [plain] = sv.find_figures(f"Stödet kan {between}{words} 5 mkr.")
    [denied] = sv.find_figures(f"Stödet får {negation} {between}{words} 5 mkr.")
    [twice] = sv.find_figures(f"Stödet får icke {negation} {between}{words} 5 mkr.")
    assert (plain.value, denied.value, twice.value) == (meaning, OPPOSITE[str(meaning)], meaning)
    assert plain.stated == denied.stated == twice.stated == FIVE


@given(
    COMPARISONS,
    NEGATIONS,
    st.sampled_from([". Det kan", ", och det kan", " och kan", " men kan", " som kan", "; det kan"]),
)
def test_a_negation_of_another_clause_reverses_nothing(
    comparison: tuple[Bounds[Money], str], negation: str, boundary: str
) -> None:
    """What is denied before the clause begins leaves the comparison as it is."""
    meaning, words = comparison
    [figure] = sv.find_figures(f"Kommunen är {negation} med i dag{boundary} vara {words} 5 mkr.")
    assert figure.value == meaning


RULES = st.sampled_from(
    [
        "Projektet får {no} ha en", "Ingen part kan ha en egen", "Bidraget ska {no} ges till projekt med en",
        "Vi finansierar {no} insatser med en", "Varken kommunen eller regionen får ha en", "Varje part bör {no} ha en",
    ]
)  # fmt: skip


@given(RULES, st.sampled_from(["inte", "aldrig", "ej"]), st.sampled_from([(MOST, "över"), (LEAST, "under")]))
@settings(max_examples=30)
def test_a_rule_about_a_noun_is_reversed_too(rule: str, negation: str, limit: tuple[Bounds[Money], str]) -> None:
    """A negation of what is had or given reaches "över" and "under" after the noun."""
    meaning, preposition = limit
    [figure] = sv.find_figures(f"{rule.format(no=negation)} budget {preposition} 5 mkr.")
    assert figure.value == meaning


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Stöd lämnas utan att överstiga 5 mkr.", [MOST]),
        ("Utan kommunen kan det vara mer än 5 mkr.", [MORE]),
        ("Det blir inte 2 mkr utan mer än 5 mkr.", [Money(2_000_000), MORE]),
        ("Det går inte att söka mindre än 5 mkr.", [LEAST]),
        ("Stödet understiger inte 5 mkr.", [LEAST]),
        ("Stödet överstiger inte 5 mkr.", [MOST]),
        ("Det är inte så att staten betalar mer än 5 mkr.", [MORE]),
        ("Vi beviljar inte belopp som är lägre än 5 mkr.", [LEAST]),
        ("Det är inte staten som betalar mer än 5 mkr.", [MORE]),
        ("Inga bidrag över 5 mkr lämnas.", [MOST]),
        ("Inte alla bidrag över 5 mkr lämnas.", [MORE]),
        ("Bidrag över 5 mkr lämnas.", [MORE]),
        ("Kostnaden får inte gå över 5 mkr.", [MOST]),
        ("Inte bara staten betalar mer än 5 mkr.", [MORE]),
        ("Det är inte alltid mer än 5 mkr.", [None]),
        ("Det är inte långt över 5 mkr.", [None]),
        ("Projekt som inte fått stöd kan få mer än 5 mkr.", [MORE]),
        ("Trots att EU inte bidrar kostar det mer än 5 mkr.", [MORE]),
        ("Om det inte är klart får de som kan mer än 5 mkr.", [MORE]),
        ("När kommunen inte vill är det staten kan ge mer än 5 mkr.", [MORE]),
        ("Stödet får varken understiga 5 mkr eller överstiga 5 mkr.", [LEAST, MOST]),
        ("Det är inte klart i dag eller mer än 5 mkr.", [MORE]),
        ("Inte mer än hälften kostar mer än 5 mkr.", [Bounds.at_most(Rate.of_percent(50)), MORE]),
        ("Stödet får inte i fas 1 vara mer än 5 mkr.", [MOST]),
        ("Stödet får inte t.ex. vara mer än 5 mkr.", [MOST]),
        ("Det får inte bli mindre än 5 mkr och inte större än 5 mkr.", [LEAST, MOST]),
        ("Varken stödet eller egeninsatsen får överstiga 5 mkr.", [MOST]),
        ("Projektet kan inte starta utan ett stöd över 5 mkr.", [MORE]),
        ("Man behöver inte redovisa kostnader under 5 mkr.", [LESS]),
        ("Kommunen får inte tillbaka hela stödet på över 5 mkr.", [MORE]),
        ("Vi kan inte bevilja de över 5 mkr som söktes.", [MORE]),
        ("Kommunen har inte betalat över 5 mkr.", [MOST]),
        ("Ingen utgift var över 5 mkr.", [MOST]),
        ("Inget projekt i länet har fått över 5 mkr.", [MOST]),
        ("Det krävs ingen revision av projekt under 5 mkr.", [LESS]),
        ("Stödet kan inte sänkas till under 5 mkr.", [LEAST]),
        ("Stödet kan inte beviljas med mer än 5 mkr.", [MOST]),
        ("Projects which do not apply can cost more than 5 mkr.", [MORE]),
        ("Projects without partners may get more than 5 mkr.", [MORE]),
        ("Neither the EU nor the state pays more than 5 mkr.", [MOST]),
        ("Kostnaden överstiger i regel inte 5 mkr.", [MOST]),
        ("Beloppet 5 mkr får inte överskridas.", [MOST]),
        ("5 mkr får aldrig underskridas.", [LEAST]),
        ("The grant must not exceed 5 mkr.", [MOST]),
        ("The grant may never be lower than 5 mkr.", [LEAST]),
        ("Under no circumstances may it be more than 5 mkr.", [MOST]),
        ("It is paid without exceeding 5 mkr, and no less than 5 mkr.", [MOST, LEAST]),
        ("The maximum grant is 5 mkr.", [MOST]),
    ],
)  # fmt: skip
def test_what_a_negation_reaches(text: str, values: list[object]) -> None:
    """Limits as calls and decisions state them."""
    assert [figure.value for figure in sv.find_figures(text)] == values


@given(NEGATIONS, st.sampled_from(["längre än", "mer än", "överstiga", "longer than"]))
def test_a_length_of_time_is_limited_in_the_same_way(negation: str, comparison: str) -> None:
    """A negation reverses what is said of a duration too."""
    [figure] = sv.find_figures(f"Projekttiden får {negation} enligt beslutet vara {comparison} 36 månader.")
    assert (figure.approx, figure.value) == (Approximation.UNDER, 36)


def test_what_stands_between_two_limits_belongs_to_neither() -> None:
    """A second limit under the same negation is a figure of its own, or the two are a range."""
    least, most = sv.find_figures("Andelen får varken understiga 20 procent eller klart överstiga 40 procent.")
    assert (least.text, most.text) == ("varken understiga 20 procent", "överstiga 40 procent")
    [both] = sv.find_figures("Stödet får inte vara lägre än 1 mkr eller högre än 5 mkr.")
    assert both.value == Bounds(Money(1_000_000), FIVE)
