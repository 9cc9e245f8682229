"""What the project of a page costs, what it is granted, and who else pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from announcements import amounts, codes, draft, is_open, read
from esfmodel.model import Budget, ContributionForm, FundingSource
from esfmodel.values import Bounds, Money

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

HEAD = "Projektet Gröna rum handlar om arbete och stöds av EU."
MILLION = 1_000_000


def budget(*sentences: str) -> Budget:
    """Return the budget that sentences about a project tell of; an empty one for none."""
    return draft(f"{HEAD} {' '.join(sentences)}").budget or Budget()


def total(*sentences: str) -> MoneyLike | None:
    """Return the stated total."""
    return budget(*sentences).total


def grants(*sentences: str) -> list[tuple[FundingSource, MoneyLike | None]]:
    """Return what the page says that the Union pays, alone or with the state."""
    sources = {FundingSource.EU, FundingSource.EU_AND_STATE}
    found = (each for each in budget(*sentences).financing if not is_open(each))
    return [(each.source, each.amount) for each in found if each.source in sources]


def payers(*sentences: str) -> list[tuple[str, MoneyLike | None]]:
    """Return who else pays, and how much."""
    return [
        (each.funder.organisation.name, each.amount)
        for each in budget(*sentences).financing
        if each.funder is not None and each.funder.organisation is not None
    ]


@given(
    amounts(1),
    st.sampled_from(
        [
            "Projektets totala budget är {}.",
            "Den totala budgeten är {}.",
            "Projektet omsätter {}.",
            "Projektet omsluter totalt {}.",
            "Projektet har en total budget på {}.",
            "Projektet kostar totalt {}.",
            "Gröna rum beräknas kosta {}.",
            "Budgeten för tre år uppgår till {}.",
            "Projektets budget ligger på {}.",
            "\n\nTotal budget: {}",
            "\n\nBudget:\n{}",
        ]
    ),
)
def test_ways_to_tell_the_total(amount: tuple[str, MoneyLike], sentence: str) -> None:
    """By the noun, by the verb, or by a label; exact or within bounds, as it is printed."""
    told, value = amount
    assert total(sentence.format(told)) == value
    assert grants(sentence.format(told)) == []


@given(
    amounts(1),
    st.sampled_from(
        [
            ("Projektet får {} från Europeiska socialfonden.", FundingSource.EU_AND_STATE),
            ("Europeiska socialfonden bidrar med {}.", FundingSource.EU_AND_STATE),
            ("Svenska ESF-rådet har beviljat projektet {}.", FundingSource.EU_AND_STATE),
            ("Projektet får {} i EU-medel samt statliga medel.", FundingSource.EU_AND_STATE),
            ("Projektet får {} i leaderstöd.", FundingSource.EU_AND_STATE),
            ("Projektet får {} från EU.", FundingSource.EU),
            ("EU bidrar med {}.", FundingSource.EU),
            ("Projektet får {} i EU-medel från Europeiska socialfonden.", FundingSource.EU),
            ("Projektet har beviljats {} ur Europeiska regionala utvecklingsfonden.", FundingSource.EU),
            ("Projektet beviljas {}.", FundingSource.EU_AND_STATE),
            ("Gröna rum beviljas {} ur Regionalfonden.", FundingSource.EU),
            ("Projektet får stöd av EU med sökta {}.", FundingSource.EU),
            ("\n\nStöd från EU: {}", FundingSource.EU),
            ("\n\nStöd från ESF: {}", FundingSource.EU_AND_STATE),
        ]
    ),
)
def test_ways_to_tell_the_grant(amount: tuple[str, MoneyLike], case: tuple[str, FundingSource]) -> None:
    """The Union's alone where the noun or the fund says so; undivided for ESF, Leader, and money of the state too."""
    told, value = amount
    sentence, source = case
    assert grants(sentence.format(told)) == [(source, value)]
    assert total(sentence.format(told)) is None


@given(
    amounts(1),
    st.sampled_from(["Region Dalarna", "Heby kommun", "Mitt Företag AB"]),
    st.sampled_from(
        [
            "{body} bidrar med {amount}.",
            "{body} medfinansierar projektet med {amount}.",
            "{body} går in med {amount}.",
            "{body} står för {amount}.",
            "{body} satsar {amount}.",
        ]
    ),
)
def test_ways_to_tell_what_others_pay(amount: tuple[str, MoneyLike], body: str, sentence: str) -> None:
    """A body that pays is named with its amount."""
    told, value = amount
    assert payers(sentence.format(body=body, amount=told)) == [(body, value)]


