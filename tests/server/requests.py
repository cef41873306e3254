"""Requests as bytes."""

ASSESSMENT = b'{"peildatum": "2026-11-22", "verlofsoorten": ["wazo.geboorteverlof"], "feiten": {"urenPerWeek": 32}}'


def get(path: str, *, close: bool = False) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: {_connection(close)}\r\n\r\n".encode()


def post(body: bytes, *, length: int | None = None, chunked: bool = False, close: bool = False) -> bytes:
    """An assessment; `length` says another length than that of the body, `chunked` leaves the body to the caller."""
    told = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body) if length is None else length}"
    head = f"POST /v1/beoordelingen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{told}\r\n"
    return f"{head}Connection: {_connection(close)}\r\n\r\n".encode() + body


def _connection(close: bool) -> str:
    return "close" if close else "keep-alive"
