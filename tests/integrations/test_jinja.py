from __future__ import annotations

import datetime
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import (
    ChainableUndefined,
    DebugUndefined,
    Environment,
    StrictUndefined,
    Undefined,
    UndefinedError,
)
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from esfmodel import Bounds, CostCategory, InvalidValue, Money, Period, Project, Rate, display
from esfmodel.examples import KOMPETENS_I_KRONOBERG
from esfmodel.formats import Reading
from esfmodel.integrations import jinja as ours
from esfmodel.integrations.jinja import FILTERS, install
from esfmodel.text import en, sv

LANGUAGES = {"sv": sv, "en": en}


def environment(language: str = "sv", **options: Any) -> Environment:  # noqa: ANN401
    """Return an environment with the filters."""
    made = Environment(autoescape=True, **options)
    install(made, language)
    return made


def written(source: str, language: str = "sv", **names: object) -> str:
    """Render a template."""
    return environment(language).from_string(source).render(**names)


@settings(max_examples=10)
@given(st.sampled_from(["sv", "en"]), st.from_type(Money), st.from_type(Rate), st.from_type(Period))
def test_a_filter_writes_as_its_function(language: str, amount: Money, rate: Rate, period: Period) -> None:
    """What stands on the page is what the language writes, escaped."""
    text: Any = LANGUAGES[language]
    page = written("{{ a | money }}|{{ r | rate }}|{{ p | period }}", language, a=amount, r=rate, p=period)
    parts = (text.format_money(amount), text.format_rate(rate), text.format_period(period))
    assert page == "|".join(str(escape(part)) for part in parts)


@pytest.mark.parametrize(
    ("source", "swedish", "english"),
    [
        ("{{ 3706566 | amount | money(style='words') }}", "3,7 miljoner kronor", "3.7 million Swedish kronor"),
        ("{{ day | date }}", "1 oktober 2024", "1 October 2024"),
        ("{{ 30 | duration(style='words') }}", "två och ett halvt år", "two and a half years"),
        ("{{ 14 | counted('kommun', 'kommuner') }}", "14 kommuner", "14 kommuner"),
        ("{{ ['Bräcke', 'Berg'] | listed }}", "Bräcke och Berg", "Bräcke and Berg"),
        ("{{ travel | label }}", "resor och logi", "travel"),
        ("{{ 'Borås' | genitive }}", "Borås", "Borås’s"),
        ("{{ none | money }}", "ej angivet", "not stated"),
        ("{{ bounds | money(qualifier='just_over', language='sv') }}", "drygt 5 kr", "drygt 5 kr"),
    ],
)
def test_examples_in_both_languages(source: str, swedish: str, english: str) -> None:
    """Each filter takes what its function takes, and the other language by name."""
    names = {
        "day": datetime.date(2024, 10, 1),
        "travel": CostCategory.TRAVEL,
        "bounds": Bounds.over(Money(5)),
    }
    for language, expected in (("sv", swedish), ("en", english)):
        made = environment(language)
        filters: Any = made.filters
        filters["amount"] = Money
        page = made.from_string(source).render(**names).replace("\N{NO-BREAK SPACE}", " ")
        assert page.replace("&#39;", "’").replace("'", "’") == expected


def test_texts_of_a_project() -> None:
    """The texts are those of the language."""
    project = KOMPETENS_I_KRONOBERG
    source = (
        "{{ p | summary }}|{{ p.budget | financing_plan }}|{{ p | funding_statement }}|{{ p | visibility_statement }}"
    )
    assert project.budget is not None
    parts = (
        sv.summary(project),
        sv.financing_plan(project.budget),
        sv.funding_statement(project),
        sv.visibility_statement(project),
    )
    assert written(source, p=project) == "|".join(str(escape(part)) for part in parts)


def test_names_are_escaped_and_html_is_not() -> None:
    """What is plain text is escaped, also where a name was marked as safe; a page in HTML has escaped its own."""
    project = Project("<b>A & B</b>")
    assert "<b>" not in written("{{ p | summary }}{{ names | listed }}", p=project, names=[Markup("<b>A</b>"), "C"])
    reading = Reading([project], text="<b>A & B</b>")
    assert written("{{ r | html }}", r=reading) == display.html(reading, "sv")
    assert written("{{ r | html(language='en') }}", r=reading) == display.html(reading, "en")
    assert written("{{ r | html(page=true) }}", r=reading) == display.html(reading, "sv", page=True)
    with pytest.raises(TypeError, match="2 positional arguments but 3 were given"):
        written("{{ r | html('en') }}", r=reading)


def test_nothing_of_jinja_is_replaced() -> None:
    """Every filter and global of Jinja stays what it is, and so does what others share."""
    made = environment()
    assert {name: made.filters[name] for name in DEFAULT_FILTERS} == DEFAULT_FILTERS
    assert made.globals == DEFAULT_NAMESPACE
    assert set(made.filters) - set(DEFAULT_FILTERS) == set(FILTERS)
    assert not set(Environment().filters) & set(FILTERS)  # noqa: S701


def test_a_filter_of_the_application_is_not_replaced() -> None:
    """A taken name is refused before any is added, and a prefix makes it free; once more is another language."""
    made = Environment(autoescape=True)
    made.filters["date"] = str
    with pytest.raises(InvalidValue, match='such as "esf_"') as refused:
        install(made)
    assert (refused.value.code, refused.value.given) == ("argument.filter_taken", "date")
    assert "money" not in made.filters
    install(made, prefix="esf_")
    install(made, "en", prefix="esf_")
    assert made.from_string("{{ d | date }} {{ m | esf_money }}").render(d=5, m=Money(5)) == "5 SEK\N{NO-BREAK SPACE}5"


def test_a_misspelt_name_is_not_unknown() -> None:
    """Only None is "not stated"; a name that is not there is an error, as Jinja's own strictness has it."""
    for kind in (Undefined, StrictUndefined, ChainableUndefined, DebugUndefined):
        for source in (
            "{{ suport | money }}",
            "{{ suport | html }}",
            "{{ 1 | counted(suport, 'kommuner') }}",
            "{{ none | money(language=suport) }}",
        ):
            with pytest.raises(UndefinedError, match="'suport' is undefined"):
                environment(undefined=kind).from_string(source).render()


def test_a_sandbox_has_them_too() -> None:
    """Templates of strangers may use the filters."""
    made = ImmutableSandboxedEnvironment(autoescape=True)
    install(made)
    assert made.from_string("{{ m | money }}").render(m=Money(5)) == "5\N{NO-BREAK SPACE}kr"


def test_wrong_arguments_are_refused() -> None:
    """A language that is none of ours, and what is no environment."""
    wrong: Any = {}
    with pytest.raises(TypeError, match="environment must be Environment, not dict"):
        install(wrong)
    with pytest.raises(InvalidValue, match="use one of sv, en"):
        install(Environment(autoescape=True), "fi")
    with pytest.raises(InvalidValue, match="use one of sv, en"):
        written("{{ m | money(language='fi') }}", m=Money(5))
    with pytest.raises(TypeError, match="prefix must be str"):
        install(Environment(autoescape=True), prefix=wrong)


def test_the_module_lists_its_names() -> None:
    """Completion offers the public names alone, and nothing but the template engine is needed."""
    assert dir(ours) == sorted(ours.__all__)
    assert "jinja2" in sys.modules
