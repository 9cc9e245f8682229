"""Provisions: one legal value with its act and article, the days it applies to, and how well it was read.

>>> from esfmodel import LAW
>>> window = LAW.provision("eligibility.period", programming_period="2014-2020")
>>> str(window.value), window.citation("en")
('2014-01-01/2023-12-31', 'Article 65(2) of Regulation (EU) No 1303/2013')
"""

from __future__ import annotations

import datetime
import enum
import json
import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from esfmodel import law
from esfmodel.errors import InvalidValue, ReadError, shown
from esfmodel.values import dates
from esfmodel.values.condition import Condition
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.format import InEachLanguage, Labelled, near_names
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.syntax import BYTE_ORDER_MARK, lines_in, read_toml_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from esfmodel.law.provision_value import ProvisionValue
    from esfmodel.values.dates import Date


if TYPE_CHECKING:
    Check = Callable[[object, attrs.Attribute[Any], object], None]

T = TypeVar("T", Rate, Money, int, Period, "Date", str)

LAST_DAY: Final = datetime.date.max
"""The last day that a row without an end applies to."""

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*")
_LONGEST_KEY = 200
_SWEDISH_ACTS = {
    "Regulation": "förordning",
    "Delegated Regulation": "delegerad förordning",
    "Implementing Regulation": "genomförandeförordning",
    "Decision": "beslut",
}


class Level(Labelled):
    """Who sets a value: EU law, national law, the programme, the call or the decision.

    >>> [level.name for level in sorted(Level, key=lambda level: level.rank)][:2]
    ['EU_LAW', 'NATIONAL']
    """

    EU_LAW = "EU law"
    NATIONAL = "national law"
    PROGRAMME = "programme"
    CALL = "call"
    DECISION = "decision"

    @property
    def rank(self) -> int:
        """The place in the order of the levels: a higher rank is closer to the project."""
        return _RANKS[self]


_RANKS: Final = {level: place for place, level in enumerate(Level)}


class Grade(Labelled):
    """How well a value was read.

    A: the legal text itself was read; the row has its deciding words and edition. B: the authority's own page. C: a
    transcript by somebody else. Only a provision of grade A may lead to a finding of severity error. The bounds of an
    exchange rate may be of grade C, since they decide only where the outcome is the same at every rate within them.
    """

    A = "the legal text was read"
    B = "the authority's own page was read"
    C = "a transcript was read"


class Binds(Labelled):
    """What a value binds. A ceiling that binds a priority does not limit a single project.

    `PROGRAMME` is a programme as a whole, `PRIORITY` one of its priorities as a whole, `ALLOCATION` money set aside
    for a purpose, `OPERATION` the single project, `EXPENDITURE` what it spends.
    """

    PROGRAMME = "programme"
    PRIORITY = "priority"
    ALLOCATION = "allocation"
    OPERATION = "operation"
    EXPENDITURE = "expenditure"


