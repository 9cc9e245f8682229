"""Read what a label of money means: in a table's rows and columns, on a project's page, in a list of operations.

The words are data (`esfmodel.text.words.money_labels`); this module decides what they mean together, in one order of
precedence: what is no money first, then who pays, then what is paid, and only last that it is a total or a body. A
label that fits nothing, or could be read in two ways, is `UNKNOWN`: never the total cost, own money or a body.

>>> meaning = label_meaning("Beviljat EU-stöd (tkr)")
>>> meaning.side.name, meaning.source.name, meaning.stage.name, meaning.currency, meaning.unit
('FINANCING', 'EU', 'GRANTED', 'SEK', 1000)
>>> label_meaning("Belopp").side.name
'UNKNOWN'
"""

from __future__ import annotations

import enum
import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.law import codes
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import ContributionForm, FundingSource
from esfmodel.text.reading._label_words import (
    ASIDE,
    BASE,
    CLASSES,
    FORMULA,
    YEAR,
    LabelUnit,
    LabelWords,
    cleaned,
    spaced,
    without_unit,
)
from esfmodel.text.words.labels import members_by_name
from esfmodel.text.words.money_labels import CATEGORY_WORDS, NOTE_WORDS, TEXT_LABELS
from esfmodel.values.format import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = 300


class LabelSide(enum.Enum):
    """What the figure or text under a label is."""

    FINANCING = "financing"
    """Money that somebody pays; without `source` only the heading of such money."""
    COST = "cost"
    """A cost; without `category` only the heading of costs."""
    TOTAL = "total"
    """A sum; with `source` the sum of one payer's money, which may be the only figure of that payer."""
    SHARE = "share"
    COUNT = "count"
    DATE = "date"
    ID = "id"
    NAME = "name"
    BODY = "body"
    """A body that pays its own money, or with `role` the heading of a column of bodies."""
    TEXT = "text"
    YEAR = "year"
    REMAINDER = "remainder"
    NOT_OURS = "no amount of the project"
    UNKNOWN = "unknown"


NO_MONEY = frozenset(
    {
        *(LabelSide.SHARE, LabelSide.COUNT, LabelSide.DATE, LabelSide.YEAR),
        *(LabelSide.ID, LabelSide.NAME, LabelSide.TEXT),
    }
)
"""What is no amount."""


class Stage(enum.Enum):
    """How far an amount has come: from the application to the account."""

    APPLIED = "applied"
    GRANTED = "granted"
    PAID = "paid"
    FORECAST = "forecast"
    BUDGET = "budget"
    OUTCOME = "outcome"


@attrs.frozen
class LabelMeaning:
    """The meaning of a label; a field that the label does not state is None.

    `of_which` marks a part of the row above or the column before. `currency` and `unit` (1000 for tkr) are stated in
    the label; `currencies` are several that it may mean. `body` is a body that the label names. `of` is the side that a
    total is of, `subtotal` marks the total of a part, and `deduction` a figure that is taken away.
    """

    label: str
    side: LabelSide
    source: FundingSource | None = None
    form: ContributionForm | None = None
    category: CostCategory | None = None
    stage: Stage | None = None
    of_which: bool = False
    currency: str | None = None
    currencies: tuple[str, ...] = ()
    unit: int | None = None
    body: str | None = None
    role: str | None = None
    of: LabelSide | None = None
    subtotal: bool = False
    deduction: bool = False


def label_meaning(label: str, *, within: LabelSide | None = None) -> LabelMeaning:
    """Return the meaning of a label.

    `within` is the side that the heading or the section says: COST, FINANCING, or BODY under a heading such as
    "Finansiär", where a name that says nothing else is a body with its own money.

    >>> label_meaning("Offentliga bidrag i annat än pengar", within=LabelSide.COST).category.name
    'IN_KIND'
    >>> label_meaning("Offentliga bidrag i annat än pengar").source.name
    'OWN_PUBLIC'
    """
    return LabelMeaning(label, LabelSide.UNKNOWN) if len(label) > _LONGEST else _cached_meaning(label, within)


