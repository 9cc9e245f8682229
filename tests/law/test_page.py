"""The page of the law, written from its data, and compared with what the data say now.

After a change of the data that is meant:

    uv run python tests/law/test_page.py --update
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel import LAW, Money, Period, Rate
from esfmodel.law import PACKS, Binds, Grade, Law, Level, Sense, codes
from esfmodel.law.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel import Provision

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "law.md"
WITH_PACKS = reduce(Law.with_pack, PACKS.values(), LAW)

HEAD = """\
# The law

Every value of the law that the library knows, written from the data themselves: what it is, what it binds, for which
days, where it stands, and how well it was read. `esfmodel law` lists the same on the command line, `esfmodel law KEY`
shows one value, and [the names of the law](law-api.md) tells how a program asks for it.

## How well a value was read

| Grade | What was read | What a rule may do with it |
|---|---|---|
| A | the legal text itself, in the edition named; the deciding words are quoted | find an error |
| B | the authority's own page, or a text that explains the law, such as a recital | warn |
| C | a transcript by somebody else | warn |

The values began as tables of facts that other people had collected, and their marks became these grades. What they
had marked as verified is A when the legal text has been read again for this library, and B when it has not. What they
had from a second hand is C. What they had inferred or merely remembered is not here.

A value counts for the days that it names, and for no others: asked about another day, the library says that it has
none. A row of a programme pack stands closer to the project than the law; it may tighten what the law says and never
loosen it.
"""

FOOT = """\
## What is not covered

Nobody has read these in a legal text for this library, so it does not know them. A rule that would need one is not
evaluated.

- The article of REACT-EU itself: its rate and its first day rest on the recital that explains them, at grade B.
- The ten percentage points more for community-led local development in 2021-2027, and the rate of technical
  assistance.
- How many percentage points more an ESF priority axis of 2014-2020 could have for social innovation, for transnational
  cooperation or for the Youth Employment Initiative. A share above Article 120(3) may be lawful there.
- Article 14(2) to (4) of Regulation (EU) No 1304/2013: the ESF's flat rate for remaining costs and its obligatory
  simplified costs before 2 August 2018.
- The extended last days of 2021-2027 for the ERDF, the Cohesion Fund and the ESF+, and for the Just Transition Fund in
  their programmes. That they exist was read, their dates were not; only that of the programmes of the Just Transition
  Fund alone is here. Whether programmes of Interreg have one.
- The articles on the higher rates of the mid-term review of 2025, which are here at grade B; how much more regions at
  the eastern border may have; and the ERDF's rule for STEP as it was amended then.
- Of the Swedish ESF+ programme: area B; how support divides in areas D and E, and in area A in Norra Mellansverige; the
  tolerance around an own share. Of the programme of 2014-2020: own shares, which each call set.
- The Swedish ordinance of 2014 on advances, and the CCI codes of Sweden's ERDF and JTF programmes of 2021-2027.
- The fields of intervention that Regulation (EU) 2022/2039 and the review of 2025 may have added. A field that is not
  in the list may be lawful.
- The Swedish names of the fields of intervention, dimensions, themes and specific objectives. The Swedish text of their
  acts was not read, and nothing is translated here: those lists have English names only.
- Which region is of which category: it is said of a priority or a project (`category_of_region`), not looked up.
- Exchange rates: no article says at which rate a threshold in euro is tested.
- The paragraphs of Article 56 of Regulation (EU) 2021/1060: its rate rests on a transcript, at grade C, and whether it
  may be applied to staff costs that are themselves a flat rate is not known. Of Article 55 what follows paragraph 2, on
  the hours that may be declared for a person.
- Article 14 of Regulation (EU) No 1304/2013, the ESF's own simplified costs before 2 August 2018, and the limit on lump
  sums of the same years.
- State aid, and within how many days a claim for payment of 2014-2020 is paid.
"""


def page() -> str:
    """Write the whole page."""
    parts = [HEAD]
    for topic, title in TOPICS.items():
        parts.append(f"## {title.en}\n")
        parts += ["\n".join(entry(key)) + "\n" for key in LAW.keys if key.split(".")[0] == topic]
    for cci, pack in PACKS.items():
        own = LAW.with_pack(pack).provisions[len(LAW.provisions) :]
        kind = "Example pack, no law:" if cci.startswith("example-") else "Programme pack"
        parts.append(f"## {kind} {cci}\n")
        parts.append(
            f'{own[0].act}. `LAW.with_pack(PACKS["{cci}"])` adds it, and `--pack {cci}` on the command line.\n'
        )
        parts += ["\n".join(entry(key)) + "\n" for key in sorted({row.key for row in own})]
    return "\n".join([*parts, *code_lists(), "", FOOT])


def entry(key: str) -> Iterator[str]:
    """Write what there is to know of one key: each of its rows."""
    yield f"### {key}"
    for row in WITH_PACKS.levels(key):
        yield ""
        period = "any programming period" if row.programming_period is None else row.programming_period
        yield f"**{plain(value_of(row))}** in {period}, {days_of(row)}\n"
        yield f"- {linked(row)}, {row.level.value}, grade {row.grade.name}"
        if row.binds is not None:
            whole = row.binds in (Binds.PROGRAMME, Binds.PRIORITY, Binds.ALLOCATION)
            yield f"- Binds the {row.binds.value}{' as a whole, not a single project' if whole else ''}"
        if row.base is not None:
            yield f"- Of: {plain(row.base)}"
        if row.quote is not None:
            yield f"- Words ({row.language}): “{plain(row.quote)}”"
        read_in = "" if row.edition is None else f"{plain(row.edition)}; "
        yield f"- Read in: {read_in}<{row.source}>, checked {row.checked}"
        if row.note is not None:
            yield f"- Note: {plain(row.note)}"


def linked(row: Provision) -> str:
    """Cite a provision, with the address of its act where it is one of the Union's."""
    number = re.fullmatch(r"Regulation \(EU\) (?:No ([0-9]+)/([0-9]{4})|([0-9]{4})/([0-9]+))", row.act)
    if number is None:
        return row.citation("en")
    year, serial = (number[2], number[1]) if number[1] else (number[3], number[4])
    return f"[{row.citation('en')}](http://data.europa.eu/eli/reg/{year}/{serial}/oj)"


