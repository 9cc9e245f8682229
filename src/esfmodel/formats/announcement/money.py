"""What the project of a page costs and who pays it, as far as the page says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from esfmodel.formats.reading import Problem
from esfmodel.model.funding import Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.text.prose.figures import Figure, FigureKind, FigureRole, FigureStage, Per
from esfmodel.text.reading.labels import Stage, label_meaning
from esfmodel.text.words.announcements import bodies as bodies_words
from esfmodel.text.words.announcements import money as words
from esfmodel.text.words.announcements import subject as subject_words
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.format import plain_name
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage


class Amount(NamedTuple):
    """A figure of money in a passage about the project."""

    figure: Figure
    passage: Passage

    @property
    def place(self) -> tuple[int, int]:
        return self.figure.span


class Stated(NamedTuple):
    """The money of a project: each amount that a page states once, and what could not be taken."""

    total: Said[MoneyLike] | None
    support: Said[MoneyLike] | None
    eu: Said[MoneyLike] | None
    applied: Said[MoneyLike] | None
    others: tuple[Said[Contribution], ...]
    problems: tuple[Problem, ...]


def money_of(
    page: Page, passages: Sequence[Passage], figures: Iterable[Figure], fund: Fund | None, owner: Organisation | None
) -> Stated:
    """Return what a page says of the project's money."""
    found: dict[str, list[Amount]] = {"total": [], "support": [], "eu": [], "applied": []}
    others: list[Said[Contribution]] = []
    unbound: list[Amount] = []
    for amount in _amounts(passages, figures):
        field = _field_of(page, amount, fund)
        if field is not None:
            found[field].append(amount)
        elif contributions := list(_contributions(page, amount, owner)):
            others.extend(contributions)
        else:
            unbound.append(amount)
    problems: list[Problem] = []
    for field, amounts in found.items():
        labelled = [each for each in amounts if each.passage.label is not None]
        found[field] = labelled or amounts
    said = {field: _one_of(page, field, amounts, problems) for field, amounts in found.items()}
    problems.extend(
        Problem("announcement.unbound", "", each.figure.text, line=page.line_of(each.place[0])) for each in unbound
    )
    others.extend(_without_amounts(page, passages, owner))
    others = _with_each(page, passages, figures, others)
    return Stated(said["total"], said["support"], said["eu"], said["applied"], _each_once(others), tuple(problems))


def _amounts(passages: Sequence[Passage], figures: Iterable[Figure]) -> Iterator[Amount]:
    """Yield the amounts in the passages; both are in order of place."""
    left = iter(passages)
    passage = next(left, None)
    for figure in figures:
        while passage is not None and passage.end <= figure.span[0]:
            passage = next(left, None)
        if passage is None:
            return
        if figure.kind is FigureKind.MONEY and passage.start <= figure.span[0] and figure.span[1] <= passage.end:
            yield Amount(figure, passage)


# --- Which field an amount belongs to

_BY_LABEL = {
    Meaning.TOTAL: "total",
    Meaning.SUPPORT: "support",
    Meaning.EU_SUPPORT: "eu",
    Meaning.APPLIED: "applied",
}


def _field_of(page: Page, amount: Amount, fund: Fund | None) -> str | None:
    figure, passage = amount
    # A headline rounds, and may tell of more than the project.
    if figure.per is not None or (passage.is_headline and not subject_words.THE_PROJECT.search(page.told(passage))):
        return None
    clause = page.text[passage.start : passage.end]
    before = page.text[max(passage.start, figure.span[0] - 120) : figure.span[0]]
    after = page.text[figure.span[1] : min(passage.end, figure.span[1] + 120)]
    if words.MORE.search(before[-30:]) and figure.role is not FigureRole.TOTAL:
        return None
    if (
        words.HOPED.search(before)
        and not subject_words.GRANTED_BY_UNION.search(after)
        and passage.label is None
        and figure.role is not FigureRole.TOTAL
    ):
        return "applied" if figure.role in {FigureRole.EU, FigureRole.SUPPORT} else None
    if (
        passage.label is not None
        and passage.label.meaning in _BY_LABEL
        and figure.span[0] - passage.start < _LABELLED_NEAR
        and figure.role in _AGREEING.get(passage.label.meaning, ())
        and not figure.of_which
    ):
        told = page.text[passage.label.start : passage.label.end]
        is_applied = label_meaning(told).stage is Stage.APPLIED or "sök" in told.casefold()
        return (
            "applied" if is_applied and passage.label.meaning is not Meaning.TOTAL else _BY_LABEL[passage.label.meaning]
        )
    if figure.role is FigureRole.TOTAL or (figure.role is None and words.TOTAL_BEFORE.search(before)):
        if words.PART_OF_TOTAL.search(_near(before, after)) and not figure.role:
            return None
        is_of_all = words.COSTS.search(before[-60:]) is None or words.WHOLE.search(clause) is not None
        return "total" if is_of_all else None
    if figure.role in {FigureRole.EU, FigureRole.SUPPORT} or (
        figure.role is None and figure.stage is FigureStage.GRANTED and _is_lone(page, amount)
    ):
        if figure.stage is FigureStage.APPLIED:
            return "applied"
        return "support" if _is_undivided(clause, before, after, fund) else "eu"
    if figure.role is None and words.TOTAL_AFTER.match(after) and not words.PART_OF_TOTAL.search(_near(before, "")):
        return "total"
    if figure.role is None and _is_of_a_fund(page, amount):
        return "support" if _is_undivided(clause, before, after, fund) else "eu"
    if figure.role is None and (
        words.GRANT_BEFORE.search(before) or (words.THE_SAME.search(before) and subject_words.UNION.search(clause))
    ):
        return "support" if _is_undivided(clause, before, after, fund) else "eu"
    return None


