from __future__ import annotations

import io
import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.cli import _terminal
from esfmodel.cli._convert import say_note
from esfmodel.formats import to_text
from esfmodel.model import Project
from esfmodel.rules import Severity

NO_TERMINAL = {"COLUMNS": "", "NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm"}
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


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Answer as a terminal does."""
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "is_coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, environment: dict[str, str], is_coloured: bool
) -> None:
    """An error is red on a terminal, unless somebody asked for no colour; without it the words are the same."""
    for name, value in {**NO_TERMINAL, **environment}.items():
        monkeypatch.setenv(name, value)
    for severity, code in ((Severity.ERROR, "31"), (Severity.WARNING, "33"), (Severity.INFO, ""), (None, "")):
        stream.seek(0)
        stream.truncate()
        _terminal.say("Fel\x1b[0m", stream, severity=severity)
        shown = stream.getvalue()
        assert shown == ("\x1b[" + code + "mFel\\x1b[0m\x1b[0m\n" if code and is_coloured else "Fel\\x1b[0m\n")


@pytest.mark.parametrize(
    ("columns", "page", "text"),
    [("60", 60, 60), ("132", 132, 100), ("12", 40, 40), ("", 80, 80), ("0", 80, 80), ("wide", 80, 80)],
)
def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, page: int, text: int) -> None:
    """Where nobody says how wide it is, the width is 80; running text is never wider than can be read."""
    with monkeypatch.context() as nowhere, io.StringIO() as stream:
        nowhere.setenv("COLUMNS", columns)
        nowhere.setattr("sys.__stdout__", stream)
        assert (_terminal.page_width(), _terminal.text_width()) == (page, text)


def test_a_name_longer_than_a_line_stands_on_one_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """So that it can be copied, as a path is; a short one begins the sentence."""
    say_note("lista.toml", "Här.", "sv")
    say_note("l" * 200, "Här.", "sv")
    assert capsys.readouterr().err == f"esfmodel: lista.toml: Här.\nesfmodel: {'l' * 200}:\nHär.\n"
