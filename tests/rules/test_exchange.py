"""Amounts in kronor against thresholds in euro: at a stated rate, or at every rate of the project's years."""

from __future__ import annotations

import json
import math
import tomllib
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Aid,
    AidBasis,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    ExchangeRate,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    LumpSum,
    Money,
    NotKnown,
    OpenPeriod,
    Outcome,
    Period,
    Portfolio,
    Project,
    Rate,
    Report,
    Severity,
    UnitCost,
    validate,
)
from esfmodel.rules import Context, Ground, Words
from esfmodel.rules.exchange import as_rates, currency_words
from esfmodel.rules.shared.figures import exceeds

STAFF, TRAVEL, VAT = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.VAT
THRESHOLD_RULES = [rule for rule in RULES if rule.code in {"SCO001", "VAT001", "PUB002", "PUB003"}]
PUBLISHED = {
    row["year"]: (Decimal(row["low"]), Decimal(row["high"]))
    for row in tomllib.loads((files("esfmodel.law") / "data/exchange/eur-sek.toml").read_text("utf-8"))["year"]
}
NBSP = "\N{NO-BREAK SPACE}"


def project(
    first: str, last: str, *costs: tuple[CostCategory, int], fund: Fund = Fund.ESF_PLUS, **more: object
) -> Project:
    """A Swedish project with actual costs in kronor, of which nothing that a threshold asks for is left open."""
    changes: dict[str, Any] = {
        "fund": fund,
        "programming_period": "2021-2027",
        "country": "SE",
        "period": Period(first, last),
        "aid": Aid(AidBasis.NONE),
        "strategic_importance": False,
        "vat_recoverable": True,
        "budget": Budget([Cost(category, ActualCost(Money(kronor))) for category, kronor in costs]),
        **more,
    }
    return Project("Bygga broar", **changes)


def euro(rate: object, **more: object) -> ExchangeRate:
    """The price of a euro in kronor."""
    named: dict[str, Any] = {"rate": str(rate), **more}
    return ExchangeRate("EUR", "SEK", **named)


def judged(subject: Project | Portfolio, *rates: ExchangeRate) -> Report:
    """Judge the rules with a threshold in euro alone."""
    return validate(subject, rules=THRESHOLD_RULES, rates=rates)


def esf(support: int, own: int) -> Project:
    """A project of the ESF of 2014-2020 with so much granted and so much private money."""
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(support)),
        Contribution(Funder(source=FundingSource.OWN_PRIVATE), Money(own)),
    ]
    cost = Cost(STAFF, ActualCost(Money(support + own)))
    more = {"programming_period": "2014-2020", "budget": Budget([cost], financing)}
    return project("2019-03-01", "2020-12-31", fund=Fund.ESF, **more)


@pytest.mark.parametrize(
    ("subject", "code", "severities"),
    [
        # At most EUR 200 000 at any rate of 2024 and 2025, so both lines must be simplified.
        (project("2024-01-01", "2025-12-31", (STAFF, 800_000), (TRAVEL, 200_000)), "SCO001", [Severity.ERROR] * 2),
        (project("2023-01-01", "2023-12-31", (STAFF, 2_000_000), (TRAVEL, 600_000)), "SCO001", []),
        # Below EUR 5 000 000 at any rate, tax included; and at least as much.
        (project("2024-01-01", "2025-12-31", (TRAVEL, 46_000_000), (VAT, 4_000_000), fund=Fund.ERDF), "VAT001", []),
        (
            project("2024-01-01", "2025-12-31", (TRAVEL, 60_000_000), (VAT, 5_000_000), fund=Fund.ERDF),
            "VAT001",
            [Severity.ERROR],
        ),
        (project("2024-01-01", "2024-12-31", (STAFF, 30_000_000), physical_investment=True), "PUB002", [Severity.INFO]),
        (project("2024-01-01", "2024-12-31", (STAFF, 900_000), physical_investment=True), "PUB002", []),
        (project("2023-01-01", "2025-12-31", (STAFF, 130_000_000), fund=Fund.ERDF), "PUB003", [Severity.INFO]),
        (project("2023-01-01", "2025-12-31", (STAFF, 100_000_000), fund=Fund.ERDF), "PUB003", []),
        # Public support of at most EUR 100 000, private money not counted; a programme could wait, so a warning.
        (esf(900_000, 100_000), "SCO001", [Severity.WARNING]),
        (esf(1_200_000, 100_000), "SCO001", []),
    ],
)
def test_kronor_far_from_a_threshold_need_no_rate(subject: Project, code: str, severities: list[Severity]) -> None:
    """Where every rate of the project's years gives one outcome, it is judged, and told what it rests on."""
    result = judged(subject).result(code)
    assert [finding.severity for finding in result.findings] == severities
    assert result.outcome is (Outcome.PASSED if set(severities) <= {Severity.INFO} else Outcome.FAILED)
    assert result.complete
    (note,) = result.notes
    assert "Europeiska centralbanken" in note.sv
    assert "widened by 2%" in note.en
    for finding in result.findings:
        assert finding.notes == result.notes
        assert finding.text("sv").endswith(f". {note.sv}")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (FundingSource.OWN_PRIVATE, "det offentliga stödet är 900 000 kr."),
        (FundingSource.OWN_PUBLIC, "det offentliga stödet är högst 950 000 kr."),
    ],
)
def test_the_finding_tells_the_amount_that_was_compared(source: FundingSource, told: str) -> None:
    """Article 67(2a) of 1303/2013 measures the public support, which own public money may be a part of."""
    subject = esf(900_000, 50_000)
    budget = subject.budget
    assert budget is not None
    own = attrs.evolve(budget.financing[1], funder=Funder(source=source))
    changed = attrs.evolve(subject, budget=attrs.evolve(budget, financing=[budget.financing[0], own]))
    (finding,) = judged(changed).result("SCO001").findings
    assert told in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")


