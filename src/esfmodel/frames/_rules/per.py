"""Family PER as columns: the window of eligible expenditure, and the length of a project.

Rules PER001 and PER003. Days are whole numbers such as 20241001, which are in the order of the days: a month of which
the last day is not stated ends on a 31st, which no day of the next month is before.
"""

from __future__ import annotations

from calendar import isleap
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotInForce
from esfmodel.frames._rules.column_rule import LEVELS, ColumnRule, Fact, outcome
from esfmodel.frames._rules.facts import (
    NOT_OF_A_TEXT,
    ODD,
    UNKNOWN,
    WITH_TIME,
    any_of,
    is_too_long,
    place_of_fund,
    place_of_period,
    years_of_periods,
)
from esfmodel.frames._writing import MOST
from esfmodel.law import Condition, Grade, codes
from esfmodel.law.keys import PROGRAMME
from esfmodel.model import Fund, Priority, Project
from esfmodel.rules.context import is_read
from esfmodel.rules.finding import Severity
from esfmodel.rules.shared.days import window_of
from esfmodel.rules.shared.facts import FUND_CODES, is_under_common_provisions, programme_of_key
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Mapping

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked
    from esfmodel.law import Provision

# --- The project period


_THIRTY_DAYS = (4, 6, 9, 11)
_LEAP_YEARS = [year for year in range(1, 10_000) if isleap(year)]
_NO_END = 99_999_999
"""Later than any day."""


def _number(name: str) -> Fact:
    """Return the fact of a day as a whole number; 0 where it is not known."""
    year, month, day = (f"{name}.{part}" for part in ("year", "month", "day"))
    return Fact(
        (year, month, day),
        lambda asked: asked.col(year) * 10_000 + asked.col(month) * 100 + asked.col(day),
    )


def _days_of_last_month(asked: Asked) -> Expr:
    year, month = asked.col("end.year"), asked.col("end.month")
    is_february = month == 2
    cases = [(is_february & year.is_in(_LEAP_YEARS), 29), (is_february, 28), (month.is_in(_THIRTY_DAYS), 30)]
    return asked.first(cases, 31)


def _precision_is_odd(asked: Asked) -> Expr:
    return ~asked.among(asked.col("precision"), ("", "day", "month", "year"))


def _is_readable(asked: Asked) -> Expr:
    return ~(asked.col(f"start{WITH_TIME}") | asked.col(f"end{WITH_TIME}") | _precision_is_odd(asked))


def _is_whole(asked: Asked) -> Expr:
    """Whether both ends are known, in their order, and fit the precision."""
    start, end, precision = (asked.col(name) for name in ("start.number", "end.number", "precision"))
    is_first, is_last = asked.col("start.day") == 1, asked.col("end.day") == asked.col("end.month.days")
    of_years = (asked.col("start.month") == 1) & (asked.col("end.month") == 12)
    fits = asked.first(
        [(precision == "month", is_first & is_last), (precision == "year", is_first & is_last & of_years)],
        asked.lit(True),
    )
    return _is_readable(asked) & (start > 0) & (start <= end) & fits


def _is_open(asked: Asked) -> Expr:
    return _is_readable(asked) & ((asked.col("start.number") == 0) != (asked.col("end.number") == 0))


_PERIOD: Mapping[str, Fact] = {
    "start.number": _number("start"),
    "end.number": _number("end"),
    "end.month.days": Fact(("end.year", "end.month"), _days_of_last_month),
    "period.whole": Fact(
        (
            "start.number", "end.number", "precision", "start.day", "end.day", "end.month.days", "start.month",
            "end.month", f"start{WITH_TIME}", f"end{WITH_TIME}",
        ),
        _is_whole,
    ),
    "period.open": Fact(
        ("start.number", "end.number", "precision", f"start{WITH_TIME}", f"end{WITH_TIME}"), _is_open
    ),
}  # fmt: skip


def _iso(asked: Asked, number: Expr, length: int | None = None) -> Expr:
    """Return a day as text, or the year or the month of it."""
    digits = (number + 100_000_000).cast(asked.nw.String)
    parts = [digits.str.slice(1, 4), digits.str.slice(5, 2), digits.str.slice(7, 2)]
    written: Expr = asked.nw.concat_str(*parts[: length or 3], separator="-")
    return written


def _between(asked: Asked, start: Expr, end: Expr) -> Expr:
    written: Expr = asked.nw.concat_str(start, end, separator="/")
    return written


def _period_as_text(asked: Asked) -> Expr:
    """Return the period as `str` writes it."""
    start, end, precision = (asked.col(name) for name in ("start.number", "end.number", "precision"))
    of_length = [(precision == unit, length) for unit, length in (("year", 1), ("month", 2))]
    whole = asked.first(
        [
            (is_such, _between(asked, _iso(asked, start, length), _iso(asked, end, length)))
            for is_such, length in of_length
        ],
        _between(asked, _iso(asked, start), _iso(asked, end)),
    )
    return asked.first(
        [
            (start == 0, _between(asked, asked.lit(".."), _iso(asked, end))),
            (end == 0, _between(asked, _iso(asked, start), asked.lit(".."))),
        ],
        whole,
    )


