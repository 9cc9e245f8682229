from __future__ import annotations

import datetime
import os
import sys
import threading
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from esfmodel import LAW, Fund, InvalidValue, Law, NotInForce, Provision, Rate, ReadError
from esfmodel.law import PACKS, Condition, Grade, Level
from esfmodel.law.keys import KEYS_OF_PACKS, matches
from esfmodel.law.packs import GROUP, amended
from esfmodel.law.provisions import LARGEST, kind_of
from esfmodel.rules.unread import check_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FIRST = datetime.date(2021, 1, 1)
FUNDS = (Fund.ESF_PLUS, Fund.ERDF, Fund.JTF)
fund_sets = st.sampled_from([(), (Fund.ESF_PLUS,), (Fund.ERDF,), (Fund.ESF_PLUS, Fund.JTF)])


def row(
    start: int, length: int | None, funds: tuple[Fund, ...] = (), value: str = "en", act: str | None = None
) -> Provision:
    """Make a provision that begins so many days after the first."""
    begins = FIRST + datetime.timedelta(start)
    return Provision(
        "a.b",
        value,
        level=Level.EU_LAW,
        act="Regulation (EU) 2021/1060",
        article="1",
        start=begins,
        end=None if length is None else begins + datetime.timedelta(length),
        grade=Grade.C,
        source="https://example.org",
        checked="2026-11-21",
        funds=funds,
        amended_by=act,
    )


@st.composite
def laws(draw: st.DrawFn) -> Law:
    """Draw a law of one key: up to three rows for all funds or some."""
    spans = draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9) | st.none(), fund_sets), max_size=3))
    found: list[Provision] = []
    for number, span in enumerate(spans):
        try:
            found = [*Law([*found, row(*span, value=f"rad {number}")]).provisions]
        except InvalidValue:
            continue
    return Law(found)


def answer(rows: Sequence[Provision], day: datetime.date, fund: Fund) -> Provision | None:
    """Return the row in force for a fund on a day."""
    return next((each for each in rows if each.concerns(fund) and each.in_force(day)), None)


@given(laws(), st.integers(0, 14), st.integers(0, 5) | st.none(), fund_sets)
def test_an_amending_act_takes_the_place_of_what_counted_on_its_first_day(
    law: Law, start: int, length: int | None, funds: tuple[Fund, ...]
) -> None:
    """From its first day the amending row counts for its funds; what it amends ends; all else is as it was."""
    amending = row(start, length, funds, "ny", "Regulation (EU) 2025/1913")
    rows = amended(law.provisions, amending)
    begun_later = [
        each for each in law.provisions if each.start > amending.start and each.start <= (amending.end or each.start)
    ]
    assume(not any(each.concerns(fund) and amending.concerns(fund) for each in begun_later for fund in FUNDS))
    after = Law(rows)
    for day in (FIRST + datetime.timedelta(number) for number in range(30)):
        for fund in FUNDS:
            before = answer(law.provisions, day, fund)
            is_amended = before is not None and before.in_force(amending.start) and amending.concerns(fund)
            expected = None if before is None or (is_amended and day >= amending.start) else before.value
            if amending.concerns(fund) and amending.in_force(day):
                expected = "ny"
            found = answer(after.provisions, day, fund)
            assert (None if found is None else found.value) == expected


ROW = """
[[provision]]
key = "{key}"
{value}
programming_period = "2021-2027"
level = "{level}"
sense = "AT_MOST"
binds = "PRIORITY"
act = "Regulation (EU) 2021/1060"
article = "112(3)(e)"
start = {start}
grade = "C"
source = "https://example.org"
checked = 2026-11-21
"""
CEILING = "co-financing.ceiling.more-developed"
GIVEN = {"key": CEILING, "value": 'rate = "45%"', "level": "EU_LAW", "start": "2025-09-20"}
THROUGH = 'amended_by = "Regulation (EU) 2025/1913"\n'


def pack(folder: Path, more: str = THROUGH, **values: str) -> Path:
    """Write a pack with one row, and more lines in it."""
    path = folder / "pack.toml"
    path.write_text(ROW.format(**GIVEN | values) + more, "utf-8")
    return path


def test_an_amending_act_is_entered_as_a_pack(tmp_path: Path) -> None:
    """The old row ends the day before, both are in the history, and the law that ships is as it was."""
    law = LAW.with_pack(pack(tmp_path))
    old, new = law.history(CEILING, programming_period="2021-2027")
    assert (str(old.end), old.value) == ("2025-09-19", Rate.of_percent(40))
    assert (new.value, new.amended_by) == (Rate.of_percent(45), "Regulation (EU) 2025/1913")
    assert law.provision(CEILING, programming_period="2021-2027", on="2025-09-19").value == old.value
    assert law.provision(CEILING, programming_period="2021-2027", on="2025-09-20").value == new.value
    assert LAW.provision(CEILING, programming_period="2021-2027").end is None


