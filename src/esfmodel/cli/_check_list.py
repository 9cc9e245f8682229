"""The command `check` of a list of operations: what was found in each row, and how often each rule found something.

A list is gone through row by row: only the numbers and the problems of reading are held, however long it is.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.cli._findings import error_document, found_in, problems_as_found
from esfmodel.cli._judging import judged, judged_together
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._progress import Progress
from esfmodel.cli._sources import Source
from esfmodel.cli._statuses import ERRORS, FINE
from esfmodel.cli._terminal import (
    page_width,
    paragraph,
    refuse,
    say,
    say_heading,
    say_report,
    say_wrapped,
    text_width,
)
from esfmodel.display.columns import laid_out, one_line, write_table
from esfmodel.display.overview import name_and_number
from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import Problem, to_dict
from esfmodel.rules.finding import Outcome, Severity, alike
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.report import finding_paragraphs, stamp
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital, write_position, write_source
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from esfmodel.cli._findings import FindingsFile
    from esfmodel.cli._judging import Judged
    from esfmodel.cli._sources import ListFile
    from esfmodel.formats import Counts, Item
    from esfmodel.model import Project
    from esfmodel.model.programme import Call
    from esfmodel.rules import Report
    from esfmodel.rules.rule import AnyRule

MOST_ROWS: Final = 20
"""How many rows with errors or warnings are shown without `--verbose`."""
_MOST_NEEDS: Final = 5

_ROWS = Words(
    "Rader: {given}. Projekt: {read}. Rader som inte gick att läsa: {rejected}. Rader som hör till projektet på raden "
    "före: {merged}. Rader som inte är något projekt: {others}.",
    "Rows: {given}. Projects: {read}. Rows that could not be read: {rejected}. Rows that belong to the project of the "
    "row before: {merged}. Rows that are no project: {others}.",
)
MORE_ROWS = Words(
    "Fler rader med fel eller varningar: {number}. --verbose visar alla, och -o FIL skriver dem till en fil.",
    "More rows with errors or warnings: {number}. --verbose shows all, and -o FILE writes them to a file.",
)
_SUMMARY = Words("Vad reglerna säger om {name}", "What the rules say of {name}")
_HEADER = InEachLanguage(
    ("Regel", "Grad", "Projekt", "Vad regeln kräver"), ("Rule", "Severity", "Projects", "What the rule demands")
)
_ALL_HEADER = InEachLanguage(
    ("Regel", "Med anmärkning", "Utan anmärkning", "Ej bedömd", "Gäller ej"),
    ("Rule", "Failed", "Passed", "Not evaluated", "Not applicable"),
)
_COUNTED = (Outcome.FAILED, Outcome.PASSED, Outcome.NOT_EVALUATED, Outcome.NOT_APPLICABLE)
"""The outcomes by the columns of the table of all rules."""
_OF_RULES = Words(
    "{rules} regler: {failed} med anmärkning på något projekt, {passed} utan anmärkning på de projekt där de kunde "
    "bedömas, {open} som inte kunde bedömas för något projekt, {elsewhere} som inte gäller något av projekten.",
    "{rules} rules: {failed} failed for some project, {passed} passed for those projects for which they could be "
    "evaluated, {open} could be evaluated for no project, {elsewhere} apply to none of the projects.",
)
_MISSING = Words(
    "Saknas oftast (antal projekt inom parentes): {needs}.",
    "Most often not stated (number of projects in brackets): {needs}.",
)
_OTHER_CALL = Words(
    "Projekt som anger en annan utlysning än den som de har prövats mot: {number}.",
    "Projects that state another call than the one by which they were judged: {number}.",
)
_TOGETHER = Words("Alla projekt i {name} tillsammans", "All projects of {name} together")


class Tally:
    """How often each rule had which outcome, and what was missing, without the projects themselves."""

    def __init__(self) -> None:
        self.rules: dict[str, AnyRule] = {}
        self.outcomes: dict[str, Counter[Outcome]] = {}
        self.found: Counter[tuple[str, Severity]] = Counter()
        self.findings: Counter[Severity] = Counter()
        self.missing: Counter[str] = Counter()
        self.is_complete = True
        self.with_other_call = 0
        self.last: Report | None = None

    def add(self, judged: Judged) -> None:
        """Count what was found in a project."""
        report = judged.report
        self.with_other_call += bool(judged.other_terms)
        if self.last is None:
            # Of facts that as many projects lack, the most urgent come first.
            self.missing.update(dict.fromkeys((need.path for need in report.missing), 0))
        self.last = report
        missing: dict[str, None] = {}
        for result in report.results:
            code = result.rule.code
            if code not in self.rules:
                self.rules[code], self.outcomes[code] = result.rule, Counter()
            self.outcomes[code][result.outcome] += 1
            missing.update(dict.fromkeys(result.missing))
            self.is_complete = self.is_complete and result.complete
            if result.findings:
                self.found.update({(code, finding.severity) for finding in result.findings})
                self.findings.update(finding.severity for finding in result.findings)
        self.missing.update(missing.keys())


class Told:
    """What became of a list: its problems, its numbers, and what stopped its reading."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.problems: list[Problem] = []
        self.counts: Counts | None = None
        self.error: ReadError | InvalidValue | None = None
        self.together: Report | None = None

    @property
    def is_whole(self) -> bool:
        return self.error is None and self.counts is not None and 0 < self.counts.records <= self.counts.projects


