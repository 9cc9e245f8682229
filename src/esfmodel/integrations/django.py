"""Fields of Django for amounts, other values and projects, in forms and in the database; and amounts of django-money.

The fields of forms read and answer in the language that Django has active: Swedish, or else English.

>>> from esfmodel import Money
>>> MoneyFormField().clean("1 250 000,50 kr")
Money("1250000.50")
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

try:
    from django import forms
except ModuleNotFoundError:
    _NEEDED = "esfmodel.integrations.django needs Django; install it: pip install 'esfmodel[django]'"
    raise ModuleNotFoundError(_NEEDED, name="django") from None

from django.core.exceptions import FieldError, ValidationError
from django.db import models
from django.db.migrations.serializer import BaseSerializer, Serializer
from django.db.models import lookups
from django.db.models.fields.json import JSONExact, KeyTransform
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils.translation import get_language

from esfmodel.errors import EsfModelError, InvalidData, InvalidValue
from esfmodel.formats.plain import from_dict, from_json, to_json
from esfmodel.integrations._plain import KINDS, from_plain, kind_of, to_plain
from esfmodel.model.project import Project
from esfmodel.text.languages import TEXTS
from esfmodel.values.format import LANGUAGES
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Callable

    import moneyed

    from esfmodel.text import RateUnit
    from esfmodel.values.rounding import Rounding

    _MoneyColumn = models.Field[Money | None, Any]
    _ValueColumn = models.Field[Any, Any]
    _ProjectColumn = models.JSONField[Project | None, Any]
else:
    _MoneyColumn = _ValueColumn = models.Field
    _ProjectColumn = models.JSONField

__all__ = [
    "MoneyField",
    "MoneyFormField",
    "PeriodFormField",
    "ProjectField",
    "ProjectFormField",
    "RateFormField",
    "ValueField",
    "ValueFormField",
    "from_moneyed",
    "to_moneyed",
]

V = TypeVar("V")


def __dir__() -> list[str]:
    return [*__all__]


def _active_language() -> str:
    """Return the language that Django has active: ours where it is one of ours, Swedish where none is active."""
    swedish, english = LANGUAGES
    active = (get_language() or swedish).partition("-")[0]
    return active if active in LANGUAGES else english


def _refused(error: EsfModelError) -> ValidationError:
    """Return one of our errors as Django has them, with one of its own for each problem in a document.

    The code is ours, and `params["place"]` the path of what is wrong. A single value has no place: its text stands
    beside the field.
    """
    language = _active_language()
    if isinstance(error, InvalidData):
        return ValidationError([_told(each.text(language), each.code, each.place) for each in error.problems])
    return _told(error.at("").text(language), error.code, error.place)


def _told(text: str, code: str, place: str) -> ValidationError:
    # Django puts the params into the text with %, which a share may have in it.
    return ValidationError(text.replace("%", "%%"), code=code, params={"place": place})


# --- Forms


class _ReadFormField(forms.Field, Generic[V]):
    """A field of a form whose text is read as a value of one kind."""

    _kinds: tuple[type[V], ...]

    def to_python(self, value: object) -> V | None:
        """Return the value that a text says, or None where it is empty."""
        if value is None or isinstance(value, self._kinds):
            return value
        try:
            if not isinstance(value, str):
                raise InvalidValue("value.not_text", "", str(value), example=f'"{value}"')
            return self._read(value) if value.strip() else None
        except EsfModelError as error:
            raise _refused(error) from None

    def prepare_value(self, value: object) -> object:
        """Return the text that the form shows for a value; a text that was sent is shown as it was sent."""
        return self._write(value) if isinstance(value, self._kinds) else value

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether a text says another value than the one that the form showed."""
        try:
            return not self.disabled and self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    if TYPE_CHECKING:

        def _read(self, text: str) -> V: ...

        def _write(self, value: V) -> str: ...


