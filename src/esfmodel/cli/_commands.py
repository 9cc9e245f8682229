"""The commands by name, each of which prints its result and returns an exit status; `_law` has those that list."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from esfmodel.cli import _options
from esfmodel.cli._breakdown import requested_table, tables
from esfmodel.cli._check import check, check_names_something, say_name, say_origin, say_summary, status_of
from esfmodel.cli._convert import show_converted
from esfmodel.cli._diff import show_diff
from esfmodel.cli._law import show_errors, show_law, show_rules
from esfmodel.cli._options import COMMANDS as OFFERED
from esfmodel.cli._parser import not_one_of
from esfmodel.cli._sources import naming, sources
from esfmodel.cli._statuses import FINE, REFUSED
from esfmodel.cli._table import show_table
from esfmodel.cli._targets import STDOUT, beside, check_target, ended_cleanly, write_file, write_text
from esfmodel.cli._terminal import page_width, paragraph, refuse, say, say_problems, say_source, say_wrapped
from esfmodel.display import financing_table
from esfmodel.display.claims import claims_of
from esfmodel.errors import EsfModelError, InvalidData, InvalidValue
from esfmodel.examples import EXAMPLES
from esfmodel.formats import json_schema, project_schema, to_dict
from esfmodel.model import Budget, Organisation, Project
from esfmodel.model.facts import programming_period_of
from esfmodel.rules import Report
from esfmodel.rules.words import Words
from esfmodel.text.languages import TEXTS
from esfmodel.values.format import LANGUAGES
from esfmodel.values.rounding import Rounding
from esfmodel.workings import explain

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Mapping

    from esfmodel.values.money import Money, Rate


def run(arguments: Namespace) -> int:
    """Run a command; an error ends it, and is told in the language asked for."""
    if arguments.lang not in LANGUAGES:
        error = InvalidValue("value.not_one_of", "--lang", arguments.lang, choices=LANGUAGES)
        return max(refuse(error, language) for language in LANGUAGES)
    try:
        with ended_cleanly():
            return COMMANDS[arguments.command](arguments)
    except InvalidData as error:
        # Of a file with much wrong in it, all is told.
        say_problems(error.source, error.problems, arguments.lang, sys.stderr)
        return REFUSED
    except EsfModelError as error:
        return refuse(error, arguments.lang)


def _show(arguments: Namespace) -> int:
    check_names_something(arguments)
    table = requested_table(arguments.by, arguments.of)
    status = FINE
    for source in sources(arguments):
        status = max(status, status_of(source, arguments.lang))
        say_problems(source.name, source.problems, arguments.lang)
        for project in source.projects:
            say_name(project)
            say_origin(project, source, arguments.lang)
            say("")
            say_summary(project, arguments.lang)
            if table is not None:
                say("\n\n".join(tables(project, table, arguments.lang)) + "\n")
            for text in claims_texts(project, arguments.lang):
                say(f"{text}\n")
    return status


def _explain(arguments: Namespace) -> int:
    if not arguments.files and Path(arguments.figure).exists():
        # A file alone was named: the error lists the figures.
        workings_of(Project("-", budget=Budget()), arguments.figure, arguments.lang)
    check_names_something(arguments)
    status = FINE
    for source in sources(arguments):
        status = max(status, status_of(source, arguments.lang))
        say_problems(source.name, source.problems, arguments.lang)
        for project in source.projects:
            workings = workings_of(project, arguments.figure, arguments.lang)
            say_name(project)
            say(f"\n{workings}\n")
    return status


def _example(arguments: Namespace) -> int:
    if arguments.name is None:
        width = max(map(len, EXAMPLES))
        for name, project in EXAMPLES.items():
            say(f"{name:<{width}}  {project.name}")
        return FINE
    found = EXAMPLES.get(arguments.name)
    if found is None:
        raise not_one_of("", arguments.name, EXAMPLES)
    write_file(found, STDOUT, arguments.to, arguments.lang)
    return FINE


def _schema(arguments: Namespace) -> int:
    """Print the JSON Schema of a document of projects, or of a report."""
    kind = arguments.kind or "project"
    if kind not in _SCHEMAS:
        raise not_one_of("", kind, _SCHEMAS)
    say_source(json.dumps(_SCHEMAS[kind](), ensure_ascii=False, indent=2), pairs=True)
    return FINE


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {"project": project_schema, "report": lambda: json_schema(Report)}
)


# --- The command `plan`

_MOST_DIGITS = 100
_CO_FUNDER = "Region Dalarna=2"

_AMOUNTS = ("support", "total", "own")
_SHARES = ("own_rate", "support_rate", "eu_share_of_support")
_PLANNED = Words("Planerat projekt", "Planned project")
_OPTIONS = MappingProxyType({option.dest: option.names[-1] for option in _options.COMMANDS["plan"].options})


def show_plan(arguments: Namespace) -> int:
    plan = _plan(arguments)
    check_target(arguments)
    if arguments.output is not None:
        write_file(Project(_PLANNED.text(arguments.lang), budget=plan), arguments.output, None, arguments.lang)
    with beside(arguments.output):
        return _say_plan(plan, arguments)


def _say_plan(plan: Budget, arguments: Namespace) -> int:
    sentence = TEXTS[arguments.lang].financing_plan(plan)
    if arguments.json:
        document = {"format": "esfmodel plan", "version": 1, "text": sentence, "budget": to_dict(plan)}
        say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    else:
        say_wrapped(sentence)
        say(f"\n{financing_table(plan, arguments.lang, width=page_width())}")
    return FINE


def _plan(arguments: Namespace) -> Budget:
    given: dict[str, Any] = {}
    for names, read in ((_AMOUNTS, _read_amount), (_SHARES, _read_rate)):
        for name in names:
            text = getattr(arguments, name)
            if text is not None:
                with naming(_OPTIONS[name], text):
                    given[name] = read(text, arguments.lang)
    if arguments.co_funders:
        given["co_funders"] = _co_funders(arguments.co_funders)
    if arguments.ore:
        given["rounding"] = Rounding.MINOR_UP
    try:
        return Budget.plan(**given)
    except EsfModelError as error:
        if error.place not in _OPTIONS:
            raise
        typed = tuple(arguments.co_funders) if error.place == "co_funders" else getattr(arguments, error.place)
        raise error.at(_OPTIONS[error.place], given=typed) from error


def _read_amount(text: str, language: str) -> Money:
    # A bare number is in kronor.
    is_bare = not any(each.isalpha() or each in "€:" for each in text)
    return TEXTS[language].parse_money(text, currency="SEK" if is_bare else None)


def _read_rate(text: str, language: str) -> Rate:
    return TEXTS[language].parse_rate(text)


def _co_funders(given: list[str]) -> dict[Organisation, Fraction]:
    """Return co-funders with their weights: "Region Dalarna=2"; the weight is 1 if not given."""
    weights: dict[Organisation, Fraction] = {}
    for text in given:
        name, _, weight = text.rpartition("=") if "=" in text else (text, "", "1")
        name, weight = name.strip(), weight.strip()
        if not name:
            raise InvalidValue("plan.co_funder_without_name", "--co-funder", text, example=_CO_FUNDER)
        funder = Organisation(name)
        if funder in weights:
            raise InvalidValue("value.given_twice", "--co-funder", name)
        if not (weight.isascii() and weight.isdecimal() and len(weight) < _MOST_DIGITS):
            raise InvalidValue("plan.co_funder_weight", "--co-funder", text, example=_CO_FUNDER)
        weights[funder] = Fraction(weight)
    return weights


# --- The command `show`: claims


def claims_texts(project: Project, language: str) -> Iterator[str]:
    """Yield the tables of a project's claims and a note on what they leave out, or why there are no tables."""
    tables, note = claims_of(project, language)
    if tables:
        yield "\n\n".join(table.text(page_width()) for table in tables)
    if note is not None:
        yield paragraph(note)


