"""The vocabulary of labels that the readers of records and of lists share: what a label stands for in a project.

Labels are compared by their letters and digits alone: case, spaces, dashes, full stops and a final colon do not matter.
The words are data (`esfmodel.text.words`): labels that are known as a whole, and the words of all others.

>>> meaning_of("Startdatum").name, meaning_of("Stöd från EU (tkr)").name, meaning_of("Färg").name
('START', 'EU_SUPPORT', 'UNKNOWN')
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelSide, Stage, bare_label, label_meaning, letters_of
from esfmodel.text.words.list_headings import LIST_HEADINGS
from esfmodel.text.words.money_labels import PAGE_LABELS, TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Meaning(enum.Enum):
    """The meaning of a label."""

    OPERATION_ID = "project number"
    NAME = "name"
    OTHER_NAME = "name in another language"
    OWNER = "owner"
    OWNER_NUMBER = "organisation number"
    OWNER_POSTAL_CODE = "postal code"
    OWNER_CITY = "city"
    OWNER_COUNTRY = "country of the owner"
    OWNER_KIND = "kind of the owner"
    PARTNER = "partner"
    PARTNER_TOTAL = "total cost of a partner"
    PARTNER_EU_SUPPORT = "support of the Union for a partner"
    IS_LEAD = "whether a partner has the lead"
    FUNDER = "funder"
    COUNTRY = "country"
    FUND = "fund"
    CCI = "CCI"
    PROGRAMME = "programme"
    PROGRAMMING_PERIOD = "programming period"
    PRIORITY = "priority"
    SPECIFIC_OBJECTIVE = "specific objective"
    INTERVENTION_FIELD = "intervention field"
    SECONDARY_THEME = "secondary theme"
    STRATEGIC_IMPORTANCE = "strategic importance"
    PARTICIPANTS = "planned participants"
    NUTS = "NUTS code"
    REGION = "region"
    MUNICIPALITY = "municipality"
    CALL = "call"
    EU_RATE = "rate of the Union"
    PERIOD = "period"
    DURATION = "duration"
    START = "start"
    END = "end"
    TOTAL = "total cost"
    SUPPORT = "support, undivided"
    EU_SUPPORT = "support of the Union alone"
    STATE_SUPPORT = "support of the state"
    PARTNER_COUNTRY = "support of a partner country"
    OWN_PUBLIC = "own contribution, public"
    OWN_PRIVATE = "own contribution, private"
    OWN = "own contribution"
    APPLIED = "support applied for"
    CURRENCY = "currency"
    DECIDED = "day of the decision"
    SUMMARY = "summary"
    OTHER_SUMMARY = "summary in another language"
    ADDRESS = "address"
    CALL_BUDGET = "budget of a call"
    PROTECTED = "protected text"
    NO_FIELD = "known, but without a field"
    UNKNOWN = "what nobody here knows"

    @property
    def is_long(self) -> bool:
        """Whether the value may be a text of several lines."""
        return self in {Meaning.SUMMARY, Meaning.OTHER_SUMMARY}

    @property
    def is_free(self) -> bool:
        """Whether the value may be any text, and so may itself begin with what looks like a label."""
        return self.is_long or self is Meaning.NAME


LABELS: Mapping[Meaning, tuple[str, ...]] = MappingProxyType(
    {Meaning(held): labels for held, labels in {**TEXT_LABELS, **PAGE_LABELS}.items()}
)
"""The labels that are known wherever they stand; other labels are read by their words, where a colon follows."""

HEADINGS: Mapping[Meaning, tuple[str, ...]] = MappingProxyType(
    {meaning: (*LABELS.get(meaning, ()), *LIST_HEADINGS.get(meaning.value, ())) for meaning in Meaning}
)
"""The labels that are known as the headings of columns: `LABELS`, and those that only lists have."""

FIELDS: Mapping[Meaning, str] = MappingProxyType(
    {
        Meaning.NAME: "name",
        Meaning.OPERATION_ID: "operation_id",
        Meaning.CALL: "call",
        Meaning.FUND: "fund",
        Meaning.PROGRAMMING_PERIOD: "programming_period",
        Meaning.PROGRAMME: "programme",
        Meaning.CCI: "cci",
        Meaning.PRIORITY: "priority",
        Meaning.SPECIFIC_OBJECTIVE: "specific_objective",
        Meaning.INTERVENTION_FIELD: "intervention_field",
        Meaning.OWNER: "beneficiary.name",
        Meaning.OWNER_NUMBER: "beneficiary.number",
        Meaning.OWNER_POSTAL_CODE: "beneficiary.postal_code",
        Meaning.OWNER_CITY: "beneficiary.city",
        Meaning.OWNER_COUNTRY: "beneficiary.country",
        Meaning.OWNER_KIND: "beneficiary.kind",
        Meaning.PARTNER: "partner.name",
        Meaning.PARTNER_TOTAL: "partner.total",
        Meaning.PARTNER_EU_SUPPORT: "partner.eu_support",
        Meaning.IS_LEAD: "partner.is_lead",
        Meaning.PARTICIPANTS: "planned_participants",
        Meaning.PERIOD: "period",
        Meaning.START: "period.start",
        Meaning.END: "period.end",
        Meaning.DURATION: "duration_months",
        Meaning.TOTAL: "budget.total",
        Meaning.SUPPORT: "budget.support",
        Meaning.EU_SUPPORT: "budget.eu_support",
        Meaning.STATE_SUPPORT: "budget.state_support",
        Meaning.PARTNER_COUNTRY: "budget.partner_country",
        Meaning.OWN_PUBLIC: "budget.own_public",
        Meaning.OWN_PRIVATE: "budget.own_private",
        Meaning.OWN: "budget.own_contribution",
        Meaning.APPLIED: "decision.applied_support",
        Meaning.DECIDED: "decision.day",
        Meaning.CURRENCY: "currency",
        Meaning.EU_RATE: "published_eu_rate",
        Meaning.REGION: "region",
        Meaning.NUTS: "nuts",
        Meaning.COUNTRY: "country",
        Meaning.MUNICIPALITY: "municipalities",
        Meaning.STRATEGIC_IMPORTANCE: "strategic_importance",
        Meaning.SUMMARY: "summary",
    }
)
"""The path of the field in a project, by meaning; the other meanings have no field.