@pytest.mark.parametrize(
    "body",
    [
        "Region Dalarna",
        "Mitt Företag AB",
        "Almi Invest",
    ],
)
def test_what_is_got_from_others(body: str) -> None:
    """Money from a body that is no fund is no grant of the Union's."""
    sentence = f"Projektet får 3 miljoner kronor från {body}."
    assert payers(sentence) == [(body, Money(3 * MILLION))]
    assert grants(sentence) == []


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("Heby kommun", FundingSource.OWN_PUBLIC),
        ("Region Dalarna", FundingSource.OWN_PUBLIC),
        ("Mitt Företag AB", FundingSource.OWN_PRIVATE),
        ("Umeå universitet", FundingSource.OWN),
    ],
)
def test_payers_are_public_or_private_by_their_kind(body: str, source: FundingSource) -> None:
    """Where the kind says neither, it is left open."""
    assert [each.source for each in budget(f"{body} bidrar med 3 mkr.").financing if each.amount] == [source]


def test_the_form_of_a_contribution() -> None:
    """Working hours are in kind, and cash is cash; each belongs to its own payer."""
    found = budget("Heby kommun bidrar med 500 000 kronor i arbetstid och Region Dalarna med 300 000 kronor kontant.")
    assert [(each.amount, each.form) for each in found.financing if not is_open(each)] == [
        (Money(500_000), ContributionForm.IN_KIND),
        (Money(300_000), ContributionForm.CASH),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektet medfinansieras av Heby kommun och Region Dalarna.",
        "Medfinansiärer är Heby kommun och Region Dalarna.",
        "Heby kommun och Region Dalarna är medfinansiärer.",
        "Projektet finansieras av Europeiska socialfonden, Heby kommun och Region Dalarna.",
        "Resten kommer från Heby kommun och Region Dalarna.",
        "\n\nMedfinansiärer: Heby kommun, Region Dalarna",
        "\n\nMedfinansiärer:\n• Heby kommun\n• Region Dalarna",
    ],
)
def test_payers_without_amounts(sentence: str) -> None:
    """Who pays is known, and how much is not; the fund is no payer of its own money."""
    assert payers(sentence) == [("Heby kommun", None), ("Region Dalarna", None)]


def test_what_each_pays() -> None:
    """One amount may be that of each, named in the sentence or elsewhere."""
    each = [("Heby kommun", Money(100_000)), ("Falu kommun", Money(100_000))]
    assert payers("Heby kommun och Falu kommun bidrar med 100 000 kronor vardera.") == each
    assert payers("Kommunerna bidrar med 100 000 kronor var. Medfinansiärer är Heby kommun och Falu kommun.") == each


def test_a_common_noun_is_the_owner_of_its_kind() -> None:
    """In "kommunen bidrar" the municipality is the owner, if that is one; else nobody is known to pay."""
    paying = "Kommunen bidrar med 2 miljoner kronor."
    assert payers("Projektägare är Sala kommun.", paying) == [("Sala kommun", Money(2 * MILLION))]
    assert payers("Projektägare är Region Dalarna.", paying) == []


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Projektet får 3 mkr från EU.", [FundingSource.STATE_GRANT, FundingSource.OWN]),
        ("Projektet får 3 mkr från Europeiska socialfonden.", [FundingSource.OWN]),
        ("Heby kommun bidrar med 3 mkr.", [FundingSource.EU_AND_STATE, FundingSource.OWN]),
        ("Projektets totala budget är 3 mkr.", [FundingSource.EU_AND_STATE, FundingSource.OWN]),
    ],
)
def test_who_may_pay_besides(sentence: str, sources: list[FundingSource]) -> None:
    """Those whom a page does not name have a contribution without an amount, so that no sum is taken for the whole."""
    assert [each.source for each in budget(sentence).financing if is_open(each)] == sources


def test_about_how_much_a_payer_gives() -> None:
    """The payer is known, so that the problem stands with the financing."""
    (problem,) = read(f"{HEAD} Heby kommun bidrar med cirka 2 miljoner kronor.").problems
    assert (problem.code, problem.place) == ("announcement.about", "budget.financing")


