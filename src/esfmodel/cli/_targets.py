"""Where the commands write, what they never write over, and what they cannot write."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.formats.catalogue import LARGEST, format_called, format_of
from esfmodel.formats.files import replace_file
from esfmodel.values.files import text_in
from esfmodel.values.nesting import toml_has_comments

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from esfmodel.cli._sources import Source


def check_target(arguments: Namespace, sources: Iterable[str] = ()) -> None:
    """Check that `--output` may be written: no source ever, and a file with something in it only with `--force`.

    What is no regular file, such as a device or a pipe, is written into.
    """
    name: str | None = arguments.output
    status = None if name in (None, "-") else _status(name)
    if status is None or not stat.S_ISREG(status.st_mode):
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


def write_new(text: str, name: str) -> None:
    """Write a text to a file. Raises `InvalidValue` where it cannot be written."""
    try:
        replace_file(Path(name), text.encode())
    except OSError as error:
        raise InvalidValue("command.not_written", source=name) from error


def has_comments(source: Source, format: str | None) -> bool:
    """Whether a source is TOML with comments, which no project holds; `format` is what the user says that it is."""
    text = source.text
    if text is None and source.reading is not None and source.name is not None and Path(source.name).is_file():
        text = text_in(source.name, LARGEST)
    if text is None or source.reading is None:
        return False
    suffix = Path(source.name or "").suffix.lower()
    found = format_of(text, "", suffix) if format is None else format_called(format)
    return found.name == "project_toml" and toml_has_comments(text)