# The rows and columns of a table are asked for again by its sums, its budget and its problems.
@lru_cache(maxsize=2**15)
def _cached_meaning(label: str, within: LabelSide | None) -> LabelMeaning:
    return attrs.evolve(_meaning(cleaned(label), within), label=label)


def bare_label(label: str) -> str:
    """Return a label without its unit and without what it says it includes.

    >>> bare_label("Total budget (inkl. medfinansiering)"), bare_label("EU-stöd i SEK")
    ('Total budget', 'EU-stöd')
    """
    return without_unit(ASIDE.sub("", cleaned(label)))[0] if len(label) <= _LONGEST else label


def is_flat_rate(label: str) -> bool:
    """Whether a label says that a cost is a share of others.

    >>> is_flat_rate("Kontor (15 % av personal)"), is_flat_rate("Overhead 7 %"), is_flat_rate("Projektledare 50 %")
    (True, True, False)
    """
    words = _Words(label, LabelUnit(), LabelSide.COST)
    base = BASE.search(label)
    if base is not None and label_meaning(base["of"].rstrip(")")).side in {LabelSide.COST, LabelSide.TOTAL}:
        return True
    return words.has("flat rate") or ("%" in label and words.category is CostCategory.INDIRECT)


def is_note(label: str) -> bool:
    """Whether a line is a note on the table rather than a row of it.

    >>> is_note("Källa: Verkets beslut 2023"), is_note("Källa")
    (True, False)
    """
    return _NOTE.match(label) is not None


_NOTE = re.compile(
    rf"\s{{0,20}}(?:[*†‡¹²³]|(?:{'|'.join(NOTE_WORDS)})\s{{0,3}}[:.]\s{{0,3}}\S|[0-9]{{1,2}}\) ?\S)", re.IGNORECASE
)


_OWN = (
    "own",
    "match",
    "national",
    "public sector",
    "public",
    "private",
    "in kind",
    "own work",
    "participant pay",
    "cash",
)
_PAYERS = ("union", "state", "norway", "norway's grant", "partner country", "esf grant", *_OWN)
_PAID = (*_PAYERS, "grant")
_OF_MONEY = ("money", "financing words", "match", "own", "grant", "in kind", "own work", "participant pay", "cash")
_STAGES: Mapping[str, Stage] = MappingProxyType(
    {
        "applied": Stage.APPLIED,
        "granted": Stage.GRANTED,
        "paid": Stage.PAID,
        "forecast": Stage.FORECAST,
        "outcome": Stage.OUTCOME,
    }
)
_FORMS: Mapping[str, ContributionForm] = MappingProxyType(
    {
        "in kind": ContributionForm.IN_KIND,
        "own work": ContributionForm.IN_KIND,
        "participant pay": ContributionForm.PARTICIPANT_REMUNERATION,
        "cash": ContributionForm.CASH,
    }
)
_SUPPORT_STAGES = ("applied", "granted", "paid")
_MONEY = (*_PAYERS, "grant", "total", "whole", "of costs", *_STAGES, "remainder", "not ours")
_BODIES = ("public bodies", "private bodies", "bodies", "legal forms", "authorities")
_NO_BODY = tuple(name for name in _MONEY if name not in {"public", "public sector", "private", "national"})
_BODY_HEADINGS = MappingProxyType(
    {"owner": "beneficiary", "funder": "funder", "partner": "partner", "organisation": "organisation"}
)
_NO_MONEY = (
    "text", "project", "id", "name", *_BODY_HEADINGS, "neutral", "joined", "languages", "date", "start", "end", "axis",
    "country", "not the project's", "not the union", "others", "half years",
)  # fmt: skip