def test_labels_of_money() -> None:
    """Each label is one part of the financing."""
    found = budget("\n\nTotal budget: 9 000 000 kr\nStöd från EU: 4 000 000 kr\nEget bidrag: 300 000 kr")
    assert found.total == Money(9 * MILLION)
    assert [(each.source, each.amount) for each in found.financing if not is_open(each)] == [
        (FundingSource.EU, Money(4 * MILLION)),
        (FundingSource.OWN, Money(300_000)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Utlysningen omfattar 50 miljoner kronor.",
        "Programmet har 90 miljoner kronor.",
        "EU satsar 900 miljoner kronor på unga i hela landet.",
        "Tre projekt delar på 40 miljoner kronor från EU.",
        "Det förra projektet fick 7 miljoner kronor från EU.",
        "Förra året fick Heby kommun 7 miljoner kronor från EU.",
        "Projektet får 3 miljoner kronor per år från EU.",
        "Varje deltagare får 10 000 kronor från EU.",
        "En plats kostar 40 000 kronor per deltagare.",
        "Steg 1 kostar totalt 4 miljoner kronor.",
        "Projektet får ytterligare 1 miljon kronor från EU.",
        "Heby kommuns del av budgeten är 3 miljoner kronor.",
        "Norge bidrar med 4 miljoner NOK.",
        "Projektets budget är cirka 19 miljoner kronor.",
        "Konferensen kostar 30 000 kronor.",
        "Kommunen hoppas få 5 miljoner kronor från EU.",
        "Projektet har ansökt om 5 miljoner kronor från Europeiska socialfonden.",
        "Svenska staten bidrar med 2 miljoner kronor.",
        "Anmälan till projektet kostar 450 kronor.",
        "Anmälan senast i maj, kostnad 450 kronor.",
        "En ansökan om stöd på 9 miljoner kronor från Europeiska socialfonden har lämnats in.",
        "\n\nBudget: EU-stöd 9 mkr",
        "EU och Region Dalarna bidrar tillsammans med 9 miljoner kronor.",
        "Tillsammans bidrar EU och Region Dalarna med 9 miljoner kronor.",
        "Heby kommun och Region Dalarna bidrar med 2 miljoner kronor.",
        "Heby kommuns andel är 1 miljon kronor från EU.",
        "Den norska sidan får 2 miljoner kronor från EU.",
        "I Finland är budgeten 4 miljoner euro.",
        "Sveriges del av stödet är 3 miljoner kronor.",
        "EU:s totala stöd till Sverige är 900 miljoner kronor.",
        "Projektet får inte 5 miljoner kronor från EU.",
        "Projektet skulle ha fått 5 miljoner kronor från EU.",
        "Projektet kan få 5 miljoner kronor från EU om det beviljas.",
    ],
)
def test_amounts_of_others(sentence: str) -> None:
    """Calls, programmes, other projects, shares, sums per year or head, "about", and what was only asked for."""
    found = budget(sentence)
    assert found.total is None
    assert [each.amount for each in found.financing if each.amount is not None] == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Projektets budget är cirka 19 miljoner kronor.", "announcement.about"),
        ("Projektet har 3 miljoner kronor.", "announcement.unbound"),
        ("Heby kommun bidrar med cirka 2 miljoner kronor.", "announcement.about"),
        ("Projektets budget är 19 mkr. Projektets budget är 25 mkr.", "announcement.contradiction"),
        ("EU bidrar med 3 mkr. EU bidrar med 5 mkr.", "announcement.contradiction"),
        ("Heby kommun bidrar med 3 mkr. Heby kommun bidrar med 5 mkr.", "announcement.contradiction"),
        ("Projektets budget är 19 mkr. Projektets budget är 19 miljoner euro.", "announcement.contradiction"),
        ("Projektets budget är över 19 mkr. Projektets budget är under 12 mkr.", "announcement.contradiction"),
        (
            "Projektets budget är 19 000 001 kronor. Projektets budget är 19 000 000 kronor.",
            "announcement.contradiction",
        ),
    ],
)
def test_what_is_left_open_is_told(sentence: str, code: str) -> None:
    """No amount of the project goes in silence, and of two that differ neither is taken."""
    reading = read(f"{HEAD} {sentence}")
    assert codes(reading) == [code]
    found = reading.one().budget or Budget()
    assert {found.total, *(each.amount for each in found.financing)} == {None}


