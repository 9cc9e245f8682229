"""What the project of a page costs and what it is granted, as far as the page says so."""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.amounts import Amount, agreed, amounts_in
from esfmodel.formats.announcement.bodies import body_at, body_before, pays_union_money
from esfmodel.formats.announcement.payers import is_of_a_fund, payer_of, payers_of, payers_without_amounts
from esfmodel.formats.labels import Meaning
from esfmodel.formats.reading import Problem
from esfmodel.text.prose.figures import FigureRole, FigureStage
from esfmodel.text.reading.labels import Stage, label_meaning
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import decided as decided_words
from esfmodel.text.words.announcements import money as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.values.fund import Fund

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Said
    from esfmodel.formats.announcement.subject import Subject
    from esfmodel.model.funding import Contribution
    from esfmodel.model.organisation import Organisation
    from esfmodel.text.prose.figures import Figure
    from esfmodel.values.bounds import MoneyLike


class Part(enum.Enum):
    """What an amount of a project is; the value is the path of its field."""

    TOTAL = "budget.total"
    SUPPORT = "budget.support"
    EU = "budget.eu_support"
    APPLIED = "decisions[0].support"


class ProjectMoney(NamedTuple):
    """The money of a project: each amount that a page states, once, and what others pay."""

    parts: Mapping[Part, Said[MoneyLike]]
    payers: tuple[Said[Contribution], ...]


def money_of(
    page: Page,
    passages: Sequence[Passage],
    figures: Iterable[Figure],
    fund: Fund | None,
    owner: Organisation | None,
    subject: Subject,
    problems: list[Problem],
) -> ProjectMoney:
    """Return what a page says of the project's money; what could not be taken is added to the problems."""
    found: dict[Part, list[Amount]] = {}
    others: list[Amount] = []
    unsaid: list[Amount] = []
    for amount in amounts_in(page, passages, figures):
        if amount.passage.label is None and _is_not_so(amount):
            unsaid.append(amount)
            continue
        part = _part_of(amount, fund, subject)
        if part is None:
            others.append(amount)
        else:
            found.setdefault(part, []).append(amount)
    parts = {
        part: agreed(part.value, amounts, words.TOTAL_WORDS if part is Part.TOTAL else words.GRANT_WORDS, problems)
        for part, amounts in found.items()
    }
    payers, left = payers_of(others, owner, problems)
    payers = payers_without_amounts(page, passages, payers, others, subject.name.value)
    payers = tuple(each for each in payers if not _is_project(each.value, subject))
    bound = {place for payer in payers if payer.value.amount is not None for place in payer.places}
    problems.extend(_left_out(each) for each in (*left, *unsaid) if each.place not in bound)
    return ProjectMoney({part: said for part, said in parts.items() if said is not None}, payers)


def _left_out(amount: Amount) -> Problem:
    """Return the problem of an amount that is in no field."""
    line = amount.page.line_of(amount.place[0])
    if amount.value is None and payer_of(amount) is not None:
        return Problem("announcement.about", "budget.financing", amount.figure.text, line=line)
    return Problem("announcement.unbound", "", amount.figure.text, line=line)


def _is_project(contribution: Contribution, subject: Subject) -> bool:
    """Whether the project was taken for a body that pays."""
    funder = contribution.funder
    body = None if funder is None else funder.organisation
    return body is not None and body.name.startswith(subject.name.value)


_BY_LABEL: Mapping[Meaning, Part] = MappingProxyType(
    {
        Meaning.TOTAL: Part.TOTAL,
        Meaning.SUPPORT: Part.SUPPORT,
        Meaning.EU_SUPPORT: Part.EU,
        Meaning.APPLIED: Part.APPLIED,
    }
)
_GRANTS = frozenset({FigureRole.EU, FigureRole.SUPPORT})
_LABELLED_NEAR = 25
"""How far from its label an amount is surely the one that the label is of."""


def _is_not_so(amount: Amount) -> bool:
    """Whether an amount is hoped for, denied, paid back or of something else."""
    return words.NOT_SO.search(amount.told) is not None or words.DENIED.search(amount.before) is not None


def _part_of(amount: Amount, fund: Fund | None, subject: Subject) -> Part | None:
    """Return what an amount is of the project's money; None where it is no more than what somebody pays, or unsaid."""
    role = amount.figure.role
    # A headline rounds, and may tell of more than the project.
    is_headline = amount.passage.is_headline and subject_words.THE_PROJECT.search(amount.told) is None
    if amount.figure.per is not None or is_headline or amount.is_of_another:
        return None
    if words.OF_TOTAL.search(amount.before):
        return None
    if role is not FigureRole.TOTAL:
        if words.MORE.search(amount.before[-30:]):
            return None
        if amount.passage.label is None and _is_asked_for(amount):
            return Part.APPLIED if role in _GRANTS else None
    labelled = _labelled(amount)
    if labelled is not None:
        return labelled
    if _is_total(amount, subject):
        return Part.TOTAL
    if _is_granted(amount):
        if amount.figure.stage is FigureStage.APPLIED:
            return Part.APPLIED
        return Part.SUPPORT if _is_undivided(amount, fund) else Part.EU
    return None


