"""How every public name is called, written down in `signatures.txt`.

A change of the file is a change of the interface: it belongs in the changelog. After a change that is meant:

    uv run python tests/contracts/test_signatures.py --update
"""

from __future__ import annotations

import enum
import importlib
import inspect
import pkgutil
import sys
from functools import cached_property
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

import attrs

import esfmodel
from esfmodel.values.field_type import FieldType
from esfmodel.values.guesses import Guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SNAPSHOT = Path(__file__).with_name("signatures.txt")
OPERATORS = frozenset(
    "__abs__ __add__ __and__ __bool__ __contains__ __format__ __ge__ __getitem__ __gt__ __iter__ __le__ __len__ __lt__ "
    "__mul__ __neg__ __pos__ __radd__ __repr__ __rmul__ __rsub__ __str__ __sub__ __truediv__".split()
)


def public_modules() -> Iterator[ModuleType]:
    """Name the modules whose names are promised: the package, its packages, the languages, and what others bring."""
    yield esfmodel
    names = [found.name for found in pkgutil.iter_modules(esfmodel.__path__) if not found.name.startswith("_")]
    of_others = [f"integrations.{name}" for name in ("django", "jinja", "sqlalchemy")]
    for name in [*names, "text.sv", "text.en", "display.plots", *of_others]:
        yield importlib.import_module(f"esfmodel.{name}")


def described() -> Iterator[str]:
    """Write one line for each public name and each member that can be called or read."""
    first: dict[int, str] = {}
    for module in public_modules():
        for name in sorted(getattr(module, "__all__", ())):
            path = f"{module.__name__}.{name}"
            value = getattr(module, name)
            if isinstance(value, ModuleType):
                continue
            if id(value) in first:
                yield f"{path} = {first[id(value)]}"
                continue
            first[id(value)] = path
            yield from lines_about(path, value)


def lines_about(path: str, value: object) -> Iterator[str]:
    """Describe one public name."""
    if isinstance(value, enum.EnumType):
        yield f"{path}: {', '.join(value.__members__)}"
    elif inspect.isclass(value):
        # What pydantic and `copy.replace` look for comes from bases that nobody names.
        named = [base for base in value.__bases__ if base is not object and base.__module__ != FieldType.__module__]
        bases = "".join(f" < {base.__name__}" for base in named if not base.__name__.startswith("_"))
        made = "" if value.__init__ in (Exception.__init__, ValueError.__init__) else called(value)
        yield f"{path}{made}{bases}"
        for member in sorted(members_of(value)):
            yield f"    .{member}{member_line(inspect.getattr_static(value, member))}"
    elif inspect.isroutine(value):
        yield f"{path}{called(value)}"
    elif type(value).__module__.startswith("esfmodel") or type(value) in (tuple, MappingProxyType):
        # What these hold is data, and changes with the law and the rules, not with the interface.
        yield f"{path}: {type(value).__name__}"
    else:
        yield f"{path} = {value}"


def members_of(kind: type) -> set[str]:
    """Name what a class offers beside its constructor: what it defines itself or inherits from this library."""
    ours = [each for each in kind.__mro__ if each.__module__.startswith("esfmodel")]
    written = {name for each in ours for name in vars(each) if not name.startswith("_") or operator_in(each, name)}
    fields = {field.name for field in attrs.fields(kind)} if attrs.has(kind) else set[str]()
    offered = {name for name in written | fields if not name.startswith("_") or name in OPERATORS}
    return {name for name in offered if not isinstance(inspect.getattr_static(kind, name), Guess)}


def operator_in(kind: type, name: str) -> bool:
    """Return whether a special method is written by hand; attrs writes the others, or `guessed` to refuse them."""
    if name not in OPERATORS or not inspect.isfunction(vars(kind)[name]):
        return False
    return not any(maker in code_file(kind, name) for maker in ("attrs generated", "guesses.py"))


def code_file(kind: type, name: str) -> str:
    """Name the file that a method says it comes from."""
    return str(vars(kind)[name].__code__.co_filename)


def member_line(member: object) -> str:
    """Describe one member of a class."""
    if isinstance(member, property):
        return f" -> {returned(member.fget)}"
    if isinstance(member, cached_property):
        return f" -> {returned(member.func)}"
    function = getattr(member, "__func__", member)
    return called(function) if inspect.isfunction(function) else ""


def called(function: Callable[..., object]) -> str:
    """Write a signature with its annotations as they stand in the source."""
    signature = inspect.signature(function)
    parameters = [bare_parameter(each) for each in signature.parameters.values()]
    shown = str(signature.replace(parameters=parameters, return_annotation=inspect.Signature.empty))
    returns = signature.return_annotation
    return shown if returns in (inspect.Signature.empty, None, "None") else f"{shown} -> {Bare(returns)!r}"


def returned(function: Callable[..., object] | None) -> str:
    """Write what a property gives."""
    return repr(Bare(inspect.signature(function).return_annotation)) if function else "?"


def bare_parameter(parameter: inspect.Parameter) -> inspect.Parameter:
    """Take the quotation marks off the annotation of a parameter; a default that has a name goes by it."""
    if inspect.isfunction(parameter.default):
        parameter = parameter.replace(default=Bare(parameter.default.__name__))
    for name in ("LAW", "RULES"):
        if parameter.default is getattr(esfmodel, name):
            parameter = parameter.replace(default=Bare(name))
    if parameter.annotation is inspect.Parameter.empty:
        return parameter
    return parameter.replace(annotation=Bare(parameter.annotation))


class Bare:
    """An annotation that is printed without quotation marks, however it was written."""

    def __init__(self, annotation: object) -> None:
        """Keep the annotation."""
        self.annotation = annotation

    def __repr__(self) -> str:
        """Write it as it stands in the source."""
        text = self.annotation if isinstance(self.annotation, str) else inspect.formatannotation(self.annotation)
        return text.replace("collections.abc.", "").replace("typing.", "")


def test_the_public_names_are_called_as_they_were() -> None:
    """What users wrote against the last version still means the same."""
    assert SNAPSHOT.read_text("utf-8").splitlines() == list(described()), (
        f"the interface changed; if that is meant, run {Path(__file__).name} --update, and say so in the changelog"
    )


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    SNAPSHOT.write_text("\n".join(described()) + "\n", "utf-8")
