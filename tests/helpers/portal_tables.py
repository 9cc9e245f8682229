"""The tables of the portal of Django, made once in the process; and what must hold of them in every database."""

from __future__ import annotations

import contextlib
from functools import cache
from typing import TYPE_CHECKING, Any

import django
from django.core.management import call_command
from django.db import transaction
from hypothesis import strategies as st

from esfmodel import Money, OrganisationNumber, Project, Rate

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

NUMBER = OrganisationNumber("232100-0214")
KRONOR = st.sampled_from([10**17, -(10**17), 0, 1]).map(Money.of_minor) | st.integers(-999, 999).map(Money.of_minor)


@cache
def portal_tables() -> None:
    """Start Django and make the tables."""
    django.setup()
    call_command("migrate", verbosity=0)


@contextlib.contextmanager
def undone() -> Generator[Any]:
    """Give the model of applications, and take back all that is done to the database."""
    portal_tables()
    from django_portal.models import Application

    with transaction.atomic():
        yield Application.objects
        transaction.set_rollback(True)


def kept(rows: Any, support: Money, project: Project | None = None, share: Rate | None = None) -> Any:  # noqa: ANN401
    """Store an application and load it anew."""
    made = rows.create(applicant=NUMBER, support=support, share=share, project=project or Project("Nya vägar"))
    return rows.get(pk=made.pk)


def check_what_goes_in_comes_out(support: Money, project: Project, share: Rate | None) -> None:
    """A row is loaded as it was stored, and found by equality."""
    with undone() as rows:
        row = kept(rows, support, project, share)
        assert (row.applicant, row.support, row.project, row.share) == (NUMBER, support, project, share)
        assert rows.filter(support=support, project=project, share=share, applicant=NUMBER).count() == 1
        assert rows.exclude(support=support).count() == rows.filter(project__name=f"{project.name}.").count() == 0
        assert list(rows.filter(project__name=project.name).values_list("project__name", flat=True)) == [project.name]


def check_queries_agree_with_python(amounts: Sequence[Money], other: Money) -> None:
    """Amounts are found, put in order and added up as Python does it."""
    from django.db.models import Max, Sum

    with undone() as rows:
        for each in amounts:
            kept(rows, each)

        def found(**how: object) -> list[Money]:
            return list(rows.filter(**how).order_by("pk").values_list("support", flat=True))

        assert found(support__lt=other) == [each for each in amounts if each < other]
        assert found(support__gte=other) == [each for each in amounts if each >= other]
        assert found(support__in=[other]) == [each for each in amounts if each == other]
        assert list(rows.order_by("-support").values_list("support", flat=True)) == sorted(amounts, reverse=True)
        sums = rows.aggregate(total=Sum("support"), most=Max("support"))
        assert sums == {"total": sum(amounts, Money(0)) if amounts else None, "most": max(amounts, default=None)}
