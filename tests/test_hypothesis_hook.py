from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from esfmodel import _hypothesis_hook
from esfmodel.testing import _hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The layers that are registered while a test runs."""
    layers: list[str] = []
    register: Callable[[str], None] = layers.append
    monkeypatch.setattr(_hypothesis, "register_layer", register)
    return layers


def test_a_layer_is_announced_to_a_loaded_hypothesis(registered: list[str]) -> None:
    """A layer that is loaded after Hypothesis registers its types."""
    _hypothesis_hook.announce("esfmodel.model")
    assert registered == ["esfmodel.model"]


def test_without_hypothesis_nothing_is_announced(registered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does not use Hypothesis does not get it."""
    monkeypatch.delitem(sys.modules, "hypothesis")
    _hypothesis_hook.announce("esfmodel.model")
    assert registered == []