def _is_of_a_fund(page: Page, amount: Amount) -> bool:
    """Whether a fund or its authority pays an amount, or somebody gets it in a sentence that names one."""
    body = _payer(page, amount)
    if body is not None and bodies_words.FUNDS.search(body.organisation.name):
        return True
    start, passage = amount.figure.span[0], amount.passage
    is_given = words.GIVEN.search(page.text, max(passage.start, start - 120), start) is not None
    told = page.told(passage)
    return is_given and (
        bodies_words.FUNDS.search(told) is not None or subject_words.THE_PROJECT.search(told) is not None
    )


_AGREEING = {
    Meaning.TOTAL: (None, FigureRole.TOTAL),
    Meaning.SUPPORT: (None, FigureRole.SUPPORT, FigureRole.EU),
    Meaning.EU_SUPPORT: (None, FigureRole.SUPPORT, FigureRole.EU),
    Meaning.APPLIED: (None, FigureRole.SUPPORT, FigureRole.EU),
}


_LABELLED_NEAR = 25


def _near(before: str, after: str) -> str:
    return before[-40:] + "|" + after[:25]


def _is_lone(page: Page, amount: Amount) -> bool:
    """Whether a grant is said without the body that gives it, or by one that gives the Union's money."""
    body = _payer(page, amount)
    return body is None or bodies_words.FUNDS.search(body.organisation.name) is not None


def _is_undivided(clause: str, before: str, after: str, fund: Fund | None) -> bool:
    """Whether a grant is the Union's and the state's money together."""
    near = f"{before}|{after}"
    if words.EU_AND_STATE.search(near):
        return True
    if words.EU_MONEY.search(near):
        return False
    for told in (near, clause):
        if words.SOCIAL_FUND.search(told) or words.LEADER.search(told):
            return True
        if subject_words.UNION.search(told):
            return False
    return fund in {None, Fund.ESF, Fund.ESF_PLUS, Fund.EAFRD}


# --- Other payers


def _contributions(page: Page, amount: Amount, owner: Organisation | None) -> Iterator[Said[Contribution]]:
    """Yield what bodies pay, with the amount; an amount per year or person is nobody's whole part."""
    figure = amount.figure
    if figure.stage is FigureStage.APPLIED:
        return
    if amount.passage.label is not None and amount.passage.label.meaning in _SOURCES:
        said = (amount.passage.label.start, amount.passage.label.end)
        yield Said(
            Contribution(
                Funder(source=_SOURCES[amount.passage.label.meaning]),
                figure.value if isinstance(figure.value, (Money, Bounds)) else None,
            ),
            (amount.place,),
            (said,),
        )
        return
    payers = (
        _several(page, amount) if figure.per is Per.EACH else () if (body := _payer(page, amount)) is None else (body,)
    )
    is_whole = figure.per in {None, Per.EACH}
    for body in payers:
        if bodies_words.FUNDS.search(body.organisation.name):
            continue
        organisation = _resolved(body.organisation, owner)
        if organisation is None:
            continue
        value = figure.value if is_whole and isinstance(figure.value, (Money, Bounds)) else None
        yield Said(
            Contribution(Funder(organisation, source=_source_of(organisation)), value, form=_form(page, amount)),
            (amount.place, (body.start, body.end)),
        )


