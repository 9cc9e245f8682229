"""The command `diff`: what became of a list between two downloads, by new projects, changed ones, and those gone."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, cast

import attrs

from esfmodel.cli._check import status_of
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._sources import sources
from esfmodel.cli._terminal import say, say_heading, say_wrapped
from esfmodel.display.columns import one_line
from esfmodel.display.overview import name_and_number
from esfmodel.model import Budget, diff
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital, write_place, write_source, write_value
from esfmodel.text.words.list_headings import YES_OR_NO

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from esfmodel.model import PortfolioChange, ProjectChange

    _Pairs: TypeAlias = tuple[tuple[str, str], ...]

_TITLE = Words("Från {before} till {after}", "From {before} to {after}")
_NUMBERS = Words(
    "Nya: {new}. Ändrade: {changed}. Borta: {gone}. Oförändrade: {same}.",
    "New: {new}. Changed: {changed}. Gone: {gone}. Unchanged: {same}.",
)
_UNCLEAR = Words(
    "Går inte att para ihop, eftersom flera har samma nummer, eller samma namn och ägare och inget nummer: {before} i "
    "{old} och {after} i {new}. Vad som har hänt med dem framgår inte.",
    "Cannot be paired, since several have one number, or one name and owner and no number: {before} in {old} and "
    "{after} in {new}. Nothing is said of what became of them.",
)
_NOT_WHOLE = Words(
    "Filerna gick inte att läsa i sin helhet: ett projekt som här är nytt eller borta kan finnas på en rad som inte "
    "lästes.",
    "Not all of the files could be read: a project that is new or gone here may stand in a row that was not read.",
)
_NEW = Words("Nya", "New")
_CHANGED = Words("Ändrade", "Changed")
_GONE = Words("Borta", "Gone")
_BECAME = Words("{place}: {before} blev {after}", "{place}: {before} became {after}")
_NOT_STATED = Words("ej angivet", "not stated")
_INDENT = 2


def show_diff(arguments: Namespace) -> int:
    """Print what became of the projects of one file in another, and the problems of reading both."""
    language: str = arguments.lang
    arguments.files = [arguments.before, arguments.after]
    read = list(sources(arguments))
    status = max(status_of(source, language) for source in read)
    before, after = read
    if before.reading is None or after.reading is None:
        return status
    names = {"before": write_source(arguments.before, language), "after": write_source(arguments.after, language)}
    say_heading(one_line(_TITLE.text(language).format_map(names)))
    _say_changes(diff(Portfolio(before.projects), Portfolio(after.projects)), names, language)
    if not (before.is_whole and after.is_whole):
        say_wrapped(_NOT_WHOLE.text(language))
        say("")
    for source in read:
        say_some_problems(source.name or "", source.problems, arguments)
    return status


def _say_changes(changes: PortfolioChange, names: Mapping[str, str], language: str) -> None:
    numbers = {name: len(getattr(changes, name)) for name in ("new", "changed", "gone", "same")}
    say_wrapped(_NUMBERS.filled(language, numbers))
    unclear = {"before": len(changes.unclear_before), "after": len(changes.unclear_after)}
    if any(unclear.values()):
        say_wrapped(_UNCLEAR.filled(language, unclear | {"old": names["before"], "new": names["after"]}))
    say("")
    _say_names(_NEW.text(language), changes.new)
    if changes.changed:
        say_heading(_CHANGED.text(language))
        for change in changes.changed:
            say_wrapped(name_and_number(change.after))
            for line in _told(change, language):
                say_wrapped(line, indent=_INDENT)
        say("")
    _say_names(_GONE.text(language), changes.gone)


def _say_names(heading: str, projects: Iterable[Project]) -> None:
    listed = [name_and_number(project) for project in projects]
    if listed:
        say_heading(heading)
        for name in listed:
            say_wrapped(name)
        say("")


# --- What has changed in a project


def _told(change: ProjectChange, language: str) -> Iterator[str]:
    """Yield a line for each value that has changed, with its place in words."""
    for name in change.fields:
        ones, others = getattr(change.before, name), getattr(change.after, name)
        changed = _in_extra(ones, others) if name == "extra" else _in_field(name, ones, others, language)
        for place, before, after in changed:
            told = {"place": capital(place), "before": _value(before, language), "after": _value(after, language)}
            yield _BECAME.text(language).format_map(told)


def _in_field(path: str, before: object, after: object, language: str) -> Iterator[tuple[str, object, object]]:
    changed = list(_in_figures(before, after)) or _differences(path, before, after)
    for place, one, other in changed:
        yield write_place(place, language), one, other


def _in_figures(before: object, after: object) -> Iterator[tuple[str, object, object]]:
    """Yield what has changed of the sums of a budget: its lines may have another order, or be more in number."""
    if any(isinstance(each, Budget) for each in (before, after)):
        for name in _FIGURES:
            one, other = (getattr(each, name, None) for each in (before, after))
            if one != other:
                yield f"budget.{name}", one, other


_FIGURES = ("total_cost", "support", "eu_support", "own_contribution")


def _in_extra(before: _Pairs, after: _Pairs) -> Iterator[tuple[str, object, object]]:
    """Yield what has changed of what has no field, by its own label; a label may stand there more than once."""
    ones, others = _by_label(before), _by_label(after)
    for label in dict.fromkeys((*ones, *others)):
        if ones.get(label) != others.get(label):
            yield one_line(label), ones.get(label), others.get(label)


def _by_label(pairs: _Pairs) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for label, text in pairs:
        found[label] = (*found.get(label, ()), text)
    return found


def _differences(path: str, before: object, after: object) -> Iterator[tuple[str, object, object]]:
    """Yield the innermost values that differ, by their paths; None is what one of the two does not state."""
    if before == after or (not _is_stated(before) and not _is_stated(after)):
        return
    parts: type[Any] | None = next((type(each) for each in (before, after) if _has_parts(each)), None)
    if parts is not None and all(type(each) is parts or not _is_stated(each) for each in (before, after)):
        for field in attrs.fields(parts):
            name = field.alias or field.name
            yield from _differences(f"{path}.{name}", getattr(before, name, None), getattr(after, name, None))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        ones, others = cast("tuple[object, ...]", before), cast("tuple[object, ...]", after)
        for index, (one, other) in enumerate(zip_longest(ones, others)):
            yield from _differences(f"{path}[{index}]", one, other)
    else:
        yield path, before, after


def _is_stated(value: object) -> bool:
    return value is not None and value != ()


def _has_parts(value: object) -> bool:
    """Whether a value is an object of the model: an amount or a period is told as a whole."""
    return attrs.has(type(value)) and type(value).__module__.startswith(_MODEL)


_MODEL = f"{Project.__module__.rpartition('.')[0]}."


def _value(value: object, language: str) -> str:
    if isinstance(value, bool):
        return YES_OR_NO[language][value]
    return one_line(write_value(value, language)) if _is_stated(value) else _NOT_STATED.text(language)