class _Words(LabelWords):
    """The words of a label with its unit, and with the side that its table says."""

    def __init__(self, text: str, unit: LabelUnit, within: LabelSide | None) -> None:
        super().__init__(text)
        self.unit = unit
        self.within = within

    @property
    def of_which(self) -> bool:
        """Whether the label begins with "varav" or the like."""
        return self.starts_with("of which")

    @property
    def name(self) -> str:
        """The label without "varav" or the like before it."""
        ends = [span.end for span in self.spans.get("of which", ()) if span.start == 0]
        return " ".join(self.text.split(" ")[max(ends, default=0) :])

    @property
    def stage(self) -> Stage | None:
        """The first stage that is named, in the order of the enumeration."""
        return next((stage for name, stage in _STAGES.items() if self.has(name)), None)

    @property
    def form(self) -> ContributionForm | None:
        """The form of a contribution."""
        return next((form for name, form in _FORMS.items() if self.has(name)), None)

    @property
    def category(self) -> CostCategory | None:
        """The category of a cost; the first in the order of the lists."""
        flat = CostCategory.INDIRECT if self.has("flat rate") else None
        return next((CostCategory(name) for name in CATEGORY_WORDS if self.has(name)), flat)


# --- The precedence: the first that answers decides


def _meaning(text: str, within: LabelSide | None) -> LabelMeaning:
    halves = text.split(" / ")
    if len(halves) == 2:
        left, right = (_meaning(half.strip(), within) for half in halves)
        merged = _merged(left, right)
        if merged is not None:
            return merged
    base = BASE.search(text)
    if base is not None and any(map(str.isalpha, text[: base.start("base")])):
        text = text[: base.start("base")]
    aside = ASIDE.search(text)
    if aside is not None:
        return _with_aside(_meaning(text[: aside.start()] + text[aside.end() :], within), aside)
    bare, unit = without_unit(FORMULA.sub("", text))
    words = _Words(bare, unit, within)
    found = _known_as_a_whole(bare, within) or next(
        (answer for read in _PRECEDENCE if (answer := read(words)) is not None), _UNKNOWN
    )
    return _with_unit(found, unit, words)


def _with_aside(found: LabelMeaning, aside: re.Match[str]) -> LabelMeaning:
    """Return the meaning of a label with "(inkl. ...)"; unknown when that changes whose money it is."""
    is_whole = found.side in {LabelSide.TOTAL, LabelSide.COST} and found.source is None
    if (is_whole and aside["how"].casefold() in {"inkl", "incl"}) or not _Words(aside["what"], LabelUnit(), None).has(
        *_PAID
    ):
        return found
    return _UNKNOWN


def _with_unit(found: LabelMeaning, unit: LabelUnit, words: _Words) -> LabelMeaning:
    currencies = unit.currencies
    if currencies == ("SEK",) and words.is_abroad:
        currencies = ("NOK", "DKK")
    # A part of something is one whatever it is: "varav lån".
    of_which = found.of_which or words.of_which
    if len(currencies) > 1:
        return attrs.evolve(found, of_which=of_which, currencies=currencies, unit=unit.scale)
    currency = currencies[0] if currencies else None
    return attrs.evolve(found, of_which=of_which, currency=currency, unit=unit.scale)


def _merged(left: LabelMeaning, right: LabelMeaning) -> LabelMeaning | None:
    """Return the meaning of a label in two languages; None when its halves are no translations of one another."""
    if _is_unit_alone(right) or _is_unit_alone(left):
        named, other = (left, right) if _is_unit_alone(right) else (right, left)
        return attrs.evolve(named, currency=named.currency or other.currency, unit=named.unit or other.unit)
    if left.side is not right.side or left.side is LabelSide.UNKNOWN:
        money = {LabelSide.FINANCING, LabelSide.TOTAL, LabelSide.COST, LabelSide.UNKNOWN}
        return None if {left.side, right.side} <= money else _UNKNOWN
    if left.source is not right.source and left.source and right.source:
        together = left.source.is_own == right.source.is_own and FundingSource.PARTNER_COUNTRY not in {
            left.source, right.source
        }  # fmt: skip
        return None if together else _UNKNOWN
    mine, theirs = (attrs.asdict(half, recurse=False) for half in (left, right))
    differing = {name for name in mine if mine[name] and theirs[name] and mine[name] != theirs[name]}
    if differing & {"stage", "form", "currency", "unit", "role"}:
        return _UNKNOWN
    if differing:
        return attrs.evolve(left, category=CostCategory.OTHER) if "category" in differing else None
    return LabelMeaning(**{name: mine[name] or theirs[name] for name in mine})


