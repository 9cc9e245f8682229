"""What has been decided on the project of a page, and the fund, programme and number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from announcements import FUNDS, codes, draft, read
from esfmodel.model import Decision, DecisionKind
from esfmodel.values import Fund

HEAD = "Projektet Gröna rum handlar om arbete och finansieras av EU."


def decided(*sentences: str) -> tuple[Decision, ...]:
    """Return the decisions that sentences about a project tell of."""
    return draft(f"{HEAD} {' '.join(sentences)}").decisions


@pytest.mark.parametrize(
    ("sentence", "kind", "body", "on"),
    [
        ("Projektet har beviljats stöd.", DecisionKind.GRANTED, None, None),
        ("Projektet får 3 miljoner kronor från EU.", DecisionKind.GRANTED, None, None),
        (
            "Svenska ESF-rådet beviljade den 3 maj 2023 projektet stöd.",
            DecisionKind.GRANTED,
            "Svenska ESF-rådet",
            "2023-05-03",
        ),
        ("Tillväxtverket har godkänt projektet.", DecisionKind.GRANTED, "Tillväxtverket", None),
        ("Det blev klartecken från Tillväxtverket.", DecisionKind.GRANTED, "Tillväxtverket", None),
        ("Projektet är prioriterat av Tillväxtverket.", DecisionKind.GRANTED, "Tillväxtverket", None),
        (
            "Strukturfondspartnerskapet prioriterade projektet den 3 maj 2023.",
            DecisionKind.PRIORITISED,
            "Strukturfondspartnerskapet",
            "2023-05-03",
        ),
        ("Efter ja i partnerskapet får projektet 3 mkr från EU.", DecisionKind.PRIORITISED, "partnerskapet", None),
        ("Partnerskapet beviljade projektet stöd.", DecisionKind.PRIORITISED, "Partnerskapet", None),
        ("LAG har beslutat att ge projektet stöd.", DecisionKind.PRIORITISED, "LAG", None),
        ("Kommunen har ansökt om stöd till projektet.", DecisionKind.APPLIED, None, None),
        ("Ansökan är inlämnad och beslut väntas i höst.", DecisionKind.APPLIED, None, None),
        ("Projektet fick avslag.", DecisionKind.REJECTED, None, None),
        ("Tillväxtverket prioriterar projektet.", DecisionKind.GRANTED, "Tillväxtverket", None),
        (
            "Svenska ESF-rådet beviljade stödet efter att Partnerskapet prioriterat projektet.",
            DecisionKind.GRANTED,
            "Svenska ESF-rådet",
            None,
        ),
        ("Tillväxtverket avslog ansökan.", DecisionKind.REJECTED, "Tillväxtverket", None),
    ],
)
def test_decisions(sentence: str, kind: DecisionKind, body: str | None, on: str | None) -> None:
    """The kind, by whom, and the day if it is printed; what a partnership grants it has put first."""
    (decision,) = decided(sentence)
    assert (decision.kind, decision.body, decision.on and str(decision.on)) == (kind, body, on)


@pytest.mark.parametrize(
    "sentence",
    [
        "Om projektet beviljas startar det i maj 2024.",
        "Blir det ja startar projektet i maj.",
        "Projektet har inte fått något stöd.",
        "Projektet har inte beviljats stöd.",
        "Bygget får stöd av många.",
        "Kommunstyrelsen beslutade den 3 maj 2023 att delta.",
        "Det förra projektet fick avslag.",
        "Deltagarna får stöd.",
        "Projektet får bidrag från Heby kommun på 3 mkr.",
    ],
)
def test_what_decides_nothing(sentence: str) -> None:
    """Conditions, other bodies' decisions, other projects, and support that is no money."""
    assert decided(sentence) == ()


def test_the_decision_that_counts_most() -> None:
    """A page may tell the whole way from the application on; two days in a sentence are none."""
    applied, granted = "Kommunen har ansökt om stöd till projektet.", "Tillväxtverket har beviljat projektet stöd."
    assert [each.kind for each in decided(applied, granted)] == [DecisionKind.GRANTED]
    assert [each.kind for each in decided(granted, "Ett beslut om avslag på ansökan kom i maj.")] == [
        DecisionKind.REJECTED
    ]
    (decision,) = decided("Tillväxtverket beviljade den 3 maj 2023 och den 4 juni 2023 projektet stöd.")
    assert decision.on is None


@given(
    st.sampled_from(list(FUNDS)),
    st.sampled_from(["{} finansierar projektet.", "Projektet får stöd av {}.", "\n\nFond: {}"]),
)
def test_funds(fund: Fund, sentence: str) -> None:
    """Each fund by its name, in a sentence or beside a label."""
    assert draft(f"{HEAD} {sentence.format(FUNDS[fund])}").fund is fund


@pytest.mark.parametrize(
    ("sentence", "fund"),
    [
        ("ESF+ finansierar projektet.", Fund.ESF_PLUS),
        ("Projektet finansieras av Europeiska socialfonden (ESF+).", Fund.ESF_PLUS),
        ("Projektet får leaderstöd.", Fund.EAFRD),
        ("Projektet får stöd av AMIF.", Fund.AMIF),
        ("Projektet får stöd av Havs- och fiskerifonden.", Fund.EMFF),
        ("Projektet får stöd av Europeiska havs-, fiskeri- och vattenbruksfonden.", Fund.EMFAF),
        ("Socialfonden är en av EU:s fonder. Projektet får stöd av Regionalfonden.", Fund.ERDF),
        ("Alla är välkomna.", None),
    ],
)
def test_words_for_funds(sentence: str, fund: Fund | None) -> None:
    """Short names count, ESF+ is no ESF, and a fund that pays beats one that is told of."""
    assert draft(f"{HEAD} {sentence}").fund is fund


def test_two_funds_are_told() -> None:
    """Where both pay, neither is the fund of the project."""
    reading = read(f"{HEAD} Projektet finansieras av Regionalfonden och av Socialfonden.")
    assert reading.one().fund is None
    assert codes(reading) == ["announcement.contradiction"]


def test_the_programme() -> None:
    """An Interreg programme is named as the page does it best."""
    whole, short = "Projektet finansieras av Interreg Sverige-Norge.", "Interreg finansierar projektet."
    for sentences in ((whole, short), (short, whole)):
        project = draft(HEAD, *sentences)
        assert project.programme is not None
        assert project.programme.name == "Interreg Sverige-Norge"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("\n\nDiarienummer: 24-012-S03", "24-012-S03"),
        ("\n\nProjektnummer\n20361234", "20361234"),
        ("Projektet har diarienummer 2023/00123.", "2023/00123"),
        ("Ärendenummer: KS-2023/12 gäller.", "KS-2023/12"),
        ("\n\nReference number: 2031-77", None),
        ("\n\nDiarienummer: finns inte", None),
        ("Ring 0224-123 45.", None),
        ("Organisationsnummer 212000-2098.", None),
    ],
)
def test_numbers_of_projects(sentence: str, number: str | None) -> None:
    """After its label or its word; no other number is one."""
    found = draft(f"{HEAD} {sentence}").operation_id
    assert (found and str(found)) == number
