"""How a command ends: what goes wrong is told in a sentence, and has an exit status of its own."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Self, cast

from esfmodel.cli._statuses import FINE, INTERRUPTED, REFUSED
from esfmodel.errors import EsfModelError, InvalidValue, ReadError

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO


class Guard:
    """Runs a command and lets no exception out: status 1 is left to rules that have failed.

    `status` is the exit status, and `language` that in which it is told. What reads and prints texts is imported where
    something has to be told, so that --help does not wait for it.
    """

    def __init__(self, language: str) -> None:
        self.status: int = FINE
        self.language = language

    def __enter__(self) -> Self:
        # Python has no stream at all where the program was started with one closed; what is printed would be lost, and
        # what is meant for standard error would be printed.
        self._streams = sys.stdout, sys.stderr
        self._opened: list[TextIO] = []
        if sys.stdout is None:
            sys.stdout = self._nowhere("r")  # printing to it fails
        if sys.stderr is None:
            sys.stderr = self._nowhere("w")
        return self

    def _nowhere(self, mode: str) -> TextIO:
        stream = cast("TextIO", open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # closed at the end
        self._opened.append(stream)
        return stream

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[True]:
        if isinstance(error, SystemExit):
            self.status, error = error.code if isinstance(error.code, int) else REFUSED, None
        unwritten = _flush(sys.stdout)
        if error is not None or unwritten is not None:
            self.status = self._told(error or unwritten)
        _flush(sys.stderr)
        sys.stdout, sys.stderr = self._streams
        for stream in self._opened:
            stream.close()
        return True

    def _told(self, error: BaseException | None) -> int:
        """Print to standard error what went wrong, and return the exit status."""
        if isinstance(error, KeyboardInterrupt):
            return INTERRUPTED
        if not isinstance(error, BrokenPipeError):  # the reader, such as `head`, has seen enough
            # Where standard error cannot be written, there is still the status.
            with suppress(Exception):
                self._tell(error)
        return REFUSED

    def _tell(self, error: BaseException | None) -> None:
        told = _in_words(error)
        if isinstance(error, MemoryError):
            # What filled the memory is let go, or there is none for what is to be told.
            traceback.clear_frames(error.__traceback__)
        try:
            from esfmodel.cli._terminal import refuse

            refuse(told, self.language)
        except Exception:  # such as that of a library that is not installed
            print(f"esfmodel: {told}", file=sys.stderr)
        if told is not error and sys.flags.dev_mode:
            traceback.print_exception(error)


def _in_words(error: BaseException | None) -> EsfModelError:
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


def _flush(stream: TextIO) -> OSError | None:
    """Write what is printed; what cannot be written goes nowhere, or Python would try again at the end and fail."""
    try:
        stream.flush()
    except OSError as error:
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        return error
    return None
