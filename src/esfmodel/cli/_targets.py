"""Where the commands write, what they never write over, and what they cannot write."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from esfmodel.cli._statuses import STOPPED
from esfmodel.cli._terminal import say_exactly, say_source
from esfmodel.errors import InvalidValue
from esfmodel.formats import to_text, write
from esfmodel.values.files import descriptor_of, is_special, reason_of, replace_file
from esfmodel.values.nesting import toml_has_comments

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Generator, Iterable
    from contextlib import AbstractContextManager
    from types import FrameType

    from esfmodel.cli._sources import Source
    from esfmodel.formats import Projects

STDOUT = "-"
"""The name of standard output, as that of an output file."""

TOML = "toml"
WHOLE = ("json", TOML)
"""The formats that keep projects whole, by their suffixes; the last is that of what has no suffix."""

# What ends a program by default, and asks it to clean up first.
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def is_standard_output(name: str) -> bool:
    """Whether the name of an output file is that of standard output: -, /dev/stdout."""
    return name == STDOUT or descriptor_of(name) == 1


def check_target(arguments: Namespace, sources: Iterable[str] = ()) -> None:
    """Check that `--output` may be written: no source ever, and a file with something in it only with `--force`.

    What is no regular file, such as a device or a pipe, is written into.
    """
    name: str | None = arguments.output
    if name is None or name == STDOUT or is_special(name):
        return
    if not os.path.basename(name):  # nothing, or a folder that is not there
        raise InvalidValue("file.no_path", "--output", name)
    status = _status(name)
    if status is None:
        if not os.path.isdir(os.path.dirname(name) or os.curdir):
            raise InvalidValue("file.no_folder", source=name)
        return
    for source in sources:
        its_status = _status(source)
        if its_status is not None and os.path.samestat(status, its_status):
            raise InvalidValue("command.is_source", "--output", name)
    if status.st_size and not arguments.force:
        raise InvalidValue("command.exists", "--output", name)


def _status(name: str) -> os.stat_result | None:
    """Return the status of a file, or of what standard input is redirected from; None where there is none."""
    try:
        return os.fstat(sys.stdin.fileno()) if name == "-" else Path(name).stat()
    except (OSError, ValueError):
        return None


def beside(output: str | None) -> AbstractContextManager[object]:
    """Send to standard error what is told beside a document that goes to standard output."""
    return redirect_stdout(sys.stderr) if output is not None and is_standard_output(output) else nullcontext()


def write_file(projects: Projects, name: str, format: str | None, language: str) -> None:
    """Write projects to a file, or to standard output. Raises `InvalidValue` where a file cannot be written.

    The format is that of the suffix, unless it is named; standard output has none, and is TOML. A workbook is in the
    words of a language.
    """
    if is_standard_output(name):
        form = format or TOML
        text = to_text(projects, form, language=language)
        if form in WHOLE:
            say_source(text, pairs=form == "json")
        else:
            say_exactly(text)
        return
    try:
        with as_not_written(name):
            write(projects, name, format, language=language)
    except InvalidValue as error:
        # The format was taken from the name.
        raise (error.at("--output", given=name) if error.code == "value.not_usable" else error) from error


def write_text(text: str, name: str) -> None:
    """Write a text to a file, or to standard output. Raises `InvalidValue` where a file cannot be written."""
    if is_standard_output(name):
        say_source(text, pairs=False)
        return
    write_bytes(text.encode(), name)


def write_bytes(data: bytes, name: str) -> None:
    """Write a file. Raises `InvalidValue` where it cannot be written."""
    with as_not_written(name):
        replace_file(name, data)


def write_draft(draft: Path, name: str) -> None:
    """Write what stands in another file to a file, or as text to standard output."""
    if is_standard_output(name):
        with draft.open(encoding="utf-8-sig", newline="") as lines:
            for line in lines:
                say_source(line.rstrip("\r\n"), pairs=False)
        return
    with as_not_written(name):
        replace_file(name, draft)


@contextmanager
def ended_cleanly() -> Generator[None]:
    """Let a signal that ends the program raise an exception, so that no draft and no spool is left behind."""
    # Signals belong to the main thread, and a signal that is ignored, as by `nohup`, stays so.
    is_main = threading.current_thread() is threading.main_thread()
    ending = [each for each in _ENDING if is_main and signal.getsignal(each) is signal.SIG_DFL]
    for each in ending:
        signal.signal(each, _stop)
    try:
        yield
    finally:
        for each in ending:
            signal.signal(each, signal.SIG_DFL)


@contextmanager
def as_not_written(name: str) -> Generator[None]:
    """Raise an `InvalidValue` that names the file for what the operating system refuses in writing it."""
    try:
        yield
    except OSError as error:
        raise _not_written(error, name) from error


def _not_written(error: OSError, name: str) -> InvalidValue:
    match error.errno:
        case errno.EISDIR:
            return InvalidValue("file.directory", source=name)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return InvalidValue("file.no_permission", source=name)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return InvalidValue("file.no_room", source=name)
        case _:
            return InvalidValue("command.not_written", source=name, reason=reason_of(error))


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(STOPPED + number)


def has_comments(source: Source) -> bool:
    """Whether a source is TOML with comments, which no project holds."""
    if source.file is None or source.reading is None or source.reading.format != "project_toml":
        return False
    return toml_has_comments(source.file.text())
