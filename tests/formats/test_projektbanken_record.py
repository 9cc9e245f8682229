from __future__ import annotations

import pytest

from esfmodel.errors import ReadError
from esfmodel.formats import Problem, Reading, read_text
from esfmodel.model import Budget, Contribution, DecisionKind, Funder, FundingSource, Organisation, Project
from esfmodel.values import Money, OpenPeriod, Period, Rate

HEAD = "24-012-S03 - Vägen fram\n\n"


def record(*lines: str, head: str = HEAD) -> Reading:
    """Read a record with a heading and these lines."""
    return read_text(head + "\n".join(lines), "projektbanken_record")


def project(*lines: str) -> Project:
    """Read a record that has no problems."""
    reading = record(*lines)
    assert reading.problems == ()
    return reading.one()


def refused(*lines: str) -> tuple[Project, Problem]:
    """Read a record with one problem."""
    reading = record(*lines)
    (problem,) = reading.problems
    return reading.one(), problem


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        ("Total projektbudget", "1.1", "number.decimal_mark"),
        ("Total projektbudget", "närmare 29 miljoner kronor", "figure.hedged"),
        ("EU-stöd i SEK", "12 EUR", "money.other_currency"),
        ("EU-stöd i SEK", "ja", "figure.not_in_digits"),
        ("Startdatum", "2024-02-31", "date.no_such_day"),
        ("Slutdatum", "31/12", "date.not_one_day"),
        ("Projektperiod", "2024-12-31 - 2024-01-01", "period.reversed"),
        ("Projektperiod", "18-09-01 till 21-12-31", "period.not_one_period"),
        ("Antal deltagare", "ca 500", "record.no_count"),
        ("Antal deltagare", "1" * 101, "record.no_count"),
        ("Unionens medfinansieringsgrad", "40", "text.two_readings"),
        ("Unionens medfinansieringsgrad", "en liten del", "figure.not_in_digits"),
        ("Program CCI", "2021", "cci.form"),
        ("NUTS-2 kod", "S32", "nuts.form"),
        ("Berörd fond", "ESF och Eruf", "value.not_one_of"),
        ("Land som berörs", "Sverige och Norge", "country.unknown"),
        ("Programperiod", "2021", "programming_period.not_plain"),
        ("Insats av strategisk betydelse", "Kanske", "record.neither_yes_nor_no"),
        ("Sekundärtema - Motverka barnfattigdom", "Delvis", "record.neither_yes_nor_no"),
        ("Sekundärtema", "Nej", "record.theme_unnamed"),
        ("Stödmottagarens ort", "Bräcke", "record.owner_unnamed"),
    ],
)
def test_a_value_that_is_not_what_its_label_says(label: str, value: str, code: str) -> None:
    """It becomes a problem with its line, its value and what to do; it is kept, and the rest is read."""
    found, problem = refused("Region: Övre Norrland", f"{label}: {value}", "Specifikt mål: D1")
    assert (problem.line, problem.place, problem.given, problem.code) == (4, label, value, code)
    assert problem.advice
    assert found.extra == ((label, value),)
    assert (found.name, found.region, found.specific_objective) == ("Vägen fram", "Övre Norrland", "D1")


def test_a_wrong_check_digit_leaves_the_owner() -> None:
    """An organisation number with a wrong check digit is refused alone: the owner keeps name and address."""
    found, problem = refused(
        "Projektägare: BRÄCKE KOMMUN",
        "Projektägare org.nr.: 2321000215",
        "Stödmottagare postnr: 84060",
        "Stödmottagare ort: BRÄCKE",
    )
    assert "has the check digit 5, where its first nine digits ask for 4" in problem.wrong
    assert found.beneficiary == Organisation("BRÄCKE KOMMUN", postal_code="840 60", city="BRÄCKE")


