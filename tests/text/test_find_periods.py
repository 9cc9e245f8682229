from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.testing import dates, open_periods, periods
from esfmodel.text import sv
from esfmodel.text.prose._periods import find_periods
from esfmodel.text.prose._prose import Prose
from esfmodel.text.prose._swedish import SWEDISH_PERIODS
from esfmodel.text.prose.figures import Approximation, DateRole, FigureKind, TimePrecision
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.text import PeriodStyle
    from esfmodel.text.prose.figures import Found

FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)
STYLES: st.SearchStrategy[PeriodStyle | None] = st.sampled_from([None, "long", "short", "words"])
AROUND = st.sampled_from(
    [
        "Projektet pågår {}.",
        "Stödet ({}) är beviljat.",
        "Tiden: {}",
        "{}",
        "Av 12 miljoner går 3 till insatser {}, resten till annat.",
        "Under tiden {} gäller det.",
        "Mål 2 i programmet\n{}\nSkolan i Vux 2.0",
    ]
)
PIECES = st.sampled_from(
    [
        "2024", "2023", "14", "31", "1", "10", "-", "–", "--", ".", ",", "/", ":", " ", "\n", "oktober", "maj", "dec",
        "till ", "t.o.m. ", "från ", "mellan ", " och ", "den ", "år ", "åren ", "i slutet av ", "kvartal 2 ",
        "hösten ", "årsskiftet ", "startar ", "avslutas ", "kl. 16.00 ", "före ", "efter ", "per ",
        "förlängs ", "Agenda ", "İ", "29 februari ",
    ]
)  # fmt: skip
DASHES = st.sampled_from(["–", " – ", " - ", "-", "--", " ¿ ", "\n–\n", " till ", " t.o.m. "])


def found(text: str) -> list[Found]:
    """Find the periods of a text."""
    prose = Prose(text)
    return list(find_periods(prose.plain, prose.low, SWEDISH_PERIODS))


def values(text: str) -> list[str]:
    """Find them, as text."""
    return [str(each.value) for each in found(text)]


@given(periods(earliest=FIRST, latest=LAST), STYLES, AROUND)
def test_every_period_that_is_written_is_found(period: Period, style: PeriodStyle | None, around: str) -> None:
    """In whatever style a period of our centuries is written, it is found in prose with its value and precision."""
    one_day = period.precision == "day" and period.start == period.end
    [only] = found(around.format(sv.format_period(period, style=style)))
    assert only.value == (period.start if one_day else period)
    assert only.kind is (FigureKind.DATE if one_day else FigureKind.PERIOD)
    assert only.approx is Approximation.EXACT
    assert only.precision is TimePrecision(period.precision)


@given(open_periods(earliest=FIRST, latest=LAST), STYLES, AROUND)
def test_every_period_with_an_open_end_is_found(period: OpenPeriod, style: PeriodStyle | None, around: str) -> None:
    """An open period keeps its end, by its words as by the side of its dash."""
    assert [each.value for each in found(around.format(sv.format_period(period, style=style)))] == [period]


@given(
    periods(earliest=FIRST, latest=LAST, precision="day"),
    st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0.day}/{0.month} {0.year}", "{0}"]),
    st.sampled_from(["{} till {}", "från {} till och med {}", "{} – {}", "mellan {} och {}", "{}, {}", "{} och {}"]),
)
def test_a_start_in_figures_is_joined_as_one_in_words(period: Period, figures: str, joined: str) -> None:
    """A start in figures that can only be a day is never lost before an end in words."""
    end = sv.format_date(period.end)
    in_words = values(joined.format(sv.format_date(period.start), end))
    assert values(joined.format(figures.format(period.start), end)) == in_words
    assert len(in_words) == 1 or joined in ("{}, {}", "{} och {}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15/4/2024 till 5 maj 2024", ["2024-04-15/2024-05-05"]),
        ("Projektet pågår 15/4-24 till hösten 2025.", ["2024-04-15/2025-12-31"]),
        ("15.4.2024 – maj 2025", ["2024-04-15/2025-05-31"]),
        # What may be a fraction, a number or a day in another order is no start; the end is stated all the same.
        ("1/5 till 5 maj 2024", ["../2024-05-05"]),
        ("240415 till 5 maj 2024", ["../2024-05-05"]),
        ("3/4/2024 till 5 maj 2024", ["../2024-05-05"]),
    ],
)
def test_days_in_figures_before_an_end_in_words(text: str, expected: list[str]) -> None:
    """The start that is stated is kept; one in doubt is left open."""
    assert values(text) == expected


