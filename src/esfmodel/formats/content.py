"""What is written to a file or a text: projects, and what the caller asks of their form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.formats.evidence import Evidence
    from esfmodel.model.project import Project


class Content(NamedTuple):
    """The projects that are written, and the name of their portfolio.

    `language` is that of headings and words, in the formats that have some. `places` are where the projects stand in
    their own source, and `evidence` where each of their values does in a text, by its path, where that is written too;
    else there are none. `notes` are what is said of the projects beside their facts.
    """

    projects: tuple[Project, ...]
    name: str | None = None
    language: str = LANGUAGES[0]
    places: tuple[Evidence, ...] = ()
    evidence: tuple[Mapping[str, Evidence], ...] = ()
    notes: tuple[str, ...] = ()