def _is_unit_alone(meaning: LabelMeaning) -> bool:
    return meaning.side is LabelSide.UNKNOWN and bool(meaning.currency or meaning.unit)


_EXACT_SIDES: Mapping[str, LabelMeaning] = MappingProxyType(
    {
        "project number": LabelMeaning("", LabelSide.ID),
        "name": LabelMeaning("", LabelSide.NAME),
        "owner": LabelMeaning("", LabelSide.BODY, role="beneficiary"),
        "planned participants": LabelMeaning("", LabelSide.COUNT, role="participants"),
        "rate of the Union": LabelMeaning("", LabelSide.SHARE, role="eu_rate", source=FundingSource.EU),
        "period": LabelMeaning("", LabelSide.DATE, role="period"),
        "start": LabelMeaning("", LabelSide.DATE, role="start"),
        "end": LabelMeaning("", LabelSide.DATE, role="end"),
    }
)


def letters_of(text: str) -> str:
    """Return the letters and digits of a label in lower case, by which labels known as a whole are compared."""
    return "".join(filter(str.isalnum, text.casefold()))


@cache
def _text_meanings() -> Mapping[str, LabelMeaning]:
    return MappingProxyType(
        {
            letters_of(label): _EXACT_SIDES.get(role) or LabelMeaning("", LabelSide.TEXT, role=role)
            for role, labels in TEXT_LABELS.items()
            for label in labels
        }
    )


def _known_as_a_whole(text: str, within: LabelSide | None) -> LabelMeaning | None:
    """Return the meaning of a label of a register, or of a word that this library itself prints; else None."""
    plain = plain_name(text)
    if within is LabelSide.COST:
        category = members_by_name(CostCategory).get(plain)
        is_revenue = category is CostCategory.REVENUE
        return None if category is None else LabelMeaning("", LabelSide.COST, category=category, deduction=is_revenue)
    source = members_by_name(FundingSource).get(plain)
    if source is not None:
        return LabelMeaning("", LabelSide.FINANCING, source=source)
    return _text_meanings().get(letters_of(text)) if within is None else None


# --- What is no money

_NUMBER = re.compile(r"[1-9][0-9]?")
_YEARS = frozenset({"år", "year", "period"})


def _year(words: _Words) -> LabelMeaning | None:
    is_numbered = not _YEARS.isdisjoint(words.words) and any(map(_NUMBER.fullmatch, words.words))  # "År 1"
    if not is_numbered and not any(map(YEAR.fullmatch, words.words)):
        return None
    if not words.only("half years", "outcome", "forecast", "budget", "neutral", "weak date"):
        return None
    return LabelMeaning("", LabelSide.YEAR, stage=Stage.BUDGET if words.has("budget") else words.stage)


def _share(words: _Words) -> LabelMeaning | None:
    if not words.has("share") or words.unit.is_stated or words.has("not ours"):
        return None
    bare_rate = words.has("rate") and words.only("rate", "match", "joined")
    own = words.has(*(name for name in _OWN if name != "match"))
    source = FundingSource.EU if words.has("union") or bare_rate else _own_source(words) if own else None
    if words.has("axis"):
        role: str | None = "axis_rate"
    elif source is FundingSource.EU:
        role = "eu_rate"
    else:
        role = "support_rate" if words.has("grant", "support share") else None
    return LabelMeaning("", LabelSide.SHARE, source=source, role=role)


def _count(words: _Words) -> LabelMeaning | None:
    counted = words.has("count") or (words.has("participants") and words.has("planned"))
    if words.unit.is_stated or words.has("not ours") or not (counted or words.only("people", "joined")):
        return None
    role = "participants" if words.has("participants") else "projects" if words.has("projects") else None
    return LabelMeaning("", LabelSide.COUNT, role=role)


