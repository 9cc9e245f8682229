"""The command `table --by`: sums of lists and project files by county, municipality, town, year or kind of owner."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.cli._check import status_of
from esfmodel.cli._parser import not_one_of
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._sources import sources
from esfmodel.cli._statuses import REFUSED
from esfmodel.cli._targets import beside, check_target, write_file
from esfmodel.cli._terminal import page_width, say, say_heading
from esfmodel.display.columns import one_line
from esfmodel.display.sums import sums_tables
from esfmodel.errors import EsfModelError
from esfmodel.model.portfolio import Portfolio
from esfmodel.rules.words import Words
from esfmodel.text import sv
from esfmodel.text.telling.problems import write_source
from esfmodel.values.format import LANGUAGES
from esfmodel.workings.sums import SumsBy, sums_by

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

_SHORT: Mapping[Words, tuple[SumsBy, ...]] = MappingProxyType(
    {
        Words("län", "county"): (SumsBy.COUNTY_OF_OWNER, SumsBy.COUNTY_OF_ACTIVITY),
        Words("kommun", "municipality"): (SumsBy.MUNICIPALITY_OF_OWNER, SumsBy.MUNICIPALITY_OF_ACTIVITY),
        Words("ort", "town"): (SumsBy.TOWN_OF_OWNER,),
        Words("år", "year"): (SumsBy.YEAR_OF_START, SumsBy.YEAR_OF_END, SumsBy.YEAR_OF_GRANT),
        Words("ägare", "owner"): (SumsBy.KIND_OF_OWNER,),
    }
)
"""What a short word asks for: a place or a year may be meant in several ways, and each has a table of its own."""


def requested_sums(text: str, language: str) -> tuple[SumsBy, ...]:
    """Return the sums that `--by` asks for, by a short word or the label of one of them."""
    for words, found in _SHORT.items():
        if text.casefold() in {words.text(each) for each in LANGUAGES}:
            return found
    try:
        return (sv.parse_label(SumsBy, text),)
    except EsfModelError:
        raise not_one_of("--by", text, short_words(language)) from None


def short_words(language: str) -> tuple[str, ...]:
    """Return the short words for what a list can be summed by."""
    return tuple(words.text(language) for words in _SHORT)


def show_sums(arguments: Namespace) -> int:
    """Print the sums of the projects of a file, each saying of what; write them if `--output` names a file."""
    asked = requested_sums(arguments.by, arguments.lang)
    check_target(arguments, [arguments.file])
    arguments.files = [arguments.file]
    [source] = sources(arguments)
    if source.projects and arguments.output is not None:
        write_file(source.projects, arguments.output, arguments.to, arguments.lang)
    with beside(arguments.output):
        status = status_of(source, arguments.lang)
        if not source.projects:
            return REFUSED
        say_heading(one_line(write_source(arguments.file, arguments.lang)))
        portfolio = Portfolio(source.projects)
        for by in asked:
            say(f"{sums_tables(sums_by(portfolio, by), arguments.lang, width=page_width())}\n")
        say_some_problems(arguments.file, source.problems, arguments)
    return status
