r"""Running text with its spaces and invisible characters made uniform, and the numbers in it.

>>> prose = Prose("12\xa0000  kr, mål\xadgruppen")
>>> prose.plain, prose.span(0, 9)
('12 000 kr, målgruppen', (0, 10))
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from esfmodel.text.reading.numbers import may_be_thousands
from esfmodel.text.words.hedges import BLANK, WORD_ENDS, any_of, lower
from esfmodel.text.words.language import (
    THOUSAND,
    VULGAR,
    number_beginnings,
    number_word_pattern,
    read_number_phrase,
    read_number_word,
)

if TYPE_CHECKING:
    from esfmodel.text.prose._words import ProseWords
    from esfmodel.text.words.hedges import Hedge
    from esfmodel.text.words.language import Language

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_BLANKS = (
    " \t\x1f\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\N{EN QUAD}-\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}"
    "\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
)
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_ACCENTS = "\N{COMBINING DIAERESIS}\N{COMBINING RING ABOVE}\N{COMBINING ACUTE ACCENT}"

_SPACES = f"{_BREAKS}{_BLANKS}{_UNSEEN}"
_ACCENTED = "AOaoEe"
_ODD = rf"(?:[{_SPACES}]+|(?<![ \n]))"
_ODD_SPACES = re.compile(rf"[{_SPACES}]{_ODD}")
# It begins with one class of characters, which `re` seeks much faster than several alternatives.
_UNREADABLE = re.compile(rf"[{_SPACES}{_ACCENTED}](?:[{_ACCENTS}](?<=[{_ACCENTED}].)|(?<![{_ACCENTED}]){_ODD})")
_BROKEN_WORD = re.compile(rf"{_SOFT_HYPHEN}[{_BLANKS}]*(?:\r\n|[{_BREAKS}])[{_BLANKS}]*")
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")


class Prose:
    """A text in readable form, which knows where each part stood in the text as given.

    In `plain` every run of spaces is one space, or one line break where it had one, or two where it had more. Soft
    hyphens and characters without width are left out, and a letter with a combining accent is one character. `low` is
    `plain` in lower case, of the same length. `parted` is `low` with `PARTED` or `UNSURE` for a space or line break
    between two numbers that are, or may be, in different cells or rows, and `marked` is `low` with `PARTED` for every
    tab and wide space.
    """

    __slots__ = ("_changed", "_given", "_starts", "low", "marked", "parted", "plain")

    def __init__(self, text: str) -> None:
        # For each piece: where it starts in `plain` and in the text as given, and whether it was changed. With pieces
        # instead of a place for every character, a text with little to change costs little memory.
        self._starts: list[int] = []
        self._given: list[int] = []
        self._changed: list[bool] = []
        plain: list[str] = []
        length = at = 0
        unreadable = _UNREADABLE if any(accent in text for accent in _ACCENTS) else _ODD_SPACES
        for match in unreadable.finditer(text):
            sign = match[0]
            seen = _readable_sign(sign) if len(sign) == 1 else _readable(sign)
            for piece, given, changed in ((text[at : match.start()], at, False), (seen, match.start(), True)):
                self._add(length, given, changed=changed)
                plain.append(piece)
                length += len(piece)
            at = match.end()
        self._add(length, at, changed=False)
        plain.append(text[at:])
        readable = "".join(plain)
        self.marked = lower(readable)
        self.plain, self.low = (each.replace(PARTED, " ") for each in (readable, self.marked))
        self.parted = _WITHIN_A_CELL.sub(" ", _BREAK_BETWEEN_FIGURES.sub(_line_break, self.marked))

    def _add(self, start: int, given: int, *, changed: bool) -> None:
        self._starts.append(start)
        self._given.append(given)
        self._changed.append(changed)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text as given the part of `plain` from `start` up to `end` stands; it is not empty."""
        if len(self._starts) == 1:
            # Most texts are readable as they are.
            return start, end
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        begins = self._given[first] + (0 if self._changed[first] else start - self._starts[first])
        if self._changed[last]:
            return begins, self._given[last + 1]
        return begins, self._given[last] + end - self._starts[last]


def _readable(unreadable: str) -> str:
    seen = unreadable if unreadable.isspace() else _UNSEEN_SIGN.sub("", _BROKEN_WORD.sub("", unreadable))
    if not seen or not seen.isspace():
        return unicodedata.normalize("NFC", seen)
    breaks = len(_BREAK.findall(seen))
    if breaks == 0:
        return PARTED if len(seen) > 1 or seen == "\t" else " "
    return "\n" * min(breaks, 2)


@cache
def _readable_sign(sign: str) -> str:
    return _readable(sign)


# --- Where a number ends because its cell or row does

PARTED = "\t"
"""Stands for a tab, or for several spaces, between two numbers, and for a line break that ends a row."""

