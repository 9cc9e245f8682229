from __future__ import annotations

import datetime
import itertools
import operator
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from esfmodel import (
    LAW,
    Fund,
    InvalidValue,
    Law,
    Money,
    NotInForce,
    Period,
    ProgrammingPeriod,
    Provision,
    Rate,
    ReadError,
)
from esfmodel.law import Grade, Level, ProvisionValue, Sense
from esfmodel.law.consistency import looser_rows
from esfmodel.law.law import keys_read

if TYPE_CHECKING:
    from pathlib import Path


def row(
    start: str = "2021-01-01",
    end: str | None = None,
    value: ProvisionValue = "på",
    level: Level = Level.EU_LAW,
    sense: Sense | None = None,
    programming_period: str | None = None,
    key: str = "a.b",
    funds: tuple[Fund, ...] = (),
) -> Provision:
    """Make a row of which only what matters is said."""
    return Provision(
        key,
        value,
        programming_period=programming_period,
        level=level,
        act="SFS 2022:1379",
        article="2 kap. 9 §",
        start=start,
        end=end,
        grade=Grade.B,
        source="https://example.org",
        checked="2026-11-21",
        sense=sense,
        funds=funds,
        unit="kronor" if isinstance(value, int) else None,
    )


DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2022, 12, 31))
CUTS = st.lists(st.integers(1, 400), min_size=1, max_size=5)


@given(CUTS, DAYS, DAYS)
def test_a_value_counts_throughout_a_period_when_every_day_has_the_same_row(
    lengths: list[int], one: datetime.date, other: datetime.date
) -> None:
    """`during` answers with a row just when each day of the period, asked alone, gives that row."""
    start = datetime.date(2020, 6, 1)
    rows: list[Provision] = []
    for index, length in enumerate(lengths):
        end = start + datetime.timedelta(length - 1)
        last = index == len(lengths) - 1 and length % 2 == 0
        rows.append(row(start.isoformat(), None if last else end.isoformat(), f"värde {index}"))
        start = end + datetime.timedelta(1 + (length % 3 == 0))
    law = Law(rows)
    period = Period(min(one, other), max(one, other))
    days = [datetime.date.fromordinal(n) for n in range(period.start.toordinal(), period.end.toordinal() + 1)]
    daily = {next((each for each in rows if each.in_force(day)), None) for day in days}
    (only, *more) = daily
    if only is None or more:
        with pytest.raises(NotInForce):
            law.provision("a.b", during=period)
    else:
        assert law.provision("a.b", during=period) == only


def test_a_value_that_never_changed_needs_no_day() -> None:
    """Without a day the one row there ever was is given, and of several none."""
    assert Law([row()]).provision("a.b").value == "på"
    changed = Law([row("2021-01-01", "2021-12-31", "av"), row("2022-01-01")])
    with pytest.raises(NotInForce, match=r"'a\.b' has no single value for all the days; ask about one day"):
        changed.provision("a.b")
    assert changed.provision("a.b", on="2021-12-31").value == "av"
    assert changed.provision("a.b", on="2022-01-01").value == "på"
    assert [each.value for each in changed.history("a.b")] == ["av", "på"]


def test_what_is_not_there_is_never_given() -> None:
    """Unknown keys, other programming periods and days before the first raise, and say what there is."""
    with pytest.raises(NotInForce, match=r"'eligibility\.perod' is not one we know; did you mean eligibility\.period"):
        LAW.provision("eligibility.perod")
    with pytest.raises(NotInForce, match="is not in the list; see the list that the command `esfmodel law` prints"):
        LAW.provision("zzz")
    with pytest.raises(NotInForce, match=r"no value for 2007.2013; ask about 2014.2020, 2021.2027"):
        LAW.provision("eligibility.period", programming_period="2007-2013", on="2010-01-01")
    with pytest.raises(NotInForce, match=r"differs between programming periods; name one of 2014.2020, 2021.2027"):
        LAW.provision("eligibility.period", on="2022-01-01")
    with pytest.raises(NotInForce, match=r"no value for 31.December.2013; ask about from 1.January.2014"):
        LAW.provision("eligibility.period", programming_period="2014-2020", on="2013-12-31")
    years = Law([row("2020-07-01", "2021-06-30"), row("2023-07-01", "2024-06-30")])
    with pytest.raises(NotInForce, match=r"ask about 1.July.2020.30.June.2021, 1.July.2023.30.June.2024"):
        years.provision("a.b", on="2022-07-01")


