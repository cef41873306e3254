"""The worker (`worker_class` of gunicorn): it accepts, works in threads, and stops in good order."""

import asyncio
import errno
import os
import resource
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.sock import BaseSocket  # type: ignore[import-untyped]
from gunicorn.workers.base import Worker as BaseWorker  # type: ignore[import-untyped]

from verlof_api.output import log, now
from verlof_api.server.connection import Connection, Limits
from verlof_api.server.crowd import Crowd
from verlof_api.server.exchange import FAILURE, FAULT, NOWHERE, Answer, Request, call, environment

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

BEAT: Final = 0.25  # seconds between two looks at the deadlines
BREATH: Final = 0.2  # seconds without accepting, when there is no room at all
STOP_KEEPALIVE: Final = 2.0  # seconds for the request that a client may be sending just now
SPARE_FILES: Final = 64  # beside the connections: the log, the heartbeat, the rules
MAX_CONNECTIONS: Final = 1000
MAX_BODY: Final = 64 * 1024  # bytes, where the application does not say
# Every send and receive of the loop gives up the lock of Python, and would wait 5 ms for it behind threads that work.
SWITCH: Final = 0.0005  # seconds
SEND_BUFFER: Final = 64 * 1024  # bytes of an answer that the system holds

_NO_ROOM: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_BARE_FAULT: Final = "HTTP/1.1 {status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Worker(BaseWorker):  # type: ignore[misc]
    """One process. The application may bring `fault_app`, a WSGI application that answers what is no request (`FAULT`
    in its environment) or what failed (`FAILURE`), and `max_body`, the size above which it refuses a body."""

    @classmethod
    def check_config(cls, cfg: Config, log: object) -> None:
        """Called by gunicorn before anything starts."""
        if cfg.is_ssl:
            sys.exit("This server speaks plain HTTP: let a proxy in front of it do TLS, and leave out the certificate.")

    def init_process(self) -> None:
        sys.setswitchinterval(SWITCH)
        self._loop = asyncio.new_event_loop()
        self._threads = ThreadPoolExecutor(self.cfg.threads)
        super().init_process()

    def init_signals(self) -> None:
        for each in self.SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        for each, handler in (
            (signal.SIGTERM, self._end),
            (signal.SIGQUIT, self._quit),
            (signal.SIGINT, self._quit),
            (signal.SIGABRT, self._abort),
            (signal.SIGUSR1, self.log.reopen_files),
            (signal.SIGWINCH, lambda: None),
        ):
            self._loop.add_signal_handler(each, handler)

    def run(self) -> None:
        self._app: WSGIApplication = self.wsgi
        self._fault_app: WSGIApplication | None = getattr(self.wsgi, "fault_app", None)
        self._crowd = Crowd(self._limits(), self._loop.time, self._work, self._refuse)
        self._arriving: set[asyncio.Task[object]] = set()
        self._stopping = asyncio.Event()
        self._loop.set_exception_handler(_told)
        self._serving = self._loop.create_task(self._serve())
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._serving)

    def _limits(self) -> Limits:
        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return Limits(
            line=self.cfg.limit_request_line,
            fields=self.cfg.limit_request_fields,
            field_size=self.cfg.limit_request_field_size,
            body=getattr(self.wsgi, "max_body", MAX_BODY),
            connections=max(1, min(MAX_CONNECTIONS, files - SPARE_FILES)),
        )

    async def _serve(self) -> None:
        for listener in self.sockets:
            listener.setblocking(False)
            # Who connects inherits it. The system would let it grow to megabytes for who asks much and reads nothing.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self._listen()
        while self.alive and self.ppid == os.getppid():
            await self._beat()
        self._deafen()
        self._take_backlog()
        for listener in self.sockets:
            listener.close()
        await self._finish()

    async def _beat(self) -> None:
        """Tell the arbiter that this worker lives, and end what took too long."""
        self.notify()
        self._crowd.end_overdue()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), BEAT)

    async def _finish(self) -> None:
        """Answer what was begun, and what a client that was kept waiting may be sending just now."""
        self._crowd.stop(STOP_KEEPALIVE)
        until = self._loop.time() + self.cfg.graceful_timeout
        while (self._crowd or self._arriving) and self._loop.time() < until:
            self.notify()
            self._crowd.end_overdue()
            await asyncio.sleep(BEAT / 10)
        self._threads.shutdown(wait=False, cancel_futures=True)

    # --- accepting -----------------------------------------------------------------------------

    def _listen(self) -> None:
        for listener in self.sockets if self.alive else ():
            self._loop.add_reader(listener.fileno(), self._accept, listener)

    def _deafen(self) -> None:
        for listener in self.sockets:
            self._loop.remove_reader(listener.fileno())

    def _accept(self, listener: BaseSocket) -> bool:
        """Take one connection: the next is as likely another worker's. False when there was none to take."""
        if len(self._crowd) + len(self._arriving) >= self._crowd.limits.connections and not self._crowd.make_room():
            self._pause()
            return False
        try:
            client, _ = listener.accept()
        except OSError as error:
            if error.errno in _NO_ROOM and not self._crowd.make_room():
                self._pause()
            return False
        arrival = self._loop.create_task(self._welcome(client))
        self._arriving.add(arrival)
        arrival.add_done_callback(self._arriving.discard)
        return True

    async def _welcome(self, client: socket.socket) -> None:
        with suppress(OSError):  # gone already
            await self._loop.connect_accepted_socket(lambda: Connection(self._crowd), client)

    def _pause(self) -> None:
        self._deafen()
        self._loop.call_later(BREATH, self._listen)

    def _take_backlog(self) -> None:
        """Who was connected by the system, but not yet by us, is not left without an answer."""
        for listener in self.sockets:
            while self._accept(listener):
                pass

    # --- working -------------------------------------------------------------------------------

    def _work(self, connection: Connection, request: Request, *, last: bool) -> None:
        self._threads.submit(self._answer, connection, request, last or not self.alive)

    def _answer(self, connection: Connection, request: Request, last: bool) -> None:
        """In a thread. For a client that is gone nothing is worked out."""
        answer = Answer([], last=True) if connection.gone else self._worked_out(request, last)
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(connection.answered, answer)

    def _worked_out(self, request: Request, last: bool) -> Answer:
        try:
            return call(self._app, environment(request), last=last)
        except Exception as error:
            return self._fault(500, error)

    def _refuse(self, connection: Connection, status: int) -> None:
        """In the loop: it is little work, and a flood of nonsense must not take the threads."""
        connection.answered(self._fault(status))

    def _fault(self, status: int, failure: Exception | None = None) -> Answer:
        bare = Answer([_BARE_FAULT.format(status=status).encode()], last=True)
        if self._fault_app is None:
            return bare
        request = Request(b"", b"", (1, 1), [], b"", NOWHERE, NOWHERE)
        environ = environment(request) | {FAULT: status, FAILURE: failure}
        try:
            return call(self._fault_app, environ, last=True)
        except Exception:
            return bare

    # --- signals -------------------------------------------------------------------------------

    def _end(self) -> None:
        self.alive = False
        self._stopping.set()

    def _quit(self) -> None:
        self.alive = False
        self.cfg.worker_int(self)
        self._serving.cancel()

    def _abort(self) -> None:
        self.alive = False
        self.cfg.worker_abort(self)
        sys.exit(1)


def _told(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Something failed in the loop. asyncio would write a page of it to standard error, and wait for its reader."""
    log.line({"tijd": now(), "niveau": "error", "fout": type(context.get("exception")).__name__, "plaats": ["server"]})