class Sense(Labelled):
    """How a value binds: as a ceiling, as a floor, or as the one value allowed."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    EXACTLY = "exactly"


def _is_key(_row: object, _field: attrs.Attribute[Any], key: object) -> None:
    if not isinstance(key, str):
        raise TypeError(f"key must be str, not {type(key).__name__}")
    if len(key) > _LONGEST_KEY or not _KEY.fullmatch(key):
        raise InvalidValue("law.bad_key", "key", key)


def _is_text(_row: object, field: attrs.Attribute[Any], text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"{field.name} must be str, not {type(text).__name__}")
    if not text.strip():
        raise InvalidValue("value.empty", field.name, text)


def _is_text_or_absent(row: object, field: attrs.Attribute[Any], text: object) -> None:
    if text is not None:
        _is_text(row, field, text)


def _is_value(_row: object, _field: attrs.Attribute[Any], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (Rate, Money, int, Period, dates.Date, str)):
        raise TypeError(f"value must be Rate, Money, int, Period, a day or str, not {type(value).__name__}")


def _is_bool(_row: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{field.name} must be bool, not {type(value).__name__}")


def _is_one_of(kind: type[enum.Enum], *, optional: bool = False) -> Check:
    def check(_row: object, field: attrs.Attribute[Any], value: object) -> None:
        if not (isinstance(value, kind) or (optional and value is None)):
            raise TypeError(f"{field.name} must be {kind.__name__}, not {type(value).__name__}")

    return check


def _as_start(value: DateLike) -> Date:
    return as_date(value, "start")


def _as_end(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "end")


def _as_checked(value: DateLike) -> Date:
    return as_date(value, "checked")


def _as_expenditure_from(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "expenditure_from")


def _as_expenditure_until(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "expenditure_until")


def _as_funds(value: Iterable[Fund]) -> tuple[Fund, ...]:
    funds = tuple(value)
    for index, fund in enumerate(funds):
        if not isinstance(fund, Fund):
            raise TypeError(f"funds[{index}] must be Fund, not {type(fund).__name__}")
        if fund in funds[:index]:
            raise InvalidValue("value.given_twice", f"funds[{index}]", fund)
    return funds


def as_programming_period(value: ProgrammingPeriod | str | None) -> ProgrammingPeriod | None:
    """Convert the text of a programming period; None stays None."""
    if value is None or isinstance(value, ProgrammingPeriod):
        return value
    if not isinstance(value, str):
        raise TypeError(f"programming_period must be ProgrammingPeriod or str, not {type(value).__name__}")
    return ProgrammingPeriod.parse(value)


def counts_in(row: Provision, programming_period: ProgrammingPeriod) -> bool:
    """Whether a row is of a programming period, or of every one."""
    return row.programming_period is None or row.programming_period == programming_period


@attrs.frozen
class Provision:
    """One row of the law: a value, what it binds and how, its act and article, its days, and its source.

    `start` and `end` are the first and the last day that the value applies to, `end` None while that is open; `start`
    may be before the entry into force of an act with retroactive effect. `sense` and `binds` are None where the value
    is no limit. `funds` are those that it concerns, none standing for all that the act does, and `condition` is what
    must be so for it to count. `expenditure_from` and `expenditure_until` are the days of the expenditure that it
    concerns, where these are others than the days in force. `amended_by` is the act that set the value where `act` was
    amended. `proposal` is whether the row is not yet law; it never leads to a finding of severity error.
    `unit` says what a whole number counts, `base` what a share is a share of. `quote` is the deciding
    words exactly as the `edition` prints them, in `language`; `checked` is the day the two were compared. `place` is
    the place of the row in its file.

    Raises `InvalidValue` for a row of grade A without quote and edition, a number without a unit, an end before the
    start, and empty text.

    >>> from esfmodel import LAW
    >>> LAW.provision("eligibility.start.yei", programming_period="2014-2020").quote
    'By way of derogation from paragraph 2, expenditure under the YEI shall be eligible as of 1 September 2013.'
    """

    key: str = attrs.field(validator=_is_key)
    value: law.ProvisionValue = attrs.field(validator=_is_value)
    programming_period: ProgrammingPeriod | None = attrs.field(
        default=None, converter=as_programming_period, kw_only=True
    )
    level: Level = attrs.field(validator=_is_one_of(Level), kw_only=True)
    act: str = attrs.field(validator=_is_text, kw_only=True)
    article: str = attrs.field(validator=_is_text, kw_only=True)
    start: dates.Date = attrs.field(converter=_as_start, kw_only=True)
    end: dates.Date | None = attrs.field(default=None, converter=_as_end, kw_only=True)
    grade: Grade = attrs.field(validator=_is_one_of(Grade), kw_only=True)
    source: str = attrs.field(validator=_is_text, kw_only=True)
    checked: dates.Date = attrs.field(converter=_as_checked, kw_only=True)
    sense: Sense | None = attrs.field(default=None, validator=_is_one_of(Sense, optional=True), kw_only=True)
    binds: Binds | None = attrs.field(default=None, validator=_is_one_of(Binds, optional=True), kw_only=True)
    unit: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    base: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    quote: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    edition: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    language: str = attrs.field(default="en", validator=_is_text, kw_only=True)
    funds: tuple[Fund, ...] = attrs.field(default=(), converter=_as_funds, kw_only=True)
    condition: Condition | None = attrs.field(
        default=None, validator=_is_one_of(Condition, optional=True), kw_only=True
    )
    amended_by: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    expenditure_from: dates.Date | None = attrs.field(default=None, converter=_as_expenditure_from, kw_only=True)
    expenditure_until: dates.Date | None = attrs.field(default=None, converter=_as_expenditure_until, kw_only=True)
    note: str | None = attrs.field(default=None, validator=_is_text_or_absent, kw_only=True)
    proposal: bool = attrs.field(default=False, validator=_is_bool, kw_only=True)
    place: str | None = attrs.field(default=None, validator=_is_text_or_absent, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise InvalidValue("period.reversed", "end", self.end.isoformat(), start=self.start)
        since, until = self.expenditure_from, self.expenditure_until
        if since is not None and until is not None and until < since:
            raise InvalidValue("period.reversed", "expenditure_until", until.isoformat(), start=since)
        if self.grade is Grade.A and (self.quote is None or self.edition is None):
            missing = "quote" if self.quote is None else "edition"
            raise InvalidValue("law.not_quoted", missing)
        if (self.unit is None) == isinstance(self.value, int):
            raise InvalidValue("law.unit", "unit", self.unit)

    def __repr__(self) -> str:
        """Write the key, the value and where it stands, rather than all fields.

        >>> from esfmodel import LAW
        >>> LAW.provision("eligibility.start.yei", programming_period="2014-2020")
        <provision eligibility.start.yei: Date(2013, 9, 1), 'Regulation (EU) No 1303/2013', '65(3)'>
        """
        return f"<provision {self.key}: {', '.join(map(shown, (self.value, self.act, self.article)))}>"

    def value_as(self, kind: type[T]) -> T:
        """Return the value as the type it must have; raise `TypeError` when the row holds another type.

        >>> from esfmodel import LAW
        >>> key = "co-financing.ceiling.transition"
        >>> LAW.provision(key, programming_period="2014-2020").value_as(Rate)
        Rate.of_percent("60")
        """
        if not isinstance(self.value, kind):
            raise TypeError(f"provision {self.key} holds {type(self.value).__name__}, not {kind.__name__}")
        return self.value

    def concerns(self, fund: Fund | None) -> bool:
        """Whether the value may count for a fund; every value may for a fund that is not known.

        >>> from esfmodel import LAW, Fund
        >>> LAW.provision("co-financing.ceiling.cohesion-fund", programming_period="2021-2027").concerns(Fund.ERDF)
        False
        """
        return fund is None or not self.funds or fund in self.funds

    def in_force(self, day: DateLike) -> bool:
        """Whether the value applies to a day.

        >>> from esfmodel import LAW
        >>> LAW.provision("co-financing.ceiling.transition", programming_period="2014-2020").in_force("2013-12-31")
        False
        """
        given = as_date(day, "day")
        return self.start <= given and (self.end is None or given <= self.end)

    def citation(self, language: str) -> str:
        """Return article and act as lawyers cite them, in "sv" or "en"; a proposal is called one.

        >>> from esfmodel import LAW
        >>> ceiling = LAW.provision("co-financing.ceiling.more-developed", programming_period="2021-2027")
        >>> ceiling.citation("sv"), ceiling.citation("en")
        ('artikel 112.3 e i förordning (EU) 2021/1060', 'Article 112(3)(e) of Regulation (EU) 2021/1060')
        """
        cited = _CITATIONS[language]
        if self.level is Level.EU_LAW:
            text = cited(self.act, self.article)
        else:
            text = f"{self.article}{' ' if self.article.endswith('§') else ', '}{self.act}"
        return f"{text} ({_PROPOSED[language]})" if self.proposal else text

    def amendment(self, language: str) -> str | None:
        """Return the amending act as the language calls it; None without one."""
        called = _ACTS[language]
        return None if self.amended_by is None else called(self.amended_by)


def _swedish_act(act: str) -> str:
    kind, bracket, number = act.partition(" (")
    return f"{_SWEDISH_ACTS[kind]}{bracket}{number.replace('No ', 'nr ')}" if kind in _SWEDISH_ACTS else act


def _in_swedish(act: str, article: str) -> str:
    act = _swedish_act(act)
    if article.startswith("Annex"):
        article = article.replace("Annex", "bilaga").replace("point", "punkt")
        return f"{article}{',' if ',' in article else ''} till {act}"
    if article.startswith("recital"):
        return f"{article.replace('recital', 'skäl')} i {act}"
    # "112(3)(e)" is "112.3 e" in Swedish: a paragraph follows a point, a letter a space.
    article = re.sub(r"\(([a-z]+)\)", r" \1", re.sub(r"\(([0-9]+[a-z]?)\)", r".\1", article))
    return f"artikel {article} i {act}"


def _in_english(act: str, article: str) -> str:
    if article.startswith("Annex"):
        return f"{article}{',' if ',' in article else ''} to {act}"
    return f"{'' if article.startswith('recital') else 'Article '}{article} of {act}"


_CITATIONS: Final = InEachLanguage(_in_swedish, _in_english)
_ACTS: Final[InEachLanguage[Callable[[str], str]]] = InEachLanguage(_swedish_act, str)
_PROPOSED: Final = InEachLanguage("förslag", "proposal")


def share_a_fund(one: Provision, other: Provision) -> bool:
    """Whether two rows concern the same fund."""
    return not one.funds or any(map(other.concerns, one.funds))


def kind_of(row: Provision) -> str:
    """Return how the value of a row is written in a law file, and the unit of a number.

    >>> from esfmodel import LAW
    >>> kind_of(LAW.provision("recovery.limit")), kind_of(LAW.provision("vat.threshold"))
    ('number (years)', 'money')
    """
    kind = next(name for name, kind in _KINDS.items() if isinstance(row.value, kind))
    return kind if row.unit is None else f"{kind} ({row.unit})"


# --- The strict reader of law files: one `[[provision]]` table per row
# The value is under the name of its kind: `rate`, `money`, `number`, `period`, `day` or `text`.

E = TypeVar("E", bound=enum.Enum)

LARGEST: Final = 500_000
"""The most characters of a law file."""


@attrs.frozen(eq=False)
class WrittenRow:
    """A row and where it stands in its file, so that a fault found later is told at its place."""

    row: Provision
    place: str
    source: str
    line: int | None

    def fault(self, error: InvalidValue) -> ReadError:
        """Return an error of the row as one of its file."""
        return ReadError.of(error.within(self.place), self.source, self.line, {self.place: self.row.key})


def read_rows(text: str, name: str) -> tuple[list[WrittenRow], list[ReadError]]:
    """Read the rows of a file, and return the fault of each that is not as it should be.

    `name` names the file in errors and in each row's `place`. Raises `ReadError` where the file has no rows to read.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if len(text) > LARGEST:
        raise ReadError("file.too_long", source=name, characters=len(text), largest=LARGEST)
    tables = read_toml_text(text, name)
    strangers = sorted(tables.keys() - {"provision", _PROPOSAL})
    if strangers:
        raise ReadError("law.no_row", strangers[0], source=name)
    rows: object = tables.get("provision", [])
    if not isinstance(rows, list):
        raise ReadError("law.no_row", "provision", source=name)
    proposal: object = tables.get(_PROPOSAL, False)
    if not isinstance(proposal, bool):
        raise ReadError("value.not_true_or_false", _PROPOSAL, proposal, source=name)
    read: list[WrittenRow] = []
    wrong: dict[str, list[InvalidValue]] = {}
    keys: dict[str, object] = {}
    listed = cast("list[object]", rows)
    for index, (row, line) in enumerate(zip(listed, _lines_of_rows(text, len(listed)), strict=True)):
        place = f"provision[{index}]"
        if not isinstance(row, dict):
            wrong[place] = [InvalidValue("law.no_row", "", row)]
            continue
        fields = cast("dict[str, object]", row)
        if "key" in fields:
            keys[place] = fields["key"]
        try:
            provision = _provision(fields, f"{name}, provision {index + 1}", proposal=proposal)
        except _Wrong as found:
            wrong[place] = found.errors
        else:
            read.append(WrittenRow(provision, place, name, line))
    return read, _faults(wrong, keys, text, name)


