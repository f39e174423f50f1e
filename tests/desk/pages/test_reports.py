"""Single things: a document is found by an id behind its list, too; one is not called all."""

from urllib.parse import quote

from starlette.testclient import TestClient


def test_an_id_behind_the_list_of_documents_leads_to_its_page(client: TestClient) -> None:
    for name in ("n05", "a/b?c#d"):
        found = client.get(f"/documents/{quote(name)}")
        assert (found.status_code, found.headers["location"]) == (307, f"/document?id={quote(name, safe='')}")
    assert client.get("/document?id=n05").status_code == 200


def test_one_is_not_called_all(client: TestClient) -> None:
    for path in ("/countries/RUS", "/dyads/PRK/RUS", "/countries/KGZ"):
        assert "All 1 " not in client.get(path).text
