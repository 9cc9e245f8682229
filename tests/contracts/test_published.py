"""What a package index shows of the library: its address, the links of its README, and how it is cited."""

from __future__ import annotations

import re
import tomllib
from urllib.parse import unquote

from repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ADDRESS = PROJECT["urls"]["Homepage"]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
SHOWN = {"blob": "a page", "raw": "a picture"}


def links_of(page: str) -> list[str]:
    """List the links of a page, be they to pages or to pictures."""
    return LINK.findall(re.sub(r"^```.*?^```$", "", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL))


def test_whole_addresses_lead_into_the_repository() -> None:
    """An index shows the README by itself: each link has the whole address, and its path and place are here."""
    wrong: list[str] = []
    links = links_of("README.md")
    for link in [*links, *(link for link in links_of("SECURITY.md") if "/main/" in link)]:
        kind, _, path = link.removeprefix(f"{ADDRESS}/").partition("/main/")
        name, _, place = unquote(path).partition("#")
        places = {
            re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
            for heading in (HEADING.findall((ROOT / name).read_text("utf-8")) if place else ())
        }
        is_there = link.startswith(f"{ADDRESS}/") and kind in SHOWN and (ROOT / name).is_file()
        if not is_there or (place and place not in places):
            wrong.append(link)
    assert len(links) > 10
    assert wrong == []


def test_the_readme_begins_with_a_picture() -> None:
    """It stands before the first heading, at an address where an index finds it, with its figures in words."""
    text = (ROOT / "README.md").read_text("utf-8")
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text.partition("\n## ")[0])
    assert [address.startswith(f"{ADDRESS}/raw/main/docs/pictures/") for _, address in pictures] == [True]
    assert len(pictures[0][0].split()) > 10


def test_the_address_stands_in_one_place() -> None:
    """Every address of the project begins with that of its home."""
    assert {url for url in PROJECT["urls"].values() if not url.startswith(ADDRESS)} == set()
    links = [link for link in links_of("SECURITY.md") if link.startswith("https:")]
    assert links
    assert [link for link in links if not link.startswith(f"{ADDRESS}/")] == []


def test_the_library_is_cited_as_it_is() -> None:
    """The keys that the format demands are there, and each fact is that of the package."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    keys = dict(re.findall(r"^([a-z-]+): ?(.*)$", text, re.MULTILINE))
    assert {"cff-version", "message", "title", "authors"} <= set(keys)
    assert (keys["cff-version"], keys["type"]) == ("1.2.0", "software")
    assert (keys["title"], keys["version"], keys["license"]) == (
        PROJECT["name"],
        PROJECT["version"],
        PROJECT["license"],
    )
    assert keys["repository-code"] == ADDRESS
    assert re.findall(r"^  - name: (.+)$", text, re.MULTILINE) == [each["name"] for each in PROJECT["authors"]]
    assert re.findall(r"^  - ([^:\n]+)$", text, re.MULTILINE) == PROJECT["keywords"]
    # Each line is a key or an entry with a plain text, and nothing that YAML reads otherwise, such as a colon in it.
    lines = re.compile(r"(?:[a-z-]+:|  -(?: name:)?)(?: [^\s:#'\"\[\]{}&*!|>%@`](?:(?!: | #|:$).)*)?")
    assert [line for line in text.splitlines() if not lines.fullmatch(line)] == []