def _faults(
    wrong: Mapping[str, list[InvalidValue]], keys: Mapping[str, object], text: str, name: str
) -> list[ReadError]:
    """Return the errors of rows as those of their file, each with the line of its field."""
    found = [(place, error.within(place)) for place, errors in wrong.items() for error in errors]
    lines = lines_in(text, [error.place for _, error in found], "=")
    return [
        ReadError.of(error, name, lines.get(error.place), {place: keys[place]} if place in keys else {})
        for place, error in found
    ]


def _lines_of_rows(text: str, rows: int) -> Sequence[int | None]:
    """Return the line in which each of the `rows` rows of a file begins; None where that is not certain."""
    # Every heading of a row is such a line. Where there are others, as in a long text, no line is certain.
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.lstrip().startswith("[[")]
    return lines if len(lines) == rows else [None] * rows


class _Wrong(Exception):
    """What is wrong with a row: every fault of it."""

    def __init__(self, errors: list[InvalidValue]) -> None:
        super().__init__()
        self.errors = errors


def _stranger(name: str) -> InvalidValue | None:
    if name == _PROPOSAL:
        # Below the last row it would concern that row alone, which nobody means.
        return InvalidValue("law.not_in_a_row", name)
    if name in FIELDS:
        return None
    near = near_names(name, FIELDS)
    if near:
        return InvalidValue("value.did_you_mean", name, near=near)
    return InvalidValue("key.unknown", name, choices=FIELDS)


