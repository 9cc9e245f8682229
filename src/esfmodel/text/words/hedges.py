"""Hedges: words beside a figure that make it a bound or a guess, as in "drygt 12 miljoner" and "högst 40 %".

A language lists its hedges once, as `HedgeWord`s, and each reader takes from that table the words that count for it.
Patterns for words in running text are here too, since every reader of it needs them.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, cast

import attrs

from esfmodel.text.prose.figures import Approximation
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T", Money, Rate)


class Hedge(enum.Enum):
    """What a word makes of the figure beside it: a bound, with or without the figure itself, or a guess."""

    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    ABOUT = "about"

    # Hedges are looked up for every figure, and the hash of an enumeration runs in Python.
    __hash__ = object.__hash__


class Place(enum.Enum):
    """Where a hedge stands in relation to its figure."""

    BEFORE = "right before the figure"
    AFTER = "right after the figure"
    END = "right after the figure, where the clause ends"
    WITHIN = "between one and its unit"
    SIGN = "a sign right before the digits"
    ADVERB = "earlier in the clause, as an adverb"
    ADJECTIVE = "earlier in the clause, as an adjective"
    SUPERLATIVE = "earlier in the clause, as a superlative"


class HedgeReader(enum.Enum):
    """Who understands a hedge."""

    PROSE = "amounts and shares in running text"
    DURATIONS = "lengths of time in running text"
    TABLES = "cells of finance tables"
    STRICT = "strict readers, which say that the text is a bound"


EVERY_READER = frozenset(HedgeReader)


class HedgeWord(NamedTuple):
    """A hedge in lower case, where it stands, and which readers understand it."""

    word: str
    hedge: Hedge
    near: bool
    """Whether the exact figure differs by less than one in the last printed digit."""
    places: frozenset[Place]
    readers: frozenset[HedgeReader]
    why: str
    """Why some readers do not take it; empty when all do."""


def hedge_words(
    hedge: Hedge,
    words: Iterable[str],
    *places: Place,
    near: bool = False,
    readers: frozenset[HedgeReader] = EVERY_READER,
    why: str = "",
) -> tuple[HedgeWord, ...]:
    """Return a row of the table for each word; without `places` they stand before the figure."""
    return tuple(HedgeWord(word, hedge, near, frozenset(places or (Place.BEFORE,)), readers, why) for word in words)


def hedges_at(table: Iterable[HedgeWord], reader: HedgeReader, *places: Place) -> Mapping[str, Hedge]:
    """Return the hedges that a reader understands at any of the places, by their words."""
    return MappingProxyType(
        {each.word: each.hedge for each in table if reader in each.readers and not each.places.isdisjoint(places)}
    )


class Links(NamedTuple):
    """Words around a hedge."""

    fillers: frozenset[str]
    """Words that may stand between a hedge and its figure without changing it."""
    comparisons: frozenset[str]
    """The hedges that a negation reverses: "inte mer än", "inte får överstiga"."""
    prepositions: frozenset[str]
    """Those of `comparisons` that often mean something else: only `after_denying` may stand before them."""
    than: frozenset[str]
    """The last word of a comparison whose noun stands within it: "högre belopp än"."""
    denying: frozenset[str]
    """Negations."""
    no: frozenset[str]
    """Those of `denying` that belong to a noun: "inga bidrag över"."""
    after_denying: frozenset[str]
    """Words that may stand between a negation and a preposition: "får inte gå över"."""
    idle: frozenset[str]
    """Words after a negation by which nothing is denied: "inte bara"."""
    doubting: frozenset[str]
    """Words after a negation by which no limit is left: "inte alltid"."""
    barriers: frozenset[str]
    """Words that begin another clause, which a negation before them does not reach."""
    joining: frozenset[str]
    """Barriers by which a negation goes on to a second comparison: "inte under 1 mkr eller över 5 mkr"."""
    infinitive: frozenset[str]
    """The barrier that begins no clause before an infinitive: "inte möjligt att få"."""
    relative: frozenset[str]
    """Barriers that begin a clause about a denied noun: "inte belopp som är lägre än"."""
    without: frozenset[str]
    """The negation that is one only before `infinitive`: "utan att överstiga"."""
    finite: frozenset[str]
    """Verbs of which a clause has one only."""
    ruling: frozenset[str]
    """Verbs of having and giving, by which a negation limits their object: "ska inte ha en budget under 1 mkr"."""
    articles: frozenset[str]
    """Words before an amount that is known already: "inte lova de över 5 mkr"."""
    neither: frozenset[str]
    """Negations that reach over a conjunction: "varken EU eller staten"."""


@attrs.frozen(kw_only=True, eq=False)
class Hedges:
    """The hedges of one reader of running text, by where they stand."""

    before: Mapping[str, Hedge]
    after: Mapping[str, Hedge]
    at_end: Mapping[str, Hedge]
    within: Mapping[str, Hedge]
    signs: Mapping[str, Hedge]
    limits: re.Pattern[str]
    """The words of the hedges that may stand earlier in the clause, which each match of `earlier` begins with."""
    earlier: re.Pattern[str]
    """A hedge earlier in the clause, with all up to the figure; the group that matches is a key of `before`."""
    links: Links

    @cached_property
    def ends(self) -> frozenset[str]:
        """The last words of each hedge before a figure, one or more of them: "än", "mer än" and "inte mer än"."""
        all_words = [hedge.split(" ") for hedge in self.before]
        return frozenset(" ".join(words[place:]) for words in all_words for place in range(len(words)))

    @cached_property
    def before_ends(self) -> Mapping[str, tuple[str, ...]]:
        """The words that may stand right before one of `ends` and belong to the hedge, each with its blank."""
        before: dict[str, set[str]] = {}
        for word, _, end in (each.partition(" ") for each in self.ends):
            if end:
                before.setdefault(end, set()).update(f"{word}{blank}" for blank in BLANKS)
        return {end: tuple(words) for end, words in before.items()}

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The words that a phrase before a figure can end with; without one of them none is sought."""
        return self.links.than | self.links.denying | {end for end in self.ends if " " not in end}

    @cached_property
    def comparisons(self) -> Mapping[str, str]:
        """The comparison at the end of each hedge that has one: "mer än" of "mycket mer än"."""
        found: dict[str, str] = {}
        for hedge in self.before:
            words = hedge.split(" ")
            ends = (" ".join(words[place:]) for place in range(len(words)))
            if (comparison := next((end for end in ends if end in self.links.comparisons), None)) is not None:
                found[hedge] = comparison
        return found

    @cached_property
    def telling(self) -> frozenset[str]:
        """Those, and the words that may stand between a hedge and its figure."""
        return self.last_words | self.links.fillers

    @cached_property
    def short(self) -> frozenset[str]:
        """The hedges of at most `LONGEST_SHORT` words, which may stand between two figures."""
        return frozenset(hedge for hedge in self.before if hedge.count(" ") < LONGEST_SHORT)

    @cached_property
    def short_ends(self) -> frozenset[str]:
        """The last words of these."""
        return frozenset(hedge.rpartition(" ")[2] for hedge in self.short)

    @cached_property
    def after_pattern(self) -> re.Pattern[str]:
        """The regular expression of a hedge after a figure; its group is a key of `after` or `at_end`."""
        return re.compile(rf"{BLANK}(?:({any_of(self.after)}){WORD_ENDS}|({any_of(self.at_end)})(?=[.,;:!?)]|\n|\Z))")


