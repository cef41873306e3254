"""What names mean where only told facts count: no defaults, no assumptions, no named values of a rule."""

from verlof_api.language import nodes
from verlof_api.language.environment import PEILDATUM, fact_of, key_of
from verlof_api.language.nodes import BOOL, DATUM, Name, Node
from verlof_api.language.parser import MistakeError
from verlof_api.language.program import type_of
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.suggest import meant


class ToldNames:
    """The facts of a rulebook, as told (parser.Names). A per-leave fact is that of the leave in question."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def name(self, name: str) -> Node:
        if name == PEILDATUM:
            return Name(DATUM, name)
        feit = self._rulebook.feiten.get(name)
        if feit is None:
            raise MistakeError(f"het feit `{name}` bestaat niet{meant(self._rulebook.feiten, name)}")
        return Name(type_of(feit), name)

    def property_of(self, name: str, attribute: str) -> Node:
        properties = self._rulebook.eigenschappen
        if properties is None or name != properties.feit or attribute not in properties.soorten:
            raise MistakeError(f"`{name}` heeft de eigenschap `{attribute}` niet")
        return nodes.Lookup(type_of(properties.soorten[attribute]), self.name(name), attribute)

    def of_leave(self, name: str, verlof: str) -> Node:
        if verlof not in self._rulebook.verlofsoorten:
            raise MistakeError(f"het verlof `{verlof}` bestaat niet{meant(self._rulebook.verlofsoorten, verlof)}")
        feit = self._rulebook.feiten.get(name)
        if feit is None or not feit.per_verlof:
            raise MistakeError(f"`{name}` is geen feit dat per verlof wordt verteld")
        return Name(type_of(feit), key_of(name, verlof))

    def known(self, name: str) -> Node:
        self.name(name)
        return nodes.Known(BOOL, name)

    def told(self, name: str) -> Node:
        raise MistakeError(f"`verteld({name})` kan hier niet: schrijf `{name}`")


def names_in(node: Node) -> tuple[str, ...]:
    """The names that `node` reads, in reading order: a fact, or `key_of` a fact and a leave."""
    return tuple(dict.fromkeys(each.name for each in node.walk() if isinstance(each, Name | nodes.Known)))


def facts_in(node: Node) -> tuple[str, ...]:
    """The facts that `node` reads, in reading order."""
    return tuple(dict.fromkeys(fact_of(name) for name in names_in(node) if name != PEILDATUM))


def needed_in(node: Node) -> frozenset[str]:
    """Facts without which `node` cannot be true; maybe not all of them."""
    match node:
        case nodes.All(conjuncts=parts):
            return frozenset().union(*map(needed_in, parts))
        case nodes.Any(disjuncts=parts):
            return frozenset.intersection(*map(needed_in, parts))
        case _ if any(isinstance(each, nodes.If | nodes.All | nodes.Any) for each in node.walk()):
            return frozenset()
        case nodes.Not(part=nodes.Known()):
            return frozenset()
        case _:  # unknown when one of its parts is, and so not true
            return frozenset(facts_in(node))
