"""What a word of the rules means: a message of `verlof check`, a verdict, a warning, a key, a kind of file, a fact.

Almost everything is explained where it is defined: in the schemas of the rule files, in the contract of the API, in the
words of the rules. Only what messages mean stands in a file here, because nowhere else does.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Final

import yaml

from verlof_api.drafting.messages import code_of, kinds
from verlof_api.law.folder import kind_of
from verlof_api.law.strict_yaml import Tree, parse
from verlof_api.law.suggest import Vocabulary
from verlof_api.law.talen import TAAL_VAN_DE_WET

_MESSAGE: Final = "melding van `verlof check`"
_CODE: Final = re.compile(r"\[([a-z-]+)\]$")  # as `verlof check` prints it after a message
_LISTED: Final = re.compile(r"^- `(?P<name>[a-z][a-z-]*)`: (?P<meaning>.+)$", re.MULTILINE)
# Where a kind of file can stand, so that its name alone says which kind it is.
_PLACES: Final = ("", "wet/", "wet/verlof/")


@dataclass(frozen=True)
class Explanation:
    """`what`: which kind of word this is and where it stands. `text`: what it means, in Dutch."""

    word: str
    what: str
    text: str


class Explainer:
    """Explains words with the rules in one folder, which need not load."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def explain(self, asked: str) -> list[Explanation]:
        """Every meaning of `asked`, a word or a message as `verlof check` printed it; none when it is not known."""
        words = [*(each for each in self._words if each.word == asked), *self._files(asked)]
        return _said_once(words or _messages(asked))

    def nearest(self, asked: str) -> str | None:
        """The word that was probably meant."""
        return Vocabulary(each.word for each in self._words).nearest(asked)

    @cached_property
    def _words(self) -> list[Explanation]:
        found = [*self._contract(), *self._warnings(), *self._facts(), *self._leaves(), *self._keys()]
        return list(dict.fromkeys(found))

    def _contract(self) -> Iterator[Explanation]:
        """The verdicts and other words of an answer that the contract of the API lists with their meaning."""
        text = files("verlof_api").joinpath("openapi.yaml").read_text("utf-8")
        for name, schema in yaml.load(text, yaml.CSafeLoader)["components"]["schemas"].items():
            for listed in _LISTED.finditer(schema.get("description", "")):
                yield Explanation(listed["name"], f"{name.lower()} in het antwoord", _sentence(listed["meaning"]))

    def _warnings(self) -> Iterator[Explanation]:
        """Warnings, as the answer says them: in the words that leaves share, or else in those of each leave."""
        shared = self._read(self._root / f"gedeeld.{TAAL_VAN_DE_WET}.yaml").get("waarschuwingen", {})
        for code, words in shared.items():
            yield Explanation(code, "waarschuwing", str(words))
        for file in sorted(self._root.glob(f"*/**/*.{TAAL_VAN_DE_WET}.yaml")):
            for code, words in self._read(file).get("waarschuwingen", {}).items():
                if code not in shared:
                    yield Explanation(code, f"waarschuwing ({self._name(file)})", str(words))

    def _facts(self) -> Iterator[Explanation]:
        facts = self._read(self._root / "feiten.yaml")
        for id, words in self._read(self._root / f"feiten.{TAAL_VAN_DE_WET}.yaml").items():
            options = facts.get(id, {}).get("opties")
            chosen = f" Opties: {', '.join(options)}." if options else ""
            kind = facts.get(id, {}).get("type", "")
            yield Explanation(id, f"feit ({kind})", f"{words['vraag']} {words['hulp']}{chosen}")

    def _leaves(self) -> Iterator[Explanation]:
        for file in sorted(self._root.glob(f"*/*/tekst.{TAAL_VAN_DE_WET}.yaml")):
            words, id = self._read(file), ".".join(file.relative_to(self._root).parts[:2])
            yield Explanation(id, f"verlof ({self._name(file.parent)})", f"{words.get('naam')}: {words.get('kort')}")

    def _keys(self) -> Iterator[Explanation]:
        """The keys of every kind of rule file, as its schema describes them."""
        for file in sorted((self._root / "schema").glob("*.json")):
            schema = json.loads(file.read_text("utf-8"))
            for path, key, described in _properties(schema, schema, ()):
                where = " > ".join((f"{file.stem}.yaml", *path))
                yield Explanation(key, f"sleutel ({where})", described)

    def _files(self, asked: str) -> Iterator[Explanation]:
        """A kind of file, by the name of such a file or by its own."""
        kinds = {kind_of(f"{place}{asked}") for place in _PLACES} | {asked}
        if (self._root / "bedragen" / asked).is_file():
            kinds.add("bedragen")
        for kind in sorted(kind for kind in kinds if kind is not None):
            schema = self._root / "schema" / f"{kind}.json"
            if schema.is_file():
                read = json.loads(schema.read_text("utf-8"))
                yield Explanation(asked, f"bestand ({read['title']})", read["description"])

    def _read(self, path: Path) -> Tree:
        """The data of a rule file; nothing when it is not there, or holds no mapping."""
        data = parse(path.read_text("utf-8"), path.name).data if path.is_file() else None
        return data if isinstance(data, dict) else {}

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _messages(asked: str) -> Iterator[Explanation]:
    """The kinds of message that `asked` is: by its code, or the one that it is whole, or those it is a piece of."""
    code = _CODE.search(asked)
    of_code = {each.code for each in kinds()} & {asked, code[1] if code else ""}
    whole = code_of(asked)
    for kind in kinds():
        if kind.code in of_code:
            yield Explanation(kind.code, _MESSAGE, _sentence(kind.meaning))
        elif not of_code:
            found = [each for each in kind.patterns if kind.code == whole or each.has(asked)]
            yield from (Explanation(str(each), f"{_MESSAGE} [{kind.code}]", _sentence(kind.meaning)) for each in found)


def _properties(whole: Tree, schema: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every key that a schema describes, with the keys above it. What `$defs` names is described where it is used."""
    if isinstance(schema, list):
        for each in schema:
            yield from _properties(whole, each, path)
    if not isinstance(schema, Mapping):
        return
    for key, described in schema.get("properties", {}).items():
        meant = _resolved(whole, described)
        if isinstance(meant, Mapping) and "description" in meant and not _any_text(described, meant):
            yield path, key, _sentence(meant["description"])
        yield from _properties(whole, meant, (*path, key))
    for part in ("items", "oneOf", "anyOf", "then", "else", "additionalProperties"):
        yield from _properties(whole, _resolved(whole, schema.get(part)), path)
    for described in schema.get("patternProperties", {}).values():
        yield from _properties(whole, _resolved(whole, described), path)


def _resolved(whole: Tree, schema: object) -> object:
    """A schema with what its `$ref` names; its own words go first."""
    if not isinstance(schema, Mapping) or "$ref" not in schema:
        return schema
    return {**whole["$defs"][schema["$ref"].rpartition("/")[2]], **schema}


def _any_text(described: Tree, meant: Mapping[str, object]) -> bool:
    """Whether what is said of a key is only that it is some text."""
    return "description" not in described and meant.get("pattern") == r"\S"


def _said_once(explanations: Iterable[Explanation]) -> list[Explanation]:
    """One explanation where the same is said of a word in more places."""
    places: dict[tuple[str, str], list[str]] = {}
    for each in explanations:
        places.setdefault((each.word, each.text), []).append(each.what)
    return [Explanation(word, "; ".join(what), text) for (word, text), what in places.items()]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
