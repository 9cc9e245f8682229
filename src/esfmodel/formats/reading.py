"""The result of reading a source: its projects, its problems and their counts.

>>> problem = Problem("value.missing", "projects[0].budget.costs[2].amount", line=12)
>>> print(problem)
line 12, projects[0].budget.costs[2].amount: is missing; add it
>>> print(problem.text("sv"))
Rad 12, projekt 1, kostnadsrad 3, belopp: saknas. Ange uppgiften.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, cast

import attrs

from esfmodel.errors import EsfModelError, InvalidValue, NotKnown, ReadError, Told, shown
from esfmodel.model.fields import as_call, check_type, tuple_of
from esfmodel.model.project import Project
from esfmodel.values.format import Labelled, as_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.formats.evidence import Evidence


MOST_PROBLEMS = 1_000
"""The most problems listed for one document; with more, it is hardly the right file."""


@attrs.frozen(init=False)
class Problem(Told):
    """Something in a source that could not be read, or not as it is written: the same data and texts as an error.

    `place` is a path ("projects[0].budget.total"), a label or the heading of a column, and empty for the whole source;
    `given` is the text there (None when it is missing), `line` the line in the source; `sheet`, `row` and `column` are
    where it stands in a table, as in `Evidence`. `source` is None in a reading, which is of one source. `str` is always
    one printable line.

    >>> Problem("value.missing", "projects[0].name").given is None
    True
    """

    code: str
    place: str
    given: str | None  # pyright: ignore[reportIncompatibleVariableOverride]  # narrower, and frozen
    params: Mapping[str, object] = attrs.field(hash=False)
    source: str | None
    line: int | None
    sheet: str | None
    row: int | None
    column: str | None
    names: Mapping[str, object] = attrs.field(hash=False)

    def __init__(
        self,
        code: str,
        place: str = "",
        given: str | None = None,
        /,
        *,
        source: str | None = None,
        line: int | None = None,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        names: Mapping[str, object] | None = None,
        **params: object,
    ) -> None:
        # Other errors among the parameters become problems too, which compare by what they say.
        said = {name: Problem.of(each) if isinstance(each, EsfModelError) else each for name, each in params.items()}
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
            code, place, given, said, source, line, sheet, row, column, {} if names is None else dict(names)
        )

    @classmethod
    def of(
        cls,
        told: Told,
        *,
        place: str | None = None,
        given: str | None = None,
        line: int | None = None,
        names: Mapping[str, object] | None = None,
        cell: Evidence | None = None,
    ) -> Problem:
        """Return what an error in one value says, or a problem, with the other facts and in the cell that are given.

        >>> from esfmodel import InvalidValue
        >>> print(Problem.of(InvalidValue("value.negative", "number", -700), place="participants", line=3))
        line 3, participants: is negative (found '-700'); give zero or more
        """
        where = told if cell is None else cell
        return cls(
            told.code,
            told.place if place is None else place,
            _written(told.given) if given is None else given,
            source=told.source,
            line=where.line if line is None else line,
            sheet=where.sheet,
            row=where.row,
            column=where.column,
            names=told.names if names is None else names,
            **told.params,
        )

    def in_cell(self, evidence: Evidence, place: str | None = None) -> Problem:
        """Return this problem as one of a cell, with what stands there, or of a row where there is no column."""
        return Problem.of(self, place=place, given=evidence.text or None, cell=evidence)

    def __str__(self) -> str:
        return self._located()


def _written(given: object) -> str | None:
    """Return a value of an error as a source would write it."""
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, enum.Enum):
        return str(given.value)
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, (dict, list, tuple)):
        return "{…}" if isinstance(given, dict) else "[…]"
    return shown(given) if isinstance(given, int) else str(given)


@attrs.frozen(kw_only=True)
class Counts:
    """How much a source held, and how much of it was read.

    `records` is the number of projects in the source, `projects` how many of them could be read; `values` is the number
    of values that stand in a field, `extra` of those only kept in `extra`, and `problems` of the problems reported.

    A list has rows: `merged` are those that became part of the project of the row before, `others` those that are no
    project, such as sums and notes. What was given is what was read, rejected and merged.

    >>> counts = Counts(records=2, projects=1, values=14, extra=0, problems=1, merged=3, others=1)
    >>> counts.given, counts.read, counts.rejected, counts.merged
    (6, 1, 2, 3)
    """

    records: int
    projects: int
    values: int
    extra: int
    problems: int
    merged: int = 0
    others: int = 0

    @property
    def given(self) -> int:
        """The number of projects of a document, or of rows of a list that are not empty."""
        return self.records + self.merged + self.others

    @property
    def read(self) -> int:
        """The number of projects, or of rows, that became a project."""
        return self.projects

    @property
    def rejected(self) -> int:
        """The number of projects that could not be read, or of rows that make no project; problems tell of each."""
        return self.given - self.read - self.merged


class Recognised(Labelled):
    """How the format of a source was found: it was named, its content or the suffix of its file tells."""

    NAMED = "named"
    CONTENT = "content"
    SUFFIX = "suffix"


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


class Places(Protocol):
    """What a reader knows of where values stand."""

    def find(self, index: int, path: str) -> Evidence:
        """Return where the value at a path of a project stands, or the nearest that holds it."""
        ...


@attrs.frozen
class Reading:
    """What was read: projects, problems and counts. Nothing is dropped silently.

    `name` is the name of the whole collection; None when the source has none. `format` is the name of the format in
    which the source was read, `recognised` how that was found, and `form` how the source is written ("semicolons,
    cp1252"); None where nothing was read, or nothing is known of it. `places` is asked through `where`. `text` is the
    text that the spans of its evidence are parts of; None where no evidence has any.

    >>> Reading([Project("Framtidskraft")]).one().name
    'Framtidskraft'
    """

    projects: tuple[Project, ...] = attrs.field(converter=_as_projects)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_as_problems)
    counts: Counts = attrs.field(default=attrs.Factory(_counted, takes_self=True))
    name: str | None = attrs.field(default=None, kw_only=True)
    format: str | None = attrs.field(default=None, kw_only=True, eq=False)
    recognised: Recognised | None = attrs.field(default=None, kw_only=True, eq=False)
    form: str | None = attrs.field(default=None, kw_only=True, eq=False)
    text: str | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    places: Places | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)

    __repr__ = as_call
    _repr_html_ = as_html

    def where(self, index: int, path: str) -> Evidence:
        r"""Return where the value at a path of a project stands in the source; `index` counts from 0.

        Projects go by their index, since equal projects are equal keys. Where the reader does not know the place of the
        value alone, it is that of what holds the value: its row, its line, or at least the file.

        Raises `InvalidValue` for an index without a project and for a path that the project does not have, `NotKnown`
        where the project does not state the value, and where nothing is known of the source.

        >>> from esfmodel import read_text
        >>> reading = read_text('{"format": "esfmodel/projects", "version": 2,\n "projects": [{"name": "Gröna rum"}]}')
        >>> reading.where(0, "name").line
        2
        """
        check_type(index, int, "index")
        check_type(path, str, "path")
        if not 0 <= index < len(self.projects):
            raise InvalidValue("reading.no_such_project", "index", index, count=len(self.projects))
        if value_at(self.projects[index], path) is None:
            raise NotKnown("reading.not_stated", path)
        if self.places is None:
            raise NotKnown("reading.no_evidence", path)
        return self.places.find(index, path)

    def one(self) -> Project:
        """Return the only project of the source. Raises `ReadError` when it has none, or more than one.

        Projects that could not be read count too.
        """
        if len(self.projects) == 1 and self.counts.records <= 1:
            return self.projects[0]
        if not self.counts.records:
            raise ReadError("reading.empty")
        if len(self.projects) >= self.counts.records:
            raise ReadError("reading.several", count=self.counts.records)
        raise ReadError(
            "reading.unread",
            unread=self.counts.records - len(self.projects),
            count=self.counts.records,
            first=self.problems[0] if self.problems else None,
        )


# A name stands at the beginning or behind a point; what begins with a line below is of Python.
_STEP = re.compile(r"(?:\A|(?<=.)\.)([A-Za-z]\w*)|\[([0-9]{1,9})\]")


def value_at(project: Project, path: str) -> object:
    """Return what stands at a path of a project; None where it is not stated. Raises `InvalidValue` for no path."""
    here: object = project
    at = 0
    while at < len(path):
        step = _STEP.match(path, at)
        if step is None or not (here is None or (isinstance(here, tuple) if step[2] else hasattr(here, step[1]))):
            raise InvalidValue("reading.no_path", "path", path)
        if here is None:
            return None
        if step[1]:
            here = getattr(here, step[1])
        else:
            items = cast("tuple[object, ...]", here)
            here = items[int(step[2])] if int(step[2]) < len(items) else None
        at = step.end()
    if callable(here):  # a method is no value
        raise InvalidValue("reading.no_path", "path", path)
    return here
