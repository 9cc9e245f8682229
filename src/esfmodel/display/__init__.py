"""How projects and reports are shown: plain text that is safe to print, whatever a source wrote."""

from esfmodel.display._breakdown import breakdown_table
from esfmodel.display._claims import claims_table
from esfmodel.display._financing import financing_table
from esfmodel.display._report import report_text
from esfmodel.display._visible import visible

__all__ = ["breakdown_table", "claims_table", "financing_table", "report_text", "visible"]