def test_both_places_of_a_contradiction() -> None:
    """The problem has what is said here and elsewhere, with both lines."""
    (problem,) = read(HEAD, "Projektets budget är 19 mkr.", "Projektets budget är 25 mkr.").problems
    assert (problem.given, problem.line, problem.params["other"], problem.params["at"]) == ("25 mkr", 5, "19 mkr", 3)


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("19 miljoner kronor", "18,9 miljoner kronor", Money(18_900_000)),
        ("19 miljoner kronor", "19 021 500 kronor", Money(19_021_500)),
        ("närmare 19 miljoner kronor", "18 750 000 kronor", Money(18_750_000)),
        ("över 12 miljoner kronor", "12 miljoner kronor", Bounds.over(Money(12_000_000))),
        ("över 12 miljoner kronor", "drygt 12 miljoner kronor", Bounds.over(Money(12_000_000))),
        ("en och en halv miljon kronor", "1,5 miljoner kronor", Money(1_500_000)),
        ("en halv miljon kronor", "500 000 kronor", Money(500_000)),
        ("1 234,56 kronor", "1 234,56 kronor", Money("1234.56")),
        ("19 miljoner kronor", "cirka 19 miljoner kronor", Money(19_000_000)),
    ],
)
def test_the_finer_of_two_is_taken(one: str, other: str, value: MoneyLike) -> None:
    """Where one is the rounding of the other, both say the same, whichever comes first."""
    for first, second in ((one, other), (other, one)):
        assert total(f"Projektets budget är {first}. Projektets budget är {second}.") == value


def test_labels_and_sentences_that_differ() -> None:
    """Neither beats the other, and one may be the rounding of the other."""
    reading = read(f"{HEAD} Projektets budget är 19 mkr.\n\nTotal budget: 20 000 000 kr")
    assert (codes(reading), reading.one().budget) == (["announcement.contradiction"], None)
    assert total("Projektets budget är 19 mkr.\n\nTotal budget: 19 004 000 kr") == Money(19_004_000)


def test_what_was_applied_for_is_of_the_application() -> None:
    """It is no grant; where the page tells of an application, its amount is that of the decision."""
    project = draft(f"{HEAD} Kommunen har ansökt om stöd till projektet.\n\nSökt belopp: 4 000 000 kr")
    assert [decision.support for decision in project.decisions] == [Money(4 * MILLION)]
    assert project.budget is None


@pytest.mark.parametrize(
    "sentence",
    [
        "En ansökan på 9 miljoner kronor från Europeiska socialfonden har beviljats av Svenska ESF-rådet.",
        "Handelskammaren Mitt bidrar med 3 mkr.",
    ],
)
def test_what_is_lost(sentence: str) -> None:
    """An application may be granted in part, and a definite noun may be of something else: neither is taken."""
    assert budget(sentence) == Budget()


def test_what_was_applied_for_beside_the_total() -> None:
    """The total is in the budget; who pays it is open."""
    project = draft(
        f"{HEAD} Kommunen har ansökt om stöd till projektet.\n\nSökt stöd: 4 000 000 kr\nTotal budget: 9 000 000 kr"
    )
    assert [decision.support for decision in project.decisions] == [Money(4 * MILLION)]
    assert project.budget is not None
    assert project.budget.total == Money(9 * MILLION)
    assert [(each.source, each.amount) for each in project.budget.financing] == [
        (FundingSource.EU_AND_STATE, None),
        (FundingSource.OWN, None),
    ]


def test_payers_in_items_and_brackets() -> None:
    """Each body has the amount that stands with it."""
    expected = [("Heby kommun", Money(2 * MILLION)), ("Region Dalarna", Money(3 * MILLION))]
    assert payers("Heby kommun (2 mkr) och Region Dalarna (3 mkr) medfinansierar.") == expected
    assert payers("\n\nMedfinansiering: Heby kommun 2 mkr, Region Dalarna 3 mkr") == expected
    assert payers("\n\nMedfinansiering:\n• Heby kommun: 2 mkr\n• Region Dalarna: 3 mkr") == expected


def test_a_payer_of_one_word() -> None:
    """A word with a capital is a body where the text has it within a sentence too."""
    sentence = "Almi bidrar med 2 miljoner kronor."
    assert payers(sentence) == []
    assert payers("Vi får hjälp av Almi.", sentence) == [("Almi", Money(2 * MILLION))]


