"""The form of an application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from esfmodel import Budget, Contribution, EsfModelError, Funder, FundingSource, OrganisationNumber, Project
from esfmodel.integrations.django import MoneyFormField, PeriodFormField, RateFormField, ValueFormField
from esfmodel.text import sv

if TYPE_CHECKING:
    from esfmodel import Money

SOURCES = (FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE)


class ApplicationForm(forms.Form):
    """What an applicant fills in."""

    name = forms.CharField(label="Projektets namn")
    applicant = ValueFormField(OrganisationNumber, label="Organisationsnummer")
    period = PeriodFormField(label="Projektperiod")
    support = MoneyFormField(label="Stöd som söks")
    share = RateFormField(label="Stödandel", unit="%", required=False)
    own = MoneyFormField(label="Egen medfinansiering", required=False)
    source = forms.ChoiceField(label="Medfinansieringen är", choices=[(each.value, sv.label(each)) for each in SOURCES])

    def clean(self) -> dict[str, Any]:
        """Make the project of what was filled in; what makes none is told above the form."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                cleaned["project"] = Project(
                    cleaned["name"], period=cleaned["period"], budget=self._budget(cleaned["support"], cleaned["own"])
                )
            except EsfModelError as error:
                self.add_error(None, error.text("sv"))
        return cleaned

    def _budget(self, support: Money, own: Money | None) -> Budget:
        lines = [Contribution(Funder(source=FundingSource.EU_AND_STATE), support)]
        if own is not None:
            lines.append(Contribution(Funder(source=FundingSource(self.cleaned_data["source"])), own))
        return Budget(financing=lines)
