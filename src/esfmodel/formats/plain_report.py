"""A report as plain data, from which an equal report is made again; and the JSON Schema of that shape.

A text, a whole number, true and false are written as they are. A value of the library is an object with one key, the
name of its type: `{"money": "900 SEK"}`, `{"date": "2024-06-28"}`, `{"cost_category": "staff"}`.

>>> from esfmodel import Project, validate
>>> report = validate(Project("Framtidskraft"))
>>> report_to_plain(report)["subject"]
'Framtidskraft'
>>> read_report(report_to_plain(report), ()) == report
True
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

import esfmodel.law
import esfmodel.model
import esfmodel.rules
import esfmodel.values
from esfmodel.errors import InvalidData, InvalidValue
from esfmodel.formats._document import is_enough, parsed_json, plain_data
from esfmodel.formats._parsed import encodable, json_text
from esfmodel.formats._shapes import (
    DAY,
    TEXT,
    TRUTH,
    WHOLE,
    WRONG,
    Key,
    Shape,
    keys_of,
    keys_of_class,
    member,
    member_by_name,
    named,
    optional,
    parsed,
    record,
    several,
    single,
)
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.plain_values import WRITE, text_of
from esfmodel.formats.reading import Problem
from esfmodel.formats.schema import DRAFT
from esfmodel.law import Grade, Level, Provision
from esfmodel.law.law import UsedPack
from esfmodel.model import ExchangeRate
from esfmodel.rules import Finding, Ground, Outcome, Place, Report, RuleResult, Severity, Words
from esfmodel.rules.book import RuleBook, is_of_the_book, rule_of_the_book
from esfmodel.text.telling.problems import Numbered
from esfmodel.values.bounds import Bounds, with_moves
from esfmodel.values.dates import Date
from esfmodel.values.format import LANGUAGES, Labelled
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period
from esfmodel.values.syntax import LONGEST_NUMBER, at_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.formats.schema import Schema
    from esfmodel.rules.rule import AnyRule

FORMAT: Final = "esfmodel report"
VERSION: Final = 2
"""Version 1 wrote every value as text, which does not tell what it was."""


def report_to_plain(report: Report) -> dict[str, object]:
    """Implement `to_dict`; raise `TypeError` for a value in a finding that has no plain form."""
    return cast("dict[str, object]", _report(RuleBook()).write(report))


def report_to_json(report: Report, indent: int | None) -> str:
    """Implement `to_json`."""
    return encodable(json_text(report_to_plain(report), indent))


def read_report(data: object, rules: Iterable[AnyRule]) -> Report:
    """Implement `from_dict`, with rules of one's own from `rules`."""
    plain, problems = plain_data(data)
    return _report_of(plain, rules, problems)


def read_report_in(text: str, rules: Iterable[AnyRule]) -> Report:
    """Implement `from_json`."""
    return _report_of(parsed_json(text, "text"), rules, [])


def _report_of(data: object, rules: Iterable[AnyRule], problems: list[Problem]) -> Report:
    own = RuleBook(rules)
    head = _problems_of_head(data)
    # What another version means by its keys is not known.
    made = WRONG if head else _report(own).read(data, "", problems)
    found = head or problems
    is_enough(found, "")
    if found:
        raise InvalidData(tuple(found))
    return cast("Report", made)


def report_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a report as plain data."""
    definitions = {"Provision": _PROVISION.schema, "Value": _VALUE.schema, "Words": _WORDS.schema}
    return {"$schema": DRAFT, "title": "Report", **_report(RuleBook()).schema, "$defs": definitions}


def _problems_of_head(data: object) -> list[Problem]:
    problems: list[Problem] = []
    keys = keys_of(data, "", problems, "format", "version", "results")
    if keys is not None:
        problems += [Problem("value.missing", name) for name in ("format", "version") if name not in keys]
        _FORMAT.read(keys.get("format", FORMAT), "format", problems)
        _VERSION.read(keys.get("version", VERSION), "version", problems)
    return problems


def _this_version(given: object) -> object:
    if given != VERSION or isinstance(given, bool):
        raise InvalidValue("report.other_version", "version", given)
    return given


def _this_format(given: object) -> object:
    if given != FORMAT:
        raise InvalidValue("value.not_one_of", "format", given, choices=(FORMAT,))
    return given


_FORMAT: Final = single(str, _this_format, {"const": FORMAT})
_VERSION: Final = single(WHOLE.write, _this_version, {"const": VERSION})


# --- Values


def _tag(kind: type) -> str:
    """Return the name of a type in small letters: "cost_category"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _decimal_of(given: object) -> Decimal:
    text = text_of(given)
    if not _NUMBER.fullmatch(text) or len(text) > LONGEST_NUMBER:
        raise InvalidValue("number.not_plain", "value", text, example='"1720"')
    return Decimal(text)


def _plain_decimal(number: Decimal) -> str:
    if not number.is_finite():
        raise InvalidValue("number.not_finite", "value", str(number))
    return f"{number:f}"


_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DECIMAL: Final = single(_plain_decimal, _decimal_of, {"type": "string", "pattern": f"^{_NUMBER.pattern}$"})
_WORDS: Final = record(Words, keys_of_class(Words))


