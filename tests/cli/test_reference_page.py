"""The page of the command line, written from the description of its commands, and compared with what that says now.

After a change of a command that is meant:

    uv run python tests/cli/test_reference_page.py --update
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.cli import _statuses
from esfmodel.cli._options import COMMANDS, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.cli._parser import Command, Text

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"

HEAD = f"""\
# The command line

Every command of `esfmodel` with all that it takes, in English and Swedish. `esfmodel COMMAND --help` shows the same in
a terminal; [a guide](../how-to/check-at-the-command-line.md) and [a Swedish tutorial](../tutorial/kom-igang.md) show
commands at work. `python -m esfmodel` is the same program.

## Exit status

| Status | What it means |
|---|---|
| {_statuses.FINE} | done; of `check`: no rule of severity error has failed, which is no approval |
| {_statuses.ERRORS} | a rule of severity error has failed, a sum of a table is wrong, or a pack has a fault |
| {_statuses.REFUSED} | something could not be read, written or found, or the command line is wrong |
| {_statuses.INTERRUPTED} | stopped by Ctrl-C; by another signal, {_statuses.STOPPED} and its number |

## What is written where

What was asked for goes to standard output, or to the file of `-o`; what stands in the way goes to standard error. No
command writes over a file with something in it without `--force`, and `convert` never over its source. What is
written to a terminal is folded to its width, or to that of the environment variable `COLUMNS`; colours are left out
where the output is no terminal or `NO_COLOR` is set. The language is that of `--lang`, else that of the computer
(`LC_ALL`, `LC_MESSAGES` or `LANG`): Swedish where that is Swedish or says nothing, and English for any other.
"""


def page() -> str:
    """Write the whole page."""
    commands = "\n".join(f"- [`{name}`](#{name}): {plain(command.help.en)}" for name, command in COMMANDS.items())
    sections = [f"## {name}\n\n{section(command)}" for name, command in COMMANDS.items()]
    return "\n".join([HEAD, f"## All commands\n\n{commands}\n", f"{options(PROGRAM)}\n", *sections])


def section(command: Command) -> str:
    """Write one command: what it does, how it is typed, and all that it takes."""
    usage = "\n".join(f"esfmodel {line}" for line in dict.fromkeys((command.usage("en"), command.usage("sv"))))
    return "\n".join([in_both(command.help), f"```text\n{usage}\n```\n", options(command), ""])


def options(command: Command) -> str:
    """Write the arguments and options of a command, each with its help in both languages."""
    return "\n\n".join(entries(command))


def entries(command: Command) -> Iterator[str]:
    """Write each argument and option; those of the program itself are told once."""
    shared = () if command is PROGRAM else PROGRAM.options
    if command is not PROGRAM:
        yield from (listed([each.name.en], each.name.sv, each.help) for each in command.positionals)
    for option in command.options:
        if option not in shared:
            yield listed([*option.names[:-1], option.form("en")], option.form("sv"), option.help)
    yield from (f"Only one of {names(command, group.dests)} can be given." for group in command.one_of)


def names(command: Command, dests: Iterable[str]) -> str:
    """List options by their longest names."""
    return ", ".join(f"`{command.option(dest).names[-1]}`" for dest in dests)


def listed(forms: Iterable[str], swedish: str, told: Text) -> str:
    """Write what is typed, and what it does in English and in Swedish, where its value may be called otherwise."""
    form = ", ".join(f"`{each}`" for each in forms)
    named = "" if swedish in form else f" (`{swedish}`)"
    return f"{form}{named}\n: {plain(told.en)}\n: {plain(told.sv)}"


def in_both(told: Text) -> str:
    """Write what a command does as two sentences."""
    return f"{sentence(told.en)} ({sentence(told.sv)})\n"


def sentence(text: str) -> str:
    """Write a text of the help as a sentence."""
    return f"{text[0].upper()}{plain(text[1:])}."


def plain(text: str) -> str:
    """Write a text so that nothing in it is taken for a mark of the page; what is typed keeps its backquotes."""
    return re.sub(r"([*_\[\]<>|])(?=(?:[^`]*`[^`]*`)*[^`]*$)", r"\\\1", text)


def test_the_page_is_what_the_commands_take() -> None:
    """Who reads the page reads the commands as they are."""
    assert PAGE.read_text("utf-8") == page(), f"commands changed; if that is meant, run {Path(__file__).name} --update"


def test_every_option_is_told_in_both_languages() -> None:
    """Each command has its heading, and below it each of its options with English and Swedish words."""
    _, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    told = {name: text for name, _, text in (section.partition("\n") for section in sections)}
    for name, command in COMMANDS.items():
        for option in command.options:
            if option not in PROGRAM.options:
                assert f"{option.form('en')}`" in told[name]
                assert f"\n: {plain(option.help.en)}\n: {plain(option.help.sv)}" in told[name]
    assert all(f"`{option.names[-1]}" in told["All commands"] for option in PROGRAM.options)


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(page(), "utf-8")
