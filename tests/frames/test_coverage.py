"""The rules that are judged by columns, and the page that lists them and the others.

After a change of these rules that is meant:

    uv run python tests/frames/test_coverage.py --update
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from esfmodel import RULES, Portfolio
from esfmodel.frames import COVERED, NOT_COVERED

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "frames.md"
LIST = re.compile(r"(?s)(<!-- (the rules by columns|the other rules) -->\n).*?(?=<!-- end -->)")


def with_lists(page: str) -> str:
    """Return the page with the lists of rules that there are."""
    return LIST.sub(lambda place: place[1] + list_of(place[2]), page)


def list_of(heading: str) -> str:
    """Write one of the lists."""
    if heading == "the rules by columns":
        rows = [f"| {code} | {RULES[code].demand.en} |" for code in COVERED]
        return "\n".join(["\n| Rule | |", "|---|---|", *rows, "", ""])
    rows = [f"| {code} | It {why.en}. |" for code, why in NOT_COVERED.items()]
    return "\n".join(["\n| Rule | Why |", "|---|---|", *rows, "", ""])


def test_the_page_lists_every_rule() -> None:
    """Each rule of the book is in one of the two lists."""
    page = PAGE.read_text("utf-8")
    assert page == with_lists(page)
    assert len(LIST.findall(page)) == 2
    assert sorted((*COVERED, *NOT_COVERED)) == sorted(RULES.codes)


def test_each_reason_fits_its_rule() -> None:
    """A rule on a portfolio says so, one that needs claims names them, and each reason is told in both languages."""
    for code, why in NOT_COVERED.items():
        assert (why.en == "judges a whole portfolio") == (RULES[code].subject is Portfolio)
        assert why.sv
    assert NOT_COVERED["CLM001"].en == "needs what no column has: claims for payment"
    assert NOT_COVERED["PRJ007"].sv == "behöver sådant som ingen kolumn har: programmets programområden"


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(with_lists(PAGE.read_text("utf-8")), "utf-8")
