"""What an operator may set, and what is said about what cannot be."""

import doctest
from pathlib import Path

import pytest

from verlof_api.settings import Settings, SettingsError, kinds, rows, table

BEHEER = Path(__file__).parents[2] / "docs" / "beheer.md"


def said(**environ):
    """What is said about these variables, line by line."""
    with pytest.raises(SettingsError) as error:
        Settings.read({}, environ)
    return str(error.value).splitlines()


def test_without_settings_the_api_is_open_on_this_computer_only_and_bodies_are_small():
    settings = Settings.read({}, {})
    assert settings == Settings()
    assert (settings.address, settings.cors_origins, settings.max_body) == ("127.0.0.1:8080", {"*"}, 64 * 1024)


def test_settings_come_from_the_environment_and_the_argument_wins():
    environ = {"VERLOF_MAX_BODY": "1000", "VERLOF_CATALOGUE_MAX_AGE": "5", "VERLOF_ACCESS_LOG": "0"}
    expected = Settings(max_body=2000, catalogue_max_age=5, access_log=False)
    assert Settings.read({"MAX_BODY": 2000}, environ) == expected


def test_the_rules_are_those_of_this_package_or_of_a_folder(tmp_path):
    assert Settings.read({}, {"VERLOF_RULES": "geen"}).rules is None
    assert Settings.read({}, {"VERLOF_RULES": str(tmp_path)}).rules == tmp_path


def test_an_empty_variable_counts_as_not_set():
    assert Settings.read({}, {row.name: "" for row in rows()}) == Settings()


@pytest.mark.parametrize(("value", "on"), [("1", True), ("JA", True), ("true", True), ("0", False), (" off ", False)])
def test_the_log_is_turned_off_with_a_word_or_a_zero(value, on):
    assert Settings.read({}, {"VERLOF_ACCESS_LOG": value}).access_log is on


@pytest.mark.parametrize(
    ("host", "address"),
    [("0.0.0.0", "0.0.0.0:8080"), ("::1", "[::1]:8080"), ("[::]", "[::]:8080"), ("a.nl", "a.nl:8080")],
)
def test_the_service_listens_on_an_address_of_either_kind_or_a_name(host, address):
    assert Settings.read({}, {"VERLOF_HOST": host}).address == address


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "99999"),
        ("PORT", "0"),
        ("PORT", "8080x"),
        ("PORT", "٨٠٨٠"),
        ("WEB_CONCURRENCY", "0"),
        ("WEB_CONCURRENCY", "2.5"),
        ("VERLOF_RULES", "/no/such/folder"),
        ("VERLOF_RULES", __file__),
        ("VERLOF_MAX_BODY", "x"),
        ("VERLOF_MAX_BODY", "-5"),
        ("VERLOF_MAX_BODY", "64_000"),
        ("VERLOF_CATALOGUE_MAX_AGE", "-1"),
        ("VERLOF_ACCESS_LOG", "misschien"),
        ("VERLOF_LOGLEVEL", "veel"),
        ("VERLOF_HOST", "http://a.example"),
        ("VERLOF_HOST", "1:2"),
        ("VERLOF_METRICS_PORT", "tcp://10.0.0.1:9100"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_can_be(name, value):
    (line,) = said(**{name: value})
    (allowed,) = (row.kind.allowed for row in rows() if row.name == name)
    assert line == f"{name}: {value!r} kan niet. Wel: {allowed}."


def test_everything_that_is_wrong_is_told_at_once():
    lines = said(PORT="99999", WEB_CONCURRENCY="0", VERLOF_MAX_BODY="x", VERLOF_ACCES_LOG="0")
    assert sorted(line.split()[0].rstrip(":") for line in lines) == [
        "PORT",
        "VERLOF_ACCES_LOG",
        "VERLOF_MAX_BODY",
        "WEB_CONCURRENCY",
    ]


def test_the_metrics_have_a_port_of_their_own():
    assert Settings.read({}, {"VERLOF_METRICS_PORT": "9100"}).metrics_port == 9100
    assert Settings.read({}, {"VERLOF_METRICS_PORT": "geen"}).metrics_port is None
    (line,) = said(VERLOF_METRICS_PORT="8080")
    assert line.startswith("VERLOF_METRICS_PORT: 8080 is de poort van de dienst zelf.")


def test_a_long_or_broken_value_stays_on_one_short_line():
    (line,) = said(VERLOF_HOST="a\nb" * 1000)
    assert len(line) < 200


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("VERLOF_ACCES_LOG", "VERLOF_ACCES_LOG bestaat niet. Bedoel je VERLOF_ACCESS_LOG?"),
        ("VERLOF_CORS_ORIGIN", "VERLOF_CORS_ORIGIN bestaat niet. Bedoel je VERLOF_CORS_ORIGINS?"),
        ("VERLOF_KLEURENSCHEMA", "VERLOF_KLEURENSCHEMA bestaat niet."),
    ],
)
def test_a_misspelt_name_is_told_with_the_name_that_was_meant(name, line):
    assert said(**{name: "0"}) == [line]


