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
from matplotlib.figure import Figure

from esfmodel.display import plots
from esfmodel.examples import EXAMPLES
from esfmodel.model import Call, OwnShare, Project, SpreadBy, spread
from esfmodel.values import Period, Rate

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 60_000
NAMES = [
    "front-en.svg",
    *(f"{each}-{language}.svg" for each in ("financing", "own-share") for language in ("sv", "en")),
]

# Who reads in the dark sees light lines on a dark ground. The ground is drawn, since a page may be light all the same.
IN_THE_DARK = """
@media (prefers-color-scheme: dark) {
  [style*="fill: #ffffff"], rect[fill="#ffffff"] { fill: #131416 !important }
  [id^="text_"] { fill: #e6e6e6 }
  [style*="stroke: #000000"], [style*="stroke: #1a1a1a"], pattern path { stroke: #e6e6e6 !important }
  [style*="stroke: #e8e8e8"] { stroke: #3a3a3a !important }
}
"""


def over_its_years(project: Project) -> Project:
    """Return a project whose financing is divided over the months of its period."""
    assert project.budget is not None
    assert isinstance(project.period, Period)
    return attrs.evolve(project, budget=spread(project.budget, project.period, by=SpreadBy.MONTHS))


def draw(name: str) -> Axes:
    """Draw a picture by its name."""
    picture, language = name.removesuffix(".svg").rsplit("-", 1)
    if picture == "front":
        # Half as wide as others, with its legend below, so that it can be read on a telephone.
        with mpl.rc_context({"font.size": 10.5}):
            ax = Figure(figsize=(5.6, 5.6), layout="constrained").add_subplot()
            plots.financing(over_its_years(EXAMPLES["24-030-S04"]), ax, language=language)
        legend = ax.get_legend()
        assert legend is not None
        legend.set_bbox_to_anchor((0, -0.08))
        ax.set_xlim(-0.55, 3.55)
        return ax
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
    assert IN_THE_DARK in written
    assert len(written) < LARGEST


def update() -> None:
    """Write every picture, the same for the same release of matplotlib."""
    FOLDER.mkdir(exist_ok=True)
    with mpl.rc_context({"svg.hashsalt": "esfmodel", "svg.fonttype": "path"}):
        for name in NAMES:
            plots.save(draw(name), FOLDER / name)
            written = (FOLDER / name).read_text("utf-8").replace("</style>", f"{IN_THE_DARK}</style>", 1)
            (FOLDER / name).write_text(written, "utf-8")


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    update()
