"""From a parsed request to a WSGI environment, and from what the application gives to bytes (PEP 3333)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from io import BytesIO
from sys import stderr
from time import time
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from _typeshed import OptExcInfo
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

Address = tuple[object, ...]
NOWHERE: Final[Address] = ("", 0)

FAULT: Final = "server.fault"  # in the environment: the status of a request that could not be read
FAILURE: Final = "server.failure"  # in the environment: the exception of an application that failed

_NO_BODY: Final = frozenset({"204", "304"})
_HOP_BY_HOP: Final = frozenset({"connection", "keep-alive", "transfer-encoding", "upgrade", "trailer"})
_ABSOLUTE: Final = re.compile(rb"https?://[^/?#]+", re.IGNORECASE)
# RFC 3986, section 3.2.2: a name, an IPv4 or a bracketed IPv6 address, and perhaps a port. Empty is allowed.
_HOST: Final = re.compile(rb"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?")


@dataclass(slots=True)
class Request:
    """A request that is complete in memory. `target` is that of the request line, `headers` have lower-case names;
    `client` and `server` are addresses of the socket module."""

    method: bytes
    target: bytes
    version: tuple[int, int]
    headers: list[tuple[bytes, bytes]]
    body: bytes
    client: Address
    server: Address

    def says_close(self) -> bool:
        """Whether the client asks for the end, whatever else it asks (RFC 9112, section 9.6)."""
        return any(name == b"connection" and b"close" in value.lower() for name, value in self.headers)

    def fault(self) -> int | None:
        """The status to refuse with what the parser lets through (RFC 9112, sections 3.2 and 6.1)."""
        if not self.target.startswith(b"/") and self.target != b"*" and not _ABSOLUTE.match(self.target):
            return 400
        hosts = 0
        for name, value in self.headers:
            if name == b"host":
                hosts += 1
                if not _HOST.fullmatch(value):
                    return 400
            elif name == b"transfer-encoding" and value.lower() != b"chunked":
                return 400
        return 400 if not hosts and self.version >= (1, 1) else None


@dataclass(slots=True)
class Answer:
    """The bytes of a whole answer; `last` when the connection ends with it."""

    parts: list[bytes]
    last: bool


def environment(request: Request) -> "WSGIEnvironment":
    """No header of a proxy is believed: scheme, address and root are those of this connection."""
    path, _, query = _origin_form(request.target).partition(b"?")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": request.method.decode("latin-1"),
        "SCRIPT_NAME": "",
        "PATH_INFO": (unquote_to_bytes(path) if b"%" in path else path).decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"),
        "SERVER_PROTOCOL": "HTTP/1.1" if request.version >= (1, 1) else "HTTP/1.0",
        "SERVER_NAME": str(request.server[0]),
        "SERVER_PORT": str(request.server[1]),
        "REMOTE_ADDR": str(request.client[0]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(request.body),
        "wsgi.input_terminated": True,
        "wsgi.errors": stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in request.headers:
        if b"_" in name:
            continue  # `a_b` and `a-b` would be one name
        key = _environment_key(name)
        text = value.decode("latin-1")
        environ[key] = f"{environ[key]},{text}" if key in environ else text
    return environ


def _origin_form(target: bytes) -> bytes:
    """
    The path and query of a target that names the whole address (RFC 9112, section 3.2.2).

    >>> _origin_form(b"http://a.example/v1?x=1"), _origin_form(b"http://a.example?x=/v1"), _origin_form(b"/v1")
    (b'/v1?x=1', b'/?x=/v1', b'/v1')
    """
    address = _ABSOLUTE.match(target)
    if not address:
        return target
    rest = target[address.end() :]
    return rest if rest.startswith(b"/") else b"/" + rest


@lru_cache(maxsize=512)
def _environment_key(name: bytes) -> str:
    key = name.decode("latin-1").upper().replace("-", "_")
    return key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"


def call(app: "WSGIApplication", environ: "WSGIEnvironment", *, last: bool) -> Answer:
    """Run the application to its end and write its answer out, so that nothing of it is needed any more."""
    given: list[tuple[str, list[tuple[str, str]]]] = []
    written: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], exc_info: "OptExcInfo | None" = None
    ) -> Callable[[bytes], object]:
        given[:] = [(status, headers)]
        return written.append

    iterable = app(environ, start_response)
    try:
        written.extend(iterable)
    finally:
        close = getattr(iterable, "close", None)
        if close:
            close()
    ((status, headers),) = given
    return _answer(environ, status, headers, written, last)


def _answer(
    environ: "WSGIEnvironment", status: str, headers: Iterable[tuple[str, str]], body: list[bytes], last: bool
) -> Answer:
    lines = [f"HTTP/1.1 {status}", f"Date: {_date(int(time()))}"]
    length_told = False
    for name, value in headers:
        lower = name.lower()
        if lower in _HOP_BY_HOP:
            continue
        length_told = length_told or lower == "content-length"
        lines.append(f"{name}: {value}")
    bodiless = status[:3] in _NO_BODY
    if not length_told and not bodiless:
        lines.append(f"Content-Length: {sum(map(len, body))}")
    lines.append("Connection: close" if last else "Connection: keep-alive")
    head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    return Answer([head] if bodiless or environ["REQUEST_METHOD"] == "HEAD" else [head, *body], last)


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    """RFC 9110, section 6.6.1: the same for everyone in one second."""
    return formatdate(second, usegmt=True)