def hedges_of(table: Iterable[HedgeWord], reader: HedgeReader, earlier: re.Pattern[str], links: Links) -> Hedges:
    """Return the hedges that a reader of running text understands."""
    words = tuple(table)
    return Hedges(
        before=hedges_at(words, reader, Place.BEFORE),
        limits=when_used(any_of(hedges_at(words, reader, Place.ADVERB, Place.ADJECTIVE, Place.SUPERLATIVE))),
        after=hedges_at(words, reader, Place.AFTER),
        at_end=hedges_at(words, reader, Place.END),
        within=hedges_at(words, reader, Place.WITHIN),
        signs=hedges_at(words, reader, Place.SIGN),
        earlier=earlier,
        links=links,
    )


Hedged: TypeAlias = "tuple[Hedge | None, int]"
"""A hedge, or None, and where its words begin before the figure or end after it."""


# How far from a figure words are read, in characters or words: without limits a long text would take quadratic time.
LONGEST_SHORT = 3
_LONGEST_WORD = 30
_LONGEST_CELL = 1000
_MOST_WORDS = 9
_CLAUSE_WORDS = 18
_LONGEST_HEDGE = 60
_CLAUSE = 140
_LONGEST_COMPARISON = 5
_PAIRED = 5
"""How many words may stand between "varken" and "eller"."""
_RELATIVE = 2
"""How many words may stand on either side of "som" between a negation and a comparison."""
_SUPINES = ("at", "ats", "it", "its", "ått")
_PRESENT = ("ar", "er")
_INFINITIVES = ("a", "as", "å", "ge", "ges", "ske", "bli")
_PLURALS = ("arna", "erna", "orna")
_DEFINITE = ("en", "et", "na")
_SHORTEST_DEFINITE = 5
_OPPOSITE = MappingProxyType(
    {
        Hedge.OVER: Hedge.AT_MOST,
        Hedge.AT_MOST: Hedge.OVER,
        Hedge.UNDER: Hedge.AT_LEAST,
        Hedge.AT_LEAST: Hedge.UNDER,
        Hedge.ABOUT: Hedge.ABOUT,
    }
)
BLANKS = (" ", "\n")
_OPENING = "*_([\"'”“’»–—-"
_CLOSING = ",;:!?)]\"'”“’»–—"
_CLOSING_MARKS = frozenset(_CLOSING)