WITHIN = project("2023-01-01", "2024-12-31", (STAFF, 2_300_000))


def test_kronor_near_a_threshold_wait_for_a_rate() -> None:
    """2 300 000 kronor are EUR 200 000 at 11,50, which lies within the bounds: the reason tells both."""
    result = judged(WITHIN).result("SCO001")
    assert (result.outcome, result.notes) == (Outcome.NOT_EVALUATED, ())
    assert result.reason is not None
    for told in ("2023–2024 var 10,78–12,23 kronor per euro", "kursen 11,50 kronor per euro avgör"):
        assert told in result.reason.sv


@pytest.mark.parametrize(("rate", "outcome"), [("11.60", Outcome.FAILED), ("11.40", Outcome.PASSED)])
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_stated_rate_decides_and_is_told_as_the_users(rate: str, outcome: Outcome, *, is_turned: bool) -> None:
    """At 11,60 the same kronor are EUR 198 276, at 11,40 EUR 201 754; a rate may be of the euro or of the krona."""
    named: dict[str, Any] = {"day": "2024-03-01", "source": "Riksbanken"}
    stated = euro(rate, **named)
    if is_turned:
        stated = ExchangeRate("SEK", "EUR", rate=round(1 / Decimal(rate), 8), **named)
    report = judged(WITHIN, stated)
    result = report.result("SCO001")
    assert result.outcome is outcome
    (note,) = result.notes
    for told in ("användarens egen", f"1{NBSP}mars{NBSP}2024", "källa: Riksbanken", "Ingen artikel anger vilken kurs"):
        assert told in note.sv
    assert all(finding.notes == result.notes for finding in result.findings)


def test_a_report_is_stamped_with_the_rate() -> None:
    """The text tells what passed rules rest on, and at which rate the project was judged; so does the document."""
    report = judged(WITHIN, euro("11.40", month="2024-03"), ExchangeRate("EUR", "NOK", rate="11.7"))
    text = report.text("sv", verbose=True)
    rate = f"1 euro = 11,40 kronor (mars{NBSP}2024, utan angiven källa)"
    assert f"PUB003, SCO001: Kursen är användarens egen: {rate}. Ingen artikel" in text
    other = "1 euro = 11,7 NOK (utan angiven dag, utan angiven källa)"
    assert text.endswith(f"enligt användarens kurs {rate}, enligt användarens kurs {other}")
    assert "at the user's rate 1 euro = 11.40 Swedish kronor (" in report.text("en").replace(NBSP, " ")
    document = json.loads(report.to_json())
    assert document["rates"][0] == {
        "unit_currency": "EUR",
        "price_currency": "SEK",
        "rate": "11.40",
        "day": None,
        "month": "2024-03/2024-03",
        "source": None,
    }
    by_rule = {each["rule"]: each for each in document["results"]}
    assert rate in by_rule["SCO001"]["notes"][0]["sv"]
    assert rate in by_rule["PUB002"]["findings"][0]["notes"][0]["sv"]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        # Years without rates, in part or wholly; the last that have any are told.
        (
            attrs.evolve(WITHIN, period=Period("2024-10-01", "2027-09-30")),
            ("perioden är 2024–2027", "hela åren 2024–2025: 10,50–12,01 kronor", "11,50"),
        ),
        (
            attrs.evolve(WITHIN, period=Period("2026-01-01", "2026-12-31")),
            ("perioden är 2026", "hela åren 2014–2025: 8,59–12,23 kronor", "11,50"),
        ),
        (
            attrs.evolve(WITHIN, period=OpenPeriod("2024-10-01")),
            ("hela perioden är inte känd", "11,50 kronor per euro"),
        ),
        (attrs.evolve(WITHIN, period=None), ("hela perioden är inte känd", "11,50 kronor per euro")),
        (
            attrs.evolve(WITHIN, budget=Budget([Cost(STAFF, ActualCost(Money(2_340_000, "NOK")))])),
            ("beloppet är i NOK", "bara för belopp i kronor", "11,70 NOK per euro avgör"),
        ),
    ],
)
def test_without_bounds_the_reason_tells_what_decides(subject: Project, told: tuple[str, ...]) -> None:
    """A year that is not over, a period without an end, another currency: not judged, and a rate is asked for."""
    result = judged(subject).result("SCO001")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason.sv.endswith(": ange en växelkurs")
    for each in told:
        assert each in result.reason.sv


