from __future__ import annotations

import copy
import datetime
import pickle
import string
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue, NotInForce, NotKnown, ReadError, shown
from esfmodel.text.telling.problems import TEMPLATES
from esfmodel.values import Bounds, Money, OpenPeriod, Rate
from esfmodel.values.format import LANGUAGES

# Forty characters, each written as \U0010ffff, and how many there are in all.
LONGEST_SHOWN = 450

values = st.one_of(
    st.none(), st.text(), st.binary(), st.integers(), st.decimals(allow_nan=False), st.lists(st.integers())
)


@given(
    st.sampled_from([InvalidValue, ReadError, NotKnown, NotInForce]),
    st.sampled_from(sorted(TEMPLATES["en"])),
    st.text(max_size=20),
    values,
    values,
    st.none() | st.integers(1),
)
def test_an_error_carries_its_facts_wherever_it_goes(
    kind: type[EsfModelError], code: str, place: str, given: object, param: object, line: int | None
) -> None:
    """Pickled or copied, an error keeps its attributes and its message in each language."""
    names = {name for part in TEMPLATES["en"][code] for _, name, _, _ in string.Formatter().parse(part) if name}
    params: dict[str, Any] = dict.fromkeys(names, param)
    error = kind(code, place, given, source="a.toml", line=line, **params)
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert type(other) is kind
        assert vars(other) == vars(error)
        assert (str(other), other.text("sv"), other.text("en")) == (str(error), error.text("sv"), error.text("en"))


def test_a_place_in_a_whole_is_longer_than_that_in_a_part() -> None:
    """What is wrong in a line is said of the line's place in the budget; the error itself stays as it was."""
    error = InvalidValue("value.missing", "amount")
    assert error.within("costs[2]").within("budget").place == "budget.costs[2].amount"
    assert InvalidValue("value.missing").within("budget").place == "budget"
    moved = error.at("price", given="x", source="a.toml", line=3)
    assert (moved.place, moved.given, moved.source, moved.line) == ("price", "x", "a.toml", 3)
    assert (error.place, error.given, error.source, error.line) == ("amount", None, None, None)


@pytest.mark.parametrize("kind", [InvalidValue, NotKnown, ReadError, NotInForce])
def test_every_error_is_a_value_error_of_ours(kind: type[Exception]) -> None:
    """Whoever catches `ValueError` or `EsfModelError` catches them all."""
    assert issubclass(kind, EsfModelError)
    assert issubclass(kind, ValueError)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            InvalidValue("money.too_fine", "amount", "12.345"),
            "amount '12.345' has more than two decimals; round it to two decimals",
        ),
        (
            ReadError("value.missing", "projects[0].name", source="a.toml", line=3),
            "a.toml, line 3, projects[0].name: is missing; add it",
        ),
        (ReadError("file.missing", source="a.json"), "a.json: is not there; check the path"),
        (NotKnown("nobody has asked"), "nobody has asked"),
    ],
)
def test_a_message_says_where_what_is_wrong_and_what_to_do(error: EsfModelError, message: str) -> None:
    """One line: the place, the value given, what is wrong with it, what to do."""
    assert str(error) == message


def nested(depth: int) -> list[object]:
    """Build a list in a list in a list."""
    inner: list[object] = []
    for _ in range(depth):
        inner = [inner]
    return inner


SHOWN: dict[str, tuple[object, str]] = {
    "text": ("Sverige", "'Sverige'"),
    "number": (12, "12"),
    "ten megabytes of digits": ("5" * 10_000_000, f"'{'5' * 40}'... (10000000 characters)"),
    "bytes": (b"\x00" * 100, "b'" + r"\x00" * 40 + "'... (100 characters)"),
    "number of 5000 digits": (10**5_000, "a whole number of 16610 bits"),
    "number below zero of 5000 digits": (-(10**5_000), "a whole number of 16610 bits"),
    "fraction of 5000 digits": (Fraction(10**5_000), "a Fraction too large to show"),
    "list with a number of 5000 digits": ([10**5_000], "a list too large to show"),
    "list nested 100000 deep": (nested(100_000), "a list too large to show"),
    "signalling nan": (Decimal("sNaN"), "Decimal('sNaN')"),
    "long list": ([1] * 1_000, f"[{'1, ' * 26}1..."),
    "control characters": ("\x1b[2J\u202e", r"'\x1b[2J\u202e'"),
    "half a character": ("\ud800", r"'\ud800'"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_any_given_value_is_shown_on_one_line(case: str) -> None:
    """However large, deep or hostile, a value is shown shortly and in printable characters."""
    given, text = SHOWN[case]
    assert shown(given) == text


@given(st.one_of(st.text(), st.binary(), st.integers(), st.fractions(), st.lists(st.text())))
def test_what_is_shown_fits_a_line_of_a_log(given: object) -> None:
    """What is shown has one line, prints everywhere and is short."""
    text = shown(given)
    assert len(text) <= LONGEST_SHOWN
    assert text.isprintable()


# --- Hostile text in every error

LONGEST_TEXT = 2_000
NAMELESS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

HOSTILE = st.sampled_from(
    [
        "\ud800",
        "\0",
        "\u202e\u2066Resor",
        "\x1b[2J\x9b1A",
        "a\r\nb\u2028c",
        "{0} {place} %s {",
        "5" * 10_000_000,
        "\0" * 10_000_000,
        b"\xff" * 1_000,
        10**5_000,
        Fraction(10**5_000, 3),
        [10**5_000],
        ("\u202e" * 1_000,) * 100,
        None,
        True,
        Money("0.01"),
        Bounds.over(Rate.of_percent(40)),
        OpenPeriod(start="2024-01-01"),
        datetime.date(1, 1, 1),
        InvalidValue("value.not_one_of", "\x1b" * 1_000, "\0" * 1_000, choices=("\ud800" * 1_000,) * 9),
    ]
)
CODES = sorted(TEMPLATES["sv"])


def names_of(code: str) -> set[str]:
    """Return the names in braces of a code's texts."""
    parsed = string.Formatter().parse("".join(TEMPLATES["sv"][code]))
    return {name for _, name, _, _ in parsed if name is not None}


@given(st.data())
def test_hostile_text_is_escaped_and_cut_wherever_an_error_is_told(data: st.DataObject) -> None:
    """Whatever stands in a file, an error about it prints, keeps its line and is short, in each language."""
    code = data.draw(st.sampled_from(CODES))
    params = {name: data.draw(HOSTILE) for name in sorted(names_of(code))}
    place = data.draw(st.sampled_from(["", "budget.costs[2].amount", "\x1b[2J", "a[1]." * 1_000, "[" * 10_000_000]))
    source = data.draw(st.sampled_from([None, "a\u202e.toml", "\udcff" * 10_000]))
    kind = data.draw(st.sampled_from([InvalidValue, ReadError, NotKnown, NotInForce]))
    names = {"budget.costs[2]": data.draw(HOSTILE)}
    error = kind(code, place, data.draw(HOSTILE), source=source, line=3, names=names, **params)
    for text in (str(error), *(error.text(language) for language in LANGUAGES)):
        assert len(text) < LONGEST_TEXT
        assert NAMELESS.isdisjoint(map(unicodedata.category, text))
        assert "\n" not in text


def test_the_end_of_a_long_text_shows_that_it_was_cut() -> None:
    """The beginning of each parameter is kept, and an ellipsis stands for the rest."""
    error = InvalidValue("value.not_one_of", "", "resor", choices=("x" * 3_000, "slut"))
    assert error.text("sv") == f"”resor” är inget vi känner till. Använd något av {'x' * 200}…, slut."
