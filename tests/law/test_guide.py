"""The tables of the guide for those who keep the law, written from the code, and compared with what it says now.

After a change that is meant:

    uv run python tests/law/test_guide.py --update
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel import LAW, RULES, Fund, Provision
from esfmodel.law import Binds, Condition, Grade, Sense
from esfmodel.law.keys import KEYS_OF_PACKS, PROGRAMME
from esfmodel.law.law import PACK_LEVELS
from esfmodel.law.provisions import FIELDS, kind_of
from esfmodel.rules.context import is_read
from esfmodel.rules.unread import reason_unread

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "keep-the-law.md"

MEANINGS = {
    "key": "what is asked for; rules ask by these words",
    "rate": "the value, where it is a share",
    "money": "the value, where it is an amount",
    "number": "the value, where it is a whole number; with `unit`",
    "period": "the value, where it is a period",
    "day": "the value, where it is a day",
    "text": "the value, where it is words of the law",
    "programming_period": "left out where the value is the same in all; a key has it in every row or in none",
    "level": "who sets the value",
    "act": "the act in which the value stands, also after an amendment",
    "article": "where in the act",
    "start": "the first day that the value applies to",
    "end": "the last day; left out while it is open",
    "grade": "how well it was read: A the legal text, B the authority's own page, C a transcript; below A rules warn",
    "source": "the address where anybody can read it",
    "checked": "the day it was compared with the text",
    "sense": "how a limit binds; left out where the value is no limit",
    "binds": "what the value binds",
    "unit": "what a number counts",
    "base": "what a share is a share of",
    "quote": "the deciding words, exactly as printed; grade A must have them",
    "edition": "which edition was read; grade A must have it",
    "language": "the language of the quote",
    "funds": "the funds concerned; left out where the act concerns all of its own",
    "condition": "what must be so for the value to count",
    "amended_by": "the act that set the value, where it amended `act`: the row takes the place of the one before it",
    "expenditure_from": "the first day of the expenditure concerned, where it is another than `start`",
    "expenditure_until": "the last day of it",
    "note": "what a reader should know",
}
WRITTEN = {
    "key": '`"co-financing.ceiling.transition"`',
    "rate": '`"40%"`, `"40/54"`',
    "money": '`"200000 EUR"`',
    "number": "`36`",
    "period": '`"2021-01-01/2029-12-31"`',
    "programming_period": '`"2021-2027"`',
    "language": '`"en"`, the default, or `"sv"`',
    "act": '`"Regulation (EU) 2021/1060"`',
    "article": '`"112(3)(e)"`, `"Annex IX, point 2"`',
}
CHOICES: dict[str, Iterable[enum.Enum]] = {
    "level": PACK_LEVELS,
    "grade": Grade,
    "sense": Sense,
    "binds": Binds,
    "condition": Condition,
}
DAYS = {"start", "end", "checked", "day", "expenditure_from", "expenditure_until"}


def fields() -> Iterator[str]:
    """Write the table of the fields of a row."""
    yield "| Field | Must be there | Written | What it is |\n|---|---|---|---|"
    for name in FIELDS:
        needed = "yes" if is_required(name) else "one of these" if is_value(name) else ""
        yield f"| `{name}` | {needed} | {form(name)} | {MEANINGS[name]} |"


def is_value(name: str) -> bool:
    """Return whether a field holds the value."""
    return name not in attrs.fields_dict(Provision)


def is_required(name: str) -> bool:
    """Return whether every row has a field."""
    return not is_value(name) and attrs.fields_dict(Provision)[name].default is attrs.NOTHING


def form(name: str) -> str:
    """Write how a field is written."""
    if name in CHOICES:
        return ", ".join(f'`"{each.name}"`' for each in CHOICES[name])
    if name == "funds":
        return f'`["ESF+"]`; {", ".join(each.value for each in Fund)}'
    return "`2025-09-20`, without quotation marks" if name in DAYS else WRITTEN.get(name, "text")


def keys_of_packs() -> Iterator[str]:
    """Write the table of the keys that packs have and the law has not."""
    yield "| Key | Written | What it is | Read by |\n|---|---|---|---|"
    for pattern, known in KEYS_OF_PACKS.items():
        if pattern.split(".")[0] not in {key.split(".")[0] for key in LAW.keys}:
            shown = pattern.replace(f"{PROGRAMME}.*", f"{PROGRAMME}.CCI").replace("CCI.*", "CCI.AREA")
            yield f"| `{shown}` | {known.kind} | {known.meaning} | {read_by(pattern)} |"


def keys_of_the_law() -> Iterator[str]:
    """Write the table of the keys of the law."""
    yield "| Key | Written | Read by |\n|---|---|---|"
    for key in LAW.keys:
        kinds = dict.fromkeys(kind_of(row) for row in LAW.history(key))
        yield f"| `{key}` | {', '.join(kinds)} | {read_by(key)} |"


def read_by(key: str) -> str:
    """Write which rules read a key, or why none does."""
    codes = [rule.code for rule in RULES if is_read(key, rule.reads) or key in rule.reads]
    return ", ".join(codes) or f"none: {reason_unread(key)}"


TABLES = {"fields": fields, "keys of packs": keys_of_packs, "keys of the law": keys_of_the_law}


def renewed(text: str) -> str:
    """Return the page with its tables written anew."""
    for name, table in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, found, rest = text.partition(begin)
        _, stop, after = rest.partition(end)
        assert found, name
        assert stop, name
        text = "".join([before, begin, "\n\n", "\n".join(table()), "\n\n", end, after])
    return text


def test_the_tables_are_what_the_code_says() -> None:
    """Who writes a pack by the guide writes what the reader takes."""
    text = PAGE.read_text("utf-8")
    assert text == renewed(text), f"fields or keys changed; if that is meant, run {Path(__file__).name} --update"


def test_every_field_has_its_meaning() -> None:
    """The table has the fields of a row, and no others."""
    assert set(MEANINGS) == set(FIELDS)


def test_the_tests_that_the_guide_names_exist() -> None:
    """A keeper of the law finds each test that fails when a row is added."""
    named = [match.groups() for match in re.finditer(r"`(tests/\S+\.py)::(\w+)`", PAGE.read_text("utf-8"))]
    assert len(named) == 3
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("pattern", KEYS_OF_PACKS)
def test_a_key_of_packs_is_used_or_has_its_reason(pattern: str) -> None:
    """No key is offered that nobody reads and nobody accounts for."""
    reads = [read for rule in RULES for read in rule.reads]
    assert reason_unread(pattern) or pattern in reads or is_read(pattern, reads)


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
