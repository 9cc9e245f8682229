"""The commands by name, each of which prints its result and returns an exit status; `_law` has those that list."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from esfmodel.cli._law import show_errors, show_law, show_rules
from esfmodel.cli._sources import day_asked, law_with, naming, rates_asked, sources, write_file
from esfmodel.cli._statuses import ERRORS, FINE, REFUSED
from esfmodel.cli._table import show_table
from esfmodel.cli._terminal import WIDTH, refuse, say, say_heading, say_problems, say_source
from esfmodel.display import breakdown_table, claims_table, financing_table, report_text
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import EsfModelError, InvalidValue, ReadError
from esfmodel.examples import EXAMPLES
from esfmodel.formats import to_text
from esfmodel.model import (
    Budget,
    BudgetSide,
    By,
    Ledger,
    Organisation,
    Project,
    SpreadBy,
    breakdown,
    breakdowns,
    spread,
    spread_amount,
)
from esfmodel.model.breakdown import side_of
from esfmodel.model.facts import fund_of, programming_period_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.rules import RULES, validate
from esfmodel.rules.words import Words
from esfmodel.text import sv
from esfmodel.text._languages import TEXTS
from esfmodel.text.telling.problems import write_value
from esfmodel.values.format import LANGUAGES
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rounding import Rounding
from esfmodel.workings import explain

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from esfmodel.cli._sources import Source
    from esfmodel.errors import Told
    from esfmodel.model import Breakdown
    from esfmodel.rules import Report
    from esfmodel.rules.rule import AnyRule
    from esfmodel.values.rate import Rate


_FROM = Words("Källa", "Source")
_TOGETHER = Words("Alla projekt i {name} tillsammans ({number})", "All projects of {name} together ({number})")


def run(arguments: Namespace) -> int:
    """Run a command; an error ends it, and is told in the language asked for."""
    if arguments.lang not in LANGUAGES:
        error = InvalidValue("value.not_one_of", "--lang", arguments.lang, choices=LANGUAGES)
        return max(refuse(error, language) for language in LANGUAGES)
    try:
        return COMMANDS[arguments.command](arguments)
    except EsfModelError as error:
        return refuse(error, arguments.lang)


def _check(arguments: Namespace) -> int:
    _check_names_something(arguments)
    arguments.on = day_asked(arguments)
    arguments.law = law_with(arguments.pack)
    arguments.rates = rates_asked(arguments)
    return _check_for_programs(arguments) if arguments.json else _say_projects(arguments, reports=True)


def _show(arguments: Namespace) -> int:
    _check_names_something(arguments)
    arguments.table = requested_table(arguments.by, arguments.of)
    return _say_projects(arguments, reports=False)


def _explain(arguments: Namespace) -> int:
    _check_names_something(arguments)
    status = FINE
    for source in sources(arguments):
        status = max(status, _status_of(source, arguments.lang))
        for project in source.projects:
            workings = workings_of(project, arguments.figure, arguments.lang)
            _say_name(project)
            say(f"\n{workings}\n")
        say_problems(source.name, source.problems, arguments.lang)
    return status


def _check_names_something(arguments: Namespace) -> None:
    if not (arguments.files or arguments.examples):
        raise InvalidValue("command.no_file")


def _say_projects(arguments: Namespace, *, reports: bool) -> int:
    status = FINE
    for source in sources(arguments):
        status = max(status, _status_of(source, arguments.lang))
        for project in source.projects:
            _say_project(project, source, arguments.lang)
            if not reports and arguments.table is not None:
                say("\n\n".join(tables(project, arguments.table, arguments.lang)) + "\n")
            if not reports:
                for text in claims_texts(project, arguments.lang):
                    say(f"{text}\n")
            if reports:
                status = max(status, _say_report(_judged(project, arguments), arguments))
        together = _together(source, arguments) if reports else None
        if together is not None:
            say_heading(
                _TOGETHER.text(arguments.lang).format(number=len(source.projects), name=one_line(source.name or ""))
            )
            status = max(status, _say_report(together, arguments))
        say_problems(source.name, source.problems, arguments.lang)
    return status


def _status_of(source: Source, language: str) -> int:
    """Return the exit status of a source, and print to standard error why it could not be read whole."""
    if source.is_whole:
        return FINE
    return refuse(source.error or ReadError("command.not_read_whole", source=source.name), language)


def _say_name(project: Project) -> None:
    number = "" if project.operation_id is None else f" ({project.operation_id})"
    say_heading(one_line(f"{project.name}{number}"))


def _say_project(project: Project, source: Source, language: str) -> None:
    _say_name(project)
    origin = [one_line(each) for each in (source.name, project.source) if each is not None]
    say(f"{_FROM.text(language)}: {'; '.join(origin)}")
    summary = TEXTS[language].summary(project)
    say("\n".join(["", *wrapped(one_line(summary), WIDTH), "", financing_table(project, language), ""]))


def _together(source: Source, arguments: Namespace) -> Report | None:
    """Judge the projects of one file as a portfolio, if `--together` says that the file is complete."""
    if not arguments.together or source.name is None:
        return None
    rules = [rule for rule in RULES if rule.subject is Portfolio]
    return _judged(Portfolio(source.projects), arguments, rules)


def _judged(subject: Project | Portfolio, arguments: Namespace, rules: Iterable[AnyRule] = RULES) -> Report:
    return validate(
        subject, on=arguments.on, law=arguments.law, rules=rules, rates=arguments.rates, ignore=arguments.ignore
    )


def _say_report(report: Report, arguments: Namespace) -> int:
    say(f"{report_text(report, arguments.lang, verbose=arguments.verbose)}\n")
    return ERRORS if report.errors else FINE


def _check_for_programs(arguments: Namespace) -> int:
    status: int = FINE
    written: list[dict[str, object]] = []
    for source in sources(arguments):
        reports = [_judged(project, arguments) for project in source.projects]
        together = _together(source, arguments)
        status = max(status, _status_of(source, arguments.lang))
        if any(report.errors for report in (*reports, *([] if together is None else [together]))):
            status = max(status, ERRORS)
        written.append(
            {
                "source": source.name,
                "error": None if source.error is None else _error_document(source.error),
                "whole": source.is_whole,
                "problems": [_error_document(problem) for problem in source.problems],
                "reports": [json.loads(report.to_json()) for report in reports],
                "together": None if together is None else json.loads(together.to_json()),
            }
        )
    document: dict[str, object] = {"format": "esfmodel check", "version": 1, "status": status, "sources": written}
    say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    return status


def _error_document(error: Told) -> dict[str, object]:
    """Return an error or a problem as it stands in a document for programs."""
    return {
        "code": error.code,
        "source": error.source,
        "line": error.line,
        "place": error.place,
        "given": None if error.given is None else write_value(error.given, "en"),
        "text": {language: error.text(language) for language in LANGUAGES},
    }


def _convert(arguments: Namespace) -> int:
    """Write all projects that could be read in another format, and the problems to standard error."""
    status: int = FINE
    projects: list[Project] = []
    for source in sources(arguments):
        status = max(status, _status_of(source, arguments.lang))
        projects += source.projects
        for problem in source.problems:
            say(f"esfmodel: {one_line(f'{source.name}: {problem.text(arguments.lang)}')}", sys.stderr)
    if not projects:
        return REFUSED
    if arguments.output is None:
        _write_source(projects, arguments.to)
        return status
    write_file(projects, arguments.output, f"project_{arguments.to}")
    return status


def _example(arguments: Namespace) -> int:
    if arguments.name is None:
        width = max(map(len, EXAMPLES))
        for name, project in EXAMPLES.items():
            say(f"{name:<{width}}  {project.name}")
        return FINE
    found = EXAMPLES.get(arguments.name)
    if found is None:
        raise InvalidValue("value.not_one_of", "", arguments.name, choices=tuple(EXAMPLES))
    _write_source([found], arguments.to)
    return FINE


def _write_source(projects: list[Project], to: str) -> None:
    say_source(to_text(projects, f"project_{to}"), pairs=to == "json")


# --- The command `plan`

_MOST_DIGITS = 100
_CO_FUNDER = "Region Dalarna=2"

_AMOUNTS = ("support", "total", "own")
_SHARES = ("own_rate", "support_rate", "eu_share_of_support")
_OPTIONS = MappingProxyType(
    {
        "support": "--support",
        "total": "--total",
        "own": "--own",
        "own_rate": "--own-rate",
        "support_rate": "--support-rate",
        "eu_share_of_support": "--eu-share",
        "co_funders": "--co-funder",
    }
)


def show_plan(arguments: Namespace) -> int:
    plan = _plan(arguments)
    sentence = TEXTS[arguments.lang].financing_plan(plan)
    if arguments.json:
        document = {"format": "esfmodel plan", "version": 1, "text": sentence, "budget": _budget_document(plan)}
        say_source(json.dumps(document, ensure_ascii=False, indent=2), pairs=True)
    else:
        say("\n".join([*wrapped(sentence, WIDTH), "", financing_table(plan, arguments.lang)]))
    return FINE


def _plan(arguments: Namespace) -> Budget:
    given: dict[str, Any] = {}
    for names, read in ((_AMOUNTS, _read_amount), (_SHARES, _read_rate)):
        for name in names:
            text = getattr(arguments, name)
            if text is not None:
                with naming(_OPTIONS[name], text):
                    given[name] = read(text, arguments.lang)
    if arguments.co_funder:
        given["co_funders"] = _co_funders(arguments.co_funder)
    if arguments.ore:
        given["rounding"] = Rounding.MINOR_UP
    try:
        return Budget.plan(**given)
    except EsfModelError as error:
        if error.place not in _OPTIONS:
            raise
        typed = getattr(arguments, error.place, tuple(arguments.co_funder))
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


def _budget_document(plan: Budget) -> object:
    """Return a budget as it stands in a `project_json` document."""
    return json.loads(to_text(Project("plan", budget=plan), "project_json"))["projects"][0]["budget"]


# --- The command `show`: claims

_NO_ADVANCES = Words(
    "Förskott är inte med: ett projekt säger inte när de betalades ut.",
    "Advances are left out: a project does not say when they were paid.",
)
_NOT_COMPUTED = Words(
    "Ansökningarna om utbetalning går inte att räkna på. {why}",
    "The claims cannot be computed. {why}",
)


def claims_texts(project: Project, language: str) -> Iterator[str]:
    """Yield the tables of a project's claims and a note on what they leave out, or why there are no tables."""
    if not project.claims:
        return
    try:
        tables = claims_table(Ledger.of(project), language)
    except EsfModelError as error:
        note = _NOT_COMPUTED.text(language).format(why=one_line(error.text(language)))
        yield "\n".join(wrapped(note, WIDTH))
        return
    yield tables
    yield _NO_ADVANCES.text(language)


