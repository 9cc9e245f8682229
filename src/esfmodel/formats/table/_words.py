"""Classify the labels of finance tables: totals, sources of money, cost categories, funds.

Nothing is guessed: a label without any of these words is the name of a body that pays its own money.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.formats.table._parts import TableKind
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import ContributionForm, FundingSource
from esfmodel.model.programme import Fund

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUBTOTAL = re.compile(r"(?:delsumma|deltotal|sub-?total|sous-total)\b")
_TOTAL = re.compile(
    r"(?:(?:grand )?total(?:t|a|s|summa)?|slutsumma|summa|sum|sammanlagt|tillsammans|i alt|insgesamt)\b"
)
_WHOLE = re.compile(r"(?:(?:grand )?total\w*|summa|sum|sammanlag[td]a?|projektomslutning)\b")
_OF_WHICH = re.compile(r"(?:varav|därav|of which|dont)\b")
_COUNT = re.compile(r"(?:antal|number|no\.|count|nombre|anzahl)\b|#")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_GIVEN_BY = re.compile(r"\b(?:från|from|av|by) (?P<name>.+)")
_SEVERAL = re.compile(r"\b(?:och|and|et|und|samt)\b|,|;")

# The first pattern that matches decides, so the narrower come first: "EU och staten" before "EU".
_SOURCES: tuple[tuple[re.Pattern[str], FundingSource], ...] = tuple(
    (re.compile(words), source)
    for words, source in (
        (r"\bnorge\b|\bnorway\b|\bnorsk\w*|\bnorwegian\b|partner country", FundingSource.PARTNER_COUNTRY),
        (r"\beu\b.*\bstat(?:en|ligt?|e)\b|\besf\+?[- ]stöd|\bprojektstöd|\besf\b|socialfond|social fund", None),
        (r"\bstatlig|\bstaten\b|\bstate (?:grant|funding|aid)\b", FundingSource.STATE_GRANT),
        (r"medlemsland|medlemsstat|member state", FundingSource.OWN),
        (r"privat|private", FundingSource.OWN_PRIVATE),
        (r"offentlig|\bpublic\b", FundingSource.OWN_PUBLIC),
        (r"medfinans|co-?financ|\bmatch|\bown\b|\begen\b|\beget\b|nationell|\bnational\b", FundingSource.OWN),
        (r"\beu\b|\bunion|europ|\berdf\b|\beruf\b|\bfeder\b|\befre\b|regionalfond|\bipa\b|\bjtf\b", FundingSource.EU),
    )
    for source in (source or FundingSource.EU_AND_STATE,)
)
_FORMS: tuple[tuple[re.Pattern[str], ContributionForm], ...] = (
    (re.compile(r"annat än pengar|in kind|in-kind|ideell|direktfinansiering"), ContributionForm.IN_KIND),
    (re.compile(r"deltagarersättning"), ContributionForm.PARTICIPANT_REMUNERATION),
    (re.compile(r"kontant|\bcash\b"), ContributionForm.CASH),
)
_CATEGORIES: tuple[tuple[re.Pattern[str], CostCategory], ...] = (
    (re.compile(r"annat än pengar|in kind|in-kind|\bnatura"), CostCategory.IN_KIND),
    (re.compile(r"indirekt|indirect|overhead|schablon"), CostCategory.INDIRECT),
    (re.compile(r"personal|staff|\blön|salar"), CostCategory.STAFF),
    (re.compile(r"\bköp\w* (?:av )?tjänst|extern|konsult"), CostCategory.EXTERNAL_SERVICES),
    (re.compile(r"\bresor|\bresa|travel"), CostCategory.TRAVEL),
    (re.compile(r"utrustning|equipment|investering|inventarier"), CostCategory.EQUIPMENT),
    (re.compile(r"infrastr|byggnad|\bworks\b"), CostCategory.INFRASTRUCTURE),
    (re.compile(r"lokal|kontor|office|premises"), CostCategory.OFFICE),
    (re.compile(r"deltagar|participant"), CostCategory.PARTICIPANTS),
    (re.compile(r"\bmoms|\bvat\b|mervärdesskatt"), CostCategory.VAT),
    (re.compile(r"intäkt|revenue|inkomst"), CostCategory.REVENUE),
    (re.compile(r"korriger|rättelse|correction"), CostCategory.CORRECTION),
)
_KINDS: tuple[tuple[re.Pattern[str], TableKind], ...] = (
    (re.compile(r"finansiär|finansiering|källa|source|funder|financier"), TableKind.FINANCING),
    (re.compile(r"partner|beneficiary|stödmottagare"), TableKind.PARTNERS),
    (re.compile(r"projekt|project|operation|fond\b|fund\b"), TableKind.DISTRIBUTION),
    (re.compile(r"program|priorit|insatsområde|programområde|region"), TableKind.PROGRAMME),
    (re.compile(r"kostnad|utgift|cost|expenditure"), TableKind.COSTS),
)
_COST_SIDE = re.compile(r"kostnad|\bcosts?\b|utgift|expenditure")
_FINANCING_SIDE = re.compile(r"finans|financ|\bstöd|funding")


def kind_of_rows(heading: str, rows: Sequence[Sequence[str]]) -> TableKind:
    """Return what the rows of a table are, judged by the first heading, else by their labels."""
    words = heading.casefold()
    by_heading = next((kind for pattern, kind in _KINDS if pattern.match(words)), None)
    if by_heading is not None:
        return by_heading
    sides = {is_cost(labels) for labels in rows}
    if sides == {True, False}:
        return TableKind.BUDGET
    return TableKind.COSTS if True in sides else TableKind.FINANCING


def is_total(label: str) -> bool:
    """Whether a row with this as its only label holds sums of other rows."""
    return _TOTAL.match(label.casefold()) is not None


def is_bare_total(label: str) -> bool:
    """Whether a label says only that a row holds sums, not of what: "Totalt", but not "Totalt EU-medel"."""
    return _TOTAL.fullmatch(label.casefold().rstrip(": ")) is not None


def is_subtotal(label: str) -> bool:
    """Whether a row with this label sums the rows directly above it."""
    return _SUBTOTAL.match(label.casefold()) is not None


def is_whole(heading: str) -> bool:
    """Whether a column with this heading sums other columns."""
    return _WHOLE.match(heading.casefold()) is not None


def is_of_which(heading: str) -> bool:
    """Whether a column repeats a part of another column ("varav")."""
    return _OF_WHICH.match(heading.casefold()) is not None


def is_count(heading: str) -> bool:
    """Whether a column holds numbers of something other than money."""
    return _COUNT.match(heading.casefold()) is not None


def source_called(label: str) -> FundingSource | None:
    """Return the source of money that a label names; None when it names none."""
    words = _PARENTHESIS.sub(" ", label).casefold()
    return next((source for pattern, source in _SOURCES if pattern.search(words)), None)


def body_called(label: str) -> str | None:
    """Return the body that a label names; None when it only names a source of money."""
    words = " ".join(_PARENTHESIS.sub(" ", label).split())
    if source_called(label) is None:
        return label
    given = _GIVEN_BY.search(words)
    return given["name"] if given and source_called(given["name"]) in {None, FundingSource.OWN} else None


def is_several(name: str) -> bool:
    """Whether a name is of several bodies."""
    return _SEVERAL.search(name.casefold()) is not None


def form_called(label: str) -> ContributionForm | None:
    """Return the form of a contribution that a label names; None when it names none."""
    words = label.casefold()
    return next((form for pattern, form in _FORMS if pattern.search(words)), None)


def category_called(label: str) -> CostCategory | None:
    """Return the category of cost that a label names; None when it names none."""
    words = label.casefold()
    return next((category for pattern, category in _CATEGORIES if pattern.search(words)), None)


def is_cost(labels: Sequence[str]) -> bool:
    """Whether a row is a cost rather than a contribution: its first label that says so decides."""
    for label in labels:
        words = label.casefold()
        if _COST_SIDE.search(words):
            return True
        if _FINANCING_SIDE.search(words):
            return False
    return any(category_called(label) for label in labels)


def fund_called(text: str) -> Fund | None:
    """Return the fund if the whole text names one, else None."""
    try:
        return Fund.parse(text)
    except InvalidValue:
        return None
