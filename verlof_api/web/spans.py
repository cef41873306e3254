"""OpenTelemetry: one span per request, for the operator who says where to send them (the extra `otel`).

Made here and not by the instrumentation of Flask or WSGI, which puts the address, the query and the caller in a span. A
span of ours holds what the log line holds: pattern, method, status, time, trace. The rest is the SDK's, with its own
OTEL_* variables.
"""

from time import time_ns
from typing import Final

from opentelemetry import trace as otel
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from verlof_api.web.access_log import METHODS, Log
from verlof_api.web.tracing import Trace

_OTHER: Final = "_OTHER"  # semantic conventions for HTTP spans: a method that is none


class Spans:
    """Where spans go: to the collector that the environment names, in batches, from a thread of each process."""

    def __init__(self, version: str) -> None:
        self.provider = TracerProvider(resource=_resource(version))
        self.provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self.provider.get_tracer("verlof_api", version)

    def recording(self, log: Log) -> Log:
        """The same log, of which every request is a span too; who is in no trace yet begins one."""

        def recorded(
            request_id: str,
            method: str,
            route: str | None,
            status: int,
            milliseconds: float,
            trace: Trace | None = None,
        ) -> None:
            trace = self._record(method, route, status, milliseconds, trace)
            log(request_id, method, route, status, milliseconds, trace)

        return recorded

    def _record(
        self, method: str, route: str | None, status: int, milliseconds: float, trace: Trace | None
    ) -> Trace | None:
        known = method in METHODS
        attributes: dict[str, str | int] = {
            "http.request.method": method if known else _OTHER,
            "http.response.status_code": status,
        }
        if route:
            attributes["http.route"] = route
        span = self._tracer.start_span(
            " ".join(filter(None, (method if known else "HTTP", route))),
            _context(trace),
            otel.SpanKind.SERVER,
            attributes,
            start_time=_nanoseconds_ago(milliseconds),
        )
        if status >= 500:
            span.set_status(otel.StatusCode.ERROR)
        span.end()
        context = span.get_span_context()
        if not context.is_valid:  # OpenTelemetry was turned off
            return trace
        return Trace(
            otel.format_trace_id(context.trace_id), otel.format_span_id(context.span_id), int(context.trace_flags)
        )


def _nanoseconds_ago(milliseconds: float) -> int:
    return time_ns() - int(milliseconds * 1_000_000)


def _context(trace: Trace | None) -> Context:
    """What the span is part of: that of the caller, or nothing."""
    if trace is None:
        return Context()
    caller = otel.SpanContext(
        int(trace.id, 16), int(trace.span, 16), is_remote=True, trace_flags=otel.TraceFlags(trace.flags)
    )
    return otel.set_span_in_context(otel.NonRecordingSpan(caller), Context())


def _resource(version: str) -> Resource:
    """Who we are, unless OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES say so."""
    told = Resource.create({SERVICE_VERSION: version})
    if str(told.attributes[SERVICE_NAME]).startswith("unknown_service"):
        return told.merge(Resource({SERVICE_NAME: "verlof-api"}))
    return told
