"""Generative lock: schemathesis makes requests from openapi.yaml, right ones and wrong ones, and tries them all.

How it does so is in schemathesis.toml, so that the same happens when it is run by hand, and longer.
"""

from collections import Counter
from collections.abc import Iterator

import schemathesis
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status
from schemathesis.engine.events import EngineFinished, FatalError, NonFatalError, ScenarioFinished
from schemathesis.engine.recorder import ScenarioRecorder

from tests.contract.written import ROOT, read_specification

# What each operation must at least have been tried with, so that an empty run is not a good one.
FEWEST = {"POST /beoordelingen": 500, "GET /verlofsoorten": 50, "GET /openapi.yaml": 10}


def failed(recorder: ScenarioRecorder) -> Iterator[tuple[str, str]]:
    """The checks that found something, and what."""
    for nodes in recorder.checks.values():
        for node in nodes:
            if node.failure_info is not None:
                yield node.name, str(node.failure_info.failure)


def test_schemathesis_finds_nothing(app, specification, monkeypatch):
    monkeypatch.chdir(ROOT)  # paths in its configuration start there
    config = SchemathesisConfig.from_path("schemathesis.toml")
    # its own copy: schemathesis changes what it is given
    schema = schemathesis.openapi.from_dict(read_specification(), config=config)
    schema.app = app
    tried: Counter[str] = Counter()
    found: list[object] = []
    for event in engine.from_schema(schema).execute():
        if isinstance(event, ScenarioFinished):
            tried[event.recorder.label] += len(event.recorder.cases)
            if event.status not in (Status.SUCCESS, Status.SKIP):
                found += [(event.recorder.label, *check) for check in failed(event.recorder)] or [event]
        elif isinstance(event, NonFatalError | FatalError):
            found.append(event)
        elif isinstance(event, EngineFinished):
            found += event.failures
    assert found == []
    operations = {f"{method.upper()} {path}" for path, item in specification["paths"].items() for method in item}
    assert operations <= set(tried)
    assert {operation: tried[operation] for operation, fewest in FEWEST.items() if tried[operation] < fewest} == {}
