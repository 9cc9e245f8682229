from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Call,
    CategoryOfRegion,
    Cci,
    Country,
    Fund,
    InvalidValue,
    NutsCode,
    OwnShare,
    Priority,
    Programme,
    ProgrammingPeriod,
    Project,
    Rate,
)
from esfmodel.testing import nuts_codes, own_shares, priorities

if TYPE_CHECKING:
    from collections.abc import Callable

HALF, LESS, MORE = (OwnShare.exactly(Rate.of_percent(percent)) for percent in (50, 40, 60))


@pytest.mark.parametrize("fund", Fund)
def test_a_fund_is_read_by_its_short_name(fund: Fund) -> None:
    """The value of a fund is its text, and is read in any case and with any space."""
    for text in (fund.value, fund.value.lower(), f"  {fund.value}\N{NO-BREAK SPACE}"):
        assert Fund.parse(text) is fund


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("Europeiska socialfonden", Fund.ESF),
        ("Europeiska socialfonden+", Fund.ESF_PLUS),
        ("Europeiska  Socialfonden Plus", Fund.ESF_PLUS),
        ("Eruf", Fund.ERDF),
        ("ERUF", Fund.ERDF),
        ("Europeiska regionala utvecklingsfonden", Fund.ERDF),
        ("Fonden för en rättvis omställning", Fund.JTF),
        ("Just Transition Fund", Fund.JTF),
        ("Sammanhållningsfonden", Fund.COHESION_FUND),
    ],
)
def test_a_fund_is_read_by_the_names_of_registers(text: str, fund: Fund) -> None:
    """Swedish and English registers write funds out, or by their Swedish letters."""
    assert Fund.parse(text) is fund


@pytest.mark.parametrize("text", ["", " ", "ESF++", "Vinnova", "ＥＳＦ", "E S F", "ESF+" * 10_000_000])
def test_what_is_no_fund_is_refused(text: str) -> None:
    """An unknown name is an error that lists the funds, however long it is."""
    with pytest.raises(InvalidValue, match=r"fund .* is not one we know; use one of ESF, ESF\+, YEI") as refused:
        Fund.parse(text)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("wrong", [None, 1, b"ESF", Fund.ESF])
def test_a_fund_is_read_from_text(wrong: object) -> None:
    """What is no text is a TypeError."""
    with pytest.raises(TypeError, match="text must be a str"):
        Fund.parse(cast("str", wrong))


@given(priorities())
def test_a_priority_is_printed_as_its_code(priority: Priority) -> None:
    """Registers print the code of a priority."""
    assert str(priority) == priority.code


TRANSITION, DEVELOPED = CategoryOfRegion.TRANSITION, CategoryOfRegion.MORE_DEVELOPED
SIXTY, FORTY = Rate.of_percent(60), Rate.of_percent(40)


@given(priorities())
def test_every_decided_rate_is_found_by_its_category(priority: Priority) -> None:
    """The one rate and its category are one pair among the others; without a pair that of the whole counts."""
    pairs = list(priority.rates)
    if priority.eu_rate is not None:
        pairs.append((priority.category_of_region, priority.eu_rate))
    assert dict(pairs) == priority.decided_rates
    for category in (None, *CategoryOfRegion):
        assert priority.rate_for(category) == dict(pairs).get(category, dict(pairs).get(None))
    stated = {category for category, _ in pairs} | {priority.category_of_region}
    assert set(priority.categories_of_region) == stated - {None}


def test_rates_may_be_given_as_a_table_or_as_pairs() -> None:
    """A pair that is repeated is kept once, and one that agrees with the one rate is no contradiction."""
    kept = ((TRANSITION, SIXTY), (DEVELOPED, FORTY))
    for given_as in ({TRANSITION: SIXTY, DEVELOPED: FORTY}, [*kept, kept[0]], kept):
        assert Priority("A", rates=given_as).rates == kept
    both = Priority("A", category_of_region=DEVELOPED, eu_rate=FORTY, rates=kept)
    assert both.decided_rates == {DEVELOPED: FORTY, TRANSITION: SIXTY}
    assert Priority("A", rates=[(None, SIXTY)]).rate_for(DEVELOPED) == SIXTY
    assert repr(
        Priority("A", rates=kept[:1])
    ) == 'Priority("A", rates=[(CategoryOfRegion.TRANSITION, Rate.of_percent("60"))])'.replace('"A"', "'A'")


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        ({"rates": [(DEVELOPED, FORTY), (TRANSITION, SIXTY), (DEVELOPED, SIXTY)]}, "priority.two_rates", "rates[2]"),
        (
            {"rates": {DEVELOPED: FORTY}, "category_of_region": DEVELOPED, "eu_rate": SIXTY},
            "priority.two_rates",
            "rates[0]",
        ),
        ({"rates": [(None, FORTY)], "eu_rate": SIXTY}, "priority.two_rates", "rates[0]"),
        ({"rates": {DEVELOPED: FORTY}, "eu_rate": FORTY}, "priority.rate_of_the_whole", "rates[0]"),
        ({"rates": [(DEVELOPED, FORTY), (None, FORTY)]}, "priority.rate_of_the_whole", "rates[1]"),
    ],
)
def test_rates_that_contradict_each_other_are_refused(fields: dict[str, Any], code: str, place: str) -> None:
    """Two rates of one category, and a rate of the whole beside that of a category, cannot both be decided."""
    with pytest.raises(InvalidValue) as refused:
        Priority("A", **fields)
    assert (refused.value.code, refused.value.place) == (code, place)


