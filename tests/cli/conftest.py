"""The command line of the tests speaks Swedish where they name no language, on every computer."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
