"""The command `report`: judge one project, and write an HTML page about it and what was found."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.cli._check import check_names_something, other_call, status_of
from esfmodel.cli._judging import judged
from esfmodel.cli._parser import not_one_of
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._sources import (
    ListFile,
    Source,
    call_asked,
    day_asked,
    law_with,
    rates_asked,
    rules_with,
    sources_and_lists,
)
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._targets import STDOUT, check_target, is_standard_output, write_bytes
from esfmodel.cli._terminal import say, say_exactly, say_heading, say_wrapped
from esfmodel.display.columns import one_line
from esfmodel.display.overview import name_and_number
from esfmodel.display.pages import report_page
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.formats.lists.list_of_operations import items_of
from esfmodel.rules.report import outcome
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from esfmodel.cli._judging import Judged
    from esfmodel.formats import Item, Problem
    from esfmodel.model.project import Project

_FROM: Final = Words("Läst ur filen {name}.", "Read from the file {name}.")
_BY_CALL: Final = Words("Granskat mot utlysningen {call}.", "Judged by the call {call}.")
_WRITTEN: Final = Words("Rapporten är skriven: {name}", "The report is written: {name}")
_MOST_NAMED: Final = 10


def show_report(arguments: Namespace) -> int:
    """Write the page of one project; tell on the terminal what was written, and how the review ends."""
    language: str = arguments.lang
    check_names_something(arguments)
    check_target(arguments, arguments.files)
    arguments.on = day_asked(arguments)
    arguments.law = law_with(arguments.pack)
    arguments.rules = rules_with(arguments.rules)
    arguments.rates = rates_asked(arguments)
    call = None if arguments.call is None else call_asked(arguments.call)
    status: int = FINE
    found: list[_Found] = []
    for listed in sources_and_lists(arguments):
        source, projects = _read(listed, language)
        status = max(status, status_of(source, language))
        with redirect_stdout(sys.stderr):
            say_some_problems(source.name or "", source.problems, arguments)
        found += projects
    if not found:
        return REFUSED
    chosen = _one_of(found, arguments)
    each = judged(chosen.project, chosen.source, arguments, call)
    problems = [one_line(problem.text(language)) for problem in chosen.problems]
    page = report_page(each.project, each.report, language, notes=_notes(each, language), problems=problems)
    target = arguments.output or STDOUT
    if is_standard_output(target):
        say_exactly(page)
        return status
    write_bytes(page.encode(), target)
    say_heading(name_and_number(each.project))
    for told in list(outcome(each.report, REPORT_WORDS[language]))[1:]:
        say_wrapped(told.text)
    # A path is not wrapped, so that it can be copied.
    say(f"\n{_WRITTEN.text(language).format(name=one_line(target))}")
    return status


class _Found(NamedTuple):
    """A project, where it was read, and the problems in reading it and what it shares with the whole source."""

    project: Project
    source: Source
    problems: Sequence[Problem]


def _read(listed: Source | ListFile, language: str) -> tuple[Source, list[_Found]]:
    """Return a source read whole, and its projects, each with its own problems: a page tells nothing of the others."""
    items: list[Item] = []
    if isinstance(listed, ListFile):
        try:
            source = Source(listed.name, listed.reading(language, items), file=listed.file)
        except EsfModelError as error:
            source = Source(listed.name, None, error.at(error.place, source=listed.name))
    else:
        source = listed
        items += () if listed.reading is None else items_of(listed.reading)
    if source.reading is not None and source.reading.counts.records == 1:
        return source, [_Found(project, source, source.problems) for project in source.projects]
    shared = [each for item in items if item.project is None for each in item.problems if _is_of_all(each)]
    return source, [_Found(each.project, source, [*each.problems, *shared]) for each in items if each.project]


def _is_of_all(problem: Problem) -> bool:
    """Whether a problem of no project is of the whole source, and not of what makes no project."""
    return problem.row is None and not problem.place.startswith("projects[")


def _one_of(found: Sequence[_Found], arguments: Namespace) -> _Found:
    """Return the only project, or the one that is asked for by its number or its name."""
    asked: str | None = arguments.project
    chosen = found if asked is None else [each for each in found if _compared(asked) in _called(each.project)]
    if asked is not None and not chosen:
        all_of_them = dict.fromkeys(_short(each.project) for each in found)
        raise not_one_of("--project", asked, [*all_of_them][:_MOST_NAMED])
    if len(chosen) != 1:
        choices = [_short(each.project) for each in chosen]
        listed = [*choices[:_MOST_NAMED], *(["…"] if len(choices) > _MOST_NAMED else [])]
        raise InvalidValue("command.several_projects", "--project", asked, count=len(chosen), choices=tuple(listed))
    return chosen[0]


def _called(project: Project) -> set[str]:
    number = () if project.operation_id is None else (str(project.operation_id),)
    return {_compared(each) for each in (project.name, *number)}


def _compared(name: str) -> str:
    """Return a name as it is compared: as errors show it, whatever its case."""
    return one_line(name).casefold()


def _short(project: Project) -> str:
    """Return what a project is asked for by: its number, or else its name."""
    return one_line(project.name if project.operation_id is None else str(project.operation_id))


def _notes(each: Judged, language: str) -> Iterator[str]:
    """Yield what stands below the name: the file without its folder, since a page is sent to others, and the call."""
    name = each.source.name
    if name is not None and name != STDOUT:
        yield _FROM.text(language).format(name=one_line(PurePath(name).name))
    call = each.project.call
    if call is not None and (call.name or call.reference):
        yield _BY_CALL.text(language).format(call=one_line(call.name or call.reference or ""))
    if each.other_terms:
        yield other_call(each, language)
