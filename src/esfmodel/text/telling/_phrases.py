"""The interface of a language for summaries, funding statements and visibility statements.

`_summary` chooses what is written, once for all languages; a language is a class with one short method for each phrase.
Clauses begin with a small letter and have no full stop.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from esfmodel.model.funding import FundingSource
from esfmodel.text.telling.facts import is_municipality, official_name, write_amount
from esfmodel.text.writing._lists import format_list
from esfmodel.text.writing._money import format_rate
from esfmodel.text.writing._periods import format_date, format_duration, format_period
from esfmodel.text.writing.numbers import spelled, write_number
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pendulum

    from esfmodel.model.decision import DecisionKind
    from esfmodel.model.organisation import Organisation, OrganisationKind
    from esfmodel.model.programme import Fund
    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.rate import Rate

_MOST_NAMED = 10
"""Longer lists of names are shortened to `_NAMED_OF_MANY`, or counted where all are municipalities."""
_NAMED_OF_MANY = 5


class Phrases(ABC):
    """The phrases of one language."""

    language: ClassVar[Language]
    funds: ClassVar[Mapping[Fund, str]]

    def sentence(self, *clauses: str) -> str:
        """Join clauses with semicolons into a sentence with a capital letter and a full stop."""
        text = "; ".join(clauses)
        return f"{text[0].upper()}{text[1:].removesuffix('.')}."

    def amount(self, amount: MoneyLike) -> str:
        """Write an amount without rounding it."""
        return write_amount(amount, self.language)

    def rate(self, rate: Rate) -> str:
        """Write a share in words."""
        return format_rate(rate, "words", self.language)

    def list_of(self, names: Iterable[str]) -> str:
        """Write a complete list of names."""
        return format_list(names, "and", self.language)

    def organisation(self, organisation: Organisation) -> str:
        """Name a body by its official name, or count a group."""
        name = official_name(organisation)
        if not organisation.is_group:
            return name
        members = [official_name(member) for member in organisation.members]
        complete = len(members) == organisation.count
        named = f" ({self.list_of(members) if complete else self.among_others(members)})" if members else ""
        return f"{self.group(name, organisation.count, organisation.kind)}{named}"

    def number(self, number: int) -> str:
        """Write a number in words up to twelve or so, then in figures."""
        return spelled(number, self.language) or write_number(number, 0, self.language)

    def organisations(self, organisations: Iterable[Organisation]) -> str:
        """Write a complete list of bodies, with the municipalities counted where they are too many to name."""
        named = list(organisations)
        places = [each for each in named if is_municipality(each)]
        if len(places) > _MOST_NAMED:
            named = [each for each in named if each not in places]
        names = [self.organisation(each) for each in named]
        if len(names) > _MOST_NAMED:
            return self.among_others(self.first_of(names))
        return self.list_of([*names, *([self.municipalities(len(places))] if len(places) > _MOST_NAMED else [])])

    def first_of(self, names: list[str]) -> list[str]:
        """Return the names, or the first few of too many."""
        return names if len(names) <= _MOST_NAMED else names[:_NAMED_OF_MANY]

    def when(self, on: pendulum.Date | Period | None) -> str | None:
        """Write when something was decided, in the precision that is known."""
        if on is None:
            return None
        if not isinstance(on, Period):
            return self.on_day(format_date(on, None, self.language))
        written = format_period(on, None, self.language)
        if on.precision == "day":
            return self.on_day(written)
        if _is_one(on):
            return self.in_year(written) if on.precision == "year" else self.in_month(written)
        return self.during(written)

    def time(self, period: Period | OpenPeriod | None, months: int | None) -> str | None:
        """Write how long the project is and when: "perioden 2023–2025", "16 månader"."""
        length = None if months is None else format_duration(months, "words", self.language)
        if period is None:
            return length
        if isinstance(period, OpenPeriod):
            return self.open_time(length, format_period(period, "words", self.language))
        if _is_one(period):
            in_words = format_period(period, "words", self.language)
            time = self.the_year(in_words) if period.precision == "year" else in_words
        else:
            time = self.the_period(format_period(period, None, self.language))
        # A period in days or months gives the length; a period of years does not, so both are written.
        return time if length is None or period.precision != "year" else self.length_within(length, time)

    # --- Names and numbers
    @abstractmethod
    def project(self, name: str, operation_id: str | None) -> str: ...
    @abstractmethod
    def the_project(self) -> str: ...
    @abstractmethod
    def group(self, name: str, count: int | None, kind: OrganisationKind | None) -> str: ...
    @abstractmethod
    def municipalities(self, count: int) -> str: ...
    @abstractmethod
    def among_others(self, names: Iterable[str]) -> str: ...

    # --- Time
    @abstractmethod
    def on_day(self, day: str) -> str: ...
    @abstractmethod
    def in_year(self, year: str) -> str: ...
    @abstractmethod
    def in_month(self, month: str) -> str: ...
    @abstractmethod
    def during(self, period: str) -> str: ...
    @abstractmethod
    def the_year(self, year: str) -> str: ...
    @abstractmethod
    def the_period(self, period: str) -> str: ...
    @abstractmethod
    def open_time(self, length: str | None, when: str) -> str: ...
    @abstractmethod
    def length_within(self, length: str, time: str) -> str: ...

    # --- The project and its owner
    @abstractmethod
    def owned(self, project: str, owner: str | None, time: str | None) -> str: ...
    @abstractmethod
    def initiators(self, names: str, *, several: bool) -> str: ...
    @abstractmethod
    def called(self, project: str) -> str:
        """Name the project, when nothing else known of it can open the text."""

    @abstractmethod
    def nothing_more(self, project: str) -> str:
        """State that only the name is known."""

    @abstractmethod
    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None) -> str: ...

    # --- Money and decisions
    @abstractmethod
    def money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        """Name the money in the indefinite form: "stöd från Europeiska socialfonden"."""

    @abstractmethod
    def the_money(self, sources: tuple[FundingSource, ...], fund: str | None) -> str:
        """Name the money in the definite form: "stödet från Europeiska socialfonden"."""

    @abstractmethod
    def amount_of(self, amount: str, money: str) -> str:
        """Join an amount and its kind: "5 miljoner kronor i stöd"."""

    @abstractmethod
    def of_which(self, parts: Iterable[tuple[FundingSource, str]]) -> str: ...
    @abstractmethod
    def decision(self, kind: DecisionKind, project: str, what: str) -> str: ...
    @abstractmethod
    def decided(self, body: str | None, when: str | None) -> str: ...
    @abstractmethod
    def unsettled(self, project: str) -> str:
        """State that support was both granted and refused, and that the later of the two is not known."""

    @abstractmethod
    def changed_to(self, the_money: str, amount: str) -> str: ...
    @abstractmethod
    def changed(self) -> str:
        """State that a decision was changed, where the new amount is not known."""

    @abstractmethod
    def closed(self, project: str, amount: str | None) -> str:
        """State that a project is closed, with its final support where that is known."""

    @abstractmethod
    def amounts_to(self, the_money: str, amount: str) -> str: ...
    @abstractmethod
    def own_funding(self) -> str: ...

    # --- Budget
    @abstractmethod
    def total(self, amount: str) -> str: ...
    @abstractmethod
    def covered(self) -> str: ...
    @abstractmethod
    def shares(self, support: str, own: str, own_by: str | None) -> str: ...
    @abstractmethod
    def support_as_budgeted(self, amount: str, rate: str) -> str:
        """Write the support in the budget, where another amount was decided."""

    @abstractmethod
    def financing_missing(self, *, other: bool) -> str:
        """State that the rest of the financing is not known; `other` is False where none of it is."""

    @abstractmethod
    def published_rate(self, rate: str) -> str:
        """Write the Union's rate as the register publishes it, which is a nominal figure."""

    @abstractmethod
    def no_amounts(self) -> str: ...

    # --- Participants
    @abstractmethod
    def cofunders(self, names: str, *, several: bool) -> str: ...
    @abstractmethod
    def cofunders_among_others(self, names: Iterable[str], *, several: bool) -> str: ...
    @abstractmethod
    def together_with(self, project: str, names: str) -> str: ...
    @abstractmethod
    def take_part(self, names: str, *, several: bool) -> str: ...
    @abstractmethod
    def take_part_too(self, names: str, *, several: bool) -> str: ...
    @abstractmethod
    def both(self, one: str, other: str) -> str:
        """Join two clauses with subjects of their own."""

    # --- Funding statement
    @abstractmethod
    def financed(self, project: str, payers: str, *, after: DecisionKind | None) -> str:
        """Write who finances a project; `after` is the kind of its last decision."""

    @abstractmethod
    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str: ...
    @abstractmethod
    def payer(self, source: FundingSource, *, other: bool) -> str:
        """Name a source without a named body; `other` where a body is named for part of the source."""

    @abstractmethod
    def not_confirmed(self, project: str, payers: str) -> str: ...
    @abstractmethod
    def financing_not_stated(self, project: str, fund: str | None) -> str: ...

    # --- Visibility statement
    @abstractmethod
    def visible(self, fund: str, *, whole: bool) -> str:
        """Refer to the Union and to the fund, for periods in which no words are prescribed."""


def _is_one(period: Period) -> bool:
    """Whether a period is one day, month or year in its precision."""
    start, end = period.start, period.end
    if period.precision == "day":
        return start == end
    return start.year == end.year and (period.precision == "year" or start.month == end.month)


def from_the_fund(sources: tuple[FundingSource, ...]) -> bool:
    """Whether money of these kinds together comes from the fund: a partner country's does not."""
    return FundingSource.PARTNER_COUNTRY not in sources and sources != (FundingSource.STATE_GRANT,)