def test_an_act_that_amends_one_fund_leaves_the_others(tmp_path: Path) -> None:
    """A row of all funds goes on for those that the amending act does not name."""
    law = LAW.with_pack(pack(tmp_path, THROUGH + 'funds = ["ESF+"]'))
    for fund, percent in {Fund.ESF_PLUS: 45, Fund.ERDF: 40}.items():
        found = law.provision(CEILING, programming_period="2021-2027", fund=fund, on="2026-01-01")
        assert found.value == Rate.of_percent(percent)
    with pytest.raises(NotInForce, match="differs between funds"):
        law.provision(CEILING, programming_period="2021-2027", on="2026-01-01")


def test_acts_amend_one_after_the_other(tmp_path: Path) -> None:
    """A pack may hold several amendments of one row, in any order, and a later pack amends an earlier one."""
    path = pack(tmp_path)
    later = ROW.format(**GIVEN | {"value": 'rate = "42%"', "start": "2026-07-01"}) + THROUGH
    path.write_text(later + path.read_text("utf-8"), "utf-8")
    law = LAW.with_pack(path).with_pack(pack(tmp_path, value='rate = "41%"', start="2027-01-01"))
    ends = [str(each.end) for each in law.history(CEILING, programming_period="2021-2027")]
    assert ends == ["2025-09-19", "2026-06-30", "2026-12-31", "None"]


