"""Plain values in one form, whether JSON, TOML or Python's own dicts hold them, and their JSON text.

Dicts have text for keys. What no field takes is `Unusable`: the parser does not know the field, so it is kept as it is
written until the field is read and the problem can name it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from json.encoder import encode_basestring
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from esfmodel.errors import InvalidValue, shown
from esfmodel.values.nesting import DEEPEST, json_too_deep
from esfmodel.values.syntax import LONGEST_NUMBER, at_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LARGEST = 10**LONGEST_NUMBER
"""The first whole number of too many digits."""


@attrs.frozen
class Unusable:
    """A value that no field takes, as written, and what is wrong with it."""

    written: str
    error: InvalidValue

    def __str__(self) -> str:
        return self.written


NULL = Unusable("null", InvalidValue("value.null", "value", "null"))


def refused(given: object, *, but_decimals: bool = False) -> InvalidValue | None:
    """Return the error of a value that no field takes, or of an empty text where something else is expected.

    A form sends an empty text for what is not filled in. With `but_decimals` there is none for a decimal number, where
    text would not do either.
    """
    if isinstance(given, str) and not given.strip():
        return InvalidValue("value.empty", "value", given)
    if not isinstance(given, Unusable) or (but_decimals and given.error.code == "number.bare_decimal"):
        return None
    return given.error.at("value")


class Repeating(dict[str, object]):
    """A JSON object with repeated keys. A plain dict would lose all but the last value in silence."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated = tuple(sorted(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))

    def holding(self, keys: dict[str, object]) -> Repeating:
        """Return an object with the same keys repeated, and others of its values."""
        other = Repeating(list(keys.items()))
        other.repeated = self.repeated
        return other


def number_with_a_point(written: str) -> Unusable:
    """Refuse what JSON and TOML would read as a float, which is not exact to the öre."""
    # TOML allows a plus sign, and underscores between digits.
    plain = written.replace("_", "").removeprefix("+")
    if plain.lstrip("-") in {"nan", "inf"}:
        return no_number(plain)
    return Unusable(plain, InvalidValue("number.bare_decimal", "value", written))


_AS_JSON = {"nan": "NaN", "-nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}


def no_number(written: str) -> Unusable:
    """Refuse NaN and the infinities."""
    return Unusable(_AS_JSON.get(written, written), InvalidValue("number.not_finite", "value", written))


def read_whole_number(written: str) -> int | Unusable:
    if len(written.lstrip("-")) > LONGEST_NUMBER:
        return Unusable(written, InvalidValue("number.too_long", "value", written, most=LONGEST_NUMBER))
    return int(written)


def loads(text: str) -> object:
    """Return what JSON text holds; it is not nested too deep. Raises `json.JSONDecodeError`."""
    return _JSON.decode(text)


def _json_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs) and None not in found.values():
        return found
    known = [(key, NULL if value is None else value) for key, value in pairs]
    return dict(known) if len(found) == len(pairs) else Repeating(known)


_JSON = json.JSONDecoder(
    object_pairs_hook=_json_object,
    parse_float=number_with_a_point,
    parse_int=read_whole_number,
    parse_constant=no_number,
)


def json_text(value: object, indent: int | None = None) -> str:
    """Return a plain value as JSON, with each number as it was written."""
    if indent is not None:
        return _json_text(value, ",", "\n", " " * indent)
    try:
        return _ONE_LINE.encode(value)
    except TypeError:
        # Python's own writer is the fastest, but has no number as it was written.
        return _json_text(value, ", ", "", "")


_ONE_LINE = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def _json_text(value: object, comma: str, line: str, step: str) -> str:
    """Return a plain value as JSON; `line` begins each line of what it stands in, and `step` sets in what it holds."""
    inner = line + step
    if isinstance(value, dict):
        items: list[str] = []
        for key, each in cast("dict[str, object]", value).items():
            # Most values of a document are texts and whole numbers.
            if isinstance(each, str):
                items.append(f"{encode_basestring(key)}: {encode_basestring(each)}")
            elif type(each) is int:
                items.append(f"{encode_basestring(key)}: {each}")
            else:
                items.append(f"{encode_basestring(key)}: {_json_text(each, comma, inner, step)}")
        return f"{{{inner}{f'{comma}{inner}'.join(items)}{line}}}" if items else "{}"
    if isinstance(value, list):
        items = [_json_text(each, comma, inner, step) for each in cast("list[object]", value)]
        return f"[{inner}{f'{comma}{inner}'.join(items)}{line}]" if items else "[]"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Unusable):
        return value.written
    return "null" if value is None else str(value).lower()


# --- Python's own dicts

DEEPEST_OBJECT = DEEPEST - 2
"""The most levels of one object: a document has its list of projects around it."""

MOST_VALUES = 1_000_000
"""The most values of one object. Lists that hold each other twice, thirty deep, are thousands of millions of values."""


