"""Show projects, reports and readings as plain text and in HTML, safe to print and to show whatever they contain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.display._breakdown import breakdown_table
    from esfmodel.display._financing import financing_table
    from esfmodel.display._fragments import html
    from esfmodel.display._markup import Html
    from esfmodel.display.claims import claims_table
    from esfmodel.display.columns import report_text, visible
    from esfmodel.display.pages import html_report

__all__ = [
    "Html",
    "breakdown_table",
    "claims_table",
    "financing_table",
    "html",
    "html_report",
    "report_text",
    "visible",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            "._breakdown": ("breakdown_table",),
            "._financing": ("financing_table",),
            "._fragments": ("html",),
            "._markup": ("Html",),
            ".claims": ("claims_table",),
            ".columns": ("report_text", "visible"),
            ".pages": ("html_report",),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]
