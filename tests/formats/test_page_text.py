"""The text of saved pages: what a browser shows of their main part, and the text of PDF files."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import ReadError, read, read_text
from esfmodel.formats import Recognised
from esfmodel.formats.page_text import is_html, page_text
from esfmodel.formats.pdf_text import pdf_text

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html><html><head><title>Kursrum | Exempelkommunen</title><style>p {}</style></head><body>
<header><h1>Exempelkommunen</h1></header><nav><ul><li>Hem</li></ul></nav><form id="page"><main>
<article><header><h1>Kursrum i lagom takt</h1></header>
<p>Projektet Kursrum startar <time>den 1 mars
2025</time> och får 500<sup>1</sup> deltagare.<br>Välkommen!</p>
<svg><title>En bild</title></svg><button>Lyssna</button>
<table><tr><th>Ägare:</th><td>Sala kommun</td></tr><tr><td>Budget</td><td></td></tr>
<tr><th>Del</th><th>Kronor</th></tr><tr><td>Resor</td><td>5</td><td>kr</td></tr><tr><td></td></tr></table>
<table><tr><td><p>En</p><p>Två</p></td><td>Tre</td></tr></table>
<dl><dt>Start</dt><dd>2025</dd><dt>Parter</dt><dd>Heby</dd><dd>Mora</dd></dl>
<ol><li>unga</li><li>vuxna</li></ol><dd>Slut</dd>
</article></main></form><aside>Relaterat</aside><footer>Kontakt</footer></body></html>"""


def test_a_page_is_read_as_a_browser_shows_its_main_part() -> None:
    """A label stands with its value, one without a value is left out, and other cells stand apart."""
    assert page_text(PAGE).split("\n\n") == [
        "Kursrum i lagom takt",
        "Projektet Kursrum startar den 1 mars 2025 och får 500 [1] deltagare.\nVälkommen!",
        "Ägare: Sala kommun\nDel | Kronor\nResor | 5 | kr",
        "En",
        "Två",
        "Tre",
        "Start: 2025",
        "Parter",
        "Heby",
        "Mora",
        "• unga\n• vuxna",
        "Slut",
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Kursrum < 5 > 3", "Kursrum < 5 > 3"),
        # The title is that of the page where its text has no heading, unless a heading of the site begins it.
        ("<title>Kursrum</title><p>Hej</p>", "Kursrum\n\nHej"),
        ("<title>Kursrum - Sala</title><header><h1>Sala</h1><h1>Kursrum</h1></header><p>Hej</p>", "Kursrum\n\nHej"),
        ("<h1></h1><p>Hej</p>", "Hej"),
        # What is never closed hides nothing, and the end of what was never opened ends nothing.
        ("<p>Hej</p><nav><p>du</p>", "Hej\n\ndu"),
        ("</nav><div><nav>Meny</div><p>Hej</p>", "Hej"),
        ("<main><p>Hej</p>", "Hej"),
        # A main part that scripts fill is none; a form is no page, unless the heading stands in it.
        ("<main></main><p>Hej</p>", "Hej"),
        ("<p>Hej</p><form><p>Sök</p></form>", "Hej"),
        ("<div role='navigation'>Meny</div><div role=main><p>Hej</p></div><p>Mer</p>", "Hej"),
        ("Hej<nav>Meny</nav>du<p></p>", "Hej\n\ndu"),
        ("<div>Hej<br>du<br><br>Mer</div>", "Hej\ndu\n\nMer"),
    ],
)
def test_pages_are_written_in_many_ways(page: str, text: str) -> None:
    """Each page has the text that its reader sees."""
    assert page_text(page) == text


MHTML = """From: <Saved by a browser>\r
MIME-Version: 1.0\r
Content-Type: multipart/related; boundary="--del"\r
\r
----del\r
Content-Type: image/png\r
\r
AAAA\r
----del\r
Content-Type: text/html{charset}\r
Content-Transfer-Encoding: {encoding}\r
\r
{body}\r
----del--\r
"""


@pytest.mark.parametrize(
    ("charset", "encoding", "body", "shown"),
    [
        ("", "quoted-printable", "<h1>R=C3=B6r</h1><p>stora o=\r\nch sm=C3=A5</p>", "Rör\n\nstora och små"),
        ("; charset=windows-1252", "quoted-printable", "<p>R=F6r</p>", "Rör"),
        ("", "base64", "PHA+UsO2cjwvcD4=", "Rör"),
        ("", "base64", "<p>PH</p>", "PH"),
        ("", "8bit", "<p>Rör</p>", "Rör"),
    ],
)
def test_a_page_saved_as_one_file_is_decoded(charset: str, encoding: str, body: str, shown: str) -> None:
    """Browsers save a page with its pictures as a letter, in which amounts would have other digits."""
    page = MHTML.format(charset=charset, encoding=encoding, body=body)
    assert is_html(page)
    assert page_text(page) == shown
    assert page_text(page.replace("text/html", "text/plain")) == ""
    assert page_text(page.replace("boundary", "")) == ""


