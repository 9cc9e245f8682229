"""Show the text of a reading as a page in HTML, with the places of the fields marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from esfmodel.display.columns import visible
from esfmodel.errors import InvalidValue
from esfmodel.formats.evidence import KnownPlaces
from esfmodel.formats.reading import Reading, value_at
from esfmodel.model.decision import Decision
from esfmodel.model.fields import check_type
from esfmodel.model.funding import Contribution
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Programme
from esfmodel.model.project import Participation
from esfmodel.text.telling.problems import write_place, write_value
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.evidence import Evidence


def html(reading: Reading, language: str = "sv") -> str:
    r"""Return a page without scripts or network: what was read, the problems, and the text with each field marked.

    It is for a reading of running text, whose evidence has spans, and follows the light or dark of the reader.

    Raises `InvalidValue` for a reading of something else, and `TypeError` for what is no reading.

    >>> from esfmodel import read_text
    >>> text = "Gröna rum\\n\\nProjektet Gröna rum får stöd. Sala kommun är projektägare. Projektet pågår 2024–2026."
    >>> '<mark title="stödmottagare">Sala kommun</mark>' in html(read_text(text, format="announcement"))
    True
    """
    check_type(reading, Reading, "reading")
    words = _WORDS[language]
    if reading.text is None:
        raise InvalidValue("reading.no_text", "format", reading.format)
    fields = list(_fields(reading, language))
    parts = [
        f"<title>{_safe(_title(reading, words))}</title>",
        f"<style>{_STYLE}</style>",
        f"<h1>{_safe(_title(reading, words))}</h1>",
        _table(fields, words),
        _list(words["problems"], [problem.text(language) for problem in reading.problems]),
        f"<h2>{words['page']}</h2>",
        f'<div class="page">{"".join(_marked(reading.text, _spans(reading, language)))}</div>',
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><meta charset="utf-8">\n'
        + "\n".join(filter(None, parts))
        + "\n</html>\n"
    )


def _title(reading: Reading, words: Mapping[str, str]) -> str:
    return reading.projects[0].name if reading.projects else words["nothing"]


def _fields(reading: Reading, language: str) -> Iterator[tuple[str, ...]]:
    """Yield each field in words, its value, what stands in the text, and the words by which it is that field."""
    for path, evidence in _evidence(reading).items():
        if evidence.spans:
            value = _read_as(value_at(reading.projects[0], path), language)
            yield write_place(path, language), value, evidence.text, " … ".join(evidence.words)


def _read_as(value: object, language: str) -> str:
    """Return a value as a language writes it; of one with parts those that tell it apart, with commas between."""
    parts: tuple[object, ...]
    if isinstance(value, Contribution):
        funder = value.funder
        parts = (None if funder is None else funder.organisation, value.source, value.amount, value.form)
    elif isinstance(value, Organisation):
        parts = (value.unit, value.name, value.kind)
    elif isinstance(value, Participation):
        parts = (value.organisation, value.role)
    elif isinstance(value, Decision):
        parts = (value.kind, value.body, value.on, value.support)
    elif isinstance(value, Programme):
        parts = (value.name,)
    else:
        return write_value(value, language)
    return ", ".join(_read_as(part, language) for part in parts if part is not None)


def _spans(reading: Reading, language: str) -> list[tuple[int, int, str]]:
    """Return the parts of the text with their fields in words, in order; parts that overlap become one."""
    found = sorted(
        (start, end, write_place(path, language))
        for path, evidence in _evidence(reading).items()
        for start, end in evidence.spans
    )
    joined: list[tuple[int, int, str]] = []
    for start, end, field in found:
        if not joined or start >= joined[-1][1]:
            joined.append((start, end, field))
            continue
        first, last, fields = joined[-1]
        told = fields if field in fields.split("; ") else f"{fields}; {field}"
        joined[-1] = (first, max(last, end), told)
    return joined


def _evidence(reading: Reading) -> Mapping[str, Evidence]:
    places = reading.places
    return places.places[0] if isinstance(places, KnownPlaces) and places.places else {}


def _marked(text: str, spans: list[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, fields in spans:
        yield _safe(text[at:start])
        yield f'<mark title="{_safe(fields)}">{_safe(text[start:end])}</mark>'
        at = end
    yield _safe(text[at:])


def _table(fields: Sequence[tuple[str, ...]], words: Mapping[str, str]) -> str:
    if not fields:
        return ""
    rows = "\n".join(
        f'<tr><th scope="row">{_safe(field)}</th>{"".join(f"<td>{_safe(each)}</td>" for each in cells)}</tr>'
        for field, *cells in fields
    )
    heads = "".join(f'<th scope="col">{words[each]}</th>' for each in ("field", "value", "told", "by"))
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _list(heading: str, items: list[str]) -> str:
    told = "\n".join(f"<li>{_safe(each)}</li>" for each in items)
    return f"<h2>{heading}</h2>\n<ul>\n{told}\n</ul>" if items else ""


def _safe(text: str) -> str:
    """Return a text with its markup escaped and its control characters made visible."""
    return escape("\n".join(map(visible, text.split("\n"))))


_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;"
    "padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8886}.page{white-space:pre-wrap;overflow-wrap:anywhere}"
    "mark{background:#ffe08a;color:#000;border-radius:.2em;padding:0 .1em}"
)

_WORDS: Final[InEachLanguage[Mapping[str, str]]] = InEachLanguage(
    {
        "nothing": "Inget enskilt projekt",
        "problems": "Att se över",
        "page": "Sidan",
        "field": "Uppgift",
        "value": "Läst som",
        "told": "Står på sidan",
        "by": "Orden som avgjorde",
    },
    {
        "nothing": "No single project",
        "problems": "To look at",
        "page": "The page",
        "field": "Field",
        "value": "Read as",
        "told": "Stands on the page",
        "by": "The words that decided",
    },
)
