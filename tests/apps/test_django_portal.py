"""What the portal of Django answers, asked as a browser would."""

from __future__ import annotations

import html
from typing import Any

from django.test import Client

from esfmodel import Money, OrganisationNumber, Rate
from portal_tables import portal_tables, undone

portal_tables()

FILLED = {
    "name": "Nya vägar <b>& broar</b>",
    "applicant": "232100-0214",
    "period": "1 oktober 2024–30 september 2027",
    "support": "1 250 000,50 kr",
    "share": "50",
    "own": "1 250 000,50",
    "source": "own, public",
}


def send(filled: dict[str, str], language: str = "sv") -> tuple[int, str]:
    """Send the form, and return the status and the page."""
    answer: Any = Client(headers={"accept-language": language}).post("/new", filled, follow=True)
    return answer.status_code, html.unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_an_application_is_kept_listed_and_shown() -> None:
    """What is filled in as people write stands on the pages in Swedish, with what the rules find."""
    with undone() as rows:
        status, page = send(FILLED)
        row = rows.get()
        assert (row.applicant, row.support, row.share) == (
            OrganisationNumber("232100-0214"),
            Money("1250000.50"),
            Rate.of_percent(50),
        )
        assert status == 200
        assert "1 oktober 2024–30 september 2027, 3 år" in page
        assert "Angiven andel: 50 %." in page
        rows.create(applicant=row.applicant, support=Money(2_000_000), project=row.project)
        raw = Client().get("/").content.decode()
        listed = html.unescape(raw).replace("\N{NO-BREAK SPACE}", " ")
        assert listed.index("2 000 000 kr") < listed.index("1 250 000,50 kr")
        assert "Summa: 3 250 000,50 kr" in listed
        assert "<b>" not in raw
        assert Client().get("/999").status_code == 404


def test_what_is_wrong_is_told_beside_its_field() -> None:
    """Each field has its own error, in the reader's language, and keeps what was typed."""
    wrong = FILLED | {"applicant": "232100-0215", "support": "12.345 kr", "share": "0.4 %", "period": "2027–2024"}
    with undone() as rows:
        status, page = send(wrong)
        assert status == 422
        assert not rows.exists()
        for text in ("kontrollsiffran", "kan betyda 12 345 eller 12,345", "2027–2024", 'value="12.345 kr"'):
            assert text in page
        _, english = send(wrong, "en")
        assert "may mean 12 345 or 12.345" in english.replace("\N{NO-BREAK SPACE}", " ")
        _, empty = send({})
        assert empty.count("errorlist") == 5
        broken = send(FILLED | {"name": " \u202e"})[1]
        assert "errorlist" in broken
    assert "Ny ansökan" in Client().get("/new").content.decode()