def _provision(fields: Mapping[str, object], place: str, *, proposal: bool) -> Provision:
    """Return a row; raise `_Wrong` with every fault of it."""
    errors = [error for name in fields if (error := _stranger(name)) is not None]
    errors += [InvalidValue("value.missing", name) for name in _REQUIRED if name not in fields]
    given: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            if name in fields:
                given[name] = read(fields[name], name)
        except InvalidValue as error:
            errors.append(error)
    try:
        given["value"] = _value(fields)
    except InvalidValue as error:
        errors.append(error)
    if errors:
        raise _Wrong(errors)
    try:
        return Provision(**given, proposal=proposal, place=f"{place} ({given['key'][:80]})")
    except InvalidValue as error:
        raise _Wrong([error]) from error


def _value(fields: Mapping[str, object]) -> ProvisionValue:
    named = [kind for kind in _VALUE_READERS if kind in fields]
    if not named:
        raise InvalidValue("value.missing_one_of", "value", choices=tuple(_VALUE_READERS))
    if len(named) > 1:
        raise InvalidValue("value.given_twice", "value", ", ".join(named))
    [name] = named
    try:
        return _VALUE_READERS[name](fields[name], name)
    except InvalidValue as error:
        # The parts of a period have places of their own.
        raise error.at(name) from error


