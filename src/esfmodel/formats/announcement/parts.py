"""Who owns the project of a page, and who takes part in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.bodies import (
    Body,
    bodies_listed,
    body_before,
    body_called,
    is_surely_one,
    kind_of,
    listed_before,
    pays_union_money,
)
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.model.organisation import Organisation, Role
from esfmodel.model.project import Participation
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import parts as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.values.format import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.subject import Subject
    from esfmodel.formats.reading import Problem


class _Found(NamedTuple):
    body: Body
    words: tuple[int, int]
    sureness: int


_LABELLED, _STATED, _ACTS, _GETS = 3, 2, 1, 0
"""How surely a body is the owner: by a label, by a noun, by what it does, or because it gets the money."""


def owner_of(
    page: Page, passages: Sequence[Passage], subject: Subject, problems: list[Problem]
) -> Said[Organisation] | None:
    """Return the owner, as the surest statement of the page names it."""
    found = [
        each
        for passage in passages
        for each in _owners(page, passage, subject)
        if passage.label is not None or not page.is_denied(passage, each.words)
    ]
    found = [
        each
        for each in found
        if each.sureness == _LABELLED or not each.body.organisation.name.startswith(subject.name.value)
    ]
    if not found:
        return None
    surest = max(each.sureness for each in found)
    best = [each for each in found if each.sureness == surest]
    first = best[0]
    stated = [each for each in found if each.sureness >= _STATED] or best
    other = next((each.body for each in stated if not _same_body(each.body, first.body)), None)
    if other is not None:
        # Two that are said to own it contradict each other; of several who act or get money, none is said to own it.
        if surest >= _STATED:
            problems.append(
                page.contradiction("beneficiary", (other.start, other.end), (first.body.start, first.body.end))
            )
        return None
    same = [first, *(each for each in found if _same_body(each.body, first.body))]
    places = [*((each.body.start, each.body.end) for each in same), *page.places_of(first.body.organisation.name, 1)]
    words_by = dict.fromkeys(each.words for each in same)
    return Said(first.body.organisation, tuple(dict.fromkeys(places)), tuple(words_by))


def _owners(page: Page, passage: Passage, subject: Subject) -> Iterator[_Found]:
    text, start, end = page.text, passage.start, passage.end
    if passage.label is not None:
        if passage.label.meaning is Meaning.OWNER and words.NO_ANSWER.fullmatch(text, start, end) is None:
            yield _Found(_value(text, start, end), (passage.label.start, passage.label.end), _LABELLED)
        return
    for pattern, sureness in _BEFORE_OWNER:
        for found in pattern.finditer(text, start, end):
            if sureness == _GETS and (
                _is_of_another(page, passage, found.start())
                or _is_by_another(body_before(text, start, found.start()))
                or words.OF_MONEY_GOING.search(text, start, found.start())
                or words.CONTRACTED.search(text, start, end)
            ):
                continue
            yield from _alone(text, found.end(), end, found.span(), sureness)
    begins = text.find(subject.name.value, start, end)
    if begins >= 0:
        ends = begins + len(subject.name.value)
        passive = words.PASSIVE_OF_NAME.match(text[ends : ends + 160])
        if passive is not None:
            yield from _alone(text, ends + passive.end(), end, (ends, ends + passive.end()), _STATED)
        for pattern, sureness in ((words.OWNS_NAME, _ACTS), (words.OF_OWNER, _ACTS)):
            before = pattern.search(text, max(start, begins - 60), begins)
            if before is not None:
                yield from _ending(text, start, before.start(), before.span(), sureness)
    for found in words.OWNER_BEFORE.finditer(text, start, end):
        is_noun = words.STATES_OWNER.search(found[0]) is not None
        yield from _ending(text, start, found.start(), found.span(), _STATED if is_noun else _ACTS)
    for pattern, sureness in ((words.GETS, _GETS), (words.ITS_PROJECT, _ACTS)):
        for found in pattern.finditer(text, start, end):
            if sureness == _GETS and (
                words.TO_ELSE.match(text, found.end(), end) or _is_of_another(page, passage, found.start())
            ):
                continue
            if sureness == _GETS or words.OF_BODY.search(text, max(start, found.start() - 20), found.start()):
                yield from _ending(text, start, found.start() - (sureness == _ACTS), found.span(), sureness)


def _is_of_another(page: Page, passage: Passage, verb: int) -> bool:
    """Whether money that somebody gets is the state's, or another body's than a fund."""
    if words.STATE_GRANT.search(page.text, passage.start, passage.end):
        return True
    by = words.GIVEN_BY.search(page.text, verb, passage.end)
    return by is not None and not pays_union_money(by["giver"])


def _is_by_another(giver: Body | None) -> bool:
    """Whether the subject of a verb of giving is a body that is no fund: "Vinnova har beviljat"."""
    return giver is not None and not pays_union_money(giver.organisation.name)


_BEFORE_OWNER = (
    (words.OWNER_AFTER, _STATED),
    (words.AS_OWNER, _STATED),
    (words.WHO_LEADS, _ACTS),
    (words.INVERTED, _ACTS),
    (words.IS_GIVEN, _GETS),
    (words.GIVEN_TO, _GETS),
)
"""What stands before the owner, and how surely it is one."""


def _value(text: str, start: int, end: int) -> Body:
    """Return the body that is the value of a label, whatever its name."""
    told = _IN_BRACKETS.sub("", text[start:end]).rstrip(" .,;") or text[start:end]
    part = words.UNIT_OF.match(told)
    if part is None:
        return body_called(told, start, end)
    return Body(Organisation(part["name"], kind=kind_of(part["name"]), unit=part["unit"]), start, end)


_IN_BRACKETS = re.compile(r"[ ]?\([^()]{0,80}\)\.?\Z|,?[ ]?(?:org\.?[ ]?nr\.?:?[ ]?)?[0-9]{6}-[0-9]{4}")


def _alone(text: str, start: int, end: int, said: tuple[int, int], sureness: int) -> Iterator[_Found]:
    """Yield the body that follows, unless others are listed with it."""
    listed = bodies_listed(text, start, end)
    if len(listed) != 1 or listed[0].organisation.is_group or bodies_words.FUNDS.search(listed[0].organisation.name):
        return
    if words.OF_PERSONS.search(text, *said) is not None:
        is_person = words.A_PERSON.fullmatch(listed[0].organisation.name) is not None
        is_body = not is_person or words.APPOSED.match(text, listed[0].end) is not None
    else:
        is_body = sureness == _STATED or is_surely_one(text, listed[0])
    if listed[0].organisation.kind is not None or is_body:
        yield _Found(listed[0], said, sureness)


def _ending(text: str, start: int, end: int, said: tuple[int, int], sureness: int) -> Iterator[_Found]:
    """Yield the body that stands before, unless others are listed with it."""
    body = body_before(text, start, end)
    if body is None or bodies_words.FUNDS.search(body.organisation.name):
        return
    # "Lars Ek leder" names a person, of whom the surname is no body.
    if not bodies_words.FIRST_NAMES.isdisjoint(text[max(start, body.start - 20) : body.start].split()[-1:]):
        return
    if sureness <= _ACTS and not is_surely_one(text, body):
        return
    before = (max(start, body.start - 40), body.start)
    # "Till Sala kommuns projekt" has its owner in the genitive, whatever stands before it.
    is_genitive = "s" in text[said[0] - 1 : said[0] + 1]
    is_beside = not is_genitive and words.BESIDE.search(text, *before) is not None
    if words.JOINT_BEFORE.search(text, *before) is None and not is_beside:
        yield _Found(body, said, sureness)


# --- Who takes part


def partners_of(
    page: Page, passages: Sequence[Passage], owner: Said[Organisation] | None, subject: Subject
) -> tuple[Said[Participation], ...]:
    """Return who takes part besides the owner, each once and in the role that is said first."""
    found: dict[str, Said[Participation]] = {}
    for passage in passages:
        for role, body, said in _partners(page, passage, subject):
            if passage.label is None and page.is_denied(passage, said):
                continue
            name = body.organisation.name
            is_owner = owner is not None and _same(name, owner.value.name)
            is_project = subject.name.value in name or subject_words.THE_PROJECT.search(name) is not None
            if is_owner or is_project or bodies_words.FUNDS.search(name) or len(name) > 120:
                continue
            place = (body.start, body.end)
            found.setdefault(_key(name), Said(Participation(body.organisation, role), (place,), (said,)))
    return tuple(found.values())


def named_in_full(
    owner: Said[Organisation] | None, partners: tuple[Said[Participation], ...]
) -> tuple[Said[Organisation] | None, tuple[Said[Participation], ...]]:
    """Return the owner with the name in full that a list of partners has of it, and the other partners."""
    if owner is None or owner.value.kind is None:
        return owner, partners
    for partner in partners:
        body = partner.value.organisation
        if body.kind is owner.value.kind and body.name.startswith(f"{owner.value.name} "):
            full = Said(body, (*owner.places, *partner.places), owner.words)
            return full, tuple(each for each in partners if each is not partner)
    return owner, partners


def _key(name: str) -> str:
    return plain_name(name).removesuffix(" kommun").removesuffix(" stad").rstrip("s")


def _same(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _same_body(one: Body, other: Body) -> bool:
    """Whether two names may be of one body: alike, one the beginning of the other, or one the unit of the other."""
    first, second = one.organisation, other.organisation
    names = sorted((_key(first.name), _key(second.name)), key=len)
    return (
        names[1].startswith(names[0])
        or names[0] in names[1].split()
        or first.unit == second.name
        or second.unit == first.name
    )


def _partners(page: Page, passage: Passage, subject: Subject) -> Iterator[tuple[Role, Body, tuple[int, int]]]:
    text, start, end = page.text, passage.start, passage.end
    label = passage.label
    if label is not None:
        if label.meaning is Meaning.PARTNER and words.NO_ANSWER.fullmatch(text, start, end) is None:
            role = Role.COOPERATING if words.COOPERATES.search(text, label.start, label.end) else Role.PARTNER
            for body in bodies_listed(text, start, end) or (_value(text, start, end),):
                yield role, body, (label.start, label.end)
        return
    told = page.told(passage)
    if words.ABOUT_ELSE.search(told) and not subject_words.THE_PROJECT.search(told):
        return
    is_of_others = subject.name.value not in told and words.OTHERS_WORK.match(told) is not None
    for role_name, pattern in words.ROLES:
        for found in pattern.finditer(text, start, end):
            if words.OTHER_WORK.search(text[start : found.start()]) or is_of_others:
                continue
            for body in bodies_listed(text, found.end(), end):
                yield Role(role_name), body, found.span()
    for found in words.TAKES_PART.finditer(text, start, end):
        listed = listed_before(text, start, found.start())
        is_beside = listed and words.BESIDE.search(text, max(start, listed[0].start - 10), listed[0].start)
        if not is_beside and (len(listed) > 1 or (listed and listed[0].organisation.kind is not None)):
            for body in listed:
                yield Role.PARTNER, body, found.span()
    yield from _joint(text, start, end)


def _joint(text: str, start: int, end: int) -> Iterator[tuple[Role, Body, tuple[int, int]]]:
    """Yield those who own a project together, or get its money together."""
    for pattern in (words.OWNER_BEFORE, words.GETS):
        for found in pattern.finditer(text, start, end):
            listed = listed_before(text, start, found.start())
            if len(listed) > 1:
                yield from ((Role.PARTNER, body, found.span()) for body in listed)
    for pattern in (words.OWNER_AFTER, words.GIVEN_TO, words.AS_PARTNER):
        for found in pattern.finditer(text, start, end):
            listed = bodies_listed(text, found.end(), end)
            is_fund = any(bodies_words.FUNDS.search(body.organisation.name) for body in listed)
            if (len(listed) > 1 and not is_fund) or pattern is words.AS_PARTNER:
                yield from ((Role.PARTNER, body, found.span()) for body in listed)