def _bounds(interval: Bounds[Any], low_moved: int, high_moved: int) -> Bounds[Any]:
    return with_moves(interval, low_moved, high_moved)


# What sums have added to the ends is told with them, since people write the ends without it.
_BOUNDS: Final = record(
    _bounds,
    {
        "interval": Key(parsed(Bounds), lambda bounds: bounds, "interval"),
        "low_moved": Key(WHOLE, lambda bounds: bounds.low_moved, "low_moved"),
        "high_moved": Key(WHOLE, lambda bounds: bounds.high_moved, "high_moved"),
    },
)
_PLACE: Final = single(str, lambda given: Place(text_of(given)), TEXT.schema)


def _values(tags: Mapping[type, Shape], plain: Mapping[type, Shape]) -> Shape:
    """Return the shape of values of several types: those of `plain` as they are, others by the name of their type."""
    by_tag = {_tag(kind): shape for kind, shape in tags.items()}

    def write(value: object) -> object:
        kind = Date if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) else type(value)
        # Words may be such as are put together when they are asked for.
        kind = Words if isinstance(value, Words) else kind
        if kind in plain:
            return plain[kind].write(value)
        if kind in tags:
            return {_tag(kind): tags[kind].write(value)}
        raise TypeError(
            f"a finding with a {kind.__name__} has no plain data; let the rule give text, a whole number, "
            "a value of esfmodel, or a tuple of these"
        )

    def read(given: object, place: str, problems: list[Problem]) -> object:
        if type(given) in plain:
            return plain[type(given)].read(given, place, problems)
        found = keys_of(given, place, problems, *by_tag)
        if found is None:
            return WRONG
        if len(found) != 1:
            problems.append(Problem.of(InvalidValue("value.not_keys", "", given, choices=tuple(by_tag)), place=place))
            return WRONG
        [(tag, inner)] = found.items()
        if tag not in by_tag:
            problems.append(unknown_key(tag, place, by_tag))
            return WRONG
        return by_tag[tag].read(inner, at_key(place, tag), problems)

    tagged = [
        {"type": "object", "properties": {tag: shape.schema}, "required": [tag], "additionalProperties": False}
        for tag, shape in by_tag.items()
    ]
    return Shape(write, read, {"anyOf": [*(shape.schema for shape in plain.values()), *tagged]})


def _is_a(value: object, kind: type) -> bool:
    # Not inline: a type checker would go on with a list of nobody knows what.
    return isinstance(value, kind)


def _or_several(shape: Shape) -> Shape:
    """Return the shape of one value, or of a tuple of them."""
    items = several(shape)

    def read(given: object, place: str, problems: list[Problem]) -> object:
        found = items if _is_a(given, list) else shape
        return found.read(given, place, problems)

    def write(value: object) -> object:
        found = items if isinstance(value, tuple) else shape
        return found.write(value)

    return Shape(write, read, {"anyOf": [shape.schema, items.schema]})


def _defined(name: str, shape: Shape) -> Shape:
    """Return a shape that the schema defines once."""
    return attrs.evolve(shape, schema={"$ref": f"#/$defs/{name}"})


_PACKAGES: Final[tuple[Any, ...]] = (esfmodel.values, esfmodel.model, esfmodel.law, esfmodel.rules)
_LABELLED: Final = {
    kind: member(kind)
    for package in _PACKAGES
    for kind in (getattr(package, name) for name in package.__all__)
    if isinstance(kind, type) and issubclass(kind, Labelled)
}
_LEGAL: Final[dict[type, Shape]] = {Rate: parsed(Rate), Money: parsed(Money), Period: parsed(Period), Date: DAY}
_PROVISION: Final = record(
    Provision,
    keys_of_class(
        Provision,
        {"value": _values(_LEGAL, {str: TEXT, int: WHOLE}), "grade": member_by_name(Grade)},
    ),
)
_ONE_VALUE: Final = optional(
    _values(
        {
            **_LEGAL,
            **{kind: parsed(kind) for kind in WRITE if hasattr(kind, "parse") and kind is not Bounds},
            **_LABELLED,
            Bounds: _BOUNDS,
            Decimal: _DECIMAL,
            Numbered: record(Numbered, keys_of_class(Numbered)),
            Place: _PLACE,
            Provision: _defined("Provision", _PROVISION),
            Words: _defined("Words", _WORDS),
        },
        {str: TEXT, int: WHOLE, bool: TRUTH},
    )
)
_VALUE: Final = _or_several(_ONE_VALUE)
_WORDS_HERE: Final = _defined("Words", _WORDS)
_BY_NAME: Final = named(_defined("Value", _VALUE))


# --- Findings and results


def _told(write: Callable[[Any, str], str]) -> Callable[[Any], Words]:
    """Return a function that writes something in each language."""
    return lambda told: Words(**{language: write(told, language) for language in LANGUAGES})


def _read_pairs(given: object, place: str, problems: list[Problem]) -> object:
    found = _BY_NAME.read(given, place, problems)
    return WRONG if found is WRONG else tuple(found.items())


