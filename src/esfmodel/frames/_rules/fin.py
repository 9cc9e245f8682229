"""Family FIN as columns: the Union's share of the cost, and the ceilings that the law sets for it.

Rule FIN002. A share is compared by cross-multiplication of amounts in the smallest unit, within 64 bits: of a larger
whole than `LARGEST_WHOLE` it is left open. A finding tells the quotient of the two amounts, not in lowest terms.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.frames._rules.bud import total_follows
from esfmodel.frames._rules.column_rule import ColumnRule, Fact, outcome
from esfmodel.frames._rules.facts import ODD, UNKNOWN, WITH_TIME, place_of_fund, place_of_period, years_of_periods
from esfmodel.frames._rules.per import DEDICATED
from esfmodel.law import Condition
from esfmodel.model import CategoryOfRegion, Fund
from esfmodel.rules.book import RULES
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import basis_rows
from esfmodel.rules.shared.ceilings import CEILING_FUNDS, Scope, lowest_ceiling, ordinary_ceiling
from esfmodel.values.dates import Date
from esfmodel.values.money import Rate
from esfmodel.values.period import PRECISIONS, Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked
    from esfmodel.law import Provision
    from esfmodel.rules.context import Context


_MOST_PARTS = 100
"""A ceiling in whole per cent has at most so many parts."""
LARGEST_WHOLE: Final = (2**63 - 1) // _MOST_PARTS
"""The largest whole, in the smallest unit, of which a share is compared with a ceiling."""


# --- The share: a part of a whole, as the budget has them that `from_frame` makes of the figures

_KNOWN = tuple(f"{name}.exact" for name in ("total", "support", "eu_support", "own_contribution"))
_AMOUNTS = tuple(f"{name}.amount" for name in ("total", "support", "eu_support", "own_contribution"))


def _are_known(asked: Asked) -> tuple[Expr, Expr, Expr, Expr]:
    total, support, union, own = map(asked.col, _KNOWN)
    return total, support, union, own


def _part(asked: Asked) -> Expr:
    """Return the Union's money, or else the support, of which any part may be the Union's."""
    total, support, union, own = map(asked.col, _AMOUNTS)
    _, has_support, has_union, _ = _are_known(asked)
    return asked.first([(has_union, union), (has_support, support)], total - own)


def _whole(asked: Asked) -> Expr:
    """Return the total cost as stated, or what granted and raised money sum to, or else the support; 0 for neither."""
    total, support, union, own = map(asked.col, _AMOUNTS)
    has_total, has_support, has_union, has_own = _are_known(asked)
    return asked.first(
        [
            (total_follows(asked, has_own & has_support), support + own),
            (has_total, total),
            (has_own & has_support, support + own),
            (has_own & has_union, union + own),
            (has_support & has_union, support),
        ],
        0,
    )


def _is_of_support(asked: Asked) -> Expr:
    """Whether nothing but the support is known to be a part of the cost."""
    has_total, _, _, has_own = _are_known(asked)
    return ~has_total & ~has_own


def _is_share(asked: Asked) -> Expr:
    """Whether the part is a share of the whole that may be above a ceiling."""
    part, whole = asked.col("union.part"), asked.col("union.whole")
    _, has_support, has_union, has_own = _are_known(asked)
    # Where nothing is raised, and nothing granted is known, any part may be paid by others.
    is_any = has_support | has_union | (has_own & (part < whole))
    return is_any & (whole > 0) & (part >= 0) & (part <= whole) & ~(_is_of_support(asked) & (part == whole))


def _is_nothing(asked: Asked) -> Expr:
    """Whether the Union grants nothing, of a cost that is not known."""
    has_total, has_support, has_union, has_own = _are_known(asked)
    is_granted = (has_union & ~(has_own & has_support)) | (has_support & ~has_own)
    return ~has_total & is_granted & (asked.col("union.part") == 0)


def _is_below_0(asked: Asked) -> Expr:
    total, support, union, own = map(asked.col, _AMOUNTS)
    return (total < 0) | (support < 0) | (union < 0) | (own < 0)


_SHARE: dict[str, Fact] = {
    "union.part": Fact((*_KNOWN, *_AMOUNTS), _part),
    "union.whole": Fact((*_KNOWN, *_AMOUNTS, "stated_total.exact"), _whole),
    "union.share": Fact((*_KNOWN, "union.part", "union.whole"), _is_share),
}


# --- The ceiling: by programming period, fund and category of region, and by whether the programme is of Interreg

_CATEGORIES = (None, *CategoryOfRegion)


def _category(asked: Asked) -> Expr:
    """Return the place of the category of region in `_CATEGORIES`."""
    stated = asked.col("category_of_region")
    cases = [(stated == ("" if each is None else each.value), place) for place, each in enumerate(_CATEGORIES)]
    return asked.first(cases, ODD)


class _Kind(NamedTuple):
    """What the ceiling of a project depends on."""

    period: ProgrammingPeriod
    fund: Fund | None
    category: CategoryOfRegion | None
    is_interreg: bool

    @property
    def number(self) -> int:
        """The number that the row of such a project has."""
        places = (place_of_period(self.period), place_of_fund(self.fund), _CATEGORIES.index(self.category))
        return number_of(*places, int(self.is_interreg))


Place = TypeVar("Place", int, "Expr")


def number_of(*places: Place) -> Place:
    """Return one number for several places, each below 100."""
    number, *others = places
    for place in others:
        number = number * 100 + place
    return number


def _kind(asked: Asked) -> Expr:
    places = (asked.col("funds_period"), asked.col("fund.place"), asked.col("category"))
    return number_of(*places, asked.first([(asked.col("interreg"), 1)], 0))


class _Ceiling(NamedTuple):
    """A ceiling, and the day from which on it counts, as a number such as 20210101."""

    rate: Rate
    since: int


def _by_ceiling(asked: Asked) -> dict[_Ceiling, list[_Kind]]:
    """Return of which projects each ceiling is."""
    return asked.once("ceilings", partial(_ceilings, asked))


def _ceilings(asked: Asked) -> dict[_Ceiling, list[_Kind]]:
    rows = basis_rows(RULES["FIN002"], asked.law)
    unclear = asked.unclear_periods("FIN002")
    found: dict[_Ceiling, list[_Kind]] = {}
    for period in map(ProgrammingPeriod.parse, years_of_periods()):
        days = sorted({row.start for row in rows if row.programming_period == period})
        kinds = [
            _Kind(period, fund, category, is_interreg)
            for fund in (None, *CEILING_FUNDS)
            for category in _CATEGORIES
            for is_interreg in (False, True)
        ]
        for kind in kinds if period not in unclear else ():
            ceiling = _ceiling(asked, kind, days)
            if ceiling is not None:
                found.setdefault(ceiling, []).append(kind)
    return found


def _ceiling(asked: Asked, kind: _Kind, days: Iterable[Date]) -> _Ceiling | None:
    """Return the ceiling of a kind of project; None where there is none, or it does not last from a day on."""
    context = asked.context("FIN002", kind.fund)
    row = _row(context, kind)
    if row is None or row.value_as(Rate).fraction.denominator > _MOST_PARTS:
        return None
    rate = row.value_as(Rate)
    if asked.on is not None:
        return _Ceiling(rate, 0)
    for day in days:
        if _row(attrs.evolve(context, during=Period(day, _LAST)), kind) == row:
            return _Ceiling(rate, day.year * 10_000 + day.month * 100 + day.day)
    return None


_LAST = Date(9999, 12, 31)


def _row(context: Context, kind: _Kind) -> Provision | None:
    is_lowest = kind.category is None and kind.fund is not Fund.COHESION_FUND
    categories = () if kind.category is None else (kind.category,)
    scope = Scope(kind.period, kind.fund, categories, is_interreg=kind.is_interreg)
    try:
        return (lowest_ceiling if is_lowest else ordinary_ceiling)(context, scope)
    except (NotInForce, NotKnown):
        return None


def _place_of_ceiling(asked: Asked) -> Expr:
    """Return the place of the ceiling of a project, from 1; 0 where none is known."""
    kind = asked.col("ceiling.kind")
    cases = [
        (kind.is_in(sorted(each.number for each in kinds)), place)
        for place, kinds in enumerate(_by_ceiling(asked).values(), start=1)
    ]
    return asked.first(cases, 0)


def _of_ceiling(asked: Asked, value: Callable[[_Ceiling], object], otherwise: object) -> Expr:
    place = asked.col("ceiling")
    return asked.first([(place == number, value(each)) for number, each in enumerate(_by_ceiling(asked), 1)], otherwise)


_CEILING: dict[str, Fact] = {
    "category": Fact(("category_of_region",), _category),
    "ceiling.kind": Fact(("funds_period", "fund.place", "category", "interreg"), _kind),
    "ceiling": Fact(("ceiling.kind",), _place_of_ceiling),
}


# --- FIN002: a share above the ceiling is worth knowing

_OF_YOUTH = DEDICATED.index(Condition.YOUTH_EMPLOYMENT)
"""The place of the Youth Employment Initiative among what a priority may be dedicated to."""


def _above_the_ceiling(asked: Asked) -> Expr:
    fund, period = asked.col("fund.place"), asked.col("funds_period")
    is_of_funds = fund.is_in([place_of_fund(each) for each in (None, *CEILING_FUNDS)])
    return outcome(
        asked,
        unread=(fund == ODD) | (is_of_funds & asked.col("programmes.odd")),
        applies=is_of_funds & (asked.col("programme.letters") != "TC"),
        unknown=(
            asked.col("figures.odd")
            | _is_below_0(asked)
            | ~(asked.col("union.share") | _is_nothing(asked))
            | (asked.col("union.whole") > LARGEST_WHOLE)
            | period.is_in([UNKNOWN, ODD])
            | asked.col("dedicated.odd")
            | (asked.col("dedicated") == _OF_YOUTH)
            | (asked.col("ceiling") == 0)
            | _may_begin_before(asked)
        ),
        breach=_is_above(asked),
        level=Severity.INFO,
    )


def _is_above(asked: Asked) -> Expr:
    is_comparable = asked.col("union.share") & (asked.col("union.whole") <= LARGEST_WHOLE)
    part, whole = (asked.first([(is_comparable, asked.col(name))], 0) for name in ("union.part", "union.whole"))
    numerator = _of_ceiling(asked, lambda each: each.rate.fraction.numerator, 0)
    return part * _of_ceiling(asked, lambda each: each.rate.fraction.denominator, 0) > whole * numerator


def _may_begin_before(asked: Asked) -> Expr:
    """Whether a project may begin before its ceiling counts: without a day to judge on, it must count throughout."""
    if asked.on is not None:
        return asked.never()
    start, end = asked.col("start.number"), asked.col("end.number")
    is_unread = asked.col(f"start{WITH_TIME}") | asked.col(f"end{WITH_TIME}")
    is_unread = is_unread | ~asked.among(asked.col("precision"), ("", *PRECISIONS))
    may_be_whole = asked.col("period.whole") | (is_unread & (start > 0) & (end > 0))
    return may_be_whole & (start < _of_ceiling(asked, lambda each: each.since, 0))


def _share_as_text(asked: Asked) -> Expr:
    """Return the Union's share, or the interval in which it lies; null where it may be anything."""
    nw, part, whole = asked.nw, asked.col("union.part"), asked.col("union.whole")
    _, _, has_union, _ = _are_known(asked)
    quotient = [part.cast(nw.String), asked.lit("/"), whole.cast(nw.String)]
    share, up_to = nw.concat_str(*quotient), nw.concat_str(asked.lit("[0, "), *quotient, asked.lit("]"))
    above_0 = nw.concat_str(asked.lit("(0, "), *quotient, asked.lit("]"))
    told = asked.first([(has_union & _is_of_support(asked), above_0), (has_union, share)], up_to)
    found: Expr = nw.when(has_union | (part < whole)).then(told)
    return found


FIN: Final = (
    ColumnRule(
        code="FIN002",
        facts=(
            *_KNOWN, *_AMOUNTS, *_SHARE, "figures.odd", "fund.place", "programmes.odd", "programme.letters",
            "funds_period", "dedicated", "dedicated.odd", "ceiling", "period.whole", "start.number", "end.number",
            f"start{WITH_TIME}", f"end{WITH_TIME}", "precision",
        ),
        level=_above_the_ceiling,
        tells=("union.part", "union.whole", "ceiling", *_KNOWN),
        expected=lambda asked: _of_ceiling(asked, lambda each: str(each.rate), ""),
        found=_share_as_text,
        own={**_SHARE, **_CEILING},
    ),
)  # fmt: skip
