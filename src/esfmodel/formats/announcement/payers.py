"""Who pays for the project of a page besides the Union's fund, with and without amounts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.formats.announcement.bodies import (
    Body,
    bodies_listed,
    body_at,
    body_before,
    body_called,
    is_surely_one,
    kind_of,
    listed_before,
)
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.model.funding import Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.organisation import OrganisationKind
from esfmodel.text.prose.figures import FigureStage, Per
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import money as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.values.format import plain_name
from esfmodel.values.money import Money

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from esfmodel.formats.announcement.amounts import Amount
    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Place
    from esfmodel.formats.reading import Problem
    from esfmodel.model.organisation import Organisation

_NEAR = 100


def payers_of(
    amounts: Iterable[Amount], owner: Organisation | None, problems: list[Problem]
) -> tuple[tuple[Said[Contribution], ...], list[Amount]]:
    """Return what each body pays, and the amounts that no body is said to pay, or not as one sum.

    Two amounts of one body contradict each other, unless they are equal: neither is kept, and a problem says so.
    """
    found: dict[object, list[tuple[Amount, Said[Contribution]]]] = {}
    left: list[Amount] = []
    for amount in amounts:
        said = list(_contributions(amount, owner))
        if all(each.value.amount is None for each in said):
            left.append(amount)
        for each in said:
            found.setdefault(_key(each.value), []).append((amount, each))
    payers: list[Said[Contribution]] = []
    for statements in found.values():
        known = [(amount, each) for amount, each in statements if each.value.amount is not None] or statements
        first, payer = known[0]
        other = next((amount for amount, each in known if each.value.amount != payer.value.amount), None)
        if other is not None:
            problems.append(first.page.contradiction("budget.financing", other.place, first.place))
            payer = payer._replace(value=attrs.evolve(payer.value, amount=None))
        payers.append(payer)
    return tuple(payers), left


def _key(contribution: Contribution) -> object:
    """Return what tells one payer from another."""
    funder = contribution.funder
    if funder is None or funder.organisation is None:
        return contribution.source
    return plain_name(funder.organisation.name)


def _contributions(amount: Amount, owner: Organisation | None) -> Iterator[Said[Contribution]]:
    """Yield what bodies pay; an amount per year or person is nobody's whole part, so that it is left open."""
    figure, label = amount.figure, amount.passage.label
    if figure.stage is FigureStage.APPLIED or amount.is_of_another:
        return
    bodies = _payers_with(amount)
    if not bodies and label is not None and label.meaning in _SOURCES:
        contribution = Contribution(Funder(source=_SOURCES[label.meaning]), amount.value)
        yield Said(contribution, (amount.place,), ((label.start, label.end),))
        return
    if words.OF_ANOTHER.match(amount.after):
        return
    value = amount.value if figure.per in {None, Per.EACH} else None
    for body in bodies:
        organisation = _resolved(body.organisation, owner)
        if organisation is not None and not bodies_words.FUNDS.search(organisation.name):
            contribution = attrs.evolve(_paid_by(organisation), amount=value, form=_form(amount))
            by = amount.page.words_near(amount.passage, amount.place, words.PAYING_WORDS)
            yield Said(contribution, (amount.place, (body.start, body.end)), by)


_SOURCES: Mapping[Meaning, FundingSource] = MappingProxyType(
    {
        Meaning.PARTNER_COUNTRY: FundingSource.PARTNER_COUNTRY,
        Meaning.STATE_SUPPORT: FundingSource.STATE_GRANT,
        Meaning.OWN_PUBLIC: FundingSource.OWN_PUBLIC,
        Meaning.OWN_PRIVATE: FundingSource.OWN_PRIVATE,
        Meaning.OWN: FundingSource.OWN,
    }
)


def _payers_with(amount: Amount) -> tuple[Body, ...]:
    if amount.figure.per is Per.EACH:
        return listed_before(amount.page.text, amount.passage.start, _end_of_payer(amount))
    payer = payer_of(amount)
    return () if payer is None else (payer,)


