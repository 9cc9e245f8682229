"""Hypothesis strategies for what comes out of a reading: valid by construction, nothing filtered."""

from __future__ import annotations

from hypothesis import strategies as st

from esfmodel.formats import Counts, Problem, Reading
from esfmodel.testing._fields import with_some
from esfmodel.testing._projects import projects
from esfmodel.testing._words import names, texts


def problems() -> st.SearchStrategy[Problem]:
    """Problems with a source: where, what stands there, what is wrong and what to do.

    >>> from hypothesis import given
    >>> @given(problems())
    ... def a_problem_is_told_on_one_line(problem):
    ...     assert str(problem).isprintable()
    >>> a_problem_is_told_on_one_line()
    """
    return st.builds(Problem, names(), st.one_of(st.none(), texts()), names(), names())


def counts() -> st.SearchStrategy[Counts]:
    """Counts of what a source held, of which no more projects were read than there were.

    >>> from hypothesis import given
    >>> @given(counts())
    ... def no_project_is_invented(count):
    ...     assert count.projects <= count.records
    >>> no_project_is_invented()
    """
    some = st.integers(0, 100)

    def counted(read: int, unread: int, values: int, extra: int, problems: int) -> Counts:
        return Counts(records=read + unread, projects=read, values=values, extra=extra, problems=problems)

    return st.builds(counted, some, some, some, some, some)


def readings() -> st.SearchStrategy[Reading]:
    """Readings of a few projects, with problems or without.

    >>> from hypothesis import given
    >>> @given(readings())
    ... def everything_is_counted(reading):
    ...     assert reading.counts.problems == len(reading.problems)
    >>> everything_is_counted()
    """
    return with_some(Reading, st.lists(projects(), max_size=2), st.lists(problems(), max_size=2), name=names())
