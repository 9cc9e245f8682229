"""Show projects and reports as plain text that is safe to print, whatever characters a source contains."""

from esfmodel.display._breakdown import breakdown_table
from esfmodel.display._claims import claims_table
from esfmodel.display._financing import financing_table
from esfmodel.display.columns import report_text, visible

__all__ = ["breakdown_table", "claims_table", "financing_table", "report_text", "visible"]


def __dir__() -> list[str]:
    return [*__all__]
