"""The command `check`: judge projects, each by its own call or all by one, and sum up what was found."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.cli._check_columns import check_by_columns, lists_by_columns
from esfmodel.cli._check_list import check_list, list_document
from esfmodel.cli._findings import error_document, findings_file, found_in_reading
from esfmodel.cli._judging import JudgedSource, judged_source
from esfmodel.cli._sources import ListFile, call_asked, day_asked, law_with, rates_asked, rules_with, sources_and_lists
from esfmodel.cli._statuses import FINE
from esfmodel.cli._targets import beside
from esfmodel.cli._terminal import (
    page_width,
    refuse,
    say,
    say_heading,
    say_problems,
    say_report,
    say_source,
    say_wrapped,
)
from esfmodel.display import financing_table
from esfmodel.display.columns import one_line
from esfmodel.display.overview import name_and_number, overview_table
from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import to_dict
from esfmodel.model import Project
from esfmodel.model.budget import Budget
from esfmodel.rules.words import Words
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.facts import Figures
from esfmodel.text.telling.problems import write_place, write_source

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from esfmodel.cli._findings import FindingsFile
    from esfmodel.cli._judging import Judged
    from esfmodel.cli._sources import Source
    from esfmodel.model.programme import Call
    from esfmodel.rules import Report

_FEW: Final = 2
"""The most projects whose reports are read without a table of them all."""

_FROM = Words("Källa", "Source")
_TOGETHER = Words("Alla projekt i {name} tillsammans ({number})", "All projects of {name} together ({number})")
_ALL = Words("Översikt ({number} projekt)", "Overview ({number} projects)")
_BY_CALL = Words("Prövade mot utlysningen {call}", "Judged by the call {call}")
_OTHER_CALL = Words(
    "Ansökan anger en annan utlysning än den som den har prövats mot. Det som skiljer: {fields}.",
    "The application states another call than the one by which it was judged. What differs: {fields}.",
)
_MORE = Words(
    "--verbose visar varje regel som inte kunde bedömas, och varför. esfmodel rules KOD visar allt om en regel.",
    "--verbose shows each rule that could not be judged, and why. esfmodel rules CODE shows all there is to know of a "
    "rule.",
)
_TOLERANT = Words(
    "--no-strict läser även filer med okända uppgifter, som då behålls som de är.",
    "--no-strict reads files with unknown keys too, and keeps those as they are.",
)
_WITH_OTHER_CALL = Words(
    "En annan utlysning anges av: {names}.",
    "Another call is stated by: {names}.",
)


def check(arguments: Namespace) -> int:
    """Print what the rules say of each project; with `--call`, first a table of all applications."""
    check_names_something(arguments)
    large = lists_by_columns(arguments)
    arguments.on = day_asked(arguments)
    arguments.law = law_with(arguments.pack)
    arguments.rules = rules_with(arguments.rules)
    arguments.rates = rates_asked(arguments)
    call = None if arguments.call is None else call_asked(arguments.call)
    if large:
        return check_by_columns(large, arguments)
    with findings_file(arguments) as target, beside(arguments.output):
        if arguments.json:
            return _say_document(arguments, call, target)
        return _say_each(arguments, target) if call is None else _say_by_call(arguments, call, target)


def _judged(source: Source, arguments: Namespace, call: Call | None, target: FindingsFile | None) -> JudgedSource:
    judged = judged_source(source, arguments, call)
    if target is not None and source.reading is not None:
        target.add(found_in_reading(source.reading, [each.report for each in judged.projects], source.name or ""))
    return judged


def check_names_something(arguments: Namespace) -> None:
    """Raise `InvalidValue` where no file is named."""
    if not (arguments.files or arguments.examples):
        raise InvalidValue("command.no_file")


def status_of(source: Source, language: str) -> int:
    """Return the exit status of a source, and print to standard error why it could not be read whole."""
    if source.is_whole:
        return FINE
    return refuse(source.error or ReadError("command.not_read_whole", source=source.name), language)


def say_name(project: Project) -> None:
    """Print the name of a project and its number as a heading."""
    say_heading(name_and_number(project))


def say_origin(project: Project, source: Source, language: str) -> None:
    """Print where a project was read, and where it says that its facts are from."""
    name = None if source.name is None else write_source(source.name, language)
    origin = [one_line(each) for each in (name, project.source) if each is not None]
    # A path is not wrapped, so that it can be copied.
    say(f"{_FROM.text(language)}: {'; '.join(origin)}")


def say_summary(project: Project, language: str) -> None:
    """Print what a project says of itself, and who finances it."""
    say_wrapped(TEXTS[language].summary(project))
    say(f"\n{financing_table(project, language, width=page_width())}\n")


# --- For people


def _say_each(arguments: Namespace, target: FindingsFile | None) -> int:
    """Print each source when it is judged, and a table of all projects where they are many."""
    status: int = FINE
    done: list[JudgedSource] = []
    for source in sources_and_lists(arguments):
        if isinstance(source, ListFile):
            status = max(status, check_list(source, arguments, None, target))
            continue
        each = _judged(source, arguments, None, target)
        status = max(status, status_of(each.source, arguments.lang), each.status)
        say_problems(each.source.name, each.source.problems, arguments.lang)
        for project in each.projects:
            _say_project(project, arguments)
        _say_together(each, arguments)
        done.append(each)
    number = sum(len(each.projects) for each in done)
    if number > _FEW or len(done) > _FEW:
        say_heading(_ALL.filled(arguments.lang, {"number": number}))
        _say_overview(done, arguments.lang)
    _say_more(done, arguments)
    return status


def _say_by_call(arguments: Namespace, call: Call, target: FindingsFile | None) -> int:
    """Print a table of all applications, and then the report on each, the gravest first; lists come before."""
    language: str = arguments.lang
    status: int = FINE
    judged: list[JudgedSource] = []
    for source in sources_and_lists(arguments):
        if isinstance(source, ListFile):
            status = max(status, check_list(source, arguments, call, target))
        else:
            judged.append(_judged(source, arguments, call, target))
    if not judged:
        return status
    status = max(status, *(max(status_of(each.source, language), each.status) for each in judged))
    say_heading(_BY_CALL.text(language).format(call=call.name or call.reference or arguments.call))
    _say_overview(judged, language)
    projects = [project for each in judged for project in each.projects]
    others = [name_and_number(each.project) for each in projects if each.other_terms]
    if others:
        say_wrapped(_WITH_OTHER_CALL.text(language).format(names="; ".join(others)))
        say("")
    for each in judged:
        say_problems(each.source.name, each.source.problems, language)
    for project in sorted(projects, key=lambda each: (-len(each.report.errors), -len(each.report.warnings))):
        _say_project(project, arguments)
    for each in judged:
        _say_together(each, arguments)
    _say_more(judged, arguments)
    return status


def _say_overview(judged: Sequence[JudgedSource], language: str) -> None:
    rows: list[tuple[Project, Report] | str] = []
    times = Counter(name_and_number(project.project) for each in judged for project in each.projects)
    for each in judged:
        for project in each.projects:
            shown = project.project
            if times[name_and_number(shown)] > 1 and each.source.name is not None:
                # All plans have one name, and their files tell them apart.
                shown = attrs.evolve(shown, name=each.source.name)
            rows.append((shown, project.report))
        if not each.source.is_whole:
            rows.append(each.source.name or "")
    say(f"{overview_table(rows, language, width=page_width())}\n")


def _say_project(judged: Judged, arguments: Namespace) -> None:
    language: str = arguments.lang
    say_name(judged.project)
    say_origin(judged.project, judged.source, language)
    if judged.other_terms:
        say_wrapped(other_call(judged, language))
    say("")
    say_report(judged.report, arguments)
    if arguments.verbose:
        say_summary(judged.project, language)


def other_call(judged: Judged, language: str) -> str:
    """Return the sentence on a project that states another call than the one by which it was judged."""
    fields = ", ".join(write_place(each, language) for each in judged.other_terms)
    return _OTHER_CALL.text(language).format(fields=fields)


def _say_together(judged: JudgedSource, arguments: Namespace) -> None:
    if judged.together is None:
        return
    name, number = one_line(judged.source.name or ""), len(judged.projects)
    say_heading(_TOGETHER.text(arguments.lang).format(number=number, name=name))
    say_report(judged.together, arguments)


def _say_more(done: Sequence[JudgedSource], arguments: Namespace) -> None:
    """Print how to see the rest of the reports, and how to have files with unknown keys read."""
    if not arguments.verbose and any(each.projects for each in done):
        say_wrapped(_MORE.text(arguments.lang))
    codes = {problem.code for each in done for problem in each.source.problems}
    if arguments.strict and codes & {"key.unknown", "key.did_you_mean"}:
        say_wrapped(_TOLERANT.text(arguments.lang))


# --- For programs


def _say_document(arguments: Namespace, call: Call | None, target: FindingsFile | None) -> int:
    status: int = FINE
    written: list[dict[str, object]] = []
    for source in sources_and_lists(arguments):
        if isinstance(source, ListFile):
            listed, its_status = list_document(source, arguments, call, target)
            written.append(listed)
        else:
            each = _judged(source, arguments, call, target)
            its_status = max(status_of(source, arguments.lang), each.status)
            written.append(_source_document(each))
        status = max(status, its_status)
    document: dict[str, object] = {
        "format": "esfmodel check",
        "version": 1,
        "status": status,
        "call": None if call is None else to_dict(Project("-", call=call))["call"],
        "sources": written,
    }
    say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    return status


def _source_document(judged: JudgedSource) -> dict[str, object]:
    source = judged.source
    return {
        "source": source.name,
        "error": None if source.error is None else error_document(source.error),
        "whole": source.is_whole,
        "problems": [error_document(problem) for problem in source.problems],
        "projects": [_project_document(each) for each in judged.projects],
        "reports": [to_dict(each.report) for each in judged.projects],
        "together": None if judged.together is None else to_dict(judged.together),
    }


def _project_document(judged: Judged) -> dict[str, object]:
    """Return what the table of projects has of one, beside what its report says."""
    figures = Figures.of(judged.project.budget or Budget())
    number, amounts = judged.project.operation_id, (figures.total, figures.support, figures.own_rate)
    total, support, own_rate = (None if each is None else str(each) for each in amounts)
    return {
        "name": judged.project.name,
        "operation_id": None if number is None else str(number),
        "total_cost": total,
        "support": support,
        "own_rate": own_rate,
        "other_terms_of_call": list(judged.other_terms),
    }