# --- The command `explain`

_NO_BUDGET = Words("Projektet har ingen budget.", "The project has no budget.")


def workings_of(project: Project, figure: str, language: str) -> str:
    """Return the workings of a figure as text. Raises `InvalidValue` for a figure that the budget does not have."""
    if project.budget is None:
        return _NO_BUDGET.text(language)
    with naming(OFFERED["explain"].positionals[-1].name.text(language)):
        found = explain(project.budget, figure, programming_period=programming_period_of(project))
    steps = [step.text(language) for step in found.steps] or [found.text(language)]
    return "\n".join(map(paragraph, steps))


def _new(arguments: Namespace) -> int:
    # Imported at its first use, with the writer of TOML: other commands start without.
    from esfmodel.cli._new import show_new

    return show_new(arguments)


_NEW_MAPPING = "new"


def _mapping(arguments: Namespace) -> int:
    if arguments.action != _NEW_MAPPING:
        raise not_one_of("", arguments.action, (_NEW_MAPPING,))
    check_target(arguments, (arguments.list,))
    # Imported at its first use, with the readers of lists: other commands start without.
    from esfmodel.formats.lists.draft import draft_mapping

    draft = draft_mapping(arguments.list, arguments.lang, currency=arguments.currency, sheet=arguments.sheet)
    write_text(draft, arguments.output or STDOUT)
    return FINE


def _report(arguments: Namespace) -> int:
    # Imported at its first use, with the makers of HTML: other commands start without.
    from esfmodel.cli._report import show_report

    return show_report(arguments)


def _read(arguments: Namespace) -> int:
    # Imported at its first use: other commands start without.
    from esfmodel.cli._read import show_read

    return show_read(arguments)


COMMANDS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "check": check,
        "report": _report,
        "show": _show,
        "plan": show_plan,
        "table": show_table,
        "explain": _explain,
        "diff": show_diff,
        "convert": show_converted,
        "read": _read,
        "mapping": _mapping,
        "new": _new,
        "example": _example,
        "rules": show_rules,
        "law": show_law,
        "errors": show_errors,
        "schema": _schema,
    }
)
