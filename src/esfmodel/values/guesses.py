"""Advice for names that people try first and that are not there: `money.round` is told to be `money.rounded`.

>>> from esfmodel import Money
>>> Money("12.50").round()
Traceback (most recent call last):
    ...
AttributeError: 'Money' object has no attribute 'round'; use money.rounded(Rounding.WHOLE_HALF_UP)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Guess:
    """A name that a class does not have: reading it raises an `AttributeError` with advice, which `help` shows too.

    It costs nothing until it is read, where a `__getattr__` would slow down every attribute of its class.
    """

    def __init__(self, name: str, advice: str) -> None:
        self.__name__, self.__doc__, self.advice = name, f"Not there; {advice}.", advice

    def __get__(self, instance: object, owner: type) -> NoReturn:
        raise AttributeError(f"{owner.__name__!r} object has no attribute {self.__name__!r}; {self.advice}")


def guessed(**advice: str) -> Callable[[type[T]], type[T]]:
    """Return a decorator that tells what to use for names that a class does not have; `dir` of an object hides them.

    The names of special methods, such as `__round__`, become methods that raise a `TypeError` with the advice.
    """

    def with_advice(kind: type[T]) -> type[T]:
        for name, words in advice.items():
            setattr(kind, name, _refusal(name, words) if name.startswith("__") else Guess(name, words))

        def offered(self: T) -> list[str]:
            return sorted({*object.__dir__(self)} - advice.keys())

        setattr(kind, "__dir__", offered)  # noqa: B010
        return kind

    return with_advice


def _refusal(name: str, advice: str) -> Callable[..., NoReturn]:
    def refuse(*_operands: object) -> NoReturn:
        raise TypeError(advice)

    refuse.__name__, refuse.__doc__ = name, f"Refused: {advice}."
    return refuse
