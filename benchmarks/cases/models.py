"""Building a project, judging it, reading and writing it as a document, and how much memory it takes."""

from __future__ import annotations

import gc
import json
import tomllib
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from esfmodel import RULES, from_json, read_text, to_json, to_text, validate
from measuring import Case
from peers import with_attrs, with_msgspec, with_pydantic
from projects import lines, lines_of, mixed_lines, mixed_lines_of, one_figure, one_figure_of, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from esfmodel import Project

ONE = "one figure"

Makers = tuple[str, "Callable[[], Project]", "Callable[[ModuleType], Any]"]


def _makers(large: int) -> Iterator[Makers]:
    """Name the projects that are measured, with how esfmodel and a peer make each."""
    yield ONE, one_figure, one_figure_of
    for count, name in ((1, "1 line"), (40, "40 lines"), (large, f"{large} lines")):
        yield name, partial(lines, count), partial(lines_of, count=count)
    yield "40 mixed lines", partial(mixed_lines, 40), partial(mixed_lines_of, count=40)


def cases(large: int) -> Iterator[Case]:
    """Build, judge, write and read the projects."""
    for name, ours, theirs in _makers(large):
        yield Case("build", name, "pydantic", ours, partial(theirs, with_pydantic), alike=same, most=1.0)
        yield Case("build", name, "attrs", ours, partial(theirs, with_attrs), alike=same)
    for name, ours, _ in _makers(large):
        yield from _judged(name, ours)
    for name, ours, theirs in _makers(large):
        yield from _documents(name, ours(), theirs)
    yield Case(
        "memory",
        f"{large} lines",
        "pydantic",
        partial(_bytes, partial(lines, large)),
        partial(_bytes, partial(lines_of, with_pydantic, large)),
        alike=None,
        measure="bytes",
    )


def _judged(name: str, make: Callable[[], Project]) -> Iterator[Case]:
    """Judge a project by every rule, again and for the first time, beside building it."""
    project = make()
    most = 5.0 if name == ONE else None if name == "1 line" else 2.0
    counted = f"{name}, {len(RULES)} rules"
    peer = "building it"
    yield Case("validate", counted, peer, partial(validate, project), make, alike=None, most=most)
    yield Case("validate", f"{counted}, fresh", peer, validate, make, given=make, alike=None, most=most)


def _documents(name: str, project: Project, theirs: Callable[[ModuleType], Any]) -> Iterator[Case]:
    """Write and read a project as JSON; the peers' document has their own form."""
    text = to_json(project, indent=None)
    model = theirs(with_pydantic)
    read_model = with_pydantic.Project.model_validate_json
    document = model.model_dump_json()
    structs = theirs(with_msgspec)
    read_structs = msgspec.json.Decoder(with_msgspec.Project).decode
    packed = msgspec.json.encode(structs)

    def dumped(ours: str, written: str | bytes) -> bool:
        return same(from_json(ours), read_model(written))

    read, write = partial(from_json, text), partial(to_json, project, indent=None)
    yield Case("JSON in", name, "pydantic", read, partial(read_model, document), alike=same, most=4.0)
    yield Case("JSON in", name, "msgspec", read, partial(read_structs, packed), alike=same)
    yield Case("JSON out", name, "pydantic", write, model.model_dump_json, alike=dumped, most=3.0)
    yield Case("JSON out", name, "msgspec", write, partial(msgspec.json.encode, structs), alike=dumped)
    if name == "40 lines":
        plain = json.loads(text)
        yield Case("JSON in", name, "json.loads", read, partial(json.loads, text), alike=None)
        yield Case(
            "JSON out", name, "json.dumps", write, partial(json.dumps, plain), alike=lambda one, other: one == other
        )
        toml = to_text([project], "project_toml")
        yield Case("TOML in", name, "tomllib", partial(read_text, toml), partial(tomllib.loads, toml), alike=None)


def _bytes(make: Callable[[], Any]) -> int:
    """Return how many bytes of memory a thing holds, with all that was made for it and kept."""
    make()
    gc.collect()
    tracemalloc.start()
    try:
        thing = make()
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del thing
    return held