def _date(words: _Words) -> LabelMeaning | None:
    if words.unit.is_stated or not (words.has("date") or words.only("weak date", "start", "end", *_NO_MONEY)):
        return None
    if not words.has("date", "weak date"):
        return None
    both = words.has("start") and words.has("end")
    days = {"start": "start", "end": "end", "updated": "updated", "award": "award day", "payment": "paid"}
    role = "period" if both else next((role for role, name in days.items() if words.has(name)), None)
    return LabelMeaning("", LabelSide.DATE, role=role or ("period" if words.has("period") else None))


def _id(words: _Words) -> LabelMeaning | None:
    if not words.has("id") or words.unit.is_stated or not words.only("id", "grant", *_NO_MONEY):
        return None
    if words.has("owner", "partner", "organisation"):
        return LabelMeaning("", LabelSide.TEXT, role="organisation number")
    return LabelMeaning("", LabelSide.TEXT if words.has("not the project's") else LabelSide.ID)


def _name(words: _Words) -> LabelMeaning | None:
    if words.within is not None or words.has(*(name for name in _MONEY if name != "grant")):
        return None
    if words.has("name"):
        if (role := _body_role(words)) is not None:
            return LabelMeaning("", LabelSide.BODY, role=role)
        return LabelMeaning("", LabelSide.TEXT if words.has("not the project's", "text") else LabelSide.NAME)
    return LabelMeaning("", LabelSide.NAME) if words.only("project") else None


def _body_role(words: _Words) -> str | None:
    return next((role for name, role in _BODY_HEADINGS.items() if words.has(name)), None)


def _body_heading(words: _Words) -> LabelMeaning | None:
    role = None if words.has("type") else _body_role(words)
    grant = ("grant",) if words.has("owner") else ()
    if words.within is LabelSide.COST or words.has("money", "financing words"):
        return None
    if role is None or not words.only(*_BODY_HEADINGS, "neutral", "languages", "joined", "project", *grant):
        return None
    if words.within in {LabelSide.FINANCING, LabelSide.BODY}:
        return LabelMeaning("", LabelSide.FINANCING, source=FundingSource.OWN)
    return LabelMeaning("", LabelSide.BODY, role=role)


def _text(words: _Words) -> LabelMeaning | None:
    if words.has("type") and not words.unit.is_stated and not words.has("cost heading"):
        return LabelMeaning("", LabelSide.TEXT)
    if words.has("currency word"):
        return LabelMeaning("", LabelSide.TEXT, role="currency")
    is_text = words.within is None and words.has("text", "axis") and words.only(*_NO_MONEY)
    return LabelMeaning("", LabelSide.TEXT) if is_text else None


# --- Money that is not the project's, or not yet


def _remainder(words: _Words) -> LabelMeaning | None:
    return LabelMeaning("", LabelSide.REMAINDER) if words.has("remainder") else None


def _not_ours(words: _Words) -> LabelMeaning | None:
    return LabelMeaning("", LabelSide.NOT_OURS) if words.has("not ours") else None


def _negated(words: _Words) -> LabelMeaning | None:
    """Leave open what is said not to be: "annan finansiering än EU"."""
    ends = {span.end for span in words.spans["negated"]}
    starts = {span.start for name in (*_PAYERS, "grant", "match") for span in words.spans[name]}
    return _UNKNOWN if ends & starts else None


# --- Costs, under a heading of costs or with a word such as "kostnad"; other categories come after the payers


def _cost(words: _Words) -> LabelMeaning | None:
    under_costs = words.within is LabelSide.COST
    category = words.category
    if not under_costs and not words.has("of costs"):
        return None
    if under_costs and (words.has("in kind") or (words.has("own work") and category is None)):
        category = CostCategory.IN_KIND
    elif under_costs and words.has("participant pay"):
        category = CostCategory.PARTICIPANTS
    if category is not None:
        return _as_cost(words, category)
    if words.has("total", "whole", "project", "budget", "direct") or words.only("cost heading", "neutral"):
        return None
    # "Full cost" may be the total: under no heading of costs, a word beside "cost" has to be known.
    is_named = words.has("others") or len(words.words) == 1 or words.only(*CLASSES)
    is_other = words.has("others") or not words.known if under_costs else is_named
    is_other = is_other or (under_costs and words.has("of costs"))
    foreign = words.has(*_PAYERS, "grant", *_STAGES, "country") or (words.has(*_BODIES) and not words.has("of costs"))
    return _as_cost(words, CostCategory.OTHER) if is_other and not foreign else None


