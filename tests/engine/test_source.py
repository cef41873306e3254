"""Only the safe part of durable_rules is used: in the source, in what is compiled and in what is asserted."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import orjson
import pytest

import verlof_api
from tests.engine.conftest import Sample
from tests.support.random_rules import random_rules
from verlof_api.assessment import Beoordelaar
from verlof_api.engine import Engine, driver

ROOT = Path(__file__).parents[2]
SOURCES = sorted(Path(verlof_api.__file__).parent.rglob("*.py"))
SAFE_OPERATORS = {"$neq", "$lt", "$lte", "$gt", "$gte"}


def nodes_of(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(), str(path)))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_the_stock_interface_of_durable_rules_is_never_imported() -> None:
    found = [(path.name, name) for path in SOURCES for node in nodes_of(path) for name in imported(node)]
    assert [each for each in found if each[1].split(".")[0] == "durable"] == []


def test_only_the_driver_imports_durable_rules() -> None:
    users = {path.name for path in SOURCES for node in nodes_of(path) if "durable_rules_engine" in imported(node)}
    assert users == {"driver.py"}


def test_no_host_is_made() -> None:
    called = [node.func for path in SOURCES for node in nodes_of(path) if isinstance(node, ast.Call)]
    names = {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in called}
    assert "Host" not in names


@pytest.mark.parametrize("word", ["$or", "$nex", "$ex", "none"])
def test_no_unsafe_operator_is_written_in_the_engine(word: str) -> None:
    engine = [path for path in SOURCES if path.parent.name == "engine"]
    constants = {node.value for path in engine for node in nodes_of(path) if isinstance(node, ast.Constant)}
    assert word not in constants


def assert_safe(engine: Engine) -> None:
    """Every rule is one flat conjunction of comparisons with integers, its anchor first."""
    for document in engine.documents:
        for name, rule in document.items():
            assert rule.keys() == {"all", "pri"}, name
            (match,) = rule["all"]
            ((variable, expression),) = match.items()
            assert (variable, expression.keys()) == ("m", {"$and"}), name
            anchor, *literals = expression["$and"]
            assert {each.rstrip("0123456789") for each in anchor} <= {"judge", "decide"}, name
            assert all(safe_literal(each) for each in (anchor, *literals)), (name, literals)


def safe_literal(literal: dict[str, Any]) -> bool:
    ((operator, compared),) = literal.items()
    if isinstance(compared, dict):
        ((name, value),) = compared.items()
        return operator in SAFE_OPERATORS and not name.startswith("$") and type(value) is int
    return not operator.startswith("$") and type(compared) is int


def test_what_is_compiled_from_random_rules_is_safe() -> None:
    rng = Random(3)
    assert_safe(Engine([random_rules(rng, f"wazo.boom{number}@2020-01-01") for number in range(60)]))


def test_what_is_compiled_from_the_real_rules_is_safe(real_beoordelaar: Beoordelaar) -> None:
    assert_safe(real_beoordelaar.engine)


def test_only_integers_under_fixed_names_are_asserted(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    asserted: list[dict[str, Any]] = []
    real = driver.durable.assert_fact

    def spy(handle: int, message: str) -> Any:
        asserted.append(orjson.loads(message))
        return real(handle, message)

    monkeypatch.setattr(driver.durable, "assert_fact", spy)
    for facts, _ in sample.cases[:50]:
        sample.answer(facts)
    values = [(name, value) for fact in asserted for name, value in fact.items() if name not in ("id", "sid")]
    assert {type(value) for _, value in values} == {int}
    names = {name.rstrip("0123456789") for name, _ in values}
    assert names == {"a", "c", "judge", "decide", "blocked", "waits", "unknown", "open", "choice", "closing"}


def test_durable_rules_imports_on_this_python() -> None:
    script = (
        'import durable_rules_engine as d; print(d.create_ruleset(\'smoke\', \'{"r":{"all":[{"m":{"a":1}}]}}\') > 0)'
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("True", "")


def test_whoever_meets_an_engine_that_does_not_import_reads_the_command_that_mends_it() -> None:
    script = "import sys; sys.modules['durable_rules_engine'] = None; import verlof_api.engine"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    told = done.stderr.splitlines()[-1]
    pinned = re.search(r"^durable-rules(==\S+)", (ROOT / "requirements/run.txt").read_text("utf-8"), re.M)
    assert f"CPPFLAGS={flag_of_make()} {sys.executable} -m pip install " in told
    assert pinned
    assert told.endswith(f" --no-cache-dir durable_rules{pinned[1]}")


@pytest.mark.parametrize("name", ["Dockerfile", "README.md", "docs/engine.md"])
def test_the_engine_is_compiled_with_one_flag_everywhere(name: str) -> None:
    assert re.findall(r"CPPFLAGS=(\S+)", (ROOT / name).read_text("utf-8")) == [flag_of_make()]


def flag_of_make() -> str:
    found = re.search(r"^export CPPFLAGS := (\S+)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert found
    return found[1]