def check_list(listed: ListFile, arguments: Namespace, call: Call | None, target: FindingsFile | None) -> int:
    """Print what was found in each row of a list, and then how often each rule found something."""
    language: str = arguments.lang
    name = one_line(write_source(listed.name, language))
    say_heading(name)
    shown = hidden = 0
    told = Told()
    with closing(Progress(listed.name, language)) as progress:
        for item, project, report in _judged_items(listed, arguments, call, target, told, progress):
            if not (report.errors or report.warnings):
                continue
            if arguments.verbose or shown < MOST_ROWS:
                progress.close()
                where = item.evidence.get("")
                position = "" if where is None else write_position(where, language)
                say_row(position, project, report, language)
                shown += 1
            else:
                hidden += 1
    if hidden:
        say_wrapped(MORE_ROWS.filled(language, {"number": hidden}))
        say("")
    say_some_problems(listed.name, told.problems, arguments, every=arguments.verbose)
    say_summary(name, told, arguments)
    return status_of(listed.name, told, language)


def list_document(
    listed: ListFile, arguments: Namespace, call: Call | None, target: FindingsFile | None
) -> tuple[dict[str, object], int]:
    """Return what was found in a list as plain data, and the exit status."""
    told = Told()
    found: list[dict[str, object]] = []
    with closing(Progress(listed.name, arguments.lang)) as progress:
        for item, _, report in _judged_items(listed, arguments, call, target, told, progress):
            found += (each.as_data() for each in found_in(report, listed.name, item))
    status = status_of(listed.name, told, arguments.lang)
    return {
        "source": listed.name,
        "error": None if told.error is None else error_document(told.error),
        "whole": told.is_whole,
        "problems": [error_document(problem) for problem in told.problems],
        "counts": None if told.counts is None else attrs.asdict(told.counts),
        "rules": [
            {"code": code, **{outcome.value: outcomes[outcome] for outcome in Outcome}}
            for code, outcomes in told.tally.outcomes.items()
        ],
        "findings": found,
        "together": None if told.together is None else to_dict(told.together),
    }, status


def _judged_items(
    listed: ListFile,
    arguments: Namespace,
    call: Call | None,
    target: FindingsFile | None,
    told: Told,
    progress: Progress,
) -> Iterator[tuple[Item, Project, Report]]:
    """Yield each project of a list with the report on it, and note the rest; an error of reading ends the list."""
    source = Source(listed.name, None)
    projects: list[Project] = []
    try:
        for item in listed.items(progress):
            told.problems += item.problems
            if target is not None:
                target.add(problems_as_found(item.problems, listed.name, item.project))
            if item.project is None:
                continue
            each = judged(item.project, source, arguments, call)
            told.tally.add(each)
            if arguments.together:
                projects.append(each.project)
            if target is not None:
                target.add(found_in(each.report, listed.name, item))
            yield item, item.project, each.report
    except ReadError as error:
        told.error = error.at(error.place, source=listed.name)
        return
    told.counts = listed.rows.counts(len(told.problems))
    told.together = judged_together(source, projects, arguments)


