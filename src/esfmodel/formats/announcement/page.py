r"""The text of a page in passages: headline, sentences and labelled values, without what is about the page itself.

Menus, dates of publishing, contacts and links to other news are no passages. A passage is a part of `Page.text`, so
that what is read from it can be shown where it stands.

>>> page = page_of(
...     "Gröna rum\n\nLyssna\n\nProjektet pågår till 2027. Det leds av Sala kommun.\nProjektägare: Sala kommun"
... )
>>> [page.told(each) for each in page.passages]
['Gröna rum', 'Projektet pågår till 2027.', 'Det leds av Sala kommun.', 'Sala kommun']
>>> page.passages[3].label.meaning.name
'OWNER'
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.bodies import kind_of
from esfmodel.formats.labels import LABELS, Meaning, meaning_of
from esfmodel.formats.reading import Problem
from esfmodel.text.reading.labels import label_meaning, letters_of
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import page as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats.announcement.said import Place

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BLANKS = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\x1f",
    ),
    " ",
)
_LINE_END = re.compile("\r\n|[\r\x1c\x1d\x1e\x85\u2028\u2029]")

_HIDDEN = re.compile(r"[^\s.•\-–]")

LONGEST_HEADLINE = 200
_LONGEST_CLAUSE = 400
_LONGEST_LABEL = 60
_LONGEST_VALUE = 200
_SHORT_LINE = 30
_LONG_LINE = 80
_NEAR = 120
"""How far from a figure words are still about it."""
_MENU = 4
"""As many short lines in a row are a menu."""
_FEW_WORDS = 4


class Label(NamedTuple):
    """A label of a page, from `start` up to `end`."""

    meaning: Meaning
    start: int
    end: int


class Passage(NamedTuple):
    """A sentence, an item or a value, from `start` up to `end`; `label` is the one that it stands under."""

    start: int
    end: int
    label: Label | None = None
    is_headline: bool = False


class Page(NamedTuple):
    """A readable text and its passages, in order of place."""

    text: str
    passages: tuple[Passage, ...]

    @property
    def shown(self) -> str:
        """The text with spaces for what is in no passage and no label, of the same length."""
        parts: list[str] = []
        at = 0
        for each in self.passages:
            begins = each.start if each.label is None else min(each.start, max(at, each.label.start))
            parts.append(_HIDDEN.sub(" ", self.text[at:begins]))
            shown = self.text[begins : each.end]
            if each.label is not None and each.label.start >= begins and each.label.end == each.start:
                # The last letter of a label that is glued to its value would be part of the figure.
                glued = each.start - begins
                shown = f"{shown[: glued - 1]} {shown[glued:]}"
            parts.append(shown)
            at = each.end
        parts.append(_HIDDEN.sub(" ", self.text[at:]))
        return "".join(parts)

    def line_of(self, place: int) -> int:
        """Return the number of the line of a place."""
        return self.text.count("\n", 0, place) + 1

    def contradiction(self, path: str, one: Place, other: Place) -> Problem:
        """Return the problem of two places that say different things of one field, so that neither is taken."""
        given, known = (self.text[start:end] for start, end in (one, other))
        line, at = (self.line_of(start) for start, _ in (one, other))
        return Problem("announcement.contradiction", path, given, line=line, other=known, at=at)

    def is_denied(self, passage: Passage, place: Place) -> bool:
        """Whether the clause of a place says that it is not so."""
        return words.DENIED.search(self.clause(passage, place)) is not None

    def clause(self, passage: Passage, place: Place) -> str:
        """Return the part of a passage around a place, from a comma or the like up to the next."""
        begins, limit = max(passage.start, place[0] - _LONGEST_CLAUSE), min(passage.end, place[1] + _LONGEST_CLAUSE)
        for found in _CLAUSE.finditer(self.text, begins, place[0]):
            begins = found.end()
        ends = _CLAUSE.search(self.text, place[1], limit)
        return self.text[begins : limit if ends is None else ends.start()]

    def words_near(self, passage: Passage, place: Place, words: re.Pattern[str]) -> tuple[Place, ...]:
        """Return the label of a passage, or what a pattern finds in it that is nearest to a place."""
        if passage.label is not None:
            return ((passage.label.start, passage.label.end),)
        start, end = max(passage.start, place[0] - _NEAR), min(passage.end, place[1] + _NEAR)
        found = (each.span() for each in words.finditer(self.text, start, end))
        nearest = min(found, key=lambda span: max(place[0] - span[1], span[0] - place[1]), default=None)
        return () if nearest is None else (nearest,)

    def places_of(self, name: str, most: int) -> tuple[Place, ...]:
        """Return where a name stands first in each passage that has it, up to a number of passages."""
        found = (self.text.find(name, each.start, each.end) for each in self.passages)
        return tuple((begins, begins + len(name)) for begins in islice((at for at in found if at >= 0), most))

    def told(self, passage: Passage) -> str:
        """Return the text of a passage."""
        return self.text[passage.start : passage.end]


_CLAUSE = re.compile(r"[,;:()–]|[ ](?:som|men|eftersom|att|där|medan|vilket)[ ]")


class _Line(NamedTuple):
    start: int
    end: int


def page_of(text: str) -> Page:
    """Return the passages of a text, which is read without invisible characters and with one character for a space."""
    readable = unicodedata.normalize("NFC", _LINE_END.sub("\n", text.translate(_INVISIBLE))).translate(_BLANKS)
    lines = [_Line(found.start(), found.end()) for found in re.finditer(r"[^ \n](?:[^\n]*[^ \n])?", readable)]
    return Page(readable, tuple(_passages(readable, lines)))


# --- Lines

_ITEM = re.compile(r"(?:[•●▪◦·*■□✓➢»]|[-–—](?=[ ])|[0-9]{1,2}[.)](?=[ ]))[ ]*")
_LABELLED = re.compile(
    rf"(?P<label>[^\W\d_][^:.!?\n]{{1,{_LONGEST_LABEL}}}?)[ ]*:[ \n]+(?P<value>[^ \n].*)\Z", re.DOTALL
)


_GLUED = re.compile(r"(?P<label>[^\W\d_](?:[a-zåäö]|[ -](?=\w)|[A-ZÅÄÖ](?=[A-ZÅÄÖ-])){7,50}[a-zåäö])(?=[A-ZÅÄÖ#0-9])")


def _passages(text: str, lines: Sequence[_Line]) -> Iterator[Passage]:
    """Yield the passages of the lines in order."""
    is_above = True
    label: Label | None = None
    is_filled = False
    before: _Line | None = None
    for block in _blocks(text, _shown(text, lines)):
        own = _label_alone(text, block)
        # Values end with an empty line; prose after one is no value at all.
        is_near = before is not None and text.count("\n", before.end, block.start) == 1
        before = block
        if own is not None:
            label, is_filled = None if own.meaning in _HEADINGS else own, False
            continue
        is_apart = label is not None and text.count("\n", label.end, block.start) > 1 and not is_near
        is_listed = label is not None and label.meaning in _LISTS and _is_body(text[block.start : block.end])
        if is_apart and not is_listed and (is_filled or _is_prose(text[block.start : block.end])):
            label = None
        is_filled = True
        is_title = text[block.end - 1] != "." and block.end - block.start <= LONGEST_HEADLINE
        is_above = is_above and label is None and is_title
        for each in _sentences(text, block, label):
            is_above = is_above and each.label is None
            yield each._replace(is_headline=is_above)


def _blocks(text: str, lines: Iterator[_Line]) -> Iterator[_Line]:
    """Yield the lines, those that go on with a sentence together with the line before."""
    block: _Line | None = None
    for line in lines:
        if block is not None:
            is_near = text.count("\n", block.end, line.start) == 1
            if (
                is_near
                and _label_alone(text, line) is None
                and _label_alone(text, block) is None
                and _goes_on(text, block, line)
            ):
                block = _Line(block.start, line.end)
                continue
            yield block
        block = line
    if block is not None:
        yield block


def _shown(text: str, lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines that are about something else than the page itself."""
    menu = _menus(text, lines)
    is_contact = has_begun = False
    for index, line in enumerate(lines):
        told = text[line.start : line.end]
        if has_begun and words.OTHER_NEWS.fullmatch(told):
            return
        has_begun = has_begun or (index not in menu and _is_sentence(told))
        if index not in menu and words.CONTACTS.match(told):
            is_contact = True
        elif is_contact and (_is_sentence(told) or _label_alone(text, line) or _labelled(text, line)):
            is_contact = False
        if is_contact or index in menu or words.ABOUT_THE_PAGE.fullmatch(told) or _is_contact(told):
            continue
        yield line


