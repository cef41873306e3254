"""From which address a request comes, as far as counting needs to know. It is never kept or written down.

What a caller says about its own address is worth nothing. Only a proxy of ours is believed, and only about who called
it: so the lists that proxies add to (X-Forwarded-For; Forwarded, RFC 7239) are read from the right, and end at the
first address that is not one of ours.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from wsgiref.types import WSGIEnvironment

from verlof_api.settings.callers import Network

Address = IPv4Address | IPv6Address

_HOST_BITS: Final = 64  # of an IPv6 address; whoever has one has the whole network before them


def origin(environ: WSGIEnvironment, proxies: tuple[Network, ...]) -> str:
    """The IPv4 address, or the IPv6 network of 64 bits, that a request comes from; empty when there is none to know."""
    told = environ.get("REMOTE_ADDR", "")
    if not proxies and ":" not in told:
        return str(told)  # nothing to work out
    peer = _address(told)
    if peer is None:
        return ""
    if _one_of(peer, proxies):
        peer = _behind(peer, environ, proxies)
    return _counted(peer)


def _behind(peer: Address, environ: WSGIEnvironment, proxies: tuple[Network, ...]) -> Address:
    """
    Who called the proxies. A proxy writes one of the two headers and may pass on the other as the caller made it up:
    where they contradict each other, the request counts for the proxy itself.
    """
    lists = [read(environ[name]) for name, read in _HEADERS.items() if environ.get(name)]
    found = {_last_stranger(peer, hops, proxies) for hops in lists}
    return found.pop() if len(found) == 1 else peer


def _last_stranger(peer: Address, hops: list[str], proxies: tuple[Network, ...]) -> Address:
    """The right-most address that is no proxy; where that is hidden or unreadable, the proxy that was called."""
    known = peer
    for hop in reversed(hops):
        address = _address(hop)
        if address is None:
            break
        known = address
        if not _one_of(known, proxies):
            break
    return known


def _x_forwarded_for(header: str) -> list[str]:
    return [_without_port(part.strip()) for part in header.split(",")]


def _forwarded(header: str) -> list[str]:
    """
    Split at every comma, also within quotes: no address holds one, and a quote that a caller leaves open must not
    swallow what our proxy wrote behind it.

    >>> _forwarded('for=192.0.2.43;proto=http, For="[2001:db8::17]:4711", for=unknown, by=x')
    ['192.0.2.43', '2001:db8::17', 'unknown', '']
    """
    hops = []
    for element in header.split(","):
        pairs = [pair.partition("=") for pair in element.split(";")]
        nodes = [value.strip().strip('"') for name, _, value in pairs if name.strip().lower() == "for"]
        hops.append(_without_port(nodes[0]) if len(nodes) == 1 else "")
    return hops


_HEADERS: Final = {"HTTP_X_FORWARDED_FOR": _x_forwarded_for, "HTTP_FORWARDED": _forwarded}


def _without_port(node: str) -> str:
    """
    >>> [_without_port(node) for node in ("192.0.2.1:80", "[2001:db8::1]:80", "[2001:db8::1]", "2001:db8::1")]
    ['192.0.2.1', '2001:db8::1', '2001:db8::1', '2001:db8::1']
    """
    if node.startswith("["):
        return node[1:].partition("]")[0]
    return node.partition(":")[0] if node.count(":") == 1 else node


def _address(text: str) -> Address | None:
    """An IPv4 address that was written as one of IPv6 is itself (RFC 4291, section 2.5.5.2)."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _one_of(address: Address, networks: Iterable[Network]) -> bool:
    return any(address in network for network in networks)


def _counted(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Address(int(address) >> _HOST_BITS << _HOST_BITS))
