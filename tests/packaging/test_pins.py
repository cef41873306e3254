"""What whoever installs or builds this gets is what was pinned, on every Python that it says to run on."""

import configparser
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PINS = sorted(path.name for path in (ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("name", PINS)
def test_nobody_installs_a_file_whose_hash_is_not_pinned(name):
    pinned = pins(name)
    assert pinned
    assert [
        pin for pin in pinned if not re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", pin)
    ] == []


@pytest.mark.parametrize("name", PINS)
def test_the_pins_hold_wherever_packages_come_from(name):
    assert [pin for pin in pins(name) if "://" in pin or "index-url" in pin or "find-links" in pin] == []


def test_what_is_tested_is_what_is_served():
    served, tested = set(pins("run.txt")), set(pins("test.txt"))
    assert served - tested == set()


def test_everything_that_names_the_pythons_names_the_same():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    named = re.findall(r"Python :: (3\.\d+)$", settings["metadata"]["classifiers"], re.M)
    oldest, newest = named[0], named[-1]
    major, minor = newest.split(".")
    assert settings["options"]["python_requires"] == f">={oldest},<{major}.{int(minor) + 1}"
    (python,) = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))["dependsOn"]["open"]
    assert (python["versionMin"], python["versionMax"]) == (oldest, newest)
    assert f"Python {oldest} to {newest}" in (ROOT / "README.md").read_text("utf-8")
    said = subprocess.run(
        [ROOT / "tools/system.sh", "python"], env={**os.environ, "PYTHON": "false"}, capture_output=True, text=True
    )
    assert (said.returncode, said.stderr) == (1, f"PYTHON=false is not Python {', '.join(named[:-1])} or {newest}.\n")


@pytest.mark.parametrize("base", ["", "python:3.13-slim-trixie", "python:3.13-slim-trixie@sha256:abc"])
def test_a_release_is_refused_on_a_base_without_a_digest(base):
    said = subprocess.run(
        [ROOT / "tools/image.sh", "build"],
        env={**os.environ, "PYTHON_IMAGE": base},
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1
    assert "make image PYTHON_IMAGE=python:3.13-slim-trixie@sha256:..." in said.stderr


def pins(name):
    """The requirements in a file, each on one line, without comments."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "requirements" / name).read_text("utf-8"), flags=re.M)
    return text.replace("\\\n", " ").splitlines()
