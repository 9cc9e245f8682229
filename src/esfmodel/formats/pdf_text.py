"""The text of a page that was saved as PDF, if the file holds text and not only pictures of it.

It is read with pypdf, which is installed with `pip install esfmodel[pdf]` and loaded at its first use.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.values.files import as_read_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdf

_MOST_BYTES = 20_000_000
_MOST_PAGES = 200


def pdf_text(path: str, name: str, largest: int) -> str:
    """Return the text of a PDF file, with an empty line between its pages; `name` is what messages call it.

    Raises `ReadError` for a file that is damaged, protected by a password or too large, for one without text, and where
    pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError:
        raise ReadError("pdf.no_reader", source=name) from None
    with as_read_error(name), open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > _MOST_BYTES:
            raise ReadError("file.too_large", source=name, largest=_MOST_BYTES)
        # What it would print of a file that is not quite right is no concern of the reader of a page.
        logging.getLogger(pypdf.__name__).addHandler(logging.NullHandler())
        try:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                raise ReadError("pdf.encrypted", source=name)
            if len(reader.pages) > _MOST_PAGES:
                raise ReadError("pdf.too_many_pages", source=name, pages=len(reader.pages), most=_MOST_PAGES)
            pages = _texts_of(reader, name, largest)
            text = "\n\n".join(filter(None, (_unwrapped(page) for page in pages)))
        except ReadError:
            raise
        except Exception as error:  # a broken file raises whatever its parts happen to be
            raise ReadError("pdf.damaged", source=name) from error
    if not text:
        raise ReadError("pdf.no_text", source=name)
    return text


def _texts_of(reader: pypdf.PdfReader, name: str, largest: int) -> Iterator[str]:
    length = 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > largest:
            raise ReadError("file.too_long", source=name, characters=length, largest=largest)
        # Fonts may have characters that no text has.
        yield text.encode("utf-8", "replace").decode().replace("\0", "")


# --- Lines

_HYPHEN = re.compile(r"(?<=[a-zåäö])[-\N{HYPHEN}]\Z")
_NO_NEW_WORD = re.compile(r"(?!(?:och|eller|samt)\b)[a-zåäö]")
_WRAPPED = (3, 4)
"""A line that is shorter than this part of the longest one was ended by its author."""


def _unwrapped(text: str) -> str:
    """Return a text with its paragraphs on one line each: in PDF a sentence ends its line where the paper ends."""
    lines = [line.strip() for line in text.split("\n")]
    part, whole = _WRAPPED
    least = max(map(len, lines)) * part // whole
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if not (goes_on and line and paragraphs):
            paragraphs.append(line)
        elif _HYPHEN.search(paragraphs[-1]) and _NO_NEW_WORD.match(line):
            paragraphs[-1] = paragraphs[-1][:-1] + line
        else:
            paragraphs[-1] += f" {line}"
        is_cut = _HYPHEN.search(line) is not None
        goes_on = is_cut or (len(line) >= least and not line.endswith((".", "!", "?", ":")))
    return "\n".join(paragraphs).strip()
