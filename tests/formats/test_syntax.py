"""The lines of places, and what is said of a text that is no JSON or TOML."""

from __future__ import annotations

import json
import time
import tomllib
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esfmodel.errors import ReadError
from esfmodel.formats import read_text, to_text
from esfmodel.formats.toml import toml_of
from esfmodel.testing import projects
from esfmodel.values.syntax import at_key, json_error, lines_in, steps_of

if TYPE_CHECKING:
    from esfmodel.model import Project

HEAD = 'format = "esfmodel/projects"\nversion = 2\n'
BARE_KEYS = st.text("abcXYZ09_-", min_size=1, max_size=5)
SCALARS = st.one_of(st.text(max_size=12), st.integers(-5, 5), st.booleans())
KEYS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S")), max_size=6)
VALUES = st.recursive(
    SCALARS | st.lists(SCALARS, max_size=3),
    lambda inner: (
        st.lists(st.dictionaries(BARE_KEYS, inner, max_size=3), max_size=3)
        | st.dictionaries(BARE_KEYS, inner, max_size=3)
    ),
    max_leaves=12,
)


def places_in(value: object, place: str = "") -> dict[str, object]:
    """Return each place of a document with what stands there."""
    found: dict[str, object] = {place: value} if place else {}
    if isinstance(value, dict):
        for key, each in cast("dict[str, object]", value).items():
            found |= places_in(each, at_key(place, key))
    if isinstance(value, list):
        for index, each in enumerate(cast("list[object]", value)):
            found |= places_in(each, f"{place}[{index}]")
    return found


def is_there(place: str, value: object, line: str) -> bool:
    """Whether a line may be the one of a place: it holds its key, or the value or bracket of an item."""
    last = [step for step, _ in steps_of(place)][-1]
    if not last.startswith("[") or last.startswith('["'):
        key = json.loads(last[1:-1]) if last.startswith("[") else last
        return key in line or json.dumps(key)[1:-1] in line
    if isinstance(value, (dict, list)):
        return any(bracket in line for bracket in "[{")
    return isinstance(value, str) or str(value).lower() in line


@given(st.dictionaries(BARE_KEYS, VALUES, max_size=4))
def test_the_line_of_a_place_in_toml_holds_it(document: dict[str, Any]) -> None:
    """In whatever document is written, every place is found, and its line holds its key or its value."""
    text = toml_of(document)
    places = places_in(tomllib.loads(text))
    lines = lines_in(text, places, "=")
    assert lines.keys() == places.keys()
    assert all(is_there(place, places[place], text.split("\n")[lines[place] - 1]) for place in places)


@pytest.mark.parametrize("indent", [None, 1])
@given(document=st.dictionaries(KEYS, VALUES, max_size=4))
def test_the_line_of_a_place_in_json_holds_it(indent: int | None, document: dict[str, Any]) -> None:
    """The same of JSON, whose keys may be any text."""
    text = json.dumps(document, indent=indent)
    places = places_in(document)
    lines = lines_in(text, places, ":")
    assert lines.keys() == places.keys()
    assert all(is_there(place, places[place], text.split("\n")[lines[place] - 1]) for place in places)


@given(projects())
def test_the_lines_of_a_project(project: Project) -> None:
    """Every place of a project that is written is found in its file, in order."""
    text = to_text(project, "project_toml")
    places = places_in(tomllib.loads(text))
    lines = lines_in(text, places, "=")
    assert lines.keys() == places.keys()
    assert lines["projects[0].name"] == text.split("\n").index("[[projects]]") + 2


def test_tables_keys_and_strings_of_every_form() -> None:
    """Dotted and quoted keys, lists of tables, inline tables and strings of several lines are followed."""
    text = (
        'a.b."c d" = 1 # a.x = 2\n'  # 1
        "[t]\n"  # 2
        's = """\n[no]\nx = 1"""\n'  # 3-5
        "'q' = '''\n'''''\n"  # 6-7
        "[[t.l]]\n"  # 8
        'n = [1,\n  { i = 2, "\\u00e5" = [ [], [3] ] }, # ]\n]\n'  # 9-11
        "[[t.l]]\n"  # 12
        "[t.l.deep]\nz = 1979-05-27T07:32:00\n"  # 13-14
        "[u]\ne = {}\nf = 1.5\nXa = 1\n"  # 15-18
    )
    tomllib.loads(text)
    expected = {
        "a": 1,
        "a.b": 1,
        'a.b["c d"]': 1,
        "t": 2,
        "t.s": 3,
        "t.q": 6,
        "t.l": 8,
        "t.l[0]": 8,
        "t.l[0].n": 9,
        "t.l[0].n[0]": 9,
        "t.l[0].n[1]": 10,
        "t.l[0].n[1].i": 10,
        't.l[0].n[1]["å"][1][0]': 10,
        "t.l[1]": 12,
        "t.l[1].deep": 13,
        "t.l[1].deep.z": 14,
        "u.e": 16,
        "u.f": 17,
        "u.Xa": 18,
    }
    assert lines_in(text, expected, "=") == expected
    # What is missing stands in the line of what it is missing in; what is nowhere has no line.
    assert lines_in(text, ["t.l[1].deep.missing", "t.l[2].x", "nowhere", ""], "=") == {
        "t.l[1].deep.missing": 13,
        "t.l[2].x": 8,
    }


