"""The commands `law`, `rules` and `errors`: list all of them, or show one in full."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from esfmodel.cli._law_keeping import show_changes, show_pack_check, show_unused
from esfmodel.cli._sources import day_asked, law_with, naming, rules_with
from esfmodel.cli._statuses import FINE
from esfmodel.cli._terminal import say, say_source, text_width
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import InvalidValue, NotInForce
from esfmodel.law import PACKS, Binds
from esfmodel.law.provisions import written_row
from esfmodel.law.topics import TOPICS
from esfmodel.rules import RULES, Ground, Words
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.rule import basis_rows
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.problems import TEMPLATES
from esfmodel.values import Money, Period, ProgrammingPeriod, Rate
from esfmodel.values.format import LANGUAGES, near_names

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from esfmodel.law import Law, Provision
    from esfmodel.rules import RuleBook
    from esfmodel.rules.rule import AnyRule

_LABEL = 15
_BEFORE_VALUE, _CUT, _SHORTEST = 39, " [...]", 10

_LABELS: Mapping[str, Words] = MappingProxyType(
    {
        "value": Words("Värde", "Value"),
        "base": Words("Räknat på", "Share of"),
        "binds": Words("Binder", "Binds"),
        "level": Words("Nivå", "Level"),
        "act": Words("Lagrum", "Provision"),
        "period": Words("Programperiod", "Period"),
        "days": Words("Gäller", "Counts"),
        "amended_by": Words("Ändrad genom", "Amended by"),
        "expenditure": Words("Utgifter", "Expenditure"),
        "funds": Words("Fonder", "Funds"),
        "condition": Words("Villkor", "Only for"),
        "proposal": Words("Ställning", "Status"),
        "grade": Words("Läsning", "Grade"),
        "quote": Words("Lydelse", "Words"),
        "edition": Words("Utgåva", "Edition"),
        "source": Words("Källa", "Source"),
        "checked": Words("Kontrollerad", "Checked"),
        "note": Words("Not", "Note"),
    }
)
_NOT_OF_A_PROJECT = Words("inte ett enskilt projekt", "not a single project")
_OF_A_PROJECT = frozenset({Binds.OPERATION, Binds.EXPENDITURE})
_UNITS = MappingProxyType(
    {
        "days": Words("dagar", "days"),
        "countries": Words("länder", "countries"),
        "hours": Words("timmar", "hours"),
        "months": Words("månader", "months"),
        "years": Words("år", "years"),
        "weeks": Words("veckor", "weeks"),
        "percentage points": Words("procentenheter", "percentage points"),
    }
)
ALL_PERIODS: Final = Words("alla programperioder", "all programming periods")
"""The text for a provision without a programming period of its own."""

_ALL = Words("alla", "all")
_OPEN = Words("från {start} och tills vidare", "from {start} on")
_CLOSED = Words("från {start} till {end}", "from {start} to {end}")
_UNTIL = Words("till och med {end}", "until {end}")
_PROPOSAL = Words(
    "förslag, inte gällande rätt; leder aldrig till ett fel", "a proposal, not law; never leads to an error"
)
_DECIDES = Words(
    "{level}; den avgör, eftersom den står närmast projektet",
    "{level}; it decides, since it is closest to the project",
)
_YIELDS = Words("{level}; det som avgör står närmare projektet", "{level}; what decides is closer to the project")


def show_law(arguments: Namespace) -> int:
    arguments.on = day_asked(arguments)
    if (period := arguments.programming_period) is not None:
        with naming("--programming-period"):
            arguments.programming_period = ProgrammingPeriod.parse(period)
    law = law_with(arguments.pack)
    if (arguments.since is None) == (arguments.words == ["diff"]):
        raise InvalidValue("command.only_together", "--since", arguments.since, other="esfmodel law diff")
    if arguments.checked and arguments.words != ["diff"]:
        raise InvalidValue("command.only_together", "--checked", other="esfmodel law diff")
    match arguments.words:
        case [] if arguments.unused:
            return show_unused(law, arguments)
        case []:
            return _list_law(law, arguments)
        case ["diff"]:
            return show_changes(law, arguments, _row_text)
        case ["check", pack] if not (arguments.unused or arguments.toml):
            return show_pack_check(pack, law, arguments)
        case words if words[0] in ("diff", "check") or arguments.unused:
            raise InvalidValue("value.not_usable", "", " ".join(words), choices=_FORMS)
        case words:
            return _show_found(_words_in(words), law, arguments)


_FORMS = (
    Words("check PAKET", "check PACK"),
    Words("diff --since ÅÅÅÅ-MM-DD", "diff --since YYYY-MM-DD"),
    "--unused",
)


def _show_found(words: list[str], law: Law, arguments: Namespace) -> int:
    """Show one key, or list those that have all words in their names, their articles or their texts."""
    if words[1:] or words[0] not in law.keys:
        about = _about(law)
        texts = {key: "\n".join((key, *about[key])) for key in law.keys}
        return _list_law(law, arguments, found_by_words(words, texts, "esfmodel law"))
    [key] = words
    rows = law.levels(key, programming_period=arguments.programming_period, on=arguments.on)
    if arguments.toml:
        return _write_rows(rows)
    say("\n\n".join([one_line(key), *("\n".join(_whole_row(row, rows, arguments.lang)) for row in rows)]))
    return FINE


def _about(law: Law) -> dict[str, list[str]]:
    """Return what can be searched of each key: its topic, its rows and what the rules that read it demand."""
    about: dict[str, list[str]] = {}
    for key in law.keys:
        title = TOPICS.get(key.partition(".")[0])
        about[key] = [] if title is None else [title[language] for language in LANGUAGES]
    for row in law.provisions:
        about[row.key] += filter(None, (row.quote, row.base, row.note))
        for language in LANGUAGES:
            labels = [row.condition, *row.funds]
            about[row.key] += [value_of(row, language), row.citation(language)]
            about[row.key] += [format(each, language) for each in labels if each is not None]
    for rule in RULES:
        for key in {row.key for row in basis_rows(rule, law)}:
            about[key] += [rule.demand.text(language) for language in LANGUAGES]
    return about


def _list_law(law: Law, arguments: Namespace, keys: Collection[str] | None = None) -> int:
    """List the rows of all keys, or of some."""
    listed: dict[str, tuple[Provision, ...]] = {}
    for key in law.keys if keys is None else sorted(keys):
        try:
            listed[key] = law.levels(key, programming_period=arguments.programming_period, on=arguments.on)
        except NotInForce:
            continue
    if not listed:
        raise NotInForce("command.nothing_in_force")
    if arguments.toml:
        return _write_rows(row for rows in listed.values() for row in rows)
    for key, rows in listed.items():
        say("\n".join([key, *(_row_summary(row, arguments.lang) for row in rows)]))
    return FINE


def _write_rows(rows: Iterable[Provision]) -> int:
    say_source("\n".join(map(written_row, rows)), pairs=False)
    return FINE


def _row_summary(row: Provision, language: str) -> str:
    period = _ALL.text(language) if row.programming_period is None else str(row.programming_period)
    days = f"{row.start}/{'..' if row.end is None else row.end}"
    room = max(text_width() - _BEFORE_VALUE - len(_CUT), _SHORTEST)
    first, *more = wrapped(one_line(value_of(row, language)), room)
    return f"  {period:<9}  {days:<21}  {row.grade.name}  {first}{_CUT if more else ''}"


def _binds_text(binds: Binds, language: str) -> str:
    text = format(binds, language)
    return text if binds in _OF_A_PROJECT else f"{text}, {_NOT_OF_A_PROJECT.text(language)}"


def _whole_row(row: Provision, rows: tuple[Provision, ...], language: str) -> Iterator[str]:
    parts = {
        "value": value_of(row, language),
        "base": row.base,
        "binds": None if row.binds is None else _binds_text(row.binds, language),
        "level": _level_text(row, rows, language),
        "act": row.citation(language),
        "period": ALL_PERIODS.text(language) if row.programming_period is None else str(row.programming_period),
        "days": (_OPEN if row.end is None else _CLOSED).text(language).format(start=row.start, end=row.end),
        "amended_by": row.amendment(language),
        "expenditure": _expenditure_text(row, language),
        "funds": ", ".join(format(fund, language) for fund in row.funds) or None,
        "condition": None if row.condition is None else format(row.condition, language),
        "proposal": _PROPOSAL.text(language) if row.proposal else None,
        "grade": f"{row.grade.name}: {format(row.grade, language)}",
        "quote": None if row.quote is None else f'"{row.quote}" ({row.language})',
        "edition": row.edition,
        "source": row.source,
        "checked": row.checked.isoformat(),
        "note": row.note,
    }
    for name, text in parts.items():
        if text is not None:
            # A web address is not wrapped, so that it can be clicked.
            line = one_line(text)
            first, *more = [line] if name == "source" else wrapped(line, text_width() - _LABEL)
            yield f"{_LABELS[name].text(language):<{_LABEL}}{first}"
            yield from (f"{'':{_LABEL}}{rest}" for rest in more)


def _expenditure_text(row: Provision, language: str) -> str | None:
    """Return the days of the expenditure that a provision concerns, where it names any."""
    start, end = row.expenditure_from, row.expenditure_until
    if start is None and end is None:
        return None
    words = _UNTIL if start is None else _OPEN if end is None else _CLOSED
    return words.text(language).format(start=start, end=end)


def _level_text(row: Provision, rows: tuple[Provision, ...], language: str) -> str:
    """Return the name of the level and, where several levels apply on the same days, whether this one decides."""
    level = format(row.level, language)
    others = [other for other in rows if other.level is not row.level and _overlap(row, other)]
    if not others:
        return level
    closest = all(other.level.rank < row.level.rank for other in others)
    return (_DECIDES if closest else _YIELDS).text(language).format(level=level)


def _overlap(one: Provision, other: Provision) -> bool:
    """Whether two rows of a key apply to the same programming period on some of the same days."""
    begins = max(one.start, other.start)
    return one.programming_period == other.programming_period and all(
        row.end is None or begins <= row.end for row in (one, other)
    )


def value_of(row: Provision, language: str) -> str:
    """Return the value of a provision with its sense and unit; a value that is text stays in its own language."""
    if isinstance(row.value, str):
        return row.value
    match row.value:
        case Rate() as share if share.percent is None:
            text = f"{share.fraction} ({format(share, language)})"
        case Rate() | Money() | Period() as value:
            text = format(value, language)
        case int() as value:
            unit = _UNITS.get(str(row.unit))
            text = f"{value} {row.unit if unit is None else unit.text(language)}"
        case value:
            text = TEXTS[language].format_date(value)
    return text if row.sense is None else f"{format(row.sense, language)} {text}"


# --- The command `rules`

_CODE = 8
_SEVERITY = 13

_HEADINGS = MappingProxyType(
    {
        "scope": Words("Omfattning", "Scope"),
        "needs": Words("Behöver veta", "Needs to know"),
        "basis": Words("Grund", "Basis"),
        "rows": Words("Bestämmelser", "Provisions"),
        "consequences": Words("Bryts ofta samtidigt", "May fail along with it"),
        "text": Words("Anmärkningens text", "Text of a finding"),
        "package": Words("Programpaket", "Package"),
    }
)
_GRADE = Words("läsning", "grade")


def show_rules(arguments: Namespace) -> int:
    """List all rules, a family, or those with all the words; show those named by their codes in full."""
    words = _words_in(arguments.words)
    rules = rules_with(arguments.rules)
    by_code = {rule.code: rule for rule in rules}
    named = [by_code[word.upper()] for word in words if word.upper() in by_code]
    if words and len(named) == len(words):
        say("\n\n".join("\n".join(_whole_rule(rule, arguments.lang)) for rule in named))
        return FINE
    listed = list(rules)
    if words:
        family = [rule for rule in rules if len(words) == 1 and rule.family == words[0].upper()]
        listed = family or [by_code[code] for code in found_by_words(words, _about_rules(rules), "esfmodel rules")]
    for rule in listed:
        say("\n".join(_listed_rule(rule, arguments.lang)))
    return FINE


def _about_rules(rules: RuleBook) -> dict[str, str]:
    """Return what can be searched of each rule, by its code."""
    return {
        rule.code: "\n".join((rule.code, *(text for language in LANGUAGES for text in _searched(rule, language))))
        for rule in rules
    }


def _searched(rule: AnyRule, language: str) -> tuple[str, ...]:
    return rule.demand.text(language), rule.scope.text(language), _basis_text(rule, language)


def _listed_rule(rule: AnyRule, language: str) -> Iterator[str]:
    indent = _CODE + _SEVERITY
    severity = rule.severity.words.text(language)
    first, *more = wrapped(f"{rule.demand.text(language)} [{_basis_text(rule, language)}]", text_width() - indent)
    yield f"{rule.code:<{_CODE}}{severity:<{_SEVERITY}}{first}"
    yield from (f"{'':{indent}}{line}" for line in more)


def _whole_rule(rule: AnyRule, language: str) -> Iterator[str]:
    yield f"{rule.code} ({rule.severity.words.text(language)})"
    yield from wrapped(rule.demand.text(language), text_width())
    yield ""
    needs = "; ".join(need_in_words(need).text(language) for need in rule.needs)
    parts = {"scope": rule.scope.text(language), "needs": needs, "basis": _basis_text(rule, language)}
    # The examples of the rules take time to import, and only this view needs them.
    from esfmodel.testing import RULE_EXAMPLES

    example = RULE_EXAMPLES.get(rule.code)  # the rules of other packages have none here
    if example is not None and example.consequences:
        parts["consequences"] = ", ".join(example.consequences)
    parts["text"] = rule.words.text(language)
    if rule.package is not None:
        parts["package"] = one_line(rule.package)
    for name, text in parts.items():
        yield from _hanging(f"{_HEADINGS[name].text(language)}: {text}")
    rows = basis_rows(rule, law_with(PACKS))
    if rows:
        yield f"{_HEADINGS['rows'].text(language)}:"
        for row in rows:
            yield from _hanging(f"  {_row_text(row, language)}")


def _hanging(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph, all but the first indented by two more spaces."""
    lead = text[: len(text) - len(text.lstrip())]
    first, *more = wrapped(text.lstrip(), text_width() - len(lead) - 2)
    yield f"{lead}{first}"
    yield from (f"{lead}  {line}" for line in more)