def approximation(hedge: Hedge | None) -> Approximation:
    """Return the approximation of a public figure for a hedge."""
    return _APPROXIMATIONS[hedge]


_APPROXIMATIONS: Mapping[Hedge | None, Approximation] = MappingProxyType(
    {
        None: Approximation.EXACT,
        Hedge.OVER: Approximation.OVER,
        Hedge.AT_LEAST: Approximation.OVER,
        Hedge.UNDER: Approximation.UNDER,
        Hedge.AT_MOST: Approximation.UNDER,
        Hedge.ABOUT: Approximation.ABOUT,
    }
)


def hedged_value(stated: T, hedge: Hedge | None) -> T | Bounds[T] | None:
    """Return the value that is known of a figure with a hedge; None for "cirka", which sets no limit."""
    if hedge is None:
        return stated
    bound = _BOUNDS[hedge]
    return None if bound is None else bound(stated)


_BOUNDS: Mapping[Hedge, Callable[[Any], Bounds[Any]] | None] = MappingProxyType(
    {
        Hedge.OVER: Bounds.over,
        Hedge.AT_LEAST: Bounds.at_least,
        Hedge.UNDER: Bounds.under,
        Hedge.AT_MOST: Bounds.at_most,
        Hedge.ABOUT: None,
    }
)


def word_before(low: str, start: int, *, colon: str = "") -> str:
    """Return the first of `words_before`; empty where there is none."""
    return nearest_word(low, start, colon=colon)[0]


def nearest_word(low: str, start: int, *, colon: str = "") -> tuple[str, int]:
    """Return the first of `words_before`, and where it starts; an empty one where there is none."""
    if plain := _plain_word_before(low, start):
        return plain
    if _is_after_mark(low, start, colon):
        return "", start
    return next(_words_before(low, start, colon), ("", start))


def _is_after_mark(low: str, start: int, colon: str) -> bool:
    """Whether a punctuation mark, other than the `colon`, stands right before a place, so that no word does."""
    mark = low[start - 2 : start - 1]
    return mark in _CLOSING_MARKS and mark != colon


def _plain_word_before(low: str, start: int) -> tuple[str, int] | None:
    """Return the word before a place, and where it starts, if there is one of letters and digits only."""
    end = start - 1
    if low[end:start] not in BLANKS:
        return None
    # Most words stand after a space, and what is all letters and digits has no line break in it.
    begin = low.rfind(" ", end - _LONGEST_WORD if end > _LONGEST_WORD else 0, end) + 1
    word = low[begin:end]
    if begin and word.isalnum():
        return word, begin
    begin = _word_begins(low, end)
    word = low[begin:end] if begin >= 0 else ""
    return (word, begin) if word.isalnum() else None


def _word_begins(low: str, end: int) -> int:
    """Return where the word begins that ends here; -1 where it is too long."""
    lowest = end - _LONGEST_WORD if end > _LONGEST_WORD else 0
    begin = low.rfind(" ", lowest, end) + 1
    begin = low.rfind("\n", begin or lowest, end) + 1 or begin
    return begin or -(lowest > 0)


def words_before(low: str, start: int, most: int, *, colon: str = "") -> list[tuple[str, int]]:
    """Return the words before a place, the nearest first, and where each starts.

    They end at a punctuation mark, except for a `colon` after the nearest: "högst: 40 %".
    """
    return list(islice(_words_before(low, start, colon), most))


