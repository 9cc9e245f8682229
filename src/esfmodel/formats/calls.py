r"""Read the call in a file, so that applications can be judged by it whatever they say of it themselves.

>>> text = '[call]\nname = "Framtidens arbetsliv"\nlongest_months = 36\n'
>>> call_in(text, "utlysning.toml").longest_months
36
"""

from __future__ import annotations

from typing import Final, cast

from esfmodel.errors import InvalidData, ReadError
from esfmodel.formats._document import JSON, TOML, located_in, object_of, parsed_json, reading_of
from esfmodel.formats._parsed import Repeating
from esfmodel.formats._unknown_keys import unknown_key
from esfmodel.formats.reading import Problem
from esfmodel.formats.toml import parsed_toml
from esfmodel.model.programme import Call

_KEY: Final = "call"


def call_in(text: str, origin: str) -> Call:
    """Return the call in a TOML or JSON text: the table `call` alone, or the one call that all its projects name.

    The table has the keys of a project's call. `origin` is the name of the file in messages. Raises `InvalidData` with
    everything that is wrong with the call, and `ReadError` where the text has no call, or more than one.

    >>> call_in('{"call": {"fund": "ESF+"}}', "utlysning.json")
    Call(fund=Fund.ESF_PLUS)
    """
    syntax = JSON if text.lstrip().startswith("{") else TOML
    document = parsed_json(text, origin) if syntax is JSON else parsed_toml(text, origin)
    keys = cast("dict[str, object]", document) if isinstance(document, dict) else {}
    problems: list[Problem] = []
    calls: list[Call] = []
    if "projects" in keys:
        reading = reading_of(keys, text, origin, syntax, strict=True)
        problems += reading.problems
        calls += dict.fromkeys(project.call for project in reading.projects if project.call is not None)
    elif _KEY in keys:
        problems += (unknown_key(key, "", [_KEY]) for key in keys if key != _KEY)
        problems += (
            Problem("value.given_twice", key) for key in (keys.repeated if isinstance(keys, Repeating) else ())
        )
        try:
            calls = [object_of(keys[_KEY], Call, [], "", strict=True)]
        except InvalidData as error:
            found = cast("tuple[Problem, ...]", error.problems)
            problems += (Problem.of(each, place=f"{_KEY}.{each.place}".rstrip(".")) for each in found)
        problems = located_in(problems, keys, text, syntax)
    if problems:
        raise InvalidData(tuple(problems)).at("", source=origin)
    calls = [call for call in calls if call != Call()]
    if len(calls) != 1:
        raise ReadError("reading.not_one_call", source=origin, count=len(calls))
    return calls[0]
