from __future__ import annotations

import time
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Cost,
    CostCategory,
    Country,
    Fund,
    LumpSum,
    Money,
    Organisation,
    Outcome,
    Participation,
    Project,
    Role,
    Severity,
    validate,
)
from esfmodel.rules.families.interreg import named_in

PROJECT = Project("Över gränsen", fund=Fund.ERDF, cci="2021TC16RFCB033")
OTHER = CostCategory.OTHER
FINES = """
Böter; Parkeringsböter i Oslo; Vite enligt avtal; Förseningsviten; Rättegångskostnader; Ombud vid rättstvist;
Fines and penalties; Financial penalty, late delivery; Costs of litigation; Legal dispute with supplier; Court
costs; Ekonomiska sanktioner; Skiljeförfarande mot leverantör
"""
GIFTS = """
Gåvor till deltagare; En gåva till värden; Julklappar; Presentkort; Presenter till talare; Gifts for speakers;
Gift cards; Diverse gåvor, 12 st; Avskedsgåva; Small gift to the host; Profilgåvor; Utbildning och gåvor;
Training and gifts
"""
EXCHANGE = """
Valutakursförluster; Kursdifferenser 2024; Växelkursförlust NOK/SEK; Exchange rate losses; Currency losses;
Valutaförlust; Foreign exchange differences; Kursförlust vid omräkning; Valutakursskillnader; Exchange loss
"""
HARMLESS = """
Utgifter för aktiviteter; Nya utgåvor av handboken; Presenter fees; Fine arts workshop; Begåvade ungdomar;
Uppgifter och avgifter; Utbildning om böter och viten; Kampanj mot parkeringsböter; Inga gåvor; Resor, ej gåvor;
Gåvor (ingår ej); Student exchange; Exchange of experience; Seminar on litigation; Giftfri miljö; Hotel suite,
Sviten; Fika; Study of currency losses; Lunch without gifts; Refining; Confines of the park; Kursavgifter;
Kurslitteratur; Försäkring mot rättegångskostnader; Översättning; Resor till tvåspråkiga skolor; Vita tavlor;
Fest exkl. gåvor; Reproduktivitet; Activities; Gifted children; Inviter; Not included: fines; Processledning;
Handbok om tvister; Inga gåvor eller böter; Study of fines and gifts; Seminar on gifts and fines; Analys av
valutakursförluster och böter; Medling i tvister; Tennis court fees; Studiebesök på en rättegång
"""


def listed(texts: str) -> list[str]:
    """Return texts that stand in a list, over several lines."""
    return " ".join(texts.split()).split("; ")


def described(*texts: str | None, **changes: object) -> Project:
    """A project with a line of cost for each description."""
    costs = [Cost(OTHER, ActualCost(Money(500, "EUR")), description=text) for text in texts]
    all_changes: dict[str, Any] = {"budget": Budget(costs), **changes}
    return attrs.evolve(PROJECT, **all_changes)


def found(project: Project, code: str = "INT001") -> list[tuple[str, str]]:
    """Name place and article of what a rule finds, all of it warnings."""
    findings = validate(project).result(code).findings
    assert {finding.severity for finding in findings} <= {Severity.WARNING}
    return [(each.place, each.text("en").partition("Article ")[2].partition(" of ")[0]) for each in findings]


@pytest.mark.parametrize(
    ("texts", "kind", "article"),
    [
        (listed(FINES), "fines", "38(3)(a)"),
        (listed(GIFTS), "gifts", "38(3)(b)"),
        (listed(EXCHANGE), "exchange", "38(3)(c)"),
    ],
    ids=["fines", "gifts", "exchange"],
)
def test_what_is_never_eligible_is_known_by_its_description(texts: list[str], kind: str, article: str) -> None:
    """Article 38(3): each description, in Swedish or English, names the kind of one point."""
    assert [list(named_in(text)) for text in texts] == [[kind]] * len(texts)
    assert found(described(*texts)) == [(f"budget.costs[{index}]", article) for index in range(len(texts))]


def test_words_that_merely_hold_such_a_word_are_no_fault() -> None:
    """Editions, hosts of an evening and poison are no gifts, activities no fines, and a topic is no cost."""
    assert {text: named_in(text) for text in listed(HARMLESS) if named_in(text)} == {}


@given(before=st.text("abcåäöxyz", max_size=4), after=st.text("abcåäöxyz", max_size=4))
def test_a_word_is_a_whole_word(before: str, after: str) -> None:
    """Letters before or after make another word of it."""
    for word in ("gifts", "viten", "fines"):
        assert (f"{before}{word}{after}" == word) == bool(named_in(f"{before}{word}{after}"))


