"""How the service is served: by `make run`, in the container, and (so that they are comparable) in the benchmark.

What an operator may set comes from the environment (`verlof_api.settings`); what is wrong there stops the start.
"""

import errno
import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]
from gunicorn.workers.base import Worker  # type: ignore[import-untyped]

from verlof_api.settings import Settings, stop

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 -- the heartbeat file of a worker, never on a disk that can block

# Ctrl-C while the rules are read is no failure of ours. gunicorn sets its own handler once it has begun.
signal.signal(signal.SIGINT, lambda *_: sys.exit(130))

_settings = Settings.or_stop()
bind = _settings.address
workers = _settings.workers
worker_class = "verlof_api.server.worker.Worker"
threads = 2  # Python runs one at a time: the second goes on where the first takes long
preload_app = True  # the rules are read once, and a rule file that is wrong stops the start
worker_tmp_dir = str(_SHARED_MEMORY) if os.access(_SHARED_MEMORY, os.W_OK) else None
control_socket_disable = True
loglevel = _settings.loglevel
accesslog = None  # a request can be personal: none is written down
logger_class = "verlof_api.server.log.Logger"


# What is made while the service starts stays: looking for garbage among it costs a tenth of the start, and in the
# workers it would make copies of the pages that they share.
gc.disable()


def on_starting(server: Arbiter) -> None:
    """Before anything listens."""
    # USR2 runs this again as the next release. gunicorn would name the file that was run, and when that is its
    # __main__.py, the folder of gunicorn comes first on the path, before the http of the standard library.
    server.START_CTX["args"] = [sys.executable, "-m", "gunicorn", *sys.argv[1:]]
    _stop_where_taken(server)


def _stop_where_taken(server: Arbiter) -> None:
    """Stop at once, with one line, where it cannot listen: gunicorn itself would try five times."""
    if {"GUNICORN_FD", "LISTEN_FDS"} & os.environ.keys():
        return  # the sockets are there: handed over by the service that this one replaces, or by systemd
    for host, port in server.cfg.address:
        try:
            socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                sys.exit(f"Port {port} is taken. Choose another: make run PORT=9000, or verlof serve --port 9000.")
            stop(f"VERLOF_HOST en PORT: op {host}:{port} kan de dienst niet luisteren ({error.strerror}).")


def when_ready(server: Arbiter) -> None:
    """Tell where the service listens, once it does, and let it do what waits for that."""
    gc.freeze()
    gc.enable()
    addresses = " ".join(str(listener) for listener in server.LISTENERS)
    with suppress(OSError):  # nobody reads it: no reason not to serve
        print(f"Verlofregelaar API: {addresses.replace('//127.0.0.1:', '//localhost:')}", flush=True)
    operation = getattr(server.app.wsgi(), "extensions", {}).get("verlof_api")
    if operation:
        operation.ready(lambda: len(server.WORKERS))


def on_reload(server: Arbiter) -> None:
    """At HUP, before the new workers are made: they answer by the rules as these are now in their folder, or by the old
    ones where the new do not load."""
    renewed = getattr(server.app.wsgi(), "renewed", None)  # the echo of the benchmark has no rules
    if not renewed:
        return
    gc.unfreeze()
    gc.disable()
    try:
        server.app.callable = renewed()
    except (Exception, SystemExit) as error:  # whatever it is, it is no reason to stop answering
        server.log.error("The rules could not be read again (%s): those of before stay.", type(error).__name__)
    finally:
        del renewed
        gc.collect()  # what answered by the old rules
        gc.freeze()
        gc.enable()


def post_worker_init(worker: Worker) -> None:
    """In each worker, once it serves: what is better worked out before somebody asks for it."""
    work = getattr(worker.wsgi, "work_in_background", None)  # the echo of the benchmark has no such thing
    if work:
        work()
