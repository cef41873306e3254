"""What `verlof widget-hash` prints is what a webmaster can paste."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from verlof_api import create_app, embedding
from verlof_api.cli import main


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app().test_client()


def _printed(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["widget-hash", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_hash_is_that_of_the_file_the_service_serves(client: FlaskClient) -> None:
    printed = _printed("--adres", "https://verlof.gemeente.example/")
    path = printed.split()[1]
    served = client.get(path)
    assert served.status_code == 200
    assert f'integrity="{embedding.integrity(served.data)}"' in printed
    assert f'src="https://verlof.gemeente.example{path}"' in printed
    assert "<verlof-regelaar>" in printed


def test_the_page_of_the_service_pastes_the_same_hash(client: FlaskClient) -> None:
    assert _printed().split()[3] in client.get("/").text


def test_a_file_of_ones_own_has_its_own_hash_and_tells_where_the_service_is(tmp_path: Path) -> None:
    script = tmp_path / "klein.js"
    script.write_bytes(b"alert('Hello, world.');")
    printed = _printed("--adres", "https://mijn.example/js", "--api", "https://verlof.example", str(script))
    assert 'src="https://mijn.example/js/klein.js"' in printed
    assert "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO" in printed
    assert '<verlof-regelaar api="https://verlof.example">' in printed
