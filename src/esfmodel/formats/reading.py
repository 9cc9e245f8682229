"""The result of reading a source: its projects, its problems and their counts; and how deep a source may be nested.

>>> problem = Problem("line 12", "1.1", "may mean 1,1 or 1100", "write it with a space or a comma")
>>> print(problem)
line 12: may mean 1,1 or 1100 (found '1.1'); write it with a space or a comma
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, ReadError, printable, shown
from esfmodel.model.fields import tuple_of
from esfmodel.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED = 5


@attrs.frozen
class Problem:
    """Something in a source that could not be read, or not as it is written.

    `place` says where ("line 12", "$.projects[0].budget.total"), `given` is the text there (None when it is missing),
    `wrong` says what is wrong and `advice` what to do. `str` is always one printable line.

    >>> Problem("$.projects[0].name", None, "is missing", "add it").given is None
    True
    """

    place: str
    given: str | None
    wrong: str
    advice: str

    @classmethod
    def of(cls, place: str, error: InvalidValue) -> Problem:
        """Return the problem for an error in one value at a place of the source."""
        given = error.given
        return cls(place, given if isinstance(given, str) or given is None else shown(given), error.wrong, error.advice)

    def __str__(self) -> str:
        found = "" if self.given is None else f" (found {shown(self.given)})"
        return printable(f"{self.place}: {self.wrong}{found}; {self.advice}")


@attrs.frozen(kw_only=True)
class Counts:
    """How much a source held, and how much of it was read.

    `records` is the number of projects in the source, `projects` how many of them could be read; `values` is the number
    of values that stand in a field, `extra` of those only kept in `extra`, and `problems` of the problems reported.

    >>> Counts(records=2, projects=1, values=14, extra=0, problems=1).records
    2
    """

    records: int
    projects: int
    values: int
    extra: int
    problems: int


def _as_projects(value: Iterable[Project]) -> tuple[Project, ...]:
    return tuple_of(Project, value, "projects")


def _as_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple_of(Problem, value, "problems")


def _counted(reading: Reading) -> Counts:
    return Counts(
        records=len(reading.projects),
        projects=len(reading.projects),
        values=0,
        extra=sum(len(project.extra) for project in reading.projects),
        problems=len(reading.problems),
    )


@attrs.frozen
class Reading:
    """What was read: projects, problems and counts. Nothing is dropped silently.

    `name` is the name of the whole collection; None when the source has none.

    >>> Reading([Project("Framtidskraft")]).one().name
    'Framtidskraft'
    """

    projects: tuple[Project, ...] = attrs.field(converter=_as_projects)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_as_problems)
    counts: Counts = attrs.field(default=attrs.Factory(_counted, takes_self=True))
    name: str | None = attrs.field(default=None, kw_only=True)

    def one(self) -> Project:
        """Return the only project of the source. Raises `ReadError` when it has none, or more than one.

        Projects that could not be read count too.
        """
        if len(self.projects) == 1 and self.counts.records <= 1:
            return self.projects[0]
        named = "; ".join(map(str, self.problems[:_NAMED]))
        more = f" (and {len(self.problems) - _NAMED} more)" if len(self.problems) > _NAMED else ""
        why = f": {named}{more}" if named else ""
        if len(self.projects) == self.counts.records and self.projects:
            raise ReadError("reading", None, f"holds {len(self.projects)} projects, not one", "use .projects")
        wrong = f"{self.counts.records - len(self.projects)} of {self.counts.records} projects could not be read"
        if not self.counts.records:
            wrong = "holds no project"
        raise ReadError("reading", None, f"{wrong}{why}", "correct the source and read it again")


# --- Nesting, measured in one pass before any parser sees the text
#
# The parsers of JSON and TOML recurse once per level, and the TOML parser needs time in the square of the parts of a
# dotted key. A text written to exploit that is refused here. The patterns are possessive (`*+`), so that they never
# backtrack.

DEEPEST = 60
"""The most levels of objects and lists, and the most parts of a dotted key."""

# A string without a closing quotation mark ends with the text; otherwise each such mark would be scanned for again.
_JSON_STRING = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)', re.DOTALL)
_TOML_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.?|"(?!""))*+(?:"""|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'''|\Z)"
    r'|"(?:[^"\\\n]++|\\.?)*+(?:"|\n|\Z)'
    r"|'[^'\n]*+"
    r"(?:'|\n|\Z)"
    r"|#[^\n]*+",
    re.DOTALL,
)
_OTHER = re.compile(r"[^\[\]{}]++")
_DOTTED = re.compile(rf"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


def json_too_deep(text: str) -> bool:
    """Whether JSON has more than `DEEPEST` levels of objects and lists."""
    return _brackets_too_deep(_JSON_STRING.sub("_", text))


def toml_too_deep(text: str) -> bool:
    """Whether TOML has more than `DEEPEST` levels of brackets or parts of a dotted key."""
    bare = _TOML_STRING.sub("_", text)
    return _brackets_too_deep(bare) or _DOTTED.search(bare) is not None


def _brackets_too_deep(bare: str) -> bool:
    depth = 0
    for bracket in _OTHER.sub("", bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def too_deep_to_read(origin: str) -> ReadError:
    """Return the error for a text nested too deep."""
    return ReadError(origin, None, f"is nested more than {DEEPEST} levels deep", "check how it was written")


def too_deep_to_write() -> InvalidValue:
    """Return the error for a project nested too deep."""
    wrong = f"is nested more than {DEEPEST} levels deep"
    return InvalidValue("members", "an organisation in an organisation", wrong, "list the members side by side")
