"""What the service of `service.py` answers, asked as a browser would."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

import service
from esfmodel import Project, from_dict, to_dict
from esfmodel.examples import EXAMPLES
from references import references


def send(method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401
    """Send a request to the service, and return what it answers."""

    async def answer() -> httpx.Response:
        portal = httpx.ASGITransport(service.app)
        async with httpx.AsyncClient(transport=portal, base_url="http://portal") as client:
            return await client.request(method, path, **more)

    return asyncio.run(answer())


@pytest.mark.parametrize("project", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_project_comes_back_as_it_was_sent(project: Project) -> None:
    """What is sent as a document is stored, loaded and sent back without loss."""
    receipt = send("POST", "/applications", json={"project": to_dict(project), "support": "1 250 000,50 kr"})
    assert (receipt.status_code, receipt.json()["support"]) == (201, "1250000.50 SEK")
    loaded = send("GET", f"/applications/{receipt.json()['number']}").json()
    assert from_dict(loaded["project"]) == project
    assert loaded["support"] == "1250000.50 SEK"


def test_the_service_adds_up_what_was_asked_for() -> None:
    """An amount is written as text, in an answer of its own as in another object."""
    send("POST", "/applications", json={"project": {"name": "Framtidskraft"}, "support": "12.50 EUR"})
    assert send("GET", "/support/EUR").json() == "12.50 EUR"
    assert send("GET", "/support/kr").status_code == 422
    assert send("GET", "/applications", params={"support": "12,50 euro"}).json() == [{"name": "Framtidskraft"}]


WRONG: dict[str, Any] = {
    "project": {
        "name": "Framtidskraft",
        "operation_id": "23-067-S04\x07",
        "budget": {
            "costs": [{"category": "personal", "basis": {"type": "actual cost", "amount": "12.345 SEK"}}],
            "financing": [
                {"funder": {"source": "EU"}, "amount": "600 SEK"},
                {"funder": {"source": "own"}, "amount": "400"},
            ],
        },
    },
    "support": "1.250.000 kr eller så",
    "share": "0,4",
    "parts": ["5 SEK", "5"],
    "paid": {"mars": True},
    "start": "2024-10-01/2024-09-30",
    "source": "egna pengar",
}


def problems(answer: httpx.Response) -> dict[tuple[object, ...], dict[str, Any]]:
    """Return what an answer says is wrong, by its place."""
    assert answer.status_code == 422
    return {tuple(each["loc"]): each for each in answer.json()["detail"]}


def test_every_field_that_is_wrong_is_told_in_swedish() -> None:
    """One answer names all fields, each with its path, the code and the text for who filled it in."""
    found = problems(send("POST", "/applications", json=WRONG))
    assert {place: each["type"] for place, each in found.items()} == {
        ("body", "project", "operation_id"): "text.unprintable",
        ("body", "project", "budget", "costs", 0, "basis", "amount"): "money.too_fine",
        ("body", "project", "budget", "financing", 1, "amount"): "number.no_currency",
        ("body", "support"): "figure.hedged",
        ("body", "share"): "text.two_readings",
        ("body", "parts", 1): "number.no_currency",
        ("body", "paid", "mars"): "value.not_text",
        ("body", "start"): "period.reversed",
        ("body", "source"): "value.not_one_of",
    }
    line = found["body", "project", "budget", "financing", 1, "amount"]
    assert line["ctx"]["sv"].startswith("Finansieringsrad 2, egen medfinansiering, belopp: ”400” saknar valuta.")
    assert line["msg"] == line["ctx"]["en"]
    assert line["msg"].startswith("Financing line 2, own co-funding, amount: “400” names no currency.")
    assert line["ctx"]["example"] == '"400 SEK"'
    assert found["body", "start"]["ctx"]["sv"].startswith("”2024-09-30” ligger före starten 2024-10-01.")


def test_a_class_of_the_model_is_a_body_of_its_own() -> None:
    """Paths begin at the body, and figures are text in the answer."""
    given = {"financing": [{"funder": {"source": "EU"}, "amount": "60 SEK"}]}
    own = {"funder": {"source": "own"}, "amount": "40 SEK"}
    figures = send("POST", "/budgets", json={"financing": [*given["financing"], own]}).json()
    assert figures == {"total_cost": "100 SEK", "support": "60 SEK", "support_rate": "60%"}
    found = problems(send("POST", "/budgets", json={"financing": [*given["financing"], own | {"amount": 40}]}))
    assert list(found) == [("body", "financing", 1, "amount")]
    assert list(problems(send("POST", "/budgets", json=["60 SEK"]))) == [("body",)]


def test_a_parameter_of_the_address_is_read_alike() -> None:
    """An amount in a query has the same texts."""
    found = problems(send("GET", "/applications", params={"support": "12"}))
    assert found["query", "support"]["ctx"]["example"] == '"12 SEK"'


def test_the_openapi_document_is_whole() -> None:
    """Classes are defined once for what is read and once for what is sent, and every reference has its definition."""
    document = send("GET", "/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    schemas = document["components"]["schemas"]
    used = set(references(document))
    assert used
    assert used == {f"#/components/schemas/{name}" for name in schemas}
    sent = schemas["Application-Input"]["properties"]
    assert sent["support"]["pattern"].startswith("^(-?[0-9]+")
    assert sent["project"] == {"$ref": "#/components/schemas/Project-Input"}
    assert "EU and state" in sent["source"]["enum"]
    assert json.dumps(document).count('"A body that takes part in a project') == 2
