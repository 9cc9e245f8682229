"""What the portal keeps."""

from __future__ import annotations

from django.db import models
from djmoney.models.fields import MoneyField as DjangoMoneyField

from esfmodel import OrganisationNumber, Rate
from esfmodel.integrations.django import MoneyField, ProjectField, ValueField

CURRENCIES = [("SEK", "kronor"), ("EUR", "euro"), ("KWD", "dinar"), ("JPY", "yen")]


class Application(models.Model):
    """An application for support."""

    applicant = ValueField(OrganisationNumber, "organisationsnummer")
    support = MoneyField("stöd som söks")
    share = ValueField(Rate, "stödandel", null=True, blank=True)
    project = ProjectField("projekt")

    def __str__(self) -> str:
        """Return the name of the project."""
        return str(self.project.name)


class Payment(models.Model):
    """A payment from a system that has its amounts in django-money."""

    amount = DjangoMoneyField(  # type: ignore[no-untyped-call]  # it ships no types
        max_digits=20, decimal_places=3, currency_choices=CURRENCIES
    )
