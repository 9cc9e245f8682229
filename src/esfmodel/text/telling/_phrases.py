"""The interface of a language for summaries, funding statements and visibility statements.

`_summary` chooses what is written, once for all languages; a language is a class with one short method for each phrase.
Clauses begin with a small letter and have no full stop.
"""

from __future__ import annotations

import enum
from abc import ABC, abstractmethod
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from esfmodel.text.telling.facts import is_municipality, last_of, write_amount, write_amounts, write_share
from esfmodel.text.telling.names import official_name
from esfmodel.text.writing._lists import format_list
from esfmodel.text.writing._periods import format_date, format_duration, format_period
from esfmodel.text.writing.numbers import spelled, write_number
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pendulum

    from esfmodel.model.decision import DecisionKind
    from esfmodel.model.funding import Commitment, ContributionForm, FundingSource
    from esfmodel.model.organisation import Organisation, OrganisationKind
    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.fund import Fund
    from esfmodel.values.money import Rate

_MOST_NAMED = 10
"""Longer lists of names are shortened to `_NAMED_OF_MANY`, or counted where all are municipalities."""
_NAMED_OF_MANY = 5


_MOST_IN_A_ROW = 2
"""So many sentences in a row may have the same subject."""


class Tense(enum.IntEnum):
    """How a project is told of: as it is, as it was, as it is applied for, or as it would have been."""

    PRESENT = 0
    PAST = 1
    PLANNED = 2
    CONDITIONAL = 3

    @property
    def is_applied_for(self) -> bool:
        """Whether the project is only what an application says."""
        return self in {Tense.PLANNED, Tense.CONDITIONAL}


