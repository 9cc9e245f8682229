from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command be run in a wide window without colours; tests of other windows set COLUMNS themselves."""
    monkeypatch.setenv("COLUMNS", "110")
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
