"""Whether four figures are a year: "2015 deltagare", "Budget 2024 kr", "Agenda 2030"."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from esfmodel.text.prose._words import DASHES
from esfmodel.text.words.hedges import BLANK, Before, any_of, lower

if TYPE_CHECKING:
    from esfmodel.text.prose._words import PeriodWords

_REACH = 100
"""How many characters before a year are read."""
_CAPITALISED = re.compile(r"[A-ZÅÄÖ](?!.*-[a-zåäö]).*")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&/-]*)[ \n]$")
_LABEL = re.compile(r"(?:^|[\n\t|;])[ ]?[^\W\d_-]{3,30} $")
_CELL_ENDS = re.compile(r"[)]?:?(?:\Z| ?[\n\t|;])")
_QUOTED = re.compile('["”“»«’](?P<rest>[^"”“»«.!?\n]{1,60})$')
_CLOSING_QUOTE = re.compile('["”“»’](?!\\w)')
_MOST_YEARS_OF_A_BUDGET = 10
_ENDS_A_SENTENCE = re.compile("(?:^|[.!?:;•\N{EN DASH}-][ \n]*|\n)[\"'”»(]?$")


def is_a_count(low: str, start: int, end: int, words: PeriodWords) -> bool:
    """Whether four figures that look like a year count or number something: "2015 deltagare", "drygt 2000"."""
    if _counted(words).match(low, end):
        return True
    return _numbering(words).search(low, max(0, start - _REACH), start) is not None


def is_in_a_name(plain: str, low: str, start: int, end: int, words: PeriodWords) -> bool:
    """Whether a year is the end of a name: "Agenda 2030", "projektet Nya Vägar 2025", "”Gröna torg 2030”"."""
    from_where = max(0, start - _REACH)
    before = _WORD_BEFORE.search(plain, from_where, start)
    if before is None:
        return False
    word = low[before.start(1) : before.end(1)]
    if word in words.names or word.endswith(words.names_of_plans):
        return True
    if word in _plain_words(words) or word in words.budgets:
        return False
    named = _named(words).search(plain, from_where, start)
    if named is None and _CLOSING_QUOTE.match(plain, end):
        named = _QUOTED.search(plain, from_where, start)
    if named is not None:
        rest = lower(named["rest"]).split()
        return not any(each in _verbs(words) or words.verbs.fullmatch(each) for each in rest)
    # A verb stands second in a sentence, so what is before it is one phrase: "Skellefteå hamn 2020 fick stöd".
    if (subject := _subject(words).search(plain, from_where, start)) and _verb_follows(words).match(low, end):
        return not any(word in words.budgets or word in words.bodies for word in lower(subject["rest"]).split())
    if not _CAPITALISED.fullmatch(before[1]):
        return False
    is_short_form = before[1].isupper() and len(before[1]) > 1
    if _ENDS_A_SENTENCE.search(plain, max(0, before.start() - 3), before.start()) and not is_short_form:
        return False
    # After a preposition a capitalised word is a place: "i Skåne 2024".
    earlier = _WORD_BEFORE.search(low, from_where, before.start())
    return earlier is None or earlier[1] not in words.prepositions


def is_a_turn(low: str, start: int, words: PeriodWords) -> bool:
    """Whether a year is that of a turn, and so at its start or at its end: "årsskiftet 2025"."""
    return _turns(words).search(low, max(0, start - _REACH), start) is not None


def are_years(low: str, start: int, end: int, words: PeriodWords) -> bool | None:
    """Whether figures are years although a unit follows: "Budget 2024 kr", "2014–2020 mkr"; None if they may be."""
    years = _years_beside_a_unit(words).match(low, start)
    if years is None or years.end("years") > end:
        return False
    first, last = int(years["first"]), int(years["last"] or years["first"])
    if not 0 <= last - first <= _MOST_YEARS_OF_A_BUDGET:
        return False
    # No amounts are said like "2014–2020 mkr" or "2021–2027 kr"; "2000–2010 kr" may be.
    if first < last and (years["large"] or first % 5 or last % 5):
        return True
    if first == last and first % 100 == 0:
        return False
    from_where = max(0, start - _REACH)
    if _budgets(words).search(low, from_where, start):
        return True
    # A heading of a column or an amount: "Stöd 2023 tkr".
    return None if _LABEL.search(low, from_where, start) and _CELL_ENDS.match(low, years.end()) else False


@cache
def _named(words: PeriodWords) -> re.Pattern[str]:
    # Up to four more words after the first of the name; the year is not the first.
    name = r"[\"'”»(]?[A-ZÅÄÖ][\w&/-]{0,30}(?P<rest>(?: (?:[^\W\d_]|&)[\w&/-]{0,30}){0,4})"
    plan = rf"[^\W\d_]{{0,20}}{any_of(words.names_of_plans)}{BLANK}{any_of(words.throughout)}"
    return re.compile(rf"(?<!\w)(?i:{any_of(words.named)}|{plan}){BLANK}{name} $")


@cache
def _verbs(words: PeriodWords) -> frozenset[str]:
    return frozenset((*words.starts, *words.ends, *words.lasting, *words.receives))


@cache
def _subject(words: PeriodWords) -> re.Pattern[str]:
    noun = rf"(?!{any_of(words.prepositions)} )[a-zåäö]{{2,30}}(?<!en)(?<!et)(?<!na)"
    return re.compile(rf"(?:^|[.!?] |\n)[A-ZÅÄÖ][\w&/-]{{2,30}}(?P<rest>(?: {noun}){{1,2}}) $")


@cache
def _verb_follows(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf" {any_of((*words.auxiliaries, *_verbs(words)))}(?!\w)")


@cache
def _years_beside_a_unit(words: PeriodWords) -> re.Pattern[str]:
    year = "(?:199|20[0-4])[0-9]"
    unit = rf"(?:(?P<large>{any_of(words.large_units)})|{any_of(words.units)})(?![^\W_])"
    return re.compile(rf"(?P<years>(?P<first>{year})(?: ?{DASHES} ?(?P<last>{year}))?) ?[(]?{unit}")


@cache
def _budgets(words: PeriodWords) -> Before:
    last = (*words.budgets, *words.throughout)
    return Before(last, rf"(?<![^\W_])[^\W\d_]{{0,20}}{any_of(words.budgets)} (?:{any_of(words.throughout)} )?$")


@cache
def _counted(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}?{any_of(words.counted)}(?!\w)")


@cache
def _numbering(words: PeriodWords) -> Before:
    return Before(words.numbering, rf"(?<!\w){any_of(words.numbering)}{BLANK}?$")


@cache
def _turns(words: PeriodWords) -> Before:
    return Before(words.turns, rf"(?<!\w){any_of(words.turns)}{BLANK}$")


@cache
def _plain_words(words: PeriodWords) -> frozenset[str]:
    """Return the words that have a capital letter only where a sentence begins."""
    near = (words.starting, words.ending, words.before, words.after)
    return frozenset(chain(words.fillers, words.prepositions, words.throughout, *near))
