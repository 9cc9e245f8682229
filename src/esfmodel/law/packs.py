"""Packs: files of rows that are added to the law, and how a row of an amending act takes the place of another.

A pack is found by its name where it ships with the library, or where an installed package offers it under the entry
point group `esfmodel.packs`; any other by its path.

>>> find_pack("2021SE05SFPR001").name
'2021SE05SFPR001.toml'
>>> find_pack("no such file.toml").name
'no such file.toml'
"""

from __future__ import annotations

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import ReadError
from esfmodel.law.provisions import LARGEST, LAST_DAY, WrittenRow, read_rows, share_a_fund
from esfmodel.values.files import text_in
from esfmodel.values.format import near_names
from esfmodel.values.fund import Fund

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.metadata import EntryPoints

    from esfmodel.law.provisions import Provision

GROUP: Final = "esfmodel.packs"
"""The entry point group under which an installed package offers packs."""


def toml_files(folder: Traversable) -> list[Traversable]:
    """Return the TOML files of a folder by their names."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def files_that_ship() -> list[Traversable]:
    """Return the files of the law that ships with the library."""
    return toml_files(_DATA)


_DATA = files("esfmodel.law") / "data"

PACKS: Final[Mapping[str, Traversable]] = MappingProxyType(
    {file.name.removesuffix(".toml"): file for file in toml_files(_DATA / "packs")}
)
"""The packs that ship with the library, by name; `LAW.with_pack("2021SE05SFPR001")` adds one.

A programme's rows are named by its CCI. Packs whose names begin with "example-" are for trying things and as templates:
their rows were not read in an official text. "example-unit-costs-se" has hourly prices by function, most of which
include a flat rate already.

>>> from esfmodel import LAW, Money, UnitCost
>>> row = LAW.with_pack(PACKS["example-unit-costs-se"]).provision("unit-cost.project-worker.with-40")
>>> UnitCost(row.value_as(Money), 1720, code=row.key).computed
Money(1160656)
"""


# --- What a pack is, and where


@attrs.frozen(eq=False)
class ReadPack:
    """A pack that has been read: the name of its file, its rows, and the fault of each that is not as it should be."""

    name: str
    rows: list[WrittenRow]
    faults: list[ReadError]


PackFile = str | os.PathLike[str] | Traversable
"""A pack by its name, or a file: its path, or a resource of a package."""

Pack = PackFile | ReadPack
"""A pack by its name or its file, or as it has been read."""


def find_pack(pack: PackFile) -> Path | Traversable:
    """Return the file of a pack; raise `ReadError` for a name that no pack has, or several.

    A file that has the name of a pack is given as a path: "./2021SE05SFPR001".
    """
    if not isinstance(pack, str):
        return pack if isinstance(pack, Traversable) else Path(pack)
    offered = {str(file): file for file in _offered(pack)}
    if len(offered) > 1:
        raise ReadError("pack.several", source=pack, files=tuple(offered))
    if offered:
        return next(iter(offered.values()))
    if _is_path(pack):
        return Path(pack)
    raise ReadError("pack.not_found", source=pack, choices=_near(pack))


def _entry_points() -> EntryPoints:
    # Loaded with the first pack: to import it takes longer than to read the law.
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _is_path(pack: str) -> bool:
    return PurePath(pack).name != pack or bool(PurePath(pack).suffix) or (bool(pack) and Path(pack).exists())


def _near(name: str) -> tuple[str, ...]:
    """Return the names of packs that are like a name, or else all of them."""
    names = {*PACKS, *_entry_points().names}
    return near_names(name, names) or tuple(sorted(names))


def _offered(name: str) -> Iterator[Traversable]:
    """Yield the files of the packs with a name: those of the library, and those of installed packages."""
    if name in PACKS:
        yield PACKS[name]
    for each in _entry_points().select(name=name):
        # The entry point names a package; the pack is the file in it that has the name of the entry point.
        # A package of others may raise anything when it is imported, and even end the program.
        try:
            file = files(each.module).joinpath(f"{name}.toml")
        except (Exception, SystemExit) as error:
            raise ReadError("pack.not_there", source=name, package=each.value) from error
        if not file.is_file():
            raise ReadError("pack.not_there", source=name, package=each.value)
        yield file


def read_pack(pack: Pack) -> ReadPack:
    """Return a pack as it is read. Raises `ReadError` for one that has no row."""
    if isinstance(pack, ReadPack):
        return pack
    file = find_pack(pack)
    rows, faults = read_file(file)
    if not (rows or faults):
        raise ReadError("pack.empty", source=str(file))
    return ReadPack(file.name, rows, faults)


def read_file(file: str | os.PathLike[str] | Traversable) -> tuple[list[WrittenRow], list[ReadError]]:
    """Return the rows of a law file, and the fault of each that is not as it should be."""
    name = file.name if isinstance(file, Traversable) else Path(file).name
    return read_rows(text_in(file, LARGEST), name)


# --- Amending acts


def amended(rows: Iterable[Provision], amending: Provision) -> list[Provision]:
    """Return rows with one of an amending act: from its first day it takes the place of what it amends.

    It amends the rows that answer the same question and began no later. They end the day before. A row that began on
    the same day is replaced, unless an amending act set it. A row of several funds goes on for those that the amending
    act does not name.
    """
    found = list(rows)
    kept = [each for row in found for each in (_left_of(row, amending) if _is_amended(row, amending) else [row])]
    return [*kept, amending]


def _is_amended(row: Provision, amending: Provision) -> bool:
    counts = row.key == amending.key and row.start <= amending.start <= (row.end or LAST_DAY)
    # Two acts that set one value from one day contradict each other.
    is_rival = row.amended_by is not None and row.start == amending.start
    return counts and not is_rival and _question(row) == _question(amending) and share_a_fund(row, amending)


def _question(row: Provision) -> tuple[object, ...]:
    return row.programming_period, row.level, row.condition


def _left_of(row: Provision, amending: Provision) -> Iterator[Provision]:
    """Yield what is left of a row: the days before the amendment, and the funds that it does not concern."""
    all_funds = row.funds or tuple(Fund)
    others = tuple(fund for fund in all_funds if not amending.concerns(fund))
    if row.start < amending.start:
        shared = tuple(fund for fund in all_funds if amending.concerns(fund)) if others else row.funds
        yield attrs.evolve(row, end=amending.start.subtract(days=1), funds=shared)
    if others:
        yield attrs.evolve(row, funds=others)