def _words_before(low: str, start: int, colon: str) -> Iterator[tuple[str, int]]:
    # By hand, since a regular expression searches forwards only and would try every word of the text before.
    end = start
    while low.endswith(BLANKS, 0, end):
        if plain := _plain_word_before(low, end):
            yield plain
            end = plain[1]
            continue
        end -= 1
        begin = _word_begins(low, end)
        is_long = begin < 0
        begin = max(0, end - _LONGEST_CELL) if is_long else begin
        word = low[begin:end]
        is_cell = ";" in word or "|" in word
        if is_cell:
            begin += max(word.rfind(";"), word.rfind("|")) + 1
            word = low[begin:end]
        if end == start - 1 and word[:-1] and word[-1] == colon:
            word, end = word[:-1], end - 1
        if (is_long and not is_cell) or not word or word[-1] in _CLOSING:
            return
        bare = word.lstrip(_OPENING)
        yield bare, end - len(bare)
        if is_cell or len(bare) < len(word):
            return
        end = begin


def hedge_before(low: str, start: int, hedges: Hedges) -> Hedged:
    """Find the hedge before a figure that starts here."""
    # Most figures have no hedge, so the words before are read only where the nearest may be part of one.
    nearest = _plain_word_before(low, start)
    if nearest is None:
        if sign := _sign_before(low, start, hedges.signs):
            return sign
        if _is_after_mark(low, start, ":"):
            return _said_earlier(low, start, hedges), start
        before = islice(_words_before(low, start, ":"), _MOST_WORDS)
        nearest = next(before, None)
    elif nearest[0] in hedges.telling:
        # No sign ends in a letter or a digit.
        before = islice(_words_before(low, nearest[1], ""), _MOST_WORDS - 1)
    else:
        return _said_earlier(low, start, hedges), start
    while nearest and nearest[0] in hedges.links.fillers:
        nearest = next(before, None)
    if nearest and nearest[0] in hedges.last_words and (found := _phrase_before(low, nearest, before, hedges)):
        return _reversed(low, *found, hedges)
    return _said_earlier(low, start, hedges), start


def _phrase_before(
    low: str, nearest: tuple[str, int], others: Iterator[tuple[str, int]], hedges: Hedges
) -> tuple[str, Hedge, int] | None:
    """Return the phrase of the hedge that the nearest words are, with its hedge and where it starts."""
    last, links = nearest[0], hedges.links
    before, phrase, found = [nearest], last, None
    while phrase in hedges.ends:
        if (hedge := hedges.before.get(phrase)) is not None:
            # The longest counts: "inte mer än" before "mer än".
            found = phrase, hedge, before[-1][1]
        # Most words before are no part of it, so they are read only after a glance.
        is_longer = low.endswith(hedges.before_ends.get(phrase, ()), 0, before[-1][1])
        if not is_longer or (word := next(others, None)) is None:
            break
        before.append(word)
        phrase = f"{word[0]} {phrase}"
    if found or not (last in links.than or last in links.denying):
        return found
    # "Högre belopp än", "överstiger i regel inte": the words between are about something else.
    for first, start in islice(chain(before, others), 1, _LONGEST_COMPARISON):
        if last in links.than and (hedge := hedges.before.get(f"{first} {last}")) is not None:
            return f"{first} {last}", hedge, start
        if last in links.denying and first in links.comparisons - links.prepositions:
            return first, _OPPOSITE[hedges.before[first]], start
    return None


def _reversed(low: str, phrase: str, hedge: Hedge, start: int, hedges: Hedges) -> Hedged:
    """Reverse a comparison for each negation before it in its clause: "inte får vara mer än", "utan att överstiga"."""
    comparison, links = hedges.comparisons.get(phrase), hedges.links
    if comparison is None:
        return hedge, start
    is_denied = phrase.partition(" ")[0] in links.denying
    is_loose = phrase != comparison and not is_denied
    for negation in _negations(words_before(low, start, _CLAUSE_WORDS), comparison, links, is_denied=is_denied):
        # "Inte långt över 5 mkr" and "inte alltid mer än 5 mkr" set no limit.
        hedge = Hedge.ABOUT if is_loose or negation.is_doubtful else _OPPOSITE[hedge]
        start = negation.start if negation.is_beside else start
    return hedge, start


class _Negation(NamedTuple):
    start: int
    is_doubtful: bool
    is_beside: bool
    """Whether the words from the negation on may be part of the figure: no other figure is among them."""


