"""How the pages become a site: Sphinx, MyST and furo, with nothing fetched from anywhere."""

from __future__ import annotations

import datetime
import enum
import importlib
import inspect
import pkgutil
import re
from importlib.metadata import version as version_of
from types import ModuleType
from typing import TYPE_CHECKING

import attrs
from sphinx.pycode import ModuleAnalyzer

import esfmodel
from esfmodel import Money, Rate
from esfmodel.values.guesses import Guess

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "esfmodel"
author = "The esfmodel authors"
copyright = "the esfmodel authors"
release = version_of("esfmodel")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"esfmodel {release}"
default_role = "code"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

# The floors of the house, from the ground up, as the headings of the reference.
FLOORS = {
    "values": "Values",
    "model": "Model",
    "law": "Law",
    "rules": "Rules",
    "text": "Text",
    "formats": "Reading and writing",
    "examples": "Examples",
    "testing": "Testing",
    "display": "Display",
    "errors": "Errors",
}
PLACE = re.compile(r"^<!-- every public name of (\S+) -->$", re.MULTILINE)
# How attrs writes a default, and a converter's argument, in the signature that it generates.
GENERATED = re.compile(r"attr_dict\['(\w+)'\]\.default|\bNOTHING\b")
# A default that has a private name of its module.
PRIVATE = re.compile(r"(?<== )_[A-Z_]+\b")


def write_names(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Put the entries of a module where a page asks for every public name of it, so that none can be forgotten."""
    source[0] = PLACE.sub(lambda place: entries_of(place[1]), source[0])


def entries_of(module: str) -> str:
    """Write an entry for each name in `__all__`; of the names of the front door, under the floor they come from."""
    loaded = importlib.import_module(module)
    by_floor: dict[str, list[str]] = {}
    for name in loaded.__all__:
        value = getattr(loaded, name)
        if not isinstance(value, ModuleType):
            by_floor.setdefault(floor_of(value), []).append(entry(module, name, value))
    floors = [each for each in FLOORS if each in by_floor]
    headings = module == "esfmodel"
    return "\n\n".join((f"## {FLOORS[each]}\n\n" if headings else "") + "\n\n".join(by_floor[each]) for each in floors)


def floor_of(value: object) -> str:
    """Name the package that something is written in; a plain alias is one of the values."""
    home = str(getattr(value, "__module__", type(value).__module__))
    part = home.split(".")[1] if home.startswith("esfmodel.") else "values"
    return part if part in FLOORS else "values"


def entry(module: str, name: str, value: object) -> str:
    """Write the entry of one name."""
    if module != "esfmodel" and name in importlib.import_module("esfmodel").__all__:
        return f"`{name}`: see [the names of esfmodel](api.md)."
    kind = "data" if not (inspect.isclass(value) or inspect.isroutine(value)) else "function"
    options = ["   :no-value:"] if kind == "data" else []
    if inspect.isclass(value):
        kind = "exception" if issubclass(value, BaseException) else "class"
        options = ["   :members:"]
    return "\n".join(["```{eval-rst}", f".. auto{kind}:: {module}.{name}", *options, "```"])


def write_defaults(
    _app: Sphinx, _what: str, _name: str, value: object, _options: object, signature: str | None, returned: str | None
) -> tuple[str, str | None] | None:
    """Put defaults into a signature, where attrs has only the places it takes them from and a module its own names."""
    if signature is None:
        return None
    if inspect.isroutine(value):
        names = getattr(inspect.unwrap(value), "__globals__", {})
        return PRIVATE.sub(lambda name: typed(names.get(name[0], ...)), signature), returned
    if not isinstance(value, type) or not attrs.has(value):
        return None
    fields = attrs.fields_dict(value)
    return GENERATED.sub(lambda place: typed(fields[place[1]].default if place[1] else ...), signature), returned


def typed(default: object) -> str:
    """Write a default as one would type it; one that is made anew for each object, or is a function, as an ellipsis."""
    if isinstance(default, enum.Enum):
        return f"{type(default).__name__}.{default.name}"
    if default == {}:
        return "{}"
    plain = default is None or default == () or isinstance(default, int | str | Money | Rate | datetime.date)
    return repr(default) if plain else "..."


def say_what_it_is(_app: Sphinx, what: str, name: str, value: object, _options: object, lines: list[str]) -> None:
    """Take what is said of a constant from where it is defined, instead of what Python says of its type."""
    if what != "data":
        return
    _, _, constant = name.rpartition(".")
    for module in pkgutil.walk_packages(esfmodel.__path__, "esfmodel."):
        told = ModuleAnalyzer.for_module(module.name).find_attr_docs().get(("", constant))
        if told and getattr(importlib.import_module(module.name), constant, None) is value:
            lines[:] = told
            return
    raise LookupError(f"nothing is said of {name} where it is defined")


def leave_out_guesses(
    _app: Sphinx, _what: str, _name: str, value: object, _skip: bool, _options: object
) -> bool | None:
    """Leave out what is not there but has advice: the guide to names has it."""
    return True if isinstance(value, Guess) else None


def setup(app: Sphinx) -> None:
    """Tell Sphinx to ask for the names when it reads a page, and for what it does not know of them by itself."""
    app.connect("source-read", write_names)
    app.connect("autodoc-process-signature", write_defaults)
    app.connect("autodoc-process-docstring", say_what_it_is)
    app.connect("autodoc-skip-member", leave_out_guesses)
