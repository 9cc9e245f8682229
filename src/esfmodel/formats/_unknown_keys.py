"""The keys of a document that no field takes: told from misspelt ones, kept, and put back where they stood."""

from __future__ import annotations

import enum
import json
from collections import Counter
from functools import cache, lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args, get_origin

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats._objects import to_plain
from esfmodel.formats._parsed import NULL, Repeating, all_are, json_text, value_in, value_text, whole_text
from esfmodel.formats.plain_values import basis_called
from esfmodel.formats.reading import Problem
from esfmodel.formats.schema import BASES, VALUES, Field, fields_of
from esfmodel.model.aid import AidBasis
from esfmodel.model.costs import CostBasis
from esfmodel.model.project import Project, UnknownKey
from esfmodel.values.syntax import at_key, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

MOST_KEPT = 10_000
"""The most unknown keys of a project. With more it is another kind of file; and each key is compared with ours."""


# --- Which key is meant


def unknown_key(key: str, place: str, known: Collection[str]) -> Problem:
    """Return the problem for a key that is none; a key in Swedish, as texts write it, is near its English one."""
    near = meant(key, frozenset(known)) or near_key(key, known)
    if near is not None:
        return Problem("key.did_you_mean", at_key(place, key), key, near=near)
    return Problem("key.unknown", at_key(place, key), key, choices=tuple(sorted(known)))


def kept_key(key: str, place: str, known: Collection[str]) -> Problem:
    """Return the problem for an unknown key that is kept."""
    near = near_key(key, known)
    # Of a short word as many letters are those of another by chance: "id" is not "kind".
    if near is not None and len(key) > _SHORT:
        return Problem("key.kept_but_near", at_key(place, key), key, near=near)
    return Problem("key.kept", at_key(place, key), key)


_SHORT = 4


def near_key(key: str, known: Collection[str]) -> str | None:
    """Return the key that is nearest to another, if any is alike."""
    from esfmodel.text.words.labels import near_name

    words = _written_for(frozenset(known))
    near = near_name(key, words)
    return None if near is None else words[near]


@lru_cache(maxsize=1_000)
def meant(key: str, known: frozenset[str]) -> str | None:
    """Return the known key that another one misspells, or says in other words; None for no slip."""
    word = _plain(key)
    found = [
        (edits, near)
        for plain, near, is_ours in _plain_words(known)
        if (edits := _edits(word, plain, is_ours=is_ours)) is not None
    ]
    return min(found, key=itemgetter(0))[1] if found else None


@cache
def _plain_words(known: frozenset[str]) -> Sequence[tuple[str, str, bool]]:
    """Return the words for the known keys, the key of each, and whether the word is the key itself."""
    return [(_plain(word), key, word in known) for word, key in _written_for(known).items()]


@cache
def _written_for(known: frozenset[str]) -> Mapping[str, str]:
    """Return what people write for each key: the key itself, its Swedish word, and other words for times."""
    from esfmodel.text.telling.problems import write_place

    words = {word: each for each in sorted(known) for word in (each, write_place(each, "sv"))}
    return words | {word: each for each, times in _TIMES.items() if each in known for word in times}


# What people write for a period, as two keys, and for a day.
_TIMES: Mapping[str, Sequence[str]] = MappingProxyType(
    {"period": ("start", "end", "start_date", "end_date"), "on": ("date",), "day": ("date",)}
)


def _plain(key: str) -> str:
    return key.casefold().replace("-", "_").replace(" ", "_")


def _edits(word: str, known: str, *, is_ours: bool) -> int | None:
    """Return in how many edits a word is a known one; None if those are too many to be a slip.

    An edit is one letter more, less or other, or two letters that changed places. A key of ours of six letters may have
    two and one of four or five one, since short words are a few edits from each other: "id" is not "aid", nor "place"
    "phase". One less is a slip where a short word begins with another letter, and in what is only another word for a
    key: "count" is not "amount", nor "state" "start".
    """
    length = len(known)
    is_other = length < 7 and word[:1] not in known[:2]
    most = (length > 3) + (length > 5) - is_other - (not is_ours)
    if word == known:
        return 0
    if abs(len(word) - len(known)) > most or len({*word} ^ {*known}) > 2 * most:
        return None
    before: list[int] = []
    row = list(range(len(known) + 1))
    for at, letter in enumerate(word):
        before, above, row = row, before, [at + 1]
        for column, other in enumerate(known):
            cost = min(before[column + 1] + 1, row[column] + 1, before[column] + (letter != other))
            if at and column and letter == known[column - 1] and other == word[at - 1]:
                cost = min(cost, above[column - 1] + 1)
            row.append(cost)
    return row[-1] if row[-1] <= most else None


