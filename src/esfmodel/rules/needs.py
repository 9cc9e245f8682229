"""What a rule needs to know, as attribute paths, and whether it is known of a subject.

>>> from esfmodel import Phase, Project
>>> missing(Project("A", phases=[Phase("Analys")]), "phases[].period")
True
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, count
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import Portfolio, Project
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place, listed
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    _Step = tuple[str, "_Path | None"]
    _Path = tuple[_Step, ...]

_OWN_SHARE = Words("utlysningens krav på medfinansiering", "the call's own share")
_PROGRAMMING_PERIOD = Words("programperiod", "programming period")

_NAMES: Mapping[str, Words] = MappingProxyType(
    {
        "budget.currency": Words("budgetens valuta", "the budget's currency"),
        "call.fund": Words("utlysningens fond", "the call's fund"),
        "call.largest_support": Words("högsta stöd i utlysningen", "the call's largest support"),
        "call.longest_months": Words("längsta projekttid i utlysningen", "the call's longest project period"),
        "call.own_share": _OWN_SHARE,
        "call.own_share_by_region": _OWN_SHARE,
        "call.smallest_support": Words("lägsta stöd i utlysningen", "the call's smallest support"),
        "call.start_window": Words("starttid i utlysningen", "the call's start window"),
        "claims[].paid_on": Words("betalningsdag för varje ansökan", "the day of payment of each claim"),
        "cci": Words("projektets CCI", "the project's CCI"),
        "cci.programming_period": _PROGRAMMING_PERIOD,
        "operation_id.cci": Words("projektnumrets CCI", "the CCI of the project's number"),
        "operation_id.cci.programming_period": _PROGRAMMING_PERIOD,
        "period": Words("projektperiod", "project period"),
        "phases[].period": Words("fasernas perioder", "the periods of the phases"),
        "priority.fund": Words("programområdets fond", "the priority's fund"),
        "priority.specific_objectives": Words("programområdets specifika mål", "the priority's specific objectives"),
        "programme.cci": Words("programmets CCI", "the programme's CCI"),
        "programme.cci.programming_period": _PROGRAMMING_PERIOD,
        "programme.country": Words("programmets land", "the programme's country"),
        "programme.funds": Words("programmets fonder", "the programme's funds"),
        "programme.priorities": Words("programmets programområden", "the programme's priorities"),
        "programme.programming_period": _PROGRAMMING_PERIOD,
    }
)


def need_in_words(need: str) -> Words:
    """Return a need in words; a field that stands alone is called as in a place.

    >>> print(need_in_words("budget.total|budget.costs"))
    stated total cost or costs
    """
    paths = [_NAMES.get(path, Place(path)) for path in need.split("|")]
    texts = {language: dict.fromkeys(path.text(language) for path in paths) for language in LANGUAGES}
    return Words(**{language: listed([*alike], language, either=True) for language, alike in texts.items()})


def missing(subject: Project | Portfolio, need: str) -> bool:
    """Whether nothing is known at a path: it has None or an empty tuple, raises `NotKnown`, or lies under such a value.

    Of alternatives, "cci|programme.cci", one is enough; after "[]" every item must have what follows.
    """
    lacks = Lacks(subject)
    lacks.look_up([parsed(need)])
    return bool(lacks.missing)


class Need(NamedTuple):
    """A need as it is looked up: a bit of its own, one for each field in which an alternative begins, and the paths."""

    bit: int
    fields: int
    paths: tuple[_Path, ...]


class Lacks:
    """Which needs are `missing` from a subject, looked up when they are first asked for: many rules share a need.

    `looked_up` has the bits of the needs that were looked up, and `missing` of those that are missing. `stated` has a
    bit for each field that is stated.
    """

    __slots__ = ("_subject", "looked_up", "missing", "stated")

    def __init__(self, subject: Project | Portfolio) -> None:
        self._subject = subject
        values, bits = _PROJECT if isinstance(subject, Project) else _PORTFOLIO
        # What is nothing in another way, such as an empty subclass of tuple, is found missing when it is looked up.
        fields = zip(values(subject), bits, strict=True)
        self.stated = sum([bit for value, bit in fields if value is not None and value is not _EMPTY], start=_NO_FIELD)
        self.looked_up = 0
        self.missing = 0

    def look_up(self, needs: Iterable[Need]) -> None:
        """Look up those needs that were not looked up before, in their order."""
        for bit, fields, paths in needs:
            if bit & self.looked_up:
                continue
            # Most fields of most projects are not stated, and then nothing is known below them.
            for path in paths if fields & self.stated else ():
                if not _is_missing(self._subject, path):
                    break
            else:
                self.missing |= bit
            self.looked_up |= bit


@lru_cache(maxsize=1_000)
def parsed(need: str) -> Need:
    """Return a need as it is looked up.

    >>> parsed("budget.total|budget.costs").fields == parsed("budget").fields
    True
    """
    paths = tuple(_steps(path.split(".")) for path in need.split("|"))
    return Need(1 << next(_NUMBERS), either(_BITS.get(path[0][0], _NO_FIELD) for path in paths), paths)


def either(bits: Iterable[int]) -> int:
    """Return the bits that are in any of several sets of bits.

    >>> either([1, 4, 5])
    5
    """
    found = 0
    for each in bits:
        found |= each
    return found


_NUMBERS = count()
"""The number of each need that was parsed, so that no two have one bit."""

_EMPTY: Final[tuple[()]] = ()
_NO_FIELD: Final = 1
"""The bit of what is no field, such as a property: it is looked up in any case."""

_FIELDS = {kind: tuple(field.name for field in attrs.fields(kind)) for kind in (Project, Portfolio)}
_BITS: Final = {name: 2 << place for place, name in enumerate(dict.fromkeys(chain(*_FIELDS.values())))}
_PROJECT, _PORTFOLIO = ((attrgetter(*names), tuple(_BITS[name] for name in names)) for names in _FIELDS.values())


def _steps(names: Sequence[str]) -> _Path:
    """Return the names of a path, each with the path below the items of the list that it is; None for what is none."""
    steps: list[_Step] = []
    for place, name in enumerate(names):
        if name.endswith("[]"):
            return *steps, (name.removesuffix("[]"), _steps(names[place + 1 :]))
        steps.append((name, None))
    return tuple(steps)


def _is_missing(value: object, path: _Path) -> bool:
    name = ""
    try:
        for name, below in path:
            try:
                value = getattr(value, name)
            except NotKnown:
                if below is None:
                    return True
                raise
            if below is not None:
                items = cast("tuple[object, ...]", value)
                return not items or any(_is_nothing(item) or _is_missing(item, below) for item in items)
            if _is_nothing(value):
                return True
    except AttributeError as error:
        # A misspelt need would otherwise count as missing, and the rule would never be judged.
        raise InvalidValue("argument.rule_need", "needs", name, kind=type(value).__name__) from error
    return False


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, tuple) and not value)
