r"""Filters of Jinja2 that write figures and projects in Swedish or English.

>>> from jinja2 import Environment
>>> from esfmodel import Money, Rate
>>> environment = Environment(autoescape=True)
>>> install(environment, "sv")
>>> page = environment.from_string("<td>{{ support | money }}</td><td>{{ support | money(style='mnkr') }}</td>")
>>> print(page.render(support=Money(3_706_566)).replace("\N{NO-BREAK SPACE}", " "))
<td>3 706 566 kr</td><td>3,7 mnkr</td>
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

try:
    from jinja2 import Environment, Undefined
except ModuleNotFoundError:
    _NEEDED = "esfmodel.integrations.jinja needs Jinja2; install it: pip install 'esfmodel[jinja]'"
    raise ModuleNotFoundError(_NEEDED, name="jinja2") from None

from markupsafe import Markup

from esfmodel import display
from esfmodel.errors import InvalidValue
from esfmodel.model.fields import check_type
from esfmodel.text.languages import TEXTS
from esfmodel.values.format import check_language

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILTERS", "install"]


def __dir__() -> list[str]:
    return [*__all__]


FILTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "money": "format_money",
        "rate": "format_rate",
        "date": "format_date",
        "period": "format_period",
        "duration": "format_duration",
        "counted": "format_count",
        "listed": "format_list",
        "label": "label",
        "genitive": "genitive",
        "summary": "summary",
        "financing_plan": "financing_plan",
        "funding_statement": "funding_statement",
        "visibility_statement": "visibility_statement",
        "html": "html",
    }
)
"""The filters by name, each with its function: `html` of `esfmodel.display`, the others of a language's text."""


def install(environment: Environment, language: str = "sv", *, prefix: str = "") -> None:
    r"""Add the filters of `FILTERS` to an environment of Jinja2, in a language of the library.

    A filter takes what its function takes, `{{ project.period | period(style="short") }}`, and `language="en"` for one
    figure in the other language. A figure, label or list that is None is written "ej angivet", and a project that is
    None raises `TypeError`; a name that the template misspells raises `UndefinedError`. What a filter writes is plain
    text, which Jinja escapes where the environment has `autoescape`; only `html` writes markup, in which everything is
    escaped.

    No filter of Jinja is replaced. Where the application has one of its own under one of the names, `install` raises
    `InvalidValue` and adds none: pass `prefix="esf_"` to have `esf_money` and so on. To install once more changes the
    language.

    >>> from jinja2 import Environment
    >>> environment = Environment(autoescape=True)
    >>> install(environment, "en", prefix="esf_")
    >>> environment.from_string("{{ names | esf_listed }}").render(names=["Bräcke", "Berg & Dal"])
    'Bräcke and Berg &amp; Dal'
    """
    check_type(environment, Environment, "environment")
    check_language(language)
    check_type(prefix, str, "prefix")
    filters: dict[str, Any] = environment.filters
    ours = {f"{prefix}{name}": _Filter(function, language) for name, function in FILTERS.items()}
    for name in ours:
        if name in filters and not isinstance(filters[name], _Filter):
            raise InvalidValue("argument.filter_taken", "prefix", name, example='"esf_"')
    filters.update(ours)


class _Filter(partial[Any]):
    """A filter of ours, told from one of the application's own."""

    def __new__(cls, function: str, language: str) -> _Filter:
        return super().__new__(cls, _written, function, language)


def _written(function: str, own: str, value: Any, /, *more: Any, language: str | None = None, **named: Any) -> str:  # noqa: ANN401
    """Write a value in a language, by default the environment's own."""
    for given in (value, *more, language, *named.values()):
        if isinstance(given, Undefined):
            # Jinja itself would write nothing for a name that is misspelt or was not passed.
            given._fail_with_undefined_error()  # pyright: ignore[reportPrivateUsage]  # documented
    chosen = own if language is None else language
    if function == "html":
        return Markup(display.html(value, chosen, *more, **named))  # noqa: S704  # escaped there
    written: str = getattr(TEXTS[chosen], function)(value, *more, **named)
    return written
