r"""Writing and reading figures in Swedish, and texts about projects.

No-break spaces stand inside a figure, before its unit and inside a date. Figures have no characters that HTML or
Markdown takes for its own; names are left as given. Every `format_` function takes None for what is not stated, and
writes "ej angivet".

>>> from fractions import Fraction
>>> from esfmodel import Bounds, Money, Rate
>>> format_money(Money(3_706_566))
'3\xa0706\xa0566\xa0kr'
>>> print(format_money(Bounds.over(Money(12_000_000)), style="words"), "är", format_rate(Rate(Fraction(12, 29))))
över 12 miljoner kronor är 41,38 %
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.text.reading import _money as reading_money
from esfmodel.text.reading import _periods as reading_periods
from esfmodel.text.telling import _plan, _summary, _visibility
from esfmodel.text.telling._swedish import PHRASES as PHRASES
from esfmodel.text.words import labels
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.text.writing import _lists
from esfmodel.text.writing import _money as writing_money
from esfmodel.text.writing import _periods as writing_periods

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from types import EllipsisType

    from esfmodel.model.budget import Budget
    from esfmodel.model.project import Project
    from esfmodel.text.prose.figures import Figure
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
    "find_figures",
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


E = TypeVar("E", bound="Labelled")


def format_money(
    money: MoneyLike | None,
    *,
    style: MoneyStyle | None = None,
    qualifier: Qualifier | None = None,
    dash: bool = True,
) -> str:
    """Write an amount: `3 706 566 kr`, `3 707 tkr`, `3,7 mnkr`, `0,1 mdkr` or, in words, `3,7 miljoner kronor`.

    "kr" is exact: öre are written when there are any. The others round half up, and never to zero unless the amount is
    zero; "words" rounds nothing below a million, so 999 950 is no million there. Other currencies go by their name,
    `12 500 euro`. Bounds are written with `över`, `minst`, `under` and `högst`, and what is shortened is rounded
    outward, so that it stays true. Two ends share their unit, `2–3 miljoner kronor`; with `dash=False` they are
    written `mellan 2 och 3 miljoner kronor`, which running text may prefer.

    Words that mean more than the bounds are written only on request, since only the source knows them: the `qualifier`
    "just_over" is `drygt` and "more_than" `mer än` (`Bounds.over`), "nearly" is `närmare`, "almost" `nästan`,
    "just_under" `knappt` and "less_than" `mindre än` (`Bounds.under`), "up_to" is `upp till` (`Bounds.at_most`), and
    "about" is `cirka`, before one figure.

    Raises `InvalidValue` for an unknown style, and for a qualifier that does not mean what is known.

    >>> from esfmodel import Bounds, Money
    >>> print(format_money(Money("12.50")), format_money(Money(999_950), style="mnkr"))
    12,50 kr 1,0 mnkr
    >>> print(format_money(Bounds(Money(2_000_000), Money(3_000_000)), style="words"))
    2–3 miljoner kronor
    >>> print(format_money(Bounds.under(Money(29_000_000)), style="words", qualifier="nearly"))
    närmare 29 miljoner kronor
    """
    return writing_money.format_money(money, style, SWEDISH, qualifier=qualifier, dash=dash)


def parse_money(text: str, *, currency: str | EllipsisType | None = ..., thousands: Thousands | None = None) -> Money:
    """Read an amount as Swedes write it: `3 706 566 kr`, `500:-`, `3,7 mkr`, `2½ miljoner`, `två miljoner euro`.

    The whole text is one amount; a number alone, `12 500`, is kronor. The thousands separator is a space, in groups of
    exactly three; a shortened amount is read as stated, `3,7 mnkr` as 3 700 000 kr. Pass `currency` where all amounts
    are in one, as in a column with the unit in its heading, and `currency=None` to have an amount refused that names
    none; pass `thousands="."` where the separator is a full stop and decimals follow a comma.

    Raises `InvalidValue`, with the reason, for anything else: "1.234" and "12,500 kr", which may mean two things, an
    amount in another currency than `currency`, and bounds such as "över 12 miljoner kronor".

    >>> parse_money("3,7 miljoner kronor"), parse_money("118 782 493"), parse_money("12 500 euro")
    (Money(3700000), Money(118782493), Money(12500, "EUR"))
    >>> parse_money("1.235.522 kr", thousands=".")
    Money(1235522)
    >>> parse_money("24 milj.", currency=None)
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: amount '24 milj.' names no currency; add it, as in "24 milj. kr"
    """
    if currency is ...:
        return reading_money.parse_money(text, None, "SEK", thousands, SWEDISH)
    return reading_money.parse_money(text, currency, currency, thousands, SWEDISH)


def format_rate(
    rate: RateLike | None,
    *,
    style: RateStyle | None = None,
    qualifier: Qualifier | None = None,
    dash: bool = True,
) -> str:
    """Write a share: `15,5 %` or, in words, `15,5 procent`; style "exact" loses nothing.

    At most two decimals, half up; more only for a share that would otherwise be rounded to 0 or 100 per cent. "exact"
    writes a quotient, `12/29`, where no decimals are exact.
    Bounds, `qualifier` and `dash` are written as in `format_money`.

    Raises `InvalidValue` for an unknown style, and for a qualifier that does not mean what is known.

    >>> from fractions import Fraction
    >>> from esfmodel import Bounds, Rate
    >>> print(format_rate(Rate.of_percent("39.989")), format_rate(Rate(Fraction(12, 29)), style="exact"))
    39,99 % 12/29
    >>> print(format_rate(Bounds.at_most(Rate.of_percent(75)), style="words"))
    högst 75 procent
    """
    return writing_money.format_rate(rate, style, SWEDISH, qualifier=qualifier, dash=dash)


def parse_rate(text: str, *, unit: RateUnit | None = None) -> Rate:
    """Read a share: `40 %`, `15,5 procent`, `fyrtio procent`, `hälften`, `två tredjedelar` or a quotient, `12/29`.

    Pass `unit="%"` where the unit stands beside the field, so that a number alone is in per cent.

    Raises `InvalidValue`, with the reason, for anything else: "0,5" and "40" may each mean two things without a sign,
    "50/50" is more likely two parts than a quotient, "högst 75 %" is a bound, and "10 procentenheter" a difference.

    >>> parse_rate("39,989 %"), parse_rate("12/29"), parse_rate("40", unit="%")
    (Rate.of_percent("39.989"), Rate(Fraction(12, 29)), Rate.of_percent("40"))
    """
    return reading_money.parse_rate(text, unit, SWEDISH)


def format_date(day: datetime.date | None, *, style: DateStyle | None = None) -> str:
    r"""Write a day: `1 oktober 2024`; style "short" has `2024-10-01`, "words" `den 1 oktober 2024`.

    Coarser than the day, "month" has `oktober 2024`, "quarter" `fjärde kvartalet 2024`, "short_quarter"
    `kvartal 4 2024` and "year" `2024`. No-break spaces hold a date together.

    Raises `TypeError` for a datetime, `InvalidValue` for an unknown style.

    >>> import datetime
    >>> format_date(datetime.date(2024, 10, 1))
    '1\xa0oktober\xa02024'
    >>> print(format_date(datetime.date(2024, 10, 1), style="quarter"))
    fjärde kvartalet 2024
    """
    return writing_periods.format_date(day, style, SWEDISH)


def parse_date(text: str) -> Date:
    """Read a day: `1 oktober 2024`, `den 1 okt. 2024`, `2024-10-01`, `20241001`, `1/10 2024` or `1.10.2024`.

    Raises `InvalidValue`, with the reason, for anything else, such as 31 February or "01/10/2024", which may be in
    October or in January.

    >>> parse_date("den 1 oktober 2024"), parse_date("1/10 2024")
    (Date(2024, 10, 1), Date(2024, 10, 1))
    """
    return reading_periods.parse_date(text, SWEDISH)


def format_period(period: Period | OpenPeriod | None, *, style: PeriodStyle | None = None) -> str:
    """Write a period in its precision: `1 oktober 2024–30 september 2027`, `maj–juni 2019`, `2023–2025`.

    A month or year that both ends share is written once, and a period of one day as the day. Style "short" is
    `2024-10-01–2027-09-30`; "words" is for running text: `från och med den 1 oktober 2024 till och med den 30 september
    2027`. With an open end: `från och med 1 oktober 2024`, `till och med 30 september 2027`.

    Raises `InvalidValue` for an unknown style.

    >>> from esfmodel import OpenPeriod, Period
    >>> print(format_period(Period("2024-10-01", "2024-11-30")), format_period(Period.of_years(2023, 2025)), sep=", ")
    1 oktober–30 november 2024, 2023–2025
    >>> print(format_period(OpenPeriod("2024-10-01")))
    från och med 1 oktober 2024
    >>> print(format_period(Period("2019-05", "2022-04", "month"), style="words"))
    från och med maj 2019 till och med april 2022
    """
    return writing_periods.format_period(period, style, SWEDISH)


def parse_period(text: str) -> Period | OpenPeriod:
    """Read a period: what `format_period` writes, with any dash, `till` or `mellan … och`; also days in numbers.

    The text decides the precision: "2023–2025" is a period of years, "maj 2019–april 2022" and quarters, tertials and
    half-years (`Q4 2024 – Q3 2027`, `andra halvåret 2025`) are ones of months. The last day
    belongs to the period, also after `till`, as in decisions.

    Raises `InvalidValue`, with the reason, for anything else: "2011–12" may mean two things, and "som längst till
    30 april 2023" is a limit.

    >>> parse_period("1/10 2024 – 30/9 2027"), parse_period("maj–juni 2019")
    (Period("2024-10-01", "2027-09-30"), Period("2019-05-01", "2019-06-30", "month"))
    >>> parse_period("till och med 30 april 2023")
    OpenPeriod(end="2023-04-30")
    """
    return reading_periods.parse_period(text, SWEDISH)


def format_duration(months: int | None, *, style: DurationStyle | None = None) -> str:
    """Write a duration in months: `16 månader`, `3 år`, `2,5 år`.

    Years are written where they come out even or at a half, else months, and nothing is rounded. Style "months" is
    always months, `36 månader`; "words" is for running text, with numbers to twelve in letters: `tre år`, `ett år`,
    `två och ett halvt år`, `sex månader`, `16 månader`.

    Raises `InvalidValue` for less than one month and for an unknown style.

    >>> print(format_duration(16), format_duration(36), format_duration(30), sep=", ")
    16 månader, 3 år, 2,5 år
    >>> format_duration(30, style="words")
    'två och ett halvt år'
    """
    return writing_periods.format_duration(months, style, SWEDISH)


def parse_duration(text: str) -> int:
    """Read a duration as a number of months: `16 månader`, `16 mån.`, `3 år`, `2½ år`, `två och ett halvt år`.

    Raises `InvalidValue`, with the reason, for anything else: what is not whole months, such as "1,3 år", and what is
    not one duration, such as "drygt två år" and "2–3 år".

    >>> parse_duration("16 månader"), parse_duration("två och ett halvt år"), parse_duration("1 år och 4 månader")
    (16, 30, 16)
    """
    return reading_periods.parse_duration(text, SWEDISH)


def format_count(count: int | None, one: str, several: str, *, style: CountStyle | None = None) -> str:
    """Write how many there are of something: `1 kommun`, `14 kommuner`, `1 235 522 deltagare`.

    The caller gives the singular and the plural, since no rule derives them. Style "words" is for running text: two to
    twelve are in letters, `tre kommuner`.

    Raises `InvalidValue` for a negative number and for an unknown style.

    >>> print(format_count(14, "kommun", "kommuner"), format_count(1, "kommun", "kommuner"), sep=", ")
    14 kommuner, 1 kommun
    >>> format_count(3, "kommun", "kommuner", style="words")
    'tre kommuner'
    """
    return _lists.format_count(count, one, several, style, SWEDISH)


def genitive(name: str) -> str:
    """Return the genitive of a name: `Östersunds`, `Borås`, `Bräcke kommuns`, `EU:s`.

    A name that ends in s, x or z is left as it is, without an apostrophe; capitals, abbreviations and numbers have a
    colon before the s. Raises `InvalidValue` for a name that ends in a quotation mark or a bracket: write "för" or
    "till" before it instead. Not for official names: Umeå kommun has no s.

    >>> genitive("Härjedalen"), genitive("Borås"), genitive("Region Örebro län"), genitive("ESF")
    ('Härjedalens', 'Borås', 'Region Örebro läns', 'ESF:s')
    """
    return _lists.swedish_genitive(name)


def format_list(items: Iterable[str] | None, *, style: ListStyle | None = None) -> str:
    """Write a list: `A, B och C`; style "or" has `eller` before the last, "as_well_as" `samt`.

    Raises `InvalidValue` for an empty list or item: write another sentence where there are none.

    >>> format_list(["Bräcke", "Berg", "Krokom"])
    'Bräcke, Berg och Krokom'
    """
    return _lists.format_list(items, style, SWEDISH)


def label(member: Labelled | None) -> str:
    """Return the label of a member of an enumeration, as a form shows it; an f-string has it too: `f"{member:sv}"`.

    It has a small first letter unless it is a name.

    >>> from esfmodel import CostCategory, Fund
    >>> label(CostCategory.TRAVEL), label(Fund.ESF_PLUS), f"{CostCategory.TRAVEL:sv}"
    ('resor och logi', 'Europeiska socialfonden+', 'resor och logi')
    """
    return labels.label(member, SWEDISH)


def choices(kind: type[Labelled]) -> tuple[tuple[str, str], ...]:
    """Return value and label of each member of an enumeration, in the order of a form.

    >>> from esfmodel import Requirement
    >>> choices(Requirement)
    (('exactly', 'exakt'), ('at least', 'minst'), ('at most', 'högst'))
    """
    return labels.choices(kind, SWEDISH)


def parse_label(kind: type[E], text: str) -> E:
    """Read a member of an enumeration from its value, name or label, Swedish or English, or another usual name.

    Case does not matter, and hyphens, underscores and spaces are alike. Raises `InvalidValue`, with the nearest label
    or all of them, for anything else.

    >>> from esfmodel import CostCategory, Fund
    >>> parse_label(CostCategory, "Resor och logi"), parse_label(CostCategory, "external-services")
    (<CostCategory.TRAVEL: 'travel'>, <CostCategory.EXTERNAL_SERVICES: 'external services'>)
    >>> parse_label(Fund, "Eruf")
    <Fund.ERDF: 'ERDF'>
    >>> parse_label(CostCategory, "personell")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: 'personell' is not one we know; did you mean staff?
    """
    return labels.parse_label(kind, text)


def find_figures(text: str, *, currency: str = "SEK") -> tuple[Figure, ...]:
    r"""Find the amounts, shares, periods, dates and durations in running text, in order of place.

    Amounts as newspapers and decisions write them, also `mkr`, `1.235.522 kr`, `2–3 miljoner` and `en dryg miljon`;
    `miljoner` without a currency are in the currency that the paragraph names last before them, else after them, else
    in `currency`: pass "EUR" for pages from Finland. Words beside a figure make it a bound or a guess: `drygt`,
    `närmare`, `högst`, `cirka`. Numbers without a unit, and what may be read in two ways ("12,500 kr", "Utfall 2023
    tkr"), are left out; digits in different cells or rows are never one number. The time taken is linear in the length
    of the text.

    What an amount is for is not read: whether it is applied for, granted or spent, and by whom.

    >>> for figure in find_figures("Projektet får drygt 12 miljoner kronor, 40 % av kostnaden, under 2023–2025."):
    ...     print(figure.kind.name, figure.text, figure.value)
    MONEY drygt 12 miljoner kronor (12000000 SEK, )
    RATE 40 % 40%
    PERIOD 2023–2025 2023/2025
    """
    # Loaded with the first text: its patterns take longer to compile than the rest of the language.
    from esfmodel.text.prose import _find
    from esfmodel.text.prose._swedish import SWEDISH_PROSE

    return _find.find_figures(text, currency, SWEDISH, SWEDISH_PROSE)


def summary(project: Project) -> str:
    r"""Write about a project in three or four sentences that a press officer would sign.

    Only what is known is written: amounts are exact, or over or under a bound, and shares are left out where they are
    not known. "Beviljats" needs a decision that grants support, "prioriterats" one of a partnership; support that is
    not divided by source is "stöd" from the fund and the state, and "EU-medel" is the Union's money alone. Money that
    is intended or conditional is in no sum. A project that is closed, or whose period ended before the newest check of
    the law data, is told of in the past, and one that is only applied for or prioritised as planned.

    >>> from esfmodel.examples import VAGLED_KOMPETENS
    >>> print(summary(VAGLED_KOMPETENS).replace(". ", ".\n"))
    Projektet ”#Vägled – Kompetens” omfattar 16 månader.
    Projektet har beviljats 11 230 000 kronor i EU-medel från Europeiska socialfonden (beslut 2021).
    Övrig finansiering är inte angiven.
    I projektet deltar Region Örebro län, fyra andra regioner i Östra Mellansverige, 23 kommuner och två folkhögskolor.
    """
    return _summary.summary(project, PHRASES)


def visibility_statement(project: Project, *, on: datetime.date | None = None) -> str:
    """Return the words beside the Union's emblem: `Medfinansieras av Europeiska unionen`.

    They are prescribed for 2021–2027 (2021/1060 Annex IX, point 1.2). The act leaves open when to write "finansieras"
    instead; here it is where the Union pays the whole cost in the budget. In 2014–2020 no words were prescribed, but
    references to the Union and to the fund (1303/2013 Annex XII, point 2.2); these words have both. `on` is a day on
    which the provision must apply. The Swedish words are the Commission's; the Swedish text of the act was not read.

    Raises `NotKnown` where the programming period, or for 2014–2020 the fund, is not known or not in the law data,
    `NotInForce` for other programming periods and days, and `InvalidValue` for a project that was refused support or
    has no money from the Union in its budget; `NotKnown` also where it is not stated whether a grant or a refusal came
    last.

    >>> from esfmodel.examples import KOMPETENS_I_KRONOBERG, KOMPETENSFOCUS
    >>> visibility_statement(KOMPETENSFOCUS)
    'Medfinansieras av Europeiska unionen'
    >>> visibility_statement(KOMPETENS_I_KRONOBERG)
    'Medfinansieras av Europeiska unionen genom Europeiska socialfonden'
    """
    return _visibility.visibility_statement(project, PHRASES, on)


def funding_statement(project: Project) -> str:
    r"""Write who finances a project, by their official names, and what is decided on the support.

    An incomplete list begins with "bland andra", and payers who have not confirmed are in a sentence of their own.
    Municipalities come last, under "medfinansierande kommuner".

    >>> from esfmodel.examples import KOMPETENS_I_KRONOBERG
    >>> print(funding_statement(KOMPETENS_I_KRONOBERG).replace(". ", ".\n"))
    Projektet ”Kompetens i Kronoberg” finansieras av Europeiska unionen, staten och Region Kronoberg.
    Projektet har beviljats 3 706 566 kronor i stöd från Europeiska socialfonden och staten (beslut 2017).
    """
    return _summary.funding_statement(project, PHRASES)


def financing_plan(budget: Budget) -> str:
    r"""Write in one sentence the total cost of a project, the support and its own contribution.

    Amounts are exact, or over or under a bound; shares are written where they are known, and what is not known is
    stated not to be. The Union's part of the support is added where it is known, and so is what is not confirmed, which
    is in no sum. A financing that is not the total cost is told beside it, and nothing is derived from the two.

    >>> from esfmodel import Budget, Money, Rate
    >>> plan = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))
    >>> print(financing_plan(plan).replace(" och ", "\noch "))
    Totalkostnaden är 17 777 778 kronor, varav 8 miljoner kronor (45 procent) är stöd
    och 9 777 778 kronor (55 procent) egen medfinansiering.
    """
    return _plan.financing_plan(budget, _plan.SWEDISH_PLAN)