def test_what_kubernetes_tells_every_container_about_a_service_is_no_slip():
    environ = {
        "VERLOF_API_SERVICE_HOST": "10.0.0.1",
        "VERLOF_API_SERVICE_PORT": "80",
        "VERLOF_API_SERVICE_PORT_HTTP": "80",
        "VERLOF_API_PORT": "tcp://10.0.0.1:80",
        "VERLOF_API_PORT_80_TCP": "tcp://10.0.0.1:80",
        "VERLOF_API_PORT_80_TCP_ADDR": "10.0.0.1",
    }
    assert Settings.read({}, environ) == Settings()


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("https://a.example,https://b.example", {"https://a.example", "https://b.example"}),
        (" https://a.example , https://a.example,", {"https://a.example"}),
        ("HTTPS://A.Example", {"https://a.example"}),
        ("https://a.example:443,http://a.example:80", {"https://a.example", "http://a.example"}),
        ("https://a.example:8443", {"https://a.example:8443"}),
        ("http://[::1]:3000", {"http://[::1]:3000"}),
        ("*", {"*"}),
        ("geen", set()),
    ],
)
def test_sites_are_a_list_with_commas_each_as_a_browser_writes_it(value, origins):
    assert Settings.read({}, {"VERLOF_CORS_ORIGINS": value}).cors_origins == origins


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("https://A.example/", "Schrijf https://a.example"),
        ("https://a.example:443/pad", "Schrijf https://a.example"),
        ("https://a.example:8443?x=1", "Schrijf https://a.example:8443"),
        ("https://a.example#", "Schrijf https://a.example"),
        ("a.example", "zoals https://voorbeeld.nl."),
        ("//a.example", "zoals https://voorbeeld.nl."),
        ("https:a.example", "zoals https://voorbeeld.nl."),
        ("https://*.example", "zoals https://voorbeeld.nl."),
        ("https://wie@a.example", "zoals https://voorbeeld.nl."),
        ("https://a.example:99999", "zoals https://voorbeeld.nl."),
        ("https://[a.example", "zoals https://voorbeeld.nl."),
        ("https://", "zoals https://voorbeeld.nl."),
        ("https://café.example", "met xn--."),
        ("null", "van wie dan ook heet zo."),
        ("*,https://a.example", "zonder andere adressen."),
    ],
)
def test_a_site_that_no_browser_would_ever_name_is_refused_with_the_right_spelling(value, advice):
    (line,) = said(VERLOF_CORS_ORIGINS=value)
    assert line.startswith("VERLOF_CORS_ORIGINS: ")
    assert line.endswith(advice)


@pytest.mark.parametrize(
    ("value", "contacts"),
    [
        ("mailto:veilig@a.example", ("mailto:veilig@a.example",)),
        (" https://a.example/lek , mailto:veilig@a.example,", ("https://a.example/lek", "mailto:veilig@a.example")),
        ("geen", ()),
    ],
)
def test_contacts_for_a_weakness_keep_the_order_in_which_they_are_told(value, contacts):
    assert Settings.read({}, {"VERLOF_SECURITY_CONTACT": value}).security_contact == contacts


@pytest.mark.parametrize(
    "value",
    [
        "veilig@a.example",
        "mailto:veilig",
        "http://a.example",
        "https://",
        "https://wie@a.example",
        "https://[a.example",
        "https://a.example/een lek",
        "mailto:veilig@a.example\nContact: mailto:iemand@anders.example",
        "geen,mailto:veilig@a.example",
    ],
)
def test_a_contact_that_no_reporter_can_follow_is_refused(value):
    (line,) = said(VERLOF_SECURITY_CONTACT=value)
    assert line.startswith("VERLOF_SECURITY_CONTACT: ")


def test_the_table_for_operators_is_the_table_of_the_code():
    chapter = BEHEER.read_text("utf-8").partition("\n## Instellingen\n")[2].partition("\n## ")[0]
    told = [line for line in chapter.splitlines() if line.startswith("|")][2:]
    assert told == [f"| `{row.name}` | {row.kind.allowed} | `{row.default}` | {row.what} |" for row in rows()]


@pytest.mark.parametrize("module", [kinds, table])
def test_the_examples_in_the_docstrings_are_true(module):
    assert doctest.testmod(module).failed == 0
