"""A service of a project portal: FastAPI reads applications, and SQLAlchemy keeps them in SQLite.

Run it with an ASGI server, such as `uvicorn service:app`.
"""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003  # FastAPI reads the annotations
from typing import Annotated

from fastapi import Body, Depends, FastAPI, HTTPException
from pydantic import BaseModel
from sqlalchemy import StaticPool, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from esfmodel import Budget, EsfModelError, FundingSource, Money, OperationId, Period, Project, Rate, validate
from esfmodel.integrations.sqlalchemy import CurrencyCode, MinorUnits, PlainData, money_composite


class Base(DeclarativeBase):
    """The tables."""


class Row(Base):
    """An application."""

    __tablename__ = "application"

    id: Mapped[int] = mapped_column(primary_key=True)
    support_minor: Mapped[int] = mapped_column(MinorUnits)
    support_currency: Mapped[str] = mapped_column(CurrencyCode)
    support: Mapped[Money] = money_composite("support_minor", "support_currency")
    project: Mapped[Project] = mapped_column(PlainData(Project))


class Application(BaseModel):
    """What an applicant sends: the project, the support that is asked for and its share of the costs."""

    project: Project
    support: Money
    share: Rate | None = None
    parts: list[Money] = []
    paid: dict[str, Money] = {}
    start: Period | None = None
    source: FundingSource = FundingSource.EU_AND_STATE


class Receipt(BaseModel):
    """What the service answers."""

    number: int
    operation_id: OperationId | None
    support: Money
    not_evaluated: int


app = FastAPI(title="Ansökningar")
engine = create_engine("sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool)
Base.metadata.create_all(engine)


def session() -> Iterator[Session]:
    """Open a session for one request, and commit it."""
    with Session(engine) as opened, opened.begin():
        yield opened


Opened = Annotated[Session, Depends(session)]


@app.post("/applications", status_code=201)
def apply(application: Application, opened: Opened) -> Receipt:
    """Keep an application."""
    row = Row(support=application.support, project=application.project)
    opened.add(row)
    opened.flush()
    left = [each for each in validate(application.project).results if each.outcome.value == "not evaluated"]
    return Receipt(
        number=row.id,
        operation_id=application.project.operation_id,
        support=row.support,
        not_evaluated=len(left),
    )


@app.get("/applications/{number}")
def application(number: int, opened: Opened) -> Application:
    """Return an application."""
    row = opened.get(Row, number)
    if row is None:
        raise HTTPException(404)
    return Application(project=row.project, support=row.support)


@app.get("/applications")
def asking(support: Money, opened: Opened) -> list[Project]:
    """Return the projects that ask for exactly this support."""
    return list(opened.scalars(select(Row.project).where(Row.support == support).order_by(Row.id)))


@app.get("/support/{currency}")
def total(currency: str, opened: Opened) -> Money:
    """Return the sum of the support in a currency."""
    try:
        Money(0, currency)
    except EsfModelError as error:
        raise HTTPException(422, error.text("sv")) from None
    asked = select(func.sum(Row.support_minor)).where(Row.support_currency == currency)
    return Money.of_minor(opened.scalar(asked) or 0, currency)


@app.post("/budgets")
def rates(budget: Annotated[Budget, Body()]) -> dict[str, Money | Rate | None]:
    """Return what a budget comes to, where it is exact."""
    figures = {"total_cost": budget.total_cost, "support": budget.support, "support_rate": budget.support_rate}
    return {name: each for name, each in figures.items() if isinstance(each, (Money, Rate))}