def _is_asked_for(amount: Amount) -> bool:
    """Whether an amount has been applied or hoped for, and not been granted."""
    return words.HOPED.search(amount.before) is not None and not subject_words.GRANTED_BY_UNION.search(amount.after)


def _labelled(amount: Amount) -> Part | None:
    """Return what the label of an amount says that it is, where the words beside it do not say otherwise."""
    figure, passage = amount.figure, amount.passage
    part = None if passage.label is None else _BY_LABEL.get(passage.label.meaning)
    if part is None or passage.label is None or figure.of_which or amount.place[0] - passage.start >= _LABELLED_NEAR:
        return None
    is_in_all = words.IN_ALL.fullmatch(amount.page.text, passage.start, amount.place[0]) is not None
    if figure.role is not None and not is_in_all and (figure.role is FigureRole.TOTAL) != (part is Part.TOTAL):
        return None
    # "Budget: EU-stöd 9 mkr" is no total.
    if part is Part.TOTAL and words.GRANT_WORDS.search(amount.page.text, passage.start, amount.place[0]):
        return None
    told = amount.page.text[passage.label.start : passage.label.end]
    is_applied = label_meaning(told).stage is Stage.APPLIED or words.APPLIED_LABEL.search(told) is not None
    return Part.APPLIED if is_applied and part is not Part.TOTAL else part


def _is_total(amount: Amount, subject: Subject) -> bool:
    if amount.passage.label is None and not _is_of_the_project(amount, subject):
        return False
    if words.SO_FAR.search(amount.before):
        return False
    # "En plats kostar" is no cost of the project.
    if words.COSTS.search(amount.before[-60:]) is not None and words.WHOLE.search(amount.told) is None:
        return False
    if words.PAYS_NOW.search(amount.before[-40:]):
        return False
    if amount.figure.role is not None:
        return amount.figure.role is FigureRole.TOTAL
    if words.PART_OF_TOTAL.search(amount.before[-40:]) or words.PER_TIME.match(amount.after):
        return False
    return words.TOTAL_BEFORE.search(amount.before) is not None or words.TOTAL_AFTER.match(amount.after) is not None


def _is_of_the_project(amount: Amount, subject: Subject) -> bool:
    """Whether the subject of the last verb of cost before an amount is the project, where there is such a verb."""
    verbs = list(words.HAS_COSTS.finditer(amount.before))
    if not verbs:
        return True
    at = verbs[-1]
    before, after = amount.before[: at.start()], amount.before[at.end() :]
    if subject.name.value in before[-len(subject.name.value) - 40 :] or subject.name.value in after:
        return True
    return words.COSTS_OF_PROJECT.search(before) is not None or words.PROJECT_AFTER.match(after) is not None


def _is_granted(amount: Amount) -> bool:
    """Whether an amount is money of the Union's fund, whose it may be alone or together with the state's."""
    role = amount.figure.role
    near = f"{amount.before}|{amount.after}"
    is_of_state = words.STATE_MONEY.search(near) is not None and words.EU_AND_STATE.search(near) is None
    if _is_from_another(amount) or (is_of_state and words.EU_MONEY.search(near) is None):
        return False
    if role is not None:
        return role in _GRANTS
    if words.OF_A_BOARD.search(amount.before):
        return False
    if amount.figure.stage is FigureStage.GRANTED:
        payer = payer_of(amount)
        is_of_it = any(each.search(amount.told) for each in (subject_words.UNION, subject_words.THE_PROJECT))
        if (payer is None and is_of_it) or (payer is not None and bodies_words.FUNDS.search(payer.organisation.name)):
            return True
    is_same = words.THE_SAME.search(amount.before) and subject_words.UNION.search(amount.told)
    return is_of_a_fund(amount) or words.GRANT_BEFORE.search(amount.before) is not None or bool(is_same)


def _is_from_another(amount: Amount) -> bool:
    """Whether a body that is no fund is said to give the support: "stöd från Sala kommun med", "Vinnova beviljar"."""
    before = amount.before
    giver = words.SUPPORT_FROM.search(before)
    body = None if giver is None else body_at(before, giver.end(), len(before))
    for grants in decided_words.GRANTS.finditer(before):
        if bodies_words.FUNDS.search(before, 0, grants.start()) is None:
            body = body_before(before, 0, grants.start()) or body
    return body is not None and not pays_union_money(body.organisation.name)


def _is_undivided(amount: Amount, fund: Fund | None) -> bool:
    """Whether a grant is the Union's and the state's money together."""
    near = f"{amount.before}|{amount.after}"
    if words.EU_AND_STATE.search(near):
        return True
    if words.EU_MONEY.search(near):
        return False
    for told in (near, amount.told):
        if words.SOCIAL_FUND.search(told) or words.LEADER.search(told):
            return True
        if subject_words.UNION.search(told):
            return False
    return fund in _UNDIVIDED


_UNDIVIDED = frozenset({None, Fund.ESF, Fund.ESF_PLUS, Fund.EAFRD})
"""The funds whose grants in Sweden hold money of the state as well."""