# --- PER001: within the window of eligible expenditure


class _Window(NamedTuple):
    """A window in whole numbers, the days until and from when it may be longer, else 0, and how grave a breach is."""

    start: int
    end: int
    later_end: int
    earlier_start: int
    level_before: int
    level_after: int


class _Kind(NamedTuple):
    """What the window of a project depends on beside its programming period: fund, fund of its CCI, and priority."""

    fund: Fund | None
    of_cci: str
    dedicated: Condition | None

    def project(self, period: ProgrammingPeriod | None) -> Project:
        """Return a project of this kind, of a programme that no list has."""
        return Project(
            "A",
            fund=self.fund,
            programming_period=period,
            cci=f"2021AQ99{self.of_cci}PR999" if self.of_cci else None,
            priority=None if self.dedicated is None else Priority("A", dedicated_to=self.dedicated),
        )


DEDICATED: Final = (None, Condition.YOUTH_EMPLOYMENT, Condition.REACT_EU)


def _kinds(dedicated: Iterable[Condition | None]) -> list[_Kind]:
    """Return the kinds of projects that may differ in their window."""
    of_cci: dict[Fund | None, tuple[str, ...]] = {None: _CODES, Fund.JTF: _CODES}
    return [_Kind(fund, code, each) for each in dedicated for fund in (None, *Fund) for code in of_cci.get(fund, ("",))]


def _is_of(asked: Asked, kinds: Iterable[_Kind]) -> Expr:
    """Whether a project is of one of several kinds."""
    priorities: dict[tuple[int, int], set[int]] = {}
    for kind in kinds:
        key = place_of_fund(kind.fund), _CODES.index(kind.of_cci)
        priorities.setdefault(key, set()).add(DEDICATED.index(kind.dedicated))
    ccis: dict[tuple[int, frozenset[int]], set[int]] = {}
    for (fund, of_cci), of_priority in priorities.items():
        ccis.setdefault((fund, frozenset(of_priority)), set()).add(of_cci)
    funds: dict[tuple[frozenset[int], frozenset[int]], list[int]] = {}
    for (fund, places), of_ccis in ccis.items():
        is_told_by_cci = fund in _TOLD_BY_CCI and len(of_ccis) < len(_CODES)
        funds.setdefault((frozenset(of_ccis if is_told_by_cci else ()), places), []).append(fund)
    return any_of(asked, (_is_such(asked, each, *rest) for rest, each in funds.items()))


def _is_such(asked: Asked, funds: list[int], of_ccis: Collection[int], of_priority: Collection[int]) -> Expr:
    """Whether the fund, the fund in the CCI, if it matters, and the priority are among these."""
    is_such = asked.col("fund.place").is_in(funds)
    if of_ccis:
        is_such = is_such & asked.col("programme.fund").is_in(sorted(of_ccis))
    if len(of_priority) < len(DEDICATED):
        is_such = is_such & asked.col("dedicated").is_in(sorted(of_priority))
    return is_such


_CODES = ("", *FUND_CODES)
_TOLD_BY_CCI = {place_of_fund(None), place_of_fund(Fund.JTF)}
"""The funds of which the window depends on the fund in the CCI."""


def _by_window(asked: Asked) -> dict[_Window, dict[ProgrammingPeriod, list[_Kind]]]:
    """Return of which programming periods and kinds of projects each window is."""
    return asked.once("windows", partial(_windows, asked))


def _windows(asked: Asked) -> dict[_Window, dict[ProgrammingPeriod, list[_Kind]]]:
    unclear = asked.unclear_periods("PER001")
    found: dict[_Window, dict[ProgrammingPeriod, list[_Kind]]] = {}
    for period in (each for each in map(ProgrammingPeriod.parse, years_of_periods()) if each not in unclear):
        for kind in _kinds(DEDICATED):
            window = _window(asked, period, kind)
            if window is not None:
                found.setdefault(window, {}).setdefault(period, []).append(kind)
    return found


def _window(asked: Asked, period: ProgrammingPeriod, kind: _Kind) -> _Window | None:
    try:
        window = window_of(kind.project(period), asked.context("PER001", kind.fund), period)
    except NotInForce:
        return None
    later = None if window.later_end is None else window.later_end()
    return _Window(
        _as_number(window.period.start),
        _as_number(window.period.end),
        0 if later is None else _as_number(later),
        0 if window.earlier_start is None else _as_number(window.earlier_start),
        _gravity(window.starts),
        _gravity(window.ends),
    )