def test_support_is_undivided_unless_the_unions_part_is_printed() -> None:
    """What is called ESF-stöd is EU and state money in one; beside the Union's part the rest of it is the state's."""
    own = Contribution(Funder(source=FundingSource.OWN))
    support, eu_support = Money(10_325_312), Money(7_648_379)

    def paid(source: FundingSource, amount: Money) -> Contribution:
        return Contribution(Funder(source=source), amount)

    assert project("Total projektbudget: 19 126 097", "Beviljat ESF-stöd: 10 325 312").budget == Budget(
        financing=[paid(FundingSource.EU_AND_STATE, support), own], total=Money(19_126_097)
    )
    divided = project("Beviljat ESF-stöd: 10 325 312", "EU-stöd i SEK: 7 648 379").budget
    assert divided is not None
    assert divided == Budget(
        financing=[
            paid(FundingSource.EU, eu_support),
            paid(FundingSource.STATE_GRANT, support - eu_support),
            own,
        ]
    )
    assert (divided.support, divided.eu_support) == (support, eu_support)
    assert project("EU-stöd: 7 648 379 kr").budget == Budget(
        financing=[paid(FundingSource.EU, eu_support), Contribution.rest()]
    )
    assert project("Beviljat ESF-stöd: 5 kr", "EU-stöd: 5 kr").budget == Budget(
        financing=[paid(FundingSource.EU, Money(5)), own]
    )
    assert project("Projektets totala budget (inklusive medfinansiering): 17 000 000 kronor").budget == Budget(
        total=Money(17_000_000)
    )
    assert project("Region: Övre Norrland").budget is None


def test_support_printed_as_granted_is_a_decision() -> None:
    """A record that prints its support as granted tells of a decision; one that prints support alone does not."""
    (decision,) = project("Beviljat ESF-stöd: 5 261 655 kr").decisions
    assert (decision.kind, decision.support, decision.on) == (DecisionKind.GRANTED, Money(5_261_655), None)
    assert project("ESF-stöd: 5 261 655 kr").decisions == ()
    assert project("Total projektbudget: 7 023 185 kr").decisions == ()


def test_more_from_the_union_than_is_granted() -> None:
    """A Union part larger than the support is refused, and the support stands."""
    found, problem = refused("Beviljat ESF-stöd: 5 kr", "EU-stöd: 6 kr")
    assert (problem.line, problem.given) == (4, "6 kr")
    assert found.budget is not None
    assert found.budget.support == Money(5)


def page(*lines: str) -> Reading:
    """Read a page of another register."""
    return read_text("\n".join(("Projektnamn: Bygga ihop", *lines)), "projektbanken_record")


def paid(*parts: tuple[FundingSource, int], currency: str = "SEK") -> list[Contribution]:
    """Return what sources pay."""
    return [Contribution(Funder(source=source), Money(amount, currency)) for source, amount in parts]


def test_a_page_in_euro() -> None:
    """Amounts are in the one currency that the page names, in a value or in a label; English amounts are read too."""
    parts = paid((FundingSource.EU, 450_000), currency="EUR")
    budget = Budget(financing=[*parts, Contribution.rest()], total=Money(1_410_000, "EUR"))
    for lines in (
        ("Total budget: 1 410 000 EUR", "EU-medel: 450 000 EUR"),
        ("Total budget: 1 410 000", "EU-medel (€): 450 000"),
        ("Total project cost: €1,410,000", "EU contribution: €450,000"),
        ("Totalkostnad (tusen euro): 1 410", "EU-stöd: 450 000"),
    ):
        reading = page(*lines)
        assert (reading.problems, reading.one().budget) == ((), budget)


def test_a_page_in_two_currencies() -> None:
    """Amounts in another currency than most are refused; one that is no amount in any language says why."""
    reading = page("Total budget: 1 000 kr", "EU-medel: 400 kr", "Statliga medel (EUR): 50", "Projektstöd: 1,50,0 kr")
    assert [(problem.code, problem.line) for problem in reading.problems] == [
        ("money.other_currency", 4),
        ("number.badly_written", 5),
    ]
    assert reading.one().extra == (("Statliga medel (EUR)", "50"), ("Projektstöd", "1,50,0 kr"))
    lines = ("EU-medel: €1,400,000", "Projektstöd: 1,400 kr", "Statliga medel: 1.400,5 kr")
    reading = page("Total budget: 1 000 kr", *lines)
    assert [problem.code for problem in reading.problems] == [
        "money.other_currency",
        "number.two_readings",
        "number.thousands_mark",
    ]


