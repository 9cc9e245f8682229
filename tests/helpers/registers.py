"""Registers that tests draw, and what the rules say of their rows one by one."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    Bounds,
    CategoryOfRegion,
    Cci,
    DecisionKind,
    Fund,
    Money,
    OperationId,
    Period,
    Rate,
    validate,
)
from esfmodel.frames import COLUMNS, COVERED, from_frame
from esfmodel.frames._rules.fin import LARGEST_WHOLE
from esfmodel.frames.columns import FIGURES
from esfmodel.law import codes
from esfmodel.rules import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import SearchStrategy

    from esfmodel import Law
    from esfmodel.frames import Checked
    from esfmodel.rules import RuleResult
    from esfmodel.values.bounds import MoneyLike

TYPES = {"text": pl.String, "whole number": pl.Int64, "day": pl.Date, "true or false": pl.Boolean}
SCHEMA = {column.name: TYPES[column.kind] for column in COLUMNS["project"]}
Row = dict[str, Any]

# --- Values as `to_frame` writes them, near to what the rules ask

_CCIS = [
    "2021SE05SFPR001", "2021SE05SFPR", "2014SE05M9OP001", "2014SE05M9OP002", "2014SE05M9OP", "2014TC16RFCB033",
    "2021TC16RFCB033", "2014SE16RFOP001", "2021SE16JTPR001", "2021SE65AMPR001", "2021SE65ISPR001", "2007SE052PO001",
    "2007SE052PO", "2007CB163PO046", "2028SE05SFPR001", "2021DK05SFPR001", "2014UK05SFOP001", "2014GR05SFOP001",
    "2014SE06RDNP001", "2014SE05FMOP001", "2014EU05SFOP001",
]  # fmt: skip
_NUTS = [*(each.code for each in codes.nuts()), "SE14", "SE399", "SEZ", "DK01", "EL30", "UKI", "FI1D", "NO"]
_FIELDS = ["146", "046", "175", "64a", "064", "000", "999", "1", "134 Measures", "102. Access", "146b", "1a", "field"]
_PRIORITIES = ["C", "E", "3", "5", "1", "REACT-EU", "Insatsområde react eu"]


def _boundary_days() -> list[datetime.date]:
    days = {datetime.date(2020, 2, 29), datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2023, 2, 28)}
    for row in LAW.provisions:
        if row.key.startswith("eligibility."):
            ends = (row.value.start, row.value.end) if isinstance(row.value, Period) else (row.value,)
            for day in ends:
                if isinstance(day, datetime.date):
                    days |= {datetime.date.fromordinal(day.toordinal() + shift) for shift in (-31, -1, 0, 1, 31)}
    return sorted(days)


def days() -> SearchStrategy[datetime.date]:
    """Return days, most of them near to where time begins or ends for the rules."""
    near = st.dates(datetime.date(2012, 1, 1), datetime.date(2032, 1, 1))
    return st.sampled_from(_boundary_days()) | near | st.dates()


@st.composite
def _periods(draw: st.DrawFn) -> Row:
    start, end = draw(days()), draw(days())
    if draw(st.integers(0, 9)):
        start, end = sorted((start, end))
    precision = draw(st.sampled_from(["day", "day", None, "month", "year"]))
    if precision in {"month", "year"} and draw(st.integers(0, 9)):
        start = start.replace(day=1, month=start.month if precision == "month" else 1)
        month = end.month if precision == "month" else 12
        year = end.year + month // 12
        after = None if year > 9999 else end.replace(year=year, month=month % 12 + 1, day=1)
        end = datetime.date(9999, 12, 31) if after is None else after - datetime.timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    length = draw(st.none() | st.integers(max(1, months - 1), max(1, months + 2)) | st.integers(-1, 200))
    shown = draw(
        st.sampled_from([(True, True), (True, True), (True, True), (True, False), (False, True), (False, False)])
    )
    return {
        "start": start if shown[0] else None,
        "end": end if shown[1] else None,
        "precision": precision,
        "duration_months": length,
    }


_AMOUNTS = st.integers(0, 6) | st.sampled_from([100, 200, 100_000, 200_000, 10**17]) | st.integers(0, 10**17)
_ANY_AMOUNTS = _AMOUNTS | st.integers(-(10**18), 10**18) | st.sampled_from([2**63 - 1, -(2**63)])


@st.composite
def _figures(draw: st.DrawFn) -> Row:
    """Return figures that do not contradict each other, save that the support may be above the total cost."""

    def near(amount: int) -> int:
        step = draw(st.sampled_from([1, 1, 100, 100_000]))
        return max(0, amount + step * draw(st.integers(-3, 3)))

    base = draw(_AMOUNTS)
    total = draw(st.sampled_from([None, base, base, base]))
    stated = draw(st.none() | st.just(base) | _AMOUNTS)
    support = draw(st.none() | st.just(near(base)) | _AMOUNTS)
    union = draw(st.none() | (_AMOUNTS if support is None else st.integers(0, support) | st.just(support)))
    whole = total if stated is None else stated
    own = draw(st.none() | (_AMOUNTS if whole is None else st.integers(0, whole) | st.just(whole)))
    if own is not None and whole is not None and draw(st.booleans()):
        own = max(0, whole - (support or union or 0))
    if support == union == 0 and own != whole:
        # The Union and the state would each grant nothing, and each would be told.
        own = None
    figures = {"total_cost": total, "support": support, "eu_support": union, "own_contribution": own}
    currency = draw(st.sampled_from(["SEK", "SEK", "SEK", "EUR", "JPY", "KWD", None]))
    row: Row = {"currency": currency}
    for name, figure in {**figures, "stated_total": stated}.items():
        row |= _amount(name, figure)
    return row


def _amount(name: str, amount: int | None) -> Row:
    return {f"{name}_minor": amount, f"{name}_minor_low": amount, f"{name}_minor_high": amount}


@st.composite
def _numbers(draw: st.DrawFn) -> str | None:
    local = draw(st.sampled_from(["23-067-S04", "2018/00076", "20200940", "RS2022/2261", "x_1", "å-1"]))
    return draw(st.sampled_from([None, local, *(f"{cci}_{local}" for cci in _CCIS)]))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Return a row of a register, in which everything is written as `to_frame` does."""

    def one_of(values: Sequence[str]) -> str | None:
        return draw(st.none() | st.sampled_from(values))

    cci = one_of(_CCIS)
    return {
        "name": "A",
        "operation_id": draw(_numbers() | st.just(None if cci is None else f"{cci}_23-067-S04")),
        "status": one_of([each.value for each in DecisionKind]),
        "fund": one_of([each.value for each in Fund]),
        "programming_period": one_of(["2007-2013", "2014-2020", "2021-2027", "2014-2021"]),
        "cci": cci,
        "priority": one_of(_PRIORITIES),
        "category_of_region": one_of([each.value for each in CategoryOfRegion]),
        "intervention_field": one_of(_FIELDS),
        "strategic_importance": draw(st.none() | st.booleans()),
        "physical_investment": draw(st.none() | st.booleans()),
        "nuts": one_of(_NUTS),
        "country": one_of(["SE", "SE", "SE", "DK", "GR", "GB", "NO"]),
        **draw(_periods()),
        **draw(_figures()),
    }


