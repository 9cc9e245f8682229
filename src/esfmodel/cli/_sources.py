"""Read what a command works on: files, standard input or the examples, and the law with its packs."""

from __future__ import annotations

import functools
import os
import re
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import EsfModelError, InvalidValue, ReadError
from esfmodel.examples import PROJECTS
from esfmodel.formats import Reading, read, read_text
from esfmodel.formats.catalogue import LARGEST
from esfmodel.law import LAW, Law
from esfmodel.model import ExchangeRate
from esfmodel.rules.exchange import as_rates
from esfmodel.rules.words import Words
from esfmodel.values.dates import as_date
from esfmodel.values.files import text_from, text_in

if TYPE_CHECKING:
    import datetime
    from argparse import Namespace
    from collections.abc import Generator, Iterable, Iterator

    from esfmodel.formats import Problem
    from esfmodel.model.programme import Call
    from esfmodel.model.project import Project

_STDIN = "-"
_EXAMPLE_OF_A_RATE = Words("EUR=11,20", "EUR=11.20")
_RATE = re.compile(r"([A-Za-z]{3})=([0-9]{1,9}(?:[.,][0-9]{1,9})?)(?:@(.+))?", re.ASCII)


@attrs.frozen
class Source:
    """One source: its name (None for the examples), and its reading or the error that prevented it."""

    name: str | None
    reading: Reading | None
    error: EsfModelError | None = None
    text: str | None = attrs.field(default=None, repr=False)
    """What stood on standard input, which cannot be read again."""

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


def sources(arguments: Namespace) -> Iterator[Source]:
    """Yield the sources of a command, each read when it is asked for; an unreadable one has an error."""
    # Only `check` refuses unknown keys, unless told not to: the other commands keep them.
    format, strict = arguments.format, getattr(arguments, "strict", False)
    if getattr(arguments, "examples", False):
        yield Source(None, Reading(PROJECTS))
    for name in arguments.files:
        try:
            text = _standard_input(LARGEST) if name == _STDIN else None
            reading = read(name, format, strict=strict) if text is None else read_text(text, format, strict=strict)
            yield Source(name, reading, text=text)
        except EsfModelError as error:
            # Named as it was typed: what is read from standard input is only a text to the readers.
            yield Source(name, None, error.at(error.place, source=name))


def text_of(name: str, largest: int) -> str:
    """Return the text of a file, or of standard input, of at most `largest` characters."""
    return _standard_input(largest) if name == _STDIN else text_in(name, largest)


def _standard_input(largest: int) -> str:
    # Python has no stream at all where the program was started with it closed.
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("file.closed", source=_STDIN)
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        return sys.stdin.read()
    with suppress(OSError):
        # Another program may have left it so that reading ends early; the rest would be missing in silence.
        os.set_blocking(binary.fileno(), True)
    return text_from(binary, _STDIN, largest)


@contextmanager
def naming(option: str, given: object = ...) -> Generator[None]:
    """Let an error of what is done here name an option of the command line, and what was typed for it."""
    try:
        yield
    except EsfModelError as error:
        raise error.at(option, given=given) from error


def day_asked(arguments: Namespace) -> datetime.date | None:
    """Return the day of the option `--on`."""
    with naming("--on"):
        return None if arguments.on is None else as_date(arguments.on, "on")


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

    return call_in(text_of(name, LARGEST), name)


def law_with(packs: Iterable[str]) -> Law:
    """Return the law of the library with packs added, each given by its name or its file."""
    return functools.reduce(Law.with_pack, packs, LAW)