`currency` is that of the amounts of a row, `decision.day` the day of the decision, and what begins with `partner` is of
the body of a row: a reader of lists builds more from them than one field.
"""


def _by_letters(known: Mapping[Meaning, tuple[str, ...]]) -> Mapping[str, Meaning]:
    return MappingProxyType({letters_of(label): meaning for meaning, labels in known.items() for label in labels})


_LABELS_BY_LETTERS = _by_letters(LABELS)
_HEADINGS_BY_LETTERS = _by_letters(HEADINGS)


def known_label(label: str) -> Meaning | None:
    """Return the meaning of a label that is known as a whole, with or without a unit in parentheses; else None.

    >>> known_label("Total budget (SEK)").name, known_label("Vår budget")
    ('TOTAL', None)
    """
    return _LABELS_BY_LETTERS.get(letters_of(label)) or _LABELS_BY_LETTERS.get(letters_of(bare_label(label)))


def known_heading(heading: str) -> Meaning | None:
    """Return the meaning of the heading of a column that is known as a whole, as `known_label` does; else None.

    >>> known_heading("Operation_Start_Date").name, known_label("Operation_Start_Date")
    ('START', None)
    """
    return _HEADINGS_BY_LETTERS.get(letters_of(heading)) or _HEADINGS_BY_LETTERS.get(letters_of(bare_label(heading)))


def meaning_of(label: str) -> Meaning:
    """Return the meaning of a label, as a whole where it is known so, else by its words."""
    return known_label(label) or meaning_by_words(label)


AMOUNTS: frozenset[str] = frozenset(
    {field for field in FIELDS.values() if field.startswith("budget.")}
    | {FIELDS[meaning] for meaning in (Meaning.APPLIED, Meaning.PARTNER_TOTAL, Meaning.PARTNER_EU_SUPPORT)}
)
"""The fields of amounts of money."""


_BY_SOURCE: Mapping[FundingSource, Meaning] = MappingProxyType(
    {
        FundingSource.EU: Meaning.EU_SUPPORT,
        FundingSource.EU_AND_STATE: Meaning.SUPPORT,
        FundingSource.STATE_GRANT: Meaning.STATE_SUPPORT,
        FundingSource.PARTNER_COUNTRY: Meaning.PARTNER_COUNTRY,
        FundingSource.OWN_PUBLIC: Meaning.OWN_PUBLIC,
        FundingSource.OWN_PRIVATE: Meaning.OWN_PRIVATE,
        FundingSource.OWN: Meaning.OWN,
    }
)
_OF_THE_BUDGET = {None, Stage.GRANTED, Stage.BUDGET}
_BY_ROLE: Mapping[tuple[LabelSide, str | None], Meaning] = MappingProxyType(
    {
        (LabelSide.DATE, "start"): Meaning.START,
        (LabelSide.DATE, "end"): Meaning.END,
        (LabelSide.DATE, "period"): Meaning.PERIOD,
        (LabelSide.DATE, "award"): Meaning.DECIDED,
        (LabelSide.COUNT, "participants"): Meaning.PARTICIPANTS,
        (LabelSide.SHARE, "eu_rate"): Meaning.EU_RATE,
        (LabelSide.BODY, "beneficiary"): Meaning.OWNER,
        (LabelSide.NAME, None): Meaning.NAME,
        (LabelSide.ID, None): Meaning.OPERATION_ID,
    }
)


def meaning_by_words(label: str) -> Meaning:
    """Return the meaning of a label that is not in `LABELS`, by its words; `UNKNOWN` when they say nothing sure.

    >>> meaning_by_words("Stöd från EU (tkr)").name, meaning_by_words("Utbetalt EU-stöd").name
    ('EU_SUPPORT', 'NO_FIELD')
    """
    meaning = label_meaning(label)
    if meaning.side in {LabelSide.FINANCING, LabelSide.TOTAL} and not meaning.of_which:
        if meaning.source is not None:
            if meaning.stage is Stage.APPLIED and meaning.source is FundingSource.EU_AND_STATE:
                return Meaning.APPLIED
            return _BY_SOURCE[meaning.source] if meaning.stage in _OF_THE_BUDGET else Meaning.NO_FIELD
        if meaning.side is LabelSide.TOTAL and not meaning.subtotal:
            return Meaning.TOTAL if meaning.stage in _OF_THE_BUDGET else Meaning.NO_FIELD
    return _BY_ROLE.get((meaning.side, meaning.role), Meaning.UNKNOWN)
