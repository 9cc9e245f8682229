"""What has been decided on the project of a page, and the fund and programme that pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.amounts import figures_in
from esfmodel.formats.announcement.bodies import body_before, pays_union_money
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.model.decision import DecisionKind
from esfmodel.model.programme import Programme
from esfmodel.text.prose.figures import DateRole
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import decided as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.values.dates import Date
from esfmodel.values.fund import Fund
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence, Set

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Place
    from esfmodel.formats.reading import Problem
    from esfmodel.text.prose.figures import Figure


def fund_of(page: Page, passages: Sequence[Passage], problems: list[Problem]) -> Said[Fund] | None:
    """Return the fund that passages about the project name, else that of the whole page; None where it is not one."""
    rest = [each for each in page.passages if each.label or not subject_words.ELSEWHERE.search(page.told(each))]
    anywhere = _funds_in(page, rest)
    found = _funds_in(page, passages) or anywhere
    if len(found) > 1:
        (first, *_), (other, *_), *_ = found.values()
        problems.append(page.contradiction("fund", other, first))
        return None
    for fund, places in found.items():
        every = tuple(dict.fromkeys((*places, *anywhere.get(fund, ()))))
        return Said(fund, every, every)
    return None


def _funds_in(page: Page, passages: Sequence[Passage]) -> dict[Fund, list[Place]]:
    """Return the funds that passages name, those that pay before others, with where."""
    found: dict[Fund, list[Place]] = {}
    paying: set[Fund] = set()
    for passage in passages:
        if passage.label is None and words.NOT_PAYING.search(page.text, passage.start, passage.end):
            continue
        for name, pattern in words.FUND_WORDS:
            named = pattern.search(page.text, passage.start, passage.end)
            if named is not None:
                found.setdefault(Fund[name], []).append(named.span())
                if passage.label is not None or words.PAYING.search(page.told(passage)):
                    paying.add(Fund[name])
                if name == "ESF_PLUS":
                    break
    if Fund.ESF_PLUS in found:
        found.pop(Fund.ESF, None)
    if len(found) > 1:
        # A page may say what funds there are; the one that pays stands with words of paying.
        found = {fund: places for fund, places in found.items() if fund in paying} or found
    return found


def programme_of(page: Page, passages: Sequence[Passage]) -> Said[Programme] | None:
    """Return the Interreg programme that a page names."""
    best: re.Match[str] | None = None
    for passage in passages:
        if passage.label is None and words.NOT_PAYING.search(page.text, passage.start, passage.end):
            continue
        for found in words.INTERREG.finditer(page.text, passage.start, passage.end):
            if best is None or len(found[0]) > len(best[0]):
                best = found
    return None if best is None else Said(Programme(name=best[0]), (best.span(),), (best.span(),))


def operation_id_of(page: Page, passages: Sequence[Passage]) -> Said[OperationId] | None:
    """Return the number of the project, where a label or its word stands before it."""
    for passage in passages:
        if passage.label is not None and passage.label.meaning is Meaning.OPERATION_ID:
            if not words.IDENTIFIES.search(page.text, passage.label.start, passage.label.end):
                continue
            number = words.OPERATION_ID.match(page.told(passage))
            if number is not None:
                place = (passage.start, passage.start + number.end())
                return Said(OperationId(number[0]), (place,), ((passage.label.start, passage.label.end),))
        else:
            found = words.NUMBERED.search(page.text, passage.start, passage.end)
            if found is not None:
                return Said(OperationId(found["number"]), (found.span("number"),), (found.span(),))
    return None


class Decided(NamedTuple):
    """The kind of a decision, who took it, and its day."""

    kind: DecisionKind
    body: str | None
    on: Date | None


def decision_of(page: Page, passages: Sequence[Passage], figures: Iterable[Figure]) -> Said[Decided] | None:
    """Return the decision that a page tells of: the one that counts most, of the first passage that tells of it."""
    days: dict[Passage, set[Date]] = {}
    for figure, passage in figures_in(passages, figures):
        if isinstance(figure.value, Date) and figure.date_of in _DAYS:
            days.setdefault(passage, set()).add(figure.value)
    found = [each for passage in passages for each in _decisions(page, passage, days.get(passage, set()))]
    return max(found, key=lambda each: _WEIGHT[each.value.kind] + 2 * (each.value.body is not None), default=None)


_WEIGHT = {
    DecisionKind.APPLIED: 0,
    DecisionKind.GRANTED: 3,
    DecisionKind.PRIORITISED: 4,
    DecisionKind.REJECTED: 9,
}
"""A grant by a body that decides outweighs what a partnership has put first, and a rejection both."""


_DAYS = (None, DateRole.DECIDED, DateRole.MEETING)


def _decisions(page: Page, passage: Passage, days: Set[Date]) -> Iterator[Said[Decided]]:
    text, start, end = page.text, passage.start, passage.end
    if words.OTHER_MATTER.search(text, start, end):
        return
    for name, pattern in words.DECISIONS:
        kind = DecisionKind(name)
        found = pattern.search(text, start, end)
        if (
            found is not None
            and kind is DecisionKind.GRANTED
            and words.JUST_GETS.match(found[0])
            and not subject_words.THE_PROJECT.search(text, start, end)
        ):
            # "Bygget får stöd" may be about anything, unless a payer of the project's kind is named with an amount.
            found = (
                found if bodies_words.FUNDS.search(text, start, end) and words.AMOUNT.search(text, start, end) else None
            )
        if found is None or (kind is not DecisionKind.APPLIED and words.NOT_YET.search(text, start, end)):
            continue
        if kind in _OF_A_PAYER and _is_of_another_payer(text, found, passage):
            continue
        if kind is DecisionKind.REJECTED and _is_anothers(page, passage):
            continue
        by = (
            None
            if kind is DecisionKind.APPLIED
            else max(words.DECIDES.finditer(text, start, end), key=_rank, default=None)
        )
        if by is not None and words.PUTS_FIRST.search(by[0]) and kind is DecisionKind.GRANTED:
            kind = DecisionKind.PRIORITISED
        elif by is not None and words.AUTHORITY.search(by[0]) and kind is DecisionKind.PRIORITISED:
            kind = DecisionKind.GRANTED
        place = (found.span(),)
        day = next(iter(days)) if len(days) == 1 else None
        yield Said(Decided(kind, None if by is None else by[0], day), place, place)
        return


_OF_A_PAYER = frozenset({DecisionKind.APPLIED, DecisionKind.GRANTED})


def _is_of_another_payer(text: str, found: re.Match[str], passage: Passage) -> bool:
    """Whether money comes from somebody else than the Union's funds."""
    payer = words.FROM_PAYER.search(text, found.start(), passage.end)
    if payer is not None:
        return bodies_words.FUNDS.search(payer["payer"]) is None
    # Who grants stands before the verb: "Vinnova har beviljat".
    ends = found.start() - len("har ") * text[passage.start : found.start()].endswith(" har ")
    giver = body_before(text, passage.start, ends) if words.GRANTS.match(found[0]) else None
    return giver is not None and not pays_union_money(giver.organisation.name)


def _is_anothers(page: Page, passage: Passage) -> bool:
    """Whether the application of a body is told of without the project."""
    told = page.told(passage)
    return words.FROM_ANOTHER.search(told) is not None and subject_words.THE_PROJECT.search(told) is None


def _rank(body: re.Match[str]) -> int:
    """Return how much the word of a body counts: that of an authority, of a partnership, of a fund."""
    return 2 if words.AUTHORITY.search(body[0]) else 1 if words.PUTS_FIRST.search(body[0]) else 0