def _basis_text(rule: AnyRule, language: str) -> str:
    return rule.basis.words.text(language) if isinstance(rule.basis, Ground) else rule.basis


def _row_text(row: Provision, language: str) -> str:
    period = ALL_PERIODS.text(language) if row.programming_period is None else str(row.programming_period)
    level = format(row.level, language)
    grade = f"{_GRADE.text(language)} {row.grade.name}"
    return f"{row.key} ({period}): {value_of(row, language)}; {row.citation(language)} ({level}, {grade})"


# --- The command `errors`


def show_errors(arguments: Namespace) -> int:
    """List all errors, one of them, those of a topic, or those with all the words."""
    words = _words_in(arguments.words)
    found = [code for code in sorted(TEMPLATES["sv"]) if words in ([], [code], [code.partition(".")[0]])]
    if not found:
        texts = {
            code: "\n".join((code, *(text for language in LANGUAGES for text in TEMPLATES[language][code])))
            for code in sorted(TEMPLATES["sv"])
        }
        found = found_by_words(words, texts, "esfmodel errors")
    for code in found:
        say(code)
        for language in LANGUAGES:
            say("\n".join(_hanging(f"  {language}  {'; '.join(filter(None, TEMPLATES[language][code]))}")))
    return FINE


# --- Finding by words: `law förskott`, `rules egen medfinansiering`

