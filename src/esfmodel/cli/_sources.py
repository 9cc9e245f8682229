"""Read what a command works on: files, standard input or the examples, the law with its packs, and the rules."""

from __future__ import annotations

import functools
import os
import re
import sys
from contextlib import closing, contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING

import attrs

from esfmodel.cli._progress import Progress
from esfmodel.errors import EsfModelError, InvalidData, InvalidValue, ReadError
from esfmodel.examples import PROJECTS
from esfmodel.formats import Reading
from esfmodel.formats.catalogue import LARGEST
from esfmodel.formats.files import LARGEST_STREAM, InputFile
from esfmodel.law import LAW, Law
from esfmodel.model import ExchangeRate
from esfmodel.rules import RULES, installed_rules
from esfmodel.rules.exchange import as_rates
from esfmodel.rules.words import Words
from esfmodel.values.dates import as_date
from esfmodel.values.files import Spool, text_from, text_in
from esfmodel.values.money import Money

if TYPE_CHECKING:
    import datetime
    from argparse import Namespace
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from esfmodel.formats import Item, Problem
    from esfmodel.formats.lists.mapping import Mapping
    from esfmodel.model.programme import Call
    from esfmodel.model.project import Project
    from esfmodel.rules import RuleBook
    from esfmodel.values.files import Bytes

_STDIN = "-"
_EXAMPLE_OF_A_RATE = Words("EUR=11,20", "EUR=11.20")
_RATE = re.compile(r"([A-Za-z]{3})=([0-9]{1,9}(?:[.,][0-9]{1,9})?)(?:@(.+))?", re.ASCII)


@attrs.frozen
class Source:
    """One source: its name (None for the examples), and its reading or the error that prevented it."""

    name: str | None
    reading: Reading | None
    error: EsfModelError | None = None
    file: InputFile | None = attrs.field(default=None, repr=False)

    @property
    def projects(self) -> tuple[Project, ...]:
        return () if self.reading is None else self.reading.projects

    @property
    def problems(self) -> tuple[Problem, ...]:
        return () if self.reading is None else self.reading.problems

    @property
    def is_whole(self) -> bool:
        """Whether the source has projects and all of them could be read."""
        return self.reading is not None and 0 < self.reading.counts.records <= len(self.reading.projects)


class ListFile:
    """A list of operations that is gone through when it is asked for, and never held as a whole."""

    def __init__(self, name: str, file: InputFile) -> None:
        self.name = name
        self.file = file
        self.rows = file.operations()

    def items(self, progress: Progress) -> Iterator[Item]:
        """Yield the projects of the list, and show on a terminal how far it is read."""
        progress.begin()
        for item in self.rows:
            progress.show(self.rows.rows_read, self.rows.rows_found)
            yield item

    def reading(self, language: str, items: list[Item] | None = None) -> Reading:
        """Return the whole list without the places of its values; its items are added to `items` if given."""
        projects: list[Project] = []
        problems: list[Problem] = []
        with closing(Progress(self.name, language)) as progress:
            for item in self.items(progress):
                if items is not None:
                    items.append(item)
                problems += item.problems
                projects += () if item.project is None else (item.project,)
        return Reading(projects, problems, self.rows.counts(len(problems)))


def sources(arguments: Namespace) -> Iterator[Source]:
    """Yield the sources of a command, each read when it is asked for; an unreadable one has an error."""
    for each in sources_and_lists(arguments):
        if isinstance(each, Source):
            yield each
            continue
        try:
            yield Source(each.name, each.reading(arguments.lang), file=each.file)
        except EsfModelError as error:
            yield Source(each.name, None, _named(error, each.name))


def sources_and_lists(arguments: Namespace) -> Iterator[Source | ListFile]:
    """Yield the sources of a command as `sources` does, and lists of operations to be gone through."""
    # Only `check` refuses unknown keys, unless told not to: the other commands keep them.
    strict = getattr(arguments, "strict", False)
    mapping = mapping_asked(arguments)
    if getattr(arguments, "examples", False):
        yield Source(None, Reading(PROJECTS))
    for name in arguments.files:
        try:
            file = opened(name, arguments, mapping)
            if file.is_list():
                yield ListFile(name, file)
            else:
                yield Source(name, file.read(strict=strict), file=file)
        except EsfModelError as error:
            yield Source(name, None, _named(error, name))


