"""What is told of every answer: a line in the log, a span, a count; any of these or none, as the operator set it."""

import os
from collections.abc import Iterable
from typing import Final

from verlof_api import output
from verlof_api.law import Rulebook
from verlof_api.settings import Settings, stop
from verlof_api.web import access_log, tracing
from verlof_api.web.access_log import Log
from verlof_api.web.metrics import Metrics

# A reload makes new workers before the old ones stop, an operator may add some (TTIN), and a killed one is replaced.
_PROCESSES_PER_WORKER: Final = 8


def metrics_of(rulebook: Rulebook, settings: Settings) -> Metrics | None:
    """The counts; None where nobody asks for them."""
    return None if settings.metrics_port is None else Metrics(rulebook)


def log_of(settings: Settings, metrics: Metrics | None, version: str, routes: Iterable[str]) -> Log:
    """What to call after every answer. `routes`: the patterns of our addresses."""
    log = _recording(access_log.request if settings.access_log else access_log.silent, version)
    if metrics is None:
        return log
    output.log.on_drop = metrics.lost_lines
    return metrics.counting(log, routes, _PROCESSES_PER_WORKER * settings.workers)


def _recording(log: Log, version: str) -> Log:
    """The log, of which each request is a span too where the environment names a collector."""
    if tracing.COLLECTORS.isdisjoint(name for name, value in os.environ.items() if value):
        return log
    try:
        from verlof_api.web.spans import Spans  # an extra, and only where it is asked for
    except ImportError as error:
        stop(f"OpenTelemetry is gevraagd, maar niet geïnstalleerd: pip install 'verlof-api[otel]' ({error})")
    return Spans(version).recording(log)