def _text(given: object, name: str) -> str:
    if not isinstance(given, str):
        raise InvalidValue("value.not_text", name, given, example=f'"{given}"')
    return given


def _rate(given: object, name: str) -> Rate:
    if isinstance(given, int) and not isinstance(given, bool):
        raise InvalidValue("number.no_percent", name, given, example=f'"{given}%"')
    if isinstance(given, float):
        share, percent = f'"{given}%"', f'"{(Decimal(str(given)) * 100).normalize():f}%"'
        raise InvalidValue("text.two_readings", name, given, example=share, other=percent)
    text = _text(given, name)
    if "," in text:
        raise InvalidValue("number.decimal_mark", name, text, mark=",", example=text.replace(",", ".", 1))
    return Rate.parse(text)


def _money(given: object, name: str) -> Money:
    if isinstance(given, int) and not isinstance(given, bool):
        raise InvalidValue("number.no_currency", name, given, example=f'"{given} EUR"')
    text = _text(given, name)
    if _SPACED.fullmatch(text):
        number, currency = text[:-4], text[-3:]
        text = f"{''.join(number.split())} {currency}"
    if found := _THREE_DECIMALS.fullmatch(text):
        whole, decimals, currency = found.groups()
        thousands, decimal = f"{whole}{decimals} {currency}", f"{whole}.{decimals[:2]} {currency}"
        raise InvalidValue(
            "number.two_readings",
            name,
            text,
            thousands=f"{whole}{decimals}",
            decimals=f"{whole}.{decimals}",
            example=thousands,
            other=decimal,
        )
    return Money.parse(text)


