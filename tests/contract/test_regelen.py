"""The page about arranging a leave: every command is run, and gives what stands below it."""

import json
import re
import shlex

import pytest

from tests.contract.test_readme import pairs_of
from tests.contract.written import ROOT

PAGE = (ROOT / "docs/regelen.md").read_text("utf-8")
SECTIONS = re.findall(r"```sh\n(curl .*?)```(.*?)(?=```sh|\Z)", PAGE, re.S)


@pytest.fixture
def run(client):
    def run(command):
        words = shlex.split(command)
        path = words[2].removeprefix("http://localhost:8080")
        answer = client.post(path, json=json.loads(words[words.index("-d") + 1]))
        assert answer.status_code == 200, answer.text
        return answer

    return run


def test_the_page_shows_every_document():
    paths = [re.search(r"/v1/\w+", command)[0] for command, _ in SECTIONS]
    assert paths == ["/v1/brieven", "/v1/agenda", "/v1/kaarten", "/v1/geldregels", "/v1/weigeringen"]


@pytest.mark.parametrize(("command", "below"), SECTIONS, ids=range(len(SECTIONS)))
def test_a_command_gives_what_stands_below_it(run, command, below):
    answer = run(command)
    shown = re.search(r"```text\n(.*?)```", below, re.S)
    if not answer.is_json:
        lines = [line for line in shown[1].splitlines() if line not in ("", "…")] if shown else []
        assert [line for line in lines if line not in answer.text.splitlines()] == []
        assert lines or answer.mimetype == "text/html"
        return
    pairs = re.findall(r'"(\w+)": ("[^"…]*"|-?\d[\d.]*|null|true|false)(?=[,\s}])', shown[1])
    served = set(pairs_of(answer.json))
    assert len(pairs) > 5
    assert [pair for pair in pairs if (pair[0], json.loads(pair[1])) not in served] == []


def test_the_answer_to_a_refusal_makes_the_letter_back(client):
    command = next(command for command, _ in SECTIONS if "/v1/weigeringen" in command)
    told = json.loads(shlex.split(command)[-1])
    brief = client.post("/v1/weigeringen", json=told).json["brief"]
    del told["weigering"]
    told["feiten"] |= brief["feiten"]
    letter = client.post("/v1/brieven", json={**told, "variant": brief["variant"]})
    assert letter.status_code == 200
    assert "zwaarwegend belang" in " ".join(letter.text.split())


def test_every_picture_is_there():
    pictures = re.findall(r"\]\((beelden/[\w.-]+)\)", PAGE)
    assert len(pictures) == 3
    for picture in pictures:
        assert (ROOT / "docs" / picture).read_bytes().startswith(b"\x89PNG")
