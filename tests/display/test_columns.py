from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from esfmodel.display.columns import width_of, wrapped, write_table

NBSP = "\N{NO-BREAK SPACE}"
WORDS = st.text(st.characters(categories=["L", "Nd", "Mn"]), min_size=1)


@given(st.lists(WORDS, min_size=1), st.integers(2, 40))
def test_wrapped_lines_are_as_wide_as_they_may_be(words: list[str], width: int) -> None:
    """No line is wider than asked, and no letter is lost or moved."""
    lines = wrapped(" ".join(words), width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1))
def test_columns_line_up(rows: list[tuple[str, str]]) -> None:
    """The last column, set to the right, ends in one place in every row."""
    lines = write_table([rows], right={1}, widest=1_000).split("\n")
    assert len({width_of(line) for line in lines}) == 1


def test_letters_of_two_cells_and_of_none() -> None:
    """An East Asian letter takes two cells, an accent that stands for itself none."""
    assert (width_of("東京"), width_of("e\N{COMBINING ACUTE ACCENT}"), width_of("Å")) == (4, 1, 1)
    assert write_table([[("東", "a"), ("abc", "b")]]) == "東   a\nabc  b"


def test_long_cells_go_on_below() -> None:
    """A cell that is too wide goes on in the next line, with the indent it began with; a long word is cut."""
    assert write_table([[("  Region Dalarna", "5 kr")]], right={1}, widest=9) == "  Region   5 kr\n  Dalarna"
    assert wrapped("Räddningstjänstförbundet", 10) == ["Räddningst", "jänstförbu", "ndet"]


def test_no_break_spaces_do_not_break() -> None:
    """An amount stays on one line."""
    assert wrapped("om 5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", 9) == ["om", "5\xa0000\xa0kr"]


def test_what_is_typed_is_not_broken() -> None:
    """An amount that is typed with ordinary spaces stays on one line too, with its currency; years are words."""
    assert wrapped("Skriv ”960 000 kr” eller ”960,00 kr”.", 14) == ["Skriv", "”960 000 kr”", "eller ”960,00", "kr”."]
    assert wrapped("åren 2025 2026", 9) == ["åren 2025", "2026"]
    assert wrapped("om 1 000 000 kr", 8) == ["om 1 000", "000 kr"]


def test_sections_are_parted_by_a_line() -> None:
    """Between sections stands a line as wide as the table; an empty section is left out."""
    assert write_table([[("a", "b")], [], [("ccc", "d")]]) == "a    b\n------\nccc  d"


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS, st.integers(0, 10**9)), min_size=1, max_size=6),
    st.integers(34, 90),
)
def test_a_table_fits_its_width(rows: list[tuple[str, str, str, int]], width: int) -> None:
    """Whatever the cells, no line is wider than asked, and no letter is lost; what fits is left as it was."""
    written = [f"{amount:,}{NBSP}kr".replace(",", NBSP) for *_, amount in rows]
    cells = [(f"  {name}", f"{name} {form}", amount) for (name, form, *_), amount in zip(rows, written, strict=True)]
    sections = [[("Namn", "Form", "Belopp")], cells]
    table = write_table(sections, right={2}, width=width)
    assert all(width_of(line) <= width for line in table.split("\n"))
    assert all(amount in table for amount in written)
    assert not Counter("".join(map("".join, cells)).replace(" ", "")) - Counter(table)
    whole = write_table(sections, right={2})
    assert table == whole or max(map(width_of, whole.split("\n"))) > width


def test_what_gives_way_first() -> None:
    """Headings of amounts are folded before texts, texts before amounts, and then the table is turned."""
    sections = [[("Finansiär", "Egen insats")], [("Region Dalarna", f"över 5{NBSP}kr")], [("  summa", "")]]
    shown = {width: write_table(sections, right={1}, width=width).replace(NBSP, " ") for width in (27, 25, 20, 17, 16)}
    assert shown[27].split("\n")[0] == "Finansiär       Egen insats"
    assert shown[25].split("\n")[:2] == ["Finansiär            Egen", "                   insats"]
    assert shown[20].split("\n")[3:5] == ["Region     över 5 kr", "Dalarna"]
    assert shown[17].split("\n")[3:5] == ["Region       över", "Dalarna      5 kr"]
    assert shown[16] == "Region Dalarna\n  Egen      över\n  insats    5 kr\n  summa"
