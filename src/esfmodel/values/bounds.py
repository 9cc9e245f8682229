"""Amounts and shares known only within bounds: "över 12 miljoner", "24 miljoner" for 24 484 775.

>>> from esfmodel import Bounds, Money
>>> support, total = Bounds.over(Money(12_000_000)), Bounds.under(Money(29_000_000))
>>> total - support
Bounds.under(Money("16999999.99"))
>>> support > Money(10_000_000)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.values.field_type import Value, fill
from esfmodel.values.format import formatted
from esfmodel.values.guesses import guessed
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from fractions import Fraction

T = TypeVar("T", Money, Rate)
U = TypeVar("U", Money, Rate)


_NO_SHARE = (
    "the share of a figure that is known only within bounds is not computed; divide its ends: bounds.low, bounds.high"
)


@guessed(
    amount="use bounds.low and bounds.high, or exact(bounds)",
    lower="use bounds.low",
    max="use bounds.high",
    min="use bounds.low",
    upper="use bounds.high",
    value="use bounds.known, which may be None, or exact(bounds), which may raise NotKnown",
    __truediv__=_NO_SHARE,
    __rtruediv__=_NO_SHARE,
)
@attrs.frozen(init=False, repr=False, eq=False)
class Bounds(Value, Generic[T]):
    """An amount or a share that lies between two ends, or beyond one.

    `low` and `high` are two `Money` of one currency or two `Rate`; None for no end on that side. An end is itself
    possible unless `low_included` or `high_included` is False. Raises `InvalidValue` when nothing can lie between the
    ends, and when neither is given: a figure of which nothing is known is None.

    Two bounds are equal when the same figures are possible in both: over 5 kronor is at least 5.01. Bounds with only
    one possible figure equal that figure, and `exact` returns it. Comparisons answer when every possible figure gives
    the same answer, and raise `NotKnown` when not.

    Sums and differences of bounds hold exactly the possible results; they raise `NotKnown` when any result is possible.
    Over 5 kronor plus over 3 kronor is at least 8.02, since each is at least an öre over. Between two shares there is
    always a third, so over 5 % plus over 3 % is over 8 %.

    >>> Bounds(Money(5), Money(10)) + Money(1)
    Bounds(Money(6), Money(11))
    >>> Bounds.over(Money(5)) >= Money("5.01")
    True
    >>> Bounds.over(Money(5)) + Bounds.over(Money(3))
    Bounds.over(Money("8.01"))
    """

    low: T | None
    high: T | None
    low_included: bool
    high_included: bool
    # `attrs.evolve` gives each field by its alias; its TypeError names this one.
    low_moved: int = attrs.field(alias="use_copy_replace")
    """By how many smallest units additions have raised the excluded low end; see `as_said`."""
    high_moved: int

    def __init__(
        self, low: T | None = None, high: T | None = None, *, low_included: bool = True, high_included: bool = True
    ) -> None:
        for name, end in (("low", low), ("high", high)):
            if end is not None and not isinstance(end, (Money, Rate)):
                raise TypeError(f"{name} must be Money or Rate, not {type(end).__name__}")
        if low is None and high is None:
            raise InvalidValue("bounds.no_end", "bounds")
        if low is not None and high is not None:
            check_units(unit_of(low), unit_of(high))
            if not _is_some_between(low, high, low_included=low_included, high_included=high_included):
                raise InvalidValue("bounds.empty", "bounds", (low, high))
        fill(self, "low", low)
        fill(self, "high", high)
        fill(self, "low_included", low_included and low is not None)
        fill(self, "high_included", high_included and high is not None)
        fill(self, "low_moved", 0)
        fill(self, "high_moved", 0)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for name, moved in (("low_moved", self.low_moved), ("high_moved", self.high_moved)):
            if Money.of_minor(moved).minor < 0:
                raise InvalidValue("value.negative", name, moved)

    def __replace__(self, /, **changes: Any) -> Bounds[T]:  # noqa: ANN401
        now: dict[str, Any] = {"low": self.low, "high": self.high}
        # The end that is open has no say in whether a new one is included.
        if self.low is not None:
            now["low_included"] = self.low_included
        if self.high is not None:
            now["high_included"] = self.high_included
        return with_moves(
            Bounds(**now | changes),
            0 if {"low", "low_included"} & changes.keys() else self.low_moved,
            0 if {"high", "high_included"} & changes.keys() else self.high_moved,
        )

    @classmethod
    def over(cls, low: U) -> Bounds[U]:
        """Return the figures above `low`, which is itself excluded ("över", "drygt")."""
        return Bounds(low, low_included=False)

    @classmethod
    def at_least(cls, low: U) -> Bounds[U]:
        """Return `low` and the figures above it ("minst")."""
        return Bounds(low)

    @classmethod
    def under(cls, high: U) -> Bounds[U]:
        """Return the figures below `high`, which is itself excluded ("under", "närmare", "knappt")."""
        return Bounds(None, high, high_included=False)

    @classmethod
    def at_most(cls, high: U) -> Bounds[U]:
        """Return `high` and the figures below it ("högst", "upp till")."""
        return Bounds(None, high)

    @classmethod
    def rounded(cls, figure: U, step: U) -> Bounds[U]:
        """Return every figure that is printed as `figure` when rounded to `step`, halves away from zero.

        Raises `InvalidValue` when no figure is: 24 484 775 is never printed in whole millions.

        >>> Bounds.rounded(Money(24_000_000), Money(1_000_000))
        Bounds(Money(23500000), Money(24500000), high_included=False)
        """
        _check_step(figure, step)
        beyond, odd = _halved(step)
        # Half an odd number of öre is no amount: then both ends are the outermost öre that round to the figure.
        return Bounds(
            figure - beyond,
            figure + beyond,
            low_included=odd or number_of(figure) > 0,
            high_included=odd or number_of(figure) < 0,
        )

    @property
    def known(self) -> T | None:
        """The figure where only one is possible, else None."""
        if self.low is None:
            return None
        only = self._ends.only
        return None if only is None else figure_of(only, self.low)

    def __contains__(self, figure: object) -> bool:
        """Whether the figure is possible; for bounds, whether every figure in them is."""
        if isinstance(figure, Bounds):
            return figure._ends.inside(self._ends)
        if not isinstance(figure, (Money, Rate)):
            return False
        return _ends_of_figure(figure).inside(self._ends)

    def __add__(self, other: T | Bounds[T]) -> Bounds[T]:
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        more = _as_bounds(other)
        check_units(self._unit, more._unit)
        low, low_included = _sum_of_ends((self.low, self.low_included), (more.low, more.low_included), nearest=1)
        high, high_included = _sum_of_ends((self.high, self.high_included), (more.high, more.high_included), nearest=-1)
        if low is None and high is None:
            raise NotKnown("bounds.sum_unknown", first=self, second=other)
        return with_moves(
            Bounds(low, high, low_included=low_included, high_included=high_included),
            # Kept, so that `as_said` can undo the moves.
            self.low_moved + more.low_moved + (not (self.low_included or more.low_included)),
            self.high_moved + more.high_moved + (not (self.high_included or more.high_included)),
        )

    __radd__ = __add__

    def __sub__(self, other: T | Bounds[T]) -> Bounds[T]:
        """Subtract a figure, or an independent one known within bounds."""
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        return self + (-other)

    def __rsub__(self, other: T) -> Bounds[T]:
        if not isinstance(other, (Money, Rate)):
            return NotImplemented
        return -self + other

    def __neg__(self) -> Bounds[T]:
        turned: Bounds[T] = Bounds(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            low_included=self.high_included,
            high_included=self.low_included,
        )
        return with_moves(turned, self.high_moved, self.low_moved)

    @property
    def as_said(self) -> Bounds[T]:
        """These bounds with the ends that people write: without the öre that sums add to excluded ends.

        Over 12 plus over 3 kronor is over 15.01 kronor, but is written as over 15.

        >>> total = Bounds.over(Money(12)) + Bounds.over(Money(3))
        >>> total, total.as_said
        (Bounds.over(Money("15.01")), Bounds.over(Money(15)))
        """
        low, high = self.low, self.high
        if isinstance(low, Money) and not self.low_included:
            low -= Money.of_minor(self.low_moved, low.currency)
        if isinstance(high, Money) and not self.high_included:
            high += Money.of_minor(self.high_moved, high.currency)
        return Bounds(low, high, low_included=self.low_included, high_included=self.high_included)

    @property
    def complement(self: Bounds[Rate]) -> Bounds[Rate]:
        """What is left of the whole: over 12/29 leaves under 17/29."""
        return Rate(1) - self

    def __lt__(self, other: T | Bounds[T]) -> bool:
        """Whether this is less than `other`, whatever the two are; `NotKnown` when that depends."""
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        mine, theirs = self._both_ends(other)
        yes = mine.all_below(theirs, or_at=False)
        return _answer(self, other, yes=yes, no=theirs.all_below(mine, or_at=True))

    def __le__(self, other: T | Bounds[T]) -> bool:
        """Whether this is at most `other`, whatever the two are; `NotKnown` when that depends."""
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        mine, theirs = self._both_ends(other)
        yes = mine.all_below(theirs, or_at=True)
        return _answer(self, other, yes=yes, no=theirs.all_below(mine, or_at=False))

    def __gt__(self, other: T | Bounds[T]) -> bool:
        """Whether this is more than `other`, whatever the two are; `NotKnown` when that depends."""
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        mine, theirs = self._both_ends(other)
        yes = theirs.all_below(mine, or_at=False)
        return _answer(self, other, yes=yes, no=mine.all_below(theirs, or_at=True))

    def __ge__(self, other: T | Bounds[T]) -> bool:
        """Whether this is at least `other`, whatever the two are; `NotKnown` when that depends."""
        if not isinstance(other, (Money, Rate, Bounds)):
            return NotImplemented
        mine, theirs = self._both_ends(other)
        yes = theirs.all_below(mine, or_at=True)
        return _answer(self, other, yes=yes, no=mine.all_below(theirs, or_at=False))

    def __eq__(self, other: object) -> bool:
        """Whether the same figures are possible; bounds with one possible figure are equal to it."""
        if isinstance(other, Bounds):
            return self._ends == other._ends
        if isinstance(other, (Money, Rate)):
            return self.known == other
        return NotImplemented

    def __hash__(self) -> int:
        known = self.known
        return hash(self._ends if known is None else known)

    @property
    def _ends(self) -> Ends:
        return ends_of(self.low, self.high, low_included=self.low_included, high_included=self.high_included)

    def _both_ends(self, other: T | Bounds[T]) -> tuple[Ends, Ends]:
        mine = self._ends
        # A single figure is an interval that both its ends belong to.
        theirs = other._ends if isinstance(other, Bounds) else _ends_of_figure(other)
        check_units(mine.unit, theirs.unit)
        return mine, theirs

    @property
    def _unit(self) -> str:
        return unit_of(self.high if self.low is None else self.low)

    def __str__(self) -> str:
        """Return the plain text form: an interval with a square bracket at an included end."""
        low = "(" if not self.low_included else "["
        high = ")" if not self.high_included else "]"
        return f"{low}{'' if self.low is None else self.low}, {'' if self.high is None else self.high}{high}"

    @classmethod
    def parse(cls, text: str) -> Bounds[Money] | Bounds[Rate]:
        """Read the plain text form, which is what `str` writes.

        >>> Bounds.parse("(12000000 SEK, )"), Bounds.parse("[0%, 75%]")
        (Bounds.over(Money(12000000)), Bounds(Rate.of_percent("0"), Rate.of_percent("75")))
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        low, comma, high = text[1:-1].partition(", ")
        if not comma or text[0] not in "[(" or text[-1] not in "])":
            raise InvalidValue("bounds.not_plain", "bounds", text, example="[5 SEK, 10 SEK)")
        included = {"low_included": text[0] == "[", "high_included": text[-1] == "]"}
        if "%" in text or "/" in text:
            return Bounds(Rate.parse(low) if low else None, Rate.parse(high) if high else None, **included)
        return Bounds(Money.parse(low) if low else None, Money.parse(high) if high else None, **included)

    def __format__(self, spec: str) -> str:
        """Write in a language and style: `f"{bounds:sv:words}"`."""
        return formatted(self, spec, "money" if self._unit else "rate")

    def __repr__(self) -> str:
        if self.high is None:
            return f"Bounds.{'at_least' if self.low_included else 'over'}({self.low!r})"
        if self.low is None:
            return f"Bounds.{'at_most' if self.high_included else 'under'}({self.high!r})"
        excluded = "".join(
            f", {name}=False"
            for name, included in (("low_included", self.low_included), ("high_included", self.high_included))
            if not included
        )
        return f"Bounds({self.low!r}, {self.high!r}{excluded})"