@pytest.mark.parametrize(
    ("more", "values", "wrong"),
    [
        ("", {}, r"counts on some of the same days as what Article 112\(3\)\(e\) of .* says from 1.January.2021: 40%"),
        ('condition = "STEP"\n' + THROUGH, {}, "under another condition .*; give it the same, or a key of its own"),
        (
            THROUGH,
            {"start": "2014-01-01"},
            "still counts when .* begins, on 1.January.2021 .*; give it an `end`",
        ),
        (
            THROUGH,
            {"value": 'money = "45 SEK"'},
            "is not how values of this key are written .*; .* rate",
        ),
        (THROUGH, {"level": "CALL"}, "cannot be used here"),
        ('condition = "SOMETIMES"', {}, "is not one we know .*; use one of AMENDED_PROGRAMME"),
        ('funds = ["ESF++"]', {}, r"provision\[0\]\.funds\[0\]: is not one we know"),
        ('funds = ["ESF+", "ESF+"]', {}, r"provision\[0\]\.funds\[1\]: is given more than once"),
        ("proposal = true", {}, "stands in a row; write it once, above"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_at_its_line(
    tmp_path: Path, more: str, values: dict[str, str], wrong: str
) -> None:
    """What contradicts the law, or is of another kind, is told with file, line, row and key, and nothing is added."""
    with pytest.raises(ReadError, match=wrong) as caught:
        LAW.with_pack(pack(tmp_path, more, **values))
    if caught.value.code in {"pack.overlaps", "pack.no_end", "pack.other_condition"}:
        assert caught.value.given == "45%"
        assert caught.value.params.get("start", datetime.date(2021, 1, 1)) == datetime.date(2021, 1, 1)
    line = 2 if caught.value.code.startswith("pack.") or caught.value.place == "provision[0]" else 15
    assert str(caught.value).startswith(f"pack.toml, line {line}, provision[0]")
    assert caught.value.text("sv").startswith(f"pack.toml, rad {line}, bestämmelse 1, {CEILING}")


@pytest.mark.parametrize(("key", "more"), [("a.b", ""), (CEILING, THROUGH)])
def test_two_rows_for_one_day_are_refused(tmp_path: Path, key: str, more: str) -> None:
    """Which of two amendments counts is not guessed, within a pack and between packs, in whichever order."""
    path = pack(tmp_path, more, key=key)
    again = ROW.format(**GIVEN | {"key": key, "value": 'rate = "42%"'}) + more
    path.write_text(path.read_text("utf-8") + again, "utf-8")
    twice = [fault for fault in LAW.faults_of_pack(path) if fault.code == "pack.same_day"]
    assert [(fault.line, fault.params["other"]) for fault in twice] == [(16 + len(more.splitlines()), 2)]
    once, other = tmp_path / "once.toml", tmp_path / "other.toml"
    once.write_text(ROW.format(**GIVEN) + THROUGH, "utf-8")
    other.write_text(ROW.format(**GIVEN | {"value": 'rate = "42%"'}) + THROUGH, "utf-8")
    for first, second in ((once, other), (other, once)):
        with pytest.raises(ReadError, match="from that day already"):
            LAW.with_pack(first).with_pack(second)


def test_a_period_that_is_left_out_is_asked_for(tmp_path: Path) -> None:
    """A row of a key that is written with programming periods needs one."""
    path = pack(tmp_path)
    path.write_text(path.read_text("utf-8").replace('programming_period = "2021-2027"\n', ""), "utf-8")
    with pytest.raises(ReadError, match="has a programming period in one row and none"):
        LAW.with_pack(path)


def test_a_pack_answers_for_its_own_rows_only(tmp_path: Path) -> None:
    """What was out of order before a pack was added is no fault of the pack."""
    higher, lower = (
        attrs.evolve(each, programming_period="2014-2020") for each in (row(0, None), row(0, None, value="annat"))
    )
    law = Law([higher, attrs.evolve(lower, level=Level.PROGRAMME)])
    path = pack(tmp_path, "", key="a.b", value='text = "en"')
    assert len(law.with_pack(path).provisions) == 3


def test_every_fault_of_a_pack_is_told(tmp_path: Path) -> None:
    """Who keeps a pack mends it in one round: each fault has its own line, and they come in the order of the lines."""
    path = pack(tmp_path, "", key="vat.threshold", value='rate = "5%"')
    path.write_text(path.read_text("utf-8") + ROW.format(**GIVEN) + "weight = 1" + ROW.format(**GIVEN), "utf-8")
    assert [(fault.code, fault.line) for fault in LAW.faults_of_pack(path)] == [
        ("pack.other_kind", 2),
        ("key.unknown", 29),
        ("pack.overlaps", 30),
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("proposal = 1", "proposal: is not true or false"),
        ("#" * (LARGEST + 1), f"has {LARGEST + 1} characters"),
        ("a" + ".a" * 200_000 + " = 1", "is nested more than 60 levels deep"),
        ("provision = " + "[" * 200_000, "is nested more than 60 levels deep"),
        ("\0", "is a binary file"),
    ],
)
def test_a_hostile_pack_is_refused(tmp_path: Path, text: str, wrong: str) -> None:
    """No file keeps the reader busy for long, and nothing of it is added."""
    path = tmp_path / "pack.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError, match=wrong):
        LAW.with_pack(path)


def test_a_fault_between_files_is_told_at_its_row(tmp_path: Path) -> None:
    """Of several files the one whose row contradicts another is named, with the line."""
    files = [tmp_path / f"{name}.toml" for name in "abc"]
    for number, file in enumerate(files):
        start = "2026-01-01" if number else "2025-01-01"
        file.write_text(
            "\n" * number + ROW.format(**GIVEN | {"start": start, "key": "a.b" if number < 2 else "a.c"}), "utf-8"
        )
    with pytest.raises(ReadError, match=r"^b\.toml, line 3, provision\[0\]: has two values from 1.January.2026"):
        Law.load(*files)


def test_a_fault_of_the_law_that_ships_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the library is imported there are no texts yet that need the law; the fault is told all the same."""
    with pytest.raises(ReadError) as caught:
        LAW.with_pack(pack(tmp_path, "weight = 1"))
    told = str(caught.value)

    def not_yet(_name: str) -> object:
        raise ImportError

    monkeypatch.setattr("esfmodel.errors.import_module", not_yet)
    assert str(caught.value).partition("use one of")[0] == told.partition("use one of")[0]
    assert "'amended_by'" in str(caught.value)


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing yet\n", "proposal = true", "provision = []"])
def test_a_pack_without_a_row_is_refused(tmp_path: Path, text: str) -> None:
    """A pack that says nothing, as one that was not saved, is not taken for one without faults."""
    path = tmp_path / "pack.toml"
    path.write_text(text, "utf-8")
    for asked in (LAW.with_pack, LAW.faults_of_pack, check_pack):
        with pytest.raises(ReadError, match=r"pack\.toml: has no row; write each row below"):
            asked(path)


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_pack(name: str) -> None:
    """Only so much is read as a law file may have, and nothing is no pack."""
    with pytest.raises(ReadError, match=f"^{name}: "):
        LAW.with_pack(name)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are those of POSIX")
def test_a_pack_is_read_once(tmp_path: Path) -> None:
    """What comes through a pipe can be checked: it is not there a second time."""
    pipe, pack = tmp_path / "pipe", PACKS["2021SE05SFPR001"].read_bytes()
    os.mkfifo(pipe)
    for asked in (LAW.faults_of_pack, check_pack):
        writer = threading.Thread(target=pipe.write_bytes, args=[pack])
        writer.start()
        assert asked(pipe) == ()
        writer.join()


# --- Packs by name


def offer(folder: Path, name: str, packages: Sequence[str], text: str | None) -> None:
    """Install a distribution in a folder that offers a pack in each of some packages; without text the file lacks."""
    for number, package in enumerate(packages):
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text("", "utf-8")
        if text is not None:
            (folder / package / f"{name}.toml").write_text(text, "utf-8")
        about = folder / f"offered{number}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: offered{number}\nVersion: 1.0\n", "utf-8")
        (about / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {package}\n", "utf-8")


def test_an_installed_package_offers_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack is found by its entry point, and is never a part of the law without being asked for."""
    offer(tmp_path, "2021XX16RFPR001", ["offered_pack_one"], ROW.format(**GIVEN) + THROUGH)
    monkeypatch.syspath_prepend(tmp_path)
    law = LAW.with_pack("2021XX16RFPR001")
    assert law.provision(CEILING, programming_period="2021-2027", on="2026-01-01").value == Rate.of_percent(45)
    assert "2021XX16RFPR001" not in PACKS
    with pytest.raises(ReadError, match="is no pack we know; use the name of one, such as 2021XX16RFPR001"):
        LAW.with_pack("2021XX16RFPR01")


@pytest.mark.parametrize(
    ("name", "packages", "text", "wrong"),
    [
        ("twice", ["offered_pack_two", "offered_pack_three"], "", "twice: is the name of several packs: .*twice.toml"),
        ("2021SE05SFPR001", ["offered_pack_four"], "", "2021SE05SFPR001: is the name of several packs"),
        ("lacking", ["offered_pack_five"], None, "is offered by the package offered_pack_five, which has no such file"),
    ],
)
def test_what_is_offered_twice_or_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, packages: list[str], text: str | None, wrong: str
) -> None:
    """A name stands for one file: which of two is meant is not guessed."""
    offer(tmp_path, name, packages, text)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ReadError, match=wrong):
        LAW.with_pack(name)


