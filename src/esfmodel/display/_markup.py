r"""HTML made of elements, so that no text becomes markup.

>>> element("p", "5 < 7 & ", element("b", "8\x07"))
Html('<p>5 &lt; 7 &amp; <b>8\\x07</b></p>')
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from esfmodel.display.columns import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from esfmodel.display._table import Table


class Html(str):
    """A text in HTML, in which every value of a project is escaped.

    A notebook shows it, and a template of Jinja or Django takes it as it is: neither escapes it again.

    >>> from esfmodel.display import Html
    >>> Html("<p>5 &lt; 7</p>").__html__()
    '<p>5 &lt; 7</p>'
    """

    __slots__ = ()

    def __new__(cls, markup: str = "") -> Self:
        return super().__new__(cls, markup)

    def __html__(self) -> str:
        """Return the markup, as templates ask for it."""
        return str(self)

    def __repr__(self) -> str:
        return f"Html({str(self)!r})"

    _repr_html_ = __html__


_LONGEST = 2_000
"""So much of a text is shown."""


def element(tag: str, *content: str | None, **attributes: str | None) -> Html:
    """Return an element; a text in it is escaped, `Html` is not, and None is left out.

    The names of attributes have a line below for a hyphen, and end in one where Python has the word.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{safe(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{written}>{joined(content)}</{tag}>")


def joined(content: Iterable[str | None], between: str = "") -> Html:
    """Return elements and texts one after the other, the texts escaped."""
    return Html(between.join(each if isinstance(each, Html) else safe(each) for each in content if each is not None))


def safe(text: str) -> Html:
    """Return a text with its markup escaped, its control characters made visible, and the end of a long one cut."""
    return whole(shortened(text))


def whole(text: str) -> Html:
    """Return a text as `safe` does, however long it is."""
    return Html(escape(visible(text)))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text, or the beginning of a long one.

    >>> shortened("Framtidskraft", 7)
    'Framtid…'
    """
    return text if len(text) <= longest else f"{text[:longest]}…"


def named(text: str) -> str:
    """Return a name on one line, as long as a name may be in a heading or a cell."""
    return one_line(shortened(text, _LONGEST_NAME))


_LONGEST_NAME = 300


def paragraphs(*texts: str | None) -> Html:
    """Return each text as a paragraph; None is left out."""
    return joined(element("p", each) for each in texts if each is not None)


def items(content: Iterable[str], class_: str | None = None) -> Html:
    """Return a list of what there is, and nothing for nothing."""
    listed = [element("li", each) for each in content]
    return element("ul", joined(listed, "\n"), class_=class_) if listed else Html()


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Return names with their values as a list of descriptions, and nothing for nothing."""
    listed = [element("div", element("dt", name), element("dd", value)) for name, value in pairs]
    return element("dl", joined(listed, "\n")) if listed else Html()


def table(shown: Table) -> Html:
    """Return a table with its caption; one that is too wide is scrolled by itself."""

    def cell(column: int, text: str) -> Html:
        return element("td", text, class_="amount" if column in shown.amounts else None)

    def row(cells: tuple[str, ...]) -> Html:
        heading, *others = cells
        depth = (len(heading) - len(heading.lstrip(" "))) // 2
        first = element("th", heading.lstrip(" "), scope="row", class_=f"part{depth}" if depth else None)
        return element("tr", first, *(cell(column, text) for column, text in enumerate(others, 1)))

    heads = [
        element("th", text, scope="col", class_="amount" if column in shown.amounts else None)
        for column, text in enumerate(shown.header)
    ]
    parts = [
        element("caption", shown.caption),
        element("thead", element("tr", *heads)),
        element("tbody", joined((row(tuple(each)) for each in shown.rows), "\n")) if shown.rows else None,
        element("tbody", joined((row(tuple(each)) for each in shown.sums), "\n"), class_="sums")
        if shown.sums
        else None,
    ]
    # What scrolls must be reached by the keyboard too.
    return element(
        "div",
        element("table", joined(parts, "\n")),
        class_="wide",
        role="region",
        aria_label=shown.caption,
        tabindex="0",
    )