def opened(name: str, arguments: Namespace, mapping: Mapping | None = None) -> InputFile:
    """Return a file, or standard input, to be read as the options say."""
    given = Spool(_standard_input(), _STDIN, LARGEST_STREAM) if name == _STDIN else name
    format = getattr(arguments, "format", None)
    return InputFile(given, name, format, currency=arguments.currency, mapping=mapping)


def _named(error: EsfModelError, name: str) -> EsfModelError:
    """Return an error with its source as it was typed."""
    return error.at(error.place, source=name)


def text_of(name: str, largest: int) -> str:
    """Return the text of a file, or of standard input, of at most `largest` characters."""
    return text_from(_standard_input(), _STDIN, largest) if name == _STDIN else text_in(name, largest)


def _standard_input() -> Bytes:
    # Python has no stream at all where the program was started with it closed.
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("file.closed", source=_STDIN)
    binary: Bytes | None = getattr(sys.stdin, "buffer", None)
    if binary is None:
        return BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
    with suppress(OSError):
        # Another program may have left it so that reading ends early; the rest would be missing in silence.
        os.set_blocking(sys.stdin.fileno(), True)
    return binary


@contextmanager
def naming(option: str, given: object = ...) -> Generator[None]:
    """Let an error of what is done here name an option of the command line, and what was typed for it."""
    try:
        yield
    except EsfModelError as error:
        raise error.at(option, given=given) from error


def day_asked(arguments: Namespace) -> datetime.date | None:
    """Return the day of the option `--on`."""
    return None if arguments.on is None else as_date(arguments.on, "--on")


def rates_asked(arguments: Namespace) -> tuple[ExchangeRate, ...]:
    """Return the exchange rates of the option `--rate`, each the price of a currency in kronor."""
    rates: list[ExchangeRate] = []
    for text in arguments.rate:
        with naming("--rate", text):
            rates = [*as_rates([*rates, _rate_of(text)], arguments.on)]
    return tuple(rates)


def _rate_of(text: str) -> ExchangeRate:
    found = _RATE.fullmatch(text)
    if found is None or not found[2].strip("0.,"):
        raise InvalidValue("command.not_a_rate", "--rate", text, example=_EXAMPLE_OF_A_RATE)
    unit, price, day = found.groups()
    return ExchangeRate(unit.upper(), "SEK", rate=price.replace(",", "."), day=day)


def call_asked(name: str) -> Call:
    """Return the call in the file of the option `--call`."""
    # Imported at its first use, with the converter: other commands start without.
    from esfmodel.formats.calls import call_in

    with _problems_of(name):
        return call_in(text_of(name, LARGEST), name)


def mapping_asked(arguments: Namespace) -> Mapping | None:
    """Return the mapping in the file of the option `--mapping`; check the currency of the option `--currency`."""
    if arguments.currency is not None:
        with naming("--currency", arguments.currency):
            Money(0, arguments.currency)
    if arguments.mapping is None:
        return None
    from esfmodel.formats.lists.mapping import read_mapping

    with _problems_of(arguments.mapping):
        return read_mapping(arguments.mapping)


@contextmanager
def _problems_of(name: str) -> Generator[None]:
    """Let the problems of a file be told as those of the file as it was typed."""
    try:
        yield
    except InvalidData as error:
        raise error.at(error.place, source=name) from error


def law_with(packs: Iterable[str]) -> Law:
    """Return the law of the library with packs added, each given by its name or its file."""
    return functools.reduce(Law.with_pack, packs, LAW)


def rules_with(names: Sequence[str]) -> RuleBook:
    """Return the rules of the library, and after them those that installed packages offer under these names."""
    if not names:
        return RULES
    with naming("--rules"):
        return RULES + installed_rules(*names)