def test_a_currency_that_is_assumed_is_reported() -> None:
    """A page of another register that names no currency is read in kronor, with a word."""
    reading = page("Beslutat stöd (tusental): 45 miljoner", "Totalkostnad (tusental): 90 000")
    (problem,) = reading.problems
    assert (problem.code, problem.place, problem.params["currency"]) == (
        "record.currency_assumed",
        "Totalkostnad (tusental)",
        "SEK",
    )
    assert reading.one().budget == Budget(
        financing=[*paid((FundingSource.EU_AND_STATE, 45_000_000)), Contribution(Funder(source=FundingSource.OWN))],
        total=Money(90_000_000),
    )


def test_who_pays_on_a_page() -> None:
    """Each payer that is printed is a contribution; what they leave of the total is of unnamed sources."""
    eu, state, public, private = (
        FundingSource.EU,
        FundingSource.STATE_GRANT,
        FundingSource.OWN_PUBLIC,
        FundingSource.OWN_PRIVATE,
    )
    total = Money(1_000)

    def budget(*lines: str) -> Budget | None:
        reading = page(*(f"{line} kr" for line in lines))
        assert reading.problems == ()
        return reading.one().budget

    support = paid((FundingSource.EU_AND_STATE, 600))
    own = paid((public, 300), (private, 100))
    lines = ("Projektstöd: 600", "Offentlig medfinansiering: 300", "Privat medfinansiering: 100")
    assert budget(*lines, "Totalkostnad: 1 000") == Budget(financing=[*support, *own], total=total)
    assert budget(*lines) == Budget(financing=[*support, *own, Contribution.rest()])
    assert budget("Statliga medel: 200", "EU-medel: 400", "Totalkostnad: 1 000") == Budget(
        financing=[*paid((eu, 400), (state, 200)), Contribution(Funder(source=FundingSource.OWN))], total=total
    )
    assert budget("Statliga medel: 200", "Projektstöd: 600") == Budget(
        financing=[*paid((eu, 400), (state, 200)), Contribution(Funder(source=FundingSource.OWN))]
    )
    assert budget("Bidrag från EU:s regionalfond: 400", "IR-medel: 100") == Budget(
        financing=[*paid((eu, 400), (FundingSource.PARTNER_COUNTRY, 100)), Contribution.rest()]
    )


@pytest.mark.parametrize(
    ("lines", "rest"),
    [
        (("Projektstöd: 600 kr", "Statliga medel: 700 kr"), 600),
        (("Projektstöd: 600 kr", "Statliga medel: 100 kr", "EU-medel: 400 kr"), 200),
    ],
)
def test_parts_that_are_not_the_support(lines: tuple[str, ...], rest: int) -> None:
    """State money that cannot be the rest of the support is kept and reported."""
    reading = page(*lines)
    (problem,) = reading.problems
    assert (problem.code, problem.params["rest"]) == ("record.not_the_rest", Money(rest))
    assert reading.one().extra[0][0] == "Statliga medel"


def test_decisions_on_a_page() -> None:
    """Support applied for and support granted are decisions, and the day of a decision is of what was granted."""
    (applied,) = page("Sökt belopp: 500 kr", "Beslutsdatum: 2024-03-01").one().decisions
    assert (applied.kind, applied.support, applied.on) == (DecisionKind.APPLIED, Money(500), None)
    project = page("Beslutat stöd: 400 kr", "Beslutsdatum: 2024-03-01", "Utbetalt stöd: 10 kr").one()
    (granted,) = project.decisions
    assert (granted.kind, granted.support, str(granted.on)) == (DecisionKind.GRANTED, Money(400), "2024-03-01")
    assert project.extra == (("Utbetalt stöd", "10 kr"),)


def test_other_labels_by_their_words() -> None:
    """A label that is not listed is known by its words where a colon follows."""
    project = page(
        "Projektets diarienr: 24-1", "Projektets startdag: 2024-03-01", "Delsumma A: 5 kr", "Övrigt: ja"
    ).one()
    assert (str(project.operation_id), str(project.period)) == ("24-1", "2024-03-01/..")
    assert project.extra == (("Delsumma A", "5 kr"), ("Övrigt", "ja"))
    project = page("Projektets totala kostnader: 9 kr", "Begärt belopp: 5 kr", "Budget enligt prognos: 8 kr").one()
    assert project.budget == Budget(total=Money(9))
    assert [decision.support for decision in project.decisions] == [Money(5)]
    assert project.extra == (("Budget enligt prognos", "8 kr"),)