def _is_sentence(told: str) -> bool:
    """Whether a line is more than the name, title or number of somebody to ask."""
    return len(told) > _LONG_LINE or (told[-1] == "." and told.count(" ") > _FEW_WORDS)


def _is_contact(told: str) -> bool:
    """Whether a line tells how to reach somebody; a paragraph that ends so tells more."""
    return len(told) <= LONGEST_HEADLINE and words.CONTACT.search(told) is not None


def _menus(text: str, lines: Sequence[_Line]) -> set[int]:
    """Return the numbers of lines in menus: many short lines in a row, which stand under no label."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate((*lines, _Line(len(text), len(text)))):
        told = text[line.start : line.end]
        is_short = (
            0 < len(told) <= _SHORT_LINE
            and told.count(" ") < _FEW_WORDS
            and told[-1] not in ".:!?,"
            and ": " not in told
        )
        is_label = is_short and _label_alone(text, line) is not None and words.CONTACTS.match(told) is None
        is_item = _ITEM.match(told) is not None
        if (
            is_short
            and not is_label
            and not is_item
            and (not run or text.count("\n", lines[run[-1]].end, line.start) == 1)
        ):
            run.append(index)
            continue
        if len(run) >= _MENU and not _is_under_label(text, lines, run[0]):
            found.update(run)
        run = [index] if is_short and not is_label and not is_item else []
    return found


def _is_under_label(text: str, lines: Sequence[_Line], index: int) -> bool:
    return index > 0 and _label_alone(text, lines[index - 1]) is not None


def _goes_on(text: str, block: _Line, line: _Line) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    first, last = text[line.start], text[block.end - 1]
    if _ITEM.match(text, line.start) or last in ".!?:;":
        return False
    return first.islower() or first.isdigit() or last == ","


def _is_body(told: str) -> bool:
    """Whether a line is the name of a body, as of one in a list of them."""
    return len(told) <= _LONGEST_LABEL and (kind_of(told) is not None or bodies_words.FUNDS.search(told) is not None)


_LISTS = frozenset({Meaning.PARTNER, Meaning.FUNDER})


def _is_prose(told: str) -> bool:
    return len(told) > _LONGEST_VALUE or told[-1] in ".!?"


# --- Labels


def _meaning(label: str) -> Meaning:
    """Return the meaning of a label on a page; `UNKNOWN` for what is no label of a project."""
    known = words.LABELS.get(letters_of(label))
    if known is not None:
        return Meaning(known)
    if words.NO_LABEL.search(label):
        return Meaning.UNKNOWN
    meaning = meaning_of(label)
    if meaning is Meaning.UNKNOWN:
        return _ROLES.get(label_meaning(label).role or "", Meaning.UNKNOWN)
    return meaning


_ROLES = {"partner": Meaning.PARTNER, "funder": Meaning.FUNDER, "beneficiary": Meaning.OWNER}
_HEADINGS = frozenset({Meaning.SUMMARY, Meaning.OTHER_SUMMARY, Meaning.NO_FIELD, Meaning.ADDRESS})
"""Labels of texts, which are like any other text of the page."""
_WHOLE = frozenset(
    {*(letters_of(label) for labels in LABELS.values() for label in labels), *map(letters_of, words.LABELS)}
)


def _label_alone(text: str, line: _Line) -> Label | None:
    """Return the label that a line is, with or without a colon; None for any other line."""
    begins = _after_mark(text, line)
    told = text[begins : line.end]
    if len(told) > _LONGEST_LABEL or ". " in told or (told[-1] != ":" and letters_of(told) not in _WHOLE):
        return None
    meaning = _meaning(told.rstrip(": "))
    return None if meaning is Meaning.UNKNOWN else Label(meaning, begins, line.end)


def _labelled(text: str, line: _Line) -> tuple[Label, int] | None:
    """Return the known label that a line begins with, and where its value begins; None where there is none."""
    begins = _after_mark(text, line)
    found = _LABELLED.match(text[begins : line.end])
    if found is None:
        return _glued(text, begins, line.end)
    meaning = _meaning(found["label"])
    if meaning is Meaning.UNKNOWN:
        return None
    return Label(meaning, begins, begins + found.end("label")), begins + found.start("value")


def _glued(text: str, begins: int, end: int) -> tuple[Label, int] | None:
    """Return a label that no blank parts from its value, as in "ProjektägareSala kommun"."""
    found = _GLUED.match(text, begins, min(end, begins + _LONGEST_LABEL))
    if found is None or letters_of(found["label"]) not in _WHOLE:
        return None
    meaning = _meaning(found["label"])
    return None if meaning is Meaning.UNKNOWN else (Label(meaning, *found.span("label")), found.end())


def _after_mark(text: str, line: _Line) -> int:
    mark = _ITEM.match(text, line.start, line.end)
    return line.start if mark is None or mark.end() == line.end else mark.end()


# --- Sentences

_LONGEST_SENTENCE = 1_000


def _short_enough(text: str, start: int, ends: Iterable[int]) -> Iterator[int]:
    """Yield where sentences end; what has no full stop for long is cut between words, so that work stays linear."""
    for end in ends:
        while end - start > _LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            start = cut if cut > start else start + _LONGEST_SENTENCE
            yield start
        yield end
        start = end


_STOP = re.compile(
    r"(?<!\A[0-9])(?<![ \n][0-9])[.!?…][\"”’»)]?(?:[ \n]+(?=[^\W\d_a-zåäöéü]|[\"”“»–—#(0-9-])"
    r"|(?=[A-ZÅÄÖ–-])(?<=[a-zåäö)][.!?]))|[ ][|•][ ]"
)


def _sentences(text: str, block: _Line, label: Label | None) -> Iterator[Passage]:
    """Yield the sentences of lines that belong together; one may begin with a label of its own."""
    start = block.start
    ends = [
        found.end()
        for found in _STOP.finditer(text, block.start, block.end)
        if not words.SHORTENED.search(text, max(block.start, found.start() - 8), found.start() + 1)
    ]
    for end in _short_enough(text, start, (*ends, block.end)):
        told = text[start:end]
        line = _Line(start + len(told) - len(told.lstrip(" \n")), start + len(told.rstrip(" \n|•")))
        start = end
        if line.start >= line.end:
            continue
        labelled = _labelled(text, line)
        if labelled is None:
            yield Passage(_after_mark(text, line), line.end, label)
        else:
            yield Passage(labelled[1], line.end, labelled[0])
