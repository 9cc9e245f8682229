from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from types import ModuleType


@given(st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{0,8}[a-rt-wyåäö]", fullmatch=True))
def test_a_name_has_an_s(name: str) -> None:
    """A Swedish name has an s and no apostrophe, an English one both."""
    assert sv.genitive(name) == f"{name}s"
    assert en.genitive(name) == f"{name}\N{RIGHT SINGLE QUOTATION MARK}s"


@pytest.mark.parametrize(
    ("name", "swedish"),
    [
        ("Östersund", "Östersunds"),
        ("Härjedalen", "Härjedalens"),
        ("Borås", "Borås"),
        ("Bengtsfors", "Bengtsfors"),
        ("Max", "Max"),
        ("Schweiz", "Schweiz"),
        ("Bräcke kommun", "Bräcke kommuns"),
        ("Region Örebro län", "Region Örebro läns"),
        ("Svenska ESF-rådet", "Svenska ESF-rådets"),
        ("Länsstyrelsen i Västernorrland", "Länsstyrelsen i Västernorrlands"),
        ("EU", "EU:s"),
        ("SIS", "SIS:s"),
        ("AMF AB", "AMF AB:s"),
        ("Projekt-TV", "Projekt-TV:s"),
        ("avd.", "avd.:s"),
        ("Europeiska socialfonden+", "Europeiska socialfonden+:s"),
        ("Agenda 2030", "Agenda 2030:s"),
        ("Café André", "Café Andrés"),
    ],
)
def test_whose_it_is_in_swedish(name: str, swedish: str) -> None:
    """No s after s, x and z; a colon after capitals, shortened words and figures; a whole name has one s, last."""
    assert sv.genitive(name) == swedish
    assert en.genitive(name) == f"{name}\N{RIGHT SINGLE QUOTATION MARK}s"


@pytest.mark.parametrize("language", [sv, en])
@pytest.mark.parametrize(
    "name", ["", " ", "projektet ”Vägled”", "Vägled (16 månader)", "Vägled!", "-", "Vägled ", "+", "."]
)
def test_what_takes_no_ending_is_refused(language: ModuleType, name: str) -> None:
    """After a quotation mark, a bracket or a space there is no ending: the sentence is written in another way."""
    with pytest.raises(InvalidValue, match="takes no ending; say it with a preposition"):
        language.genitive(name)


@given(st.text(), st.sampled_from([sv, en]))
def test_any_text_has_an_ending_or_is_refused(text: str, language: ModuleType) -> None:
    """Whatever stands in a field for names is bent or refused by an error of ours."""
    with suppress(InvalidValue):
        assert language.genitive(text).startswith(text)


@pytest.mark.parametrize("language", [sv, en])
def test_a_name_is_text(language: ModuleType) -> None:
    """What is no text has no genitive."""
    with pytest.raises(TypeError, match="name must be a str"):
        language.genitive(None)