UNSURE = "\v"
"""Stands for a line break that may end a row or stand within a number."""

_DASHES = "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_WITHIN_A_CELL = re.compile(rf"{PARTED}(?<![{_DASHES}].)(?![{_DASHES}])(?!(?<=\d.)\d)")
"""A wide gap, unless it stands between two digits, or beside a dash, which may fill an empty cell."""
_BREAK_BETWEEN_FIGURES = re.compile(r"\n(?<=[0-9]\n)(?=[0-9]{3}(?![0-9]))")
_LAST_NUMBER = re.compile(r"(?:(?<![^\W_])([^\W_]+)[ ])?[0-9]{1,3}(?:[ ][0-9]{3})*\Z")
_AMOUNT_ALONE = re.compile(r"[0-9 .,]+(?:[^\W\d_]{1,12}[ ]?){0,3}")
_SHORT_LINE = 30
_LONG_LINE = 50
_LONGEST_LINE = 200
"""How many characters of a line are read; only its end and whether it is short matter."""


def _line_break(match: re.Match[str]) -> str:
    r"""Return what a line break between digits is: "12\n000 kr" goes on, "Projekt 7\n450 000 kr" does not.

    Where the next digits could begin a number, the number goes on only in a long line of a sentence that goes on too.
    """
    low, place = match.string, match.start()
    if low[place + 1] == "0":
        return "\n"
    line = low[max(0, place - _LONGEST_LINE) : place].rpartition("\n")[2]
    number = _LAST_NUMBER.search(line)
    if number is None or number.start() == 0 or len(line) < _SHORT_LINE:
        return PARTED
    following = low[place + 1 : place + _LONGEST_LINE].partition("\n")[0]
    is_a_sentence = number[1] is not None and number[1].isalpha() and ":" not in line
    return "\n" if is_a_sentence and len(line) >= _LONG_LINE and not _AMOUNT_ALONE.fullmatch(following) else UNSURE


# --- Named tuples, of which every figure needs eight

_Tuple = TypeVar("_Tuple", bound=tuple[object, ...])

if TYPE_CHECKING:

    def made(kind: type[_Tuple], values: tuple[object, ...]) -> _Tuple: ...

else:
    # Makes a named tuple of all its values in a third of the time that its own constructor takes.
    made = tuple.__new__


# --- Numbers, in digits with any marks, as a vulgar fraction, or in words


class Number(NamedTuple):
    """A number as it is written; `step` is one in its last digit: 0.1 of "2,6"."""

    value: Fraction | int
    step: Fraction | int
    hedge: Hedge | None = None
    """From an adjective within it: "en dryg miljon"."""
    is_spoken: bool = True
    may_be_thousands: bool = False
    """Whether its one mark, before three digits, may be a thousands separator or a decimal mark."""


@cache
def prose_number_pattern(language: Language, words: ProseWords) -> str:
    """Return the regular expression of a number in lower case, with the groups of `read_prose_number`."""
    vulgar = r"(?:(?P<count>[0-9]{1,3}+)\ ?+)?(?P<vulgar>[" + "".join(VULGAR) + "])"
    digits, spoken = _digits(language, words), _spoken(language, words)
    # How number words begin is tried first, so that most words of a text are passed over at once.
    return rf"(?P<number>(?=[0-9½¼¾])(?:{vulgar}|{digits})|(?={number_beginnings(language)})(?:{spoken}))"


def _digits(language: Language, words: ProseWords) -> str:
    decimal, point = re.escape(language.decimal), re.escape("," if language.decimal == "." else ".")
    decimals = f"(?:{decimal}[0-9]{{1,20}})?"
    # Digits that no mark joins to others have one form, and then most digits come first: "12 000,50" before "12".
    # Öre after a colon need "kr" after them, for "12:30" is a time.
    forms = "|".join(
        (
            r"(?:0|[1-9][0-9]{0,19}+)(?![ \n.,:'’][0-9])",
            rf"(?:[1-9][0-9]{{0,2}}(?:\ [0-9]{{3}}){{1,3}}|[1-9][0-9]{{0,6}}):[0-9]{{2}}(?={BLANK}?{words.crown})",
            rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}}){{1,6}}(?:{decimal}[0-9]{{1,20}}|{point}[0-9]{{2}})?",
            rf"[1-9][0-9]{{0,2}}(?:{point}[0-9]{{3}}){{1,6}}{decimals}",
            rf"[1-9][0-9]{{0,2}}(?:{decimal}[0-9]{{3}}){{2,6}}(?:{point}[0-9]{{1,2}})?",
            r"[1-9][0-9]{0,2}(?:['’][0-9]{3}){1,6}",
            rf"(?:0|[1-9][0-9]{{0,9}}){point}[0-9]{{1,2}}",
            rf"(?:0|[1-9][0-9]{{0,19}}){decimals}",
        )
    )
    return rf"(?P<digits>{forms})(?![0-9]|[.,:/'’][0-9])"


