from __future__ import annotations

import importlib
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, create_engine, insert, literal, select, text, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session, aliased

from esfmodel import Budget, Country, InvalidValue, Money, Period, Project, Rate, from_dict
from esfmodel.examples import EXAMPLES
from esfmodel.integrations import sqlalchemy as ours
from esfmodel.integrations._plain import KINDS, from_plain, kind_of, to_plain
from esfmodel.integrations.sqlalchemy import CurrencyCode, MinorUnits, PlainData, PlainText, money_composite
from kept import AMOUNTS, OBJECTS, VALUES, Base, Kept, check_queries_agree_with_python, check_what_goes_in_comes_out

if TYPE_CHECKING:
    from collections.abc import Callable

ENGINE = create_engine("sqlite://")
Base.metadata.create_all(ENGINE)


@settings(max_examples=15)
@given(VALUES)
def test_what_goes_in_comes_out(given: dict[str, object]) -> None:
    """Every amount, share, period and identifier is loaded and found as it was stored; None is NULL."""
    check_what_goes_in_comes_out(ENGINE, given)


@settings(max_examples=4, suppress_health_check=[HealthCheck.data_too_large])
@given(OBJECTS)
def test_objects_come_out_as_they_went_in(given: dict[str, object]) -> None:
    """Every project and budget is loaded as it was stored."""
    check_what_goes_in_comes_out(ENGINE, given)


