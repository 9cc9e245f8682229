"""Which rows of the law no rule reads, and why; and what is wrong with a pack, its unread keys among it.

>>> [str(reason) for key, reason in unread() if key == "recovery.limit"]
['binds the authority, not a project']
"""

from __future__ import annotations

import difflib
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law import LAW, Sense, codes
from esfmodel.law.keys import KEYS_OF_PACKS, PROGRAMME, matches
from esfmodel.law.packs import read_pack
from esfmodel.law.provisions import counts_in
from esfmodel.rules.book import RULES
from esfmodel.rules.context import is_read
from esfmodel.rules.exchange import today
from esfmodel.rules.words import Words
from esfmodel.values.cci import Cci
from esfmodel.values.fund import Fund
from esfmodel.values.money import Rate
from esfmodel.values.nuts import NutsCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.errors import ReadError
    from esfmodel.law import Law, Provision
    from esfmodel.law.packs import Pack
    from esfmodel.rules.rule import AnyRule

_AUTHORITY = Words("binder myndigheten, inte ett projekt", "binds the authority, not a project")
_WHOLE = Words(
    "binder programmet eller programområdet som helhet, och modellen saknar det som det skulle jämföras med",
    "binds the programme or the priority as a whole, and the model does not have what it would be compared with",
)
_NOT_STATED = Words(
    "modellen har ingen uppgift som visar om det är uppfyllt", "the model has no field that shows whether it is met"
)
_WITHIN = Words(
    "ligger inom den allmänna tiden och ändrar därför inget som bedöms",
    "lies within the general period, and so changes nothing that is judged",
)
_DECIDED = Words(
    "regeln går efter den sats som har beslutats och som anges i projektet",
    "rules go by the rate that was decided and is stated of the project",
)
_WRITTEN = Words(
    "används i bibliotekets texter och villkor, men bedöms inte",
    "is used where the library writes texts and terms, and is not judged",
)
_LOOKED_UP = Words(
    "slås upp av den som räknar, men bedöms inte", "is looked up by whoever computes with it, and is not judged"
)

REASONS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "allocation.*": _WHOLE,
        "application.own-contribution": _NOT_STATED,
        "co-financing.floor": _WHOLE,
        "co-financing.yei-allocation": _NOT_STATED,
        "eligibility.start.care": _WITHIN,
        "eligibility.start.covid-response": _WITHIN,
        "eligibility.start.solidarity": _WITHIN,
        "hours-per-year.declared": _NOT_STATED,
        "hours-per-year.hourly-rate": _LOOKED_UP,
        "managing-authority.*": _AUTHORITY,
        "programme.*.*.allocation": _WHOLE,
        "programme.*.*.eu-rate": _DECIDED,
        "programme.*.*.*.eu-rate": _DECIDED,
        "programme.*.reporting.due": _WRITTEN,
        "programme.*.reporting.every": _WRITTEN,
        "publicity.billboard.above": _NOT_STATED,
        "publicity.participants-informed": _NOT_STATED,
        "publicity.poster": _NOT_STATED,
        "publicity.poster.interreg": _NOT_STATED,
        "publicity.reference": _WRITTEN,
        "publicity.reference.*": _WRITTEN,
        "publicity.statement": _NOT_STATED,
        "publicity.statement.interreg": _NOT_STATED,
        "publicity.website": _NOT_STATED,
        "publicity.website.interreg": _NOT_STATED,
        "publicity.words.*": _WRITTEN,
        "recovery.limit": _AUTHORITY,
        "refugee.*": _NOT_STATED,
        "simplified-cost.draft-budget": _LOOKED_UP,
        "simplified-cost.exemption.*": _NOT_STATED,
        "simplified-cost.procured": _NOT_STATED,
        "simplified-cost.transition": _NOT_STATED,
        "unit-cost.*": _LOOKED_UP,
    }
)
"""Why no rule reads a row, by its key or a pattern of keys; the one home of these reasons."""


def unread(law: Law = LAW, rules: Iterable[AnyRule] = RULES) -> tuple[tuple[str, Words | None], ...]:
    """Return the keys of the law that no rule reads, each with the reason; None where nobody has stated one.

    >>> from esfmodel.rules import Words
    >>> all(isinstance(reason, Words) for _, reason in unread())
    True
    """
    reads = _reads(rules)
    return tuple((key, reason_unread(key)) for key in law.keys if not is_read(key, reads))


def reason_unread(key: str) -> Words | None:
    """Return why no rule reads a key; None where nobody has stated a reason."""
    return next((reason for pattern, reason in REASONS.items() if matches(key, pattern)), None)