def _negations(
    before: Sequence[tuple[str, int]], comparison: str, links: Links, *, is_denied: bool
) -> Iterator[_Negation]:
    """Yield the negations, the nearest first, that reach a comparison after these words.

    One that has a negation of its own (`is_denied`) is not reached by that of a comparison before it.
    """
    words = [word for word, _ in before]
    reach = len(words)
    following = comparison.partition(" ")[0]
    is_joined = is_compared = is_remote = is_verb_near = False
    finite = 0
    for place, (word, start) in enumerate(before):
        # "T.ex." ends no sentence.
        if place >= reach or (word.endswith(".") and "." not in word[:-1]):
            return
        if word in links.joining and not links.neither.isdisjoint(words[place + 1 : place + 1 + _PAIRED]):
            following = word
            continue
        if word in links.denying and (word not in links.without or following in links.infinitive):
            if following in links.idle or (is_joined and not is_compared):
                return
            if _is_of_another_clause(word, following, finite, links) or _has_own_verb(words, place, links):
                return
            is_beside = not is_joined and not any(map(_has_digit, words[:place]))
            # "Ingen kommun har fått över 5 mkr"
            is_ruled = word in links.no and is_verb_near
            if is_remote and not is_ruled and links.ruling.isdisjoint(words[: place + 2]):
                # "Behöver inte redovisa kostnader under 5 000 kr" are those under it.
                return
            yield _Negation(start, following in links.doubting, is_beside)
        elif word in links.joining and place == 0 and not is_denied:
            is_joined = True
        elif word in links.relative and place <= _RELATIVE and not is_joined:
            # "Inte belopp som är lägre än", but not "det är inte staten som betalar mer än".
            reach = place + 1 + _RELATIVE
            if not links.finite.isdisjoint(words[place + 2 : reach + 1]):
                return
        elif word in links.barriers:
            if not (place == 0 and word in links.after_denying) and not _is_infinitive(word, following, links):
                return
        elif (word in links.without and (is_remote or place <= 1)) or (word in links.than and not is_joined):
            return
        elif word in links.finite:
            finite += 1
            is_verb_near = not is_remote
            if finite > 1:
                return
        elif comparison in links.prepositions and not is_joined and word not in links.after_denying:
            if not is_remote and not is_verb_near and _is_definite(word, links):
                # "Får inte hela stödet på över 5 mkr" tells of a known amount.
                return
            # "Har inte betalat över 5 mkr", "kan inte sänkas till under 5 mkr", "inga bidrag över 5 mkr"
            is_verb = place <= 1 and word.endswith((*_SUPINES, "as"))
            is_near = is_verb or (place == 0 and not links.no.isdisjoint(words[1:2]))
            is_remote = is_remote or not is_near
        is_compared = is_compared or word in links.than or word in links.comparisons
        following = word


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _is_of_another_clause(word: str, following: str, finite: int, links: Links) -> bool:
    """Whether a negation has a verb of its own: "projekt som inte fått stöd kan få mer än"."""
    if finite == 0 or word in links.no or following in links.finite | links.after_denying | links.prepositions:
        return False
    return following.endswith((*_SUPINES, *_PRESENT))


def _is_definite(word: str, links: Links) -> bool:
    is_noun = len(word) >= _SHORTEST_DEFINITE and word.endswith(_DEFINITE) and not word.endswith("budget")
    return is_noun or word in links.articles


def _has_own_verb(words: Sequence[str], place: int, links: Links) -> bool:
    """Whether the verb before a negation is not that of the comparison: "those which do not apply can get more than".

    A verb in -s may be an infinitive: "kan inte beviljas mer än".
    """
    if place + 1 == len(words) or words[place + 1] not in links.finite:
        return False
    return any(word in links.finite and not word.endswith("s") for word in words[:place])


def _is_infinitive(word: str, following: str, links: Links) -> bool:
    """Whether a barrier is the mark of an infinitive: "inte möjligt att få"."""
    return word in links.infinitive and following.endswith(_INFINITIVES) and not following.endswith(_PLURALS)


def _sign_before(low: str, start: int, signs: Mapping[str, Hedge]) -> Hedged | None:
    """Find the sign in "<40 %" or "~ 40 %", but not an arrow ("-> 40 %") or the mark of a quoted line ("> 40 %")."""
    end = start - 1 if low.endswith(" ", 0, start) else start
    for length in (2, 1):
        begin = end - length
        hedge = signs.get(low[begin:end]) if begin >= 0 else None
        if hedge is None:
            continue
        is_mark = end < start and low[begin - 1 : begin] in ("\n", "-", "=", "<", ">", "–")
        return None if is_mark else (hedge, begin)
    return None