def test_an_amount_in_two_currencies() -> None:
    """What follows in brackets is the same amount again."""
    assert total("Projektets budget är 640 000 euro (7 miljoner kronor).") == Money(640_000, "EUR")


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("Projektet får 3 miljoner kronor av totalt 9 miljoner kronor från EU.", 3),
        ("\n\nTotal budget: stödet är 9 mkr", 9),
        ("Projektet har beviljats 3 mkr. Medlen fördelas på två parter: för Sala kommun 2 mkr.", 3),
        ("Projektet har beviljats 3 mkr. Medlen fördelas så: Sala kommun 2 mkr, Heby kommun 1 mkr.", 3),
    ],
)
def test_a_grant_is_neither_its_whole_nor_its_shares(sentence: str, amount: int) -> None:
    """Of several amounts the grant alone is taken: no total and no payer."""
    assert [value for _, value in grants(sentence)] == [Money(amount * MILLION)]
    assert (total(sentence), payers(sentence)) == (None, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Av projektets kostnad betalar kommunen 3 mkr.",
        "Kommunstyrelsen beviljar projektet 3 mkr.",
        "Huset kostar 3 mkr och projektet startar.",
        "Fika till alla, kostnad 450 kronor.",
        "Kommunstyrelsen har röstat om hela satsningen och dess 3 mkr.",
        "Tack vare pengar från Heby kommun har projektet 3 mkr.",
        "Projektet får bidrag från Heby kommun på 3 mkr.",
    ],
)
def test_money_of_municipalities_and_houses(sentence: str) -> None:
    """What a municipality pays or a house costs is no total, and no grant of the Union's."""
    assert (total(sentence), grants(sentence)) == (None, [])


def test_a_grant_under_the_label_of_the_total() -> None:
    """What the value says of itself is surer than its label."""
    sentence = "\n\nTotal budget: EU-stöd på 9 mkr och annat"
    assert (total(sentence), grants(sentence)) == (None, [(FundingSource.EU, Money(9 * MILLION))])


def test_a_sentence_under_the_label_of_payers() -> None:
    """The payer stands after its verb."""
    sentence = "\n\nMedfinansiärer: Projektet medfinansieras av Heby kommun"
    assert payers(sentence) == [("Heby kommun", None)]


def test_a_headline_rounds() -> None:
    """Its amount is none of the project's; that of the text is."""
    project = draft("3 miljoner till unga i Sala", f"{HEAD} Projektet får 2 914 480 kronor från EU.")
    assert project.budget is not None
    assert project.budget.financing[0].amount == Money(2_914_480)


def test_a_total_with_its_parts() -> None:
    """After "varav" stands a part of the total."""
    assert total("Projektet omsätter 19 miljoner kronor, varav EU bidrar med 3 miljoner kronor.") == Money(19 * MILLION)


@pytest.mark.parametrize(
    "sentence",
    [
        "I år kostar projektet 2 miljoner kronor.",
        "Hittills har projektet kostat 2 miljoner kronor.",
        "Under 2024 kostar projektet 2 miljoner kronor.",
    ],
)
def test_what_a_part_of_the_time_costs_is_no_total(sentence: str) -> None:
    """It is left out, and told."""
    assert total(sentence) is None
    assert "announcement.unbound" in codes(read(f"{HEAD} {sentence}"))


def test_money_of_the_state_is_no_grant_of_the_union() -> None:
    """Who pays may be an authority that pays the Union's money as well."""
    assert grants("Tillväxtverket ger 3 miljoner kronor till projektet i form av statligt stöd.") == []


def test_an_application_that_was_granted_is_told_of() -> None:
    """An amount that was applied for is no grant, and is not lost in silence."""
    text = f"{HEAD} Projektet har sökt och fått 5 miljoner kronor från Europeiska socialfonden."
    assert grants(text.removeprefix(HEAD)) == []
    assert "announcement.unbound" in codes(read(text))


def test_all_of_what_a_label_names() -> None:
    """What stands between a label and its amount may say no more than the label."""
    assert grants("\n\nBeviljat projektstöd: Totalt 100 000 kr") == [(FundingSource.EU_AND_STATE, Money(100_000))]
