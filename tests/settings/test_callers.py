"""What an operator may set about callers: keys, limits, where they are counted, and which proxies are believed."""

import doctest
from ipaddress import ip_network
from pathlib import Path

import pytest

from verlof_api.settings import Settings, SettingsError, callers
from verlof_api.settings.callers import Limit

REDIS = "redis://wie:geheim@10.1.2.3:6379/0"
SECRET = "geheim" * 6


def test_without_settings_anybody_may_ask_as_much_as_they_like_and_no_proxy_is_believed():
    settings = Settings.read({}, {})
    assert (settings.keys, settings.limit, settings.key_limit, settings.proxies) == (None, None, None, ())
    assert settings.key_needed


def test_the_settings_about_callers_are_read():
    environ = {
        "VERLOF_SLEUTELS": "/run/sleutels",
        "VERLOF_LIMIET": "600/60",
        "VERLOF_LIMIET_SLEUTEL": "6000/60",
        "VERLOF_LIMIET_OPSLAG": REDIS,
        "VERLOF_LIMIET_GEHEIM": SECRET,
        "VERLOF_PROXIES": "10.0.0.0/8, ::1",
    }
    settings = Settings.read({}, environ)
    assert settings.keys == Path("/run/sleutels")
    assert (settings.limit, settings.key_limit) == (Limit(600, 60), Limit(6000, 60))
    assert (settings.limit_storage, settings.limit_secret) == (REDIS, SECRET)
    assert settings.proxies == (ip_network("10.0.0.0/8"), ip_network("::1"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("VERLOF_LIMIET", value) for value in ("600", "0/60", "60/0", "-1/60", "1.5/60", "60/86401", "60 per 60")],
        *[("VERLOF_PROXIES", value) for value in ("10.0.0.1/8", "proxy.example", "10.0.0.0/33", "geen, 10.0.0.1")],
        *[("VERLOF_LIMIET_OPSLAG", value) for value in ("memcached://a", "redis://", "redis://a:x", "a:6379")],
        ("VERLOF_LIMIET_GEHEIM", "kort"),
    ],
)
def test_a_value_that_cannot_be_stops_the_start(name, value):
    with pytest.raises(SettingsError, match=f"^{name}: .*kan niet") as error:
        Settings.read({}, {name: value})
    assert len(str(error.value).splitlines()) == 1


def test_a_limit_of_keys_without_keys_is_told():
    with pytest.raises(SettingsError, match=r"^VERLOF_LIMIET_SLEUTEL doet niets zonder VERLOF_SLEUTELS\.$"):
        Settings.read({}, {"VERLOF_LIMIET_SLEUTEL": "1/1"})


def test_what_is_secret_is_not_repeated_in_a_refusal_or_shown_with_the_settings():
    for environ in ({"VERLOF_LIMIET_OPSLAG": "http://wie:geheim@x"}, {"VERLOF_LIMIET_GEHEIM": "geheim"}):
        with pytest.raises(SettingsError) as error:
            Settings.read({}, environ)
        assert "geheim" not in str(error.value)
    environ = {"VERLOF_LIMIET": "5/60", "VERLOF_LIMIET_OPSLAG": REDIS, "VERLOF_LIMIET_GEHEIM": SECRET}
    assert "geheim" not in repr(Settings.read({}, environ))


@pytest.mark.parametrize(
    ("name", "value", "needs"),
    [
        ("VERLOF_LIMIET_SLEUTEL", "5/60", "VERLOF_SLEUTELS"),
        ("VERLOF_SLEUTEL_NODIG", "0", "VERLOF_SLEUTELS"),
        ("VERLOF_LIMIET_OPSLAG", REDIS, "VERLOF_LIMIET"),
        ("VERLOF_LIMIET_GEHEIM", SECRET, "VERLOF_LIMIET"),
    ],
)
def test_what_does_nothing_alone_is_said_to_do_nothing(name, value, needs):
    with pytest.raises(SettingsError, match=f"{name} doet niets zonder {needs}."):
        Settings.read({}, {name: value})


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(callers).failed == 0
