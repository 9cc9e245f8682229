"""The command `read`: a list with a draft for each page that tells of a project, and where the page says each value."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter, defaultdict
from contextlib import redirect_stdout
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from esfmodel.cli._check import status_of
from esfmodel.cli._convert import STDOUT_NAME, not_kept, say_note
from esfmodel.cli._options import DRAFTS
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._sources import sources
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._targets import (
    STDOUT,
    WHOLE,
    as_not_written,
    beside,
    check_target,
    ended_cleanly,
    is_standard_output,
    write_file,
)
from esfmodel.cli._terminal import refuse, say_exactly, say_problems, say_wrapped
from esfmodel.display.columns import one_line
from esfmodel.display.overview import name_and_number
from esfmodel.errors import InvalidValue
from esfmodel.formats import Reading
from esfmodel.formats.catalogue import format_called
from esfmodel.formats.evidence import KnownPlaces
from esfmodel.formats.files import content_of, text_of, write_content
from esfmodel.formats.lists import LIST
from esfmodel.model.known_projects import Found, KnownProjects, Likeness
from esfmodel.model.portfolio_changes import name_and_owner
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import write_place, write_source, write_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.cli._sources import Source
    from esfmodel.formats import Evidence
    from esfmodel.model import Project
    from esfmodel.model.known_projects import Contradiction

_FORMAT = "announcement"
_XLSX, _CSV, *_ = DRAFTS

_FILE_OF_DRAFTS = Words("utkast.xlsx", "drafts.xlsx")
_NUMBERS = Words("Sidor: {pages}. Utkast: {drafts}.", "Pages: {pages}. Drafts: {drafts}.")
_WITHOUT = Words("Utan utkast: {number} ({names}).", "Without a draft: {number} ({names}).")
_KEPT = Words(
    "Vad sidan säger om dem står i kolumnen med belägg, och --to json behåller allt.",
    "What the page says of them stands in the column of evidence, and --to json keeps all.",
)
_ALIKE = Words(
    "Samma projekt? Flera sidor har samma namn eller nummer: {pages}.",
    "The same project? Several pages have one name or number: {pages}.",
)
_COMPARED = Words(
    "Jämfört med {name}: nya: {new}, redan kända: {known}, motsägande: {contradicting}, oklara: {unclear}.",
    "Compared with {name}: new: {new}, already known: {known}, contradicting: {contradicting}, unclear: {unclear}.",
)
_NOTES = {
    Likeness.NEW: Words("ny", "new"),
    Likeness.KNOWN: Words("redan känd: {projects}", "already known: {projects}"),
    Likeness.CONTRADICTING: Words("motsäger {projects}: {fields}", "contradicts {projects}: {fields}"),
    Likeness.UNCLEAR: Words("oklart, kan vara {projects}", "unclear, may be {projects}"),
}
_AGAINST = Words("{place} {said} på sidan, {known} i listan", "{place} {said} on the page, {known} in the list")
_OR = Words(" eller ", " or ")
_MOST_NAMED: Final = 3
_INDENT: Final = 2


def show_read(arguments: Namespace) -> int:
    """Write the drafts of all pages that have one; print their problems to standard error, and then the numbers."""
    language: str = arguments.lang
    form = _form_of(arguments)
    if arguments.output is None:
        arguments.output = _FILE_OF_DRAFTS.text(language) if form == _XLSX else STDOUT
    if form == _XLSX and is_standard_output(arguments.output):
        raise InvalidValue("value.not_usable", "--to", form, choices=DRAFTS[1:])
    lists = [] if arguments.known is None else [arguments.known]
    check_target(arguments, [*arguments.files, *lists])
    known, status = _known_projects(arguments)
    projects: list[Project] = []
    places: list[Mapping[str, Evidence]] = []
    pages: list[str] = []
    without: list[str] = []
    for source in sources(_with(arguments, files=arguments.files, format=_FORMAT)):
        say_problems(source.name, source.problems, language, sys.stderr)
        if source.error is not None:
            refuse(source.error, language)
        if not source.projects:
            without.append(write_source(source.name or "", language))
        projects += source.projects
        pages += [write_source(source.name or "", language)] * len(source.projects)
        places += _places_of(source)
    found = [] if known is None else [known.find(project) for project in projects]
    if projects:
        reading = Reading(projects, places=KnownPlaces(tuple(places)))
        _write(reading, [_note_of(each, language) for each in found], form, arguments)
    with beside(arguments.output):
        say_wrapped(_numbers(len(arguments.files), len(projects), without, language))
        for alike in _alike(projects, pages):
            say_wrapped(_ALIKE.filled(language, {"pages": ", ".join(map(one_line, alike))}))
        if known is not None:
            _say_compared(projects, found, arguments)
    return REFUSED if without else status


def _form_of(arguments: Namespace) -> str:
    """Return the form to write: that of `--to`, else that of the suffix of the target, else a list in text."""
    if arguments.to is not None:
        return str(arguments.to)
    suffix = PurePath(arguments.output or STDOUT).suffix.lower().removeprefix(".")
    if suffix and suffix not in DRAFTS:
        raise InvalidValue("value.not_usable", "--output", arguments.output, choices=DRAFTS)
    return suffix or _CSV


def _with(arguments: Namespace, **changes: object) -> Namespace:
    """Return the options by which files are read, with others."""
    return Namespace(**{**vars(arguments), "mapping": None, **changes})


def _known_projects(arguments: Namespace) -> tuple[KnownProjects | None, int]:
    """Return the projects of the list of `--known`, and the exit status of its reading."""
    if arguments.known is None:
        return None, FINE
    [source] = sources(_with(arguments, files=[arguments.known]))
    if source.error is not None:
        raise source.error
    with redirect_stdout(sys.stderr):
        say_some_problems(source.name or "", source.problems, arguments)
    return KnownProjects(source.projects), status_of(source, arguments.lang)


def _places_of(source: Source) -> tuple[Mapping[str, Evidence], ...]:
    known = None if source.reading is None else source.reading.places
    nowhere: dict[str, Evidence] = {}
    return known.places if isinstance(known, KnownPlaces) else (nowhere,) * len(source.projects)


def _write(reading: Reading, notes: Sequence[str], form: str, arguments: Namespace) -> None:
    """Write the drafts, and print what the form has no room for."""
    language: str = arguments.lang
    target: str = arguments.output
    if form in WHOLE:
        write_file(reading, target, form, language)
        return
    found = format_called(LIST)
    content = content_of(reading, language, evidence=True)._replace(notes=tuple(notes))
    if is_standard_output(target):
        say_exactly(text_of(found, content))
    else:
        with ended_cleanly(), as_not_written(target):
            write_content(content, target, found, is_workbook=form == _XLSX)
    # What is written beside the facts is read back as what has no field.
    name = STDOUT_NAME.text(language) if is_standard_output(target) else target
    for note in not_kept(reading.projects, target, LIST, language, beside={"extra"}):
        say_note(name, f"{note} {_KEPT.text(language)}", language)


# --- What is told


def _numbers(pages: int, drafts: int, without: Sequence[str], language: str) -> str:
    told = [_NUMBERS.filled(language, {"pages": pages, "drafts": drafts})]
    if without:
        told.append(_WITHOUT.filled(language, {"number": len(without), "names": ", ".join(map(one_line, without))}))
    return " ".join(told)


def _alike(projects: Sequence[Project], pages: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the pages whose drafts have one number or one name: they stay rows of their own."""
    groups: defaultdict[object, list[str]] = defaultdict(list)
    for project, page in zip(projects, pages, strict=True):
        groups[name_and_owner(project)[0]].append(page)
        if project.operation_id is not None:
            groups[project.operation_id].append(page)
    return list(dict.fromkeys(tuple(alike) for alike in groups.values() if len(alike) > 1))


def _say_compared(projects: Sequence[Project], found: Sequence[Found], arguments: Namespace) -> None:
    """Print how many drafts the list has, and which it does not have or not alike."""
    language: str = arguments.lang
    counted = Counter(each.likeness for each in found)
    numbers = {likeness.value: counted[likeness] for likeness in Likeness}
    say_wrapped(_COMPARED.filled(language, {"name": write_source(arguments.known, language), **numbers}))
    for project, each in zip(projects, found, strict=True):
        say_wrapped(f"{name_and_number(project)}: {_note_of(each, language)}", indent=_INDENT)


def _note_of(found: Found, language: str) -> str:
    """Return whether a list has a draft, with the projects of the list that it is or may be."""
    named = [name_and_number(project) for project in found.known[:_MOST_NAMED]]
    fields = [_against(each, language) for each in found.contradictions]
    told = {"projects": _OR.text(language).join(named), "fields": "; ".join(fields)}
    return _NOTES[found.likeness].text(language).format_map(told)


def _against(each: Contradiction, language: str) -> str:
    told = {
        "place": write_place(each.path, language),
        "said": write_value(each.said, language),
        "known": write_value(each.known, language),
    }
    return _AGAINST.text(language).format_map(told)
