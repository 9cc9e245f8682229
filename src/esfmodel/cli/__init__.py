"""The command line `esfmodel`: judge, show, plan, explain and convert projects, sum tables, list rules, law and errors.

    esfmodel check project.json record.txt

Exit status: 0 when no rule found an error, 1 when one did, 2 when something could not be read or the command line is
wrong. Status 0 is not an approval: the report says what could not be judged.
"""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import version
from itertools import pairwise
from typing import TYPE_CHECKING

from esfmodel.cli._options import COMMANDS, LANGUAGES, PROGRAM
from esfmodel.cli._parser import Text, help_text, parse
from esfmodel.cli._statuses import FINE, INTERRUPTED, REFUSED
from esfmodel.errors import EsfModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; `argv` is what follows the program's name.

    >>> main(["example"])
    kompetenskompassen     Kompetenskompassen
    kompetens-i-kronoberg  Kompetens i Kronoberg
    23-067-S04             Kompetensfocus Jämtland Härjedalen
    vagled-kompetens       #Vägled – Kompetens
    24-030-S04             Kompetensutveckling AMF
    24-056-S07             Yrkesvägledning för framtiden
    24-063-S05             Framtidskraft
    25-031-S02             Uppsalamodell av Allaktivitetshus
    0
    """
    typed = sys.argv[1:] if argv is None else list(argv)
    language = language_of(typed, os.environ)
    try:
        arguments = parse(PROGRAM, COMMANDS, typed, language)
    except EsfModelError as error:
        return _refuse_line(error, typed, language)
    if arguments.lang is None:
        arguments.lang = language
    elif arguments.lang in LANGUAGES:
        language = arguments.lang
    if arguments.version:
        print(f"esfmodel {version('esfmodel')}")
        return FINE
    if arguments.help:
        _say_help(arguments.command, language)
        return FINE
    from esfmodel.cli import _commands

    try:
        status = _commands.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has closed the pipe. Send the rest to nowhere, or Python fails to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def language_of(typed: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language of a command line: that of `--lang`, else that of the locale.

    A locale of no language, such as C, is Swedish, the language of those whose projects these are; any other than
    Swedish is English.

    >>> language_of(["check"], {"LANG": "sv_SE.UTF-8"}), language_of(["check"], {"LANG": "de_DE", "LC_ALL": "C.UTF-8"})
    ('sv', 'sv')
    >>> language_of(["check"], {"LANG": "en_GB"}), language_of(["--lang", "sv"], {"LANG": "en_GB"})
    ('en', 'sv')
    """
    options = list(typed[: typed.index("--")] if "--" in typed else typed)
    for part, following in reversed(list(pairwise([*options, ""]))):
        value = following if part == "--lang" else part.removeprefix("--lang=")
        if part.startswith("--lang") and value in LANGUAGES:
            return value
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    named_language = re.split("[_.@-]", locale.casefold())[0]
    return "sv" if named_language in {"sv", "c", "posix", ""} else "en"


_FOR_HELP = Text("Hjälp: {command}", "Help: {command}")


def _refuse_line(error: EsfModelError, typed: Sequence[str], language: str) -> int:
    """Print why a command line is not understood and where help is; the help itself if nothing was typed."""
    if not typed:
        print(_fit(help_text(PROGRAM, language, COMMANDS), sys.stderr), file=sys.stderr)
        return REFUSED
    from esfmodel.cli import _terminal

    command = next((f" {each}" for each in typed if each in COMMANDS), "")
    status = _terminal.refuse(error, language)
    _terminal.say(_FOR_HELP.text(language).format(command=f"esfmodel{command} --help"), sys.stderr)
    return status


def _say_help(name: str | None, language: str) -> None:
    text = help_text(PROGRAM, language, COMMANDS) if name is None else help_text(COMMANDS[name], language, {})
    print(_fit(text, sys.stdout))


def _fit(text: str, stream: object) -> str:
    # Without `_terminal.say`: its imports take longer than the help.
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
