"""What a user sees of a public name that goes away, with made-up names: nothing is deprecated today."""

from __future__ import annotations

import sys
import warnings
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

import esfmodel
from esfmodel import Money
from esfmodel._deprecation import Renamed, deprecated, renamed_argument
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable
    from warnings import WarningMessage

OLD = Renamed("esfmodel.Money", "2028-02-29")


@deprecated("fees_of", "costs_of", since="2027-03-01")
def fees_of(amount: int, *, times: int = 1) -> int:
    """Multiply."""
    return amount * times


@renamed_argument("amount", "money", since="2027-03-01")
def doubled(money: int = 0) -> int:
    """Double."""
    return 2 * money


def warned(use: Callable[[], object], result: object) -> WarningMessage:
    """Return the one warning of a use with this result, as it is shown: once for each line."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        assert use() == result
    (warning,) = told
    assert warning.category is DeprecationWarning
    return warning


def test_a_deprecated_function_works_and_names_its_replacement() -> None:
    """It does what it did, and its warning stands at the line of its caller, with what to use and for how long."""
    warning = warned(lambda: fees_of(5, times=2), 10)
    assert warning.filename == __file__
    assert str(warning.message) == (
        "fees_of is deprecated since 2027-03-01; use costs_of; it goes away no earlier than 2028-03-01"
    )
    assert (fees_of.__name__, fees_of.__doc__) == ("fees_of", "Multiply.")


def test_an_old_argument_is_taken_by_the_new_one() -> None:
    """The old name does as the new one does; the new one and none warn of nothing; both at once are refused."""
    warning = warned(lambda: doubled(amount=4), 8)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    assert warning.filename == __file__
    assert str(warning.message).startswith("the argument amount of doubled is deprecated since 2027-03-01; use money;")
    assert (doubled(money=4), doubled(4), doubled()) == (8, 8, 0)
    with pytest.raises(TypeError, match=r"doubled\(\) got both money and amount, its old name; give money alone"):
        doubled(money=4, amount=4)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_an_old_name_of_the_front_door_warns_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether imported or asked for, it is the new one, at the line of whoever uses it, and is not listed."""
    monkeypatch.setattr(esfmodel, "_RENAMED", {"Cash": OLD})

    def imported() -> object:
        from esfmodel import Cash  # type: ignore[attr-defined]  # pyright: ignore

        return Cash  # pyright: ignore

    for use in (imported, lambda: getattr(esfmodel, "Cash"), imported):  # noqa: B009
        warning = warned(use, Money)
        assert warning.filename == __file__
        # A year after the last day of February there is none: it is kept until March.
        assert str(warning.message) == (
            "esfmodel.Cash is deprecated since 2028-02-29; use esfmodel.Money; it goes away no earlier than 2029-03-01"
        )
    assert "Cash" not in dir(esfmodel)


def test_an_old_name_of_a_package_warns_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that loads its names lazily has the same way of keeping one, and keeps the others as they are."""
    package = ModuleType("esfmodel.made_up")
    package.__getattr__ = lazy(  # type: ignore[method-assign]
        package.__name__, {"esfmodel.values.money": ("Money",)}, renamed={"Cash": OLD}
    )
    monkeypatch.setitem(sys.modules, package.__name__, package)
    for _ in range(2):
        warning = warned(lambda: getattr(package, "Cash"), Money)  # noqa: B009
        assert warning.filename == __file__
        assert str(warning.message).startswith("esfmodel.made_up.Cash is deprecated since 2028-02-29; use esfmodel.M")
    assert package.Money is Money
