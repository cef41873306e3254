"""How the service is served: by `make run`, in the container, and (so that they are comparable) in the benchmark.

PORT, VERLOF_HOST and WEB_CONCURRENCY (the number of worker processes) come from the environment.
"""

import errno
import gc
import os
import socket
import sys
from pathlib import Path
from typing import Any

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 -- the heartbeat file of a worker, never on a disk that can block

bind = f"{os.environ.get('VERLOF_HOST', '127.0.0.1')}:{os.environ.get('PORT', '8080')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "verlof_api.web.worker.Worker"  # gthread, that also answers with a problem to what is no HTTP
threads = 4
preload_app = True  # the rules are read once, and a rule file that is wrong stops the start
worker_tmp_dir = str(_SHARED_MEMORY) if os.access(_SHARED_MEMORY, os.W_OK) else None
control_socket_disable = True
loglevel = os.environ.get("VERLOF_LOGLEVEL", "warning")
accesslog = None  # a request can be personal: none is written down


# What is made while the service starts stays: looking for garbage among it costs a tenth of the start, and in the
# workers it would make copies of the pages that they share.
gc.disable()


def on_starting(server: Any) -> None:
    """Stop at once, with one line, where another program listens already: gunicorn itself would try five times."""
    if {"GUNICORN_FD", "LISTEN_FDS"} & os.environ.keys():
        return  # the sockets are there: handed over by the service that this one replaces, or by systemd
    for host, port in server.cfg.address:
        try:
            socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                sys.exit(f"Port {port} is taken. Choose another: make run PORT=9000, or verlof serve --port 9000.")


def when_ready(server: Any) -> None:
    """Tell where the service listens, once it does."""
    gc.freeze()
    gc.enable()
    addresses = " ".join(str(listener) for listener in server.LISTENERS)
    print(f"Verlofregelaar API: {addresses.replace('//127.0.0.1:', '//localhost:')}", flush=True)


def post_worker_init(worker: Any) -> None:
    """In each worker, once it serves: what is better worked out before somebody asks for it."""
    worker.wsgi.work_in_background()
