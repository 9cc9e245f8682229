"""The command `convert`: write what was read in another format, and tell what that format has no room for."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import redirect_stdout
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from esfmodel.cli._check import status_of
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._sources import sources
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._targets import STDOUT, TOML, WHOLE, check_target, has_comments, is_standard_output, write_file
from esfmodel.cli._terminal import say, say_wrapped, text_width
from esfmodel.display.columns import one_line, width_of
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.formats import read, read_text, to_text
from esfmodel.model import ProjectChange
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import write_place, write_source

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Container, Mapping, Sequence

    from esfmodel.model import Project

STDOUT_NAME = Words("standard ut", "standard output")
_NO_COMMENTS = Words(
    "kommentarerna i filen följer inte med.",
    "the comments of the file are not kept.",
)
_NO_ROOM = Words(
    "formatet har inte plats för allt. Uppgifter som inte läses tillbaka som de var, med antalet projekt inom "
    "parentes: {fields}.",
    "the format has no room for all. What does not read back as it was, with the number of projects in brackets: "
    "{fields}.",
)
_NOT_READ = Words("det som skrevs går inte att läsa tillbaka. {why}", "what was written does not read back. {why}")
_OTHER_NUMBER = Words(
    "{written} projekt skrevs, men {read} läses tillbaka.", "{written} projects were written, but {read} read back."
)


def show_converted(arguments: Namespace) -> int:
    """Write all projects that could be read in another format, and the problems to standard error."""
    status: int = FINE
    projects: list[Project] = []
    if arguments.output is None and _names_target(arguments):
        arguments.output = arguments.files.pop()
    check_target(arguments, arguments.files)
    added = _pairs(arguments.extra)
    for source in sources(arguments):
        status = max(status, status_of(source, arguments.lang))
        projects += (_with_extra(project, added) for project in source.projects)
        if has_comments(source):
            say_note(source.name or "", _NO_COMMENTS.text(arguments.lang), arguments.lang)
        with redirect_stdout(sys.stderr):
            say_some_problems(source.name or "", source.problems, arguments)
    if not projects:
        return REFUSED
    target = arguments.output or STDOUT
    write_file(projects, target, arguments.to, arguments.lang)
    if not _is_whole(target, arguments.to):
        for note in not_kept(projects, target, arguments.to, arguments.lang):
            say_note(STDOUT_NAME.text(arguments.lang) if is_standard_output(target) else target, note, arguments.lang)
    return status


def _pairs(given: list[str]) -> dict[str, str]:
    """Return the facts of `--extra` by their labels."""
    pairs: dict[str, str] = {}
    for text in given:
        label, equals, value = (part.strip() for part in text.partition("="))
        if not (label and equals and value):
            raise InvalidValue("command.not_a_pair", "--extra", text)
        if label in pairs:
            raise InvalidValue("value.given_twice", "--extra", label)
        pairs[label] = value
    return pairs


def _with_extra(project: Project, added: Mapping[str, str]) -> Project:
    """Return a project with facts in `extra`, but for those that stand there already."""
    stated = {label.casefold() for label, _ in project.extra}
    new = [(label, value) for label, value in added.items() if label.casefold() not in stated]
    return attrs.evolve(project, extra=(*project.extra, *new)) if new else project


def say_note(name: str, note: str, language: str) -> None:
    """Print to standard error what is to be known of a file, after its name, which is not wrapped."""
    about = one_line(f"esfmodel: {write_source(name, language)}:")
    if width_of(about) < text_width():
        say_wrapped(f"{about} {note}", stream=sys.stderr)
    else:
        say(about, sys.stderr)
        say_wrapped(note, stream=sys.stderr)


def _names_target(arguments: Namespace) -> bool:
    """Whether the last of several files is the one to write, as in `convert list.xlsx list.csv --to kohesio`.

    A file that exists is one more source, as it is without a target; but no list is written to standard output beside
    what it was once written to.
    """
    *others, last = arguments.files
    if not others or last == STDOUT:
        return False
    return arguments.force or not os.path.exists(last) or arguments.to not in {None, *WHOLE}


# --- What a format has no room for


def _is_whole(target: str, format: str | None) -> bool:
    """Whether projects are written whole: to standard output as TOML where no format is named."""
    if format is None and is_standard_output(target):
        return True
    return (PurePath(target).suffix.lower().removeprefix(".") if format is None else format) in WHOLE


def not_kept(
    projects: Sequence[Project], target: str, format: str | None, language: str, *, beside: Container[str] = ()
) -> list[str]:
    """Return what was written and does not read back as it was, but for the fields that got more beside them."""
    try:
        # What is no regular file, such as a pipe, cannot be read again.
        again = read(target) if os.path.isfile(target) else read_text(to_text(projects, format or TOML))
    except EsfModelError as error:
        return [_NOT_READ.text(language).format(why=error.text(language))]
    if len(again.projects) != len(projects):
        return [_OTHER_NUMBER.filled(language, {"written": len(projects), "read": len(again.projects)})]
    fields: Counter[str] = Counter()
    for before, after in zip(projects, again.projects, strict=True):
        fields.update(name for name in ProjectChange(before, after).fields if name not in beside)
    if not fields:
        return []
    listed = ", ".join(f"{write_place(name, language)} ({number})" for name, number in fields.most_common())
    return [_NO_ROOM.filled(language, {"fields": listed})]