MoneyLike = Money | Bounds[Money]
"""An amount, exact or known within bounds."""

RateLike = Rate | Bounds[Rate]
"""A share, exact or known within bounds."""


def exact(figure: T | Bounds[T] | None) -> T:
    """Return the exact figure; raise `NotKnown` when it is known only within bounds, or not at all.

    Bounds with only one possible figure are exact.

    >>> exact(Money(5))
    Money(5)
    >>> exact(Bounds.over(Money(5)))
    Traceback (most recent call last):
        ...
    esfmodel.errors.NotKnown: Bounds.over(Money(5)) is known only within bounds; ask for its low or high end instead
    """
    if figure is None:
        raise NotKnown("value.missing", "figure")
    if isinstance(figure, (Money, Rate)):
        return figure
    if not isinstance(figure, Bounds):
        raise TypeError(f"figure must be Money, Rate, Bounds or None, not {type(figure).__name__}")
    known = figure.known
    if known is None:
        raise NotKnown("figure.not_exact", "", figure)
    return known


def with_moves(bounds: Bounds[T], low: int, high: int) -> Bounds[T]:
    """Return bounds with the number of smallest units by which sums moved their excluded ends."""
    # The ends have been checked.
    made = object.__new__(cast("type[Bounds[T]]", Bounds))
    for name in ("low", "high", "low_included", "high_included"):
        fill(made, name, getattr(bounds, name))
    fill(made, "low_moved", low)
    fill(made, "high_moved", high)
    return made


