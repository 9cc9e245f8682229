"""The page of the project file, written from the classes of the model and an example of every key, and compared.

After a change of a class or of the example that is meant:

    uv run python tests/formats/test_project_file_page.py --update
"""

from __future__ import annotations

import enum
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

import attrs

from esfmodel import Project, read, validate
from esfmodel.formats import _key_meanings, project_schema, read_text, to_text
from esfmodel.formats.schema import BASES, VALUES, VERSIONS, Field, fields_of
from esfmodel.text import sv
from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PAGE = DOCS / "project-file.md"
EXAMPLE = DOCS / "project-file.toml"
# Read as long as its version is, and written no longer.
OLD = {("Project", "state_aid")}

HEAD = """\
# The project file

Every key of a project file, in TOML or JSON. A key that is left out says that nobody has stated it, unless its line
says otherwise; only those in bold must be there. [Formats](formats.md) tells how freely a value may be written, what
becomes of a key that is not listed here, and what the version means. An amount may be stated within bounds where its
line shows so: `"(12000000 SEK, )"` is more than twelve million, and a square bracket includes its end.

## An example of everything

This file holds every key there is, and the rules find no error in it. A file of your own needs few of them.

```toml
"""

WORDS = """\
## Words

The words that a key takes, and the Swedish ones that are read in their place.
"""


def page() -> str:
    """Write the whole page."""
    classes = order()
    parts = [HEAD + EXAMPLE.read_text("utf-8") + "```", of_file(), *map(of_class, classes), WORDS.rstrip()]
    return "\n\n".join([*parts, *map(of_words, enumerations(classes))]) + "\n"


def of_file() -> str:
    """Write the keys of the file itself."""
    name = project_schema()["properties"]["name"]["description"]
    rows = [
        ("**`format`**", '`"esfmodel/projects"`', "That this is a project file."),
        ("**`version`**", f"`{VERSIONS[-1]}`", "[What the keys mean](formats.md#versions)."),
        ("`name`", "text", name),
        ("**`projects`**", "a list of [project](#project)", "The projects."),
    ]
    return f"## File\n\n{table(rows)}"


def of_class(kind: type) -> str:
    """Write what a class is, where it stands and its keys."""
    described = project_schema()["$defs"][kind.__name__]["description"]
    rows = [
        (
            f"**`{field.key}`**" if field.attribute.default is attrs.NOTHING else f"`{field.key}`",
            written(field),
            meaning,
        )
        for field in fields_of(kind)
        for meaning in [_key_meanings.meaning_of(kind, field.key)]
    ]
    name = next((name for name, basis in BASES.items() if basis is kind), None)
    if name is not None:
        rows = [("**`type`**", f'`"{name}"`', _key_meanings.meaning_of(kind, "type")), *rows]
    return "\n\n".join(filter(None, (f"## {title(kind)}", described, where(kind), table(rows))))


def where(kind: type) -> str:
    """Write the keys at which a class stands."""
    found = [
        f"`{field.key}` of [{title(each).lower()}](#{anchor(each)})"
        for each in order()
        for field in fields_of(each)
        if kind in kinds_of(field)
    ]
    return f"Stands at {', '.join(found)}." if found else ""


def written(field: Field) -> str:
    """Write what a key takes."""
    types = kinds_of(field)
    if types:
        text = " or ".join(f"[{title(kind).lower()}](#{anchor(kind)})" for kind in types)
    else:
        schema = VALUES[item_of(field)]
        plain = {"string": "text", "integer": "a whole number", "boolean": "`true` or `false`"}[schema["type"]]
        text = " or ".join(f'`"{each}"`' for each in schema.get("examples", [])) or plain
    if field.word is not None:
        text += f' or `"{field.word}"`'
    return f"a list of {text}" if field.pair or get_origin(field.type) is tuple else text


def item_of(field: Field) -> object:
    """Return the kind of what a key takes, or of its items."""
    return field.pair or (get_args(field.type)[0] if get_origin(field.type) is tuple else field.type)


def kinds_of(field: Field) -> list[type]:
    """Return the classes and enumerations that a key takes; none where it takes a single value."""
    kind = item_of(field)
    if kind in VALUES:
        return []
    return list(BASES.values()) if isinstance(kind, frozenset) else [cast("type", kind)]


def order() -> list[type]:
    """Return the classes in the order in which a project leads to them."""
    found: list[type] = [Project]
    for kind in found:
        inner = dict.fromkeys(each for field in fields_of(kind) for each in kinds_of(field))
        found += [each for each in inner if each not in found and not isinstance(each, enum.EnumType)]
    return found


def enumerations(classes: list[type]) -> list[type[Labelled]]:
    """Return the enumerations of the classes, by name."""
    found = {
        each for kind in classes for field in fields_of(kind) for each in kinds_of(field) if issubclass(each, Labelled)
    }
    return sorted(found, key=title)


def of_words(kind: type[Labelled]) -> str:
    """Write the words of an enumeration."""
    return f"### {title(kind)}\n\n" + table([(f'`"{member.value}"`', sv.label(member), "") for member in kind])


def title(kind: type) -> str:
    """Return a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def anchor(kind: type) -> str:
    """Return the link of a heading."""
    return title(kind).lower().replace(" ", "-")


def table(rows: list[tuple[str, str, str]]) -> str:
    """Write a table."""
    heads = ("key", "value", "meaning") if any(row[2] for row in rows) else ("word", "in Swedish")
    lines = [heads, ["---"] * len(heads), *(row[: len(heads)] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |".replace("| --- |", "|---|").replace(" --- ", "---") for line in lines)


def keys_in(value: dict[str, Any], kind: type) -> Iterator[tuple[str, str]]:
    """Yield the keys that stand in a plain object and in those below it, each with the name of its class."""
    fields = {field.key: field for field in fields_of(kind)}
    for key, below in value.items():
        yield kind.__name__, key
        items = cast("list[object]", below) if isinstance(below, list) else [below]
        for each in items:
            if isinstance(each, dict) and key in fields:
                keys = cast("dict[str, Any]", each)
                (inner,) = [BASES[keys["type"]]] if "type" in keys else kinds_of(fields[key])
                yield from keys_in(keys, inner)


def test_the_page_says_what_the_classes_say() -> None:
    """The page is written from the classes, their meanings and the example."""
    assert PAGE.read_text("utf-8") == page(), f"if that is meant, run {Path(__file__).name} --update"


def test_the_example_is_read_strictly_and_covers_every_key() -> None:
    """The example holds every key that is written, is read without a problem, and no rule finds an error in it."""
    reading = read(EXAMPLE, strict=True)
    assert reading.problems == ()
    assert validate(reading.one()).errors == ()
    found = set(keys_in(tomllib.loads(EXAMPLE.read_text("utf-8"))["projects"][0], Project))
    schema = project_schema()["$defs"]
    assert {(name, key) for name, each in schema.items() for key in each["properties"]} - found == OLD
    for form in ("project_json", "project_toml"):
        assert read_text(to_text(reading, form), strict=True).projects == reading.projects


def test_each_key_has_one_meaning() -> None:
    """Every key means something, and no meaning is left over from a key that is gone."""
    used = {(kind, field.key) for kind in order() for field in fields_of(kind)} | {
        (kind, "type") for kind in BASES.values()
    }
    names = {
        name if name in _key_meanings.MEANINGS else key for kind, key in used for name in [f"{kind.__name__}.{key}"]
    }
    assert names == set(_key_meanings.MEANINGS)


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(page(), "utf-8")