@pytest.mark.parametrize("form", ["{}, {}", "{} ({})", "{}, 16{}"])
def test_a_number_beside_the_name_of_the_owner(form: str) -> None:
    """Ten digits after a comma or in a parenthesis are the organisation number, and are checked as one."""
    name, number = "Länsstyrelsen i Dalarnas län", "202100-2429"
    project = read_text(f"Dnr: 24-1\nProjekt: Alfa\nStödmottagare: {form.format(name, number)}\n").one()
    assert (project.name, project.beneficiary) == ("Alfa", Organisation(name, number))
    reading = page(f"Stödmottagare: {form.format(name, '202100-2428')}")
    assert reading.one().beneficiary == Organisation(name)
    assert [problem.code for problem in reading.problems] == ["organisation_number.check_digit"]


def test_the_period_and_its_days() -> None:
    """Days and period go together; one day alone is one end; the finer statement is taken."""
    whole = Period("2024-10-01", "2027-09-30")
    start, end, period = "Startdatum: 2024-10-01", "Slutdatum: 2027-09-30", "Projektperiod: 2024-10-01 - 2027-09-30"
    assert project(start, end).period == whole
    assert project(start, end, period).period == whole
    assert project(end, period).period == whole
    assert project(start).period == OpenPeriod("2024-10-01")
    assert project(end).period == OpenPeriod(end="2027-09-30")
    assert project("Projektperiod: 2024-2027", start, end).period == whole
    assert project("Projektperiod: 2024–2027").period == Period.of_years(2024, 2027)
    assert project("Projektperiod: 1 oktober 2024–30 september 2027").period == whole
    assert project("Projektperiod: från 2024-10-01", end).period == OpenPeriod("2024-10-01")


def test_days_that_contradict_each_other() -> None:
    """An end before the start makes both doubtful, and days win over a period that is another."""
    reading = record("Startdatum: 2027-09-30", "Slutdatum: 2024-10-01")
    assert reading.one().period is None
    assert [problem.line for problem in reading.problems] == [3, 4]
    assert reading.one().extra == (("Startdatum", "2027-09-30"), ("Slutdatum", "2024-10-01"))
    found, problem = refused("Projektperiod: 2023-2025", "Startdatum: 2024-10-01", "Slutdatum: 2027-09-30")
    assert found.period == Period("2024-10-01", "2027-09-30")
    assert (problem.line, problem.given) == (3, "2023-2025")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("24-012-S03 - Vägen fram - Genomförande 1-3", "Vägen fram - Genomförande 1-3"),
        ("24-012-S03 – Vägen fram", "Vägen fram"),
        ("24-012-S03 Vägen fram", "Vägen fram"),
        ("24-012-S03: Vägen fram", "Vägen fram"),
        ("24-012-s03 | Vägen fram", "Vägen fram"),
        ("Vägen-fram 24-012-S03", "Vägen-fram 24-012-S03"),
        ("2024 - Vägen fram", "2024 - Vägen fram"),
    ],
)
@pytest.mark.parametrize("label", ["Diarienummer: 24-012-S03", "Region: Övre Norrland"])
def test_the_heading_is_number_and_name(heading: str, name: str, label: str) -> None:
    """The heading is divided where the number ends, however they are parted; dashes in a name stay in it."""
    reading = record(label, head=f"{heading}\n")
    assert (reading.one().name, reading.problems) == (name, ())
    if heading[:2] == "24":
        assert str(reading.one().operation_id).upper() == "24-012-S03"


@pytest.mark.parametrize(
    ("heading", "number", "name"),
    [
        ("2011-3010014 - Merit", "2011-3010014", "Merit"),
        ("2016/00123 Merit", "2016/00123", "Merit"),
        ("RS2022/2261 - Merit", "RS2022/2261", "Merit"),
        ("2021SE05SFPR001_24-012-S03 Merit", "2021SE05SFPR001_24-012-S03", "Merit"),
        ("20200940 - Merit", "20200940", "Merit"),
        ("AGENDA2030 - Merit", None, "AGENDA2030 - Merit"),
        ("2024-2027 - Merit", None, "2024-2027 - Merit"),
        ("Merit 1-3 - Merit", None, "Merit 1-3 - Merit"),
        ("1" * 101 + " - Merit", None, "1" * 101 + " - Merit"),
    ],
)
def test_numbers_of_other_registers(heading: str, number: str | None, name: str) -> None:
    """A number in the heading is found without a label; a pair of years or a word of the name is none."""
    found = record("Region: Övre Norrland", head=f"{heading}\n").one()
    assert (found.name, found.operation_id and str(found.operation_id)) == (name, number)


