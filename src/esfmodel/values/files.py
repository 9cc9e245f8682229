"""Files: text is read within bounds, and bytes are written whole or not at all.

>>> text_in("no such file.toml", 1000)
Traceback (most recent call last):
    ...
esfmodel.errors.ReadError: no such file.toml: is not there; check the path
"""

from __future__ import annotations

import errno
import os
import re
import stat
import weakref
from contextlib import contextmanager, suppress
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.values.syntax import BYTE_ORDER_MARK

if TYPE_CHECKING:
    import io
    from collections.abc import Generator, Iterable, Iterator
    from typing import Protocol

    class Bytes(Protocol):
        """A stream of bytes."""

        def read(self, size: int, /) -> bytes:
            """Return so many bytes, fewer at the end, none after it."""
            ...


# --- Reading

_BYTES_PER_CHARACTER = 4
_PART = 1 << 20
PDF = b"%PDF-"
"""How a PDF file begins."""
PARQUET = b"PAR1"
"""How a file of Parquet begins."""
# The files of Word, Excel and LibreOffice are zip archives, older ones compound files of Microsoft.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", PDF)


def path_name(path: str | os.PathLike[str], argument: str = "path") -> str:
    """Return a path as text. Raises `TypeError` for what is no path, bytes too: messages name the file."""
    name = os.fspath(path) if isinstance(path, (str, os.PathLike)) else None
    if not isinstance(name, str):
        raise TypeError(f"{argument} must be str or os.PathLike, not {type(path).__name__}")
    return name


def text_in(file: str | os.PathLike[str] | Traversable, largest: int) -> str:
    """Return the text of a UTF-8 file, without a byte order mark. Raises `ReadError` for anything else.

    `largest` is the most characters it may have; no more bytes than those can take are ever read, so a device without
    end is refused too. A named pipe is waited for, as every program does.
    """
    path, place = str(file), file if isinstance(file, Traversable) else Path(file)
    with as_read_error(path):
        if place.is_dir():
            raise IsADirectoryError
        with place.open("rb") as stream:
            data = _first_bytes(stream, largest * _BYTES_PER_CHARACTER + 1)
    return _decoded(data, path, largest * _BYTES_PER_CHARACTER)


def text_from(stream: Bytes, name: str, largest: int) -> str:
    """Return the text of a stream, such as standard input, as `text_in` does that of a file."""
    with as_read_error(name):
        data = _first_bytes(stream, largest * _BYTES_PER_CHARACTER + 1)
    return _decoded(data, name, largest * _BYTES_PER_CHARACTER)


@contextmanager
def as_read_error(name: str) -> Generator[None]:
    """Raise a `ReadError` that names the file for what the operating system refuses."""
    try:
        yield
    except FileNotFoundError as error:
        raise ReadError("file.missing", source=name) from error
    except IsADirectoryError as error:
        raise ReadError("file.directory", source=name) from error
    except PermissionError as error:
        raise ReadError("file.no_permission", source=name) from error
    except OSError as error:
        raise ReadError("file.cannot_open", source=name, reason=reason_of(error)) from error
    except ReadError:
        raise
    except ValueError as error:
        raise ReadError("file.no_path", source=name) from error


def reason_of(error: OSError) -> str:
    """Return why the operating system refused something, in its own words."""
    # Python has no such words where a stream is open for the other direction.
    return error.strerror or os.strerror(errno.EBADF)


def is_office(data: bytes) -> bool:
    r"""Return whether a file that begins so is one of an office program, or a PDF file.

    >>> is_office(b"PK\x03\x04")
    True
    """
    return data.startswith(_OFFICE)


def _first_bytes(stream: Bytes, most: int) -> bytes:
    """Return at most so many bytes, and fewer of what is seen to be no text."""
    parts: list[bytes] = []
    while most > 0 and (part := stream.read(min(most, _PART))):
        parts.append(part)
        most = 0 if b"\0" in part else most - len(part)
    return b"".join(parts)


def _decoded(data: bytes, name: str, most: int) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError("file.utf_16", source=name)
    if is_office(data):
        raise ReadError("file.office", source=name)
    if b"\0" in data:
        raise ReadError("file.binary", source=name)
    if len(data) > most:
        raise ReadError("file.too_large", source=name, largest=most)
    try:
        return data.decode().removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        given = f"0x{data[error.start]:02x}"
        line = data.count(10, 0, error.start) + 1
        raise ReadError("file.not_utf_8", "", given, source=name, line=line, byte=error.start) from error


@contextmanager
def as_os_error(path: str) -> Generator[None]:
    """Raise as an `OSError` of a file what polars tells of the operating system, such as a disk without room.

    >>> with as_os_error("/full/1.parquet"):
    ...     raise ValueError("underlying IO error: No space left on device (os error 28)")
    Traceback (most recent call last):
        ...
    OSError: [Errno 28] No space left on device: '/full/1.parquet'
    """
    try:
        yield
    except Exception as error:
        number = _OS_ERROR.search(str(error))
        if number is None:
            raise
        raise OSError(int(number[1]), os.strerror(int(number[1])), path) from error


