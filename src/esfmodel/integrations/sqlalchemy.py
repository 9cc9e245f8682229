"""Columns of SQLAlchemy 2 for amounts, other values and projects, exact in every database.

>>> from sqlalchemy import Column, Integer, create_engine, select
>>> from sqlalchemy.orm import Session, declarative_base
>>> from esfmodel import Money, Project
>>> Base = declarative_base()
>>> class Application(Base):
...     __tablename__ = "application"
...     id = Column(Integer, primary_key=True)
...     support_minor = Column(MinorUnits)
...     support_currency = Column(CurrencyCode)
...     support = money_composite("support_minor", "support_currency")
...     project = Column(PlainData(Project))
>>> engine = create_engine("sqlite://")
>>> Base.metadata.create_all(engine)
>>> with Session(engine) as session:
...     session.add(Application(support=Money("0.10"), project=Project("Nya vägar")))
...     session.flush()
...     session.scalars(select(Application.project).where(Application.support < Money("0.20"))).one()
Project('Nya vägar')
"""

from __future__ import annotations

from decimal import Decimal
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

try:
    from sqlalchemy import JSON, BigInteger, String, and_, case, false, not_, or_
except ModuleNotFoundError:
    _NEEDED = "esfmodel.integrations.sqlalchemy needs SQLAlchemy; install it: pip install 'esfmodel[sqlalchemy]'"
    raise ModuleNotFoundError(_NEEDED, name="sqlalchemy") from None

from sqlalchemy.orm import Composite, CompositeProperty
from sqlalchemy.sql import operators
from sqlalchemy.types import TypeDecorator

from esfmodel.errors import InvalidValue
from esfmodel.formats.plain import from_dict, to_dict
from esfmodel.integrations._plain import from_plain, kind_of, to_plain
from esfmodel.model.budget import Budget
from esfmodel.model.fields import check_type
from esfmodel.model.project import Project
from esfmodel.values.money import Money
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement, Dialect
    from sqlalchemy.orm import Mapped

__all__ = ["CurrencyCode", "MinorUnits", "PlainData", "PlainText", "money_composite"]

V = TypeVar("V")
D = TypeVar("D", Project, Budget)


def __dir__() -> list[str]:
    return [*__all__]


# --- Amounts


class MinorUnits(TypeDecorator[int]):
    """A column of whole numbers of the smallest unit, such as öre: one of the two columns of an amount.

    It is a BIGINT, which holds every amount there can be. A sum in the database is a whole number too; a result that is
    not whole raises `InvalidValue` rather than be rounded. SQLAlchemy gives `func.avg` no type, so that it is a float.
    Raises `TypeError` for what is no `int`.

    >>> MinorUnits().process_bind_param(Money("12.50").minor, None)
    1250
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect | None) -> int | None:  # noqa: ARG002
        """Return the number as it is stored; raise `TypeError` for an amount in kronor, which is a Decimal."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"a number of smallest units is an int, such as money.minor, not {type(value).__name__}")
        # A limit of the database would be told by some databases, and by some only in part.
        return Money.of_minor(value).minor

    def process_result_value(self, value: Any, dialect: Dialect | None) -> int | None:  # noqa: ANN401, ARG002
        """Return the number; PostgreSQL has sums as Decimals."""
        return None if value is None else _whole_number(value)


def _whole_number(value: Any) -> int:  # noqa: ANN401  # what a database returns
    """Return a whole number that a database computed; raise `InvalidValue` for a float, which may be rounded."""
    if isinstance(value, float) or int(value) != value:
        raise InvalidValue("value.not_whole", "", str(value))
    return int(value)


class CurrencyCode(TypeDecorator[str]):
    """A column of three letters, the code of a currency: the other of the two columns of an amount.

    Raises `InvalidValue` for what is no code of ISO 4217.

    >>> CurrencyCode().process_bind_param("SEK", None)
    'SEK'
    """

    impl = String(3)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:  # noqa: ARG002
        """Return the code as it is stored."""
        return None if value is None else Money(0, value).currency


def money_composite(minor: Any, currency: Any, **more: Any) -> Mapped[Any]:  # noqa: ANN401
    """Return an attribute that is a `Money`, kept in two columns: its smallest units and its currency.

    `minor` and `currency` are the names of the two attributes, or their columns. Use the types `MinorUnits` and
    `CurrencyCode` for them: both are checked, and every amount fits. An amount that is None is NULL in both.

    Queries compare as Python does: equal amounts have equal currencies, and `<`, `<=`, `>`, `>=` and `between` find
    amounts in the same currency alone, where an amount in another is neither above nor below, also under `not`. The
    order of rows is by currency, then amount. Sum the column of smallest units, one currency at a time.

    Set the amount and not its columns: where one of them is set alone, the attribute has the former amount until the
    session is flushed, as every composite has. Raises `TypeError` for what is no `Money` or None.

    `more` goes to SQLAlchemy's `Composite`.

    >>> money_composite("support_minor", "support_currency").attrs
    ('support_currency', 'support_minor')
    """
    # The currency first: SQLAlchemy orders rows by the columns of a composite in turn.
    composite = _MoneyComposite(_OfMinor, currency, minor, comparator_factory=_MoneyComparator, **more)
    return cast("Mapped[Any]", composite)