# --- Paths of classes and plain data together


@cache
def _is_of_the_model(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in VALUES and not isinstance(kind, enum.EnumType)


@cache
def keyed_fields(kind: type) -> Mapping[str, Field]:
    return {field.key: field for field in fields_of(kind)}


@cache
def _keys(kind: type) -> frozenset[str]:
    """Return the keys that an object of a class may have."""
    return frozenset([*keyed_fields(kind), *(["type"] if kind in BASES.values() else [])])


def kind_in(field: Field) -> object:
    """Return the kind of what a field holds, or of its items."""
    if field.pair is not None:
        return field.pair
    return get_args(field.type)[0] if get_origin(field.type) is tuple else field.type


ANY_BASIS = frozenset(get_args(CostBasis))


def class_of(kind: object, given: dict[str, object]) -> type | None:
    """Return the class of an object with its keys; None where the keys of its class are not known."""
    if kind == ANY_BASIS:
        return basis_called(given.get("type"))
    return cast("type", kind) if _is_of_the_model(kind) else None


# --- Reading


class Unknown(NamedTuple):
    """An unknown key: the `path` under which it is kept, the `place` of its object in problems, its value as text."""

    path: str
    place: str
    key: str
    value: str
    known: Collection[str]


class Split:
    """A plain object without the keys that no field takes and that are kept, those keys, and what is wrong with them.

    Misspelt keys are left to be refused, and so are all where not `tolerant`. A null where leaving the key out means
    that nobody knows is left out.
    """

    def __init__(self, given: object, kind: type, place: str, *, tolerant: bool) -> None:
        self.kept: list[Unknown] = []
        self.problems: list[Problem] = []
        self._tolerant = tolerant
        self.known = self._object(given, kind, place, "")
        if len(self.kept) > MOST_KEPT:
            self.kept, self._tolerant = [], False
            self.known = self._object(given, kind, place, "")

    def _object(self, given: object, kind: object, place: str, path: str) -> object:
        if not isinstance(given, dict):
            return given
        keys = cast("dict[str, object]", given)
        made = class_of(kind, keys)
        if made is None:
            return keys
        fields = keyed_fields(made)
        known: dict[str, object] = {}
        for key, value in keys.items():
            field = fields.get(key)
            if field is not None:
                if isinstance(value, (dict, list)):
                    known[key] = self._value(cast("object", value), field, at_key(place, key), path_of(path, key))
                elif value is not NULL or not field.may_be_left_out:
                    known[key] = value
            elif not self._keep(key, value, made, place, path):
                known[key] = value
        if made is Project:
            _move_old_keys(known)
        return keys.holding(known) if isinstance(keys, Repeating) else known

    def _value(self, value: object, field: Field, place: str, path: str) -> object:
        kind = kind_in(field)
        if kind is field.type or not isinstance(value, list):
            return self._object(value, kind, place, path)
        items = enumerate(cast("list[object]", value))
        return [self._object(each, kind, f"{place}[{index}]", f"{path}[{index}]") for index, each in items]

    def _keep(self, key: str, value: object, kind: type, place: str, path: str) -> bool:
        known = _keys(kind)
        is_tolerant = self._tolerant and len(self.kept) <= MOST_KEPT
        if not is_tolerant or key in known or meant(key, known) is not None:
            return False
        try:
            self.kept.append(Unknown(path_of(path, whole_text(key)), place, key, value_text(value), known))
        except InvalidValue as error:
            self.problems.append(Problem.of(error, place=at_key(place, key)))
        return True


def _move_old_keys(project: dict[str, object]) -> None:
    """Move what keys that are no longer written say to the keys of today, as the class does with a warning.

    Who reads a stored document cannot mend it, and is not warned.
    """
    is_aid = project.get("state_aid")
    if isinstance(is_aid, bool) and "aid" not in project:
        del project["state_aid"]
        project["aid"] = {"basis": (AidBasis.STATE_AID if is_aid else AidBasis.NONE).value}


def with_unknown(project: Project, kept: Sequence[Unknown]) -> Project:
    """Return a project with the unknown keys of its document in `extra`."""
    if not kept:
        return project
    anchors = _Anchors(to_plain(project))
    keys = [UnknownKey(each.path, each.value, anchor=anchors.at(each.path)) for each in kept]
    return attrs.evolve(project, extra=[*project.extra, *keys])


def path_of(path: str, key: str) -> str:
    """Return the path of a key with every character of it, unlike `at_key`, which is for people."""
    if key.isidentifier() and key.isascii():
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key, ensure_ascii=False)}]"