_SOURCES = {
    Meaning.PARTNER_COUNTRY: FundingSource.PARTNER_COUNTRY,
    Meaning.STATE_SUPPORT: FundingSource.STATE_GRANT,
    Meaning.OWN_PUBLIC: FundingSource.OWN_PUBLIC,
    Meaning.OWN_PRIVATE: FundingSource.OWN_PRIVATE,
    Meaning.OWN: FundingSource.OWN,
}


def _payer(page: Page, amount: Amount) -> Body | None:
    """Return the body that pays an amount: the one it comes from, or the subject of its clause."""
    text, (start, end), passage = page.text, amount.figure.span, amount.passage
    after = words.FROM_BODY.match(text, end, passage.end)
    if after is not None and (body := body_at(text, after.end(), passage.end)) is not None:
        return body
    between = words.PAYS.search(text[max(passage.start, start - 100) : start])
    if between is None:
        return None
    ends = max(passage.start, start - 100) + between.start()
    body = body_before(text, passage.start, ends)
    if body is not None and is_surely_one(text, body):
        return body
    noun = words.THE_BODY.search(text, max(passage.start, ends - 20), ends)
    return None if noun is None else body_called(noun["noun"], noun.start("noun"), noun.end("noun"))


def _several(page: Page, amount: Amount) -> tuple[Body, ...]:
    """Return the bodies of a list of which each pays an amount."""
    text, start, begins = page.text, amount.figure.span[0], amount.passage.start
    between = words.PAYS.search(text[max(begins, start - 100) : start])
    if between is None:
        return ()
    ends = max(begins, start - 100) + between.start()
    for found in bodies_words.BODY.finditer(text, begins, ends):
        listed = bodies_listed(text, found.start(), ends)
        if len(listed) > 1 and not text[listed[-1].end : ends].strip():
            return listed
    return ()


def _resolved(organisation: Organisation, owner: Organisation | None) -> Organisation | None:
    """Return the owner for "kommunen" where it is one; None for a common noun that nothing says more of."""
    noun = words.THE_BODY.fullmatch(organisation.name)
    if noun is None:
        return organisation
    kind = kind_of(_INDEFINITE.get(organisation.name.casefold(), ""))
    return owner if owner is not None and owner.kind is kind and kind is not None else None


_INDEFINITE = {"kommunen": "X kommun", "regionen": "Region X", "universitetet": "universitet", "högskolan": "högskola"}


def _source_of(organisation: Organisation) -> FundingSource:
    if organisation.kind in _PUBLIC:
        return FundingSource.OWN_PUBLIC
    return FundingSource.OWN_PRIVATE if organisation.kind in _PRIVATE else FundingSource.OWN


_PUBLIC = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.REGION,
        OrganisationKind.STATE_AUTHORITY,
        OrganisationKind.MUNICIPAL_FEDERATION,
    }
)
_PRIVATE = frozenset({OrganisationKind.COMPANY, OrganisationKind.FOUNDATION, OrganisationKind.ASSOCIATION})


def _form(page: Page, amount: Amount) -> ContributionForm | None:
    end = amount.figure.span[1]
    told = page.text[end : min(amount.passage.end, end + 50)].partition(" och ")[0]
    if words.CASH.search(told):
        return ContributionForm.CASH
    return ContributionForm.IN_KIND if words.IN_KIND.search(told) else None


def _without_amounts(
    page: Page, passages: Sequence[Passage], owner: Organisation | None
) -> Iterator[Said[Contribution]]:
    """Yield the payers of which no amount is said."""
    text = page.text
    for passage in passages:
        if passage.label is not None:
            if passage.label.meaning is Meaning.FUNDER:
                said = (passage.label.start, passage.label.end)
                yield from _payers(page, passage.start, passage.end, said)
            continue
        for pattern in (words.FINANCED_BY, words.ALSO_PAY, words.BESIDES):
            for found in pattern.finditer(text, passage.start, passage.end):
                yield from _payers(page, found.end(), passage.end, found.span())
        for found in words.FINANCES.finditer(text, passage.start, passage.end):
            for body in listed_before(text, passage.start, found.start()):
                if not bodies_words.FUNDS.search(body.organisation.name):
                    yield Said(
                        Contribution(Funder(body.organisation, source=_source_of(body.organisation))),
                        ((body.start, body.end),),
                        (found.span(),),
                    )


def _payers(page: Page, start: int, end: int, said: tuple[int, int]) -> Iterator[Said[Contribution]]:
    """Yield the payers of a list, which may say through whom each pays."""
    at, text = start, page.text
    while True:
        listed = bodies_listed(text, at, end)
        for body in listed:
            if not bodies_words.FUNDS.search(body.organisation.name):
                contribution = Contribution(Funder(body.organisation, source=_source_of(body.organisation)))
                yield Said(contribution, ((body.start, body.end),), (said,))
        through = words.THROUGH.match(text, listed[-1].end, end) if listed else None
        agent = None if through is None else body_at(text, through.end(), end)
        joint = None if agent is None else bodies_words.LIST_JOINT.match(text, agent.end, end)
        if joint is None:
            return
        at = joint.end()