_HOSTILE = st.sampled_from([
    "", " ", "\n", "se", "EL", "Sverige", "ESF +", "esf", "2021\N{EN DASH}2027", "2021SE05SFPR001\n",
    " 2021SE05SFPR001", "2021se05sfpr001", "2021EL05SFPR001", "2021XX05SFPR001", "2007SE052PO\n", "SE32\n", "se32",
    "SE9", "SE 32",
    "Dnr 2021SE05SFPR001_1", "2021SE05SFPR001_", "2021SE05SFPR001_ ", "2021SE05SFPR001_\u200b", "a_2021SE05SFPR001_1",
    "2021SE05SFPR001_1_2", "Dnr 2018/00076", "\u0661", "14\N{KELVIN SIGN}", "146\n", "\u00a0146", "\U0001f600",
    "x" * 101, "x" * 5_000, "day ", "Month", "granted ", "SEK ", "sek", "\x00",
])  # fmt: skip


@st.composite
def hostile_rows(draw: st.DrawFn) -> Row:
    """Return a row of which some texts are written otherwise, or are none, and some amounts are too large or bounds."""
    row = draw(rows())
    texts = [name for name, value in SCHEMA.items() if value == pl.String and name in row and name != "name"]
    numbers = [name for name in row if name.endswith(("_minor", "_low", "_high"))]
    for name in draw(st.lists(st.sampled_from(texts), max_size=3)):
        row[name] = draw(_HOSTILE | st.text(max_size=20))
    for name in draw(st.lists(st.sampled_from(FIGURES), max_size=2)):
        row |= _amount(name, draw(_ANY_AMOUNTS))
    for name in draw(st.lists(st.sampled_from(numbers), max_size=4)):
        row[name] = draw(st.none() | _ANY_AMOUNTS)
    row["complete"] = draw(st.sampled_from([None, None, False, True]))
    return row


