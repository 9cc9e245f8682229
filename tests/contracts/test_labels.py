"""Every public enumeration has a label of every member in both languages, and its labels are read back."""

from __future__ import annotations

import enum
import importlib
import pkgutil
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import esfmodel
from esfmodel.text import en, sv
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import LANGUAGES, Labelled


def public_enumerations() -> list[type[Labelled]]:
    """List the enumerations that any public module exports, each once."""
    modules = ["esfmodel", *(each.name for each in pkgutil.iter_modules(esfmodel.__path__, "esfmodel."))]
    exported = (
        getattr(module, name)
        for module in map(importlib.import_module, (each for each in modules if "._" not in each))
        for name in getattr(module, "__all__", ())
    )
    found = {each.__name__: each for each in exported if isinstance(each, enum.EnumType)}
    return [cast("type[Labelled]", found[name]) for name in sorted(found)]


ENUMERATIONS = public_enumerations()
MEMBERS = [member for kind in ENUMERATIONS for member in kind]


def test_every_public_enumeration_can_be_labelled() -> None:
    """There are some thirty, and each takes a language as format spec."""
    assert len(ENUMERATIONS) > 30
    assert all(issubclass(kind, Labelled) for kind in ENUMERATIONS)


@pytest.mark.parametrize("kind", ENUMERATIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_a_label_of_its_own(kind: type[Labelled], language: str) -> None:
    """No member lacks its label in a language, and no two of an enumeration share one."""
    labels = labels_of(kind)[language]
    assert list(labels) == list(kind)
    assert all(text == text.strip() != "" for text in labels.values())
    assert len({text.casefold() for text in labels.values()}) == len(kind)


@pytest.mark.parametrize("kind", ENUMERATIONS)
def test_no_name_is_that_of_two_members(kind: type[Labelled]) -> None:
    """Values, names and labels in both languages, taken together, name one member each."""
    owners: dict[str, Labelled] = {}
    for member in kind:
        for name in (member.value, member.name, sv.label(member), en.label(member)):
            assert owners.setdefault(name.casefold(), member) is member, name


@given(st.sampled_from(MEMBERS), st.data())
def test_what_is_written_is_read_back(member: Labelled, data: st.DataObject) -> None:
    """A label, value or name in any case, with hyphens for spaces, is read as its member in both languages."""
    name: str = data.draw(st.sampled_from([member.value, member.name, f"{member:sv}", f"{member:en}"]))
    changed = data.draw(st.sampled_from([name, name.upper(), name.title(), f" {name} ", name.replace(" ", "-")]))
    assert sv.parse_label(type(member), changed) is en.parse_label(type(member), changed) is member


@given(st.sampled_from(MEMBERS))
def test_an_f_string_writes_the_label(member: Labelled) -> None:
    """Without a spec an f-string writes what `str` does; with a language, the label that a form offers."""
    assert f"{member}" == str(member) == f"{type(member).__name__}.{member.name}"
    for spec, text in (("sv", sv), ("en", en)):
        assert format(member, spec) == text.label(member)
        assert (member.value, format(member, spec)) in text.choices(type(member))