def test_a_package_that_cannot_be_imported_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is told as such."""
    offer(tmp_path, "gone", ["offered_pack_six"], "")
    (tmp_path / "offered_pack_six" / "gone.toml").unlink()
    (tmp_path / "offered_pack_six" / "__init__.py").unlink()
    (tmp_path / "offered_pack_six").rmdir()
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ReadError, match="gone: is offered by the package offered_pack_six"):
        LAW.with_pack("gone")


def test_an_unknown_name_is_told_with_those_that_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Near names come first; a name that is like none is told all; what looks like a path is one."""
    with pytest.raises(ReadError, match="use the name of one, such as 2021SE05SFPR001"):
        LAW.with_pack("2021se05sfpr001")
    with pytest.raises(ReadError, match=", ".join(sorted(PACKS))):
        LAW.with_pack("zzz")
    with pytest.raises(ReadError, match=r"^zzz\.toml: is not there"):
        LAW.with_pack("zzz.toml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReadError, match=r"^folder: is a directory"):
        LAW.with_pack("folder")
    (tmp_path / "zzz").write_text(ROW.format(**GIVEN) + THROUGH, "utf-8")
    assert LAW.with_pack("zzz") == LAW.with_pack(pack(tmp_path))


# --- The keys of packs


@pytest.mark.parametrize("name", PACKS)
def test_the_keys_of_the_packs_that_ship_are_known(name: str) -> None:
    """Each row of a programme has a key of the table, and its value is of the kind that the table says."""
    added = {each for each in LAW.with_pack(name).provisions if each not in LAW.provisions}
    for each in added:
        kinds = {known.kind for pattern, known in KEYS_OF_PACKS.items() if matches(each.key, pattern)}
        assert kinds == {kind_of(each)}, each.key


def test_the_values_of_a_key_are_of_one_kind() -> None:
    """A rule that reads a key for a fund gets a value of the kind it reads, in every period and on every day."""
    law = reduce(Law.with_pack, PACKS, LAW)
    for key, fund in product(law.keys, Fund):
        assert len({kind_of(each) for each in law.history(key) if each.concerns(fund)}) < 2, key


def test_conditions_are_told_apart() -> None:
    """What counts only under a condition does not take the place of what always counts."""
    always, only = row(0, None), attrs.evolve(row(9, None, value="ny"), condition=Condition.STEP)
    assert amended([always], only) == [always, only]
