"""Read a command line by the description of its commands, and write their help, in Swedish and English.

`argparse` is not used: its messages are English sentences made inside it, which differ between versions of Python, and
which gettext could only translate for the whole process. Here what is wrong is an error of the library.
"""

from __future__ import annotations

import re
import textwrap
from argparse import Namespace
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

WIDTH: Final = 80
"""The widest line of help, as on the narrowest usual terminal."""

_COLUMN = 24
# With the dashes that word processors make of hyphens, so that such an option is no file that is missing.
_OPTION = re.compile("[-\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]{1,2}[A-Za-z]")
_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)


class Text(NamedTuple):
    """A text of the help in each language; `Words` of the rules would load the law."""

    sv: str
    en: str

    def text(self, language: str) -> str:
        text: str = getattr(self, language)
        return text


class Positional(NamedTuple):
    """What a command takes without an option: the number of times from `least` to `most`, None for any."""

    dest: str
    name: Text
    help: Text
    least: int = 1
    most: int | None = 1


class Option(NamedTuple):
    """An option; `value` is what help calls its value, None where it takes none and sets `flag`."""

    dest: str
    names: tuple[str, ...]
    help: Text
    value: Text | None = None
    choices: tuple[str, ...] = ()
    default: object = None
    flag: object = True
    repeated: bool = False
    example: str | None = None
    """A whole number as an example, for an option that takes one."""

    def takes(self, language: str) -> str:
        """Return what help shows as its value; empty where it takes none."""
        if self.value is not None:
            return self.value.text(language)
        return "{" + ",".join(self.choices) + "}" if self.choices else ""

    def form(self, language: str) -> str:
        return f"{self.names[-1]} {self.takes(language)}".rstrip()


class OneOf(NamedTuple):
    """Options of which only one can be given, by their destinations."""

    dests: tuple[str, ...]
    required: bool = False


class Command(NamedTuple):
    """A command; the program itself is one, whose only positional is the name of a command."""

    name: str
    help: Text
    positionals: tuple[Positional, ...] = ()
    options: tuple[Option, ...] = ()
    one_of: tuple[OneOf, ...] = ()

    def usage(self, language: str) -> str:
        """Return what must be typed, and what may be."""
        parts = [self.name]
        for each in self.positionals:
            name = each.name.text(language)
            name = name if each.most == 1 else f"{name} ..."
            parts.append(name if each.least else f"[{name}]")
        needed = [[self.option(dest).form(language) for dest in group.dests] for group in self.one_of if group.required]
        # Who names a file to write as one to read is told of the option.
        target = [f"[{option.form(language)}]" for option in self.options if option.dest == "output"]
        return " ".join([*parts, *(f"({' | '.join(forms)})" for forms in needed), *target])

    def option(self, dest: str) -> Option:
        return next(option for option in self.options if option.dest == dest)


def parse(program: Command, commands: Mapping[str, Command], typed: Sequence[str], language: str) -> Namespace:
    """Return the options and arguments typed; its `command` is None where the program's own options end it.

    Raises `InvalidValue` for a command line that is not understood; `language` is that of the usage in its advice.
    """
    parts = iter(typed)
    found = Namespace(**{option.dest: option.default for option in program.options}, command=None)
    named = _read(parts, program, found, language, first_only=True)
    if found.help or found.version:
        return found
    if not named:
        raise InvalidValue(
            "command.incomplete", "", missing=program.positionals[0].name.text(language), usage=program.usage(language)
        )
    if named[0] not in commands:
        raise not_one_of("", named[0], commands)
    found.command = named[0]
    command = commands[named[0]]
    for option in command.options:
        if option.dest not in found:
            setattr(found, option.dest, [] if option.repeated else option.default)
    arguments = _read(parts, command, found, language)
    if not found.help:
        _check_options(command, found)
        _take(command, arguments, found, language)
    return found


def _read(
    parts: Iterator[str], command: Command, found: Namespace, language: str, *, first_only: bool = False
) -> list[str]:
    """Set the options of a command, and return its other arguments, or the first of them."""
    by_name = {name: option for option in command.options for name in option.names}
    given: set[str] = set()
    others: list[str] = []
    for part in parts:
        if part == "--":
            if not first_only:
                others += parts
        elif not _OPTION.match(part):
            others.append(part)
        else:
            option, name, value = _option(part, by_name)
            if option.dest in given and not option.repeated:
                raise InvalidValue("value.given_twice", name)
            given.add(option.dest)
            _set(option, name, value, parts, found, language)
            if found.help:
                return others
        if first_only and others:
            return others
    return others


def _option(part: str, by_name: Mapping[str, Option]) -> tuple[Option, str, str | None]:
    """Return the option that a part names, in full or by its unique beginning, and the value in the part."""
    name, equals, value = part.partition("=")
    if not name.startswith("--") and len(name) > len("-o") and (short := by_name.get(name[:2])) and short.takes("en"):
        return short, name[:2], part[2:]
    near = [each for each in by_name if each.startswith(name)] if name.startswith("--") else []
    if name in by_name:
        near = [name]
    if len({by_name[each].dest for each in near}) > 1:
        raise InvalidValue("value.did_you_mean", "", name, near=tuple(near))
    if not near:
        raise not_one_of("", name, by_name)
    return by_name[near[0]], near[0], value if equals else None


