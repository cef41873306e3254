"""The parts of one text of a leave: what stands in each, the values that it builds on, and its sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verlof_api.assessment.answer import Bronnen
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.wire import sources
from verlof_api.language import nodes
from verlof_api.language.nodes import Node
from verlof_api.law.bronnen import Bron
from verlof_api.law.model import Betaling
from verlof_api.law.strict_yaml import Passage

VOORWAARDE, UITKOMST, OMVANG, PERIODE = "voorwaarde", "uitkomst", "omvang", "periode"
BETALING, TERMIJN, WERKGEVER, AFWIJKEN = "betaling", "termijn", "werkgever", "afwijken"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text: what is written in each of its fields, by name, the names of the values that it builds on,
    and its sources.

    `cited`: the sources as they are cited, without the day on which they were read.
    """

    fields: Mapping[str, str]
    names: tuple[str, ...]
    bronnen: Bronnen
    cited: tuple[str, ...]

    @property
    def reads(self) -> str:
        return "; ".join(self.fields.values())


@dataclass(frozen=True, slots=True)
class ComparedText:
    """The parts of one version by kind and id, its payments by who pays for what, and how its named values and
    assumptions are written."""

    parts: Mapping[tuple[str, str], Part]
    payments: Mapping[str, Sequence[Part]]
    values: Mapping[str, str]


def read(plan: Plan) -> ComparedText:
    """The parts of a version as they read. What several parts build on is kept once."""
    return _Reader(plan).text()


class _Reader:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._parts: dict[tuple[str, str], Part] = {}
        self._payments: dict[str, list[Part]] = {}
        self._values: dict[str, str] = {}
        self._groups: dict[tuple[str, ...], tuple[str, ...]] = {}

    def text(self) -> ComparedText:
        versie = self._plan.versie
        for condition in versie.voorwaarden:
            fields = {"als": condition.als, "open-norm": condition.open_norm}
            self._parts[VOORWAARDE, condition.id] = self._part(condition.bronnen, fields)
        for uitkomst in versie.uitkomst:
            self._parts[UITKOMST, uitkomst.oordeel] = self._part(uitkomst.bronnen, {"als": uitkomst.als})
        if versie.omvang:
            for maat, text in versie.omvang.maten.items():
                self._parts[OMVANG, maat] = self._part(versie.omvang.bronnen, {"som": text})
        if versie.periode:
            window = {"van": versie.periode.van, "tot": versie.periode.tot}
            self._parts[PERIODE, PERIODE] = self._part(versie.periode.bronnen, window)
        for betaling in versie.betaling:
            paid = self._payments.setdefault(f"{betaling.door}-{betaling.grondslag}", [])
            paid.append(self._part(betaling.bronnen, _paid(betaling)))
        for termijn in versie.termijnen:
            due = {"als": termijn.als, "uiterlijk": termijn.uiterlijk, "vorm": termijn.vorm, "aan": termijn.aan}
            self._parts[TERMIJN, termijn.id] = self._part(termijn.bronnen, due)
        if versie.werkgever:
            may: dict[str, str | None] = {
                "mag-weigeren": versie.werkgever.mag_weigeren,
                "mag-wijzigen": versie.werkgever.mag_wijzigen,
                "grond": versie.werkgever.grond,
                "antwoord-uiterlijk": versie.werkgever.antwoord_uiterlijk,
            }
            self._parts[WERKGEVER, WERKGEVER] = self._part(versie.werkgever.bronnen, may)
        for each in versie.afwijken:
            id = AFWIJKEN if each.als is None else each.id
            self._parts[AFWIJKEN, id] = self._part(each.bronnen, {"als": each.als, "mag": each.mag})
        return ComparedText(self._parts, self._payments, self._values)

    def _part(self, bronnen: tuple[Bron, ...], fields: Mapping[str, Passage | str | None]) -> Part:
        written = {name: text for name, text in fields.items() if text is not None}
        texts = (text for text in written.values() if isinstance(text, Passage))
        below = dict(pair for text in texts for pair in self._named_values(text))
        self._values.update(below)
        names = tuple(sorted(below))
        kept = {name: str(text) for name, text in written.items()}
        return Part(kept, self._groups.setdefault(names, names), sources(bronnen), tuple(map(str, bronnen)))

    def _named_values(self, text: Passage) -> Iterator[tuple[str, str]]:
        """The named values and assumptions that an expression of this version builds on, with their text."""
        tree = self._plan.program.trees.get(text)
        if tree is not None:
            yield from self._below(tree, set())

    def _below(self, tree: Node, seen: set[str]) -> Iterator[tuple[str, str]]:
        for node in tree.walk():
            if isinstance(node, nodes.Named | nodes.Assumed) and node.name not in seen:
                seen.add(node.name)
                written = self._plan.program.written(node.name)
                if written is not None:
                    yield node.name, written


def _paid(betaling: Betaling) -> dict[str, Passage | str | None]:
    over = betaling.over
    return {
        "als": betaling.als,
        "percentage": betaling.percentage,
        "factor": betaling.factor,
        "grondslag": betaling.grondslag,
        "door": betaling.door,
        "maximum": betaling.maximum,
        "minimum": betaling.minimum,
        "tabel": betaling.tabel,
        "per": betaling.per,
        "over-van": over.van if over else None,
        "over-tot": over.tot if over else None,
    }