def _read_basis(given: object, place: str, problems: list[Problem]) -> object:
    found = _PROVISION if _is_a(given, dict) else _GROUND
    return found.read(given, place, problems)


def _write_basis(basis: Provision | Ground) -> object:
    return (_GROUND if isinstance(basis, Ground) else _PROVISION).write(basis)


_GROUND: Final = _LABELLED[Ground]
_FINDING: Final = record(
    Finding,
    {
        "rule": Key(TEXT, lambda found: found.rule, "rule"),
        "severity": Key(member(Severity), lambda found: found.severity, "severity"),
        "place": Key(TEXT, lambda found: found.place, "place"),
        "expected": Key(_defined("Value", _VALUE), lambda found: found.expected, "expected"),
        "found": Key(_defined("Value", _VALUE), lambda found: found.found, "found"),
        "difference": Key(
            optional(_values({Money: _LEGAL[Money], Bounds: _BOUNDS}, {})), lambda found: found.difference, "difference"
        ),
        "values": Key(attrs.evolve(_BY_NAME, read=_read_pairs), lambda found: found.values, "values"),
        "basis": Key(
            Shape(_write_basis, _read_basis, {"anyOf": [_GROUND.schema, {"$ref": "#/$defs/Provision"}]}),
            lambda found: found.basis,
            "basis",
        ),
        "level": Key(optional(member(Level)), lambda found: found.level),
        "words": Key(_WORDS_HERE, lambda found: found.words, "words"),
        "notes": Key(several(_WORDS_HERE), lambda found: found.notes, "notes"),
        "names": Key(_BY_NAME, lambda found: found.names, "names"),
        "text": Key(_WORDS_HERE, _told(lambda found, language: found.text(language))),
    },
)


def _result(own_rules: RuleBook) -> Shape:
    """Return the shape of a result, whose rule is one of the library or one of `own_rules`."""

    def make(code: str, own: bool, **rest: Any) -> RuleResult:  # noqa: ANN401
        if not own:
            return RuleResult(rule_of_the_book(code), **rest)
        if code not in own_rules.codes:
            raise InvalidValue("report.rule_not_given", "rule", code)
        return RuleResult(own_rules[code], **rest)

    return record(
        make,
        {
            "rule": Key(TEXT, lambda result: result.rule.code, "code"),
            "own": Key(TRUTH, lambda result: not is_of_the_book(result.rule), "own"),
            "severity": Key(member(Severity), lambda result: result.rule.severity),
            "basis": Key(
                TEXT,
                lambda result: result.rule.basis.value if isinstance(result.rule.basis, Ground) else result.rule.basis,
            ),
            "demand": Key(_WORDS_HERE, lambda result: result.rule.demand),
            "outcome": Key(member(Outcome), lambda result: result.outcome, "outcome"),
            "reason": Key(optional(_WORDS_HERE), lambda result: result.reason, "reason"),
            "missing": Key(several(TEXT), lambda result: result.missing, "missing"),
            "notes": Key(several(_WORDS_HERE), lambda result: result.notes, "notes"),
            "findings": Key(several(_FINDING), lambda result: result.findings, "findings"),
        },
    )


# --- The whole report


def _report(own_rules: RuleBook) -> Shape:
    """Return the shape of a report on the rules of the library and `own_rules`."""
    return record(
        _agreeing,
        {
            "format": Key(_FORMAT, lambda _: FORMAT),
            "version": Key(_VERSION, lambda _: VERSION),
            "library": Key(TEXT, lambda report: report.library_version, "library_version"),
            "law": Key(TEXT, lambda report: report.law_version, "law_version"),
            "packs": Key(several(record(UsedPack, keys_of_class(UsedPack))), lambda report: report.packs, "packs"),
            "rule_packages": Key(several(TEXT), lambda report: report.rule_packages, "rule_packages"),
            "subject": Key(optional(TEXT), lambda report: report.subject, "subject"),
            "on": Key(optional(DAY), lambda report: report.on, "on"),
            "rates": Key(several(_RATE), lambda report: report.rates, "rates"),
            "complete": Key(TRUTH, lambda report: report.complete, "complete"),
            **{name: Key(WHOLE, _count_of(name), name) for name in _COUNTED},
            "results": Key(several(_result(own_rules)), lambda report: report.results, "results"),
        },
    )


def _count_of(name: str) -> Callable[[Report], int]:
    return lambda report: len(getattr(report, name))


def _agreeing(*, complete: bool, errors: int, warnings: int, infos: int, **fields: Any) -> Report:  # noqa: ANN401
    """Return the report; refuse one whose results were cut, which could approve what the whole did not."""
    report = Report(**fields)
    stated = (complete, errors, warnings, infos)
    for name, said in zip(("complete", *_COUNTED), stated, strict=True):
        found = report.complete if name == "complete" else _count_of(name)(report)
        if found != said:
            raise InvalidValue("report.disagrees", name, str(said).lower(), found=str(found).lower())
    return report


_COUNTED: Final = ("errors", "warnings", "infos")
_RATE: Final = record(ExchangeRate, keys_of_class(ExchangeRate, {"rate": _DECIMAL}))
