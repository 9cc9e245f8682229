"""The command `check` of large lists, by columns: the rules that a row is enough for, without an object for each row.

What is found is written to a file of its own before it is counted, so that the memory does not grow with the list.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, Any, Final

from esfmodel.cli._check_list import MORE_ROWS, MOST_ROWS, Told, say_row, say_summary, status_of
from esfmodel.cli._problems import say_some_problems
from esfmodel.cli._progress import Progress
from esfmodel.cli._sources import mapping_asked, opened
from esfmodel.cli._targets import as_not_written, beside, check_target, is_standard_output, write_draft
from esfmodel.cli._terminal import say, say_heading, say_wrapped
from esfmodel.display.columns import one_line
from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.files import InputFile
from esfmodel.formats.spreadsheet_text import DELIMITERS, LOOKS_COMPUTED
from esfmodel.model import Project
from esfmodel.rules import RULES, validate
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import write_source
from esfmodel.values.files import as_os_error, is_special

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Generator, Iterator

    import polars as pl


LARGEST: Final = 20_000_000
"""A list of more bytes, some hundred thousand rows, is judged by columns; Parquet always is."""

AT_A_TIME: Final = 100_000
"""So many rows are judged at a time."""

_CSV, _PARQUET = ".csv", ".parquet"
_ONE_BY_ONE: Final = {
    "one_by_one": "--one-by-one",
    "call": "--call",
    "together": "--together",
    "json": "--json",
    "rate": "--rate",
    "rules": "--rules",
}
"""The options that ask for projects that are judged one by one, by their destinations."""

_BY_COLUMNS = Words(
    "Listan prövas kolumnvis, mot de {covered} regler som en rad räcker för. De andra {others} reglerna prövas inte.",
    "The list is judged by columns, by the {covered} rules that a row is enough for. The other {others} rules are left "
    "out.",
)
_OR_ONE_BY_ONE = Words(
    "--one-by-one prövar alla regler, ett projekt i taget.",
    "--one-by-one judges by every rule, one project at a time.",
)
_NUMBER = Words("projekt {number}", "project {number}")


def lists_by_columns(arguments: Namespace) -> list[tuple[str, InputFile]]:
    """Return the files of a command if all of them are judged by columns, each with its name; none where one is not.

    Parquet is judged in no other way: raises `InvalidValue` where an option or another file asks for one.
    """
    # What can be read only once is not looked into.
    files = [(name, InputFile(name, name)) for name in arguments.files if name != "-" and not is_special(name)]
    parquet = [name for name, file in files if file.is_parquet]
    asked = [option for dest, option in _ONE_BY_ONE.items() if getattr(arguments, dest)]
    is_alone = len(files) == len(arguments.files) and not arguments.examples
    if parquet and asked:
        raise InvalidValue("command.by_columns", asked[0])
    if parquet and not is_alone:
        raise InvalidValue("command.by_columns_alone", source=parquet[0])
    if not files or not is_alone or asked or (not parquet and not _can_be_by_columns(arguments)):
        return []
    if all(file.is_parquet or file.size > LARGEST for _, file in files):
        mapping = mapping_asked(arguments)
        files = [(name, opened(name, arguments, mapping)) for name, _ in files]
        if all(file.is_parquet or file.is_list() for _, file in files):
            return files
    if parquet:
        raise InvalidValue("command.by_columns_alone", source=parquet[0])
    return []


def _can_be_by_columns(arguments: Namespace) -> bool:
    output: str | None = arguments.output
    is_written = output is None or is_standard_output(output) or PurePath(output).suffix.lower() in {_CSV, _PARQUET}
    return is_written and all(find_spec(name) is not None for name in ("narwhals", "polars"))


def check_by_columns(files: list[tuple[str, InputFile]], arguments: Namespace) -> int:
    """Print what was found in large lists, each by itself, and write all of it to the file of the option `--output`."""
    with _findings(arguments) as kept, beside(arguments.output):
        return max(_check(name, file, arguments, kept) for name, file in files)


class _Kept:
    """The files in which what was found is kept, some for each list."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.paths: list[Path] = []

    def another(self) -> Path:
        """Return the path of the next one."""
        self.paths.append(Path(self._folder, f"{len(self.paths)}.parquet"))
        return self.paths[-1]


@contextmanager
def _findings(arguments: Namespace) -> Generator[_Kept]:
    """Keep what is found in a temporary folder, and write it where it is asked for when all of it is there."""
    name: str | None = arguments.output
    suffix = _CSV if name is None or is_standard_output(name) else PurePath(name).suffix.lower()
    if name is not None:
        check_target(arguments, arguments.files)
        if suffix not in {_CSV, _PARQUET}:
            raise InvalidValue("value.not_one_of", "--output", suffix or name, choices=(_CSV, _PARQUET))
    with TemporaryDirectory(prefix="esfmodel-") as folder:
        kept = _Kept(folder)
        yield kept
        if name is None:
            return
        import polars as pl

        draft = Path(folder, f"findings{suffix}")
        with as_not_written(name), as_os_error(name):
            found = pl.scan_parquet(kept.paths, glob=False)
            if suffix == _PARQUET:
                found.sink_parquet(draft)
            else:
                texts = pl.col(pl.String)
                may_be_computed = texts.str.contains(f"^(?:{LOOKS_COMPUTED.pattern})")
                safe = found.with_columns(pl.when(may_be_computed).then("'" + texts).otherwise(texts).name.keep())
                # With a byte order mark, by which Excel knows UTF-8.
                safe.sink_csv(draft, include_bom=True, separator=DELIMITERS[arguments.lang])
        write_draft(draft, name)


