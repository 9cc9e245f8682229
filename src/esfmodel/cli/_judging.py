"""Judge projects, each by its own call or all by one, and together where a source is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.cli._sources import Source, naming
from esfmodel.cli._statuses import ERRORS, FINE, REFUSED
from esfmodel.model import Project
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.programme import Call
from esfmodel.rules import Report, validate

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.rules.rule import AnyRule


@attrs.frozen
class Judged:
    """A project with the report on it, and which terms of its own call differ from the call it was judged by."""

    project: Project
    source: Source
    report: Report
    other_terms: tuple[str, ...]


@attrs.frozen
class JudgedSource:
    """A source with its projects as they were judged, one by one and, if asked for, together."""

    source: Source
    projects: tuple[Judged, ...]
    together: Report | None

    @property
    def status(self) -> int:
        reports = [each.report for each in self.projects] + ([] if self.together is None else [self.together])
        found = ERRORS if any(report.errors for report in reports) else FINE
        return found if self.source.is_whole else REFUSED


def judged_source(source: Source, arguments: Namespace, call: Call | None) -> JudgedSource:
    projects = tuple(judged(project, source, arguments, call) for project in source.projects)
    return JudgedSource(source, projects, judged_together(source, [each.project for each in projects], arguments))


def judged(project: Project, source: Source, arguments: Namespace, call: Call | None) -> Judged:
    if call is None:
        return Judged(project, source, _report(project, arguments, arguments.rules), ())
    other = () if project.call is None else tuple(_other_terms(project.call, call))
    project = attrs.evolve(project, call=call)
    return Judged(project, source, _report(project, arguments, arguments.rules), other)


def judged_together(source: Source, projects: Sequence[Project], arguments: Namespace) -> Report | None:
    """Judge the projects of one file as a portfolio, if `--together` says that the file is complete."""
    if not arguments.together or source.name is None:
        return None
    return _report(Portfolio(projects), arguments, [rule for rule in arguments.rules if rule.subject is Portfolio])


def _report(subject: Project | Portfolio, arguments: Namespace, rules: Iterable[AnyRule]) -> Report:
    with naming("--ignore"):  # the other options have been checked
        return validate(
            subject, on=arguments.on, law=arguments.law, rules=rules, rates=arguments.rates, ignore=arguments.ignore
        )


def _other_terms(stated: Call, call: Call) -> Iterator[str]:
    """Yield the fields that a call states otherwise than another one; what it does not state is no difference."""
    for field in attrs.fields(Call):
        value = getattr(stated, field.name)
        if value not in (None, ()) and value != getattr(call, field.name):
            yield field.name
