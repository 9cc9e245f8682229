"""The encoding of a list: stated, marked, UTF-8 or found from its letters; never a likelier one passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import ReadError
from esfmodel.formats.lists import decoding
from esfmodel.formats.lists.decoding import (
    Guess,
    check_text,
    guess_of,
    is_encoding,
    texts_of,
    with_bytes_shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SWEDISH = "Färgstark utbildning på Öland – ”Må bra” i Skövde och Älvsbyn"
DANISH = "Bæredygtig vækst på øerne for små virksomheder"
FINNISH = "Työllisyyden ja hyvinvoinnin kehittäminen Päijänteen äärellä"
FRENCH = "L’été à l’école : développement des compétences, apprentissage dès l’âge où l’élève paraît prêt"
POLISH = "Rozwój umiejętności młodzieży, źródło wiedzy w Łodzi"
CZECH = "Příjemce podpory z řad žadatelů, účetnictví v Ústí"
HUNGARIAN = "Felnőttképzés és közművelődés a fiatalok számára az erdő mellett"
GREEK = "Ανάπτυξη δεξιοτήτων για ανέργους νέους"
BULGARIAN = "Развитие на умения за младежи"
LATVIAN = "Prasmju attīstība jauniešiem Rīgā, mācību centrs un ēku būvniecība"


def guess(data: bytes, stated: str | None = None) -> Guess:
    """Return the encoding found for the bytes of a list."""
    return guess_of(lambda: iter([data]), "lista.csv", stated)


def parts(data: bytes) -> Iterator[bytes]:
    """Yield bytes seven at a time, which cuts characters in two."""
    return (data[at : at + 7] for at in range(0, len(data), 7))


@pytest.mark.parametrize(
    "text", [SWEDISH, DANISH, FINNISH, FRENCH, "Malmö", "Zürich Straße", "don’t – “quote”", "m² ½"]
)
def test_western_text_is_windows_1252(text: str) -> None:
    """Text in the letters and signs of Western Europe is read as such, and nothing else is as likely."""
    assert guess(text.encode("cp1252")) == Guess("cp1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (CZECH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (GREEK, "iso-8859-7"),
        (BULGARIAN, "cp1251"),
        (LATVIAN, "cp1257"),
        (SWEDISH, "mac_roman"),
        (FRENCH, "mac_roman"),
        (FINNISH, "cp850"),
    ],
)
def test_a_likelier_encoding_is_named(text: str, encoding: str) -> None:
    """Letters that no Western language has together name the encodings in which they are those of one."""
    assert encoding in guess(text.encode(encoding, "ignore")).better[:2]


def test_letters_of_two_encodings_are_told() -> None:
    """A single letter may be one in two encodings."""
    assert "cp1250" in guess("Køge".encode("cp1252")).equal


def test_what_is_likely_in_no_encoding_names_several() -> None:
    """Bytes that are no language's letters are not taken for Western ones."""
    assert len(guess(b"a\xffb").better) > 1


def test_a_town_of_another_country_does_not_decide() -> None:
    """Letters that two encodings write alike are no sign of the other."""
    assert guess("Žilina; Škoda".encode("cp1252")).better == ()


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff"), min_size=1).filter(
        lambda text: not text.isascii()
    )
)
def test_utf_8_is_utf_8(text: str) -> None:
    """Whatever is UTF-8 is read as that, in parts that cut characters in two."""
    data = f"Projekt;{text}".encode()
    assert guess(data) == Guess("utf-8")
    assert "".join(texts_of(lambda: parts(data), "utf-8")) == f"Projekt;{text}"


def test_a_line_in_another_encoding_leaves_the_text_in_utf_8() -> None:
    """One wrong line among many is told later; the others would be wrong in the encoding of that line."""
    assert guess("Älvsbyn\n".encode() * 9 + "Skövde\n".encode("cp1252")) == Guess("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    """A byte order mark states the encoding, and is no part of the text."""
    data = SWEDISH.encode(encoding)
    found = guess(data)
    assert found.codec.startswith(encoding[:6].rstrip("-"))
    assert "".join(texts_of(lambda: parts(data), found.codec)) == SWEDISH


def test_utf_16_without_its_mark_is_named() -> None:
    """Text in which every second byte is NUL is UTF-16, and has to be stated."""
    for encoding in ("utf-16-le", "utf-16-be"):
        with pytest.raises(ReadError) as caught:
            guess("Projekt;Belopp".encode(encoding))
        assert caught.value.params["candidates"] == (encoding,)


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04", "file.office"), (bytes(range(32)), "file.binary"), (b"\0" * 9, "file.binary")],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    """Files of programs and devices are no lists in text."""
    with pytest.raises(ReadError) as caught:
        check_text(data, "lista.csv")
    assert caught.value.code == code


def test_a_stated_encoding_is_used() -> None:
    """A mapping overrides what the letters say, but not the mark of the file."""
    assert guess(GREEK.encode("iso-8859-7"), "ISO-8859-7") == Guess("iso8859-7")
    assert guess(SWEDISH.encode("utf-8-sig"), "utf8") == Guess("utf-8")
    with pytest.raises(ReadError) as caught:
        guess(SWEDISH.encode("utf-8-sig"), "cp1252")
    assert caught.value.code == "list.marked_encoding"


@pytest.mark.parametrize("name", ["latin-99", "hex", "rot13", "idna", "unicode_escape", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    """Codecs that Python has for other ends are no encodings of a file."""
    assert not is_encoding(name)
    with pytest.raises(ReadError) as caught:
        guess(b"a;b", name)
    assert caught.value.code == "list.no_encoding"


@given(st.sampled_from(["utf-8", "utf-16-le", "cp1252", "shift_jis", "ascii"]), st.binary())
def test_every_byte_is_text_or_shown(encoding: str, data: bytes) -> None:
    """No bytes stop the reading; those that are no text stand for themselves, and can be shown."""
    text = "".join(texts_of(lambda: parts(data), encoding))
    with_bytes_shown(text).encode()
    try:
        plain = data.decode(encoding)
    except UnicodeDecodeError:
        assert with_bytes_shown(text) != text
    else:
        assert text == plain.removeprefix("\ufeff")


def test_a_text_that_is_written_is_no_undecodable_one() -> None:
    """The handler of undecodable bytes does not hide that a character cannot be written."""
    with pytest.raises(UnicodeEncodeError):
        "ł".encode("cp1252", "esfmodel-undecodable")


def test_a_long_text_is_judged_by_its_first_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a long text only so much is looked at as is kept in memory."""
    monkeypatch.setattr(decoding, "_SAMPLE", 100)
    assert guess(f"{SWEDISH}\n".encode("cp1252") * 2 + POLISH.encode("cp1250")) == Guess("cp1252")