def _said_earlier(low: str, start: int, hedges: Hedges) -> Hedge | None:
    """Find a hedge that does not stand beside the figure: "Som mest kan ... få", "det maximala stödet uppgår till"."""
    # Few clauses have one of the words that it begins with, and these are sought much faster than the whole. Neither a
    # full stop nor a comma stands between it and the figure.
    since = start - _CLAUSE if start > _CLAUSE else 0
    since = low.rfind(".", since, start) + 1 or since
    since = low.rfind(",", since, start) + 1 or since
    while limit := hedges.limits.search(low, since, start):
        if found := hedges.earlier.match(low, limit.start(), start):
            return hedges.before[found[found.lastindex or 0].replace("\n", " ")]
        since = limit.start() + 1
    return None


def hedge_after(low: str, end: int, hedges: Hedges) -> Hedged:
    """Find the hedge after a figure that ends here: "eller mer", "som mest"."""
    if found := hedges.after_pattern.match(low, end):
        word = found[found.lastindex or 0].replace("\n", " ")
        return hedges.after.get(word) or hedges.at_end[word], found.end()
    return None, end


def hedge_beginning(text: str, hedges: Mapping[str, Hedge]) -> str | None:
    """Return the longest hedge that a text in lower case begins with."""
    for end in range(min(len(text), _LONGEST_HEDGE), 0, -1):
        if text[:end] in hedges and not (text[end - 1].isalpha() and text[end : end + 1].isalpha()):
            return text[:end]
    return None


def hedge_ending(text: str, hedges: Mapping[str, Hedge]) -> str | None:
    """Return the longest hedge that a text in lower case ends with."""
    for start in range(max(0, len(text) - _LONGEST_HEDGE), len(text)):
        if text[start:] in hedges and not text[start - 1 : start].isalnum():
            return text[start:]
    return None


# --- Patterns for words in running text, in lower case and across line breaks

BLANK = "[ \n]"
"""What stands between two words of readable text."""

WORD_ENDS = r"(?![^\W_])"
"""Where neither a letter nor a digit follows."""


_PLAIN = "a-zåäö0-9"
NO_WORD_BEFORE = rf"(?<![{_PLAIN}])(?<![^\W_])"
"""Where neither a letter nor a digit stands before, in lower case; most are ruled out by the first, which is faster."""

AFTER_NO_WORD = rf"[^{_PLAIN}](?<=[\W_])"
"""A character that is no letter or digit, in lower case; `re` seeks it fast where a pattern begins with it."""


def any_of(words: Iterable[str]) -> str:
    """Return the regular expression of one of the words, the longest first; a space may be a line break."""
    return f"(?:{'|'.join(_branches(words))})"


def _branches(words: Iterable[str]) -> list[str]:
    # What words begin with alike is written once, for `re` tries every alternative that begins with the right letter.
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    # The empty rest comes last, since the longest word is wanted.
    return [_branch(sign, rests[sign]) for sign in sorted(rests, reverse=True)]


def _branch(sign: str, rests: set[str]) -> str:
    if len(rests) == 1:
        return BLANK.join(map(re.escape, f"{sign}{next(iter(rests))}".split(" ")))
    return (BLANK if sign == " " else re.escape(sign)) + _joined(_branches(rests))


def _joined(branches: list[str]) -> str:
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


class _WhenUsed:
    """Compiles a regular expression when one of its methods is first asked for, and keeps the methods."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        compiled = re.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def when_used(pattern: str) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used, since a large one takes milliseconds."""
    return cast("re.Pattern[str]", _WhenUsed(pattern))


class Before:
    """A pattern of words right before a place, sought only where the text there ends as one of the words does."""

    __slots__ = ("_ends", "pattern")

    def __init__(self, last: Iterable[str], pattern: str) -> None:
        # The words that may stand last, by their last letters: most places are told apart without a search.
        self._ends = frozenset(word.rpartition(" ")[2][-_TELLING:] for word in last)
        self.pattern = when_used(pattern)

    def search(self, low: str, since: int, place: int) -> re.Match[str] | None:
        """Search the text between two places; the pattern ends where the second is."""
        end = place
        while end > since and low[end - 1] in _BETWEEN:
            end -= 1
        ends = self._ends
        if low[end - 3 : end] in ends or low[end - 2 : end] in ends or low[end - 1 : end] in ends:
            return self.pattern.search(low, since, place)
        return None


_TELLING = 3
_BETWEEN = " \n("
"""What may stand between such words and the place."""


def lower(text: str) -> str:
    """Return text in lower case and of the same length, so that places in it stay the same.

    `str.lower` makes two characters of some, such as "İ".
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower()[:1] for sign in text)
