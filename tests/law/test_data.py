from __future__ import annotations

import datetime
import re
from functools import partial, reduce
from itertools import combinations, groupby, product
from typing import TYPE_CHECKING

import pytest
from pendulum import Date

from esfmodel import LAW, Cci, Fund, Money, NotInForce, Period, Provision, Rate
from esfmodel.law import PACKS, Grade, Law, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

WITH_PACKS = reduce(Law.with_pack, PACKS.values(), LAW)
ROWS = pytest.mark.parametrize("row", WITH_PACKS.provisions, ids=lambda row: row.place)
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".split(),
}
IN_WORDS = {
    ("en", 2): "two",
    ("en", 3): "three",
    ("en", 5): "five",
    ("en", 6): "six",
    ("en", 10): "ten",
    ("sv", 10): "tio",
}
SHARES_IN_WORDS = {
    ("sv", Rate.of_percent(50)): "högst hälften",
    ("sv", Rate.of_percent(100)): "helt av EU",
    ("sv", Rate.of_percent(0)): "helt av EU",
}
"""A half as the ordinance writes it; and "wholly by the EU", which leaves nothing for others."""
PUBLIC = {
    Level.EU_LAW: r"http://data\.europa\.eu/eli/reg(_del)?/\d{4}/\d+/oj",
    Level.NATIONAL: r"https://(svenskforfattningssamling\.se/.+\.pdf|lagen\.nu/\d{4}:\d+)",
    Level.PROGRAMME: r"https://((www\.)?(esf|eufonder|regeringen|tillvaxtverket)\.se|www\.interreg-central\.eu|github\.com)/.+",
}
EXAMPLE = "example-"
"""How the name of a pack begins that is an example and no law: its rows are transcripts, and say so."""
DAYS = Period("2014-01-01", "2031-12-31")


def printed(row: Provision) -> list[set[str]]:
    """Write a value as a regulation may print it: of each set, one text must be there."""
    match row.value:
        case Rate() as share:
            figure = f"{share.percent:f}"
            word = SHARES_IN_WORDS.get((row.language, share))
            written = {f"{figure}{unit}" for unit in ("%", " %", " percent", " procent")}
            return [written | {f"{figure.replace('.', ',')}%"} | ({word} if word else set())]
        case Money() as money:
            figure = f"{int(money.amount):,}".replace(",", " ")
            return [
                {
                    f"{money.currency} {figure}",
                    f"{figure} {money.currency}",
                    f"{figure} kronor",
                    f" {int(money.amount)} {money.currency}",
                }
            ]
        case int() as number:
            grouped = f"{number:,}".replace(",", " ")
            return [{f" {number} ", f" {grouped} ", f" {IN_WORDS.get((row.language, number), number)} "}]
        case str() as words:
            return [{words}]
        case Period(start=start, end=end):
            days = [start, end]
        case day:
            days = [day]
    assert all(isinstance(day, Date) for day in days)
    months = MONTHS[row.language]
    return [{f"{day.day} {months[day.month - 1]} {day.year}"} for day in days if isinstance(day, Date)]


@ROWS
def test_the_value_stands_in_the_quote(row: Provision) -> None:
    """The words that a row quotes set its value, as the edition prints them; grade A has both words and edition."""
    if row.grade is Grade.A:
        assert row.quote
        assert row.edition
    if row.quote is not None:
        for texts in printed(row):
            assert any(text in row.quote for text in texts), texts


@ROWS
def test_a_row_says_where_it_stands(row: Provision) -> None:
    """Every row has a public source, a place in its file, and a citation in both languages that names the act."""
    assert row.place is not None
    if row.place.startswith(EXAMPLE):
        assert (row.grade, row.level) == (Grade.C, Level.PROGRAMME)
    else:
        assert re.fullmatch(PUBLIC[row.level], row.source)
    assert row.key in row.place
    if row.level is Level.EU_LAW:
        where = r"(artikel [0-9a-z. ]+ i|skäl \d+ i|bilaga [XVI]+, punkt [0-9.]+, till)"
        assert re.fullmatch(where + r" (delegerad )?förordning \(EU\) (nr )?\d+/\d+", row.citation("sv"))
        where = r"(Article [0-9a-z()]+ of|recital \d+ of|Annex [XVI]+, point [0-9.]+, to)"
        assert re.fullmatch(where + r" (Delegated )?Regulation \(EU\) (No )?\d+/\d+", row.citation("en"))
    else:
        assert row.act in row.citation("sv") == row.citation("en")