@given(text=st.text("ab.=[]{},:\"'\\#\n \r0", max_size=60), sign=st.sampled_from("=:"))
@example(text=']"', sign="=")
@example(text="[]", sign="=")
@example(text=",", sign=":")
def test_any_text_has_lines_or_none(text: str, sign: str) -> None:
    """On text that no parser has read, a line is one of the text or absent; nothing is raised."""
    lines = lines_in(text, ["a", "a.b", "a[0].b", "b[1]"], sign)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@pytest.mark.parametrize(
    "text",
    [
        f"[{'a' * 2_000}.b]\n" + "c=1\n" * 50_000,
        '"' * 200_000,
        "'''\n" * 50_000,
        "a=[" + "[]," * 50_000,
        'a="""' + '\\"""' * 50_000,
    ],
)
def test_lines_are_found_in_linear_time(text: str) -> None:
    """A text made to keep a scanner busy takes no longer than another of its length."""
    started = time.process_time()
    lines_in(text, ["a.b.c"], "=")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('{"a": 1,\n"b": 2', "syntax.unclosed_bracket", 1),
        ('{"a": [1, 2}', "syntax.unclosed_bracket", 1),
        ('{"a": 1\n"b": 2}', "syntax.no_comma", 2),
        ('{"a": [1,\n2,]}', "syntax.trailing_comma", 2),
        ('{"a": 1,}', "syntax.trailing_comma", 1),
        ('{"a": }', "syntax.no_value", 1),
        ('{"a":\n', "syntax.no_value", 2),
        ('{"a" 1}', "syntax.no_sign", 1),
        ('{"a": kr}', "syntax.unquoted", 1),
        ('{"a": 5 kr}', "syntax.unquoted", 1),
        ('{"a": True}', "syntax.unquoted", 1),
        ("{a: 1}", "syntax.unquoted", 1),
        ("a", "syntax.unreadable", 1),
        ('{"a"', "syntax.unclosed_bracket", 1),
        ('{"a": 1]', "syntax.unclosed_bracket", 1),
        ("{'a': 1}", "syntax.other_quotes", 1),
        ('{"a": ”b”}', "syntax.other_quotes", 1),
        ('{"a": "b}', "syntax.unclosed_quote", 1),
        ('{"a": "b\nc"}', "syntax.unclosed_quote", 1),
        ('{"a": "b\tc"}', "text.unprintable", 1),
        ('{"a": "\\x"}', "syntax.backslash", 1),
        ('{"a": 1}\nx', "syntax.extra", 2),
        ('{"a": "b"} "c"', "syntax.extra", 1),
    ],
)
def test_what_is_no_json_is_told(text: str, code: str, line: int) -> None:
    """Each mistake in JSON is told as what it is, with its line."""
    check_told(text, "json", code, line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a = true\nb = True", "syntax.unquoted", 2),
        ("a = 5 kr", "syntax.unquoted", 1),
        ("a = [5 kr, 6]", "syntax.unquoted", 1),
        ("a = ", "syntax.no_value", 1),
        ("a = { b = }", "syntax.no_value", 1),
        ("a = { b }", "syntax.no_value", 1),
        ("a = [\n1,\nb = 2\n", "syntax.unclosed_bracket", 1),
        ("a = [\n1,\n[b]\nc = 2\n", "syntax.unclosed_bracket", 1),
        ("a = { b = 1,\nc = 2 }", "syntax.unclosed_bracket", 1),
        ("a = [1 }", "syntax.unclosed_bracket", 1),
        ("a = [", "syntax.unclosed_bracket", 1),
        ("a = { b = 1, }", "syntax.trailing_comma", 1),
        ("a = ['b' 'c']", "syntax.no_comma", 1),
        ("a = 'b' 'c'", "syntax.extra", 1),
        ("a = 'b", "syntax.unclosed_quote", 1),
        ('\n\na = """b\n\n', "syntax.unclosed_quote", 3),
        ('a = { b = "c, d = "e" }', "syntax.unclosed_quote", 1),
        ("a = “b”", "syntax.other_quotes", 1),
        ('a = "b”', "syntax.other_quotes", 1),
        ("“a” = 1", "syntax.other_quotes", 1),
        ("a b = 1", "syntax.key", 1),
        ("å = 1", "syntax.key", 1),
        ("a.= 1", "syntax.key", 1),
        ("= 1", "syntax.key", 1),
        ("a = { = 1 }", "syntax.key", 1),
        ("a: 1", "syntax.no_sign", 1),
        ("a;b;c\n1;2;3", "syntax.no_sign", 1),
        ("[a\nb = 1", "syntax.heading", 1),
        ("[[a]\nb = 1", "syntax.heading", 1),
        ("[a] b", "syntax.heading", 1),
        ("[a] b = 1", "syntax.heading", 1),
        ("a = 1\n[a]", "value.given_twice", 2),
        ("[a]\n[a]", "value.given_twice", 2),
        ("a = { b = 1, b = 2 }", "value.given_twice", 1),
        ('a = "\\c"', "syntax.backslash", 1),
        ('a = "\\u12"', "syntax.backslash", 1),
        ("a = '\x01'", "text.unprintable", 1),
        ("# \x01", "text.unprintable", 1),
        ("a = 2024-02-31", "syntax.no_day", 1),
        ("a = \n1", "syntax.no_value", 1),
        (f"a = 1{'0' * 5000}", "number.too_long", 1),
        (f'a = """\n{"1" * 5000}\n"""\nb = """\n"""  # {"1" * 5000}\nc = [1, -0x{"f" * 5000}]', "number.too_long", 6),
        (f"a = 1.{'3' * 5000}", "number.too_long", 1),
    ],
)
def test_what_is_no_toml_is_told(text: str, code: str, line: int | None) -> None:
    """Each mistake in TOML is told as what it is, with its line."""
    check_told(text, "toml", code, line)


