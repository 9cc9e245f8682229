"""What programs do most with money, beside py-moneyed."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from operator import add, attrgetter, eq, lt
from typing import TYPE_CHECKING, Any

import moneyed
import moneyed.l10n

import esfmodel
from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT = "3706566.50"
DECIMAL = Decimal(TEXT)
OURS, ANOTHER = esfmodel.Money(TEXT), esfmodel.Money("1235522.25")
THEIRS, THEIR_OTHER = moneyed.Money(TEXT, "SEK"), moneyed.Money("1235522.25", "SEK")
MANY, MANY_OF_THEIRS = [OURS] * 1000, [THEIRS] * 1000
NOTHING, NOTHING_OF_THEIRS = esfmodel.Money(0), moneyed.Money(0, "SEK")


def cases(_large: int) -> Iterator[Case]:
    """Make, sum, compare and write amounts."""
    for name, amount in (("a whole number", 3_706_566), ("text", TEXT), ("a Decimal", DECIMAL)):
        yield _case(
            f"make from {name}", partial(esfmodel.Money, amount, "SEK"), partial(moneyed.Money, amount, "SEK"), _equal
        )
    yield _case("add two", partial(add, OURS, ANOTHER), partial(add, THEIRS, THEIR_OTHER), _equal)
    yield _case("sum a thousand", partial(sum, MANY, NOTHING), partial(sum, MANY_OF_THEIRS, NOTHING_OF_THEIRS), _equal)
    yield _case("compare two", partial(lt, OURS, ANOTHER), partial(lt, THEIRS, THEIR_OTHER), eq)
    yield _case(
        "equal and hash",
        lambda: (OURS == ANOTHER, hash(OURS)),
        lambda: (THEIRS == THEIR_OTHER, hash(THEIRS)),
        lambda one, other: one[0] == other[0],
    )
    amount_of = attrgetter("amount")
    yield _case("ask for the Decimal", partial(amount_of, OURS), partial(amount_of, THEIRS), eq)
    yield _case(
        "write in Swedish",
        lambda: f"{OURS:sv}",
        lambda: moneyed.l10n.format_money(THEIRS, locale="sv_SE"),
        eq,
    )


def _case(name: str, ours: Callable[[], Any], theirs: Callable[[], Any], alike: Callable[[Any, Any], bool]) -> Case:
    return Case("money", name, "py-moneyed", ours, theirs, alike=alike)


def _equal(one: Any, other: Any) -> bool:
    return bool(one.amount == other.amount)