def payer_of(amount: Amount) -> Body | None:
    """Return the body that pays an amount: the one it comes from, or the subject of its clause.

    None where several pay it together.
    """
    text, passage = amount.page.text, amount.passage
    after = words.FROM_BODY.match(text, amount.place[1], passage.end)
    if after is not None:
        # What a body has been granted by another is not said to be for the project.
        if subject_words.GRANTED_BY_UNION.search(amount.before) and not subject_words.THE_PROJECT.search(amount.told):
            return None
        listed = bodies_listed(text, after.end(), passage.end)
        return listed[0] if len(listed) == 1 else None
    end = _end_of_payer(amount)
    has_verb = bool(text[end : amount.place[0]].strip(" \n:("))
    body = body_before(text, passage.start, end)
    if body is not None and is_surely_one(text, body):
        before = text[passage.start : body.start].rstrip(" \n")
        is_listed = (
            passage.label is not None
            or not before
            or before[-1] in ",:;("
            or before.endswith((" och", " samt", " är", " av", " från"))
        )
        if not has_verb and (not is_listed or _is_shared_out(amount, body)):
            return None
        return None if has_verb and len(listed_before(text, passage.start, body.end)) > 1 else body
    noun = words.THE_BODY.search(text, max(passage.start, end - 20), end) if has_verb else None
    return None if noun is None else body_called(noun["noun"], noun.start("noun"), noun.end("noun"))


def _is_shared_out(amount: Amount, body: Body) -> bool:
    """Whether an amount and a body are an item of a list that tells who gets the money."""
    text, start = amount.page.text, amount.passage.start
    if words.SHARED_OUT.search(text, max(0, body.start - 5 * _NEAR), body.start):
        return True
    if amount.passage.label is not None:
        return False
    heads = words.HEAD_OF_LIST.findall(text, max(0, start - _NEAR_LIST), start)
    return bool(heads) and words.SHARES_OUT.search(heads[-1]) is not None


_NEAR_LIST = 600


def _end_of_payer(amount: Amount) -> int:
    """Return where the body before an amount ends, and its verb begins."""
    begins = max(amount.passage.start, amount.place[0] - _NEAR)
    between = words.PAYS.search(amount.page.text[begins : amount.place[0]])
    # The pattern matches nothing right before the amount, if nothing else.
    return amount.place[0] if between is None else begins + between.start()


def is_of_a_fund(amount: Amount) -> bool:
    """Whether a fund or its authority pays an amount, or somebody gets it in a sentence on a fund or the project."""
    payer = payer_of(amount)
    if payer is not None:
        return bodies_words.FUNDS.search(payer.organisation.name) is not None
    if words.GIVEN.search(amount.before) is None or words.FROM_BODY.match(amount.after):
        return False
    return any(each.search(amount.told) for each in (bodies_words.FUNDS, subject_words.THE_PROJECT))


def _resolved(organisation: Organisation, owner: Organisation | None) -> Organisation | None:
    """Return the owner for "kommunen" where it is one; None for a common noun that nothing says more of."""
    if words.THE_BODY.fullmatch(organisation.name) is None:
        return organisation
    kind = _KINDS_OF_NOUNS.get(organisation.name.casefold())
    return owner if owner is not None and kind is not None and owner.kind is kind else None


_KINDS_OF_NOUNS: Mapping[str, OrganisationKind | None] = MappingProxyType(
    {noun: kind_of(name) for noun, name in words.NOUNS_OF_BODIES.items()}
)


def _paid_by(organisation: Organisation) -> Contribution:
    """Return the contribution of a body, public or private as far as its kind says so."""
    source = FundingSource.OWN
    if organisation.kind in _PUBLIC:
        source = FundingSource.OWN_PUBLIC
    elif organisation.kind in _PRIVATE:
        source = FundingSource.OWN_PRIVATE
    return Contribution(Funder(organisation, source=source))


_PUBLIC = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.REGION,
        OrganisationKind.STATE_AUTHORITY,
        OrganisationKind.MUNICIPAL_FEDERATION,
    }
)
_PRIVATE = frozenset({OrganisationKind.COMPANY, OrganisationKind.FOUNDATION, OrganisationKind.ASSOCIATION})


