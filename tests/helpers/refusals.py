"""What an error carries, for tables of what is refused and why."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

import pytest

import esfmodel
from esfmodel import EsfModelError, formats, law, model, text, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refused(ask: Callable[[], object]) -> EsfModelError:
    """Call what must be refused, and return the error."""
    with pytest.raises(EsfModelError) as caught:
        ask()
    return caught.value


def facts(error: EsfModelError) -> tuple[str, str, Any, dict[str, Any]]:
    """Return the code of an error, its place, what was given and the facts of its text."""
    return error.code, error.place, error.given, dict(error.params)


def anew(name: str) -> Any:  # noqa: ANN401
    """Import a module a second time: nothing that it keeps is there yet."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- Tables in a file: an expression, and below it what its error carries


def rows_of(table: Path) -> list[tuple[str, str]]:
    """Read a table: each expression with what its error is known to carry."""
    lines = table.read_text("utf-8").splitlines()
    return list(zip(lines[::2], lines[1::2], strict=True))


@cache
def _names() -> dict[str, object]:
    modules = (model, values, formats, law, esfmodel)
    names = {name: getattr(module, name) for module in modules for name in dir(module)}
    return {**names, "sv": text.sv, "en": text.en, "date": datetime.date, "Decimal": Decimal, "Fraction": Fraction}


def written(expression: str) -> str:
    """Write what the error of an expression carries: code, place, what was given and the facts of its text."""
    # The expressions stand in our own files.
    code, place, given, params = facts(refused(lambda: eval(expression, _names())))  # noqa: S307
    said = ", ".join(f"{name}={value!r}" for name, value in params.items())
    return f"    {code} | {place} | {given!r} | {said}".rstrip()


def renew(table: Path) -> None:
    """Write a table anew, with what the errors of its expressions carry now."""
    table.write_text("".join(f"{each}\n{written(each)}\n" for each, _ in rows_of(table)), "utf-8")