T = TypeVar("T")

_PART_OF_A_WORD: Final = 4
"""From so many letters on, a word is found within others too, as in Swedish compounds; "EU" is not in "Europa"."""


def _words_in(typed: Sequence[str]) -> list[str]:
    """Return the words typed, each alone or several within quotation marks. Raises `InvalidValue` for blank ones."""
    words = [word for each in typed for word in each.split()]
    if typed and not words:
        raise InvalidValue("value.empty", "", "")
    return words


def found_by_words(words: list[str], texts: Mapping[T, str], command: str) -> list[T]:
    """Return what has every word in its text.

    Raises `InvalidValue` where nothing has, with words near to the first that nothing has; `command` lists everything.
    """
    has = [set(_having(word, texts)) for word in words]
    for word, keys in zip(words, has, strict=True):
        if not keys:
            known = (each for text in texts.values() for each in re.findall(r"[^\W\d_][\w-]+\w", text))
            if near := near_names(word, dict.fromkeys((*map(str, texts), *known))):
                raise InvalidValue("command.no_such_word", "", word, near=near)
            raise InvalidValue("value.not_listed", "", word, command=command)
    found = [key for key in texts if all(key in keys for keys in has)]
    if not found:
        raise InvalidValue("command.not_together", "", " ".join(words))
    return found


def _having(word: str, texts: Mapping[T, str]) -> list[T]:
    if len(word) < _PART_OF_A_WORD:
        alone = re.compile(rf"(?<!\w){re.escape(word.casefold())}(?!\w)")
        return [key for key, text in texts.items() if alone.search(text.casefold())]
    return [key for key, text in texts.items() if _plain(word) in _plain(text)]


def _plain(text: str) -> str:
    """Return a text as it is compared: "co-financing" is "cofinancing"."""
    return re.sub(r"(?<=\w)[-\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}](?=\w)", "", text.casefold())