def _as_bounds(figure: U | Bounds[U]) -> Bounds[U]:
    return figure if isinstance(figure, Bounds) else Bounds(figure, figure)


def _sum_of_ends(one: tuple[T | None, bool], other: tuple[T | None, bool], *, nearest: int) -> tuple[T | None, bool]:
    """Return the sum of two ends and whether it is included; `nearest` is 1 for low ends, -1 for high ones.

    Where both ends of amounts are excluded, each amount is at least one smallest unit away, and the sum at least two.
    One unit is added here; the sum itself stays excluded, which is the other.
    """
    (first, first_included), (second, second_included) = one, other
    if first is None or second is None:
        return None, True
    end = first + second
    if isinstance(end, Money) and not (first_included or second_included):
        end += Money.of_minor(nearest, end.currency)
    return end, first_included and second_included


def _answer(first: object, second: object, *, yes: bool, no: bool) -> bool:
    if yes:
        return True
    if no:
        return False
    raise NotKnown("bounds.not_comparable", first=first, second=second)


def _check_step(figure: Money | Rate, step: Money | Rate) -> None:
    for name, given in (("figure", figure), ("step", step)):
        if not isinstance(given, (Money, Rate)):
            raise TypeError(f"{name} must be Money or Rate, not {type(given).__name__}")
    check_units(unit_of(figure), unit_of(step))
    if number_of(step) <= 0:
        raise InvalidValue("number.not_positive", "step", step)
    if number_of(figure) % number_of(step):
        raise InvalidValue("figure.not_printed", "figure", figure, step=step)