def _number(given: object, name: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise InvalidValue("value.not_whole", name, given)
    return given


def _day(given: object, name: str) -> Date:
    if isinstance(given, datetime.datetime):
        raise InvalidValue("law.day_with_time", name, str(given), example=given.date().isoformat())
    if not isinstance(given, datetime.date):
        raise InvalidValue("law.not_a_day", name, given)
    return as_date(given, name)


def _funds(given: object, _name: str) -> tuple[Fund, ...]:
    if not isinstance(given, list):
        raise InvalidValue("value.not_a_list", "funds", given)
    funds: list[Fund] = []
    for index, name in enumerate(cast("list[object]", given)):
        place = f"funds[{index}]"
        try:
            funds.append(Fund.parse(_text(name, place)))
        except InvalidValue as error:
            near = near_names(str(name), (fund.value for fund in Fund))
            raise (InvalidValue("value.did_you_mean", "", name, near=near) if near else error).at(place) from error
    return tuple(funds)


def _programming_period(given: object, name: str) -> ProgrammingPeriod:
    try:
        return ProgrammingPeriod.parse(_text(given, name))
    except InvalidValue as error:
        raise error.at(name) from error


def _choice(given: object, name: str, kind: type[E]) -> E:
    text = _text(given, name)
    for member in kind:
        if text in (member.name, member.value):
            return member
    choices = tuple(str(member.name) for member in kind)
    if near := near_names(text, choices):
        raise InvalidValue("value.did_you_mean", name, given, near=near)
    raise InvalidValue("value.not_one_of", name, given, choices=choices)


_KINDS: Mapping[str, type] = {
    "rate": Rate,
    "money": Money,
    "number": int,
    "period": Period,
    "day": datetime.date,
    "text": str,
}

_VALUE_READERS: Mapping[str, Callable[[object, str], ProvisionValue]] = {
    "rate": _rate,
    "money": _money,
    "number": _number,
    "period": lambda given, name: Period.parse(_text(given, name)),
    "day": _day,
    "text": _text,
}

_REQUIRED = ("key", "level", "act", "article", "start", "grade", "source", "checked")
_READERS: Mapping[str, Callable[[object, str], object]] = {
    "key": _text,
    "level": partial(_choice, kind=Level),
    "act": _text,
    "article": _text,
    "start": _day,
    "grade": partial(_choice, kind=Grade),
    "source": _text,
    "checked": _day,
    "programming_period": _programming_period,
    "end": _day,
    "sense": partial(_choice, kind=Sense),
    "binds": partial(_choice, kind=Binds),
    "unit": _text,
    "base": _text,
    "quote": _text,
    "edition": _text,
    "language": _text,
    "funds": _funds,
    "condition": partial(_choice, kind=Condition),
    "amended_by": _text,
    "expenditure_from": _day,
    "expenditure_until": _day,
    "note": _text,
}
_SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)? [A-Z]{3}")
_THREE_DECIMALS = re.compile(r"([0-9]+)\.([0-9]{3}) ([A-Z]{3})")
_PROPOSAL = "proposal"
"""Written above the rows: what they say is proposed, and not yet law."""

FIELDS: Final = (
    "key",
    *_VALUE_READERS,
    *(field.name for field in attrs.fields(Provision) if field.name not in {"key", "value", _PROPOSAL, "place"}),
)
"""The keys of a row in a law file."""


def written_row(row: Provision) -> str:
    """Return a row as a law file has it; read again, it is the same row.

    >>> from esfmodel import LAW
    >>> print(written_row(LAW.provision("vat.threshold")).partition("level")[0], end="")
    [[provision]]
    key = "vat.threshold"
    money = "5000000 EUR"
    programming_period = "2021-2027"
    """
    held = {name: getattr(row, name, None) for name in FIELDS} | {kind_of(row).partition(" ")[0]: row.value}
    lines = (f"{name} = {_written(held[name])}" for name in FIELDS if held[name] not in (None, ()))
    head = ["# A proposal: write proposal = true above the first row."] if row.proposal else []
    return "\n".join([*head, "[[provision]]", *lines]) + "\n"


def _written(value: object) -> str:
    match value:
        case datetime.date() | int():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_written, cast('tuple[object, ...]', value)))}]"
        case Fund():
            return _written(value.value)
        case enum.Enum():
            return _written(value.name)
        case _:
            return json.dumps(str(value), ensure_ascii=False)
