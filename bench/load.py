"""Load the service and the bare echo (echo.py) under the same gunicorn, in turns, and print how they compare.

Both run on 127.0.0.1 with the gunicorn configuration of this repository; wrk makes the requests. CPU is that of the
worker processes. Each server has one worker, bound to one core, and wrk another core: otherwise the chance of which
worker takes which connection, and of threads waking each other across cores, weighs as much as what is measured.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parent
PATH = "/v1/beoordelingen"
BUDGETS = {"5 leaves": 2.0, "all leaves": 4.0}  # CPU per request, in times the echo
SERVICE = ["verlof_api:create_app()"]
ECHO = ["echo:app"]
MEMORY_BUDGET = 80.0  # MiB per worker

WRK_SCRIPT = """
wrk.method = "POST"
wrk.body = assert(io.open(os.getenv("BENCH_BODY"), "rb")):read("*a")
wrk.headers["Content-Type"] = "application/json"
function done(summary, latency, requests)
  local bad = summary.errors
  io.write(string.format('{"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, "bad": %d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    bad.status + bad.connect + bad.read + bad.write + bad.timeout))
end
"""


@dataclass(frozen=True)
class Round:
    cpu_ms: float
    per_second: float
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True)
class Server:
    name: str
    url: str
    master: int

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split()]

    def cpu_seconds(self) -> float:
        ticks = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])  # utime, stime
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory_mib(self) -> float:
        return max(memory_mib(pid) for pid in self.workers())

    def post(self, body: bytes) -> bytes:
        request = urllib.request.Request(self.url, data=body, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            content: bytes = answer.read()
        return content


def memory_mib(pid: int) -> float:
    """What the process holds in memory, shared pages included."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(pid)


def _on_core(which: int) -> list[str]:
    return ["taskset", "--cpu-list", str(sorted(os.sched_getaffinity(0))[which])]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serve(name: str, app: list[str], body: bytes) -> Iterator[Server]:
    """Run one app under gunicorn until the block ends; the block starts when it has answered once."""
    port = _free_port()
    config = ["--config", "python:verlof_api.gunicorn_conf", "--pythonpath", str(HERE)]
    command = [*_on_core(0), sys.executable, "-m", "gunicorn", *config, *app]
    environment = os.environ | {"PORT": str(port), "VERLOF_HOST": "127.0.0.1", "WEB_CONCURRENCY": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        server = Server(name, f"http://127.0.0.1:{port}{PATH}", process.pid)
        try:
            _wait_for_answer(server, process, body)
            yield server
        finally:
            process.terminate()


def _wait_for_answer(server: Server, process: subprocess.Popen[bytes], body: bytes) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            server.post(body)
        except urllib.error.HTTPError as error:
            sys.exit(f"{server.name} answers {error.code}: {error.read().decode()}")
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{server.name} did not start")
            time.sleep(0.05)
        else:
            return


def load(server: Server, script: Path, body: Path, seconds: int, connections: int) -> Round:
    """One round of wrk against one server."""
    command = [*_on_core(-1), "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script), server.url]
    before = server.cpu_seconds()
    result = subprocess.run(
        command, env=os.environ | {"BENCH_BODY": str(body)}, capture_output=True, text=True, check=True
    )
    cpu = server.cpu_seconds() - before
    seen = json.loads(result.stdout.splitlines()[-1])
    if seen["bad"]:
        sys.exit(f"{server.name}: {seen['bad']} of {seen['requests']} requests failed")
    return Round(
        cpu_ms=cpu / seen["requests"] * 1e3,
        per_second=seen["requests"] / seen["microseconds"] * 1e6,
        p50_ms=seen["p50"] / 1e3,
        p99_ms=seen["p99"] / 1e3,
    )


def middle(rounds: list[Round], figure: str) -> float:
    return float(median(getattr(each, figure) for each in rounds))


def verdict(within: bool) -> str:
    return "met" if within else "MISSED"


def report(case: str, echo: list[Round], service: list[Round], memory: dict[str, float]) -> None:
    """Print one case: the echo, the service, and how they compare."""
    for name, rounds in (("echo", echo), ("service", service)):
        print(
            f"{case:<12}{name:<10}{middle(rounds, 'cpu_ms'):>10.3f}{middle(rounds, 'per_second'):>12.0f}"
            f"{middle(rounds, 'p50_ms'):>10.1f}{middle(rounds, 'p99_ms'):>10.1f}{memory[name]:>12.1f}"
        )
    each = sorted(ours.cpu_ms / theirs.cpu_ms for ours, theirs in zip(service, echo, strict=True))
    ratio = median(each)
    ratios = [middle(service, name) / middle(echo, name) for name in ("per_second", "p50_ms", "p99_ms")]
    print(
        f"{'':<12}{'ratio':<10}{ratio:>10.2f}{ratios[0]:>12.2f}{ratios[1]:>10.2f}{ratios[2]:>10.2f}"
        f"{memory['service'] / memory['echo']:>12.2f}"
        f"   CPU budget {BUDGETS[case]:.0f} x: {verdict(ratio <= BUDGETS[case])}"
        f" (rounds {each[0]:.2f} to {each[-1]:.2f})"
    )


def bodies() -> dict[str, bytes]:
    """The same person twice: the five leaves around a birth, and everything the service knows."""
    situation = json.loads((HERE / "situation.json").read_text(encoding="utf-8"))
    everything = {key: value for key, value in situation.items() if key != "verlofsoorten"}
    return {"5 leaves": json.dumps(situation).encode(), "all leaves": json.dumps(everything).encode()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=4, choices=range(1, 61), metavar="1-60", help="per round")
    arguments.add_argument("--rounds", type=int, default=3, choices=range(1, 21), metavar="1-20")
    arguments.add_argument("--connections", type=int, default=16, choices=range(1, 257), metavar="1-256")
    chosen = arguments.parse_args()
    asked = bodies()
    rounds: dict[tuple[str, str], list[Round]] = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "post.lua").write_text(WRK_SCRIPT, encoding="utf-8")
        first = next(iter(asked.values()))
        servers = [
            stack.enter_context(serve("echo", ECHO, first)),
            stack.enter_context(serve("service", SERVICE, first)),
        ]
        for number in range(chosen.rounds + 1):
            for case, body in asked.items():
                file = folder / f"{case}.json"
                file.write_bytes(body)
                for server in servers:
                    seconds = chosen.seconds if number else 1  # the first time is a warm-up
                    result = load(server, folder / "post.lua", file, seconds, chosen.connections)
                    if number:
                        rounds.setdefault((case, server.name), []).append(result)
        memory = {server.name: server.memory_mib() for server in servers}
        sizes = {case: len(servers[1].post(body)) for case, body in asked.items()}

    print(f"{chosen.rounds} rounds of {chosen.seconds} s each, {chosen.connections} connections; medians\n")
    print(f"{'':<22}{'CPU ms/req':>10}{'requests/s':>12}{'p50 ms':>10}{'p99 ms':>10}{'MiB/worker':>12}")
    for case in asked:
        report(case, rounds[case, "echo"], rounds[case, "service"], memory)
    print(f"\nmemory budget {MEMORY_BUDGET:.0f} MiB per worker: {verdict(memory['service'] <= MEMORY_BUDGET)}")
    print("answer sizes: " + ", ".join(f"{case} {size / 1024:.1f} KiB" for case, size in sizes.items()))


if __name__ == "__main__":
    main()
