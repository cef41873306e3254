"""What an operator may set."""

import pytest

from verlof_api.web.settings import MAX_BODY, Settings


def test_without_settings_the_api_is_open_and_bodies_are_small():
    assert Settings.read({}, {}) == Settings(frozenset({"*"}), MAX_BODY, 3600, True)


def test_settings_come_from_the_environment_and_the_argument_wins():
    environ = {"VERLOF_MAX_BODY": "1000", "VERLOF_CATALOGUE_MAX_AGE": "5", "VERLOF_ACCESS_LOG": "0"}
    assert Settings.read({"MAX_BODY": 2000}, environ) == Settings(frozenset({"*"}), 2000, 5, False)


@pytest.mark.parametrize("value", ["https://a.example,https://b.example", " https://a.example , https://b.example,"])
def test_origins_are_a_list_with_commas(value):
    origins = frozenset({"https://a.example", "https://b.example"})
    assert Settings.read({}, {"VERLOF_CORS_ORIGINS": value}).cors_origins == origins


@pytest.mark.parametrize(("value", "on"), [("1", True), ("true", True), ("0", False), ("false", False), ("off", False)])
def test_the_log_is_turned_off_with_a_word_or_a_zero(value, on):
    assert Settings.read({}, {"VERLOF_ACCESS_LOG": value}).access_log is on
