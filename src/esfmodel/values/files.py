"""Text files, read within bounds: an endless file, a binary one and one in another encoding are errors of ours.

>>> text_in("no such file.toml", 1000)
Traceback (most recent call last):
    ...
esfmodel.errors.ReadError: no such file.toml: is not there; check the path
"""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError

if TYPE_CHECKING:
    import os

_BYTES_PER_CHARACTER = 4
# The files of Word, Excel and LibreOffice are zip archives; older ones are compound files of Microsoft.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def text_in(file: str | os.PathLike[str] | Traversable, largest: int) -> str:
    """Return the text of a UTF-8 file. Raises `ReadError` for anything else.

    `largest` is the most characters it may have; no more bytes than those can take are ever read.
    """
    path, data = str(file), _bytes_in(file, largest * _BYTES_PER_CHARACTER)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError("file.utf_16", source=path)
    if data.startswith(_OFFICE):
        raise ReadError("file.office", source=path)
    if b"\0" in data:
        raise ReadError("file.binary", source=path)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        given = f"0x{data[error.start]:02x}"
        line = data.count(10, 0, error.start) + 1
        raise ReadError("file.not_utf_8", "", given, source=path, line=line, byte=error.start) from error


def _bytes_in(file: str | os.PathLike[str] | Traversable, most: int) -> bytes:
    path, place = str(file), file if isinstance(file, Traversable) else Path(file)
    try:
        directory = place.is_dir()
        data = b"" if directory else _first_bytes(place, most + 1)
    except FileNotFoundError as error:
        raise ReadError("file.missing", source=path) from error
    except OSError as error:
        raise ReadError("file.cannot_open", source=path, reason=error.strerror) from error
    except ValueError as error:
        raise ReadError("file.no_path", source=path) from error
    if directory:
        raise ReadError("file.directory", source=path)
    if len(data) > most:
        raise ReadError("file.too_large", source=path, largest=most)
    return data


def _first_bytes(place: Traversable, number: int) -> bytes:
    with place.open("rb") as file:
        return file.read(number)