def _halved(step: U) -> tuple[U, bool]:
    """Return half a step, rounded down to the smallest unit, and whether that changed it."""
    if isinstance(step, Money):
        half, odd = divmod(step.minor, 2)
        return Money.of_minor(half, step.currency), bool(odd)
    return Rate(step.fraction / 2), False


# --- The ends of bounds as plain numbers, for comparing
# Amounts are whole numbers of öre: "over 5 kr" is "5.01 kr or more", so their ends are counted in the smallest unit and
# are always included. Between two rates there is always a third, so the end of a rate may stay excluded.

Figure = TypeVar("Figure", Money, Rate)
_NO_UNIT = ""


class Ends(NamedTuple):
    """An interval of numbers, with the currency of amounts or `_NO_UNIT` for rates; None is no end."""

    unit: str
    low: Fraction | int | None
    high: Fraction | int | None
    low_included: bool
    high_included: bool

    @property
    def only(self) -> Fraction | int | None:
        """The only number in the interval, or None."""
        return self.low if self.low == self.high else None

    def inside(self, other: Ends) -> bool:
        """Whether every number here is also there."""
        return self.unit == other.unit and self._starts_inside(other) and self._stops_inside(other)

    def _starts_inside(self, other: Ends) -> bool:
        if other.low is None or self.low is None:
            return other.low is None
        return self.low > other.low or (self.low == other.low and (other.low_included or not self.low_included))

    def _stops_inside(self, other: Ends) -> bool:
        if other.high is None or self.high is None:
            return other.high is None
        return self.high < other.high or (self.high == other.high and (other.high_included or not self.high_included))

    def all_below(self, other: Ends, *, or_at: bool) -> bool:
        """Whether every number here is less than every number there (or at most it)."""
        if self.high is None or other.low is None:
            return False
        touching_counts = or_at or not (self.high_included and other.low_included)
        return self.high <= other.low if touching_counts else self.high < other.low


