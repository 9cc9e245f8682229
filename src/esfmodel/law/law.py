"""The law: an immutable set of provisions, queried one value at a time, and the order of the levels that set them.

>>> from esfmodel import LAW
>>> LAW.provision("eligibility.period", programming_period="2007-2013")
Traceback (most recent call last):
    ...
esfmodel.errors.NotInForce: 'eligibility.period' has no value for 2007–2013; ask about 2014–2020, 2021–2027
"""

from __future__ import annotations

import difflib
import hashlib
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import pairwise, permutations
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotInForce, ReadError
from esfmodel.law.provisions import (
    Level,
    Provision,
    ProvisionValue,
    Sense,
    as_programming_period,
    lines_of_rows,
    read_rows,
)
from esfmodel.values.dates import Date, DateLike, as_date
from esfmodel.values.format import as_repr
from esfmodel.values.money import Money
from esfmodel.values.period import OpenPeriod, Period, first_and_last
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from esfmodel.values.fund import Fund
    from esfmodel.values.programming_period import ProgrammingPeriod

_PACK_LEVELS = (Level.NATIONAL, Level.PROGRAMME)


def _as_provisions(rows: Iterable[Provision]) -> tuple[Provision, ...]:
    provisions = tuple(rows)
    for index, row in enumerate(provisions):
        if not isinstance(row, Provision):
            raise TypeError(f"provisions[{index}] must be Provision, not {type(row).__name__}")
    return provisions


