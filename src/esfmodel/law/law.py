"""The law: an immutable set of provisions, queried one value at a time, and the order of the levels that set them.

>>> from esfmodel import LAW
>>> LAW.provision("eligibility.period", programming_period="2007-2013")
Traceback (most recent call last):
    ...
esfmodel.errors.NotInForce: 'eligibility.period' has no value for 2007–2013; ask about 2014–2020, 2021–2027
"""

from __future__ import annotations

import threading
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel import law as package
from esfmodel.errors import InvalidValue, NotInForce
from esfmodel.law.consistency import contradictions, looser_rows
from esfmodel.law.keys import KEYS_OF_PACKS, matches
from esfmodel.law.provisions import (
    LAST_DAY,
    Level,
    Provision,
    as_programming_period,
    counts_in,
    kind_of,
    read_rows,
)
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.field_type import fill
from esfmodel.values.format import as_repr, near_names
from esfmodel.values.fund import Fund
from esfmodel.values.period import OpenPeriod, Period, first_and_last

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from typing import Any, SupportsIndex

    from esfmodel.errors import ReadError
    from esfmodel.law.packs import Pack, ReadPack
    from esfmodel.law.provisions import WrittenRow
    from esfmodel.values.dates import Date
    from esfmodel.values.programming_period import ProgrammingPeriod

# `package.packs` reads files, and takes longer to import than all that is here: it is loaded when it is first used.

PACK_LEVELS: Final = (Level.EU_LAW, Level.NATIONAL, Level.PROGRAMME)
"""The levels that a pack may have rows of: a call and a decision are stated of a project."""


def _as_provisions(rows: Iterable[Provision]) -> tuple[Provision, ...]:
    provisions = tuple(rows)
    for index, row in enumerate(provisions):
        if not isinstance(row, Provision):
            raise TypeError(f"provisions[{index}] must be Provision, not {type(row).__name__}")
    return provisions


@attrs.frozen
class UsedPack:
    """A pack that was added to a law: the name of its file, and whether it is a proposal."""

    name: str
    proposal: bool


