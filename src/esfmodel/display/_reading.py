"""Show what was read from running text in HTML, with the place of each field marked in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.display._facts import read_as
from esfmodel.display._markup import Html, element, joined, table, whole
from esfmodel.display._table import Table
from esfmodel.formats.evidence import KnownPlaces
from esfmodel.formats.reading import value_at
from esfmodel.text.telling.problems import write_place
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.formats.evidence import Evidence
    from esfmodel.formats.reading import Reading


def of_text(reading: Reading, text: str, language: str) -> Html:
    """Return what was read from a running text, and the text with each field marked."""
    words = _WORDS[language]
    fields = [*_fields(reading, language)]
    shown = Table(words["fields"], tuple(words[each] for each in ("field", "value", "told", "by")), fields)
    return joined(
        [
            table(shown) if fields else None,
            element("p", element("strong", words["page"])),
            element("div", joined(_marked(text, _spans(reading, language))), class_="text"),
        ],
        "\n",
    )


def _fields(reading: Reading, language: str) -> Iterator[tuple[str, ...]]:
    """Yield each field in words: its name, its value, its text on the page, and the words that decided the field."""
    for path, evidence in _evidence(reading).items():
        if evidence.spans:
            value = read_as(value_at(reading.projects[0], path), language)
            yield write_place(path, language), value, evidence.text, " … ".join(evidence.words)


def _spans(reading: Reading, language: str) -> list[tuple[int, int, str]]:
    """Return the parts of the text with their fields in words, in order; parts that overlap become one."""
    found = sorted(
        (start, end, write_place(path, language))
        for path, evidence in _evidence(reading).items()
        for start, end in evidence.spans
    )
    merged: list[tuple[int, int, str]] = []
    for start, end, field in found:
        if not merged or start >= merged[-1][1]:
            merged.append((start, end, field))
            continue
        first, last, fields = merged[-1]
        told = fields if field in fields.split("; ") else f"{fields}; {field}"
        merged[-1] = (first, max(last, end), told)
    return merged


def _evidence(reading: Reading) -> Mapping[str, Evidence]:
    places = reading.places
    return places.places[0] if reading.projects and isinstance(places, KnownPlaces) and places.places else {}


def _marked(text: str, spans: list[tuple[int, int, str]]) -> Iterator[Html]:
    at = 0
    for start, end, fields in spans:
        yield whole(text[at:start])
        yield element("mark", whole(text[start:end]), title=fields)
        at = end
    yield whole(text[at:])


_WORDS: Final[InEachLanguage[Mapping[str, str]]] = InEachLanguage(
    {
        "fields": "Uppgifter på sidan",
        "page": "Sidan",
        "field": "Uppgift",
        "value": "Läst som",
        "told": "Står på sidan",
        "by": "Orden som avgjorde",
    },
    {
        "fields": "Facts on the page",
        "page": "The page",
        "field": "Field",
        "value": "Read as",
        "told": "Text on the page",
        "by": "Deciding words",
    },
)
