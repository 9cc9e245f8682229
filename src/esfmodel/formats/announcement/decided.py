"""What has been decided on the project of a page, and the fund and programme that pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.model.decision import DecisionKind
from esfmodel.model.programme import Programme
from esfmodel.text.prose.figures import DateRole, Figure, FigureKind
from esfmodel.text.words import announcements as words
from esfmodel.values.dates import Date
from esfmodel.values.fund import Fund
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.formats.announcement.page import Page, Passage


def fund_of(page: Page, passages: Sequence[Passage]) -> Said[Fund] | None:
    """Return the fund; None where passages name several that are not one."""
    found: dict[Fund, tuple[int, int]] = {}
    for passage in passages:
        for name, pattern in words.FUND_WORDS:
            named = pattern.search(page.text, passage.start, passage.end)
            if named is not None:
                found.setdefault(Fund[name], named.span())
                if name == "ESF_PLUS":
                    break
    if Fund.ESF_PLUS in found:
        found.pop(Fund.ESF, None)
    if len(found) != 1:
        return None
    [(fund, place)] = found.items()
    return Said(fund, (place,))


def programme_of(page: Page, passages: Sequence[Passage]) -> Said[Programme] | None:
    """Return the Interreg programme that a page names."""
    best: re.Match[str] | None = None
    for passage in passages:
        for found in words.INTERREG.finditer(page.text, passage.start, passage.end):
            if best is None or len(found[0]) > len(best[0]):
                best = found
    return None if best is None else Said(Programme(name=best[0]), (best.span(),))


def operation_id_of(page: Page, passages: Sequence[Passage]) -> Said[OperationId] | None:
    """Return the number of the project, where a label or its word stands before it."""
    for passage in passages:
        if passage.label is not None and passage.label.meaning is Meaning.OPERATION_ID:
            number = words.OPERATION_ID.match(page.told(passage))
            if number is not None:
                place = (passage.start, passage.start + number.end())
                return Said(OperationId(number[0]), (place,), ((passage.label.start, passage.label.end),))
        else:
            found = words.NUMBERED.search(page.text, passage.start, passage.end)
            if found is not None:
                return Said(OperationId(found["number"]), (found.span("number"),), (found.span(),))
    return None


class Decided(tuple[DecisionKind, "str | None", "Date | None"]):
    """The kind of a decision, who took it, and its day."""

    __slots__ = ()


def decision_of(page: Page, passages: Sequence[Passage], figures: Iterable[Figure]) -> Said[Decided] | None:
    """Return the decision that a page tells of: the first kind in the order of `words.DECISIONS`."""
    for kind, pattern in words.DECISIONS:
        for passage in passages:
            found = pattern.search(page.text, passage.start, passage.end)
            if found is None or (kind != "applied" and words.NOT_YET.search(page.told(passage))):
                continue
            by = words.DECIDES.search(page.text, passage.start, passage.end) if kind != "applied" else None
            days = [
                each.value
                for each in figures
                if each.kind is FigureKind.DATE
                and passage.start <= each.span[0] < passage.end
                and isinstance(each.value, Date)
                and each.date_of in {None, DateRole.DECIDED, DateRole.MEETING}
            ]
            day = days[0] if len(days) == 1 else None
            return Said(Decided((DecisionKind(kind), None if by is None else by[0], day)), (found.span(),))
    return None