class MoneyFormField(_ReadFormField[Money]):
    """A field of a form for an amount, as people write it: `1 250 000,50 kr`, `1,25 mnkr`; in English `SEK 1,250,000`.

    Amounts are in one `currency`, which need not be written; one in another is refused. With `currency=None` an amount
    is in any, and names it. An error has our code, and its text is in the language that is active.

    >>> from django.core.exceptions import ValidationError
    >>> try:
    ...     MoneyFormField().clean("12.345 kr")
    ... except ValidationError as error:
    ...     print(error.code, *error.messages)
    number.two_readings ”12.345 kr” kan betyda 12 345 eller 12,345. Skriv ”12 345 kr” eller ”12,35 kr”.
    """

    _kinds = (Money,)

    def __init__(self, *, currency: str | None = "SEK", **more: Any) -> None:  # noqa: ANN401
        self.currency = None if currency is None else Money(0, currency).currency
        super().__init__(**more)

    def to_python(self, value: object) -> Money | None:
        """Return the amount that a text says, or None where it is empty; refuse an amount in another currency."""
        amount = super().to_python(value)
        if amount is not None and self.currency not in (None, amount.currency):
            raise _refused(InvalidValue("currency.mixed", "", amount, other=self.currency))
        return amount

    def _read(self, text: str) -> Money:
        return TEXTS[_active_language()].parse_money(text, currency=self.currency)

    def _write(self, value: Money) -> str:
        return TEXTS[_active_language()].format_money(value)


class RateFormField(_ReadFormField[Rate]):
    """A field of a form for a share: `40 %`, `12/29`. With `unit="%"`, which stands beside the field, also `40`.

    >>> RateFormField(unit="%").clean("57,5")
    Rate.of_percent("57.5")
    """

    _kinds = (Rate,)

    def __init__(self, *, unit: RateUnit | None = None, **more: Any) -> None:  # noqa: ANN401
        self.unit: RateUnit | None = unit
        super().__init__(**more)

    def _read(self, text: str) -> Rate:
        return TEXTS[_active_language()].parse_rate(text, unit=self.unit)

    def _write(self, value: Rate) -> str:
        return TEXTS[_active_language()].format_rate(value, style="exact")


class PeriodFormField(_ReadFormField["Period | OpenPeriod"]):
    """A field of a form for a period: `1 oktober 2024–30 september 2027`, `2023–2025`.

    A period without a start or an end is refused, but with `may_be_open=True`.

    >>> PeriodFormField().clean("1/10 2024 – 30/9 2027")
    Period("2024-10-01", "2027-09-30")
    """

    _kinds = (Period, OpenPeriod)

    def __init__(self, *, may_be_open: bool = False, **more: Any) -> None:  # noqa: ANN401
        self.may_be_open = may_be_open
        super().__init__(**more)

    def to_python(self, value: object) -> Period | OpenPeriod | None:
        """Return the period that a text says, or None where it is empty; refuse an open one where it may not be."""
        period = super().to_python(value)
        if isinstance(period, OpenPeriod) and not self.may_be_open:
            raise _refused(InvalidValue("period.open", "", period, example="2024-10-01/2027-09-30"))
        return period

    def _read(self, text: str) -> Period | OpenPeriod:
        return TEXTS[_active_language()].parse_period(text)

    def _write(self, value: Period | OpenPeriod) -> str:
        return TEXTS[_active_language()].format_period(value)


class ValueFormField(_ReadFormField[V]):
    """A field of a form for one kind of value in its plain text, such as an organisation number or an operation ID.

    The kinds are those of `ValueField`.

    >>> from esfmodel import OrganisationNumber
    >>> ValueFormField(OrganisationNumber).clean("232100-0214")
    OrganisationNumber("232100-0214")
    """

    def __init__(self, kind: type[V] | str, **more: Any) -> None:  # noqa: ANN401
        self.kind = kind_of(kind)
        self._kinds = (self.kind,)
        super().__init__(**more)

    def _read(self, text: str) -> V:
        return from_plain(text.strip(), self.kind)

    def _write(self, value: V) -> str:
        return to_plain(value, self.kind)


class ProjectFormField(_ReadFormField[Project]):
    """A field of a form for a project as JSON, as the admin shows a `ProjectField`.

    >>> ProjectFormField().clean('{"name": "Nya vägar"}')
    Project('Nya vägar')
    """

    _kinds = (Project,)
    widget = forms.Textarea

    def _read(self, text: str) -> Project:
        return from_json(text)

    def _write(self, value: Project) -> str:
        return to_json(value)


# --- Models


