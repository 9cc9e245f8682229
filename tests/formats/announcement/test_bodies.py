"""Organisations in running text: one by one, in lists, elliptic and in groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.formats.announcement.bodies import (
    bodies_listed,
    body_at,
    body_before,
    is_place,
    is_surely_one,
    kind_of,
    listed_before,
)
from esfmodel.model import OrganisationKind

MUNICIPALITIES = {
    "Bodens": "Bodens kommun",
    "Kalix": "Kalix kommun",
    "Piteås": "Piteå kommun",
    "Sala": "Sala kommun",
    "Enköpings": "Enköpings kommun",
    "Säters": "Säters kommun",
}
BODIES = (
    "Sala kommun",
    "Region Dalarna",
    "Mitt Företag AB",
    "Bollnäs folkhögskola",
    "Stiftelsen Gott Liv",
    "Skogsstyrelsen",
)


def listed(text: str) -> list[str]:
    """Return the names of the bodies that a text begins with."""
    return [body.organisation.name for body in bodies_listed(text, 0, len(text))]


def written(names: list[str], last: str) -> str:
    """Return names as a list in a sentence."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@given(st.lists(st.sampled_from(sorted(MUNICIPALITIES)), min_size=2, unique=True), st.sampled_from(["och", "samt"]))
def test_elliptic_genitives(names: list[str], last: str) -> None:
    """In "Bodens, Kalix och Piteås kommuner" each is a municipality, named as the official list has it."""
    assert listed(f"{written(names, last)} kommuner") == [MUNICIPALITIES[name] for name in names]


@given(st.lists(st.sampled_from(BODIES), min_size=1, unique=True), st.sampled_from(["och", "samt"]))
def test_lists_of_bodies(names: list[str], last: str) -> None:
    """They are found from their first word on, and from what follows them back."""
    text = written(names, last)
    assert listed(f"{text}.") == names
    found = listed_before(f"I dag deltar {text} i projektet.", 0, len(f"I dag deltar {text}"))
    assert [body.organisation.name for body in found] == names