def status_of(name: str, told: Told, language: str) -> int:
    """Return the exit status of a list, and print to standard error why it could not be read whole."""
    if not told.is_whole:
        return refuse(told.error or ReadError("command.not_read_whole", source=name), language)
    has_errors = told.tally.findings[Severity.ERROR] or (told.together is not None and told.together.errors)
    return ERRORS if has_errors else FINE


# --- For people


def say_row(position: str, project: Project, report: Report, language: str) -> None:
    """Print the errors and warnings of a project below its place in the list and its name."""
    words = REPORT_WORDS[language]
    say_wrapped(capital(", ".join(filter(None, (position, name_and_number(project))))))
    for together in alike((*report.errors, *report.warnings), language):
        for each in finding_paragraphs(together, words):
            for line in laid_out(each, text_width()):
                say(line, severity=each.severity)
    say("")


def say_summary(name: str, told: Told, arguments: Namespace) -> None:
    """Print how many rows became a project, and what each rule found in how many of them."""
    language: str = arguments.lang
    tally, words = told.tally, REPORT_WORDS[arguments.lang]
    if told.counts is not None:
        counts, unread = told.counts, told.counts.records - told.counts.projects
        given = {"given": counts.given, "read": counts.read, "rejected": unread}
        say_wrapped(_ROWS.filled(language, given | {"merged": counts.merged, "others": counts.others}))
        say("")
    if tally.last is None:
        return
    say_heading(_SUMMARY.text(language).format(name=name))
    say_wrapped(words.complete if tally.is_complete else words.incomplete)
    found = [words.found[each][tally.findings[each] != 1].format(number=tally.findings[each]) for each in _SEVERITIES]
    say_wrapped(f"{words.finds}: {', '.join(found)}.")
    say("")
    if tally.found:
        say(f"{_table_of_found(tally, language)}\n")
    say_wrapped(_of_rules(tally, language))
    if arguments.verbose:
        say(f"\n{_table_of_all(tally, language)}")
    if tally.with_other_call:
        say_wrapped(_OTHER_CALL.filled(language, {"number": tally.with_other_call}))
    say(f"\n{paragraph(str(stamp(tally.last, words)))}\n")
    if told.together is not None:
        say_heading(_TOGETHER.text(language).format(name=name))
        say_report(told.together, arguments)


_SEVERITIES = sorted(Severity, key=lambda each: -each.rank)


def _table_of_found(tally: Tally, language: str) -> str:
    """Return the rules that found something, the gravest and most frequent first."""
    order = sorted(tally.found.items(), key=lambda each: (-each[0][1].rank, -each[1], each[0][0]))
    rows = [
        (code, format(severity, language), str(number), one_line(tally.rules[code].demand.text(language)))
        for (code, severity), number in order
    ]
    return write_table([[_HEADER[language]], rows], right={2}, width=page_width())


def _table_of_all(tally: Tally, language: str) -> str:
    rows = [
        (code, *(str(outcomes[outcome]) for outcome in _COUNTED)) for code, outcomes in sorted(tally.outcomes.items())
    ]
    return write_table([[_ALL_HEADER[language]], rows], right=range(1, len(_ALL_HEADER[language])), width=page_width())


def _of_rules(tally: Tally, language: str) -> str:
    """Return how many rules found something in any project, and what kept others from being tried."""
    failed = {code for code, outcomes in tally.outcomes.items() if outcomes[Outcome.FAILED]}
    passed = {code for code, outcomes in tally.outcomes.items() if outcomes[Outcome.PASSED]} - failed
    open_ = {code for code, outcomes in tally.outcomes.items() if outcomes[Outcome.NOT_EVALUATED]} - failed - passed
    numbers = {"rules": len(tally.rules), "failed": len(failed), "passed": len(passed), "open": len(open_)}
    elsewhere = len(tally.rules) - len(failed) - len(passed) - len(open_)
    needs = [
        f"{need_in_words(path).text(language)} ({number})" for path, number in tally.missing.most_common(_MOST_NEEDS)
    ]
    missing = [_MISSING.text(language).format(needs="; ".join(needs))] if needs else []
    return " ".join([_OF_RULES.filled(language, numbers | {"elsewhere": elsewhere}), *missing])