class Phrases(ABC):
    """The phrases of one language."""

    language: ClassVar[Language]
    funds: ClassVar[Mapping[Fund, str]]
    payer_names: ClassVar[Mapping[FundingSource, str]]
    """Those who pay support, where no body is named."""
    commitments: ClassVar[Mapping[Commitment, str]]
    forms: ClassVar[Mapping[ContributionForm, str]]
    """What a body gives that is not money."""
    union: ClassVar[str]
    """The Union as the giver of support of which no fund is known."""
    pronouns: ClassVar[Mapping[str, str]]
    """What stands for a subject that has been told."""

    def sentence(self, text: str) -> str:
        """Write a clause as a sentence, with a capital letter and a full stop."""
        return f"{text[0].upper()}{text[1:].removesuffix('.')}."

    def amount(self, amount: MoneyLike) -> str:
        """Write an amount without rounding it."""
        return write_amount(amount, self.language)

    def amounts(self, before: MoneyLike, after: MoneyLike) -> tuple[str, str]:
        """Write two amounts, the first without the unit that they share."""
        return write_amounts(before, after, self.language)

    def rate(self, rate: Rate) -> str:
        """Write a share in words."""
        return write_share(rate, "words", self.language)

    def list_of(self, names: Iterable[str]) -> str:
        """Write a complete list of names."""
        return format_list(names, "and", self.language)

    def kinds(self, kinds: list[str]) -> str:
        """List kinds of money; two with one noun share it: "offentlig och privat medfinansiering"."""
        words = [kind.split(" ") for kind in kinds]
        if len(kinds) == len(words[0]) == len(words[-1]) == 2 and words[0][1] == words[1][1]:
            return self.list_of([words[0][0], kinds[1]])
        return self.list_of(kinds)

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

    def organisations(
        self, organisations: Iterable[Organisation], written: Mapping[Organisation, str] = MappingProxyType({})
    ) -> str:
        """Write a complete list of bodies, with the municipalities counted where they are too many to name.

        `written` is how some of them are written.
        """
        named = list(organisations)
        places = [each for each in named if is_municipality(each)]
        if len(places) > _MOST_NAMED:
            named = [each for each in named if each not in places]
        names = [written.get(each) or self.organisation(each) for each in named]
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

    def end_of(self, period: Period) -> str:
        """Write the end of a period in its precision."""
        return format_period(last_of(period), "words", self.language)

    def paragraph(self, clauses: Iterable[str]) -> str:
        """Join clauses into sentences; the third with one subject in a row has a pronoun, and joins the second."""
        joined: list[str] = []
        in_a_row, before = 0, None
        for clause in clauses:
            subject = next((each for each in self.pronouns if clause.startswith(f"{each} ")), None)
            in_a_row = in_a_row + 1 if subject and subject == before else 1
            if subject and in_a_row > _MOST_IN_A_ROW:
                joined[-1] += f"; {self.pronouns[subject]}{clause.removeprefix(subject)}"
            else:
                joined.append(clause)
            before = subject
        return " ".join(map(self.sentence, joined))

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
    #
    # `named` is the project's name in full in the first sentence, and None after it.
    @abstractmethod
    def owned(self, project: str, owner: str | None, time: str | None, *, is_open: bool, tense: Tense) -> str: ...
    @abstractmethod
    def initiators(self, names: str, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def nothing_more(self, project: str) -> str:
        """State that only the name is known."""

    @abstractmethod
    def belongs(self, project: str, fund: str | None, priority: str | None, objective: str | None, tense: Tense) -> str:
        """Write the fund that co-finances a project, with its priority and objective."""

    # --- Money and decisions
    @abstractmethod
    def money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        """Name the money in the indefinite form: "stöd från Europeiska socialfonden"."""

    @abstractmethod
    def the_money(self, sources: tuple[FundingSource, ...], givers: list[str]) -> str:
        """Name the money in the definite form: "stödet från Europeiska socialfonden"."""

    @abstractmethod
    def amount_of(self, amount: str, money: str) -> str:
        """Join an amount and its kind: "5 miljoner kronor i stöd"."""

    @abstractmethod
    def of_which(self, parts: list[tuple[str, str]]) -> str:
        """Write the parts of support, each an amount and its money."""

    @abstractmethod
    def amounts_are(self, parts: list[tuple[str, str]], named: str | None, tense: Tense) -> str:
        """Write several kinds of money, each with its amount."""

    @abstractmethod
    def applied(self, what: str, by: str | None, when: str | None, named: str | None) -> str:
        """Write who applied for what, and when."""

    @abstractmethod
    def the_owner(self) -> str:
        """Name the owner without the name, which has been told."""

    @abstractmethod
    def decision(self, kind: DecisionKind, project: str, what: str, tense: Tense) -> str: ...
    @abstractmethod
    def decided(self, body: str | None, when: str | None) -> str: ...
    @abstractmethod
    def as_budgeted(self, amount: str) -> str:
        """Write the support in the budget, where a decision states none."""

    @abstractmethod
    def unsettled(self, project: str) -> str:
        """State that support was both granted and refused, and that the later of the two is not known."""

    @abstractmethod
    def changed_to(
        self, the_money: str, before: str | None, after: str, named: str | None, tense: Tense, *, up: bool
    ) -> str:
        """State that support was raised or lowered; `before` is None where it is not known which."""

    @abstractmethod
    def prolonged(self, end: str, named: str | None, tense: Tense, *, up: bool) -> str:
        """State that the project period was given a later or an earlier end."""

    @abstractmethod
    def changed(self, body: str | None, when: str | None, named: str | None) -> str:
        """State that a decision was changed, where it is not known how."""

    @abstractmethod
    def closed(self, project: str, amount: str | None, body: str | None, when: str | None) -> str:
        """State that a project is closed, with its final support where that is known."""

    @abstractmethod
    def amounts_to(self, the_money: str, amount: str, named: str | None, tense: Tense) -> str: ...

    # --- Budget
    @abstractmethod
    def own_money(self, own_by: str | None, named: str | None) -> str:
        """Name the own contribution, by the one who pays it where there is one."""

    @abstractmethod
    def total(self, amount: str, named: str | None, tense: Tense) -> str: ...
    @abstractmethod
    def covered(self, tense: Tense) -> str:
        """State that the support, whose amount has been told, is all there is."""

    @abstractmethod
    def covered_by(self, money: str, tense: Tense, *, nearly: bool) -> str: ...
    @abstractmethod
    def halves(self, own: str, tense: Tense) -> str: ...
    @abstractmethod
    def shares(self, support: str, own: str, own_rate: str, tense: Tense) -> str: ...
    @abstractmethod
    def support_as_budgeted(self, amount: str, rate: str, tense: Tense) -> str:
        """Write the support in the budget, where another amount was decided."""

    @abstractmethod
    def financing_missing(self, named: str | None, *, other: bool) -> str:
        """State that the rest of the financing is not known; `other` is False where none of it is."""

    @abstractmethod
    def division_missing(self) -> str:
        """State that it is not known how a total is divided between support and own contribution."""

    @abstractmethod
    def not_confirmed(self, named: str | None, paying: list[str], kinds: list[str], promise: str | None) -> str:
        """Write whose money is not confirmed, and how firm all of their promises are."""

    @abstractmethod
    def published_rate(self, rate: str, named: str | None) -> str:
        """Write the Union's rate as the register publishes it, which is a nominal figure."""

    @abstractmethod
    def no_amounts(self) -> str: ...

    # --- Participants
    @abstractmethod
    def participants(self, count: int, named: str | None, tense: Tense) -> str: ...
    @abstractmethod
    def cofunders(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def cofunders_among_others(
        self, names: Iterable[str], named: str | None, tense: Tense, *, several: bool
    ) -> str: ...
    @abstractmethod
    def together_with(self, project: str, names: str, tense: Tense) -> str: ...
    @abstractmethod
    def take_part(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def take_part_too(self, names: str, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def supporters(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def steering(self, names: str, named: str | None, tense: Tense, *, several: bool) -> str: ...
    @abstractmethod
    def both(self, one: str, other: str) -> str:
        """Join two clauses with subjects of their own."""

    # --- Funding statement
    @abstractmethod
    def financed(self, project: str, payers: str, tense: Tense, *, whole: bool) -> str:
        """Write who finances a project; `whole` where one payer does so alone."""

    @abstractmethod
    def payers(self, paying: list[str], kinds: list[str]) -> str:
        """Join those who pay and the kinds of money that nobody is named for."""

    @abstractmethod
    def with_municipalities(self, others: Iterable[str], municipalities: Iterable[str]) -> str: ...
    @abstractmethod
    def own_kind(self, source: FundingSource, *, other: bool) -> str:
        """Name own money without a named body; `other` where a body is named for part of the source."""

    @abstractmethod
    def financing_not_stated(self, project: str, fund: str | None, tense: Tense) -> str: ...

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