# --- The command `explain`

_NO_BUDGET = Words("Projektet har ingen budget.", "The project has no budget.")


def workings_of(project: Project, figure: str, language: str) -> str:
    """Return the workings of a figure as text. Raises `InvalidValue` for a figure that the budget does not have."""
    if project.budget is None:
        return _NO_BUDGET.text(language)
    with naming("FIGURE"):
        found = explain(project.budget, figure, programming_period=programming_period_of(project))
    steps = [step.text(language) for step in found.steps] or [found.text(language)]
    return "\n".join(line for step in steps for line in wrapped(one_line(step), WIDTH))


# --- The command `show --by`: a breakdown, with amounts spread over the years where they name none

_MOST_KEYS = 2
_ON_BOTH_SIDES = frozenset({By.PARTNER, By.PHASE, By.YEAR, None})

_SPREAD = {
    SpreadBy.MONTHS: Words(
        "Belopp utan år är fördelade efter projektperiodens månader; det sista året bär resten.",
        "Amounts without a year are divided by the months of the project period; the last year takes the remainder.",
    ),
    SpreadBy.DAYS: Words(
        "Belopp utan år är fördelade efter projektperiodens dagar; det sista året bär resten.",
        "Amounts without a year are divided by the days of the project period; the last year takes the remainder.",
    ),
}
_NO_PERIOD = Words(
    "Beloppen är inte fördelade på år: projektperiodens början och slut är inte kända.",
    "The amounts are not divided over years: the beginning and end of the project period are not known.",
)
_ONLY_YEARS = Words(
    "Beloppen är inte fördelade på år: av projektperioden är bara åren kända.",
    "The amounts are not divided over years: of the project period only the years are known.",
)
_NOT_OVER_IT = Words(
    "Beloppen är inte fördelade på år: projektperioden är för lång, eller raderna för många.",
    "The amounts are not divided over years: the project period is too long, or there are too many lines.",
)
_TOO_LARGE = Words(
    "Tabellen visas inte: den har för många rader och kolumner.",
    "The table is not shown: it has too many rows and columns.",
)
_NOT_EXACT = Words(
    "Vad som inte är exakt känt, eller betalas som en klumpsumma, är inte fördelat på år.",
    "What is not exactly known, or is paid as a lump sum, is not divided over years.",
)