@attrs.frozen
class Law:
    """An immutable set of provisions; `with_pack` returns a larger one.

    Each question has one answer. Raises `InvalidValue` when two rows of one key, programming period, level and fund
    apply to the same day, and when a key has a programming period in one row and none in another.
    `packs` are those that were added.

    >>> from esfmodel import LAW
    >>> len(LAW.keys) <= len(LAW.provisions)
    True
    """

    provisions: tuple[Provision, ...] = attrs.field(converter=_as_provisions)
    packs: tuple[UsedPack, ...] = attrs.field(default=(), repr=False, eq=False, kw_only=True)
    # What is in force cannot be seen from the rows once a proposal has taken the place of one.
    _adopted: Law | None = attrs.field(default=None, repr=False, eq=False, kw_only=True, alias="adopted")

    def __attrs_post_init__(self) -> None:
        """Check that no two rows of a level answer the same question."""
        for _, _, error in contradictions(self.provisions):
            raise error

    if not TYPE_CHECKING:
        # Hidden from type checkers: else a misspelt name would be no error.

        def __getattr__(self, name: str) -> object:
            """Read the law that ships when its rows are first asked for: no other law is without them."""
            if name == "provisions" and self is LAW:
                with _READING:
                    fill(self, name, _rows_that_ship())
            return object.__getattribute__(self, name)

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        """Pickle the law that ships with the library by its version, and another by its rows."""
        if self is LAW:
            return _law_that_ships, (self.version,)
        return object.__reduce_ex__(self, protocol)

    def __repr__(self) -> str:
        """Return the number of provisions and the version, rather than all provisions.

        >>> Law(())
        <law of 0 provisions, empty>
        """
        return f"<law of {len(self.provisions)} provisions, {self.version}>"

    _repr_pretty_ = as_repr

    @classmethod
    def parse(cls, text: str, *, name: str = "law") -> Law:
        """Read provisions from the text of a law file; errors name it `name`.

        Raises `ReadError`, naming the row, for unknown and missing keys, floats, invalid days, rows of grade A without
        quote and edition, and rows that overlap.

        >>> Law.parse("rate = 0.4", name="draft.toml")
        Traceback (most recent call last):
            ...
        esfmodel.errors.ReadError: draft.toml, rate: is no row of a law file; write only rows, each below [[provision]]
        """
        return _law_of(*read_rows(text, name))

    @classmethod
    def load(cls, *files: str | os.PathLike[str] | Traversable) -> Law:
        """Read provisions from law files; raise `ReadError` as `parse` does.

        >>> Law.load().provisions
        ()
        """
        readings = [package.packs.read_file(file) for file in files]
        written = [row for rows, _ in readings for row in rows]
        return _law_of(written, (fault for _, faults in readings for fault in faults))

    def with_pack(self, pack: Pack) -> Law:
        """Return this law with the rows of a pack added: a pack that ships or is installed, by its name, or a file.

        A pack may tighten what a higher level sets but not loosen it: under a ceiling of 40 % a programme may set at
        most or exactly 35 %, never 45 %, with the same `binds` and unit. A row of an amending act (`amended_by`) takes
        the place, from its first day, of the row that answered the same question; without `amended_by` the two
        contradict each other. Raises `ReadError` for anything else, and for a name that no pack has.

        >>> from esfmodel.law import LAW
        >>> len(LAW.with_pack("2021SE05SFPR001").provisions) > len(LAW.provisions)
        True
        """
        law, faults = self._with_pack(package.packs.read_pack(pack))
        for fault in faults:
            raise fault
        return law

    def faults_of_pack(self, pack: Pack) -> tuple[ReadError, ...]:
        """Return every fault for which `with_pack` refuses a pack: none where it adds it.

        Raises `ReadError` where there is no such pack or the file cannot be read at all.

        >>> from esfmodel.law import LAW
        >>> LAW.faults_of_pack("2021SE05SFPR001")
        ()
        """
        return self._with_pack(package.packs.read_pack(pack))[1]

    def _with_pack(self, read: ReadPack) -> tuple[Law, tuple[ReadError, ...]]:
        """Return the law with a pack and no faults, or this law and the faults of the pack."""
        written = read.rows
        judged = [(each, list(self._misfits(each))) for each in written]
        faults = [*read.faults, *(fault for _, own in judged for fault in own)]
        # A row that does not fit is not compared with others: that would be a second finding of one fault.
        fitting = [each for each, own in judged if not own]
        rows = self._with_rows(each.row for each in fitting)
        faults += self._disagreements(rows, fitting)
        adopted = self.adopted
        in_force = [each for each in written if not each.row.proposal]
        is_apart = adopted is not self or len(in_force) < len(written)
        if is_apart and not faults:
            adopted_rows = adopted._with_rows([each.row for each in in_force])
            faults += adopted._disagreements(adopted_rows, in_force)
            adopted = adopted if faults or not in_force else Law(adopted_rows)
        ordered = tuple(sorted(faults, key=lambda fault: fault.line or 0))
        if ordered:
            return self, ordered
        used = UsedPack(read.name, len(in_force) < len(written))
        return Law(rows, packs=(*self.packs, used), adopted=adopted if is_apart else None), ()

    def _misfits(self, each: WrittenRow) -> Iterator[ReadError]:
        """Yield the faults of a single row of a pack: a level that no pack speaks for, and a value of another kind."""
        row = each.row
        if row.level not in PACK_LEVELS:
            allowed = tuple(level.name for level in PACK_LEVELS)
            yield each.fault(InvalidValue("value.not_usable", "", row.level.name, choices=allowed))
        kinds = {kind_of(other) for other in self._rows.get(row.key, ())} or {
            known.kind for pattern, known in KEYS_OF_PACKS.items() if matches(row.key, pattern)
        }
        if kinds and kind_of(row) not in kinds:
            yield each.fault(InvalidValue("pack.other_kind", "", kind_of(row), choices=tuple(sorted(kinds))))

    def _with_rows(self, added: Iterable[Provision]) -> list[Provision]:
        """Return the rows of this law and others; those of amending acts take the place of what they amend."""
        rows = list(self.provisions)
        # What does not amend comes first: an act may amend a row of its own pack.
        for row in sorted(added, key=lambda row: (row.amended_by is not None, row.start)):
            rows = [*rows, row] if row.amended_by is None else package.packs.amended(rows, row)
        return rows

    def _disagreements(self, rows: Iterable[Provision], written: Iterable[WrittenRow]) -> Iterator[ReadError]:
        """Yield the faults of a pack beside other rows: two answers to one question, and levels out of order."""
        at = {each.row.place: each for each in written}
        keys = {each.row.key for each in at.values()}
        concerned = [row for row in rows if row.key in keys]
        # Two packs may have one name, and so two rows one place.
        before = {id(row) for row in self.provisions}
        is_single = True
        for earlier, later, error in contradictions(concerned):
            is_single = False
            own = [row for row in (later, earlier) if row.place in at and id(row) not in before]
            if len(own) > 1:
                is_of_one_day = error.code == "law.two_values" and earlier.start == later.start
                told = InvalidValue("pack.same_day", "", day=later.start, other=at[earlier.place].line)
                yield at[later.place].fault(told if is_of_one_day else error)
            else:
                other = earlier if own[0] is later else later
                yield at[own[0].place].fault(_disagreement(own[0], other, error))
        # Between rows that contradict each other no order of levels can be told.
        for above, below in looser_rows(concerned) if is_single else ():
            if below.place in at and id(below) not in before:
                told = InvalidValue("pack.looser", "", str(below.value), provision=above, value=above.value)
                yield at[below.place].fault(told)
            elif above.place in at and id(above) not in before:
                told = InvalidValue("pack.stricter", "", str(above.value), provision=below, value=below.value)
                yield at[above.place].fault(told)

    @cached_property
    def adopted(self) -> Law:
        """The law in force: without proposals, and with what they would take the place of.

        >>> from esfmodel import LAW
        >>> LAW.adopted is LAW
        True
        """
        if self._adopted is not None:
            return self._adopted
        rows = [row for row in self.provisions if not row.proposal]
        return self if len(rows) == len(self.provisions) else Law(rows)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in alphabetical order."""
        return tuple(sorted(self._rows))

    @cached_property
    def version(self) -> str:
        """The version of the data: the day of the newest check, and a hash of all rows."""
        if not self.provisions:
            return "empty"
        # Loaded with the first report: OpenSSL takes long.
        import hashlib

        # Without the place, the last field: moving a row in its file does not change the law.
        values = attrgetter(*(field.name for field in attrs.fields(Provision)[:-1]))
        written = "\n".join(repr(values(row)) for row in self.provisions)
        return f"{self.newest_check}+{hashlib.sha256(written.encode()).hexdigest()[:8]}"

    @cached_property
    def newest_check(self) -> Date | None:
        """The day of the newest check; None for an empty law. It has passed whenever the library is used.

        >>> from esfmodel import LAW
        >>> LAW.version.startswith(str(LAW.newest_check))
        True
        """
        return max((row.checked for row in self.provisions), default=None)

    def history(
        self,
        key: str,
        *,
        programming_period: ProgrammingPeriod | str | None = None,
        fund: Fund | None = None,
    ) -> tuple[Provision, ...]:
        """Return every value that a key has had, or had for a fund, the oldest first.

        Raises `NotInForce` for an unknown key, and where no value is of the programming period or for the fund.

        >>> from esfmodel import LAW
        >>> [str(row.programming_period) for row in LAW.history("eligibility.period")]
        ['2014-2020', '2021-2027']
        """
        period = as_programming_period(programming_period)
        _check_fund(fund)
        rows = self._rows.get(key, ())
        if not rows:
            near = near_names(key, self.keys)
            if near:
                raise NotInForce("value.did_you_mean", "", key, near=near)
            raise NotInForce("value.not_listed", "", key, command="esfmodel law")
        found = rows if period is None else tuple([row for row in rows if counts_in(row, period)])
        if not found:
            raise NotInForce("law.no_value", "", key, when=period, others=_periods_of(rows))
        concerned = found if fund is None else tuple([row for row in found if row.concerns(fund)])
        if not concerned:
            raise NotInForce("law.no_value", "", key, when=fund, others=_funds_of(found))
        return concerned

    def under(self, prefix: str) -> tuple[Provision, ...]:
        """Return the provisions whose key is a prefix or lies under it, in the order of the law; none for no key.

        >>> from esfmodel.law import LAW
        >>> sorted({row.key for row in LAW.under("vat")})
        ['vat.non-recoverable', 'vat.threshold']
        >>> LAW.under("va")
        ()
        """
        return self._rows_under.get(prefix, ())

    def levels(
        self,
        key: str,
        *,
        programming_period: ProgrammingPeriod | str | None = None,
        fund: Fund | None = None,
        on: DateLike | None = None,
    ) -> tuple[Provision, ...]:
        """Return the rows of each level on a day, or for all days, by programming period; the highest level first.

        Of the rows that apply to a day, the last one of a programming period decides, since it is closest to the
        project; `provision` returns that one. Raises `NotInForce` when no row applies.

        >>> from esfmodel import LAW
        >>> [row.level.name for row in LAW.levels("co-financing.ceiling.outermost", on="2024-05-01")]
        ['EU_LAW', 'EU_LAW']
        """
        rows = self.history(key, programming_period=programming_period, fund=fund)
        touching = _rows_for_days(rows, None if on is None else as_date(on, "on"))
        return tuple(sorted(touching, key=lambda row: (str(row.programming_period), row.level.rank, row.start)))

    def provision(
        self,
        key: str,
        *,
        programming_period: ProgrammingPeriod | str | None = None,
        fund: Fund | None = None,
        on: DateLike | None = None,
        during: Period | None = None,
    ) -> Provision:
        """Return the only provision that applies to a fund on a day, throughout a period, or for all days.

        Where several levels have a value, the level closest to the project decides. Raises `NotInForce` when no value
        applies, or several: it changed during the period, or it differs between programming periods or funds and none
        is named.

        >>> from esfmodel import LAW
        >>> LAW.provision("co-financing.ceiling.transition", programming_period="2021-2027", on="2024-05-01").value
        Rate.of_percent("60")
        """
        if on is not None and during is not None:
            raise InvalidValue("argument.too_many", "during", during, other="on=")
        period = as_programming_period(programming_period)
        _check_fund(fund)
        return self._answers(key, period, fund, during if on is None else as_date(on, "on"))

    # Rules ask the same of many projects, and of each several times: what was answered lately is kept.

    @cached_property
    def _answers(self) -> Callable[..., Provision]:
        return lru_cache(maxsize=1_000)(self._answer)

    def _answer(
        self,
        key: str,
        programming_period: ProgrammingPeriod | None,
        fund: Fund | None,
        when: Date | Period | None,
    ) -> Provision:
        rows = self.history(key, programming_period=programming_period, fund=fund)
        if programming_period is None and len(periods := _periods_of(rows)) > 1:
            raise NotInForce("law.differs_by_period", "", key, periods=periods, example=str(periods[-1]))
        touching = _rows_for_days(rows, when)
        found = _closest(touching)
        if fund is None and len(found) > 1 and len({row.funds for row in found}) > 1:
            raise NotInForce("law.differs_by_fund", "", key, funds=_funds_of(found))
        if len(found) > 1 or not (when is None or _lasts(found[0], *first_and_last(when))):
            raise NotInForce("law.several_values", "", key)
        return found[0]

    @cached_property
    def _read_lately(self) -> Callable[[str, tuple[str, ...]], tuple[Provision, ...]]:
        return lru_cache(maxsize=1_000)(self._read)

    def _read(self, prefix: str, patterns: tuple[str, ...]) -> tuple[Provision, ...]:
        return tuple([row for row in self.under(prefix) if any(matches(row.key, pattern) for pattern in patterns)])

    @cached_property
    def _keys_lately(
        self,
    ) -> Callable[[str, tuple[str, ...], ProgrammingPeriod, Fund | None], tuple[str, ...]]:
        return lru_cache(maxsize=1_000)(self._keys_read)

    def _keys_read(
        self, prefix: str, patterns: tuple[str, ...], programming_period: ProgrammingPeriod, fund: Fund | None
    ) -> tuple[str, ...]:
        counting = [row for row in self._read_lately(prefix, patterns) if counts_in(row, programming_period)]
        return tuple(dict.fromkeys([row.key for row in counting if row.concerns(fund)]))

    @cached_property
    def _funds_lately(self) -> Callable[[str, Fund, ProgrammingPeriod | None], bool]:
        return lru_cache(maxsize=1_000)(self._concerns)

    def _concerns(self, prefix: str, fund: Fund, programming_period: ProgrammingPeriod | None) -> bool:
        named = [row for row in self.under(prefix) if row.funds]
        concerned = [row for row in named if fund in row.funds]
        if any(row.programming_period == programming_period for row in concerned):
            return True
        return bool(concerned) and all(row.programming_period != programming_period for row in named)

    @cached_property
    def _changes_lately(self) -> Callable[[str], tuple[Date, ...]]:
        return lru_cache(maxsize=1_000)(self._changes)

    def _changes(self, key: str) -> tuple[Date, ...]:
        rows = self._rows.get(key, ())
        after = [row.end.add(days=1) for row in rows if row.end is not None]
        return tuple(sorted({*(row.start for row in rows), *after}))

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Provision, ...]]:
        """The rows of each key, the oldest first."""
        rows_of_key: dict[str, list[Provision]] = {}
        for row in sorted(self.provisions, key=lambda row: row.start):
            rows_of_key.setdefault(row.key, []).append(row)
        return MappingProxyType({key: tuple(rows) for key, rows in rows_of_key.items()})

    @cached_property
    def _rows_under(self) -> Mapping[str, tuple[Provision, ...]]:
        """The rows of each key and of all keys under it, in the order of the law."""
        rows: dict[str, list[Provision]] = {}
        for row in self.provisions:
            parts = row.key.split(".")
            for length in range(1, len(parts) + 1):
                rows.setdefault(".".join(parts[:length]), []).append(row)
        return MappingProxyType({prefix: tuple(below) for prefix, below in rows.items()})


def rows_read(law: Law, prefix: str, patterns: tuple[str, ...]) -> tuple[Provision, ...]:
    """Return the provisions at or under a prefix for whose keys one of the patterns stands, in the order of the law.

    >>> {row.key for row in rows_read(LAW, "vat", ("vat.threshold",))}
    {'vat.threshold'}
    """
    return _read_by(law)(prefix, patterns)


def keys_read(
    law: Law, prefix: str, patterns: tuple[str, ...], programming_period: ProgrammingPeriod, fund: Fund | None
) -> tuple[str, ...]:
    """Return the keys of `rows_read` that have a value for a programming period and fund."""
    return _keys_by(law)(prefix, patterns, programming_period, fund)


def law_concerns(law: Law, prefix: str, fund: Fund, programming_period: ProgrammingPeriod | None) -> bool:
    """Whether the rows at and under a prefix that name funds may concern a fund in a programming period.

    Without any such row of that period, those of every period count.
    """
    return _funds_by(law)(prefix, fund, programming_period)


def changes_of(law: Law, key: str) -> tuple[Date, ...]:
    """Return the days on which the value of a key changes, in order: the first of each row, and the one after its last.

    >>> changes_of(LAW, "eligibility.start.yei")
    (Date(2014, 1, 1),)
    """
    return _changes_by(law)(key)


_read_by: Callable[[Law], Callable[[str, tuple[str, ...]], tuple[Provision, ...]]] = attrgetter("_read_lately")
_keys_by: Callable[[Law], Callable[[str, tuple[str, ...], ProgrammingPeriod, Fund | None], tuple[str, ...]]] = (
    attrgetter("_keys_lately")
)
_funds_by: Callable[[Law], Callable[[str, Fund, ProgrammingPeriod | None], bool]] = attrgetter("_funds_lately")
_changes_by: Callable[[Law], Callable[[str], tuple[Date, ...]]] = attrgetter("_changes_lately")


def _unread() -> Law:
    """Return a law of which `provisions` is not filled."""
    law = Law.__new__(Law)
    fill(law, "packs", ())
    fill(law, "_adopted", None)
    return law


LAW: Final = _unread()
"""The law that ships with the library, read when it is first asked."""

# Threads that ask at once must all see the same rows, which are told apart by their identity.
_READING = threading.RLock()


@cache
def _rows_that_ship() -> tuple[Provision, ...]:
    return Law.load(*package.packs.files_that_ship()).provisions


def _law_that_ships(written: str) -> Law:
    """Return the law that ships with the library; raise `InvalidValue` where another version of it was pickled."""
    if LAW.version != written:
        raise InvalidValue("law.other_version", "", written, version=LAW.version)
    return LAW


def _disagreement(row: Provision, other: Provision, error: InvalidValue) -> InvalidValue:
    """Return what is wrong with a row of a pack that contradicts one of the law."""
    if error.code != "law.two_values":
        return error
    if row.amended_by is None:
        return InvalidValue("pack.overlaps", "", str(row.value), provision=other, value=other.value, start=other.start)
    if row.start == other.start and other.amended_by is not None:
        return InvalidValue(
            "pack.amended_already", "", str(row.value), day=row.start, provision=other, value=other.value
        )
    if row.start < other.start:
        return InvalidValue("pack.no_end", "", str(row.value), provision=other, start=other.start)
    return InvalidValue("pack.other_condition", "", str(row.value), provision=other)


def _check_fund(fund: object) -> None:
    if not (fund is None or isinstance(fund, Fund)):
        raise TypeError(f"fund must be Fund, not {type(fund).__name__}")


def _periods_of(rows: Iterable[Provision]) -> tuple[ProgrammingPeriod | None, ...]:
    return tuple(dict.fromkeys(row.programming_period for row in rows))


def _funds_of(rows: Iterable[Provision]) -> tuple[Fund, ...]:
    return tuple(dict.fromkeys(fund for row in rows for fund in row.funds))


def _closest(rows: Sequence[Provision]) -> Sequence[Provision]:
    """Return the rows of the level closest to the project."""
    if len(rows) == 1:
        return rows
    closest = max(row.level.rank for row in rows)
    return [row for row in rows if row.level.rank == closest]


def _lasts(row: Provision, first: Date, last: Date) -> bool:
    """Whether a row applies to all days from the first to the last."""
    return row.start <= first and last <= (row.end or LAST_DAY)


def _rows_for_days(rows: tuple[Provision, ...], when: Date | Period | None) -> Sequence[Provision]:
    """Return the rows that apply to any of the days, or for None to any day; raise `NotInForce` where none does."""
    if when is None:
        return rows
    first, last = first_and_last(when)
    touching = [row for row in rows if row.start <= last and first <= (row.end or LAST_DAY)]
    if not touching:
        others = tuple(OpenPeriod(row.start) if row.end is None else Period(row.start, row.end) for row in rows)
        raise NotInForce("law.no_value", "", rows[0].key, when=when, others=others)
    return touching


def _law_of(written: Sequence[WrittenRow], faults: Iterable[ReadError]) -> Law:
    """Return the law of rows as they stand in files; raise the first fault, at the row that it concerns."""
    for fault in faults:
        raise fault
    rows = tuple(each.row for each in written)
    try:
        return Law(rows)
    except InvalidValue as error:
        # The constructor knows of no files.
        _, later, found = next(contradictions(rows))
        raise next(each for each in written if each.row is later).fault(found) from error