@pytest.mark.parametrize(
    ("rates", "wrong"),
    [
        ("A", "rates takes several pairs"),
        ([DEVELOPED], r"rates\[0\] must be a pair"),
        ({DEVELOPED: 40}, r"rates\[0\] must be Rate, not int"),
        ({"more developed": FORTY}, r"rates\[0\] must be CategoryOfRegion, not str"),
    ],
)
def test_rates_of_a_wrong_type_are_type_errors(rates: Any, wrong: str) -> None:  # noqa: ANN401
    """What is no pair of a category and a rate is said with its place."""
    with pytest.raises(TypeError, match=wrong):
        Priority("A", rates=rates)


def test_what_identifies_a_programme_may_be_given_as_text() -> None:
    """The text of a CCI, a programming period and a country is read."""
    programme = Programme("2021SE05SFPR001", programming_period="2021-2027", country="Sverige")
    assert programme.cci == Cci("2021SE05SFPR001")
    assert programme.programming_period == ProgrammingPeriod(2021, 2027)
    assert programme.country == Country("SE")
    with pytest.raises(InvalidValue, match="is not the code of a programme"):
        Programme("2021")


@pytest.mark.parametrize("empty", ["", " "])
def test_specific_objectives_say_something(empty: str) -> None:
    """An empty text among the specific objectives is refused, with its place."""
    with pytest.raises(InvalidValue, match="is empty") as refused:
        Priority("A", specific_objectives=["ESO4.1", empty])
    assert refused.value.place == "specific_objectives[1]"


def test_a_call_may_name_its_priority_by_the_code() -> None:
    """The code stands for a priority of which nothing else is known."""
    assert Call(priority="A").priority == Priority("A")


# The own share that a call demands may differ by region.


@pytest.mark.parametrize(
    ("region", "own_share"),
    [("SE31", LESS), ("SE312", MORE), ("SE311", LESS), ("SE32", HALF), ("SE", HALF), ("SE3", HALF), ("FI31", HALF)],
)
def test_the_nearest_region_decides(region: str, own_share: OwnShare) -> None:
    """What a call says of the smallest region that holds a project counts; elsewhere what it says of all."""
    call = Call(own_share=HALF, own_share_by_region={"SE31": LESS, "SE312": MORE})
    assert call.own_share_for(NutsCode(region)) is own_share


def test_without_a_region_nobody_can_say() -> None:
    """A project whose region is not known has the call's share only where no region has its own."""
    assert Call(own_share=HALF).own_share_for(None) is HALF
    assert Call(own_share=HALF, own_share_by_region={"SE31": LESS}).own_share_for(None) is None
    assert Call().own_share_for(NutsCode("SE32")) is None


@given(
    st.lists(st.tuples(nuts_codes(), own_shares()), max_size=4, unique_by=lambda pair: pair[0]),
    nuts_codes(),
    own_shares(),
)
def test_the_share_of_a_region_is_one_that_the_call_states(
    by_region: list[tuple[NutsCode, OwnShare]], region: NutsCode, otherwise: OwnShare
) -> None:
    """No region within the one that decides, and holding the project, has a share of its own."""
    found = Call(own_share=otherwise, own_share_by_region=by_region).own_share_for(region)
    holding = [code for code, _ in by_region if code.contains(region)]
    if not holding:
        assert found == otherwise
    else:
        deepest = max(code.level for code in holding)
        assert found in [share for code, share in by_region if code in holding and code.level == deepest]


def test_regions_are_given_as_a_mapping_or_as_pairs() -> None:
    """Codes may be text, and what is kept is pairs."""
    kept = ((NutsCode("SE31"), LESS),)
    for given_as in ({"SE31": LESS}, {NutsCode("SE31"): LESS}, [("SE31", LESS)], iter([("SE31", LESS)])):
        assert Call(own_share_by_region=given_as).own_share_by_region == kept


def test_a_region_has_one_own_share() -> None:
    """Two own shares that differ contradict each other; the same one said twice does not."""
    assert Call(own_share_by_region=[("SE31", LESS), ("SE31", LESS)]).own_share_for(NutsCode("SE31")) == LESS
    with pytest.raises(InvalidValue, match=r"own_share_by_region\[1\] .* is given more than once") as refused:
        Call(own_share_by_region=[("SE31", LESS), (NutsCode("SE31"), MORE)])
    assert refused.value.given == NutsCode("SE31")


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ("SE31", "own_share_by_region takes several pairs, such as a list; not str"),
        ([LESS], r"own_share_by_region\[0\] must be a pair, not OwnShare"),
        ([("SE31", LESS), ("SE32", LESS, LESS)], r"own_share_by_region\[1\] must be a pair, not tuple"),
        ([(31, LESS)], r"own_share_by_region\[0\] must be NutsCode, not int"),
        ({"SE31": Rate.of_percent(40)}, r"own_share_by_region\[SE31\] must be OwnShare, not Rate"),
    ],
)
def test_what_is_no_share_of_a_region_is_refused(wrong: object, match: str) -> None:
    """A wrong pair is a TypeError that names its place."""
    call = cast("Callable[..., Call]", Call)
    with pytest.raises(TypeError, match=match):
        call(own_share_by_region=wrong)


@pytest.mark.parametrize("text", ["A\0", "\u202eA", "\udc00", "a" * 1_000_001], ids=["NUL", "override", "half", "long"])
def test_no_text_of_a_list_holds_what_nobody_means(text: str) -> None:
    """What a single text may not hold, none of several may, and its place in the list is told."""
    with pytest.raises(InvalidValue) as refused:
        Priority("A", specific_objectives=["a", text])
    assert refused.value.place == "specific_objectives[1]"


def test_a_class_of_ones_own_passes_for_what_it_is() -> None:
    """A priority of an app's own class is a priority."""

    class OwnPriority(Priority):
        """A priority of an app."""

    assert Project("Framtidskraft", priority=OwnPriority("A")).priority == OwnPriority("A")
