"""What the deployment files say is true of the service, and of each other."""

import re
from configparser import ConfigParser
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
import yaml

from tests.deploy.conftest import ROOT
from verlof_api.settings import rows
from verlof_api.web.problem_kinds import STATUS, URN, words_for

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
NGINX = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
HANDBOOK = ROOT / "docs" / "beheer.md"
UNIT = (ROOT / "deploy" / "systemd" / "verlof-api.service").read_text("utf-8")
MANIFESTS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob("deploy/kubernetes/*.yaml")}
CONTAINER = MANIFESTS["deployment.yaml"]["spec"]["template"]["spec"]["containers"][0]
SETTINGS = {row.name for row in rows()}


def test_the_image_is_that_of_this_release():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    image = f"verlof-api:{setup['metadata']['version']}"
    assert (COMPOSE["services"]["verlof-api"]["image"], CONTAINER["image"]) == (image, image)


@pytest.mark.parametrize(
    "names",
    [COMPOSE["services"]["verlof-api"]["environment"], [variable["name"] for variable in CONTAINER["env"]]],
    ids=["compose", "kubernetes"],
)
def test_every_variable_is_a_setting(names):
    assert set(names) <= SETTINGS


def test_nginx_finds_the_service_and_the_secrets_where_compose_puts_them():
    (server,) = re.findall(r"server (\S+):(\d+);", NGINX)
    assert server == ("verlof-api", "8080")
    assert server[0] in COMPOSE["services"]
    assert set(re.findall(r"/run/secrets/(\w+);", NGINX)) == set(COMPOSE["services"]["nginx"]["secrets"])
    port = re.search(r"listen (\d+) ssl;", NGINX)[1]
    assert COMPOSE["services"]["nginx"]["ports"] == [f"443:{port}"]
    for volume in COMPOSE["services"]["nginx"]["volumes"]:
        assert (ROOT / volume["source"]).is_file()


def test_nothing_outside_reaches_the_service_around_nginx():
    service = COMPOSE["services"]["verlof-api"]
    assert "ports" not in service
    assert [COMPOSE["networks"][name]["internal"] for name in service["networks"]] == [True]


def test_the_service_believes_nginx_about_who_calls_and_nobody_else():
    services = COMPOSE["services"]
    nginx = services["nginx"]["networks"]["binnen"]["ipv4_address"]
    assert services["verlof-api"]["environment"]["VERLOF_PROXIES"] == nginx
    (config,) = COMPOSE["networks"]["binnen"]["ipam"]["config"]
    for name in services:
        address = services[name]["networks"]["binnen"]["ipv4_address"]
        assert ip_address(address) in ip_network(config["subnet"])


def test_the_words_of_nginx_are_those_of_the_service():
    kinds = {code.removeprefix(URN): int(status) for status, code in re.findall(rf"(\d+) ({URN}\S+);", NGINX)}
    assert kinds
    for code, status in kinds.items():
        assert status == STATUS[code]
        for taal in ("nl", "en"):
            assert f'{taal}{status} "{words_for(code, taal)["titel"]}";' in NGINX


def test_nginx_takes_in_a_longer_message_than_the_service_so_that_the_service_says_what_is_too_long():
    kilobytes = re.search(r"client_max_body_size (\d+)k;", NGINX)[1]
    (default,) = (int(row.default) for row in rows() if row.name == "VERLOF_MAX_BODY")
    assert int(kilobytes) * 1024 > default
    assert f"client_body_buffer_size {kilobytes}k;" in NGINX


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_kubernetes_asks_addresses_that_answer(client, probe):
    assert client.get(CONTAINER[probe]["httpGet"]["path"]).status_code == 200


def test_every_part_of_the_cluster_means_the_same_pods():
    labels = MANIFESTS["deployment.yaml"]["spec"]["template"]["metadata"]["labels"]
    assert MANIFESTS["deployment.yaml"]["spec"]["selector"]["matchLabels"] == labels
    assert MANIFESTS["service.yaml"]["spec"]["selector"] == labels
    assert MANIFESTS["disruption-budget.yaml"]["spec"]["selector"]["matchLabels"] == labels
    assert MANIFESTS["network-policy.yaml"]["spec"]["podSelector"]["matchLabels"] == labels
    target = MANIFESTS["autoscaler.yaml"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", MANIFESTS["deployment.yaml"]["metadata"]["name"])


def test_systemd_starts_the_service_as_the_container_does():
    command = re.search(r"^ExecStart=/opt/verlof/bin/(.*)$", UNIT, re.MULTILINE)[1].split()
    container = re.search(r'^CMD \["(.*)"\]$', (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)[1].split('", "')
    assert {command[0], command[1], command[-1]} <= set(container)


def test_every_link_in_the_handbook_leads_somewhere():
    text = HANDBOOK.read_text("utf-8")
    chapters = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.*)$", text, re.M)
    }
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert links
    for link in links:
        file, _, chapter = link.partition("#")
        assert (HANDBOOK.parent / file).exists() if file else chapter in chapters, link


def test_every_setting_in_the_handbook_exists():
    assert set(re.findall(r"\bVERLOF_[A-Z_]+\b", HANDBOOK.read_text("utf-8"))) <= SETTINGS


def test_what_the_files_mention_exists():
    for file in (ROOT / "compose.yaml", *ROOT.glob("deploy/**/*.*")):
        for named in re.findall(r"(?:docs|deploy)/[\w./-]+\w", file.read_text("utf-8")):
            assert Path(ROOT / named).exists(), f"{file.name}: {named}"