def check_told(text: str, form: str, code: str, line: int | None) -> None:
    """Check what is told of a text that is not read, and that none of it is Python's."""
    with pytest.raises(ReadError) as caught:
        read_text(text, form)
    error = caught.value
    assert (error.code, error.line, error.source) == (code, line, "text")
    assert error.text("sv") != error.text("en")


SPOILT = {"syntax.no_comma": " ", "syntax.extra_comma": ", , ", "syntax.unopened_bracket": "]"}
WHOLE_VALUES = (
    st.integers(-99, 99) | st.booleans() | st.text("ab ", max_size=5) | st.lists(st.integers(0, 9), max_size=2)
)


@pytest.mark.parametrize("form", ["json", "toml"])
@given(
    values=st.lists(WHOLE_VALUES, min_size=2, max_size=5), at=st.integers(0, 3), code=st.sampled_from(sorted(SPOILT))
)
def test_a_sign_too_few_or_too_many_in_a_list_is_told_as_that(
    form: str, values: list[object], at: int, code: str
) -> None:
    """Values that are whole are never told to be text without quotation marks, nor their key to be none."""
    marks = [", "] * (len(values) - 1) + [SPOILT[code] if code == "syntax.unopened_bracket" else ""]
    if code != "syntax.unopened_bracket":
        marks[at % (len(values) - 1)] = SPOILT[code]
    items = "".join(f"{json.dumps(value)}{mark}" for value, mark in zip(values, marks, strict=True))
    check_told(f'{{"a": [\n{items}]}}' if form == "json" else f"a = [\n{items}]", form, code, 2)