def test_a_rate_between_other_currencies_is_not_used() -> None:
    """Norwegian kroner in euro say nothing of Swedish kronor, but of a project in them they do."""
    norwegian = ExchangeRate("EUR", "NOK", rate="11.8")
    assert judged(WITHIN, norwegian).result("SCO001").outcome is Outcome.NOT_EVALUATED
    in_kroner = attrs.evolve(WITHIN, budget=Budget([Cost(STAFF, ActualCost(Money(2_340_000, "NOK")))]))
    assert judged(in_kroner, norwegian).result("SCO001").outcome is Outcome.FAILED


# --- Amounts within bounds


@pytest.mark.parametrize(
    ("total", "outcome", "told"),
    [
        (Bounds.at_least(Money(130_000_000)), "above", ""),
        (Bounds.at_most(Money(100_000_000)), "below", ""),
        (Bounds.at_least(Money(112_000_000)), "open", "vid en lägre kurs än 11,20 kronor per euro är beloppet över"),
        (Bounds.at_most(Money(112_000_000)), "open", "vid en högre kurs än 11,20 kronor per euro är beloppet under"),
        (
            Bounds(Money(110_000_000), Money(113_333_333)),
            "open",
            "vid en lägre kurs än 11,00 kronor per euro är beloppet över gränsen, och vid en högre än 11,3334",
        ),
        (Bounds.at_least(Money(0)), "open", "beloppet är inte känt tillräckligt noga"),
        # At no rate of the year is EUR 10 million 29 000 million kronor: what is not known is the amount.
        (Bounds.under(Money(29_000_000_000)), "open", "beloppet är inte känt tillräckligt noga"),
        (Bounds(Money(1), Money(29_000_000_000)), "open", "beloppet är inte känt tillräckligt noga"),
        (Bounds.at_most(Money(0)), "below", ""),
    ],
)
def test_partly_known_amounts(total: Bounds[Money], outcome: str, told: str) -> None:
    """Each end is compared at the rate that is worst for it; the reason tells the rates at which an end decides."""
    result = judged(project("2024-01-01", "2024-12-31", fund=Fund.ERDF, budget=Budget(total=total))).result("PUB003")
    assert ("open" if result.reason else "above" if result.findings else "below") == outcome
    assert told in ("" if result.reason is None else result.reason.sv)


def test_an_exact_rate_leaves_an_amount_open_that_is_not_known() -> None:
    """With a stated rate no other decides: what is open then is the amount."""
    subject = project("2024-01-01", "2024-12-31", budget=Budget(total=Bounds.at_least(Money(5))))
    reason = judged(subject, euro(11)).result("PUB003").reason
    assert reason is not None
    assert reason.sv == "beloppet är inte känt tillräckligt noga"


def test_a_tenth_of_a_cent_counts() -> None:
    """50 kronor less an öre at 10 kronor a euro are less than five million: value added tax is eligible below that."""
    for kronor, outcome in (("49999999.99", Outcome.PASSED), ("50000000", Outcome.FAILED)):
        budget = Budget([Cost(VAT, ActualCost(Money(kronor)))])
        subject = project("2024-01-01", "2024-12-31", fund=Fund.ERDF, budget=budget)
        assert judged(subject, euro(10)).result("VAT001").outcome is outcome