def test_a_long_description_is_read_in_bounded_time() -> None:
    """A description of a hundred thousand signs that never name anything takes no time to speak of."""
    started = time.process_time()
    for text in ("\t" * 10**5, "ej " * 10**5, "gå" * 10**5, "legal " * 10**4, "(|" * 10**5):
        assert named_in(text) == {}
    assert time.process_time() - started < 5


def test_the_lines_that_are_no_costs_are_left_alone() -> None:
    """Gifts to a project, lines of nothing and corrections are no costs of gifts; lump sums and claims are."""
    lines = [
        Cost(CostCategory.IN_KIND, ActualCost(Money(5)), description="Gåvor"),
        Cost(CostCategory.REVENUE, ActualCost(Money(-5)), description="Gåvor"),
        Cost(OTHER, ActualCost(Money(0)), description="Gåvor"),
        Cost(OTHER, LumpSum(Money(5), description="Gåvor")),
    ]
    claimed = [
        ClaimedCost(OTHER, Money(5), description="Böter"),
        ClaimedCost(OTHER, Money(-5), description="Böter"),
        ClaimedCost(OTHER, Money(5)),
    ]
    project = attrs.evolve(PROJECT, budget=Budget(lines), claims=[Claim(1, costs=claimed)])
    assert found(project) == [("budget.costs[3]", "38(3)(b)"), ("claims[0].costs[0]", "38(3)(a)")]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, Outcome.FAILED),
        ({"cci": "2021SE16RFPR007"}, Outcome.NOT_APPLICABLE),
        ({"cci": None, "fund": Fund.ESF_PLUS}, Outcome.NOT_APPLICABLE),
        ({"cci": None}, Outcome.NOT_EVALUATED),
        ({"cci": "2007CB163PO033"}, Outcome.NOT_EVALUATED),
    ],
)
def test_the_costs_are_those_of_interreg(changes: dict[str, Any], outcome: Outcome) -> None:
    """Other programmes have no such list; a programme that is not known may be one of Interreg."""
    assert validate(described("Böter", **changes)).result("INT001").outcome is outcome


def test_before_2021_small_gifts_were_allowed() -> None:
    """Delegated Regulation (EU) No 481/2014, Article 2(2)(b): gifts of at most EUR 50 that inform of the project."""
    (finding,) = validate(described("Gåvor", cci="2014TC16RFCB033")).result("INT001").findings
    assert "artikel 2.2 b i delegerad förordning (EU) nr 481/2014" in finding.text("sv")
    assert "gåvor för högst 50\xa0euro styck" in finding.text("sv")
    (later,) = validate(described("Gåvor")).result("INT001").findings
    assert "styck" not in later.text("sv")


# --- INT002: partners


def partnered(*countries: str | None, **changes: object) -> Project:
    """A project with a partner in each country."""
    partners = [
        Participation(
            Organisation(f"Partner {index}", country=None if country is None else Country(country)), Role.PARTNER
        )
        for index, country in enumerate(countries)
    ]
    all_changes: dict[str, Any] = {"partners": partners, **changes}
    return attrs.evolve(PROJECT, **all_changes)


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (partnered("SE", "NO"), Outcome.PASSED),
        (partnered("SE", "SE"), Outcome.FAILED),
        (partnered("SE", "SE", "FI"), Outcome.PASSED),
        (partnered("SE", None, "FI"), Outcome.PASSED),
        (partnered("SE", None), Outcome.NOT_EVALUATED),
        (partnered("SE"), Outcome.NOT_EVALUATED),
        (partnered(), Outcome.NOT_EVALUATED),
        (partnered("SE", beneficiary=Organisation("Kongsvinger", country=Country("NO"))), Outcome.PASSED),
        (partnered("SE", beneficiary=Organisation("Torsby", country=Country("SE"))), Outcome.FAILED),
        (partnered("SE", "SE", cci="2021SE16RFPR007"), Outcome.NOT_APPLICABLE),
    ],
)
def test_partners_come_from_two_countries(project: Project, outcome: Outcome) -> None:
    """Article 23(1): judged by the countries that are stated; one partner alone may be a body of several countries."""
    assert validate(project).result("INT002").outcome is outcome
    assert not validate(project).errors


@pytest.mark.parametrize(
    ("cci", "article"), [("2021TC16RFCB033", "23.1"), ("2014TC16RFCB033", "12.2")], ids=["2021", "2014"]
)
def test_partners_of_one_country_are_told_with_the_article(cci: str, article: str) -> None:
    """The finding names the country, the number of countries and the act of the programming period."""
    (finding,) = validate(partnered("SE", "SE", cci=cci)).result("INT002").findings
    assert finding.text("sv").startswith("De partner som är angivna kommer alla från Sverige, men artikel " + article)
    assert "minst 2 länder" in finding.text("sv")
