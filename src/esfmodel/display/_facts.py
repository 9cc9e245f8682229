"""The facts that a project states, as names with values: its number, owner, programme, time and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from esfmodel.display._markup import named
from esfmodel.display._table import first_of, more
from esfmodel.errors import NotKnown
from esfmodel.model.aid import Aid
from esfmodel.model.decision import Decision
from esfmodel.model.facts import programming_period_of
from esfmodel.model.funding import Contribution
from esfmodel.model.organisation import Organisation
from esfmodel.model.programme import Call, Priority, Programme
from esfmodel.model.project import Participation, SecondaryTheme
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital, write_place, write_value
from esfmodel.text.words.list_headings import YES_OR_NO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model.project import Project

_FIELDS: Final = (
    "operation_id",
    "beneficiary",
    "partners",
    "fund",
    "programming_period",
    "programme",
    "cci",
    "priority",
    "category_of_region",
    "specific_objective",
    "intervention_field",
    "call",
    "period",
    "duration_months",
    "region",
    "nuts",
    "municipalities",
    "country",
    "planned_participants",
    "secondary_themes",
    "strategic_importance",
    "aid",
    "vat_recoverable",
    "physical_investment",
    "published_eu_rate",
    "source",
)
"""The fields that are shown as facts, in their order; money, time and claims have tables of their own."""

_CALLED: Final = {
    "aid": Words("statligt stöd", "State aid"),
    "operation_id": Words("projektnummer", "project number"),
    "physical_investment": Words("fysisk investering", "physical investment"),
    "vat_recoverable": Words("avdragsgill moms", "recoverable value added tax"),
}
"""What a field is called beside its value, where its name in a sentence is another."""

_STATUS: Final = Words("senaste beslut", "last decision")
_OPEN_STATUS: Final = Words("framgår inte: dagarna saknas", "not clear: the days are missing")
_MOST: Final = 10


def facts_of(project: Project, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is stated of a project, each fact with its name."""
    for field in _FIELDS:
        value = programming_period_of(project) if field == "programming_period" else getattr(project, field)
        if value is not None and value != ():
            called = _CALLED[field].text(language) if field in _CALLED else write_place(field, language)
            yield capital(called), _written(value, language)
        if field == "duration_months" and project.decisions:
            yield capital(_STATUS.text(language)), _status(project, language)


def _status(project: Project, language: str) -> str:
    try:
        status = project.status()
    except NotKnown:
        status = None
    return _OPEN_STATUS.text(language) if status is None else format(status, language)


def _written(value: object, language: str) -> str:
    """Return a value, or the first of several, as the language writes it."""
    if not isinstance(value, tuple):
        return read_as(value, language)
    shown, others = first_of(cast("tuple[object, ...]", value), _MOST)
    listed = [read_as(each, language) for each in shown]
    return "; ".join([*listed, more(len(others), language)] if others else listed)


def read_as(value: object, language: str) -> str:
    """Return a value as a language writes it; an object of the model by its identifying parts, with commas between."""
    parts: tuple[object, ...]
    if isinstance(value, bool):
        return YES_OR_NO[language][value]
    if isinstance(value, Contribution):
        funder = value.funder
        parts = (None if funder is None else funder.organisation, value.source, value.amount, value.form)
    elif isinstance(value, Organisation):
        parts = (value.unit, value.name, value.kind)
    elif isinstance(value, Participation):
        parts = (value.organisation, value.role)
    elif isinstance(value, Decision):
        parts = (value.kind, value.body, value.on, value.support)
    elif isinstance(value, Programme):
        parts = (value.name, value.cci if value.name is None else None)
    elif isinstance(value, Call):
        parts = (value.reference, value.name)
    elif isinstance(value, Priority):
        parts = (value.code, value.name)
    elif isinstance(value, SecondaryTheme):
        parts = (value.name, None if value.applies else False)
    elif isinstance(value, Aid):
        parts = (value.basis, value.amount)
    else:
        return named(write_value(value, language))
    return ", ".join(read_as(part, language) for part in parts if part is not None) or write_value(None, language)
