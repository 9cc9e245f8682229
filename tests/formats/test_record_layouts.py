"""One record, laid out in every way, is one project; and of no text is anything lost."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from esfmodel.errors import EsfModelError, ReadError
from esfmodel.formats import read_text
from esfmodel.formats.labels import LABELS, Meaning
from esfmodel.formats.record._labels import label_at_start, label_in
from esfmodel.model import Project
from esfmodel.values import OrganisationNumber

if TYPE_CHECKING:
    from random import Random

Rows = list[tuple[str, str]]

LAYOUTS = {
    "two lines": "{label}\n{value}",
    "two lines, colon": "{label}:\n{value}",
    "two lines, empty line between": "{label}:\n\n{value}\n",
    "two lines, empty line between, no colon": "{label}\n\n{value}\n",
    "one line, colon": "{label}: {value}",
    "one line, colon without space": "{label}:{value}",
    "tab": "{label}\t{value}",
    "wide gap": "{label}    {value}",
    "one space": "{label} {value}",
    "no-break space": "{label}\N{NO-BREAK SPACE}{value}",
    "run together": "{label}{value}",
}
SUMMARY = "Projektet ska ge fler en väg till arbete.\n\nRegion och kommuner gör det tillsammans."

_BODIES = (
    "REGION ÖSTERNORRLAND",
    "Bjärke kommun, Vuxenutbildningen",
    "Region Söderland, Arbete och omsorg",
    "Storåsens AB",
)
_NAMES = (
    "Kompetens.NU 1-3 - Genomförande",
    "Vux 2.0",
    "Våg 21: framtid",
    "Väg E4 – steg 2",
    "Region i rörelse",
    "#Framåt",
    "2024-2027 Tillsammans",
)
_DAYS = st.dates(datetime.date(1995, 1, 1), datetime.date(2035, 12, 31))
_NUMBERS = st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True)


def grouped(number: int) -> str:
    """Write a number in groups of three."""
    return f"{number:,}".replace(",", " ")


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    """Draw the labels and values of a record in one of the label sets, any number of them without a value."""
    old = draw(st.booleans())
    start, end = sorted((draw(_DAYS), draw(_DAYS)))
    support = draw(st.integers(0, 10**9))
    fixed = [
        ("Projektnummer" if old else "Diarienummer", draw(st.sampled_from(("2016/00123", "24-012-S03")))),
        ("Namn", draw(st.sampled_from(_NAMES))),
        ("Projektägare", draw(st.sampled_from(_BODIES))),
    ]
    some = [
        ("Region", draw(st.sampled_from(("Övre Norrland", "Småland och Öarna", "ESF Nationellt")))),
        ("Planerat antal deltagare" if old else "Antal deltagare", grouped(draw(st.integers(0, 50_000)))),
        ("Total projektbudget", grouped(support * 2) + draw(st.sampled_from(("", " kr", " kronor", " SEK")))),
        ("Beviljat ESF-stöd", grouped(support)),
        ("Programområde", draw(st.sampled_from(("1.1 Kompetensförsörjning", "D", "2", "Care")))),
        ("Specifikt mål", draw(st.sampled_from(("A2A", "2.4", "D1")))),
        ("Unionens medfinansieringsgrad", draw(st.sampled_from(("40%", "50 %", "66,7 %")))),
        ("Interventionstyp", draw(st.sampled_from(("102", "175")))),
        ("Utlysning", "2015/00897"),
        ("Stödmottagarens address", ""),
        ("Stödmottagare postnr", draw(st.sampled_from(("10535", "831 27")))),
        ("Stödmottagarens ort", "ÖSTERSUND"),
        ("Stödmottagarens land", "Sverige"),
        ("Land som berörs", "Sverige"),
        ("Berörd fond", draw(st.sampled_from(("ESF+", "ESF")))),
        ("Program CCI", "2021SE05SFPR"),
        ("Programperiod", "2021-2027"),
        ("NUTS-2 kod", draw(st.sampled_from(("SE0", "SE32")))),
        ("Sekundärtema - Motverka barnfattigdom", draw(st.sampled_from(("Ja", "Nej")))),
        ("Insats av strategisk betydelse", draw(st.sampled_from(("Ja", "Nej")))),
        ("Projektägare org.nr." if old else "Projektägare organisationsnummer", draw(_numbers())),
    ]
    chosen = draw(st.lists(st.sampled_from(some), min_size=4, unique=True))
    empty = draw(st.sets(st.sampled_from(chosen)))
    chosen = [(label, "" if (label, value) in empty else value) for label, value in chosen]
    period = draw(st.sampled_from(("-", " - ", "--", " till ", "–")))
    days = [("Startdatum", start.isoformat()), ("Slutdatum", end.isoformat())]
    whole = [("Projektperiod", f"{start.isoformat()}{period}{end.isoformat()}")]
    dated = draw(st.sampled_from((days, whole, [*days, *whole])))
    return draw(st.permutations([*fixed, *chosen, *dated]))


@st.composite
def _numbers(draw: st.DrawFn) -> str:
    nine = draw(_NUMBERS)
    found = next(f"{nine}{digit}" for digit in range(10) if is_right(f"{nine}{digit}"))
    return draw(st.sampled_from((found, f"{found[:6]}-{found[6:]}", f"16{found}")))


def is_right(digits: str) -> bool:
    """Return whether ten digits are an organisation number."""
    try:
        OrganisationNumber(digits)
    except EsfModelError:
        return False
    return True


def page(rows: Rows, layout: str, *, heading: bool = True, summary: str = SUMMARY) -> str:
    """Lay a record out as a page."""
    values = dict(rows)
    number = values.get("Diarienummer") or values.get("Projektnummer")
    title = [f"{number} - {values['Namn']}", ""] if heading else []
    return "\n".join([*title, *(layout.format(label=label, value=value) for label, value in rows), "", summary])


@given(rows(), st.sampled_from(sorted(LAYOUTS)))
def test_every_layout_is_the_same_project(record: Rows, layout: str) -> None:
    """However labels and values are laid out, the project is the same and there are no problems."""
    told = read_text(page(record, LAYOUTS["one line, colon"]))
    other = read_text(page(record, LAYOUTS[layout]), "projektbanken_record")
    assert other.one() == told.one()
    assert told.problems == other.problems == ()
    assert told.one().extra == ()


@given(rows())
def test_every_value_is_in_its_field(record: Rows) -> None:
    """Each value of a record stands in the field that its label means."""
    reading = read_text(page(record, LAYOUTS["two lines"]))
    project = reading.one()
    values = {label: value for label, value in record if value}
    assert project.name == values["Namn"]
    assert str(project.operation_id) in (values.get("Diarienummer"), values.get("Projektnummer"))
    assert project.summary == SUMMARY
    assert reading.counts.values == len(values)
    owner = project.beneficiary
    assert owner is not None
    assert values["Projektägare"] == ", ".join(filter(None, (owner.name, owner.unit)))
    if "Antal deltagare" in values:
        assert grouped(project.planned_participants or 0) == values["Antal deltagare"]
    if "Beviljat ESF-stöd" in values:
        assert project.budget is not None
        assert f"{project.budget.support}" == values["Beviljat ESF-stöd"].replace(" ", "") + " SEK"
    if "Insats av strategisk betydelse" in values:
        assert project.strategic_importance is (values["Insats av strategisk betydelse"] == "Ja")


@given(rows(), st.sampled_from(sorted(LAYOUTS)), st.randoms(use_true_random=False))
def test_the_order_of_the_labels_does_not_matter(record: Rows, layout: str, random: Random) -> None:
    """A record says the same in any order, with its number twice, and without the heading that repeats it."""
    shuffled = [*record, *(row for row in record if row[0] in ("Diarienummer", "Projektnummer"))]
    random.shuffle(shuffled)
    one = read_text(page(record, LAYOUTS[layout])).one()
    other = read_text(page(shuffled, LAYOUTS[layout], heading=False), "projektbanken_record")
    assert (other.one(), other.problems) == (one, ())


def test_a_page_whose_values_look_like_headings_is_no_list() -> None:
    """A page with tabs has two columns, whose first holds labels: one project, whatever its values are called.

    Labels on lines of their own far down a long page are no row of headings.
    """
    values = ("2016/00123", "2000-01-01", "2000-01-01", "0", "0", "X", "Gröna rum")
    labels = (
        "Diarienummer",
        "Slutdatum",
        "Startdatum",
        "Total projektbudget",
        "Antal deltagare",
        "Projektägare",
        "Namn",
    )
    rows = [("Region", "Norr"), *zip(labels, values, strict=True), ("Berörd fond", "ESF+")]
    page_of_many_lines = "".join(f"{label}:\n\n{value}\n\n" for label, value in rows)
    assert read_text("Gröna rum\n\n" + page_of_many_lines).format == "projektbanken_record"
    text = "Diarienummer\t2016/00123\nNamn\t2024-2027 Tillsammans\nProjektägare\tRegion Dalarna\nAntal deltagare\t0\n"
    reading = read_text(text + "Total projektbudget\t0\nStartdatum\t2000-01-01\nSlutdatum\t2000-01-01\n")
    assert (reading.format, reading.one().name) == ("projektbanken_record", "2024-2027 Tillsammans")


@given(rows())
def test_labels_are_known_in_any_dress(record: Rows) -> None:
    """Case, spaces, and the same label again behind a slash, as in another language, make no difference."""
    dressed = [(f"{label.upper()} / {again(label)}", value) for label, value in record]
    plain = read_text(page(record, LAYOUTS["tab"])).one()
    told = read_text("\n".join(f"{label}\t{value}" for label, value in dressed) + f"\n\n{SUMMARY}").one()
    assert [each.applies for each in told.secondary_themes] == [each.applies for each in plain.secondary_themes]
    assert attrs.evolve(told, secondary_themes=()) == attrs.evolve(plain, secondary_themes=())


def again(label: str) -> str:
    """Return another label with the same meaning."""
    found = label_in(label)
    assert found is not None
    return "Tema" if found.theme else LABELS[found.meaning][-1]


PIECES = st.one_of(
    st.sampled_from([label for labels in LABELS.values() for label in labels]),
    st.sampled_from([":", ": ", "\t", "  ", "\n", "\n\n", "\r\n", " - ", "Ja", "Nej", "-", "2024-02-30", "1.1", "40%"]),
    st.sampled_from(
        ["23-067-S04", "Kontakt: Alva", "Mål:", "En mening.", "Sekundärtema - Natur", "\x1b[31m", "2321000215"]
    ),
    st.text(max_size=10),
)


def words_of(text: str) -> list[str]:
    """Return the words of a text, without what parts labels from values."""
    plain = unicodedata.normalize("NFC", text)
    kept = "".join(
        c if c.isalnum() else " " for c in plain.translate(dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff")))
    )
    return kept.casefold().split()


@given(st.lists(PIECES, max_size=25).map("".join))
@example("Sekundärtema - Natur: Nej\nRegion")
@example("Region Kronoberg\nNamn\n\nA\nB")
def test_nothing_is_lost(text: str) -> None:
    """Every word of a record is in the project or in a problem, unless it is of a label; nothing but ours is raised."""
    try:
        reading = read_text(text, "projektbanken_record")
    except ReadError:
        return
    told = " ".join([pretty(reading.projects), *map(str, reading.problems), *(str(p.given) for p in reading.problems)])
    letters = "".join(words_of(told))
    labels = {word for known in LABELS.values() for label in known for word in words_of(label)}
    for line in text.splitlines():
        if label_in(line.strip()) is None:
            for word in words_of(line):
                known = any(word.startswith(each) or each.endswith(word) for each in labels)
                assert word in letters or known or word in ("ja", "nej", "ar", "true", "false")


@pytest.mark.parametrize(
    "text",
    ["a\n" * 60_000, "Region\n" * 20_000, "Namn: A\n" + "Kontakt: B\n" * 10_000, "a" * 490_000, "Region: " * 60_000],
)
def test_long_texts_are_read_quickly(text: str) -> None:
    """A long text is read in a time that grows with its length only; one that grew with its square would not end."""
    reading = read_text(f"Diarienummer: 24-012-S03\n{text}", "projektbanken_record")
    assert isinstance(reading.one(), Project)


def test_every_label_means_one_thing() -> None:
    """No label stands for two fields, and each is known when it is printed."""
    seen: dict[str, Meaning] = {}
    for meaning, labels in LABELS.items():
        for label in labels:
            assert seen.setdefault(label, meaning) is meaning
            found = label_in(f"{label}:")
            assert found is not None
            assert found.meaning is meaning
    assert label_in("x" * 200) is None


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("Projektägare Sala kommun", "Projektägare", " Sala kommun"),
        ("Projektägarens namn Sala kommun", "Projektägarens namn", " Sala kommun"),
        ("Stödmottagarens postort Sala", "Stödmottagarens postort", " Sala"),
        ("Sammanfattning på engelska Green rooms", "Sammanfattning på engelska", " Green rooms"),
    ],
)
def test_the_longest_label_of_a_line_is_its_label(line: str, label: str, rest: str) -> None:
    """A label that begins as another one does is not taken for it."""
    found = label_at_start(line)
    assert found is not None
    assert (found[0].text, found[1]) == (label, rest)