@given(st.text(st.sampled_from("AaÅ ,.&-–/()1\nochsamtkommun") | st.characters(), max_size=60))
def test_bodies_stand_in_the_text(text: str) -> None:
    """Whatever a text holds, each body is a part of it, in order, and has a name."""
    bodies = bodies_listed(text, 0, len(text))
    assert all(0 <= body.start < body.end <= len(text) for body in bodies)
    assert [body.start for body in bodies] == sorted({body.start for body in bodies})
    assert all(body.organisation.name.strip() for body in bodies)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sala kommun", OrganisationKind.MUNICIPALITY),
        ("Malmö stad", OrganisationKind.MUNICIPALITY),
        ("Västra Norrlands samordningsförbund", OrganisationKind.MUNICIPAL_FEDERATION),
        ("Region Dalarna", OrganisationKind.REGION),
        ("Länsstyrelsen i Dalarnas län", OrganisationKind.STATE_AUTHORITY),
        ("Skogsstyrelsen", OrganisationKind.STATE_AUTHORITY),
        ("Bollnäs folkhögskola", OrganisationKind.FOLK_HIGH_SCHOOL),
        ("Umeå universitet", OrganisationKind.UNIVERSITY),
        ("Högskolan Dalarna", OrganisationKind.UNIVERSITY),
        ("Handelskammaren Mitt", OrganisationKind.CHAMBER_OF_COMMERCE),
        ("Stiftelsen Gott Liv", OrganisationKind.FOUNDATION),
        ("Mitt Företag AB", OrganisationKind.COMPANY),
        ("Bygdens ideella förening", OrganisationKind.ASSOCIATION),
        ("Nordiska nätverket", OrganisationKind.NETWORK),
        ("Nätverket Ung i Norr", OrganisationKind.NETWORK),
        ("Vinterspelen", None),
    ],
)
def test_kinds(name: str, kind: OrganisationKind | None) -> None:
    """The kind is in the name; a name that tells none has none."""
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("kommunerna Sala, Heby och Enköping.", [("Sala kommun", 1), ("Heby kommun", 1), ("Enköpings kommun", 1)]),
        ("regionerna Dalarna och Gävleborg", [("Region Dalarna", 1), ("Region Gävleborg", 1)]),
        ("23 kommuner och två folkhögskolor", [("23 kommuner", 23), ("två folkhögskolor", 2)]),
        ("14 av 15 kommuner", [("14 av 15 kommuner", 14)]),
        ("en folkhögskola", [("en folkhögskola", 1)]),
        ("fyra andra regioner i Norrland", [("fyra andra regioner i Norrland", 4)]),
        ("ett antal kommuner", [("ett antal kommuner", None)]),
        ("näringslivet samt Sala kommun", [("näringslivet", None), ("Sala kommun", 1)]),
        ("Sala kommun (ägare), Heby kommun", [("Sala kommun", 1), ("Heby kommun", 1)]),
        ("SLU, Sveriges lantbruksuniversitet och Umeå universitet", [("SLU", 1), ("Umeå universitet", 1)]),
        ("Malmö och Göteborgs städer", [("Malmö kommun", 1), ("Göteborgs kommun", 1)]),
        ("Sala och Heby", [("Sala kommun", 1), ("Heby kommun", 1)]),
        (
            "Region Dalarna samt Bodens och Kalix kommuner",
            [("Region Dalarna", 1), ("Bodens kommun", 1), ("Kalix kommun", 1)],
        ),
        ("ideella krafter, Sala kommun och Heby kommun", [("Sala kommun", 1), ("Heby kommun", 1)]),
        ("Anna Berg och Sala kommun", []),
        ("Sala och Nyby kommuner", [("Sala kommun", 1), ("Nyby kommun", 1)]),
        ("Dessutom", []),
        ("Anna Berg", []),
        ("alla som vill", []),
    ],
)
def test_lists_and_groups(text: str, bodies: list[tuple[str, int | None]]) -> None:
    """What the bodies of a list share is written out, groups are counted, and persons are none."""
    found = [body.organisation for body in bodies_listed(text, 0, len(text))]
    assert [(each.name, each.count) for each in found] == bodies


def test_a_list_has_an_end() -> None:
    """So many bodies are listed, and no more are looked for."""
    assert len(listed(", ".join(["Sala kommun"] * 450))) == 400


def test_a_number_word_above_twenty() -> None:
    """A group is counted whatever its number word."""
    assert listed("tjugotre kommuner") == ["tjugotre kommuner"]


def test_a_body_before_a_place() -> None:
    """The name that ends right there is taken, and nothing farther off."""
    text = "I dag har Sala kommun beslutat. Det gläder oss."
    assert body_before(text, 0, text.index(" beslutat")) == body_at(text, text.index("Sala"), text.index(" beslutat"))
    assert body_before(text, 0, len(text)) is None
    assert listed_before(text, 0, len(text)) == ()


def test_the_end_of_a_list_is_not_the_list() -> None:
    """What begins after a comma is a list of its own, or belongs to what stands before; it is never cut."""
    text = "Vi som söker arbete, Sala kommun och Heby kommun"
    names = [body.organisation.name for body in listed_before(text, 0, len(text))]
    assert names in ([], ["Sala kommun", "Heby kommun"])


def test_places_and_bodies_of_one_word() -> None:
    """A place is no body; one word is one where the text has it with a capital within a sentence."""
    assert is_place("Sala")
    assert is_place("Norrland")
    assert is_place("Norrlands")
    assert not is_place("Almi")
    for text, sure in (
        ("Almi deltar.", False),
        ("Med stöd av Almi startar vi. Almi deltar.", True),
        ("Sala deltar.", False),
    ):
        body = body_at(text, text.rindex(text.split()[-2]), len(text))
        assert body is not None
        assert is_surely_one(text, body) is sure
