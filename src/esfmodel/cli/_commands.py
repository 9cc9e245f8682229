"""The commands: what each prints, and with what exit status it ends."""

from __future__ import annotations

import json
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.cli._claims import claims_told
from esfmodel.cli._explain import workings_of
from esfmodel.cli._law import show_law
from esfmodel.cli._packs import law_with
from esfmodel.cli._plan import show_plan
from esfmodel.cli._rules import show_rules
from esfmodel.cli._sources import sources
from esfmodel.cli._statuses import ERRORS, FINE, REFUSED
from esfmodel.cli._tables import table_asked_for, tables
from esfmodel.cli._terminal import WIDTH, say, say_source
from esfmodel.display import financing_table, report_text
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import EsfModelError
from esfmodel.examples import EXAMPLES
from esfmodel.formats import to_text, write
from esfmodel.model.portfolio import Portfolio
from esfmodel.rules import RULES, validate
from esfmodel.rules.words import Words
from esfmodel.text._languages import TEXTS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping

    from esfmodel.cli._sources import Source
    from esfmodel.model.project import Project
    from esfmodel.rules import Report


_NOTHING_NAMED = "name a file, - for standard input, or --examples"

_FROM = Words("Källa", "Source")
# A problem is told in English, as all that is said to those who write or mend a file.
_PROBLEMS = Words("Problem vid läsningen av {name} (på engelska)", "Problems in reading {name}")
_TOGETHER = Words("Alla projekt i {name} tillsammans ({number})", "All projects of {name} together ({number})")


def _check(arguments: Namespace) -> int:
    """Tell of each project, show its financing and say what the rules say of it."""
    if not _names_something(arguments):
        return _refuse(_NOTHING_NAMED)
    try:
        arguments.law = law_with(arguments.pack)
    except EsfModelError as error:
        return _refuse(str(error))
    return _check_for_programs(arguments) if arguments.json else _each(arguments, reports=True)


def _show(arguments: Namespace) -> int:
    """Tell of each project and show its financing, a table of it where one is asked for, and what was claimed."""
    if not _names_something(arguments):
        return _refuse(_NOTHING_NAMED)
    try:
        arguments.table = table_asked_for(arguments.by, arguments.of)
    except EsfModelError as error:
        return _refuse(str(error))
    return _each(arguments, reports=False)


def _explain(arguments: Namespace) -> int:
    """Show how a figure of each project's budget was computed."""
    if not _names_something(arguments):
        return _refuse(_NOTHING_NAMED)
    status = FINE
    for source in sources(arguments):
        status = max(status, _status_of(source))
        for project in source.projects:
            try:
                told = workings_of(project, arguments.figure, arguments.lang)
            except EsfModelError as error:
                return _refuse(str(error))
            _name(project)
            say(f"\n{told}\n")
        _say_problems(source, arguments.lang)
    return status


def _names_something(arguments: Namespace) -> bool:
    return bool(arguments.files or arguments.examples)


def _each(arguments: Namespace, *, reports: bool) -> int:
    status = FINE
    for source in sources(arguments):
        status = max(status, _status_of(source))
        for project in source.projects:
            _tell(project, source, arguments.lang)
            if not reports and arguments.table is not None:
                say("\n\n".join(tables(project, arguments.table, arguments.lang)) + "\n")
            if not reports:
                for told in claims_told(project, arguments.lang):
                    say(f"{told}\n")
            if reports:
                status = max(status, _report(validate(project, on=arguments.on, law=arguments.law), arguments))
        together = _together(source, arguments) if reports else None
        if together is not None:
            _heading(
                _TOGETHER.text(arguments.lang).format(number=len(source.projects), name=one_line(source.name or ""))
            )
            status = max(status, _report(together, arguments))
        _say_problems(source, arguments.lang)
    return status


def _status_of(source: Source) -> int:
    """Say on standard error what could not be read at all."""
    if source.error is not None:
        said = one_line(str(source.error)).replace("pass format=,", "pass --format,")
        say(f"esfmodel: {said}", sys.stderr)
    elif not source.is_whole:
        say(f"esfmodel: {one_line(source.name or '')}: not every project could be read; see the problems", sys.stderr)
    return FINE if source.is_whole else REFUSED


