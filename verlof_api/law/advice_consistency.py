"""Does what the rules say for advice fit together? All leaves, conditions, facts and options it names must be there."""

from collections.abc import Iterator, Mapping

from verlof_api.law.advice import Route
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.strict_yaml import Document, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.violations import written


def impossible_routes(verlofsoorten: Mapping[str, Verlofsoort]) -> Iterator[RuleError]:
    """Leaves and conditions that a `route` names and that do not exist, and words of a route that nothing uses."""
    seen: set[int] = set()
    for verlofsoort in verlofsoorten.values():
        for versie in verlofsoort.versies:
            if versie.route is not None and id(versie.route) not in seen:
                seen.add(id(versie.route))
                yield from _impossible(versie.route, versie, verlofsoorten)
        if not any(versie.route for versie in verlofsoort.versies):
            for words in verlofsoort.teksten.values():
                if words.route is not None:
                    yield words.route.error("route: niets gebruikt deze tekst, want het verlof heeft geen `route`")


def _impossible(route: Route, versie: Versie, verlofsoorten: Mapping[str, Verlofsoort]) -> Iterator[RuleError]:
    for leave in (route.na, route.deel_van, *route.vlak_voor):
        if leave is not None and leave not in verlofsoorten:
            yield leave.error(f"route: het verlof `{leave}` bestaat niet{meant(verlofsoorten, leave)}")
    conditions = {voorwaarde.id for voorwaarde in versie.voorwaarden}
    for condition in route.vervult:
        if condition not in conditions:
            yield condition.error(f"route: de voorwaarde `{condition}` bestaat hier niet{meant(conditions, condition)}")


def impossible_changes(
    facts: Document, words: Mapping[str, Document], verlofsoorten: Mapping[str, Verlofsoort]
) -> Iterator[RuleError]:
    """Changes of facts (`te-veranderen`) that cannot be, or that have no words."""
    for id, fact in facts.data.items():
        change = fact.get("te-veranderen")
        for document in words.values():
            said = "verander" in document.data.get(id, {})
            if change is not None and not said:
                yield document.error((id,), f"`{id}` heeft `te-veranderen`: schrijf onder `verander` hoe")
            elif said and change is None:
                yield document.error(
                    (id, "verander"), f"`{id}`: niets gebruikt `verander`, want het feit heeft geen `te-veranderen`"
                )
        if change is not None:
            for problem in _impossible_change(fact, change, facts.data, verlofsoorten):
                yield facts.error((id, "te-veranderen"), f"`{id}`: {problem}")


def _impossible_change(fact: Tree, change: Tree, facts: Tree, leaves: Mapping[str, Verlofsoort]) -> Iterator[str]:
    other: Tree = change.get("mits", {})
    for name in (other.get("feit"), change.get("tenzij"), change.get("vanaf"), change.get("schuift")):
        if name is not None and name not in facts:
            yield f"het feit `{name}` bestaat niet{meant(facts, name)}"
    for option in other.get("is", ()):
        options = facts.get(other["feit"], {}).get("opties", ())
        if option not in options:
            yield f"`{other['feit']}` heeft de optie `{option}` niet{meant(options, option)}"
    if "na" in change and change["na"] not in leaves:
        yield f"het verlof `{change['na']}` bestaat niet{meant(leaves, change['na'])}"
    outcomes = (True, False) if fact["type"] == "bool" else fact.get("opties", ())
    if "naar" in change and change["naar"] not in outcomes:
        yield f"dit feit kan niet {written(change['naar'])} worden"
    if "kies" in change and fact["type"] not in ("date", "int", "number"):
        yield "alleen een datum of een getal is te kiezen"
