"""The encoding of a list: as stated, as its first bytes say, UTF-8, or found from its letters.

A text that is no UTF-8 has no mark of its encoding. It is read as Windows-1252 (which has all that Latin-1 has) where
its letters are those of a language that is written so. Where they are likelier in another encoding it is refused with
the candidates: names read in a wrong encoding would be wrong in silence.

>>> guess_of(lambda: iter(["Färgstark utbildning i Skövde".encode("cp1252")]), "lista.csv").codec
'cp1252'
>>> guess_of(lambda: iter(["Rozwój umiejętności w Łodzi".encode("cp1250")]), "lista.csv").better[0]
'cp1250'
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from esfmodel.errors import ReadError
from esfmodel.values.files import is_office
from esfmodel.values.syntax import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Parts: TypeAlias = Callable[[], Iterator[bytes]]
    """The bytes of a source in parts, from the beginning at each call."""


class Guess(NamedTuple):
    """The encoding of a text; if found from its letters, those in which they are likelier, or as likely and others."""

    codec: str
    better: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()


def is_encoding(name: str) -> bool:
    """Return whether Python knows an encoding of text by this name, and can decode it in parts.

    >>> is_encoding("iso-8859-7"), is_encoding("base64"), is_encoding("latin-99")
    (True, False, False)
    """
    try:
        b" ".decode(name, "replace")
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return codec.incrementaldecoder is not None and codec.name not in _OF_PROGRAMS


# Encodings of names and of the source text of programs.
_OF_PROGRAMS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})


def texts_of(parts: Parts, codec: str) -> Iterator[str]:
    """Yield the text of a source in parts, without a byte order mark; a byte that is no text as in `UNDECODABLE`."""
    decoder = codecs.getincrementaldecoder(codec)(_ESCAPE)
    is_begun = False
    for part in parts():
        text = decoder.decode(part)
        if text:
            yield text if is_begun else text.removeprefix(BYTE_ORDER_MARK)
            is_begun = True
    yield decoder.decode(b"", final=True)


UNDECODABLE = re.compile("[\ud800-\udfff]")
"""What stands for a byte that the encoding does not have: half a character, which no text has."""

_ESCAPE = "esfmodel-undecodable"
_FIRST_ESCAPED = 0xDC00


def _escaped(error: UnicodeError) -> tuple[str, int]:
    # Python's own `surrogateescape` refuses bytes below 128, which UTF-16 and East Asian encodings may fail at.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(_FIRST_ESCAPED + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_ESCAPE, _escaped)


def with_bytes_shown(text: str) -> str:
    r"""Return a text with its undecodable bytes as Python writes them.

    >>> print(with_bytes_shown("G\udcf6ra"))
    G\xf6ra
    """
    return UNDECODABLE.sub(lambda found: f"\\x{ord(found.group()) & 0xFF:02x}", text)


# --- The guess

# UTF-32 before UTF-16, whose mark begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What no text has in more than one byte of ten: control characters other than tabs, line ends, the end of a file of
# DOS, and the escape of East Asian encodings.
_NO_TEXT = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1a\x1b"})
_ONE_IN_TEXT = 10
_LOOKED_AT = 4096


def guess_of(parts: Parts, name: str, stated: str | None = None) -> Guess:
    """Return the encoding of a source called `name`. Raises `ReadError` for what is no text."""
    first = next(parts(), b"")
    marked = next((codec for mark, codec in _MARKS if first.startswith(mark)), None)
    if stated is not None:
        if not is_encoding(stated):
            raise ReadError("list.no_encoding", "", stated, source=name)
        codec = codecs.lookup(stated).name
        if marked is not None and not codec.startswith("utf"):
            raise ReadError("list.marked_encoding", "", stated, source=name, encoding=marked)
        # Without a mark that tells, the order of bytes is nearly always this one.
        return Guess(f"{codec}-le" if marked is None and codec in {"utf-16", "utf-32"} else codec)
    if marked is not None:
        return Guess(marked)
    check_text(first, name)
    return Guess("utf-8") if is_utf_8(parts) else _by_letters(_lines_beyond_ascii(parts))


def check_text(first: bytes, name: str) -> None:
    """Raise `ReadError` if what begins so is no text, or UTF-16 without its mark."""
    looked_at = first[:_LOOKED_AT]
    if is_office(looked_at):
        raise ReadError("file.office", source=name)
    kept = looked_at.translate(None, _NO_TEXT)
    if (len(looked_at) - len(kept)) * _ONE_IN_TEXT <= len(looked_at):
        return
    nuls = looked_at.count(0)
    for begin, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if looked_at[begin::2].count(0) == nuls and len(looked_at) - len(kept) == nuls:
            raise ReadError("list.unknown_encoding", source=name, candidates=(codec,))
    raise ReadError("file.binary", source=name)


# Pairs of letters in another encoding may be UTF-8 by chance, but all those of a line in one of twenty at most.
_ONE_BY_CHANCE = 20


def is_utf_8(parts: Parts) -> bool:
    """Return whether a text is UTF-8, perhaps with lines that are not.

    In another encoding the lines that are UTF-8 would be wrong in silence; in UTF-8 the other lines are told.
    """
    good = bad = 0
    for text in texts_of(parts, "utf-8"):
        if not text.isascii():
            lines = [line for line in text.split("\n") if not line.isascii()]
            wrong = sum(UNDECODABLE.search(line) is not None for line in lines) if UNDECODABLE.search(text) else 0
            good += len(lines) - wrong
            bad += wrong
    return good * _ONE_BY_CHANCE >= bad


_SAMPLE = 50_000


def _lines_beyond_ascii(parts: Parts) -> bytes:
    """Return the first lines of a text that have more than ASCII."""
    found: list[bytes] = []
    size = 0
    for part in parts():
        for line in part.split(b"\n"):
            if not line.isascii():
                found.append(line[:_SAMPLE])
                size += len(found[-1])
                if size > _SAMPLE:
                    return b"\n".join(found)
    return b"\n".join(found)


# The letters beyond ASCII that are common in a language.
_WESTERN = (
    "åäöé",  # Swedish, Finnish
    "æøåé",  # Danish, Norwegian
    "äöüß",  # German
    "äõöü",  # Estonian
    "àâçéèêëîïôœùûü",  # French
    "áéíñóúü",  # Spanish
    "àáâãçéêíóôõú",  # Portuguese
    "àèéìíòóùç",  # Italian, Catalan
    "éëïóöü",  # Dutch
    "áðéíóúýþæö",  # Icelandic, Irish
)
_CENTRAL = (
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčéíľňóôšťúýž",  # Slovak
    "ąćęłńóśźż",  # Polish
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene
    "ăâîșțşţ",  # Romanian
)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")  # Lithuanian, Latvian, Estonian
_GREEK = ("αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰς",)
_CYRILLIC = ("абвгдежзийклмнопрстуфхцчшщъьюя",)
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "iso-8859-2": _CENTRAL,
    "iso-8859-7": _GREEK,
    "cp1253": _GREEK,
    "cp1251": _CYRILLIC,
    "cp1257": _BALTIC,
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
}
_DEFAULT = "cp1252"
# In thousandths of the letters. Names of foreign owners and towns are a few of those of a list.
_ALL = 1_000
_CLEARLY = 50
_HARDLY = 500
_MOST_NAMED = 4


def _by_letters(sample: bytes) -> Guess:
    texts = {codec: sample.decode(codec, _ESCAPE) for codec in _LANGUAGES}
    fits = {codec: _fit(texts[codec], _LANGUAGES[codec]) for codec in _LANGUAGES}
    others = [codec for codec in _LANGUAGES if texts[codec] != texts[_DEFAULT]]
    others.sort(key=fits.__getitem__, reverse=True)
    own = max(fits[codec] for codec in _LANGUAGES if codec not in others)
    better = [codec for codec in others if fits[codec] > own + _CLEARLY]
    if not better and own < _HARDLY:
        better = others
    equal = [codec for codec in others if fits[codec] >= own] if _has_letters(texts[_DEFAULT]) else []
    return Guess(_DEFAULT, tuple(better[:_MOST_NAMED]), tuple(equal[:_MOST_NAMED]))


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WITHIN_WORDS = frozenset("’–‑·\xad")
_AROUND_WORDS = frozenset("“”„‘’«»‹›…–—·•´§°ªº²³©®™€£\xa0\xad")
_FIRST_OF_OTHER_SCRIPTS = "\u0370"


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, _BEYOND_ASCII.findall(text)))


def _fit(text: str, languages: tuple[str, ...]) -> int:
    """Return the share of what is beyond ASCII that the letters of one language make up, less what is out of place.

    The share is in thousandths.
    """
    counts = Counter(_BEYOND_ASCII.findall(text.lower()))
    letters = sum(count for letter, count in counts.items() if letter.isalpha())
    odd = sum(_is_odd(found, text) for found in _BEYOND_ASCII.finditer(text))
    if not letters + odd:
        return _ALL
    most = max(sum(counts[letter] for letter in language) for language in languages)
    return _ALL * (most - odd) // (letters + odd)


def _is_odd(found: re.Match[str], text: str) -> bool:
    """Return whether a byte is no text, a sign within a word, a capital after a small letter, or Greek beside Latin."""
    character = found.group()
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if not character.isalpha():
        is_beside = before.isalpha() or after.isalpha()
        in_place = _WITHIN_WORDS if before.isalpha() and after.isalpha() else _AROUND_WORDS
        return bool(UNDECODABLE.match(character)) or (is_beside and character not in in_place)
    if character >= _FIRST_OF_OTHER_SCRIPTS:
        return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    return character.isupper() and before.islower()