def test_what_lies_under_a_key_is_what_a_search_of_all_rows_finds() -> None:
    """A key lies under itself and under its whole parts, never under a part cut short."""
    for key in LAW.keys:
        for prefix in (key, key.rpartition(".")[0] or key, key[:-1]):
            assert LAW.under(prefix) == tuple(row for row in LAW.provisions if f"{row.key}.".startswith(f"{prefix}."))


def test_the_keys_under_a_prefix_are_those_of_its_rows_that_count() -> None:
    """However often they are asked for, and of a law with a pack beside the one that ships."""
    prefixes = sorted({key.rpartition(".")[0] or key for key in LAW.keys})
    periods = [ProgrammingPeriod(2014, 2020), ProgrammingPeriod(2021, 2027), ProgrammingPeriod(2028, 2034)]
    for law, prefix, period in itertools.product((LAW, LAW.with_pack("2021SE05SFPR001")), prefixes, periods):
        for fund in (None, Fund.ESF_PLUS, Fund.AMIF):
            counting = [row for row in law.under(prefix) if row.programming_period in {None, period}]
            expected = tuple(dict.fromkeys(row.key for row in counting if row.concerns(fund)))
            asked = law, prefix, (f"{prefix}.*", prefix), period, fund
            assert keys_read(*asked) == keys_read(*asked) == expected


def test_a_day_and_a_period_are_not_asked_at_once() -> None:
    """`on` beside `during` is refused."""
    with pytest.raises(InvalidValue, match="is given beside on="):
        LAW.provision("eligibility.period", on="2022-01-01", during=Period("2022-01-01", "2022-12-31"))


def test_the_level_closest_to_the_project_counts() -> None:
    """Of an EU rule and a national one on the same day the national is given, with its level."""
    law = Law([row(value="eu"), row("2022-01-01", "2022-12-31", "sv", Level.NATIONAL)])
    assert law.provision("a.b", on="2022-05-01").level is Level.NATIONAL
    assert law.provision("a.b", on="2023-05-01").level is Level.EU_LAW
    with pytest.raises(NotInForce, match="no single value for all the days"):
        law.provision("a.b", during=Period("2021-07-01", "2022-06-30"))


@pytest.mark.parametrize(
    "rows",
    [
        [row(), row("2022-01-01")],
        [row("2021-01-01", "2021-12-31"), row("2021-12-31")],
        [row("2021-01-01", programming_period="2021-2027"), row("2030-01-01")],
    ],
)
def test_no_question_has_two_answers(rows: list[Provision]) -> None:
    """Rows of one key, programming period and level that share a day are refused."""
    with pytest.raises(InvalidValue, match=r"a\.b"):
        Law(rows)


SOME_FUNDS = st.lists(st.sampled_from([Fund.ESF_PLUS, Fund.ERDF, Fund.JTF]), unique=True, max_size=2)


@given(st.lists(st.tuples(SOME_FUNDS, DAYS, st.integers(0, 300)), min_size=1, max_size=4), DAYS)
def test_each_fund_has_one_answer(drawn: list[tuple[list[Fund], datetime.date, int]], day: datetime.date) -> None:
    """Rows of one key may share a day just when they share no fund; a fund gets the row that a scan finds."""
    rows = [
        row(start.isoformat(), (start + datetime.timedelta(days)).isoformat(), f"{index}", funds=tuple(funds))
        for index, (funds, start, days) in enumerate(drawn)
    ]
    clash = any(
        one.start <= (other.end or one.start)
        and other.start <= (one.end or other.start)
        and (not one.funds or not other.funds or set(one.funds) & set(other.funds))
        for one, other in itertools.combinations(rows, 2)
    )
    if clash:
        with pytest.raises(InvalidValue, match="has two values"):
            Law(rows)
        return
    law = Law(rows)
    for fund in Fund:
        scanned = [each for each in rows if each.in_force(day) and (not each.funds or fund in each.funds)]
        try:
            found = [law.provision("a.b", fund=fund, on=day)]
        except NotInForce:
            found = []
        assert found == scanned


