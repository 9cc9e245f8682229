"""The law that a command goes by: the one that ships with the library, with the packs that are named."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from esfmodel.law import LAW, PACKS, Law

if TYPE_CHECKING:
    from collections.abc import Iterable


def law_with(packs: Iterable[str]) -> Law:
    """Add the packs, each by the CCI of a programme that ships with the library or by its file."""
    return functools.reduce(Law.with_pack, (PACKS.get(pack, pack) for pack in packs), LAW)
