"""Whose limit a request counts for, whatever the caller makes up about it."""

import doctest
from ipaddress import ip_network

import pytest

from verlof_api.web import addresses
from verlof_api.web.addresses import origin

PROXIES = tuple(map(ip_network, ("10.0.0.0/8", "192.0.2.1", "2001:db8:ffff::/48")))
CALLER = "198.51.100.7"
OTHER = "203.0.113.9"


def of(peer, proxies=PROXIES, **headers):
    return origin({"REMOTE_ADDR": peer, **{f"HTTP_{name}": value for name, value in headers.items()}}, proxies)


def test_without_proxies_nobody_is_believed_about_an_address():
    assert of(CALLER, (), X_FORWARDED_FOR=OTHER, FORWARDED=f"for={OTHER}") == CALLER


def test_who_is_no_proxy_of_ours_is_not_believed():
    assert of(CALLER, X_FORWARDED_FOR=OTHER, FORWARDED=f"for={OTHER}") == CALLER


@pytest.mark.parametrize(
    "headers",
    [
        {"X_FORWARDED_FOR": CALLER},
        {"X_FORWARDED_FOR": f"{CALLER}:4711"},
        {"X_FORWARDED_FOR": f"{OTHER}, {CALLER}, 10.1.1.1,192.0.2.1"},
        {"X_FORWARDED_FOR": f"::ffff:{CALLER}"},
        {"FORWARDED": f"for={CALLER};proto=https"},
        {"FORWARDED": f'for={OTHER}, By=10.2.2.2;For="{CALLER}:4711", for=10.1.1.1'},
        {"FORWARDED": f"for={CALLER}", "X_FORWARDED_FOR": CALLER},
    ],
)
def test_behind_proxies_the_caller_is_the_last_address_that_is_none_of_them(headers):
    assert of("10.9.9.9", **headers) == CALLER


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X_FORWARDED_FOR": ""},
        {"X_FORWARDED_FOR": f"{CALLER}, unknown"},
        {"X_FORWARDED_FOR": f"{CALLER},"},
        {"FORWARDED": f"for={CALLER}, for=_hidden"},
        {"FORWARDED": f"for={CALLER};for={OTHER}"},
        {"FORWARDED": "proto=https"},
    ],
)
def test_what_a_proxy_does_not_tell_counts_for_the_proxy(headers):
    assert of("10.9.9.9", **headers) == "10.9.9.9"


def test_a_caller_cannot_get_another_address_with_the_header_that_the_proxy_leaves_alone():
    assert of("10.9.9.9", X_FORWARDED_FOR=CALLER, FORWARDED=f"for={OTHER}") == "10.9.9.9"


def test_a_quote_that_a_caller_leaves_open_does_not_hide_what_the_proxy_wrote():
    assert of("10.9.9.9", FORWARDED=f'for="{OTHER}, for={CALLER}') == CALLER


def test_a_chain_of_only_proxies_counts_for_the_first_of_them():
    assert of("10.9.9.9", X_FORWARDED_FOR="10.1.1.1, 10.2.2.2") == "10.1.1.1"


@pytest.mark.parametrize("proxies", [(), PROXIES])
def test_all_addresses_of_one_ipv6_network_are_one_caller(proxies):
    callers = ("2001:db8:1:2::1", "2001:DB8:1:2:ffff:0:0:9", "2001:db8:1:2::1%eth0")
    assert {of(each, proxies) for each in callers} == {"2001:db8:1:2::"}
    assert of("2001:db8:1:3::1", proxies) == "2001:db8:1:3::"
    assert of("::ffff:198.51.100.7", proxies) == CALLER


def test_a_caller_behind_a_proxy_with_ipv6_is_found():
    assert of("2001:db8:ffff::1", FORWARDED='for="[2001:db8:1:2::9]:80"') == "2001:db8:1:2::"


@pytest.mark.parametrize("peer", ["", "niets", "1.2.3"])
def test_a_server_that_gives_no_address_makes_everybody_one_caller(peer):
    assert of(peer, X_FORWARDED_FOR=CALLER) == ""


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(addresses).failed == 0