def test_a_key_that_differs_by_fund_needs_one() -> None:
    """Asked for no fund, a law with a value for each answers with none of them."""
    law = Law([row(funds=(Fund.ESF_PLUS,), value="sex"), row(funds=(Fund.JTF,), value="sju")])
    with pytest.raises(NotInForce, match=r"differs between funds; name one of European Social Fund Plus, Just"):
        law.provision("a.b")
    with pytest.raises(NotInForce, match="has no value for European Regional"):
        law.provision("a.b", fund=Fund.ERDF)
    wrong: Any = ("ESF+",)
    with pytest.raises(TypeError, match=r"funds\[0\] must be Fund, not str"):
        row(funds=wrong)
    with pytest.raises(TypeError, match="fund must be Fund, not tuple"):
        law.provision("a.b", fund=wrong)


def test_a_law_is_made_of_provisions_only() -> None:
    """Anything else is a wrong type."""
    wrong: Any = ["a"]
    with pytest.raises(TypeError, match=r"provisions\[0\] must be Provision, not str"):
        Law(wrong)


def test_a_law_cannot_be_changed() -> None:
    """A law is frozen, and equal to another of the same rows."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(LAW, "provisions", ())  # noqa: B010
    assert Law(LAW.provisions) == LAW


def test_the_version_tells_the_data_apart() -> None:
    """The version has the day of the newest check, and changes with every value."""
    assert LAW.version.startswith("2026-")
    assert Law(()).version == "empty"
    assert Law([row()]).version == Law([row()]).version != Law([row(value="av")]).version


PACK = """
[[provision]]
key = "{key}"
rate = "{rate}"
programming_period = "2021-2027"
level = "{level}"
sense = "{sense}"
binds = "{binds}"
act = "Nationellt program för ESF+"
article = "avsnitt 2"
start = 2021-01-01
grade = "B"
source = "https://example.org"
checked = 2026-11-21
"""
CEILING = "co-financing.ceiling.more-developed"
GIVEN = {"key": CEILING, "rate": "35%", "level": "PROGRAMME", "sense": "AT_MOST", "binds": "PRIORITY"}


def pack(folder: Path, **values: str) -> Path:
    """Write a pack with one row."""
    path = folder / "pack.toml"
    path.write_text(PACK.format(**GIVEN | values), "utf-8")
    return path


def test_a_pack_adds_and_tightens(tmp_path: Path) -> None:
    """A programme may set a lower ceiling than the law, and values of its own; the law itself is as it was."""
    tighter = LAW.with_pack(pack(tmp_path))
    found = tighter.provision(CEILING, programming_period="2021-2027")
    assert (found.value, found.level) == (Rate.of_percent(35), Level.PROGRAMME)
    assert found.citation("en") == "avsnitt 2, Nationellt program för ESF+"
    assert LAW.provision(CEILING, programming_period="2021-2027").value == Rate.of_percent(40)
    own = LAW.with_pack(pack(tmp_path, key="own-share.a", rate="46%", sense="EXACTLY"))
    assert own.provision("own-share.a").value == Rate.of_percent(46)
    assert own.version != LAW.version


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"rate": "41%"}, r"loosens or changes what Article 112\(3\)\(e\) of Regulation \(EU\) 2021/1060 says: 40%"),
        ({"sense": "AT_LEAST"}, "loosens or changes"),
        ({"binds": "OPERATION"}, "loosens or changes"),
    ],
)
def test_a_pack_may_not_loosen(tmp_path: Path, values: dict[str, str], wrong: str) -> None:
    """A pack that allows more than the law, or speaks for another level, is refused with file and row."""
    with pytest.raises(ReadError, match=wrong) as caught:
        LAW.with_pack(pack(tmp_path, **values))
    assert str(caught.value).startswith("pack.toml, line 2, provision[0]: ")
    assert caught.value.text("sv").startswith(f"pack.toml, rad 2, bestämmelse 1, {CEILING}: ”")


@pytest.mark.parametrize(
    ("sense", "above", "below", "allowed"),
    [
        (Sense.AT_LEAST, 10, 12, True),
        (Sense.AT_LEAST, 10, 10, True),
        (Sense.AT_LEAST, 10, 9, False),
        (Sense.AT_MOST, Money(400_000), Money(300_000), True),
        (Sense.AT_MOST, Money(400_000), Money(400_000), True),
        (Sense.AT_MOST, Money(400_000), Money("400000.01"), False),
        (Sense.AT_MOST, Rate.of_percent(40), Rate.of_percent(40), True),
        (Sense.AT_MOST, Rate.of_percent(40), Rate.of_percent("40.01"), False),
        (Sense.AT_MOST, Money(400_000), Money(300_000, "EUR"), False),
        (Sense.EXACTLY, Rate.of_percent(90), Rate.of_percent(90), True),
        (Sense.EXACTLY, Rate.of_percent(90), Rate.of_percent(89), False),
        (None, "en", "en", True),
    ],
)
def test_what_a_pack_may_say_below_a_value(
    tmp_path: Path, sense: Sense | None, above: ProvisionValue, below: ProvisionValue, *, allowed: bool
) -> None:
    """A floor may rise, a ceiling may sink, and a value that binds exactly stays."""
    kinds: dict[type, str] = {
        int: "number = {0}\nunit = 'kronor'",
        Money: "money = '{0}'",
        Rate: "rate = '{0}'",
        str: "text = '{0}'",
    }
    said = [
        "[[provision]]",
        "key = 'a.b'",
        "level = 'NATIONAL'",
        kinds[type(below)].format(below),
        "act = 'SFS 2022:1379'\narticle = '2 kap. 9 §'\nsource = 'x'\ngrade = 'C'",
        "start = 2021-01-01\nchecked = 2026-11-21",
    ]
    if sense is not None:
        said.append(f"sense = '{sense.name}'")
    path = tmp_path / "pack.toml"
    path.write_text("\n".join(said), "utf-8")
    law = Law([row(value=above, sense=sense)])
    if allowed:
        assert law.with_pack(path).provision("a.b").value == below
    else:
        with pytest.raises(ReadError, match="loosens or changes"):
            law.with_pack(str(path))


@given(
    st.sampled_from(Sense),
    st.sampled_from(Sense),
    st.integers(0, 4),
    st.integers(0, 4),
)
def test_who_obeys_the_closer_level_obeys_the_higher(above: Sense, below: Sense, high: int, low: int) -> None:
    """A row may stand below another exactly when everything it allows is allowed above."""
    allows = {Sense.AT_MOST: operator.le, Sense.AT_LEAST: operator.ge, Sense.EXACTLY: operator.eq}
    law = row(value=high, sense=above)
    programme = row(value=low, sense=below, level=Level.PROGRAMME)
    obeyed = [share for share in range(-9, 10) if allows[below](share, low)]
    if all(allows[above](share, high) for share in obeyed):
        assert not list(looser_rows([law, programme]))
    else:
        assert list(looser_rows([law, programme])) == [(law, programme)]


@pytest.mark.parametrize(("end", "fits"), [("2020-12-31", True), ("2021-01-01", False), (None, False)])
def test_a_pack_is_compared_with_what_counts_on_its_days(tmp_path: Path, end: str | None, *, fits: bool) -> None:
    """From the day after a ceiling ended, a programme may set a higher one; on its last day it may not."""
    above = row("2014-01-01", end, Rate.of_percent(40), sense=Sense.AT_MOST, programming_period="2021-2027")
    path = pack(tmp_path, key="a.b", rate="41%")
    path.write_text(path.read_text("utf-8").replace('binds = "PRIORITY"\n', ""), "utf-8")
    assert [fault.code for fault in Law([above]).faults_of_pack(path)] == ([] if fits else ["pack.looser"])


def test_levels_of_one_pack_are_compared_too(tmp_path: Path) -> None:
    """A pack cannot let its programme loosen its own national row, nor put a tighter law over a programme."""
    path = pack(tmp_path, level="NATIONAL", rate="35%")
    path.write_text(path.read_text("utf-8") + PACK.format(**GIVEN | {"rate": "38%"}), "utf-8")
    with pytest.raises(ReadError, match=r"line 16, provision\[1\]: loosens or changes what avsnitt 2, .* says: 35%"):
        LAW.with_pack(path)
    programme = LAW.with_pack(pack(tmp_path, rate="38%"))
    with pytest.raises(ReadError, match=r"is tighter than or differs from what avsnitt 2, .* says: 38% .*; loosen it"):
        programme.with_pack(pack(tmp_path, rate="35%", level="NATIONAL"))


def test_units_are_compared_before_numbers() -> None:
    """Ten months are not more than nine years."""
    law = row(value=9, sense=Sense.AT_LEAST)
    programme = attrs.evolve(row(value=10, sense=Sense.AT_LEAST, level=Level.PROGRAMME), unit="years")
    assert list(looser_rows([law, programme])) == [(law, programme)]


def test_words_keep_within_no_amount() -> None:
    """What cannot be compared is not within the limit."""
    law = row(value=Money(400_000), sense=Sense.AT_MOST)
    programme = row(value="lite", sense=Sense.AT_MOST, level=Level.PROGRAMME)
    assert list(looser_rows([law, programme])) == [(law, programme)]


def test_a_last_day_may_come_earlier() -> None:
    """A programme may close before the law's last day, not after it."""
    law = row(value=Date(2029, 12, 31), sense=Sense.AT_MOST)
    earlier, later = (
        row(value=Date(year, 12, 31), sense=Sense.AT_MOST, level=Level.PROGRAMME) for year in (2028, 2030)
    )
    assert not list(looser_rows([law, earlier]))
    assert list(looser_rows([law, later])) == [(law, later)]