@attrs.frozen
class TableRequest:
    """A requested breakdown: its rows, its columns and the side of the budget."""

    rows: By
    columns: By | None
    side: BudgetSide


def requested_table(by: str | None, of: str | None) -> TableRequest | None:
    """Return the table requested by `--by` and `--of`: "funder,year" has a row per funder and a column per year.

    Without `--of`, keys that costs and financing share are those of the financing.
    """
    if by is None:
        if of is not None:
            raise InvalidValue("argument.lacks", "--of", of, other="--by")
        return None
    rows, columns = _keys_of(by)
    side = None if of is None else BudgetSide(of)
    if side is None and {rows, columns} <= _ON_BOTH_SIDES:
        side = BudgetSide.FINANCING
    with naming("--by"):
        return TableRequest(rows, columns, side_of(rows, columns, side))


def _keys_of(text: str) -> tuple[By, By | None]:
    with naming("--by"):
        # The labels are read in every language: an error tells them in that of the reader.
        rows, *columns = (sv.parse_label(By, each) for each in text.split(","))
    if len(columns) >= _MOST_KEYS:
        raise InvalidValue("command.too_many_keys", "--by", text)
    return rows, columns[0] if columns else None


def tables(project: Project, request: TableRequest, language: str) -> Iterator[str]:
    """Yield the tables of a project, one per currency, and then notes on how amounts were spread over years."""
    rows, columns, side = request.rows, request.columns, request.side
    notes: list[Words] = []
    try:
        found = breakdowns(project, rows, columns, of=side)
    except InvalidValue:
        yield _TOO_LARGE.text(language)
        return
    if By.YEAR in (rows, columns) and any(map(_lacks_years, found)):
        # Amounts without a year are spread over the project period; if that fails, the table stays as it was.
        way = _spread_by(project)
        try:
            found = found if isinstance(way, Words) else breakdowns(_over_years(project, way), rows, columns, of=side)
        except InvalidValue:
            way = _NOT_OVER_IT
        if isinstance(way, Words):
            notes.append(way)
        else:
            notes += [_SPREAD[way], *([_NOT_EXACT] if any(map(_lacks_years, found)) else [])]
    for table in found or [breakdown(Budget(), rows, columns, of=side)]:
        yield breakdown_table(table, language, fund=fund_of(project))
    yield from (note.text(language) for note in notes)