def _as_cost(words: _Words, category: CostCategory) -> LabelMeaning:
    deduction = words.has("minus") or category is CostCategory.REVENUE
    if words.has("total"):
        return LabelMeaning(
            "", LabelSide.TOTAL, category=category, of=LabelSide.COST, subtotal=True, deduction=deduction
        )
    return LabelMeaning(
        "", LabelSide.COST, category=category, stage=words.stage, of_which=words.of_which, deduction=deduction
    )


# --- Who pays


def _several_payers(words: _Words) -> LabelMeaning | None:
    """Return the meaning of two payers in one figure: the Union and the state, or a payer and the match."""
    union, state, match = ("union",), ("state",), ("match", "national", "own")
    abroad = ("norway", "norway's grant", "partner country")
    if words.joined(abroad, ("union", "state", "own")):
        return _UNKNOWN
    if words.has("union") and words.has("state"):
        both = words.joined(union, state) and not words.has(*_OWN)
        return _paid(words, FundingSource.EU_AND_STATE) if both else _UNKNOWN
    payers = ("union", "esf grant", "grant")
    if words.joined(payers, match) and not words.has("state", "public sector", "public", "private", "others", *_BODIES):
        return LabelMeaning("", LabelSide.TOTAL, of=LabelSide.FINANCING, stage=words.stage)
    if words.joined(payers, _OWN) or words.joined(state, _OWN):
        return _UNKNOWN
    return None


def _partner_country(words: _Words) -> LabelMeaning | None:
    if words.has("norway's grant"):
        return _paid(words, FundingSource.PARTNER_COUNTRY)
    if not words.has("norway", "partner country") or words.has(*_BODIES):
        return None
    if words.has("country"):
        return _UNKNOWN
    if words.has("match", "own", "private"):
        return _paid(words, _own_source(words))
    is_grant = words.has("grant", "money", "union", "financing words") and not words.has(
        "public sector", "public", "national"
    )
    is_grant = is_grant or words.only("norway", "partner country")
    return _paid(words, FundingSource.PARTNER_COUNTRY) if is_grant and not words.has("of costs", "whole") else _UNKNOWN


def _union(words: _Words) -> LabelMeaning | None:
    if words.has("esf grant") and not words.has(*_OWN):
        return _paid(words, FundingSource.EU_AND_STATE)
    if not words.has("union"):
        return None
    others = [name for name in _OWN if name != "match"]
    if words.has(
        *others, "esf grant", *(name for name in _BODIES if name != "authorities"), "others", "country"
    ) or words.has("of costs"):
        return _UNKNOWN
    return _paid(words, FundingSource.EU)


def _state(words: _Words) -> LabelMeaning | None:
    if not words.has("state") or words.has("public bodies", "authorities"):
        return None
    others = [name for name in _OWN if name not in {"match", "national"}]
    return _UNKNOWN if words.has(*others, "of costs", "whole", "others") else _paid(words, FundingSource.STATE_GRANT)


