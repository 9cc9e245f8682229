"""The command `report`: judge one project, and write a page in HTML with all that is known of it and what was found."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from esfmodel.cli._check import check_names_something, other_call, status_of
from esfmodel.cli._judging import judged
from esfmodel.cli._parser import not_one_of
from esfmodel.cli._sources import call_asked, day_asked, law_with, rates_asked, rules_with, sources
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._targets import STDOUT, check_target, is_standard_output, write_bytes
from esfmodel.cli._terminal import say, say_exactly, say_heading, say_problems, say_wrapped
from esfmodel.display.columns import one_line
from esfmodel.display.overview import name_and_number
from esfmodel.display.pages import report_page
from esfmodel.errors import InvalidValue
from esfmodel.rules.report import outcome
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from esfmodel.cli._judging import Judged
    from esfmodel.cli._sources import Source
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
    found: list[tuple[Project, Source]] = []
    for source in sources(arguments):
        status = max(status, status_of(source, language))
        say_problems(source.name, source.problems, language, sys.stderr)
        found += ((project, source) for project in source.projects)
    if not found:
        return REFUSED
    project, source = _one_of(found, arguments)
    each = judged(project, source, arguments, call)
    problems = [one_line(problem.text(language)) for problem in source.problems]
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


def _one_of(found: Sequence[tuple[Project, Source]], arguments: Namespace) -> tuple[Project, Source]:
    """Return the only project, or the one that is asked for by its number or its name."""
    asked: str | None = arguments.project
    chosen = found if asked is None else [each for each in found if asked.casefold() in _called(each[0])]
    if asked is not None and not chosen:
        raise not_one_of("--project", asked, list(dict.fromkeys(_short(project) for project, _ in found))[:_MOST_NAMED])
    if len(chosen) != 1:
        choices = [_short(project) for project, _ in chosen]
        listed = [*choices[:_MOST_NAMED], *(["…"] if len(choices) > _MOST_NAMED else [])]
        raise InvalidValue("command.several_projects", "--project", asked, count=len(chosen), choices=tuple(listed))
    return chosen[0]


def _called(project: Project) -> set[str]:
    number = () if project.operation_id is None else (str(project.operation_id),)
    return {each.casefold() for each in (project.name, *number)}


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