def test_a_number_above_its_name() -> None:
    """A heading may have the number and the name on two lines."""
    found = record("Region: Övre Norrland", head="24-012-S03\nVägen fram\n\n").one()
    assert (found.name, str(found.operation_id)) == ("Vägen fram", "24-012-S03")


def test_a_record_without_a_name_goes_by_its_number() -> None:
    """Nobody's name is invented: the number stands for it and that is reported; without both there is no project."""
    reading = record("Diarienummer: 24-012-S03", head="")
    assert reading.one().name == "24-012-S03"
    assert reading.problems[0].code == "record.no_name"
    assert record("Region: Övre Norrland", head="24-012-S03\n").one().name == "24-012-S03"
    with pytest.raises(ReadError, match="neither the name of a project nor its number"):
        record("Region: Övre Norrland", head="")


def test_a_heading_that_contradicts_the_labels() -> None:
    """The labels go before the heading, which is kept and reported."""
    for label in ("Diarienummer: 24-013-S03", "Diarienummer: 24-012-S0", "Namn: Vägen hem"):
        found, problem = refused(label)
        assert problem.line == 1
        assert found.extra == (("", "24-012-S03 - Vägen fram"),)
    assert project("Namn: VÄGEN FRAM").name == "VÄGEN FRAM"


def test_labels_that_contradict_each_other() -> None:
    """Of two values the first is taken; the same again says nothing new, and another is kept and reported."""
    found, problem = refused("Region: Övre Norrland", "Region: ÖVRE NORRLAND", "Region: Stockholm")
    assert found.region == "Övre Norrland"
    assert (
        problem.text("sv") == "Rad 5, Region: ”Stockholm” stämmer inte med Region på rad 3. Behåll den rätta uppgiften."
    )
    assert found.extra == (("Region", "Stockholm"),)
    theme = "Sekundärtema - Natur"
    found, problem = refused(f"{theme}: Ja", f"{theme}: ja", f"{theme}: Nej")
    assert [each.applies for each in found.secondary_themes] == [True]
    assert (problem.line, problem.given) == (5, "Nej")


def test_themes_by_name() -> None:
    """A theme may stand in the label with its answer beside it, or beside the label by its name."""
    found = project("Sekundärtema: Natur", "Sekundärtema - Motverka barnfattigdom: Nej")
    assert [(each.name, each.applies) for each in found.secondary_themes] == [
        ("Natur", True),
        ("Motverka barnfattigdom", False),
    ]


@pytest.mark.parametrize(
    ("owner", "name", "unit"),
    [
        ("Köpings kommun, Vuxenutbildningen", "Köpings kommun", "Vuxenutbildningen"),
        ("Folkbildningsrådet, Folkbildningsrådet", "Folkbildningsrådet", "Folkbildningsrådet"),
        ("Äldreförvaltningen, Uppsala kommun", "Äldreförvaltningen, Uppsala kommun", None),
        ("Handel, hotell och restaurang AB", "Handel, hotell och restaurang AB", None),
        ("Bräcke kommun, Barn, unga och skola", "Bräcke kommun, Barn, unga och skola", None),
        ("Bräcke kommun,Skolan", "Bräcke kommun,Skolan", None),
        ("Kommunledningskontoret", "Kommunledningskontoret", None),
    ],
)
def test_an_owner_and_its_unit(owner: str, name: str, unit: str | None) -> None:
    """Owner and unit are parted only where it is plain which is which, and together they are what was printed."""
    found = project(f"Projektägare: {owner}").beneficiary
    assert found is not None
    assert (found.name, found.unit) == (name, unit)


