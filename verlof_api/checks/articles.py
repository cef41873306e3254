"""Does every article, paragraph and letter that a source names exist? Held to the structure of the laws, as data.

A rules folder without `wetten-artikelen.yaml` is held to nothing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase
from typing import NotRequired, TypedDict

from verlof_api.checks.walk import scalars
from verlof_api.law.bronnen import Bron, Wetboek
from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Passage

FILE = "wetten-artikelen.yaml"
_WETTEN = "wetten.yaml"


@dataclass(frozen=True)
class Artikel:
    """How an article is built in one text: how many paragraphs it has (None: none), and the last letter of its list, by
    paragraph ("" where it has none)."""

    leden: int | None
    letters: Mapping[str, str]


@dataclass(frozen=True)
class Wetstructuur:
    """What is known of the articles of a law: each as it is built now and as it was built before. `deel`: the first and
    the last article of the part that is known; None when that is the whole law."""

    wet: str
    artikelen: Mapping[str, tuple[Artikel, ...]]
    deel: tuple[str, str] | None

    def covers(self, artikel: str) -> bool:
        """Is this article one of the part that is known, if it exists?"""
        if self.deel is None:
            return True
        first, last = map(_sortable, self.deel)
        return first <= _sortable(artikel) <= last

    def problem(self, bron: Bron) -> str | None:
        """What does not exist of this source, of which the article does, with what was probably meant; None when all of
        it exists."""
        built = self.artikelen[bron.artikel or ""]
        if bron.lid is not None:
            built = tuple(each for each in built if each.leden is not None and _number(bron.lid) <= each.leden)
            if not built:
                return self._no_paragraph(bron)
        last = max((each.letters.get(bron.lid or "", "") for each in built), default="")
        if bron.onder is None or bron.onder <= last:
            return None
        whole = str(Bron(bron.wet, bron.artikel, bron.lid))
        if last == "":
            return f"{whole} heeft geen onderdelen; bedoel je {whole}?"
        return f"{whole} heeft onderdelen tot en met {last}; onder {bron.onder} bestaat niet"

    def no_article(self, artikel: str) -> str:
        """That an article does not exist, and what to do."""
        meant = self._meant(artikel)
        return f"artikel {artikel} staat niet in {FILE}: is het nieuw, zet het dan daar onder {self.wet}{meant}"

    def _no_paragraph(self, bron: Bron) -> str:
        most = max((each.leden or 0 for each in self.artikelen[bron.artikel or ""]), default=0)
        whole = f"{bron.wet} {bron.artikel}"
        if most == 0:
            return f"{whole} heeft geen leden; bedoel je {whole}?"
        return f"{whole} heeft {most} leden; lid {bron.lid} bestaat niet"

    def _meant(self, artikel: str) -> str:
        """The article that is one slip of the finger away, of several the one that stands nearest in the law."""
        from rapidfuzz.distance import OSA  # with the first slip: it takes megabytes

        near = [known for known in self.artikelen if OSA.distance(artikel, known) == 1]
        if not near:
            return ""
        meant = min(near, key=lambda known: _apart(artikel, known))
        return f"; bedoel je {self.wet} {meant}?"


class _Article(TypedDict):
    leden: NotRequired[int]
    onder: NotRequired[str | dict[str, str]]


class _Law(TypedDict):
    """The structure of a law as its file has it."""

    artikelen: dict[str, _Article]
    vroeger: NotRequired[dict[str, _Article]]
    deel: NotRequired[dict[str, str]]


def articles(folder: Folder, wetboek: Wetboek) -> Iterator[RuleError]:
    """Every source whose paragraph or letter does not exist, at its place; an article that does not exist once, at the
    first source that names it."""
    known = structures(folder)
    unknown: dict[tuple[str, str], list[Passage]] = {}
    for citation, bron in _cited(folder, wetboek):
        structure = known.get(bron.wet)
        if structure is None or bron.artikel is None or not structure.covers(bron.artikel):
            continue
        if bron.artikel not in structure.artikelen:
            unknown.setdefault((bron.wet, bron.artikel), []).append(citation)
            continue
        problem = structure.problem(bron)
        if problem is not None:
            yield citation.error(f"`{citation}`: {problem}")
    for (wet, artikel), citations in unknown.items():
        first = min(citations, key=lambda citation: (citation.file, citation.line))
        more = f" (en {len(citations) - 1} keer meer)" if len(citations) > 1 else ""
        yield first.error(f"`{first}`{more}: {known[wet].no_article(artikel)}")


def unknown_laws(folder: Folder, wetboek: Wetboek) -> Iterator[RuleError]:
    """One word about the laws that are cited while their structure is not known, so that nobody thinks they were
    checked."""
    if FILE not in folder.documents:
        return
    known = structures(folder)
    cited = {bron.wet for _, bron in _cited(folder, wetboek) if bron.artikel is not None}
    missing = sorted(cited - known.keys())
    parts = sorted((each.wet, *each.deel) for each in known.values() if each.deel)
    if missing or parts:
        laws = ", ".join([*missing, *(f"{wet} buiten {first} tot en met {last}" for wet, first, last in parts)])
        yield folder[FILE].error((), f"niet gecontroleerd, want hun opbouw staat hier niet: {laws}")


def structures(folder: Folder) -> Mapping[str, Wetstructuur]:
    """The structure of each law of which it is known."""
    document = folder.documents.get(FILE)
    laws: Mapping[str, _Law] = document.data if document else {}
    return {wet: _structure(wet, data) for wet, data in laws.items()}


def _structure(wet: str, data: _Law) -> Wetstructuur:
    pairs = [*data["artikelen"].items(), *data.get("vroeger", {}).items()]
    pairs.sort(key=lambda pair: _sortable(pair[0]))
    built = {
        artikel: tuple(_artikel(each) for _, each in same)
        for artikel, same in groupby(pairs, key=lambda pair: str(pair[0]))
    }
    deel = data.get("deel")
    return Wetstructuur(wet, built, (str(deel["van"]), str(deel["tot"])) if deel else None)


def _artikel(data: _Article) -> Artikel:
    letters = data.get("onder", {})
    return Artikel(data.get("leden"), {"": letters} if isinstance(letters, str) else letters)


def _cited(folder: Folder, wetboek: Wetboek) -> Iterator[tuple[Passage, Bron]]:
    """Every citation in a rule file, as it is written and as it is read; what is no citation is told of elsewhere."""
    for document in folder.documents.values():
        for path, passage in scalars(document):
            if _is_source(path):
                try:
                    yield passage, wetboek.resolve(passage, None)
                except ValueError:
                    continue


def _is_source(path: Collection[str]) -> bool:
    """Does a `bron` stand here, or one of a list of them?"""
    keys = [key for key in path if not key.isdigit()]
    return bool(keys) and keys[-1] == "bron"


def _sortable(artikel: str) -> list[tuple[int, str]]:
    """An article as its numbers and letters, so that a tenth comes after a second."""
    return [(_number(part), part.lstrip("0123456789")) for part in artikel.split(":")]


def _apart(one: str, other: str) -> list[int]:
    """How far two articles stand apart: in books or chapters first, then in articles."""
    return [abs(a - b) for (a, _), (b, _) in zip(_sortable(one), _sortable(other), strict=False)]


def _number(text: str) -> int:
    digits = text.rstrip(ascii_lowercase)
    return int(digits) if digits else 0
