"""The README's question gets the answer that stands below it."""

import json
import re
import shlex

from tests.contract.written import ROOT


def test_the_question_of_the_readme_gets_what_it_shows(client):
    readme = (ROOT / "README.md").read_text("utf-8")
    command, shown = re.search(r"```sh\n(curl .*?/v1/beoordelingen.*?)```.*?```text\n(.*?)```", readme, re.S).groups()
    answer = client.post("/v1/beoordelingen", json=json.loads(shlex.split(command)[-1]))
    assert answer.status_code == 200
    pairs = re.findall(r'"(\w+)": ("[^"…]*"|-?\d[\d.]*|null|true|false)(?=[,\s}])', shown)
    assert len(pairs) > 40
    served = set(pairs_of(answer.json))
    assert [pair for pair in pairs if (pair[0], json.loads(pair[1])) not in served] == []


def pairs_of(value):
    if isinstance(value, list):
        for each in value:
            yield from pairs_of(each)
    elif isinstance(value, dict):
        for name, below in value.items():
            if isinstance(below, dict | list):
                yield from pairs_of(below)
            else:
                yield name, below
