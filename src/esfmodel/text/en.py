r"""Writing and reading figures in English as the institutions of the Union write it, and texts about projects.

The functions and styles are those of `esfmodel.text.sv`. The ISO code of a currency stands before the amount, except in
words. Every `format_` function takes None for what is not stated, and writes "not stated".

>>> from fractions import Fraction
>>> from esfmodel import Bounds, Money, Rate
>>> format_money(Money(3_706_566))
'SEK\xa03,706,566'
>>> print(format_money(Bounds.over(Money(12_000_000)), style="words"), "is", format_rate(Rate(Fraction(12, 29))))
over 12 million Swedish kronor is 41.38%
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.text.reading import _money as reading_money
from esfmodel.text.reading import _periods as reading_periods
from esfmodel.text.telling import _plan, _summary, _visibility
from esfmodel.text.telling._english import PHRASES as PHRASES
from esfmodel.text.words import labels
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.writing import _lists
from esfmodel.text.writing import _money as writing_money
from esfmodel.text.writing import _periods as writing_periods

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from esfmodel.model.budget import Budget
    from esfmodel.model.project import Project
    from esfmodel.text.reading._money import RateUnit
    from esfmodel.text.reading.numbers import Thousands
    from esfmodel.text.writing._lists import CountStyle, ListStyle
    from esfmodel.text.writing._money import MoneyStyle, Qualifier, RateStyle
    from esfmodel.text.writing._periods import DateStyle, DurationStyle, PeriodStyle
    from esfmodel.values.bounds import MoneyLike, RateLike
    from esfmodel.values.dates import Date
    from esfmodel.values.format import Labelled
    from esfmodel.values.money import Money, Rate
    from esfmodel.values.period import OpenPeriod, Period

__all__ = [
    "choices",
    "financing_plan",
    "format_count",
    "format_date",
    "format_duration",
    "format_list",
    "format_money",
    "format_period",
    "format_rate",
    "funding_statement",
    "genitive",
    "label",
    "parse_date",
    "parse_duration",
    "parse_label",
    "parse_money",
    "parse_period",
    "parse_rate",
    "summary",
    "visibility_statement",
]


def __dir__() -> list[str]:
    return [*__all__]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> None:
        told = f"module {__name__!r} has no attribute {name!r}"
        advice = "; figures are found in Swedish prose alone: use esfmodel.text.sv.find_figures"
        raise AttributeError(f"{told}{advice if name == 'find_figures' else ''}", name=name)


E = TypeVar("E", bound="Labelled")


def format_money(
    money: MoneyLike | None,
    *,
    style: MoneyStyle | None = None,
    qualifier: Qualifier | None = None,
    dash: bool = True,
) -> str:
    """Write an amount: `SEK 3,706,566`, `SEK 3.7 million` or, in words, `3.7 million Swedish kronor`.

    "kr" is exact: cents are written when there are any. "tkr", "mnkr" and "mdkr" are thousands, millions and billions;
    they and "words" round half up, and never to zero unless the amount is zero; "words" rounds nothing below a million.
    Bounds are written with `over`, `at least`, `under` and `at most`; what is shortened is rounded outward, so that it
    stays true. Two ends share their unit, `2–3 million Swedish kronor`; with `dash=False` they are written
    `between 2 and 3 million Swedish kronor`.

    Words that mean more than the bounds are written only on request, since only the source knows them: the `qualifier`
    "just_over" or "more_than" with `Bounds.over`; "nearly", "almost", "just_under" or "less_than" with
    `Bounds.under`; "up_to" with `Bounds.at_most`; and "about" with one figure.

    Raises `InvalidValue` for an unknown style, and for a qualifier that does not mean what is known.

    >>> from esfmodel import Bounds, Money
    >>> print(format_money(Money("12.50", "EUR")), format_money(Money(999_950), style="mnkr"))
    EUR 12.50 SEK 1.0 million
    >>> print(format_money(Bounds(Money(2_000_000), Money(3_000_000)), style="words"))
    2–3 million Swedish kronor
    >>> print(format_money(Bounds.under(Money(29_000_000)), style="words", qualifier="nearly"))
    nearly 29 million Swedish kronor
    """
    return writing_money.format_money(money, style, ENGLISH, qualifier=qualifier, dash=dash)


def parse_money(text: str, *, currency: str | None = None, thousands: Thousands | None = None) -> Money:
    """Read an amount as it is written in English: `SEK 3,706,566`, `EUR 12 500`, `SEK 3.7 million`, `12,500 euros`.

    The whole text is one amount. The thousands separator is a comma or a space, in groups of exactly three; a shortened
    amount is read as stated, `SEK 3.7 million` as SEK 3,700,000. Pass `currency` for a column with the currency in its
    heading, and `thousands="."` where the separator is a full stop and decimals follow a comma, as in much of Europe.

    Raises `InvalidValue`, with the reason, for anything else: an amount without a currency, "EUR 12.500", which may
    mean two things, and bounds such as "over 12 million Swedish kronor".

    >>> parse_money("SEK 3.7 million"), parse_money("118,782,493", currency="SEK")
    (Money(3700000), Money(118782493))
    """
    return reading_money.parse_money(text, currency, currency, thousands, ENGLISH)


def format_rate(
    rate: RateLike | None,
    *,
    style: RateStyle | None = None,
    qualifier: Qualifier | None = None,
    dash: bool = True,
) -> str:
    """Write a share: `15.5%` or, in words, `15.5 per cent`; style "exact" loses nothing.

    At most two decimals, half up; more only for a share that would otherwise be rounded to 0 or 100 per cent. "exact"
    writes a quotient, `12/29`, where no decimals are exact.
    Bounds, `qualifier` and `dash` are written as in `format_money`.

    Raises `InvalidValue` for an unknown style, and for a qualifier that does not mean what is known.

    >>> from fractions import Fraction
    >>> from esfmodel import Bounds, Rate
    >>> print(format_rate(Rate.of_percent("39.989")), format_rate(Rate(Fraction(12, 29)), style="exact"))
    39.99% 12/29
    >>> print(format_rate(Bounds.at_most(Rate.of_percent(75)), style="words"))
    at most 75 per cent
    """
    return writing_money.format_rate(rate, style, ENGLISH, qualifier=qualifier, dash=dash)


def parse_rate(text: str, *, unit: RateUnit | None = None) -> Rate:
    """Read a share: `40%`, `15.5 per cent`, `forty per cent`, `half`, `two thirds` or a quotient, `12/29`.

    Pass `unit="%"` where the unit stands beside the field, so that a number alone is in per cent.

    Raises `InvalidValue`, with the reason, for anything else: "0.5" and "40" may each mean two things without a sign,
    "50/50" is more likely two parts than a quotient, and "at most 75%" is a bound.

    >>> parse_rate("39.989%"), parse_rate("12/29"), parse_rate("40", unit="%")
    (Rate.of_percent("39.989"), Rate(Fraction(12, 29)), Rate.of_percent("40"))
    """
    return reading_money.parse_rate(text, unit, ENGLISH)


def format_date(day: datetime.date | None, *, style: DateStyle | None = None) -> str:
    r"""Write a day: `1 October 2024`; style "short" has `2024-10-01`, "words" is as the default.

    Coarser than the day, "month" has `October 2024`, "quarter" `fourth quarter of 2024`, "short_quarter" `Q4 2024`
    and "year" `2024`. No-break spaces hold a date together.

    Raises `TypeError` for a datetime, `InvalidValue` for an unknown style.

    >>> import datetime
    >>> format_date(datetime.date(2024, 10, 1))
    '1\xa0October\xa02024'
    >>> print(format_date(datetime.date(2024, 10, 1), style="quarter"))
    fourth quarter of 2024
    """
    return writing_periods.format_date(day, style, ENGLISH)


def parse_date(text: str) -> Date:
    """Read a day: `1 October 2024`, `Oct. 1, 2024`, `2024-10-01` or `20241001`.

    Raises `InvalidValue`, with the reason, for anything else, such as 31 February or "01/10/2024", which may be in
    October or in January.

    >>> parse_date("1 October 2024")
    Date(2024, 10, 1)
    """
    return reading_periods.parse_date(text, ENGLISH)


def format_period(period: Period | OpenPeriod | None, *, style: PeriodStyle | None = None) -> str:
    """Write a period in its precision: `1 October 2024–30 September 2027`, `May–June 2019`, `2023–2025`.

    A month or year that both ends share is written once, and a period of one day as the day. Style "short" is
    `2024-10-01–2027-09-30`; "words" is for running text: `from 1 October 2024 to 30 September 2027`. With an open end:
    `from 1 October 2024`, `up to and including 30 September 2027`.

    Raises `InvalidValue` for an unknown style.

    >>> from esfmodel import OpenPeriod, Period
    >>> print(format_period(Period("2024-10-01", "2024-11-30")), format_period(Period.of_years(2023, 2025)), sep=", ")
    1 October–30 November 2024, 2023–2025
    >>> print(format_period(OpenPeriod("2024-10-01")))
    from 1 October 2024
    >>> print(format_period(Period("2019-05", "2022-04", "month"), style="words"))
    from May 2019 to April 2022
    """
    return writing_periods.format_period(period, style, ENGLISH)


def parse_period(text: str) -> Period | OpenPeriod:
    """Read a period: what `format_period` writes, with any dash, `to` or `between … and`.

    The text decides the precision: "2023–2025" is a period of years, "May 2019–April 2022" and quarters and half-years
    (`Q4 2024 – Q3 2027`, `second half of 2025`) are ones of months. The last day
    belongs to the period, also after `to` and `until`, as in decisions.

    Raises `InvalidValue`, with the reason, for anything else.

    >>> parse_period("1 October 2024 to 30 September 2027"), parse_period("May–June 2019")
    (Period("2024-10-01", "2027-09-30"), Period("2019-05-01", "2019-06-30", "month"))
    >>> parse_period("up to and including 30 April 2023")
    OpenPeriod(end="2023-04-30")
    """
    return reading_periods.parse_period(text, ENGLISH)


def format_duration(months: int | None, *, style: DurationStyle | None = None) -> str:
    """Write a duration in months: `16 months`, `3 years`, `2.5 years`.

    Years are written where they come out even or at a half, else months, and nothing is rounded. Style "months" is
    always months, `36 months`; "words" is for running text, with numbers to nine in letters: `three years`, `one year`,
    `two and a half years`, `six months`, `16 months`.

    Raises `InvalidValue` for less than one month and for an unknown style.

    >>> print(format_duration(16), format_duration(36), format_duration(30), sep=", ")
    16 months, 3 years, 2.5 years
    >>> format_duration(30, style="words")
    'two and a half years'
    """
    return writing_periods.format_duration(months, style, ENGLISH)


def parse_duration(text: str) -> int:
    """Read a duration as a number of months: `16 months`, `3 years`, `2½ years`, `two and a half years`.

    Raises `InvalidValue`, with the reason, for anything else: what is not whole months, such as "1.3 years", and what
    is not one duration, such as "just over two years" and "2–3 years".

    >>> parse_duration("16 months"), parse_duration("two and a half years"), parse_duration("1 year and 4 months")
    (16, 30, 16)
    """
    return reading_periods.parse_duration(text, ENGLISH)


def format_count(count: int | None, one: str, several: str, *, style: CountStyle | None = None) -> str:
    """Write how many there are of something: `1 municipality`, `14 municipalities`, `1,235,522 participants`.

    The caller gives the singular and the plural, since no rule derives them. Style "words" is for running text: two to
    nine are in letters, `three municipalities`.

    Raises `InvalidValue` for a negative number and for an unknown style.

    >>> print(format_count(14, "region", "regions"), format_count(1, "region", "regions"), sep=", ")
    14 regions, 1 region
    >>> format_count(3, "region", "regions", style="words")
    'three regions'
    """
    return _lists.format_count(count, one, several, style, ENGLISH)


def genitive(name: str) -> str:
    """Return the genitive of a name: `Östersund’s`, `Borås’s`, `the EU’s`.

    A name that ends in s has the same ending as others. Raises `InvalidValue` for a name that ends in a quotation mark
    or a bracket: write "of" before it instead.

    >>> genitive("Härjedalen"), genitive("Borås"), genitive("ESF")
    ('Härjedalen’s', 'Borås’s', 'ESF’s')
    """
    return _lists.english_genitive(name)


def format_list(items: Iterable[str] | None, *, style: ListStyle | None = None) -> str:
    """Write a list: `A, B and C`; style "or" has `or` before the last, "as_well_as" `as well as`.

    Raises `InvalidValue` for an empty list or item: write another sentence where there are none.

    >>> format_list(["Bräcke", "Berg", "Krokom"])
    'Bräcke, Berg and Krokom'
    """
    return _lists.format_list(items, style, ENGLISH)


def label(member: Labelled | None) -> str:
    """Return the label of a member of an enumeration, as a form shows it; an f-string has it too: `f"{member:en}"`.

    It has a small first letter unless it is a name.

    >>> from esfmodel import CostCategory, Fund
    >>> label(CostCategory.TRAVEL), label(Fund.ESF_PLUS), f"{CostCategory.TRAVEL:en}"
    ('travel', 'European Social Fund Plus', 'travel')
    """
    return labels.label(member, ENGLISH)


def choices(kind: type[Labelled]) -> tuple[tuple[str, str], ...]:
    """Return value and label of each member of an enumeration, in the order of a form.

    >>> from esfmodel.model import BudgetSide
    >>> choices(BudgetSide)
    (('costs', 'costs'), ('financing', 'financing'))
    """
    return labels.choices(kind, ENGLISH)


def parse_label(kind: type[E], text: str) -> E:
    """Read a member of an enumeration from its value, name or label, Swedish or English, or another usual name.

    Case does not matter, and hyphens, underscores and spaces are alike. Raises `InvalidValue`, with the nearest label
    or all of them, for anything else.

    >>> from esfmodel import CostCategory
    >>> parse_label(CostCategory, "Resor och logi"), parse_label(CostCategory, "external-services")
    (<CostCategory.TRAVEL: 'travel'>, <CostCategory.EXTERNAL_SERVICES: 'external services'>)
    >>> parse_label(CostCategory, "stuff")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: 'stuff' is not one we know; did you mean staff?
    """
    return labels.parse_label(kind, text)


def summary(project: Project) -> str:
    r"""Write about a project in three or four sentences that a press officer would sign.

    Only what is known is written: amounts are exact, or over or under a bound, and shares are left out where they are
    not known. "Granted" needs a decision that grants support, "prioritised" one of a partnership; support that is not
    divided by source is "support" from the fund and the state, and "EU funds" is the Union's money alone. Money that is
    intended or conditional is in no sum. A project that is closed, or whose period ended before the newest check of the
    law data, is told of in the past, and one that is only applied for or prioritised as planned.

    >>> from esfmodel.examples import VAGLED_KOMPETENS
    >>> print(summary(VAGLED_KOMPETENS).replace(". ", ".\n"))
    The project ‘#Vägled – Kompetens’ covers 16 months.
    The project has been granted 11,230,000 Swedish kronor in EU funds from the European Social Fund (decision of 2021).
    Other financing is not stated.
    Region Örebro län, four regions, 23 municipalities and two folk high schools take part in the project.
    """
    return _summary.summary(project, PHRASES)


def visibility_statement(project: Project, *, on: datetime.date | None = None) -> str:
    """Return the words beside the Union's emblem: `Co-funded by the European Union`.

    They are prescribed for 2021–2027 (2021/1060 Annex IX, point 1.2). The act leaves open when to write "funded"
    instead; here it is where the Union pays the whole cost in the budget. In 2014–2020 no words were prescribed, but
    references to the Union and to the fund (1303/2013 Annex XII, point 2.2); these words have both. `on` is a day on
    which the provision must apply.

    Raises `NotKnown` where the programming period, or for 2014–2020 the fund, is not known or not in the law data,
    `NotInForce` for other programming periods and days, and `InvalidValue` for a project that was refused support or
    has no money from the Union in its budget; `NotKnown` also where it is not stated whether a grant or a refusal came
    last.

    >>> from esfmodel.examples import KOMPETENS_I_KRONOBERG, KOMPETENSFOCUS
    >>> visibility_statement(KOMPETENSFOCUS)
    'Co-funded by the European Union'
    >>> visibility_statement(KOMPETENS_I_KRONOBERG)
    'Co-funded by the European Union through the European Social Fund'
    """
    return _visibility.visibility_statement(project, PHRASES, on)


def funding_statement(project: Project) -> str:
    r"""Write who finances a project, by their official names, and what is decided on the support.

    An incomplete list ends with "among others", and payers who have not confirmed are in a sentence of their own.
    Municipalities come last, after "the co-funding municipalities".

    >>> from esfmodel.examples import KOMPETENS_I_KRONOBERG
    >>> print(funding_statement(KOMPETENS_I_KRONOBERG).replace(". ", ".\n").replace(" from", "\nfrom"))
    The project ‘Kompetens i Kronoberg’ is funded by the European Union, the state and Region Kronoberg.
    The project has been granted 3,706,566 Swedish kronor in support
    from the European Social Fund and the state (decision of 2017).
    """
    return _summary.funding_statement(project, PHRASES)


def financing_plan(budget: Budget) -> str:
    r"""Write in one sentence the total cost of a project, the support and its own contribution.

    Amounts are exact, or over or under a bound; shares are written where they are known, and what is not known is
    stated not to be. The Union's part of the support is added where it is known, and so is what is not confirmed, which
    is in no sum. A financing that is not the total cost is told beside it, and nothing is derived from the two.

    >>> from esfmodel import Budget, Money, Rate
    >>> plan = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))
    >>> print(financing_plan(plan).replace(" and ", "\nand "))
    The total cost is 17,777,778 Swedish kronor, of which 8 million Swedish kronor (45 per cent) is support
    and 9,777,778 Swedish kronor (55 per cent) the project’s own contribution.
    """
    return _plan.financing_plan(budget, _plan.ENGLISH_PLAN)