@pytest.mark.parametrize(
    ("printed", "code", "name"),
    [
        ("D", "D", None),
        ("2", "2", None),
        ("Care", "Care", None),
        ("1.1 Kompetensförsörjning", "1.1", "Kompetensförsörjning"),
        ("A - Ett inkluderande arbetsliv", "A", "Ett inkluderande arbetsliv"),
        ("3.1. Unga", "3.1", "Unga"),
        ("REACT EU", "REACT EU", None),
    ],
)
def test_a_priority_is_a_code_with_a_name_or_without(printed: str, code: str, name: str | None) -> None:
    """The code of a priority is what registers call it; the name goes with it when it is printed."""
    found = project(f"Programområde: {printed}").priority
    assert found is not None
    assert (found.code, found.name) == (code, name)


def test_nothing_is_a_number_too() -> None:
    """No participants is a number, and nothing stated is none; what stands for nothing is kept."""
    assert project("Antal deltagare: 0").planned_participants == 0
    assert project("Antal deltagare:").planned_participants is None
    assert project("Antal deltagare: 1 200 st").planned_participants == 1200
    found = project("Antal deltagare: -", "Region: Ej angivet")
    assert (found.planned_participants, found.region) == (None, None)
    assert found.extra == (("Antal deltagare", "-"), ("Region", "Ej angivet"))


@pytest.mark.parametrize("total", ["", "100"])
def test_no_support_is_support_of_nothing(total: str) -> None:
    """A printed 0 is a contribution like any other, with a total beside it and without."""
    for label, figure in (("Beviljat ESF-stöd", "support"), ("EU-stöd", "eu_support")):
        budget = project(f"Total projektbudget: {total}", f"{label}: 0").budget
        assert budget is not None
        assert (getattr(budget, figure), budget.total) == (Money(0), Money(100) if total else None)


def test_an_empty_value_does_not_take_the_next_label() -> None:
    """Below a label without a value the next label is a label, with an empty line between or without."""
    for gap in ([], [""]):
        found = project("Stödmottagarens address", *gap, "Programområde", "2", "Region", *gap, "Specifikt mål", "2.4")
        assert (str(found.priority), found.region, found.specific_objective) == ("2", None, "2.4")


def test_an_empty_value_with_the_next_label_on_its_line() -> None:
    """A label whose value would be another label with its colon has none; names and texts may begin with one."""
    found = project("Stödmottagarens address: Programområde: 2", "Region:Utlysning: Specifikt mål:2.4")
    assert (str(found.priority), found.region, found.call, found.specific_objective) == ("2", None, None, "2.4")
    assert found.extra == ()
    found = project("Stödmottagarens address: Programområde:", "2", "Region: Övre Norrland", "Utlysning: 2015/00897")
    assert (str(found.priority), found.summary) == ("2", None)
    found = record("Namn: Region: en resa", "Sammanfattning: Region: hela landet.", head="").one()
    assert (found.name, found.summary) == ("Region: en resa", "Region: hela landet.")


def test_what_has_no_field_is_kept() -> None:
    """An address and a summary in English are known and kept; an unknown label is kept and reported."""
    found = project("Stödmottagarens address: Storgatan 1", "Sammanfattning engelsk: First.", "", "Second.")
    assert found.extra == (("Stödmottagarens address", "Storgatan 1"), ("Sammanfattning engelsk", "First.\n\nSecond."))
    found, problem = refused("Kontaktperson: Alva Ek", "Region: Övre Norrland")
    assert problem == Problem("record.unknown_label", "", "Kontaktperson", line=3)
    assert found.extra == (("Kontaktperson", "Alva Ek"),)


@pytest.mark.parametrize(
    "lines",
    [
        ("Region:", "Övre Norrland", "Kontaktperson:", "Alva Ek", "Specifikt mål:", "D1"),
        ("Region", "Övre Norrland", "Kontaktperson", "Alva Ek", "Specifikt mål", "D1"),
        ("Region:", "Övre Norrland", "Specifikt mål:", "D1", "Kontaktperson:", "Alva Ek"),
        ("Region\n", "Övre Norrland\n", "Kontaktperson\n", "Alva Ek\n", "Specifikt mål\n", "D1\n", "NUTS\n", "SE33"),
        ("Region:\n", "Övre Norrland\n", "NUTS\n", "SE33\n", "Specifikt mål:\n", "D1\n", "Kontaktperson:\n", "Alva Ek"),
        ("Kontaktperson\tAlva Ek", "Region\tÖvre Norrland", "Specifikt mål\tD1"),
        ("Region", "Övre Norrland", "Specifikt mål", "D1", "Kontaktperson", "Alva Ek"),
        ("Region    Övre Norrland", "Kontaktperson    Alva Ek", "Specifikt mål    D1"),
        ("Region    Övre Norrland", "Specifikt mål    D1", "Kontaktperson    Alva Ek"),
    ],
)
def test_unknown_labels_in_every_layout(lines: tuple[str, ...]) -> None:
    """A label that we do not know is one in every layout, between known labels and after them."""
    found, problem = refused(*lines)
    assert found.extra == (("Kontaktperson", "Alva Ek"),)
    assert problem.given == "Kontaktperson"
    assert (found.region, found.specific_objective, found.summary) == ("Övre Norrland", "D1", None)