# --- What holds at every rate


@st.composite
def near_a_threshold(draw: st.DrawFn) -> tuple[Project, ExchangeRate]:
    """A project in kronor of some years, near one of the thresholds, and a rate published in those years."""
    first = draw(st.integers(2021, max(PUBLISHED)))
    last = draw(st.integers(first, max(PUBLISHED)))
    low, high = PUBLISHED[draw(st.integers(first, last))]
    rate = Decimal(draw(st.integers(int(low * 10**4), int(high * 10**4)))).scaleb(-4)
    threshold = draw(st.sampled_from([100_000, 200_000, 500_000, 5_000_000, 10_000_000]))
    kronor = draw(st.integers(8 * threshold, 14 * threshold))
    vat = draw(st.integers(1, kronor - 1))
    fund = draw(st.sampled_from([Fund.ESF_PLUS, Fund.ERDF, Fund.JTF]))
    return project(f"{first}-01-01", f"{last}-12-31", (TRAVEL, kronor - vat), (VAT, vat), fund=fund), euro(rate)


@given(near_a_threshold())
def test_bounds_never_contradict_a_published_rate(drawn: tuple[Project, ExchangeRate]) -> None:
    """What is judged without a rate has the same outcome and findings at any rate of the project's years."""
    subject, rate = drawn
    at_the_rate = judged(subject, rate)
    assert at_the_rate.complete
    for result in judged(subject).results:
        if result.outcome is not Outcome.NOT_EVALUATED:
            other = at_the_rate.result(result.rule.code)
            assert result.outcome is other.outcome
            assert [(each.place, each.severity) for each in result.findings] == [
                (each.place, each.severity) for each in other.findings
            ]


@given(st.integers(2_200_000, 2_400_000))
def test_the_rate_that_is_told_decides(kronor: int) -> None:
    """Just below the told rate the amount is above the threshold, and just above it not."""
    turning = math.ceil(Fraction(kronor, 200_000) * 10**4)
    subject = project("2023-01-01", "2024-12-31", (STAFF, kronor))
    reason = judged(subject).result("SCO001").reason
    assert reason is not None
    told = reason.en.partition("the rate of ")[2].partition("the rate of ")[2].partition(" ")[0]
    assert Decimal(told) == Decimal(turning).scaleb(-4)
    outcomes = [judged(subject, euro(Decimal(turning + step).scaleb(-4))).result("SCO001").outcome for step in (-1, 1)]
    assert outcomes == [Outcome.PASSED, Outcome.FAILED]


# --- Ten Swedish projects, each twice the size of the one before, with costs of every kind

SIZES = [250_000 * 2**power for power in range(10)]
YEARS = [(2021, 2021), (2022, 2023), (2023, 2025), (2024, 2024), (2025, 2025)]


