"""How an object of many fields is drawn: what it requires, and any of what it may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Made = TypeVar("Made")

_CURRENCIES = ("SEK", "EUR", "NOK", "DKK", "ISK", "PLN")
"""Those of projects around the Baltic and the North Sea; one of them has no smaller unit."""


_IS_SAID = st.integers(0, 1)


def in_currency(currency: str | None, drawn: Callable[[str], st.SearchStrategy[Made]]) -> st.SearchStrategy[Made]:
    """Draw in one currency, or in any of those that projects are reckoned in."""
    return st.sampled_from(_CURRENCIES).flatmap(drawn) if currency is None else drawn(currency)


def with_some(
    make: Callable[..., Made], *required: st.SearchStrategy[Any], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Made]:
    """Call `make` with what it requires and some of the rest; what fails shrinks to an object without the rest."""
    given, stated = st.tuples(*required), some_of(optional)

    @st.composite
    def made(draw: st.DrawFn) -> Made:
        return make(*draw(given), **draw(stated))

    return made()


@st.composite
def some_of(draw: st.DrawFn, fields: Mapping[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    """Draw some of the fields; each is drawn or left out by itself, so that each can be left out when a test fails."""
    return {name: draw(field) for name, field in fields.items() if draw(_IS_SAID)}