# --- Writing


def put_back(plain: dict[str, object], extra: Iterable[tuple[str, str]], fits: Callable[[object], bool] | None) -> None:
    """Put unknown keys into the plain project where they stood, and those that have no place there into its `extra`.

    A key has a place where reading finds it again, and where what it stood in is as it was. `fits` is whether the
    document can hold a single value; None where it can hold all.
    """
    keys = [each for each in extra if isinstance(each, UnknownKey)]
    if not keys:
        return
    anchors = _Anchors(plain)
    places = [_place_in(plain, each.path) if each.anchor in {None, anchors.at(each.path)} else None for each in keys]
    put: list[tuple[UnknownKey, dict[str, object], str]] = []
    left: list[UnknownKey] = []
    for each, place in zip(keys, places, strict=True):
        value = value_in(each.value)
        if place is None or place[1] in place[0] or (fits is not None and not all_are(value, fits)):
            left.append(each)
        else:
            place[0][place[1]] = value
            put.append((each, *place))
    found = {(each.path, each.value) for each in Split(plain, Project, "", tolerant=True).kept}
    for each, keys_of_object, key in put:
        if each not in found:
            del keys_of_object[key]
            left.append(each)
    if left:
        listed = cast("list[object]", plain.get("extra", []))
        plain["extra"] = [*listed, *({"label": each.path, "value": each.value} for each in sorted(left))]


def _place_in(plain: dict[str, object], path: str) -> tuple[dict[str, object], str] | None:
    """Return the object that a path leads into, and the key there that is free; None where there is none."""
    *steps, last = steps_in(path) or [0]
    here = _below(plain, steps)
    if not isinstance(here, dict) or not isinstance(last, str) or last in here:
        return None
    return cast("dict[str, object]", here), last


def _below(plain: object, steps: Iterable[str | int]) -> object:
    """Return what stands at the end of a path; None where the path leads nowhere."""
    here: Any = plain
    try:
        for step in steps:
            here = here[step]
    except (KeyError, IndexError, TypeError):
        return None
    return here


def steps_in(path: str) -> list[str | int]:
    """Return the steps of a path as keys and indexes; none for what is no path."""
    try:
        return [json.loads(step)[0] if step[0] == "[" else step for step, _ in steps_of(path)]
    except ValueError:
        return []


class _Anchors:
    """What marks the objects of a plain project, so that a key is only put back into the one that it stood in.

    The mark of a path is that of the first item of a list on it, with all that the item holds, else that of the object
    of the key; the project itself needs none. An item that is equal to another is marked by its whole list.
    """

    def __init__(self, plain: dict[str, object]) -> None:
        self._plain = plain
        self._lists: dict[str, Sequence[str]] = {}

    def at(self, path: str) -> str | None:
        steps = steps_in(path)
        index = next((at for at, step in enumerate(steps) if isinstance(step, int)), None)
        if index is None:
            return _mark(_below(self._plain, steps[:-1])) if len(steps) > 1 else None
        listed = _below(self._plain, steps[:index])
        marks = self._marks(json_text(steps[:index]), cast("list[object]", listed) if isinstance(listed, list) else [])
        item = cast("int", steps[index])
        return marks[item] if item < len(marks) else ""

    def _marks(self, path: str, listed: list[object]) -> Sequence[str]:
        if path not in self._lists:
            marks = [_mark(each) for each in listed]
            times = Counter(marks)
            of_list = _mark(marks)
            self._lists[path] = [each if times[each] == 1 else of_list for each in marks]
        return self._lists[path]


def _mark(plain: object) -> str:
    """Return a short text that is another for all other values."""
    from hashlib import blake2b

    return blake2b(json_text(plain).encode(errors="surrogatepass"), digest_size=12).hexdigest()
