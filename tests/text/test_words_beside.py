"""Short ways to the words beside a figure find what the long ways find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.text.prose import _durations, _leads, _periods, _years
from esfmodel.text.prose._chains import _joint
from esfmodel.text.prose._quantities import Quantity
from esfmodel.text.prose._swedish import SWEDISH_PROSE
from esfmodel.text.prose._words import Told
from esfmodel.text.prose.figures import DateRole
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.hedges import Before, any_of, when_used, word_before, words_before
from esfmodel.text.words.language import number_word_pattern
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from esfmodel.text.words.hedges import Hedges
    from esfmodel.text.words.language import Language

PERIODS, DURATIONS, CONTEXT = SWEDISH_PROSE.periods, SWEDISH_PROSE.durations, SWEDISH_PROSE.context
BEFORE = (
    _years._numbering(PERIODS), _years._turns(PERIODS), _years._budgets(PERIODS),
    _leads._prepositions(PERIODS), _leads._documents(PERIODS), _leads._throughout(PERIODS),
    _durations._lengths(DURATIONS), _durations._people(DURATIONS), _durations._lasting(DURATIONS),
    _durations._preposition(DURATIONS), _durations._before(DURATIONS.range_opens),
    _durations._before(DURATIONS.ages_before),
    CONTEXT.link, *(pattern for pattern in CONTEXT.givers if isinstance(pattern, Before)),
)  # fmt: skip
WORDS = (
    *PERIODS.starting, *PERIODS.ending, *PERIODS.about, *PERIODS.due, *PERIODS.fillers, *PERIODS.numbering,
    *PERIODS.of_document, *PERIODS.reports, *PERIODS.documents, *PERIODS.throughout, *PERIODS.turns, *PERIODS.budgets,
    *PERIODS.starts, *PERIODS.ends, *PERIODS.moves, *PERIODS.happens, *PERIODS.calls, *DURATIONS.only_after,
    *(word for cues in PERIODS.events.values() for word in cues), *DURATIONS.points_before,
    *DURATIONS.lasting, *DURATIONS.people, *DURATIONS.age_links, *DURATIONS.lengths, *DURATIONS.ages_before,
    *DURATIONS.hedges.before, "om", "under", "mellan", "stödet", "är", "uppgår till", "på", "sammanlagt", "EU betalar",
    "kommunen", "finansieras av staten med", "kl. 9", "2024", "x" * 40,
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from([" ", "\n", ",", ":", "(", "|", ";", "."]))).map(
    " ".join
)


@given(TEXTS, st.sampled_from(["", " ", "\n", " (", ": ", ":", ", ", "  "]), st.integers(0, 20))
def test_words_before_a_place_are_found_as_by_a_search(words: str, end: str, since: int) -> None:
    """What a glance at the last letters rules out, a search would not find."""
    text = f"{words}{end}".lower()
    for before in BEFORE:
        found, sought = (each.search(text, since, len(text)) for each in (before, before.pattern))
        assert (found and found.span()) == (sought and sought.span())


@given(TEXTS, st.sampled_from(["", ":"]))
def test_the_word_before_is_the_first_of_several(words: str, colon: str) -> None:
    """One word is read as the nearest of several is, and none is too long."""
    text = f"{words} "
    first = next(iter(words_before(text, len(text), 3, colon=colon)), ("", 0))
    assert word_before(text, len(text), colon=colon) == first[0]


HELD = (
    *((name, getattr(CONTEXT, name)) for name in CONTEXT.held),
    ("nouns", CONTEXT.inclusive), ("payers", CONTEXT.stands_for), ("payers", CONTEXT.lone_payer),
    ("payers", CONTEXT.genitives), ("stages", CONTEXT.stage_after),
)  # fmt: skip


@given(st.one_of([st.tuples(st.just(name), st.just(each), st.from_regex(each.pattern)) for name, each in HELD]))
def test_what_a_pattern_matches_holds_a_part_of_its_words(sought: tuple[str, re.Pattern[str], str]) -> None:
    """A pattern that the words of a text rule out would not be found there."""
    name, pattern, text = sought
    assert pattern.search(text) is None or name in CONTEXT.told.by(text.split())


BEFORE_A_TIME = {
    "cue": _leads._cues_before(PERIODS), "moved": _leads._moves(PERIODS), "call": _leads._calls(PERIODS),
    "handed_in": _leads._finished(PERIODS), "document": _leads._documents(PERIODS).pattern,
}  # fmt: skip
LAST_BEFORE_A_TIME = {
    "of_document": _leads._documents(PERIODS), "near": _leads._prepositions(PERIODS),
    "throughout": _leads._throughout(PERIODS),
}  # fmt: skip
LAST_BEFORE_A_DURATION = (
    ("point", _durations._before(DURATIONS.points_before)), ("age", _durations._before(DURATIONS.ages_before)),
    ("age", _durations._people(DURATIONS)), ("preposition", _durations._preposition(DURATIONS)),
)  # fmt: skip


@given(TEXTS.map(str.lower), st.sampled_from(["", " ", "\n", " (", ": ", ", ", "  "]), st.integers(0, 20))
def test_what_no_word_before_a_time_tells_is_not_there(words: str, end: str, since: int) -> None:
    """What the words before a time or a duration rule out, a search would not find."""
    text = f"{words}{end}"
    around = text[since:].split()
    of_word = _leads._told(PERIODS)
    told, last = of_word.by(around), of_word[around[-1] if around else ""]
    for name, pattern in BEFORE_A_TIME.items():
        found = pattern.search(text, since, len(text))
        assert found is None or name in told, name
    for name, each in LAST_BEFORE_A_TIME.items():
        assert each.pattern.search(text, since, len(text)) is None or name in last, name
    found, sought = (
        _leads._preposition(text, since, len(text), around, PERIODS),
        LAST_BEFORE_A_TIME["near"].pattern.search(text, since, len(text)),
    )
    assert (found and found.span()) == (sought and sought.span())
    for name, each in LAST_BEFORE_A_DURATION:
        found = each.pattern.search(text, max(0, len(text) - _durations._REACH), len(text))
        assert found is None or name in _durations._told_before(text, len(text), DURATIONS), name


@given(st.one_of([st.tuples(st.just(name), st.from_regex(each.pattern)) for name, each in BEFORE_A_TIME.items()]))
def test_a_pattern_before_a_time_is_told_by_a_word_of_it(sought: tuple[str, str]) -> None:
    """A pattern that the words of a text rule out would not be found there."""
    name, text = sought
    assert BEFORE_A_TIME[name].search(text) is None or name in _leads._told(PERIODS).by(text.split())


@given(st.sampled_from([SWEDISH_PROSE.hedges, DURATIONS.hedges]).flatmap(
    lambda hedges: st.tuples(st.just(hedges), st.from_regex(hedges.earlier.pattern))
))  # fmt: skip
def test_a_hedge_earlier_in_the_clause_begins_with_its_word(sought: tuple[Hedges, str]) -> None:
    """The pattern of such a hedge is tried wherever it may begin, which is after the last full stop and comma."""
    hedges, text = sought
    found = hedges.earlier.search(text)
    assert found is None or hedges.limits.match(text, found.start())
    assert found is None or {".", ","}.isdisjoint(found[0])


def test_a_sign_before_a_figure_is_no_word() -> None:
    """A word before a figure has no sign at its end."""
    for hedges in (SWEDISH_PROSE.hedges, DURATIONS.hedges):
        assert not any(sign[-1].isalnum() for sign in hedges.signs)


def test_a_hedge_may_stand_between_two_numbers() -> None:
    """Each short hedge is known where it joins two numbers, also over a line break."""
    for hedge in SWEDISH_PROSE.hedges.short:
        for text in (f"2 och {hedge} 3", f"2 och {hedge}".replace(" ", "\n") + "\n3"):
            one, other = (Quantity(at, at + 1, 2, 1, None, None, False, False) for at in (0, len(text) - 1))
            assert _joint(text, one, other, SWEDISH_PROSE) == "hedged", hedge


@pytest.mark.parametrize("language", [SWEDISH, ENGLISH])
def test_the_longest_number_word_comes_first(language: Language) -> None:
    """The tens with their endings are tried as if every word stood in the pattern."""
    pattern, plain = re.compile(number_word_pattern(language)), re.compile(any_of(language.number_words))
    for word in language.number_words:
        for end in range(len(word) + 1):
            found, sought = (each.match(word, 0, end) for each in (pattern, plain))
            assert (found and found[0]) == (sought and sought[0])


def test_every_verb_between_two_times_is_looked_up() -> None:
    """The pattern of a verb that links two times is tried wherever it may match."""
    ends = (*PERIODS.ends, *PERIODS.events[DateRole.CLOSES], *PERIODS.events[DateRole.DUE])
    for verb in (*ends, *(f"{lasting} till" for lasting in PERIODS.lasting), "utlysningen ska vara inne senast"):
        text = f" och {verb}: "
        assert _periods._verb_pattern(PERIODS).fullmatch(text)
        assert not _periods._linking_words(PERIODS).isdisjoint(text.replace(":", " ").split())


def test_what_words_tell_is_kept_of_some_words() -> None:
    """A word tells the same after any number of others, which do not pile up."""
    told = Told({"joint": ("och",)}, {"unit": frozenset(("kr",))})
    for word in map(str, range(5_000)):
        assert told[word] == {"unit"}
    assert len(told) < 5_000
    assert told.by(("tusen", "kr", "och,")) == {"unit", "joint"}
    assert told.by(()) == set()


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    """A pattern that is not used costs nothing, and one that is used is one of `re`."""
    pattern = when_used("a(b)?")
    assert not hasattr(type(pattern), "search")
    found = pattern.fullmatch("ab")
    assert found is not None
    assert (found.re.pattern, pattern.groups) == (pattern.pattern, 1)
    with pytest.raises(re.error):
        when_used("(").search("")
