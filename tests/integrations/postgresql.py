"""What SQLAlchemy and Django keep in PostgreSQL comes out as it went in, and queries agree with Python.

It is run by `.ci/run-all`, with POSTGRESQL as the folder of the programs of the server; elsewhere it is left out. The
server listens to a socket in a temporary folder alone, and ends with the tests.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

import kept
import portal_tables
from esfmodel import Money, Project, Rate, from_dict
from esfmodel.examples import EXAMPLES
from kept import AMOUNTS, OBJECTS, VALUES, Base, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

PROGRAMS = os.environ.get("POSTGRESQL")

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="POSTGRESQL names no folder")

MANY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """Start a server as a user who may do nothing else, and return the folder of its socket."""
    folder = Path(mkdtemp())
    user = pwd.getpwnam("nobody")
    if os.geteuid() == 0:  # the server refuses to be run by root
        os.chown(folder, user.pw_uid, user.pw_gid)

    def run(program: str, *arguments: str) -> None:
        command = [str(Path(str(PROGRAMS)) / program), *arguments]
        drop: dict[str, Any] = (
            {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        )
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **drop)

    data, log = str(folder / "data"), str(folder / "log")
    run("initdb", "--pgdata", data, "--username", "tests", "--auth", "trust", "--encoding", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    run("pg_ctl", "start", "--pgdata", data, "--log", log, "--wait", "--options", options)
    try:
        yield folder
    finally:
        run("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate")
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def engine(server: Path) -> Iterator[Engine]:
    """Return an engine of SQLAlchemy with the tables."""
    made = create_engine(f"postgresql+psycopg://tests@/postgres?host={server}")
    Base.metadata.create_all(made)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def portal(server: Path) -> Iterator[None]:
    """Let the portal of Django keep its rows there."""
    from django.conf import settings as of_django
    from django.db import connection

    of_django.DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(server),
        "NAME": "postgres",
        "USER": "tests",
    }
    portal_tables.portal_tables()
    assert connection.vendor == "postgresql"
    yield
    connection.close()


# --- SQLAlchemy


@MANY
@given(given=VALUES)
def test_values_come_out_as_they_went_in(engine: Engine, given: dict[str, object]) -> None:
    """Every amount, share, period and identifier is loaded and found as it was stored."""
    kept.check_what_goes_in_comes_out(engine, given)


@MANY
@given(given=OBJECTS)
def test_objects_come_out_as_they_went_in(engine: Engine, given: dict[str, object]) -> None:
    """Every project and budget is loaded as it was stored."""
    kept.check_what_goes_in_comes_out(engine, given)


@MANY
@given(amounts=st.lists(AMOUNTS, max_size=5), other=AMOUNTS)
def test_queries_agree_with_python(engine: Engine, amounts: list[Money], other: Money) -> None:
    """Equality, order and sum are exact, in one currency at a time."""
    kept.check_queries_agree_with_python(engine, [*amounts, other], other)


def test_the_columns_are_those_of_the_server(engine: Engine) -> None:
    """An amount is a BIGINT and a code of three letters, a project is JSON; a code too long is refused there too."""
    asked = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'kept'"
    with Session(engine) as session:
        types = {row.column_name: row.data_type for row in session.execute(text(asked))}
        assert (types["minor"], types["rate"], types["project"]) == ("bigint", "character varying", "json")
        with pytest.raises(DBAPIError, match="too long"):
            session.execute(text("INSERT INTO kept (currency) VALUES ('EURO')"))


def test_unknown_keys_keep_their_order(engine: Engine) -> None:
    """The type is JSON and not JSONB, which would sort them."""
    project = from_dict({"name": "A", "öppet": 1, "ansvarig": 1.5, "b": {"zz": 1, "a": 2}})
    with Session(engine) as session:
        session.add(Kept(project=project))
        session.flush()
        session.expire_all()
        assert session.query(Kept).one().project == project
        assert session.query(Kept.project["name"].as_string()).scalar() == "A"


# --- Django


@MANY
@given(support=portal_tables.KRONOR, project=st.from_type(Project), share=st.none() | st.from_type(Rate))
def test_a_row_of_the_portal_comes_out_as_it_went_in(
    portal: None,  # noqa: ARG001
    support: Money,
    project: Project,
    share: Rate | None,
) -> None:
    """Amounts, projects and shares are loaded and found as they were stored."""
    portal_tables.check_what_goes_in_comes_out(support, project, share)


@pytest.mark.parametrize("project", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_published_projects_come_out_as_they_went_in(portal: None, project: Project) -> None:  # noqa: ARG001
    """What real projects state is kept."""
    portal_tables.check_what_goes_in_comes_out(Money("0.10"), project, Rate.of(12, 29))


@MANY
@given(amounts=st.lists(portal_tables.KRONOR, max_size=4), other=portal_tables.KRONOR)
def test_queries_of_the_portal_agree_with_python(
    portal: None,  # noqa: ARG001
    amounts: list[Money],
    other: Money,
) -> None:
    """Equality, order and sum are exact."""
    portal_tables.check_queries_agree_with_python(amounts, other)


def test_an_average_that_is_whole_is_an_amount(portal: None) -> None:  # noqa: ARG001
    """PostgreSQL has exact averages: one that is not whole is refused."""
    from django.db.models import Avg

    from esfmodel import InvalidValue

    with portal_tables.undone() as rows:
        portal_tables.kept(rows, Money(1))
        portal_tables.kept(rows, Money(2))
        assert rows.aggregate(average=Avg("support")) == {"average": Money("1.50")}
        portal_tables.kept(rows, Money(1))
        with pytest.raises(InvalidValue, match="not a whole number"):
            rows.aggregate(average=Avg("support"))