def ends_of(low: Money | Rate | None, high: Money | Rate | None, *, low_included: bool, high_included: bool) -> Ends:
    """Return the ends as numbers: öre for amounts, fractions for rates. At least one end is given."""
    unit = unit_of(high) if low is None else unit_of(low)
    first = None if low is None else number_of(low)
    last = None if high is None else number_of(high)
    if unit != _NO_UNIT:
        first = first if first is None or low_included else first + 1
        last = last if last is None or high_included else last - 1
        low_included = high_included = True
    return Ends(unit, first, last, low_included and low is not None, high_included and high is not None)


def _is_some_between(low: Money | Rate, high: Money | Rate, *, low_included: bool, high_included: bool) -> bool:
    """Return whether any figure lies between two ends of one type and currency."""
    first, last = number_of(low), number_of(high)
    if isinstance(low, Money):
        return first + (not low_included) <= last - (not high_included)
    return first < last or (first == last and low_included and high_included)


def _ends_of_figure(figure: Money | Rate) -> Ends:
    number = number_of(figure)
    return Ends(unit_of(figure), number, number, True, True)


def unit_of(figure: Money | Rate | None) -> str:
    """Return the currency of an amount, and `_NO_UNIT` for a rate."""
    return figure.currency if isinstance(figure, Money) else _NO_UNIT


def number_of(figure: Money | Rate) -> Fraction | int:
    """Return the figure as a number: an amount in its smallest unit, a rate as its fraction."""
    return figure.minor if isinstance(figure, Money) else figure.fraction


def figure_of(number: Fraction | int, like: Figure) -> Figure:
    """Return the figure of this number, with the type and currency of `like`."""
    if isinstance(like, Money):
        return Money.of_minor(int(number), like.currency)
    return Rate(number)


def check_units(mine: str, theirs: str) -> None:
    """Raise `TypeError` for an amount and a rate, `InvalidValue` for two currencies."""
    if mine == theirs:
        return
    if _NO_UNIT in (mine, theirs):
        raise TypeError("Money and Rate do not go together; use two amounts or two rates")
    raise InvalidValue("currency.mixed", "currency", theirs, other=mine)
