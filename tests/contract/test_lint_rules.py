"""Every rule of lint/api-design-rules.yaml can fail.

The contract breaks none, and a contract with all faults in it every one.
"""

import copy
import json
import subprocess

import pytest
import yaml

from tests.contract.written import ROOT

SPECTRAL = ROOT / "node_modules/.bin/spectral"
RULES = list(yaml.safe_load((ROOT / "lint/api-design-rules.yaml").read_text("utf-8"))["rules"])


def lint(file) -> set[str]:
    """The codes of what Spectral finds."""
    command = [SPECTRAL, "lint", "--ruleset", ROOT / "lint/api-design-rules.yaml", "--format", "json", "--quiet", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return {finding["code"] for finding in json.loads(done.stdout)}


def broken(specification):
    """The contract with one fault for every rule."""
    spec = copy.deepcopy(specification)
    del spec["info"]["contact"]["email"]
    spec["info"]["version"] = "1.0"
    spec["servers"] = [{"url": "https://x.example/api"}]
    paths = spec["paths"]
    del paths["/openapi.json"]
    del paths["/openapi.yaml"]["get"]["responses"]["200"]["headers"]["Access-Control-Allow-Origin"]
    paths["/openapi.yaml"]["get"]["security"] = [{"sleutel": []}]
    post = paths["/beoordelingen"]["post"]
    del post["responses"]["401"], post["responses"]["413"], post["responses"]["429"]
    post["responses"]["422"] = {"description": "x", "content": {"application/json": {"schema": {"type": "object"}}}}
    del post["requestBody"]["content"]["application/json"]["examples"]
    del post["operationId"], post["summary"]
    get = paths["/vragen"]["get"]
    del get["responses"]["500"]
    paths["/vragen"]["trace"] = {"responses": {}}
    get["parameters"] = [{"name": "urenPerWeek", "in": "query"}, {"name": "uren_per_week", "in": "query"}]
    paths["/v1/Vragen/"] = {"get": {"responses": {"200": {"description": "x"}}}}
    schemas = spec["components"]["schemas"]
    del schemas["Probleem"]["required"]
    schemas["Probleem"]["properties"]["fouten"] = {"type": "object", "nullable": True}
    schemas["Periode"]["properties"]["begindatum"] = {"type": "string"}
    schemas["Periode"]["additionalProperties"] = True
    return spec


@pytest.fixture(scope="module")
def findings(specification, tmp_path_factory):
    file = tmp_path_factory.mktemp("lint") / "openapi.json"
    file.write_text(json.dumps(broken(specification)), "utf-8")
    without_contact = {**specification, "info": {"title": "x", "version": "1.0.0"}}
    other = file.with_name("other.json")
    other.write_text(json.dumps({**without_contact, "openapi": "2.0"}), "utf-8")
    return lint(file) | lint(other)


def test_the_contract_breaks_no_rule():
    assert lint(ROOT / "openapi.yaml") == set()


@pytest.mark.parametrize("rule", RULES)
def test_a_contract_that_is_wrong_breaks_the_rule(findings, rule):
    assert rule in findings