def check_pack(pack: Pack, *, law: Law = LAW, rules: Iterable[AnyRule] = RULES) -> tuple[ReadError, ...]:
    """Return every fault of a pack: what `Law.with_pack` refuses, keys that no rule reads, and codes of no programme.

    Raises `ReadError` where there is no such pack or the file cannot be read at all.

    >>> check_pack("2021SE05SFPR001")
    ()
    """
    found = read_pack(pack)  # once: a pipe has nothing to read again
    read = _reads(rules)
    faults = list(law.faults_of_pack(found))
    for each in found.rows:
        errors = (*_faults_of_key(each.row.key, law, read), *_slips(each.row, law))
        faults += [each.fault(error) for error in errors]
    return tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _reads(rules: Iterable[AnyRule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(read for rule in rules for read in rule.reads))


def _faults_of_key(key: str, law: Law, reads: tuple[str, ...]) -> Iterator[InvalidValue]:
    first, _, rest = key.partition(".")
    if first == PROGRAMME:
        try:
            Cci.parse(rest.partition(".")[0])
        except InvalidValue as error:
            yield error.at("")
    patterns = (*law.keys, *KEYS_OF_PACKS, *REASONS, *reads)
    known = [each for each in patterns if not each.endswith(".*")]
    if any(matches(key, each) for each in known):
        return
    # Where everything below a key is used, a new key there is no fault unless it is a slip of the pen.
    is_used = any(matches(key, each) for each in patterns)
    near = _near(key, known, _ALMOST if is_used else _LIKE)
    if near:
        yield InvalidValue("value.did_you_mean", "", near=near)
    elif not is_used:
        yield InvalidValue("pack.unread")


def _slips(row: Provision, law: Law) -> Iterator[InvalidValue]:
    """Yield what a row may say and hardly means."""
    if row in law.provisions:
        yield InvalidValue("pack.known")
    if row.checked > today():
        yield InvalidValue("pack.checked_later", "", row.checked).at("checked")
    if row.language not in _LANGUAGES:
        yield InvalidValue("value.not_one_of", "language", row.language, choices=_LANGUAGES)
    if isinstance(row.value, Rate) and row.value > Rate.of_percent(100):
        yield InvalidValue("pack.above_the_whole", "rate", str(row.value))
    listed = None if row.programming_period is None else codes.funds(row.programming_period)
    for index, fund in enumerate(() if listed is None else row.funds):
        if listed is not None and fund.value not in listed:
            choices = tuple(each.value for each in Fund if each.value in listed)
            yield InvalidValue("value.not_usable", f"funds[{index}]", fund.value, choices=choices)
    if row.key.startswith(f"{PROGRAMME}."):
        yield from _slips_of_programme(row)


def _slips_of_programme(row: Provision) -> Iterator[InvalidValue]:
    code, _, rest = row.key.removeprefix(f"{PROGRAMME}.").partition(".")
    what, _, region = rest.partition(".")[2].partition(".")
    if what in _WITH_REGIONS and region:
        try:
            NutsCode(region.upper())
        except InvalidValue as error:
            yield error.at("key", given=region)
    if what == _OWN_SHARE and row.sense is None:
        yield InvalidValue("value.missing_one_of", choices=tuple(each.name for each in Sense)).at("sense")
    try:
        period = Cci.parse(code).programming_period
    except (InvalidValue, NotKnown):
        # A code that is none is told with the key, and a year to come may be right.
        return
    if not counts_in(row, period):
        yield InvalidValue("pack.other_period", "programming_period", row.programming_period, period=period)


_OWN_SHARE = "own-share"
_WITH_REGIONS = (_OWN_SHARE, "eu-part")
_LANGUAGES = tuple("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split())
_ALMOST, _LIKE = Fraction(85, 100), Fraction(6, 10)


def _near(key: str, known: Iterable[str], ratio: Fraction) -> tuple[str, ...]:
    """Return keys that differ from a key in one part, and there by little."""
    found: dict[str, None] = {}
    parts = key.split(".")
    for each in known:
        wanted = [part if want == "*" else want for part, want in zip(parts, each.split("."), strict=False)]
        differing = [index for index, want in enumerate(wanted) if want != parts[index]]
        if each.count(".") == key.count(".") and len(differing) == 1:
            pair = parts[differing[0]], wanted[differing[0]]
            if difflib.SequenceMatcher(None, *pair).ratio() >= ratio:
                found[".".join(wanted)] = None
    return tuple(found)
