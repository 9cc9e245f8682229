"""Pages as a browser shows them: the report on a project, fragments in a notebook, and the documentation.

They need a browser, and so are not among the ordinary tests: `.ci/run-all` runs them. Set SCREENSHOTS to a folder to
keep what each page looks like. The documentation is that of `docs/_build/html`, which `.ci/run` builds.

    uv run --group system pytest tests/browser/pages.py
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no stubs
from playwright.sync_api import sync_playwright

from esfmodel import validate
from esfmodel.display import html, html_report
from esfmodel.examples import EXAMPLES
from shown_projects import OPEN, endless, hostile, three_currencies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    from playwright.sync_api import Browser, Dialog, Page, Request

    ColorScheme: TypeAlias = Literal["light", "dark"]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
SCREENSHOTS = os.environ.get("SCREENSHOTS")
DOCS = Path(__file__).parents[2] / "docs" / "_build" / "html"
PHONE, DESKTOP = 390, 1280
SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")
GRAVE = frozenset({"serious", "critical"})

# A notebook shows fragments in its own page and colours.
NOTEBOOK = (
    '<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Notebook</title>'
    "<style>:root{color-scheme:light dark}body{font-family:sans-serif}</style><main><h1>Notebook</h1>%s</main></html>"
)


def written_pages() -> dict[str, str]:
    """Return the pages that the library writes, by name."""
    projects = {**EXAMPLES, "hostile": hostile(), "open": OPEN}
    reports = {
        f"{name}-{language}": html_report(each, language)
        for name, each in projects.items()
        for language in ("sv", "en")
    }
    reports["endless-sv"] = html_report(endless(300))
    strained = hostile()
    shown = (strained, strained.budget, validate(strained), three_currencies(), OPEN)
    fragments = "".join(html(each) for each in shown if each is not None)
    return {**reports, "notebook": NOTEBOOK % fragments}


def documentation() -> list[str]:
    """Return the pages of the documentation that are built."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.html"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser of the distribution."""
    assert CHROMIUM is not None, "no Chromium: install it, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def faults(page: Page) -> list[str]:
    """Return what an accessibility checker finds that is serious."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:200]}" for each in found if each["impact"] in GRAVE for node in each["nodes"]
    ]


def is_wider_than_its_window(page: Page) -> bool:
    """Whether a page scrolls to the side."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide


def watched(page: Page) -> list[str]:
    """Return the list to which everything that the page asks for, or says by itself, is added."""
    asked: list[str] = []

    def add_request(request: Request) -> None:
        asked.append(request.url)

    def add_dialog(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("request", add_request)
    page.on("dialog", add_dialog)
    return asked


def keep(page: Page, name: str) -> None:
    """Keep a picture of the whole page, where a folder for pictures is named."""
    if SCREENSHOTS:
        page.screenshot(path=Path(SCREENSHOTS) / f"{re.sub('[^A-Za-z0-9-]+', '-', name)}.png", full_page=True)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_written_pages(browser: Browser, tmp_path: Path, width: int, scheme: ColorScheme) -> None:
    """Nothing serious is found, no page scrolls to the side, and nothing is fetched or run."""
    wrong: list[str] = []
    for name, text in written_pages().items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, "utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        asked = watched(page)
        page.goto(file.as_uri())
        wrong += [f"{name}: {each}" for each in faults(page)]
        wrong += [f"{name}: scrolls to the side"] if is_wider_than_its_window(page) else []
        wrong += [f"{name}: asks for {each}" for each in asked if each != file.as_uri()]
        keep(page, f"{name}-{width}-{scheme}")
        page.close()
    assert wrong == []


def test_a_printed_report_is_on_a4(browser: Browser, tmp_path: Path) -> None:
    """It prints as pages of A4 of which the first has the name of the project, in black on white."""
    from pypdf import PdfReader

    page = browser.new_page(color_scheme="dark")
    for name in ("hostile", "24-030-S04"):
        page.set_content(html_report({**EXAMPLES, "hostile": hostile()}[name]))
        target = Path(SCREENSHOTS or tmp_path) / f"{name}.pdf"
        page.pdf(path=target, prefer_css_page_size=True)
        printed = PdfReader(target)
        millimetres = [round(25 * float(side) * 1.016 / 72) for side in printed.pages[0].mediabox[2:]]
        assert millimetres == [210, 297]
        assert "Projektrapport" in printed.pages[0].extract_text()
        assert len(printed.pages) < 12


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", documentation())
def test_the_documentation(browser: Browser, name: str, scheme: ColorScheme) -> None:
    """No page of the documentation has a serious fault, or scrolls to the side on a telephone."""
    page = browser.new_page(viewport={"width": PHONE, "height": 844}, color_scheme=scheme)
    page.goto((DOCS / name).as_uri())
    found = faults(page)
    found += ["scrolls to the side"] if is_wider_than_its_window(page) else []
    keep(page, f"docs-{name}-{scheme}")
    page.close()
    assert found == []


def test_there_is_documentation() -> None:
    """The pages are built before they are looked at."""
    assert documentation(), f"build the documentation first: {DOCS} has no page"
