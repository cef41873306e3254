"""The rules of a service that runs: those of the folder it was given, and those of that folder again at HUP."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.server.load import until
from tests.server.service import GUNICORN, ROOT, Service, free_port
from tests.support.rules_folder import RulesFolder
from tests.support.whole_folder import HERE, LEAVE, whole
from verlof_api.output import Line

REGEL = f"{HERE}/regel.yaml"
SERVE = [str(Path(sys.executable).with_name("verlof")), "serve"]
SAPLING = {
    "peildatum": "2024-03-01",
    "situatie": "boom-om",
    "verlofsoorten": [LEAVE],
    "feiten": {"urenPerWeek": 32, "plantdatum": "2024-02-28", "gewensteIngangsdatum": "2024-03-04"},
}


@pytest.fixture
def rules(tmp_path: Path) -> RulesFolder:
    return whole(RulesFolder(tmp_path / "rules"))


def percentage(service: Service) -> Any:
    """What the service says that the leave pays."""
    status, body = service.post(json.dumps(SAPLING).encode())
    assert status == 200, body
    return json.loads(body)["verlofsoorten"][0]["betaling"]["percentage"]


def pays(rules: RulesFolder, was: str, now: str) -> None:
    rules.change(REGEL, f"percentage: {was}", f"percentage: {now}")


def logged(service: Service) -> list[Line]:
    return [json.loads(line) for line in service.log().splitlines() if line.startswith("{")]


def reloaded(service: Service) -> None:
    """Ask for a reload, and wait for the new workers."""
    before = set(service.workers())
    service.process.send_signal(signal.SIGHUP)
    until(lambda: len(service.workers()) == len(before) and not before & set(service.workers()))


@pytest.mark.parametrize("way", ["environment", "command line"])
def test_a_service_answers_by_the_rules_of_the_folder_that_it_is_given(tmp_path, rules, way):
    given = {"environ": {"VERLOF_RULES": str(rules.root)}}
    if way == "command line":
        given = {"command": [*SERVE, "--regels", str(rules.root)]}
    with Service(tmp_path, **given) as service:
        assert percentage(service) == 70


@pytest.mark.parametrize("command", [GUNICORN, SERVE], ids=["gunicorn", "verlof serve"])
def test_rules_that_do_not_load_stop_the_start_with_every_place_and_no_traceback(rules, command):
    first = rules.change(REGEL, "als: tuin, bron", "als: tuinhuis, bron")
    second = rules.change("agenda.yaml", "begin: gewensteIngangsdatum", "begin: urenPerWeek")
    done = subprocess.run(
        command,
        env={**os.environ, "PORT": str(free_port()), "VERLOF_RULES": str(rules.root)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 2
    assert told[0] == "The rules do not load:"
    assert [line.split(": ")[0] for line in told[1:]] == [f"agenda.yaml:{second}", f"{REGEL}:{first}"]


def test_at_a_reload_the_service_answers_by_the_rules_as_they_are_now(tmp_path, rules):
    with Service(tmp_path, workers=2, environ={"VERLOF_RULES": str(rules.root)}) as service:
        assert percentage(service) == 70
        pays(rules, "70", "80")
        reloaded(service)
        assert {percentage(service) for _ in range(10)} == {80}
        starts = [line["regelset"]["hash"] for line in logged(service) if "gestart" in line]
        assert starts == list(dict.fromkeys(starts))
        assert starts[-1] == json.loads(service.get("/v1/regelset")[1])["hash"]


def test_a_reload_of_rules_that_are_wrong_keeps_the_old_ones_and_says_every_mistake_in_a_line(tmp_path, rules):
    with Service(tmp_path, workers=2, environ={"VERLOF_RULES": str(rules.root)}) as service:
        pays(rules, "70", "80")
        first = rules.change(REGEL, "als: tuin, bron", "als: tuinhuis, bron")
        second = rules.change("agenda.yaml", "begin: gewensteIngangsdatum", "begin: urenPerWeek")
        reloaded(service)
        assert {percentage(service) for _ in range(10)} == {70}
        wrong = [line for line in logged(service) if line.get("melding") == "regels-niet-vernieuwd"]
        assert [(line["niveau"], line["fout"].split(": ")[0]) for line in wrong] == [
            ("error", f"agenda.yaml:{second}"),
            ("error", f"{REGEL}:{first}"),
        ]
        assert "Traceback" not in service.log()

        rules.change(REGEL, "als: tuinhuis, bron", "als: tuin, bron")
        rules.change("agenda.yaml", "begin: urenPerWeek", "begin: gewensteIngangsdatum")
        reloaded(service)
        assert {percentage(service) for _ in range(10)} == {80}


def test_after_a_reload_the_figures_are_those_of_the_new_rules_and_workers(tmp_path, rules):
    port = free_port()
    environ = {"VERLOF_RULES": str(rules.root), "VERLOF_METRICS_PORT": str(port)}
    with Service(tmp_path, environ=environ) as service:
        pays(rules, "70", "80")
        reloaded(service)
        assert percentage(service) == 80
        now = json.loads(service.get("/v1/regelset")[1])["hash"]
        with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            figures = answer.read().decode()
    assert f'verlof_regelset_info{{hash="{now}",versie="1.2.3"}} 1.0' in figures
    assert f'verlof_oordelen_total{{oordeel="recht",verlofsoort="{LEAVE}"}} 1.0' in figures


def test_a_folder_that_is_gone_at_a_reload_stops_nothing(tmp_path, rules):
    with Service(tmp_path, environ={"VERLOF_RULES": str(rules.root)}) as service:
        rules.root.rename(tmp_path / "elsewhere")
        reloaded(service)
        assert percentage(service) == 70
        assert "regels-niet-vernieuwd" in service.log()
