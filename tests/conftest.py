"""How hard the properties are tried, and what no test may do.

The ordinary run draws the same examples every time, so that a red test is always the change that made it red. The
thorough run searches afresh: `HYPOTHESIS_PROFILE=thorough uv run pytest`.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache, wraps
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from error_facts import MAY_BE_NONE, read_facts
from esfmodel.errors import EsfModelError
from esfmodel.errors.english import ENGLISH
from esfmodel.formats import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from error_facts import Facts
    from esfmodel.errors import Told

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


def _check_facts(told: Told, maker: FrameType, facts: Mapping[str, Facts]) -> None:
    """Check that an error of the library has what its text names, and what the table says of its code."""
    # A test makes errors of its own.
    if not maker.f_globals.get("__name__", "").startswith("esfmodel."):
        return
    named = _named_in_text(told.code) - MAY_BE_NONE.get(told.code, frozenset())
    lacking = {name for name in named if told.params.get(name) is None}
    assert not lacking, f"{told.code} does not have {lacking}"
    assert isinstance(told.place, str), f"{told.code} is at {told.place!r}"
    assert told.source is None or isinstance(told.source, str)
    if (stated := facts.get(told.code)) is not None:
        assert stated.given != "given" or told.given is not None, f"{told.code} does not say what was given"
        # The problem that an error becomes may be at another place.
        is_raised = maker.f_code.co_name != "of"
        assert not is_raised or stated.allows(told.place), f"{told.code} is at {told.place!r}"


@pytest.fixture(autouse=True, scope="session")
def errors_can_be_told() -> Iterator[None]:
    """Let the library make no error or problem, in any test, without a fact of its text, a place or what was given."""
    facts = read_facts()
    make_error, make_problem = EsfModelError.__init__, Problem.__init__

    @wraps(make_error)
    def make_checked_error(error: EsfModelError, *given: Any, **params: Any) -> None:  # noqa: ANN401
        make_error(error, *given, **params)
        _check_facts(error, sys._getframe(1), facts)

    @wraps(make_problem)
    def make_checked_problem(problem: Problem, *given: Any, **params: Any) -> None:  # noqa: ANN401
        make_problem(problem, *given, **params)
        _check_facts(problem, sys._getframe(1), facts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EsfModelError, "__init__", make_checked_error)
        patch.setattr(Problem, "__init__", make_checked_problem)
        yield