class MoneyField(_MoneyColumn):
    """A column for amounts in one currency, kept as a whole number of its smallest unit: exact in every database.

    Rows are found and put in order by the amount, and `Sum` returns a `Money`. An amount in another currency raises
    `InvalidValue`, and so does a comparison with a column in another, or an update from it; a number without a currency
    raises `TypeError`; an average that is not exact raises `InvalidValue`. To keep amounts in several currencies, use a
    `ValueField(Money)`, or django-money with `to_moneyed`.

    >>> MoneyField().get_prep_value(Money("12.50"))
    1250
    """

    description = "An amount in one currency"
    empty_strings_allowed = False

    def __init__(self, *arguments: Any, currency: str = "SEK", **more: Any) -> None:  # noqa: ANN401
        self.currency = Money(0, currency).currency
        super().__init__(*arguments, **more)

    def deconstruct(self) -> Any:  # noqa: ANN401
        """Return what a migration writes: the currency is part of it."""
        name, path, arguments, named = super().deconstruct()
        return name, path, arguments, named | {"currency": self.currency}

    def db_type(self, connection: Any) -> str | None:  # noqa: ANN401
        """Return the type of column, which holds every amount there can be."""
        # Were it the internal type, Django would cut the result of an expression to a whole number before it is read.
        return models.BigIntegerField().db_type(connection)

    def get_lookup(self, lookup_name: str) -> Any:  # noqa: ANN401
        """Return a comparison of amounts; Django refuses those of text, such as `contains`."""
        return super().get_lookup(lookup_name) if lookup_name in _OF_AMOUNTS else None

    def from_db_value(self, value: Any, expression: Any, _connection: object) -> Money | None:  # noqa: ANN401
        """Return the amount of a number in the column, or of a sum of them."""
        if isinstance(expression, (models.Case, Coalesce, Greatest, Least)):
            for each in expression.get_source_expressions():
                _check_expression(each, self.currency)
        if value is None:
            return None
        # A float may be rounded, even where it looks whole.
        if isinstance(value, float) or int(value) != value:
            raise InvalidValue("value.not_whole", "", str(value))
        return Money.of_minor(int(value), self.currency)

    def to_python(self, value: object) -> Money | None:
        """Return an amount, given itself or in plain text, "12.50 SEK"; raise `ValidationError` for anything else."""
        try:
            if value is None or isinstance(value, Money):
                return self._in_currency(value)
            if not isinstance(value, str):
                raise InvalidValue("value.not_text", "", str(value), example='"12.50 SEK"')
            return self._in_currency(Money.parse(value))
        except InvalidValue as error:
            raise _refused(error) from None

    def get_prep_value(self, value: Any) -> int | None:  # noqa: ANN401
        """Return the number that is stored."""
        if value is not None and not isinstance(value, Money):
            raise TypeError(f"{type(self).__name__} takes a Money, such as Money(900), not {type(value).__name__}")
        checked = self._in_currency(value)
        return None if checked is None else checked.minor

    def get_placeholder(self, value: Any, _compiler: object, _connection: object) -> str:  # noqa: ANN401
        """Return the place of a value in an UPDATE or INSERT; refuse an expression in another currency."""
        _check_expression(value, self.currency)
        return "%s"

    def value_to_string(self, obj: models.Model) -> str:
        """Return the plain text of an amount, for `dumpdata`."""
        return str(self.value_from_object(obj))

    def formfield(self, **named: Any) -> Any:  # noqa: ANN401
        """Return a `MoneyFormField` in the same currency."""
        return cast("Any", super()).formfield(**{"form_class": MoneyFormField, "currency": self.currency, **named})

    def _in_currency(self, value: Money | None) -> Money | None:
        if value is not None and value.currency != self.currency:
            raise InvalidValue("currency.mixed", "currency", value.currency, other=self.currency)
        return value


def _check_expression(given: object, currency: str) -> None:
    """Raise `InvalidValue` for an expression that is known to be in another currency."""
    try:
        other = getattr(given, "output_field", None)
    except FieldError:  # Django cannot infer what type it is
        return
    if isinstance(other, MoneyField) and other.currency != currency:
        raise InvalidValue("currency.mixed", "currency", other.currency, other=currency)


class _InOneCurrency:
    """A comparison of amounts; the database would compare öre with cents."""

    def get_prep_lookup(self) -> Any:  # noqa: ANN401
        asked = cast("Any", self)
        given: object = asked.rhs
        several = cast("list[object]", given) if isinstance(given, (list, tuple)) else [given]
        for each in several:
            _check_expression(each, asked.lhs.output_field.currency)
        return cast("Any", super()).get_prep_lookup()


# Named one by one, so that a query can be pickled.
@MoneyField.register_lookup
class _Exact(_InOneCurrency, lookups.Exact): ...


@MoneyField.register_lookup
class _In(_InOneCurrency, lookups.In): ...