def test_lines_that_belong_nowhere() -> None:
    """A line without a label, and a label without a value, are kept and reported."""
    reading = record("Region: Övre Norrland", "Skriv ut sidan", "Kontaktperson:", "Specifikt mål: D1")
    assert reading.one().extra == (("", "Skriv ut sidan"), ("Kontaktperson", ""))
    assert [problem.line for problem in reading.problems] == [4, 5]
    assert reading.problems[0].code == "record.unlabelled"


def test_free_text_is_the_summary() -> None:
    """Prose is the summary wherever it stands, with its paragraphs; under its own label as well."""
    text = "Vi vill att fler får arbete.\n\nDet sker i tre steg:\n- först\n- sedan"
    assert project("Region: Övre Norrland", "", text).summary == text
    assert project("Sammanfattning:", *text.split("\n")).summary == text
    assert project("Sammanfattning: Kort.", "", text).summary == f"Kort.\n\n{text}"
    assert project("Sammanfattning", "Kort.", "Region", "Övre Norrland", "", text).summary == f"Kort.\n\n{text}"
    assert project("Vi vill mycket.", "Steg ett", "Region: Övre Norrland", "", text).summary == (
        f"Vi vill mycket.\nSteg ett\n\n{text}"
    )
    assert project("Region", "Övre Norrland", "NUTS", "SE33", "Kort text", "utan punkt", "alls").summary is not None
    assert project("Region", "Övre Norrland", "NUTS", "SE33", "", "Kort text", "utan punkt").summary is not None
    spaced = "Vi vill  att fler får en väg till arbete, och att de som redan har ett arbete får lära sig mer"
    assert project("Region: Övre Norrland", spaced, "NUTS: SE33").summary == spaced
    long = "En text utan punkt som ändå är så lång att den inte kan vara annat än löpande text i raden"
    assert project("Region: Övre Norrland", long, "Specifikt mål: D1").summary == long


def test_a_last_label_without_value_leaves_the_text() -> None:
    """Where empty lines part labels from values, prose below the last label is still no value of it."""
    found = project(
        "Region\n", "Stockholm\n", "Specifikt mål\n", "D1\n", "Insats av strategisk betydelse\n", "Vi vill mycket."
    )
    assert (found.strategic_importance, found.summary) == (None, "Vi vill mycket.")


def test_values_that_look_like_labels() -> None:
    """A value below its label is a value, though it begins with a label or has a colon."""
    found = project(
        "Projektägare", "Region Kronoberg", "Namn", "Vägen fram", "Utlysning", "Steg: ett", "Region", "Stockholm"
    )
    assert found.beneficiary == Organisation("Region Kronoberg")
    assert found.call is not None
    assert (found.call.reference, found.region) == ("Steg: ett", "Stockholm")
    names = ("Namn", "Region i rörelse", "Projektägare", "Region Kronoberg", "Projektperiod", "2016-01-01--2017-12-31")
    text = "Region och kommuner gör det tillsammans."
    found = record(*names, "Region", "", "Antal deltagare", "", "", text, head="").one()
    assert (found.name, found.beneficiary) == ("Region i rörelse", Organisation("Region Kronoberg"))


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("gap", [[], [""]])
def test_a_value_that_looks_like_a_label_with_its_value(colon: str, gap: list[str]) -> None:
    """Where every value stands below its label, so does one that begins with a label and a colon."""
    rows = [("Namn", "Region: en resa"), ("Specifikt mål", "D1"), ("Stödmottagarens address", ""), ("NUTS", "SE33")]
    reading = read_text("\n".join("\n".join([label + colon, *gap, value, *gap]) for label, value in rows))
    found = reading.one()
    assert (found.name, found.region, found.specific_objective) == ("Region: en resa", None, "D1")
    assert (str(found.nuts), reading.problems) == ("SE33", ())