def _set(option: Option, name: str, value: str | None, parts: Iterator[str], found: Namespace, language: str) -> None:
    takes = option.takes(language)
    if not takes:
        if value is not None:
            raise InvalidValue("command.takes_no_value", name, value, option=name)
        setattr(found, option.dest, option.flag)
        return
    if value is None:
        value = next(parts, None)
        if value is None or value == "--" or _OPTION.match(value):
            values = "{" + ",".join(option.choices) + "}" if option.choices else takes
            raise InvalidValue("command.no_value", name, form=f"{name}{'=' if name.startswith('--') else ' '}{values}")
    if option.choices and value not in option.choices:
        raise not_one_of(name, value, option.choices)
    if option.example is not None and not _NUMBER.fullmatch(value):
        raise InvalidValue("number.badly_written", name, value, example=option.example)
    if option.repeated:
        getattr(found, option.dest).append(value)
    else:
        setattr(found, option.dest, value if option.example is None else int(value))


def _check_options(command: Command, found: Namespace) -> None:
    """Check that one was given of options of which one is required, and no two that exclude each other."""

    def is_given(option: Option) -> bool:
        return bool(getattr(found, option.dest) != option.default)

    for group in command.one_of:
        options = [command.option(dest) for dest in group.dests]
        given = [option.names[-1] for option in options if is_given(option)]
        if len(given) > 1:
            raise InvalidValue("argument.too_many", given[0], other=given[1])
        if group.required and not given:
            first, *others = [option.names[-1] for option in options]
            raise InvalidValue("argument.missing", first, others=tuple(others))


def _take(command: Command, arguments: list[str], found: Namespace, language: str) -> None:
    """Share the arguments out over the positionals; the last ones get what they need, and the first ones the rest."""
    usage = f"esfmodel {command.usage(language)}"
    for index, each in enumerate(command.positionals):
        kept = sum(later.least for later in command.positionals[index + 1 :])
        most = len(arguments) - kept if each.most is None else each.most
        taken = arguments[: max(0, min(most, len(arguments) - kept))]
        if len(taken) < each.least:
            missing = each.name.text(language)
            raise InvalidValue("command.incomplete", "", missing=missing, usage=usage)
        del arguments[: len(taken)]
        setattr(found, each.dest, taken if each.most is None else taken[0] if taken else None)
    if arguments:
        raise InvalidValue("command.too_much", "", arguments[0], usage=usage)


def not_one_of(place: str, given: str, choices: Iterable[str]) -> InvalidValue:
    """Return the error for what is none of some names, with the names near it, or else all of them.

    >>> not_one_of("", "chek", ["check", "show"]).text("en")
    '“chek” is not one we know. Did you mean check?'
    """
    # Imported where a line is refused: a line that is understood, or asks for help, does not wait for the values.
    from esfmodel.values.format import near_names

    names = tuple(choices)
    near = near_names(given, names)
    if near:
        return InvalidValue("value.did_you_mean", place, given, near=near)
    return InvalidValue("value.not_one_of", place, given, choices=names)


# --- The help

_USAGE = Text("Användning:", "Usage:")
_SOME_OPTIONS = Text("[flaggor]", "[options]")
_COMMANDS = Text("Kommandon:", "Commands:")
_ARGUMENTS = Text("Argument:", "Arguments:")
_OPTIONS = Text("Flaggor:", "Options:")
_MORE = Text(
    "”esfmodel KOMMANDO --help” visar vad ett kommando tar emot.",
    "`esfmodel COMMAND --help` shows what a command takes.",
)


def help_text(command: Command, language: str, commands: Mapping[str, Command]) -> str:
    """Return the help of a command, or of the program, which has `commands`."""
    program = "" if commands else "esfmodel "
    usage = f"{_USAGE.text(language)} {program}{command.usage(language)} {_SOME_OPTIONS.text(language)}"
    listed = [_line(each.name, each.help.text(language)) for each in commands.values()]
    positionals = (
        [] if commands else [_line(each.name.text(language), each.help.text(language)) for each in command.positionals]
    )
    options = [
        _line(", ".join((*each.names[:-1], each.form(language))), each.help.text(language)) for each in command.options
    ]
    paragraphs = [
        textwrap.fill(usage, WIDTH, subsequent_indent="    ", break_on_hyphens=False),
        textwrap.fill(_sentence(command.help.text(language)), WIDTH),
        *(
            f"{title.text(language)}\n" + "\n".join(lines)
            for title, lines in ((_COMMANDS, listed), (_ARGUMENTS, positionals), (_OPTIONS, options))
            if lines
        ),
        *([_MORE.text(language)] if commands else []),
    ]
    return "\n\n".join(paragraphs)


def _line(name: str, text: str) -> str:
    """Return a name with its text beside it, or below it where the name is long."""
    lines = textwrap.wrap(text, WIDTH - _COLUMN, break_on_hyphens=False)
    start = f"  {name:<{_COLUMN - 2}}"
    first = [start + lines.pop(0)] if len(start) == _COLUMN and not start.endswith(name) else [start.rstrip()]
    return "\n".join([*first, *(" " * _COLUMN + line for line in lines)])


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
