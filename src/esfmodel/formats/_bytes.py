"""Files as bytes: text in, and a whole file or nothing out."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from esfmodel.errors import ReadError

_BYTES_PER_CHARACTER = 4
_SAVE_AS_UTF8 = "save it as text in UTF-8"


def text_in(path: str, largest: int) -> str:
    """Read the text of a file, which is UTF-8; raises `ReadError` for everything that is no such text.

    `largest` is the most characters it may have, so that no more than they can take is ever read.
    """
    data = _bytes_in(path, largest * _BYTES_PER_CHARACTER)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError(path, None, "is text in UTF-16", _SAVE_AS_UTF8)
    if b"\0" in data:
        raise ReadError(path, None, f"is a binary file: byte {data.index(0)} is zero", _SAVE_AS_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        given = f"0x{data[error.start]:02x}"
        wrong = f"is not UTF-8 at byte {error.start}, in line {data.count(10, 0, error.start) + 1}"
        raise ReadError(path, given, wrong, _SAVE_AS_UTF8) from error


def _bytes_in(path: str, most: int) -> bytes:
    place = Path(path)
    try:
        directory = place.is_dir()
        data = b"" if directory else _first_bytes(place, most + 1)
    except FileNotFoundError as error:
        raise ReadError(path, None, "is not there", "check the path") from error
    except OSError as error:
        raise ReadError(path, None, f"cannot be opened: {error.strerror}", "check path and permissions") from error
    except ValueError as error:
        raise ReadError(path, None, f"is no path of a file: {error}", "check the path") from error
    if directory:
        raise ReadError(path, None, "is a directory", "give one of its files")
    if len(data) > most:
        raise ReadError(path, None, f"is larger than {most} bytes", "divide it")
    return data


def _first_bytes(place: Path, number: int) -> bytes:
    with place.open("rb") as file:
        return file.read(number)


def replace_file(target: Path, data: bytes) -> None:
    """Write a file: the whole of it, or nothing; one that is there keeps its permissions."""
    place = target.resolve()
    draft = place.with_name(f".{secrets.token_hex(8)}.draft")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if place.exists():
            shutil.copymode(place, draft)
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
