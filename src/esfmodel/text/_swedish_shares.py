"""Shares that Swedish says in words: "hälften", "ingen medfinansiering", "finansieras helt av".

Each is a regular expression with one group, which is the figure.
"""

from __future__ import annotations

from fractions import Fraction

from esfmodel.text._patterns import BLANK, any_of

_HALF, _NOTHING, _ALL = Fraction(1, 2), Fraction(0), Fraction(1)

_FINANCED = r"finansier(?:as|ades|ats|ad|at|ade|ar)(?![^\W_])"
_OWN_SHARE = any_of(
    (
        "medfinansiering", "medfinansieringskrav", "egen insats", "egeninsats", "egen finansiering", "egenfinansiering",
        "självfinansiering", "motfinansiering",
    )
)  # fmt: skip
_WHOSE = any_of(("egen", "nationell", "offentlig", "privat", "kontant", "extern", "svensk", "regional", "ytterligare"))
_NONE = any_of(
    (
        "ingen", "inget", "inga", "inget krav på", "inga krav på", "utan", "utan krav på", "ej krav på", "kräver inte",
        "kräver ej", "krävs inte", "krävs ej", "krävs det inte", "behövs inte", "behövs ej", "behövs det inte",
    )
)  # fmt: skip
_FULLY = any_of(("helt", "helt och hållet", "fullt ut", "till fullo", "i sin helhet", "fullständigt"))
_PAYS = any_of(
    ("står för", "stå för", "svarar för", "bekostar", "täcker", "täcka", "betalar", "finansierar", "finansiera")
)
_COSTS = any_of(("kostnaden", "finansieringen", "projektkostnaden", "beloppet", "budgeten", "summan"))
_SHARED = any_of(
    ("kostnad", "projektkostnad", "budget", "finansiering", "medfinansiering", "summan", "beloppet", "stödet")
)

_QUOTIENTS = ("1/2", "1/3", "2/3", "1/4", "3/4", "1/5")

_EVERY = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "åttonde": 8, "tionde": 10}

SHARES = (
    *((rf"(var(?:je)?{BLANK}{ordinal}{BLANK}krona)", Fraction(1, number)) for ordinal, number in _EVERY.items()),
    (rf"(varannan{BLANK}krona)", _HALF),
    (r"(?<!första )(?<!andra )(?<!senare )(?<!förra )(hälften|halvparten)", _HALF),
    (rf"(halva)(?={BLANK}{_SHARED})", _HALF),
    *((rf"(?<!den )({share})(?={BLANK}av{BLANK})", Fraction(share)) for share in _QUOTIENTS),
    (rf"({_NONE}{BLANK}(?:någon{BLANK})?(?:{_WHOSE}{BLANK})?{_OWN_SHARE})", _NOTHING),
    (rf"(medfinansiering(?:en)?{BLANK}(?:krävs|behövs){BLANK}(?:inte|ej))", _NOTHING),
    (
        rf"{_FINANCED}{BLANK}(?:(?!inte|ej|delvis)[^\W\d_]{{1,30}}{BLANK}){{0,2}}?"
        rf"({_FULLY})(?![^\W_]|{BLANK}(?:eller|och){BLANK})",
        _ALL,
    ),
    (rf"(?<!inte )(?<!ej )(helt|fullt ut){BLANK}(?:eu-|esf-)?{_FINANCED}", _ALL),
    (rf"(hel{_FINANCED})", _ALL),
    (rf"{_PAYS}{BLANK}(hela{BLANK}{_COSTS})", _ALL),
)
