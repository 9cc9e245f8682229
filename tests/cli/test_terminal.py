from __future__ import annotations

import io
import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.cli import _terminal
from esfmodel.formats import to_text
from esfmodel.model import Project

LETTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def printed(text: str, encoding: str, *, pairs: bool | None = None) -> str:
    """Return what stands on a terminal of this encoding."""
    raw = io.BytesIO()
    terminal = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", terminal)
        if pairs is None:
            _terminal.say(text)
        else:
            _terminal.say_source(text, pairs=pairs)
    terminal.flush()
    return raw.getvalue().decode(encoding)


@given(st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252"]))
def test_any_text_can_be_said(text: str, encoding: str) -> None:
    """Whatever the text and the terminal, something is printed, and nothing of it is a control character."""
    shown = printed(text, encoding)
    assert shown.endswith("\n")
    assert all(line.replace("\xa0", " ").isprintable() or not line.isascii() for line in shown.split("\n"))
    assert "\x1b" not in shown


def test_a_terminal_without_the_letters() -> None:
    """Where a terminal has no minus or no-break space, it gets the plain ones; other letters become escapes."""
    assert printed("−3\xa0706 kr – ”Å”", "ascii") == '-3 706 kr - "\\xc5"\n'
    assert printed("−3\xa0706 kr – ”Å”", "utf-8") == "−3\xa0706 kr – ”Å”\n"


def test_a_stream_that_names_no_encoding() -> None:
    """Text can be said to anything that takes text."""
    stream = io.StringIO()
    _terminal.say("Å", stream)
    assert stream.getvalue() == "Å\n"


@given(LETTERS.filter(str.strip), LETTERS, st.sampled_from(["utf-8", "ascii", "latin-1"]))
def test_a_printed_document_is_the_document(name: str, summary: str, encoding: str) -> None:
    """What is escaped in a JSON or TOML text for the terminal's sake is read back as it was."""
    project = Project(name, summary=summary if summary.strip() else None)
    as_json, as_toml = to_text(project, "project_json"), to_text(project, "project_toml")
    shown = printed(as_json, encoding, pairs=True)
    assert json.loads(shown) == json.loads(as_json)
    assert not {"\x1b", "\x9b", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(shown)
    assert tomllib.loads(printed(as_toml, encoding, pairs=False)) == tomllib.loads(as_toml)