def value_of(row: Provision) -> str:
    """Write a value in English with ordinary spaces, and how it binds; words of the law say that themselves."""
    if isinstance(row.value, str):
        return row.value
    match row.value:
        case Rate() as share if share.percent is None:
            said = f"{share.fraction} ({share:en})"
        case Rate() | Money() | Period() as value:
            said = f"{value:en}"
        case int() as number:
            said = f"{number} {row.unit}"
        case day:
            said = str(day)
    sense = "" if row.sense is None else f"{row.sense.value} "
    return f"{sense}{said}".replace("\N{NO-BREAK SPACE}", " ")


def days_of(row: Provision) -> str:
    """Write from when to when a row counts."""
    return f"from {row.start} on" if row.end is None else f"from {row.start} to {row.end}"


def code_lists() -> Iterator[str]:
    """Write a table of the code lists: how many codes, how well read, and where."""
    yield "## Code lists\n"
    yield "`esfmodel.law.codes` gives them; each code has its source, the day it was checked and its grade. `get`"
    yield "takes a code, `find` a name.\n"
    yield "| List | Codes | Grades |\n|---|---|---|"
    for name, found in lists().items():
        grades = Counter(each.grade.name for each in found)
        yield f"| {name} | {len(found)} | {', '.join(f'{grade} {grades[grade]}' for grade in sorted(grades))} |"


def lists() -> dict[str, codes.CodeList]:
    """Name every code list as a reader knows it."""
    named = {
        "Statistical regions of Sweden (NUTS 2021 and 2024), and SE0 as the register prints it": codes.nuts(),
        "Counties of Sweden": codes.counties(),
        "Municipalities of Sweden": codes.municipalities(),
        "Specific objectives of the ESF+": codes.specific_objectives(),
        "Programmes of Sweden, by CCI": codes.programmes(),
    }
    of_period = {
        "Fields of intervention": codes.intervention_fields,
        "Secondary themes of the ESF and the ESF+": codes.secondary_themes,
        "Funds": codes.funds,
    }
    for period in ("2014-2020", "2021-2027"):
        for name, give in of_period.items():
            named |= {f"{name}, {period}": found for found in [give(period)] if found is not None}
        for name in codes.dimensions(period):
            named |= {
                f"{name[0].upper()}{name[1:]}, {period}": found for found in [codes.dimension(name, period)] if found
            }
    for cci in PACKS:
        named |= {f"Programme areas of {cci}": found for found in [codes.priorities(cci)] if found is not None}
    return named


def plain(text: str) -> str:
    """Write a text so that nothing in it is taken for a mark of the page."""
    return re.sub(r"([*_`\[\]<>|])", r"\\\1", text)


def test_the_page_is_what_the_data_say() -> None:
    """Who reads the page reads the law as the library applies it."""
    assert PAGE.read_text("utf-8") == page(), f"the law changed; if that is meant, run {Path(__file__).name} --update"


def test_every_key_has_its_entry() -> None:
    """Each key is on the page once, with the citation, grade and source of each of its rows."""
    entries = re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert sorted(key for key, _ in entries) == list(WITH_PACKS.keys)
    for key, mine in entries:
        for row in WITH_PACKS.history(key):
            assert row.citation("en") in mine, key
            assert f"grade {row.grade.name}" in mine, key
            assert row.source in mine, key
        assert mine.count("\n- Read in: ") == len(WITH_PACKS.history(key)), key


def test_the_changelog_names_every_act_and_pack() -> None:
    """Who relies on a limit finds its act under the heading Law of the changelog."""
    _, _, law = (PAGE.parents[2] / "CHANGELOG.md").read_text("utf-8").partition("### Law")
    for row in LAW.provisions:
        number = re.search(r"[0-9]+[/:][0-9]+", row.act)
        assert number is not None
        assert number[0] in law
        assert str(row.start) in law
    assert all(cci in law for cci in PACKS)


def test_every_word_for_a_value_is_used() -> None:
    """The data hold each grade and each sense, so that the page explains nothing that is not there."""
    assert {row.grade for row in WITH_PACKS.provisions} == set(Grade)
    assert {row.sense for row in WITH_PACKS.provisions} == {*Sense, None}
    assert {row.level for row in WITH_PACKS.provisions} == {Level.EU_LAW, Level.NATIONAL, Level.PROGRAMME}
    assert {key.split(".")[0] for key in LAW.keys} == TOPICS.keys()


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(page(), "utf-8")
