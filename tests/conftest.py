"""How hard the properties are tried, and what no test may do.

The ordinary run draws the same examples every time, so that a red test is always the change that made it red. The
thorough run searches afresh: `HYPOTHESIS_PROFILE=thorough uv run pytest`.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from esfmodel.errors import EsfModelError
from esfmodel.errors.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

# A slow machine is no failure: nothing here is measured by the clock. Explaining draws a hundred times more, also for
# each `find`, where nothing has failed.
_COMMON = settings(
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)

settings.register_profile("default", _COMMON, max_examples=40, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True, scope="session")
def devices_stay() -> Iterator[None]:
    """Let no fault in what is tested replace a device of this computer by a file."""
    replace = os.replace

    def replace_here(source: str, target: str) -> None:
        assert not str(target).startswith("/dev/")
        replace(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", replace_here)
        yield


@cache
def _named_in_text(code: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w+)\}", " ".join(ENGLISH.get(code, ()))))


@pytest.fixture(autouse=True, scope="session")
def errors_can_be_told() -> Iterator[None]:
    """Let no error be raised, in any test, that lacks a fact of its text or has a place that is no text."""
    make = EsfModelError.__init__

    def make_told(error: EsfModelError, *facts: Any, **params: Any) -> None:
        make(error, *facts, **params)
        lacking = {name for name in _named_in_text(error.code) if error.params.get(name) is None}
        assert not lacking, f"{error.code} does not have {lacking}"
        assert isinstance(error.place, str), f"{error.code} is at {error.place!r}"
        assert error.source is None or isinstance(error.source, str)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EsfModelError, "__init__", make_told)
        yield