def test_what_nobody_read_in_the_law_keeps_its_grade() -> None:
    """What stands in a recital only is no grade A, and a programme's own rows rest on pages and transcripts."""
    for row in WITH_PACKS.provisions:
        if row.article.startswith("recital") or row.level is Level.PROGRAMME:
            assert row.grade is not Grade.A
    assert LAW.provision("co-financing.ceiling.react-eu").grade is Grade.B


def test_no_row_names_a_place_on_a_computer() -> None:
    """Sources and editions are public: an address, or a repository with path and commit."""
    for row in WITH_PACKS.provisions:
        assert not re.search(r"(^|[ (])[/~\\]|file:", f"{row.source} {row.edition} {row.note}"), row.place


def test_no_row_was_checked_before_its_act() -> None:
    """A row is checked after the text it quotes was published."""
    for row in WITH_PACKS.provisions:
        assert row.checked >= Date(2026, 11, 1), row.place
        assert row.end is None or row.start <= row.end, row.place


@pytest.mark.parametrize("key", WITH_PACKS.keys)
def test_looking_up_a_day_is_scanning_all_rows(key: str) -> None:
    """From 2014 to 2031 a key has for each fund, on every day, the one row in force that a scan finds, or none."""
    history = WITH_PACKS.history(key)
    named = {fund for row in history for fund in row.funds}
    funds = [None, *sorted(named, key=str), next(fund for fund in Fund if fund not in named)]
    for period, fund in product({row.programming_period for row in history}, funds):
        rows = [row for row in history if row.programming_period == period and row.concerns(fund)]
        ask = partial(WITH_PACKS.provision, key, programming_period=period, fund=fund)
        for scanned, first, last in runs(rows):
            for each in (partial(ask, on=first), partial(ask, on=last), partial(ask, during=Period(first, last))):
                if len(scanned) == 1:
                    assert each() is scanned[0]
                else:
                    with pytest.raises(NotInForce):
                        each()


def runs(rows: list[Provision]) -> Iterator[tuple[tuple[Provision, ...], Date, Date]]:
    """Yield each run of days with one answer, and the rows of the closest level that apply: several where funds differ.

    The answer is another only on a day when a row begins, or after one ends.
    """
    after = [row.end.add(days=1) for row in rows if row.end is not None]
    begin = sorted({DAYS.start, *(day for day in (*(row.start for row in rows), *after) if day in DAYS)})
    spans = zip(begin, [*begin[1:], DAYS.end.add(days=1)], strict=True)
    found = (
        (closest(tuple(row for row in rows if row.in_force(first))), first, following) for first, following in spans
    )
    for scanned, run in groupby(found, key=lambda each: each[0]):
        days = [day for _, *both in run for day in both]
        yield scanned, days[0], days[-1].subtract(days=1)


