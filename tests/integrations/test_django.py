from __future__ import annotations

import json
import pickle
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import moneyed
import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.core.management import call_command
from django.core.validators import MinValueValidator
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.db.models import Avg, F, Max, Value
from django.db.models.functions import Coalesce
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esfmodel import (
    Country,
    InvalidValue,
    Money,
    OpenPeriod,
    OrganisationNumber,
    Period,
    Project,
    Rate,
    Rounding,
    from_dict,
)
from esfmodel.examples import EXAMPLES
from esfmodel.integrations import django as ours
from esfmodel.integrations._plain import KINDS
from esfmodel.integrations.django import (
    MoneyField,
    MoneyFormField,
    PeriodFormField,
    ProjectField,
    ProjectFormField,
    RateFormField,
    ValueField,
    ValueFormField,
    from_moneyed,
    to_moneyed,
)
from portal_tables import (
    KRONOR,
    NUMBER,
    check_queries_agree_with_python,
    check_what_goes_in_comes_out,
    kept,
    portal_tables,
    undone,
)

if TYPE_CHECKING:
    from django import forms

portal_tables()

LANGUAGES = st.sampled_from(["sv", "en", "fi"])


def refused(field: Any, given: object) -> ValidationError:  # noqa: ANN401
    """Return the error of a field."""
    with pytest.raises(ValidationError) as error:
        field.clean(given)
    return error.value


# --- Forms


@settings(max_examples=20)
@given(LANGUAGES, st.from_type(Money), st.from_type(Rate), st.from_type(Period) | st.from_type(OpenPeriod))
def test_a_form_reads_what_it_shows(language: str, amount: Money, rate: Rate, period: Period | OpenPeriod) -> None:
    """What a field shows for a value is read as that value, in every language, and is no change."""
    fields: list[tuple[forms.Field, object]] = [
        (MoneyFormField(currency=None), amount),
        (MoneyFormField(currency=amount.currency), amount),
        (RateFormField(), rate),
        (PeriodFormField(may_be_open=True), period),
    ]
    with translation.override(language):
        for field, value in fields:
            shown = field.prepare_value(value)
            assert isinstance(shown, str)
            assert field.clean(shown) == value
            assert not field.has_changed(value, shown)


