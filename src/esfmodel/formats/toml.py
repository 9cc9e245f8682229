"""Read and write projects as TOML 1.0: the same document as in JSON, laid out for people."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from esfmodel.formats._document import TOML, document_of, reading_of
from esfmodel.formats._parsed import Unusable, is_in_toml, number_with_a_point
from esfmodel.values.nesting import toml_too_deep
from esfmodel.values.syntax import read_toml_text, too_deep_to_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.formats.reading import Reading
    from esfmodel.model.project import Project


def read_toml(text: str, origin: str, *, strict: bool) -> Reading:
    """Return the reading of a TOML document; `origin` is its name in error messages."""
    return reading_of(parsed_toml(text, origin), text, origin, TOML, strict=strict)


def parsed_toml(text: str, origin: str) -> object:
    """Return what TOML text holds, with what no field takes as `Unusable`. Raises `ReadError` for what is no TOML."""
    return read_toml_text(text, origin, number_with_a_point)


def write_toml(projects: Iterable[Project], name: str | None) -> str:
    """Return a TOML document. Raises `InvalidValue` for one too deeply nested to be read back."""
    text = toml_of(document_of(projects, name, is_in_toml))
    if toml_too_deep(text):
        raise too_deep_to_write()
    return text


# --- A small TOML writer; Python's `tomllib` only reads.

_WIDEST = 100
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPED_IN_LINES = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\\]|"(?=""|\Z)')


def toml_of(document: Mapping[str, Any]) -> str:
    """Return a dict as TOML. Its values are text, int, bool, numbers as they were written, lists or dicts."""
    return "\n".join(_table(document, ())).lstrip("\n") + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its own keys first, as TOML demands, then the tables in it."""
    below: list[tuple[str, Any]] = []
    for key, value in table.items():
        line = _key_line(key, value, top=not path)
        if line is None:
            below.append((key, value))
        else:
            yield line
    for key, value in below:
        name = ".".join(map(_key, (*path, key)))
        if isinstance(value, list):
            for each in cast("list[dict[str, Any]]", value):
                yield from ("", f"[[{name}]]", *_table(each, (*path, key)))
        else:
            yield from ("", f"[{name}]", *_table(value, (*path, key)))


def _key_line(key: str, value: object, *, top: bool) -> str | None:
    """Return a key with its value, or None if it needs a table of its own, as each project does."""
    if isinstance(value, str):
        return f"{_key(key)} = {_text_value(value)}"
    tables = _tables_in(value)
    if not tables:
        line = f"{_key(key)} = {inline_value(value)}"
        return line if not isinstance(value, dict) or _fits(line) else None
    lines = [f"    {inline_value(table)}," for table in tables]
    if top or not all(map(_fits, lines)):
        return None
    return "\n".join([f"{_key(key)} = [", *lines, "]"])


def _tables_in(value: object) -> list[object]:
    """Return the items of a list of tables, else an empty list."""
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return listed if all(isinstance(each, dict) for each in listed) else []


def _fits(line: str) -> bool:
    return len(line) <= _WIDEST and "\\n" not in line


def inline_value(value: object) -> str:
    """Return a value as TOML on one line."""
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escape, value)}"'
    if isinstance(value, dict):
        pairs = [f"{_key(key)} = {inline_value(each)}" for key, each in cast("dict[str, object]", value).items()]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline_value, cast('list[object]', value)))}]"
    if isinstance(value, Unusable):
        return _NUMBERS.get(value.written, value.written)
    return str(value).lower()


_NUMBERS = {"NaN": "nan", "Infinity": "inf", "-Infinity": "-inf"}
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@lru_cache(maxsize=1_000)
def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else inline_value(key)


def _text_value(value: str) -> str:
    if "\n" not in value:
        return inline_value(value)
    return f'"""\n{_ESCAPED_IN_LINES.sub(_escape, value)}"""'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