def closest(rows: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return the rows of the level that is closest to the project."""
    rank = max((row.level.rank for row in rows), default=None)
    return tuple(row for row in rows if row.level.rank == rank)


def test_a_row_is_in_force_from_its_first_to_its_last_day() -> None:
    """The first and the last day belong to it, the days around them do not."""
    for row in WITH_PACKS.provisions:
        assert row.in_force(row.start), row.place
        assert not row.in_force(row.start.subtract(days=1)), row.place
        assert row.end is None or row.in_force(row.end), row.place
        assert row.end is None or not row.in_force(row.end.add(days=1)), row.place


def test_the_days_of_a_key_never_overlap() -> None:
    """Two rows of one key, programming period, level and fund share no day."""
    for one, other in combinations(WITH_PACKS.provisions, 2):
        same = (one.key, one.programming_period, one.level) == (other.key, other.programming_period, other.level)
        if same and set(one.funds or Fund) & set(other.funds or Fund):
            last = datetime.date.max
            assert one.start > (other.end or last) or other.start > (one.end or last)


@pytest.mark.parametrize(
    ("period", "category", "percent"),
    [
        ("2014-2020", "more-developed", 50),
        ("2014-2020", "transition", 60),
        ("2014-2020", "outermost", 85),
        ("2021-2027", "less-developed", 85),
        ("2021-2027", "transition", 60),
        ("2021-2027", "transition.formerly-less-developed", 70),
        ("2021-2027", "more-developed.formerly-transition", 50),
        ("2021-2027", "more-developed", 40),
        ("2021-2027", "outermost", 85),
    ],
)
def test_the_ceilings_are_those_of_articles_112_and_120(period: str, category: str, percent: int) -> None:
    """Regulation (EU) 2021/1060, Article 112(3), and Regulation (EU) No 1303/2013, Article 120(3)."""
    row = LAW.provision(f"co-financing.ceiling.{category}", programming_period=period)
    assert row.value == Rate.of_percent(percent)


def test_the_windows_are_those_of_articles_63_and_65() -> None:
    """Regulation (EU) 2021/1060, Article 63(2), and Regulation (EU) No 1303/2013, Article 65(2)."""
    windows = {str(row.programming_period): row.value_as(Period) for row in LAW.history("eligibility.period")}
    assert windows == {
        "2014-2020": Period("2014-01-01", "2023-12-31"),
        "2021-2027": Period("2021-01-01", "2029-12-31"),
    }


@pytest.mark.parametrize(
    ("key", "period", "swedish", "english"),
    [
        (
            "publicity.poster",
            "2014-2020",
            "bilaga XII, punkt 2.2, till förordning (EU) nr 1303/2013",
            "Annex XII, point 2.2, to Regulation (EU) No 1303/2013",
        ),
        (
            "co-financing.ceiling.react-eu",
            "2014-2020",
            "skäl 19 i förordning (EU) 2020/2221",
            "recital 19 of Regulation (EU) 2020/2221",
        ),
        (
            "advance.amount",
            "2021-2027",
            "2 kap. 9 § förordningen (2022:1379) om förvaltning av program för vissa EU-fonder",
            "2 kap. 9 § förordningen (2022:1379) om förvaltning av program för vissa EU-fonder",
        ),
    ],
)
def test_annexes_recitals_and_sections_are_cited_as_lawyers_do(
    key: str, period: str, swedish: str, english: str
) -> None:
    """What is no article is not called one; a Swedish section keeps its name in both languages."""
    row = LAW.provision(key, programming_period=period)
    assert (row.citation("sv"), row.citation("en")) == (swedish, english)


def test_three_accounting_years_had_a_ceiling_of_their_own() -> None:
    """Article 25a of Regulation (EU) No 1303/2013: 100 per cent of what is declared in a year, from its own day on."""
    years = [row for row in LAW.provisions if row.key.startswith("co-financing.ceiling.temporary.")]
    assert {row.value for row in years} == {Rate.of_percent(100)}
    assert sorted(f"{row.start}: {row.expenditure_from}/{row.expenditure_until}" for row in years) == [
        "2020-04-24: 2020-07-01/2021-06-30",
        "2022-04-09: 2021-07-01/2022-06-30",
        "2024-03-01: 2023-07-01/2024-06-30",
    ]


def test_every_ceiling_says_for_which_funds_it_counts() -> None:
    """A rate of one fund is never taken for another's; the sparsely populated areas' binds no priority."""
    for row in LAW.provisions:
        if row.key.startswith("co-financing.") and not row.key.endswith("sparsely-populated"):
            assert row.funds, row.key
    # What the pack says of Fast Care ends with the days of Article 112(7).
    until = LAW.provision(
        "co-financing.ceiling.third-country-nationals", programming_period="2021-2027"
    ).expenditure_until
    assert WITH_PACKS.provision("programme.2021se05sfpr001.f.eu-rate").end == until == Date(2024, 6, 30)


def test_the_packs_are_named_after_their_programmes() -> None:
    """A pack has the CCI of its programme for a name, and a region where the CCI lacks its serial number.

    Its rows lie under both; no row of an example lies under a programme.
    """
    for name, pack in PACKS.items():
        own = LAW.with_pack(pack).provisions[len(LAW.provisions) :]
        assert own
        if name.startswith(EXAMPLE):
            assert not any(row.key.startswith("programme.") for row in own)
        else:
            cci, _, region = name.partition("-")
            assert str(Cci.parse(cci)) == cci
            assert bool(region) == (Cci(cci).serial is None)
            assert all(row.key.startswith(f"programme.{cci.lower()}.") for row in own)
            assert all(not region or region.lower() in row.key.split(".") for row in own)
