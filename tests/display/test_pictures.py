"""The pictures of the README and the pages show what the library draws now.

Their texts are compared, and not their lines, which another release of matplotlib may place otherwise. To draw them
anew:

    uv run python tests/display/test_pictures.py --update
"""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import matplotlib as mpl
import pytest

from esfmodel.display import plots
from esfmodel.examples import EXAMPLES
from esfmodel.model import Call, OwnShare, Project, SpreadBy, spread
from esfmodel.values import Period, Rate

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 60_000
NAMES = [f"{picture}-{language}.svg" for picture in ("financing", "own-share") for language in ("sv", "en")]


def over_its_years(project: Project) -> Project:
    """Return a project whose financing is divided over the months of its period."""
    assert project.budget is not None
    assert isinstance(project.period, Period)
    return attrs.evolve(project, budget=spread(project.budget, project.period, by=SpreadBy.MONTHS))


def draw(name: str) -> Axes:
    """Draw a picture by its name."""
    picture, language = name.removesuffix(".svg").rsplit("-", 1)
    if picture == "financing":
        return plots.financing(over_its_years(EXAMPLES["24-030-S04"]), language=language)
    call = Call(own_share=OwnShare.exactly(Rate.of_percent(46), tolerance=Rate.of_percent("0.5")))
    shown = ("24-030-S04", "24-056-S07", "kompetens-i-kronoberg", "kompetenskompassen")
    return plots.own_share([EXAMPLES[each] for each in shown], language=language, call=call)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_shows_what_is_drawn_now(name: str) -> None:
    """The alternative text in the file is that of the plot, and the file is small."""
    written = (FOLDER / name).read_text("utf-8")
    assert plots.alt_text(draw(name)) in html.unescape(written)
    assert len(written) < LARGEST


def update() -> None:
    """Write every picture, the same for the same release of matplotlib."""
    FOLDER.mkdir(exist_ok=True)
    with mpl.rc_context({"svg.hashsalt": "esfmodel", "svg.fonttype": "path"}):
        for name in NAMES:
            plots.save(draw(name), FOLDER / name)


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    update()
