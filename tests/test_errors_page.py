"""The page of the errors, written from the table of their texts, and compared with what it says now.

After a change of an error that is meant:

    uv run python tests/test_errors_page.py --update
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.text.telling.problems import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "errors.md"
CODES = sorted(TEMPLATES["sv"])

HEAD = """\
# The errors

What each error and each problem of a file says. Every error of the library is a `ValueError` with a `code`, which stays
the same from version to version; `params`, the facts of its text; `place`, the path of what is wrong; and `given`, what
stands there. `str(error)` is the English for developers; `error.text("sv")` and `error.text("en")` are for people:

```python
>>> from esfmodel import InvalidValue, Money
>>> try:
...     Money("12.345")
... except InvalidValue as error:
...     print(error.code, error.place, error.given)
...     print(error.text("sv"))
money.too_fine amount 12.345
Belopp: ”12.345” har fler än två decimaler. Avrunda till två decimaler.

```

What is wrong follows the place and what was given there; what to do comes after it. Names in braces are the parameters.
Codes that begin with `argument.` are of calls that only a program can make. A value of a wrong type is a plain
`TypeError` and has no code. `esfmodel errors` lists the same on the command line, `esfmodel errors money` a topic.

Each code has an address of its own on this page, such as `errors.html#money-too-fine`: the code with hyphens.

"""


def page() -> str:
    """Write the whole page: the topics, and in each its codes."""
    topics = {topic: list(codes) for topic, codes in groupby(CODES, topic_of)}
    contents = ", ".join(f"[{topic}](#{topic})" for topic in topics)
    return "\n".join([f"{HEAD}Topics: {contents}.\n", *(section(topic, codes) for topic, codes in topics.items())])


def topic_of(code: str) -> str:
    """Return the topic of a code, which is its first word."""
    return code.partition(".")[0]


def section(topic: str, codes: Iterable[str]) -> str:
    """Write the errors of a topic."""
    return "\n".join([f"## {topic}\n", *map(entry, codes)])


def entry(code: str) -> str:
    """Write what an error says in both languages, at an address of its own."""
    english, swedish = ("; ".join(filter(None, TEMPLATES[language][code])) for language in ("en", "sv"))
    return f"({code})=\n\n`{code}`\n: {plain(english)}\n: {plain(swedish)}\n"


def plain(text: str) -> str:
    """Write a text so that nothing in it is taken for a mark of the page."""
    return re.sub(r"([*_`\[\]<>|])", r"\\\1", text)


def test_the_page_is_what_the_errors_say() -> None:
    """Who reads the page reads the errors as they are."""
    assert PAGE.read_text("utf-8") == page(), f"errors changed; if that is meant, run {Path(__file__).name} --update"


def test_every_error_has_its_entry() -> None:
    """Each code is on the page once, at its own address, with a text in each language and all its parameters."""
    entries = re.findall(r"^\((\S+)\)=\n\n`(\S+)`\n: (.+)\n: (.+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [code for code, _, _, _ in entries] == CODES
    for place, code, *texts in entries:
        assert place == code
        for text, language in zip(texts, ("en", "sv"), strict=True):
            names = re.findall(r"{([a-z_]+)", "".join(TEMPLATES[language][code]))
            assert text.strip()
            assert re.findall(r"{([a-z_]+)", text.replace("\\", "")) == names


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(page(), "utf-8")
