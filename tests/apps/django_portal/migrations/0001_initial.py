"""The tables as `makemigrations` writes them."""

from __future__ import annotations

import djmoney.models.fields
from django.db import migrations, models

import esfmodel.integrations.django

CURRENCIES = [("SEK", "kronor"), ("EUR", "euro"), ("KWD", "dinar"), ("JPY", "yen")]


class Migration(migrations.Migration):
    """The applications and the payments."""

    initial = True

    dependencies = []  # noqa: RUF012  # as Django writes it

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "applicant",
                    esfmodel.integrations.django.ValueField("OrganisationNumber", verbose_name="organisationsnummer"),
                ),
                ("support", esfmodel.integrations.django.MoneyField(currency="SEK", verbose_name="stöd som söks")),
                (
                    "share",
                    esfmodel.integrations.django.ValueField("Rate", blank=True, null=True, verbose_name="stödandel"),
                ),
                ("project", esfmodel.integrations.django.ProjectField(verbose_name="projekt")),
            ],
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "amount_currency",
                    djmoney.models.fields.CurrencyField(  # type: ignore[no-untyped-call]  # it ships no types
                        choices=CURRENCIES,
                        default=None,
                        editable=False,
                        max_length=3,
                    ),
                ),
                (
                    "amount",
                    djmoney.models.fields.MoneyField(  # type: ignore[no-untyped-call]  # it ships no types
                        currency_choices=CURRENCIES, decimal_places=3, max_digits=20
                    ),
                ),
            ],
        ),
    ]