@pytest.mark.parametrize(
    ("field", "given", "code", "sv", "en"),
    [
        (MoneyFormField(), "400 EUR", "money.other_currency", "är i EUR, men", "is in EUR, and"),
        (MoneyFormField(currency=None), "400", "money.no_currency", "saknar valuta", "names no currency"),
        (MoneyFormField(), Money(5, "EUR"), "currency.mixed", "är en annan valuta än", "is another currency than"),
        (MoneyFormField(), 12.5, "value.not_text", "”12.5” är inte text", "“12.5” is not text"),
        (RateFormField(), "0.4", "text.two_readings", "0,4 % eller 40 %", "0.4% or 40%"),
        (PeriodFormField(), "2024-10-01 –", "period.open", "saknar start", "open end"),
        (PeriodFormField(), OpenPeriod(start="2024-10-01"), "period.open", "saknar start eller slut", "open end"),
        (
            ValueFormField(OrganisationNumber),
            "232100-0215",
            "organisation_number.check_digit",
            "kontrollsiffra",
            "check digit",
        ),
        (ProjectFormField(), '{"name": "A", "nuts": "XX"}', "identifier.no_country", "NUTS-kod", "NUTS code"),
        (ProjectFormField(), "{", "syntax.unclosed_bracket", "parentes", "bracket"),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_an_error_is_told_in_the_language_that_is_active(
    field: forms.Field, given: object, code: str, sv: str, en: str
) -> None:
    """The code is ours, and the text is in Swedish where Django is, else in English."""
    with translation.override("sv"):
        assert sv in refused(field, given).messages[0]
    for language in ("en-gb", "fi"):
        with translation.override(language):
            error = refused(field, given)
            assert en in error.messages[0]
            assert error.error_list[0].code == code


@pytest.mark.parametrize(
    ("field", "given"),
    [
        (MoneyFormField(), Money(5, "EUR")),
        (RateFormField(), 12.5),
        (PeriodFormField(), OpenPeriod(start="2024-10-01")),
    ],
    ids=lambda part: type(part).__name__,
)
def test_a_value_that_its_field_does_not_take_has_no_place(field: forms.Field, given: object) -> None:
    """The text stands beside the field, and nothing in the value is singled out."""
    assert refused(field, given).error_list[0].params == {"place": ""}


def test_without_a_language_it_is_swedish() -> None:
    """Where Django has no language active, the library has its own."""
    with translation.override(None):
        assert MoneyFormField().prepare_value(Money(5)) == "5\N{NO-BREAK SPACE}kr"


def test_a_per_cent_sign_stays() -> None:
    """Django writes errors with %, which a share has in it."""
    assert "”40 %%”" in refused(RateFormField(), "40 %%").messages[0]


def test_an_empty_field_is_none_or_told_by_django() -> None:
    """Whether a field must be filled in is Django's question."""
    field = MoneyFormField(required=False)
    assert [field.clean(given) for given in (None, "", " \t")] == [None, None, None]
    assert refused(MoneyFormField(), "").error_list[0].code == "required"
    assert not field.has_changed(None, "")
    assert field.has_changed(None, "5")
    assert field.has_changed(Money(5), "fem")
    assert not MoneyFormField(disabled=True).has_changed(Money(5), "6")
    assert field.prepare_value("fem") == "fem"
    assert ValueFormField(OrganisationNumber).prepare_value(NUMBER) == "232100-0214"
    assert field.prepare_value(None) is None


def test_an_amount_is_in_the_currency_of_its_field() -> None:
    """A number alone is in it, one in kronor is refused, and an unknown currency makes no field."""
    assert MoneyFormField(currency="EUR").clean("12 500,50") == Money("12500.50", "EUR")
    assert refused(MoneyFormField(currency="EUR"), "5 kr").error_list[0].code == "money.other_currency"
    assert refused(MoneyFormField(), Money(5, "EUR")).error_list[0].code == "currency.mixed"
    with pytest.raises(InvalidValue, match="write SEK"):
        MoneyFormField(currency="kr")
    assert RateFormField(unit="%").clean("57,5") == Rate.of_percent("57.5")
    assert PeriodFormField().clean("2023–2025") == Period.of_years(2023, 2025)


def test_every_problem_of_a_project_has_its_place() -> None:
    """All that is wrong is told at once, each with the path of its field."""
    with translation.override("sv"):
        error = refused(ProjectFormField(), '{"name": "", "period": "2026-02-30/2027-12-31"}')
    places = {each.code: each.params for each in error.error_list}
    assert places == {"text.blank": {"place": "name"}, "date.no_such_day": {"place": "period"}}


def test_a_project_is_shown_as_json() -> None:
    """The admin shows a project as it can be read."""
    project = (
        EXAMPLES["Kompetens i Kronoberg"] if "Kompetens i Kronoberg" in EXAMPLES else next(iter(EXAMPLES.values()))
    )
    field = ProjectFormField()
    assert field.clean(field.prepare_value(project)) == project


# --- Models


@settings(max_examples=4, suppress_health_check=[HealthCheck.data_too_large])
@given(KRONOR, st.from_type(Project), st.none() | st.from_type(Rate))
def test_what_goes_in_comes_out(support: Money, project: Project, share: Rate | None) -> None:
    """Amounts, projects and shares are loaded as they were stored."""
    check_what_goes_in_comes_out(support, project, share)


@pytest.mark.parametrize("project", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_published_projects_come_out_as_they_went_in(project: Project) -> None:
    """What real projects state is kept."""
    check_what_goes_in_comes_out(Money("0.10"), project, Rate.of(12, 29))


@settings(max_examples=10)
@given(st.lists(KRONOR, max_size=4), KRONOR)
def test_queries_agree_with_python(amounts: list[Money], other: Money) -> None:
    """Equality, order and sum are exact."""
    check_queries_agree_with_python(amounts, other)


def test_two_examples_by_hand() -> None:
    """0.10 and 0.20 kronor are 30 öre, and so they stand in the database; a project is a line of JSON."""
    with undone() as rows:
        kept(rows, Money("0.10"))
        kept(rows, Money("0.20"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT SUM(support), MIN(project) FROM django_portal_application")
            assert cursor.fetchone() == (30, '{"name": "Nya vägar"}')
        doubled = rows.annotate(two=models.ExpressionWrapper(F("support") * 2, MoneyField())).values_list(
            "two", flat=True
        )
        assert list(doubled.order_by("two")) == [Money("0.20"), Money("0.40")]


def test_a_number_in_an_unknown_key_is_kept_exactly() -> None:
    """A project is written by `to_json`, which loses no digits."""
    project = from_dict({"name": "A", "bredd": Decimal("0.12345678901234567890")})
    with undone() as rows:
        assert kept(rows, Money(1), project).project == project


def test_what_a_column_cannot_hold_is_refused() -> None:
    """A number has no currency, another currency no place, and a dict is read before it is saved."""
    with undone() as rows:
        with pytest.raises(TypeError, match=r"MoneyField takes a Money, such as Money\(900\), not int"):
            kept(rows, 5)  # type: ignore[arg-type]
        with pytest.raises(InvalidValue, match=r"^currency 'EUR' is another currency than SEK"):
            kept(rows, Money(5, "EUR"))
        with pytest.raises(TypeError, match="ProjectField takes a Project, not dict"):
            kept(rows, Money(5), {"name": "A"})  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="value must be Rate, not str"):
            kept(rows, Money(5), share="40%")  # type: ignore[arg-type]


@pytest.mark.parametrize("lookup", ["support__contains", "support__regex", "share__gt", "share__contains"])
def test_a_question_that_text_would_answer_wrongly_is_refused(lookup: str) -> None:
    """Django says that the lookup is not supported."""
    with undone() as rows, pytest.raises(FieldError, match="Unsupported lookup"):
        rows.filter(**{lookup: Money(5) if "support" in lookup else Rate(1)})


def test_no_row_is_found_by_the_null_of_json() -> None:
    """A project that is None is NULL, and is found as that."""
    with undone() as rows:
        assert str(rows.filter(project=None).query) == str(rows.filter(project__isnull=True).query)


def test_a_field_that_nobody_filled_in_is_none() -> None:
    """It is neither an amount nor a text."""
    with undone() as rows:
        row = rows.model()
        assert (row.support, row.applicant, row.project) == (None, None, None)


def test_öre_are_not_compared_with_cents() -> None:
    """An expression in another currency is refused in a comparison, an update and a choice between columns."""
    euro = Value(Money(5, "EUR"), MoneyField(currency="EUR"))
    with undone() as rows:
        kept(rows, Money(5))
        assert rows.update(support=F("support") + Value(Money(2), MoneyField())) == 1
        known = Coalesce("support", Value(Money(0), MoneyField()))
        assert rows.filter(support__gte=F("support") * 1).values_list(known, flat=True).get() == Money(7)
        asks: list[Any] = [
            lambda: rows.filter(support__gt=euro),
            lambda: rows.filter(support__in=[Money(5), euro]),
            lambda: list(rows.values_list(Coalesce("support", euro))),
            lambda: rows.update(support=euro),
        ]
        for ask in asks:
            with pytest.raises(InvalidValue, match="'EUR' is another currency than SEK"):
                ask()


def test_the_largest_of_texts_is_refused() -> None:
    """Of 9 % and 40 %, text has 9 % as the larger."""
    with undone() as rows:
        kept(rows, Money(1), share=Rate.of_percent(9))
        with pytest.raises(TypeError, match="Max would compare Rate as text; compare the values in Python"):
            rows.aggregate(most=Max("share"))


def test_an_average_that_is_not_exact_is_refused() -> None:
    """A float is no amount, even where it looks whole; a Decimal is one where it is whole."""
    with undone() as rows:
        kept(rows, Money(1))
        with pytest.raises(InvalidValue, match=r"^'100\.0' is not a whole number"):
            rows.aggregate(average=Avg("support"))
    assert MoneyField().from_db_value(Decimal(150), None, None) == Money("1.50")
    with pytest.raises(InvalidValue, match=r"^'1\.5' is not a whole number"):
        MoneyField().from_db_value(Decimal("1.5"), None, None)


def test_data_is_read_before_it_is_saved() -> None:
    """`full_clean` makes a project of a dict or of JSON, and tells all that is wrong."""
    with undone() as rows:
        row = rows.model(applicant="232100-0214", support="12.50 SEK", project={"name": "A"})
        row.full_clean()
        assert (row.applicant, row.support, row.project) == (NUMBER, Money("12.50"), Project("A"))
        row.project = '{"name": "B"}'
        row.full_clean()
        assert row.project == Project("B")
        row.support, row.project, row.applicant = "12 kr", {"name": ""}, 5
        with translation.override("sv"), pytest.raises(ValidationError) as told:
            row.full_clean()
    codes = {name: [each.code for each in errors] for name, errors in told.value.error_dict.items()}
    assert codes == {"support": ["currency.other_writing"], "project": ["text.blank"], "applicant": ["value.not_text"]}


@pytest.mark.parametrize(
    ("field", "given", "code", "place", "told"),
    [
        (MoneyField(), 5, "value.not_text", "", '“5” is not text. Write it as text, such as "12.50 SEK".'),
        (MoneyField(), Money(5, "EUR"), "currency.mixed", "currency", "“EUR” is another currency than SEK."),
        (ValueField(Rate), 0.4, "value.not_text", "", '“0.4” is not text. Write it as text, such as "0.4".'),
        (ValueField(Rate), "0.4", "rate.not_plain", "rate", "“0.4” is not a share."),
        (ProjectField(), ["A"], "value.not_keys", "", "stands where several keys are expected"),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_what_is_no_value_of_the_field_is_invalid(
    field: Any,  # noqa: ANN401
    given: object,
    code: str,
    place: str,
    told: str,
) -> None:
    """The error is Django's, with our code, our text and the place of what is wrong."""
    with translation.override("en"), pytest.raises(ValidationError) as error:
        field.to_python(given)
    (only,) = error.value.error_list
    assert (only.code, only.params) == (code, {"place": place})
    assert told in error.value.messages[0]


@given(st.from_type(Money))
def test_an_amount_is_read_in_the_currency_of_its_column(amount: Money) -> None:
    """What the database has is a number; the currency is of the field."""
    field = MoneyField(currency=amount.currency)
    assert field.from_db_value(field.get_prep_value(amount), None, None) == amount


def test_null_is_none() -> None:
    """Nothing is stored as nothing, and read as None."""
    fields: list[Any] = [MoneyField(null=True), ValueField(Rate, null=True), ProjectField(null=True)]
    for field in fields:
        assert field.get_prep_value(None) is None
        assert field.from_db_value(None, None, None) is None
        assert field.to_python(None) is None
        assert field.get_db_prep_save(None, connection) is None


def name_of(field: Any) -> str:  # noqa: ANN401
    """Name the kind of a field, or its class."""
    return cast("type", field.kind if isinstance(field, ValueField) else type(field)).__name__


@pytest.mark.parametrize(
    "field",
    [
        MoneyField(
            currency="EUR",
            default=Money("0.50", "EUR"),
            choices=[(Country("Finland"), "1")],
            validators=[MinValueValidator(Money(0))],
        ),
        ProjectField("projekt"),
        *(ValueField(kind) for kind in KINDS.values()),
    ],
    ids=name_of,
)
def test_a_field_migrates(field: Any) -> None:  # noqa: ANN401
    """A migration writes what makes the field anew, without the modules of this library."""
    written, imports = MigrationWriter.serialize(field)
    names: dict[str, Any] = {}
    exec("\n".join(imports), names)  # noqa: S102
    again = eval(written, names)  # noqa: S307
    assert again.deconstruct()[1:] == field.deconstruct()[1:]
    assert (getattr(again, "kind", None), getattr(again, "currency", None)) == (
        getattr(field, "kind", None),
        getattr(field, "currency", None),
    )
    assert imports <= {"import esfmodel.integrations.django", "import esfmodel", "import django.core.validators"}


def test_the_migration_of_the_portal_is_whole() -> None:
    """Django finds nothing to change."""
    call_command("makemigrations", "django_portal", check=True, dry_run=True, verbosity=0)


def test_a_row_is_pickled_and_dumped() -> None:
    """A cache has the row, and `dumpdata` and `loaddata` the same values."""
    with undone() as rows:
        row = kept(rows, Money("12.50"), Project("A"), Rate.of(12, 29))
        again = pickle.loads(pickle.dumps(row))  # noqa: S301
        assert (again.support, again.project, again.share) == (row.support, row.project, row.share)
        (loaded,) = serializers.deserialize("json", serializers.serialize("json", [row]))
        read: Any = loaded.object
        assert (read.support, read.project, read.share) == (row.support, row.project, row.share)
        assert json.loads(serializers.serialize("json", [row]))[0]["fields"]["support"] == "12.50 SEK"


def test_parts_and_expressions_go_to_the_database() -> None:
    """A part of a project is plain data, and a project is a value of an expression."""
    with undone() as rows:
        kept(rows, Money(5), from_dict({"name": "A", "participants_planned": 7}))
        assert (
            rows.filter(project__name__startswith="A").values_list("project__participants_planned", flat=True)[0] == 7
        )
        assert rows.update(project=Value(Project("B"), ProjectField()), support=Value(Money(6), MoneyField())) == 1
        assert (rows.get().project, rows.get().support) == (Project("B"), Money(6))


def test_a_model_form_has_the_fields_of_forms() -> None:
    """Each field of a model has a field of forms of its own, labelled as asked; an application may have another."""
    made: dict[Any, type[forms.Field]] = {
        MoneyField(currency="EUR"): MoneyFormField,
        ValueField(Money): MoneyFormField,
        ValueField(Rate): RateFormField,
        ValueField(Period): PeriodFormField,
        ValueField("NutsCode"): ValueFormField,
        ProjectField(): ProjectFormField,
    }
    assert {field: type(field.formfield()) for field in made} == made
    assert MoneyField(currency="EUR").formfield().currency == "EUR"
    assert ValueField(Money).formfield().currency is None
    assert {field.formfield(label="Stöd").label for field in made} == {"Stöd"}
    assert {type(field.formfield(form_class=RateFormField)) for field in (ValueField("Country"), ProjectField())} == {
        RateFormField
    }


# --- django-money


@settings(max_examples=15)
@given(st.from_type(Money))
def test_amounts_of_django_money_come_back(amount: Money) -> None:
    """An amount is the same in py-moneyed, to the last decimal, and comes back."""
    assert from_moneyed(to_moneyed(amount)) == amount


def test_a_model_of_django_money_keeps_them() -> None:
    """A field of django-money takes the amount, and gives one that comes back."""
    from django_portal.models import Payment

    with undone():
        for amount in (Money("0.10"), Money("1.234", "KWD"), Money(10**15, "JPY")):
            Payment.objects.create(amount=to_moneyed(amount))
        rows: Any = Payment.objects.order_by("id")
        assert [from_moneyed(each.amount) for each in rows] == [
            Money("0.10"),
            Money("1.234", "KWD"),
            Money(10**15, "JPY"),
        ]


def test_what_does_not_come_out_even_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A third of a krona needs a rounding; what is not theirs is told, and so is a missing package."""
    third = moneyed.Money("0.333", "SEK")
    with pytest.raises(InvalidValue, match="more than two decimals"):
        from_moneyed(third)
    assert from_moneyed(third, rounding=Rounding.MINOR_HALF_UP) == Money("0.33")
    wrong: Any = Decimal(5)
    with pytest.raises(TypeError, match="must be a Money of py-moneyed, not Decimal"):
        from_moneyed(wrong)

    def unknown(_amount: object, currency: str) -> None:
        raise moneyed.CurrencyDoesNotExist(currency)

    monkeypatch.setattr(moneyed, "Money", unknown)
    with pytest.raises(InvalidValue, match="not a currency code; write the code of ISO 4217, like SEK"):
        to_moneyed(Money(5))
    monkeypatch.setitem(sys.modules, "moneyed", None)
    with pytest.raises(InvalidValue, match="pip install py-moneyed"):
        to_moneyed(Money(5))


def test_the_module_lists_its_names() -> None:
    """Completion offers the public names alone."""
    assert dir(ours) == sorted(ours.__all__)