@pytest.mark.parametrize("project", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_published_projects_come_out_as_they_went_in(project: Project) -> None:
    """What real projects state is kept."""
    check_what_goes_in_comes_out(ENGINE, {"project": project, "budget": project.budget})


@settings(max_examples=15)
@given(st.lists(AMOUNTS, max_size=5), AMOUNTS)
def test_queries_agree_with_python(amounts: list[Money], other: Money) -> None:
    """Equality, order and sum are exact, in one currency at a time."""
    check_queries_agree_with_python(ENGINE, [*amounts, other], other)


def test_two_examples_by_hand() -> None:
    """0.10 and 0.20 kronor are 30 öre; a tenth of a cent is no öre, and a euro is in no sum of kronor."""
    with Session(ENGINE) as session:
        session.add_all([Kept(amount=Money("0.10")), Kept(amount=Money("0.20")), Kept(amount=Money(5, "EUR"))])
        session.flush()
        stored = session.execute(text("SELECT minor, currency FROM kept ORDER BY id")).all()
        assert [tuple(row) for row in stored] == [(10, "SEK"), (20, "SEK"), (500, "EUR")]
        in_order = session.scalars(select(Kept.amount).order_by(Kept.currency.desc(), Kept.minor.desc())).all()
        assert in_order == [Money("0.20"), Money("0.10"), Money(5, "EUR")]


def test_statements_write_amounts_too() -> None:
    """INSERT and UPDATE take an amount for its two columns, and an alias compares as its table does."""
    with Session(ENGINE) as session:
        session.execute(insert(Kept), [{"amount": Money("1.234", "KWD")}, {"amount": Money(3)}])
        session.execute(update(Kept).where(Kept.amount == Money(3)).values({Kept.amount: Money(7, "JPY")}))
        other = aliased(Kept)
        assert session.scalars(select(other.amount).where(other.amount > Money(6, "JPY"))).all() == [Money(7, "JPY")]
        assert session.scalars(select(other.minor).order_by(other.minor)).all() == [7, 1234]
        session.execute(insert(Kept), [{"amount": None}, {"amount": Money(3)}])
        some = select(Kept.amount).where(Kept.amount.is_not(None), Kept.currency == "SEK")
        assert session.scalars(some).all() == [Money(3)]
        assert session.scalars(select(Kept.amount).where(Kept.amount.is_(None))).all() == [None]


def test_what_more_is_given_of_an_amount_goes_to_sqlalchemy() -> None:
    """An amount is loaded with others of its group, or has what an application says of it."""
    made: Any = money_composite("minor", "currency", info={"label": "Stöd"}, deferred=True)
    assert (made.info, made.deferred) == ({"label": "Stöd"}, True)


def test_what_is_no_amount_is_a_wrong_type() -> None:
    """It is told where it is compared or set; what the database cannot answer of an amount is asked of its columns."""
    wrong: Any = "5 kr"
    for ask in (lambda: Kept.amount > wrong, lambda: Kept.amount == wrong, lambda: Kept(amount=wrong)):
        with pytest.raises(TypeError, match="amount must be Money, not str"):
            ask()
    with pytest.raises(TypeError, match="compared by ==, <, in_ and between alone, not by like_op; ask its columns"):
        Kept.amount.like("5%")
    with pytest.raises(TypeError, match="alone, not by custom_op; ask its columns"):
        Kept.amount.op("~")(Money(5))


@pytest.mark.parametrize("made", [PlainText(Rate), PlainText(Period, length=40), PlainData(Budget), MinorUnits()])
def test_alembic_writes_what_makes_the_type_anew(made: Any) -> None:  # noqa: ANN401
    """A migration has the type as its repr."""
    again = eval(repr(made), dict(vars(ours)))  # noqa: S307
    assert repr(again) == repr(made)
    assert getattr(again, "kind", None) is getattr(made, "kind", None)
    assert getattr(again, "length", None) == getattr(made, "length", None)


@pytest.mark.parametrize(
    ("column", "wrong", "told"),
    [
        ("minor", Decimal("5.00"), "such as money.minor, not Decimal"),
        ("minor", True, "such as money.minor, not bool"),
        ("minor", 10**18, r"10\^18"),
        ("currency", "kr", "write SEK"),
        ("rate", "40%", "value must be Rate, not str"),
        ("text", Rate(1), "value must be Money, not Rate"),
        ("project", {"name": "A"}, "value must be Project, not dict"),
    ],
)
def test_what_a_column_cannot_hold_is_refused(column: str, wrong: object, told: str) -> None:
    """Nothing is converted, cut or rounded; SQLAlchemy wraps our error."""
    with Session(ENGINE) as session:
        session.add(Kept(**{column: wrong}))
        with pytest.raises(StatementError, match=told):
            session.flush()


def test_a_text_that_is_too_long_is_refused_by_our_code() -> None:
    """SQLite holds any length; the column says how much another database would."""
    with pytest.raises(InvalidValue, match="its column holds, 9") as refused:
        PlainText(Period, length=9).process_bind_param(Period("2024-10-01", "2027-09-30"), None)
    assert PlainText(Rate, length=3).process_bind_param(Rate.of_percent(40), None) == "40%"
    assert refused.value.text("sv").endswith("har fler tecken än kolumnen rymmer, 9. Gör kolumnen längre.")


def test_what_is_wrong_in_the_column_is_refused() -> None:
    """A hand that wrote to the database is told, when the row is read, by our error; half an amount is none."""
    with Session(ENGINE) as session:
        session.execute(text("INSERT INTO kept (id, rate, minor) VALUES (1, '0.4', 5)"))
        with pytest.raises(InvalidValue, match=r"rate '0\.4'"):
            session.scalars(select(Kept.rate)).one()
        with pytest.raises(TypeError, match="currency must be"):
            session.scalars(select(Kept.amount)).one()


@pytest.mark.parametrize("value", [2.0, 2.5, Decimal("2.5")])
def test_a_result_that_is_not_whole_is_no_amount(value: object) -> None:
    """A float is refused even where it looks whole, for it may have been rounded."""
    with pytest.raises(InvalidValue, match=f"^'{value}' is not a whole number"):
        MinorUnits().process_result_value(value, None)
    assert MinorUnits().process_result_value(Decimal(2), None) == 2


def test_text_is_compared_for_equality_alone() -> None:
    """The order of texts is not that of shares, so that no query uses it; None and several are equality too."""
    with Session(ENGINE) as session:
        session.add_all([Kept(rate=Rate.of_percent(40)), Kept(rate=Rate.of(12, 29)), Kept()])
        session.flush()
        some = select(Kept.rate).where(Kept.rate.in_([Rate.of(24, 58), Rate(1)]))
        assert session.scalars(some).all() == [Rate.of(12, 29)]
        assert len(session.scalars(select(Kept.id).where(Kept.rate.is_not(None))).all()) == 2
    asked: Any = Kept.rate
    asks: list[Callable[[], object]] = [
        lambda: asked < Rate(1),
        lambda: asked.desc(),
        lambda: asked.like("4%"),
        lambda: asked + "0",
        lambda: asked.op("~")("4"),
    ]
    for ask in asks:
        with pytest.raises(TypeError, match="a column of Rate as text is compared by == and in_ alone, not by"):
            ask()


def test_a_project_is_asked_for_its_parts() -> None:
    """The column is one of JSON: a path into it is text, and a whole project is compared with a project or its data."""
    with Session(ENGINE) as session:
        session.add_all([Kept(project=Project("Nya vägar")), Kept(project=Project("Gröna rum")), Kept()])
        session.flush()
        name = Kept.project["name"].as_string()
        assert session.scalars(select(name).where(name == "Nya vägar")).one() == "Nya vägar"
        assert session.scalars(select(Kept.project["name"]).order_by(Kept.id)).first() == "Nya vägar"
        whole = select(Kept.project).where(Kept.project == Project("Gröna rum"))
        assert session.scalars(whole).all() == [Project("Gröna rum")]
        by_path = Kept.project.op("->>", return_type=String())("$.name") == "Gröna rum"
        assert session.scalars(select(Kept.project).where(by_path)).all() == [Project("Gröna rum")]
        plain: Any = {"name": "Gröna rum"}
        assert session.scalars(select(Kept.project).where(Kept.project == plain)).all() == [Project("Gröna rum")]
        assert len(session.scalars(select(Kept.id).where(Kept.project.is_(None))).all()) == 1
        assert session.scalar(select(literal(Project("A"), PlainData(Project)))) == Project("A")


def test_a_number_that_json_would_round_is_refused() -> None:
    """A number in an unknown key with more digits than a float has is told by its place."""
    digits = Decimal("0.12345678901234567890")
    project = from_dict({"name": "A", "mått": [{"bredd": digits}, 1]})
    with pytest.raises(InvalidValue) as refused:
        PlainData(Project).process_bind_param(project, None)
    assert (refused.value.code, refused.value.place) == ("column.inexact_number", '["mått"][0].bredd')
    plain = from_dict({"name": "A", "mått": [{"bredd": "0,5"}, 1]})
    assert PlainData(Project).process_bind_param(plain, None) == {"name": "A", "mått": [{"bredd": "0,5"}, 1]}


@pytest.mark.parametrize("name", ["minor", "currency", "rate", "project"])
def test_a_query_is_compiled_once(name: str) -> None:
    """A column of each type lets SQLAlchemy keep the query that asks for it."""
    compiled: dict[Any, Any] = {}
    with ENGINE.connect() as connection:
        connection.execution_options(compiled_cache=compiled).execute(select(getattr(Kept, name)))
    assert len(compiled) == 1


def test_none_is_null() -> None:
    """Nothing is stored as nothing, and read as None."""
    columns: list[Any] = [MinorUnits(), CurrencyCode(), PlainText(Rate), PlainData(Project)]
    for column in columns:
        assert column.process_bind_param(None, None) is None
    for column in (columns[0], *columns[2:]):
        assert column.process_result_value(None, None) is None


def test_other_kinds_are_refused() -> None:
    """A column is of one kind of value, or of projects or budgets."""
    unknown: list[tuple[Any, str]] = [(int, "'int'"), ("Euro", "'Euro'"), (5, "5")]
    for kind, told in unknown:
        with pytest.raises(InvalidValue, match=f"^kind {told} is not one we know; use one of Money, Rate"):
            PlainText(kind)
    wrong: Any = Money
    with pytest.raises(TypeError, match="kind must be Project or Budget"):
        PlainData(wrong)
    assert PlainData(Budget).kind is Budget


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
@settings(max_examples=5)
@given(data=st.data())
def test_plain_text_is_equal_where_values_are(kind: type[Any], data: st.DataObject) -> None:
    """Each kind is read as it was written, and two values have one text just when they are equal."""
    one, other = data.draw(st.from_type(kind)), data.draw(st.from_type(kind))
    assert from_plain(to_plain(one, kind), kind) == one
    assert (to_plain(one, kind) == to_plain(other, kind)) is (one == other)


def test_a_country_is_its_code() -> None:
    """The code is in no language; a kind goes by its class or its name."""
    assert to_plain(Country("Finland"), Country) == "FI"
    assert kind_of("Country") is kind_of(Country) is Country
    with pytest.raises(InvalidValue, match="use one of Money, Rate"):
        kind_of(type("Rate", (), {}))


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [("sqlalchemy", "sqlalchemy", "sqlalchemy"), ("django", "django", "django"), ("jinja", "jinja2", "jinja")],
)
def test_what_is_not_installed_is_told(module: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module says which package it needs, and the extra that brings it."""
    monkeypatch.delitem(sys.modules, f"esfmodel.integrations.{module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModuleNotFoundError, match=rf"pip install 'esfmodel\[{extra}\]'$") as missing:
        importlib.import_module(f"esfmodel.integrations.{module}")
    assert missing.value.name == package


def test_the_module_lists_its_names() -> None:
    """Completion offers the public names alone."""
    assert dir(ours) == sorted(ours.__all__)