def _own(words: _Words) -> LabelMeaning | None:
    of_heading = words.has("owner", "partner", "funder", *_BODIES) and words.has("money", "financing words")
    if not words.has(*_OWN) and not (of_heading and not words.has("grant")):
        return None
    if words.has(*_BODIES) and not words.has(*_OF_MONEY):
        return None
    if words.has("of costs", "whole", "state", "authorities") and not words.has("in kind"):
        return _UNKNOWN
    if words.category is not None and not words.has("in kind", "own work", "participant pay"):
        return _UNKNOWN
    # "Fondens medfinansiering": an unknown word beside a word for any co-financing may name another payer.
    if not words.only(*CLASSES) and not words.has(*(name for name in _OWN if name not in {"match", "cash"}), *_BODIES):
        return _UNKNOWN
    # All public money in one figure may hold the Union's and the state's.
    narrower = ("match", "own", "national", "in kind", "others", "cash", *_BODIES)
    is_all = words.has("public sector") and words.has("total", "support words", *_SUPPORT_STAGES)
    return _UNKNOWN if is_all and not words.has(*narrower) else _paid(words, _own_source(words))


def _own_source(words: _Words) -> FundingSource:
    public = words.has("public sector", "public", "public bodies")
    if public != words.has("private", "private bodies") and not words.has("bodies", "legal forms"):
        return FundingSource.OWN_PUBLIC if public else FundingSource.OWN_PRIVATE
    return FundingSource.OWN


def _paid(words: _Words, source: FundingSource) -> LabelMeaning:
    """Return the meaning of one payer's money: a total of it where the label says so."""
    if sum(map(words.has, _STAGES)) > 1:
        return _UNKNOWN
    total = words.has("total") and not words.of_which
    return LabelMeaning(
        "",
        LabelSide.TOTAL if total else LabelSide.FINANCING,
        source=source,
        form=words.form,
        stage=words.stage,
        of_which=words.of_which,
        # An authority that hands on the Union's and the state's money does not pay its own.
        body=_body_after(words) if source.is_own else None,
        of=LabelSide.FINANCING if total else None,
        subtotal=total,
    )


_GIVEN_BY = re.compile(r"\b(?:från|fra|from|av|af|by) ([^\W\d_].*)")


def _body_after(words: _Words) -> str | None:
    """Return the body that a label names after "från", if it has a name of its own: not "kommunen"."""
    given = _GIVEN_BY.search(words.text)
    if given is None or given[1].islower():
        return None
    return given[1] if _Words(given[1], LabelUnit(), None).has(*_BODIES) else None


def _grant(words: _Words) -> LabelMeaning | None:
    if not words.has("grant"):
        return None
    if words.has(*_BODIES) and not words.has("authorities"):
        return _paid(words, _own_source(words))
    if words.has("others"):
        return _UNKNOWN
    is_plain = words.only(
        "grant", "total", "budget", "project", "authorities", "of which", *_STAGES, "neutral", "money"
    )
    return _paid(words, FundingSource.EU_AND_STATE) if is_plain or _body_after(words) else _UNKNOWN


def _stage(words: _Words) -> LabelMeaning | None:
    """Return the meaning of money with a stage and no payer: support, unless it is of costs or of the budget."""
    if not words.only(*_STAGES, "neutral", "money", "total", "of which", "project", "of costs", "whole"):
        return None
    if words.has("project") and not words.has("money"):
        return None
    if words.has(*_SUPPORT_STAGES) and not words.has("of costs", "whole"):
        return _paid(words, FundingSource.EU_AND_STATE)
    if words.has("forecast", "outcome") and not words.has("total"):
        return LabelMeaning("", LabelSide.NOT_OURS, stage=words.stage)
    return None


# --- What is left: costs without a word for costs, totals, headings and bodies


_BEFORE_A_COST = ("neutral", "joined", "project", "total", "minus", "of which", "others", "planned", "budget")


def _category(words: _Words) -> LabelMeaning | None:
    category = words.category
    if category is None or words.has(*_BODIES) or words.has(*_STAGES):
        return None
    if category is CostCategory.REVENUE and words.has("total") and words.within is not LabelSide.COST:
        # "Summa intäkter" may be all that finances the project, and under a heading of financing is.
        return None if words.within is LabelSide.FINANCING else _UNKNOWN
    if words.within is None and category is CostCategory.PARTICIPANTS:
        return None
    is_first = words.first_after(*_BEFORE_A_COST) in {
        span.start for name in (*CATEGORY_WORDS, "flat rate") for span in words.spans[name]
    }
    return _as_cost(words, category) if is_first else None


