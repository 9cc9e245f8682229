"""Organisations in the text of a page, one by one and in lists, with their kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.law import codes
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.text.words.announcements import bodies as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.text.words.language import read_number_word
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 120
_MOST = 400
_NAMES = {kind.value: kind for kind in OrganisationKind}


class Body(NamedTuple):
    """An organisation, or a group of them, as a text names it from `start` up to `end`."""

    organisation: Organisation
    start: int
    end: int


def kind_of(name: str) -> OrganisationKind | None:
    """Return the kind of a body that its name tells; None where it tells none.

    >>> kind_of("Sala kommun"), kind_of("Mitt Företag AB"), kind_of("Vinterspelen")
    (<OrganisationKind.MUNICIPALITY: 'municipality'>, <OrganisationKind.COMPANY: 'company'>, None)
    """
    return next((_NAMES[kind] for kind, pattern in words.KINDS if pattern.search(name)), None)


def pays_union_money(name: str) -> bool:
    """Whether a name is that of the Union, of one of its funds, or of an authority that pays their money."""
    return any(each.search(name) for each in (words.FUNDS, subject_words.UNION))


def body_called(name: str, start: int, end: int) -> Body:
    """Return the body of a name, as it is printed."""
    return Body(Organisation(" ".join(name.split()), kind=kind_of(name)), start, end)


def body_at(text: str, start: int, end: int) -> Body | None:
    """Return the body whose name begins at a place of a text; None where none does."""
    found = words.BODY.match(text, start, min(end, start + _LONGEST))
    if found is None:
        return None
    name = found[0].rstrip(".,-–&")
    is_fund = words.FUNDS.search(name) is not None
    if (words.NO_BODY.fullmatch(name.partition(" ")[0]) and not is_fund) or len(name) < 2 or _is_person(name):
        return None
    return body_called(name, start, start + len(name))


_PERSON = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé]+\Z")


def _is_person(name: str) -> bool:
    first = name.partition(" ")[0]
    return first in words.FIRST_NAMES and _PERSON.match(name) is not None


def body_before(text: str, start: int, end: int) -> Body | None:
    """Return the body whose name ends right before a place of a text, and begins no earlier than `start`."""
    for found in words.BODY_START.finditer(text, max(start, end - _LONGEST), end):
        body = body_at(text, found.start(), end)
        if body is not None and not text[body.end : end].strip(" \n"):
            return body
    return None


def bodies_listed(text: str, start: int, end: int) -> tuple[Body, ...]:
    """Return the bodies that are listed from a place of a text on.

    >>> text = "Sala, Heby och Enköpings kommuner samt två folkhögskolor."
    >>> [each.organisation.name for each in bodies_listed(text, 0, len(text))]
    ['Sala kommun', 'Heby kommun', 'Enköpings kommun', 'två folkhögskolor']
    """
    bodies = _without_long_forms(list(_elliptic(list(_items(text, start, end)))))
    # "Uppsala, Örebro och Östergötlands län" are counties, which are places.
    if any(words.COUNTY.fullmatch(body.organisation.name) for body in bodies):
        return ()
    return tuple(map(_as_municipality, bodies)) if len(bodies) > 1 else bodies


def _without_long_forms(bodies: list[Body]) -> tuple[Body, ...]:
    """Return bodies without the full name that follows a short one: "SLU, Sveriges lantbruksuniversitet"."""
    return tuple(
        body
        for before, body in zip((None, *bodies), bodies, strict=False)
        if before is None or not _is_short_for(before.organisation.name, body.organisation.name)
    )


def _is_short_for(short: str, name: str) -> bool:
    """Whether the letters of a short name stand in a name in order, from the first on."""
    if not (1 < len(short) < 6 and short.isupper() and name[0] == short[0] and len(name) > 2 * len(short)):
        return False
    left = iter(name.casefold())
    return all(letter in left for letter in short.casefold())


def _as_municipality(body: Body) -> Body:
    """Return a body of a list as the municipality of its name, where its name is that of one and says nothing else."""
    name = body.organisation.name
    if body.organisation.kind is None and not body.organisation.is_group and codes.municipalities().has_name(name):
        return body_called(_municipality(name, "kommun"), body.start, body.end)
    return body


class _Item(NamedTuple):
    body: Body
    kind: str | None
    """What belongs to each name of the list: "kommun"."""


def _kind_after(intro: re.Match[str], kind: str | None) -> str | None:
    """Return what belongs to each name after words before a list; that of the names before, where they say nothing."""
    return words.KIND_OF_LIST.get(intro["kind"]) if intro["kind"] else kind


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    at, kind = start, None
    for _ in range(_MOST):
        intro = words.LIST_INTRO.match(text, at, end)
        # The pattern matches nothing, if nothing else.
        kind, at = (kind, at) if intro is None else (_kind_after(intro, kind), intro.end())
        body = _group_at(text, at, end) or body_at(text, at, end)
        if body is not None and (plural := _PLURALS.match(text, body.end, end)):
            body = body_called(text[body.start : plural.end()], body.start, plural.end())
        if body is not None:
            yield _Item(body, None if body.organisation.is_group else kind)
            after = _skipped(text, body.end, end)
        else:
            generic = _UNNAMED.match(text, at, end)
            if generic is None:
                return
            after = generic.end()
        joint = words.LIST_JOINT.match(text, after, end)
        if joint is None:
            return
        at = joint.end()


_UNNAMED = re.compile(r"(?:[a-zåäö-]{1,30}[ \n]){0,3}[a-zåäö-]{1,30}(?=[ \n]*(?:,|[ \n](?:och|samt)[ \n]))")
"""An item that names no body: "länets företag"."""
_ASIDE = re.compile(r"[ \n]\([^()\n]{1,60}\)")


def _skipped(text: str, at: int, end: int) -> int:
    """Return where a list goes on after what stands in brackets."""
    aside = _ASIDE.match(text, at, end)
    return at if aside is None else aside.end()


def _group_at(text: str, start: int, end: int) -> Body | None:
    """Return the group of bodies that is counted at a place of a text."""
    generic = words.GENERIC.match(text, start, end)
    if generic is not None:
        return Body(Organisation(generic[0], count=None), generic.start(), generic.end())
    found = words.GROUP.match(text, start, end)
    if found is None:
        return None
    name = " ".join(found["whole"].split())
    number = (
        int(found["digits"])
        if found["digits"]
        else read_number_word(found["number"] or "", SWEDISH) or _ONE.get(found["number"] or "")
    )
    return Body(Organisation(name, count=number or None), found.start("whole"), found.end("whole"))


_ONE = {"en": 1, "ett": 1}


def _elliptic(items: list[_Item]) -> Iterator[Body]:
    """Yield bodies with what they share written out: "Sala och Heby kommuner" are two municipalities."""
    shared: str | None = None
    completed: list[Body] = []
    for item in reversed(items):
        body, kind = item
        name = body.organisation.name
        plural = _PLURAL.search(name)
        if plural is not None and not body.organisation.is_group and name != plural[0].strip():
            shared = "kommun" if "kommun" in plural[0] else "stad"
            name = name[: plural.start()]
            completed.append(body_called(_municipality(name, shared), body.start, body.end))
            continue
        if body.organisation.is_group or (shared is not None and body.organisation.kind is not None):
            shared = None
        belongs = kind if kind is not None else shared
        if (
            belongs is None
            or body.organisation.kind is not None
            or (" " in name and shared is not None and kind is None)
        ):
            completed.append(body)
        elif belongs[0].isupper():
            completed.append(body_called(f"{belongs} {name}", body.start, body.end))
        else:
            completed.append(body_called(_municipality(name, belongs), body.start, body.end))
    yield from reversed(completed)


_PLURALS = re.compile(r"[ \n](?:kommuner|städer)(?![\w])")
_PLURAL = re.compile(r"[ ](?:kommuner|städer)\Z")


def _municipality(name: str, kind: str) -> str:
    """Return the name of a municipality, as its official list has it where it is there."""
    municipalities = codes.municipalities()
    if municipalities.has_name(name):
        return municipalities.find(name).name or f"{name} {kind}"
    return f"{name} {kind}"


def is_place(name: str) -> bool:
    """Whether a name is that of a municipality, a county or a larger part of the country."""
    return (
        name in words.PLACES
        or name.rstrip("s") in words.PLACES
        or any(each.has_name(name) for each in (codes.municipalities(), codes.counties(), codes.nuts()))
    )


def listed_before(text: str, start: int, end: int) -> tuple[Body, ...]:
    """Return the bodies of the list that ends right before a place of a text, and begins no earlier than `start`."""
    begins = max(start, end - 4 * _LONGEST)
    for found in words.BODY_START.finditer(text, begins, end):
        listed = bodies_listed(text, found.start(), end)
        if listed and not text[listed[-1].end : end].strip(" \n,"):
            # What begins after a comma may be the rest of a list, of which no part is taken for the whole.
            return () if text[start : found.start()].rstrip(" \n")[-1:] == "," else listed
    return ()


def is_surely_one(text: str, body: Body) -> bool:
    """Whether a name is surely a body: by its kind or its words, or because the text has it within a sentence too."""
    name = body.organisation.name
    if body.organisation.kind is not None:
        return True
    if is_place(name):
        return False
    return " " in name or re.search(rf"[a-zåäö,] {re.escape(name)}(?![\w])", text[:_COUNTED]) is not None


_COUNTED = 200_000
