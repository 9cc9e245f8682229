"""How pages and fragments in HTML look: in the colours of the reader, light or dark, and on paper."""

from __future__ import annotations

from typing import Final

from esfmodel.display._markup import Html, element, safe

FRAGMENT: Final = (
    ".esfmodel{overflow-wrap:break-word}"
    ".esfmodel table{border-collapse:collapse;width:auto;margin:.5rem 0;text-align:left;font-size:inherit}"
    ".esfmodel caption{text-align:left;font-weight:bold;padding:.25rem 0}"
    ".esfmodel th,.esfmodel td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;"
    "white-space:normal;border:0;border-bottom:1px solid #8886;background:none}"
    ".esfmodel tbody th{font-weight:normal}"
    # A long word does not push the amounts out of sight, and a short column is not squeezed for its sake.
    ".esfmodel tbody th,.esfmodel td:not(.amount){overflow-wrap:anywhere;min-width:8rem}"
    ".esfmodel .amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
    ".esfmodel thead .amount{white-space:normal}"
    ".esfmodel thead th{border-bottom:2px solid currentColor}"
    ".esfmodel .sums tr:first-child>*{border-top:2px solid currentColor}"
    # On a telephone the amounts are in sight without scrolling.
    "@media (max-width:40rem){.esfmodel table{font-size:.85em}.esfmodel th,.esfmodel td{padding-right:.5rem}"
    ".esfmodel tbody th{min-width:6.5rem}.esfmodel td:not(.amount){min-width:5rem}}"
    ".esfmodel .part1{padding-left:1rem}.esfmodel .part2{padding-left:2rem}"
    ".esfmodel .wide{overflow-x:auto;max-width:100%}"
    ".esfmodel dl{margin:.5rem 0}.esfmodel dl>div{display:flex;flex-wrap:wrap;gap:0 .75rem}"
    '.esfmodel dt{flex:0 0 11rem;font-weight:bold}.esfmodel dt::after{content:":"}'
    ".esfmodel dd{flex:1 1 14rem;min-width:0;margin:0;overflow-wrap:anywhere}"
    ".esfmodel a{color:inherit;text-decoration:underline}"
    ".esfmodel .findings{list-style:none;padding:0}"
    ".esfmodel .findings>li{border-left:.3rem solid;padding:.1rem 0 .1rem .75rem;margin:0 0 1rem}"
    ".esfmodel .text{white-space:pre-wrap;overflow-wrap:anywhere}"
    ".esfmodel mark{background:#ffe08a;color:#000;border-radius:.2em;padding:0 .1em}"
)
"""The style of everything inside the class `esfmodel`: no colours but those of the reader, and of marks."""

PAGE: Final = (
    ":root{color-scheme:light dark;background:Canvas;color:CanvasText}"
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0}"
    "main{max-width:52rem;margin:0 auto;padding:1rem 1rem 3rem;overflow-wrap:anywhere;hyphens:auto}"
    "h1{font-size:clamp(1.4rem,6vw,1.9rem);line-height:1.2;margin:0 0 1rem}"
    "h2{font-size:1.35rem;line-height:1.3;margin:2rem 0 .5rem;border-bottom:1px solid}"
    "h3{font-size:1.1rem;margin:1.25rem 0 .25rem}"
    "nav h2{font-size:1rem;border:0;margin:1rem 0 0}nav ul{margin:.25rem 0;padding-left:1.25rem;columns:16rem}"
    ".kind{margin:0}"
    ".verdict{border:2px solid;padding:.25rem 1rem;margin:1rem 0}"
    ".esfmodel .timeline{width:100%;table-layout:fixed}.esfmodel .timeline th:first-child{width:34%}"
    ".track,.axis{position:relative;height:1rem;overflow:hidden}"
    ".track{border-left:1px solid #8888;border-right:1px solid #8888}"
    ".track span,.axis span{position:absolute;top:0;line-height:1rem;font-size:.8rem}"
    ".bar{box-sizing:border-box;min-width:3px;height:.9rem;border:2px solid;border-radius:.2rem}"
    ".bar{background:repeating-linear-gradient(45deg,currentColor 0 2px,transparent 2px 6px)}"
    ".point{transform:translateX(-50%)}"
    ".axis span{border-left:1px solid;padding-left:.2rem;font-weight:normal}"
    "@page{size:A4;margin:18mm 16mm}"
    "@media print{:root{color-scheme:light}body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}"
    "h2,h3,h3+p,caption{break-after:avoid}tr,.sums,dl>div,.findings>li,.verdict{break-inside:avoid}"
    "thead{display:table-header-group}"
    ".wide{overflow:visible}}"
)
"""The style of a page of its own beside that; printed, it has no contents, and breaks neither rows nor findings."""


def page_of(title: str, body: Html, language: str) -> Html:
    """Return a whole page with a body of HTML."""
    head = element(
        "head",
        Html('\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n'),
        element("title", title),
        Html(f"\n<style>{FRAGMENT}{PAGE}</style>\n"),
    )
    return Html(f'<!DOCTYPE html>\n<html lang="{safe(language)}">\n{head}\n<body>\n{body}\n</body>\n</html>\n')
