"""What was counted, as prometheus-client writes it down. Loaded only where an operator asks for it."""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final, cast
from wsgiref.types import WSGIApplication

from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from verlof_api.web.metrics import SECONDS, Metrics, Series, Times

_BUCKETS: Final = (*map(floatToGoString, SECONDS), "+Inf")


def registry_of(metrics: Metrics) -> CollectorRegistry:
    """Where what reads figures finds them."""
    registry = CollectorRegistry()
    registry.register(_Figures(metrics))
    return registry


def page_of(metrics: Metrics) -> WSGIApplication:
    """The figures as a WSGI application."""
    return cast(WSGIApplication, make_wsgi_app(registry_of(metrics)))


class _Figures(Collector):
    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        """Everything; a series begins when it first counts."""
        metrics, totals = self._metrics, self._metrics.totals()
        rules = {"versie": metrics.rulebook.versie, "hash": metrics.rulebook.hash}
        yield InfoMetricFamily("verlof_regelset", "De regels die antwoord geven.", rules)
        if metrics.workers:
            yield GaugeMetricFamily("verlof_processen", "Processen die antwoord geven.", metrics.workers())
        yield CounterMetricFamily("verlof_logregels_weg", "Regels van het log die niemand aannam.", totals.lost)
        yield CounterMetricFamily(
            "verlof_limiet_ongeteld", "Verzoeken die niet telden: Redis was weg.", totals.unlimited
        )
        yield _counter("verlof_oordelen", "Oordelen in beoordelingen.", ("verlofsoort", "oordeel"), totals.verdicts)
        yield _counter("verlof_verzoeken", "Beantwoorde verzoeken.", ("route", "methode", "status"), totals.requests)
        yield _histogram("verlof_verzoek_seconds", "Tijd tot het antwoord.", totals.times)


def _counter(name: str, what: str, labels: tuple[str, ...], series: Iterable[Series]) -> Metric:
    family = CounterMetricFamily(name, what, labels=labels)
    for each in series:
        if each.count:
            family.add_metric(each.labels, each.count)
    return family


def _histogram(name: str, what: str, times: Iterable[Times]) -> Metric:
    family = HistogramMetricFamily(name, what, labels=("route",))
    for each in times:
        if any(each.requests):
            family.add_metric((each.route,), list(zip(_BUCKETS, accumulate(each.requests), strict=True)), each.seconds)
    return family