class _MoneyLike(type):
    """What SQLAlchemy asks whether a value in an UPDATE is an object of the composite's class."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, Money)


class _OfMinor(metaclass=_MoneyLike):
    """The class of the composite for SQLAlchemy, which makes an amount from the values of two columns."""

    def __new__(cls, currency: str | None, minor: int | None) -> Any:  # noqa: ANN401
        if minor is None and currency is None:
            return None
        return Money.of_minor(cast("int", minor), cast("str", currency))


class _MoneyComposite(Composite[Any]):
    inherit_cache = True

    def _init_accessor(self) -> None:
        # `Money` itself gives SQLAlchemy its amount and currency; these columns are of smallest units. There is no
        # public way to name what a composite stores but a method of the stored class, or a dataclass.
        self._generated_composite_accessor = _currency_and_minor


def _currency_and_minor(amount: Money | None) -> tuple[str | None, int | None]:
    if amount is None:  # in a row of an INSERT of several
        return None, None
    check_type(amount, Money, "amount")
    return amount.currency, amount.minor


class _MoneyComparator(CompositeProperty.Comparator[Any]):
    """Compare in one currency; SQLAlchemy by itself would compare each of the two columns."""

    __hash__ = None

    def __ne__(self, other: object) -> ColumnElement[bool]:  # type: ignore[override]
        # Of itself, SQLAlchemy finds the amounts of which both the number and the currency are others.
        return not_(self == other)

    def operate(self, op: Any, *other: Any, **kwargs: Any) -> ColumnElement[Any]:  # noqa: ANN401
        """Answer the comparisons that are no operators of Python; raise `TypeError` for any other."""
        if op in (operators.is_, operators.is_not):
            same: ColumnElement[bool] = self == other[0]
            return same if op is operators.is_ else not_(same)
        if op in (operators.in_op, operators.not_in_op):
            found = or_(false(), *(self == each for each in other[0]))
            return found if op is operators.in_op else not_(found)
        if op is operators.between_op:
            low, high = sorted(other) if kwargs.get("symmetric") else other
            return and_(self >= low, self <= high)
        raise TypeError(f"an amount is compared by ==, <, in_ and between alone, not by {op.__name__}; ask its columns")

    def _within(self, compare: Callable[[Any, int], ColumnElement[bool]], other: Money) -> ColumnElement[bool]:
        check_type(other, Money, "amount")
        currency, minor = self.__clause_element__().clauses
        # NULL where the currency is another, so that neither the comparison nor its opposite finds the row.
        return compare(case((currency == other.currency, minor)), other.minor)

    def __lt__(self, other: Money) -> ColumnElement[bool]:
        return self._within(lt, other)

    def __le__(self, other: Money) -> ColumnElement[bool]:
        return self._within(le, other)

    def __gt__(self, other: Money) -> ColumnElement[bool]:
        return self._within(gt, other)

    def __ge__(self, other: Money) -> ColumnElement[bool]:
        return self._within(ge, other)


# --- Other values

_COMPARED = frozenset(
    {
        operators.eq,
        operators.ne,
        operators.in_op,
        operators.not_in_op,
        operators.is_,
        operators.is_not,
        operators.is_distinct_from,
        operators.is_not_distinct_from,
        operators.distinct_op,
    }
)


class PlainText(TypeDecorator[V], Generic[V]):
    """A column of text for values of one kind, such as `PlainText(Rate)`: "40%", "2024-10-01/2027-09-30".

    The kinds are Money, Rate, Period, OpenPeriod, ProgrammingPeriod, Country and the identifiers, given as a class or
    by name. A value is written by `str`, a country as its code, and read by `parse`, so that 12/29 stays what it is.
    Values are found by equality and `in_`; to compare them otherwise raises `TypeError`, since "9%" comes after "40%"
    in the order of text. `order_by`, `func.max` and `func.min` use that order: sort the values in Python.

    `length` is of the column, where the database wants one; what is longer raises `InvalidValue`. Raises `TypeError`
    for a value of another kind, and `InvalidValue` for text in the column that is none of the kind.

    >>> from esfmodel import Rate
    >>> PlainText(Rate).process_bind_param(Rate.of_percent("57.470"), None)
    '57.47%'
    """

    impl = String
    cache_ok = True

    # SQLAlchemy looks for this name, and documents it as a class to be replaced.
    class comparator_factory(TypeDecorator.Comparator[Any]):  # noqa: N801  # pyright: ignore[reportIncompatibleVariableOverride]
        """What is compared is the text."""

        def operate(self, op: Any, *other: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            """Refuse what text would answer otherwise than the values do."""
            if op not in _COMPARED:
                named = cast("PlainText[Any]", self.type).kind.__name__
                raise TypeError(f"a column of {named} as text is compared by == and in_ alone, not by {op.__name__}")
            return super().operate(op, *other, **kwargs)

    def __init__(self, kind: type[V] | str, length: int | None = None) -> None:
        self.kind = kind_of(kind)
        self.length = length
        super().__init__(length)

    def __repr__(self) -> str:
        """Return what makes the type anew, as Alembic writes it in a migration."""
        length = "" if self.length is None else f", length={self.length}"
        return f"{type(self).__name__}({self.kind.__name__!r}{length})"

    def process_bind_param(self, value: V | None, dialect: Dialect | None) -> str | None:  # noqa: ARG002
        """Return the text of a value; raise `InvalidValue` where it is longer than the column."""
        if value is None:
            return None
        text = to_plain(value, self.kind)
        if self.length is not None and len(text) > self.length:
            raise InvalidValue("column.too_short", "", text, most=self.length)
        return text

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> V | None:  # noqa: ARG002
        """Return the value that a text says."""
        return None if value is None else from_plain(value, self.kind)


class PlainData(TypeDecorator[D], Generic[D]):
    """A column of JSON for projects, or with `PlainData(Budget)` for budgets: what `to_dict` returns.

    Parts of it are asked for as of any column of JSON: `Row.project["name"].as_string()`. The type is JSON on
    PostgreSQL too: JSONB would put unknown keys in another order. Raises `TypeError` for an object of another class,
    and `InvalidData` for data in the column that makes none.

    A number in an unknown key that no float is raises `InvalidValue`: JSON in a database would round it.

    >>> PlainData(Project).process_bind_param(Project("Nya vägar"), None)
    {'name': 'Nya vägar'}
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    # As of PlainText: SQLAlchemy looks for this name.
    class comparator_factory(TypeDecorator.Comparator[Any], JSON.Comparator[Any]):  # noqa: N801  # pyright: ignore[reportIncompatibleVariableOverride]
        """What is compared is JSON, whole or in part."""

        def _setup_getitem(self, index: Any) -> Any:  # noqa: ANN401
            # A part is JSON; as the type has it, it would be a project, which no part is equal to.
            operator, path, _ = super()._setup_getitem(index)  # type: ignore[no-untyped-call,unused-ignore]
            return operator, path, JSON()

    def __init__(self, kind: type[D] | str) -> None:
        found = {"Project": Project, "Budget": Budget}.get(kind) if isinstance(kind, str) else kind
        if found not in (Project, Budget):
            raise TypeError(f"kind must be Project or Budget, not {kind!r}")
        self.kind: type[D] = cast("type[D]", found)
        super().__init__()

    def __repr__(self) -> str:
        """Return what makes the type anew, as Alembic writes it in a migration."""
        return f"{type(self).__name__}({self.kind.__name__!r})"

    def process_bind_param(self, value: D | None, dialect: Dialect | None) -> dict[str, object] | None:  # noqa: ARG002
        """Return the plain data of an object."""
        if value is None:
            return None
        check_type(value, self.kind, "value")
        data = to_dict(value)
        if isinstance(value, Project) and value.extra:
            _check_numbers(data, "")
        return data

    def process_result_value(self, value: Mapping[str, object] | None, dialect: Dialect | None) -> D | None:  # noqa: ARG002
        """Return the object in plain data."""
        return None if value is None else from_dict(value, self.kind)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:  # noqa: ANN401
        """Return the type of what is compared: a path into the data is a text, and no project."""
        return self if isinstance(value, self.kind) else self.impl_instance.coerce_compared_value(op, value)


def _check_numbers(data: object, place: str) -> None:
    """Raise `InvalidValue` for a number that plain data has as a Decimal, since it is no float."""
    if isinstance(data, dict):
        for key, each in cast("dict[str, object]", data).items():
            _check_numbers(each, at_key(place, key))
    elif isinstance(data, list):
        for index, each in enumerate(cast("list[object]", data)):
            _check_numbers(each, f"{place}[{index}]")
    elif isinstance(data, Decimal):
        raise InvalidValue("column.inexact_number", place, data)