@pytest.mark.parametrize(
    ("form", "text", "code", "given"),
    [
        ("json", '{"a": 1 "b": 2}', "syntax.no_comma", '"b": 2}'),
        ("json", "[null true]", "syntax.no_comma", "true]"),
        ("json", '{"a": 12,50 SEK}', "syntax.unquoted", "12,50 SEK"),
        ("json", '{"a": 1 000}', "syntax.unquoted", "1 000"),
        ("json", "[1 200]", "syntax.unreadable", "200]"),
        ("json", "[1 200 000]", "syntax.unreadable", "200 000]"),
        ("json", "[:]", "syntax.unreadable", ":]"),
        ("json", '{"a": 1 // b\n}', "syntax.unreadable", "// b"),
        ("json", '{"a": 1 # b\n}', "syntax.unreadable", "# b"),
        ("json", "{,}", "syntax.extra_comma", ",}"),
        ("json", '{"a": ,}', "syntax.no_value", None),
        ("json", '{"a": [1]]}', "syntax.unopened_bracket", "]"),
        ("json", '{"a": 1]', "syntax.unclosed_bracket", "{"),
        ("json", '{"a": 1}}', "syntax.unopened_bracket", "}"),
        ("toml", "a = [1,]]", "syntax.unopened_bracket", "]"),
        ("toml", "a = 1]", "syntax.unopened_bracket", "]"),
        ("toml", "a = [\n[1]]]", "syntax.unopened_bracket", "]"),
        ("toml", "a = [1]\n]", "syntax.unopened_bracket", "]"),
        ("toml", "projects]]", "syntax.unopened_bracket", "]"),
        ("toml", "[projects]]", "syntax.heading", "[projects]]"),
        ("toml", "a = {b = 1 c = 2}", "syntax.no_comma", "c = 2}"),
        ("toml", "a = {b = 1 'c' = 2}", "syntax.no_comma", "'c' = 2}"),
        ("toml", "a = [2024-10-01 2024-10-02]", "syntax.no_comma", "2024-10-02]"),
        ("toml", "a = [1 b = 2]", "syntax.unquoted", "1 b = 2"),
        ("toml", "a = [1 200]", "syntax.unreadable", "200]"),
        ("toml", "a = [:]", "syntax.unreadable", ":]"),
        ("toml", "a = {b 1}", "syntax.no_sign", "b 1}"),
        ("toml", "a = {b = 1, , c = 2}", "syntax.extra_comma", ", c = 2}"),
        ("toml", "a = ,", "syntax.no_value", None),
        ("toml", "a = 1 b = 2", "syntax.extra", "b = 2"),
        ("toml", "a = 12:30:00 1", "syntax.extra", "1"),
        ("toml", "a = true,", "syntax.extra", ","),
        ("toml", "a = 1, 2", "syntax.extra", ", 2"),
        ("toml", "a = 12,50", "syntax.unquoted", "12,50"),
        ("toml", "a = 1 200", "syntax.unquoted", "1 200"),
        ("toml", "a = 01", "syntax.unquoted", "01"),
    ],
)
def test_no_false_cause_is_told(form: str, text: str, code: str, given: str | None) -> None:
    """What stands after a whole value is told by what it is; where that is not known, only that it cannot be read."""
    with pytest.raises(ReadError) as caught:
        read_text(text, form)
    assert (caught.value.code, caught.value.given) == (code, given)


@pytest.mark.parametrize("text", ['{"a": 1,}', '{"a": 1,\n}', '{"a": 1 , }'])
def test_a_comma_too_many_is_told_the_same_by_every_python(text: str) -> None:
    """Python 3.13 stops at the comma, and earlier ones after it."""
    newer = json.JSONDecodeError("Illegal trailing comma before end of object", text, text.index(","))
    error = json_error(text, newer, "text")
    check_told(text, "json", error.code, error.line)


@pytest.mark.parametrize("form", ["json", "toml"])
@given(drawn=st.data())
def test_a_text_with_one_sign_more_or_less_is_told_with_a_line(form: str, drawn: st.DataObject) -> None:
    """One sign lost or added makes a file that reads, or an error with a line of the file, in words of ours."""
    text = to_text(drawn.draw(projects()), form)
    at = drawn.draw(st.integers(0, len(text) - 1))
    sign = drawn.draw(
        st.sampled_from(["", '"', "'", "[", "]", "{", "}", ",", "=", ":", "\n", "#", "\\", "”", "å", "1"])
    )
    changed = text[:at] + sign + text[at + (not sign) :]
    try:
        read_text(changed, form)
    except ReadError as error:
        if error.code.startswith("syntax."):
            assert 1 <= (error.line or 0) <= changed.count("\n") + 1  # noqa: PT017
        assert error.text("sv").startswith("text")  # noqa: PT017


def test_a_path_is_parted_into_its_steps() -> None:
    """A key of any text is one step, whatever stands in it."""
    place = at_key(at_key("a[12]", 'b.c]"[d'), "e")
    assert place == 'a[12]["b.c]\\"[d"].e'
    assert [step for step, _ in steps_of(place)] == ["a", "[12]", '["b.c]\\"[d"]', "e"]
    assert at_key("", "\x1b\u202e") == '["\\u001b\\u202e"]'


def test_lines_that_programs_count_differently_are_not_told() -> None:
    """A bare carriage return ends a line in some programs only; with a line feed it does in all."""
    text = '{\r"projects": [\r{"nam": "A"}]}'
    assert dict(lines_in(text, ["projects[0].nam"], ":")) == {}
    assert dict(lines_in(text.replace("\r", "\r\n"), ["projects[0].nam"], ":")) == {"projects[0].nam": 3}
