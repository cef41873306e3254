"""Does what the rules say for advice fit together? All leaves, conditions, facts and options it names must be there."""

from collections.abc import Iterator, Mapping

from verlof_api.law.advice import Route
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.strict_yaml import Document, Tree


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
                    yield words.route.error("route: nothing uses this, because the leave has no `route`")


def _impossible(route: Route, versie: Versie, verlofsoorten: Mapping[str, Verlofsoort]) -> Iterator[RuleError]:
    for leave in (route.na, route.deel_van, *route.vlak_voor):
        if leave is not None and leave not in verlofsoorten:
            yield leave.error(f"route: there is no leave `{leave}`")
    conditions = {voorwaarde.id for voorwaarde in versie.voorwaarden}
    for condition in route.vervult:
        if condition not in conditions:
            yield condition.error(f"route: there is no condition `{condition}` here")


def impossible_changes(
    facts: Document, words: Mapping[str, Document], verlofsoorten: Mapping[str, Verlofsoort]
) -> Iterator[RuleError]:
    """Changes of facts (`te-veranderen`) that cannot be, or that have no words."""
    for id, fact in facts.data.items():
        change = fact.get("te-veranderen")
        for document in words.values():
            said = "verander" in document.data.get(id, {})
            if change is not None and not said:
                yield document.error((id,), f"`{id}` can be changed: say how under `verander`")
            elif said and change is None:
                yield document.error((id, "verander"), f"`{id}`: nothing uses `verander`")
        if change is not None:
            for problem in _impossible_change(fact, change, facts.data, verlofsoorten):
                yield facts.error((id, "te-veranderen"), f"`{id}`: {problem}")


def _impossible_change(fact: Tree, change: Tree, facts: Tree, leaves: Mapping[str, Verlofsoort]) -> Iterator[str]:
    other: Tree = change.get("mits", {})
    for name in (other.get("feit"), change.get("tenzij"), change.get("vanaf"), change.get("schuift")):
        if name is not None and name not in facts:
            yield f"there is no fact `{name}`"
    for option in other.get("is", ()):
        if option not in facts.get(other["feit"], {}).get("opties", ()):
            yield f"`{other['feit']}` has no option `{option}`"
    if "na" in change and change["na"] not in leaves:
        yield f"there is no leave `{change['na']}`"
    options = (True, False) if fact["type"] == "bool" else fact.get("opties", ())
    if "naar" in change and change["naar"] not in options:
        yield f"it cannot become {change['naar']}"
    if "kies" in change and fact["type"] not in ("date", "int", "number"):
        yield "only a day or a number can be chosen"
