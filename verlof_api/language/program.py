"""The names of one version of a leave: what they mean, which facts they need, and what is still missing.

Building a program happens at start-up: names are resolved, types checked, cycles refused. Named values and assumptions
are worked out when they are first read in a situation, so only what was used is reported as assumed.
"""

from collections.abc import Iterator

from verlof_api.language import nodes
from verlof_api.language.compiled import CompiledCondition, CompiledExpression
from verlof_api.language.environment import ANKERDATUM, PEILDATUM, Find, Run, fact_of, key_of
from verlof_api.language.nodes import BOOL, DATUM, GETAL, PERIODEN, Name, Node, Soort, Type
from verlof_api.language.parser import MistakeError, ToldElsewhereError, expect, spoken
from verlof_api.language.sharing import Sharing
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Feit
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.law.suggest import meant

LEFT = "resterendeUren"

_TYPES = {
    "bool": BOOL,
    "int": GETAL,
    "number": GETAL,
    "hours-per-leave": GETAL,
    "weeks-per-leave": GETAL,
    "date": DATUM,
    "date-per-leave": DATUM,
    "periods": PERIODEN,
}


def type_of(feit: Feit) -> Type:
    return Type(Soort.KEUZE, feit.opties) if feit.type == "enum" else _TYPES[feit.type]


