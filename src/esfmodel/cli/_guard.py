"""How a command ends: what goes wrong is told in a sentence, and has an exit status of its own."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import ExitStack, redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING

from esfmodel.cli._statuses import INTERRUPTED, REFUSED
from esfmodel.errors import EsfModelError, InvalidValue, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


def guarded(run: Callable[[], int], language: str) -> int:
    """Run a command and return its exit status; status 1 is left to rules that have failed.

    Whatever the command raises is told in a sentence. What reads and prints texts is imported only then, so that --help
    does not wait for it.
    """
    with ExitStack() as streams:
        # Python has no stream at all where the program was started with one closed; what is printed would be lost, and
        # what is meant for standard error would be printed.
        if not _is_open(sys.stdout):  # printing to what is open for reading fails
            streams.enter_context(redirect_stdout(streams.enter_context(open(os.devnull, encoding="utf-8"))))
        if not _is_open(sys.stderr):
            streams.enter_context(redirect_stderr(streams.enter_context(open(os.devnull, "w", encoding="utf-8"))))
        try:
            status = run()
            sys.stdout.flush()
            sys.stderr.flush()
        except KeyboardInterrupt:
            status = INTERRUPTED
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else REFUSED
        except BaseException as error:
            status = REFUSED
            with suppress(BaseException):  # where standard error cannot be written, there is still the status
                _tell(error, language)
                sys.stderr.flush()
        else:
            return status
        _drop(sys.stdout)
        _drop(sys.stderr)
        return status


def _is_open(stream: TextIO | None) -> bool:
    try:
        return not getattr(stream, "closed", stream is None)
    except ValueError:  # what it wrote to is detached
        return False


def _drop(stream: TextIO) -> None:
    """Let what waits to be written go nowhere: Python would try again at the end, and fail or wait for a reader."""
    with suppress(Exception):
        number = stream.fileno()
        kept = os.dup(number)
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), number)
        stream.flush()
        os.dup2(kept, number)
        os.close(kept)


def _tell(error: BaseException, language: str) -> None:
    """Print to standard error what went wrong, after what is printed already."""
    with suppress(OSError):
        sys.stdout.flush()
    if isinstance(error, BrokenPipeError):  # the reader, such as `head`, has seen enough
        return
    told = _in_words(error)
    if isinstance(error, MemoryError):
        # What filled the memory is let go, or there is none for what is to be told.
        traceback.clear_frames(error.__traceback__)
    try:
        from esfmodel.cli._terminal import refuse

        refuse(told, language)
    except Exception:  # such as that of a library that is not installed
        print(f"esfmodel: {told}", file=sys.stderr)
    if told is not error and sys.flags.dev_mode:
        traceback.print_exception(error)


def _in_words(error: BaseException) -> EsfModelError:
    """Return an exception as an error of ours."""
    match error:
        case EsfModelError():
            return error
        case OSError():
            from esfmodel.values.files import reason_of

            reason = reason_of(error)
            if error.filename is None:
                return InvalidValue("command.not_printed", reason=reason)
            return ReadError("file.cannot_open", source=str(error.filename), reason=reason)
        case MemoryError():
            return InvalidValue("command.no_memory")
        case _:
            return InvalidValue("command.fault")
