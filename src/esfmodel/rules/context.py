"""What a check is given with its subject: the law, the day, and a way to report a finding."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue, NotInForce
from esfmodel.law import Grade, Law, Provision
from esfmodel.law.keys import matches, may_lie_under
from esfmodel.law.law import changes_of, keys_read, rows_read
from esfmodel.law.provisions import LAST_DAY
from esfmodel.model import ExchangeRate
from esfmodel.rules.amendments import ValueInTime, values_in_time
from esfmodel.rules.finding import PARAMS, Finding, Ground, Severity
from esfmodel.rules.words import Words, placeholders
from esfmodel.values import dates
from esfmodel.values.fund import Fund
from esfmodel.values.period import Period, first_and_last

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.programming_period import ProgrammingPeriod


PROPOSED: Final = Words("Det vilar på ett förslag.", "This rests on a proposal.")
"""The note of a finding that rests on a proposal and cites something else."""


def usual_keys(basis: str | Ground) -> tuple[str, ...]:
    """Return the keys of the law that a rule reads where it does not declare them: its basis and what lies below it.

    >>> usual_keys("vat")
    ('vat', 'vat.*')
    """
    return (basis, f"{basis}.*") if isinstance(basis, str) else ()


def _usual_keys(context: Context) -> tuple[str, ...]:
    return usual_keys(context.basis)


def _no_rows() -> list[Provision]:
    # Calling `list[Provision]` takes six times as long.
    return []


def _no_words() -> list[Words]:
    return []


@attrs.frozen(kw_only=True)
class Context:
    """The law and the day by which a rule is judged.

    `on` is the day whose law counts. Without it a provision must have one value throughout `during`, the project's
    period. `fund` is the project's; its value is taken where one differs by fund.

    `rates` are the exchange rates that the caller stated. `notes` are what the judgement rests on so far, beside the
    law and the project; `note` adds one.

    `rule`, `severity`, `basis`, `reads` and `words` are those of the rule that is judged.

    >>> from esfmodel import LAW, ProgrammingPeriod
    >>> words = Words("{found} ligger utanför", "{found} lies outside")
    >>> context = Context(
    ...     rule="PER001", severity=Severity.ERROR, basis="eligibility", reads=["eligibility.*"], words=words, law=LAW
    ... )
    >>> str(context.provision("eligibility.period", ProgrammingPeriod(2014, 2020)).value)
    '2014-01-01/2023-12-31'
    """

    rule: str
    severity: Severity
    basis: str | Ground
    words: Words
    law: Law
    on: dates.Date | None = None
    during: Period | None = None
    fund: Fund | None = None
    reads: tuple[str, ...] = attrs.field(default=attrs.Factory(_usual_keys, takes_self=True))
    # What a check was given decides how grave its findings may be, whatever provision they cite.
    _proposals: list[Provision] = attrs.field(factory=_no_rows, init=False, repr=False, eq=False)
    rates: tuple[ExchangeRate, ...] = ()
    notes: list[Words] = attrs.field(factory=_no_words, eq=False, repr=False)

    def note(self, words: Words) -> None:
        """Note what the judgement rests on, in a whole sentence; it is told with later findings and with the result."""
        if words not in self.notes:
            self.notes.append(words)

    def provision(self, key: str, programming_period: ProgrammingPeriod, fund: Fund | None = None) -> Provision:
        """Return the provision in force on the day, or throughout the project's period; else raise `NotInForce`."""
        return self._asked(key, programming_period, fund, None if self.on else self.during)

    def lasting_provision(self, key: str, programming_period: ProgrammingPeriod, fund: Fund | None = None) -> Provision:
        """Return a provision for a whole programming period, whatever the project's own period."""
        return self._asked(key, programming_period, fund, None)

    def keys(self, prefix: str, programming_period: ProgrammingPeriod, fund: Fund | None = None) -> tuple[str, ...]:
        """Return the keys that the rule reads, at or under a prefix, with a value for a programming period and fund."""
        self._check_may_read(prefix)
        return keys_read(self.law, prefix, tuple(self.reads), programming_period, fund)

    def rows(self, prefix: str) -> tuple[Provision, ...]:
        """Return the provisions that the rule reads, at or under a prefix, of every programming period and day."""
        self._check_may_read(prefix)
        return rows_read(self.law, prefix, tuple(self.reads))

    def _check_may_read(self, prefix: str) -> None:
        if not _may_read(prefix, tuple(self.reads)):
            raise self._not_declared(prefix)

    def parts(
        self, key: str, programming_period: ProgrammingPeriod, fund: Fund | None = None, *, year: int | None = None
    ) -> tuple[Provision | None, ...]:
        """Return the provisions of a key from the first day to the last, None standing for days that have none.

        The days are the one whose law counts, or those of a year, or of the project; without any, all days from the
        first year of the programming period. A value that changed, or was not law yet, gives several parts.
        """
        first, last = self._days(programming_period, year)
        changes = changes_of(self.law, key) if any(row.key == key for row in self.rows(key)) else ()
        days = [first, *(day for day in changes if first < day <= last)]
        parts = [self._on(key, programming_period, fund, day) for day in days]
        return tuple(dict.fromkeys(parts)) if len(parts) > 1 else tuple(parts)

    def _days(self, programming_period: ProgrammingPeriod, year: int | None) -> tuple[datetime.date, datetime.date]:
        if self.on is not None:
            return self.on, self.on
        during = None if self.during is None else first_and_last(self.during)
        if year is None:
            return during or (dates.Date(programming_period.first, 1, 1), LAST_DAY)
        first, last = dates.Date(year, 1, 1), dates.Date(year, 12, 31)
        if during is None or last < during[0] or during[1] < first:
            return first, last
        return max(first, during[0]), min(last, during[1])

    def _on(
        self, key: str, programming_period: ProgrammingPeriod, fund: Fund | None, day: datetime.date
    ) -> Provision | None:
        try:
            return self._row(key, programming_period, fund, on=day)
        except NotInForce as error:
            if error.code == "law.differs_by_fund":
                raise NotInForce("rule.no_single_value", key=key, period=programming_period) from error
            return None

    def finding(
        self,
        place: str,
        *,
        expected: object = None,
        found: object = None,
        difference: MoneyLike | None = None,
        severity: Severity | None = None,
        basis: Provision | None = None,
        **values: object,
    ) -> Finding:
        """Return a finding; what is not given is taken from the rule.

        A finding is never graver than its rule, and never an error where the legal text of its provision was not read
        or where the rule has asked for a proposal. It has the notes so far.
        """
        gravest = self.severity
        is_cited = basis is not None and basis.proposal
        is_proposed = is_cited or bool(self._proposals)
        if is_proposed or (basis is not None and basis.grade is not Grade.A):
            gravest = _milder(gravest, Severity.WARNING)
        # A proposal that is cited says itself that it is one.
        proposed = (PROPOSED,) if is_proposed and not is_cited else ()
        found_here = Finding(
            rule=self.rule,
            severity=_milder(severity, gravest) if severity else gravest,
            place=place,
            expected=expected,
            found=found,
            difference=difference,
            values=tuple(values.items()),
            basis=self._ground() if basis is None else basis,
            words=self.words,
            notes=(*self.notes, *proposed),
        )
        own = _own_values(self.words.sv)
        if not own <= values.keys():
            name = min(own - values.keys())
            raise InvalidValue("argument.finding_value", "values", name, rule=self.rule, name=name)
        return found_here

    def _ground(self) -> Ground:
        if isinstance(self.basis, Ground):
            return self.basis
        raise InvalidValue("argument.finding_basis", "basis", rule=self.rule)

    def _not_declared(self, key: str) -> InvalidValue:
        # A rule that asks for another provision would cite a basis that its page does not list.
        return InvalidValue("argument.finding_key", "key", key, rule=self.rule)

    def _asked(
        self, key: str, programming_period: ProgrammingPeriod, fund: Fund | None, during: Period | None
    ) -> Provision:
        if not is_read(key, self.reads):
            raise self._not_declared(key)
        try:
            return self._row(key, programming_period, fund, on=self.on, during=during)
        except NotInForce as error:
            raise self._without_a_value(error, key, programming_period, fund or self.fund, during) from error

    def _without_a_value(
        self,
        error: NotInForce,
        key: str,
        programming_period: ProgrammingPeriod,
        fund: Fund | None,
        during: Period | None,
    ) -> NotInForce:
        if error.code == "law.no_value" and self.on is not None and error.params["when"] == self.on:
            others = error.params["others"]
            return NotInForce("rule.no_value", key=key, period=programming_period, day=self.on, others=others)
        if error.code == "law.several_values":
            history = self.law.history(key, programming_period=programming_period, fund=fund)
            values = tuple(map(ValueInTime, values_in_time(history, during)))
            return NotInForce("rule.several_values", key=key, period=programming_period, values=values)
        return NotInForce("rule.no_single_value", key=key, period=programming_period)

    def _row(
        self,
        key: str,
        programming_period: ProgrammingPeriod,
        fund: Fund | None,
        *,
        on: datetime.date | None,
        during: Period | None = None,
    ) -> Provision:
        try:
            row = self.law.provision(key, programming_period=programming_period, fund=fund, on=on, during=during)
        except NotInForce:
            if fund is not None or self.fund is None:
                raise
            # The rows may differ by fund, as where an act amended one fund alone.
            row = self.law.provision(key, programming_period=programming_period, fund=self.fund, on=on, during=during)
        if row.proposal:
            self._proposals.append(row)
        return row


@lru_cache(maxsize=1_000)
def _own_values(text: str) -> frozenset[str]:
    """Return the names in braces of a sentence that are not those of every finding."""
    return placeholders(text) - PARAMS


def _milder(one: Severity, other: Severity) -> Severity:
    return one if one.rank <= other.rank else other


def is_read(key: str, reads: Iterable[str]) -> bool:
    """Whether a key is one of those that a rule reads; "vat.*" stands for all keys that begin with "vat.".

    >>> is_read("vat.threshold", ["vat.*"]), is_read("vat", ["vat.*"])
    (True, False)
    """
    return _is_read(key, tuple(reads))


@lru_cache(maxsize=10_000)
def _may_read(prefix: str, reads: tuple[str, ...]) -> bool:
    return any(may_lie_under(read, prefix) for read in reads)


@lru_cache(maxsize=10_000)
def _is_read(key: str, reads: tuple[str, ...]) -> bool:
    return any(matches(key, read) for read in reads)