_OS_ERROR = re.compile(r"\(os error ([0-9]+)\)")


def parts_in(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file in parts, none of them empty. Raises `ReadError` for what cannot be read."""
    with as_read_error(path):
        if os.path.isdir(path):
            raise IsADirectoryError
        with open(path, "rb") as file:
            while part := file.read(_PART):
                yield part


class Spool:
    """A temporary file with what a stream held, at `path`, for what is read more than once; it goes with the object.

    `begun` is what was read from the stream before.

    Raises `ReadError`, which names the stream, where it holds more than `largest` bytes or cannot be kept.
    """

    def __init__(self, stream: Bytes, name: str, largest: int, *, begun: bytes = b"") -> None:
        # Imported here since few need it, and it loads a dozen modules.
        import tempfile

        with as_read_error(name):
            descriptor, self.path = tempfile.mkstemp(prefix="esfmodel-")
            # With the object, or at the end of the program.
            remove = weakref.finalize(self, os.unlink, self.path)
            try:
                with open(descriptor, "wb") as file:
                    file.write(begun)
                    while part := stream.read(_PART):
                        if file.tell() + len(part) > largest:
                            raise ReadError("file.too_large", source=name, largest=largest)
                        file.write(part)
            except BaseException:
                remove()
                raise


# --- Writing

_MOST_LINKS = 40
# Where the folder may not be written in, or the file is one that must stay where it is, such as a mount point.
_STAYS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY})


def replace_file(path: str | os.PathLike[str], data: bytes | Path) -> None:
    """Write a file: the whole of it, or nothing. Raises `OSError` where that cannot be, `InvalidValue` for no path.

    What is written is given as bytes, or as the path of a file that holds it, such as a draft in another folder.

    A regular file keeps its permissions, its owner and the links to it. What exists and is no regular file, such as a
    pipe or a device, is written into; so is what the program has open already, such as /dev/stdout.
    """
    descriptor = descriptor_of(path)
    place = _real_path(path)
    if descriptor is not None or is_special(place):
        with open(place if descriptor is None else os.dup(descriptor), "wb") as stream:
            stream.writelines(_parts_of(data))
        return
    if not os.path.lexists(place):
        _move_there(place, data, None)
        return
    with open(place, "r+b"):  # a file that is protected stays so
        old = os.stat(place)
    if old.st_nlink > 1:
        _overwrite(place, data)
        return
    try:
        _move_there(place, data, old)
    except OSError as error:
        if error.errno not in _STAYS:
            raise
        _overwrite(place, data)


def _parts_of(data: bytes | Path) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else parts_in(str(data))


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether something is there that is no regular file: a pipe, a device, a folder, a file that is open already."""
    return (os.path.exists(path) and not os.path.isfile(path)) or descriptor_of(path) is not None


def descriptor_of(path: str | os.PathLike[str]) -> int | None:
    """Return the number of the open file that a path such as /dev/stdout or /dev/fd/3 stands for.

    Opening such a path anew would begin at the start of a file that the program is writing already.
    """
    folder_of_open = os.path.realpath("/dev/fd")
    place = os.fspath(path)
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(place)
        folder = _real_path(folder)
        if folder == folder_of_open and name.isdecimal():
            return int(name)
        if not os.path.islink(place):
            break
        place = os.path.join(folder, os.readlink(place))
    return None


def _real_path(path: str | os.PathLike[str]) -> str:
    try:
        return os.path.realpath(path)
    except ValueError as error:
        raise InvalidValue("file.no_path", "", os.fspath(path)) from error


def _move_there(place: str, data: bytes | Path, old: os.stat_result | None) -> None:
    """Write a draft in the same folder and move it to its place, which is all or nothing within one file system."""
    draft = os.path.join(os.path.dirname(place), f".{os.urandom(8).hex()}.draft")
    try:
        with open(draft, "xb") as file:
            if old is not None:
                new = os.stat(draft)
                if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
                    os.chown(draft, old.st_uid, old.st_gid)
                os.chmod(draft, stat.S_IMODE(old.st_mode))
            file.writelines(_parts_of(data))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, place)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(draft)
        if isinstance(error, OSError):
            error.filename, error.filename2 = place, None
        raise


def _overwrite(place: str, data: bytes | Path) -> None:
    """Write into a file that has other names or cannot be moved; what it held is put back where that fails."""
    with open(place, "r+b", buffering=0) as file:
        before = file.read()
        try:
            _write_over(file, _parts_of(data))
            file.truncate()
            os.fsync(file.fileno())
        except BaseException:
            # What was written over or cut off is put back, and no more: a limit of size may lie before the old end.
            is_cut = os.fstat(file.fileno()).st_size < len(before)
            written = len(before) if is_cut else file.tell()
            _write_over(file, (before[:written],))
            file.truncate(len(before))
            raise


def _write_over(file: io.FileIO, parts: Iterable[bytes]) -> None:
    file.seek(0)
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[file.write(rest) :]
