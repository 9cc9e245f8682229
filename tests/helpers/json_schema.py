"""What a value breaks of a JSON Schema, for the part of it that our schemas use."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, cast

KEYWORDS = "$schema $defs title description examples anyOf const enum type pattern minimum maximum".split()
KINDS: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def items_of(value: object) -> list[object]:
    """Return the items of a list; none of another value."""
    return cast("list[object]", value) if isinstance(value, list) else []


def keys_of(value: object) -> dict[str, object]:
    """Return the keys and values of an object; none of another value."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def faults(value: object, schema: dict[str, Any], place: str = "$", defined: dict[str, Any] | None = None) -> list[str]:
    """List what a value breaks of the part of JSON Schema that our schemas use; an unknown keyword is a fault too."""
    items, keys = items_of(value), keys_of(value)
    definitions: dict[str, Any] = schema.get("$defs", {}) if defined is None else defined
    inner = partial(faults, defined=definitions)
    found: list[str] = []
    for keyword, asked in schema.items():
        match keyword:
            case "$ref":
                found += inner(value, definitions[asked.removeprefix("#/$defs/")], place)
            case "anyOf" if all(inner(value, each, place) for each in asked):
                found.append(f"{place}: none of {asked}")
            case "const" | "enum" if value not in (asked if keyword == "enum" else [asked]):
                found.append(f"{place}: not {asked}")
            case "type" if not isinstance(value, KINDS[asked]) or (isinstance(value, bool) and asked == "integer"):
                found.append(f"{place}: no {asked}")
            case "pattern" if isinstance(value, str) and not re.search(asked, value):
                found.append(f"{place}: {value!r} is not like {asked}")
            case "minimum" if isinstance(value, int) and value < asked:
                found.append(f"{place}: minimum {asked}")
            case "maximum" if isinstance(value, int) and value > asked:
                found.append(f"{place}: maximum {asked}")
            case "items":
                found += [fault for at, each in enumerate(items) for fault in inner(each, asked, f"{place}[{at}]")]
            case "properties":
                found += [
                    fault for key in asked if key in keys for fault in inner(keys[key], asked[key], f"{place}.{key}")
                ]
            case "required":
                found += [f"{place}.{key}: missing" for key in asked if key not in keys]
            case "additionalProperties":
                others = [key for key in keys if key not in schema.get("properties", {})]
                if asked is False:
                    found += [f"{place}.{key}: unknown" for key in others]
                else:
                    found += [fault for key in others for fault in inner(keys[key], asked, f"{place}.{key}")]
            case _ if keyword not in KEYWORDS:
                found.append(f"{place}: unknown keyword {keyword}")
            case _:
                continue
    return found
