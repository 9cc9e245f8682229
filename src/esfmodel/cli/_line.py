"""Understand a command line, or answer it: with help, with the version, or with why it is not understood."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from esfmodel._version import VERSION
from esfmodel.cli._options import COMMANDS, LANGUAGES, PROGRAM
from esfmodel.cli._parser import Text, help_text, parse
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.errors import EsfModelError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence


def understood(typed: Sequence[str], language: str) -> Namespace | int:
    """Return what was typed, or the exit status where it has been answered."""
    try:
        arguments = parse(PROGRAM, COMMANDS, typed, language)
    except EsfModelError as error:
        return _refuse_line(error, typed, language)
    if arguments.lang is None:
        arguments.lang = language
    elif arguments.lang in LANGUAGES:
        language = arguments.lang
    if arguments.version:
        print(f"esfmodel {VERSION}")
        return FINE
    if arguments.help:
        _say_help(arguments.command, language)
        return FINE
    return arguments


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
    return "sv" if named_language in _SWEDISH else "en"


_SWEDISH = frozenset({"sv", "c", "posix", ""})


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
