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
from typing import TYPE_CHECKING, Any

import attrs
from sphinx.pycode import ModuleAnalyzer

import esfmodel
from esfmodel import Money, Rate
from esfmodel.values.guesses import Guess

if TYPE_CHECKING:
    from collections.abc import Iterable

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
html_static_path = ["_static"]
html_js_files = ["scrolled.js"]
default_role = "code"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
# Lines of a project file stand on the pages without the list that they are in.
suppress_warnings = ["misc.highlighting_failure"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# A signature of more characters than this has one argument a line.
python_maximum_signature_line_length = 80
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
    "workings": "Workings",
    "frames": "Data frames",
    "integrations": "Integrations",
}
# A page has the entries of all names of a module, or of those that it lists.
ENTRIES = re.compile(r"^<!-- every public name of (\S+) -->$", re.MULTILINE)
CHOSEN = re.compile(r"^<!-- public names of (\S+): ([\w,\s]+) -->$", re.MULTILINE)
TABLES = "<!-- a table of every public name -->"
# How attrs writes a default, and a converter's argument, in the signature that it generates.
GENERATED = re.compile(r"attr_dict\['(\w+)'\]\.default|\bNOTHING\b")
# A default that has a private name of its module.
PRIVATE = re.compile(r"(?<== )_[A-Z_]+\b")


def write_names(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Put the entries of a module where a page asks for them, and the tables of all, so that no name can be missing."""
    text = ENTRIES.sub(lambda place: entries_of(place[1], public_names(place[1])), source[0])
    text = CHOSEN.sub(lambda place: entries_of(place[1], place[2].replace(",", " ").split()), text)
    # The last line of a block of doctests is empty for those who run it.
    source[0] = text.replace(TABLES, tables()).replace("\n\n```\n", "\n```\n")


def public_names(module: str) -> list[str]:
    """List the names in `__all__` of a module."""
    names: list[str] = importlib.import_module(module).__all__
    return names


def entries_of(module: str, names: Iterable[str]) -> str:
    """Write an entry for each of these names of a module; a name that another package defines is only linked."""
    loaded = importlib.import_module(module)
    named = [(name, getattr(loaded, name)) for name in names]
    return "\n\n".join(entry(module, name, value) for name, value in named if not isinstance(value, ModuleType))


def entry(module: str, name: str, value: object) -> str:
    """Write the entry of one name."""
    if is_data(value):
        kind, options = "data", ["   :no-value:"]
    elif floor_of(value) != module.split(".")[1]:
        return f"{link(name)}: see {FLOORS[floor_of(value)]}."
    elif inspect.isclass(value):
        kind, options = ("exception" if issubclass(value, BaseException) else "class"), ["   :members:"]
    else:
        kind, options = "function", []
    door = "esfmodel" if name in esfmodel.__all__ and getattr(esfmodel, name) is value else module
    return "\n".join(["```{eval-rst}", f".. auto{kind}:: {door}.{name}", *options, "```"])


def tables() -> str:
    """Write a table for each floor, of the names of the front door with what each is."""
    by_floor: dict[str, list[str]] = {}
    for name in esfmodel.__all__:
        value = getattr(esfmodel, name)
        if not isinstance(value, ModuleType):
            by_floor.setdefault(floor_of(value), []).append(f"| {link(name)} | {first_sentence(name, value)} |")
    floors = [each for each in FLOORS if each in by_floor]
    return "\n\n".join(
        "\n".join([f"## {FLOORS[each]}\n", "| Name | |", "|---|---|", *by_floor[each]]) for each in floors
    )


def link(name: str) -> str:
    """Link to the entry of a name of the front door."""
    return f"{{py:obj}}`{name} <esfmodel.{name}>`"


def is_data(value: object) -> bool:
    """Whether something is neither a class nor a function."""
    return not (inspect.isclass(value) or inspect.isroutine(value))


def floor_of(value: object) -> str:
    """Name the package that something is written in; a plain alias is one of the values."""
    home = str(getattr(value, "__module__", type(value).__module__))
    part = home.split(".")[1] if home.startswith("esfmodel.") else "values"
    return part if part in FLOORS else "values"


def first_sentence(name: str, value: object) -> str:
    """Return the first sentence that is said of a name, on one line."""
    said = said_of(name, value) if is_data(value) else inspect.cleandoc(value.__doc__ or "").splitlines()
    paragraph = " ".join(said).partition("  ")[0]
    return re.split(r"(?<=[.:])\s", paragraph, maxsplit=1)[0].rstrip(".:").replace("|", "\\|") + "."


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
    """Take what is said of a constant from where it is defined, and list the members of an enumeration."""
    if what == "data":
        lines[:] = said_of(name.rpartition(".")[2], value)
    elif isinstance(value, type) and issubclass(value, enum.Enum):
        members = ", ".join(f"``{each.name}`` (“{each.value}”)" for each in value)
        lines[1:1] = ["", f"{members}."]


def said_of(constant: str, value: object) -> list[str]:
    """Return the lines below a constant where it is defined."""
    for module in pkgutil.walk_packages(esfmodel.__path__, "esfmodel."):
        told = ModuleAnalyzer.for_module(module.name).find_attr_docs().get(("", constant))
        if told and getattr(importlib.import_module(module.name), constant, None) is value:
            return told
    raise LookupError(f"nothing is said of {constant} where it is defined")


def leave_out_guesses(
    _app: Sphinx, _what: str, _name: str, value: object, _skip: bool, _options: object
) -> bool | None:
    """Leave out what is not there but has advice: the guide to names has it."""
    return True if isinstance(value, Guess) else None


def say_the_language(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Mark the text of a page as Swedish where its head says so, for those to whom it is read aloud."""
    meta: dict[str, str] = context.get("meta") or {}
    language = meta.get("language")
    if language is not None:
        context["body"] = f'<div lang="{language}">{context["body"]}</div>'


def tell_what_signatures_are(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Mark the arguments of a long signature as no list of definitions: they are written as one without any term."""
    parameters = '\n<dd><em class="sig-param">'
    if "body" in context:
        context["body"] = context["body"].replace(f"<dl>{parameters}", f'<dl role="presentation">{parameters}')


def leave_out_settings(
    _app: Sphinx, _what: str, name: str, _value: object, _skip: bool, _options: object
) -> bool | None:
    """Leave out what a column tells SQLAlchemy, which is explained in SQLAlchemy's own pages."""
    return True if name in {"cache_ok", "impl"} else None


def setup(app: Sphinx) -> None:
    """Tell Sphinx to ask for the names when it reads a page, and for what it does not know of them by itself."""
    app.connect("source-read", write_names)
    app.connect("html-page-context", say_the_language)
    app.connect("html-page-context", tell_what_signatures_are)
    app.connect("autodoc-process-signature", write_defaults)
    app.connect("autodoc-process-docstring", say_what_it_is)
    app.connect("autodoc-skip-member", leave_out_guesses)
    app.connect("autodoc-skip-member", leave_out_settings)