def register(drawn: Sequence[Row]) -> pl.DataFrame:
    """Return rows as a frame with every column, and a number for each."""
    return pl.DataFrame([{**row, "project": index} for index, row in enumerate(drawn)], schema=SCHEMA)


# --- What is expected


class Judged(NamedTuple):
    """What a rule says of a row, and what it finds there."""

    outcome: str
    finding: tuple[str, str | None, str | None, int | None] | None


def judged(frame: pl.DataFrame, *, on: datetime.date | None = None, law: Law = LAW) -> list[dict[str, Judged]]:
    """Return what each covered rule says of the project that `from_frame` makes of each row."""
    book = [RULES[code] for code in COVERED]
    found: list[dict[str, Judged]] = []
    projects = from_frame(frame).projects
    assert len(projects) == len(frame)
    for project in projects:
        report = validate(project, on=on, law=law, rules=book)
        found.append({result.rule.code: _judged(result) for result in report.results})
    return found


def _judged(result: RuleResult) -> Judged:
    told = [
        (
            finding.severity.value,
            str(finding.expected) if result.rule.family == "PUB" and finding.expected else _text(finding.expected),
            _found(finding.found),
            None if finding.difference is None else _minor(finding.difference),
        )
        for finding in result.findings
    ]
    # Of several, columns tell none: they leave the row open.
    return Judged(result.outcome.value, told[0] if len(told) == 1 else None)


def _minor(amount: MoneyLike) -> int | None:
    return amount.minor if isinstance(amount, Money) else None


def _text(value: Any) -> str | None:  # noqa: ANN401
    low = getattr(value, "low", None)
    if isinstance(low, Money) and value.high is None:
        return f"[{low.minor}, )"
    return None if value is None else str(value.minor) if isinstance(value, Money) else str(value)


def _found(value: Any) -> str | None:  # noqa: ANN401
    """Return what a finding found; a share as a quotient, which columns do not reduce."""
    if isinstance(value, Bounds) and isinstance(value.high, Rate):
        return f"{'[' if value.low_included else '('}0, {_found(value.high)}]"
    return f"{value.fraction.numerator}/{value.fraction.denominator}" if isinstance(value, Rate) else _text(value)


def _reduced(found: str | None) -> str | None:
    """Return a quotient, or an interval up to one, in lowest terms."""
    parts = None if found is None else re.fullmatch(r"(|[\[(]0, )(\d+)/(\d+)(\]?)", found)
    if parts is None:
        return found
    before, numerator, denominator, after = parts.groups()
    share = Fraction(int(numerator), int(denominator))
    return f"{before}{share.numerator}/{share.denominator}{after}"


def by_columns(checked: Checked[pl.DataFrame], frame: pl.DataFrame) -> list[dict[str, Judged]]:
    """Return what a check by columns says of each row, in the same form."""
    told: dict[tuple[int, str], Any] = {
        (row["row"], row["code"]): (
            row["severity"],
            row["expected"],
            _reduced(row["found"]) if row["code"] == "FIN002" else row["found"],
            row["difference_minor"],
        )
        for row in checked.findings.rows(named=True)
    }
    assert len(told) == len(checked.findings)
    outcomes = checked.outcomes.sort("row").rows(named=True)
    assert len(outcomes) == len(frame)
    return [
        {code: Judged(row[code], told.get((row["row"], code))) for code in COVERED if code in row} for row in outcomes
    ]


def is_of_two_programmes(row: Row) -> bool:
    """Whether the number of a project has the CCI of another programme in front than the row: columns choose none."""
    number = None if row["operation_id"] is None else OperationId(row["operation_id"]).cci
    return number is not None and row["cci"] is not None and not number.same_programme(Cci(row["cci"]))


def left_open_for_amounts(row: Row) -> Iterator[str]:
    """Yield the rules by which columns may not judge the amounts of a row, as they judge every other.

    Of a large whole no share is compared. Without the support, columns do not tell how much of the cost is public.
    """
    if sum(abs(row[f"{name}_minor"] or 0) for name in (*FIGURES, "stated_total")) > LARGEST_WHOLE:
        yield "FIN002"
    if row["support_minor"] is None:
        yield "PUB002"


LEFT_OPEN = Judged(Outcome.NOT_EVALUATED.value, None)
"""What is said of a row that columns do not judge."""
