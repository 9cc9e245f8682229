"""Print the problems of reading a list, of each kind no more than a few unless all are asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from esfmodel.cli._terminal import say, say_problems, say_wrapped
from esfmodel.errors import Told
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from esfmodel.formats import Problem

_MOST_ALIKE: Final = 3
_MORE = Words(
    "Fler problem som liknar dem som visas: {number}. esfmodel check --verbose visar alla, och esfmodel check -o FIL "
    "skriver dem till en fil.",
    "More problems like those that are shown: {number}. esfmodel check --verbose shows all, and esfmodel check -o FILE "
    "writes them to a file.",
)
_NO_CURRENCY = Words(
    "--currency anger valutan för belopp som saknar valuta, till exempel --currency SEK för svenska kronor.",
    "--currency states the currency of amounts without one, such as --currency SEK for Swedish kronor.",
)
_WITHOUT_CURRENCY = frozenset({"list.no_currency", "list.which_kronor"})


def say_some_problems(name: str, problems: Sequence[Problem], arguments: Namespace, *, every: bool = False) -> None:
    """Print the problems of a source, the first of each kind or all, and how many more there are."""
    language: str = arguments.lang
    kinds: Counter[str] = Counter()
    shown: list[Problem] = []
    for problem in problems:
        kinds[problem.code] += 1
        if every or kinds[problem.code] <= _MOST_ALIKE:
            shown.append(problem)
    say_problems(name, shown, language)
    notes = [_MORE.filled(language, {"number": len(problems) - len(shown)})] if len(shown) < len(problems) else []
    # A whole column is told in one problem, with that of its first cell in it.
    firsts = {first.code for each in problems if isinstance(first := each.params.get("first"), Told)}
    if arguments.currency is None and (kinds.keys() | firsts) & _WITHOUT_CURRENCY:
        notes.append(_NO_CURRENCY.text(language))
    for note in notes:
        say_wrapped(note)
    if notes:
        say("")