def _as_number(day: datetime.date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _gravity(row: Provision) -> int:
    return LEVELS[Severity.ERROR if row.grade is Grade.A else Severity.WARNING]


def _number_of_window(asked: Asked) -> Expr:
    """Return the number of the window of a project, from 1; 0 where the law has none, or one of its programme's own."""
    cases: list[tuple[Expr, object]] = []
    for place, by_period in enumerate(_by_window(asked).values(), start=1):
        for period, kinds in by_period.items():
            is_of_period = asked.col("funds_period") == place_of_period(period)
            cases.append((is_of_period & _is_of(asked, kinds), place))
    own_ends = _has_its_own_end(asked)
    return asked.first(cases if own_ends is None else [(own_ends, 0), *cases], 0)


def _has_its_own_end(asked: Asked) -> Expr | None:
    """Whether a row of the law says until when the programme of a project goes on: that is too much for a column."""
    keys = {row.key for row in asked.law.provisions if is_read(row.key, (f"{PROGRAMME}.*.eligibility-end",))}
    programmes = {programme_of_key(key.split(".")[1]) for key in keys}
    stems = sorted({each.code.removesuffix(each.serial or "") for each in programmes if each is not None})
    return any_of(asked, (asked.col("programme").str.starts_with(stem) for stem in stems)) if stems else None


def _of_window(name: str) -> Fact:
    """Return the fact of a value of the window; 0 without a window."""

    def column(asked: Asked) -> Expr:
        places: dict[int, list[int]] = {}
        for place, window in enumerate(_by_window(asked), start=1):
            places.setdefault(getattr(window, name), []).append(place)
        number = asked.col("window")
        return asked.first([(number.is_in(each), value) for value, each in places.items()], 0)

    return Fact(("window",), column)


_LISTED = [each for programme in codes.programmes() for each in codes.priorities(programme.code) or ()]
"""The priorities of the programmes whose priorities are listed; the CCI is their group."""
_NAMED = "[Rr][Ee][Aa][Cc][Tt][-_ –]+[Ee][Uu]"


def _dedicated(asked: Asked) -> Expr:
    """Return the place in `DEDICATED` of what the priority is dedicated to, by the list or by its name."""
    priority, programme = asked.col("priority"), asked.col("programme")
    # Those that are dedicated to something else have codes that name nothing.
    cases: list[tuple[Expr, object]] = [
        ((programme == each.group) & (priority == each.code), DEDICATED.index(each.condition))
        for each in _LISTED
        if each.condition is not None and each.condition in DEDICATED
    ]
    named = asked.only(asked.col("priority.named"), priority).str.contains(_NAMED)
    return asked.first([*cases, (named, DEDICATED.index(Condition.REACT_EU))], 0)


def _dedication_is_odd(asked: Asked) -> Expr:
    """Whether it depends on signs in its name what the priority is dedicated to."""
    named = asked.only(asked.col("priority.named"), asked.col("priority"))
    return named.str.contains(NOT_OF_A_TEXT) | is_too_long(named)


_WINDOW: Mapping[str, Fact] = {
    "priority.named": Fact(("priority",), lambda asked: asked.col("priority").str.contains("[Rr][Ee][Aa][Cc][Tt]")),
    "dedicated": Fact(("priority", "priority.named", "programme"), _dedicated),
    "dedicated.odd": Fact(("priority", "priority.named"), _dedication_is_odd),
    "window": Fact(("funds_period", "fund.place", "programme.fund", "dedicated", "programme"), _number_of_window),
    **{f"window.{name}": _of_window(name) for name in _Window._fields},
}


def _is_outside_the_acts(asked: Asked, period: ProgrammingPeriod | None) -> Expr:
    return _is_of(
        asked,
        [
            kind._replace(dedicated=each)
            for kind in _kinds((None,))
            if not is_under_common_provisions(kind.project(period))
            for each in DEDICATED
        ],
    )


def _is_under_common_provisions(asked: Asked) -> Expr:
    """Whether the common provisions bind a project; only the programming periods with a list of funds differ."""
    periods = [ProgrammingPeriod.parse(each) for each in years_of_periods() if codes.funds(each) is not None]
    cases: list[tuple[Expr, object]] = [
        (asked.col("funds_period") == place_of_period(period), ~_is_outside_the_acts(asked, period))
        for period in periods
    ]
    return asked.first(cases, ~_is_outside_the_acts(asked, None))


def _inside_the_window(asked: Asked) -> Expr:
    start, end, precision = (asked.col(name) for name in ("start.number", "end.number", "precision"))
    first, last = asked.col("window.start"), asked.col("window.end")
    # The earliest and the latest day of each end: what is open is never before or after the window.
    is_month, is_year = precision == "month", precision == "year"
    latest_start = asked.first(
        [(start == 0, end), (end == 0, start), (is_month, start + 30), (is_year, start + 1130)], start
    )
    earliest_end = asked.first(
        [(end == 0, start), (start == 0, end), (is_month, end - asked.col("end.day") + 1), (is_year, end - 1130)], end
    )
    latest_end = asked.first([(end == 0, _NO_END)], end)
    is_wholly = (latest_end < first) | (start > last)
    is_partly = (latest_start < first) | (earliest_end > last)
    is_inside = (start >= first) & (latest_end <= last)
    fund = asked.col("fund.place")
    is_unclear = asked.col("programmes.odd") | asked.col("dedicated.odd")
    unread_scope = (fund == ODD) | ((fund == UNKNOWN) & asked.col("programmes.odd"))
    is_before = (start != 0) & (start < first)
    return outcome(
        asked,
        unread=unread_scope | (asked.col("funds_period") == ODD),
        applies=_is_under_common_provisions(asked),
        unknown=(
            ~(asked.col("period.whole") | asked.col("period.open"))
            | is_unclear
            | (asked.col("window") == 0)
            | ~(is_wholly | is_partly | is_inside)
        ),
        breach=~is_inside,
        level=asked.first(
            [
                (is_partly & ~is_wholly, LEVELS[Severity.WARNING]),
                (_may_be_longer(asked), LEVELS[Severity.WARNING]),
                (is_before, asked.col("window.level_before")),
            ],
            asked.col("window.level_after"),
        ),
    )


def _may_be_longer(asked: Asked) -> Expr:
    """Whether an amended programme may end later, or the project be of the initiative that began earlier."""
    start, end = asked.col("start.number"), asked.col("end.number")
    first, last = asked.col("window.start"), asked.col("window.end")
    later, earlier = asked.col("window.later_end"), asked.col("window.earlier_start")
    begins = asked.first([(start == 0, last)], start)
    is_after = (start > last) | (end > last)
    is_before = ((start != 0) & (start < first)) | ((end != 0) & (end < first))
    begins_earlier = is_before & (earlier != 0) & ((end == 0) | (end >= earlier))
    return (is_after & (begins <= later)) | begins_earlier


# --- PER003: the stated length


def _months(asked: Asked) -> Expr | int:
    """Return the number of whole months of a period, as `Period.months` counts them; 0 where no length is stated."""
    if "duration_months" in asked.same:
        return 0
    first, last, days = asked.col("start.day"), asked.col("end.day"), asked.col("end.month.days")
    between = (asked.col("end.year") - asked.col("start.year")) * 12 + asked.col("end.month") - asked.col("start.month")
    # The last month counts where its day before the first day is reached, or the last but one where it is shorter.
    is_reached = (first <= last + 1) | (last >= days - 1)
    is_more = (first == 1) & (last == days)
    return between - 1 + asked.first([(is_more, 2), (is_reached, 1)], 0)


def _duration_as_dates(asked: Asked) -> Expr:
    stated, months = asked.col("duration_months"), asked.col("months")
    first, last, days = asked.col("start.day"), asked.col("end.day"), asked.col("end.month.days")
    ends_before = (first == last + 1) | ((first > days) & (last == days - 1))
    is_whole = (months > 0) & (((first == 1) & (last == days)) | ((last < days) & ends_before))
    return outcome(
        asked,
        unknown=~asked.col("period.whole") | (asked.col("precision") == "year") | (stated < 1) | (stated >= MOST),
        breach=(stated != months) & (is_whole | (stated != months + 1)),
        level=Severity.WARNING,
    )


_ENDS = ("start.number", "end.number", "precision")

PER: Final = (
    ColumnRule(
        code="PER001",
        facts=(
            "period.whole", "period.open", *_ENDS, "end.day", "fund.place", "programmes.odd", "programme.fund",
            "dedicated", "dedicated.odd", "funds_period", "window",
            *(f"window.{name}" for name in _Window._fields),
        ),
        level=_inside_the_window,
        tells=(*_ENDS, "window.start", "window.end"),
        expected=lambda asked: _between(asked, *(_iso(asked, asked.col(f"window.{end}")) for end in ("start", "end"))),
        found=_period_as_text,
        own={**_PERIOD, **_WINDOW},
    ),
    ColumnRule(
        code="PER003",
        facts=(
            "period.whole", "precision", "duration_months", "start.day", "end.day", "end.month.days", "months",
        ),
        level=_duration_as_dates,
        tells=("months", "duration_months"),
        expected=lambda asked: asked.col("months").cast(asked.nw.String),
        found=lambda asked: asked.col("duration_months").cast(asked.nw.String),
        own={
            **_PERIOD,
            "months": Fact(
                (
                    "start.year", "start.month", "start.day", "end.year", "end.month", "end.day", "end.month.days",
                    "duration_months",
                ),
                _months,
            ),
        },
    ),
)  # fmt: skip
