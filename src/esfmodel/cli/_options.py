"""The commands of `esfmodel` with what each takes, and the words of their help."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.cli._parser import Command, OneOf, Option, Positional, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

# Repeated here so that --help does not import the readers; tests compare them with the originals.
FORMATS: Final = (
    "project_json", "project_toml", "budget_workbook", "budget_sheet", "list_of_operations", "projektbanken_export",
    "kohesio", "tillvaxtverket", "keep_eu", "interreg_operations", "finance_table", "announcement",
    "projektbanken_record",
)  # fmt: skip
WRITTEN: Final = ("json", "toml", "budget_workbook", "list_of_operations", "kohesio")
DRAFTS: Final = ("xlsx", "csv", "json", "toml")
"""The forms in which the drafts of pages are written."""
LANGUAGES: Final = ("sv", "en")
KEYS: Final = Text(
    "kostnadskategori, partner, fas, år, finansiär, medel, form",
    "category, partner, phase, year, funder, money, form",
)
SUMS: Final = Text("län, kommun, ort, år, ägare", "county, municipality, town, year, owner")

# --- What several commands take

_AMOUNT = Text("BELOPP", "AMOUNT")
_CODE = Text("KOD", "CODE")
_DAY = Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD")
_FILE = Text("FIL", "FILE")
_NUMBER = Text("TAL", "NUMBER")
_SHARE = Text("ANDEL", "SHARE")
_WORDS = Text("ORD", "WORD")

_A_FILE = Text("en fil, eller - för standard in", "a file, or - for standard input")
_FORM = Text("formatet som ska skrivas", "the format to write")

_LANGUAGE = Option(
    "lang",
    ("--lang",),
    Text("språket (annars det som datorn är inställd på)", "the language (default: that of the computer)"),
    # Another language is refused by the command, in every language there is.
    value=Text("{" + ",".join(LANGUAGES) + "}", "{" + ",".join(LANGUAGES) + "}"),
)
_HELP = Option("help", ("-h", "--help"), Text("visa den här hjälpen", "show this help"), default=False)
_EVERYWHERE = (_LANGUAGE, _HELP)

_FILES = Positional("files", _FILE, _A_FILE, least=0, most=None)
_FORMAT = Option(
    "format",
    ("--format",),
    Text(
        "filernas format, om det inte framgår: " + ", ".join(FORMATS),
        "the format of the files, where they do not show it: " + ", ".join(FORMATS),
    ),
    value=Text("FORMAT", "FORMAT"),
    choices=FORMATS,
)
_EXAMPLES = Option(
    "examples",
    ("--examples",),
    Text("exempelprojekten i stället för filer", "the example projects, instead of files"),
    default=False,
)
_CURRENCY = Option(
    "currency",
    ("--currency",),
    Text(
        "valutan för belopp som saknar valuta, till exempel EUR",
        "the currency of amounts that state none, such as EUR",
    ),
    value=_CODE,
)
_BY_MAPPING = Option(
    "mapping",
    ("--mapping",),
    Text(
        "läs filerna så som mappningen i den här TOML-filen anger",
        "read the files as the mapping in this TOML file says",
    ),
    value=_FILE,
)
_OF_LISTS = (_BY_MAPPING, _CURRENCY)
_SOURCES = (_EXAMPLES, _FORMAT, *_OF_LISTS)
_FORCE = Option(
    "force",
    ("--force",),
    Text("skriv över filen om den redan finns", "write over the file if it exists"),
    default=False,
)
_PACK = Option(
    "pack",
    ("--pack",),
    Text(
        "lägg till ett programs värden: en fil, eller namnet på ett installerat paket, till exempel programmets "
        "CCI-nummer; kan upprepas",
        "add the values of a programme: a file, or the name of a pack that is installed, such as its CCI; repeatable",
    ),
    value=Text("PAKET", "PACK"),
    repeated=True,
)
_OWN_RULES = Option(
    "rules",
    ("--rules",),
    Text(
        "lägg till regler från ett installerat programpaket, med det namn som paketet ger dem; kan upprepas",
        "add the rules of an installed package, by the name it gives them; repeatable",
    ),
    value=Text("NAMN", "NAME"),
    repeated=True,
)
_JSON = Text("skriv resultatet som JSON, för program", "write the result as JSON, for programs")


def _output(sv: str, en: str) -> Option:
    return Option("output", ("-o", "--output"), Text(sv, en), value=_FILE)


# How projects are judged.
_ON = Option(
    "on",
    ("--on",),
    Text("granska enligt bestämmelserna den här dagen", "judge by the law of this day"),
    value=_DAY,
)
_CALL = Option(
    "call",
    ("--call",),
    Text(
        "granska alla projekt mot utlysningen i den här filen, med en samlad tabell",
        "judge all projects by the call in this file, with one table of them all",
    ),
    value=_FILE,
)
_RATE = Option(
    "rate",
    ("--rate",),
    Text(
        "jämför kronor med tröskelvärden i euro enligt den här kursen, i stället för årens lägsta och högsta",
        "compare kronor with thresholds in euro at this rate, instead of the bounds of the years",
    ),
    value=Text("EUR=11,20[@ÅÅÅÅ-MM-DD]", "EUR=11.20[@YYYY-MM-DD]"),
    repeated=True,
)
_IGNORE = Option(
    "ignore",
    ("--ignore",),
    Text(
        "pröva inte den här regeln eller regelfamiljen; kan upprepas",
        "leave out this rule, or this family of rules; repeatable",
    ),
    value=_CODE,
    repeated=True,
)
_STRICT = Option(
    "strict",
    ("--strict",),
    Text("godta inga okända uppgifter i filen (gäller om inget anges)", "refuse unknown keys of a file (default)"),
    default=True,
)
_NO_STRICT = Option(
    "strict",
    ("--no-strict",),
    Text("behåll okända uppgifter och redovisa dem", "keep unknown keys, and report them"),
    default=True,
    flag=False,
)
_JUDGED = (_RATE, _IGNORE, _STRICT, _NO_STRICT)

_TO = Option(
    "to",
    ("--to",),
    Text(
        f"{_FORM.sv} (annars det som filnamnet slutar på, eller toml)",
        f"{_FORM.en} (default: that of the suffix, or toml)",
    ),
    choices=WRITTEN,
)


# --- The commands

PROGRAM: Final = Command(
    "esfmodel",
    Text(
        "granska, visa, planera och konvertera projekt som medfinansieras av EU",
        "judge, show, plan and convert projects that the European Union cofinances",
    ),
    (Positional("command", Text("KOMMANDO", "COMMAND"), Text("", "")),),
    (
        *_EVERYWHERE,
        Option("version", ("--version",), Text("visa versionen", "show the version"), default=False),
    ),
)

_NEW = Command(
    "new",
    Text("skriv en projektfil med kommentarer att utgå från", "write a project file with comments to start from"),
    options=(
        _output("filen som ska skrivas (annars standard ut)", "the file to write (default: standard output)"),
        Option(
            "xlsx",
            ("--xlsx",),
            Text(
                "skriv i stället en tom arbetsbok att fylla i (utan -o: budget.xlsx)",
                "write an empty workbook to fill in instead (without -o: budget.xlsx)",
            ),
            default=False,
        ),
        _FORCE,
        *_EVERYWHERE,
    ),
)

_MAPPING = Command(
    "mapping",
    Text(
        "skriv ett utkast till mappning, som anger hur en lista eller ett budgetblad ska läsas",
        "write the draft of a mapping, which says how to read a list or a budget sheet",
    ),
    (
        Positional("action", Text("new", "new"), Text("skriv ett utkast", "write a draft"), least=1),
        Positional(
            "list",
            Text("LISTA", "LIST"),
            Text("listan eller budgeten: CSV eller XLSX", "the list or budget: CSV or XLSX"),
        ),
    ),
    (
        _output("filen som ska skrivas (annars standard ut)", "the file to write (default: standard output)"),
        _FORCE,
        _CURRENCY,
        Option(
            "sheet",
            ("--sheet",),
            Text("kalkylbladet (annars det första med en lista)", "the sheet (default: the first that holds a list)"),
            value=Text("BLAD", "SHEET"),
        ),
        *_EVERYWHERE,
    ),
)

_CHECK = Command(
    "check",
    Text("vad reglerna säger om projekt", "what the rules say of projects"),
    (_FILES,),
    (
        *_SOURCES,
        _ON,
        _CALL,
        *_JUDGED,
        Option(
            "together",
            ("--together",),
            Text(
                "en fil innehåller alla projekt i sina programområden: granska även deras summor",
                "a file holds every project of its priorities: judge their sums as well",
            ),
            default=False,
        ),
        Option(
            "verbose",
            ("--verbose",),
            Text(
                "skriv även sammanfattning, finansiering och varför regler inte kunde bedömas",
                "print summary, financing and why rules could not be evaluated as well",
            ),
            default=False,
        ),
        Option("json", ("--json",), _JSON, default=False),
        Option(
            "one_by_one",
            ("--one-by-one",),
            Text(
                "pröva alla regler, ett projekt i taget, även i en stor lista",
                "judge by every rule, one project at a time, in a large list too",
            ),
            default=False,
        ),
        _output(
            "skriv allt som hittas till den här filen, en rad för varje fel (.csv, .xlsx eller .json; av en stor lista "
            ".csv eller .parquet)",
            "write all that is found to this file, a row for each fault (.csv, .xlsx or .json; of a large list .csv or "
            ".parquet)",
        ),
        _FORCE,
        _PACK,
        _OWN_RULES,
        *_EVERYWHERE,
    ),
)

_REPORT = Command(
    "report",
    Text(
        "skriv en rapport om ett projekt som webbsida, att läsa, skriva ut och skicka",
        "write a report on a project as a web page, to read, print and send",
    ),
    (_FILES,),
    (
        *_SOURCES,
        Option(
            "project",
            ("--project",),
            Text(
                "det projekt som rapporten handlar om, om det finns flera: dess nummer eller namn",
                "the project that the report is on, where there are several: its number or its name",
            ),
            value=Text("PROJEKT", "PROJECT"),
        ),
        _ON,
        _CALL._replace(
            help=Text("granska projektet mot utlysningen i den här filen", "judge the project by the call in this file")
        ),
        *_JUDGED,
        _output(
            "filen som ska skrivas, till exempel rapport.html (annars standard ut)",
            "the file to write, such as report.html (default: standard output)",
        ),
        _FORCE,
        _PACK,
        _OWN_RULES,
        *_EVERYWHERE,
    ),
)

_SHOW = Command(
    "show",
    Text(
        "sammanfattning, finansiering och ansökningar om utbetalning",
        "summary, financing and claims for payment",
    ),
    (_FILES,),
    (
        *_SOURCES,
        Option(
            "by",
            ("--by",),
            Text(
                f"visa en tabell som summerar åt båda hållen, efter en eller två av: {KEYS.sv}",
                f"show a table that sums in both directions, by one or two of: {KEYS.en}",
            ),
            value=Text("RADER[,KOLUMNER]", "ROWS[,COLUMNS]"),
        ),
        Option(
            "of",
            ("--of",),
            Text(
                "den sida av budgeten som tabellen visar (annars framgår det av --by)",
                "the side of the budget that the table shows (default: that which --by belongs to)",
            ),
            value=Text("kostnader|finansiering", "costs|financing"),
        ),
        *_EVERYWHERE,
    ),
)

_PLAN = Command(
    "plan",
    Text("vem som betalar vad, av ett belopp och en andel", "who pays what, from one amount and one share"),
    options=(
        Option(
            "support",
            ("--support",),
            Text(
                "stödet, till exempel ”8\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr”",
                'the support, such as "SEK\N{NO-BREAK SPACE}8,000,000"',
            ),
            value=_AMOUNT,
        ),
        Option("total", ("--total",), Text("totalkostnaden", "the total cost"), value=_AMOUNT),
        Option("own", ("--own",), Text("den egna medfinansieringen", "the project's own contribution"), value=_AMOUNT),
        Option(
            "own_rate",
            ("--own-rate",),
            Text(
                "den egna medfinansieringens andel av totalkostnaden, till exempel ”55\N{NO-BREAK SPACE}%”",
                'the share of the own contribution in the total cost, such as "55%"',
            ),
            value=_SHARE,
        ),
        Option(
            "support_rate",
            ("--support-rate",),
            Text("stödets andel av totalkostnaden", "the share of the support in the total cost"),
            value=_SHARE,
        ),
        Option(
            "eu_share_of_support",
            ("--eu-share",),
            Text("EU-medlens andel av stödet, till exempel 40/54", "the Union's share of the support, such as 40/54"),
            value=_SHARE,
        ),
        Option(
            "co_funders",
            ("--co-funder",),
            Text(
                "en medfinansiär, med en vikt om de inte betalar lika mycket; kan upprepas",
                "a co-funder, with a weight where they do not pay alike; repeatable",
            ),
            value=Text("NAMN[=VIKT]", "NAME[=WEIGHT]"),
            repeated=True,
        ),
        Option(
            "ore",
            ("--ore",),
            Text(
                "planera i öre eller cent, inte i hela kronor eller euro",
                "plan in öre or cents, not in whole kronor or euro",
            ),
            default=False,
        ),
        Option("json", ("--json",), _JSON, default=False),
        _output(
            "skriv också en projektfil med budgeten (.toml eller .json)",
            "write a project file with the budget as well (.toml or .json)",
        ),
        _FORCE,
        *_EVERYWHERE,
    ),
    one_of=(OneOf(("support", "total", "own"), required=True), OneOf(("own_rate", "support_rate"), required=True)),
)

_EXPLAIN = Command(
    "explain",
    Text("hur en uppgift i budgeten har räknats ut", "how a figure of the budget was computed"),
    (
        _FILES,
        Positional(
            "figure",
            Text("UPPGIFT", "FIGURE"),
            Text(
                "till exempel support_rate, total_cost eller costs[0]", "such as support_rate, total_cost or costs[0]"
            ),
        ),
    ),
    (*_SOURCES, *_EVERYWHERE),
)

_TABLE = Command(
    "table",
    Text(
        "summorna i en finansieringstabell eller en lista, och det som lästes som projektfil",
        "the sums of a finance table or of a list, and what was read as a project file",
    ),
    (
        Positional(
            "file",
            _FILE,
            Text(
                "en fil med text, Markdown eller HTML, eller - för standard in; med --by även en lista (.csv, .xlsx)",
                "a text, Markdown or HTML file, or - for standard input; with --by also a list (.csv, .xlsx)",
            ),
        ),
    ),
    (
        Option(
            "by",
            ("--by",),
            Text(
                f"summera projekten i en lista eller en annan fil efter en av: {SUMS.sv}",
                f"sum the projects of a list or another file by one of: {SUMS.en}",
            ),
            value=Text("UPPGIFT", "KEY"),
        ),
        *_OF_LISTS,
        Option(
            "unit",
            ("--unit",),
            Text("talens enhet, till exempel 1000 för tusental", "the unit of the numbers, such as 1000 for thousands"),
            value=_NUMBER,
            example="1000",
        ),
        Option(
            "column",
            ("--column",),
            Text("budgetens kolumn, om det finns flera", "the column of the budget, where there are several"),
            value=Text("RUBRIK", "HEADING"),
        ),
        Option(
            "width",
            ("--width",),
            Text(
                "antalet kolumner, i en fil med en cell på varje rad",
                "the number of columns, of a file with one cell a line",
            ),
            value=_NUMBER,
            example="4",
        ),
        _output(
            "skriv projekten till den här filen, eller - för standard ut",
            "write the projects to this file, or - for standard output",
        ),
        _TO,
        _FORCE,
        *_EVERYWHERE,
    ),
)

_DIFF = Command(
    "diff",
    Text(
        "vad som har ändrats mellan två nedladdningar av en lista",
        "what has changed between two downloads of a list",
    ),
    (
        Positional("before", Text("GAMMAL", "OLD"), Text("den tidigare filen", "the earlier file")),
        Positional("after", Text("NY", "NEW"), Text("den senare filen", "the later file")),
    ),
    (_FORMAT, *_OF_LISTS, *_EVERYWHERE),
)

_CONVERT = Command(
    "convert",
    Text(
        "skriv projekt i ett annat format, och tala om vad det inte har plats för",
        "write projects in another format, and tell what it has no room for",
    ),
    (
        Positional(
            "files",
            _FILE,
            Text(
                f"{_A_FILE.sv}; utan -o skrivs den sista av flera, om den inte finns eller --force anges",
                f"{_A_FILE.en}; without -o the last of several is written, if it does not exist or --force is given",
            ),
            least=1,
            most=None,
        ),
    ),
    (
        _TO,
        _output(
            "filen som ska skrivas, inte någon av källorna (annars standard ut)",
            "the file to write, none of the sources (default: standard output)",
        ),
        Option(
            "extra",
            ("--extra",),
            Text(
                "lägg till en uppgift för varje projekt som inte redan har den, till exempel den växelkurs som Kohesio "
                "kräver; kan upprepas",
                "add a fact to each project that does not have it, such as the rate of exchange that Kohesio asks "
                "for; repeatable",
            ),
            value=Text("NAMN=TEXT", "NAME=TEXT"),
            repeated=True,
        ),
        _FORCE,
        _FORMAT,
        *_OF_LISTS,
        *_EVERYWHERE,
    ),
)

_READ = Command(
    "read",
    Text(
        "läs sidor som berättar om ett projekt, och skriv en lista med ett utkast för varje sida",
        "read pages that tell of a project, and write a list with a draft for each page",
    ),
    (
        Positional(
            "files",
            _FILE,
            Text(
                "en sida som text, sparad HTML eller PDF, eller - för standard in",
                "a page as text, saved HTML or PDF, or - for standard input",
            ),
            least=1,
            most=None,
        ),
    ),
    (
        Option(
            "to",
            ("--to",),
            Text(
                f"{_FORM.sv} (annars det som filnamnet slutar på, eller csv)",
                f"{_FORM.en} (default: that of the suffix, or csv)",
            ),
            choices=DRAFTS,
        ),
        _output(
            "filen som ska skrivas (annars standard ut, och för xlsx utkast.xlsx)",
            "the file to write (default: standard output, and for xlsx drafts.xlsx)",
        ),
        Option(
            "known",
            ("--known",),
            Text(
                "märk varje utkast som nytt, redan känt eller motsägande, jämfört med den här listan",
                "mark each draft as new, already known or contradicting, compared with this list",
            ),
            value=_FILE,
        ),
        _FORCE,
        _CURRENCY,
        *_EVERYWHERE,
    ),
)

_EXAMPLE = Command(
    "example",
    Text(
        "lista exemplen, eller skriv ett som fil att utgå från",
        "list the examples, or write one as a file to start from",
    ),
    (
        Positional(
            "name",
            Text("NAMN", "NAME"),
            Text("exemplets namn i listan", "the example's name in the list"),
            least=0,
        ),
    ),
    (
        _TO._replace(help=Text(f"{_FORM.sv} (annars toml)", f"{_FORM.en} (default: toml)")),
        *_EVERYWHERE,
    ),
)

_RULES = Command(
    "rules",
    Text("lista reglerna, eller visa en med dess rättsliga grund", "list the rules, or show one with its legal basis"),
    (
        Positional(
            "words",
            _WORDS,
            Text(
                "koden för en regel eller en regelfamilj, eller ord att söka efter, till exempel medfinansiering; alla "
                "ord måste finnas",
                "the code of a rule or of a family of rules, or words to look for, such as cofinancing; all must be "
                "there",
            ),
            least=0,
            most=None,
        ),
    ),
    (_OWN_RULES, *_EVERYWHERE),
)

_LAW = Command(
    "law",
    Text(
        "lista bestämmelserna och deras värden, eller visa en med dess källa",
        "list what the law says, or show one value with its source",
    ),
    (
        Positional(
            "words",
            _WORDS,
            Text(
                "namnet på en bestämmelse, en artikel eller ord att söka efter, till exempel förskott; alla ord måste "
                "finnas. "
                "”check PAKET” visar felen i ett paket, ”diff --since DAG” vad som har ändrats",
                "the name of a value, an article, or words to look for, such as advance; all must be there. "
                "`check PACK` tells what is wrong with a pack, `diff --since DAY` what has changed",
            ),
            least=0,
            most=None,
        ),
    ),
    (
        Option(
            "toml",
            ("--toml",),
            Text("skriv raderna som i en fil med bestämmelser", "write the rows as a law file has them"),
            default=False,
        ),
        Option(
            "unused",
            ("--unused",),
            Text(
                "lista de bestämmelser som ingen regel använder, och varför",
                "list the values that no rule reads, and why",
            ),
            default=False,
        ),
        Option("since", ("--since",), Text("med diff: från den här dagen", "with diff: from this day on"), value=_DAY),
        Option(
            "checked",
            ("--checked",),
            Text("med diff: även vad som har kontrollerats", "with diff: what was checked too"),
            default=False,
        ),
        Option("on", ("--on",), Text("bara vad som gäller den här dagen", "only what counts on this day"), value=_DAY),
        Option(
            "programming_period",
            ("--programming-period",),
            Text("bara vad som gäller för den här programperioden", "only what counts for this programming period"),
            value=Text("ÅÅÅÅ-ÅÅÅÅ", "YYYY-YYYY"),
        ),
        _PACK,
        *_EVERYWHERE,
    ),
    one_of=(OneOf(("toml", "unused", "since")),),
)

_ERRORS = Command(
    "errors",
    Text("lista felmeddelandena på båda språken", "list the texts of errors in both languages"),
    (
        Positional(
            "words",
            _WORDS,
            Text(
                "koden för ett fel, ett ämne, till exempel money, eller ord att söka efter; alla ord måste finnas",
                "the code of an error, a topic such as money, or words to look for; all must be there",
            ),
            least=0,
            most=None,
        ),
    ),
    _EVERYWHERE,
)

_SCHEMA = Command(
    "schema",
    Text("skriv ett JSON-schema, för program och textredigerare", "write a JSON Schema, for programs and editors"),
    (
        Positional(
            "kind",
            Text("SLAG", "KIND"),
            Text(
                "project, för en fil med projekt (gäller om inget anges), eller report, för en granskning",
                "project, of a file of projects (default), or report, of a report",
            ),
            least=0,
        ),
    ),
    _EVERYWHERE,
)

COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        command.name: command
        for command in (
            _NEW,
            _CHECK,
            _REPORT,
            _SHOW,
            _PLAN,
            _EXPLAIN,
            _TABLE,
            _DIFF,
            _CONVERT,
            _READ,
            _MAPPING,
            _EXAMPLE,
            _RULES,
            _LAW,
            _ERRORS,
            _SCHEMA,
        )
    }
)
"""The commands by name, in the order of the help."""
