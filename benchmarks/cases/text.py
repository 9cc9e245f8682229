"""Writing and reading Swedish figures beside Babel, and finding them in prose beside one regular expression."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import partial
from operator import eq
from typing import TYPE_CHECKING, Any

from babel.dates import format_date, parse_date
from babel.numbers import format_currency, format_percent, parse_decimal

from esfmodel import Money, Rate
from esfmodel.text import sv
from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCALE = "sv_SE"
DECIMAL, WHOLE = Decimal("3706566.50"), Decimal(3_706_566)
OURS, WHOLE_OF_OURS = Money(DECIMAL), Money(WHOLE)
NUMBER = "3\N{NO-BREAK SPACE}706\N{NO-BREAK SPACE}566,50"
WRITTEN = f"{NUMBER}\N{NO-BREAK SPACE}kr"
SHARE, SHARE_OF_OURS = Decimal("0.375"), Rate.of_percent("37.5")
DAY, ISO = date(2024, 10, 1), "2024-10-01"

DENSE = (
    "Projektet får drygt 4,5 miljoner kronor från Europeiska socialfonden. Stödet är högst 40 procent av budgeten på "
    "närmare 12 mkr. Projektet pågår 1 mars 2024–31 augusti 2026, i 30 månader. "
)
SPARSE = (
    "Syftet är att ge människor som står långt från arbetsmarknaden en väg in, och att skapa nya former för samverkan "
    "mellan kommuner, företag och föreningar i länet. Deltagarna möter handledare som känner den lokala näringen väl. "
) * 4
SPEED = 2_000_000
"""The goal: so many characters of dense prose in a second."""
PLAIN = re.compile(
    r"\d[\d \N{NO-BREAK SPACE}]*(?:,\d+)?[ \N{NO-BREAK SPACE}]*(?:kr|kronor|mkr|miljoner kronor|procent|%|månader)\b"
)


def prose(characters: int, *, dense: bool) -> str:
    """Write about so many characters of text that is full of figures, or has few."""
    piece = DENSE if dense else SPARSE + DENSE
    return piece * max(1, characters // len(piece))


def cases(large: int) -> Iterator[Case]:
    """Write, read and find figures."""
    write = partial(format_currency, currency="SEK", locale=LOCALE)
    strictly = partial(parse_decimal, locale=LOCALE, strict=True)
    yield _case(
        "write whole kronor",
        partial(sv.format_money, WHOLE_OF_OURS),
        partial(write, WHOLE),
        lambda one, other: one == other.replace(",00", ""),
    )
    yield _case("write öre", partial(sv.format_money, OURS), partial(write, DECIMAL), eq)
    yield _case(
        "read an amount strictly",
        partial(sv.parse_money, WRITTEN),
        partial(strictly, NUMBER),
        lambda one, other: one.amount == other,
    )
    yield _case(
        "write a share",
        partial(sv.format_rate, SHARE_OF_OURS),
        partial(format_percent, SHARE, format="#,##0.# %", locale=LOCALE),
        lambda one, other: one == other.replace(" ", "\N{NO-BREAK SPACE}"),
    )
    yield _case(
        "read a share",
        partial(sv.parse_rate, "37,5\N{NO-BREAK SPACE}%"),
        partial(strictly, "37,5"),
        lambda one, other: one.percent == other,
    )
    yield _case(
        "write a date",
        partial(sv.format_date, DAY),
        partial(format_date, DAY, "long", locale=LOCALE),
        lambda one, other: one.replace("\N{NO-BREAK SPACE}", " ") == other,
    )
    yield _case("read a date", partial(sv.parse_date, ISO), partial(parse_date, ISO, locale=LOCALE), eq)
    for name, dense in (("dense", True), ("sparse", False)):
        text = prose(min(20_000, 100 * large), dense=dense)
        yield Case(
            "text",
            f"find figures, {name} prose",
            "one re",
            partial(sv.find_figures, text),
            partial(PLAIN.findall, text),
            alike=_found,
            characters=len(text),
            seconds=len(text) / SPEED if dense else None,
        )


def _case(name: str, ours: Callable[[], Any], theirs: Callable[[], Any], alike: Callable[[Any, Any], bool]) -> Case:
    return Case("text", name, "Babel", ours, theirs, alike=alike)


def _found(figures: Any, plain: list[str]) -> bool:
    """Whether all that the plain expression found is in what was found with its words."""
    texts = [figure.text for figure in figures]
    return bool(texts) and all(any(found in text for text in texts) for found in plain)