class PlainData:
    """Plain data in the form of a parsed text, and what is wrong with its keys.

    Raises `InvalidValue` for what is nested without end, as what holds itself is.
    """

    def __init__(self, data: object) -> None:
        self.wrong_keys: list[InvalidValue] = []
        self._values = 0
        self.data = self._copy(data, (), 0)

    def _copy(self, data: object, at: _Steps, depth: int) -> object:
        self._values += 1
        if self._values > MOST_VALUES:
            raise InvalidValue("data.too_many", count=MOST_VALUES)
        if depth > DEEPEST_OBJECT:
            raise InvalidValue("file.too_deep", _place_of(at).partition(".")[0].partition("[")[0], levels=DEEPEST)
        if isinstance(data, str):
            return data
        if isinstance(data, Mapping):
            pairs = cast("Mapping[object, object]", data).items()
            return {key: self._copy(each, (at, key), depth + 1) for key, each in self._with_text(pairs, at)}
        if isinstance(data, (list, tuple)):
            items = enumerate(cast("Iterable[object]", data))
            return [self._copy(each, (at, index), depth + 1) for index, each in items]
        return _scalar(data)

    def _with_text(self, pairs: Iterable[tuple[object, object]], at: _Steps) -> Iterator[tuple[str, object]]:
        for key, each in pairs:
            if isinstance(key, str):
                yield key, each
            else:
                self.wrong_keys.append(InvalidValue("value.not_text", _place_of(at), key, example=f'"{shown(key)}"'))


# The steps to a value, the last one first reached: a path is written only where something is wrong there.
_Steps: TypeAlias = "tuple[()] | tuple[_Steps, str | int]"


def _place_of(at: _Steps) -> str:
    if not at:
        return ""
    outer, step = at
    return f"{_place_of(outer)}[{step}]" if isinstance(step, int) else at_key(_place_of(outer), step)


def _scalar(data: object) -> object:
    if data is None:
        return NULL
    if isinstance(data, float):
        return number_with_a_point(float.__repr__(data))
    if isinstance(data, int) and abs(data) >= LARGEST:
        return Unusable("", InvalidValue("number.too_long", "value", data, most=LONGEST_NUMBER))
    return data


# --- A value of a key that no field takes, as text


def value_text(value: object) -> str:
    """Return a text as it is, and any other plain value as JSON; what JSON could be mistaken for is JSON too.

    Raises `InvalidValue` for what no document can hold.
    """
    plain = _writable(value)
    return plain if isinstance(plain, str) and not _is_json(plain) else json_text(plain)


def value_in(text: str) -> object:
    """Return the value that `value_text` has written."""
    return loads(text) if _is_json(text) else text


def _is_json(text: str) -> bool:
    if json_too_deep(text):
        return False
    try:
        loads(text)
    except ValueError:
        return False
    return True


def _writable(value: object) -> object:
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, Repeating):
        raise InvalidValue("value.given_twice", value.repeated[0])
    if isinstance(value, dict):
        # In order: TOML has single values before tables, and the text of a value is the same whatever file it is from.
        keys = cast("dict[str, object]", value)
        return {whole_text(key): _writable(keys[key]) for key in sorted(keys)}
    if isinstance(value, list):
        return [_writable(each) for each in cast("list[object]", value)]
    if isinstance(value, Unusable) and value.error.code == "number.too_long":
        raise value.error
    if value is None or isinstance(value, (int, Unusable)):
        return value
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Decimal) and value.is_finite():
        return number_with_a_point(str(value))
    raise InvalidValue("value.not_text", "value", value, example='"..."')


_HALF = re.compile("[\ud800-\udfff]")


def whole_text(text: str) -> str:
    """Return text that UTF-8 can hold: a lone surrogate cannot be written to a file."""
    if not text.isascii() and _HALF.search(text):
        raise InvalidValue("text.half_a_character", "value", text)
    return text


def encodable(text: str) -> str:
    """Return the text of a document, as `whole_text` does; the error has what stands at the place."""
    try:
        if not text.isascii():
            text.encode()
    except UnicodeEncodeError as error:
        cut = text[max(0, error.start - _SHOWN) : error.end]
        raise InvalidValue("text.half_a_character", "text", cut) from error
    return text


_SHOWN = 20


def is_deeper(value: object, levels: int) -> bool:
    """Whether a plain value has more levels of dicts and lists."""
    level = [value] if type(value) in _WITH_LEVELS else []
    while level and levels:
        levels -= 1
        below: list[object] = []
        for each in level:
            below += cast("dict[str, object]", each).values() if isinstance(each, dict) else cast("list[object]", each)
        level = [each for each in below if type(each) in _WITH_LEVELS]
    return bool(level)


_WITH_LEVELS = frozenset({dict, Repeating, list})


def is_in_toml(value: object) -> bool:
    """Whether TOML has a single value: it has no null."""
    return value is not None and value is not NULL


def is_in_any_json(value: object) -> bool:
    """Whether any program writes a single value as JSON: none writes NaN, or a number that no float is."""
    number = as_python(value)
    return not isinstance(number, Decimal) and not (isinstance(number, float) and not isfinite(number))


def all_are(value: object, fits: Callable[[object], bool]) -> bool:
    """Whether all the single values in a plain value are such as `fits`."""
    if isinstance(value, dict):
        return all(all_are(each, fits) for each in cast("dict[str, object]", value).values())
    return all(all_are(each, fits) for each in cast("list[object]", value)) if isinstance(value, list) else fits(value)


def as_python(value: object) -> object:
    """Return a plain value as Python has it: None, and a float or a Decimal, whichever is the number as written."""
    if isinstance(value, dict):
        return {key: as_python(each) for key, each in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [as_python(each) for each in cast("list[object]", value)]
    if not isinstance(value, Unusable):
        return value
    if value is NULL:
        return None
    number: object = json.loads(value.written)
    exact = Decimal(value.written)
    return number if exact.is_nan() or Decimal(repr(number)) == exact else exact
