"""Strategies for names and texts: Swedish ones as registers print them, and any others in Latin letters."""

from __future__ import annotations

from hypothesis import strategies as st

_AS_PRINTED = (
    "A",
    "Region Kronoberg",
    "Kompetens i Kronoberg",
    "Östersunds kommun",
    "Härjedalen & Jämtland",
    '"Framtidskraft" – steg 2',
    "#Vägled",
    "Förstudie: mål, medel och människor (1/2)",
    "Rovaniemen kaupunki / Ääniš",
    "Περιφέρεια 🇪🇺",
)
_LAST_OF_LATIN = 0x17F
_VISIBLE = st.characters(categories=("L", "N", "P", "S"), max_codepoint=_LAST_OF_LATIN)


def names() -> st.SearchStrategy[str]:
    """Short texts that show something: a name, a code, a label."""
    return st.one_of(st.sampled_from(_AS_PRINTED), st.text(_VISIBLE, min_size=1, max_size=8))


def texts() -> st.SearchStrategy[str]:
    """Texts of a few words, on one line or several."""
    words = st.lists(names(), min_size=1, max_size=3)
    return st.builds(str.join, st.sampled_from((" ", "\n")), words)