@attrs.frozen
class Law:
    """An immutable set of provisions; `with_pack` returns a larger one.

    Each question has one answer. Raises `InvalidValue` when two rows of one key, programming period, level and fund
    apply to the same day, and when a key has a programming period in one row and none in another.

    >>> from esfmodel import LAW
    >>> len(LAW.keys) <= len(LAW.provisions)
    True
    """

    provisions: tuple[Provision, ...] = attrs.field(converter=_as_provisions)

    def __attrs_post_init__(self) -> None:
        """Check that no two rows of a level answer the same question."""
        for rows in self._rows.values():
            _check_one_answer(rows)

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
        return _law_of(read_rows(text, name), name)

    @classmethod
    def load(cls, *files: str | os.PathLike[str] | Traversable) -> Law:
        """Read provisions from law files; raise `ReadError` as `parse` does.

        >>> Law.load().provisions
        ()
        """
        rows = [row for file in files for row in read_rows(_text_of(file), _name_of(file))]
        return _law_of(rows, ", ".join(_name_of(file) for file in files))

    def with_pack(self, path: str | os.PathLike[str] | Traversable) -> Law:
        """Return this law with a programme's own rows added, from a file of the same form.

        A pack may add national and programme rows, and may tighten what a higher level sets but not loosen it: under a
        ceiling of 40 % it may set at most or exactly 35 %, never 45 %, with the same `binds` and unit. Raises
        `ReadError` for anything else.

        >>> from esfmodel.law import LAW, PACKS
        >>> len(LAW.with_pack(PACKS["2021SE05SFPR001"]).provisions) > len(LAW.provisions)
        True
        """
        name, text = _name_of(path), _text_of(path)
        rows = read_rows(text, name)
        added = {row: f"provision[{index}]" for index, row in enumerate(rows)}
        try:
            for row, place in added.items():
                if row.level not in _PACK_LEVELS:
                    allowed = tuple(level.name for level in _PACK_LEVELS)
                    raise InvalidValue("value.not_usable", place, row.level.name, choices=allowed)
            law = _law_of([*self.provisions, *rows], name)
            for key in sorted({row.key for row in rows}):
                check_levels(law.history(key), added)
        except InvalidValue as error:
            index = list(added.values()).index(error.place)
            line = lines_of_rows(text, len(rows))[index]
            raise ReadError.of(error, name, line, {error.place: rows[index].key}) from error
        return law

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in alphabetical order."""
        return tuple(sorted(self._rows))

    @cached_property
    def version(self) -> str:
        """The version of the data: the day of the newest check, and a hash of all rows."""
        if not self.provisions:
            return "empty"
        # Without the place, the last field: moving a row in its file does not change the law.
        written = "\n".join(repr(attrs.astuple(row, recurse=False)[:-1]) for row in self.provisions)
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
        rows = self._rows.get(key, ())
        if not rows:
            near = tuple(difflib.get_close_matches(key, self.keys))
            if near:
                raise NotInForce("value.did_you_mean", "", key, near=near)
            raise NotInForce("value.not_listed", "", key, command="esfmodel law")
        found = rows if period is None else tuple(row for row in rows if row.programming_period in (None, period))
        if not found:
            raise NotInForce("law.no_value", "", key, when=period, others=_periods_of(rows))
        concerned = tuple(row for row in found if row.concerns(fund))
        if not concerned:
            raise NotInForce("law.no_value", "", key, when=fund, others=_funds_of(found))
        return concerned

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
        rows = self.history(key, programming_period=programming_period, fund=fund)
        if len(periods := _periods_of(rows)) > 1:
            raise NotInForce("law.differs_by_period", "", key, periods=periods)
        when = during if on is None else as_date(on, "on")
        touching = _rows_for_days(rows, when)
        closest = max(row.level.rank for row in touching)
        found = [row for row in touching if row.level.rank == closest]
        first, last = _days_asked(when)
        is_throughout = when is None or (found[0].start <= first and last <= (found[0].end or LAST_DAY))
        if len({row.funds for row in found}) > 1:
            raise NotInForce("law.differs_by_fund", "", key, funds=_funds_of(found))
        if len(found) > 1 or not is_throughout:
            raise NotInForce("law.several_values", "", key)
        return found[0]

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Provision, ...]]:
        """The rows of each key, the oldest first."""
        rows_of_key: dict[str, list[Provision]] = {}
        for row in sorted(self.provisions, key=lambda row: row.start):
            rows_of_key.setdefault(row.key, []).append(row)
        return MappingProxyType({key: tuple(rows) for key, rows in rows_of_key.items()})


def _periods_of(rows: Iterable[Provision]) -> tuple[ProgrammingPeriod | None, ...]:
    return tuple(dict.fromkeys(row.programming_period for row in rows))


def _funds_of(rows: Iterable[Provision]) -> tuple[Fund, ...]:
    return tuple(dict.fromkeys(fund for row in rows for fund in row.funds))


def _days_asked(when: Date | Period | None) -> tuple[Date, Date]:
    """Return the first and the last day asked for; None stands for all days."""
    return (Date(1, 1, 1), LAST_DAY) if when is None else first_and_last(when)


def _rows_for_days(rows: tuple[Provision, ...], when: Date | Period | None) -> list[Provision]:
    """Return the rows that apply to any of the days; raise `NotInForce` where none does."""
    first, last = _days_asked(when)
    touching = [row for row in rows if row.start <= last and first <= (row.end or LAST_DAY)]
    if not touching:
        others = tuple(OpenPeriod(row.start) if row.end is None else Period(row.start, row.end) for row in rows)
        raise NotInForce("law.no_value", "", rows[0].key, when=when, others=others)
    return touching


def _check_one_answer(rows: tuple[Provision, ...]) -> None:
    if len({row.programming_period is None for row in rows}) > 1:
        raise InvalidValue("law.period_in_some_rows", "", rows[0].key)
    # The rows come sorted by start, so that an overlap of any two shows between neighbours.
    funds = _funds_of(rows) or (None,)
    for period, level, fund in {(row.programming_period, row.level, fund) for row in rows for fund in funds}:
        same = [row for row in rows if (row.programming_period, row.level) == (period, level) and row.concerns(fund)]
        for earlier, later in pairwise(same):
            if later.start <= (earlier.end or LAST_DAY):
                values = (earlier.value, later.value)
                raise InvalidValue("law.two_values", "", later.key, day=later.start, values=values, start=earlier.start)


def _law_of(rows: Iterable[Provision], name: str) -> Law:
    try:
        return Law(tuple(rows))
    except InvalidValue as error:
        raise ReadError.of(error, name) from error


def _name_of(file: str | os.PathLike[str] | Traversable) -> str:
    return file.name if isinstance(file, Traversable) else Path(file).name


def _text_of(file: str | os.PathLike[str] | Traversable) -> str:
    source = file if isinstance(file, Traversable) else Path(file)
    try:
        return source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ReadError("file.missing", source=str(file)) from error
    except OSError as error:
        raise ReadError("file.cannot_open", source=str(file), reason=error.strerror) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ReadError("file.not_utf_8", source=str(file), line=line, byte=error.start) from error


# --- The order of the levels: one closer to the project may tighten what a higher one sets, and never loosen it

LAST_DAY = Date(9999, 12, 31)


def check_levels(rows: Iterable[Provision], added: Mapping[Provision, str]) -> None:
    """Check the order of the levels for one key where rows are added; raise `InvalidValue` at the place of one."""
    # All pairs, not only neighbours: a level between two others may have no value.
    for above, below in permutations(rows, 2):
        is_new = above in added or below in added
        if is_new and _is_above(above, below) and not _may_stand_below(above, below):
            if below in added:
                place, given = added[below], str(below.value)
                raise InvalidValue("pack.looser", place, given, provision=above, value=above.value)
            raise InvalidValue("pack.stricter", added[above], str(above.value), provision=below, value=below.value)


def share_days(one: Provision, other: Provision) -> bool:
    """Whether two rows apply to some of the same days."""
    return one.start <= (other.end or LAST_DAY) and other.start <= (one.end or LAST_DAY)


def share_a_fund(one: Provision, other: Provision) -> bool:
    """Whether two rows concern the same fund."""
    return not one.funds or any(map(other.concerns, one.funds))


def _is_above(above: Provision, below: Provision) -> bool:
    """Whether `above` is of a higher level and answers the same question as `below` for some of the same days."""
    same = above.programming_period == below.programming_period and share_a_fund(above, below)
    return same and above.level.rank < below.level.rank and share_days(above, below)


def _may_stand_below(above: Provision, below: Provision) -> bool:
    """Whether everything that complies with the row below complies with the row above."""
    if (above.binds, above.unit) != (below.binds, below.unit):
        return False
    if above.sense is Sense.AT_MOST and below.sense in (Sense.AT_MOST, Sense.EXACTLY):
        return _at_most(below.value, above.value)
    if above.sense is Sense.AT_LEAST and below.sense in (Sense.AT_LEAST, Sense.EXACTLY):
        return _at_most(above.value, below.value)
    return above.sense is below.sense in (Sense.EXACTLY, None) and below.value == above.value


def _at_most(low: ProvisionValue, high: ProvisionValue) -> bool:
    """Whether two values are comparable and in this order."""
    match low, high:
        case Rate(), Rate():
            return low <= high
        case Money(), Money():
            return low.currency == high.currency and low <= high
        case int(), int():
            return low <= high
        case Date(), Date():
            return low <= high
        case _:
            return False
