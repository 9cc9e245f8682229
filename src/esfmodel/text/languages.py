"""The functions of each language by its code, for callers who are given the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from esfmodel.text import en, sv
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from esfmodel.model.budget import Budget
    from esfmodel.model.project import Project
    from esfmodel.text.reading._money import RateUnit
    from esfmodel.text.writing._money import MoneyStyle, RateStyle
    from esfmodel.text.writing._periods import PeriodStyle
    from esfmodel.values.bounds import MoneyLike, RateLike
    from esfmodel.values.money import Money, Rate
    from esfmodel.values.period import OpenPeriod, Period


class _Texts(Protocol):
    """The functions of `sv` and `en` that are called by language code."""

    def format_date(self, day: datetime.date | None, /) -> str: ...
    def format_duration(self, months: int | None, /) -> str: ...
    def format_list(self, items: Iterable[str] | None, /) -> str: ...
    def format_money(self, money: MoneyLike | None, /, *, style: MoneyStyle | None = ...) -> str: ...
    def format_period(self, period: Period | OpenPeriod | None, /, *, style: PeriodStyle | None = ...) -> str: ...
    def format_rate(self, rate: RateLike | None, /, *, style: RateStyle | None = ...) -> str: ...
    def parse_money(self, text: str, /, *, currency: str | None = ...) -> Money: ...
    def parse_rate(self, text: str, /, *, unit: RateUnit | None = ...) -> Rate: ...
    def parse_period(self, text: str, /) -> Period | OpenPeriod: ...
    def summary(self, project: Project, /) -> str: ...
    def financing_plan(self, budget: Budget, /) -> str: ...


TEXTS: Final[InEachLanguage[_Texts]] = InEachLanguage(sv, en)
"""The modules `sv` and `en`: `TEXTS["sv"].summary(project)`."""
