"""The type of a provision's value, in a module of its own: it needs the class of a day, which loads Pendulum."""

from esfmodel.values.dates import Date
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

ProvisionValue = Rate | Money | int | Period | Date | str
"""The value of a provision: a share, an amount, a whole number with its unit, a period, a day, or text."""