def of_every_kind(kronor: int, first: int, last: int) -> Project:
    """A project with a line of each cost basis that sum to about this much, and some tax."""
    part = kronor // 10
    costs = [
        Cost(STAFF, ActualCost(Money(3 * part))),
        Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [STAFF])),
        Cost(CostCategory.EXTERNAL_SERVICES, ActualCost(Money(3 * part))),
        Cost(TRAVEL, UnitCost(Money(part // 100), 100)),
        Cost(CostCategory.OTHER, LumpSum(Money(part))),
        Cost(VAT, ActualCost(Money(part))),
    ]
    return project(f"{first}-03-01", f"{last}-11-30", budget=Budget(costs))


@pytest.mark.parametrize("fund", [Fund.ESF_PLUS, Fund.ERDF])
def test_most_swedish_projects_are_judged_without_a_rate(fund: Fund) -> None:
    """Of ten projects of 2021 to 2025 at least eight are judged by every rule with a threshold in euro."""
    subjects = [
        attrs.evolve(of_every_kind(kronor, *YEARS[index % len(YEARS)]), fund=fund) for index, kronor in enumerate(SIZES)
    ]
    assert sum(judged(subject).complete for subject in subjects) >= 8


@pytest.mark.parametrize("last", [2027, 2028])
def test_a_project_that_ends_later_tells_what_is_missing(last: int) -> None:
    """Each of the four rules tells the years whose rates are known, and the rate that decides."""
    report = judged(of_every_kind(2_300_000, 2025, last))
    for result in report.results:
        assert result.outcome is Outcome.NOT_EVALUATED
        assert result.reason is not None
        assert f"the period is 2025–{last}" in result.reason.en
        assert "only of the whole years 2025" in result.reason.en


# --- Portfolios and rates that are refused


def test_a_portfolio_tells_each_ground_once() -> None:
    """Of three projects two rest on the same bounds, and each finding has its own."""
    early = project("2021-01-01", "2021-12-31", (STAFF, 900_000))
    report = judged(Portfolio([WITHIN, early, attrs.evolve(early), project("2024-01-01", "2024-12-31", (STAFF, 5))]))
    result = report.result("SCO001")
    assert [("2021" in note.en, "2024" in note.en) for note in result.notes] == [(True, False), (False, True)]
    assert [finding.place for finding in result.findings] == [f"projects[{n}].budget.costs[0]" for n in (1, 2, 3)]
    assert all("2024" in finding.text("en") for finding in result.findings[2:])
    assert result.reason is not None


@pytest.mark.parametrize(
    ("rates", "on", "code", "place"),
    [
        ([euro(11), euro(12)], None, "exchange_rate.stated_twice", "rates[1]"),
        ([euro(11), euro(11)], None, "exchange_rate.stated_twice", "rates[1]"),
        ([euro(11), ExchangeRate("SEK", "EUR", rate=1)], None, "exchange_rate.stated_twice", "rates[1]"),
        ([euro(11, day="9998-01-01")], None, "exchange_rate.not_passed", "rates[0].day"),
        ([euro(11, month="9998-01")], None, "exchange_rate.not_passed", "rates[0].month"),
        ([euro(11, day="2024-03-02")], "2024-03-01", "exchange_rate.not_passed", "rates[0].day"),
        (
            [euro(11, day="2024-04-02", month="2024-04")],
            "2024-03-31",
            "exchange_rate.not_passed",
            "rates[0].day",
        ),
    ],
)
def test_rates_that_cannot_be_used(rates: list[ExchangeRate], on: str | None, code: str, place: str) -> None:
    """Two rates for one pair contradict each other or say nothing new; one of a day to come is a guess."""
    with pytest.raises(InvalidValue) as caught:
        validate(WITHIN, on=on, rates=rates)
    assert (caught.value.code, caught.value.place) == (code, place)
    assert caught.value.given is not None
    for language in ("sv", "en"):
        assert caught.value.text(language).startswith({"sv": "Växelkurs", "en": "Exchange rate"}[language])


def test_a_rate_of_the_day_itself_counts() -> None:
    """A rate of the very day, or of the month that it lies in, is known then; so is one without a day."""
    rates = [euro(11, day="2024-03-15"), euro(11, month="2024-03"), euro(11)]
    for rate in rates:
        assert validate(WITHIN, on="2024-03-15", rules=(), rates=[rate]).rates == (rate,)


@pytest.mark.parametrize("wrong", [5, ["11.20"], "11.20", euro(11)])
def test_what_is_no_rate_is_a_wrong_type(wrong: Any) -> None:  # noqa: ANN401
    """A number or a text is no rate between two currencies, and a single rate is no list of them."""
    with pytest.raises(TypeError, match="ExchangeRate"):
        as_rates(wrong, None)


def test_another_period_may_be_that_of_the_amount() -> None:
    """A rule on a portfolio has no project whose years count: it says which do."""
    words = Words("för mycket", "too much")
    context = Context(rule="A1", severity=Severity.INFO, basis=Ground.POLICY, words=words, law=LAW)
    aid, ceiling = Money(4_000_000), Money(300_000, "EUR")
    assert exceeds(context, aid, aid, ceiling, during=Period("2023-06-01", "2025-05-31"))
    assert len(context.notes) == 1
    with pytest.raises(NotKnown, match="the whole period is not known"):
        exceeds(context, aid, aid, ceiling)


def test_a_ground_is_noted_once() -> None:
    """Two comparisons at one rate rest on the same."""
    words = Words("Kursen är {found}.", "The rate is {found}.")
    context = Context(rule="A1", severity=Severity.INFO, basis=Ground.POLICY, words=words, law=LAW)
    for _ in range(2):
        context.note(words)
    assert context.notes == [words]
    assert context.finding("budget", found=1).notes == (words,)


def test_a_currency_without_an_everyday_name_is_its_code() -> None:
    """Kronor and euro are named, others are told by their codes."""
    assert [currency_words(code).sv for code in ("SEK", "EUR", "NOK")] == ["kronor", "euro", "NOK"]