@MoneyField.register_lookup
class _Range(_InOneCurrency, lookups.Range): ...


@MoneyField.register_lookup
class _GreaterThan(_InOneCurrency, lookups.GreaterThan): ...


@MoneyField.register_lookup
class _GreaterThanOrEqual(_InOneCurrency, lookups.GreaterThanOrEqual): ...


@MoneyField.register_lookup
class _LessThan(_InOneCurrency, lookups.LessThan): ...


@MoneyField.register_lookup
class _LessThanOrEqual(_InOneCurrency, lookups.LessThanOrEqual): ...


_OF_AMOUNTS = frozenset({"exact", "in", "isnull", "gt", "gte", "lt", "lte", "range"})
_OF_TEXTS = frozenset({"exact", "in", "isnull"})


class ValueField(_ValueColumn):
    """A column of text for values of one kind, such as `ValueField(Rate)`: "40%", "2024-10-01/2027-09-30".

    The kinds are Money, Rate, Period, OpenPeriod, ProgrammingPeriod, Country and the identifiers, given as a class or
    by name. Values are found by equality and `__in`, and Django refuses other lookups, since "9%" comes after "40%" in
    the order of text; `order_by` would use that order: sort the values in Python. Raises `TypeError` for a value of
    another kind, and for the largest or smallest of several (`Max`, `Min`, `Greatest`, `Least`).

    >>> from esfmodel import Rate
    >>> ValueField(Rate).get_prep_value(Rate.of(12, 29))
    '12/29'
    """

    description = "A value as text"
    empty_strings_allowed = False

    def __init__(self, kind: type[Any] | str, *arguments: Any, **more: Any) -> None:  # noqa: ANN401
        self.kind: type[Any] = kind_of(kind)
        super().__init__(*arguments, **more)

    def deconstruct(self) -> Any:  # noqa: ANN401
        """Return what a migration writes: the kind goes by its name, which stays when its module is moved."""
        name, path, arguments, named = super().deconstruct()
        return name, path, [self.kind.__name__, *arguments], named

    def get_internal_type(self) -> str:
        """Return the type of column, which cuts nothing."""
        return "TextField"

    def get_lookup(self, lookup_name: str) -> Any:  # noqa: ANN401
        """Return a comparison for equality; Django refuses others."""
        return super().get_lookup(lookup_name) if lookup_name in _OF_TEXTS else None

    def from_db_value(self, value: str | None, expression: object, _connection: object) -> object:
        """Return the value that a text in the column says."""
        if isinstance(expression, (models.Max, models.Min, Greatest, Least)):
            named = type(expression).__name__
            raise TypeError(f"{named} would compare {self.kind.__name__} as text; compare the values in Python")
        return None if value is None else from_plain(value, self.kind)

    def to_python(self, value: object) -> object:
        """Return a value, given itself or in its plain text; raise `ValidationError` for anything else."""
        if value is None or isinstance(value, self.kind):
            return value
        try:
            if not isinstance(value, str):
                raise InvalidValue("value.not_text", "", str(value), example=f'"{value}"')
            return from_plain(value, self.kind)
        except InvalidValue as error:
            raise _refused(error) from None

    def get_prep_value(self, value: Any) -> str | None:  # noqa: ANN401
        """Return the text that is stored."""
        return None if value is None else to_plain(value, self.kind)

    def value_to_string(self, obj: models.Model) -> str:
        """Return the plain text of a value, for `dumpdata`."""
        return to_plain(self.value_from_object(obj), self.kind)

    def formfield(self, **named: Any) -> Any:  # noqa: ANN401
        """Return the field of forms for the kind."""
        return cast("Any", super()).formfield(**{"form_class": _form_field(self.kind), **named})


def _form_field(kind: type[Any]) -> Callable[..., forms.Field]:
    """Return the field of forms for a kind of value: as people write it, or in its plain text."""

    def make(**named: Any) -> forms.Field:  # noqa: ANN401
        if kind is Money:
            return MoneyFormField(currency=None, **named)
        if kind is Rate:
            return RateFormField(**named)
        return PeriodFormField(**named) if kind is Period else ValueFormField(kind, **named)

    return make


class _ProjectEncoder(json.JSONEncoder):
    """How Django writes what goes into a column of JSON: a project exactly, and a part that is looked for as JSON."""

    def encode(self, o: object) -> str:
        return to_json(o, indent=None) if isinstance(o, Project) else super().encode(o)