class Program:
    """The names of one version of one leave. Mistakes are collected in `errors`."""

    def __init__(
        self,
        rulebook: Rulebook,
        verlofsoort: Verlofsoort,
        versie: Versie,
        errors: list[RuleError],
        sharing: Sharing | None = None,
    ) -> None:
        self.rulebook, self.verlofsoort, self.versie, self.errors = rulebook, verlofsoort, versie, errors
        self.definitions: dict[str, Name] = {}
        self.trees: dict[str, Node] = {}
        self._sharing = sharing or Sharing(rulebook)
        self.compiler = self._sharing.compiler
        self._one = self._sharing.one
        self._asked: set[str] = set()
        self.facts_read: set[str] = set()
        self._busy: list[str] = []
        shared = reversed(verlofsoort.gedeeld)
        self._shared: dict[str, Passage] = {name: text for each in shared for name, text in each.afgeleid.items()}
        self._usually = {name: text for each in verlofsoort.gedeeld for name, text in each.gewoonlijk.items()}
        self._check_names()

    def expression(self, text: Passage, type: Type) -> Node:
        """The tree of `text`, which must give a `type`; a constant of that type when it is wrong (and an error)."""
        try:
            self.trees[text] = expect(self._sharing.read(text, self), type, text)
            return self.trees[text]
        except RulebookError as error:
            self.errors.extend(error.errors)
            return nodes.Const(type, 0)

    def compile(self, node: Node) -> Run:
        return self.compiler.compile(node)

    def compiled(self, text: Passage, type: Type) -> CompiledExpression:
        """The expression in `text`, which must give a `type` (see `expression`)."""
        return self.compiled_tree(self.expression(text, type))

    def compiled_tree(self, tree: Node) -> CompiledExpression:
        return CompiledExpression(tree, self.compile(tree), self.missing(tree))

    def condition(self, als: Passage, open_norm: Passage | None = None) -> CompiledCondition:
        """The condition that `als` is met, and of which people decide where `open_norm` is."""
        trees = [self.expression(text, BOOL) for text in (als, open_norm) if text is not None]
        return CompiledCondition(tuple(trees), self.missing(*trees), self.verlofsoort.anker, self.compiler)

    def written(self, name: str) -> str | None:
        """The text by which this version defines a value or assumes a fact; None for a default of the fact itself."""
        text = self._definition(name) or self.versie.aannames.get(fact_of(name))
        return None if text is None else str(text)

    def reads(self, *roots: Node) -> tuple[str, ...]:
        """The facts that these trees depend on, directly or through named values, in order of first use."""
        names = (fact_of(name) for root in roots for name in self.names_read(root))
        return tuple(dict.fromkeys(name for name in names if name in self.rulebook.feiten))

    def names_read(self, node: Node) -> tuple[str, ...]:
        """The names of facts and days that `node` depends on, directly or through named values, in reading order."""
        return self._sharing.names_read(node)

    def missing(self, *trees: Node) -> Find:
        """What finds the untold facts that can still make these trees known, in reading order; a per-leave fact is
        named as in an environment, with its leave.

        A wish is never missing: what the rule assumes for it may be.
        """
        return self._sharing.missing.of(*trees)

    @property
    def told_facts(self) -> frozenset[str]:
        """The facts, as an environment names them, that this version reads where they were told; not its wishes."""
        return frozenset(self._asked)

    # --- what names mean (parser.Names) ---------------------------------------------------------

    def name(self, name: str) -> Node:
        if name in (PEILDATUM, ANKERDATUM):
            return self._one(Name(DATUM, name))
        if name == LEFT:
            return self._left()
        text = self._definition(name)
        if text is not None:
            return self._defined(name, text)
        return self._fact(name, self.verlofsoort.id)

    def property_of(self, name: str, attribute: str) -> Node:
        properties = self.rulebook.eigenschappen
        fact = self.name(name)
        if properties is None or name != properties.feit or not isinstance(fact, Name):
            raise MistakeError(f"`{name}` heeft geen eigenschappen")
        if attribute not in properties.soorten:
            raise MistakeError(
                f"`{name}` heeft de eigenschap `{attribute}` niet; kies uit {', '.join(properties.soorten)}"
            )
        return self._one(nodes.Lookup(type_of(properties.soorten[attribute]), fact, attribute))

    def of_leave(self, name: str, verlof: str) -> Node:
        if verlof not in self.rulebook.verlofsoorten:
            raise MistakeError(f"het verlof `{verlof}` bestaat niet{meant(self.rulebook.verlofsoorten, verlof)}")
        feit = self.rulebook.feiten.get(name)
        if feit is None or not feit.per_verlof:
            raise MistakeError(f"`{name}` is geen feit dat per verlof wordt verteld")
        return self._fact(name, verlof)

    def known(self, name: str) -> Node:
        feit = self.rulebook.feiten.get(name)
        if feit is None:
            raise MistakeError(f"het feit `{name}` bestaat niet{meant(self.rulebook.feiten, name)}")
        allowed = (*self.versie.aannames, *self.verlofsoort.anker)
        settled = feit.niet_gebeurd or feit.standaard is not None  # what holds when it is not told, is known
        if not (feit.wens or settled or name in allowed):
            raise MistakeError(
                f"`bekend({name})` zou onbekend als nee lezen: dat kan alleen bij een wens, een gebeurtenis, een"
                " ankerdag of een aanname van deze versie"
            )
        self.facts_read.add(name)
        key = key_of(name, self.verlofsoort.id) if feit.per_verlof else name
        if not feit.wens:
            self._asked.add(key)
        return self._one(nodes.Known(BOOL, key))

    def told(self, name: str) -> Node:
        feit = self.rulebook.feiten.get(name)
        if feit is None or not feit.wens:
            raise MistakeError(f"`verteld({name})` kan niet: alleen bij een wens")
        self.facts_read.add(name)
        return self._one(nodes.ToldName(type_of(feit), name))

    def defines(self, name: str) -> bool:
        """Is this a named value of this version, or of what leaves share?"""
        return self._definition(name) is not None

    def _known_names(self) -> Iterator[str]:
        """Every name that may stand in an expression of this version."""
        yield from (PEILDATUM, ANKERDATUM, LEFT)
        for names in (self.versie.afgeleid, self._shared, self._usually, self.rulebook.feiten):
            yield from names

    def _definition(self, name: str) -> Passage | None:
        """The text of a named value: of this version, or of what leaves share."""
        return self.versie.afgeleid.get(name) or self._shared.get(name) or self._usually.get(name)

    def _left(self) -> Node:
        """What is left of the leave, in hours, as its size says; never known where it says nothing of it."""
        text = self.versie.omvang.maten.get(LEFT) if self.versie.omvang else None
        return self._one(nodes.Const(GETAL, None)) if text is None else self._defined(LEFT, text)

    def _fact(self, name: str, verlof: str) -> Node:
        feit = self.rulebook.feiten.get(name)
        if feit is None:
            raise MistakeError(
                f"`{name}` bestaat niet: het is geen feit, en geen naam onder `afgeleid` of in een gedeeld bestand"
                f"{meant(self._known_names(), name)}"
            )
        key = key_of(name, verlof) if feit.per_verlof else name
        self.facts_read.add(name)
        if not feit.wens:
            self._asked.add(key)
        if feit.wens and (feit.volgt or feit.ongeveer):
            return self._wish(feit)
        kind = type_of(feit)
        if name in self.versie.aannames:
            if self._busy[-1:] == [key] and feit.standaard is not None:
                return self._one(
                    nodes.Const(kind, feit.standaard)
                )  # in its own assumption a fact is what holds without one
            return self._defined(key, self.versie.aannames[name], feit)
        if feit.standaard is not None:
            return self._one(nodes.Assumed(kind, key, self._one(nodes.Const(kind, feit.standaard))))
        if feit.standaard_feit is not None:
            return self._one(nodes.Assumed(kind, key, self.name(feit.standaard_feit)))
        return self._one(Name(kind, key))

    def _wish(self, feit: Feit) -> Name:
        """A wish that can follow from other wishes: then that stands in for it, else what this version assumes."""
        name = feit.id
        if name in self.definitions:
            return self.definitions[name]
        if name in self._busy:
            raise MistakeError(f"`{name}` hangt van zichzelf af: {' -> '.join([*self._busy, name])}")
        self._busy.append(name)
        try:
            choices = [self.name(shared) for shared in (feit.volgt, feit.ongeveer) if shared is not None]
            assumed = self.versie.aannames.get(name)
            if assumed is not None:
                choices.append(self._sharing.read(assumed, self))
        except RulebookError as error:
            self.errors.extend(error.errors)
            raise ToldElsewhereError(name) from error
        finally:
            self._busy.pop()
        kind = type_of(feit)
        if any(choice.type != kind for choice in choices):
            raise MistakeError(f"voor `{name}` hoort {spoken(kind)} in de plaats te komen")
        return self._define(nodes.Assumed(kind, name, self._one(nodes.First(kind, tuple(choices)))))

    def _defined(self, name: str, text: Passage, assumed_for: Feit | None = None) -> Name:
        """The one node of a named value, or of a fact with an assumption of this version."""
        if name in self.definitions:
            return self.definitions[name]
        if name in self._busy:
            raise MistakeError(f"`{name}` hangt van zichzelf af: {' -> '.join([*self._busy, name])}")
        if assumed_for is not None and text in assumed_for.opties:
            kind = type_of(assumed_for)
            return self._define(nodes.Assumed(kind, name, self._one(nodes.Const(kind, str(text)))))
        self._busy.append(name)
        try:
            node = self._sharing.read(text, self, None if assumed_for is None else type_of(assumed_for))
        except RulebookError as error:
            self.errors.extend(error.errors)
            raise ToldElsewhereError(name) from error
        finally:
            self._busy.pop()
        if assumed_for is None:
            return self._define(nodes.Named(node.type, name, node))
        if node.type != type_of(assumed_for):
            raise MistakeError(
                f"de aanname voor `{assumed_for.id}` is {spoken(type_of(assumed_for))}, niet {spoken(node.type)}"
            )
        return self._define(nodes.Assumed(node.type, name, node))

    def _define(self, node: Name) -> Name:
        return self.definitions.setdefault(node.name, self._one(node))

    def _check_names(self) -> None:
        for name, text in self.versie.afgeleid.items():
            if name in self.rulebook.feiten or name in self._shared or name in (PEILDATUM, ANKERDATUM, LEFT):
                self.errors.append(text.error(f"`{name}` is al een feit of een gedeelde naam: kies een andere naam"))
        for name, text in self.versie.aannames.items():
            if name not in self.rulebook.feiten:
                self.errors.append(
                    text.error(f"aannames: het feit `{name}` bestaat niet{meant(self.rulebook.feiten, name)}")
                )
