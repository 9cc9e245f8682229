"""What an error carries, for tables of what is refused and why."""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

import pytest

from esfmodel import EsfModelError

if TYPE_CHECKING:
    from collections.abc import Callable


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
