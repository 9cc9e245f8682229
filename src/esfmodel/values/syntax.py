"""The syntax of JSON and TOML: in which line a place stands, and what is wrong with a text.

Python's parsers decide what is JSON and TOML. Their messages are in English, differ between versions and are made for
programmers, and what they read has no lines; so both are found here, in one pass over the text.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue, ReadError, printable
from esfmodel.values.nesting import DEEPEST, line_of_endless_number, toml_too_deep, too_deep_to_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


def too_deep_to_write() -> InvalidValue:
    """Return the error for a project nested too deep."""
    return InvalidValue("organisation.too_deep", "members", levels=DEEPEST)


BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""What some programs write at the beginning of a text, and no text means."""

LONGEST_NUMBER = 100
"""The most digits of a whole number: far more than any amount, far fewer than the 4300 that Python refuses."""


def read_toml_text(text: str, origin: str, read_float: Callable[[str], object] | None = None) -> dict[str, Any]:
    """Return a TOML text as Python reads it; `read_float` reads the numbers with a point.

    Raises `ReadError`, which names `origin`, for what is no TOML and for what would exhaust the parser.

    >>> read_toml_text("a = 1", "a.toml")
    {'a': 1}
    """
    if toml_too_deep(text):
        raise too_deep_to_read(origin)
    line = line_of_endless_number(text)
    if line is not None:
        raise ReadError("number.too_long", source=origin, line=line, most=LONGEST_NUMBER)
    try:
        return tomllib.loads(text) if read_float is None else tomllib.loads(text, parse_float=read_float)
    except tomllib.TOMLDecodeError as error:
        raise toml_error(text, error, origin) from error


# --- Paths: one dialect for readers, findings and forms

_LONGEST_KEY = 60
_STEP = re.compile(r'\["(?:[^"\\]|\\.)*"\]|\[[0-9]+\]|[^.\[]+')


def at_key(place: str, key: str) -> str:
    """Return the path of a key: `projects[0].name`, or `projects[0]["a b"]` for a key that is no identifier."""
    if key.isidentifier() and key.isascii() and len(key) <= _LONGEST_KEY:
        return f"{place}.{key}" if place else key
    shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}..."
    return f"{place}[{printable(json.dumps(shown, ensure_ascii=False))}]"


def steps_of(place: str) -> Iterator[tuple[str, str]]:
    """Yield the steps of a path, each with the path that it ends.

    >>> list(steps_of("projects[0].name"))
    [('projects', 'projects'), ('[0]', 'projects[0]'), ('name', 'projects[0].name')]
    """
    for step in _STEP.finditer(place):
        yield step.group(), place[: step.end()]


# --- Tokens: of both, as far as either has them
#
# The first string without an end is the last token: what follows may stand in it or not. No pattern backtracks.

