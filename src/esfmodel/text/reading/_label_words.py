"""The words of a label: cleaned, without its unit, and in the classes of `esfmodel.text.words.money_labels`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words._currencies import currency_called
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.money_labels import (
    ABROAD_WORDS,
    CATEGORY_WORDS,
    LABEL_CURRENCIES,
    LABEL_SCALES,
    MONEY_WORDS,
)
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.fund import FUND_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# --- Cleaning: white space, numbering, words joined by case or underscores

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_NUMBERING = re.compile(r"\A(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[A-Za-z][.)]|[-\u2013\u2014*\u2022=+>])\s+(?=\D)")
_CAMEL = re.compile(r"(?<=[a-zåäöéü])(?=[A-ZÅÄÖ])|(?<=[A-Z]{2})(?=[A-Z][a-z])")


def cleaned(label: str) -> str:
    plain = unicodedata.normalize("NFC", label).translate(_INVISIBLE)
    if "_" in plain and plain.isascii():
        plain = " ".join(_unfolded().get(word.casefold(), word) for word in plain.split("_"))
    text = " ".join(plain.replace("_", " ").split())
    if " " not in text:
        text = _CAMEL.sub(" ", text)
    return _NUMBERING.sub("", text, count=1).rstrip(" :")


@cache
def _unfolded() -> Mapping[str, str]:
    """Return the Swedish words by their letters without rings and dots, as the headings of databases write them."""
    known = {word for words in (*MONEY_WORDS.values(), *CATEGORY_WORDS.values()) for word in words}
    folded = {word.translate(_FOLDED): word for word in known if not word.isascii() and " " not in word}
    return MappingProxyType({plain: word for plain, word in folded.items() if len(plain) > 3 and plain not in known})


_FOLDED = str.maketrans("åäöéüøæ", "aaoeuoa")


# --- Units: taken out of a parenthesis or off the end

_UNIT_WORD = re.compile(r"[^\W\d_]+|[€£$%]|[0-9]+|/")
_THOUSANDS = re.compile(r"(?<![0-9])(?<![0-9][ .,])(?:['’]?000(?:s|'s)?|1 ?000(?:-tals?|s)?)\b")
_GROUP = re.compile(r" ?[(\[]([^()\[\]]*)[)\]]")
_UNIT_LINKS = frozenset(
    ("i", "in", "as", "/", "or", "eller", "of", "av", "belopp", "the", "amounts", "amount", "alla", "all")
)
_MOST_UNIT_WORDS = 4
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What a figure was computed from: "(total - ESF-stöd)".
FORMULA = re.compile(r" ?\([^()]*(?: [-\u2013\u2212=] )[^()]*\)")
# What a flat rate is a share of, which is not what the label is: "Kontor (15 % av personal)".
BASE = re.compile(
    r"(?:[0-9] ?%|schablon\w*|påslag\w*|flat rates?)\)?(?: \(?[0-9.,]+ ?%\)?| schablon\w*)?"
    r"(?P<base> (?:av|på|of|on) (?P<of>.*))",
    re.IGNORECASE,
)
ASIDE = re.compile(r"(?<=\w)[ ,(]+(?P<how>inkl|incl|exkl|excl|ekskl)\w*\.? (?P<what>[^()]*)\)?", re.IGNORECASE)


class LabelUnit(NamedTuple):
    scale: int | None = None
    currencies: tuple[str, ...] = ()

    @property
    def is_stated(self) -> bool:
        return bool(self.scale or self.currencies)


@cache
def _scale_words() -> Mapping[str, int]:
    read = {word: scale.size for language in (SWEDISH, ENGLISH) for word, scale in language.scales_read.items()}
    return MappingProxyType({**read, **LABEL_SCALES})


@cache
def _currency_words() -> Mapping[str, str]:
    read = {word: code for language in (ENGLISH, SWEDISH) for word, code in language.currencies_read.items()}
    return MappingProxyType({**read, **LABEL_CURRENCIES})


@cache
def _joined_units() -> Mapping[str, tuple[int, str]]:
    return MappingProxyType({**INTERNATIONAL_UNITS, **SWEDISH.units_read})


def _unit_in(text: str, *, sure: bool) -> LabelUnit | None:
    """Return the unit that a text is, else None; `sure` takes codes and letters that may be words."""
    words = _UNIT_WORD.findall(_THOUSANDS.sub(" tusen ", text))
    scale: int | None = None
    found: list[str] = []
    at = 0
    while at < len(words):
        pair, word = " ".join(words[at : at + 2]).casefold(), words[at].casefold()
        if pair in _currency_words():
            found.append(_currency_words()[pair])
            at += 1
        elif (named := _of_a_country(words[at : at + 2])) is not None:
            if not named:
                return None
            found.append(named)
            at += 1
        elif word in _joined_units():
            scale, currency = _joined_units()[word]
            found.append(currency)
        elif word in _currency_words():
            found.append(_currency_words()[word])
        elif words[at] in MINOR_DIGITS and (sure or words[at] in _COMMON_CODES):
            found.append(words[at])
        elif word in _scale_words() and scale is None and (sure or found or len(word) > 1):
            scale = _scale_words()[word]
        elif word not in _UNIT_LINKS:
            return None
        at += 1
    return LabelUnit(scale, tuple(dict.fromkeys(found))) if scale or found else None


_ENDINGS = "(?:sk|skt|ska|ske|ish|ian)"
_OF_A_COUNTRY = re.compile(rf"[^\W\d_]+{_ENDINGS}|[A-ZÅÄÖ][^\W\d_]{{2,}}")
_MAY_BE_ANOTHER = re.compile(f".+{_ENDINGS}", re.IGNORECASE)


def _of_a_country(words: Sequence[str]) -> str | None:
    """Return the code of a currency with a country before its name: "danska kronor", "Canadian dollars".

    It is "" where there may be such a country that we do not know, and None where there is none.
    """
    if len(words) < 2 or words[1].casefold() not in _currency_words() or not _OF_A_COUNTRY.fullmatch(words[0]):
        return None
    pair = " ".join(words)
    for language in (SWEDISH, ENGLISH):
        if (code := currency_called(pair, language)) is not None:
            return code
    return "" if _MAY_BE_ANOTHER.fullmatch(words[0]) else None


_COMMON_CODES = frozenset(("SEK", "EUR", "NOK", "DKK", "GBP", "USD", "PLN", "CZK", "HUF", "CHF", "ISK", "RON", "BGN"))


def _is_year(words: Sequence[str]) -> bool:
    return bool(words) and YEAR.fullmatch(words[-1]) is not None


def without_unit(text: str) -> tuple[str, LabelUnit]:
    """Take the unit out of a label: "EU-stöd (tkr)", "Belopp i mn euro", "Total budget SEK"."""
    for group in _GROUP.finditer(text):
        unit = _unit_in(group[1], sure=True)
        if unit is not None:
            return f"{text[: group.start()]} {text[group.end() :]}".strip(), unit
    words = text.split(" ")
    for count in range(min(_MOST_UNIT_WORDS, len(words)), 0, -1):
        before, tail = words[:-count], words[-count:]
        if _of_a_country(_UNIT_WORD.findall(" ".join([*before[-1:], tail[0]]))) is not None:
            continue  # a part of the name of a currency
        is_given = tail[0].casefold() in {"i", "in"}
        near = " ".join([*before[-1:], *tail])
        near = near if before else _THOUSANDS.sub("", near)
        if not is_given and any(map(str.isdigit, near)) and not _is_year(before):
            continue  # an amount: "EU-stöd 2 150 000 kr", "Totalt: 1 000 kr"; but "1 000 kr" heads thousands
        is_told_apart = not before or is_given or before[-1].endswith(",")
        unit = _unit_in(" ".join(tail), sure=is_told_apart and bool(before))
        if unit is not None and (unit.currencies or is_told_apart):
            return " ".join(before).rstrip(" ,-\u2013:"), unit
    return text, LabelUnit()


# --- Words of a label, and the classes that they belong to

_GENITIVE = re.compile(r"(?<=\w)[:'’´](?:s|n|ns|en|ens)\b")
_NOT_A_WORD = re.compile(r"[^\w+&%#/,:]|_|:(?![0-9])|(?<![0-9]):")
_RATE_IN_WORDS = re.compile(r"\b[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%")
_ESF_PLUS = re.compile(r"\besf ?\+")
_SIGN = re.compile(r"([+&%#/,])")
_ABROAD = re.compile(rf"[øæ]|\b(?:{'|'.join(ABROAD_WORDS)})\b")


class _Span(NamedTuple):
    start: int
    end: int


class _Lexicon(NamedTuple):
    exact: Mapping[str, frozenset[str]]
    """The classes of each word or phrase."""
    starred: Mapping[tuple[int, str, str], tuple[tuple[str, str, str], ...]]
    """By the number of words and the first letter, or the last one of those that begin with the star.

    Each is what is before the star, what after it, and the class.
    """
    longest: int


@cache
def _lexicon() -> _Lexicon:
    listed = [(name, word) for name, words in {**MONEY_WORDS, **CATEGORY_WORDS}.items() for word in words]
    listed += [("union", spaced(name)) for name in FUND_NAMES]
    exact: dict[str, set[str]] = {}
    starred: dict[tuple[int, str, str], list[tuple[str, str, str]]] = {}
    for name, word in listed:
        if "*" in word:
            before, _, after = word.partition("*")
            first, last = before[:1], "" if before else after[-1]
            starred.setdefault((1 + word.count(" "), first, last), []).append((before, after, name))
        else:
            exact.setdefault(word, set()).add(name)
    return _Lexicon(
        MappingProxyType({word: frozenset(names) for word, names in exact.items()}),
        MappingProxyType({key: tuple(each) for key, each in starred.items()}),
        1 + max(word.count(" ") for word in exact),
    )


def spaced(text: str) -> str:
    """Return a label as its words in small letters, with signs as words of their own and without genitives."""
    plain = _RATE_IN_WORDS.sub(" ", _ESF_PLUS.sub("esf", _GENITIVE.sub("", text.casefold())))
    return " ".join(_SIGN.sub(r" \1 ", _NOT_A_WORD.sub(" ", plain)).split())


CLASSES = (*MONEY_WORDS, *CATEGORY_WORDS)


class LabelWords:
    """The words of a label with the places of each class."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = spaced(text).split()
        longest = _lexicon().longest
        # Every class has its list, so that a name that is no class is an error rather than never found.
        self.spans: dict[str, list[_Span]] = {name: [] for name in CLASSES}
        for start in range(len(self.words)):
            for end in range(start + 1, min(start + longest, len(self.words)) + 1):
                for name in _classes_of(" ".join(self.words[start:end])):
                    self.spans[name].append(_Span(start, end))
        ends = (0, len(self.words) - 1) if len(self.words) > 1 else ()
        self.spans["legal forms"] = [span for span in self.spans["legal forms"] if span.start in ends]
        for name, masked in _MASKS.items():
            for cover in self.spans[name]:
                for other in masked:
                    self.spans[other] = [each for each in self.spans[other] if not _covers(cover, each)]

    def has(self, *names: str) -> bool:
        """Whether a word belongs to one of some classes."""
        return any(self.spans[name] for name in names)

    def starts_with(self, name: str) -> bool:
        """Whether the first word belongs to a class."""
        return any(span.start == 0 for span in self.spans[name])

    def joined(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether "och", "+" or another such word stands between a word of one class and a word of another."""
        ours = [span for name in one for span in self.spans[name]]
        theirs = [span for name in other for span in self.spans[name]]
        return any(
            our.end <= link.start < their.start or their.end <= link.start < our.start
            for link in self.spans["joined"]
            for our in ours
            for their in theirs
        )

    def only(self, *names: str) -> bool:
        """Whether there are words, and each belongs to one of some classes or has no letters."""
        known = {at for name in names for span in self.spans[name] for at in range(*span)}
        return bool(self.words) and all(
            at in known or not any(map(str.isalpha, each)) for at, each in enumerate(self.words)
        )

    @property
    def is_abroad(self) -> bool:
        """Whether the words are Norwegian or Danish."""
        return _ABROAD.search(" ".join(self.words)) is not None

    def first_after(self, *names: str) -> int:
        """Return the place of the first word that belongs to none of some classes."""
        passed = {at for name in names for span in self.spans[name] for at in range(*span)}
        return next((at for at in range(len(self.words)) if at not in passed), len(self.words))

    @property
    def known(self) -> bool:
        """Whether any word belongs to a class that says something."""
        return any(spans for name, spans in self.spans.items() if name not in {"neutral", "joined"})


_OF_COST = re.compile(
    r"(\w{2,40}?)s?(?:kostnad(?:er(?:na)?|en)?|kosten|ausgaben|utgift(?:er)?|udgift(?:er)?|omkostning(?:er)?)"
)


@lru_cache(maxsize=10_000)
def _classes_of(phrase: str) -> frozenset[str]:
    """Return the classes of a phrase; those of a word made with "kostnad" are the categories of its first part."""
    exact, starred, _ = _lexicon()
    made = _OF_COST.fullmatch(phrase)
    stem = {name for name in exact.get(made[1], ()) if name in CATEGORY_WORDS} if made else set[str]()
    count = 1 + phrase.count(" ")
    by_stars = {
        name
        for first, last in ((phrase[0], ""), ("", phrase[-1]))
        for before, after, name in starred.get((count, first, last), ())
        if len(phrase) >= len(before) + len(after) and phrase.startswith(before) and phrase.endswith(after)
    }
    return frozenset({*exact.get(phrase, ()), *stem, *by_stars})


def _covers(cover: _Span, other: _Span) -> bool:
    return cover.start <= other.start and other.end <= cover.end


# The words of a class say nothing of some others where those stand within them: "europeiska regionala
# utvecklingsfonden" is no regional money.
_MASKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "so far": ("date", "weak date"),
        "not the union": ("union",),
        "not the state": ("state",),
        "union": ("public", "text", "national", "country", "in kind", "external services", "joined", "bodies"),
        "in kind": ("negated", "others", "money", "staff", "own"),
        "participant pay": ("grant", "participants", "staff"),
        "languages": ("text", "not the project's", "country"),
        "own": ("external services", "others", "partner", "funder", "owner"),
        "whole": ("grant", "total", "money"),
        "flat rate": ("share",),
        "not ours": ("grant", "whole", "own", "public", "total", "owner", "partner", "share", "of costs"),
        "public bodies": ("public", "bodies", "state"),
        "text": ("grant",),
        "other": ("others", "total"),
        "no body": ("public bodies", "bodies"),
        "authorities": ("norway", "union", "state", "public bodies", "bodies"),
        "own work": ("own",),
    }
)
