"""What is said of a text that is no TOML or JSON: its line, the words at fault, and what to write."""

from __future__ import annotations

import json

import pytest

from esfmodel import ReadError
from esfmodel.values.syntax import json_error, read_toml_text
from refusals import facts, refused

TOML: list[tuple[str, int, tuple[object, ...]]] = [
    ('a = "x', 1, ("syntax.unclosed_quote", "", '"x', {"mark": '"'})),
    ("b = 1\na = 'x", 2, ("syntax.unclosed_quote", "", "'x", {"mark": "'"})),
    ('a = """x\ny', 1, ("syntax.unclosed_quote", "", '"""x', {"mark": '"""'})),
    ("a = '''x", 1, ("syntax.unclosed_quote", "", "'''x", {"mark": "'''"})),
    ('a = "' + "x" * 100, 1, ("syntax.unclosed_quote", "", '"' + "x" * 39 + "…", {"mark": '"'})),
    ("a = ”x”", 1, ("syntax.other_quotes", "", "”x”", {})),
    ("a = “x", 1, ("syntax.other_quotes", "", "“x", {})),
    ("a = [1, 2\nb = 3", 1, ("syntax.unclosed_bracket", "", "[", {"closing": "]"})),
    ("a = [1,\n", 1, ("syntax.unclosed_bracket", "", "[", {"closing": "]"})),
    ("a = {b = 1", 1, ("syntax.unclosed_bracket", "", "{", {"closing": "}"})),
    ("a =", 1, ("syntax.no_value", "", None, {})),
    ("a = {b = }", 1, ("syntax.no_value", "", None, {})),
    ('a = "x" y', 1, ("syntax.extra", "", "y", {})),
    ("a = [1] x", 1, ("syntax.extra", "", "x", {})),
    ("a = {b = 1} x", 1, ("syntax.extra", "", "x", {})),
    ("a = 'x' y", 1, ("syntax.extra", "", "y", {})),
    ("\na = Sala kommun", 2, ("syntax.unquoted", "", "Sala kommun", {"example": '"Sala kommun"'})),
    ("a = TRUE", 1, ("syntax.unquoted", "", "TRUE", {"example": "true"})),
    ("[a\nb = 1", 1, ("syntax.heading", "", "[a", {})),
    ("a", 1, ("syntax.no_sign", "", "a", {"sign": "="})),
    ("x" * 41, 1, ("syntax.no_sign", "", "x" * 40 + "…", {"sign": "="})),
    ("x" * 40, 1, ("syntax.no_sign", "", "x" * 40, {"sign": "="})),
    ("a b = 1", 1, ("syntax.key", "", "a b", {})),
    ("a = 1\na = 2", 2, ("value.given_twice", "a", None, {})),
    ('a = "\\q"', 1, ("syntax.backslash", "", 'a = "\\q"', {})),
    ("a = 2021-02-31", 1, ("syntax.no_day", "", "2021-02-31", {})),
    ('a = "x\x01"', 1, ("text.unprintable", "", 'a = "x\x01"', {})),
]


@pytest.mark.parametrize(("text", "line", "expected"), TOML, ids=range(len(TOML)))
def test_what_is_no_toml_is_told_with_what_stands_there(text: str, line: int, expected: tuple[object, ...]) -> None:
    """The file and the line are named, the text there is at most forty characters, and the missing sign is told."""
    error = refused(lambda: read_toml_text(text, "draft.toml"))
    assert (error.source, error.line, facts(error)) == ("draft.toml", line, expected)


JSON: list[tuple[str, int, tuple[object, ...]]] = [
    ('{"a": "x', 1, ("syntax.unclosed_quote", "", '"x', {"mark": '"'})),
    ('{"a" \n 1}', 2, ("syntax.no_sign", "", "1}", {"sign": ":"})),
    ("{a: 1}", 1, ("syntax.unquoted", "", "a", {"example": '"a"'})),
    ('{"a": Sala}', 1, ("syntax.unquoted", "", "Sala", {"example": '"Sala"'})),
    ('{"a": True}', 1, ("syntax.unquoted", "", "True", {"example": "true"})),
    ("{\"a\": 'x'}", 1, ("syntax.other_quotes", "", "'x'}", {})),
    ('{"a": ”x”}', 1, ("syntax.other_quotes", "", "”x”}", {})),
    ('{"a": 1,}', 1, ("syntax.trailing_comma", "", None, {})),
    ("[1,\n]", 2, ("syntax.trailing_comma", "", None, {})),
    ('{"a": }', 1, ("syntax.no_value", "", None, {})),
    ('{"a":', 1, ("syntax.no_value", "", None, {})),
    ('{"a": "x" "y"}', 1, ("syntax.no_comma", "", '"y"}', {})),
    ('{"a": 1} x', 1, ("syntax.extra", "", "x", {})),
    ('{"a": "\\q"}', 1, ("syntax.backslash", "", '{"a": "\\q"}', {})),
    ('{"a": "x\ty"}', 1, ("text.unprintable", "", '{"a": "x\ty"}', {})),
    ("\n[", 2, ("syntax.unclosed_bracket", "", "[", {"closing": "]"})),
    ('{"a": [1, 2}', 1, ("syntax.unclosed_bracket", "", "[", {"closing": "]"})),
    ('{"a": 1]', 1, ("syntax.unclosed_bracket", "", "{", {"closing": "}"})),
    ("x", 1, ("syntax.unreadable", "", "x", {"language": "JSON"})),
]


@pytest.mark.parametrize(("text", "line", "expected"), JSON, ids=range(len(JSON)))
def test_what_is_no_json_is_told_with_what_stands_there(text: str, line: int, expected: tuple[object, ...]) -> None:
    """As of TOML, with the signs that JSON has."""

    def read() -> object:
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise json_error(text, error, "draft.json") from error

    error = refused(read)
    assert isinstance(error, ReadError)
    assert (error.source, error.line, facts(error)) == ("draft.json", line, expected)


def test_a_number_that_python_does_not_read_is_told_at_its_line() -> None:
    """No amount has so many digits; a number that Python reads is left to its field."""
    text = f"a = {'1' * 100}\nb = {'1' * 101}\nc = {'1' * 5_000}"
    error = refused(lambda: read_toml_text(text, "draft.toml"))
    assert (facts(error), error.line, error.source) == (("number.too_long", "", None, {"most": 100}), 3, "draft.toml")
