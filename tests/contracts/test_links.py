"""Every link within the repository leads somewhere: to a file that is there, and to a place that is on its page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^ *(?P<fence>`{3,}).*?^ *(?P=fence) *$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`+[^`]*`+")
LINK = re.compile(r"(?<!\\)\]\(<?([^)\s>]+)>?\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
TOCTREE = re.compile(r"^```\{toctree\}\n:hidden:\n\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MODULE = re.compile(r"`([\w.-]+(?:/[\w.-]+)+\.py)`")
TARGET = re.compile(r"^\((\S+)\)=$", re.MULTILINE)


def pages() -> list[Path]:
    """List the pages of the repository."""
    docs = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts]
    return [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")), *docs]


@cache
def text_of(page: Path) -> str:
    """Read a page without its blocks."""
    return FENCE.sub("", page.read_text("utf-8"))


@cache
def places_of(page: Path) -> frozenset[str]:
    """List the anchors of a page, as the headings of Markdown have them and as Sphinx writes a target of its own."""
    headings = [slug(heading) for heading in HEADING.findall(text_of(page))]
    # A heading that stands twice has a number the second time.
    numbered = {f"{heading}-{count}" for heading in headings for count in range(1, headings.count(heading))}
    return frozenset(
        {*headings, *numbered, *(re.sub(r"[^a-z0-9]+", "-", name) for name in TARGET.findall(text_of(page)))}
    )


def slug(heading: str) -> str:
    """Return the anchor of a heading."""
    plain = re.sub(r"\]\([^)]*\)|[`*\\]", "", heading)
    return re.sub(r"[^\w -]", "", plain.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file of the repository, and its anchor a heading or a target there."""
    wrong = []
    for link in LINK.findall(CODE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, place = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        is_there = target.exists() and target.is_relative_to(ROOT)
        if not is_there or (place and target.suffix == ".md" and place not in places_of(target)):
            wrong.append(link)
    assert wrong == []


@pytest.mark.parametrize("folder", ["tutorial", "how-to", "reference", "explanation", "explanation/decisions"])
def test_an_index_lists_each_page_once(folder: str) -> None:
    """Each page of a folder is linked once in its index, and stands once among what Sphinx puts in the sidebar."""
    index = ROOT / "docs" / folder / "index.md"
    pages = sorted(page.stem for page in index.parent.glob("*.md") if page != index)
    linked = [link.removesuffix(".md") for link in LINK.findall(text_of(index))]
    (listed,) = TOCTREE.findall(index.read_text("utf-8"))
    assert sorted(link for link in linked if "/" not in link) == pages
    assert sorted(name for name in listed.split() if "/" not in name) == pages


def test_modules_that_pages_name_are_there() -> None:
    """Where a page names a module by its path or the end of it, somebody who adds to the library finds the file."""
    folders = ("src", "tests", "benchmarks", "docs")
    modules = [path.as_posix() for folder in folders for path in (ROOT / folder).rglob("*.py")]
    named = {name for page in pages() for name in MODULE.findall(text_of(page))}
    assert "src/esfmodel/formats/catalogue.py" in named
    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in modules)] == []


def test_what_is_no_link_is_seen() -> None:
    """The anchors of a page are its headings, without their marks, and its targets."""
    page = ROOT / "docs" / "reference" / "errors.md"
    assert {"the-errors", "money", "money-too-fine"} <= places_of(page)
    assert slug("`LAW.with_pack`: *a* pack, [linked](x.md)") == "lawwith_pack-a-pack-linked"
    assert LINK.findall("[one](a.md#b), [two](<c.md>)") == ["a.md#b", "c.md"]