class ProjectField(_ProjectColumn):
    """A column of JSON for projects: what `to_dict` returns is stored, and the project comes back.

    It validates: a dict or JSON that makes no project gets a `ValidationError` with one error for each problem, in the
    language that is active, with our code and with the path of the field in `params["place"]`. Parts are looked up as
    in a `JSONField`: `filter(project__name="Nya vägar")`. Raises `TypeError` when something else is saved.

    PostgreSQL keeps JSON in a form of its own, so unknown keys (`Project.extra`) may come back in another order, and
    their numbers as it writes them.
    `dumpdata` and `loaddata` work in JSON; in XML, Django reads a field of JSON in a way of its own.

    >>> ProjectField().to_python({"name": "Nya vägar"})
    Project('Nya vägar')
    """

    description = "A project"

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **more | {"encoder": _ProjectEncoder})

    def deconstruct(self) -> Any:  # noqa: ANN401
        """Return what a migration writes; how JSON is written is no part of it."""
        name, path, arguments, named = super().deconstruct()
        del named["encoder"]
        return name, path, arguments, named

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:  # noqa: ANN401
        """Return the project in the column, or the part of it that was asked for."""
        if value is None or isinstance(expression, KeyTransform):
            return super().from_db_value(value, expression, connection)
        return from_json(value)

    def to_python(self, value: object) -> Project | None:
        """Return a project, given itself, as a dict or as JSON; raise `ValidationError` for what makes none."""
        if value is None or isinstance(value, Project):
            return value
        try:
            return from_json(value) if isinstance(value, str) else from_dict(cast("dict[str, object]", value))
        except EsfModelError as error:
            raise _refused(error) from None

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:  # noqa: ANN401
        """Return what is stored; raise `TypeError` for what is no project."""
        if value is not None and not hasattr(value, "as_sql") and not isinstance(value, Project):
            raise TypeError(f"ProjectField takes a Project, not {type(value).__name__}; call full_clean() to read data")
        return super().get_db_prep_save(value, connection)

    def value_to_string(self, obj: models.Model) -> str:
        """Return the JSON of a project, for `dumpdata`."""
        return to_json(self.value_from_object(obj), indent=None)

    def formfield(self, **named: Any) -> Any:  # noqa: ANN401
        """Return a `ProjectFormField`."""
        return cast("Any", models.Field).formfield(self, **{"form_class": ProjectFormField, **named})


@ProjectField.register_lookup
class _SameProject(JSONExact):
    # Django looks for the null of JSON, which is never stored here: None is NULL.
    can_use_none_as_rhs = False


# --- Migrations


class _ValueSerializer(BaseSerializer):
    """How a migration writes a value, such as a default or the limit of a validator."""

    def serialize(self) -> tuple[str, set[str]]:
        value = cast("object", self.value)
        kind = type(value)
        return f"esfmodel.{kind.__name__}.parse({to_plain(value, kind)!r})", {"import esfmodel"}


for _kind in KINDS.values():
    Serializer.register(_kind, _ValueSerializer)


# --- django-money


def to_moneyed(amount: Money) -> moneyed.Money:
    """Return an amount as py-moneyed and django-money have it, exactly.

    Raises `InvalidValue` for a currency that py-moneyed does not know, and where it is not installed.

    >>> to_moneyed(Money("12.50", "EUR"))
    Money('12.50', 'EUR')
    """
    known = _moneyed()
    try:
        made: moneyed.Money = known.Money(amount.amount, amount.currency)
    except known.CurrencyDoesNotExist:
        raise InvalidValue("currency.unknown", "currency", amount.currency, example="SEK") from None
    return made


def from_moneyed(amount: moneyed.Money, *, rounding: Rounding | None = None) -> Money:
    """Return an amount of py-moneyed or django-money; one finer than its currency's smallest unit needs `rounding=`.

    >>> import moneyed
    >>> from_moneyed(moneyed.Money("12.50", "EUR"))
    Money("12.50", "EUR")
    """
    if not isinstance(amount, _moneyed().Money):
        raise TypeError(f"amount must be a Money of py-moneyed, not {type(amount).__name__}")
    return Money(amount.amount, amount.currency.code, rounding=rounding)


def _moneyed() -> Any:  # noqa: ANN401
    try:
        import moneyed
    except ModuleNotFoundError:
        raise InvalidValue("extra.missing", "", None, package="py-moneyed") from None
    return moneyed
