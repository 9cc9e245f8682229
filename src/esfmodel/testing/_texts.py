"""Hypothesis strategies for texts with the projects that they tell of: records, lists and announcements.

What a text says is known, so that a reader of one's own can be tried: it must find what the project has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from esfmodel.formats import to_text
from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation, Role
from esfmodel.model.project import Participation, Project
from esfmodel.testing._figures import some_of
from esfmodel.text import sv
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.format import LANGUAGES
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.operation_id import OperationId
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@attrs.frozen
class WrittenText:
    """A text and the projects that it tells of, in its order; what it does not say they leave out.

    `format` is the name by which `read_text` reads it.
    """

    text: str
    projects: tuple[Project, ...]
    format: str

    @property
    def project(self) -> Project:
        """The project of a text that tells of one; the first where it tells of several."""
        return self.projects[0]


NAMES = ("Framsteget", "Gröna rum", "Kompetens i Norr", "Vägen in", "Nästa kliv 2.0", "#Ljus – Sala")
OWNERS = (
    "Sala kommun",
    "Region Gävleborg",
    "Mitt Företag AB",
    "Mälardalens universitet",
    "Hela Bygden ideell förening",
)
_PARTNERS = ("Heby kommun", "Region Dalarna", "Bollnäs folkhögskola", "Handelskammaren Mitt", "Växjö kommun")
_PAYERS = ("Region Värmland", "Säters kommun")
_NAMES = st.sampled_from(NAMES)
_FIRST_YEAR, _LAST_YEAR, _MOST_YEARS = 2015, 2028, 4


@st.composite
def _numbers(draw: st.DrawFn) -> str:
    """Draw the number of a project as Svenska ESF-rådet writes it."""
    call, place, serial = draw(st.integers(10, 29)), draw(st.integers(100, 999)), draw(st.integers(1, 8))
    return f"{call}-{place}-S{serial:02}"


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    first = draw(st.integers(_FIRST_YEAR, _LAST_YEAR))
    month, years = draw(st.integers(1, 12)), draw(st.integers(1, _MOST_YEARS))
    return Period.of_months(f"{first}-{month:02}-01", 12 * years)


# --- Records of a register

_RECORD_LABELS = {
    "operation_id": "Diarienummer",
    "beneficiary": "Projektägare",
    "fund": "Berörd fond",
    "cci": "Program CCI",
    "published_eu_rate": "Unionens medfinansieringsgrad",
    "priority": "Programområde",
    "specific_objective": "Specifikt mål",
    "planned_participants": "Planerat antal deltagare",
    "region": "Region",
    "nuts": "NUTS-2 kod",
}
_REGISTER = "Svenska ESF-rådets projektbank"


def records() -> st.SearchStrategy[WrittenText]:
    """Records of a project as the project bank of Svenska ESF-rådet prints them: labels with their values.

    The value stands after its label or below it. Support that is granted is the Union's and the state's money
    undivided, and what others pay is not stated.

    >>> from hypothesis import find
    >>> print(find(records(), lambda written: True).text)
    Diarienummer: 10-100-S01
    Namn: Framsteget
    """
    # As in `tables`: what numbers look like in Swedish is read before the first draw.
    _printed(Rate(1))
    return _records()


@st.composite
def _records(draw: st.DrawFn) -> WrittenText:
    number, name = draw(_numbers()), draw(_NAMES)
    facts: dict[str, Any] = some_of(draw, _OF_RECORDS)
    period, budget = facts.pop("period", None), facts.pop("figures", None)
    stated = [("Diarienummer", number), ("Namn", name)]
    stated += [(_RECORD_LABELS[field], _printed(value)) for field, value in facts.items()]
    if period is not None:
        stated += [("Startdatum", str(period.start)), ("Slutdatum", str(period.end))]
        facts["period"] = period
    if "beneficiary" in facts:
        facts["beneficiary"] = Organisation(facts["beneficiary"])
    if budget is not None:
        total, support = budget
        stated += [("Total projektbudget", _digits(total)), ("Beviljat ESF-stöd", _digits(support))]
        others = Contribution(Funder(source=FundingSource.OWN))
        facts["budget"] = Budget(
            [], [Contribution(Funder(source=FundingSource.EU_AND_STATE), support), others], total=total
        )
        facts["decisions"] = [Decision(DecisionKind.GRANTED, support=support)]
    between = draw(st.sampled_from((": ", ":\n")))
    text = "\n".join(f"{label}{between}{value}" for label, value in stated)
    return WrittenText(
        text, (Project(name, operation_id=OperationId(number), source=_REGISTER, **facts),), "projektbanken_record"
    )


def _printed(value: object) -> str:
    if isinstance(value, Fund):
        return value.value
    return sv.format_rate(value) if isinstance(value, Rate) else str(value)


def _digits(amount: Money) -> str:
    """Write an amount in whole kronor as the register does, with spaces and without its currency."""
    return _grouped(amount.minor // 100)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _figures_of(thousands: int, percent: int) -> tuple[Money, Money]:
    return Money(100_000 * thousands), Money(1_000 * thousands * percent)


_OF_RECORDS: Mapping[str, st.SearchStrategy[Any]] = {
    "beneficiary": st.sampled_from(OWNERS),
    "fund": st.sampled_from((Fund.ESF_PLUS, Fund.ESF)),
    "cci": st.sampled_from(("2021SE05SFPR001", "2014SE05M9OP001")),
    "published_eu_rate": st.integers(1, 100).map(Rate.of_percent),
    "priority": st.sampled_from("ABC"),
    "specific_objective": st.sampled_from(("A1A", "C3L")),
    "planned_participants": st.integers(0, 3_000),
    "region": st.sampled_from(("Småland och Öarna", "Mellersta Norrland")),
    "nuts": st.sampled_from(("SE21", "SE32")),
    "period": _periods(),
    "figures": st.builds(_figures_of, st.integers(1, 2_000), st.integers(1, 99)),
}


# --- Lists of operations


def tables() -> st.SearchStrategy[WrittenText]:
    """Lists of operations as authorities publish them: a table in CSV, with one project a row.

    The headings are in Swedish or in English. Amounts are in kronor or euro, one currency for each project.

    >>> from hypothesis import find
    >>> find(tables(), lambda written: True).text.splitlines()
    ['Diarienummer;Insatsens namn;Stödmottagarens namn', '10-100-S01;Framsteget;']
    """
    # The words of the headings are read before the first draw, which would be too slow for Hypothesis otherwise.
    _list_of([Project(NAMES[0])], LANGUAGES[0])
    listed = st.lists(_listed(), min_size=1, max_size=4, unique_by=lambda project: project.operation_id)
    return st.builds(_list_of, listed, st.sampled_from(LANGUAGES))


def _list_of(projects: list[Project], language: str) -> WrittenText:
    return WrittenText(
        to_text(projects, "list_of_operations", language=language), tuple(projects), "list_of_operations"
    )


@st.composite
def _listed(draw: st.DrawFn) -> Project:
    number, name = draw(_numbers()), draw(_NAMES)
    facts: dict[str, Any] = some_of(draw, _OF_LISTS)
    if "figures" in facts:
        total, support = facts.pop("figures")
        own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), total - support)
        facts["budget"] = Budget([], [Contribution(Funder(source=FundingSource.EU), support), own], total=total)
    return Project(name, operation_id=OperationId(number), **facts)


_OF_LISTS: Mapping[str, st.SearchStrategy[Any]] = {
    "beneficiary": st.sampled_from(OWNERS).map(Organisation),
    "fund": st.sampled_from((Fund.ERDF, Fund.ESF_PLUS, Fund.JTF)),
    "programming_period": st.sampled_from(("2021-2027", "2014-2020")),
    "region": st.sampled_from(("Småland och Öarna", "Mellersta Norrland")),
    "period": _periods(),
    "figures": st.builds(_figures_of, st.integers(1, 2_000), st.integers(1, 99)),
}


# --- Announcements

FUNDS = {
    Fund.ESF_PLUS: "Europeiska socialfonden plus",
    Fund.ESF: "Europeiska socialfonden",
    Fund.ERDF: "Europeiska regionala utvecklingsfonden",
    Fund.JTF: "Fonden för en rättvis omställning",
}
_UNDIVIDED = frozenset({Fund.ESF, Fund.ESF_PLUS})
"""The funds whose support in Sweden is the Union's and the state's money, and told of as one."""
_CONNECTING_WORDS = frozenset({"i", "in", "–"})
_IS_TOLD = st.booleans()
_APART = st.sampled_from((" ", "\n\n"))
_FUND = st.sampled_from(tuple(FUNDS))
_OWNER, _PAYER = st.sampled_from(OWNERS), st.sampled_from(_PAYERS)
_SOME_PARTNERS = st.lists(st.sampled_from(_PARTNERS), min_size=1, unique=True)


def announcements() -> st.SearchStrategy[WrittenText]:
    """Announcements of a project in Swedish, as authorities and municipalities publish them on their sites.

    Every fact but the name may be missing, and they come in any order. The project has what the text says and no more:
    a reader may also see by its name what kind of body an organisation is, or that somebody must pay the rest.

    >>> from hypothesis import find
    >>> find(announcements(), lambda written: True).text
    'Projektet ”Framsteget” handlar om arbete.'
    """
    return _announcements()


@st.composite
def _announcements(draw: st.DrawFn) -> WrittenText:
    name = draw(_NAMES)
    facts: dict[str, Any] = {}
    financing: list[Contribution] = []
    total: MoneyLike | None = None
    first = _first_sentence(draw, name)
    told: list[str] = []
    if draw(_IS_TOLD):
        owner = draw(_OWNER)
        facts["beneficiary"] = Organisation(owner)
        told.append(draw(_ABOUT_THE_OWNER).format(owner))
    if draw(_IS_TOLD):
        partners = draw(_SOME_PARTNERS)
        facts["partners"] = [Participation(Organisation(each), Role.PARTNER) for each in partners]
        told.append(f"{draw(_BEFORE_PARTNERS)} {sv.format_list(partners)}.")
    if draw(_IS_TOLD):
        facts["fund"] = fund = draw(_FUND)
        words, amount = draw(amounts(1))
        source = FundingSource.EU_AND_STATE if fund in _UNDIVIDED else FundingSource.EU
        financing.append(Contribution(Funder(source=source), amount))
        told.append(draw(_ABOUT_THE_FUND).format(amount=words, fund=FUNDS[fund]))
    if draw(_IS_TOLD):
        words, total = draw(amounts(90))
        told.append(draw(_ABOUT_THE_TOTAL).format(words))
    if draw(_IS_TOLD):
        payer = draw(_PAYER)
        words, amount = draw(amounts(1))
        financing.append(Contribution(Funder(Organisation(payer), source=FundingSource.OWN_PUBLIC), amount))
        told.append(draw(_ABOUT_THE_PAYER).format(payer=payer, amount=words))
    if draw(_IS_TOLD):
        words, facts["period"] = _told_period(draw)
        told.append(words)
    if draw(_IS_TOLD):
        facts["planned_participants"] = participants = draw(st.integers(10, 3_000))
        told.append(f"Projektet ska nå {participants} deltagare.")
    if draw(_IS_TOLD):
        facts["operation_id"] = number = draw(_numbers())
        told.append(f"Projektets diarienummer: {number}.")
    body = draw(st.permutations(told))
    text = draw(_HEADLINES).format(name) + draw(_APART).join((first, *body))
    if financing or total is not None:
        facts["budget"] = Budget([], financing, total=total)
    return WrittenText(text, (Project(name, **facts),), "announcement")


_HEADLINES = st.sampled_from(("", "En nystart för länet\n\n", "Klartecken för {}\n\n"))
_ABOUT_THE_OWNER = st.sampled_from(
    (
        "Projektägare är {}.",
        "Projektet ägs av {}.",
        "{} är projektägare.",
        "Projektet drivs av {}.",
        "{} driver projektet.",
    )
)
_BEFORE_PARTNERS = st.sampled_from(
    ("Partner är", "Samverkansparter är", "Vi arbetar tillsammans med", "I projektet deltar")
)
_ABOUT_THE_FUND = st.sampled_from(
    (
        "Projektet får {amount} från {fund}.",
        "{fund} bidrar med {amount}.",
        "Projektet har beviljats {amount} ur {fund}.",
    )
)
_ABOUT_THE_TOTAL = st.sampled_from(
    ("Projektets totala budget är {}.", "Projektet omsätter totalt {}.", "Den totala budgeten är {}.")
)
_ABOUT_THE_PAYER = st.sampled_from(("{payer} bidrar med {amount}.", "{payer} medfinansierar projektet med {amount}."))


def _first_sentence(draw: st.DrawFn, name: str) -> str:
    # Without marks, "i" may as well begin where the project is ("projektet Gnistan i Sala"), and a dash an aside.
    is_plain = not _CONNECTING_WORDS & set(name.split())
    called = draw(st.sampled_from([f"”{name}”", f'"{name}"', *([name] if is_plain else [])]))
    return draw(st.sampled_from((f"Projektet {called} handlar om arbete.", f"Det nya projektet heter {called}.")))


def _told_period(draw: st.DrawFn) -> tuple[str, Period | OpenPeriod]:
    start = draw(st.integers(2018, 2028))
    end = start + draw(st.integers(1, _MOST_YEARS))
    days = Period(f"{start}-05-02", f"{end}-04-30")
    forms: list[tuple[str, Period | OpenPeriod]] = [
        (f"Projektet pågår {start}–{end}.", Period.of_years(start, end)),
        (f"Projektet pågår från 2 maj {start} till 30 april {end}.", days),
        (f"Projektet pågår till och med december {end}.", OpenPeriod(end=f"{end}-12-31")),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def amounts(draw: st.DrawFn, low: int) -> tuple[str, MoneyLike]:
    """Draw an amount in words, of at least so many millions, with its value."""
    millions = draw(st.integers(low, low + 40))
    kronor, odd = Money(millions * 1_000_000), Money(millions * 1_000_000 + 250)
    forms: list[tuple[str, MoneyLike]] = [
        (f"{millions} miljoner kronor", kronor),
        (f"{_digits(odd)} kronor", odd),
        (f"{millions} mkr", kronor),
        (f"över {millions} miljoner kronor", Bounds.over(kronor)),
    ]
    return draw(st.sampled_from(forms))