def _form(amount: Amount) -> ContributionForm | None:
    told = amount.after[:50].partition(" och ")[0]
    if words.CASH.search(told):
        return ContributionForm.CASH
    return ContributionForm.IN_KIND if words.IN_KIND.search(told) else None


# --- Payers of whom no amount is said


def payers_without_amounts(
    page: Page,
    passages: Sequence[Passage],
    payers: tuple[Said[Contribution], ...],
    amounts: Iterable[Amount],
    name: str,
) -> tuple[Said[Contribution], ...]:
    """Return the payers of a page, each once: those with amounts, and those that it only names."""
    found = {_key(each.value): each for each in payers}
    for each in _named(page, passages, name):
        found.setdefault(_key(each.value), each)
    return tuple(sorted(_with_each(list(found.values()), amounts), key=lambda each: each.places[-1]))


def _named(page: Page, passages: Sequence[Passage], name: str) -> Iterator[Said[Contribution]]:
    """Yield the payers that labels and sentences list."""
    text = page.text
    for passage in passages:
        label = passage.label
        if label is not None:
            if label.meaning is Meaning.FUNDER:
                yield from _listed(text, passage.start, passage.end, (label.start, label.end))
                for found in words.FINANCED_BY.finditer(text, passage.start, passage.end):
                    yield from _listed(text, found.end(), passage.end, (label.start, label.end))
            continue
        for pattern in (words.FINANCED_BY, words.ALSO_PAY, words.BESIDES):
            for found in pattern.finditer(text, passage.start, passage.end):
                if not page.is_denied(passage, found.span()) and _is_of_project(page, passage, found, name):
                    yield from _listed(text, found.end(), passage.end, found.span())
        for found in words.FINANCES.finditer(text, passage.start, passage.end):
            for body in listed_before(text, passage.start, found.start()):
                yield from _payer(body, found.span())


def _is_of_project(page: Page, passage: Passage, found: re.Match[str], name: str) -> bool:
    """Whether what is financed is the project, and not another noun before the verb."""
    if words.IS_FINANCED.match(found[0]) is None:
        return True
    before = page.text[passage.start : found.start()]
    return not before.strip() or name in before or words.MAY_BE_PROJECT.search(before) is not None


def _listed(text: str, start: int, end: int, said: Place) -> Iterator[Said[Contribution]]:
    """Yield the payers of a list, which may say through whom each pays."""
    at: int | None = start
    while at is not None:
        bodies = bodies_listed(text, at, end)
        for body in bodies:
            yield from _payer(body, said)
        at = _after_agent(text, bodies[-1].end, end) if bodies else None


def _after_agent(text: str, start: int, end: int) -> int | None:
    """Return where a list goes on after the one through whom a payer pays; None where there is none."""
    through = words.THROUGH.match(text, start, end)
    agent = None if through is None else body_at(text, through.end(), end)
    joint = None if agent is None else bodies_words.LIST_JOINT.match(text, agent.end, end)
    return None if joint is None else joint.end()


def _payer(body: Body, said: Place) -> Iterator[Said[Contribution]]:
    if not bodies_words.FUNDS.search(body.organisation.name):
        yield Said(_paid_by(body.organisation), ((body.start, body.end),), (said,))


def _with_each(payers: list[Said[Contribution]], amounts: Iterable[Amount]) -> Iterator[Said[Contribution]]:
    """Yield payers with what "the municipalities" pay each, where a page says that once and names them elsewhere."""
    each = [one for one in amounts if one.figure.per is Per.EACH and words.AGREED_EACH.search(one.before)]
    amount = each[0] if len(each) == 1 and isinstance(each[0].value, Money) else None
    for payer in payers:
        organisation = None if payer.value.funder is None else payer.value.funder.organisation
        is_one = organisation is not None and organisation.kind is OrganisationKind.MUNICIPALITY
        if amount is not None and is_one and payer.value.amount is None:
            value = attrs.evolve(payer.value, amount=amount.value)
            yield Said(value, (*payer.places, amount.place), payer.words)
        else:
            yield payer