def test_one_line_among_stacked_values() -> None:
    """Where some labels have their value on the same line, a label without one does not take the next line."""
    found = project("NUTS", "SE33", "Specifikt mål", "D1", "Insatsområde: D", "Utlysning", "Region: Övre Norrland")
    assert (found.call, found.region, str(found.priority)) == (None, "Övre Norrland", "D")


@pytest.mark.parametrize("form", ["{}: {}", "{}\t{}", "{}:{}", "{}\n{}", "{}:\n{}"])
def test_a_record_with_hardly_any_value(form: str) -> None:
    """A record most of whose labels have no value is read as any other."""
    empty = [(label, "") for label in ("Region", "Utlysning", "Projektägare", "Planerat antal deltagare")]
    rows = [*empty[:2], ("Specifikt mål", "D1"), *empty[2:], ("NUTS", "SE33"), *empty]
    found = project(*(form.format(*row) for row in rows))
    assert (found.specific_objective, str(found.nuts)) == ("D1", "SE33")
    assert (found.region, found.call, found.beneficiary, found.planned_participants) == (None, None, None, None)


def test_control_characters_are_taken_out() -> None:
    """What would act on a terminal never gets into a project, and that it was there is reported."""
    found, problem = refused("Region: \x1b[31mÖvre Norrland", "Program\u00adområde: D\u200b")
    assert (found.region, str(found.priority)) == ("[31mÖvre Norrland", "D")
    assert (problem.line, problem.code) == (3, "record.control_character")
    assert "\x1b" not in str(problem)


def test_letters_are_composed() -> None:
    """Letters written with combining marks are the letters they look like."""
    assert project("Projekta\u0308gare: Sto\u0308de kommun").beneficiary == Organisation("Stöde kommun")


@pytest.mark.parametrize(
    ("lines", "of_the_register"),
    [
        (("Diarienummer: 24-012-S03",), True),
        (("Program CCI: 2021SE05SFPR",), True),
        (("Beviljat ESF-stöd: 5 kr",), True),
        (("Program CCI: 2021FI05SFPR001",), False),
        (("Region: Övre Norrland",), False),
    ],
)
def test_the_source_is_named_only_when_it_is_known(lines: tuple[str, ...], of_the_register: bool) -> None:
    """The register is the source where the number, the programme or a label shows it."""
    found = record(*lines, head="Vägen fram\n").one()
    assert found.source == ("Svenska ESF-rådets projektbank" if of_the_register else None)


def test_a_call_is_no_project() -> None:
    """The page of a call has many of the labels, and is not read as a project."""
    with pytest.raises(ReadError, match="is a label of calls for proposals: this is no project"):
        read_text("2024/00123\nUtlysning: 2024/00123\nRegion: Stockholm\nUtlyst belopp: 4 000 000 kr\n")


def test_a_text_without_labels_is_no_record() -> None:
    """Prose is not read as a record, neither by itself nor when it is said to be one."""
    text = "Region Kronoberg äger projektet.\nNamnet är nytt.\n"
    with pytest.raises(ReadError, match="is in no format we know"):
        read_text(text)
    with pytest.raises(ReadError, match="has no label that we know"):
        read_text(text, "projektbanken_record")


def test_a_line_that_runs_together_is_a_record() -> None:
    """One line whose value begins with a capital or a digit is enough to know a record by."""
    assert read_text("Vägen fram\nDiarienummer24-012-S03").one().name == "Vägen fram"
    found = read_text("Diarienummer24-012-S03\nNamnvägar framåt\nRegionStockholm\nRegionen växer.").one()
    assert (found.name, found.region, found.summary) == ("vägar framåt", "Stockholm", "Regionen växer.")


def test_rates_are_exact() -> None:
    """The published rate is exact, with decimals or without, and is no share of the budget's."""
    found = project("Unionens medfinansieringsgrad: 66,7 %", "Total projektbudget: 10 kr", "Beviljat ESF-stöd: 10 kr")
    assert found.published_eu_rate == Rate.of_percent("66.7")
    assert found.budget is not None
    assert found.budget.support_rate == Rate(1)