@given(dates(earliest=FIRST, latest=LAST), AROUND)
def test_a_day_of_which_nothing_is_said_is_a_date(day: datetime.date, around: str) -> None:
    """A day alone is no period: nothing says that something lasts from then on."""
    iso = f"{day.year:04}-{day.month:02}-{day.day:02}"
    for written in (sv.format_date(day), iso, f"{iso}T14:00", f"{day:%d.%m.%Y}", f"{day.day}/{day.month} {day.year}"):
        [only] = found(around.format(written))
        assert (only.kind, only.value, only.date_of) == (FigureKind.DATE, day, None)


@given(periods("day", earliest=FIRST, latest=LAST), DASHES)
def test_days_in_figures_are_joined_by_any_dash(period: Period, dash: str) -> None:
    """Days in ISO form or with dots between are joined by every dash in use, by a ruined one, and by words."""
    dotted = [f"{day.day}.{day.month}.{day.year}" for day in (period.start, period.end)]
    iso = [day.isoformat() for day in (period.start, period.end)]
    assert [each.value for each in found(f"Tid {dash.join(iso)}, alltså {dash.join(dotted)}.")] == [period, period]


@given(periods("day", earliest=datetime.date(1950, 1, 1), latest=datetime.date(2049, 12, 31)))
def test_years_of_two_figures_need_company(period: Period) -> None:
    """Six figures are a period in pairs and after a word for an end; alone they are no date."""
    start, end = (f"{day:%y%m%d}" for day in (period.start, period.end))
    assert [each.value for each in found(f"Projekttid {start}-{end}")] == [period]
    assert [each.value for each in found(f"Pågår till\n{end}")] == [OpenPeriod(end=period.end)]
    assert found(f"Stöd {start} och {end} kr") == []


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_arbitrary_text_has_periods_in_order_or_none(text: str) -> None:
    """Whatever the text is, nothing is raised, and what is found lies in the text, in order, none in another."""
    prose = Prose(text)
    spans = [(each.start, each.end) for each in find_periods(prose.plain, prose.low, SWEDISH_PERIODS)]
    assert all(0 <= start < end <= len(prose.plain) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arbetet pågår från den 1 februari 2023 till den 31 januari 2026.", ["2023-02-01/2026-01-31"]),
        ("Avtalet gäller fr.o.m. 1 mars 2021 t.o.m. 31 maj 2023.", ["2021-03-01/2023-05-31"]),
        ("Avtalet gäller fr o m 2021-03-01 t o m 2023-05-31.", ["2021-03-01/2023-05-31"]),
        ("Ansökan tas emot mellan den 12 maj och den 9 juni kl. 15.00 2023.", ["2023-05-12/2023-06-09"]),
        ("Insatsen ges mellan 1\nmars 2016 till och med 31 maj 2017.", ["2016-03-01/2017-05-31"]),
        ("Förstudien görs maj–november 2019.", ["2019-05/2019-11"]),
        ("Det drivs jan. 2016–okt. 2018.", ["2016-01/2018-10"]),
        ("Projekttid okt -22 till sept -24.", ["2022-10/2024-09"]),
        ("Det pågår 08/2018–12/2020.", ["2018-08/2020-12"]),
        ("Det pågår 1/9 2016–31/8 2019.", ["2016-09-01/2019-08-31"]),
        ("Det pågår 1.3.-31.10.2016.", ["2016-03-01/2016-10-31"]),
        ("Det pågår 18-09-01 till 21-12-31.", ["2018-09-01/2021-12-31"]),
        ("Mötet hålls den 3–5 maj 2024.", ["2024-05-03/2024-05-05"]),
        ("Öppet från 17 januari 2022 fram till 15 mars.", ["2022-01-17/2022-03-15"]),
        ("Perioderna 2014–20 och 2007-13.", ["2014/2020", "2007/2013"]),
        ("Tiden May 1, 2019 to June 30, 2020 (2019/2020), inte 2019/2022.", ["2019-05-01/2020-06-30", "2019/2020"]),
        ("Perioden 2019-05 och 2014–12, perioden 2004-06.", ["2019-05/2019-05", "2014-12/2014-12", "2004/2006"]),
        ("Läsåret 2019/20 och vintern 2018/2019.", ["2019/2020", "2018/2019"]),
        ("Från hösten 2023 till den 30 juni 2026.", ["2023-01-01/2026-06-30"]),
        ("Från 2014 till den 31 december 2020.", ["2014/2020"]),
        ("Satsningen löper 2023 och 2024.", ["2023/2024"]),
        ("Under åren 2021, 2022 och 2023.", ["2021/2023"]),
        ("Mars, april och maj 2024.", ["2024-03/2024-05"]),
        ("Åren 2018, 2020 och 2022.", ["2018/2018", "2020/2020", "2022/2022"]),
        ("Mellan 2014 och 2020.", ["2014/2020"]),
        ("Andra kvartalet 2021 och kvartal 1–3 2023.", ["2021-04/2021-06", "2023-01/2023-09"]),
        ("Sista halvåret 2020.", ["2020-07/2020-12"]),
        ("Q1 2023–Q4 2024", ["2023-01/2024-12"]),
        ("I 2023 års budget.", ["2023/2023"]),
        ("2021–2027-programmet", ["2021/2027"]),
        ("Fra 1. januar 2019 til 31. desember 2021.", ["2019-01-01/2021-12-31"]),
    ],
)  # fmt: skip
def test_periods_as_authorities_write_them(text: str, expected: list[str]) -> None:
    """A period is read as finely as it was stated, of whatever two ends."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det startade den 1 mars 2023 och avslutas den 28 februari 2026.", ["2023-03-01/2026-02-28"]),
        ("Det startar den 15 mars och pågår till den 30 maj 2021.", ["../2021-05-30"]),
        ("Stöd ges från 1 maj 2022 och insatsen kan pågå till 30 juni 2023.", ["2022-05-01/..", "../2023-06-30"]),
        ("Det beslutades den 1 mars 2023 och avslutas den 28 februari 2026.", ["2023-03-01", "../2026-02-28"]),
        ("Kansliet är stängt 1 december–31 januari 2024.", ["../2024-01-31"]),
        ("Kansliet är stängt 29 februari–31 mars 2023.", ["../2023-03-31"]),
        ("Det förlängs från den 31 mars 2021 till den 30 juni 2021.", ["../2021-03-31", "../2021-06-30"]),
        ("Mötet flyttas från 3 juni till 12 juni 2024.", ["../2024-06-12"]),
        ("Startdatum:\n2024-10-01\nSlutdatum:\n2027-09-30", ["2024-10-01/2027-09-30"]),
        ("Projektet startar 2021 och ansökan stänger 2022.", ["2021-01-01/..", "2022/2022"]),
        ("Start;Slut;Stöd\nNorr;2024-10-01;2027-09-30;5", ["2024-10-01", "2027-09-30"]),
        ("2024-05-12 Uppdaterad 2024-06-14", ["2024-05-12", "2024-06-14"]),
        ("Öppet från den 1 maj 2021 till den 1 mars 2021.", ["2021-05-01/..", "../2021-03-01"]),
    ],
)
def test_two_ends_make_a_period_only_together(text: str, expected: list[str]) -> None:
    """What starts with one time and ends with the other is a period; a year is shared only by ends that are joined."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det avslutas i mars 2026.", "../2026-03-31"),
        ("Kurset avsluttes i 2026.", "../2026-12-31"),
        ("Fram mot 2026 blir skogen äldre.", "../2026-12-31"),
        ("Det kan som längst pågå till 30 april 2023.", "../2023-04-30"),
        ("Fram till år 2006 finns det pengar.", "../2006-12-31"),
        ("Stödet finns fram till hösten 2020.", "../2020-12-31"),
        ("Avslut ska senast vara den 31 december 2022.", "../2022-12-31"),
        ("Den 30 juni 2021 upphörde avtalet.", "../2021-06-30"),
        ("Målet nås före utgången av 2026.", "../2026-12-31"),
        ("Innan sommaren 2024 är det klart.", "../2024-12-31"),
        ("Före den 1 maj 2024.", "../2024-04-30"),
        ("Efter den 30 juni 2024.", "2024-07-01/.."),
        ("Efter sommaren 2023.", "2023-01-01/.."),
        ("Efter mitten av 2023.", "2023-01-01/.."),
        ("2 mkr per år 2024.", "2024/2024"),
        ("Med start i januari 2024.", "2024-01-01/.."),
        ("Arbetet inleds tidigt under 2024.", "2024-01-01/.."),
        ("I mars 2024 startade arbetet.", "2024-03-01/.."),
        ("Under 2023 startade flera projekt.", "2023/2023"),
        ("Sedan 2018 driver de det.", "2018-01-01/.."),
        ("Det gäller 2014 och framåt.", "2014-01-01/.."),
        ("Det blev klart vid årsskiftet 2024/25.", "../2024-12-31"),
        ("Vid årsskiftet 2024/2025 startade det.", "2025-01-01/.."),
        ("Projektet (2019–) lever.", "2019-01-01/.."),
        ("Projektet (–2019) är slut.", "../2019-12-31"),
        ("Det avslutades. Budgeten 2024 blev större.", "2024/2024"),
        ("Det avslutades, men 2024 blev bättre.", "2024/2024"),
        ("Beslut togs mellan 2014 (våren) och sedan.", "2014/2014"),
        ("Det är stängt fram till hösten/vintern 2024.", "../2024-12-31"),
        ("Stödet räcker till jul 2024.", "../2024-12-31"),
        ("HT 24 går bra.", "2024/2024"),
        ("Det startade i Örebro 2019.", "2019-01-01/.."),
        ("EU-projekt 2015", "2015/2015"),
        ("Budget 2019", "2019/2019"),
    ],
)
def test_words_say_whether_a_time_is_a_start_or_an_end(text: str, expected: str) -> None:
    """By the words around it a time is the first day, the last day, or, when a month or a year, the whole of it."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Agenda 2030, Europa 2020, EU 2020-strategin och RUS 2030.",
        "Projektet Nya Vägar 2025 växer.",
        "Förordning (EU) 2021/1060, SFS 2022:1379 och ISO 9001:2015.",
        "Dnr 2018/00076, RS 2019-0123, KS 2021-12 och 23-067-S04.",
        "Organisationsnummer 232100-0214, telefon 0455-30 30 00.",
        "Det nådde drygt 2000 personer, varav 2015 kvinnor.",
        "Stödet är 2000–2500 kronor eller 2020 kr.",
        "Den 31 februari 2024 och 2023-02-29 finns inte.",
        "Årsskiftet 2022/2023 var kallt.",
        "Utlysningen är öppen 15 januari – 28 februari.",
        "Prop. 2015/16:1, version 2019.1 och /2015-09-24/slut.",
        "Från våren till hösten, i maj och 1.2 till 3.4.",
        "Från 1 maj till 2.6.2024-1",
        "Belopp 241231 eller 20241231.",
        "På 2000-talet.",
        "Det var 1/3/2014.",
        "Stödet uppgår till 241231 kronor, från 120101 till 130630 kr.",
        "Perioden 2019-13 och 1950–40.",
        "Vid halvårsskiftet 2025 mättes det, den 12 och 19 maj 2022 också.",
        "Månadsskiftet december/januari 2024.",
        "Beslut 120512.",
        "© 2024 Region Norr, copyright 2023.",
    ],
)
def test_what_only_looks_like_a_time_is_not_found(text: str) -> None:
    """Names, laws, references, telephone numbers, counts and days that are in no calendar are no periods."""
    assert values(text) == []


EVENTS = {
    "Publicerad {}": DateRole.PUBLISHED,
    "Artikeln publicerades den {}.": DateRole.PUBLISHED,
    "Senast uppdaterad: {} kl. 14.30": DateRole.UPDATED,
    "Styrelsen beslutade den {} om stöd.": DateRole.DECIDED,
    "Den {} beslutade styrelsen om stöd.": DateRole.DECIDED,
    "Beslut togs vid mötet den {}.": DateRole.DECIDED,
    "Beslut väntas den {}.": DateRole.DECIDED,
    "Enligt beslutet från den {} är det så.": DateRole.DECIDED,
    "Partnerskapsmötet hölls den {} i Falun.": DateRole.MEETING,
    "Mötet flyttas till den {}.": DateRole.MEETING,
    "Utlysningen öppnar den {}.": DateRole.OPENS,
    "Den {} stänger utlysningen.": DateRole.CLOSES,
    "Utlysningen startar den {}.": DateRole.OPENS,
    "Ansökningstiden går ut den {}.": DateRole.CLOSES,
    "Sedan utlysningen har rapporten varit klar, den {}.": None,
    "Slutrapporten ska vara klar den {}.": DateRole.DUE,
    "Sista dag för ansökan: {}": DateRole.DUE,
    "Ansökan ska vara klar senast den {}.": DateRole.DUE,
    "Stödet betalas senast {}": DateRole.DUE,
    "Senast den {} ska ansökan vara klar.": DateRole.DUE,
    "Anmäl dig senast den {}. Projektet startar sedan.": DateRole.DUE,
    "Kvittona ska vara inne senast den {}. Projektet pågår ett tag till.": DateRole.DUE,
    "Per den {} var 4 mkr betalade.": DateRole.AS_OF,
    "Avtalet undertecknades den {}.": None,
    "Enligt rapporten från den {} är det så.": None,
}


@given(dates(earliest=FIRST, latest=LAST))
@settings(max_examples=10)
def test_what_happens_on_a_day_is_told(day: datetime.date) -> None:
    """The words beside a day say what it is the day of, and none of these lasts."""
    for text, event in EVENTS.items():
        [only] = found(text.format(sv.format_date(day)))
        assert (only.kind, only.value, only.date_of) == (FigureKind.DATE, day, event)


@pytest.mark.parametrize(
    ("text", "expected", "of", "precision"),
    [
        ("Beslut fattades i december 2022.", "2022-12/2022-12", DateRole.DECIDED, TimePrecision.MONTH),
        ("Rapporten publicerades våren 2019.", "2019/2019", DateRole.PUBLISHED, TimePrecision.SEASON),
        ("Boken utkom 2018.", "2018/2018", DateRole.PUBLISHED, TimePrecision.YEAR),
        ("Läs utvärderingen från 2019.", "2019/2019", None, TimePrecision.YEAR),
        ("Slutrapport 2019", "2019/2019", None, TimePrecision.YEAR),
        ("I mars 2022 utbetalades stödet.", "2022-03/2022-03", None, TimePrecision.MONTH),
        ("Uppdaterad 20241231", "2024-12-31", DateRole.UPDATED, TimePrecision.DAY),
        ("Vid mötet den 12 och 13 maj 2022 var de fyra.", "2022-05-12/2022-05-13", DateRole.MEETING, TimePrecision.DAY),
        ("Det öppnar 1 jul 2024.", "2024-07-01", DateRole.OPENS, TimePrecision.DAY),
        ("Fredagen den 13:e maj 2022.", "2022-05-13", None, TimePrecision.DAY),
        ("Datum 20 / 05 / 2020", "2020-05-20", None, TimePrecision.DAY),
        ("Datum 2020 / 05 / 20", "2020-05-20", None, TimePrecision.DAY),
    ],
)
def test_an_event_is_a_date_as_finely_as_it_is_stated(
    text: str, expected: str, of: DateRole | None, precision: TimePrecision
) -> None:
    """An event in a month, a season or a year has that as its value, and no period."""
    [only] = found(text)
    assert (only.kind, str(only.value)) == (FigureKind.DATE, expected)
    assert (only.date_of, only.precision) == (of, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Beviljade medel 2023", "2019 beviljades 57 projekt.", "Under 2023 beslutades om 57 projekt.", "Budget 2023",
        "Anslaget för 2023.", "Beslutet gäller 2023.", "Möten hålls under 2023.", "Stödet betalas ut 2023.",
    ],
)  # fmt: skip
def test_what_a_year_holds_is_of_the_whole_year(text: str) -> None:
    """A word of an event makes no date of a year that is meant as a whole."""
    [only] = found(text)
    assert (only.kind, only.date_of) == (FigureKind.PERIOD, None)


@pytest.mark.parametrize(
    ("text", "expected", "of", "precision"),
    [
        ("Det startade hösten 2016.", "2016-01-01/..", DateRole.STARTS, TimePrecision.SEASON),
        ("Det startade i juli 2017.", "2017-07-01/..", DateRole.STARTS, TimePrecision.MONTH),
        ("Det startade 2017.", "2017-01-01/..", DateRole.STARTS, TimePrecision.YEAR),
        ("Det avslutas den 3 maj 2017.", "../2017-05-03", DateRole.ENDS, TimePrecision.DAY),
        ("Det ska vara avslutat senast den 3 maj 2017.", "../2017-05-03", DateRole.ENDS, TimePrecision.DAY),
        ("Det ska vara genomfört senast i maj 2017.", "../2017-05-31", DateRole.ENDS, TimePrecision.MONTH),
        ("Senast i maj 2017 ska det vara genomfört.", "../2017-05-31", DateRole.ENDS, TimePrecision.MONTH),
        ("Den 3 maj 2017 ska projektet avslutas.", "../2017-05-03", DateRole.ENDS, TimePrecision.DAY),
        ("Enligt ansökan avslutas det den 3 maj 2017.", "../2017-05-03", DateRole.ENDS, TimePrecision.DAY),
        ("Efter utlysningen, som öppnar nu, startar det 2017.", "2017-01-01/..", DateRole.STARTS, TimePrecision.YEAR),
        ("Stöd beviljas från 3 maj 2017.", "2017-05-03/..", None, TimePrecision.DAY),
        ("Det pågår från maj 2017 till hösten 2019.", "2017-05/2019-12", None, TimePrecision.SEASON),
        ("Det avslutas vid halvårsskiftet 2025.", "../2025-06-30", DateRole.ENDS, TimePrecision.MONTH),
        ("Det startar vid halvårsskiftet 2025.", "2025-07-01/..", DateRole.STARTS, TimePrecision.MONTH),
        ("Det pågår till månadsskiftet april/maj 2024.", "../2024-04-30", None, TimePrecision.MONTH),
        ("Det pågår från första september 2023.", "2023-09-01/..", None, TimePrecision.DAY),
        ("Det pågår till den sista februari 2024.", "../2024-02-29", None, TimePrecision.DAY),
        ("Det pågår till den trettioförsta augusti 2024.", "../2024-08-31", None, TimePrecision.DAY),
    ],
)
def test_a_period_keeps_how_finely_its_ends_are_stated(
    text: str, expected: str, of: DateRole | None, precision: TimePrecision
) -> None:
    """The precision tells the first day of a year from a year; of two ends the coarser counts."""
    [only] = found(text)
    assert (only.kind, str(only.value)) == (FigureKind.PERIOD, expected)
    assert (only.date_of, only.precision) == (of, precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Projektet startade 1 januari 2023 och pågår till 31 december 2025.", "2023-01-01/2025-12-31"),
        ("Det kan starta tidigast 1 augusti 2019 och avslutas senast den 31 juli 2022.", "2019-08-01/2022-07-31"),
        ("Det startar 1 jan 2023 med avslut 31 dec 2025.", "2023-01-01/2025-12-31"),
        ("Utlysningen öppnar 14 september och stänger 13 november 2017.", "2017-09-14/2017-11-13"),
        ("Den öppnar 1 mars kl. 9 och sista ansökningsdag är 3 maj 2017.", "2017-03-01/2017-05-03"),
        ("Öppnar: 2024-09-14\nStänger: 2024-11-13", "2024-09-14/2024-11-13"),
        ("Ansökningstid: 27.2.2025 14:00 - 10.4.2025 12:00", "2025-02-27/2025-04-10"),
        ("Ansökningstid: 2025-02-27 kl. 9.00–16.00 till 2025-04-10", "2025-02-27/2025-04-10"),
        ("Det pågår den 3 maj 2023 klockan 9 till den 4 maj klockan 16.", "2023-05-03/2023-05-04"),
        ("Utlysningen öppnar 14 september kl. 8\nUtlysningen stänger 13 november 2017.", "2017-09-14/2017-11-13"),
        ("Den öppnar 1 mars 2017 och ansökan ska vara inne senast den 3 maj.", "2017-03-01/2017-05-03"),
        ("Det startade den 1 mars 2023 – slut 28 februari 2026.", "2023-03-01/2026-02-28"),
        ("Projektet pågår 1/9-23 till 31/8-26.", "2023-09-01/2026-08-31"),
        ("Tid 15/1-24–30/6-25", "2024-01-15/2025-06-30"),
        ("Tid 2020 05 20 – 2021 12 31", "2020-05-20/2021-12-31"),
        ("Tid 20 / 05 / 2020 – 31 / 12 / 2021", "2020-05-20/2021-12-31"),
        ("Från den femtonde augusti till sista december 2022.", "2022-08-15/2022-12-31"),
    ],
)
def test_a_start_and_its_end_are_one_period(text: str, expected: str) -> None:
    """Verbs, labels and times of day between two ends do not part them."""
    [only] = found(text)
    assert (only.kind, str(only.value)) == (FigureKind.PERIOD, expected)


@given(
    st.integers(2001, 2040),
    st.sampled_from(["Budget", "Utfall", "Årsbudget", "Prognos", "Anslag", "Bokslut", "Kostnader", "Ram för"]),
    st.sampled_from(["kr", "tkr", "mkr", "euro", "MSEK", "(tkr)"]),
    st.integers(0, 6),
)
def test_a_year_in_a_heading_is_no_amount(year: int, word: str, unit: str, years: int) -> None:
    """The unit after the year is that of the figures below."""
    text = f"{word} {year}–{year + years} {unit}" if years else f"{word} {year} {unit}"
    [only] = sv.find_figures(text)
    assert (only.kind, only.value) == (FigureKind.PERIOD, Period.of_years(year, year + years))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Stödet är 2014–2020 mkr.", [FigureKind.PERIOD]),
        ("Stödet 2021–2027 kr", [FigureKind.PERIOD]),
        ("Stödet är 2000–2010 kr.", [FigureKind.MONEY]),
        ("Kostnad 2023 tkr", []),
        ("Kostnad 2023 tkr var för mycket.", [FigureKind.MONEY]),
        ("Anslag 2000 kr", [FigureKind.MONEY]),
        ("Det kostar 2000–2040 kr.", [FigureKind.MONEY]),
        ("Budget 1990–2049 kr", [FigureKind.MONEY]),
        ("Budget: 2024 kr", [FigureKind.MONEY]),
        ("Budget drygt 2024 kr", [FigureKind.MONEY]),
        ("En budget på 2024 kr", [FigureKind.MONEY]),
    ],
)
def test_figures_that_may_be_years_or_kronor_are_left_out(text: str, kinds: list[FigureKind]) -> None:
    """A label and a unit alone do not tell a year from an amount."""
    assert [each.kind for each in sv.find_figures(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Projektet Gröna torg 2030 växer.",
        "Satsningen ”Skog och 2030” växer.",
        "Bidrag till ”gröna gårdar 2030”.",
        "Leaderprojektet Levande landsbygd i norr 2027 drivs av dem.",
        "Området är ett Natura 2000-område, se Natura 2000.",
        "RUFS 2050 är en plan.",
        "Kalmar hamn 2020 fick stöd.",
        "Det avslutas årsskiftet 2025, inte till sekelskiftet 2000.",
        "Livsmedelsstrategi 2030 och Skånevisionen 2040.",
        "Enligt Strategi för Skåne 2030 och projektet Barn & unga 2021.",
    ],
)
def test_a_year_in_a_name_is_no_period(text: str) -> None:
    """What follows "projektet", stands in quotation marks or before a verb is one name to its end."""
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Projektet Hållbart pågick 2020.", "Kalmar kommun 2020 fick stöd.", "Total budget 2020 är klar.",
        "Projektet startar i Skåne 2020.", "Verksamheten 2020 var bra.",
    ],
)  # fmt: skip
def test_a_year_beside_a_name_is_a_period(text: str) -> None:
    """A verb, a preposition or a common noun before a year ends the name."""
    [only] = found(text)
    assert only.kind is FigureKind.PERIOD


def test_the_words_that_make_it_a_period_are_part_of_it() -> None:
    """The span holds the words before a time that say which end it is, and no verb."""
    text = (
        "Det pågår till den 31 mars 2025, startade mellan den 1 maj och den 2 juni 2020 och löper från 2014 till 2020."
    )
    assert [text[each.start : each.end] for each in found(text)] == [
        "till den 31 mars 2025", "mellan den 1 maj och den 2 juni 2020", "från 2014 till 2020",
    ]  # fmt: skip


def test_about_a_year_is_said_so() -> None:
    """A time that is only about right is marked."""
    [only] = found("Omkring år 2015 började det.")
    assert (only.approx, only.value) == (Approximation.ABOUT, Period.of_years(2015))