def _spoken(language: Language, words: ProseWords) -> str:
    word, one, adjective = number_word_pattern(language), any_of(language.one), any_of(words.hedges.within)
    mixed = any_of(language.mixed_numbers)
    # In "up to en miljon" the first word is no number.
    not_two = (
        rf"(?!{any_of(word for word, value in language.number_words.items() if value < 10)}{BLANK}{one}{WORD_ENDS})"
    )
    thousand = f"|{language.thousand}(?={BLANK}{word}{WORD_ENDS})" if language.thousand else ""
    # Most number words stand alone, so the word after them is read before what it may be a part of.
    beside = any_of((*words.and_words, *language.parts, *words.hedges.within, language.decimal_word))
    several = "|".join(
        (
            rf"(?:(?P<whole>{word}|{mixed}){BLANK}{any_of(words.and_words)}{BLANK})?(?P<parts>{one}|{word}){BLANK}"
            rf"(?:(?P<hedged_part>{adjective}){BLANK})?(?P<part>{any_of(language.parts)})(?={BLANK})",
            rf"{one}{BLANK}(?P<hedged>{adjective})(?={BLANK})",
            rf"(?P<decimal>(?P<ones>{word}){BLANK}{language.decimal_word}{BLANK}(?P<decimals>{word})){WORD_ENDS}",
        )
    )
    return "|".join(
        (
            rf"(?=[^\W\d_]++{BLANK}{beside}{BLANK})(?:{several})",
            # The last "tusen" of "tre hundra tusen kronor" is a unit.
            rf"(?=[^\W\d_]++{BLANK}(?:{number_beginnings(language)}|{language.thousand}))"
            rf"(?P<phrase>{not_two}{word}(?:{BLANK}(?:{word}{WORD_ENDS}{thousand})){{1,9}}){WORD_ENDS}",
            rf"(?P<mixed>{mixed}){WORD_ENDS}",
            rf"(?P<word>{word})",
        )
    )


def read_prose_number(match: re.Match[str], language: Language, words: ProseWords) -> Number | None:
    """Read what `prose_number_pattern` has matched, other than digits; None for words that are no number."""
    if (word := match["word"]) is not None:
        return _read_word(word, language)
    if (vulgar := match["vulgar"]) is not None:
        part = VULGAR[vulgar]
        return Number(int(match["count"] or 0) + part, part, is_spoken=False)
    if (mixed := match["mixed"]) is not None:
        return Number(language.mixed_numbers[mixed], 1)
    hedge = words.hedges.within.get(match["hedged"] or match["hedged_part"] or "")
    if match["part"] is not None:
        whole: str = match["whole"] or ""
        spoken = language.mixed_numbers.get(whole) or read_number_word(whole, language)
        part = language.parts[match["part"]]
        count = 1 if match["parts"] in language.one else read_number_word(match["parts"], language) or 0
        return Number((spoken or 0) + count * part, part, hedge)
    if match["hedged"] is not None:
        return Number(1, 1, hedge)
    if match["decimal"] is not None:
        ones, decimals = (read_number_word(match[name], language) or 0 for name in ("ones", "decimals"))
        step = Fraction(1, 10 ** len(str(decimals)))
        return Number(ones + decimals * step, step)
    together = read_number_phrase(match["phrase"], language)
    return None if together is None else _spoken_number(together)


@lru_cache(maxsize=1024)
def _read_word(word: str, language: Language) -> Number:
    return _spoken_number(language.mixed_numbers.get(word) or read_number_word(word, language) or 0)


def _spoken_number(number: int | Fraction) -> Number:
    """Return a whole number in words; the last word of "tre tusen" says how finely it is stated."""
    return Number(number, THOUSAND if number and number % THOUSAND == 0 else 1)


@lru_cache(maxsize=1024)
def read_digits(digits: str, language: Language) -> Number:
    """Read the group `digits` of `prose_number_pattern`."""
    if (whole := digits.replace(" ", "")).isdecimal():
        return Number(int(whole), 1, None, False, False)
    marks = [sign for sign in digits if sign in ".,:"]
    decimals = digits.rpartition(marks[-1])[2] if marks else ""
    # "1.235.522" has no decimals, nor has "1.235" where the language has a decimal comma.
    same_marks = len(marks) > 1 and len(set(marks)) == 1
    if same_marks or (len(marks) == 1 and marks[0] != language.decimal and may_be_thousands(digits)):
        decimals = ""
    figures = int("".join(filter(str.isdecimal, digits)))
    # Most numbers are whole, and `int` is much faster than `Fraction`.
    number, step = (Fraction(each, 10 ** len(decimals)) if decimals else each for each in (figures, 1))
    return Number(number, step, is_spoken=False, may_be_thousands=may_be_thousands(digits))