def test_the_levels_of_a_key_are_told_with_the_one_that_decides_last(tmp_path: Path) -> None:
    """Every level that has a value for the day is given, and the last of them is the one that `provision` gives."""
    law = LAW.with_pack(pack(tmp_path))
    told = law.levels(CEILING, programming_period="2021-2027", on="2024-05-01")
    assert [(each.level, each.value) for each in told] == [
        (Level.EU_LAW, Rate.of_percent(40)),
        (Level.PROGRAMME, Rate.of_percent(35)),
    ]
    assert told[-1] is law.provision(CEILING, programming_period="2021-2027", on="2024-05-01")
    assert len(law.levels(CEILING)) == 3
    with pytest.raises(NotInForce, match=r"has no value for 31.December.2020"):
        law.levels(CEILING, programming_period="2021-2027", on="2020-12-31")


def test_a_pack_that_answers_twice_is_refused(tmp_path: Path) -> None:
    """Two rows of a pack that count for the same day are named together with the file."""
    path = pack(tmp_path)
    path.write_text(path.read_text("utf-8") * 2, "utf-8")
    with pytest.raises(
        ReadError,
        match=r"^pack\.toml, line 16, provision\[1\]: answers the same question from 1.January.2021 as the row",
    ):
        LAW.with_pack(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file and a file that is no UTF-8 are errors of ours."""
    with pytest.raises(ReadError, match=r"none\.toml: is not there"):
        LAW.with_pack(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes("# åäö".encode("latin-1"))
    with pytest.raises(ReadError, match=r"latin\.toml, line 1: is not UTF-8 at byte 2"):
        Law.load(tmp_path / "latin.toml")
    with pytest.raises(ReadError, match="is a directory; give a file in it"):
        Law.load(tmp_path)
