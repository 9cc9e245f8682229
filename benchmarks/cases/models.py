"""Building a project, judging it, reading and writing it as a document, and how much memory it takes."""

from __future__ import annotations

import gc
import json
import tomllib
import tracemalloc
from functools import partial
from operator import eq
from typing import TYPE_CHECKING, Any

import msgspec

from esfmodel import RULES, from_json, read_text, to_json, to_text, validate
from measuring import Case
from peers import with_attrs, with_msgspec, with_pydantic
from projects import lines, mixed_lines, one_figure, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOALS = {"one figure": 5.0, "1 line": None}
"""The largest ratio of judging a project to building it, where it is not 2."""


def cases(large: int) -> Iterator[Case]:
    """Build, judge, write and read the projects."""
    projects: dict[str, Callable[..., Any]] = {
        "one figure": one_figure,
        "1 line": partial(lines, 1),
        "40 lines": partial(lines, 40),
        f"{large} lines": partial(lines, large),
        "40 mixed lines": partial(mixed_lines, 40),
    }
    for name, make in projects.items():
        yield Case("build", name, "pydantic", make, partial(make, classes=with_pydantic), alike=same, most=1.0)
        yield Case("build", name, "attrs", make, partial(make, classes=with_attrs), alike=same)
    for name, make in projects.items():
        yield from _judged(name, make)
    for name, make in projects.items():
        yield from _documents(name, make)
    ours, theirs = (partial(_bytes, partial(lines, large, **of)) for of in ({}, {"classes": with_pydantic}))
    yield Case("memory", f"{large} lines", "pydantic", ours, theirs, alike=None, measure="bytes")


def _judged(name: str, make: Callable[[], Any]) -> Iterator[Case]:
    """Judge a project by every rule, again and for the first time, beside building it."""
    counted, most = f"{name}, {len(RULES)} rules", GOALS.get(name, 2.0)
    judge = partial(validate, make())
    yield Case("validate", counted, "building it", judge, make, alike=None, most=most)
    yield Case("validate", f"{counted}, fresh", "building it", validate, make, given=make, alike=None, most=most)


def _documents(name: str, make: Callable[..., Any]) -> Iterator[Case]:
    """Write and read a project as JSON; the peers' document has their own form."""
    project, model, structs = make(), make(classes=with_pydantic), make(classes=with_msgspec)
    text, document, packed = to_json(project, indent=None), model.model_dump_json(), msgspec.json.encode(structs)
    read_model = with_pydantic.Project.model_validate_json
    read_structs = msgspec.json.Decoder(with_msgspec.Project).decode
    read, write = partial(from_json, text), partial(to_json, project, indent=None)

    def dumped(ours: str, written: str | bytes) -> bool:
        return same(from_json(ours), read_model(written))

    yield Case("JSON in", name, "pydantic", read, partial(read_model, document), alike=same, most=4.0)
    yield Case("JSON in", name, "msgspec", read, partial(read_structs, packed), alike=same)
    yield Case("JSON out", name, "pydantic", write, model.model_dump_json, alike=dumped, most=3.0)
    yield Case("JSON out", name, "msgspec", write, partial(msgspec.json.encode, structs), alike=dumped)
    if name == "40 lines":
        plain, toml = json.loads(text), to_text([project], "project_toml")
        yield Case("JSON in", name, "json.loads", read, partial(json.loads, text), alike=None)
        yield Case("JSON out", name, "json.dumps", write, partial(json.dumps, plain), alike=eq)
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
