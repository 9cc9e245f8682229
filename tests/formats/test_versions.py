"""The promise of the format: what was stored in any version is read as it was meant, by this release and later ones.

The documents in `documents` were written by the releases that wrote those versions, and are never written anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from esfmodel import AidBasis, Bounds, Money, Project, ReadError, Reading, UnknownKey, read, read_text
from esfmodel.formats import to_text
from esfmodel.formats.schema import VERSIONS

DOCUMENTS = Path(__file__).with_name("documents")
SUFFIXES = ("json", "toml")


def stored(version: int, suffix: str) -> Reading:
    """Read a stored document; not a key of it is unknown."""
    reading = read(DOCUMENTS / f"v{version}.{suffix}", strict=True)
    assert reading.problems == ()
    assert reading.name == "Ansökningar 2024"
    return reading


def complete(project: Project) -> list[bool]:
    """Return which budgets of a project are complete lists: its own, its partners', phases' and decisions'."""
    budgets = [project.budget]
    for holders in (project.partners, project.phases, project.decisions):
        budgets += [each.budget for each in holders]
    return [budget.complete for budget in budgets if budget is not None]


def test_there_is_a_document_of_each_version() -> None:
    """Every version that is read has a document in each format."""
    assert {path.name for path in DOCUMENTS.iterdir()} == {
        f"v{each}.{suffix}" for each in VERSIONS for suffix in SUFFIXES
    }


@pytest.mark.parametrize("version", VERSIONS)
def test_both_formats_hold_the_same(version: int) -> None:
    """A version means the same in JSON and in TOML, and what was read is written in the newest version."""
    in_json, in_toml = (stored(version, suffix) for suffix in SUFFIXES)
    assert in_json.projects == in_toml.projects
    written = to_text(in_json, "project_json")
    assert f'"version": {VERSIONS[-1]},' in written
    assert read_text(written, strict=True).projects == in_json.projects


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_version_1(suffix: str) -> None:
    """In version 1 a list of one side was the whole, wherever a budget stood, and aid was true or false."""
    first, second = stored(1, suffix).projects
    assert complete(first) == [True, True, True, False, True]
    # A list that says that somebody else pays is as open as it was.
    assert complete(second) == [False]
    assert first.aid is not None
    assert (first.aid.basis, first.extra) == (AidBasis.STATE_AID, (("Kaffebudget", "5 000 kr"),))
    assert first.budget is not None
    assert first.budget.total_cost == Money(400_000)
    # What is added by hand to an old document counts.
    text = (DOCUMENTS / f"v1.{suffix}").read_text("utf-8")
    added = text.replace('"budget": {', '"budget": {"complete": false, ').replace(
        "budget]\n", "budget]\ncomplete = false\n"
    )
    assert not any(complete(read_text(added).projects[0]))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_version_2(suffix: str) -> None:
    """In version 2 a list of one side is open, unless it says that it is complete."""
    every, second = stored(2, suffix).projects
    assert complete(every)[0]
    assert complete(second)[:2] == [False, False]
    assert second.budget is not None
    assert second.budget.total_cost == Bounds.at_least(Money(400_000))
    assert every.operation_id is not None
    assert [line.partner for line in every.claims[0].costs] == ["Strömsunds kommun"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_newer_document_of_the_same_version_loses_nothing(suffix: str) -> None:
    """A later release may write keys that this one does not know: they are kept, told and written back."""
    text = (DOCUMENTS / f"v2.{suffix}").read_text("utf-8")
    newer = text.replace('"name": "Vägar till arbete",', '"name": "Vägar till arbete", "climate": "A1",', 1).replace(
        '\nname = "Vägar till arbete"\n', '\nname = "Vägar till arbete"\nclimate = "A1"\n', 1
    )
    reading = read_text(newer)
    assert [problem.place for problem in reading.problems] == ["projects[0].climate"]
    assert UnknownKey("climate", "A1") in reading.projects[0].extra
    assert "climate" in to_text(reading, f"project_{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_document_of_a_newer_version_is_refused(suffix: str) -> None:
    """What may mean something else is not guessed: the error says to update, and where the version stands."""
    newest = VERSIONS[-1]
    text = (DOCUMENTS / f"v{newest}.{suffix}").read_text("utf-8")
    with pytest.raises(ReadError, match="update esfmodel") as refused:
        read_text(text.replace(str(newest), str(newest + 1), 1))
    assert (refused.value.code, refused.value.place) == ("document.other_version", "version")
