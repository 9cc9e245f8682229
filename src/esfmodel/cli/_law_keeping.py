"""The commands for those who keep the law: `law check PACK`, `law diff --since DAY` and `law --unused`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.cli._sources import naming
from esfmodel.cli._statuses import ERRORS, FINE
from esfmodel.cli._terminal import say, say_wrapped, text_width
from esfmodel.display.columns import one_line, wrapped
from esfmodel.rules import Words
from esfmodel.rules.unread import check_pack, unread
from esfmodel.values.dates import as_date

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from esfmodel.law import Law, Provision
    from esfmodel.values.dates import Date

# --- `law check PACK`

_FINE = Words("{pack}: inga fel", "{pack}: no faults")


def show_pack_check(pack: str, law: Law, arguments: Namespace) -> int:
    """Print every fault of a pack beside the law; status 1 where there are any."""
    faults = check_pack(pack, law=law)
    for fault in faults:
        say_wrapped(fault.text(arguments.lang))
    if not faults:
        say(one_line(_FINE.text(arguments.lang).format(pack=pack)))
    return ERRORS if faults else FINE


# --- `law --unused`

_NO_REASON = Words("ingen har angett varför", "nobody has stated why")


def show_unused(law: Law, arguments: Namespace) -> int:
    """Print the keys that no rule reads, each with the reason."""
    for key, reason in unread(law):
        say(key)
        say_wrapped((reason or _NO_REASON).text(arguments.lang), 2)
    return FINE


# --- `law diff --since DAY`

_NOTHING = Words("Ingenting har ändrats sedan {day}.", "Nothing has changed since {day}.")
_BEGINS = Words("börjar gälla", "begins")
_ENDS = Words("gäller sista dagen", "counts for the last day")
_CHECKED = Words("kontrollerad", "checked")
_THROUGH = Words(", genom {act}", ", through {act}")
_FOR = Words("; endast {funds}", "; only {funds}")
_DAY, _EVENT = 12, 25


def show_changes(law: Law, arguments: Namespace, describe: Callable[[Provision, str], str]) -> int:
    """Print what begins and ends on a day or later, in the order of the days; what was checked where asked for."""
    with naming("--since"):
        since = as_date(arguments.since, "since")
    lines: list[str] = []
    for day, event, row in sorted(_events(law), key=lambda each: (each[0], each[2].key)):
        if day >= since and (arguments.checked or event is not _CHECKED):
            text = f"{describe(row, arguments.lang)}{_funds(row, arguments.lang)}{_amendment(row, arguments.lang)}"
            lines += _told(day, event, text, arguments.lang)
    say("\n".join(lines) or _NOTHING.text(arguments.lang).format(day=since))
    return FINE


def _events(law: Law) -> Iterator[tuple[Date, Words, Provision]]:
    for row in law.provisions:
        yield row.start, _BEGINS, row
        if row.end is not None:
            yield row.end, _ENDS, row
        yield row.checked, _CHECKED, row


def _funds(row: Provision, language: str) -> str:
    funds = ", ".join(fund.value for fund in row.funds)
    return _FOR.text(language).format(funds=funds) if funds else ""


def _amendment(row: Provision, language: str) -> str:
    act = row.amendment(language)
    return "" if act is None else _THROUGH.text(language).format(act=act)


def _told(day: Date, event: Words, text: str, language: str) -> Iterator[str]:
    first, *more = wrapped(one_line(text), text_width() - _DAY - _EVENT)
    yield f"{day.isoformat():<{_DAY}}{event.text(language):<{_EVENT}}{first}"
    yield from (f"{'':{_DAY + _EVENT}}{line}" for line in more)
