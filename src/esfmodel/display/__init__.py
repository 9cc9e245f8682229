"""Show projects as plain text that is safe to print, readings as a page, and `plots`, whatever a source contains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.display import plots
    from esfmodel.display._breakdown import breakdown_table
    from esfmodel.display._claims import claims_table
    from esfmodel.display._financing import financing_table
    from esfmodel.display._page import html
    from esfmodel.display.columns import report_text, visible

__all__ = ["breakdown_table", "claims_table", "financing_table", "html", "plots", "report_text", "visible"]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            "._breakdown": ("breakdown_table",),
            "._claims": ("claims_table",),
            "._financing": ("financing_table",),
            "._page": ("html",),
            ".columns": ("report_text", "visible"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]
