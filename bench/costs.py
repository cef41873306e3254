"""What a request costs beside an assessment of one leave: the worst that are known, and a bounded search for worse.

One process, the whole application called as a WSGI server does, CPU time. Every case is measured in turns with the
assessment of the same minute, and the least of a few runs counts on both sides: what disturbs only adds. Prints a
table; exits 1 when a request costs more than BUDGET assessments.
"""

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from verlof_api import create_app
from verlof_api.law import RULES, load_rulebook, open_folder
from verlof_api.law.loader import load_law
from verlof_api.law.scenarios import load_scenarios
from verlof_api.web import background

BUDGET = 25.0  # times an assessment of one leave
RUNS = 7
LARGEST = 65_536  # bytes of a body
SITUATION = json.loads((Path(__file__).parent / "situation.json").read_text(encoding="utf-8"))
ONE_LEAVE = {**SITUATION, "verlofsoorten": ["wazo.geboorteverlof"]}
ALL_LEAVES = {key: value for key, value in SITUATION.items() if key != "verlofsoorten"}
BOTH = ["routes", "watZouHelpen"]
LETTER = {**ALL_LEAVES, "verlofsoort": "wazo.geboorteverlof", "formaat": "docx", "taal": "nl+en"}


@dataclass(frozen=True)
class Request:
    what: str
    path: str
    body: bytes = b""
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def environ(self) -> dict[str, Any]:
        """As a server hands it on (PEP 3333)."""
        return {
            "REQUEST_METHOD": "POST" if self.body else "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": self.path,
            "QUERY_STRING": self.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(self.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(self.body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            **self.headers,
        }


class Meter:
    """The application in this process, as a worker has it once it has served for a while."""

    def __init__(self) -> None:
        gc.disable()
        self._app = create_app({"ACCESS_LOG": False})
        background.start(self._app).join()
        gc.collect()
        gc.freeze()
        gc.enable()
        self.yardstick = post("one leave", "beoordelingen", ONE_LEAVE)
        self.least(self.yardstick, 300)

    def spent(self, request: Request) -> tuple[float, str]:
        """Milliseconds of one call, and its status."""
        environ, statuses = request.environ(), [""]

        def start(status: str, headers: object, exc_info: object = None) -> Callable[[bytes], object]:
            statuses.append(status)
            return _ignore

        begun = time.process_time_ns()
        for _ in self._app(environ, start):
            pass
        return (time.process_time_ns() - begun) / 1e6, statuses[1][:3]

    def factor(self, request: Request, runs: int = RUNS) -> tuple[float, float, str]:
        """Times an assessment, milliseconds, and status; the first call, which makes what is kept, does not count."""
        _, status = self.spent(request)
        own, yard = [], []
        for _ in range(runs):
            yard.append(self.least(self.yardstick, 5))
            own.append(self.spent(request)[0])
        return min(own) / min(yard), min(own), status

    def least(self, request: Request, runs: int) -> float:
        return min(self.spent(request)[0] for _ in range(runs))


def _ignore(data: bytes) -> None:
    """What a WSGI server gives to write with; nothing here writes."""


def post(what: str, resource: str, body: object, **headers: str) -> Request:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Request(what, f"/v1/{resource}", text[:LARGEST], headers=headers)


def filled(start: bytes, part: bytes, end: bytes) -> bytes:
    """A body of the greatest size: `part` as often as fits."""
    return start + b",".join([part] * ((LARGEST - len(start) - len(end)) // (len(part) + 1))) + end


def known() -> Iterator[Request]:
    """The worst that was ever found of each resource, valid and not."""
    yield post("all leaves", "beoordelingen", ALL_LEAVES)
    yield post("all leaves, both opties", "beoordelingen", {**ALL_LEAVES, "opties": BOTH})
    periods = [{"van": f"2026-02-{1 + day % 20:02}", "tot": f"2026-03-{1 + day % 20:02}"} for day in range(50)]
    facts = {**ALL_LEAVES["feiten"], "ziekteperiodes": periods, "ziekenhuisopnamesKind": periods}
    yield post("all leaves, a hundred periods", "beoordelingen", {**ALL_LEAVES, "feiten": facts})
    yield post("calendar of all leaves", "agenda", ALL_LEAVES)
    for formaat in ("tekst", "html", "docx"):
        yield post(f"letter in two languages, {formaat}", "brieven", {**LETTER, "formaat": formaat})
    one = {**ALL_LEAVES, "verlofsoort": "wazo.betaald-ouderschapsverlof"}
    yield post("card", "kaarten", one)
    yield post("money line", "geldregels", one)
    yield post("refusal", "weigeringen", {**one, "weigering": {"reden": "zwaarwegend-belang"}})
    words = "zwangrschap ouderscap geborte adoptei"
    yield post("search, words that are nearly right", "situaties/_zoek", {"woorden": words})
    for what, part in {
        "empty lists": b"[]",
        "lists in lists": b"[" * 8 + b"]" * 8,
        "doubled keys in objects": b'{"a":1,"a":2}',
        "no numbers": b"NaN",
        "fractions": b"1e9",
    }.items():
        yield post(f"64 kB of {what}", "beoordelingen", filled(b'{"feiten":[', part, b"]}"))
    yield post("64 kB of doubled keys", "beoordelingen", filled(b"{", b'"a":1', b"}"))
    yield post("64 kB of escapes", "beoordelingen", b'{"feiten":"' + rb"\u00e9" * 10_900 + b'"}')
    rulebook = load_rulebook()
    names = [f"{fact[:-1]}q" for fact in rulebook.feiten]
    yield post("nearly right names", "beoordelingen", {"feiten": {}, "nietBekend": names})
    leaves = [f"{leave[:8]}q{leave[9:]}" for leave in rulebook.verlofsoorten]
    per_leave = {id: dict.fromkeys(leaves, 1) for id, feit in rulebook.feiten.items() if feit.per_verlof}
    yield post("nearly right leaves", "beoordelingen", {"feiten": per_leave, "verlofsoorten": leaves})
    unknown = [{f"va{number}{letter}": 1 for letter in "abcdefghijkl"} for number in range(50)]
    yield post("unknown names in periods", "beoordelingen", {"feiten": {"ziekteperiodes": unknown}})
    for header, value in {
        "HTTP_ACCEPT": "a/b;q=0.1," * 80_000,
        "HTTP_ACCEPT_LANGUAGE": "a;q=0.5," * 100_000,
        "HTTP_ACCEPT_ENCODING": "a," * 400_000,
        "HTTP_IF_NONE_MATCH": '"a",' * 1_000,
        "CONTENT_TYPE": "application/json;" + "a=b;" * 2_000,
    }.items():
        yield post(f"{len(value) // 1000} kB of {header}", "beoordelingen", ONE_LEAVE, **{header: value})
        yield Request(f"{len(value) // 1000} kB of {header}, catalogue", "/v1/verlofsoorten", headers={header: value})
    yield Request("4 kB of query", "/v1/verlofsoorten", query="&".join(f"peildatm{number}=1" for number in range(300)))


def days(rng: random.Random) -> Iterator[list[Request]]:
    """Pairs of days that nobody asked about before, so that nothing that is kept helps; three for much the same law."""
    first = date(2001, 12, 1)
    pairs = [(date(2001, 12, 1), date(2026, 12, 31)), (date(2015, 1, 1), date(2027, 1, 1))]
    while True:
        van, tot = pairs.pop() if pairs else sorted(first + timedelta(rng.randrange(9_400)) for _ in range(2))
        queries = [f"van={van}&tot={tot + timedelta(days=more)}" for more in range(3)]
        packed = {"HTTP_ACCEPT_ENCODING": "gzip"}
        yield [Request(f"changes: {query}", "/v1/wijzigingen", query=query, headers=packed) for query in queries]


def situations(rng: random.Random) -> Iterator[Request]:
    """Bodies that say what one to six worked cases say together, to a resource that takes them."""
    folder = open_folder(RULES).or_raise()
    scenarios = load_scenarios(folder).or_raise()
    rulebook = load_law(folder).or_raise()
    while True:
        cases = rng.choices(scenarios, k=rng.choice((1, 1, 2, 3, 4, 6)))
        feiten = {id: value for case in cases for id, value in case.vraag["feiten"].items()}
        body = {"peildatum": cases[0].vraag["peildatum"], "feiten": feiten, "inclusiefVoorstellen": True}
        resource = rng.choice(("beoordelingen", "opties", "agenda", "brieven", "kaarten", "geldregels", "weigeringen"))
        if resource == "opties":
            yield post("random: both opties", "beoordelingen", {**body, "opties": BOTH})
            continue
        if resource in ("brieven", "kaarten", "geldregels", "weigeringen"):
            body["verlofsoort"] = rng.choice(tuple(rulebook.verlofsoorten))
        if resource == "brieven":
            body |= {"formaat": rng.choice(("tekst", "html", "docx")), "taal": "nl+en"}
        if resource == "weigeringen":
            body["weigering"] = {"reden": "zwaarwegend-belang"}
        yield post(f"random: {resource}", resource, body)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--random", type=int, default=300, help="how many random bodies, and a tenth of it pairs of days"
    )
    options.add_argument("--seed", type=int, default=1)
    told = options.parse_args()
    rng = random.Random(told.seed)
    meter = Meter()
    rows = [(*meter.factor(request), request.what) for request in known()]
    worst: dict[str, tuple[float, Request]] = {}
    between, random_bodies = days(rng), situations(rng)
    for number in range(told.random):
        request = next(random_bodies)
        factor, _, status = meter.factor(request, 1)
        if factor > worst.get(f"{request.what} {status}", (0.0, request))[0]:
            worst[f"{request.what} {status}"] = factor, request
        if number % 10 == 0:
            # a pair of days is asked once: then it is kept
            pairs = next(between)
            yard = meter.least(meter.yardstick, 20)
            spent, status = min(map(meter.spent, pairs))
            rows.append((spent / yard, spent, status, pairs[0].what))
    rows += [(*meter.factor(request), request.what) for _, request in worst.values()]
    for factor, milliseconds, status, what in sorted(rows, reverse=True):
        print(f"{factor:8.1f} x {milliseconds:9.2f} ms  {status}  {what}{'  OVER BUDGET' if factor > BUDGET else ''}")
    sys.exit(max(rows)[0] > BUDGET)


if __name__ == "__main__":
    main()