WORDS = st.sampled_from(["kurs", "rum", "Sala", "2025", "å & ä"])
SHOWN = st.sampled_from(["p", "div", "section", "h2", "li", "td", "span", "article"])
HIDDEN = st.sampled_from(["nav", "footer", "aside", "form", "script", "style", "select"])


@given(st.lists(st.tuples(SHOWN | HIDDEN, WORDS), max_size=8))
def test_all_that_is_shown_is_kept_in_its_order(parts: list[tuple[str, str]]) -> None:
    """No word of the text is lost or moved, and none of a menu or a script gets in."""
    page = "".join(f"<{tag}>{word.replace('&', '&amp;')}</{tag}> " for tag, word in parts)
    kept = " ".join(word for tag, word in parts if tag in {"p", "div", "section", "h2", "li", "td", "span", "article"})
    found = page_text(f"<main><p></p>{page}</main>").replace("•", " ").replace("|", " ")
    assert found.split() == kept.split()


@given(st.lists(st.sampled_from(["<main>", "</main>", "<nav>", "</nav>", "<h1>", "</h1>", "<tr>", "<td>", "a", "<p"])))
def test_no_page_is_too_odd(parts: list[str]) -> None:
    """Whatever is opened and closed, there is a text, of no more letters than the page has."""
    found = page_text("".join(("<p></p>", *parts)))
    assert found.count("a") <= parts.count("a") * 2


@pytest.mark.parametrize("part", ["<nav>", "<h1>a</h1>", "<table><tr><td>", "<form><h1>", "<div><nav></div>", "<!--"])
def test_hostile_pages_take_linear_time(part: str) -> None:
    """What would be looked through anew for each part takes minutes for so many; this takes a part of a second."""
    page = f"<p></p>{part * 3_000}"
    started = time.process_time()
    assert is_html(page)
    page_text(page)
    assert time.process_time() - started < 10


def test_a_saved_page_is_read_from_its_shown_text() -> None:
    """The places of values are those in the text that the reader sees."""
    reading = read_text(PAGE, "announcement")
    assert reading.form == "HTML"
    assert reading.one().name == "Kursrum"
    place = reading.where(0, "name")
    [(start, end)] = place.spans[:1]
    assert page_text(PAGE)[start:end] == "Kursrum"


def test_a_saved_page_is_recognised_however_much_stands_before_its_text() -> None:
    """Styles and scripts may be longer than what other formats are known by."""
    said = "Projektet Kursrum startar nu. Projektet leds av Sala kommun. Projektet Kursrum får stöd av ESF."
    page = f"<html><style>{'p {} ' * 30_000}</style><main><h1>Kursrum</h1><p>{said}</p></main></html>"
    reading = read_text(page)
    assert (reading.format, reading.form, reading.one().name) == ("announcement", "HTML", "Kursrum")
    assert reading.recognised is Recognised.CONTENT


# --- PDF


def pdf_of(lines: list[str], pages: int = 1, info: str = "") -> bytes:
    """Return a PDF file with lines of text on each of its pages."""
    shown = b"".join(b"(%s) Tj T* " % line.encode("cp1252") for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b"ET"
    kids = " ".join(["3 0 R"] * pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size 6 /Root 1 0 R {info}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 6\n0000000000 65535 f \n{table}{trailer}".encode()


LINES = [
    "Kursrum",
    "Projektet Kursrum har beviljats 4 250 000 kronor av Europeiska",
    "socialfonden till kompe-",
    "tens i Sala.",
    "Ägare: Sala kommun",
]


def test_a_pdf_file_is_read_by_its_text(tmp_path: Path) -> None:
    """Lines that the paper ended are joined, and a word that it cut is whole again."""
    path = tmp_path / "sida.pdf"
    path.write_bytes(pdf_of(LINES))
    reading = read(path, "announcement")
    assert (reading.form, reading.one().name) == ("PDF", "Kursrum")
    assert reading.one().beneficiary is not None
    assert reading.where(0, "beneficiary").line == 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf_of(LINES)[:300], "pdf.damaged"),
        (pdf_of([]), "pdf.no_text"),
        (pdf_of(LINES, pages=201), "pdf.too_many_pages"),
        (pdf_of(LINES, info="/Encrypt << /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P 0 >> /ID [(a) (b)] "), "pdf."),
        (pdf_of(LINES) + b" " * 20_000_000, "file.too_large"),
    ],
)
def test_pdf_files_that_cannot_be_read_are_told(tmp_path: Path, data: bytes, code: str) -> None:
    """The reason is told in both languages, and nothing else is raised."""
    path = tmp_path / "sida.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path, "announcement")
    assert caught.value.code.startswith(code)
    assert caught.value.source == str(path)


def test_the_text_of_a_pdf_file_is_bounded(tmp_path: Path) -> None:
    """A small file may hold a text without end."""
    path = tmp_path / "sida.pdf"
    path.write_bytes(pdf_of(LINES, pages=2))
    with pytest.raises(ReadError, match="200 is the most"):
        pdf_text(str(path), "sida.pdf", 200)


def test_what_reads_pdf_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it is told what to install."""
    path = tmp_path / "sida.pdf"
    path.write_bytes(pdf_of(LINES))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadError) as caught:
        read(path, "announcement")
    assert "esfmodel[pdf]" in caught.value.text("sv")
