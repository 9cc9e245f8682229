"""The zip archive that a workbook is: looked over before anything is unpacked, and its XML read within bounds.

XML is read by expat, in parts, so that a part of any size takes no memory. A document type is refused as soon as it
begins: entities, which can name other files or multiply without end, are declared nowhere else.
"""

from __future__ import annotations

import io
import os
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from esfmodel.errors import ReadError
from esfmodel.values.files import as_read_error

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0"

_LARGEST_FILE = 100_000_000
_MOST_PARTS = 10_000
# All that is unpacked of a workbook in one pass: some ten million cells.
_MOST_UNPACKED = 500_000_000
_LARGEST_RATIO = 400
_SMALL_PART = 10_000_000
"""What a part may unpack to whatever its ratio: a column of equal cells is packed to a thousandth."""

# Cells are made of a piece at a time, and each may refer to a text of the longest length.
_PIECE = 1 << 12
_LOOKED_AT = 1 << 16
_LONGEST_TAG = 1 << 20
_DEEPEST = 100
_MOST_NAMES = 5_000
_ENTRY = b"PK\x01\x02"
# A compound file names its streams in UTF-16. Excel and LibreOffice keep an encrypted workbook in this one.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What `zipfile` and `zlib` raise for archives that are cut off or made up.
_DAMAGED = (
    BadZipFile,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def is_archive(start: bytes) -> bool:
    """Whether a file that begins so is a workbook, or another file of an office program; no text begins so."""
    return start.startswith((_ZIP, _EMPTY_ZIP, _COMPOUND))


@contextmanager
def opened_archive(given: str | os.PathLike[str] | bytes, name: str) -> Generator[Archive]:
    """Open a workbook that is a file or its bytes. Raises `ReadError` for what is none, or what no list can be."""
    with as_read_error(name):
        stream = io.BytesIO(given) if isinstance(given, bytes) else open(given, "rb")  # noqa: SIM115 - closed below
    with stream:
        _look_over(stream, name)
        try:
            archive = ZipFile(stream)
        except _DAMAGED as error:
            raise ReadError("workbook.damaged", source=name) from error
        with archive:
            yield Archive(archive, name)


def _look_over(stream: BinaryIO, name: str) -> None:
    """Refuse a file by its bytes alone: `zipfile` keeps a list of all parts, which may be made of millions of them."""
    with as_read_error(name):
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        start = stream.read(len(_ZIP))
    if size > _LARGEST_FILE:
        raise ReadError("file.too_large", source=name, largest=_LARGEST_FILE)
    if start == _COMPOUND:
        if _count(stream, _ENCRYPTED, name):
            raise ReadError("workbook.encrypted", source=name)
        raise ReadError("workbook.old", source=name)
    parts = _count(stream, _ENTRY, name)
    if parts > _MOST_PARTS:
        raise ReadError("workbook.too_many_parts", source=name, parts=parts, most=_MOST_PARTS)


def _count(stream: BinaryIO, wanted: bytes, name: str) -> int:
    """Return how often some bytes occur in a file."""
    found, end = 0, b""
    with as_read_error(name):
        stream.seek(0)
        while part := stream.read(_LOOKED_AT):
            found += (end + part).count(wanted)
            end = (end + part)[1 - len(wanted) :]
    return found


class Archive:
    """The parts of a workbook by name, whatever the case of the name."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self.name = name
        self._unpacked = 0
        self._parts: dict[str, ZipInfo] = {}
        for info in archive.infolist():
            # Two parts of one name are two workbooks in one file: other programs may read the other one.
            if self._parts.setdefault(_plain(info.filename), info) is not info:
                raise self.damaged(info.filename)
        if "xl/workbook.bin" in self:
            raise ReadError("workbook.binary", source=name)
        if "content.xml" in self:
            raise ReadError("workbook.opendocument", source=name)

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and _plain(part) in self._parts

    @property
    def has_macros(self) -> bool:
        """Whether there are macros in it, whatever else refers to them."""
        return any(part.endswith("vbaproject.bin") for part in self._parts)

    def damaged(self, where: str) -> ReadError:
        """Return the error for what no program writes so; `where` is a part or a cell."""
        return ReadError("workbook.damaged", "", where, source=self.name)

    def _bytes_of(self, part: str, most: int | None) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part.

        Raises `ReadError` for a part that is damaged, unpacks to too much, or does so together with those before it.
        """
        info = self._parts.get(_plain(part))
        if info is None or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise self.damaged(part)
        size = info.file_size
        is_bomb = size > _SMALL_PART and size > _LARGEST_RATIO * info.compress_size
        self._unpacked += size
        if is_bomb or self._unpacked > _MOST_UNPACKED or (most is not None and size > most):
            size = max(size, self._unpacked)
            raise ReadError("workbook.unpacks_to_too_much", "", part, source=self.name, size=size)
        try:
            # No more is unpacked than the size that the archive states.
            with self._archive.open(info) as stream:
                while data := stream.read(_PIECE):
                    yield data
        except _DAMAGED as error:
            raise self.damaged(part) from error

    def walk(self, part: str, visitor: Visitor, most: int | None = None) -> Iterator[None]:
        """Show the elements of an XML part to a visitor, and stop after each piece of the part.

        `most` is what the part may unpack to, where that is less than for others.
        """
        names: dict[str, str] = {}
        parser = expat.ParserCreate(None, None, names)
        parser.buffer_text = True
        parser.StartElementHandler = visitor.start
        parser.EndElementHandler = visitor.end
        parser.CharacterDataHandler = visitor.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        read = 0
        try:
            for data in self._bytes_of(part, most):
                parser.Parse(data)
                read += len(data)
                # Expat keeps each name that it meets, each open element, and a tag until its end.
                unfinished = read - parser.CurrentByteIndex
                if unfinished > _LONGEST_TAG or visitor.depth > _DEEPEST or len(names) > _MOST_NAMES:
                    raise self.damaged(part)
                yield
            parser.Parse(b"", True)
        except ReadError:
            raise
        except (expat.ExpatError, LookupError, ValueError) as error:
            # An encoding that Python does not know is a LookupError, one that takes several bytes a ValueError.
            raise self.damaged(part) from error
        yield

    def _refuse_doctype(self, *_declared: object) -> None:
        raise ReadError("workbook.document_type", source=self.name)


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


class Visitor(Protocol):
    """What the elements of an XML part are shown to; `depth` is how many of them are open."""

    depth: int

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """Take the beginning of an element."""
        ...

    def end(self, name: str, /) -> None:
        """Take the end of an element."""
        ...

    def text(self, text: str, /) -> None:
        """Take a piece of text."""
        ...


def local(name: str) -> str:
    """Return a name without the prefix of its namespace, which each program chooses.

    >>> local("x:row"), local("row")
    ('row', 'row')
    """
    return name.rpartition(":")[2]
