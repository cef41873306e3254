"""One connection: a request comes in whole, is answered, and its answer goes out whole; then the next.

Everything here happens in the loop of the worker and never waits. Each state has a deadline; `Crowd` looks after those.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol, cast

from gunicorn.asgi.parser import (  # type: ignore[import-untyped]
    LimitRequestHeaders,
    LimitRequestLine,
    ParseError,
    PythonProtocol,
)

from verlof_api.server.exchange import NOWHERE, Address, Answer, Request

MAX_HEAD: Final = 32 * 1024  # bytes
MAX_AHEAD: Final = 64 * 1024  # bytes of next requests, taken in while one is being answered
MAX_CHUNKS: Final = 1000  # of one body; each takes as much work as a hundred bytes
MAX_DRAIN: Final = 256 * 1024  # bytes thrown away after the last answer, so that the client gets to read it

_CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"
_STATUS: Final = ((LimitRequestLine, 414), (LimitRequestHeaders, 431))


class State(Enum):
    """Where a connection is; the value says how many seconds it may take (None: as long as it takes)."""

    IDLE = 5.0
    READING = 10.0  # from the first byte of a request to its last
    WORKING = None
    WRITING = 30.0
    LINGERING = 2.0  # the last answer is out: wait a moment for the client to close (RFC 9112, section 9.6)


@dataclass(frozen=True)
class Limits:
    """What a request may measure: in bytes, and in headers."""

    line: int
    fields: int
    field_size: int
    body: int
    connections: int


class Work(Protocol):
    """Gets a request answered, by way of `Connection.answered`."""

    def __call__(self, connection: "Connection", request: Request, *, last: bool) -> None: ...


class Company(Protocol):
    """What a connection asks of the others in its worker, and of who works for them: see `Crowd`."""

    limits: Limits
    now: Callable[[], float]
    work: Work
    refuse: Callable[["Connection", int], None]

    def join(self, connection: "Connection") -> None: ...
    def leave(self, connection: "Connection") -> None: ...
    def hold_unsent(self) -> None: ...


class Connection(asyncio.Protocol):
    """A protocol of asyncio. `deadline`: when, in the time of the loop, the present state has taken too long."""

    def __init__(self, crowd: Company) -> None:
        self._crowd = crowd
        self._transport: asyncio.Transport
        self._parser = PythonProtocol(
            on_headers_complete=self._head_read,
            on_body=self._body_read,
            limit_request_line=crowd.limits.line,
            limit_request_fields=crowd.limits.fields,
            limit_request_field_size=crowd.limits.field_size,
        )
        self._received = 0  # bytes of this request
        self._head_complete = False
        self._body: list[bytes] = []
        self._body_size = 0
        self._ahead = b""
        self._drained = 0
        self._ended = False  # the client sends nothing more
        self.gone = False  # the client is
        self._last = False  # whether the connection ends with the answer to this request
        self._idle_seconds = State.IDLE.value
        self.state = State.IDLE
        self.since = 0.0
        self.deadline: float | None = None

    # --- what asyncio tells --------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=0)  # so that the end of an answer is told
        self._client: Address = transport.get_extra_info("peername") or NOWHERE
        self._server: Address = transport.get_extra_info("sockname") or NOWHERE
        self._enter(State.IDLE)
        self._crowd.join(self)

    def data_received(self, data: bytes) -> None:
        if self.state is State.LINGERING:
            self._drained += len(data)
            if self._drained > MAX_DRAIN:
                self.abort()
        elif self.state in (State.IDLE, State.READING):
            self._read(data)
        else:
            self._ahead += data
            if len(self._ahead) > MAX_AHEAD:
                self._transport.pause_reading()

    def eof_received(self) -> bool:
        self._ended = True
        if self.state is State.READING:
            self._half_a_request()
        elif self.state in (State.IDLE, State.LINGERING):
            self._transport.close()
        return True  # what was asked is still answered

    def resume_writing(self) -> None:
        if self.state is State.WRITING:
            self._sent()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone = True
        if self.state is not State.WORKING:  # its request is somewhere still, and counts until it is dropped
            self._crowd.leave(self)

    # --- reading -------------------------------------------------------------------------------

    def _read(self, data: bytes) -> None:
        if self.state is State.IDLE:
            self._enter(State.READING)
        try:
            self._feed(data)
        except (ParseError, ValueError) as error:  # of a number with thousands of digits Python makes a ValueError
            self._refuse(next((status for kind, status in _STATUS if isinstance(error, kind)), 400))
            return
        if self._parser.is_complete:
            self._ahead = self._parser.remaining()
            self._request_read()
        elif self._head_complete:
            self._more_body_wanted()

    def _feed(self, data: bytes) -> None:
        """No more of a head than it may be, however much came at once: the parser looks at every byte of it."""
        room = len(data) if self._head_complete else MAX_HEAD - self._received
        self._received += len(data)
        self._parser.feed(data[:room])
        if len(data) > room:
            if not self._head_complete:
                raise LimitRequestHeaders
            self._parser.feed(data[room:])

    def _half_a_request(self) -> None:
        """No more is coming."""
        if self._head_complete:
            self._refuse(400)
        else:
            self._transport.close()

    def _head_read(self) -> None:
        self._head_complete = True

    def _body_read(self, piece: bytes) -> None:
        self._body.append(piece)
        self._body_size += len(piece)
        if self._parser.is_chunked and len(self._body) > MAX_CHUNKS:
            raise ParseError

    def _more_body_wanted(self) -> None:
        maximum = self._crowd.limits.body
        if (self._parser.content_length or 0) > maximum or self._body_size > maximum:
            # It is too large already: the application refuses it by its length, and the rest is not waited for.
            self._last = True
            self._request_read()
        elif self._received > MAX_HEAD + 2 * maximum:
            self._refuse(400)  # chunks that say much about themselves and hold little
        elif self._body_size == 0 and self._expects_continue():
            self._transport.write(_CONTINUE)

    def _expects_continue(self) -> bool:
        """RFC 9110, section 10.1.1; told once, since the expectation is struck out of the headers."""
        expectation = (b"expect", b"100-continue")
        found = [header for header in self._parser.headers if (header[0], header[1].lower()) == expectation]
        for header in found:
            self._parser.headers.remove(header)
        return bool(found) and self._parser.http_version >= (1, 1)

    # --- working -------------------------------------------------------------------------------

    def _request_read(self) -> None:
        parser = self._parser
        request = Request(
            *(parser.method, parser.path, parser.http_version, parser.headers, b"".join(self._body)),
            *(self._client, self._server),
        )
        self._last = self._last or not parser.should_keep_alive or request.says_close()
        fault = request.fault()
        if fault:
            self._refuse(fault)
            return
        self._enter(State.WORKING)
        self._crowd.work(self, request, last=self._last)

    def _refuse(self, status: int) -> None:
        """Answer what is no request, and end: where the next one would begin is not known."""
        self._last = True
        self._ahead = b""
        self._enter(State.WORKING)
        self._crowd.refuse(self, status)

    # --- writing -------------------------------------------------------------------------------

    def answered(self, answer: Answer) -> None:
        """Send it. Called in the loop, once per request."""
        if self._transport.is_closing():
            self._crowd.leave(self)
            return
        self._last = answer.last  # as its head says: who was promised another request may make it
        self._enter(State.WRITING)
        self._transport.write(b"".join(answer.parts))
        if self.unsent():
            self._crowd.hold_unsent()
        else:
            self._sent()

    def unsent(self) -> int:
        """How many bytes of the answer the client has not taken yet."""
        return self._transport.get_write_buffer_size()

    def _sent(self) -> None:
        if self._last or (self._ended and not self._ahead):
            self._linger()
            return
        self._parser.reset()
        self._received = self._body_size = 0
        self._head_complete = False
        self._body = []
        self._enter(State.IDLE)
        self._transport.resume_reading()
        if self._ahead:
            ahead, self._ahead = self._ahead, b""
            self._read(ahead)
            if self._ended and self.state is State.READING:
                self._half_a_request()

    def _linger(self) -> None:
        if self._ended:
            self._transport.close()
            return
        self._enter(State.LINGERING)
        self._transport.resume_reading()
        try:
            self._transport.write_eof()
        except OSError:  # closed by the client a moment ago
            self.abort()

    # --- ending --------------------------------------------------------------------------------

    def overdue(self) -> None:
        """The present state took too long."""
        if self.state is State.READING:
            self._refuse(408)
        else:
            self.abort()

    def abort(self) -> None:
        """Close now, without another byte."""
        self._transport.abort()

    def stop(self, seconds: float) -> None:
        """The worker ends, and makes its next answer the last one: a request for that must come soon."""
        self._idle_seconds = seconds
        if self.state is State.IDLE:
            self.deadline = self._crowd.now() + seconds

    def _enter(self, state: State) -> None:
        self.state = state
        self.since = self._crowd.now()
        seconds = self._idle_seconds if state is State.IDLE else state.value
        self.deadline = None if seconds is None else self.since + seconds