def _total(words: _Words) -> LabelMeaning | None:
    if words.has("budget") and words.has("money") and not words.has("total"):
        return None
    of_project = words.has("of costs") and words.has("project", *_STAGES)
    if not (of_project or words.has("total", "whole", "budget", "direct")) or words.has("norway", "country"):
        return None
    is_income = words.within is LabelSide.FINANCING and words.has("revenue")
    is_paid = is_income or words.has("financing words")
    of = LabelSide.COST if words.has("of costs") else LabelSide.FINANCING if is_paid else None
    of = LabelSide.COST if (words.within is LabelSide.COST and of is None) or words.has("direct") else of
    stage = Stage.BUDGET if words.only("budget", "neutral", "planned") else words.stage
    if words.has("owner") and not words.has("total", "of costs"):
        return None  # one body's part: "Projektägarens budget"
    if words.only(
        "total",
        "subtotal",
        "whole",
        "budget",
        "direct",
        "of costs",
        "financing words",
        "money",
        *_STAGES,
        "weak date",
        "planned",
        *_NO_MONEY,
        *(["revenue"] if is_income else []),
    ):
        role = "direct" if words.has("direct") else None
        subtotal = words.has("subtotal", "direct")
        return LabelMeaning("", LabelSide.TOTAL, stage=stage, of=of, subtotal=subtotal, role=role)
    if words.starts_with("total"):
        return LabelMeaning("", LabelSide.TOTAL, stage=stage, of=of, subtotal=True, role="part")
    return None


def _heading(words: _Words) -> LabelMeaning | None:
    """Return the side of a heading or section that says no more than its side."""
    if words.only("cost heading", "neutral") and words.has("cost heading"):
        return LabelMeaning("", LabelSide.COST)
    if words.only("financing heading", "neutral") and words.has("financing heading") and not words.has("others"):
        return LabelMeaning("", LabelSide.FINANCING)
    return None


def _body(words: _Words) -> LabelMeaning | None:
    if words.has(*_NO_BODY, "budget", "financing words", "minus") or (words.unit.is_stated and words.within is None):
        return None
    within = words.within in {LabelSide.FINANCING, LabelSide.BODY}
    if words.has("authorities"):
        return LabelMeaning("", LabelSide.BODY, body=words.name)
    if words.has(*_BODIES):
        return LabelMeaning("", LabelSide.BODY, source=_own_source(words), body=words.name)
    if within and " ".join(words.words) in _municipalities():
        return LabelMeaning("", LabelSide.BODY, source=FundingSource.OWN_PUBLIC, body=words.name)
    if words.within is LabelSide.BODY and not words.known and any(map(str.isalpha, words.text)):
        return LabelMeaning("", LabelSide.BODY, source=FundingSource.OWN, body=words.name)
    return None


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(spaced(code.short_name) for code in codes.municipalities() if code.short_name)


_UNKNOWN = LabelMeaning("", LabelSide.UNKNOWN)


def _vague(words: _Words) -> LabelMeaning | None:
    """Leave open a payer among unknown words, where no word is of money: "Interreg Aurora", "Regional samverkan"."""
    of_money = (*(name for name in _OF_MONEY if name != "own"), *_STAGES, "total", "whole", "budget", *_BODIES)
    if words.has(*of_money) or words.category is not None or not words.has(*_PAYERS):
        return None
    is_clear = words.only(*_PAYERS, *_NO_MONEY, "of which", "share") and not words.has("text")
    return None if is_clear else _UNKNOWN


_PRECEDENCE: tuple[Callable[[_Words], LabelMeaning | None], ...] = (
    _year,
    _share,
    _count,
    _date,
    _id,
    _name,
    _body_heading,
    _text,
    _remainder,
    _not_ours,
    _negated,
    _vague,
    _cost,
    _several_payers,
    _partner_country,
    _union,
    _state,
    _own,
    _grant,
    _stage,
    _category,
    _total,
    _heading,
    _body,
)
