"""Read the announcement of a project as a draft of it, every field with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.formats.announcement.decided import Decided, decision_of, fund_of, operation_id_of, programme_of
from esfmodel.formats.announcement.money import Part, ProjectMoney, money_of
from esfmodel.formats.announcement.page import Page, page_of
from esfmodel.formats.announcement.parts import named_in_full, owner_of, partners_of
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.announcement.subject import NoSubject, Seen, Subject, is_about, subject_of
from esfmodel.formats.announcement.times import duration_of, participants_of, period_of
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.project import Project
from esfmodel.text import sv

if TYPE_CHECKING:
    from collections.abc import Sequence

V = TypeVar("V")


def read_announcement(text: str, origin: str, currency: str | None = None) -> Reading:
    """Return the reading of a page: one draft of a project, or none and a problem that names what was seen."""
    page = page_of(text)
    subject = subject_of(page)
    if isinstance(subject, NoSubject):
        counts = Counts(records=0, projects=0, values=0, extra=0, problems=1)
        return Reading((), (_instead(page, subject),), counts, places=KnownPlaces(()), text=page.text)
    return _Draft(page, subject, origin, currency or "SEK").reading()


def _instead(page: Page, subject: NoSubject) -> Problem:
    """Return the problem that says what a page is, with the passage that shows it."""
    seen, passage = subject
    given, line = (None, None) if passage is None else (page.told(passage), page.line_of(passage.start))
    if seen is Seen.SEVERAL:
        return Problem("announcement.several", "", given, line=line)
    if seen is Seen.CALL:
        return Problem("announcement.call", "", given, line=line)
    if seen is Seen.PROGRAMME:
        return Problem("announcement.programme", "", given, line=line)
    return Problem("announcement.no_project", "", given, line=line)


class _Draft:
    """The draft of one project, with the places of its fields."""

    def __init__(self, page: Page, subject: Subject, origin: str, currency: str) -> None:
        self._page, self._subject, self._origin = page, subject, origin
        self._about = tuple(each for each in page.passages if is_about(page, each, subject))
        self._figures = sv.find_figures(page.shown, currency=currency)
        self._problems: list[Problem] = []
        self._places: dict[str, Evidence] = {"": Evidence(file=origin)}

    def reading(self) -> Reading:
        """Return the reading of the draft."""
        project = self._project()
        counts = Counts(records=1, projects=1, values=len(self._places) - 1, extra=0, problems=len(self._problems))
        return Reading((project,), self._problems, counts, places=KnownPlaces((self._places,)), text=self._page.text)

    def _put(self, path: str, said: Said[object]) -> None:
        """Keep where a field is said."""
        text = self._page.text
        told, by = (
            tuple(dict.fromkeys(text[start:end].strip() for start, end in places))
            for places in (said.places, said.words or said.places)
        )
        line = self._page.line_of(said.places[0][0])
        self._places[path] = Evidence(file=self._origin, line=line, spans=said.places, text=" … ".join(told), words=by)

    def _project(self) -> Project:
        page, about, figures = self._page, self._about, self._figures
        if self._subject.is_headline:
            self._problems.append(Problem("announcement.headline_as_name", "name", self._subject.name.value))
        self._put("name", self._subject.name)
        owner = owner_of(page, about, self._subject, self._problems)
        owner, partners = named_in_full(owner, partners_of(page, about, owner, self._subject))
        fund = fund_of(page, about, self._problems)
        programme = programme_of(page, about)
        number = operation_id_of(page, about)
        money = money_of(page, about, figures, _value(fund), _value(owner), self._subject, self._problems)
        period = period_of(page, about, figures, self._subject, self._problems)
        duration = duration_of(page, about, figures, self._subject, self._problems)
        participants = participants_of(page, about, self._problems)
        decision = decision_of(page, about, figures)
        applied = money.parts.get(Part.APPLIED)
        if applied is not None and (decision is None or decision.value.kind is not DecisionKind.APPLIED):
            start, end = applied.places[0]
            told = page.text[start:end]
            self._problems.append(Problem("announcement.unbound", "", told, line=page.line_of(start)))
        for path, said in (
            ("beneficiary", owner), ("fund", fund), ("programme", programme), ("operation_id", number),
            ("period", period), ("duration_months", duration), ("planned_participants", participants),
            ("decisions[0]", decision),
        ):  # fmt: skip
            if said is not None:
                self._put(path, said)
        for index, each in enumerate(partners):
            self._put(f"partners[{index}]", each)
        budget = self._budget(money)
        return Project(
            self._subject.name.value,
            operation_id=_value(number),
            fund=None if fund is None or programme is not None else fund.value,
            programme=_value(programme),
            beneficiary=_value(owner),
            partners=tuple(each.value for each in partners),
            planned_participants=_value(participants),
            period=_value(period),
            duration_months=_value(duration),
            budget=budget,
            decisions=() if decision is None else (self._decision(decision.value, money),),
            source=None,
        )

    def _decision(self, decided: Decided, money: ProjectMoney) -> Decision:
        applied = money.parts.get(Part.APPLIED) if decided.kind is DecisionKind.APPLIED else None
        return Decision(decided.kind, decided.on, body=decided.body, support=_value(applied))

    def _budget(self, money: ProjectMoney) -> Budget | None:
        total, support, eu = (money.parts.get(part) for part in (Part.TOTAL, Part.SUPPORT, Part.EU))
        grant, source = (support, FundingSource.EU_AND_STATE) if eu is None else (eu, FundingSource.EU)
        financing = (
            [] if grant is None else [Said(Contribution(Funder(source=source), grant.value), grant.places, grant.words)]
        )
        financing.extend(money.payers)
        if not financing and total is None:
            return None
        try:
            budget = Budget(financing=(*(each.value for each in financing), *_unsaid(financing)), total=_value(total))
        except InvalidValue as error:
            self._problems.append(Problem.of(error, place="budget"))
            return None
        for part, said in money.parts.items():
            if part is not Part.APPLIED:
                self._put(part.value, said)
        for index, each in enumerate(financing):
            self._put(f"budget.financing[{index}]", each)
        return budget


def _value(said: Said[V] | None) -> V | None:
    return None if said is None else said.value


def _unsaid(said: Sequence[Said[Contribution]]) -> tuple[Contribution, ...]:
    """Return what stands for those who pay without being named, since a page seldom names all.

    Undivided support is all that is granted; beside the part of the Union the state may pay.
    """
    sources = {each.value.source for each in said}
    own = Contribution(Funder(source=FundingSource.OWN))
    if FundingSource.EU_AND_STATE in sources:
        return (own,)
    granted = FundingSource.STATE_GRANT if FundingSource.EU in sources else FundingSource.EU_AND_STATE
    return (Contribution(Funder(source=granted)), own)


def is_announcement(text: str, entries: int = 0) -> bool:
    """Whether a text is prose that tells of one project, and no record; `entries` are what it has of a record."""
    page = page_of(text)
    sentences = [each for each in page.passages if each.label is None and page.told(each)[-1] in _STOPS]
    labels = {each.label.meaning for each in page.passages if each.label is not None}
    if entries >= _FEWEST_ENTRIES and len(sentences) <= entries:
        return False
    is_prose = len(sentences) >= max(_FEWEST_SENTENCES, len(labels)) and len(labels) < _LABELS_OF_A_REGISTER
    return is_prose and isinstance(subject_of(page), Subject)


_STOPS = ".!?…"
_FEWEST_SENTENCES = 3
_FEWEST_ENTRIES = 6
_LABELS_OF_A_REGISTER = 8
