"""What the words of a language say of durations in running text."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from esfmodel.text._hedges import Hedge, Hedges


@attrs.frozen(kw_only=True, eq=False)
class DurationWords:
    """The words of one language by which durations are stated. All are in lower case."""

    months: tuple[str, ...]
    years: tuple[str, ...]
    """The units, in every form after a number."""
    fixed: Mapping[str, int]
    """Durations without a number, in months: "ett halvår"."""
    halves: tuple[str, ...]
    """What adds half a unit: "ett och ett halvt år"."""
    month_compounds: tuple[str, ...]
    year_compounds: tuple[str, ...]
    year_adjectives: tuple[str, ...]
    """How a word goes on that has its number before it: "9-månadersperiod", "treårsplan", "treårig"."""
    other_compounds: tuple[str, ...]
    """How a compound goes on that is no duration: "femårsdag"."""
    between_units: tuple[str, ...]
    """What joins years and months to one duration."""
    range_words: tuple[str, ...]
    """What joins the ends of a range: "12 till 24 månader", "minst 12 och högst 24"."""
    range_opens: tuple[str, ...]
    """What stands before a range: "mellan 12 och 24 månader"."""
    fillers: tuple[str, ...]
    """What may stand between the number and its unit: "två hela år"."""
    ordinal_fillers: tuple[str, ...]
    """What may stand there before the years that are meant: "de tre första åren", but not "0,7 nästa år"."""

    hedges: Hedges
    """Words that make a duration a bound or a guess."""
    not_after: Mapping[str, tuple[str, ...]]
    """Hedges that are prepositions too, and the words after which they are: "löper över tre år"."""
    only_after: Mapping[str, tuple[Hedge, tuple[str, ...]]]
    """Prepositions that are hedges only after certain words: "på under tre år"."""
    prepositions: frozenset[str]
    """Hedges that are none before a compound: "över treårsperioden"."""

    ages_before: tuple[str, ...]
    ages_after: tuple[str, ...]
    people: tuple[str, ...]
    age_links: tuple[str, ...]
    """Words between people and their age: "barn under 12 år"."""
    lasting: tuple[str, ...]
    """Words before a number of years that say it is no age, however large."""
    points_before: tuple[str, ...]
    points_after: tuple[str, ...]
    """Words by which a duration only says when: "för tio år sedan"."""
    lengths: tuple[str, ...]
    """What has a length, and makes such a word say it: "en period om två år"."""
