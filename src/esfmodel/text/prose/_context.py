"""What the words beside an amount or a share tell of it: for each of what, whose money, how far it has come.

Three places are read: right after the figure ("från EU", "i egen insats", "per år"), right before it ("stödet är",
"total budget:"), and the verb of its clause with the one who pays ("EU betalar"). What they tell must agree; where they
contradict each other nothing is stated, for a wrong role is worse than none.
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.text.prose._prose import made
from esfmodel.text.prose.figures import Approximation, FigureKind, FigureRole, FigureStage, Per

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from esfmodel.text.prose._prose import Prose
    from esfmodel.text.prose._words import ContextWords
    from esfmodel.text.prose.figures import Found


class Context(NamedTuple):
    """The fields of a `Figure` that come from the words around it."""

    per: Per | None = None
    role: FigureRole | None = None
    stage: FigureStage | None = None
    of_which: bool = False
    is_paid: bool = False
    """Whether the one who pays stands before it with its verb, so that others may follow in a list."""


_NO_CONTEXT = Context()


# How many characters around a figure are read: without limits a long text would take quadratic time.
_REACH = 160
_NEAR = 30
# Both begin with one class of characters, which `re` seeks much faster than several alternatives.
_SENTENCE_END = re.compile(r"[.!?\n;•](?:(?<=[;•])|(?<=\n)\n|(?<=[.!?])(?=[ \n]))")
_DASHES = "–—-"
_CLAUSE_END = re.compile(
    rf"[.;:!?(),\n{_DASHES}](?:(?<=[.;:!?()])|(?<=,)(?<!-,)|(?<=\n)\n|(?<=[ \n][{_DASHES}])(?=[ \n]))"
)
_LINE_START = re.compile(r"\n(?=[A-ZÅÄÖ|])")
"""Where a new line begins with a capital letter, as a label does, or with a cell."""
_IN_BRACKETS = re.compile(r"[ \n]\(([^()\n]{1,60})\)")
_BRACKETS = re.compile(r"\([^()]{0,100}\)")


def contexts_of(prose: Prose, found: Sequence[Found], words: ContextWords) -> list[Context]:
    """Return the context of each figure; nothing is told of a figure that is neither an amount nor a share."""
    contexts: list[Context] = []
    before, floor = _NO_CONTEXT, 0
    low = prose.low
    ceilings = [figure.start for figure in found[1:]]
    ceilings.append(len(low))
    for figure, ceiling in zip(found, ceilings, strict=False):
        if figure.kind is FigureKind.MONEY or figure.kind is FigureKind.RATE:
            before = _context(low, figure, _clause(prose, figure, floor, ceiling, words), before, words)
        else:
            before = _NO_CONTEXT
        floor = figure.end
        contexts.append(before)
    _carry_back(prose.low, found, contexts, words)
    return contexts


def _carry_back(low: str, found: Sequence[Found], contexts: list[Context], words: ContextWords) -> None:
    """Fill in what figures later in the sentence tell of those before them."""
    parts: set[FigureRole] = set()
    for index in range(len(found) - 2, -1, -1):
        one, context, following = found[index], contexts[index], contexts[index + 1]
        if low[one.end - 1].isdigit():
            other = found[index + 1]
            if one.kind is other.kind and words.list_joint.match(f"{low[one.end : other.start]} "):
                # "2, 3 och 4 mkr per år": what has its unit from the next has what it is paid for as well.
                contexts[index] = context = context._replace(per=following.per)
        if not following.of_which:
            parts = set()
            continue
        if following.role is not None:
            parts.add(following.role)
        if context.role is None and context.per is None and not context.of_which and len(parts) > 1:
            # "12 mkr, varav 6 mkr från EU och 6 mkr från kommunen" are all the money.
            contexts[index] = context._replace(role=_whose(parts) or FigureRole.TOTAL)


class _Clause(NamedTuple):
    """The words around a figure, as far as they may be about it."""

    before: str
    """From the start of the sentence or the figure before in it; what is in brackets is left out."""
    after: str
    """To the end of the clause, or the next figure."""
    between: str
    """All words since another figure in the same sentence; empty where there is none."""
    is_cut: bool
    """Whether `after` ends at the next figure, which its last words may belong to."""
    told: frozenset[str]
    told_after: frozenset[str]
    """What the words before and after tell of the patterns of `ContextWords.held`; no other is sought there."""


_NOTHING: frozenset[Any] = frozenset()


def _clause(prose: Prose, figure: Found, floor: int, ceiling: int, words: ContextWords) -> _Clause:
    low, start, end = prose.low, figure.start, figure.end
    begin = floor if start - floor < _REACH else start - _REACH
    text = low[begin:start]
    if "\n" in text:
        for line in _LINE_START.finditer(prose.plain, begin, start):
            begin = line.end()
        text = low[begin:start]
    sentences = _SENTENCE_END.split(_BRACKETS.sub("", text) if "(" in text else text)
    before, between = sentences[-1], ""
    told = words.told.by(before.split())
    if 0 < floor == begin and len(sentences) == 1:
        between = before
        if "list_joint" in told:
            before = words.list_joint.split(before)[-1]
    after, is_cut = low[end : min(ceiling, end + _REACH)], False
    if low.startswith("(", end + 1) and (inner := _IN_BRACKETS.match(low, end, ceiling)):
        after = f" {inner[1]}"
    elif after.startswith("\n") and _LINE_START.match(prose.plain, end):
        after, is_cut = "", ceiling < len(low)
    elif stop := _CLAUSE_END.search(after):
        # The blank before a dash ends the clause with it.
        after = after[: stop.start() - (stop[0] in _DASHES)]
        # A label in the next line is about the figure after it.
        after = after.partition("\n")[0] if stop[0] == ":" else after
    else:
        is_cut = ceiling < len(low)
    told_after = words.told.by(after.split())
    if is_cut and "list_joint" in told_after:
        joints = list(words.list_joint.finditer(after))
        after = after[: joints[-1].start()] if joints else after
    return made(_Clause, (before, after, between, is_cut, told, told_after))


def _context(low: str, figure: Found, clause: _Clause, before: Context, words: ContextWords) -> Context:
    text, after, between, _, told, told_after = clause
    if between and between.strip() == "(" and low.startswith(")", figure.end):
        # The same in another currency, or as a share: "36 miljoner euro (304 miljoner kronor)".
        return before
    of_which = ("of_which" in told and words.of_which.search(text) is not None) or (before.of_which and between != "")
    # The full stop is for words that count only where the clause ends: "100 000 kr var".
    per_after = words.per_after.match(f"{after}.") if "per_after" in told_after else None
    per = _per(text, told, per_after, words) or (before.per if of_which else None)
    role, is_paid = _role(low[figure.start : figure.end], clause, before, words, has_per=per_after is not None)
    if role is FigureRole.TOTAL and (per is not None or words.for_other.match(after)):
        role = None
    stage = None
    # "Upp till 5 miljoner kronor beviljas" is a rule about all grants.
    if (
        figure.kind is FigureKind.MONEY
        and figure.approx is not Approximation.UNDER
        and ("stages" in told or "stages" in told_after)
        and role not in (FigureRole.TOTAL, FigureRole.OWN)
    ):
        stage = _stage(clause, words)
    return made(Context, (per, role, stage, of_which, is_paid))


# --- For each of what


def _per(before: str, told: frozenset[str], after: re.Match[str] | None, words: ContextWords) -> Per | None:
    if after:
        return _counted(after, words, Per.EACH)
    found = list(words.per_before.finditer(before)) if "per_before" in told else []
    # An unknown word may be a name here: "Per Alm får".
    return _counted(found[-1], words, None) if found else None


def _counted(match: re.Match[str], words: ContextWords, unknown: Per | None) -> Per | None:
    unit: str | None = match["unit"]
    if unit is None:
        return Per[match.lastgroup or ""]
    if unit in words.not_counted:
        return None
    return words.counted.get(unit) or next(
        (per for ending, per in words.counted_endings.items() if unit.endswith(ending)), unknown
    )


# --- Whose money

_WHOSE = frozenset(("nouns", "payers"))
"""The patterns of `ContextWords.held` that tell whose money it is."""
_PAYERS = frozenset((FigureRole.EU, FigureRole.STATE, FigureRole.FUNDER))
_OWN = frozenset(("OWN",))
_GROUP = attrgetter("lastgroup")


def _whose(kinds: Collection[FigureRole]) -> FigureRole | None:
    """Return what several words tell together: the Union before co-financing, and undivided where two pay."""
    if len(kinds) < 2:
        return next(iter(kinds), None)
    payers = _PAYERS.intersection(kinds)
    if payers == {FigureRole.EU, FigureRole.STATE}:
        return FigureRole.SUPPORT
    if FigureRole.TOTAL not in kinds and len(payers) == 1:
        [payer] = payers
        return payer
    return None


def _kinds(pattern: re.Pattern[str], text: str) -> frozenset[str | None]:
    return frozenset(map(_GROUP, pattern.finditer(text)))


@cache
def _role_of(kinds: frozenset[str | None]) -> FigureRole | None:
    """Return the role for groups of `ContextWords.nouns` and `ContextWords.payers`."""
    if "OTHER" in kinds:
        return None
    if "ABROAD" in kinds:
        # "Norska Interregmedel" are Norway's money.
        kinds = frozenset("FUNDER" if kind == "EU" else kind for kind in kinds)
    if "AGENCY" in kinds:
        # It pays the money of the Union and the state, but may co-finance with its own.
        kinds = kinds - {"OWN"} | {"FUNDER" if "OWN" in kinds else "SUPPORT"}
    return _whose({FigureRole[kind or ""] for kind in kinds - {"ABROAD", "AGENCY", "PART"}})


def _role_of_group(match: re.Match[str]) -> FigureRole | None:
    return _role_of(frozenset((match.lastgroup,)))


def _role(
    text: str, clause: _Clause, before: Context, words: ContextWords, *, has_per: bool
) -> tuple[FigureRole | None, bool]:
    """Return the role of a figure, and whether its payer stands before it."""
    told = clause.told
    if "other_money" in told and words.other_money.search(clause.before):
        return None, False
    has_payer = "payers" in told and words.payers.search(clause.before) is not None
    payer = _payer_before(clause, before, words) if has_payer else None
    after = _role_after(clause, before, words)
    if after is None and has_per and (per := words.per_after.match(clause.after)):
        # "2 mkr per år från kommunen"
        rest = clause.after[per.end() :]
        after = _role_after(clause._replace(after=rest, told_after=words.told.by(rest.split())), before, words)
    if payer is FigureRole.FUNDER and after in (FigureRole.EU, FigureRole.STATE):
        # "Tillväxtverket har beviljat 5 mkr från ERUF": it grants what another pays.
        return after, False
    giver = words.granter.search(clause.before) if has_payer and "granter" in told else None
    ahead = payer or (_role_of_group(giver) if giver else _role_before(clause, before, words))
    # The words of a figure itself, in "ingen medfinansiering", come before its number, if it has one.
    has_nouns = not text[0].isdigit() and "nouns" in words.told.by(text.split())
    named = _role_of(_OWN & _kinds(words.nouns, text)) if has_nouns else None
    if named is None and (after is None or ahead is None):
        return after or ahead, payer is not None
    return _whose({role for role in (named, after, ahead) if role}), payer is not None


def _role_after(clause: _Clause, before: Context, words: ContextWords) -> FigureRole | None:
    text, told = clause.after, clause.told_after
    if told.isdisjoint(_WHOSE):
        return None
    if words.inclusive.match(text):
        return FigureRole.TOTAL
    if (stands := words.stands_for.match(text)) and not (clause.is_cut and not text[stands.end() :].strip()):
        return _role_of_group(stands)
    start = words.after.match(text)
    if start is None:
        return None
    if start.lastgroup == "by" and not (before.role in _PAYERS or words.financed.search(clause.before)):
        return None
    has_nouns, has_payers = "nouns" in told, "payers" in told
    joined_by_payer = start.lastgroup in ("from", "by", "financed")
    if not (has_payers if joined_by_payer else has_nouns):
        return None
    phrase = _phrase(text[start.end() :], words)
    if joined_by_payer:
        payers = _kinds(words.payers, phrase)
        return _role_of(payers | _kinds(words.nouns, phrase) if has_nouns else payers) if payers else None
    noun = words.nouns.match(phrase) if start.lastgroup == "beside" else words.nouns.search(phrase)
    # In "kostnad 5 mkr EU-stöd 2 mkr" the noun belongs to the next amount.
    if noun is None or (clause.is_cut and start.lastgroup == "beside" and not phrase[noun.end() :].strip()):
        return None
    if noun.lastgroup == "TOTAL" and not noun[0].startswith(words.total):
        return None
    kinds = _kinds(words.nouns, phrase)
    if has_payers:
        kinds |= _genitive(phrase[: noun.start()], words) | _sources(phrase, words)
    return _role_of(kinds)


def _phrase(text: str, words: ContextWords) -> str:
    """Return a text up to where it turns to something else; "för" in the name of a fund is not there."""
    end = words.phrase_end.search(text)
    for payer in words.payers.finditer(text) if end else ():
        if end and payer.start() < end.start() < payer.end():
            end = words.phrase_end.search(text, payer.end())
    return text[: end.start()] if end else text


def _sources(phrase: str, words: ContextWords) -> frozenset[str | None]:
    """Return the payers after "från"."""
    source = words.source.search(phrase)
    return _kinds(words.payers, phrase[source.end() :]) if source else _NOTHING


def _genitive(prefix: str, words: ContextWords) -> frozenset[str | None]:
    """Return the payer right before a noun: "EU:s andel", "Region Värmlands medfinansiering"."""
    owner = words.genitives.search(prefix)
    return frozenset((owner.lastgroup,)) if owner else _NOTHING


def _payer_before(clause: _Clause, before: Context, words: ContextWords) -> FigureRole | None:
    """Return the role of the one who pays, with its verb before a figure or in a list of payers."""
    text = clause.before
    is_listed = before.is_paid and clause.between and not words.recipient.search(clause.between)
    if is_listed and (payer := words.next_payer.fullmatch(text)) is not None:
        return _role_of_group(payer)
    for pattern in words.givers:
        if (payer := pattern.search(text, 0, len(text))) is not None and not _is_governed(text, payer, words):
            return _role_of_group(payer)
    return None


def _is_governed(text: str, payer: re.Match[str], words: ContextWords) -> bool:
    """Whether a payer that its verb follows is no subject: "med stöd från EU satsar"."""
    begins = payer.start(payer.lastgroup or "") == payer.start()
    return begins and words.governed.search(text[: payer.start()]) is not None


def _role_before(clause: _Clause, before: Context, words: ContextWords) -> FigureRole | None:
    text, told = clause.before, clause.told
    if "costs" in told and words.costs.search(text):
        return FigureRole.TOTAL
    if told.isdisjoint(_WHOSE):
        return None
    if link := words.link.search(text, 0, len(text)):
        return _role_of_subject(text[: link.start()], link.lastgroup, told, words)
    # In "2 mkr EU-stöd 1 mkr" the noun may be that of the amount before, unless that has its own.
    is_between = clause.between == text and (before.role is None or text.endswith("\n"))
    return None if is_between else _role_of_label(text, told, words)


def _role_of_subject(subject: str, link: str | None, told: frozenset[str], words: ContextWords) -> FigureRole | None:
    """Return what a noun with "är", "på" or a colon after it tells: "stödet från EU är"."""
    has_payers = "payers" in told
    if has_payers and link == "colon" and (payer := words.lone_payer.fullmatch(subject)):
        return _role_of_group(payer)
    if "nouns" not in told:
        return None
    subject = subject.rpartition(",")[2]
    found = list(words.nouns.finditer(subject))
    if link == "verb":
        found = [noun for noun in found if not words.governed.search(subject[: noun.start()])]
    if not found:
        return None
    noun = found[-1 if link == "of" else 0]
    prefix, rest = subject[: noun.start()], subject[noun.end() :]
    if "denied" in told and words.denied.search(prefix):
        return None
    # "Stöd och medfinansiering på 5 mkr" is neither, and "kommunens del av stödet" is what it gets.
    if "conjoined" in told and words.conjoined.search(prefix) and words.nouns.search(prefix):
        return None
    owner = _genitive(prefix, words) if has_payers else _NOTHING
    kinds = owner.union((noun.lastgroup,))
    if not rest or rest.isspace():
        return _role_of(kinds)
    if not (words.from_rest if link == "of" else words.rest).match(rest):
        return None
    if noun.lastgroup == "TOTAL" and words.cost_of_other.match(rest):
        return None
    rest = _phrase(rest, words)
    others = list(words.nouns.finditer(rest))
    if others and (owner == _FUNDER or words.conjoined.search(rest[: others[-1].start()])):
        return None
    sources = _sources(rest, words) if has_payers else _NOTHING
    return _role_of(kinds | sources | frozenset(map(_GROUP, others)))


_FUNDER = frozenset(("FUNDER",))


def _role_of_label(text: str, told: frozenset[str], words: ContextWords) -> FigureRole | None:
    """Return what a noun right before a figure tells: "Beviljat stöd 400 000 kr", "är den egna insatsen 40 procent"."""
    if "nouns" not in told:
        return None
    bare = text.rstrip()
    noun = next((each for each in words.nouns.finditer(bare) if each.end() == len(bare)), None)
    if noun is None or not words.labelling.search(bare[: noun.start()]):
        return None
    kinds = frozenset((noun.lastgroup,))
    return _role_of(kinds | _genitive(bare[: noun.start()], words) if "payers" in told else kinds)


# --- How far it has come


def _stage(clause: _Clause, words: ContextWords) -> FigureStage | None:
    stages: set[str | None] = set()
    if "stages" in clause.told:
        stages.update(map(_GROUP, words.stages.finditer(clause.before)))
    follows = words.stage_after.match(clause.after) if "stages" in clause.told_after else None
    if not stages and follows is None:
        return None
    if words.not_staged.search(clause.before) or words.not_staged.search(clause.after, 0, _NEAR):
        return None
    if beside := words.stage_beside.search(clause.before):
        return FigureStage[beside.lastgroup or ""]
    # In "av sökta 10 mkr beviljades 5 mkr" the verb belongs to the next amount.
    if follows and not (clause.is_cut and not clause.after[follows.end() :].strip()):
        stages.add(follows.lastgroup)
    if len(stages) != 1:
        return None
    [stage] = stages
    return FigureStage[stage or ""]
