"""A table of SQLAlchemy with a column of each kind, and what must hold of it in every database."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st
from sqlalchemy import ForeignKey, func, not_, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from esfmodel import Budget, Money, OperationId, Period, Project, Rate
from esfmodel.integrations.sqlalchemy import CurrencyCode, MinorUnits, PlainData, PlainText, money_composite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Engine


class Base(DeclarativeBase):
    """The tables."""


class Kept(Base):
    """What is kept: an amount in two columns and in one, and other values."""

    __tablename__ = "kept"

    id: Mapped[int] = mapped_column(primary_key=True)
    minor: Mapped[int | None] = mapped_column(MinorUnits)
    currency: Mapped[str | None] = mapped_column(CurrencyCode)
    amount: Mapped[Money | None] = money_composite("minor", "currency")
    text: Mapped[Money | None] = mapped_column(PlainText(Money))
    rate: Mapped[Rate | None] = mapped_column(PlainText(Rate))
    period: Mapped[Period | None] = mapped_column(PlainText(Period, length=40))
    operation: Mapped[OperationId | None] = mapped_column(PlainText(OperationId))
    project: Mapped[Project | None] = mapped_column(PlainData(Project))
    budget: Mapped[Budget | None] = mapped_column(PlainData(Budget))
    before: Mapped[int | None] = mapped_column(ForeignKey("kept.id"))


EXTREMES = [Money.of_minor(sign * 10**17, currency) for sign in (1, -1) for currency in ("SEK", "KWD", "JPY")]
AMOUNTS = st.sampled_from([*EXTREMES, Money(0), Money("0.01")]) | st.from_type(Money)


def check_what_goes_in_comes_out(engine: Engine, given: dict[str, object]) -> None:
    """A row is loaded as it was stored, whole and column by column, and its values are found by equality."""
    with Session(engine) as session:
        session.add(row := Kept(**given))
        session.flush()
        number = row.id
        session.expire_all()
        loaded = session.get(Kept, number)
        assert {name: getattr(loaded, name) for name in given} == given
        for name, value in given.items():
            column = getattr(Kept, name)
            here = Kept.id == number
            assert session.scalars(select(column).where(here)).one() == value
            if name not in {"project", "budget"}:
                is_equal: ColumnElement[bool] = column == value
                assert session.scalar(select(func.count(Kept.id)).where(here, is_equal)) == 1
                assert session.scalar(select(func.count(Kept.id)).where(here, column != value)) == 0
        session.rollback()


def check_queries_agree_with_python(engine: Engine, amounts: Sequence[Money], other: Money) -> None:
    """Amounts are found, compared, put in order and added up as Python does it."""
    like = [each for each in amounts if each.currency == other.currency]

    def found(condition: ColumnElement[bool]) -> list[Money]:
        rows = session.scalars(select(Kept).where(condition, Kept.id.in_(new)).order_by(Kept.id))
        return [cast("Money", row.amount) for row in rows]

    with Session(engine) as session:
        session.add_all(rows := [Kept(amount=each) for each in amounts])
        session.flush()
        new = [row.id for row in rows]
        assert found(Kept.amount == other) == [each for each in like if each == other]
        assert (
            found(Kept.amount < other) == found(not_(Kept.amount >= other)) == [each for each in like if each < other]
        )
        assert (
            found(Kept.amount > other) == found(not_(Kept.amount <= other)) == [each for each in like if each > other]
        )
        assert found(Kept.amount != other) == [each for each in amounts if each != other]
        assert found(Kept.amount.in_(amounts[:2])) == [each for each in amounts if each in amounts[:2]]
        assert found(Kept.amount.not_in(amounts[:2])) == [each for each in amounts if each not in amounts[:2]]
        assert found(Kept.amount.between(other, min(like), symmetric=True)) == [each for each in like if each <= other]
        assert found(Kept.amount.between(other, max(like))) == [each for each in like if each >= other]
        ordered = session.scalars(select(Kept.amount).where(Kept.id.in_(new)).order_by(Kept.amount)).all()
        assert sorted(like) == [each for each in ordered if each is not None and each.currency == other.currency]
        total = select(func.sum(Kept.minor)).where(Kept.id.in_(new), Kept.currency == other.currency)
        assert (session.scalar(total) or 0) == sum(each.minor for each in like)
        session.rollback()


VALUES = st.fixed_dictionaries(
    {
        "amount": st.none() | AMOUNTS,
        "text": st.none() | AMOUNTS,
        "rate": st.none() | st.from_type(Rate),
        "period": st.none() | st.from_type(Period),
        "operation": st.none() | st.from_type(OperationId),
    }
)
OBJECTS = st.fixed_dictionaries(
    {"project": st.none() | st.from_type(Project), "budget": st.none() | st.from_type(Budget)}
)
