"""When the project of a page runs, how long, and how many are planned to take part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from announcements import codes, draft, read
from esfmodel.values import OpenPeriod, Period

HEAD = "Projektet Gröna rum handlar om arbete och stöds av EU."


def period(*sentences: str) -> Period | OpenPeriod | None:
    """Return the period that sentences about a project tell of."""
    return draft(f"{HEAD} {' '.join(sentences)}").period


def months(*sentences: str) -> int | None:
    """Return the length that sentences tell of."""
    return draft(f"{HEAD} {' '.join(sentences)}").duration_months


def participants(*sentences: str) -> int | None:
    """Return how many are planned to take part."""
    return draft(f"{HEAD} {' '.join(sentences)}").planned_participants


@given(
    st.integers(2010, 2040),
    st.integers(1, 4),
    st.sampled_from(
        [
            "Projektet pågår {}–{}.",
            "Projektet pågår mellan {} och {}.",
            "Projektet startar {} och avslutas {}.",
            "Gröna rum ({}–{}) är till för unga.",
            "Under {}–{} genomförs satsningen.",
            "\n\nProjektperiod: {}–{}",
            "\n\nProjekttid\n{} - {}",
        ]
    ),
)
def test_ways_to_tell_the_years(start: int, length: int, sentence: str) -> None:
    """The years are those of a verb of running, of the name, or of a label."""
    if (start, start + length) != (2021, 2027):
        assert period(sentence.format(start, start + length)) == Period.of_years(start, start + length)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektet pågår från 2 maj 2023 till 30 april 2025.", Period("2023-05-02", "2025-04-30")),
        ("Projektet pågår maj 2023 till april 2025.", Period("2023-05-01", "2025-04-30", "month")),
        ("Projektet startar i maj 2023 och avslutas i april 2025.", Period("2023-05-01", "2025-04-30", "month")),
        ("Projektet startar 2 maj 2023. Projektet avslutas 30 april 2025.", Period("2023-05-02", "2025-04-30")),
        ("Projektet startar hösten 2023. Projektet avslutas 2025.", Period.of_years(2023, 2025)),
        ("Projektet startar i maj 2023. Projektet slutar i april 2025.", Period("2023-05-01", "2025-04-30", "month")),
        ("Projektet startar 1 september 2023.", OpenPeriod(start="2023-09-01")),
        ("Projektet pågår till och med 2025.", OpenPeriod(end="2025-12-31")),
        ("\n\nProjektperiod: 2023-05-01 – 2025-04-30", Period("2023-05-01", "2025-04-30")),
        ("\n\nStartdatum: 2023-05-01", OpenPeriod(start="2023-05-01")),
        ("\n\nSlutdatum: 2025-04-30", OpenPeriod(end="2025-04-30")),
        ("\n\nStartdatum: 2023\n\nProjektägare: Sala kommun\n\nSlutdatum: 2025", Period.of_years(2023, 2025)),
        ("\n\nStartdatum: 2023-05-01\nSlutdatum: 2025-04-30", Period("2023-05-01", "2025-04-30")),
    ],
)
def test_days_months_and_open_ends(sentence: str, expected: Period | OpenPeriod) -> None:
    """Each as fine as it is printed; an end that is not printed stays open."""
    assert period(sentence) == expected


def test_no_time_under_the_label_of_one() -> None:
    """What is no time tells nothing of the period."""
    assert period("\n\nStartdatum: 3 mkr\nSlutdatum: snart") is None
    assert period("\n\nStartdatum: 40 deltagare från 2023-05-01") == OpenPeriod(start="2023-05-01")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektet startar den 2 maj 2023. Projektet slutar i april 2025.", Period("2023-05-02", "2025-04-30")),
        ("Projektet pågår till hösten 2025.", OpenPeriod(end="2025-12-31")),
        ("Projektet pågår till och med 2025.", OpenPeriod(end="2025-12-31")),
        ("Projektet startar i maj 2023.", OpenPeriod(start="2023-05-01")),
    ],
)
def test_a_coarse_end_of_days_is_told(sentence: str, expected: Period | OpenPeriod) -> None:
    """A draft has no coarse end beside a day, nor alone: the day that stands for it is told of."""
    reading = read(f"{HEAD} {sentence}")
    assert [(problem.code, problem.place) for problem in reading.problems] == [("announcement.coarse", "period")]
    assert reading.one().period == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektet är en del av programmet 2021–2027.",
        "Projektet pågår 2000–2006.",
        "Projektet pågår 2007–2013.",
        "Projektet pågår 2014–2020.",
        "Projektet pågår 2021–2027.",
        "Projektet följer strategin för 2016–2025.",
        "Kommunens handlingsplan gäller 2020–2030.",
        "Seminariet hålls den 4 maj 2023.",
        "Projektet startar i maj.",
        "Projektet bygger på en pilotstudie 2019–2020.",
        "Det förra projektet pågick 2019–2021.",
        "Projektet genomför en kurs i maj 2024.",
        "Steg 1 pågår 2023–2024.",
        "Föreningen grundades 1923.",
        "Projektet startar 2025. Projektet avslutades 2023.",
        "Nyheten är från 2023–2024.",
    ],
)
def test_times_of_something_else(sentence: str) -> None:
    """Years of programmes (by name or not), strategies, events, steps and other projects are none of this one."""
    assert period(sentence) is None


def test_no_end_from_a_start_and_a_length() -> None:
    """Both are kept as they are printed, and the end stays open."""
    sentence = "Projektet startar i maj 2023 och pågår i tre år."
    assert period(sentence) == OpenPeriod(start="2023-05-01")
    assert months(sentence) == 36


def test_the_finest_of_several_periods() -> None:
    """The same period at several precisions is one; a label beats prose."""
    told = "Projektet pågår 2023–2025."
    assert period(told, "Projekttiden är 1 maj 2023 till 30 april 2025.") == Period("2023-05-01", "2025-04-30")
    assert period(told, "Projektet pågår till och med 2025.") == Period.of_years(2023, 2025)
    assert period(told, "\n\nProjektperiod: 2023–2026") == Period.of_years(2023, 2026)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektet pågår i 16 månader.", 16),
        ("Projektet pågår i tre år.", 36),
        ("Projektet pågår i två och ett halvt år.", 30),
        ("Det är ett treårigt projekt.", 36),
        ("\n\nProjektlängd: 18 månader", 18),
        ("Projektet pågår i minst tre år.", None),
        ("Projektet pågår i cirka tre år.", None),
        ("Utbildningen varar i tre år.", None),
        ("Föreningen har funnits i tre år.", None),
        ("Projektet erbjuder praktik i tre månader.", None),
    ],
)
def test_lengths(sentence: str, expected: int | None) -> None:
    """The exact length of the project in months; not "at least", and not that of a course or a placement."""
    assert months(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Projektet ska nå 300 deltagare.", 300),
        ("Målet är att 1 200 personer ska delta i projektet.", 1_200),
        ("Projektet riktar sig till 45 unga kvinnor.", 45),
        ("Projektet har nått 200 av de planerade 300 deltagarna.", 300),
        ("\n\nAntal deltagare: 120", 120),
        ("\n\nAntal deltagare: 1 200 personer", 1_200),
        ("\n\nAntal deltagare: ca 120", None),
        ("\n\nAntal deltagare: många", None),
        ("Projektet har hittills nått 300 deltagare.", None),
        ("250 ungdomar deltog i projektet.", None),
        ("Projektet ska nå cirka 300 deltagare.", None),
        ("Projektet ska nå upp till 300 deltagare.", None),
        ("Projektet ska nå 300 deltagare per år.", None),
        ("Kommunen har 300 anställda.", None),
        ("Det finns 300 arbetslösa ungdomar i länet.", None),
        ("Projektet ska nå 30 företag.", None),
        ("\n\nAntal deltagare: 120 per år", None),
    ],
)
def test_participants(sentence: str, expected: int | None) -> None:
    """How many are planned, exactly: no outcomes, no "about", none per year, and nobody who is only there."""
    assert participants(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "path"),
    [
        ("Projektet pågår 2023–2025. Projektet pågår 2023–2026.", "period"),
        ("Projektet pågår till och med 2025. Projektet pågår till och med 2026.", "period"),
        ("\n\nProjektperiod: 2023–2025\n\nProjektägare: Sala kommun\n\nProjekttid: 2024–2026", "period"),
        ("\n\nStartdatum: 2025-05-01\n\nFond: ESF+\n\nSlutdatum: 2023-04-30", "period"),
        ("Projektet pågår i tre år. Projektet pågår i 30 månader.", "duration_months"),
        ("Projektet ska nå 300 deltagare. Projektet ska nå 400 deltagare.", "planned_participants"),
    ],
)
def test_what_differs_is_told(sentence: str, path: str) -> None:
    """Of two statements neither is taken, and the problem has both."""
    reading = read(f"{HEAD} {sentence}")
    assert getattr(reading.one(), path) is None
    assert codes(reading) == ["announcement.contradiction"]
    assert reading.problems[0].place == path


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet är 25 procent kvinnor.",
        "Projektet ska nå 65 år gamla personer.",
        "Projektet ska nå 300–400 personer.",
        "Projektet ska nå 300 deltagare per kommun.",
        "\n\nDeltagare: 100 kvinnor och 50 män",
    ],
)
def test_other_numbers_of_people(sentence: str) -> None:
    """Shares, ages, ranges, and parts of the number are not the number."""
    assert participants(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektet tog över efter Blå hav, som pågick 2018–2021.",
        "Kommunens arbete med projektet följer planen för 2023–2030.",
        "Projektet ska bidra till visionen för 2022–2030.",
    ],
)
def test_years_of_plans_and_of_what_was_before(sentence: str) -> None:
    """They are not the project's."""
    assert period(sentence) is None