def _lacks_years(table: Breakdown) -> bool:
    years = [row.key for row in table.rows] if table.rows_by is By.YEAR else table.columns
    return None in years


def _spread_by(project: Project) -> SpreadBy | Words:
    """Return how to spread over the project period: by months if they are whole, else by days; or why it cannot be."""
    period = project.period
    if not isinstance(period, Period):
        return _NO_PERIOD
    if period.months is None:
        return _ONLY_YEARS
    try:  # spreading nothing shows whether the period has whole months
        spread_amount(Money(0), [period], by=SpreadBy.MONTHS)
    except InvalidValue:
        return SpreadBy.DAYS
    return SpreadBy.MONTHS


def _over_years(project: Project, by: SpreadBy) -> Project:
    """Return a project with its budget, and those of its partners, spread over the years of its period."""

    def spread_budget(budget: Budget | None) -> Budget | None:
        return spread(budget, project.period, by=by) if budget and isinstance(project.period, Period) else budget

    return attrs.evolve(
        project,
        budget=spread_budget(project.budget),
        partners=[attrs.evolve(each, budget=spread_budget(each.budget)) for each in project.partners],
    )


COMMANDS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "check": _check,
        "show": _show,
        "plan": show_plan,
        "table": show_table,
        "explain": _explain,
        "convert": _convert,
        "example": _example,
        "rules": show_rules,
        "law": show_law,
        "errors": show_errors,
    }
)
