"""The README's question gets the answer that stands below it, and its commands print what it shows, on any day."""

import json
import re
import shlex

from click.testing import CliRunner

from tests.contract.written import ROOT
from verlof_api.cli import main

README = (ROOT / "README.md").read_text("utf-8")


def test_the_question_of_the_readme_gets_what_it_shows(client):
    command, shown = re.search(r"```sh\n(curl .*?/v1/beoordelingen.*?)```.*?```text\n(.*?)```", README, re.S).groups()
    asked = json.loads(shlex.split(command)[-1])
    assert "peildatum" in asked
    answer = client.post("/v1/beoordelingen", json=asked)
    assert answer.status_code == 200
    pairs = re.findall(r'"(\w+)": ("[^"…]*"|-?\d[\d.]*|null|true|false)(?=[,\s}])', shown)
    assert len(pairs) > 40
    served = iter(pairs_of(answer.json))
    # each after the one before it, as it stands in the answer
    assert [pair for pair in pairs if (pair[0], json.loads(pair[1])) not in served] == []


def test_the_situation_of_the_command_line_gets_a_right_whatever_day_it_is():
    situation = re.search(r"verlof beoordeel - <<'EINDE'\n(.*?)EINDE", README, re.S)[1]
    assert "peildatum" in json.loads(situation)
    result = CliRunner().invoke(main, ["beoordeel", "-"], input=situation)
    assert result.exit_code == 0
    assert "Ja, je hebt er recht op" in result.output


def test_a_comparison_prints_what_the_readme_shows():
    days = re.search(r"verlof verschil (\S+) (\S+) ", README).groups()
    shown = re.search(r"leaves out ids and sums:\n\n```text\n(.*?)```", README, re.S)[1].splitlines()
    printed = iter(CliRunner().invoke(main, ["verschil", *days]).output.splitlines())
    for line in (line for line in shown if line != "…"):
        wanted = re.compile(re.escape(line).replace("…", ".*"))
        assert any(wanted.fullmatch(each) for each in printed), line


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
