"""Names in the code keep to docs/woordenlijst.md: Dutch where the law and the wire have them, English elsewhere.

A word is taken for Dutch when the Dutch texts (rules, documents) use it and the English ones do not; so is a compound
or an inflection of such words, and what is spelt as English is not. That finds most, not all: whoever reads a change
looks at its names.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "verlof_api"
GLOSSARY = ROOT / "docs" / "woordenlijst.md"
WIRE, MACHINERY = "Words of the law and the wire", "Machinery"

DUTCH_DOCUMENTS = ("beheer", "inbedden", "regels-schrijven", "regels-weigering", "toegankelijkheid")
ENGLISH_DOCUMENTS = (
    "README.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/engine.md",
    "docs/server.md",
    "docs/regelen.md",
    "bench/README.md",
)
_ENDINGS = frozenset({"e", "en", "er", "ers"})
_SPELLING = re.compile("aa|ij|uu|oek|euw|heid$|eren$|^ont[^o]")  # as English is not spelt
_SHORTEST = (4, 5)  # letters of the first and the last word of a compound; shorter ones are found in English words too

_CODE_OR_LINK = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?:\S+", re.DOTALL)
_ASIDE = re.compile(r"\([^)]*\)|\{[^}]*\}")  # in English texts the Dutch term stands in brackets, a value in braces
_PART_OF_A_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@dataclass(frozen=True)
class Named:
    """A class or function of the package, and where it stands."""

    name: str
    where: str
    bases: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        return words_of_name(self.name)


def words_of_name(name: str) -> list[str]:
    """The words of a name in CamelCase, snake_case or kebab-case.

    >>> words_of_name("load_VolgendeVraag")
    ['load', 'volgende', 'vraag']
    """
    return [part.lower() for part in _PART_OF_A_NAME.findall(name)]


# --- the glossary ------------------------------------------------------------------------------


def section(title: str) -> str:
    return GLOSSARY.read_text("utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def terms() -> set[str]:
    """What the tables about the law and the wire have in their first column, and what both languages have."""
    rows = [line.split("|")[1] for line in section(WIRE).splitlines() if line.startswith("|")]
    return code_in(" ".join(rows)) | code_in(section(MACHINERY))


def code_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


# --- which words are Dutch ---------------------------------------------------------------------


def corpus(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def prose(path: Path) -> str:
    return _CODE_OR_LINK.sub(" ", path.read_text("utf-8"))


def strings_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from strings_in(each)


def keys_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from map(str, data)
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from keys_in(each)


def texts_in(taal: str) -> Iterator[str]:
    for path in sorted((ROOT / "rules").rglob(f"*.{taal}.yaml")):
        for text in strings_in(read_yaml(path)):
            yield _ASIDE.sub(" ", text) if taal == "en" else text


def keys_of_rules() -> Iterator[str]:
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        if path.suffixes[-2:] not in ([".nl", ".yaml"], [".en", ".yaml"]):
            for key in keys_in(read_yaml(path)):
                yield " ".join(words_of_name(key))


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def dutch() -> set[str]:
    """Words that are Dutch and not English as well."""
    english = corpus([*texts_in("en"), *(prose(ROOT / name) for name in ENGLISH_DOCUMENTS)])
    documents = [prose(ROOT / "docs" / f"{name}.md") for name in DUTCH_DOCUMENTS]
    names = [" ".join(words_of_name(name)) for name in terms()]
    return corpus([*texts_in("nl"), *keys_of_rules(), *documents, *names]) - english


def is_dutch(word: str, dutch: set[str]) -> bool:
    if word in dutch or _SPELLING.search(word):
        return True
    first, last = _SHORTEST
    parts = [(word[:at], word[at:]) for at in range(first, len(word))]
    ends = [end for begin, end in parts if begin in dutch]
    return any(end in _ENDINGS or (len(end) >= last and end in dutch) for end in ends)


# --- the names of the package ------------------------------------------------------------------


def named() -> Iterator[Named]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                bases = [ast.unparse(base) for base in getattr(node, "bases", ())]
                yield Named(node.name, f"{path.relative_to(ROOT)}:{node.lineno}", tuple(bases))


EVERY = list(named())
CLASSES = [each for each in EVERY if each.name.lstrip("_")[:1].isupper()]


def exceptions() -> Iterator[Named]:
    found = {"Exception", "BaseException"}
    for _ in CLASSES:  # a class can stand before the one that it is made from
        more = {each.name for each in CLASSES if any(base in found or base.endswith("Error") for base in each.bases)}
        if more <= found:
            break
        found |= more
    return (each for each in CLASSES if each.name in found)


# --- what is held ------------------------------------------------------------------------------


def test_no_two_classes_have_the_same_name() -> None:
    often = Counter(each.name for each in CLASSES)
    twice = [each for each in CLASSES if often[each.name] > 1]
    assert not twice, "\n".join(f"{each.where}: {each.name} is the name of another class too" for each in twice)


def test_every_exception_ends_in_error() -> None:
    wrong = [each for each in exceptions() if not each.name.endswith(("Error", "Errors"))]
    assert not wrong, "\n".join(f"{each.where}: {each.name} is an exception" for each in wrong)


def test_a_dutch_word_in_a_name_stands_in_the_glossary(dutch: set[str]) -> None:
    known = {word for term in terms() for word in words_of_name(term)}
    unknown = [
        f"{each.where}: {each.name}: {word!r} is Dutch and not in docs/woordenlijst.md"
        for each in EVERY
        for word in each.words
        if word not in known and is_dutch(word, dutch)
    ]
    assert not unknown, "\n".join(unknown)


def test_the_glossary_has_every_field_of_the_contract() -> None:
    contract = read_yaml(ROOT / "openapi.yaml")["components"]["schemas"]
    facts = set(contract["Feiten"]["properties"])
    assert sorted(fields_in(contract) - facts - terms()) == []


def fields_in(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return {name for each in schema for name in fields_in(each)}
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties")
    own = set(properties) if isinstance(properties, dict) else set()
    return own | {name for each in schema.values() for name in fields_in(each)}


@pytest.mark.parametrize("word", ["gebeurtenis", "werkdagen", "lezer", "ontleding"])
def test_a_dutch_word_is_known_as_one(word: str, dutch: set[str]) -> None:
    assert is_dutch(word, dutch)


@pytest.mark.parametrize("word", ["leave", "ordered", "writers", "mistaken", "scenario", "parse"])
def test_an_english_word_is_not_taken_for_dutch(word: str, dutch: set[str]) -> None:
    assert not is_dutch(word, dutch)
