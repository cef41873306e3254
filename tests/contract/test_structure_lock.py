"""Structural lock: what openapi.yaml says is what the code defines, name by name and limit by limit."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.support.real_rules import real_folder, real_library, real_situations
from verlof_api.assessment import beoordelaar as core
from verlof_api.intake import DATES, situatie_schema
from verlof_api.intake.compound import FactsField, Parts, Periods, PerLeave
from verlof_api.intake.one_leave import one_leave_fields
from verlof_api.letters.request import brief_fields
from verlof_api.money.request import geld_fields
from verlof_api.phrases import phrases_in
from verlof_api.refusals.book import load_weigeringen
from verlof_api.refusals.request import refusal_field, weigering_fields
from verlof_api.settings import Settings
from verlof_api.web.problem_kinds import STATUS, URN, words_for


def test_the_contract_is_valid_openapi(specification):
    assert list(OpenAPIV31SpecValidator(specification).iter_errors()) == []


def test_the_contract_travels_with_the_package(specification):
    assert files("verlof_api").joinpath("openapi.yaml").read_text("utf-8").startswith("# Het contract")


# --- the request: marshmallow's fields as JSON Schema ---------------------------------------------


class _Plugin(MarshmallowPlugin):
    """apispec, told what our own fields are; everything else it reads from marshmallow itself."""

    def init_spec(self, spec):
        super().init_spec(spec)
        convert = self.converter

        def named(field):
            parts = {name: convert.field2property(part) for name, part in field.parts.items()}
            needed = {"required": sorted(field.needed)} if field.needed else {}
            return {"additionalProperties": False, "properties": parts, **needed}

        own = {
            Periods: lambda field: {
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["van", "tot"],
                    "properties": dict.fromkeys(("van", "tot"), convert.field2property(field.day)),
                }
            },
            PerLeave: lambda field: {"propertyNames": {"type": "string", "enum": list(field.verlofsoorten)}},
            FactsField: named,
            Parts: named,
        }

        def attributes(self, field, **_):
            return own[type(field)](field) if type(field) in own else {}

        convert.add_attribute_function(attributes)


def from_code(rulebook, more=None):
    spec = APISpec("x", "1", "3.1.0", plugins=[_Plugin()])
    spec.components.schema("Situatie", schema=situatie_schema(rulebook, real_situations(), more or {}))
    return normal(spec.to_dict()["components"]["schemas"]["Situatie"], {})


def normal(schema, components):
    """A schema without what is for people only: references followed, order gone, numbers as floats, dates as dates."""
    if isinstance(schema, list):
        return sorted((normal(each, components) for each in schema), key=str)
    if not isinstance(schema, dict):
        return float(schema) if isinstance(schema, int) and not isinstance(schema, bool) else schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return normal(components[name] | {key: value for key, value in schema.items() if key != "$ref"}, components)
    left_out = {"description", "default", "example", "title"}
    if schema.get("format") == "date":
        left_out = left_out | {"pattern"}  # the pattern is the range of the date, held by the tests below
    if "enum" in schema:
        schema = {key: value for key, value in schema.items() if key != "type"}
    return {
        key: {name: normal(each, components) for name, each in value.items()}
        if key == "properties"
        else normal(value, components)
        for key, value in schema.items()
        if key not in left_out
    }


def from_contract(components, name="Situatie"):
    situatie = normal(components[name], components)
    # code in the intake, held by the differential lock: bills only when asked for, a day or its other answer
    del situatie["if"], situatie["else"], situatie["properties"]["feiten"]["dependentSchemas"]
    return situatie


def test_the_request_is_what_the_code_accepts_fact_by_fact(specification, beoordelaar):
    written = from_contract(specification["components"]["schemas"])
    coded = from_code(beoordelaar.rulebook)
    assert sorted(written["properties"]["feiten"]["properties"]) == sorted(coded["properties"]["feiten"]["properties"])
    for fact, schema in coded["properties"]["feiten"]["properties"].items():
        assert written["properties"]["feiten"]["properties"][fact] == schema, fact
    assert written == coded


def test_the_request_for_what_one_takes_away_is_what_the_code_accepts(specification, beoordelaar):
    rulebook = beoordelaar.rulebook
    refusals = load_weigeringen(real_folder(), rulebook).or_raise()
    more = {
        "BriefVraag": {**brief_fields(rulebook, real_library().brieven), **refusal_field(refusals, required=False)},
        "KaartVraag": one_leave_fields(rulebook),
        "GeldVraag": geld_fields(rulebook),
        "WeigeringVraag": weigering_fields(rulebook, refusals),
    }
    for name, fields in more.items():
        assert from_contract(specification["components"]["schemas"], name) == from_code(rulebook, fields), name


def test_the_words_about_a_refusal_are_in_the_contract_and_no_other(specification, beoordelaar):
    boek = load_weigeringen(real_folder(), beoordelaar.rulebook).or_raise()
    assert enum(specification, "WeigerReden") == list(boek.redenen)
    assert enum(specification, "WeigerVorm") == list(boek.vormen)
    assert sorted(enum(specification, "WeigerSlotsom")) == sorted(boek.slotsommen)
    silences = {each.gevolg for regel in boek.regels.values() for versie in regel.versies for each in versie.stiltes}
    assert sorted(enum(specification, "WeigerStilte")) == sorted(silences)


def test_the_comparison_sees_a_single_wrong_limit(specification, beoordelaar):
    components = specification["components"]["schemas"]
    coded = from_code(beoordelaar.rulebook)
    for fact, changed in (
        ("urenPerWeek", {"type": "number", "minimum": 0.5, "maximum": 61, "multipleOf": 0.001}),
        ("toestand", {"type": "string", "enum": ["ziek"]}),
        ("kindErkend", {"type": "string"}),
        ("ziekteperiodes", {**components["Feiten"]["properties"]["ziekteperiodes"], "maxItems": 51}),
        ("opgenomenUren", {"type": "object", "additionalProperties": {"type": "number"}}),
    ):
        feiten = {**components["Feiten"], "properties": {**components["Feiten"]["properties"], fact: changed}}
        assert from_contract({**components, "Feiten": feiten}) != coded, fact


@pytest.mark.parametrize("name", ["Datum", "Peildatum"])
def test_the_pattern_of_a_date_holds_the_range_of_the_code(validator, beoordelaar, name):
    first, last = (beoordelaar.rulebook.eerste_dag, DATES[1]) if name == "Peildatum" else DATES
    day = timedelta(days=1)
    valid = validator(name).is_valid
    assert [valid(each.isoformat()) for each in (first - day, first, last, last + day)] == [False, True, True, False]
    step = timedelta(days=17)
    assert all(valid((first + n * step).isoformat()) for n in range((last - first) // step))


# --- the names ------------------------------------------------------------------------------------


def enum(specification, schema):
    return specification["components"]["schemas"][schema]["enum"]


def test_every_leave_of_the_rules_is_in_the_contract_and_no_other(specification, beoordelaar):
    assert sorted(enum(specification, "VerlofsoortId")) == sorted(beoordelaar.rulebook.verlofsoorten)


def test_every_term_and_every_warning_of_the_rules_is_in_the_contract(specification, beoordelaar):
    versions = [versie for soort in beoordelaar.rulebook.verlofsoorten.values() for versie in soort.versies]
    terms = {str(termijn.id) for versie in versions for termijn in versie.termijnen}
    codes = {str(each.code) for versie in versions for each in versie.waarschuwingen}
    codes |= {str(each.code) for versie in versions for each in versie.voorwaarden if each.code}
    codes |= {core.NIET_VAN_KRACHT, core.BEDRAG_ONBEKEND}
    assert terms <= set(enum(specification, "TermijnId"))
    assert codes <= set(enum(specification, "WaarschuwingCode"))


def test_every_type_of_fact_is_in_the_contract(specification, beoordelaar):
    types = {feit.type for feit in beoordelaar.rulebook.feiten.values()}
    assert types == set(enum(specification, "FeitType"))


def test_every_code_of_a_mistake_is_in_the_contract_and_no_other(specification):
    assert enum(specification, "FoutCode") == list(phrases_in("nl")["invoer"]["fouten"])


def test_every_type_of_problem_is_in_the_contract_and_no_other(specification):
    types = specification["components"]["schemas"]["Probleem"]["properties"]["type"]["enum"]
    assert sorted(types) == sorted(URN + code for code in STATUS)


def test_every_example_of_a_problem_has_the_status_and_the_words_of_its_type(specification):
    for name, example in specification["components"]["examples"].items():
        if name.startswith("Probleem"):
            value = example["value"]
            code = value["type"].removeprefix(URN)
            assert (value["status"], value["title"]) == (STATUS[code], words_for(code, "nl")["titel"])


def test_the_languages_are_in_the_contract(specification, beoordelaar):
    assert enum(specification, "Taal") == list(beoordelaar.rulebook.talen)


def test_the_size_of_a_message_is_in_the_contract(specification):
    words = specification["paths"]["/beoordelingen"]["post"]["requestBody"]["description"]
    assert f"{Settings().max_body // 1024} kB" in words


# --- the addresses --------------------------------------------------------------------------------


OPERATIONS = {("/healthz", "GET"), ("/readyz", "GET")}  # for who runs the service; no part of the contract


def test_the_service_has_the_addresses_and_methods_of_the_contract_and_no_others(specification, app):
    (server,) = specification["servers"]
    paths = specification["paths"]
    written = {(server["url"] + path, method.upper()) for path, item in paths.items() for method in item}
    served = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert served == written | OPERATIONS


def test_the_version_in_the_header_is_that_of_the_contract(specification, client):
    assert client.get("/v1/x").headers["API-Version"] == specification["info"]["version"]
