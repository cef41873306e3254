"""A copy of the program with a language `xx` that nobody wrote code for: English with a mark before every text."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import yaml

from verlof_api.law.strict_yaml import parse

PROGRAM: Final = Path(__file__).resolve().parents[2]
TAAL: Final = "xx"
MARK: Final = "¤"
# What is not read by people: what they type, how a language is written, and the words of the search.
_UNMARKED: Final = frozenset({"zoekwoorden", "getypt"})
_UNMARKED_FILES: Final = ("taal.yaml", "synoniemen.en.yaml")
_IN_ALL_LANGUAGES: Final = ("hiaten.yaml", "tegenspraak.yaml")


def copy_with_third_language(root: Path) -> Path:
    """Write the copy into folder `root`: its code as it is, its rules and words with `xx` beside the others."""
    copytree(PROGRAM / "verlof_api", root / "verlof_api", symlinks=True)
    for name in ("widget", "openapi.yaml"):
        (root / name).symlink_to(PROGRAM / name)
    rules = copytree(PROGRAM / "rules", root / "rules")
    for file in sorted(rules.rglob("*.en.yaml")):
        _translate(file, file.with_name(file.name.replace(".en.", f".{TAAL}.")))
    for name in _IN_ALL_LANGUAGES:
        _write(rules / name, [_with_third_language(each) for each in _read(rules / name)])
    words = copytree(PROGRAM / "words", root / "words")
    (words / TAAL).mkdir()
    for file in sorted((words / "en").iterdir()):
        _translate(file, words / TAAL / file.name)
    return root


def texts_in(data: Any) -> Iterator[str]:
    """Every text in a piece of JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from texts_in(each)


def _translate(file: Path, to: Path) -> None:
    data = _read(file)
    _write(to, data if file.name in _UNMARKED_FILES else _marked(data))


def _marked(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: each if key in _UNMARKED else _marked(each) for key, each in data.items()}
    if isinstance(data, list):
        return [_marked(each) for each in data]
    if not isinstance(data, str) or not data:
        return data
    # an open place in a letter keeps its brackets
    return f"[{MARK}{data[1:]}" if data.startswith("[") else f"{MARK}{data}"


def _with_third_language(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "tekst": {**entry["tekst"], TAAL: _marked(entry["tekst"]["en"])}}


def _read(file: Path) -> Any:
    return parse(file.read_text(), file.name).data


def _write(file: Path, data: Any) -> None:
    file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))