_TOKEN = re.compile(
    r'(?P<text>"""(?:(?>[^"\\]++|\\.|"(?!"")))*+"{3,5}'
    r"|'''(?:(?>[^']++|'(?!'')))*+'{3,5}"
    r"""|(?!\"{3}|'{3})(?:"(?:(?>[^"\\\n]++|\\[^\n]))*+"|'[^'\n]*+'))"""
    r"""|(?P<open>["'])|(?P<comment>\#[^\n]*+)|(?P<line>\n)"""
    r"""|(?P<sign>[\[\]{}=,.:])|(?P<word>[^\s\[\]{}=,.:\#"']++)""",
    re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    line: int


def _tokens(text: str) -> Iterator[_Token]:
    line, counted = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        yield _Token(found.lastgroup or "", found.group(), found.start(), line)
        if found.lastgroup == "open":
            return


# --- The lines of places


class _Node:
    """A place whose line is wanted, or one on the way to it; `count` is how many tables of a list there are so far."""

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.line: int | None = None
        self.count = 0


_BARE_RETURN = re.compile(r"\r(?!\n)")


def lines_in(text: str, places: Iterable[str], sign: str) -> Mapping[str, int]:
    r"""Return the line of each place, or of what it is missing in; places that are not found are left out.

    The text is one that its parser has read; `sign` is what stands between a key and its value: "=" in TOML. A text
    with line ends that programs count differently (a bare carriage return) has no lines to tell.

    >>> lines_in('[[projects]]\nname = "A"\n', ["projects[0].name", "projects[0].fund", "name"], "=")
    {'projects[0].name': 2, 'projects[0].fund': 1}
    """
    root = _Node()
    wanted = {place: [step for step, _ in steps_of(place)] for place in places if place}
    for steps in wanted.values():
        node = root
        for step in steps:
            node = node.below.setdefault(step, _Node())
    if wanted and not _BARE_RETURN.search(text):
        walk = _Walk(root, sign)
        for token in _tokens(text):
            walk.take(token)
    return {place: line for place, steps in wanted.items() if (line := _nearest(root, steps)) is not None}


def _nearest(node: _Node, steps: Iterable[str]) -> int | None:
    line: int | None = None
    for step in steps:
        node = node.below[step]
        line = line if node.line is None else node.line
    return line


class _Walk:
    """Goes through the tokens once, without recursion, and notes the lines of the places that are wanted."""

    def __init__(self, root: _Node, sign: str) -> None:
        self._root = self._table = self._value = root
        # Where nothing is wanted: nothing is below it, so that long paths cost nothing.
        self._elsewhere = _Node()
        self._sign = sign
        self._at_key = sign == "="
        self._keys: list[str] = []
        self._brackets = 0
        # The open objects, with None, and lists, with the index of their item.
        self._open: list[tuple[_Node, int | None]] = []

    def take(self, token: _Token) -> None:
        """Take the next token."""
        if token.kind == "line":
            if not self._open and self._sign == "=":
                self._begin_key()
        elif token.kind != "comment":
            (self._take_in_key if self._at_key else self._take_in_value)(token)

    def _begin_key(self) -> None:
        self._at_key, self._keys, self._brackets = True, [], 0

    def _take_in_key(self, token: _Token) -> None:
        if token.kind in {"text", "word"}:
            self._keys.append(at_key("", _key(token.text, self._sign)))
        elif token.text == "[":
            self._brackets += 1
        elif token.text == "}":
            self._close()
        elif token.text == self._sign:
            self._value = self._down(self._open[-1][0] if self._open else self._table, token.line)
            self._value.line = token.line
            self._at_key = False
        elif token.text == "]":
            self._enter_table(token.line)

    def _enter_table(self, line: int) -> None:
        self._table = self._down(self._root, line)
        if self._brackets > 1:
            self._table.count += 1
            self._table.line = self._table.line or line
            self._table = self._item(self._table, self._table.count - 1)
        self._table.line = line
        self._at_key = False

    def _down(self, node: _Node, line: int) -> _Node:
        """Return the place that the keys lead to; on the way, a list of tables stands for its last one."""
        for key in self._keys[:-1]:
            node = node.below.get(key, self._elsewhere)
            node.line = node.line or line
            if node.count:
                node = self._item(node, node.count - 1)
        return node.below.get(self._keys[-1], self._elsewhere) if self._keys else self._elsewhere

    def _take_in_value(self, token: _Token) -> None:
        if token.text == ",":
            self._next()
        elif token.text in {"]", "}"}:
            self._close()
        else:
            self._value.line = self._value.line or token.line
            if token.text == "[":
                self._open.append((self._value, 0))
                self._value = self._item(self._value, 0)
            elif token.text == "{":
                self._open.append((self._value, None))
                self._begin_key()

    def _next(self) -> None:
        if not self._open:
            return
        node, index = self._open[-1]
        if index is None:
            self._begin_key()
        else:
            self._open[-1] = (node, index + 1)
            self._value = self._item(node, index + 1)

    def _close(self) -> None:
        self._at_key = False
        self._value = self._elsewhere
        if self._open:
            self._open.pop()

    def _item(self, node: _Node, index: int) -> _Node:
        return node.below.get(f"[{index}]", self._elsewhere)


def _key(written: str, sign: str) -> str:
    """Return a key without its quotation marks and escapes."""
    if written[0] not in "\"'":
        return written
    if "\\" not in written or written[0] == "'":
        return written[1:-1]
    found: str = tomllib.loads(f"k = {written}")["k"] if sign == "=" else json.loads(written)
    return found


# --- What is wrong with a text that is no JSON or TOML
#
# The parsers say where they stopped. What is wrong there is judged by what stands there and what was open before it,
# so that it is the same for both and for every version of Python.

_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)\Z")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate inline table key")
_KEY_OF_LINE = re.compile(r"[ \t]*\[{0,2}[ \t]*([^=\[\]\n]+?)[ \t]*(?:=|\])")
_STATEMENT = re.compile(r"[ \t]*(?:\[{1,2}[\w.\"' -]+\]{1,2}[ \t]*(?:#.*)?$|[\w.-]+[ \t]*=)", re.MULTILINE)
_BARE = re.compile(r"(?:[^,\]}\n#]|,(?=[0-9]))*")
_ENDS_A_VALUE = re.compile(r"\s*[,\]}#]")
_NAME = re.compile(r"\w+")
_BARE_TO_END = re.compile(r"[^\n#]*")
_ODD_QUOTES = "”“„‟«»’‘‚´`"
_WORD = re.compile(r"[^\s\[\]{},#\"']++")
_KEY_AND_SIGN = re.compile(r"[\w.-]++[ \t]*+=")
_UP_TO_A_COMMA = re.compile(r"[0-9.+-]++,\Z")
_GROUP = re.compile(r"[0-9]{3}")
_CLOSING = {"[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MOST_SHOWN = 40


class _Around(NamedTuple):
    """What is around the place where a parser stopped.

    `rest` is the rest of its line, `opened` the brackets that are open there, `before` the text of the token before it,
    `value` where the value before it begins, and `unclosed` a quotation mark without its other.
    """

    line: int
    rest: str
    opened: Sequence[_Token]
    before: str
    value: int
    unclosed: _Token | None


_FAR = 10_000
"""How far behind a fault a quotation mark without its other is looked for, in a line without end."""


def _around(text: str, at: int, sign: str) -> _Around:
    line = text.count("\n", 0, at) + 1
    opened: list[_Token] = []
    before, value, begins = "", at, True
    unclosed: _Token | None = None
    for token in _tokens(text):
        if token.start >= at and (token.line > line or token.kind == "line" or token.start > at + _FAR):
            break
        if token.kind == "open" and (token.start <= at or token.text == '"'):
            unclosed = token
        if token.start >= at or token.kind in {"line", "comment"}:
            continue
        before = token.text
        value = token.start if begins else value
        begins = before in {sign, ",", "[", "{"}
        if before in _CLOSING:
            opened.append(token)
        elif before in _CLOSING.values() and opened:
            opened.pop()
    return _Around(line, text[at:].partition("\n")[0], opened, before, at if begins else value, unclosed)


def json_error(text: str, error: json.JSONDecodeError, origin: str) -> ReadError:
    """Return what is wrong with a text that is no JSON."""
    # Since Python 3.13 a comma too many is told at the comma, before that at what follows.
    is_at_comma = error.msg.startswith("Illegal trailing comma")
    at = len(text) - len(text[error.pos + 1 :].lstrip()) if is_at_comma else error.pos
    around = _around(text, at, ":")
    if error.msg.startswith("Invalid \\"):
        return ReadError("syntax.backslash", "", _line_at(text, at), source=origin, line=around.line)
    if error.msg.startswith("Invalid control character") and around.rest:
        return _unprintable(_line_at(text, at), origin, around.line)
    if error.msg.startswith("Extra data") and around.rest[0] not in _OPENING:
        return ReadError("syntax.extra", "", _cut(around.rest), source=origin, line=around.line)
    if error.msg.startswith("Expecting ':'") and around.rest and around.unclosed is None:
        return ReadError("syntax.no_sign", "", _cut(around.rest), source=origin, line=around.line, sign=":")
    begun = max(0, at - _MOST_SHOWN)
    number = _UP_TO_A_COMMA.search(text[begun:at]) if around.rest[:1].isdigit() else None
    if error.msg.startswith("Expecting property name") and number is not None:
        # "12,50": the parser takes the comma for the one between two keys.
        return _unquoted(text, begun + number.start(), around, origin)
    if error.msg.startswith("Expecting property name") and (name := _NAME.match(around.rest)):
        given = name.group()
        return ReadError("syntax.unquoted", "", given, source=origin, line=around.line, example=f'"{given}"')
    found = _common_error(text, at, around, origin, "JSON")
    if found is not None:
        return found
    return ReadError("syntax.unreadable", "", _cut(around.rest), source=origin, line=around.line, language="JSON")


def toml_error(text: str, error: tomllib.TOMLDecodeError, origin: str) -> ReadError:
    """Return what is wrong with a text that is no TOML."""
    plain = text.replace("\r\n", "\n")
    message = str(error)
    found = _TOML_PLACE.search(message)
    at = len(plain) if found is None else _offset(plain, int(found[1]), int(found[2]))
    around = _around(plain, at, "=")
    line = around.line
    if _TWICE.match(message):
        key = _KEY_OF_LINE.match(plain, plain.rfind("\n", 0, at) + 1)
        return ReadError("value.given_twice", key[1] if key else "", source=origin, line=line)
    if message.startswith(("Unescaped", "Invalid hex", "Escaped")):
        return ReadError("syntax.backslash", "", _line_at(plain, at), source=origin, line=line)
    if message.startswith(("Illegal character", "Found invalid character")) and around.rest:
        return _unprintable(_line_at(plain, at), origin, line)
    if message.startswith("Expected ']"):
        return ReadError("syntax.heading", "", _line_at(plain, at), source=origin, line=line)
    if message.startswith("Invalid date"):
        return ReadError("syntax.no_day", "", _cut(_ENDS_A_VALUE.split(around.rest)[0]), source=origin, line=line)
    if message.startswith("Expected '='") and around.opened and around.rest[:1] not in "}" and around.unclosed is None:
        given = plain[around.value :].partition("\n")[0]
        return ReadError("syntax.no_sign", "", _cut(given), source=origin, line=line, sign="=")
    common = _common_error(plain, at, around, origin, "TOML")
    if common is None and around.opened and around.opened[-1].text == "[":
        return ReadError("syntax.unreadable", "", _cut(around.rest), source=origin, line=line, language="TOML")
    return common if common is not None else _toml_line_error(_line_at(plain, at), line, origin)


def _toml_line_error(text: str, line: int, origin: str) -> ReadError:
    """Return what is wrong with a line that is no key with a value, and no heading."""
    if text.startswith("["):
        return ReadError("syntax.heading", "", text, source=origin, line=line)
    if "=" not in text:
        return ReadError("syntax.no_sign", "", text, source=origin, line=line, sign="=")
    return ReadError("syntax.key", "", text.partition("=")[0].strip(), source=origin, line=line)


def _common_error(text: str, at: int, around: _Around, origin: str, language: str) -> ReadError | None:
    """Return what is wrong with quotation marks, brackets, commas and values; None if it is something else."""
    line, rest = around.line, around.rest
    if rest and (rest[0] in _ODD_QUOTES or (rest[0] == "'" and language == "JSON")):
        return ReadError("syntax.other_quotes", "", _cut(rest), source=origin, line=line)
    if around.unclosed is not None:
        begun = text[around.unclosed.start :].partition("\n")[0]
        if any(quote in begun for quote in _ODD_QUOTES[:6]):
            return ReadError("syntax.other_quotes", "", _cut(begun), source=origin, line=around.unclosed.line)
        mark = begun[:3] if begun[:3] == begun[:1] * 3 else begun[:1]
        return ReadError("syntax.unclosed_quote", "", _cut(begun), source=origin, line=around.unclosed.line, mark=mark)
    if not rest or rest[0] in "]}":
        return _at_an_end(text, at, around, origin)
    if rest[0] == "," and around.before in {"=", ":"}:
        return ReadError("syntax.no_value", source=origin, line=line)
    if rest[0] == "," and around.before in {",", "[", "{"}:
        return ReadError("syntax.extra_comma", "", _cut(rest), source=origin, line=line)
    if language == "TOML" and _STATEMENT.match(text, text.rfind("\n", 0, at) + 1):
        above = [each for each in around.opened if each.line < line]
        if above:
            return _unclosed_bracket(above[-1], origin)
    return _at_a_value(text, at, around, origin, language)


def _at_an_end(text: str, at: int, around: _Around, origin: str) -> ReadError | None:
    """Return what is wrong at the end of a line, an object or a list; None at a heading and where a sign is missing."""
    if around.before in {"=", ":"}:
        return ReadError("syntax.no_value", source=origin, line=around.line)
    if not around.opened:
        return None if not around.rest or _is_heading(text, at) else _unopened_bracket(around, origin)
    innermost = around.opened[-1]
    closing = _CLOSING[innermost.text]
    if around.rest[:1] != closing:
        # In "{[1]]}" the second bracket belongs to none, since the brace is closed after it.
        goes_on = around.rest and text[at + 1 : at + _FAR].lstrip().startswith(closing)
        if goes_on and all(each.text != _OPENING[around.rest[0]] for each in around.opened):
            return _unopened_bracket(around, origin)
        return _unclosed_bracket(innermost, origin)
    if around.before == ",":
        return ReadError("syntax.trailing_comma", source=origin, line=around.line)
    return ReadError("syntax.no_value", source=origin, line=around.line)


def _is_heading(text: str, at: int) -> bool:
    """Whether a line begins as a heading of TOML does, and not within a list of several lines."""
    start = text.rfind("\n", 0, at) + 1
    return text.startswith("[", start) and not _around(text, start, "=").opened


def _at_a_value(text: str, at: int, around: _Around, origin: str, language: str) -> ReadError | None:
    """Return what is wrong where a value begins, or where something stands after a value; None at a key."""
    opened, before = around.opened, around.before
    is_begun = around.value < at
    if not is_begun and (before not in {"=", ":", "[", ","} or (before == "," and opened and opened[-1].text == "{")):
        return None
    if is_begun and not opened and "=" not in text[text.rfind("\n", 0, at) + 1 : at]:
        return None
    value = text[around.value : at]
    is_ended = before.endswith(('"', "'", "]", "}")) or "\n" in value
    is_apart = value[-1:].isspace() or around.rest[0] in ",\"'[{"
    if is_begun and (is_ended or (is_apart and _is_value(value, language) and _begins_another(around, language))):
        if not is_ended and _may_be_one_number(value, around):
            return None if opened else _unquoted(text, around.value, around, origin)
        if not opened:
            return ReadError("syntax.extra", "", _cut(around.rest), source=origin, line=around.line)
        return ReadError("syntax.no_comma", "", _cut(around.rest), source=origin, line=around.line)
    if around.rest[0] == ":" and not is_begun:
        return None
    if language == "JSON" and is_begun and around.rest[0] in "/#" and text[at - 1].isspace():
        return None  # a comment, which JSON has not
    return _unquoted(text, around.value, around, origin)


def _unquoted(text: str, start: int, around: _Around, origin: str) -> ReadError:
    bare = (_BARE if around.opened else _BARE_TO_END).match(text, start)
    given = bare.group().strip() if bare else ""
    truth = given.lower() in {"true", "false"}
    example = given.lower() if truth else json.dumps(given, ensure_ascii=False)
    return ReadError("syntax.unquoted", "", _cut(given), source=origin, line=around.line, example=example)


def _is_value(written: str, language: str) -> bool:
    """Whether a word is a whole value: a number, a truth or a day."""
    try:
        json.loads(written) if language == "JSON" else tomllib.loads(f"a = {written}")
    except ValueError:
        return False
    return True


def _begins_another(around: _Around, language: str) -> bool:
    """Whether what stands after a value is one more value or key, and not more of the same words."""
    rest, opened = around.rest, around.opened
    if _KEY_AND_SIGN.match(rest):
        return language == "TOML" and (not opened or opened[-1].text == "{")
    if opened and opened[-1].text == "{":
        return rest[0] in "\"'"
    if not opened and rest[0] == ",":
        return not rest[1:2].isdigit()  # "12,50" is one number
    word = _WORD.match(rest)
    return rest[0] in "\"'[{" or (word is not None and _is_value(word.group(), language))


def _may_be_one_number(value: str, around: _Around) -> bool:
    """Whether a number goes on with three figures: "1 200" may lack a comma, or be one number."""
    word = _WORD.match(around.rest)
    return value.strip().isdigit() and word is not None and _GROUP.fullmatch(word.group()) is not None


def _unclosed_bracket(bracket: _Token, origin: str) -> ReadError:
    closing = _CLOSING[bracket.text]
    return ReadError("syntax.unclosed_bracket", "", bracket.text, source=origin, line=bracket.line, closing=closing)


def _unopened_bracket(around: _Around, origin: str) -> ReadError:
    bracket = around.rest[0]
    opening = _OPENING[bracket]
    return ReadError("syntax.unopened_bracket", "", bracket, source=origin, line=around.line, opening=opening)


def _unprintable(given: str, origin: str, line: int) -> ReadError:
    return ReadError("text.unprintable", "", given, source=origin, line=line)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _line_at(text: str, at: int) -> str:
    return _cut(text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0])


def _cut(text: str) -> str:
    plain = text.strip()
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"