def _heading(text: str) -> None:
    say(text)
    say("=" * min(len(text), WIDTH))


def _name(project: Project) -> None:
    number = "" if project.operation_id is None else f" ({project.operation_id})"
    _heading(one_line(f"{project.name}{number}"))


def _tell(project: Project, source: Source, language: str) -> None:
    _name(project)
    origin = [one_line(each) for each in (source.name, project.source) if each is not None]
    say(f"{_FROM.text(language)}: {'; '.join(origin)}")
    told = TEXTS[language].summary(project)
    say("\n".join(["", *wrapped(one_line(told), WIDTH), "", financing_table(project, language), ""]))


def _together(source: Source, arguments: Namespace) -> Report | None:
    """Judge the projects of one file by the rules that bind them together, where they are said to be the whole."""
    if not arguments.together or source.name is None:
        return None
    rules = [rule for rule in RULES if rule.subject is Portfolio]
    return validate(Portfolio(source.projects), on=arguments.on, law=arguments.law, rules=rules)


def _report(report: Report, arguments: Namespace) -> int:
    say(f"{report_text(report, arguments.lang, verbose=arguments.verbose)}\n")
    return ERRORS if report.errors else FINE


def _say_problems(source: Source, language: str) -> None:
    if source.problems:
        say(_PROBLEMS.text(language).format(name=one_line(source.name or "")))
        for problem in source.problems:
            say("\n".join(f"  {line}" for line in wrapped(str(problem), WIDTH - 2)))
        say("")


def _check_for_programs(arguments: Namespace) -> int:
    """Write everything that `check` knows as one JSON document."""
    status: int = FINE
    written: list[dict[str, object]] = []
    for source in sources(arguments):
        reports = [validate(project, on=arguments.on, law=arguments.law) for project in source.projects]
        together = _together(source, arguments)
        status = max(status, _status_of(source))
        if any(report.errors for report in (*reports, *([] if together is None else [together]))):
            status = max(status, ERRORS)
        written.append(
            {
                "source": source.name,
                "error": None if source.error is None else str(source.error),
                "whole": source.is_whole,
                "problems": [attrs.asdict(problem) for problem in source.problems],
                "reports": [json.loads(report.to_json()) for report in reports],
                "together": None if together is None else json.loads(together.to_json()),
            }
        )
    document: dict[str, object] = {"format": "esfmodel check", "version": 1, "status": status, "sources": written}
    say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    return status


def _convert(arguments: Namespace) -> int:
    """Write the projects of all files in another format; what could not be read is said, and is not written."""
    status: int = FINE
    projects: list[Project] = []
    for source in sources(arguments):
        status = max(status, _status_of(source))
        projects += source.projects
        for problem in source.problems:
            say(f"esfmodel: {one_line(source.name or '')}: {problem}", sys.stderr)
    if not projects:
        return REFUSED
    try:
        if arguments.output is None:
            _write_source(projects, arguments.to)
        else:
            write(projects, arguments.output, f"project_{arguments.to}")
    except EsfModelError as error:
        return _refuse(str(error))
    except OSError as error:
        if arguments.output is None:
            raise
        return _refuse(f"{arguments.output}: cannot be written: {error.strerror}")
    return status


def _example(arguments: Namespace) -> int:
    """List the examples, or write one."""
    if arguments.name is None:
        width = max(map(len, EXAMPLES))
        for name, project in EXAMPLES.items():
            say(f"{name:<{width}}  {project.name}")
        return FINE
    found = EXAMPLES.get(arguments.name)
    if found is None:
        return _refuse(f"there is no example {arguments.name!r}; use one of {', '.join(EXAMPLES)}")
    _write_source([found], arguments.to)
    return FINE


def _write_source(projects: list[Project], to: str) -> None:
    say_source(to_text(projects, f"project_{to}"), pairs=to == "json")


def _refuse(why: str) -> int:
    say(f"esfmodel: {one_line(why)}", sys.stderr)
    return REFUSED


COMMANDS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "check": _check,
        "show": _show,
        "plan": show_plan,
        "explain": _explain,
        "convert": _convert,
        "example": _example,
        "rules": show_rules,
        "law": show_law,
    }
)
"""The commands by name."""
