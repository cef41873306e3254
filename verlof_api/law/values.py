"""Values in a text stand between braces: `{dag}`. What fills a text in knows some of them; no others may be there."""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Final

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Located, Passage
from verlof_api.law.suggest import meant

WRONG_BRACES: Final = "de accolades kloppen niet: een waarde staat er als {naam}"


def values_in(text: str) -> frozenset[str]:
    """The names between the braces of `text`. Raises ValueError when its braces do not come in pairs.

    >>> sorted(values_in("Van {van} tot {tot}."))
    ['tot', 'van']
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def not_filled_in(text: Passage, known: Collection[str]) -> Iterator[RuleError]:
    """The values in `text` that are not among the `known`, and braces that are no value."""
    try:
        found = values_in(text)
    except ValueError:
        yield text.error(f"`{text}`: {WRONG_BRACES}")
        return
    for name in sorted(found.difference(known)):
        yield text.error(f"{{{name}}} wordt hier niet ingevuld{_near(name, known)}")


def _near(name: str, known: Collection[str]) -> str:
    """What was probably meant, among the values that begin alike: `feit.naam` is no slip for another kind of value."""
    kind, dot, last = name.rpartition(".")
    return meant((each.removeprefix(kind + dot) for each in known if each.startswith(kind + dot)), last)


def passages(tree: Located) -> Iterator[Passage]:
    """Every text in a located tree, however deep."""
    if isinstance(tree, Passage):
        yield tree
        return
    for each in tree.values() if isinstance(tree, Mapping) else tree:
        yield from passages(each)