def _check(name: str, file: InputFile, arguments: Namespace, kept: _Kept) -> int:
    """Print what was found in a list, and keep it."""
    language: str = arguments.lang
    shown = one_line(write_source(name, language))
    say_heading(shown)
    told = Told()
    codes = _codes(arguments)
    how = [_BY_COLUMNS.filled(language, {"covered": len(codes), "others": len(RULES) - len(codes)})]
    how += [] if file.is_parquet else [_OR_ONE_BY_ONE.text(language)]
    say_wrapped(" ".join(how))
    say("")
    try:
        frame = _read(name, told, arguments)
        _judge(frame, name, codes, told, arguments, kept)
    except (ReadError, InvalidValue) as error:
        # What is wrong in one file is no matter of the others.
        told.error = error.at(error.place, source=name)
    say_some_problems(name, told.problems, arguments, every=arguments.verbose)
    say_summary(shown, told, arguments)
    return status_of(name, told, language)


def _codes(arguments: Namespace) -> list[str]:
    """Return the codes of the rules that a row is enough for, without those that are ignored."""
    from esfmodel.frames import COVERED

    ignored = set(arguments.ignore)
    return [code for code in COVERED if not ignored & {code, RULES[code].family}]


def _read(name: str, told: Told, arguments: Namespace) -> pl.LazyFrame:
    from esfmodel.frames import from_list

    # A large frame is kept in a temporary folder.
    with closing(Progress(name, arguments.lang)) as progress, as_not_written(gettempdir()):
        progress.begin()
        read = from_list(
            name,
            getattr(arguments, "format", None),
            currency=arguments.currency,
            mapping=mapping_asked(arguments),
            progress=progress.show_batch,
        )
    told.problems += read.problems
    told.counts = read.counts
    return read.frame


def _judge(frame: pl.LazyFrame, name: str, codes: list[str], told: Told, arguments: Namespace, kept: _Kept) -> None:
    """Judge a frame, keep what was found in files, and print the first rows with errors or warnings."""
    import polars as pl

    paths = [*_found(frame, name, codes, told, arguments, kept)]
    found = pl.scan_parquet(paths, glob=False)
    for code, severity, number in found.group_by("code", "severity").len().collect().iter_rows():
        told.tally.found[code, Severity(severity)] += number
        told.tally.findings[Severity(severity)] += number
    told.tally.last = validate(_NOTHING, on=arguments.on, law=arguments.law, rules=[RULES[code] for code in codes])
    grave = found.filter(pl.col("severity") != Severity.INFO.value).select("row").unique().sort("row")
    rows = grave.collect()["row"]
    most = len(rows) if arguments.verbose else MOST_ROWS
    for begin in range(0, min(len(rows), most), _TOGETHER):
        _say_rows(frame, rows[begin : min(begin + _TOGETHER, most)].to_list(), codes, arguments)
    if len(rows) > most:
        say_wrapped(MORE_ROWS.filled(arguments.lang, {"number": len(rows) - most}))
        say("")


def _found(
    frame: pl.LazyFrame, name: str, codes: list[str], told: Told, arguments: Namespace, kept: _Kept
) -> Iterator[Path]:
    """Judge some rows at a time, so that the memory does not grow with them, and return the files of their findings."""
    import polars as pl

    from esfmodel.frames import check

    height: int = frame.select(pl.len()).collect().item()
    with closing(Progress(name, arguments.lang)) as progress, as_not_written(gettempdir()), as_os_error(gettempdir()):
        for begin in range(0, max(height, 1), AT_A_TIME):
            progress.show_batch(begin, height)
            rows = frame.slice(begin, AT_A_TIME).collect()
            judged = check(rows.lazy(), on=arguments.on, law=arguments.law, rules=codes)
            found, summary = pl.collect_all([judged.findings, judged.summary])
            _count(summary, told)
            named = rows.select(pl.col("project").alias("row"), "operation_id", "name")
            named = found.join(named, on="row", how="left", maintain_order="left")
            order = ["row", "operation_id", "name", *found.columns[1:]]
            path = kept.another()
            named.select(pl.lit(name).alias("file"), *order).write_parquet(path)
            yield path


_NOTHING: Final = Project("-")
_TOGETHER: Final = 1_000


def _count(summary: pl.DataFrame, told: Told) -> None:
    """Count the outcomes of each rule as those of projects that were judged one by one are counted."""
    tally = told.tally
    tally.is_complete = False
    for row in summary.iter_rows(named=True):
        code: str = row["code"]
        tally.rules[code] = RULES[code]
        counted = Counter({each: row[each.value.replace(" ", "_")] for each in _COUNTED})
        tally.outcomes[code] = tally.outcomes.get(code, Counter()) + counted


_COUNTED = (Outcome.PASSED, Outcome.FAILED, Outcome.NOT_APPLICABLE, Outcome.NOT_EVALUATED)


def _say_rows(frame: pl.LazyFrame, rows: list[int], codes: list[str], arguments: Namespace) -> None:
    """Print the errors and warnings of some rows, in sentences, by the projects that they are."""
    import polars as pl

    from esfmodel.frames import from_frame

    few: Any = frame.filter(pl.col("project").is_in(rows)).sort("project").collect()
    book = [RULES[code] for code in codes]
    for index, project in zip(rows, from_frame(few).projects, strict=True):
        report = validate(project, on=arguments.on, law=arguments.law, rules=book)
        say_row(_NUMBER.filled(arguments.lang, {"number": index}), project, report, arguments.lang)