def _with_each(
    page: Page, passages: Sequence[Passage], figures: Iterable[Figure], others: list[Said[Contribution]]
) -> list[Said[Contribution]]:
    """Return contributions with what "the municipalities" pay each, for those that a page names without an amount."""
    each = [
        amount
        for amount in _amounts(passages, figures)
        if amount.figure.per is Per.EACH
        and isinstance(amount.figure.value, Money)
        and words.AGREED_EACH.search(page.text[amount.passage.start : amount.figure.span[0]])
    ]
    if len(each) != 1:
        return others
    [amount] = each
    return [
        Said(attrs.evolve(one.value, amount=amount.figure.value), (*one.places, amount.place), one.words)
        if one.value.amount is None
        and one.value.funder is not None
        and one.value.funder.organisation is not None
        and one.value.funder.organisation.kind is OrganisationKind.MUNICIPALITY
        else one
        for one in others
    ]


def _each_once(found: list[Said[Contribution]]) -> tuple[Said[Contribution], ...]:
    """Return the contributions of each payer once, those with an amount first."""
    kept: dict[str, Said[Contribution]] = {}
    for each in sorted(found, key=lambda one: (one.value.amount is None, one.places)):
        funder = each.value.funder
        name = (
            ""
            if funder is None
            else f"{funder.source.name}"
            if funder.organisation is None
            else plain_name(funder.organisation.name)
        )
        kept.setdefault(name, each)
    return tuple(sorted(kept.values(), key=lambda each: each.places[-1]))


# --- One value of several statements


def _one_of(page: Page, field: str, amounts: list[Amount], problems: list[Problem]) -> Said[MoneyLike] | None:
    """Return what several figures state together; None where they contradict each other, or say no more than about."""
    known = [each for each in amounts if isinstance(each.figure.value, (Money, Bounds))]
    if not known:
        problems.extend(
            Problem("announcement.about", f"budget.{field}", each.figure.text, line=page.line_of(each.place[0]))
            for each in amounts[:1]
        )
        return None
    best = known[0]
    for each in known[1:]:
        finer = _finer(best.figure, each.figure)
        if finer is None:
            line, other = page.line_of(each.place[0]), page.line_of(best.place[0])
            problems.append(
                Problem(
                    "announcement.contradiction",
                    f"budget.{field}",
                    each.figure.text,
                    line=line,
                    other=best.figure.text,
                    at=other,
                )
            )
            return None
        best = best if finer is best.figure else each
    value = best.figure.value
    if not isinstance(value, (Money, Bounds)):
        return None
    return Said(value, tuple(dict.fromkeys((best.place, *(each.place for each in known)))))


def _finer(one: Figure, other: Figure) -> Figure | None:
    """Return the finer of two figures that may be the same amount; None where they cannot be."""
    first, second = _possible(one), _possible(other)
    if (
        first is None
        or second is None
        or (first.low is not None and second.low is not None and first.low.currency != second.low.currency)
    ):
        return None
    if one.value == other.value:
        return one
    if isinstance(one.value, Money) and isinstance(other.value, Money):
        if one.value in second or other.value in first:
            return one if _step(one) <= _step(other) else other
        return None
    exact, bound = (one, other) if isinstance(one.value, Money) else (other, one)
    if isinstance(exact.value, Money) and isinstance(bound.value, Bounds):
        if exact.value in bound.value:
            return exact
        within = _possible(exact)
        return bound if within is not None and _overlap(within, bound.value) else None
    return one if _overlap(first, second) else None


def _step(figure: Figure) -> Money:
    return figure.step if isinstance(figure.step, Money) else Money(0)


def _possible(figure: Figure) -> Bounds[Money] | None:
    """Return what a figure may have been before it was rounded."""
    if isinstance(figure.value, Bounds):
        return figure.value  # type: ignore[return-value]
    if not isinstance(figure.value, Money):
        return None
    if isinstance(figure.step, Money) and figure.step.minor and figure.value.minor % figure.step.minor == 0:
        return Bounds.rounded(figure.value, figure.step)
    return Bounds(figure.value, figure.value)


def _overlap(one: Bounds[Money], other: Bounds[Money]) -> bool:
    lows = [each for each in (one.low, other.low) if each is not None]
    highs = [each for each in (one.high, other.high) if each is not None]
    return not lows or not highs or max(lows) <= min(highs)
