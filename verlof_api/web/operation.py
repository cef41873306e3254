"""What the server is to do once it is ready: tell in the log by which rules it answers, and serve the metrics.

gunicorn's hooks find it as `extensions[NAME]` of the application. The metrics are served by a thread of the process
that keeps the workers, on a port of their own: a worker that is busy or dead does not hide what it counted, and who may
ask for answers cannot ask for figures.
"""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Final
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from verlof_api.law import Rulebook
from verlof_api.settings import Settings
from verlof_api.web import access_log
from verlof_api.web.metrics import Metrics

NAME: Final = "verlof_api"
_AGAIN: Final = 2  # seconds
_PATIENCE: Final = 5  # seconds for what asks for metrics to send or take something


@dataclass
class _ServedFigures:
    """The figures that are served: those of the application that answers now. `workers`: how many processes answer."""

    page: WSGIApplication
    workers: Callable[[], int]


@dataclass
class Operation:
    """What there is to tell and to serve; `metrics` is None when the operator asked for none."""

    version: str
    rulebook: Rulebook
    settings: Settings
    metrics: Metrics | None
    shown: _ServedFigures | None = None

    def ready(self, workers: Callable[[], int]) -> None:
        """`workers` tells how many processes answer now."""
        self._tell()
        if self.metrics and self.settings.metrics_port:
            self.metrics.workers = workers
            address = (self.settings.metrics_host, self.settings.metrics_port)
            # Loaded only where they are asked for, and not by the thread: a worker that is made meanwhile would find
            # the modules locked for ever. `idna` is that of every name of a host.
            import encodings.idna  # noqa: F401

            from verlof_api.web.figures import page_of

            self.shown = _ServedFigures(page_of(self.metrics), workers)
            Thread(target=_serve, args=[self.shown, address], name="metrics", daemon=True).start()

    def take_over(self, other: "Operation") -> None:
        """Go on where `other` was: by its rules nobody answers any more. What was counted begins anew."""
        self._tell()
        self.shown = other.shown
        if self.metrics and self.shown:
            from verlof_api.web.figures import page_of

            self.metrics.workers = self.shown.workers
            self.shown.page = page_of(self.metrics)

    def _tell(self) -> None:
        access_log.started(self.version, self.rulebook.versie, self.rulebook.hash)


def _serve(shown: _ServedFigures, address: tuple[str, int]) -> None:
    """For as long as the process lives. A port that is taken is tried again: the service that this one replaces
    may still have it, and answers are worth more than figures."""
    told = False
    while True:
        try:
            server = _Server(address, _MetricsHandler)
        except OSError as error:
            if not told:
                sys.stderr.write(
                    f"VERLOF_METRICS_PORT: luisteren lukt niet ({error.strerror}). Ik blijf het proberen.\n"
                )
            told = True
            time.sleep(_AGAIN)
        else:
            break
    # A worker has no business with it, and would keep the port when the service is replaced.
    os.register_at_fork(after_in_child=server.socket.close)

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/metrics":
            return shown.page(environ, start_response)
        start_response("404 Not Found", [])  # a probe at the wrong port must not find everything well
        return []

    server.set_app(app)
    server.serve_forever()


class _MetricsHandler(WSGIRequestHandler):
    timeout = _PATIENCE

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is that of the library
        """Nothing: it would hold the address of the caller."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True  # who asks slowly keeps nobody else waiting
    allow_reuse_port = False  # with it, figures would come from the old service one time and the new one the next

    def __init__(self, address: tuple[str, int], handler: type[WSGIRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that broke. The library would write down the address of the caller."""
